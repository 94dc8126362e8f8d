"""Sentences: places, trees, boundaries, and that nothing but the text decides."""

from __future__ import annotations

import itertools
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cards.parse import MODEL, model_key, parse_text, parse_texts, windows
from cards.parse.lemmas import mended
from cards.parse.training.arcs import missed, read_arcs

ARCS = read_arcs(Path(__file__).parent / "parse" / "arcs.txt")
PIECES = ("The heart", " beats", ".", " ", "\n", "It's", " $x^2$", " because", "🫀", "ß", "\u200b")
PIECES += (" 心臓", " قلب", "-", "(", "”", ": ", "HELLO", " a", "\x00", "→", "3.5mg")
odd_texts = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(PIECES)).map("".join))
NOTES = (
    "Muscles tire because lactate builds up.",
    "Bats hunt at night. They hear the echo of their own calls.",
    "Is it raining? Don't go out!",
    "Iron rusts faster in salt water than it does in fresh water, which holds fewer ions.",
    "Steps",
)


@settings(max_examples=40, deadline=None)
@given(odd_texts, st.integers(0, 60))
def test_sentences_and_words_are_exact_pieces_of_the_text(text, label):
    sentences = parse_text(text, min(label, len(text)))

    for sentence in sentences:
        assert sentence.text == text[sentence.start : sentence.end]
        assert [word.text for word in sentence.words] == [
            text[word.start : word.end] for word in sentence.words
        ]
        assert (sentence.words[0].start, sentence.words[-1].end) == (sentence.start, sentence.end)
    words = [word for sentence in sentences for word in sentence.words]
    assert all(before.end <= after.start for before, after in itertools.pairwise(words))
    read = {offset for word in words for offset in range(word.start, word.end)}
    assert all(char.isspace() for offset, char in enumerate(text) if offset not in read)


@settings(max_examples=40, deadline=None)
@given(odd_texts)
def test_every_sentence_is_a_tree_with_one_root(text):
    for sentence in parse_text(text):
        roots = [word for word in sentence.words if word.head < 0]

        assert [word.dep for word in roots] == ["root"]
        assert list(sentence.subtree(roots[0])) == list(sentence.words)
        assert [word.index for word in sentence.words] == list(range(len(sentence.words)))
        assert all(0 <= word.sure <= 1 for word in sentence.words)


@pytest.mark.parametrize(("text", "arcs"), ARCS, ids=[text for text, _ in ARCS])
def test_a_plain_sentence_is_understood(text, arcs):
    assert missed(arcs, parse_text(text)) == []


def test_a_label_is_parsed_apart_and_no_sentence_crosses_it():
    text = "Larger T: gives more weight to lower values."

    sentences = parse_text(text, len("Larger T:"))

    assert [s.text for s in sentences] == ["Larger T:", "gives more weight to lower values."]
    assert sentences[1].root.text == "gives"


def test_sentences_end_where_the_sense_does():
    text = (
        "Dr. Lee fell at 3 p.m. on the ice. Her wrist, e.g. the scaphoid, broke. Why? It was old."
    )

    assert [sentence.text for sentence in parse_text(text)] == [
        "Dr. Lee fell at 3 p.m. on the ice.",
        "Her wrist, e.g. the scaphoid, broke.",
        "Why?",
        "It was old.",
    ]


def test_the_order_of_blocks_changes_nothing():
    """The weights are rounded by what runs together, so every block runs alone."""
    items = [(text, 0) for text in NOTES]

    one_by_one = [parse_text(text) for text in NOTES]

    assert parse_texts(items) == one_by_one
    assert parse_texts(items[::-1]) == one_by_one[::-1]


def test_words_carry_tags_and_lemmas():
    (sentence,) = parse_text("The mice weren't eating better seeds.")

    assert [(w.text, w.lemma, w.upos) for w in sentence.words] == [
        ("The", "the", "DET"),
        ("mice", "mouse", "NOUN"),
        ("were", "be", "AUX"),
        ("n't", "not", "PART"),
        ("eating", "eat", "VERB"),
        ("better", "good", "ADJ"),
        ("seeds", "seed", "NOUN"),
        (".", ".", "PUNCT"),
    ]
    assert sentence.words[1].feat("Number") == "Plur"


def test_a_form_that_is_only_a_plural_is_one():
    """The network may read it as a singular; the lexicon knows better."""
    assert mended("tides", "NOUN", "NN", "Number=Sing") == ("NOUN", "NNS", "Number=Plur")
    assert mended("lens", "NOUN", "NN", "Number=Sing") == ("NOUN", "NN", "Number=Sing")
    assert mended("AIDS", "NOUN", "NN", "Number=Sing") == ("NOUN", "NN", "Number=Sing")
    assert mended("physics", "NOUN", "NN", "Number=Sing") == ("NOUN", "NN", "Number=Sing")


@pytest.mark.parametrize("text", ["", " ", "\n\t \u3000"])
def test_nothing_to_read_gives_no_sentence(text):
    assert parse_text(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "word " * 10_000,
        "x" * 100_000,
        "心臓は血液を送る" * 300,
        "((((" * 60,
        "🫀" * 300,
        "a-" * 150,
        "e\u0301" * 1_000,
        "$" + "x" * 5_000 + "$",
    ],
    ids=["no full stop", "one word", "Chinese", "brackets", "emoji", "hyphens", "marks", "math"],
)
def test_no_text_is_too_odd_or_too_long(text):
    sentences = parse_text(text)

    assert max(len(sentence.words) for sentence in sentences) <= 150
    assert sum(len(word.text) for s in sentences for word in s.words) == len("".join(text.split()))


def test_a_long_block_is_cut_where_a_sentence_ends():
    words = ["It", "rains", "today", "and", "we", "stay", "in", "."] * 40

    cuts = list(windows(words))

    assert [start for start, _ in cuts[1:]] == [end for _, end in cuts[:-1]]
    assert all(words[end - 1] == "." for _, end in cuts)
    assert (cuts[0][0], cuts[-1][1]) == (0, len(words))


def test_nothing_heavy_is_loaded_before_the_first_sentence():
    program = (
        "import sys, cards.parse; cards.parse.model_key();"
        "print([m for m in ('numpy', 'onnxruntime', 'lemminflect', 'torch') if m in sys.modules])"
    )

    shown = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert shown.stdout.strip() == "[]"


def test_the_key_of_the_model_is_short_and_stays():
    assert model_key() == MODEL == model_key()
    assert len(MODEL) == 16
