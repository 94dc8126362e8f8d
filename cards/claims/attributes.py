"""Labels that name an aspect of something named above: "**Side effects**: rash, and nausea"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from cards.claims.actions import label_thing
from cards.claims.enumerations import of_heading, only_list, split_list
from cards.claims.lists import FEWEST, MOST, fact_of, items_of, labels_of
from cards.claims.passage import Passage, Place, TimeOf, evidence_at
from cards.claims.topics import names_another
from cards.english.facts import Fact
from cards.english.phrases import dangling, is_plural, noun_words
from cards.english.tree import Tree
from cards.english.verbs import capitalised, number_word, with_article
from cards.model import Evidence, Note

LISTED = frozenset(
    """effect symptom cause sign complication component part ingredient type kind form stage phase
    advantage disadvantage drawback limitation risk use layer treatment trigger species""".split()
)
"""Plural labels that ask *of what?*"""
MEASURES = frozenset(
    """cost price weight size length height width depth diameter mass density duration lifespan
    speed temperature voltage capacity dose dosage population area power frequency wavelength
    half-life incidence prevalence mortality salary budget distance altitude elevation
    wingspan thickness resolution efficiency""".split()
)
"""Labels that ask *how much?*"""
HOW_OFTEN = frozenset(
    """frequency prevalence incidence epidemiology rank ranking rarity commonness status size
    distribution""".split()
)
"""Labels of how common or large the heading's thing is: *Frequency: The most common …*."""
ASPECTS = frozenset(
    """cause source origin treatment cure antidote composition inheritance mechanism function
    purpose habitat diet capital currency enzyme cofactor gene vector reservoir host transmission
    incubation trigger substrate product precursor colour color shape material""".split()
)
"""Labels in the singular that ask *of what?*: *Cause: a virus*."""
OF_FEW = frozenset("capital currency enzyme source product colour color shape".split())
"""Of these, which are no terms either, a question says too little: *the source of gout*."""
NUMBER = re.compile(r"^(?:(?:about|around|over|under|up to|approximately|roughly|~) ?)?[$€£]?\d")
LONGEST_MEASURE = 8


def aspects(passage: Passage, evidence: Evidence) -> Iterator[Fact]:
    """Find what a label says of the thing it belongs to."""
    label, owner = passage.place.label_tree, owner_of(passage)
    if label is None or passage.position > 0:
        return
    if owner and label.lemma(label.root) in ASPECTS:
        yield from _single(passage, label, owner, evidence)
    if len(passage.place.trees) > 1:
        return
    if label.lemma(label.root) in GROUPS:
        yield from _signs(passage, label, evidence)
        return
    if not owner:
        return
    said = _aspect(label)
    text = passage.tree.sentence.text.rstrip(". ")
    lemma = label.lemma(label.root)
    if not said:
        return
    items = split_list(text) if is_plural(label, label.root) and lemma in LISTED else ()
    if items:
        question = f"What are the {number_word(len(items))} {said} of {owner}?"
        fact = fact_of(passage, passage.tree, question, items, evidence)
        yield replace(fact, text=f"The {said} of {owner} are {text}.")
    elif lemma in MEASURES and NUMBER.match(text) and len(text.split()) <= LONGEST_MEASURE:
        yield _fact(evidence, f"the {said} of {owner}", text)


def _fact(evidence: Evidence, term: str, meaning: str) -> Fact:
    """*the cause of scurvy*, and what it is."""
    text = f"{capitalised(term)} is {meaning}."
    return Fact("definition", "meaning", text, evidence, term=term, meaning=meaning)


def _is_cut_short(passage: Passage, owner: str) -> bool:
    """*sickle cell* below *Sickle cell disease*: the heading's thing is another."""
    headings = passage.block.headings[-1:] or (passage.note.title,)
    return re.search(rf"\b{re.escape(owner)}\b.* {SICK}", headings[0], re.IGNORECASE) is not None


SICK = r"(?:disease|disorder|syndrome|virus)\b"


def _single(passage: Passage, label: Tree, owner: str, evidence: Evidence) -> Iterator[Fact]:
    """*Scurvy* > *Cause: a lack of vitamin C*: what the cause of scurvy is."""
    tree, said = passage.tree, _aspect(label)
    head = tree.root
    if not said or label.words[label.root].xpos != "NN" or not _is_bare(tree):
        return
    last = owner.lower().split()[-1]
    open_ended = label.lemma(label.root) in OF_FEW or last in ASPECTS | {"diagnosis"}
    if open_ended or _is_cut_short(passage, owner):
        return
    if last in tree.lexicon.counted and last not in tree.lexicon.bare and owner.islower():
        owner = with_article(owner)
    loose = {
        w
        for kid in tree.kids(head, "acl", "advcl", "parataxis", "appos", "nmod", "obl", "amod")
        if kid > head and tree.comma_before(kid)
        for w in tree.below(kid)
    }
    words = [w for w in noun_words(tree, head) if w not in loose]
    meaning = tree.say(words, passage.instead)
    if dangling(tree, words, passage.instead) or len(meaning.split()) > LONGEST_SINGLE:
        return
    if tree.lemma(head) in {"none", "unknown", "available", "scarce"}:
        return
    yield _fact(evidence, f"the {said} of {owner}", meaning)


LONGEST_SINGLE = 12
"""Words."""


def _is_bare(tree: Tree) -> bool:
    """*willow bark or cold baths*: a noun or an adjective that nothing makes a sentence."""
    heads = (tree.root, *tree.kids(tree.root, "conj"))
    alone = tree.kid(tree.root, "cop", "nsubj", "aux", "case", "mark") is None
    return alone and all(tree.words[k].upos in NAMING for k in heads)


NAMING = frozenset({"NOUN", "ADJ", "PROPN"})


def _aspect(label: Tree) -> str:
    """A label of one or two nouns in lower case; empty where it is more."""
    words = [w for w in label.words if w.upos != "PUNCT"]
    plain = all((w.upos in NAMING or w.xpos == "VBN") and w.text.isalpha() for w in words)
    return " ".join(w.text.lower() for w in words) if plain and len(words) <= 2 else ""


def owner_of(passage: Passage) -> str:
    """What an aspect belongs to: the item above, else what the heading or the title names."""
    above = passage.before[0] if passage.before else None
    if above is not None and above.place.index == passage.block.parent:
        return label_thing(above)
    if passage.block.parent is not None:
        return ""
    if passage.section or len(passage.block.headings) > 1:
        return passage.section
    return (
        "" if names_another(passage.heading, passage.note.title, passage.topic) else passage.topic
    )


GROUPS = {"triad": 3, "tetrad": 4, "pentad": 5}
"""Nouns in the singular for so many signs."""


def under_labels(
    note: Note, places: Sequence[Place], time_of: TimeOf, section: Callable[[tuple[str, ...]], str]
) -> Iterator[Fact]:
    """Find the items under a line that is nothing but their name: "**Complications of gout:**".

    Args:
        section: The thing that the last of some headings names, or nothing.
    """
    for place in places:
        tree, items = _name_of_items(places, place)
        if tree is None or not items:
            continue
        question = of_heading(tree, len(items)) or _of_group(tree, len(items))
        if not question:
            owner = section(place.block.headings)
            said = _aspect(tree) if tree.words[tree.root].xpos == "NNS" and owner else ""
            if not said or tree.lemma(tree.root) not in LISTED:
                continue
            question = f"What are the {number_word(len(items))} {said} of {owner}?"
        end = len(place.block.text)
        evidence = evidence_at(note, place.block, 0, end, time_of(place.index, end))
        fact = Fact("enumeration", "items", f"{place.label}: {', '.join(items)}.", evidence)
        yield replace(fact, term=question, items=items, title=note.title)


def _name_of_items(places: Sequence[Place], place: Place) -> tuple[Tree | None, tuple[str, ...]]:
    """What a label without text, or a heading of one aspect, names, and the items below it."""
    if place.block.kind == "heading" and len(place.trees) == 1:
        listed = only_list(places, place.index)
        tree = place.trees[0]
        bare = tree.kid(tree.root, "nmod") is None
        return tree, labels_of(listed) if bare and FEWEST <= len(listed) <= MOST else ()
    if place.trees or place.block.kind not in {"paragraph", "item", "ordered"}:
        return None, ()
    return place.label_tree, items_of(places, place.index)


def _signs(passage: Passage, label: Tree, evidence: Evidence) -> Iterator[Fact]:
    """*Gout triad: fever, pain, and rash*"""
    items = split_list(passage.tree.sentence.text.rstrip(". "))
    question = _of_group(label, len(items))
    if question:
        yield fact_of(passage, passage.tree, question, items, evidence)


def _of_group(tree: Tree, count: int) -> str:
    """*What is the clinical triad of gout?*"""
    head = tree.root
    if GROUPS.get(tree.lemma(head)) != count or tree.kid(head, "nmod", "compound") is None:
        return ""
    words = [w.index for w in tree.words if tree.dep(w.index) not in {"punct", "det"}]
    spelt = {w: tree.lexicon.unstarted(tree.words[w]) for w in words}
    return f"What is the {tree.say(words, spelt)}?"
