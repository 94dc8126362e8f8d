"""Questions for what a line says of its label."""

from __future__ import annotations

from collections.abc import Iterator

from cards.english.facts import Fact
from cards.questions.drafts import Draft, draft, with_topic

LEAST, LONGEST = 3, 14
"""Words of an answer."""
STATES = frozenset(
    """be have need require include contain involve mean refer represent remain become rank depend
    belong consist lack seem appear tend aim indicate offer provide""".split()
)
"""Verbs that tell of no deed."""


def does(fact: Fact) -> Iterator[Draft]:
    """*What does chmod do?*: all that the line says of its label."""
    if not fact.labelled:
        return
    speaker = fact.spoken
    clause = speaker.clause
    if clause.passive or clause.auxes or clause.lemma in STATES or clause.kind != "main":
        return
    if clause.partner is None and any(
        speaker.tree.words[k].upos == "VERB" for k in speaker.tree.kids(clause.verb, "conj")
    ):
        return  # it does another thing too
    answer = speaker.predicate()
    if not LEAST <= len(answer.split()) <= LONGEST or speaker.unclear(()):
        return
    question = with_topic(fact, f"What {speaker.group().aux} {speaker.subject} do?", ())
    yield draft(fact, "question", "does", question, answer, 0.8)
