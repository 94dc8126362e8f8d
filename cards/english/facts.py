"""What a rule finds and a writer asks for: a fact in its parts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from cards.english.clauses import Part
from cards.english.speaking import Speaker
from cards.model import Claim, ClaimKind, Evidence, Image, SpanKind

Shape = Literal[
    "clause", "meaning", "event", "equation", "count", "name", "nickname", "told on", "items", "own"
]

LONGEST_REASON = 18
"""Words of a clause that says why: all that the answer of a card may have."""


@dataclass(frozen=True)
class Context:
    """What a sentence is said within."""

    name: str
    scene: str = ""
    """As English sets a scene with it: "in bread baking"; empty where it does not."""
    aspect: bool = False
    """Only some part of the note's matter: a question that says the note's thing needs none."""


@dataclass(frozen=True)
class Fact:
    """A claim with the grammar that is needed to ask for it."""

    kind: ClaimKind
    shape: Shape
    text: str
    """A sentence that stands alone."""
    evidence: Evidence
    speaker: Speaker | None = None
    """Of a clause."""
    part: Part | None = None
    """The part of the clause that the kind is about: means, purpose, reason …"""
    front: str = ""
    """Where a definition holds: "in the camera industry"; or empty."""
    term: str = ""
    """Of a meaning or name: what is defined; of items: what they are, as a noun phrase."""
    meaning: str = ""
    items: tuple[str, ...] = ()
    plural: bool = False
    past: bool = False
    """Of a definition in the past tense."""
    classes: Mapping[int, str] = field(default_factory=dict)
    """Word number of a thing's head to what the note calls it: 7 → "hormone"."""
    intro: str = ""
    """A sentence said before the question; its *this* points to it."""
    topic: str = ""
    """The note's thing."""
    section: str = ""
    """The thing that its nearest heading names; may be empty."""
    contexts: tuple[Context, ...] = ()
    """What tells where the sentence belongs, the nearest first; the topic last."""
    title: str = ""
    """The note's title."""
    year: str = ""
    """The year that labels its block, of something that happened in it; or empty."""
    labelled: bool = False
    """Its subject is the label of its block."""
    sure: float = 1.0
    """How sure the parse is of the words that matter, 0 to 1."""
    id: str = ""
    """The claim's id."""
    marks: tuple[tuple[str, SpanKind], ...] = ()
    """Words of the sentence that were code, math, bold or italic."""
    images: tuple[Image, ...] = ()
    """Of its block."""

    @property
    def spoken(self) -> Speaker:
        """The speaker of a fact that is a clause."""
        if self.speaker is None:
            raise ValueError("a fact without clause")
        return self.speaker

    @property
    def told(self) -> Part:
        """The part of a fact that is about one."""
        if self.part is None:
            raise ValueError("a fact without part")
        return self.part

    @property
    def claim(self) -> Claim:
        return Claim(self.id, self.kind, self.text, self.evidence)

    def named(self, identifier: str) -> Fact:
        return replace(self, id=identifier)
