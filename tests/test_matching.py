"""Which claim of today a card is, where a sentence says more than one thing."""

from __future__ import annotations

import pytest
from card_helper import make_card

from cards.matching import Orphan, Site, match
from cards.model import Evidence, Question, Quote

OLD = "Tugs may turn the ship, and the mole may calm the sea."
TUGS, MOLE = ("What may tugs turn?", "the ship"), ("What may the mole calm?", "the sea")


def card(asked: tuple[str, str], claim: str):
    question, answer = asked
    return make_card(question=question, answer=answer, claim=claim, quote=claim)


def site(said: str, *asked: tuple[str, str]) -> Site:
    place = Evidence(Quote(0, len(said), said, said), ("Bones", "Their hormones"), None, False, 0)
    made = [Question("question", "object", *each, place, "bones.md") for each in asked]
    return Site("bones.md", said, place, tuple(made))


def became(old: str, new: str, *asked: tuple[str, str]) -> list[str]:
    """What becomes of the card of the tugs and of that of the mole."""
    cards = [card(TUGS, old), card(MOLE, old)]
    home = frozenset({"bones.md"})
    found = match([Orphan(each, home) for each in cards], [site(new, *asked)])
    return [found[each.guid].kind for each in cards]


@pytest.mark.parametrize(
    "new",
    [
        "Tugs may turn the ship, and the mole calms the sea.",
        "Tugs may turn the ship, and the mole may not calm the sea.",
        "Tugs may turn the ship, and the mole may agitate the sea.",
    ],
)
def test_what_one_clause_says_otherwise_changes_its_own_card_alone(new):
    """Another *may* stands in the sentence, and one clause is as it was."""
    assert became(OLD, new, TUGS, MOLE) == ["reworded", "meaning"]


def test_denials_that_two_clauses_exchange_change_both():
    """The sentence has the same words as before."""
    old = "Tugs may turn the ship, and the mole may not calm the sea."
    new = "Tugs may not turn the ship, and the mole may calm the sea."

    assert became(old, new, TUGS, MOLE) == ["meaning", "meaning"]


def test_a_word_like_one_of_the_answer_is_not_the_answer():
    """*Shade* is a word for *dark*, and no answer to what hard water clouds."""
    old = "Hard water clouds dark infusions in large pots."
    new = "Shade sweetens the harvest, and hard water clouds dark infusions in large pots."
    asked = card(("What does hard water cloud?", "dark infusions"), old)
    found = match(
        [Orphan(asked, frozenset({"bones.md"}))],
        [site(new, ("What sweetens the harvest?", "shade"))],
    )

    assert found[asked.guid].question is None
