"""The file of decisions: read, written on the user's word, and put to work."""

from __future__ import annotations

import re

import pytest
from card_helper import make_cloze, make_entry
from hypothesis import given, settings
from hypothesis import strategies as st

from cards.decisions import (
    KINDS,
    Decision,
    Decisions,
    gaps,
    read_decisions,
    reword,
    with_decisions,
    without_decision,
)
from cards.errors import DecisionError
from cards.model import Gap

ONE, TWO = "a" * 20, "b" * 20


@pytest.fixture
def path(tmp_path):
    return tmp_path / "bio.decisions.toml"


def read(path, text):
    path.write_text(text, "utf-8")
    return read_decisions(path)


def test_no_file_is_no_decision(path):
    assert read_decisions(path) == Decisions(str(path))


def test_what_a_command_writes_reads_back(path):
    text = with_decisions("", "drop", [Decision(ONE, "Why?", why="deleted in Anki")])
    text = with_decisions(text, "keep", [Decision(TWO, "Who?")])
    text = with_decisions(text, "reword", [Decision(TWO, question='What "is"\nit?', claim="c")])
    found = read(path, text)

    assert found.drop == {ONE: Decision(ONE, "Why?", why="deleted in Anki")}
    assert found.keep == {TWO: Decision(TWO, "Who?")}
    assert found.reword == {TWO: Decision(TWO, question='What "is"\nit?', claim="c")}
    assert text.startswith("# What you decided")


WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\r"), min_size=1, max_size=20)


@settings(deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=4), st.sampled_from(KINDS))
def test_whatever_a_card_asks_the_file_can_be_read(tmp_path_factory, words, kind):
    path = tmp_path_factory.getbasetemp() / "any.decisions.toml"
    text = ""
    told = [
        Decision(f"{'abcd'[number] * 20}", word, **({"text": word} if kind == "reword" else {}))
        for number, word in enumerate(words)
    ]
    for decision in told:
        text = with_decisions(text, kind, [decision])

    assert list(getattr(read(path, text), kind).values()) == told


def test_what_the_user_wrote_stays():
    mine = f'# mine\n\n[[drop]]  # too long\ncard = "{ONE}"\nwhy = "dull"\n\n# the end\n'
    text = with_decisions(mine, "drop", [Decision(TWO)])

    assert text.startswith(mine.rstrip("\n"))
    assert without_decision(mine, "drop", TWO) == mine


def test_the_same_word_twice_changes_nothing():
    text = with_decisions("", "drop", [Decision(ONE, "Why?"), Decision(TWO)])

    assert with_decisions(text, "drop", [Decision(TWO), Decision(ONE, "Why?")]) == text


def test_the_last_word_counts(path):
    text = with_decisions("", "drop", [Decision(ONE), Decision(TWO)])
    text = with_decisions(text, "keep", [Decision(ONE)])
    text = with_decisions(text, "reword", [Decision(ONE, answer="a")])
    found = read(path, with_decisions(text, "reword", [Decision(ONE, answer="b")]))

    assert (set(found.drop), set(found.keep)) == ({TWO}, {ONE})
    assert found.reword[ONE].answer == "b"
    assert not read(path, without_decision(text, "keep", ONE)).keep


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("\n[[drp]]\n", r":2: unknown decision 'drp'\n.*\[\[drop\]\]"),
        (f'[[drop]]\ncard = "{ONE}"\n\n[[drop]]\ncard = "{ONE}"\n', ":4: drop of card .* twice"),
        (
            f'[[drop]]\ncard = "{ONE}"\n[[keep]]\ncard = "{ONE}"\n',
            r":3: card .* is to be kept, and dropped in line 1\n",
        ),
        ('[[drop]]\ncard = "Why?"\n', r':1: card = "Why\?" is no card.s id'),
        ("[[keep]]\n", ":1: .*no card's id"),
        (f'[[keep]]\ncard = "{ONE}"\nanswer = "x"\n', ":1: unknown word 'answer'"),
        (f'[[reword]]\ncard = "{ONE}"\n', ":1: no words of your own\n.*give a question"),
        (f'[[reword]]\ncard = "{ONE}"\nanswer = 3\n', ":1: 'answer' must be a text"),
        (f'drop = ["{ONE}"]\n', r":1: 'drop' is a block\n.*\[\[drop\]\]"),
        ('[[drop]]\ncard = "\n', r":2: not TOML: .*\n.*\[\[drop\]\]"),
        ("<<<<<<< HEAD\n", ":1: not TOML"),
    ],
)
def test_a_file_that_is_not_understood_is_told_with_its_line(path, text, said):
    with pytest.raises(DecisionError, match=rf"(?s)bio\.decisions\.toml{said}"):
        read(path, text)


def test_own_words_are_shown_instead_of_the_programs():
    entry = make_entry(claim="Bones release it.")
    own = Decision(entry.card.guid, question="Mine?", claim="Bones  release it.")
    (shown,), problems = reword([entry], Decisions(reword={entry.card.guid: own}))

    assert (shown.card.question, shown.card.answer) == ("Mine?", entry.card.answer)
    assert not problems


def test_a_claim_that_changed_is_a_warning_and_the_own_words_stay(path):
    entry = make_entry(claim='Bones release "it" now.')
    text = with_decisions(
        "", "reword", [Decision(entry.card.guid, question="Mine?", claim="Bones release it.")]
    )
    (shown,), (problem,) = reword([entry], read(path, text))

    assert shown.card.question == "Mine?"
    assert (problem.path, problem.line) == (str(path), text.split("\n").index("[[reword]]") + 1)
    assert 'was "Bones release it."' in problem.message
    assert 'claim = "Bones release \\"it\\" now."' in problem.hint


def test_own_words_of_a_cloze_keep_its_gaps():
    """Anki knows its cards by the numbers of the gaps: another number is another card."""
    entry = make_cloze("A ", ("b", 1), " c ", ("d", 3))
    own = Decision(entry.card.guid, text="{{c3::Dd}} comes after {{c1::bb}}")
    (shown,), problems = reword([entry], Decisions(reword={own.card: own}))

    assert shown.card.text == (Gap("Dd", 3), Gap(" comes after ", 0), Gap("bb", 1))
    assert not problems
    assert gaps("{{c1::a}}") == (Gap("a", 1),)


@pytest.mark.parametrize(
    ("own", "said"),
    [
        ({"text": "{{c1::b}} and {{c2::d}}"}, "are c1, c3, not c1, c2"),
        ({"text": "b and d"}, "are c1, c3, not none"),
        ({"answer": "b"}, r"give a text with \{\{c1::gap\}\}"),
    ],
)
def test_own_words_that_do_not_fit_are_told_and_not_shown(own, said):
    entry = make_cloze("A ", ("b", 1), " c ", ("d", 3))
    decision = Decision(entry.card.guid, **own)
    (shown,), (problem,) = reword([entry], Decisions(reword={entry.card.guid: decision}))

    assert shown == entry
    assert re.search(said, problem.message)


def test_a_question_never_becomes_a_cloze():
    entry = make_entry()
    own = Decision(entry.card.guid, text="{{c1::b}}")
    (shown,), (problem,) = reword([entry], Decisions(reword={entry.card.guid: own}))

    assert shown == entry
    assert "has no gaps" in problem.message
