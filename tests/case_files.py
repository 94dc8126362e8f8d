"""Case files in, cases out; and the markdown of a case as notes that went through the pipeline."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path

import pytest

from cards.chains import join_links
from cards.choose import Choice, choose, shown
from cards.claims import Findings, find_claims
from cards.glue import without_glued_links
from cards.markdown import read_blocks
from cards.model import Chain, Note, Question
from cards.notes import read_note
from cards.parse import parse_text
from cards.questions import letters_spelled, named_in_full, write_chains, write_questions
from cards.sources import stamp_for

FOLDER = Path(__file__).parent / "cases"
FRONT = "---\ntitle: A note\n---\n"
"""Of a case that has none."""
FAILS = "fails: "
NEXT_NOTE = "@ "

parsed = lru_cache(maxsize=None)(parse_text)
"""The parser, asked once for each text."""


@dataclass(frozen=True)
class Case:
    """A piece of markdown, and what is to come of it."""

    title: str
    source: str
    expected: str
    fails: str = ""
    """Why it does not work yet."""


def read_cases(name: str) -> list[Case]:
    """Read a case file: title, markdown and expected lines, a line with only a dot after each.

    A line ``fails: …`` under the title says what does not work yet; a line that begins with
    ``#`` above it is for readers only.
    """
    return [_case(*parts) for parts in _parts(name)]


def _parts(name: str) -> Iterator[tuple[str, str, str]]:
    """Head, source and expected text of each case."""
    found: list[str] = []
    lines: list[str] = []
    for line in (FOLDER / name).read_text("utf-8").split("\n"):
        if line != ".":
            lines.append(line)
            continue
        found.append("\n".join(lines))
        lines = []
        if len(found) == 3:
            yield found[0], found[1], found[2]
            found = []


def _case(head: str, source: str, expected: str) -> Case:
    lines = [line.strip() for line in head.splitlines()]
    fails = [line.removeprefix(FAILS) for line in lines if line.startswith(FAILS)]
    titles = [line for line in lines if line and not line.startswith(("#", FAILS))]
    return Case(titles[-1], source, expected.strip("\n"), "".join(fails))


def params(name: str) -> list[object]:
    """The cases of a file for ``parametrize``: source and expected text."""
    return [
        pytest.param(
            case.source,
            case.expected,
            id=case.title,
            marks=[pytest.mark.xfail(strict=True, reason=case.fails)] if case.fails else [],
        )
        for case in read_cases(name)
    ]


def write_expected(name: str, show: Callable[[str, str], str]) -> None:
    """Write what comes out now into a case file; the difference is to be read before a commit.

    A case that works by now loses its line ``fails: …``, one that does not stays as it is.
    """
    text = ""
    for head, source, expected in _parts(name):
        found = show(source, expected)
        lines = head.split("\n")
        if any(line.startswith(FAILS) for line in lines):
            works = found == expected
            found = expected
            lines = [line for line in lines if not (works and line.startswith(FAILS))]
        title = "\n".join(lines)
        text += f"{title}\n.\n{source}\n.\n{found}\n.\n".replace("\n.\n\n.\n", "\n.\n.\n")
    (FOLDER / name).write_text(text, "utf-8")


@dataclass(frozen=True)
class Read:
    """A note and all that it yields by itself."""

    note: Note
    findings: Findings
    questions: tuple[Question, ...]


def read(source: str, path: str = "note.md") -> Read:
    """Read markdown as the program reads a note."""
    text = source if source.startswith("---\n") else FRONT + source
    note, problems = read_note(path, text.encode())
    assert note is not None, problems
    blocks, _ = read_blocks(note)
    clean = tuple(without_glued_links(block, parsed) for block in blocks)
    sentences = tuple(parsed(block.text, block.label) for block in clean)
    findings = find_claims(note, clean, sentences, partial(stamp_for, clean))
    questions = write_questions(note, findings.facts)
    spelled = letters_spelled(questions, findings.facts)
    texts = [each.text for part in sentences for each in part]
    return Read(note, findings, named_in_full(spelled, texts))


def read_all(source: str) -> list[Read]:
    """Read the notes of a case; a line ``@ name.md`` begins each."""
    if not source.startswith(NEXT_NOTE):
        return [read(source)]
    notes = ("\n" + source).split("\n" + NEXT_NOTE)[1:]
    return [read(text, path.strip()) for path, _, text in (note.partition("\n") for note in notes)]


def chains_of(notes: Sequence[Read], *, guesses: bool = True) -> tuple[Chain, ...]:
    told = [(read.note.path, read.findings.links) for read in notes]
    return join_links(told, guesses=guesses)


def chosen(notes: Sequence[Read], limit: int = 40) -> Choice:
    """Choose among the candidates of a deck, chains among them."""
    asked = [question for read in notes for question in read.questions]
    return choose([*asked, *write_chains(chains_of(notes, guesses=False), asked)], limit)


def claims_shown(source: str, _: str = "") -> str:
    """Claims and sentences without one, in reading order."""
    findings = read(source).findings
    lines = [(fact.evidence.order, f"{fact.kind}: {fact.text}") for fact in findings.facts]
    lines += [(skip.order, f"nothing, {skip.reason}: {skip.text}") for skip in findings.skips]
    return "\n".join(line for _, line in sorted(lines, key=lambda pair: pair[0]))


def questions_shown(source: str, expected: str = "") -> str:
    """The candidates of the roles that a case names; all of them where it names none.

    ``role: nothing`` stands for a role that asks nothing.
    """
    named = list(dict.fromkeys(line.split(":")[0] for line in expected.splitlines()))
    written = [question for question in read(source).questions if shown(question).strip()]
    looked_at = [question for question in written if not named or question.role in named]
    silent = [role for role in named if role not in {question.role for question in written}]
    return "\n".join(
        [f"{question.role}: {asked(question)}" for question in looked_at]
        + [f"{role}: nothing" for role in silent]
    )


def lists_shown(source: str, _: str = "") -> str:
    """The questions for whole lists."""
    questions = read(source).questions
    return "\n".join(asked(question) for question in questions if question.kind == "list")


def asked(question: Question) -> str:
    """Front and back of a card in one line; a gap is shown by its number."""
    front = question.question
    if question.text:
        front = "".join(f"[{gap.number}]" if gap.number else gap.text for gap in question.text)
    answer = question.answer.replace("\n", " / ")
    return f"{front} = {answer}"


def links_shown(source: str, _: str = "") -> str:
    """Links, the chains they join to, and the cards of those."""
    notes = read_all(source)
    links = (link for read in notes for link in read.findings.links)
    chains, sure = chains_of(notes), chains_of(notes, guesses=False)
    lines = [f"{link.cause} {link.sign} {link.effect} ({link.verb})" for link in links]
    lines += ["chain: " + " → ".join(chain.nodes) for chain in chains]
    lines += [f"{question.kind}: {asked(question)}" for question in write_chains(sure, ())]
    return "\n".join(lines)


def choice_shown(source: str, _: str = "") -> str:
    """What goes into the deck, and what does not and why."""
    choice = chosen(read_all(source))
    return "\n".join([*_kept(choice), *_refused(choice)])


def _kept(choice: Choice) -> Iterator[str]:
    for question in choice.kept:
        also = "".join(f" (also {path})" for path, _ in question.also)
        yield f"card: {asked(question)}{also}"


def _refused(choice: Choice) -> Iterator[str]:
    for question, reason in choice.refused:
        if shown(question).strip():
            yield f"{reason}: {asked(question)}"
