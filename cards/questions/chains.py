"""Questions for mechanism chains."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import combinations, pairwise

from cards.english.causes import HURTING, LOWERING, MOTION, RAISING_WORDS, SWAYING
from cards.english.directions import ARROW
from cards.english.rarity import rarest, rarity
from cards.english.thesaurus import names_somebody
from cards.english.tree import is_noun
from cards.english.verbs import capitalised, lemma_of
from cards.model import Chain, Gap, Link, Question, Sign

LONGEST_NODE = 7
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
    overall significant important various several great effective presence capability outcome goal
    framework share strategy practice operation opportunity efficiency productivity efficient
    functional physical continued improved simple environment situation condition need demand
    advantage benefit challenge problem issue factor solution option choice sense amount level
    role part kind type form area place time action decision task job goals cost
    high low large small big strong clear real true full open active modern""".split()
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
        if fault_of(chain) or any(2 * len(own & other) >= len(own) for other in told):
            continue
        card = _path(chain) or _gaps(chain, asked)
        if card is not None:
            told.append(own)
            found.append(card)
    return tuple(sorted(found, key=lambda each: _place(each, chains)))


def refuse_chains(chains: Sequence[Chain]) -> tuple[tuple[Question, str], ...]:
    """The chains that are not asked for, as the cards that they would be, each with the reason."""
    refused = []
    for chain in chains:
        reason = fault_of(chain)
        if reason:
            card = _question(chain, "chain", "path", "", ARROW.join(chain.nodes), ())
            refused.append((card, reason))
    return tuple(refused)


def _place(question: Question, chains: Sequence[Chain]) -> int:
    """The chains keep their order."""
    nodes = question.answer.lower()
    return next(
        (n for n, each in enumerate(chains) if ARROW.join(each.nodes).lower() == nodes), len(chains)
    )


def fault_of(chain: Chain) -> str:
    """Why a chain is not asked for; empty where all nodes say something and all joints hold."""
    return _fault_of_nodes(chain) or _fault_of_links(chain)


def _fault_of_nodes(chain: Chain) -> str:
    nodes = chain.nodes
    if any(_length(node) > LONGEST_NODE or HAPPENING.search(node) for node in nodes):
        return "a node of its chain is a whole clause"
    if any(_is_name(node) for node in nodes):
        return "a node of its chain is only a name"
    if any(_is_actor(node) for node in nodes):
        return "a node of its chain is who acts or a time"
    if any(_says_nothing(node) for node in nodes):
        return "a node of its chain says nothing by itself"
    if any(DOING.match(node) for node in nodes[1:-1]):
        return "a middle node of its chain is an act"
    if any(_alike(one, other) for one, other in combinations(nodes, 2)):
        return "two nodes of its chain are alike"
    quotes = [link.evidence.quote.plain for link in chain.links]
    if any(OPEN_END.search(node) and not is_noun(node.split()[-1]) for node in nodes):
        return "a node of its chain ends with an adjective"
    if any(_is_torn(node, quotes) for node in nodes):
        return "a node of its chain is torn from its sentence"
    return ""


def _fault_of_links(chain: Chain) -> str:
    links = chain.links
    follows = [link for link in links if link.verb == "follow"]
    if len(follows) == len(links) or any(DOING.match(link.effect) for link in follows):
        return "an arrow of its chain is only the next step"
    if any(link.verb in _content(link.effect) for link in links):
        return "an arrow of its chain says its effect twice"
    if chain_lowers(chain) and COUNTED.match(chain.nodes[-1]):
        return "its chain ends with what happened"
    if links[-1].verb in MOTION:
        return "its chain ends at a place"
    if _is_clause(chain.nodes[-1]):
        return "its chain ends with a clause"
    if any(link.verb in WEAK for link in links) or _needs(chain) > LOOSE:
        return "an arrow of its chain is no cause"
    if not all(_holds(one, other) for one, other in pairwise(links)):
        return "its chain joins two things that share an everyday word"
    if chain_lowers(chain) and DOING.match(chain.nodes[-1]):
        return "its chain ends with an act that is kept down"
    return ""


COUNTED = re.compile(r"(?:one|two|three|four|five|six|seven|eight|nine|ten|\d\S*) ")
"""*Two deaths*: they happened, and nothing made them fewer."""
WEAK = frozenset("""play associate link have mean serve correlate need arise derive""".split())
"""Verbs of a link that is loose: *is linked to*, *plays a role in*, *arises from a place*."""
LOOSE = 0.34
"""Share of the links that may say only *is essential for*."""


def _needs(chain: Chain) -> float:
    return sum(link.verb == "be" for link in chain.links) / len(chain.links)


HAPPENING = re.compile(
    r"\S (?:being|having) | (?!\w+(?:thing|spring|string)\b)\w{4,}ing (?:a|the|an|to) "
    r"| (?:while|that|which|where|when|because|whose) |^\S+ \w+[a-z] \w{3,}ing \w"
)
"""A whole clause in a node: *prices being raised*."""
DOING = re.compile(r"\w{3,}ing (?!of\b|in\b|from\b)\w+")
"""Something done: it may begin or end a chain."""
DONE = re.compile(r"(?!\w*(?:thing|spring|string)$)\w{3,}ing$")


def _is_clause(node: str) -> bool:
    """*gates rusting*, *wool keeping warmth*; but *slow roasting*."""
    return any(is_noun(one) and DONE.match(other) for one, other in pairwise(node.split()))


BODIES = frozenset(
    """company firm bank country nation government team agency organization organisation
    individual person user party author speaker developer customer client child player""".split()
)
"""Who acts."""
SOMEBODYS = re.compile(
    rf"^(?:the|a|an) (?:{'|'.join(sorted(BODIES))}|state|city|region|group|project|product|app|game"
    r"|brand|business)(?:s|[’']s|s[’'])?\b"
)
"""A node of somebody whom only the note tells: *the bank’s losses*."""


def _length(node: str) -> int:
    """Words without articles and brackets."""
    words = re.sub(r" ?\([^)]*\)", "", node).split()
    return sum(word not in {"a", "an", "the"} for word in words)


OPEN_END = re.compile(r"\w(?:ous|ful|less|able|ible)$")
"""*benign and cancerous*: its noun is lost."""
ONLY_ONE = re.compile(r"an? \w+")
"""*a cascade*, *a motivating*: one of many, or its noun is lost."""


def _says_nothing(node: str) -> bool:
    bare = ONLY_ONE.fullmatch(node) or SOMEBODYS.match(node)
    return _content(node) <= EMPTY or bare is not None


YEARS = re.compile(r"\b(?:1[0-9]|20)\d\ds?$")
HEAD = re.compile(
    r"^(?:the |a |an )?([^,(]*?)(?= (?:of|in|from|with|for|on|to|at|by|and)\b|[,(]|$)"
)


def _is_actor(node: str) -> bool:
    """*The Japanese government*, *companies*, *the late 1960s*: no link of a mechanism."""
    found = HEAD.match(node)
    words = found.group(1).split() if found else []
    if YEARS.search(node) or not words:
        return bool(words)
    if lemma_of(words[-1]) in BODIES:
        return True
    named = len(words) > 1 and is_noun(words[-2])
    return words[-1].islower() and not named and names_somebody(words[-1])


def _is_torn(node: str, quotes: Sequence[str]) -> bool:
    """Words that stand apart in every sentence: *sleep issues performance*."""
    words = [w.lower() for w in WORD.findall(node)]
    words = words[1:] if words and words[0] in {"a", "an", "the"} else words
    apart = False
    for quote in quotes:
        said = [w.lower() for w in WORD.findall(quote)]
        if any(said[n : n + len(words)] == words for n in range(len(said))):
            return False
        left = iter(said)
        apart = apart or all(word in left for word in words)
    return apart


WORD = re.compile(r"\w+")


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


@lru_cache(maxsize=50_000)
def _content(node: str) -> frozenset[str]:
    return frozenset(lemma_of(w.strip("(),.").lower()) for w in node.split()) - SMALL


def _path(chain: Chain) -> Question | None:
    sentences = {link.evidence.order for link in chain.links}
    if len(chain.nodes) < (3 if len(sentences) > 1 else 4):
        return None
    first, last = chain.nodes[0], chain.nodes[-1]
    helper = "may" if any(link.hedged for link in chain.links) else ""
    helper = helper or ("do" if _are_many(chain.links[0]) else "does")
    question = f"By what path {helper} {first} {predicate(chain)} {last}?"
    return _question(chain, "chain", "path", question, ARROW.join(chain.nodes), ())


def _are_many(link: Link) -> bool:
    """*light and heat* take a plural verb as *lamps* do; *ATP (…)* has two names, but is one."""
    return link.plural or (" & " in link.cause_key and " and " in link.cause)


def predicate(chain: Chain) -> str:
    """The verb between the ends, true to the signs between them."""
    if any(link.verb in SWAYING for link in chain.links):
        return "affect"
    if ">" in chain.signs:
        return "lead to"
    last = chain.links[-1].verb
    if chain_lowers(chain):
        only = _minuses(chain.signs) == 1 and chain.signs[-1] == "-" == chain.links[-1].sign
        harmed = any(link.verb in HURTING for link in chain.links)
        return last if only and last in LOWERING | HURTING else "affect" if harmed else "reduce"
    return last if last in RAISING_WORDS and "-" not in chain.signs else "lead to"


def _is_name(node: str) -> bool:
    """*Ada Lovelace*: a person brings things about, but is no mechanism."""
    words = [w for w in node.split() if w not in {"the", "a", "an"}]
    if all(CAMEL.match(w) for w in words):
        return True
    if node.startswith("the ") and len(words) == 1:
        return False
    return '"' in node or all(w[:1].isupper() and w[1:].islower() for w in words)


CAMEL = re.compile(r"[A-Z][a-z]+[A-Z]|[A-Z]{2,}[a-z]{2,}|\d+[a-z]{2,}$")
"""*WebKit*, *OSGi*, *3dfx*: names of products."""


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
    if "-" in chain.signs or sum(_is_telling(node) for node in chain.nodes) < 2:
        return None
    pieces: list[Gap] = []
    number = 0
    for index, node in enumerate(chain.nodes):
        if index:
            pieces.append(Gap(ARROW, 0))
        middle = 0 < index < len(chain.nodes) - 1
        if middle and not _is_asked(node, asked):
            number += 1
            pieces.append(Gap(node, number))
        else:
            pieces.append(Gap(node, 0))
    if not number:
        return None
    return _question(chain, "gaps", "nodes", "", ARROW.join(chain.nodes), tuple(pieces))


def _is_asked(node: str, asked: set[str]) -> bool:
    """Is the node an answer of another card, or nearly all of one?"""
    if node.lower() in asked:
        return True
    mine = _content(node)
    return any(
        mine <= theirs and len(theirs) <= len(mine) + SPARE
        for theirs in (_content(answer) for answer in asked)
    )


SPARE = 2
"""Words that an answer may have besides the node: *by raising adrenaline levels*."""


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
