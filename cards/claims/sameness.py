"""Links in; links whose effects join to what a later sentence says again in fewer words, out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from cards.claims.nodes import plain_key
from cards.english.verbs import inflect, verb_of
from cards.model import Link

NEAR = 700
"""Characters within which *melting* alone is the melting that was told of."""
SMALL = frozenset(
    "of to from for in by with about on at into than and or as through without".split()
)
"""Words before a doing that make it no clause: *the fear of diving deep*."""


def with_same(links: Sequence[Link]) -> list[Link]:
    """Join *the wax being melted* to *melting*, and what is said twice in the same words."""
    again = [[*_said_again(link, links)] for link in links]
    known = {text for texts in again for text in texts}
    return [
        replace(
            link,
            effect_key=_with_texts(link.effect_key, texts),
            cause_key=_with_texts(link.cause_key, {link.cause.lower()} & known),
        )
        for link, texts in zip(links, again, strict=True)
    ]


def _with_texts(key: str, texts: Iterable[str]) -> str:
    """A key with one more for what is the same in other words: its words, marked."""
    return " & ".join([key, *(f"={text}" for text in dict.fromkeys(texts))])


def _said_again(link: Link, links: Sequence[Link]) -> Iterator[str]:
    """The causes that are what a link brings about, in the same words or in fewer."""
    here, keys = link.evidence.order, {*link.effect_key.split(" & ")}
    for other in links:
        far = other.evidence.order - here
        if other is link or link.effect_less != other.cause_less or not _is_named_whole(other):
            continue
        effect, cause = link.effect.lower(), other.cause.lower()
        same = effect == cause and (far == 0 or not link.effect_key.startswith("need "))
        if same or (abs(far) <= NEAR and _is_doing_again(effect, cause)):
            yield from () if keys & {*other.cause_key.split(" & ")} else (cause,)


def _is_named_whole(link: Link) -> bool:
    """Does the key of a cause say all its words? *protein synthesis* is *protein* for a chain."""
    key = link.cause_key
    if " & " in key:
        return False
    words = plain_key(link.cause).split()
    return _base(link.cause.split()[0]) != "" or len(key.split()) >= len(words)


def _is_doing_again(effect: str, cause: str) -> bool:
    """*firms selling at a loss*, then *selling at a loss*; *the wax being melted*, *melting*."""
    before, (first, *rest) = effect.split(), cause.split()
    base = _base(first)
    if not base:
        return False
    if rest:
        if before[-len(rest) - 1 :] != [first, *rest] or len(before) < len(rest) + 2:
            return False
        above = before[-len(rest) - 2]
        return above not in SMALL and not above.endswith("ly")
    done = before[before.index("being") + 1 :] if "being" in before else []
    named = before[0] == first and before[1:2] in (["the"], ["a"], ["an"])
    return named or inflect(base, "VBN") in done


def _base(word: str) -> str:
    """The verb of *melting*; empty for other words."""
    base = verb_of(word.lower()) if word.endswith("ing") else ""
    return base if base and inflect(base, "VBG") == word.lower() else ""
