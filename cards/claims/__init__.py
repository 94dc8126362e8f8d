"""Parsed blocks in; facts, links, and the sentences that gave nothing out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from cards.claims.actions import acts, advises, consequences, labelled
from cards.claims.attributes import aspects, under_labels
from cards.claims.classes import classes_of
from cards.claims.contexts import Scenes, contexts_of
from cards.claims.definitions import (
    abbreviation,
    apposition,
    called,
    entry,
    happening,
    happens_in,
    is_a,
    means,
    one_meaning,
)
from cards.claims.entries import enacted, equals, foremost_of, made_or_done, there_are
from cards.claims.enumerations import headed, told_behind_verb, told_inside, without_counts
from cards.claims.explanations import concluded, explained, meant, so_it_is
from cards.claims.links import links_of
from cards.claims.lists import enumerates, items_of
from cards.claims.names import with_names
from cards.claims.noise import noise
from cards.claims.own import is_own, own_facts
from cards.claims.passage import (
    Passage,
    Place,
    TimeOf,
    evidence_at,
    kinds_of,
    read_places,
    section_of,
    topic_of,
)
from cards.claims.reference import resolved
from cards.claims.sameness import with_same
from cards.claims.steps import steps
from cards.claims.tables import tabulated
from cards.english.facts import Context, Fact
from cards.english.phrases import dangling, points_back
from cards.model import Block, Claim, Evidence, Link, Note, Sentence, Skip

Rule = Callable[[Passage, Evidence], Iterator[Fact]]

RULES: tuple[Rule, ...] = (
    is_a,
    means,
    entry,
    apposition,
    abbreviation,
    called,
    happening,
    acts,
    labelled,
    consequences,
    explained,
    so_it_is,
    concluded,
    meant,
    advises,
    enumerates,
    told_inside,
    told_behind_verb,
    aspects,
    enacted,
    made_or_done,
    foremost_of,
    equals,
    there_are,
    happens_in,
)
"""The order in which facts of one sentence are numbered."""

PROSE = frozenset({"paragraph", "item", "ordered", "quote", "callout", "definition"})


@dataclass(frozen=True)
class Findings:
    """What one note says."""

    facts: tuple[Fact, ...]
    links: tuple[Link, ...]
    skips: tuple[Skip, ...]

    @property
    def claims(self) -> tuple[Claim, ...]:
        return tuple(fact.claim for fact in self.facts)


def find_claims(
    note: Note,
    blocks: Sequence[Block],
    sentences: Sequence[tuple[Sentence, ...]],
    time_of: TimeOf,
) -> Findings:
    """Find what a note says of the world.

    Args:
        sentences: For each block its sentences, in order.
        time_of: Tells the second at which a passage was said.
    """
    places = read_places(blocks, sentences)
    facts, skips = _beside_sentences(note, blocks, places, time_of)
    told: list[tuple[Passage, Evidence]] = []
    for passage in passages(note, blocks, places) if note.language == "en" else ():
        if is_own(passage):
            continue
        evidence = evidence_of(note, passage, time_of)
        reason = noise(passage)
        if reason:
            skips.append(_skip(evidence, reason))
            facts.extend(with_marks(fact, passage) for fact in abbreviation(passage, evidence))
            continue
        found = without_counts([fact for rule in RULES for fact in rule(passage, evidence)])
        told.append((passage, evidence))
        if not found:
            skips.append(_skip(evidence, why_nothing(passage)))
        facts.extend(with_marks(fact, passage) for fact in found)
    if note.language != "en":
        skips.extend(_foreign(note, blocks))
    facts.sort(key=lambda fact: fact.evidence.order)
    facts = list(one_meaning(facts))
    named = tuple(fact.named(f"c{number}") for number, fact in enumerate(facts, start=1))
    labels = [(each, evidence_of(note, each, time_of)) for each in _labels(note, places)]
    return Findings(named, _links(told, labels if told else ()), tuple(skips))


def _labels(note: Note, places: Sequence[Place]) -> Iterator[Passage]:
    """The steps of a list that are no more than a label: *2. **Halve both sides:***."""
    for place in places:
        if place.block.kind == "ordered" and place.label_tree is not None and not place.trees:
            yield Passage(note, place, place.label_tree, 0, False, (), "")


def _beside_sentences(
    note: Note, blocks: Sequence[Block], places: Sequence[Place], time_of: TimeOf
) -> tuple[list[Fact], list[Skip]]:
    """What the author's own cards, headings, labels and tables say."""
    facts = [fact for place in places for fact in own_facts(note, place, time_of)]
    skips: list[Skip] = []
    if note.language != "en":
        return facts, skips
    nouns = nouns_of(places)
    topic = topic_of(note, blocks, nouns)
    facts.extend(headed(note, places, time_of, topic))
    section = partial(section_of, blocks=blocks, nouns=nouns)
    facts.extend(under_labels(note, places, time_of, section))
    for place, rows, skip in tabulated(note, places, time_of, topic):
        facts.extend(replace(fact, images=place.block.images) for fact in rows)
        skips.extend([skip] if skip else [])
    return facts, skips


Told = Sequence[tuple[Passage, Evidence]]


def _links(told: Told, labels: Told = ()) -> tuple[Link, ...]:
    """Causes and effects, and steps, in reading order.

    Args:
        labels: Items of lists without a sentence.
    """
    found = [link for passage, evidence in told for link in links_of(passage, evidence)]
    found = with_names(found, [passage for passage, _ in told])
    listed = sorted((*told, *labels), key=lambda each: each[1].order)
    found = with_same(sorted((*found, *steps(listed)), key=lambda link: link.evidence.order))
    return tuple(found)


def _foreign(note: Note, blocks: Sequence[Block]) -> Iterator[Skip]:
    """Every block of a note in a language the rules do not know."""
    for block in blocks:
        if block.kind in PROSE and block.text.strip() and not block.hidden:
            low, high = block.raw(0, len(block.text))
            yield Skip(block.text, f"its language is {note.language}", low, high)


def _skip(evidence: Evidence, reason: str) -> Skip:
    return Skip(evidence.quote.plain, reason, evidence.order, evidence.quote.end)


def with_marks(fact: Fact, passage: Passage) -> Fact:
    """The fact with what was marked up in its sentence, and the block's images."""
    block, sentence = passage.block, passage.tree.sentence
    marks = tuple(
        (block.text[span.start : span.end], span.kind)
        for span in block.spans
        if span.start < sentence.end and span.end > sentence.start
    )
    return replace(
        fact,
        title=passage.note.title,
        section=passage.section,
        contexts=passage.contexts,
        marks=marks,
        images=block.images,
    )


def passages(note: Note, blocks: Sequence[Block], places: Sequence[Place]) -> Iterator[Passage]:
    """The sentences of a note in reading order, references resolved."""
    nouns = nouns_of(places)
    topic = topic_of(note, blocks, nouns)
    kinds = kinds_of(places)
    classes = classes_of(places)
    scenes = Scenes.of(note.title, places)
    sections: dict[tuple[str, ...], str] = {}
    contexts: dict[tuple[str, ...], tuple[Context, ...]] = {}
    past: dict[int, list[Passage]] = {}
    opened: set[tuple[str, ...]] = set()
    below: tuple[tuple[str, ...], list[Passage]] = ((), [])
    for place in places:
        if place.block.kind not in PROSE:
            continue
        headings = place.block.headings
        for depth in range(len(headings) + 1):
            if headings[:depth] not in sections:
                sections[headings[:depth]] = section_of(headings[:depth], blocks, nouns)
        if headings not in contexts:
            headed = [(each, sections[headings[: n + 1]]) for n, each in enumerate(headings)]
            contexts[headings] = contexts_of(headed[::-1], topic, scenes)
        seen = past.setdefault(place.index, [])
        before = _before(place, past)
        below = below if below[0] == headings else (headings, [])
        for position, tree in enumerate(place.trees):
            passage = resolved(
                Passage(
                    note=note,
                    place=place,
                    tree=tree,
                    position=position,
                    first=headings not in opened,
                    before=tuple([*before, *seen][-3:]),
                    topic=topic,
                    past=tuple(below[1][-PAST:]),
                    section=sections[headings],
                    above=sections[headings[:-1]] if len(headings) > 1 else "",
                    contexts=contexts[headings],
                    kinds=kinds,
                    called=classes,
                    items=items_of(places, place.index) if tree is place.trees[-1] else (),
                )
            )
            seen.append(passage)
            yield passage
        opened.add(headings)
        below[1].extend(seen)


PAST = 6
"""Sentences of earlier blocks that *this murder* may point back to."""


def nouns_of(places: Sequence[Place]) -> set[str]:
    """The words that are nouns in a note's sentences, lower case."""
    return {
        word.text.lower()
        for place in places
        if place.block.kind != "heading"
        for tree in place.trees
        for word in tree.words
        if word.upos in {"NOUN", "PROPN"}
    }


def _before(place: Place, past: dict[int, list[Passage]]) -> list[Passage]:
    """Sentences of the block that introduces this one."""
    parent = place.block.parent
    return past.get(parent, []) if parent is not None else []


def evidence_of(note: Note, passage: Passage, time_of: TimeOf) -> Evidence:
    """Where the sentence stands, its label included when it opens the block."""
    block, sentence = passage.block, passage.tree.sentence
    start = 0 if passage.position == 0 and block.label else sentence.start
    text = block.text[start : sentence.end]
    lead = len(text) - len(text.lstrip())
    start += lead
    moment = time_of(passage.place.index, sentence.end)
    return evidence_at(note, block, start, sentence.end, moment)


def why_nothing(passage: Passage) -> str:
    """The reason that no rule found a fact in a sentence."""
    tree = passage.tree
    if len(tree.words) < 4:
        return "too short to say something"
    if not passage.clauses:
        return "has no verb"
    heads = [clause.subject for clause in passage.clauses if clause.subject is not None]
    if not heads:
        return "has no subject"
    subjects = {w for head in heads[:1] for w in tree.below(head)}
    if any(tree.words[w].text.lower() in UNNAMED for w in subjects):
        return "speaks of a person it does not name"
    if dangling(tree, subjects, passage.instead) or points_back(tree, heads[0], subjects):
        return "its subject points to something outside the sentence"
    return "no rule finds a claim in it"


UNNAMED = frozenset({"he", "she", "his", "her", "him"})


__all__ = ["Findings", "find_claims", "passages"]
