"""A folder in, its notes out: decoding, front matter, identity, language."""

from __future__ import annotations

import codecs
import math
import os
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import Any

from cards.model import Note, Problem
from cards.sources import read_source

SUFFIXES = (".md", ".markdown")
SKIPPED_FOLDERS = ("templates", "node_modules", "__pycache__")
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

OPENS = re.compile(r"\ufeff?-{3,}[ \t]*(?:\r\n|\n|\r|\Z)")
CLOSES = re.compile(r"^(?:-{3,}|\.{3})[ \t]*$", re.MULTILINE)
KEY_LINE = re.compile(r"([A-Za-z][\w .-]{0,40}?)[ \t]*:(?:[ \t]+(.*))?$")
LIST_LINE = re.compile(r"[ \t]*-[ \t]+(.+)$")
FROM_LINE = re.compile(r"^From:[ \t]*\[\[([^\[\]|\r\n]+)(?:\|([^\[\]\r\n]*))?\]\]", re.MULTILINE)
FIRST_HEADING = re.compile(r"^#[ \t]+(.+?)[ \t]*#*[ \t]*\r?$", re.MULTILINE)
DECK_LINE = re.compile(r"^TARGET DECK:?[ \t]*\r?\n?[ \t]*(\S.*?)[ \t]*\r?$", re.MULTILINE)
TAGS_LINE = re.compile(r"^FILE TAGS:?[ \t]*\r?\n?[ \t]*(\S.*?)[ \t]*\r?$", re.MULTILINE)

Front = Mapping[str, str | tuple[str, ...]]


def find_notes(root: Path) -> tuple[list[Path], list[Problem]]:
    """All notes under a folder, or the one file.

    Hidden folders, ``Templates`` and drawings are left out. A link to a folder is followed unless
    it leads back into one that is read anyway, a link to a file unless that file is listed itself.

    Returns:
        Paths that begin with ``root``, sorted by the characters of their relative path whatever
        the disk's own order, and what could not be listed.
    """
    if root.is_file():
        return [root], []
    files: dict[Path, Path] = {}
    links: list[Path] = []
    problems: list[Problem] = []
    for path in _walk(root, problems):
        if path.is_symlink():
            links.append(path)
        else:
            files[_real(path)] = path
    for path in sorted(links, key=lambda path: path.as_posix()):
        try:
            target = path.resolve(strict=True)
        except (OSError, RuntimeError):
            problems.append(Problem(str(path), None, "this link leads nowhere", "remove the link"))
            continue
        if target.is_file():
            files.setdefault(target, path)
    found = sorted(files.values(), key=lambda path: path.relative_to(root).as_posix())
    return found, sorted(problems, key=lambda problem: problem.path)


def load_note(root: Path, path: Path) -> tuple[Note | None, tuple[Problem, ...]]:
    """Read one note from disk.

    Args:
        root: The notes folder; the note's path in the program is relative to it.
        path: As ``find_notes`` gave it; problems name it so.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        hint = "allow reading it, or move it out of the notes folder"
        return None, (Problem(str(path), None, f"cannot be read: {reason}", hint),)
    note, problems = read_note(_relative(root, path), data)
    return note, tuple(replace(problem, path=str(path)) for problem in problems)


def read_note(path: str, data: bytes) -> tuple[Note | None, tuple[Problem, ...]]:
    """Make a note from the bytes of its file.

    Args:
        path: Relative to the notes folder, ``/`` between parts.
        data: The whole file.

    Returns:
        The note, or None where no sensible text can be had from it; and what is wrong.
    """
    text, problem = _decode(path, data)
    if problem is not None:
        return None, (problem,)
    body, closed = _body(text)
    if not closed:
        message = "the front matter that opens here never closes"
        return None, (Problem(path, 1, message, "add a line with only --- below the last field"),)
    if not text[body:].strip("\ufeff \t\r\n"):
        return None, (Problem(path, None, "the note is empty", "write something or delete it"),)
    front, problems = _front(path, text, body)
    source, mistake = read_source(front, path)
    if mistake:
        hint = "take it from the video's address, after v="
        problems = (*problems, Problem(path, _key_line(text, body, "video"), mistake, hint))
    note = Note(
        path=path,
        text=text,
        body=body,
        title=_title(front, text[body:], path),
        source=source,
        video="" if source.kind == "note" else source.id,
        front=front,
        **_details(front, text[body:], path),
    )
    return note, problems


def _details(front: Front, body: str, path: str) -> dict[str, Any]:
    deck = DECK_LINE.search(body)
    more = TAGS_LINE.search(body)
    tags = (*_words(front.get("tags", ())), *_words(front.get("tag", ())))
    wants = _one(front.get("cards", "")).lower() not in ("false", "no", "off", "0")
    return {
        "channel": _channel(front, body, path),
        "tags": _unique((*tags, *(_words(more[1]) if more else ()))),
        "aliases": _unique(_items(front.get("aliases", front.get("alias", ())))),
        "deck": _one(front.get("deck", front.get("cards-deck", "")))
        or (deck[1].strip() if deck else ""),
        "language": detect_language(body),
        "wants_cards": wants,
    }


def _walk(root: Path, problems: list[Problem]) -> Iterator[Path]:
    """Every markdown file below a folder; links to folders come after the real ones."""
    seen: set[Path] = set()
    folders: list[Path] = [root]
    linked: list[Path] = []
    while folders or linked:
        folder = folders.pop() if folders else linked.pop(0)
        real = _real(folder)
        if real in seen:
            continue
        seen.add(real)
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError as error:
            reason = (error.strerror or type(error).__name__).lower()
            hint = "allow reading it, or move it out of the notes folder"
            problems.append(Problem(str(folder), None, f"cannot be opened: {reason}", hint))
            continue
        for entry in entries:
            path = Path(entry.path)
            if _is_folder(entry):
                if not _skipped_folder(entry.name):
                    (linked if entry.is_symlink() else folders).append(path)
            elif _is_note(entry.name) and (entry.is_symlink() or entry.is_file()):
                yield path


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False  # a link to itself


def _skipped_folder(name: str) -> bool:
    return name.startswith(".") or name.lower() in SKIPPED_FOLDERS


def _is_note(name: str) -> bool:
    low = name.lower()
    drawing = low.endswith((".excalidraw.md", ".excalidraw.markdown"))
    return low.endswith(SUFFIXES) and not low.startswith(".") and not drawing


def _real(path: Path) -> Path:
    return Path(os.path.realpath(path))


def _relative(root: Path, path: Path) -> str:
    try:
        relative = path.relative_to(root)
    except ValueError:
        relative = Path(path.name)
    text = relative.as_posix()
    return unicodedata.normalize("NFC", path.name if text == "." else text)


def _decode(path: str, data: bytes) -> tuple[str, Problem | None]:
    """The file's characters; a UTF-8 mark stays as U+FEFF so that offsets count it."""
    encoding = next((name for mark, name in MARKS if data.startswith(mark)), "utf-8")
    if not data.strip(b"\0 \t\r\n"):
        return "", Problem(path, None, "the note is empty", "write something or delete it")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        hint = "save the file as UTF-8 in your editor"
        return "", Problem(path, line, f"is not written in {encoding.upper()}", hint)
    if text.count("\0") * 10 > len(text):
        hint = "save it as UTF-8, or move it out of the notes folder"
        return "", Problem(path, None, "is no text: it is full of NUL characters", hint)
    return text, None


def _body(text: str) -> tuple[int, bool]:
    """Where the body begins, and whether front matter that opens also closes."""
    opening = OPENS.match(text)
    start = 1 if text.startswith("\ufeff") else 0
    if not opening:
        return start, True
    closing = CLOSES.search(text.replace("\r", "\n"), opening.end())
    inside = text[opening.end() : closing.start() if closing else len(text)]
    lines = [line for line in inside.splitlines() if line.strip()]
    if not lines or not KEY_LINE.match(lines[0].rstrip()):
        # A rule above the text, or fields that are none: all of it is body.
        return (start, True) if not closing or lines else (_next_line(text, closing.end()), True)
    if closing is None or not all(_field(line) for line in lines):
        return start, False
    return _next_line(text, closing.end()), True


def _field(line: str) -> bool:
    """Tell whether a line can belong to front matter: a field, an item, a comment, an indent."""
    return line[0] in " \t-#'\"[]{}," or KEY_LINE.match(line.rstrip()) is not None


def _next_line(text: str, offset: int) -> int:
    for end in ("\r\n", "\n", "\r"):
        if text.startswith(end, offset):
            return offset + len(end)
    return offset


def _front(path: str, text: str, body: int) -> tuple[Front, tuple[Problem, ...]]:
    head = text[:body].lstrip("\ufeff")
    if not head:
        return {}, ()
    import frontmatter
    import yaml

    try:
        # python-frontmatter knows no other closing line than three dashes.
        closed = re.sub(r"^\.{3}[ \t]*$", "---", head.replace("\0", ""), flags=re.MULTILINE)
        fields, _ = frontmatter.parse(closed, handler=_handler())
        return _strings(fields), ()
    except (yaml.YAMLError, RecursionError, ValueError, TypeError, AttributeError) as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark is not None else 1
        reason = str(getattr(error, "problem", "") or "it is nested too deep")
        message = f"the front matter is no valid YAML ({reason}); read line by line instead"
        hint = 'put the value in quotes: title: "A: B"'
        if "tag" in reason or "anchor" in reason:
            hint = "write plain values only"
        return _recovered(head), (Problem(path, line, message, hint),)


@lru_cache(maxsize=1)
def _handler() -> Any:
    """Of python-frontmatter, whose loader builds no objects and leaves every scalar a string."""
    import yaml
    from frontmatter.default_handlers import YAMLHandler

    class Strings(yaml.BaseLoader):
        def compose_node(self, parent: Any, index: Any) -> Any:
            composer: Any = yaml.composer.ComposerError
            event: Any = self.peek_event()  # type: ignore[no-untyped-call]
            if isinstance(event, yaml.AliasEvent):
                problem = "anchors are not read"
                raise composer(None, None, problem, event.start_mark)
            tag = getattr(event, "tag", None)
            if tag not in (None, "!") and not str(tag).startswith("tag:yaml.org,2002:str"):
                problem = f"tags like {str(tag).removeprefix('tag:yaml.org,2002:')} are refused"
                raise composer(None, None, problem, event.start_mark)
            return super().compose_node(parent, index)

    class Handler(YAMLHandler):
        def load(self, fm: str, **_: object) -> Any:
            return yaml.load(fm, Loader=Strings)  # noqa: S506  # builds strings, lists, dicts only

    return Handler()


def _strings(fields: Mapping[str, Any]) -> Front:
    found: dict[str, str | tuple[str, ...]] = {}
    for key, value in fields.items():
        flat = tuple(_flat(value))
        found[str(key).strip()] = flat[0] if isinstance(value, str) else flat
    return found


def _flat(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from (f"{key}: {text}" for text in _flat(inner))
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _flat(inner)
    else:
        yield str(value).strip()


def _recovered(head: str) -> Front:
    """The fields of front matter that YAML refuses: its ``key: value`` lines and their items."""
    found: dict[str, str | tuple[str, ...]] = {}
    key = ""
    for line in head.splitlines()[1:]:
        field = KEY_LINE.match(line.rstrip())
        item = LIST_LINE.match(line)
        if field:
            key = field[1].strip()
            value = (field[2] or "").strip()
            found[key] = "" if value.startswith(("!", "&")) else _bare(value)
        elif item and key:
            before = found[key]
            known = before if isinstance(before, tuple) else (before,) if before else ()
            found[key] = (*known, _bare(item[1].strip()))
    return found


def _bare(value: str) -> str:
    if len(value) > 1 and value[0] == value[-1] and value[0] in "'\"":
        return value[1:-1]
    return value


def _key_line(text: str, body: int, word: str) -> int:
    for number, line in enumerate(text[:body].splitlines(), 1):
        if line.lower().startswith(word):
            return number
    return 1


def _title(front: Front, body: str, path: str) -> str:
    title = _one(front.get("title", ""))
    heading = FIRST_HEADING.search(body)
    if not title and heading:
        title = _plain(heading[1])
    if not title:
        words = re.sub(r"[_\s]+", " ", PurePosixPath(path).stem).strip()
        words = words if " " in words else words.replace("-", " ")
        title = words[:1].upper() + words[1:]
    return " ".join(title.split())


def _channel(front: Front, body: str, path: str) -> str:
    named = _one(front.get("channel", ""))
    line = FROM_LINE.search(body[:2000])
    if named or line:
        return named.strip("[]") or (line[2] or line[1] if line else "").strip()
    return PurePosixPath(path).parent.name


def _one(value: str | tuple[str, ...]) -> str:
    return value.strip() if isinstance(value, str) else " ".join(value).strip()


def _items(value: str | tuple[str, ...]) -> tuple[str, ...]:
    if isinstance(value, str):
        value = tuple(value.strip().strip("[]").split(","))
    return tuple(filter(None, (_bare(item.strip()) for item in value)))


def _words(value: str | tuple[str, ...]) -> tuple[str, ...]:
    """Tags as Anki nests them: ``#a/b`` is ``a::b``, no blanks."""
    if isinstance(value, str):
        value = tuple(re.split(r"[,\s]+", value.strip().strip("[]")))
    cleaned = (re.sub(r"\s+", "-", _bare(tag.strip()).lstrip("#")) for tag in value)
    nested = ("::".join(filter(None, tag.replace("::", "/").split("/"))) for tag in cleaned)
    return tuple(filter(None, nested))


def _unique(values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))


# The commonest words of English prose: 25 to 40% of it, under 4% of the languages around it.
COMMON = frozenset(
    re.split(
        " ",
        "the of and to in is that for with are be by on it this can from which as an at or their "
        "not was have has you your these they its but when how more",
    )
)
LETTERS = re.compile(r"[^\W\d_]+")
NOT_PROSE = re.compile(
    r"```.*?(?:```|\Z)|`[^`\n]*`|<[^<>\n]*>|\[\[[^\[\]\n|]*\||https?://\S+|\$[^$\n]*\$|^From:[^\n]*$",
    re.DOTALL | re.MULTILINE,
)
SURE = 0.999


def detect_language(text: str) -> str:
    """The language of a note's prose, ISO 639-1.

    Plain English is told by its commonest words, so that the model is loaded only for the rest.
    A short text is English unless the model is sure.
    """
    words = LETTERS.findall(NOT_PROSE.sub(" ", text[:20_000]).lower())
    if len(words) < 4 or sum(word in COMMON for word in words) >= 0.15 * len(words):
        return "en"
    code, probability = _guess(" ".join(words))
    return code if len(words) >= 100 or probability >= SURE else "en"


def _guess(text: str) -> tuple[str, float]:
    """The likeliest language and its share of the probability."""
    import py3langid

    ranked = sorted(py3langid.rank(text), key=lambda pair: (-pair[1], pair[0]))
    best, top = ranked[0]
    return str(best), 1 / sum(math.exp(min(0.0, float(score - top))) for _, score in ranked)


def _plain(heading: str) -> str:
    """A heading's words without the commonest marks."""
    text = re.sub(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]", r"\1", heading)
    text = re.sub(r"<[^<>]*>|\[\d[\d:]*\]|[*`]", "", text)
    return " ".join(text.split())
