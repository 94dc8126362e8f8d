"""What tests share: a cache that is not the user's, and small notes of our own."""

# ruff: noqa: E501  # lines of notes

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

import cards
from cards.choose import LEAST_SCORES

# Chance belongs to the desk: a run that decides over a change is the same every time.
settings.register_profile("ci", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("ci")

HEART = """---
title: Why the heart races
videoId: hEaRtRaCe01
---
From: [[bodyworks]] <br/>

## Adrenaline

When the body exercises, the adrenal glands release adrenaline <a class="yt-timestamp" data-t="00:01:10">[00:01:10]</a>.
Adrenaline increases the heart rate <a class="yt-timestamp" data-t="00:01:40">[00:01:40]</a>.
The heart beats faster because adrenaline binds to its receptors <a class="yt-timestamp" data-t="00:02:05">[00:02:05]</a>.
"""
BREAD = """---
title: How bread rises
videoId: bReAdRiSe02
---
Yeast is a fungus that feeds on sugar <a class="yt-timestamp" data-t="00:00:20">[00:00:20]</a>.
Yeast produces carbon dioxide <a class="yt-timestamp" data-t="00:00:41">[00:00:41]</a>.
Gluten traps carbon dioxide by forming an elastic net <a class="yt-timestamp" data-t="00:01:02">[00:01:02]</a>.
"""
TIDES = """---
title: What moves the tides
---
The gravity of the moon raises the water of the oceans.
Spring tides are tides that occur when the sun and the moon stand in one line.
"""


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory):
    """Parses are shared by the processes of one test run and never by two runs."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    os.environ["CHAINCARDS_CACHE"] = str(shared / "cache")
    # Programs that tests start in other folders find the package that is tested.
    os.environ["PYTHONPATH"] = str(Path(cards.__file__).parents[1])


@pytest.fixture
def vault(tmp_path, monkeypatch):
    """A folder with three notes in two folders; the current folder is the one around it."""
    monkeypatch.chdir(tmp_path)
    # What is tested here is what becomes of cards, not which are good enough.
    monkeypatch.setitem(LEAST_SCORES, "balanced", 0.0)
    folder = Path("notes")
    for name, text in {
        "body/heart.md": HEART,
        "kitchen/bread.md": BREAD,
        "tides.md": TIDES,
    }.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


@pytest.fixture
def ctrl_c() -> Iterator[None]:
    """What a test starts hears Ctrl-C, which tests in the background may ignore and pass on so."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)
