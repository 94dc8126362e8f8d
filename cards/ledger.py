"""Old entries + the cards of today -> new entries, live cards and changes; the ledger as text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, fields, replace
from operator import attrgetter
from pathlib import Path, PurePosixPath
from typing import Literal

from cards.english.likeness import alike
from cards.errors import CardsError, LedgerError
from cards.model import Card, Change, ChangeKind, Entry, Why, hidden_gaps
from cards.pairing import best_pairs

VERSION = 2
READS = (1, 2)
"""What a ledger of version 1 lacks has a default."""
NAME = "chaincards ledger"
MARKERS = (b"<<<<<<<", b"=======", b">>>>>>>", b"|||||||")
FEW_CARDS, MANY_SHARE = 3, 0.1
"""So many cards, and such a share of a deck, retire with an afternoon's edits; a folder that is
not mounted takes more."""
SAME_GAP = 0.5
"""Likeness from which two gaps hide the same words."""


@dataclass(frozen=True, slots=True)
class Reworded:
    """The claim of a card stands in other words."""

    card: Card
    """As it is asked today."""


@dataclass(frozen=True, slots=True)
class Replaced:
    """The claim of a card is gone, and a sentence that is like it has come."""

    why: Literal["meaning", "ambiguous"]
    sentence: str


Seen = Card | Reworded | Replaced | Literal["gone", "lost", "unread"]
"""What became of a card's sentence: the card at its place of today, or in the words of today, or
the sentence is gone from the note, the note is lost, or the note was not read this time."""


@dataclass(frozen=True, slots=True)
class Header:
    """The first line of a ledger."""

    key: str
    """Names the deck for ever."""
    notes: str
    """The folder of notes, seen from the ledger, ``/`` between parts."""
    style: str = ""
    """Digest of the note types that were shipped last."""
    styled: int = 0
    """Second of the first build with these note types: Anki's modification time of them."""


@dataclass(frozen=True, slots=True)
class Ledger:
    header: Header
    entries: tuple[Entry, ...] = ()
    """Sorted by guid."""


@dataclass(frozen=True, slots=True)
class Settled:
    """What a build makes of the ledger."""

    entries: tuple[Entry, ...]
    """Sorted by guid; no entry is ever dropped."""
    changes: tuple[Change, ...]
    """One for each live or newly retired card, in the order of the entries."""

    @property
    def live(self) -> tuple[Entry, ...]:
        return tuple(entry for entry in self.entries if entry.state == "live")


def read_ledger(path: Path) -> Ledger | None:
    """Read a deck's memory; None where there is none yet.

    A LedgerError names the line of what cannot be understood: nothing is guessed and nothing
    dropped, because every line is somebody's review history.
    """
    try:
        lines = path.read_bytes().removeprefix(b"\xef\xbb\xbf").split(b"\n")
    except FileNotFoundError:
        return None
    except OSError as error:
        raise LedgerError(f"{path}: the ledger cannot be read ({error.strerror})") from error
    _unmerged(lines, path)
    return Ledger(_header(lines[0], path), _entries(lines[1:], path))


def read_header(path: Path) -> Header:
    """The first line of a ledger that is there."""
    try:
        with path.open("rb") as file:
            line = file.readline().removeprefix(b"\xef\xbb\xbf")
    except OSError as error:
        raise LedgerError(f"{path}: the ledger cannot be read ({error.strerror})") from error
    _unmerged([line], path)
    return _header(line, path)


def _unmerged(lines: Sequence[bytes], path: Path) -> None:
    for number, line in enumerate(lines, 1):
        if line.startswith(MARKERS):
            raise LedgerError(
                f"{path}:{number}: a merge left its marks in the ledger\n"
                "  delete the marked lines and keep the cards of both sides; where a card stands"
                ' twice, keep its line with the later "changed"'
            )


def _header(line: bytes, path: Path) -> Header:
    import msgspec

    try:
        told = msgspec.json.decode(line, type=dict[str, str | int])
        version = told.pop(NAME)
    except (msgspec.DecodeError, KeyError) as error:
        raise LedgerError(
            f"{path}:1: not a ledger of chaincards\n"
            "  restore it from a backup or version control; without it edited cards start anew"
        ) from error
    if version not in READS:
        raise LedgerError(
            f"{path}:1: written by a newer chaincards (ledger version {version})\n"
            "  update it: pip install --upgrade chaincards"
        )
    try:
        return msgspec.convert(told, Header)
    except msgspec.ValidationError as error:
        raise LedgerError(f"{path}:1: not a whole first line ({error})\n  restore it") from error


def _entries(lines: Sequence[bytes], path: Path) -> tuple[Entry, ...]:
    import msgspec

    decode = msgspec.json.Decoder(Entry).decode
    entries: dict[str, Entry] = {}
    for number, line in enumerate(lines, 2):
        if not line.strip():
            continue
        try:
            entry = decode(line)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise LedgerError(
                f"{path}:{number}: a broken line in the ledger ({error})\n"
                "  mend it, or restore the file from a backup or version control"
            ) from error
        if entry.card.guid in entries:
            raise LedgerError(
                f"{path}:{number}: card {entry.card.guid} stands twice in the ledger\n"
                '  keep the line with the later "changed" and delete the other'
            )
        entries[entry.card.guid] = entry
    return tuple(entries[guid] for guid in sorted(entries))


def ledger_text(ledger: Ledger) -> bytes:
    """The ledger as it lies on the disk: one line a card, sorted, the same for the same cards."""
    import msgspec

    encode = msgspec.json.encode
    header = encode({NAME: VERSION, **asdict(ledger.header)})
    lines = (encode(entry) for entry in sorted(ledger.entries, key=lambda each: each.card.guid))
    return b"\n".join([header, *lines, b""])


def settle(
    old: Sequence[Entry],
    offered: Sequence[Card],
    look: Callable[[Card], Seen],
    now: int,
    *,
    refresh: bool = False,
) -> Settled:
    """Keep what was shipped, add what is new, retire what is no longer in the notes.

    A card whose sentence still stands stays as it was worded, whatever the rules would make of
    it now; only where it stands (heading, time, tags, deck) is brought up to date.

    Args:
        old: The entries of the last build.
        offered: The cards that the notes give today, each guid once.
        look: Tells what became of a card's sentence.
        now: Second of this build.
        refresh: Take the wording of today, and retire what is not offered any more.
    """
    fresh = {card.guid: card for card in offered}
    settled = [_settled(entry, look(entry.card), fresh, now, refresh) for entry in old]
    known = {entry.card.guid for entry in old}
    settled += [
        (Entry(card, now, gaps=most_gaps(card)), _change("new", card))
        for guid, card in fresh.items()
        if guid not in known
    ]
    settled.sort(key=lambda pair: pair[0].card.guid)
    changes = (change for _, change in settled if change)
    return Settled(tuple(entry for entry, _ in settled), tuple(changes))


def _settled(
    entry: Entry, seen: Seen, fresh: Mapping[str, Card], now: int, refresh: bool
) -> tuple[Entry, Change | None]:
    if seen == "unread":
        return entry, _change("unchanged", entry.card) if entry.state == "live" else None
    if isinstance(seen, str):
        return _retired(entry, now, "gone")
    if isinstance(seen, Replaced):
        return _retired(entry, now, seen.why, seen.sentence)
    today = fresh.get(entry.card.guid)
    if isinstance(seen, Reworded):
        card = placed(seen.card, today or seen.card)
    elif entry.why == "refreshed" and not today:
        return entry, None
    elif not refresh or entry.state == "declined" or entry.card.kind == "author":
        card = placed(entry.card, today or seen)
    elif today and bool(today.text) == bool(entry.card.text):
        card = renumbered(entry, today)
    else:
        return _retired(entry, now, "refreshed")
    if entry.state == "declined":
        return replace(entry, card=card), None
    return _with(entry, card, now), _change(_kind(entry, card), card, entry.card)


def _retired(entry: Entry, now: int, why: Why, sentence: str = "") -> tuple[Entry, Change | None]:
    if entry.state != "live":
        return entry, None
    kind: ChangeKind = why if why in ("meaning", "ambiguous") else "retired"
    # What a refresh takes out still stands in the notes.
    was = "" if why == "refreshed" else entry.card.quote
    change = replace(_change(kind, entry.card), was=was, now=sentence)
    return replace(entry, state="retired", since=now, why=why), change


def _with(entry: Entry, card: Card, now: int) -> Entry:
    """An entry that lives, with a card of today."""
    same = content(card) == content(entry.card)
    changed = entry.changed if same else max(now, entry.changed + 1)
    return Entry(card, changed, gaps=max(entry.gaps, most_gaps(card)))


def most_gaps(card: Card) -> int:
    return max((gap.number for gap in card.text), default=0)


def renumbered(entry: Entry, today: Card) -> Card:
    """A cloze of today whose gaps have the numbers that they had; new gaps get new ones.

    The number is what Anki knows the card of a gap by: one that was given away never comes back
    for other words, also where the gap was taken out.
    """
    old = _gaps(entry.card)
    numbers = _numbers(old, _gaps(today), max(entry.gaps, *old, 0))
    if _bare(entry.card) == _bare(today):
        # One gap with other words in the same sentence: where that keeps the card, it is its gap.
        lost = [number for number in old if number not in numbers.values()]
        new = [gap for gap, number in numbers.items() if number not in old]
        if len(lost) == len(new) == 1:
            numbers[new[0]] = lost[0]
    text = tuple(replace(gap, number=numbers.get(gap.number, 0)) for gap in today.text)
    return replace(today, text=text)


def _bare(card: Card) -> list[str]:
    """What stands around the gaps."""
    return [gap.text for gap in card.text if not gap.number]


def _gaps(card: Card) -> dict[int, str]:
    """What is hidden, by number."""
    found: dict[int, list[str]] = {}
    for gap in card.text:
        if gap.number:
            found.setdefault(gap.number, []).append(gap.text)
    return {number: " ".join(texts) for number, texts in sorted(found.items())}


def _numbers(old: Mapping[int, str], new: Mapping[int, str], highest: int) -> dict[int, int]:
    """The number for each of today's numbers."""
    columns = list(old)
    worth = [
        {
            place: likeness + (0.001 if columns[place] == number else 0.0)
            for place, words in enumerate(old.values())
            if (likeness := gap_likeness(words, text)) >= SAME_GAP
        }
        for number, text in new.items()
    ]
    kept = {row: columns[place] for row, place in best_pairs(worth)}
    fresh = iter(range(highest + 1, highest + 1 + len(new)))
    return {number: kept.get(row) or next(fresh) for row, number in enumerate(new)}


def gap_likeness(old: str, new: str) -> float:
    found = alike(old, new)
    return 0.0 if found.conflict else found.score


def _kind(entry: Entry, card: Card) -> ChangeKind:
    if entry.state == "retired":
        return "back"
    if content(card) == content(entry.card):
        return "unchanged"
    if worded(card) != worded(entry.card):
        return "reworded"
    return "changed" if where(card) == where(entry.card) else "moved"


WORDED = "question answer text signs quote".split()
WHERE = "note title channel headings seconds near url".split()
PLACE = [*WHERE, "tags", "deck", "also", "images"]
"""What is brought up to date in a shipped card."""
UNSEEN = ("identity", "claim", "deck", "order", "after")
"""What Anki does not show: no update is needed for it."""
worded = attrgetter(*WORDED)
where = attrgetter(*WHERE)
place = attrgetter(*PLACE)
content = attrgetter(*(each.name for each in fields(Card) if each.name not in UNSEEN))


def placed(card: Card, today: Card) -> Card:
    """The card as it was worded, at its place of today."""
    there = place(today)
    return card if place(card) == there else replace(card, **dict(zip(PLACE, there, strict=True)))


def _change(kind: ChangeKind, card: Card, old: Card | None = None) -> Change:
    asked = card.question or hidden_gaps(card.text)
    if old is None or worded(old) == worded(card):
        return Change(kind, card.guid, asked, card.note)
    was, now = (old.quote, card.quote) if old.quote != card.quote else _said(old, card)
    return Change(kind, card.guid, asked, card.note, was, now)


def _said(old: Card, card: Card) -> tuple[str, str]:
    """What a card said and says, without a question that is the same."""
    if old.text or card.text:
        return _shown(old), _shown(card)
    if old.question == card.question:
        return old.answer, card.answer
    return f"{old.question} {old.answer}", f"{card.question} {card.answer}"


def _shown(card: Card) -> str:
    return "".join(f"[{gap.text}]" if gap.number else gap.text for gap in card.text)


def refuse_to_empty(old: Sequence[Entry], settled: Settled, look: Callable[[Card], Seen]) -> None:
    """Stop where so many cards would retire that a folder is rather missing than edited."""
    live = [entry.card for entry in old if entry.state == "live"]
    # What a refresh takes out was listed and confirmed; its sentences are there.
    meant = {entry.card.guid for entry in settled.entries if entry.why == "refreshed"}
    gone = {change.guid for change in settled.changes if change.retires} - meant
    lost = next(_lost_folders(live, gone, look), "")
    many = len(gone) > FEW_CARDS and len(gone) > MANY_SHARE * len(live)
    if not lost and not many:
        return
    where = "of the deck" if lost == "." else f"of the folder '{lost}'"
    why = f"all notes {where} are gone" if lost else "more than a tenth, and more than three"
    raise CardsError(
        f"{len(gone)} of {len(live)} cards would retire: {why}; nothing was written\n"
        "  bring the folder, the notes or the pattern back, or say that you mean it: chaincards"
        " build --retire\n  with --dry-run --retire all these cards are listed first"
    )


def _lost_folders(
    live: Sequence[Card], gone: Collection[str], look: Callable[[Card], Seen]
) -> Iterator[str]:
    """Folders of several notes, in folders below them too, of which every one is lost today.

    A card that is kept though its note is lost is no news.
    """
    is_lost: dict[str, bool] = {}
    for card in live:
        is_lost[card.note] = is_lost.get(card.note, True) and look(card) == "lost"
    retiring = {card.note for card in live if card.guid in gone}
    every = _folders(is_lost)
    lost = _folders(note for note, lost in is_lost.items() if lost)
    news = _folders(retiring)
    return (name for name in sorted(lost) if lost[name] == every[name] > 1 and news[name])


def _folders(notes: Iterable[str]) -> Counter[str]:
    """How many notes lie in each folder or in one below it; ``.`` is the folder of all notes."""
    return Counter(str(folder) for note in notes for folder in PurePosixPath(note).parents)
