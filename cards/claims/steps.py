"""The items of a numbered list in, links from step to step out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from cards.claims.actions import inside_sentence
from cards.claims.doings import doing_at
from cards.claims.nodes import event, plain_key
from cards.claims.passage import Passage
from cards.english.tree import Tree
from cards.english.verbs import inflect, is_verb
from cards.model import Evidence, Link

FEWEST = 3
"""Orders that make a procedure."""
GOING_ON = 0.3
"""Of its orders that speak of *the dough* that an order before them named; advice has fewer."""

Told = tuple[Passage, Evidence]


def steps(told: Sequence[Told]) -> Iterator[Link]:
    """*1. Knead the dough. 2. Let the dough rest.*: the one, then the other."""
    last: list[Told] = []
    for listed in map(_by_labels, _lists(told)):
        orders = [each for each in listed if _is_told_to_do(each[0])]
        most = len(orders) >= FEWEST and 2 * len(orders) > len(listed)
        if most and (_goes_on(orders) or _is_procedure(orders[0][0])):
            if last and _is_next_part(last, orders):
                yield from _links([last[-1], orders[0]])
            yield from _links(orders)
            last = orders


def _by_labels(listed: Sequence[Told]) -> list[Told]:
    """The labels of a list, where most are orders: *1. **Boil roots**: Put them …, 2. **Mash***."""
    trees = [each[0].place.label_tree for each in listed]
    orders = [tree for tree in trees if tree is not None and is_order(tree)]
    verbs = [tree for tree in trees if tree is not None and _verbs(tree)]
    if len(orders) < 2 or 2 * len({id(tree) for tree in (*orders, *verbs)}) <= len(listed):
        return list(listed)
    return [
        (replace(passage, tree=tree, instead={}), evidence)
        if tree is not None and (is_order(tree) or _verbs(tree))
        else (passage, evidence)
        for (passage, evidence), tree in zip(listed, trees, strict=True)
    ]


def _verbs(tree: Tree) -> list[str]:
    """*Mash*, *Sweeten and thicken* among labels like *Boil roots*; empty for other words."""
    words = [w.text.lower() for w in tree.words if w.upos != "PUNCT"]
    found = [word for word in words if word != "and"]
    return (
        found if all(is_verb(word) for word in found) and 2 * len(found) - 1 == len(words) else []
    )


def _is_told_to_do(passage: Passage) -> bool:
    tree = passage.tree
    return is_order(tree) or (tree is passage.place.label_tree and bool(_verbs(tree)))


PROCEDURE = re.compile(
    r"\b(?:process|steps?|step-by-step|procedure|method|methodology|workflow|recipe"
    r"|instructions)\b",
    re.IGNORECASE,
)


def _is_procedure(first: Passage) -> bool:
    """Does the heading, or the sentence before a list, call it a process?"""
    last = first.before[-1].tree.sentence.text if first.before else ""
    return bool(PROCEDURE.search(first.heading) or PROCEDURE.search(last))


def _lists(told: Sequence[Told]) -> Iterator[list[Told]]:
    """The numbered lists of a note, each by itself: one begins where the numbers fall back."""
    items = [each for each in told if each[0].block.kind == "ordered" and not each[0].position]
    for _, group in groupby(items, key=_place_of):
        listed: list[Told] = []
        for each in group:
            if listed and each[0].block.number < listed[-1][0].block.number:
                yield listed
                listed = []
            listed.append(each)
        yield listed


def _place_of(told: Told) -> tuple[int | None, tuple[str, ...]]:
    block = told[0].block
    return block.parent, block.headings


def is_order(tree: Tree) -> bool:
    """*Boil the roots*, also behind *after an hour*."""
    root = tree.root
    if tree.words[root].xpos != "VB" or tree.words[root].upos != "VERB":
        return False
    return not tree.kids(root, "nsubj", "csubj", "aux", "mark", "neg", "cop")


def _goes_on(orders: Sequence[Told]) -> bool:
    known: set[str] = set()
    again = 0
    for passage, _ in orders:
        tree = passage.tree
        nouns = {w.index for w in tree.words if w.upos == "NOUN"}
        again += any(tree.lemma(n) in known and "the" in tree.determiners(n) for n in nouns)
        known |= {tree.lemma(n) for n in nouns}
    return again >= GOING_ON * len(orders)


def _is_next_part(before: Sequence[Told], orders: Sequence[Told]) -> bool:
    """Does a list below the next heading go on with *the dough* of the one before it?"""
    above, here = (each[0][0].block.headings for each in (before, orders))
    if above == here or not here or above[:-1] != here[:-1]:
        return False
    tree = orders[0][0].tree
    if any(passage.tree.sentence.text == tree.sentence.text for passage, _ in before):
        return False  # the same steps in the next example
    known = {w.lemma for passage, _ in before for w in passage.tree.words if w.upos == "NOUN"}
    taken = [w for w in tree.words if w.upos == "NOUN" and "the" in tree.determiners(w.index)]
    return any(word.lemma in known for word in taken)


def _links(orders: Sequence[Told]) -> Iterator[Link]:
    for (one, _), (other, evidence) in pairwise(orders):
        cause, effect = step(one), step(other)
        keys = plain_key(cause), plain_key(effect)
        if all(keys) and keys[0] != keys[1]:
            yield Link(cause, effect, ">", "follow", evidence, *keys)


def step(passage: Passage) -> str:
    """What an order tells to do: *kneading the dough*; empty where it points elsewhere."""
    passage = _going_on(passage)
    tree = passage.tree
    labelled = tree is passage.place.label_tree
    if labelled and (verbs := _verbs(tree)):
        return " and ".join(inflect(verb, "VBG") for verb in verbs)
    if text := doing_at(passage, tree.root):
        return inside_sentence(text, tree.lexicon) if labelled else text
    node = event(passage, tree.root, None)
    if node is not None:
        return node.text
    until = [k for k in tree.kids(tree.root, "advcl") if tree.marker(k) == "until"]
    bare = until and tree.kid(tree.root, "obj", "obl", "xcomp", "ccomp") is None
    return inflect(tree.lemma(tree.root), "VBG") if bare else ""


def _going_on(passage: Passage) -> Passage:
    """*Bake for another hour*: behind the step before, *another* is clear."""
    tree = passage.tree
    again = {w.index: w.text for w in tree.words if w.lemma == "another" and w.upos == "DET"}
    return replace(passage, instead={**again, **passage.instead}) if again else passage
