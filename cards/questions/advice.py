"""Questions for what an imperative tells in numbers: how long, at what temperature."""

from __future__ import annotations

from collections.abc import Iterator

from cards.english.facts import Fact
from cards.questions.drafts import Draft, ask, draft
from cards.questions.numbers import SCALES, TIME_UNITS

LONGEST = 8
"""Words of an answer."""


def advised(fact: Fact) -> Iterator[Draft]:
    """*Bake the loaf at 220 °C*: *At what temperature should you bake the loaf?*"""
    speaker, part = fact.spoken, fact.told
    tree, noun = speaker.tree, speaker.tree.lemma(part.head)
    answer = speaker.part(part)
    wh = ""
    if part.marker in {"until", "till"}:
        wh = "How long"
    elif part.marker == "for" and noun in TIME_UNITS:
        wh = "For how long"
    elif part.marker == "at" and tree.kid(part.head, "nmod", "acl") is None:
        wh = "At what temperature" if "°" in answer else SCALES.get(noun, "")
    if not wh or len(answer.split()) > LONGEST:
        return
    question = ask(fact, wh, [part])
    yield draft(fact, "quantity", "advice", question, answer, 0.8)
