"""English word forms: a lemma and what is wanted in, the inflected word out."""

from __future__ import annotations

import re
from functools import lru_cache

BE = {"VBZ": "is", "VBP": "are", "VBD": "was", "VBN": "been", "VBG": "being", "VB": "be"}
IRREGULAR = {
    "be": BE,
    "have": {"VBZ": "has", "VBP": "have", "VBD": "had", "VBN": "had", "VBG": "having"},
    "do": {"VBZ": "does", "VBP": "do", "VBD": "did", "VBN": "done", "VBG": "doing"},
    # lemminflect gives the rarer form first for these.
    "lead": {"VBD": "led", "VBN": "led"},
    "bind": {"VBD": "bound", "VBN": "bound"},
    "learn": {"VBD": "learned", "VBN": "learned"},
    "travel": {"VBG": "traveling", "VBD": "traveled", "VBN": "traveled"},
    "focus": {"VBZ": "focuses", "VBG": "focusing", "VBD": "focused", "VBN": "focused"},
}
SOUNDS_VOWEL = ("hour", "honest", "honor", "honour", "heir")
SOUNDS_CONSONANT = ("uni", "use", "usu", "util", "eu", "one", "once", "ubiq", "ura")
LETTERS_WITH_VOWEL_SOUND = "AEFHILMNORSX"


@lru_cache(maxsize=20_000)
def inflect(lemma: str, tag: str) -> str:
    """The form of a verb or noun for a Penn tag (VBZ, VBG, NNS …), in lower case."""
    known = IRREGULAR.get(lemma, {}).get(tag)
    if known:
        return known
    if tag == "VB":
        return lemma
    from lemminflect import getInflection

    if tag == "VBP":
        return lemma
    if "-" in lemma:
        before, last = lemma.rsplit("-", 1)
        return f"{before}-{inflect(last, tag)}" if last else lemma
    forms = getInflection(lemma, tag, inflect_oov=True)
    return str(forms[0]) if forms else lemma


@lru_cache(maxsize=20_000)
def is_verb(word: str) -> bool:
    """Does the dictionary know a word as the base form of a verb?"""
    from lemminflect import getAllLemmas

    return word in getAllLemmas(word).get("VERB", ())


def is_strong_past(word: str) -> bool:
    """Is a word a past tense without *-ed*: *got*, *became*?"""
    from lemminflect import getAllLemmas

    lemmas = getAllLemmas(word).get("VERB", ())
    return not word.endswith("ed") and any(inflect(each, "VBD") == word != each for each in lemmas)


def present(lemma: str, plural: bool) -> str:
    """The present tense for a third person subject."""
    return inflect(lemma, "VBP" if plural else "VBZ")


@lru_cache(maxsize=20_000)
def lemma_of(noun: str) -> str:
    """The singular of a noun."""
    from lemminflect import getLemma

    found = getLemma(noun, "NOUN")
    return str(found[0]) if found else noun


@lru_cache(maxsize=20_000)
def base_of(verb: str, lemma: str) -> str:
    """The base form, where a reader took *evaporates* for one."""
    if verb.lower() != lemma or not verb.endswith("s"):
        return lemma
    from lemminflect import getAllLemmas

    found = getAllLemmas(lemma, upos="VERB").get("VERB", ())
    return str(found[0]) if found else lemma


@lru_cache(maxsize=20_000)
def verb_of(form: str) -> str:
    """The base form of *melting*, *swallowed*; the form itself where nobody knows it."""
    from lemminflect import getLemma

    found = getLemma(form, "VERB")
    return str(found[0]) if found else form


def with_article(noun: str) -> str:
    """The noun phrase with *a* or *an* before it, by its sound."""
    return f"{'an' if starts_with_vowel(noun) else 'a'} {noun}"


def starts_with_vowel(word: str) -> bool:
    """True where *an* belongs before the word."""
    first = word.split(maxsplit=1)[0] if word.split() else ""
    if first.isupper() and first != "I":  # "an X ray"
        return first[0] in LETTERS_WITH_VOWEL_SOUND
    low = first.lower()
    if low.startswith(SOUNDS_VOWEL):
        return True
    return low.startswith(tuple("aeiou")) and not low.startswith(SOUNDS_CONSONANT)


NUMBERS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def number_word(count: int) -> str:
    """*two* for 2, digits from eleven on."""
    return NUMBERS[count] if 0 <= count < len(NUMBERS) else str(count)


FORMULA = re.compile(r"[a-z]\w{0,4}[(^](?!s\))|[α-ω]")
"""What begins with a function or a Greek letter."""


def capitalised(text: str) -> str:
    """The text with a capital first letter; *mRNA*, *pH*, *sin(x)* and *π* stay as they are."""
    first = text.split(" ", 1)[0]
    if any(letter.isupper() for letter in first[1:]) or FORMULA.match(first):
        return text
    return text[:1].upper() + text[1:]
