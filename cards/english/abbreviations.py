"""An abbreviation and the words that it stands for."""

from __future__ import annotations

import re

from cards.english.tree import is_word
from cards.english.verbs import lemma_of

SMALL = frozenset({"of", "and", "the", "for", "in", "on", "to", "with", "a", "by"})
"""Words whose initials an abbreviation may leave out."""


def spells(short: str, words: str) -> bool:
    """Are the letters of an abbreviation the initials of some words, in their order?"""
    pieces = [piece for piece in re.split(r"[\s/-]+", words.lower()) if piece]
    letters = [c.lower() for c in short if c.isalpha()]
    told = [piece[0] for piece in pieces if piece not in SMALL]
    if letters in (told, [piece[0] for piece in pieces]):
        return True
    big = [piece for piece in pieces if piece not in SMALL]
    return _spells_parts(letters, big, several=len(big) > 1) or _begins_words(short, big)


def _begins_words(short: str, pieces: list[str]) -> bool:
    """*LoRA* of *low rank adapters*: has each capital, with what is small behind it, a word?"""
    parts = [part.lower() for part in re.findall(r"[A-Z][a-z]*", short)]
    if len(parts) != len(pieces) or "".join(parts) != short.lower() or short.isupper():
        return False
    return all(
        word[0] == part[0] and re.search(".*".join(part), word)
        for part, word in zip(parts, pieces, strict=True)
    )


LONG_WORD = 12
"""Letters of a word that is one of several parts: *cardiomyopathy*."""
LEAST_PART = 4
"""Letters of the last part of a word that gives two letters: *ultra-violet* gives *UV*."""


def _spells_parts(letters: list[str], pieces: list[str], *, several: bool) -> bool:
    """Is each letter the first of a word, or of the word that stands inside it?

    Args:
        several: Any letter may be that of a part, if the word is long: *HCM*, not *CT* for
            *concentration*.
    """
    if not letters or not pieces:
        return not letters and not pieces
    first, *rest = pieces
    if first[0] != letters[0]:
        return False
    if _spells_parts(letters[1:], rest, several=several):
        return True
    return len(letters) > 1 and any(
        letter == letters[1]
        and (is_word(first[at:]) or (several and len(first) >= LONG_WORD))
        and _spells_parts(letters[2:], rest, several=several)
        for at, letter in enumerate(first[: 1 - LEAST_PART])
        if at > 1
    )


def stands_for(short: str, words: str) -> bool:
    """Do words spell an abbreviation, or all but the last: *VHL*, *Von Hippel-Lindau disease*?"""
    return spells(short, words) or spells(short, words.rpartition(" ")[0])


def singular(words: str) -> str:
    """What one of many is: *Large Language Models*, which a note calls *LLMs*; no *terminali*.

    *Mixtures of experts*, which a note calls *MoEs*, are several mixtures.
    """
    head, of, rest = words.partition(" of ")
    if of:
        return f"{singular(head)}{of}{rest}"
    before, blank, last = words.rpartition(" ")
    if last.isupper() or last.lower().endswith(("is", "us", "ss", "ics")):
        return words
    one = lemma_of(last.lower())
    return f"{before}{blank}{one.capitalize() if last[:1].isupper() else one}"
