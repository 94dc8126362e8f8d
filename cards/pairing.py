"""What each pair is worth in, the pairs with the best total out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

ENDLESS = float("inf")


def best_pairs(worth: Sequence[Mapping[int, float]]) -> list[tuple[int, int]]:
    """Pair rows with columns one to one so that the total is best (Hungarian method).

    Args:
        worth: For each row what its columns are worth, more than 0; a column that is not named
            is none for this row.

    Returns:
        Row and column, sorted. A row may stay alone, which is worth 0.
    """
    named = sorted({column for row in worth for column in row})
    places = {column: place for place, column in enumerate(named)}
    # Each row has a column of its own that is worth nothing: to stay alone.
    cost = [[0.0] * (len(named) + len(worth)) for _ in worth]
    for number, row in enumerate(worth):
        for column, value in row.items():
            cost[number][places[column]] = -value
    taken = _assign(cost)
    pairs = ((row, named[place]) for row, place in enumerate(taken) if place < len(named))
    return [(row, column) for row, column in pairs if column in worth[row]]


def _assign(cost: Sequence[Sequence[float]]) -> list[int]:
    """The column of each row; there are at least as many columns as rows."""
    wide = len(cost[0]) if cost else 0
    # Row and column 0 stand for "none"; all others count from 1.
    up, down = [0.0] * (len(cost) + 1), [0.0] * (wide + 1)
    row_of = [0] * (wide + 1)
    for row in range(1, len(cost) + 1):
        row_of[0] = row
        end, way = _path(cost, up, down, row_of)
        while end:
            row_of[end] = row_of[way[end]]
            end = way[end]
    columns = [0] * len(cost)
    for column, row in enumerate(row_of[1:]):
        if row:
            columns[row - 1] = column
    return columns


def _path(
    cost: Sequence[Sequence[float]], up: list[float], down: list[float], row_of: list[int]
) -> tuple[int, list[int]]:
    """The cheapest way from the row at column 0 to a free column; the potentials follow."""
    wide = len(down)
    least, way, used = [ENDLESS] * wide, [0] * wide, [False] * wide
    at = 0
    while row_of[at]:
        used[at] = True
        row = row_of[at]
        free = [column for column in range(1, wide) if not used[column]]
        for column in free:
            reduced = cost[row - 1][column - 1] - up[row] - down[column]
            if reduced < least[column]:
                least[column], way[column] = reduced, at
        following = min(free, key=least.__getitem__)
        step = least[following]
        for column in range(wide):
            if used[column]:
                up[row_of[column]] += step
                down[column] -= step
            else:
                least[column] -= step
        at = following
    return at, way
