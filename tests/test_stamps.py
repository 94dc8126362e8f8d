"""A note is stamped where a person reads something new, and nowhere else."""

from __future__ import annotations

from dataclasses import replace

import pytest
from card_helper import NOON, make_cloze, make_entry

from cards.faces import Picture, dress
from cards.model import Change, Entry, Image
from cards.stamps import digest, renewed, reworded, stamped

LATER = NOON + 100


def face(entry, **more):
    return dress([entry], **more)[0]


def built(entry, old=None, now=NOON, touch=False, shown=None):
    """An entry as a build leaves it."""
    before = {old.card.guid: old} if old else {}
    (entry,) = reworded([entry], before, now)
    faces = [shown or face(entry)] if entry.state != "declined" else []
    return stamped([entry], faces, before, now, touch=touch)[0]


FIRST = built(make_entry())


def with_field(entry, old, new):
    """A face as another program would make it."""
    made = face(entry)
    assert any(old in field for field in made.fields)
    return replace(made, fields=tuple(field.replace(old, new) for field in made.fields))


def test_a_new_card_has_the_second_of_its_birth():
    assert (FIRST.changed, FIRST.reworded) == (NOON, 0)
    assert len(FIRST.shown) == 16


def test_what_shows_the_same_keeps_its_time():
    assert built(FIRST, FIRST, LATER) == FIRST


@pytest.mark.parametrize(
    ("old", "new"),
    [("<mark>", '<mark class="hit">'), ('class="moment"', 'class="moment far"'), ("</mark>", "")],
)
def test_other_markup_alone_is_no_update(old, new):
    """An update wipes what the user wrote; another class on the same words is not worth it."""
    again = built(FIRST, FIRST, LATER, shown=with_field(FIRST, old, new))

    assert again == FIRST


@pytest.mark.parametrize(
    ("old", "new"),
    [("Osteocalcin", "Osteocalcin!"), ("t=1036", "t=1040"), ("▶", "►"), ("bones.md", "legs.md")],
)
def test_other_words_or_another_link_are_an_update(old, new):
    """The program alone may have changed: the ledger's card is the same."""
    again = built(FIRST, FIRST, LATER, shown=with_field(FIRST, old, new))

    assert again.changed == LATER
    assert again.shown != FIRST.shown


def test_another_name_of_the_deck_is_no_update():
    moved = replace(FIRST, card=replace(FIRST.card, deck="Soul"))

    assert built(moved, FIRST, LATER).changed == NOON


def test_a_clock_that_goes_back_still_gives_a_greater_second():
    again = built(FIRST, FIRST, NOON - 9, shown=with_field(FIRST, "Osteocalcin", "It"))

    assert again.changed == NOON + 1


def test_an_update_of_the_program_stamps_nothing_of_a_ledger_without_digests():
    old = replace(FIRST, shown="")

    assert built(old, old, LATER) == FIRST


def test_touch_stamps_all_that_is_shipped():
    gone = Entry(make_cloze(("a", 1)).card, NOON, "declined", NOON)

    assert built(FIRST, FIRST, LATER, touch=True).changed == LATER
    assert built(FIRST, FIRST, NOON - 9, touch=True).changed == NOON + 1
    assert built(gone, gone, LATER, touch=True) == gone


@pytest.mark.parametrize("shown", [FIRST.shown, ""])
def test_a_banner_is_an_update_and_so_is_its_end(shown):
    old = replace(FIRST, shown=shown)
    retired = built(replace(old, state="retired", since=LATER), old, LATER)
    still = built(retired, retired, LATER + 9)
    back = built(replace(retired, state="live", since=0), retired, LATER + 20)

    assert retired.changed == LATER
    assert still == retired
    assert back.changed == LATER + 20
    assert back.shown == FIRST.shown


def test_a_picture_of_new_content_is_an_update():
    """Anki would keep the old picture under the old name."""
    entry = make_entry(images=(Image("a.png", ""),))
    key = (entry.card.note, "a.png")
    one, two = (face(entry, pictures={key: Picture("a.png", each)}) for each in ("d1", "d2"))
    first = built(entry, shown=one)

    assert digest(one) != digest(two)
    assert built(first, first, LATER, shown=one) == first
    assert built(first, first, LATER, shown=two).changed == LATER


def test_a_question_never_turns_into_a_cloze():
    cloze = make_cloze(("a", 1)).card
    with pytest.raises(ValueError, match="would turn from a question into a cloze"):
        built(replace(FIRST, card=replace(FIRST.card, text=cloze.text)), FIRST)


def test_a_rewording_is_tagged_until_the_next_one():
    other = replace(FIRST, changed=LATER, card=replace(FIRST.card, question="Which one?"))
    second = built(other, FIRST, LATER)
    moved = replace(second, changed=LATER + 5, card=replace(second.card, title="T"))
    third = built(moved, second, LATER + 5)

    assert "chaincards::reworded::2023-11-14" in face(second).tags
    assert third.reworded == second.reworded == LATER
    assert face(third).tags == face(second).tags


def test_a_card_that_shows_something_new_is_reported():
    change = Change("unchanged", FIRST.card.guid, "q", "n")
    again = built(FIRST, FIRST, LATER, shown=with_field(FIRST, "Osteocalcin", "It"))
    before = {FIRST.card.guid: FIRST}

    assert renewed([change], [again], before)[0].kind == "changed"
    assert renewed([change], [FIRST], before) == (change,)
