"""Two words in, what word lists say they are to each other out: the same, another, contrary.

WordNet tells what words mean, the Moby Thesaurus which may stand for each other.
"""

from __future__ import annotations

import lzma
import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import accumulate
from typing import Literal

Relation = Literal["same", "near", "other", "contrary", ""]
"""*Crack* and *gap* name the same, a *freighter* is a *ship* (near), *wheat* and *rye* are two
kinds of one thing (other), *early* is the contrary of *late*."""
KIND_OF = 3
"""Steps up from a noun to what it is a kind of: *car*, *motor vehicle* .. *vehicle*."""
WELL_KNOWN = 5
"""Senses of a word that readers think of."""
ALL = 100
AKIN = 0.05
"""Share of synonyms in common from which one verb or adjective may stand for another: of 300 pairs
that people exchange 97 in 100 have more or are ways of one doing, of 600 contraries 12 in 100 do,
and most of these are in the lists of ``opposites``."""
WAYS = 2
"""Steps from two verbs up to what both are ways of: *to tint* and *to redden*."""
BROAD = 50
"""Ways of one doing from which it says too little: *to harden* and *to crumble* are to change."""
ENDINGS = (("s", ""), ("ed", ""), ("d", ""), ("ing", ""), ("ing", "e"), ("ies", "y"))
"""Of words that the list of word forms lacks: *inflames*."""
SPELLINGS = (
    (r"our", "or"),
    (r"([iy])s(e|ing|ed)?$", r"\1z\2"),
    (r"(\wt)re$", r"\1er"),
    (r"ll", "l"),
)
"""British and American: *favour*, *favor*."""
KINDS = ("nt", "v", "a", "r")
Senses = Sequence[str]


@dataclass(frozen=True, slots=True)
class _Table:
    """WordNet by its words; a sense is its kind and a number.

    Kinds are t for things one can touch, n for other nouns, v, a and r.
    """

    senses: Mapping[str, Senses]
    above: Mapping[str, frozenset[str]]
    like: Mapping[str, frozenset[str]]
    contrary: Mapping[str, frozenset[str]]
    kinds: frozenset[str]
    """Adjectives that name a kind: *lunar*, *acetic*."""
    ends: frozenset[str]
    """Nouns in which names of kinds end: *acid*."""


@lru_cache(maxsize=50_000)
def relation(one: str, two: str) -> Relation:
    """What two words are to each other, in any of their forms; empty where nothing is known."""
    here, there = _forms(one), _forms(two)
    mine, yours = list(_senses(here)), list(_senses(there))
    if set(here) & set(there):
        return "same"
    if _contrary(_like(mine), _like(yours)):
        return "contrary"
    if set(mine) & set(yours):
        return "same"
    if _near(mine, yours):
        return "near"
    if _contrary(_ways(mine), _ways(yours)):
        return "contrary"
    if _two_kinds(_verbs(mine), _verbs(yours)) or _seldom_near(here, there):
        return ""
    return "other" if _two_kinds(_nouns(mine), _nouns(yours)) else ""


def _seldom_near(one: Sequence[str], two: Sequence[str]) -> bool:
    """Whether two words have some sense in common that few readers think of."""
    mine, yours = list(_senses(one, ALL)), list(_senses(two, ALL))
    return bool(set(mine) & set(yours)) or _near(mine, yours)


@lru_cache(maxsize=50_000)
def can_be_touched(word: str) -> bool:
    """Whether a word is first of all the name of a thing: an animal, a tool, a substance."""
    return next(iter(_nouns(list(_senses(_forms(word))))), "").startswith("t")


SOMEBODY = ("person", "organization", "society", "nation")


@lru_cache(maxsize=50_000)
def names_somebody(word: str) -> bool:
    """Whether a word names people, alone or together, more than things: *surgeon*, *firm*."""
    return _is_mostly(word, SOMEBODY)


@lru_cache(maxsize=50_000)
def names_person(word: str) -> bool:
    """Whether a word names one of the people more than a thing: *surgeon*, no *firm*."""
    return _is_mostly(word, ("person",))


@lru_cache(maxsize=50_000)
def names_person_first(word: str) -> bool:
    """Whether a word is first of all one for a person: *uncle*, *maker*."""
    return _is_under(_first_noun(word), ("person",))


def _is_mostly(word: str, kinds: Sequence[str]) -> bool:
    """Whether a word means some kinds of things in its first sense and in half of them."""
    senses = _nouns(list(_senses(_forms(word))))[:WELL_KNOWN]
    told = [_is_under(sense, kinds) for sense in senses]
    return bool(told) and told[0] and 2 * sum(told) >= len(told)


@lru_cache(maxsize=50_000)
def names_piece(word: str) -> bool:
    """Whether a word is first of all the name of a tool, a sign or a text: *loop*, *letter*."""
    return _is_under(_first_noun(word), ("instrumentation", "symbol", "text"))


@lru_cache(maxsize=50_000)
def names_hardly_else(word: str) -> bool:
    """Whether a word names people in most that readers think of: *guild*, but not *server*."""
    senses = _nouns(list(_senses(_forms(word))))[:WELL_KNOWN]
    told = [_is_under(sense, SOMEBODY) for sense in senses]
    return bool(told) and told[0] and 4 * sum(told) >= 3 * len(told)


def _is_under(sense: str, kinds: Sequence[str]) -> bool:
    wanted = {_first_noun(each) for each in kinds}
    at = {sense}
    for _ in range(FAR):
        if at & wanted:
            return True
        at = {above for each in at for above in _table().above.get(each, ())}
    return False


WORKING = (
    ("alter", "change"),
    ("displace", "move"),
    ("revolve", "rotate"),
    ("create", "make"),
    ("command", "control"),
)
"""Verbs in pairs whose common senses are those of doing something to a thing."""
IDLE = (
    ("communicate", "convey"),
    ("mean", "think"),
    ("interpret", "represent"),
    ("evince", "express"),
    ("ask", "demand"),
    ("cerebrate", "think"),
    ("aim", "direct"),
    ("integrate", "incorporate"),
    ("adapt", "accommodate"),
    ("complement", "complement"),
)
"""Of them the senses of who or what only tells, thinks, has or fits."""
GOING = (("go", "travel"),)
"""The sense of who goes by himself: *to cross* does nothing to a river, *to slide* moves a lid."""


@lru_cache(maxsize=50_000)
def works_on(verb: str) -> bool:
    """Whether a verb tells mostly of doing something to its object: *to slide* it, no *see*."""
    senses = _verbs(list(_senses((verb,))))
    first = _up(senses[:1], FAR)
    told = first if first.isdisjoint(_common(GOING)) else _up(senses[1:3], FAR)
    idle = not (first | told).isdisjoint(_common(IDLE))
    return not idle and not told.isdisjoint(_common(WORKING))


@cache
def _common(pairs: Sequence[tuple[str, str]]) -> frozenset[str]:
    """The senses as verbs that the words of a pair have in common."""
    known = ({*_verbs(_table().senses.get(word, ()))} for pair in pairs for word in pair)
    return frozenset(sense for one, two in zip(known, known, strict=True) for sense in one & two)


FAR = 9
"""Steps up from a noun to the widest class: *surgeon* is a person by six."""


HAPPENING = ("attribute", "process", "event", "act", "rate", "energy", "phenomenon", "danger")
"""Nouns whose kinds are what happens to things, what they do and how they are."""


@lru_cache(maxsize=50_000)
def names_state(word: str) -> bool:
    """Whether a noun is first of all one for what is or happens: *growth*, *accuracy*, no *gas*."""
    kinds = {each for kind in HAPPENING for each in _nouns(_table().senses.get(kind, ()))}
    return not _up([_first_noun(word)], FAR).isdisjoint(kinds)


def _first_noun(word: str) -> str:
    return next(iter(_nouns(list(_senses(_forms(word))))), "")


@lru_cache(maxsize=50_000)
def akin(one: str, two: str) -> bool:
    """Whether one word may stand for the other; yes for what is neither verb nor adjective.

    A form of two words must be akin in both: *bore* is to weary, or was to bear.
    """
    here, there = _doings(one), _doings(two)
    if not here or not there:
        return True
    pairs = [(a, b) for a in here for b in there if _akin(a, b)]
    return {a for a, _ in pairs} == {*here} and {b for _, b in pairs} == {*there}


def _akin(one: str, two: str) -> bool:
    mine, yours = (_verbs(list(_senses((word,), ALL))) for word in (one, two))
    return _are_ways(mine, yours, WAYS) or _synonyms_shared(one, two) >= AKIN


def _doings(word: str) -> Senses:
    """The verbs of which a word may be a form, or the adjective that it is."""
    senses = {each: _senses((each,), ALL) for each in _forms(word)}
    kinds = {each: {sense[0] for sense in found} for each, found in senses.items()}
    verbs = [each for each, found in kinds.items() if "v" in found]
    return verbs or [each for each, found in kinds.items() if "a" in found]


def _synonyms_shared(one: str, two: str) -> float:
    mine, yours = _synonyms(one), _synonyms(two)
    if two in mine or one in yours:
        return 1.0
    least = min(len(mine), len(yours))
    return len(mine & yours) / least if least else 0.0


def _are_ways(one: Senses, two: Senses, steps: int) -> bool:
    """Whether two verbs are ways of one doing, counted in steps up from both."""
    shared = {
        sense for mine in range(steps + 1) for sense in _up(one, mine) & _up(two, steps - mine)
    }
    return any(_ways_of().get(sense, 0) < BROAD for sense in shared)


@cache
def _ways_of() -> Mapping[str, int]:
    return Counter(above for senses in _table().above.values() for above in senses)


def _up(senses: Senses, steps: int) -> set[str]:
    found, at = set(senses), set(senses)
    for _ in range(steps):
        at = {above for each in at for above in _table().above.get(each, ())}
        found |= at
    return found


@lru_cache(maxsize=50_000)
def names_kind(word: str) -> bool:
    """Whether a word is an adjective that tells which of several things is meant."""
    senses = list(_senses(_forms(word)))
    return bool(senses) and all(each in _table().kinds for each in senses)


def ends_names(noun: str) -> bool:
    """Are many kinds of what a noun means named by it, as *lactic acid* is by *acid*?"""
    return noun in _table().ends


@lru_cache(maxsize=10_000)
def things_meant(word: str) -> int:
    """How many things of different kinds a noun may mean: *reduction* three, *osmosis* one."""
    apart: list[set[str]] = []
    for sense in _nouns([*_senses(_forms(word), ALL)]):
        kinds = _up([sense], 1)
        if all(kinds.isdisjoint(other) for other in apart):
            apart.append(kinds)
    return len(apart)


@lru_cache(maxsize=50_000)
def is_word(word: str) -> bool:
    """Whether some word list has a word, in any of its forms."""
    from lemminflect import getAllLemmas

    known = _table().senses
    return bool(getAllLemmas(word)) or any(form in known for form in _forms(word))


def _senses(forms: Sequence[str], most: int = WELL_KNOWN) -> Iterator[str]:
    """The most usual senses of each kind, no sense twice."""
    found: dict[str, None] = {}
    for form in forms:
        senses = _table().senses.get(form, ())
        for kind in KINDS:
            found |= dict.fromkeys([each for each in senses if each[0] in kind][:most])
    yield from found


def _nouns(senses: Senses) -> Senses:
    return [each for each in senses if each[0] in "nt"]


def _verbs(senses: Senses) -> Senses:
    return [each for each in senses if each[0] == "v"]


def _contrary(one: Collection[str], two: Collection[str]) -> bool:
    contrary = _table().contrary
    return any(not contrary.get(each, frozenset()).isdisjoint(two) for each in one)


def _like(senses: Senses) -> set[str]:
    """Senses, and of adjectives what is like them: *warm* is like *hot*."""
    return set(senses).union(*(_table().like.get(each, ()) for each in senses))


def _ways(senses: Senses) -> set[str]:
    """Of verbs what they are a way of: to *raise* is to *increase*."""
    return set(senses).union(*(_table().above.get(each, ()) for each in _verbs(senses)))


def _near(one: Senses, two: Senses) -> bool:
    """Whether the one is a kind or way of the other, or like it."""
    table = _table()
    return any(
        not _up(_nouns(here), KIND_OF).isdisjoint(there)
        or any(table.above.get(a, frozenset()) & set(there) for a in here)
        or any(table.like.get(a, frozenset()) & set(there) for a in here)
        for here, there in ((one, two), (two, one))
    )


def _two_kinds(one: Senses, two: Senses) -> bool:
    """Whether some sense of the one and some of the other stand side by side."""
    if set(one) & set(two) or _near(one, two):
        return False
    above = _table().above
    mine = {each for sense in one for each in above.get(sense, ())}
    return any(mine & above.get(sense, frozenset()) for sense in two)


@lru_cache(maxsize=50_000)
def _forms(word: str) -> tuple[str, ...]:
    """A word and what it is a form of."""
    from lemminflect import getAllLemmas

    lower = word.lower()
    lemmas = [each for found in getAllLemmas(lower).values() for each in found]
    if not lemmas:
        bare = (lower.removesuffix(end) + new for end, new in ENDINGS if lower.endswith(end))
        lemmas = [each for each in bare if each in _table().senses]
    forms = dict.fromkeys((*lemmas, lower))
    american = (each for form in forms for each in _american(form))
    return tuple(forms | dict.fromkeys(each for each in american if each in _table().senses))


def _american(word: str) -> list[str]:
    """A word in the other spellings, where that makes a difference."""
    found = (re.sub(old, new, word) for old, new in SPELLINGS)
    return [each for each in found if each != word]


@cache
def _table() -> _Table:
    packed = files("cards").joinpath("english", "wordnet.xz").read_bytes()
    words, told, ends = lzma.decompress(packed).decode("utf-8").split("\n\n")
    senses = {word: keys.split() for word, _, keys in (w.partition(" ") for w in words.split("\n"))}
    above: dict[str, frozenset[str]] = {}
    like: dict[str, frozenset[str]] = {}
    contrary: dict[str, frozenset[str]] = {}
    kinds: set[str] = set()
    for line in told.splitlines():
        sense, *parts = line.split(" ")
        above[sense] = frozenset(part[1:] for part in parts if part[0] == "^")
        like[sense] = frozenset(part[1:] for part in parts if part[0] == "~")
        contrary[sense] = frozenset(part[1:] for part in parts if part[0] == "!")
        if "*" in parts:
            kinds.add(sense)
    return _Table(senses, above, like, contrary, frozenset(kinds), frozenset(ends.split()))


@lru_cache(maxsize=5_000)
def _synonyms(word: str) -> frozenset[str]:
    line, words = _entries().get(word, ""), _moby_words()
    places = accumulate(int(step) for step in line.split(" ")[1:])
    return frozenset(words[place] for place in places)


@cache
def _entries() -> Mapping[str, str]:
    """Each word that Moby has, with its line."""
    _, lines = _moby()
    return {_moby_words()[int(line.partition(" ")[0])]: line for line in lines}


@cache
def _moby_words() -> Senses:
    return _moby()[0]


@cache
def _moby() -> tuple[Senses, Senses]:
    packed = files("cards").joinpath("english", "moby.xz").read_bytes()
    words, _, entries = lzma.decompress(packed).decode("utf-8").partition("\n\n")
    return words.split("\n"), entries.splitlines()
