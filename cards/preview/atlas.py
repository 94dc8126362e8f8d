"""Chains in, a map of them out: islands of boxes and arrows, each with its place."""

from __future__ import annotations

import math
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from cards.model import Chain, Link, Sign
from cards.preview.layers import COLUMN, Place, lay_out

LINE, PADDING = 19.0, 20.0
"""Height of a line of a box's text, and what a box has besides."""
LETTERS = 23
"""That fit into a line of a box, with room to spare."""
CAPTION, APART = 44.0, 64.0
"""Height of an island's title, and the gap below an island."""
SHAPE = 1.5
"""The map is so much wider than high: as screens are."""


@dataclass(frozen=True, slots=True)
class Box:
    """A thing of the map."""

    text: str
    left: float
    top: float
    height: float


@dataclass(frozen=True, slots=True)
class Arrow:
    """A link of the map."""

    start: int
    """Index of its box in the island."""
    end: int
    sign: Sign
    """For the words of its boxes."""
    link: Link
    way: tuple[Place, ...]
    """Where it begins, bends and ends, in the island."""


@dataclass(frozen=True, slots=True)
class Island:
    """Chains that hang together."""

    note: str
    """Path of their note."""
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]
    width: float
    height: float
    left: float = 0.0
    top: float = 0.0


@dataclass(frozen=True, slots=True)
class Thing:
    """What chains join by."""

    note: str
    """A word may mean two things in two notes."""
    key: str
    less: bool
    """*Less light* and *light* are two boxes: an arrow's sign is right for one of them."""


@dataclass(frozen=True, slots=True)
class _Step:
    link: Link
    sign: Sign


Pair = tuple[Thing, Thing]


def draw_map(chains: Sequence[Chain]) -> tuple[Island, ...]:
    """Draw all chains of a deck: those of a note that share a thing hang together."""
    words: dict[Thing, str] = {}
    steps: dict[Pair, _Step] = {}
    for chain in chains:
        things = list(_things(chain))
        for thing, said in zip(things, chain.nodes, strict=True):
            words.setdefault(thing, said)
        for pair, link, sign in zip(pairwise(things), chain.links, chain.signs, strict=True):
            if pair[0] != pair[1]:
                steps.setdefault(pair, _Step(link, sign))
    return tuple(_spread([_island(part, words) for part in _apart(steps)]))


def _things(chain: Chain) -> Iterator[Thing]:
    """What a chain names, one thing for each node."""
    first, last = chain.links[0], chain.links[-1]
    yield Thing(chain.note, first.cause_key, first.cause_less)
    for link, following in pairwise(chain.links):
        # A link to several things leads on by those that the next one begins with.
        shared = {*link.effect_key.split(" & ")} & {*following.cause_key.split(" & ")}
        key = " & ".join(sorted(shared)) or following.cause_key
        yield Thing(chain.note, key, link.effect_less)
    yield Thing(chain.note, last.effect_key, last.effect_less)


def _apart(steps: Mapping[Pair, _Step]) -> list[dict[Pair, _Step]]:
    """Part the links into those that hang together, in reading order."""
    shores = _shores(steps)
    islands: dict[Thing, dict[Pair, _Step]] = defaultdict(dict)
    for pair, step in steps.items():
        islands[shores[pair[0]]][pair] = step
    return list(islands.values())


def _shores(steps: Mapping[Pair, _Step]) -> dict[Thing, Thing]:
    """For each thing the first thing that it hangs together with."""
    beside: dict[Thing, list[Thing]] = defaultdict(list)
    for cause, effect in steps:
        beside[cause].append(effect)
        beside[effect].append(cause)
    shores: dict[Thing, Thing] = {}
    for first in beside:
        reached = [] if first in shores else [first]
        while reached:
            key = reached.pop()
            if key not in shores:
                shores[key] = first
                reached += beside[key]
    return shores


def _island(steps: Mapping[Pair, _Step], words: Mapping[Thing, str]) -> Island:
    things = list(dict.fromkeys(thing for pair in steps for thing in pair))
    number = {thing: index for index, thing in enumerate(things)}
    heights = [_height(words[thing]) for thing in things]
    edges = [(number[cause], number[effect]) for cause, effect in steps]
    layout = lay_out(heights, edges)
    boxes = tuple(
        Box(words[thing], left, top, height)
        for thing, (left, top), height in zip(things, layout.corners, heights, strict=True)
    )
    arrows = tuple(
        Arrow(start, end, step.sign, step.link, way)
        for (start, end), step, way in zip(edges, steps.values(), layout.ways, strict=True)
    )
    return Island(things[0].note, boxes, arrows, layout.width, layout.height)


def _height(text: str) -> float:
    """Of a box that holds a text; a wide letter takes the room of two."""
    lines, used = 1, 0
    for word in text.split():
        long = sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in word)
        if used and used + 1 + long > LETTERS:
            lines, used = lines + 1, 0
        used += long + (1 if used else 0)
        lines, used = lines + (used - 1) // LETTERS, (used - 1) % LETTERS + 1
    return lines * LINE + PADDING


def _spread(islands: Sequence[Island]) -> Iterator[Island]:
    """Put each island where there is room highest up, in columns of one box each."""
    spans = [max(1, math.ceil((island.width + APART / 2) / COLUMN)) for island in islands]
    area = sum(
        span * COLUMN * (island.height + CAPTION + APART)
        for span, island in zip(spans, islands, strict=True)
    )
    columns = max([*spans, math.ceil(math.sqrt(area * SHAPE) / COLUMN)])
    floor = [0.0] * columns
    for island, span in zip(islands, spans, strict=True):
        first = min(range(columns - span + 1), key=lambda at, span=span: max(floor[at : at + span]))  # type: ignore[misc]
        top = max(floor[first : first + span])
        floor[first : first + span] = [top + CAPTION + island.height + APART] * span
        yield replace(island, left=first * COLUMN, top=top + CAPTION)
