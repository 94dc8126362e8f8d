"""What a note says: facts, references, links, noise; every fact with its place in the file."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from case_files import chosen, claims_shown, links_shown, params, read, write_expected
from hypothesis import given, settings
from hypothesis import strategies as st

from cards.claims.topics import Told, name_of, names_another

CLAIMS = ("claims.md", "references.md", "noise.md")


@pytest.mark.parametrize(("source", "expected"), [p for name in CLAIMS for p in params(name)])
def test_claims(source, expected):
    assert claims_shown(source) == expected


@pytest.mark.parametrize(("source", "expected"), params("links.md"))
def test_links(source, expected):
    assert links_shown(source) == expected


VIDEO = "---\ntitle: A video\nvideoId: abcdefghijk\n---\n"
WORDS = """water Roots the a of this it its they which that because by to is are were not can
causes raised lowering called known as when if iron light cells Vienna DNA 80 % 3.5 km (BDNF)
according however more than half does what who Smith suggests says has have used""".split()
SIGNS = [
    *". , ; : ? ! ( ) [ ] { } \" “ ” ' ’ – — - … / & * _ ` == $x^2$ :: 🙂 é ß 中 \u200b".split(),
    "\n",
    "\n\n",
]
BLOCKS = ["\n- ", "\n## ", "\n1. ", "\n**Label**: ", " [00:01:10]", "{{c1::gap}}", "[[a | b]]"]
NOTES = st.lists(st.sampled_from([*WORDS, *WORDS, *SIGNS, *BLOCKS]), max_size=25).map(" ".join)
TRUE = st.sampled_from(
    [
        "Zinc protects steel because it corrodes first",
        "The **vagus** nerve slows the heart by releasing acetylcholine",
        "A quern, a mill of two stones, grinds barley [00:01:10]",
        "The liver makes bile, which dissolves fat",
        "This reduces the [[friction | drag]] of ships by 5%",
        "- **Anode**: The electrode at which *oxidation* occurs",
    ]
)
MIXED = st.lists(TRUE, max_size=3).map(".\n".join)


@settings(max_examples=40, deadline=None, derandomize=True)
@given(st.tuples(MIXED, NOTES).map(". ".join))
def test_odd_text_is_read_and_every_quote_stands_in_the_note(source):
    """Nothing that is typed stops a build, and a card is never without its proof."""
    found = read(source)
    text = found.note.text
    sentences = {fact.evidence.quote.plain for fact in found.findings.facts}
    for evidence in (
        *(fact.evidence for fact in found.findings.facts),
        *(link.evidence for link in found.findings.links),
        *(question.evidence for question in found.questions),
    ):
        assert text[evidence.quote.start : evidence.quote.end] == evidence.quote.text
        assert evidence.order == evidence.quote.start >= found.note.body
    assert {question.evidence.quote.plain for question in found.questions} <= sentences
    assert chosen([found]).kept is not None


@settings(max_examples=25, deadline=None, derandomize=True)
@given(st.tuples(MIXED, NOTES).map(". ".join))
def test_every_sentence_gives_a_fact_or_a_reason(source):
    found = read(source).findings
    facts = {fact.evidence.order for fact in found.facts}
    skips = {skip.order for skip in found.skips}

    assert not facts & skips
    assert all(skip.reason and skip.text for skip in found.skips)
    assert [claim.id for claim in found.claims] == [f"c{n}" for n in range(1, len(found.facts) + 1)]


@pytest.mark.parametrize(
    "source",
    [
        "Neurons need a growth factor - (BDNF) early.",
        "Roots km called Roots",
        "Some cells called ' live.",
        "(",
        "**:**",
        "- \n- \n- ",
        "* * *\n\nThis.\n\nIt.",
        "Its its its, which which which.",
    ],
)
def test_text_that_stopped_a_note_once(source):
    assert chosen([read(source)]).kept is not None


def test_a_quote_holds_its_label_and_its_marks():
    (fact,) = read("- **Basalt**: a dark *rock* that forms from cooled lava.").findings.facts
    quote = fact.evidence.quote

    assert quote.text == "Basalt**: a dark *rock* that forms from cooled lava."
    assert quote.plain == "Basalt: a dark rock that forms from cooled lava."


def test_a_fact_knows_its_headings_and_its_second():
    body = "# Ions\n## Metals\nZinc prevents rust [00:01:10]. Copper conducts heat [00:02:00]."
    facts = read(VIDEO + body).findings.facts

    assert [fact.evidence.seconds for fact in facts] == [70, 120]
    assert facts[0].evidence.headings == ("Ions", "Metals")


def test_a_question_keeps_what_was_marked_up_in_its_sentence_only():
    source = "Zinc *protects* steel with `ZnO`. **Tin** coats copper."
    found = read(source).questions

    assert {question.marks for question in found if "Zinc" in question.evidence.quote.plain} == {
        (("protects", "italic"), ("ZnO", "code"))
    }


def test_only_the_sentence_with_a_gap_is_the_authors_card():
    source = (
        VIDEO + "**Roots**: They drink ==water== and {{c2::air::gas}} [00:01:00]. Zinc protects"
        " steel because it corrodes first [00:02:00]. At night, approx. **==five==** of them shut"
        " [00:03:00]."
    )
    own, *others, last = read(source).findings.facts

    assert own.term == "Roots: They drink ==water== and {{c2::air}}."
    assert (own.evidence.quote.plain, own.evidence.seconds) == (
        "Roots: They drink water and air.",
        60,
    )
    assert {fact.kind for fact in others} >= {"reason"}
    assert {fact.evidence.seconds for fact in others} == {120}
    assert (last.term, last.evidence.seconds) == ("At night, approx. ==five== of them shut.", 180)
    assert last.marks == (("five", "bold"),)


def test_a_gap_may_hold_the_end_of_a_sentence():
    facts = read("Water ==boils. It turns to steam== then. Zinc protects steel.").findings.facts

    assert facts[0].term == "Water ==boils. It turns to steam== then."
    assert [fact.text for fact in facts[1:]] == ["Zinc protects steel."]


def test_lines_without_full_stops_are_one_card():
    source = "- Ghana has a coast\n  It lies in Africa\n  Its capital is ==Accra=="

    assert [fact.term for fact in read(source).findings.facts] == [
        "Ghana has a coast It lies in Africa Its capital is ==Accra=="
    ]


def test_the_authors_gaps_are_read_in_any_language():
    german = (
        "Der Gletscher ist ein ==Strom== aus Eis, der sich talwärts bewegt und Fels schleift. Er"
        " wächst im Winter, weil dann mehr Schnee fällt als schmilzt."
    )
    findings = read(german).findings

    assert [fact.evidence.quote.plain[:11] for fact in findings.facts] == ["Der Gletsch"]
    assert findings.facts[0].term.endswith("Fels schleift.")


def test_a_question_shows_the_images_of_its_block():
    (question,) = [
        question
        for question in read("A quern is a mill of two stones. ![[quern.png]]").questions
        if question.kind == "definition"
    ]

    assert [image.path for image in question.images] == ["quern.png"]


def test_a_note_in_another_language_is_left_to_its_author():
    german = (
        "Der Gletscher ist ein Strom aus Eis, der sich langsam talwärts bewegt und Fels schleift."
    )
    findings = read(f"{german}\n\nWas schleift der Gletscher?:: Fels").findings

    assert [fact.term for fact in findings.facts] == ["Was schleift der Gletscher?"]
    assert [skip.reason for skip in findings.skips] == ["its language is de"]


@pytest.mark.parametrize(
    ("title", "topic"),
    [
        ("How a sourdough starter works", "sourdough starter"),
        ("The importance of patience", ""),
        ("Understanding wild yeast", "wild yeast"),
    ],
)
def test_the_topic_of_a_note_is_what_its_title_and_its_text_both_name(title, topic):
    body = "A sourdough starter contains wild yeast. Wild yeast feeds on a sourdough starter."
    facts = read(f"---\ntitle: {title}\n---\n{body}").findings.facts

    assert {fact.topic for fact in facts} == {topic}


BODY = """# Baker's percentage
In a dough, the baker's percentage compares water with flour. Self-rising flour contains salt.
Bakers weigh flour. The mass of water decides how soft the dough becomes. A dough needs water and
salt, and the hydration of a dough is its share of water. Ada Lovelace baked.
# The Trouble With Hydration
High hydration makes the dough sticky. Salt slows yeast.
"""


@pytest.mark.parametrize(
    ("title", "topic"),
    [
        ("Bakers percentage and its uses", "baker's percentage"),
        ("The role of selfrising flour", "self-rising flour"),
        ("Effects of dough hydration on bread", "dough hydration"),
        ("Mass of water in baking", "mass of water"),
        ("Ada Lovelaces influence", "Ada Lovelace"),
        ("Understanding the impact of soft doughs", "soft doughs"),
        ("Relationship between water and salt", "water and salt"),
        ("Yeast MCQs in 1987", "yeast"),
        ("Soft exams in 1987", ""),
        ("1987", ""),
        ("The importance of things", ""),
    ],
)
def test_a_topic_is_named_as_the_text_spells_it(title, topic):
    """Titles that were names of files have lost their apostrophes and hyphens."""
    facts = read(f"---\ntitle: {title}\n---\n{BODY}").findings.facts

    assert {fact.topic for fact in facts} == {topic}


def test_the_topic_is_the_thing_whose_function_the_title_tells():
    body = "The function of rice proteins is storage. A function of rice proteins feeds seeds."
    facts = read(f"---\ntitle: Function of rice proteins\n---\n{body}").findings.facts

    assert {fact.topic for fact in facts} == {"rice proteins"}


def test_the_section_is_named_after_its_heading():
    facts = read(f"---\ntitle: Bread\n---\n{BODY}").findings.facts

    assert {fact.section for fact in facts} == {"baker's percentage", "hydration"}


KILNS = """Potters fire an updraft kiln with wood and a downdraft kiln with gas. Updraft kilns heat
unevenly, and a downdraft kiln saves fuel. A downdraft kiln needs a chimney. Hot water
softens clay, cold water hardens it; hot water and cold water join pots. Cold water cracks them.
"""


@pytest.mark.parametrize(
    ("title", "topic"),
    [
        ("Comparison of updraft and downdraft kilns", "kilns"),
        ("Hot versus cold water", "hot and cold water"),  # "Water: …" would tell little
        ("Chimneys and downdraft kilns", "downdraft kilns"),
    ],
)
def test_of_two_kinds_the_topic_is_what_both_are(title, topic):
    facts = read(f"---\ntitle: {title}\n---\n{KILNS}").findings.facts

    assert {fact.topic for fact in facts} == {topic}


SEVERAL = """## Zinc
Zinc protects steel because it corrodes first [00:01:10]. This lowers the cost of ships by 5%.
The vagus nerve slows the heart by releasing acetylcholine. This nerve also calms the gut.

The three states of matter include:
- solid
- liquid
- gas
"""
PROGRAM = "import sys; from test_claims import yielded; print(yielded(sys.argv[1]))"


def yielded(source: str) -> str:
    found = read(source)
    findings, choice = found.findings, chosen([found])
    return ascii((findings.claims, findings.links, findings.skips, choice.kept, choice.refused))


def test_a_note_yields_the_same_in_every_process():
    """Sets come in another order there; this process has a seed of its own."""
    folder = str(Path(__file__).parent)
    path = os.pathsep.join([folder, os.environ["PYTHONPATH"]])
    other = subprocess.run(
        [sys.executable, "-c", PROGRAM, SEVERAL],
        env={**os.environ, "PYTHONPATH": path, "PYTHONHASHSEED": "22"},
        capture_output=True,
        text=True,
        check=True,
    )

    assert other.stdout.strip() == yielded(SEVERAL)
    assert len(other.stdout) > 2000


if __name__ == "__main__":
    # Writes what comes out now into the case files.
    for each in CLAIMS:
        write_expected(each, claims_shown)
    write_expected("links.md", links_shown)


@pytest.mark.parametrize(
    "title", ["", "(an aside)", "2.", "How", "Why not", "How to", "How it ends"]
)
def test_a_title_of_few_words_names_nothing_and_breaks_nothing(title):
    assert name_of(title, Told("", "", ())) == ""


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("How Norvia got the Tolmin Strip", "Norvia"),
        ("Ways in which knitting mends old minds", "knitting"),
        ("How coarse cut grain keeps", "coarse cut grain"),
    ],
)
def test_of_a_clause_in_a_title_what_acts_is_the_thing(title, name):
    told = (
        "In the war, Norvia lost a strip. We know Norvia well, and knitting too. After knitting, "
        "the mills sell coarse cut grain, and the mills of Norvia stop knitting."
    )

    assert (
        name_of(title, Told(told, told, {"strip", "mills", "grain", "cut", "knitting", "minds"}))
        == name
    )


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Two ply yarns", "two-ply yarns"),
        ("Hand cranked looms", "hand-cranked looms"),
    ],
)
def test_a_title_gets_its_hyphens_back(title, name):
    """Of a file's name; what the text also writes apart stays apart."""
    told = (
        "We spin two-ply yarns and sell two-ply rugs. All two-ply yarns last. Rugs are coarse. "
        "We weave on looms that are hand cranked, and hand-cranked looms are slow. Two-ply is ply."
    )
    nouns = {"yarns", "rugs", "looms", "ply", "two-ply"}

    assert name_of(title, Told(told, told, nouns)) == name


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Tolmine and the glands that make it", "Tolmine"),  # not what is said beside it
        ("Tolmine: how glands swell", "Tolmine"),
        ("Mill wheels from rye to salt", "mill wheels"),
        ("Rents and houses in Norvia", "Norvia"),  # a name, before what it has
        ("Types of hand looms and oil", "hand looms"),
        ("Brass bell metal", "brass bell metal"),  # whole
        ("Casting of bell metal", "bell metal"),
        ("Understanding gannets", "gannets"),
        ("Building bellows", "bellows"),
        ("Rye mill problems", "rye mill"),
        ("Gannets of 1987", "gannets"),
        ("Gannets quiz for the NORVEX", "gannets"),  # an exam
        ("Type 2 kilns", ""),  # a number is cut from nothing
        ("Lecture 3: Salt and gannets", "salt and gannets"),
        ("Norvia VIII", "Norvia VIII"),
        ("Mill Bell I", "Mill Bell I"),
        ("The Mill of Tolmin", "Mill of Tolmin"),
        ("Brass bell metal BBM", "brass bell metal"),  # its letters
    ],
)
def test_the_thing_of_a_title_stands_in_front_and_is_whole(title, name):
    """How often the text says it counts for little: it says glands more often than tolmine."""
    told = (
        "Tolmine is made in glands. The glands are small, and glands swell. Glands need salt. In "
        "Norvia rents rose, and rents fell. Rents are paid. Houses in Norvia are old. Hand looms "
        "are cheap; looms need oil. The organ needs bellows, and bellows leak. Organ building is "
        "slow. Gannets dive, and gannets fish. A brass bell rings. Bell metal is brittle, and "
        "metal is dear. Casting takes a day. Millers grind rye. The mill grinds. Water wheels "
        "turn the mill, and wheels creak. A mill wheel drives it. The NORVEX is hard. BBM rings."
    )
    nouns = set(
        "glands rents norvia houses looms organ bellows building gannets bell metal casting rye "
        "mill wheels wheel salt oil tolmine norvex bbm".split()
    )

    assert name_of(title, Told(told, told, nouns)) == name


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Republican Norvias isolation and politics", "Norvia"),
        ("Impressions of Norvia", "Norvia"),
        ("Life in Republican Norvia", "Norvia"),
        ("Tolmins Norvia and its kings", "Norvia"),
        ("Tolmins ladder and its uses", "Tolmin's ladder"),
        ("Severins rule and its kings", "Severin's rule"),
        ("Northern Aldmoor and its kings", "Northern Aldmoor"),
    ],
)
def test_a_name_that_a_text_says_by_itself_stands_for_a_phrase_around_it(title, name):
    """What the text says as a whole, or with no name that it says alone, stays whole."""
    told = (
        "Norvia's isolation ended as Severin's rule did. Tolmin's Norvia fell. "
        "Life in Norvia is hard. "
        "Farmers of Norvia love Norvia as kings of Norvia did. These are impressions of Norvia. "
        "We climb Tolmin's ladder, and they use Tolmin's ladder. Kings of Tolmin saw Tolmin, "
        "and Tolmin met Tolmin. Kings of Aldmoor say that Aldmoor is Northern Aldmoor. "
        "Northern Aldmoor is on Aldmoor, by Aldmoor, near Aldmoor."
    )
    nouns = {"isolation", "norvia", "impressions", "ladder", "aldmoor", "life", "rule", "kings"}

    assert name_of(title, Told(told, told, nouns)) == name


def test_a_heading_names_another_thing() -> None:
    assert names_another("Colchicine", "Tolmax against gout", "tolmax")
    assert not names_another("Who has it", "Tolmax against gout", "tolmax")
    assert not names_another("Effects of tolmax", "Tolmax against gout", "tolmax")
