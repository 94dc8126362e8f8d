"""The styles that there are: built in, and the user's own beside the recipes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cards.styles.tokens import SWATCH, StyleError, Tokens, nearest, read_tokens

HOME = Path(__file__).parent
BASE = HOME / "base"
"""The templates that all styles share."""
STYLES = ("quiet", "book", "compact", "contrast")
"""The built-in ones, the default first."""
OWN = "styles"
"""Folder of the user's own styles, beside the recipes."""
EXTRA = "extra.css"
"""A sheet of the user's own on top of the style's."""
PARTS = (".css", ".html", ".toml")
NAME = re.compile(r"[^\x00-\x1f<>:\"/\\|?*.\s][^\x00-\x1f<>:\"/\\|?*]*")


@dataclass(frozen=True, slots=True)
class Style:
    """A style that was found."""

    name: str
    folder: Path
    tokens: Tokens
    base: str
    """The built-in style that gives what the folder lacks."""

    @property
    def about(self) -> str:
        """What its tokens' first comment says of it."""
        first = self.tokens.text.split("\n", 1)[0]
        return first.removeprefix("#").strip() if first.startswith("#") else ""

    @property
    def folders(self) -> tuple[Path, ...]:
        """Where its files are looked for, in this order."""
        return tuple(dict.fromkeys((self.folder, HOME / self.base, BASE)))


def find_style(name: str, decks: Path, where: str = "") -> Style:
    """Find a style.

    Args:
        name: Of a built-in style or of one in ``decks/styles``, or the path of a folder.
        decks: The folder of recipes, from which paths count.
        where: File and line that name it, for the error.
    """
    if name in STYLES:
        return Style(name, HOME / name, read_tokens(HOME / name), name)
    if (folder := own_folder(name, decks)) is not None:
        return _own(folder)
    own = [style.name for style in own_styles(decks)]
    known = (*STYLES, *own)
    raise StyleError(
        f"{where}{': ' if where else ''}unknown style '{name}'{nearest(name, known)}\n"
        f"  there are: {', '.join(known)}; your own: chaincards styles new NAME"
    )


def own_folder(name: str, decks: Path) -> Path | None:
    """The folder of a style of the user's own; None for a built-in one and where there is none."""
    if not name or name in STYLES:
        return None
    folders = (decks / Path(name).expanduser(), decks / OWN / name)
    return next((folder for folder in folders if folder.is_dir()), None)


def own_styles(decks: Path) -> Iterator[Style]:
    """The user's own styles by name."""
    for folder in sorted((decks / OWN).glob("*/")):
        if folder.is_dir():
            yield _own(folder)


def _own(folder: Path) -> Style:
    tokens = read_tokens(folder)
    like = tokens.like or STYLES[0]
    if like not in STYLES:
        place = tokens.place("like")
        raise StyleError(
            f"{place}: unknown style '{like}'{nearest(like, STYLES)}\n"
            f"  there are: {', '.join(STYLES)}"
        )
    return Style(folder.name, folder, tokens, like)


def shown_tokens(style: Style) -> Iterator[tuple[str, tuple[int, int, int] | None]]:
    """The lines of a style's tokens, then of those that it takes from its base; with colours."""
    texts = [style.tokens.text]
    if style.folder != HOME / style.base:
        texts += ["", f"# From '{style.base}', where this style has no token of the same name:"]
        texts.append(read_tokens(HOME / style.base).text)
    for line in "\n".join(texts).rstrip("\n").split("\n"):
        found = SWATCH.search(line)
        yield line, _rgb(found[1]) if found else None


def _rgb(color: str) -> tuple[int, int, int]:
    red, green, blue = (int(color[at : at + 2], 16) for at in (1, 3, 5))
    return red, green, blue


def new_style(name: str, like: str, decks: Path) -> Path:
    """Copy a style to start from into ``decks/styles``; never over anything.

    Returns:
        The new folder.
    """
    if name in STYLES or not NAME.fullmatch(name):
        why = "is built in" if name in STYLES else "is no name for a folder"
        raise StyleError(f"'{name}' {why}\n  take another: chaincards styles new mine")
    style = find_style(like, decks)
    folder = decks / OWN / name
    files = _files(style)
    try:
        folder.mkdir(parents=True)
    except FileExistsError as error:
        raise StyleError(f"{folder}: is there already\n  take another name") from error
    except OSError as error:
        raise StyleError(f"{folder}: cannot be made ({error})") from error
    for file, text in files.items():
        (folder / file).write_text(text, "utf-8", newline="\n")
    return folder


def _files(style: Style) -> dict[str, str]:
    """All files of a style, its base's among them, as they go into a copy."""
    files: dict[str, str] = {}
    for folder in reversed(style.folders):
        for path in sorted(folder.iterdir()):
            if path.suffix in PARTS:
                files[path.name] = path.read_text("utf-8")
    if "like" not in style.tokens.values:
        about, _, rest = files.get("tokens.toml", "").partition("\n")
        said = "# What this folder lacks is taken from this style."
        files["tokens.toml"] = f'{about}\n{said}\nlike = "{style.base}"\n{rest}'
    return files
