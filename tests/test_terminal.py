"""What a person sees on a terminal, and what a program gets in a pipe."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time

import pytest
from click.testing import CliRunner

from cards.cli import main
from cards.terminal import _coloured, is_person, progress

pty = pytest.importorskip("pty", reason="needs POSIX terminals")
COMMANDS = (
    ["build"],
    ["build", "--dry-run", "-v"],
    ["inspect", "notes/tides.md", "-v"],
    ["preview"],
    ["init", "another"],
    ["declined"],
    ["build", "nowhere"],
)


def program(*words):
    return [sys.executable, "-m", "cards", *words]


def on_a_terminal(*words, **changes):
    """All that a terminal gets from the program."""
    here, there = pty.openpty()
    told = {name: os.environ[name] for name in os.environ if name not in ("NO_COLOR", "CI")}
    process = subprocess.Popen(
        program(*words),
        stdin=there,
        stdout=there,
        stderr=there,
        env=told | {"TERM": "xterm-256color", "COLUMNS": "100"} | changes,
    )
    os.close(there)
    parts = []
    while True:
        try:
            part = os.read(here, 65536)
        except OSError:  # how Linux says that nobody writes any more
            break
        if not part:
            break
        parts.append(part)
    os.close(here)
    process.wait()
    return b"".join(parts).decode()


def styles(line):
    text = _coloured(line)
    return {line[span.start : span.end]: span.style for span in text.spans}


def test_a_report_is_coloured_for_a_person(vault):
    seen = on_a_terminal("build")

    assert re.search(r"\x1b\[1;32m\d+ new\x1b\[0m", seen)
    assert re.search(r"\x1b\[1;36mdecks/\S+\.apkg\x1b\[0m", seen)


def test_colours_can_be_off(vault):
    subprocess.run(program("build", "-q"), check=True)
    (vault / "tides.md").write_text("---\ntitle: x\n", "utf-8")
    seen = on_a_terminal("build", NO_COLOR="1")

    assert "warning: notes/tides.md:1:" in seen
    assert not re.search(r"\x1b\[[\d;]*m", seen)
    assert "\x1b" not in on_a_terminal("build", "nowhere", TERM="dumb")


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_a_pipe_gets_no_escape(vault, words):
    done = CliRunner().invoke(main, words)

    assert done.output
    assert "\x1b" not in done.output


def test_an_error_is_red_and_says_what_to_do(vault):
    seen = on_a_terminal("build", "nowhere")

    assert seen.startswith("\x1b[1;31merror:\x1b[0m nowhere: there is no such file or folder")
    assert "  name a folder of notes behind the command" in seen


def test_counts_have_the_colours_of_what_they_mean():
    line = "Bio: 9 questions from 3 notes: 4 new, 1 moved, 0 unchanged, 2 retired"

    assert styles(line) == {
        "Bio": "bold",
        "4 new": "bold green",
        "1 moved": "bold yellow",
        "0 unchanged": "dim",
        "2 retired": "bold red",
    }
    assert styles("9 cards to learn, 1 day at 20 new a day") == {}
    assert styles("decks/bio.apkg (unchanged)") == {
        "decks/bio.apkg": "bold cyan",
        "(unchanged)": "dim",
    }


def test_whatever_takes_more_than_a_moment_shows_a_bar(monkeypatch):
    here, there = pty.openpty()
    monkeypatch.setattr("cards.terminal.SOON", 0.05)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr("sys.stderr", os.fdopen(there, "w"))
    with progress("my notes", silent=False) as tell:
        time.sleep(0.2)
        tell(3, 9)
        time.sleep(0.2)
        tell(9, 9)
        time.sleep(0.2)
    seen = os.read(here, 100_000).decode()

    assert "reading my notes" in seen
    assert "3 of 9 notes" in seen
    assert "making my notes" in seen


def test_what_is_quick_shows_no_bar(monkeypatch):
    here, there = pty.openpty()
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr("sys.stderr", os.fdopen(there, "w"))
    with progress("my notes", silent=False) as tell:
        tell(9, 9)
    os.set_blocking(here, False)

    with pytest.raises(BlockingIOError):
        os.read(here, 100)
    sys.stderr.close()
    os.close(here)


def test_who_asks_for_silence_gets_no_bar():
    with progress("my notes", silent=True) as tell:
        assert tell is None


def test_a_pipe_is_no_person():
    assert not is_person(open(os.devnull, encoding="utf-8"))  # noqa: SIM115, PTH123
