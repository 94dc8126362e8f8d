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
    r"|four|five|\d\S*|greater|higher|faster|stronger|better|larger|high|low|strong|weak|poor|rapid"
    r"|good|new|\w{3,}ed|\w{3,}ing)\b",
    re.IGNORECASE,
)
"""What already says how much of it there is, or is something done: no *less* goes in front."""


GRADED = frozenset("levels rates prices temperatures costs risks amounts".split())


def directed(nodes: Sequence[str], signs: Sequence[Sign]) -> tuple[str, ...]:
    """*shade*, *moss*, *the need for lime* -> *shade*, *less moss*, *lower need for lime*.

    Args:
        nodes: One more than signs.
        signs: A minus turns all that comes behind it; what is only a step further (``>``) is said
            as it is, unless it is kept down.

    Returns:
        The nodes as they are where one that is kept down cannot be said so.
    """
    raised, said = True, [nodes[0]]
    for node, sign in zip(nodes[1:], signs, strict=True):
        raised = raised != (sign == "-")
        if not raised and UNSAID.match(ARTICLE.sub("", node)):
            return tuple(nodes)
        said.append(_less(node) if not raised else _more(node) if sign != ">" else node)
    return tuple(said)


def _more(node: str) -> str:
    """*more moss*; *the vagus nerve* and *BDNF* stay as they are."""
    if ARTICLE.match(node) or UNSAID.match(node) or not node[:1].islower():
        return node
    return f"{'higher' if _head(node) in GRADED else 'more'} {node}"


def _less(node: str) -> str:
    bare = ARTICLE.sub("", node)
    head = _head(node)
    if head in GRADED:
        return f"lower {bare}"
    if head == "people" or lemma_of(head.lower()) != head.lower():
        return f"fewer {bare}"
    return f"{'lower' if bare != node else 'less'} {bare}"


def _head(node: str) -> str:
    found = HEAD.match(node)
    return found["words"].split()[-1] if found and found["words"] else ARTICLE.sub("", node)
