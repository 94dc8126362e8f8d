"""A note's blocks and what became of its sentences in, its text in coloured pieces out."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from cards.model import Block, Note


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of a sentence."""

    start: int
    """In the file, as ``Quote.start``."""
    end: int
    cards: tuple[int, ...] = ()
    """Numbers of the cards that rest on it."""
    reason: str = ""
    """Why it has none."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of a note as it is shown."""

    kind: str
    """As ``Block.kind``, or "unread" for code, comments, and whatever else is no text."""
    depth: int
    number: int
    pieces: tuple[tuple[str, int], ...]
    """Words, and the index of the sentence that they belong to; -1 for none."""


def paragraphs(note: Note, blocks: Sequence[Block], fates: Sequence[Fate]) -> list[Paragraph]:
    """Lay out a note with each word given to its sentence.

    Where sentences overlap, a card goes before a reason and the shorter before the longer.
    """
    order = sorted(
        range(len(fates)),
        key=lambda at: (bool(fates[at].cards), fates[at].start - fates[at].end, at),
    )
    found = [
        (block.places[0], Paragraph(block.kind, block.depth, block.number, pieces))
        for block in blocks
        if block.text.strip()
        for pieces in (_pieces(block, fates, order),)
    ]
    found += _unread(note, blocks)
    return [paragraph for _, paragraph in sorted(found, key=lambda pair: pair[0])]


def _pieces(
    block: Block, fates: Sequence[Fate], order: Sequence[int]
) -> tuple[tuple[str, int], ...]:
    low, high = block.places[0], block.places[-1] + 1
    owner = [-1] * len(block.text)
    for index in order:
        fate = fates[index]
        if fate.start >= high or fate.end <= low:
            continue
        start, end = (bisect_left(block.places, offset) for offset in (fate.start, fate.end))
        owner[start:end] = [index] * (end - start)
    runs = groupby(zip(block.text, owner, strict=True), key=lambda pair: pair[1])
    return tuple(("".join(sign for sign, _ in run), index) for index, run in runs)


def _unread(note: Note, blocks: Sequence[Block]) -> Iterator[tuple[int, Paragraph]]:
    """Lines of the body that are in no block, those that follow one another together."""
    covered = bytearray(len(note.text) + 1)
    for block in blocks:
        if block.places:
            first = note.text.rfind("\n", 0, block.places[0]) + 1
            covered[first : block.places[-1] + 1] = b"\1" * (block.places[-1] + 1 - first)
    start = at = note.body
    lines: list[str] = []
    for line in [*note.text[note.body :].splitlines(keepends=True), "\n"]:
        free = covered.find(1, at, at + len(line)) < 0
        if free and line.strip():
            start, lines = (start, [*lines, line]) if lines else (at, [line])
        elif lines and (not free or not line.strip()):
            yield start, Paragraph("unread", 0, 0, (("".join(lines).rstrip(), -1),))
            lines = []
        at += len(line)
