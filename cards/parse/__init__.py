"""Plain text of a block -> parsed sentences; nothing heavy is loaded before the first one."""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from cards.model import Sentence, Word
from cards.parse.tokens import Place, tokenize

if TYPE_CHECKING:
    from cards.parse.network import Network

__all__ = ["MODEL", "model_key", "parse_text", "parse_texts"]

WINDOW = 110
"""Words that the network reads at once; training saw runs of up to 90."""
MOST = 150
"""Words in a window where no sentence ends."""
_ENDS = frozenset((".", "!", "?"))
_CLOSERS = frozenset(('"', "”", ")", "’", "]"))
_PAUSES = frozenset((";", ":", ",", "-", "–", "—"))


def parse_texts(items: Iterable[tuple[str, int]]) -> list[tuple[Sentence, ...]]:
    """Parse blocks: each a text and the length of its label. The order changes no result."""
    return [parse_text(text, label) for text, label in items]


def parse_text(text: str, label: int = 0) -> tuple[Sentence, ...]:
    """Parse one block's plain text.

    Args:
        text: Any text; blanks of every kind part words.
        label: Length of a leading label ("Larger T:"), which is parsed apart.

    Returns:
        The sentences in reading order, those of the label first; offsets count in ``text``.
        Empty if there is no word.
    """
    sentences: list[Sentence] = []
    for start, end in ((0, label), (label, len(text))):
        places = [(start + first, start + last) for first, last in tokenize(text[start:end])]
        for first, last in windows([text[a:b] for a, b in places]):
            sentences.extend(_sentences(text, places[first:last]))
    return tuple(sentences)


def windows(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Cut a long run where a sentence ends, else at a pause, else anywhere: bounded memory."""
    start = 0
    while len(words) - start > WINDOW:
        end = _cut(words, start)
        yield start, end
        start = end
    if start < len(words):
        yield start, len(words)


def _cut(words: Sequence[str], start: int) -> int:
    """Where the window that begins at ``start`` should end."""
    for end in range(start + WINDOW, start + 8, -1):
        last = words[end - 2] if words[end - 1] in _CLOSERS else words[end - 1]
        if last in _ENDS:
            return end
    most = min(len(words), start + MOST)
    for end in range(most, start + 20, -1):
        if words[end - 1] in _PAUSES:
            return end
    return most


def _sentences(text: str, places: list[Place]) -> Iterator[Sentence]:
    """Parse one window."""
    from cards.parse.tree import best_heads, sentence_bounds

    network = _network()
    words = [text[start:end] for start, end in places]
    glued = [False, *(a[1] == b[0] for a, b in itertools.pairwise(places))]
    scores = network.scores(words, glued)
    bounds = sentence_bounds(scores.starts)
    heads, sure = best_heads(scores.arcs, bounds)
    relations = network.relations(scores, heads)
    tags = network.tags(scores)
    arcs = [
        (int(head), dep, round(float(p), 4))
        for head, dep, p in zip(heads, relations, sure, strict=True)
    ]
    for first, last in bounds:
        built = _words(
            words[first:last], places[first:last], tags[first:last], arcs[first:last], first
        )
        start, end = places[first][0], places[last - 1][1]
        yield Sentence(text[start:end], start, end, built)


def _words(
    words: list[str],
    places: list[Place],
    tags: list[tuple[str, str, str]],
    arcs: list[tuple[int, str, float]],
    first: int,
) -> tuple[Word, ...]:
    """The words of one sentence, which is the window's from word ``first`` on."""
    from cards.parse.lemmas import lemma

    return tuple(
        Word(
            index=index,
            text=word,
            lemma=lemma(word, upos, xpos, feats),
            upos=upos,
            xpos=xpos,
            feats=feats,
            head=head - 1 - first if head else -1,
            dep=dep,
            start=place[0],
            end=place[1],
            sure=sure,
        )
        for index, (word, place, (upos, xpos, feats), (head, dep, sure)) in enumerate(
            zip(words, places, tags, arcs, strict=True)
        )
    )


@lru_cache(maxsize=1)
def _network() -> Network:
    from cards.parse.network import Network

    return Network()


@lru_cache(maxsize=1)
def model_key() -> str:
    """A short digest of all that a parse depends on: weights, program, libraries."""
    here = Path(__file__).parent
    digest = hashlib.blake2b(digest_size=8)
    for path in [*sorted(here.glob("*.py")), *sorted((here / "model").iterdir())]:
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    for library in ("lemminflect", "numpy", "onnxruntime"):
        digest.update(version(library).encode())
    return digest.hexdigest()


def __getattr__(name: str) -> str:
    """``MODEL``, made when it is first asked for."""
    if name == "MODEL":
        return model_key()
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


if TYPE_CHECKING:
    MODEL: str
