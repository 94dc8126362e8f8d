"""Cards to try things on."""

from __future__ import annotations

from typing import Any

from cards.identity import guid_for
from cards.model import Card, Entry, Gap

NOON = 1_700_000_000
"""A second in November 2023."""


def make_card(**changes: Any) -> Card:
    """Return a card that is whole, with some of its parts changed."""
    parts: dict[str, Any] = {
        "kind": "question",
        "role": "object",
        "question": "Which hormone do stressed bones release?",
        "answer": "Osteocalcin",
        "text": (),
        "signs": (),
        "quote": "Bones under stress release the hormone osteocalcin.",
        "marks": (),
        "images": (),
        "claim": "",
        "note": "bones.md",
        "identity": "bones.md",
        "title": "What bones tell the brain",
        "channel": "Body Talks",
        "headings": ("Bones", "Their hormones"),
        "seconds": 1036,
        "near": False,
        "url": "https://youtu.be/abcdefghijk?t=1036",
        "tags": ("chaincards::bone",),
        "deck": "Body",
        "order": (1,),
    }
    parts |= changes
    words = repr((parts["question"], parts["text"], parts["order"]))
    guid = guid_for("body", parts["identity"], words, parts["kind"], parts["role"])
    return Card(**({"guid": guid} | parts))


def make_entry(changed: int = NOON, **changes: Any) -> Entry:
    return Entry(make_card(**changes), changed)


def make_cloze(*pieces: str | tuple[str, int], **changes: Any) -> Entry:
    """Return a cloze; a piece with a number is a gap."""
    text = tuple(Gap(p, 0) if isinstance(p, str) else Gap(*p) for p in pieces)
    return make_entry(**({"kind": "cloze", "question": "", "answer": "", "text": text} | changes))


def make_chain(*nodes: str | tuple[str, int], signs: str, **changes: Any) -> Entry:
    """Return the gap cards of a chain; a node with a number is a gap."""
    pieces: list[str | tuple[str, int]] = []
    for node in nodes:
        pieces += [" → ", node] if pieces else [node]
    return make_cloze(*pieces, **({"kind": "gaps", "signs": tuple(signs)} | changes))
