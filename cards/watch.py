"""Notes that are saved -> the preview at once, the package after a quiet while."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Literal

from cards.errors import BusyError, CardsError
from cards.plans import Plan
from cards.styles import own_folder

Step = Literal["preview", "package"]
QUIET_SECONDS = 30.0
NOTES = (".md", ".avif", ".bmp", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp")
LOOKS = (".toml", ".html", ".css")
MOMENT = 0.5
"""Seconds."""
Folders = Mapping[Path, tuple[str, ...]]
"""A folder, and how the names of the files end that count in it."""


def steps(
    rounds: Iterable[Collection[object]], quiet: float, clock: Callable[[], float]
) -> Iterator[Step]:
    """Tell what to do when; at first, everything.

    Args:
        rounds: What was saved since the last round; mostly nothing. One comes every moment.
        quiet: Seconds without a change after which the package is made.
        clock: Seconds that only go up.
    """
    due: float | None = None
    for number, saved in enumerate(rounds):
        if number == 0:
            # Only now, when the folders are watched: what is saved meanwhile is not missed.
            yield "preview"
            yield "package"
        if saved:
            # Somebody is writing: a package now might hold half a thought.
            due = clock() + quiet
            yield "preview"
        elif due is not None and clock() >= due:
            due = None
            yield "package"


def watch(
    find: Callable[[], Sequence[Plan]],
    work: Callable[[Step], None],
    say: Callable[[CardsError], None],
    quiet: float = QUIET_SECONDS,
) -> None:
    """Follow the notes until the user stops it.

    Args:
        find: The decks, as the recipes of the moment say.
        work: Makes the preview or the package; what it raises is said, and the watch goes on.
        say: Shows what is wrong.
        quiet: Seconds without a change after which the package is made.
    """
    for step in steps(_rounds(find), quiet, time.monotonic):
        _do(step, work, say)


def _do(step: Step, work: Callable[[Step], None], say: Callable[[CardsError], None]) -> None:
    while True:
        try:
            work(step)
        except BusyError as error:
            say(error)
            time.sleep(MOMENT)
        except CardsError as error:
            say(error)
            return
        else:
            return


def _rounds(find: Callable[[], Sequence[Plan]]) -> Iterator[Collection[object]]:
    """What was saved, moment by moment.

    The folders are looked up anew when a recipe changes, and when one of them comes or goes.
    """
    folders = _folders(find, {})
    while True:
        there = {folder: ends for folder, ends in folders.items() if folder.is_dir()}
        for saved in _saved(there):
            yield saved
            now = _folders(find, folders) if saved else folders
            if now != folders or {folder for folder in now if folder.is_dir()} != there.keys():
                folders = now
                break
        yield folders.keys()


def _saved(folders: Folders) -> Iterator[Collection[object]]:
    """Files that are saved in some folders; nothing each time that a moment went by without."""
    import watchfiles

    if not folders:
        time.sleep(MOMENT)
        yield ()
        return
    yield from watchfiles.watch(
        *folders,
        watch_filter=lambda _, path: counts(Path(path), folders),
        rust_timeout=int(1000 * MOMENT),
        yield_on_timeout=True,
    )


def _folders(find: Callable[[], Sequence[Plan]], last: Folders) -> Folders:
    """The folders to watch; the last ones while a recipe is wrong."""
    try:
        plans = find()
    except CardsError:
        return last
    folders: dict[Path, tuple[str, ...]] = {}
    for plan in plans:
        for folder, ends in _of(plan):
            folders[folder] = tuple(sorted({*folders.get(folder, ()), *ends}))
    return folders


def _of(plan: Plan) -> Iterator[tuple[Path, tuple[str, ...]]]:
    yield plan.root.resolve(), NOTES
    yield plan.package.parent.resolve(), (".toml",)
    folder = own_folder(plan.recipe.style, plan.package.parent)
    if folder is not None:
        yield folder.resolve(), LOOKS


def counts(path: Path, folders: Folders) -> bool:
    """Whether a file is one that the user saves and a build reads, and not what a build writes."""
    return any(
        _counts(path, folder) and path.name.lower().endswith(ends)
        for folder, ends in folders.items()
    )


def _counts(path: Path, folder: Path) -> bool:
    """Hidden files and folders do not count: a program keeps its own things there."""
    if not path.is_relative_to(folder):
        return False
    return not any(part.startswith(".") for part in path.relative_to(folder).parts)
