"""A chain is known by its nodes; a gap keeps its number."""

from __future__ import annotations

import pytest
from card_helper import NOON, make_card, make_chain, make_cloze
from test_naming import ask

from cards.ledger import renumbered
from cards.model import Entry, Gap
from cards.paths import grows_from, match_paths


def chain(*nodes, signs="", note="a.md"):
    answer = " → ".join(nodes)
    signs = tuple(signs or "+" * (len(nodes) - 1))
    return make_card(kind="chain", answer=answer, signs=signs, note=note)


def today(*nodes, signs=""):
    from dataclasses import replace

    answer = " → ".join(nodes)
    return replace(
        ask("By what chain?", answer=answer),
        kind="chain",
        signs=tuple(signs or "+" * (len(nodes) - 1)),
    )


OLD = ("stress", "cortisol", "blood sugar", "insulin")


@pytest.mark.parametrize(
    ("nodes", "signs", "kind"),
    [
        (("stress", "the cortisol", "blood sugar", "insulin"), "", "reworded"),
        (("stress", "cortisol", "blood suger", "insulin"), "", "reworded"),
        (("work", *OLD), "", "reworded"),
        (("stress", "cortisol", "liver", "blood sugar", "insulin"), "", "reworded"),
        (OLD, "++-", "meaning"),
        (("stress", "cortisol", "memory"), "", None),
        (("rain", "mud", "frogs"), "", None),
        (tuple(reversed(OLD)), "", None),
    ],
)
def test_a_chain_is_the_one_with_its_nodes_in_their_order(nodes, signs, kind):
    card = chain(*OLD)
    found = match_paths([card], [today(*nodes, signs=signs)]).get(card.guid)

    assert (found.kind if found else None) == kind


def test_of_two_chains_that_are_equally_near_none_is_taken():
    card = chain(*OLD)
    near = [today(*OLD[:3], "hunger"), today(*OLD[:3], "fat")]

    assert match_paths([card], near)[card.guid].kind == "ambiguous"


def test_a_chain_grows_at_its_ends_and_within():
    assert grows_from(chain(*OLD), today("work", *OLD))
    assert grows_from(chain(*OLD), today("stress", "cortisol", "liver", "blood sugar", "insulin"))
    assert not grows_from(chain(*OLD), today(*OLD[1:]))


def gaps(*pieces):
    return tuple(Gap(piece, 0) if isinstance(piece, str) else Gap(*piece) for piece in pieces)


def test_a_gap_keeps_its_number_when_another_comes_in_front():
    entry = make_cloze(("Iron", 1), " carries ", ("oxygen", 2))
    new = make_card(
        kind="cloze",
        text=gaps("In blood ", ("haem", 1), ", ", ("iron", 2), " carries ", ("oxygen", 3)),
    )

    assert [gap.number for gap in renumbered(entry, new).text if gap.number] == [3, 1, 2]


def test_a_number_that_was_given_once_is_never_given_again():
    old = make_cloze(("Iron", 1), " carries gas")
    entry = Entry(old.card, NOON, gaps=4)
    new = make_card(kind="cloze", text=gaps(("Iron", 1), " carries ", ("oxygen", 2)))

    assert [gap.number for gap in renumbered(entry, new).text if gap.number] == [1, 5]


def test_the_gaps_of_a_longer_chain_keep_their_numbers():
    entry = make_chain("stress", ("cortisol", 1), ("sugar", 2), "insulin", signs="+++")
    new = make_chain("work", ("stress", 1), ("cortisol", 2), ("sugar", 3), "insulin", signs="++++")

    assert [g.number for g in renumbered(entry, new.card).text if g.number] == [3, 1, 2]
