from __future__ import annotations

import re
from pathlib import Path

import pytest

from cards.notetypes import CLOZE_FIELDS, QUESTION_FIELDS
from cards.styles import STYLES, StyleError, load_style

TEMPLATES = ("question_front", "question_back", "cloze_front", "cloze_back")


def own_style(folder: Path, **files: str) -> str:
    """Write a user's own style; ``name_html`` is the file ``name.html``."""
    folder.mkdir(exist_ok=True)
    (folder / "tokens.toml").write_text('ink = "#111"\nwide = 3\n')
    (folder / "sheet.css").write_text(".card { color: [[ ink ]]; }")
    for name, text in files.items():
        stem, _, suffix = name.rpartition("_")
        (folder / f"{stem}.{suffix}").write_text(text)
    return str(folder)


@pytest.mark.parametrize("name", STYLES)
def test_a_built_in_style_is_whole(name):
    style = load_style(name)

    for side in TEMPLATES:
        html = getattr(style, side)
        assert "[[" not in html
        assert "[%" not in html
        assert "<script" not in html
        assert "style=" not in html
    assert "[[" not in style.css
    assert ".nightMode" in style.css
    assert ".night_mode" in style.css
    assert "url(" not in style.css
    assert "@import" not in style.css


@pytest.mark.parametrize("name", STYLES)
def test_every_front_has_a_field_without_a_filter(name):
    """Some programs make no card from a front that has none."""
    style = load_style(name)

    assert "{{Question}}" in style.question_front
    assert "{{Topic}}" in style.cloze_front
    assert "{{cloze:Text}}" in style.cloze_front


@pytest.mark.parametrize("name", STYLES)
def test_a_front_gives_nothing_away(name):
    style = load_style(name)
    fronts = style.question_front + style.cloze_front
    shown = set(re.findall(r"\{\{(?:cloze:)?(\w+)\}\}", fronts))

    assert shown == {"Question", "Topic", "Text", "Lead", "Retired"}


@pytest.mark.parametrize("name", STYLES)
def test_a_back_begins_as_its_front(name):
    """What was asked stays where it was when the card is turned."""
    style = load_style(name)

    for front, back in (
        (style.question_front, style.question_back),
        (style.cloze_front, style.cloze_back),
    ):
        assert back.startswith(front.strip().removesuffix("</div>").rstrip())


@pytest.mark.parametrize("name", STYLES)
def test_every_field_of_the_source_is_shown_on_the_back(name):
    style = load_style(name)
    hidden = {"Kind", "Note", "Uid", *(f"Spare{n}" for n in range(1, 7))}

    for back, fields in ((style.question_back, QUESTION_FIELDS), (style.cloze_back, CLOZE_FIELDS)):
        missing = {f.name for f in fields if f"{f.name}}}}}" not in back}
        assert missing == hidden


def test_one_token_can_be_changed():
    plain, changed = load_style("quiet"), load_style("quiet", {"paper": "#00ff00"})

    assert "#00ff00" in changed.css
    assert changed.question_back == plain.question_back
    assert changed.digest != plain.digest
    assert load_style("quiet").digest == plain.digest


def test_an_own_folder_replaces_what_it_has(tmp_path):
    name = own_style(tmp_path, question_html="<h1>{{Question}}</h1>")
    style = load_style(name, {"wide": 3.5})

    assert style.css == ".card { color: #111; }"
    assert "<h1>{{Question}}</h1>" in style.question_front
    assert "<h1>{{Question}}</h1>" in style.question_back
    assert "{{cloze:Text}}" in style.cloze_front


def test_an_own_folder_may_hold_one_token_alone(tmp_path):
    (tmp_path / "tokens.toml").write_text('paper = "#abcdef"\n')
    plain, own = load_style("quiet"), load_style(str(tmp_path))

    assert own.css == plain.css.replace("#fbfaf7", "#abcdef")
    assert own.cloze_back == plain.cloze_back


def test_anki_s_own_places_pass_through(tmp_path):
    text = "{{#Answer}}{{text:Question}}{{/Answer}}{{Question}}{{Tags}}{{^Retired}}x{{/Retired}}"

    assert text in load_style(own_style(tmp_path, question_html=text)).question_front


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({"sheet_css": "a\n[[ inc ]]"}, r"sheet.css:2: 'inc' is undefined"),
        ({"sheet_css": "a\n[% if %]"}, r"sheet.css:2: Expected an expression"),
        ({"sheet_css": "a\n[[ ink + 1 ]]"}, r"sheet.css:2: "),
        ({"question_html": "\n\n[% include 'gone.html' %]"}, r"no template 'gone.html'"),
        (
            {"question_html": "{{Question}}\n{{Anwser}}"},
            r"question.html:2: unknown field 'Anwser'; did you mean 'Answer'",
        ),
        (
            {"question_html": "{{Question}}\n{{#Also}}"},
            r"question.html:2: 'Also' is opened and never closed",
        ),
        ({"question_html": "{{Question}}\n{{/Also}}"}, r"question.html:2: closes what is not open"),
        ({"question_html": "{{Answer}}"}, r"question_front.html: {{Question}} is missing"),
        ({"cloze_html": "{{Topic}}"}, r"cloze_front.html: {{cloze:Text}} is missing"),
        ({"tokens_toml": "ink = "}, r"tokens.toml: cannot be read"),
    ],
)
def test_a_wrong_template_is_told_with_file_and_line(tmp_path, files, message):
    with pytest.raises(StyleError) as caught:
        load_style(own_style(tmp_path, **files))

    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("name", "tokens", "message"),
    [
        ("quite", {}, "unknown style 'quite'; did you mean 'quiet'?"),
        ("quiet", {"papr": "#fff"}, "unknown token 'papr'; did you mean 'paper'?"),
        ("quiet", {"paper": 3}, "token 'paper' is a number\n  write a text, such as '#fbfaf7'"),
        ("quiet", {"leading": True}, "token 'leading' is a switch\n  write a number, such as 1.5"),
    ],
)
def test_a_wrong_name_is_told_with_the_right_one(name, tokens, message):
    with pytest.raises(StyleError) as caught:
        load_style(name, tokens)

    assert message in str(caught.value)
