"""Chromium, driven by a test; a test that asks for it skips itself where there is none."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
# Without these it looks for addresses at its start, which a closed network refuses.
QUIET = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    " --disable-component-update --disable-sync"
).split()
DESK, PHONE = (1440, 900), (390, 844)


@contextmanager
def chromium() -> Iterator[Any]:
    """Start a browser."""
    driver = pytest.importorskip(
        "playwright.sync_api", reason="needs playwright: the extra 'pictures'"
    )
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if program is None:
        pytest.skip("needs Chromium: apt-get install chromium")
    with driver.sync_playwright() as playwright, tempfile.TemporaryDirectory() as home:
        browser = playwright.chromium.launch(
            executable_path=program, args=QUIET, env={"HOME": home}
        )
        yield browser
        browser.close()


@contextmanager
def opened(
    browser: Any, path: Path, *, size: tuple[int, int] = DESK, dark: bool = False
) -> Iterator[Any]:
    """Open a page from the disk; an error on its console is a failure."""
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        color_scheme="dark" if dark else "light",
        has_touch=size == PHONE,
    )
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    page.on("request", lambda asked: _refuse(asked.url, wrong))
    page.goto(path.resolve().as_uri())
    page.wait_for_selector("html[data-ready]", state="attached")
    yield page
    context.close()
    assert wrong == []


def _refuse(url: str, wrong: list[str]) -> None:
    if not url.startswith(("file:", "data:", "about:")):
        wrong.append(f"asked the network for {url}")


def serious_faults(page: Any) -> list[str]:
    """What axe finds in a page or a frame, but for trifles."""
    axe = pytest.importorskip(
        "axe_playwright_python.sync_playwright", reason="needs axe: the extra 'pictures'"
    )
    found = axe.Axe().run(page).response["violations"]
    return [
        f"{each['id']}: {node['html'][:200]} {node['failureSummary']}"
        for each in found
        if each["impact"] in ("serious", "critical")
        for node in each["nodes"]
    ]
