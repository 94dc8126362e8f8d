"""What a build did and what a note holds -> words for people and JSON for programs."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from cards.english.directions import ARROW, directed
from cards.model import Card, Change, ChangeKind, Link, Page, Problem, Question, Skip

NEW_A_DAY = 20
"""What Anki introduces a day unless it is told otherwise."""
SHOWN = 8
"""Changes of one kind that a report lists by themselves."""
GAP = "[...]"
SAID: Mapping[ChangeKind, str] = {
    "new": "new",
    "reworded": "reworded",
    "moved": "moved",
    "changed": "changed",
    "back": "back",
    "unchanged": "unchanged",
    "kept": "kept without a sentence",
    "retired": "retired",
    "meaning": "as the meaning changed",
    "ambiguous": "as two sentences are like theirs",
}
"""The kinds of changes in the order in which they are told."""
WHY: tuple[ChangeKind, ...] = ("meaning", "ambiguous")
"""Kinds of retiring."""
ALWAYS = ("new", "unchanged", "retired")
"""Told even where there are none."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did to one deck."""

    deck: str
    package: str
    ledger: str
    new_ledger: bool
    written: bool
    """False where nothing changed or nothing was to be written."""
    dry: bool
    notes: int
    cards: int
    """Cards to learn in Anki: each gap of a cloze is one."""
    changes: tuple[Change, ...]
    dropped: tuple[str, ...]
    """What the cards asked that this build took out because the user decided so."""
    searches: tuple[str, ...]
    """Anki searches that find exactly the cards that retired, now and before."""
    retired_file: str
    """Where the searches lie."""
    refused: Mapping[str, int]
    """Candidates that are no card, by reason."""
    skipped: Mapping[str, int]
    """Sentences that gave no card, by reason."""
    problems: tuple[Problem, ...]

    @property
    def counts(self) -> Counter[str]:
        return Counter(change.kind for change in self.changes)


@dataclass(frozen=True, slots=True)
class Inspection:
    """One note, and all that is to be said about it."""

    path: str
    """As the user gave it."""
    page: Page | None
    """None where the note could not be read."""
    problems: tuple[Problem, ...]
    chains: tuple[tuple[int, ...], ...] = ()
    """Indices into the page's links, in the order of each chain."""
    cards: tuple[tuple[Question, Card], ...] = ()
    """All that pass the gates, in reading order."""
    cut: frozenset[str] = frozenset()
    """Guids of the cards that only the limit leaves out."""
    refused: tuple[tuple[Question, str], ...] = ()
    urls: Mapping[int | None, str] = field(default_factory=dict)
    """Link to each second of the claims and links."""


def report_lines(report: Report, verbosity: int = 0) -> Iterator[str]:
    """The report as a person reads it."""
    if report.new_ledger:
        yield f"{report.deck}: starts a new ledger, {report.ledger}: keep it with your notes"
    live = sum(not change.retires for change in report.changes)
    size = f"{_count(live, 'question')} from {_count(report.notes, 'note')}"
    yield f"{report.deck}: {size}: {_tally(report)}"
    if live:
        yield pace(report)
    for kind in SAID:
        if kind != "unchanged" and (verbosity or kind != "new" or not report.new_ledger):
            yield from _listed(kind, report.changes, None if verbosity else SHOWN)
    for asked in report.dropped:
        yield f"  dropped: {asked}"
    if report.searches and (report.dropped or any(change.retires for change in report.changes)):
        has = "would have" if report.dry else "has"
        yield f"Anki keeps cards that left; {report.retired_file} {has} the search for them"
    if verbosity:
        yield from _reasons("not asked", report.refused)
        yield from _reasons("sentences without a card", report.skipped)
    yield _where(report)


def _tally(report: Report) -> str:
    """How many cards changed in which way; of those that retire, why."""
    counts = report.counts
    why = [f"{counts[kind]} {SAID[kind]}" for kind in WHY if counts[kind]]
    counts["retired"] += sum(counts[kind] for kind in WHY)
    told = (kind for kind in SAID if kind not in WHY and (counts[kind] or kind in ALWAYS))
    said = ", ".join(f"{counts[kind]} {SAID[kind]}" for kind in told)
    return said + (f" ({', '.join(why)})" if why else "")


def pace(report: Report) -> str:
    """How long it takes to learn a deck."""
    days = _count(-(-report.cards // NEW_A_DAY), "day")
    return f"{_count(report.cards, 'card')} to learn, {days} at {NEW_A_DAY} new a day"


def _where(report: Report) -> str:
    if report.dry:
        return f"nothing written (dry run); the deck would be {report.package}"
    return report.package if report.written else f"{report.package} (unchanged)"


def _listed(kind: ChangeKind, changes: Sequence[Change], most: int | None) -> Iterator[str]:
    chosen = [change for change in changes if change.kind == kind]
    head = f"retired {SAID[kind]}" if kind in WHY else SAID[kind]
    for change in chosen[:most]:
        yield f"  {head}: {change.question}  ({change.note})"
        if change.was:
            yield f'    was: "{change.was}"'
        if change.now:
            yield f'    now: "{change.now}"'
    if most is not None and len(chosen) > most:
        yield f"  {head}: {len(chosen) - most} more (-v lists them)"


def report_json(report: Report) -> str:
    """The report as one line of JSON: every change, and how many there are of each kind."""
    told = asdict(report)
    told["counts"] = {kind: report.counts[kind] for kind in SAID}
    # ``asdict`` would count the pairs of a Counter instead of copying it.
    told["refused"], told["skipped"] = dict(report.refused), dict(report.skipped)
    told["problems"] = [str(problem) for problem in report.problems]
    return json.dumps(told, ensure_ascii=False)


def refreshed(report: Report) -> tuple[Change, ...]:
    """The changes that a person is to see before shipped cards are touched."""
    return tuple(each for each in report.changes if each.kind == "reworded" or each.retires)


def _reasons(head: str, reasons: Mapping[str, int]) -> Iterator[str]:
    ordered = sorted(reasons.items(), key=lambda pair: (-pair[1], pair[0]))
    if ordered:
        yield f"{head}:"
    yield from (f"  {count:6} {reason}" for reason, count in ordered)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def inspection_json(inspection: Inspection) -> str:
    """One note as one line of JSON."""
    page, urls = inspection.page, inspection.urls
    told: dict[str, Any] = {
        "note": inspection.path,
        "title": page.note.title if page else "",
        "language": page.note.language if page else "",
        "claims": [],
        "links": [],
        "chains": [list(chain) for chain in inspection.chains],
        "cards": [],
        "skipped": [],
        "problems": [str(problem) for problem in inspection.problems],
    }
    if page:
        told["claims"] = [_claim(claim, urls) for claim in page.claims]
        told["links"] = [_link(link) for link in page.links]
        told["skipped"] = [{"text": skip.text, "reason": skip.reason} for skip in page.skips]
        told["cards"] = [
            asked
            for question, card in inspection.cards
            for asked in _asked(question, card, card.guid in inspection.cut)
        ]
    return json.dumps(told, ensure_ascii=False)


def _claim(claim: Any, urls: Mapping[int | None, str]) -> dict[str, Any]:
    evidence = claim.evidence
    return {
        "id": claim.id,
        "text": claim.text,
        "quote": evidence.quote.plain,
        "kind": claim.kind,
        "heading": " > ".join(evidence.headings),
        "timestamp": evidence.seconds,
        "url": urls[evidence.seconds],
    }


def _link(link: Link) -> dict[str, Any]:
    return {
        "cause": link.cause,
        "effect": link.effect,
        "sign": link.sign,
        "quote": link.evidence.quote.plain,
        "timestamp": link.evidence.seconds,
    }


def _asked(question: Question, card: Card, cut: bool) -> Iterator[dict[str, Any]]:
    """The cards that Anki makes of a note: one, or one for each gap."""
    shared = {
        "quote": card.quote,
        "heading": " > ".join(card.headings),
        "timestamp": card.seconds,
        "url": card.url,
        "tags": list(card.tags),
        "cut": cut,
    }
    for asked, answer in sides(card):
        head = {"guid": card.guid, "kind": question.kind, "question": asked, "answer": answer}
        yield {**head, **shared}


def sides(card: Card) -> Iterator[tuple[str, str]]:
    """Question and answer of each card of a note, as plain text."""
    if not card.text:
        yield card.question, _told(card)
    lead = f"{card.question} " if card.question else ""
    for number in sorted({gap.number for gap in card.text if gap.number}):
        shown = "".join(GAP if gap.number == number else gap.text for gap in card.text)
        hidden = ", ".join(gap.text for gap in card.text if gap.number == number)
        yield lead + shown, hidden


def _told(card: Card) -> str:
    """The answer; that of a chain says in words what its picture says by signs."""
    nodes = card.answer.split(ARROW)
    if card.kind != "chain" or len(nodes) != len(card.signs) + 1:
        return card.answer
    return ARROW.join(directed(nodes, card.signs))


def inspection_lines(inspection: Inspection, verbosity: int = 0) -> Iterator[tuple[str, str]]:
    """One note as a person reads it: lines, each with the style that it is printed in."""
    page = inspection.page
    yield inspection.path, "bold underline"
    if page is None:
        return
    yield f"{page.note.title} · {page.note.language}", "bold"
    yield from _cards_view(inspection, verbosity)
    yield from _claims_view(page)
    yield from _links_view(page, inspection.chains)
    yield from _refused_view(inspection.refused)
    yield from _skips_view(page.skips)
    yield "", ""


def _cards_view(inspection: Inspection, verbosity: int) -> Iterator[tuple[str, str]]:
    kept = [pair for pair in inspection.cards if pair[1].guid not in inspection.cut]
    cut = [pair for pair in inspection.cards if pair[1].guid in inspection.cut]
    for head, pairs in (("cards", kept), ("left out by the limit", cut)):
        if pairs:
            yield f"{head} ({len(pairs)})", "bold"
        for question, card in pairs:
            for asked, answer in sides(card):
                yield f"  {question.kind}: {asked}", ""
                yield f"      {answer.replace(chr(10), '; ')}", "green"
            if verbosity:
                parts = " ".join(f"{name} {value:+.2f}" for name, value in question.parts)
                yield f"      score {question.score:.2f}  {parts}", "dim"
                yield f'      "{card.quote}" {card.url}', "dim"


def _claims_view(page: Page) -> Iterator[tuple[str, str]]:
    if page.claims:
        yield f"claims ({len(page.claims)})", "bold"
    for claim in page.claims:
        line = page.note.line(claim.evidence.order)
        yield f"  {claim.id} {claim.kind}, line {line}: {claim.text}", ""


def _links_view(page: Page, chains: Sequence[Sequence[int]]) -> Iterator[tuple[str, str]]:
    if page.links:
        yield f"links ({len(page.links)})", "bold"
    for number, link in enumerate(page.links):
        yield f"  {number}: {link.cause} -{link.sign}→ {link.effect}", ""
    if chains:
        yield f"chains ({len(chains)})", "bold"
    for chain in chains:
        nodes = [page.links[chain[0]].cause, *(page.links[number].effect for number in chain)]
        yield f"  {' → '.join(nodes)}", "cyan"


def _refused_view(refused: Sequence[tuple[Question, str]]) -> Iterator[tuple[str, str]]:
    if refused:
        yield f"refused questions ({len(refused)})", "bold"
    for question, reason in refused:
        asked = question.question or "".join(gap.text for gap in question.text) or question.answer
        yield f"  {reason}: {asked}", "dim"


def _skips_view(skips: Sequence[Skip]) -> Iterator[tuple[str, str]]:
    if skips:
        yield f"sentences without a card ({len(skips)})", "bold"
    for skip in sorted(skips, key=lambda each: each.order):
        yield f"  {skip.reason}: {skip.text}", "dim"
