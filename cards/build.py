"""A folder of notes -> a deck in Anki: the stages in order; files are written last, all or none."""

from __future__ import annotations

import gc
import html
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, replace
from pathlib import Path

from cards.chains import join_links
from cards.choose import LEAST_SCORES, SHIPPED_FIRST, choose
from cards.decisions import (
    DELETED,
    Decisions,
    read_decisions,
    reword,
    unknown,
    with_drops,
    with_keeps,
)
from cards.deck import pack
from cards.errors import DecisionError, LedgerError, NotesError
from cards.faces import dress, find_pictures
from cards.following import Followed, follow
from cards.journal import locked, publish, recover
from cards.ledger import (
    Header,
    Ledger,
    Reworded,
    Seen,
    Settled,
    ledger_text,
    read_ledger,
    refuse_to_empty,
    settle,
)
from cards.model import Card, Chain, Change, Claim, Entry, Face, Link, Page, Problem, Question, Skip
from cards.naming import (
    Key,
    Shelf,
    chain_quotes,
    even,
    key_of,
    linked,
    name_questions,
    rests_of,
)
from cards.notes import find_notes
from cards.notetypes import Templates
from cards.pages import Progress, read_pages
from cards.plans import Plan, find_plans, notes_seen_from, slug, takes_note, takes_path
from cards.questions import refuse_chains, write_chains
from cards.readings import read_readings, readings_text, without_retired
from cards.report import Inspection, Report, sides
from cards.retired import asked, retired_text, searches
from cards.settings import Recipe, setting_place
from cards.sources import link
from cards.stamps import renewed, reworded, stamped
from cards.styles import load_style

NO_LIMIT = 10**9
DROPPED = "you dropped it"
DAY = 86_400


@dataclass(frozen=True, slots=True)
class Offer:
    """What the notes give today."""

    questions: tuple[Question, ...]
    """What goes into the deck, in reading order."""
    cards: tuple[Card, ...]
    """The same as cards."""
    refused: tuple[tuple[Question, str], ...]
    """The other candidates and why."""
    look: Callable[[Card], Seen]
    """Tells what became of a shipped card's claim."""
    chains: tuple[Chain, ...] = ()
    """All mechanisms of the deck."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A deck as it would be: all that a build finds out before it writes."""

    plan: Plan
    shelf: Shelf
    offer: Offer
    before: tuple[Entry, ...]
    """The entries of the last build."""
    settled: Settled
    faces: tuple[Face, ...]
    """Of all that is shipped, in the order in which Anki shows new cards."""
    header: Header
    templates: Templates
    decisions: Decisions
    dropped: tuple[Entry, ...]
    """Cards that this build takes out because the user decided so."""
    problems: tuple[Problem, ...]
    new_ledger: bool


def build(
    plan: Plan,
    now: int,
    *,
    retire: bool = False,
    touch: bool = False,
    refresh: bool = False,
    dry: bool = False,
    progress: Progress | None = None,
) -> Report:
    """Make a deck from its notes.

    Args:
        plan: Which notes, and where the deck lies.
        now: Second of this build, for what changes.
        retire: Go on where so many cards would retire that it looks like an accident.
        touch: Give every card and the note types a new time, so that Anki takes them all.
        refresh: Word shipped cards as today's program would, and retire what it would not make.
        dry: Write nothing.
        progress: Is told how many notes are read.
    """
    supply = _supply(plan)
    with nullcontext() if dry else locked(plan.ledger), _undisturbed():
        if not dry:
            recover(plan.package, plan.ledger, plan.retired, plan.seen, plan.decisions)
        draft = _drafted(plan, supply, now, progress, touch=touch, refresh=refresh)
        if not retire:
            refuse_to_empty(draft.before, draft.settled, draft.offer.look)
        written = not dry and _write(draft)
    return report_on(draft, written=written, dry=dry)


def draft_deck(plan: Plan, now: int, progress: Progress | None = None) -> Draft:
    """Find out what a build would make; nothing is written."""
    supply = _supply(plan)
    with _undisturbed():
        return _drafted(plan, supply, now, progress)


@dataclass(frozen=True, slots=True)
class _Supply:
    """What a deck is made of; what is wrong with it stops a build before it begins."""

    files: Mapping[str, Path]
    problems: tuple[Problem, ...]
    templates: Templates


def _supply(plan: Plan) -> _Supply:
    files, problems = _files(plan)
    recipe = plan.package.with_suffix(".toml")
    templates = load_style(plan.recipe.style, plan.recipe.look, recipe)
    return _Supply(files, problems, templates)


def _drafted(
    plan: Plan,
    supply: _Supply,
    now: int,
    progress: Progress | None,
    *,
    touch: bool = False,
    refresh: bool = False,
) -> Draft:
    old = _ledger(plan)
    entries = old.entries if old else ()
    decisions = _decisions(plan, entries)
    before = with_drops(entries, decisions.drop, now)
    known = replace(old, entries=before) if old else Ledger(_header(plan, None))
    shelf, more = _shelf(plan, supply.files, supply.problems, progress)
    offer = offer_cards(shelf, known, plan.recipe.limit, decisions.drop, refresh=refresh)
    settled = settle(before, offer.cards, offer.look, now, refresh=refresh)
    settled = replace(settled, entries=linked(settled.entries, shelf))
    draft = Draft(
        plan,
        shelf,
        offer,
        before,
        settled,
        (),
        _header(plan, old, supply.templates, now, touch=touch),
        supply.templates,
        decisions,
        tuple(one for one, was in zip(before, entries, strict=True) if _is_dropped(one, was)),
        (*supply.problems, *more),
        new_ledger=old is None,
    )
    return _stamped(draft, {entry.card.guid: entry for entry in entries}, now, touch=touch)


def _is_dropped(entry: Entry, was: Entry) -> bool:
    return entry.state == "declined" and was.state != "declined"


def _stamped(draft: Draft, old: Mapping[str, Entry], now: int, *, touch: bool) -> Draft:
    """The draft with the user's decisions, its faces, and the second of each that Anki compares."""
    decisions, settled = draft.decisions, draft.settled
    entries, changes = with_keeps(old, settled.entries, settled.changes, decisions.keep)
    entries = reworded(entries, old, now)
    shipped = [entry for entry in entries if _is_shipped(entry, draft.plan.recipe, now)]
    faces = dressed(draft, shipped)
    entries = stamped(entries, faces, old, now, touch=touch)
    times = {entry.card.guid: entry.changed for entry in entries}
    guids = {entry.card.guid for entry in entries}
    return replace(
        draft,
        settled=Settled(entries, renewed(changes, entries, old)),
        faces=tuple(replace(face, changed=times[face.guid]) for face in faces),
        problems=(*draft.problems, *reword(shipped, decisions)[1], *unknown(decisions, guids)),
    )


def _is_shipped(entry: Entry, recipe: Recipe, now: int) -> bool:
    """Live cards, and for a time those that wear a banner because they retired."""
    if entry.state != "retired":
        return entry.state == "live"
    return recipe.retired == "banner" and now < entry.since + recipe.retired_days * DAY


def _decisions(plan: Plan, entries: Sequence[Entry]) -> Decisions:
    """What the user decided; a DecisionError where the file with it is lost."""
    declined = sum(entry.state == "declined" for entry in entries)
    if declined and not plan.decisions.exists():
        raise DecisionError(
            f"{plan.decisions}: the file is gone, and by it {declined} dropped cards stayed out\n"
            "  bring it back; if you want these cards again, make an empty file of this name"
        )
    return read_decisions(plan.decisions)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Rest the search for rings of values: there are none, and it took a fifth of a rebuild."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _files(plan: Plan) -> tuple[dict[str, Path], tuple[Problem, ...]]:
    """The deck's notes by their path below the notes folder, in reading order."""
    if not plan.root.is_dir():
        raise NotesError(_no_folder(plan))
    found, problems = find_notes(plan.root)
    files = {_name(path.relative_to(plan.root)): path for path in found}
    if not files and not problems:
        raise NotesError(f"{plan.root}: there is no note (.md) in this folder")
    taken = {name: files[name] for name in sorted(files) if takes_path(plan, name)}
    if plan.only:
        limits = [path.resolve() for path in plan.only]
        taken = {
            name: path
            for name, path in taken.items()
            if any(path.resolve().is_relative_to(limit) for limit in limits)
        }
        if not taken:
            named = ", ".join(str(path) for path in plan.only)
            raise NotesError(f"{named}: no note of the deck '{plan.name}'")
    elif files and not taken:
        places = (setting_place(plan.recipe_file, key) for key in ("include", "exclude"))
        where = next(filter(None, places), str(plan.root))
        raise NotesError(
            f"{where}: 'include' and 'exclude' leave none of {len(files)} notes in {plan.root}\n"
            "  a pattern is a path below the folder of notes, such as 'health/**'"
        )
    return taken, tuple(problems)


def _no_folder(plan: Plan) -> str:
    """Where it is said that the notes are in a folder that is not there, and what to do."""
    recipe = plan.recipe_file
    if not recipe.exists():
        return f"{plan.root}: there is no such folder of notes\n  name another one"
    place = setting_place(recipe, "notes")
    return (
        f"{place or recipe}: there is no such folder of notes: {plan.root}\n"
        f"  {'mend' if place else 'set'} 'notes' in this recipe"
    )


def _name(path: Path) -> str:
    """A note's path as the ledger keeps it: the same on every system."""
    spelled = path.as_posix().encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return unicodedata.normalize("NFC", spelled)


def _ledger(plan: Plan) -> Ledger | None:
    """The deck's memory; a LedgerError where it is that of another deck."""
    ledger = read_ledger(plan.ledger)
    if ledger is None:
        return None
    header, key = ledger.header, plan.recipe.key
    if key and key != header.key:
        raise LedgerError(
            f"{plan.ledger}:1: this deck was built with key '{header.key}', the recipe says"
            f" '{key}'\n  put the old key back; every card would be a new one in Anki"
        )
    there = plan.ledger.parent / header.notes
    moved = notes_seen_from(plan.ledger, plan.root) != header.notes
    if moved and there.is_dir() and plan.recipe == Recipe():
        raise LedgerError(
            f"{plan.ledger}:1: this deck is made of the notes in {there}, not of {plan.root}\n"
            "  choose another folder with --decks, or write a recipe: chaincards init"
        )
    return ledger


def _header(
    plan: Plan,
    old: Ledger | None,
    templates: Templates | None = None,
    now: int = 0,
    *,
    touch: bool = False,
) -> Header:
    """The first line of the next ledger."""
    key = old.header.key if old else plan.recipe.key or slug(plan.name)
    notes = notes_seen_from(plan.ledger, plan.root)
    if old and (templates is None or (old.header.style == templates.digest and not touch)):
        return replace(old.header, notes=notes)
    styled = max(now, old.header.styled + 1) if old else now
    return Header(key, notes, templates.digest if templates else "", styled)


def _shelf(
    plan: Plan,
    files: Mapping[str, Path],
    problems: Sequence[Problem],
    progress: Progress | None,
) -> tuple[Shelf, tuple[Problem, ...]]:
    """The pages of the deck, and what went wrong while they were read."""
    readings = read_pages(files, plan.root, progress)
    pages = [reading.page for reading in readings.values() if reading.page]
    unread = {path for path, reading in readings.items() if not reading.page}
    # A folder that cannot be listed hides notes that may well be there.
    unread |= {_name(_below(plan.root, problem.path)) for problem in problems}
    shelf = Shelf(
        plan,
        tuple(page for page in pages if takes_note(plan, page.note)),
        frozenset(unread),
    )
    return shelf, tuple(each for reading in readings.values() for each in reading.problems)


def _below(root: Path, path: str) -> Path:
    try:
        return Path(path).relative_to(root)
    except ValueError:
        return Path(path)


def offer_cards(
    shelf: Shelf,
    ledger: Ledger,
    limit: int,
    dropped: Collection[str] = (),
    *,
    refresh: bool = False,
) -> Offer:
    """Ask all that can be asked and choose; what was shipped before goes first."""
    shelf.know(ledger.entries)
    told = [(page.note.path, page.links) for page in shelf.pages]
    chains = join_links(told, guesses=False)
    asked = tuple(question for page in shelf.pages for question in page.questions)
    asked += write_chains(chains, asked)
    quotes = chain_quotes(chains)
    names = name_questions(asked, ledger.entries, shelf, ledger.header.key)
    found = follow(ledger.entries, asked, names, shelf, quotes)
    names |= found.names
    if refresh:
        taken = set(names.values())
        names |= {key: guid for key, guid in found.grown.items() if guid not in taken}
    look = _looking(shelf, found)
    live = {} if refresh else shipped(ledger.entries, look)
    least = LEAST_SCORES[shelf.plan.recipe.strictness]
    choice = choose(_wanted(asked, names, live, shelf, found), limit, least)
    pairs = [
        (each, shelf.card(each, names[key_of(each)], rests_of(each, quotes)))
        for each in choice.kept
    ]
    # What was dropped has held its place until here: dropping a card brings up no twin of it.
    outranked = dict(_outranked(pairs, live, limit)) | dict.fromkeys(dropped, DROPPED)
    kept = [pair for pair in pairs if pair[1].guid not in outranked]
    late = [(each, outranked[card.guid]) for each, card in pairs if card.guid in outranked]
    return Offer(
        tuple(question for question, _ in kept),
        tuple(card for _, card in kept),
        (*choice.refused, *late, *refuse_chains(chains)),
        look,
        join_links(told),
    )


def _looking(shelf: Shelf, found: Followed) -> Callable[[Card], Seen]:
    """What became of a card: its own words first, then its claim in other words."""

    def look(card: Card) -> Seen:
        return found.seen.get(card.guid) or shelf.look(card)

    return look


def _is_in_the_way(question: Question, names: Mapping[Key, str], found: Followed) -> bool:
    """A chain that grew, while the shipped one stays as it is."""
    guid = found.grown.get(key_of(question))
    return guid is not None and names[key_of(question)] != guid


def _wanted(
    asked: Sequence[Question],
    names: Mapping[Key, str],
    live: Mapping[str, Card],
    shelf: Shelf,
    found: Followed,
) -> list[Question]:
    """What may become a card, shipped ones with a score above all others."""
    kinds = shelf.plan.recipe.kinds
    known = [names[key_of(each)] in live for each in asked]
    return [
        replace(each, score=each.score + SHIPPED_FIRST) if is_known else each
        for each, is_known in zip(asked, known, strict=True)
        if is_known or (each.kind in kinds and not _is_in_the_way(each, names, found))
    ]


def silent_sentences(pages: Sequence[Page], offer: Offer) -> dict[str, tuple[Skip, ...]]:
    """Of each note the sentences that state something and gave no card, and why."""
    asked: dict[str, set[int]] = defaultdict(set)
    for each in offer.questions:
        asked[each.note].add(each.evidence.order)
        for note, place in each.also:
            asked[note].add(place.order)
    refused: dict[str, list[tuple[Question, str]]] = defaultdict(list)
    for each, reason in offer.refused:
        refused[each.note].append((each, reason))
    return {
        page.note.path: tuple(_unasked(page, asked[page.note.path], refused[page.note.path]))
        for page in pages
    }


def _unasked(
    page: Page, asked: Collection[int], refused: Sequence[tuple[Question, str]]
) -> Iterator[Skip]:
    """Claims of one note without a card, with the reason of their best question."""
    reasons: dict[int, tuple[float, str]] = {}
    for each, reason in refused:
        best = reasons.get(each.evidence.order, (-1.0, ""))
        if each.score > best[0]:
            reasons[each.evidence.order] = each.score, reason
    for claim in {claim.evidence.order: claim for claim in page.claims}.values():
        order = claim.evidence.order
        if order not in asked:
            why = reasons.get(order, (0.0, "no question comes out of it"))[1]
            quote = claim.evidence.quote
            yield Skip(quote.plain, why, order, quote.end)


def shipped(entries: Sequence[Entry], look: Callable[[Card], Seen]) -> dict[str, Card]:
    """Cards of the ledger whose claim stands today, those that come back among them."""
    seen = (look(entry.card) for entry in entries if entry.why != "refreshed")
    cards = (each.card if isinstance(each, Reworded) else each for each in seen)
    return {card.guid: card for card in cards if isinstance(card, Card)}


def _outranked(
    pairs: Sequence[tuple[Question, Card]],
    live: Mapping[str, Card],
    limit: int,
) -> Iterator[tuple[str, str]]:
    """New cards for which shipped ones leave no room, and why."""
    room = Counter(card.note for card in live.values())
    fronts = {(card.note, even(front)) for card in live.values() for front, _ in sides(card)}
    for question, card in sorted(pairs, key=lambda pair: -pair[0].score):
        if card.guid in live:
            continue
        if any((card.note, even(front)) in fronts for front, _ in sides(card)):
            yield card.guid, "a card that was built before asks it"
        elif room[card.note] >= limit and question.kind != "author":
            yield card.guid, "over the limit of the note"
        else:
            room[card.note] += 1


def _write(draft: Draft) -> bool:
    """Package and ledger on the disk, both or neither; False where nothing changed."""
    plan, header = draft.plan, draft.header
    text = ledger_text(Ledger(header, draft.settled.entries))
    package = pack(
        draft.faces,
        name=plan.name,
        key=header.key,
        description=_description(plan),
        templates=draft.templates,
        styled=header.styled,
        vault=plan.root,
        memory=text,
    )
    return publish(plan.package, package, plan.ledger, text, _beside(draft))


def _beside(draft: Draft) -> dict[Path, bytes]:
    """The files that follow from the ledger; none where there is nothing to say."""
    plan, entries = draft.plan, draft.settled.entries
    retired = {entry.card.guid for entry in entries if entry.state == "retired"}
    seen = without_retired(read_readings(plan.seen), retired)
    return {
        plan.retired: retired_text(plan.name, entries, _deleted(draft)),
        plan.seen: readings_text(seen),
    }


def _deleted(draft: Draft) -> set[str]:
    """Cards that are not in Anki any more."""
    return {guid for guid, each in draft.decisions.drop.items() if each.why == DELETED}


def dressed(draft: Draft, entries: Sequence[Entry]) -> tuple[Face, ...]:
    """Faces of some entries, in the order in which Anki shows new cards."""
    # Notes that this build did not read have their place, too: else all others would move.
    notes = {page.note.path for page in draft.shelf.pages} | {each.card.note for each in entries}
    ranks = {path: rank for rank, path in enumerate(sorted(notes))}
    worded, _ = reword(entries, draft.decisions)
    ordered = [_in_order(entry, ranks) for entry in worded]
    return dress(ordered, pictures=find_pictures(ordered, draft.plan.root))


def _in_order(entry: Entry, ranks: Mapping[str, int]) -> Entry:
    """An entry whose order counts in the whole deck: by note, place, step."""
    card = entry.card
    return replace(entry, card=replace(card, order=(ranks[card.note], *card.order)))


def _description(plan: Plan) -> str:
    return (
        f"Made by chaincards from the notes in {html.escape(plan.root.resolve().name)}. "
        "Each card shows the sentence it rests on and links to the second where it was said."
    )


def _as_asked(draft: Draft) -> tuple[Change, ...]:
    """The changes, each with the question that its card shows."""
    own = {guid: each.question for guid, each in draft.decisions.reword.items() if each.question}
    return tuple(
        replace(change, question=own.get(change.guid, change.question))
        for change in draft.settled.changes
    )


def report_on(draft: Draft, *, written: bool, dry: bool) -> Report:
    """What a build did, or would do, to a deck."""
    plan, offer, settled = draft.plan, draft.offer, draft.settled
    silent = silent_sentences(draft.shelf.pages, offer)
    return Report(
        deck=plan.name,
        package=str(plan.package),
        ledger=str(plan.ledger),
        new_ledger=draft.new_ledger,
        written=written,
        dry=dry,
        notes=len(draft.shelf.pages),
        cards=sum(len(list(sides(entry.card))) for entry in settled.live),
        changes=_as_asked(draft),
        dropped=tuple(asked(entry) for entry in draft.dropped),
        searches=searches(
            {e.card.guid for e in settled.entries if e.state != "live"} - _deleted(draft)
        ),
        retired_file=str(plan.retired),
        refused=Counter(reason for _, reason in offer.refused),
        skipped=Counter(
            skip.reason
            for page in draft.shelf.pages
            for skip in (*page.skips, *silent[page.note.path])
        ),
        problems=draft.problems,
    )


def inspect(
    given: Sequence[Path], decks: Path, progress: Progress | None = None
) -> Iterator[Inspection]:
    """Tell all about some notes, each by itself; nothing is written."""
    for plan in find_plans(given, decks):
        files, problems = _files(replace(plan, recipe=Recipe()))
        ledger = _ledger(plan) or Ledger(_header(plan, None))
        dropped = _decisions(plan, ledger.entries).drop
        readings = read_pages(files, plan.root, progress)
        entries: dict[str, list[Entry]] = defaultdict(list)
        for entry in ledger.entries:
            entries[entry.card.note].append(entry)
        for name, reading in readings.items():
            path = _as_given(files[name], given)
            if reading.page is None:
                yield Inspection(path, None, problems=reading.problems)
                continue
            shelf = Shelf(plan, (reading.page,), frozenset())
            known = replace(ledger, entries=tuple(entries[name]))
            yield _inspection(path, shelf, known, dropped, reading.problems)
        for problem in problems:
            yield Inspection(problem.path, None, problems=(problem,))


def _inspection(
    path: str,
    shelf: Shelf,
    ledger: Ledger,
    dropped: Collection[str],
    problems: tuple[Problem, ...],
) -> Inspection:
    page = shelf.pages[0]
    limit = shelf.plan.recipe.limit
    every = offer_cards(shelf, ledger, NO_LIMIT, dropped)
    kept = {card.guid for card in offer_cards(shelf, ledger, limit, dropped).cards}
    numbers = {id(each): number for number, each in enumerate(page.links)}
    chains = join_links([(page.note.path, page.links)])
    parts: tuple[Claim | Link, ...] = (*page.claims, *page.links)
    vault = shelf.plan.recipe.vault
    silent = silent_sentences([page], every)[page.note.path]
    return Inspection(
        path,
        replace(page, skips=(*page.skips, *silent)),
        chains=tuple(tuple(numbers[id(each)] for each in chain.links) for chain in chains),
        cards=tuple(zip(every.questions, every.cards, strict=True)),
        cut=frozenset(card.guid for card in every.cards if card.guid not in kept),
        refused=every.refused,
        urls={
            part.evidence.seconds: link(page.note.source, part.evidence.seconds, vault)
            for part in parts
        },
        problems=problems,
    )


def _as_given(place: Path, given: Sequence[Path]) -> str:
    """A note's path as the user typed it, or the folder that it is in."""
    real = place.resolve()
    for path in given:
        if real == path.resolve():
            return str(path)
        if real.is_relative_to(path.resolve()):
            return str(path / real.relative_to(path.resolve()))
    return str(place)
