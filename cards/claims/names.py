"""Sentences that name a thing in; links whose nodes join by its other name, too, out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from cards.claims.definitions import namings
from cards.claims.nodes import key_of, named_before
from cards.claims.passage import Passage
from cards.english.rarity import rarity
from cards.english.tree import Tree
from cards.model import Link

RARE = 0.6
"""Rarity from which one word is the thing that has a name: *obsidian*, but not *a layer*."""


def with_names(links: Sequence[Link], passages: Sequence[Passage]) -> list[Link]:
    """Join *two hard layers* to *caliche* where a sentence calls *these layers* so."""
    names: dict[str, set[str]] = {}
    for passage in passages:
        for thing, name in _named(passage):
            names.setdefault(thing, set()).add(name)
    return [replace(link, effect_key=_with_names(link, names)) for link in links]


def _with_names(link: Link, names: dict[str, set[str]]) -> str:
    """The keys of an effect and their names, but for what the cause is."""
    keys = link.effect_key.split(" & ")
    known = {*keys, *link.cause_key.split(" & ")}
    more = sorted({name for key in keys for name in names.get(key, ())} - known)
    return " & ".join([*keys, *more])


def _named(passage: Passage) -> Iterator[tuple[str, str]]:
    """The keys of a thing and of what a sentence calls it."""
    tree = passage.tree
    for word, thing, name in namings(tree):
        if _is_doubted(tree, word.index):
            continue
        nouns = [
            n for n in (name, *tree.kids(name, "conj", "appos")) if tree.words[n].upos in NOUNS
        ]
        called = {key_of(tree, noun) for noun in nouns} - {""}
        for key in _keys(passage, thing):
            yield from ((key, other) for other in sorted(called - {key}))


NOUNS = frozenset({"NOUN", "PROPN"})


UNSURE = frozenset({"not", "n't", "never", "formerly", "wrongly", "mistakenly", "sometimes"})


def _is_doubted(tree: Tree, called: int) -> bool:
    """*is not called caliche*, *formerly known as tuff*: no name that goes on."""
    return any(tree.lemma(kid) in UNSURE for kid in tree.kids(called, "advmod"))


def _keys(passage: Passage, thing: int) -> tuple[str, ...]:
    """The keys of what *these layers* stands for; none of layers in general."""
    if not passage.tree.determiners(thing) & {"this", "these"}:
        return ()
    key = key_of(passage.tree, thing)
    before = named_before(passage, thing)
    if before:
        return before.keys
    return (key,) if " " in key or rarity(key) >= RARE else ()
