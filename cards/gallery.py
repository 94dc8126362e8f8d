"""A plan in, the page that shows its deck before it is imported out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from cards.build import Draft, draft_deck, dressed, report_on, silent_sentences
from cards.decisions import reword
from cards.errors import CardsError
from cards.journal import put
from cards.ledger import refuse_to_empty
from cards.markdown import read_blocks
from cards.model import Block, Card, Change, Entry, Face, Link, Note, Page, Skip
from cards.pages import Progress
from cards.plans import Plan
from cards.preview import Bridge, Exhibit, Mapped, Paper, Show, page_text
from cards.preview.atlas import draw_map
from cards.preview.coverage import Fate, paragraphs
from cards.rendering import render_face
from cards.report import SAID, Report, pace, sides
from cards.sources import clock
from cards.sources import link as address

Spot = tuple[int, int]
"""Start and end of a sentence in its file."""
KNOWN: dict[str, tuple[str, Sequence[Block]]] = {}
"""Texts and blocks of notes as they were read last: a watch shows the same ones again and again,
and reading their markdown is most of the work."""


@dataclass(frozen=True, slots=True)
class Preview:
    """A deck as it would be imported, to be looked at."""

    text: str
    """A whole HTML page."""
    report: Report
    """As of a dry build."""
    stops: str
    """Why a build would stop; empty where it would not."""


def preview(plan: Plan, now: int, progress: Progress | None = None) -> Preview:
    """Show a deck as it would be imported; nothing is written.

    Args:
        plan: Which notes, and where the deck lies.
        now: Second of this look, for what changes.
        progress: Is told how many notes are read.
    """
    return show_draft(draft_deck(plan, now, progress))


def write_preview(
    plan: Plan, now: int, path: Path | None = None, progress: Progress | None = None
) -> Preview:
    """Write the page of a deck, whole or not at all; beside its package if no path is given."""
    shown = preview(plan, now, progress)
    put(path or page_of(plan), shown.text.encode())
    return shown


def page_of(plan: Plan) -> Path:
    """Where the page of a deck lies."""
    return plan.package.with_suffix(".html")


def show_draft(draft: Draft) -> Preview:
    """Show a deck that was drafted."""
    report = report_on(draft, written=False, dry=True)
    stops = _stops(draft)
    return Preview(page_text(_show(draft, report, stops)), report, stops)


def _stops(draft: Draft) -> str:
    try:
        refuse_to_empty(draft.before, draft.settled, draft.offer.look)
    except CardsError as error:
        return str(error)
    return ""


def _show(draft: Draft, report: Report, stops: str) -> Show:
    changes = {change.guid: change for change in report.changes}
    told = [entry for entry in draft.settled.entries if entry.card.guid in changes]
    # What retires now may be shipped no more; it is shown all the same.
    faces = dressed(draft, told)
    hung = _Hung(draft, faces, changes, reword(told, draft.decisions)[0])
    return Show(
        deck=draft.plan.name,
        css=draft.templates.css,
        cards=tuple(hung.exhibits),
        papers=tuple(_papers(draft, hung)),
        islands=tuple(_islands(draft, hung)),
        dropped=report.dropped,
        changes=SAID,
        counts={kind: report.counts[kind] for kind in SAID if report.counts[kind]},
        pace=pace(report),
        problems=report.problems,
        stops=stops,
        refused=report.refused,
        skipped=report.skipped,
        media={name: draft.plan.root / path for face in faces for name, path in face.media},
    )


class _Hung:
    """The cards of a show, and where each is to be found."""

    def __init__(
        self,
        draft: Draft,
        faces: Sequence[Face],
        changes: Mapping[str, Change],
        told: Sequence[Entry],
    ) -> None:
        self.draft = draft
        self.notes = {page.note.path: at for at, page in enumerate(draft.shelf.pages)}
        self.exhibits: list[Exhibit] = []
        self.numbers: dict[str, list[int]] = defaultdict(list)
        """Indices of the exhibits of each guid."""
        self.on: dict[str, dict[Spot, list[int]]] = defaultdict(lambda: defaultdict(list))
        """By note and sentence, the exhibits that rest on it."""
        self.adrift: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
        """By note, sentences of cards that no rule reads today."""
        entries = {entry.card.guid: entry for entry in told}
        before = {entry.card.guid: entry for entry in draft.before}
        for face in faces:
            entry = entries[face.guid]
            change = changes[face.guid]
            differs = _differences(before.get(face.guid), entry)
            if change.now and not differs:
                differs = (("Sentence", change.was, change.now),)
            for exhibit in self._exhibits(face, entry.card, change.kind):
                self.numbers[face.guid].append(len(self.exhibits))
                self.exhibits.append(replace(exhibit, differs=differs))
            if entry.state == "live":
                self._place(entry.card)

    def _exhibits(self, face: Face, card: Card, change: str) -> Iterator[Exhibit]:
        shown = render_face(face, self.draft.templates, self.draft.plan.name)
        for side, (question, answer) in zip(shown, sides(card), strict=True):
            yield Exhibit(
                id=f"{face.guid}-{side.number}",
                number=side.number,
                kind=card.kind,
                change=change,
                note=self.notes.get(card.note, -1),
                title=card.title,
                tags=face.tags,
                question=question,
                answer=answer,
                quote=card.quote,
                front=side.front,
                back=side.back,
            )

    def _place(self, card: Card) -> None:
        """Note down which sentences a card rests on; those of a chain may stand in any note."""
        numbers = self.numbers[card.guid]
        for quote in card.rests or (card.quote,):
            paths = (card.note, *self.notes) if card.rests else (card.note,)
            spots = ((path, self.draft.shelf.spot(path, quote)) for path in paths)
            path, spot = next((pair for pair in spots if pair[1]), (card.note, None))
            if spot:
                self.on[path][spot] += numbers
            else:
                self.adrift[path][quote] += numbers


def _differences(old: Entry | None, new: Entry) -> tuple[tuple[str, str, str], ...]:
    """What Anki will show otherwise than after the last build."""
    if old is None:
        return ()
    pairs = zip(_told(old.card), _told(new.card), strict=True)
    return tuple((what, was, now) for (what, was), (_, now) in pairs if was != now)


def _told(card: Card) -> Iterator[tuple[str, str]]:
    yield "Question", card.question or "".join(gap.text for gap in card.text)
    yield "Answer", card.answer
    yield "Sentence", card.quote
    yield "Note", card.title
    yield "Heading", " › ".join(card.headings)
    yield "Time", "" if card.seconds is None else clock(card.seconds)
    yield "Tags", ", ".join(card.tags)
    yield "Also in", ", ".join(words for words, _ in card.also)


def _papers(draft: Draft, hung: _Hung) -> Iterator[Paper]:
    silent = silent_sentences(draft.shelf.pages, draft.offer)
    for page in draft.shelf.pages:
        note = page.note
        blocks = _blocks(note)
        fates = (*_fates(hung, note.path, blocks), *_reasons((*page.skips, *silent[note.path])))
        text = tuple(paragraphs(note, blocks, fates))
        yield Paper(note.path, note.title, note.channel, text, fates)


def _blocks(note: Note) -> Sequence[Block]:
    known = KNOWN.get(note.path)
    if known is None or known[0] != note.text:
        known = KNOWN[note.path] = note.text, read_blocks(note)[0]
    return known[1]


def _fates(hung: _Hung, path: str, blocks: Sequence[Block]) -> Iterator[Fate]:
    for spot, cards in hung.on.get(path, {}).items():
        yield Fate(*spot, cards=tuple(dict.fromkeys(cards)))
    for quote, cards in hung.adrift.get(path, {}).items():
        for block in blocks:
            start = block.text.find(quote)
            if start >= 0 and quote:
                yield Fate(*block.raw(start, start + len(quote)), cards=tuple(cards))
                break


def _reasons(skips: Sequence[Skip]) -> Iterator[Fate]:
    for skip in skips:
        yield Fate(skip.order, skip.end, reason=skip.reason)


def _islands(draft: Draft, hung: _Hung) -> Iterator[Mapped]:
    homes = {link: page for page in reversed(draft.shelf.pages) for link in page.links}
    titles = {page.note.path: page.note.title for page in draft.shelf.pages}
    for island in draw_map(draft.offer.chains):
        bridges = tuple(
            _bridge(arrow.link, homes[arrow.link], hung, draft) for arrow in island.arrows
        )
        yield Mapped(island, titles[island.note], hung.notes[island.note], bridges)


def _bridge(link: Link, page: Page, hung: _Hung, draft: Draft) -> Bridge:
    evidence, note = link.evidence, page.note
    quote = evidence.quote
    cards = hung.on.get(note.path, {}).get((quote.start, quote.end), ())
    return Bridge(
        hung.notes[note.path],
        quote.plain,
        address(note.source, evidence.seconds, draft.plan.recipe.vault),
        "" if evidence.seconds is None else clock(evidence.seconds),
        tuple(dict.fromkeys(cards)),
    )
