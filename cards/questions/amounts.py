"""Questions for amounts: how much money, how large a loan, to what level, how much larger."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from cards.english.causes import change_of, sign_of
from cards.english.clauses import PERCENT, Part, is_number, numbered_parts
from cards.english.facts import Fact
from cards.english.phrases import dangling, noun_words
from cards.english.speaking import Speaker
from cards.english.tree import Tree
from cards.english.verbs import with_article
from cards.questions.drafts import Draft, ask, ask_subject, draft

MONEY = re.compile(r"[$€£¥₹]|^(?:dollar|euro|cent|pound|yen|rupee|franc|won|rmb)s?$", re.IGNORECASE)
ROUGHLY = frozenset(
    """about approximately around roughly over nearly almost some up least most more less than under
    only just typically at to an estimated between""".split()
)
QUANTITIES = frozenset(
    """speed velocity rate temperature pressure frequency thickness length width height depth weight
    mass volume density angle distance range acceleration voltage current power efficiency accuracy
    resolution bandwidth capacity price ratio probability concentration dose wavelength diameter
    radius hardness lifespan half-life output error yield gap spacing altitude radiation strength
    charge humidity magnification elevation precision latency throughput level""".split()
)
"""Nouns of what is told by a number: *a speed of 40 km/h*."""
RATES = QUANTITIES | frozenset(
    """return margin share growth correlation score size eccentricity interest rating value
    cost risk""".split()
)
"""Nouns of which *what* asks for the number, where *how large* asks for it of *a loan*."""


def amounts(fact: Fact, speaker: Speaker, part: Part) -> Iterator[Draft]:
    """Ask for the first amount that a part tells."""
    for ask_for in (_sum, _sized, _of_amount, _price, _by, _level, _reached, _larger):
        found = [each for each in ask_for(fact, speaker, part) if each.question]
        if found:
            yield from found
            return


def is_asked_as_amount(fact: Fact, part: Part) -> bool:
    """Is a part asked for by how much it is: no *What did it lend? $6 billion*?"""
    return any(True for _ in amounts(fact, fact.spoken, part))


def is_money(tree: Tree, index: int) -> bool:
    """*$*, *euros*: a sign or a noun of money, with its number beside it."""
    word = tree.words[index]
    return bool(MONEY.search(word.text)) and any(
        is_number(tree, w) for w in tree.below(index) if abs(w - index) <= NEAR
    )


NEAR = 3
"""Words between a currency and its number: *$ 1.2 billion*."""


def _run(tree: Tree, words: Sequence[int]) -> list[int]:
    """The words in front that are one amount: *about 40 million pounds* of a phrase."""
    found: list[int] = []
    for index in words:
        text = tree.words[index].text.lower()
        counts = is_figure(tree, index) or MONEY.search(text) or text in PERCENT
        if not (counts or text in ROUGHLY or text in JOINING):
            break
        found.append(index)
    while found and tree.words[found[-1]].text.lower() in ROUGHLY | JOINING:
        found.pop()
    while found and tree.words[found[0]].text.lower() == "up" and "to" not in _texts(tree, found):
        found.pop(0)
    return found if any(is_figure(tree, w) for w in found) else []


def is_figure(tree: Tree, index: int) -> bool:
    """A numeral that is all a word says: *40*, *million*, not *3D* or *SS7*."""
    return is_number(tree, index) and bool(FIGURE.fullmatch(tree.words[index].text))


FIGURE = re.compile(r"[\d.,/½¼¾–-]+|[A-Za-z]+(?:-[a-z]+)?")


def _texts(tree: Tree, words: Sequence[int]) -> set[str]:
    return {tree.words[w].text.lower() for w in words}


JOINING = frozenset("- – — to or and".split())
"""*10-20%*, *10 to 20%*."""


def _plain(tree: Tree, head: int) -> bool:
    """Is an amount one, with nothing else told beside it?"""
    return tree.kid(head, "conj", "acl", "appos") is None


def _amount(
    fact: Fact, wh: str, asked: Sequence[Part], words: Sequence[int], strand: str = ""
) -> Draft:
    """A draft whose answer is an amount."""
    question = ask(fact, wh, asked, strand=strand).replace(" only ", " ")
    said = fact.spoken.tree.say(words, fact.spoken.around)
    if said.endswith(UNCOUNTED):
        said = f"{said}s"
    return draft(fact, "quantity", "amount", question, said, 0.9)


UNCOUNTED = (" pound", " dollar", " euro", " rupee")
"""The unit of *a 40 million pound loan*, as an answer has it in the plural."""


def behind(question: str, said: str) -> str:
    """The question with more words behind it."""
    return f"{question.removesuffix('?')} {said}?" if question and said else question


def _sum(fact: Fact, speaker: Speaker, part: Part) -> Iterator[Draft]:
    """*lent $6 billion*: *How much did it lend?*; *40 million pounds in revenue*."""
    tree, clause = speaker.tree, speaker.clause
    if part.role != "obj" or clause.passive or clause.lemma in STANDING_AT:
        return
    if not is_money(tree, part.head) or not _plain(tree, part.head):
        return
    words = noun_words(tree, part.head)
    run = _run(tree, words)
    rest = [w for w in words if w not in run]
    inside = [k for k in tree.kids(part.head, "nmod") if tree.marker(k) == "in"]
    if rest and (len(inside) != 1 or set(rest) != set(tree.below(inside[0]))):
        return
    beside = [p for p in clause.all_parts("obl") if p.marker == "in" and not p.before]
    kinds = [p for p in beside if tree.lemma(p.head) in EARNED]
    nouns = noun_words(tree, kinds[0].head) if kinds else [w for w in rest if w != min(rest)]
    if any(is_number(tree, w) for w in nouns):
        return
    many = bool(nouns) and tree.words[nouns[-1]].xpos == "NNS"
    wh = " ".join(("How much", *["in"] * many, tree.say(nouns, speaker.around))).strip()
    yield _amount(fact, wh, [part, *kinds], run)


STANDING_AT = frozenset("reach hit exceed top near approach equal use have mean be".split())
"""Verbs of which *how much* asks for nothing that is given."""
EARNED = frozenset("revenue profit saving sale income debt funding damage loan".split())
"""What *10 dollars in …* are."""


def _sized(fact: Fact, speaker: Speaker, part: Part) -> Iterator[Draft]:
    """*got a 40 million pound loan*: *How large a loan did it get?*; *What share …?*"""
    tree, clause, head = speaker.tree, speaker.clause, part.head
    strand = part.marker if (clause.lemma, part.marker) in LEADING else ""
    beside = part.marker if _is_rate_beside(tree, part) else ""
    if not (part.role == "obj" or strand or beside) or tree.words[head].xpos != "NN":
        return
    words = noun_words(tree, head)
    words = words[: next((n for n, w in enumerate(words) if tree.words[w].text == ","), None)]
    start = next((w for w in words if _starts_amount(tree, w)), head)
    run = _run(tree, [w for w in words if start <= w < head])
    before = [w for w in words if w < start and not _judges(tree, w)]
    articles = (["a"], ["an"], []) if beside else (["a"], ["an"])
    if not run or [tree.lemma(w) for w in before] not in articles or not _plain(tree, head):
        return
    if not any(MONEY.search(tree.words[w].text) or tree.words[w].text in PERCENT for w in run):
        return
    rest = [w for w in words if w > run[-1]]
    others = [
        w for w in range(min([*before, *run]), words[-1]) if w not in run and is_number(tree, w)
    ]
    if others or dangling(tree, rest, speaker.instead):
        return
    thing = tree.say(rest, speaker.around)
    inside = [p for p in clause.parts if p != part and set(p.words) <= set(words)]
    wh = f"What {thing}" if tree.lemma(head) in RATES else f"How large {with_article(thing)}"
    wh = f"{beside.capitalize()} what {thing}" if beside and not strand else wh
    yield _amount(fact, wh, [part, *inside], run, strand)


def _is_rate_beside(tree: Tree, part: Part) -> bool:
    """*leads the trade with a 90% share*, *is taxed at an 85% rate*"""
    behind_verb = part.role == "obl" and not part.before
    return behind_verb and part.marker in {"with", "at"} and tree.lemma(part.head) in RATES


LEADING = frozenset({("lead", "to"), ("result", "in"), ("agree", "to"), ("amount", "to")})
"""Verbs whose object stands behind a preposition."""


def _starts_amount(tree: Tree, index: int) -> bool:
    text = tree.words[index].text.lower()
    rough = text in ROUGHLY - {"an", "a"} and tree.dep(index) in {"advmod", "case", "amod"}
    return is_number(tree, index) or bool(MONEY.search(text)) or rough


def _of_amount(fact: Fact, speaker: Speaker, part: Part) -> Iterator[Draft]:
    """*has a surplus of 2 million euros*: *How large a surplus does it have?*"""
    tree, head = speaker.tree, part.head
    of = tree.of(head)
    if part.role != "obj" or of is None or tree.kid(head, "conj", "acl") is not None:
        return
    if tree.determiners(head) - {"a", "an"} or tree.kid(head, "nmod:poss") is not None:
        return
    words = noun_words(tree, head)
    inside = [w for w in words if w > head and w not in tree.kids(of, "case")]
    run = _run(tree, inside)
    if tree.lemma(head) in BARELY:
        return
    if not run or run != inside or tree.words[head].xpos not in {"NN", "NNS"}:
        return
    named = [w for w in words if w <= head and tree.dep(w) != "det" and not _judges(tree, w)]
    thing = tree.say(named, speaker.around)
    large = tree.words[head].xpos == "NN" and tree.lemma(head) in SIZED
    wh = f"How large {with_article(thing)}" if large else f"What {thing}"
    yield _amount(fact, wh, [part], run)


SIZED = frozenset(
    """loss surplus deficit drop fall rise increase decrease reduction gain profit loan fund debt
    fine fortune investment discount budget donation cut bailout""".split()
)


BARELY = frozenset("average maximum minimum total position mean median".split())
"""Nouns of an amount that do not say of what."""


def _judges(tree: Tree, index: int) -> bool:
    """*stunning*, *mere*: what somebody thinks of an amount."""
    word = tree.words[index]
    return word.dep == "amod" and (word.text.endswith("ing") or tree.lemma(index) in JUDGED)


JUDGED = frozenset("significant generous massive huge mere full whopping".split())


def _price(fact: Fact, speaker: Speaker, part: Part) -> Iterator[Draft]:
    """*was sold for 10 dollars*: *For how much was it sold?*"""
    tree, lemma = speaker.tree, speaker.clause.lemma
    how = {"for": "For how much", "at": "At how much"}.get(part.marker, "")
    priced = lemma in TRADED if part.marker == "for" else lemma in VALUED
    if part.role != "obl" or not how or not priced or not is_money(tree, part.head):
        return
    words = noun_words(tree, part.head)
    run = _run(tree, words)
    if run and _plain(tree, part.head) and not set(words) - set(run):
        yield _amount(fact, how, [part], run)


TRADED = frozenset("sell buy purchase acquire auction".split())
VALUED = frozenset("value price estimate assess insure".split())


def _changes(lemma: str) -> bool:
    """Does a verb say what becomes of its subject?"""
    return bool(change_of(lemma)) or lemma in MORE_CHANGES


MORE_CHANGES = frozenset(
    "plummet soar climb jump surge sink slump rise drop expand raise increase explode".split()
)


def _by(fact: Fact, speaker: Speaker, part: Part) -> Iterator[Draft]:
    """*fell 17%*: *By how much did it fall?*"""
    tree, clause = speaker.tree, speaker.clause
    bare = part.role == "obj" or (part.role == "obl" and not part.marker)
    if (
        not bare
        or part.before
        or not _changes(clause.lemma)
        or tree.words[part.head].text not in PERCENT
    ):
        return
    words = noun_words(tree, part.head)
    by = min(part.words) > 0 and tree.words[min(part.words) - 1].upos == "ADP"
    if _run(tree, words) == words and not by:
        yield _amount(fact, "By how much", [part], words)


def _level(fact: Fact, speaker: Speaker, part: Part) -> Iterator[Draft]:
    """*fell from 9% to 4%*: *To what level did it fall from 9%?*; *to how many hours*."""
    tree, clause, head = speaker.tree, speaker.clause, part.head
    changed = _changes(clause.lemma) or sign_of(clause.lemma) == "-"
    if part.role != "obl" or part.marker != "to" or not changed:
        return
    if any(p.marker == "by" for p in numbered_parts(clause)):
        return  # "fell by 20% to 80 dollars"
    words = noun_words(tree, head)
    run = _run(tree, words)
    told = tree.words[head]
    unit = told.text in PERCENT or is_money(tree, head)
    many = told.xpos == "NNS" and head == words[-1] and run and run[-1] == head - 1
    many = many and (head + 1 == len(tree.words) or tree.words[head + 1].upos != "NOUN")
    if not run or not (unit or many) or not _plain(tree, head) or tree.of(head) is not None:
        return
    if many:
        yield _amount(fact, f"To how many {told.text}", [part], run)
        return
    dated = [w for k in tree.kids(head, "nmod") for w in tree.below(k) if _says_year(tree, k)]
    found = _amount(fact, "To what level", [part], [w for w in words if w not in dated])
    yield replace(found, question=behind(found.question, tree.say(dated)))


def _says_year(tree: Tree, index: int) -> bool:
    """*in 1980*, *by the 1970s*"""
    return any(YEARLY.match(tree.words[w].text) for w in tree.below(index))


def _reached(fact: Fact, speaker: Speaker, part: Part) -> Iterator[Draft]:
    """*Prices reached $300*: *What level did prices reach?*; *how many hours*."""
    tree, clause, head = speaker.tree, speaker.clause, part.head
    if part.role != "obj" or clause.passive or clause.lemma not in {"reach", "hit"}:
        return
    if clause.subject is None or tree.words[clause.subject].upos != "NOUN":
        return
    words = noun_words(tree, head)
    run = _run(tree, words)
    told = tree.words[head]
    if any(p.role == "advmod" or p.marker in {"over", "with"} for p in clause.parts):
        return
    many = told.xpos == "NNS" and words == [*run, head]
    if not run or not _plain(tree, head) or any(_says_year(tree, w) for w in words):
        return
    if many and not MONEY.search(told.text):
        yield _amount(fact, f"How many {told.text}", [part], run)
    elif told.text in PERCENT or is_money(tree, head):
        yield _amount(fact, "What level", [part], words)


def _larger(fact: Fact, speaker: Speaker, part: Part) -> Iterator[Draft]:
    """*is 18% larger than the first*: *How much larger than the first is it?*"""
    tree, clause = speaker.tree, speaker.clause
    measures = [p for p in clause.all_parts("obl") if tree.words[p.head].text in PERCENT]
    if part.role != "pred" or tree.words[part.head].xpos != "JJR" or len(measures) != 1:
        return
    than = [p for p in clause.all_parts("obl") if p.marker.split(" ")[0] == "than"]
    words = noun_words(tree, measures[0].head)
    if measures[0].marker or not than or _run(tree, words) != words:
        return
    wh = f"How much {tree.words[part.head].text.lower()}"
    yield _amount(fact, wh, [part, measures[0]], words)


def counts(fact: Fact) -> Iterator[Draft]:
    """*Over 900 weavers were jailed*: *How many weavers were jailed?*"""
    speaker, clause = fact.spoken, fact.spoken.clause
    head = clause.subject
    if not counts_subject(speaker) or head is None or clause.kind not in {"main", "conj"}:
        return
    tree = speaker.tree
    run = _run(tree, speaker.words)
    thing = tree.say([w for w in speaker.words if w not in run], speaker.around)
    others = [w for p in clause.parts for w in p.words if is_number(tree, w)]
    if clause.negated or any(not YEARLY.match(tree.words[w].text) for w in others):
        return
    if tree.lemma(run[-1] + 1) in UNITS or _is_uncertain(speaker):
        return  # "100 watt bulbs", "400 ships were sunk or damaged"
    if clause.passive and not clause.auxes:
        return  # "44 chicks safely hatched", read as what was done to them
    question = ask_subject(fact, f"How many {thing}", plural=True)
    number = tree.say(run, speaker.around)
    yield draft(fact, "quantity", "amount", question, number, 0.9)


YEARLY = re.compile(r"(?:1[0-9]|20)\d\ds?$")
LARGEST_TOLD = 6
"""Words of what is counted."""


UNITS = frozenset(
    """watt volt metre meter litre liter gram kilogram pound ounce tonne ton foot inch mile yard
    page acre hectare calorie kilometer kilometre gallon megawatt""".split()
)
"""Units that say how large each is: *100 watt bulbs*."""
PERHAPS = frozenset("reportedly allegedly supposedly perhaps probably possibly maybe".split())


def _is_uncertain(speaker: Speaker) -> bool:
    """*Reportedly, 500 miners drowned*; *died or fled*: so many of both."""
    tree, verb = speaker.tree, speaker.clause.verb
    joined = (verb, *tree.kids(verb, "conj"))
    ties = [tie for each in joined for tie in tree.kids(each, "cc")]
    said = {tree.lemma(tie) for tie in ties} | {tree.lemma(k) for k in tree.kids(verb, "advmod")}
    return bool(said & (PERHAPS | {"or"}))


def counts_subject(speaker: Speaker) -> bool:
    """*Over 900 weavers were jailed*: does a clause tell of how many something is so?"""
    tree, head = speaker.tree, speaker.clause.subject
    if head is None or head in speaker.instead or tree.words[head].xpos not in {"NNS", "NNPS"}:
        return False
    run = _run(tree, speaker.words)
    rest = [w for w in speaker.words if w not in run]
    large = any(c.isdigit() for w in run for c in tree.words[w].text)
    large = large and tree.lemma(head) not in CUT_SHORT
    marks = any(MONEY.search(tree.words[w].text) or tree.words[w].text in PERCENT for w in run)
    plain = _plain(tree, head) and tree.kid(head, "det", "nmod:poss") is None
    year = len(run) == 1 and bool(YEARLY.match(tree.words[run[0]].text))
    beside = head in rest and 0 < len(rest) <= LARGEST_TOLD and speaker.clause.lemma not in EVEN
    return bool(run) and large and plain and beside and not marks and not year


CUT_SHORT = frozenset("day year hour minute second gram degree inch meter mile unit".split())
"""Units, which are no things that do something."""
EVEN = frozenset("be mean equal equate represent consider".split())
"""Verbs of what a number is, not of what so many do."""
