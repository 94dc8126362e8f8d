"""What letters stand for and the sentences around them -> the field where they are at home."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from cards.parse.senses import meant

if TYPE_CHECKING:
    from cards.parse.network import Floats

WEIGHTS = Path(__file__).with_name("fields.json")
"""Made by ``tests/trials/fields.py`` from WordNet's glosses."""
SURE = 0.7
AMONG = 3
"""A field is told where it is at least so sure by words and note together, and among the first
three by each alone. Of 305 abbreviations of notes about all things 56% get one, and 90% of these
that of a reader; most others one close by (*psychology* for a brain region). By the sum alone: 71%,
84%."""
SHARPNESS = 0.5
"""Of the chances that one text gives: its words come in bunches, so each tells less."""
TEXT_COUNTS = 2.0
"""How much more the note tells than the words themselves."""
MOST = 60
"""Sentences of a note that are read."""
FEWEST_WORDS = 4
"""Of a sentence that tells of a field."""
FEWEST = 8
"""Such sentences of a note that tells of one."""


def field_of(words: str, sentences: Sequence[str]) -> str:
    """The name of a field, as it stands behind *in*, or empty where none is sure.

    Args:
        words: What letters stand for.
        sentences: Of their note, in reading order.
    """
    import numpy as np

    names, own, text = _weights()
    told = [each for each in sentences if len(each.split()) >= FEWEST_WORDS][:MOST]
    if len(told) < FEWEST:
        return ""
    around = np.mean([np.exp(_chances(meant(each), text)) for each in told], axis=0)
    alone = _chances(meant(words), own)
    chances = alone + TEXT_COUNTS * np.log(around)
    shares = np.exp(chances - chances.max())
    best = int(shares.argmax())
    if any((each > each[best]).sum() >= AMONG for each in (alone, around)):
        return ""
    return names[best] if shares[best] / shares.sum() >= SURE else ""


def _chances(vector: Floats, weights: Floats) -> Floats:
    """The logarithm of each field's chance."""
    import numpy as np

    values = SHARPNESS * (weights[:, 0] + weights[:, 1:] @ vector)
    values = values - values.max()
    result: Floats = values - np.log(np.exp(values).sum())
    return result


@lru_cache(maxsize=1)
def _weights() -> tuple[tuple[str, ...], Floats, Floats]:
    """The fields, and for each what words and sentences weigh: an offset and 384 numbers."""
    import numpy as np

    told = json.loads(WEIGHTS.read_text("utf-8"))
    own, text = (np.array([each[part] for each in told.values()]) for part in ("own", "text"))
    return tuple(told), own, text
