"""Comparatives in, links out: *colder syrup flows slower*."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from cards.claims.grounds import Found
from cards.claims.nodes import Node, event, is_passive, quality, thing
from cards.claims.outcomes import Outcome, brings, denied
from cards.claims.passage import Passage
from cards.english.tree import Tree, compares


def by_degree(passage: Passage, verb: int) -> Iterator[Found]:
    """*Colder syrup flows slower*: as it is colder, so it flows; not *flows slower than milk*."""
    tree = passage.tree
    first = _first(tree, verb)
    subject = tree.kid(first, "nsubj")
    more = [k for k in tree.kids(subject, "amod") if _is_more(tree, k)] if subject else []
    if subject is None or not more or denied(tree, verb) or is_passive(tree, verb):
        return
    if brings(passage, verb):
        return  # "a thicker wall means less noise"
    if tree.marker(first) or tree.words[subject].upos != "NOUN" or _is_past(tree, verb):
        return
    if "the" in tree.determiners(subject):
        return  # "the more water it has, the softer it is"
    if any(tree.words[w].text.lower() == "than" for w in tree.below(verb)):
        return
    cause = thing(passage, subject)
    told = {w for k in more for w in tree.below(k)}
    node = _so_much(_named(passage, subject, told), verb, subject) if cause else None
    if cause and node is not None:
        yield replace(cause[0], somebody=False), Outcome(node, "+", "be")


def _first(tree: Tree, verb: int) -> int:
    joined = tree.dep(verb) == "conj" and tree.kid(verb, "nsubj") is None
    return tree.words[verb].head if joined and tree.words[verb].head >= 0 else verb


def _is_past(tree: Tree, verb: int) -> bool:
    return "VBD" in {tree.words[k].xpos for k in (verb, *tree.kids(verb, "cop", "aux"))}


def _is_more(tree: Tree, word: int) -> bool:
    """*colder*, *more grounded*, *less*"""
    told = [word, *tree.kids(word, "advmod")]
    return any(tree.words[w].xpos in {"JJR", "RBR"} or compares(tree.words[w].text) for w in told)


def _named(passage: Passage, subject: int, drop: set[int]) -> Passage:
    """The passage where the syrup is no colder one."""
    found = thing(passage, subject, without=drop)
    name = {subject: found[0].text} if found else {}
    return replace(passage, instead={**passage.instead, **name})


def _so_much(passage: Passage, verb: int, subject: int) -> Node | None:
    """*cheaper models*, *the syrup flowing slower*, *a finer edge*: what goes with the degree."""
    tree = passage.tree
    if tree.kid(verb, "cop") is not None:
        more = tree.words[verb].upos == "ADJ" and _is_more(tree, verb)
        return quality(passage, subject, verb) if more else None
    obj = tree.kid(verb, "obj")
    if obj is not None:
        graded = any(_is_more(tree, k) for k in tree.kids(obj, "amod"))
        found = thing(passage, obj) if graded else None
        return found[0] if found else None
    ways = [k for k in tree.kids(verb, "advmod", "xcomp") if not tree.kids(k, "conj")]
    graded = any(_is_more(tree, k) for k in ways)
    return event(passage, verb, subject) if graded else None


__all__ = ["by_degree"]
