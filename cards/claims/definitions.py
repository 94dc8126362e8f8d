"""What a thing is, and what it is called."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from cards.claims.actions import certainty, label_thing, speaks
from cards.claims.passage import Passage
from cards.english.clauses import Clause, Part
from cards.english.facts import Fact
from cards.english.phrases import SHELLS, dangling, noun_words, points_back
from cards.english.speaking import Speaker
from cards.english.tree import Tree
from cards.english.verbs import capitalised, with_article
from cards.model import Evidence

CALLED = frozenset({"call", "know", "term", "name", "refer", "dub", "define"})
EMPTY_CLASSES = SHELLS | frozenset(
    """way key tool topic lot thing must matter challenge cornerstone foundation reminder""".split()
)


def is_a(passage: Passage, evidence: Evidence) -> Iterator[Fact]:
    """Find "*X* is a *class that …*"."""
    for clause in passage.clauses:
        pred = clause.part("pred")
        if not clause.copula or pred is None or clause.kind == "complement" or clause.negated:
            continue
        speaker = speaks(passage, clause)
        if speaker is not None and passage.tree.words[pred.head].upos == "VERB":
            yield from _aim(passage, evidence, speaker, pred)
            continue
        if speaker is None or not _names_class(passage.tree, pred):
            continue
        meaning = passage.tree.say(speaker.part_words(pred), passage.instead)
        if _is_generic(passage.tree, clause) and len(meaning.split()) >= 3:
            yield _definition(passage, evidence, speaker.subject, meaning, speaker.plural, clause)


def _aim(passage: Passage, evidence: Evidence, speaker: Speaker, pred: Part) -> Iterator[Fact]:
    """*The purpose of a fuse is to break the circuit.*"""
    tree, head = passage.tree, speaker.clause.owner
    indefinite = {"a", "an", "one", "another"} & {tree.lemma(k) for k in tree.kids(head, "det")}
    if (
        indefinite
        or tree.marker(pred.head) != "to"
        or tree.kid(head, "nmod", "acl", "nmod:poss") is None
    ):
        return
    words = [w for w in pred.words if w not in _loose_words(tree, pred)]
    if dangling(tree, words, passage.instead, known=("subject",)):
        return
    meaning = tree.say(words, passage.instead)
    yield _definition(passage, evidence, speaker.subject, meaning, speaker.plural, speaker.clause)


def _loose_words(tree: Tree, pred: Part) -> set[int]:
    loose = [k for k in tree.kids(pred.head, "advcl", "parataxis") if tree.comma_before(k)]
    return {w for kid in loose for w in tree.below(kid)}


def _names_class(tree: Tree, pred: Part) -> bool:
    word = tree.words[pred.head]
    if word.upos not in {"NOUN", "PROPN"} or pred.marker:
        return False
    if tree.kid(pred.head, "nummod") is not None:
        return False
    if any(tree.lemma(w) in {"not", "n't"} for w in pred.words):
        return False
    told = tree.kids(pred.head, "acl", "nmod", "amod", "compound")
    if tree.lemma(pred.head) in EMPTY_CLASSES:
        return tree.kid(pred.head, "acl", "nmod") is not None and tree.lemma(pred.head) not in {
            "part",
            "key",
            "matter",
            "way",
            "lot",
            "thing",
            "reason",
            "example",
            "result",
            "one",
            "factor",
            "aspect",
            "challenge",
            "issue",
            "topic",
            "cornerstone",
            "foundation",
        }
    return bool(told)


def _is_generic(tree: Tree, clause: Clause) -> bool:
    """A kind of thing, not *the* thing of this text."""
    head = clause.owner
    if tree.words[head].upos == "VERB":
        return False
    if tree.lemma(head) in SHELLS and tree.kid(head, "nmod", "acl", "nmod:poss") is None:
        return False
    dets = {tree.lemma(k) for k in tree.kids(head, "det")}
    pred_dets = {tree.lemma(k) for k in tree.kids(clause.verb, "det", "nmod:poss")}
    if dets & {"a", "an"} and not pred_dets & {"a", "an"}:
        return False
    if "the" not in dets and tree.kid(head, "acl") is not None:
        return False
    if clause.copula and tree.words[clause.verb].text.lower() == "one":
        return False
    return not dets & {"this", "that", "these", "those", "some", "one", "another", "each"}


def _definition(
    passage: Passage, evidence: Evidence, term: str, meaning: str, plural: bool, clause: Clause
) -> Fact:
    verb = "are" if plural else "is"
    term = _with_its_article(passage, term, clause)
    return Fact(
        kind="definition",
        shape="meaning",
        text=f"{capitalised(term)} {verb} {meaning}.",
        evidence=evidence,
        term=term,
        meaning=meaning,
        plural=plural,
        topic=passage.topic,
        sure=certainty(clause),
    )


def _with_its_article(passage: Passage, term: str, clause: Clause) -> str:
    """*sample* as *a sample*, where it is a thing that can be counted."""
    tree, head = clause.tree, clause.subject
    if head is None or head in passage.instead or tree.words[head].xpos != "NN":
        return term
    if tree.kids(head, "det", "nmod:poss", "nummod") or tree.words[head].upos == "PROPN":
        return term
    lexicon, lemma = tree.lexicon, tree.lemma(head)
    counted = lemma in lexicon.counted and lemma not in lexicon.bare
    return with_article(term) if counted else term


def apposition(passage: Passage, evidence: Evidence) -> Iterator[Fact]:
    """Find "*X*, a *class that …*, does"."""
    tree = passage.tree
    for word in tree.words:
        if word.dep == "conj" and _renames(tree, word.index):
            word = replace(word, dep="appos")  # noqa: PLW2901
        if word.dep != "appos" or word.upos not in {"NOUN", "PROPN"} or word.head < 0:
            continue
        articles = {tree.lemma(k) for k in tree.kids(word.index, "det")}
        if not articles & ({"a", "an", "the"} if _renames(tree, word.index) else {"a", "an"}):
            continue
        owner = tree.words[word.head]
        words = [w for w in noun_words(tree, owner.index) if w < min(tree.below(word.index))]
        meaning_words = noun_words(tree, word.index)
        if owner.xpos == "NNS" and word.xpos == "NN":
            continue
        if owner.upos not in {"NOUN", "PROPN"} or dangling(tree, words, passage.instead):
            continue
        if points_back(tree, owner.index, words) or dangling(tree, meaning_words, passage.instead):
            continue
        term = tree.say(words, passage.instead)
        meaning = tree.say(meaning_words, passage.instead)
        if len(term.split()) > 6 or not 3 <= len(meaning.split()) <= 20:
            continue
        plural = word.xpos == "NNS"
        yield Fact(
            "definition",
            "meaning",
            f"{capitalised(term)} {'are' if plural else 'is'} {meaning}.",
            evidence,
            term=term,
            meaning=meaning,
            plural=plural,
            topic=passage.topic,
            sure=min(word.sure, owner.sure),
        )


def _renames(tree: Tree, index: int) -> bool:
    """*vasodilation, or the widening of blood vessels*."""
    head = tree.words[index].head
    if (
        head < 0
        or tree.words[head].upos not in {"NOUN", "PROPN"}
        or tree.kid(head, "det") is not None
    ):
        return False
    told = tree.kid(index, "nmod", "acl") is not None and tree.kid(index, "det") is not None
    return (
        told
        and tree.comma_before(index)
        and any(tree.lemma(c) == "or" for c in tree.kids(index, "cc"))
    )


def entry(passage: Passage, evidence: Evidence) -> Iterator[Fact]:
    """Find "**Label**: a *class that …*", as a dictionary has it."""
    term = label_thing(passage)
    tree = passage.tree
    label = passage.place.label_tree
    if (
        label is not None
        and label.words[label.root].xpos == "NN"
        and not label.kids(label.root, "det")
    ):
        lemma = label.lemma(label.root)
        if lemma in label.lexicon.counted and lemma not in label.lexicon.bare:
            term = with_article(term)
    root = tree.words[tree.root]
    if not term or passage.position > 0 or root.upos != "NOUN":
        return
    if tree.kid(root.index, "cop", "nsubj", "aux") is not None or root.head >= 0:
        return
    aside = {w for k in tree.kids(root.index, "advcl", "parataxis") for w in tree.below(k)}
    words = [w for w in noun_words(tree, root.index) if w not in aside]
    first = tree.words[words[0]].lemma.lower()
    meaning = tree.say(words, passage.instead)
    told = tree.kid(root.index, "nmod", "acl") is not None
    if first not in {"a", "an", "the"} or not told or dangling(tree, words, passage.instead):
        return
    if not 3 <= len(meaning.split()) <= 18:
        return
    yield Fact(
        "definition",
        "meaning",
        f"{capitalised(term)} is {meaning}.",
        evidence,
        term=term,
        meaning=meaning,
        topic=passage.topic,
    )


ABBREVIATION = re.compile(
    r"((?:[\w’'-]+[ -]){0,7}[\w’'-]+) \(([A-Z][A-Za-z0-9&/-]{0,9}[A-Z0-9])s?\)"
)


def abbreviation(passage: Passage, evidence: Evidence) -> Iterator[Fact]:
    """Find "brain-derived neurotrophic factor (BDNF)"."""
    for match in ABBREVIATION.finditer(passage.tree.sentence.text):
        long = spelled_out(match[1], match[2])
        if long:
            yield Fact(
                "naming",
                "name",
                f"{match[2]} stands for {long}.",
                evidence,
                term=match[2],
                meaning=long,
                topic=passage.topic,
            )


def spelled_out(words: str, short: str) -> str:
    """The last of the words whose initials spell the abbreviation; empty if none do."""
    letters = [c.lower() for c in short if c.isalpha()]
    pieces = re.split(r"([ -])", words)
    for start in range(len(pieces) - 1, -1, -2):
        part = pieces[start:]
        initials = [p[0].lower() for p in part[::2] if p]
        if _spells(initials, letters, [p.lower() for p in part[::2]]):
            return "".join(part).strip()
    return ""


SMALL = frozenset({"of", "and", "the", "for", "in", "on", "to", "with", "a", "by"})


def _spells(initials: list[str], letters: list[str], words: list[str]) -> bool:
    full = [i for i, w in zip(initials, words, strict=True) if w not in SMALL]
    if words and words[0] in SMALL:
        return False
    return letters in (full, initials)


def called(passage: Passage, evidence: Evidence) -> Iterator[Fact]:
    """Find "*X*, (also) called / known as *Y*"."""
    tree = passage.tree
    for word in tree.words:
        if word.lemma.lower() not in CALLED or word.xpos != "VBN" or word.head < 0:
            continue
        name = _name_given(tree, word.index)
        if name is None or word.dep not in {"acl", "acl:relcl", "root", "advcl"}:
            continue
        thing = word.head if word.dep.startswith("acl") else tree.kid(word.index, "nsubj")
        if thing is None or tree.words[thing].upos not in {"NOUN", "PROPN"}:
            continue
        inner = set(tree.below(word.index))
        words = [w for w in noun_words(tree, thing) if w not in inner]
        if dangling(tree, words, passage.instead) or points_back(tree, thing, words):
            continue
        term, meaning = tree.say(name, passage.instead), tree.say(words, passage.instead)
        if not term or len(term.split()) > 5 or len(meaning.split()) > 16:
            continue
        yield Fact(
            "naming",
            "name",
            f"{capitalised(meaning)} is called {term}.",
            evidence,
            term=term,
            meaning=meaning,
            topic=passage.topic,
            sure=word.sure,
        )


def _name_given(tree: Tree, verb: int) -> list[int] | None:
    lemma = tree.lemma(verb)
    for kid in tree.kids(verb, "xcomp", "obj"):
        if lemma in {"call", "term", "name", "dub"} and kid > verb:
            return noun_words(tree, kid)
    for kid in tree.kids(verb, "obl", "advcl", "xcomp"):
        if kid > verb and tree.marker(kid) in {"as", "to as"} and lemma != "define":
            return noun_words(tree, kid)
    return None


__all__ = ["Speaker", "abbreviation", "apposition", "called", "is_a", "spelled_out"]
