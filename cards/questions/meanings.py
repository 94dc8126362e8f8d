"""Questions for definitions and names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from cards.english.abbreviations import singular, stands_for
from cards.english.definite import open_inside
from cards.english.facts import Fact
from cards.english.phrases import repaired_article
from cards.english.rarity import rarest, rarity, unheard
from cards.english.thesaurus import is_word, names_person_first, things_meant
from cards.english.tree import is_noun
from cards.english.verbs import capitalised, with_article
from cards.questions.drafts import Draft, contexts_of, draft, with_topic

PEOPLE = frozenset(
    """president professor ceo founder director scientist executive leader minister king
    queen pope man woman person son daughter wife husband brother sister boss player hero""".split()
)


def _is_person(fact: Fact) -> bool:
    """*Ada Lovelace, a mathematician*: biography."""
    if not fact.term[:1].isupper() or fact.term.isupper():
        return False
    names = [w for w in fact.term.replace(",", " ").split() if w != "and"]
    named = [w for w in names if w[:1].isupper()]
    if len(named) < 2:
        return (
            len(names) == 1
            and not names[0].endswith("s")
            and names_person_first(KIND.split(fact.meaning)[0].split()[-1])
        )
    if all(w[:1].isupper() and w[1:].islower() and not is_noun(w.lower()) for w in names):
        return True
    words = fact.meaning.lower().replace(",", " ").split()
    return any(
        w in PEOPLE or w.endswith(("ist", "ician", "ologist", "or", "er")) for w in words[:6]
    )


KIND = re.compile(r" (?:of|in|for|from|at|with|and|or|who|whose|that|which)\b|,| \(")
"""What stands behind the noun of a class."""


def copula(fact: Fact) -> str:
    """The form of *be* that a definition takes."""
    if fact.past:
        return "were" if fact.plural else "was"
    return "are" if fact.plural else "is"


def meaning(fact: Fact) -> Iterator[Draft]:
    """*What is aperture?*"""
    if fact.shape != "meaning":
        yield from _told_otherwise(fact)
        return
    if SHARE.match(fact.meaning):
        yield from _by_share(fact)
        return
    fact = replace(fact, term=_without_order(fact))
    verb = copula(fact)
    answer = repaired_article(fact.meaning)
    if fact.term.isupper() and len(fact.term) < 4 and fact.topic:
        return
    if _is_person(fact) or "," in fact.term or _is_this_one(fact.term, past=fact.past):
        return
    if COMPOSED.match(answer):
        return
    worth = 0.9 if len(fact.term.split()) <= 4 else 0.7
    if FOREMOST.match(answer) and _can_answer(fact):
        question = f"What {verb} {answer}?"
        if fact.front:
            question = f"{capitalised(fact.front)}, w{question[1:]}"
        unnamed = open_inside(answer)
        question = with_topic(fact, question, unnamed) if unnamed else question
        yield draft(fact, "definition", "foremost", question, fact.term, worth)
        return
    question = f"What {verb} {fact.term}?"
    if fact.front:
        question = f"{capitalised(fact.front)}, w{question[1:]}"
    if _needs_topic(fact):
        question = with_topic(fact, question, (fact.term,))
    yield draft(fact, "definition", "meaning", question, answer, worth)


PERCENT = r"(?:%|percent\b|per cent\b)"
SHARE = re.compile(
    rf"((?:(?:about|around|roughly|some|nearly|almost|over|only|up to|at least) )*[\d.]+"
    rf"(?:(?:[-–]| to | {PERCENT} to )[\d.]+)? ?{PERCENT}) (?=(.+))",
    re.IGNORECASE,
)
"""*about 67 percent nitrogen by mass*"""
LONGEST_STUFF = 4
"""Words of what something is so much of."""


def _by_share(fact: Fact) -> Iterator[Draft]:
    """*Glass is about 70 percent silica*: *What percentage of glass is silica?*

    Of *90% nickel and 10% chromium* a question asks what something consists of.
    """
    found = SHARE.match(fact.meaning)
    if found is None or fact.front:
        return
    number, stuff = found[1], found[2]
    short = len(stuff.split()) <= LONGEST_STUFF
    if re.search(PERCENT, stuff):
        do = "did" if fact.past else "do" if fact.plural else "does"
        if not COMPOSITION.match(fact.term):
            question = with_topic(fact, f"What {do} {fact.term} consist of?", ())
            yield draft(fact, "definition", "meaning", question, fact.meaning, 0.9)
            return
        question = f"What {copula(fact)} {fact.term}?"
        yield draft(fact, "definition", "meaning", question, fact.meaning, 0.9)
    elif stuff.islower() and short and not OTHER.match(stuff):
        verb = "was" if fact.past else "is"
        question = with_topic(fact, f"What percentage of {fact.term} {verb} {stuff}?", ())
        yield draft(fact, "quantity", "share", question, number, 0.9)
    else:
        yield from _as_told(fact)


COMPOSITION = re.compile(r"(?:the )?(?:composition|make-?up|mixture|blend)\b", re.IGNORECASE)
OTHER = re.compile(r"(?:of|in|on|by|at|for|to|from|or|and|larger|smaller|more|less|\w+er)\b")


def _as_told(fact: Fact) -> Iterator[Draft]:
    """*The prevalence of rust is about 1% of mills*: an amount that a noun has."""
    question = f"What {copula(fact)} {fact.term}?"
    if _needs_topic(fact):
        question = with_topic(fact, question, (fact.term,))
    yield draft(fact, "definition", "meaning", question, fact.meaning, 0.9)


FIRST = re.compile(r"the (?:first|earliest|original|new) ([^ ]+)")
"""*the first Azipod*: one of its kind, of which more is told."""


def _without_order(fact: Fact) -> str:
    """*the first Azipod, a motor in a pod*: what an Azipod is."""
    found = FIRST.fullmatch(fact.term)
    if found is None or fact.plural or not fact.meaning.startswith(("a ", "an ")):
        return fact.term
    return with_article(found[1]) if unheard(found[1]) else fact.term


def _told_otherwise(fact: Fact) -> Iterator[Draft]:
    """*What does f equal?*, *How many were there?*, *What happens in rigor mortis?*"""
    if fact.shape == "equation":
        question = with_topic(fact, f"What does {fact.term} equal?", ("it",))
        yield draft(fact, "definition", "equation", question, fact.meaning, 0.8)
    elif fact.shape == "count":
        question = with_topic(fact, fact.term, ())
        yield draft(fact, "quantity", "count", question, fact.meaning, 0.8)
    elif fact.shape == "event":
        question = f"What happens in {fact.term}?"
        if _may_be_another(fact.term):
            question = with_topic(fact, question, (fact.term,))
        yield draft(fact, "definition", "event", question, fact.meaning, 0.8)


COMPOSED = re.compile(
    r"(?:[a-z]+ ){0,3}[\d.,–-]+(?: to [\d.,]+)? ?(?:%|percent) (?!of\b)[^\d]+$", re.I
)
"""*about 60% copper*: how much of what is in a thing, and not what it is."""
FOREMOST = re.compile(
    r"the (?:most|least|best|(?:second|third)[ -]|first|only|main|primary|commonest|standard|sole"
    r"|usual|ordinary|preferred|customary"
    r"|(?:\w{3,}est)\b)(?=.* (?:of|for|in|to|that|which|with|from|among|on|by|used) )",
    re.IGNORECASE,
)
"""*the commonest cause of stroke*: one thing alone, for which a question asks."""


def _can_answer(fact: Fact) -> bool:
    """Is what is told of the foremost of a kind a thing by itself?"""
    words = fact.term.lower().split()
    return len(words) <= LONG_TERM and (words[:1] != ["the"] or rarest(words) >= COMMON_NOUN)


LONG_TERM = 5
"""Words of a term that may be an answer."""


def _is_this_one(term: str, *, past: bool = False) -> bool:
    """*the equation*, *the goal*: one of this text, which no definition fits.

    So is *the modern stick*, *the usual picture*, *part of the goal*, *a fourth spice*, and *the
    crankcase* of something that is no more.
    """
    words = term.split()
    if OF_ITS_TIME.fullmatch(term) or PART.match(term) or IN_A_ROW.fullmatch(term):
        return True
    if len(words) != 2 or words[0].lower() != "the":
        return False
    return rarity(words[1]) < COMMON_NOUN or (past and words[1].islower())


OF_ITS_TIME = re.compile(
    r"[tT]he (?:first|second|third|last|next|modern|new|old|early|earliest|latest|original|current"
    r"|present|later|main|usual|key|primary|typical|classic) [a-z]+"
)
IN_A_ROW = re.compile(r"an? (?:[\"“]\w+[\"”] )?(?:second|third|fourth|fifth|sixth) [a-z]+")
PART = re.compile(r"(?:part|some|most|much|many|one|all|both) of ", re.IGNORECASE)
COMMON_NOUN = 0.7
"""Rarity under which *the* noun may be any, *the equation*: *the retina* is one."""


def _needs_topic(fact: Fact) -> bool:
    """*the most effective approach*: to what, only the note tells."""
    words = fact.term.lower().split()
    if fact.labelled and rarest(words) < COMMON_NOUN:
        return True
    if _may_be_another(fact.term):
        return True
    bare = words[:1] == ["the"] and not set(words) & {"of", "for", "to", "in", "behind", "between"}
    return bare and rarest(words) < 0.5


def _may_be_another(term: str) -> bool:
    """*reduction*, *Rust*: a word that means other things too, or a name that is a word."""
    word = ARTICLE.sub("", term).strip('"“”')
    if not word.isalpha() or unheard(word):
        return False
    if word[0].isupper():
        return not word.isupper() and is_word(word.lower())
    return rarity(word) >= SELDOM and things_meant(word) >= SEVERAL_THINGS


ARTICLE = re.compile(r"^(?:the|an?) ", re.IGNORECASE)
SELDOM = 0.4
"""Rarity from which a word has a field: *light* and *air* are the same in all."""
SEVERAL_THINGS = 3


def name(fact: Fact) -> Iterator[Draft]:
    """*What does BDNF stand for?*, *What is … called?*"""
    if _is_short(fact.term) and stands_for(fact.term, fact.meaning):
        if not _well_known(fact.term):
            question = _in_field(fact, f"What does {fact.term} stand for?")
            meaning = one_of(fact.meaning)
            yield draft(fact, "naming", "expansion", question, meaning, 0.55)
        return
    if fact.shape == "nickname":
        question = f"What {copula(fact)} {fact.meaning}?"
        yield draft(fact, "naming", "name", question, fact.term, 0.72)
        return
    if fact.front.startswith("this "):
        question = f"{fact.meaning}. What is {fact.front} called?"
        yield draft(fact, "naming", "name", question, fact.term, 0.72)
        return
    if LOOSE.match(fact.meaning):
        return
    if TREATED.match(fact.meaning) and fact.term[:1].isupper():
        return
    if fact.front.endswith("ly"):
        question = f"What {copula(fact)} {fact.meaning} {fact.front} known as?"
    elif _is_named(fact.meaning):
        question = f"What is another name for {fact.meaning}?"
        if fact.front:
            question = f"What is the name of {fact.meaning} {fact.front}?"
    else:
        verb = "are" if fact.plural else "is"
        named = f"{fact.meaning} called {fact.front}".strip()
        question = with_topic(fact, f"What {verb} {named}?", ())
    yield draft(fact, "naming", "name", question, fact.term, 0.72)


def _is_named(meaning: str) -> bool:
    """Is what is called otherwise a name itself: *dry rot*, *the Kingdom of Sicily (KS)*?"""
    words = BRACKETED.sub("", meaning).split()
    named = all(word[:1].isupper() or word in {"of", "the", "and"} for word in words)
    plain = words[:1] == ["the"] and not set(words) & PREPOSITIONS
    return named or len(words) <= SHORT_NAME + plain


SHORT_NAME = 3
"""Words of what is called otherwise, without its article: *the sodium vapor process*."""
PREPOSITIONS = frozenset("of in on at to for from with by".split())
BRACKETED = re.compile(r" \([^)]*\)")
FEW_LETTERS = 3
"""Letters that stand for many things; more seldom do."""


def _in_field(fact: Fact, question: str) -> str:
    """*Femur fractures: what does DHS stand for?*: in other fields it is something else.

    Of 120 such questions strict readers struck out 45% without a field and 13% with one.
    """
    if sum(c.isalpha() for c in fact.term) > FEW_LETTERS or not contexts_of(fact):
        return question
    within = tuple(context for context in contexts_of(fact) if not context.aspect)
    return with_topic(replace(fact, title="", contexts=within), question, (fact.term,)) or question


LOOSE = re.compile(
    r"(?:a |an |the |some |several |many )?(?:\w+ )?(?:few|parts?|types?|kinds?|forms?|sorts?"
    r"|pieces?|regions?|areas?|sections?|members?) (?:of )?",
    re.IGNORECASE,
)
"""*a part of the brain*, *a few spots*: much else is called otherwise."""


TREATED = re.compile(r"the \w{2,}ed (?:[\w-]+ ){0,2}[\w-]+$")
"""*the burnt sand*, of a name such as *Tolminite*: where that was done, only the note tells."""


def _is_short(term: str) -> bool:
    return " " not in term and sum(c.isupper() for c in term) > 1


def spells_letters(fact: Fact) -> bool:
    """Does a fact tell letters that not every reader knows?"""
    short = _is_short(fact.term) and stands_for(fact.term, fact.meaning)
    return short and not _well_known(fact.term)


WELL_KNOWN = {2: (0.2, 0.98), 3: (0.2, 0.8)}
"""Rarities, by number of letters, of what books write without a word: *AI*, *EU*, *UV*, *DNA*.

A rarity of 0 is an everyday word that happens to look the same: *who* and *WHO*."""


def _well_known(short: str) -> bool:
    """Does every reader know what the letters stand for?"""
    low, high = WELL_KNOWN.get(len(short), (1.0, 0.0))
    return low < rarity(short) < high


def one_of(words: str) -> str:
    """*large language models*, which one *LLM* is one of: *large language model*."""
    last = words.rpartition(" ")[2]
    return singular(words) if last.islower() else words
