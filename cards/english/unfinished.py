"""A clause in; whether what it does is told to the end in it, or by the sentence before, out."""

from __future__ import annotations

from cards.english.clauses import Clause
from cards.english.phrases import is_plural
from cards.english.tree import Tree

LEFT_OUT = frozenset(
    """follow decide agree disagree refuse accept consent assent concur comply oblige respond reply
    retaliate object insist relent hesitate join enter leave attack sign ratify apply vote
    win withdraw promise do sue""".split()
)
"""Verbs that say nothing without what they are done to: *in what year did Norvia follow?*"""
TOGETHER = frozenset({"join"})
"""Of these several need no other: *where do the two rivers join?*"""
COMPLEMENTS = frozenset({"obj", "iobj", "xcomp", "ccomp", "purpose"})
COMPLETING = frozenset("to with on upon against from for of into after behind".split())
"""Prepositions of what completes a verb; *in*, *at* and *by* tell when, where and how."""


COUNTING = frozenset("many few several enough".split())


def goes_on(clause: Clause) -> bool:
    """*Norvia followed in 1924*, *the bank went further*: does the sentence before tell in what?

    So it does of what has *infinitely many*, and not of what has *many of them*.
    """
    if clause.copula or clause.passive:
        return False
    if any(_counts_what_was_told(clause, part.head) for part in clause.all_parts("obj")):
        return True
    further = any(_is_further(clause, part.head) for part in clause.parts)
    if clause.lemma == "go" and further:
        return True
    if clause.lemma not in LEFT_OUT:
        return False
    if clause.lemma in TOGETHER and clause.subject is not None:
        return not is_plural(clause.tree, clause.subject) and not _is_told(clause)
    return not _is_told(clause)


def has_two_subjects(clause: Clause) -> bool:
    """*The wish not to sell [Tolmin] had failed*: was a noun torn from its place to be a subject?

    What stands in commas, *Tolmin, a miller, failed*, is none.
    """
    tree = clause.tree
    nouns = [
        kid
        for kid in tree.kids(clause.verb, "nsubj")
        if kid < clause.verb
        and tree.words[kid].dep != "nsubj:outer"
        and tree.words[kid].upos in {"NOUN", "PROPN", "NUM"}
    ]
    aside = [
        kid
        for kid in nouns[1:]
        if (_is_behind_comma(tree, kid) and tree.determiners(kid))
        or tree.kid(kid, "cc") is not None
    ]
    return len(nouns) > 1 + len(aside)


def _is_behind_comma(tree: Tree, kid: int) -> bool:
    first = min(tree.below(kid))
    return "," in {tree.words[first].text, tree.words[max(0, first - 1)].text}


def _counts_what_was_told(clause: Clause, head: int) -> bool:
    tree = clause.tree
    return tree.words[head].text.lower() in COUNTING and tree.of(head) is None


def _is_told(clause: Clause) -> bool:
    """Has the verb what it is done to, other than a word for it: *followed suit*?"""
    return any(
        (part.role in COMPLEMENTS and clause.tree.lemma(part.head) != "suit")
        or (part.role == "obl" and part.marker in COMPLETING - _not_of(clause))
        for part in clause.parts
    )


def _not_of(clause: Clause) -> set[str]:
    """*followed on 3 May with a mill of its own*: whom, *on* and *with* do not tell."""
    return {"with", "on"} if clause.lemma == "follow" else set()


def _is_further(clause: Clause, word: int) -> bool:
    """*went much further*, but not *further than Rome*."""
    tree = clause.tree
    measured = tree.kid(word, "obl", "advcl", "nmod") is not None
    return tree.words[word].text.lower() in {"further", "farther"} and not measured
