"""Links in, chains out: joined where the effect of one is the cause of the next."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from cards.model import Chain, Link, Sign

LONGEST = 7
"""Nodes; a longer chain is cut."""
TOO_COMMON = 6
"""A thing with more effects than this joins nothing: it is the note's subject."""
MOST = 400
"""Paths that are followed from one note; more say that everything hangs with everything."""

NO_THING = frozenset(
    """individual people person user company team one someone thing way process method
    approach system it they we you human patient participant researcher""".split()
)
"""What two links share only in grammar."""


def join_links(
    links_by_note: Sequence[tuple[str, Sequence[Link]]],
    synonyms: Mapping[str, str] | None = None,
    *,
    guesses: bool = True,
) -> tuple[Chain, ...]:
    """Join the links of each note to maximal chains.

    Args:
        links_by_note: Path of a note and its links, in reading order.
        synonyms: Keys that mean the same, each to the one that stands for all.
        guesses: Take links whose pronoun may mean another thing: not for a card.

    Returns:
        Chains of two links or more, each with a junction that no longer one before it has.
    """
    found: list[Chain] = []
    for note, links in links_by_note:
        sure = [link for link in links if guesses or not link.guessed]
        found.extend(_chains_of_note(note, sure, synonyms or {}))
    return tuple(found)


@dataclass(frozen=True)
class Edge:
    """A link with the keys of its ends, synonyms put as one."""

    link: Link
    causes: frozenset[str]
    effects: frozenset[str]

    @classmethod
    def of(cls, link: Link, synonyms: Mapping[str, str]) -> Edge:
        ends = (link.cause_key, link.effect_key)
        causes, effects = (
            frozenset(synonyms.get(key, key) for key in end.split(" & ")) for end in ends
        )
        return cls(link, causes, effects)


def _distinct(edges: Sequence[Edge]) -> list[Edge]:
    seen: set[tuple[frozenset[str], frozenset[str]]] = set()
    kept = []
    for edge in edges:
        pair = (edge.causes, edge.effects)
        if pair not in seen and not edge.causes & edge.effects:
            seen.add(pair)
            kept.append(edge)
    return kept


def _chains_of_note(note: str, links: Sequence[Link], synonyms: Mapping[str, str]) -> list[Chain]:
    edges = _distinct([Edge.of(link, synonyms) for link in links])
    after = _following(edges)
    begins = [i for i in range(len(edges)) if not any(i in nexts for nexts in after.values())]
    paths: list[tuple[int, ...]] = []
    for number in begins:  # grows where a path is cut: what comes behind begins there
        known = len(paths)
        _walk((number,), edges, after, paths)
        cut = (path[-1] for path in paths[known:] if len(path) + 1 >= LONGEST)
        begins.extend(dict.fromkeys(i for i in cut if after[i] and i not in begins))
    paths = [path for path in paths if len(path) > 1 and _leads_on(edges, path)]
    return [_chain(note, [edges[i].link for i in path]) for path in _telling(paths)]


def _following(edges: Sequence[Edge]) -> dict[int, list[int]]:
    """For each link those that go on from its effect; none for what has too many."""
    by_cause: dict[str, list[int]] = defaultdict(list)
    for number, edge in enumerate(edges):
        for key in sorted(edge.causes - NO_THING):
            by_cause[key].append(number)
    after: dict[int, list[int]] = {}
    for number, edge in enumerate(edges):
        nexts = {
            other
            for key in edge.effects
            if len(by_cause.get(key, ())) <= TOO_COMMON
            for other in by_cause.get(key, ())
            if not edges[other].effects & (edge.causes | edge.effects)
            and _calls_for(edge.link, edges[other].link)
        }
        after[number] = sorted(nexts)
    return _without_shortcuts(edges, after)


def _calls_for(link: Link, following: Link) -> bool:
    """False where *praise raises hope* meets *if hope is low, rest*: that calls for no rest."""
    if following.verb != "follow" or link.sign == ">":
        return True
    return ((link.sign == "-") != link.effect_less) == following.cause_less


def _without_shortcuts(
    edges: Sequence[Edge], after: Mapping[int, list[int]]
) -> dict[int, list[int]]:
    """Where a text says both A → C and A → B → C, go by B."""
    long = {
        (number, other)
        for number, edge in enumerate(edges)
        for step in after[number]
        for other, rival in enumerate(edges)
        if other != step and rival.causes & edge.causes and rival.effects & edges[step].effects
    }
    short = {other for _, other in long}
    return {
        number: [] if number in short else [n for n in nexts if n not in short]
        for number, nexts in after.items()
    }


def _leads_on(edges: Sequence[Edge], path: tuple[int, ...]) -> bool:
    """False where the end is the beginning in other words: warm water → kelp → the water."""
    first = [{*key.split()} for key in edges[path[0]].causes]
    last = [{*key.split()} for key in edges[path[-1]].effects]
    return not any(one <= other or other <= one for one in first for other in last)


def _walk(
    path: tuple[int, ...],
    edges: Sequence[Edge],
    after: Mapping[int, list[int]],
    paths: list[tuple[int, ...]],
) -> None:
    if len(paths) >= MOST:
        return
    seen = frozenset[str]().union(*(edges[i].causes for i in path))
    following = [i for i in after[path[-1]] if not edges[i].effects & seen]
    if not following or len(path) + 1 >= LONGEST:
        paths.append(path)
        return
    for number in following:
        _walk((*path, number), edges, after, paths)


def _telling(paths: Sequence[tuple[int, ...]]) -> list[tuple[int, ...]]:
    """Those that join two links that no path before them joins, the longest first."""
    kept: list[tuple[int, ...]] = []
    joined: set[tuple[int, int]] = set()
    for path in sorted(set(paths), key=lambda p: (-len(p), p)):
        joints = set(pairwise(path))
        if not joints <= joined:
            joined |= joints
            kept.append(path)
    return sorted(kept)


def _chain(note: str, links: Sequence[Link]) -> Chain:
    """Nodes said the shorter way; a sign turns where two links speak of more and of less."""
    nodes, signs = [links[0].cause], [links[0].sign]
    turn = False
    for link, following in pairwise(links):
        nodes.append(_shorter(link, following))
        turn = link.effect_less != following.cause_less
        signs.append(_turned(following.sign) if turn else following.sign)
    nodes.append(links[-1].effect)
    return Chain(tuple(links), tuple(nodes), note, tuple(signs))


def _shorter(link: Link, following: Link) -> str:
    """Of two ways to say a thing the shorter, where both speak of more of it or both of less."""
    if link.effect_less != following.cause_less:
        return link.effect
    return min(link.effect, following.cause, key=len)


def _turned(sign: Sign) -> Sign:
    return {"+": "-", "-": "+", ">": ">"}[sign]  # type: ignore[return-value]
