"""Plain text with marks in, HTML out that Anki shows as just this text."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cards.model import SpanKind

TAGS: dict[SpanKind, tuple[str, str]] = {
    "bold": ("<b>", "</b>"),
    "italic": ("<i>", "</i>"),
    "code": ("<code>", "</code>"),
    "math": (r"\(", r"\)"),
    "display": (r"\[", r"\]"),
}
DOLLARS: dict[SpanKind, int] = {"math": 1, "display": 2}
REFUSED = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
SPECIAL = re.compile(r"[&<>\n\[\\{}:]")
# An emphasised article of one sentence must not emphasise every article of the card.
TOO_COMMON = {"a", "an", "and", "i", "in", "is", "it", "of", "or", "the", "to"}


@dataclass(frozen=True, slots=True)
class Wrap:
    """HTML to be put around characters of a text."""

    start: int
    """First character, counted from 0."""
    end: int
    """One past the last character."""
    before: str
    after: str
    dollars: int = 0
    """Of a formula: how many characters at either end the HTML replaces."""

    def overlaps(self, other: Wrap) -> bool:
        return self.start < other.end and other.start < self.end

    def holds(self, other: Wrap) -> bool:
        """Whether the other lies within, behind our dollars."""
        first, last = self.start + self.dollars, self.end - self.dollars
        return first <= other.start and other.end <= last


def clean(text: str) -> str:
    """Return the composed form without what Anki refuses or drops: control characters, halves."""
    if text.isascii() and text.isprintable():
        return text
    kept = REFUSED.sub("", text.replace("\t", " "))
    return unicodedata.normalize("NFC", kept)


def escape(text: str, *, cloze: bool = False) -> str:
    """Write a text so that Anki shows just this text; ``cloze``: within a field of clozes."""
    safe = clean(text)
    if not SPECIAL.search(safe):
        return safe
    safe = html.escape(safe, quote=False).replace("\n", "<br>")
    # Anki itself acts on these, and MathJax on a backslash and a bracket that stand in one node.
    safe = re.sub(r"\[(?=sound:|anki:|/?latex\]|/?\$)", "&#91;", safe)
    safe = re.sub(r"\\(?=[(\[])", r"<span>\\</span>", safe)
    if cloze:
        # Anki splits a cloze at its braces and colons before anyone decodes entities.
        safe = safe.translate({ord("{"): "&#123;", ord("}"): "&#125;", ord(":"): "&#58;"})
    return safe


def attribute(text: str) -> str:
    """Write a text as the value of an attribute in double quotes."""
    return html.escape(clean(text), quote=True).replace("\n", " ")


def find_words(text: str, words: str) -> tuple[int, int] | None:
    """Find whole words, capitals or not; None if they do not stand there."""
    low, wanted = text.lower(), words.lower()
    if len(low) != len(text) or len(wanted) != len(words):  # lowering may lengthen: İ
        match = re.search(_whole_words(words), text, re.IGNORECASE)
        return match.span() if match else None
    start = low.find(wanted)
    while start >= 0:
        end = start + len(words)
        if not _inside_word(text, start) and not _inside_word(text, end):
            return start, end
        start = low.find(wanted, start + 1)
    return None


def _inside_word(text: str, at: int) -> bool:
    """True between two letters or digits of one word."""
    return 0 < at < len(text) and _is_letter(text[at - 1]) and _is_letter(text[at])


def _is_letter(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


def find_marks(text: str, marks: Iterable[tuple[str, SpanKind]]) -> list[Wrap]:
    """Find the words that were marked up in the note wherever they stand in a clean text.

    Returns:
        In reading order, none over another: formulas and code go first, then the longest.
    """
    found: list[Wrap] = []
    taken = bytearray(len(text))
    for words, kind in sorted(set(marks), key=_weight):
        pattern = _pattern(clean(words).strip(), kind)
        for match in re.finditer(pattern, text) if pattern else ():
            start, end = match.span()
            if taken.find(1, start, end) < 0:
                taken[start:end] = b"\1" * (end - start)
                found.append(Wrap(start, end, *TAGS[kind], dollars=DOLLARS.get(kind, 0)))
    return sorted(found, key=lambda wrap: wrap.start)


def render(
    text: str, marks: Sequence[Wrap], outers: Sequence[Wrap] = (), *, cloze: bool = False
) -> str:
    """Write a clean text as HTML.

    Args:
        text: From ``clean``; all places count in it.
        marks: From ``find_marks``.
        outers: In reading order and apart. One may hold marks and cut emphasis; where it cuts
            a formula, the formula is shown as it was typed.
        cloze: Whether the outers are gaps; one may then lie within a formula.
    """
    whole = [mark for mark in marks if not (mark.dollars and _cut(mark, outers))]
    return _Writer(text, whole, outers, cloze).write()


@dataclass(frozen=True, slots=True)
class _Writer:
    text: str
    marks: Sequence[Wrap]
    outers: Sequence[Wrap]
    cloze: bool

    def write(self) -> str:
        written, at = "", 0
        formulas = [mark for mark in self.marks if mark.dollars]
        for outer in self.outers:
            if any(formula.holds(outer) for formula in formulas):
                continue
            inside = self.marked(outer.start, outer.end)
            written += self.marked(at, outer.start) + outer.before + inside + outer.after
            at = outer.end
        return written + self.marked(at, len(self.text))

    def marked(self, start: int, end: int) -> str:
        written, at = "", start
        for mark in self.marks:
            first, last = max(mark.start, start), min(mark.end, end)
            if first >= last:
                continue
            inside = self.formula(mark) if mark.dollars else self.plain(first, last)
            written += self.plain(at, first) + mark.before + inside + mark.after
            at = last
        return written + self.plain(at, end)

    def formula(self, mark: Wrap) -> str:
        written, at = "", mark.start + mark.dollars
        for gap in filter(mark.holds, self.outers):
            hidden = self.tex(gap.start, gap.end)
            # The blanks part Anki's braces from those of the formula.
            written += f"{self.tex(at, gap.start)} {gap.before}{hidden} {gap.after} "
            at = gap.end
        return written + self.tex(at, mark.end - mark.dollars)

    def plain(self, start: int, end: int) -> str:
        return escape(self.text[start:end], cloze=self.cloze)

    def tex(self, start: int, end: int) -> str:
        tex = self.text[start:end].replace("\n", " ")
        if self.cloze:
            # Anki would split here; TeX does not mind the blank, and it survives the editor.
            tex = re.sub(r"(?<=\{)(?=\{)|(?<=\})(?=\})|(?<=:)(?=:)", " ", tex)
        return html.escape(tex, quote=False)


def _cut(formula: Wrap, outers: Sequence[Wrap]) -> bool:
    return any(
        outer.overlaps(formula)
        and not formula.holds(outer)
        and not (outer.start <= formula.start and formula.end <= outer.end)
        for outer in outers
    )


def _weight(mark: tuple[str, SpanKind]) -> tuple[bool, int, tuple[str, SpanKind]]:
    words, kind = mark
    return kind in {"bold", "italic"}, -len(words), mark


def _pattern(words: str, kind: SpanKind) -> str:
    edge = "$" * DOLLARS.get(kind, 0)
    if edge:
        inner = words.removeprefix(edge).removesuffix(edge)
        return rf"(?<!\$){re.escape(edge + inner + edge)}(?!\$)" if inner else ""
    return "" if not words or words.lower() in TOO_COMMON else _whole_words(words)


def _whole_words(words: str) -> str:
    before = r"(?<!\w)" if words[:1].isalnum() else ""
    after = r"(?!\w)" if words[-1:].isalnum() else ""
    return before + re.escape(words) + after
