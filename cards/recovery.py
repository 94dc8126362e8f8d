"""A package -> the ledger that it was made with, where the deck's own is lost."""

from __future__ import annotations

import tempfile
import zipfile
from pathlib import Path

from cards.deck import memory_of
from cards.errors import LedgerError
from cards.journal import locked, put
from cards.ledger import Ledger, read_ledger
from cards.plans import ledger_for


def recover_ledger(package: Path, decks: Path) -> tuple[Path, Ledger]:
    """Put a lost ledger back; a LedgerError where there is one, or the package has none.

    Args:
        package: The last one that was built.
        decks: The folder of the decks.
    """
    memory = _memory(package)
    path = ledger_for(package, decks)
    with locked(path):
        if path.exists():
            raise LedgerError(
                f"{path}: there is a ledger; nothing was written\n"
                "  it knows more than a package; if it is broken, move it away first"
            )
        ledger = _understood(memory, package)
        put(path, memory)
    return path, ledger


def _memory(package: Path) -> bytes:
    try:
        memory = memory_of(package)
    except (OSError, zipfile.BadZipFile) as error:
        raise LedgerError(
            f"{package}: no package that can be read ({error})\n"
            "  name the last .apkg that chaincards built"
        ) from error
    if not memory:
        raise LedgerError(
            f"{package}: this package holds no ledger\n"
            "  Anki's own exports have none: name the last .apkg that chaincards built"
        )
    return memory


def _understood(memory: bytes, package: Path) -> Ledger:
    """Read it as any ledger, before it takes a ledger's place."""
    with tempfile.TemporaryDirectory(prefix="chaincards-") as folder:
        copy = Path(folder) / package.name
        copy.write_bytes(memory)
        ledger = read_ledger(copy)
    assert ledger is not None, "it was just written"  # noqa: S101
    return ledger
