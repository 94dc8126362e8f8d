"""The whole pipeline on small notes: what a build writes, keeps, retires and refuses."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest
from anki_helper import Anki

from cards.build import build, inspect
from cards.errors import CardsError, LedgerError, NotesError, RecipeError
from cards.ledger import read_ledger
from cards.plans import find_plans
from cards.styles import STYLES, StyleError, new_style

NOW = 1_700_000_000
DECKS = Path("decks")


def run(*notes, now=NOW, **options):
    """Build the one deck that the notes belong to."""
    (plan,) = find_plans([Path(note) for note in notes], DECKS)
    return build(plan, now, **options)


def entries(name=None):
    (path,) = DECKS.glob(f"{name or '*'}.ledger.jsonl")
    return {entry.card.guid: entry for entry in read_ledger(path).entries}


def files():
    return {path.name: path.read_bytes() for path in DECKS.iterdir() if path.is_file()}


def edit(path, old, new):
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_a_folder_becomes_a_deck(vault):
    report = run(now=NOW)

    assert report.deck == vault.resolve().parent.name
    assert report.new_ledger
    assert report.counts["new"] == len(entries()) >= 5
    assert zipfile.is_zipfile(report.package)
    assert {entry.card.note for entry in entries().values()} == {
        "body/heart.md",
        "kitchen/bread.md",
        "tides.md",
    }


def test_every_card_says_where_it_comes_from(vault):
    run()
    cards = [entry.card for entry in entries().values()]
    heart = [card for card in cards if card.note == "body/heart.md"]

    assert {card.channel for card in heart} == {"bodyworks"}
    assert all(card.headings == ("Adrenaline",) for card in heart)
    assert {card.url for card in heart} <= {
        f"https://youtu.be/hEaRtRaCe01?t={seconds}" for seconds in (70, 100, 125)
    }
    assert {card.url for card in cards if card.note == "tides.md"} == {"tides.md"}
    for card in cards:
        words = " ".join((vault / card.note).read_text("utf-8").split())
        assert card.quote.rstrip(".") in words


def test_a_build_without_a_change_writes_nothing(vault):
    run()
    before = {path: path.stat().st_mtime_ns for path in DECKS.iterdir() if path.is_file()}
    report = run(now=NOW + 100)

    assert not report.written
    assert {path: path.stat().st_mtime_ns for path in DECKS.iterdir() if path.is_file()} == before
    assert set(report.counts) == {"unchanged"}


def test_the_same_notes_give_the_same_bytes(vault, tmp_path):
    """Whatever the hash seed, the time zone, and the order of the disk."""
    run()
    program = (
        "import sys, pathlib\n"
        "from cards.build import build\n"
        "from cards.choose import LEAST_SCORES\n"
        "from cards.plans import find_plans\n"
        "LEAST_SCORES['balanced'] = 0.0\n"
        f"for plan in find_plans([], pathlib.Path('decks')): build(plan, {NOW})\n"
    )
    once = files()
    for path in DECKS.iterdir():
        path.unlink()
    for path in sorted(vault.rglob("*.md"), reverse=True):
        text = path.read_bytes()
        path.unlink()
        path.write_bytes(text)
    different = {"PYTHONHASHSEED": "4711", "TZ": "Asia/Kathmandu", "CHAINCARDS_CACHE": "cold"}
    subprocess.run([sys.executable, "-c", program], check=True, env=os.environ | different)

    assert files() == once


def test_a_dry_run_writes_nothing(vault):
    report = run(dry=True)

    assert report.counts["new"] >= 5
    assert not DECKS.exists()


def test_a_sentence_that_goes_takes_its_cards_and_brings_them_back(vault):
    run()
    before = entries()
    sentence = "Yeast produces carbon dioxide"
    edit(vault / "kitchen/bread.md", sentence, "Much is unknown")
    away = run(now=NOW + 10)
    edit(vault / "kitchen/bread.md", "Much is unknown", sentence)
    again = run(now=NOW + 20)

    assert away.counts["retired"] >= 1
    assert again.counts["back"] == away.counts["retired"]
    assert {guid: entries()[guid] for guid in before} == before


def test_a_time_that_moves_moves_the_link_and_nothing_else(vault):
    run()
    before = entries()
    edit(vault / "kitchen/bread.md", "00:00:41", "00:00:44")
    report = run(now=NOW + 10)
    after = entries()
    changed = {guid for guid in before if after[guid] != before[guid]}

    assert report.counts["moved"] == len(changed) >= 1
    assert set(report.counts) == {"moved", "unchanged"}
    for guid in changed:
        assert after[guid].card.url == "https://youtu.be/bReAdRiSe02?t=44"
        assert after[guid].card.question == before[guid].card.question
        assert after[guid].changed == NOW + 10


def test_a_card_that_no_rule_makes_any_more_follows_its_sentence(vault, monkeypatch):
    from cards.choose import Choice

    run()
    before = entries()
    edit(vault / "kitchen/bread.md", "00:00:41", "00:00:44")
    monkeypatch.setattr("cards.build.choose", lambda *_: Choice((), ()))
    report = run(now=NOW + 10)
    moved = [entry.card for guid, entry in entries().items() if entry != before[guid]]

    assert set(report.counts) == {"moved", "unchanged"}
    assert {card.url for card in moved} == {"https://youtu.be/bReAdRiSe02?t=44"}


def test_a_note_may_move(vault):
    """Its video and title say who it is, not its place."""
    run()
    before = set(entries())
    (vault / "new").mkdir()
    (vault / "kitchen/bread.md").rename(vault / "new/loaf.md")
    report = run(now=NOW + 10)

    assert set(entries()) == before
    assert report.counts["retired"] == report.counts["new"] == 0


def test_a_note_may_get_another_title(vault):
    run()
    edit(vault / "kitchen/bread.md", "How bread rises", "Why bread rises")
    report = run(now=NOW + 10)

    assert report.counts["retired"] == report.counts["new"] == 0
    assert report.counts["moved"] >= 1


@pytest.mark.parametrize(
    "broken", [b"---\ntitle: x\n\nno end", b"\xff\xfe\x00\xd8broken", b"", b"\0" * 500]
)
def test_cards_of_a_note_that_cannot_be_read_are_kept(vault, broken):
    run()
    before = entries()
    (vault / "kitchen/bread.md").write_bytes(broken)
    report = run(now=NOW + 10)

    assert entries() == before
    assert [problem.path for problem in report.problems] == [str(Path("notes/kitchen/bread.md"))]
    assert report.problems[0].hint


def test_a_mistake_of_the_program_costs_one_note(vault, monkeypatch):
    run()
    before = entries()
    from cards import pages

    def fail(note):
        raise RecursionError("too deep")

    edit(vault / "kitchen/bread.md", "elastic net", "elastic web")
    monkeypatch.setattr(pages, "read_blocks", fail)
    report = run(now=NOW + 10)

    assert entries() == before
    assert report.problems[0].level == "error"
    assert "RecursionError" in report.problems[0].message


def test_one_note_alone_is_updated_and_the_others_are_carried_along(vault):
    run()
    before = entries()
    edit(vault / "kitchen/bread.md", "00:00:41", "00:00:44")
    edit(vault / "body/heart.md", "Adrenaline increases", "Everything increases")
    (vault / "tides.md").unlink()
    report = run("notes/kitchen/bread.md", now=NOW + 10)
    touched = {guid for guid, entry in entries().items() if entry != before.get(guid)}

    assert report.counts["retired"] == report.counts["new"] == 0
    assert {before[guid].card.note for guid in touched} == {"kitchen/bread.md"}


def test_a_build_of_one_note_moves_no_new_card_of_another(vault):
    run()
    before = files()

    assert not run("notes/tides.md", now=NOW + 10).written
    (vault / "body/heart.md").write_bytes(b"\xff\x81 not to be read")
    assert not run(now=NOW + 20).written
    assert files() == before


def test_a_single_note_of_a_built_deck_finds_its_deck_from_anywhere(vault, monkeypatch):
    run()
    root = vault.resolve()
    monkeypatch.chdir(vault / "kitchen")
    (plan,) = find_plans([Path("bread.md")], Path("../../decks"))

    assert plan.name == root.parent.name
    assert plan.root.resolve() == root


def test_a_lost_folder_stops_the_build(vault):
    (vault / "body/heart.md").rename(vault / "kitchen/heart.md")
    run()
    before = files()
    for path in (vault / "kitchen").iterdir():
        path.unlink()

    with pytest.raises(CardsError, match="--retire"):
        run(now=NOW + 10)
    assert files() == before
    assert run(now=NOW + 20, retire=True).counts["retired"] >= 3


def test_a_folder_of_no_notes_writes_nothing(vault):
    Path("empty").mkdir()

    with pytest.raises(NotesError, match="no note"):
        run("empty")
    with pytest.raises(NotesError, match="no such file or folder"):
        run("missing")
    assert not DECKS.exists()


def recipe(text, name="bio"):
    DECKS.mkdir(exist_ok=True)
    (DECKS / f"{name}.toml").write_text(text, "utf-8")


def test_a_recipe_says_which_notes_and_what_they_become(vault):
    recipe(
        'name = "Life::Body"\nkey = "k1"\ninclude = ["body/**"]\nlimit = 1\n'
        'add_tags = ["exam"]\nsubdecks = "note"\n'
    )
    report = run()
    cards = [entry.card for entry in entries("bio").values()]

    assert report.package == str(DECKS / "bio.apkg")
    assert {card.note for card in cards} == {"body/heart.md"}
    assert {card.deck for card in cards} == {"Life::Body::Why the heart races"}
    assert {card.tags for card in cards} == {("chaincards::exam",)}
    assert len(cards) == 1
    assert report.refused["over the limit of the note"] >= 1


@pytest.mark.parametrize("tag", ["sea", "sea/coast", "#Sea"])
def test_front_matter_and_tags_choose_notes(vault, tag):
    edit(vault / "tides.md", "title:", "tags: [sea/coast]\nstatus: Done\ntitle:")
    recipe(f'tags = ["{tag}"]\n[where]\nstatus = ["do*"]\n')
    run()

    assert {entry.card.note for entry in entries("bio").values()} == {"tides.md"}


def test_a_smaller_limit_and_fewer_kinds_take_no_shipped_card(vault):
    recipe("")
    run()
    before = entries("bio")
    recipe('limit = 1\nkinds = ["cloze"]')
    report = run(now=NOW + 10)

    assert entries("bio") == before
    assert report.counts["new"] == 0


def test_a_card_that_no_rule_makes_any_more_takes_its_room(vault, monkeypatch):
    from cards.build import SHIPPED_FIRST
    from cards.choose import choose

    recipe('limit = 1\ninclude = ["kitchen/**"]')
    run()
    before = entries("bio")

    def without_shipped(questions, limit, least=0.0):
        return choose([each for each in questions if each.score < SHIPPED_FIRST], limit, least)

    monkeypatch.setattr("cards.build.choose", without_shipped)
    report = run(now=NOW + 10)

    assert entries("bio") == before
    assert report.refused["over the limit of the note"] >= 1


def test_every_recipe_is_built(vault):
    recipe('name = "One"\ninclude = ["body/**"]', "one")
    recipe('name = "Two"\ninclude = ["kitchen/**"]', "two")

    assert [plan.package.name for plan in find_plans([], DECKS)] == ["one.apkg", "two.apkg"]


def test_two_recipes_with_one_key_are_refused(vault):
    recipe('key = "k"', "one")
    recipe('key = "k"', "two")

    with pytest.raises(RecipeError, match="'one' and 'two' have the same key 'k'"):
        find_plans([], DECKS)


def test_a_key_never_changes(vault):
    recipe('key = "k1"')
    run()
    recipe('key = "k2"')

    with pytest.raises(LedgerError, match="put the old key back"):
        run()


def test_a_deck_may_get_another_name(vault):
    recipe('name = "One"')
    run()
    before = set(entries("bio"))
    recipe('name = "Two"')
    report = run(now=NOW + 10)

    assert set(entries("bio")) == before
    assert set(report.counts) == {"unchanged"}


@pytest.mark.parametrize(
    "choice",
    [
        "style = 'bock'",
        "look = { papr = '#fff' }",
        "look = { accent = 'notacolour' }",
        "look.leading = nan",
        "style = 'mine'",
    ],
)
def test_a_style_with_a_mistake_writes_nothing(vault, choice):
    """Neither where there is no deck yet nor where there is one."""
    own = Path("decks/styles/mine")
    own.mkdir(parents=True)
    (own / "question.html").write_text("<p>\n{{Quesion}}</p>")
    for _ in range(2):
        before = files()
        recipe(f"key = 'bio'\n{choice}")
        with pytest.raises(StyleError) as caught:
            run()
        assert ("bio.toml:2: " in str(caught.value)) != ("question.html:2: " in str(caught.value))
        Path("decks/bio.toml").unlink()
        assert files() == before
        recipe("key = 'bio'")
        run()
        Path("decks/bio.toml").unlink()


@pytest.mark.parametrize("name", [*STYLES, "mine"])
def test_a_new_style_is_no_new_card(vault, name, tmp_path):
    """Anki takes the look; of notes and learning not a byte changes."""
    new_style("mine", "book", Path("decks"))
    (Path("decks/styles/mine") / "extra.css").write_text(".answer { color: [[ plus ]]; }")
    recipe("key = 'bio'")
    run()
    with Anki(tmp_path / "anki") as anki:
        anki.import_package(Path("decks/bio.apkg"))
        anki.review(3)
        before, old = anki.dump(), entries("bio")
        recipe(f"key = 'bio'\nstyle = '{name}'\nlook = {{ accent = '#123456' }}")
        run(now=NOW + 100)
        log = anki.import_package(Path("decks/bio.apkg"))

        assert entries("bio") == old
        assert anki.dump() == before
        assert not log.updated
        assert not log.conflicting
        (sheet,) = {notetype["css"] for notetype in anki.notetypes()}
        assert "--accent: #123456;" in sheet


def test_two_folders_of_one_name_do_not_share_a_deck(vault):
    run("notes/kitchen")
    other = Path("other/kitchen")
    other.mkdir(parents=True)
    (other / "a.md").write_text("Salt lowers the freezing point of water.")

    with pytest.raises(LedgerError, match="choose another folder with --decks"):
        run("other/kitchen")


def test_notes_of_one_identity_give_each_card_once(vault):
    text = (vault / "kitchen/bread.md").read_bytes()
    (vault / "copy.md").write_bytes(text)
    report = run()

    assert report.counts["new"] == len(entries())


def test_a_name_that_no_alphabet_has_is_no_obstacle(vault):
    try:
        Path(os.fsdecode(b"notes/b\xe4d.md")).write_text("Heat melts the ice of the lake.")
    except OSError as error:
        pytest.skip(f"the disk takes only UTF-8 names: {error}")

    assert run().notes == 4


def test_a_passage_without_end_costs_no_time(vault):
    """A file of one line of five million signs is no paragraph that anybody wrote."""
    (vault / "big.md").write_text("# Big\n\n" + "The heart pumps blood. " * 40_000)
    report = run()
    (problem,) = report.problems

    assert problem.line == 3
    assert "is not read" in problem.message
    assert report.notes == 4


def test_inspect_tells_all_of_a_note(vault):
    (told,) = inspect([vault / "kitchen/bread.md"], DECKS)

    assert told.path == str(vault / "kitchen/bread.md")
    assert told.page.claims
    assert {card.guid for _, card in told.cards}
    assert not DECKS.exists()


def test_inspect_names_the_cards_as_the_build_does(vault):
    run()
    told = {card.guid for each in inspect([vault], DECKS) for _, card in each.cards}

    assert set(entries()) <= told


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="needs POSIX signals")
def test_an_interrupt_leaves_the_old_deck_whole(vault, ctrl_c):
    run()
    old = files()
    for number in range(60):
        text = (
            f"---\ntitle: T{number}\n---\n" + f"The wheel number {number} turns the shaft.\n" * 20
        )
        (vault / f"n{number}.md").write_text(text)
    command = [sys.executable, "-m", "cards", "build"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True)
    time.sleep(3)
    os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=60)

    assert process.returncode == 1
    assert "Traceback" not in said
    assert {name: data for name, data in files().items() if not name.endswith(".lock")} == old


def test_a_ledger_line_is_json(vault):
    run()
    (path,) = DECKS.glob("*.jsonl")
    header, *lines = [json.loads(line) for line in path.read_text("utf-8").splitlines()]

    assert list(header) == ["chaincards ledger", "key", "notes", "style", "styled"]
    assert header["notes"] == "../notes"
    assert [line["card"]["guid"] for line in lines] == sorted(
        line["card"]["guid"] for line in lines
    )


def test_every_sentence_that_states_something_has_a_card_or_a_reason(vault):
    note = vault / "tides.md"
    note.write_text(note.read_text("utf-8") + "\nCompanies improve results.\n", "utf-8")
    shown = next(inspect([note], DECKS))
    carded = {question.evidence.order for question, _ in shown.cards}
    told = {skip.text: skip.reason for skip in shown.page.skips}

    assert told["Companies improve results."] in {reason for _, reason in shown.refused}
    assert not carded & {skip.order for skip in shown.page.skips}


@pytest.mark.parametrize(
    ("recipe", "message"),
    [
        ("# notes = 'x'\nnotes = '../nots'", r"bio.toml:2: there is no such folder of notes: nots"),
        ("name = 'x'", r"bio.toml: there is no such folder of notes: notes\n  set 'notes'"),
        (
            "\ninclude = ['healt/**']",
            r"bio.toml:2: 'include' and 'exclude' leave none of \d+ notes",
        ),
        ("exclude = ['**']", r"decks/bio.toml:1: 'include' and 'exclude' leave none of \d+ notes"),
    ],
)
def test_a_recipe_without_notes_is_told_with_its_line(vault, recipe, message):
    DECKS.mkdir()
    if "name" in recipe:
        vault.rename("elsewhere")
    (DECKS / "bio.toml").write_text(recipe, "utf-8")

    with pytest.raises(NotesError, match=message):
        run()
