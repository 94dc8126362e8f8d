"""Cards that left the package -> the Anki searches that find exactly them, and their file."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import UTC, datetime

from cards.model import Entry, State, hidden_gaps

AT_ONCE = 300
"""Ids in one search: Anki takes 2 ms for them."""
HEAD = """\
Cards that are no longer in the deck "{deck}". Anki keeps them and their reviews until you decide.
Copy a search into the window Browse of Anki, take all that it finds, and suspend or delete them.
A suspended card goes on where it was when its sentence comes back; a deleted one starts anew.
"""
HEADINGS: dict[State, str] = {
    "retired": "No longer in the notes",
    "declined": "Dropped by you",
}


def searches(guids: Collection[str]) -> tuple[str, ...]:
    """Anki searches over the field ``Uid`` that find exactly the notes of these cards."""
    ordered = sorted(guids)
    parts = (ordered[start : start + AT_ONCE] for start in range(0, len(ordered), AT_ONCE))
    # Without the quotes Anki would take the brackets for its own.
    return tuple(f'"Uid:re:^({"|".join(part)})$"' for part in parts)


def retired_text(deck: str, entries: Sequence[Entry], deleted: Collection[str] = ()) -> bytes:
    """The file beside the deck; empty where no card left.

    Args:
        deck: Its name in Anki.
        entries: All of the ledger.
        deleted: Guids of cards that the user has deleted in Anki already.
    """
    lines: list[str] = []
    for state, heading in HEADINGS.items():
        gone = [each for each in entries if each.state == state and each.card.guid not in deleted]
        lines += _section(heading, gone)
    return ("\n".join([HEAD.format(deck=deck), *lines])).encode() if lines else b""


def _section(heading: str, entries: Sequence[Entry]) -> Iterator[str]:
    if not entries:
        return
    yield f"{heading} ({len(entries)}):"
    yield ""
    yield from searches([entry.card.guid for entry in entries])
    yield ""
    for entry in sorted(entries, key=lambda each: (-each.since, each.card.guid)):
        day = datetime.fromtimestamp(entry.since, UTC).date()
        yield f"  {day}  {asked(entry)}  ({entry.card.note})"
    yield ""


def asked(entry: Entry) -> str:
    """What a card asks, on one line."""
    card = entry.card
    return " ".join(f"{card.question} {hidden_gaps(card.text)}".split())
