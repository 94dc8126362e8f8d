"""Nouns in, links out: *the reason for the delay is fog*, *the effect of fog on ships*."""

from __future__ import annotations

from collections.abc import Iterator

from cards.claims.nodes import Node, thing
from cards.claims.outcomes import Outcome, denied
from cards.claims.passage import Passage
from cards.english.causes import HARMFUL
from cards.english.thesaurus import names_piece
from cards.english.tree import Tree

Found = tuple[Node, Outcome]

GROUNDS = frozenset({"reason", "cause", "culprit", "driver", "trigger", "source"})
EFFECTS = frozenset({"effect", "impact", "influence"})


def grounds(passage: Passage, verb: int) -> Iterator[Found]:
    """*The main reason for the delay is fog*: the fog, then the delay."""
    tree = passage.tree
    subject = tree.kid(verb, "nsubj")
    if subject is None or tree.lemma(subject) not in GROUNDS or tree.kid(verb, "cop") is None:
        return
    if tree.words[verb].upos not in {"NOUN", "PROPN"} or denied(tree, verb):
        return
    if tree.lemma(verb) in OPEN or _is_handled(tree, subject):
        return
    effect = _what_for(passage, subject)
    cause = thing(passage, verb)
    if cause and effect:
        yield cause[0], effect


def is_reason(passage: Passage, verb: int) -> Iterator[Found]:
    """*Fog is the top reason for delays*: the fog, then the delays."""
    tree = passage.tree
    subject = tree.kid(verb, "nsubj")
    if subject is None or tree.lemma(verb) != "reason" or tree.kid(verb, "cop") is None:
        return
    none = denied(tree, verb) or "no" in tree.determiners(verb)
    effect = None if none else _what_for(passage, verb)
    cause = thing(passage, subject)
    if cause and effect:
        yield cause[0], effect


def _is_handled(tree: Tree, noun: int) -> bool:
    """*the driver of the bus*, *the trigger of the gun*: somebody, or a part; no ground."""
    touched = {"driver", "trigger", "source"}
    things = (*tree.kids(noun, "nmod"), *tree.kids(noun, "compound"))
    return tree.lemma(noun) in touched and any(names_piece(tree.lemma(k)) for k in things)


def _what_for(passage: Passage, noun: int) -> Outcome | None:
    """The delay of *the reason for the delay*, *the cause of the delay*."""
    tree = passage.tree
    for kid in (*tree.kids(noun, "nmod"), *tree.kids(noun, "acl")):
        if tree.marker(kid) in {"for", "of", "behind"} and kid > noun:
            found = thing(passage, kid, bare=True)
            return Outcome.of(found, "be") if found else None
    return None


def effect_on(passage: Passage, noun: int) -> Iterator[Found]:
    """*the effect of fog on ships*, *fog’s effect on ships*: fog does something to ships."""
    tree = passage.tree
    if tree.lemma(noun) not in EFFECTS or tree.words[noun].upos != "NOUN":
        return
    if tree.words[tree.root].upos != "VERB" and tree.kid(tree.root, "cop") is None:
        return  # "Fog and its effects on ships": a title
    if _is_open(tree, noun) or {"no", "same"} & (tree.determiners(noun) | _said_of(tree, noun)):
        return
    owner = tree.of(noun)
    owner = tree.kid(noun, "nmod:poss") if owner is None else owner
    on = next((k for k in tree.kids(noun, "nmod") if tree.marker(k) in {"on", "upon"}), None)
    if owner is None or on is None:
        return
    cause, effect = thing(passage, owner), thing(passage, on, bare=True)
    if cause and effect:
        bad = HARMFUL & _said_of(tree, noun)
        yield cause[0], Outcome(effect[0], "-" if bad else ">", "affect")


OPEN = frozenset(
    """unproven unknown unclear uncertain dispute disputed debate debated doubt negligible absent
    question questionable myth superstition topic matter subject mystery puzzle test study measure
    suppose supposed examine investigate research""".split()
)
"""What is said of a thing that nobody is sure of, or that is only looked into."""


def _is_open(tree: Tree, noun: int) -> bool:
    """*The effect of tar on seals is unproven*, *they test it*, *there is no evidence of it*."""
    here = tree.words[noun].head
    while here >= 0:
        words = {tree.lemma(here), tree.words[here].text.lower()}
        none = {"no", "little"} & (tree.determiners(here) | _said_of(tree, here))
        if words & OPEN or none or denied(tree, here):
            return True
        here = tree.words[here].head
    return False


def _said_of(tree: Tree, noun: int) -> set[str]:
    return {tree.lemma(kid) for kid in tree.kids(noun, "amod")}


__all__ = ["Found", "effect_on", "grounds", "is_reason"]
