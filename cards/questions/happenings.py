"""Questions for what becomes of a thing, where it is, and what else stands behind a preposition."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from cards.english.causes import TO_VERBS, sign_of
from cards.english.clauses import Clause, Part
from cards.english.facts import Fact
from cards.english.phrases import bare_definite, dangling, is_plural, noun_words, trimmed
from cards.english.speaking import Speaker
from cards.english.verbs import capitalised
from cards.questions.actions import COMPLEMENTS, is_person, narrowed, with_end
from cards.questions.drafts import (
    Draft,
    ask,
    ask_subject,
    draft,
    happens_in,
    tells_then,
    with_topic,
)
from cards.questions.examples import exemplified
from cards.questions.measures import TIME_UNITS
from cards.questions.numbers import year_of

STATES = frozenset(
    """be have exist remain stay belong depend consist matter vary differ contain mean seem appear
    need include like want know believe think rely stand lie live work play serve act function
    come go""".split()
)
"""Verbs that say how a thing is, not what becomes of it."""
ARISING = frozenset("emerge arise occur happen appear".split())
"""Verbs of what was not there before: asked when, not what happens to it."""
PLACED = frozenset(
    """find locate occur live grow store concentrate situate reside begin start originate form
    happen base house produce make synthesize discover situate position place settle accumulate
    attach sit lie stand release secrete process absorb digest detect invent mine build store
    deposit trap break capture""".split()
)
"""Verbs with which a place makes a whole answer."""
PLACES = frozenset(
    """in on at within inside between near under above around across throughout beneath behind
    along outside""".split()
)
NO_PLACE = frozenset(
    """way manner case fact form term order process stage phase situation condition time year
    century decade period moment minute hour day addition response context example basis
    part turn general particular practice theory detail effect result number degree rate
    step direction front end beginning past future mind field area""".split()
)


def becomes(fact: Fact) -> Iterator[Draft]:
    """*What happens to fries as they cool down?*"""
    speaker, clause = fact.spoken, fact.spoken.clause
    if clause.lemma in STATES or clause.passive or clause.copula or clause.negated:
        return
    if clause.kind not in {"main", "conj"} or clause.inner is not None or speaker.names_person():
        return
    if any(part.marker in TO_VERBS.get(clause.lemma, ()) for part in clause.all_parts("obl")):
        return  # *leads to rust*: asked as a cause
    if clause.part("obj", "ccomp", "pred") is not None or not _is_state(clause):
        return
    kept = [part for side in speaker.kept() for part in side]
    occasions = [p for p in clause.all_parts("condition", "time") if p in kept]
    occasion = next((p for p in occasions if not p.loose), next(iter(occasions), None))
    if (
        occasion is None
        or occasion.marker == "until"
        or not tells_then(clause, occasion)
        or clause.tree.words[occasion.head].upos not in {"VERB", "NOUN", "ADJ"}
    ):
        return
    tree = clause.tree
    words = speaker.part_words(occasion)
    if dangling(tree, words, speaker.instead, known=("subject",)) or speaker.unclear(()):
        return
    if clause.lemma in ARISING:
        question = ask(fact, "When", [occasion])
        yield draft(fact, "question", "change", question, speaker.part(occasion), 0.66)
        return
    when = " ".join(speaker.told([occasion], speaker.subject))
    if clause.subject in speaker.instead:
        when = when.replace(speaker.subject, "they" if speaker.plural else "it")
    front, behind = speaker.kept([occasion])
    told = " ".join(speaker.part(p) for p in behind)
    pronoun = "they" if speaker.plural else "it"
    answer = f"{pronoun} {speaker.group().finite} {told}".strip()
    happens = happens_in(clause)
    question = f"what {happens} to {speaker.subject} {when}?"
    if front:
        question = f"{', '.join(speaker.part(p) for p in front)}, {question}"
    question = with_topic(fact, capitalised(question), speaker.open_nouns(behind))
    yield draft(fact, "question", "change", question, answer, 0.74)


def _is_state(clause: Clause) -> bool:
    """*becomes brittle*; what else stands behind such a verb is no happening."""
    state = clause.part("xcomp")
    if state is None:
        return True
    plain = clause.tree.words[state.head].upos == "ADJ"
    return plain and clause.lemma in {"become", "turn", "grow", "get", "go", "fall"}


def made_so(fact: Fact) -> Iterator[Draft]:
    """*makes the paper brittle*: *What does the acid do to the paper?*"""
    speaker, clause = fact.spoken, fact.spoken.clause
    obj, state = clause.part("obj"), clause.part("xcomp")
    if obj is None or state is None or clause.negated or clause.passive:
        return
    tree = clause.tree
    if clause.lemma not in {"make", "render", "keep", "leave", "turn"} or obj.before:
        return
    if tree.words[state.head].upos != "ADJ":
        return
    words = noun_words(tree, obj.head)
    if dangling(tree, words, speaker.instead) or clause.kind == "adverbial":
        return
    told = speaker.part_words(state)
    if dangling(tree, told, speaker.instead, known=("subject",)):
        return
    thing = tree.say(words, speaker.around)
    them = "them" if is_plural(tree, obj.head) else "it"
    pronoun = "they" if speaker.plural else "it"
    rest = [p for p in speaker.kept([obj, state])[1] if p.role not in {"advmod"}]
    if rest:
        return
    answer = f"{pronoun} {speaker.group().finite} {them} {tree.say(told, speaker.around)}"
    question = with_topic(fact, speaker.ask_doing(thing, obj, state), speaker.open_nouns([state]))
    if not speaker.points_back([state]):
        yield draft(fact, "question", "made", question, answer, 0.82)


def places(fact: Fact) -> Iterator[Draft]:
    """*Where is the hormone made?*"""
    speaker, clause = fact.spoken, fact.spoken.clause
    if clause.negated or clause.part("obj", "xcomp", "ccomp") is not None or clause.copula:
        return
    if clause.lemma not in PLACED:
        return
    part = _place(clause)
    if part is None or not _stands(speaker, part):
        return
    yield draft(fact, "question", "place", ask(fact, "Where", [part]), speaker.part(part), 0.7)


def _place(clause: Clause) -> Part | None:
    tree = clause.tree
    for part in clause.all_parts("obl"):
        if part.before or part.loose or part.marker not in PLACES:
            continue
        number = any(c.isdigit() for w in part.words for c in tree.words[w].text)
        if tree.lemma(part.head) not in NO_PLACE and not number:
            return part
    return None


TAKEN = frozenset(
    """use add recommend suggest prefer choose apply employ include incorporate prescribe wear grow
    build construct invent develop install place save set""".split()
)
"""Verbs of doing something to an end: *is added for a subtle flavour*."""
NO_END = frozenset(
    """time day hour minute second year month week moment person people reason example case use
    purpose way person patient child woman man""".split()
)


NO_USE = re.compile(r"(?:(?:its|their|his|her) |lack |want |fear )", re.IGNORECASE)
"""*Copper is used for its conductivity*: why, not what for."""


def what_for(fact: Fact) -> Iterator[Draft]:
    """*Turmeric is added for a golden colour*: *Why is turmeric added?*; *What is it used for?*"""
    speaker, clause = fact.spoken, fact.spoken.clause
    if clause.lemma not in TAKEN or not clause.passive or clause.negated:
        return
    tree = clause.tree
    for part in clause.all_parts("obl"):
        lemma = tree.lemma(part.head)
        if part.marker != "for" or part.before or part.loose or lemma in NO_END:
            continue
        if tree.kid(part.head, "nummod") is not None or tree.words[part.head].upos != "NOUN":
            continue
        if not _stands(speaker, part):
            continue
        answer = tree.say(trimmed(tree, part.head, speaker.part_words(part)), speaker.around)
        purpose = replace(fact, kind="purpose")
        question = ask(fact, "Why", [part])
        if clause.lemma == "use" and not NO_USE.match(answer.removeprefix("for ")):
            question, answer = ask(fact, "What", [part], strand="for"), answer.removeprefix("for ")
        yield draft(purpose, "question", "purpose", question, answer, 0.76)
        return


PHRASES = frozenset("top behalf basis term terms front lieu light spite favor favour".split())
"""Nouns of set phrases: *on top of*."""
STRANDED = frozenset({"to", "from", "with", "on", "into", "for", "as", "against", "of", "through"})


def behind_prepositions(fact: Fact) -> Iterator[Draft]:
    """*What is the current limited to?*, where the verb has no object of its own."""
    speaker, clause = fact.spoken, fact.spoken.clause
    if clause.negated or clause.copula or clause.part("obj", "xcomp", "ccomp", "agent"):
        return
    if clause.kind == "adverbial" or clause.lemma in {"be", "go", "come", "lead", "result"}:
        return
    found = [
        p
        for p in clause.all_parts("obl")
        if not p.before and not p.loose and p.marker in STRANDED
        if clause.tree.lemma(p.head) not in PHRASES
        and clause.tree.words[p.head].upos not in {"ADV", "ADP"}
        and clause.tree.lemma(p.head) not in TIME_UNITS
        and year_of(clause.tree, p) is None
    ]
    if clause.lemma in COMPLEMENTS and found and found[0].marker in COMPLEMENTS[clause.lemma]:
        return
    if len(found) != 1 or not _stands(speaker, found[0]):
        return
    part = found[0]
    answer = speaker.part(part, bare=True)
    if answer.lower().startswith("only ") or (part.marker == "from" and " to " in answer):
        return  # "flows only from warm to cold"
    wh = "Whom" if is_person(clause.tree.lemma(part.head)) else "What"
    named, kind = exemplified(speaker, part.head)
    if named:
        answer, wh = named, kind
    question = ask(narrowed(fact, answer, part), wh, [part], strand=part.marker)
    worth = 0.62 if sign_of(clause.lemma) or clause.passive else 0.55
    yield draft(fact, "question", "behind", question, answer, worth)


def _stands(speaker: Speaker, part: Part) -> bool:
    words = noun_words(speaker.tree, part.head)
    return not dangling(speaker.tree, words, speaker.instead, known=("subject",))


SEEN_AS = frozenset(
    "consider regard recommend know prefer require need use prescribe indicate avoid".split()
)


def chosen_for(fact: Fact) -> Iterator[Draft]:
    """*Large russets are recommended for fries*: *What is recommended for fries?*"""
    speaker, clause = fact.spoken, fact.spoken.clause
    if not clause.passive or clause.negated or clause.lemma not in SEEN_AS:
        return
    tree = clause.tree
    part = clause.part("xcomp", "obl", "manner")
    if part is None or (clause.lemma == "know" and part.marker != "for"):
        return  # "is known to high precision"
    if clause.subject is not None and bare_definite(tree, clause.subject, speaker.words):
        return
    fact = with_end(fact, speaker.subject)
    question = ask_subject(fact, "What")
    yield draft(fact, "question", "chosen", question, speaker.subject, 0.62)
