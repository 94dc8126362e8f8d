"""The text of a TOML file -> its values, the line of each key, and where it is wrong."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any


class NotTomlError(ValueError):
    """A text that is no TOML."""

    def __init__(self, line: int, said: str) -> None:
        super().__init__(said)
        self.line = line
        """Counted from 1; the last one where the end came too early."""


def read_toml(text: str) -> dict[str, Any]:
    """The values of a file; a NotTomlError where it is none."""
    import tomllib

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"\(at line (\d+)", str(error))
        line = int(found[1]) if found else text.rstrip("\n").count("\n") + 1
        said = re.sub(r" \(at .*", "", str(error))
        raise NotTomlError(line, f"{said[:1].lower()}{said[1:]}") from error


def line_of(text: str, *keys: str) -> int:
    """The line on which the statement begins that first sets a key.

    tomllib does not tell where a key stands. But whatever ends with a whole statement is TOML
    itself: the first such part of the text that knows the key ends with the statement that sets
    it, and begins one line after the part before. So comments, long texts, tables and dotted keys
    are read by the one reader that reads the file.

    Args:
        text: Of a whole file that was read before.
        keys: From the outermost table inwards.

    Returns:
        Counted from 1; 0 where nothing sets the key.
    """
    lines, start = text.split("\n"), 0
    for end in range(1, len(lines) + 1):
        try:
            values = read_toml("\n".join(lines[:end]) + "\n")
        except NotTomlError:
            continue  # within a long text or a list of several lines
        if _has(values, keys):
            return start + 1
        start = end
    return 0


def _has(values: object, keys: tuple[str, ...]) -> bool:
    for key in keys:
        values = values[-1] if isinstance(values, list) and values else values
        if not isinstance(values, Mapping) or key not in values:
            return False
        values = values[key]
    return True
