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
_Read = tuple[str, Place, tuple[str, str, str], tuple[int, str, float]]
"""A word, its place, its tags (UPOS, XPOS, features), its arc (head, relation, how sure)."""


def parse_texts(items: Iterable[tuple[str, int]]) -> list[tuple[Sentence, ...]]:
    """Parse blocks: each a text and the length of its label. The order changes no result."""
    return [parse_text(text, label) for text, label in items]


def parse_text(text: str, label: int = 0, network: Network | None = None) -> tuple[Sentence, ...]:
    """Parse one block's plain text.

    Args:
        text: Any text; blanks of every kind part words.
        label: Length of a leading label ("Larger T:"), which is parsed apart.
        network: Other weights than the shipped ones, for measuring.

    Returns:
        The sentences in reading order, those of the label first; offsets count in ``text``.
        Empty if there is no word.
    """
    sentences: list[Sentence] = []
    for start, end in ((0, label), (label, len(text))):
        places = [(start + first, start + last) for first, last in tokenize(text[start:end])]
        for first, last in windows([text[a:b] for a, b in places]):
            sentences.extend(parse_words(text, places[first:last], network))
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


def parse_words(
    text: str, places: Sequence[Place], network: Network | None = None, one_sentence: bool = False
) -> list[Sentence]:
    """Parse words that are known already, at most MOST of them."""
    from cards.parse.lemmas import mended
    from cards.parse.tree import best_heads, sentence_bounds

    network = network or shipped_network()
    words = [text[start:end] for start, end in places]
    glued = [False, *(before[1] == after[0] for before, after in itertools.pairwise(places))]
    scores = network.scores(words, glued)
    bounds = [(0, len(words))] if one_sentence else sentence_bounds(scores.starts)
    heads, sure = best_heads(scores.arcs, bounds)
    arcs = zip(heads.tolist(), network.relations(scores, heads), sure.tolist(), strict=True)
    tags = [mended(word, *own) for word, own in zip(words, network.tags(scores), strict=True)]
    read = list(zip(words, places, tags, arcs, strict=True))
    return [_sentence(text, read[first:last], first) for first, last in bounds]


def _sentence(text: str, read: Sequence[_Read], first: int) -> Sentence:
    """Build the sentence whose words were read; it begins at the window's word ``first``."""
    from cards.parse.lemmas import lemma

    words = tuple(
        Word(
            index=index,
            text=word,
            lemma=lemma(
                word, *tags, perfect=dep == "aux" and read[head - 1 - first][2][1] == "VBN"
            ),
            upos=tags[0],
            xpos=tags[1],
            feats=tags[2],
            head=head - 1 - first if head else -1,
            dep=dep,
            start=place[0],
            end=place[1],
            sure=round(sure, 4),
        )
        for index, (word, place, tags, (head, dep, sure)) in enumerate(read)
    )
    start, end = words[0].start, words[-1].end
    return Sentence(text[start:end], start, end, words)


@lru_cache(maxsize=1)
def shipped_network() -> Network:
    """The network in the package, loaded once."""
    from cards.parse.network import Network

    return Network()


@lru_cache(maxsize=1)
def model_key() -> str:
    """A short digest of all that a parse depends on: weights, program, libraries."""
    here = Path(__file__).parent
    digest = hashlib.blake2b(digest_size=8)
    files = (path for path in here.iterdir() if path.suffix in (".py", ".json"))
    for path in [*sorted(files), *sorted((here / "model").iterdir())]:
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
