"""The fallback: a sentence with a gap."""

from __future__ import annotations

from collections.abc import Iterator

from cards.english.facts import Fact
from cards.english.phrases import dangling
from cards.english.rarity import rarest
from cards.model import Gap
from cards.questions.drafts import Draft, with_topic_in_gap

RARE_GAP = 0.7
"""Rarity of what is hidden under which a gap is guessed."""


def gap(fact: Fact) -> Iterator[Draft]:
    """Hide the most telling noun phrase of a fact that no question comes out of."""
    speaker = fact.speaker
    if speaker is None or speaker.clause.kind not in {"main", "conj"}:
        return
    part = speaker.clause.part("obj", "agent")
    if part is None:
        return
    words = speaker.part_words(part, bare=True)
    if dangling(speaker.tree, words, speaker.instead):
        return
    hidden = speaker.tree.say(words, speaker.around)
    open_nouns = speaker.open_nouns([part])
    said = f"{speaker.statement()}."
    statement = with_topic_in_gap(fact, said, open_nouns, hidden)
    if not hidden or statement.count(hidden) != 1 or not 1 <= len(hidden.split()) <= 6:
        return
    before, after = statement.split(hidden)
    pieces = (Gap(before, 0), Gap(hidden, 1), Gap(after, 0))
    if len(statement.split()) - len(hidden.split()) < 5:
        return
    if rarest(hidden.split()) < RARE_GAP:
        return
    text = tuple(piece for piece in pieces if piece.text)
    yield Draft(fact, "cloze", "gap", "", hidden, 0.38, text)
