"""Recipes and what the user typed -> plans: which notes make which deck, and where it lies."""

from __future__ import annotations

import hashlib
import os
import re
import secrets
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath

from cards.errors import NotesError, RecipeError
from cards.ledger import read_header
from cards.model import Note
from cards.settings import Recipe, read_recipe, recipe_text

LEDGER = ".ledger.jsonl"
DECISIONS = ".decisions.toml"
FORBIDDEN = r'[\x00-\x1f<>:"/\\|?*]'
"""In names of files, on one system or another."""


@dataclass(frozen=True, slots=True)
class Plan:
    """One deck to be built."""

    name: str
    """In Anki."""
    recipe: Recipe
    root: Path
    """The folder of notes."""
    package: Path
    ledger: Path
    only: tuple[Path, ...] = ()
    """Files and folders to which this build is limited; none means all."""

    @property
    def recipe_file(self) -> Path:
        """The recipe, whether the user wrote one or not."""
        return self.package.with_suffix(".toml")

    @property
    def decisions(self) -> Path:
        """What the user decided about single cards."""
        return self.package.with_name(f"{self.package.stem}{DECISIONS}")

    @property
    def retired(self) -> Path:
        """The searches for cards that left the deck."""
        return self.package.with_name(f"{self.package.stem}.retired.txt")

    @property
    def seen(self) -> Path:
        """What collections of Anki showed."""
        return self.package.with_name(f"{self.package.stem}.seen.jsonl")


def find_plans(given: Sequence[Path], decks: Path) -> tuple[Plan, ...]:
    """Tell which decks the user means.

    Args:
        given: Files or folders as typed. None at all: every recipe, else the folder ``notes``.
        decks: The folder of recipes, ledgers and packages.

    Returns:
        Every recipe whose notes the paths belong to; for paths of none the deck that was built
        from them before, or a new one named after the folder.
    """
    recipes = tuple(_recipes(decks))
    _keys_differ(recipes)
    if not given and recipes:
        return recipes
    plans: dict[Path, Plan] = {}
    for path in given or [Path("notes")]:
        _exists(path)
        for plan in _owners(path, recipes, decks):
            plans[plan.ledger] = _joined(plans.get(plan.ledger), plan)
    return tuple(plans.values())


def built_plans(decks: Path) -> tuple[Plan, ...]:
    """All decks of a folder that were built before, with a recipe or without."""
    recipes = tuple(_recipes(decks))
    with_recipe = (plan for plan in recipes if plan.ledger.exists())
    return (*with_recipe, *_built(decks, recipes))


def ledger_for(package: Path, decks: Path) -> Path:
    """Where the ledger of a package belongs: to the recipe of its name, or beside the others."""
    for plan in _recipes(decks):
        if plan.package.name == package.name:
            return plan.ledger
    return decks / f"{package.stem}{LEDGER}"


def _exists(path: Path) -> None:
    if not path.exists():
        raise NotesError(
            f"{path}: there is no such file or folder\n  name a folder of notes behind the command"
        )


def _recipes(decks: Path) -> Iterator[Plan]:
    for path in sorted(decks.glob("*.toml")):
        if path.name.endswith(DECISIONS):
            continue
        recipe = read_recipe(path)
        root = _tidy(decks / recipe.notes)
        ledger = decks / (recipe.ledger or f"{path.stem}{LEDGER}")
        name = recipe.name or folder_name(root)
        yield Plan(name, recipe, root, path.with_suffix(".apkg"), ledger)


def _keys_differ(plans: Sequence[Plan]) -> None:
    """Two decks with one key would take each other's cards in Anki."""
    seen: dict[str, Plan] = {}
    for plan in plans:
        key = plan.recipe.key or slug(plan.name)
        if key in seen:
            one, two = seen[key].package.stem, plan.package.stem
            raise RecipeError(
                f"{plan.package.with_suffix('.toml')}: the recipes '{one}' and '{two}' have the"
                f" same key '{key}'\n  give the newer one a key of its own"
            )
        seen[key] = plan


def _owners(path: Path, recipes: Sequence[Plan], decks: Path) -> list[Plan]:
    owners = [plan for plan in recipes if _inside(path, plan.root)]
    built = [plan for plan in _built(decks, recipes) if _inside(path, plan.root)]
    if not owners and built:
        owners = [max(built, key=lambda plan: len(plan.root.resolve().parts))]
    if not owners:
        return [_default(path, decks)]
    return [
        plan if path.resolve() == plan.root.resolve() else replace(plan, only=(path,))
        for plan in owners
    ]


def _default(path: Path, decks: Path) -> Plan:
    """A deck without a recipe, named after the folder of the notes."""
    if path.is_dir():
        return _unwritten(path, decks)
    home = Path("notes")
    root = home if home.is_dir() and _inside(path, home) else path.parent
    return replace(_unwritten(root, decks), only=(path,))


def _unwritten(root: Path, decks: Path) -> Plan:
    name = folder_name(root)
    stem = re.sub(FORBIDDEN, "_", name).strip(". ") or "deck"
    return Plan(name, Recipe(), root, decks / f"{stem}.apkg", decks / f"{stem}{LEDGER}")


def _built(decks: Path, recipes: Sequence[Plan]) -> Iterator[Plan]:
    """Decks without a recipe that were built before, as their ledgers tell."""
    taken = {plan.ledger for plan in recipes}
    for ledger in sorted(decks.glob(f"*{LEDGER}")):
        if ledger in taken:
            continue
        header = read_header(ledger)
        plan = _unwritten(_tidy(decks / header.notes), decks)
        if plan.ledger == ledger:
            yield plan


def _joined(one: Plan | None, two: Plan) -> Plan:
    if one is None:
        return two
    whole = not one.only or not two.only
    return replace(two, only=() if whole else (*one.only, *two.only))


def _inside(path: Path, root: Path) -> bool:
    return path.resolve().is_relative_to(root.resolve())


def _tidy(path: Path) -> Path:
    """``decks/../notes`` as a person would type it."""
    return Path(os.path.normpath(path))


def folder_name(root: Path) -> str:
    """What a deck is called after: the folder, or its parent where the folder is just "notes"."""
    real = root.resolve()
    name = real.parent.name if real.name.lower() == "notes" else real.name
    return unicodedata.normalize("NFC", name or real.name or "notes")


def notes_seen_from(ledger: Path, root: Path) -> str:
    """The notes folder as the ledger names it."""
    try:
        return Path(os.path.relpath(root.resolve(), ledger.parent.resolve())).as_posix()
    except ValueError:  # another drive of Windows
        return root.resolve().as_posix()


def slug(name: str) -> str:
    """A deck's key made from its name."""
    flat = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", flat)
    digest = hashlib.sha256(unicodedata.normalize("NFC", name).encode()).hexdigest()
    return "-".join([*words[:6], digest[:4]])


def takes_path(plan: Plan, path: str) -> bool:
    """Tell whether the recipe's patterns take a note, by its path below the notes folder."""
    recipe = plan.recipe
    wanted = any(_matches(path, pattern) for pattern in recipe.include)
    return wanted and not any(_matches(path, pattern) for pattern in recipe.exclude)


def takes_note(plan: Plan, note: Note) -> bool:
    """Tell whether the recipe's tags and front matter take a note."""
    recipe = plan.recipe
    wanted = [tag.strip("#").replace("/", "::").casefold() for tag in recipe.tags]
    has = [tag.casefold() for tag in note.tags]
    if wanted and not any(
        tag == each or tag.startswith(f"{each}::") for tag in has for each in wanted
    ):
        return False
    return all(_front_has(note, key, values) for key, values in recipe.where.items())


def _front_has(note: Note, key: str, patterns: Sequence[str]) -> bool:
    found = note.front.get(key, ())
    values = (found,) if isinstance(found, str) else found
    folded = [pattern.casefold() for pattern in patterns]
    return any(fnmatchcase(value.casefold(), pattern) for value in values for pattern in folded)


def _matches(path: str, pattern: str) -> bool:
    """``*`` stands for anything within a part of the path, ``**`` for any number of parts."""
    parts = pattern.replace("\\", "/").strip("/").split("/")
    if len(parts) == 1 and parts[0] != "**":
        # A bare name is looked for in every folder.
        parts = ["**", *parts]
    return _parts_match(PurePosixPath(path).parts, tuple(parts))


def _parts_match(path: tuple[str, ...], pattern: tuple[str, ...]) -> bool:
    if not pattern:
        return not path
    if pattern[0] == "**":
        rest = pattern[1:]
        return not rest or any(_parts_match(path[start:], rest) for start in range(len(path) + 1))
    return bool(path) and fnmatchcase(path[0], pattern[0]) and _parts_match(path[1:], pattern[1:])


def deck_of(plan: Plan, note: Note) -> str:
    """Full name of the deck for a note's new cards."""
    if note.deck:
        wish = note.deck.replace("/", "::")
        return wish if f"{wish}::".startswith(f"{plan.name}::") else f"{plan.name}::{wish}"
    parts = {
        "folder": PurePosixPath(note.path).parent.parts,
        "note": (note.title,),
        "none": (),
    }[plan.recipe.subdecks]
    return "::".join([plan.name, *(part.replace("::", ":") for part in parts)])


def tags_of(plan: Plan, note: Note) -> tuple[str, ...]:
    """All tags of a note's cards, below one prefix."""
    own = (tag.strip("#").replace("/", "::") for tag in (*note.tags, *plan.recipe.add_tags))
    return tuple(sorted({f"chaincards::{tag.removeprefix('chaincards::')}" for tag in own if tag}))


def unnamed_recipe(decks: Path) -> str:
    """What a recipe is called where the user gives no name: after the one deck that has none."""
    built = [plan.package.stem for plan in _built(decks, tuple(_recipes(decks)))]
    return built[0] if len(built) == 1 else folder_name(Path("notes"))


def new_recipe(name: str, decks: Path) -> Path:
    """Write a recipe of the defaults; a RecipeError where one of this name is there.

    A deck of this name that was built before keeps its key, its notes and its name in Anki.
    """
    stem = Path(name).name.removesuffix(".toml")
    path = decks / f"{re.sub(FORBIDDEN, '_', stem).strip('. ') or 'deck'}.toml"
    ledger = path.with_name(f"{path.stem}{LEDGER}")
    key, notes = f"{slug(stem).rsplit('-', 1)[0]}-{secrets.token_hex(3)}", ""
    if ledger.exists():
        header = read_header(ledger)
        key, notes = header.key, header.notes
        built = _unwritten(_tidy(decks / notes), decks)
        stem = built.name if built.ledger == ledger else stem
    try:
        decks.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as file:
            file.write(recipe_text(stem, key, notes))
    except FileExistsError:
        raise RecipeError(
            f"{path}: there is a recipe of this name\n  choose another name"
        ) from None
    except OSError as error:
        raise RecipeError(f"{path}: cannot be written ({error.strerror})") from error
    return path
