"""What CSS takes as a colour, a length or a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cards.styles.values import is_color, is_length, is_whole

COLORS = """
tomato
RebeccaPurple
transparent
currentColor
Canvas
#abc
#ABCD
#aabbcc
#aabbccdd
rgb(1 2 3)
rgb(1, 2, 3)
rgba(1, 2, 3, 0.5)
rgb(10% 20% 30% / 40%)
rgb(none 2 3)
rgb(calc(1 + 2) 0 0)
rgb(var(--red) 0 0 / 50%)
hsl(120deg 50% 50%)
hsla(120, 50%, 50%, 0.2)
hwb(0.5turn 1% 3%)
lab(50% 20 30)
lch(50% 20 30)
oklab(0.5 0.1 0.1)
oklch(0.7 0.1 200 / 0.5)
color(display-p3 1 0.5 0)
color-mix(in srgb, red 50%, blue)
color-mix(in oklch longer hue, 20% #f00, rgb(0 0 255))
color-mix(in oklab, color-mix(in srgb, red, lime), Canvas)
light-dark(white, #000)
light-dark(color-mix(in srgb, red, blue), black)
rgb(from red r g b / 20%)
oklch(from var(--ink) calc(l * 0.8) c h)
var(--ink)
var(--ink, red)
"""
NO_COLORS = """
notacolour
#ab
#abcde
#abcdefg
red blue
red;
red /* a word */
rgb(1 2)
rgb(1 2 3
rgb(calc(1) 2
rgb()
color()
hsl()
hue(1 2 3)
rgb(a b c)
rgb(from nothing r g b)
rgb(from red)
oklch(0.7 0.1)
color-mix(red, blue)
color-mix(in srgb, red)
color-mix(in srgb, red, bleu)
color-mix(in srgb, red 10% 20%, blue)
color-mix()
light-dark(red)
light-dark(red, bleu)
var(ink)
var()
url(red)
"red"
'red
12px
12
red\\
"""
LENGTHS = """
19px
1.5em
.5rem
0
0px
-3px
80%
2lh
50dvw
1e2px
10cqi
calc(1em + 2px)
calc((1em + 2px) * 3)
min(31em, 90vw)
clamp(1em, 2vw, 3em)
max(1em, calc(100vw - 2em) / 2)
var(--side)
"""
NO_LENGTHS = """
wide
21
19 px
5.px
19pixels
px
1em 2em
calc()
calc(1em + wide)
calc(1em + 2px
min(1em, "a")
rgb(1 2 3)
solid
1em;
var(side)
"""


def lines(text):
    return text.strip().split("\n")


@pytest.mark.parametrize("text", lines(COLORS))
def test_a_colour_is_taken(text):
    assert is_color(text)
    assert is_color(f" {text} ")


@pytest.mark.parametrize("text", ["", " ", *lines(NO_COLORS)])
def test_what_is_no_colour_is_refused(text):
    assert not is_color(text)


@pytest.mark.parametrize("text", lines(LENGTHS))
def test_a_length_is_taken(text):
    assert is_length(text)


@pytest.mark.parametrize("text", ["", " ", *lines(NO_LENGTHS)])
def test_what_is_no_length_is_refused(text):
    assert not is_length(text)


@pytest.mark.parametrize("text", ["serif", "'Noto Serif', serif", '"A (b" , c', "a(b[c])"])
def test_a_whole_text_is_taken(text):
    assert is_whole(text)


@pytest.mark.parametrize(
    "text", ["", "'Noto", 'a "b', "a(b", "a)", "a]", "a; b", "a /* b", "a\\", "url(a b)", "a\nb"]
)
def test_a_text_that_would_take_the_rest_of_the_sheet_is_refused(text):
    assert not is_whole(text)


PIECES = ("rgb(", "color(", "color-mix(", "light-dark(", "var(", "calc(", ")", "(", "[", "]", ",")
PIECES += ("in", "from", "srgb", "red", "--x", "#abc", "1", "2px", "50%", "/", " ", "'", "\\", "+")


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_whatever_is_written_gets_an_answer(text):
    """A text that is taken leaves the rest of the sheet as it was."""
    import tinycss2

    rules = "a { b: c } d { e: f }"
    for taken in (is_color, is_length, is_whole):
        if taken(text):
            sheet = tinycss2.parse_stylesheet(f"x {{ y: {text}; }} {rules}", skip_whitespace=True)
            assert [each.type for each in sheet] == ["qualified-rule"] * 3
