"""The name of a style and changed tokens in, Anki's templates and sheet out."""

from __future__ import annotations

import difflib
import hashlib
import re
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from cards.errors import CardsError
from cards.notetypes import CLOZE_FIELDS, QUESTION_FIELDS, Field, Templates

if TYPE_CHECKING:
    import jinja2

__all__ = ["STYLES", "StyleError", "Templates", "load_style"]

HOME = Path(__file__).parent
BASE = HOME / "base"
"""The templates that all styles share."""
STYLES = ("quiet",)
"""The built-in ones, the default first."""

# What Anki fills in besides the fields.
SPECIAL = {"Card", "CardFlag", "CardID", "Deck", "FrontSide", "Subdeck", "Tags", "Type"}
PLACE = re.compile(r"\{\{\s*([#^/]?)((?:[a-z][a-z-]*:)*)([^{}]*?)\s*\}\}")
NOTHING: Mapping[str, object] = MappingProxyType({})


class StyleError(CardsError):
    """A style that cannot be used."""


def load_style(name: str, tokens: Mapping[str, object] = NOTHING) -> Templates:
    """Run a style's templates, once for both note types.

    A style is a folder of ``tokens.toml``, ``sheet.css`` and templates; what it lacks is the
    default style's. The delimiters are ``[[ ]]``, ``[% %]`` and ``[# #]``; ``{{Field}}``
    is Anki's and passes through.

    Args:
        name: Of a built-in style, or the path of a folder.
        tokens: Values that replace the style's own, of the same type.
    """
    folder = _folder(name)
    values = _with(_read_tokens(HOME / STYLES[0]) | _read_tokens(folder), tokens, folder)
    environment = _environment(folder)
    question = _names(QUESTION_FIELDS)
    cloze = _names(CLOZE_FIELDS)
    parts = (
        _fields_known(environment, "question_front.html", values, question, "{{Question}}"),
        _fields_known(environment, "question_back.html", values, question, ""),
        _fields_known(environment, "cloze_front.html", values, cloze, "{{cloze:Text}}"),
        _fields_known(environment, "cloze_back.html", values, cloze, "{{cloze:Text}}"),
        _run(environment, "sheet.css", values),
    )
    return Templates(*parts, digest=hashlib.sha256("\0".join(parts).encode()).hexdigest())


def _folder(name: str) -> Path:
    if name in STYLES:
        return HOME / name
    if (folder := Path(name)).is_dir():
        return folder
    raise StyleError(
        f"unknown style '{name}'{_nearest(name, STYLES)}\n  there is: {', '.join(STYLES)}"
    )


def _nearest(word: str, words: Iterable[str]) -> str:
    near = difflib.get_close_matches(word, list(words), n=1)
    return f"; did you mean '{near[0]}'?" if near else ""


def _read_tokens(folder: Path) -> dict[str, object]:
    path = folder / "tokens.toml"
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise StyleError(f"{path}: cannot be read ({error})") from error


def _with(
    own: Mapping[str, object], changed: Mapping[str, object], folder: Path
) -> dict[str, object]:
    """Return the tokens with some changed, each to a value of its own type."""
    for name, value in changed.items():
        if name not in own:
            hint = f"its tokens are in {folder / 'tokens.toml'}"
            raise StyleError(f"unknown token '{name}'{_nearest(name, own)}\n  {hint}")
        wanted, given = _kind(own[name]), _kind(value)
        if wanted != given:
            raise StyleError(
                f"token '{name}' is a {given}\n  write a {wanted}, such as {own[name]!r}"
            )
    return {**own, **changed}


def _kind(value: object) -> str:
    names = {"bool": "switch", "float": "number", "int": "number", "str": "text"}
    return names.get(type(value).__name__, type(value).__name__)


def _environment(folder: Path) -> jinja2.Environment:
    import jinja2

    loaders = [jinja2.FileSystemLoader(place) for place in (folder, HOME / STYLES[0], BASE)]
    return jinja2.Environment(
        loader=jinja2.ChoiceLoader(loaders),
        undefined=jinja2.StrictUndefined,
        autoescape=False,  # noqa: S701  the templates are HTML for Anki, the tokens CSS
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
        raise StyleError(f"{name}: no template '{error.name}' in the style") from error
    except jinja2.TemplateSyntaxError as error:
        where = f"{error.filename or error.name}:{error.lineno}"
        raise StyleError(f"{where}: {error.message}") from error
    except (jinja2.TemplateError, ArithmeticError, TypeError, ValueError, LookupError) as error:
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


def _fields_known(
    environment: jinja2.Environment,
    name: str,
    values: Mapping[str, object],
    fields: tuple[str, ...],
    needed: str,
) -> str:
    """Run a template and refuse what Anki would: one unknown field breaks every card."""
    text = _run(environment, name, values)
    opened: list[str] = []
    for sign, filters, field in PLACE.findall(text):
        if field not in fields and field not in SPECIAL and not (sign and _is_gap(field)):
            where = _place_of(environment, f"{sign}{filters}{field}", name)
            raise StyleError(f"{where}: unknown field '{field}'{_nearest(field, fields)}")
        if sign == "/" and (not opened or opened.pop() != field):
            raise StyleError(
                f"{_place_of(environment, '/' + field, name)}: closes what is not open"
            )
        if sign in {"#", "^"}:
            opened.append(field)
    if opened:
        where = _place_of(environment, opened[-1], name)
        raise StyleError(f"{where}: '{opened[-1]}' is opened and never closed")
    # Without it some programs would make no card, and say nothing.
    if needed not in text:
        raise StyleError(f"{name}: {needed} is missing\n  the card would show nothing")
    return text


def _is_gap(field: str) -> bool:
    return re.fullmatch(r"c[1-9][0-9]*", field) is not None


def _place_of(environment: jinja2.Environment, words: str, name: str) -> str:
    """Return file and line of the first template that has the words within Anki's braces."""
    for template in sorted(environment.list_templates(extensions=["html"])):
        source, path, _ = environment.loader.get_source(environment, template)  # type: ignore[union-attr]
        match = re.search(r"\{\{\s*[#^/]?" + re.escape(words.lstrip("#^/")), source)
        if match:
            return f"{path}:{source.count(chr(10), 0, match.start()) + 1}"
    return name


def _names(fields: tuple[Field, ...]) -> tuple[str, ...]:
    return tuple(field.name for field in fields)
