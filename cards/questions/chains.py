"""Questions for mechanism chains."""

from __future__ import annotations

from collections.abc import Sequence

from cards.english.verbs import capitalised
from cards.model import Chain, Gap, Question

ARROW = " → "


def write_chains(chains: Sequence[Chain], questions: Sequence[Question]) -> tuple[Question, ...]:
    """Ask for the path of each chain, and hide the middle nodes no other card asks for.

    Args:
        questions: What is asked already, to leave its answers out.
    """
    asked = {question.answer.lower() for question in questions}
    found: list[Question] = []
    for chain in chains:
        path = _path(chain)
        if path is not None:
            found.append(path)
        gaps = _gaps(chain, asked)
        if gaps is not None and path is None:
            found.append(gaps)
    return tuple(found)


def _path(chain: Chain) -> Question | None:
    sentences = {link.evidence.order for link in chain.links}
    if len(chain.nodes) < (3 if len(sentences) > 1 else 4):
        return None
    first, last = chain.nodes[0], chain.nodes[-1]
    if any(_is_name(node) for node in chain.nodes):
        return None
    verb = "reduce" if chain_lowers(chain) else "lead to"
    question = f"By what chain {'do' if chain.links[0].plural else 'does'} {first} {verb} {last}?"
    answer = ARROW.join(chain.nodes)
    return _question(chain, "chain", "path", question, answer, (), 0.75)


def _is_name(node: str) -> bool:
    """*Ada Lovelace*: a person brings things about, but is no mechanism."""
    words = node.split()
    return len(words) > 1 and all(w[:1].isupper() and w[1:].islower() for w in words)


def chain_lowers(chain: Chain) -> bool:
    """An odd number of minus signs: the first thing lowers the last."""
    return sum(link.sign == "-" for link in chain.links) % 2 == 1


def _gaps(chain: Chain, asked: set[str]) -> Question | None:
    if len(chain.nodes) < 3:
        return None
    pieces: list[Gap] = []
    number = 0
    for index, node in enumerate(chain.nodes):
        if index:
            pieces.append(Gap(ARROW, 0))
        middle = 0 < index < len(chain.nodes) - 1
        if middle and node.lower() not in asked:
            number += 1
            pieces.append(Gap(node, number))
        else:
            pieces.append(Gap(node, 0))
    if not number:
        return None
    return _question(chain, "gaps", "nodes", "", ARROW.join(chain.nodes), tuple(pieces), 0.5)


def _question(
    chain: Chain,
    kind: str,
    role: str,
    question: str,
    answer: str,
    text: tuple[Gap, ...],
    score: float,
) -> Question:
    return Question(
        kind=kind,  # type: ignore[arg-type]
        role=role,
        question=capitalised(question),
        answer=capitalised(answer) if not text else answer,
        evidence=chain.links[-1].evidence,
        note=chain.note,
        text=text,
        signs=tuple(link.sign for link in chain.links),
        score=score,
        parts=(("form", score),),
    )
