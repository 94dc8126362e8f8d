"""Notes: what is found in a folder, and what is made of each file."""

from __future__ import annotations

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cards.model import Source
from cards.notes import detect_language, find_notes, load_note, read_note

needs_posix = pytest.mark.skipif(os.name == "nt", reason="links and modes are POSIX")


def made(folder, *names):
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Roots drink water.\n", "utf-8")


def names(root):
    found, problems = find_notes(root)
    return [path.relative_to(root).as_posix() for path in found], problems


def test_notes_are_found_in_the_order_of_their_paths(tmp_path):
    made(tmp_path, "b/x.md", "B.md", "a.markdown", "a/z.md", "c.txt", "é.md")

    assert names(tmp_path) == (["B.md", "a.markdown", "a/z.md", "b/x.md", "é.md"], [])


def test_folders_and_files_of_the_editor_are_left_out(tmp_path):
    made(tmp_path, ".obsidian/x.md", ".trash/y.md", "Templates/t.md", "map.excalidraw.md", "a.md")

    assert names(tmp_path) == (["a.md"], [])


def test_one_file_is_a_folder_of_one(tmp_path):
    made(tmp_path, "a.md")

    assert find_notes(tmp_path / "a.md") == ([tmp_path / "a.md"], [])


@needs_posix
def test_a_loop_of_links_ends_and_no_note_comes_twice(tmp_path):
    made(tmp_path, "a/x.md")
    (tmp_path / "a" / "loop").symlink_to(tmp_path)
    (tmp_path / "b").symlink_to(tmp_path / "a")
    (tmp_path / "same.md").symlink_to(tmp_path / "a" / "x.md")

    assert names(tmp_path) == (["a/x.md"], [])


@needs_posix
def test_links_to_what_lies_outside_are_followed(tmp_path):
    made(tmp_path, "out/y.md", "out/deep/z.md", "in/x.md")
    (tmp_path / "in" / "y.md").symlink_to(tmp_path / "out" / "y.md")
    (tmp_path / "in" / "deep").symlink_to(tmp_path / "out" / "deep")

    assert names(tmp_path / "in") == (["deep/z.md", "x.md", "y.md"], [])


@needs_posix
def test_a_link_that_leads_nowhere_is_told(tmp_path):
    made(tmp_path, "a.md")
    (tmp_path / "gone.md").symlink_to(tmp_path / "nothing.md")
    (tmp_path / "self.md").symlink_to(tmp_path / "self.md")
    found, problems = names(tmp_path)

    assert found == ["a.md"]
    assert [problem.message for problem in problems] == ["this link leads nowhere"] * 2


@needs_posix
@pytest.mark.skipif(os.name != "nt" and os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read_is_told(tmp_path):
    made(tmp_path, "a.md", "shut/b.md")
    (tmp_path / "a.md").chmod(0)
    (tmp_path / "shut").chmod(0)
    found, problems = find_notes(tmp_path)
    note, more = load_note(tmp_path, found[0])
    (tmp_path / "shut").chmod(0o700)

    assert note is None
    assert "permission denied" in problems[0].message
    assert "permission denied" in more[0].message


def test_a_note_that_went_away_is_told_by_the_path_as_typed(tmp_path):
    note, (problem,) = load_note(tmp_path, tmp_path / "gone.md")

    assert note is None
    assert str(problem).startswith(f"warning: {tmp_path / 'gone.md'}: cannot be read: no such file")


FRONT = """---
title: "Roots: a story"
videoId: aB3_-dEfGh1
tags: [plants/roots, "#soil", two words]
aliases: Wurzeln, Radices
cards-deck: Botany
---
From: [[plantchannel]] <br/>

Roots drink water.
"""


def test_the_front_matter_says_what_a_note_is():
    note, problems = read_note("garden/roots.md", FRONT.encode())

    assert problems == ()
    assert (note.title, note.source, note.video) == (
        "Roots: a story",
        Source("youtube", "aB3_-dEfGh1"),
        "aB3_-dEfGh1",
    )
    assert note.tags == ("plants::roots", "soil", "two-words")
    assert note.aliases == ("Wurzeln", "Radices")
    assert (note.deck, note.channel, note.language) == ("Botany", "plantchannel", "en")
    assert note.text[note.body :].startswith("From:")
    assert note.text == FRONT


@pytest.mark.parametrize(
    ("written", "title"),
    [("Yes", "Yes"), ("1_234", "1_234"), ("2024-01-02", "2024-01-02"), ("~", "~"), ("1e3", "1e3")],
)
def test_every_scalar_stays_the_string_it_is(written, title):
    note, _ = read_note("a.md", f"---\ntitle: {written}\nvideoId: 12345678901\n---\nx".encode())

    assert (note.title, note.video) == (title, "12345678901")


def test_a_title_with_a_second_colon_is_recovered_with_a_warning():
    text = "---\nvideoId: 12345678901\ntitle: Roots: deep\ntags:\n- a\n- b\n---\nRoots drink."
    note, (problem,) = read_note("a.md", text.encode())

    assert (note.title, note.video, note.tags) == ("Roots: deep", "12345678901", ("a", "b"))
    assert (problem.line, problem.hint) == (3, 'put the value in quotes: title: "A: B"')


@pytest.mark.parametrize(
    "value", ['!!python/object/apply:os.system ["x"]', "!custom x", "&a [1]\nalias: *a"]
)
def test_front_matter_that_builds_objects_is_refused(value):
    note, (problem,) = read_note("a.md", f"---\ntags: {value}\n---\nRoots drink.".encode())

    assert note.tags == ()
    assert problem.hint == "write plain values only"


def test_front_matter_that_never_closes_leaves_the_note_unread():
    note, (problem,) = read_note("open.md", b"---\ntitle: Roots\n\nRoots drink.\n\n---\n\nMore.")

    assert note is None
    assert str(problem) == (
        "warning: open.md:1: the front matter that opens here never closes\n"
        "  add a line with only --- below the last field"
    )


def test_front_matter_may_close_with_dots():
    note, problems = read_note("a.md", b"---\ntitle: Soil\n...\nRoots drink.")

    assert (note.title, note.text[note.body :], problems) == ("Soil", "Roots drink.", ())


def test_a_rule_at_the_top_is_no_front_matter():
    note, problems = read_note("a.md", b"---\nRoots drink.\n\n---\nMore.")

    assert problems == ()
    assert note.body == 0


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "the note is empty"),
        (b"\xef\xbb\xbf \r\n", "the note is empty"),
        (b"\0\0\0", "the note is empty"),
        (b"---\ntitle: x\n---\n \n", "the note is empty"),
        (b"ab\ncaf\xe9", "is not written in UTF-8"),
        (b"a\0b\0c\0", "is no text: it is full of NUL characters"),
    ],
)
def test_a_file_without_readable_text_is_told(data, message):
    note, (problem,) = read_note("a.md", data)

    assert note is None
    assert problem.message == message


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_other_encodings_are_read_by_their_mark(encoding):
    mark = "" if encoding in ("utf-8-sig", "utf-16") else "\ufeff"
    note, problems = read_note(
        "a.md", f"{mark}---\ntitle: Café\n---\nRoots drink.".encode(encoding)
    )

    assert problems == ()
    assert note.title == "Café"
    assert note.text[note.body :] == "Roots drink."


def test_a_wrong_video_id_is_told_with_its_line_and_the_note_stays():
    note, (problem,) = read_note("a.md", b"---\ntitle: x\nvideoId: nope\n---\nRoots drink.")

    assert (note.source, note.video) == (Source("note", "a.md"), "")
    assert problem.line == 3


@pytest.mark.parametrize(
    ("path", "body", "title"),
    [
        ("a/soil_water-cycle.md", "text", "Soil water-cycle"),
        ("a/soil-water.md", "text", "Soil water"),
        ("a.md", "text\n# The **soil** [[w | water]] #\nmore", "The soil water"),
    ],
)
def test_a_note_without_title_is_called_after_its_heading_or_file(path, body, title):
    assert read_note(path, body.encode())[0].title == title


def test_lines_of_other_tools_name_deck_and_tags():
    note, _ = read_note("a.md", b"TARGET DECK: Plants::Roots\nFILE TAGS: a/b c\n\nRoots drink.")

    assert (note.deck, note.tags) == ("Plants::Roots", ("a::b", "c"))


@pytest.mark.parametrize("value", ["false", "False", "no"])
def test_a_note_may_want_no_cards(value):
    assert not read_note("a.md", f"---\ncards: {value}\n---\nx".encode())[0].wants_cards


def test_without_a_channel_line_the_folder_is_the_channel():
    assert read_note("garden/roots/a.md", b"x")[0].channel == "roots"
    assert read_note("a.md", b"x")[0].channel == ""


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The roots of a plant take up the water that is in the soil.", "en"),
        ("Water. Soil. Roots: drink!", "en"),
        (
            "Las raíces de la planta absorben el agua y las sales que están disueltas en el suelo, "
            "y la transportan hasta las hojas, donde la planta la necesita para vivir y crecer.",
            "es",
        ),
        (
            "Bitkinin kökleri topraktaki suyu ve içinde çözünmüş tuzları emer, sonra onları "
            "gövde boyunca yapraklara taşır; yapraklar bu suyu besin üretmek için kullanır.",
            "tr",
        ),
        (
            "Die Wurzeln der Pflanze nehmen das Wasser und die darin gelösten Salze aus dem Boden "
            "auf und leiten sie durch den Stängel bis in die Blätter.",
            "de",
        ),
    ],
)
def test_the_language_of_a_note_is_told(text, language):
    assert detect_language(text) == language


@given(st.binary(max_size=200))
def test_no_bytes_crash_the_reader(data):
    note, problems = read_note("a.md", b"---\n" + data)

    assert note is not None or problems


@given(st.text(max_size=80))
def test_the_text_of_a_note_is_the_file_itself(text):
    note, problems = read_note("a.md", text.encode("utf-8", "ignore"))

    assert note is None or note.text == text.encode("utf-8", "ignore").decode()
    assert note is not None or problems
