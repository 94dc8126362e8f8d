"""The author's own cards, taken as they stand."""

from __future__ import annotations

from collections.abc import Iterator

from cards.claims.passage import Place
from cards.english.facts import Fact
from cards.model import Evidence, SpanKind

WRAPPERS: dict[SpanKind, tuple[str, ...]] = {
    "bold": ("**", "__"),
    "italic": ("*", "_"),
    "code": ("`", "``"),
}


def own_card(place: Place, evidence: Evidence) -> Iterator[Fact]:
    """Find what the author marked as a card; its words are never changed."""
    block = place.block
    if block.author is None:
        return
    asked, told = (_unwrapped(text, place) for text in block.author)
    if asked.strip():
        yield Fact("property", "own", block.text, evidence, term=asked, meaning=told)


def _unwrapped(text: str, place: Place) -> str:
    """The text without the signs of emphasis, which the card gets back as marks."""
    for span in place.block.spans:
        words = place.block.text[span.start : span.end]
        for wrapper in WRAPPERS.get(span.kind, ()):
            text = text.replace(f"{wrapper}{words}{wrapper}", words)
    return text
