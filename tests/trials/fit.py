"""Judged cards in, the weights of the ranking out: a logistic regression, and how well it tells.

    python tests/trials/fit.py JUDGED.jsonl… [--write]

A line is one card: ``{"question": <cards.model.Question as msgspec writes it>, "verdict": "keep"}``
with the verdict keep, edit or delete. Prints how many of the best tenth, fifth, half are kept in
five-fold cross-validation by note, and with ``--write`` writes ``cards/weights.toml``.
"""

from __future__ import annotations

import argparse
import base64
import json
from collections import Counter
from pathlib import Path

import msgspec
import numpy as np

from cards.choose import shown
from cards.model import Question
from cards.worth import features

WEIGHTS = Path(__file__).parents[2] / "cards" / "weights.toml"
RARE_FEATURE = 12
"""Cards that a feature must be seen in; rarer ones would be learnt by heart."""
VALUES = {"keep": 1.0, "edit": 0.35, "delete": 0.0}
"""An edit is worth something: the fact is right, the words are not."""


def main() -> None:
    """Fit, tell, and write where asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("judged", nargs="+", type=Path)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--penalty", type=float, default=2.0)
    args = parser.parse_args()
    cards = [json.loads(line) for path in args.judged for line in path.open(encoding="utf-8")]
    names, matrix, target, notes = _table(cards)
    _tell(matrix, target, notes, args.penalty, cards)
    weights = _fit(matrix, target, args.penalty)
    if args.write:
        _write(names, weights, Counter(card["verdict"] for card in cards))


def _table(cards: list[dict[str, str]]) -> tuple[list[str], np.ndarray, np.ndarray, list[str]]:
    rows, notes = [], []
    for card in cards:
        question = msgspec.msgpack.decode(base64.b64decode(card["question"]), type=Question)
        rows.append(dict(features(question, shown(question))))
        notes.append(question.note)
    seen = Counter(name for row in rows for name, value in row.items() if value)
    names = ["bias", *sorted(name for name, count in seen.items() if count >= RARE_FEATURE)]
    matrix = np.array([[1.0, *(row.get(name, 0.0) for name in names[1:])] for row in rows])
    target = np.array([VALUES[card["verdict"]] for card in cards])
    return names, matrix, target, notes


def _fit(matrix: np.ndarray, target: np.ndarray, penalty: float) -> np.ndarray:
    """Newton's method on the penalised likelihood; the bias is free."""
    weights = np.zeros(matrix.shape[1])
    ridge = np.full(matrix.shape[1], penalty)
    ridge[0] = 1e-6
    for _ in range(50):
        chance = 1 / (1 + np.exp(-matrix @ weights))
        slope = matrix.T @ (chance - target) + ridge * weights
        curve = (matrix.T * (chance * (1 - chance))) @ matrix + np.diag(ridge)
        step = np.linalg.solve(curve, slope)
        weights -= step
        if np.abs(step).max() < 1e-8:
            break
    return weights


def _tell(
    matrix: np.ndarray,
    target: np.ndarray,
    notes: list[str],
    penalty: float,
    cards: list[dict[str, str]],
) -> None:
    """Print what a learner would say of the best cards, by notes that were not fitted to."""
    order = {note: place for place, note in enumerate(sorted(set(notes)))}
    fold = np.array([order[note] % 5 for note in notes])
    guess = np.zeros(len(target))
    for part in range(5):
        weights = _fit(matrix[fold != part], target[fold != part], penalty)
        guess[fold == part] = 1 / (1 + np.exp(-matrix[fold == part] @ weights))
    ranked = np.argsort(-guess)
    verdicts = np.array([card["verdict"] for card in cards])
    for share in (0.05, 0.1, 0.2, 0.3, 0.5, 1.0):
        best = ranked[: int(len(ranked) * share)]
        told = {v: float(np.mean(verdicts[best] == v)) for v in VALUES}
        line = "  ".join(f"{v} {part:.2f}" for v, part in told.items())
        print(f"best {share:4.0%} ({len(best)}), from score {guess[best[-1]]:.2f}: {line}")


def _write(names: list[str], weights: np.ndarray, verdicts: Counter[str]) -> None:
    told = ", ".join(f"{count} {verdict}" for verdict, count in sorted(verdicts.items()))
    lines = [
        "# Weights of the ranking (cards/worth.py), made by tests/trials/fit.py",
        f"# from {sum(verdicts.values())} cards that strict readers judged: {told}.",
        "",
        "[weights]",
    ]
    lines += [f'"{name}" = {weight:.3f}' for name, weight in zip(names, weights, strict=True)]
    WEIGHTS.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
