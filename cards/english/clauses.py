"""A tree in, its clauses out: predicate, subject, and the parts around them with their roles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from cards.english.causes import sign_of
from cards.english.phrases import DENYING
from cards.english.thesaurus import names_somebody
from cards.english.tree import Tree, is_word
from cards.english.verbs import base_of, is_verb

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
# Adverbs that tie a sentence to its neighbours or colour it: a card stands alone without them.
TIES = frozenset(
    """also thus therefore hence thereby however moreover furthermore additionally
    consequently notably importantly interestingly specifically indeed then too
    accordingly nevertheless nonetheless meanwhile likewise similarly finally firstly
    secondly thirdly lastly instead actually essentially basically simply ultimately
    fundamentally overall conversely subsequently remarkably surprisingly otherwise
    crucially unfortunately fortunately ideally so still just even again
    alternatively concurrently simultaneously in-turn""".split()
)
ASIDES = frozenset(
    """as_a_consequence as_a_result as_such at_its_core at_its_heart at_the_same_time by_contrast
    by_comparison for_comparison for_context for_example for_instance for_one for_perspective
    for_reference for_this_reason in_addition in_addition_to_this in_conclusion in_contrast
    in_essence in_fact in_general in_many_ways in_other_words in_particular in_practice in_reality
    in_response in_short in_some_ways in_summary in_this_case in_this_way in_total in_turn of_course
    on_the_one_hand on_the_other_hand""".split()
)
"""Phrases that tie a sentence to its neighbours."""
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
    inner: int | None = None
    """The verb that carries the meaning in *is known to stimulate*, *plays a role in forming*."""
    partner: int | None = None
    """The second verb of *capture and merge frames*, which has the object for both."""

    @property
    def lemma(self) -> str:
        """Lemma of the verb that carries the meaning, or of the copula."""
        if self.inner is not None:
            return self.tree.lemma(self.inner)
        return "be" if self.copula else self.tree.lemma(self.verb)

    @property
    def tag(self) -> str:
        """Penn tag of the first word of the verb group."""
        first = self.auxes[0] if self.auxes else self.verb
        return self.tree.words[first].xpos

    @property
    def owner(self) -> int:
        """Head of the subject, for a clause that is known to have one."""
        if self.subject is None:
            raise ValueError("a clause without subject")
        return self.subject

    def part(self, *roles: Role) -> Part | None:
        """The first part with one of the roles."""
        return next((part for part in self.parts if part.role in roles), None)

    def all_parts(self, *roles: Role) -> tuple[Part, ...]:
        return tuple(part for part in self.parts if part.role in roles)


def unset(clauses: tuple[Clause, ...], label: str) -> tuple[Clause, ...]:
    """The clauses without reasons and contrasts that a label such as *In rats* may limit."""
    first = re.match(r"\w+", label)
    if first is None or first[0].lower() not in LIMITING:
        return clauses
    return tuple(c for c in clauses if c.kind != "main" or c.tree.dep(c.verb) != "advcl")


LIMITING = frozenset(
    "in without with under during if when unless after before at for within on among".split()
)
"""Words in which a label begins that tells where or when what follows is so."""


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
        if clause is not None and kid == clause.partner:
            continue
        if kid not in _noun_words(tree, verb):
            _descend(tree, kid, heir, found, depth)
    for noun, kid in _inside_nouns(tree, verb):
        owner = _modifier(tree, noun, kid)
        if owner is not None:
            found.append(owner)
            for below in tree.kids(kid):
                _descend(tree, below, owner, found, depth + 1)


def _modifier(tree: Tree, noun: int, kid: int) -> Clause | None:
    """The clause that modifies a noun, where it states a fact by itself."""
    dep = tree.words[kid].dep
    if dep == "acl:relcl":
        if _is_where(tree, kid):
            return read_clause(tree, kid, None, "main")
        if not tree.comma_before(kid) or not _ends_before(tree, noun, kid):
            return None
        if _is_done_to(tree, noun) and tree.kid(kid, "cop", "aux:pass") is None:
            return None  # "opening the lid, which may let air in"
        open_owner = tree.dep(noun) == "obl" or _unclear_owner(tree, noun, kid)
        said = _said_before(tree, noun) if open_owner and sign_of(tree.lemma(kid)) else None
        if said is not None:
            return read_clause(tree, kid, None, "relative", said)
        if not (_unclear_owner(tree, noun, kid) or _may_be_given(tree, noun, kid)):
            return read_clause(tree, kid, None, "relative", _meant(tree, noun))
    elif dep == "acl" and tree.words[kid].xpos == "VBN" and _tells_own_fact(tree, noun, kid):
        return read_clause(tree, kid, None, "participle", noun)
    return None


def _ends_before(tree: Tree, noun: int, clause: int) -> bool:
    """*bringing air close to the skin, which cools*: of what *which* tells is not the air alone."""
    last = min(tree.below(clause)) - 1
    while last > noun and tree.words[last].upos == "PUNCT":
        last -= 1
    return last <= noun or last in tree.below(noun, without=[clause])


def _may_be_given(tree: Tree, noun: int, clause: int) -> bool:
    """*He sends the letter to a clerk, which is read by …*: the letter, or the clerk?"""
    given = tree.kid(tree.words[noun].head, "obj")
    if tree.dep(noun) != "obl" or tree.marker(noun) != "to" or given is None:
        return False
    first = tree.words[min(tree.kids(clause, "aux", "cop"), default=clause)]
    many, other = (tree.words[w].xpos in {"NNS", "NNPS"} for w in (noun, given))
    return many == other or first.xpos not in {"VBZ", "VBP"}


def _tells_own_fact(tree: Tree, noun: int, verb: int) -> bool:
    """*driven by steam*, and *built in 1912* of one thing; not where it may be of another."""
    told = _agent(tree, verb) or (is_dated(tree, verb) and _is_one(tree, noun, verb))
    return told and not _may_be_of_inner(tree, noun, verb)


def _may_be_of_inner(tree: Tree, noun: int, verb: int) -> bool:
    """*rust on the keel, fed by salt*: the rust is, or the keel.

    *The Battle of Ulm* is one name, and *the mill in Vard* has its place.
    """
    inside = [k for k in tree.kids(noun, "nmod", "acl", "obl") if noun < k < verb]
    if tree.say([noun])[:1].isupper() and tree.of(noun) in inside:
        return False
    return tree.comma_before(verb) and any(
        tree.words[w].upos == "NOUN" for kid in inside for w in tree.below(kid) if w < verb
    )


def _descend(tree: Tree, kid: int, heir: Clause | None, found: list[Clause], depth: int) -> None:
    dep = tree.words[kid].dep
    if dep == "conj" and heir is not None and _is_infinitive_predicate(tree, heir.verb):
        return
    if dep == "conj" and _predicates(tree, kid):
        _collect(tree, kid, heir, "conj", found, depth + 1)
    elif dep == "parataxis" and tree.kid(kid, *SUBJECTS) is not None:
        _collect(tree, kid, None, "main", found, depth + 1)
    elif dep.startswith("advcl") and (_is_result(tree, kid) or _opens_dated(tree, kid)):
        _collect(tree, kid, heir, "adverbial", found, depth + 1)
    elif dep == "ccomp":
        _collect(tree, kid, None, "complement", found, depth + 1)
    elif dep.startswith("advcl") and _is_asserted(tree, kid):
        reported = heir is not None and heir.kind == "complement"
        _collect(tree, kid, None, "complement" if reported else "main", found, depth + 1)


ASSERTED = frozenset({"whereas", "although", "though", "even though"})
"""Conjunctions before what is always so by itself; *because* and *while* are looked at closer."""
CONCEDING = frozenset({"while", "although", "though", "even though"})


def _is_asserted(tree: Tree, kid: int) -> bool:
    """*…, as staves shrink*, *While pine floats, …*: a clause that is a fact of its own."""
    marker, verb = tree.marker(kid), tree.words[kid].head
    own = tree.kid(kid, *SUBJECTS)
    if own is None or _is_conceded(tree, kid) or _takes_up(tree, kid, own):
        return False
    if _has_setting(tree, kid) or _is_supposed(tree, kid):
        return False
    if marker in WHY and _is_willed(tree, verb):
        return False
    if marker == "because":
        return not is_negated(tree, verb)  # "not because staves shrink"
    if marker == "while":
        return tree.comma_before(kid) or kid < verb
    return marker in ASSERTED or _tells_why(tree, kid, verb)


def _takes_up(tree: Tree, kid: int, subject: int) -> bool:
    """*because moths hate its oil*, *while beech is softer*: said of the main clause's thing."""
    inside = tree.below(kid)
    said = {tree.words[w].text.lower() for w in inside if w != subject}
    compared = any(tree.words[w].xpos in {"JJR", "RBR"} for w in inside) and "than" not in said
    return compared or bool(said & {"it", "its", "them", "their"})


WHY = frozenset({"because", "as", "since"})
"""Conjunctions before what somebody may only think, who does something for this reason."""
PRONOUNS = frozenset("i you he she we they one who everyone someone nobody".split())
WILLING = frozenset(
    """people person human individual family group crowd tribe farmer government state church court
    public population majority minority critic council parliament senate union emperor queen
    founder pilot driver coach miller tanner smith regulator member many some most""".split()
)
"""Those who do things by will and have more meanings than that of somebody."""
CHOOSING = frozenset(
    """use prescribe choose select prefer recommend avoid refuse reject ban forbid prohibit
    fear praise favor favour shun administer adopt abandon worship""".split()
)
"""Verbs of what somebody does for a reason, though a passive names nobody."""


def _is_willed(tree: Tree, verb: int) -> bool:
    """*Galen bled the sick because …*, *Mercury was used as …*: somebody's reason, no fact."""
    owner = _first_joined(tree, verb)
    subject = tree.kid(verb, *SUBJECTS) or tree.kid(owner, *SUBJECTS)
    passive = tree.kid(verb, "aux:pass") is not None
    by = [kid for kid in tree.kids(verb, "obl") if passive and tree.marker(kid) == "by"]
    done_by = [kid for kid in (subject, *by) if kid is not None]
    chosen = passive and tree.lemma(verb) in CHOOSING
    return chosen or any(_is_somebody(tree, kid) for kid in done_by)


def _is_somebody(tree: Tree, index: int) -> bool:
    """A person, people, or a proper name: a name in capitals alone may be that of a substance."""
    word = tree.words[index]
    said = tree.lexicon.unstarted(word)  # "Clay cracks", with a capital as the first word
    if word.upos == "PROPN" and said[:1].isupper():
        return not said.isupper()
    lemma = tree.lemma(index).lower()
    return said.lower() in PRONOUNS or lemma in WILLING or names_somebody(lemma)


def _first_joined(tree: Tree, verb: int) -> int:
    """The first of the predicates that *and* joins to one."""
    while tree.dep(verb) == "conj" and tree.words[verb].head >= 0:
        verb = tree.words[verb].head
    return verb


def _has_setting(tree: Tree, kid: int) -> bool:
    """*In cats, aspirin is toxic, as …*: what stands in front may hold for the reason as well."""
    verb = _first_joined(tree, tree.words[kid].head)
    subject = tree.kid(verb, *SUBJECTS)
    behind = verb if subject is None else subject
    before = [k for k in tree.kids(verb, "obl", "advcl") if k < behind and k != kid]
    return any(_sets(tree, k) for k in before)


def _sets(tree: Tree, kid: int) -> bool:
    """*in rats*, *without insulin*, *if it rains*; not *in contrast* or *unlike lead*."""
    marker = tree.marker(kid)
    tied = tree.say(tree.below(kid)).lower().strip(" ,").replace(" ", "_") in ASIDES
    if tree.dep(kid) == "advcl":
        return marker in CONDITIONS | TIMES | {"without", "in"} and marker not in CONTRASTS
    return bool(marker) and marker not in CONTRASTS | BECAUSE and not tied


IFS = frozenset({"if", "unless", "provided", "as long as", "whether", "even if", "in case"})


def _is_supposed(tree: Tree, kid: int) -> bool:
    """*sour if casks leak because staves shrink*: a reason within or beside what is supposed."""
    verb = tree.words[kid].head
    near = set(tree.kids(verb, "advcl")) - {kid}
    while verb >= 0:
        near.add(verb)
        verb = tree.words[verb].head
    return any(tree.marker(clause) in IFS for clause in near)


def _is_conceded(tree: Tree, kid: int) -> bool:
    """*While glue may hold, it …*: what may be so in general, and in this case is not."""
    modal = any(tree.words[aux].xpos == "MD" for aux in tree.kids(kid, "aux"))
    return modal and kid < tree.words[kid].head and tree.marker(kid) in CONCEDING


def _said_before(tree: Tree, noun: int) -> int | None:
    """The object of *raises the flow of blood to the heart, which …*: all of it is meant."""
    outer = tree.words[noun].head
    if outer < 0:
        return None
    if tree.dep(noun) == "nmod" and tree.dep(outer) == "obj":
        return outer
    near = tree.dep(noun) == "obl" and tree.marker(noun) in {"to", "back toward", "toward"}
    return tree.kid(outer, "obj") if near else None


def _is_result(tree: Tree, kid: int) -> bool:
    """*…, thus increasing lung inflation*: a consequence that is asserted too."""
    word = tree.words[kid]
    after = word.head >= 0 and kid > word.head
    return after and word.xpos == "VBG" and not tree.marker(kid) and tree.comma_before(kid)


def _noun_words(tree: Tree, verb: int) -> frozenset[int]:
    return frozenset(tree.kids(verb, "acl", "appos"))


def _inside_nouns(tree: Tree, verb: int) -> Iterator[tuple[int, int]]:
    """Pairs of a noun in the clause and a clause that modifies it."""
    stack = [(verb, False)]
    while stack:
        here, deep = stack.pop()
        for kid in tree.kids(here):
            dep = tree.words[kid].dep
            if dep.startswith("acl"):
                if not deep or _agrees(tree, here, kid):
                    yield here, kid
                stack.append((kid, True))
            elif tree.dep(kid) == "advcl" and not _is_result(tree, kid):
                stack.append((kid, True))
            elif tree.dep(kid) not in {"advcl", "ccomp", "parataxis"} and not (
                dep == "conj" and _predicates(tree, kid) and here == verb
            ):
                stack.append((kid, deep))


def _agrees(tree: Tree, noun: int, verb: int) -> bool:
    """*by binding receptors, which are vital*: the receptors are, not the binding.

    One thing and *which is …* agree too; *which raises …* may tell of the whole doing.
    """
    first = min(tree.kids(verb, "aux", "cop"), default=verb)
    word = tree.words[first]
    if tree.words[noun].xpos in {"NNS", "NNPS"}:
        return word.xpos == "VBP" or word.text.lower() == "were"
    return word.text.lower() in {"is", "was"}


# The thing that a relative clause speaks of stands behind these: the *production of* lactate.
CARRIERS = frozenset(
    """increase decrease rise fall reduction release production formation growth level amount
    presence lack use kind type form group set series range variety number""".split()
)


def _meant(tree: Tree, noun: int) -> int:
    """The noun that a relative clause tells of: *the production of lactate, which …*: lactate."""
    bearer = tree.bearer(noun)
    named = tree.words[noun].upos == "PROPN"
    if bearer is not None and not named and not is_negated(tree, noun):
        return bearer  # "aspirin is a COX inhibitor, which thins the blood"
    inner = tree.kid(noun, "nmod")
    if tree.lemma(noun) in CARRIERS and inner is not None and tree.marker(inner) == "of":
        return inner
    return noun


def _is_done_to(tree: Tree, noun: int) -> bool:
    """Is a noun what somebody does something to: the lid of *to avoid opening the lid*?"""
    verb = tree.words[noun].head
    doing = tree.dep(noun) == "obj" and tree.words[verb].xpos == "VBG"
    return doing and tree.dep(verb) in {"xcomp", "csubj", "nsubj"}


def _unclear_owner(tree: Tree, noun: int, verb: int) -> bool:
    """*resistance to statins, which …*: either may be meant, unless the verb's number tells."""
    outer = tree.words[noun].head
    if tree.dep(noun) != "nmod" or outer < 0 or tree.words[outer].upos not in {"NOUN", "PROPN"}:
        return False
    if tree.lemma(outer) in CARRIERS:
        return False
    first = min(tree.kids(verb, "aux", "cop"), default=verb)
    tag = tree.words[first].xpos
    many, other = (tree.words[w].xpos in {"NNS", "NNPS"} for w in (noun, outer))
    if many == other or tag not in {"VBZ", "VBP"}:
        return True
    return many != (tag == "VBP")


def is_told_of_place(clause: Clause) -> bool:
    """*Vard, where half of the roofs are tin, …*: what is so there, and perhaps nowhere else."""
    tree, first = clause.tree, _first_joined(clause.tree, clause.verb)
    return clause.kind in {"main", "conj"} and tree.dep(first) == "acl" and _is_where(tree, first)


def _is_where(tree: Tree, verb: int) -> bool:
    """*the brain, where it supports …*: a clause with a subject of its own."""
    where = any(tree.lemma(k) == "where" for k in tree.kids(verb, "advmod"))
    return where and tree.kid(verb, *SUBJECTS) is not None and tree.comma_before(verb)


def _agent(tree: Tree, verb: int) -> bool:
    return any(tree.marker(kid) == "by" for kid in tree.kids(verb, "obl"))


def _opens_dated(tree: Tree, kid: int) -> bool:
    """*Built in 1912, the mill …*: a participle in front that tells in what year."""
    first = min(tree.below(kid)) == 0 and tree.words[kid].xpos == "VBN"
    return first and not tree.marker(kid) and is_dated(tree, kid)


def is_gapped(clause: Clause) -> bool:
    """*The mill was sold in 1905 and the kiln in 1906*: two events, read as one."""
    tree = clause.tree
    dates = [p for p in clause.all_parts("obl") if p.marker == "in" and not p.before]
    years = [p.head for p in dates if PAST_YEAR.fullmatch(tree.words[p.head].text)]
    between = range(years[0], years[1]) if len(years) > 1 else ()
    return any(tree.dep(w) == "cc" for w in between)


def tells_past_year(clause: Clause) -> bool:
    """*He dies in 1856*, *In 1912 Davy builds a lamp*: in a year gone by, in whatever tense."""
    tree = clause.tree
    told = [p for p in clause.all_parts("obl") if p.marker in {"in", "on", "around"}]
    heads = [tree.words[p.head].text for p in told]
    dates = [
        p
        for p, text in zip(told, heads, strict=True)
        if text.lower() in MONTHS or text.isdigit() or text[:-1].isdigit()
    ]
    return any(PAST_YEAR.fullmatch(tree.words[w].text) for part in dates for w in part.words)


MONTHS = frozenset(
    """january february march april may june july august september october november december
    spring summer autumn fall winter""".split()
)
GONE_BY = r"(?:1[5-9]\d\d|20[01]\d|202[0-5])"
PAST_YEAR = re.compile(rf"{GONE_BY}s?")


def is_dated(tree: Tree, verb: int) -> bool:
    """*founded in 1912*, *launched in May 1912*: does a participle tell in what year?"""
    told = [w for kid in tree.kids(verb, "obl") for w in tree.below(kid)]
    return any(YEAR.fullmatch(tree.words[w].text) for w in told)


YEAR = re.compile(r"(?:1[5-9]|20)\d\ds?")


def _is_one(tree: Tree, noun: int, verb: int) -> bool:
    """*The old mill, built in 1912*: one thing, of which a comma or bracket cuts off more."""
    named = tree.words[noun].upos == "PROPN" or "the" in tree.determiners(noun)
    before = tree.words[min(tree.below(verb)) - 1].text
    return named and (tree.comma_before(verb) or before == "(")


def _predicates(tree: Tree, index: int) -> bool:
    """True for a word that heads a clause of its own."""
    word = tree.words[index]
    return word.upos in {"VERB", "AUX"} or tree.kid(index, "cop", "nsubj", "aux") is not None


def _is_no_verb(tree: Tree, index: int) -> bool:
    """Is what was read as a verb known as other words alone: *functions sine and cosine*?"""
    word = tree.words[index]
    if not _is_verbal(tree, index) and tree.kid(index, "aux", "cop") is None:
        own = _own_subject(tree, index)  # "they 'handshake'", read as a noun
        return own is not None and tree.words[own].feat("PronType") != "Rel"
    if word.upos != "VERB" or tree.kid(index, "aux:pass") is not None:
        return False
    lemma = base_of(word.text, tree.lemma(index))
    return is_word(lemma) and not is_verb(lemma) and not is_verb(lemma.rsplit("-", 1)[-1])


def read_clause(
    tree: Tree,
    verb: int,
    mother: Clause | None,
    kind: Literal["main", "conj", "relative", "participle", "adverbial", "complement"],
    noun: int | None = None,
) -> Clause | None:
    """Read the clause at a predicate.

    Args:
        mother: The clause that lends its subject and auxiliaries.
        noun: The noun that a relative clause or participle modifies: its subject, unless the
            clause has one of its own.

    Returns:
        None for a fragment that predicates nothing.
    """
    if not _predicates(tree, verb) or _is_no_verb(tree, verb):
        return None
    own = _own_subject(tree, verb)
    relative = own is not None and tree.words[own].feat("PronType") == "Rel"
    subject = noun if noun is not None and (own is None or relative) else own
    if noun is not None and own is not None and not relative:
        return None
    if tree.kid(verb, "expl") is not None:
        return None
    auxes = tuple(tree.kids(verb, "aux", "cop"))
    copula = tree.kid(verb, "cop") is not None
    if subject is None and mother is not None and kind in {"conj", "adverbial"}:
        subject = None if _tells_of_other(tree, verb, mother) else mother.subject
        if kind == "conj" and not auxes:
            auxes = _shared_auxes(tree, verb, mother)
    passive = any(tree.words[a].dep == "aux:pass" for a in auxes) or (
        own is not None and tree.words[own].dep == "nsubj:pass"
    )
    if not auxes and tree.words[verb].xpos == "VBN" and kind in {"participle", "adverbial"}:
        passive = True
    if _is_infinitive_predicate(tree, verb):
        return _equation(tree, verb, kind)
    parts = _parts(tree, verb, own, passive)
    partner = _partner(tree, verb, parts)
    if partner is not None:
        parts = tuple(sorted((*parts, *_parts(tree, partner, None, passive)), key=_place))
    inner = _inner_verb(tree, verb, parts)
    if inner is not None:
        parts = _with_inner(tree, inner, parts)
    return Clause(
        tree=tree,
        verb=verb,
        copula=copula and inner is None,
        subject=subject,
        auxes=auxes,
        negated=is_negated(tree, verb),
        passive=passive and inner is None,
        parts=(*_shared_front(verb, mother, kind, parts), *parts),
        kind=kind,
        mother=mother.verb if mother else None,
        inner=inner,
        partner=partner,
    )


def _tells_of_other(tree: Tree, verb: int, mother: Clause) -> bool:
    """*The firm grew, and prices rose and fell*: another subject stands between."""
    return tree.dep(verb) == "conj" and any(
        tree.kid(kid, *SUBJECTS) is not None
        for kid in tree.kids(mother.verb, "conj")
        if mother.verb < kid < verb
    )


def _shared_front(
    verb: int, mother: Clause | None, kind: str, parts: tuple[Part, ...]
) -> tuple[Part, ...]:
    """*When bones are stressed, they release one thing and absorb another*: both when stressed."""
    if mother is None or mother.subject is None or kind not in {"conj", "adverbial"}:
        return ()
    if any(part.before for part in parts) or mother.verb > verb:
        return ()
    return tuple(
        part
        for part in mother.parts
        if part.before and part.role in FRONTED and part.words[-1] < mother.subject
    )


FRONTED = frozenset({"obl", "time", "condition"})
"""What stands before a subject and holds for all that is said of it."""


ALONE = frozenset(
    """contract expand rise fall go come move flow arrive wait sit stand run grow shrink stop start
    begin open close turn return walk fly swim sleep wake live die exist work act happen occur
    appear disappear arise break burn boil melt freeze dry cool heat age vary change differ
    travel circulate spread settle sink float swell collapse rest relax retire evolve""".split()
)
"""Verbs that need no object: *the heart contracts and pumps blood*."""


def _partner(tree: Tree, verb: int, parts: tuple[Part, ...]) -> int | None:
    """The verb joined to one that has nothing behind it: *sharpen and enhance the edges*."""
    if tree.words[verb].upos != "VERB" or tree.lemma(verb) in ALONE:
        return None
    for kid in tree.kids(verb, "conj"):
        if any(verb < part.head < kid for part in parts):
            continue
        between = range(verb + 1, kid)
        plain = len(between) == 1 and tree.dep(verb + 1) == "cc"
        same = tree.words[kid].xpos == tree.words[verb].xpos and tree.words[kid].upos == "VERB"
        whole = tree.kid(kid, "obj", "obl") is not None and tree.kid(kid, *SUBJECTS) is None
        if plain and same and whole and not tree.kids(kid, "aux", "cop"):
            return kid
    return None


def _is_infinitive_predicate(tree: Tree, verb: int) -> bool:
    """*The trick is to boil them first.*"""
    return (
        tree.kid(verb, "nsubj:outer", "csubj:outer") is not None
        and tree.kid(verb, "cop") is not None
    )


def _equation(
    tree: Tree,
    verb: int,
    kind: Literal["main", "conj", "relative", "participle", "adverbial", "complement"],
) -> Clause:
    outer = tree.kid(verb, "nsubj:outer", "csubj:outer")
    own = _own_subject(tree, verb)
    copulas = tuple(k for k in tree.kids(verb, "aux", "cop") if own is None or k < own)
    copulas = copulas or tuple(tree.kids(verb, "aux", "cop"))
    first = max(copulas)
    words = tuple(w for w in tree.below(verb) if w > first and not _ends(tree, w))
    part = Part("pred", verb, words, "", False, False)
    return Clause(tree, verb, True, outer, copulas, is_negated(tree, verb), False, (part,), kind)


def _ends(tree: Tree, index: int) -> bool:
    return tree.words[index].text in {".", "!", "?", ";"}


ROLES = frozenset({"role", "part"})


def _inner_verb(tree: Tree, verb: int, parts: tuple[Part, ...]) -> int | None:
    """The verb behind *is known to*, *helps*, *plays a role in*."""
    obj = next((p for p in parts if p.role == "obj"), None)
    if obj is not None and tree.lemma(verb) == "play" and tree.lemma(obj.head) in ROLES:
        for kid in (*tree.kids(obj.head, "acl"), *tree.kids(verb, "advcl")):
            if tree.words[kid].xpos == "VBG" and tree.marker(kid) == "in" and kid > obj.head:
                return kid
        return None
    if obj is not None or any(p.role == "iobj" for p in parts):
        return None
    for part in parts:
        word = tree.words[part.head]
        if part.role == "xcomp" and word.xpos == "VB" and word.upos == "VERB" and part.head > verb:
            return part.head if tree.kid(part.head, "cop") is None else None
    return None


def _with_inner(tree: Tree, inner: int, parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """The inner verb's parts, and those of the outer one that do not hold it."""
    outer = [part for part in parts if inner not in part.words and part.role != "pred"]
    own = list(_parts(tree, inner, None, False))
    return tuple(sorted([*outer, *own], key=lambda part: part.words[0]))


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


def is_negated(tree: Tree, verb: int) -> bool:
    """Is what a verb says denied, or nearly so (*hardly*)?"""
    return any(
        (tree.lemma(kid) in DENYING | {"seldom"} and not _is_not_only(tree, kid))
        or tree.lemma(min(tree.below(kid))) == "no"
        for kid in tree.kids(verb, "advmod", "neg", "cc:preconj", "cc", "det")
        if tree.dep(kid) == "advmod" or tree.lemma(kid) in {"neither", "nor"}
    )


def _is_not_only(tree: Tree, index: int) -> bool:
    """*not only*, which denies nothing."""
    return index + 1 < len(tree.words) and tree.lemma(index + 1) == "only"


def _parts(tree: Tree, verb: int, subject: int | None, passive: bool) -> tuple[Part, ...]:
    first = subject if subject is not None else verb
    parts: list[Part] = []
    skip = {kid for kid in tree.kids(verb) if _is_outside(tree, kid)}
    if tree.kid(verb, "cop") is not None or not _is_verbal(tree, verb):
        parts.append(_predicate(tree, verb, skip, first))
    for kid in tree.kids(verb):
        role = _role(tree, kid, verb, passive)
        if tree.words[kid].xpos == "WRB":
            continue
        if role is None or any(kid in part.words for part in parts):
            continue
        words = tuple(tree.below(kid))
        if role == "obl" and tree.say(words).lower().replace(" ", "_") in ASIDES:
            continue
        loose = tree.comma_before(kid)
        parts.append(Part(role, kid, words, tree.marker(kid), kid < first, loose))
    return tuple(sorted(parts, key=_place))


def _is_verbal(tree: Tree, index: int) -> bool:
    """Is a word a verb by one of its tags, or by the auxiliary of a passive?"""
    word = tree.words[index]
    passive = tree.kid(index, "aux:pass") is not None  # "is preferred", read as an adjective
    return word.upos in {"VERB", "AUX"} or word.xpos.startswith("VB") or passive


def _place(part: Part) -> int:
    """Where a part stands; a predicate where its head does: *7 millimetres thick*."""
    return part.head if part.role == "pred" else part.words[0]


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
    start = min(tree.kids(verb, "cop", "aux"), default=0)
    for kid in tree.kids(verb):
        dep = tree.words[kid].dep
        if kid < start and first < verb:
            apart.add(kid)
            continue
        if dep == "conj" and not _predicates(tree, kid):
            apart.discard(kid)
            apart -= set(tree.kids(verb, "cc"))
        elif (
            dep.startswith("advcl")
            or (not noun and dep.startswith(("obl", "xcomp", "ccomp")))
            or (tree.dep(kid) == "advmod" and _is_tie(tree, kid, verb))
            or (dep == "acl:relcl" and tree.comma_before(kid))
        ):
            apart.add(kid)
    joint = {k for k in tree.kids(verb, "mark") if k < first and tree.lemma(k) == "that"}
    words = [w for w in tree.below(verb, without=apart) if w not in joint]
    marker = "" if joint else tree.marker(verb)
    return Part("pred", verb, tuple(words), marker, verb < first, False)


def _is_tie(tree: Tree, kid: int, adjective: int) -> bool:
    """Does an adverb beside a predicate tie it to its neighbours, unlike *too* in *too thick*?"""
    if tree.lemma(kid) in {"too", "so"} and kid == adjective - 1:
        return False
    return tree.lemma(kid) in TIES | {"not"}


def _role(tree: Tree, kid: int, verb: int, passive: bool) -> Role | None:
    dep = tree.words[kid].dep
    base = tree.dep(kid)
    if base in {"obj", "iobj", "xcomp", "ccomp"}:
        return base  # type: ignore[return-value]
    if dep == "compound:prt":
        return "particle"
    if base == "obl":
        return _oblique(tree, kid, passive)
    if base == "advcl" and _is_enabled(tree, kid, verb):
        return "xcomp"
    if base == "advcl":
        return _adverbial(tree, kid, verb)
    if base == "advmod":
        return "advmod"
    return None


ENABLING = frozenset(
    """allow enable cause lead help require force permit encourage prompt get push drive compel
    oblige motivate train teach signal tell expect""".split()
)


def _is_enabled(tree: Tree, kid: int, verb: int) -> bool:
    """*allows air to enter*: what is allowed, not what for."""
    if tree.lemma(verb) not in ENABLING or tree.kid(verb, "obj") is None or kid < verb:
        return False
    plain = tree.marker(kid) == "to" and tree.words[kid].xpos == "VB"
    told = tree.kids(tree.kids(verb, "obj")[0], "acl", "appos")
    closed = any(tree.comma_before(k) for k in told)  # "allows air, which may hold dust, to enter"
    return plain and (closed or not tree.comma_before(kid))


def _oblique(tree: Tree, kid: int, passive: bool) -> Role:
    marker = tree.marker(kid)
    by_whom = tree.words[kid].dep == "obl:agent" or (marker == "by" and passive)
    if by_whom and not _is_extent(tree, kid):
        return "agent"
    if marker in BECAUSE:
        return "reason"
    if marker in CONTRASTS:
        return "contrast"
    if marker in MEANS_PREPOSITIONS:
        return "means"
    return "obl"


PERCENT = frozenset({"%", "percent"})


def _is_extent(tree: Tree, kid: int) -> bool:
    """*drained by 1932*, *was raised by 30%*: by when and by how much, and by nobody."""
    said = tree.words[kid].text
    return said in PERCENT or bool(YEAR.fullmatch(said))


def _is_so_then(tree: Tree, kid: int, verb: int) -> bool:
    """*It holds little, so the tanks grow*: what comes of it, a clause of its own."""
    first = min(w for w in tree.below(kid) if tree.words[w].upos != "PUNCT")
    own = tree.kid(kid, "nsubj") is not None and tree.kid(kid, "mark") is None
    return own and kid > verb and tree.lemma(first) == "so" and tree.comma_before(kid)


def _adverbial(tree: Tree, kid: int, verb: int) -> Role:  # noqa: C901
    marker = tree.marker(kid)
    tag = tree.words[kid].xpos
    wh = next((tree.lemma(k) for k in tree.kids(kid, "advmod") if tree.words[k].xpos == "WRB"), "")
    if marker in BECAUSE or _tells_why(tree, kid, verb):
        return "reason"
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
    if marker == "so" or wh == "so" or _is_so_then(tree, kid, verb):
        return "result"
    if marker in {"to", "in order to", "so as to"} and tag == "VB":
        return "purpose"
    if is_using(tree, kid) and (kid < verb or not tree.comma_before(kid)):
        return "means"
    if tag in {"VBG", "VBN"} and not marker:
        return "result" if kid > verb else "manner"
    if tree.words[kid].dep == "advcl:relcl":
        return "result"
    return "manner"


WITH_TOOLS = frozenset({"use", "utilize", "utilise", "employ"})
"""Verbs whose object is a tool."""
USING = WITH_TOOLS | {"leverage"}


def is_using(tree: Tree, verb: int) -> bool:
    """*cuts glass using a diamond*: a participle that tells by what means."""
    plain = tree.words[verb].xpos == "VBG" and not tree.marker(verb)
    done = tree.kid(tree.words[verb].head, "cop") is None  # not "is low using the old scale"
    return plain and done and tree.lemma(verb) in USING and tree.kid(verb, "obj") is not None


def _tells_why(tree: Tree, kid: int, verb: int) -> bool:
    """*…, as staves shrink*, and *since staves shrink* where no perfect stands before it."""
    marker = tree.marker(kid)
    if marker not in {"since", "as"} or tree.kid(kid, *SUBJECTS) is None:
        return False
    if marker == "since" and not _is_perfect(tree, verb):
        return tree.words[kid].xpos != "VBD"  # "Barley was grown since farmers came": a time
    first = min(w for w in tree.below(kid) if tree.words[w].upos != "PUNCT")
    return tree.lemma(first) == marker and kid > verb and tree.comma_before(kid)


def _is_perfect(tree: Tree, verb: int) -> bool:
    """*has grown since it was founded*: of a time, where *falls since it is heavy* tells why."""
    return any(tree.lemma(aux) == "have" for aux in tree.kids(verb, "aux"))


def has_number(tree: Tree, part: Part) -> bool:
    """Does a part tell a numeral, in digits or as a word?"""
    return any(is_number(tree, w) for w in part.words)


def is_number(tree: Tree, index: int) -> bool:
    """Is a word a numeral or has it digits, and is no part of a name: *IGF-1*, *the Intel 740*?"""
    word = tree.words[index]
    digits = word.text.lower() == "zero" or any(c.isdigit() for c in word.text)
    return (word.upos == "NUM" or digits) and not _is_in_name(tree, index)


ROMAN = re.compile(r"[IVX]+")
"""*World War II*"""


def _is_in_name(tree: Tree, index: int) -> bool:
    word = tree.words[index]
    if index > 1 and tree.words[index - 1].text == "-":
        glued = tree.words[index - 2].end == tree.words[index - 1].start
        return (
            glued
            and tree.words[index - 1].end == word.start
            and tree.words[index - 2].text.isalpha()
            and tree.words[index - 2].upos != "NUM"
        )
    before = tree.words[index - 1] if index else None
    if before is not None and before.upos == "PROPN" and ROMAN.fullmatch(tree.words[index].text):
        return True
    return (
        before is not None
        and before.upos == "PROPN"
        and before.dep in {"compound", "flat"}
        and before.head == word.head
        and word.head > index
    )


def numbered_parts(clause: Clause) -> Iterator[Part]:
    """The parts of a clause that tell a number."""
    for part in clause.parts:
        if (
            part.role in {"obj", "obl", "pred", "advmod", "xcomp"} and has_number(clause.tree, part)
        ) or (
            part.role == "pred"
            and any(has_number(clause.tree, other) for other in clause.all_parts("obl"))
        ):
            yield part
