"""decks/NAME.toml -> Recipe: what the user may choose about a deck."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from dataclasses import Field, dataclass, field, fields
from pathlib import Path
from typing import Any, Literal, get_args, get_type_hints

from cards.errors import RecipeError
from cards.model import CardKind
from cards.toml import NotTomlError, line_of, read_toml

SubDecks = Literal["folder", "note", "none"]
Retirement = Literal["left out", "banner"]
ChangedClaims = Literal["new", "keep"]
Strictness = Literal["strict", "balanced", "generous"]
KINDS: tuple[CardKind, ...] = get_args(CardKind)
CHOICES: Mapping[str, tuple[str, ...]] = {
    "subdecks": get_args(SubDecks),
    "retired": get_args(Retirement),
    "changed_claims": get_args(ChangedClaims),
    "strictness": get_args(Strictness),
    "kinds": KINDS,
}


def setting(default: Any, doc: str, what: str, example: str = "") -> Any:
    """A field of the recipe with all that its line in a recipe and in the manual says."""
    about = {"doc": doc, "what": what, "example": example}
    if isinstance(default, dict):
        return field(default_factory=dict, metadata=about)
    return field(default=default, metadata=about)


@dataclass(frozen=True, slots=True)
class Recipe:
    """How one deck is made; each field is a line of the recipe."""

    name: str = setting(
        "",
        "The deck's name in Anki; `::` puts it inside another deck. "
        "Empty: named after the folder of notes.",
        "text",
        '"Biology::Breathing"',
    )
    key: str = setting(
        "",
        "Names the deck for ever: cards and note types keep their identity by it. "
        "Never change it, never use one twice. Empty: made from the name once.",
        "text",
        '"breathing-4f1c"',
    )
    notes: str = setting("../notes", "The folder of notes, seen from this file.", "text")
    include: tuple[str, ...] = setting(
        ("**",), "Patterns of the notes to take.", "a list of texts", '["health/**", "*sleep*"]'
    )
    exclude: tuple[str, ...] = setting(
        (), "Patterns of the notes to leave out.", "a list of texts", '["drafts/**"]'
    )
    tags: tuple[str, ...] = setting(
        (), "Take only notes with one of these tags.", "a list of texts", '["exam", "bio/cell"]'
    )
    where: Mapping[str, tuple[str, ...]] = setting(
        {},
        "Take only notes whose front matter has one of the values; `*` stands for anything.",
        "a table of lists of texts",
        '{ channel = ["physics"], status = ["done", "read*"] }',
    )
    subdecks: SubDecks = setting(  # noqa: RUF009
        "folder", "One deck inside the deck for each folder or note, or none.", "one of"
    )
    add_tags: tuple[str, ...] = setting(
        (), "Tags for every card, below `chaincards::`.", "a list of texts", '["exam-2027"]'
    )
    kinds: tuple[CardKind, ...] = setting(
        KINDS, "Kinds of new cards; cards that were built before stay.", "a list of"
    )
    limit: int = setting(20, "At most so many cards a note, the best first.", "a whole number")
    strictness: Strictness = setting(  # noqa: RUF009
        "balanced",
        "How good a new card must be: strict makes few, generous many that you may want to delete.",
        "one of",
    )
    style: str = setting(
        "quiet",
        "The look of the cards: quiet, book, compact, contrast, a style of your own in `styles/` "
        "beside this file, or the path of a folder.",
        "text",
    )
    look: Mapping[str, str | int | float | bool] = setting(
        {},
        "Changes to the style's tokens.",
        "a table of texts and numbers",
        '{ accent = "#7a3cff" }',
    )
    retired: Retirement = setting(  # noqa: RUF009
        "left out",
        "Cards that left the notes: left out of the package, or a banner and a tag tell of it in "
        "Anki for `retired_days` days. Where more than a tenth of the cards, and more than three, "
        "would retire, or where all notes of a folder that had several are gone, the build stops "
        "and asks for `--retire`.",
        "one of",
    )
    retired_days: int = setting(
        30,
        "For so many days from its date a retired card is shipped with a banner.",
        "a whole number",
    )
    changed_claims: ChangedClaims = setting(  # noqa: RUF009
        "new",
        "What becomes of a card whose claim has another number now or says the contrary: a new "
        "card, or the old one with its reviews.",
        "one of",
    )
    vault: str = setting(
        "",
        "The name of the Obsidian vault: notes without a video are linked by `obsidian://`.",
        "text",
        '"My vault"',
    )
    ledger: str = setting(
        "",
        "Where the deck's memory lies, seen from this file. Empty: `NAME.ledger.jsonl` beside it.",
        "text",
    )


def read_recipe(path: Path) -> Recipe:
    """The recipe in a file; a RecipeError names the line, what is wrong and the nearest right."""
    try:
        text = path.read_text("utf-8-sig")
        return _recipe(read_toml(text), text, path)
    except NotTomlError as error:
        raise RecipeError(
            f"{path}:{error.line}: not TOML: {error}\n  texts stand in quotes, lists in [ ]"
        ) from error
    except (OSError, UnicodeDecodeError) as error:
        raise RecipeError(f"{path}: cannot be read ({error})") from error


def _recipe(data: dict[str, Any], text: str, path: Path) -> Recipe:
    known = [each.name for each in fields(Recipe)]
    for key in data:
        if key not in known:
            where = f"{path}:{line_of(text, key)}"
            raise RecipeError(f"{where}: unknown setting '{key}'{_nearest(key, known)}")
    return Recipe(**{key: _value(key, value, text, path) for key, value in data.items()})


def _value(key: str, value: Any, text: str, path: Path) -> Any:
    import msgspec

    kind = get_type_hints(Recipe)[key]
    try:
        right = msgspec.convert(value, kind)
    except msgspec.ValidationError:
        part = _wrong_part(value, kind)
        line = line_of(text, key, *part)
        raise RecipeError(f"{path}:{line}: {_wrong(key, value, *part)}") from None
    if key in ("limit", "retired_days") and right < 1:
        line = line_of(text, key)
        raise RecipeError(f"{path}:{line}: '{key}' must be 1 or more, not {right}")
    return right


def _wrong_part(value: Any, kind: Any) -> tuple[str, ...]:
    """Which key of a table does not fit; none where the value is no table."""
    import msgspec

    for key, part in value.items() if isinstance(value, dict) else ():
        try:
            msgspec.convert({key: part}, kind)
        except msgspec.ValidationError:
            return (key,)
    return ()


def _wrong(key: str, value: Any, *part: str) -> str:
    """What a setting must be instead, with the nearest right choice where there are some."""
    choices = CHOICES.get(key)
    if choices is None:
        what = next(each.metadata["what"] for each in fields(Recipe) if each.name == key)
        of = "".join(f", and '{each}' in it is {_toml(value[each])}" for each in part)
        return f"'{key}' must be {what}{of or f', not {_toml(value)}'}"
    given = value if isinstance(value, list) else [value]
    wrong = next((each for each in given if each not in choices), value)
    few = "a list of some of" if key == "kinds" else "one of"
    return (
        f"'{key}' must be {few} {', '.join(choices)}, not {_toml(wrong)}"
        f"{_meant(str(wrong), choices)}"
    )


def _nearest(word: str, known: list[str]) -> str:
    """Ask whether the nearest word was meant or, where none is near, tell all there are."""
    return _meant(word, known) or f"\n  there are: {', '.join(known)}"


def _meant(word: str, known: Sequence[str]) -> str:
    near = [] if word in known else difflib.get_close_matches(word.lower(), known, 1)
    return f"; did you mean '{near[0]}'?" if near else ""


def setting_place(path: Path, key: str) -> str:
    """File and line that set a key of a recipe; empty where nothing does."""
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return ""
    return f"{path}:{line}" if (line := line_of(text, key)) else ""


def recipe_text(name: str, key: str, notes: str = "") -> str:
    """A recipe that says the defaults, each with what it is for; only what is given is set."""
    given = {"name": name, "key": key, "notes": "" if notes == Recipe().notes else notes}
    lines = [
        "# A recipe of chaincards. A line without # in front is a choice; delete what you leave."
    ]
    for each in fields(Recipe):
        lines += ["", *_wrapped(each.metadata["doc"]), *_choices(each)]
        if given.get(each.name):
            lines.append(f"{each.name} = {_toml(given[each.name])}")
        else:
            lines.append(f"# {each.name} = {each.metadata['example'] or _toml(_default(each))}")
    return "\n".join(lines) + "\n"


def settings_table() -> str:
    """The settings as a table in markdown, for the manual."""
    lines = ["| setting | default | what it does |", "|---|---|---|"]
    for each in fields(Recipe):
        default = "all kinds" if each.name == "kinds" else f"`{_toml(_default(each))}`"
        doc = " ".join([each.metadata["doc"], *(line[2:] for line in _choices(each))])
        example = f" Example: `{each.metadata['example']}`" if each.metadata["example"] else ""
        lines.append(f"| `{each.name}` | {default} | {doc}{example} |")
    return "\n".join(lines) + "\n"


def _choices(each: Field[Any]) -> list[str]:
    if each.metadata["what"] != "one of":
        return []
    return [f"# One of {', '.join(CHOICES[each.name])}."]


def _default(each: Field[Any]) -> Any:
    return {} if each.metadata["what"].startswith("a table") else each.default


def _wrapped(doc: str) -> list[str]:
    import textwrap

    return textwrap.wrap(doc, 96, initial_indent="# ", subsequent_indent="# ")


def _toml(value: Any) -> str:
    """A value as TOML writes it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(_toml(each) for each in value)}]"
    if isinstance(value, Mapping):
        inside = ", ".join(f"{key} = {_toml(each)}" for key, each in value.items())
        return f"{{ {inside} }}" if inside else "{}"
    if isinstance(value, str):
        import json

        return json.dumps(value, ensure_ascii=False)
    return str(value)
