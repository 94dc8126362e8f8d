"""What is asked: for each kind of fact its questions, answers and gaps."""

from __future__ import annotations

import pytest
from case_files import lists_shown, params, questions_shown, write_expected


@pytest.mark.parametrize(("source", "expected"), params("questions.md"))
def test_questions(source, expected):
    assert questions_shown(source) == expected


@pytest.mark.parametrize(("source", "expected"), params("lists.md"))
def test_lists(source, expected):
    assert lists_shown(source) == expected


if __name__ == "__main__":
    # Writes what comes out now into the case files.
    write_expected("questions.md", questions_shown)
    write_expected("lists.md", lists_shown)
