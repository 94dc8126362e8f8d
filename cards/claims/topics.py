"""Titles and headings in, short names of what is spoken of out."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from cards.english.rarity import rarity
from cards.english.thesaurus import can_be_touched
from cards.english.tree import describes, is_adjective, is_word
from cards.english.verbs import is_strong_past, is_verb

JOINTS = frozenset(
    """a an the in on at to for from by with into over under between through during about via as
    than against within without beyond among across around after before toward towards up out
    vs versus and or but is are was were be been being its their this that these those how why
    what when where which who whose it they your you my our we i can do does not no using use
    used his her if whether or nor per works""".split()
)
"""Words between the phrases of a title."""
# What a title says about its own text, not about the world; singular.
FRAMES = frozenset(
    """role impact effect benefit cost introduction overview importance challenge strategy
    technique method mechanism history evolution development future analysis comparison concept
    relationship influence application implication type example advantage disadvantage guide tip
    basic basics principle process phase key factor use case need question answer insight lesson
    approach perspective issue consideration characteristic property opportunity risk problem
    solution limitation contribution definition detail part aspect element step way origin rise
    decline significance purpose reason cause consequence result outcome difference interplay
    interaction relation connection adoption enhancement improvement idea view notion nature
    struggle focus summary conclusion context background practice pitfall myth misconception fact
    structure meaning balance exploration trend recommendation criticism legacy discovery feature
    quality tool resource advice journey experience area plan update review story tradeoff
    prospect interpretation journey growth critique option flaw misdiagnosis debate mcq quiz
    exam mnemonic""".split()
)
# What stands before the name in a title, and is no part of it.
OPENERS = frozenset(
    """understanding exploring practical common different new best various current modern general
    effective historical potential main core early critical essential fundamental introducing
    creating making developing implementing improving managing dealing calculating solving choosing
    finding getting becoming breaking identifying navigating addressing achieving preparing
    differentiating incorporating enhancing overcoming maintaining automating integrating
    other another key additional further specific proper important notable several final first
    second third two three four five building growing debunking
    evaluating measuring comparing harvesting simplifying actual""".split()
)
TESTS = frozenset({"mcq", "quiz", "exam", "question"})
"""What a text asks its reader in: *Surgery MCQs* are about surgery."""
ASPECTS = frozenset({"function", "environment"})
"""What a title tells of its thing, before *of*; elsewhere part of a name: *wave function*."""
LONGEST = 5
"""Words of a topic."""
ARTICLES = frozenset({"a", "an", "the"})
TELLING = 0.3
"""Rarity from which one word names a field: *otters*, but not *questions*."""
WORD = re.compile(r"[^\W_]+(?:[’'.+#-][^\W_]+)*[+#]*")
# What acts in *the effects of sleep on brain and body health*.
ACTING = re.compile(
    r"(?:the )?(?:effect|impact|influence)s? of ((?!.* and .* on )[^\W_]+(?: [^\W_]+)?) on ",
    re.IGNORECASE,
)
OFTEN_SAID = 3
NUMBERING = re.compile(
    r"^\W*(?:\d+[.):]|(?:step|part|lecture|week|chapter|lesson|episode|unit|module|section|day)"
    r" \d+\b:?|[ivx]+[.)])\s*(?=\S)",
    re.IGNORECASE,
)
ASIDE = re.compile(r"\s*[(\[][^)\]]*[)\]]")
FOR_SOME = re.compile(r"(?: for [A-Z]{3,}[\w.-]*)+$")
"""*Key areas in ceramics for TLX*: who learns it is no part of the thing."""


@dataclass(frozen=True)
class Told:
    """A text in which the words of a title are looked for."""

    text: str
    inside: str
    """The part of it that is sentences: their spelling counts."""
    nouns: Collection[str]
    """Words that are nouns in it, lower case."""

    @cached_property
    def bare(self) -> str:
        """Without apostrophes and hyphens, as names of files are; a dot for other signs."""
        return re.sub(r"[^\w\s]+", " . ", re.sub(r"[’'-]", "", self.text)).lower()

    def count(self, run: Sequence[str]) -> int:
        """How often it says some words in a row, the last in either number."""
        key = tuple(run)
        if key not in self._counts:
            self._counts[key] = self._count(run)
        return self._counts[key]

    @cached_property
    def _counts(self) -> dict[tuple[str, ...], int]:
        return {}

    def _count(self, run: Sequence[str]) -> int:
        words = [_bare(word) for word in run]
        phrase = "".join(rf"{re.escape(word)}\s+" for word in words[:-1])
        last = re.escape(_stem(words[-1]))
        return len(re.findall(rf"\b{phrase}{last}(?:s|es|y|ies)?\b", self.bare))

    def may_end(self, word: str) -> bool:
        """Can a name end in a word: *Henry VIII*, too?"""
        if ROMAN.fullmatch(word):
            return True
        word = _bare(word)
        return (
            word in self.nouns
            or word.isdigit()
            or f"{word}s" in self.nouns
            or _stem(word) in self.nouns
        )


ROMAN = re.compile(r"I{1,3}|I?V|VI{1,3}|I?X|XI{1,3}")
"""The number of a king, a war, a volume."""


def name_of(title: str, told: Told) -> str:
    """The thing that a title is about: what stands in front, is rare and is said by the text.

    Args:
        title: May lack the apostrophes and hyphens of its words.

    Returns:
        As the text spells it; empty where the text takes up no phrase of the title.
    """
    title = _hyphened(FOR_SOME.sub("", ASIDE.sub("", NUMBERING.sub("", title))), told)
    actor = _actor(title, told)
    if actor and (found := name_of(actor, told)):
        return found
    acting = ACTING.match(title)
    if (
        acting
        and told.count(acting[1].split()) >= OFTEN_SAID
        and told.may_end(acting[1].split()[-1])
    ):
        return _as_spelt(acting[1].split(), told, owner=False)
    run = _shared(_chosen(_Title.of(title), told), title, told)
    return _bared(_as_spelt(run, told, _is_owner(title, run)), told) if run else ""


def _hyphened(title: str, told: Told) -> str:
    """*Two stroke engines* as *two-stroke engines*, where the text never says it otherwise."""
    low = told.inside.lower()
    for first, second in pairwise(_words(title)):
        if f"{first}-{second}".lower() not in low:
            continue
        both = rf"\b{re.escape(first)}{{}}{re.escape(second)}"
        if re.search(both.format("-"), told.inside, re.IGNORECASE) and not re.search(
            both.format(" "), told.inside, re.IGNORECASE
        ):
            title = title.replace(f"{first} {second}", f"{first}-{second}")
    return title


NAMED = re.compile(
    r"(?:[\w-]+ )?[a-z-]+ of [A-Z][\w-]+(?: [A-Z][\w-]+)*"
    r"|(?:[a-z-]+ )?(?:[A-Z][\w-]+ )*[A-Z][\w-]+(?:['’]s [\w -]+)?"
)
"""*impressions of Norvia*, *Republican Norvia*, *Republican Norvia's isolation*."""
KNOWN = 4
"""Times that a text says a name by itself, from which it says more than a phrase around it."""


def _bared(phrase: str, told: Told) -> str:
    """*Republican Norvia's isolation* as *Norvia*: the text has the phrase once, the name often."""
    if not NAMED.fullmatch(phrase) or told.inside.count(phrase) > 1:
        return phrase
    owner, _, rest = phrase.replace("’", "'").partition("'s ")
    *before, name = (rest if rest[:1].isupper() else owner).split()
    if before and before[-1] != "of" and not describes(before[-1].lower()):
        name = " ".join([*before, name])  # "Ines Tolmin's advice"
    alone = re.findall(rf"\b[a-z]+,? {re.escape(name)}\b", told.inside)
    return name if len(alone) >= KNOWN else phrase


def _actor(title: str, told: Told) -> str:
    """*How a refrigerator moves heat*: what acts, *a refrigerator*; empty where nothing does."""
    words = title.split()
    first = _clause_of(words)
    if not first or len(words) < first + 2 or words[first].lower() in JOINTS - ARTICLES:
        return ""
    for number, word in enumerate(words[first + 1 :], first + 1):
        if _is_finite(word.lower()) and not told.may_end(word):
            return " ".join(words[first:number])
    return ""


def _clause_of(words: Sequence[str]) -> int:
    """Where the clause behind *How* or *ways in which* begins; 0 where there is none."""
    if words and words[0].lower() in {"how", "why"}:
        return 1
    low = [word.lower() for word in words]
    whiches = (at for at, pair in enumerate(pairwise(low), 2) if pair[1] == "which")
    return next((at for at in whiches if low[at - 2] in {"through", "by", "in"}), 0)


def _is_finite(word: str) -> bool:
    """*moves*, *move*, *got*; *prestressed* may describe what follows."""
    return is_verb(_stem(word)) or is_verb(word) or is_strong_past(word)


@dataclass(frozen=True)
class _Title:
    """The words of a title."""

    words: tuple[str, ...]
    parted: frozenset[int]
    """Those that a sign stands before: *Seiches: the sloshing*."""

    @classmethod
    def of(cls, title: str) -> _Title:
        found = list(WORD.finditer(title))
        signs = (title[a.end() : b.start()] for a, b in pairwise(found))
        parted = frozenset(at for at, sign in enumerate(signs, 1) if SIGNS.search(sign))
        return cls(tuple(match[0] for match in found), parted)

    def joins(self, at: int) -> bool:
        """*of*, *and*: does no thing begin or end with a word? *Ida I* does."""
        numbers = self.words[at] == "I" and at == len(self.words) - 1
        return _bare(self.words[at]) in JOINTS | {"of"} and not numbers

    def names(self, at: int) -> bool:
        """*Utrecht*: is a word one that only names have?"""
        word = self.words[at] if 0 <= at < len(self.words) else ""
        return word[:1].isupper() and not is_word(word.lower())

    def says_little(self, at: int) -> bool:
        """*the role of*, *understanding*: does a word tell nothing of the thing?"""
        return self.joins(at) or is_frame(self.words[at]) or self.opens(at)

    def tests(self, at: int) -> bool:
        return _stem(self.beside(at)) in TESTS

    def opens(self, at: int) -> bool:
        """*Solving* equations; but not *New* York."""
        named = self.words[at] == "New" and self.words[at + 1 : at + 2] != ()
        return _bare(self.words[at]) in OPENERS and not (named and self.words[at + 1].istitle())

    def cuts_number(self, start: int, end: int) -> bool:
        """*1987*, *Type 2* of *Type 2 diabetes*: no name."""
        words = self.words
        alone = end - start == 1 and words[start].isdigit()
        goes_on = end < len(words) and end not in self.parted and not self.joins(end)
        return alone or (goes_on and words[end - 1].isdigit())

    def beside(self, at: int) -> str:
        """A word in lower case; empty where a sign or an end of the title is."""
        return _bare(self.words[at]) if 0 <= at < len(self.words) else ""

    @cached_property
    def aside(self) -> int:
        """Where what is said beside the thing begins: *and the animal that makes it*."""
        asks = any(self.tests(at) for at in range(len(self.words)))
        for at in range(1, len(self.words)):
            word, after = self.beside(at), self.beside(at + 1)
            more = word == "and" and (after in ASIDES or after.endswith("ing"))
            more = more or (asks and word in {"in", "for"})  # of which exam
            if (more or word in BESIDE or at in self.parted) and not all(
                self.says_little(before) for before in range(at)
            ):
                return at
        return len(self.words)


SIGNS = re.compile(r"[,:;.–—/]")
ASIDES = frozenset("its their the a an how why what his her".split())
"""Words behind *and* that begin what is said beside the thing."""
BESIDE = frozenset("from beyond how why when where that who which".split())
"""Words that begin it by themselves."""
AND = frozenset("and or vs versus".split())
INSIDE = AND | {"of", "in", "for", "the"}
"""Words that stand inside the name of a thing."""


def _choices(title: _Title, told: Told) -> Iterator[tuple[int, int]]:
    """The first and last word, and one more, of what may be the thing."""
    size = len(title.words)
    for start in range(size):
        for end in range(start + 1, min(size, start + LONGEST + 1) + 1):
            inside = [title.beside(at) for at in range(start, end) if title.joins(at)]
            if (
                title.parted.isdisjoint(range(start + 1, end))
                and not title.joins(start)
                and not title.joins(end - 1)
                and INSIDE.issuperset(inside)
                and len(inside) <= 2
                and not any(title.tests(at) for at in range(start, end))
                and not all(title.says_little(at) for at in range(start, end))
                and (told.may_end(title.words[end - 1]) or title.names(end - 1))
                and not title.cuts_number(start, end)
                and not _tells_of(title, start, end)
            ):
                yield start, end


def _tells_of(title: _Title, start: int, end: int) -> bool:
    """*the function of rice*: is a word before an *of* only something of the thing?"""
    before = (at for at in range(start, end) if title.beside(at + 1) == "of")
    return any(is_frame(title.words[at]) or title.beside(at) in ASPECTS for at in before)


WEIGHTS = {
    "words": 0.6,
    "alone": -2.4,
    "alone and common": -2.1,
    "rarity on average": 1.8,
    "rarest": 1.0,
    "all names": 1.4,
    "alone and no noun": -1.6,
    "a verb": -1.3,
    "never said": -1.4,
    "least said word": 1.8,
    "aside": -2.1,
    "over an aside": -1.2,
    "all else says little": 0.7,
    "joined": -2.1,
    "opener first": -1.1,
    "frame first": -1.7,
    "frame last": -0.7,
    "behind and": -2.7,
    "cut before": -2.6,
    "before and": -1.0,
    "cut behind": -2.1,
    "cut before a frame": -1.3,
}
"""What each sign weighs, fitted to 719 titles of which readers had named the thing (88 in a
hundred of those held out were named as readers do; the phrase that is said most: 74)."""


def _signs(title: _Title, told: Told, start: int, end: int) -> Iterator[tuple[str, float]]:
    """What tells whether some words are the thing, each about 0 to 1."""
    words = [title.words[at] for at in range(start, end) if not title.joins(at)]
    rare = [rarity(word) for word in words]
    alone = float(len(words) == 1)
    yield "words", len(words)
    yield "alone", alone
    yield "alone and common", alone * (1 - rare[0])
    yield "rarity on average", sum(rare) / len(rare)
    yield "rarest", max(rare)
    yield "alone and no noun", alone * is_adjective(words[0].lower())
    yield "all names", float(all(_is_name(word, told) for word in words))
    yield "a verb", float(any(_is_deed(word, told) for word in words))
    yield "never said", float(not told.count(title.words[start:end]))
    yield "least said word", math.log1p(min(told.count([word]) for word in words))
    yield "aside", float(start >= title.aside)
    yield "over an aside", float(start < title.aside < end)
    yield "all else says little", float(_is_all(title, start, end))
    yield "joined", float(any(title.beside(at) in AND for at in range(start, end)))
    yield from _cuts(title, start, end)


def _cuts(title: _Title, start: int, end: int) -> Iterator[tuple[str, float]]:
    """What stands before and behind some words of a title, and at their ends."""
    yield "opener first", float(title.opens(start))
    yield "frame first", float(is_frame(title.words[start]))
    yield "frame last", float(is_frame(title.words[end - 1]))
    if start and start not in title.parted:
        before = start - 1 - (title.beside(start - 1) in ARTICLES)
        yield "behind and", float(title.beside(before) in AND)
        yield "cut before", float(not title.joins(start - 1) and not title.opens(start - 1))
    if end < len(title.words) and end not in title.parted:
        yield "before and", float(title.beside(end) in AND)
        cut = float(not title.joins(end) and not title.tests(end))
        yield "cut behind" if not is_frame(title.words[end]) else "cut before a frame", cut


def _is_name(word: str, told: Told) -> bool:
    """Has a word a capital inside a sentence?"""
    pattern = rf"(?<=[a-z,] ){re.escape(word)}\b"
    return word[:1].isupper() and re.search(pattern, told.inside) is not None


def _is_deed(word: str, told: Told) -> bool:
    return is_verb(_stem(_bare(word))) and not told.may_end(word)


def _is_all(title: _Title, start: int, end: int) -> bool:
    around = (*range(start), *range(end, len(title.words)))
    return all(title.says_little(at) for at in around)


def _chosen(title: _Title, told: Told) -> list[str]:
    """The words of a title that are most likely its thing; none where no words can be."""

    def score(choice: tuple[int, int]) -> float:
        return sum(WEIGHTS[name] * value for name, value in _signs(title, told, *choice))

    best = max(_choices(title, told), key=score, default=(0, 0))
    *words, last = title.words[slice(*best)] or ("",)
    spelled = len(words) > 1 and last.lower() == "".join(word[0] for word in words).lower()
    return words if spelled or not last else [*words, last]  # "Water Weir Rules WWR"


TWICE = 2
"""Times that a text says the other of two kinds before it is one: *mechanical watches*."""


def _shared(run: list[str], title: str, told: Told) -> list[str]:
    """*mechanical and quartz watches*: of two kinds, what both are."""
    words = _words(title)
    for at in _starts(run, words) if len(run) > 1 else ():
        if at < 2 or _bare(words[at - 1]) not in AND:
            continue
        for tail in (run[cut:] for cut in range(1, len(run))):
            kinds = (words[start : at - 1] for start in range(max(0, at - 3), at - 1))
            other = next((kind for kind in kinds if told.count([*kind, *tail]) >= TWICE), None)
            if other:
                tells = len(tail) > 1 or rarity(tail[0]) >= TELLING
                return tail if tells else [*other, "and", *run]
    return run


def _words(title: str) -> list[str]:
    return [match[0] for match in WORD.finditer(title)]


def _starts(run: Sequence[str], words: Sequence[str]) -> Iterator[int]:
    """The places at which a title has some of its words in a row."""
    last = len(words) - len(run)
    return (at for at in range(last + 1) if words[at : at + len(run)] == list(run))


def is_frame(word: str) -> bool:
    word = _bare(word)
    return word in FRAMES or _stem(word) in FRAMES or f"{_stem(word)}y" in FRAMES


def is_of_another(heading: str, title: str, topic: str) -> bool:
    """*Why tin?* in a note on glass, of which no sentence has a name: tin may be meant as well."""
    return any(True for _ in _told_beside(heading, title, topic))


def names_another(heading: str, title: str, topic: str) -> bool:
    """*Tin*; no *Who gets it*: may what stands below belong to another thing than the note's?"""
    beside = _told_beside(heading, title, topic)
    return any(can_be_touched(_stem(word)) or not is_word(word) for word in beside)


HAVING = frozenset("has have had gets get".split())
"""Verbs of *Who has it*."""


def _told_beside(heading: str, title: str, topic: str) -> Iterator[str]:
    """The words of a heading, in lower case, that neither are the note's thing nor a frame."""
    if not topic or heading.lower() == title.lower() or topic.lower() in heading.lower():
        return
    known = WORD.findall(topic.lower())
    for word in WORD.findall(ASIDE.sub("", NUMBERING.sub("", heading)).lower()):
        if word not in {*known, *HAVING} | JOINTS | OPENERS and not is_frame(word):
            yield word


def _bare(word: str) -> str:
    return re.sub(r"[’'-]", "", word).lower()


def _stem(word: str) -> str:
    """The word without the ending of its plural."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3]
    if word.endswith(("ss", "us", "is")) or len(word) < 4:
        return word
    return word.removesuffix("s")


def _is_owner(title: str, run: Sequence[str]) -> bool:
    """*Donald Trumps impact*: an apostrophe was lost."""
    words = _words(title)
    at = next(_starts(run, words), None)
    behind = words[at + len(run) :] if at is not None else []
    return bool(behind) and _bare(behind[0]) not in JOINTS | {"of"}


SIGN = "[’'-]?"


def _as_spelt(run: Sequence[str], told: Told, owner: bool) -> str:
    """As the text spells it inside its sentences, else as its headings or the title do."""
    words = [SIGN.join(map(re.escape, _bare(word))) for word in run]
    pattern = r"[\s-]".join(words) + r"\b"
    told_so: list[str] = re.findall(r"(?<=[a-z,] )" + pattern, told.inside, re.IGNORECASE)
    counts = Counter(told_so)
    if counts:
        form = min(counts, key=lambda form: (-counts[form], form))
    else:
        found = re.search(rf"\b{pattern}", told.text, re.IGNORECASE)
        form = _lowered(
            str(found[0]).split() if found else [_with_signs(w, told) for w in run], told
        )
    if owner and form[-2:] not in {"'s", "’s"} and told.count([run[-1]]) and run[-1][:1].isupper():
        return form if re.search(rf"\b{re.escape(form)}\b", told.inside) else form.removesuffix("s")
    return re.sub(r"[’']s?$", "", form)


def _with_signs(word: str, told: Told) -> str:
    """*Lynchs* as *Lynch's*: a word of a title whose signs were lost, where the text has them."""
    pattern = SIGN.join(map(re.escape, _bare(word)))
    found = Counter(re.findall(rf"\b{pattern}\b", told.text, re.IGNORECASE))
    form = min(found, key=lambda form: (-found[form], form), default=word)
    return form if re.search(SIGN.removesuffix("?"), form) else word


def _lowered(run: Sequence[str], told: Told) -> str:
    """A phrase of a title as it is spelt inside a sentence; a name keeps its capitals."""
    low = [all(_is_lower(part, told) for part in word.split("-")) for word in run]
    if (run[-1].istitle() and not low[-1]) or run[-1].isdigit():
        return " ".join(run)  # "the Kiln Act 1996"
    for at, word in enumerate(run[:-1]):  # "Peter Lynch's advice": the verb "peter" is no name
        low[at] = low[at] and not (
            word.istitle() and not low[at + 1] and not describes(word.lower())
        )
    return " ".join(word.lower() if lower else word for word, lower in zip(run, low, strict=True))


def _is_lower(word: str, told: Told) -> bool:
    """Is a capital only that of a heading?"""
    low = re.escape(word.lower())
    if word.islower():
        return True
    if ROMAN.fullmatch(word):
        return False
    if not word.istitle() or _is_name(word, told):
        return False
    return is_word(word.lower()) or bool(re.search(rf"\b{low}\b", told.inside))
