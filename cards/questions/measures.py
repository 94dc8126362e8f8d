"""What belongs to a measure, and what only stands beside it."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from cards.english.clauses import PERCENT, Clause, is_number
from cards.english.tree import Tree
from cards.english.units import is_unit
from cards.questions.amounts import ROUGHLY

TIME_UNITS = frozenset(
    {"second", "minute", "hour", "day", "week", "month", "year", "decade", "century", "millisecond"}
)
FRACTIONS = frozenset({"half", "third", "quarter", "fifth", "sixth", "tenth"})
BESIDE_COUNT = frozenset("for at in on".split())
BESIDE_UNIT = BESIDE_COUNT | frozenset("with before after from without during under".split())
"""Prepositions of what a number holds for: *arrested 500 people for theft*, *20% on flights*."""
LEADING_NOUNS = frozenset("factor order average total".split())
"""Nouns that begin an amount without a numeral: *by a factor of two*."""
CLOCK = re.compile(r"\b(?:[ap]\.?m\.?|bce?|ad|ce)(?!\w)|\d:\d\d", re.IGNORECASE)


def takes_time(clause: Clause) -> bool:
    """*takes 40 years to fill*: how long a task takes, and not what for."""
    obj = clause.part("obj")
    return clause.lemma == "take" and obj is not None and clause.tree.lemma(obj.head) in TIME_UNITS


def beside_number(
    tree: Tree, head: int, words: Sequence[int], leads: Collection[str] = ()
) -> list[int]:
    """*for theft* of *500 people for theft*, which a question has behind its verb.

    Args:
        leads: Prepositions of what stands beside; those that fit the noun where none are given.
    """
    measures = is_unit(tree, head)
    leads = leads or (BESIDE_UNIT if measures else BESIDE_COUNT)
    beside = [k for k in tree.kids(head, "nmod") if k > head and tree.marker(k) in leads]
    if measures:
        beside += [k for k in tree.kids(head, "acl") if k > head]
    told = {w for k in beside for w in tree.below(k)}
    return [w for w in words if w in told]


def tells_two(tree: Tree, head: int) -> bool:
    """*21 °C and 50% humidity*, *10 MPa and 310 °C*: two measures; not *7 hours and 5 minutes*."""
    if not is_unit(tree, head):
        return False
    others = [k for k in tree.kids(head, "conj") if any(is_number(tree, w) for w in tree.below(k))]
    return any(
        tree.lemma(k) != tree.lemma(head) and not {tree.lemma(k), tree.lemma(head)} <= TIME_UNITS
        for k in others
    )


def is_by_amount(tree: Tree, head: int, words: Sequence[int]) -> bool:
    """*by 5%*, *by almost a factor of two*; no *by 4:00 AM*, *by the smiths of 300 BC*."""
    first = next((w for w in words if tree.lemma(w) not in ROUGHLY | {"a", "an"}), None)
    if first is None or CLOCK.search(tree.say(words)):
        return False
    after = [word.text for word in tree.words[head + 1 : head + 3]]
    if after[:1] == ["to"] and after[-1].isdigit() and not is_unit(tree, head):
        return False  # "by 180 votes to 169"
    measures = is_unit(tree, head) or tree.words[head].text in PERCENT
    leads = tree.lemma(first) in FRACTIONS | LEADING_NOUNS
    return measures or is_number(tree, first) or leads


def tells_number(tree: Tree, words: Sequence[int]) -> bool:
    """Does an answer say how many, and not only a unit: *seconds*?"""
    told = [w for w in words if tree.words[w].upos != "PUNCT"]
    return len(told) > 1 or any(is_number(tree, w) or tree.lemma(w) in FRACTIONS for w in told)
