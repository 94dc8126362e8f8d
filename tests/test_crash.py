"""What goes wrong around a build: a kill, a full disk, a folder of others, two builds at once."""

from __future__ import annotations

import json
import os
import resource
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from cards.cli import main
from cards.ledger import read_ledger

TESTS = Path(__file__).parent
DECKS = Path("decks")
BREAD = Path("notes/kitchen/bread.md")
SENTENCE = "Yeast produces carbon dioxide"
NOW = 1_700_000_000


@pytest.fixture(autouse=True)
def recipe(vault):
    DECKS.mkdir()
    (DECKS / "bio.toml").write_text('name = "Bio"\n', "utf-8")


def build(*words, now=NOW, **more):
    command = [sys.executable, "-m", "cards", *(words or ["build"])]
    told = os.environ | {"SOURCE_DATE_EPOCH": str(now)}
    return subprocess.run(command, capture_output=True, text=True, check=False, env=told, **more)


def built(now=NOW):
    """Build in this process: its start costs a second less."""
    os.environ["SOURCE_DATE_EPOCH"] = str(now)
    try:
        done = CliRunner().invoke(main, ["build"], catch_exceptions=False)
    finally:
        del os.environ["SOURCE_DATE_EPOCH"]
    assert done.exit_code == 0, done.stderr


def edit(old, new):
    text = BREAD.read_text("utf-8")
    assert old in text
    BREAD.write_text(text.replace(old, new), "utf-8")


def files():
    return {path.name: path.read_bytes() for path in DECKS.iterdir()}


def a_card():
    entries = read_ledger(DECKS / "bio.ledger.jsonl").entries
    return next(entry.card.guid for entry in entries if SENTENCE in entry.card.quote)


def killed(*words, now):
    """What is left of a command that is killed at every write, one write after the other."""
    shutil.rmtree("before", ignore_errors=True)
    shutil.copytree(DECKS, "before")
    program = [sys.executable, str(TESTS / "crash_program.py"), "before", *words]
    told = os.environ | {"SOURCE_DATE_EPOCH": str(now)}
    done = subprocess.run(program, capture_output=True, text=True, check=False, env=told)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def first_build():
    return killed("build", now=NOW)


def change_that_retires():
    built()
    edit(SENTENCE, "Much is unknown")
    edit("00:00:20", "00:00:23")
    return killed("build", now=NOW + 10)


def card_that_comes_back():
    built()
    edit(SENTENCE, "Much is unknown")
    built(now=NOW + 10)
    edit("Much is unknown", SENTENCE)
    return killed("build", now=NOW + 20)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and SIGKILL")
@pytest.mark.parametrize(
    "change",
    [
        first_build,
        change_that_retires,
        card_that_comes_back,
    ],
)
def test_a_build_that_is_killed_at_any_write_leaves_old_or_new(change):
    """And the build after it makes what the killed one would have made, to the byte."""
    told = change()

    assert set(told["states"]) == {"old", "new"}
    assert len(told["states"]) > 10
    assert told["changed"]
    assert told["again"]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and SIGKILL")
def test_a_decision_that_is_killed_at_any_write_is_made_or_not():
    built()
    told = killed("drop", a_card(), now=NOW)

    assert "bio.decisions.toml" in told["names"]
    assert set(told["states"]) == {"old", "new"}
    assert told["again"]


def agree():
    """Whether package and ledger tell of the same cards and seconds."""
    ledger = read_ledger(DECKS / "bio.ledger.jsonl")
    with zipfile.ZipFile(DECKS / "bio.apkg") as archive:
        base = sqlite3.connect(":memory:")
        base.deserialize(archive.read("collection.anki2"))
    rows = dict(base.execute("select guid, mod from notes"))
    base.close()
    return rows == {e.card.guid: e.changed for e in ledger.entries if e.state == "live"}


def test_two_builds_at_once_are_one_after_the_other_or_a_message():
    built()
    for turn in range(2):
        edit(f"00:00:{41 + turn}", f"00:00:{42 + turn}")
        command = [sys.executable, "-m", "cards", "build"]
        both = [subprocess.Popen(command, stderr=subprocess.PIPE, text=True) for _ in range(2)]
        said = [process.communicate(timeout=60)[1] for process in both]
        codes = [process.returncode for process in both]

        assert 0 in codes
        for code, words in zip(codes, said, strict=True):
            assert code == 0 or "another build of this deck is at work\n  wait" in words
        assert agree()
        assert sorted(files()) == ["bio.apkg", "bio.ledger.jsonl", "bio.toml"]


def full_disk(limit):
    """No file may grow beyond so many bytes: the system refuses a write, as on a full disk."""

    def allow():
        import signal

        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    return allow


@pytest.mark.parametrize("share", [0.0, 0.5, 0.9])
def test_a_disk_that_fills_up_is_a_message_and_costs_nothing(share, monkeypatch):
    built()
    before = files()
    edit("00:00:41", "00:00:44")
    limit = int(share * len(before["bio.apkg"]))
    done = build(now=NOW + 10, preexec_fn=full_disk(limit))

    assert done.returncode == 1
    assert "the deck cannot be written" in done.stderr
    assert "the old deck is whole\n  make room" in done.stderr
    assert "Traceback" not in done.stderr
    assert files() == before
    built(now=NOW + 20)
    assert agree()


@pytest.fixture
def disk(tmp_path):
    """A small disk of its own, which only root may mount."""
    place = tmp_path / "disk"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=96k", "none", str(place)]
    mounted = subprocess.run(command, check=False, capture_output=True, text=True)
    if mounted.returncode:
        pytest.skip(f"no disk can be mounted here: {mounted.stderr.strip()}")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def on(disk, now=NOW):
    return build("build", "notes", "--decks", str(disk / "decks"), now=now)


def on_it(disk):
    return {path.name: path.read_bytes() for path in (disk / "decks").iterdir()}


def test_a_real_disk_that_is_full_is_a_message_and_costs_nothing(disk):
    assert on(disk).returncode == 0
    before = on_it(disk)
    free = os.statvfs(disk)
    (disk / "ballast").write_bytes(b"x" * (free.f_bavail * free.f_frsize - 4096))
    edit("00:00:41", "00:00:44")
    done = on(disk, NOW + 10)

    assert done.returncode == 1
    assert "No space left on device" in done.stderr
    assert on_it(disk) == before


def test_a_disk_that_cannot_be_written_is_a_message(disk):
    assert on(disk).returncode == 0
    before = on_it(disk)
    edit("00:00:41", "00:00:44")
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    done = on(disk, NOW + 10)

    assert done.returncode == 1
    assert "cannot be written (Read-only file system)" in done.stderr
    assert "give leave to write there" in done.stderr
    assert on_it(disk) == before


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_is_a_message():
    built()
    before = files()
    edit("00:00:41", "00:00:44")
    DECKS.chmod(0o555)
    done = build(now=NOW + 10)
    DECKS.chmod(0o755)

    assert done.returncode == 1
    assert "cannot be written (Permission denied)" in done.stderr
    assert files() == before


WRECKS = {
    "edited by hand": (
        lambda text: text.replace('"question":', '"question"', 1),
        ":2: a broken line",
    ),
    "half a line": (lambda text: text[: len(text) // 2], "a broken line"),
    "markers of a merge": (
        lambda text: text.replace("\n{", "\n<<<<<<< HEAD\n{", 1),
        ":2: a merge left its marks",
    ),
    "a newer version": (
        lambda text: text.replace('"chaincards ledger":', '"chaincards ledger":9', 1),
        ":1: written by a newer chaincards",
    ),
    "a card twice": (lambda text: text + text.split("\n")[1] + "\n", "stands twice in the ledger"),
    "no ledger": (lambda text: "words", ":1: not a ledger"),
}


@pytest.mark.parametrize("wreck", WRECKS)
@pytest.mark.parametrize("command", ["build", "drop", "declined"])
def test_a_wrecked_ledger_is_a_message_and_nothing_is_written(wreck, command):
    built()
    path = DECKS / "bio.ledger.jsonl"
    change, said = WRECKS[wreck]
    path.write_text(change(path.read_text("utf-8")), "utf-8")
    before = files()
    words = {"build": [], "drop": ["why"], "declined": [str(_collection())]}[command]
    done = CliRunner().invoke(main, [command, *words])

    assert (done.exit_code, isinstance(done.exception, SystemExit)) == (1, True)
    assert "bio.ledger.jsonl" in done.stderr
    assert said in done.stderr
    assert files() == before


def _collection():
    path = Path("anki/collection.anki2")
    if not path.exists():
        from anki.collection import Collection

        path.parent.mkdir()
        Collection(str(path)).close()
    return path
