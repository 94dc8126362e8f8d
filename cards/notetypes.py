"""What Anki knows our two note types by, frozen for ever, and the templates that may change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple


class Field(NamedTuple):
    """A named part of a note type; Anki knows it again by the number."""

    name: str
    id: int


# Anki takes a note type with any other field, order or template for another one: the notes that
# a user has would never be updated again. So nothing here may change; a new idea takes a spare
# field. Templates show one with {{#Spare1}}.
QUESTION_FIELDS = (
    Field("Question", 4_701_000_001),
    Field("Answer", 4_701_000_002),
    Field("Chain", 4_701_000_003),
    Field("Image", 4_701_000_004),
    Field("Quote", 4_701_000_005),
    Field("Link", 4_701_000_006),
    Field("Headings", 4_701_000_007),
    Field("Title", 4_701_000_008),
    Field("Channel", 4_701_000_009),
    Field("Also", 4_701_000_010),
    Field("Topic", 4_701_000_011),
    Field("Kind", 4_701_000_012),
    Field("Retired", 4_701_000_013),
    Field("Note", 4_701_000_014),
    Field("Uid", 4_701_000_015),
    Field("Spare1", 4_701_000_016),
    Field("Spare2", 4_701_000_017),
    Field("Spare3", 4_701_000_018),
    Field("Spare4", 4_701_000_019),
    Field("Spare5", 4_701_000_020),
    Field("Spare6", 4_701_000_021),
)
CLOZE_FIELDS = (
    Field("Text", 4_702_000_001),
    Field("Lead", 4_702_000_002),
    Field("Extra", 4_702_000_003),
    Field("Image", 4_702_000_004),
    Field("Quote", 4_702_000_005),
    Field("Link", 4_702_000_006),
    Field("Headings", 4_702_000_007),
    Field("Title", 4_702_000_008),
    Field("Channel", 4_702_000_009),
    Field("Also", 4_702_000_010),
    Field("Topic", 4_702_000_011),
    Field("Kind", 4_702_000_012),
    Field("Retired", 4_702_000_013),
    Field("Note", 4_702_000_014),
    Field("Uid", 4_702_000_015),
    Field("Spare1", 4_702_000_016),
    Field("Spare2", 4_702_000_017),
    Field("Spare3", 4_702_000_018),
    Field("Spare4", 4_702_000_019),
    Field("Spare5", 4_702_000_020),
    Field("Spare6", 4_702_000_021),
)
QUESTION_TEMPLATE = Field("Card", 4_701_100_001)
CLOZE_TEMPLATE = Field("Cloze", 4_702_100_001)
SPECIAL_FIELDS = ("Card", "CardFlag", "CardID", "Deck", "FrontSide", "Subdeck", "Tags", "Type")
"""What Anki fills in by itself."""


@dataclass(frozen=True, slots=True)
class Templates:
    """How both note types look: all that a style decides."""

    question_front: str
    question_back: str
    cloze_front: str
    cloze_back: str
    css: str
    digest: str
    """Of all the other fields: differs when the look does."""


def notetype_name(deck: str, kind: Literal["question", "cloze"]) -> str:
    """The name that Anki shows; it may change, Anki knows a note type by its number."""
    return f"chaincards · {deck} · {kind.capitalize()}"
