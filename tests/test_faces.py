from __future__ import annotations

from html.parser import HTMLParser

import pytest
from card_helper import NOON, make_card, make_chain, make_cloze, make_entry
from hypothesis import given
from hypothesis import strategies as st

from cards.faces import CLOZE_FIELDS, QUESTION_FIELDS, dress, find_pictures
from cards.model import Entry, Face, Image

PIECES = st.sampled_from(
    [
        "<b>",
        "</",
        "&lt;",
        "&",
        "{{",
        "}}",
        "{{c1::",
        "::",
        ":",
        "$x<y$",
        "$",
        "\\(",
        "\\]",
        "a",
        "é",
    ]
)
TEXTS = st.lists(PIECES | st.text(max_size=3), max_size=8).map("".join)


def field(face: Face, name: str) -> str:
    names = [field.name for field in (QUESTION_FIELDS, CLOZE_FIELDS)[face.model == "cloze"]]
    return face.fields[names.index(name)]


def fields(entry: Entry, *names: str) -> tuple[str, ...]:
    (face,) = dress([entry])
    return tuple(field(face, name) for name in names)


def test_a_card_carries_question_answer_sentence_and_source():
    (face,) = dress([make_entry()])

    assert field(face, "Question") == "Which hormone do stressed bones release?"
    assert field(face, "Answer") == "Osteocalcin"
    assert field(face, "Quote") == (
        "Bones under stress release the hormone <mark>osteocalcin</mark>."
    )
    assert field(face, "Title") == "What bones tell the brain"
    assert field(face, "Channel") == "Body Talks"
    assert field(face, "Topic") == "Body"
    assert field(face, "Uid") == face.guid
    assert (face.changed, face.due, face.deck) == (NOON, 1, "Body")


@pytest.mark.parametrize(
    ("changes", "link"),
    [
        ({}, '<a class="moment" href="https://youtu.be/abcdefghijk?t=1036">▶ 17:16</a>'),
        (
            {"near": True, "seconds": 3723, "url": "https://x.org/?a=1&t=3723"},
            '<a class="moment near" href="https://x.org/?a=1&amp;t=3723">▶ near 1:02:03</a>',
        ),
        (
            {"seconds": None, "url": "obsidian://open?vault=v&file=a%20b"},
            '<a class="moment" href="obsidian://open?vault=v&amp;file=a%20b">Open the note</a>',
        ),
        ({"seconds": None, "url": "a <b>.md"}, '<span class="moment">a &lt;b&gt;.md</span>'),
        ({"url": "a.mp3#t=9", "seconds": 9}, '<span class="moment">▶ 0:09 a.mp3#t=9</span>'),
        (
            {"url": "javascript:alert(1)"},
            '<span class="moment">▶ 17:16 javascript:alert(1)</span>',
        ),
        ({"url": ""}, ""),
    ],
)
def test_the_link_shows_the_second_it_leads_to(changes, link):
    assert fields(make_entry(**changes), "Link") == (link,)


def test_other_places_of_the_same_fact_are_listed():
    also = (("Bones & you 4:12", "https://youtu.be/x?t=252"), ("a note", "notes/a.md"))

    assert fields(make_entry(also=also), "Also") == (
        '<ul><li><a class="source" href="https://youtu.be/x?t=252">Bones &amp; you 4:12</a></li>'
        "<li>a note</li></ul>",
    )


def test_marked_words_are_marked_again_and_only_whole_ones():
    marks = (("rebase", "code"), ("new", "bold"), ("a", "italic"))
    entry = make_entry(
        question="What does rebase do to a rebased commit?",
        answer="New ones are made",
        quote="It makes new ones, never renewed ones.",
        marks=marks,
    )

    assert fields(entry, "Question", "Quote") == (
        "What does <code>rebase</code> do to a rebased commit?",
        "It makes <b>new</b> ones, never renewed ones.",
    )


def test_only_marked_formulas_become_formulas():
    entry = make_entry(
        question="Is $a<b$ or $x<y$ worth $20?",
        answer="$$\\sum_i {{x}}$$",
        marks=(("$a<b$", "math"), ("\\sum_i {{x}}", "display")),
    )

    assert fields(entry, "Question", "Answer") == (
        r"Is \(a&lt;b\) or $x&lt;y$ worth $20?",
        r"\[\sum_i {{x}}\]",
    )


def test_what_anki_or_mathjax_would_act_on_is_only_text():
    entry = make_entry(question=r"Does [sound:a.mp3] or [latex]x[/latex] or \(x\) play?")

    assert fields(entry, "Question") == (
        r"Does &#91;sound:a.mp3] or &#91;latex]x&#91;/latex] or <span>\</span>(x\) play?",
    )


@pytest.mark.parametrize(
    ("answer", "changes", "html"),
    [
        ("ink\npaper", {"kind": "list"}, "<ul><li>ink</li><li>paper</li></ul>"),
        ("1. ink\n2) paper", {}, "<ol><li>ink</li><li>paper</li></ol>"),
        ("- ink\n- paper", {}, "<ul><li>ink</li><li>paper</li></ul>"),
        ("ink\npaper", {"kind": "author"}, "ink<br>paper"),
        ("1. ink", {}, "1. ink"),
        ("ink\npaper", {"kind": "list", "role": "steps"}, "<ol><li>ink</li><li>paper</li></ol>"),
    ],
)
def test_lines_of_an_answer_become_a_list(answer, changes, html):
    assert fields(make_entry(answer=answer, **changes), "Answer") == (html,)


def test_lines_stay_lines():
    entry = make_entry(question="Which\r\nbones?", quote="Two\nlines")

    assert fields(entry, "Question", "Quote") == ("Which<br>bones?", "Two<br>lines")


def test_a_path_is_shown_as_a_picture_of_its_chain():
    entry = make_entry(kind="chain", answer="Stress → bone → osteocalcin", signs=("+", "-"))

    assert fields(entry, "Answer", "Chain") == (
        "Stress → bone → osteocalcin",
        '<ol class="chain"><li class="step"><span class="node">Stress</span></li> '
        '<li class="step"><span class="arrow plus"><span class="said">leads to</span></span> '
        '<span class="node">bone</span></li> '
        '<li class="step"><span class="arrow minus"><span class="said">holds back</span></span> '
        '<span class="node">osteocalcin</span></li></ol>',
    )


def test_the_gaps_of_a_chain_lie_inside_its_boxes():
    entry = make_chain("stress", ("bone", 3), "osteocalcin", signs="+>")
    (text,) = fields(entry, "Text")

    assert '<span class="node">{{c3::bone}}</span>' in text
    assert '<span class="arrow next"><span class="said">then</span></span>' in text
    assert text.count('class="node"') == 3
    assert "→" not in text


def test_a_gap_may_be_part_of_a_box():
    (text,) = fields(make_cloze("a → release of ", ("b", 1), " → c", signs=("+", "+")), "Text")

    assert '<span class="node">release of {{c1::b}}</span>' in text


def test_braces_and_colons_cannot_break_a_gap():
    entry = make_cloze(
        "{{c2::no}} ",
        ("std::vector }}", 1),
        " ",
        ("$x^{a^{2}}$ and ", 2),
        "}}",
        marks=(("$x^{a^{2}}$", "math"),),
    )

    assert fields(entry, "Text") == (
        "&#123;&#123;c2&#58;&#58;no&#125;&#125; "
        "{{c1::std&#58;&#58;vector &#125;&#125;}} "
        r"{{c2::\(x^{a^{2} }\) and }}&#125;&#125;",
    )


def test_a_gap_within_a_formula_stays_within_it():
    entry = make_cloze("Here $e^{", ("x^2", 1), "}$ grows", marks=(("$e^{x^2}$", "math"),))

    assert fields(entry, "Text") == (r"Here \(e^{ {{c1::x^2 }} }\) grows",)


def test_a_formula_that_a_gap_cuts_is_shown_as_typed():
    entry = make_cloze(("Here $e^x", 1), "y$ grows", marks=(("$e^xy$", "math"),))

    assert fields(entry, "Text") == ("{{c1::Here $e^x}}y$ grows",)


def test_a_mark_takes_in_the_whole_formula():
    entry = make_entry(
        answer="y is", quote="So $x + y is z$ holds.", marks=(("$x + y is z$", "math"),)
    )

    assert fields(entry, "Quote") == (r"So <mark>\(x + y is z\)</mark> holds.",)


def test_a_retired_card_wears_a_banner_and_a_tag():
    (face,) = dress([Entry(make_card(), NOON, "retired", since=NOON)])

    assert field(face, "Retired") == "No longer in the notes since 2023-11-14"
    assert face.tags == ("chaincards::bone", "chaincards::retired")


def test_new_cards_come_in_reading_order():
    entries = [make_entry(order=order) for order in ((2, 1), (1, 9), (1, 10), (1, 2, 1))]
    faces = dress(entries)

    assert [face.due for face in faces] == [1, 2, 3, 4]
    assert [face.guid for face in faces] == [entries[i].card.guid for i in (3, 1, 2, 0)]


def test_tags_and_decks_are_spelled_as_anki_would():
    tags = ("a b", "x:: y::", "x::y", "", "é")
    (face,) = dress([make_entry(tags=tags, deck=" Body ::\t::Bone  cells\x1f")])

    assert face.tags == ("a_b", "x::y", "é")
    assert face.deck == "Body::Bone cells"


def test_pictures_come_from_the_vault_alone(tmp_path):
    vault = tmp_path / "vault"
    for path in (
        "in/near.PNG",
        "top.jpg",
        "deep/er/named.png",
        ".trash/old.png",
        "a b.png",
        "in/text.txt",
    ):
        (vault / path).parent.mkdir(parents=True, exist_ok=True)
        (vault / path).write_bytes(b"x")
    (tmp_path / "secret.png").write_bytes(b"x")
    (vault / "in/link.png").symlink_to(tmp_path / "secret.png")
    asked = [
        "near.PNG",
        "top.jpg",
        "named.png",
        "text.txt",
        "../../secret.png",
        "link.png",
        "/etc/x.png",
        "https://x.org/a.png",
        "gone.png",
        "old.png",
        "a%20b.png",
        "in/near.PNG",
        str(tmp_path / "secret.png"),
    ]
    images = tuple(Image(path, 'a "b"') for path in asked)
    entry = make_entry(note="in/bones.md", images=images)

    found = find_pictures([entry], vault)
    (face,) = dress([entry], pictures=found)

    assert {path: found[note, path].path for note, path in found} == {
        "near.PNG": "in/near.PNG",
        "in/near.PNG": "in/near.PNG",
        "top.jpg": "top.jpg",
        "named.png": "deep/er/named.png",
        "a%20b.png": "a b.png",
    }
    assert sorted(path for _, path in face.media) == [
        "a b.png",
        "deep/er/named.png",
        "in/near.PNG",
        "top.jpg",
    ]
    assert all(
        f'<img src="{name}" alt="a &quot;b&quot;">' in field(face, "Image")
        for name, _ in face.media
    )
    assert fields(entry, "Image") == ("",)


class Text(HTMLParser):
    """Collects what a browser shows, and every tag."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.shown, self.tags = "", set()
        self.feed(html)
        self.close()

    def handle_data(self, data: str) -> None:
        self.shown += data

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.shown += "\n" if tag == "br" else ""
        self.tags.add((tag, *attrs))


@given(TEXTS, st.lists(st.tuples(TEXTS, st.sampled_from(["bold", "code", "italic"])), max_size=3))
def test_every_text_is_shown_as_it_is_and_nothing_else_gets_in(text, marks):
    from cards.hypertext import clean

    question, quote = fields(
        make_entry(question=text, quote=text, marks=marks), "Question", "Quote"
    )

    for html in (question, quote):
        found = Text(html)
        assert found.shown == clean(text)
        assert found.tags <= {("b",), ("code",), ("i",), ("mark",), ("span",), ("br",)}


@given(st.lists(TEXTS | st.tuples(TEXTS, st.integers(1, 4)), min_size=1, max_size=5))
def test_every_gap_is_one_gap(pieces):
    from cards.hypertext import clean

    (text,) = fields(make_cloze(*pieces), "Text")
    gaps = [clean(p[0]) for p in pieces if isinstance(p, tuple) and clean(p[0]).strip()]

    found = [part.split("}}")[0].split("::", 1)[1] for part in text.split("{{")[1:]]
    assert [Text(gap).shown for gap in found] == gaps
    assert text.count("}}") == text.count("{{") == len(gaps)


@given(st.permutations([make_entry(order=(1, n)) for n in range(4)]))
def test_the_order_of_the_entries_does_not_matter(entries):
    assert dress(entries) == dress(entries[::-1])
