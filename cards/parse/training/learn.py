"""Treebanks and a pretrained encoder -> a checkpoint of the trained network."""

from __future__ import annotations

import random
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional

from cards.parse.network import Pieces
from cards.parse.training.examples import (
    KINDS,
    UNKNOWN,
    Batch,
    Example,
    Labels,
    Maker,
    batches,
    collate,
    labels_of,
)
from cards.parse.training.model import Parser, Reading, load_pretrained
from cards.parse.training.treebank import Paragraph

_WEIGHTS = {"arc": 1.0, "dep": 1.0, "upos": 0.5, "xpos": 0.3, "feat": 0.3, "start": 0.5}
"""Of the parts of the loss."""
_MASKED = 0.06
"""Share of pieces that are hidden."""
_WARM_UP = 0.06
_AVERAGE = 0.998
"""How much of the running average of the weights stays at each step."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """All that decides what comes out, beside the data."""

    epochs: int = 7
    also_epochs: int = 4
    """The auxiliary treebanks are read in the first epochs only."""
    layers: int = 6
    encoder_rate: float = 1.5e-4
    head_rate: float = 1e-3
    pieces: int = 1000
    """A batch, at most."""
    seed: int = 1
    half: bool = False
    """The encoder in bfloat16: three times as fast where the processor knows it."""


@dataclass(frozen=True, slots=True)
class Data:
    """What is learned from."""

    full: Sequence[Paragraph]
    also: Sequence[Paragraph]
    """Only arcs, labels and XPOS are annotated."""


class Learner:
    """A network while it learns: its optimiser, its place in the plan, the running average."""

    def __init__(self, recipe: Recipe, data: Data, vocabulary: list[str], encoder: Path) -> None:
        torch.manual_seed(recipe.seed)
        self.recipe, self.data, self.vocabulary = recipe, data, vocabulary
        self.labels: Labels = labels_of(data.full)
        self.network = Parser(self.labels, len(vocabulary), recipe.layers)
        load_pretrained(self.network.encoder, encoder, kept_pieces(encoder, vocabulary))
        self.network.encoder.pieces.weight.requires_grad_(False)
        self.maker = Maker(Pieces(vocabulary), self.labels)
        self.learned = [p for p in self.network.parameters() if p.requires_grad]
        self.average = [p.detach().clone() for p in self.learned]
        self.optimiser = _optimiser(self.network, recipe)
        plan = [len(self._epoch(epoch)) for epoch in range(recipe.epochs)]
        self.steps = sum(plan)
        self.schedule = torch.optim.lr_scheduler.LambdaLR(self.optimiser, self._rate)
        self.epoch = self.step = 0

    def _rate(self, step: int) -> float:
        warm = max(10, int(_WARM_UP * self.steps))
        return min((step + 1) / warm, max(0.02, (self.steps - step) / max(1, self.steps - warm)))

    def _epoch(self, epoch: int) -> list[list[Example]]:
        """The batches of one epoch; depend on the seed and the epoch alone."""
        chance = random.Random(1000 * self.recipe.seed + epoch)  # noqa: S311
        also = self.data.also if epoch < self.recipe.also_epochs else ()
        examples = self.maker.epoch([*self.data.full, *also], chance)
        return batches(examples, self.recipe.pieces, chance)

    def learn(self, checkpoint: Path) -> None:
        """Go through the epochs that are left; the checkpoint is written after each."""
        log = _Log(self.steps)
        while self.epoch < self.recipe.epochs:
            torch.manual_seed(1000 * self.recipe.seed + self.epoch)
            for examples in self._epoch(self.epoch):
                log.add(self.epoch, self.step, self._learn(collate(examples)))
            self.epoch += 1
            self.save(checkpoint)

    def _learn(self, batch: Batch) -> dict[str, float]:
        self.network.train()
        pieces = torch.from_numpy(batch.pieces)
        hidden = (torch.rand(pieces.shape) < _MASKED) & (pieces > self.maker.pieces.last)
        pieces = pieces.masked_fill(hidden, self.vocabulary.index("[MASK]"))
        with torch.autocast("cpu", torch.bfloat16, enabled=self.recipe.half):
            layers = self.network.encoder(pieces, torch.from_numpy(batch.shapes))
        reading = self.network.read(layers, torch.from_numpy(batch.firsts))
        losses = _losses(self.network, reading, batch)
        self.optimiser.zero_grad()
        sum(_WEIGHTS[name] * loss for name, loss in losses.items()).backward()  # type: ignore[union-attr,unused-ignore]
        torch.nn.utils.clip_grad_norm_(self.learned, 2.0)
        self.optimiser.step()
        self.schedule.step()
        self.step += 1
        share = max(1 - _AVERAGE, 1 / self.step)
        torch._foreach_lerp_(self.average, [p.detach() for p in self.learned], share)
        return {name: float(loss.detach()) for name, loss in losses.items()} | {
            "words": batch.words.sum()
        }

    def save(self, path: Path) -> None:
        """Write all that is needed to go on, whole or not at all."""
        state = {
            "recipe": asdict(self.recipe),
            "labels": self.labels,
            "vocabulary": self.vocabulary,
            "network": self.network.state_dict(),
            "average": self.average,
            "optimiser": self.optimiser.state_dict(),
            "schedule": self.schedule.state_dict(),
            "epoch": self.epoch,
            "step": self.step,
        }
        unfinished = path.with_suffix(".part")
        torch.save(state, unfinished)
        unfinished.replace(path)

    def resume(self, path: Path) -> None:
        """Take up a checkpoint of the same recipe and data."""
        state: dict[str, Any] = torch.load(path, weights_only=True)
        self.network.load_state_dict(state["network"])
        self.optimiser.load_state_dict(state["optimiser"])
        self.schedule.load_state_dict(state["schedule"])
        self.average = state["average"]
        self.epoch, self.step = state["epoch"], state["step"]


def trained(path: Path, averaged: bool) -> tuple[Parser, Labels, list[str]]:
    """The network of a checkpoint, ready to read, with its labels and its vocabulary."""
    state: dict[str, Any] = torch.load(path, weights_only=True)
    labels, vocabulary = state["labels"], state["vocabulary"]
    network = Parser(labels, len(vocabulary), state["recipe"]["layers"])
    network.load_state_dict(state["network"])
    if averaged:
        network.encoder.pieces.weight.requires_grad_(False)
        learned = (p for p in network.parameters() if p.requires_grad)
        for parameter, mean in zip(learned, state["average"], strict=True):
            parameter.data.copy_(mean)
    return network.eval(), labels, vocabulary


def kept_pieces(encoder: Path, vocabulary: Sequence[str]) -> list[int]:
    """The numbers that the pieces of our vocabulary have in the encoder's."""
    theirs = (encoder / "vocab.txt").read_text("utf-8").splitlines()
    numbers = {piece: number for number, piece in enumerate(theirs)}
    return [numbers[piece] for piece in vocabulary]


def _optimiser(network: Parser, recipe: Recipe) -> torch.optim.AdamW:
    """The encoder learns slowly, the heads faster, mixes and shapes fastest and without decay."""
    encoder: list[Tensor] = []
    heads: list[Tensor] = []
    free: list[Tensor] = []
    for name, parameter in network.named_parameters():
        if not parameter.requires_grad:
            continue
        if name in ("encoder.shapes.weight", "tree_mix", "tree_scale", "tag_mix"):
            free.append(parameter)
        else:
            (encoder if name.startswith("encoder.") else heads).append(parameter)
    groups = [
        {"params": encoder, "lr": recipe.encoder_rate, "weight_decay": 0.01},
        {"params": heads, "lr": recipe.head_rate, "weight_decay": 0.01},
        {"params": free, "lr": 2 * recipe.head_rate, "weight_decay": 0.0},
    ]
    return torch.optim.AdamW(groups, betas=(0.9, 0.98), fused=True)


def _losses(network: Parser, reading: Reading, batch: Batch) -> dict[str, Tensor]:
    """Each part of the loss, over the words of the batch where it is annotated."""
    heads, tags = torch.from_numpy(batch.heads), torch.from_numpy(batch.tags)
    known = heads >= 0
    right = heads[known]
    row = known.nonzero()[:, 0]
    padding = ~torch.from_numpy(batch.words)[:, None, :]
    arcs = reading.arcs.masked_fill(padding, -1e4)[known]
    relations = network.relations(reading.dependents[known], reading.heads[row, right])
    wanted = tags[known]
    scores = {
        "dep": relations,
        "upos": reading.upos[known],
        "xpos": reading.xpos[known],
        "feat": reading.feats[known],
    }
    losses = {
        name: _mean_loss(scores[name], wanted[:, KINDS.index(name)])
        for name in ("dep", "upos", "xpos", "feat")
    }
    losses["arc"] = functional.cross_entropy(arcs, right)
    starts = torch.from_numpy(batch.starts)[known].float()
    losses["start"] = functional.binary_cross_entropy_with_logits(reading.starts[known], starts)
    return losses


def _mean_loss(scores: Tensor, wanted: Tensor) -> Tensor:
    """Over what is annotated; a batch with nothing annotated costs nothing."""
    total = functional.cross_entropy(scores, wanted, ignore_index=UNKNOWN, reduction="sum")
    return total / max(1, int((wanted != UNKNOWN).sum()))


class _Log:
    """A line on stderr every fifty steps."""

    def __init__(self, steps: int) -> None:
        self.steps = steps
        self.began = time.monotonic()
        self.seen: Counter[str] = Counter()
        self.words = 0

    def add(self, epoch: int, step: int, losses: dict[str, float]) -> None:
        self.words += int(losses.pop("words"))
        self.seen.update({"steps": 1})
        for name, loss in losses.items():
            self.seen[name] += loss  # type: ignore[assignment]
        if step % 50:
            return
        print("".join(self._line(epoch, step)), file=sys.stderr, flush=True)
        self.seen.clear()

    def _line(self, epoch: int, step: int) -> Iterator[str]:
        seconds = time.monotonic() - self.began
        count = self.seen.pop("steps")
        yield f"epoch {epoch + 1} step {step}/{self.steps} {seconds:.0f} s"
        yield f" {self.words / seconds:.0f} words/s"
        for name in sorted(self.seen):
            yield f" {name} {self.seen[name] / count:.3f}"
