"""Chains in, a map of them out: islands of boxes and arrows, each with its place."""

from __future__ import annotations

import math
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from cards.model import Chain, Link
from cards.preview.layers import COLUMN, Place, lay_out

LINE, PADDING = 19.0, 20.0
"""Height of a line of a box's text, and what a box has besides."""
LETTERS = 23
"""That fit into a line of a box, with room to spare."""
CAPTION, APART = 44.0, 64.0
"""Height of an island's title, and the gap below an island."""
SHAPE = 1.5
"""The map is so much wider than high: as screens are."""

Key = tuple[str, str]
"""A thing: a note that names it, and its words as the chains join them."""


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
    link: Link
    way: tuple[Place, ...]
    """Where it begins, bends and ends, in the island."""


@dataclass(frozen=True, slots=True)
class Island:
    """Chains that hang together."""

    note: str
    """Path of the note where the first of them begins."""
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]
    width: float
    height: float
    left: float = 0.0
    top: float = 0.0


def draw_map(chains: Sequence[Chain]) -> tuple[Island, ...]:
    """Draw all chains of a deck: those that share a thing hang together, others lie apart."""
    things = _Things(chains)
    return tuple(_spread([_island(note, links, things) for note, links in things.apart()]))


class _Things:
    """What the chains speak of: one key for each thing."""

    def __init__(self, chains: Sequence[Chain]) -> None:
        self._above: dict[Key, Key] = {}
        self._of_link: dict[Link, Key] = {}
        self._notes: dict[Link, str] = {}
        self.words: dict[Key, str] = {}
        for chain in chains:
            self._join_all(chain)
        for chain in chains:
            for link, words in zip(chain.links, pairwise(chain.nodes), strict=True):
                for key, said in zip(self.ends(link), words, strict=True):
                    self.words.setdefault(key, said)

    def _join_all(self, chain: Chain) -> None:
        for link in chain.links:
            # A chain over several notes names things that only one of them knows.
            self._notes.setdefault(link, chain.note)
        for one, two in pairwise(chain.links):
            self._join(self._effect(one), self._cause(two))

    def _cause(self, link: Link) -> Key:
        return self._notes[link], link.cause_key

    def _effect(self, link: Link) -> Key:
        return self._notes[link], link.effect_key

    def ends(self, link: Link) -> tuple[Key, Key]:
        return self.of(self._cause(link)), self.of(self._effect(link))

    def of(self, key: Key) -> Key:
        """The key that stands for a thing."""
        above = self._above.setdefault(key, key)
        while above != self._above[above]:
            above = self._above[above]
        self._above[key] = above
        return above

    def _join(self, one: Key, two: Key) -> None:
        self._above[self.of(two)] = self.of(one)

    def apart(self) -> Iterator[tuple[str, Mapping[tuple[Key, Key], Link]]]:
        """Notes and links of each island, in reading order; of links alike the first."""
        steps: dict[tuple[Key, Key], Link] = {}
        for link in self._notes:
            cause, effect = self.ends(link)
            if cause != effect:
                steps.setdefault((cause, effect), link)
        shores = _shores(steps)
        islands: dict[Key, dict[tuple[Key, Key], Link]] = defaultdict(dict)
        for pair, link in steps.items():
            islands[shores[pair[0]]][pair] = link
        for island in islands.values():
            yield self._notes[next(iter(island.values()))], island


def _shores(steps: Mapping[tuple[Key, Key], Link]) -> dict[Key, Key]:
    """For each thing the first thing that it hangs together with."""
    beside: dict[Key, list[Key]] = defaultdict(list)
    for cause, effect in steps:
        beside[cause].append(effect)
        beside[effect].append(cause)
    shores: dict[Key, Key] = {}
    for first in beside:
        reached = [] if first in shores else [first]
        while reached:
            key = reached.pop()
            if key not in shores:
                shores[key] = first
                reached += beside[key]
    return shores


def _island(note: str, links: Mapping[tuple[Key, Key], Link], things: _Things) -> Island:
    keys = list(dict.fromkeys(key for pair in links for key in pair))
    number = {key: index for index, key in enumerate(keys)}
    heights = [_height(things.words[key]) for key in keys]
    edges = [(number[cause], number[effect]) for cause, effect in links]
    layout = lay_out(heights, edges)
    boxes = tuple(
        Box(things.words[key], left, top, height)
        for key, (left, top), height in zip(keys, layout.corners, heights, strict=True)
    )
    arrows = tuple(
        Arrow(start, end, link, way)
        for (start, end), link, way in zip(edges, links.values(), layout.ways, strict=True)
    )
    return Island(note, boxes, arrows, layout.width, layout.height)


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
