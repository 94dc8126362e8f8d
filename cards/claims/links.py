"""Sentences in, links of cause and effect out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from cards.claims.actions import label_thing
from cards.claims.degrees import by_degree
from cards.claims.frames import framed
from cards.claims.grounds import Found, effect_on, grounds, is_reason
from cards.claims.guesses import loosened
from cards.claims.mentions import STRETCHES
from cards.claims.nodes import (
    AMOUNTS,
    ANYBODY,
    KINDS,
    POWERS,
    TOO_LONG,
    UNDERGOING,
    WISHES,
    Node,
    conjuncts,
    denial,
    event,
    is_doing,
    is_passive,
    key_of,
    named_before,
    plain_key,
    there,
    thing,
    things,
    turned,
    unpointed,
)
from cards.claims.outcomes import (
    INTO_MARKS,
    Outcome,
    bearer,
    brings,
    denied,
    described,
    happens,
    is_hence,
    is_step,
    let,
    made_for,
    pointed,
    subject_of,
    with_bearer,
    with_conjuncts,
)
from cards.claims.passage import Passage
from cards.english.causes import (
    AT_WORK,
    BY_AGENT,
    CHANGING,
    COLOURING,
    HARMFUL,
    INTO,
    LETTING,
    MOTION,
    NEEDED,
    SWAYING,
    TURNING,
    WAYS,
    effect_of,
)
from cards.english.clauses import BECAUSE
from cards.english.phrases import SHELLS, dangling, is_plural, noun_words
from cards.english.rarity import rarity
from cards.english.thesaurus import (
    can_be_touched,
    names_person_first,
    names_piece,
    names_somebody,
    names_state,
    works_on,
)
from cards.english.tree import Tree
from cards.english.verbs import inflect, lemma_of
from cards.model import Evidence, Link, Sign

AFTERMATH = frozenset(
    """lead let cause result help make allow enable reduce increase prevent ensure contribute force
    improve limit create give lower raise boost weaken require mean contribute trigger drive
    provide foster promote facilitate render make""".split()
)
"""Verbs with which a loose *which* often means all that was said."""
OCCASIONS = frozenset({"when", "if", "whenever", "once", "after", "as", "because", "since"})


def links_of(passage: Passage, evidence: Evidence) -> Iterator[Link]:
    """Find what brings about what in one sentence."""
    seen: set[tuple[str, str]] = set()
    passage = _with_listed(passage)
    for cause, effect, hedged in _found(passage):
        link = _link(cause, effect, evidence, hedged=hedged)
        if link is not None and (link.cause, link.effect) not in seen:
            seen.add((link.cause, link.effect))
            yield link
    loose = loosened(passage)
    for cause, effect, hedged in _found(loose) if loose else ():
        link = _link(cause, effect, evidence, hedged=hedged)
        if link is not None and (link.cause, link.effect) not in seen:
            told = any(link.cause == one or link.effect == other for one, other in seen)
            seen.add((link.cause, link.effect))
            if not told:
                yield replace(link, guessed=True)


LISTED = frozenset(
    """item substance ingredient component element product material food thing activity symptom
    nutrient condition habit trait quality""".split()
)
"""Nouns with which *these* takes up a row of things."""


def _with_listed(passage: Passage) -> Passage:
    """*these items*, where the sentence before has one row of things: *salt, soap, or oil*."""
    tree = passage.tree
    last = passage.before[-1] if passage.before and passage.position else None
    for word in tree.words if last else ():
        dets = [k for k in tree.kids(word.index, "det") if tree.words[k].text.lower() == "these"]
        plain = dets and len(tree.kids(word.index, "amod", "compound", "nmod", "acl")) == 0
        if not plain or word.index in passage.instead or tree.lemma(word.index) not in LISTED:
            continue
        row = _only_row(last) if last else ""
        if row:
            instead = {**passage.instead, word.index: row, **dict.fromkeys(dets, "")}
            passage = replace(
                passage, instead=instead, plurals={**passage.plurals, word.index: True}
            )
    return passage


def _only_row(passage: Passage) -> str:
    """The one row of nouns in a sentence; empty where there are two."""
    tree = passage.tree
    heads = [
        w.index
        for w in tree.words
        if w.upos in {"NOUN", "PROPN"}
        and tree.dep(w.index) != "conj"
        and any(tree.kids(k, "cc") for k in conjuncts(tree, w.index))
    ]
    found = thing(passage, heads[0]) if len(heads) == 1 else None
    return found[0].text if found else ""


def _found(passage: Passage) -> Iterator[tuple[Node, Outcome, bool]]:
    tree = passage.tree
    for verb in _predicates(tree):
        if _is_talk(tree, verb):
            yield from ((cause, effect, False) for cause, effect in without(passage, verb))
            for cause, effect in _kept_away(passage, verb):
                yield cause, effect, _is_hedged(tree, verb)
            continue
        hedged = _is_hedged(tree, verb)
        handled = _handled(passage, verb)
        for find in FAMILIES:
            for cause, effect in find(passage, verb):
                onward = effect.sign == ">" and find not in {then, called_for, around}
                if not handled or not (onward or effect.node.text in handled):
                    yield cause, effect, hedged
    if tree.kid(tree.root, "cop", "nsubj") is None and tree.words[tree.root].upos == "NOUN":
        told = _pairs(_label(passage), tuple(described(passage, tree.root)))
        yield from ((cause, effect, False) for cause, effect in told)
    for cause, effect in _besides(passage):
        yield cause, effect, False


def _besides(passage: Passage) -> Iterator[Found]:
    """What no predicate tells: what stands beside a noun, or below a sentence."""
    for word in passage.tree.words:
        if word.upos in {"NOUN", "PROPN"}:
            for tell in (told_beside, comes_from, met_when, induced, role_in, effect_on):
                yield from tell(passage, word.index)
    yield from items(passage)
    yield from ways(passage)
    yield from framed(passage)


def _handled(passage: Passage, verb: int) -> tuple[str, ...]:
    """What an order says to handle: *put the dough into a bowl* is no step from dough to bowl."""
    tree = passage.tree
    top = tree.words[verb].head if tree.dep(verb) == "conj" else verb
    if top != tree.root or tree.words[verb].xpos != "VB":
        return ()
    if tree.kid(top, "nsubj", "csubj", "aux") is not None:
        return ()
    known = [k for k in tree.kids(verb, "obj") if {"the"} & {tree.lemma(d) for d in tree.kids(k)}]
    objects = (thing(passage, kid) for kid in known)
    return tuple(found[0].text for found in objects if found) or ("",)


def _kept_away(passage: Passage, verb: int) -> Iterator[Found]:
    """*Due to the cold, the dough does not rise*: the cold keeps it from rising."""
    tree = passage.tree
    if denial(tree, verb) is None or _is_doubted(tree, verb):
        return
    forbids = tree.words[verb].xpos == "VB" and _owner(tree, verb) is None
    if _is_set_right(tree, verb):
        return
    if tree.marker(verb) != "to" and not forbids and tree.lemma(verb) not in ADVISING:
        yield from occasions(passage, verb)
        yield from follows(passage, verb)


def _is_set_right(tree: Tree, verb: int) -> bool:
    """*Bread does not rise because of salt but because of gas*, *… because of salt alone*."""
    behind = {w.text.lower() for w in tree.words[verb + 1 :] if w.index in tree.below(verb)}
    return bool({"but", "alone"} & behind)


ADVISING = frozenset("advise recommend need want enough matter suggest viable worth".split())
"""What with *not* tells what is better, not what does not happen."""
HEDGES = frozenset({"may", "might", "could", "potentially", "possibly", "perhaps", "probably"})
LOOSE_TIES = frozenset({"associate", "link", "correlate", "tie"})


def _is_hedged(tree: Tree, verb: int) -> bool:
    """*may raise*, *potentially raising*, *is linked to*; and what hangs on such a verb."""
    here = verb
    for _ in range(5):
        words = {tree.lemma(k) for k in tree.kids(here, "aux", "advmod")}
        words |= {tree.words[k].text.lower() for k in tree.kids(here, "aux")}
        if words & HEDGES or tree.lemma(here) in LOOSE_TIES:
            return True
        if tree.dep(here) == "ccomp" and tree.lemma(tree.words[here].head) in TELLING:
            return True
        if tree.dep(here) not in {"advcl", "conj", "xcomp"} or tree.words[here].head < 0:
            return False
        here = tree.words[here].head
    return False


def _predicates(tree: Tree) -> list[int]:
    return [
        w.index
        for w in tree.words
        if (w.upos == "VERB" and tree.dep(w.index) not in {"amod", "compound", "case", "fixed"})
        or tree.kid(w.index, "cop") is not None
    ]


DOUBTED = frozenset(
    """say state explain discuss argue suggest claim believe think wonder ask doubt question
    mention describe imagine worry hope want wish fear""".split()
)


def _is_talk(tree: Tree, verb: int) -> bool:
    """*Smith argues that tariffs raise prices*, *whether*, *fails to*, *want to*."""
    return denied(tree, verb) or _is_doubted(tree, verb)


def _is_doubted(tree: Tree, verb: int) -> bool:
    if _is_supposed(tree, verb):
        return True
    here = verb
    for _ in range(6):
        head, dep = tree.words[here].head, tree.dep(here)
        if head < 0:
            return False
        if dep == "ccomp" and denied(tree, head):
            return True  # "it does not mean that tar hardens"
        if dep in {"ccomp", "csubj"} and tree.lemma(head) not in {"mean", "ensure"}:
            told = _is_finding(tree, head) or _is_told_by_name(tree, head)
            return not (told or (dep == "ccomp" and _is_shown(tree, here, head)))
        if dep == "xcomp" and tree.lemma(head) in DOUBTED | {
            "fail",
            "try",
            "refuse",
            "attempt",
            "seek",
        }:
            return True
        if dep == "xcomp" and denied(tree, head):
            return True
        here = head
    return False


def _is_supposed(tree: Tree, verb: int) -> bool:
    """*Sand alone would make a smooth slope*, but not *if it rained, the ground would soften*."""
    if tree.words[verb].upos == "VERB" and tree.lemma(verb) not in DEEDS:
        return False  # "a strike would reduce exports"
    if not any(tree.words[k].text.lower() == "would" for k in tree.kids(verb, "aux")):
        return False
    told = [*tree.kids(verb, "advcl"), *tree.kids(verb, "obl")]
    return not any((tree.marker(k) or _wh(tree, k)) in SUPPOSING for k in told)


SUPPOSING = frozenset({"if", "when", "unless", "without", "once", "with"})
"""What leads in on what a *would* rests."""


TELLING = frozenset(
    """suggest note explain emphasize emphasise highlight mention report observe state indicate
    point describe""".split()
)


def _is_told_by_name(tree: Tree, verb: int) -> bool:
    """*Vega explains that …*: what a note reports as a fact, though one person's."""
    subject = tree.kid(verb, "nsubj")
    named = subject is not None and tree.words[subject].upos == "PROPN"
    return named and tree.lemma(verb) in TELLING and not denied(tree, verb)


SHOWING = frozenset(
    """show explain demonstrate illustrate highlight indicate suggest reveal imply underscore
    confirm""".split()
)
WRITTEN = frozenset(
    """author book article video episode podcast story film argument theory hypothesis
    interpretation question critic title name myth""".split()
)
"""Who or what says a thing without showing it."""


def _is_shown(tree: Tree, clause: int, verb: int) -> bool:
    """*which explains why salt melts ice*: what a thing shows is so; what somebody says may be."""
    subject = tree.kid(verb, "nsubj")
    if subject is None or tree.lemma(verb) not in SHOWING or denied(tree, verb):
        return False
    if tree.marker(clause) not in {"", "that"} or _wh(tree, clause) not in {"", "why"}:
        return False
    if any(tree.words[aux].xpos == "MD" for aux in tree.kids(verb, "aux")):
        return False  # "this would suggest that tar heals"
    if any(tree.marker(kid) == "if" for kid in tree.kids(clause, "advcl")):
        return False
    said = tree.words[subject]
    if said.upos in {"PRON", "DET"}:
        return said.text.lower() in {"this", "that"}
    word = tree.lemma(subject)
    return said.upos == "NOUN" and word not in WRITTEN | ANYBODY and not names_somebody(word)


FINDINGS = frozenset({"study", "research", "evidence", "datum", "data", "experiment", "trial"})
FOUND = FINDINGS | {"finding", "fact", "discovery", "observation", "result"}


def _is_found(tree: Tree, verb: int) -> bool:
    """*the finding that running raises it*"""
    known = tree.lemma(tree.words[verb].head) in FOUND and tree.marker(verb) == "that"
    return known and tree.kid(verb, "nsubj") is not None


def _is_finding(tree: Tree, verb: int) -> bool:
    subject = tree.kid(verb, "nsubj")
    if tree.lemma(verb) not in {"show", "find", "indicate", "reveal", "demonstrate", "suggest"}:
        return False
    return subject is not None and tree.lemma(subject) in FINDINGS and not denied(tree, verb)


# What brings it about.


def sources(passage: Passage, verb: int, depth: int = 0) -> tuple[Node, ...]:
    """What stands as the cause of what a predicate brings about; empty where nothing does."""
    tree = passage.tree
    if depth > 4:
        return ()
    subject = subject_of(tree, verb)
    if subject is not None and depth and _is_occasioned(passage, verb):
        return tuple(node for kid in _occasions_of(tree, verb) for node in _occasion(passage, kid))
    if subject is not None:
        return _subject(passage, verb, subject)
    dep, head = tree.dep(verb), tree.words[verb].head
    if head < 0:
        return _label(passage)
    if dep == "conj" and is_hence(tree, verb) and (before := _of_before(passage, head)):
        return tuple(turned(each) for each in before) if _is_hard(tree, head) else before
    if dep == "conj":
        return sources(passage, head, depth + 1) if tree.words[head].upos != "NOUN" else ()
    if dep == "advcl" and is_doing(tree, verb):
        return _beside(passage, verb, head, depth)
    if dep == "acl":
        found = thing(passage, head, without=tree.below(verb))
        return (found[0],) if found else ()
    return ()


def _beside(passage: Passage, verb: int, head: int, depth: int) -> tuple[Node, ...]:
    """What a participle follows from: *…, raising its volume*; *while raising it*."""
    tree = passage.tree
    if tree.marker(verb) in {"while", "whilst"}:
        return sources(passage, head, depth + 1)
    if verb < head or tree.marker(verb) or _wh(tree, verb) or _is_order(tree, head):
        return ()
    if tree.lemma(head) in {"serve", "act", "function", "be", "remain"}:
        return sources(passage, head, depth + 1)
    if tree.lemma(verb) not in AFTERMATH and not _comes_about(passage, head):
        light = tree.lemma(verb) in {"offer", "form", "supply", "deliver", "spread"}
        if light or not tree.comma_before(verb):
            return ()  # "Smith lives in Rome, offering tours"
        return tuple(each for each in sources(passage, head, depth + 1) if not _is_actor(each))
    if found := _of_before(passage, head):
        return tuple(turned(each) for each in found) if _is_hard(tree, head) else found
    if _is_occasioned(passage, head) or _acts_itself(tree, head):
        return tuple(e for e in sources(passage, head, depth + 1) if not _is_actor(e))
    return ()


def _acts_itself(tree: Tree, verb: int) -> bool:
    """*Rounding the corners strengthens its edges, reducing chips*: so the rounding does."""
    if denied(tree, verb) or tree.kid(verb, "nsubj", "csubj") is None:
        return False
    if tree.kid(verb, "cop") is not None:
        return tree.words[verb].upos == "NOUN"
    acts = tree.kid(verb, "obj") is not None and not is_passive(tree, verb)
    return acts and tree.lemma(verb) not in UNDERGOING | {"reach", "match", "exceed"}


def _is_hard(tree: Tree, verb: int) -> bool:
    """*difficult for seeds to sprout*: they do not."""
    head = tree.words[verb].head
    return head >= 0 and tree.dep(verb) != "conj" and tree.lemma(head) in {"difficult", "hard"}


GROUPS = frozenset(
    """government party agency bank authority regime ministry administration army court country
    nation state commission board union empire military navy parliament congress church
    council""".split()
)


def _is_actor(node: Node) -> bool:
    """A name, a party: what such a one does while doing another thing is history."""
    words = node.text.split()
    return node.somebody or words[-1].lower() in GROUPS or words[-1][:1].isupper()


def _subject(passage: Passage, verb: int, subject: int) -> tuple[Node, ...]:
    tree = passage.tree
    if subject == passage.whole:
        return _said_last(passage)
    if (before := _said_before(tree, verb, subject)) is not None:
        return _of_before(passage, before)
    if tree.words[subject].feat("PronType") == "Rel" or tree.words[subject].xpos == "WDT":
        return _antecedent(passage, verb)
    if tree.words[subject].upos in {"VERB", "AUX"}:
        node = event(passage, subject, tree.kid(subject, "nsubj"))
        return (node,) if node else ()
    if tree.lemma(subject) in AIMS and tree.kid(verb, "cop") is not None:
        owner = tree.kid(subject, "nmod")
        doing = tree.kid(subject, "acl")
        if owner is None and doing is not None and tree.marker(doing) == "for":
            owner = tree.kid(doing, "obj")  # "the reason for planting hedges is to …"
        found = thing(passage, owner) if owner is not None else None
        return (found[0],) if found else ()
    if subject == passage.again and (last := guessed(passage, subject)):
        return last
    return things(passage, subject) or guessed(passage, subject)


def _said_before(tree: Tree, verb: int, subject: int) -> int | None:
    """The clause that *this* stands for in *peat holds water, and this cools the roots*."""
    head = tree.words[verb].head
    alone = tree.words[subject].text.lower() == "this" and not tree.kids(subject)
    beside = alone and head >= 0 and tree.dep(verb) in {"conj", "parataxis"} and head < subject
    told = beside and tree.words[head].upos in {"VERB", "ADJ"}
    return head if told and not _is_talk(tree, head) and not _is_order(tree, head) else None


PRONOUNS = {"it": False, "they": True}
"""With their number."""
ACTS = frozenset(
    """process change shift increase rise decline decrease reduction approach method practice
    reaction growth action event loss effect development improvement technique strategy
    combination mechanism phenomenon elevation surge drop buildup accumulation disruption
    imbalance interaction stimulation activation inhibition adaptation""".split()
)
"""Nouns that with *this* may stand for all that was said."""


def guessed(passage: Passage, subject: int) -> tuple[Node, ...]:
    """What an unresolved *they* or *this resistance* most likely stands for.

    A pronoun goes on with the subject of the sentence before; *this* and a noun name the nearest
    thing that has this noun, or, for *this process* and its like, all that was said.
    """
    tree = passage.tree
    word = tree.words[subject]
    if subject in passage.instead and subject != passage.again:
        return ()
    if word.text.lower() in PRONOUNS:
        plural = PRONOUNS[word.text.lower()]
        near = _subject_near(passage, subject, plural=plural)
        return _as_guess(near or _subject_before(passage, plural=plural))
    if not tree.determiners(subject) & {"this", "these"}:
        return ()
    if headed := _headed(passage, subject):
        return _as_guess(headed)
    if tree.lemma(subject) in SHELLS - ACTS:
        bare = unpointed(passage, subject)
        return _as_guess((bare,) if bare else _summed_up(passage, subject))
    if (named := named_before(passage, subject)) is not None:
        return _as_guess((named,))
    if _renames(passage, subject):
        before = passage.before[-1]
        return _as_guess(_of_before(before, before.tree.root))
    if tree.lemma(subject) in ACTS and (last := _said_last(passage)):
        return _as_guess(last)
    told = tree.kids(subject, "amod", "compound", "nmod", "acl")
    if not told and is_plural(tree, subject) and (about := _about(passage)):
        return _as_guess(about)
    bare = unpointed(passage, subject)
    return _as_guess((bare,) if bare else _summed_up(passage, subject))


def _summed_up(passage: Passage, subject: int) -> tuple[Node, ...]:
    """*The mill closed. This misfortune …*: all that was said, named by a noun of no thing."""
    tree = passage.tree
    noun = tree.lemma(subject)
    told = [*tree.kids(subject, "nmod", "acl"), *tree.kids(subject, "amod")[1:]]
    told += [k for k in tree.kids(subject, "amod") if tree.lemma(k) == "same"]
    if told or is_plural(tree, subject) or noun in NO_SUM | KINDS | STRETCHES:
        return ()
    if can_be_touched(noun) or names_somebody(noun) or noun in passage.heading.lower():
        return ()
    leads_in = passage.before and passage.before[-1].tree.sentence.text.rstrip().endswith(":")
    return () if leads_in else _said_last(passage)


NO_SUM = frozenset(
    """insight idea concept theory doctrine technology format category class age generation
    story book song game market industry language""".split()
)
"""Nouns of no thing that one touches, and of nothing that comes about."""


def _headed(passage: Passage, subject: int) -> tuple[Node, ...]:
    """The label of *this practice* behind it, or the heading where it stands first below."""
    tree = passage.tree
    if tree.lemma(subject) not in WAYS_OF_DOING or tree.kids(subject, *TOLD):
        return ()
    told = passage.section if passage.first and not passage.before else ""
    name = label_thing(passage) or told
    fits = name and _is_many(name) == is_plural(tree, subject) and not TROUBLE.search(name)
    return (Node(name, (plain_key(name),)),) if fits and plain_key(name) else ()


TROUBLE = re.compile(
    r"(?:ache|pain|fatigue|stress|anxiety|tension|injury|damage|harm|loss|lack|problem|trouble"
    r"|mistake|error|weakness|stiffness|disease|disorder|syndrome|deficiency|insomnia|itis)s?$",
    re.IGNORECASE,
)
"""What a practice below its name is against: *Back pain: … This exercise …*."""
TOLD = ("acl", "nmod", "amod", "compound")
WAYS_OF_DOING = frozenset(
    """approach practice technique strategy principle exercise routine habit tactic trick
    perspective mindset framework ritual methodology intervention""".split()
)
"""Nouns of what somebody does, which a label or a heading names."""


def _renames(passage: Passage, subject: int) -> bool:
    """*Balance work with sleep. This balance …*: the noun of the verb before."""
    if not passage.before:
        return False
    noun, last = passage.tree.lemma(subject), passage.before[-1].tree
    verb = last.lemma(last.root)
    if verb in CHANGING or _is_talk(last, last.root):
        return False
    return len(verb) > STEM and noun[: max(STEM, len(verb) - 2)] == verb[: max(STEM, len(verb) - 2)]


STEM = 4
"""Letters that a verb and its noun share."""


def _subject_near(passage: Passage, pronoun: int, *, plural: bool) -> tuple[Node, ...]:
    """*While salt helps, it corrodes steel*: the subject of the clause before or above."""
    tree = passage.tree
    for other in _clauses_near(tree, tree.words[pronoun].head):
        subject = subject_of(tree, other)
        if subject is None or subject > pronoun:
            continue
        if tree.words[subject].upos in {"PRON", "DET", "VERB"}:
            return ()
        found = thing(passage, subject)
        return (found[0],) if found and found[0].plural == plural else ()
    return ()


def _clauses_near(tree: Tree, verb: int) -> Iterator[int]:
    """The clauses that stand before a verb's own: below it in front of it, or above it."""
    yield from (k for k in tree.kids(verb, "advcl") if k < verb and tree.kid(k, "nsubj"))
    for _ in range(3):
        dep, head = tree.dep(verb), tree.words[verb].head
        where = tree.words[verb].dep == "acl:relcl" and _wh(tree, verb) == "where"
        if head < 0 or (dep not in {"advcl", "conj", "parataxis"} and not where):
            return
        if where:
            outer = _clause_above(tree, head)
            head = head if outer is None else outer
        yield head
        verb = head


def _subject_before(passage: Passage, *, plural: bool) -> tuple[Node, ...]:
    """The subject of the sentence before, unless its objects may be meant as well."""
    for before in reversed(passage.before[-2:]):
        tree = before.tree
        subject = tree.kid(tree.root, "nsubj")
        if subject is None:
            continue
        found = thing(before, subject)
        if found is None and tree.words[subject].text.lower() in PRONOUNS:
            return guessed(before, subject)
        if found is None and passage.position == 0:
            continue  # "This occurs because:" above a list
        rivals = [k for k in tree.kids(tree.root, "obj", "obl") if tree.lemma(k) not in SHELLS]
        if found is None or any(is_plural(tree, k) == plural for k in rivals):
            return ()
        return (found[0],) if found[0].plural == plural else ()
    return _topic(passage, plural=plural)


def _topic(passage: Passage, *, plural: bool) -> tuple[Node, ...]:
    """The thing that the note is about, where a block begins with a pronoun."""
    topic = passage.topic
    fits = topic and _is_many(topic) == plural and not passage.position
    return (Node(topic, (plain_key(topic),), plural=plural),) if fits else ()


def _about(passage: Passage) -> tuple[Node, ...]:
    """The things that the nearest heading names, else the note: *these drugs* below "Statins"."""
    name = passage.section or passage.topic
    return (Node(name, (plain_key(name),), plural=True),) if name and _is_many(name) else ()


def _is_many(name: str) -> bool:
    last = name.rsplit(maxsplit=1)[-1].lower()
    return last.endswith("s") and not last.endswith(("ss", "us", "is"))


def _as_guess(nodes: tuple[Node, ...]) -> tuple[Node, ...]:
    return tuple(replace(node, guessed=True) for node in nodes)


AIMS = frozenset(
    """aim goal purpose function role job task objective vision mission plan idea challenge
    strategy trick key intent reason rationale""".split()
)
"""*The function of X is to …*: X does it."""


def _antecedent(passage: Passage, verb: int) -> tuple[Node, ...]:
    """The noun of a relative clause, or all that was said before *which*."""
    tree = passage.tree
    noun = tree.words[verb].head
    if tree.words[verb].dep == "advcl:relcl" or tree.words[noun].upos in {"VERB", "ADJ", "AUX"}:
        return _of_before(passage, noun)
    if tree.dep(noun) == "appos":
        noun = tree.words[noun].head
    if noun == tree.root and tree.kid(noun, "cop", "nsubj") is None and passage.place.label:
        return _label(passage)
    told = tree.kid(noun, "cop") is not None and not tree.marker(noun)
    if told and (bearing := subject_of(tree, noun)) is not None:
        return _subject(passage, noun, bearing)
    outer = _clause_above(tree, noun)
    loose = tree.comma_before(verb)
    if loose and outer is not None and tree.dep(noun) in {"obj", "nmod", "obl"}:
        made = brings(passage, outer)
        near = any(key_of(tree, noun) in each.node.keys for each in made)
        near = near and tree.lemma(outer) not in AT_WORK
        whole = not near and tree.dep(noun) == "obj" and tree.lemma(verb) in AFTERMATH
        whole = whole and tree.lemma(outer) not in {"use", "have", "contain", "include"}
        plural = tree.words[noun].xpos == "NNS" and tree.words[_first(tree, verb)].xpos == "VBP"
        if whole and not plural:
            return _of_before(passage, _told_above(tree, outer))
    if tree.dep(noun) == "obj" and outer is not None and _only_carries(tree, noun):
        return sources(passage, outer)
    found = thing(passage, noun, without=tree.below(verb) if _is_new(tree, noun, verb) else ())
    return (found[0],) if found else ()


def _is_new(tree: Tree, noun: int, verb: int) -> bool:
    """*makes strong acids that dissolve enamel*: the clause says what they do, not which."""
    while tree.dep(verb) == "conj":
        verb = tree.words[verb].head
    if tree.words[verb].dep != "acl:relcl" or tree.dep(noun) not in {"obj", "obl", "nmod", "conj"}:
        return False
    known = {"the", "this", "these", "that", "those", "any", "all", "every", "no"}
    return not tree.determiners(noun) & known and not tree.kids(noun, "nmod:poss")


def _told_above(tree: Tree, verb: int) -> int:
    """*drying the hay before it enters the barn, which prevents mould*: the drying."""
    while tree.dep(verb) == "advcl" and tree.marker(verb) in {"before", "until", "when", "as"}:
        verb = tree.words[verb].head
    return verb


MESSAGES = frozenset({"signal", "message", "impulse", "substance", "compound", "chemical"})


def _only_carries(tree: Tree, noun: int) -> bool:
    """*The nerve sends signals that slow the heart*: the nerve slows it."""
    told = tree.kids(noun, "amod", "compound", "nmod")
    return tree.lemma(noun) in MESSAGES and not told


def _first(tree: Tree, verb: int) -> int:
    return min(tree.kids(verb, "aux", "cop"), default=verb)


def _clause_above(tree: Tree, noun: int) -> int | None:
    here = noun
    for _ in range(6):
        head = tree.words[here].head
        if head < 0:
            return None
        if tree.words[head].upos == "VERB":
            return head
        here = head
    return None


def _of_before(passage: Passage, verb: int) -> tuple[Node, ...]:
    """What a clause before comes to: what it brings about, else that it happens."""
    tree = passage.tree
    last = verb
    if denial(tree, verb) is not None:
        node = event(passage, verb, _owner(tree, verb))
        return (node,) if node else ()
    held = _held(passage, verb) or _doings(passage, verb)
    if held is not None:
        return (held,)
    found = _means_before(passage, verb) or happens(passage, last)
    if found:
        return tuple(turned(e.node) if e.sign == "-" else e.node for e in found[:1])
    subject = _owner(tree, last)
    node = event(passage, last, subject) if tree.words[last].upos == "VERB" else None
    return (node,) if node else ()


def _doings(passage: Passage, verb: int) -> Node | None:
    """*by cleaning and warming the air, which …*: the doings together."""
    tree = passage.tree
    verbs = _joined(tree, _first_conjunct(tree, verb))
    if len(verbs) < 2 or not all(tree.words[v].xpos == "VBG" for v in verbs):
        return None
    events = [found for v in verbs for found in (*brings(passage, v),) if not is_step(found)]
    objects = [k for v in verbs for k in tree.kids(v, "obj")]
    words = {*verbs, *(w for k in objects for w in noun_words(tree, k))}
    words |= {k for v in verbs for k in tree.kids(v, "compound")}
    words |= {k for v in verbs[1:] for k in tree.kids(v, "cc", "punct") if verbs[0] < k < v}
    keys = tuple(dict.fromkeys(key for each in events for key in each.node.keys))
    text = tree.say(words, passage.instead)
    whole = keys and objects and not dangling(tree, words, passage.instead)
    return Node(text, keys) if whole and len(text.split()) <= TOO_LONG else None


def _joined(tree: Tree, verb: int) -> list[int]:
    return [verb, *(w for k in tree.kids(verb, "conj") for w in _joined(tree, k))]


HOLDING = frozenset({"characterize", "characterise", "mark", "involve", "feature", "define"})


def _held(passage: Passage, verb: int) -> Node | None:
    """*is characterized by nerve damage, leading to …*: the damage."""
    tree = passage.tree
    if tree.lemma(verb) not in HOLDING:
        return None
    passive = tree.kid(verb, "aux:pass") is not None
    kids = tree.kids(verb, "obl") if passive else tree.kids(verb, "obj")
    kids = [k for k in kids if not passive or tree.marker(k) == "by"]
    found = thing(passage, kids[0]) if kids else None
    return found[0] if found else None


def _means_before(passage: Passage, verb: int) -> tuple[Outcome, ...]:
    """*affects the brain by altering its fuel, thereby …*: the fuel."""
    tree = passage.tree
    kids = [k for k in tree.kids(verb, "advcl") if tree.marker(k) == "by" and k > verb]
    after = [k for k in tree.kids(verb, "advcl") if kids and k > kids[0] and not tree.marker(k)]
    return brings(passage, kids[0]) if after else ()


def _owner(tree: Tree, verb: int) -> int | None:
    here = verb
    for _ in range(4):
        found = tree.kid(here, "nsubj")
        if found is not None:
            return bearer(tree, here, found)
        head = tree.words[here].head
        if tree.dep(here) not in {"conj", "xcomp", "advcl"} or head < 0:
            return None
        if (who := let(tree, here)) is not None:
            return who
        here = head
    return None


def _said_last(passage: Passage) -> tuple[Node, ...]:
    """What *this* stands for: the sentence before."""
    if not passage.before:
        return ()
    last = passage.before[-1]
    return _comes_of(last) or _as_guess(_half_said(last))


def _half_said(last: Passage) -> tuple[Node, ...]:
    """*They know the dough and fold it*: the folding, where the rest cannot be said."""
    tree = last.tree
    root = tree.words[tree.root]
    if root.upos != "VERB" or _is_talk(tree, root.index):
        return ()
    inside = tree.kids(root.index, "conj")
    inside += tree.kids(root.index, "xcomp") if root.lemma in {"aim", *COLOURING} else []
    verbs = [k for k in inside if tree.words[k].upos == "VERB" and not _is_talk(tree, k)]
    return next((found for verb in verbs if (found := _of_before(last, verb))), ())


def _comes_of(last: Passage) -> tuple[Node, ...]:
    """What a sentence comes to in the end."""
    tree = last.tree
    if _is_talk(tree, tree.root):
        return ()
    for kid in (*_ends(tree), *reversed(tree.kids(tree.root, "advcl"))):
        made = brings(last, kid) if _is_result(tree, kid) else ()
        if made:
            return tuple(turned(e.node) if e.sign == "-" else e.node for e in made[:1])
    return _of_before(last, tree.root)


def _ends(tree: Tree) -> list[int]:
    """*…, which holds air, keeping out the cold*: the participle that ends the sentence."""
    return [
        w.index
        for w in tree.words
        if w.dep == "advcl"
        and w.head >= 0
        and tree.words[w.head].dep == "acl:relcl"
        and tree.comma_before(w.head)
        and max(tree.below(w.index)) >= len(tree.words) - 2
    ]


def _is_result(tree: Tree, kid: int) -> bool:
    """*…, thus increasing lung inflation*"""
    return (
        kid > tree.root and is_doing(tree, kid) and not tree.marker(kid) and tree.comma_before(kid)
    )


def _label(passage: Passage) -> tuple[Node, ...]:
    """The bold label that a fragment speaks of."""
    if passage.position or not _is_of_label(passage):
        return ()
    text = label_thing(passage)
    return (Node(text, (plain_key(text),)),) if text and plain_key(text) else ()


def _is_of_label(passage: Passage) -> bool:
    """*Offers shade*, *can offer shade*; *offer shade* behind *Limes:*, but no order."""
    tree = passage.tree
    root, label = tree.words[tree.root], passage.place.label_tree
    if root.xpos in {"VBZ", "VBN", "NN"}:
        return True
    if root.xpos not in {"VB", "VBP"} or label is None:
        return False
    if any(tree.words[k].xpos == "MD" for k in tree.kids(root.index, "aux")):
        return tree.kid(root.index, "nsubj", "csubj") is None
    told = is_plural(label, label.root) and root.lemma in TOLD_OF_LABELS
    return told and tree.starts(root.index)


TOLD_OF_LABELS = frozenset(
    """offer cause lead result contribute require inhibit trigger promote enable help provide
    produce impair induce stimulate""".split()
)
"""Verbs that nobody is told to do, or seldom."""


# The families.


def acts(passage: Passage, verb: int) -> Iterator[Found]:
    """*Yeast produces gas*, *…, raising its volume*, *which raises it*, *is made by it*."""
    tree = passage.tree
    noun = tree.words[verb].dep == "acl" and tree.words[verb].xpos == "VBN"
    if tree.kid(verb, "aux:pass") is not None or noun:
        yield from _passive(passage, verb)
    first = _first_conjunct(tree, verb)
    equal = tree.kid(first, "cop") is not None
    if tree.dep(first) == "xcomp" or (tree.marker(first) in INFINITIVES and not equal):
        return
    if tree.words[verb].xpos == "VBG" and tree.dep(verb) not in {"advcl", "acl", "conj", "root"}:
        return
    if tree.marker(first) and tree.dep(first) == "acl" and not _is_found(tree, first):
        return
    if _is_occasioned(passage, verb):
        return
    made = brings(passage, verb)
    if tree.dep(verb) == "acl" and _has_own_subject(tree, verb):
        made = tuple(each for each in made if not is_step(each))
    if made:
        causes = (each for each in sources(passage, verb) if not _is_deed(tree, verb, each))
        yield from _pairs(tuple(causes), made)


def works(passage: Passage, verb: int) -> Iterator[Found]:
    """*The lever lifts the tray*: what a thing does to another, where no class tells its sign."""
    tree = passage.tree
    obj, subject = tree.kid(verb, "obj"), _owner(tree, verb)
    if obj is None or not _is_at_work(tree, verb) or brings(passage, verb):
        return
    if tree.words[obj].upos == "PRON" or _only_carries(tree, obj) or _is_occasioned(passage, verb):
        return
    if subject is not None and names_piece(tree.lemma(subject)):
        return  # "a drill bores holes": that is its task
    node = event(passage, verb, None)
    causes = [each for each in sources(passage, verb) if not _is_anyone(each)]
    if node is not None:
        yield from _pairs(causes, (Outcome(node, "+", tree.lemma(verb)),))


def calls_for(passage: Passage, verb: int) -> Iterator[Found]:
    """*…, requiring frequent painting*, *this requires it*: what was said, then the need for it."""
    tree = passage.tree
    obj, subject = tree.kid(verb, "obj"), tree.kid(verb, "nsubj")
    if obj is None or tree.lemma(verb) != "require" or tree.kids(verb, "aux:pass", "xcomp"):
        return
    said = "" if subject is None else tree.words[subject].text.lower()
    ensues = tree.dep(verb) == "advcl" and is_doing(tree, verb) and not tree.marker(verb)
    which = said == "which" and tree.comma_before(verb)
    beside = tree.marker(tree.words[verb].head) if which else ""
    if not (ensues or said == "this" or (which and beside not in {"like", "unlike"})):
        return
    if brings(passage, verb):
        return  # "requiring more effort": so much of it
    if found := thing(passage, obj):
        node = found[0]
        keys = tuple(f"need {key}" for key in node.keys)  # what is needed is not made
        need = replace(node, text=f"the need for {node.text}", keys=keys)
        yield from _pairs(sources(passage, verb), (Outcome(need, "+", "require"),))


def _is_at_work(tree: Tree, verb: int) -> bool:
    """*lifts the tray*, *…, lifting it*; not *to lift*, *it lifted*, *should lift*."""
    first, form, lemma = _first_conjunct(tree, verb), tree.words[verb].xpos, tree.lemma(verb)
    above = tree.words[first].head if tree.dep(first) == "conj" else first
    if lemma in INTO or not works_on(lemma) or is_passive(tree, verb) or tree.kids(verb, "xcomp"):
        return False
    if form not in {"VBZ", "VBP", "VB", "VBG"} or tree.dep(first) == "xcomp":
        return False
    meant = any(tree.marker(kid) == "to" for kid in tree.kids(verb, "advcl"))
    if tree.marker(first) or tree.marker(above) or meant:
        return False  # "the masons carry lamps to find it"
    wished = any(tree.lemma(kid) in WISHES for kid in tree.kids(verb, "aux"))
    return not wished and (form != "VBG" or tree.dep(first) == "advcl")


def _is_anyone(node: Node) -> bool:
    """Somebody who acts, though a pronoun stands for him: *they*, the monks."""
    last = node.text.split()[-1].lower()
    return (
        _is_actor(node)
        or lemma_of(last) in ANYBODY
        or names_person_first(last)
        or names_somebody(last)
    )


def _is_deed(tree: Tree, verb: int, who: Node) -> bool:
    """*Peru offered peace*, *the navy built docks*: what somebody once did is no mechanism."""
    done = {tree.words[k].text.lower() for k in tree.kids(verb, "aux", "aux:pass")}
    past = tree.words[verb].xpos == "VBD" or bool(done & {"was", "were", "had", "has", "have"})
    if past and tree.lemma(verb) in {"allow", "permit", "let"}:
        words = who.text.lower().split()
        return words[-1] in GROUPS and "of" not in words  # "the court allowed the sale"
    return past and tree.lemma(verb) in DEEDS and (who.somebody or _is_one(who.text))


def _is_one(text: str) -> bool:
    """Is it a name, but none of an event, or a body of people: *Rome*, *the navy*?"""
    words = text.split()
    if words[-1].lower() in GROUPS:
        return True
    names = all(word[:1].isupper() for word in words if word not in {"of", "the", "and", "de"})
    return names and not any(word.lower() in EVENTS for word in words)


EVENTS = frozenset(
    """war depression revolution crisis hurricane storm earthquake plague death pandemic crash act
    reform plan treaty famine boom effect reaction process syndrome disease cycle""".split()
)
DEEDS = frozenset(
    """bring give offer release launch make build create form lose provide supply deliver avoid
    support develop help produce generate convert turn transform oppose fight address defeat end
    remove restore extend move push pull raise start open close leave gain""".split()
)
"""Verbs of what somebody does once, and of what things do always."""


def _is_occasioned(passage: Passage, verb: int) -> bool:
    """*When bones are stressed, they release osteocalcin*: the stress does, not the bones."""
    tree = passage.tree
    subject = subject_of(tree, verb)
    if subject is None or tree.words[subject].text.lower() not in PRONOUNS:
        return False
    return any(_occasion(passage, kid) for kid in _occasions_of(tree, verb))


def _occasions_of(tree: Tree, verb: int) -> list[int]:
    before = [k for k in tree.kids(verb, "advcl") if k < verb]
    return [k for k in before if _is_occasion(tree, k, verb, tree.marker(k) or _wh(tree, k))]


INFINITIVES = frozenset({"by", "through", "to", "from", "in order to", "so as to", "in", "for"})
"""What stands before verbs whose subject is told by the verb above."""


def _first_conjunct(tree: Tree, verb: int) -> int:
    while (
        tree.dep(verb) == "conj" and tree.kid(verb, "nsubj") is None and tree.words[verb].head >= 0
    ):
        verb = tree.words[verb].head
    return verb


def _has_own_subject(tree: Tree, verb: int) -> bool:
    """*a hole through which light passes*"""
    return any(tree.words[k].feat("PronType") != "Rel" for k in tree.kids(verb, "nsubj"))


def _pairs(causes: Sequence[Node], effects: Sequence[Outcome]) -> Iterator[Found]:
    for cause in causes:
        for effect in effects:
            yield cause, effect


def _passive(passage: Passage, verb: int) -> Iterator[Found]:
    """*Rust is prevented by zinc*."""
    tree = passage.tree
    lemma = tree.lemma(verb)
    sign = effect_of(lemma) or (">" if lemma in SWAYING else BY_AGENT.get(lemma, ""))
    agents = [
        k
        for k in tree.kids(verb, "obl")
        if tree.marker(k) == "by" and tree.kid(k, "nummod") is None and tree.lemma(k) not in SCALES
    ]
    subject = _owner(tree, verb) if tree.dep(verb) != "acl" else tree.words[verb].head
    if _is_of_all(tree, verb):
        return
    if not sign or not agents or subject is None or lemma in {"let", "multiply"} | INTO:
        return
    effect = thing(passage, subject, bare=True)
    turn = sign if not effect or effect[1] > 0 else {"+": "-", "-": "+", ">": ">"}[sign]
    for cause in things(passage, agents[0]):
        if effect and not (cause.measured or _is_deed(tree, verb, cause)):
            yield cause, Outcome(effect[0], turn, lemma)  # type: ignore[arg-type]


def _is_of_all(tree: Tree, verb: int) -> bool:
    """*It means taking in air and giving off steam, helped by fans*: no steam alone is helped."""
    head = tree.words[verb].head
    if tree.dep(verb) != "acl" or not tree.comma_before(verb) or tree.dep(head) != "obj":
        return False
    between = tree.words[head + 1 : verb]
    return any(w.xpos == "VBG" and tree.dep(w.index) == "conj" for w in between)


SCALES = frozenset({"%", "percent", "factor", "margin", "amount", "percentage", "order"})
"""What follows *by* where it tells how much: *slowed by a factor of three*."""


def into(passage: Passage, verb: int) -> Iterator[Found]:
    """*ACE converts X into Y*: X becomes Y, and ACE brings Y about."""
    tree = passage.tree
    marks = INTO_MARKS.get(tree.lemma(verb), {"into"})
    made = next((k for k in tree.kids(verb, "obl") if tree.marker(k) in marks), None)
    obj = tree.kid(verb, "obj")
    if tree.lemma(verb) not in INTO or made is None or obj is None or _is_order(tree, verb):
        return
    old, new = thing(passage, obj), thing(passage, made)
    if old is None or new is None:
        return
    yield old[0], Outcome(new[0], ">", tree.lemma(verb))
    for cause in sources(passage, verb):
        if not _is_deed(tree, verb, cause):
            yield cause, Outcome(new[0], "+", tree.lemma(verb))


def stations(passage: Passage, verb: int) -> Iterator[Found]:
    """*Proceeds to the liver and then to the kidneys*: liver, then kidneys."""
    tree = passage.tree
    if tree.lemma(verb) not in WAYS:
        return
    for kid in tree.kids(verb, "obl"):
        here = kid
        for other in tree.kids(kid, "conj"):
            one, next_one = thing(passage, here), thing(passage, other)
            if tree.marker(other).split()[-1:] == ["to"] and one and next_one:
                yield one[0], Outcome(next_one[0], ">", tree.lemma(verb))
            here = other


def means(passage: Passage, verb: int) -> Iterator[Found]:
    """*X raises Y by releasing Z*: X → Z → Y; *by releasing Z, X raises Y*."""
    tree = passage.tree
    states = [k for k in tree.kids(verb, "xcomp") if tree.words[k].upos == "ADJ"]
    for kid in [k for word in (verb, *states) for k in _adjuncts(tree, word)]:
        if tree.marker(kid) not in {"by", "through", "via", "by means of"}:
            continue
        if tree.words[kid].upos == "VERB":
            yield from _by_doing(passage, verb, kid)
        elif tree.marker(kid) != "by" and tree.dep(kid) == "obl":
            found = thing(passage, kid)
            if found and tree.lemma(verb) not in MOTION:
                yield from _pairs((found[0],), _through(passage, verb))


def _by_doing(passage: Passage, verb: int, kid: int) -> Iterator[Found]:
    if _is_order(passage.tree, verb) and not brings(passage, verb):
        return  # "Spread the cheese by starting at the edge"
    several = with_conjuncts(passage.tree, kid)
    middle = [m for each in several for m in brings(passage, each) if not is_step(m)]
    outer = _done(passage, verb)
    if middle:
        yield from _pairs(_starts(passage, verb), middle)
        for inner in brings(passage, kid)[:1] if _comes_about(passage, verb) else ():
            cause = turned(inner.node) if inner.sign == "-" else inner.node
            yield from _pairs((cause,), outer)
        return
    node = event(passage, kid, None)
    if node is not None:
        yield from _pairs((node,), outer)


def _done(passage: Passage, verb: int) -> tuple[Outcome, ...]:
    """As `_all_of`, but who does it by doing another thing is not said."""
    found = _all_of(passage, verb)
    tree = passage.tree
    own = len(found) == 1 and found[0].node.text.endswith(tree.say([verb]))
    passive = tree.kid(verb, "aux:pass") is not None
    if brings(passage, verb) or passive or own or tree.words[verb].upos != "VERB":
        return found
    if tree.lemma(verb) in CHANGING and tree.kid(verb, "obj") is None:
        return found
    node = event(passage, verb, None)
    return (Outcome(node, "+", tree.lemma(verb)),) if node else ()


def _starts(passage: Passage, verb: int) -> tuple[Node, ...]:
    tree = passage.tree
    here = verb
    for _ in range(3):
        if tree.dep(here) in {"xcomp", "acl", "advcl", "conj"} and tree.kid(here, "nsubj") is None:
            if tree.dep(here) == "acl" and tree.lemma(tree.words[here].head) not in {
                "role",
                "part",
            }:
                break
            here = tree.words[here].head
            if tree.lemma(here) in {"role", "part"}:
                here = tree.words[here].head
    if tree.kid(here, "aux:pass") is not None:
        return ()
    return sources(passage, here)


def _all_of(passage: Passage, verb: int) -> tuple[Outcome, ...]:
    return tuple(e for e in happens(passage, verb) if not is_step(e))


def _through(passage: Passage, verb: int) -> tuple[Outcome, ...]:
    """What is brought about *through* a thing; not where something only lies or goes."""
    made = tuple(e for e in brings(passage, verb) if not is_step(e))
    passive = passage.tree.kid(verb, "aux:pass") is not None
    known = passive and effect_of(passage.tree.lemma(verb))
    return made or (_all_of(passage, verb) if known else ())


def _adjuncts(tree: Tree, verb: int) -> list[int]:
    """What hangs on a verb; *by resting, people heal and gain strength*: on both."""
    first = _first_conjunct(tree, verb)
    beside = first != verb and tree.words[verb].xpos != "VBG"
    shared = tree.kids(first, "advcl", "obl") if beside else []
    subject = tree.kid(first, "nsubj", "csubj")
    before = [k for k in shared if subject is not None and k < subject]
    return [*before, *tree.kids(verb, "advcl", "obl")]


def purposes(passage: Passage, verb: int) -> Iterator[Found]:
    """*The balls are black to block the light*; *use a lid to speed up the boil*."""
    tree = passage.tree
    if tree.dep(verb) == "acl" and not (tree.marker(verb) == "of" and is_doing(tree, verb)):
        return
    yield from _for_this(passage, verb)
    for kid in tree.kids(verb, "advcl"):
        marker = tree.marker(kid)
        if tree.lemma(verb) in LETTING | DOUBTED | {"advise", "recommend"}:
            continue
        if _is_listed(tree, verb, kid):
            continue
        if marker in {"to", "in order to", "so as to"} and tree.words[kid].xpos == "VB":
            wanted = [o for each in with_conjuncts(tree, kid) for o in brings(passage, each)]
            if not wanted and not _is_order(tree, verb):
                wanted = list(_wished(passage, kid))
            if not wanted:
                wanted = list(_hoped(passage, verb, kid))
        elif marker in {"so that", "in order that"}:
            wanted = list(_all_of(passage, kid))
        else:
            continue
        yield from _pairs(_deed(passage, verb), [w for w in wanted if not is_step(w)])


def _is_listed(tree: Tree, verb: int, aim: int) -> bool:
    """*to swim, to row, and to dive*: one beside the other, not one for the other."""
    if aim < verb or not tree.marker(verb) == tree.marker(aim) == "to":
        return False
    beside = [*tree.kids(verb, "conj"), *tree.kids(aim, "conj")]
    return tree.comma_before(aim) and any(tree.marker(k) == "to" for k in beside)


def _for_this(passage: Passage, verb: int) -> Iterator[Found]:
    """*Apply a balm to prevent dryness*: the balm."""
    tree = passage.tree
    nouns = [k for k in tree.kids(verb, "obl") if tree.marker(k) in {"with", "by"}]
    nouns += tree.kids(verb, "obj") if tree.lemma(verb) in FOR_THIS else []
    needed = tree.kids(verb, "advcl", "xcomp") if tree.lemma(verb) in {"need", "require"} else []
    for noun in nouns:
        for kid in (*tree.kids(noun, "acl"), *needed):
            if tree.marker(kid) != "to" or tree.words[kid].xpos != "VB":
                continue
            wanted = [o for each in with_conjuncts(tree, kid) for o in brings(passage, each)]
            if not wanted or tree.lemma(noun) in ABILITIES:
                continue
            found = thing(passage, noun, without=tree.below(kid))
            if found:
                yield from _pairs((found[0],), [w for w in wanted if not is_step(w)])


FOR_THIS = frozenset({"use", "apply", "add", "wear", "need", "require"})
ABILITIES = frozenset(
    """ability attempt effort desire right decision chance potential power capacity need time plan
    goal tendency opportunity way aim pressure reason willingness intention urge permission
    incentive motivation will freedom failure""".split()
)
"""Nouns before *to* that do nothing yet."""


def _wished(passage: Passage, verb: int) -> Iterator[Outcome]:
    """*To achieve a glossy finish*."""
    tree = passage.tree
    obj = tree.kid(verb, "obj")
    reaches = {"achieve", "reach", "obtain", "attain", "gain"}
    found = thing(passage, obj) if obj is not None and tree.lemma(verb) in reaches else None
    if found:
        yield Outcome(found[0], "+", tree.lemma(verb))


def _hoped(passage: Passage, verb: int, aim: int) -> Iterator[Outcome]:
    """*Sow at dusk to spare the seedlings the heat*: a doing and what it is done for.

    Not *use a knife to peel it*: a tool and its task.
    """
    tree = passage.tree
    doing = tree.words[verb].upos == "VERB" and tree.words[verb].xpos in {"VB", "VBG"}
    if not doing or aim < verb or _owner(tree, verb) is not None or tree.lemma(verb) in TOOLING:
        return
    node = event(passage, aim, None)
    if node is not None:
        yield Outcome(node, "+", "aim")


TOOLING = frozenset({"use", "utilize", "utilise", "leverage", "employ"})
"""Verbs that name a tool."""


def _deed(passage: Passage, verb: int) -> tuple[Node, ...]:
    """What is done for a purpose."""
    tree = passage.tree
    subject = _owner(tree, verb)
    if tree.kid(verb, "cop") is not None and tree.words[verb].upos not in {"ADJ", "VERB"}:
        return ()
    if subject is not None and tree.words[subject].feat("PronType") == "Rel":
        return ()
    steps = tuple(each.node for each in brings(passage, verb) if is_step(each))
    inner = tree.lemma(verb) in TOOLING and tree.kid(verb, "aux:pass") is not None
    if inner and not steps and subject is not None:
        found = thing(passage, subject)
        return (found[0],) if found else ()
    made = happens(passage, verb)
    if steps:
        return steps
    if tree.kid(verb, "obj") is None and made:
        return tuple(turned(e.node) if e.sign == "-" else e.node for e in made[:1])
    who = subject if subject is not None and tree.lemma(subject) not in ANYBODY | AIMS else None
    node = event(passage, verb, who)
    return (node,) if node else ()


def _is_order(tree: Tree, verb: int) -> bool:
    """*Add more oil*: what is told to do, not what happens."""
    top = verb
    while tree.dep(top) in {"xcomp", "conj"} and tree.words[top].head >= 0:
        top = tree.words[top].head  # "Mulching beds helps to keep frost off"
    return (
        tree.words[verb].xpos == "VB"
        and _owner(tree, verb) is None
        and tree.kid(top, "csubj") is None
        and tree.kid(verb, "aux", "mark") is None
    )


def occasions(passage: Passage, verb: int) -> Iterator[Found]:
    """*When bones are stressed, they release osteocalcin*; *because …*; *due to …*."""
    tree = passage.tree
    if _is_order(tree, verb):
        return
    for kid in _adjuncts(tree, verb):
        causes: tuple[Node, ...] = ()
        marker = tree.marker(kid) or _wh(tree, kid)
        if _is_left_open(tree, kid):
            continue
        if tree.dep(kid) == "obl" and (noun := _blamed(tree, kid, marker)) is not None:
            found = None if things(passage, noun) else pointed(passage, noun)
            causes = (found[0],) if found else things(passage, noun)
        elif tree.dep(kid) == "advcl" and _is_occasion(tree, kid, verb, marker):
            causes = tuple(c for each in _held_true(tree, kid) for c in _occasion(passage, each))
        elif tree.dep(kid) == "advcl" and marker in UNDERGONE:
            causes = tuple(_undergone(passage, verb, kid))
        elif marker in {"with", "during"} and tree.dep(kid) == "obl" and _only_changes(tree, verb):
            found = thing(passage, kid)
            causes = (found[0],) if found else ()
        if causes:
            effects = _all_of(passage, _coloured(tree, verb))
            told = marker not in WEAK or _is_grounded(tree, verb, kid, marker)
            told = told or _comes_about(passage, verb) or _is_law(tree, verb, kid, marker)
            yield from _pairs(causes, effects if told else ())


def _is_left_open(tree: Tree, kid: int) -> bool:
    """*not because of frost*, *if it hardly rains*; but *if the soil is not dry* is told whole."""
    told = tree.dep(kid) == "advcl" and denial(tree, kid) is not None
    return not told and (denied(tree, kid) or any(tree.lemma(k) == "not" for k in tree.kids(kid)))


def _only_changes(tree: Tree, verb: int) -> bool:
    """*Prices rose during the war*; not *the firm increased sales during the war*."""
    return tree.lemma(verb) in CHANGING and (
        tree.kid(verb, "obj") is None or is_passive(tree, verb)
    )


UNDERGONE = frozenset({"when", "if", "once", "whenever"})


def called_for(passage: Passage, verb: int) -> Iterator[Found]:
    """*If the glaze runs thin, add flour*: the thin glaze, then the adding."""
    tree = passage.tree
    if not _is_order(tree, verb) or tree.lemma(verb) in LOOKING - {"use"}:
        return
    for kid in tree.kids(verb, "advcl"):
        marker = tree.marker(kid) or _wh(tree, kid)
        known = marker in UNDERGONE and _is_occasion(tree, kid, verb, marker)
        if not known or not _is_of_things(tree, kid) or _is_left_open(tree, kid):
            continue
        node = event(passage, verb, None)
        if node is not None:
            yield from _pairs(_occasion(passage, kid), (Outcome(node, ">", "follow"),))


def around(passage: Passage, verb: int) -> Iterator[Found]:
    """*Salt the water before adding rice*, *pulp is dried after washing it*: one, then the other.

    What somebody once did, or goes through, is no procedure.
    """
    tree = passage.tree
    subject = _owner(tree, verb)
    order = _is_order(tree, verb)
    if not order and not (is_passive(tree, verb) and _is_of_things(tree, verb)):
        return
    if tree.lemma(verb) in SPARING:
        return
    for kid in tree.kids(verb, "advcl"):
        behind = tree.marker(kid) == "before"
        doing = tree.words[kid].xpos == "VBG" and tree.kid(kid, "nsubj") is None
        if not doing or tree.marker(kid) not in {"before", "after"} or denied(tree, kid):
            continue
        deed, other = event(passage, verb, None if order else subject), event(passage, kid, None)
        said = deed is not None and not order and deed.text.split()[0] == _ing(tree, verb)
        if deed is not None and other is not None and not said:  # "mixing dyes being mixed"
            first, second = (deed, other) if behind else (other, deed)
            yield first, Outcome(second, ">", "follow")


SPARING = frozenset({"avoid", "refrain", "beware"})
"""Verbs of what is left undone, which is no step."""


def _ing(tree: Tree, verb: int) -> str:
    return inflect(tree.lemma(verb), "VBG")


LOOKING = frozenset(
    """use leave view see look consider compare measure ask think examine describe define deal
    discuss try plan want choose combine talk apply evaluate analyze analyse express plot
    read""".split()
)
"""Verbs of who looks at a thing, which does nothing to it: *when viewed from above*."""


def _undergone(passage: Passage, verb: int, kid: int) -> Iterator[Node]:
    """*When heated, the coil glows*: the coil being heated; *when breathing out*: that."""
    tree = passage.tree
    form, lemma = tree.words[kid].xpos, tree.lemma(kid)
    if lemma in LOOKING or tree.words[kid].upos != "VERB" or not _comes_about(passage, verb):
        return
    if tree.kid(kid, "nsubj", "csubj", "aux:pass", "expl") is not None:
        return
    if any(tree.lemma(k) in {"even", "only"} for k in tree.kids(kid, "advmod")):
        return
    subject = _owner(tree, verb)
    if tree.words[verb].xpos == "VBG" or not _is_undergone(tree, verb):
        return
    if form == "VBG" and tree.kid(verb, "obj") is None:
        node = event(passage, kid, None)
    elif form == "VBN" and subject is not None:
        node = event(with_bearer(passage, verb, subject), kid, subject)
    else:
        return
    if node is not None:
        yield node


def _is_undergone(tree: Tree, verb: int) -> bool:
    """*It bursts when heated*; not *it protects the wood when exposed*: that is how, not why."""
    return tree.lemma(verb) in GIVING_OFF or tree.kid(verb, "obj") is None


GIVING_OFF = frozenset("release emit produce form yield lose give create".split())
"""Verbs whose object comes out of what is undergone."""


def _coloured(tree: Tree, verb: int) -> int:
    """The verb whose subject is that of *is expected to fall due to drought*."""
    while tree.dep(verb) == "xcomp" and tree.lemma(tree.words[verb].head) in COLOURING:
        verb = tree.words[verb].head
    return verb


def _held_true(tree: Tree, verb: int) -> list[int]:
    """*if rules exist but firms ignore them*: what stands behind *but*."""
    several = with_conjuncts(tree, verb)
    but = [
        v for v in several[1:] if any(tree.lemma(k) in {"but", "yet"} for k in tree.kids(v, "cc"))
    ]
    return several[several.index(but[0]) :] if but else several


BLAMING = {("as", "result"): "of", ("as", "consequence"): "of", ("in", "response"): "to"}


def _blamed(tree: Tree, noun: int, marker: str) -> int | None:
    """The drought of *due to drought*, *as a result of drought*."""
    if marker in BECAUSE:
        return noun
    wanted = BLAMING.get((marker, tree.lemma(noun)))
    return next((k for k in tree.kids(noun, "nmod") if tree.marker(k) == wanted), None)


WEAK = frozenset({"when", "if", "whenever", "once", "as", "since"})
"""What often tells of no cause: *people smile when they meet*."""


def _is_grounded(tree: Tree, verb: int, kid: int, marker: str) -> bool:
    """*the dye lasts, since tin fixes it*, *since both arms are equal, the beam is level*."""
    if tree.words[verb].upos != "VERB" and (marker == "as" or not _is_plain_state(tree, verb)):
        return False
    return _gives_reason(tree, kid, marker)


def _is_law(tree: Tree, verb: int, kid: int, marker: str) -> bool:
    """*When a crab sheds its shell, the new one is soft*: told of things, of no one time.

    Not *when the bell rings, the pupils may leave*, *if the price is low, one can buy*.
    """
    if marker not in UNDERGONE or not (_is_of_now(tree, kid) and _is_of_things(tree, verb)):
        return False
    if tree.words[verb].upos != "VERB":
        return _is_plain_state(tree, verb)
    if any(tree.words[k].upos != "ADJ" for k in tree.kids(verb, "xcomp", "ccomp")):
        return False
    return tree.lemma(verb) not in LOOKING


def _is_of_things(tree: Tree, verb: int) -> bool:
    """Does a clause tell what a thing, not somebody, does or is?"""
    subject = subject_of(tree, verb)
    if subject is None or tree.lemma(subject) in ANYBODY or names_somebody(tree.lemma(subject)):
        return False
    return _is_of_now(tree, verb)


def _is_of_now(tree: Tree, verb: int) -> bool:
    """*it rusts*, *it will rust*, *it may rust*; not *it rusted*, *it should rust*."""
    kinds = [verb, *tree.kids(verb, "cop", "aux", "aux:pass")]
    modal = {tree.words[k].text.lower() for k in kinds if tree.words[k].xpos == "MD"}
    past = any(tree.words[k].xpos == "VBD" for k in kinds)
    finite = any(tree.words[k].xpos in {"VBZ", "VBP", "MD"} for k in kinds)
    known = modal <= {"will", "may", "might", "can"} and tree.lemma(verb).isalpha()
    return finite and known and not past


def _is_plain_state(tree: Tree, word: int) -> bool:
    """*is soft*; *is vital*, *is most useful* only praise."""
    low = {tree.lemma(k) for k in tree.kids(word, "advmod")}
    modal = any(tree.words[k].xpos == "MD" for k in tree.kids(word, "aux"))
    praised = tree.lemma(word) in NEEDED | HARMFUL | PRAISING or "most" in low
    return tree.words[word].upos == "ADJ" and not (praised or modal)


PRAISING = frozenset(
    """wary relevant interesting useful ideal perfect worth true clear sure safe common popular
    difficult hard easy challenging possible impossible likely unlikely valid applicable best
    appropriate suitable reasonable""".split()
)
"""Adjectives of what somebody thinks of a thing."""


def _gives_reason(tree: Tree, verb: int, marker: str) -> bool:
    """*since tin melts easily*: why, as *since the mill closed* tells when."""
    kinds = [tree.words[k].xpos for k in (verb, *tree.kids(verb, "cop", "aux", "aux:pass"))]
    if marker == "as" and not (verb > tree.words[verb].head and tree.comma_before(verb)):
        return False  # "as cooking goes on"
    now = not {"VBD", "VBG"} & {*kinds} and bool({"VBZ", "VBP", "MD"} & {*kinds})
    return marker in {"since", "as"} and now


def _comes_about(passage: Passage, verb: int) -> bool:
    """Does the clause say that something comes about or changes?"""
    tree = passage.tree
    lemma = tree.lemma(verb)
    if any(not is_step(each) for each in brings(passage, verb)):
        return tree.words[verb].upos == "VERB"
    if tree.kid(verb, "obj") is None and (lemma in CHANGING or lemma in TURNING):
        return True
    inner = tree.kid(verb, "xcomp")
    if inner is not None and lemma in {"begin", "start", "continue"}:
        return _comes_about(passage, inner)
    if inner is not None and lemma == "get" and is_passive(tree, inner):
        return bool(effect_of(tree.lemma(inner)))
    passive = is_passive(tree, verb)
    return (passive and bool(effect_of(lemma))) or lemma in {"become", "turn"}


def _wh(tree: Tree, kid: int) -> str:
    return next(
        (tree.lemma(k) for k in tree.kids(kid, "advmod") if tree.words[k].xpos == "WRB"), ""
    )


def _is_occasion(tree: Tree, kid: int, verb: int, marker: str) -> bool:
    subject = tree.kid(kid, "nsubj", "csubj")
    if subject is None:
        return False
    if any(tree.lemma(k) in {"even", "only"} and k < subject for k in tree.kids(kid, "advmod")):
        return False
    if marker in {"as", "since"} and tree.words[verb].xpos == "VBD":
        return False
    if marker in {"after"}:
        return False
    return marker in OCCASIONS


def _occasion(passage: Passage, verb: int) -> tuple[Node, ...]:
    """That a clause holds, as a cause."""
    tree = passage.tree
    subject = tree.kid(verb, "nsubj", "csubj")
    if denial(tree, verb) is not None:
        node = event(passage, verb, subject)
        return (node,) if node else ()
    if denied(tree, verb):
        return ()
    if tree.kid(verb, "cop") is not None or tree.words[verb].upos != "VERB":
        made = happens(passage, verb)
        return tuple(e.node for e in made[:1])
    if subject is not None and tree.words[subject].dep == "expl":
        return ()
    found = tree.kid(verb, "expl") is not None and tree.lemma(verb) == "be" and subject is not None
    node = there(passage, subject) if found and subject else event(passage, verb, subject)
    if node is None and subject is not None and _is_of_above(passage, verb, subject):
        node = event(passage, verb, None)
    return (node,) if node else ()


def _is_of_above(passage: Passage, verb: int, subject: int) -> bool:
    """*A long row of old thick hedges is advised, as it breaks the wind*: so does breaking it."""
    word = passage.tree.words[subject].text.lower()
    return word in PRONOUNS and passage.tree.marker(verb) in {"because", "as", "since"}


BACK = {
    "stem": {"from"},
    "result": {"from"},
    "arise": {"from"},
    "derive": {"from"},
    "depend": {"on", "upon"},
    "rely": {"on", "upon"},
    "hinge": {"on", "upon"},
    "dependent": {"on", "upon"},
    "reliant": {"on", "upon"},
    "contingent": {"on", "upon"},
    "originate": {"from"},
    "emerge": {"from"},
    "come": {"from"},
    "attribute": {"to"},
    "vary": {"with", "based on", "depending on", "according to"},
}


def _varies(tree: Tree, noun: int) -> bool:
    """*The yield depends on rain*, but *mills depend on wind*: they need it."""
    lemma = tree.lemma(noun)
    return not (names_somebody(lemma) or (is_plural(tree, noun) and can_be_touched(lemma)))


LEANING = frozenset({"rely", "hinge", "dependent", "reliant", "contingent"})
"""What somebody or some tool may do as well, who does not come from what he leans on."""


def _leans(tree: Tree, verb: int, noun: int) -> bool:
    """*Their accuracy relies on weights*; not *the guild relies on fees*."""
    own = tree.kid(verb, "nsubj") == noun and tree.words[noun].upos == "NOUN"
    return own and names_state(tree.lemma(noun))


RESULTS = frozenset({"result", "consequence", "product", "byproduct", "by-product", "outcome"})
"""*Landslides are a consequence of heavy rain.*"""


def backwards(passage: Passage, verb: int) -> Iterator[Found]:
    """*Scurvy stems from a deficiency*, *is attributed to it*, *is due to it*."""
    tree = passage.tree
    subject = _what_comes(tree, verb)
    if subject is None:
        return
    if tree.kid(verb, "cop") is not None and tree.marker(verb) in BECAUSE:
        kids = [verb]
    elif tree.kid(verb, "cop") is not None and tree.lemma(verb) in RESULTS:
        kids = [k for k in tree.kids(verb, "nmod") if tree.marker(k) in {"of", "from"}]
    else:
        wanted = BACK.get(tree.lemma(verb), set())
        kids = [k for k in tree.kids(verb, "obl", "advcl") if tree.marker(k) in wanted and k > verb]
    hung = tree.below(verb) if subject == tree.words[verb].head else ()
    if kids and tree.words[kids[0]].upos == "VERB" and _is_no_origin(tree, subject, kids[0]):
        return  # "Holm derives a tenth from selling hay"
    effect = thing(passage, subject, bare=True, without=hung) or _pointed_far(passage, subject)
    causes = things(passage, kids[0]) if kids else ()
    leans = tree.lemma(verb) in LEANING and not _leans(tree, verb, subject)
    if leans or (tree.lemma(verb) == "depend" and not _varies(tree, subject)):
        return
    if tree.lemma(verb) == "come" and (
        tree.words[subject].upos == "PROPN" or not kids or _is_place(tree, kids[0])
    ):
        return  # "Holm came from a rich family"
    if effect:
        made = Outcome.of(effect, tree.lemma(verb))
        varies = tree.lemma(verb) == "vary"  # with which way, nobody says
        yield from _pairs(causes, (replace(made, sign=">", verb="affect") if varies else made,))


def _what_comes(tree: Tree, verb: int) -> int | None:
    """What stems from a thing or is attributed to it."""
    if tree.marker(verb) == "as" and is_doing(tree, verb):
        return None  # "they paint it as coming from abroad"
    if tree.lemma(verb) == "attribute" and not is_passive(tree, verb):
        return tree.kid(verb, "obj")  # "papers attributed the deaths to frost"
    subject = _owner(tree, verb)
    left = subject is None and _is_left_by(tree, verb)
    return tree.words[verb].head if left else subject


def _is_no_origin(tree: Tree, subject: int, doing: int) -> bool:
    """Does *comes not from striving* deny it, or *Holm derives …* tell of somebody?"""
    first = min(tree.below(doing))
    denied_there = denied(tree, doing) or (first > 0 and tree.lemma(first - 1) in {"not", "than"})
    return denied_there or tree.words[subject].upos == "PROPN"


def _is_place(tree: Tree, noun: int) -> bool:
    """*comes from Peru*, *from three sources*: where it is from, not what makes it."""
    said = tree.words[noun].upos == "PROPN" or tree.kid(noun, "nummod") is not None
    return said or tree.lemma(noun) in {"source", "place", "word", "name"}


def _is_left_by(tree: Tree, verb: int) -> bool:
    """*stress resulting from noise*; behind a comma *arising* may belong to any noun."""
    loose = tree.lemma(verb) == "arise" and tree.comma_before(verb)
    return tree.dep(verb) == "acl" and tree.lemma(verb) in {"result", "stem", "arise"} and not loose


def _pointed_far(passage: Passage, subject: int) -> tuple[Node, int] | None:
    """What stems from a thing: *this rapid growth*; *this growth* alone says too little."""
    found = pointed(passage, subject)
    return found if found and len(found[0].text.split()) > 1 else None


HENCE = frozenset({"so", "therefore", "thus", "hence", "consequently"})


def follows(passage: Passage, verb: int) -> Iterator[Found]:
    """*Salt attracts water, so the cell swells.*"""
    tree = passage.tree
    told = [k for k in tree.kids(verb, "advmod", "mark") if tree.lemma(k) in HENCE and k < verb]
    subject = tree.kid(verb, "nsubj")
    if not told or subject is None or subject < told[0] or tree.lemma(subject) in ANYBODY:
        return
    nearer = [w for w in range(told[0] + 1, subject) if tree.words[w].upos in {"ADJ", "ADV"}]
    if tree.dep(verb) not in {"parataxis", "conj", "advcl"} or (
        tree.words[told[0] + 1].text.lower() == "that" or tree.dep(told[0]) == "fixed"
    ):
        return
    head = tree.words[verb].head
    before = head < told[0] and tree.words[head].upos in {"VERB", "ADJ"} and not nearer
    if before and not _is_talk(tree, head) and not _is_order(tree, head):
        yield from _pairs(_of_before(passage, head), _all_of(passage, verb))


def able(passage: Passage, verb: int) -> Iterator[Found]:
    """*Kale is liked for its ability to lower cholesterol*: kale lowers it."""
    tree = passage.tree
    noun = tree.words[verb].head
    if tree.dep(verb) != "acl" or tree.marker(verb) != "to" or tree.lemma(noun) not in POWERS:
        return
    owner = next((k for k in tree.kids(noun, "nmod") if tree.marker(k) in {"of", ""}), None)
    above = _clause_above(tree, noun)
    if owner is None and tree.dep(noun) == "obj" and above is not None:
        causes = sources(passage, above) if tree.lemma(above) in {"have", "possess"} else ()
    elif owner is not None and tree.words[owner].text.lower() in {"its", "their"}:
        head = tree.words[noun].head
        subject = tree.kid(head, "nsubj") if head >= 0 and tree.dep(noun) == "obl" else None
        causes = _subject(passage, head, subject) if subject is not None else ()
    else:
        found = thing(passage, owner) if owner is not None else None
        causes = (found[0],) if found else ()
    wanted = [o for each in with_conjuncts(tree, verb) for o in brings(passage, each)]
    above_noun = tree.words[noun].head
    lacking = above_noun >= 0 and AMOUNTS.get(tree.lemma(above_noun)) == "-"
    if not lacking:  # "a reduction in the ability to raise funds"
        yield from _pairs(causes, [w for w in wanted if not is_step(w)])


def reasons(passage: Passage, verb: int) -> Iterator[Found]:
    """What was said and a sentence says why: *This is because salt makes water heavier*."""
    tree = passage.tree
    outer = [k for k in tree.kids(verb, "nsubj") if tree.words[k].dep.endswith("outer")]
    because = tree.marker(verb) in {"because", "since"}
    if not outer or not because or tree.words[outer[0]].text.lower() not in {"this", "that"}:
        return
    if passage.before and not _is_talk(passage.before[-1].tree, passage.before[-1].tree.root):
        last = passage.before[-1]
        causes = tuple(replace(each, guessed=True) for each in _of_before(passage, verb))
        yield from _pairs(causes, _all_of(last, last.tree.root))


def outcomes(passage: Passage, verb: int) -> Iterator[Found]:
    """*The result is a loss of muscle*: what was said brings it about."""
    tree = passage.tree
    subject = tree.kid(verb, "nsubj")
    if subject is None or tree.kid(verb, "cop") is None or tree.lemma(subject) not in RESULTS:
        return
    if tree.kids(subject, "nmod", "acl", "compound") or tree.words[verb].upos != "NOUN":
        return
    found = thing(passage, verb, bare=True)
    causes = tuple(replace(each, guessed=True) for each in _said_last(passage))
    if found:
        yield from _pairs(causes, (Outcome.of(found, "result"),))


def without(passage: Passage, verb: int) -> Iterator[Found]:
    """*Without iron, the body cannot make haemoglobin*: iron makes it."""
    tree = passage.tree
    obj, subject = tree.kid(verb, "obj"), tree.kid(verb, "nsubj")
    effect = obj if obj is not None else subject
    if not denied(tree, verb) or effect is None or tree.kid(verb, "aux") is None:
        return
    for kid in tree.kids(verb, "obl"):
        cause = thing(passage, kid) if tree.marker(kid) == "without" else None
        lacked = thing(passage, effect, bare=True) if cause else None
        known = tree.lemma(verb) in TURNING or bool(effect_of(tree.lemma(verb)))
        if cause and lacked and known:
            yield cause[0], Outcome(lacked[0], "+", tree.lemma(verb))


def aims(passage: Passage, verb: int) -> Iterator[Found]:
    """*Salting maximizes its surface for crispness*: the surface, then the crispness."""
    tree = passage.tree
    obj = tree.kid(verb, "obj")
    yield from _for_better(passage, verb)
    if obj is None or tree.lemma(verb) not in WITH_AIM:
        return
    if tree.lemma(obj) in WANTING:
        return
    for kid in (*tree.kids(verb, "obl"), *tree.kids(obj, "nmod")):
        if tree.marker(kid) != "for" or kid < obj or not _is_quality(tree, kid):
            continue
        cause = thing(passage, obj, bare=True, without=tree.below(kid))
        effect = thing(passage, kid, bare=True)
        if cause and effect:
            yield cause[0], Outcome.of(effect, "aim")


def _for_better(passage: Passage, verb: int) -> Iterator[Found]:
    """*Chill the dough for easier rolling*: the chilling, then the rolling."""
    tree = passage.tree
    objects = tree.kids(verb, "obj")
    for kid in (*tree.kids(verb, "obl"), *(k for o in objects for k in tree.kids(o, "nmod"))):
        graded = {tree.words[w].xpos for k in tree.kids(kid, "amod") for w in tree.below(k)}
        if tree.marker(kid) != "for" or not graded & {"JJR", "RBR"} or not _is_quality(tree, kid):
            continue
        if tree.kid(verb, "obj") is None and not is_passive(tree, verb):
            continue  # "they opt for cheaper lodging"
        effect = thing(passage, kid)
        no_deeds = LOOKING | LETTING | JUDGING
        if effect and tree.words[verb].upos == "VERB" and tree.lemma(verb) not in no_deeds:
            silent = {**passage.instead, **dict.fromkeys(tree.below(kid), "")}
            deed = _deed(replace(passage, instead=silent), verb)
            yield from _pairs(deed, (Outcome(effect[0], "+", "aim"),))


JUDGING = frozenset(
    """blame criticize criticise praise thank fine honor honour imprison punish confuse pay reward
    award commend condemn jail sue mistake trade""".split()
)
"""Verbs with which *for* tells the ground: *praised for greater speed*."""
WANTING = frozenset(
    """demand need desire preference request appetite market price cost fund capacity support
    potential chance opportunity""".split()
)
"""Nouns that *for* belongs to: *demand for construction*."""
WITH_AIM = frozenset(
    """maximize maximise ensure optimize optimise maintain improve increase enhance boost raise
    sustain promote reduce minimize minimise""".split()
)
"""Verbs with which *for* tells what the change is for, not who has it."""


def _is_quality(tree: Tree, noun: int) -> bool:
    """*crispness*, *even cooking*: what somebody wants to have; no buyer, no year."""
    word = tree.lemma(noun)
    told = tree.kids(noun, "nummod") or "the" in tree.determiners(noun)
    if (
        told
        or names_somebody(word)
        or word in ANYBODY | {"business", "thing", "month", "application", "information"}
    ):
        return False
    return word.endswith(("ness", "ity", "ion", "ing", "ance", "ence", "ment", "health", "th"))


def then(passage: Passage, verb: int) -> Iterator[Found]:
    """*The ore is crushed and then washed*: the crushing, next the washing."""
    tree = passage.tree
    before = tree.words[verb].head
    told = any(tree.lemma(k) in NEXT and k < verb for k in tree.kids(verb, "advmod"))
    if not told or tree.dep(verb) != "conj" or tree.words[before].upos != "VERB":
        return
    several = tree.kids(before, "conj")
    before = max((k for k in several if k < verb and tree.words[k].upos == "VERB"), default=before)
    forms = {tree.words[before].xpos, tree.words[verb].xpos}
    subject = _owner(tree, verb)
    if "VBD" in forms or (subject is not None and names_somebody(tree.lemma(subject))):
        return  # "they withdrew and then joined Peru"
    if tree.kid(verb, "nsubj") is not None or _is_talk(tree, before):
        return
    who = None if subject is None or tree.lemma(subject) in ANYBODY else subject
    first, second = (event(passage, each, who) for each in (before, verb))
    if first and second:
        yield first, Outcome(second, ">", "follow")


NEXT = frozenset({"then", "subsequently", "afterwards", "finally"})


def explains(passage: Passage, verb: int) -> Iterator[Found]:
    """*Frost explains why pots crack*, *explains the cracks*; *this is why pots crack*."""
    tree = passage.tree
    effects: list[Outcome] = []
    subject = subject_of(tree, verb)
    if tree.lemma(verb) == "why" and tree.kid(verb, "cop") is not None:
        known = subject is not None and tree.words[subject].text.lower() in SAID
        clauses = tree.kids(verb, "acl", "advcl") if known else []
    elif tree.lemma(verb) == "explain" and tree.words[verb].xpos in {"VBZ", "VBP", "VBG"}:
        if subject is not None and _is_teller(tree, subject):
            return
        clauses = [k for k in tree.kids(verb, "ccomp") if _wh(tree, k) == "why"]
        obj = tree.kid(verb, "obj")
        if obj is not None and "the" in tree.determiners(obj):
            found = thing(passage, obj, bare=True)
            effects += [Outcome.of(found, "explain")] if found else []
    else:
        return
    effects += [each for clause in clauses for each in _all_of(passage, clause)]
    yield from _pairs(sources(passage, verb) if effects else (), effects)


SAID = frozenset({"this", "that", "which"})
"""Words that may stand for all that was said."""


def _is_teller(tree: Tree, noun: int) -> bool:
    """*Vega explains the delay*, *the guide explains it*: who or what only says why."""
    word = tree.words[noun]
    said = tree.lemma(noun) in WRITTEN | TELLERS | ANYBODY or names_somebody(tree.lemma(noun))
    return said or word.upos == "PROPN"


TELLERS = frozenset(
    """they guide tutorial section page chapter paper text course lesson example diagram premise
    concept idea model caption manual report footnote legend website answer account law formula
    doctrine curve""".split()
)
"""What explains by words."""


def until(passage: Passage, verb: int) -> Iterator[Found]:
    """*Simmer the syrup until the sugar dissolves*: so it does."""
    tree = passage.tree
    if not (_is_order(tree, verb) or is_passive(tree, verb)):
        return
    for kid in tree.kids(verb, "advcl"):
        turns = tree.lemma(kid) in TURNING - FAILING and tree.lemma(verb) not in HOLDING_ON
        if tree.marker(kid) == "until" and kid > verb and turns:
            yield from _pairs(_deed(passage, verb), _all_of(passage, kid))


HOLDING_ON = frozenset(
    """close leave keep pay cover starve store wait stop delay protect guard remain stay watch
    monitor observe""".split()
)
"""Verbs that go on until something else is so: it is not their doing."""
FAILING = frozenset("die sink fail crash".split())
"""What nobody goes on for."""
MAKING = frozenset({"produce", "secrete", "synthesize", "synthesise", "generate"})


def made_in(passage: Passage, verb: int) -> Iterator[Found]:
    """*bile produced in the liver*: the liver, the bile."""
    tree = passage.tree
    passive = tree.kid(verb, "aux:pass") is not None or tree.dep(verb) == "acl"
    if tree.lemma(verb) not in MAKING or tree.words[verb].xpos != "VBN" or not passive:
        return
    if any(tree.marker(k) == "by" for k in tree.kids(verb, "obl", "advcl")):
        return
    noun = tree.words[verb].head if tree.dep(verb) == "acl" else tree.kid(verb, "nsubj")
    if noun is not None and tree.dep(noun) == "appos":
        noun = tree.words[noun].head
    for kid in tree.kids(verb, "obl"):
        if noun is None or not (_is_body(tree, kid) or _is_course(tree, kid)):
            continue
        cause = thing(passage, kid)
        hung = tree.below(verb) if tree.dep(verb) == "acl" else ()
        effect = thing(passage, noun, bare=True, without=hung)
        if cause and effect:
            yield cause[0], Outcome.of(effect, tree.lemma(verb))


def _is_body(tree: Tree, noun: int) -> bool:
    """*in the liver*, *within plant cells*; no year, no land."""
    told = tree.marker(noun) in {"in", "within"} and tree.words[noun].upos == "NOUN"
    return told and tree.kid(noun, "nummod") is None and can_be_touched(tree.lemma(noun))


def _is_course(tree: Tree, noun: int) -> bool:
    """*in the second phase*, *during fermentation*; not *in this way*, *in real estate*."""
    lemma = tree.lemma(noun)
    term = lemma.endswith(("lysis", "thesis", "ation")) and rarity(lemma) >= TERM
    known = lemma in COURSES or (term and lemma not in MANNERS)
    return tree.marker(noun) in {"in", "during"} and known


TERM = 0.9
"""Rarity of a noun that is a term: *fermentation*, but not *isolation*."""
MANNERS = frozenset({"moderation", "stagnation", "desperation", "ration"})
"""Rare nouns of how or when a thing is made."""


COURSES = frozenset("phase stage cycle process reaction pathway step".split())
"""What goes on and makes a thing on its way."""


FAMILIES = (
    acts,
    works,
    by_degree,
    calls_for,
    made_in,
    aims,
    into,
    stations,
    means,
    purposes,
    occasions,
    backwards,
    follows,
    reasons,
    outcomes,
    able,
    until,
    then,
    called_for,
    around,
    explains,
    grounds,
    is_reason,
)


def induced(passage: Passage, noun: int) -> Iterator[Found]:
    """*stress-induced headaches*: the stress, the headaches."""
    tree = passage.tree
    for kid in tree.kids(noun, "amod"):
        if tree.lemma(kid) not in INDUCED or tree.words[kid].text.lower() == tree.lemma(kid):
            continue
        for source in tree.kids(kid, "compound", "obl", "nsubj", "nmod", "amod"):
            if source > kid or tree.words[kid - 1].text not in {"-", "‑"}:
                continue
            if tree.lemma(source) == "self":
                continue  # "self-induced chaos"
            cause = thing(passage, source)
            effect = thing(passage, noun, bare=True, without=tree.below(kid))
            if cause and effect:
                yield cause[0], Outcome.of(effect, "induce")


def role_in(passage: Passage, noun: int) -> Iterator[Found]:
    """*the role of fibre in promoting gut health*, *fibre’s role in digestion*"""
    tree = passage.tree
    if tree.lemma(noun) != "role" or tree.lemma(tree.words[noun].head) == "play":
        return
    told = tree.words[tree.root].upos == "VERB"  # no title: "Fog’s role in harbour traffic"
    owner = tree.of(noun)
    owner = tree.kid(noun, "nmod:poss") if owner is None else owner
    aims = [k for k in tree.kids(noun, "acl", "nmod") if tree.marker(k) == "in"]
    cause = thing(passage, owner) if owner is not None and aims else None
    if cause and tree.dep(owner or 0) == "nmod" and _is_anyone(cause[0]):
        return
    if cause and tree.words[aims[0]].upos == "VERB":
        made = [o for each in with_conjuncts(tree, aims[0]) for o in brings(passage, each)]
        yield from _pairs((cause[0],), [each for each in made if not is_step(each)])
    elif cause and told and names_state(tree.lemma(aims[0])):
        found = thing(passage, aims[0], bare=True)
        made = [Outcome.of(found, "play")] if found else []
        yield from _pairs((cause[0],), made)


INDUCED = frozenset({"induce", "cause", "create", "drive", "mediate", "trigger"})


def told_beside(passage: Passage, noun: int) -> Iterator[Found]:
    """*BDNF, a protein essential for growth*; *bromate, a cause of cancer*."""
    tree = passage.tree
    for kid in tree.kids(noun, "appos", "acl", "amod", "conj"):
        if tree.dep(kid) == "conj" and tree.kid(kid, "cc") is not None:
            continue
        if kid < noun or not tree.comma_before(kid) or tree.words[kid].upos == "VERB":
            continue
        if tree.words[kid].dep == "acl:relcl":
            continue
        made = [
            *described(passage, kid),
            *made_for(passage, kid),
            *(o for k in tree.kids(kid, "amod") if k > kid for o in described(passage, k)),
        ]
        found = thing(passage, _beside_whom(tree, noun, kid)) if made else None
        if found:
            yield from _pairs((found[0],), made)


def _beside_whom(tree: Tree, noun: int, kid: int) -> int:
    """*a meal of rice, with beans, peas, and nuts, sources of iron*: the three, not the meal."""
    if not is_plural(tree, kid) or is_plural(tree, noun) or conjuncts(tree, noun):
        return noun
    between = [w.index for w in tree.words[noun + 1 : kid] if w.upos in {"NOUN", "PROPN"}]
    rows = [w for w in between if any(tree.kids(k, "cc") for k in conjuncts(tree, w))]
    return rows[-1] if rows else noun


COMING = ("ion", "ment", "ing", "ance", "ence", "ure", "sis")
"""Ends of nouns of what happens."""


def _is_due(tree: Tree, noun: int, kid: int) -> bool:
    """*A loss of heat due to leaks*; *shows a bend due to …*: why it shows it."""
    told = tree.kid(noun, "cop") is None
    if told and tree.dep(noun) in {"root", "appos"} and tree.kid(noun, "nsubj") is None:
        return True
    beside = min(tree.below(kid)) == noun + 1 and not tree.comma_before(kid)
    come = tree.lemma(noun).endswith(COMING) or tree.lemma(noun) in AMOUNTS
    return told and beside and come and "the" not in tree.determiners(noun)


ARISING = frozenset(
    """saving savings damage harm injury pollution emission stress friction pain irritation
    infection noise erosion discomfort inflammation fatigue waste vibration loss
    contamination""".split()
)
"""Nouns that stand with what they come *from*."""


def comes_from(passage: Passage, noun: int) -> Iterator[Found]:
    """*savings from reduced waste*, *mould due to leaks*: the waste, the leaks."""
    tree = passage.tree
    for kid in tree.kids(noun, "nmod"):
        marker = tree.marker(kid)
        arises = marker == "from" and tree.lemma(noun) in ARISING
        if kid < noun or not (arises or (marker in BECAUSE and _is_due(tree, noun, kid))):
            continue
        if any(tree.words[w].text.lower() in {"without", "rather", "("} for w in tree.below(noun)):
            continue
        cause = thing(passage, kid)
        effect = thing(passage, noun, bare=True, without=tree.below(kid))
        if cause and effect:
            yield cause[0], Outcome.of(effect, "result")


MET = frozenset("meet encounter form create produce generate release cause feel".split())


def met_when(passage: Passage, noun: int) -> Iterator[Found]:
    """*the drag met when air passes a sail*: the passing, the drag."""
    tree = passage.tree
    for kid in tree.kids(noun, "acl"):
        if tree.lemma(kid) not in MET or tree.words[kid].dep == "acl:relcl":
            continue
        for when in tree.kids(kid, "advcl"):
            wanted = _wh(tree, when) == "when" and tree.kid(when, "nsubj") is not None
            effect = thing(passage, noun, bare=True, without=tree.below(kid)) if wanted else None
            if effect and not denied(tree, when):
                made = Outcome.of(effect, tree.lemma(kid))
                yield from _pairs(_occasion(passage, when), (made,))


def items(passage: Passage) -> Iterator[Found]:
    """A list of nouns below *this causes:*."""
    tree = passage.tree
    parent = passage.before[-1] if passage.before and passage.position == 0 else None
    if parent is None or passage.block.parent is None or tree.words[tree.root].upos != "NOUN":
        return
    if tree.kid(tree.root, "cop", "nsubj") is not None:
        return
    above = parent.tree
    if not above.sentence.text.rstrip().endswith(":"):
        return
    verb = above.root
    while above.kid(verb, "xcomp") is not None:
        verb = above.kid(verb, "xcomp") or verb
    sign = "+" if above.lemma(verb) in {"lead", "result"} else effect_of(above.lemma(verb))
    said = above.kid(verb, "obj") is not None or is_passive(above, verb)
    if not sign or said or denied(above, verb):
        return
    found = thing(passage, tree.root, bare=True)
    if found:
        turn = sign if found[1] > 0 else {"+": "-", "-": "+"}[sign]
        effect = Outcome(found[0], turn, above.lemma(verb))  # type: ignore[arg-type]
        yield from _pairs(sources(parent, above.root), (effect,))


def ways(passage: Passage) -> Iterator[Found]:
    """The items below *this happens because:*, *it saves heat in two ways:*: so it comes about."""
    parent = passage.before[-1] if passage.before and passage.position == 0 else None
    if parent is None or passage.block.parent is None:
        return
    if ASIDE_ITEM.match(passage.tree.sentence.text):
        return
    effects = _told_below(parent)
    if effects:
        tree = passage.tree
        bare = tree.words[tree.root].upos == "NOUN" and tree.kid(tree.root, "nsubj", "cop") is None
        if bare and tree.marker(tree.root):
            return  # "With an acid, at once."
        found = thing(passage, tree.root) if bare else None
        causes = ((found[0],) if found else ()) if bare else _comes_of(passage)
        causes = tuple(each for each in causes if not each.text.endswith(" helping"))
        yield from _pairs(causes, [each for each in effects if not is_step(each)])


ASIDE_ITEM = re.compile(r"\W*(?:for (?:example|instance)|e\.g\.|see|such as)\b", re.IGNORECASE)
"""An item that tells no ground of its own: *For example, wool*."""
EXPLAINED = re.compile(r"\b(because|by|through)\s*:\W*$")
GROUND = re.compile(r"\b(by|through|because|ways?|reasons?|mechanisms?|factors?|means)$")
"""What an effect ends with that holds the lead-in of the list as well."""
LED_BY = frozenset({"way", "reason", "mechanism", "factor", "mean", "means", "cause", "pathway"})
"""*in two ways*, *for several reasons*: a list below tells them."""


def _told_below(passage: Passage) -> tuple[Outcome, ...]:
    """What a sentence before a list says comes about by what the items tell."""
    tree = passage.tree
    text = tree.sentence.text.rstrip()
    if not text.endswith(":") or _is_talk(tree, tree.root) or _is_order(tree, tree.root):
        return ()
    by = EXPLAINED.search(text)
    verbs = [tree.root, *tree.kids(tree.root, "xcomp")]
    grounds = [k for v in verbs for k in tree.kids(v, "obl", "nmod") if _is_ground(tree, k)]
    if not by and not grounds:
        return ()
    subject = tree.kid(tree.root, "nsubj")
    if subject is not None and subject == passage.whole:
        last = passage.before[-1] if passage.before else None
        plain = tree.lemma(tree.root) in {"occur", "happen"} or tree.kid(tree.root, "cop")
        return _all_of(last, last.tree.root) if last and plain else ()
    if tree.lemma(tree.root) in BACK and subject is not None:
        found = thing(passage, subject, bare=True)
        return (Outcome.of(found, tree.lemma(tree.root)),) if found else ()
    if grounds and not _comes_about(passage, tree.root):
        return ()  # "flight is hard for two reasons"
    made = _done(passage, tree.root)
    return tuple(each for each in made if not GROUND.search(each.node.text))


def _is_ground(tree: Tree, noun: int) -> bool:
    leads = {"in", "through", "via", "by", "for", "to"} | BECAUSE
    return tree.lemma(noun) in LED_BY and tree.marker(noun) in leads and noun > tree.root


def _link(cause: Node, effect: Outcome, evidence: Evidence, *, hedged: bool) -> Link | None:
    """The link, signed for the thing that the effect names; none from a thing to itself."""
    node = effect.node
    if set(cause.keys) & set(node.keys) or cause.somebody or _is_text(cause.text):
        return None
    if _is_vague(effect) or node.measured:
        return None
    one, other = f" {cause.text.lower()} ", f" {node.text.lower()} "
    if one in other or other in one or f"{one.rstrip()}’" in other:
        return None
    owner = cause.text.partition("’")[0].lower() if "’" in cause.text else ""
    if owner and effect.verb == "be" and f" {owner} " in other:
        return None  # "oats are popular due to their taste"
    turn: dict[Sign, Sign] = {"+": "-", "-": "+", ">": ">"}
    return Link(
        cause.text,
        node.text,
        turn[effect.sign] if cause.falls else effect.sign,
        effect.verb,
        evidence,
        cause.key,
        node.key,
        cause.plural,
        cause.less,
        node.less,
        hedged,
        cause.guessed or node.guessed,
    )


def _is_text(text: str) -> bool:
    """*Ane Dahl’s 2011 study*: what tells of something, and does nothing."""
    words = text.lower().split()
    dated = any(word.isdigit() for word in words)
    return words[-1] in TEXTS and (dated or words[-1] != "paper")


TEXTS = frozenset({"study", "survey", "trial", "article", "paper", "studies", "trials", "recipe"})


def _is_vague(effect: Outcome) -> bool:
    """*Is essential for life*, *provides weavers with looms*: no effect is named."""
    given = effect.node.somebody and effect.verb in {"provide", "offer", "attribute"}
    return given or set(effect.node.text.lower().replace(",", "").split()) <= GOODS


GOODS = frozenset(
    """health wellness well-being wellbeing life happiness quality overall general human better
    good a the of and""".split()
)
"""What everything is said to be good for."""


__all__ = ["links_of"]
