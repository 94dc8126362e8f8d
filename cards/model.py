"""The nouns of the program: frozen values that the stages hand to one another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

ProblemLevel = Literal["warning", "error"]
SourceKind = Literal["youtube", "vimeo", "media", "note"]
BlockKind = Literal[
    "heading", "paragraph", "item", "ordered", "row", "quote", "callout", "definition", "author"
]
SpanKind = Literal["bold", "italic", "code", "math", "display"]
ClaimKind = Literal[
    "definition",
    "cause",
    "means",
    "purpose",
    "reason",
    "condition",
    "quantity",
    "enumeration",
    "contrast",
    "procedure",
    "property",
    "naming",
    "advice",
]
Sign = Literal["+", "-", ">"]
CardKind = Literal[
    "question",
    "definition",
    "naming",
    "quantity",
    "list",
    "cloze",
    "chain",
    "gaps",
    "author",
]
State = Literal["live", "retired", "declined"]
"""In the package; no longer in the notes; in the notes, but the user does not want it."""
Why = Literal["", "gone", "meaning", "ambiguous", "refreshed"]
"""Why a card retired: its sentence went; it says something else now; two sentences are like it
and none is surely it; the user asked for what today's program makes."""
ChangeKind = Literal[
    "kept",
    "new",
    "reworded",
    "moved",
    "changed",
    "unchanged",
    "back",
    "retired",
    "meaning",
    "ambiguous",
]
"""Kept: its sentence is gone or says something else, and the user keeps it. Reworded: its claim
stands in other words. Moved: to another place or time. Changed: what its note shows besides.
Retired, meaning, ambiguous: all three retire it; see ``Why``."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong in one note: collected, shown, counted; the other notes go on."""

    path: str
    """As the user would type it."""
    line: int | None
    """Counted from 1; None where the whole file is meant."""
    message: str
    hint: str = ""
    """What to do, without a full stop."""
    level: ProblemLevel = "warning"

    def __str__(self) -> str:
        where = self.path if self.line is None else f"{self.path}:{self.line}"
        hint = f"\n  {self.hint}" if self.hint else ""
        return f"{self.level}: {where}: {self.message}{hint}"


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a note: ``note.text[start:end] == text``, the rule everything rests on."""

    start: int
    """First character in the file, counted from 0."""
    end: int
    """One past the last character."""
    text: str
    """The file's own characters, markup and all."""
    plain: str
    """The same words without markup, links' brackets and timestamps; single blanks."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where the note's words were said: a video, a recording, or only the note itself."""

    kind: SourceKind
    id: str
    """The video's id (youtube, vimeo), the media's URL or path, or the note's path."""


@dataclass(frozen=True, slots=True)
class Note:
    """One markdown file, whole."""

    path: str
    """Relative to the notes folder, ``/`` between parts."""
    text: str
    """The file decoded, every character kept (BOM and CRLF too); all offsets count in it."""
    body: int
    """Offset where the body begins, after the front matter."""
    title: str
    source: Source
    video: str = ""
    """The ``videoId`` (or the source's id) that is part of the note's identity; may be empty."""
    channel: str = ""
    """From a line ``From: [[channel]]``, else the folder's name, else empty."""
    tags: tuple[str, ...] = ()
    """As Anki nests them, ``::`` between parts."""
    aliases: tuple[str, ...] = ()
    deck: str = ""
    """The note's own wish (``deck`` or ``cards-deck``); may be empty."""
    language: str = "en"
    """ISO 639-1."""
    wants_cards: bool = True
    """False for ``cards: false``."""
    front: Mapping[str, str | tuple[str, ...]] = field(default_factory=dict)
    """The whole front matter, every scalar a string."""

    @property
    def identity(self) -> str:
        """What names the note for ever: video and title, else the path."""
        return f"{self.video}\n{self.title}" if self.video else self.path

    def line(self, offset: int) -> int:
        """The line that an editor shows for a character, counted from 1."""
        return self.text.count("\n", 0, offset) + 1


@dataclass(frozen=True, slots=True)
class Stamp:
    """A timestamp in a block."""

    at: int
    """Offset into ``block.text`` before which the stamped passage ends."""
    seconds: int


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a block's plain text that was marked up."""

    start: int
    """Offset into ``block.text``."""
    end: int
    kind: SpanKind


@dataclass(frozen=True, slots=True)
class Hidden:
    """Words that the author marked as a gap of a card: ``==words==``, ``{{c2::words}}``."""

    start: int
    """Offset into ``block.text``."""
    end: int
    number: int
    """As written; 0 where the mark has none."""


@dataclass(frozen=True, slots=True)
class WikiLink:
    """A wiki link whose words stand in a block's text."""

    start: int
    """Offset into ``block.text``."""
    end: int
    target: str
    piped: bool
    """True for ``[[target | words]]``."""


@dataclass(frozen=True, slots=True)
class Image:
    path: str
    """Relative to the vault or a URL, as written."""
    alt: str


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading, list item, table row … of a note, as plain text with a map."""

    kind: BlockKind
    text: str
    """The words without markup, timestamps, glued links; single blanks; ``$…$`` math kept."""
    places: tuple[int, ...]
    """For each character of ``text`` its offset in ``note.text`` (a blank that stands for more:
    the first of them)."""
    headings: tuple[str, ...] = ()
    """The headings above, outermost first, as plain text; for a heading without itself."""
    depth: int = 0
    """Nesting of list items from 0; level 1 to 6 of a heading."""
    number: int = 0
    """Of an ordered item."""
    parent: int | None = None
    """Index of the block that introduces this one: the item above a nested item, the lead-in
    paragraph ("Uses include:") right above a list, the header row of a table row."""
    label: int = 0
    """Length of a leading bold or colon label in ``text``, its colon included; 0 if none.
    "Larger T: gives more weight": 9."""
    cells: tuple[tuple[int, int], ...] = ()
    """Of a row: start and end of each cell in ``text``."""
    stamps: tuple[Stamp, ...] = ()
    """In reading order."""
    links: tuple[WikiLink, ...] = ()
    spans: tuple[Span, ...] = ()
    """Innermost formatting, in reading order."""
    images: tuple[Image, ...] = ()
    author: tuple[str, str] | None = None
    """Of an author's own card: question and answer as markdown; a cloze keeps its marks in the
    question and has an empty answer."""
    hidden: tuple[Hidden, ...] = ()
    """Gaps in prose, in reading order: each sentence that holds one is an author's own card."""

    def raw(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the file of the characters ``text[start:end]``, which are not empty."""
        return self.places[start], self.places[end - 1] + 1


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a sentence, by the conventions of Universal Dependencies."""

    index: int
    """In the sentence, from 0."""
    text: str
    lemma: str
    upos: str
    xpos: str
    feats: str
    """``Number=Sing|Person=3`` or empty."""
    head: int
    """Index of the head in the sentence; -1 for the root."""
    dep: str
    """Relation with its subtype: ``nsubj:pass``, ``acl:relcl``."""
    start: int
    """Offset into ``block.text``."""
    end: int
    sure: float = 1.0
    """Probability that the parser gives to the head, 0 to 1."""

    def feat(self, name: str) -> str:
        """The value of one feature, empty if it has none."""
        for pair in self.feats.split("|"):
            key, _, value = pair.partition("=")
            if key == name:
                return value
        return ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A parsed sentence of a block."""

    text: str
    """``block.text[start:end]``."""
    start: int
    """Offset into ``block.text``."""
    end: int
    words: tuple[Word, ...]

    @property
    def root(self) -> Word:
        return next((word for word in self.words if word.head < 0), self.words[0])

    def children(self, word: Word | int, *deps: str) -> tuple[Word, ...]:
        """The words that hang on one, in reading order; a ``dep`` without subtype takes all."""
        index = word if isinstance(word, int) else word.index
        found = (kid for kid in self.words if kid.head == index)
        return tuple(k for k in found if not deps or k.dep in deps or k.dep.split(":")[0] in deps)

    def subtree(self, word: Word) -> Iterator[Word]:
        """The word and all that hangs below it, in reading order."""
        inside = {word.index}
        grown = True
        while grown:
            more = {w.index for w in self.words if w.head in inside} - inside
            inside |= more
            grown = bool(more)
        return (w for w in self.words if w.index in inside)


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a claim stands in its note."""

    quote: Quote
    headings: tuple[str, ...]
    seconds: int | None
    """Of the link; None where the note has no timestamp that fits."""
    near: bool
    """True where the time is only nearby (a stamp of another block, or the video's start)."""
    order: int
    """Offset of the quote in the file: the reading order of a note."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A fact that one sentence states."""

    id: str
    """Unique in its note: ``c1``, ``c2`` in reading order."""
    kind: ClaimKind
    text: str
    """The fact as a sentence that stands alone."""
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Link:
    """Cause and effect, or a step and the next."""

    cause: str
    effect: str
    sign: Sign
    verb: str
    evidence: Evidence
    cause_key: str
    """The thing itself, for joining: lemmas without articles, "increase in", "release of"."""
    """Of several things (*blood flow and oxygen*) one each, joined by `` & ``."""
    effect_key: str
    plural: bool = False
    """Whether the cause takes a plural verb."""
    cause_less: bool = False
    """Whether the words of the cause speak of less of its thing: *less light*."""
    effect_less: bool = False
    hedged: bool = False
    """The sentence says that it *may* be so."""
    guessed: bool = False
    """A pronoun of it stands for what the sentences before speak of, most likely: for no card."""
    sense: float = 0.0
    """How readers liked cards about such things; on average 0, above for better."""


@dataclass(frozen=True, slots=True)
class Chain:
    """Links where the effect of one is the cause of the next."""

    links: tuple[Link, ...]
    nodes: tuple[str, ...]
    """One more than links."""
    note: str
    """Path of the note where it begins."""
    signs: tuple[Sign, ...]
    """One for each link, for the nodes as they are said here: *blocking the sun* lowers algae, so
    that the sun raises them."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A stretch of a cloze text that may be hidden."""

    text: str
    number: int
    """1, 2 …: one Anki card each, never given to another gap; 0 is shown always."""


def hidden_gaps(text: Sequence[Gap]) -> str:
    """A cloze as its front shows it, each gap as ``[...]``."""
    return "".join("[...]" if gap.number else gap.text for gap in text)


@dataclass(frozen=True, slots=True)
class Question:
    """A candidate for a card."""

    kind: CardKind
    role: str
    """Which part of the claim is asked: part of the card's identity. "object", "cause" …"""
    question: str
    """Plain text; empty for a cloze."""
    answer: str
    """Plain text; a list has one item a line; a chain joins its nodes by " → "."""
    evidence: Evidence
    note: str
    """Path of the note."""
    claim: str = ""
    """Id of the claim it asks for, in its note."""
    text: tuple[Gap, ...] = ()
    """Of a cloze: the whole text in pieces."""
    signs: tuple[Sign, ...] = ()
    """Of a chain: one for each arrow."""
    marks: tuple[tuple[str, SpanKind], ...] = ()
    """Words of the sentence that were code, math, bold or italic, to be shown so again."""
    images: tuple[Image, ...] = ()
    score: float = 0.0
    """The higher the better."""
    signals: tuple[tuple[str, float], ...] = ()
    """What its writer knows of it, for the ranking; empty for an author's own."""
    parts: tuple[tuple[str, float], ...] = ()
    """What the score is made of."""
    also: tuple[tuple[str, Evidence], ...] = ()
    """Other places that state the same fact: path of the note and evidence."""
    judged: bool = False
    """Whether it has been through the gates; then the score is final."""
    refusal: str = ""
    """Why a gate refused it; empty for a sound question."""


@dataclass(frozen=True, slots=True)
class Skip:
    """A sentence that gave no card, and why."""

    text: str
    reason: str
    order: int
    """Offset of the sentence in the file."""
    end: int = 0
    """One past its last character there; 0 where it is not known."""


@dataclass(frozen=True, slots=True)
class Page:
    """All that one note yields by itself; depends on its text and the program alone."""

    note: Note
    claims: tuple[Claim, ...] = ()
    links: tuple[Link, ...] = ()
    questions: tuple[Question, ...] = ()
    skips: tuple[Skip, ...] = ()
    problems: tuple[Problem, ...] = ()
    plain: str = ""
    """All words of the note, blocks joined by a blank: where a card's sentence is looked for."""


@dataclass(frozen=True, slots=True)
class Card:
    """A question with an identity, and all that its note in Anki shows."""

    guid: str
    kind: CardKind
    role: str
    question: str
    answer: str
    text: tuple[Gap, ...]
    signs: tuple[Sign, ...]
    quote: str
    """The sentence it rests on, without markup."""
    marks: tuple[tuple[str, SpanKind], ...]
    images: tuple[Image, ...]
    claim: str
    """The claim as a sentence, for matching after an edit."""
    note: str
    """Path of its note."""
    identity: str
    """The note's identity when the card was born."""
    title: str
    channel: str
    headings: tuple[str, ...]
    seconds: int | None
    near: bool
    url: str
    tags: tuple[str, ...]
    deck: str
    """Full name in Anki, ``::`` between parts."""
    order: tuple[int, ...]
    """Sorts the cards of a deck: note, place, chain step."""
    also: tuple[tuple[str, str], ...] = ()
    """Other sources of the same fact: title with time, and link."""
    rests: tuple[str, ...] = ()
    """Of a chain: the sentences of all its links, without markup; all must stand in the notes."""
    after: str = ""
    """Guid of the last card of the sentence before it in its note; empty for the first."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A card in the ledger: what was shipped, when it last changed, and whether it lives."""

    card: Card
    changed: int
    """Second (Unix time) of the first build with this content: Anki's modification time."""
    state: State = "live"
    since: int = 0
    """Second of the build that retired or declined it; 0 while it lives."""
    why: Why = ""
    """Of a retired card."""
    gaps: int = 0
    """Highest number that a gap of it ever had; 0 for what has no gaps."""
    shown: str = ""
    """Digest of what its note in Anki was last given to show; empty if nobody noted it."""
    reworded: int = 0
    """Second of the build that last gave it other words; 0 if it has those of its birth."""


@dataclass(frozen=True, slots=True)
class Change:
    """What a build did to one card."""

    kind: ChangeKind
    guid: str
    question: str
    note: str
    was: str = ""
    """Of a card that was reworded, or says something else now: its sentence before."""
    now: str = ""
    """The sentence that stands in its place."""

    @property
    def retires(self) -> bool:
        return self.kind in ("retired", "meaning", "ambiguous")


@dataclass(frozen=True, slots=True)
class Face:
    """A card as Anki stores it: semantic HTML with classes, no style."""

    guid: str
    model: Literal["question", "cloze"]
    fields: tuple[str, ...]
    """In the order of ``faces.QUESTION_FIELDS`` or ``faces.CLOZE_FIELDS``."""
    tags: tuple[str, ...]
    deck: str
    changed: int
    """Modification time, Unix seconds."""
    due: int
    """Position among new cards, from 1."""
    media: tuple[tuple[str, str], ...] = ()
    """Name in the package, path in the vault."""
    bare: bool = False
    """Written without cards: it updates a note that is there, and gives no new card to anybody."""
