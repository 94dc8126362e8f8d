"""What a note calls its things: osteocalcin a hormone, OpenGL a graphics API."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from cards.claims.mentions import NO_CLASS, PERSONS, class_heads, is_person
from cards.claims.passage import Place
from cards.english.phrases import DENYING, KINDS, SHELLS, noun_words
from cards.english.rarity import rarest
from cards.english.tree import Tree

NAMED = 0.5
"""Rarity from which a common noun is known by its class: *osteocalcin*, not *stress*."""
LONGEST_NAME = 4
"""Words of a thing that gets a class."""
SHORTEST_NAME = 3
"""Letters of it: *x* is a variable in one sentence alone."""
BROAD = SHELLS | frozenset(
    """process response condition measure ability event symptom benefit nutrient ingredient
    word name being entity object unit sense case list variety range set series source
    work book risk power champion giant rival struggle party gain leader individual innovation
    advancement asset good task introduction precursor domain pillar beauty analog""".split()
)
"""Nouns under which a question finds too much, or for which *who* is asked."""
JUDGED = frozenset(
    """shock blow achievement feat triumph success failure victory defeat setback disaster mistake
    surprise breakthrough milestone reminder threat danger giant rival peer champion leader party
    asset gain move turn event decision method approach function""".split()
)
"""Nouns that tell what somebody thinks of a thing, or sum up a deed: *ICL, a minor shock*."""
EXAMPLES = frozenset({"such as", "like", "including", "e.g.", "namely"})


def classes_of(places: Sequence[Place]) -> dict[str, str]:
    """The classes that the sentences of a note give: a thing in lower case → what it is one of.

    Found are *X is a hormone*, *X, a hormone*, *hormones such as X and Y*, and *X and other
    hormones*. The first that is said of a thing holds.
    """
    found: dict[str, str] = {}
    for place in places:
        for tree in place.trees:
            for word in tree.words:
                for head in _heads(tree, word.index):
                    name = name_at(tree, word.index)
                    if name and name != tree.lemma(head):
                        found.setdefault(name, class_at(tree, head))
    return found


def class_for(tree: Tree, index: int, called: Mapping[str, str]) -> str:
    """What a thing is one of: by its own sentence, or by another of its note; or empty."""
    for head in class_heads(tree, index):
        kind = _kind_within(tree, head)
        if kind is not None:
            return f"{tree.lemma(head)} of {class_at(tree, kind)}"
        if tree.lemma(head) not in NO_CLASS | VARIETIES | JUDGED:
            return class_at(tree, head)
    return called.get(name_at(tree, index), "")


VARIETIES = KINDS | {"variety", "species"}


def _kind_within(tree: Tree, head: int) -> int | None:
    """*division* of *a type of cell division*."""
    if tree.lemma(head) not in VARIETIES:
        return None
    found = [kid for kid in tree.kids(head, "nmod") if tree.marker(kid) == "of"]
    return found[0] if len(found) == 1 and tree.words[found[0]].xpos == "NN" else None


def class_at(tree: Tree, head: int) -> str:
    """A class as *which* takes it: its noun in the singular, with the nouns before it."""
    before = [k for k in tree.kids(head, "compound") if k < head]
    kinds = [k for k in before if k >= head - len(before)]
    if kinds and kinds[0] > 0 and tree.words[kinds[0] - 1].text in {"-", "–"}:
        kinds = []  # "a long-time smoker"
    noun = tree.words[head].text.removesuffix("s")
    own = noun if len(noun) > 1 and noun.isupper() else tree.lemma(head)
    first = tree.say(kinds)
    if kinds and kinds[0] == 0 and first[1:].islower():
        first = first.lower()
    return f"{first} {own}".strip()


def name_at(tree: Tree, index: int) -> str:
    """A thing by which others are told from it, in lower case; empty where it is everyday."""
    word = tree.words[index]
    if word.upos not in {"NOUN", "PROPN"} or tree.dep(index) in {"compound", "flat"}:
        return ""
    if tree.kid(index, "det", "nmod:poss", "nummod", "nmod", "acl") is not None:
        return ""
    partners = {w for kid in tree.kids(index, "conj", "cc") for w in tree.below(kid)}
    words = [w for w in noun_words(tree, index) if w not in partners]
    text = tree.say(words).strip(" ,")
    if len(text) < SHORTEST_NAME or len(text.split()) > LONGEST_NAME or not text[0].isalpha():
        return ""
    rare = word.upos == "PROPN" or rarest(text.lower().split()) >= NAMED
    return text.lower() if rare else ""


def _heads(tree: Tree, index: int) -> Iterator[int]:
    """The nouns that call a thing their own kind: word numbers."""
    if is_person(tree, index):
        return
    for head in (*_equal(tree, index), *_listing(tree, index)):
        noun = tree.lemma(head)
        if tree.words[head].upos == "NOUN" and noun not in BROAD | NO_CLASS | PERSONS | JUDGED:
            yield head


def _equal(tree: Tree, index: int) -> Iterator[int]:
    """*hormone* of *X is a hormone* or of *X, a hormone that …*."""
    for head in class_heads(tree, index):
        if head == tree.root:
            denied = any(tree.lemma(k) in DENYING for k in tree.kids(head, "advmod", "det"))
            if not denied and tree.kid(head, "aux", "amod", "nmod:poss") is None:
                yield head
        elif tree.dep(head) == "appos" and tree.comma_before(head):
            yield head


def _listing(tree: Tree, index: int) -> Iterator[int]:
    """*hormones* of *hormones such as X and Y*, or of *X, Y and other hormones*."""
    first = tree.words[index].head if tree.dep(index) == "conj" else index
    above = tree.words[first].head
    if above >= 0 and above < first and tree.words[above].xpos == "NNS":
        leads = tree.marker(first) in EXAMPLES
        if leads and tree.dep(first) in {"nmod", "obl", "appos"}:
            yield above
    for kid in tree.kids(first, "conj"):
        other = any(tree.lemma(k) == "other" for k in tree.kids(kid, "amod", "det"))
        if other and kid != index and tree.words[kid].xpos == "NNS":
            yield kid
