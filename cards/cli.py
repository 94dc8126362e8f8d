"""Words in, exit code out: 0 all well, 1 something to put right, 2 wrong usage."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cards import __version__
from cards.errors import CardsError

if TYPE_CHECKING:
    from cards.model import Problem

SOON = 1.0
"""Seconds after which a wait deserves a bar."""
PATHS = click.argument("notes", nargs=-1, type=click.Path(path_type=Path))
DECKS = click.option(
    "--decks",
    type=click.Path(file_okay=False, path_type=Path),
    default="decks",
    show_default=True,
    help="Folder of recipes, ledgers and packages.",
)
VERBOSE = click.option("-v", "--verbose", count=True, help="Say more.")
QUIET = click.option("-q", "--quiet", is_flag=True, help="Say only what is wrong.")


class Door(click.Group):
    """Shows what the user can put right without a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command."""
        for stream in (sys.stdout, sys.stderr):
            _speak_utf8(stream)
        try:
            return super().invoke(ctx)
        except CardsError as error:
            click.secho("error: ", fg="red", err=True, nl=False)
            click.echo(str(error), err=True)
            ctx.exit(1)


def _speak_utf8(stream: Any) -> None:
    """Let no sign of a note break the output, whatever the terminal's alphabet."""
    if not hasattr(stream, "reconfigure"):
        return
    if stream.isatty():
        stream.reconfigure(errors="replace")
    else:
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")


@click.group(cls=Door, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", prog_name="chaincards")
def main() -> None:
    """Turn a folder of markdown notes into Anki decks.

    \b
    Examples:
      chaincards build                    the folder notes/ into decks/
      chaincards build ~/vault            another folder
      chaincards build ~/vault/bones.md   one note again; the others stay
      chaincards inspect notes/bones.md   what a note gives, and why not more
      chaincards init biology             a recipe to adapt
    """


@main.command()
@PATHS
@DECKS
@click.option("--dry-run", is_flag=True, help="Report only; write nothing.")
@click.option("--retire", is_flag=True, help="Go on where many cards would retire.")
@click.option("--touch", is_flag=True, help="Give all cards a new time: Anki takes them all once.")
@VERBOSE
@QUIET
def build(
    notes: tuple[Path, ...],
    decks: Path,
    dry_run: bool,
    retire: bool,
    touch: bool,
    verbose: int,
    quiet: bool,
) -> None:
    """Make Anki decks from NOTES: files or folders.

    Without NOTES every recipe in the decks folder is built, or the folder notes/ where there is
    none. Naming single notes updates their cards and carries all others along.

    \b
    Examples:
      chaincards build
      chaincards build ~/vault --decks ~/decks
      chaincards build --dry-run -v
    """
    from cards.build import build as build_deck
    from cards.plans import find_plans
    from cards.report import report_lines

    wrong = False
    for plan in find_plans(notes, decks):
        with _progress(plan.name, quiet) as tell:
            report = build_deck(
                plan, _now(), retire=retire, touch=touch, dry=dry_run, progress=tell
            )
        wrong |= _show_problems(report.problems)
        for line in () if quiet else report_lines(report, verbose):
            click.echo(line)
    if wrong:
        raise SystemExit(1)


@main.command()
@click.argument("notes", nargs=-1, required=True, type=click.Path(path_type=Path))
@DECKS
@click.option("--json", "as_json", is_flag=True, help="One JSON object a note and line.")
@VERBOSE
@QUIET
def inspect(notes: tuple[Path, ...], decks: Path, as_json: bool, verbose: int, quiet: bool) -> None:
    """Show what NOTES give: claims, links, chains, cards, and why not more.

    \b
    Examples:
      chaincards inspect notes/bones.md
      chaincards inspect -v notes          with scores, quotes and links
      chaincards inspect notes --json      for programs
    """
    from cards.build import inspect as inspect_notes
    from cards.report import inspection_json, inspection_lines

    wrong = False
    with _progress("notes", quiet or as_json) as tell:
        inspections = list(inspect_notes(notes, decks, tell))
    for inspection in inspections:
        wrong |= _show_problems(inspection.problems)
        if as_json:
            click.echo(inspection_json(inspection))
        elif not quiet:
            _print_styled(inspection_lines(inspection, verbose))
    if wrong:
        raise SystemExit(1)


@main.command()
@click.argument("name", default="")
@DECKS
def init(name: str, decks: Path) -> None:
    """Write a recipe for a deck, every setting explained.

    \b
    Example:
      chaincards init biology        writes decks/biology.toml
    """
    from cards.plans import folder_name, new_recipe

    path = new_recipe(name or folder_name(Path("notes")), decks)
    click.echo(f"{path}: a new recipe; change what you like, then: chaincards build")


def _now() -> int:
    """Second of this build; SOURCE_DATE_EPOCH makes builds repeatable."""
    told = os.environ.get("SOURCE_DATE_EPOCH", "")
    if told and not told.isdecimal():
        raise CardsError(f"SOURCE_DATE_EPOCH: '{told}' is no number of seconds\n  unset it")
    return int(told) if told else int(time.time())


def _show_problems(problems: Sequence[Problem]) -> bool:
    """Show what is wrong with notes; True where it is more than a warning."""
    for problem in problems:
        click.echo(str(problem), err=True)
    return any(problem.level == "error" for problem in problems)


def _print_styled(lines: Iterator[tuple[str, str]]) -> None:
    if not sys.stdout.isatty():
        for line, _ in lines:
            click.echo(line)
        return
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False)
    for line, style in lines:
        console.print(Text(line, style=style), soft_wrap=False)


@contextmanager
def _progress(name: str, silent: bool) -> Iterator[Callable[[int, int], None] | None]:
    """A bar on the terminal for what takes more than a moment."""
    if silent or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    started = time.monotonic()
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )
    bar = Progress(*columns, console=Console(stderr=True), transient=True)
    task = bar.add_task(f"reading {name}", total=None)

    def tell(done: int, total: int) -> None:
        if time.monotonic() - started > SOON and not bar.live.is_started:
            bar.start()
        bar.update(task, completed=done, total=total)

    try:
        yield tell
    finally:
        bar.stop()
