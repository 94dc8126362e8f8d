"""Take the README's picture of the page anew: ``python tests/page_picture.py``.

It needs Chromium and the extra [pictures].
"""

from __future__ import annotations

import io
import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

from browser_helper import chromium, opened
from PIL import Image

from cards.build import build
from cards.gallery import write_preview
from cards.plans import find_plans

ROOT = Path(__file__).parents[1]
NOON = 1_700_000_000
SIZE = 1280, 800
SHOWN = "sympathetic nerves renin path"
"""Finds the card of the picture."""


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        home = Path(folder)
        for part in ("notes", "decks"):
            shutil.copytree(ROOT / part, home / part)
        (plan,) = find_plans([], home / "decks")
        plan = replace(plan, root=home / "notes")
        build(plan, NOON)
        write_preview(plan, NOON, home / "deck.html")
        with opened(browser, home / "deck.html", size=SIZE) as page:
            page.fill("#search", SHOWN)
            if page.is_visible("#none"):
                raise SystemExit(f"no card is found by {SHOWN!r}: choose another for the picture")
            page.fill("#search", "")
            page.click("#flip")
            page.evaluate("document.activeElement.blur()")
            page.mouse.move(0, 0)
            _save(page.screenshot(), ROOT / "docs" / "preview.png")


def _save(picture: bytes, path: Path) -> None:
    """Write a picture with few colours: a third of the size, and nobody sees it."""
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    image.quantize(224, dither=Image.Dither.NONE).save(path, optimize=True)


if __name__ == "__main__":
    main()
