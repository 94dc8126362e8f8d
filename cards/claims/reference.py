"""Pronouns and their like in, what they stand for out; nothing where two things are possible."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from cards.claims.actions import label_thing
from cards.claims.passage import Passage
from cards.english.clauses import find_clauses
from cards.english.phrases import (
    POINTING,
    SHELLS,
    dangling,
    is_plural,
    noun_words,
    points_back,
)
from cards.english.tree import Tree
from cards.model import Word

SINGULAR = frozenset({"it", "its", "itself"})
PLURAL = frozenset({"they", "them", "their", "themselves"})
OWNING = frozenset({"its", "their"})
TOO_LONG = 9
"""Words; a longer antecedent makes no question."""


@dataclass(frozen=True)
class Mention:
    """A thing that was named."""

    text: str
    plural: bool
    lemma: str
    """Of its head."""
    subject: bool
    object: bool
    classes: frozenset[str]
    """Nouns the text itself calls it: the *hormone* osteocalcin; arousal, a *state* of …"""
    index: int
    """Word number of its head in its own sentence."""
    near: bool = False
    """Named in the same sentence as the pronoun."""


def resolved(passage: Passage) -> Passage:
    """The passage with all its references that have one clear antecedent put in."""
    instead: dict[int, str] = {}
    plurals: dict[int, bool] = {}
    tree = passage.tree
    whole = None
    for word in tree.words:
        low = word.text.lower()
        if word.upos in {"PRON", "DET"} and low in SINGULAR | PLURAL:
            found = _personal(passage, word.index, instead, plural=low in PLURAL)
            if found:
                instead[word.index] = _said_as(word, found)
                plurals[word.index] = found.plural
        elif low in POINTING and word.dep in {"det", "amod", "det:predet"}:
            found = _pointed_at(passage, word.index)
            if found:
                _replace_noun(tree, word.index, found, instead, plurals)
        elif low in {"this", "that"} and word.dep.startswith("nsubj") and word.upos == "PRON":
            whole = word.index if passage.before and _is_opening(tree, word.index) else whole
    return replace(
        passage, instead=instead, plurals=plurals, whole=whole, clauses=find_clauses(tree)
    )


def _said_as(word: Word, found: Mention) -> str:
    """The antecedent's words; *its* stays where the antecedent stands in the same sentence."""
    low = word.text.lower()
    owning = low in OWNING
    if found.near and (owning or low in {"itself", "themselves"}):
        return word.text
    return _possessive(found.text) if owning else found.text


def _is_opening(tree: Tree, index: int) -> bool:
    return tree.words[index].head == tree.root


def _possessive(text: str) -> str:
    return f"{text}'" if text.endswith("s") else f"{text}'s"


def _replace_noun(
    tree: Tree, index: int, found: Mention, instead: dict[int, str], plurals: dict[int, bool]
) -> None:
    """Say the antecedent in the place of *this* and its noun."""
    head = tree.words[index].head
    instead[index] = ""
    for kid in tree.kids(head, "amod", "compound", "det"):
        instead[kid] = ""
    instead[head] = found.text
    plurals[head] = found.plural


def _personal(
    passage: Passage, index: int, instead: dict[int, str], *, plural: bool
) -> Mention | None:
    tree = passage.tree
    word = tree.words[index]
    if word.dep == "expl" or _is_impersonal(tree, index):
        return None
    here = [
        m
        for m in mentions(passage, instead)
        if m.index < index and m.plural == plural and index not in tree.below(m.index)
    ]
    if here and dep_of(word) in {"obj", "obl", "iobj"}:
        return replace(here[0], near=True) if len(here) == 1 and not _groups(tree, index) else None
    if here:
        found = _clearest(tree, here)
        return replace(found, near=True) if found else None
    if not passage.before or (passage.position == 0 and passage.place.label):
        found = _label(passage, plural=plural)
        return None if found and _leads(passage, plural=plural) else found
    last = passage.before[-1]
    there = [m for m in mentions(last, dict(last.instead)) if m.plural == plural]
    if not there or not (word.dep.startswith("nsubj") or word.dep == "nmod:poss"):
        return None
    subjects = [m for m in there if m.subject]
    if len(subjects) != 1:
        return None
    rivals = [m for m in there if m.object]
    if rivals and not _is_topic(passage, subjects[0]):
        return None
    return subjects[0]


def _label(passage: Passage, *, plural: bool) -> Mention | None:
    """The bold label before a sentence, where it names one thing."""
    text = label_thing(passage)
    tree = passage.place.label_tree
    if not text and passage.topic:
        return _topic(passage, plural=plural)
    if not text or tree is None or is_plural(tree, tree.root) != plural:
        return None
    return Mention(text, plural, tree.lemma(tree.root), True, False, frozenset(), tree.root)


def _leads(passage: Passage, *, plural: bool) -> bool:
    """Has the sentence that introduces the list a subject that may be meant as well?"""
    if not passage.before:
        return False
    last = passage.before[-1]
    there = mentions(last, dict(last.instead))
    return any(m.subject and m.plural == plural for m in there)


def _topic(passage: Passage, *, plural: bool) -> Mention | None:
    """The note's thing: *they* behind a label that names one of its aspects."""
    topic = passage.topic
    last = topic.split()[-1].lower()
    many = last.endswith("s") and not last.endswith(("ss", "us", "is"))
    if many != plural or passage.before:
        return None
    return Mention(topic, plural, last, True, False, frozenset(), -1)


def dep_of(word: Word) -> str:
    return word.dep.split(":")[0]


GROUPS = frozenset(
    "team company group government management family committee staff audience crowd".split()
)


def _groups(tree: Tree, index: int) -> bool:
    """*the team … them*: a singular that *they* may stand for."""
    return any(tree.lemma(w.index) in GROUPS for w in tree.words[:index])


def _is_topic(passage: Passage, mention: Mention) -> bool:
    about = f"{passage.note.title} {passage.heading} {passage.place.label}".lower()
    return mention.lemma in about


def _is_impersonal(tree: Tree, index: int) -> bool:
    head = tree.words[index].head
    if head < 0 or tree.words[index].text.lower() != "it":
        return False
    if tree.kid(head, "csubj", "ccomp") is not None and tree.words[head].upos in {"ADJ", "NOUN"}:
        return True
    return tree.words[head].upos == "ADJ" and any(
        tree.marker(kid) in {"to", "for"} for kid in tree.kids(head, "xcomp", "advcl", "csubj")
    )


def _clearest(tree: Tree, found: list[Mention]) -> Mention | None:
    """The one subject before: of the sentence, else of a clause in it."""
    subjects = [m for m in found if m.subject]
    subjects = subjects or [m for m in found if tree.dep(m.index) in {"nsubj", "csubj"}]
    if len(subjects) == 1:
        return subjects[0]
    if len({m.text for m in subjects}) == 1:
        return subjects[0]
    return None


def _pointed_at(passage: Passage, index: int) -> Mention | None:
    """The thing that *this nerve* or *such a hormone* names again."""
    tree = passage.tree
    head = tree.words[index].head
    if head < 0 or tree.words[head].upos not in {"NOUN", "PROPN"}:
        return None
    noun, plural = tree.lemma(head), is_plural(tree, head)
    earlier = [m for m in mentions(passage, {}) if m.index < index]
    for past in reversed(passage.before[-2:]):
        found = mentions(past, dict(past.instead))
        if not plural:
            found = [m for m in found if not m.plural]
        same = [
            m for m in found if m.lemma == noun and (len(m.text.split()) > 1 or noun not in SHELLS)
        ]
        called = [m for m in found if noun in m.classes]
        choice = _one(called) or _one(same)
        if choice and choice.plural != plural:
            return _as_plural(tree, head, choice) if choice in same else None
        if choice:
            return choice
        if called or same:
            return None
    called = [m for m in earlier if noun in m.classes]
    return _one(called)


def _as_plural(tree: Tree, head: int, mention: Mention) -> Mention | None:
    """*Each PGAL … These PGALs*: the noun as this sentence has it."""
    if tree.lemma(head) in SHELLS:
        return None
    return replace(mention, text=tree.words[head].text, plural=True)


def _one(found: list[Mention]) -> Mention | None:
    texts = {m.text for m in found}
    return found[0] if len(texts) == 1 else None


def mentions(passage: Passage, instead: dict[int, str]) -> list[Mention]:
    """The things that a sentence names, in reading order."""
    tree = passage.tree
    found = []
    for word in tree.words:
        mention = _mention(tree, word.index, instead, passage)
        if mention is not None:
            found.append(mention)
    return found


def _mention(tree: Tree, index: int, instead: dict[int, str], passage: Passage) -> Mention | None:
    word = tree.words[index]
    dep = word.dep.split(":")[0]
    if index in instead and word.upos == "PRON" and instead[index]:
        if word.dep == "nmod:poss":
            return None
        plural = passage.plurals.get(index, False)
        return Mention(
            instead[index],
            plural,
            instead[index].split()[-1].lower(),
            dep == "nsubj",
            dep == "obj",
            frozenset(),
            index,
        )
    if word.upos not in {"NOUN", "PROPN"} or dep in {"compound", "flat", "fixed", "goeswith"}:
        return None
    if word.dep in {"nmod:desc", "obl:unmarked"}:
        return None
    words = noun_words(tree, index)
    if any(_is_named(tree, k, index) for k in tree.kids(index, "compound") if k == index - 1):
        words = [w for w in words if w >= index]
    text = tree.say(words, instead)
    if not text or len(text.split()) > TOO_LONG:
        return None
    if dangling(tree, words, instead) or points_back(tree, index, words):
        return None
    if index in instead:
        text = instead[index]
    return Mention(
        text,
        passage.plurals.get(index, is_plural(tree, index)),
        tree.lemma(index),
        dep in {"nsubj", "csubj"} and tree.words[word.head].head < 0 if word.head >= 0 else False,
        dep in {"obj", "obl"},
        frozenset(classes(tree, index)),
        index,
    )


NO_CLASS = frozenset(
    """feature factor aspect part way thing key example concept component element result
    piece topic issue problem challenge step one tool reason benefit advantage staple sign
    measure""".split()
)
"""Nouns with which no one would ask *which*."""


def classes(tree: Tree, index: int) -> Iterator[str]:
    """What the sentence itself calls a thing: lemmas of class nouns."""
    return (name for name in _classes(tree, index) if name not in NO_CLASS)


def _classes(tree: Tree, index: int) -> Iterator[str]:
    if is_plural(tree, index):
        return
    for kid in tree.kids(index, "appos"):
        if any(tree.lemma(d) in {"a", "an"} for d in tree.kids(kid, "det")):
            yield tree.lemma(kid)
    for kid in tree.kids(index, "nmod:desc", "compound", "flat"):
        if kid == index - 1 and tree.words[kid].upos == "NOUN" and _is_named(tree, kid, index):
            yield tree.lemma(kid)
    head = tree.words[index].head
    if head >= 0 and tree.words[index].dep in {"appos", "nmod:desc", "flat"}:
        yield tree.lemma(head)
    equal = tree.dep(index) == "nsubj" and head >= 0 and tree.kid(head, "cop") is not None
    if equal and any(tree.lemma(d) in {"a", "an"} for d in tree.kids(head, "det")):
        yield tree.lemma(head)


def _is_named(tree: Tree, kind: int, name: int) -> bool:
    """*the hormone osteocalcin*: the first a kind of thing, the second known by itself."""
    lexicon = tree.lexicon
    definite = any(tree.lemma(d) == "the" for d in tree.kids(name, "det"))
    if tree.words[name].upos == "PROPN":
        return definite and tree.words[kind].text.islower()
    return definite and tree.lemma(name) in lexicon.bare and tree.lemma(kind) in lexicon.counted
