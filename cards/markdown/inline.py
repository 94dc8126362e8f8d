"""The source of one block in, its plain words out: every character with its place in the file."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from html import unescape
from urllib.parse import unquote

from cards.markdown.ink import GONE, Ink
from cards.model import Hidden, Image, Source, WikiLink
from cards.sources import LONGEST, from_url, moment, parse_time

PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
TIGHT = re.compile(
    r"a|abbr|b|big|cite|code|del|dfn|em|font|i|ins|kbd|mark|nobr|q|s|samp|small|span|strike|strong"
    r"|sub|sup|tt|u|var|wbr",
    re.IGNORECASE,
)
LOOSE = re.compile(
    r"blockquote|br|center|dd|details|div|dl|dt|figcaption|figure|h[1-6]|hr|iframe|img|li|ol|p"
    r"|picture|pre|source|summary|table|tbody|td|tfoot|th|thead|tr|ul|video",
    re.IGNORECASE,
)
"""These part words. Any other name in angle brackets is no element but text: <branch_name>."""
TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)(\s[^<>]*|/)?>")
TIME = r"\d{1,3}:\d{1,2}(?::\d{1,3}){0,2}"
STAMPS = re.compile(
    rf"\[{{1,2}}\s*{TIME}(?:(?:\s*[,;/–—-]\s*|\s+(?:and|to)\s+|\s+){TIME})*\s*\]{{1,2}}"
)
IN_PARENTHESES = re.compile(rf"\(\s*{TIME}(?:\s*[,;/–—-]\s*{TIME})*\s*\)")
ONE_TIME = re.compile(TIME)
WHOLE_TIME = re.compile(rf"[\[(]*\s*({TIME})\s*[\])]*")
PLAIN_TIME = re.compile(r"\d{1,3}:\d{2}(?::\d{2,3}){0,2}(?![\w:]|\.\d)")
FULL_TIME = re.compile(r"\d\d:\d{2}:\d{2}(?::\d{2,3})?")
STAMP_ATTRIBUTE = re.compile(rf"data-t\s*=\s*[\"']?({TIME})")
HREF = re.compile(r"href\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+))", re.IGNORECASE)
ANCHOR_REST = re.compile(r"([^<]{0,60})</a\s*>", re.IGNORECASE)
URL = re.compile(r"https?://[^\s<>\[\]|\"`]+")
ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
DESTINATION = re.compile(
    r"\(\s*(?:<([^<>\n]*)>|((?:[^\s()\\<>]|\\.|\([^\s()]*\))*))"
    r"(?:\s+(?:\"[^\"]*\"|'[^']*'|\([^()]*\)))?\s*\)"
)
MATH = re.compile(r"\$(?![\s$])((?:[^$\\\n]|\\.|\n(?!\s*\n))+?)(?<!\s)\$(?!\d)", re.DOTALL)
DISPLAY = re.compile(r"\$\$(?!\$)(.+?)\$\$", re.DOTALL)
FORMULA = re.compile(r"[\\^_={}<>+*/]")
FOOTNOTE = re.compile(r"\[\^[^\[\]\s]{1,80}\]")
SPECIAL = re.compile(r"[\\`<&$\[\]!*_~=(]|https?://|(?<![\w:.,])\d{1,3}:\d{2}")
NOT_A_STAMP = re.compile(
    r"\b(?:at|by|around|until|till|before|after|from|to|since|between|about|ratio|of|in|is|was)\s*$",
    re.IGNORECASE,
)
AT_END = re.compile(r"[ \t]*(?:[.!?;,)]|\n|\Z|\s+[A-Z])")
BLOCK_ID = re.compile(r"\s\^[A-Za-z0-9][A-Za-z0-9-]*\s*\Z")
ESCAPED_OR_BRACKET = re.compile(r"\\.|[\[\]]", re.DOTALL)
LONGEST_LINK = 1_000
"""Characters. Keeps ten thousand brackets from taking quadratic time."""
UNSEEN = frozenset("\u200b\u200e\u200f\u2060\ufeff\u00ad")


def read_inline(
    text: str, places: Sequence[int], source: Source, *, keep_marks: bool = False
) -> Ink:
    """Find the words of a block's source.

    Args:
        text: Of the block, without the markers of lists and quotes; lines end in a line feed.
        places: For each character its offset in the file.
        source: Of the note; times without brackets are stamps only where there is a recording.
        keep_marks: Leave emphasis and code marked, for the author's own cards.
    """
    found = BLOCK_ID.search(text[-80:])
    if found:
        text = text[: len(text) - len(found[0])]
    scanner = Scanner(text, places, source, keep_marks)
    scanner.run()
    ink = scanner.ink
    ink.tidy()
    return ink


class Scanner:
    """One walk over the source; each ``_on_`` takes the position it stands at to the next."""

    def __init__(self, text: str, places: Sequence[int], source: Source, keep: bool) -> None:
        self.text = text
        self.places = places
        self.source = source
        self.keep = keep
        self.ink = Ink()
        self.dead: list[int] = []
        self.delimiters: list[Delimiter] = []
        self.closers: dict[int, tuple[int, int, WikiLink | str]] = {}
        self.ticks = _runs_of_ticks(text)
        self.brackets = _bracket_pairs(text) if "](" in text else {}
        self.depth = 0
        self.handlers = {
            "\\": self._on_backslash,
            "`": self._on_tick,
            "<": self._on_tag,
            "&": self._on_entity,
            "$": self._on_dollar,
            "[": self._on_bracket,
            "]": self._on_close,
            "!": self._on_bang,
            "*": self._on_delimiter,
            "_": self._on_delimiter,
            "~": self._on_delimiter,
            "=": self._on_delimiter,
            "(": self._on_parenthesis,
            "h": self._on_url,
        }

    def run(self) -> None:
        at = 0
        while at < len(self.text):
            found = SPECIAL.search(self.text, at)
            if not found:
                break
            self._copy(at, found.start())
            handler = self.handlers.get(found[0][0], self._on_digit)
            at = handler(found.start())
        self._copy(at, len(self.text))
        _match(self.delimiters, self.ink, self.dead)
        if not self.keep:
            self.ink.drop(self.dead)

    # What is put out.

    def _copy(self, start: int, end: int) -> None:
        """Put out a stretch as it stands, without characters that show nothing."""
        piece = self.text[start:end]
        if piece.isprintable():
            self.ink.chars += piece
            self.ink.places += self.places[start:end]
            return
        for index, char in enumerate(piece, start):
            if char.isspace():
                self._put(" ", index)
            elif (
                char.isprintable() or char == "\u200d" or (char not in UNSEEN and char >= "\u00a0")
            ):
                self._put(char, index)

    def _put(self, char: str, at: int) -> None:
        self.ink.chars.append(char)
        self.ink.places.append(self.places[at])

    def _stamp(self, at: int, *times: str) -> None:
        for time in times:
            self.ink.times.append((len(self.ink.chars), time))
        self._put(GONE, at)

    # What is found.

    def _on_backslash(self, at: int) -> int:
        following = self.text[at + 1 : at + 2]
        if following in PUNCTUATION and following:
            if self.keep:
                self._put("\\", at)
            self._put(following, at + 1)
            return at + 2
        if following == "\n":
            self._put(" ", at)
            return at + 2
        self._put("\\", at)
        return at + 1

    def _on_tick(self, at: int) -> int:
        end = at
        while end < len(self.text) and self.text[end] == "`":
            end += 1
        starts = self.ticks.get(end - at, [])
        after = bisect_left(starts, end)
        if after == len(starts):
            self._copy(at, end)
            return end
        close = starts[after]
        if self.keep:
            self._copy(at, close + end - at)
            return close + end - at
        start = len(self.ink.chars)
        self._copy(end, close)
        if self.ink.chars[start:]:
            self.ink.spans.append((start, len(self.ink.chars), "code"))
        return close + end - at

    def _on_tag(self, at: int) -> int:
        if URL.match(self.text, at + 1):
            end = self._on_url(at + 1)
            return end + 1 if self.text[end : end + 1] == ">" else end
        tag = TAG.match(self.text, at)
        loose = tag and LOOSE.fullmatch(tag[2])
        if not tag or not (loose or TIGHT.fullmatch(tag[2])):
            self._put("<", at)
            return at + 1
        name = tag[2].lower()
        if name == "a" and not tag[1]:
            return self._anchor(tag)
        if name == "sup" and not tag[1]:
            self._put("^", at)
        elif loose:
            self._put(" ", at)
        return tag.end()

    def _anchor(self, tag: re.Match[str]) -> int:
        attributes = tag[3] or ""
        named = STAMP_ATTRIBUTE.search(attributes)
        href = HREF.search(attributes)
        time = named[1] if named else None
        if href and not time:
            time = self._time_of_url(next(filter(None, href.groups()), ""))
        rest = ANCHOR_REST.match(self.text, tag.end())
        shown = WHOLE_TIME.fullmatch(rest[1].strip()) if rest else None
        if rest and (shown or (time and not rest[1].strip())):
            self._stamp(tag.start(), time or (shown[1] if shown else ""))
            return rest.end()
        if time:
            self._stamp(tag.start(), time)
        return tag.end()

    def _time_of_url(self, address: str) -> str | None:
        """The moment that an address of this note's own video names, as seconds."""
        seconds = moment(address)
        if seconds is None or from_url(address) != self.source or self.source.kind == "note":
            return None
        return f"{seconds}s"

    def _on_entity(self, at: int) -> int:
        found = ENTITY.match(self.text, at)
        meant = unescape(found[0]) if found else ""
        if not found or meant == found[0]:
            self._put("&", at)
            return at + 1
        for char in meant:
            if char.isspace():
                self._put(" ", at)
            elif char.isprintable():
                self._put(char, at)
        return found.end()

    def _on_dollar(self, at: int) -> int:
        display = DISPLAY.match(self.text, at, at + 5_000)
        found = display or MATH.match(self.text, at, at + 2_000)
        before = self.text[at - 1 : at]
        if not found or (not display and not _is_math(found[1], before)):
            self._put("$", at)
            return at + 1
        start = len(self.ink.chars)
        self._copy(at, found.end())
        self.ink.spans.append((start, len(self.ink.chars), "display" if display else "math"))
        return found.end()

    def _on_bang(self, at: int) -> int:
        if self.text.startswith("![[", at):
            end = self.text.find("]]", at, at + 1_000)
            inside = self.text[at + 3 : end] if end >= 0 else ""
            if end >= 0 and "\n" not in inside:
                path, _, alt = inside.partition("|")
                alt = "" if re.fullmatch(r"\d+(x\d+)?", alt.strip()) else alt.strip()
                self._image(at, path.replace("\\", "").strip(), alt)
                return end + 2
        elif self.text.startswith("![", at):
            close = self.brackets.get(at + 1)
            target = DESTINATION.match(self.text, close + 1) if close else None
            if close and target:
                self._image(at, target[1] or target[2] or "", self.text[at + 2 : close])
                return target.end()
        self._put("!", at)
        return at + 1

    def _image(self, at: int, path: str, alt: str) -> None:
        if self.keep:
            self.ink.chars += f"![{alt}]({path})"
            self.ink.places += [self.places[at]] * (len(alt) + len(path) + 5)
        else:
            self._put(GONE, at)
        self.ink.images.append(Image(path, alt))

    def _on_bracket(self, at: int) -> int:
        stamps = STAMPS.match(self.text, at)
        if stamps:
            return self._stamps(stamps)
        if self.text.startswith("[[", at):
            return self._wiki(at)
        note_mark = FOOTNOTE.match(self.text, at)
        if note_mark:
            self._put(GONE, at)
            return note_mark.end()
        close = self.brackets.get(at)
        target = DESTINATION.match(self.text, close + 1) if close is not None else None
        if close is None or not target:
            self._put("[", at)
            self.depth += 1
            return at + 1
        self.closers[close] = (target.end(), 0, unquote(target[1] or target[2] or ""))
        return at + 1

    def _stamps(self, stamps: re.Match[str]) -> int:
        times = ONE_TIME.findall(stamps[0])
        target = DESTINATION.match(self.text, stamps.end())
        end = stamps.end()
        if stamps[0].startswith("[") and stamps[0].endswith("]]") and stamps[0][1] != "[":
            end -= 1
        elif target and not WHOLE_TIME.fullmatch(target[0]):
            exact = self._time_of_url(target[1] or target[2] or "")
            times = [exact] if exact else times
            end = target.end()
        self._stamp(stamps.start(), *times)
        return end

    def _wiki(self, at: int) -> int:
        """The words of a wiki link; of one that never closes only its brackets go."""
        close = self.text.find("]]", at + 2, at + LONGEST_LINK)
        if close < 0:
            return at + 2
        following = self.text.find("[[", at + 2, close)
        if following >= 0 and not STAMPS.match(self.text, following):
            return at + 2
        if self.text[close + 2 : close + 3] == "]" and "[" in self.text[at + 2 : close]:
            close += 1
        inside = self.text[at + 2 : close]
        bar = inside.find("|")
        target = (inside if bar < 0 else inside[:bar]).rstrip("\\").strip()
        start = len(self.ink.chars)
        link = WikiLink(start, start, " ".join(target.split()), bar >= 0)
        if bar >= 0 and inside[bar + 1 :].strip():
            self.closers[close] = (close + 2, start, link)
            words = inside[bar + 1 :]
            return close - len(words.lstrip())
        self._readable(at + 2, inside if bar < 0 else inside[:bar], link)
        return close + 2

    def _readable(self, at: int, target: str, link: WikiLink) -> None:
        """Put out what Obsidian would show of a link without words of its own."""
        start = target.rfind("/") + 1
        mark = target.find("#", start)
        end = len(target) if mark < 0 else mark
        if not target[start:end].strip():
            start, end = mark + 1, len(target)
        if target[:end].endswith(".md"):
            end -= 3
        if self.keep:
            self._copy(at + start, at + end)
            return
        for index in range(start, end):
            blank = target[index].isspace() or target[index] in "_\\"
            self._put(" " if blank else target[index], at + index)
        here = len(self.ink.chars)
        self.ink.links.append(WikiLink(link.start, here, link.target, link.piped))

    def _on_close(self, at: int) -> int:
        waiting = self.closers.get(at)
        if waiting is None:
            if self.text.startswith("]]", at) and not self.depth:
                return at + 2
            if self.depth > 0:
                self.depth -= 1
            self._put("]", at)
            return at + 1
        end, start, what = waiting
        if isinstance(what, WikiLink):
            while len(self.ink.chars) > start and self.ink.chars[-1] == " ":
                self.ink.chars.pop()
                self.ink.places.pop()
            self.ink.links.append(WikiLink(start, len(self.ink.chars), what.target, what.piped))
            return end
        time = self._time_of_url(what)
        if time:
            self._stamp(at, time)
        return end

    def _on_parenthesis(self, at: int) -> int:
        found = IN_PARENTHESES.match(self.text, at) if self._recorded() else None
        times = ONE_TIME.findall(found[0]) if found else []
        if found and all(_minutes(time) for time in times):
            self._stamp(at, *times)
            return found.end()
        self._put("(", at)
        return at + 1

    def _on_url(self, at: int) -> int:
        found = URL.match(self.text, at)
        if not found:
            self._put(self.text[at], at)
            return at + 1
        address = found[0].rstrip(".,;:!?'*_")
        if address.endswith(")") and "(" not in address:
            address = address.rstrip(")")
        end = at + len(address)
        time = self._time_of_url(address)
        if time:
            self._stamp(at, time)
        else:
            self._copy(at, end)
        return end

    def _on_digit(self, at: int) -> int:
        """A time without brackets: whole ones anywhere, short ones where only a stamp can be."""
        found = PLAIN_TIME.match(self.text, at) if self._recorded() else None
        if found and (self._is_full(found) or self._at_an_end(found)):
            self._stamp(at, found[0])
            return found.end()
        end = at + 1
        while self.text[end : end + 1].isdigit():
            end += 1
        self._copy(at, end)
        return end

    def _is_full(self, found: re.Match[str]) -> bool:
        """Tell ``00:17:16`` where a sentence or line begins or ends from a split of 50:25:25."""
        seconds = parse_time(found[0]) if FULL_TIME.fullmatch(found[0]) else None
        if seconds is None or seconds > LONGEST or not _minutes(found[0]):
            return False
        before = self.text[max(0, found.start() - 40) : found.start()]
        at_start = not before.rsplit("\n", 1)[-1].strip()
        return at_start or bool(
            AT_END.match(self.text, found.end()) and not NOT_A_STAMP.search(before)
        )

    def _at_an_end(self, found: re.Match[str]) -> bool:
        if not re.fullmatch(r"\d\d:[0-5]\d", found[0]):
            return False
        before = self.text[max(0, found.start() - 40) : found.start()]
        line = before.rsplit("\n", 1)[-1]
        if not line.strip():
            return (
                not self.text[found.end() : found.end() + 6]
                .strip()
                .lower()
                .startswith(("am", "pm", "a.m", "p.m", "o'c"))
            )
        after = self.text[found.end() : found.end() + 3].split("\n", 1)[0]
        return after.strip() in ("", ".") and not NOT_A_STAMP.search(line)

    def _recorded(self) -> bool:
        return self.source.kind != "note"

    def _on_delimiter(self, at: int) -> int:
        char = self.text[at]
        end = at
        while end < len(self.text) and self.text[end] == char:
            end += 1
        if char in "~=" and end - at != 2:
            self._copy(at, end)
            return end
        before = self.text[at - 1] if at else " "
        after = self.text[end] if end < len(self.text) else " "
        self.delimiters.append(Delimiter(char, end - at, len(self.ink.chars), before, after))
        self._copy(at, end)
        return end


class Delimiter:
    """A run of emphasis marks, by CommonMark's rules for what opens and closes."""

    __slots__ = ("at", "char", "closes", "left", "length", "opens", "taken")

    def __init__(self, char: str, length: int, at: int, before: str, after: str) -> None:
        self.char = char
        self.length = length
        self.left = length
        self.at = at
        self.taken = 0
        left = not after.isspace() and (not _mark(after) or before.isspace() or _mark(before))
        right = not before.isspace() and (not _mark(before) or after.isspace() or _mark(after))
        self.opens = left and (char != "_" or not right or _mark(before))
        self.closes = right and (char != "_" or not left or _mark(after))
        if length == 1 and before.isalnum() and after.isalnum():
            self.opens = self.closes = False  # 2*3*4 is no emphasis


def _match(delimiters: list[Delimiter], ink: Ink, dead: list[int]) -> None:
    """Pair the runs; what is paired goes, and so do two stars that only one side has."""
    waiting: dict[str, list[Delimiter]] = {}
    for run in delimiters:
        stack = waiting.setdefault(run.char, [])
        while run.closes and run.left and stack:
            if run.left == 2 and len(stack) > 1 and stack[-1].left == 1 and stack[-2].left == 2:
                stack.pop()
            opener = stack[-1]
            if _odd(opener, run):
                break
            use = 2 if opener.left >= 2 and run.left >= 2 else 1
            if run.char in "~=" and use == 1:
                break
            _pair(opener, run, use, ink, dead)
            if not opener.left:
                stack.pop()
        if run.opens and run.left:
            stack.append(run)
    for run in delimiters:
        if run.char in "*_" and run.left >= 2 and (run.opens or run.closes):
            start = run.at + run.taken
            dead.extend(range(start, start + run.left))


def _odd(opener: Delimiter, closer: Delimiter) -> bool:
    """CommonMark's rule of three."""
    both = (opener.closes or closer.opens) and (opener.length + closer.length) % 3 == 0
    return both and (opener.length % 3 != 0 or closer.length % 3 != 0)


def _pair(opener: Delimiter, closer: Delimiter, use: int, ink: Ink, dead: list[int]) -> None:
    opener.left -= use
    inner_start = opener.at + opener.left
    inner_end = closer.at + closer.taken
    dead.extend(range(inner_start, inner_start + use))
    dead.extend(range(inner_end, inner_end + use))
    closer.taken += use
    closer.left -= use
    if opener.char == "~":
        dead.extend(range(inner_start + use, inner_end))
    elif opener.char == "=":
        ink.hidden.append(Hidden(inner_start + use, inner_end, 0))
    else:
        ink.spans.append((inner_start + use, inner_end, "bold" if use == 2 else "italic"))


def _mark(char: str) -> bool:
    return not char.isalnum() and not char.isspace()


def _minutes(time: str) -> bool:
    """Tell a stamp from a ratio or a verse: seconds have two digits, below sixty."""
    parts = time.split(":")
    return parse_time(time) is not None and all(len(part) == 2 for part in parts[1:3])


def _is_math(inside: str, before: str) -> bool:
    """Tell a formula from two prices."""
    if before.isalnum():
        return False
    return not inside[0].isdigit() or FORMULA.search(inside) is not None


def _runs_of_ticks(text: str) -> dict[int, list[int]]:
    runs: dict[int, list[int]] = {}
    if "`" in text:
        for found in re.finditer("`+", text):
            runs.setdefault(len(found[0]), []).append(found.start())
    return runs


def _bracket_pairs(text: str) -> dict[int, int]:
    pairs = {}
    waiting: list[int] = []
    for found in ESCAPED_OR_BRACKET.finditer(text):
        if found[0] == "[":
            waiting.append(found.start())
        elif found[0] == "]" and waiting:
            pairs[waiting.pop()] = found.start()
    return pairs
