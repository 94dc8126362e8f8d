"""What we show is what Anki shows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from anki_helper import Anki
from card_helper import NOON, make_chain, make_cloze, make_entry
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cards.deck import pack
from cards.faces import dress
from cards.model import Entry, Face
from cards.notetypes import Templates
from cards.rendering import Sides, TemplateError, named_fields, parse_template, render_face
from cards.styles import STYLES, load_style

WORDS = ("yeast", "<b>", "{{", "}}", "{{c1::", "::", "&amp;", "$x<y$", "é", "ماء", "→", "\n", " ")
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join).filter(str.strip)
MARKS = (("$x<y$", "math"), ("yeast", "bold"))
CLOZES = st.lists(TEXTS | st.tuples(TEXTS, st.integers(1, 3)), min_size=1, max_size=5).filter(
    lambda pieces: any(isinstance(piece, tuple) for piece in pieces)
)
ENTRIES = (
    make_entry(order=(1,), tags=("chaincards::bone", "x"), deck="Body::Bones"),
    make_entry(order=(2,), kind="list", answer="ink\npaper", also=(("a", "https://x.org/?a=1"),)),
    make_entry(order=(3,), kind="chain", answer="a → b → c", signs=("+", "-")),
    make_entry(order=(4,), question="Is $x<y$ so?", answer='`<p>` & "q"', marks=MARKS),
    replace(make_entry(order=(5,), headings=()), state="retired", since=NOON),
    make_cloze("Stress frees ", ("osteocalcin", 1), " & ", ("<ink>", 3), ".", order=(6,)),
    make_cloze(
        "So $e^{",
        ("x^2", 1),
        "}$ and ",
        ("é/ü — “…”", 2),
        order=(7,),
        question="Lead:",
        marks=(("$e^{x^2}$", "math"),),
    ),
    make_chain("stress", ("bone", 1), ("ink", 2), "memory", signs="++>", order=(8,)),
    make_cloze("يغلي ", ("الماء", 1), " عند 100", order=(9,), kind="author", answer="more"),
)
OWN = Templates(
    question_front="{{Question}}|{{text:Answer}}|{{Tags}}|{{Type}}|{{Deck}}|{{Subdeck}}|{{Card}}"
    "|{{CardFlag}}|{{#Tags}}t{{/Tags}}|{{FrontSide}}<!-- {{No}} -->{{{Quote}}}|{{ Answer }}",
    question_back="{{FrontSide}}{{^Retired}}{{#Answer}}{{Answer}}{{/Answer}}{{/Retired}}"
    "{{hint:Quote}}{{hint:Spare1}}{{type:Answer}}{{type:nc:Answer}}{{nothing:Title}}"
    "{{furigana:Title}}{{kana:Title}}{{kanji:Title}}{{text:Quote}}",
    cloze_front="{{cloze:Text}}{{#c1}}one{{/c1}}{{^c2}}not two{{/c2}}{{text:cloze:Text}}",
    cloze_back="{{cloze:Text}}{{cloze-only:Text}}{{type:cloze:Text}}{{FrontSide}}{{Text}}",
    css="",
    digest="own",
)  # fmt: skip


class Shower:
    """Shows faces by Anki, each deck in a note type of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.anki, self.count = folder, Anki(folder / "anki"), 0

    def show(self, faces: Sequence[Face], templates: Templates) -> dict[str, list[Sides]]:
        self.count += 1
        path, key = self.folder / f"{self.count}.apkg", f"deck {self.count}"
        named = [replace(face, guid=f"{face.guid}{self.count}", bare=False) for face in faces]
        path.write_bytes(pack(named, name="Body", key=key, description="",
                      templates=templates, styled=NOON, vault=None))  # fmt: skip
        self.anki.import_package(path)
        return {
            face.guid: [
                Sides(card.ord + 1, output.question_text, output.answer_text)
                for card in self.anki.cards(name.guid)
                for output in [card.render_output(reload=True, browser=False)]
            ]
            for face, name in zip(faces, named, strict=True)
        }


@pytest.fixture(scope="module")
def shower(tmp_path_factory) -> Iterator[Shower]:
    shower = Shower(tmp_path_factory.mktemp("shower"))
    yield shower
    shower.anki.close()


def same_ids(sides: Sequence[Sides]) -> list[Sides]:
    """Forget the ids of hints: Anki makes its own."""
    found = []
    for each in sides:
        front, back = (re.sub(r"hint[0-9a-f]{16}", "hint", s) for s in (each.front, each.back))
        found.append(Sides(each.number, front, back))
    return found


def ours(faces: Sequence[Face], templates: Templates) -> Mapping[str, list[Sides]]:
    return {face.guid: same_ids(render_face(face, templates, "Body")) for face in faces}


def check(shower: Shower, entries: Sequence[Entry], templates: Templates) -> None:
    faces = dress(entries)
    by_anki = {guid: same_ids(sides) for guid, sides in shower.show(faces, templates).items()}

    assert ours(faces, templates) == by_anki


@pytest.mark.parametrize("name", STYLES)
def test_a_style_is_shown_as_anki_shows_it(shower, name):
    check(shower, ENTRIES, load_style(name))


def test_every_word_of_the_language_is_understood_as_anki_does(shower):
    """But the name of the note type, to which Anki adds a sign where it is taken."""
    templates = replace(OWN, question_front=OWN.question_front.replace("{{Type}}", ""))

    check(shower, ENTRIES, templates)


def test_the_type_is_the_note_type_s_name(tmp_path):
    shower = Shower(tmp_path)
    check(shower, ENTRIES[:1], OWN)
    shower.anki.close()


@settings(max_examples=40, deadline=None)
@given(st.lists(TEXTS, min_size=3, max_size=3), CLOZES)
@example(["a", "b", "c"], [("{{c1::", 2), "x"])
def test_every_text_is_shown_as_anki_shows_it(shower, texts, pieces):
    question, answer, quote = texts
    entries = [
        make_entry(question=question, answer=answer, quote=quote, marks=MARKS, order=(1,)),
        make_cloze(*pieces, quote=quote, marks=MARKS, order=(2,)),
    ]

    check(shower, entries, load_style("quiet"))


@pytest.mark.parametrize(
    ("text", "message", "words"),
    [
        ("a {{#Also}} b", "'Also' is opened and never closed", "{{#Also"),
        ("a {{/Also}} b", "closes what is not open", "{{/Also}}"),
        ("{{#Also}}{{^Quote}}{{/Also}}", "closes what is not open", "{{/Also}}"),
        ("a {{Also b\nc", "'{{' never closes", "{{Also b"),
    ],
)
def test_what_anki_refuses_is_a_fault(text, message, words):
    with pytest.raises(TemplateError) as caught:
        parse_template(text)

    assert (str(caught.value), caught.value.words) == (message, words)


def test_all_named_fields_are_found():
    pieces = parse_template("{{a:B}}{{#C}}{{^D}}{{E}}{{/D}}{{/C}}<!-- {{F}} -->")

    assert list(named_fields(pieces)) == [("B", False), ("C", True), ("D", True), ("E", False)]
