"""The best pairs of all."""

from __future__ import annotations

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from cards.pairing import best_pairs

ROWS = st.lists(st.dictionaries(st.integers(0, 4), st.floats(0.01, 2), max_size=4), max_size=4)


@given(ROWS)
def test_no_other_pairs_have_a_better_total(worth):
    found = best_pairs(worth)
    ways = product(*[[None, *row] for row in worth])
    totals = [
        sum(worth[row][column] for row, column in enumerate(way) if column is not None)
        for way in ways
        if len({c for c in way if c is not None}) == sum(c is not None for c in way)
    ]

    assert len({column for _, column in found}) == len({row for row, _ in found}) == len(found)
    assert abs(sum(worth[row][column] for row, column in found) - max(totals, default=0)) < 1e-9
