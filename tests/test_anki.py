"""Decks in the real Anki."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from anki_helper import Anki, shown
from card_helper import NOON, make_chain, make_cloze, make_entry
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cards.deck import pack
from cards.faces import CLOZE_FIELDS, QUESTION_FIELDS, dress, find_pictures
from cards.hypertext import clean
from cards.model import Entry, Image
from cards.styles import load_style

PLAIN = make_entry(deck="Body::Bones", order=(1,))
CLOZE = make_cloze(
    "Stress frees ",
    ("osteocalcin", 1),
    " from ",
    ("bone", 3),
    ".",
    tags=("chaincards::gap", "x"),
    order=(2,),
)
CHAIN = make_chain("stress", ("bone", 1), ("osteocalcin", 2), "memory", signs="++>", order=(3,))
PATH = make_entry(kind="chain", answer="Stress → bone → memory", signs=("+", "-"), order=(4,))
ENTRIES = (PLAIN, CLOZE, CHAIN, PATH)


def build(path: Path, entries: Sequence[Entry], *, styled: int = NOON, **changes) -> Path:
    style = load_style("quiet", changes.pop("tokens", {}))
    arguments = {"name": "Body", "key": "body", "description": "", "vault": None} | changes
    faces = dress(entries, pictures=changes.pop("pictures", {}))
    arguments.pop("pictures", None)
    path.write_bytes(pack(faces, templates=style, styled=styled, **arguments))
    return path


@pytest.fixture(scope="module")
def first(tmp_path_factory) -> Iterator[tuple[Anki, object]]:
    """A new collection that the deck was imported into, and the import's log."""
    folder = tmp_path_factory.mktemp("first")
    with Anki(folder / "anki") as anki:
        yield anki, anki.import_package(build(folder / "body.apkg", ENTRIES))


@pytest.fixture
def anki(tmp_path) -> Iterator[Anki]:
    with Anki(tmp_path / "anki") as anki:
        yield anki


def test_a_deck_is_imported_without_a_complaint(first):
    anki, log = first

    assert (log.found_notes, len(log.new)) == (4, 4)
    assert not any(
        getattr(log, kind)
        for kind in (
            "updated",
            "duplicate",
            "conflicting",
            "missing_notetype",
            "missing_deck",
            "empty_first_field",
        )
    )
    assert anki.complaints() == ""


def test_decks_cards_fields_and_tags_arrive_as_built(first):
    anki, _ = first
    faces = {face.guid: face for face in dress(ENTRIES)}

    assert anki.decks() == {"Body::Bones": 1, "Body": 5}
    assert {guid: tuple(note.fields) for guid, note in anki.notes().items()} == {
        guid: face.fields for guid, face in faces.items()
    }
    for guid, face in faces.items():
        assert tuple(anki.tags(guid)) == face.tags
        assert {card.due for card in anki.cards(guid)} == {face.due}


def test_gaps_one_and_three_are_cards_one_and_three(first):
    anki, _ = first
    guid = CLOZE.card.guid

    assert [card.ord for card in anki.cards(guid)] == [0, 2]
    assert shown(anki.question(guid, 1), "text") == "Stress frees [...] from bone."
    assert shown(anki.question(guid, 3), "text") == "Stress frees osteocalcin from [...]."
    assert shown(anki.answer(guid, 3), "text") == "Stress frees osteocalcin from bone."


def test_the_front_shows_the_question_and_the_topic_alone(first):
    anki, _ = first

    assert shown(anki.question(PLAIN.card.guid)).split("\n") == [
        "Body",
        "Which hormone do stressed bones release?",
    ]


def test_the_back_shows_answer_sentence_link_and_place(first):
    anki, _ = first
    back = anki.answer(PLAIN.card.guid)

    assert shown(back, "question") == "Which hormone do stressed bones release?"
    assert shown(back, "answer") == "Osteocalcin"
    assert shown(back, "quote") == "Bones under stress release the hormone osteocalcin."
    assert shown(back, "from").split("\n") == [
        "▶ 17:16",
        "What bones tell the brain",
        "Body Talks Bones › Their hormones",
    ]
    assert 'href="https://youtu.be/abcdefghijk?t=1036"' in back
    assert "<mark>osteocalcin</mark>" in back


def test_a_chain_hides_one_node_at_a_time_and_shows_the_arrows(first):
    anki, _ = first
    guid = CHAIN.card.guid

    assert shown(anki.question(guid, 2), "chain") == (
        "stress\nleads to bone\nleads to [...]\nthen memory"
    )
    assert shown(anki.answer(guid, 2), "chain").split("\n")[2] == "leads to osteocalcin"
    assert (
        shown(anki.answer(PATH.card.guid), "answer") == "Stress\nleads to bone\nholds back memory"
    )


def test_the_uid_finds_a_note(first):
    anki, _ = first

    assert len(anki.col.find_notes(f'"Uid:re:^({PLAIN.card.guid}|{PATH.card.guid})$"')) == 2


def test_the_same_file_twice_changes_nothing(anki, tmp_path):
    path = build(tmp_path / "body.apkg", ENTRIES)
    anki.import_package(path)
    anki.review(2)
    before = anki.dump()
    log = anki.import_package(path)

    assert (len(log.new), len(log.updated), len(log.duplicate)) == (0, 0, 4)
    assert anki.dump() == before


def test_a_changed_card_shows_the_new_text_and_keeps_what_was_learnt(anki, tmp_path):
    anki.import_package(build(tmp_path / "old.apkg", ENTRIES))
    anki.review(3)
    learnt = anki.schedule()
    card = replace(PLAIN.card, answer="The hormone osteocalcin", deck="Elsewhere")
    anki.import_package(build(tmp_path / "new.apkg", [Entry(card, NOON + 1), *ENTRIES[1:]]))

    assert shown(anki.answer(card.guid), "answer") == "The hormone osteocalcin"
    assert len(learnt) > 6
    assert anki.schedule() == learnt
    assert anki.complaints() == ""


def test_what_the_user_wrote_on_an_unchanged_card_stays(anki, tmp_path):
    anki.import_package(build(tmp_path / "old.apkg", ENTRIES))
    note = anki.note(PLAIN.card.guid)
    note["Answer"] = "my own words"
    note.tags.append("mine")
    anki.col.update_note(note)
    changed = replace(CLOZE, changed=NOON + 9)
    log = anki.import_package(build(tmp_path / "new.apkg", [PLAIN, changed]))

    assert anki.fields(PLAIN.card.guid)["Answer"] == "my own words"
    assert "mine" in anki.tags(PLAIN.card.guid)
    assert len(log.updated) == 1


def test_a_new_style_changes_the_look_and_no_note(anki, tmp_path):
    anki.import_package(build(tmp_path / "old.apkg", ENTRIES))
    before = anki.dump()
    tokens = {"paper": "#123456"}
    anki.import_package(build(tmp_path / "new.apkg", ENTRIES, styled=NOON + 5, tokens=tokens))
    notetype = anki.note(PLAIN.card.guid).note_type()

    assert "#123456" in notetype["css"]
    assert [field["name"] for field in notetype["flds"]] == [
        field.name for field in QUESTION_FIELDS
    ]
    assert anki.dump() == before


def test_a_renamed_deck_has_the_same_note_types(anki, tmp_path):
    anki.import_package(build(tmp_path / "old.apkg", ENTRIES))
    types = {kind.id for kind in anki.col.models.all_names_and_ids()}
    log = anki.import_package(build(tmp_path / "new.apkg", ENTRIES, name="Soul", styled=NOON + 5))

    assert not log.conflicting
    assert {kind.id for kind in anki.col.models.all_names_and_ids()} == types
    assert anki.note(PLAIN.card.guid).note_type()["name"] == "chaincards · Soul · Question"


def test_ten_decks_live_side_by_side(anki, tmp_path):
    for n in range(10):
        entries = [
            make_entry(identity=f"{n}.md", deck=f"Deck {n}"),
            make_cloze(("gap", 1), identity=f"{n}.md", deck=f"Deck {n}::Sub"),
        ]
        path = build(tmp_path / f"{n}.apkg", entries, name=f"Deck {n}", key=f"key {n}")
        assert len(anki.import_package(path).new) == 2

    assert len(anki.notes()) == 20
    assert anki.decks() == {f"Deck {n}{sub}": 1 for n in range(10) for sub in ("", "::Sub")}
    assert anki.complaints() == ""


def test_the_description_is_shown_though_all_cards_lie_in_sub_decks(anki, tmp_path):
    anki.import_package(build(tmp_path / "a.apkg", [PLAIN], description="From <b>my</b> notes"))

    assert anki.col.decks.by_name("Body")["desc"] == "From <b>my</b> notes"


def test_a_retired_card_is_found_by_its_tag_and_keeps_its_place(anki, tmp_path):
    anki.import_package(build(tmp_path / "old.apkg", ENTRIES))
    learnt = anki.schedule()
    gone = Entry(PLAIN.card, NOON + 5, "retired", since=NOON + 5)
    anki.import_package(build(tmp_path / "new.apkg", [gone, *ENTRIES[1:]]))

    assert len(anki.col.find_notes("tag:chaincards::retired")) == 1
    assert "No longer in the notes" in shown(anki.question(PLAIN.card.guid))
    assert anki.schedule() == learnt


def test_a_picture_arrives_with_its_card(anki, tmp_path):
    vault = tmp_path / "vault"
    vault.mkdir()
    (vault / "bone 1.PNG").write_bytes(b"a picture")
    entry = make_entry(images=(Image("bone 1.PNG", "a bone"),))
    pictures = find_pictures([entry], vault)
    anki.import_package(build(tmp_path / "a.apkg", [entry], pictures=pictures, vault=vault))
    (name,) = anki.col.media.files_in_str(
        anki.cards()[0].note_type()["id"], anki.answer(entry.card.guid)
    )

    assert name.startswith("chaincards-")
    assert (Path(anki.col.media.dir()) / name).read_bytes() == b"a picture"
    assert not anki.col.media.check().missing


PIECES = (
    *(
        "<script>",
        "</div>",
        "<!--",
        "&",
        "&amp;",
        "<b>",
        "<br>",
        "'",
        '"',
        "[sound:a.mp3]",
        "[latex]",
    ),
    *("{{", "}}", "}", "{{c1::", "{{FrontSide}}", "::", ":", "$x<y$", "$$", "[anki:play:q:0]"),
    *(
        r"\(",
        r"\]",
        "\x1f",
        "\0",
        "\x85",
        "e\u0301",
        "\u202e",
        "\u200b",
        "\ufeff",
        "🧪",
        "بنك",
        "a",
        " ",
    ),
)
HOSTILE = (
    st.lists(st.sampled_from(PIECES) | st.text(max_size=3), min_size=1, max_size=6)
    .map(lambda pieces: " ".join("".join(pieces).split()))
    .filter(lambda text: clean(text).strip())
)


@pytest.fixture(scope="module")
def crowd(tmp_path_factory) -> Iterator[Anki]:
    """A collection for very many cards."""
    with Anki(tmp_path_factory.mktemp("crowd")) as anki:
        yield anki


@settings(max_examples=25, deadline=None)
@given(texts=st.tuples(HOSTILE, HOSTILE, HOSTILE, HOSTILE))
@example(texts=("<script>alert(1)</script>", "a & b", "{{c1::x}} }} ::", "$x<y$ costs $20"))
@example(texts=("std::vector", "{a}", ":", "}"))
def test_every_text_is_shown_exactly(texts, crowd):
    """Whatever stands in a note, the card shows these characters and no other."""
    one, two, three, four = texts
    name = hashlib.sha256(repr(texts).encode()).hexdigest()
    question = make_entry(
        question=one, answer=two, quote=three, title=four, headings=(one,), identity=name
    )
    cloze = make_cloze(one, (two, 1), three, (four, 3), quote=one, identity=name)
    crowd.import_package(build(Path(crowd.col.path).with_name("deck.apkg"), [question, cloze]))
    back, gap_back = crowd.answer(question.card.guid), crowd.answer(cloze.card.guid, 3)

    assert shown(back, "question") == shown(back, "headings") == even(one)
    assert [shown(back, part) for part in ("answer", "quote", "title")] == [*map(even, texts[1:])]
    assert shown(crowd.question(cloze.card.guid), "text") == even(one + "[...]" + three + four)
    assert shown(gap_back, "text") == even("".join(texts))
    assert shown(gap_back, "cloze") == even(four)
    assert shown(gap_back, "quote") == even(one)


def even(text: str) -> str:
    """Return the text as HTML shows it: one blank where there are more."""
    return re.sub(r"[ \n]+", " ", clean(text)).strip(" ")


def test_the_fields_of_the_file_are_the_frozen_ones(first):
    anki, _ = first
    question = anki.note(PLAIN.card.guid).note_type()
    cloze = anki.note(CLOZE.card.guid).note_type()

    assert [(f["name"], f["id"]) for f in question["flds"]] == [*QUESTION_FIELDS]
    assert [(f["name"], f["id"]) for f in cloze["flds"]] == [*CLOZE_FIELDS]
