"""tokens.toml and changed tokens in, checked values out; what is wrong has its file and line."""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from cards.errors import CardsError

LIKE = "like"
"""The one key of tokens.toml that is no token: which style gives what this one lacks."""

RECKONED = re.compile(r"(?:color-mix|var)\([^;{}]*\)|\w+\(\s*from\b[^;{}]*\)", re.IGNORECASE)
"""Colours that only a browser can reckon: mixed, or made from another one."""
LENGTH = re.compile(r"-?(?:\d+\.?\d*|\.\d+)(?:px|r?em|ex|ch|pt|[ls]?v[wh]|%)|0|calc\([^;{}]*\)")
COMMENT = re.compile(r"""\"[^\"\n]*\"|'[^'\n]*'|#[^\n]*""")
"""A text or a comment of a TOML file; one of several lines has neither in a recipe."""
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

    @property
    def like(self) -> str:
        found = self.values.get(LIKE, "")
        if not isinstance(found, str):
            raise StyleError(f"{self.place(LIKE)}: 'like' must be the name of a built-in style")
        return found

    def place(self, name: str) -> str:
        """File and line of a token."""
        return f"{self.path}:{line_of(self.text, name)}"


def read_tokens(folder: Path) -> Tokens:
    """Read a style's tokens; none where it has no such file."""
    path = folder / "tokens.toml"
    try:
        text = path.read_text("utf-8-sig")
        return Tokens(tomllib.loads(text), path, text)
    except FileNotFoundError:
        return Tokens({}, path, "")
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"\(at line (\d+)", str(error))
        said = re.sub(r" \(at .*", "", str(error))
        at = found[1] if found else text.rstrip("\n").count("\n") + 1
        raise StyleError(
            f"{path}:{at}: not TOML: {said[:1].lower()}{said[1:]}\n  texts stand in quotes"
        ) from error
    except (OSError, UnicodeDecodeError) as error:
        raise StyleError(f"{path}: cannot be read ({error})") from error


def line_of(text: str, name: str) -> int:
    """The line that sets a key of a TOML file, also within a table on one line."""
    said = COMMENT.sub(lambda found: found[0] if found[0][0] != "#" else "", text)
    found = re.search(rf"""(?:^|[{{,.\s])["']?{re.escape(name)}["']?\s*=""", said, re.MULTILINE)
    if not found:
        return 1
    return said.count("\n", 0, found.end()) + 1


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
        if not fits(value, sort):
            raise StyleError(
                f"{where.place(name)}: token '{name}' must be a {sort}, not {value!r}\n"
                f"  such as {own[name]!r}"
            )


def sort_of(value: object) -> str:
    """What sort of value may stand where this one stands."""
    if isinstance(value, bool):
        return "switch"
    if isinstance(value, int | float):
        return "number"
    if isinstance(value, str) and value.startswith("#"):
        return "colour"
    if isinstance(value, str) and LENGTH.fullmatch(value):
        return "length"
    return "text"


def fits(value: object, sort: str) -> bool:
    """Whether a value is of a sort."""
    if isinstance(value, bool) or sort == "switch":
        return isinstance(value, bool) and sort == "switch"
    if sort == "number":
        return isinstance(value, int | float)
    if not isinstance(value, str):
        return False
    if sort == "text":  # one that ended its line in the sheet would break all that follows
        return not re.search(r"[;{}<>\n]", value)
    if sort == "colour":
        return _is_color(value.strip())
    return LENGTH.fullmatch(value.strip()) is not None


def _is_color(value: str) -> bool:
    """Whether CSS knows a colour: by name, ``#rrggbb``, ``rgb()``, ``hsl()``, ``oklch()`` …"""
    import tinycss2.color5

    if re.search(r"[;{}<>\n]", value) or value.count("(") != value.count(")"):
        return False
    known = tinycss2.color5.parse_color(value) is not None
    return known or RECKONED.fullmatch(value) is not None


def nearest(word: str, words: Iterable[str]) -> str:
    near = difflib.get_close_matches(word, list(words), n=1)
    return f"; did you mean '{near[0]}'?" if near else ""
