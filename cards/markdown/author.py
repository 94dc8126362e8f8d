"""Source lines of a block in, the author's own cards out: question and answer as written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from cards.model import Hidden

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
CARD_TAG = re.compile(
    r"\s*#(?P<tag>cards?|flashcards?|anki)(?P<more>[/-][\w/-]*)?(?=\s|$)", re.IGNORECASE
)
HEADING = re.compile(r"[ \t]*#{1,6}[ \t]")
CALLOUT_QUESTION = re.compile(r"[ \t]*\[!(?:question|faq)\][+-]?[ \t]+([^\n]*\w\?)[ \t]*\n", re.I)


def has_gap(source: str) -> bool:
    """Tell whether a block holds a cloze mark outside of code."""
    if "{" not in source and "==" not in source:
        return False
    return GAP.search(CODE.sub("", source)) is not None


def asks(tag: re.Match[str]) -> bool:
    """Tell a heading that is a card from one under which cards stand: ``# Plants #flashcards``."""
    return tag["tag"].lower() in ("card", "flashcard")


def form_of(tag: re.Match[str]) -> Form:
    """``#card-reverse`` and ``#card/reverse`` ask both ways."""
    return "both" if (tag["more"] or "")[1:].lower().startswith("revers") else "one"


SIGNS = re.compile(r"==|\{\{c\d+::|(?:::[^{}\n]*)?\}\}|\{\d+:|(?<=[^{}])\}")


NUMBER = re.compile(r"\{\{c(\d{1,3})::|\{(\d{1,3}):")


def gaps(text: str) -> list[Hidden]:
    """The gaps in braces, signs and hints included."""
    numbers = ((gap.span(), NUMBER.match(gap[0])) for gap in GAP.finditer(text))
    return [Hidden(*span, int(n[1] or n[2])) for span, n in numbers if n]


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
        if line.strip() in ("?", "??") and number:
            return number, "both" if line.strip() == "??" else "one"
    return None


def tagged(lines: Sequence[str]) -> tuple[int, Form] | None:
    """Where ``#card`` begins at the end of the first of several lines."""
    tag = CARD_TAG.search(lines[0]) if len(lines) > 1 else None
    if not tag or not asks(tag) or lines[0][tag.end() :].strip():
        return None
    return tag.start(), form_of(tag)


@dataclass(frozen=True, slots=True)
class Labelled:
    """Where ``Q:`` and its ``A:`` stand in several lines."""

    asked: int
    """The line of ``Q:``."""
    opening: int
    """Length of ``Q:``."""
    told: int
    """The line of ``A:``."""
    answer: int
    """Length of ``A:``."""


def labelled(lines: Sequence[str]) -> tuple[Labelled, ...]:
    """The questions that have an answer; an answer ends where the next of them begins."""
    found: list[Labelled] = []
    waiting = (0, QUESTION.match(lines[0]))
    if not waiting[1]:
        return ()
    for number, line in enumerate(lines[1:], 1):
        line_of, opening = waiting
        answer = ANSWER.match(line) if opening else None
        if opening and answer:
            found.append(Labelled(line_of, opening.end(), number, answer.end()))
            waiting = (0, None)
        elif not opening:
            waiting = (number, QUESTION.match(line))
    return tuple(found)
