"""Which two sentences state one fact."""

from __future__ import annotations

import pytest

from cards.english.likeness import alike, part_about, share_said

SAME = [
    ("Adrenaline increases the heart rate.", "Adrenaline raises the heart rate."),
    ("Adrenaline increases the heart rate.", "Adrenalin increases the heart rate."),
    ("Adrenaline increases the heart rate.", "The heart rate is increased by adrenaline."),
    ("The heart rate is quickly increased by fear.", "Fear quickly increases the heart rate."),
    ("Salt melts ice below 0 degrees.", "Below 0 degrees, salt melts ice."),
    ("Ice floats because it is lighter.", "It is lighter, so ice floats."),
    ("Two valves close the heart.", "2 valves close the heart."),
    ("The pill holds 1,500 mg of zinc.", "The pill holds 1500 milligrams of zinc."),
    ("Several enzymes cut starch.", "A number of enzymes cut starch."),
    ("The cerebellum works without notice.", "The cerebellum works withuot notice."),
    ("Bees dance.", "Bees dance, and the hive follows them."),
]
OTHER = [
    ("The dose is 5 mg of zinc.", "The dose is 7 mg of zinc.", "number"),
    ("The dose is 5 mg of zinc.", "The dose is 5 g of zinc.", "number"),
    ("Five valves close the pump.", "Six valves close the pump.", "number"),
    ("Salt melts ice.", "Salt does not melt ice.", "negation"),
    ("Salt melts ice.", "Salt never melts ice.", "negation"),
    ("Salt melts ice.", "Salt may melt ice.", "qualifier"),
    ("All birds lay eggs.", "Most birds lay eggs.", "qualifier"),
    ("Fear increases the heart rate.", "Fear decreases the heart rate.", "opposite"),
    ("The left lung has two lobes.", "The right lung has two lobes.", "opposite"),
    ("The alloy is magnetic.", "The alloy is nonmagnetic.", "opposite"),
    ("Vitamin A protects the eye.", "Vitamin D protects the eye.", "name"),
    ("Sleep improves memory.", "Memory improves sleep.", "turned round"),
    ("Sleep improves memory.", "Sleep is improved by memory.", "turned round"),
    ("Insulin lowers the sugar in the blood.", "Glucagon lowers the sugar in the blood.", "thing"),
    ("Bees visit the orchard in April.", "Wasps visit the orchard in August.", "thing"),
    (
        "In 5 days, the yeast eats the sugar.",
        "In 9 days, the yeast eats the sugar, and the foam falls.",
        "number",
    ),
]


@pytest.mark.parametrize(("old", "new"), SAME)
def test_the_same_fact_in_other_words_has_no_conflict(old, new):
    found = alike(old, new)

    assert found.conflict == ""
    assert found.score >= 0.7


@pytest.mark.parametrize(("old", "new", "conflict"), OTHER)
def test_what_says_something_else_is_told(old, new, conflict):
    assert alike(old, new).conflict == conflict
    assert alike(new, old).conflict == conflict


def test_two_words_that_the_notes_know_are_no_slip_of_the_pen():
    """One letter apart, and both stand elsewhere in the notes."""
    old, new = "The afferent nerves meet.", "The deferent nerves meet."
    known = frozenset({"afferent", "deferent"})

    assert alike("Thymine binds well.", "Thymin binds well.").score == 1.0
    assert alike(old, new, known).score < 1.0


def test_the_part_of_a_sentence_that_speaks_of_something():
    claim = "Salt melts ice, and sand gives grip; snow hides both."

    assert part_about(claim, "What gives grip? sand") == "sand gives grip"
    assert part_about("Day and night, bees fan the hive.", "bees fan") == (
        "Day and night, bees fan the hive."
    )


def test_how_much_of_some_words_is_said():
    assert share_said("the salt", "Salt melts ice.") == 1.0
    assert share_said("the slat", "Salt melts ice.") == 1.0
    assert share_said("sugar", "Salt melts ice.") == 0.0
    assert 0.3 < share_said("salt and sugar", "Salt melts ice.") < 0.7
    assert share_said("the", "The end.") == 1.0
