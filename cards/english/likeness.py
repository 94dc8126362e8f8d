"""Two claims in, how alike they are and whether one says something else."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import combinations

from cards.english.opposites import (
    DOWN,
    EMPTY,
    NEGATORS,
    NUMBERS,
    OPPOSITES,
    PREFIXES,
    QUALIFIERS,
    UNITS,
    UP,
)
from cards.english.rarity import rarity
from cards.english.thesaurus import akin, can_be_touched, is_word, names_kind, relation

WORD = re.compile(r"\d+(?:[.,]\d+)*|%|[^\W\d_]+(?:[-'’]?[^\W_]+)*")
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
BREAK = re.compile(r"[;:]|,? (?:but|while|whereas|because|which) |, (?:and|or) ", re.IGNORECASE)
"""Where a sentence falls into clauses. A comma alone is no such place: what stands before it may
hold the number that was changed; nor is *and* alone: *day and night*."""
MOST_PIECES = 8
"""A sentence of more is looked at as a whole."""
UNEVEN = 0.75
"""Share of words below which the shorter claim is looked for within the longer one."""
WITHIN = 0.97
"""What a claim is worth that stands in a part of a longer sentence."""
DETERMINERS = frozenset("a an the each every this that these those its their".split())
TWIN = 0.8
"""What a word that says the same counts for, against the word itself."""
TWIN_LIMIT = 8
"""Words of either side from which two texts are too far apart to look for such words."""
SHORT = 5
"""Letters from which a mistyped small word can be told: *agianst*, *druing*."""
TERM = 0.5
"""Rarity from which a noun is a term: *oxygen* has 0.5, *doctor* 0."""
SWAPPED = 2
"""So many more words must stand in order once subject and object are exchanged: *sleep improves
memory* and *memory improves sleep* have one in order as they are, and three when exchanged."""
BE = r"(?:is|are|was|were|be|been|being|gets?|got)"
AGENT_ENDS = (
    r"(?: (?:in|on|at|by|during|within|for|from|over|after|before|above|below|throughout|near|along"
    r"|without|about|to|with|into|when|while|if|because|across|until|under|per|every|as|against"
    r"|beyond|between|among|around|behind|beneath|beside|despite|inside|outside|since|than|toward"
    r"|towards|unless|upon|via|where|whenever|off|out|onto|past|up|down|amid|amongst|alongside"
    r"|underneath|like)\b"
    r"| (?=\w+ \d)|[,;.]|$)"
)
SMALL = frozenset(
    word for word in (*EMPTY, *re.findall(r"[a-z]+", AGENT_ENDS)) if len(word) >= SHORT
)
"""Words that join others, long enough to be known when they are mistyped; of those that deny or
doubt a slip is seen against the old claim: a *barel* is no *barely*."""
PASSIVE = re.compile(
    rf"^(?P<thing>.+?) {BE} (?:\w+ly )?(?P<verb>[\w-]+(?: (?:up|down|out|off|away|in|together))?)"
    rf"(?P<between>(?: (?!by\b)[\w-]+)*?)"
    rf" by (?!\d|about\b)(?P<agent>.+?)(?P<rest>{AGENT_ENDS}.*)$",
    re.IGNORECASE,
)
FRONTED = re.compile(r"^(?P<front>(?:\S+ ){0,6}\S+), (?!and |or )(?P<main>\S+ \S+ .+)$")
"""What stands before a first comma is put behind, whatever it is: *in autumn, the leaves fall*."""
SEVERAL = re.compile(r"\ba number of\b", re.IGNORECASE)
TWIST = re.compile(
    r"^(?P<cause>.+?),? (?:so|therefore|thus|hence|and so|which is why) (?P<effect>.+)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two claims are."""

    score: float
    """0 to 1."""
    conflict: str = ""
    """What one says otherwise: "number", "negation", "opposite" ..; empty for the same claim."""


@dataclass(frozen=True, slots=True)
class Told:
    """A claim taken apart."""

    keys: tuple[str, ...]
    """What it speaks of, in the order of who does what, each word by its stem."""
    words: Mapping[str, str]
    """Each stem's word, as it is written."""
    weights: Mapping[str, float]
    """How much each says about which claim it is: a rare word more than an everyday one."""
    things: frozenset[str]
    """Stems of words that are surely nouns."""
    numbers: tuple[str, ...]
    codes: tuple[str, ...]
    """Names that one letter tells apart: *A*, *B12*, *LDL*."""
    denials: tuple[str, ...]
    """Stems of the words that deny."""
    qualifiers: tuple[tuple[int, str], ...]
    """Classes of ``QUALIFIERS``, each with the stem of its word, as often as they are said."""


@lru_cache(maxsize=50_000)
def key_of_word(word: str) -> str:
    """One name for all forms of a word: *stored*, *stores* and *storing* are *stor*."""
    return _stem(_lemma(word.lower()))


def _lemma(word: str) -> str:
    from lemminflect import getAllLemmas

    found: Mapping[str, Sequence[str]] = getAllLemmas(word)
    if not found:
        # "dewaters" and "dewatered", which no list has, are forms of one word.
        return INFLECTED.sub("", word)
    kind = next((k for k in ("VERB", "NOUN", "ADJ") if k in found), next(iter(found)))
    return found[kind][0]


INFLECTED = re.compile(r"(?<=\w{4})(?:s|ed|ing)$")
ENDINGS = (
    *("isation", "ization", "ations", "ation", "ments", "ment", "ings", "ions", "ness", "ing"),
    *("ion", "ies", "ise", "ize", "es", "ed", "ly", "er", "s", "e", "y"),
)


def _stem(word: str) -> str:
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word.removesuffix(ending)
    return word


def alike(old: str, new: str, common: Collection[str] = frozenset()) -> Likeness:
    """Compare a claim with one of today.

    Args:
        old: The claim as it was shipped, a sentence.
        new: A claim of today.
        common: Stems of words that both the old and the new notes use elsewhere: a word that
            took the place of another one of these is no slip of the pen.
    """
    if even(old) == even(new):
        return Likeness(1.0)
    best = Likeness(0.0)
    for one, two, worth in _parts(old, new):
        found = _compared(told(one), told(two), common)
        if not found.conflict and exchanged_number(one, two, old, new):
            found = Likeness(found.score, "number")
        if worth * found.score > best.score:
            best = Likeness(round(worth * found.score, 4), found.conflict)
    return best


def nearest_part(old: str, new: str) -> str:
    """The part of a claim of today that is most like an old claim; all of it where that is."""
    parts = [new, *_spans(new)]
    return max(parts, key=lambda part: (alike(old, part).score, -len(part), part))


def part_about(claim: str, words: str) -> str:
    """The shortest part of a claim that says as much of some words as the whole does."""
    whole = share_said(words, claim)
    parts = [part for part in _spans(claim) if share_said(words, part) >= whole]
    return min(parts, key=lambda part: (len(part), part), default=claim)


def even(text: str) -> str:
    """A text whose blanks, case, Unicode form and end make no difference."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().split()).rstrip(".")


def exchanged_number(one: str, two: str, old: str, new: str) -> bool:
    """Whether a part lost a number, and the rest of the other claim has one that is new."""
    lost = Counter(told(one).numbers) - Counter(told(new).numbers)
    lost += Counter(told(two).numbers) - Counter(told(old).numbers)
    gone = Counter(told(old).numbers) - Counter(told(new).numbers)
    come = Counter(told(new).numbers) - Counter(told(old).numbers)
    return bool(lost) and bool(gone) and bool(come)


def _parts(old: str, new: str) -> Iterator[tuple[str, str, float]]:
    """The whole claims; where one is much longer also each part of it."""
    yield old, new, 1.0
    short, long = len(told(old).keys), len(told(new).keys)
    if min(short, long) >= UNEVEN * max(short, long):
        return
    longer = new if long > short else old
    for part in _spans(longer):
        yield (old, part, WITHIN) if longer is new else (part, new, WITHIN)


@lru_cache(maxsize=20_000)
def _spans(text: str) -> tuple[str, ...]:
    cuts = [0, *(hit.end() for hit in BREAK.finditer(text)), len(text)]
    if not 2 < len(cuts) <= MOST_PIECES:
        return ()
    spans = (text[start:end].strip(" ,;:()") for start, end in combinations(cuts, 2))
    return tuple(span for span in spans if span and span != text)


def _compared(one: Told, two: Told, common: Collection[str]) -> Likeness:
    lost, gained = Counter(one.keys) - Counter(two.keys), Counter(two.keys) - Counter(one.keys)
    shared = Counter(one.keys) & Counter(two.keys)
    slips = dict(_slips({k: one.words[k] for k in lost}, {k: two.words[k] for k in gained}, common))
    weights = {**two.weights, **one.weights}
    weight = sum(weights[key] * count for key, count in shared.items())
    weight += sum(weights[key] for key in slips)
    apart = sum(weights[k] * n for k, n in (*lost.items(), *gained.items()))
    apart -= sum(weights[old] + weights[new] for old, new in slips.items())
    lost_words = {k: one.words[k] for k in lost if k not in slips}
    gained_words = {k: two.words[k] for k in gained if k not in slips.values()}
    twins = _twins(lost_words, gained_words, common, one.things | two.things)
    weight += TWIN * sum((weights[old] + weights[new]) / 2 for old, new in twins.items())
    apart -= TWIN * sum(weights[old] + weights[new] for old, new in twins.items())
    score = 2 * weight / (2 * weight + apart) if weight else 0.0
    conflict = _conflict(one, two, lost_words, gained_words)
    changed = set(lost_words) - set(twins), set(gained_words) - set(twins.values())
    if not conflict and _two_gave_way(one, two, lost_words, gained_words, twins):
        conflict = "thing"
    if not conflict and _other_thing(one, two, *changed, common):
        conflict = "thing"
    if not conflict and _other_word(one, two, *changed):
        conflict = "word"
    if not conflict and not _same_denials(one, two, slips):
        conflict = "negation"
    if not conflict and not _same_qualifiers(one, two, slips):
        conflict = "qualifier"
    if not conflict:
        mended = tuple({**twins, **slips}.get(key, key) for key in one.keys)
        turned = _turned(mended, two.keys) or _exchanged_partners(
            tuple(slips.get(key, key) for key in one.keys), two.keys
        )
        conflict = "turned round" if turned else ""
    return Likeness(score, conflict)


def share_said(
    part: str, text: str, common: Collection[str] = frozenset(), *, literally: bool = False
) -> float:
    """How much of what the words of a part mean is said in a text, 0 to 1; 1 for no words.

    Args:
        part: Words of a sentence.
        text: That may say it.
        common: As of ``alike``.
        literally: Whether other words for the same do not count.
    """
    one, two = told(part), told(text)
    lost = {key: word for key, word in one.words.items() if key not in two.words}
    gained = {key: word for key, word in two.words.items() if key not in one.words}
    slips = dict(_slips(lost, gained, common))
    total = sum(one.weights.values())
    lost = {key: word for key, word in lost.items() if key not in slips}
    twins = {} if literally else _twins(lost, gained, common, one.things | two.things)
    missing = sum(one.weights[key] * (1 - TWIN * (key in twins)) for key in lost)
    return 1.0 - missing / total if total else float(even(part) in even(text))


def _slips(
    lost: Mapping[str, str], gained: Mapping[str, str], common: Collection[str]
) -> Iterator[tuple[str, str]]:
    """Words that differ by a slip of the pen: the stems of what was and of what it became."""
    from rapidfuzz.distance import OSA

    left = sorted(gained)
    for old in sorted(lost):
        word = lost[old]
        allowed = 0 if len(word) < 4 else 1 if len(word) < 8 else 2
        near = [
            (OSA.distance(word, gained[new], score_cutoff=allowed), new)
            for new in left
            if not _both_meant((old, word), (new, gained[new]), common) and not _opposed(old, new)
        ]
        far, best = min(near, default=(allowed + 1, ""))
        if far <= allowed:
            left.remove(best)
            yield old, best


def _both_meant(old: tuple[str, str], new: tuple[str, str], common: Collection[str]) -> bool:
    """Whether the notes know two words, each by its stem and as it is written.

    A slip that was made twice is no word: *degreees* is none, and one letter more than *degrees*.
    A letter that took the place of another may make a name: *propanol*, *propanal*.
    """
    if old[0] not in common or new[0] not in common:
        return False
    one, two = old[1], new[1]
    slip = len(one) != len(two) or sorted(one) == sorted(two)
    return not slip or is_word(one) == is_word(two)


def _twins(
    lost: Mapping[str, str],
    gained: Mapping[str, str],
    common: Collection[str],
    things: Collection[str],
) -> dict[str, str]:
    """Words in whose place stands one that says the same; of what was, and of what it became.

    Where the notes use both of two nouns, only what is wholly the same is taken for the same.
    """
    if len(lost) > TWIN_LIMIT or len(gained) > TWIN_LIMIT:
        return {}
    found: dict[str, str] = {}
    for wanted in ("same", "near"):
        for old in sorted(lost.keys() - found.keys()):
            for new in sorted(gained.keys() - set(found.values())):
                both = old in common and new in common and (old in things or new in things)
                if (wanted == "near" and both) or _opposed(old, new):
                    continue
                if relation(lost[old], gained[new]) == wanted:
                    found[old] = new
                    break
    return found


def _conflict(one: Told, two: Told, lost: Mapping[str, str], gained: Mapping[str, str]) -> str:
    """What makes two claims say different things; empty for nothing."""
    if _both_ways(one.numbers, two.numbers):
        return "number"
    if _both_ways(one.codes, two.codes):
        return "name"
    if any(
        _opposed(old, new) or relation(lost[old], gained[new]) == "contrary"
        for old in lost
        for new in gained
    ):
        return "opposite"
    return ""


def _two_gave_way(
    one: Told,
    two: Told,
    lost: Mapping[str, str],
    gained: Mapping[str, str],
    twins: Mapping[str, str],
) -> bool:
    """Whether a noun and another word gave way to two others: little is left to know a claim by.

    What is wholly the same does not count; *saliva wets food* is not *chewing wets bread*.
    """
    same = {old: new for old, new in twins.items() if relation(lost[old], gained[new]) == "same"}
    old, new = lost.keys() - same.keys(), gained.keys() - set(same.values())
    return bool(old & one.things or new & two.things) and min(len(old), len(new)) > 1


def _other_thing(
    one: Told, two: Told, lost: set[str], gained: set[str], common: Collection[str]
) -> bool:
    """Whether one thing has taken the place of another: *magnesium* and *calcium*.

    Two rare nouns are two things, and so are two that the notes spoke of before and still do, two
    kinds of one thing (*wheat* and *rye*), two adjectives that name a kind (*lactic*, *acetic*)
    and two things that can be touched and are no words for each other (*pollen* and *seed*).
    Verbs and everyday words have synonyms; *release* may become *secretion*.
    """
    old, new = lost & one.things, gained & two.things
    if any(rarity(one.words[key]) >= TERM for key in old) and any(
        rarity(two.words[key]) >= TERM for key in new
    ):
        return True
    if old & set(common) and new & set(common):
        return True
    pairs = [
        (one.words[was], two.words[now], was in old or now in new) for was in lost for now in gained
    ]
    return any(_other_kind(*pair) for pair in pairs)


def _other_word(one: Told, two: Told, lost: set[str], gained: set[str]) -> bool:
    """Whether a verb or adjective gave way to one that no word list knows as its like.

    Where one word became several (*absorb*, *take up*) they are given the benefit of the doubt.
    """
    if not lost or len(lost) != len(gained):
        return False
    old, new = [one.words[key] for key in lost], [two.words[key] for key in gained]
    return any(not any(akin(was, now) for now in new) for was in old)


def _other_kind(old: str, new: str, nouns: bool) -> bool:
    if relation(old, new) == "other" or (names_kind(old) and names_kind(new)):
        return True
    return nouns and can_be_touched(old) and can_be_touched(new)


@lru_cache(maxsize=50_000)
def _names_thing(word: str, before: str) -> bool:
    """A noun that is never a verb, or one behind an article; a word that no word list has."""
    from lemminflect import getAllLemmas

    kinds = set(getAllLemmas(word))
    if before in DETERMINERS and "NOUN" in kinds:
        return "ADJ" not in kinds
    return word.isalpha() and kinds <= {"NOUN", "PROPN"}


def _same_denials(one: Told, two: Told, slips: Mapping[str, str]) -> bool:
    """A word that denies and was only mistyped still does."""
    mistyped = {**slips, **{new: old for old, new in slips.items()}}
    lost = sum(word in mistyped for word in one.denials)
    gained = sum(word in mistyped for word in two.denials)
    return len(one.denials) - lost == len(two.denials) - gained


def _same_qualifiers(one: Told, two: Told, slips: Mapping[str, str]) -> bool:
    """A qualifier that was only mistyped is still there."""
    mistyped = {*slips, *slips.values()}
    one_kinds = Counter(kind for kind, word in one.qualifiers if word not in mistyped)
    return one_kinds == Counter(kind for kind, word in two.qualifiers if word not in mistyped)


def _both_ways(old: Sequence[str], new: Sequence[str]) -> bool:
    """Whether something went and something else came; one more of a kind is a detail."""
    return bool(Counter(old) - Counter(new)) and bool(Counter(new) - Counter(old))


@lru_cache(maxsize=50_000)
def _opposed(old: str, new: str) -> bool:
    if frozenset((old, new)) in _opposites():
        return True
    ups, downs = _directions()
    if (old in ups and new in downs) or (old in downs and new in ups):
        return True
    return _bare(old) == _bare(new) and old != new


@lru_cache(maxsize=50_000)
def _bare(word: str) -> str:
    """A word without a prefix that turns its meaning, if four letters are left."""
    return next(
        (
            word.removeprefix(prefix)
            for prefix in sorted(PREFIXES, key=len, reverse=True)
            if word.startswith(prefix) and len(word) - len(prefix) >= 4
        ),
        word,
    )


@cache
def _opposites() -> frozenset[frozenset[str]]:
    pairs = (pair.split() for line in OPPOSITES.split("\n") for pair in line.split("|") if pair)
    return frozenset(frozenset(map(key_of_word, pair)) for pair in pairs)


@cache
def _directions() -> tuple[frozenset[str], frozenset[str]]:
    return frozenset(map(key_of_word, UP)), frozenset(map(key_of_word, DOWN))


@lru_cache(maxsize=50_000)
def _turned(old: tuple[str, ...], new: tuple[str, ...]) -> bool:
    """Whether who does it and whom it is done to have changed places.

    The new order is compared with the old one and with each in which what stands before some
    word and what follows it are exchanged.
    """
    both = Counter(old) & Counter(new)
    one = tuple(key for key in old if key in both)
    two = tuple(key for key in new if key in both)
    if one == two:
        return False
    least = _in_order(one, two) + SWAPPED
    return any(_in_order(each, two) >= least for each in _exchanged(one))


@lru_cache(maxsize=50_000)
def _exchanged_partners(old: tuple[str, ...], new: tuple[str, ...]) -> bool:
    """Whether two contraries, or two numbers, each stand now before what the other stood before.

    *Low notes at high tension* has the words of *high notes at low tension*.
    """
    both = sorted(key for key in {*old} & {*new} if old.count(key) == new.count(key) == 1)
    pairs = [
        (one, two)
        for one, two in combinations(both, 2)
        if _opposed(one, two) or (one[0].isdigit() and two[0].isdigit())
    ]
    return any(
        (was := _partners(old, one, two)) is not None and was == _partners(new, two, one)
        for one, two in pairs
    )


def _partners(keys: tuple[str, ...], one: str, two: str) -> tuple[str, str] | None:
    """The words behind two others, the first that differ; behind *2 mg* and *5 mg* not *mg*."""
    left = [key for key in keys[keys.index(one) + 1 :] if key != two][:2]
    right = [key for key in keys[keys.index(two) + 1 :] if key != one][:2]
    return next(((a, b) for a, b in zip(left, right, strict=False) if a != b), None)


def _exchanged(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The words with two neighbouring parts exchanged, around a word or without one."""
    for end in range(2, len(words) + 1):
        for start in range(1, end):
            yield (*words[start:end], *words[:start], *words[end:])
            if start + 1 < end:
                yield (*words[start + 1 : end], words[start], *words[:start], *words[end:])


def _in_order(one: tuple[str, ...], two: tuple[str, ...]) -> int:
    from rapidfuzz.distance import LCSseq

    return int(LCSseq.similarity(one, two))


@lru_cache(maxsize=20_000)
def told(text: str) -> Told:
    """Take a claim apart."""
    words = WORD.findall(_plainly(" ".join(text.split())))
    keys: list[str] = []
    said: dict[str, str] = {}
    things: set[str] = set()
    weights: dict[str, float] = {}
    numbers: list[str] = []
    codes: list[str] = []
    for place, word in enumerate(words):
        weight = 1.0
        before = words[place - 1].lower() if place else ""
        key = _number(word) or _unit(word, before)
        if key:
            numbers.append(key)
        elif _is_code(word, place):
            key = word
            codes.append(key)
        elif word.lower() in EMPTY:
            continue
        else:
            key, weight = key_of_word(word), 0.5 + 0.5 * rarity(word)
            is_name = word[0].isupper() and not text.startswith(word)
            things |= {key} if is_name or _names_thing(word.lower(), before) else set()
        keys.append(key)
        weights[key] = weight
        # "inflames the inflammation": of two forms of a word the first is shown.
        said.setdefault(key, word.lower())
    lemmas = [_lemma(word.lower()) for word in words]
    return Told(
        tuple(keys),
        said,
        weights,
        frozenset(things),
        tuple(numbers),
        tuple(codes),
        tuple(
            key_of_word(word)
            for word, lemma in zip(words, lemmas, strict=True)
            if lemma in NEGATORS or lemma.endswith(("n't", "n’t"))
        ),
        tuple(
            (number, key_of_word(word))
            for number, some in enumerate(QUALIFIERS)
            for word, lemma, following in zip(words, lemmas, (*words[1:], ""), strict=False)
            # "some 20 years" are about 20, and "a few minutes" are minutes.
            if lemma in some and not _number(following) and following.lower() not in UNITS
        ),
    )


def _unit(word: str, before: str) -> str:
    return UNITS.get(word.lower(), "") if before and _number(before) else ""


def _number(word: str) -> str:
    if NUMBER.fullmatch(word):
        return word.replace(",", "") if re.fullmatch(r"\d{1,3}(?:,\d{3})+", word) else word
    return NUMBERS.get(word.lower(), "")


def _is_code(word: str, place: int) -> bool:
    if len(word) == 1:
        return word.isupper() and word != "I" and (place > 0 or word != "A")
    has_digit = any(c.isdigit() for c in word) and any(c.isalpha() for c in word)
    return has_digit or (word.isupper() and word.isalpha())


def _small_word(hit: re.Match[str]) -> str:
    return _without_slip(hit[0])


@lru_cache(maxsize=50_000)
def _without_slip(word: str) -> str:
    """A small word that was mistyped (*agianst*), as it was meant; any other as it is."""
    from rapidfuzz.distance import OSA

    if len(word) < SHORT or not word.islower() or word in SMALL or is_word(word):
        return word
    near = sorted(small for small in SMALL if OSA.distance(word, small, score_cutoff=1) == 1)
    return near[0] if near else word


def _plainly(text: str) -> str:
    """Who does what comes first: passive as active, what was put in front at the end."""
    text = WORD.sub(_small_word, SEVERAL.sub("several", text.rstrip(".")))
    front = FRONTED.match(text)
    if front:
        text = f"{front['main']} {front['front']}"
    turned = TWIST.match(text)
    if turned:
        text = f"{turned['effect']} because {turned['cause']}"
    passive = PASSIVE.match(text)
    if not passive:
        return text
    p = passive
    return f"{p['agent']} {p['verb']} {p['thing']}{p['between']}{p['rest']}"
