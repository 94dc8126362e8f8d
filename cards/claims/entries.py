"""Lines that are no sentences, and what they say of their label."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cards.claims.actions import label_term, noun_with_participle
from cards.claims.attributes import HOW_OFTEN, owner_of
from cards.claims.passage import Passage
from cards.english.facts import Fact
from cards.english.phrases import beside_counted, dangling, is_plural, noun_words
from cards.english.rarity import rarest, rarity
from cards.english.tree import Tree
from cards.english.verbs import capitalised
from cards.model import Evidence

LEAST, LONGEST = 3, 16
"""Words of what a line says."""
DEEDS = re.compile(r"(?:tion|sion|ment|sis|ance|ence|ing|al|ism|age|ure)$")
"""Endings of nouns for what is done: *vasoconstriction*, *hybrid integration*."""


def enacted(passage: Passage, evidence: Evidence) -> Iterator[Fact]:
    """Find "**Vasodilation**: Widening the blood vessels", a deed that a deed explains."""
    term, label, tree = label_term(passage), passage.place.label_tree, passage.tree
    if not term or label is None or passage.position > 0 or not _is_deed(label, passage.section):
        return
    root = tree.words[tree.root]
    if root.xpos != "VBG" or tree.kid(root.index, "nsubj", "aux", "cop", "case", "mark"):
        return
    loose = {w for k in tree.kids(root.index) if _is_loose(tree, k) for w in tree.below(k)}
    words = [w for w in tree.below(root.index) if w not in loose]
    if tree.kid(root.index, "obj") is None or dangling(tree, words, passage.instead):
        return
    yield from _meaning(passage, evidence, term, tree.say(words, passage.instead))


def made_or_done(passage: Passage, evidence: Evidence) -> Iterator[Fact]:
    """Find "**Convection**: heat carried along by a fluid": a noun, and how it is what it is."""
    term, label, tree = label_term(passage), passage.place.label_tree, passage.tree
    thing = noun_with_participle(passage)
    if thing is None or label is None or rarest(term.split()) < RARE_DEED:
        return
    plural = is_plural(tree, thing)
    if plural != is_plural(label, label.root) or tree.words[tree.root - 1].text == ",":
        return
    loose = {w for k in tree.kids(tree.root) if _is_loose(tree, k) for w in tree.below(k)}
    words = [w for w in tree.below(tree.root) if w not in loose]
    if dangling(tree, words, passage.instead):
        return
    yield from _meaning(passage, evidence, term, tree.say(words, passage.instead), plural)


def _is_deed(label: Tree, section: str) -> bool:
    """*Vasoconstriction*; *Treatment* under *Gout* is an aspect of gout."""
    root = label.words[label.root]
    single = root.xpos in {"NN", "NNP"} and label.kid(root.index, "conj") is None
    if section and len(label.words) <= LEAST and rarity(root.text) < RARE_DEED:
        return False
    return single and DEEDS.search(root.text.lower()) is not None


RARE_DEED = 0.4
"""Rarity from which a label of one word is a term below a heading."""


def _is_loose(tree: Tree, kid: int) -> bool:
    return tree.dep(kid) in {"advcl", "parataxis"} and tree.comma_before(kid)


def _meaning(
    passage: Passage, evidence: Evidence, term: str, meaning: str, plural: bool = False
) -> Iterator[Fact]:
    if not LEAST <= len(meaning.split()) <= LONGEST:
        return
    yield Fact(
        "definition",
        "meaning",
        f"{capitalised(term)} {'are' if plural else 'is'} {meaning}.",
        evidence,
        term=term,
        meaning=meaning,
        plural=plural,
        labelled=True,
        topic=passage.topic,
    )


def foremost_of(passage: Passage, evidence: Evidence) -> Iterator[Fact]:
    """Find "**Gout**: Most common *arthritis of men*": the one of its kind."""
    thing, label, tree = label_term(passage), passage.place.label_tree, passage.tree
    if label is not None and label.lemma(label.root) in HOW_OFTEN:
        thing = owner_of(passage)
    root = tree.words[tree.root]
    if not thing or label is None or passage.position > 0 or root.upos not in {"NOUN", "PROPN"}:
        return
    if tree.kid(root.index, "nsubj", "cop", "case", "conj") is not None:
        return
    words = noun_words(tree, root.index)
    said = tree.say([w for w in words if tree.dep(w) != "det"], passage.instead)
    if not SUPERLATIVE.match(said) or dangling(tree, words, passage.instead):
        return
    if not LEAST <= len(said.split()) <= LONGEST:
        return
    yield Fact(
        "definition",
        "meaning",
        f"{capitalised(thing)} is the {said}.",
        evidence,
        term=f"the {said}",
        meaning=thing,
        plural=is_plural(tree, root.index) and root.text.lower() != root.lemma.lower(),
        topic=passage.topic,
    )


SUPERLATIVE = re.compile(
    r"(?:most|least) (?:common|frequent|abundant|prevalent|widespread)\b"
    r"|(?:commonest|largest|smallest|oldest|longest|deepest|heaviest|hottest|coldest|fastest)\b",
    re.IGNORECASE,
)
"""Superlatives that can be looked up; which is the most important is a matter of opinion."""

EQUATION = re.compile(r"(?P<left>[A-Z][a-z]+(?: [a-z]+){0,2}) = (?P<right>[^=≈<>]+?)\.?")


def equals(passage: Passage, evidence: Evidence) -> Iterator[Fact]:
    """Find "*Force = Mass × Acceleration*": a formula in words."""
    found = EQUATION.fullmatch(passage.tree.sentence.text.strip())
    if found is None or re.search(r"\d", found["right"]):
        return
    if len(re.findall(r"[^\W\d_]{3,}", found["right"])) < FEWEST_QUANTITIES:
        return
    left = found["left"][:1].lower() + found["left"][1:]
    yield Fact(
        "definition",
        "equation",
        f"{capitalised(left)} equals {found['right']}.",
        evidence,
        term=left,
        meaning=found["right"],
        topic=passage.topic,
    )


FEWEST_QUANTITIES = 2
"""Words on the right of a formula that is more than a value."""


def there_are(passage: Passage, evidence: Evidence) -> Iterator[Fact]:
    """Find "*By 1956, there were 696 collective farms*"."""
    tree = passage.tree
    thing = tree.kid(tree.root, "nsubj")
    if thing is None or tree.kid(tree.root, "expl") is None or tree.lemma(tree.root) != "be":
        return
    number = tree.kids(thing, "nummod")
    setting = [k for k in tree.kids(tree.root, "obl") if k < tree.root]
    if len(number) != 1 or len(setting) != 1 or tree.words[tree.root].text.lower() not in FORMS:
        return
    counted = set(tree.below(number[0]))
    words = [w for w in noun_words(tree, thing) if w not in counted]
    front = tree.below(setting[0])
    later = [k for k in tree.kids(tree.root, "obl") if k > thing]
    beside = beside_counted(tree, thing, words)
    beside += [w for k in later for w in noun_words(tree, k, bare=False)]
    if dangling(tree, (*words, *beside, *front), passage.instead) or min(words) < max(counted):
        return
    if tree.sentence.text.rstrip().endswith(":") or tree.kid(thing, "conj") is not None:
        return
    form = tree.words[tree.root].text.lower()
    named = tree.say([w for w in words if w not in beside], passage.instead)
    said, place = tree.say(words, passage.instead), tree.say(front, passage.instead)
    there = " ".join(filter(None, ("there", tree.say(beside, passage.instead))))
    yield Fact(
        "definition",
        "count",
        f"{capitalised(place)}, there {form} {tree.say(counted)} {said}.",
        evidence,
        term=f"{capitalised(place)}, how many {named} {form} {there}?",
        meaning=tree.say(counted),
        topic=passage.topic,
    )


FORMS = frozenset({"are", "were"})
