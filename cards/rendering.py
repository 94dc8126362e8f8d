"""Anki's template language: a face and templates in, the HTML of both sides of its cards out.

Our templates are shown in Anki by Anki. Where there is no Anki, in a page, this shows the same.
"""

from __future__ import annotations

import hashlib
import html
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial

from cards.model import Face
from cards.notetypes import (
    CLOZE_FIELDS,
    CLOZE_TEMPLATE,
    QUESTION_FIELDS,
    QUESTION_TEMPLATE,
    SPECIAL_FIELDS,
    Templates,
    notetype_name,
)

TOKEN = re.compile(r"<!--.*?-->|\{\{(.*?)\}\}", re.DOTALL)
GAP = re.compile(r"\{\{c(\d+)::(.*?)(?:::(.*?))?\}\}", re.DOTALL)
NOTHING = re.compile(r"(?:\s|</?(?:br|div) ?/?>)*", re.IGNORECASE)
"""A field of nothing else counts as empty."""
TAG = re.compile(r"<!--.*?-->|<(style|script).*?>.*?</\1>|<.*?>", re.DOTALL | re.IGNORECASE)
FORMULA = re.compile(r"(\\[(\[])(.*?)(\\[)\]])", re.DOTALL)
RUBY = re.compile(r" ?([^ >]+?)\[(.+?)\]")


@dataclass(frozen=True, slots=True)
class Sides:
    """One card as Anki would show it, without the sheet."""

    number: int
    """Of the gap; 1 for a question."""
    front: str
    back: str


@dataclass(frozen=True, slots=True)
class Place:
    """``{{filter:Field}}``: where a field is put."""

    field: str
    filters: tuple[str, ...] = ()
    """In the order in which they work, which is from right to left."""


@dataclass(frozen=True, slots=True)
class Part:
    """``{{#Field}}…{{/Field}}``: what is shown where a field is not empty, or with ``^`` is."""

    field: str
    inside: tuple[Piece, ...]
    empty: bool = False


Piece = str | Place | Part


class TemplateError(ValueError):
    """A template that Anki would refuse."""

    def __init__(self, message: str, words: str) -> None:
        super().__init__(message)
        self.words = words
        """As they stand in the template."""


@dataclass(frozen=True, slots=True)
class _Side:
    """What a filter may depend on besides the field."""

    number: int
    is_front: bool


def render_face(face: Face, templates: Templates, deck: str = "") -> tuple[Sides, ...]:
    """Show all cards of a face.

    Args:
        face: As ``dress`` makes it: gaps do not lie within gaps.
        templates: Of a style.
        deck: The name of the whole deck, for ``{{Type}}``.

    Returns:
        A card for each number of its gaps, the lowest first, or the one of a question. It is
        character for character what Anki gives, but for ``{{CardID}}`` and the ids of
        ``{{hint:}}``.
    """
    if face.model == "question":
        fronts, backs = templates.question_front, templates.question_back
    else:
        fronts, backs = templates.cloze_front, templates.cloze_back
    values = _values(face, deck)
    shown = []
    for number in card_numbers(face):
        front = _write(parse_template(fronts), values, _Side(number, is_front=True))
        known = {**values, "FrontSide": front}
        back = _write(parse_template(backs), known, _Side(number, is_front=False))
        shown.append(Sides(number, front, back))
    return tuple(shown)


def card_numbers(face: Face) -> list[int]:
    """The numbers of a cloze's gaps, each once, lowest first; 1 for a question."""
    if face.model == "question":
        return [1]
    return sorted({int(match[1]) for match in GAP.finditer(face.fields[0])})


@cache
def parse_template(text: str) -> tuple[Piece, ...]:
    """Read a template; a TemplateError where Anki would see one."""
    stack: list[tuple[str, list[Piece]]] = [("", [])]
    at = 0
    for token in TOKEN.finditer(text):
        if token[1] is None:  # braces in a comment mean nothing
            continue
        stack[-1][1].append(_unbroken(text[at : token.start()]))
        at = token.end()
        _take(token[1].lstrip("{").strip(), token[0], stack)
    stack[-1][1].append(_unbroken(text[at:]))
    if len(stack) > 1:
        opened = stack[-1][0]
        raise TemplateError(f"'{opened[1:]}' is opened and never closed", "{{" + opened)
    return tuple(stack[0][1])


def _unbroken(text: str) -> str:
    start = TOKEN.sub(lambda token: " " * len(token[0]), text).find("{{")
    if start >= 0:
        raise TemplateError("'{{' never closes", re.split(r"[\n<]", text[start:], maxsplit=1)[0])
    return text


def _take(inside: str, token: str, stack: list[tuple[str, list[Piece]]]) -> None:
    """Put one place, or the end of a part, where it belongs; the beginning of a part waits."""
    sign, name = inside[:1], inside[1:].strip()
    if sign and sign in "#^":
        stack.append((sign + name, []))
    elif sign == "/":
        opened, pieces = stack.pop()
        if not stack or opened[1:] != name:
            raise TemplateError("closes what is not open", token)
        stack[-1][1].append(Part(name, tuple(pieces), empty=opened[0] == "^"))
    else:
        *filters, field = inside.split(":")
        stack[-1][1].append(Place(field, tuple(reversed(filters))))


def named_fields(pieces: Sequence[Piece]) -> Iterator[tuple[str, bool]]:
    """All fields that a template names, in reading order, and whether as a condition."""
    for piece in pieces:
        if isinstance(piece, Place):
            yield piece.field, False
        elif isinstance(piece, Part):
            yield piece.field, True
            yield from named_fields(piece.inside)


def _values(face: Face, deck: str) -> Mapping[str, str]:
    layout = QUESTION_FIELDS if face.model == "question" else CLOZE_FIELDS
    template = QUESTION_TEMPLATE if face.model == "question" else CLOZE_TEMPLATE
    return {
        **dict.fromkeys(SPECIAL_FIELDS, ""),
        "Card": template.name,
        "CardFlag": "flag0",
        "CardID": "0",
        "Deck": face.deck,
        "Subdeck": face.deck.rpartition("::")[2],
        "Tags": " ".join(face.tags),
        "Type": notetype_name(deck, face.model),
        **{field.name: value for field, value in zip(layout, face.fields, strict=True)},
    }


def _write(pieces: Sequence[Piece], values: Mapping[str, str], side: _Side) -> str:
    written = []
    for piece in pieces:
        if isinstance(piece, str):
            written.append(piece)
        elif isinstance(piece, Place):
            written.append(_filled(piece, values, side))
        elif _is_empty(piece.field, values, side) == piece.empty:
            written.append(_write(piece.inside, values, side))
    return "".join(written)


def _is_empty(field: str, values: Mapping[str, str], side: _Side) -> bool:
    if field in values:
        return NOTHING.fullmatch(values[field]) is not None
    return field != f"c{side.number}"


def _filled(place: Place, values: Mapping[str, str], side: _Side) -> str:
    text = values[place.field]
    for index, name in enumerate(place.filters):
        if name == "type" or name.startswith("type-"):
            # Anki asks for this later, where it can be typed.
            inner = ":".join((*reversed(place.filters[:index]), place.field))
            return f"[[{name}:{inner}]]"
        if name == "hint":
            text = _hint(text, place.field)
        elif name in FILTERS:
            text = FILTERS[name](text, side)
    return text


def _cloze(text: str, side: _Side) -> str:
    """Hide the gaps of this card on the front, mark them on the back; the others are shown."""
    if not any(int(gap[1]) == side.number for gap in GAP.finditer(text)):
        return ""
    found = GAP.sub(partial(_gap, side=side), text)
    return FORMULA.sub(lambda formula: formula[1] + TAG.sub("", formula[2]) + formula[3], found)


def _gap(gap: re.Match[str], side: _Side) -> str:
    number, words, hint = gap.groups()
    if int(number) != side.number:
        return f'<span class="cloze-inactive" data-ordinal="{number}">{words}</span>'
    if side.is_front:
        kept = _attribute(words)
        hidden = f"[{hint or '...'}]"
        return f'<span class="cloze" data-cloze="{kept}" data-ordinal="{number}">{hidden}</span>'
    return f'<span class="cloze" data-ordinal="{number}">{words}</span>'


def _attribute(text: str) -> str:
    named = {"<": "&lt;", ">": "&gt;", "&": "&amp;", '"': "&quot;"}
    return re.sub(
        r"[^0-9A-Za-z\u0100-\U0010ffff]",
        lambda sign: named.get(sign[0], f"&#x{ord(sign[0]):X};"),
        text,
    )


def _cloze_only(text: str, side: _Side) -> str:
    gaps = (gap for gap in GAP.finditer(text) if int(gap[1]) == side.number)
    return ", ".join((gap[3] or "...") if side.is_front else gap[2] for gap in gaps)


def _plain(text: str, _side: _Side) -> str:
    return html.unescape(TAG.sub("", text)).replace("\u00a0", " ")


def _ruby(text: str, _side: _Side, pattern: str) -> str:
    return RUBY.sub(pattern, text.replace("&nbsp;", " "))


def _hint(text: str, field: str) -> str:
    if not text.strip():
        return text
    name = "hint" + hashlib.sha1(text.encode(), usedforsecurity=False).hexdigest()[:16]
    return f"""
<a class=hint href="#"
onclick="this.style.display='none';
document.getElementById('{name}').style.display='block';
return false;" draggable=false>
{field}</a>
<div id="{name}" class=hint style="display: none">{text}</div>
"""


FILTERS: Mapping[str, Callable[[str, _Side], str]] = {
    "cloze": _cloze,
    "cloze-only": _cloze_only,
    "furigana": partial(_ruby, pattern=r"<ruby><rb>\1</rb><rt>\2</rt></ruby>"),
    "kana": partial(_ruby, pattern=r"\2"),
    "kanji": partial(_ruby, pattern=r"\1"),
    "text": _plain,
}
"""What Anki knows; any other filter changes nothing."""
