"""Entries of the ledger in, faces out: the fields of a card in Anki as semantic HTML."""

from __future__ import annotations

import hashlib
import posixpath
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple
from urllib.parse import unquote

from cards.hypertext import Wrap, attribute, clean, escape, find_marks, find_words, render
from cards.model import Card, Entry, Face, Gap, Sign
from cards.notetypes import CLOZE_FIELDS, QUESTION_FIELDS
from cards.sources import clock

__all__ = ["CLOZE_FIELDS", "QUESTION_FIELDS", "Pictures", "dress", "find_pictures"]


class Picture(NamedTuple):
    """An image of the vault."""

    path: str
    """In the vault."""
    digest: str
    """Of its content. It is in the name that Anki knows it by: under one name Anki would keep the
    old picture."""


Pictures = Mapping[tuple[str, str], Picture]
"""Path of a note and an image's path as written there -> the image."""

NO_PICTURES: Pictures = MappingProxyType({})
RETIRED_TAG = "chaincards::retired"
REWORDED_TAG = "chaincards::reworded"
SIGNS: Mapping[Sign, tuple[str, str]] = {
    "+": ("plus", "leads to"),
    "-": ("minus", "holds back"),
    ">": ("next", "then"),
}
ARROW = re.compile(r"\s*→\s*")
PICTURE_SUFFIXES = {".avif", ".bmp", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp"}
SCHEMES = ("https://", "http://", "obsidian://", "file://")
ITEM = re.compile(r"(?:(\d+)[.)]|[-*•])\s+")


def dress(
    entries: Sequence[Entry], *, topic: str = "", pictures: Pictures = NO_PICTURES
) -> tuple[Face, ...]:
    """Write the fields that Anki stores.

    Args:
        entries: In any order, retired ones too: these wear a banner and a tag.
        topic: What the front says the deck is about; the first part of each card's deck if empty.
        pictures: Which images there are (``find_pictures``); others are left out.

    Returns:
        In the order in which new cards are to be learnt, which is that of ``Card.order``.
    """
    ordered = sorted(entries, key=lambda entry: (entry.card.order, entry.card.guid))
    return tuple(_face(entry, due, topic, pictures) for due, entry in enumerate(ordered, start=1))


def find_pictures(entries: Iterable[Entry], vault: Path) -> Pictures:
    """Find the images of the cards in the vault.

    An image is looked for beside its note, then from the vault's root, then, as Obsidian does,
    anywhere by its name. What leads out of the vault, or over a link out of it, is no image of it.
    """
    wanted = {(entry.card.note, image.path) for entry in entries for image in entry.card.images}
    names: dict[str, str] | None = None
    digests: dict[str, str] = {}
    found: dict[tuple[str, str], Picture] = {}
    for note, path in sorted(wanted):
        if _is_remote(path) or Path(path).suffix.lower() not in PICTURE_SUFFIXES:
            continue
        near = next((p for p in _candidates(note, path) if _is_inside(vault, p)), "")
        if not near and "/" not in path:
            names = _images_by_name(vault) if names is None else names
            near = names.get(path) or names.get(unquote(path), "")
        if near and near not in digests:
            digests[near] = _digest(vault / near)
        if near and digests[near]:
            found[note, path] = Picture(near, digests[near])
    return found


def _digest(path: Path) -> str:
    """Of a file's content; empty where it cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()[:16]
    except OSError:
        return ""


def _candidates(note: str, path: str) -> Iterator[str]:
    clean = unicodedata.normalize("NFC", path).replace("\\", "/")
    for spelled in dict.fromkeys((path, clean, unquote(clean))):
        for folder in (posixpath.dirname(note), ""):
            joined = posixpath.normpath(posixpath.join(folder, spelled))
            if not joined.startswith(("../", "/")):
                yield joined


def _is_remote(path: str) -> bool:
    return "://" in path or path.startswith(("//", "data:"))


def _is_inside(vault: Path, path: str) -> bool:
    try:
        real = (vault / path).resolve(strict=True)
        return real.is_file() and real.is_relative_to(vault.resolve())
    except (OSError, ValueError, RuntimeError):
        return False


def _images_by_name(vault: Path) -> dict[str, str]:
    """Return the paths of all images by file name, the first of equal names; no hidden folders."""
    paths = (path for path in vault.rglob("*") if path.suffix.lower() in PICTURE_SUFFIXES)
    found = sorted(path.relative_to(vault).as_posix() for path in paths)
    inside = [path for path in found if not any(part[0] == "." for part in path.split("/"))]
    return {Path(path).name: path for path in reversed(inside) if _is_inside(vault, path)}


def _face(entry: Entry, due: int, topic: str, pictures: Pictures) -> Face:
    card = entry.card
    media = _media(card, pictures)
    fields = _shared_fields(entry, topic, media)
    if card.text:
        layout, own = CLOZE_FIELDS, _cloze_fields(card)
    else:
        layout, own = QUESTION_FIELDS, _question_fields(card)
    return Face(
        guid=card.guid,
        model="cloze" if card.text else "question",
        fields=tuple((fields | own).get(field.name, "") for field in layout),
        tags=_tags(entry),
        deck=_deck(card.deck),
        changed=entry.changed,
        due=due,
        media=tuple(sorted({(name, path) for name, path, _ in media})),
        bare=entry.state == "retired",
    )


def _shared_fields(
    entry: Entry, topic: str, media: Sequence[tuple[str, str, str]]
) -> dict[str, str]:
    card = entry.card
    first = _deck(card.deck).split("::")[0]
    return {
        "Image": "".join(f'<img src="{name}" alt="{attribute(alt)}">' for name, _, alt in media),
        "Quote": _quote(card),
        "Link": _link(card),
        "Headings": ' <span class="to">›</span> '.join(
            f'<span class="heading">{escape(heading)}</span>' for heading in card.headings
        ),
        "Title": escape(card.title),
        "Channel": escape(card.channel),
        "Also": _also(card),
        "Topic": escape(topic or first),
        "Kind": card.kind,
        "Retired": _retired(entry),
        "Note": escape(card.note),
        "Uid": card.guid,
    }


def _question_fields(card: Card) -> dict[str, str]:
    chain = ARROW.split(card.answer) if card.kind == "chain" else []
    fields = {"Question": _words(card.question, card), "Answer": _answer(card)}
    if len(chain) == len(card.signs) + 1 > 1:
        fields["Chain"] = _chain([_words(node, card) for node in chain], card.signs)
    return fields


def _cloze_fields(card: Card) -> dict[str, str]:
    nodes = _nodes(card)
    if nodes:
        text = _chain([_gapped(node, card) for node in nodes], card.signs)
    else:
        text = _gapped(card.text, card)
    # What a gap hides is in the text; only an author may have more to say.
    extra = card.answer if card.kind == "author" else ""
    return {"Text": text, "Lead": _words(card.question, card), "Extra": _words(extra, card)}


def _nodes(card: Card) -> list[list[Gap]]:
    """Return the nodes of a chain's cloze, each in pieces; none if the text is no chain."""
    if not card.signs:
        return []
    if len(card.text) == len(card.signs) + 1 and not any("→" in gap.text for gap in card.text):
        return [[gap] for gap in card.text]
    nodes: list[list[Gap]] = [[]]
    for gap in card.text:
        first, *others = ARROW.split(gap.text) if gap.number == 0 else [gap.text]
        nodes[-1].append(Gap(first, gap.number))
        nodes.extend([Gap(other, 0)] for other in others)
    whole = [[gap for gap in node if gap.text] for node in nodes]
    return whole if len(whole) == len(card.signs) + 1 and all(whole) else []


def _chain(nodes: Sequence[str], signs: Sequence[Sign]) -> str:
    """Lay out a chain; the words between the nodes are for the ear and for a copied text."""
    steps = [f'<li class="step"><span class="node">{nodes[0]}</span></li>']
    for node, sign in zip(nodes[1:], signs, strict=True):
        name, said = SIGNS[sign]
        arrow = f'<span class="arrow {name}"><span class="said">{said}</span></span>'
        steps.append(f'<li class="step">{arrow} <span class="node">{node}</span></li>')
    return f'<ol class="chain">{" ".join(steps)}</ol>'


def _answer(card: Card) -> str:
    lines = [line.strip() for line in clean(card.answer).split("\n") if line.strip()]
    if len(lines) < 2:
        return _words(card.answer.strip(), card)
    found = [ITEM.match(line) for line in lines]
    if all(found):
        lines = [line[item.end() :] for line, item in zip(lines, found, strict=True) if item]
    elif card.kind != "list":
        return "<br>".join(_words(line, card) for line in lines)
    numbered = all(item and item[1] for item in found) or card.role == "steps"
    items = "".join(f"<li>{_words(line, card)}</li>" for line in lines)
    return f"<ol>{items}</ol>" if numbered else f"<ul>{items}</ul>"


def _quote(card: Card) -> str:
    """Mark the answer, or what a cloze hides, where the sentence has its very words."""
    text = clean(card.quote)
    marks = find_marks(text, card.marks)
    found: list[Wrap] = []
    for part in sorted(_asked(card), key=len, reverse=True):
        place = find_words(text, part)
        wrap = _around_formulas(Wrap(*place, "<mark>", "</mark>"), marks) if place else None
        if wrap and not any(wrap.overlaps(other) for other in found):
            found.append(wrap)
    return render(text, marks, sorted(found, key=lambda wrap: wrap.start))


def _around_formulas(wrap: Wrap, marks: Sequence[Wrap]) -> Wrap:
    """Widen a mark to the whole of each formula that it touches."""
    whole = [wrap, *(mark for mark in marks if mark.dollars and mark.overlaps(wrap))]
    return replace(wrap, start=min(w.start for w in whole), end=max(w.end for w in whole))


def _asked(card: Card) -> list[str]:
    if card.text:
        parts = [gap.text for gap in card.text if gap.number]
    elif card.kind == "chain":
        parts = ARROW.split(card.answer)
    else:
        parts = [ITEM.sub("", line, count=1) for line in card.answer.split("\n")]
    bare = (clean(part).strip().rstrip(".") for part in parts)
    return [part for part in bare if part]


def _words(text: str, card: Card) -> str:
    words = clean(text)
    return render(words, find_marks(words, card.marks))


def _gapped(gaps: Sequence[Gap], card: Card) -> str:
    text, wraps = "", []
    for gap in gaps:
        words = clean(gap.text)
        if gap.number > 0 and words.strip():
            wraps.append(Wrap(len(text), len(text + words), f"{{{{c{gap.number}::", "}}"))
        text += words
    return render(text, find_marks(text, card.marks), wraps, cloze=True)


def _link(card: Card) -> str:
    kind = "moment near" if card.near else "moment"
    words = "Open the note" if card.url.lower().startswith("obsidian:") else "▶ source"
    if card.seconds is not None:
        words = f"▶ {'near ' if card.near else ''}{clock(card.seconds)}"
    if _opens(card.url):
        return _anchor(card.url, words, kind)
    shown = card.url if card.seconds is None else f"{words} {card.url}"
    return f'<span class="{kind}">{escape(shown)}</span>' if card.url else ""


def _also(card: Card) -> str:
    items = (
        _anchor(url, words, "source") if _opens(url) else escape(words) for words, url in card.also
    )
    listed = "".join(f"<li>{item}</li>" for item in items)
    return f"<ul>{listed}</ul>" if listed else ""


def _opens(url: str) -> bool:
    """Whether a link leads anywhere from within Anki, and runs nothing there."""
    return url.lower().startswith(SCHEMES)


def _anchor(url: str, words: str, kind: str) -> str:
    return f'<a class="{kind}" href="{attribute(url)}">{escape(words)}</a>'


def _retired(entry: Entry) -> str:
    if entry.state == "live":
        return ""
    day = f" since {datetime.fromtimestamp(entry.since, UTC):%Y-%m-%d}" if entry.since else ""
    return f"No longer in the notes{day}"


def _tags(entry: Entry) -> tuple[str, ...]:
    """Return tags as Anki would spell them: no blanks, no empty part."""
    tags = [*entry.card.tags, *([RETIRED_TAG] if entry.state == "retired" else [])]
    if entry.reworded:
        # It stays until the next rewording: to take it off is an update, which wipes user edits.
        day = datetime.fromtimestamp(entry.reworded, UTC).date()
        tags.append(f"{REWORDED_TAG}::{day}")
    parts = ((("_".join(clean(part).split())) for part in tag.split("::")) for tag in tags)
    spelled = ("::".join(part for part in tag if part) for tag in parts)
    return tuple(sorted({tag for tag in spelled if tag}))


def _deck(name: str) -> str:
    parts = (" ".join(clean(part).split()) for part in name.split("::"))
    return "::".join(part for part in parts if part) or "chaincards"


def _media(card: Card, pictures: Pictures) -> list[tuple[str, str, str]]:
    """Return name in the package, path in the vault and description of each image."""
    media = []
    for image in dict.fromkeys(card.images):
        picture = pictures.get((card.note, image.path))
        if picture is None:
            continue
        suffix = posixpath.splitext(picture.path)[1].lower()
        media.append((f"chaincards-{picture.digest}{suffix}", picture.path, image.alt))
    return media
