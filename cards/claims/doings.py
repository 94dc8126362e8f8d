"""A sentence in, what it says is done as a phrase out: *covering the dough*."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from cards.claims.passage import Passage
from cards.english.clauses import WITH_TOOLS
from cards.english.phrases import PERSONAL, POINTING, dangling, noun_words
from cards.english.speaking import base_form
from cards.english.tree import Tree
from cards.english.verbs import inflect

LONGEST = 13
"""Words; a longer doing leaves no room for the question."""
ANYBODY = frozenset({"you", "we", "one", "people"})
STATES = frozenset(
    """know call name term consider see view regard think believe say define describe refer find
    locate situate base root compose make characterize associate relate link connect tie attribute
    design intend mean expect suppose require need involve concern contain limit bear surround
    understand perceive interpret portray depict present estimate represent measure reflect
    illustrate demonstrate observe highlight underscore recognize acknowledge appreciate argue
    note report criticize tell""".split()
)
"""Verbs whose passive tells how a thing is, or is thought to be, not what is done with it."""
CARRYING = frozenset({"involve", "require", "include", "entail", "mean", "recommend", "suggest"})
"""*This involves boiling it*: the doing is what stands behind."""
PLANS = frozenset(
    """principle idea process method technique practice strategy approach procedure act task trick
    tactic concept habit step art""".split()
)
"""*the method of burning it*"""


def doing_of(last: Passage, *, named: bool = False) -> str:
    """What a sentence says is done, for a *This* behind it; empty where it tells no one doing.

    Args:
        named: The sentence behind calls it a method, a process: a doing inside will do.
    """
    tree = last.tree
    if not last.tree.sentence.text.rstrip().endswith((".", "!")):
        return ""
    means = _means(tree)
    if len(means) > 1:
        return ""
    for verb in (*means, *_behind(tree), *([] if means else _told(tree))):
        return doing_at(last, verb)
    inside = list(_inside(tree)) if named else []
    return doing_at(last, inside[0]) if len(inside) == 1 else ""


def _means(tree: Tree) -> list[int]:
    """*solves it by flipping bits*; not in an order, all of which is meant."""
    if tree.words[tree.root].xpos == "VB" and tree.kid(tree.root, "nsubj", "aux") is None:
        return []
    heads = {tree.root, *tree.kids(tree.root, "xcomp")}
    return [
        kid
        for head in sorted(heads)
        for kid in tree.kids(head, "advcl", "obl")
        if tree.words[kid].xpos == "VBG" and tree.marker(kid) == "by"
    ]


def _behind(tree: Tree) -> Iterator[int]:
    """*It involves boiling the roots*; *the trick is to boil them*."""
    root = tree.root
    if tree.lemma(root) in CARRYING and not tree.kids(root, "aux:pass"):
        found = [k for k in tree.kids(root, "obj", "xcomp", "ccomp") if k > root]
        if found and tree.words[found[0]].xpos == "VBG" and tree.kid(found[0], "nsubj") is None:
            yield found[0]
    if tree.kid(root, "nsubj:outer") is not None and tree.words[root].xpos in {"VB", "VBG"}:
        yield root


def _told(tree: Tree) -> Iterator[int]:
    """An order, what *you can* do, or what is done to a thing that nobody is said to do."""
    root = tree.root
    word = tree.words[root]
    if word.upos != "VERB" or _is_denied(tree, root):
        return
    subject = tree.kid(root, "nsubj", "csubj")
    fronted = any(
        k < root and tree.marker(k) not in {"to", "in order to"}
        for k in tree.kids(root, "advcl", "obl", "ccomp", "parataxis")
    )
    if subject is None:
        if word.xpos == "VB" and not tree.kids(root, "aux") and not fronted:
            yield root
    elif tree.words[subject].text.lower() in ANYBODY and word.xpos in {"VB", "VBP"}:
        if not fronted:
            yield root
    elif tree.words[subject].upos in {"NOUN", "PROPN"} and tree.kid(root, "aux:pass") is not None:
        by = any(tree.marker(k) == "by" for k in tree.kids(root, "obl"))
        if not by and not fronted and tree.lemma(root) not in STATES:
            yield root


def _is_denied(tree: Tree, verb: int) -> bool:
    return any(
        tree.lemma(kid) in {"not", "n't", "never", "no", "rarely", "seldom", "hardly", "once"}
        for kid in tree.kids(verb, "advmod", "neg", "det")
    )


def _inside(tree: Tree) -> Iterator[int]:
    """*the method of burning coal*, or a doing that is the subject."""
    for word in tree.words:
        if word.xpos != "VBG" or word.head < 0:
            continue
        subject = tree.dep(word.index) == "csubj" and word.head == tree.root
        plan = tree.lemma(word.head) in PLANS and tree.marker(word.index) == "of"
        if subject or plan:
            yield word.index


DEEDS = ("tion", "sion", "ment", "ance", "ence", "age", "ure", "merger")
"""Endings of nouns that a verb makes: *inhibition*, *assignment*, *merger*."""
MADE = frozenset("government settlement equipment plantation station monument".split())
"""Such nouns of what is there afterwards, or of who does it."""
STEM = 4
"""Letters that a verb and its noun share, and all but two of the verb's."""


def deed_of(last: Passage, noun: str) -> str:
    """*Cold inhibits growth. This inhibition …*: inhibiting growth; or empty."""
    tree = last.tree
    if not noun.endswith(DEEDS) or noun in MADE:
        return ""
    verbs = [w.index for w in tree.words if w.upos == "VERB" and _makes(w.lemma.lower(), noun)]
    if len(verbs) != 1 or _is_denied(tree, verbs[0]):
        return ""
    passive = tree.kid(verbs[0], "aux:pass") is not None
    done = tree.kid(verbs[0], "nsubj:pass" if passive else "obj") is not None
    text = doing_at(last, verbs[0]) if done else ""
    return "" if {"its", "their"} & set(text.split()) else text


def _makes(verb: str, noun: str) -> bool:
    least = max(STEM, len(verb) - 2)
    return verb != noun and verb[:least] == noun[:least]


LOOSE = frozenset({"discourse", "parataxis", "nsubj", "aux", "cop", "mark", "expl"})


def doing_at(last: Passage, verb: int) -> str:
    """The doing at a verb in the *-ing* form with what belongs to it."""
    tree = last.tree
    verbs = [verb, *_joined(tree, verb)]
    if verbs != [verb] and any(tree.kids(v, "nsubj", "aux") for v in verbs[1:]):
        return ""
    patient = tree.kid(verb, "nsubj:pass")
    passive = patient is not None and tree.kid(verb, "aux:pass") is not None
    if passive and len(verbs) > 1:
        return ""
    words = _words(tree, verbs)
    instead = dict(last.instead) | {v: _ing(tree, v) for v in verbs}
    if _is_unclear(last, words) or len(words) < 2 - passive:
        return ""
    if passive and patient is not None:
        object_words = noun_words(tree, patient)
        if _is_unclear(last, object_words):
            return ""
        text = " ".join(
            (
                instead[verb],
                tree.say(object_words, last.instead),
                tree.say([w for w in words if w > verb], instead),
            )
        ).strip()
    else:
        text = tree.say(words, instead)
    return text if 2 <= len(text.split()) <= LONGEST else ""


def _joined(tree: Tree, verb: int) -> list[int]:
    """*cover and refrigerate it*"""
    tag = tree.words[verb].xpos
    return [k for k in tree.kids(verb, "conj") if tree.words[k].xpos == tag]


def _words(tree: Tree, verbs: Collection[int]) -> list[int]:
    """The verbs and what belongs to them, without additions."""
    first = min(verbs)
    drop = {w for w in tree.below(first) if _is_loose(tree, w)}
    drop |= {kid for verb in verbs for kid in tree.kids(verb) if _is_apart(tree, kid, verbs)}
    return _short([w for w in tree.below(first, without=drop) if w >= first], tree)


def _is_apart(tree: Tree, kid: int, verbs: Collection[int]) -> bool:
    """Is a word beside the verb no part of the doing?"""
    dep = tree.dep(kid)
    if kid in verbs or dep in {"cc", "punct"}:
        return False
    if kid < tree.words[kid].head or dep in LOOSE or dep == "conj":  # "rather than pouring it"
        return True
    marker = tree.marker(kid)
    if dep == "advcl" and marker == "to":
        # a tool says little without what for: *use a mallet to flatten it*
        return tree.lemma(tree.words[kid].head) not in WITH_TOOLS
    aside = dep in {"advcl", "obl"} and marker in ASIDE
    return aside or (tree.comma_before(kid) and dep in {"obl", "advmod"})


def _is_loose(tree: Tree, index: int) -> bool:
    return tree.dep(index) in {"acl", "appos", "advcl"} and tree.comma_before(index)


ASIDE = frozenset(
    {"so", "so that", "because", "because of", "due to"}
    | {"in order to", "rather than", "instead of"}
)
"""What begins an addition that tells why, or what is not done."""


def _short(words: list[int], tree: Tree) -> list[int]:
    """The words without clauses, then without what tells more of a noun that is told of already."""
    for more in ("acl", "nmod"):
        for head in words:
            if len(words) <= LONGEST or tree.dep(head) != more:
                continue
            if _is_told_of(tree, tree.words[head].head):
                branch = {*tree.below(head)}
                words = [w for w in words if w not in branch]
    while words and tree.words[words[-1]].upos == "PUNCT":
        words = words[:-1]
    return words


def _is_told_of(tree: Tree, noun: int) -> bool:
    return bool(tree.kids(noun, "amod", "compound"))


def _ing(tree: Tree, verb: int) -> str:
    word = tree.words[verb]
    return word.text.lower() if word.xpos == "VBG" else inflect(base_form(tree, verb), "VBG")


def _is_unclear(last: Passage, words: Collection[int]) -> bool:
    tree = last.tree
    if dangling(tree, words, last.instead):
        return True
    if any(tree.words[w].xpos in {"WP", "WRB"} or tree.lemma(w) == "but" for w in words):
        return True  # "recognizing what …", "not only freezing but drying": cut short
    return any(
        w not in last.instead
        and tree.words[w].text.lower() in POINTING | PERSONAL
        and tree.words[w].dep != "mark"
        and tree.words[w].feat("PronType") != "Rel"
        for w in words
    )
