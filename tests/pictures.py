"""Pictures of cards by the real Anki program, off-screen, and what its browser measures of them.

``python tests/pictures.py FOLDER [--style NAME]... [--card NAME]... [--scale 2]`` writes a picture
for each style, theme, width, card and side; a style may be the folder of one's own. With ``--docs``
it writes the pictures of the README. It needs the extra [pictures].
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from card_helper import NOON, make_chain, make_cloze, make_entry

from cards.deck import pack
from cards.faces import dress, find_pictures
from cards.model import Entry, Image
from cards.styles import STYLES, load_style

DESK, PHONE = (900, 760), (390, 760)
WIDTHS = {"desk": DESK, "phone": PHONE}
THEMES = ("light", "dark")
SIDES = ("front", "back")
PATIENCE = 60.0
"""Seconds for one card, on a machine that has other things to do."""
TWO = "function" * 2
"""What the program's pages say when they have loaded."""
QUIET_CHROMIUM = "--disable-gpu --no-sandbox --disable-background-networking"

LONG = (
    "Cold water holds more oxygen than warm water does, and the deep basins are the coldest of the "
    "whole lake, so that fish which need much oxygen leave the surface in August, stay below the "
    "thermocline until the first autumn storms, and come back only when wind has mixed the layers "
    "and the water has the same temperature from the top to the bottom."
)
ENTROPY = r"$S = k_B \ln \Omega$"
GAUSS = r"$$\int_{-\infty}^{\infty} e^{-x^2}\,dx = \sqrt{\pi}$$"
SUM = "$a_1 + a_2 + a_3 + a_4 + a_5 + a_6 + a_7 + a_8 + a_9 + a_{10} + a_{11} + a_{12}$"
DISPLAYED = f"${SUM}$"


def entries() -> Mapping[str, Entry]:
    """Return the cards to be shown, by the name of their pictures."""
    return {
        "plain": make_entry(
            question="How does salt keep bread from going stale?",
            answer="By binding water in the crumb",
            quote="Salt keeps bread from going stale by binding water in the crumb.",
            title="Why bread grows stale", channel="Kitchen science", deck="Bread",
            headings=("After baking", "Water"), order=(1,),
        ),
        "cloze": make_cloze(
            "Yeast makes ", ("carbon dioxide", 1), " and alcohol from the ", ("sugar", 2),
            " in the dough.",
            quote="Yeast makes carbon dioxide and alcohol from the sugar in the dough.",
            title="Why bread rises", channel="Kitchen science", deck="Bread",
            headings=("Yeast",), order=(2,),
        ),
        "chain": make_chain(
            "less rain", ("dry topsoil", 1), ("dust in the air", 2), "snow that melts early",
            "less water in summer", signs="++>+", deck="Rivers",
            quote="Less rain leaves dry topsoil, which puts dust in the air. Dust darkens snow, "
            "so that it melts early.",
            title="Why rivers run dry", channel="Land and water",
            headings=("From dust to drought",), order=(3,),
        ),
        "path": make_entry(
            kind="chain", question="By what path does an iron fertiliser cool the air?",
            answer="iron → algae → carbon dioxide in the water → carbon dioxide in the air → "
            "temperature", signs=("+", "-", "+", "+"), deck="Rivers",
            quote="Iron feeds algae, which take carbon dioxide out of the water.",
            title="Feeding the sea", channel="Land and water", order=(4,),
        ),
        "list": make_entry(
            kind="list", question="Which five things does a baker weigh before the flour?",
            answer="the water, as cold as the tap gives it\nthe salt, about two percent of the "
            "flour\nthe yeast\nthe old dough that was kept from yesterday and smells of apples\n"
            "the malt",
            quote="A baker weighs water, salt, yeast, old dough and malt before the flour.",
            title="A morning in a bakery", channel="Kitchen science", deck="Bread",
            headings=("Four o'clock",), seconds=4085, url="https://youtu.be/bAkErYmoRn?t=4085",
            near=True, also=(("Bread by hand 2:10", "https://youtu.be/hAnDbReAd0?t=130"),
            ("kitchen/scales.md", "kitchen/scales.md")), order=(5,),
        ),
        "long": make_entry(
            question="Why do some fish leave the surface of a lake in August and come back only "
            "after the first autumn storms?", answer=LONG, quote=LONG, deck="Rivers",
            title="What fish breathe, and what the wind has to do with it",
            channel="Land and water", headings=("A lake in summer", "The thermocline", "Autumn"),
            order=(6,),
        ),
        "math": make_entry(
            question=f"What does {ENTROPY} say of a gas that has more room?",
            answer=f"Its entropy is larger, as {ENTROPY} grows with the number of its states; "
            f"and {GAUSS}",
            quote=f"A gas that has more room has more states, and {ENTROPY} says that its entropy "
            "is larger.", marks=((ENTROPY, "math"), (GAUSS, "display")),
            title="Counting states", channel="Physics", deck="Physics", order=(7,),
        ),
        "wide-math": make_entry(
            question=f"Which sum is {SUM}?", answer=f"{SUM}, and {DISPLAYED}",
            marks=((SUM, "math"), (DISPLAYED, "display")), quote=f"It is {SUM}.",
            title="Sums", deck="Physics", order=(13,),
        ),
        "code": make_entry(
            question="What does git rebase --onto main do that git merge does not?",
            answer="It writes every commit anew, with a SHA-1 that nobody has seen before",
            quote="git rebase --onto main writes every commit anew, but git merge leaves "
            "refs/heads/a_branch_with_a_very_long_name_that_never_ends as it is.",
            marks=(("git rebase --onto main", "code"), ("git merge", "code"), ("anew", "bold"),
                   ("refs/heads/a_branch_with_a_very_long_name_that_never_ends", "code")),
            title="How git rewrites history", channel="", deck="Software", headings=(),
            seconds=None, url="obsidian://open?vault=v&file=git", order=(8,),
        ),
        "arabic": make_entry(
            kind="author", question="لماذا يغلي الماء على الجبل قبل 100 درجة؟",
            answer="لأن ضغط الهواء أقل", quote="يغلي الماء على الجبل قبل 100 درجة لأن ضغط "
            "الهواء أقل.", title="الماء والهواء", channel="علوم", deck="الفيزياء",
            headings=("الغليان", "الضغط"), order=(9,),
        ),
        "arabic-chain": make_chain(
            "ارتفاع الجبل", ("ضغط الهواء", 1), "درجة الغليان", "زمن الطبخ", signs="--+",
            quote="كلما ارتفع الجبل قل ضغط الهواء.", title="الماء والهواء", channel="علوم",
            deck="الفيزياء", headings=("الضغط",), order=(10,),
        ),
        "image": make_entry(
            question="Where does the thermocline lie?", answer="Between the warm and the cold",
            quote="The thermocline lies between the warm and the cold water.", note="lake.md",
            images=(Image("lake.png", "A lake in two layers"),), title="A lake in summer",
            deck="Rivers", order=(11,),
        ),
        "retired": Entry(
            make_entry(question="Which bird digs holes in a sandbank?", answer="The sand martin",
                       quote="The sand martin digs holes in a sandbank.", title="River banks",
                       deck="Rivers", order=(12,)).card, NOON, "retired", NOON),
    }  # fmt: skip


@dataclass(frozen=True)
class Shot:
    """One picture and what the browser says of it."""

    style: str
    theme: str
    width: str
    card: str
    side: str
    facts: Mapping[str, Any]


# Everything is read from the page that Anki shows: boxes, and colours as they are painted.
MEASURE = r"""
(() => {
  const paint = (text) => {
    const [r, g, b, a] = text.match(/[\d.]+/g).map(Number);
    return [r, g, b, a === undefined ? 1 : a];
  };
  const behind = (node) => {
    for (let up = node; up; up = up.parentElement) {
      const color = paint(getComputedStyle(up).backgroundColor);
      if (color[3] > 0.99) return color;
    }
    return [255, 255, 255, 1];
  };
  const light = (color) => {
    const [r, g, b] = color.slice(0, 3).map((part) => {
      const c = part / 255;
      return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one, two) => {
    const [high, low] = [light(one), light(two)].sort((a, b) => b - a);
    return (high + 0.05) / (low + 0.05);
  };
  const texts = [];
  const walker = document.createTreeWalker(document.getElementById("qa"), NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode()); ) {
    const box = node.parentElement;
    const style = getComputedStyle(box);
    if (!node.data.trim() || /^(STYLE|SCRIPT)$/.test(box.tagName)) continue;
    if (!box.getClientRects().length || box.closest("mjx-assistive-mml")) continue;
    texts.push({
      words: node.data.trim().slice(0, 40),
      within: box.className || box.tagName,
      size: parseFloat(style.fontSize),
      contrast: contrast(paint(style.color), behind(box)),
    });
  }
  const place = (name) => {
    const found = document.querySelector(name);
    if (!found) return null;
    const { x, y, width, height } = found.getBoundingClientRect();
    return { x, y, width, height };
  };
  const root = document.documentElement;
  const edge = root.clientWidth + 1;
  const wide = [...document.querySelectorAll("#qa *")].filter(
    (box) => !box.closest("mjx-container") && box.getBoundingClientRect().right > edge
  );
  return JSON.stringify({
    body: document.body.className,
    scroll: [root.scrollWidth, root.clientWidth, root.scrollHeight, root.clientHeight, scrollY],
    wide: wide.map((box) => box.className || box.tagName),
    texts,
    formulas: document.querySelectorAll("mjx-container").length,
    topic: place(".topic"),
    asked: place(".question, .text"),
    moment: place(".moment"),
    nodes: [...document.querySelectorAll(".node")].map((box) => {
      const { x, y, width, height } = box.getBoundingClientRect();
      return { x, y, width, height, text: box.innerText };
    }),
  });
})()
"""
READY = """
(() => {
  const qa = document.getElementById("qa");
  if (!qa || getComputedStyle(qa).opacity !== "1" || !qa.querySelector(".face")) return "";
  if (/\\\\[(\\[]/.test(qa.innerText)) return "";
  if ([...qa.querySelectorAll("img")].some((img) => !img.complete)) return "";
  return qa.querySelector("div.source") ? "back" : "front";
})()
"""


class Desk:
    """The running program, with a deck for each style."""

    def __init__(self, base: Path, scale: float) -> None:
        for name, value in {
            "QT_QPA_PLATFORM": "offscreen",
            "QTWEBENGINE_DISABLE_SANDBOX": "1",
            "QTWEBENGINE_CHROMIUM_FLAGS": QUIET_CHROMIUM,
            "ANKI_SOFTWAREOPENGL": "1",
            "QT_SCALE_FACTOR": str(scale),
        }.items():
            os.environ.setdefault(name, value)
        import aqt
        from aqt.profiles import ProfileManager

        # At its first start the program asks for a language and waits for a click.
        profiles = ProfileManager(ProfileManager.get_created_base_folder(str(base)))
        profiles.setupMeta()
        profiles.create("User 1")
        profiles.set_update_check(False)
        profiles.load("User 1")
        profiles.save()
        profiles.db.close()
        self.app: Any = aqt._run(
            ["anki", "-b", str(base), "-l", "en_US", "-p", "User 1"], exec=False
        )
        self.aqt = aqt
        self.wait(lambda: bool(aqt.mw and aqt.mw.col))
        self.mw: Any = aqt.mw
        self.mw.show()

    def wait(self, done: Callable[[], bool]) -> None:
        end = time.monotonic() + PATIENCE
        while not done():
            if time.monotonic() > end:
                raise TimeoutError("the Anki program did not get ready")
            self.app.processEvents()
            time.sleep(0.005)

    def rest(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        self.wait(lambda: time.monotonic() > end)

    def ask(self, script: str, web: Any = None) -> Any:
        """Return what a script gives in the page of the card, or another."""
        found: list[Any] = []
        (web or self.mw.reviewer.web).evalWithCallback(script, found.append)
        self.wait(lambda: bool(found))
        return found[0]

    def take(self, package: Path) -> None:
        from anki.collection import ImportAnkiPackageOptions, ImportAnkiPackageRequest

        request = ImportAnkiPackageRequest(
            package_path=str(package), options=ImportAnkiPackageOptions()
        )
        self.mw.col.import_anki_package(request)

    def use_theme(self, theme: str) -> None:
        from aqt.theme import Theme

        self.mw.set_theme(Theme.DARK if theme == "dark" else Theme.LIGHT)
        self.rest(0.3)

    def use_size(self, size: tuple[int, int]) -> None:
        self.mw.setMinimumSize(0, 0)
        self.mw.setFixedSize(*size)
        self.rest(0.2)

    def show(self, card_id: int, side: str) -> None:
        """Show one side of a card as the reviewer does."""
        reviewer = self.mw.reviewer
        if side == "front":
            if self.mw.state != "review":
                self.mw.moveToState("review")
                self.wait(lambda: self.ask("typeof _showQuestion + typeof _drawMark") == TWO)
                bar = reviewer.bottom.web
                self.wait(lambda: self.ask("typeof showQuestion + typeof showAnswer", bar) == TWO)
                self.rest(0.3)
            card = self.mw.col.get_card(card_id)
            card.start_timer()
            reviewer.card = card
            reviewer._showQuestion()
        else:
            reviewer._showAnswer()
        self.rest(0.05)
        self.wait(lambda: self.ask(READY) == side)
        self.rest(0.12)

    def grab(self) -> Any:
        return self.mw.reviewer.web.grab()


def packages(folder: Path, styles: Sequence[str], wanted: Sequence[str]) -> dict[str, Path]:
    """Write a deck of all cards for each style; the guids tell the styles apart."""
    from dataclasses import replace

    found = {}
    shown = [entry for name, entry in entries().items() if not wanted or name in wanted]
    pictures = find_pictures(shown, folder)
    for style in styles:
        name = Path(style).name
        faces = [
            replace(face, guid=f"{face.guid}-{name}", deck=f"{name}::{face.deck}", bare=False)
            for face in dress(shown, pictures=pictures)
        ]
        found[name] = folder / f"{name}.apkg"
        data = pack(faces, name=name, key=name, description="",
                    templates=load_style(style), styled=NOON, vault=folder)  # fmt: skip
        found[name].write_bytes(data)
    return found


def draw_lake(path: Path) -> None:
    from aqt.qt import QColor, QImage, QPainter

    image = QImage(900, 420, QImage.Format.Format_RGB32)
    image.fill(QColor("#f4e9d2"))
    painter = QPainter(image)
    for top, color in ((120, "#8cc7d8"), (230, "#4a90ae"), (280, "#1f4e6e")):
        painter.fillRect(60, top, 780, 400 - top, QColor(color))
    painter.end()
    image.save(str(path))


def take_pictures(
    out: Path, styles: Sequence[str], cards: Sequence[str], scale: float = 1
) -> Iterator[Shot]:
    """Write all pictures into a folder."""
    out.mkdir(parents=True, exist_ok=True)
    desk = Desk(out / "anki", scale)
    draw_lake(out / "lake.png")
    for style, package in packages(out, styles, cards).items():
        desk.take(package)
        yield from _style(desk, out, style, cards)
    desk.mw.col.close()


def _style(desk: Desk, out: Path, style: str, cards: Sequence[str]) -> Iterator[Shot]:
    col = desk.mw.col
    names = {f"{entry.card.guid}-{style}": name for name, entry in entries().items()}
    deck = col.decks.id_for_name(style)
    col.decks.select(deck)
    for theme in THEMES:
        desk.use_theme(theme)
        for width, size in WIDTHS.items():
            desk.use_size(size)
            for number in col.find_cards(f'deck:"{style}"', order="c.due asc, c.ord asc"):
                card = col.get_card(number)
                name = names[card.note().guid]
                if card.ord != (1 if name == "chain" else 0):
                    continue
                for side in SIDES:
                    desk.show(number, side)
                    desk.grab().save(str(out / f"{style}-{theme}-{width}-{name}-{side}.png"))
                    facts = json.loads(desk.ask(MEASURE))
                    yield Shot(style, theme, width, name, side, facts)


def illustrate(shots: Path, docs: Path) -> None:
    """Write the README's pictures from those of all styles at twice the size."""

    def of(style: str, theme: str, width: str, card: str, side: str) -> Any:
        return load(shots / f"{style}-{theme}-{width}-{card}-{side}.png")

    card = of("quiet", "light", "desk", "plain", "back").copy(120, 0, 1560, 590)
    write_small(card, docs / "card.png")
    halves = [of("quiet", "light", "phone", "chain", side).copy(0, 0, 770, 960) for side in SIDES]
    write_small(joined([halves], 24), docs / "chain.png")
    rows = [
        [of(style, "light", "phone", "plain", "back").copy(0, 0, 800, 680) for style in STYLES],
        [of(style, "dark", "phone", "chain", "back").copy(0, 0, 768, 1000) for style in STYLES],
    ]
    rows[1] = [padded(image, 800) for image in rows[1]]
    write_small(joined(rows, 24), docs / "styles.png", 1648)


def load(path: Path) -> Any:
    from aqt.qt import QImage

    image = QImage(str(path))
    image.setDevicePixelRatio(1)
    return image


def padded(image: Any, width: int) -> Any:
    """Widen a picture with its own ground, where a scrollbar was cut off."""
    from aqt.qt import QImage, QPainter

    wide = QImage(width, image.height(), QImage.Format.Format_RGB32)
    wide.fill(image.pixelColor(2, 2))
    painter = QPainter(wide)
    painter.drawImage(0, 0, image)
    painter.end()
    return wide


def joined(rows: Sequence[Sequence[Any]], gap: int) -> Any:
    """Put pictures of one size a row beside one another; the gaps can be seen through."""
    from aqt.qt import QImage, QPainter

    width = max(sum(image.width() + gap for image in row) - gap for row in rows)
    height = sum(row[0].height() + gap for row in rows) - gap
    whole = QImage(width, height, QImage.Format.Format_ARGB32)
    whole.fill(0)
    painter = QPainter(whole)
    top = 0
    for row in rows:
        for at, image in enumerate(row):
            painter.drawImage(at * (image.width() + gap), top, image)
        top += row[0].height() + gap
    painter.end()
    return whole


def write_small(image: Any, path: Path, width: int = 0) -> None:
    """Write a PNG of at most 255 colours, the commonest ones of the picture."""
    from collections import Counter

    from aqt.qt import QImage, Qt

    if width:
        image = image.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
    image = image.convertToFormat(QImage.Format.Format_ARGB32)
    data = image.constBits().asstring(image.sizeInBytes())
    pixels = Counter(memoryview(data).cast("I").tolist())
    table = [color for color, _ in pixels.most_common(255)]
    image.convertToFormat(QImage.Format.Format_Indexed8, table).save(str(path), "PNG", 0)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("out", type=Path)
    parser.add_argument("--style", action="append")
    parser.add_argument("--card", action="append")
    parser.add_argument("--scale", type=float, default=1)
    parser.add_argument("--docs", type=Path)
    told = parser.parse_args()
    scale, cards = (2, ["plain", "chain"]) if told.docs else (told.scale, told.card or [])
    shots = list(take_pictures(told.out.resolve(), told.style or STYLES, cards, scale))
    if told.docs:
        illustrate(told.out, told.docs)
    (told.out / "facts.json").write_text(json.dumps([asdict(shot) for shot in shots], indent=1))
    print(f"{len(shots)} pictures in {told.out}")
    sys.stdout.flush()
    os._exit(0)  # Qt's own end may wait for a browser that nobody sees


if __name__ == "__main__":
    main()
