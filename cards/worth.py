"""A question in, what a learner would think of it out: the score and what it is made of."""

from __future__ import annotations

import math
import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

from cards.english.causes import sign_of
from cards.english.definite import FRONT, without_front
from cards.english.rarity import rarity
from cards.model import Question

WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
SMALL = frozenset(
    """a an the of in on at to for from by with and or but as is are was were be been being
    do does did what which who why how when where it its they their them this that these
    those can could may might will would should must not no than then into over under until
    much many long more most""".split()
)
ABSTRACT = frozenset(
    """aspect factor role part benefit effect impact change result outcome issue problem need
    challenge potential level insight understanding approach method process information content
    context time value case example type kind use sense end work quality ability opportunity
    experience environment success development growth improvement knowledge skill idea concept
    decision behavior behaviour situation system strategy solution goal focus importance
    perspective relationship performance control performance resource support way thing people
    project team business company service product tool user task""".split()
)
"""Nouns of no field, of which an answer or a question can be full and say little."""
EVALUATING = frozenset(
    """fundamental crucial key important significant essential major powerful critical vital
    common unique complex popular valuable effective great good greater better best big high strong
    viable various different new profound positive negative overall deeper more easier
    sustainable strategic holistic meaningful personal""".split()
)
ANYBODY = frozenset(
    """people person individual individuals human humans user users one you someone companies
    company business businesses team teams developer developers customer customers student students
    investor investors leader leaders founder founders entrepreneur entrepreneurs man men woman
    women participants members parents speaker author host""".split()
)
LIGHT_VERBS = frozenset(
    """have play take make do get go come be seem appear become want like see look find try keep put
    set include involve represent mean require need use offer provide contain feature show reflect
    suggest help serve focus aim present become improve enhance enable allow create foster support
    influence affect impact reveal highlight emphasize ensure encourage maintain develop
    contribute""".split()
)
BEHIND = r"(?: (?:from|with|to|in|at|by|for|on|over|during|like|without|as)\b[^?]*)?\?$"
OPENLY = r"\bwhat (?:two things |three things )?(?:do|does|did|can|may|could|might|will)\b[^?]*\b"
GAPPED = r"(?:s|es|d|ed)? (?:of )?\[\.\.\.\]"


def _asking(verbs: str) -> re.Pattern[str]:
    """Questions for the object of some verbs, and gaps in its place."""
    return re.compile(rf"{OPENLY}(?:{verbs}){BEHIND}|\b(?:{verbs}){GAPPED}")


HAVING = _asking(
    "have|contain|possess|own|lack|involve|include|comprise|consist of|hold|use|feature"
)
"""*What does butter contain?*: much else, too."""
MAKING = _asking(
    "create|establish|launch|announce|develop|introduce|release|produce|build|form|make|start|open"
    "|propose|popularize"
)
"""*What did Intel announce?*: much else, too."""
HEDGE = re.compile(r"\b(?:can|may|might|could|should|would|often|typically|usually|potentially)\b")
PAST = re.compile(r"\b(?:did|was|were|had)\b")
YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


KNOWN_ACTOR = re.compile(r"\b(?:did|was|were|had) the [a-z]")
SOME_ACTOR = re.compile(r"\b(?:did|was|were|had) an? ")
TOLD_MORE = re.compile(r" (?:that|which|who|where) ")


def worth(question: Question, shown: str) -> tuple[float, tuple[tuple[str, float], ...]]:
    """How likely a strict learner keeps a card, 0 to 1, and the parts that weigh most.

    The weights were fitted to cards that strict readers judged one by one; ``weights.toml`` says
    how many. A part is a feature times its weight; the score is the logistic function of the sum.
    """
    weights = weights_of()
    parts = [(name, value * weights.get(name, 0.0)) for name, value in features(question, shown)]
    total = weights.get("bias", 0.0) + sum(part for _, part in parts)
    shown_parts = sorted((p for p in parts if abs(p[1]) >= 0.05), key=lambda p: (-abs(p[1]), p[0]))
    score = 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))
    return round(score, 4), tuple((name, round(part, 2)) for name, part in shown_parts)


@cache
def weights_of() -> Mapping[str, float]:
    """What each feature weighs; "bias" is what every card has, "sense" what it is about."""
    text = files("cards").joinpath("weights.toml").read_text("utf-8")
    return {name: float(value) for name, value in tomllib.loads(text)["weights"].items()}


def features(question: Question, shown: str) -> Iterator[tuple[str, float]]:
    """What is looked at, each about 0 to 1."""
    yield f"form {question.role.split('.')[-1]}", 1.0
    yield f"kind {question.role.split('.')[0]}", 1.0
    yield from _of_question(shown)
    yield from _of_answer(question.answer)
    yield from _of_both(question, shown)
    yield from _of_form(question, shown)


SAID_BEFORE = re.compile(r"\. \w.*\?|^When .*, (?:what|why|how) \w+ this\b")


LONG_TOPIC = 3
"""Words of a note's thing from which it is a vague one."""


def _of_question(shown: str) -> Iterator[tuple[str, float]]:
    low = shown.lower()
    words = WORD.findall(shown)
    told = [w for w in words if w.lower() not in SMALL]
    rare = [rarity(w) for w in told]
    names = [w for w in words[1:] if w[:1].isupper()]
    yield "question: rarest word", max(rare, default=0.0)
    yield "question: rarity on average", sum(rare) / max(1, len(rare))
    yield "question: telling words", min(4, sum(r >= 0.4 for r in rare)) / 4
    yield "question: words", min(len(words), 25) / 25
    yield "question: under six words", float(len(words) < 6)
    yield "question: over sixteen words", float(len(words) > 16)
    yield "question: content words", min(len(told), 10) / 10
    yield "question: abstract words", _share(told, ABSTRACT)
    yield "question: praise", _share(told, EVALUATING)
    yield "question: anybody", float(any(w.lower() in ANYBODY for w in told))
    yield "question: a name", float(bool(names))
    yield "question: past", float(bool(PAST.search(low)))
    yield "question: hedged", float(bool(HEDGE.search(low)))
    yield "question: a year", float(bool(YEAR.search(low)))
    front = FRONT.match(shown)
    yield "question: topic in front", float(front is not None)
    yield (
        "question: long topic in front",
        float(front is not None and len(front[0].split()) > LONG_TOPIC),
    )
    yield "question: a sentence before", float(SAID_BEFORE.search(shown) is not None)
    yield "question: setting in front", float(bool(re.match(r"^[^?:]+, (?:what|how|why)", low)))
    yield "question: strands", float(bool(re.search(r"\b(?:for|to|as|with|by|from|on)\?$", low)))
    yield "question: bare the", min(2, len(re.findall(r"\bthe \w+(?=[ ?])", low))) / 2
    yield "question: class named", float(low.startswith("which"))
    yield "question: what it has", float(bool(HAVING.search(low)))
    yield "question: what it makes", float(bool(MAKING.search(low)))


def _of_answer(answer: str) -> Iterator[tuple[str, float]]:
    words = WORD.findall(answer)
    told = [w for w in words if w.lower() not in SMALL]
    rare = [rarity(w) for w in told]
    yield "answer: rarest word", max(rare, default=0.0)
    yield "answer: rarity on average", sum(rare) / max(1, len(rare))
    yield "answer: a number", float(any(c.isdigit() for c in answer))
    yield "answer: a year", float(bool(YEAR.search(answer)))
    yield "answer: a name", float(any(w[:1].isupper() for w in words[1:]))
    yield "answer: capitals", float(any(w.isupper() and len(w) > 1 for w in words))
    yield "answer: one word", float(len(words) == 1)
    yield "answer: words over eight", max(0, len(words) - 8) / 8
    yield "answer: abstract words", _share(told, ABSTRACT)
    yield "answer: praise", _share(told, EVALUATING)
    yield "answer: several things", float(bool(re.search(r", \w+.* and |, and ", answer)))
    yield "answer: joined by and", float(" and " in answer)
    yield "answer: no rare word", float(max(rare, default=0.0) < 0.25)


def _of_both(question: Question, shown: str) -> Iterator[tuple[str, float]]:
    asked = [w.lower() for w in WORD.findall(shown) if w.lower() not in SMALL]
    answered = [w.lower() for w in WORD.findall(question.answer) if w.lower() not in SMALL]
    told = dict(question.signals)
    quote = question.evidence.quote.plain
    size = len(WORD.findall(quote))
    yield "parse", told.pop("parse", 1.0)
    yield "form", told.pop("form", 0.5)
    yield from told.items()
    yield "verb: light", float(any(w in LIGHT_VERBS for w in asked))
    yield "verb: causal", float(any(sign_of(w) for w in asked if w not in LIGHT_VERBS))
    yield "shared words", len({*asked} & {*answered}) / max(1, len(answered))
    yield "sentence: words", min(size, 40) / 40
    yield "sentence: share", min(1.0, (len(asked) + len(answered)) / max(1, size))
    yield "sentence: quotes", float('"' in quote or "“" in quote)
    yield "sentence: points", float(bool(re.match(r"(?:this|these|it|they|such)\b", quote, re.I)))


GROUPS = {
    "object": "object",
    "subject": "subject",
    "meaning": "definition",
    "gap": "gap",
    "number": "gap",
    "behind": "preposition",
    "complement": "preposition",
    "agent": "preposition",
    "purpose": "why",
    "reason": "why",
    "change": "change",
    "condition": "change",
    "expansion": "naming",
    "name": "naming",
}
SPECIFIC = re.compile(r"\b(?:that|which|who|where|used|designed|of|for|from|between|without)\b")


def _of_form(question: Question, shown: str) -> Iterator[tuple[str, float]]:
    """What weighs more in one form than in another."""
    group = GROUPS.get(question.role.split(".")[-1], "other")
    asked = [rarity(w) for w in WORD.findall(shown) if w.lower() not in SMALL]
    answered = [rarity(w) for w in WORD.findall(question.answer) if w.lower() not in SMALL]
    yield f"{group}: rarity of the question", sum(asked) / max(1, len(asked))
    yield f"{group}: rarity of the answer", sum(answered) / max(1, len(answered))
    yield f"{group}: past", float(bool(PAST.search(shown.lower())))
    yield f"{group}: hedged", float(bool(HEDGE.search(shown.lower())))
    yield f"{group}: the answer is told more of", float(bool(SPECIFIC.search(question.answer)))
    if question.role.endswith(".year"):
        yield from _of_year(question, shown)
    yield from _of_wording(question, shown)
    if question.role == "naming.expansion":
        few = re.match(r"What do(?:es)? (\w{2,3}) stand", shown) is not None
        yield "letters: topic in front", float(FRONT.match(shown) is not None)
        yield "letters: few, of no field", float(few)
    if group == "definition":
        yield "definition: topic in front", float(bool(FRONT.match(shown)))
        yield "definition: begins with a class", float(question.answer.startswith(("A ", "An ")))


def _of_wording(question: Question, shown: str) -> Iterator[tuple[str, float]]:
    """What readers keep more or less of within one form."""
    asked, bare = without_front(shown).lower(), not FRONT.match(shown)
    form = question.role.split(".")[-1]
    if form == "items":
        yield "items: which", float(asked.startswith("which"))
    elif form == "object":
        yield "object: what it can", float(bool(ABLE.match(asked)))
    elif form == "subject":
        yield "subject: what can do it", float(bool(WHAT_CAN.match(asked)))
        yield "subject: what leads to it", float(bare and bool(LEADS.search(asked)))
    elif form == "name":
        yield "name: topic in front", float(not bare)
    elif form == "means":
        yield "means: not by", float(not question.answer.startswith("By "))
    elif form == "meaning":
        yield "meaning: of a quoted term", float('"' in asked)
    elif form == "quantity":
        yield "quantity: how much", float(asked.startswith("how much "))


WHAT_CAN = re.compile(
    r"(?:[^?]*, )?(?:what|which [\w-]+(?: [\w-]+)?) (?:can|may|might|often|typically|usually)\b"
)
LEADS = re.compile(
    r"\b(?:lead|cause|result|increase|reduce|improve|enhance|impact|affect|influence|contribute|help)"
    r"s?\b"
)
"""What several things do to another: *What leads to rust?*"""
ABLE = re.compile(r"(?:[^?]*, )?what (?:can|may|could|might)\b")


def _of_year(question: Question, shown: str) -> Iterator[tuple[str, float]]:
    """What makes a year worth learning is the event: a plain one, with names, of the topic."""
    asked = without_front(shown)
    names = sum(w[:1].isupper() for w in WORD.findall(asked)[1:])
    yield "year: a comma", float("," in asked)
    yield "year: of something known", float(bool(KNOWN_ACTOR.search(asked)))
    yield "year: of some one", float(bool(SOME_ACTOR.search(asked)))
    yield "year: a first one", float(" first " in asked)
    yield "year: names", min(3, names) / 3
    yield "year: told more of", float(bool(TOLD_MORE.search(asked)))
    yield "year: words", min(25, len(WORD.findall(asked))) / 20
    yield "year: topic named", dict(question.signals).get("topic: named", 0.0)


def _share(words: list[str], wanted: frozenset[str]) -> float:
    found = sum(w.lower() in wanted or w.lower().removesuffix("s") in wanted for w in words)
    return found / max(1, len(words))
