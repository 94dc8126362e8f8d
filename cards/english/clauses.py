"""A tree in, its clauses out: predicate, subject, and the parts around them with their roles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from cards.english.tree import Tree

Role = Literal[
    "pred",
    "obj",
    "iobj",
    "xcomp",
    "ccomp",
    "obl",
    "agent",
    "advmod",
    "particle",
    "means",
    "purpose",
    "reason",
    "condition",
    "time",
    "result",
    "contrast",
    "manner",
]

SUBJECTS = ("nsubj", "csubj")
BECAUSE = frozenset({"because", "because of", "due to", "owing to", "thanks to", "on account of"})
CONDITIONS = frozenset({"when", "if", "whenever", "unless", "once", "provided", "as long as"})
TIMES = frozenset({"after", "before", "until", "till", "while", "since", "as", "as soon as"})
CONTRASTS = frozenset(
    {"although", "though", "even though", "whereas", "despite", "unlike", "rather than"}
    | {"instead of", "compared to", "compared with", "in contrast to", "while", "even if"}
    | {"in spite of", "contrary to", "as opposed to", "even when"}
)
SOURCES = frozenset({"according to", "as"})
# Adverbs that tie a sentence to its neighbours or colour it: a card stands alone without them.
TIES = frozenset(
    """also thus therefore hence thereby however moreover furthermore additionally consequently
    notably importantly interestingly specifically indeed then too accordingly nevertheless
    nonetheless meanwhile likewise similarly finally firstly secondly thirdly lastly instead
    actually essentially basically simply ultimately fundamentally overall conversely
    subsequently remarkably surprisingly otherwise crucially unfortunately fortunately
    ideally so still just even only again alternatively concurrently simultaneously
    in-turn""".split()
)
MEANS_PREPOSITIONS = frozenset({"through", "via", "by means of"})


@dataclass(frozen=True)
class Part:
    """A stretch of a clause beside subject and predicate."""

    role: Role
    head: int
    words: tuple[int, ...]
    marker: str
    """Its preposition or conjunction, lower case; may be empty."""
    before: bool
    """True where it stands before the subject."""
    loose: bool
    """True where a comma or bracket cuts it off."""


@dataclass(frozen=True)
class Clause:
    """A predicate with what belongs to it; word numbers of ``tree``."""

    tree: Tree
    verb: int
    """The predicate's head: a verb, or the noun or adjective after a copula."""
    copula: bool
    subject: int | None
    """Head of the subject that governs it, its own or the one it shares."""
    auxes: tuple[int, ...]
    """Auxiliaries and copula in order, shared ones too."""
    negated: bool
    passive: bool
    parts: tuple[Part, ...]
    kind: Literal["main", "conj", "relative", "participle", "adverbial", "complement"]
    mother: int | None = None
    """Head of the clause it hangs on or shares with."""

    @property
    def lemma(self) -> str:
        """Lemma of the verb, or of the copula."""
        return "be" if self.copula else self.tree.lemma(self.verb)

    @property
    def tag(self) -> str:
        """Penn tag of the first word of the verb group."""
        first = self.auxes[0] if self.auxes else self.verb
        return self.tree.words[first].xpos

    def part(self, *roles: Role) -> Part | None:
        """The first part with one of the roles."""
        return next((part for part in self.parts if part.role in roles), None)

    def all_parts(self, *roles: Role) -> tuple[Part, ...]:
        return tuple(part for part in self.parts if part.role in roles)


def find_clauses(tree: Tree) -> tuple[Clause, ...]:
    """All clauses whose subject is known, main clauses first in reading order."""
    found: list[Clause] = []
    _collect(tree, tree.root, None, "main", found, 0)
    return tuple(found)


def _collect(
    tree: Tree,
    verb: int,
    mother: Clause | None,
    kind: Literal["main", "conj", "relative", "participle", "adverbial", "complement"],
    found: list[Clause],
    depth: int,
) -> None:
    if depth > 12:
        return
    clause = read_clause(tree, verb, mother, kind)
    if clause is not None:
        found.append(clause)
    heir = clause or mother
    for kid in tree.kids(verb):
        if kid in _noun_words(tree, verb):
            continue
        _descend(tree, kid, heir, found, depth)
    for noun, kid in _inside_nouns(tree, verb):
        dep = tree.words[kid].dep
        if dep == "acl:relcl":
            owner = read_clause(tree, kid, None, "relative", noun)
        elif tree.words[kid].xpos in {"VBN", "VBG"}:
            owner = read_clause(tree, kid, None, "participle", noun)
        else:
            continue
        if owner is not None:
            found.append(owner)
            for below in tree.kids(kid):
                _descend(tree, below, owner, found, depth + 1)


def _descend(tree: Tree, kid: int, heir: Clause | None, found: list[Clause], depth: int) -> None:
    dep = tree.words[kid].dep
    if dep == "conj" and _predicates(tree, kid):
        _collect(tree, kid, heir, "conj", found, depth + 1)
    elif dep == "parataxis" and tree.kid(kid, *SUBJECTS) is not None:
        _collect(tree, kid, None, "main", found, depth + 1)
    elif dep.startswith("advcl"):
        _collect(tree, kid, heir, "adverbial", found, depth + 1)
    elif dep == "ccomp":
        _collect(tree, kid, None, "complement", found, depth + 1)


def _noun_words(tree: Tree, verb: int) -> frozenset[int]:
    return frozenset(tree.kids(verb, "acl", "appos"))


def _inside_nouns(tree: Tree, verb: int) -> Iterator[tuple[int, int]]:
    """Pairs of a noun in the clause and a clause that modifies it."""
    stack = [verb]
    while stack:
        here = stack.pop()
        for kid in tree.kids(here):
            dep = tree.words[kid].dep
            if dep.startswith("acl"):
                yield here, kid
            elif tree.dep(kid) not in {"advcl", "ccomp", "parataxis"} and not (
                dep == "conj" and _predicates(tree, kid) and here == verb
            ):
                stack.append(kid)


def _predicates(tree: Tree, index: int) -> bool:
    """True for a word that heads a clause of its own."""
    word = tree.words[index]
    return word.upos in {"VERB", "AUX"} or tree.kid(index, "cop", "nsubj", "aux") is not None


def read_clause(
    tree: Tree,
    verb: int,
    mother: Clause | None,
    kind: Literal["main", "conj", "relative", "participle", "adverbial", "complement"],
    noun: int | None = None,
) -> Clause | None:
    """
    Read the clause at a predicate.

    Args:
        mother: The clause that lends its subject and auxiliaries.
        noun: The noun that a relative clause or participle modifies: its subject, unless the
            clause has one of its own.

    Returns:
        None for a fragment that predicates nothing.
    """
    if not _predicates(tree, verb):
        return None
    own = _own_subject(tree, verb)
    relative = own is not None and tree.words[own].feat("PronType") == "Rel"
    subject = noun if noun is not None and (own is None or relative) else own
    if noun is not None and own is not None and not relative:
        return None
    auxes = tuple(tree.kids(verb, "aux", "cop"))
    copula = tree.kid(verb, "cop") is not None
    if subject is None and mother is not None and kind in {"conj", "adverbial"}:
        subject = mother.subject
        if kind == "conj" and not auxes:
            auxes = _shared_auxes(tree, verb, mother)
    passive = any(tree.words[a].dep == "aux:pass" for a in auxes) or (
        own is not None and tree.words[own].dep == "nsubj:pass"
    )
    if not auxes and tree.words[verb].xpos == "VBN" and kind in {"participle", "adverbial"}:
        passive = True
    return Clause(
        tree=tree,
        verb=verb,
        copula=copula,
        subject=subject,
        auxes=auxes,
        negated=_negated(tree, verb),
        passive=passive,
        parts=_parts(tree, verb, own, passive),
        kind=kind,
        mother=mother.verb if mother else None,
    )


def _own_subject(tree: Tree, verb: int) -> int | None:
    found = tree.kids(verb, *SUBJECTS)
    inner = [kid for kid in found if not tree.words[kid].dep.endswith("outer")]
    return inner[0] if inner else None


def _shared_auxes(tree: Tree, verb: int, mother: Clause) -> tuple[int, ...]:
    """Auxiliaries of the first conjunct that the second one needs: can *deactivate* or *cause*."""
    tag = tree.words[verb].xpos
    lent = [a for a in mother.auxes if tree.words[a].dep != "cop"]
    if tag == "VB":
        return tuple(a for a in lent if tree.words[a].xpos == "MD" or tree.lemma(a) == "do")
    if tag in {"VBN", "VBG"}:
        return tuple(lent)
    return ()


def _negated(tree: Tree, verb: int) -> bool:
    return any(
        tree.lemma(kid) in {"not", "n't", "never"} for kid in tree.kids(verb, "advmod", "neg")
    )


def _parts(tree: Tree, verb: int, subject: int | None, passive: bool) -> tuple[Part, ...]:
    first = subject if subject is not None else verb
    parts: list[Part] = []
    skip = {kid for kid in tree.kids(verb) if _is_outside(tree, kid)}
    if tree.kid(verb, "cop") is not None or tree.words[verb].upos not in {"VERB", "AUX"}:
        parts.append(_predicate(tree, verb, skip, first))
    for kid in tree.kids(verb):
        role = _role(tree, kid, verb, passive)
        if role is None or any(kid in part.words for part in parts):
            continue
        words = tuple(tree.below(kid))
        loose = tree.comma_before(kid)
        parts.append(Part(role, kid, words, tree.marker(kid), kid < first, loose))
    return tuple(sorted(parts, key=lambda part: part.words[0]))


OUTSIDE = {"nsubj", "csubj", "aux", "cop", "mark", "cc", "conj", "punct", "parataxis", "expl"} | {
    "discourse",
    "vocative",
    "dislocated",
    "reparandum",
    "dep",
    "orphan",
    "list",
}


def _is_outside(tree: Tree, kid: int) -> bool:
    return tree.dep(kid) in OUTSIDE


def _predicate(tree: Tree, verb: int, skip: set[int], first: int) -> Part:
    """The noun or adjective after the copula, with what belongs to it alone."""
    noun = tree.words[verb].upos in {"NOUN", "PROPN", "PRON", "NUM"}
    apart = set(skip)
    for kid in tree.kids(verb):
        dep = tree.words[kid].dep
        if dep == "conj" and not _predicates(tree, kid):
            apart.discard(kid)
            apart -= set(tree.kids(verb, "cc"))
        elif dep.startswith("advcl") or (not noun and dep.startswith(("obl", "xcomp", "ccomp"))):
            apart.add(kid)
        elif tree.dep(kid) == "advmod" and tree.lemma(kid) in TIES | {"not"}:
            apart.add(kid)
        elif dep == "acl:relcl" and tree.comma_before(kid):
            apart.add(kid)
    words = tree.below(verb, without=apart)
    return Part("pred", verb, tuple(words), tree.marker(verb), verb < first, False)


def _role(tree: Tree, kid: int, verb: int, passive: bool) -> Role | None:  # noqa: PLR0911
    dep = tree.words[kid].dep
    base = tree.dep(kid)
    if base in {"obj", "iobj", "xcomp", "ccomp"}:
        return base  # type: ignore[return-value]
    if dep == "compound:prt":
        return "particle"
    if base == "obl":
        return _oblique(tree, kid, passive)
    if base == "advcl":
        return _adverbial(tree, kid, verb)
    if base == "advmod":
        return "advmod"
    return None


def _oblique(tree: Tree, kid: int, passive: bool) -> Role:
    marker = tree.marker(kid)
    if tree.words[kid].dep == "obl:agent" or (marker == "by" and passive):
        return "agent"
    if marker in BECAUSE:
        return "reason"
    if marker in CONTRASTS:
        return "contrast"
    if marker in MEANS_PREPOSITIONS:
        return "means"
    return "obl"


def _adverbial(tree: Tree, kid: int, verb: int) -> Role:  # noqa: PLR0911
    marker = tree.marker(kid)
    tag = tree.words[kid].xpos
    wh = next(
        (tree.lemma(k) for k in tree.kids(kid, "advmod") if tree.words[k].xpos == "WRB"), ""
    )
    if marker in BECAUSE:
        return "reason"
    if marker in {"since", "as"} and tree.kid(kid, *SUBJECTS) is not None:
        return "reason" if kid > verb and tree.comma_before(kid) else "time"
    if marker in CONTRASTS and (marker != "while" or tree.comma_before(kid) or kid < verb):
        return "contrast"
    if marker in CONDITIONS or wh in {"when", "whenever"}:
        return "condition"
    if marker in TIMES:
        return "time"
    if marker.startswith(("by", "through")):
        return "means"
    if marker in {"so that", "in order that"}:
        return "purpose"
    if marker in {"to", "in order to", "so as to"} and tag == "VB":
        return "purpose"
    if tag in {"VBG", "VBN"} and not marker:
        return "result" if kid > verb else "manner"
    if tree.words[kid].dep == "advcl:relcl":
        return "result"
    return "manner"
