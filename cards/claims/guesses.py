"""A sentence in, the same with what its pronouns most likely stand for out: for links alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from cards.claims.mentions import rivals_of
from cards.claims.nodes import KINDS, Node, named_before, thing, unpointed
from cards.claims.outcomes import subject_of
from cards.claims.passage import Passage
from cards.claims.reference import clause_of, is_impersonal
from cards.english.phrases import SHELLS, is_plural
from cards.english.tree import Tree

NUMBER = {"it": False, "its": False, "they": True, "their": True, "them": True}
OWNING = frozenset({"its", "their"})
LONGEST = 5
"""Words that a pronoun stands for."""


def loosened(passage: Passage) -> Passage | None:
    """The passage with a likely meaning for each pronoun and *this noun* that has none yet.

    Returns:
        None where there is nothing to guess.
    """
    instead: dict[int, str] = {}
    plurals: dict[int, bool] = {}
    tree = passage.tree
    for word in tree.words:
        low = word.text.lower()
        known = passage.instead.get(word.index, low) != low
        if known or word.index in {passage.whole, passage.again}:
            continue
        if low in NUMBER and tree.dep(word.index) in {"nsubj", "obj", "iobj", "obl", "nmod"}:
            found = _meant(passage, word.index)
            if found is not None:
                owned = "’" if found.text.endswith("s") else "’s"
                instead[word.index] = found.text + (owned if low in OWNING else "")
                plurals[word.index] = found.plural
        elif low in {"this", "these"} and tree.dep(word.index) == "det":
            _point(passage, word.index, instead, plurals)
    if not instead:
        return None
    return replace(
        passage,
        instead={**passage.instead, **instead},
        plurals={**passage.plurals, **plurals},
    )


def _meant(passage: Passage, index: int) -> Node | None:
    """What *it* or *their* goes on with: the subject of a clause near, or of the last sentence."""
    tree = passage.tree
    plural = NUMBER[tree.words[index].text.lower()]
    owning = tree.words[index].text.lower() in OWNING
    rivals = rivals_of(passage, None, plural=plural)
    if is_impersonal(tree, index):
        return None
    for subject in _subjects_near(tree, index):
        if found := _named(passage, subject, plural=plural):
            others = [w for w in rivals if w < index and w not in tree.below(subject)]
            return found if owning or not others else None
    if any(rival < index for rival in rivals):
        return None
    last = passage.before[-1] if passage.before else None
    subject_before = subject_of(last.tree, last.tree.root) if last else None
    if last is None or subject_before is None or _has_rival(last.tree, plural=plural):
        return None
    return _named(last, subject_before, plural=plural)


def _subjects_near(tree: Tree, pronoun: int) -> Iterator[int]:
    """Subjects that stand before a pronoun in the clauses around its own, nearest first."""
    own = clause_of(tree, pronoun)
    owning = tree.words[pronoun].text.lower() in OWNING
    for clause in (*([own] if owning else ()), *_clauses_around(tree, own)):
        subject = subject_of(tree, clause)
        if subject is None or subject >= pronoun or pronoun in tree.below(subject):
            continue
        if tree.words[subject].upos in {"NOUN", "PROPN"}:
            yield subject


def _clauses_around(tree: Tree, verb: int) -> list[int]:
    """The clauses in front of a verb and all above it, with what stands in front of these."""
    found = [k for k in tree.kids(verb, "advcl") if k < verb]
    here = verb
    for _ in range(4):
        head = tree.words[here].head
        if head < 0:
            break
        if tree.words[head].upos in {"VERB", "AUX"} or tree.kid(head, "cop", "nsubj") is not None:
            found.append(head)
            found += [k for k in tree.kids(head, "advcl") if k < verb and k not in found]
        here = head
    return found


def _has_rival(tree: Tree, *, plural: bool) -> bool:
    """*The flood reached the dam. It broke*: may an object be meant as well?"""
    things = tree.kids(tree.root, "obj", "obl")
    return any(is_plural(tree, k) == plural and tree.lemma(k) not in SHELLS for k in things)


def _named(passage: Passage, subject: int, *, plural: bool) -> Node | None:
    found = thing(passage, subject)
    if found is None or found[0].plural != plural or len(found[0].text.split()) > LONGEST:
        return None
    return None if found[0].somebody and not plural else found[0]


def _point(passage: Passage, det: int, instead: dict[int, str], plurals: dict[int, bool]) -> None:
    """Say *this murder* as the sentences before say it, else as *the* one."""
    tree = passage.tree
    head = tree.words[det].head
    if head in passage.instead or tree.lemma(head) in KINDS:
        return
    told = tree.kids(head, "amod", "compound", "nmod", "acl")
    named, many = named_before(passage, head), is_plural(tree, head)
    if named is not None and not told and named.plural == many:
        instead |= {head: named.text, det: ""}
        plurals[head] = many
    elif named is not None or (told and unpointed(passage, head) is not None):
        instead[det] = "" if many else "the"


__all__ = ["loosened"]
