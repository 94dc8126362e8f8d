"""A sentence in its surroundings: what the rules look at."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from cards.english.clauses import Clause
from cards.english.rarity import rarity
from cards.english.tree import Lexicon, Tree
from cards.model import Block, Note, Sentence

STOPWORDS = frozenset(
    """a an the of in on at to for from by with and or but as is are was were be been its
    their this that these those how why what when where which who into over under between
    through during about your you my our we i it they not no vs versus using use used can""".split()
)
# Words a title has about its own text, not about the world.
FRAMES = frozenset(
    """role impact effect effects benefits benefit cost costs understanding introduction
    overview importance challenges challenge strategies strategy techniques technique
    methods method mechanisms mechanism history evolution development future analysis
    comparison exploring concept concepts relationship influence applications application
    types type examples example implications advantages disadvantages guide tips practical
    basics principles process phases key common different new best various factors""".split()
)


@dataclass(frozen=True)
class Place:
    """One block with its parsed sentences."""

    index: int
    block: Block
    trees: tuple[Tree, ...]
    """Of the text behind the label."""
    label: str
    """The label's words without its colon; empty if it has none."""
    label_tree: Tree | None


@dataclass(frozen=True)
class Passage:
    """One sentence, its block, and what was said before."""

    note: Note
    place: Place
    tree: Tree
    position: int
    """Of the sentence in its block, from 0."""
    before: tuple[Passage, ...]
    """The sentences before it that it may point back to, nearest last."""
    topic: str
    instead: Mapping[int, str] = field(default_factory=dict)
    """Pronouns and their like, and what they stand for."""
    plurals: Mapping[int, bool] = field(default_factory=dict)
    """Number of what a replaced word stands for."""
    whole: int | None = None
    """A bare *this* that stands for the sentence before; its word number."""
    clauses: tuple[Clause, ...] = ()
    items: tuple[str, ...] = ()
    """Of the list that the block introduces."""

    @property
    def block(self) -> Block:
        return self.place.block

    @property
    def heading(self) -> str:
        return self.block.headings[-1] if self.block.headings else ""


def read_places(blocks: Sequence[Block], parsed: Sequence[tuple[Sentence, ...]]) -> list[Place]:
    """Give every block its trees, the label's apart."""
    everything = [
        sentence
        for block, sentences in zip(blocks, parsed, strict=True)
        for sentence in sentences
        if block.kind != "heading" and sentence.start >= block.label
    ]
    lexicon = Lexicon.of(everything)
    places = []
    for index, (block, sentences) in enumerate(zip(blocks, parsed, strict=True)):
        body = tuple(Tree(s, lexicon) for s in sentences if s.start >= block.label and s.words)
        labels = [s for s in sentences if s.end <= block.label and s.words]
        label_tree = Tree(labels[0], lexicon) if len(labels) == 1 else None
        label = block.text[: block.label].strip().rstrip(" :–—-")
        places.append(Place(index, block, body, label, label_tree))
    return places


def topic_of(note: Note, blocks: Sequence[Block], nouns: Collection[str]) -> str:
    """The thing the note is about: the words of its title that its body says most.

    Args:
        nouns: Words that are nouns in the body, lower case.

    Returns:
        As the body spells it most often; empty where no words of the title come back.
    """
    words = re.findall(r"[\w'’-]+", note.title)
    body = " ".join(block.text for block in blocks if block.kind != "heading")
    low = body.lower()
    best, best_score = "", 0.0
    for start in range(len(words)):
        for end in range(start + 1, min(start + 5, len(words)) + 1):
            run = [w.lower() for w in words[start:end]]
            if not _may_be_topic(run) or run[-1] not in nouns:
                continue
            phrase = " ".join(run)
            stem = re.escape(phrase.removesuffix("s"))
            count = len(re.findall(rf"\b{stem}s?\b", low))
            if len(run) == 1 and rarity(phrase) < TELLING:
                continue
            score = count * len(run) ** 1.5
            if count >= 2 and score > best_score:
                best, best_score = phrase, score
    return _as_spelt(best, body) if best else ""


TELLING = 0.3
"""Rarity from which one word names a field: *otters*, but not *questions*."""


def _may_be_topic(run: list[str]) -> bool:
    if run[0] in STOPWORDS | FRAMES or run[-1] in STOPWORDS or len(run[-1]) < 3:
        return False
    if any(w in {"and", "or", "vs", "versus"} for w in run):
        return False
    return not all(w in FRAMES | STOPWORDS for w in run)


def _as_spelt(phrase: str, body: str) -> str:
    found = re.findall(r"(?<=[a-z,] )" + re.escape(phrase), body, re.IGNORECASE)
    found = found or re.findall(re.escape(phrase), body, re.IGNORECASE)
    counts = Counter(found)
    return min(counts, key=lambda form: (-counts[form], form)) if counts else phrase
