"""Notes are edited after years of reviews: the real Anki keeps every card's history."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from anki_helper import Anki, shown

from cards.build import build
from cards.choose import LEAST_SCORES
from cards.ledger import read_ledger
from cards.plans import find_plans

HEART = """---
title: Why the heart races
---

## Hormones

Adrenaline increases the heart rate [00:10].
The sinus node starts each heartbeat [00:20].
Caffeine blocks the receptors of adenosine in the brain [00:30].
The vagus nerve slows the heart rate [00:40].

## Valves

The mitral valve prevents the backflow of blood [01:10].
Endurance training enlarges the chambers of the heart [01:20].
The coronary arteries supply the heart muscle with oxygen [01:30].
"""
BREAD = """---
title: How bread rises
---

Yeast produces carbon dioxide [00:10].
Gluten traps carbon dioxide by forming an elastic net [00:20].
Salt tightens the gluten net [00:30].
Steam delays the forming of the crust [00:40].
"""
DECKS = Path("decks")


def run(now):
    (plan,) = find_plans([], DECKS)
    return build(plan, now)


def entries():
    (path,) = DECKS.glob("*.ledger.jsonl")
    return {e.card.guid: e for e in read_ledger(path).entries}


def about(words):
    """Guids of the cards whose sentence has these words."""
    return [guid for guid, entry in entries().items() if words in entry.card.quote]


def edit(name, *changes):
    path = Path("notes", name)
    text = path.read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, "utf-8")


@pytest.fixture
def learnt(tmp_path, monkeypatch):
    """A collection in which every card was reviewed several times, and much was set by hand."""
    monkeypatch.chdir(tmp_path)
    # What is tested here is what becomes of cards, not which are good enough.
    monkeypatch.setitem(LEAST_SCORES, "balanced", 0.0)
    Path("notes").mkdir()
    Path("notes/heart.md").write_text(HEART, "utf-8")
    Path("notes/bread.md").write_text(BREAD, "utf-8")
    run(int(time.time()) - 1000)
    with Anki(tmp_path / "anki") as anki:
        anki.import_package(next(DECKS.glob("*.apkg")))
        _study(anki)
        _arrange(anki)
        yield anki


def _study(anki):
    """Weeks of reviews: intervals grow, some cards lapse."""
    for ease in (3, 3, 1, 3, 4):
        for card in anki.cards():
            anki.col.sched.set_due_date([card.id], "0")
        anki.review(99, ease)
    cards = anki.cards()
    assert {card.reps > 2 for card in cards} == {True}
    assert any(card.lapses for card in cards)
    assert len({card.ivl for card in cards}) > 1


def _arrange(anki):
    """Flags on all, one suspended, one buried, one in a deck of the user's own."""
    cards = anki.cards()
    for number, card in enumerate(cards):
        anki.col.set_user_flag_for_cards(number % 7 + 1, [card.id])
    anki.col.sched.suspend_cards([cards[0].id])
    anki.col.sched.bury_cards([cards[1].id])
    anki.col.set_deck([cards[2].id], anki.col.decks.id("My own::Deck"))


def notes_of(anki):
    rows = anki.col.db.all("select guid, id, mid, mod, tags, flds from notes order by id")
    return {guid: row for guid, *row in rows}


def rebuilt(anki):
    report = run(int(time.time()) + 5)
    log = anki.import_package(next(DECKS.glob("*.apkg")))
    assert not log.conflicting
    return report


def test_edits_of_many_kinds_keep_every_review(learnt):
    before, rows = entries(), notes_of(learnt)
    schedule = learnt.schedule()
    edit(
        "heart.md",
        ("The mitral valve prevents the", "The mitral valve stops the"),
        ("the receptors of adenosine", "the recepters of adenosine"),
        (
            "The vagus nerve slows the heart rate [00:40].",
            "The heart rate is slowed by the vagus nerve [00:40].",
        ),
        ("## Valves", "## Valves and vessels"),
        ("[01:20]", "[01:25]"),
    )
    edit("bread.md", ("Salt tightens the gluten net", "The salt tightens the gluten net"))
    report = rebuilt(learnt)

    assert report.counts["retired"] == 0
    assert report.counts["meaning"] == report.counts["ambiguous"] == 0
    assert report.counts["reworded"] >= 4
    assert report.counts["moved"] >= 1
    assert set(before) <= {guid for guid, e in entries().items() if e.state == "live"}
    assert [row for row in learnt.schedule() if row in schedule] == schedule
    for guid, entry in entries().items():
        if entry == before.get(guid):
            assert notes_of(learnt)[guid] == rows[guid]
        else:
            quote = shown(learnt.answer(guid), "quote")
            assert " ".join(quote.split()) == entry.card.quote
    assert learnt.complaints() == ""


def test_what_the_user_wrote_stays_on_cards_that_no_edit_touched(learnt):
    (mine,) = about("Steam delays")[:1]
    note = learnt.note(mine)
    note["Answer"] = "my own words"
    note.tags += ["mine", "leech", "marked"]
    learnt.col.update_note(note)
    before = notes_of(learnt)[mine]
    edit("heart.md", ("Adrenaline increases", "Adrenaline raises"))
    edit("bread.md", ("Yeast produces carbon dioxide", "Yeast makes carbon dioxide"))
    rebuilt(learnt)

    assert notes_of(learnt)[mine] == before
    assert "my own words" in before[-1]


def test_a_section_that_moves_to_another_note_takes_its_reviews_along(learnt):
    schedule, before = learnt.schedule(), entries()
    start = HEART.index("## Valves")
    Path("notes/heart.md").write_text(HEART[:start], "utf-8")
    Path("notes/valves.md").write_text(f"# Valves\n\n{HEART[start:]}", "utf-8")
    Path("notes/bread.md").rename("notes/loaf.md")
    report = rebuilt(learnt)

    assert report.counts["new"] == report.counts["retired"] == 0
    assert set(entries()) == set(before)
    assert {e.card.note for e in entries().values()} == {"heart.md", "valves.md", "loaf.md"}
    assert learnt.schedule() == schedule


def test_a_fact_that_says_the_contrary_begins_anew(learnt):
    schedule = learnt.schedule()
    old = about("Salt tightens")
    edit("bread.md", ("Salt tightens the", "Salt does not tighten the"))
    report = rebuilt(learnt)
    told = [change for change in report.changes if change.kind == "meaning"]

    assert {change.guid for change in told} == set(old)
    assert {change.now for change in told} == {"Salt does not tighten the gluten net."}
    assert all(entries()[guid].why == "meaning" for guid in old)
    # The old cards stay in Anki as they are; the search beside the deck finds them.
    assert [row for row in learnt.schedule() if row in schedule] == schedule
    assert "Salt tightens" in shown(learnt.answer(old[0]), "quote")


def test_a_sentence_that_is_split_and_joined_again_keeps_its_reviews(learnt):
    schedule, before = learnt.schedule(), entries()
    edit(
        "bread.md",
        ("Yeast produces carbon dioxide [00:10].\n", ""),
        (
            "Steam delays the forming of the crust",
            "Steam delays the forming of the crust, and yeast produces carbon dioxide",
        ),
    )
    joined = rebuilt(learnt)
    edit(
        "bread.md",
        (
            "Steam delays the forming of the crust, and yeast produces carbon dioxide [00:40].",
            "Steam delays the forming of the crust [00:40].\n"
            "Yeast produces carbon dioxide [00:50].",
        ),
    )
    split = rebuilt(learnt)

    for report in (joined, split):
        assert report.counts["retired"] == report.counts["meaning"] == 0
    assert set(before) <= {guid for guid, e in entries().items() if e.state == "live"}
    assert [row for row in learnt.schedule() if row in schedule] == schedule
