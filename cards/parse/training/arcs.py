"""Sentences with hand-checked key arcs -> how many of them a parse gets right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from cards.errors import CardsError
from cards.model import Sentence, Word

RELATIONS = {
    "R": ("root",),
    "S": ("nsubj", "csubj"),
    "O": ("obj",),
    "X": ("xcomp",),
    "C": ("ccomp",),
    "A": ("advcl",),
    "P": ("acl",),
    "L": ("acl:relcl",),
    "J": ("conj",),
    "N": ("nmod",),
    "B": ("obl",),
    "AP": ("appos",),
}
"""What each letter of the file stands for; a relation without subtype takes all its subtypes."""


@dataclass(frozen=True, slots=True)
class Arc:
    """A key arc; each part may have alternatives, a word may be ``word#2``, its second place."""

    kinds: tuple[str, ...]
    heads: tuple[str, ...]
    """Empty for the root."""
    dependents: tuple[str, ...]

    def __str__(self) -> str:
        return " ".join(
            "|".join(part) for part in (self.kinds, self.heads, self.dependents) if part
        )


def read_arcs(path: Path) -> list[tuple[str, tuple[Arc, ...]]]:
    """Read pairs of lines: a sentence, then ``= R word; S head dependent; …``.

    Raises:
        CardsError: A line is not of this form.
    """
    lines = [line for line in path.read_text("utf-8").splitlines() if line.strip()]
    if len(lines) % 2:
        raise CardsError(f"{path}: a sentence has no arcs\n  give two lines a sentence")
    pairs = zip(lines[::2], lines[1::2], strict=True)
    return [(text, tuple(_arcs(path, line))) for text, line in pairs]


def _arcs(path: Path, line: str) -> Iterator[Arc]:
    for part in line.removeprefix("=").split(";"):
        fields = [tuple(field.split("|")) for field in part.split()]
        kinds = fields[0] if fields else ()
        if len(fields) != (2 if kinds == ("R",) else 3) or not set(kinds) <= set(RELATIONS):
            raise CardsError(f"{path}: {part.strip()!r} is no arc\n  write: S head dependent")
        yield Arc(kinds, fields[1] if len(fields) == 3 else (), fields[-1])


def missed(arcs: Sequence[Arc], sentences: Sequence[Sentence]) -> list[Arc]:
    """The arcs that a parse does not have."""
    return [arc for arc in arcs if not _has(arc, sentences)]


def _has(arc: Arc, sentences: Sequence[Sentence]) -> bool:
    places = [(sentence, word) for sentence in sentences for word in sentence.words]
    if not arc.heads:
        roots = [word for _, word in places if word.head < 0]
        return any(word in roots[:1] for word in _meant(arc.dependents, [w for _, w in places]))
    heads = _meant(arc.heads, [word for _, word in places])
    for dependent in _meant(arc.dependents, [word for _, word in places]):
        sentence = next(sentence for sentence, word in places if word is dependent)
        if dependent.head >= 0 and sentence.words[dependent.head] in heads:
            return any(_is(dependent.dep, dep) for kind in arc.kinds for dep in RELATIONS[kind])
    return False


def _meant(names: Sequence[str], words: Sequence[Word]) -> list[Word]:
    """The words that are named; without a number the first of its form."""
    found: list[Word] = []
    for name in names:
        form, _, number = name.partition("#")
        same = [word for word in words if word.text == form]
        found += same[int(number or 1) - 1 :][:1]
    return found


def _is(dep: str, wanted: str) -> bool:
    return dep == wanted or (dep.startswith(f"{wanted}:") and dep != "acl:relcl")
