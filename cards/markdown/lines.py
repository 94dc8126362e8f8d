"""A note's body in, its lines out: with offsets, and blanked where no author's words stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

ENDS = re.compile(r"\r\n|\n|\r")
FENCE = re.compile(r"[ \t>]*(?:[-*+][ \t]+|\d{1,9}[.)][ \t]+)?(`{3,}|~{3,})[ \t]*([^`\s]*)[^`]*$")
ARTICLE = ("markdown", "md")
CARD_FENCES = ("flashcard", "flashcards", "anki")
BLANKED = re.compile(
    r"[ \t]*(?:"
    r"From:[ \t]*\[\[[^\[\]]*\]\][ \t]*(?:<br[ \t]*/?>[ \t]*)*"  # the channel's line
    r"|:{3,}[ \t]*\{?[\w-]*\}?[ \t]*(?:\w[\w ]{0,30})?"  # :::info … :::
    r"|(?:TARGET DECK|FILE TAGS)\b.*"
    r"|\[[^\]\^\[]{1,200}\]:[ \t]+\S+(?:[ \t]+[\"'(].*)?"  # [name]: https://…
    r"|\[\^[^\]\s]{1,80}\]:.*"  # [^1]: a footnote
    r"|\^[A-Za-z0-9-]{1,60}"  # a block id of its own
    r"|(?:#[\w/-]+[ \t]*)+"  # a line of tags
    r")$"
)
COMMENTS = (("<!--", "-->"), ("%%", "%%"))
CODE_OR_COMMENT = re.compile(r"(`+)(?:[^`]|(?!\1)`+)*?\1(?!`)|<!--|%%")
MARK = re.compile(r"<!--|%%")
LONG_LINE = 50_000
"""Characters. In longer lines code is not told from comments, which could take quadratic time."""


@dataclass(frozen=True, slots=True)
class Line:
    text: str
    """Without its end."""
    start: int
    """Offset in the note."""


def split(text: str, body: int) -> list[Line]:
    """The lines from an offset on; LF, CRLF and CR all end one."""
    found = []
    start = body
    for end in ENDS.finditer(text, body):
        found.append(Line(text[start : end.start()], start))
        start = end.end()
    found.append(Line(text[start:], start))
    return found


def blanked(lines: list[Line]) -> list[str]:
    """The lines as the markdown library shall see them, each as long as before.

    Comments, other tools' lines and the fence around a whole article become blanks; what stands in
    any other fence stays as it is.
    """
    texts = [line.text for line in lines]
    fence = article = ""
    for number, text in enumerate(texts):
        found = FENCE.match(text)
        if fence:
            if found and found[1].startswith(fence) and not found[2]:
                fence = ""
        elif found and article and not found[2] and found[1].startswith(article):
            article = ""
            texts[number] = " " * len(text)
        elif found and found[2].lower() in ARTICLE and not article:
            article = found[1]
            texts[number] = " " * len(text)
        elif found:
            fence = found[1]
        elif BLANKED.match(text):
            texts[number] = " " * len(text)
    _blank_comments(texts)
    return texts


def _blank_comments(texts: list[str]) -> None:
    last = {
        close: max((n for n, text in enumerate(texts) if close in text), default=-1)
        for _, close in COMMENTS
    }
    fence = closing = ""
    cards = False
    for number, text in enumerate(texts):
        if not closing:
            found = FENCE.match(text)
            if fence:
                if found and found[1].startswith(fence) and not found[2]:
                    fence = ""
                    continue
                if not cards:
                    continue
            elif found:
                fence, cards = found[1], found[2].lower() in CARD_FENCES
                continue
        if closing or "<!--" in text or "%%" in text:
            texts[number], closing = _without_comments(text, number, closing, last)


def _without_comments(
    text: str, number: int, closing: str, last: dict[str, int]
) -> tuple[str, str]:
    """One line with blanks for comments, and the mark that ends a comment left open."""
    pieces = []
    at = 0
    here = {close: text.rfind(close) for close in last}
    openings = _openings(text)
    while at < len(text):
        if closing:
            end = text.find(closing, at)
            stop = len(text) if end < 0 else end + len(closing)
            pieces.append(" " * (stop - at))
            at = stop
            closing = "" if end >= 0 else closing
            continue
        found = next(((start, mark) for start, mark in openings if start >= at), None)
        if found is None:
            break
        start, mark = found
        close = dict(COMMENTS)[mark]
        pieces.append(text[at:start])
        at = start + len(mark)
        closes = here[close] >= at or last[close] > number
        pieces.append(" " * len(mark) if closes else mark)
        closing = close if closes else ""
    return "".join(pieces) + text[at:], closing


def _openings(text: str) -> Iterator[tuple[int, str]]:
    """Where comments open, outside of code."""
    plain = len(text) > LONG_LINE or "`" not in text
    for found in (MARK if plain else CODE_OR_COMMENT).finditer(text):
        if found[0] in ("<!--", "%%"):
            yield found.start(), found[0]
