"""What a writer hands in: a question, its answer, and which words of the note they came from."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace

from cards.english.clauses import Clause, Part
from cards.english.definite import FRONT
from cards.english.facts import Context, Fact
from cards.english.phrases import name_given
from cards.english.rarity import rarest, rarity, unheard
from cards.english.speaking import Speaker
from cards.english.tree import Tree, compares, is_noun, is_word
from cards.english.verbs import capitalised
from cards.model import CardKind, Gap


@dataclass(frozen=True)
class Draft:
    """A question that the gates have not seen."""

    fact: Fact
    kind: CardKind
    role: str
    question: str
    answer: str
    worth: float
    """How much a learner gains from this form, 0 to 1; the base of its score."""
    text: tuple[Gap, ...] = ()


QUESTION_WORDS = frozenset(
    """what which how why when where who whom whose by for of in on at with to from into during
    after before if when under over within through once as without unlike because
    since until while among despite although given upon across between around throughout
    towards near beyond above below behind amid according against following only like
    still""".split()
)

ARTICLES = frozenset({"the", "a", "an"})


def with_topic(fact: Fact, question: str, open_nouns: Collection[str]) -> str:
    """The question with its context in front, where its own words do not tell its field.

    Returns:
        Empty where nothing tells what is meant.
    """
    if not open_nouns and not fact.intro and _owned(fact, question):
        return _of_topic(fact, question)
    if not open_nouns and (not fact.topic or fact.intro or _is_clear(question)):
        return question
    if fact.intro:
        return ""
    whole = _said_fully(question, fact.topic, open_nouns)
    return whole or _in_nearest(fact, question, open_nouns)


def _in_nearest(fact: Fact, question: str, open_nouns: Collection[str]) -> str:
    """The question in the nearest context that it does not tell itself; empty where none helps."""
    letters = any(noun.isupper() for noun in open_nouns)
    for context in contexts_of(fact):
        if not open_nouns and stands(question) and not _is_near(fact, context):
            continue
        if context.aspect and _says(question, fact.topic):
            continue
        if not _tells_of(question, context.name, open_nouns):
            alone = _sets_scene(question) or _says_other(fact, question, context)
            if alone and not open_nouns:
                return question
            if letters or context.scene or _is_short(context.name):
                return _set_in(context, question)
            continue
        tells = not open_nouns and rarest(_said(question, context.name)) >= NAMING
        if tells:
            return question
        if context.name == fact.topic:
            half = _is_short(fact.topic) and _is_half_said(question, fact.topic)
            return _set_in(context, question) if half else question
    if not open_nouns:
        return question
    return _set_in_title(fact.title, question, open_nouns)


def _is_short(name: str) -> bool:
    """Can a name stand in front of a question?

    Of 42 readings of cards with longer ones strict readers kept 14 in a hundred, of others 51.
    """
    return len(name.split()) <= LONGEST_FRONT


LONGEST_FRONT = 4
"""Words."""


def _set_in_title(title: str, question: str, open_nouns: Collection[str]) -> str:
    if not title or not _is_short(title):
        return ""
    if any(noun in title.lower().split() for noun in open_nouns):
        return question
    return _set_in(Context(title), question)


def contexts_of(fact: Fact) -> tuple[Context, ...]:
    """What a question for a fact can be set in, the nearest first."""
    return fact.contexts or ((Context(fact.topic),) if fact.topic else ())


def _is_clear(question: str) -> bool:
    """Does a question need no context, even one that fits well?"""
    return anchors(question) >= (OPEN_ANCHORS if _asks_openly(question) else ANCHORS)


ELSEWHERE = re.compile(r" than (?:in|at|on) [A-Z].*")
"""*How much lower were wages than in Norvia?*: where they were lower, the names do not tell."""


def _sets_scene(question: str) -> bool:
    """*On Earth, why …?*: a scene of its own, which is no time and needs no other in front."""
    front = SCENE.match(question)
    behind = question[front.end() :] if front else ""
    return bool(behind) and anchors(question) > 0 and not _asks_openly(capitalised(behind))


SCENE = re.compile(r"(?:In|On|For|At|Under) (?!what\b|which\b|how\b|the\b|many\b)[^\d,]+, ")
"""*In the first phase* says too little."""


def _says_other(fact: Fact, question: str, context: Context) -> bool:
    """*Rust: what is verdigris caused by?* under *Rust and verdigris*: a title has both.

    A question that says the other thing of a title does better without the first in front.
    """
    if context.name != fact.topic and context.name.lower() not in fact.title.lower():
        return False
    return _says_of_title(question, fact.title)


def _says_of_title(text: str, title: str) -> bool:
    """Does a text say one of the things of a title?"""
    said = _said(SIGNS.sub("", text), SIGNS.sub("", title))
    return any(rarity(w) >= (TOLD if is_noun(w) else NAMING) for w in said)


SIGNS = re.compile(r"[’'-]")
"""What names of files lack: *selfhypnosis*, *Parkinsons*."""
TOLD = 0.3
"""Rarity from which a noun of a title is one of its things: *depression*, but not *day*."""


def _is_near(fact: Fact, context: Context) -> bool:
    """Is a context of the sentence's own section, or one that the note sets scenes with?"""
    return bool(context.scene) or context.name == fact.section


def _says(text: str, name: str) -> bool:
    """Does a text have a word of a name, in either number?"""
    return bool(_said(text, name))


def _tells_of(text: str, name: str, open_nouns: Collection[str]) -> bool:
    """Does a text tell of a thing, and not only have an open noun of its name?

    *Why does the glass flow?*, of *float glass*, tells of any glass.
    """
    said = _said(text, name)
    bare = {_stem(n) for n in open_nouns if re.search(rf"\b[Tt]he (?:[\w-]+ )*{n}", text)}
    if not bare or len(said) == len(_telling(name)):
        return bool(said)
    least = 0 if NAME_WITHIN.search(text) else TOLD
    return any(_stem(w) not in bare and rarity(w) >= least for w in said)


def _telling(name: str) -> list[str]:
    return [word for word in name.lower().split() if word not in SMALL]


def _is_half_said(text: str, name: str) -> bool:
    """*What does the shell protein bind?*, of *Tolmo virus proteins*: not of which."""
    said = _said(text, name)
    named = [w for w in name.split() if not w.islower() and not is_word(w.lower())]
    named = [w for w in named if w.lower() not in said]
    return bool(named) and name.rsplit(maxsplit=1)[-1].islower() and rarest(said) < TOLD


def _said(text: str, name: str) -> list[str]:
    """The words of a name that a text has, in either number, lower case."""
    low = text.lower()
    return [
        word
        for word in name.lower().split()
        if word not in SMALL and (word in low.split() or (len(word) > 3 and _stem(word) in low))
    ]


def _stem(word: str) -> str:
    """A word without the ending of its plural."""
    short = word.removesuffix("ies")
    return (
        short.removesuffix("y") if short != word or word.endswith("y") else word.removesuffix("s")
    )


def _set_in(context: Context, question: str) -> str:
    """*In bread baking, what …?*, or *Salt: what …?* where English has no better."""
    first, _, rest = question.partition(" ")
    low = first.lower()
    plain = low if low in QUESTION_WORDS | ARTICLES else first
    if context.scene and (low in ASKING or FRONTED.match(question)):
        return f"{capitalised(context.scene)}, {plain} {rest}"
    return f"{capitalised(context.name)}: {plain} {rest}"


def without_answer(fact: Fact, question: str, answer: str) -> str:
    """The question without a context that tells its answer, where it can do without."""
    for context in contexts_of(fact):
        leads = (f"{capitalised(context.scene)}, ", f"{capitalised(context.name)}: ")
        bare = next((question.removeprefix(x) for x in leads if question.startswith(x)), "")
        same = _joined(context.name) == _joined(answer)
        if not bare or not (same or _tells(context.name, answer)):
            continue
        others = [c for c in contexts_of(fact) if not _says(f"{answer} {bare}", c.name)]
        if others:
            return _set_in(others[0], bare)
        is_open = re.search(r" the [a-z]", bare) or anchors(bare) < 1
        if same and is_open:
            return _set_in_title(fact.title, bare, ("it",)) or question
        return question if is_open and not stands(bare) else capitalised(bare)
    return question


def _joined(text: str) -> str:
    """*Tolm 98* as *tolm98*."""
    return re.sub(r"[\s-]+", "", text).lower()


def as_event(fact: Fact, question: str) -> str:
    """A question for a year without the kind of thing that its note is about in front.

    *Clocks: in what year did Tolmin die?* Names tell what is meant, kinds of things do not.

    Returns:
        Empty where no name is left.
    """
    for context in contexts_of(fact):
        bare = _without_topic(context, question)
        if bare and context.name.islower():
            named = NAME_WITHIN.search(bare) and not fact.spoken.opens()
            return (question if _owned(fact, bare) else bare) if named else ""
        if bare and _is_of_full_name(fact, bare):
            return bare
    return _at_named_place(fact, question)


def _is_of_full_name(fact: Fact, question: str) -> bool:
    """*In what year did the Tolmin Canal open?*: a name of two words that nothing goes with."""
    bare = OPEN_ARTICLE.search(question) or _names_one_of_many(question)
    return not bare and FULL_NAME.fullmatch(fact.spoken.subject) is not None


FULL_NAME = re.compile(r"(?:[tT]he )?(?:[A-Z][\w.’'-]+ ){1,3}[A-Z][\w.’'-]+")
OPEN_ARTICLE = re.compile(r" (?:the|an?) [a-z]")
NAME_WITHIN = re.compile(r" [^\w\s]?[A-Z]")


def _without_topic(context: Context, question: str) -> str:
    """What follows a topic in front; empty where it does not stand there."""
    lead = f"{capitalised(context.name)}: "
    return capitalised(question.removeprefix(lead)) if question.startswith(lead) else ""


OF_MANY = re.compile(
    r"(?:\b[tT]he|\b[aA]n?|['’]s) ((?:[A-Z][a-z]+['’]? )*)(?:[pP]arty|[fF]ront|[gG]overnment"
    r"|[mM]inistry|[aA]rmy|[mM]ovement|[pP]arliament|[cC]ourt|[sS]enate|[aA]ssembly)\b(?! of [A-Z])"
    r"|(?<!['’]s )\b([A-Z][a-z]+)ists\b"
    r"|\b[tT]he (Republic|Union|Empire|Kingdom|Church|Crown|Company|Party|Front|Government|Army)"
    r"\b(?! of\b| [A-Z(]|-)"
)
"""*the Labour Party*, *Royalists*, *the Republic*; not *the Labour Party of Norvia*, *Norvia's
Royalists*."""
OF_A_LAND = re.compile(r"\w+(?:an|ese|ish|ch)")
"""*the Polish government*."""
LAND = re.compile(r"[A-Z][a-z]+(?: [A-Z][a-z]+)?")


def _in_its_topic(fact: Fact, question: str, answer: str) -> str:
    """*Vanilla: which flap separates anther and stigma?*: a year later nobody knows of what.

    Strict readers kept 60 of 100 questions with the note's thing in front and 48 without, of the
    same 200 that said no word of it: names, years and rare words do not do instead.
    """
    said = f"{question} {answer}"
    if (
        rarest(fact.topic.split()) < TOLD
        or not (_is_short(fact.topic) or OPEN_SUBJECT.search(question))
        or fact.intro
        or FRONT.match(question)
        or _sets_scene(question)
        or _says_of_title(said, fact.title)
        or _touches(said, fact.topic)
    ):
        return question
    contexts = (context for context in contexts_of(fact) if context.name == fact.topic)
    return _set_in(next(contexts, Context(fact.topic)), question)


def _tells_by_itself(fact: Fact, role: str, question: str) -> bool:
    """What a name or a term is, and what somebody with a name did, nobody asks of anything else.

    Of 224 such questions strict readers kept 54 in a hundred without the note's thing in front and
    53 with it; of 380 others 36 and 51. Letters get their field.
    """
    if role == "meaning":
        return fact.term[:1].isupper() or any(unheard(word) for word in fact.term.split())
    if role == "items":
        if any(unheard(word) for word in question.split()):
            return True
        question = OF_A_LIST.sub(" ", question)
    named = NAME_WITHIN.search(question) and not OPEN_ARTICLE.search(question)
    return role == "expansion" or bool(named)


OF_A_LIST = re.compile(r" the (?=(?:two|three|four|five)\b|[a-z]+ of [A-Z])")
"""*the three ways into Norvia*, *the roof of Lund Hall*: an article that leaves nothing open."""
OPEN_SUBJECT = re.compile(
    r"\b(?:is|are|was|were|do|does|did|has|have|had|can) the "
    r"(?!(?:[a-z-]+ ){1,3}(?:of|for|that|which|in|between)\b)[a-z]"
)
"""*was the standard cure developed*; not *was the end of tolls*."""
ALIKE = 6
"""Letters at the start of two words of one stem: *methaemoglobin*, *methaemoglobinaemia*."""


def _touches(text: str, name: str) -> bool:
    """*the Coffee Agreement*, *CQ*: does a text bring a thing to mind, *coffee quotas*?"""
    told = [word for word in re.findall(r"[^\W_]+", name.lower()) if word not in SMALL]
    initials = "".join(word[0] for word in told).upper()
    said = re.findall(r"[^\W_]+", text)
    if len(told) > 1 and initials in said:
        return True
    stems = {_stem(word) for word in told}
    low = [word.lower() for word in said]
    starts = {word[:ALIKE] for word in told if len(word) > ALIKE}
    return any(_stem(word) in stems or word[:ALIKE] in starts for word in low)


def _names_one_of_many(text: str) -> bool:
    """*the Workers' Party*, *Royalists*: does a text have a name that many lands have?"""
    for found in OF_MANY.finditer(text):
        words = re.findall(r"[A-Z][a-z]+", found[1] or found[2] or found[3] or "")
        if words and all(is_word(w.lower()) and not OF_A_LAND.fullmatch(w) for w in words):
            return True
    return False


def _of_its_land(fact: Fact, question: str) -> str:
    """*Norvia: why did the Popular Front fall apart?*: of which land, the note's name tells."""
    of_many = _names_one_of_many(question) or _is_of_a_kind(fact, question)
    if not question.endswith("?") or not of_many:
        return question
    return _set_in_any(fact, question, lambda c: bool(LAND.fullmatch(c.name)) and not c.aspect)


YEAR_ASKED = re.compile(r"(?:In|By|Since|From|Until) what (?:year|decade) ")
NAMED_KIND = re.compile(r"[tT]he ([A-Z][a-z-]+) [a-z-]+(?: [a-z-]+)?")


def _is_of_a_kind(fact: Fact, question: str) -> bool:
    """*In what year did the Lund mill open?*: a name tells which of the mills of a place it is."""
    if not YEAR_ASKED.match(question) or fact.speaker is None:
        return False
    kind = NAMED_KIND.fullmatch(fact.spoken.subject)
    return kind is not None and not OF_A_LAND.fullmatch(kind[1])


def _set_in_any(fact: Fact, question: str, fits: Callable[[Context], bool]) -> str:
    """A question that says no context of its fact, with the first one that fits in front."""
    contexts = contexts_of(fact)
    fitting = (context for context in contexts if fits(context) and _is_short(context.name))
    chosen = next(fitting, None)
    said = any(_says(question, context.name) for context in contexts)
    return question if said or chosen is None else _set_in(chosen, question)


def _at_named_place(fact: Fact, question: str) -> str:
    """*Norvia: in what year did riots erupt?*: nobody with a name did it, so the note's is said."""
    if not question or any(word[:1].isupper() for word in fact.spoken.subject.split()):
        return question
    return _set_in_any(fact, question, lambda c: c.name.istitle())  # no "JavaScript"


def _tells(name: str, answer: str) -> bool:
    """Does a name say half of what an answer does?"""
    small = SMALL | QUESTION_WORDS
    words = [w.strip(".,") for w in answer.split() if len(w) > 3 and w.lower() not in small]
    told = sum(_says(word, name) for word in words)
    return told > 0 and told >= len(words) / 2


def _said_fully(text: str, topic: str, open_nouns: Collection[str]) -> str:
    """*the app* as *the Binance app*, where that is what the note is about; else empty."""
    *before, last = topic.split() or [""]
    if not before or last not in open_nouns or topic.lower() in text.lower():
        return ""
    said = re.sub(rf"(?<=\b[Tt]he ){re.escape(last)}\b(?!-)", topic, text, count=1)
    return said if said != text else ""


def with_topic_in_gap(
    fact: Fact,
    statement: str,
    open_nouns: Collection[str],
    hidden: str,
    *,
    figure: bool = False,
) -> str:
    """A sentence that gets a gap, with the topic where a noun needs it; or empty.

    Args:
        figure: Is a number hidden, which says nothing of its field? Of 90 such sentences that
            said no word of their note's thing strict readers missed it in 39.
    """
    if open_nouns:
        said = with_topic(fact, statement, open_nouns)
    elif _owned(fact, statement.replace(hidden, "")):
        said = _of_topic(fact, statement)
    else:
        said = _in_its_topic(fact, statement, hidden) if figure else statement
    return _begun_small(fact, statement, said)


def _begun_small(fact: Fact, statement: str, said: str) -> str:
    """*Rust: iron needs water*: a sentence behind its topic, without the capital of its start."""
    start = fact.spoken.begins()
    if said == statement or not said.endswith(statement) or not start[:1].islower():
        return said
    return f"{said.removesuffix(statement)}{statement[:1].lower()}{statement[1:]}"


def _owned(fact: Fact, text: str) -> bool:
    """Does a text say what some thing has, and not whose it is: *What reduces symptoms?*"""
    nouns = fact.speaker.belonging() if fact.speaker else ()
    return any(noun in text.lower() for noun in nouns)


def _of_topic(fact: Fact, question: str) -> str:
    """*Rust: what reduces symptoms?*, whatever else the question tells of its field."""
    return _set_in_any(fact, question, lambda context: context.name == fact.topic)


SMALL = frozenset("a an the in on at of and or for to with during under within".split())
FRONTED = re.compile(r"(?!In |By )[A-Z][a-z]+ (?:what|which|whom) ")
"""*As what does …?*; two *in* in a row are one too many."""
ASKING = frozenset({"what", "which", "how", "why", "when", "where", "who", "the"})
"""Words before which a scene stands well; a second scene in front is one too many."""
ANCHORS = 3
"""Words that are not everyday words, from which a question tells its field."""
OPEN_ANCHORS = 4
"""Of *What increases …?* and *What happens when …?*, which many things could answer."""
ANCHORING = 0.4
NAMING = 0.7
"""Rarity from which one word of a heading, said in a question, tells its field."""
TELLING_ALONE = 0.95
"""Rarity from which *the cochlea* is one thing everywhere, unlike *the needle*."""
AUXILIARY = frozenset(
    """is are was were does do did can could may might must will would shall should has have had
    happens""".split()
)


def stands(question: str) -> bool:
    """Does a question say by its own words what it is about?"""
    return anchors(question) >= ANCHORS


def anchors(question: str) -> int:
    """How much the words of a question tell of its field."""
    words = _bare_words(ELSEWHERE.sub("", question))
    weights: dict[str, int] = {}
    fronted = words[0].lower() not in ASKING
    for before, word, behind in zip(["", *words], words, [*words[1:], ""], strict=False):
        is_open = before.lower() == "the" and behind.lower() != "of" and not fronted
        weight = _weight(word, is_open=is_open)
        if before and word[:1].isupper() and not before[:1].isupper():
            weight = max(weight, 2)
        weights[word.lower()] = max(weights.get(word.lower(), 0), weight)
    return sum(weights.values())


def _weight(word: str, *, is_open: bool) -> int:
    """What a word tells of the field of its question: 2 for a term, 1 for a rare word."""
    if unheard(word) and "-" not in word:
        return 2
    rare = rarity(word)
    if is_open and word.islower() and rare < TELLING_ALONE:
        return 0
    return int(rare >= ANCHORING)


def _bare_words(question: str) -> list[str]:
    return [word.strip("\"'“”‘’(),?.") for word in question.split()]


def _asks_openly(question: str) -> bool:
    """*What increases thermal risks?*, *What happens when …?*"""
    words = _bare_words(question)
    if "things" in words[2:3]:
        words = [words[0], *words[3:]]  # "what two things does it raise?"
    second = words[1].lower() if len(words) > 1 else ""
    return words[0] == "What" and (second not in AUXILIARY or second == "happens")


def _is_anything(fact: Fact, asked: Collection[Part]) -> bool:
    """*What do points use?*: an everyday noun with nothing beside it, where the note means some."""
    speaker = fact.spoken
    tree, head = speaker.tree, speaker.clause.subject
    if head is None or head in speaker.instead or list(speaker.words) != [head]:
        return False
    word = tree.words[head]
    is_topic = _says(f"{fact.topic} {fact.section}", word.text)
    if word.upos != "NOUN" or word.xpos != "NNS" or is_topic:
        return False
    beside = [part for side in speaker.kept(asked) for part in side if part.role not in BARE]
    return rarity(tree.lemma(head)) < EVERYDAY and not beside


BARE = frozenset({"advmod", "particle", "pred"})
"""Roles of parts that tell no field."""
EVERYDAY = 0.1
"""Rarity of a noun that any note may mean its own things by."""


TIMES = frozenset("later earlier longer further sooner more less rather".split())
"""Comparatives that say of when and how long, not than what."""


def _compared(fact: Fact, asked: Collection[Part] = ()) -> Speaker | None:
    """The speaker of a fact, with what its comparison is with: *Unlike lead, why is tin safer?*

    Returns:
        None where a question would compare with nothing: *Why is the steak more tender?*
    """
    speaker, clause = fact.spoken, fact.spoken.clause
    tree = clause.tree
    nouns = [part for side in speaker.kept() for part in side if part.role in NOUNS]
    nouns = [] if fact.intro else nouns  # what comes of a change is so compared with before
    if not any(_is_more_of(tree, part.head) for part in nouns) and not any(
        _compares(tree, part) for part in clause.parts if part not in asked
    ):
        return speaker
    speaker = replace(speaker, keeps=speaker.keeps | {"contrast"})
    shown = {part: None for side in speaker.kept(asked) for part in side} | dict.fromkeys(nouns)
    kept = [w for part in shown for w in speaker.part_words(part)]
    words = [tree.words[w] for w in (*kept, *speaker.words)]
    told = any(word.text.lower() in BESIDE for word in words)
    graded = any(_is_comparative(tree, w) for w in speaker.words)  # "thinner wires are hotter"
    return speaker if told or graded else None


NOUNS = frozenset({"obj", "obl"})
MEASURED = frozenset(
    """higher lower greater longer shorter broader wider upper inner outer former latter later
    earlier further older younger elder lesser superior inferior anterior posterior""".split()
)
"""Comparatives of what has a usual measure, and of which of two: *a higher risk*."""


def _is_more_of(tree: Tree, head: int) -> bool:
    """*less cobalt*, *a simpler rule*: than what? Not of what has a name: *… called a spline*."""
    if name_given(tree, head) is not None or "the" in tree.determiners(head):
        return False
    before = [k for amod in tree.kids(head, "amod") for k in (amod, *tree.kids(amod, "conj"))]
    return any(k < head and is_graded(tree, k) for k in before)


def is_graded(tree: Tree, adjective: int) -> bool:
    """Does an adjective say more than of something else: *simpler*, *more robust*?"""
    word = tree.words[adjective]
    more = any(tree.words[m].text.lower() in {"more", "less"} for m in tree.kids(adjective))
    return more or (word.xpos == "JJR" and word.text.lower() not in MEASURED)


BESIDE = frozenset("than compared unlike whereas while contrast relative as".split())
"""Words with which a comparison tells what it is with."""


def _compares(tree: Tree, part: Part) -> bool:
    """Is a predicate or an adverb a comparative: *is softer*, *acts more readily*?"""
    more = any(tree.lemma(k) in {"more", "less"} for k in tree.kids(part.head, "advmod"))
    text = tree.words[part.head].text.lower()
    form = _is_comparative(tree, part.head)
    told = part.role == "advmod" or (part.role == "pred" and tree.words[part.head].upos == "ADJ")
    return told and (more or form) and text not in TIMES


def _is_comparative(tree: Tree, index: int) -> bool:
    word = tree.words[index]
    return word.xpos in {"JJR", "RBR"} or compares(word.text.lower())


def ask(fact: Fact, wh: str, asked: Collection[Part], *, strand: str = "") -> str:
    """A question for parts of a clause, its topic named where it must be; or empty."""
    speaker = _compared(fact, asked)
    if speaker is None or speaker.unclear(asked) or speaker.points_back(asked):
        return ""
    if wh.startswith("What") and _is_anything(fact, asked):
        return ""
    return with_topic(fact, speaker.ask(wh, asked, strand=strand), speaker.open_nouns(asked))


def ask_agent(fact: Fact, wh: str, agent: Part, *, plural: bool = False, past: bool = False) -> str:
    """A question for the agent of a passive, in the active; or empty."""
    speaker = _compared(fact)
    if speaker is None or speaker.unclear([agent]) or speaker.points_back([agent]):
        return ""
    question = speaker.ask_agent(wh, agent, plural=plural, past=past)
    within = _without_other_things(fact, question)
    return with_topic(within, question, speaker.open_nouns([agent])) if question else ""


def ask_subject(
    fact: Fact, wh: str, *, plural: bool | None = None, unnamed: Collection[str] = ()
) -> str:
    """A question for the subject of a clause; or empty.

    Args:
        unnamed: Nouns of *wh* that only the note says more of: *what share of the land*.
    """
    speaker = _compared(fact)
    if (
        speaker is None
        or speaker.unclear(())
        or speaker.points_back(subject=False)
        or speaker.names_itself()
    ):
        return ""
    many = wh.endswith("things") if plural is None else plural
    question = speaker.ask_subject(wh, plural=many)
    within = fact if SHARE_ASKED.match(wh) else _without_other_things(fact, question)
    return with_topic(within, question, [*speaker.open_nouns(subject=False), *unnamed])


SHARE_ASKED = re.compile(r"What (?:percentage|share) ")
"""A question for a number: its subject is told."""


def _without_other_things(fact: Fact, question: str) -> Fact:
    """Without headings of one thing that a question does not say: its subject may be another.

    *Salt causes rust* below *Lanolin* asks for salt.
    """
    contexts = contexts_of(fact)
    whole = [c for c in contexts if c.scene or c.name == fact.topic or _says(question, c.name)]
    return replace(fact, contexts=tuple(whole))


def tells_then(clause: Clause, occasion: Part) -> bool:
    """Is an occasion a clause's own, not one that the clause before it tells of already?"""
    return clause.kind == "main" or clause.tree.words[occasion.head].head == clause.verb


def happens_in(clause: Clause) -> str:
    """The verb of *What happens to …?* in the tense of a clause: *What has happened …?*"""
    tree = clause.tree
    if clause.tag == "VBD" and tree.lemma(min((clause.verb, *clause.auxes))) != "have":
        return "happened"
    perfect = any(tree.words[a].text.lower() in {"has", "have"} for a in clause.auxes[:1])
    return "has happened" if perfect else "happens"


def draft(fact: Fact, kind: CardKind, role: str, question: str, answer: str, worth: float) -> Draft:
    """A draft with its answer spelt as an answer."""
    question = _of_its_land(fact, without_answer(fact, question, answer))
    if question.endswith("?") and not _tells_by_itself(fact, role, question):
        question = _in_its_topic(fact, question, answer)
    return Draft(fact, kind, role, question, capitalised(answer.strip()), worth)
