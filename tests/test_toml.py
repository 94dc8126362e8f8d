"""Where a key of a TOML file stands."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cards.toml import NotTomlError, line_of, read_toml


@pytest.mark.parametrize(
    ("text", "keys", "line"),
    [
        ('# style = "book"\nstyle = "quiet"', ["style"], 2),
        ('name = """\nstyle = "x"\n"""\n\nstyle = "quiet"', ["style"], 5),
        ("name = 'style = 1'\nstyle = 2", ["style"], 2),
        ("[where]\nstyle = ['x']\n[look]\nstyle = 1", ["look", "style"], 4),
        ("where.style = ['x']\nstyle = 1", ["style"], 2),
        ("# look = { ink = 1 }\nlook = { paper = 2, ink = 1 }", ["look", "ink"], 2),
        ("include = [\n  'a', # style = 1\n]\nstyle = 1", ["style"], 4),
        ("include = [\n  'a',\n]\n", ["include"], 1),
        ("[ 'look' ]\n\nink = 1", ["look"], 1),
        ("[ 'look' ]\n\nink = 1", ["look", "ink"], 3),
        ('"sty\\u006ce" = 1\n', ["style"], 1),
        ("[[drop]]\na = 1\n[[drop]]\nb = 1", ["drop", "b"], 4),
        ("a = 1\r\n# b = 2\r\nb = 3\r\n", ["b"], 3),
        ("a = 1\n\n\n", ["b"], 0),
        ("look = 3", ["look", "ink"], 0),
    ],
)
def test_a_key_is_found_where_it_is_set(text, keys, line):
    assert line_of(text, *keys) == line


BEFORE = (
    "# {0} = 1\n",
    "\n",
    "a{1} = '{0} = 1'\n",
    'b{1} = """\n{0} = 1\n"""\n',
    "c{1} = [\n  '{0}', # {0} = 1\n]\n",
    "d{1} = {{ {0} = 1 }}\n",
    "e{1}.{0} = 1\n",
)


@given(st.lists(st.sampled_from(BEFORE), max_size=12), st.sampled_from(["style", "x-y", "a"]))
def test_nothing_that_stands_before_a_key_is_taken_for_it(before, key):
    text = "".join(each.format(key, number) for number, each in enumerate(before))
    whole = f"{text}{key} = 7\n# {key} = 8\n"

    assert tomllib.loads(whole)[key] == 7
    assert line_of(whole, key) == text.count("\n") + 1


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("a = 1\nb = \nc = 2\n", 2, "invalid value"),
        ("a = 1\nb = '''x\n\n", 2, "expected"),
        ("a = 1\na = 2\n", 2, "cannot overwrite a value"),
    ],
)
def test_what_is_no_toml_has_its_line(text, line, said):
    with pytest.raises(NotTomlError) as caught:
        read_toml(text)

    assert (caught.value.line, str(caught.value)[: len(said)]) == (line, said)
