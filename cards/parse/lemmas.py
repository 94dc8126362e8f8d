"""Word, tags -> lemma, by the conventions of the English treebanks of Universal Dependencies."""

from __future__ import annotations

import re
from functools import lru_cache

_PRONOUNS = {
    "me": "I", "myself": "myself", "him": "he", "her": "she", "us": "we", "them": "they",
    "'em": "they", "em": "they", "’em": "they", "'s": "we", "’s": "we",
    "these": "this", "those": "that", "whom": "who", "an": "a", "i": "I",
}  # fmt: skip
_AUXILIARIES = {
    "am": "be", "'m": "be", "m": "be", "is": "be", "'s": "be", "s": "be", "are": "be", "'re": "be",
    "re": "be", "was": "be", "were": "be", "been": "be", "being": "be", "ai": "be", "ar": "be",
    "has": "have", "had": "have", "'ve": "have", "ve": "have", "having": "have",
    "does": "do", "did": "do", "done": "do", "doing": "do", "'d": "would", "d": "would",
    "ca": "can", "wo": "will", "'ll": "will", "ll": "will", "sha": "shall",
    "got": "get", "gets": "get",
    "getting": "get", "gotten": "get",
}  # fmt: skip
_CLOSED = {"n't": "not", "nt": "not", "na": "to", "ta": "to", "’": "'s", "'": "'s"}
_INFLECTED = {
    "NOUN": ("NNS",),
    "PROPN": ("NNPS",),
    "VERB": ("VBD", "VBG", "VBN", "VBZ"),
    "ADJ": ("JJR", "JJS"),
    "ADV": ("RBR", "RBS"),
}


@lru_cache(maxsize=50_000)
def lemma(word: str, upos: str, xpos: str, feats: str = "") -> str:
    """The dictionary form of a word in its part of speech."""
    low = word.lower().replace("’", "'")
    if upos in ("PRON", "DET"):
        return low if "Poss=Yes" in feats else _PRONOUNS.get(low, low)
    if upos == "AUX":
        return _auxiliary(low, xpos)
    if upos == "NUM":
        return word.replace(",", "").lower()
    if upos in ("PUNCT", "SYM", "X"):
        return word
    if upos == "PART":
        return _CLOSED.get(low, low)
    return _open_class(word, upos, xpos)


def _auxiliary(low: str, xpos: str) -> str:
    if low in ("'s", "s") and xpos == "VBZ":
        return "be"
    if low in ("'d", "d") and xpos == "VBD":
        return "have"
    return _AUXILIARIES.get(low, low)


def _open_class(word: str, upos: str, xpos: str) -> str:
    if xpos not in _INFLECTED.get(upos, ()):
        return word if upos == "PROPN" or _is_acronym(word) else word.lower()
    from lemminflect import getLemma

    found = getLemma(word, upos)
    return found[0] if found else word


def _is_acronym(word: str) -> bool:
    return bool(re.search(r"[^\W\d_].*[^\W\d_]", word)) and word.isupper()
