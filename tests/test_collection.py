"""What is read of Anki's own files, made by the real Anki, and what it proves."""

from __future__ import annotations

import hashlib
import zipfile
from pathlib import Path

import pytest
from anki.collection import ExportAnkiPackageOptions
from anki_helper import Anki
from card_helper import NOON, make_cloze, make_entry

from cards.collection import read_collection
from cards.deck import pack
from cards.errors import CollectionError
from cards.faces import dress
from cards.readings import judge, read_readings, readings_text, without_retired
from cards.styles import load_style

ENTRIES = (make_entry(order=(1,)), make_entry(order=(2,)), make_cloze("a ", ("b", 1), order=(3,)))
GUIDS = [entry.card.guid for entry in ENTRIES]


@pytest.fixture
def anki(tmp_path):
    anki = Anki(tmp_path / "anki")
    anki.import_package(package(tmp_path / "deck.apkg"))
    yield anki
    anki.close()


def package(path: Path) -> Path:
    faces = dress(ENTRIES)
    style = load_style("quiet")
    names = {"name": "Body", "key": "body", "description": ""}
    path.write_bytes(pack(faces, templates=style, styled=NOON, vault=None, **names))
    return path


def exported(anki: Anki, path: Path, legacy: bool = False) -> Path:
    """A whole export, as File › Export › Anki Collection Package makes it."""
    anki.col.export_collection_package(str(path), include_media=False, legacy=legacy)
    anki.col.reopen()
    return path


def deck_export(anki: Anki, path: Path, legacy: bool = False) -> Path:
    options = ExportAnkiPackageOptions(
        with_scheduling=True, with_deck_configs=False, with_media=False, legacy=legacy
    )
    anki.col.export_anki_package(out_path=str(path), options=options, limit=None)
    return path


def delete(anki: Anki, *guids: str) -> None:
    anki.col.remove_notes([anki.note(guid).id for guid in guids])


def closed(anki: Anki) -> Path:
    path = Path(anki.col.path)
    anki.close()
    return path


@pytest.mark.parametrize("legacy", [False, True], ids=["zstd", "of before 2022"])
def test_an_export_holds_what_the_collection_holds(anki, tmp_path, legacy):
    anki.review(2)
    export = read_collection(exported(anki, tmp_path / "all.colpkg", legacy))
    collection = read_collection(closed(anki))

    assert collection.guids == {*GUIDS}
    assert export.guids == collection.guids
    assert export.whole
    assert collection.whole
    assert (export.created, export.reviews) == (collection.created, collection.reviews)
    assert len(export.reviews) == 2
    assert export.notetypes == collection.notetypes


@pytest.mark.parametrize("legacy", [False, True])
def test_a_decks_export_is_not_the_whole(anki, tmp_path, legacy):
    export = read_collection(deck_export(anki, tmp_path / "deck2.apkg", legacy))

    assert not export.whole
    assert export.guids == {*GUIDS}


def test_reading_leaves_no_trace(anki):
    path = closed(anki)
    before = {each: each.stat().st_mtime_ns for each in path.parent.iterdir()}
    digest = hashlib.sha256(path.read_bytes()).digest()
    read_collection(path)

    assert {each: each.stat().st_mtime_ns for each in path.parent.iterdir()} == before
    assert hashlib.sha256(path.read_bytes()).digest() == digest


def test_an_open_collection_is_refused(anki):
    with pytest.raises(CollectionError, match=r"(?s)Anki has this collection open.*close Anki"):
        read_collection(Path(anki.col.path))


@pytest.mark.parametrize("data", [b"", b"words", b"SQLite format 3\0" + b"\0" * 200])
def test_what_is_no_collection_is_a_message(tmp_path, data):
    path = tmp_path / "collection.anki2"
    path.write_bytes(data)

    with pytest.raises(CollectionError, match="no collection of Anki that can be read"):
        read_collection(path)
    with pytest.raises(CollectionError, match="there is no such file"):
        read_collection(tmp_path / "missing.colpkg")


def test_an_export_of_a_newer_anki_or_a_broken_one_is_a_message(tmp_path):
    for name, data in (("collection.anki99", b"x"), ("collection.anki21b", b"not zstd")):
        with zipfile.ZipFile(tmp_path / "a.colpkg", "w") as archive:
            archive.writestr(name, data)
        with pytest.raises(CollectionError, match="no collection of Anki that can be read"):
            read_collection(tmp_path / "a.colpkg")


def test_what_was_there_and_is_gone_was_deleted(anki, tmp_path):
    first = judge((), read_collection(exported(anki, tmp_path / "1.colpkg")), GUIDS)
    delete(anki, GUIDS[0])
    second = judge(first.readings, read_collection(closed(anki)), GUIDS)

    assert first.first
    assert (first.found, first.deleted, first.missing) == ({*GUIDS}, set(), set())
    assert not second.first
    assert (second.deleted, second.missing) == ({GUIDS[0]}, set())


def test_what_was_never_seen_is_only_not_found(anki, tmp_path):
    """It may never have been imported."""
    delete(anki, GUIDS[0])
    first = judge((), read_collection(exported(anki, tmp_path / "1.colpkg")), GUIDS)
    second = judge(first.readings, read_collection(exported(anki, tmp_path / "2.colpkg")), GUIDS)

    assert first.missing == second.missing == {GUIDS[0]}
    assert first.deleted == second.deleted == set()


def test_a_decks_export_proves_no_deletion(anki, tmp_path):
    first = judge((), read_collection(exported(anki, tmp_path / "1.colpkg")), GUIDS)
    delete(anki, GUIDS[0])
    second = judge(first.readings, read_collection(deck_export(anki, tmp_path / "d.apkg")), GUIDS)

    assert second.deleted == set()
    assert second.found == {*GUIDS[1:]}
    assert second.readings == first.readings


def test_another_profile_proves_no_deletion(anki, tmp_path):
    """Two profiles of one day: only their reviews and note types tell them apart."""
    first = judge((), read_collection(exported(anki, tmp_path / "1.colpkg")), GUIDS)
    with Anki(tmp_path / "other"):
        pass
    collection = read_collection(tmp_path / "other" / "collection.anki2")
    second = judge(first.readings, collection, GUIDS)

    assert collection.created == first.readings[0].created
    assert second.first
    assert (second.deleted, second.missing) == (set(), {*GUIDS})
    assert len(second.readings) == 2


def test_another_profile_with_reviews_and_the_same_deck_proves_no_deletion(anki, tmp_path):
    anki.review(3)
    first = judge((), read_collection(exported(anki, tmp_path / "1.colpkg")), GUIDS)
    with Anki(tmp_path / "other") as other:
        other.import_package(package(tmp_path / "deck.apkg"))
        other.review(3)
        delete(other, GUIDS[0])
    second = judge(first.readings, read_collection(tmp_path / "other/collection.anki2"), GUIDS)

    assert (second.deleted, second.missing) == (set(), {GUIDS[0]})


def test_a_restored_backup_proves_no_deletion(anki, tmp_path):
    delete(anki, GUIDS[0])
    backup = exported(anki, tmp_path / "backup.colpkg")
    anki.import_package(package(tmp_path / "deck.apkg"))
    first = judge((), read_collection(exported(anki, tmp_path / "1.colpkg")), GUIDS)

    assert first.missing == set()
    with pytest.raises(CollectionError, match="an older state of the collection"):
        judge(first.readings, read_collection(backup), GUIDS)


def test_what_is_remembered_reads_back(anki, tmp_path):
    anki.review(2)
    verdict = judge((), read_collection(exported(anki, tmp_path / "1.colpkg")), GUIDS)
    path = tmp_path / "body.seen.jsonl"
    path.write_bytes(readings_text(verdict.readings))

    assert read_readings(path) == verdict.readings
    assert read_readings(tmp_path / "none.jsonl") == ()


def test_a_broken_memory_is_a_message(tmp_path):
    path = tmp_path / "body.seen.jsonl"
    path.write_text("<<<<<<< HEAD\n")
    with pytest.raises(CollectionError, match="delete the file"):
        read_readings(path)


def test_a_retired_card_that_the_user_tidied_away_comes_back(anki, tmp_path):
    """The user was told to delete it; when its sentence returns, nobody decided against it."""
    first = judge((), read_collection(exported(anki, tmp_path / "1.colpkg")), GUIDS)
    readings = without_retired(first.readings, {GUIDS[0]})
    delete(anki, GUIDS[0])
    second = judge(readings, read_collection(exported(anki, tmp_path / "2.colpkg")), GUIDS)

    assert (second.deleted, second.missing) == (set(), {GUIDS[0]})
