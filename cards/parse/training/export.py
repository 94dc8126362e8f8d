"""A checkpoint -> the files that the parser runs, quantised to 8 bits."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import torch
from onnx import TensorProto, helper, numpy_helper, save
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from torch.nn import functional

from cards.parse.training.learn import trained
from cards.parse.training.model import Parser

INPUTS = ("ids", "ft", "first")
OUTPUTS = ("arc", "rd", "rh", "upos", "xpos", "feat", "start")
_OPSET = 17


class SmallEmbedding(nn.Module):  # type: ignore[misc,unused-ignore]
    """An embedding whose rows are 8-bit numbers with a scale each."""

    rows: Tensor
    scale: Tensor

    def __init__(self, weight: Tensor) -> None:
        super().__init__()
        scale = weight.abs().amax(1, keepdim=True).clamp_min(1e-12) / 127
        self.register_buffer("rows", torch.round(weight / scale).to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, numbers: Tensor) -> Tensor:
        """The rows of some numbers."""
        rows = functional.embedding(numbers, self.rows).float()
        return rows * functional.embedding(numbers, self.scale)


class Shipped(nn.Module):  # type: ignore[misc,unused-ignore]
    """The network as it is run: the best tag of each word instead of all scores."""

    def __init__(self, parser: Parser) -> None:
        super().__init__()
        self.parser = parser
        parser.encoder.add_module("pieces", SmallEmbedding(parser.encoder.pieces.weight.data))

    def forward(self, pieces: Tensor, shapes: Tensor, firsts: Tensor) -> tuple[Tensor, ...]:
        """In the order of OUTPUTS."""
        reading = self.parser(pieces, shapes, firsts)
        tags = (scores.argmax(-1).to(torch.int32) for scores in reading[3:6])
        return (*reading[:3], *tags, reading.starts)


def write_model(checkpoint: Path, folder: Path, averaged: bool) -> None:
    """Write ``int8.onnx``, ``label.onnx``, ``labels.json`` and ``vocab.txt``."""
    parser, labels, vocabulary = trained(checkpoint, averaged)
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        full = Path(scratch) / "full.onnx"
        root = labels["dep"].index("root")
        write_labeller(parser.label.detach().numpy(), root, full)
        _quantise(full, folder / "label.onnx")
        _trace(Shipped(parser).eval(), full)
        _quantise(full, folder / "int8.onnx")
    (folder / "labels.json").write_text(json.dumps(labels, ensure_ascii=False) + "\n", "utf-8")
    (folder / "vocab.txt").write_text("\n".join(vocabulary) + "\n", "utf-8")


def _trace(network: Shipped, path: Path) -> None:
    pieces = torch.arange(1, 18).repeat(2, 1)
    example = (pieces, torch.ones_like(pieces), torch.arange(11).repeat(2, 1))
    words = {name: {0: "batch", 1: "words"} for name in ("first", *OUTPUTS)}
    axes = {name: {0: "batch", 1: "pieces"} for name in ("ids", "ft")} | words
    axes["arc"] = {0: "batch", 1: "words", 2: "words"}
    torch.onnx.export(
        network,
        example,
        str(path),
        input_names=list(INPUTS),
        output_names=list(OUTPUTS),
        dynamic_axes=axes,
        opset_version=_OPSET,
        dynamo=False,
    )


def _quantise(full: Path, small: Path) -> None:
    """7 bits a channel: with 8 some processors overflow."""
    quantize_dynamic(
        full,
        small,
        per_channel=True,
        reduce_range=True,
        weight_type=QuantType.QInt8,
        op_types_to_quantize=["MatMul"],
        extra_options={"MatMulConstBOnly": True},
    )


def write_labeller(bilinear: Any, root: int, path: Path) -> None:
    """Write a graph from arcs to labels.

    Args:
        bilinear: (label, dependent + 1, head + 1): a form for each label.
        root: The label that no arc between words may have.
        path: Of the ONNX file; its inputs ``rd`` and ``rh`` are (arc, width), its output ``dep``
            the number of the best label.
    """
    count, rows, columns = bilinear.shape
    flat = np.ascontiguousarray(np.transpose(bilinear, (1, 0, 2)).reshape(rows, -1))
    barred = np.zeros(count, np.float32)
    barred[root] = -1e9
    constants: dict[str, np.ndarray[Any, Any]] = {
        "bilinear": flat.astype(np.float32),
        "shape": np.array([-1, count, columns], np.int64),
        "barred": barred,
        "pads": np.array([0, 0, 0, 1], np.int64),
        "one": np.array(1, np.float32),
        "second": np.array([2], np.int64),
    }
    nodes = [
        helper.make_node("Pad", ["rd", "pads", "one"], ["dependent"]),
        helper.make_node("Pad", ["rh", "pads", "one"], ["governor"]),
        helper.make_node("MatMul", ["dependent", "bilinear"], ["wide"]),
        helper.make_node("Reshape", ["wide", "shape"], ["forms"]),
        helper.make_node("Unsqueeze", ["governor", "second"], ["column"]),
        helper.make_node("MatMul", ["forms", "column"], ["scored"]),
        helper.make_node("Squeeze", ["scored", "second"], ["scores"]),
        helper.make_node("Add", ["scores", "barred"], ["allowed"]),
        helper.make_node("ArgMax", ["allowed"], ["dep"], axis=1, keepdims=0),
    ]
    size = ["arcs", rows - 1]
    graph = helper.make_graph(
        nodes,
        "labeller",
        [helper.make_tensor_value_info(name, TensorProto.FLOAT, size) for name in ("rd", "rh")],
        [helper.make_tensor_value_info("dep", TensorProto.INT64, ["arcs"])],
        [numpy_helper.from_array(array, name) for name, array in constants.items()],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", _OPSET)], ir_version=8)
    save(model, str(path))
