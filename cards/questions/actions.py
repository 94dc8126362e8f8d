"""Questions for clauses: what, which, how many, for what, by what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from cards.english.causes import HELPERS, MOTION, SWAYING, TO_VERBS, effect_of, sign_of
from cards.english.clauses import PERCENT, Clause, Part, Role, has_number
from cards.english.facts import Fact
from cards.english.phrases import (
    DENYING,
    SHELLS,
    VAGUE,
    anaphoric,
    dangling,
    is_plural,
    name_given,
    noun_words,
    trimmed,
)
from cards.english.rarity import rarest, rarity
from cards.english.speaking import Speaker
from cards.english.thesaurus import (
    ends_names,
    names_hardly_else,
    names_kind,
    names_somebody,
)
from cards.english.tree import Tree, is_word
from cards.english.units import stuff_measured
from cards.english.verbs import capitalised, inflect, number_word
from cards.questions.amounts import is_asked_as_amount, is_money
from cards.questions.drafts import (
    Draft,
    ask,
    ask_agent,
    ask_subject,
    draft,
    happens_in,
    is_graded,
    with_topic,
)
from cards.questions.examples import exemplified
from cards.questions.measures import TIME_UNITS
from cards.questions.numbers import LASTING, tells_of
from cards.questions.years import is_of_unnamed_shell

YEAR = re.compile(r"\b1[5-9]\d\ds?\b|\b20\d\ds?\b")
LIGHT = frozenset(
    """face have play take make do get go come be seem appear become want like see look find try
    keep put set include involve represent mean require need use offer provide contain
    feature face utilize show demonstrate highlight illustrate reflect suggest indicate reveal
    underscore emphasize embody exhibit possess encompass address explore consider begin
    start serve focus aim seek pose present""".split()
)
"""Verbs whose object alone is no answer: too many things would fit."""
SOFT = frozenset(
    {
        "require",
        "need",
        "use",
        "utilize",
        "contain",
        "mean",
        "offer",
        "provide",
        "indicate",
        "possess",
    }
    | {"involve", "represent"}
)
"""Of these, the ones that make a fair question where the rest of it is specific."""
COMPLEMENTS = {
    "lead": ("to",),
    "result": ("in", "from"),
    "contribute": ("to",),
    "depend": ("on",),
    "consist": ("of",),
    "rely": ("on",),
    "derive": ("from",),
    "convert": ("into", "to"),
    "turn": ("into",),
    "break": ("into",),
    "transform": ("into",),
    "divide": ("into",),
    "split": ("into",),
    "compose": ("of",),
    "make": ("of", "from"),
    "base": ("on",),
    "form": ("from",),
    "come": ("from",),
    "stem": ("from",),
    "arise": ("from",),
    "evolve": ("from",),
    "originate": ("from", "in"),
    "bind": ("to",),
    "attach": ("to",),
    "respond": ("to",),
    "correspond": ("to",),
    "connect": ("to",),
    "associate": ("with",),
    "link": ("to",),
    "relate": ("to",),
    "interact": ("with",),
    "react": ("with", "to"),
    "combine": ("with",),
    "compare": ("to", "with"),
    "act": ("as", "on"),
    "serve": ("as",),
    "function": ("as",),
    "use": ("for", "as"),
    "suffer": ("from",),
    "protect": ("from", "against"),
    "prevent": ("from",),
    "separate": ("from",),
    "release": ("from", "into"),
    "belong": ("to",),
    "differ": ("from", "in"),
    "adapt": ("to",),
    "expose": ("to",),
    "deposit": ("in", "on"),
    "store": ("in", "as"),
    "replace": ("with", "by"),
    "balance": ("with",),
    "power": ("by",),
    "cover": ("with",),
    "coat": ("with",),
    "fill": ("with",),
    "mix": ("with",),
    "name": ("after",),
    "limit": ("to",),
    "apply": ("to",),
    "extend": ("to",),
    "account": ("for",),
    "allow": ("for",),
    "equate": ("to",),
    "amount": ("to",),
    "translate": ("to", "into"),
    "revolve": ("around",),
    "center": ("on", "around"),
    "hinge": ("on",),
    "specialize": ("in",),
}
"""Verbs that are not whole without one of these prepositions."""
ABLE = frozenset(
    {"essential", "crucial", "critical", "vital", "necessary", "responsible", "important", "key"}
    | {"useful", "known", "suitable", "ideal", "dependent", "sensitive", "resistant", "toxic"}
    | {"rich", "similar", "vulnerable", "susceptible", "prone", "equal", "proportional", "related"}
)


def effects(fact: Fact) -> Iterator[Draft]:
    """Ask for the object: *What does exercise stimulate?*"""
    speaker, clause = _clause(fact)
    part = _object(clause)
    if part is None:
        return
    lemma = clause.lemma
    if lemma in LASTING and clause.tree.lemma(part.head) in TIME_UNITS:
        return
    if _is_amount(clause.tree, part.head) or is_asked_as_amount(fact, part):
        return
    if found := list(_how_much(fact, part)):
        yield from found
        return
    if tells_of(clause, part) or any(clause.tree.lemma(w) == lemma for w in speaker.words):
        return
    answer, wh = answer_for(fact, speaker, part)
    if lemma in LIGHT - SOFT and wh in {"What", PAIR} and not _is_whole(clause):
        return
    if not answer or clause.tree.words[part.head].text.lower() in {"themselves", "itself"}:
        return
    worth = 0.45 if lemma in SOFT else 0.78 if sign_of(lemma) else 0.52
    if wh not in {"What", PAIR}:
        worth += 0.1
    question = ask(narrowed(fact, answer, part), wh, [part])
    yield draft(fact, "question", "object", question, answer, worth)


def _how_much(fact: Fact, part: Part, strand: str = "") -> Iterator[Draft]:
    """*raises about a cup of flour*, *is mixed with 5 mL of water*: *How much water …?*"""
    speaker, tree = fact.spoken, fact.spoken.tree
    stuff, amount = stuff_measured(tree, part.head, noun_words(tree, part.head))
    if not stuff or dangling(tree, stuff, speaker.instead) or part.before:
        return
    rest = [w for w in part.words if w < min(amount) and tree.lemma(w) in {"about", "over"}]
    question = ask(fact, f"How much {tree.say(stuff, speaker.around)}", [part], strand=strand)
    answer = tree.say([*rest, *amount], speaker.around)
    yield draft(fact, "quantity", "quantity", question, answer, 0.8)


WITH_MORE = {
    "take": {"up", "in", "over", "out"},
    "put": {"out", "off"},
    "keep": {"out", "off", "away"},
    "set": {"off"},
}
"""Light verbs that with one of these particles tell a deed: *takes up*."""
DIRECTED = {"put": {"into", "onto"}, "keep": {"from"}}
"""The same with what a preposition leads to: *puts … into*."""


def _is_whole(clause: Clause) -> bool:
    """*The pump takes up salt*, *The gland puts iron into the blood*: no light verbs."""
    tree, lemma = clause.tree, clause.lemma
    beside = {tree.lemma(k) for k in tree.kids(clause.verb, "compound:prt")}
    behind = {p.marker for p in clause.all_parts("obl") if not p.before and not p.loose}
    return bool(beside & WITH_MORE.get(lemma, set()) or behind & DIRECTED.get(lemma, set()))


LONGEST_NARROWING = 9
"""Words of a purpose, or of what comes of it, that a question keeps."""


USING = frozenset("use utilize utilise employ add need require".split())
"""Verbs of which a question always says to what end: *What does it use to cool the air?*"""
NARROW = frozenset({"obl", "condition", "time", "manner", "contrast"})
"""Roles of parts that tell which of many answers is meant."""


def narrowed(fact: Fact, answer: str, asked: Part | None = None) -> Fact:
    """The fact with the purpose and the outcome that its question keeps if nothing else narrows it.

    *What does it use to cool the air?*, *What does the drug lower, leading to dizziness?*
    """
    speaker, clause = _clause(fact)
    kept = [part for side in speaker.kept([asked] if asked else []) for part in side]
    if clause.lemma not in USING and any(part.role in NARROW for part in kept):
        return fact
    if asked is None or asked.role != "obl":
        return _keeping(fact, answer, "purpose", "result")
    # What stands behind a preposition is told by it and its verb: *bind to*.
    return fact if asked.marker == "to" else _keeping(fact, answer, "purpose")


def with_end(fact: Fact, answer: str) -> Fact:
    """The fact with the purpose that its question keeps: *How is a grid used to grade a tear?*"""
    return _keeping(fact, answer, "purpose") if fact.spoken.clause.lemma in USING else fact


def with_aim(fact: Fact, answer: str) -> Fact:
    """The fact with the purpose that a reason is about: *Why is alum not used to dye silk?*"""
    return _keeping(fact, answer, "purpose") if fact.kind == "reason" else fact


def _keeping(fact: Fact, answer: str, *roles: Role) -> Fact:
    speaker, clause = _clause(fact)
    parts = [part for part in clause.all_parts(*roles) if not part.before]
    keeps = {part.role for part in parts if _narrows(speaker, part, answer)}
    keeps -= {part.role for part in parts if not _narrows(speaker, part, answer)}
    return replace(fact, speaker=replace(speaker, keeps=frozenset(keeps)))


def _narrows(speaker: Speaker, part: Part, answer: str) -> bool:
    """Is a purpose or an outcome short, clear by itself, and silent of the answer?"""
    tree, words = speaker.tree, speaker.part_words(part)
    lemma = tree.lemma(part.head)
    doing = tree.words[part.head].xpos == "VBG" and not part.marker and part.loose
    comes = doing and bool(lemma in SWAYING or sign_of(lemma) or effect_of(lemma))
    if not (part.marker == "to" if part.role == "purpose" else comes):
        return False
    if len(words) > LONGEST_NARROWING or any(tree.lemma(w) in VAGUE for w in words):
        return False
    said = tree.say(words, speaker.around).lower()
    told = any(word.lower()[:5] in said for word in answer.split() if len(word) > 3)
    return not told and not dangling(tree, words, speaker.instead, known=("subject",))


def _is_amount(tree: Tree, head: int) -> bool:
    """*10.2 kW of power*, *400 eggs*: how much is what should be asked."""
    if tree.kid(head, "conj") is not None:
        return False
    if any(tree.words[k].text in PERCENT for k in (head, *tree.kids(head, "compound"))):
        return True
    return any(tree.words[k].text[:1].isdigit() for k in tree.kids(head, "nummod"))


MAKING = frozenset(
    """produce create generate release form cause yield evoke elicit trigger induce deliver supply
    deposit build develop convert transform provoke spur ensure prompt initiate facilitate enable
    allow contribute lead result give bring encourage foster attract help""".split()
)
"""Causal verbs whose object is there only because of them."""
TELLING_VERB = 0.35
"""Rarity of a verb from which what it does is worth asking: *dilate*, not *reduce*."""


def doings(fact: Fact) -> Iterator[Draft]:
    """Ask for the verb: *What does nitric oxide do to the airways?*"""
    speaker, clause = _clause(fact)
    part = _object(clause)
    if part is None:
        return
    lemma = clause.lemma
    if clause.inner is not None or clause.partner is not None:
        return
    if not sign_of(lemma) or lemma in MAKING | LIGHT:
        return
    if rarity(lemma) < TELLING_VERB:
        return
    tree = clause.tree
    words = noun_words(tree, part.head)
    if dangling(tree, words, speaker.instead) or part.before or clause.kind == "adverbial":
        return
    thing = tree.say(words, speaker.around)
    pronoun, them = (
        ("they" if speaker.plural else "it"),
        "them" if is_plural(tree, part.head) else "it",
    )
    group = speaker.group()
    answer = f"{pronoun} {group.finite} {them}"
    question = speaker.ask_doing(thing, part)
    question = with_topic(fact, question, speaker.open_nouns())
    if not speaker.unclear((part,)) and not speaker.points_back():
        yield draft(fact, "question", "doing", question, answer, 0.8)


OUTCOMES = frozenset({"lead", "result", "culminate"})
"""Verbs whose participle tells what comes of all that was said."""


def follows_from_all(fact: Fact) -> bool:
    """*Sugar is burnt, leading to heat*: it is the burning that leads there, not the sugar."""
    clause = fact.spoken.clause
    doing = clause.tree.words[clause.verb].xpos == "VBG" and not clause.auxes
    loose = clause.kind in {"adverbial", "conj"}
    return loose and doing and clause.lemma in OUTCOMES and not fact.intro


def causes(fact: Fact) -> Iterator[Draft]:
    """Ask for the subject: *What eliminates algae growth?*"""
    speaker, clause = _clause(fact)
    if clause.negated or clause.passive or clause.copula or clause.lemma in LIGHT:
        return
    if follows_from_all(fact):
        return
    target = clause.part("obj", "xcomp") or _complement(clause)
    if target is None or clause.subject is None:
        return
    words = speaker.part_words(target)
    if len(words) < 2:
        return
    wh = _which(fact, clause.tree, clause.subject)
    answer = speaker.subject
    name, kind = called(clause.tree, clause.subject)
    if name:
        answer, wh = name, kind
    if speaker.words and anaphoric(clause.tree, clause.subject, speaker.words):
        return
    if wh == "What" and _is_name(clause.tree, clause.subject):
        return
    wh = _who(clause, clause.subject, wh)
    own = _asks_own_kind(wh, clause.tree, clause.subject)
    if (own or wh in {"What", "Who"}) and not sign_of(clause.lemma):
        return
    worth = 0.62 if sign_of(clause.lemma) else 0.5
    worth += 0.04 * min(len(words), 6) - 0.12
    worth += 0.1 if wh != "What" else 0.0
    many = own and is_plural(clause.tree, clause.subject)
    told = narrowed(fact, answer) if wh in {"What", "Who"} else fact
    question = ask_subject(told, wh, plural=many or None)
    yield draft(fact, "question", "subject", question, answer, worth)


def _complement(clause: Clause) -> Part | None:
    """The preposition that the verb is not whole without."""
    wanted = COMPLEMENTS.get(clause.lemma, ())
    for part in clause.parts:
        deed = part.role == "manner" and clause.tree.words[part.head].xpos == "VBG"
        if deed and clause.lemma in TO_VERBS and clause.part("obj") is not None:
            continue
        whole = part.role == "obl" or deed  # *contributes to spreading apples*
        if whole and part.marker in wanted and not part.before and not part.loose:
            return part
    return None


def complements(fact: Fact) -> Iterator[Draft]:
    """Ask for what stands behind a preposition: *What is each PGAL converted into?*"""
    speaker, clause = _clause(fact)
    part = _complement(clause)
    if part is None or clause.negated or follows_from_all(fact):
        return
    if is_asked_as_amount(fact, part):
        return
    if clause.part("obj") is not None and clause.lemma in TO_VERBS:
        return
    if part.marker != "to" and (found := list(_how_much(fact, part, part.marker))):
        yield from found
        return
    answer, wh = answer_for(fact, speaker, part)
    if answer:
        keeps = part.role == "manner" and clause.part("obj") is not None
        strand = f"{part.marker} doing" if keeps else part.marker
        question = ask(narrowed(fact, answer, part), wh, [part], strand=strand)
        yield draft(fact, "question", "complement", question, answer, 0.76)


CHANGING = frozenset(
    """increase decrease rise fall decline drop grow shrink expand contract improve worsen
    deteriorate melt freeze evaporate condense collapse die disappear vanish soften harden
    slow accelerate widen narrow break burn double triple halve weaken strengthen spread
    fade rot decay swell dissolve crystallize ferment coagulate relax tighten cool warm
    heat dry shift""".split()
)
"""Verbs that say what becomes of their subject."""


def destinations(fact: Fact) -> Iterator[Draft]:
    """*Where does osteocalcin travel?*"""
    speaker, clause = _clause(fact)
    if clause.lemma not in MOTION or clause.negated or clause.part("obj"):
        return
    if any(part.marker == "from" for part in clause.all_parts("obl")):
        return  # "passes from father to son" is one answer
    for part in clause.all_parts("obl"):
        if part.marker in {"to", "into", "through", "toward", "towards"} and not part.before:
            answer = speaker.part(part)
            if is_money(clause.tree, part.head):
                return  # "fell to $4" tells no place
            if not dangling(clause.tree, part.words, speaker.instead):
                question = ask(fact, "Where", [part])
                back = [
                    p for p in clause.all_parts("advmod") if clause.tree.lemma(p.head) == "back"
                ]
                if back and clause.lemma == "go":  # "Maltese goes back to Arabic"
                    question = ask(fact, "What", [part, *back], strand=f"back {part.marker}")
                    answer = speaker.part(part, bare=True)
                yield draft(fact, "question", "where", question, answer, 0.6)
            return


SETTINGS = frozenset("in at during under with over after before on within across upon".split())
"""Prepositions of when and where, not of what becomes of it: *falls into a trap*."""


def changes(fact: Fact) -> Iterator[Draft]:
    """*What happens to muscle mass with age?*"""
    speaker, clause = _clause(fact)
    if (
        clause.lemma not in CHANGING
        or clause.passive
        or clause.negated
        or clause.kind == "adverbial"
    ):
        return
    front, behind = speaker.kept()
    if clause.part("obj", "xcomp", "pred") or not (front or behind) or speaker.unclear(()):
        return
    if speaker.points_back() or speaker.names_person():
        return
    settings = [
        p
        for p in behind
        if p.role in {"condition", "time"} or (p.role == "obl" and p.marker in SETTINGS)
        if p.marker != "at" or not has_number(clause.tree, p)
    ]
    if not settings and not front:
        return
    rest = " ".join(speaker.part(p) for p in settings)
    start = ", ".join(speaker.part(p) for p in front)
    happens = happens_in(clause)
    body = f"what {happens} to {speaker.subject} {rest}".strip()
    question = f"{start}, {body}?" if start else f"{body}?"
    pronoun = "they" if speaker.plural else "it"
    told = " ".join(speaker.part(p) for p in behind if p not in settings)
    answer = f"{pronoun} {speaker.group().finite} {told}".strip()
    question = with_topic(fact, capitalised(question), speaker.open_nouns())
    yield draft(fact, "question", "change", question, answer, 0.68)


def agents(fact: Fact) -> Iterator[Draft]:
    """Ask for the agent of a passive: *What releases norepinephrine?*"""
    speaker, clause = _clause(fact)
    part = clause.part("agent")
    if part is None or clause.negated or YEAR.search(speaker.part(part)):
        return
    if clause.tree.lemma(part.head) in TIME_UNITS or _reckons(clause):
        return  # *sent by the second week of May*
    if clause.tree.words[part.head].upos == "VERB" or clause.tree.words[part.head].xpos == "VBG":
        answer = speaker.part(part)
        if not dangling(clause.tree, part.words, speaker.instead, known=("x",)):
            yield draft(fact, "question", "means", ask(fact, "How", [part]), answer, 0.85)
        return
    answer, wh = answer_for(fact, speaker, part)
    if answer and not _is_name(clause.tree, part.head):
        own = _asks_own_kind(wh, clause.tree, part.head) or called(clause.tree, part.head)[0]
        same = wh.endswith(f" {clause.tree.words[part.head].text}")
        many = wh.endswith("things") or (bool(own or same) and is_plural(clause.tree, part.head))
        told, wh = narrowed(fact, answer, part), _who(clause, part.head, wh)
        question = ask_agent(told, wh, part, plural=many) or ask(told, wh, [part], strand="by")
        yield draft(fact, "question", "agent", question, answer, 0.66)


OFFICIAL = frozenset(
    """approve announce declare order ban license elect appoint sign demand sue proclaim decree
    arrest bombard besiege grant tax outlaw authorize authorise fund found invade annex""".split()
)
"""Verbs of what only people do, alone or as an office."""


def _acts(clause: Clause, head: int) -> bool:
    """*the Royal Navy*, *approved by the FDA*, *chemist James Dewar*: is it who does it?"""
    tree, word = clause.tree, clause.tree.words[head]
    joined = [head, *tree.kids(head, "conj")]
    if not all(tree.words[w].upos in {"PROPN", "NOUN"} for w in joined):
        return False
    name = word.upos == "PROPN" and (clause.lemma in OFFICIAL or names_somebody(tree.lemma(head)))
    person = any(k > head and tree.words[k].upos == "PROPN" for k in tree.kids(head, "flat"))
    return name or (person and names_somebody(tree.lemma(head)))


PROGRAMS = frozenset("peer provider orchestrator navigator".split())
"""What people are called, and programs as often."""
COUNTING = frozenset({"handful", "group", "number", "couple", "team", "majority"})
"""Nouns of so many: *a handful of firms*."""


def _who(clause: Clause, head: int, wh: str) -> str:
    """*Who* of a guild, dyers, the Royal Mint Society, by whom something is done."""
    if wh == "What" and _acts(clause, head):
        return "Who"
    tree = clause.tree
    of = tree.of(head)
    if of is not None and tree.lemma(head) in COUNTING:
        head = of
    lemma = tree.lemma(head).lower()
    if wh != "What" or lemma in PROGRAMS:
        return wh
    named = tree.words[head].text[:1].isupper() and not tree.starts(head)
    known = names_somebody(lemma) if named else names_hardly_else(lemma)
    return "Who" if known else wh


FIRSTS = frozenset(
    """invent discover coin pioneer devise formulate synthesize synthesise patent prove disprove
    solve propose introduce develop design found derive isolate""".split()
)
"""Verbs of what is done once, and remembered with the name of who did it."""


NEARLY = frozenset("almost nearly only never allegedly reportedly supposedly".split())
BESIDE = frozenset({"with", "to", "unlike", "against", "despite"})
"""What stands before a sentence that not all of a maker's question tells: *With Bunsen, …*."""


MADE_ONCE = frozenset("create write release publish compose start launch paint build".split())
"""Verbs of what is made many times, and so asked for by its name only: *Who wrote Emma?*"""


def _makes_named(clause: Clause) -> bool:
    """*Ivo Tolmin released Tolmo*, *Tolmo was written by Ivo Tolmin*"""
    made = clause.part("obj")
    head = clause.subject if clause.passive else made.head if made is not None else None
    if clause.lemma not in MADE_ONCE or head is None:
        return False
    tree = clause.tree
    return tree.words[head].xpos == "NNP" and tree.kid(head, "conj", "nmod:poss") is None


def _is_no_maker(tree: Tree, head: int) -> bool:
    """*Hurricane Olga*, *Mount Tolmo*: names of what creates, and is nobody."""
    words = [head, *tree.kids(head, "compound", "flat")]
    first = tree.words[min(words)].text
    small = first.lower() if first.istitle() and len(words) > 1 else ""
    return is_word(small) and not names_somebody(small)


def makers(fact: Fact) -> Iterator[Draft]:
    """*Euler solved the Basel problem*, *was solved by Euler*: *Who solved the Basel problem?*"""
    speaker, clause = _clause(fact)
    if clause.tag not in {"VBD", "VBN"} or clause.negated:
        return
    agent, made = clause.part("agent"), clause.part("obj")
    if clause.lemma not in FIRSTS and not _makes_named(clause):
        return
    if clause.inner is not None or (made is None and agent is None):
        return
    if any(clause.tree.lemma(kid) in NEARLY for kid in clause.tree.kids(clause.verb, "advmod")):
        return
    said_before = clause.tree.words[: clause.verb]
    if any(part.before and part.marker in BESIDE for part in clause.parts) or any(
        word.lemma.lower() == "contrary" for word in said_before
    ):
        return
    head = agent.head if agent is not None else clause.subject
    if head is None or not _is_name(clause.tree, head) or is_of_unnamed_shell(speaker):
        return
    if clause.lemma not in FIRSTS and _is_no_maker(clause.tree, head):
        return
    if agent is not None:
        asked, answer = ask_agent(fact, "Who", agent, past=True), speaker.part(agent, bare=True)
    else:
        asked, answer = ask_subject(fact, "Who"), speaker.subject
    told = any(name.strip(",.") in asked for name in answer.split() if name[:1].isupper())
    if not told and not any(letter.isdigit() for letter in answer):
        yield draft(fact, "question", "maker", asked, answer, 0.75)


def _reckons(clause: Clause) -> bool:
    """*the mass divided by the volume*: a number of a formula does nothing."""
    into = any(part.marker in {"into", "in"} for part in clause.all_parts("obl"))
    return clause.lemma == "multiply" or (clause.lemma == "divide" and not into)


def attributes(fact: Fact) -> Iterator[Draft]:
    """*Glucose has a chemical formula of C6H12O6*: *What is the chemical formula of glucose?*"""
    speaker, clause = _clause(fact)
    part = clause.part("obj")
    if part is None or clause.lemma != "have" or clause.negated or clause.inner is not None:
        return
    tree = clause.tree
    value = tree.of(part.head)
    if value is None or not tree.determiners(part.head) & {"a", "an"}:
        return
    words = noun_words(tree, value)
    if not any(
        tree.words[w].upos == "NUM" or any(c.isdigit() for c in tree.words[w].text) for w in words
    ):
        return
    name = [
        w
        for w in noun_words(tree, part.head)
        if w not in tree.below(value) and tree.dep(w) != "det"
    ]
    question = f"What is the {tree.say(name, speaker.around)} of {speaker.subject}?"
    question = with_topic(fact, question, speaker.open_nouns([part]))
    yield draft(fact, "question", "attribute", question, tree.say(words, speaker.around), 0.88)


def enabling(fact: Fact) -> Iterator[Draft]:
    """Ask what something allows: *What does neuroplasticity allow the brain to do?*"""
    speaker, clause = _clause(fact)
    part = clause.part("xcomp")
    if part is None or clause.negated or clause.tree.words[part.head].upos != "VERB":
        return
    obj = clause.part("obj")
    tree = clause.tree
    if tree.words[part.head].xpos != "VB":
        return
    if (obj is None and clause.lemma not in HELPERS | {"use"}) or clause.lemma in {"aim", "want"}:
        return
    if clause.lemma in {"tend", "seem", "appear", "begin", "start", "continue"}:
        return
    words = [w for w in speaker.part_words(part) if w not in tree.kids(part.head, "mark")]
    if dangling(tree, words, speaker.instead, known=("x",)):
        return
    answer = tree.say(trimmed(tree, part.head, words), speaker.around)
    strand = "do" if tree.kid(part.head, "mark") is None else "to do"
    question = ask(fact, "What", [part], strand=strand)
    yield draft(fact, "question", "enabled", question, answer, 0.68)


def qualities(fact: Fact) -> Iterator[Draft]:
    """Ask what an adjective is tied to: *For what is BDNF essential?*"""
    speaker, clause = _clause(fact)
    pred = clause.part("pred")
    if pred is None or not clause.copula or clause.negated:
        return
    tree = clause.tree
    if tree.words[pred.head].upos != "ADJ":
        return
    able = tree.lemma(pred.head) in ABLE
    markers = {"for", "to", "in", "on", "from", "with"} if able else {"for", "to", "of", "from"}
    for part in clause.all_parts("obl", "manner"):
        if part.before or part.loose or part.marker not in markers:
            continue
        words = noun_words(tree, part.head) if part.role == "obl" else speaker.part_words(part)
        words = [w for w in words if w not in tree.kids(part.head, "mark", "case")]
        answer = tree.say(words, speaker.around)
        if not answer or dangling(tree, words, speaker.instead, known=("x",)):
            continue
        if tree.lemma(words[0]) in DENYING:
            continue
        if not able and (rarest(answer.split()) < TELLING_VERB or has_number(tree, part)):
            continue
        question = ask(fact, "What", [part], strand=part.marker)
        yield draft(fact, "question", "quality", question, answer, 0.62)
        return


def answer_for(fact: Fact, speaker: Speaker, part: Part) -> tuple[str, str]:
    """The answer that a part gives, and the word to ask for it.

    Returns:
        An empty answer where the part says nothing by itself.
    """
    tree = speaker.tree
    words = noun_words(tree, part.head)
    for known_as, wh in (called(tree, part.head), exemplified(speaker, part.head)):
        if known_as:
            return known_as, wh
    known = ("subject",)
    if tree.words[part.head].upos in {"VERB", "AUX"}:
        marks = tree.kids(part.head, "case", "mark")
        told = [
            k for w in tree.below(part.head) for k in tree.kids(w, "acl") if tree.comma_before(k)
        ]
        words = [w for w in tree.below(part.head, without=told) if w not in marks or w > part.head]
    if dangling(tree, words, speaker.instead, known=known):
        return "", ""
    if any(tree.lemma(w) in DENYING for w in tree.below(part.head)):
        return "", ""
    name = named(tree, part.head)
    if name is not None:
        return tree.say(name, speaker.around), f"Which {_kind_named(tree, part.head)}"
    klass = fact.classes.get(part.head, "")
    if klass and part.head - 1 in words and tree.lemma(part.head - 1) == klass.split()[-1]:
        return tree.say([part.head], speaker.instead), f"Which {_more_told(tree, part.head, klass)}"
    if anaphoric(tree, part.head, words) and len(tree.kids(part.head, "conj")) < 2:
        return "", ""  # of three things in a row *the bite* needs no more than its article
    if not klass and _is_name(tree, part.head) and tree.kid(part.head, "conj") is None:
        return "", ""
    said = trimmed(tree, part.head, words, LONG_OBJECT)
    wh = _which(fact, tree, part.head)
    wh = PAIR if wh == "What" and _is_pair(tree, part.head, said) else wh
    both = wh == PAIR and tree.lemma(said[0]) == "both"
    return tree.say(said[1:] if both else said, speaker.around), wh


PAIR = "What two things"


def _is_pair(tree: Tree, head: int, words: list[int]) -> bool:
    """*nerve impulses and cell growth*, each a thing by itself; no *friction and thus drag*."""
    others = [k for k in tree.kids(head, "conj") if k in words]
    if len(others) != 1 or tree.kids(others[0], "conj"):
        return False
    if any(tree.words[w].upos == "ADV" for w in tree.below(others[0])):
        return False
    other = others[0]
    between = [w for w in words if head < w < other and w not in tree.below(other)]
    nouns = all(tree.words[w].upos in {"NOUN", "PROPN"} for w in (head, other))
    ands = [tree.lemma(k) for k in tree.kids(other, "cc")] == ["and"]
    owned = tree.kids(other, "nmod:poss") or {"other"} & {tree.lemma(w) for w in words}
    behind = [w for w in words if w > other and w not in tree.below(other)]
    apart = tree.kid(head, "nummod") is None and not between and not behind
    if not (nouns and ands and apart) or owned:
        return False
    return tree.lemma(words[0]) == "both" or not _shares_noun(tree, head, other)


def _shares_noun(tree: Tree, head: int, other: int) -> bool:
    """*drug and alcohol abuse*, *the theory and practice of law*: a word may be of both."""
    bare = not tree.kids(head, "det", "amod", "compound", "nmod:poss")
    more = tree.kids(other, "compound", "nmod", "acl")
    told = tree.kids(head, "det", "amod", "nmod:poss")
    return bool((bare and more) or (told and not tree.kids(other, "det", "amod")))


NO_KIND = frozenset("different new certain special particular specific own other".split())
"""Adjectives that tell nothing of a kind."""
LONGEST_KIND, LONGEST_NAME = 5, 4


def called(tree: Tree, head: int) -> tuple[str, str]:
    """The name and the kind in *a technique known as countersteering*; empty where none is."""
    given = name_given(tree, head)
    if given is None or not tree.determiners(head) <= {"a", "an"}:
        return "", ""
    name = tree.say(noun_words(tree, given)).strip("\"“”'‘’")
    graded = [k for k in tree.kids(head, "amod") if is_graded(tree, k)]
    idle = {k for k in tree.kids(head, "amod") if tree.lemma(k) in NO_KIND}
    idle |= {w for k in graded for w in tree.below(k)}  # "a lighter alloy": than what?
    out = {*tree.below(tree.words[given].head), *tree.kids(head, "det", "nummod"), *idle}
    words = [w for w in noun_words(tree, head) if w not in out]
    kind = tree.say(words)
    long = len(kind.split()) > LONGEST_KIND or not 1 <= len(name.split()) <= LONGEST_NAME
    if long or dangling(tree, words, {}) or kind.split()[-1].lower() in name.lower().split():
        return "", ""
    return name, "What" if graded and kind in SHELLS else f"Which {kind}"


LONG_OBJECT = 15
"""Words of an object from which its last additions go."""


def named(tree: Tree, head: int) -> list[int] | None:
    """The name in *the hormone osteocalcin*, where the head is the class."""
    if tree.words[head].upos != "NOUN" or not any(
        tree.lemma(k) == "the" for k in tree.kids(head, "det")
    ):
        return None
    for kid in tree.kids(head, "appos", "nmod:desc", "flat"):
        if kid > head and not tree.comma_before(kid) and tree.words[kid].upos in {"NOUN", "PROPN"}:
            return noun_words(tree, kid)
    return None


def _kind_named(tree: Tree, head: int) -> str:
    """*hormone* of *the hormone pyrin*, with what tells more: *the French brewer Tolmin*.

    Of *the metals tin and lead* it is *metals*.
    """
    many = tree.words[head].xpos == "NNS" and any(
        tree.kid(name, "conj") is not None for name in tree.kids(head, "appos", "flat")
    )
    return _more_told(tree, head, tree.words[head].text if many else tree.lemma(head))


def _more_told(tree: Tree, head: int, kind: str) -> str:
    """*French brewer*, *plant hormone*: a kind with the words before it that tell which kinds."""
    before = [k for k in tree.kids(head, "amod", "compound") if k < head]
    said = kind.lower().split()
    told = [
        k
        for k in before
        if _tells_kind(tree, k)
        and not {tree.words[w].text.lower() for w in tree.below(k)} & {*said}
    ]
    return f"{tree.say([w for k in told for w in tree.below(k)])} {kind}".strip()


TELLING_WHICH = 0.6
"""Rarity from which a word before a noun tells one kind of it: *nicotinic* receptors."""


def _own_kind(tree: Tree, head: int) -> str:
    """The noun that tells by itself which kind of thing to ask for: *lactic acid*: which acid?

    Returns:
        Empty where what stands before it does not tell which, or stands in the question too.
    """
    word, lemma = tree.words[head], tree.lemma(head)
    if word.upos != "NOUN" or not word.text.islower() or tree.determiners(head) - {"the"}:
        return ""
    if not _is_named_by_its_end(tree, head) or names_somebody(lemma):
        return ""
    before = [kid for kid in tree.kids(head, "amod", "compound") if kid < head]
    beside = {kid for kid in tree.kids(head) if tree.dep(kid) in {"det", "case", "punct", "appos"}}
    doing = any(tree.dep(k) == "amod" and tree.words[k].text.endswith("ing") for k in before)
    rest = set(tree.kids(head)) - set(before) - beside
    whole = {kid for kid in rest if kid > head and tree.marker(kid) == "of"}
    if doing or rest - whole:
        return ""  # "fermenting apple juice" may be what somebody does
    telling = [kid for kid in before if _tells_which(tree, kid)]
    if whole or lemma in TERMS:  # "a profound sense of loss" is no kind of sense
        telling = [kid for kid in telling if _tells_kind(tree, kid)]
    return word.text if telling else ""


TERMS = frozenset(
    """effect problem law theory principle rule reaction pathway cycle theorem paradox technique
    method hypothesis conjecture""".split()
)
"""Nouns of which a definite one has a name: *the Doppler effect*."""


def _is_named_by_its_end(tree: Tree, head: int) -> bool:
    """*lactic acid*, *the Doppler effect*; no *dizzying effects*."""
    lemma = tree.lemma(head)
    if lemma in TERMS:
        return not is_plural(tree, head) and "the" in tree.determiners(head)
    return lemma not in SHELLS and ends_names(lemma)


def _tells_kind(tree: Tree, kid: int) -> bool:
    """Is a word before a noun a noun or a name, or an adjective that tells a kind: *renal*?"""
    word = tree.words[kid]
    named = tree.dep(kid) == "compound" or word.text[:1].isupper()
    return named or names_kind(word.text) or rarity(word.text) >= UNHEARD


def _asks_own_kind(wh: str, tree: Tree, head: int) -> bool:
    """Is *which* followed by the answer's own noun, and not by a class that the note gives?"""
    return wh == f"Which {_own_kind(tree, head)}"


UNHEARD = 0.9
"""Rarity from which an adjective is a term, not somebody's judgement: *styloid*, not *vast*."""


def _tells_which(tree: Tree, index: int) -> bool:
    """Is a word before a noun a name or a rare one, and said only here? Not *cellular* of cells."""
    word = tree.words[index]
    named = word.text[:1].isupper() and not tree.starts(index)
    rarest_of = max(rarity(tree.words[w].text) for w in tree.below(index))
    told = rarest_of if tree.dep(index) == "compound" else rarity(word.text)
    rare = named or (told >= TELLING_WHICH and word.xpos != "JJR")
    stem = word.text.lower()[:4]
    said = any(w.text.lower()[:4] == stem for w in tree.words[:index])
    return (
        rare and not said and sum(tree.lemma(w.index) == tree.lemma(index) for w in tree.words) == 1
    )


def _which(fact: Fact, tree: Tree, head: int) -> str:
    name = fact.classes.get(head, "")
    if is_person(tree.lemma(head)):
        return "Who"
    if name and tree.kid(head, "conj") is None:
        return f"Which {name}"
    others = tree.kids(head, "conj")
    if name and len(others) == 1 and fact.classes.get(others[0], "") == name:
        *first, last = name.split()
        many = f"{last}s" if last.isupper() else inflect(last, "NNS")
        return " ".join(("Which two", *first, many))
    if is_plural(tree, head) and (joined := 1 + len(tree.kids(head, "conj"))) in range(3, 6):
        commas = sum(tree.words[w].text == "," for w in tree.below(head))
        return f"What {number_word(joined)} things" if commas >= joined - 2 else "What"
    if own := _own_kind(tree, head):
        return f"Which {own}"
    return _kind_within(tree, head) or "What"


DEEDS = tuple("tion sion ment ing al ance ence ity ness ship age ure sis ease".split())
"""Endings of nouns for what is done: *water loss*, *gene expression* is no kind of it."""


def _kind_within(tree: Tree, head: int) -> str:
    """*Which receptors*, *what kind of band gap*: by the noun of the answer itself.

    Of an adjective only behind a verb that leaves open what is meant: *What kind of membrane
    damps the sound?* can be guessed.

    Returns:
        Empty where the noun says nothing, what stands before it tells no kind, or it is no object.
    """
    word, lemma = tree.words[head], tree.lemma(head)
    if word.upos != "NOUN" or not word.text.islower() or tree.determiners(head) - {"a", "an"}:
        return ""
    if lemma in SHELLS or names_somebody(lemma) or word.dep not in {"obj", "obl"}:
        return ""
    if len(word.text) < SHORTEST_KIND or tree.marker(head) == "than":
        return ""
    before = [kid for kid in tree.kids(head, "amod", "compound") if kid < head]
    beside = {"det", "case", "punct", "acl"}
    if any(kid not in before and tree.dep(kid) not in beside for kid in tree.kids(head)):
        return ""
    if lemma.endswith(DEEDS) and any(tree.dep(kid) == "compound" for kid in before):
        return ""
    telling = [kid for kid in before if _tells_which(tree, kid)]
    if not telling or any(_is_doing_or_count(tree, kid) for kid in before):
        return ""
    if any(tree.words[kid].text[:1].isupper() for kid in telling):
        return f"Which {word.text}"
    return f"What kind of {word.text}" if tree.lemma(word.head) in LIGHT else ""


SHORTEST_KIND = 4
"""Letters of a noun that can be asked for: no *which max* of *VO2 max*."""


def _is_doing_or_count(tree: Tree, index: int) -> bool:
    """*fermenting apple juice* may be what somebody does, *a 360 Hz fork* wants its number."""
    doing = tree.dep(index) == "amod" and tree.words[index].text.endswith("ing")
    return doing or tree.kid(index, "nummod") is not None


PEOPLE = frozenset(
    """people person man woman child patient student doctor expert user human individual
    adult parent scientist engineer farmer physician athlete monk king queen artist nurse
    teacher worker diver swimmer runner pilot surgeon tourist passenger driver customer consumer
    investor trader employee employer soldier sailor coach manager author writer leader
    president emperor sultan prisoner refugee""".split()
)


def is_person(lemma: str) -> bool:
    """*Who* or *what*?"""
    return lemma in PEOPLE or lemma.endswith(
        ("people", "person", "woman", "ologist", "ician", "smith")
    )


def _is_name(tree: Tree, head: int) -> bool:
    """A proper name whose kind the note does not tell: *who* or *what*?"""
    word = tree.words[head]
    return word.upos == "PROPN" and not word.text.isupper() and tree.kid(head, "det") is None


SPECIFIC = 0.55
"""Rarity from which what a thing does not do is worth asking: most things are not done."""


def denied(fact: Fact) -> Iterator[Draft]:
    """*does not cross the blood-brain barrier*: *What does adrenaline not cross?*"""
    speaker, clause = _clause(fact)
    part = clause.part("obj")
    if not clause.negated or part is None or clause.passive or clause.part("xcomp"):
        return
    tree = clause.tree
    plain = any(tree.lemma(k) in {"not", "n't"} for k in tree.kids(clause.verb, "advmod"))
    if not plain or clause.lemma in LIGHT or clause.inner is not None:
        return
    words = noun_words(tree, part.head)
    if dangling(tree, words, speaker.instead) or anaphoric(tree, part.head, words):
        return
    answer = tree.say(trimmed(tree, part.head, words, LONG_OBJECT), speaker.around)
    if rarest(answer.split()) < SPECIFIC:
        return
    yield draft(fact, "question", "denied", ask(fact, "What", [part]), answer, 0.6)


def _object(clause: Clause) -> Part | None:
    """What an active clause says is acted on, where nothing more is said of it."""
    if clause.negated or clause.passive or clause.part("xcomp"):
        return None
    return clause.part("obj")


def _clause(fact: Fact) -> tuple[Speaker, Clause]:
    return fact.spoken, fact.spoken.clause
