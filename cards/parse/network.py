"""Words -> scores: the shipped encoder with its heads, loaded when it is first asked."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

HERE = Path(__file__).parent / "model"
"""The shipped model."""
PIECES_PER_WORD = 16
LAYER = "/parser/encoder/layers.1/narrow_norm/LayerNormalization_output_0"
"""Output of the second layer, which tells best what words are about; later ones tell of syntax."""
WIDTH = 384
"""Numbers of a piece in it."""
MAX_PIECES = 500
"""The encoder knows 512 positions; two are taken, the rest is a reserve."""

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Scores:
    """What the network says about n words; row and column 0 of ``arcs`` stand for the root."""

    arcs: Floats
    """(n + 1, n + 1): dependent, head."""
    dependents: Floats
    """(n + 1, r): the words as dependents, for the label of an arc."""
    heads: Floats
    """(n + 1, r): the words as heads."""
    upos: Ints
    """(n,): index in the list of tags; the same for the next two."""
    xpos: Ints
    feats: Ints
    starts: Floats
    """(n,): above 0 where a sentence starts."""


class Pieces:
    """The encoder's vocabulary: words -> numbers of pieces (uncased WordPiece)."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self.numbers = {piece: number for number, piece in enumerate(vocabulary)}
        self.unknown = self.numbers["[UNK]"]
        self.first = self.numbers["[CLS]"]
        self.last = self.numbers["[SEP]"]
        self.of = lru_cache(maxsize=50_000)(self._of)

    def _of(self, word: str) -> tuple[int, ...]:
        """The pieces of one word, at least one."""
        found: list[int] = []
        for part in _split_punctuation(_plain(word)):
            found += self._greedy(part)
            if len(found) >= PIECES_PER_WORD:
                break
        return tuple(found[:PIECES_PER_WORD]) or (self.unknown,)

    def _greedy(self, part: str) -> list[int]:
        """The longest piece first; unknown if any rest has none."""
        if len(part) > 100:
            return [self.unknown]
        found: list[int] = []
        start = 0
        while start < len(part):
            prefix = "##" if start else ""
            for end in range(len(part), start, -1):
                number = self.numbers.get(prefix + part[start:end])
                if number is not None:
                    break
            else:
                return [self.unknown]
            found.append(number)
            start = end
        return found


def _plain(word: str) -> str:
    """Lower case without accents and invisible characters, as the encoder was trained."""
    word = word[:400]
    if not word.isascii():
        word = "".join(
            char
            for char in unicodedata.normalize("NFD", word)
            if unicodedata.category(char) not in ("Mn", "Cc", "Cf", "Co")
        )
    return word.lower()


def _split_punctuation(word: str) -> list[str]:
    if word.isalnum() and word.isascii():
        return [word]
    parts: list[str] = [""]
    for char in word:
        if _stands_alone(char):
            parts += [char, ""]
        elif char.isspace():
            parts.append("")
        else:
            parts[-1] += char
    return [part for part in parts if part]


def _stands_alone(char: str) -> bool:
    if char.isascii():
        return char.isprintable() and not char.isalnum() and char != " "
    return unicodedata.category(char)[0] == "P" or 0x4E00 <= ord(char) <= 0x9FFF


def shape(word: str) -> int:
    """Casing, lost on uncased pieces: 0 no letter, 1 low, 2 Capital, 3 UPPER, 4 mixed, 5 digits."""
    if any(char.isdigit() for char in word):
        return 5
    if word.islower():
        return 1
    if word.isupper():
        return 2 if len(word) == 1 else 3
    if word[:1].isupper():
        return 2 if word[1:].islower() else 4
    return 4 if any(char.isalpha() for char in word) else 0


SHAPES = 13
"""How many values ``encode`` gives as shapes: 0 for the frame, else 1 + 2 * shape + glued."""


def encode(
    pieces: Pieces, words: Sequence[str], glued: Sequence[bool]
) -> tuple[list[int], list[int], list[int]]:
    """Turn words into the encoder's input.

    Args:
        pieces: The vocabulary.
        words: At most 500.
        glued: For each word whether no blank stands before it.

    Returns:
        Pieces, their shapes, and for the root and each word the index of its first piece.
    """
    split = _fitting([pieces.of(word) for word in words])
    numbers, shapes, firsts = [pieces.first], [0], [0]
    for word, own, is_glued in zip(words, split, glued, strict=True):
        firsts.append(len(numbers))
        numbers += own
        shapes += [1 + 2 * shape(word) + is_glued] * len(own)
    return [*numbers, pieces.last], [*shapes, 0], firsts


def _fitting(split: list[tuple[int, ...]]) -> list[tuple[int, ...]]:
    """Fewer pieces a word where all together would be too many."""
    most = PIECES_PER_WORD
    while sum(min(most, len(own)) for own in split) > MAX_PIECES and most > 1:
        most -= 1
    return [own[:most] for own in split]


class Network:
    """The encoder and its heads. One block a call: int8 scales depend on what is run together."""

    def __init__(self, folder: Path = HERE) -> None:
        self._reader = _session((folder / "int8.onnx").read_bytes() + _shown(LAYER))
        self._labeller = _session((folder / "label.onnx").read_bytes())
        self.labels: dict[str, list[str]] = json.loads((folder / "labels.json").read_text("utf-8"))
        self.pieces = Pieces((folder / "vocab.txt").read_text("utf-8").splitlines())
        self.root = self.labels["dep"].index("root")

    def scores(self, words: Sequence[str], glued: Sequence[bool]) -> Scores:
        """What the network says about one run of words."""
        inputs = _inputs(*encode(self.pieces, words, glued))
        arc, dependents, heads, upos, xpos, feats, starts = self._reader.run(
            ["arc", "rd", "rh", "upos", "xpos", "feat", "start"], inputs
        )
        return Scores(
            arcs=arc[0],
            dependents=dependents[0],
            heads=heads[0],
            upos=upos[0, 1:],
            xpos=xpos[0, 1:],
            feats=feats[0, 1:],
            starts=starts[0, 1:],
        )

    def senses(
        self, words: Sequence[str], glued: Sequence[bool], cut: int
    ) -> tuple[Floats, Floats]:
        """What the words before and behind a cut mean, on average; zeros for no words.

        Args:
            words: At most 500.
            glued: For each word whether no blank stands before it.
            cut: Number of the first word behind the cut.
        """
        if not words:
            return _mean(NOTHING), _mean(NOTHING)
        numbers, shapes, firsts = encode(self.pieces, words, glued)
        (layer,) = self._reader.run([LAYER], _inputs(numbers, shapes, firsts))
        end = len(numbers) - 1
        middle = firsts[1 + cut] if cut < len(words) else end
        return _mean(layer[0, 1:middle]), _mean(layer[0, middle:end])

    def tags(self, scores: Scores) -> list[tuple[str, str, str]]:
        """UPOS, XPOS and features of each word."""
        upos, xpos, feats = (self.labels[name] for name in ("upos", "xpos", "feat"))
        indices = zip(
            scores.upos.tolist(), scores.xpos.tolist(), scores.feats.tolist(), strict=True
        )
        return [(upos[u], xpos[x], feats[f]) for u, x, f in indices]

    def relations(self, scores: Scores, heads: Ints) -> list[str]:
        """The names of the arcs from each word to its chosen head (0 = root)."""
        inputs = {"rd": scores.dependents[1:], "rh": scores.heads[heads]}
        (chosen,) = self._labeller.run(["dep"], inputs)
        chosen[heads == 0] = self.root
        names = self.labels["dep"]
        return [names[number] for number in chosen]


def _inputs(numbers: list[int], shapes: list[int], firsts: list[int]) -> dict[str, Ints]:
    named = {"ids": numbers, "ft": shapes, "first": firsts}
    return {name: np.array([values], np.int64) for name, values in named.items()}


NOTHING = np.zeros((0, WIDTH), np.float32)


def _mean(rows: Floats) -> Floats:
    return rows.mean(axis=0) if len(rows) else np.zeros(WIDTH, np.float32)


def _shown(layer: str) -> bytes:
    """Make a value inside a graph one of its outputs: what is appended to a message is merged.

    The fields are those of ONNX: ``ModelProto.graph`` is 7, ``GraphProto.output`` 12,
    ``ValueInfoProto.name`` 1 and ``type`` 2, ``tensor_type`` 1 with ``elem_type`` 1 = float.
    """
    value = _field(1, layer.encode()) + _field(2, _field(1, b"\x08\x01"))
    return _field(7, _field(12, value))


def _field(number: int, content: bytes) -> bytes:
    """A field of the wire format of protocol buffers; all here are shorter than 128 bytes."""
    return bytes([number << 3 | 2, len(content)]) + content


def _session(model: bytes) -> Any:
    """A graph ready to run, on this thread alone."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
