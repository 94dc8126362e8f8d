"""What a page shows is the deck as it would be imported."""

from __future__ import annotations

import base64
import json
import re
from pathlib import Path

import pytest
from anki_helper import Anki, shown
from click.testing import CliRunner

from cards.build import build
from cards.cli import main
from cards.gallery import page_of, preview, write_preview
from cards.plans import find_plans

NOON = 1_700_000_000


def plan_of(*paths: Path):
    (plan,) = find_plans(paths, Path("decks"))
    return plan


def data_of(page: str):
    """What the page holds for its script."""
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    return json.loads(found[1])


def sides(card):
    """Front and back as the page puts them together, counted as a browser counts."""
    shared, rest = card["back"]
    front = card["front"].encode("utf-16-le")
    return card["front"], front[: 2 * shared].decode("utf-16-le") + rest


def test_the_page_s_cards_are_anki_s(vault, tmp_path):
    """Text and structure of both sides are those of Anki's own template engine."""
    (vault / "tides.md").write_text(
        (vault / "tides.md").read_text("utf-8")
        + "\nWhat pulls \U0001f319 the water?:: The moon and `gravity`\n"
        "\nThe ==moon== goes around the ==earth== in 27 days.\n",
        "utf-8",
    )
    cards = data_of(preview(plan_of(vault), NOON).text)["cards"]
    build(plan_of(vault), NOON)

    with Anki(tmp_path / "anki") as anki:
        anki.import_package(plan_of(vault).package)
        seen = set()
        for card in cards:
            guid, number = card["id"].split("-")
            front, back = sides(card)
            seen.add((guid, int(number)))
            assert front == anki.question(guid, int(number))
            assert back == anki.answer(guid, int(number))
            assert shown(back) == shown(anki.answer(guid, int(number)))
        assert seen == {(card.note().guid, card.ord + 1) for card in anki.cards()}


def test_a_look_changes_nothing(vault):
    """No ledger, no package: the page is the only file."""
    result = CliRunner().invoke(main, ["preview"])

    assert result.exit_code == 0
    assert result.output.splitlines()[-1].endswith(".html")
    assert [path.suffix for path in Path("decks").iterdir()] == [".html"]


def test_a_page_is_the_same_for_the_same_deck(vault):
    assert preview(plan_of(vault), NOON).text == preview(plan_of(vault), NOON).text


def test_a_page_needs_nothing_else(vault):
    page = preview(plan_of(vault), NOON).text

    without_data = re.sub(r'id="data">.*?</script>', "", page, flags=re.DOTALL)
    assert not re.search(r'(?:src|href)="(?!#)', without_data)
    assert "url(" not in without_data
    assert "@import" not in without_data


def test_no_text_of_a_note_ends_the_script(vault):
    (vault / "evil.md").write_text(
        "---\ntitle: </script><b>\n---\nWhat ends a script?:: `</script><!--`\n", "utf-8"
    )
    page = preview(plan_of(vault), NOON).text

    assert page.count("</script>") == 2
    assert any(note["title"] == "</script><b>" for note in data_of(page)["notes"])


def test_every_sentence_has_its_cards_or_a_reason(vault):
    page = data_of(preview(plan_of(vault), NOON).text)

    fates = [fate for note in page["notes"] for fate in note["fates"]]
    on = {card for cards, _ in fates for card in cards}
    assert on == set(range(len(page["cards"])))
    assert all(cards or reason for cards, reason in fates)


def test_the_words_of_a_note_stand_whole_in_its_text(vault):
    page = data_of(preview(plan_of(vault), NOON).text)
    (heart,) = (note for note in page["notes"] if note["path"] == "body/heart.md")

    said = ["".join(words for words, _ in pieces) for *_, pieces in heart["text"]]
    assert said == [
        "From: [[bodyworks]] <br/>",
        "Adrenaline",
        "When the body exercises, the adrenal glands release adrenaline. Adrenaline increases the"
        " heart rate. The heart beats faster because adrenaline binds to its receptors.",
    ]


def test_what_an_import_changes_is_told(vault):
    build(plan_of(vault), NOON)
    heart = vault / "body" / "heart.md"
    heart.write_text(heart.read_text("utf-8").replace("## Adrenaline", "## The hormone"), "utf-8")
    bread = vault / "kitchen" / "bread.md"
    bread.write_text(re.sub(r"Yeast is a fungus.*\n", "", bread.read_text("utf-8")), "utf-8")
    page = data_of(preview(plan_of(vault), NOON + 60).text)

    kinds = {card["change"] for card in page["cards"]}
    assert {"moved", "unchanged", "retired"} <= kinds
    moved = next(card for card in page["cards"] if card["change"] == "moved")
    assert ["Heading", "Adrenaline", "The hormone"] in moved["differs"]
    retired = next(card for card in page["cards"] if card["change"] == "retired")
    assert "fungus" in retired["a"] + retired["q"]
    assert page["counts"]["moved"] == kinds_of(page, "moved")


def kinds_of(page, kind):
    guids = {card["id"].split("-")[0] for card in page["cards"] if card["change"] == kind}
    return len(guids)


def test_a_build_that_would_stop_is_told(vault):
    body = vault / "body"
    (body / "lung.md").write_text("The lung exchanges gases because its wall is thin.\n", "utf-8")
    build(plan_of(vault), NOON)
    body.rename(vault.parent / "elsewhere")
    result = CliRunner().invoke(main, ["preview"])

    assert result.exit_code == 0
    assert "warning: a build would stop" in result.output
    page = data_of(Path("decks").glob("*.html").__next__().read_text("utf-8"))
    assert "all notes of the folder 'body' are gone" in page["stops"]


def test_the_page_carries_the_images_of_its_cards(vault):
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
    (vault / "moon.svg").write_text(drawing, "utf-8")
    (vault / "moon.md").write_text(
        "What raises the water?:: The moon ![A disc](moon.svg)\n", "utf-8"
    )
    page = data_of(preview(plan_of(vault), NOON).text)
    (card,) = (card for card in page["cards"] if card["kind"] == "author")
    (name,) = page["media"]

    assert f'<img src="{name}" alt="A disc">' in sides(card)[1]
    code = base64.b64encode(drawing.encode()).decode()
    assert page["media"][name] == f"data:image/svg+xml;base64,{code}"


def test_the_browser_is_opened_if_wanted(vault, monkeypatch):
    asked = []
    monkeypatch.setattr("webbrowser.open", asked.append)
    CliRunner().invoke(main, ["preview", "--open", "-o", "deck.html"])

    assert asked == [Path("deck.html").resolve().as_uri()]


def test_several_decks_have_several_pages(vault):
    Path("decks").mkdir()
    for name in ("one", "two"):
        Path(f"decks/{name}.toml").write_text(f'key = "{name}"\n', "utf-8")
    runner = CliRunner()

    assert runner.invoke(main, ["preview"]).exit_code == 0
    assert sorted(path.name for path in Path("decks").glob("*.html")) == ["one.html", "two.html"]
    wrong = runner.invoke(main, ["preview", "--output", "all.html"])
    assert wrong.exit_code == 2
    assert "several decks" in wrong.output


def test_the_page_goes_where_it_is_wanted(vault):
    plan = plan_of(vault)
    write_preview(plan, NOON, Path("elsewhere/deck.html"))

    assert Path("elsewhere/deck.html").read_text("utf-8").startswith("<!doctype html>")
    assert not page_of(plan).exists()


@pytest.mark.parametrize("name", ["cards", "notes", "map", "report"])
def test_the_script_finds_what_the_page_has(vault, name):
    """Every id that the script asks for is in the page."""
    page = preview(plan_of(vault), NOON).text
    ids = set(re.findall(r'\bid="([\w-]+)"', page)) | {"picked", "qa"}

    assert name in ids
    assert set(re.findall(r'\$\("([\w-]+)"\)', page)) <= ids


def test_a_watch_keeps_the_page_fresh(vault, monkeypatch):
    monkeypatch.setattr("cards.watch.watch", lambda find, work, *_: work("preview"))
    result = CliRunner().invoke(main, ["watch"])

    assert result.exit_code == 0
    assert [path.suffix for path in Path("decks").iterdir()] == [".html"]


def test_a_folder_that_moved_and_was_reworded_stops_nothing(vault):
    """Its cards follow their claims: all but those of a note that was deleted on the way."""
    facts = {
        "bell": "A bell is a cup of bronze that rings.",
        "gong": "A gong is a disc of bronze that hums.",
        "glue": "Glue is a paste that joins paper.",
    }
    (vault / "sound").mkdir()
    for name, fact in facts.items():
        (vault / f"sound/{name}.md").write_text(f"{fact}\n", "utf-8")
    build(plan_of(vault), NOON)
    (vault / "music").mkdir()
    for name in ("bell", "gong"):
        path = vault / f"sound/{name}.md"
        (vault / f"music/{name}.md").write_text(f"In short, {path.read_text('utf-8')}", "utf-8")
        path.unlink()
    (vault / "sound/glue.md").unlink()
    shown = preview(plan_of(vault), NOON + 9)

    assert 1 <= shown.report.counts["retired"] <= 3
    assert shown.report.counts["reworded"] >= 2
    assert not shown.stops
