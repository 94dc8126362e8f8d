"""Clauses in, facts out: who does what, how, why, when, by how much."""

from __future__ import annotations

from collections.abc import Iterator

from cards.claims.passage import Passage
from cards.english.causes import sign_of
from cards.english.clauses import Clause, Part
from cards.english.facts import Fact
from cards.english.phrases import dangling, is_plural, noun_words, points_back
from cards.english.speaking import Speaker
from cards.english.tree import Tree
from cards.model import ClaimKind, Evidence

PART_KINDS: dict[str, ClaimKind] = {
    "means": "means",
    "purpose": "purpose",
    "reason": "reason",
    "condition": "condition",
}
UNITS = frozenset(
    """second minute hour day week month year decade century percent percentage % degree meter metre
    kilometer kilometre mile foot inch centimeter millimeter micrometer nanometer gram kilogram
    milligram pound ounce ton tonne liter litre gallon dollar euro cent watt volt hertz joule
    calorie byte bit time fold mg kg g cm mm km m nm ml l hz khz mhz ghz kwh mph psi °c °f °""".split()
)


def speaks(passage: Passage, clause: Clause) -> Speaker | None:
    """The clause with a subject that stands alone; None if it has none."""
    if clause.subject is None:
        return None
    tree = passage.tree
    words = subject_words(tree, clause)
    if _is_dangling(passage, clause.subject, words):
        return None
    text = tree.say(words, passage.instead)
    if not text or len(text.split()) > 14:
        return None
    plural = passage.plurals.get(clause.subject, is_plural(tree, clause.subject))
    return Speaker(clause, text, plural, passage.instead)


def subject_words(tree: Tree, clause: Clause) -> list[int]:
    """The subject's words, without the clause that modifies it."""
    assert clause.subject is not None
    if tree.words[clause.subject].upos in {"VERB", "AUX"} and clause.subject != clause.verb:
        loose = {k for k in tree.kids(clause.subject) if tree.dep(k) in {"cc", "punct"}}
        words = tree.below(clause.subject, without=loose)
    else:
        words = noun_words(tree, clause.subject)
    if clause.kind in {"relative", "participle"}:
        inner = set(tree.below(clause.verb))
        words = [w for w in words if w not in inner]
    return words


def _is_dangling(passage: Passage, head: int, words: list[int]) -> bool:
    if head == passage.whole:
        return True
    return bool(dangling(passage.tree, words, passage.instead)) or (
        head not in passage.instead and points_back(passage.tree, head, words)
    )


def acts(passage: Passage, evidence: Evidence) -> Iterator[Fact]:
    """Find what each clause says of its subject."""
    for clause in passage.clauses:
        if clause.kind == "complement" or _is_reported(passage, clause):
            continue
        speaker = speaks(passage, clause)
        if speaker is None:
            continue
        yield from facts_of(passage, speaker, evidence)


def facts_of(passage: Passage, speaker: Speaker, evidence: Evidence) -> Iterator[Fact]:
    """The facts of one clause: itself, and one for each part that says how, why, when."""
    clause = speaker.clause
    base = Fact(
        kind="cause" if sign_of(clause.lemma) else "property",
        shape="clause",
        text=f"{speaker.statement()}.",
        evidence=evidence,
        speaker=speaker,
        plural=speaker.plural,
        classes=_classes(passage),
        topic=passage.topic,
        sure=certainty(clause),
    )
    yield base
    for part in clause.parts:
        kind = PART_KINDS.get(part.role)
        if kind is not None:
            text = f"{speaker.statement(spare=True)}."
            yield _with(base, kind, part, text)
    quantity = quantity_part(clause)
    if quantity is not None:
        yield _with(base, "quantity", quantity, base.text)


def _with(base: Fact, kind: ClaimKind, part: Part, text: str) -> Fact:
    from dataclasses import replace

    return replace(base, kind=kind, part=part, text=text)


def certainty(clause: Clause) -> float:
    """The least probability that the parser gives to an arc of the clause's frame."""
    words = clause.tree.words
    frame = [clause.verb, *clause.auxes]
    frame += [part.head for part in clause.parts if part.role in {"obj", "pred", "agent", "xcomp"}]
    if clause.subject is not None:
        frame.append(clause.subject)
    return min((words[i].sure for i in frame), default=1.0)


def quantity_part(clause: Clause) -> Part | None:
    """The part that tells a number with its unit or its thing."""
    for part in clause.parts:
        if part.role not in {"obj", "obl", "pred", "advmod"} or part.loose:
            continue
        if number_in(clause.tree, part) is not None:
            return part
    return None


def number_in(tree: Tree, part: Part) -> int | None:
    """The word number of a numeral that counts the head of a part."""
    if part.role == "obj" or part.role == "obl" or part.role == "pred":
        for kid in tree.kids(part.head, "nummod"):
            if any(c.isdigit() for c in tree.words[kid].text) or tree.words[kid].upos == "NUM":
                return kid
        word = tree.words[part.head]
        if word.upos in {"NUM", "SYM"} and part.role != "pred":
            return part.head
    return None


def _classes(passage: Passage) -> dict[int, str]:
    from cards.claims.reference import classes

    found: dict[int, str] = {}
    for word in passage.tree.words:
        if word.upos in {"NOUN", "PROPN"}:
            named = [name for name in classes(passage.tree, word.index)]
            if named:
                found[word.index] = named[0]
    return found


REPORTING = frozenset(
    """say state note explain discuss describe mention emphasize emphasise highlight argue suggest
    claim believe think report observe stress point recommend advise share recount reflect talk
    advocate acknowledge express remark ask assert""".split()
)


def _is_reported(passage: Passage, clause: Clause) -> bool:
    """*Smith explains that …*: talk, not a fact."""
    return not clause.copula and not clause.passive and clause.lemma in REPORTING
