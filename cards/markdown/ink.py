"""Characters with their offsets in the file, and the marks that lie on them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import compress

from cards.model import Hidden, Image, Span, SpanKind, WikiLink

GONE = "\0"
"""Stands in ``Ink.chars`` where something was taken out: a stamp, a note mark, an image."""

EMPTY = re.compile(rf"[\s{GONE}]{{2,}}|[^\S ]|\A\s|\s\Z")
NAMED = r"and|to|see|at|from|around|timestamps?|ref|starting|approx\.?|~|cf\.?"
HOLLOW = re.compile(rf"[(\[](?:[\s,;:/&–—-]|{GONE}|\b(?:{NAMED})(?!\w))*[)\]]")
BETWEEN = re.compile(rf"{GONE}(?:[\s,;/&–—-]|and\b|{GONE})*{GONE}")
OPEN = re.compile(rf"[(\[]\s*(?={GONE}[\s{GONE}]*(?:[.,;:!?]|$))")
FIRST = re.compile(rf"\A\s*{GONE}[\s{GONE}]*(?:[-–—:|,.•]+\s+)?")
DOUBLE = re.compile(
    rf"[,;][\s{GONE}]*{GONE}[\s{GONE}]*(,|;)|[.!?:][\s{GONE}]*{GONE}[\s{GONE}]*(\.)"
)
HANGING = re.compile(rf"(?:\s[-–—]|,)(?=[\s{GONE}]*{GONE}[\s{GONE}]*(?:[.!?]|\Z))")
BEFORE_POINT = re.compile(rf"\s[\s{GONE}]*(?=[.,;:!?)\]])|[\s{GONE}]+\Z")
CLOSING = ".,;:!?)]}\"'”’»…"


@dataclass(slots=True)
class Ink:
    """Text as it grows: one place in the file for each character."""

    chars: list[str] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    times: list[tuple[int, str]] = field(default_factory=list)
    """Index before which a stamped passage ends, and the time as written."""
    links: list[WikiLink] = field(default_factory=list)
    spans: list[tuple[int, int, SpanKind]] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)
    hidden: list[Hidden] = field(default_factory=list)
    """What stood between ``==`` and ``==``."""

    @property
    def text(self) -> str:
        return "".join(self.chars)

    def drop(self, dead: Iterable[int]) -> None:
        """Take characters out; whatever lies on them shrinks or goes with them."""
        gone = sorted(set(dead))
        if not gone:
            return
        kept = bytearray(b"\1") * len(self.chars)
        for index in gone:
            kept[index] = 0
        self.chars = list(compress(self.chars, kept))
        self.places = list(compress(self.places, kept))

        def moved(index: int) -> int:
            return index - bisect_left(gone, index)

        self.times = [(moved(at), time) for at, time in self.times]
        links = [
            WikiLink(moved(link.start), moved(link.end), link.target, link.piped)
            for link in self.links
        ]
        self.links = [link for link in links if link.start < link.end]
        spans = [(moved(start), moved(end), kind) for start, end, kind in self.spans]
        self.spans = [span for span in spans if span[0] < span[1]]
        hidden = [Hidden(moved(gap.start), moved(gap.end), gap.number) for gap in self.hidden]
        self.hidden = [gap for gap in hidden if gap.start < gap.end]

    def add(self, other: Ink) -> None:
        """Put more behind."""
        here = len(self.chars)
        self.chars += other.chars
        self.places += other.places
        self.images += other.images
        self.times += [(at + here, time) for at, time in other.times]
        self.spans += [(start + here, end + here, kind) for start, end, kind in other.spans]
        self.links += [
            WikiLink(link.start + here, link.end + here, link.target, link.piped)
            for link in other.links
        ]

    def tidy(self) -> None:
        """Leave single blanks, and no punctuation that only held what was taken out."""
        self._collapse()
        if GONE in self.chars:
            self._close_gaps()
            self._collapse()
            self.drop(hit.start() for hit in re.finditer(GONE, self.text))
        self.links = [self._trimmed(link) for link in self.links if link.start < link.end]
        self.spans = [self._trimmed_span(span) for span in self.spans if span[0] < span[1]]
        text = self.text
        self.times = [(_after_closing(text, at), time) for at, time in self.times]

    def marks(self) -> tuple[Span, ...]:
        """The spans in reading order, each once, without those that hold another."""
        spans = sorted(set(self.spans), key=lambda span: (span[0], -span[1], span[2]))
        inner = []
        for number, (start, end, kind) in enumerate(spans):
            following = spans[number + 1] if number + 1 < len(spans) else None
            if following is None or following[1] > end or following[0] >= end:
                inner.append(Span(start, end, kind))
        return tuple(inner)

    def _collapse(self) -> None:
        """Leave one blank, and one mark of what was taken out, between words."""
        text = self.text
        dead: list[int] = []
        for found in EMPTY.finditer(text):
            start, end = found.span()
            if end - start == 1 and found[0] in (" ", GONE) and start > 0 and end < len(text):
                continue
            edge = start == 0 or end == len(text)
            blank = next((i for i in range(start, end) if text[i] != GONE), -1)
            keep = {-1 if edge else blank, text.find(GONE, start, end)}
            dead.extend(index for index in range(start, end) if index not in keep)
            if blank >= 0:
                self.chars[blank] = " "
        self.drop(dead)

    def _close_gaps(self) -> None:
        for _ in range(4):
            found = [hit for hit in HOLLOW.finditer(self.text) if GONE in hit[0]]
            if not found:
                break
            self._clear(found)
        self._clear(BETWEEN.finditer(self.text))
        self._clear(OPEN.finditer(self.text))
        self._clear(FIRST.finditer(self.text))
        self.drop(hit.end() - 1 for hit in DOUBLE.finditer(self.text))
        self._clear(HANGING.finditer(self.text))
        self._clear(hit for hit in BEFORE_POINT.finditer(self.text) if GONE in hit[0])
        text = self.text
        for at in [hit.start() for hit in re.finditer(GONE, text)]:
            around = text[max(0, at - 1) : at] + text[at + 1 : at + 2]
            if len(around) == 2 and around[0].isalnum() and around[1].isalnum():
                self.chars[at] = " "

    def _clear(self, found: Iterable[re.Match[str]]) -> None:
        """Drop what was matched, except the marks of what was taken out."""
        self.drop(
            hit.start() + offset
            for hit in found
            for offset, char in enumerate(hit[0])
            if char != GONE
        )

    def _trimmed(self, link: WikiLink) -> WikiLink:
        start, end = self._without_blanks(link.start, link.end)
        return WikiLink(start, end, link.target, link.piped)

    def _trimmed_span(self, span: tuple[int, int, SpanKind]) -> tuple[int, int, SpanKind]:
        return (*self._without_blanks(span[0], span[1]), span[2])

    def _without_blanks(self, start: int, end: int) -> tuple[int, int]:
        while start < end - 1 and self.chars[start] == " ":
            start += 1
        while end > start + 1 and self.chars[end - 1] == " ":
            end -= 1
        return start, end


def _after_closing(text: str, at: int) -> int:
    """A stamp before the full stop closes the same passage as one behind it."""
    while at < len(text) and text[at] in CLOSING:
        at += 1
    return at
