"""Tokens of the markdown library in, blocks out."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from cards.markdown import author, fields
from cards.markdown.ink import Ink
from cards.markdown.inline import read_inline
from cards.markdown.lines import CARD_FENCES, Line, blanked, split
from cards.model import Block, BlockKind, Note, Problem, Stamp
from cards.sources import LONGEST, clock, rescale

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.token import Token

DEEPEST = 100
"""Levels of nesting; what lies deeper is told and skipped."""
CALLOUT = re.compile(r"[ \t]*\[!([\w \t-]+)\][+-]?[ \t]*(.*)")
CHECKBOX = re.compile(r"\[[ xX/-]\][ \t]+")
FOOTNOTE = re.compile(r"\[\^[^\]\s]+\]:")
QUOTE_MARKER = re.compile(r"[ \t]*>[ \t]?")
NO_MARKER = re.compile("")
PLAIN_LABEL = re.compile(r"[^\s:.!?;,](?:[^:.!?;,\n]{0,58}[^\s:.!?;,])?:(?=\s)")
DECLARES = re.compile(r"#flashcards?\b|#cards?\b|^TARGET DECK|^FILE TAGS", re.MULTILINE)
CONTENT = ("inline", "tr_open", "math_block", "fence", "author_card")
SENTENCE_END = re.compile(r"[.!?…][\"'”’)]*$")


@dataclass(slots=True)
class Region:
    """A stretch of source that makes one block."""

    text: str
    places: list[int]

    def part(self, start: int, end: int) -> Region:
        return Region(self.text[start:end], self.places[start:end])


@dataclass(slots=True)
class Container:
    """A list or a quote that is open."""

    kind: str
    """``list``, ``quote``, ``callout``."""
    lead: int | None = None
    """The block that introduces a list."""
    item: int | None = None
    """The block of the list's current item."""
    fresh: bool = False
    """Nothing of the item or the quote has been read yet."""
    number: int = 0
    title: str = ""


@dataclass(slots=True)
class Draft:
    """A block whose stamps are still text."""

    block: Block
    times: list[tuple[int, str]]
    container: int
    """How many lists and quotes hold it."""


@dataclass(slots=True)
class Reader:
    """What has been read of one note."""

    note: Note
    lines: list[Line]
    shown: list[str]
    """The lines as the library saw them."""
    declared: bool = False
    drafts: list[Draft] = field(default_factory=list)
    headings: list[tuple[int, str]] = field(default_factory=list)
    open: list[Container] = field(default_factory=list)
    term: Region | None = None
    taken: int = 0
    """The first line below an answer that its card holds already."""
    lost: list[int] = field(default_factory=list)
    """Lines that could not be followed back into the file."""


def read_blocks(note: Note) -> tuple[tuple[Block, ...], tuple[Problem, ...]]:
    """Read the body of a note.

    Returns:
        The blocks in reading order, and what is wrong with some. Code is skipped, except a fence
        that holds a whole article. Every character of a block's text has its place in
        ``note.text``.
    """
    lines = split(note.text, note.body)
    shown = blanked(lines)
    declared = DECLARES.search(note.text) is not None
    reader = Reader(note, lines, shown, declared)
    tokens = _parser().parse("\n".join(shown))
    walk(reader, tokens)
    return _finished(reader, tokens)


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt
    from mdit_py_plugins.deflist import deflist_plugin
    from mdit_py_plugins.dollarmath import dollarmath_plugin

    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": DEEPEST})
    parser.enable("table").disable(["code", "html_block", "reference"])
    parser.use(deflist_plugin).use(dollarmath_plugin)
    parser.block.ruler.before(
        "fence", "author_card", _started, {"alt": ["paragraph", "reference", "blockquote", "list"]}
    )
    # The inline text is read by our own walk, which knows wiki links and stamps.
    parser.core.ruler.enableOnly(["normalize", "block"])
    return parser


def _started(state: StateBlock, first: int, last: int, silent: bool) -> bool:
    """The library's rule for a stretch from a line ``START`` to a line ``END``."""

    def line(number: int) -> str:
        start = state.bMarks[number] + state.tShift[number]
        return state.src[start : state.eMarks[number]].rstrip()

    if line(first) != "START":
        return False
    for end in range(first + 1, last):
        if line(end) == "START" or state.sCount[end] < state.blkIndent:
            return False
        if line(end) == "END":
            if not silent:
                token = state.push("author_card", "", 0)
                token.map = [first, end + 1]
                token.content = state.getLines(first + 1, end, state.blkIndent, False)
                state.line = end + 1
            return True
    return False


def walk(reader: Reader, tokens: Sequence[Token]) -> None:
    """Follow the tokens through lists, quotes and tables."""
    header: int | None = None
    for index, token in enumerate(tokens):
        kind = token.type
        if kind in CONTENT and token.map and token.map[0] < reader.taken:
            continue
        if kind == "inline":
            _inline(reader, tokens[index - 1], token)
        elif kind == "thead_open":
            header = None
        elif kind == "tr_open":
            row = _row(reader, token, header)
            header = row if header is None else header
        elif kind == "math_block" and token.map:
            _formula(reader, token)
        elif kind in ("author_card", "fence"):
            _stretch(reader, token)
        else:
            _container(reader, token)


def _container(reader: Reader, token: Token) -> None:
    """Open or close a list, an item or a quote."""
    kind = token.type
    if kind in ("bullet_list_open", "ordered_list_open"):
        reader.open.append(Container("list", lead=_lead(reader)))
    elif kind == "blockquote_open":
        reader.open.append(Container("quote", fresh=True))
        _question_callout(reader, token)
    elif kind == "list_item_open":
        _open_item(reader.open[-1], token)
    elif kind in ("bullet_list_close", "ordered_list_close", "blockquote_close"):
        reader.open.pop()


def _open_item(container: Container, token: Token) -> None:
    container.fresh = True
    container.item = None
    container.number = int(token.info) if token.info.isdigit() else 0


def _lead(reader: Reader) -> int | None:
    """The item above a nested list, or the paragraph with a colon right above a list."""
    for container in reversed(reader.open):
        if container.kind == "list":
            return container.item if container.item is not None else container.lead
    if not reader.drafts:
        return None
    last = reader.drafts[-1]
    introduces = last.block.text.rstrip("*_ ").endswith(":")
    if last.block.kind == "heading" or not introduces or last.container > len(reader.open):
        return None
    return len(reader.drafts) - 1


def _inline(reader: Reader, opening: Token, token: Token) -> None:
    if not token.map or opening.type in ("th_open", "td_open"):
        return
    region = _region(reader, token.map[0], token.content)
    if region is None:
        reader.lost.append(reader.note.line(reader.lines[token.map[0]].start))
        return
    if opening.type == "heading_open":
        _heading(reader, opening, region)
    elif opening.type == "dt_open":
        reader.term = region
    else:
        _paragraph(reader, region, in_definition=_in_definition(reader, opening))


def _in_definition(reader: Reader, opening: Token) -> bool:
    return reader.term is not None and opening.level > 0


def _region(reader: Reader, first: int, content: str) -> Region | None:
    """Follow a token's text back into the file: each of its lines is the end of a line there."""
    text: list[str] = []
    places: list[int] = []
    for number, piece in enumerate(content.split("\n"), first):
        if number >= len(reader.lines):
            return None
        shown = reader.shown[number].rstrip()
        piece = piece.strip()  # noqa: PLW2901  # blanks at a line's ends carry nothing
        if not shown.endswith(piece):
            shown = shown.rstrip("#").rstrip()
            if not shown.endswith(piece):
                return None
        start = reader.lines[number].start + len(shown) - len(piece)
        if text:
            text.append("\n")
            places.append(start - 1)
        text.append(piece)
        places.extend(range(start, start + len(piece)))
    return Region("".join(text), places)


def _read(reader: Reader, region: Region) -> Ink:
    return read_inline(region.text, region.places, reader.note.source)


def _as_written(reader: Reader, region: Region) -> str:
    return read_inline(region.text, region.places, reader.note.source, keep_marks=True).text


def _path(reader: Reader) -> tuple[str, ...]:
    titles = tuple(container.title for container in reader.open if container.title)
    return (*(text for _, text in reader.headings), *titles)


def _add(reader: Reader, block: Block, ink: Ink) -> int | None:
    """Add a block; one without words gives its stamps and images to the block before."""
    if not ink.chars:
        last = reader.drafts[-1] if reader.drafts else None
        if last and last.block.kind != "heading":
            last.times += [(len(last.block.text), time) for _, time in ink.times]
            last.block = replace(last.block, images=(*last.block.images, *ink.images))
        return None
    done = replace(
        block,
        text=ink.text,
        places=tuple(ink.places),
        links=tuple(sorted(ink.links, key=lambda link: link.start)),
        spans=ink.marks(),
        images=tuple(ink.images),
        label=_label(ink, block.kind, reader.note.text),
    )
    reader.drafts.append(Draft(done, ink.times, len(reader.open)))
    return len(reader.drafts) - 1


def _heading(reader: Reader, opening: Token, region: Region) -> None:
    level = int(opening.tag[1:])
    if opening.markup in ("-", "=") and SENTENCE_END.search(region.text):
        # A rule right below a paragraph makes it a heading, which nobody meant.
        _paragraph(reader, region, in_definition=False)
        return
    tag = author.CARD_TAG.search(region.text)
    ink = _read(reader, region if not tag else region.part(0, tag.start()))
    while reader.headings and reader.headings[-1][0] >= level:
        reader.headings.pop()
    found = _add(reader, Block("heading", "", (), headings=_path(reader), depth=level), ink)
    if found is not None:
        if tag and opening.map and author.asks(tag) and not reader.open:
            asked = region.part(0, tag.start())
            _answered_below(reader, asked, opening.map[1], author.form_of(tag))
        reader.headings.append((level, ink.text.rstrip(": ")))


def _answered_below(reader: Reader, asked: Region, first: int, form: author.Form) -> bool:
    """Add the card whose answer is the passage below: up to a blank line or a heading."""
    while first < len(reader.shown) and not reader.shown[first].strip():
        first += 1
    end = first
    while end < len(reader.shown) and reader.shown[end].strip():
        if author.HEADING.match(reader.shown[end]):
            break
        end += 1
    told = _lines_of(reader, first, end)
    parts = fields.answer(told.text)
    if not parts or not _add_card(reader, [asked], [told.part(*part) for part in parts], form):
        return False
    reader.taken = end
    return True


def _lines_of(reader: Reader, first: int, end: int, marker: re.Pattern[str] = NO_MARKER) -> Region:
    """Whole lines as one region, without the marker that begins each."""
    pieces, places = [], list[int]()
    for number in range(first, end):
        line = reader.shown[number].rstrip()
        found = marker.match(line)
        skipped = found.end() if found else 0
        pieces.append(line[skipped:])
        start = reader.lines[number].start
        # One more for the line feed that joins the lines.
        places.extend(range(start + skipped, start + len(line) + 1))
    return Region("\n".join(pieces), places[:-1])


def _stretch(reader: Reader, token: Token) -> None:
    """Add the cards of ``START`` … ``END`` or of a fence that says it holds cards."""
    is_fence = token.type == "fence"
    if not token.map or (is_fence and token.info.strip().lower() not in CARD_FENCES):
        return
    region = _region(reader, token.map[0] + 1, token.content.removesuffix("\n"))
    if region is None:
        reader.lost.append(reader.note.line(reader.lines[token.map[0]].start))
        return
    cards = fields.fenced(region.text) if is_fence else fields.started(region.text)
    _add_marked(reader, region, cards)


def _add_marked(reader: Reader, region: Region, cards: Sequence[fields.Marked]) -> bool:
    added = False
    for card in cards:
        asked, told = ([region.part(*part) for part in side] for side in (card.asked, card.told))
        if told:
            added |= _add_card(reader, asked, told, card.form)
        else:
            added |= _add_gaps(reader, _own_shell(reader), asked[0])
    return added


def _question_callout(reader: Reader, token: Token) -> None:
    """Add the card of a callout whose title is a question and whose text is the answer."""
    if not token.map or sum(held.kind != "list" for held in reader.open) > 1:
        return
    first, end = token.map
    whole = _lines_of(reader, first, end, QUOTE_MARKER)
    title = author.CALLOUT_QUESTION.match(whole.text)
    if not title:
        return
    asked, told = whole.part(*title.span(1)), whole.part(title.end(), len(whole.text))
    parts = fields.answer(told.text)
    if not parts or told.text.rstrip().endswith("?"):
        return
    if _add_card(reader, [asked], [told.part(*part) for part in parts], "one"):
        reader.taken = end


def _own_shell(reader: Reader) -> Block:
    return Block("author", "", (), headings=_path(reader))


def _add_card(
    reader: Reader, asked: Sequence[Region], told: Sequence[Region], form: author.Form
) -> bool:
    """Add a card whose sides may have several paragraphs or items, one a line."""
    question = "\n".join(filter(None, (_as_written(reader, part) for part in asked)))
    answer = "\n".join(filter(None, (_as_written(reader, part) for part in told)))
    if not question or not answer:
        return False
    ink = Ink()
    for part in (*asked, *told):
        item = fields.ITEM.match(part.text)
        words = _read(reader, part.part(item.end() if item else 0, len(part.text)))
        if ink.chars and words.chars:
            ink.chars.append(" ")
            ink.places.append(part.places[0] - 1)
        ink.add(words)
    added = _own(reader, _own_shell(reader), ink, (question, answer))
    if form == "both":
        _own(reader, _own_shell(reader), ink, (answer, question))
    return added


def _formula(reader: Reader, token: Token) -> None:
    assert token.map is not None  # noqa: S101  # the caller looked
    first, end = token.map
    lines = reader.lines[first:end]
    source = "\n".join(reader.shown[first:end])
    places = [line.start + at for line in lines for at in range(len(line.text) + 1)][: len(source)]
    start = source.find("$$")
    _paragraph(reader, Region(source, places).part(start, len(source)), in_definition=False)


def _paragraph(reader: Reader, region: Region, *, in_definition: bool) -> None:
    if FOOTNOTE.match(region.text):
        return
    container = reader.open[-1] if reader.open else None
    if container and container.kind == "quote" and container.fresh:
        container.fresh = False
        rest = _callout(reader, container, region)
        if rest is None:
            return
        region = rest
    elif region.text.startswith("[!") and CALLOUT.match(region.text):
        _bare_callout(reader, region)
        return
    if in_definition and reader.term is not None:
        _definition(reader, region)
        return
    reader.term = None
    checkbox = CHECKBOX.match(region.text) if container and container.fresh else None
    if checkbox:
        region = region.part(checkbox.end(), len(region.text))
    block = _shell(reader, container)
    if not _author_cards(reader, block, region):
        found = _add(reader, block, _read(reader, region))
    else:
        found = len(reader.drafts) - 1
    if container and container.kind == "list" and container.fresh:
        container.fresh = False
        container.item = found


def _shell(reader: Reader, container: Container | None) -> Block:
    """An empty block with kind, depth and parent."""
    lists = [held for held in reader.open if held.kind == "list"]
    depth = max(0, len(lists) - 1)
    kind: BlockKind = "paragraph"
    if container is None:
        return Block(kind, "", (), headings=_path(reader))
    if container.kind == "list" and container.fresh:
        kind = "ordered" if container.number or _is_ordered(container) else "item"
        parent = container.lead
        number = container.number
        return Block(kind, "", (), _path(reader), depth, number, parent)
    if container.kind == "list":
        return Block(kind, "", (), _path(reader), depth, 0, container.item)
    kind = "callout" if container.kind == "callout" else "quote"
    return Block(kind, "", (), headings=_path(reader))


def _is_ordered(container: Container) -> bool:
    return container.number > 0


def _callout(reader: Reader, container: Container, region: Region) -> Region | None:
    """Take the marker of a callout off; its title heads what follows, unless it is a sentence."""
    first, _, _ = region.text.partition("\n")
    found = CALLOUT.fullmatch(first)
    if not found:
        return region
    container.kind = "callout"
    ink = _read(reader, region.part(found.start(2), len(first)))
    rest = region.part(len(first) + 1, len(region.text))
    if SENTENCE_END.search(ink.text) or len(ink.text.split()) > 12 or (ink.text and not rest.text):
        _add(reader, Block("callout", "", (), headings=_path(reader)), ink)
    else:
        container.title = ink.text.rstrip(": ")
    return rest if rest.text.strip() else None


def _bare_callout(reader: Reader, region: Region) -> None:
    """A callout whose ``>`` was forgotten: it ends with its paragraph."""
    container = Container("quote")
    reader.open.append(container)
    rest = _callout(reader, container, region)
    if rest is not None and rest is not region:
        _paragraph(reader, rest, in_definition=False)
    reader.open.pop()


def _definition(reader: Reader, region: Region) -> None:
    """A term and what it means, joined by the colon of the list."""
    term = reader.term
    if term is None:
        return
    ink, meaning = _read(reader, term), _read(reader, region)
    colon = reader.note.text.rfind(":", term.places[-1], region.places[0])
    length = len(ink.chars)
    said = bool(ink.chars and meaning.chars)
    if colon >= 0 and said:
        ink.chars += ": "
        ink.places += [colon, colon + 1]
    ink.add(meaning)
    found = _add(reader, Block("definition", "", (), headings=_path(reader)), ink)
    if found is not None and said:
        reader.drafts[found].block = replace(reader.drafts[found].block, label=length + 1)


def _row(reader: Reader, token: Token, header: int | None) -> int | None:
    """A table row, its cells joined by the author's own bars."""
    if not token.map:
        return None
    line = token.map[0]
    text, start = reader.shown[line], reader.lines[line].start
    ink = Ink()
    if "|" not in text:
        # The library takes every line below a table for a row.
        region = Region(text, list(range(start, start + len(text))))
        _paragraph(reader, region, in_definition=False)
        return header
    cells: list[tuple[int, int]] = []
    for first, end in _cells(text):
        bar = start + first
        if cells:
            bar = start + text.rfind("|", 0, first)
            sign = " |" if ink.chars else "|"
            ink.chars += sign
            ink.places += [bar] * len(sign)
        cell = _read(reader, Region(text[first:end], list(range(start + first, start + end))))
        if cells and cell.chars:
            ink.chars.append(" ")
            ink.places.append(bar)
        here = len(ink.chars)
        ink.add(cell)
        cells.append((here, len(ink.chars)))
    if not any(start < end for start, end in cells):
        return None
    block = Block("row", "", (), _path(reader), parent=header, cells=tuple(cells))
    return _add(reader, block, ink)


def _cells(text: str) -> list[tuple[int, int]]:
    """Start and end of each cell; a bar in a wiki link, in code or behind a backslash is none."""
    found = re.finditer(r"\\.|\[\[[^\[\]]*\]\]|(`+)[^`]*\1(?!`)|\|", text)
    edges = [-1, *(hit.start() for hit in found if hit[0] == "|"), len(text)]
    cells = [(before + 1, after) for before, after in pairwise(edges)]
    if cells and not text[slice(*cells[0])].strip(" \t>"):
        cells = cells[1:]
    if cells and not text[slice(*cells[-1])].strip():
        cells = cells[:-1]
    return cells


def _label(ink: Ink, kind: BlockKind, source: str) -> int:
    """Length of a bold or, in a list, a plain label with its colon or dash; 0 if there is none.

    Bold words alone on the first line of a block are its label too, and in a list those before
    a capital: "- **Skin friction** When air flows …".
    """
    if kind in ("heading", "row", "definition"):
        return 0
    text = ink.text
    first = min((span for span in ink.spans if span[2] == "bold"), default=None)
    if first and first[0] <= 1:
        end = first[1]
        if text[end - 1] == ":":
            return end
        following = re.match(r"[\"”]?(?: \([^()]{1,60}\))?:(?=\s|$)| [–—-](?= )", text[end:])
        if following:
            return end + following.end()
        line = source[ink.places[end - 1] : ink.places[min(end + 1, len(text) - 1)]]
        apart = "\n" in line or kind in ("item", "ordered")
        if apart and re.match(r" [A-Z]", text[end:]) and len(text[:end].split()) <= 8:
            return end
    if kind in ("item", "ordered"):
        plain = PLAIN_LABEL.match(text)
        if plain and len(plain[0].split()) <= 6:
            return plain.end()
    return 0


def _author_cards(reader: Reader, block: Block, region: Region) -> bool:
    """Add the author's own cards of a paragraph or item; False if it holds none."""
    inline = fields.started_inline(region.text)
    if inline:
        return _add_marked(reader, region, inline)
    if author.has_gap(region.text):
        return _add_prose_with_gaps(reader, block, region)
    lines = region.text.split("\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    named = author.labelled(lines)
    if named:
        return _labelled(reader, block, region, starts, named)
    tag = author.tagged(lines)
    if tag:
        told = region.part(starts[1], len(region.text))
        return _pair(reader, block, region.part(0, tag[0]), told, tag[1])
    division = author.divided(lines)
    if division:
        number, form = division
        asked = region.part(0, starts[number] - 1)
        told = region.part(starts[number + 1], len(region.text))
        if number == len(lines) - 1:
            return _answered_by_list(reader, asked, region, form)
        return _pair(reader, block, asked, told, form)
    return _separated_lines(reader, block, region, lines, starts)


def _labelled(
    reader: Reader,
    block: Block,
    region: Region,
    starts: Sequence[int],
    named: Sequence[author.Labelled],
) -> bool:
    added = False
    for card, end in zip(
        named, [*(card.asked for card in named[1:]), len(starts) - 1], strict=True
    ):
        asked = region.part(starts[card.asked] + card.opening, starts[card.told] - 1)
        told = region.part(starts[card.told] + card.answer, starts[end] - 1)
        if told.text.strip():
            added |= _pair(reader, block, asked, told, "one")
        elif card is named[-1]:
            added |= _answered_by_list(reader, asked, region, "one")
    return added


def _answered_by_list(reader: Reader, asked: Region, region: Region, form: author.Form) -> bool:
    """Add the card whose answer is the list right below the paragraph."""
    first = bisect_right(reader.lines, region.places[-1], key=lambda line: line.start)
    if reader.open or not reader.shown[first : first + 1] or not reader.shown[first].strip():
        return False
    return _answered_below(reader, asked, first, form)


def _add_gaps(reader: Reader, block: Block, region: Region) -> bool:
    ink = _without_signs(reader, region)
    return _own(reader, block, ink, (_as_written(reader, region), ""))


def _add_prose_with_gaps(reader: Reader, block: Block, region: Region) -> bool:
    """Add a block of which only the sentences with a gap are the author's cards."""
    ink = _without_signs(reader, region)
    found = _add(reader, block, ink)
    if found is not None:
        hidden = tuple(sorted(ink.hidden, key=lambda gap: gap.start))
        reader.drafts[found].block = replace(reader.drafts[found].block, hidden=hidden)
    return found is not None


def _without_signs(reader: Reader, region: Region) -> Ink:
    """The words of a text with gaps, which are noted."""
    ink = _read(reader, region)
    braces = author.gaps(ink.text)
    bare = [g for g in ink.hidden if not any(b.start < g.end and g.start < b.end for b in braces)]
    ink.hidden = [*bare, *braces]
    ink.drop(author.gap_signs(ink.text))
    ink.drop(_spare_blanks(ink.text))
    return ink


def _separated_lines(
    reader: Reader, block: Block, region: Region, lines: list[str], starts: list[int]
) -> bool:
    hits = [author.separated(line, declared=reader.declared) for line in lines]
    if not any(hits):
        return False
    for line, start, hit in zip(lines, starts, hits, strict=False):
        here = region.part(start, start + len(line))
        if hit:
            (first, last), (begin, end), form = hit
            _pair(reader, block, here.part(first, last), here.part(begin, end), form)
        elif line.strip():
            _add(reader, block, _read(reader, here))
    return True


def _pair(reader: Reader, block: Block, asked: Region, told: Region, form: author.Form) -> bool:
    question, answer = _as_written(reader, asked), _as_written(reader, told)
    if not question or not answer:
        return False
    _own(reader, block, _both(reader, asked, told), (question, answer))
    if form == "both":
        _own(reader, block, _both(reader, asked, told), (answer, question))
    return True


def _spare_blanks(text: str) -> list[int]:
    """Blanks at the edges, and all but the first of several in a row."""
    return [
        index
        for index, sign in enumerate(text)
        if sign == " "
        and (not text[:index].strip() or text[index - 1] == " " or not text[index:].strip())
    ]


def _both(reader: Reader, asked: Region, told: Region) -> Ink:
    """The words of question and answer without the sign between them."""
    ink, answer = _read(reader, asked), _read(reader, told)
    if ink.chars and answer.chars:
        ink.chars.append(" ")
        ink.places.append(told.places[0] - 1)
    ink.add(answer)
    return ink


def _own(reader: Reader, block: Block, ink: Ink, card: tuple[str, str]) -> bool:
    return _add(reader, replace(block, kind="author", author=card), ink) is not None


def _finished(
    reader: Reader, tokens: Sequence[Token]
) -> tuple[tuple[Block, ...], tuple[Problem, ...]]:
    """Give every block its stamps in seconds, and tell what is wrong."""
    note = reader.note
    problems = [
        Problem(note.path, line, "this passage could not be read", "simplify its markup")
        for line in reader.lost
    ]
    if any(token.level >= DEEPEST - 1 for token in tokens):
        message = f"lists or quotes nested more than {DEEPEST // 2} deep are not read"
        problems.append(Problem(note.path, None, message, "nest less"))
    seconds = iter(rescale([time for draft in reader.drafts for _, time in draft.times]))
    blocks = []
    for draft in reader.drafts:
        stamps: list[Stamp] = []
        for at, time in draft.times:
            value = next(seconds)
            if value is None or Stamp(at, value) in stamps[-1:]:
                continue
            if value > LONGEST:
                place = draft.block.places[min(at, len(draft.block.places)) - 1]
                message = f"the timestamp {time} ({clock(value)}) is past the end of any video"
                problems.append(Problem(note.path, note.line(place), message, "put it right"))
                continue
            stamps.append(Stamp(at, value))
        blocks.append(replace(draft.block, stamps=tuple(stamps)))
    return tuple(blocks), tuple(problems)
