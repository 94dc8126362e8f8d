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


@lru_cache(maxsize=50_000)
def unheard(word: str) -> bool:
    """Is a word so rare that the list lacks it, in any form: a term, *lycopene*?"""
    found = LETTERS.findall(word.lower())
    if len(found) != 1 or len(found[0]) < TERM or DERIVED.search(found[0]):
        return False
    stem = found[0].removesuffix("s")
    forms = {stem, *(stem.removesuffix(end) for end in ENDINGS)}
    forms |= {f"{form}e" for form in forms} | {
        form[:-1] for form in forms if form[-1:] == form[-2:-1]
    }
    return _rarity(found[0]) == 1.0 and not any(form in _ranks() for form in forms)


# Made of another word, which may be an everyday one: *fluctuation*.
DERIVED = re.compile(
    r"(?:tions?|sions?|ness|ments?|it(?:y|ies)|ings?|ed|ly|able|i[cz]|i[sz]e[sd]?|i[sz]ers?|i[sz]m|al)$"
)
TERM = 6
"""Letters of a term at least; what is shorter and not listed is a code or a slip."""
ENDINGS = (
    "er est ier iest ing ed ly ness ment ation ion ions able ability al ally ive ity ized ize"
    " izes ised ise ful less y ish ist ier like"
).split()


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
