"""Cards for what the author marked: questions as written, gaps with numbers of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cards.english.facts import Fact
from cards.model import Gap
from cards.questions.drafts import Draft

GAP = re.compile(
    r"\{\{c(?P<number>\d{1,3})::(?P<anki>.+?)(?:::[^{}]*)?\}\}"
    r"|\{(?P<plain>\d{1,3}):(?P<short>[^{}\n]+)\}"
    r"|==(?P<marked>[^=\n]+?)=="
)


def own(fact: Fact) -> Iterator[Draft]:
    """The author's card, never reworded."""
    if fact.meaning:
        yield Draft(fact, "author", "own", fact.term, fact.meaning, 1.0)
        return
    pieces = gaps_of(fact.term)
    hidden = "; ".join(piece.text for piece in pieces if piece.number)
    if hidden:
        yield Draft(fact, "author", "own", "", hidden, 1.0, pieces)


def gaps_of(text: str) -> tuple[Gap, ...]:
    """The pieces of a cloze; gaps without a number of their own get the next free ones."""
    found = list(GAP.finditer(text))
    taken = {int(m["number"] or m["plain"]) for m in found if m["number"] or m["plain"]}
    free = iter(number for number in range(1, 500) if number not in taken)
    pieces: list[Gap] = []
    end = 0
    for match in found:
        hidden = match["anki"] or match["short"] or match["marked"]
        own_number = match["number"] or match["plain"]
        number = int(own_number) if own_number and 0 < int(own_number) < 500 else next(free)
        if not hidden.strip():
            continue
        pieces += [Gap(text[end : match.start()], 0), Gap(hidden.strip(), number)]
        end = match.end()
    pieces.append(Gap(text[end:], 0))
    return tuple(piece for piece in pieces if piece.text)
