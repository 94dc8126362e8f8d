"""Labels that name an aspect of something named above: "**Side effects**: rash, and nausea"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from cards.claims.actions import label_thing
from cards.claims.enumerations import split_list
from cards.claims.lists import fact_of
from cards.claims.passage import Passage
from cards.english.facts import Fact
from cards.english.phrases import is_plural
from cards.english.tree import Tree
from cards.english.verbs import number_word
from cards.model import Evidence

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
NUMBER = re.compile(r"^(?:(?:about|around|over|under|up to|approximately|roughly|~) ?)?[$€£]?\d")
LONGEST_MEASURE = 8


def aspects(passage: Passage, evidence: Evidence) -> Iterator[Fact]:
    """Find what a label says of the thing it belongs to."""
    label, owner = passage.place.label_tree, owner_of(passage)
    if label is None or passage.position > 0 or not owner or len(passage.place.trees) > 1:
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
        yield Fact(
            "definition",
            "meaning",
            f"The {said} of {owner} is {text}.",
            evidence,
            term=f"the {said} of {owner}",
            meaning=text,
        )


def _aspect(label: Tree) -> str:
    """A label of one or two nouns in lower case; empty where it is more."""
    words = [w for w in label.words if w.upos != "PUNCT"]
    plain = all(w.upos in {"NOUN", "ADJ", "PROPN"} and w.text.isalpha() for w in words)
    return " ".join(w.text.lower() for w in words) if plain and len(words) <= 2 else ""


def owner_of(passage: Passage) -> str:
    """What an aspect belongs to: the item above, else what the heading or the title names."""
    above = passage.before[0] if passage.before else None
    if above is not None and above.place.index == passage.block.parent:
        return label_thing(above)
    if passage.block.parent is not None:
        return ""
    return passage.section or (passage.topic if len(passage.block.headings) <= 1 else "")
