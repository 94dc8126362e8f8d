"""The door: what the user types, reads, and gets as exit code."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from cards.cli import main


def run(*words):
    """Run the command in this process; output and errors as the user reads them."""
    return CliRunner().invoke(main, words)


@pytest.fixture(autouse=True)
def _same_second(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")


def test_a_build_says_what_is_new_and_where_the_deck_is(vault):
    done = run("build")
    lines = done.stdout.splitlines()

    assert done.exit_code == 0
    assert lines[0].endswith("keep it with your notes")
    assert ": starts a new ledger, " in lines[0]
    assert " from 3 notes: " in lines[1]
    assert " new, 0 unchanged, 0 retired" in lines[1]
    assert "to learn, 1 day at 20 new a day" in lines[2]
    assert Path(lines[-1]).is_file()


def test_a_second_build_says_that_nothing_changed(vault):
    count = run("build").stdout.splitlines()[1].split(": ")[1].split()[0]
    done = run("build")

    assert int(count) > 3
    assert f": 0 new, {count} unchanged, 0 retired" in done.stdout
    assert done.stdout.endswith(".apkg (unchanged)\n")
    assert "a new ledger" not in done.stdout


def test_a_quiet_build_says_nothing(vault):
    assert run("build", "-q").output == ""


def test_a_build_tells_programs_what_it_did(vault):
    """With reasons for refused and skipped sentences, which every real note has."""
    vault.joinpath("talk.md").write_text("In this episode we talk about bread.\n", "utf-8")
    done = run("build", "--json")
    told = json.loads(done.stdout.splitlines()[-1])

    assert done.exit_code == 0
    assert told["counts"]["new"] == len(told["changes"]) > 3
    assert told["skipped"]
    assert all(isinstance(count, int) for count in told["skipped"].values())
    assert all(isinstance(count, int) for count in told["refused"].values())


def test_a_dry_run_says_so(vault):
    done = run("build", "--dry-run")

    assert "nothing written (dry run)" in done.stdout
    assert not Path("decks").exists()


def test_more_words_list_the_new_cards_and_the_reasons(vault):
    done = run("build", "-v")

    assert "  new: " in done.stdout
    assert "sentences without a card:" in done.stdout or "not asked:" in done.stdout


def test_a_changed_note_is_named(vault):
    run("build")
    path = vault / "kitchen/bread.md"
    path.write_text(path.read_text("utf-8").replace("00:00:41", "00:00:44"), "utf-8")
    done = run("build")

    assert "  moved: " in done.stdout
    assert "(kitchen/bread.md)" in done.stdout


def test_a_wrong_note_is_a_warning_and_the_others_go_on(vault):
    (vault / "odd.md").write_text("---\ntitle: Odd\nno end")
    done = run("build")

    assert done.exit_code == 0
    assert f"warning: {Path('notes/odd.md')}:1: the front matter" in done.stderr
    assert " from 3 notes: " in done.stdout


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["build", "missing"], 1, "error: missing: there is no such file or folder"),
        (["build", "--decs", "x"], 2, "No such option"),
        (["bild"], 2, "No such command"),
        (["inspect"], 2, "Missing argument"),
        (["inspect", "missing.md"], 1, "error: missing.md: there is no such file or folder"),
    ],
)
def test_a_wrong_word_is_told_apart_from_a_wrong_note(vault, words, code, told):
    done = run(*words)

    assert done.exit_code == code
    assert told in done.stderr


def test_a_folder_without_notes_is_an_error(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    done = run("build")

    assert done.exit_code == 1
    assert "error: notes: there is no such file or folder" in done.stderr
    assert not Path("decks").exists()


def test_a_wrong_recipe_is_an_error_with_its_line(vault):
    Path("decks").mkdir()
    Path("decks/bio.toml").write_text('name = "Bio"\nlimt = 3\n')
    done = run("build")

    assert done.exit_code == 1
    assert "bio.toml:2: unknown setting 'limt'; did you mean 'limit'?" in done.stderr


def test_a_wrong_clock_is_an_error(vault, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")

    assert "SOURCE_DATE_EPOCH: 'yesterday' is no number of seconds" in run("build").stderr


def test_init_writes_a_recipe_that_builds(vault):
    made = run("init", "biology")
    built = run("build")

    assert made.stdout.startswith(f"{Path('decks/biology.toml')}: a new recipe")
    assert made.stdout.endswith("then: chaincards build\n")
    for folder, said in (("my", "my"), ("my decks", '"my decks"')):
        told = run("init", "x", "--decks", folder).stdout
        assert told.endswith(f"then: chaincards build --decks {said}\n")
    assert built.exit_code == 0
    assert Path("decks/biology.apkg").is_file()


@pytest.mark.parametrize(("folder", "name"), [("sea", ["sea"]), ("sea", []), ("sea?", [])])
def test_init_takes_over_a_deck_that_was_built_without_a_recipe(vault, folder, name):
    """Its key, its notes and its name in Anki, which may hold signs that no file's name can."""
    Path("notes").rename(folder)
    first = run("build", folder)
    before = {path.name: path.read_bytes() for path in Path("decks").iterdir()}
    made, again = run("init", *name), run("build", "-v")
    after = {path.name: path.read_bytes() for path in Path("decks").glob("*.[al]*")}

    assert (first.exit_code, made.exit_code, again.exit_code) == (0, 0, 0)
    assert again.stdout.startswith(f"{folder}: ")
    assert after == before


def test_init_never_writes_over_a_recipe(vault):
    run("init", "biology")
    before = Path("decks/biology.toml").read_bytes()
    again = run("init", "biology")

    assert again.exit_code == 1
    assert "there is a recipe of this name" in again.stderr
    assert Path("decks/biology.toml").read_bytes() == before


def told(*words):
    return [json.loads(line) for line in run("inspect", "--json", *words).stdout.splitlines()]


def test_inspect_gives_json_with_every_key_of_its_contract(vault):
    heart, bread, tides = told(str(vault))

    assert [each["note"] for each in (heart, bread, tides)] == [
        str(vault / name) for name in ("body/heart.md", "kitchen/bread.md", "tides.md")
    ]
    assert heart["title"] == "Why the heart races"
    assert heart["language"] == "en"
    for note in (heart, bread, tides):
        for claim in note["claims"]:
            assert {"id", "text", "quote", "kind", "heading", "timestamp", "url"} <= set(claim)
        for link in note["links"]:
            assert {"cause", "effect", "sign", "quote", "timestamp"} <= set(link)
        for chain in note["chains"]:
            assert all(0 <= index < len(note["links"]) for index in chain)
        for card in note["cards"]:
            keys = {"guid", "kind", "question", "answer", "quote", "heading", "timestamp", "url"}
            assert keys | {"tags"} <= set(card)
        assert all({"text", "reason"} <= set(skip) for skip in note["skipped"])
    assert {card["url"] for card in bread["cards"]} <= {
        f"https://youtu.be/bReAdRiSe02?t={second}" for second in (20, 41, 62)
    }
    assert {card["timestamp"] for card in tides["cards"]} == {None}


def test_a_path_is_told_with_what_becomes_of_each_thing(vault):
    text = "Blocking sunlight reduces mold growth. Mold growth raises the need for chlorine.\n"
    vault.joinpath("ponds.md").write_text(text, "utf-8")
    (page,) = told(str(vault / "ponds.md"))
    answers = [card["answer"] for card in page["cards"] if card["kind"] == "chain"]

    assert answers == ["Blocking sunlight → less mold growth → lower need for chlorine"]


def test_inspect_names_a_note_as_it_was_given(vault):
    path = str(vault.resolve() / "tides.md")

    assert [each["note"] for each in told(path)] == [path]


def test_inspect_tells_what_the_limit_cuts(vault):
    Path("decks").mkdir()
    Path("decks/bio.toml").write_text("limit = 1\n")
    cards = told(str(vault / "kitchen/bread.md"))[0]["cards"]

    assert sorted(card["cut"] for card in cards)[0] is False
    assert sum(not card["cut"] for card in cards) == 1 < len(cards)
    assert "left out by the limit" in run("inspect", str(vault / "kitchen/bread.md")).stdout


def test_inspect_for_people_is_plain_in_a_pipe(vault):
    done = run("inspect", "-v", str(vault / "body/heart.md"))

    assert done.stdout.splitlines()[0] == str(vault / "body/heart.md")
    assert "cards (" in done.stdout
    assert "claims (" in done.stdout
    assert "score " in done.stdout
    assert "\x1b" not in done.stdout


def test_help_has_examples_and_the_version_is_told():
    assert "chaincards build ~/vault" in run("--help").stdout
    assert "chaincards build --dry-run" in run("build", "--help").stdout
    assert run("--version").stdout.startswith("chaincards, version ")


def test_help_loads_nothing_heavy():
    """Seconds go by the machine, modules do not: this keeps help under a fifth of a second."""
    program = (
        "import sys\n"
        "from click.testing import CliRunner\n"
        "before = set(sys.modules)\n"
        "from cards.cli import main\n"
        "CliRunner().invoke(main, ['--help'])\n"
        "print('\\n'.join(sorted(set(sys.modules) - before)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    loaded = {name.split(".")[0] for name in done.stdout.split()}
    heavy = "onnxruntime numpy genanki jinja2 rich markdown_it py3langid lemminflect msgspec"

    assert not loaded & {*heavy.split(), "frontmatter", "yaml", "filelock", "sqlite3"}
    assert "cards" in loaded


def test_a_terminal_of_another_alphabet_is_no_obstacle(vault):
    (vault / "odd.md").write_text(
        "# Kältemaschine → 冷\n\nHeat melts the ice of the lake.", "utf-8"
    )
    done = subprocess.run(
        [sys.executable, "-m", "cards", "inspect", "notes/odd.md"],
        capture_output=True,
        check=False,
        env=os.environ | {"PYTHONIOENCODING": "cp1252"},
    )

    assert done.returncode == 0
    assert "Kältemaschine → 冷" in done.stdout.decode("utf-8")


def test_the_styles_are_listed_shown_and_copied(vault):
    listed = run("styles", "list").stdout.splitlines()
    assert [line.split()[0] for line in listed] == ["quiet", "book", "compact", "contrast"]

    done = run("styles", "new", "mine", "--like", "book")
    assert done.exit_code == 0
    assert done.stdout.startswith("decks/styles/mine: a copy of 'book'; ")
    assert done.stdout.endswith('style = "mine"\n')
    assert run("styles", "list").stdout.splitlines()[4].startswith("mine       A page of a book")

    again = run("styles", "new", "mine")
    assert (again.exit_code, again.stderr.split("\n")[0]) == (
        1,
        "error: decks/styles/mine: is there already",
    )


def test_a_style_shows_its_tokens_as_they_are_written(vault):
    run("styles", "new", "mine", "--like", "book")
    Path("decks/styles/mine/tokens.toml").write_text('like = "book"\nink = "#123456"\n')

    assert 'accent = "#2a5c8f"  # gaps and links' in run("styles", "show", "quiet").stdout
    own = run("styles", "show", "mine").stdout
    assert own.startswith('like = "book"\nink = "#123456"\n')
    assert 'ink = "#2b2319"' in own
    assert "did you mean 'quiet'?" in run("styles", "show", "quite").stderr
