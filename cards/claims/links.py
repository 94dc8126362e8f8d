"""Clauses in, links of cause and effect out."""

from __future__ import annotations

from collections.abc import Iterator

from cards.claims.actions import speaks
from cards.claims.passage import Passage
from cards.english.causes import HELPERS, TO_VERBS, sign_of
from cards.english.clauses import Clause, Part
from cards.english.phrases import dangling, noun_words
from cards.english.speaking import Speaker
from cards.english.tree import Tree
from cards.model import Evidence, Link, Sign

CHANGES = frozenset(
    """increase decrease rise fall reduction release production formation growth level amount
    activation loss lack presence change improvement development availability generation""".split()
)
FUNCTION = frozenset({"DET", "ADP", "PRON", "CCONJ", "PUNCT", "PART", "SCONJ", "AUX"})
TOO_LONG = 12
"""Words of a node."""


def links_of(passage: Passage, evidence: Evidence) -> Iterator[Link]:
    """Find what brings about what in one sentence."""
    for clause in passage.clauses:
        speaker = speaks(passage, clause)
        if speaker is None or clause.negated or clause.kind == "complement":
            continue
        if clause.kind == "adverbial":
            yield from _outcome(passage, clause, evidence)
            continue
        yield from _direct(passage, speaker, evidence)
        yield from _through_means(passage, speaker, evidence)


def _outcome(passage: Passage, clause: Clause, evidence: Evidence) -> Iterator[Link]:
    """*X raises Y, leading to Z*: Y → Z."""
    mother = next((c for c in passage.clauses if c.verb == clause.mother), None)
    target, sign = effect_part(clause), sign_of(clause.lemma)
    if mother is None or target is None or not sign or mother.passive:
        return
    source = effect_part(mother)
    if source is None or not sign_of(mother.lemma):
        return
    first, second = sign_of(mother.lemma), sign
    total = second if first == "+" else ("-" if second == "+" else "+")
    yield from _link(_node(passage, source), _node(passage, target), total, clause.lemma, evidence)


def _direct(passage: Passage, speaker: Speaker, evidence: Evidence) -> Iterator[Link]:
    clause = speaker.clause
    sign = sign_of(clause.lemma)
    agent = clause.part("agent")
    cause: tuple[str, str] = (speaker.subject, _subject_key(passage, clause))
    if clause.passive:
        if agent is None or not sign or clause.lemma in {"let", "form"}:
            return
        effect = cause
        cause = _node(passage, agent)
    else:
        target = effect_part(clause)
        if target is None or not sign:
            return
        effect = _node(passage, target)
    yield from _link(cause, effect, sign, clause.lemma, evidence)


def effect_part(clause: Clause) -> Part | None:
    """The part that names what a causal verb brings about."""
    if clause.part("xcomp") is not None:
        return _enabled(clause)
    wanted = TO_VERBS.get(clause.lemma)
    if wanted is None:
        return clause.part("obj")
    return next((p for p in clause.parts if p.role == "obl" and p.marker in wanted), None)


def _enabled(clause: Clause) -> Part | None:
    """*allows the brain to form connections*: what is formed."""
    part = clause.part("xcomp")
    if part is None:
        return None
    inner = clause.tree.kid(part.head, "obj")
    if inner is None or not sign_of(clause.tree.lemma(part.head)):
        return None
    return Part("obj", inner, tuple(clause.tree.below(inner)), "", False, False)


def _through_means(passage: Passage, speaker: Speaker, evidence: Evidence) -> Iterator[Link]:
    """*X raises Y by releasing Z*: X → Z → Y."""
    clause, tree = speaker.clause, passage.tree
    for means in clause.all_parts("means"):
        inner = tree.kid(means.head, "obj")
        sign = sign_of(tree.lemma(means.head))
        if inner is None or tree.words[means.head].upos != "VERB":
            continue
        middle = _node_at(passage, inner)
        start = (speaker.subject, _subject_key(passage, clause))
        if sign:
            yield from _link(start, middle, sign, tree.lemma(means.head), evidence)
        target = effect_part(clause)
        outer = sign_of(clause.lemma)
        if target is not None and outer and sign and not clause.passive:
            total: Sign = "+" if outer == sign else "-"
            yield from _link(middle, _node(passage, target), total, clause.lemma, evidence)


def _link(
    cause: tuple[str, str], effect: tuple[str, str], sign: str, verb: str, evidence: Evidence
) -> Iterator[Link]:
    if not cause[1] or not effect[1] or cause[1] == effect[1] or verb in HELPERS:
        return
    if max(len(cause[0].split()), len(effect[0].split())) > TOO_LONG:
        return
    yield Link(cause[0], effect[0], sign, verb, evidence, cause[1], effect[1])  # type: ignore[arg-type]


def _node(passage: Passage, part: Part) -> tuple[str, str]:
    return _node_at(passage, part.head)


def _node_at(passage: Passage, head: int) -> tuple[str, str]:
    """A thing as a chain shows it, and the key by which it is joined."""
    tree = passage.tree
    words = noun_words(tree, head)
    if dangling(tree, words, passage.instead):
        return "", ""
    text = tree.say(words, passage.instead)
    if head in passage.instead:
        return text, plain_key(passage.instead[head])
    return text, key_of(tree, head)


def _subject_key(passage: Passage, clause: Clause) -> str:
    if clause.owner in passage.instead:
        return plain_key(passage.instead[clause.owner])
    return key_of(passage.tree, clause.owner)


def key_of(tree: Tree, head: int) -> str:
    """The thing itself: *an increase in adrenaline levels* is adrenaline."""
    guard = 0
    while guard < 4 and tree.lemma(head) in CHANGES:
        inner = tree.kid(head, "nmod")
        if inner is None:
            inner = tree.kid(head, "compound")
            if inner is None:
                break
        head = inner
        guard += 1
    words = [
        w
        for w in noun_words(tree, head)
        if tree.words[w].upos not in FUNCTION and w <= head and tree.lemma(w) not in CHANGES
    ]
    return " ".join(tree.lemma(w) for w in words if tree.dep(w) != "nummod")


def plain_key(text: str) -> str:
    """The key of a thing that was resolved from elsewhere."""
    words = [w.strip("(),").lower() for w in text.split()]
    small = {"the", "a", "an", "of", "in"}
    return " ".join(w for w in words if w and w not in small and w not in CHANGES)
