"""Decisions by command, and what is learnt from Anki's own files."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from anki_helper import Anki
from click.testing import CliRunner
from test_collection import exported

from cards import decide as module
from cards.cli import main
from cards.decisions import DELETED, read_decisions
from cards.ledger import read_ledger

DECKS = Path("decks")
BREAD = Path("notes/kitchen/bread.md")
SENTENCE = "Yeast produces carbon dioxide"
FILE = DECKS / "bio.decisions.toml"


@pytest.fixture(autouse=True)
def built(vault):
    DECKS.mkdir()
    (DECKS / "bio.toml").write_text('name = "Bio"\n')
    assert run("build").exit_code == 0


def run(*words):
    return CliRunner().invoke(main, [*words], catch_exceptions=False)


def entries():
    return {each.card.guid: each for each in read_ledger(DECKS / "bio.ledger.jsonl").entries}


def a_card(words=SENTENCE):
    return next(each.card for each in entries().values() if words in each.card.quote)


def drops():
    return read_decisions(FILE).drop


def files():
    return {path: path.read_bytes() for path in DECKS.iterdir()}


def test_a_card_is_dropped_by_its_id_and_taken_back():
    card = a_card()
    done = run("drop", card.guid)

    assert done.exit_code == 0
    assert f"{FILE}: drop {card.guid}" in done.stdout
    assert f'"Uid:re:^({card.guid})$"' in done.stdout
    assert set(drops()) == {card.guid}
    assert "  dropped: " in run("build").stdout
    assert entries()[card.guid].state == "declined"
    assert f"drop taken back: {card.guid}" in run("drop", "--undo", card.guid).stdout
    assert "1 back" in run("build").stdout
    assert "nothing is taken back" in run("drop", "--undo", card.guid).stderr


def test_a_decision_against_an_older_one_says_so():
    card = a_card("Gluten traps")
    first, second, third = (run(kind, card.guid) for kind in ("drop", "keep", "drop"))

    assert "before" not in first.stdout
    assert "before: drop is taken back" in second.stdout
    assert "before: keep is taken back" in third.stdout


@pytest.mark.parametrize("name", ["id", "beginning", "question", "QUESTION  spaced"])
def test_a_card_is_named_by_id_beginning_or_question(name):
    card = a_card("Gluten traps")
    given = {
        "id": card.guid,
        "beginning": card.guid[:8],
        "question": card.question[:-1],
        "QUESTION  spaced": card.question.upper().replace(" ", "  "),
    }[name]
    done = run("keep", given)

    assert done.exit_code == 0, done.stderr
    assert set(read_decisions(FILE).keep) == {card.guid}


def test_a_name_of_several_cards_decides_nothing_and_lists_them():
    done = run("drop", "the")
    listed = re.findall(r"^    ([a-z2-7]{20})  ", done.stderr, re.MULTILINE)

    assert done.exit_code == 1
    assert len(listed) > 1
    assert "nothing was decided" in done.stderr
    assert not FILE.exists()


def test_one_name_that_is_not_known_decides_nothing():
    done = run("drop", a_card().guid, "a question of another deck")

    assert done.exit_code == 1
    assert "no card of the decks in decks has this" in done.stderr
    assert not FILE.exists()


def test_a_file_that_is_not_understood_is_not_written_over():
    FILE.write_text("[[drop]]\ncard = 3\n")
    done = run("drop", a_card().guid)

    assert done.exit_code == 1
    assert f"{FILE}:1: 'card' must be a text" in done.stderr
    assert FILE.read_text() == "[[drop]]\ncard = 3\n"


def test_own_words_are_shown_from_the_next_build_on():
    card = a_card("Gluten traps")
    assert run("reword", card.guid).exit_code == 2
    done = run("reword", card.guid, "--question", "How does dough rise?")
    run("reword", "does dough rise", "--answer", "It holds gas.")
    own = read_decisions(FILE).reword[card.guid]

    assert done.exit_code == 0
    assert (own.question, own.answer) == ("How does dough rise?", "It holds gas.")
    assert own.claim == card.claim
    assert "  from the next build on in your words: How does dough rise?" in done.stdout
    assert "1 changed" in run("build").stdout
    assert run("reword", card.guid, "--text", "{{c1::x}}").exit_code == 1
    run("reword", "--undo", card.guid)
    assert not read_decisions(FILE).reword


def test_own_words_warn_when_their_claim_is_another(monkeypatch):
    card = a_card("Gluten traps")
    run("reword", card.guid, "--question", "How does dough rise?")
    FILE.write_text(FILE.read_text().replace(card.claim, "Gluten traps air."))
    done = run("build")

    assert 'when its claim was "Gluten traps air."' in done.stderr
    run("reword", card.guid, "--question", "How does dough rise?")
    assert "claim" not in run("build").stderr


@pytest.fixture
def anki(tmp_path):
    anki = Anki(tmp_path / "anki")
    anki.import_package(DECKS / "bio.apkg")
    yield anki
    anki.close()


def declined(anki, tmp_path, *words, name="all.colpkg"):
    path = tmp_path / name
    path.unlink(missing_ok=True)
    return run("declined", str(exported(anki, path)), *words)


def delete(anki, *guids):
    anki.col.remove_notes([anki.note(guid).id for guid in guids])


def test_a_card_that_was_deleted_in_anki_does_not_return(anki, tmp_path):
    """The whole way: import, read, delete, read, build, import."""
    guid = a_card().guid
    first = declined(anki, tmp_path)
    delete(anki, guid)
    second = declined(anki, tmp_path)
    run("build")
    anki.import_package(DECKS / "bio.apkg")

    assert "the first reading" in first.stdout
    assert re.search(r"^Bio: \d+ there, 0 deleted in Anki, 0 not found$", first.stdout, re.M)
    assert re.search(r"^Bio: \d+ there, 1 deleted in Anki, 0 not found$", second.stdout, re.M)
    assert f"  dropped for good: {guid}" in second.stdout
    assert drops()[guid].why == DELETED
    assert guid not in anki.notes()
    assert entries()[guid].state == "declined"
    assert not (DECKS / "bio.retired.txt").exists()


def test_without_the_reading_it_would_return(anki, tmp_path):
    guid = a_card().guid
    delete(anki, guid)
    done = declined(anki, tmp_path)
    run("build")
    anki.import_package(DECKS / "bio.apkg")

    assert f"not found, nothing recorded: {guid}" in done.stdout
    assert not FILE.exists()
    assert guid in anki.notes()


def test_a_dry_run_records_nothing(anki, tmp_path):
    declined(anki, tmp_path)
    delete(anki, a_card().guid)
    before = files()
    done = declined(anki, tmp_path, "--dry-run")

    assert "1 deleted in Anki" in done.stdout
    assert files() == before


def test_a_whole_deck_that_is_gone_is_believed_only_when_told(anki, tmp_path):
    """Mostly it is the wrong profile, or the deck was deleted to import it anew."""
    declined(anki, tmp_path)
    delete(anki, *entries())
    before = files()
    done = declined(anki, tmp_path)

    assert done.exit_code == 1
    assert re.search(r"none of \d+ cards is in this collection any more", done.stderr)
    assert files() == before
    assert declined(anki, tmp_path, "--all").exit_code == 0
    assert set(drops()) == set(entries())


def test_a_card_that_is_in_anki_again_is_told(anki, tmp_path):
    guid = a_card().guid
    package = (DECKS / "bio.apkg").read_bytes()
    declined(anki, tmp_path)
    delete(anki, guid)
    declined(anki, tmp_path)
    (tmp_path / "old.apkg").write_bytes(package)
    anki.import_package(tmp_path / "old.apkg")
    done = declined(anki, tmp_path)

    assert f"in Anki again (drop --undo takes it back): {guid}" in done.stdout


def test_a_power_cut_between_loses_no_evidence(anki, tmp_path, monkeypatch):
    declined(anki, tmp_path)
    delete(anki, a_card().guid)
    put = module.put

    def cut(path, data):
        put(path, data)
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(module, "put", cut)
        assert declined(anki, tmp_path).exit_code != 0
    FILE.unlink()
    declined(anki, tmp_path)

    assert set(drops()) == {a_card().guid}


def test_retired_cards_that_were_tidied_away_come_back(anki, tmp_path):
    declined(anki, tmp_path)
    guid = a_card().guid
    text = BREAD.read_text("utf-8")
    BREAD.write_text(text.replace(SENTENCE, "Much is unknown"), "utf-8")
    run("build")
    delete(anki, guid)
    BREAD.write_text(text, "utf-8")
    run("build")
    declined(anki, tmp_path)

    assert not FILE.exists()
    assert entries()[guid].state == "live"
