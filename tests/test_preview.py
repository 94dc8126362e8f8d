"""The parts of the page: the map's places, the text in colours, formulas."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cards.markdown import read_blocks
from cards.model import Chain, Evidence, Link, Quote
from cards.notes import read_note
from cards.preview.atlas import draw_map
from cards.preview.coverage import Fate, paragraphs
from cards.preview.formulas import with_mathml
from cards.preview.layers import WIDE, lay_out


def chain(note, *things):
    links = tuple(step(cause, effect) for cause, effect in pairwise(things))
    return Chain(links, things, note, tuple(link.sign for link in links))


def step(cause, effect, sign="+"):
    words = f"{cause} raises {effect}"
    evidence = Evidence(Quote(0, len(words), words, words), (), None, True, 0)
    return Link(cause, effect, sign, "raises", evidence, cause, effect)


def boxes(island):
    return [box.text for box in island.boxes]


def test_chains_that_share_a_thing_hang_together():
    islands = draw_map([chain("a.md", "x", "y", "z"), chain("a.md", "w", "y", "z")])

    assert [sorted(boxes(island)) for island in islands] == [["w", "x", "y", "z"]]
    assert len(islands[0].arrows) == 3


def test_things_of_one_name_in_two_notes_lie_apart():
    """The pressure of a note on blood is not that of one on steam."""
    islands = draw_map([chain("a.md", "x", "pressure", "z"), chain("b.md", "u", "pressure", "v")])

    assert [(island.note, boxes(island)) for island in islands] == [
        ("a.md", ["x", "pressure", "z"]),
        ("b.md", ["u", "pressure", "v"]),
    ]


def test_a_link_of_two_chains_is_one_arrow():
    one, two = chain("a.md", "x", "y", "z"), chain("a.md", "u", "y", "z")
    (island,) = draw_map([one, two])

    assert len(island.arrows) == 3


def test_less_of_a_thing_is_a_box_of_its_own():
    """The sign of a link is right for the words that its chain says."""
    first, last = step("rain", "less light"), step("light", "algae")
    first = replace(first, effect_key="light", effect_less=True)
    one = Chain((first, last), ("rain", "less light", "algae"), "a.md", ("+", "-"))
    two = chain("a.md", "sun", "light", "algae")
    (island,) = draw_map([one, two])
    drawn = {
        (boxes(island)[arrow.start], arrow.sign, boxes(island)[arrow.end])
        for arrow in island.arrows
    }

    assert drawn == {
        ("rain", "+", "less light"),
        ("less light", "-", "algae"),
        ("sun", "+", "light"),
        ("light", "+", "algae"),
    }


def test_of_several_things_a_chain_goes_on_by_the_one_it_names():
    both = replace(step("x", "blood and oxygen"), effect_key="blood & oxygen")
    blood, oxygen = step("blood", "y"), step("oxygen", "z")
    one = Chain((both, blood), ("x", "blood", "y"), "a.md", ("+", "+"))
    two = Chain((both, oxygen), ("x", "oxygen", "z"), "a.md", ("+", "+"))
    (island,) = draw_map([one, two])
    drawn = {(boxes(island)[arrow.start], boxes(island)[arrow.end]) for arrow in island.arrows}

    assert drawn == {("x", "blood"), ("blood", "y"), ("x", "oxygen"), ("oxygen", "z")}


def test_causes_lie_above_their_effects():
    (island,) = draw_map([chain("a.md", "x", "y", "z"), chain("a.md", "x", "z", "v")])
    tops = {box.text: box.top for box in island.boxes}

    assert tops["x"] < tops["y"] < tops["z"] < tops["v"]
    for arrow in island.arrows:
        assert arrow.way[0][1] < arrow.way[-1][1]


def test_an_arrow_begins_and_ends_at_its_boxes():
    (island,) = draw_map([chain("a.md", "x", "y", "z"), chain("a.md", "x", "z", "v")])

    for arrow in island.arrows:
        start, end = island.boxes[arrow.start], island.boxes[arrow.end]
        (left, top), (right, bottom) = arrow.way[0], arrow.way[-1]
        assert start.left <= left <= start.left + WIDE
        assert end.left <= right <= end.left + WIDE
        assert (top, bottom) == (start.top + start.height, end.top)


def test_a_ring_is_drawn_with_an_arrow_that_leads_up():
    (island,) = draw_map([chain("a.md", "x", "y", "z"), chain("a.md", "z", "x", "u")])
    up = [arrow for arrow in island.arrows if arrow.way[0][1] > arrow.way[-1][1]]

    assert [(boxes(island)[arrow.start], boxes(island)[arrow.end]) for arrow in up] == [("z", "x")]


def test_a_deck_without_chains_has_no_map():
    assert draw_map([]) == ()


def edges_of(count):
    pairs = [(a, b) for a in range(count) for b in range(count) if a != b]
    return st.lists(st.sampled_from(pairs), min_size=1, max_size=14, unique=True)


@given(st.integers(2, 9).flatmap(edges_of))
def test_no_box_lies_on_another(edges):
    edges = named(edges)
    count = max(max(edge) for edge in edges) + 1
    layout = lay_out([39.0 + 19 * (box % 3) for box in range(count)], edges)

    places = [(*corner, 39.0 + 19 * (at % 3)) for at, corner in enumerate(layout.corners)]
    assert all(-0.01 < x < layout.width - WIDE + 0.01 and y >= 0 for x, y, _ in places)
    for (x, y, high), (u, v, tall) in combinations(places, 2):
        assert x + WIDE < u or u + WIDE < x or y + high <= v or v + tall <= y
    assert len(layout.ways) == len(edges)


def named(edges):
    """The same edges with the boxes numbered anew, so that each has one."""
    numbers = {box: at for at, box in enumerate(dict.fromkeys(b for edge in edges for b in edge))}
    return [(numbers[a], numbers[b]) for a, b in edges]


@given(
    st.lists(st.lists(st.sampled_from("abcdefg"), min_size=3, max_size=5, unique=True), max_size=6)
)
def test_islands_do_not_overlap(paths):
    islands = draw_map([chain(f"{path[0]}.md", *path) for path in paths])

    for one, two in combinations(islands, 2):
        assert (
            one.left + one.width <= two.left
            or two.left + two.width <= one.left
            or one.top + one.height <= two.top
            or two.top + two.height <= one.top
        )


NOTE = """---
title: Fire
---
Fire needs *oxygen*. It [[glow | glows]] [00:12]!

```
code
```

- Water: cools the fire.
"""


def pieces(fates):
    note, _ = read_note("fire.md", NOTE.encode())
    blocks, _ = read_blocks(note)
    placed = [
        Fate(NOTE.index(words), NOTE.index(words) + len(words), cards, reason)
        for words, cards, reason in fates
    ]
    return [(each.kind, *each.pieces) for each in paragraphs(note, blocks, placed)]


def test_each_word_belongs_to_its_sentence():
    assert pieces([("Fire needs *oxygen*.", (0,), ""), ("cools the fire.", (), "too short")]) == [
        ("paragraph", ("Fire needs oxygen.", 0), (" It glows!", -1)),
        ("unread", ("```\ncode\n```", -1)),
        ("item", ("Water: ", -1), ("cools the fire.", 1)),
    ]


def test_a_card_goes_before_a_reason_and_the_shorter_before_the_longer():
    whole = "Fire needs *oxygen*. It [[glow | glows]]"
    fates = [(whole, (1,), ""), ("Fire needs", (2,), ""), ("Fire needs *oxygen*.", (), "why")]

    assert pieces(fates)[0] == (
        "paragraph",
        ("Fire needs", 1),
        (" oxygen. It glows", 0),
        ("!", -1),
    )


@given(st.lists(st.tuples(st.integers(0, 120), st.integers(0, 120)), max_size=8))
def test_no_word_is_lost_whatever_the_sentences_are(spans):
    note, _ = read_note("fire.md", NOTE.encode())
    blocks, _ = read_blocks(note)
    shown = paragraphs(note, blocks, [Fate(low, high, (1,)) for low, high in spans])

    said = ["".join(words for words, _ in each.pieces) for each in shown if each.kind != "unread"]
    assert said == [block.text for block in blocks]


def test_a_formula_becomes_mathml():
    shown = with_mathml(r"<p>Energy is \(mc^2 &lt; E\).</p>\[x\]")

    assert shown.startswith("<p>Energy is <math")
    assert "<mo>&#x0003C;</mo>" in shown
    assert shown.count("<math") == 2
    assert 'display="block"' in shown


@pytest.mark.parametrize(
    "text",
    ["no math", r"\(a <span class=cloze>[...]</span>\)", r"\(\frac{\)", r"\(\text{&lt;b&gt;}\)"],
)
def test_what_cannot_be_read_as_a_formula_stays(text):
    assert with_mathml(text) == text
