"""Understand *this process* by what its own sentence, or a definition before it, says it is."""

from __future__ import annotations

from cards.claims.mentions import NO_CLASS, Mention, mentions
from cards.claims.passage import Passage
from cards.english.phrases import DENYING, SHELLS, dangling, is_plural, name_given, noun_words
from cards.english.tree import Tree

KINDS_OF_DOING = frozenset(
    """approach method technique strategy practice process procedure model concept idea phenomenon
    term technology field discipline system principle theory framework philosophy
    skill""".split()
)
"""Nouns that say no more of what was defined than that it is done or thought."""


def defined_before(passage: Passage, index: int) -> Mention | None:
    """*Grafting is the process by which …. This process …*: what a sentence says the meaning of.

    Args:
        index: Of *this*.
    """
    tree = passage.tree
    head = tree.words[index].head
    last = passage.before[-1] if passage.before else None
    if last is None or last.block is not passage.block or is_plural(tree, head):
        return None
    if any(
        k > head or tree.dep(k) == "compound" for k in tree.kids(head, "nmod", "acl", "compound")
    ):
        return None
    things = {_defined(last, tree.lemma(head)), _led_in(last, tree.lemma(head))}
    found = [m for m in mentions(last, last.instead) if m.index in things]
    return found[0] if found and not found[0].plural and not found[0].person else None


def _defined(last: Passage, noun: str) -> int | None:
    """The subject of a sentence that says what it is; a word number."""
    tree = last.tree
    root = tree.root
    thing = tree.kid(root, "nsubj")
    if thing is None or tree.lemma(thing) in SHELLS | NO_CLASS or _is_denied(tree):
        return None
    if tree.kid(thing, "nmod:poss") is not None or tree.determiners(thing) & OPEN:
        return None
    if tree.lemma(root) == "refer":
        return thing if noun in KINDS_OF_DOING and not tree.kids(root, "aux:pass") else None
    if tree.kid(root, "cop") is None or not tree.determiners(root) & {"a", "an", "the"}:
        return None
    kind = tree.lemma(root)
    same = kind == noun and tree.kid(root, "nmod", "acl") is not None
    return thing if same or {kind, noun} <= KINDS_OF_DOING else None


OPEN = frozenset({"this", "that", "these", "those", "such", "another", "one", "each"})
CONSISTING = frozenset({"involve", "consist", "entail", "mean"})
THOUGHTS = frozenset({"concept", "phenomenon", "term", "field", "theory", "discipline"})
"""Nouns of what a note is about, whatever it says of it first."""


def _led_in(last: Passage, noun: str) -> int | None:
    """*Malting takes up a shed. This term …*: the thing of the note or heading, told of first."""
    thing = last.tree.kid(last.tree.root, "nsubj")
    consists = last.tree.lemma(last.tree.root) in CONSISTING and noun in KINDS_OF_DOING
    if thing is None or last.position > 0 or not (consists or noun in THOUGHTS):
        return None
    text = last.tree.say(noun_words(last.tree, thing)).lower()
    names = {name.lower() for name in (last.topic, last.section, last.heading, last.note.title)}
    return thing if text in names else None


def _is_denied(tree: Tree) -> bool:
    """*is not a process*, *can be a method*: no definition."""
    return tree.kid(tree.root, "aux") is not None or any(
        tree.lemma(k) in DENYING for k in tree.kids(tree.root, "advmod", "det")
    )


SHORTEST = 3
"""Letters of a name."""


def named_here(passage: Passage, index: int) -> Mention | None:
    """Blooming, in *this process, called blooming, …*."""
    tree = passage.tree
    head = tree.words[index].head
    name = name_given(tree, head)
    if name is None or is_plural(tree, head):
        return None
    others = {w for kid in tree.kids(name, "conj", "cc") for w in tree.below(kid)}
    words = [w for w in noun_words(tree, name) if w not in others]
    text = tree.say(words, passage.instead).strip(" ,")
    if dangling(tree, words, passage.instead) or len(text) < SHORTEST:
        return None
    if any(tree.words[w].upos == "VERB" for w in words):
        return None  # "called the Kilogram and known as Big K"
    return Mention(text, False, tree.lemma(name), True, False, frozenset(), name, clause=True)
