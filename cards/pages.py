"""Files of notes -> pages, remembered between runs and read side by side."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from cards.cache import Cache, key_for, program_key
from cards.choose import judge
from cards.claims import find_claims
from cards.glue import without_glued_links
from cards.markdown import read_blocks
from cards.model import Block, Link, Note, Page, Problem, Sentence
from cards.notes import load_note, read_note
from cards.parse import model_key, parse_text
from cards.parse.fields import field_of
from cards.parse.senses import sense
from cards.questions import letters_in_fields, letters_spelled, named_in_full, write_questions
from cards.sources import stamp_for

Parse = Callable[..., tuple[Sentence, ...]]
Progress = Callable[[int, int], None]
"""Is told how many notes are read, and of how many."""

SIDE_BY_SIDE = 12
"""So many unread notes are worth the second that another process takes to start."""
LONGEST = 20_000
"""Characters of a block: four times the longest paragraph in 600 notes; a second of parsing."""
AT_ONCE = 4
"""Notes that a process takes at a time."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of one file: a page, or problems that say why there is none."""

    page: Page | None
    problems: tuple[Problem, ...] = ()


def read_page(path: str, data: bytes, parse: Parse = parse_text) -> Reading:
    """Find all that one note yields by itself.

    Args:
        path: Relative to the notes folder, ``/`` between parts.
        data: The whole file; together with the path it decides the result.
        parse: Sentences of a text and the length of its label.
    """
    note, problems = read_note(path, data)
    if note is None:
        return Reading(None, problems)
    if not note.wants_cards:
        return Reading(Page(note), problems)
    blocks, more = read_blocks(note)
    endless = tuple(_endless(note, blocks))
    short = [block if len(block.text) <= LONGEST else _emptied(block) for block in blocks]
    clean = tuple(without_glued_links(block, parse) for block in short)
    sentences = tuple(parse(block.text, block.label) for block in clean)
    findings = find_claims(note, clean, sentences, partial(stamp_for, clean))
    if note.language != "en":
        more = (*more, _foreign(note))
    texts = [each.text for part in sentences for each in part]
    told = partial(field_of, sentences=texts)
    asked = letters_in_fields(write_questions(note, findings.facts), told)
    judged = [judge(each, sense) for each in asked]
    page = Page(
        note,
        claims=findings.claims,
        links=tuple(_weighed(link) for link in findings.links),
        questions=named_in_full(letters_spelled(judged, findings.facts), texts),
        skips=findings.skips,
        plain=f"{_plain(blocks)} {_plain(clean)}",
    )
    return Reading(page, (*problems, *more, *endless))


def _weighed(link: Link) -> Link:
    """A link with what readers think of such things."""
    said = f"{link.cause} leads to {link.effect}"
    return replace(link, sense=sense(said, link.effect, link.evidence.quote.plain))


def _endless(note: Note, blocks: Sequence[Block]) -> Iterator[Problem]:
    for block in blocks:
        if len(block.text) > LONGEST:
            yield Problem(
                note.path,
                note.line(block.places[0]),
                f"this passage of {len(block.text)} characters is not read",
                "part it into paragraphs with empty lines between",
            )


def _emptied(block: Block) -> Block:
    """A block in its place without its words."""
    return Block(block.kind, "", (), block.headings, block.depth, parent=block.parent)


def _foreign(note: Note) -> Problem:
    return Problem(
        note.path,
        note.line(note.body),
        f"the note is in another language than English ({note.language})",
        "only cards that you mark yourself are made from it, such as a line 'question:: answer'",
    )


def _plain(blocks: Sequence[Block]) -> str:
    return " ".join(" ".join(block.text.split()) for block in blocks)


def read_pages(
    files: Mapping[str, Path], root: Path, progress: Progress | None = None
) -> dict[str, Reading]:
    """Read notes, in the order given; what a note yields never depends on the others.

    Args:
        files: Path in the program and on the disk.
        root: The notes folder.
        progress: Is told how many are read.
    """
    known, unread = _known(files, root)
    remembered = len(known)

    def tell(done: int) -> None:
        if progress:
            progress(remembered + done, len(files))

    for path, encoded in _read(unread, tell):
        known[path] = _decoded(encoded) or Reading(None)
    return {path: _as_typed(known[path], files[path]) for path in files}


def _known(
    files: Mapping[str, Path], root: Path
) -> tuple[dict[str, Reading], list[tuple[str, bytes]]]:
    """What the cache remembers or the disk refuses, and the texts that are still to be read."""
    known: dict[str, Reading] = {}
    texts: dict[str, bytes] = {}
    for path, place in files.items():
        try:
            texts[path] = place.read_bytes()
        except OSError:
            known[path] = Reading(None, load_note(root, place)[1])
    cache = Cache()
    keys = {path: _page_key(path, data) for path, data in texts.items()}
    found = cache.get(keys.values())
    cache.close()
    for path, key in keys.items():
        reading = _decoded(found[key]) if key in found else None
        if reading is not None:
            known[path] = reading
    return known, [(path, data) for path, data in texts.items() if path not in known]


def _page_key(path: str, data: bytes) -> bytes:
    return key_for(b"page", program_key(), model_key().encode(), path.encode(), data)


def _read(
    unread: Sequence[tuple[str, bytes]], tell: Callable[[int], None]
) -> Iterator[tuple[str, bytes]]:
    done = 0
    if len(unread) >= SIDE_BY_SIDE:
        for part in _side_by_side(unread):
            yield from part
            done += len(part)
            tell(done)
    for each in unread[done:]:
        yield from read_some([each])
        done += 1
        tell(done)


def _side_by_side(unread: Sequence[tuple[str, bytes]]) -> Iterator[list[tuple[str, bytes]]]:
    """Read with all cores; what is left where the system ends a process is read without."""
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    parts = [unread[start : start + AT_ONCE] for start in range(0, len(unread), AT_ONCE)]
    pool = ProcessPoolExecutor(mp_context=get_context("spawn"), initializer=_deaf_to_interrupts)
    try:
        yield from pool.map(read_some, parts)
    except BrokenProcessPool:
        return
    finally:
        pool.shutdown(cancel_futures=True)


def _deaf_to_interrupts() -> None:
    """Leave Ctrl-C to the process that the user started; it alone may speak of it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def read_some(texts: Sequence[tuple[str, bytes]]) -> list[tuple[str, bytes]]:
    """Read a few notes in this process and remember what they yield."""
    cache = Cache()
    parse = _Remembering(cache)
    found = [(path, _read_safely(path, data, parse)) for path, data in texts]
    encoded = [(path, _encoded(reading)) for path, reading in found]
    pages = {
        _page_key(path, data): page
        for (path, data), (_, reading), (_, page) in zip(texts, found, encoded, strict=True)
        if reading.page is not None
    }
    cache.put({**parse.fresh, **pages})
    cache.close()
    return encoded


def _read_safely(path: str, data: bytes, parse: Parse) -> Reading:
    """Let a mistake of ours in one note cost that note only, and say so."""
    try:
        return read_page(path, data, parse)
    except Exception as error:
        line = _innermost(error)
        problem = Problem(
            path,
            None,
            f"chaincards failed on this note ({type(error).__name__} in {line}: {error})",
            "please report it with the note; its cards are kept as they were",
            "error",
        )
        return Reading(None, (problem,))


def _innermost(error: BaseException) -> str:
    """Where in the program an error came from."""
    trace = error.__traceback__
    place = "?"
    while trace is not None:
        file = Path(trace.tb_frame.f_code.co_filename)
        if "cards" in file.parts:
            place = f"{file.stem}.py:{trace.tb_lineno}"
        trace = trace.tb_next
    return place


class _Remembering:
    """The parser, asked only for what the cache does not know."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache
        self.fresh: dict[bytes, bytes] = {}
        self._seen: dict[bytes, tuple[Sentence, ...]] = {}

    def __call__(self, text: str, label: int = 0) -> tuple[Sentence, ...]:
        key = key_for(
            b"parse",
            model_key().encode(),
            str(label).encode(),
            text.encode("utf-8", "surrogatepass"),
        )
        if key not in self._seen:
            self._seen[key] = self._find(key, text, label)
        return self._seen[key]

    def _find(self, key: bytes, text: str, label: int) -> tuple[Sentence, ...]:
        import msgspec

        value = self._cache.get([key]).get(key)
        if value is not None:
            try:
                return msgspec.msgpack.decode(value, type=tuple[Sentence, ...])
            except (msgspec.DecodeError, UnicodeDecodeError):
                pass
        sentences = parse_text(text, label)
        self.fresh[key] = msgspec.msgpack.encode(sentences)
        return sentences


def _encoded(reading: Reading) -> bytes:
    import msgspec

    return msgspec.msgpack.encode(reading)


def _decoded(encoded: bytes) -> Reading | None:
    """None for what an accident on the disk has changed."""
    import msgspec

    try:
        return msgspec.msgpack.decode(encoded, type=Reading)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None


def _as_typed(reading: Reading, place: Path) -> Reading:
    """Problems name the file as the user would type it."""
    return replace(
        reading, problems=tuple(replace(each, path=str(place)) for each in reading.problems)
    )
