"""What two words are to each other."""

from __future__ import annotations

import pytest

from cards.english.thesaurus import (
    akin,
    can_be_touched,
    is_word,
    names_kind,
    names_somebody,
    relation,
)

PAIRS = [
    ("crack", "gap", "same"),
    ("cracks", "gaps", "same"),
    ("barge", "boat", "near"),
    ("lorry", "vehicle", "near"),
    ("tiny", "small", "near"),
    ("wheat", "rye", "other"),
    ("potassium", "calcium", "other"),
    ("early", "late", "contrary"),
    ("warm", "cold", "contrary"),
    ("king", "queen", "contrary"),
    ("door", "idea", ""),
    ("qqqq", "door", ""),
]


@pytest.mark.parametrize(("one", "two", "found"), PAIRS)
def test_two_words_are_the_same_whichever_comes_first(one, two, found):
    assert relation(one, two) == relation(two, one) == found


def test_words_that_share_a_seldom_sense_are_not_two_kinds():
    """A *barrier* and a *bar* are two kinds of obstacle, and may be one."""
    assert relation("barrier", "bar") == ""


def test_a_doing_of_which_almost_all_are_ways_makes_no_two_alike():
    """*To crumble* and *to harden* are to change; nor do forms hide a word: *inflames*."""
    assert not akin("harden", "crumble")
    assert not akin("suppresses", "inflames")


def test_a_form_of_two_words_is_akin_in_both_or_not_at_all():
    """*Bore* is to weary, or was to bear."""
    assert akin("motivate", "bear")
    assert not akin("motivate", "bore")


@pytest.mark.parametrize("pair", ["lift raise", "dim brighten", "redden tint", "door idea"])
def test_verbs_and_adjectives_that_may_stand_for_each_other(pair):
    """So may what is neither: other rules are about nouns."""
    assert akin(*pair.split()) == akin(*reversed(pair.split())) == (pair != "dim brighten")


def test_adjectives_that_tell_which_is_meant():
    assert names_kind("lunar")
    assert not names_kind("large")


def test_things_that_can_be_touched():
    assert can_be_touched("pebbles")
    assert not can_be_touched("demand")
    assert not can_be_touched("qqqq")


def test_a_slip_of_the_pen_is_no_word():
    assert is_word("pebbles")
    assert not is_word("pebblles")


@pytest.mark.parametrize(
    ("word", "somebody"),
    [("surgeons", True), ("firm", True), ("enzyme", False), ("carrier", False)],
)
def test_some_words_name_somebody(word, somebody):
    assert names_somebody(word) is somebody
