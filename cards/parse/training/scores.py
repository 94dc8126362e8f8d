"""Annotated and parsed sentences -> scores, words aligned as in the CoNLL 2018 shared task."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cards.model import Sentence
from cards.parse.training.treebank import Tree

Span = tuple[int, int]
"""First character and one past the last, blanks not counted."""
MEASURES = ("uas", "las", "full las", "upos", "xpos", "feats", "lemma")


@dataclass(frozen=True, slots=True)
class Node:
    """A word of either side."""

    span: Span
    head: Span | None
    """None for the root."""
    dep: str
    upos: str
    xpos: str
    feats: str
    lemma: str


@dataclass(frozen=True, slots=True)
class Analysis:
    """A text with its words and sentences, from a treebank or from the parser."""

    nodes: tuple[Node, ...]
    sentences: tuple[Span, ...]


def annotated(trees: Iterable[Tree]) -> Analysis:
    """What a treebank says."""
    nodes: list[Node] = []
    sentences: list[Span] = []
    for tree in trees:
        start = nodes[-1].span[1] if nodes else 0
        lengths = (len("".join(token.form.split())) for token in tree)
        ends = list(itertools.accumulate(lengths, initial=start))
        spans = list(itertools.pairwise(ends))
        sentences.append((start, ends[-1]))
        for token, span in zip(tree, spans, strict=True):
            head = spans[token.head - 1] if token.head else None
            tags = (token.upos, token.xpos, token.feats)
            nodes.append(Node(span, head, token.dep, *tags, token.lemma))
    return Analysis(tuple(nodes), tuple(sentences))


def parsed(text: str, sentences: Iterable[Sentence]) -> Analysis:
    """What the parser says; its offsets count in ``text``."""
    solid = list(itertools.accumulate((not c.isspace() for c in text), initial=0))
    nodes: list[Node] = []
    spans: list[Span] = []
    for sentence in sentences:
        spans.append((solid[sentence.start], solid[sentence.end]))
        own = [(solid[word.start], solid[word.end]) for word in sentence.words]
        for word, span in zip(sentence.words, own, strict=True):
            head = own[word.head] if word.head >= 0 else None
            tags = (word.upos, word.xpos, word.feats)
            nodes.append(Node(span, head, word.dep, *tags, word.lemma))
    return Analysis(tuple(nodes), tuple(spans))


class Tally:
    """Counts over many texts."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.relations: dict[str, Counter[str]] = {}

    def add(self, gold: Analysis, system: Analysis) -> None:
        """Compare two analyses of one text."""
        self._add_spans("sentences", gold.sentences, system.sentences)
        self._add_spans("tokens", _spans(gold), _spans(system))
        for side, analysis in (("gold", gold), ("system", system)):
            for node in analysis.nodes:
                self.relations.setdefault(node.dep, Counter())[side] += 1
        by_span = {node.span: node for node in system.nodes}
        for right in gold.nodes:
            if found := by_span.get(right.span):
                self._add_word(right, found)

    def _add_spans(self, name: str, gold: Sequence[Span], system: Sequence[Span]) -> None:
        self.counts[f"gold {name}"] += len(gold)
        self.counts[f"system {name}"] += len(system)
        self.counts[name] += len(set(gold) & set(system))

    def _add_word(self, gold: Node, system: Node) -> None:
        hung = gold.head == system.head
        labelled = hung and gold.dep == system.dep
        self.counts.update(
            {
                "uas": hung,
                "las": hung and gold.dep.split(":")[0] == system.dep.split(":")[0],
                "full las": labelled,
                "upos": gold.upos == system.upos,
                "xpos": gold.xpos == system.xpos,
                "feats": gold.feats == system.feats,
                "lemma": gold.lemma == system.lemma,
            }
        )
        self.relations[gold.dep]["right"] += labelled

    def f(self, measure: str) -> float:
        """F1 in percent of "tokens", "sentences", or one of MEASURES."""
        unit = "sentences" if measure == "sentences" else "tokens"
        both = self.counts[f"gold {unit}"] + self.counts[f"system {unit}"]
        return 200 * self.counts[measure] / max(1, both)

    def relation_f(self, dep: str) -> float:
        """F1 in percent of the arcs with one label, subtype counted."""
        counts = self.relations.get(dep, Counter())
        return 200 * counts["right"] / max(1, counts["gold"] + counts["system"])


def _spans(analysis: Analysis) -> list[Span]:
    return [node.span for node in analysis.nodes]
