"""*the oxidation of NADH*: what stands behind *of* is asked for, the rest narrows the question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cards.english.phrases import (
    EXAMPLES,
    GROUPS,
    KINDS,
    SHELLS,
    anaphoric,
    bare_definite,
    dangling,
    noun_words,
)
from cards.english.rarity import rarest
from cards.english.speaking import Speaker
from cards.english.thesaurus import can_be_touched, names_somebody
from cards.english.tree import Tree
from cards.questions.drafts import ARTICLES
from cards.questions.examples import exemplified
from cards.questions.numbers import TIME_UNITS

DEEDS = tuple("tion sion ment ing al ance ence ity ness ship age ure sis ease".split())
"""Endings of nouns for what is done: *water loss*, *gene expression* is no kind of it."""
LONGEST_FRONT = 4
LONGEST_INNER = 6
"""Words."""
TELLING = 0.4
"""Rarity from which what stands behind *of* is an answer by itself: *NADH*, not *people*."""
COUNTING = frozenset(
    "dozen hundred thousand million billion half third quarter lot worth variety".split()
)
IDLE = frozenset("use usage presence existence importance nature ratio number".split())
"""Nouns that narrow nothing, or are of two things."""


@dataclass(frozen=True)
class Nested:
    """A thing whose deed or measure a noun phrase tells: *NADH* in *the oxidation of NADH*."""

    front: str
    """*the oxidation*, as the question says it."""
    head: int
    """The noun behind *of*."""
    answer: str
    kind: str
    """*Which hormones* where the phrase itself tells their kind; else empty."""

    @property
    def bare(self) -> str:
        """The front without its article: *oxidation*."""
        first, _, rest = self.front.partition(" ")
        return rest if first in ARTICLES and rest else self.front


def nested(speaker: Speaker, head: int) -> Nested | None:
    """The thing behind *of*, where the noun before it asks for it and says nothing by itself."""
    tree = speaker.tree
    inner = _inner(tree, head)
    if inner is None:
        return None
    named, kind = exemplified(speaker, inner, _named_behind(tree, head))
    words = noun_words(tree, inner)
    front = [w for w in noun_words(tree, head) if w < inner and w not in tree.below(inner)]
    if not _opens(tree, head, front, is_sure=bool(named)) or dangling(tree, front, speaker.instead):
        return None
    if not named and not _answers(speaker, inner, words):
        return None
    said = tree.say(front, speaker.around)
    first = tree.words[front[0]]
    said = f"{said[:1].lower()}{said[1:]}" if first.lemma.islower() else said
    return Nested(said, inner, named or tree.say(words, speaker.around), kind)


def _inner(tree: Tree, head: int) -> int | None:
    """The noun behind *of*, where nothing else is told behind the first."""
    behind = [k for k in tree.kids(head) if k > head and tree.dep(k) != "punct"]
    behind = [k for k in behind if k != _named_behind(tree, head)]
    if len(behind) != 1 or tree.dep(behind[0]) != "nmod" or tree.marker(behind[0]) != "of":
        return None
    return behind[0] if tree.words[behind[0]].upos in {"NOUN", "PROPN"} else None


def _named_behind(tree: Tree, head: int) -> int | None:
    """*lipase* of *a release of enzymes such as lipase*, where it hangs to *release*."""
    named = [k for k in tree.kids(head, "nmod") if tree.marker(k) in EXAMPLES]
    of = [k for k in tree.kids(head, "nmod") if tree.marker(k) == "of"]
    if len(named) != 1 or not of or tree.words[named[0]].upos not in {"NOUN", "PROPN"}:
        return None
    return named[0] if of[0] < named[0] else None


def _opens(tree: Tree, head: int, front: Sequence[int], *, is_sure: bool) -> bool:
    """Is a noun a deed or a measure, with no more before it than a question can say?"""
    word, lemma = tree.words[head], tree.lemma(head)
    if word.upos != "NOUN" or not word.text[1:].isalpha() or len(front) > LONGEST_FRONT:
        return False
    if lemma in KINDS | GROUPS | COUNTING | TIME_UNITS or names_somebody(lemma):
        return False
    before = [k for k in tree.kids(head) if k < head and tree.dep(k) != "case"]
    if any(tree.dep(k) not in {"amod", "compound", "det"} for k in before):
        return False
    articles = tree.determiners(head)
    if is_sure:
        return not articles - {"the", "a", "an"}
    if articles - {"the"} and not (articles <= {"a", "an"} and lemma.endswith(DEEDS)):
        return False
    return not (lemma in SHELLS | IDLE or can_be_touched(lemma))


def _answers(speaker: Speaker, inner: int, words: Sequence[int]) -> bool:
    """Does what stands behind *of* tell something by itself?"""
    tree = speaker.tree
    if len(words) > LONGEST_INNER or dangling(tree, words, speaker.instead):
        return False
    if bare_definite(tree, inner, words) or anaphoric(tree, inner, words):
        return False
    if names_somebody(tree.lemma(inner)) or any(
        tree.lemma(w) in {"to", "between"} or tree.words[w].xpos in {"CD", "PRP$"} for w in words
    ):
        return False
    said = tree.say(words, speaker.around)
    return rarest(said.split()) >= TELLING or any(word[:1].isupper() for word in said.split()[1:])
