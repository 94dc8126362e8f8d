"""Clauses in, links of cause and effect out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from cards.claims.actions import speaks
from cards.claims.passage import Passage
from cards.english.causes import HELPERS, TO_VERBS, sign_of
from cards.english.clauses import Clause, Part
from cards.english.phrases import DENYING, dangling, noun_words
from cards.english.speaking import Speaker
from cards.english.tree import Tree
from cards.model import Evidence, Link, Sign

BRINGING = frozenset(
    """help know able find show believe think tend use play serve continue begin start appear seem
    likely expect say report prove""".split()
)
"""Verbs above another that leave it true: *helps to raise*, but not *fails to raise*."""
INTO = frozenset({"convert", "turn", "transform", "cut", "break", "split", "change", "cleave"})
"""Verbs that make one thing *into* another."""
MORE = frozenset(
    """high higher large larger great greater more increased rising elevated growing extra strong
    stronger this these that such""".split()
)
"""Words before a noun that only say that there is more of it."""
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
        if clause.subject is not None and clause.subject == passage.whole:
            yield from _of_what_was_said(passage, clause, evidence)
            continue
        speaker = speaks(passage, clause)
        if clause.inner is not None and passage.tree.lemma(clause.verb) not in BRINGING:
            continue
        if speaker is None or clause.negated or clause.kind == "complement":
            continue
        if clause.kind == "adverbial":
            yield from _outcome(passage, clause, evidence)
            continue
        for find in (_direct, _into, _through_means):
            for link in find(passage, speaker, evidence):
                own = link.cause == speaker.subject
                yield replace(link, plural=speaker.plural) if own else link


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
    sign = "" if clause.lemma in INTO else sign_of(clause.lemma)
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


def _into(passage: Passage, speaker: Speaker, evidence: Evidence) -> Iterator[Link]:
    """*ACE converts X into Y*: X becomes Y, and ACE brings Y about."""
    clause = speaker.clause
    made = next((p for p in clause.parts if p.role == "obl" and p.marker == "into"), None)
    if clause.lemma not in INTO or made is None:
        return
    obj = clause.part("obj")
    target = _node(passage, made)
    subject = (speaker.subject, _subject_key(passage, clause))
    if clause.passive:
        yield from _link(subject, target, ">", clause.lemma, evidence)
    elif obj is not None:
        yield from _link(_node(passage, obj), target, ">", clause.lemma, evidence)
        yield from _link(subject, target, "+", clause.lemma, evidence)


def _of_what_was_said(passage: Passage, clause: Clause, evidence: Evidence) -> Iterator[Link]:
    """*X ends Y. This lowers Z*: Y → Z."""
    if not passage.before:
        return
    last = passage.before[-1]
    main = next((c for c in last.clauses if c.verb == last.tree.root), None)
    target, sign = effect_part(clause), sign_of(clause.lemma)
    source = effect_part(main) if main is not None and not main.passive else None
    if main is None or source is None or target is None or not sign or clause.passive:
        return
    first = sign_of(main.lemma)
    total = sign if first != "-" else ("-" if sign == "+" else "+")
    cause = _node(last, source)
    if first:
        yield from _link(cause, _node(passage, target), total, clause.lemma, evidence)


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
    if dangling(tree, words, passage.instead) or any(tree.lemma(w) in DENYING for w in words):
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
    """The thing itself, whatever is said of its amount.

    Returns:
        Lemmas in alphabetical order: "reabsorption sodium" for *the reabsorption of sodium*,
        "adrenaline" for *an increase in adrenaline levels*.
    """
    guard = 0
    while guard < 4 and tree.lemma(head) in CHANGES:
        inner = tree.kid(head, "nmod") or tree.kid(head, "compound")
        if inner is None:
            break
        head = inner
        guard += 1
    inside = set(tree.below(head))
    apart = {
        w
        for kid in tree.kids(head, "nmod", "acl", "appos", "conj", "advcl", "obl")
        if tree.marker(kid) != "of"
        for w in tree.below(kid)
    }
    words = [
        w
        for w in noun_words(tree, head)
        if w in inside - apart
        and tree.words[w].upos not in FUNCTION
        and tree.lemma(w) not in CHANGES | MORE
        and not (tree.dep(w) == "nummod" and w < head)
    ]
    return " ".join(sorted({_name(tree, w) for w in words}))


def _name(tree: Tree, index: int) -> str:
    """A lemma; names keep their spelling, so that II is not I."""
    word = tree.words[index]
    return word.text if word.text.isupper() else word.lemma.lower()


def plain_key(text: str) -> str:
    """The key of a thing that was resolved from elsewhere."""
    words = [w.strip("(),") for w in text.split()]
    small = {"the", "a", "an", "of", "in"}
    kept = {w if w.isupper() else w.lower() for w in words if w}
    return " ".join(sorted(w for w in kept if w not in small | CHANGES | MORE))
