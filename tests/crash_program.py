"""Kill a command at every write, each time in a process of its own; tell what was left as JSON.

Called with a folder that holds the deck before (``before``), and words for the command line. The
processes are forked from one that has loaded everything: a kill costs milliseconds, not a start.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import sys
from pathlib import Path

from click.testing import CliRunner

from cards import journal
from cards.cli import main
from cards.journal import locked, recover
from cards.plans import find_plans

DECKS = Path("decks")
EVENTS = {"open", "os.rename", "os.remove", "os.mkdir", "os.truncate", "os.link"}


class Killer:
    """Sends this process SIGKILL at a certain write."""

    def __init__(self, count: int) -> None:
        self.left = count

    def reach(self) -> None:
        self.left -= 1
        if self.left < 0:
            os.kill(os.getpid(), signal.SIGKILL)

    def audit(self, event: str, arguments: tuple[object, ...]) -> None:
        if event not in EVENTS or not str(arguments[0]).startswith(("decks", str(DECKS.resolve()))):
            return
        if event != "open" or self.writes(arguments):
            self.reach()

    @staticmethod
    def writes(arguments: tuple[object, ...]) -> bool:
        _, mode, flags = arguments
        return bool(int(flags) & (os.O_WRONLY | os.O_RDWR)) or "w" in str(mode)

    def write(self, path: Path, data: bytes) -> None:
        """As ``journal._write``, in pieces: a disk may have taken any part of a file."""
        with path.open("wb") as file:
            for start in range(0, len(data), max(1, len(data) // 3)):
                file.write(data[start : start + max(1, len(data) // 3)])
                file.flush()
                self.reach()
            os.fsync(file.fileno())
            self.reach()


def files() -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(DECKS.glob("*"))}


def put_back(before: Path) -> None:
    shutil.rmtree(DECKS, ignore_errors=True)
    shutil.copytree(before, DECKS)


def run(words: list[str]) -> int:
    return CliRunner().invoke(main, words).exit_code


def killed_at(count: int, words: list[str]) -> bool:
    child = os.fork()
    if child == 0:
        killer = Killer(count)
        journal._write = killer.write
        sys.addaudithook(killer.audit)
        run(words)
        os._exit(0)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def looked() -> dict[str, bytes]:
    """The folder after the next start has looked."""
    for plan in find_plans([], DECKS):
        with locked(plan.ledger):
            recover(plan.package, plan.ledger, plan.retired, plan.seen, plan.decisions)
    return files()


def told(found: dict[str, bytes], old: dict[str, bytes], new: dict[str, bytes]) -> str:
    """Whether package and ledger are both old or both new, and whether anything is left over."""
    pair = ["bio.apkg", "bio.ledger.jsonl", "bio.decisions.toml"]
    left = sorted(set(found) - {*old, *new})
    if left:
        return f"left over: {left}"
    is_old, is_new = (all(found.get(n) == each.get(n) for n in pair) for each in (old, new))
    return "new" if is_new else "old" if is_old else "mixed"


def check(before: Path, words: list[str]) -> dict[str, object]:
    old = {path.name: path.read_bytes() for path in before.iterdir()}
    put_back(before)
    run(words)
    new = files()
    states, again = [], []
    for count in range(200):
        put_back(before)
        if not killed_at(count, words):
            break
        states.append(told(looked(), old, new))
        run(words)
        again.append(files() == new)
    return {"states": states, "again": all(again), "changed": old != new, "names": sorted(new)}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(check(Path(sys.argv[1]), sys.argv[2:])))
