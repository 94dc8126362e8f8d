"""Shipped chains whose sentences are gone + chains of today -> which is which, by their nodes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from cards.english.likeness import alike
from cards.model import Card, Question, Sign
from cards.pairing import best_pairs

ARROW = re.compile(r"\s*→\s*")
SAME_NODE = 0.75
"""Likeness from which two nodes are one thing in other words."""
ENOUGH = 0.6
"""Share of the old nodes that the new chain must have in their order."""
CLOSE = 0.1


@dataclass(frozen=True, slots=True)
class PathMatch:
    """What became of a chain."""

    kind: Literal["reworded", "meaning", "ambiguous"]
    question: Question
    """The chain of today that it is, or that says something else, or one of several."""


def nodes_of(each: Card | Question) -> tuple[str, ...]:
    if each.text:
        return tuple(ARROW.split("".join(gap.text for gap in each.text)))
    return tuple(ARROW.split(each.answer))


def grows_from(card: Card, question: Question) -> bool:
    """Whether a chain of today is a shipped chain with more nodes."""
    if bool(card.text) != bool(question.text):
        return False
    return len(_common(nodes_of(card), nodes_of(question))) == len(nodes_of(card))


def match_paths(cards: Sequence[Card], questions: Sequence[Question]) -> dict[str, PathMatch]:
    """Find for each chain the one of today with most of its nodes in their order, one to one.

    Args:
        cards: Chains of which a sentence is gone.
        questions: Chains of today that no shipped card is.

    Returns:
        By guid; chains that are like nothing are left out.
    """
    ordered = sorted(cards, key=lambda card: card.guid)
    worth = [
        {
            number: share
            for number, question in enumerate(questions)
            if (share := _share(card, question)) >= ENOUGH
        }
        for card in ordered
    ]
    return {
        ordered[row].guid: _verdict(ordered[row], questions, worth[row], column)
        for row, column in best_pairs(worth)
    }


def _verdict(
    card: Card, questions: Sequence[Question], worth: Mapping[int, float], column: int
) -> PathMatch:
    question = questions[column]
    rivals = [share for number, share in worth.items() if number != column]
    if any(share > worth[column] - CLOSE for share in rivals):
        return PathMatch("ambiguous", question)
    return PathMatch("reworded" if _same_signs(card, question) else "meaning", question)


def _share(card: Card, question: Question) -> float:
    """How much of both chains is common, more for the same note; 0 for another note type."""
    if bool(card.text) != bool(question.text):
        return 0.0
    old, new = nodes_of(card), nodes_of(question)
    common = len(_common(old, new))
    if common < 2 or common < ENOUGH * len(old):
        return 0.0
    nearness = 0.05 if card.note == question.note else 0.0
    return 0.5 * common / len(old) + 0.5 * common / max(len(old), len(new)) + nearness


@lru_cache(maxsize=10_000)
def _common(old: tuple[str, ...], new: tuple[str, ...]) -> tuple[tuple[int, int], ...]:
    """The longest run of nodes that both have in one order: their places in each."""
    if not old or not new:
        return ()
    if _same_node(old[0], new[0]):
        rest = _common(old[1:], new[1:])
        return ((0, 0), *((one + 1, two + 1) for one, two in rest))
    skip_old = tuple((one + 1, two) for one, two in _common(old[1:], new))
    skip_new = tuple((one, two + 1) for one, two in _common(old, new[1:]))
    return max(skip_old, skip_new, key=len)


@lru_cache(maxsize=50_000)
def _same_node(old: str, new: str) -> bool:
    found = alike(old, new)
    return not found.conflict and found.score >= SAME_NODE


def _same_signs(card: Card, question: Question) -> bool:
    """Whether what the common nodes do to one another is still the same."""
    pairs = pairwise(_common(nodes_of(card), nodes_of(question)))
    return all(
        _lowers(card.signs[one:two]) == _lowers(question.signs[three:four])
        for (one, three), (two, four) in pairs
    )


def _lowers(signs: Sequence[Sign]) -> bool:
    return sum(sign == "-" for sign in signs) % 2 == 1
