"""Treebank paragraphs -> label lists, training examples and padded batches."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from cards.parse.network import Pieces, encode
from cards.parse.training.treebank import Paragraph, Token, Tree

Labels = dict[str, list[str]]
Ints = npt.NDArray[np.int64]
UNKNOWN = -100
"""Where nothing is to be learned: torch's own mark."""
KINDS = ("upos", "xpos", "feat", "dep")
# A label that is rarer is no label.
_LEAST = {"upos": 1, "xpos": 2, "feat": 5, "dep": 3}
# An auxiliary treebank (converted by rules) is not to be believed for these.
_WEAK = frozenset(("fixed", "flat", "dep"))
LONGEST_SENTENCE = 180
LONGEST_EXAMPLE = 400


@dataclass(frozen=True, slots=True)
class Example:
    """Some consecutive sentences as numbers; ``heads``, ``starts`` and tags have a root first."""

    pieces: list[int]
    shapes: list[int]
    firsts: list[int]
    heads: list[int]
    starts: list[int]
    tags: list[tuple[int, ...]]
    """In the order of ``KINDS``."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Examples side by side, filled up with 0 and, where something is asked, UNKNOWN."""

    pieces: Ints
    shapes: Ints
    firsts: Ints
    heads: Ints
    starts: Ints
    tags: Ints
    words: npt.NDArray[np.bool_]
    """True where there is a word or the root."""


def fields(token: Token) -> tuple[str, str, str, str]:
    """In the order of ``KINDS``."""
    return token.upos, token.xpos, token.feats, token.dep


def labels_of(paragraphs: Iterable[Paragraph]) -> Labels:
    """The labels of fully annotated treebanks, the commonest first, equals by name."""
    counts: dict[str, Counter[str]] = {kind: Counter() for kind in KINDS}
    for token in (token for paragraph in paragraphs for tree in paragraph for token in tree):
        for kind, label in zip(KINDS, fields(token), strict=True):
            counts[kind][label] += 1
    return {
        kind: sorted(
            (label for label in counts[kind] if counts[kind][label] >= _LEAST[kind]),
            key=lambda label: (-counts[kind][label], label),
        )
        for kind in KINDS
    }


class Maker:
    """Makes examples of sentences."""

    def __init__(self, pieces: Pieces, labels: Labels) -> None:
        self.pieces = pieces
        self._numbers = {k: {name: n for n, name in enumerate(labels[k])} for k in KINDS}

    def example(self, trees: Sequence[Tree], lower: bool = False) -> Example:
        """The sentences as the parser will meet them: one run of words."""
        tokens = [token for tree in trees for token in tree]
        words = [token.form.lower() if lower else token.form for token in tokens]
        glued = [False, *(not token.space for token in tokens[:-1])]
        pieces, shapes, firsts = encode(self.pieces, words, glued)
        heads, starts = [UNKNOWN], [UNKNOWN]
        for tree in trees:
            offset = len(heads) - 1
            heads += [token.head + offset if token.head else 0 for token in tree]
            starts += [1] + [0] * (len(tree) - 1)
        tags = [(UNKNOWN,) * len(KINDS), *map(self._tags, tokens)]
        return Example(pieces, shapes, firsts, heads, starts, tags)

    def _tags(self, token: Token) -> tuple[int, ...]:
        found = [
            self._numbers[kind].get(label, UNKNOWN)
            for kind, label in zip(KINDS, fields(token), strict=True)
        ]
        if not token.upos:
            found[KINDS.index("feat")] = UNKNOWN
            if token.dep in _WEAK:
                found[KINDS.index("dep")] = UNKNOWN
        return tuple(found)

    def epoch(self, paragraphs: Iterable[Paragraph], chance: random.Random) -> list[Example]:
        """Every sentence once: 60% of the examples pack neighbours up to 40, 60 or 90 words."""
        examples = [
            self.example(trees, lower=chance.random() < 0.03)
            for paragraph in paragraphs
            for trees in _packs(paragraph, chance)
        ]
        return [example for example in examples if len(example.pieces) <= LONGEST_EXAMPLE]


def _packs(paragraph: Paragraph, chance: random.Random) -> Iterator[list[Tree]]:
    kept = [tree for tree in paragraph if len(tree) <= LONGEST_SENTENCE]
    while kept:
        count = 1
        if chance.random() < 0.6:
            most = chance.choice((40, 60, 90))
            words = len(kept[0])
            while count < len(kept) and words + len(kept[count]) <= most:
                words += len(kept[count])
                count += 1
        yield kept[:count]
        del kept[:count]


def batches(examples: Sequence[Example], most: int, chance: random.Random) -> list[list[Example]]:
    """Group examples of similar length, at most ``most`` pieces a batch; shuffled."""
    found: list[list[Example]] = []
    longest = 0
    for example in sorted(examples, key=lambda e: len(e.pieces) + 4 * chance.random()):
        longest = max(longest, len(example.pieces))
        if not found or longest * (len(found[-1]) + 1) > most:
            found.append([])
            longest = len(example.pieces)
        found[-1].append(example)
    chance.shuffle(found)
    return found


def collate(examples: Sequence[Example]) -> Batch:
    """Put examples side by side."""
    count = len(examples)
    length = max(len(example.pieces) for example in examples)
    words = max(len(example.firsts) for example in examples)
    batch = Batch(
        pieces=np.zeros((count, length), np.int64),
        shapes=np.zeros((count, length), np.int64),
        firsts=np.zeros((count, words), np.int64),
        heads=np.full((count, words), UNKNOWN, np.int64),
        starts=np.full((count, words), UNKNOWN, np.int64),
        tags=np.full((count, words, len(KINDS)), UNKNOWN, np.int64),
        words=np.zeros((count, words), np.bool_),
    )
    for row, example in enumerate(examples):
        pieces, own = len(example.pieces), len(example.firsts)
        batch.pieces[row, :pieces] = example.pieces
        batch.shapes[row, :pieces] = example.shapes
        batch.firsts[row, :own] = example.firsts
        batch.heads[row, :own] = example.heads
        batch.starts[row, :own] = example.starts
        batch.tags[row, :own] = example.tags
        batch.words[row, :own] = True
    return batch
