"""In which field letters are at home, and the questions that tell it."""

from __future__ import annotations

import pytest

from cards.model import Evidence, Question, Quote
from cards.parse.fields import FEWEST, field_of
from cards.questions import letters_in_fields

SURGERY = (
    "The fracture of the hip is fixed with a plate.",
    "Patients with thin bones are treated for a year.",
    "The surgeon opens the capsule of the joint.",
    "An infection of the wound is treated with antibiotics.",
    "The drug thins the blood and prevents a thrombosis.",
    "Pain in the groin is the first symptom.",
    "A fever on the third day points to an infection.",
    "The patient may walk on the second day.",
)
NETWORKS = (
    "The compiler turns the source code into machine code.",
    "A program asks the kernel for memory.",
    "The server sends the packets over the network.",
    "A thread waits until the lock is released.",
    "The browser stores the token in a cookie.",
    "Each process has its own table of open files.",
    "The database writes the log before the data.",
    "A function calls itself until the list is empty.",
)
MONEY = (
    "The fund buys bonds of small firms.",
    "Investors sell their shares when rates rise.",
    "The bank lends money to other banks.",
    "A loan is paid back within ten years.",
    "The price of the stock fell by a third.",
    "The central bank buys bonds to lower the yield.",
    "A higher yield draws money from abroad.",
    "The firm pays a dividend to its owners.",
)
COURTS = (
    "The court heard the case within a month.",
    "A contract binds both of its sides.",
    "The judge may set bail for a suspect.",
)
MAGNETS = (
    "The field of a magnet turns the needle of a compass.",
    "A current in a coil makes a magnetic field.",
    "The force on a charge grows with its speed.",
    "The energy of a photon depends on its frequency.",
    "An electron in a field moves in a circle.",
    "Light waves of two slits interfere on the screen.",
    "The mass of the particle follows from its momentum.",
    "The pressure of a gas rises with its temperature.",
)
WALKS = (
    "She walked there with her friends.",
    "They met at the corner each spring.",
    "Nobody knew who had left the door open.",
    "He had never been there before that day.",
    "It was late when they came home again.",
    "The children ran ahead and waited for them.",
    "Her brother told the story once more.",
    "They sat down and looked at each other.",
)


@pytest.mark.parametrize(
    ("words", "sentences", "name"),
    [
        ("Deep vein thrombosis", SURGERY, "medicine"),
        ("Random access memory", NETWORKS, "computing"),
        ("Old friends of the house", WALKS, ""),
        ("Long term plan", (*SURGERY[:4], *NETWORKS[:4]), ""),
        ("Random access memory", SURGERY, ""),
        ("Dynamic hip screw", SURGERY, "medicine"),
        ("Integrated circuit", SURGERY, ""),
        ("European Shipyard Union", (*MONEY[:5], *COURTS), ""),
        ("Magnetic memory cell", NETWORKS, "electronics"),
        ("Magnetic field strength", (*MAGNETS[:2], *WALKS[:6]), ""),
        ("Magnetic field strength", MAGNETS, "physics"),
        ("Parallel port", NETWORKS, "computing"),
        ("Deep sleep stage", NETWORKS, ""),
        ("Source of infection", (*SURGERY[:2], *NETWORKS[:6]), ""),
        ("Deep vein thrombosis", SURGERY[: FEWEST - 1], ""),
        ("Deep vein thrombosis", (), ""),
    ],
)
def test_the_words_and_their_note_tell_the_field(words, sentences, name):
    assert field_of(words, sentences) == name


def asked(question: str, answer: str, role: str = "naming.expansion") -> Question:
    evidence = Evidence(Quote(0, 1, "a", "a"), (), None, near=False, order=0)
    return Question("naming", role, question, answer, evidence, "note.md")


def in_field(question: Question, name: str) -> str:
    (found,) = letters_in_fields([question], lambda _: name)
    return found.question


@pytest.mark.parametrize(
    "question", ["What does DHS stand for?", "Hip surgery: what does DHS stand for?"]
)
def test_a_question_for_letters_tells_their_field(question):
    told = in_field(asked(question, "Dynamic hip screw"), "medicine")

    assert told == "In medicine, what does DHS stand for?"


def test_without_a_sure_field_the_topic_stays_in_front():
    question = "Hip surgery: what does DHS stand for?"

    assert in_field(asked(question, "Dynamic hip screw"), "") == question


def test_no_field_gives_half_of_the_answer_away():
    question = "What does BMA stand for?"

    assert in_field(asked(question, "British Medical Association"), "medicine") == question


def test_a_word_that_only_begins_like_the_field_gives_nothing_away():
    told = in_field(asked("What does CDK stand for?", "Component development kit"), "computing")

    assert told == "In computing, what does CDK stand for?"


def test_other_questions_are_left_alone():
    question = "What does DHS stand for?"

    assert in_field(asked(question, "A dynamic hip screw", "cause.object"), "medicine") == question
