"""Every style in the real Anki program: what its browser shows and measures."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import defaultdict
from importlib.util import find_spec
from pathlib import Path

import pytest
from filelock import FileLock
from pictures import SIDES, THEMES, WIDTHS, entries

from cards.styles import STYLES

pytestmark = [
    pytest.mark.anki_gui,
    pytest.mark.skipif(not find_spec("aqt"), reason="the extra [pictures] is not installed"),
]
LEAST = 12.5
"""Pixels of the smallest letters."""


@pytest.fixture(scope="module")
def shots(tmp_path_factory) -> list[dict]:
    """One run of the program shows all cards, for all the processes of a test run.

    It takes a second to start, and half a one a card; and Anki lets no second one start beside it.
    """
    base = tmp_path_factory.getbasetemp()
    out = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "pictures"
    with FileLock(f"{out}.lock"):
        if not (out / "facts.json").is_file():
            _take(out)
    return [shot | {"path": out} for shot in json.loads((out / "facts.json").read_text())]


def _take(out: Path) -> None:
    program = Path(__file__).with_name("pictures.py")
    run = subprocess.run(
        [sys.executable, str(program), str(out)],
        capture_output=True, text=True, timeout=570, check=False,
        env=os.environ | {"PYTHONPATH": str(program.parents[1])},
    )  # fmt: skip
    assert run.returncode == 0, run.stdout + run.stderr


def name(shot: dict) -> str:
    return "-".join(shot[part] for part in ("style", "theme", "width", "card", "side"))


def test_every_card_is_pictured_in_every_style_theme_and_width(shots):
    count = len(STYLES) * len(THEMES) * len(WIDTHS) * len(SIDES) * len(entries())

    assert len({name(shot) for shot in shots}) == count
    assert all((shot["path"] / f"{name(shot)}.png").stat().st_size > 1000 for shot in shots)


def test_the_program_has_the_theme_that_the_sheet_asks_for(shots):
    for shot in shots:
        assert ("nightMode" in shot["facts"]["body"]) == (shot["theme"] == "dark"), name(shot)


def test_nothing_is_wider_than_the_window(shots):
    for shot in shots:
        wide, client, *_ = shot["facts"]["scroll"]
        assert wide <= client, name(shot)
        assert shot["facts"]["wide"] == [], name(shot)


def test_all_words_can_be_read(shots):
    """Contrast as WCAG counts it, from the colours that are painted."""
    for shot in shots:
        needed = 7 if shot["style"] == "contrast" else 4.5
        for text in shot["facts"]["texts"]:
            assert text["contrast"] >= needed, (name(shot), text)
            assert text["size"] >= LEAST or text["within"].startswith("mjx"), (name(shot), text)


def test_formulas_are_set(shots):
    for shot in shots:
        if shot["card"] == "math":
            assert shot["facts"]["formulas"] >= 1, name(shot)


def test_nothing_jumps_when_a_card_is_turned(shots):
    """Topic and question stay to the pixel; of a chain each box stays where it begins."""
    cards: dict[str, dict[str, dict]] = defaultdict(dict)
    for shot in shots:
        cards[name(shot).removesuffix(f"-{shot['side']}")][shot["side"]] = shot["facts"]
    for card, sides in cards.items():
        front, back = sides["front"], sides["back"]
        assert front["topic"] == back["topic"], card
        places = [(side["asked"]["x"], side["asked"]["y"]) for side in (front, back)]
        assert places[0] == places[1], card
        assert back["scroll"][4] == 0, card
        if "cloze" not in card:
            assert front["asked"] == back["asked"], card
        if "arabic" not in card:
            tops = [(box["x"], box["y"]) for box in front["nodes"]]
            assert tops in ([], [(box["x"], box["y"]) for box in back["nodes"]]), card


def test_the_asked_node_is_hidden_on_the_front_alone(shots):
    for shot in shots:
        if shot["card"] == "chain":
            hidden = [box["text"] for box in shot["facts"]["nodes"]][2]
            assert hidden == ("[...]" if shot["side"] == "front" else "dust in the air")
