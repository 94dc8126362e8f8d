"""Links in, chains out: joined where the effect of one is the cause of the next."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

from cards.model import Chain, Link

LONGEST = 7
"""Nodes; a longer chain is cut."""
TOO_COMMON = 4
"""A thing with more effects than this joins nothing: it is the note's subject."""


def join_links(
    links_by_note: Sequence[tuple[str, Sequence[Link]]],
    synonyms: Mapping[str, str] | None = None,
) -> tuple[Chain, ...]:
    """Join the links of each note to maximal chains.

    Args:
        links_by_note: Path of a note and its links, in reading order.
        synonyms: Keys that mean the same, each to the one that stands for all.

    Returns:
        Chains of two links or more; those that are part of another are left out.
    """
    found: list[Chain] = []
    for note, links in links_by_note:
        found.extend(_chains_of_note(note, _distinct(links, synonyms or {}), synonyms or {}))
    return tuple(found)


def _key(text: str, synonyms: Mapping[str, str]) -> str:
    return synonyms.get(text, text)


def _distinct(links: Sequence[Link], synonyms: Mapping[str, str]) -> list[Link]:
    seen: set[tuple[str, str]] = set()
    kept = []
    for link in links:
        pair = (_key(link.cause_key, synonyms), _key(link.effect_key, synonyms))
        if pair not in seen and pair[0] != pair[1]:
            seen.add(pair)
            kept.append(link)
    return kept


NO_THING = frozenset(
    """individual people person user company team one someone thing way process method
    approach system it they we you human patient participant researcher""".split()
)
"""What two links share only in grammar."""


def _chains_of_note(note: str, links: Sequence[Link], synonyms: Mapping[str, str]) -> list[Chain]:
    links = [link for link in links if link.effect_key not in NO_THING]
    after: dict[str, list[int]] = defaultdict(list)
    for number, link in enumerate(links):
        after[_key(link.cause_key, synonyms)].append(number)
    effects = {_key(link.effect_key, synonyms) for link in links}
    paths: list[tuple[int, ...]] = []
    for number, link in enumerate(links):
        if _key(link.cause_key, synonyms) not in effects:
            _walk((number,), links, after, synonyms, paths)
    paths = [path for path in paths if len(path) > 1 and _leads_on(links, path)]
    return [_chain(note, [links[i] for i in path]) for path in _maximal(paths)]


def _leads_on(links: Sequence[Link], path: tuple[int, ...]) -> bool:
    """False where the end is the beginning in other words: warm water → kelp → the water."""
    first = set(links[path[0]].cause_key.split())
    return not first & set(links[path[-1]].effect_key.split())


def _walk(
    path: tuple[int, ...],
    links: Sequence[Link],
    after: Mapping[str, list[int]],
    synonyms: Mapping[str, str],
    paths: list[tuple[int, ...]],
) -> None:
    end = _key(links[path[-1]].effect_key, synonyms)
    seen = {_key(links[i].cause_key, synonyms) for i in path}
    following = [i for i in after.get(end, []) if _key(links[i].effect_key, synonyms) not in seen]
    if not following or len(path) + 1 >= LONGEST or len(following) > TOO_COMMON:
        paths.append(path)
        return
    for number in following:
        _walk((*path, number), links, after, synonyms, paths)


def _maximal(paths: Sequence[tuple[int, ...]]) -> list[tuple[int, ...]]:
    """Without paths of which half or more stands in a path before them: a side branch."""
    kept: list[tuple[int, ...]] = []
    for path in sorted(paths, key=lambda p: (-len(p), p)):
        inner = set(path)
        if not any(2 * len(inner - set(other)) <= len(path) for other in kept):
            kept.append(path)
    return sorted(kept)


def _chain(note: str, links: Sequence[Link]) -> Chain:
    nodes = [links[0].cause]
    for link, following in pairwise(links):
        nodes.append(min(link.effect, following.cause, key=len))
    nodes.append(links[-1].effect)
    return Chain(tuple(links), tuple(nodes), note)
