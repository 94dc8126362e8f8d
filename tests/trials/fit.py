"""Judged cards in, the weights of the ranking out: a logistic regression, and how well it tells.

    python tests/trials/fit.py JUDGED.jsonl… [--carry-on] [--write]

A line is one card: ``{"question": <cards.model.Question as msgspec writes it>, "verdict": "keep"}``
with the verdict keep, edit or delete, and ``"weight": 0.5`` where a judge counts for less. Prints
how many of the best tenth, fifth, half are kept in five-fold cross-validation by channel, and with
``--write`` writes ``cards/weights.toml`` and ``cards/parse/senses.json``. With ``--carry-on`` what
is there stays and the cards correct it: for when the cards behind it are not at hand.
"""

from __future__ import annotations

import argparse
import base64
import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec
import numpy as np

from cards.choose import shown
from cards.model import Question
from cards.parse.senses import WEIGHTS as SENSES
from cards.parse.senses import sense, vector
from cards.worth import features, weights_of

WEIGHTS = Path(__file__).parents[2] / "cards" / "weights.toml"
RARE_FEATURE = 12
"""Cards that a feature must be seen in; rarer ones would be learnt by heart."""
VALUES = {"keep": 1.0, "edit": 0.35, "delete": 0.0}
"""An edit is worth something: the fact is right, the words are not."""
PARTS = {"card": (0, 768, 64), "sentence": (768, 1152, 32)}
"""Numbers of a vector, and how many of their main directions are looked at."""


@dataclass
class Table:
    """All cards, a row each."""

    names: list[str]
    features: np.ndarray
    vectors: np.ndarray
    start: np.ndarray
    """What the weights that are there give, before the logistic function."""
    target: np.ndarray
    weight: np.ndarray
    verdicts: np.ndarray
    channels: list[str]


def main() -> None:
    """Fit, tell, and write where asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("judged", nargs="+", type=Path)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--carry-on", action="store_true")
    parser.add_argument("--penalty", type=float, default=6.0)
    parser.add_argument("--penalty-of-senses", type=float, default=60.0)
    args = parser.parse_args()
    cards = [json.loads(line) for path in args.judged for line in path.open(encoding="utf-8")]
    table = _table(cards)
    if not args.carry_on:
        table.start[:] = 0.0
    scale, maps = _directions(table.vectors)
    matrix = np.hstack([table.features, table.vectors @ maps + scale])
    ridge = np.full(matrix.shape[1], args.penalty)
    ridge[len(table.names) :] = args.penalty_of_senses
    ridge[0] = 1e-6
    _tell(table, matrix, ridge)
    weights = _fit(matrix, table, np.arange(len(cards)), ridge)
    if args.write:
        own, of_senses = weights[: len(table.names)], weights[len(table.names) :]
        _write(table, own, weights_of() if args.carry_on else {})
        _write_senses(maps @ of_senses, float(scale @ of_senses), carry_on=args.carry_on)


def _table(cards: list[dict[str, str]]) -> Table:
    rows, vectors, channels, start = [], [], [], []
    known = weights_of()
    for card in cards:
        question = msgspec.msgpack.decode(base64.b64decode(card["question"]), type=Question)
        front = shown(question)
        told = dict(features(question, front))
        texts = (front, question.answer, question.evidence.quote.plain)
        told["sense"] = sense(*texts)
        sum_ = sum(value * known.get(name, 0.0) for name, value in told.items())
        start.append(known.get("bias", 0.0) + sum_)
        told.pop("sense")
        rows.append(told)
        vectors.append(vector(*texts))
        channels.append(question.note.split("/")[0])
    seen = Counter(name for row in rows for name, value in row.items() if value)
    names = ["bias", *sorted(name for name, count in seen.items() if count >= RARE_FEATURE)]
    return Table(
        names,
        np.array([[1.0, *(row.get(name, 0.0) for name in names[1:])] for row in rows]),
        np.array(vectors, float),
        np.array(start),
        np.array([VALUES[card["verdict"]] for card in cards]),
        np.array([float(card.get("weight", 1.0)) for card in cards]),
        np.array([card["verdict"] for card in cards]),
        channels,
    )


def _directions(vectors: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The main directions of the vectors, each of variance 1: what to add, and a map to them."""
    maps = np.zeros((vectors.shape[1], sum(number for _, _, number in PARTS.values())))
    mean, spread = vectors.mean(axis=0), vectors.std(axis=0) + 1e-3
    column = 0
    for start, end, number in PARTS.values():
        even = (vectors[:, start:end] - mean[start:end]) / spread[start:end]
        _, values, axes = np.linalg.svd(even, full_matrices=False)
        found = axes[:number].T / values[:number] * np.sqrt(len(vectors))
        maps[start:end, column : column + number] = found / spread[start:end, None]
        column += number
    return -mean @ maps, maps


def _fit(matrix: np.ndarray, table: Table, rows: np.ndarray, ridge: np.ndarray) -> np.ndarray:
    """Newton's method on the penalised likelihood of some cards; the bias is free."""
    matrix, start = matrix[rows], table.start[rows]
    target, weight = table.target[rows], table.weight[rows]
    weights = np.zeros(matrix.shape[1])
    for _ in range(50):
        chance = 1 / (1 + np.exp(-start - matrix @ weights))
        slope = matrix.T @ (weight * (chance - target)) + ridge * weights
        curve = (matrix.T * (weight * chance * (1 - chance))) @ matrix + np.diag(ridge)
        step = np.linalg.solve(curve, slope)
        weights -= step
        if np.abs(step).max() < 1e-8:
            break
    return weights


def _tell(table: Table, matrix: np.ndarray, ridge: np.ndarray) -> None:
    """Print what a learner would say of the best cards, by channels that were not fitted to.

    Only cards of full weight are told of.
    """
    order = {name: place for place, name in enumerate(sorted(set(table.channels)))}
    fold = np.array([order[channel] % 5 for channel in table.channels])
    guess = np.zeros(len(matrix))
    for part in range(5):
        there = fold != part
        weights = _fit(matrix, table, np.flatnonzero(there), ridge)
        guess[~there] = 1 / (1 + np.exp(-table.start[~there] - matrix[~there] @ weights))
    counted = np.flatnonzero(table.weight == 1.0)
    ranked = counted[np.argsort(-guess[counted])]
    for share in (0.05, 0.1, 0.15, 0.2, 0.3, 0.5, 1.0):
        best = ranked[: int(len(ranked) * share)]
        told = {v: float(np.mean(table.verdicts[best] == v)) for v in VALUES}
        line = "  ".join(f"{v} {part:.2f}" for v, part in told.items())
        print(f"best {share:4.0%} ({len(best)}), from score {guess[best[-1]]:.2f}: {line}")


def _write(table: Table, weights: np.ndarray, old: Mapping[str, float]) -> None:
    verdicts = Counter(table.verdicts.tolist())
    told = ", ".join(f"{count} {verdict}" for verdict, count in sorted(verdicts.items()))
    lines = [
        "# Weights of the ranking (cards/worth.py), made by tests/trials/fit.py",
        f"# from {sum(verdicts.values())} cards that strict readers judged: {told}.",
        *[line for line in WEIGHTS.read_text("utf-8").splitlines() if old and line[:2] == "# "],
        "",
        "[weights]",
    ]
    known = dict(old)
    for name, weight in zip(table.names, weights, strict=True):
        known[name] = known.get(name, 0.0) + weight
    known |= {"sense": 1.0}
    ordered = ["bias", *sorted(known.keys() - {"bias", "sense"}), "sense"]
    lines += [f'"{name}" = {known[name]:.3f}' for name in ordered]
    WEIGHTS.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _write_senses(weights: np.ndarray, offset: float, *, carry_on: bool) -> None:
    parts = {"question": (0, 384), "answer": (384, 768), "sentence": (768, 1152)}
    rows = {name: weights[start:end] for name, (start, end) in parts.items()}
    if carry_on:
        old = json.loads(SENSES.read_text("utf-8"))
        offset += old["offset"]
        rows = {name: row + np.array(old[name]) for name, row in rows.items()}
    lines = [
        f'"{name}": [{", ".join(f"{each:.4f}" for each in row)}]' for name, row in rows.items()
    ]
    lines.insert(0, f'"offset": {offset:.4f}')
    SENSES.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
