"""Questions for mechanism chains."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from itertools import combinations, pairwise

from cards.english.causes import RAISING_WORDS, SWAYING
from cards.english.rarity import rarest, rarity
from cards.english.verbs import capitalised, lemma_of
from cards.model import Chain, Gap, Link, Question, Sign

ARROW = " → "
LONGEST_NODE = 9
"""Words."""
DEMAND = 1.2
"""Sense of its links, on average, from which a chain is as likely kept as not. Of 39 chains of
many fields those above were mechanisms, most of those below what somebody recommends."""
KNOWN = 0.25
"""Rarity from which one word is enough: *cortisol*, but not *history*."""
EMPTY = frozenset(
    """performance growth success quality progress development improvement innovation value power
    control support activity experience ability skill potential understanding knowledge
    information work life world feature design use user product system tool thing way people
    process approach method effect impact result outcome good better best new different many
    overall significant important various several great effective""".split()
)
"""Words that say nothing alone: *overall performance*."""
SMALL = frozenset(
    """a an the of in on at to for from by with and or as more less higher lower increased reduced
    being into through during""".split()
)


def write_chains(chains: Sequence[Chain], questions: Sequence[Question]) -> tuple[Question, ...]:
    """Ask for the path of each chain, or hide the middle nodes no other card asks for.

    A chain that shares half of its links with one that has a card gets none: it is a side branch.

    Args:
        questions: What is asked already, to leave its answers out.
    """
    asked = {question.answer.lower() for question in questions}
    found: list[Question] = []
    told: list[set[int]] = []
    for chain in sorted(chains, key=lambda each: -len(each.links)):
        own = {id(link) for link in chain.links}
        if not is_sound(chain) or any(2 * len(own & other) >= len(own) for other in told):
            continue
        card = _path(chain) or _gaps(chain, asked)
        if card is not None:
            told.append(own)
            found.append(card)
    return tuple(sorted(found, key=lambda each: _place(each, chains)))


def _place(question: Question, chains: Sequence[Chain]) -> int:
    """The chains keep their order."""
    nodes = question.answer.lower()
    return next(
        (n for n, each in enumerate(chains) if ARROW.join(each.nodes).lower() == nodes), len(chains)
    )


def is_sound(chain: Chain) -> bool:
    """Do all nodes say something, each another thing, and all joints hold?"""
    if any(len(node.split()) > LONGEST_NODE or _is_name(node) for node in chain.nodes):
        return False
    if any(_content(node) <= EMPTY or HAPPENING.search(node) for node in chain.nodes):
        return False
    if any(DOING.match(node) for node in chain.nodes[1:-1]):
        return False
    if any(link.guessed for link in chain.links):
        return False
    if any(link.verb in SWAYING for link in chain.links):
        return False
    if sum(link.verb in WEAK for link in chain.links) > 1:
        return False
    if any(_alike(one, other) for one, other in combinations(chain.nodes, 2)):
        return False
    if chain_lowers(chain) and DOING.match(chain.nodes[-1]):
        return False
    return all(_holds(one, other) for one, other in pairwise(chain.links))


WEAK = frozenset({"be", "play", "associate", "link", "have", "mean", "serve", "correlate"})
"""Verbs of a link that is loose: a chain bears one of them."""
HAPPENING = re.compile(
    r"\S (?:being|having) | (?!\w+(?:thing|spring|string)\b)\w{4,}ing (?:a|the|an|to) "
)
"""A whole clause in a node: *prices being raised*."""
DOING = re.compile(r"\w{3,}ing (?!of\b|in\b|from\b)\w+")
"""Something done: it may begin or end a chain."""


def _holds(one: Link, other: Link) -> bool:
    """Is the joint of two links more than an everyday word that two sections share?"""
    if one.evidence.headings == other.evidence.headings:
        return True
    shared = set(one.effect_key.split(" & ")) & set(other.cause_key.split(" & "))
    return any(len(key.split()) > 1 or rarity(key) >= KNOWN for key in shared)


def _alike(one: str, other: str) -> bool:
    """Does one node repeat the other, or say of it only that there is more?"""
    mine, theirs = _content(one), _content(other)
    return 2 * len(mine & theirs) > min(len(mine), len(theirs)) or not mine or not theirs


def _content(node: str) -> set[str]:
    return {lemma_of(w.strip("(),.").lower()) for w in node.split()} - SMALL


def _path(chain: Chain) -> Question | None:
    sentences = {link.evidence.order for link in chain.links}
    if len(chain.nodes) < (3 if len(sentences) > 1 else 4):
        return None
    first, last = chain.nodes[0], chain.nodes[-1]
    helper = "may" if any(link.hedged for link in chain.links) else ""
    helper = helper or ("do" if chain.links[0].plural else "does")
    question = f"By what chain {helper} {first} {predicate(chain)} {last}?"
    return _question(chain, "chain", "path", question, ARROW.join(chain.nodes), ())


def predicate(chain: Chain) -> str:
    """The verb between the ends, true to the signs between them."""
    if ">" in chain.signs:
        return "lead to"
    last = chain.links[-1].verb
    lowers = chain_lowers(chain)
    if lowers:
        return "reduce"
    return last if last in RAISING_WORDS and "-" not in chain.signs else "lead to"


def _is_name(node: str) -> bool:
    """*Ada Lovelace*: a person brings things about, but is no mechanism."""
    words = [w for w in node.split() if w != "the"]
    if node.startswith("the ") and len(words) == 1:
        return False
    return '"' in node or all(w[:1].isupper() and w[1:].islower() for w in words)


def chain_lowers(chain: Chain) -> bool:
    """An odd number of minus signs: the first thing lowers the last."""
    return _minuses(chain.signs) % 2 == 1


def _minuses(signs: Sequence[Sign]) -> int:
    return sum(sign == "-" for sign in signs)


TELLING = 0.45
"""Rarity of a node's rarest word from which it is a thing of its field: a gap needs two."""


def _is_telling(node: str) -> bool:
    return rarest(node.split()) >= TELLING


def _gaps(chain: Chain, asked: set[str]) -> Question | None:
    if len(chain.nodes) < 3 or sum(_is_telling(node) for node in chain.nodes) < 2:
        return None
    pieces: list[Gap] = []
    number = 0
    for index, node in enumerate(chain.nodes):
        if index:
            pieces.append(Gap(ARROW, 0))
        middle = 0 < index < len(chain.nodes) - 1
        if middle and node.lower() not in asked:
            number += 1
            pieces.append(Gap(node, number))
        else:
            pieces.append(Gap(node, 0))
    if not number:
        return None
    return _question(chain, "gaps", "nodes", "", ARROW.join(chain.nodes), tuple(pieces))


def _question(
    chain: Chain,
    kind: str,
    role: str,
    question: str,
    answer: str,
    text: tuple[Gap, ...],
) -> Question:
    sense = sum(link.sense for link in chain.links) / len(chain.links)
    score = 1.0 / (1.0 + math.exp(DEMAND - sense))
    return Question(
        kind=kind,  # type: ignore[arg-type]
        role=role,
        question=capitalised(question),
        answer=capitalised(answer) if not text else answer,
        evidence=chain.links[-1].evidence,
        note=chain.note,
        text=text,
        signs=chain.signs,
        score=round(score, 4),
        parts=(("sense", round(sense, 2)), ("chain", -DEMAND)),
    )
