"""Shipped cards whose sentence is gone + claims of today -> which card is which claim now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from cards.english.likeness import (
    UNEVEN,
    WITHIN,
    Likeness,
    alike,
    even,
    exchanged_number,
    nearest_part,
    part_about,
    share_said,
    told,
)
from cards.model import Card, Evidence, Question, hidden_gaps
from cards.pairing import best_pairs

ACCEPT = 0.72
"""Likeness with context from which a claim of today is the card's claim in other words."""
LEAST = 0.5
"""Likeness below which no context makes it so."""
BACK = 0.9
"""The same for a card that has left the deck before."""
CLOSE = 0.08
"""Two claims that are alike to a card within this are too close to tell."""
NEARER = {"note": 0.05, "headings": 0.03, "before": 0.06, "after": 0.06}
"""What context adds to the likeness."""
MERGED = 0.88
"""Likeness from which a claim takes in the cards of a second claim: two sentences made one."""
ANSWERED = 0.5
"""Share of an answer that must still be said."""
ASKED = 0.6
"""Share of an old question that must still be said where its wording is kept."""
NEVER = frozenset({"turned round", "name", "thing", "answer"})
"""What no setting makes the same claim."""
UNSAID = 0.5
"""What a claim loses that says nothing of what the card asks: the other half of a split one."""
CONFLICT = 0.1
"""What a claim loses that says something else: one that says the same goes before it."""
MUST = 1000.0
RIVALS = 12
"""Claims that are compared with a card, those with the most rare words in common."""


@dataclass(frozen=True, slots=True, eq=False)
class Orphan:
    """A card whose sentence stands nowhere any more."""

    card: Card
    homes: frozenset[str] = frozenset()
    """Paths of the notes that are its note today; none where its note is gone."""
    before: str = ""
    """Guid of the nearest card above it in its note that still stands."""
    after: str = ""
    """The same below it."""
    retired: bool = False
    """Whether it has left the deck before."""

    @property
    def least(self) -> float:
        """Likeness below which nothing is its claim."""
        return BACK if self.retired else LEAST

    @property
    def claim(self) -> str:
        if self.card.kind == "author":
            return f"{self.card.question} {self.card.answer}" if not self.card.text else _read(self)
        return self.card.claim or self.card.quote


def _read(orphan: Orphan) -> str:
    return "".join(gap.text for gap in orphan.card.text)


@dataclass(frozen=True, slots=True, eq=False)
class Site:
    """A claim of today on which no card rests that was shipped."""

    note: str
    claim: str
    """As a sentence."""
    evidence: Evidence
    questions: tuple[Question, ...] = ()
    """All that ask for it and are no card yet."""
    before: str = ""
    """Guid of the nearest shipped card above it."""
    after: str = ""
    """The same below it."""


@dataclass(frozen=True, slots=True)
class Match:
    """What became of a card whose sentence is gone."""

    kind: Literal["reworded", "meaning", "ambiguous"]
    site: Site
    """Where its claim stands now, or the one that says something else now, or one of several."""
    question: Question | None = None
    """That asks the same; None where the old wording is kept, or the card retires."""


@dataclass(frozen=True, slots=True)
class _Edge:
    """One card and one claim of today."""

    site: int
    likeness: Likeness
    total: float
    """With context."""
    question: Question | None
    fit: float
    """How well the question is the card's, 0 to 1."""

    @property
    def takes(self) -> bool:
        """Whether the card takes the question, so that no other can."""
        return self.question is not None and not self.likeness.conflict

    @property
    def worth(self) -> float:
        # Counted from the threshold: one good match is better than two doubtful ones.
        conflict = self.likeness.conflict
        other = 3 * CONFLICT if conflict in NEVER else CONFLICT if conflict else 0.0
        return max(0.001, self.total - ACCEPT - other + 0.01 + 0.05 * self.fit)


def match(
    orphans: Sequence[Orphan],
    sites: Sequence[Site],
    common: Collection[str] = frozenset(),
    *,
    keep_changed: bool = False,
) -> dict[str, Match]:
    """Find for each card the claim that is its own in other words.

    Each question goes to one card, so that the total is best. Where two claims are too close to
    tell, none is taken: a new card costs less than a history on the wrong fact. Cards that
    retired before come after all others, and only for what is nearly the same.

    Args:
        orphans: Cards whose sentence is gone.
        sites: Claims on which no shipped card rests, in reading order.
        common: Stems of the words that the claims of the ledger and those of today both use.
        keep_changed: Whether a claim with another number or the contrary keeps its history.

    Returns:
        By guid; cards that are like nothing are left out.
    """
    alive = [orphan for orphan in orphans if not orphan.retired]
    found = _match(alive, sites, common, keep_changed)
    taken = {id(each.site) for each in found.values() if each.kind == "reworded"}
    left = [site for site in sites if id(site) not in taken]
    retired = [orphan for orphan in orphans if orphan.retired]
    back = _match(retired, left, common, keep_changed=False) if retired and left else {}
    return found | {guid: each for guid, each in back.items() if each.kind == "reworded"}


def _match(
    orphans: Sequence[Orphan], sites: Sequence[Site], common: Collection[str], keep_changed: bool
) -> dict[str, Match]:
    index = _index(sites)
    edges = {
        orphan.card.guid: tuple(_edges(orphan, sites, index, common))
        for orphan in sorted(orphans, key=lambda each: each.card.guid)
    }
    claims = {orphan.card.guid: (orphan.card.note, even(orphan.claim)) for orphan in orphans}
    banned: set[tuple[str, int]] = set()
    while True:
        chosen, close = _assigned(edges, banned, sites)
        intruders = _intruders(chosen, claims)
        if not intruders - banned:
            break
        banned |= intruders
    return {
        guid: _verdict(edge, sites, guid in close, keep_changed) for guid, edge in chosen.items()
    }


def _verdict(edge: _Edge, sites: Sequence[Site], close: bool, keep_changed: bool) -> Match:
    site = sites[edge.site]
    conflict = edge.likeness.conflict
    if close:
        return Match("ambiguous", site)
    if conflict and not (keep_changed and conflict not in NEVER):
        return Match("meaning", site)
    return Match("reworded", site, edge.question)


def _index(sites: Sequence[Site]) -> Mapping[str, list[int]]:
    index: dict[str, list[int]] = defaultdict(list)
    for number, site in enumerate(sites):
        for key in set(told(site.claim).keys):
            index[key].append(number)
    return index


def _near(orphan: Orphan, sites: Sequence[Site], index: Mapping[str, list[int]]) -> list[int]:
    """The sites that share most with a card; those of its own note count a little more."""
    shared: dict[int, float] = defaultdict(float)
    words = told(orphan.claim)
    for key in sorted(set(words.keys)):
        for number in index.get(key, ()):
            shared[number] += words.weights[key] / len(index[key]) ** 0.5
    for number in shared:
        shared[number] *= 2 if sites[number].note in orphan.homes else 1
    return sorted(shared, key=lambda number: (-shared[number], number))[:RIVALS]


def _edges(
    orphan: Orphan,
    sites: Sequence[Site],
    index: Mapping[str, list[int]],
    common: Collection[str],
) -> Iterator[_Edge]:
    for number in _near(orphan, sites, index):
        site = sites[number]
        likeness = _likeness(orphan, site, common)
        total = likeness.score + _context(orphan, site) - _unsaid(orphan, site, common)
        if likeness.score < orphan.least or total < ACCEPT:
            continue
        ways = list(_ways(orphan.card, site, common))
        for question, fit in ways:
            yield _Edge(number, likeness, total, question, fit)
        if not ways:
            yield _Edge(number, replace(likeness, conflict="answer"), total, None, 0.0)


def _likeness(orphan: Orphan, site: Site, common: Collection[str]) -> Likeness:
    """Of the whole claims, or of the parts of both that the card is about."""
    old = part_about(orphan.claim, _asked(orphan))
    new = nearest_part(old, site.claim)
    if old == orphan.claim:
        return alike(orphan.claim, site.claim, common)
    part = alike(old, new, common)
    if not part.conflict and exchanged_number(old, new, orphan.claim, site.claim):
        part = replace(part, conflict="number")
    return replace(part, score=WITHIN * part.score)


def _asked(orphan: Orphan) -> str:
    card = orphan.card
    return f"{card.question} {card.answer}" if card.question else _read(orphan)


def _unsaid(orphan: Orphan, site: Site, common: Collection[str]) -> float:
    """What a claim loses that does not say what the card asks, or neither that nor the answer.

    The other half of a sentence that was split says nothing of it; and where both what is asked
    and what is answered have other words, it is rather another fact.
    """
    if len(told(site.claim).keys) < UNEVEN * len(told(orphan.claim).keys):
        return UNSAID * (1.0 - share_said(_asked(orphan), site.claim, common))
    answered = share_said(_hidden(orphan.card), site.claim, common)
    asked = share_said(_shown(orphan.card), site.claim, common)
    return UNSAID * min(1.0 - asked, 1.0 - answered)


def _shown(card: Card) -> str:
    """What a card asks with."""
    return card.question or " ".join(gap.text for gap in card.text if not gap.number)


def _context(orphan: Orphan, site: Site) -> float:
    """How much the surroundings speak for a claim."""
    total = NEARER["headings"] if orphan.card.headings == site.evidence.headings else 0.0
    if site.note in orphan.homes:
        total += NEARER["note"]
        total += NEARER["before"] if orphan.before == site.before else 0.0
        total += NEARER["after"] if orphan.after == site.after else 0.0
    return total


def _ways(
    card: Card, site: Site, common: Collection[str]
) -> Iterator[tuple[Question | None, float]]:
    """The questions of a claim that ask what the card asks; else the card in its old words."""
    found = False
    for question in site.questions:
        fit = _fit(card, question, common)
        if fit:
            found = True
            yield question, fit
    if not found and _still_said(card, site, common):
        yield None, 0.0


def _fit(card: Card, question: Question, common: Collection[str]) -> float:
    """How well a question is the one that the card asks, 0 for not at all."""
    # Anki refuses a note that changes from a question to a cloze.
    if bool(card.text) != bool(question.text) or question.refusal:
        return 0.0
    old, new = _hidden(card), _hidden(question)
    asked = share_said(card.question, question.question, common)
    answered = _same_answer(old, new, common, in_other_words=asked >= ASKED)
    same_question = _front(card) == _front(question) != ""
    if answered < ANSWERED and not (same_question and card.kind == "author"):
        return 0.0
    fit = 0.1 + 0.4 * answered
    fit += 0.2 if card.kind == question.kind else 0.0
    fit += 0.2 if card.role == question.role else 0.0
    return fit + 0.1 * asked


def _same_answer(old: str, new: str, common: Collection[str], *, in_other_words: bool) -> float:
    """How much of the shorter answer the longer one says.

    Other words count where the question is the same: *shade* is like *dark*, and yet no part of
    *dark infusions*.
    """
    return max(
        share_said(one, two, common, literally=not in_other_words)
        for one, two in ((old, new), (new, old))
    )


def _front(each: Card | Question) -> str:
    """What stands on the front, every gap hidden."""
    return even(f"{each.question} {hidden_gaps(each.text)}")


def _hidden(each: Card | Question) -> str:
    """What a card wants to hear."""
    if each.text:
        return " ".join(gap.text for gap in each.text if gap.number)
    return each.answer


def _still_said(card: Card, site: Site, common: Collection[str]) -> bool:
    """Whether the old question and answer are still what the sentence says."""
    if card.kind == "author":
        return False
    said = f"{site.claim} {site.evidence.quote.plain}"
    asked = card.question or "".join(gap.text for gap in card.text)
    answered = share_said(_hidden(card), said, common) >= 1.0
    return answered and share_said(asked, said, common) >= ASKED


Edges = Mapping[str, Sequence[_Edge]]


def _assigned(
    edges: Edges, banned: Collection[tuple[str, int]], sites: Sequence[Site]
) -> tuple[dict[str, _Edge], set[str]]:
    """The best edge for each card in the best whole, and the cards that a rival is too close to."""
    chosen: dict[str, _Edge] = {}
    close: set[str] = set()
    for part in _parts(edges, banned):
        best, total = _best(part)
        chosen |= best
        for guid, edge in best.items():
            near = [each for each in part[guid] if _rivals(each, edge, sites)]
            forced = (_best({**part, guid: (each,)}, must=guid)[1] for each in near)
            if not edge.likeness.conflict and any(total - other < CLOSE for other in forced):
                close.add(guid)
    return chosen, close


def _rivals(one: _Edge, chosen: _Edge, sites: Sequence[Site]) -> bool:
    """Whether a claim is so close to the chosen one that nobody can tell which is meant."""
    here, there = sites[one.site], sites[chosen.site]
    if one.site == chosen.site or even(here.claim) == even(there.claim):
        return False
    if one.likeness.conflict in NEVER:
        return False
    if here.note == there.note and here.evidence.quote == there.evidence.quote:
        # Of two claims in one sentence the question tells which is meant.
        return one.total + one.fit >= chosen.total + chosen.fit - CLOSE
    return one.total >= chosen.total - CLOSE


def _parts(
    edges: Edges, banned: Collection[tuple[str, int]]
) -> Iterator[dict[str, tuple[_Edge, ...]]]:
    """Cards that could have a claim in common belong together."""
    left = {
        guid: tuple(edge for edge in found if (guid, edge.site) not in banned)
        for guid, found in edges.items()
    }
    left = {guid: found for guid, found in left.items() if found}
    by_site: dict[int, list[str]] = defaultdict(list)
    for guid, found in left.items():
        for site in {edge.site for edge in found}:
            by_site[site].append(guid)
    while left:
        todo, part = [next(iter(left))], {}
        while todo:
            guid = todo.pop()
            if guid in left:
                part[guid] = left.pop(guid)
                todo += [other for edge in part[guid] for other in by_site[edge.site]]
        yield {guid: part[guid] for guid in sorted(part)}


def _best(part: Mapping[str, Sequence[_Edge]], must: str = "") -> tuple[dict[str, _Edge], float]:
    """The edges with the best total, no question twice; a card may also stay without one.

    Args:
        part: Few cards, with their edges.
        must: Guid of a card that has to get one.
    """
    columns: dict[object, int] = {}
    worth: list[dict[int, tuple[float, _Edge]]] = []
    for guid, found in part.items():
        row: dict[int, tuple[float, _Edge]] = {}
        for edge in found:
            key = id(edge.question) if edge.takes else (guid, edge.site)
            row[columns.setdefault(key, len(columns))] = (edge.worth, edge)
        worth.append(row)
    certain = {guid: MUST if guid == must else 0.0 for guid in part}
    pairs = best_pairs(
        [
            {column: value + certain[guid] for column, (value, _) in row.items()}
            for guid, row in zip(part, worth, strict=True)
        ]
    )
    guids = list(part)
    best = {guids[row]: worth[row][column][1] for row, column in pairs}
    return best, sum(edge.worth for edge in best.values())


def _intruders(
    chosen: Mapping[str, _Edge], claims: Mapping[str, tuple[str, str]]
) -> set[tuple[str, int]]:
    """Cards of a second old claim on one claim of today, unless it says what both said."""
    by_site: dict[int, dict[tuple[str, str], list[str]]] = defaultdict(lambda: defaultdict(list))
    for guid, edge in chosen.items():
        by_site[edge.site][claims[guid]].append(guid)
    found: set[tuple[str, int]] = set()
    for site, olds in by_site.items():
        ranked = sorted(olds, key=lambda old: (-max(chosen[g].total for g in olds[old]), old))
        for old in ranked[1:]:
            found |= {(guid, site) for guid in olds[old] if chosen[guid].likeness.score < MERGED}
    return found
