"""*Enzymes like lipase and amylase*: the kind is asked for, what is named answers."""

from __future__ import annotations

import re

from cards.english.phrases import EXAMPLES, SHADES, dangling, noun_words
from cards.english.speaking import Speaker
from cards.english.tree import Tree

TELLING_NO_KIND = frozenset({"thing", "way", "one", "other", "stuff", "item", "change", "fact"})
"""Nouns that tell no kind."""
IDLE = frozenset(
    """various several many different certain numerous multiple other new specific particular
    important key essential common some""".split()
)
"""Words before a noun that tell nothing of a kind."""
TURNS = re.compile(
    r"\b(?:but|not|than|more|less|only|etc|one|ones|such as|like|including)\b", re.IGNORECASE
)
"""What goes on to something else behind what is named: *iron, but little calcium*."""
LONGEST_KIND = 4
LONGEST_NAMED = 15
"""Words."""


def exemplified(speaker: Speaker, head: int) -> tuple[str, str]:
    """What is named of a kind, and the kind to ask for: *Which enzymes?*; empty where none is."""
    tree = speaker.tree
    first = _first_named(tree, head)
    if first is None or tree.words[head].xpos != "NNS" or tree.lemma(head) in TELLING_NO_KIND:
        return "", ""
    kind = _kind(speaker, head, first)
    words = _names(tree, first)
    if not kind or sum(tree.words[w].upos != "PUNCT" for w in words) > LONGEST_NAMED:
        return "", ""
    if dangling(tree, words, speaker.instead, known=("subject",)):
        return "", ""
    named = tree.say(words, speaker.around)
    return ("", "") if TURNS.search(named) else (named, f"Which {kind}")


def _first_named(tree: Tree, head: int) -> int | None:
    """The first of what is named of a kind, where nothing else is told of the kind behind it."""
    behind = [k for k in tree.kids(head) if k > head and tree.dep(k) != "punct"]
    named = [k for k in behind if tree.dep(k) == "nmod" and tree.marker(k) in EXAMPLES]
    others = [k for k in behind if k not in named]
    if len(named) != 1 or any(tree.dep(k) not in {"acl", "appos"} for k in others):
        return None
    loose = all(tree.comma_before(k) for k in others)
    is_noun = tree.words[named[0]].upos in {"NOUN", "PROPN"} and tree.words[head].upos == "NOUN"
    return named[0] if is_noun and loose else None


def _names(tree: Tree, first: int) -> list[int]:
    """What is named, without what a comma tells of the last: *the amygdala, which …*."""
    loose = [k for k in tree.kids(first, "amod", "acl", "nmod") if tree.comma_before(k)]
    more = {w for k in loose if k > first for w in tree.below(k)}
    words = [w for w in noun_words(tree, first) if w not in more]
    while words and tree.words[words[-1]].upos == "PUNCT":
        words = words[:-1]
    return words


def _kind(speaker: Speaker, head: int, first: int) -> str:
    """The noun with what stands before it and tells its kind; empty where that is not known."""
    tree = speaker.tree
    before = [k for k in tree.kids(head) if k < head and tree.dep(k) not in {"case", "punct"}]
    idle = {k for k in before if tree.lemma(k) in IDLE | SHADES or tree.dep(k) == "advmod"}
    told = [k for k in before if k not in idle]
    if any(tree.dep(k) not in {"amod", "compound"} for k in told):
        return ""  # "its enzymes", "three enzymes"
    words = sorted({head, *(w for k in told for w in tree.below(k))})
    if len(words) > LONGEST_KIND or dangling(tree, words, {}) or max(words) > first:
        return ""
    return tree.say(words, speaker.around)
