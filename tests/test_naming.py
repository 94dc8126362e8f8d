"""A question finds the shipped card that it is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from cards.ledger import settle
from cards.model import Entry, Evidence, Image, Note, Page, Question, Quote, Source
from cards.naming import Shelf, key_of, name_questions
from cards.plans import Plan
from cards.settings import Recipe

TEXT = "Aspirin blocks an enzyme. Salt lowers the freezing point."
NOTE = Note("a.md", TEXT, 0, "A", Source("note", "a.md"))


def ask(question, sentence="Aspirin blocks an enzyme.", role="cause.object", answer="An enzyme"):
    start = TEXT.index(sentence)
    quote = Quote(start, start + len(sentence), sentence, sentence)
    evidence = Evidence(quote, (), None, True, start)
    return Question("question", role, question, answer, evidence, "a.md")


@pytest.fixture
def shelf():
    plan = Plan("A", Recipe(), Path("notes"), Path("a.apkg"), Path("a.ledger.jsonl"))
    return Shelf(plan, (Page(NOTE, plain=TEXT),), frozenset())


def named(shelf, asked, entries=()):
    names = name_questions(asked, entries, shelf, "key")
    return [names[key_of(question)] for question in asked]


def shipped(shelf, asked):
    names = named(shelf, asked)
    cards = [shelf.card(question, guid) for question, guid in zip(asked, names, strict=True)]
    return settle([], cards, shelf.look, 1).entries, names


def test_questions_that_agree_in_all_but_the_words_are_told_apart(shelf):
    one, two = named(shelf, [ask("What does aspirin block?"), ask("What stops at aspirin?")])

    assert one != two


def test_names_do_not_depend_on_words(shelf):
    """Without a ledger a better wording is still the same card."""
    assert named(shelf, [ask("What?")]) == named(shelf, [ask("Which thing?")])
    assert named(shelf, [ask("What?")]) != named(shelf, [ask("What?", role="cause.subject")])
    assert named(shelf, [ask("What?")]) != named(
        shelf, [ask("What?", "Salt lowers the freezing point.")]
    )


def test_the_same_words_are_the_same_card_in_any_order(shelf):
    """A question that a new rule puts in front takes nobody's place."""
    one, two, new = ask("One?"), ask("Two?"), ask("New?")
    entries, names = shipped(shelf, [one, two])

    assert named(shelf, [new, two, one], entries)[1:] == names[::-1]
    assert named(shelf, [new, two, one], entries)[0] not in names


def test_a_reworded_question_is_its_old_self(shelf):
    one, two = ask("One?"), ask("Two?")
    entries, names = shipped(shelf, [one, two])

    assert named(shelf, [ask("First?"), two], entries) == names


def test_a_chain_that_grew_does_not_take_the_place_of_the_old_one(shelf):
    chain = replace(ask("By what path?"), kind="chain")
    entries, names = shipped(shelf, [chain])

    assert named(shelf, [replace(chain, question="By what longer path?")], entries) != names


def test_a_question_of_a_retired_sentence_has_a_new_name(shelf):
    """Its guid is taken, and nobody knows whether the words are still true."""
    entries, (name,) = shipped(shelf, [ask("One?")])
    gone = tuple(Entry(replace(e.card, quote="Never said."), 1, "retired", 1) for e in entries)

    assert named(shelf, [ask("One?")], gone) != [name]


@pytest.mark.parametrize(
    ("quote", "seen"),
    [
        ("Aspirin blocks an enzyme.", True),
        ("Aspirin  blocks\nan enzyme.", True),
        ("Aspirin blocks an enzym", False),
        ("pirin blocks an enzyme.", False),
        ("Aspirin blocks two enzymes.", False),
        ("", False),
    ],
)
def test_a_sentence_stands_by_its_whole_words(shelf, quote, seen):
    card = replace(shelf.card(ask("One?"), "g"), quote=quote)

    assert (shelf.look(card) != "gone") is seen


def test_a_chain_stands_only_with_all_its_sentences(shelf):
    card = replace(
        shelf.card(ask("One?"), "g"), rests=("Aspirin blocks an enzyme.", "This was cut.")
    )
    whole = replace(card, guid="h", rests=card.rests[:1])

    assert shelf.look(card) == "gone"
    assert shelf.look(whole) != "gone"


def test_a_picture_reaches_a_card_that_no_rule_asks_any_more(shelf):
    """It stands beside the sentence, whoever asks for it."""
    (entry,), _ = shipped(shelf, [ask("What does aspirin block?")])
    picture = Image("enzyme.png", "")
    other = replace(ask("Who?", role="cause.subject"), images=(picture,))
    today = Shelf(shelf.plan, (Page(NOTE, questions=(other,), plain=TEXT),), frozenset())
    (settled,) = settle([entry], [], today.look, 9).entries

    assert settled.card == replace(entry.card, images=(picture,))
