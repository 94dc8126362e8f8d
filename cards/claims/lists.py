"""A lead-in and the items below it, as one fact."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cards.claims.actions import speaks
from cards.claims.passage import Passage, Place
from cards.english.clauses import Clause, Part
from cards.english.facts import Fact
from cards.english.phrases import dangling, noun_words
from cards.english.speaking import Speaker
from cards.english.tree import Tree
from cards.english.verbs import capitalised, number_word
from cards.model import Evidence

FEWEST, MOST = 2, 5
"""Items of a list that one card can ask for."""
LONGEST_ITEM = 8
"""Words."""
OPEN_ENDED = frozenset(
    """some several many various other others example few certain additional common more
    following different numerous such multiple these those this""".split()
)
EQUATING = frozenset({"include", "be", "comprise", "involve", "encompass"})


def items_of(places: Sequence[Place], index: int) -> tuple[str, ...]:
    """The items that a block introduces, as short as they can be said.

    Returns:
        The bold labels where all have one, else the whole texts where all are short; otherwise
        nothing.
    """
    children = [
        p for p in places if p.block.parent == index and p.block.kind in {"item", "ordered"}
    ]
    if not FEWEST <= len(children) <= MOST:
        return ()
    if all(p.label for p in children):
        return _short(p.label for p in children)
    if any(p.label or len(p.trees) != 1 or _says(p.trees[0]) for p in children):
        return ()
    return _short(p.trees[0].say(range(len(p.trees[0].words))) for p in children)


def _short(items: Iterator[str]) -> tuple[str, ...]:
    found = tuple(item.strip() for item in items)
    return found if all(0 < len(i.split()) <= LONGEST_ITEM for i in found) else ()


def _says(tree: Tree) -> bool:
    """True for a sentence, which is more than an item."""
    return tree.kid(tree.root, "nsubj", "cop", "aux") is not None or any(
        w.text.lower() in {"it", "this", "they", "these"} for w in tree.words
    )


def enumerates(passage: Passage, evidence: Evidence) -> Iterator[Fact]:
    """Find "*Uses include:*" and the list below."""
    items, tree = passage.items, passage.tree
    lead = tree.sentence.text.rstrip()
    if not items or not lead.endswith(":") or lead.endswith(("such as:", "like:")):
        return
    for clause in passage.clauses:
        if clause.kind == "main" and clause.verb == tree.root:
            question = _question(passage, clause, len(items))
            if question:
                text = f"{capitalised(tree.say(range(len(tree.words))))}: {', '.join(items)}."
                yield Fact(
                    "enumeration",
                    "items",
                    text,
                    evidence,
                    term=question,
                    items=items,
                    topic=passage.topic,
                )
            return


def _question(passage: Passage, clause: Clause, count: int) -> str:
    speaker = speaks(passage, clause)
    if speaker is None or clause.negated:
        return ""
    obj = clause.part("obj", "pred")
    if clause.lemma in EQUATING and (
        obj is None or obj.role == "pred" or _is_open(clause.tree, obj.head)
    ):
        return _of_subject(passage, clause, count)
    if obj is not None and obj.role == "obj":
        return _of_object(speaker, obj, count)
    counted = _counted_oblique(clause, count)
    if counted is not None:
        noun = _without_count(speaker, counted)
        return speaker.ask(f"Which {number_word(count)} {noun}", [counted], strand=counted.marker)
    last = _last_preposition(clause)
    if obj is None and clause.tree.words[clause.verb].upos == "VERB" and last not in {"", "as"}:
        said = speaker.ask(f"What {number_word(count)} things", [])
        return said if said.rstrip("?").endswith(f" {last}") else f"{said.rstrip('?')} {last}?"
    return ""


def _counted_oblique(clause: Clause, count: int) -> Part | None:
    """*based on two principles:*"""
    for part in clause.all_parts("obl", "agent"):
        numbers = clause.tree.kids(part.head, "nummod")
        if any(clause.tree.lemma(n) in {number_word(count), str(count)} for n in numbers):
            return part
    return None


def _without_count(speaker: Speaker, part: Part) -> str:
    tree = speaker.tree
    drop = _told(tree, part.head)
    drop |= {w for w in part.words if tree.lemma(w) in OPEN_ENDED | WEIGHTY}
    return tree.say([w for w in noun_words(tree, part.head) if w not in drop], speaker.around)


WEIGHTY = frozenset({"key", "main", "significant", "important", "primary", "distinct", "critical"})
"""Adjectives that a question about a whole list does without."""


def _is_open(tree: Tree, head: int) -> bool:
    return tree.lemma(head) in OPEN_ENDED


def _of_subject(passage: Passage, clause: Clause, count: int) -> str:
    tree, head = clause.tree, clause.subject
    if head is None or tree.words[head].xpos not in {"NNS", "NNPS"}:
        return ""
    told = _told(tree, head)
    words = [w for w in noun_words(tree, head) if w not in told]
    if any(tree.lemma(w) in OPEN_ENDED for w in noun_words(tree, head) if w <= head):
        return ""
    if tree.kid(head, "nmod", "acl", "amod", "compound", "nmod:poss") is None:
        return ""
    said = tree.say(words, passage.instead)
    owner = tree.kid(head, "nmod:poss")
    if owner is None and tree.kid(head, "nmod", "acl") is None:
        if not passage.topic or _names(passage.topic, said):
            return f"What are the {number_word(count)} {said}?" if passage.topic else ""
        return f"{capitalised(passage.topic)}: what are the {number_word(count)} {said}?"
    start = "What" if owner is not None and owner in words else "What are the"
    if owner is not None and start == "What":
        branch = set(tree.below(owner))
        whose = tree.say([w for w in words if w in branch], passage.instead)
        rest = tree.say([w for w in words if w not in branch], passage.instead)
        return f"What are {whose} {number_word(count)} {rest}?"
    return f"{start} {number_word(count)} {said}?"


def _names(topic: str, said: str) -> bool:
    return any(word in said.lower() for word in topic.lower().split() if len(word) > 3)


def _told(tree: Tree, head: int) -> set[int]:
    """Articles and numbers, which the question says anew."""
    return {k for kid in tree.kids(head, "det", "nummod", "det:predet") for k in tree.below(kid)}


def _of_object(speaker: Speaker, obj: Part, count: int) -> str:
    tree = speaker.tree
    if tree.words[obj.head].xpos not in {"NNS", "NNPS"}:
        return ""
    words = noun_words(tree, obj.head)
    low = {tree.lemma(w) for w in words}
    if low & {"other", "additional", "some", "more", "such", "example", "common", "few"}:
        return ""
    if dangling(tree, words, speaker.instead, known=("subject",)):
        return ""
    drop = _told(tree, obj.head)
    drop |= {w for w in words if tree.lemma(w) in OPEN_ENDED | WEIGHTY or _owns(tree, w)}
    said = tree.say([w for w in words if w not in drop], speaker.around)
    return speaker.ask(f"Which {number_word(count)} {said}", [obj])


def _owns(tree: Tree, index: int) -> bool:
    return tree.words[index].dep == "nmod:poss" and tree.words[index].upos == "PRON"


def _last_preposition(clause: Clause) -> str:
    tree = clause.tree
    words = [w for w in tree.words if w.upos != "PUNCT"]
    last = words[-1] if words else None
    return last.text.lower() if last is not None and last.upos in {"ADP", "SCONJ"} else ""
