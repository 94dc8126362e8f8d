"""tokens.toml and changed tokens in, checked values out; what is wrong has its file and line."""

from __future__ import annotations

import difflib
import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from cards.errors import CardsError
from cards.styles.values import is_color, is_length, is_whole
from cards.toml import NotTomlError, line_of, read_toml

LIKE = "like"
"""The one key of tokens.toml that is no token: which style gives what this one lacks."""

SIZES = ("size", "leading", "width", "radius")
"""Tokens of every style that are never below 0."""
MORE = {
    "colour": " or another colour of CSS: 'teal', 'rgb(42 92 143)', 'oklch(0.5 0.1 250)'",
    "length": " or another number with its unit: '1.2em', '80%', 'calc(1em + 2px)'",
    "text": "; quotes and brackets must close, and ; { } < > are not allowed",
}
"""What else may be written for a sort."""
SWATCH = re.compile(r"""["'](#[0-9a-f]{6})["']""", re.IGNORECASE)


class StyleError(CardsError):
    """A style that cannot be used."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """The values of a style as one file gives them."""

    values: Mapping[str, object]
    path: Path
    text: str
    """Of the file, for its lines."""
    within: tuple[str, ...] = ()
    """The table that holds them; none where they are the whole file."""

    @property
    def like(self) -> str:
        found = self.values.get(LIKE, "")
        if not isinstance(found, str):
            raise StyleError(f"{self.place(LIKE)}: 'like' must be the name of a built-in style")
        return found

    def place(self, name: str) -> str:
        """File and line of a token."""
        return f"{self.path}:{line_of(self.text, *self.within, name) or 1}"


def read_tokens(folder: Path) -> Tokens:
    """Read a style's tokens; none where it has no such file."""
    path = folder / "tokens.toml"
    try:
        text = path.read_text("utf-8-sig")
        return Tokens(read_toml(text), path, text)
    except FileNotFoundError:
        return Tokens({}, path, "")
    except NotTomlError as error:
        raise StyleError(
            f"{path}:{error.line}: not TOML: {error}\n  texts stand in quotes"
        ) from error
    except (OSError, UnicodeDecodeError) as error:
        raise StyleError(f"{path}: cannot be read ({error})") from error


def changed(own: Mapping[str, object], given: Mapping[str, object], where: Tokens) -> None:
    """Refuse values of another sort than the style's own.

    Args:
        own: The values that are replaced.
        given: What replaces them; names that ``own`` lacks are refused too.
        where: Tells the file and line of a given name.
    """
    for name, value in given.items():
        if name not in own:
            known = f"\n  there are: {', '.join(own)}" if own else ""
            said = nearest(name, own) or known
            raise StyleError(f"{where.place(name)}: unknown token '{name}'{said}")
        sort = sort_of(own[name])
        if not fits(value, sort) or _is_below(value, name):
            raise StyleError(
                f"{where.place(name)}: token '{name}' must be a {sort}, not {value!r}\n"
                f"  such as {own[name]!r}{MORE.get(sort, '')}"
            )


def sort_of(value: object) -> str:
    """What sort of value may stand where this one stands."""
    if isinstance(value, bool):
        return "switch"
    if isinstance(value, int | float):
        return "number"
    if isinstance(value, str) and (value.startswith("#") or is_color(value)):
        return "colour"
    if isinstance(value, str) and is_length(value):
        return "length"
    return "text"


def fits(value: object, sort: str) -> bool:
    """Whether a value is of a sort."""
    if isinstance(value, bool) or sort == "switch":
        return isinstance(value, bool) and sort == "switch"
    if sort == "number":
        return isinstance(value, int | float) and math.isfinite(value)
    if not isinstance(value, str):
        return False
    return {"colour": is_color, "length": is_length}.get(sort, is_whole)(value)


def _is_below(value: object, name: str) -> bool:
    """Whether a size is less than nothing: CSS would drop it."""
    return name in SIZES and str(value).strip().startswith("-")


def nearest(word: str, words: Iterable[str]) -> str:
    near = difflib.get_close_matches(word, list(words), n=1)
    return f"; did you mean '{near[0]}'?" if near else ""
