"""Facts and chains in, candidate questions out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from cards.english.facts import Fact
from cards.model import Note, Question
from cards.questions.actions import (
    agents,
    causes,
    complements,
    counted,
    effects,
    enabling,
    qualities,
)
from cards.questions.chains import write_chains
from cards.questions.clozes import gap
from cards.questions.drafts import Draft
from cards.questions.meanings import meaning, name
from cards.questions.reasons import how, result, when, why

Writer = Callable[[Fact], Iterator[Draft]]

PLAIN: tuple[Writer, ...] = (
    effects, causes, complements, agents, enabling, qualities, result, gap,
)
WRITERS: dict[str, tuple[Writer, ...]] = {
    "definition": (meaning,),
    "naming": (name,),
    "cause": PLAIN,
    "property": PLAIN,
    "means": (how,),
    "purpose": (why,),
    "reason": (why,),
    "condition": (when,),
    "quantity": (counted,),
}
"""For each kind of claim the ways to ask for it."""


def write_questions(note: Note, facts: Sequence[Fact]) -> tuple[Question, ...]:
    """All ways to ask for the facts of a note, in reading order; the choice comes later."""
    drafts = [
        draft
        for fact in facts
        for writer in WRITERS.get(fact.kind, ())
        for draft in writer(fact)
    ]
    return tuple(_question(note, draft) for draft in drafts)


def _question(note: Note, draft: Draft) -> Question:
    return Question(
        kind=draft.kind,
        role=f"{draft.fact.kind}.{draft.role}",
        question=draft.question,
        answer=draft.answer,
        evidence=draft.fact.evidence,
        note=note.path,
        claim=draft.fact.id,
        text=draft.text,
        score=draft.worth * (0.6 + 0.4 * draft.fact.sure),
        parts=(("form", draft.worth), ("parse", draft.fact.sure)),
    )


__all__ = ["WRITERS", "write_chains", "write_questions"]
