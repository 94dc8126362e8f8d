"""Entries and their faces -> the second that Anki compares: new where what is read is new.

An update replaces all fields and all tags of a note, the user's own too. So a note is stamped
where its words, links, pictures or tags differ from what was shipped, and not where only the
markup around them does: that goes along with the next change, or with ``build --touch``.
"""

from __future__ import annotations

import hashlib
import html
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from cards.model import Card, Change, Entry, Face
from cards.notetypes import CLOZE_FIELDS, QUESTION_FIELDS

ASIDE = ("Topic",)
"""Follows the deck's name, which is no content of a card."""
TAG = re.compile(r"<[^>]*>")
LEADS_TO = re.compile(r'\b(?:href|src)="([^"]*)"')
DIGEST_LETTERS = 16


def reworded(entries: Sequence[Entry], before: Mapping[str, Entry], now: int) -> tuple[Entry, ...]:
    """Note the second at which a card last asked or answered something in other words.

    Args:
        entries: As they are settled.
        before: The entries of the last build, by guid.
        now: Second of this build.
    """
    return tuple(_reworded(entry, before.get(entry.card.guid), now) for entry in entries)


def _reworded(entry: Entry, old: Entry | None, now: int) -> Entry:
    if old is None:
        return entry
    if bool(entry.card.text) != bool(old.card.text):
        # Anki would refuse the update, or with "merge note types" the whole import.
        raise ValueError(f"{old.card.guid} would turn from a question into a cloze, or back")
    since = old.reworded if _words(entry.card) == _words(old.card) else now
    return replace(entry, reworded=since, shown=old.shown)


def _words(card: Card) -> tuple[object, ...]:
    return card.question, card.answer, card.text


def stamped(
    entries: Sequence[Entry],
    faces: Sequence[Face],
    before: Mapping[str, Entry],
    now: int,
    *,
    touch: bool = False,
) -> tuple[Entry, ...]:
    """Give every entry that is shipped its modification time and the digest of what it shows.

    An entry of a ledger that knows no digests takes on that of today without a new time: so an
    update of the program alone wipes nothing that a user wrote.

    Args:
        entries: As they are settled.
        faces: Of those that are shipped.
        before: The entries of the last build, by guid.
        now: Second of this build.
        touch: Stamp all that is shipped.
    """
    shown = {face.guid: digest(face) for face in faces}
    return tuple(
        _stamped(entry, shown[guid], before.get(guid), now, touch)
        if (guid := entry.card.guid) in shown
        else entry
        for entry in entries
    )


def _stamped(entry: Entry, shown: str, old: Entry | None, now: int, touch: bool) -> Entry:
    if old is None:
        return replace(entry, shown=shown)
    # A retired card that is shipped wears a banner, which no older program gave it.
    differs = old.shown != shown if old.shown else entry.state == "retired"
    # Anki takes a text only if its second is greater than the one it has, whatever the clock says.
    fresh = max(now, old.changed + 1) if differs or touch else entry.changed
    return replace(entry, shown=shown, changed=fresh)


def digest(face: Face) -> str:
    """Of all that a person reads, follows or looks for in a note; markup makes no difference."""
    layout = QUESTION_FIELDS if face.model == "question" else CLOZE_FIELDS
    parts = [
        f"{field.name}={_read(value)}"
        for field, value in zip(layout, face.fields, strict=True)
        if value and field.name not in ASIDE
    ]
    told = "\0".join([*parts, *face.tags])
    return hashlib.sha256(told.encode("utf-8", "replace")).hexdigest()[:DIGEST_LETTERS]


def _read(field: str) -> str:
    """A field's words, and where its links and pictures lead."""
    text = TAG.sub(lambda tag: "".join(f" {to} " for to in LEADS_TO.findall(tag[0])), field)
    return " ".join(html.unescape(text).split())


def renewed(
    changes: Sequence[Change], entries: Sequence[Entry], before: Mapping[str, Entry]
) -> tuple[Change, ...]:
    """The changes, where an unchanged card that shows something new is a changed one."""
    fresh = {
        entry.card.guid
        for entry in entries
        if (old := before.get(entry.card.guid)) and old.shown and old.shown != entry.shown
    }
    return tuple(
        replace(change, kind="changed")
        if change.kind == "unchanged" and change.guid in fresh
        else change
        for change in changes
    )
