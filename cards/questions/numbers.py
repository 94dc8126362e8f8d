"""Questions for numbers: how many, how much, how long, how thick, at what temperature."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from cards.english.clauses import MONTHS, PERCENT, Clause, Part, has_number, is_number
from cards.english.facts import Fact
from cards.english.phrases import bare_definite, dangling, is_plural, noun_words
from cards.english.speaking import Speaker
from cards.english.tree import Tree, is_counted, is_word
from cards.english.units import SCALED, is_cut, is_length, is_unit, unit_end
from cards.model import Gap
from cards.questions.amounts import (
    LEADING,
    MONEY,
    QUANTITIES,
    RATES,
    ROUGHLY,
    amounts,
    behind,
    counts_subject,
    is_money,
)
from cards.questions.drafts import (
    NAME_WITHIN,
    Draft,
    as_event,
    ask,
    ask_subject,
    draft,
    with_topic,
    with_topic_in_gap,
)
from cards.questions.measures import (
    BESIDE_UNIT,
    FRACTIONS,
    TIME_UNITS,
    beside_number,
    is_by_amount,
    takes_time,
    tells_number,
    tells_two,
)
from cards.questions.years import (
    is_day,
    is_life,
    is_of_another_month,
    is_of_clause_before,
    is_of_unnamed_shell,
    rest_of_time,
    stands_in_list,
    tells_finding,
)

LASTING = frozenset({"last", "take", "persist", "need", "require", "live", "continue", "wait"})
TIME_QUESTIONS = {
    "for": "For how long",
    "after": "After how long",
    "within": "Within what time",
    "in": "How quickly",
    "over": "Over what time",
    "before": "How long before",
    "": "How long",
    "between": "How long",
    "since": "Since when",
    "every": "How often",
    "during": "For how long",
}
YEAR = re.compile(r"^(?:1[0-9]|20)\d\d(?:s|[-–]\d{2,4})?$")
NO_GAP = re.compile(r"^(?:1[0-9]|20)\d\d|^mid|(?:st|nd|rd|th)$|^early|^late", re.IGNORECASE)
"""Years and dates, which a gap lets one guess by their form."""
NAMED = re.compile(r"[A-Za-z-]+[\d₀-₉²³]")
"""*G7*, *C8*, *x²*: a sign that has a digit."""
MEASURED = frozenset(
    """thick long wide tall deep high old heavy large big far fast small short thin young cold hot
    warm""".split()
)
"""Adjectives of which a measure tells how much."""
WEIGHED = {"cost": "How much", "weigh": "How much", "earn": "How much", "pay": "How much"}
WEIGHED |= {"measure": "How much", "last": "How long", "take": "How long"}
SCALES = {
    "degree": "temperature",
    "celsius": "temperature",
    "fahrenheit": "temperature",
    "hertz": "frequency",
    "hz": "frequency",
    "khz": "frequency",
    "mhz": "frequency",
    "ghz": "frequency",
    "volt": "voltage",
    "mph": "speed",
    "km": "distance",
    "kilometer": "distance",
    "mile": "distance",
    "meter": "distance",
    "psi": "pressure",
    "age": "age",
}
"""Units, and what they measure behind *at*."""
REACHING = frozenset({"to", "below", "above", "beyond"})
"""What stands before a number on a scale that something is brought to: *heated to 120 degrees*."""
ATTAINING = frozenset("reach hit exceed need require withstand tolerate survive attain".split())
"""Verbs whose object is a point of a scale: *reaches 864 degrees*; no *rose 3 degrees*."""
REACHED = frozenset({"temperature", "frequency", "voltage", "pressure"})
STANDING = frozenset("have own hold stand".split())
"""Verbs of what is so for a long time: *by* a year tells only when somebody looked."""
TRADE = frozenset(
    """acquire announce buy sell launch rebrand hire join visit sign merge invest purchase list
    partner strike retire resign appoint raise earn file complete expand""".split()
)
"""What firms and persons do in a year that nobody learns."""


def counted(fact: Fact) -> Iterator[Draft]:
    """Ask for a number: *How many …*, *By how much …*, *How long …*."""
    if fact.part is None:
        yield from _in_labelled_year(fact)
        return
    fact = _with_aim(_with_task(fact))
    speaker, part = fact.spoken, fact.told
    if speaker.clause.negated or _is_of_another_thing(speaker.tree, part.head):
        return
    if _may_be_of_inner(speaker) and year_of(speaker.tree, part) is None:
        return
    if speaker.clause.copula and speaker.tree.words[speaker.clause.verb].xpos == "VB":
        return  # "emissions were to fall by ten tons"
    for ask_for in (_composed, _value, _asked, _in_year, _share, _times, _measured, _contained):
        found = list(ask_for(fact, speaker, part))
        if found:
            yield from found
            return
    if is_day(speaker.tree, part):
        return  # "on 17 August"
    found = list(amounts(fact, speaker, part))
    yield from found or _hidden(fact, speaker, part)


def _with_task(fact: Fact) -> Fact:
    """*takes 40 years to fill*: the task stays in every question."""
    if not takes_time(fact.spoken.clause):
        return fact
    return replace(fact, speaker=replace(fact.spoken, keeps=fact.spoken.keeps | {"purpose"}))


def _with_aim(fact: Fact) -> Fact:
    """*held a contest to find the best lamp*, *answered by burning it*: of which, this tells."""
    speaker = fact.spoken
    parts = speaker.clause.all_parts("purpose", "means")
    fits = [(part.role, _is_aim(speaker, part)) for part in parts]
    aims = {role for role, fit in fits if fit} - {role for role, fit in fits if not fit}
    return replace(fact, speaker=replace(speaker, keeps=speaker.keeps | aims))


def _is_aim(speaker: Speaker, part: Part) -> bool:
    """A short *to …* right behind what was done, or the *by …* of a verb without an object."""
    tree, words = speaker.tree, speaker.part_words(part)
    if part.before or part.loose or len(words) > LONGEST_AIM or has_number(tree, part):
        return False
    if dangling(tree, words, speaker.instead, known=("subject",)):
        return False
    alone = speaker.clause.part("obj", "pred", "xcomp", "ccomp") is None
    told = part.role == "purpose" or (alone and not speaker.clause.passive)
    form = {"purpose": "VB", "means": "VBG"}[part.role]
    marker = {"purpose": "to", "means": "by"}[part.role]
    return told and part.marker == marker and tree.words[part.head].xpos == form


LONGEST_AIM = 10
"""Words of an aim: a longer one is a question of its own."""
MANY = re.compile(r"[A-Z]{2,}s")
"""*GPUs*, whatever the parser takes it for."""
LONGEST_VALUE = 6
"""Words of a measure."""
LONGEST_RANGE = 10
"""Words of *between 0.1 and 0.2 mg per hour*."""


def _value(fact: Fact, speaker: Speaker, part: Part) -> Iterator[Draft]:
    """*The boiling point of xenon is 165 K*: *What is the boiling point of xenon?*

    Also of *yields for rye*, and of *as the boiling point is …*; of an answer up to its comma.
    """
    tree, head = speaker.tree, speaker.clause.subject
    if part.role != "pred" or part.before or head is None:
        return
    words = speaker.part_words(part)
    words = _up_to_comma(tree, words)
    joined = {tree.lemma(k) for k in tree.kids(part.head, "mark")}
    stands_before = part.marker not in {"", "between", *joined}
    if not words or stands_before or not _has_value(tree, head):
        return
    first = next((w for w in words if tree.lemma(w) not in USUALLY), words[0])
    told = is_number(tree, first) or tree.lemma(first) in ROUGHLY or _is_currency(tree, first)
    figures = [w for w in words if is_number(tree, w)]
    if not any(len(tree.words[w].text) > 1 or tree.words[w].text.isdigit() for w in figures):
        return
    between = tree.lemma(first) == "between"
    longest = LONGEST_RANGE if between else LONGEST_VALUE
    if not told or len(words) > longest or dangling(tree, words, speaker.instead):
        return
    if tree.lemma(first) == "one" or any(YEAR.match(tree.words[w].text) for w in words):
        return
    words = words[words.index(first) :] if between else words
    question = ask(fact, "What", [part])
    yield draft(fact, "quantity", "measure", question, tree.say(words, speaker.around), 0.9)


def _composed(fact: Fact, speaker: Speaker, part: Part) -> Iterator[Draft]:
    """*Brass is about 60% copper*: *What percentage of brass is copper?*"""
    tree = speaker.tree
    words = speaker.part_words(part)
    signs = [w for w in words if tree.words[w].text in PERCENT]
    if part.role != "pred" or part.marker or len(signs) != 1 or signs[0] >= part.head:
        return
    stuff, number = words[words.index(signs[0]) + 1 :], words[: words.index(signs[0]) + 1]
    apart = tree.kid(part.head, "conj", "det", "nmod:poss") is not None
    if tree.words[part.head].upos not in NOUNS or apart or dangling(tree, stuff, speaker.instead):
        return
    whole = replace(speaker, subject=f"What percentage of {speaker.subject}", plural=False)
    front, behind = whole.kept([part])
    if front or behind or whole.unclear([part]) or whole.points_back([part]):
        return
    group = whole.group()
    said = (whole.subject, group.aux, group.between, group.main, tree.say(stuff, whole.around))
    question = with_topic(fact, f"{' '.join(filter(None, said))}?", whole.open_nouns([part]))
    yield draft(fact, "quantity", "share", question, tree.say(number), 0.9)


NOUNS = frozenset({"NOUN", "PROPN"})


def _has_value(tree: Tree, head: int) -> bool:
    """*the boiling point of xenon*, *yields for rye*: a noun that a number is told of."""
    named = tree.kids(head, "nmod", "acl", "amod", "compound")
    owned = {tree.lemma(k) for k in tree.kids(head, "det", "nmod:poss")}
    bare = not owned and tree.lemma(head) in QUANTITIES | {"reading"}
    return bool(named) and (bool(owned - {"a", "an"}) or bare)


def _is_currency(tree: Tree, index: int) -> bool:
    return bool(MONEY.search(tree.words[index].text))


USUALLY = frozenset("typically usually generally normally often".split())
"""Adverbs before a value that is told by *between*."""


def _asked(fact: Fact, speaker: Speaker, part: Part) -> Iterator[Draft]:
    tree = speaker.tree
    words = noun_words(tree, part.head)
    if part.role == "pred" and tree.words[part.head].upos == "ADJ":
        yield from _how_thick(fact, speaker, part)
        return
    if dangling(tree, words, speaker.instead) or (part.role == "obj" and speaker.clause.passive):
        return
    if tells_of(speaker.clause, part):
        return
    beside = beside_number(tree, part.head, words)
    wh, answer = _how_much(speaker, part, [w for w in words if w not in beside])
    if not wh or not tells_number(tree, answer):
        return
    scale = [p for p in speaker.clause.parts if p.words == (part.head + 1,) and _is_scale(tree, p)]
    scale += [p for p in speaker.clause.parts if p.marker == "per" and wh.endswith("what speed")]
    told = [part, *scale, *_told_twice(speaker, part, wh)]
    question = _without_only(speaker, _ask_beside(fact, wh, told, beside))
    answer = [*answer, *(w for p in scale for w in p.words)]
    said = tree.say([*_roughly(tree, part, answer), *answer], speaker.around)
    said = f"in {said}" if wh == TIME_QUESTIONS["in"] else said
    yield draft(fact, "quantity", "quantity", question, said, 0.9)


def _is_of_another_thing(tree: Tree, head: int) -> bool:
    """*weigh 40 percent as much as steel*: of what something else does."""
    after = tree.words[head + 1 : head + 2]
    return tree.words[head].text in PERCENT and any(w.text.lower() == "as" for w in after)


def _ask_beside(fact: Fact, wh: str, asked: Sequence[Part], beside: Sequence[int]) -> str:
    """A question with what stands beside its number where the sentence has it."""
    speaker = fact.spoken
    said = speaker.tree.say(beside, speaker.around)
    last = any(part.words[0] < beside[0] for part in speaker.kept(asked)[1]) if beside else False
    return behind(ask(fact, wh, asked), said) if last else ask(fact, wh, asked, strand=said)


def _without_only(speaker: Speaker, question: str) -> str:
    """*What temperature can water reach?*, where it can *only* reach so much."""
    alone = any(speaker.tree.lemma(p.head) == "only" for p in speaker.clause.all_parts("advmod"))
    return question.replace(" only ", " ") if alone else question


def _told_twice(speaker: Speaker, part: Part, wh: str) -> Iterator[Part]:
    """Parts that say a number once more: *from 1624 to 1662, for 38 years*, *at room temperature*.

    The second is of another clause, where what is asked is a temperature too.
    """
    tree, asked = speaker.tree, wh.rpartition(" ")[2]
    for other in speaker.clause.all_parts("obl", "time"):
        if other == part:
            continue
        years = sum(bool(YEAR.match(tree.words[w].text)) for w in other.words)
        spans = years > 1 and "how long" in wh.lower()
        if spans or (other.before and tree.lemma(other.head) == asked):
            yield other


def _is_scale(tree: Tree, part: Part) -> bool:
    """*0 degrees Celsius*, of which the reader took *Celsius* for a part by itself."""
    return tree.lemma(part.head) in SCALED


def _roughly(tree: Tree, part: Part, answer: list[int]) -> list[int]:
    """*about*, *at least* before a number that a noun phrase does not hold."""
    rough = {"about", "over"} - {part.marker}  # "over four years" tells over what time
    return [w for w in part.words if w < min(answer) and tree.lemma(w) in rough]


TELLING = frozenset("write speak talk think ask know read hear learn sing".split())
"""Verbs behind which *about* tells of what, and not that a number is rough."""


def tells_of(clause: Clause, part: Part) -> bool:
    """*wrote about six ranks*: of what, not how many."""
    about = [w for w in part.words if clause.tree.lemma(w) == "about"]
    return clause.lemma in TELLING and clause.verb + 1 in about


def _how_much(speaker: Speaker, part: Part, words: list[int]) -> tuple[str, list[int]]:
    """The words that ask for a number, and the words of the answer; empty where none fit."""
    tree, clause = speaker.tree, speaker.clause
    noun, marker, text = tree.lemma(part.head), part.marker, tree.say(words)
    if any(YEAR.match(word) for word in text.split()) or ", " in text:
        return "", []
    if _is_beside_the_point(speaker, part):
        return "", []
    weighed = WEIGHED.get(clause.lemma, "") if clause.part("xcomp") is None else ""
    if part.role == "obj" and weighed and (weighed == "How long") == (noun in TIME_UNITS):
        return weighed, words
    if noun in TIME_UNITS:
        return _how_long(tree, part), [*_between(tree, part), *words]
    told = any(is_number(tree, w) or tree.lemma(w) in FRACTIONS for w in words)
    told = told and is_by_amount(tree, part.head, words)
    if marker == "by" and told and not re.search(r"\d{4}|[Mm]id", text):
        return "By how much", words
    scale = "" if noun in QUANTITIES else _scale(tree, part, text)
    if marker == "at" and scale in {"", noun}:
        return "", []  # "at core temperatures of 900 °C" is asked for by another writer
    if scale and _is_on_scale(marker, scale, tree.lemma(words[0])):
        return f"{marker.capitalize()} what {scale}", words
    share = "%" in text or noun in {"percent", "percentage"} or is_money(tree, part.head)
    if share or part.role != "obj":
        return "", []
    if scale == "temperature" and clause.lemma in ATTAINING:
        of_itself = clause.subject is not None and tree.lemma(clause.subject) == scale
        return ("", []) if of_itself else ("What temperature", words)
    wh, number = _how_much_of(tree, part.head, words) or _how_many(tree, part.head, words)
    return wh, [*_between(tree, part), *number]


def _is_beside_the_point(speaker: Speaker, part: Part) -> bool:
    """Two measures at once, a period, or the time in which so much was done: no one number."""
    period = part.marker == "in" and speaker.clause.lemma in COMING_BACK
    return period or tells_two(speaker.tree, part.head) or _tells_how_much_then(speaker, part)


COMING_BACK = frozenset("orbit circle revolve rotate return recur occur happen expire".split())
"""Verbs of a period: nobody asks *how quickly* the tide returns."""


def _tells_how_much_then(speaker: Speaker, part: Part) -> bool:
    """*lost 9% in a week*, *shipped 40 looms over two years*: how much it was, not how soon.

    So is *dries in an hour, by the time the kiln is cold*: when it was is told twice.
    """
    tree, clause = speaker.tree, speaker.clause
    timed = part.marker in {"in", "over", "after"} and tree.lemma(part.head) in TIME_UNITS
    others = [p for p in clause.parts if p != part and not set(p.words) & set(part.words)]
    told = [w for p in others for w in p.words] + list(speaker.words)
    return timed and any(
        (is_number(tree, w) and not _is_in_name(tree, w)) or tree.lemma(w) == "time" for w in told
    )


def _is_in_name(tree: Tree, number: int) -> bool:
    """*Apollo 11*, *the 2004 flood*: a number that counts nothing."""
    word = tree.words[number]
    before = tree.words[number - 1].text if number else ""
    names = before[:1].isupper() and number == word.head + 1
    return names or (YEAR.match(word.text) is not None and not word.dep.startswith("obl"))


def _between(tree: Tree, part: Part) -> list[int]:
    """The first word of *between 38 and 45 minutes*."""
    return tree.kids(part.head, "case") if part.marker == "between" else []


POLES = frozenset("north south east west latitude longitude N S E W".split())
"""*at 51 degrees north*: where, not how warm."""


def _scale(tree: Tree, part: Part, text: str) -> str:
    """What a unit measures: *35 miles* a distance, *35 miles (56 km) per hour* a speed."""
    scale = "temperature" if "°" in text else SCALES.get(tree.lemma(part.head), "")
    if POLES & set(text.split()):
        return ""
    a_time = any(word.text.lower() == "per" for word in tree.words[part.head :])
    return "speed" if scale == "distance" and a_time else scale


def _is_on_scale(marker: str, scale: str, first: str) -> bool:
    """*at 5 volts*, *heated to 120 degrees*, but not *to as low as 2 Hz*."""
    return marker == "at" or (marker in REACHING and scale in REACHED and first != "as")


def _how_long(tree: Tree, part: Part) -> str:
    lasting = tree.lemma(tree.words[part.head].head) in LASTING
    told = tree.kid(part.head, "nmod", "acl") is not None
    near = {tree.lemma(k) for k in tree.kids(part.head, "amod")}
    if near & {"last", "past", "next", "recent", "first", "same", "following", "previous"}:
        return ""
    if tree.lemma(part.head) == "century":
        return ""  # can be guessed: no strict reader kept one of six
    return (
        ""
        if told or (part.marker in {"", "between"} and not lasting)
        else TIME_QUESTIONS.get(part.marker, "")
    )


def _how_much_of(tree: Tree, head: int, words: list[int]) -> tuple[str, list[int]] | None:
    """*draws 10 kW of power*: *How much power does it draw?* None where no unit is cut short."""
    of, unit = tree.of(head), tree.words[head]
    plain = set(tree.kids(head)) <= {of, *tree.kids(head, "nummod", "advmod", "punct")}
    if of is None or not plain or tree.kid(head, "nummod") is None or unit.xpos == "NNS":
        return None
    if len(unit.text) > LONGEST_UNIT or (is_word(unit.text.lower()) and unit.text.islower()):
        return None
    stuff = [w for w in words if w in tree.below(of) and w not in tree.kids(of, "case")]
    told = [w for w in words if w not in tree.below(of)]
    return f"How much {tree.say(stuff)}", told


LONGEST_UNIT = 4
"""Letters of a unit that is cut short: *kW*, *GB*, *mmol*."""


def _how_many(tree: Tree, head: int, words: list[int]) -> tuple[str, list[int]]:
    if tree.words[head].xpos not in {"NNS", "NNPS"} and not MANY.fullmatch(tree.words[head].text):
        return "", []
    number = [w for w in words if w < head and w in _number_branch(tree, head)]
    number = [w for w in words if number and w < min(number) and _is_rough(tree, w)] + number
    rest = tree.say([w for w in words if w not in number and tree.dep(w) != "det"])
    if rest == tree.words[head].text and is_unit(tree, head) and not is_length(tree, head):
        return "", []  # "removes 200 mg": of what?
    plain = number and 0 < len(rest.split()) <= 6 and tree.lemma(number[-1]) != "one"
    if any(tree.kid(other, "nummod") is not None for other in tree.kids(head, "conj")):
        return "", []  # "two atoms of aluminum and three of oxygen"
    if any(tree.words[other].xpos == "NN" for other in tree.kids(head, "conj")):
        return "", []  # "two barrels and a plan": only the barrels are counted
    if tree.kid(head, "nmod:poss") is not None:
        return "", []  # "its two kilns"
    return (f"How many {rest}", number) if plain else ("", [])


def _is_rough(tree: Tree, index: int) -> bool:
    """*more than* of *more than 1 cm*, whatever the reader took it for."""
    return tree.lemma(index) in {"more", "less", "than"}


ABOUT = frozenset({"about", "approximately", "around", "roughly", "over", "only", "nearly"})


def _number_branch(tree: Tree, head: int) -> set[int]:
    found: set[int] = set()
    for kid in tree.kids(head, "nummod"):
        found.update(tree.below(kid))
    for kid in tree.kids(head, "advmod"):
        if kid < head and tree.lemma(kid) in ABOUT:
            found.update(tree.below(kid))
    return found


def _how_thick(fact: Fact, speaker: Speaker, part: Part) -> Iterator[Draft]:
    """*is 7 mm thick*, *can be as large as 36 mm*: *How thick is it?*"""
    tree, clause = speaker.tree, speaker.clause
    adjective = tree.words[part.head].text.lower()
    if adjective not in MEASURED or tree.kid(part.head, "conj") is not None:
        return
    for measure in clause.all_parts("obl"):
        number = has_number(tree, measure)
        if not number or measure.marker not in {"", "as", "at"}:
            continue
        words = noun_words(tree, measure.head)
        if dangling(tree, words, speaker.instead):
            continue
        group = speaker.group()
        front, behind = speaker.kept([part, measure])
        rest = " ".join(speaker.part(p) for p in behind)
        tail = " ".join(filter(None, (group.main, rest)))
        question = f"How {adjective} {group.aux} {speaker.subject} {tail}".strip() + "?"
        if front:
            return
        question = with_topic(fact, question, speaker.open_nouns([part, measure]))
        answer = tree.say([*_lead(tree, words), *words], speaker.around)
        yield draft(fact, "quantity", "measure", question, answer, 0.92)
        return


def _lead(tree: Tree, words: list[int]) -> list[int]:
    first = min(words)
    return (
        [first - 1]
        if first and tree.lemma(first - 1) in ROUGHLY - {"at", "to", "than", "as"}
        else []
    )


def _stands_aside(clause: Clause, part: Part) -> bool:
    """*The sieve, published in 1961, splits sand*: a year of what stands in commas."""
    subject, now = clause.subject, clause.tag in {"VBZ", "VBP"}
    return now and subject is not None and subject < part.head < clause.verb


def _is_of_another(speaker: Speaker, part: Part) -> bool:
    """Is a year of something beside a clause, and not of what it tells?"""
    aside = _stands_aside(speaker.clause, part)
    aside = aside or is_of_clause_before(speaker, part)
    return aside or stands_in_list(speaker.tree, part) or is_of_another_month(speaker, part)


def _in_year(fact: Fact, speaker: Speaker, part: Part) -> Iterator[Draft]:
    """*In what year was the fuse invented?*"""
    tree, origin = speaker.tree, _origin(speaker, part)
    year = year_of(tree, part) or origin
    if year is None or speaker.clause.lemma in TRADE or _was_so(speaker, part.marker):
        return
    clause = speaker.clause
    half = origin is None and is_half_told(speaker)
    if half or _is_of_another(speaker, part) or _is_not_learned(speaker):
        return
    text = tree.words[year].text
    lasts = tree.words[clause.verb].xpos == "VBG"
    if lasts or _tells_how_much(speaker, part) or _done_by_event(speaker, part):
        return
    if part.marker == "by" and clause.lemma in STANDING:
        return  # *was searching*, *spent 15% on clothing*: the year is only when
    if part.marker == "since" and clause.tag == "VBD":
        return  # "joined the guild, a firm of repute since 1911": the repute
    asked = "decade" if text.endswith("s") else "year"
    marker = "in" if part.marker == "on" else part.marker
    since = "Since what year" if asked == "year" else "Since when"
    wh = since if marker == "since" else f"{marker.capitalize()} what {asked}"
    if asked == "decade" and marker in {"in", "by"} and _is_part_of(tree, part):
        wh, asked = ("When" if marker == "in" else "By when"), "part"
    when = rest_of_time(speaker, part)
    if part.marker == "by" and (clause.passive or clause.lemma in TURNING):
        fact = replace(fact, speaker=replace(speaker, perfect=True))
    if part.marker == "by" and _goes_on(fact.spoken):
        return
    question = as_event(fact, ask(fact, wh, [part, *when, *_named_already(speaker)]))
    answer = text if asked == "year" else speaker.part(part, bare=True)
    if asked == "part" and marker == "in":
        answer = f"in {answer}"
    yield draft(fact, "quantity", "year", question, answer, 0.72)


def _tells_how_much(speaker: Speaker, year: Part) -> bool:
    """*by 1950, half of the land was drained*, *sold 40 looms*: that is asked, and not the year."""
    clause, tree = speaker.clause, speaker.tree
    others = [p for p in clause.all_parts("obj", "pred", "obl") if p != year]
    heads = [p.head for p in others] + ([] if clause.subject is None else [clause.subject])
    told = any(has_number(tree, p) for p in others) or counts_subject(speaker)
    return told or any(_share_of_subject(tree, head) for head in heads)


def _goes_on(speaker: Speaker) -> bool:
    """*by 1950, mills are being built*, *mills decreased*: so it was before, too."""
    aux = speaker.group().aux
    done = aux == "did" and speaker.clause.part("obj", "pred", "xcomp", "ccomp") is not None
    return not done and aux not in {"had", "could"}


DATING = frozenset("go trace reach stretch".split())
"""Verbs of what is old, with *back*."""


def _origin(speaker: Speaker, part: Part) -> int | None:
    """*dates from 1317*, *goes back to the 1940s*: the year in which something began."""
    clause = speaker.clause
    back = any(speaker.tree.lemma(p.head) == "back" for p in clause.all_parts("advmod"))
    told = clause.lemma == "date" or (clause.lemma in DATING and back)
    within = any(speaker.tree.lemma(w) == "back" for w in part.words)
    if not told or within or part.marker not in {"to", "from"}:
        return None
    return year_of(speaker.tree, replace(part, marker="in"))


def _in_labelled_year(fact: Fact) -> Iterator[Draft]:
    """*1913: Elda Tolmin patents a lamp*: *In what year did Elda Tolmin patent a lamp?*"""
    fact = _with_aim(fact)
    speaker, clause, tree = fact.spoken, fact.spoken.clause, fact.spoken.tree
    if clause.negated or clause.lemma in TRADE or _was_so(speaker, "in") or clause.copula:
        return
    parts = [p for p in clause.parts if p.role in {"obl", "time", "condition"}]
    dated = any(YEAR.match(tree.words[w].text) for part in parts for w in part.words)
    lasts = tree.words[clause.verb].xpos == "VBG" or counts_subject(speaker)
    if dated or lasts or is_half_told(speaker) or clause.subject is None:
        return
    if _is_not_learned(speaker):
        return
    if _share_of_subject(tree, clause.subject):
        return
    fact = replace(fact, speaker=replace(speaker, subject=_with_the(speaker)))
    question = as_event(fact, ask(fact, "In what year", _beside_label(speaker)))
    if not NAME_WITHIN.search(question) and ": " not in question:
        return  # "seizures began": where?
    yield draft(fact, "quantity", "year", question, fact.year, 0.72)


def _with_the(speaker: Speaker) -> str:
    """*1913: mill moved to Tolmin*: the mill of which a list of years tells, as it leaves out."""
    tree, head, said = speaker.tree, speaker.clause.owner, speaker.subject
    bare = speaker.words == (head,) and head not in speaker.instead
    one = bare and said.islower() and tree.words[head].xpos == "NN" and is_counted(said)
    return f"the {said}" if one else said


def _beside_label(speaker: Speaker) -> list[Part]:
    """What a question for the year of a label does without."""
    return [*rest_of_time(speaker), *_named_already(speaker)]


def _is_not_learned(speaker: Speaker) -> bool:
    """Is the year of a clause the least that it tells?"""
    return is_life(speaker) or tells_finding(speaker) or is_of_unnamed_shell(speaker)


TURNING = frozenset(
    """begin start become win lose reach overtake surpass exceed abandon discard shift switch turn
    leave finish end cease stop establish build introduce replace spread drain grow shut open
    collapse vanish disappear achieve""".split()
)
"""Verbs of what is over at once: *By what year had it begun?*, not *had it shown*."""


def _is_part_of(tree: Tree, part: Part) -> bool:
    """*the early 1960s*: when it was, and no decade."""
    return any(PARTLY.match(tree.words[w].text) for w in part.words)


PARTLY = re.compile(r"(?:early|late|mid)\b", re.IGNORECASE)


def _done_by_event(speaker: Speaker, part: Part) -> bool:
    """*was helped by the entry into a league in 1931*: the year of the entry."""
    tree = speaker.tree
    agents = [p for p in speaker.clause.all_parts("agent") if p.head < part.head]
    words = [w for p in agents for w in p.words]
    return bool(words) and not any(tree.words[w].upos == "PROPN" for w in words)


HALF = frozenset(
    """try attempt react invade introduce publish release develop build produce make
    establish invent discover adopt approve seize capture conquer take give get put bring use buy
    see find want found""".split()
)
"""More verbs that say nothing without what they are done to; ``unfinished`` has others."""
GOING = frozenset("go come move proceed act".split())
OPENING = frozenset("open have make give sign start".split())
"""Verbs of what is done many times: *opened a school* does not tell which."""


def is_half_told(speaker: Speaker) -> bool:
    """*Norvia followed in 1912*, *it went further*, *opened a school*: which time?"""
    clause, tree = speaker.clause, speaker.tree
    kept = [p for side in speaker.kept() for p in side if not has_number(tree, p)]
    obj = clause.part("obj")
    if clause.passive or clause.inner is not None or clause.part("xcomp", "ccomp") is not None:
        return False
    if obj is None and not kept and _shares_object(tree, clause.verb):
        return True
    if clause.lemma in GOING:
        return not any(p.role == "obl" for p in kept) or any(
            tree.lemma(p.head) == "back" for p in clause.all_parts("advmod")
        )
    if obj is None:
        to_whom = clause.lemma == "give" and not any(p.role == "obl" for p in kept)  # "gave in"
        return to_whom or (clause.lemma in HALF and clause.part("particle", "pred") is None)
    if clause.lemma == "give" and tree.lemma(obj.head) == "birth":
        return True
    bare = {tree.lemma(k) for k in tree.kids(obj.head)} <= {"a", "an"}
    alone = not any(p.role == "obl" for p in kept)
    return clause.lemma in OPENING and alone and bare and bool(tree.kids(obj.head, "det"))


def _shares_object(tree: Tree, verb: int) -> bool:
    """*The cats raised their tails, stalked and attacked mice*: the mice are what they stalked."""
    row = [verb, tree.words[verb].head] if tree.dep(verb) == "conj" else [verb]
    joined = [k for v in row for k in tree.kids(v, "conj") if k == verb + 2]
    return any(tree.kid(k, "obj") is not None and tree.kid(k, "nsubj") is None for k in joined)


STATES = frozenset("be remain rank belong exist consist contain include comprise".split())
"""Verbs of what is so in many years."""


def _was_so(speaker: Speaker, marker: str) -> bool:
    """*was the largest mill in 1913*, *had earned a profit in 1913*: in other years too."""
    clause, tree = speaker.clause, speaker.tree
    if marker in {"since", "until"}:
        return False
    had = any(tree.words[a].xpos == "VBD" and tree.lemma(a) == "have" for a in clause.auxes)
    return clause.lemma in STATES or (had and marker != "by")


def _named_already(speaker: Speaker) -> list[Part]:
    """*Hamming codes were invented by Richard Hamming*: who did it, where the subject says it."""
    agents = speaker.clause.all_parts("agent")
    said = {w.removesuffix("s") for w in speaker.subject.split() if w[:1].isupper()}
    told = {speaker.tree.words[w].text for part in agents for w in part.words}
    return [*agents] if told & said else []


DAY = re.compile(r"[0-3]?\d(?:st|nd|rd|th)?")


def year_of(tree: Tree, part: Part) -> int | None:
    """The year that a part tells: *in 1912*, *in late 1912*, *in May 1912*, *on 3 May 1912*."""
    if part.role != "obl" or part.marker not in {"in", "on", "by", "since", "until", "around"}:
        return None
    apart = {"case", "advmod", "punct", "det"}
    told = [w for w in part.words if tree.dep(w) not in apart and tree.lemma(w) not in PART_OF]
    years = [w for w in told if YEAR.match(tree.words[w].text)]
    months = [w for w in told if tree.words[w].text.lower() in MONTHS]
    days = [w for w in told if DAY.fullmatch(tree.words[w].text)]
    if len(years) != 1 or len(told) != 1 + len(days) + len(months):
        return None
    if CENTURY.fullmatch(tree.words[years[0]].text) or (part.marker == "on" and not months):
        return None
    return years[0] if months or years[0] == part.head else None


PART_OF = frozenset({"early", "late", "mid"})
CENTURY = re.compile(r"1[0-9]00s")
"""*the 1600s*, which is no decade."""


def _share(fact: Fact, speaker: Speaker, part: Part) -> Iterator[Draft]:
    """*covers 30% of the land*: *What percentage of the land does it cover?*

    So is asked for what something *accounts for*, and for *two thirds* of a thing.
    """
    tree = speaker.tree
    words = noun_words(tree, part.head)
    strand = part.marker if speaker.clause.lemma == "account" and part.marker == "for" else ""
    wh = _share_word(tree, part.head)
    inside = part.role == "obl" and not part.before and part.marker in HOLDING
    inside = inside and (speaker.clause.lemma, part.marker) not in LEADING
    asked = strand or inside or part.role in {"obj", "pred"}
    if not wh or not asked or tree.kid(part.head, "conj"):
        return
    of = tree.of(part.head)
    if of is None:
        return
    branch = set(tree.below(of))
    inside_of = [*tree.kids(part.head, "nmod"), *tree.kids(of, "nmod")]
    spent = [k for k in inside_of if k > of and tree.marker(k) == "on"]
    apart = [w for w in words if any(w in tree.below(k) for k in spent)]
    said = [w for w in words if (w in branch or w > of) and w not in apart]
    thing = tree.say(said, speaker.around)
    if not said or thing.endswith(("'s", "’s")):
        return  # "a quarter of France's"
    told = {w for k in tree.kids(part.head, *COUNTING) for w in tree.below(k)} | {part.head}
    number = [w for w in words if w in told and w < min(said)]
    again = any(tree.words[w].text in PERCENT for w in said)
    if not number or again or dangling(tree, [*said, *apart], speaker.instead):
        return  # "40% of the nickel and 20% of the tin"
    wh = f"{part.marker.capitalize()} {wh[0].lower()}{wh[1:]}" if inside else wh
    wh = "How much" if _is_of_whole(speaker, of) else wh
    question = speaker.ask(f"{wh} {thing}", [part], strand=strand)
    question = behind(question, tree.say(apart, speaker.around))  # "spend 5% of income on shoes"
    if speaker.unclear([part]) or speaker.points_back([part]):
        return
    unnamed = [tree.lemma(w) for w in said if bare_definite(tree, w, set(said))]
    question = with_topic(fact, question, [*speaker.open_nouns([part]), *unnamed])
    yield draft(fact, "quantity", "share", question, tree.say(number, speaker.around), 0.9)


EQUALLING = frozenset("constitute comprise equal total".split())


def _may_be_of_inner(speaker: Speaker) -> bool:
    """*fought the sale of salt, which constituted 9%*, *put sales at 9 lamps, constituting 4%*.

    Of the sale or of the salt, of the sales or of who counts them?
    """
    clause, tree = speaker.clause, speaker.tree
    noun = tree.words[clause.verb].head
    if clause.lemma not in EQUALLING or noun < 0:
        return False
    if clause.kind == "relative":
        return tree.comma_before(clause.verb) and tree.of(noun) is not None
    return clause.tag == "VBG" and tree.kid(noun, "obj") is not None


def _is_of_whole(speaker: Speaker, stuff: int) -> bool:
    """*contains 2% of a salt*: maybe 2% of what contains it."""
    return speaker.clause.lemma == "contain" and not is_plural(speaker.tree, stuff)


def _up_to_comma(tree: Tree, words: list[int]) -> list[int]:
    comma = next((n for n, w in enumerate(words) if tree.words[w].text == ","), len(words))
    return words[:comma]


HOLDING = frozenset({"in", "to", "on"})
"""Prepositions before a share of those of whom something is so: *in 4% of adults*."""


def _share_word(tree: Tree, head: int) -> str:
    """The words that ask for *30%* or *two thirds*; empty where a phrase tells no share."""
    if tree.words[head].text in PERCENT:
        return "What percentage"
    counted = tree.kid(head, "nummod", "det") is not None
    return "What share" if tree.lemma(head).removesuffix("s") in FRACTIONS and counted else ""


def _share_of_subject(tree: Tree, head: int) -> str:
    """The words that ask for the share that does something: *half of adults smoke*, too."""
    return "What share" if tree.lemma(head) == "half" else _share_word(tree, head)


COUNTING = ("nummod", "advmod", "det", "amod", "compound", "case", "punct")
"""What stands before *percent* and goes with its number."""


def _times(fact: Fact, speaker: Speaker, part: Part) -> Iterator[Draft]:
    """*uses 20 times more energy than copper*: *How many times more energy than copper …?*"""
    tree = speaker.tree
    words = noun_words(tree, part.head)
    times = [w for w in words if tree.lemma(w) in {"time", "times"} and is_number(tree, w - 1)]
    if part.role not in {"obj", "pred"} or len(times) != 1:
        return
    inside = [p for p in speaker.clause.parts if p != part and set(p.words) <= set(words)]
    low = min(_number_branch(tree, times[0]), default=times[0])
    rest = [w for w in words if w > times[0]]
    compared = rest and (tree.words[rest[0]].xpos in {"JJR", "RBR"} or tree.lemma(rest[0]) == "as")
    if not compared or low == times[0] or words[0] < low - 2:
        return
    thing = tree.say(rest, speaker.around)
    if not {"than", "as"} & set(thing.split()) or dangling(tree, rest, speaker.instead):
        return
    number = [*_lead(tree, list(range(low, times[0]))), *range(low, times[0])]
    question = ask(fact, f"How many times {thing}", [part, *inside])
    yield draft(fact, "quantity", "times", question, tree.say(number, speaker.around), 0.9)


def _measured(fact: Fact, speaker: Speaker, part: Part) -> Iterator[Draft]:
    """*reaches a speed of 40 km/h*: *What speed does it reach?*; *at a speed of …*."""
    tree = speaker.tree
    of = tree.of(part.head)
    if part.role not in {"obj", "obl"} or tree.lemma(part.head) not in QUANTITIES or of is None:
        return
    if tree.kid(part.head, "conj", "acl") is not None or part.before:
        return
    if part.marker == "with" and tree.comma_before(part.head):
        return  # "kept the largest, with an error of 2%": the error of all that
    if {tree.lemma(k) for k in tree.kids(part.head, "det", "nmod:poss")} - {"a", "an"}:
        return
    words = noun_words(tree, part.head)
    beside = [w for w in beside_number(tree, part.head, words, BESIDE_UNIT) if w > of]
    told = [w for w in words if w > min(tree.below(of)) and w not in tree.kids(of, "case")]
    told = _up_to_comma(tree, [w for w in told if w not in beside])
    if not told or not (is_number(tree, told[0]) or tree.lemma(told[0]) in ROUGHLY):
        return
    asked = [w for w in words if w <= part.head and tree.dep(w) != "det"]
    if not has_number(tree, part) or dangling(tree, told, speaker.instead):
        return
    wh = " ".join(filter(None, (part.marker, "what", tree.say(asked, speaker.around))))
    question = _ask_beside(fact, f"{wh[0].upper()}{wh[1:]}", [part], beside)
    yield draft(fact, "quantity", "measured", question, tree.say(told, speaker.around), 0.9)


def _contained(fact: Fact, speaker: Speaker, part: Part) -> Iterator[Draft]:
    """*contains about 2% salt*: *How much salt does it contain?*"""
    tree = speaker.tree
    words = noun_words(tree, part.head)
    signs = [w for w in words if tree.words[w].text in PERCENT and w < part.head]
    if part.role != "obj" or len(signs) != 1 or is_plural(tree, part.head):
        return
    asked, told = (
        [w for w in words if w > signs[0]],
        [w for w in words if w <= signs[0] and tree.dep(w) != "det"],
    )
    if tree.kid(part.head, "conj", "acl") is not None or {tree.dep(w) for w in asked} & {"amod"}:
        return
    if tree.lemma(part.head) in RATES:
        return  # "a 12% share" has another question
    if speaker.clause.lemma not in CONTAINING or dangling(tree, asked, speaker.instead):
        return
    question = ask(fact, f"How much {tree.say(asked, speaker.around)}", [part])
    yield draft(fact, "quantity", "quantity", question, tree.say(told, speaker.around), 0.9)


CONTAINING = frozenset("contain have hold carry include use need require produce".split())


def shares(fact: Fact) -> Iterator[Draft]:
    """*30% of adults smoke*: *What percentage of adults smoke?*; *two thirds of adults*.

    What comes of it, *…, making tar dear*, comes of the whole, and of no percentage of adults.
    """
    speaker, clause = fact.spoken, fact.spoken.clause
    tree = clause.tree
    head = clause.subject
    if head is None or head in speaker.instead or clause.negated or clause.kind == "adverbial":
        return
    wh, of = _share_of_subject(tree, head), tree.of(head)
    one_of_them = tree.kid(head, "amod") is not None or "the" in tree.determiners(head)
    if not wh or of is None or (wh == "What share" and one_of_them):
        return  # "the first half of a match", "the third of the kings"
    branch = set(tree.below(of))
    named = [w for w in speaker.words if w in branch or w > of]
    thing = tree.say(named, speaker.around)
    number = tree.say([w for w in speaker.words if w not in named], speaker.around)
    again = [k for k in tree.below(head) if k > of and _is_share(tree, k)]
    if thing and number and not again:  # no "40% of the nickel and 20% of the tin"
        unnamed = [tree.lemma(w) for w in named if bare_definite(tree, w, set(named))]
        question = ask_subject(fact, f"{wh} {thing}", plural=is_plural(tree, of), unnamed=unnamed)
        yield draft(fact, "quantity", "share", question, number, 0.9)


def _is_share(tree: Tree, index: int) -> bool:
    """*20%*, *a third*, behind another share."""
    return tree.words[index].text in PERCENT or tree.lemma(index) in FRACTIONS


def lasting(fact: Fact) -> Iterator[Draft]:
    """*Rye is dried until it cracks*: *Until when is rye dried?*

    No strict reader kept one of nine that asked *How long*: no time is told.
    """
    speaker, clause = fact.spoken, fact.spoken.clause
    part = next((p for p in clause.all_parts("time", "obl") if p.marker in {"until", "till"}), None)
    if part is None or part.before or clause.copula or clause.kind == "adverbial":
        return
    if speaker.tree.words[part.head].upos not in {"VERB", "ADJ"}:
        return
    words = speaker.part_words(part)
    if dangling(speaker.tree, words, speaker.instead, known=("subject",)) or len(words) > 16:
        return
    wh, answer = "Until when", speaker.tree.say(words, speaker.around)
    if clause.negated:
        return
    yield draft(fact, "quantity", "quantity", ask(fact, wh, [part]), answer, 0.7)


def _hidden(fact: Fact, speaker: Speaker, part: Part) -> Iterator[Draft]:
    """The fallback: the sentence with the number as a gap."""
    tree = speaker.tree
    numbers = [w for w in part.words if is_number(tree, w)]
    if not numbers or any(NO_GAP.search(tree.words[w].text) for w in numbers):
        return
    unit = _with_unit(tree, numbers, part)
    named = [w for w in numbers if NAMED.match(tree.words[w].text)]
    if len(named) > 1 or all(w in named for w in unit):
        return  # "the G7" is a name, and so are "TPX9 and MRS1"
    joined = any(tree.words[w].text.lower() == "or" for w in unit)
    if joined and any(tree.words[w].upos == "NOUN" for w in unit[:-1]):
        return  # "13 mice or around four moles": two things
    if any(tree.words[w].text == "," for w in unit):
        return  # "stood at 9%, half of it …": two numbers, and the second tells of the first
    if any(tree.words[w].upos in {"VERB", "AUX", "SCONJ", "PRON"} for w in unit):
        return  # "the power of 0 equals 1": two numbers, and a sentence between them
    if is_cut(tree, unit) or _are_apart(tree, numbers):
        return
    hidden = tree.say(unit, speaker.around)
    said = f"{speaker.statement()}."
    statement = with_topic_in_gap(fact, said, speaker.open_nouns(), hidden, figure=not named)
    if statement.count(hidden) != 1 or not any(c.isdigit() for c in hidden):
        return
    before, after = statement.split(hidden)
    pieces = tuple(p for p in (Gap(before, 0), Gap(hidden, 1), Gap(after, 0)) if p.text)
    if speaker.unclear(()) or speaker.points_back() or len(statement.split()) < 6:
        return
    yield Draft(fact, "cloze", "number", "", hidden, 0.6, pieces)


def _are_apart(tree: Tree, numbers: list[int]) -> bool:
    """*an FP32 number with 16 bits*, *9% of the votes and 7 seats*: two, not *500 m and 5 km*."""
    between = [w for w in range(min(numbers), max(numbers)) if w not in numbers]
    nouns = {"NOUN", "PROPN"}
    return any(tree.words[w].upos in nouns and not is_unit(tree, w) for w in between)


def _with_unit(tree: Tree, numbers: list[int], part: Part) -> list[int]:
    """The numbers of a part with what joins them, and the unit behind."""
    low, high = min(numbers), max(numbers)
    head = tree.words[high].head
    unit = tree.words[head] if head >= 0 else None
    short = unit is not None and head == high + 1 and head in part.words
    if unit is not None and short and (unit.upos in {"SYM", "NOUN"} and len(unit.text) <= 12):
        high = head
    high = max(high, unit_end(tree, max(numbers)))
    if low and tree.words[low - 1].text in {"$", "€", "£", "minus", "−"}:
        low -= 1
    return list(range(low, high + 1)) if high - low <= 12 else numbers[:1]
