"""Questions in, the same with people's whole names where their note tells them out."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from cards.english.definite import FRONT
from cards.english.names import PARTICLES, full_names
from cards.english.tree import is_noun
from cards.english.verbs import is_verb
from cards.model import Question

NOT_ALONE = re.compile(rf"\b(?:the|an?|{PARTICLES}|[A-Z][\w-]*)$")
"""Before a name that is part of another: *the Tolmin bridge*, *Jon Tolmin*."""


def named_in_full(questions: Sequence[Question], sentences: Sequence[str]) -> tuple[Question, ...]:
    """*In what year did Ines Tolmin leave Norvia?*: a last name says too little in a deck.

    What a question is worth does not hang on this: it comes after the judgement.

    Args:
        sentences: Of the note, in its order.
    """
    names = full_names(sentences)
    return tuple(_named_in_full(question, names) for question in questions)


def _named_in_full(question: Question, names: Mapping[str, str]) -> Question:
    if question.text or question.kind == "author":
        return question
    for last, name in names.items():
        asked = question.question
        first, front = name.split()[0], FRONT.match(asked)
        alone = re.compile(rf"(?<![\w-]){re.escape(last)}(?![\w-]|(?:['’]s)? [A-Z])")
        found = alone.search(asked, front.end() if front else 0)
        if not found or first in f"{asked} {question.answer}" or last in question.answer:
            continue
        before, behind = asked[: found.start()], asked[found.end() :]
        if not NOT_ALONE.search(before.rstrip()) and not _heads_another(behind):
            question = replace(question, question=f"{before}{name}{behind}")
    return question


NAMED = re.compile(r"['’]s (?:rule|law|effect|theory|principle|theorem|equation|disease)\b")


def _heads_another(behind: str) -> bool:
    """*Petri dishes*, *Krebs solution*, *Bergmann's rule*: no name of somebody by itself."""
    if NAMED.match(behind):
        return True
    found = re.match(r" ([a-z]+)", behind)
    word = found[1] if found else ""
    return bool(word) and is_noun(word) and (word.endswith("s") or not is_verb(word))
