"""The workshop: from a treebank of eight sentences to weights that the parser runs."""

from __future__ import annotations

import shutil
import string

import pytest

from cards.parse import parse_text
from cards.parse.training.treebank import read_treebank

torch = pytest.importorskip("torch", reason="training needs the extra [train]")
pytest.importorskip("onnx", reason="training needs the extra [train]")
safetensors = pytest.importorskip("safetensors.torch", reason="training needs the extra [train]")

ROW = "{0}\t{1}\t{2}\t{3}\t{4}\t_\t{5}\t{6}\t_\t{7}\n"
NAMES = ("cats", "dogs", "bees", "ants", "owls", "bats", "hens", "pigs")


def sentence(subject, obj):
    rows = [
        (1, subject, subject[:-1], "NOUN", "NNS", 2, "nsubj", "_"),
        (2, "see", "see", "VERB", "VBP", 0, "root", "_"),
        (3, obj, obj[:-1], "NOUN", "NNS", 2, "obj", "SpaceAfter=No"),
        (4, ".", ".", "PUNCT", ".", 2, "punct", "_"),
    ]
    return "".join(ROW.format(*row) for row in rows) + "\n"


@pytest.fixture(scope="module")
def workshop(tmp_path_factory):
    """A folder with a treebank and an encoder of one layer that knows letters only."""
    folder = tmp_path_factory.mktemp("workshop")
    torch.manual_seed(0)
    pairs = zip(NAMES, NAMES[1:] + NAMES[:1], strict=True)
    text = "# newpar\n" + "".join(sentence(*pair) for pair in pairs)
    (folder / "animals.conllu").write_text(text, "utf-8")
    pieces = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", ".", *string.ascii_lowercase]
    pieces += [f"##{letter}" for letter in string.ascii_lowercase]
    encoder = folder / "encoder"
    encoder.mkdir()
    (encoder / "vocab.txt").write_text("\n".join(pieces) + "\n", "utf-8")
    safetensors.save_file(weights(len(pieces)), str(encoder / "model.safetensors"))
    return folder


def weights(count):
    """A MiniLM of one layer, not trained."""
    sizes = {
        "embeddings.word_embeddings.weight": (count, 384),
        "embeddings.position_embeddings.weight": (512, 384),
        "embeddings.token_type_embeddings.weight": (2, 384),
    }
    layer = "encoder.layer.0."
    for name in ("attention.self.query", "attention.self.key", "attention.self.value"):
        sizes |= {f"{layer}{name}.weight": (384, 384), f"{layer}{name}.bias": (384,)}
    for name, shape in {
        "attention.output.dense": (384, 384),
        "intermediate.dense": (1536, 384),
        "output.dense": (384, 1536),
    }.items():
        sizes |= {f"{layer}{name}.weight": shape, f"{layer}{name}.bias": shape[:1]}
    made = {name: torch.randn(shape) * 0.02 for name, shape in sizes.items()}
    for norm in ("embeddings", f"{layer}attention.output", f"{layer}output"):
        made[f"{norm}.LayerNorm.weight"] = torch.ones(384)
        made[f"{norm}.LayerNorm.bias"] = torch.zeros(384)
    return made


def learner(workshop, epochs):
    from cards.parse.training.learn import Data, Learner, Recipe

    torch.set_num_threads(1)
    animals = read_treebank(workshop / "animals.conllu")
    pieces = (workshop / "encoder" / "vocab.txt").read_text("utf-8").splitlines()
    recipe = Recipe(epochs=epochs, layers=1, encoder_rate=1e-3, head_rate=3e-3, pieces=60)
    return Learner(recipe, Data(animals, ()), pieces, workshop / "encoder")


def test_what_was_learned_is_parsed_after_export(workshop):
    """Names of three and four letters differ from all else by place and letters alone."""
    from cards.parse.network import Network
    from cards.parse.training.export import write_model

    learner(workshop, epochs=30).learn(workshop / "long.pt")
    write_model(workshop / "long.pt", workshop / "model", averaged=False)
    (found,) = parse_text("bees see owls.", network=Network(workshop / "model"))

    assert [(word.head, word.dep) for word in found.words] == [
        (1, "nsubj"),
        (-1, "root"),
        (1, "obj"),
        (1, "punct"),
    ]


def test_training_that_was_broken_off_goes_on_as_if_it_was_not(workshop, monkeypatch):
    whole = learner(workshop, epochs=2)
    write = whole.save

    def keep(path):
        write(path)
        shutil.copy(path, workshop / f"epoch{whole.epoch}.pt")

    monkeypatch.setattr(whole, "save", keep)
    whole.learn(workshop / "whole.pt")
    second = learner(workshop, epochs=2)
    second.resume(workshop / "epoch1.pt")
    second.learn(workshop / "second.pt")

    for one, other in zip(whole.learned, second.learned, strict=True):
        assert torch.equal(one, other)
