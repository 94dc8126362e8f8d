"""A note in, its blocks out: headings, paragraphs, items, rows, each as plain words with a map."""

from __future__ import annotations

from cards.markdown.blocks import read_blocks

__all__ = ["read_blocks"]
