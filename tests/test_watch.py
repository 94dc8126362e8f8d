"""What is done when notes are saved, and when."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from cards.errors import BusyError, NotesError
from cards.plans import find_plans
from cards.watch import _do, _folders, counts, steps

SAVED = {"a.md"}


def told(rounds, quiet=30):
    """Steps with the second at which they are taken; one round a second."""
    seconds = iter(range(10_000))
    clock = [0.0]

    def ticking():
        for each in rounds:
            clock[0] = float(next(seconds))
            yield each

    return [(step, clock[0]) for step in steps(ticking(), quiet, lambda: clock[0])]


def test_the_preview_comes_at_once_and_the_package_after_a_quiet_while():
    rounds = [(), SAVED, *[()] * 60]

    assert told(rounds)[2:] == [("preview", 1), ("package", 31)]


def test_who_goes_on_writing_is_waited_for():
    rounds = [SAVED, *[()] * 20, SAVED, *[()] * 40]

    assert told(rounds)[2:] == [("preview", 0), ("preview", 21), ("package", 51)]


def test_the_first_deck_is_made_at_once_and_then_nothing_without_a_change():
    assert told([()] * 100) == [("preview", 0), ("package", 0)]


def test_a_package_that_another_build_delays_is_made_afterwards(monkeypatch):
    monkeypatch.setattr(time, "sleep", lambda seconds: None)
    answers = iter([BusyError("busy"), BusyError("busy"), None])
    said = []

    def work(step):
        if error := next(answers):
            raise error

    _do("package", work, said.append)

    assert len(said) == 2
    assert next(answers, "done") == "done"


def test_a_fault_is_said_and_the_watch_goes_on():
    said = []

    def work(step):
        raise NotesError("no folder")

    _do("package", work, said.append)

    assert [str(error) for error in said] == ["no folder"]


def test_what_a_build_writes_is_no_reason_for_another(vault):
    Path("decks").mkdir()
    Path("decks/bio.toml").write_text("")
    folders = _folders(lambda: find_plans([], Path("decks")), {})
    here = Path.cwd().resolve()

    def saved(name):
        return counts(here / name, folders)

    assert all(map(saved, ["notes/a.md", "notes/x/A.MD", "notes/x/b.png", "decks/bio.toml"]))
    assert saved("decks/bio.decisions.toml")
    written = "bio.apkg bio.ledger.jsonl bio.ledger.jsonl.tmp bio.retired.txt bio.lock bio.html"
    assert not any(saved(f"decks/{name}") for name in written.split())
    assert not saved("notes/.obsidian/workspace.md")
    assert not saved("notes/a.txt")
    assert not saved("a.md")


@pytest.mark.parametrize("style", ["mine", "styles/mine", "../looks/mine"])
def test_a_style_of_one_s_own_is_watched(vault, style):
    Path("decks/styles/mine").mkdir(parents=True)
    Path("looks/mine").mkdir(parents=True)
    Path("decks/bio.toml").write_text(f'style = "{style}"\n')
    folders = _folders(lambda: find_plans([], Path("decks")), {})
    folder = (Path("decks") / ("styles/mine" if style == "mine" else style)).resolve()

    assert all(counts(folder / name, folders) for name in ("tokens.toml", "sheet.css", "a.html"))
    assert not counts(folder / "notes.txt", folders)


@pytest.mark.skipif(os.name == "nt", reason="needs POSIX signals")
def test_a_saved_note_is_in_the_package_soon(vault, ctrl_c):
    """The real program, in a process of its own, until Ctrl-C."""
    command = [sys.executable, "-m", "cards", "watch", "--seconds", "0.5"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        lines = iter(process.stdout.readline, "")
        assert next(line for line in lines if " from 3 notes: " in line)
        note = Path("notes/tides.md")
        fact = "What is a beach made of:: Sand"
        note.write_text(f"{note.read_text('utf-8')}\n\n{fact}\n", "utf-8")
        said = next(line for line in lines if " from 3 notes: " in line)
    finally:
        process.send_signal(signal.SIGINT)
        _, wrong = process.communicate(timeout=30)

    assert " 0 new" not in said
    assert (process.returncode, wrong) == (0, "")
