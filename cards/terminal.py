"""Lines in, a terminal's output out: coloured where a person reads it, plain in a pipe."""

from __future__ import annotations

import os
import re
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO

import click

if TYPE_CHECKING:
    from rich.text import Text

    from cards.errors import CardsError
    from cards.model import Problem

SOON = 1.0
"""Seconds after which a wait deserves a bar."""
# What a person looks for in a line of a report, and how it is shown. The first that fits wins.
SHOWN = (
    (r"^(?:error|no such)\b[^:]*:", "bold red"),
    (r"^warning:", "bold yellow"),
    (r"^\S.*?(?=: (?:\d+ questions? from|starts a new ledger))", "bold"),
    (r"\b0 [a-z]+(?=, |$)", "dim"),
    (r"\b\d+ (?:new|back)\b(?! a day)", "bold green"),
    (r"\b\d+ (?:reworded|moved|changed)\b", "bold yellow"),
    (r"\b\d+ retired[^,]*", "bold red"),
    (r"^  (?:new|back):", "green"),
    (r"^  (?:reworded|moved|changed):", "yellow"),
    (r"^  (?:retired[^:]*|dropped):", "red"),
    (r"^ +(?:was|now): ", "dim"),
    (r"\(unchanged\)$|\(-v lists them\)$", "dim"),
    (r"\S+\.(?:apkg|html)\b", "bold cyan"),
    (r"(?<= )\([^()]*\.md\)$", "dim"),
)


def is_person(stream: TextIO) -> bool:
    """Whether colours are wanted: on a terminal, unless NO_COLOR or a dumb terminal says no."""
    wanted = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return wanted and stream.isatty()


def show(line: str, *, err: bool = False) -> None:
    """Print a line of a report."""
    stream = sys.stderr if err else sys.stdout
    if not is_person(stream):
        click.echo(line, err=err)
        return
    _print(_coloured(line), err=err)


def show_lines(lines: Iterable[str]) -> None:
    """Print a report."""
    for line in lines:
        show(line)


def show_styled(lines: Iterable[tuple[str, str]]) -> None:
    """Print lines, each in a style of its own."""
    if not is_person(sys.stdout):
        for line, _ in lines:
            click.echo(line)
        return
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False)
    for line, style in lines:
        console.print(Text(line, style=style), soft_wrap=False)


def show_error(error: CardsError) -> None:
    """Say what the user can put right."""
    for line in f"error: {error}".split("\n"):
        show(line, err=True)


def show_problems(problems: Sequence[Problem]) -> bool:
    """Say what is wrong with notes; True where it is more than a warning."""
    for problem in problems:
        for line in str(problem).split("\n"):
            show(line, err=True)
    return any(problem.level == "error" for problem in problems)


def _coloured(line: str) -> Text:
    from rich.text import Text

    text, taken = Text(line), [False] * len(line)
    for pattern, style in SHOWN:
        for found in re.finditer(pattern, line):
            if not any(taken[found.start() : found.end()]):
                text.stylize(style, *found.span())
                taken[found.start() : found.end()] = [True] * (found.end() - found.start())
    return text


def _print(text: Text, *, err: bool) -> None:
    from rich.console import Console

    Console(stderr=err, highlight=False).print(text, soft_wrap=True)


@contextmanager
def progress(name: str, silent: bool) -> Iterator[Callable[[int, int], None] | None]:
    """Show a bar on the terminal while something takes more than a moment.

    The bar counts while notes are read; what comes after that has no end that is known.
    """
    if silent or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeRemainingColumn

    columns = (
        SpinnerColumn(style="cyan"),
        TextColumn("{task.description}"),
        BarColumn(complete_style="cyan", finished_style="cyan", pulse_style="cyan"),
        TextColumn("{task.fields[of]}"),
        TimeRemainingColumn(compact=True),
    )
    bar = Progress(*columns, console=Console(stderr=True), transient=True)
    reading = bar.add_task(f"reading {name}", total=None, of="")

    def tell(done: int, total: int) -> None:
        bar.update(reading, completed=done, total=total, of=f"{done} of {total} notes")
        if done == total:
            bar.update(reading, visible=False)
            bar.add_task(f"making {name}", total=None, of="")

    later = threading.Timer(SOON, bar.start)
    later.daemon = True
    later.start()
    try:
        yield tell
    finally:
        later.cancel()
        later.join()
        bar.stop()
