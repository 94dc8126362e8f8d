"""A sentence in, the things it names out: what a later word may point back to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from cards.claims.passage import YEAR, Passage
from cards.english.phrases import dangling, is_plural, noun_words, points_back
from cards.english.rarity import rarity
from cards.english.tree import Tree, is_word

TOO_LONG = 9
"""Words; a longer antecedent makes no question."""
PERSONS = frozenset(
    """person people man woman child boy girl kid adult teenager teen baby infant parent mother
    father mom dad son daughter brother sister husband wife partner friend student teacher
    professor doctor physician nurse patient scientist researcher expert founder leader manager
    ceo president minister king queen emperor user viewer player customer client buyer employee
    worker employer boss owner author writer speaker host guest artist actor director character
    hero someone anyone everyone somebody individual human member citizen leader colleague
    candidate participant observer driver pilot chef cook farmer engineer developer investor
    trader entrepreneur athlete mathematician physicist philosopher psychologist
    therapist""".split()
)
STRETCHES = frozenset(
    """second minute hour day week month year decade century time moment beginning end start
    percent percentage degree half rest way order addition case fact example instance
    january february march april may june july august september october november december monday
    tuesday wednesday thursday friday saturday sunday""".split()
)
"""Nouns of time and measure, to which no *it* points."""
LIGHT = frozenset("role part function place use look effect".split())
"""What things play, have, take, by which no one means them afterwards."""
AMOUNTS = ("one ", "more ", "less ", "fewer ", "enough ", "too much ", "too many ")
"""How a phrase begins that names no thing, but how much of it: *more salt means …*."""
NONE = frozenset({"no", "any", "every", "neither", "which", "what"})


@dataclass(frozen=True)
class Mention:
    """A thing that was named."""

    text: str
    plural: bool
    lemma: str
    """Of its head."""
    subject: bool
    """Of the main clause."""
    object: bool
    classes: frozenset[str]
    """Nouns the text itself calls it: the *hormone* osteocalcin; arousal, a *state* of …"""
    index: int
    """Word number of its head in its own sentence."""
    person: bool = False
    clause: bool = False
    """Subject of some clause."""
    renewed: bool = False
    """A pronoun that stands for what a sentence before it named."""
    near: bool = False
    """Named in the same sentence as the pronoun."""


def mentions(passage: Passage, instead: Mapping[int, str]) -> list[Mention]:
    """The things that a sentence names, in reading order."""
    found = (_mention(passage, word.index, instead) for word in passage.tree.words)
    return [mention for mention in found if mention is not None]


def _mention(passage: Passage, index: int, instead: Mapping[int, str]) -> Mention | None:
    tree = passage.tree
    word = tree.words[index]
    if word.upos == "PRON":
        return _renewed(passage, index, instead)
    if word.upos not in {"NOUN", "PROPN"} or not _heads(tree, index):
        return None
    words = noun_words(tree, index)
    if any(_is_named(tree, k, index) for k in tree.kids(index, "compound") if k == index - 1):
        words = [w for w in words if w >= index]
    text = tree.say(words, instead)
    if (
        not text
        or len(text.split()) > TOO_LONG
        or text.endswith(" of")
        or tree.lemma(index) in STRETCHES
    ):
        return None
    if dangling(tree, words, instead) or points_back(tree, index, words):
        return None
    if any(instead.get(w) in {"its", "their"} for w in words):
        return None
    amount = text.lower().startswith(AMOUNTS) or _is_behind_year(tree, index)
    if NONE & tree.determiners(index) or amount:
        return None
    if not any(w.upos in {"VERB", "AUX"} for w in tree.words):
        text = " ".join(
            w.lower() if w.istitle() and is_word(w.lower()) else w for w in text.split()
        )
    if index in instead and text != f"the {instead[index]}":
        text = instead[index]
    return Mention(
        text,
        passage.plurals.get(index, is_plural(tree, index) and not _agrees_as_one(tree, index)),
        tree.lemma(index),
        is_main_subject(tree, index),
        tree.dep(index) in {"obj", "obl"},
        frozenset(classes(tree, index)),
        index,
        person=is_person(tree, index) and not _is_of_a_kind(tree, index),
        clause=tree.dep(index) in {"nsubj", "csubj"},
    )


def _is_behind_year(tree: Tree, index: int) -> bool:
    """*Since 1920 mills have used steel*: no so many mills."""
    year = index > 1 and YEAR.fullmatch(tree.words[index - 1].text)
    return bool(year) and tree.words[index - 2].upos in {"ADP", "SCONJ"}


def _agrees_as_one(tree: Tree, index: int) -> bool:
    """*Group dynamics studies …*, *the United States is …*: one, by its verb."""
    head = tree.words[index].head
    named = tree.words[index].upos == "PROPN" or tree.words[index].text.endswith("ics")
    if not named or tree.dep(index) != "nsubj" or tree.kid(index, "conj") is not None:
        return False
    finite = [*tree.kids(head, "aux", "aux:pass", "cop"), head]
    return tree.words[finite[0]].xpos == "VBZ"


def _is_of_a_kind(tree: Tree, index: int) -> bool:
    """*Rust is a language*: no person, whatever its name is elsewhere."""
    kinds = frozenset(classes(tree, index))
    return bool(kinds) and not kinds & PERSONS


def _renewed(passage: Passage, index: int, instead: Mapping[int, str]) -> Mention | None:
    """A pronoun of which it is known what it stands for."""
    text = instead.get(index, "")
    tree = passage.tree
    if not text or tree.words[index].dep == "nmod:poss":
        return None
    dep = tree.dep(index)
    return Mention(
        text,
        passage.plurals.get(index, False),
        text.split()[-1].lower(),
        is_main_subject(tree, index),
        dep == "obj",
        frozenset(),
        index,
        clause=dep == "nsubj",
        renewed=text != tree.words[index].text,
    )


def rivals_of(
    passage: Passage, chosen: Mention | None, *, plural: bool, oblique: bool = True
) -> list[int]:
    """The other things of a sentence that a pronoun may mean, known or not: word numbers.

    Args:
        oblique: Count what stands behind a preposition.


    What tells of the predicate noun is left out: *helium is a product of decay. It …*
    """
    tree = passage.tree
    return [
        word.index
        for word in tree.words
        if word.upos in {"NOUN", "PROPN"}
        and _heads(tree, word.index)
        and (chosen is None or not _same(tree, word.index, chosen))
        and _is_rival(tree, word.index, plural=plural)
        and (oblique or tree.dep(word.index) != "obl" or _is_explained(tree, word.index))
    ]


def _is_explained(tree: Tree, index: int) -> bool:
    """*by the mealworm, a beetle*: brought in as something new."""
    told = tree.kid(index, "appos")
    return told is not None and bool(tree.determiners(told)) and tree.comma_before(told)


def _same(tree: Tree, index: int, mention: Mention) -> bool:
    return index == mention.index or tree.lemma(index) == mention.lemma


def _is_rival(tree: Tree, index: int, *, plural: bool) -> bool:
    if tree.lemma(index) in STRETCHES | LIGHT:
        return False
    many, person = is_plural(tree, index), is_person(tree, index)
    if tree.words[index].dep == "nmod:poss" and (plural or not person):
        return tree.dep(tree.words[index].head) == "nsubj" and (many == plural or person)
    if plural and not many and person and tree.words[index].upos == "NOUN":
        return tree.dep(index) in {"nsubj", "obj", "obl"}
    if many != plural or (not plural and person):
        return False
    if tree.dep(index) == "nmod":
        return tree.dep(tree.words[index].head) in {"nsubj", "obj"}
    return tree.dep(index) in {"nsubj", "obj", "obl", "conj"}


def _heads(tree: Tree, index: int) -> bool:
    word = tree.words[index]
    if tree.dep(index) in {"compound", "flat", "fixed", "goeswith"}:
        return False
    if word.dep in {"nmod:desc", "obl:unmarked"}:
        return False
    joined = tree.dep(index) == "conj" and is_plural(tree, word.head)
    return not joined


def is_main_subject(tree: Tree, index: int) -> bool:
    head = tree.words[index].head
    return tree.dep(index) in {"nsubj", "csubj"} and head >= 0 and tree.words[head].head < 0


def is_person(tree: Tree, index: int) -> bool:
    """*it* never stands for one."""
    word = tree.words[index]
    if word.upos == "PROPN":
        near = {tree.words[w].text.lower() for w in (index, *tree.kids(index, "flat", "compound"))}
        return bool(near & tree.lexicon.people)
    lemma = tree.lemma(index)
    told_who = any(
        tree.lemma(k) in {"who", "whose", "whom"}
        for clause in tree.kids(index, "acl")
        for k in tree.kids(clause)
    )
    return told_who or lemma in PERSONS or lemma.endswith(("ologist", "ician", "keeper"))


NO_CLASS = frozenset(
    """feature factor aspect part way thing key example concept component element result
    piece topic issue problem challenge step one tool reason benefit advantage staple sign
    measure""".split()
)
"""Nouns with which no one would ask *which*."""


def classes(tree: Tree, index: int) -> Iterator[str]:
    """What the sentence itself calls a thing: lemmas of class nouns."""
    found = (tree.lemma(head) for head in class_heads(tree, index))
    return (name for name in found if name not in NO_CLASS)


def class_heads(tree: Tree, index: int) -> Iterator[int]:
    """The nouns by which the sentence itself tells what kind a thing is: word numbers."""
    head = tree.words[index].head
    equal = tree.dep(index) == "nsubj" and head >= 0 and tree.kid(head, "cop") is not None
    if is_plural(tree, index):
        if equal and tree.words[head].xpos == "NNS":  # "ospreys are birds"
            yield head
        return
    for kid in tree.kids(index, "appos"):
        if tree.determiners(kid) & {"a", "an"}:
            yield kid
    for kid in tree.kids(index, "nmod:desc", "compound", "flat"):
        if kid == index - 1 and tree.words[kid].upos == "NOUN" and _is_named(tree, kid, index):
            yield kid
    if head >= 0 and tree.words[index].dep in {"appos", "nmod:desc", "flat"}:
        yield head
    if equal and tree.determiners(head) & {"a", "an"}:
        yield head


KNOWN = 0.95
"""Rarity from which a noun behind another is a name: *osteocalcin*, not *receptor*."""
NAMING = 0.5
"""Rarity from which a common noun may be a name: *osteocalcin*, not *industry*."""


def _is_named(tree: Tree, kind: int, name: int) -> bool:
    """*the hormone osteocalcin*: the first a kind of thing, the second known by itself."""
    lexicon = tree.lexicon
    definite = "the" in tree.determiners(name)
    if tree.words[name].upos == "PROPN":
        return definite and tree.words[kind].text.islower()
    # *The semiconductor industry* is no semiconductor that is called industry.
    return (
        definite
        and rarity(tree.lemma(name)) >= NAMING
        and tree.lemma(name) in lexicon.bare
        and tree.lemma(kind) in lexicon.counted
    )
