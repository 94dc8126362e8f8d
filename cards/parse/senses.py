"""What a card is about -> how a learner liked cards about such things: one number."""

from __future__ import annotations

import itertools
import json
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from cards.parse import shipped_network
from cards.parse.tokens import tokenize

if TYPE_CHECKING:
    from cards.parse.network import Floats

WEIGHTS = Path(__file__).with_name("senses.json")
"""Made by ``tests/trials/fit.py`` from cards that strict readers judged."""
LONGEST = 200
"""Words that are read of a text."""


def sense(question: str, answer: str, sentence: str) -> float:
    """How well readers liked cards about such things; on average 0, above for better."""
    offset, weights = _weights()
    return round(float(vector(question, answer, sentence) @ weights) + offset, 3)


def vector(question: str, answer: str, sentence: str) -> Floats:
    """What question, answer and sentence mean, one after the other: 3 x 384 numbers."""
    import numpy as np

    asked, own = _words(question)
    told, more = _words(answer)
    means = shipped_network().senses([*asked, *told], [*own, *more], len(asked))
    return np.concatenate([*means, meant(sentence)])


@lru_cache(maxsize=1_000)
def meant(sentence: str) -> Floats:
    """What a text means: 384 numbers."""
    words, glued = _words(sentence)
    return shipped_network().senses(words, glued, len(words))[0]


def _words(text: str) -> tuple[list[str], list[bool]]:
    places = list(tokenize(text))[:LONGEST]
    glued = [False, *(one[1] == two[0] for one, two in itertools.pairwise(places))]
    return [text[start:end] for start, end in places], glued[: len(places)]


@lru_cache(maxsize=1)
def _weights() -> tuple[float, Floats]:
    import numpy as np

    told = json.loads(WEIGHTS.read_text("utf-8"))
    rows = [told[name] for name in ("question", "answer", "sentence")]
    return float(told["offset"]), np.array([n for row in rows for n in row], np.float32)
