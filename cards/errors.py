"""What the user can put right: shown once, without a traceback."""

from __future__ import annotations


class CardsError(Exception):
    """Leaves no sensible way on; the message says where, what, and what to do."""


class BusyError(CardsError):
    """Another build holds the deck; a moment later it may not."""


class RecipeError(CardsError):
    """A recipe that cannot be used."""


class LedgerError(CardsError):
    """A ledger that cannot be read or written without losing something."""


class NotesError(CardsError):
    """A folder of notes that is not there or holds none."""


class DecisionError(CardsError):
    """A file of decisions that cannot be understood, or a card that cannot be told."""


class CollectionError(CardsError):
    """A collection of Anki that cannot be read without a doubt."""
