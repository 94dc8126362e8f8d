"""A word in, how rare it is in English out: rare words are what a learner has to learn."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from importlib.resources import files

COMMON, RARE = 1_500, 16_000
"""Ranks between which rarity grows: *stage* is about 1,400th, *vagus* is no word of the list."""
LETTERS = re.compile(r"[^\W\d_]+")


@cache
def _ranks() -> Mapping[str, int]:
    """The parser's word list, whose order is by frequency in books and Wikipedia."""
    text = files("cards").joinpath("parse", "model", "vocab.txt").read_text("utf-8")
    words = (line for line in text.splitlines() if len(line) > 1 and line.isalpha())
    return {word: rank for rank, word in enumerate(words)}


@lru_cache(maxsize=50_000)
def rarity(word: str) -> float:
    """From 0 for an everyday word to 1 for one that most readers would have to look up."""
    found = LETTERS.findall(word.lower())
    return max((_rarity(part) for part in found), default=0.0)


def _rarity(word: str) -> float:
    if word in {"a", "i"}:  # the list has no words of one letter
        return 0.0
    ranks = _ranks()
    stems = [word, word.removesuffix("s"), word.removesuffix("es"), word.removesuffix("ing")]
    stems += [word.removesuffix("ed"), word.removesuffix("ing") + "e", word.removesuffix("d")]
    stems += [word.removesuffix("ly"), word.removesuffix("ies") + "y"]
    rank = min((ranks[s] for s in stems if s in ranks), default=None)
    if rank is None:
        return 1.0
    if rank <= COMMON:
        return 0.0
    return min(1.0, math.log(rank / COMMON) / math.log(RARE / COMMON))


def rarest(words: Iterable[str]) -> float:
    """The rarity of the rarest of some words; 0 for none."""
    return max((rarity(word) for word in words), default=0.0)
