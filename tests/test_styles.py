from __future__ import annotations

import re
from pathlib import Path

import pytest

from cards.notetypes import CLOZE_FIELDS, QUESTION_FIELDS
from cards.settings import read_recipe
from cards.styles import STYLES, StyleError, find_style, load_style, new_style

TEMPLATES = ("question_front", "question_back", "cloze_front", "cloze_back")


def own_style(folder: Path, **files: str) -> str:
    """Write a user's own style; ``name_html`` is the file ``name.html``."""
    folder.mkdir(exist_ok=True)
    (folder / "tokens.toml").write_text('ink = "#111"\nwide = 3\n')
    (folder / "sheet.css").write_text(".card { color: [[ ink ]]; [% include 'flex.css' %] }")
    (folder / "flex.css").write_text("flex: [[ wide ]];")
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


@pytest.mark.parametrize(
    "color",
    [
        "rebeccapurple",
        "#abc",
        "#11223344",
        "rgb(1 2 3 / 50%)",
        "hsl(120deg 50% 50%)",
        "oklch(0.7 0.1 200)",
        "color-mix(in oklab, red, #00f 20%)",
        "rgb(from red r g b / 20%)",
        "var(--canvas)",
        "transparent",
    ],
)
def test_a_colour_may_be_written_as_css_writes_it(color):
    assert color in load_style("quiet", {"paper": color}).css


def test_an_own_folder_replaces_what_it_has(tmp_path):
    name = own_style(tmp_path, question_html="<h1>{{Question}}</h1>")
    style = load_style(name, {"wide": 3.5})

    assert style.css == ".card { color: #111; flex: 3.5; }"
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
        ({"sheet_css": "a { color: red;\n}\n} b {}"}, r"sheet.css:3: '}' too many"),
        ({"sheet_css": "/* { */\na {\nb: '{'"}, r"sheet.css:2: '{' opens here and never closes"),
        ({"extra_css": "\na { [[ inc ]] }"}, r"extra.css:2: 'inc' is undefined"),
        ({"question_html": "{{Question}}\n{{Also"}, r"question.html:2: '{{' never closes"),
        ({"question_html": "{{Question}}\n[% include 'no.html' %]"}, r"question.html:2: no tem"),
        ({"tokens_toml": "\nink = "}, r"tokens.toml:2: not TOML"),
        ({"tokens_toml": "\nink = 3"}, r"tokens.toml:2: token 'ink' must be a colour, not 3"),
        (
            {"tokens_toml": "# accent = 'x'\naccent = 'notacolour'"},
            "tokens.toml:2: token 'accent' must be a colour, not 'notacolour'\n  such as '#2a5c8f'",
        ),
        ({"tokens_toml": "wide = inf"}, "tokens.toml:1: token 'wide' must be a number, not inf"),
        ({"tokens_toml": "wide = 1\nown = '#12345'", "extra_css": "[[ own ]]"}, "toml:2: token"),
        ({"tokens_toml": "wide = 1\npapr = '#fff'"}, r"toml:2: unknown token 'papr'; did you mean"),
        ({"tokens_toml": "wide = 1\nlike = 'bock'"}, r"toml:2: unknown style 'bock'; did you mean"),
        ({"tokens_toml": "like = 3"}, r"tokens.toml:1: 'like' must be the name of a built-in"),
    ],
)
def test_a_wrong_template_is_told_with_file_and_line(tmp_path, files, message):
    with pytest.raises(StyleError) as caught:
        load_style(own_style(tmp_path, **files))

    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("recipe", "message"),
    [
        ("style = 'quite'", "d.toml:1: unknown style 'quite'; did you mean 'quiet'?"),
        ("\nlook = { papr = '#fff' }", "d.toml:2: unknown token 'papr'; did you mean 'paper'?"),
        ("[look]\nink = '#000'\npaper = 3", "d.toml:3: token 'paper' must be a colour, not 3"),
        ("look.leading = true", "d.toml:1: token 'leading' must be a number, not True"),
        ("look = { paper = '#fffff' }", "must be a colour, not '#fffff'"),
        ("look = { accent = 'notacolour' }", "d.toml:1: token 'accent' must be a colour"),
        ("look = { ink = 'rgb(1, 2)' }", "token 'ink' must be a colour, not 'rgb(1, 2)'"),
        ("# style = 'x'\n\nstyle = 'quite' # style = 'y'", "d.toml:3: unknown style 'quite'"),
        ("look = { size = '21' }", "token 'size' must be a length, not '21'\n  such as '19px'"),
        ("look = { size = '-2px' }", "token 'size' must be a length, not '-2px'"),
        ("look = { width = 'wide' }", "or another number with its unit: '1.2em'"),
        ("[look]\nink = '#000'\nleading = -1.5", "d.toml:3: token 'leading' must be a number"),
        ("look = { leading = nan }", "token 'leading' must be a number, not nan"),
        ('look = { font = "\'Noto" }', "quotes and brackets must close"),
        ("look = { font = '' }", "token 'font' must be a text, not ''"),
        ("where.accent = ['x']\nlook = { accent = 'no' }", "d.toml:2: token 'accent' must be"),
        ("where.style = ['x']\nstyle = 'quite'", "d.toml:2: unknown style 'quite'"),
        ("look = { font = 'serif; } x {' }", "token 'font' must be a text"),
    ],
)
def test_a_wrong_choice_is_told_with_its_line(tmp_path, recipe, message):
    path = tmp_path / "d.toml"
    path.write_text(recipe)
    chosen = read_recipe(path)

    with pytest.raises(StyleError) as caught:
        load_style(chosen.style, chosen.look, path)

    assert message in str(caught.value)


@pytest.mark.parametrize(
    "value", ["#abc", "#aabbccdd", "tomato", "rgb(1 2 3 / .5)", "oklch(1 0 0)"]
)
def test_every_way_to_write_a_colour_is_taken(value):
    assert f"--paper: {value};" in load_style("quiet", {"paper": value}).css


def test_a_style_is_looked_for_beside_the_recipe(tmp_path):
    recipe = tmp_path / "decks" / "d.toml"
    (recipe.parent / "styles").mkdir(parents=True)
    own_style(recipe.parent / "styles" / "mine")

    assert load_style("mine", {}, recipe) == load_style("styles/mine", {}, recipe)
    assert load_style("mine", {}, recipe) == load_style(str(recipe.parent / "styles/mine"))


def test_an_own_style_may_be_like_another(tmp_path):
    (tmp_path / "tokens.toml").write_text('like = "book"\naccent = "#123456"\n')
    own, book = load_style(str(tmp_path)), load_style("book")

    assert own.css == book.css.replace("#8a2f1d", "#123456")
    assert own.cloze_back == book.cloze_back


def test_an_extra_sheet_lies_on_top(tmp_path):
    (tmp_path / "extra.css").write_text(".answer { color: [[ accent ]]; }\n")
    plain, own = load_style("quiet"), load_style(str(tmp_path))

    assert own.css == plain.css + "\n.answer { color: #2a5c8f; }"
    assert own.question_back == plain.question_back


def test_a_template_writes_text_and_does_nothing_more(tmp_path):
    evil = "{{Question}}[[ ''.__class__.__mro__[1].__subclasses__() ]]"

    with pytest.raises(StyleError, match=r"question.html:1: access to attribute '__class__'"):
        load_style(own_style(tmp_path, question_html=evil))


@pytest.mark.parametrize("like", [*STYLES, "first"])
def test_a_new_style_is_a_whole_copy_that_looks_the_same(tmp_path, like):
    new_style("first", "book", tmp_path)
    folder = new_style("second", like, tmp_path)

    copy = load_style("second", {}, tmp_path / "d.toml")
    assert copy == load_style(like, {}, tmp_path / "d.toml")
    assert folder == tmp_path / "styles" / "second"
    assert {path.name for path in folder.iterdir()} >= {"tokens.toml", "sheet.css", "question.html"}


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("quiet", "'quiet' is built in"),
        ("../out", "'../out' is no name for a folder"),
        ("", "'' is no name for a folder"),
        (".hidden", "is no name for a folder"),
        ("there", "is there already"),
    ],
)
def test_a_new_style_never_overwrites(tmp_path, name, message):
    (tmp_path / "styles" / "there").mkdir(parents=True)
    (tmp_path / "styles" / "there" / "tokens.toml").write_text("# mine\n")

    with pytest.raises(StyleError, match=message):
        new_style(name, "quiet", tmp_path)

    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert [path.read_text() for path in files] == ["# mine\n"]


def light(color: str) -> float:
    """The relative luminance of WCAG."""
    parts = (int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one: str, two: str) -> float:
    low, high = sorted((light(one), light(two)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", STYLES)
def test_all_words_stand_out_from_what_is_behind_them(name):
    """By WCAG: AA, and AAA in the style that is made for it."""
    tokens = find_style(name, Path()).tokens.values
    pairs = [(word, "paper") for word in ("ink", "soft", "accent", "plus", "minus")]
    pairs += [("ink", "mark"), ("ink", "box"), ("soft", "box"), ("accent", "box")]
    needed = 7 if name == "contrast" else 4.5

    for night in ("", "night_"):
        for word, behind in pairs:
            found = contrast(str(tokens[night + word]), str(tokens[night + behind]))
            assert found >= needed, (night, word, behind, found)


@pytest.mark.parametrize("name", STYLES)
def test_every_style_has_the_same_tokens_and_says_what_it_is(name):
    style, quiet = find_style(name, Path()), find_style("quiet", Path())

    assert list(style.tokens.values) == list(quiet.tokens.values)
    assert style.about.endswith(".")
    day = {key for key in style.tokens.values if f"night_{key}" in style.tokens.values}
    assert len(day) == 9
