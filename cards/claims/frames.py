"""An item of a list in; what its heading or lead-in says it causes, or comes of, out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from cards.claims.grounds import Found
from cards.claims.nodes import Node, plain_key, thing
from cards.claims.outcomes import Outcome, brings, denied, is_step
from cards.claims.passage import Passage
from cards.english.phrases import is_plural
from cards.english.thesaurus import is_word
from cards.english.tree import Tree

EFFECTS = frozenset("benefit effect consequence complication symptom risk danger harm".split())
"""Nouns of what a thing brings about; an advantage may be what it only has."""
CAUSES = frozenset("cause factor reason trigger driver determinant contributor element".split())
EITHER = frozenset({"factor", "element", "determinant"})
"""Of these, what may act one way or the other: *Factors of burnout: - Workload - Fairness*."""
EFFECTS_OF = re.compile(
    r"(?:(?!no\b)[\w-]+ ){0,2}(?:benefits|effects|consequences|complications|symptoms|risks|dangers"
    r"|harms) of (?P<name>.+)",
    re.IGNORECASE,
)
CAUSES_OF = re.compile(
    r"(?:(?!no\b)[\w-]+ ){0,2}(?:(?:causes|triggers|drivers) of|(?:factors|reasons) (?:for|behind)"
    r"|factors (?:contributing to|driving)) (?P<name>.+)",
    re.IGNORECASE,
)
ARTICLE = re.compile(r"^(?:an?|the) ", re.IGNORECASE)
LONG_WORD = 3
"""Letters up to which a word is small in a title."""
LISTING = frozenset({"include", "be", "comprise"})


def framed(passage: Passage) -> Iterator[Found]:
    """*Effects of overgrazing: - **Soil loss** …*, *three factors contribute to rust: - salt*."""
    if passage.position or passage.block.kind not in {"item", "ordered"}:
        return
    parent = passage.before[-1] if passage.before and passage.block.parent is not None else None
    source = _told_of(parent) if parent is not None else None
    made = tuple(_told_by(parent)) if parent is not None else ()
    if parent is None or (not made and source is None and _repeats(parent)):
        source, made = _headed(passage, EFFECTS_OF), _of_heading(passage)
    effect = _named(passage, bare=True) if source is not None else None
    if source is not None and effect is not None:
        yield source, Outcome.of(effect, "lead")
    cause = _named(passage, bare=False) if made else None
    if cause is not None:
        yield from ((cause[0], outcome) for outcome in made)


def _named(passage: Passage, *, bare: bool) -> tuple[Node, int] | None:
    """The thing that an item names by its label, or is, as it is spelt inside a sentence."""
    label = passage.place.label_tree
    tree = label if label is not None else passage.tree
    root = tree.words[tree.root]
    if root.upos not in {"NOUN", "PROPN"} or tree.kid(tree.root, "nsubj", "cop") is not None:
        return None
    if tree.marker(tree.root) or any(w.text in {"/", "&", "vs", "?"} for w in tree.words):
        return None
    own = passage if label is None else replace(passage, tree=tree, instead={}, plurals={})
    found = thing(own, tree.root, bare=bare)
    if found is None or found[0].somebody:
        return None
    text = " ".join(_small(tree).get(word, word) for word in found[0].text.split())
    return replace(found[0], text=text), found[1]


def _small(tree: Tree) -> dict[str, str]:
    """The words of *Easier Handling*, of an item in Title Case, as a sentence has them."""
    long = [word.text for word in tree.words if len(word.text) > LONG_WORD]
    titled = len(long) > 1 and all(text[:1].isupper() for text in long)
    return {
        word.text: word.text.lower()
        if titled and word.text.istitle() and is_word(word.text.lower())
        else tree.lexicon.unstarted(word)
        for word in tree.words
    }


def _told_by(parent: Passage) -> Iterator[Outcome]:
    """What a sentence above says several factors bring about."""
    tree = parent.tree
    head = _head(tree)
    if head is None or tree.lemma(head) not in CAUSES or not is_plural(tree, head):
        return
    verbs = tree.kids(head, "acl") if head == tree.root else [tree.root]
    for verb in verbs:
        if tree.lemma(verb) not in LISTING and tree.words[verb].upos == "VERB":
            made = (each for each in brings(parent, verb) if not is_step(each))
            yield from (each for each in made if not each.node.guessed)
    if head == tree.root or tree.lemma(tree.root) in LISTING:
        owners = [k for k in tree.kids(head, "nmod") if tree.marker(k) in {"of", "for", "behind"}]
        found = (thing(parent, k, bare=True) for k in owners[:1])
        made = (Outcome.of(each, "cause") for each in found if each)
        either = tree.lemma(head) in EITHER
        yield from (replace(each, sign=">", verb="affect") if either else each for each in made)


def _told_of(parent: Passage) -> Node | None:
    """The thing whose effects a sentence above lists."""
    tree = parent.tree
    head = _head(tree)
    if head is None or tree.lemma(head) not in EFFECTS or not is_plural(tree, head):
        return None
    owner = tree.of(head)
    listed = head == tree.root or tree.lemma(tree.root) in LISTING
    found = thing(parent, owner) if owner is not None and listed else None
    return found[0] if found else None


def _head(tree: Tree) -> int | None:
    """The noun that a lead-in speaks of: its subject, or all it is."""
    if not tree.sentence.text.rstrip().endswith(":"):
        return None
    subject = tree.kid(tree.root, "nsubj")
    alone = subject is None and tree.words[tree.root].upos == "NOUN"
    head = tree.root if alone else subject
    none = head is not None and "no" in tree.determiners(head)
    return None if none or denied(tree, tree.root) else head


def _repeats(parent: Passage) -> bool:
    """*Key benefits include:*, *the effects are grave:*: a lead-in that takes up its heading."""
    words = parent.tree.words
    if any(w.lemma in {"no", "not"} for w in words):
        return False
    return any(w.xpos == "NNS" and w.lemma in EFFECTS | CAUSES | {"advantage"} for w in words)


def _headed(passage: Passage, frame: re.Pattern[str]) -> Node | None:
    """The thing that *Effects of overgrazing* is about."""
    found = frame.fullmatch(passage.heading)
    name = passage.section
    if found is None or not name:
        return None
    if ARTICLE.sub("", found["name"]).lower() != name.lower():
        return None
    return Node(name, (plain_key(name),)) if plain_key(name) else None


def _of_heading(passage: Passage) -> tuple[Outcome, ...]:
    node = _headed(passage, CAUSES_OF)
    if node is None:
        return ()
    either = "factors" in passage.heading.lower()
    return (Outcome(node, ">", "affect") if either else Outcome(node, "+", "cause"),)
