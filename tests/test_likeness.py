"""Which two sentences state one fact."""

from __future__ import annotations

import pytest

from cards.english.likeness import alike, key_of_word, nearest_part, part_about, share_said

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
    ("Frost widens cracks in the pavement.", "Frost widens gaps in the pavement."),
    ("Barges carry grain downstream.", "Boats carry grain downstream."),
    ("Thick moss stores the melting snow.", "Thick moss retains the melting snow."),
    ("Long dunes absorb the winter waves.", "Long dunes take up the winter waves."),
    ("Steam lifts the lid within minutes.", "Steam lifts the lid within a few minutes."),
    ("The paws are softened by wax.", "The paws are smoothed by wax."),
    ("Rum ages in an oak barrel.", "Rum ages in an oak barel."),
    ("Nets keep starlings off the vines.", "Starlings are kept by nets off the vines."),
    ("Frothers defoam the broth.", "The broth is defoamed by frothers."),
    ("The shade favours moss.", "The shade promotes moss."),
    ("Locks shield the boat agianst floods.", "The boat is shielded by locks agianst floods."),
    ("Varnish shields the hull against rot.", "The hull is shielded by varnish against rot."),
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
    (
        "Wet reeds hum low notes in high wind.",
        "Wet reeds hum high notes in low wind.",
        "turned round",
    ),
    (
        "Wet reeds hum low notes in high wind.",
        "Wet reeds hum high notes in low wnid.",
        "turned round",
    ),
    (
        "A dose is 2 mg of tin and 5 mg of lead.",
        "A dose is 5 mg of tin and 2 mg of lead.",
        "turned round",
    ),
    ("The review praises the play.", "The review mocks the play.", "word"),
    ("Brine wets stale food.", "Rinsing wets stale bread.", "thing"),
    ("Patience helps the pupil at school.", "Patience shapes the mood at school.", "thing"),
    ("Millers grind wheat at dawn.", "Millers grind rye at dawn.", "thing"),
    ("Lactic acid sours the milk.", "Acetic acid sours the milk.", "thing"),
    ("Wagtails carry pollen to the nest.", "Wagtails carry feathers to the nest.", "thing"),
    ("The glue may set and may crack.", "The glue may set and crack.", "qualifier"),
    (
        "The pump does not leak and does not stall.",
        "The pump does leak and does stall.",
        "negation",
    ),
    ("A warm bath wakes the child.", "A chilly bath wakes the child.", "opposite"),
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


def test_a_slip_that_was_made_twice_is_no_word():
    """A letter in the place of another may make a name, one too many or too few does not."""
    known = frozenset(map(key_of_word, ("degrees", "degreees", "butanol", "butenol")))

    assert alike("It boils at 90 degrees.", "It boils at 90 degreees.", known).score == 1.0
    assert alike("Pure butanol burns.", "Pure butenol burns.", known).score < 1.0


def test_of_the_parts_of_a_sentence_the_most_like_one_is_taken():
    new = "Tugs may turn the ship, and the mole may calm the sea; gulls follow both."

    assert nearest_part("The mole calms the sea", new) == "the mole may calm the sea"
    assert nearest_part("Gulls eat fish", "Gulls eat fish.") == "Gulls eat fish."


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
