"""Lists without a lead-in of their own: behind a colon, behind a verb, under a heading."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from cards.claims.lists import (
    EQUATING,
    FEWEST,
    LONGEST_ITEM,
    MOST,
    PART_OF_MORE,
    VAGUE_LISTS,
    fact_of,
    labels_of,
    listed,
    of_subject,
)
from cards.claims.passage import Passage, Place, TimeOf, evidence_at
from cards.english.clauses import find_clauses
from cards.english.facts import Fact
from cards.english.phrases import noun_words
from cards.english.tree import Tree
from cards.english.verbs import number_word
from cards.model import Evidence, Note

OPENS = re.compile(r"\s*(?::|—|–|, namely,?|\()\s*")
JOINT = re.compile(r",\s+(?:and\s+)?|\s+and\s+")
INNER = re.compile(
    r"[;:?!]|\d,\d|\b(?:is|are|was|were|has|have|had|can|will|this|these|it|they|etc|or)\b|\.\s",
    re.IGNORECASE,
)
"""What shows that words are more than a list of names."""
FEWEST_INSIDE = 3
"""Items of a list without a number of its own."""


def told_inside(passage: Passage, evidence: Evidence) -> Iterator[Fact]:
    """Find "*three kinds of cloud: cumulus, stratus, and cirrus*" in one sentence."""
    text = passage.tree.sentence.text
    for opening in OPENS.finditer(text):
        behind = text[opening.end() :].rstrip(". ")
        items = split_list(behind.rstrip(")") if "(" in opening[0] else behind)
        end = passage.tree.sentence.start + opening.start()
        lead = _before(passage, end) if items else None
        if lead is None:
            continue
        if _says_number(lead.tree, len(items)):
            yield from listed(lead, items, evidence)
        return


def told_behind_verb(passage: Passage, evidence: Evidence) -> Iterator[Fact]:
    """Find "*The layers of the skin are the epidermis, the dermis, and the hypodermis*"."""
    tree = passage.tree
    for clause in passage.clauses:
        said = clause.part("obj", "pred")
        if clause.kind != "main" or clause.lemma not in EQUATING or said is None or clause.negated:
            continue
        if tree.words[said.head].upos not in {"NOUN", "PROPN"} or not _may_list(
            tree, clause.subject
        ):
            return
        first = min(noun_words(tree, said.head), default=None)
        if first is None or tree.kid(said.head, "conj") is None:
            return
        start = tree.words[first].start - tree.sentence.start
        items = split_list(tree.sentence.text[start:].rstrip(". "))
        question = of_subject(passage, clause, len(items)) if len(items) >= FEWEST_INSIDE else ""
        if question:
            fact = fact_of(passage, tree, question, items, evidence)
            yield replace(fact, text=tree.sentence.text)
        return


def _may_list(tree: Tree, subject: int | None) -> bool:
    """*The layers of the skin are*, *the three layers are*; not *cats are hunters, …*"""
    return subject is not None and tree.kid(subject, "nmod", "nummod", "nmod:poss") is not None


def split_list(text: str) -> tuple[str, ...]:
    """The items of *a, b, and c*; empty where the words are no such list."""
    if INNER.search(text) or not re.search(r"\band\b", text):
        return ()
    items = tuple(item.strip() for item in JOINT.split(text))
    if any(item.count("(") != item.count(")") for item in items):
        return ()
    short = all(0 < len(item.split()) <= LONGEST_ITEM for item in items)
    return items if short and FEWEST <= len(items) <= MOST else ()


def _before(passage: Passage, end: int) -> Passage | None:
    """The passage as if its sentence ended there; None where words before hang on words behind."""
    sentence = passage.tree.sentence
    words = tuple(word for word in sentence.words if word.end <= end)
    if not words or any(word.head >= len(words) for word in words):
        return None
    if not any(word.head < 0 for word in words):
        return None
    text = sentence.text[: words[-1].end - sentence.start]
    tree = Tree(replace(sentence, text=text, end=words[-1].end, words=words), passage.tree.lexicon)
    instead = {w: said for w, said in passage.instead.items() if w < len(words)}
    return replace(passage, tree=tree, instead=instead, clauses=find_clauses(tree))


def _says_number(tree: Tree, count: int) -> bool:
    """Does the last noun with a number have that of the items, and does the verb rule it?"""
    numbered = [w for w in tree.words if w.dep.startswith("nummod")]
    if not numbered or numbered[-1].text.lower() not in {number_word(count), str(count)}:
        return False
    noun = tree.words[numbered[-1].head]
    return tree.root in {noun.index, noun.head}


def headed(note: Note, places: Sequence[Place], time_of: TimeOf, topic: str) -> Iterator[Fact]:
    """Find the one list of labels under a heading that says what they are: "Kinds of rock"."""
    for place in places:
        if place.block.kind != "heading" or len(place.trees) != 1:
            continue
        listed_here = only_list(places, place.index)
        items = labels_of(listed_here) if FEWEST <= len(listed_here) <= MOST else ()
        question = of_heading(place.trees[0], len(items)) if items else ""
        if not question:
            continue
        text = place.block.text
        moment = time_of(listed_here[0].index, len(listed_here[0].block.text))
        evidence = evidence_at(note, place.block, 0, len(text), moment)
        yield Fact(
            "enumeration",
            "items",
            f"{text}: {', '.join(items)}.",
            evidence,
            term=question,
            items=items,
            title=note.title,
            topic=topic,
        )


def only_list(places: Sequence[Place], index: int) -> list[Place]:
    """The labelled items of a section that holds one list and no other; or nothing."""
    inside = places[index].block.headings
    found: list[Place] = []
    for place in places[index + 1 :]:
        block = place.block
        if block.kind == "heading":
            if len(block.headings) > len(inside):
                return []
            break
        if block.kind in {"item", "ordered"}:
            if block.depth == 0 and not place.label:
                return []
            if block.depth == 0:
                found.append(place)
        elif found or block.text.rstrip().endswith(":"):
            return []
    return found


def of_heading(tree: Tree, count: int) -> str:
    """*What are the three kinds of rock?*"""
    head = tree.root
    if tree.words[head].xpos not in {"NNS", "NNPS"} or tree.kid(head, "nmod") is None:
        return ""
    if tree.lemma(head) in VAGUE_LISTS:
        return ""
    if tree.kid(head, "conj", "nsubj", "appos", "parataxis", "acl", "cop") is not None:
        return ""
    words = [w.index for w in tree.words if tree.dep(w.index) != "punct"]
    if any(tree.words[w].upos in {"PRON", "CCONJ"} or w < head - 3 for w in words):
        return ""
    told = {w for k in tree.kids(head, "nummod", "det") for w in tree.below(k)}
    numbers = [tree.lemma(n) for n in tree.kids(head, "nummod")]
    if numbers and not {number_word(count), str(count)} & set(numbers):
        return ""
    spelt = {w: tree.lexicon.unstarted(tree.words[w]) for w in words}
    if any(spelt[w] in PART_OF_MORE for w in words if w < head):
        return ""
    said = tree.say([w for w in words if w not in told], spelt)
    return f"What are the {number_word(count)} {said}?"


def without_counts(facts: Sequence[Fact]) -> list[Fact]:
    """The facts of a sentence but *how many*, where the things themselves are told."""
    counts = {word for f in facts if f.kind == "enumeration" for word in _as_number(len(f.items))}
    return [
        f for f in facts if f.part is None or f.kind != "quantity" or not _tells_only(f, counts)
    ]


def _as_number(count: int) -> tuple[str, str]:
    return number_word(count), str(count)


def _tells_only(fact: Fact, counts: Collection[str]) -> bool:
    tree = fact.spoken.tree
    return any(tree.lemma(w) in counts for w in fact.told.words)
