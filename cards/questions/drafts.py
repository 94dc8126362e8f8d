"""What a writer hands in: a question, its answer, and which words of the note they came from."""

from __future__ import annotations

from dataclasses import dataclass

from cards.english.facts import Fact
from cards.english.verbs import capitalised
from cards.model import CardKind, Gap


@dataclass(frozen=True)
class Draft:
    """A question that the gates have not seen."""

    fact: Fact
    kind: CardKind
    role: str
    question: str
    answer: str
    worth: float
    """How much a learner gains from this form, 0 to 1; the base of its score."""
    text: tuple[Gap, ...] = ()


def draft(fact: Fact, kind: CardKind, role: str, question: str, answer: str, worth: float) -> Draft:
    """A draft with its answer spelt as an answer."""
    return Draft(fact, kind, role, question, capitalised(answer.strip()), worth)
