"""The cache forgets without harm and is never needed."""

from __future__ import annotations

import os
import sqlite3
from concurrent.futures import ThreadPoolExecutor

import pytest

from cards.cache import DAY, Cache, key_for
from cards.pages import read_pages


def test_what_is_put_is_found_by_another_process(tmp_path):
    one, two = Cache(tmp_path), Cache(tmp_path)
    one.put({b"k": b"v"})

    assert two.get([b"k", b"other"]) == {b"k": b"v"}


def test_many_keys_are_found(tmp_path):
    cache = Cache(tmp_path)
    values = {f"{n}".encode(): b"v" for n in range(2500)}
    cache.put(values)

    assert cache.get(values) == values


def test_several_may_write_at_once(tmp_path):
    def write(number):
        cache = Cache(tmp_path)
        cache.put({f"{number}-{n}".encode(): b"v" * 100 for n in range(50)})
        cache.close()

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(write, range(8)))

    keys = [f"{number}-{n}".encode() for number in range(8) for n in range(50)]
    assert len(Cache(tmp_path).get(keys)) == 400


@pytest.mark.parametrize("broken", [b"no database" * 100, b"SQLite format 3\0" + b"\1" * 5000])
def test_a_broken_file_is_made_anew(tmp_path, broken):
    (tmp_path / "cache.sqlite3").write_bytes(broken)
    cache = Cache(tmp_path)
    cache.put({b"k": b"v"})

    assert cache.get([b"k"]) == {b"k": b"v"}


def test_a_folder_that_cannot_be_written_is_ignored(tmp_path):
    (tmp_path / "file").write_text("")
    cache = Cache(tmp_path / "file" / "below")
    cache.put({b"k": b"v"})

    assert cache.get([b"k"]) == {}
    cache.close()


def test_what_nobody_asks_for_is_forgotten(tmp_path, monkeypatch):
    cache = Cache(tmp_path)
    cache.put({b"old": b"v", b"used": b"v"})
    monkeypatch.setattr("cards.cache.time.time", lambda: 40 * DAY + __import__("time").monotonic())
    base = sqlite3.connect(tmp_path / "cache.sqlite3")
    base.execute("UPDATE kept SET used = -20 WHERE key = ?", (b"old",))
    base.execute("UPDATE kept SET used = 20 WHERE key = ?", (b"used",))
    base.commit()
    later = Cache(tmp_path)
    assert later.get([b"used"]) == {b"used": b"v"}
    later.close()

    assert set(Cache(tmp_path).get([b"old", b"used"])) == {b"used"}
    assert base.execute("SELECT used FROM kept").fetchone()[0] >= 40


def test_parts_of_a_key_do_not_flow_together():
    assert key_for(b"a", b"bc") != key_for(b"ab", b"c")


def test_a_value_that_an_accident_changed_is_read_again(vault, tmp_path, monkeypatch):
    monkeypatch.setenv("CHAINCARDS_CACHE", str(tmp_path / "own"))
    files = {"tides.md": vault / "tides.md"}
    first = read_pages(files, vault)
    base = sqlite3.connect(tmp_path / "own" / "cache.sqlite3")
    base.execute("UPDATE kept SET value = ?", (b"\xc1nonsense",))
    base.commit()
    base.close()

    assert read_pages(files, vault) == first


def test_side_by_side_and_alone_give_the_same(vault, tmp_path, monkeypatch):
    monkeypatch.setenv("CHAINCARDS_CACHE", str(tmp_path / "one"))
    files = {path.relative_to(vault).as_posix(): path for path in sorted(vault.rglob("*.md"))}
    alone = read_pages(files, vault)
    monkeypatch.setenv("CHAINCARDS_CACHE", str(tmp_path / "two"))
    monkeypatch.setattr("cards.pages.SIDE_BY_SIDE", 1)
    monkeypatch.setattr("cards.pages.AT_ONCE", 1)

    assert read_pages(files, vault) == alone
    assert list(read_pages(files, vault)) == list(files)


def test_a_process_that_the_system_ends_costs_nothing(vault, tmp_path, monkeypatch):
    """A machine short of memory kills the greediest process; its notes are read again."""
    monkeypatch.setenv("CHAINCARDS_CACHE", str(tmp_path / "own"))
    monkeypatch.setattr("cards.pages.SIDE_BY_SIDE", 1)
    monkeypatch.setattr("cards.pages._deaf_to_interrupts", os.abort)
    files = {path.relative_to(vault).as_posix(): path for path in sorted(vault.rglob("*.md"))}
    told = []
    pages = read_pages(files, vault, lambda done, total: told.append((done, total)))

    assert all(reading.page for reading in pages.values())
    assert told == [(1, 3), (2, 3), (3, 3)]
