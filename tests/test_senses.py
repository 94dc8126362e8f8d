"""What a card is about, in numbers."""

from __future__ import annotations

import subprocess
import sys

import numpy as np

from cards.parse import parse_text, shipped_network
from cards.parse.network import WIDTH
from cards.parse.senses import sense, vector

TELLING = (
    "What does the vagus nerve release at the sinus node?",
    "Acetylcholine",
    "The vagus nerve releases acetylcholine at the sinus node, which slows the heart.",
)
HOLLOW = (
    "What does good communication improve?",
    "Overall team success",
    "Good communication improves overall team success.",
)


def test_things_of_a_field_are_worth_more_than_advice_for_everybody():
    assert sense(*TELLING) > 0 > sense(*HOLLOW)


def test_question_answer_and_sentence_each_have_their_numbers():
    one, other = vector(*TELLING), vector(TELLING[0], TELLING[1], HOLLOW[2])

    assert one.shape == (3 * WIDTH,)
    assert np.array_equal(one[: 2 * WIDTH], other[: 2 * WIDTH])
    assert not np.array_equal(one[2 * WIDTH :], other[2 * WIDTH :])


def test_a_side_without_words_counts_for_nothing():
    assert not vector("Why?", "", "").reshape(3, WIDTH)[1:].any()
    assert isinstance(sense("", "", ""), float)


def test_a_long_text_is_cut_and_read():
    assert sense("What is a list?", "word " * 5_000, "word " * 5_000) == sense(
        "What is a list?", "word " * 200, "word " * 200
    )


def test_the_value_does_not_depend_on_what_was_read_before():
    program = (
        "from cards.parse.senses import sense;"
        f"sense('Who?', 'A smith', 'A smith did.'); print(sense(*{HOLLOW!r}))"
    )
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, check=True, capture_output=True, text=True)

    assert float(done.stdout) == sense(*HOLLOW)


def test_the_output_that_is_added_to_the_graph_leaves_parses_as_they_are():
    text = "The vagus nerve slows the heart."
    before = parse_text(text)
    shipped_network().senses(["slow"], [False], 1)

    assert parse_text(text) == before
