"""The author's own cards, taken as they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from cards.claims.passage import Passage, Place, TimeOf, evidence_at
from cards.english.facts import Fact
from cards.model import Block, Hidden, Note, SpanKind

WRAPPERS: dict[SpanKind, tuple[str, ...]] = {
    "bold": ("**", "__"),
    "italic": ("*", "_"),
    "code": ("`", "``"),
}
STOPS = re.compile(r"[.!?…][\"'”’)\]]*\s*$")
Stretch = tuple[int, int]
"""Start and end in a block's text."""


def own_facts(note: Note, place: Place, time_of: TimeOf) -> Iterator[Fact]:
    """Find what the author marked as a card, in any language; its words are never changed."""
    block = place.block
    for start, end in stretches(place):
        evidence = evidence_at(note, block, start, end, time_of(place.index, end))
        asked, told = _sides(block, start, end)
        if not asked.strip():
            continue
        fact = Fact("property", "own", evidence.quote.plain, evidence, term=asked, meaning=told)
        marks = tuple(
            (block.text[s.start : s.end], s.kind)
            for s in block.spans
            if s.start < end and s.end > start
        )
        yield replace(fact, marks=marks, images=block.images)


def is_own(passage: Passage) -> bool:
    """Tell a sentence that the author made a card of, so that no rule has to read it."""
    sentence = passage.tree.sentence
    own = stretches(passage.place) if passage.block.hidden else []
    return any(start < sentence.end and sentence.start < end for start, end in own)


def stretches(place: Place) -> list[Stretch]:
    """Where the author's cards stand: the whole of an own block, else each sentence with a gap."""
    block = place.block
    if not block.text.strip():
        return []
    if block.author is not None:
        return [(0, len(block.text))]
    return [
        (start, end)
        for start, end in _sentences(place)
        if any(start < gap.end and gap.start < end for gap in block.hidden)
    ]


def _sentences(place: Place) -> list[Stretch]:
    """The sentences of a block, its label with the first; none ends inside a gap or unstopped."""
    text = place.block.text
    cuts = [
        cut
        for tree in place.trees[1:]
        if (cut := tree.sentence.start)
        and STOPS.search(text[:cut])
        and not any(gap.start < cut < gap.end for gap in place.block.hidden)
    ]
    edges = [0, *cuts, len(text)]
    return [(start, start + len(text[start:end].rstrip())) for start, end in pairwise(edges)]


def _sides(block: Block, start: int, end: int) -> tuple[str, str]:
    """Question and answer; what has gaps is all question, the gaps with their signs."""
    if block.author is not None:
        asked, told = (_unwrapped(text, block) for text in block.author)
        return asked, told
    pieces = []
    here = start
    for gap in block.hidden:
        if start <= gap.start and gap.end <= end:
            pieces += [block.text[here : gap.start], _signed(block, gap)]
            here = gap.end
    return "".join([*pieces, block.text[here:end]]), ""


def _signed(block: Block, gap: Hidden) -> str:
    words = block.text[gap.start : gap.end]
    return f"{{{{c{gap.number}::{words}}}}}" if gap.number else f"=={words}=="


def _unwrapped(text: str, block: Block) -> str:
    """The text without the signs of emphasis, which the card gets back as marks."""
    for span in block.spans:
        words = block.text[span.start : span.end]
        for wrapper in WRAPPERS.get(span.kind, ()):
            text = text.replace(f"{wrapper}{words}{wrapper}", words)
    return text
