"""The example vault, built as a newcomer builds it and imported into the real Anki."""

from __future__ import annotations

import hashlib
import html
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from anki_helper import Anki, shown
from filelock import FileLock

ROOT = Path(__file__).resolve().parent.parent
SPANISH = "biologia/como_la_fotosintesis_guarda_la_luz.md"
MINUTES_AS_HOURS = "history/how_the_separate_condenser_saved_coal.md"
ENGLISH = 10

SEE_ALSO = {
    "age_of_the_ocean_floor",
    "atherosclerosis_stages",
    "beta_blockers_and_the_heart",
    "cpu_caches",
    "foams_in_the_kitchen",
    "fractional_reserve_banking",
    "mantle_wedge",
    "square_cube_law",
    "thermoregulation_in_marine_mammals",
    "thermostats_and_hysteresis",
}
"""The links of the example that hang behind a sentence; all others are part of theirs."""
TALK = (
    "This article follows",
    "The question is why",
    "In today's video",
    "We will first look",
    "Here we follow",
    "Dr. Vega",
    "subscribe",
    "for education only",
)
MARKUP = re.compile(
    r"\[\[|\]\]|\*\*|```|==|::|\{\{|yt-timestamp|data-t|<[a-z/]|\[!|\[\d+:\d|^From:|\|",
    re.MULTILINE,
)
TAG = r'<a class="yt-timestamp" data-t="([\d:]+)">[^<]*</a>'
STAMP = re.compile(
    rf"\[[\d:]+\]\({TAG}\)|\(?{TAG}\)?|\[[\d:]+\]\([^)]*[?]t=(\d+)\)|[\[(](\d+:[\d:]+)[\])]"
)


@dataclass(frozen=True)
class Line:
    """A line of a note as the test reads it, by means of its own."""

    words: str
    stamps: tuple[tuple[int, int], ...]
    """Place in the words, seconds."""
    heading: bool


def seconds(stamp: str, path: str) -> int:
    parts = [int(part) for part in stamp.split(":")]
    if path == MINUTES_AS_HOURS:
        parts = parts[:2]
    total = 0
    for part in parts:
        total = total * 60 + part
    return total


def plain(markdown: str) -> str:
    """Drop markup from a stretch of a line that holds no timestamp."""
    text = re.sub(r"!\[[^\]]*\]\([^)]*\)", "", markdown)
    text = re.sub(
        r"\[\[([^\]|]*?) *\| *([^\]]*)\]\]",
        lambda link: "" if link[1] in SEE_ALSO else link[2],
        text,
    )
    text = re.sub(r"^[QA]: ", "", text)
    text = re.sub(r"^\s*(?:[-*]|\d+\.|>|:)\s+|^#+\s+|\[![A-Za-z]+\]|\*\*|[*`]|==", "", text)
    return re.sub(r"\*\*|[*`]|==|(?<=\?)::", "", text)


def squeezed(text: str) -> str:
    """Leave out what may differ between a note and a card: blanks, and how math is marked."""
    return re.sub(r"\s+|\$|\\[()]", "", text)


@cache
def lines(path: str) -> tuple[Line, ...]:
    read = []
    # A definition stands on the line below its word, and commas part stamps in a row.
    text = (ROOT / "notes" / path).read_text("utf-8").replace("\n: ", ": ")
    for raw in text.splitlines():
        words, stamps, end = "", [], 0
        for found in STAMP.finditer(raw):
            between = raw[end : found.start()]
            words += "" if stamps and between == ", " else squeezed(plain(between))
            at = next(group for group in found.groups() if group)
            stamps.append((len(words), int(at) if at.isdigit() else seconds(at, path)))
            end = found.end()
        words += squeezed(plain(raw[end:]))
        read.append(Line(words, tuple(stamps), raw.startswith("#")))
    return tuple(read)


def said(quote: str, path: str) -> tuple[int, int] | None:
    """Find the line that holds a quote, and where in it the quote ends."""
    words = squeezed(quote)
    for number, line in enumerate(lines(path)):
        start = line.words.find(words)
        if start >= 0:
            return number, start + len(words)
    for number, (above, below) in enumerate(pairwise(lines(path)), start=1):
        if words in above.words + below.words:  # a question and its answer, a line each
            return number, len(below.words)
    return None


def moment(quote: str, path: str) -> int | None:
    """Say which second the card must link to; None for the start of the video."""
    number, end = said(quote, path) or (0, 0)
    line = lines(path)[number]
    # A full stop may stand behind the stamp.
    after = [second for place, second in line.stamps if place >= end - 1]
    if after or line.stamps:
        return after[0] if after else line.stamps[-1][1]
    for other in reversed(lines(path)[:number]):
        if other.stamps:
            return other.stamps[-1][1]
        if other.heading:
            return None
    return None


@dataclass(frozen=True)
class Example:
    folder: Path
    output: str
    anki: Anki
    log: object
    notes: dict[str, dict[str, str]]
    """Fields by guid."""

    def of(self, path: str) -> dict[str, dict[str, str]]:
        return {guid: each for guid, each in self.notes.items() if path_of(each) == path}


def path_of(fields: dict[str, str]) -> str:
    """Return the path of a card's note, by its title."""
    return titles()[html.unescape(fields["Title"])]


@cache
def titles() -> dict[str, str]:
    found = {}
    for path in sorted((ROOT / "notes").rglob("*.md")):
        title = re.search(r'^title: "?(.*?)"?$', path.read_text("utf-8"), re.MULTILINE)
        assert title is not None
        found[title[1]] = path.relative_to(ROOT / "notes").as_posix()
    return found


def build(folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command of the README in a copy of the example."""
    return subprocess.run(
        [sys.executable, "-m", "cards", "build"],
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def video(path: str) -> str:
    found = re.search(r"(?:videoId: |\?v=)(\S{11})", (ROOT / "notes" / path).read_text("utf-8"))
    assert found is not None
    return found[1]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """Build once, whichever of the side by side running tests comes first."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder = shared / "example"
    with FileLock(shared / "example.lock"):
        if not folder.exists():
            shutil.copytree(ROOT / "notes", folder / "notes")
            (folder / "decks").mkdir()
            for recipe in (ROOT / "decks").glob("*.toml"):
                shutil.copy(recipe, folder / "decks")
            done = build(folder)
            (folder / "output").write_text(done.stdout + done.stderr, "utf-8")
    return folder, (folder / "output").read_text("utf-8")


@pytest.fixture(scope="module")
def example(built: tuple[Path, str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Example]:
    folder, output = built
    packages = list((folder / "decks").glob("*.apkg"))
    assert len(packages) == 1, output
    assert "error:" not in output, output
    with Anki(tmp_path_factory.mktemp("anki")) as anki:
        log = anki.import_package(packages[0])
        notes = {guid: dict(note.items()) for guid, note in anki.notes().items()}
        yield Example(folder, output, anki, log, notes)


def test_the_example_is_imported_without_a_complaint(example):
    assert len(example.log.new) == len(example.notes)
    assert not [
        *example.log.conflicting,
        *example.log.missing_notetype,
        *example.log.empty_first_field,
    ]
    assert example.anki.complaints() == ""


def test_every_english_note_of_the_example_gives_cards(example):
    counts = {path: len(example.of(path)) for path in titles().values() if path != SPANISH}

    assert len(counts) == ENGLISH
    # That of the bank run gives one: readers kept few cards about money, and its score knows it.
    assert min(counts.values()) >= 1, counts


def test_the_spanish_note_is_named_and_gives_no_card_by_rules(example):
    assert SPANISH in example.output.replace("\\", "/")
    assert example.of(SPANISH) == {}


def test_every_quote_of_the_example_is_the_notes_own_words(example):
    quotes = {(path_of(fields), shown(fields["Quote"])) for fields in example.notes.values()}

    unsaid = [(path, quote) for path, quote in sorted(quotes) if said(quote, path) is None]
    assert not unsaid, "\n".join(map(str, unsaid))


def test_every_link_of_the_example_leads_to_the_second(example):
    wrong = []
    for fields in example.notes.values():
        path, quote = path_of(fields), shown(fields["Quote"])
        if said(quote, path) is None:
            continue  # told by the test above
        at = moment(quote, path)
        link = f"https://youtu.be/{video(path)}" + ("" if at is None else f"?t={at}")
        if f'href="{link}"' not in html.unescape(fields["Link"]):
            wrong.append((quote, link, fields["Link"]))

    assert wrong == []


def test_no_card_of_the_example_shows_markup(example):
    for guid in example.notes:
        for card in example.anki.cards(guid):
            output = card.render_output(reload=True, browser=False)
            for side in (output.question_text, output.answer_text):
                assert not MARKUP.search(shown(side)), shown(side)


def test_no_card_of_the_example_is_talk_about_the_talk_or_a_see_also_link(example):
    glued = re.compile(rf"\[\[(?:{'|'.join(sorted(SEE_ALSO))}) \| ([^\]]*)\]\]")
    wrong = []
    for path in titles().values():
        text = (ROOT / "notes" / path).read_text("utf-8")
        # One link repeats the words before it, as they often do.
        never = [*TALK, *(words for words in glued.findall(text) if words != "cache lines")]
        told = [shown(" ".join(fields.values())) for fields in example.of(path).values()]
        wrong += [words for words in never if any(words in card for card in told)]

    assert wrong == []


def test_the_authors_own_cards_are_taken_as_they_stand(example):
    asked = {
        shown(fields.get("Question", "")): shown(fields.get("Answer", ""))
        for fields in example.notes.values()
    }

    assert asked["What protein of egg white sets a meringue in the oven?"] == "Ovalbumin"
    question = "What does a hash table do with its entries when the load factor reaches the limit?"
    assert asked[question] == "It moves them all into a larger array."


def test_the_example_has_chains(example):
    kinds = [fields["Kind"] for fields in example.notes.values()]

    assert kinds.count("chain") >= 3


def test_the_picture_of_the_example_comes_along(example):
    shown_in = [fields["Image"] for fields in example.notes.values() if fields["Image"]]
    names = [name for html in shown_in for name in re.findall(r'src="([^"]+)"', html)]

    assert names
    assert all(example.anki.col.media.have(name) for name in names)


def digests(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}


def test_building_the_example_again_changes_nothing(example):
    """Not under another hash seed either, and not without the cache of the first time."""
    before = digests(example.folder / "decks")
    done = build(example.folder, PYTHONHASHSEED="7", CHAINCARDS_CACHE=str(example.folder / "empty"))

    assert done.returncode == 0
    assert digests(example.folder / "decks") == before
