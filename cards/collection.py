"""A closed collection of Anki, or an export -> which notes are in it; it is only ever read."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
import zipfile
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from cards.errors import CollectionError

MEMBERS = ("collection.anki21b", "collection.anki21", "collection.anki2")
"""Newest first: with a newer one beside it the older holds only a note that asks to update Anki."""
OLDEST_REVIEWS = 50
BESIDE = ("-wal", "-journal")
"""Files that lie beside a collection while Anki has it open, or after it crashed."""


@dataclass(frozen=True, slots=True)
class Collection:
    """What is told of a collection, or of an export."""

    whole: bool
    """False for a deck's export: what it lacks may well be in the collection."""
    created: int
    """Second of the day it was created: the same on all devices and in its whole exports."""
    changed: int
    """Millisecond of its last change."""
    reviews: tuple[int, ...]
    """Ids of its oldest reviews: milliseconds, so that two collections share none."""
    notetypes: tuple[int, ...]
    guids: frozenset[str]
    """Of all its notes."""


def read_collection(path: Path) -> Collection:
    """Read a collection (``collection.anki2``), its export (``.colpkg``) or a deck's (``.apkg``).

    It is copied first, and the copy is opened as one that nobody changes. A CollectionError tells
    what cannot be read, and a collection that Anki has open.
    """
    if not path.is_file():
        raise CollectionError(
            f"{path}: there is no such file\n"
            "  name Anki's collection.anki2, or a file that File › Export made of all decks"
        )
    with tempfile.TemporaryDirectory(prefix="chaincards-") as folder:
        copy = Path(folder) / "collection.anki2"
        try:
            whole = _copy(path, copy)
            return _read(copy, whole)
        except (OSError, EOFError, zipfile.BadZipFile, sqlite3.Error) as error:
            raise CollectionError(
                f"{path}: no collection of Anki that can be read ({error})\n"
                "  name collection.anki2, a .colpkg or an .apkg"
            ) from error


def _copy(path: Path, copy: Path) -> bool:
    """Copy the database; True where it is that of a whole collection."""
    if not zipfile.is_zipfile(path):
        _refuse_open(path)
        shutil.copyfile(path, copy)
        return True
    with zipfile.ZipFile(path) as package:
        names = set(package.namelist())
        member = next((name for name in MEMBERS if name in names), None)
        if member is None:
            raise zipfile.BadZipFile("no collection in it, or one of a newer Anki")
        with package.open(member) as source, copy.open("wb") as target:
            _unpack(source, target, zipped=member == MEMBERS[0])
    return path.suffix.lower() == ".colpkg"


def _refuse_open(path: Path) -> None:
    for suffix in BESIDE:
        if path.with_name(path.name + suffix).exists():
            raise CollectionError(
                f"{path}: Anki has this collection open\n"
                "  close Anki and try again; after a crash open and close it once"
            )


def _unpack(source: IO[bytes], target: IO[bytes], *, zipped: bool) -> None:
    if not zipped:
        shutil.copyfileobj(source, target)
        return
    import zstandard

    try:
        zstandard.ZstdDecompressor().copy_stream(source, target)
    except zstandard.ZstdError as error:
        raise zipfile.BadZipFile(str(error)) from error


def _read(copy: Path, whole: bool) -> Collection:
    # Anki's own order of text is not needed for what is asked here, but some indices name it.
    with closing(sqlite3.connect(f"{copy.as_uri()}?immutable=1", uri=True)) as base:
        base.create_collation("unicase", lambda one, two: (one > two) - (one < two))
        created, changed, models = base.execute("SELECT crt, mod, models FROM col").fetchone()
        reviews = base.execute("SELECT id FROM revlog ORDER BY id LIMIT ?", (OLDEST_REVIEWS,))
        return Collection(
            whole,
            created,
            changed,
            tuple(row[0] for row in reviews),
            _notetypes(base, models),
            frozenset(row[0] for row in base.execute("SELECT guid FROM notes")),
        )


def _notetypes(base: sqlite3.Connection, models: str) -> tuple[int, ...]:
    """Their ids, from the table of today or from the JSON of before 2020."""
    import json

    if models.strip():
        return tuple(sorted(int(number) for number in json.loads(models)))
    return tuple(row[0] for row in base.execute("SELECT id FROM notetypes ORDER BY id"))
