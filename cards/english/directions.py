"""Things of a chain and the signs between them -> what becomes of each, in words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cards.english.verbs import lemma_of
from cards.model import Sign

ARROW = " → "
"""Between the things of a chain, as an answer tells it."""
HEAD = re.compile(r"^(?:(?:the|an?) )?(?P<words>.*?)(?= (?:of|in|for|from|with|to|on|by)\b|[,(]|$)")
ARTICLE = re.compile(r"^(?:the|an?) ")
UNSAID = re.compile(
    r"(?:less|lower|fewer|no|reduced?|decreased?|more|much|many|lots|half|increased?|one|two|three"
    r"|four|five|\d\S*|greater|higher|faster|stronger|better|larger|\w{3,}ing)\b",
    re.IGNORECASE,
)
"""What already says how much of it there is, or is something done: no *less* goes in front."""


GRADED = frozenset("levels rates prices temperatures costs risks amounts".split())


def directed(nodes: Sequence[str], signs: Sequence[Sign]) -> tuple[str, ...]:
    """*shade*, *moss*, *the need for lime* -> *shade*, *less moss*, *lower need for lime*.

    Args:
        nodes: One more than signs.
        signs: A minus turns all that comes behind it.

    Returns:
        The nodes as they are where one that is kept down cannot be said so.
    """
    raised, said = True, [nodes[0]]
    for node, sign in zip(nodes[1:], signs, strict=True):
        raised = raised != (sign == "-")
        if not raised and UNSAID.match(ARTICLE.sub("", node)):
            return tuple(nodes)
        said.append(node if raised else _less(node))
    return tuple(said)


def _less(node: str) -> str:
    bare = ARTICLE.sub("", node)
    found = HEAD.match(node)
    head = found["words"].split()[-1] if found and found["words"] else bare
    if head in GRADED:
        return f"lower {bare}"
    if head == "people" or lemma_of(head.lower()) != head.lower():
        return f"fewer {bare}"
    return f"{'lower' if bare != node else 'less'} {bare}"
