"""What survives a rebuild: the table of the README, in the real Anki, by the whole program."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest
from anki_helper import Anki, shown
from card_helper import NOON
from click.testing import CliRunner

from cards.cli import main
from cards.ledger import read_ledger
from cards.model import Entry

DECKS = Path("decks")
PACKAGE = DECKS / "bio.apkg"
BREAD = Path("notes/kitchen/bread.md")
HEART = Path("notes/body/heart.md")
YEAST = "Yeast produces carbon dioxide"
GLUTEN = "Gluten traps carbon dioxide"
CLOZE = "\nWater boils at ==100 degrees== and freezes at ==0 degrees==.\n"


class Desk:
    """A learner: a vault, a deck, and Anki."""

    def __init__(self, folder: Path) -> None:
        self.anki = Anki(folder / "anki")
        self.now = NOON

    def build(self, *words: str) -> str:
        """Build a day after the last time."""
        self.now += 86_400
        done = CliRunner(env={"SOURCE_DATE_EPOCH": str(self.now)}).invoke(
            main, ["build", *words], catch_exceptions=False
        )
        assert done.exit_code == 0, done.stderr
        return done.stdout

    def sync(self, *words: str):
        """Build, and import with the dialog's defaults."""
        self.build(*words)
        return self.anki.import_package(PACKAGE)

    def entries(self) -> dict[str, Entry]:
        found = read_ledger(DECKS / "bio.ledger.jsonl").entries
        return {entry.card.guid: entry for entry in found}

    def of(self, words: str) -> list[str]:
        """The live cards of a sentence."""
        return [
            guid
            for guid, entry in self.entries().items()
            if words in entry.card.quote and entry.state == "live"
        ]

    def learn(self) -> None:
        """Days of reviews of every card, lapses among them, and what a user does besides."""
        col = self.anki.col
        ids = sorted(col.find_cards(""))
        for day in range(4):
            col.sched.set_due_date(ids, "0")
            for number, cid in enumerate(ids):
                card = col.get_card(cid)
                card.start_timer()
                col.sched.answerCard(card, (3, 1, 4, 2)[(number + day) % 4])
        col.set_user_flag_for_cards(3, ids[:2])
        col.sched.suspend_cards(ids[1:3])
        col.set_deck(ids[2:4], col.decks.id("My own"))

    def write_on(self, guid: str) -> None:
        """What a user writes on a note."""
        note = self.anki.note(guid)
        note.fields[1] = "my own words"
        note.tags += ["mine", "leech"]
        self.anki.col.update_note(note)

    def css(self, guid: str) -> str:
        """The sheet of a note's type as it lies in the collection: Anki's own object is a copy."""
        self.anki.col.models._clear_cache()
        return self.anki.note(guid).note_type()["css"]

    def rows(self, *guids: str) -> dict[str, tuple[object, ...]]:
        """The notes' rows, all of them or some."""
        found = self.anki.col.db.all("select guid, id, mid, mod, usn, tags, flds from notes")
        return {guid: tuple(row) for guid, *row in found if not guids or guid in guids}


@pytest.fixture
def desk(vault, tmp_path):
    DECKS.mkdir()
    (DECKS / "bio.toml").write_text('name = "Bio"\n', "utf-8")
    HEART.write_text(HEART.read_text("utf-8") + CLOZE, "utf-8")
    desk = Desk(tmp_path)
    desk.sync()
    yield desk
    desk.anki.close()


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def others(desk: Desk, guids: list[str]) -> list[str]:
    return [guid for guid in desk.rows() if guid not in guids]


def test_reviews_flags_decks_and_own_words_stay_through_an_edit(desk):
    """The promise: all of a card's learning stays, and of untouched notes every byte."""
    changed = desk.of(GLUTEN)
    untouched = others(desk, changed)
    desk.learn()
    desk.write_on(untouched[0])
    desk.write_on(untouched[1])
    learnt, before = desk.anki.schedule(), desk.rows(*untouched)
    edit(BREAD, "00:01:02", "00:01:09")
    log = desk.sync()

    cards = [row for row in learnt if len(row) == 16]
    assert {row[4] for row in cards} == {2, 3}, "reviewed, and learnt again"
    assert max(row[10] for row in cards) >= 1, "lapses"
    assert desk.anki.schedule() == learnt
    assert desk.rows(*untouched) == before
    assert "my own words" in before[untouched[0]][-1]
    assert len(log.updated) == len(changed) > 0
    assert not log.new
    for guid in changed:
        assert "t=69" in desk.anki.fields(guid)["Link"]
    assert desk.anki.complaints() == ""


def test_a_rebuild_without_a_change_is_nothing_to_anki(desk):
    desk.learn()
    before = desk.anki.dump()
    data = PACKAGE.read_bytes()
    log = desk.sync()

    assert PACKAGE.read_bytes() == data
    assert (len(log.new), len(log.updated)) == (0, 0)
    assert desk.anki.dump() == before


def test_a_sentence_that_comes_back_goes_on_where_it_was(desk):
    desk.learn()
    learnt, rows = desk.anki.schedule(), desk.rows()
    edit(BREAD, YEAST, "Much is unknown")
    desk.sync()
    edit(BREAD, "Much is unknown", YEAST)
    desk.sync()

    assert desk.anki.schedule() == learnt
    assert desk.rows() == rows


def test_a_note_that_moves_to_another_folder_keeps_its_cards_in_their_decks(desk):
    desk.learn()
    learnt = desk.anki.schedule()
    Path("notes/archive").mkdir()
    BREAD.rename("notes/archive/loaf.md")
    log = desk.sync()

    assert not log.new
    assert desk.anki.schedule() == learnt


def test_a_deck_that_the_user_renamed_stays_renamed(desk):
    deck = desk.anki.col.decks.by_name("Bio::kitchen")
    desk.anki.col.decks.rename(deck, "Baking")
    learnt = desk.anki.schedule()
    edit(BREAD, "00:01:02", "00:01:09")
    desk.sync()

    assert desk.anki.schedule() == learnt
    assert "Baking" in desk.anki.decks()


def test_another_name_and_style_of_the_deck_change_no_card(desk):
    desk.learn()
    before = desk.anki.dump()
    (DECKS / "bio.toml").write_text('name = "Life"\nlook = { accent = "#123456" }\nlimit = 1\n')
    desk.sync()

    assert desk.anki.dump() == before
    assert "#123456" in desk.css(desk.of(YEAST)[0])


def test_the_users_own_look_stays_until_the_style_changes(desk):
    notetype = desk.anki.note(desk.of(YEAST)[0]).note_type()
    notetype["css"] = "/* mine */"
    desk.anki.col.models.update_dict(notetype)
    edit(BREAD, "00:01:02", "00:01:09")
    desk.sync()

    assert desk.css(desk.of(YEAST)[0]) == "/* mine */"
    (DECKS / "bio.toml").write_text('name = "Bio"\nlook = { accent = "#123456" }\n')
    desk.now = desk.anki.col.mod // 1000  # the user's edit has the second of today
    desk.sync()
    assert "#123456" in desk.css(desk.of(YEAST)[0])


def test_touch_brings_what_an_edit_in_anki_had_overtaken(desk):
    """A note that was tagged between build and import has a newer time than the package."""
    (guid, *_) = desk.of(GLUTEN)
    edit(BREAD, "00:01:02", "00:01:09")
    desk.build()
    note = desk.anki.note(guid)
    note.tags.append("mine")
    desk.anki.col.update_note(note)
    desk.anki.import_package(PACKAGE)
    assert "t=62" in desk.anki.fields(guid)["Link"]

    desk.now = desk.anki.note(guid).mod
    learnt = desk.anki.schedule()
    log = desk.sync("--touch")

    assert "t=69" in desk.anki.fields(guid)["Link"]
    assert len(log.updated) == len(desk.rows())
    assert desk.anki.schedule() == learnt


def test_two_devices_that_import_before_they_meet_have_the_same_numbers(desk, tmp_path):
    """The same note and card ids: when they sync there is one note, not two."""
    first = [row[:3] for row in desk.anki.schedule()]
    edit(BREAD, "00:01:02", "00:01:09")
    desk.build()
    with Anki(tmp_path / "phone") as phone:
        phone.import_package(PACKAGE)
        ids = [(row[0], row[1]) for row in phone.schedule()]

    assert ids == [(row[0], row[1]) for row in first]


def test_a_gap_that_is_added_gets_a_card_and_the_others_keep_theirs(desk):
    desk.learn()
    learnt = desk.anki.schedule()
    (guid,) = desk.of("Water boils")
    edit(HEART, "==0 degrees==", "==0 degrees== ==exactly==")
    desk.sync()
    live = desk.of("Water boils")

    rows = {row[0]: row for row in desk.anki.schedule()}
    assert all(rows[row[0]] == row for row in learnt)
    assert guid in desk.rows()
    assert live


def test_a_banner_updates_a_note_and_gives_nobody_a_new_card(desk, tmp_path):
    """Whoever deleted the card gets a note without one, until Check Database makes one of it."""
    (guid, *_) = gone = desk.of(YEAST)
    desk.learn()
    learnt = desk.anki.schedule()
    (DECKS / "bio.toml").write_text('name = "Bio"\nretired = "banner"\n')
    edit(BREAD, YEAST, "Much is unknown")
    desk.sync()

    assert "No longer in the notes" in shown(desk.anki.question(guid))
    assert len(desk.anki.col.find_notes("tag:chaincards::retired")) == len(gone)
    assert desk.anki.schedule() == learnt
    with Anki(tmp_path / "other") as other:
        other.import_package(PACKAGE)
        assert not other.cards(guid)
        other.complaints()
        assert len(other.cards(guid)) == 1

    edit(BREAD, "Much is unknown", YEAST)
    desk.sync()
    assert "No longer in the notes" not in shown(desk.anki.question(guid))
    assert desk.anki.schedule() == learnt


def test_a_retired_card_stays_in_anki_and_its_search_finds_it(desk):
    gone = desk.of(YEAST)
    desk.learn()
    learnt = desk.anki.schedule()
    edit(BREAD, YEAST, "Much is unknown")
    desk.sync()
    (search,) = re.findall(r'^"Uid:re:.*"$', Path("decks/bio.retired.txt").read_text(), re.M)

    assert set(learnt) <= {*desk.anki.schedule()}
    found = desk.anki.col.find_notes(search)
    assert {desk.anki.col.get_note(number).guid for number in found} == {*gone}


def test_a_picture_of_new_content_reaches_its_card(desk):
    fact = "A beach is a strip of sand that lies between the sea and the land."
    BREAD.write_text(f"{BREAD.read_text('utf-8')}\n![](beach.png) {fact}\n", "utf-8")
    picture = BREAD.with_name("beach.png")
    picture.write_bytes(b"one")
    desk.sync()
    picture.write_bytes(b"two")
    desk.sync()
    (guid, *_) = [guid for guid in desk.rows() if "<img" in desk.anki.fields(guid)["Image"]]
    (name,) = re.findall('src="(.*?)"', desk.anki.fields(guid)["Image"])

    assert (Path(desk.anki.col.media.dir()) / name).read_bytes() == b"two"


def test_a_picture_that_is_put_before_a_known_sentence_reaches_its_card(desk):
    fact = "A beach is a strip of sand that lies between the sea and the land."
    BREAD.write_text(f"{BREAD.read_text('utf-8')}\n{fact}\n", "utf-8")
    desk.sync()
    desk.learn()
    (guid, *more) = desk.of("strip of sand")
    before, rest = desk.anki.schedule(), others(desk, [guid, *more])
    still = desk.rows(*rest)
    BREAD.with_name("beach.png").write_bytes(b"sand")
    edit(BREAD, fact, f"![](beach.png) {fact}")
    desk.sync()

    assert "<img" in desk.anki.fields(guid)["Image"]
    assert desk.anki.schedule() == before
    assert desk.rows(*rest) == still


def test_a_changed_number_may_keep_its_history_where_the_recipe_says_so(desk):
    fact = "A loaf of rye bread weighs 500 grams."
    (DECKS / "bio.toml").write_text('name = "Bio"\nchanged_claims = "keep"\n', "utf-8")
    BREAD.write_text(f"{BREAD.read_text('utf-8')}\n{fact}\n", "utf-8")
    desk.sync()
    desk.learn()
    known, before = set(desk.of("500 grams")), desk.anki.schedule()
    edit(BREAD, "500 grams", "750 grams")
    desk.sync()

    assert known
    assert set(desk.of("750 grams")) == known
    assert desk.anki.schedule() == before
    shown = [" ".join(desk.anki.note(guid).fields) for guid in known]
    assert all("750" in text and "500" not in text for text in shown)


def test_a_gap_with_another_number_may_keep_its_history_too(desk):
    (DECKS / "bio.toml").write_text('name = "Bio"\nchanged_claims = "keep"\n', "utf-8")
    desk.sync()
    desk.learn()
    known, before = desk.of("freezes at"), desk.anki.schedule()
    edit(HEART, "==100 degrees==", "==99 degrees==")
    desk.sync()

    assert desk.of("99 degrees") == known != []
    assert desk.anki.schedule() == before
    assert "{{c1::99 degrees}}" in desk.anki.fields(known[0])["Text"]


CHAIN = """
Endurance training increases the volume of blood plasma.
{more}The volume of blood plasma increases the stroke volume of the heart.
The stroke volume of the heart lowers the resting heart rate.
"""


def test_a_chain_that_grows_and_shrinks_keeps_its_reviews(desk):
    body = HEART.read_text("utf-8")
    HEART.write_text(body + CHAIN.format(more=""), "utf-8")
    desk.sync()
    desk.learn()
    chains = {g for g, e in desk.entries().items() if e.card.kind in ("chain", "gaps")}
    before = {row[0]: row for row in desk.anki.schedule()}
    HEART.write_text(
        body
        + CHAIN.format(more="")
        + "The resting heart rate lowers the oxygen need of the heart muscle.\n",
        "utf-8",
    )
    desk.sync()
    grown = desk.entries()
    HEART.write_text(body + CHAIN.format(more=""), "utf-8")
    desk.sync("--retire")
    shrunk = desk.entries()
    after = {row[0]: row for row in desk.anki.schedule()}

    assert chains
    for entries in (grown, shrunk):
        assert chains <= {guid for guid, each in entries.items() if each.state == "live"}
    assert {number: after[number] for number in before} == before


PATH = {
    "short": """
Endurance training increases the volume of blood plasma.
The volume of blood plasma increases the stroke volume of the heart.
""",
    "inserted": """
Endurance training increases the production of the hormone aldosterone.
The production of the hormone aldosterone increases the volume of blood plasma.
The volume of blood plasma increases the stroke volume of the heart.
""",
    "removed": """
Endurance training increases the production of the hormone aldosterone.
The production of the hormone aldosterone increases the stroke volume of the heart.
""",
}
PATH_ENDS = """The stroke volume of the heart lowers the resting heart rate.
The resting heart rate lowers the oxygen need of the heart muscle.
"""


def test_a_chain_into_which_a_node_is_put_and_from_which_one_goes_keeps_its_reviews(desk):
    note = Path("notes/training.md")
    note.write_text(PATH["short"] + PATH_ENDS, "utf-8")
    desk.sync()
    desk.learn()
    chains = {g for g, e in desk.entries().items() if e.card.note == "training.md" and e.card.rests}
    before = {row[0]: row for row in desk.anki.schedule()}
    for step, node in (
        ("inserted", "hormone aldosterone → the volume"),
        ("removed", "aldosterone"),
    ):
        note.write_text(PATH[step] + PATH_ENDS, "utf-8")
        desk.sync("--retire")
        after = {row[0]: row for row in desk.anki.schedule()}

        assert chains
        assert chains <= {g for g, each in desk.entries().items() if each.state == "live"}
        assert {number: after[number] for number in before} == before
        for guid in chains:
            assert node in desk.entries()[guid].card.answer
            assert "aldosterone" in shown(desk.anki.answer(guid))


def test_no_text_is_ever_stale_when_each_build_is_imported(desk):
    """Forty rounds of edits, some by a clock that goes back: Anki has what was built last."""
    chance = random.Random(3)  # noqa: S311  dice
    seconds = dict.fromkeys((BREAD, HEART), 60)
    for _ in range(40):
        for path in seconds:
            if chance.random() < 0.5:
                text = path.read_text("utf-8")
                seconds[path] += 1
                minute = f"00:{seconds[path] // 60:02}:{seconds[path] % 60:02}"
                text = re.sub(r'data-t="[^"]*">\[[^]]*\]', f'data-t="{minute}">[{minute}]', text)
                path.write_text(text, "utf-8")
        desk.now -= chance.choice([0, 0, 90_000])
        learnt = desk.anki.schedule()
        log = desk.sync()
        assert desk.anki.schedule() == learnt
        assert not log.new
    links = {guid: entry.card.url for guid, entry in desk.entries().items()}

    assert len(links) > 5
    for guid, url in links.items():
        assert url in desk.anki.fields(guid)["Link"].replace("&amp;", "&")
