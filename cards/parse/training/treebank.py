"""CoNLL-U files, plain or gzip -> paragraphs of annotated sentences."""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from cards.errors import CardsError


@dataclass(frozen=True, slots=True)
class Token:
    """A syntactic word as annotated."""

    form: str
    lemma: str
    """Empty where not annotated; the same for the next three."""
    upos: str
    xpos: str
    feats: str
    head: int
    """Counted from 1 in the sentence; 0 = root."""
    dep: str
    space: bool
    """Whether a blank follows."""


Tree = tuple[Token, ...]
Paragraph = tuple[Tree, ...]


def read_treebank(path: Path) -> list[Paragraph]:
    """Read a treebank.

    Raises:
        CardsError: The file cannot be read, or a line is not CoNLL-U.
    """
    try:
        content = path.read_bytes()
        text = (gzip.decompress(content) if path.suffix == ".gz" else content).decode()
    except (OSError, EOFError, UnicodeDecodeError) as error:
        raise CardsError(f"{path}: cannot be read ({error})\n  give a CoNLL-U file") from error
    return list(_paragraphs(path, text.split("\n")))


def _paragraphs(path: Path, lines: Iterable[str]) -> Iterator[Paragraph]:
    """A paragraph begins at ``# newpar`` or ``# newdoc``."""
    paragraph: list[Tree] = []
    rows: list[tuple[int, list[str]]] = []
    for number, line in enumerate(lines, 1):
        if line.startswith("#"):
            if line.startswith(("# newpar", "# newdoc")) and paragraph:
                yield tuple(paragraph)
                paragraph = []
        elif line.strip():
            rows.append((number, line.rstrip("\r").split("\t")))
        elif rows:
            paragraph.append(_tree(path, rows))
            rows = []
    if rows:
        paragraph.append(_tree(path, rows))
    if paragraph:
        yield tuple(paragraph)


def _tree(path: Path, rows: list[tuple[int, list[str]]]) -> Tree:
    """The words of a sentence; a row ``4-5`` only says whether a blank follows word 5."""
    tokens: list[Token] = []
    joined: tuple[int, bool] = (0, True)
    for number, fields in rows:
        try:
            if "." in fields[0]:
                continue
            if "-" in fields[0]:
                joined = (int(fields[0].partition("-")[2]), "SpaceAfter=No" not in fields[9])
                continue
            token = _token(fields)
        except (IndexError, ValueError) as error:
            raise CardsError(
                f"{path}:{number}: not a line of CoNLL-U\n  ten fields parted by tabs are needed"
            ) from error
        last, space = joined
        if len(tokens) + 1 <= last:
            token = replace(token, space=space and len(tokens) + 1 == last)
        tokens.append(token)
    return tuple(tokens)


def _token(fields: list[str]) -> Token:
    form, lemma, upos, xpos, feats, head, dep, _, misc = fields[1:10]
    annotated = upos != "_"
    return Token(
        form=form,
        lemma=lemma if annotated else "",
        upos=upos if annotated else "",
        xpos=xpos,
        feats=feats if annotated and feats != "_" else "",
        head=int(head),
        dep=dep,
        space="SpaceAfter=No" not in misc,
    )


def text_of(trees: Iterable[Tree]) -> tuple[str, list[list[tuple[int, int]]]]:
    """The plain text of some sentences, and for each the places of its words in it."""
    text = ""
    places: list[list[tuple[int, int]]] = []
    for tree in trees:
        own: list[tuple[int, int]] = []
        for token in tree:
            own.append((len(text), len(text) + len(token.form)))
            text += token.form + (" " if token.space else "")
        places.append(own)
    return text, places
