"""The source of a marked stretch in, the author's cards out: where each side stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from cards.markdown import author

Part = tuple[int, int]
"""Start and end in the stretch."""
Side = Literal["asked", "told", ""]

ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?")
UNFIT = re.compile(r"\s*(?:`{3,}|~{3,}|\||\$\$|#{1,6}[ \t]|\[!|!\[)")
"""Begins a line that a card's side cannot hold as it stands."""
TYPE = re.compile(
    r"\s*(?:(?P<basic>basic)|(?P<both>basic \(and reversed card\))|(?P<gaps>cloze))\s*",
    re.IGNORECASE,
)
FRONT = re.compile(r"\s*(?:front|text)[ \t]*:[ \t]*", re.IGNORECASE)
BACK = re.compile(r"\s*(?:back|extra|back extra)[ \t]*:[ \t]*", re.IGNORECASE)
ASKS = re.compile(r"\s*(?:\*\*)?(?:q|question|front)[ \t]*:(?:\*\*)?[ \t]*", re.IGNORECASE)
TELLS = re.compile(r"\s*(?:\*\*)?(?:a|answer|back)[ \t]*:(?:\*\*)?[ \t]*", re.IGNORECASE)
ABOUT = re.compile(
    r"\s*(?:id|nid|deck|tags?|type|note_?type|model|category|topic|difficulty|source)"
    r"[ \t]*:(?P<said>.*)",
    re.IGNORECASE,
)
"""What other tools write into a fence to describe its card."""
RULE = re.compile(r"\s*-{3,}\s*")
DOUBLE_RULE = re.compile(r"\s*={3,}\s*")
INLINE = re.compile(
    r"STARTI[ \t]+\[(?P<type>[^\]\n]+)\](?P<front>(?:(?!STARTI|ENDI).)+?)"
    r"(?:[ \t]Back:(?P<back>(?:(?!STARTI|ENDI).)+?))?(?:[ \t]Tags:[^\n]*?)?\s+ENDI(?=\s|$)"
)


STARTED = re.compile(r"^START\n((?:(?!START$|END$).*\n)+)END$", re.MULTILINE)
LONGEST_INLINE = 2_000
"""Characters of a line with ``STARTI``; what is longer is left alone, which keeps it quick."""
TAGS = re.compile(r"\s*tags[ \t]*:.*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Marked:
    """One card: its sides by paragraph and item, which keep their markers."""

    asked: tuple[Part, ...]
    told: tuple[Part, ...]
    """Empty for a text with gaps."""
    form: author.Form = "one"


@dataclass(frozen=True, slots=True)
class Piece:
    """A line of the stretch."""

    start: int
    text: str

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def started(text: str) -> tuple[Marked, ...]:
    """The card between ``START`` and ``END``; none if its note type is not Anki's own."""
    lines = _lines(text)
    kind = TYPE.fullmatch(lines[0].text)
    if not kind:
        return ()
    found = _labelled(text, lines[1:], FRONT, BACK)
    if len(found) != 1:
        return ()
    if kind["gaps"]:
        return tuple(Marked(card.asked, ()) for card in found if _has_gap(text, card))
    form: author.Form = "both" if kind["both"] else "one"
    return tuple(Marked(card.asked, card.told, form) for card in found if card.told)


def started_inline(text: str) -> tuple[Marked, ...]:
    """The cards of a line that holds nothing but ``STARTI [Basic] … Back: … ENDI``."""
    if "STARTI" not in text or len(text) > LONGEST_INLINE or INLINE.sub("", text).strip():
        return ()
    cards = []
    for found in INLINE.finditer(text):
        kind = TYPE.fullmatch(found["type"])
        card = Marked(_parts(text, *found.span("front")), _parts(text, *found.span("back")))
        if kind and kind["gaps"] and _has_gap(text, card):
            cards.append(Marked(card.asked, ()))
        elif kind and not kind["gaps"] and found["back"]:
            cards.append(Marked(card.asked, card.told, "both" if kind["both"] else "one"))
    return tuple(cards)


def fenced(text: str) -> tuple[Marked, ...]:
    """The cards of a fence ``flashcard`` or ``anki``.

    Its sides are labelled, or parted by a line of ``===`` or ``---``, or it is a text with gaps;
    whatever is written in another way gives no card.
    """
    if "START" in text:
        stretches = STARTED.finditer(text)
        return tuple(
            _moved(card, found.start(1)) for found in stretches for card in started(found[1])
        )
    lines = _without_head(_lines(text))
    if any(ASKS.match(line.text) for line in lines):
        return _with_form(_labelled(text, lines, ASKS, TELLS, parted=True), text)
    for rule in (DOUBLE_RULE, RULE):
        rules = [number for number, line in enumerate(lines) if rule.fullmatch(line.text)]
        if rules:
            return _parted(text, lines, rules)
    gaps = Marked(_within(text, lines), ())
    return (gaps,) if _has_gap(text, gaps) else ()


def answer(text: str) -> tuple[Part, ...]:
    """The paragraphs and items of an answer; empty if it holds what a card cannot show as is."""
    return (
        () if any(UNFIT.match(line.text) for line in _lines(text)) else _parts(text, 0, len(text))
    )


def _lines(text: str) -> list[Piece]:
    found = []
    start = 0
    for line in text.split("\n"):
        found.append(Piece(start, line))
        start += len(line) + 1
    return found


def _without_head(lines: Sequence[Piece]) -> list[Piece]:
    """The lines below those that describe the card, and below the rule that closes them."""
    at = 0
    while at < len(lines) and (
        not lines[at].text.strip()
        or ABOUT.fullmatch(lines[at].text)
        or (at and ITEM.match(lines[at].text) and _is_open(lines[at - 1].text))
    ):
        at += 1
    if at and at < len(lines) and RULE.fullmatch(lines[at].text):
        at += 1
    return list(lines[at:])


def _is_open(line: str) -> bool:
    """``tags:`` with its values as items below."""
    about = ABOUT.fullmatch(line)
    return ITEM.match(line) is not None or bool(about and not about["said"].strip())


def _labelled(
    text: str,
    lines: Sequence[Piece],
    asks: re.Pattern[str],
    tells: re.Pattern[str],
    *,
    parted: bool = False,
) -> tuple[Marked, ...]:
    """Cards whose sides have labels; where rules part them, only the labels open a side."""
    cards: list[dict[Side, list[Part]]] = []
    side: Side = ""
    if not parted:
        cards.append({"asked": [], "told": []})
        side = "asked"
    for line in lines:
        asked, told = asks.match(line.text), tells.match(line.text)
        begin = line.start
        if asked:
            if not cards or cards[-1]["asked"]:
                cards.append({"asked": [], "told": []})
            side, begin = "asked", line.start + asked.end()
        elif told and cards:
            side, begin = "told", line.start + told.end()
        elif any(sign.fullmatch(line.text) for sign in ((ABOUT, RULE) if parted else (TAGS,))):
            side = ""
        if side:
            cards[-1][side].append((begin, line.end))
    return tuple(_joined(text, card) for card in cards)


def _joined(text: str, card: dict[Side, list[Part]]) -> Marked:
    sides = [card["asked"], card["told"]]
    asked, told = (_parts(text, side[0][0], side[-1][1]) if side else () for side in sides)
    return Marked(asked, told)


def _with_form(cards: Sequence[Marked], text: str) -> tuple[Marked, ...]:
    reversed_too = re.search(r"^\s*(?:note_?)?type\s*:.*revers", text, re.MULTILINE | re.IGNORECASE)
    form: author.Form = "both" if reversed_too else "one"
    whole = [card for card in cards if card.asked and card.told and not _is_yaml(text, card)]
    return tuple(Marked(card.asked, card.told, form) for card in whole)


def _is_yaml(text: str, card: Marked) -> bool:
    """``front: |``, a way of writing that only its own tool reads."""
    return any(text[start:end][:1] in "|>" for start, end in (card.asked[0], card.told[0]))


def _parted(text: str, lines: Sequence[Piece], rules: Sequence[int]) -> tuple[Marked, ...]:
    """Two sides with one rule between them."""
    if len(rules) != 1:
        return ()
    sides = lines[: rules[0]], lines[rules[0] + 1 :]
    asked, told = (_within(text, side) for side in sides)
    return (Marked(asked, told),) if asked and told else ()


def _within(text: str, lines: Sequence[Piece]) -> tuple[Part, ...]:
    return _parts(text, lines[0].start, lines[-1].end) if lines else ()


def _has_gap(text: str, card: Marked) -> bool:
    return any(author.has_gap(text[start:end]) for start, end in card.asked)


def _moved(card: Marked, by: int) -> Marked:
    def moved(parts: tuple[Part, ...]) -> tuple[Part, ...]:
        return tuple((start + by, end + by) for start, end in parts)

    return Marked(moved(card.asked), moved(card.told), card.form)


def _parts(text: str, start: int, end: int) -> tuple[Part, ...]:
    """Paragraphs and items of a stretch, these with their markers."""
    if start < 0:
        return ()
    found: list[list[int]] = []
    is_open = False
    for first, last in _stretches(text, start, end):
        item = ITEM.match(text, first, last)
        if not text[item.end() if item else first : last].strip():
            is_open = False
        elif item or not is_open:
            found.append([first, last])
            is_open = True
        else:
            found[-1][1] = last
    return tuple((first, last) for first, last in found)


def _stretches(text: str, start: int, end: int) -> Iterator[Part]:
    while start <= end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        yield start, stop
        start = stop + 1
