"""Glued see-also links: told by grammar from links whose words are part of the sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from cards.glue import without_glued_links
from cards.markdown import read_blocks
from cards.model import Block
from cards.notes import read_note
from cards.parse import parse_text


def cases() -> list[object]:
    text = (Path(__file__).parent / "cases" / "reading_glue.md").read_text("utf-8")
    parts = ("\n" + text).split("\n.\n")
    return [
        pytest.param(source, expected.strip(), id=name.strip().splitlines()[-1])
        for name, source, expected in zip(parts[0::3], parts[1::3], parts[2::3], strict=False)
        if name.strip()
    ]


def read(source: str) -> Block:
    note, _ = read_note("a.md", source.encode())
    return read_blocks(note)[0][0]


@pytest.mark.parametrize(("source", "expected"), cases())
def test_glue(source, expected):
    assert without_glued_links(read(source), parse_text).text == expected


def test_places_and_marks_follow_when_a_link_goes():
    source = (
        "Cold water lowers the demand of **tissue** for oxygen in divers "
        "[[strategies_for_longer_breath_holding | longer breath holding]] [00:01:10]. "
        "The [[skin_and_heat | skin]] *cools* first [00:01:30]."
    )
    block = without_glued_links(read(source), parse_text)

    assert block.text == (
        "Cold water lowers the demand of tissue for oxygen in divers. The skin cools first."
    )
    assert [source[place] for place in block.places] == list(block.text)
    assert [block.text[s.start : s.end] for s in block.spans] == ["tissue", "cools"]
    assert [block.text[k.start : k.end] for k in block.links] == ["skin"]
    assert [(stamp.at, stamp.seconds) for stamp in block.stamps] == [
        (60, 70),
        (len(block.text), 90),
    ]


def test_the_parser_is_not_asked_where_no_link_can_be_glued():
    def never(text: str, label: int) -> tuple[()]:
        raise AssertionError(text)

    block = read(
        "The [[soil]] holds [[water | water that falls]] as rain, and [[air]] (of [[a|b]])."
    )
    assert without_glued_links(block, never) == block
