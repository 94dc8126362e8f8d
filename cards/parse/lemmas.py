"""Word, tags -> lemma, by the conventions of the English UD treebanks."""

from __future__ import annotations

import re
from functools import lru_cache

# fmt: off
_PRONOUNS = {
    "me": "I", "i": "I", "him": "he", "her": "she", "us": "we", "'s": "we", "them": "they",
    "'em": "they", "em": "they", "these": "this", "those": "that", "an": "a", "mine": "my",
    "yours": "your", "hers": "her", "ours": "our", "theirs": "their",
}
_AUXILIARIES = {
    "am": "be", "'m": "be", "m": "be", "is": "be", "'s": "be", "s": "be", "are": "be", "'re": "be",
    "re": "be", "r": "be", "was": "be", "were": "be", "been": "be", "being": "be", "ai": "be",
    "ar": "be", "has": "have", "had": "have", "'ve": "have", "ve": "have", "having": "have",
    "does": "do", "did": "do", "done": "do", "doing": "do", "'d": "would", "d": "would",
    "ca": "can", "wo": "will", "'ll": "will", "ll": "will", "sha": "shall", "got": "get",
    "gets": "get", "getting": "get", "gotten": "get", "gon": "go", "might": "might",
}
_PARTICLES = {"n't": "not", "nt": "not", "na": "to", "ta": "to", "'": "'s", "s": "'s", "`s": "'s"}
_PUNCTUATION = {"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "–": "-"}
_NUMBERS = {"k": "thousand", "m": "million", "mn": "million", "b": "billion", "bn": "billion",
            "t": "trillion", "tn": "trillion"}
_IRREGULAR = {
    ("ADJ", "more"): "more", ("ADV", "more"): "more", ("ADJ", "most"): "most",
    ("ADV", "most"): "most", ("ADJ", "less"): "less", ("ADV", "less"): "less",
    ("ADJ", "least"): "least", ("ADV", "least"): "least", ("ADJ", "further"): "further",
("ADV", "better"): "well", ("ADV", "best"): "well",
    ("ADV", "worse"): "badly", ("ADV", "worst"): "badly", ("VERB", "wan"): "want",
    ("VERB", "gon"): "go", ("VERB", "are"): "be", ("VERB", "am"): "be", ("VERB", "'s"): "be",
    ("VERB", "'re"): "be", ("VERB", "'m"): "be", ("NOUN", "etc"): "etc.", ("NOUN", "pm"): "p.m.",
    ("NOUN", "am"): "a.m.", ("NOUN", "data"): "data", ("NOUN", "people"): "people",
}
# fmt: on
_INFLECTED = {
    "NOUN": frozenset(("NNS", "NNPS")),
    "PROPN": frozenset(("NNPS",)),
    "VERB": frozenset(("VBD", "VBG", "VBN", "VBZ", "NNP")),
    "ADJ": frozenset(("JJR", "JJS")),
    "ADV": frozenset(("RBR", "RBS")),
}
_DEMONYM = re.compile(
    r"(?!Human|Urban|Suburban|Mean|Clean|Lean|Vegan|Median|Civilian|Pedestrian|Vegetarian)"
    r"[A-Z].*an|[A-Z].{3,}ese|Welsh|Dutch|French|Greek|Thai|Swiss|Czech|Arab|Iraqi|Israeli"
    r"|Pakistani|Saudi|Muslim|Moslem|Sunni|Shiite|Buddhist|Hindu|Democratic"
    r"|(?:Arab|Islam|Hispan|Slav|Celt|Nord|Balt|Cathol|Goth|Hellenist|Arct|Atlant|Pacif)ic"
    r"|(?:Engl|Brit|Span|Ir|Jew|Turk|Pol|Dan|Swed|Finn|Scott|Kurd|Cornl)ish"
)
"""Adjectives that keep their capital."""


@lru_cache(maxsize=50_000)
def mended(word: str, upos: str, xpos: str, feats: str) -> tuple[str, str, str]:
    """The tags of a word; a form that can only be a plural is one, whatever the network read.

    About one noun in a thousand: "The Moon raises the tides" had a singular *tides*.
    """
    if (upos, xpos) == ("NOUN", "NN") and _is_plural(word):
        return upos, "NNS", "Number=Plur"
    return upos, xpos, feats


def _is_plural(word: str) -> bool:
    """Whether the lexicon knows it as a plural and as no singular (*lens*, *physics*)."""
    if word[1:] != word[1:].lower() or not re.search(r"[^sui]s$", word):
        return False
    from lemminflect import getAllLemmas

    singular = getAllLemmas(word.lower(), "NOUN").get("NOUN", ())
    return bool(singular) and word.lower() not in singular


@lru_cache(maxsize=50_000)
def lemma(word: str, upos: str, xpos: str, feats: str = "", perfect: bool = False) -> str:
    """The dictionary form of a word with its tags.

    ``perfect`` marks an auxiliary of a past participle: "it's been" has *have*.
    """
    if upos in _INFLECTED:
        return _open_class(word, upos, xpos, feats)
    if upos == "AUX":
        return _auxiliary(word.lower().replace("’", "'"), xpos, perfect)
    if upos == "NUM":
        return _number(word)
    if upos in ("PUNCT", "SYM", "X"):
        return _PUNCTUATION.get(word, word)
    return _closed_class(word.lower().replace("’", "'"), upos, feats)


def _closed_class(low: str, upos: str, feats: str) -> str:
    """A pronoun, article, particle, preposition …"""
    if upos == "PART":
        return _PARTICLES.get(low, low)
    if upos in ("PRON", "DET") and not ("Poss=Yes" in feats and low == "her"):
        return _PRONOUNS.get(low, low)
    return low


def _auxiliary(low: str, xpos: str, perfect: bool) -> str:
    if low in ("'s", "s", "'d", "d") and (perfect or (low[-1] == "d" and xpos == "VBD")):
        return "have"
    return _AUXILIARIES.get(low, low)


def _number(word: str) -> str:
    """Digits without commas; Roman numbers keep their capitals."""
    low = word.lower().replace(",", "")
    return word if word.isupper() and word.isalpha() else _NUMBERS.get(low, low)


def _open_class(word: str, upos: str, xpos: str, feats: str) -> str:
    """A noun, verb, adjective, adverb or name."""
    name = upos == "PROPN" or xpos in ("NNP", "NNPS") or (upos == "ADJ" and _keeps_capital(word))
    coined = upos in ("NOUN", "PROPN") and _is_coined(word)
    low = word.lower().replace("’", "'")
    if irregular := _IRREGULAR.get((upos, low)):
        return irregular
    if xpos not in _INFLECTED.get(upos, ()) or "Ptan" in feats:
        return word if name or coined else low
    if coined:
        return word[:-1] if word[-1:] == "s" and not word[-2:-1].islower() else word
    found = _base(low, upos)
    return found.capitalize() if name else found


def _base(low: str, upos: str) -> str:
    """The base form by the lemmatiser's lexicon, or by its rules for words it does not know."""
    from lemminflect import getLemma

    found = getLemma(low, upos)
    if upos == "ADV" and (not found or found[0] == low):
        found = getLemma(low, "ADJ")
    return str(found[0]) if found else low


def _is_coined(word: str) -> bool:
    """DNA, mRNA, L2, ATPs: capitals are part of the spelling."""
    return any(char.isupper() for char in word[1:]) or (
        word[:1].isupper() and (len(word) == 1 or any(char.isdigit() for char in word))
    )


def _keeps_capital(word: str) -> bool:
    return word[:1].isupper() and bool(_DEMONYM.fullmatch(word))
