"""A deck with everything that is to be seen of it in, one page for the browser out."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cards.model import ChangeKind, Problem
from cards.preview.atlas import Island
from cards.preview.coverage import Fate, Paragraph
from cards.preview.formulas import with_mathml

HOME = Path(__file__).parent
PICTURES = 24_000_000
"""Bytes of images that a page carries; the ones past it are named instead."""
TYPES = {
    ".avif": "image/avif",
    ".bmp": "image/bmp",
    ".gif": "image/gif",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".webp": "image/webp",
}


@dataclass(frozen=True, slots=True)
class Exhibit:
    """One card as Anki would show it."""

    id: str
    """The guid and the number of the gap: the same from page to page."""
    number: int
    """Of the gap; 1 for a question."""
    kind: str
    change: str
    """What the import would do to it, a ``ChangeKind``."""
    note: int
    """Index of its note; -1 where that is no longer there."""
    title: str
    """Of its note, as the card says it."""
    tags: tuple[str, ...]
    question: str
    """Plain text, for lists and for searching."""
    answer: str
    quote: str
    front: str
    """HTML within the body of Anki's window."""
    back: str
    differs: tuple[tuple[str, str, str], ...] = ()
    """Of a changed card: what, as it was, as it will be."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A note and what became of its sentences."""

    path: str
    title: str
    channel: str
    text: tuple[Paragraph, ...]
    fates: tuple[Fate, ...]


@dataclass(frozen=True, slots=True)
class Bridge:
    """What an arrow of the map rests on."""

    note: int
    quote: str
    url: str
    clock: str
    cards: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Mapped:
    """An island of the map, its arrows with what they rest on."""

    island: Island
    title: str
    note: int
    bridges: tuple[Bridge, ...]
    """One for each arrow."""


@dataclass(frozen=True, slots=True)
class Show:
    """All that a page shows."""

    deck: str
    css: str
    cards: tuple[Exhibit, ...]
    """In the order in which Anki introduces them."""
    papers: tuple[Paper, ...]
    islands: tuple[Mapped, ...]
    dropped: tuple[str, ...]
    """Questions that the user took out."""
    changes: Mapping[ChangeKind, str]
    """What each kind of change is called, in the order in which they are told."""
    counts: Mapping[ChangeKind, int]
    pace: str
    """How long it takes to learn."""
    problems: tuple[Problem, ...]
    stops: str
    """Why a build of this would stop; empty where it would not."""
    refused: Mapping[str, int]
    skipped: Mapping[str, int]
    media: Mapping[str, Path]
    """Images by their names in the package."""


def page_text(show: Show) -> str:
    """Write the page: whole by itself, the same for the same deck."""
    import jinja2

    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(HOME),
        undefined=jinja2.StrictUndefined,
        autoescape=True,
        keep_trailing_newline=True,
        newline_sequence="\n",
    )
    return environment.get_template("page.html").render(
        deck=show.deck,
        sheet=_file("page.css"),
        script=_file("page.js"),
        data=_in_script(_data(show)),
    )


def _file(name: str) -> str:
    return (HOME / name).read_text("utf-8")


def _in_script(data: Mapping[str, Any]) -> str:
    """JSON that no HTML parser reads as anything else."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _data(show: Show) -> dict[str, Any]:
    return {
        "deck": show.deck,
        "css": show.css,
        "cards": [_card(each) for each in show.cards],
        "notes": [_paper(each) for each in show.papers],
        "map": [_mapped(each) for each in show.islands],
        "dropped": list(show.dropped),
        "changes": dict(show.changes),
        "counts": dict(show.counts),
        "pace": show.pace,
        "problems": [str(problem) for problem in show.problems],
        "stops": show.stops,
        "refused": _most(show.refused),
        "skipped": _most(show.skipped),
        "media": dict(_pictures(show.media)),
    }


def _card(card: Exhibit) -> dict[str, Any]:
    front, back = with_mathml(card.front), with_mathml(card.back)
    shared = _shared(front, back)
    return {
        "id": card.id,
        "no": card.number,
        "kind": card.kind,
        "change": card.change,
        "note": card.note,
        "title": card.title,
        "tags": list(card.tags),
        "q": card.question,
        "a": card.answer,
        "said": card.quote,
        "front": front,
        "back": [_units(back[:shared]), back[shared:]],
        "differs": [list(each) for each in card.differs],
    }


def _shared(front: str, back: str) -> int:
    """How far a back is its front, which is then not written twice."""
    pairs = enumerate(zip(front, back, strict=False))
    return next((at for at, (one, two) in pairs if one != two), min(len(front), len(back)))


def _units(text: str) -> int:
    """A length as a browser counts it."""
    return len(text.encode("utf-16-le")) // 2


def _paper(paper: Paper) -> dict[str, Any]:
    return {
        "path": paper.path,
        "title": paper.title,
        "channel": paper.channel,
        "text": [[p.kind, p.depth, p.number, [list(x) for x in p.pieces]] for p in paper.text],
        "fates": [[list(fate.cards), fate.reason] for fate in paper.fates],
    }


def _mapped(mapped: Mapped) -> dict[str, Any]:
    island = mapped.island
    return {
        "title": mapped.title,
        "note": mapped.note,
        "at": _round(island.left, island.top, island.width, island.height),
        "boxes": [[box.text, *_round(box.left, box.top, box.height)] for box in island.boxes],
        "arrows": [
            {
                "ends": [arrow.start, arrow.end],
                "sign": arrow.sign,
                "verb": arrow.link.verb,
                "way": [_round(*point) for point in arrow.way],
                "note": bridge.note,
                "said": bridge.quote,
                "url": bridge.url,
                "clock": bridge.clock,
                "cards": list(bridge.cards),
            }
            for arrow, bridge in zip(island.arrows, mapped.bridges, strict=True)
        ],
    }


def _round(*numbers: float) -> list[float]:
    return [round(number, 1) for number in numbers]


def _most(reasons: Mapping[str, int]) -> list[tuple[str, int]]:
    """The most frequent first."""
    return sorted(reasons.items(), key=lambda pair: (-pair[1], pair[0]))


def _pictures(media: Mapping[str, Path]) -> Iterator[tuple[str, str]]:
    """Images as addresses that hold them whole, as many as there is room for."""
    room = PICTURES
    for name, path in sorted(media.items()):
        try:
            data = path.read_bytes() if path.stat().st_size <= room else b""
        except OSError:
            continue
        room -= len(data)
        if data:
            code = base64.b64encode(data).decode()
            yield name, f"data:{TYPES.get(path.suffix.lower(), 'image/*')};base64,{code}"
