"""Cards that left the deck are found by a search that the real Anki understands."""

from __future__ import annotations

import re

from anki_helper import Anki
from card_helper import NOON, make_cloze, make_entry

from cards.deck import pack
from cards.faces import dress
from cards.model import Entry
from cards.retired import retired_text, searches
from cards.styles import load_style


def gone(entry, state="retired", since=NOON):
    return Entry(entry.card, entry.changed, state, since)


def test_the_search_finds_exactly_the_cards_that_left(tmp_path):
    entries = [make_entry(order=(n,)) for n in range(700)]
    left = {entry.card.guid for entry in entries[::2]}
    path = tmp_path / "deck.apkg"
    style = load_style("quiet")
    names = {"name": "Body", "key": "body", "description": ""}
    path.write_bytes(pack(dress(entries), templates=style, styled=NOON, vault=None, **names))
    with Anki(tmp_path / "anki") as anki:
        anki.import_package(path)
        found = [anki.col.find_notes(search) for search in searches(left)]
        guids = [{anki.col.get_note(number).guid for number in each} for each in found]

    assert [len(each) for each in guids] == [300, 50]
    assert set().union(*guids) == left


def test_the_file_says_what_left_when_and_what_to_do():
    entries = [
        gone(make_entry(question="Why?", order=(1,))),
        gone(make_cloze("The ", ("heart", 1), " beats.", order=(2,)), since=NOON + 90_000),
        gone(make_entry(question="Dull?", order=(3,)), "declined"),
        make_entry(question="Alive?", order=(4,)),
    ]
    text = retired_text("Body", entries).decode()

    assert text.startswith('Cards that are no longer in the deck "Body".')
    assert re.findall(r"^\S.*\(\d+\):$|^  .*", text, re.MULTILINE) == [
        "No longer in the notes (2):",
        "  2023-11-15  The [...] beats.  (bones.md)",
        "  2023-11-14  Why?  (bones.md)",
        "Dropped by you (1):",
        "  2023-11-14  Dull?  (bones.md)",
    ]
    assert all(entry.card.guid in text for entry in entries[:3])
    assert entries[3].card.guid not in text


def test_what_is_deleted_already_needs_no_search():
    entry = gone(make_entry(), "declined")

    assert retired_text("Body", [entry], {entry.card.guid}) == b""
    assert retired_text("Body", [make_entry()]) == b""
