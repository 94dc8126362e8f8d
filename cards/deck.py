"""Faces and templates in, an .apkg out: the only module that knows genanki."""

from __future__ import annotations

import io
import json
import os
import re
import sqlite3
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from cards.identity import FIRST_NUMBER, NUMBERS, number_for
from cards.model import Face
from cards.notetypes import (
    CLOZE_FIELDS,
    CLOZE_TEMPLATE,
    QUESTION_FIELDS,
    QUESTION_TEMPLATE,
    Templates,
    notetype_name,
)

# A zip records a date per member. A fixed one makes equal decks equal bytes.
EPOCH = (1980, 1, 1, 0, 0, 0)
GAP = re.compile(r"\{\{c(\d+)::")
MOST_GAPS = 499
"""Anki makes no card for a higher number."""
MEMORY = "chaincards.ledger.jsonl"
SPACING = 1000
"""Between the ids of two notes: room for the ids of a note's cards."""


def pack(  # noqa: PLR0913  keywords, each of its own
    faces: Sequence[Face],
    *,
    name: str,
    key: str,
    description: str,
    templates: Templates,
    styled: int,
    vault: Path | None,
    memory: bytes = b"",
) -> bytes:
    """Make the package of a deck.

    Args:
        faces: In any order; two of one guid are a mistake of the program (``ValueError``).
        name: Of the deck in Anki, ``::`` between parts.
        key: Of the deck, for ever; the note types are known by it.
        description: HTML that Anki shows with the deck.
        templates: How the cards look.
        styled: Second of the first build with these templates: Anki's modification time.
        vault: Folder of the images; None leaves them out.
        memory: The ledger, which ``memory_of`` finds again. Anki passes over it.
    """
    _check(faces)
    models = _models(name, key, templates)
    collection = _collection(faces, models, {name: description}, styled)
    file = io.BytesIO()
    _write_zip(file, collection, _media(faces, vault), memory)
    return file.getvalue()


def memory_of(path: Path) -> bytes:
    """The ledger that a package was made with; empty where it holds none.

    A ``zipfile.BadZipFile`` or ``OSError`` where it is no package.
    """
    with zipfile.ZipFile(path) as package:
        return package.read(MEMORY) if MEMORY in package.namelist() else b""


def _check(faces: Sequence[Face]) -> None:
    """Refuse what Anki would import as a second note, or as a note without a card."""
    seen: set[str] = set()
    for face in faces:
        if face.guid in seen:
            raise ValueError(f"two faces have the guid {face.guid}: {face.fields[0]!r}")
        seen.add(face.guid)
        count = len(QUESTION_FIELDS if face.model == "question" else CLOZE_FIELDS)
        if len(face.fields) != count:
            raise ValueError(f"{face.guid} has {len(face.fields)} fields, not {count}")
        if any("\x1f" in field for field in face.fields):
            raise ValueError(f"{face.guid} has Anki's own field separator in a field")
        if face.model == "question" and not face.fields[0].strip():
            raise ValueError(f"{face.guid} has no question")
        if face.model == "cloze":
            _check_gaps(face)


def _check_gaps(face: Face) -> None:
    text = face.fields[0]
    numbers = _gaps(face)
    if not numbers or min(numbers) < 1 or max(numbers) > MOST_GAPS:
        raise ValueError(f"{face.guid} has no gap that Anki makes a card for: {text!r}")
    # Faces never write a brace of the text itself, so that a gap must close before the next.
    for inside in GAP.split(text)[2::2]:
        if not inside.split("}}", 1)[0].strip() or "}}" not in inside:
            raise ValueError(f"{face.guid} has an empty gap, or one within another: {text!r}")


def _gaps(face: Face) -> list[int]:
    """Return the numbers of a cloze's gaps, each once, lowest first."""
    return sorted({int(number) for number in GAP.findall(face.fields[0])})


def _models(name: str, key: str, templates: Templates) -> dict[str, Any]:
    """Return genanki's models of both note types, by ``Face.model``."""
    import genanki

    front, back = templates.question_front, templates.question_back
    question = genanki.Model(
        number_for("notetype", key, "question"),
        notetype_name(name, "question"),
        fields=[field._asdict() for field in QUESTION_FIELDS],
        templates=[{**QUESTION_TEMPLATE._asdict(), "qfmt": front, "afmt": back}],
        css=templates.css,
    )
    front, back = templates.cloze_front, templates.cloze_back
    cloze = genanki.Model(
        number_for("notetype", key, "cloze"),
        notetype_name(name, "cloze"),
        fields=[field._asdict() for field in CLOZE_FIELDS],
        templates=[{**CLOZE_TEMPLATE._asdict(), "qfmt": front, "afmt": back}],
        css=templates.css,
        model_type=genanki.Model.CLOZE,
    )
    return {"question": question, "cloze": cloze}


def _collection(
    faces: Sequence[Face],
    models: Mapping[str, Any],
    descriptions: Mapping[str, str],
    styled: int,
) -> bytes:
    """Write Anki's database.

    It is filled in one pass: genanki's own writer reads and writes the JSON of all decks for
    each deck, a minute for 3000, and leaves a file in the temporary folder.
    """
    from genanki.apkg_col import APKG_COL
    from genanki.apkg_schema import APKG_SCHEMA

    ids = _deck_ids({*descriptions, *(face.deck for face in faces)})
    used = {face.model for face in faces}
    connection = sqlite3.connect(":memory:")
    try:
        cursor = connection.cursor()
        cursor.executescript(APKG_SCHEMA)
        cursor.executescript(APKG_COL)
        _write_decks(cursor, ids, descriptions)
        home = ids[min(descriptions)]
        notetypes = {
            str(model.model_id): model.to_json(styled, home)
            for kind, model in sorted(models.items())
            if kind in used
        }
        cursor.execute("UPDATE col SET models = ?", (json.dumps(notetypes),))
        for face, note_id in _numbered(faces):
            _write_note(cursor, face, models[face.model], note_id, ids[face.deck])
        connection.commit()
        return connection.serialize()
    finally:
        connection.close()


def _deck_ids(names: set[str]) -> dict[str, int]:
    ids: dict[str, int] = {}
    for name in sorted(names):
        ids[name] = _free(number_for("deck", name), set(ids.values()), 1)
    return ids


def _write_decks(
    cursor: sqlite3.Cursor, ids: Mapping[str, int], descriptions: Mapping[str, str]
) -> None:
    import genanki

    decks = json.loads(cursor.execute("SELECT decks FROM col").fetchone()[0])
    for name, deck_id in sorted(ids.items()):
        decks[str(deck_id)] = genanki.Deck(deck_id, name, descriptions.get(name, "")).to_json()
    cursor.execute("UPDATE col SET decks = ?", (json.dumps(decks),))


def _numbered(faces: Sequence[Face]) -> list[tuple[Face, int]]:
    """Give each note its number, in the order of learning.

    It depends on the guid: the same note, built and imported on two devices before they met,
    is then one note.
    """
    taken: set[int] = set()
    numbers: dict[str, int] = {}
    for guid in sorted(face.guid for face in faces):
        number = number_for("note", guid)
        numbers[guid] = _free(number - number % SPACING, taken, SPACING)
        taken.add(numbers[guid])
    ordered = sorted(faces, key=lambda face: (face.due, face.guid))
    return [(face, numbers[face.guid]) for face in ordered]


def _free(number: int, taken: set[int], step: int) -> int:
    while number in taken:
        number = FIRST_NUMBER + (number + step - FIRST_NUMBER) % NUMBERS
    return number


def _write_note(cursor: sqlite3.Cursor, face: Face, model: Any, note_id: int, deck_id: int) -> None:
    import genanki

    note = genanki.Note(
        model, list(face.fields), guid=face.guid, tags=list(face.tags), due=face.due
    )
    orders = [gap - 1 for gap in _gaps(face)] if face.model == "cloze" else [0]
    if face.bare:
        orders = []
    # genanki would look for the cards itself, and miss those of some templates.
    note.cards = [genanki.Card(order) for order in orders]
    # Its search for unescaped HTML takes 5 s for 20 kB of "<", and warns of "p < 0.05, q > 1".
    note._check_invalid_html_tags_in_fields = lambda: None
    numbers = iter([note_id, *(note_id + 1 + order for order in orders)])
    note.write_to_db(cursor, face.changed, deck_id, numbers)


@dataclass(frozen=True, slots=True)
class _Medium:
    name: str
    path: Path


def _media(faces: Sequence[Face], vault: Path | None) -> list[_Medium]:
    """Return the images by name; what is not a file of the vault any more is left out."""
    if vault is None:
        return []
    root = vault.resolve()
    media: dict[str, _Medium] = {}
    for name, path in sorted({medium for face in faces for medium in face.media}):
        real = (root / path).resolve()
        # A name tells the content: of two alike one is enough.
        if name in media or not real.is_relative_to(root):
            continue
        if os.access(real, os.R_OK) and real.is_file():
            media[name] = _Medium(name, real)
    return list(media.values())


def _write_zip(file: IO[bytes], collection: bytes, media: Sequence[_Medium], memory: bytes) -> None:
    names = {str(index): medium.name for index, medium in enumerate(media)}
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(_member("collection.anki2"), collection)
        package.writestr(_member("media"), json.dumps(names))
        for index, medium in enumerate(media):
            package.writestr(_member(str(index)), medium.path.read_bytes())
        if memory:
            package.writestr(_member(MEMORY), memory)


def _member(name: str) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(name, EPOCH)
    member.compress_type = zipfile.ZIP_DEFLATED
    member.create_system = 3  # as on Unix, wherever it is written
    member.external_attr = 0o644 << 16
    return member
