"""Shipped cards whose sentence is gone -> where their claims stand today, or why nowhere."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from cards.english.likeness import told
from cards.ledger import Replaced, Reworded, renumbered
from cards.matching import Match, Orphan, Site, match
from cards.model import Card, Entry, Question
from cards.naming import Key, Shelf, key_of, rests_of
from cards.paths import PathMatch, grows_from, match_paths

CHAINS = ("chain", "gaps")


@dataclass(frozen=True, slots=True)
class Followed:
    """What was found out about cards that no sentence carries any more."""

    names: Mapping[Key, str] = field(default_factory=dict)
    """Questions of today that are a shipped card in other words."""
    seen: Mapping[str, Reworded | Replaced] = field(default_factory=dict)
    """By guid."""
    grown: Mapping[Key, str] = field(default_factory=dict)
    """Chains that a shipped chain is part of, with its guid; it stays as it was shipped."""


def follow(
    entries: Sequence[Entry],
    asked: Sequence[Question],
    names: Mapping[Key, str],
    shelf: Shelf,
    quotes: Mapping[Key, tuple[str, ...]],
) -> Followed:
    """Find each claim that was worded anew, and the card that was shipped for it.

    Args:
        entries: Of the last build.
        asked: All questions of today.
        names: Their guids by their own words.
        shelf: The notes of today.
        quotes: The sentences of today's chains (``chain_quotes``).
    """
    taken = {entry.card.guid for entry in entries}
    free = [question for question in asked if names[key_of(question)] not in taken]
    lost = [entry for entry in entries if shelf.look(entry.card) in ("gone", "lost")]
    standing = {
        entry.card.guid: seen
        for entry in entries
        if isinstance(seen := shelf.look(entry.card), Card)
    }
    paths = [each for each in free if each.kind in CHAINS]
    grown = _grown(standing.values(), paths)
    found = _claims(lost, standing, free, asked, names, shelf)
    found += _paths(lost, [each for each in paths if key_of(each) not in grown], shelf, quotes)
    return Followed(
        {key_of(question): guid for guid, question, _ in found if question},
        {guid: seen for guid, _, seen in found},
        grown,
    )


Found = tuple[str, Question | None, Reworded | Replaced]


def _claims(
    lost: Sequence[Entry],
    standing: Mapping[str, Card],
    free: Sequence[Question],
    asked: Sequence[Question],
    names: Mapping[Key, str],
    shelf: Shelf,
) -> list[Found]:
    entries = {entry.card.guid: entry for entry in lost if entry.card.kind not in CHAINS}
    if not entries:
        return []
    rows = _Rows(standing, shelf)
    occupied = {
        (each.note, each.claim) for each in asked if names[key_of(each)] in standing and each.claim
    }
    orphans = [_orphan(entry, rows, shelf) for entry in entries.values()]
    sites = list(_sites(free, occupied, rows, shelf))
    keep = shelf.plan.recipe.changed_claims == "keep"
    common = _common([entry.card for entry in lost] + list(standing.values()), shelf)
    matches = match(orphans, sites, common, keep_changed=keep)
    return [_found(entries[guid], each, shelf) for guid, each in sorted(matches.items())]


def _common(cards: Sequence[Card], shelf: Shelf) -> frozenset[str]:
    """Words that both the ledger and the notes of today use."""
    old = {key for card in cards for key in told(card.claim or card.quote).keys}
    new = {key for page in shelf.pages for claim in page.claims for key in told(claim.text).keys}
    return frozenset(old & new)


def _found(entry: Entry, found: Match, shelf: Shelf) -> Found:
    guid, sentence = entry.card.guid, found.site.evidence.quote.plain
    if found.kind != "reworded":
        return guid, None, Replaced(found.kind, sentence)
    if found.question is None:
        card = shelf.at(entry.card, found.site.note, found.site.claim, found.site.evidence)
    else:
        card = renumbered(entry, shelf.card(found.question, guid))
    return guid, found.question, Reworded(card)


def _paths(
    lost: Sequence[Entry],
    free: Sequence[Question],
    shelf: Shelf,
    quotes: Mapping[Key, tuple[str, ...]],
) -> list[Found]:
    entries = {entry.card.guid: entry for entry in lost if entry.card.kind in CHAINS}
    matches = match_paths([entry.card for entry in entries.values()], free)
    return [_path(entries[guid], each, shelf, quotes) for guid, each in sorted(matches.items())]


def _path(
    entry: Entry, found: PathMatch, shelf: Shelf, quotes: Mapping[Key, tuple[str, ...]]
) -> Found:
    question = found.question
    if found.kind != "reworded":
        return entry.card.guid, None, Replaced(found.kind, question.evidence.quote.plain)
    card = shelf.card(question, entry.card.guid, rests_of(question, quotes))
    return entry.card.guid, question, Reworded(renumbered(entry, card))


def _grown(standing: Iterable[Card], paths: Sequence[Question]) -> dict[Key, str]:
    found: dict[Key, str] = {}
    for card in sorted(standing, key=lambda card: card.guid):
        longer = [path for path in paths if card.note == path.note and key_of(path) not in found]
        if card.kind in CHAINS:
            found |= {key_of(path): card.guid for path in longer if grows_from(card, path)}
    return found


class _Rows:
    """The cards of each note that stand, in reading order."""

    def __init__(self, standing: Mapping[str, Card], shelf: Shelf) -> None:
        rows: dict[str, dict[int, str]] = defaultdict(dict)
        for guid, card in sorted(standing.items(), reverse=True):
            order = shelf.order(card)
            if order is not None:
                # Of the cards of one sentence the first guid stands for all.
                rows[card.note][order] = guid
        self._orders = {note: sorted(row) for note, row in rows.items()}
        self._guids = {note: [row[order] for order in sorted(row)] for note, row in rows.items()}
        self._leaders = {
            guid: rows[card.note][order]
            for guid, card in standing.items()
            if (order := shelf.order(card)) is not None
        }

    def around(self, note: str, order: int) -> tuple[str, str]:
        """Guids of the nearest cards above and below a place."""
        orders, guids = self._orders.get(note, []), self._guids.get(note, [])
        above, below = bisect_left(orders, order), bisect_right(orders, order)
        return guids[above - 1] if above else "", guids[below] if below < len(guids) else ""

    def leader(self, guid: str) -> str:
        return self._leaders.get(guid, "")


def _orphan(entry: Entry, rows: _Rows, shelf: Shelf) -> Orphan:
    card = entry.card
    homes = frozenset(leaf.page.note.path for leaf in shelf.homes(card))
    return Orphan(
        card,
        homes,
        _nearest(card.guid, shelf.above.get, rows),
        _nearest(card.guid, shelf.below.get, rows),
        retired=entry.state == "retired",
    )


def _nearest(guid: str, following: Callable[[str], str | None], rows: _Rows) -> str:
    """The next card in one direction that still stands; empty at the note's end."""
    passed: set[str] = set()
    at = following(guid)
    while at and at not in passed:
        leader = rows.leader(at)
        if leader:
            return leader
        passed.add(at)
        at = following(at)
    return ""


def _sites(
    free: Sequence[Question],
    occupied: set[tuple[str, str]],
    rows: _Rows,
    shelf: Shelf,
) -> Iterator[Site]:
    questions: dict[tuple[str, str], list[Question]] = defaultdict(list)
    for question in free:
        questions[question.note, question.claim].append(question)
    for page in shelf.pages:
        note = page.note.path
        for claim in page.claims:
            if (note, claim.id) in occupied:
                continue
            yield Site(
                note,
                claim.text,
                claim.evidence,
                tuple(questions.get((note, claim.id), ())),
                *rows.around(note, claim.evidence.order),
            )
