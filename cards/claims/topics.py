"""Titles and headings in, short names of what is spoken of out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from cards.english.rarity import rarity
from cards.english.thesaurus import can_be_touched
from cards.english.tree import describes, is_word
from cards.english.verbs import is_verb

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
NUMBERING = re.compile(r"^\W*(?:\d+[.):]|step \d+:?|part \d+:?|[ivx]+[.)])\s*", re.IGNORECASE)
ASIDE = re.compile(r"\s*[(\[][^)\]]*[)\]]")


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
        words = [_bare(word) for word in run]
        phrase = "".join(rf"{re.escape(word)}\s+" for word in words[:-1])
        last = re.escape(_stem(words[-1]))
        return len(re.findall(rf"\b{phrase}{last}(?:s|es|y|ies)?\b", self.bare))

    def may_end(self, word: str) -> bool:
        """Can a name end in a word?"""
        word = _bare(word)
        return (
            word in self.nouns
            or word.isdigit()
            or f"{word}s" in self.nouns
            or _stem(word) in self.nouns
        )


def name_of(title: str, told: Told) -> str:
    """The thing that a title is about: the words of it that the text says most.

    Args:
        title: May lack the apostrophes and hyphens of its words.

    Returns:
        As the text spells it; empty where the text takes up no phrase of the title.
    """
    title = _hyphened(ASIDE.sub("", NUMBERING.sub("", title)), told)
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
    best: tuple[float, list[str]] = (0.0, [])
    for run in (*_runs(title, told), *_joined(title, told)):
        score = _score(run, told)
        if score > best[0]:
            best = score, run
    run = _widened(best[1], title, told) or next(_whole(title, told), [])
    run = _shared(run, title, told)
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
    r"[a-z-]+ of [A-Z][\w-]+(?: [A-Z][\w-]+)*"
    r"|(?:[A-Z][\w-]+ )*[A-Z][\w-]+(?:['’]s [\w -]+)?"
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
    if len(words) < 3 or words[0].lower() not in {"how", "why"}:
        return ""
    if words[1].lower() in JOINTS - ARTICLES:
        return ""
    for number, word in enumerate(words[2:], 2):
        if (is_verb(_stem(word.lower())) or is_verb(word.lower())) and not told.may_end(word):
            return " ".join(words[1:number])
    return ""


def _widened(run: list[str], title: str, told: Told) -> list[str]:
    """*cables* as *undersea cables*: one word with the words before it that the text has too."""
    if len(run) != 1:
        return run
    for phrase in _phrases(title):
        if run[0] not in phrase:
            continue
        end = phrase.index(run[0])
        start = end
        while start > 0 and _belongs(phrase[start - 1], told):
            start -= 1
        return phrase[start : end + 1] if end - start < LONGEST else run
    return run


JOINING = frozenset({"and", "or", "vs", "versus"})
TWICE = 2
"""Times that a text says the other of two kinds before it is one: *mechanical watches*."""


def _shared(run: list[str], title: str, told: Told) -> list[str]:
    """*mechanical and quartz watches*: of two kinds, what both are."""
    words = _words(title)
    for at in _starts(run, words) if len(run) > 1 else ():
        if at < 2 or _bare(words[at - 1]) not in JOINING:
            continue
        for tail in (run[cut:] for cut in range(1, len(run))):
            kinds = (words[start : at - 1] for start in range(max(0, at - 3), at - 1))
            other = next((kind for kind in kinds if told.count([*kind, *tail]) >= TWICE), None)
            if other:
                tells = len(tail) > 1 or rarity(tail[0]) >= TELLING
                return tail if tells else [*other, "and", *run]
    return run


def _belongs(word: str, told: Told) -> bool:
    bare = _bare(word)
    if bare in OPENERS or is_frame(word) or bare.endswith(("ing", "ed")):
        return False
    if word.islower() and not describes(bare):
        return False
    return told.count([word]) > 0


def _score(run: Sequence[str], told: Told) -> float:
    said = told.count(run)
    if len(run) == 1:
        return said if said > 1 and rarity(run[0]) >= TELLING else 0.0
    if is_frame(run[-1]):
        return said * len(run) / 2 if said > 2 else 0.0
    return said * float(len(run) ** 2)


def _runs(title: str, told: Told) -> Iterator[list[str]]:
    """Words in a row that may be a name: nothing left out behind but frames and adjectives."""
    for words in _phrases(title):
        for end in range(len(words), 0, -1):
            cut = end < len(words) and not is_frame(words[end]) and told.may_end(words[end])
            if cut or not told.may_end(words[end - 1]):
                continue
            for start in range(max(0, end - LONGEST), end):
                run = words[start:end]
                is_name = len(run) > 1 or not is_frame(run[0])
                if is_name and not _opens(run) and _stem(_bare(run[-1])) not in TESTS:
                    yield run


def _opens(run: Sequence[str]) -> bool:
    """*Solving equations*, but not *New York*."""
    named = len(run) > 1 and run[0].istitle() and run[1].istitle() and run[0] == "New"
    return _bare(run[0]) in OPENERS and not named


def _joined(title: str, told: Told) -> Iterator[list[str]]:
    """*conservation of mass*: names with an *of* inside."""
    words = _words(title)
    for at, word in enumerate(words):
        if word != "of" or not 0 < at < len(words) - 1:
            continue
        if is_frame(words[at - 1]) or _bare(words[at - 1]) in ASPECTS:
            continue
        for start in range(max(0, at - 2), at):
            for end in range(at + 2, min(at + 4, len(words)) + 1):
                run = words[start:end]
                inner = {_bare(w) for w in (*words[start:at], *words[at + 1 : end])}
                if inner & (JOINTS | {"of"}) or _bare(run[0]) in OPENERS:
                    continue
                if told.may_end(words[at - 1]) and told.may_end(run[-1]):
                    yield run


def _whole(title: str, told: Told) -> Iterator[list[str]]:
    """Two phrases of the title joined by *and*, or one, all of whose words the text says."""
    found = []
    for phrase in _phrases(title):
        words = list(phrase)
        if len(words) == 2 and _stem(_bare(words[1])) in TESTS and told.may_end(words[0]):
            yield words[:1]  # "Surgery MCQs"
        while words and (_bare(words[0]) in OPENERS or (len(words) == 1 and is_frame(words[0]))):
            words.pop(0)
        if words and told.may_end(words[-1]) and all(told.count([w]) for w in words):
            found.append(words)
    low = " ".join(_words(title))
    for first, second in pairwise(found):
        both = [*first, "and", *second]
        if len(both) <= LONGEST and " ".join(both) in low:
            yield both
    yield from (words for words in found if 1 < len(words) <= LONGEST)


def _phrases(title: str) -> Iterator[list[str]]:
    """The words of a title between its prepositions and signs."""
    phrase: list[str] = []
    last = 0
    for match in WORD.finditer(title):
        between = title[last : match.start()].strip()
        if phrase and between:
            yield phrase
            phrase = []
        last = match.end()
        if _bare(match[0]) in JOINTS | {"of"}:
            if phrase:
                yield phrase
            phrase = []
        else:
            phrase.append(match[0])
    if phrase:
        yield phrase


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
    if run[-1].istitle() and not low[-1]:
        return " ".join(run)
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
    if not word.istitle() or re.search(rf"(?<=[a-z,] ){re.escape(word)}\b", told.inside):
        return False
    return is_word(word.lower()) or bool(re.search(rf"\b{low}\b", told.inside))
