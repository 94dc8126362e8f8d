"""What is asked: for each kind of fact its questions, answers and gaps."""

from __future__ import annotations

import pytest
from case_files import lists_shown, params, questions_shown, read_cases, write_expected

QUESTIONS = ("questions.md", "questions_truth.md")


@pytest.mark.parametrize(("source", "expected"), [p for name in QUESTIONS for p in params(name)])
def test_questions(source, expected):
    assert questions_shown(source, expected) == expected


@pytest.mark.parametrize(("source", "expected"), params("lists.md"))
def test_lists(source, expected):
    assert lists_shown(source) == expected


def test_every_case_has_a_title_of_its_own():
    """It is the name of its test."""
    for names in (
        ("claims.md", "references.md", "noise.md"),
        QUESTIONS,
        ("links.md",),
        ("lists.md",),
        ("gates.md",),
    ):
        titles = [case.title for name in names for case in read_cases(name)]

        assert [title for title in titles if titles.count(title) > 1] == []


if __name__ == "__main__":
    # Writes what comes out now into the case files.
    for each in QUESTIONS:
        write_expected(each, questions_shown)
    write_expected("lists.md", lists_shown)
