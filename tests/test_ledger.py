"""What is shipped stays: the ledger as text, and what a build makes of it."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cards.errors import CardsError, LedgerError
from cards.ledger import Header, Ledger, Reworded, ledger_text, read_ledger, refuse_to_empty, settle
from cards.model import Card, Entry, Gap, Image

NOW = 1_700_000_000
HEADER = Header("biology-1a2b", "../notes", "style", NOW)


def ask(question, answer="It does.", note="a.md", guid="", **more):
    return Card(
        guid=guid or f"g-{question}",
        kind="question",
        role="object",
        question=question,
        answer=answer,
        text=(),
        signs=(),
        quote=f"{question} {answer}",
        marks=(),
        images=(),
        claim="",
        note=note,
        identity=note,
        title="A",
        channel="",
        headings=("H",),
        seconds=7,
        near=False,
        url="https://youtu.be/aaaaaaaaaaa?t=7",
        tags=(),
        deck="A",
        order=(0,),
        **more,
    )


def here(card):
    """All sentences stand where they stood."""
    return card


def gone(card):
    return "gone"


def lost(card):
    return "lost"


def unread(card):
    return "unread"


def kinds(settled):
    return [change.kind for change in settled.changes]


def test_new_cards_are_live_from_the_second_of_their_build():
    settled = settle([], [ask("Why b?"), ask("Why a?")], here, NOW)

    assert kinds(settled) == ["new", "new"]
    assert [entry.card.guid for entry in settled.entries] == ["g-Why a?", "g-Why b?"]
    assert {entry.changed for entry in settled.entries} == {NOW}


def test_nothing_changes_without_a_change():
    first = settle([], [ask("Why?")], here, NOW)
    second = settle(first.entries, [ask("Why?")], here, NOW + 99)

    assert second.entries == first.entries
    assert kinds(second) == ["unchanged"]


def test_a_shipped_card_keeps_its_wording():
    """A better rule words new cards; it never touches what a learner has learnt."""
    first = settle([], [ask("Why?", guid="g")], here, NOW)
    second = settle(first.entries, [ask("For what reason?", "Better.", guid="g")], here, NOW + 9)

    assert second.entries[0].card.question == "Why?"
    assert second.entries[0].changed == NOW


def test_a_card_that_the_program_no_longer_makes_stays():
    first = settle([], [ask("Why?")], here, NOW)

    assert settle(first.entries, [], here, NOW + 9).entries == first.entries


def test_a_card_follows_its_sentence_to_another_second():
    first = settle([], [ask("Why?")], here, NOW)
    moved = replace(ask("Why?"), seconds=9, url="https://youtu.be/aaaaaaaaaaa?t=9")
    second = settle(first.entries, [moved], here, NOW + 9)

    assert kinds(second) == ["moved"]
    assert second.entries[0].card.url.endswith("?t=9")
    assert second.entries[0].changed == NOW + 9


def test_a_change_is_later_than_the_last_one_whatever_the_clock_says():
    """Anki takes a text only if its second is greater than the one it has."""
    first = settle([], [ask("Why?")], here, NOW)
    second = settle(first.entries, [replace(ask("Why?"), title="B")], here, NOW - 1000)

    assert second.entries[0].changed == NOW + 1


def test_the_place_in_the_deck_alone_is_no_change():
    first = settle([], [ask("Why?")], here, NOW)
    second = settle(first.entries, [replace(ask("Why?"), deck="B", order=(5,))], here, NOW + 9)

    assert kinds(second) == ["unchanged"]
    assert second.entries[0].changed == NOW


def test_a_card_without_its_sentence_retires_and_is_remembered():
    first = settle([], [ask("Why?")], here, NOW)
    second = settle(first.entries, [], gone, NOW + 9)
    third = settle(second.entries, [], gone, NOW + 20)

    assert kinds(second) == ["retired"]
    assert second.live == ()
    assert second.entries[0] == replace(
        first.entries[0], state="retired", since=NOW + 9, why="gone"
    )
    assert third.entries == second.entries
    assert kinds(third) == []


def test_a_card_that_comes_back_is_the_same_card():
    """A sentence that was cut and put back costs nobody a review history."""
    first = settle([], [ask("Why?")], here, NOW)
    away = settle(first.entries, [], gone, NOW + 9)
    again = settle(away.entries, [ask("Why?")], here, NOW + 20)

    assert kinds(again) == ["back"]
    assert again.entries == first.entries


@pytest.mark.parametrize("state", ["live", "retired"])
def test_a_note_that_was_not_read_changes_nothing(state):
    entry = Entry(ask("Why?"), NOW, state, NOW if state == "retired" else 0)

    assert settle([entry], [], unread, NOW + 9).entries == (entry,)


def many(number, note="a.md"):
    return [Entry(ask(f"Why {n}?", note=note), NOW) for n in range(number)]


@pytest.mark.parametrize(("number", "gone"), [(100, 11), (14, 4), (5, 4)])
def test_many_cards_retire_only_when_told(number, gone):
    old = many(number)
    few = {entry.card.guid for entry in old[:gone]}
    settled = settle(old, [], lambda card: "gone" if card.guid in few else card, NOW)

    with pytest.raises(CardsError, match=rf"(?s){gone} of {number} cards would retire.*--retire"):
        refuse_to_empty(old, settled, lambda card: "gone" if card.guid in few else card)


@pytest.mark.parametrize("number", [5, 14, 40, 200])
def test_a_tenth_or_three_cards_may_retire(number):
    old = many(number)
    few = {entry.card.guid for entry in old[: max(3, number // 10)]}

    def look(card):
        return "gone" if card.guid in few else card

    refuse_to_empty(old, settle(old, [], look, NOW), look)


def test_a_folder_that_is_not_there_retires_nothing():
    """A disk that is not mounted looks like an empty folder."""
    old = [*many(2, "x/a.md"), Entry(ask("Who?", note="x/b.md"), NOW), *many(1, "y/c.md")]

    def look(card):
        return "lost" if card.note.startswith("x/") else card

    with pytest.raises(CardsError, match="all notes of the folder 'x' are gone"):
        refuse_to_empty(old, settle(old, [], look, NOW), look)


def test_a_folder_of_folders_that_is_not_there_retires_nothing():
    """Each of its folders has a single note, which may be deleted by itself."""
    old = [Entry(ask("Who?", note=note), NOW) for note in ("x/a/1.md", "x/b/2.md", "y.md", "z.md")]

    def look(card):
        return "lost" if card.note.startswith("x/") else card

    with pytest.raises(CardsError, match="all notes of the folder 'x' are gone"):
        refuse_to_empty(old, settle(old, [], look, NOW), look)


def test_a_lost_folder_whose_cards_are_kept_stops_no_build():
    old = [Entry(ask("Who?", note=note), NOW) for note in ("x/a.md", "x/b.md", "y.md")]

    def look(card):
        return "lost" if card.note.startswith("x/") else card

    settled = settle(old, [], look, NOW)
    refuse_to_empty(old, replace(settled, changes=()), look)


def test_a_deleted_note_among_others_may_retire():
    old = [Entry(ask("Who?", note="x/b.md"), NOW), Entry(ask("Why?", note="x/a.md"), NOW)]

    def look(card):
        return "lost" if card.note == "x/b.md" else card

    refuse_to_empty(old, settle(old, [], look, NOW), look)


def test_the_only_note_of_a_folder_may_be_deleted():
    old = [Entry(ask("Who?", note="x/b.md"), NOW), Entry(ask("Why?", note="y/a.md"), NOW)]

    def look(card):
        return "lost" if card.note == "x/b.md" else card

    refuse_to_empty(old, settle(old, [], look, NOW), look)


TEXT = st.text(max_size=12)
CARDS = st.builds(
    ask,
    TEXT,
    TEXT,
    TEXT,
    st.text(alphabet="abcdef234567", min_size=1, max_size=6),
    also=st.lists(st.tuples(TEXT, TEXT), max_size=2).map(tuple),
)
ENTRIES = st.builds(Entry, CARDS, st.integers(0, 2**40), st.sampled_from(["live", "retired"]))


@given(st.lists(ENTRIES, unique_by=lambda entry: entry.card.guid, max_size=6))
def test_a_ledger_reads_back_whatever_its_cards_say(tmp_path_factory, entries):
    path = tmp_path_factory.getbasetemp() / "property.ledger.jsonl"
    path.write_bytes(ledger_text(Ledger(HEADER, tuple(entries))))

    read = read_ledger(path)

    assert read.header == HEADER
    assert read.entries == tuple(sorted(entries, key=lambda entry: entry.card.guid))


def test_the_order_of_the_cards_does_not_change_the_text():
    entries = many(20)
    mixed = random.Random(1).sample(entries, 20)  # noqa: S311

    assert ledger_text(Ledger(HEADER, tuple(mixed))) == ledger_text(Ledger(HEADER, tuple(entries)))


def test_one_card_is_one_line():
    card = replace(
        ask("Why\n\u2028?"),
        text=(Gap("a\nb", 1),),
        images=(Image("x.png", "x"),),
        marks=(("x", "bold"),),
    )
    text = ledger_text(Ledger(HEADER, (Entry(card, NOW),)))

    assert text.count(b"\n") == 2
    assert text.endswith(b"\n")


def test_a_deck_without_a_ledger_has_none(tmp_path):
    assert read_ledger(tmp_path / "no.ledger.jsonl") is None


@pytest.fixture
def ledger(tmp_path):
    path = tmp_path / "bio.ledger.jsonl"
    path.write_bytes(ledger_text(Ledger(HEADER, tuple(many(3)))))
    return path


def refused(path):
    with pytest.raises(LedgerError) as error:
        read_ledger(path)
    return str(error.value)


def test_an_editor_may_change_line_ends_and_the_order(ledger):
    lines = ledger.read_bytes().splitlines()
    ledger.write_bytes(b"\xef\xbb\xbf" + b"\r\n".join([lines[0], *reversed(lines[1:]), b"", b""]))

    assert read_ledger(ledger) == Ledger(HEADER, tuple(many(3)))


def test_merge_marks_are_refused_with_their_line(ledger):
    lines = ledger.read_text("utf-8").splitlines()
    marked = [*lines[:2], "<<<<<<< HEAD", lines[2], "=======", lines[3], ">>>>>>> other"]
    ledger.write_text("\n".join(marked), "utf-8")

    assert "bio.ledger.jsonl:3: a merge left its marks" in refused(ledger)


def test_a_ledger_of_a_newer_program_is_refused(ledger):
    text = ledger.read_text("utf-8").replace('{"chaincards ledger":2', '{"chaincards ledger":3', 1)
    ledger.write_text(text, "utf-8")

    assert "bio.ledger.jsonl:1: written by a newer chaincards (ledger version 3)" in refused(ledger)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"state":"live"', '"state":"alive"'),
        ('"changed":1', '"changed":x1'),
        ('"guid"', '"giud"'),
        ('"seconds":7', '"seconds":"7"'),
        ("}", ""),
    ],
)
def test_a_broken_line_is_refused_with_its_number(ledger, old, new):
    lines = ledger.read_text("utf-8").splitlines()
    lines[2] = lines[2].replace(old, new)
    ledger.write_text("\n".join(lines), "utf-8")

    assert "bio.ledger.jsonl:3: a broken line in the ledger" in refused(ledger)


def test_a_ledger_of_the_first_version_is_read(ledger):
    """It lacks what came later; nothing else differs."""
    text = ledger.read_text("utf-8").replace('{"chaincards ledger":2', '{"chaincards ledger":1', 1)
    for part in (',"after":""', ',"why":""', ',"gaps":0'):
        assert part in text
        text = text.replace(part, "")
    ledger.write_text(text, "utf-8")

    assert read_ledger(ledger) == Ledger(HEADER, tuple(many(3)))


def test_a_declined_card_is_no_card_of_the_deck_and_follows_its_sentence():
    entry = Entry(ask("Why?"), NOW, "declined", NOW)
    settled = settle([entry], [replace(ask("Why?"), seconds=9)], here, NOW + 9)

    assert settled.live == ()
    assert settled.entries == (replace(entry, card=replace(entry.card, seconds=9)),)
    assert kinds(settled) == []
    assert settle([entry], [], gone, NOW + 9).entries == (entry,)


def test_a_card_that_stands_twice_is_refused(ledger):
    lines = ledger.read_text("utf-8").splitlines()
    ledger.write_text("\n".join([*lines, lines[1]]), "utf-8")

    assert "bio.ledger.jsonl:5: card g-Why 0? stands twice" in refused(ledger)


@pytest.mark.parametrize(
    "text", ["", "\n", "[]", "hello", '{"key":"k"}', '{"chaincards ledger":1}', "\xff\xfe"]
)
def test_a_file_that_is_no_ledger_is_refused(ledger, text):
    ledger.write_text(text, "latin-1")

    assert "bio.ledger.jsonl:1: not a" in refused(ledger)


def test_a_change_does_not_say_a_question_twice_that_is_the_same():
    old = Entry(ask("What?", "One"), NOW)
    told = settle([old], [], lambda card: Reworded(replace(card, answer="Two")), NOW + 9).changes
    asked = settle([old], [], lambda card: Reworded(replace(card, question="Who?")), NOW).changes

    assert [(each.was, each.now) for each in told] == [("One", "Two")]
    assert [(each.was, each.now) for each in asked] == [("What? One", "Who? One")]
