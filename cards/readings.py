"""What collections showed before + what one shows now -> cards that the user deleted in Anki."""

from __future__ import annotations

from collections.abc import Collection as Some
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from cards.collection import Collection
from cards.errors import CollectionError
from cards.identity import FIRST_NUMBER, NUMBERS

VERSION = 1


@dataclass(frozen=True, slots=True)
class Reading:
    """What one collection showed the last time, and what it is known by."""

    created: int
    changed: int
    reviews: tuple[int, ...]
    notetypes: tuple[int, ...]
    cards: tuple[str, ...]
    """Guids of the deck's cards that were in it, sorted."""
    version: int = VERSION


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a reading tells of a deck's live cards."""

    found: frozenset[str]
    deleted: frozenset[str]
    """An earlier reading of the same collection showed them, and now the whole of it lacks them."""
    missing: frozenset[str]
    """Not found, which proves nothing: never imported, or deleted before the first reading."""
    first: bool
    """Whether this collection was never read before."""
    readings: tuple[Reading, ...]
    """What is to be remembered."""


def read_readings(path: Path) -> tuple[Reading, ...]:
    """What was seen before; none where there is no file."""
    import msgspec

    try:
        lines = path.read_bytes().splitlines()
        found = tuple(msgspec.json.decode(line, type=Reading) for line in lines if line.strip())
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise CollectionError(f"{path}: cannot be read ({error.strerror})") from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise CollectionError(
            f"{path}: not what chaincards remembers of your collection ({error})\n"
            "  delete the file; the next reading begins anew and declines nothing"
        ) from error
    if any(reading.version > VERSION for reading in found):
        raise CollectionError(
            f"{path}: written by a newer chaincards\n  update it: pip install --upgrade chaincards"
        )
    return found


def readings_text(readings: Sequence[Reading]) -> bytes:
    """The file: one line a collection."""
    import msgspec

    lines = sorted(msgspec.json.encode(reading) for reading in readings)
    return b"".join(line + b"\n" for line in lines)


def judge(old: Sequence[Reading], shown: Collection, live: Some[str]) -> Verdict:
    """Tell which cards the user deleted.

    Args:
        old: The readings before this one.
        shown: The collection, or a deck's export, which can confirm presence and never absence.
        live: Guids of the deck's live cards.

    A CollectionError where the collection is in an older state than it was read in before, as a
    restored backup is: what it lacks was not deleted.
    """
    found = frozenset(live) & shown.guids
    if not shown.whole:
        return Verdict(found, frozenset(), frozenset(live) - found, first=False, readings=(*old,))
    known = next((reading for reading in old if is_same(reading, shown)), None)
    if known and shown.changed < known.changed:
        raise CollectionError(
            "this is an older state of the collection than the one that was read before\n"
            "  give the one of today; nothing was recorded"
        )
    gone = frozenset(live) - found
    deleted = gone & frozenset(known.cards) if known else frozenset()
    now = Reading(
        shown.created, shown.changed, shown.reviews, shown.notetypes, tuple(sorted(found))
    )
    others = tuple(reading for reading in old if reading is not known)
    return Verdict(found, deleted, gone - deleted, known is None, (*others, now))


def is_same(reading: Reading, shown: Collection) -> bool:
    """Whether a collection is the one that was read before, on whatever device or in an export.

    Two people may create collections on one day, but they share no millisecond of a review; only
    where nothing was reviewed yet the note types tell, which carry the millisecond of their birth.
    """
    if reading.created != shown.created:
        return False
    if reading.reviews:
        # Reviews stay when cards are deleted. New old ones may come from another device.
        return 2 * len({*reading.reviews} & {*shown.reviews}) >= len(reading.reviews)
    return bool(_own(reading.notetypes) & _own(shown.notetypes))


def _own(notetypes: Sequence[int]) -> set[int]:
    """Without those of this program's packages, which everybody has who imports one."""
    return {each for each in notetypes if not FIRST_NUMBER <= each < FIRST_NUMBER + NUMBERS}


def without_retired(readings: Sequence[Reading], retired: Some[str]) -> tuple[Reading, ...]:
    """Forget that retired cards were seen.

    Their deletion is tidying up: when their sentence comes back, so do they.
    """
    return tuple(
        replace(each, cards=tuple(guid for guid in each.cards if guid not in retired))
        for each in readings
    )
