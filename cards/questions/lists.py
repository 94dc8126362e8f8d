"""Questions for short lists."""

from __future__ import annotations

from collections.abc import Iterator

from cards.english.facts import Fact
from cards.english.verbs import capitalised
from cards.questions.drafts import Draft, draft


def items(fact: Fact) -> Iterator[Draft]:
    """*What are the four ways …?* with one item a line."""
    answer = "\n".join(capitalised(item) for item in fact.items)
    yield draft(fact, "list", "items", fact.term, answer, 0.82)
