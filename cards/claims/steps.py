"""The items of a numbered list in, links from step to step out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from cards.claims.actions import inside_sentence
from cards.claims.doings import doing_at
from cards.claims.nodes import event, plain_key, thing
from cards.claims.outcomes import subject_of
from cards.claims.passage import Passage
from cards.english.causes import RAISING_WORDS, effect_of
from cards.english.tree import Tree
from cards.english.verbs import inflect, is_verb
from cards.model import Evidence, Link

FEWEST = 3
"""Orders that make a procedure."""
GOING_ON = 0.3
"""Of its orders that speak of *the dough* that an order before them named; advice has fewer."""

LONGEST_LABEL = 8
"""Words of a label that is a step as it stands."""

Told = tuple[Passage, Evidence]


def steps(told: Sequence[Told]) -> Iterator[Link]:
    """*1. Knead the dough. 2. Let the dough rest.*: the one, then the other."""
    last: list[Told] = []
    for items in _lists(told):
        listed = _by_labels(items)
        orders = [each for each in listed if _is_told_to_do(each[0])]
        if 2 * len(orders) <= len(listed) and _is_staged(items[0][0]):
            yield from _links(items, stage)
        most = len(orders) >= FEWEST and 2 * len(orders) > len(listed)
        if most and (_goes_on(orders) or _tells_next(orders) or _is_procedure(orders[0][0])):
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


COURSE = re.compile(
    r".*\b(?:stages|phases|steps|stations)(?: of [^,:]+)?:?"
    r"|.*\b(?:process|workflow|pathway|sequence of events|cycle)\b[^,:]*"
    r" (?:involves?|involved|is|was|includes?|follows?):",
    re.IGNORECASE,
)
"""How a heading, or the sentence before a list, says that its items come one behind the other."""


def _is_staged(first: Passage) -> bool:
    """*Soap goes through three stages: 1. **Mixing** … 2. **Curing** …*"""
    last = _lead_in(first)
    return bool(COURSE.fullmatch(last) or COURSE.fullmatch(first.heading))


def _lead_in(first: Passage) -> str:
    """The sentence before a list; empty where there is none."""
    return first.before[-1].tree.sentence.text.strip() if first.before else ""


def stage(passage: Passage) -> str:
    """What a stage is called, else what happens in it; empty where that says too little."""
    label, tree = passage.place.label_tree, passage.tree
    if label is not None:
        root = label.words[label.root]
        named = root.upos in {"NOUN", "PROPN"} or root.xpos == "VBG"
        return inside_sentence(passage.place.label, label.lexicon) if named else ""
    if tree.words[tree.root].upos == "NOUN" and tree.kid(tree.root, "nsubj", "cop") is None:
        found = thing(passage, tree.root)
        return found[0].text if found else ""
    node = event(passage, tree.root, subject_of(tree, tree.root))
    return node.text if node else ""


LEADING_IN = re.compile(
    r"(?:(?:to (?P<verb>\w+)|when) (?!the\b)[^,:.]+|for [^,:.]+ = [^,:.]+)"
    r"(?:, (?:with|on|in) [^,:.]+)?:",
    re.IGNORECASE,
)
"""A whole sentence before a list: *To plait a loaf:*, *For 3x = 6, with x = 2:*."""
MADE = re.compile(
    r"(?:making|preparing|placing|setting up|installing|baking|cooking|assembling|mixing|checking"
    r"|merging|creating|buying|selling|deploying|solving|calculating|cleaning|storing)\b"
    r"|(?:.* )?(?:preparation|assembly|installation|setup)$",
    re.IGNORECASE,
)
"""A heading of what the hands do: *Making Soap*, *Dough Preparation*."""


def _is_procedure(first: Passage) -> bool:
    """Does the heading, or the sentence before a list, call it a process?"""
    last = _lead_in(first)
    if PROCEDURE.search(first.heading) or PROCEDURE.search(last) or MADE.match(first.heading):
        return True
    led = LEADING_IN.fullmatch(last)
    verb = (led["verb"] or "").lower() if led else ""
    return led is not None and effect_of(verb) != "-" and verb not in RAISING_WORDS


NEXT = frozenset({"then", "next", "finally", "afterwards", "subsequently", "lastly"})


def _tells_next(orders: Sequence[Told]) -> bool:
    """*Finally, multiply both*, *once it is brown, turn it*: one comes behind the other."""
    return any(_is_next(passage.tree) for passage, _ in orders[1:])


def _is_next(tree: Tree) -> bool:
    if any(tree.lemma(k) in NEXT for k in tree.kids(tree.root, "advmod")):
        return True
    first = (k for k in tree.kids(tree.root, "advcl", "obl") if k < tree.root)
    return any(tree.marker(k) in {"after", "once"} for k in first)


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
    if above == here or not here or above[:-1] != here[:-1] or _is_other(above[-1], here[-1]):
        return False
    tree = orders[0][0].tree
    if any(passage.tree.sentence.text == tree.sentence.text for passage, _ in before):
        return False  # the same steps in the next example
    known = {w.lemma for passage, _ in before for w in passage.tree.words if w.upos == "NOUN"}
    taken = [w for w in tree.words if w.upos == "NOUN" and "the" in tree.determiners(w.index)]
    return any(word.lemma in known for word in taken)


def _is_other(above: str, here: str) -> bool:
    """*Method 1: …*, *Method 2: …*: one or the other."""
    one, other = above.split(maxsplit=1)[0], here.split(maxsplit=1)[0]
    return one == other and one.lower() not in {"step", "phase", "stage", "part"}


def _links(listed: Sequence[Told], name: Callable[[Passage], str] | None = None) -> Iterator[Link]:
    """One item, then the next, where both have a name."""
    name = name or step
    for (one, _), (other, evidence) in pairwise(listed):
        cause, effect = name(one), name(other)
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
    text = doing_at(passage, tree.root) or (_said(tree) if labelled else "")
    if text:
        return inside_sentence(text, tree.lexicon) if labelled else text
    node = event(passage, tree.root, None)
    if node is not None:
        return node.text
    until = [k for k in tree.kids(tree.root, "advcl") if tree.marker(k) == "until"]
    bare = until and tree.kid(tree.root, "obj", "obl", "xcomp", "ccomp") is None
    return inflect(tree.lemma(tree.root), "VBG") if bare else ""


def _said(tree: Tree) -> str:
    """A label as a doing, all its words kept: *halving both sides*; empty where it is long."""
    words = [w.index for w in tree.words if w.upos != "PUNCT"]
    clear = len(words) == len(tree.words) - (tree.words[-1].upos == "PUNCT")
    clear = clear and not any(w.upos == "PRON" for w in tree.words)
    doing = inflect(tree.lemma(tree.root), "VBG")
    return tree.say(words, {tree.root: doing}) if clear and len(words) <= LONGEST_LABEL else ""


def _going_on(passage: Passage) -> Passage:
    """*Bake for another hour*: behind the step before, *another* is clear."""
    tree = passage.tree
    again = {w.index: w.text for w in tree.words if w.lemma == "another" and w.upos == "DET"}
    return replace(passage, instead={**again, **passage.instead}) if again else passage
