"""Questions for definitions and names."""

from __future__ import annotations

from collections.abc import Iterator

from cards.english.facts import Fact
from cards.english.phrases import repaired_article
from cards.questions.drafts import Draft, draft


def meaning(fact: Fact) -> Iterator[Draft]:
    """*What is aperture?*"""
    verb = "are" if fact.plural else "is"
    answer = repaired_article(fact.meaning)
    worth = 0.9 if len(fact.term.split()) <= 4 else 0.7
    yield draft(fact, "definition", "meaning", f"What {verb} {fact.term}?", answer, worth)


def name(fact: Fact) -> Iterator[Draft]:
    """*What does BDNF stand for?*, *What is … called?*"""
    if fact.term.isupper() and fact.term.isalnum():
        question = f"What does {fact.term} stand for?"
        yield draft(fact, "naming", "expansion", question, fact.meaning, 0.55)
        return
    verb = "are" if fact.plural else "is"
    question = f"What {verb} {fact.meaning} called?"
    yield draft(fact, "naming", "name", question, fact.term, 0.72)
