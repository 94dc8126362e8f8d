"""Boxes and arrows between them in, their places out: causes above, effects below."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

WIDE = 196.0
"""Of a box, in CSS pixels."""
COLUMN = 236.0
"""A box and the gap beside it."""
BEND = 40.0
"""Room for an arrow that passes by a layer of boxes."""
BETWEEN = 60.0
"""From one layer to the next: room for an arrow and its sign."""
SWEEPS = 8
"""Times that the layers are put in order by their neighbours; more changed nothing."""
PORT = 26.0
"""Between the ends of two arrows at one box."""

Place = tuple[float, float]
Edge = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Layout:
    """Where everything is; the left and upper edge is 0."""

    corners: tuple[Place, ...]
    """Left and top of each box."""
    ways: tuple[tuple[Place, ...], ...]
    """Of each arrow: where it begins, bends, and ends."""
    width: float
    height: float


def lay_out(heights: Sequence[float], edges: Sequence[Edge]) -> Layout:
    """Place boxes in layers.

    Args:
        heights: Of the boxes, whose indices the edges name; each box has an edge.
        edges: Cause and effect, each pair once, none to itself. They may run in a ring.
    """
    falling = _without_rings(len(heights), edges)
    depth = _depths(len(heights), falling)
    grid = _grid(depth, falling)
    _untangle(grid)
    middles = _columns(grid)
    tops = _tops(grid, heights)
    corners = tuple(
        (middles[box] - WIDE / 2, tops[depth[box]][0] + (tops[depth[box]][1] - height) / 2)
        for box, height in enumerate(heights)
    )
    ways = _ways(edges, grid, middles, tops, _Boxes(corners, heights))
    bottom = max(top + height for (_, top), height in zip(corners, heights, strict=True))
    right = max(middles[each] + (WIDE if each < len(heights) else 0) / 2 for each in middles)
    return Layout(corners, ways, right, bottom)


def _without_rings(count: int, edges: Sequence[Edge]) -> tuple[Edge, ...]:
    """The edges so turned that none leads back up."""
    after: dict[int, list[int]] = defaultdict(list)
    for cause, effect in edges:
        after[cause].append(effect)
    done: set[int] = set()
    back: set[Edge] = set()
    has_cause = {effect for _, effect in edges}
    for root in sorted(range(count), key=lambda box: (box in has_cause, box)):
        open_boxes = [(root, iter(after[root]))] if root not in done else []
        above = {root}
        while open_boxes:
            box, effects = open_boxes[-1]
            effect = next(effects, -1)
            if effect < 0:
                open_boxes.pop()
                above.discard(box)
                done.add(box)
            elif effect in above:
                back.add((box, effect))
            elif effect not in done:
                above.add(effect)
                open_boxes.append((effect, iter(after[effect])))
    return tuple((edge[1], edge[0]) if edge in back else edge for edge in edges)


def _depths(count: int, falling: Sequence[Edge]) -> list[int]:
    """The layer of each box: below all its causes, and a first cause right above its effects."""
    depth = [0] * count
    for _ in range(count):
        moved = False
        for cause, effect in falling:
            if depth[effect] <= depth[cause]:
                depth[effect], moved = depth[cause] + 1, True
        if not moved:
            break
    has_cause = {effect for _, effect in falling}
    for box in set(range(count)) - has_cause:
        depth[box] = min((depth[e] for c, e in falling if c == box), default=1) - 1
    return depth


@dataclass(frozen=True, slots=True)
class _Grid:
    """Boxes and the bends of long edges, layer by layer. A bend is a number after the boxes."""

    boxes: int
    rows: list[list[int]]
    ways: tuple[tuple[int, ...], ...]
    """Of each edge: its box, its bends, its box, from above to below."""

    def width(self, each: int) -> float:
        return COLUMN if each < self.boxes else BEND

    def neighbours(self) -> tuple[Mapping[int, list[int]], Mapping[int, list[int]]]:
        """What each is joined to in the layer above and in the one below."""
        above: dict[int, list[int]] = defaultdict(list)
        below: dict[int, list[int]] = defaultdict(list)
        for way in self.ways:
            for upper, lower in pairwise(way):
                above[lower].append(upper)
                below[upper].append(lower)
        return above, below


def _grid(depth: Sequence[int], falling: Sequence[Edge]) -> _Grid:
    rows: list[list[int]] = [[] for _ in range(max(depth) + 1)]
    for box, layer in enumerate(depth):
        rows[layer].append(box)
    bend = len(depth)
    ways = []
    for cause, effect in falling:
        way = [cause]
        for layer in range(depth[cause] + 1, depth[effect]):
            rows[layer].append(bend)
            way.append(bend)
            bend += 1
        ways.append((*way, effect))
    return _Grid(len(depth), rows, tuple(ways))


def _untangle(grid: _Grid) -> None:
    """Put each layer in the order of what it is joined to, from above and from below in turn."""
    above, below = grid.neighbours()
    for sweep in range(SWEEPS):
        down = sweep % 2 == 0
        rows = grid.rows[1:] if down else grid.rows[-2::-1]
        for row in rows:
            rank = {each: at for other in grid.rows for at, each in enumerate(other)}
            joined = above if down else below
            row.sort(
                key=lambda each, rank=rank, joined=joined: _mean(  # type: ignore[misc]
                    [rank[other] for other in joined[each]], rank[each]
                )
            )


def _mean(numbers: Sequence[float], otherwise: float) -> float:
    return sum(numbers) / len(numbers) if numbers else otherwise


def _columns(grid: _Grid) -> dict[int, float]:
    """The middle of each box and bend, as near below and above its neighbours as there is room."""
    above, below = grid.neighbours()
    middles: dict[int, float] = {}
    for row in grid.rows:
        middles |= _in_room(row, [0.0] * len(row), grid)
    for sweep in range(SWEEPS):
        down = sweep % 2 == 0
        joined = above if down else below
        for row in grid.rows if down else grid.rows[::-1]:
            wanted = [_mean([middles[o] for o in joined[each]], middles[each]) for each in row]
            middles |= _in_room(row, wanted, grid)
    left = min(middles[each] - (WIDE if each < grid.boxes else 0) / 2 for each in middles)
    return {each: middle - left for each, middle in middles.items()}


def _in_room(row: Sequence[int], wanted: Sequence[float], grid: _Grid) -> dict[int, float]:
    """Places near the wanted ones that leave everything its room: the mean of two such."""
    apart = [(grid.width(one) + grid.width(two)) / 2 for one, two in pairwise(row)]
    right = list(wanted)
    for at, gap in enumerate(apart):
        right[at + 1] = max(right[at + 1], right[at] + gap)
    left = list(wanted)
    for at in range(len(apart) - 1, -1, -1):
        left[at] = min(left[at], left[at + 1] - apart[at])
    return {each: (one + two) / 2 for each, one, two in zip(row, left, right, strict=True)}


def _tops(grid: _Grid, heights: Sequence[float]) -> list[Place]:
    """Top and height of each layer."""
    tops, top = [], 0.0
    for row in grid.rows:
        height = max((heights[each] for each in row if each < grid.boxes), default=0.0)
        tops.append((top, height))
        top += height + BETWEEN
    return tops


@dataclass(frozen=True, slots=True)
class _Boxes:
    corners: Sequence[Place]
    heights: Sequence[float]


def _ways(
    edges: Sequence[Edge],
    grid: _Grid,
    middles: Mapping[int, float],
    tops: Sequence[Place],
    boxes: _Boxes,
) -> tuple[tuple[Place, ...], ...]:
    """Where each arrow runs; one that was turned to draw it runs as it was meant."""
    leaves = _ports(grid, middles, [(way[0], way[1]) for way in grid.ways])
    lands = _ports(grid, middles, [(way[-1], way[-2]) for way in grid.ways])
    layer = {each: number for number, row in enumerate(grid.rows) for each in row}
    ways = []
    for edge, way, leave, land in zip(edges, grid.ways, leaves, lands, strict=True):
        first = leave, boxes.corners[way[0]][1] + boxes.heights[way[0]]
        last = land, boxes.corners[way[-1]][1]
        bends = tuple(_passing(middles[each], tops[layer[each]]) for each in way[1:-1])
        points = (first, *(point for bend in bends for point in bend), last)
        ways.append(points if way[0] == edge[0] else points[::-1])
    return tuple(ways)


def _passing(middle: float, row: Place) -> Iterator[Place]:
    """An arrow passes a layer straight."""
    top, height = row
    yield middle, top
    yield middle, top + height


def _ports(
    grid: _Grid, middles: Mapping[int, float], ends: Sequence[tuple[int, int]]
) -> list[float]:
    """Where along its box each edge ends, in the order of where it comes from."""
    at: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for number, (box, other) in enumerate(ends):
        at[box].append((middles[other], number))
    ports = [0.0] * len(grid.ways)
    for box, others in at.items():
        gap = min(PORT, WIDE * 0.7 / len(others))
        for place, (_, number) in enumerate(sorted(others)):
            ports[number] = middles[box] + (place - (len(others) - 1) / 2) * gap
    return ports
