"""Package and ledger -> disk, both or neither; one build of a deck at a time."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from types import MappingProxyType

from cards.errors import BusyError, CardsError

DIGEST_LETTERS = 16
NOTHING: Mapping[Path, bytes] = MappingProxyType({})


@contextmanager
def locked(ledger: Path) -> Iterator[None]:
    """Hold the deck of a ledger; a CardsError where another build holds it."""
    from filelock import FileLock, Timeout

    lock = FileLock(ledger.with_name(f"{_stem(ledger)}.lock"), timeout=0)
    try:
        ledger.parent.mkdir(parents=True, exist_ok=True)
        lock.acquire()
    except Timeout:
        raise BusyError(
            f"{lock.lock_file}: another build of this deck is at work\n  wait until it is done"
        ) from None
    except (OSError, NotImplementedError) as error:  # the latter from a disk without locks
        raise _unwritable(ledger.parent, error) from error
    try:
        yield
    finally:
        # Taken away while it is held: who opened it before finds it without a name and tries
        # again. Windows takes away no open file, and none afterwards that another has opened.
        with suppress(OSError):
            Path(lock.lock_file).unlink()
        lock.release()
        if os.name == "nt":
            with suppress(OSError):
                Path(lock.lock_file).unlink()


def recover(package: Path, ledger: Path, *beside: Path) -> None:
    """Finish or drop what a build left that was stopped half way.

    Args:
        package: Of the deck.
        ledger: Of the deck.
        beside: Files that follow from the ledger.
    """
    try:
        for journal in sorted(ledger.parent.glob(f"{glob_safe(ledger.name)}.next-*")):
            if package.is_file() and journal.name.endswith(_digest(package.read_bytes())):
                journal.replace(ledger)
            else:
                journal.unlink()
        for left in map(_half, (package, ledger, *beside)):
            left.unlink(missing_ok=True)
    except OSError as error:
        raise _unwritable(ledger.parent, error) from error


def publish(
    package: Path,
    package_bytes: bytes,
    ledger: Path,
    ledger_bytes: bytes,
    beside: Mapping[Path, bytes] = NOTHING,
) -> bool:
    """Write package and ledger so that both are old or both new, whenever the power goes.

    The next ledger lies ready under a name that names the package's digest; then the package
    takes its place, the ledger last; ``recover`` tells from this where it stopped. What lies
    beside them follows from the ledger and comes last: the next build writes what is not there.

    Returns:
        False where nothing had to be written.
    """
    changed = not (_holds(package, package_bytes) and _holds(ledger, ledger_bytes))
    if changed:
        _publish(package, package_bytes, ledger, ledger_bytes)
    return any([changed, *[put(path, data) for path, data in sorted(beside.items())]])


def put(path: Path, data: bytes) -> bool:
    """Write a file whole or not at all; no data takes it away. False where nothing was to do."""
    if _holds(path, data) or (not data and not path.exists()):
        return False
    try:
        if not data:
            path.unlink()
            return True
        path.parent.mkdir(parents=True, exist_ok=True)
        _write(_half(path), data)
        _half(path).replace(path)
        _sync_folder(path.parent)
    except OSError as error:
        with suppress(OSError):
            _half(path).unlink(missing_ok=True)
        raise _unwritable(path, error) from error
    return True


def _publish(package: Path, package_bytes: bytes, ledger: Path, ledger_bytes: bytes) -> None:
    journal = ledger.with_name(f"{ledger.name}.next-{_digest(package_bytes)}")
    try:
        _write(_half(package), package_bytes)
        _write(_half(ledger), ledger_bytes)
        _half(ledger).replace(journal)
        _sync_folder(ledger.parent)
        _half(package).replace(package)
        _sync_folder(package.parent)
        journal.replace(ledger)
        _sync_folder(ledger.parent)
    except OSError as error:
        with suppress(CardsError):
            recover(package, ledger)
        raise _unwritable(package.parent, error) from error


def glob_safe(name: str) -> str:
    """A file name as a pattern that finds only itself."""
    import glob

    return glob.escape(name)


def _holds(path: Path, data: bytes) -> bool:
    try:
        return path.read_bytes() == data
    except OSError:
        return False


def _write(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    """Make a renaming last through a power cut, where the system can."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _half(path: Path) -> Path:
    return path.with_name(f"{path.name}.tmp")


def _stem(ledger: Path) -> str:
    return ledger.name.removesuffix(".jsonl").removesuffix(".ledger")


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:DIGEST_LETTERS]


def _unwritable(place: Path, error: OSError | NotImplementedError) -> CardsError:
    reason = getattr(error, "strerror", None) or error
    return CardsError(
        f"{place}: the deck cannot be written ({reason}); the old deck is whole\n"
        "  make room or give leave to write there, or choose another folder with --decks"
    )
