"""A note in, the things that it brings in with *a* out; a card in, those that it takes up out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from cards.english.phrases import ONE_IN_THE_WORLD, TELLING_ALONE
from cards.english.rarity import rarity
from cards.english.thesaurus import names_somebody
from cards.english.tree import describes, is_noun

TOLD_BEFORE = "a thing told before"
"""The signal of a question that says *the sphere* where its note has said *a sphere* before."""
TAG = re.compile(r"<[^>]*>")
ONE = re.compile(r"\b(an?|this) ((?:[a-z][\w’'-]* ){0,3}[a-z][\w’'-]*)")
THE = re.compile(r"\bthe ([a-z][a-z-]+)(?: ([a-z]+)\b(?!\?))?(?=[ ?.,;]|$)(?! [\"'“‘A-Z\d])")
"""What follows, if it does not end a question, where it would be the verb."""
KNOWN = re.compile(r"\bthe ([a-z][\w-]*)")
FRONT = re.compile(r"^[^?.]{2,60}: (?=[a-z])")
"""A topic before a question: *Ship design: what …?*"""


def without_front(text: str) -> str:
    """A question behind its topic: *what …?* of *Ship design: what …?*"""
    return FRONT.sub("", text, count=1)


TOLD_MORE = frozenset("of that which who whose where with for".split())
"""Behind a noun: which one it is comes now."""
SIZED = re.compile(
    r"\bthe (tiny|small|smaller|large|larger|big|huge|hot|cold|warm|wet|dry|inner|outer|finite"
    r"|infinite|underlying|subsequent) ([a-z]{3,})(?: (?:(?!and\b|or\b)([a-z]+)))?",
    re.IGNORECASE,
)
"""How a thing is, which does not tell which one it is: *the tiny wheel*, *the hot plate*."""
OF_SEVERAL = r"(?:an?|one|two|three|another|each|every|these)(?: [\w-]+){0,3}"
"""How a note brings in one of several: *a brass wheel*, *three cogs*."""
NAMED = re.compile(r"\b[Tt]he ((?:[A-Z][a-z]+ ){1,3}[A-Z][a-z]+)\b(?! of\b| [A-Z])")
"""A name of several words: *the Farmers Party*."""


INSIDE = re.compile(
    r"\b(?:of|in|with|for|to|on|by|from|at|against|within) the ([a-z]+)"
    r"(?=$|[?,.;]| (?:and|or|in|on|at|to|from|by|with|has|have|is|are|was|were|used|known)\b)"
)
"""Behind a preposition: *the oldest painting with the pigment*."""


def open_inside(text: str) -> tuple[str, ...]:
    """The things inside a phrase that nothing in it tells more of: *the pigment*, not *the sun*."""
    return tuple(
        noun
        for noun in INSIDE.findall(text)
        if noun not in ONE_IN_THE_WORLD and rarity(noun) < TELLING_ALONE and noun[-1] != "s"
    )


def introduced(text: str) -> dict[str, int]:
    """Nouns that come in with *a* or *this*, each with its offset: *a sphere of silicon*.

    What is *the brain* before it is *a brain* needs nobody to bring it in.
    """
    found: dict[str, int] = {}
    even = TAG.sub(lambda tag: " " * len(tag[0]), text).lower()
    known: dict[str, int] = {}
    for match in KNOWN.finditer(even):
        known.setdefault(match[1], match.start())
    for match in ONE.finditer(even):
        noun, start = _head(match[2].split()), match.start()
        if noun and noun not in found and (match[1] == "this" or known.get(noun, start) >= start):
            found[noun] = start
    return found


def _head(words: list[str]) -> str:
    """The noun of *thin flat disk spins*; no *brain* of *brain lesion*."""
    for word, after in zip(words, [*words[1:], ""], strict=True):
        if is_noun(word) and not (after and describes(after) and not _acts(after)):
            return word
        if not describes(word):
            return ""
    return ""


def _acts(word: str) -> bool:
    """*drives* of *a pump drives water*: no plural follows *a pump*."""
    from lemminflect import getAllLemmas

    return word.endswith("s") and "VERB" in getAllLemmas(word)


def _is_told_more(after: str) -> bool:
    """*the wheel of*, *the wheel rim*: is it told behind a noun which one it is?"""
    return after in TOLD_MORE or (bool(after) and is_noun(after))


def taken_up(question: str, answer: str, before: Mapping[str, int], offset: int) -> Iterator[str]:
    """The things that a card names with a bare *the*, and that its note brought in before.

    Args:
        before: What ``introduced`` says of the note.
        offset: Where the card's sentence begins, in the same text.
    """
    front = FRONT.match(question)
    topic, rest = (front[0].lower(), question[front.end() :]) if front else ("", question)
    for noun, after in (pair for text in (rest, answer) for pair in THE.findall(text)):
        if _is_told_more(after) or before.get(noun, offset) >= offset:
            continue
        if names_somebody(noun) or noun in topic:
            continue
        if not re.search(rf"\ban? (?:[\w-]+ ){{0,2}}{noun}\b", f"{question} {answer}".lower()):
            yield noun


def sized(question: str, answer: str, text: str, offset: int) -> Iterator[str]:
    """The things that a card tells by how they are alone: *the tiny wheel*, of some wheels.

    *The large intestine* is one in every body: no text says *an intestine* before.

    Args:
        text: The note, and *offset* where the card's sentence begins in it.
    """
    for how, thing, after in (
        found for part in (question, answer) for found in SIZED.findall(part)
    ):
        noun = thing.lower()
        one = rf"\b{OF_SEVERAL} {noun.removesuffix('s')}s?\b"
        if not is_noun(noun) or _is_told_more(after):
            continue
        if re.search(one, TAG.sub("", text[:offset]).lower()):
            yield f"{how.lower()} {noun}"


def shared_names(question: str, answer: str, text: str) -> Iterator[str]:
    """Names that a note gives to two: *the Farmers Party*, of *Norvia* and of *Ostmark*."""
    for part in (question, answer):
        for name in NAMED.findall(part):
            owners = re.findall(rf"\b{name} of (?:the )?([A-Z]\w+)", text)
            if len({*owners}) > 1:
                yield name
