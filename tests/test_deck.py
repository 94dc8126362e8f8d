from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from card_helper import NOON, make_chain, make_cloze, make_entry
from hypothesis import given
from hypothesis import strategies as st

from cards.deck import pack
from cards.faces import dress
from cards.identity import guid_for, number_for
from cards.model import Face
from cards.notetypes import CLOZE_FIELDS, QUESTION_FIELDS, Templates

PLAIN = Templates("{{Question}}", "{{Answer}}", "{{cloze:Text}}", "{{cloze:Text}}", "", "")
FEW = (
    make_entry(),
    make_cloze("a ", ("b", 1), order=(2,)),
    make_chain("a", ("b", 1), "c", signs="+-", order=(3,)),
)


def package(path: Path, faces: tuple[Face, ...], **changes) -> Path:
    settings = {
        "name": "Body",
        "key": "body",
        "description": "",
        "templates": PLAIN,
        "styled": NOON,
        "vault": None,
    }
    path.write_bytes(pack(faces, **(settings | changes)))
    return path


def rows(path: Path, query: str) -> list[tuple]:
    with zipfile.ZipFile(path) as archive:
        connection = sqlite3.connect(":memory:")
        connection.deserialize(archive.read("collection.anki2"))
    found = connection.execute(query).fetchall()
    connection.close()
    return found


def notetypes(path: Path) -> dict[str, dict]:
    ((models,),) = rows(path, "select models from col")
    return {model["name"]: model for model in json.loads(models).values()}


def test_note_types_are_known_by_the_key_alone(tmp_path):
    faces = dress(FEW)
    one = notetypes(package(tmp_path / "a", faces))
    other = notetypes(
        package(tmp_path / "b", faces, name="Soul", templates=replace(PLAIN, css="x"))
    )

    assert set(one) == {"chaincards · Body · Cloze", "chaincards · Body · Question"}
    assert {model["id"] for model in one.values()} == {model["id"] for model in other.values()}
    another = notetypes(package(tmp_path / "c", faces, key="soul"))
    assert not {model["id"] for model in one.values()} & {m["id"] for m in another.values()}


def test_the_schema_is_the_one_that_was_shipped():
    """A change here would freeze every note that a user has; take a spare field instead."""
    shipped = {
        "Question": "Question Answer Chain Image Quote Link Headings Title Channel Also Topic "
        "Kind Retired Note Uid Spare1 Spare2 Spare3 Spare4 Spare5 Spare6",
        "Cloze": "Text Lead Extra Image Quote Link Headings Title Channel Also Topic "
        "Kind Retired Note Uid Spare1 Spare2 Spare3 Spare4 Spare5 Spare6",
    }

    assert " ".join(field.name for field in QUESTION_FIELDS) == shipped["Question"]
    assert " ".join(field.name for field in CLOZE_FIELDS) == shipped["Cloze"]
    assert [field.id for field in QUESTION_FIELDS] == list(range(4_701_000_001, 4_701_000_022))
    assert [field.id for field in CLOZE_FIELDS] == list(range(4_702_000_001, 4_702_000_022))


def test_the_names_that_were_shipped_stay():
    """Each of these is in users' collections; another result would make every card new."""
    assert (
        guid_for("body", "v\nBones", "Bones \n grow.", "question", "object")
        == "bq7errrtffbzd5nowgbc"
    )
    assert number_for("notetype", "body", "question") == 1_390_106_537_978


def test_fields_and_templates_have_numbers(tmp_path):
    for model in notetypes(package(tmp_path / "a", dress(FEW))).values():
        assert all(isinstance(part["id"], int) for part in model["flds"] + model["tmpls"])
        assert (model["mod"], model["sortf"]) == (NOON, 0)


def test_each_note_has_its_own_time_and_place(tmp_path):
    entries = [make_entry(NOON + n, order=(n,)) for n in range(3)]
    path = package(tmp_path / "a", dress(entries))

    found = rows(path, "select n.guid, n.mod, c.due from notes n join cards c on c.nid = n.id")
    assert sorted(found, key=lambda row: row[2]) == [
        (entry.card.guid, entry.changed, due) for due, entry in enumerate(entries, 1)
    ]


def test_a_card_keeps_its_numbers_whatever_is_beside_it(tmp_path):
    many = [make_cloze(("a", 1), ("b", 3), order=(n,)) for n in range(30)]
    some = many[5:6]
    query = "select guid, n.id, c.id, ord from notes n join cards c on nid = n.id"

    all_rows = rows(package(tmp_path / "a", dress(many)), query)
    assert set(rows(package(tmp_path / "b", dress(some)), query)) < set(all_rows)
    assert {row[3] for row in all_rows} == {0, 2}


def test_a_gap_keeps_its_number_when_one_is_put_before_it(tmp_path):
    (old,) = dress([make_cloze(("a", 1), ("b", 3))])
    new = replace(old, fields=("{{c1::a}}{{c2::x}}{{c3::b}}", *old.fields[1:]))
    before = rows(package(tmp_path / "a", (old,)), "select id, ord from cards")
    after = rows(package(tmp_path / "b", (new,)), "select id, ord from cards")

    assert set(before) < set(after)
    assert len(after) == 3


@given(st.sets(st.text(min_size=1), min_size=1, max_size=50))
def test_ids_lie_in_the_past_and_apart(words):
    numbers = sorted(number_for("note", word) for word in words)

    assert 1_000_000_000_000 <= numbers[0] <= numbers[-1] < 1_600_000_000_000


def test_two_notes_of_one_number_are_moved_apart(tmp_path, monkeypatch):
    monkeypatch.setattr("cards.deck.number_for", lambda *words: 1_599_999_999_999)
    faces = dress([make_cloze(("a", 1), order=(n,)) for n in range(9)])
    numbers = rows(package(tmp_path / "a", faces), "select id from notes order by guid")

    assert numbers == [(1_599_999_999_000,), *((1_000_000_000_000 + 1000 * n,) for n in range(8))]


def test_the_name_of_a_card_depends_on_each_of_its_parts():
    parts = ("body", "v\ntitle", "Bones grow.", "question", "object", 0)
    names = {guid_for(*parts)}
    for place, other in enumerate(("soul", "v\ntitles", "Bones grew.", "cloze", "subject", 1)):
        names.add(guid_for(*parts[:place], other, *parts[place + 1 :]))

    assert len(names) == 7
    assert guid_for("a", "bc", "", "", "") != guid_for("ab", "c", "", "", "")


@given(st.text(), st.text())
def test_a_name_is_plain_and_the_same_in_every_unicode_form(identity, quote):
    import unicodedata

    name = guid_for("body", identity, quote, "question", "object")
    apart = [unicodedata.normalize("NFD", text) for text in (identity, quote)]

    assert len(name) == 20
    assert set(name) <= set("abcdefghijklmnopqrstuvwxyz234567")
    assert guid_for("body", *apart, "question", "object") == name


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("no gap", "no gap"),
        ("{{c0::a}}", "no gap"),
        ("{{c500::a}}", "no gap"),
        ("{{c1::a {{c2::b}}}}", "within another"),
        ("{{c1::}}", "empty gap"),
        ("{{c1::a", "empty gap"),
        ("{{c1,2::a}}", "no gap"),
    ],
)
def test_a_cloze_that_anki_would_not_ask_is_refused(tmp_path, text, complaint):
    (face,) = dress([make_cloze(("a", 1))])
    broken = replace(face, fields=(text, *face.fields[1:]))

    with pytest.raises(ValueError, match=complaint):
        package(tmp_path / "a", (broken,))
    assert not (tmp_path / "a").exists()


def test_one_guid_never_goes_out_twice(tmp_path):
    (face,) = dress([make_entry()])

    with pytest.raises(ValueError, match=f"two faces have the guid {face.guid}"):
        package(tmp_path / "a", (face, replace(face, due=2)))


@pytest.mark.parametrize(
    ("fields", "complaint"),
    [(("a",), "1 fields"), (("a\x1fb",) + ("",) * 20, "separator"), ((" ",) * 21, "no question")],
)
def test_fields_that_would_spoil_the_import_are_refused(tmp_path, fields, complaint):
    (face,) = dress([make_entry()])

    with pytest.raises(ValueError, match=complaint):
        package(tmp_path / "a", (replace(face, fields=fields),))


def test_images_go_along_unless_they_leave_the_vault(tmp_path):
    vault = tmp_path / "vault"
    vault.mkdir()
    (vault / "a.png").write_bytes(b"bones")
    (tmp_path / "secret.png").write_bytes(b"secret")
    (vault / "link.png").symlink_to("../secret.png")
    media = (
        ("chaincards-1.png", "a.png"),
        ("chaincards-2.png", "../secret.png"),
        ("chaincards-3.png", "link.png"),
        ("chaincards-4.png", "gone.png"),
    )
    faces = tuple(replace(face, media=media) for face in dress(FEW))

    with zipfile.ZipFile(package(tmp_path / "deck.apkg", faces, vault=vault)) as archive:
        assert json.loads(archive.read("media")) == {"0": "chaincards-1.png"}
        assert archive.read("0") == b"bones"
        assert archive.namelist() == ["collection.anki2", "media", "0"]
        assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_thousand_decks_are_written_in_one_pass(tmp_path):
    """By itself genanki would parse the JSON of all of them a thousand times."""
    entries = [make_entry(deck=f"Body::{n}", order=(n,)) for n in range(1000)]
    ((decks,),) = rows(package(tmp_path / "a", dress(entries)), "select decks from col")

    assert len(json.loads(decks)) == 1002


def test_the_same_deck_is_the_same_bytes_everywhere(tmp_path):
    program = Path(__file__).with_name("deck_program.py")
    for n, zone in enumerate(("UTC", "Asia/Kathmandu")):
        settings = os.environ | {"PYTHONHASHSEED": str(n), "TZ": zone}
        temporary = tmp_path / f"temporary{n}"
        temporary.mkdir()
        settings |= {
            "TMPDIR": str(temporary),
            "PYTHONPATH": f"{program.parent}{os.pathsep}{program.parent.parent}",
        }
        subprocess.run([sys.executable, program, tmp_path / f"{n}.apkg"], env=settings, check=True)
        assert not list(temporary.iterdir())

    assert (tmp_path / "0.apkg").read_bytes() == (tmp_path / "1.apkg").read_bytes()
