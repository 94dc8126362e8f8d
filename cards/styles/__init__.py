"""The name of a style and changed tokens in, Anki's templates and sheet out."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from cards.notetypes import (
    CLOZE_FIELDS,
    QUESTION_FIELDS,
    SPECIAL_FIELDS,
    Field,
    Templates,
)
from cards.rendering import TemplateError, named_fields, parse_template
from cards.styles.shelf import (
    EXTRA,
    HOME,
    STYLES,
    Style,
    find_style,
    new_style,
    own_folder,
    own_styles,
    shown_tokens,
)
from cards.styles.tokens import LIKE, StyleError, Tokens, changed, nearest, read_tokens

if TYPE_CHECKING:
    import jinja2

__all__ = [
    "STYLES",
    "Style",
    "StyleError",
    "Templates",
    "find_style",
    "load_style",
    "new_style",
    "own_folder",
    "own_styles",
    "shown_tokens",
]

NOTHING: Mapping[str, object] = MappingProxyType({})
COMMENT_OR_TEXT = re.compile(r"/\*.*?\*/|\"[^\"\n]*\"|'[^'\n]*'", re.DOTALL)


def load_style(
    name: str, look: Mapping[str, object] = NOTHING, recipe: Path | None = None
) -> Templates:
    """Run a style's templates, once for both note types.

    A style is a folder of ``tokens.toml``, ``sheet.css``, ``extra.css`` and templates; what it
    lacks is that of the built-in style that it is ``like``, or of the default one. The
    delimiters are ``[[ ]]``, ``[% %]`` and ``[# #]``; ``{{Field}}`` is Anki's and passes through.

    Args:
        name: Of a built-in style, of a folder in ``styles`` beside the recipe, or a path that
            is seen from the recipe.
        look: Values that replace the style's own, of the same sort.
        recipe: The file that chooses all this, for errors and paths; the current folder's if None.
    """
    decks = recipe.parent if recipe else Path()
    chosen = _chosen(recipe)
    where = replace(chosen, within=()).place("style") if recipe else ""
    style = find_style(name, decks, where)
    values = _values(style, look, chosen)
    environment = _environment(style)
    question, cloze = _names(QUESTION_FIELDS), _names(CLOZE_FIELDS)
    parts = (
        _template(environment, "question_front.html", values, question, "{{Question}}"),
        _template(environment, "question_back.html", values, question, ""),
        _template(environment, "cloze_front.html", values, cloze, "{{cloze:Text}}"),
        _template(environment, "cloze_back.html", values, cloze, "{{cloze:Text}}"),
        _sheet(environment, style, values),
    )
    return Templates(*parts, digest=hashlib.sha256("\0".join(parts).encode()).hexdigest())


def _chosen(recipe: Path | None) -> Tokens:
    """The recipe as a place where tokens are changed."""
    text = recipe.read_text("utf-8-sig") if recipe and recipe.is_file() else ""
    return Tokens({}, recipe or Path("look"), text, within=("look",))


def _values(style: Style, look: Mapping[str, object], chosen: Tokens) -> dict[str, object]:
    """All tokens of a style; a StyleError for one that nobody knows, or of another sort."""
    base = dict(read_tokens(HOME / style.base).values)
    own = {name: value for name, value in style.tokens.values.items() if name != LIKE}
    new = {name: own[name] for name in own if name not in base and _is_used(name, style.folder)}
    changed({**base, **new}, own, style.tokens)
    values = {**base, **own}
    changed(values, look, chosen)
    return {**values, **look}


def _is_used(name: str, folder: Path) -> bool:
    """Whether an own file names a token that is not in the base."""
    files = sorted([*folder.glob("*.css"), *folder.glob("*.html")])
    word = re.compile(rf"\b{re.escape(name)}\b")
    return any(word.search(file.read_text("utf-8", "replace")) for file in files)


def _environment(style: Style) -> jinja2.Environment:
    import jinja2
    from jinja2.sandbox import SandboxedEnvironment

    # A style may come from somebody else: its templates write text and do nothing more.
    return SandboxedEnvironment(
        loader=jinja2.ChoiceLoader([jinja2.FileSystemLoader(each) for each in style.folders]),
        undefined=jinja2.StrictUndefined,
        autoescape=False,
        variable_start_string="[[",
        variable_end_string="]]",
        block_start_string="[%",
        block_end_string="%]",
        comment_start_string="[#",
        comment_end_string="#]",
        trim_blocks=True,
        lstrip_blocks=True,
        newline_sequence="\n",
    )


def _run(environment: jinja2.Environment, name: str, values: Mapping[str, object]) -> str:
    """Run one template; what is wrong in it is told with its file and line."""
    import jinja2

    try:
        return environment.get_template(name).render(values)
    except jinja2.TemplateNotFound as error:
        asked = f'"{error.name}"', f"'{error.name}'"
        where = next(filter(None, (_find(environment, each) for each in asked)), name)
        raise StyleError(f"{where}: no template '{error.name}' in the style") from error
    except jinja2.TemplateSyntaxError as error:
        where = f"{error.filename or error.name}:{error.lineno}"
        raise StyleError(f"{where}: {error.message}") from error
    except (
        jinja2.TemplateError,
        ArithmeticError,
        AttributeError,
        LookupError,
        OSError,
        RecursionError,
        TypeError,
        ValueError,
    ) as error:
        raise StyleError(f"{_line_of(error, name)}: {error}") from error


def _line_of(error: Exception, name: str) -> str:
    """Return file and line of the innermost template that failed."""
    frame, where = error.__traceback__, name
    while frame is not None:
        path = frame.tb_frame.f_code.co_filename
        if path.endswith((".html", ".css")):
            where = f"{path}:{frame.tb_lineno}"
        frame = frame.tb_next
    return where


def _sheet(environment: jinja2.Environment, style: Style, values: Mapping[str, object]) -> str:
    names = ["sheet.css", *([EXTRA] if (style.folder / EXTRA).is_file() else [])]
    texts = [_run(environment, name, values) for name in names]
    for name, text in zip(names, texts, strict=True):
        _closed(environment, name, text)
    return "\n".join(texts)


def _closed(environment: jinja2.Environment, name: str, text: str) -> None:
    """Refuse a sheet with a brace too many or too few: the rest of it would have no effect."""
    bare = COMMENT_OR_TEXT.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)
    opened: list[int] = []
    for brace in re.finditer(r"[{}]", bare):
        if brace[0] == "{":
            opened.append(brace.start())
        elif opened:
            opened.pop()
        else:
            raise StyleError(f"{_place_in(environment, name, text, brace.start())}: '}}' too many")
    if opened:
        where = _place_in(environment, name, text, opened[-1])
        raise StyleError(f"{where}: '{{' opens here and never closes")


def _place_in(environment: jinja2.Environment, name: str, text: str, at: int) -> str:
    """File and line of the template that wrote a line of a finished sheet."""
    start = text.rfind("\n", 0, at) + 1
    line = text[start:].split("\n", 1)[0].strip()
    return _find(environment, line, name) or f"{name}:{text.count(chr(10), 0, at) + 1}"


def _template(
    environment: jinja2.Environment,
    name: str,
    values: Mapping[str, object],
    fields: tuple[str, ...],
    needed: str,
) -> str:
    """Run a template and refuse what Anki would: one unknown field breaks every card."""
    text = _run(environment, name, values)
    try:
        named = list(named_fields(parse_template(text)))
    except TemplateError as error:
        raise StyleError(f"{_find(environment, error.words) or name}: {error}") from error
    for field, is_condition in named:
        known = field in fields or field in SPECIAL_FIELDS
        if not known and not (is_condition and re.fullmatch(r"c[1-9][0-9]*", field)):
            where = _find(environment, rf"\{{\{{[^{{}}]*{re.escape(field)}\s*\}}\}}", regex=True)
            raise StyleError(f"{where or name}: unknown field '{field}'{nearest(field, fields)}")
    # Without it some programs would make no card, and say nothing.
    if needed not in text:
        raise StyleError(f"{name}: {needed} is missing\n  the card would show nothing")
    return text


def _find(
    environment: jinja2.Environment, words: str, first: str = "", *, regex: bool = False
) -> str:
    """File and line of the first template that has the words; empty if none has."""
    pattern = re.compile(words if regex else re.escape(words))
    names = environment.list_templates(extensions=["html", "css"])
    for name in sorted(names, key=lambda name: (name != first, name)):
        source, path, _ = environment.loader.get_source(environment, name)  # type: ignore[union-attr]
        found = pattern.search(source)
        if found and words:
            return f"{path}:{source.count(chr(10), 0, found.start()) + 1}"
    return ""


def _names(fields: tuple[Field, ...]) -> tuple[str, ...]:
    return tuple(field.name for field in fields)
