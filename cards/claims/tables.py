"""Rows of a table in, a fact for each cell that answers *what is its …?* out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from cards.claims.attributes import MEASURES
from cards.claims.passage import Place, TimeOf, evidence_at
from cards.english.facts import Fact
from cards.english.tree import describes, is_noun
from cards.english.verbs import capitalised
from cards.model import Block, Note, Skip

POINTS = MEASURES | frozenset(
    """capital symbol formula currency language founder inventor author discoverer function unit
    charge code number origin habitat diet colour color shape age yield composition purpose
    position calibre voltage ph point""".split()
)
"""Nouns that one thing has one of, whatever the field."""
SIDEWAYS = frozenset(
    """feature property aspect characteristic parameter metric attribute criterion
    measure""".split()
)
"""Heads of a first column that holds properties; the things stand in the first row."""
UNIT = re.compile(r"^(?P<name>[^()\[\]]+?)\s*[(\[](?P<unit>[^()\[\]]{1,12})[)\]]$")
NAME = re.compile(r"[^\W\d_][\w'’ .+-]*[\w+)]")
LONGEST_NAME, LONGEST_VALUE = 4, 8
"""Words."""


@dataclass(frozen=True)
class Cell:
    """What a table tells of one thing."""

    thing: str
    point: str
    """*melting point*."""
    value: str


def tabulated(
    note: Note, places: Sequence[Place], time_of: TimeOf, topic: str
) -> Iterator[tuple[Place, tuple[Fact, ...], Skip | None]]:
    """Each row below a header with its facts, or the reason that it has none."""
    for place in places:
        header = place.block.parent
        if place.block.kind != "row" or header is None or not place.block.text.strip():
            continue
        facts = _facts(note, places[header].block, place, time_of)
        found = tuple(replace(fact, topic=topic) for fact in facts)
        low, high = place.block.raw(0, len(place.block.text))
        reason = "a table row whose header and first cell make no clear question"
        yield place, found, None if found else Skip(place.block.text, reason, low, high)


def _facts(note: Note, header: Block, place: Place, time_of: TimeOf) -> Iterator[Fact]:
    block = place.block
    end = len(block.text)
    evidence = evidence_at(note, block, 0, end, time_of(place.index, end))
    for cell in _cells(_texts(header), _texts(block)):
        term = f"the {cell.point} of {_within(cell.thing, note)}"
        text = f"{capitalised(term)} is {cell.value}."
        yield Fact(
            "definition",
            "meaning",
            text,
            evidence,
            term=term,
            meaning=cell.value,
            title=note.title,
        )


def _within(thing: str, note: Note) -> str:
    """A thing as the note spells it inside its sentences: *zinc*, *Ghana*."""
    low = thing[:1].lower() + thing[1:]
    inside = re.search(rf"(?<=[a-z,] ){re.escape(low)}\b", note.text[note.body :])
    return low if inside else thing


def _texts(block: Block) -> list[str]:
    return [block.text[start:end].strip() for start, end in block.cells]


def _cells(heads: Sequence[str], row: Sequence[str]) -> Iterator[Cell]:
    if not row or len(heads) != len(row):
        return
    sideways = heads[0].lower().removesuffix("s") in SIDEWAYS
    for head, value in zip(heads[1:], row[1:], strict=True):
        thing, asked = (head, row[0]) if sideways else (row[0], head)
        point, unit = _point(asked)
        if not point or not _names(thing) or not _tells(value):
            continue
        measured = f"{value} {unit}" if unit and re.fullmatch(r"[-−~]?[\d.,–-]+", value) else value
        yield Cell(thing, point, measured)


def _point(asked: str) -> tuple[str, str]:
    """*Melting point (°C)* as the point and its unit; empty where it asks nothing certain."""
    found = UNIT.match(asked)
    name, unit = (found["name"], found["unit"]) if found else (asked, "")
    words = name.split()
    low = [word if word[1:] != word[1:].lower() else word.lower() for word in words]
    if not 1 <= len(words) <= LONGEST_NAME or low[-1].lower() not in POINTS:
        return "", ""
    # A point or a number alone is one of many: the melting point, the atomic number.
    if len(words) == 1 and low[-1] in {"point", "number", "code", "unit", "position"}:
        return "", ""
    if low[0].isdigit():  # "1 point" of a score
        return "", ""
    return " ".join(low), unit.strip()


def _names(thing: str) -> bool:
    """*Zinc*; not *A*, *2*, *Scenario 1*, nor *Coastal*, a kind of what?"""
    return (
        not _describes_only(thing)
        and len(thing) > 2
        and len(thing.split()) <= LONGEST_NAME
        and NAME.fullmatch(thing) is not None
        and not re.search(r"\b\d+$", thing)
    )


ADJECTIVE = re.compile(r"\w(?:ic|ary|ar|al|ous|ive|oid|ian|ese|ish)$")


def _describes_only(thing: str) -> bool:
    """True for a word that is, or looks like, an adjective; *Senegal* is lost with them."""
    last = thing.rsplit(maxsplit=1)[-1].lower() if thing.strip() else ""
    return not is_noun(last) and (describes(last) or ADJECTIVE.search(last) is not None)


def _tells(value: str) -> bool:
    words = value.split()
    hollow = {"-", "–", "—", "n/a", "none", "unknown", "varies", "yes", "no", "present", "absent"}
    hollow |= {"low", "high", "medium", "moderate", "lower", "higher", "good", "bad", "x", "✓"}
    return 0 < len(words) <= LONGEST_VALUE and value.lower() not in hollow
