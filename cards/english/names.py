"""The sentences of a note in, people's names in full as it tells them first out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from cards.english.tree import ALWAYS_CAPITAL, is_word

PARTICLES = "von|van|de|di|da|del|al|bin|ibn"
WORD = r"[^\W\d_a-z][^\W\d_]+(?:['’-][^\W\d_]+)*?|[A-Z]\."
RUN = re.compile(rf"(?<![\w-])(?:{WORD})(?: (?:{WORD}|{PARTICLES}))*(?=['’]s\b|[^\w'’-]|$)")
"""Words in a row that may be a name; *Tolmin* of *Tolmin's rule*."""
PERSON = re.compile(r"\b(?:he|him|his|she|her|hers|himself|herself)\b", re.IGNORECASE)
THING = re.compile(r"\b(?:its|itself)\b", re.IGNORECASE)
MOST = 3
"""Words of a name, without its particles."""


def full_names(sentences: Sequence[str]) -> Mapping[str, str]:
    """What a person is called first, by what they are called from then on.

    *Tolmin*: *Ines Tolmin*, where a note begins with the whole name and goes on with the last. A
    thing that was named alone before (*Norvia* before *Greater Norvia*) is no such name, nor one
    whose first word the note has by itself, too, nor one that no *he* or *her* is near, or that an
    *its* is.

    Args:
        sentences: In the order of the note.
    """
    told: dict[str, set[str]] = {}
    alone: Counter[str] = Counter()
    near: set[str] = set()
    things: set[str] = set()
    for number, sentence in enumerate(sentences):
        somebody = any(PERSON.search(text) for text in sentences[number : number + 2])
        for run in _runs(sentence):
            *first, last = run
            near.update({last} if somebody else ())
            things.update({last} if THING.search(sentence) and not somebody else ())
            if _is_name(run) and (last in told or last not in alone):
                told.setdefault(last, set()).add(" ".join(run))
            else:
                alone.update(run if len(run) == 1 else (*first, last))
    return {
        last: full
        for last, (full, *others) in ((k, sorted(v)) for k, v in told.items())
        if not others and last in near - things and alone[last] and full.split()[0] not in alone
    }


def _runs(sentence: str) -> Iterator[list[str]]:
    """The capitalised words in a row of a sentence, without an everyday word that begins it."""
    for match in RUN.finditer(sentence):
        words = match[0].split()
        while words and (is_word(words[0].lower()) or words[0].lower() in SMALL):
            del words[0]
        while words and words[-1].islower():
            del words[-1]
        if words:
            yield words


SMALL = frozenset(
    """the an in on at of to for from by with without and but or as if when while after before
    during since until although though because unlike like versus this that these those his her
    its their our my how why what where who""".split()
)


def _is_name(run: Sequence[str]) -> bool:
    """Does a row look like first and last name, neither of them a word of the language?"""
    first, last = run[0], run[-1]
    capital = [word for word in run if not word.islower()]
    if not 2 <= len(capital) <= MOST or first == last or len(last) < 3 or first.endswith("."):
        return False
    return first.lower() not in ALWAYS_CAPITAL and not any(
        word.isupper() or is_word(word.lower()) for word in (first, last)
    )
