"""Blocks: what is read of a note, and that every character knows its place."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cards.markdown import read_blocks
from cards.model import Block, Note, Source
from cards.notes import read_note
from cards.sources import clock

VIDEO = "---\nvideoId: abcdefghijk\n---\n"


def cases() -> list[object]:
    text = (Path(__file__).parent / "cases" / "reading.md").read_text("utf-8")
    parts = ("\n" + text).split("\n.\n")
    names = [part.strip() for part in parts[0::3]]
    return [
        pytest.param(source, expected, id=name.strip().splitlines()[-1])
        for name, source, expected in zip(names, parts[1::3], parts[2::3], strict=False)
        if name
    ]


def read(body: str, front: str = VIDEO) -> tuple[Block, ...]:
    note, _ = read_note("a/b.md", (front + body).encode())
    return read_blocks(note)[0] if note else ()


def shown(block: Block) -> str:
    """A block as the case files write it."""
    extra = [
        *(f"@{stamp.at}={clock(stamp.seconds)}" for stamp in block.stamps),
        f"#{block.label}" if block.label else "",
        f"<{block.parent}" if block.parent is not None else "",
        str(block.number) if block.number else "",
        "/" + "/".join(block.headings) if block.headings else "",
        "!" + "!".join(block.author) if block.author else "",
        *(f"{gap.number}=[{block.text[gap.start : gap.end]}]" for gap in block.hidden),
    ]
    return " ".join([f"{block.kind}:", *f"{block.text} {' '.join(extra)}".split()])


@pytest.mark.parametrize(("source", "expected"), cases())
def test_reading(source, expected):
    assert [shown(block) for block in read(source)] == expected.strip().splitlines()


PIECES = st.sampled_from(
    [
        *(
            "root",
            "leaf",
            "root",
            "sap ",
            "é",
            "𝛼",
            " ",
            "\n",
            "\r\n",
            "\n\n",
            "\t",
            "\ufeff",
            "\0",
        ),
        *("- ", "* ", "1. ", "> ", "## ", "    ", "| a | b |\n|---|---|\n| c | d |\n", "```\n"),
        *(
            "**",
            "*",
            "__",
            "~~",
            "`",
            "``",
            "==",
            "$",
            "$$",
            "\\",
            "\\*",
            "&amp;",
            "&lt;",
            "&#233;",
        ),
        *(
            "[[a_b | c]]",
            "[[d]]",
            "[[",
            "]]",
            "[",
            "]",
            "(",
            ")",
            "[x](https://a.b/c)",
            "![[i.png]]",
        ),
        *('<a class="yt-timestamp" data-t="00:01:10">[00:01:10]</a>', "[00:02:00]", "(12:34)"),
        *("<br/>", "<b>", "<!--", "-->", "%%", "[^1]", "^id", ": ", ":: ", "?\n", "Q: a\nA: b"),
        *("START\nBasic\n", "START\nCloze\n", "Back: ", "\nEND\n", "STARTI [Basic] ", " ENDI"),
        *(" #card\n", "```anki\n", "\n---\n", "\n===\n", "> [!question] root?\n> "),
    ]
)
SOURCES = st.lists(PIECES, max_size=25).map("".join)


@settings(max_examples=150, deadline=None)
@given(SOURCES)
def test_every_character_of_a_block_has_its_place_in_the_file(body):
    note = Note("a.md", VIDEO + body, len(VIDEO), "T", Source("youtube", "abcdefghijk"))
    for block in read_blocks(note)[0]:
        assert len(block.text) == len(block.places)
        assert list(block.places) == sorted(block.places)
        for char, place in zip(block.text, block.places, strict=True):
            assert place >= note.body
            # An entity stands for its character, <sup> for the sign of a power.
            assert char == " " or note.text[place] in (char, "&", "<")


@settings(max_examples=150, deadline=None)
@example("root\n: ![[i.png]]")
@given(SOURCES)
def test_all_marks_of_a_block_lie_inside_it(body):
    note = Note("a.md", VIDEO + body, len(VIDEO), "T", Source("youtube", "abcdefghijk"))
    blocks, _ = read_blocks(note)
    for index, block in enumerate(blocks):
        end = len(block.text)
        assert block.text == " ".join(block.text.split())
        assert 0 <= block.label <= end
        assert block.parent is None or block.parent < index
        assert all(0 <= stamp.at <= end for stamp in block.stamps)
        for mark in (*block.links, *block.spans, *block.hidden):
            assert 0 <= mark.start < mark.end <= end


STAMPS = st.sampled_from(
    [
        '<a class="yt-timestamp" data-t="{0}">[{0}]</a>',
        '[{0}](<a class="yt-timestamp" data-t="{0}">[{0}]</a>)',
        '([{0}](<a class="yt-timestamp" data-t="{0}">{0}</a>))',
        '[<a class="yt-timestamp" data-t="{0}">{0}</a>]',
        '<a class="yt-timestamp" data-t="{0}"></a>',
        "[{0}]",
        "[[{0}]]",
        "({0})",
        "[{0}, {0}]",
        "[[see | [{0}]]]",
        "[{0}](https://youtu.be/abcdefghijk)",
    ]
)


@given(STAMPS, st.integers(1, 7000), st.sampled_from([".", "", ". And on.", ", and on."]))
def test_a_stamp_of_any_form_leaves_its_sentence_as_if_it_were_not_there(form, seconds, rest):
    minutes, last = divmod(seconds, 60)
    time = f"{minutes // 60:02}:{minutes % 60:02}:{last:02}"
    (block,) = read(f"Roots drink {form.format(time)}{rest}")

    assert block.text == f"Roots drink{rest}"
    assert {stamp.seconds for stamp in block.stamps} == {seconds}
    assert block.stamps[0].at == len("Roots drink") + len(rest[:1])


def test_crlf_and_a_byte_order_mark_are_counted():
    note, _ = read_note(
        "a.md", b"\xef\xbb\xbf---\r\ntitle: T\r\n---\r\nRoots **drink**\r\nwater.\r\n"
    )
    (block,) = read_blocks(note)[0]

    assert block.text == "Roots drink water."
    start, end = block.raw(6, 18)
    assert note.text[start:end] == "drink**\r\nwater."


def test_a_lead_in_is_not_the_parent_of_a_list_after_something_else():
    blocks = read("Plants need:\n\nWater comes first.\n\n- Light")

    assert blocks[-1].parent is None


def test_a_link_to_another_video_is_no_stamp():
    (block,) = read("Roots drink [here](https://youtu.be/zzzzzzzzzzz?t=90) a lot.")

    assert (block.text, block.stamps) == ("Roots drink here a lot.", ())


def test_without_a_recording_a_plain_time_is_a_time():
    (block,) = read("The train leaves (12:34) and arrives [12:50].", front="")

    assert block.text == "The train leaves (12:34) and arrives."


def test_stamps_of_a_note_in_minutes_and_seconds_are_read_so():
    body = "\n\n".join(f"Step {n} <a data-t='{n:02}:30:00'>[{n:02}:30:00]</a>." for n in range(14))

    assert [block.stamps[0].seconds for block in read(body)] == [n * 60 + 30 for n in range(14)]


def test_a_stamp_past_any_video_is_told_with_its_line():
    note, _ = read_note("a.md", (VIDEO + "Roots drink.\n\nLeaves breathe [99:10:10].").encode())
    blocks, problems = read_blocks(note)

    assert all(not block.stamps for block in blocks)
    assert [(problem.path, problem.line) for problem in problems] == [("a.md", 6)]


HOSTILE = {
    "brackets": "[" * 10_000,
    "wiki": "[[" * 10_000,
    "quotes": ">" * 10_000,
    "lists": "- " * 10_000,
    "stars": "*a " * 10_000,
    "links": "[a](" * 10_000,
    "comments": "<!-- " * 10_000,
    "ticks": " ".join("`" * n for n in range(1, 150)),
    "stamps": "[00:10:11]" * 5_000,
    "gaps": "{{c1::" * 10_000,
    "starts": "START\nBasic\n" * 10_000,
    "fence": "```anki\n" + "START\nBasic\n" * 10_000 + "```",
    "inline": "STARTI [Basic] a" + " Back: b" * 10_000,
    "questions": "Q: a\n" * 5_000,
    "cards": "Q: a\nA: b\n" * 2_000 + "Q: a\n" * 5_000,
    "headings": "## a #card\n\n" * 5_000,
    "pipes": "|a" * 5_000 + "\n" + "|-" * 5_000 + "\n|b",
    "nests": "\n".join("  " * n + "- x" for n in range(300)),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_note_is_read_to_its_end(name):
    """Each of these takes seconds or a crash where anything is quadratic or recursive."""
    note, _ = read_note("a.md", (VIDEO + HOSTILE[name] + "\n\nRoots drink.").encode())

    blocks, problems = read_blocks(note)
    assert blocks or problems


def test_a_very_long_line_is_read():
    note, _ = read_note("a.md", (VIDEO + "Roots drink water. " * 60_000).encode())
    (block,) = read_blocks(note)[0]

    assert len(block.text) == len(block.places) == 19 * 60_000 - 1


def test_the_headings_of_a_block_are_those_above_it():
    blocks = read("# A\n## B [00:01:00]\ntext\n### [[c | C]]\nmore\n## D\nlast")

    assert [b.headings for b in blocks if b.kind == "paragraph"] == [
        ("A", "B"),
        ("A", "B", "C"),
        ("A", "D"),
    ]


def test_images_are_kept_apart_from_the_words():
    (block,) = read("Roots ![a root](img/root.png) drink ![[leaf.png|100]].")

    assert block.text == "Roots drink."
    assert [(image.path, image.alt) for image in block.images] == [
        ("img/root.png", "a root"),
        ("leaf.png", ""),
    ]


def test_spans_mark_the_words_they_format():
    (block,) = read("A **bold *word*** and `code` with $x^2$.")

    assert [(block.text[s.start : s.end], s.kind) for s in block.spans] == [
        ("word", "italic"),
        ("code", "code"),
        ("$x^2$", "math"),
    ]


def test_two_prices_make_no_formula():
    assert read("It costs $100 (in US$) or $5/$6.")[0].spans == ()


def test_wiki_links_know_their_words_and_targets():
    (block,) = read("The [[root_hairs | hairs ]] of [[folder/roots#Old|roots]] and [[leaf_tips]].")

    found = [(block.text[k.start : k.end], k.target, k.piped) for k in block.links]
    assert found == [
        ("hairs", "root_hairs", True),
        ("roots", "folder/roots#Old", True),
        ("leaf tips", "leaf_tips", False),
    ]
    assert all(a.end <= b.start for a, b in itertools.pairwise(block.links))
