"""Which candidates become cards, and why the others do not."""

from __future__ import annotations

import pytest
from case_files import choice_shown, params, write_expected


@pytest.mark.parametrize(("source", "expected"), params("gates.md"))
def test_gates(source, expected):
    assert choice_shown(source) == expected


if __name__ == "__main__":
    # Writes what comes out now into the case file.
    write_expected("gates.md", choice_shown)
