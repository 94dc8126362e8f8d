"""Package and ledger are both old or both new, at whatever moment a build is stopped."""

from __future__ import annotations

import errno
import os
import subprocess
import sys

import pytest

from cards import journal
from cards.errors import CardsError
from cards.journal import locked, publish, recover


class Stopped(BaseException):
    """A power cut."""


@pytest.fixture
def deck(tmp_path):
    return tmp_path / "bio.apkg", tmp_path / "bio.ledger.jsonl"


def state(deck):
    return tuple(path.read_bytes() if path.exists() else None for path in deck)


OLD = (b"old package", b"old ledger")
NEW = (b"new package", b"new ledger")
STEPS = ["_write", "_write", "replace", "replace", "replace"]


def stop_at(monkeypatch, step, before):
    """Stop right before or right after one of the steps that touch the disk."""
    count = iter(range(99))

    def stopping(real):
        def call(*arguments):
            now = next(count)
            if now == step and before:
                raise Stopped
            result = real(*arguments)
            if now == step:
                raise Stopped
            return result

        return call

    monkeypatch.setattr(journal, "_write", stopping(journal._write))
    monkeypatch.setattr(journal.Path, "replace", stopping(journal.Path.replace))


@pytest.mark.parametrize("old", [OLD, (None, None)], ids=["second", "first"])
@pytest.mark.parametrize("before", [True, False])
@pytest.mark.parametrize("step", range(len(STEPS)))
def test_a_build_that_is_stopped_leaves_both_old_or_both_new(deck, monkeypatch, step, before, old):
    if old == OLD:
        publish(deck[0], OLD[0], deck[1], OLD[1])
    with monkeypatch.context() as patch:
        stop_at(patch, step, before)
        with pytest.raises(Stopped):
            publish(deck[0], NEW[0], deck[1], NEW[1])

    recover(*deck)

    assert state(deck) == (NEW if (step, before) in [(3, False), (4, True), (4, False)] else old)
    assert {path.name for path in deck[0].parent.iterdir()} <= {path.name for path in deck}


def test_what_is_there_already_is_not_written_again(deck):
    assert publish(deck[0], OLD[0], deck[1], OLD[1])
    before = [path.stat().st_mtime_ns for path in deck]

    assert not publish(deck[0], OLD[0], deck[1], OLD[1])
    assert [path.stat().st_mtime_ns for path in deck] == before


def test_a_lost_package_is_written_again(deck):
    publish(deck[0], OLD[0], deck[1], OLD[1])
    deck[0].unlink()

    assert publish(deck[0], OLD[0], deck[1], OLD[1])
    assert state(deck) == OLD


def test_a_full_disk_is_a_message_and_costs_nothing(deck, monkeypatch):
    publish(deck[0], OLD[0], deck[1], OLD[1])
    real = os.fsync

    def full(handle):
        real(handle)
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(journal.os, "fsync", full)
    with pytest.raises(CardsError, match=r"(?s)No space left on device.*the old deck is whole"):
        publish(deck[0], NEW[0], deck[1], NEW[1])

    assert state(deck) == OLD
    assert len(list(deck[0].parent.iterdir())) == 2


def test_a_folder_that_cannot_be_written_is_a_message(tmp_path):
    (tmp_path / "decks").write_text("a file")

    with (
        pytest.raises(CardsError, match="the deck cannot be written"),
        locked(tmp_path / "decks" / "bio.ledger.jsonl"),
    ):
        pass


def test_two_builds_of_a_deck_wait_for_each_other(deck):
    program = (
        "import sys, pathlib\n"
        "from cards.journal import locked\n"
        "with locked(pathlib.Path(sys.argv[1])): pass\n"
    )
    command = [sys.executable, "-c", program, str(deck[1])]
    with locked(deck[1]):
        second = subprocess.run(command, capture_output=True, text=True, check=False)
    third = subprocess.run(command, capture_output=True, text=True, check=False)

    assert "another build of this deck is at work" in second.stderr
    assert third.returncode == 0
    assert list(deck[0].parent.iterdir()) == []
