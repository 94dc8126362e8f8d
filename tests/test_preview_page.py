"""The page of a deck, used as a person uses it."""

# ruff: noqa: E501  # lines of notes

from __future__ import annotations

import json
import re
import shutil
import time
from pathlib import Path

import pytest
from browser_helper import PHONE, chromium, opened, serious_faults

from cards.build import build
from cards.choose import LEAST_SCORES
from cards.gallery import write_preview
from cards.plans import find_plans
from cards.preview import Exhibit, Paper, Show, page_text
from cards.preview.coverage import Fate, Paragraph
from cards.styles import load_style

pytestmark = pytest.mark.browser
ROOT = Path(__file__).parents[1]
NOON = 1_700_000_000
FORMS = """---
title: Forms of cards
tags: [forms, forms/odd]
---
## Own cards

What is the energy of a body at rest?:: $E = mc^2$
Which keyword ends a loop in Python?:: `break`
ما هي عاصمة مصر؟:: القاهرة
"""
VIEWS = ("cards", "notes", "map", "import")


@pytest.fixture(scope="module")
def browser():
    with chromium() as program:
        yield program


@pytest.fixture(scope="module")
def deck(tmp_path_factory):
    """The example deck with some odd cards, after it was imported and some notes were edited."""
    home = tmp_path_factory.mktemp("preview")
    notes = home / "notes"
    shutil.copytree(ROOT / "notes", notes)
    (notes / "forms.md").write_text(FORMS, "utf-8")
    (plan,) = find_plans([notes], home / "decks")
    with pytest.MonkeyPatch.context() as patch:
        # What the page shows is tested here, not which cards are good enough.
        patch.setitem(LEAST_SCORES, "balanced", 0.0)
        build(plan, NOON)
        hashes = notes / "software" / "how_a_hash_table_stays_fast.md"
        text = hashes.read_text("utf-8").replace("## Collisions", "## When two keys collide")
        hashes.write_text(re.sub(r"A rising load factor increases.*?</a>\. ", "", text), "utf-8")
        heat = notes / "physics" / "how_a_refrigerator_moves_heat.md"
        heat.write_text(
            heat.read_text("utf-8") + "\nWhat grows on an evaporator?:: Frost\n",
            "utf-8",
        )
        write_preview(plan, NOON + 60, home / "deck.html")
    return home / "deck.html"


@pytest.fixture
def page(browser, deck):
    with opened(browser, deck) as shown:
        yield shown


@pytest.fixture
def phone(browser, deck):
    with opened(browser, deck, size=PHONE) as shown:
        yield shown


@pytest.fixture(scope="module")
def data(deck):
    found = re.search(r'id="data">(.*?)</script>', deck.read_text("utf-8"), re.DOTALL)
    return json.loads(found[1])


def card_text(page):
    return page.frames[1].inner_text("#qa")


def found(page):
    return int(re.match(r"[\d,]+", page.inner_text("#found"))[0].replace(",", ""))


def answer_of(data, number):
    return data["cards"][number]["a"].split("\n")[0]


def test_a_card_is_turned_by_key_by_button_and_by_tap(page, data):
    question, answer = data["cards"][0]["q"], answer_of(data, 0)
    assert question in card_text(page)
    assert answer not in card_text(page)

    page.keyboard.press("Space")
    assert answer in card_text(page)
    page.click("#flip")
    assert answer not in card_text(page)
    page.frames[1].click("#qa")
    assert answer in card_text(page)
    # The focus is in the card now, and its keys are the page's.
    page.keyboard.press("ArrowRight")
    assert data["cards"][1]["q"] in card_text(page)


def test_next_and_previous_stop_at_the_ends(page, data):
    assert page.is_disabled("#previous")
    page.click("#next")
    assert data["cards"][1]["q"] in card_text(page)
    page.click("#previous")
    assert data["cards"][0]["q"] in card_text(page)

    page.focus("#list")
    page.keyboard.press("End")
    assert data["cards"][-1]["q"].split("\n")[0] in card_text(page)
    assert page.is_disabled("#next")


def test_a_search_leaves_the_cards_with_all_its_words(page, data):
    page.keyboard.press("/")
    page.keyboard.type("Hash TABLE")
    wanted = [
        card
        for card in data["cards"]
        if all(
            word in "\n".join([card["q"], card["a"], card["said"], card["title"]]).lower()
            for word in ("hash", "table")
        )
    ]
    assert 0 < found(page) == len(wanted) < len(data["cards"])
    assert wanted[0]["q"] in card_text(page)
    assert page.inner_text("#rows mark >> nth=0").lower() in ("hash", "table")

    page.fill("#search", "xyzzy")
    assert page.is_visible("#none")
    assert page.is_hidden("#device")
    page.click("#clear-too")
    assert found(page) == len(data["cards"])


def test_the_chosen_card_stays_in_sight_when_the_search_is_cleared(page):
    page.fill("#search", "hash")
    asked = page.inner_text(".row[aria-selected=true] .words")
    page.fill("#search", "")

    assert page.inner_text(".row[aria-selected=true] .words") == asked
    assert page.locator(".row[aria-selected=true]").is_visible()


def test_a_search_knows_no_accents_and_finds_arabic(page):
    page.fill("#search", "القاهرة")
    assert found(page) == 1
    page.fill("#search", "CÖX-1")
    assert found(page) > 0


@pytest.mark.parametrize("by", ["kind", "note", "tag"])
def test_cards_are_chosen_by(page, data, by):
    value = {"kind": "author", "note": str(data["cards"][0]["note"]), "tag": "chaincards::forms"}[
        by
    ]
    page.select_option(f"#by-{by}", value)
    wanted = [
        card
        for card in data["cards"]
        if (
            str(card[by]) == value
            if by != "tag"
            else any(tag == value or tag.startswith(f"{value}::") for tag in card["tags"])
        )
    ]

    assert 0 < found(page) == len(wanted) < len(data["cards"])
    page.click("#clear")
    assert found(page) == len(data["cards"])


@pytest.mark.parametrize("change", ["new", "moved", "retired"])
def test_cards_are_chosen_by_what_the_import_does(page, data, change):
    page.click(f"#pills .{change}")

    assert found(page) == sum(card["change"] == change for card in data["cards"]) > 0
    assert page.inner_text("#where .badge").lower() == change


def test_what_changed_is_told_with_the_card(page):
    page.click("#pills .moved")
    page.click("#differs summary")

    assert page.inner_text("#differences del >> nth=0") == "Collisions"
    assert page.inner_text("#differences ins >> nth=0") == "When two keys collide"


def test_day_and_night_are_the_card_s_too(browser, deck):
    with opened(browser, deck, dark=True) as page:
        body = "getComputedStyle(document.body).backgroundColor"
        assert "nightMode" in page.frames[1].get_attribute("body", "class")
        by_night = page.evaluate(body), page.frames[1].evaluate(body)

        page.keyboard.press("t")
        assert page.frames[1].get_attribute("body", "class") == "card card1"
        by_day = page.evaluate(body), page.frames[1].evaluate(body)
        assert by_day[0] != by_night[0]
        assert by_day[1] != by_night[1]


def test_the_width_of_a_phone(page):
    wide = page.frames[1].evaluate("innerWidth")
    page.keyboard.press("w")

    assert 340 < page.frames[1].evaluate("innerWidth") < 400 < wide
    page.click("#desk")
    assert page.frames[1].evaluate("innerWidth") == wide


def test_answers_stay_open_if_wanted(page, data):
    page.keyboard.press("a")
    assert answer_of(data, 0) in card_text(page)
    page.keyboard.press("ArrowRight")
    assert answer_of(data, 1) in card_text(page)


def test_the_sheet_of_the_page_does_not_reach_the_card(page):
    """A card of the class ``row`` or a button in it looks as its own sheet says."""
    sheets = page.frames[1].evaluate("document.styleSheets.length")
    families = page.frames[1].evaluate("getComputedStyle(document.body).fontSize")

    assert sheets == 2
    assert families != page.evaluate("getComputedStyle(document.body).fontSize")


def test_math_is_shown_without_a_network(page):
    page.fill("#search", "energy of a body at rest")
    page.keyboard.press("Escape")
    page.click("#flip")

    assert page.frames[1].locator("math msup").count() > 0
    assert "\\(" not in card_text(page)


def test_an_arabic_card_runs_from_right_to_left(page):
    page.fill("#search", "القاهرة")
    page.click("#flip")
    direction = "node => getComputedStyle(node).direction"

    assert page.frames[1].locator(".question").evaluate(direction) == "rtl"
    assert page.frames[1].locator(".answer").evaluate(direction) == "rtl"
    assert page.locator("#rows .words").evaluate(direction) == "rtl"


def test_the_note_stands_beside_its_card(page, data):
    title = data["notes"][data["cards"][0]["note"]]["title"]
    assert page.inner_text("#beside h2") == title
    lit = " ".join(page.locator("#beside .lit").all_inner_texts())

    assert lit == data["cards"][0]["said"]


def test_each_sentence_has_the_colour_of_its_cards(page, data):
    page.keyboard.press("2")
    note = data["notes"][data["cards"][0]["note"]]
    assert page.inner_text("#reading h2") == note["title"]
    with_cards = sum(bool(cards) for cards, _ in note["fates"])
    assert page.locator("#reading .text .has").count() >= with_cards

    piece = page.locator("#reading .text .has").first
    piece.click()
    hue = "node => node.style.getPropertyValue('--h')"
    lit = page.locator("#note-cards .lit").first
    assert lit.evaluate(hue) == piece.evaluate(hue) != ""
    lit.click()
    assert page.is_visible("#cards")


def test_a_sentence_without_a_card_says_why(page, data):
    page.keyboard.press("2")
    piece = page.locator("#reading .text .hasnt").first
    piece.click()
    note = data["notes"][data["cards"][0]["note"]]
    reason = note["fates"][int(piece.get_attribute("data-fate"))][1]

    assert page.inner_text("#picked") == f"No card: {reason}."
    assert page.inner_text("#note-cards h2").endswith(" from this note")


def test_a_note_is_found_and_chosen(page):
    page.keyboard.press("2")
    page.keyboard.press("/")
    page.keyboard.type("hash")
    assert page.locator("#shelf .spine").count() == 1
    page.click("#shelf .spine")

    assert page.inner_text("#reading h2") == "How a hash table stays fast"
    assert "slot = hash(key)" in "".join(page.locator("#reading .unread").all_inner_texts())


def test_the_map_leads_from_a_chain_to_its_cards(page, data):
    page.keyboard.press("3")
    assert page.locator(".box").count() == sum(len(island["boxes"]) for island in data["map"]) > 9
    number = next(
        n for n, isle in enumerate(data["map"]) if any(a["cards"] for a in isle["arrows"])
    )
    island = data["map"][number]
    page.click(f"#chains [data-island='{number}']")

    assert page.locator(".island.on .box").count() == len(island["boxes"])
    assert island["arrows"][0]["said"] in page.inner_text("#detail")
    asked = page.inner_text("#detail .mini .words >> nth=0")
    page.click("#detail .mini >> nth=0")
    assert page.is_visible("#cards")
    assert page.inner_text(".row[aria-selected=true] .words") == asked


def test_the_boxes_of_the_map_do_not_lie_on_one_another(page):
    page.keyboard.press("3")
    boxes = page.evaluate(
        "[...document.querySelectorAll('.box')].map(box => box.getBoundingClientRect().toJSON())"
    )
    texts = page.evaluate(
        "[...document.querySelectorAll('.box')].filter(box => box.scrollHeight > box.clientHeight + 1)"
        ".map(box => box.textContent)"
    )

    assert texts == []
    for number, one in enumerate(boxes):
        for two in boxes[:number]:
            apart = (
                one["right"] <= two["left"]
                or two["right"] <= one["left"]
                or one["bottom"] <= two["top"]
                or two["bottom"] <= one["top"]
            )
            assert apart


def test_the_map_is_moved_and_zoomed(page):
    page.keyboard.press("3")
    page.click("#whole")
    look = "getComputedStyle(document.getElementById('land')).transform"
    first = page.evaluate(look)
    box = page.locator("#sea").bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + 12
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 80, y + 60)
    page.mouse.up()
    moved = page.evaluate(look)
    page.mouse.wheel(0, -300)
    page.wait_for_function(f"{look} !== '{moved}'")
    zoomed = page.evaluate(look)
    page.click("#whole")

    assert len({first, moved, zoomed}) == 3
    assert page.evaluate(look) == first


def test_a_box_lights_the_way_through_it(page, data):
    page.keyboard.press("3")
    number = max(range(len(data["map"])), key=lambda at: len(data["map"][at]["arrows"]))
    page.click(f"#chains [data-island='{number}']")
    page.locator(f".island[data-island='{number}'] .box").first.click()

    assert page.locator(".island.on .box.lit").count() > 1
    assert page.get_attribute(".island.on .box >> nth=0", "aria-pressed") == "true"
    page.keyboard.press("Escape")
    assert page.is_hidden("#detail")


def test_the_report_tells_what_the_import_changes(page, data):
    page.keyboard.press("4")
    for kind, count in data["counts"].items():
        assert page.inner_text(f".tile.{kind} b") == str(count)
    assert "another language than English" in page.inner_text(".problems")
    page.click(".tile.retired")

    assert page.is_visible("#cards")
    assert found(page) == sum(card["change"] == "retired" for card in data["cards"])


def test_cards_and_notes_with_keys_alone(page):
    press = page.keyboard.press
    press("/")
    page.keyboard.type("hash")
    press("Enter")
    assert page.inner_text("#flip") == "Show answer"
    press("ArrowRight")
    press("Space")
    assert page.inner_text("#flip") == "Show question"
    asked = page.inner_text(".row[aria-selected=true] .words")
    assert asked in card_text(page)

    press("n")
    page.focus("#reading")
    press("Tab")  # why sentences were left alone
    press("Tab")
    first = page.evaluate("document.activeElement.textContent")
    assert page.evaluate("document.activeElement.dataset.fate") is not None
    press("ArrowDown")
    assert page.evaluate("document.activeElement.textContent") != first
    press("Enter")
    assert page.locator("#reading .lit").count() > 0

    press("1")
    assert page.inner_text(".row[aria-selected=true] .words") == asked


def test_map_and_report_with_keys_alone(page):
    press = page.keyboard.press
    press("3")
    page.focus("#map-search")
    press("Tab")
    press("Enter")
    assert page.is_visible("#detail")
    page.focus("#sea")
    press("Tab")
    assert page.evaluate("document.activeElement.className").startswith("box")
    press("Enter")
    assert page.locator(".box[aria-pressed=true]").count() == 1
    press("Escape")
    assert page.is_hidden("#detail")

    press("4")
    assert page.is_visible("#report")
    press("?")
    assert page.is_visible("#keys")
    press("Escape")
    assert page.is_hidden("#keys")


def test_a_page_written_anew_opens_where_it_was(page):
    page.fill("#search", "hash")
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("t")
    page.keyboard.press("w")
    asked = page.inner_text(".row[aria-selected=true] .words")
    left = found(page)
    page.reload()
    page.wait_for_selector("html[data-ready]", state="attached")

    assert page.inner_text(".row[aria-selected=true] .words") == asked
    assert asked in card_text(page)
    assert found(page) == left
    assert page.get_attribute("html", "data-theme") == "dark"
    assert page.frames[1].evaluate("innerWidth") < 400


def test_a_phone_has_room_for_one_thing_at_a_time(phone, data):
    assert phone.is_hidden("#finder")
    assert phone.evaluate("document.documentElement.scrollWidth") <= PHONE[0]
    phone.tap("#flip")
    assert answer_of(data, 0) in card_text(phone)
    phone.tap("#open-list")
    phone.fill("#search", "hash")
    asked = phone.inner_text(".row >> nth=1 >> .words")
    phone.tap(".row >> nth=1")
    assert phone.is_hidden("#finder")
    assert asked in card_text(phone)

    phone.tap("[data-view=notes]")
    # At the lower edge, where the sheet will be.
    phone.locator("#reading .text .hasnt").nth(3).evaluate(
        "node => { node.scrollIntoView({ block: 'end' }); node.click(); }"
    )
    assert "No card" in phone.inner_text("#sheet")
    chosen = phone.locator("#reading .text .lit").first.bounding_box()
    assert chosen["y"] + chosen["height"] <= phone.locator("#sheet").bounding_box()["y"]
    phone.tap("[data-view=map]")
    phone.tap("#chains .spine >> nth=0")
    assert phone.is_visible("#detail")


@pytest.mark.parametrize("size", [(1440, 900), PHONE], ids=["desk", "phone"])
def test_a_box_that_is_chosen_is_not_below_the_sheet_that_tells_of_it(browser, deck, size):
    with opened(browser, deck, size=size) as page:
        page.click("[data-view=map]")
        for box in page.locator(".box").all():
            box.evaluate("node => { node.scrollIntoView(); node.click(); }")
            page.wait_for_timeout(20)  # a sea that was scrolled rolls back
            chosen, sheet = box.bounding_box(), page.locator("#detail").bounding_box()
            assert page.locator(".box[aria-pressed=true]").count() == 1
            assert chosen["x"] >= 0
            assert chosen["x"] + chosen["width"] <= size[0]
            beside = chosen["x"] + chosen["width"] <= sheet["x"]
            assert beside or chosen["y"] + chosen["height"] <= sheet["y"]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("size", [(1440, 900), PHONE], ids=["desk", "phone"])
def test_axe_finds_no_serious_fault(browser, deck, size, dark):
    with opened(browser, deck, size=size, dark=dark) as page:
        for view in VIEWS:
            page.click(f"[data-view={view}]")
            assert serious_faults(page) == [], view
        page.click("[data-view=map]")
        page.click("#chains .spine >> nth=0")
        page.wait_for_timeout(300)
        assert serious_faults(page) == []
        page.click("[data-view=cards]")
        page.click("#flip")
        assert serious_faults(page) == []
        assert serious_faults(page.frames[1]) == []


def test_a_script_in_a_style_never_runs(browser, deck, tmp_path):
    show = Show(
        deck="Evil",
        css=load_style("quiet").css + "</style><script>parent.ran = 1</script>",
        cards=(exhibit(0, front='<img src="x" onerror="parent.ran = 1">'),),
        **EMPTY,
    )
    path = tmp_path / "evil.html"
    path.write_text(page_text(show), "utf-8")
    context = browser.new_context()
    page = context.new_page()
    page.goto(path.as_uri())
    page.wait_for_selector("html[data-ready]", state="attached")
    page.click("#flip")
    page.wait_for_timeout(200)

    assert page.evaluate("window.ran") is None
    context.close()


EMPTY = {
    "papers": (),
    "islands": (),
    "dropped": (),
    "changes": {"new": "new"},
    "counts": {"new": 1},
    "pace": "",
    "problems": (),
    "stops": "",
    "refused": {},
    "skipped": {},
    "media": {},
}


def exhibit(number, note=-1, front="<div class='face'>front</div>"):
    return Exhibit(
        id=f"card{number}-1",
        number=1,
        kind="question",
        change="new",
        note=note,
        title=f"Note {note}",
        tags=("chaincards::big",),
        question=f"What does thing {number} do to thing {number + 1}?",
        answer=f"It turns it {number} times around the other thing, and then it lets it go",
        quote="It is said that things do this to one another all the time. " * 3,
        front=front,
        back=front + "<hr>" + "the back " * 150,
    )


def test_five_thousand_cards_open_quickly(browser, tmp_path):
    """Measured on two cores with 7000 cards of 599 notes: 0.9 s to open, 25 ms to search."""
    papers = tuple(
        Paper(
            f"note{note}.md",
            f"Note {note}",
            "",
            tuple(
                Paragraph("paragraph", 0, 0, ((f"Sentence {at} of it says so. " * 9, at),))
                for at in range(40)
            ),
            tuple(Fate(at, at + 1, (note * 8 + at,)) for at in range(8))
            + tuple(Fate(at, at + 1, (), "no question comes out of it") for at in range(8, 40)),
        )
        for note in range(625)
    )
    cards = tuple(exhibit(number, number // 8) for number in range(5000))
    css = load_style("quiet").css
    show = Show(deck="Big", css=css, cards=cards, **{**EMPTY, "papers": papers})
    path = tmp_path / "big.html"
    path.write_text(page_text(show), "utf-8")
    started = time.monotonic()
    with opened(browser, path) as page:
        ready = time.monotonic() - started
        assert ready < 6
        assert page.locator(".row").count() < 60
        took = page.evaluate(
            "() => { const start = performance.now(), box = document.getElementById('search');"
            " box.value = 'thing 4321'; box.dispatchEvent(new Event('input'));"
            " return performance.now() - start; }"
        )
        assert took < 500
        assert found(page) == 2
        page.fill("#search", "")
        page.evaluate("document.getElementById('list').scrollTop = 5000 * 68 / 2")
        page.wait_for_selector("#row-2500")
        assert page.locator(".row").count() < 60
