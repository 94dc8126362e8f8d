"""The text of a token in, whether CSS would take it as a colour, a length or a text out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tinycss2.ast import Node

MATH = ("calc", "clamp", "max", "min")
SPACES = ("rgb", "rgba", "hsl", "hsla", "hwb", "lab", "lch", "oklab", "oklch", "color")
"""Functions that take the parts of a colour."""
SYSTEM = tuple(
    (
        "accentcolor accentcolortext activetext buttonborder buttonface buttontext canvas"
        " canvastext field fieldtext graytext highlight highlighttext linktext mark marktext"
        " selecteditem selecteditemtext visitedtext"
    ).split()
)
"""The names that CSS Color 4 has for what the system shows; tinycss2 knows only the others."""
UNIT = re.compile(
    r"px|cm|mm|q|in|pt|pc|r?(?:em|ex|ch|cap|ic|lh)|[sld]?v(?:[whib]|min|max)|cq(?:[whib]|min|max)"
)


def is_whole(text: str) -> bool:
    """Whether a text ends what it begins: one that did not would take the rest of the sheet."""
    return _parts(text) is not None and text.strip() != ""


def is_color(text: str) -> bool:
    """Whether a text is one colour, in any way that CSS has to write one."""
    parts = _parts(text)
    return parts is not None and len(parts) == 1 and _is_color(parts[0])


def is_length(text: str) -> bool:
    """Whether a text is one length or share, as a number or to be reckoned."""
    parts = _parts(text)
    return parts is not None and len(parts) == 1 and _is_length(parts[0])


def _parts(text: str) -> list[Node] | None:
    """What a value is made of, without spaces; None where it is more than a value."""
    import tinycss2

    if re.search(r"[;{}<>\n]|/\*|\\$", text):
        return None
    parts = tinycss2.parse_component_value_list(text)
    # The parser closes what is open at the end, as a browser does at the end of a whole sheet.
    written = tinycss2.serialize(parts)
    if any(written.count(end) != text.count(end) for end in ")]") or _is_broken(parts):
        return None
    return _bare(parts)


def _is_broken(parts: Sequence[Node]) -> bool:
    return any(
        part.type == "error" or _is_broken(getattr(part, "arguments", getattr(part, "content", ())))
        for part in parts
    )


def _bare(parts: Sequence[Node]) -> list[Node]:
    return [part for part in parts if part.type != "whitespace"]


def _is_color(part: Node) -> bool:
    if part.type == "ident" and part.lower_value in SYSTEM:
        return True
    if part.type != "function":
        return _is_known(part)
    return _is_known(part) or _is_reckoned(part.lower_name, _bare(part.arguments))


def _is_known(part: Node) -> bool:
    import tinycss2.color5

    try:
        return tinycss2.color5.parse_color(part) is not None
    except (AttributeError, TypeError, ValueError):  # a function without arguments
        return False


def _is_reckoned(name: str, parts: list[Node]) -> bool:
    """Whether a function gives a colour that only a browser can know: from others, or reckoned."""
    if name == "var":
        return _is_variable(parts)
    if name == "light-dark":
        return [_is_shade(group) for group in _groups(parts)] == [True, True]
    if name == "color-mix":
        way, *shades = _groups(parts)
        return _says(way, "in") and len(way) > 1 and len(shades) > 1 and all(map(_is_shade, shades))
    if name not in SPACES:
        return False
    if _says(parts, "from"):
        return len(parts) >= 5 and _is_color(parts[1])
    return len(parts) >= 3 and any(_is_function(part, (*MATH, "var")) for part in parts)


def _is_shade(group: list[Node]) -> bool:
    """Whether it is a colour, with or without its share."""
    return (
        sum(map(_is_color, group)) == 1
        and all(_is_color(part) or part.type == "percentage" for part in group[:2])
        and len(group) <= 2
    )


def _groups(parts: list[Node]) -> list[list[Node]]:
    """What stands between commas."""
    groups: list[list[Node]] = [[]]
    for part in parts:
        if part == ",":
            groups.append([])
        else:
            groups[-1].append(part)
    return groups


def _says(parts: list[Node], word: str) -> bool:
    return bool(parts) and parts[0].type == "ident" and parts[0].lower_value == word


def _is_function(part: Node, names: Sequence[str]) -> bool:
    return part.type == "function" and part.lower_name in names


def _is_variable(parts: list[Node]) -> bool:
    return bool(parts) and parts[0].type == "ident" and parts[0].value.startswith("--")


def _is_length(part: Node) -> bool:
    if part.type == "dimension":
        return UNIT.fullmatch(part.lower_unit) is not None
    if part.type == "number":
        return bool(part.value == 0)
    if _is_function(part, ("var",)):
        return _is_variable(_bare(part.arguments))
    return part.type == "percentage" or _is_sum(part)


def _is_sum(part: Node) -> bool:
    """Whether a function reckons with lengths and numbers alone."""
    if not _is_function(part, MATH) and part.type != "() block":
        return False
    inside = _bare(part.arguments if part.type == "function" else part.content)
    return bool(inside) and all(
        each.type == "number" or each in ("+", "-", "*", "/", ",") or _is_length(each)
        for each in inside
    )
