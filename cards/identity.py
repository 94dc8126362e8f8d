"""Words that name a card, a deck or a note type in; names and numbers that stay theirs out."""

from __future__ import annotations

import hashlib
import unicodedata

FIRST_NUMBER = 1_000_000_000_000
"""Anki reads ids as milliseconds; this one is in September 2001."""
NUMBERS = 600_000_000_000
"""The last id lies in September 2020: one from the future would be replaced at the import."""


def guid_for(deck_key: str, identity: str, quote: str, kind: str, role: str, turn: int = 0) -> str:
    """Name a card for ever.

    Args:
        deck_key: The deck's stable key, never its name.
        identity: Of the note: ``Note.identity``.
        quote: The sentence without markup and timestamps; Unicode form and blanks do not matter.
        kind: Of the card.
        role: Which part of the sentence is asked.
        turn: Tells cards apart that agree in all of this, from 0 in reading order.

    Returns:
        Twenty characters of ``a-z2-7``: an equal name in every Unicode form, in a search, in a
        text file.
    """
    words = " ".join(quote.split())
    return _digest("guid", deck_key, identity, words, kind, role, str(turn))


def number_for(*words: str) -> int:
    """Return an id for Anki that depends on the words alone: positive, and in the past."""
    return FIRST_NUMBER + int.from_bytes(_sha256(*words)[:8], "big") % NUMBERS


def _digest(*words: str) -> str:
    alphabet = "abcdefghijklmnopqrstuvwxyz234567"
    number = int.from_bytes(_sha256(*words), "big")
    return "".join(alphabet[number >> 5 * place & 31] for place in range(20))


def _sha256(*words: str) -> bytes:
    # Each part is told by its length, so that ("a", "bc") and ("ab", "c") differ.
    parts = (unicodedata.normalize("NFC", word).encode("utf-8", "replace") for word in words)
    return hashlib.sha256(b"".join(b"%d:%b" % (len(part), part) for part in parts)).digest()
