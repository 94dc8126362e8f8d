"""Words: the cases of ``parse/tokens.md``, and what holds for every text."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cards.parse.tokens import tokenize

CASES = Path(__file__).parent / "parse" / "tokens.md"
PIECES = ("don't", "R-naught", "NAD+", "$x^2$", "$5", " ", "\n", "5mg", "e.g.", "J.", ".", "’s")
PIECES += ("https://a.b/c", "🇩🇪", "👩‍⚕️", "é", "e\u0301", "\u200b", "(", ")", "-", "—", "...", "А")


def cases():
    """Name, text and expected words of each case."""
    for block in CASES.read_text("utf-8").split("\n\n")[1:]:
        name, text, words = (part.strip("\n") for part in block.split("\n.\n")[:3])
        yield pytest.param(text, words.removesuffix("\n."), id=name)


@pytest.mark.parametrize(("text", "words"), list(cases()))
def test_a_text_is_cut_into_words_as_the_treebanks_do(text, words):
    assert " | ".join(text[start:end] for start, end in tokenize(text)) == words


@given(st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=12).map("".join)))
def test_every_character_that_is_no_blank_belongs_to_exactly_one_word(text):
    places = tokenize(text)

    inside = [offset for start, end in places for offset in range(start, end)]
    assert inside == sorted(set(inside))
    assert all(text[offset].isspace() for offset in set(range(len(text))) - set(inside))
    assert all(start < end for start, end in places)


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_a_word_neither_begins_nor_ends_with_a_blank(text):
    words = [text[start:end] for start, end in tokenize(text)]

    assert words == [word.strip() for word in words]


@pytest.mark.parametrize(
    "unit",
    ["a_", "a-", "a.", "a.b-", "$", "$1_", "(", "'s", "1a", "http://", "é", "@", "a@a.", "^"],
)
def test_a_long_run_without_a_blank_takes_no_longer_than_it_should(unit):
    """Patterns that can match in many ways would not come back from these."""
    text = unit * 20_000

    places = tokenize(text)

    assert places[0][0] == 0
    assert places[-1][1] == len(text)
    assert all(before[1] == after[0] for before, after in itertools.pairwise(places))
