"""Source lines of a block in, the author's own cards out: question and answer as written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

Part = tuple[int, int]
"""Start and end in the block's source."""
Form = Literal["one", "both"]

SEPARATED = re.compile(
    r"(?P<question>\S.*?)(?P<blank>[ \t]*)(?<!:)(?P<mark>:::?)(?!:)[ \t]*(?P<answer>\S.*)"
)
FIELDS = re.compile(
    r"aliases|authors?|banner|channel|class|created|cssclass|date|deck|due|duration|id|kind|length"
    r"|links?|modified|parent|part|prev|previous|next|project|publish|rating|related|reviewed"
    r"|source|speaker|status|tags?|title|topics?|type|up|updated|url|video",
    re.IGNORECASE,
)
"""What other tools write before ``::`` to describe a note."""
GAP = re.compile(
    r"\{\{c\d+::[^\n]{1,500}?\}\}|\{\d+:[^{}\n]+\}"
    r"|(?<![=\w])==(?=[^\s=])[^=\n]{0,300}?(?<=[^\s=])==(?![=\w])"
)
CODE = re.compile(r"(`+)[^`\n]*\1")
QUESTION = re.compile(r"\s*(?:\*\*)?Q(?:uestion)?\s*:(?:\*\*)?[ \t]*", re.IGNORECASE)
ANSWER = re.compile(r"\s*(?:\*\*)?A(?:nswer)?\s*:(?:\*\*)?[ \t]*", re.IGNORECASE)
CARD_TAG = re.compile(r"\s*#(?:cards?|flashcards?|anki)(?:[/-][\w/-]*)?(?=\s|$)", re.IGNORECASE)


def has_gap(source: str) -> bool:
    """Tell whether a block holds a cloze mark outside of code."""
    if "{" not in source and "==" not in source:
        return False
    return GAP.search(CODE.sub("", source)) is not None


SIGNS = re.compile(r"==|\{\{c\d+::|(?:::[^{}\n]*)?\}\}|\{\d+:|(?<=[^{}])\}")


def gap_signs(text: str) -> list[int]:
    """The characters of a cloze that are signs or hints, not words."""
    found = (SIGNS.finditer(text, *gap.span()) for gap in GAP.finditer(text))
    return [index for signs in found for sign in signs for index in range(*sign.span())]


def separated(line: str, *, declared: bool) -> tuple[Part, Part, Form] | None:
    """Find ``question:: answer`` in one line, ``:::`` for both directions.

    Args:
        line: Of the block's source.
        declared: The note says that it holds cards; then no blank is needed around the mark.
    """
    if "::" not in line:
        return None
    plain = CODE.sub(lambda found: "x" * len(found[0]), line)
    found = SEPARATED.fullmatch(plain)
    if not found or plain.count("::") != 1 or "{{c" in plain:
        return None
    spaced = found["blank"] or plain[found.end("mark")].isspace()
    if not spaced and not declared and not found["question"].endswith("?"):
        return None
    if FIELDS.fullmatch(found["question"].strip("*_[( ")):
        return None
    form: Form = "both" if found["mark"] == ":::" else "one"
    return found.span("question"), found.span("answer"), form


def divided(lines: Sequence[str]) -> tuple[int, Form] | None:
    """The line that holds only ``?`` or ``??`` between a question and its answer."""
    for number, line in enumerate(lines):
        if line.strip() in ("?", "??") and 0 < number < len(lines) - 1:
            return number, "both" if line.strip() == "??" else "one"
    return None


def labelled(lines: Sequence[str]) -> tuple[int, int, int] | None:
    """Length of ``Q:``, the line where ``A:`` begins, and the length of ``A:``."""
    opening = QUESTION.match(lines[0]) if lines else None
    if not opening:
        return None
    for number, line in enumerate(lines[1:], 1):
        answer = ANSWER.match(line)
        if answer:
            return opening.end(), number, answer.end()
    return None
