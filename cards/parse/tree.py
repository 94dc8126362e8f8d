"""Scores -> sentences and their trees: one head for each word, one root for each sentence."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
_NEVER = -1e9


def sentence_bounds(starts: npt.NDArray[np.float32]) -> list[tuple[int, int]]:
    """First word and one past the last of each sentence; ``starts`` is above 0 where one starts."""
    firsts = [0, *(int(index) for index in np.flatnonzero(starts[1:] > 0) + 1)]
    return list(zip(firsts, [*firsts[1:], len(starts)], strict=True))


def best_heads(arcs: npt.NDArray[np.float32], bounds: list[tuple[int, int]]) -> tuple[Ints, Floats]:
    """Choose the heads of all words.

    Args:
        arcs: (n + 1, n + 1), dependent by head, 0 = root.
        bounds: Of the sentences; no arc leaves one.

    Returns:
        For each word its head (1 + index, 0 = root) and the probability that it had.
    """
    heads = np.zeros(len(arcs) - 1, np.int64)
    sure = np.ones(len(arcs) - 1)
    for first, last in bounds:
        inside = np.concatenate([[0], np.arange(first + 1, last + 1)])
        scores = arcs[np.ix_(inside, inside)].astype(np.float64)
        np.fill_diagonal(scores, _NEVER)
        local = tree(scores)[1:]
        heads[first:last] = np.where(local == 0, 0, local + first)
        sure[first:last] = _probabilities(scores[1:], local)
    return heads, sure


def _probabilities(scores: Floats, heads: Ints) -> Floats:
    """Softmax of each row at its chosen head."""
    chosen = scores[np.arange(len(heads)), heads]
    top = scores.max(1)
    total: Floats = np.exp(scores - top[:, None]).sum(1)
    result: Floats = np.exp(chosen - top) / total
    return result


def tree(scores: Floats) -> Ints:
    """Find the best tree with one root over a square of scores (dependent, head; 0 = root).

    Greedy where that is a tree already; else Chu-Liu-Edmonds under the surest root.

    Returns:
        The head of each node; that of node 0 is 0.
    """
    heads: Ints = scores.argmax(1)
    heads[0] = 0
    if np.count_nonzero(heads[1:] == 0) == 1 and _cycle(heads) is None:
        return heads
    scores = scores.copy()
    np.fill_diagonal(scores, _NEVER)
    scores[0] = _NEVER
    if len(scores) > 2:
        _allow_one_root(scores)
    return _chu_liu_edmonds(scores)


def _allow_one_root(scores: Floats) -> None:
    """Leave only the word that gains most by being the root."""
    margin = scores[1:, 0] - scores[1:, 1:].max(1)
    root = 1 + int(margin.argmax())
    kept = scores[root, 0]
    scores[1:, 0] = _NEVER / 1000
    scores[root] = _NEVER
    scores[root, 0] = kept


def _cycle(heads: Ints) -> list[int] | None:
    """Some ring of nodes that never reaches node 0."""
    seen_from = [0] * len(heads)
    for start in range(1, len(heads)):
        node, path = start, []
        while node and not seen_from[node]:
            seen_from[node] = start
            path.append(node)
            node = int(heads[node])
        if node and seen_from[node] == start:
            return path[path.index(node) :]
    return None


def _chu_liu_edmonds(scores: Floats) -> Ints:
    """The best tree, roots not counted: contract a ring, solve the rest, open the ring."""
    heads: Ints = scores.argmax(1)
    heads[0] = 0
    ring = _cycle(heads)
    if ring is None:
        return heads
    inside = np.array(ring)
    outside = np.setdiff1d(np.arange(len(scores)), inside)
    own = scores[inside, heads[inside]]
    entering = scores[np.ix_(inside, outside)] - own[:, None]
    leaving = scores[np.ix_(outside, inside)]
    size = len(outside)
    smaller = np.full((size + 1, size + 1), _NEVER)
    smaller[:size, :size] = scores[np.ix_(outside, outside)]
    smaller[size, :size] = entering.max(0) + own.sum()
    smaller[:size, size] = leaving.max(1)
    solved = _chu_liu_edmonds(smaller)
    return _opened(heads, solved, inside, outside, entering.argmax(0), leaving.argmax(1))


def _opened(
    heads: Ints, solved: Ints, inside: Ints, outside: Ints, door_in: Ints, door_out: Ints
) -> Ints:
    """Undo a contraction: the ring is cut where the solved arc enters it."""
    size = len(outside)
    result = heads.copy()
    for place in range(1, size):
        head = int(solved[place])
        result[outside[place]] = outside[head] if head < size else inside[door_out[place]]
    entered = int(solved[size])
    result[inside[door_in[entered]]] = outside[entered]
    return result
