"""What a writer hands in: a question, its answer, and which words of the note they came from."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from cards.english.clauses import Part
from cards.english.facts import Fact
from cards.english.rarity import rarity
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


QUESTION_WORDS = frozenset(
    """what which how why when where who whom whose by for in on at with to from into during after
    before if when under over within through once as without unlike because
    since until while among despite although given upon across between around throughout
    towards""".split()
)

ARTICLES = frozenset({"the", "a", "an"})


def with_topic(fact: Fact, question: str, open_nouns: Collection[str]) -> str:
    """The question with the note's topic in front, where a definite noun needs it.

    Returns:
        Empty where nothing tells what is meant.
    """
    topic = fact.topic
    low = question.lower()
    if not open_nouns and (not topic or fact.intro or _stands(question)):
        return question
    if fact.intro:
        return ""
    whole = _said_fully(question, topic, open_nouns)
    if whole:
        return whole
    if topic and any(
        w.lower() in low.split() or (len(w) > 3 and w.lower() in low) for w in topic.split()
    ):
        return question
    if not topic and len(fact.title.split()) <= LONGEST_TITLE:
        topic = fact.title
        if any(noun in topic.lower().split() for noun in open_nouns):
            return question
    if not topic:
        return ""
    first, _, rest = question.partition(" ")
    plain = first.lower() if first.lower() in QUESTION_WORDS | ARTICLES else first
    return f"{capitalised(topic)}: {plain} {rest}"


def _said_fully(text: str, topic: str, open_nouns: Collection[str]) -> str:
    """*the app* as *the Binance app*, where that is what the note is about; else empty."""
    *before, last = topic.split() or [""]
    if not before or last not in open_nouns or topic.lower() in text.lower():
        return ""
    said = re.sub(rf"(?<=\b[Tt]he ){re.escape(last)}\b(?!-)", topic, text, count=1)
    return said if said != text else ""


def with_topic_in_gap(fact: Fact, statement: str, open_nouns: Collection[str]) -> str:
    """A sentence that gets a gap, with the topic where a definite noun needs it; or empty."""
    return with_topic(fact, statement, open_nouns) if open_nouns else statement


LONGEST_TITLE = 9
"""Words of a title that can stand before a question."""
ANCHORS = 2
"""Words that are not everyday words, from which a question tells its field."""


def _stands(question: str) -> bool:
    """Does a question say by its own words what it is about?"""
    return sum(rarity(word) >= 0.4 for word in question.split()) >= ANCHORS


def ask(fact: Fact, wh: str, asked: Collection[Part], *, strand: str = "") -> str:
    """A question for parts of a clause, its topic named where it must be; or empty."""
    speaker = fact.spoken
    if speaker.unclear(asked) or speaker.points_back(asked):
        return ""
    return with_topic(fact, speaker.ask(wh, asked, strand=strand), speaker.open_nouns(asked))


def ask_subject(fact: Fact, wh: str, *, plural: bool | None = None) -> str:
    """A question for the subject of a clause; or empty."""
    speaker = fact.spoken
    if speaker.unclear(()) or speaker.points_back(subject=False) or speaker.names_itself():
        return ""
    many = wh.endswith("things") if plural is None else plural
    question = speaker.ask_subject(wh, plural=many)
    return with_topic(fact, question, speaker.open_nouns(subject=False))


def draft(fact: Fact, kind: CardKind, role: str, question: str, answer: str, worth: float) -> Draft:
    """A draft with its answer spelt as an answer."""
    return Draft(fact, kind, role, question, capitalised(answer.strip()), worth)
