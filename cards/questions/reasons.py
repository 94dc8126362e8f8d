"""Questions that begin with why, how and when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from cards.english.causes import MOTION, TO_VERBS, effect_of, sign_of
from cards.english.clauses import Clause, Part, is_negated, is_using
from cards.english.facts import Fact
from cards.english.phrases import SHADES, SHELLS, YEAR, dangling, is_plural, trimmed
from cards.english.speaking import Speaker, base_form
from cards.english.tree import Tree, tidy
from cards.english.verbs import capitalised, inflect, with_article
from cards.questions.actions import follows_from_all, with_aim, with_end
from cards.questions.drafts import Draft, ask, draft, happens_in, tells_then, with_topic
from cards.questions.measures import takes_time

EMPTY = frozenset({"play", "have", "be", "make", "do", "take", "show", "include", "involve"})
"""Verbs that make no means: *by having …*."""


NO_PURPOSE = frozenset({"include", "become", "reach", "exceed", "find", "say", "be", "date"})
"""*grew to include*, *rose to become*: what came of it, not what for."""


def why(fact: Fact) -> Iterator[Draft]:
    """*Why are shade balls black?*"""
    if fact.part is None:
        yield from _why_as_told_elsewhere(fact)
        return
    speaker, part = _part(fact)
    source = speaker.tells_source(part) or _vouches(speaker.tree, part)
    answer = "" if source else _said(speaker, part)
    if not answer or (part.role == "purpose" and speaker.tree.lemma(part.head) in NO_PURPOSE):
        return
    clause = speaker.clause
    if fact.kind == "purpose" and (clause.negated or takes_time(clause)):
        return
    if part.marker == "to" and any(
        clause.tree.words[k].xpos == "VBG" for k in clause.tree.kids(part.head, "conj")
    ):
        return  # *causing it to plummet and preventing …*, read as *to plummet and preventing*
    if clause.passive and part.marker == "for" and clause.lemma in MADE_FOR:
        return  # what it is used for is asked by another writer
    if _made_for(clause, part) and fact.kind == "purpose":
        if _is_counted(clause):
            return
        used = clause.lemma == "use"
        short = ask(fact, "What", [part], strand="for" if used else "to do")
        told = answer if used else answer.removeprefix("to ")
        yield draft(fact, "question", "purpose", short, told, 0.8)
        return
    bare = clause.part("obj", "pred", "xcomp", "obl", "agent", "ccomp") is None
    if bare and not clause.passive and part.role == "purpose" and not speaker.orders:
        return
    if speaker.orders:
        yield _why_order(fact, answer)
        return
    worth = 0.84 if part.role == "reason" else 0.7
    question = ONLY.sub(r" \1?", ask(with_aim(fact, answer), "Why", [part]))
    yield draft(fact, "question", fact.kind, question, answer, worth)


def _why_as_told_elsewhere(fact: Fact) -> Iterator[Draft]:
    """Another sentence or clause says why."""
    if not _only_is(fact.meaning):
        question = ask(with_aim(fact, fact.meaning), "Why", [])
        yield draft(fact, "question", "reason", question, fact.meaning, 0.84)


VOUCHING = frozenset(
    """admit claim say note show report record mention suggest state write recall put see expect
    intend plan promise""".split()
)
"""Verbs with which *as* tells who says so."""


def _vouches(tree: Tree, part: Part) -> bool:
    """*It won by luck, as Holm admitted*: who says so, and not why."""
    said = tree.kid(part.head, "obj", "ccomp", "xcomp") is None
    return part.marker == "as" and said and tree.lemma(part.head) in VOUCHING


def _only_is(answer: str) -> bool:
    """*Losses occur*: without where and how, that is no reason."""
    words = answer.lower().split()
    return len(words) == 2 and words[1] in {"occur", "occurs", "exist", "exists", "happen"}


ONLY = re.compile(r" only (\w+)\?$")
"""*Why does it only work?*, where it does *only because* of something."""


def _why_order(fact: Fact, answer: str) -> Draft:
    """*Why cut the fries thick?*, *Why not salt beans early?*"""
    speaker, part = _part(fact)
    if part.role == "result":
        answer = f"to {speaker.tree.lemma(part.head)} {' '.join(answer.split()[1:])}"
    unclear = speaker.open_nouns([part], subject=False)
    anybody = _to_anybody(speaker)
    asked = anybody.ask("Why", [part]) if speaker.clause.negated else order(anybody, [part])
    question = with_topic(fact, asked, unclear or ("it",))
    return draft(fact, "question", fact.kind, question, answer, 0.62)


MADE_FOR = frozenset(
    {"use", "need", "require", "design", "make", "build", "apply", "implement", "develop"}
)


def _made_for(clause: Clause, part: Part) -> bool:
    """*is used to cut glass*: *What is it used to do?*"""
    plain = clause.part("obl", "agent") is None
    return clause.passive and plain and part.marker == "to" and clause.lemma in MADE_FOR


def _to_anybody(speaker: Speaker) -> Speaker:
    """*stir the cooked rice* as *stir cooked rice*, *chill the tin* as *chill a tin*."""
    tree, obj = speaker.tree, speaker.clause.part("obj")
    the = _bare_the(tree, obj.head) if obj is not None else None
    if obj is None or the is None or obj.head in speaker.instead:
        return speaker
    lexicon, lemma = tree.lexicon, tree.lemma(obj.head)
    if lemma in lexicon.bare or is_plural(tree, obj.head):
        return replace(speaker, instead={**speaker.instead, the: ""})
    article = with_article(tree.words[the + 1].text).split()[0]
    counted = lemma in lexicon.counted
    return replace(speaker, instead={**speaker.instead, the: article}) if counted else speaker


def _bare_the(tree: Tree, noun: int) -> int | None:
    """The article of *the cooked rice*; not of *the rice in the pot* or *the main method*."""
    word = tree.words[noun]
    names = (tree.words[k].text for k in (noun, *tree.kids(noun, "compound", "amod")))
    narrowed = tree.kid(noun, "nmod", "acl", "appos", "conj", "nummod") is not None
    narrowed = narrowed or not all(name.isalpha() and name.islower() for name in names)
    if word.upos != "NOUN" or narrowed or tree.lemma(noun) in SHELLS:
        return None
    return next((k for k in tree.kids(noun, "det") if tree.lemma(k) == "the"), None)


def _is_counted(clause: Clause) -> bool:
    """*Two pins are used to hold the hinge*: how many, not what for, is what it tells."""
    return clause.subject is not None and clause.tree.kid(clause.subject, "nummod") is not None


def order(speaker: Speaker, asked: list[Part]) -> str:
    """*Why cut the fries thick?*"""
    front, behind = speaker.kept(asked)
    group = speaker.group()
    rest = " ".join(speaker.part(p) for p in behind)
    first = ", ".join(speaker.part(p) for p in front)
    start = f"{capitalised(first)}, why" if first else "Why"
    return tidy(f"{start} {group.between} {group.main} {rest}") + "?"


THINKING = frozenset(
    """understand conceptualize conceptualise reframe frame characterize characterise view describe
    illustrate interpret picture define""".split()
)
"""Verbs of what is made of a thing in the mind, which one can do in other ways too."""


def how(fact: Fact) -> Iterator[Draft]:
    """*How does lactate facilitate neuroplasticity?*"""
    speaker, part = _part(fact)
    answer = _said(speaker, part)
    if not answer or speaker.clause.negated:
        return
    if speaker.clause.lemma in THINKING or _has_others_theirs(speaker, part):
        return
    if speaker.clause.lemma in MOTION and part.marker in {"through", "via"}:
        return
    bare = speaker.clause.part("obj", "pred", "xcomp", "obl") is None
    if bare and not speaker.clause.passive and speaker.tree.words[part.head].upos != "VERB":
        return
    if is_using(speaker.tree, part.head):
        answer = f"by {answer}"
    worth = 0.7 if bare and not speaker.clause.passive else 0.86
    shades = [p for p in speaker.clause.all_parts("advmod") if _says_how_much(speaker, p)]
    question = ask(with_end(fact, answer), "How", [part, *shades])
    yield draft(fact, "question", "means", question, answer, worth)


def _has_others_theirs(speaker: Speaker, part: Part) -> bool:
    """*By tying sacks, crews secure their tops*: the crews' own, or those of the means?"""
    tree = speaker.tree
    front, behind = speaker.kept([part])
    theirs = any(
        tree.words[w].text.lower() == "their"
        for other in (*front, *behind)
        for w in speaker.part_words(other)
    )
    return theirs and part.before and any(tree.words[w].xpos == "NNS" for w in part.words)


def _says_how_much(speaker: Speaker, part: Part) -> bool:
    """*affects the brain critically by …*: an adverb that would end the question."""
    return part.head > speaker.clause.verb and speaker.tree.lemma(part.head) in SHADING


SHADING = frozenset(
    """critically significantly effectively greatly strongly heavily dramatically profoundly
    markedly notably considerably substantially primarily mainly differently""".split()
)


def when(fact: Fact) -> Iterator[Draft]:
    """*What happens when …?* where the clause itself has no object to ask for."""
    speaker, part = _part(fact)
    clause = speaker.clause
    if clause.part("obj") is not None or clause.copula or (part.loose and not part.before):
        return
    if speaker.orders or not tells_then(clause, part):
        return  # what to do then is asked by another writer
    condition = speaker.tree.say(speaker.part_words(part), speaker.instead)
    if clause.tree.kid(part.head, "nsubj") is None:
        return
    if dangling(clause.tree, part.words, speaker.instead):
        return
    answer = f"{_again(speaker, condition)} {speaker.predicate([part])}"
    happens = happens_in(clause)
    if len(answer.split()) <= 10 and not speaker.points_back(subject=False):
        told = [other for other in clause.parts if other is not part]
        unclear = speaker.open_nouns(told, subject=False)
        question = f"What {happens} {condition}?"
        question = with_topic(fact, question, unclear) if unclear else question
        yield draft(fact, "question", "condition", question, answer, 0.6)


TIMELY = frozenset({"when", "whenever", "once"})
"""Words that open the occasion at which something is so."""
LONGEST_TIMELY = 14
"""Words of an occasion that answers."""


def so_when(fact: Fact) -> Iterator[Draft]:
    """*The glue is ready when it turns clear*: *When is the glue ready?*"""
    speaker, part = _part(fact)
    tree, clause = speaker.tree, speaker.clause
    if speaker.orders or part.before or part.loose or tree.lemma(min(part.words)) not in TIMELY:
        return
    if (
        not _is_so(clause)
        or not tells_then(clause, part)
        or not tree.words[part.head].text.isalpha()
    ):
        return
    answer = _said(speaker, part)
    years = any(YEAR.fullmatch(w.strip(",.;")) for w in answer.split())
    if years or tree.words[part.head].xpos == "VBD":
        return  # *are used when the king died*: once, not whenever
    if answer and len(answer.split()) <= LONGEST_TIMELY:
        yield draft(fact, "question", "occasion", ask(fact, "When", [part]), answer, 0.74)


def _is_so(clause: Clause) -> bool:
    """*is ready*, *is used*: something that holds at one time and not at another."""
    pred = clause.part("pred")
    if clause.negated or clause.kind not in {"main", "conj"} or clause.tag == "VBD":
        return False
    if clause.copula:
        return pred is not None and clause.tree.words[pred.head].upos == "ADJ"
    return clause.passive and clause.part("obj", "xcomp", "ccomp") is None


def _again(speaker: Speaker, said: str) -> str:
    """The subject of an answer: a pronoun where the question names it by its noun."""
    named = speaker.clause.subject in speaker.instead and speaker.subject.lower() in said.lower()
    return ("they" if speaker.plural else "it") if named else speaker.subject


def result(fact: Fact) -> Iterator[Draft]:
    """*…, thus increasing lung inflation*: *How does nasal breathing increase lung inflation?*"""
    speaker, clause = fact.speaker, fact.speaker.clause if fact.speaker else None
    if speaker is None or clause is None or clause.kind not in {"adverbial", "conj"}:
        return
    if fact.intro or (follows_from_all(fact) and _is_named(clause)):
        return  # the sentence said before would be the answer; *How did Rome lead to …?*
    mother = _mother(clause)
    if mother is not None and clause.kind == "conj":
        if clause.tree.dep(mother) != "advcl" or clause.tree.words[clause.verb].xpos != "VBG":
            return
        mother = clause.tree.words[mother].head
    if mother is None or not _tells_of_both(clause, mother):
        return
    tree = clause.tree
    participle = clause.verb if clause.kind == "adverbial" else tree.words[clause.verb].head
    inside = set(tree.below(participle))
    words = [
        w
        for w in tree.below(mother)
        if w not in inside and w >= mother and w not in tree.kids(mother, "cc")
    ]
    words = [w for w in words if not _outside(speaker, mother, w)]
    if dangling(tree, words, speaker.instead, known=("x",)) or len(words) > 16:
        return
    spoken = dict(speaker.instead) | {mother: inflect(base_form(tree, mother), "VBG")}
    answer = f"by {tree.say(words, spoken)}"
    yield draft(fact, "question", "mechanism", ask(fact, "How", []), answer, 0.84)


def _is_named(clause: Clause) -> bool:
    """Is the subject a person, a country, a firm?"""
    head = clause.subject
    return head is not None and clause.tree.words[head].upos == "PROPN"


def _tells_of_both(clause: Clause, mother: int) -> bool:
    """Does a clause say what comes of what the one above it says that its subject does?"""
    tree = clause.tree
    if not (sign_of(clause.lemma) or effect_of(clause.lemma)) or clause.negated or clause.passive:
        return False
    if tree.kid(mother, "obj") is None or tree.words[mother].upos != "VERB":
        return False
    if tree.lemma(mother) in EMPTY or is_negated(tree, mother):
        return False  # "does not make the enzyme, raising …": not by making it
    reached = clause.part("obl", "xcomp") if clause.lemma in TO_VERBS else None
    if tree.kid(mother, "aux:pass") is not None or (clause.part("obj") or reached) is None:
        return False
    joined = [k for part in clause.parts for k in tree.kids(part.head, "conj")]
    # "delaying fatigue and potentially improving strength"
    return not any(tree.words[k].xpos == "VBG" for k in joined)


def _outside(speaker: Speaker, mother: int, word: int) -> bool:
    """Belongs to another clause that hangs on the main verb."""
    tree = speaker.tree
    for kid in tree.kids(mother):
        apart = tree.dep(kid) in {"advcl", "conj", "parataxis", "cc", "punct"}
        if kid > mother and apart and word in tree.below(kid):
            return True
    return False


def _mother(clause: Clause) -> int | None:
    head = clause.tree.words[clause.verb].head
    return head if head >= 0 and head < clause.verb else None


def _part(fact: Fact) -> tuple[Speaker, Part]:
    return fact.spoken, fact.told


def _with_own_subject(speaker: Speaker, part: Part) -> dict[int, str]:
    """*because they form …*: the pronoun that can only be the question's subject may stay."""
    tree = speaker.tree
    known = dict(speaker.instead)
    for kid in tree.kids(part.head, "nsubj"):
        text = tree.words[kid].text.lower()
        if text in {"it", "they"} and (text == "they") == speaker.plural:
            known.setdefault(kid, tree.words[kid].text)
    obj = speaker.clause.part("obj")
    many = obj is not None and is_plural(tree, obj.head) and not obj.before
    for word in part.words:
        own = tree.words[word].head == part.head  # "by feeding them": not the feeders
        if tree.words[word].text.lower() == "them" and (many or (speaker.plural and not own)):
            known.setdefault(word, "them")
    return known


def _said(speaker: Speaker, part: Part) -> str:
    tree = speaker.tree
    words = speaker.part_words(part)
    if len([w for w in words if tree.words[w].upos != "PUNCT"]) < 3 and part.role != "reason":
        return ""
    if dangling(tree, words, _with_own_subject(speaker, part), known=("x",)):
        return ""
    while words and tree.lemma(words[0]) in SHADES | SHADING:
        words = words[1:]
    if part.role == "reason" and tree.kid(part.head, "nsubj", "csubj") is not None:
        words = [w for w in words if tree.dep(w) != "mark" or tree.words[w].head != part.head]
    return tree.say(trimmed(tree, part.head, words), speaker.around)
