"""An abbreviation and the words that it stands for."""

from __future__ import annotations

import re

from cards.english.verbs import lemma_of

SMALL = frozenset({"of", "and", "the", "for", "in", "on", "to", "with", "a", "by"})
"""Words whose initials an abbreviation may leave out."""


def spells(short: str, words: str) -> bool:
    """Are the letters of an abbreviation the initials of some words, in their order?"""
    pieces = [piece for piece in re.split(r"[\s/-]+", words.lower()) if piece]
    letters = [c.lower() for c in short if c.isalpha()]
    told = [piece[0] for piece in pieces if piece not in SMALL]
    return letters in (told, [piece[0] for piece in pieces])


def singular(words: str) -> str:
    """What one of many is: *Large Language Models*, which a note calls *LLMs*."""
    before, blank, last = words.rpartition(" ")
    one = lemma_of(last.lower())
    return f"{before}{blank}{one.capitalize() if last[:1].isupper() else one}"
