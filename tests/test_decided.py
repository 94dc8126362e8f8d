"""Decisions, retired cards and times through the whole build."""

from __future__ import annotations

import json
import sqlite3
import zipfile
from pathlib import Path

import pytest

from cards.build import build, inspect
from cards.decisions import Decision, with_decisions
from cards.errors import DecisionError
from cards.ledger import read_ledger
from cards.plans import find_plans

NOW = 1_700_000_000
DAY = 86_400
DECKS = Path("decks")
BREAD = "notes/kitchen/bread.md"
SENTENCE = "Yeast produces carbon dioxide"


@pytest.fixture(autouse=True)
def recipe(vault):
    DECKS.mkdir()
    write_recipe("")


def write_recipe(text):
    (DECKS / "bio.toml").write_text(text, "utf-8")


def run(now=NOW, **options):
    (plan,) = find_plans([], DECKS)
    return build(plan, now, **options)


def entries():
    return {entry.card.guid: entry for entry in read_ledger(DECKS / "bio.ledger.jsonl").entries}


def decide(kind, *decisions):
    path = DECKS / "bio.decisions.toml"
    text = path.read_text("utf-8") if path.exists() else ""
    path.write_text(with_decisions(text, kind, decisions), "utf-8")


def edit(old, new, path=BREAD):
    text = Path(path).read_text("utf-8")
    assert old in text
    Path(path).write_text(text.replace(old, new), "utf-8")


def shipped():
    """Guid, time, tags and number of cards of each note in the package."""
    with zipfile.ZipFile(DECKS / "bio.apkg") as archive:
        base = sqlite3.connect(":memory:")
        base.deserialize(archive.read("collection.anki2"))
    query = (
        "select guid, mod, tags, flds, (select count(*) from cards where nid = notes.id) from notes"
    )
    found = {row[0]: row[1:] for row in base.execute(query)}
    base.close()
    return found


def of_sentence(words=SENTENCE):
    return [guid for guid, entry in entries().items() if words in entry.card.quote]


def test_a_dropped_card_is_never_in_the_deck_again():
    run()
    (guid, *_) = of_sentence()
    decide("drop", Decision(guid))
    report = run(NOW + 10)
    again = run(NOW + 20)

    assert guid not in shipped()
    assert (entries()[guid].state, entries()[guid].since) == ("declined", NOW + 10)
    assert len(report.dropped) == 1
    assert not again.written
    assert again.dropped == ()
    assert again.counts["new"] == again.counts["back"] == 0
    assert again.refused["you dropped it"] == 1
    assert guid in (DECKS / "bio.retired.txt").read_text("utf-8")


def test_a_dropped_card_may_be_wanted_again():
    run()
    before = entries()
    (guid, *_) = of_sentence()
    decide("drop", Decision(guid))
    run(NOW + 10)
    (DECKS / "bio.decisions.toml").write_text("")
    report = run(NOW + 20)

    assert report.counts["back"] == 1
    assert entries() == before


def test_a_dropped_candidate_is_never_asked():
    run()
    (guid, *_) = of_sentence()
    (DECKS / "bio.ledger.jsonl").unlink()
    decide("drop", Decision(guid))
    run(NOW + 10)

    assert guid not in entries()
    (told,) = inspect([Path(BREAD)], DECKS)
    assert "you dropped it" in [reason for _, reason in told.refused]


def test_lost_decisions_stop_the_build():
    run()
    decide("drop", Decision(of_sentence()[0]))
    run(NOW + 10)
    (DECKS / "bio.decisions.toml").unlink()

    with pytest.raises(DecisionError, match=r"(?s)1 dropped card.*bring it back"):
        run(NOW + 20)


def test_a_decision_that_is_not_understood_stops_the_build():
    run()
    before = {path: path.read_bytes() for path in DECKS.iterdir()}
    (DECKS / "bio.decisions.toml").write_text("[[drp]]\n")
    with pytest.raises(DecisionError, match=r"bio\.decisions\.toml:1: unknown decision"):
        run(NOW + 20)
    (DECKS / "bio.decisions.toml").unlink()

    assert {path: path.read_bytes() for path in DECKS.iterdir()} == before


def test_a_kept_card_never_retires():
    run()
    before = entries()
    kept, *others = of_sentence()
    decide("keep", Decision(kept))
    edit(SENTENCE, "Much is unknown")
    report = run(NOW + 10)

    assert entries()[kept] == before[kept]
    assert report.counts["retired"] == len(others)
    assert kept in shipped()
    assert report.counts["kept"] == 1
    again = run(NOW + 20).counts
    assert again["unchanged"] == report.counts["unchanged"] + report.counts["new"]


def test_a_card_that_retired_may_be_kept_after_all():
    run()
    before = entries()
    kept, *_ = of_sentence()
    edit(SENTENCE, "Much is unknown")
    run(NOW + 10)
    decide("keep", Decision(kept))
    report = run(NOW + 20)

    assert report.counts["back"] == 1
    assert entries()[kept] == before[kept]


def test_own_words_are_shipped_and_the_ledger_keeps_the_programs():
    run()
    before = entries()
    (guid, *_) = of_sentence()
    decide("reword", Decision(guid, question="What makes the bubbles?", answer="Yeast & co"))
    report = run(NOW + 10)

    assert report.counts["changed"] == 1
    assert "What makes the bubbles?\x1fYeast &amp; co" in shipped()[guid][2]
    assert shipped()[guid][0] == NOW + 10
    assert entries()[guid].card == before[guid].card
    assert not run(NOW + 20).written
    (DECKS / "bio.decisions.toml").write_text("")
    run(NOW + 30)
    assert shipped()[guid][0] == NOW + 30
    assert entries()[guid].shown == before[guid].shown


def test_decisions_about_no_card_of_the_deck_are_warnings():
    run()
    decide("keep", Decision("a" * 20))
    (problem,) = run(NOW + 10).problems

    assert (problem.path, problem.line) == (str(DECKS / "bio.decisions.toml"), 7)
    assert "has no card" in problem.message


def test_a_retired_card_is_left_out_and_found_by_its_search():
    run()
    assert not (DECKS / "bio.retired.txt").exists()
    gone = of_sentence()
    edit(SENTENCE, "Much is unknown")
    report = run(NOW + 10)
    text = (DECKS / "bio.retired.txt").read_text("utf-8")

    assert not set(gone) & set(shipped())
    assert report.searches == (f'"Uid:re:^({"|".join(sorted(gone))})$"',)
    assert report.searches[0] in text
    edit("Much is unknown", SENTENCE)
    run(NOW + 20)
    assert not (DECKS / "bio.retired.txt").exists()


def test_a_banner_is_shipped_for_some_days_without_cards():
    run()
    write_recipe('retired = "banner"\nretired_days = 3\n')
    gone = of_sentence()
    edit(SENTENCE, "Much is unknown")
    run(NOW + DAY)
    first = shipped()
    again = run(NOW + 2 * DAY)
    run(NOW + 4 * DAY)

    for guid in gone:
        mod, tags, fields, cards = first[guid]
        assert (mod, cards) == (NOW + DAY, 0)
        assert "chaincards::retired" in tags
        assert "No longer in the notes since 2023-11-15" in fields
    assert not again.written
    assert not set(gone) & set(shipped())


def test_a_card_that_comes_back_from_its_banner_is_stamped():
    """Its tag and banner must go."""
    run()
    write_recipe('retired = "banner"\n')
    (guid, *_) = of_sentence()
    edit(SENTENCE, "Much is unknown")
    run(NOW + 10)
    edit("Much is unknown", SENTENCE)
    run(NOW + 20)
    mod, tags, _, cards = shipped()[guid]

    assert (mod, cards) == (NOW + 20, 1)
    assert "retired" not in tags


def test_touch_gives_everything_a_new_time():
    run()
    report = run(NOW + 10, touch=True)
    with zipfile.ZipFile(DECKS / "bio.apkg") as archive:
        base = sqlite3.connect(":memory:")
        base.deserialize(archive.read("collection.anki2"))
    models = json.loads(base.execute("select models from col").fetchone()[0])
    base.close()

    assert {row[0] for row in shipped().values()} == {NOW + 10}
    assert {model["mod"] for model in models.values()} == {NOW + 10}
    assert set(report.counts) == {"unchanged"}
    assert not run(NOW + 20).written


def test_a_picture_of_new_content_stamps_its_cards_alone():
    edit("Yeast is a fungus", "![](dough.png) Yeast is a fungus")
    picture = Path("notes/kitchen/dough.png")
    picture.write_bytes(b"one")
    run()
    before = shipped()
    picture.write_bytes(b"two")
    run(NOW + 10)
    after = shipped()
    changed = {guid for guid in after if after[guid] != before[guid]}

    assert changed == {guid for guid in after if "<img" in after[guid][2]} != set()
    assert len(changed) < len(after)
    assert {after[guid][0] for guid in changed} == {NOW + 10}


def test_the_time_is_an_argument(monkeypatch):
    from click.testing import CliRunner

    from cards.cli import main

    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(NOW + 7))
    CliRunner().invoke(main, ["build"], catch_exceptions=False)
    once = {path.name: path.read_bytes() for path in DECKS.iterdir()}
    for path in DECKS.glob("bio.[al]*"):
        path.unlink()
    CliRunner().invoke(main, ["build"], catch_exceptions=False)

    assert {row[0] for row in shipped().values()} == {NOW + 7}
    assert {path.name: path.read_bytes() for path in DECKS.iterdir()} == once


def test_a_dropped_card_stays_dropped_in_other_words():
    """Mending the sentence is no wish to have the card again."""
    run()
    (guid, *_) = of_sentence()
    before = set(entries())
    decide("drop", Decision(guid))
    run(NOW + 10)
    edit("Yeast produces carbon dioxide", "Yeast produces much carbon dioxide")
    report = run(NOW + 20)

    assert entries()[guid].state == "declined"
    assert "much" in entries()[guid].card.quote
    assert set(entries()) == before
    assert report.counts["new"] == 0


def test_own_words_stay_when_the_sentence_is_worded_anew_and_a_warning_tells():
    run()
    (guid, *_) = of_sentence()
    claim = entries()[guid].card.claim
    decide("reword", Decision(guid, question="What makes the bubbles?", claim=claim))
    assert run(NOW + 10).problems == ()
    edit("Yeast produces carbon dioxide", "Yeast produces much carbon dioxide")
    report = run(NOW + 20)
    (problem,) = report.problems

    assert entries()[guid].state == "live"
    assert "What makes the bubbles?" in shipped()[guid][2]
    assert problem.path == str(DECKS / "bio.decisions.toml")
    assert "much carbon dioxide" in problem.message


def test_a_kept_card_stays_beside_the_one_of_the_new_meaning():
    edit("Yeast is a fungus", "A loaf weighs 500 grams.\n\nYeast is a fungus")
    run()
    (kept, *_) = of_sentence("500 grams")
    before = entries()[kept]
    decide("keep", Decision(kept))
    edit("500 grams", "750 grams")
    report = run(NOW + 10)

    assert entries()[kept] == before
    assert report.counts["meaning"] == report.counts["retired"] == 0
    (told,) = (change for change in report.changes if change.kind == "kept")
    assert ("500 grams" in told.was, "750 grams" in told.now) == (True, True)
    assert {kept, *of_sentence("750 grams")} <= set(shipped())
    assert report.counts["new"] >= 1


def test_a_kept_gap_is_told_with_its_gap_hidden():
    edit("Yeast is a fungus", "A loaf has ==two== ends.\n\nYeast is a fungus")
    run()
    decide("keep", *map(Decision, of_sentence("two ends")))
    edit("A loaf has ==two== ends.", "")
    (told,) = (change for change in run(NOW + 10).changes if change.kind == "kept")

    assert told.question == "A loaf has [...] ends."


def test_a_card_in_the_programs_new_words_is_tagged_with_the_day():
    run()
    (guid, *_) = of_sentence()
    edit("Yeast produces carbon dioxide", "Yeast produces much carbon dioxide")
    run(NOW + DAY)
    mod, tags, fields, _ = shipped()[guid]

    assert "much carbon dioxide" in fields
    assert mod == entries()[guid].reworded == NOW + DAY
    assert "chaincards::reworded::2023-11-15" in tags
