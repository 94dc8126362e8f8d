"""Words in, exit code out: 0 all well, 1 something to put right, 2 wrong usage."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cards import __version__
from cards.errors import CardsError
from cards.terminal import progress, show, show_error, show_lines, show_problems, show_styled

if TYPE_CHECKING:
    from cards.decide import Found
    from cards.decisions import Kind
    from cards.plans import Plan
    from cards.watch import Step

PATHS = click.argument("notes", nargs=-1, type=click.Path(path_type=Path))
CARDS = click.argument("cards", nargs=-1, required=True, metavar="CARD...")
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
            show_error(error)
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
      chaincards preview --open           the deck before it is imported
      chaincards inspect notes/bones.md   what a note gives, and why not more
      chaincards init biology             a recipe to adapt
      chaincards styles list              how the cards may look
    """


@main.command()
@PATHS
@DECKS
@click.option("--dry-run", "dry", is_flag=True, help="Report only; write nothing.")
@click.option("--retire", is_flag=True, help="Go on where many cards would retire.")
@click.option("--touch", is_flag=True, help="Give all cards a new time: Anki takes them all once.")
@click.option("--refresh", is_flag=True, help="Word shipped cards as today's program would.")
@click.option("--yes", is_flag=True, help="Refresh without asking.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a deck and line.")
@VERBOSE
@QUIET
def build(
    notes: tuple[Path, ...],
    decks: Path,
    yes: bool,
    as_json: bool,
    verbose: int,
    quiet: bool,
    **choices: bool,
) -> None:
    """Make Anki decks from NOTES: files or folders.

    Without NOTES every recipe in the decks folder is built, or the folder notes/ where there is
    none. Naming single notes updates their cards and carries all others along.

    What was built before keeps its words, whatever this version of chaincards would ask;
    with --refresh you see what would change, and are asked.

    \b
    Examples:
      chaincards build
      chaincards build ~/vault --decks ~/decks
      chaincards build --dry-run -v
      chaincards build --refresh
    """
    from cards.plans import find_plans

    plans = find_plans(notes, decks)
    if choices["refresh"] and not yes and not choices["dry"]:
        plans = tuple(plan for plan in plans if _may_refresh(plan, choices["retire"]))
    if _build_all(plans, verbose, quiet, as_json, **choices):
        raise SystemExit(1)


def _may_refresh(plan: Plan, retire: bool) -> bool:
    """Show what a refresh would change, and ask; nothing is asked where nothing would."""
    from cards.build import build as build_deck
    from cards.report import refreshed, report_lines

    report = build_deck(plan, _now(), retire=retire, dry=True, refresh=True)
    if not refreshed(report):
        return True
    for line in report_lines(report, 1):
        click.echo(line, err=True)
    if not sys.stdin.isatty():
        raise CardsError(
            f"{plan.name}: {len(refreshed(report))} shipped cards would change; nothing was"
            " written\n  say that you mean it: chaincards build --refresh --yes"
        )
    return click.confirm(f"Change {len(refreshed(report))} shipped cards?", err=True)


def _build_all(
    plans: Sequence[Plan], verbose: int, quiet: bool, as_json: bool = False, **choices: bool
) -> bool:
    """Build decks and say what became of them; True where something is wrong with a note."""
    from cards.build import build as build_deck
    from cards.report import report_json, report_lines

    wrong = False
    for plan in plans:
        with progress(plan.name, quiet or as_json) as tell:
            report = build_deck(plan, _now(), progress=tell, **choices)
        wrong |= show_problems(report.problems)
        if as_json:
            click.echo(report_json(report))
        elif not quiet:
            show_lines(report_lines(report, verbose))
    return wrong


@main.command()
@PATHS
@DECKS
@click.option(
    "--seconds",
    type=click.FloatRange(min=0),
    default=30.0,
    show_default=True,
    help="Quiet time after the last save, before the package is made.",
)
@VERBOSE
@QUIET
def watch(notes: tuple[Path, ...], decks: Path, seconds: float, verbose: int, quiet: bool) -> None:
    """Show and build again whenever NOTES are saved, until you press Ctrl-C.

    The page of chaincards preview is fresh at once; reload it in the browser. The package waits
    until nothing was saved for half a minute, so that it never holds half a thought; and it is
    old or new at any moment, never half written.

    \b
    Examples:
      chaincards watch
      chaincards watch ~/vault --decks ~/decks
    """
    from cards.gallery import page_of, write_preview
    from cards.plans import find_plans
    from cards.watch import watch as follow

    def find() -> tuple[Plan, ...]:
        return find_plans(notes, decks)

    def work(step: Step) -> None:
        if step == "package":
            _build_all(find(), verbose, quiet)
            return
        for plan in find():
            with progress(plan.name, quiet) as tell:
                write_preview(plan, _now(), progress=tell)
            if not quiet and plan.package not in told:
                told.add(plan.package)
                show(f"the page: {page_of(plan).resolve()}")

    told: set[Path] = set()
    roots = ", ".join(sorted({str(plan.root) for plan in find()}))
    if not quiet:
        show(f"watching {roots}; Ctrl-C ends it")
    with suppress(KeyboardInterrupt):
        follow(find, work, show_error, seconds)


@main.command()
@PATHS
@DECKS
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="File of the page."
)
@click.option("--open", "opens", is_flag=True, help="Show it in your browser.")
@QUIET
def preview(
    notes: tuple[Path, ...], decks: Path, output: Path | None, opens: bool, quiet: bool
) -> None:
    """Show the deck of NOTES in a page, as it would be imported.

    The page is one file for any browser: the cards to turn, the notes with what became of each
    sentence, the map of all chains, and what the import will change. Nothing else is written.

    \b
    Examples:
      chaincards preview --open             decks/NAME.html
      chaincards preview ~/vault -o deck.html
    """
    import webbrowser

    from cards.gallery import page_of, write_preview
    from cards.plans import find_plans

    plans = find_plans(notes, decks)
    if output and len(plans) > 1:
        names = ", ".join(plan.name for plan in plans)
        raise click.UsageError(f"--output names one page, and there are several decks: {names}")
    wrong = False
    for plan in plans:
        path = output or page_of(plan)
        with progress(plan.name, quiet) as tell:
            shown = write_preview(plan, _now(), path, tell)
        wrong |= show_problems(shown.report.problems)
        if shown.stops:
            show(f"warning: a build would stop: {shown.stops}", err=True)
        if not quiet:
            show(str(path.resolve()))
        if opens:
            webbrowser.open(path.resolve().as_uri())
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
    with progress("notes", quiet or as_json) as tell:
        inspections = list(inspect_notes(notes, decks, tell))
    for inspection in inspections:
        wrong |= show_problems(inspection.problems)
        if as_json:
            click.echo(inspection_json(inspection))
        elif not quiet:
            show_styled(inspection_lines(inspection, verbose))
    if wrong:
        raise SystemExit(1)


@main.command()
@CARDS
@DECKS
@click.option("--undo", is_flag=True, help="Take the decision back.")
def drop(cards: tuple[str, ...], decks: Path, undo: bool) -> None:
    """Never put a card into its deck again.

    CARD is the card's id, the beginning of its id, or words of its question.

    \b
    Examples:
      chaincards drop bq7er "which hormone do stressed"
      chaincards drop --undo bq7er
    """
    for card in _decided("drop", cards, decks, undo):
        if undo:
            show("  the next build takes it in again if its sentence stands in the notes")
            continue
        (search,) = _searches([card.guid])
        show(f"  the next build leaves it out; to delete it in Anki, search {search}")


@main.command()
@CARDS
@DECKS
@click.option("--undo", is_flag=True, help="Take the decision back.")
def keep(cards: tuple[str, ...], decks: Path, undo: bool) -> None:
    """Never retire a card, whatever becomes of its sentence.

    CARD is the card's id, the beginning of its id, or words of its question.

    \b
    Example:
      chaincards keep "which hormone do stressed"
    """
    _decided("keep", cards, decks, undo)


@main.command()
@click.argument("card")
@DECKS
@click.option("--question", default="", help="Your own question.")
@click.option("--answer", default="", help="Your own answer.")
@click.option("--text", default="", help="Of a gap card: your own text, with {{c1::gap}}.")
@click.option("--undo", is_flag=True, help="Take your words back.")
def reword(card: str, decks: Path, question: str, answer: str, text: str, undo: bool) -> None:
    """Give a card words of your own.

    It stays the same card: it keeps its reviews, and retires with its sentence. When the sentence
    changes a warning asks you to look at your words again.

    \b
    Examples:
      chaincards reword bq7er --question "Which hormone comes from bones?"
      chaincards reword bq7er --text "Stress frees {{c1::osteocalcin}}."
    """
    from cards.decide import reword as put_words

    if undo:
        _decided("reword", (card,), decks, undo)
        return
    if not (question or answer or text):
        raise click.UsageError("give --question, --answer or --text")
    found = put_words(card, decks, question, answer, text)
    show(f"{found.plan.decisions}: reword {found}")
    show(f"  from the next build on in your words: {found.own}")


@main.command()
@click.argument("file", type=click.Path(path_type=Path))
@DECKS
@click.option("--all", "every", is_flag=True, help="Believe it where all cards of a deck are gone.")
@click.option("--dry-run", is_flag=True, help="Report only; record nothing.")
def declined(file: Path, decks: Path, every: bool, dry_run: bool) -> None:
    """Learn which cards you deleted in Anki, so that they never return.

    FILE is Anki's collection.anki2 (close Anki first) or an export of the whole collection
    (.colpkg). It is only read. A card counts as deleted if an earlier reading of the same
    collection showed it and now the whole collection lacks it: so run this once after an import,
    and again when you have deleted cards. A deck's export (.apkg) proves no deletion.

    \b
    Examples:
      chaincards declined ~/.local/share/Anki2/User\\ 1/collection.anki2
      chaincards declined collection-2026-11-25.colpkg --dry-run
    """
    from cards.decide import decline

    for told in decline(file, decks, every=every, dry=dry_run):
        for line in told.lines:
            show(line)


@main.command()
@click.argument("package", type=click.Path(path_type=Path))
@DECKS
def recover(package: Path, decks: Path) -> None:
    """Put a lost ledger back from the last PACKAGE that was built.

    \b
    Example:
      chaincards recover decks/biology.apkg
    """
    from cards.recovery import recover_ledger

    path, ledger = recover_ledger(package, decks)
    click.echo(f"{path}: {len(ledger.entries)} cards are known again; now: chaincards build")


def _decided(kind: Kind, cards: tuple[str, ...], decks: Path, back: bool) -> tuple[Found, ...]:
    from cards.decide import decide, undo

    found = (undo if back else decide)(kind, cards, decks)
    for card in found:
        show(f"{card.plan.decisions}: {f'{kind} taken back:' if back else kind} {card}")
        if card.instead:
            show(f"  it was decided otherwise before: {card.instead} is taken back")
    return found


def _searches(guids: Sequence[str]) -> tuple[str, ...]:
    from cards.retired import searches

    return searches(guids)


@main.command()
@click.argument("name", default="")
@DECKS
def init(name: str, decks: Path) -> None:
    """Write a recipe for a deck, every setting explained.

    A deck that was built without a recipe goes on as it is: the recipe has its name, its key and
    its folder of notes.

    \b
    Example:
      chaincards init biology        writes decks/biology.toml
    """
    from cards.plans import new_recipe, unnamed_recipe

    path = new_recipe(name or unnamed_recipe(decks), decks)
    folder = f'"{decks}"' if " " in str(decks) else decks
    there = "" if decks == Path("decks") else f" --decks {folder}"
    show(f"{path}: a new recipe; change what you like, then: chaincards build{there}")


@main.group()
def styles() -> None:
    """Show how cards may look, and start a style of your own.

    \b
    Examples:
      chaincards styles list
      chaincards styles show book
      chaincards styles new mine --like book
    """


@styles.command("list")
@DECKS
def list_styles(decks: Path) -> None:
    """List the built-in styles and those in decks/styles."""
    from cards.styles import STYLES, find_style, own_styles

    for name in STYLES:
        click.echo(f"{name:<10} {find_style(name, decks).about}")
    for style in own_styles(decks):
        click.echo(f"{style.name:<10} {style.about or 'Your own.'} ({style.folder})")


@styles.command("show")
@click.argument("name")
@DECKS
def show_style(name: str, decks: Path) -> None:
    """Show the tokens of a style: what `look` may change in a recipe.

    \b
    Example:
      chaincards styles show quiet
    """
    from cards.styles import find_style, shown_tokens

    for line, color in shown_tokens(find_style(name, decks)):
        swatch = click.style("   ", bg=color) + " " if color else ""
        # Only a terminal has colours; elsewhere the lines can be copied as they are.
        click.echo((swatch or "    " if sys.stdout.isatty() else "") + line)


@styles.command("new")
@click.argument("name")
@click.option("--like", default="quiet", show_default=True, help="The style to start from.")
@DECKS
def start_style(name: str, like: str, decks: Path) -> None:
    """Copy a style into decks/styles/NAME, to be changed.

    \b
    Example:
      chaincards styles new mine --like book
    """
    from cards.styles import new_style

    folder = new_style(name, like, decks)
    click.echo(
        f"{folder}: a copy of '{like}'; change what you like and delete the files that you leave\n"
        f'  write into the recipe: style = "{name}"'
    )


def _now() -> int:
    """Second of this build; SOURCE_DATE_EPOCH makes builds repeatable."""
    told = os.environ.get("SOURCE_DATE_EPOCH", "")
    if told and not told.isdecimal():
        raise CardsError(f"SOURCE_DATE_EPOCH: '{told}' is no number of seconds\n  unset it")
    return int(told) if told else int(time.time())
