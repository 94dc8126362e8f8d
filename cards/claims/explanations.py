"""A sentence that says why what was said is so: *This is because …*."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from cards.claims.actions import again_said, certainty, last_speaker, speaks
from cards.claims.passage import Passage
from cards.english.clauses import BECAUSE, Clause, is_negated
from cards.english.facts import LONGEST_REASON, Fact
from cards.english.phrases import dangling, trimmed
from cards.english.speaking import Speaker
from cards.model import Evidence

OCCURRING = frozenset("occur happen arise work".split())
"""Verbs of which *this* can be all that was said: *This happens because …*."""
HALVING = frozenset("partly partially likely probably perhaps".split())
"""Adverbs without which a reason is told as the only one, or as sure."""
FIGURE = re.compile(r"\d")
LONGEST_SAID = 18
"""Words of a statement that a question asks the reason of."""


def explained(passage: Passage, evidence: Evidence) -> Iterator[Fact]:
    """Find "*Dough rises. This is because* yeast makes gas": why what was said is so."""
    subject = passage.whole if passage.whole is not None else again_said(passage)
    clause = next((c for c in passage.clauses if c.kind == "main" and c.subject == subject), None)
    if subject is None or clause is None or not passage.before:
        return
    words, said = _reason(clause), last_speaker(passage.before[-1])
    if not words or said is None or not _is_whole(said):
        return
    meaning = _told(passage, said, words)
    if not meaning:
        return
    yield _reason_of(passage, evidence, said, meaning, clause)


def _reason_of(
    passage: Passage, evidence: Evidence, said: Speaker, meaning: str, told: Clause
) -> Fact:
    """Why something is so, as another clause tells."""
    return Fact(
        kind="reason",
        shape="clause",
        text=f"{said.statement()}: {meaning}.",
        evidence=evidence,
        speaker=said,
        meaning=meaning,
        plural=said.plural,
        topic=passage.topic,
        sure=min(certainty(told), certainty(said.clause)),
    )


def _reason(clause: Clause) -> list[int]:
    """The words that say why, their *because* with them; empty where a clause says no reason."""
    tree = clause.tree
    if clause.negated or any(tree.words[a].xpos == "MD" for a in clause.auxes):
        return []
    part = clause.part("reason") if clause.lemma in OCCURRING else clause.part("pred")
    if part is None or part.before:
        return []
    ties = {*BECAUSE, "since"}
    return list(part.words) if {_tie(clause, part.words), part.marker} & ties else []


def _tie(clause: Clause, words: tuple[int, ...]) -> str:
    """The conjunction that begins a predicate with a verb of its own."""
    tree = clause.tree
    return next((tree.lemma(w) for w in words if tree.dep(w) == "mark"), "")


def _is_whole(said: Speaker) -> bool:
    """Is a statement all that its sentence says, and told without a reason?"""
    clause, tree = said.clause, said.tree
    if clause.part("reason", "purpose") is not None or len(said.statement().split()) > LONGEST_SAID:
        return False
    joined = tree.kids(clause.verb, "conj", "parataxis")
    return not any(tree.kid(k, "nsubj", "obj", "aux", "cop") is not None for k in joined)


def _told(passage: Passage, said: Speaker, words: list[int]) -> str:
    """The reason as an answer; empty where it points outside the two sentences."""
    tree = passage.tree
    heads = [w for w in words if tree.words[w].head not in words]
    tied = {w for w in words if tree.dep(w) == "mark" and tree.lemma(w) in {*BECAUSE, "since"}}
    first = min(tied, default=words[0])
    before = [w for w in words if w < first and tree.lemma(w) in HALVING]
    if not before:
        words = [w for w in words if w > first] if tied else words
    words = trimmed(tree, heads[0], words, LONGEST_REASON)
    near = _beside(passage, said, words)
    return "" if dangling(tree, words, near, known=("subject",)) else tree.say(words, near)


def _beside(passage: Passage, said: Speaker, words: list[int]) -> dict[int, str]:
    """What pronouns of an answer stand for: those for the question's subject stay pronouns."""
    tree = passage.tree
    near = {
        index: tree.words[index].text if text == said.subject else text
        for index, text in passage.instead.items()
    }
    own = "they" if said.plural else "it"
    mine = (w for w in words if tree.words[w].text.lower() == own and tree.dep(w) == "nsubj")
    return {**{w: tree.words[w].text for w in mine}, **near}


def so_it_is(passage: Passage, evidence: Evidence) -> Iterator[Fact]:
    """Find "iron rusts in damp air, *so* bridges are painted": why they are painted."""
    tree = passage.tree
    for clause in passage.clauses:
        above = tree.words[clause.verb].head
        said = next((c for c in passage.clauses if c.verb == above and above < clause.verb), None)
        if said is None or clause.subject is None or not _is_drawn(clause):
            continue
        if any(above < other < clause.verb for other in tree.kids(above, "conj")):
            continue  # it may be what the verb between says
        speaker, cause = speaks(passage, clause), speaks(passage, said)
        if speaker is None or cause is None or cause.points_back():
            continue
        yield from _because(passage, evidence, speaker, cause)


def _because(
    passage: Passage, evidence: Evidence, speaker: Speaker, cause: Speaker
) -> Iterator[Fact]:
    """What a clause says, with another as its reason."""
    same = cause.subject == speaker.subject
    own = replace(cause, subject="they" if cause.plural else "it") if same else cause
    meaning = own.statement()
    if len(meaning.split()) > LONGEST_REASON or cause.clause.part("ccomp") is not None:
        return
    if FIGURE.search(meaning) and FIGURE.search(speaker.statement()):
        return  # "it holds 1.6% salt; therefore ten times as much is 16%": reckoned, no reason
    yield _reason_of(passage, evidence, speaker, meaning, cause.clause)


def _is_drawn(clause: Clause) -> bool:
    """Does a clause begin with a *so*, and a subject of its own behind it?"""
    tree = clause.tree
    first = next((k for k in tree.kids(clause.verb, "advmod", "cc") if tree.lemma(k) == "so"), None)
    own = tree.kid(clause.verb, "nsubj", "csubj")
    if first is None or own is None or clause.part("reason", "ccomp") is not None:
        return False
    return first + 1 == min(tree.below(own)) and clause.kind in {"main", "conj"}


CONCLUDING = re.compile(
    r"(?:therefore|thus|hence|consequently|as a (?:result|consequence)|for this reason),? ",
    re.IGNORECASE,
)
"""How a sentence begins that the one before it is the reason of."""


def concluded(passage: Passage, evidence: Evidence) -> Iterator[Fact]:
    """Find "*salt binds water. Therefore*, salted ham keeps": why it does."""
    tree = passage.tree
    clause = next((c for c in passage.clauses if c.verb == tree.root and c.kind == "main"), None)
    last = passage.before[-1] if passage.before else None
    if clause is None or last is None or not CONCLUDING.match(tree.sentence.text):
        return
    speaker, cause = speaks(passage, clause), last_speaker(last)
    if speaker is None or cause is None or clause.part("reason") is not None:
        return
    if _is_whole(cause):
        yield from _because(passage, evidence, speaker, cause)


def meant(passage: Passage, evidence: Evidence) -> Iterator[Fact]:
    """Find "chitin is stable, *meaning* mushrooms keep their bite", *This means that …*: why."""
    tree = passage.tree
    for clause in passage.clauses:
        verb = tree.words[clause.verb].head
        if clause.kind != "complement" or tree.lemma(verb) != "mean" or is_negated(tree, verb):
            continue
        if any(tree.words[aux].xpos == "MD" for aux in tree.kids(verb, "aux")):
            continue  # "this may mean that …"
        speaker, cause = speaks(passage, clause), _meaning(passage, verb)
        if speaker is None or cause is None or clause.part("reason") is not None:
            continue
        if tree.kid(clause.verb, "nsubj", "csubj") is not None and not _is_same(speaker, cause):
            yield from _because(passage, evidence, speaker, cause)


def _meaning(passage: Passage, verb: int) -> Speaker | None:
    """What a *meaning*, or *this means*, is said of."""
    tree = passage.tree
    if verb == tree.root and passage.whole is not None and passage.before:
        cause = last_speaker(passage.before[-1])
        return cause if cause is not None and _is_whole(cause) else None
    loose = tree.words[verb].xpos == "VBG" and tree.comma_before(verb)
    if not loose or tree.dep(verb) != "advcl":
        return None
    said = next((c for c in passage.clauses if c.verb == tree.words[verb].head), None)
    if said is None or said.copula or said.kind not in {"main", "conj"}:
        return None  # what a thing is, told in other words
    return speaks(passage, said)


def _is_same(speaker: Speaker, cause: Speaker) -> bool:
    """Is the same thing told of in other words?"""
    return speaker.subject.lower() == cause.subject.lower()
