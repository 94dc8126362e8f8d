"""A sentence in its surroundings: what the rules look at."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from cards.claims.topics import Told, name_of
from cards.english.clauses import GONE_BY, Clause
from cards.english.facts import Context
from cards.english.mending import mended
from cards.english.tree import Lexicon, Tree
from cards.model import Block, Evidence, Note, Quote, Sentence

TimeOf = Callable[[int, int], tuple[int | None, bool]]
"""Block number and end of a passage in its text to seconds and whether that is only near."""


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


def evidence_at(
    note: Note, block: Block, start: int, end: int, moment: tuple[int | None, bool]
) -> Evidence:
    """The evidence that a stretch of a block's text is, with its second and if that is near."""
    low, high = block.raw(start, end)
    quote = Quote(low, high, note.text[low:high], block.text[start:end])
    return Evidence(quote, block.headings, *moment, low)


@dataclass(frozen=True)
class Passage:
    """One sentence, its block, and what was said before."""

    note: Note
    place: Place
    tree: Tree
    position: int
    """Of the sentence in its block, from 0."""
    first: bool
    """Stands no text before its block under its heading?"""
    before: tuple[Passage, ...]
    """The sentences before it that it may point back to, nearest last."""
    topic: str
    """The thing the note is about; may be empty."""
    past: tuple[Passage, ...] = ()
    """Of the blocks before, below the same heading, the last sentences: nearest last."""
    section: str = ""
    """The thing its nearest heading names; may be empty."""
    above: str = ""
    """The thing that the next heading above it names; may be empty."""
    contexts: tuple[Context, ...] = ()
    """What tells where the sentence belongs, the nearest first."""
    kinds: Mapping[str, str] = field(default_factory=dict)
    """A noun's lemma to the one word that the note puts before it: gum → nicotine."""
    called: Mapping[str, str] = field(default_factory=dict)
    """A thing in lower case to the class that the note gives it: osteocalcin → hormone."""
    instead: Mapping[int, str] = field(default_factory=dict)
    """Pronouns and their like, and what they stand for."""
    plurals: Mapping[int, bool] = field(default_factory=dict)
    """Number of what a replaced word stands for."""
    whole: int | None = None
    """A bare *this* that stands for the sentence before; its word number."""
    again: int | None = None
    """The noun of a *this method* that only the sentence before it explains; its word number.

    Where a doing stands for it, as for *this inhibition*, it is in ``instead`` as well.
    """
    clauses: tuple[Clause, ...] = ()
    items: tuple[str, ...] = ()
    """Of the list that the block introduces."""

    @property
    def block(self) -> Block:
        return self.place.block

    @property
    def year(self) -> str:
        """*1912*, where a sentence stands behind a label that is one; or empty."""
        return self.place.label if self.position == 0 and YEAR.fullmatch(self.place.label) else ""

    @property
    def heading(self) -> str:
        return self.block.headings[-1] if self.block.headings else ""


YEAR = re.compile(GONE_BY)
"""A year gone by."""


def read_places(blocks: Sequence[Block], parsed: Sequence[tuple[Sentence, ...]]) -> list[Place]:
    """Give every block its trees, the label's apart."""
    parsed = [tuple(mended(sentence) for sentence in sentences) for sentences in parsed]
    everything = [
        sentence
        for block, sentences in zip(blocks, parsed, strict=True)
        for sentence in sentences
        if block.kind != "heading" and sentence.start >= block.label
    ]
    lexicon = replace(Lexicon.of(everything), titled=_are_titled(blocks))
    places = []
    for index, (block, sentences) in enumerate(zip(blocks, parsed, strict=True)):
        body = tuple(Tree(s, lexicon) for s in sentences if s.start >= block.label and s.words)
        labels = [s for s in sentences if s.end <= block.label and s.words]
        label_tree = Tree(labels[0], lexicon) if len(labels) == 1 else None
        label = block.text[: block.label].strip().rstrip(" :–—-")
        places.append(Place(index, block, body, label, label_tree))
    return places


def _are_titled(blocks: Sequence[Block]) -> bool:
    """Are the labels of a note in Title Case? No where two in three have small words."""
    found = [LATER_WORD.findall(block.text[: block.label].partition("(")[0]) for block in blocks]
    small = sum(any(word.islower() for word in words) for words in found)
    titled = sum(any(words) and not any(w.islower() for w in words) for words in found)
    return small < FEWEST_SMALL or small < 2 * titled


LATER_WORD = re.compile(r"(?<=[\w’'-] )[^\W\d_]{4,}")
"""A word of a label behind its first one, no *of* or *and*."""
FEWEST_SMALL = 2
"""Labels with small words that show how a note writes them."""


def section_of(headings: Sequence[str], blocks: Sequence[Block], nouns: Collection[str]) -> str:
    """The thing that the last of some headings names, as *topic_of* finds it; often empty."""
    if not headings:
        return ""
    inside = [other for other in blocks if other.headings[: len(headings)] == tuple(headings)]
    if any(other.headings == tuple(headings) and other.kind != "heading" for other in inside):
        inside = [other for other in inside if other.headings == tuple(headings)]
    sentences = " . ".join(other.text for other in inside if other.kind != "heading")
    return name_of(headings[-1], Told(f"{headings[-1]} . {sentences}", sentences, nouns))


OFTEN = 2
"""Times that a note says a compound before its noun alone stands for it."""


def kinds_of(places: Sequence[Place]) -> dict[str, str]:
    """The nouns that a note has with one compound word before them and no other: *nicotine gum*."""
    found: dict[str, list[str]] = {}
    for place in places:
        for tree in place.trees:
            for word in tree.words:
                if word.upos != "NOUN" or word.dep == "compound":
                    continue
                before = tree.kids(word.index, "compound")
                if before == [word.index - 1]:
                    found.setdefault(tree.lemma(word.index), []).append(tree.words[before[0]].text)
                elif before or tree.kids(word.index, "amod"):
                    found.setdefault(tree.lemma(word.index), []).append("")
    return {
        noun: texts[0]
        for noun, texts in found.items()
        if len({text.lower() for text in texts}) == 1 and texts[0] and len(texts) >= OFTEN
    }


def topic_of(note: Note, blocks: Sequence[Block], nouns: Collection[str]) -> str:
    """The thing the note is about: the words of its title that its body says most.

    Args:
        nouns: Words that are nouns in the body, lower case.

    Returns:
        As the body spells it most often; empty where no words of the title come back.
    """
    everything = " . ".join(block.text for block in blocks)
    sentences = " . ".join(block.text for block in blocks if block.kind != "heading")
    return name_of(note.title, Told(everything, sentences, nouns))
