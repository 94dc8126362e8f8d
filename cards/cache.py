"""Key -> value in the user's cache folder; safe to delete, never needed for a right result."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import time
from collections.abc import Iterable, Mapping
from contextlib import suppress
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

VARIABLE = "CHAINCARDS_CACHE"
LIBRARIES = ("markdown-it-py", "mdit-py-plugins", "python-frontmatter", "PyYAML", "py3langid")
"""What a note yields depends on them too; the parser tells of its own."""
DAY = 86_400
UNUSED_DAYS = 45
MOST_BYTES = 400_000_000
"""A vault of 600 notes takes about a tenth of it."""
AT_ONCE = 500
"""SQLite's oldest limit is 999 question marks a statement."""


def key_for(*parts: bytes) -> bytes:
    """A key that differs whenever a part does."""
    digest = hashlib.blake2b(digest_size=20)
    for part in parts:
        digest.update(b"%d:" % len(part))
        digest.update(part)
    return digest.digest()


@lru_cache(maxsize=1)
def program_key() -> bytes:
    """A digest of the whole program and of the libraries that read notes."""
    here = Path(__file__).parent
    digest = hashlib.blake2b(digest_size=20)
    for path in sorted([*here.rglob("*.py"), *here.glob("*.toml")]):
        digest.update(path.relative_to(here).as_posix().encode())
        digest.update(path.read_bytes())
    for library in LIBRARIES:
        with suppress(PackageNotFoundError):
            digest.update(version(library).encode())
    return digest.digest()


class Cache:
    """A table in one file that several processes may use at once.

    A file that is broken, locked or not to be written makes it forgetful, never an error.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._base = _open(folder or cache_folder())
        self._today = int(time.time()) // DAY

    def get(self, keys: Iterable[bytes]) -> dict[bytes, bytes]:
        """Find the values that are there."""
        wanted = list(keys)
        found: dict[bytes, bytes] = {}
        stale: list[bytes] = []
        for start in range(0, len(wanted), AT_ONCE):
            for key, value, used in self._select(wanted[start : start + AT_ONCE]):
                found[key] = value
                if used < self._today - 7:
                    stale.append(key)
        self._touch(stale)
        return found

    def put(self, values: Mapping[bytes, bytes]) -> None:
        """Remember values, as far as possible."""
        if self._base is None or not values:
            return
        rows = [(key, value, self._today) for key, value in values.items()]
        with suppress(sqlite3.Error), self._base:
            self._base.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", rows)

    def close(self) -> None:
        """Let go of the file, and of what nobody has asked for in a long time."""
        if self._base is None:
            return
        with suppress(sqlite3.Error):
            self._prune(self._base)
        with suppress(sqlite3.Error):
            self._base.close()
        self._base = None

    def _select(self, keys: list[bytes]) -> list[tuple[bytes, bytes, int]]:
        if self._base is None:
            return []
        marks = ",".join("?" * len(keys))
        query = f"SELECT key, value, used FROM kept WHERE key IN ({marks})"  # noqa: S608
        try:
            return self._base.execute(query, keys).fetchall()
        except sqlite3.Error:
            return []

    def _touch(self, keys: list[bytes]) -> None:
        if self._base is None or not keys:
            return
        rows = [(self._today, key) for key in keys]
        with suppress(sqlite3.Error), self._base:
            self._base.executemany("UPDATE kept SET used = ? WHERE key = ?", rows)

    def _prune(self, base: sqlite3.Connection) -> None:
        pages, size = (
            base.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "page_size")
        )
        too_big = pages * size > MOST_BYTES
        oldest = base.execute("SELECT min(used) FROM kept").fetchone()[0]
        if not too_big and (oldest is None or oldest >= self._today - UNUSED_DAYS):
            return
        with base:
            base.execute("DELETE FROM kept WHERE used < ?", (self._today - UNUSED_DAYS,))
            if too_big:
                base.execute("DELETE FROM kept WHERE used < ? OR abs(random()) % 2", (self._today,))
        base.execute("VACUUM")


def cache_folder() -> Path:
    """Where the user's system keeps what may be lost, or the folder that CHAINCARDS_CACHE names."""
    named = os.environ.get(VARIABLE)
    if named:
        return Path(named)
    from platformdirs import user_cache_path

    return user_cache_path("chaincards", appauthor=False)


PATIENCE = 5.0
"""Seconds that a file may be locked."""
PAUSE = 0.05
"""Seconds. When a new file turns to WAL SQLite itself does not wait for another program."""


def _open(folder: Path) -> sqlite3.Connection | None:
    """The table, made anew where it is broken; None where there can be none."""
    path = folder / "cache.sqlite3"
    started, broken = time.monotonic(), 0
    while broken < 2:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            return _table(path)
        except sqlite3.OperationalError as error:
            locked = error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY
            if not locked or time.monotonic() - started > PATIENCE - PAUSE:
                return None
            time.sleep(PAUSE)
        except sqlite3.DatabaseError:
            broken += 1
            with suppress(OSError):
                path.unlink()
        except OSError:
            return None
    return None


def _table(path: Path) -> sqlite3.Connection:
    base = sqlite3.connect(path, timeout=PATIENCE)
    try:
        # Losing the last writes in a power cut is no loss here, waiting for the disk is.
        base.execute("PRAGMA journal_mode = WAL")
        base.execute("PRAGMA synchronous = OFF")
        base.execute(
            "CREATE TABLE IF NOT EXISTS kept (key BLOB PRIMARY KEY, value BLOB, used INTEGER)"
            " WITHOUT ROWID"
        )
        base.execute("SELECT used FROM kept LIMIT 1").fetchone()
    except BaseException:
        base.close()
        raise
    return base
