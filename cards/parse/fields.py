"""What letters stand for and the sentences around them -> the field where they are at home."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
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
SURER = 0.8
"""A field that is first by one of the two is told from here on, be it further down by the other."""
NEAR = 6
"""It is among so many by the other: a note of surgery tells of hips, not of random memory."""
BROAD = frozenset({"politics"})
"""What any company or institute looks like: it must be among the first by both."""
WIDE = {
    "physics": 0.3,
    "chemistry": 0.3,
    "mathematics": 0.3,
    "engineering": 0.5,
    "politics": 0.3,
    "law": 0.3,
}
"""What much else is measured, made or settled in, a coating of turbines or a bank of finance: the
share that a note tells of the field itself at least."""
KIN = (
    ("medicine", "psychology", "biology"),
    ("finance", "economics", "business"),
    ("computing", "electronics"),
)
"""Fields that letters may all be at home in; the first may stand for the others."""
SURE_OF_KIN = 0.9
FIRST_OF_KIN = 0.2
"""What the field named is itself worth at least."""
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
    places = Places(names, shares / shares.sum(), alone, around)
    best = int(shares.argmax())
    if around[best] < WIDE.get(names[best], 0.0):
        return ""
    return names[best] if places.is_sure(best) else places.head_of_kin(names[best])


@dataclass(frozen=True)
class Places:
    """How the fields stand, by the words of some letters and by their note."""

    names: tuple[str, ...]
    shares: Floats
    """Of the chances by both, 1 in all."""
    alone: Floats
    around: Floats

    def by_words(self, field: int) -> int:
        """How many fields the words tell more of."""
        return int((self.alone > self.alone[field]).sum())

    def by_note(self, field: int) -> int:
        """How many fields the note tells more of."""
        return int((self.around > self.around[field]).sum())

    def is_sure(self, field: int) -> bool:
        """Is a field told, by both or by one that is very sure?"""
        words, note = self.by_words(field), self.by_note(field)
        share = float(self.shares[field])
        if words < AMONG and note < AMONG:
            return share >= SURE
        is_first = min(words, note) == 0 and max(words, note) < NEAR
        return is_first and share >= SURER and self.names[field] not in BROAD

    def head_of_kin(self, name: str) -> str:
        """*medicine* for letters that are as much of psychology; empty where it is not so."""
        kin = next((kin for kin in KIN if name in kin), (name,))
        head, *_ = places = [self.names.index(each) for each in kin]
        words, note = min(map(self.by_words, places)), min(map(self.by_note, places))
        is_told = words < AMONG and note < AMONG and self.shares[places].sum() >= SURE_OF_KIN
        is_near = self.by_words(head) < NEAR and self.shares[head] >= FIRST_OF_KIN
        return kin[0] if is_told and is_near else ""


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
