"""Facts and chains in, candidate questions out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from cards.english.causes import sign_of
from cards.english.definite import TOLD_BEFORE, introduced, shared_names, sized, taken_up
from cards.english.facts import Fact
from cards.english.rarity import rarity
from cards.english.speaking import Speaker
from cards.model import Note, Question
from cards.questions.actions import (
    agents,
    attributes,
    causes,
    changes,
    complements,
    denied,
    destinations,
    doings,
    effects,
    enabling,
    makers,
    qualities,
)
from cards.questions.advice import advised, occasion, tool
from cards.questions.amounts import counts
from cards.questions.chains import refuse_chains, write_chains
from cards.questions.clozes import gap
from cards.questions.comparisons import compared, foremost, set_apart
from cards.questions.drafts import Draft
from cards.questions.findings import (
    due_to,
    has_means,
    involves,
    made_easy,
    more_of,
    related,
    role_in,
    seen_as,
    singled_out,
    the_reason,
    told_that,
    unlike,
)
from cards.questions.happenings import (
    becomes,
    behind_prepositions,
    chosen_for,
    made_so,
    places,
    what_for,
)
from cards.questions.labels import does
from cards.questions.letters import WORD, bare, letters_in_fields, letters_spelled
from cards.questions.lists import items
from cards.questions.meanings import meaning, name
from cards.questions.names import named_in_full
from cards.questions.numbers import counted, lasting, shares
from cards.questions.own import own
from cards.questions.reasons import how, result, so_when, when, why
from cards.questions.years import kind_of_event

Writer = Callable[[Fact], Iterator[Draft]]

PLAIN: tuple[Writer, ...] = (
    does,
    doings,
    effects,
    attributes,
    causes,
    complements,
    destinations,
    changes,
    agents,
    makers,
    denied,
    enabling,
    qualities,
    result,
    made_so,
    becomes,
    places,
    behind_prepositions,
    chosen_for,
    what_for,
    compared,
    foremost,
    set_apart,
    told_that,
    involves,
    role_in,
    has_means,
    related,
    more_of,
    seen_as,
    singled_out,
    made_easy,
    the_reason,
    due_to,
    unlike,
    lasting,
    shares,
    counts,
    gap,
)
WRITERS: dict[str, tuple[Writer, ...]] = {
    "definition": (meaning,),
    "naming": (name,),
    "cause": PLAIN,
    "property": PLAIN,
    "means": (how,),
    "purpose": (why, tool),
    "reason": (why,),
    "condition": (when, so_when, occasion),
    "quantity": (counted,),
    "enumeration": (items,),
    "advice": (advised,),
}
"""For each kind of claim the ways to ask for it."""


POINTING_ROLES = frozenset({"object", "complement", "enabled", "means", "purpose", "reason"})
"""What can be asked of a *this* that stands for a sentence said before."""


def write_questions(note: Note, facts: Sequence[Fact]) -> tuple[Question, ...]:
    """All ways to ask for the facts of a note, in reading order; the choice comes later."""
    drafts = [
        draft
        for fact in facts
        for writer in ((own,) if fact.shape == "own" else WRITERS.get(fact.kind, ()))
        for draft in writer(fact)
        if not fact.intro or draft.role in POINTING_ROLES
    ]
    vocabulary = Vocabulary.of(note.text[note.body :])
    before = introduced(note.text)
    return tuple(_question(note, draft, vocabulary, before) for draft in drafts)


def _question(
    note: Note, draft: Draft, vocabulary: Vocabulary, before: Mapping[str, int]
) -> Question:
    intro = draft.fact.intro
    if intro and draft.question and not draft.text:
        draft = replace(draft, question=_when(draft.fact, intro, draft.question))
    return Question(
        kind=draft.kind,
        role=f"{draft.fact.kind}.{draft.role}",
        question=draft.question,
        answer=draft.answer,
        evidence=draft.fact.evidence,
        note=note.path,
        claim=draft.fact.id,
        text=draft.text,
        marks=draft.fact.marks,
        images=draft.fact.images,
        score=draft.worth * (0.5 + 0.5 * draft.fact.sure),
        signals=(
            ("form", draft.worth),
            ("parse", draft.fact.sure),
            *_signals(draft),
            *vocabulary.signals(draft),
            *_told_before(note, draft, before),
        ),
    )


def _told_before(
    note: Note, draft: Draft, before: Mapping[str, int]
) -> Iterator[tuple[str, float]]:
    asked, answer, offset = draft.question, draft.answer, draft.fact.evidence.order
    told = (
        taken_up(asked, answer, before, offset),
        sized(asked, answer, note.text, offset),
        shared_names(asked, answer, note.text),
    )
    if any(any(each) for each in told):
        yield TOLD_BEFORE, 1.0


def _when(fact: Fact, intro: str, question: str) -> str:
    """*When rust weakens iron, what does this lead to?*; two sentences of what is no event."""
    if (
        "," in intro
        or FRONT.match(intro)
        or NO_EVENT.search(intro)
        or not question.startswith(ASKING_WORDS)
    ):
        return f"{intro}. {_without_lead(intro, question)}"
    first, _, rest = intro.partition(" ")
    lexicon = fact.spoken.tree.lexicon
    small = first.lower() if first in STARTS or lexicon.small(first) else first
    return f"When {small} {rest}, {question[0].lower()}{question[1:]}"


def _without_lead(intro: str, question: str) -> str:
    """*In 1912, a mill burnt. What did this lead to?*: the time is said once."""
    lead, comma, _ = intro.partition(", ")
    rest = question.removeprefix(f"{lead}, ")
    return f"{rest[:1].upper()}{rest[1:]}" if comma and rest != question else question


FRONT = re.compile(r"(?:when|while|if|as|since|because|after|before|once|for|in|on|by)\b", re.I)
STARTS = frozenset({"A", "An", "The", "Each", "Every", "Some", "Many", "Most", "All", "No", "One"})
NO_EVENT = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|can|could|may|might|must|should|would|will|not"
    r"|no|\w+ed)\b",
    re.IGNORECASE,
)
"""What is so all the time, or may be, or was: *when* would make a condition of it."""
ASKING_WORDS = ("What ", "Why ", "How ")


@dataclass(frozen=True)
class Vocabulary:
    """How often a note says its words, and how rare they are in English."""

    counts: Mapping[str, int]
    rarity: float
    """On average of the words of four letters or more."""

    @classmethod
    def of(cls, text: str) -> Vocabulary:
        words = [bare(word) for word in WORD.findall(text)]
        told = sum(rarity(word) for word in words)
        return cls(Counter(words), told / max(1, len(words)))

    def signals(self, draft: Draft) -> Iterator[tuple[str, float]]:
        """How technical the note is, and how much a question and its answer are its matter."""
        yield "note: rarity", min(1.0, self.rarity)
        for side, text in (("question", draft.question), ("answer", draft.answer)):
            said = [self.counts.get(bare(word), 0) for word in WORD.findall(text)]
            yield f"{side}: said most", min(8, max(said, default=0)) / 8
            yield f"{side}: said once", sum(n <= 1 for n in said) / max(1, len(said))


def _signals(draft: Draft) -> Iterator[tuple[str, float]]:
    """What only the grammar tells and the ranking wants to know, each 0 to 1."""
    fact, speaker = draft.fact, draft.fact.speaker
    low = draft.question.lower()
    named = [w for w in fact.topic.lower().split() if len(w) > 3]
    yield "topic: known", float(bool(fact.topic))
    yield "topic: named", float(bool(named) and any(w.rstrip("s") in low for w in named))
    yield "topic: in the answer", float(any(w.rstrip("s") in draft.answer.lower() for w in named))
    yield "class of the answer known", float(bool(fact.classes))
    if speaker is None:
        return
    clause = speaker.clause
    front, behind = speaker.kept()
    tree = clause.tree
    yield f"clause: {clause.kind}", 1.0
    yield "clause: passive", float(clause.passive)
    yield "clause: copula", float(clause.copula)
    yield "clause: verb within", float(clause.inner is not None)
    yield "clause: parts", min(4, len(front) + len(behind)) / 4
    yield "clause: setting", float(bool(front))
    yield "clause: share of the sentence", min(1.0, _size(speaker) / max(1, len(tree.words)))
    yield "subject: words", min(8, len(speaker.subject.split())) / 8
    yield "subject: resolved", float(clause.subject in speaker.instead)
    yield "subject: a name", float(_upos(speaker) == "PROPN")
    yield "subject: a deed", float(_upos(speaker) == "VERB")
    yield "subject: the", float(speaker.subject.lower().startswith("the "))
    yield "open nouns", min(2, len(speaker.open_nouns(heads=True))) / 2
    yield "verb: rare", rarity(clause.lemma)
    yield "verb: causal sign", float(bool(sign_of(clause.lemma)))
    if draft.role == "year":
        yield from kind_of_event(clause.lemma)


def _size(speaker: Speaker) -> int:
    """Words of a clause that questions can hold."""
    return len(speaker.words) + sum(len(part.words) for part in speaker.clause.parts) + 1


def _upos(speaker: Speaker) -> str:
    head = speaker.clause.subject
    return "" if head is None else speaker.tree.words[head].upos


__all__ = [
    "WRITERS",
    "letters_in_fields",
    "letters_spelled",
    "named_in_full",
    "refuse_chains",
    "write_chains",
    "write_questions",
]
