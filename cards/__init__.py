"""Turns a folder of markdown notes into Anki decks."""

__version__ = "0.1.0"
