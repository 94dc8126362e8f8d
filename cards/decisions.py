"""``NAME.decisions.toml`` -> what the user decided about single cards, and back."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any, Literal

from cards.errors import DecisionError
from cards.model import Card, Change, ChangeKind, Entry, Gap, Problem, hidden_gaps

Kind = Literal["drop", "keep", "reword"]
KINDS: tuple[Kind, ...] = ("drop", "keep", "reword")
DELETED = "deleted in Anki"
"""Why a card was dropped that the user deleted there."""
GUID = re.compile(r"[a-z2-7]{20}")
GAP = re.compile(r"\{\{c(\d+)::(.*?)\}\}", re.DOTALL)
HEAD = """\
# What you decided about single cards of this deck. You may edit it: chaincards adds a block when
# you tell it to and takes none out by itself. To take a decision back, delete its block.
#   [[drop]]    never in the deck again
#   [[keep]]    never retires
#   [[reword]]  your own question, answer or gap text
"""


@dataclass(frozen=True, slots=True)
class Decision:
    """One block of the file."""

    card: str
    """The card's guid."""
    asked: str = ""
    """What the card asked then, for whoever reads the file."""
    why: str = ""
    question: str = ""
    """Own words of a ``reword``; what is empty stays the program's."""
    answer: str = ""
    text: str = ""
    """Of a cloze: with its gaps, ``{{c1::gap}}``."""
    claim: str = ""
    """What the card rested on then: a change is a warning."""


@dataclass(frozen=True, slots=True)
class Decisions:
    """What was decided about the cards of one deck."""

    path: str = ""
    """As the user would type it."""
    drop: Mapping[str, Decision] = field(default_factory=dict)
    """By guid, as the others."""
    keep: Mapping[str, Decision] = field(default_factory=dict)
    reword: Mapping[str, Decision] = field(default_factory=dict)
    lines: Mapping[tuple[Kind, str], int] = field(default_factory=dict)
    """Where each block begins."""


OWN: Mapping[Kind, frozenset[str]] = {
    "drop": frozenset({"card", "asked", "why"}),
    "keep": frozenset({"card", "asked", "why"}),
    "reword": frozenset(each.name for each in fields(Decision)),
}


def read_decisions(path: Path) -> Decisions:
    """Read a deck's decisions; none where there is no file.

    A DecisionError names the line: a decision that is not understood is never passed over.
    """
    import tomllib

    try:
        text = path.read_text("utf-8-sig")
    except FileNotFoundError:
        return Decisions(str(path))
    except (OSError, UnicodeDecodeError) as error:
        raise DecisionError(f"{path}: cannot be read ({error})") from error
    try:
        return _decisions(tomllib.loads(text), text, path)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"\(at line (\d+)", str(error))
        at = found[1] if found else text.rstrip("\n").count("\n") + 1
        said = re.sub(r" \(at .*", "", str(error))
        raise DecisionError(
            f"{path}:{at}: not TOML: {said[:1].lower()}{said[1:]}\n"
            '  a block looks so: [[drop]], and on the next line card = "the card\'s id"'
        ) from error


def _decisions(data: Mapping[str, Any], text: str, path: Path) -> Decisions:
    found: dict[Kind, dict[str, Decision]] = {kind: {} for kind in KINDS}
    lines: dict[tuple[Kind, str], int] = {}
    for key in data:
        if key not in KINDS:
            at = next(_places(text, key), 1)
            raise DecisionError(f"{path}:{at}: unknown decision '{key}'\n  there are: {_listed()}")
    for kind in KINDS:
        places = list(_places(text, kind))
        blocks = data.get(kind, [])
        for number, block in enumerate(blocks if isinstance(blocks, list) else [blocks]):
            at = places[number] if number < len(places) else next(iter(places), 1)
            decision = _decision(kind, block, f"{path}:{at}")
            if decision.card in found[kind]:
                raise DecisionError(
                    f"{path}:{at}: {kind} of card {decision.card} stands twice\n"
                    "  delete one of the two blocks"
                )
            found[kind][decision.card] = decision
            lines[kind, decision.card] = at
    for guid in found["drop"].keys() & found["keep"].keys():
        raise DecisionError(
            f"{path}:{lines['keep', guid]}: card {guid} is to be kept, and dropped in line"
            f" {lines['drop', guid]}\n  delete one of the two blocks"
        )
    return Decisions(str(path), **found, lines=lines)


def _decision(kind: Kind, block: Any, where: str) -> Decision:
    if not isinstance(block, dict):
        raise DecisionError(
            f"{where}: '{kind}' is a block\n  write [[{kind}]] on a line of its own"
        )
    for key, value in block.items():
        if key not in OWN[kind]:
            raise DecisionError(
                f"{where}: unknown word '{key}' in [[{kind}]]\n"
                f"  there are: {', '.join(sorted(OWN[kind]))}"
            )
        if not isinstance(value, str):
            raise DecisionError(f"{where}: '{key}' must be a text\n  set it in quotes")
    if not GUID.fullmatch(block.get("card", "")):
        raise DecisionError(
            f'{where}: card = "{block.get("card", "")}" is no card\'s id (20 letters)\n'
            f'  chaincards {kind} "words of its question" writes the block for you'
        )
    decision = Decision(**block)
    if kind == "reword" and not (decision.question or decision.answer or decision.text):
        raise DecisionError(
            f"{where}: no words of your own\n  give a question, an answer or a text"
        )
    return decision


def _listed() -> str:
    return ", ".join(f"[[{kind}]]" for kind in KINDS)


def _places(text: str, kind: str) -> Iterator[int]:
    """Lines at which the blocks of a kind begin; tomllib does not tell."""
    name = rf"""["']?{re.escape(kind)}["']?"""
    pattern = rf"^[ \t]*(?:\[+[ \t]*{name}[ \t]*\]|{name}[ \t]*[.=])"
    for found in re.finditer(pattern, text, re.MULTILINE):
        yield text.count("\n", 0, found.start()) + 1


def with_decisions(text: str, kind: Kind, decisions: Sequence[Decision]) -> str:
    """The file's text with decisions added, each in the place of an older one of its card.

    What the user wrote, comments too, stays as it is.
    """
    import tomlkit

    document = tomlkit.parse(text or HEAD)
    there = [block.unwrap() for block in document.get(kind, [])]
    decisions = [decision for decision in decisions if _words(decision) not in there]
    if not decisions:
        return text
    cards = {decision.card for decision in decisions}
    for other in KINDS:
        if other == kind or (kind != "reword" and other != "reword"):
            _take_out(document, other, cards)
    blocks = document.get(kind)
    if not isinstance(blocks, tomlkit.items.AoT):
        blocks = tomlkit.aot()
        document.append(kind, blocks)
    for decision in decisions:
        block = tomlkit.table()
        for name, value in _words(decision).items():
            block.add(name, tomlkit.string(value, multiline="\n" in value))
        block.trivia.indent = "\n"
        blocks.append(block)
    return tomlkit.dumps(document)


def _words(decision: Decision) -> dict[str, str]:
    """What a block says, in the order of its lines."""
    told = ((each.name, getattr(decision, each.name)) for each in fields(Decision))
    return {name: value for name, value in told if value}


def without_decision(text: str, kind: Kind, card: str) -> str:
    """The file's text without one decision; the same text where there is none."""
    import tomlkit

    document = tomlkit.parse(text)
    _take_out(document, kind, {card})
    return tomlkit.dumps(document)


def _take_out(document: Any, kind: Kind, cards: set[str]) -> None:
    blocks = document.get(kind)
    if blocks is None:
        return
    for number in reversed(range(len(blocks))):
        if blocks[number].get("card") in cards:
            del blocks[number]
    if not blocks:
        del document[kind]


def reword(
    entries: Sequence[Entry], decisions: Decisions
) -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
    """Put the user's own words on the cards, and tell whose claim is no longer the one of then."""
    problems: list[Problem] = []
    worded = []
    for entry in entries:
        own = decisions.reword.get(entry.card.guid)
        if own is None:
            worded.append(entry)
            continue
        line = decisions.lines.get(("reword", entry.card.guid))
        problem = _doubt(entry.card, own, decisions.path, line)
        problems += [problem] if problem else []
        worded.append(replace(entry, card=_reworded(entry.card, own)))
    return tuple(worded), tuple(problems)


def _doubt(card: Card, own: Decision, path: str, line: int | None) -> Problem | None:
    wrong = misfit(card, own)
    if wrong:
        return Problem(path, line, wrong, "the program's words are shown until you mend it")
    now = claim_of(card)
    if own.claim and own.claim.split() != now.split():
        return Problem(
            path,
            line,
            f'you reworded this card when its claim was "{own.claim}"; now it is "{now}"',
            f"check your words, then put the new claim into this block: claim = {_quoted(now)}",
        )
    return None


def _quoted(text: str) -> str:
    import json

    return json.dumps(text, ensure_ascii=False)


def misfit(card: Card, own: Decision) -> str:
    """What is wrong with own words for a card; empty where they fit.

    Anki knows a card of a cloze by the number of its gap, and never makes a question of a cloze.
    """
    if own.text and not card.text:
        return "this card has no gaps: give a question and an answer, not a text"
    if not card.text:
        return ""
    if own.answer and card.kind != "author":
        return "the answer of this card is what its gaps hide: give a text with {{c1::gap}}"
    wanted = sorted({gap.number for gap in card.text if gap.number})
    given = sorted({gap.number for gap in gaps(own.text) if gap.number})
    if own.text and given != wanted:
        return f"the gaps of this card are {_numbers(wanted)}, not {_numbers(given) or 'none'}"
    return ""


def _numbers(numbers: Sequence[int]) -> str:
    return ", ".join(f"c{number}" for number in numbers)


def gaps(text: str) -> tuple[Gap, ...]:
    """A text with ``{{c1::gap}}`` in pieces."""
    pieces: list[Gap] = []
    done = 0
    for found in GAP.finditer(text):
        pieces += [Gap(text[done : found.start()], 0), Gap(found[2], int(found[1]))]
        done = found.end()
    pieces.append(Gap(text[done:], 0))
    return tuple(piece for piece in pieces if piece.text)


def _reworded(card: Card, own: Decision) -> Card:
    if misfit(card, own):
        return card
    return replace(
        card,
        question=own.question or card.question,
        answer=own.answer or card.answer,
        text=gaps(own.text) if own.text else card.text,
    )


def claim_of(card: Card) -> str:
    """What a card rests on, in words."""
    return card.claim or card.quote


def with_drops(entries: Sequence[Entry], drop: Collection[str], now: int) -> tuple[Entry, ...]:
    """Decline what was dropped.

    What is dropped no more waits for its sentence, as a retired card does.
    """
    return tuple(_with_drop(entry, entry.card.guid in drop, now) for entry in entries)


def _with_drop(entry: Entry, dropped: bool, now: int) -> Entry:
    if dropped and entry.state != "declined":
        return replace(entry, state="declined", since=now, why="")
    if not dropped and entry.state == "declined":
        return replace(entry, state="retired", since=now, why="")
    return entry


def with_keeps(
    before: Mapping[str, Entry],
    entries: Sequence[Entry],
    changes: Sequence[Change],
    keep: Collection[str],
) -> tuple[tuple[Entry, ...], tuple[Change, ...]]:
    """Let no card retire that is to be kept; one that retired before is live again.

    Args:
        before: The entries of the last build, by guid.
        entries: As they are settled.
        changes: What settling did to them.
        keep: Guids of the cards to be kept.
    """
    held = {
        entry.card.guid: before[entry.card.guid]
        for entry in entries
        if entry.state == "retired" and entry.card.guid in keep
    }
    kept = tuple(
        replace(old, state="live", since=0, why="") if (old := held.get(each.card.guid)) else each
        for each in entries
    )
    told = {change.guid: change for change in changes}
    for guid, old in held.items():
        kind: ChangeKind = "kept" if old.state == "live" else "back"
        asked = old.card.question or hidden_gaps(old.card.text)
        now = told[guid].now if guid in told else ""
        told[guid] = Change(kind, guid, asked, old.card.note, old.card.quote, now)
    return kept, tuple(told[guid] for guid in sorted(told))


def unknown(decisions: Decisions, known: Collection[str]) -> Iterator[Problem]:
    """Decisions about cards that the deck does not have."""
    for (kind, guid), line in sorted(decisions.lines.items(), key=lambda each: each[1]):
        if kind != "drop" and guid not in known:
            yield Problem(
                decisions.path,
                line,
                f"{kind}: the deck has no card {guid}",
                "delete the block, or put the right id",
            )
