"""The network in torch: a MiniLM encoder, tag heads, and a biaffine head for arcs and labels."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional

from cards.parse.network import SHAPES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

WIDTH = 384
ATTENTION_HEADS = 12
INNER = 1536
POSITIONS = 512
ARC = 256
LABEL = 96
"""Widths of the spaces where arcs and labels are scored (Dozat and Manning 2017)."""


class Layer(nn.Module):  # type: ignore[misc,unused-ignore]
    """One layer of BERT."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.project = nn.Linear(WIDTH, 3 * WIDTH)
        self.attended = nn.Linear(WIDTH, WIDTH)
        self.attended_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.widen = nn.Linear(WIDTH, INNER)
        self.narrow = nn.Linear(INNER, WIDTH)
        self.narrow_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, states: Tensor, mask: Tensor) -> Tensor:
        """``mask`` is added to the attention scores: 0 or very low."""
        batch, length, _ = states.shape
        projected = self.project(states).view(batch, length, 3, ATTENTION_HEADS, -1)
        query, key, value = projected.permute(2, 0, 3, 1, 4).unbind(0)
        # Written out, for an export without a fused operator.
        scores = torch.matmul(query, key.transpose(-1, -2)) * (WIDTH // ATTENTION_HEADS) ** -0.5
        mixed = torch.matmul(torch.softmax(scores + mask, -1), value)
        mixed = self.attended(mixed.transpose(1, 2).reshape(batch, length, WIDTH))
        states = self.attended_norm(states + self.dropout(mixed))
        inner = self.narrow(functional.gelu(self.widen(states)))
        result: Tensor = self.narrow_norm(states + self.dropout(inner))
        return result


class Encoder(nn.Module):  # type: ignore[misc,unused-ignore]
    """Pieces and their shapes -> the states of all layers, the embedding first."""

    def __init__(self, vocabulary: int, layers: int, dropout: float) -> None:
        super().__init__()
        self.pieces = nn.Embedding(vocabulary, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.shapes = nn.Embedding(SHAPES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(layers))
        self.dropout = nn.Dropout(dropout)

    def forward(self, pieces: Tensor, shapes: Tensor) -> list[Tensor]:
        """Piece 0 is padding: nothing attends to it."""
        mask = (pieces == 0).float()[:, None, None, :] * -1e4
        positions = self.positions.weight[: pieces.shape[1]]
        embedded = self.pieces(pieces) + positions + self.shapes(shapes)
        states = [self.dropout(self.norm(embedded))]
        for layer in self.layers:
            states.append(layer(states[-1], mask))
        return states


class Reading(NamedTuple):
    """What the network makes of a batch: words (the root first) by numbers."""

    arcs: Tensor
    """(batch, dependent, head)."""
    dependents: Tensor
    heads: Tensor
    """(batch, word, LABEL)."""
    upos: Tensor
    xpos: Tensor
    feats: Tensor
    starts: Tensor
    """(batch, word): above 0 where a sentence starts."""


class Parser(nn.Module):  # type: ignore[misc,unused-ignore]
    """The whole network."""

    def __init__(
        self,
        labels: Mapping[str, Sequence[str]],
        vocabulary: int,
        layers: int = 6,
        dropout: tuple[float, float] = (0.1, 0.3),
    ) -> None:
        """``dropout`` of the encoder, of the heads."""
        super().__init__()
        self.encoder = Encoder(vocabulary, layers, dropout[0])
        # Trees are read more from the upper layers, tags from all.
        self.tree_mix = nn.Parameter(torch.linspace(-1, 1, layers + 1))
        self.tree_scale = nn.Parameter(torch.ones(1))
        self.tag_mix = nn.Parameter(torch.zeros(layers + 1))
        self.dropout = nn.Dropout(dropout[1])
        self.spaces = nn.Linear(WIDTH, 2 * ARC + 2 * LABEL)
        self.arc = nn.Parameter(nn.init.xavier_uniform_(torch.empty(ARC, ARC)))
        self.arc_bias = nn.Parameter(torch.zeros(ARC))
        size = (len(labels["dep"]), LABEL + 1, LABEL + 1)
        self.label = nn.Parameter(nn.init.normal_(torch.empty(size), std=0.02))
        self.tags = nn.ModuleDict(
            {name: nn.Linear(WIDTH, len(labels[name])) for name in ("upos", "xpos", "feat")}
        )
        self.start = nn.Linear(WIDTH, 1)

    def forward(self, pieces: Tensor, shapes: Tensor, firsts: Tensor) -> Reading:
        """``firsts`` (batch, word): index of each word's first piece, of the root 0."""
        return self.read(self.encoder(pieces, shapes), firsts)

    def read(self, layers: Sequence[Tensor], firsts: Tensor) -> Reading:
        """All that comes after the encoder."""
        states = torch.stack([layer.float() for layer in layers], 0)
        for_tree = self._words(states, self.tree_mix, firsts) * self.tree_scale
        for_tags = self.dropout(self._words(states, self.tag_mix, firsts))
        spaces = functional.gelu(self.spaces(self.dropout(for_tree)))
        split = self.dropout(spaces).split([ARC, ARC, LABEL, LABEL], -1)
        arc_dependents, arc_heads, dependents, heads = split
        arcs = torch.matmul(torch.matmul(arc_dependents, self.arc), arc_heads.transpose(1, 2))
        arcs = arcs * ARC**-0.5 + (arc_heads * self.arc_bias).sum(-1)[:, None]
        starts = self.start(self.dropout(for_tree))[..., 0]
        upos, xpos, feats = (self.tags[name](for_tags) for name in ("upos", "xpos", "feat"))
        return Reading(arcs, dependents, heads, upos, xpos, feats, starts)

    def _words(self, states: Tensor, mix: Tensor, firsts: Tensor) -> Tensor:
        """A learned mix of the layers at the first piece of each word."""
        mixed = (torch.softmax(mix, 0)[:, None, None, None] * states).sum(0)
        return mixed.gather(1, firsts.unsqueeze(-1).expand(-1, -1, WIDTH))

    def relations(self, dependents: Tensor, heads: Tensor) -> Tensor:
        """Scores of all labels for arcs: (arc, LABEL) twice -> (arc, label)."""
        count, rows, columns = self.label.shape
        one = dependents.new_ones(len(dependents), 1)
        left = torch.cat([dependents, one], 1) @ self.label.permute(1, 0, 2).reshape(rows, -1)
        right = torch.cat([heads, one], 1).unsqueeze(-1)
        return (left.view(-1, count, columns) @ right).squeeze(-1)


def load_pretrained(encoder: Encoder, folder: Path, kept: Sequence[int]) -> None:
    """Fill an encoder from a MiniLM; ``kept`` are the numbers of its pieces that stay."""
    from safetensors.torch import load_file

    weights = load_file(str(folder / "model.safetensors"))
    embeddings = "embeddings."
    types = weights[f"{embeddings}token_type_embeddings.weight"][0]
    filled = {
        "pieces.weight": weights[f"{embeddings}word_embeddings.weight"][list(kept)],
        "positions.weight": weights[f"{embeddings}position_embeddings.weight"] + types,
        "shapes.weight": torch.zeros(SHAPES, WIDTH),
        "norm.weight": weights[f"{embeddings}LayerNorm.weight"],
        "norm.bias": weights[f"{embeddings}LayerNorm.bias"],
    }
    for index in range(len(encoder.layers)):
        filled |= _layer(weights, f"encoder.layer.{index}.", f"layers.{index}.")
    encoder.load_state_dict(filled)


def _layer(weights: Mapping[str, Tensor], theirs: str, ours: str) -> dict[str, Tensor]:
    """The weights of one layer under our names."""
    filled: dict[str, Tensor] = {}
    names = {
        "attended": "attention.output.dense",
        "attended_norm": "attention.output.LayerNorm",
        "widen": "intermediate.dense",
        "narrow": "output.dense",
        "narrow_norm": "output.LayerNorm",
    }
    for kind in ("weight", "bias"):
        parts = [weights[f"{theirs}attention.self.{x}.{kind}"] for x in ("query", "key", "value")]
        filled[f"{ours}project.{kind}"] = torch.cat(parts)
        for name, source in names.items():
            filled[f"{ours}{name}.{kind}"] = weights[f"{theirs}{source}.{kind}"]
    return filled
