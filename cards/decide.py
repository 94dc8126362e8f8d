"""A card as the user names it, or Anki's own file -> decisions in the file of their deck."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from cards.collection import Collection, read_collection
from cards.decisions import (
    DELETED,
    Decision,
    Decisions,
    Kind,
    claim_of,
    misfit,
    read_decisions,
    with_decisions,
    without_decision,
)
from cards.errors import CollectionError, DecisionError
from cards.journal import locked, put, recover
from cards.ledger import Ledger, read_ledger
from cards.model import Entry
from cards.plans import Plan, built_plans
from cards.readings import Verdict, judge, read_readings, readings_text
from cards.retired import asked

LISTED = 10
"""Cards that an answer lists by themselves."""
SHORTEST = 4
"""Letters of an id that are taken for the beginning of one."""


@dataclass(frozen=True, slots=True)
class Found:
    """A card that the user named."""

    plan: Plan
    entry: Entry
    own: str = ""
    """Its words that are the user's own."""
    instead: str = ""
    """The decision that a new one has put away: drop or keep."""

    @property
    def guid(self) -> str:
        return self.entry.card.guid

    def __str__(self) -> str:
        state = "" if self.entry.state == "live" else f" [{self.entry.state}]"
        return f"{self.guid}  {asked(self.entry)}  ({self.entry.card.note}){state}"


def find_card(name: str, decks: Path) -> Found:
    """Find the one card that a user means.

    Args:
        name: Its id, the beginning of its id, or words of its question.
        decks: The folder of the decks.

    A DecisionError lists the cards where several are meant, and says so where there is none.
    """
    found = _meant(name, [card for plan in built_plans(decks) for card in _cards(plan)])
    if len(found) == 1:
        return found[0]
    if not found:
        raise DecisionError(
            f"'{name}': no card of the decks in {decks} has this in its id or its question\n"
            "  build first, or give other words of the question"
        )
    listed = "".join(f"\n    {card}" for card in found[:LISTED])
    more = f"\n    and {len(found) - LISTED} more" if len(found) > LISTED else ""
    raise DecisionError(
        f"'{name}': {len(found)} cards may be meant; nothing was decided\n"
        f"  give the id of one, or its beginning:{listed}{more}"
    )


def _cards(plan: Plan) -> Iterator[Found]:
    own = read_decisions(plan.decisions).reword
    for entry in (read_ledger(plan.ledger) or _nothing(plan)).entries:
        words = own.get(entry.card.guid)
        yield Found(plan, entry, f"{words.question} {words.text}" if words else "")


def _nothing(plan: Plan) -> Ledger:
    raise DecisionError(f"{plan.ledger}: there is no ledger\n  build first")


def _meant(name: str, known: Sequence[Found]) -> list[Found]:
    words = _even(name)
    if not words:
        return []
    same = [card for card in known if card.guid == name.strip()]
    begins = [card for card in known if card.guid.startswith(name.strip())]
    if same or (begins and len(name.strip()) >= SHORTEST):
        return same or begins
    return [card for card in known if any(words in _even(each) for each in _asks(card))]


def _asks(found: Found) -> Iterator[str]:
    """What a card asks, as it is shown with its gaps and without, and in the user's words."""
    yield asked(found.entry)
    yield "".join(gap.text for gap in found.entry.card.text)
    yield found.own


def _even(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


def decide(kind: Kind, names: Sequence[str], decks: Path) -> tuple[Found, ...]:
    """Drop or keep cards; all of them or, where one cannot be told, none."""
    found = tuple(find_card(name, decks) for name in names)
    other: Kind = "keep" if kind == "drop" else "drop"
    away: set[str] = set()
    for plan in _plans(found):
        here = (card for card in found if card.plan.ledger == plan.ledger)
        decisions = [Decision(card.guid, asked(card.entry)) for card in here]
        with _decisions_of(plan) as before:
            _write(plan, with_decisions(_text(plan), kind, decisions))
        away |= getattr(before, other).keys()
    return tuple(replace(card, instead=other if card.guid in away else "") for card in found)


def undo(kind: Kind, names: Sequence[str], decks: Path) -> tuple[Found, ...]:
    """Take decisions back; a DecisionError where there is none about a card."""
    found = tuple(find_card(name, decks) for name in names)
    for card in found:
        with _decisions_of(card.plan) as decisions:
            if card.guid not in getattr(decisions, kind):
                raise DecisionError(
                    f"{card.plan.decisions}: no {kind} of card {card.guid}; nothing is taken back\n"
                    "  each block of this file is one of your decisions"
                )
            _write(card.plan, without_decision(_text(card.plan), kind, card.guid))
    return found


def reword(name: str, decks: Path, question: str, answer: str, text: str) -> Found:
    """Give a card words of the user's own; what is empty stays as it was."""
    card = find_card(name, decks)
    with _decisions_of(card.plan) as decisions:
        own = decisions.reword.get(card.guid, Decision(card.guid))
        own = replace(
            own,
            asked=asked(card.entry),
            question=question or own.question,
            answer=answer or own.answer,
            text=text or own.text,
            claim=claim_of(card.entry.card),
        )
        wrong = misfit(card.entry.card, own)
        if wrong:
            raise DecisionError(f"{card.guid}: {wrong}")
        _write(card.plan, with_decisions(_text(card.plan), "reword", [own]))
    return replace(card, own=" ".join(filter(None, (own.question, own.text, own.answer))))


def _plans(found: Sequence[Found]) -> list[Plan]:
    return list({card.plan.ledger: card.plan for card in found}.values())


@contextmanager
def _decisions_of(plan: Plan) -> Iterator[Decisions]:
    """Hold a deck, and read what was decided about it: never write over what is not understood."""
    with locked(plan.ledger):
        recover(plan.package, plan.ledger)
        yield read_decisions(plan.decisions)


def _text(plan: Plan) -> str:
    try:
        return plan.decisions.read_text("utf-8-sig")
    except FileNotFoundError:
        return ""


def _write(plan: Plan, text: str) -> None:
    # An empty file is kept: without any a build would stop for the cards that were dropped.
    put(plan.decisions, text.encode() or b"\n")


@dataclass(frozen=True, slots=True)
class Declined:
    """What a reading of a collection told of one deck."""

    plan: Plan
    verdict: Verdict
    whole: bool
    entries: dict[str, Entry]
    again: tuple[str, ...]
    """Guids of cards that were deleted in Anki and are there again."""

    @property
    def lines(self) -> Iterator[str]:
        verdict, name = self.verdict, self.plan.name
        yield (
            f"{name}: {len(verdict.found)} there, {len(verdict.deleted)} deleted in Anki,"
            f" {len(verdict.missing)} not found"
        )
        if not self.whole:
            yield "  a deck's export: what it lacks may be in the collection; nothing is recorded"
        elif verdict.first:
            yield "  the first reading of this collection: what it lacks now proves nothing"
        yield from self._listed("dropped for good", verdict.deleted)
        yield from self._listed("not found, nothing recorded", verdict.missing)
        yield from self._listed("in Anki again (drop --undo takes it back)", self.again)

    def _listed(self, head: str, guids: Sequence[str] | frozenset[str]) -> Iterator[str]:
        for guid in sorted(guids)[:LISTED]:
            entry = self.entries[guid]
            yield f"  {head}: {guid}  {asked(entry)}  ({entry.card.note})"
        if len(guids) > LISTED:
            yield f"  {head}: {len(guids) - LISTED} more"


def decline(
    path: Path, decks: Path, *, every: bool = False, dry: bool = False
) -> Iterator[Declined]:
    """Learn from a collection or an export which cards the user deleted in Anki.

    Args:
        path: ``collection.anki2``, a ``.colpkg``, or a deck's ``.apkg``.
        decks: The folder of the decks.
        every: Believe it even where all cards of a deck are gone.
        dry: Record nothing.
    """
    shown = read_collection(path)
    plans = built_plans(decks)
    if not plans:
        raise DecisionError(f"{decks}: no deck was built here\n  name the folder with --decks")
    for plan in plans:
        with locked(plan.ledger):
            recover(plan.package, plan.ledger)
            yield _decline(plan, shown, every=every, dry=dry)


def _decline(plan: Plan, shown: Collection, *, every: bool, dry: bool) -> Declined:
    ledger = read_ledger(plan.ledger) or _nothing(plan)
    entries = {entry.card.guid: entry for entry in ledger.entries}
    decisions = read_decisions(plan.decisions)
    live = {guid for guid, entry in entries.items() if entry.state == "live"}
    wanted = live - decisions.drop.keys() - decisions.keep.keys()
    verdict = judge(read_readings(plan.seen), shown, wanted)
    if len(verdict.deleted) > 1 and not verdict.found and not every:
        raise CollectionError(
            f"{plan.name}: none of {len(verdict.deleted)} cards is in this collection any more;"
            " nothing was recorded\n"
            "  if you deleted the deck and never want its cards again, say so: --all"
        )
    if not dry:
        _record(plan, verdict, entries, whole=shown.whole)
    again = {guid for guid, each in decisions.drop.items() if each.why == DELETED} & shown.guids
    return Declined(plan, verdict, shown.whole, entries, tuple(sorted(again & entries.keys())))


def _record(plan: Plan, verdict: Verdict, entries: dict[str, Entry], *, whole: bool) -> None:
    """Note the decisions first: if the power goes between, the evidence is still there."""
    if verdict.deleted:
        told = [
            Decision(guid, asked(entries[guid]), why=DELETED) for guid in sorted(verdict.deleted)
        ]
        _write(plan, with_decisions(_text(plan), "drop", told))
    if whole:
        put(plan.seen, readings_text(verdict.readings))
