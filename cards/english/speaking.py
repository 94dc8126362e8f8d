"""A clause in, English out: statements, and questions for one of its parts."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from cards.english.clauses import TIES, Clause, Part, Role, is_dated
from cards.english.opposites import OFTEN, RARELY, SOMETIMES
from cards.english.phrases import (
    DENYING,
    OF_ANOTHER,
    bare_definite,
    dangling,
    is_anyones,
    noun_words,
)
from cards.english.rarity import rarity
from cards.english.thesaurus import names_person
from cards.english.tree import Tree, is_word, tidy
from cards.english.unfinished import goes_on, has_two_subjects
from cards.english.verbs import capitalised, inflect, is_verb, present

CONTRACTED = {"ca": "can", "wo": "will", "'ll": "will", "’ll": "will", "sha": "shall"}
GONE = {"is": "was", "are": "were", "does": "did", "do": "did", "can": "could"}
CORE = frozenset({"obj", "iobj", "particle", "pred"})
"""Parts that stand right behind the verb, before a preposition left alone."""
# Parts that a question about something else does without: the fact stays true without them.
SPARE = frozenset({"means", "purpose", "reason", "result", "contrast"})


HEDGES = RARELY | SOMETIMES | OFTEN | {"mainly", "largely", "traditionally", "historically"}
"""Adverbs without which a claim is another."""
SHADES_AGENT = HEDGES | {"primarily", "partly", "chiefly", "mostly", "solely", "entirely"}
"""Adverbs that stand before *by*, and before the verb where somebody does it."""
ALIKE = frozenset({"similarly", "simultaneously", "concurrently"})
"""Ties that behind a verb tell how it is done."""
SAYING = frozenset(
    """say note explain describe mention state argue suggest show reveal indicate demonstrate
    elaborate discuss emphasize highlight illustrate point see report observe evidence""".split()
)
"""Verbs behind *as* that tell where a fact is from."""


FRONTED = frozenset("as to with into from on for of in through against".split())
"""Prepositions that go in front of *what* where more words stand behind them."""
LONG_OBJECT = LONG_REST = 3
"""Words of an object before a preposition, or of what stands behind it, that make it hard to read.

*What does Crete rely on for water?* reads well.
"""
KNOWN = 0.7
"""Rarity from which a thing inside a question is one of its kind: the *retina's* cells."""
DATE = re.compile(r"1\d{3}s?|20\d\ds?")


@dataclass(frozen=True)
class Spoken:
    """The verb group of a clause in the pieces that questions move around."""

    aux: str
    """Finite auxiliary that stands before the subject in a question."""
    between: str
    """Adverbs and *not* between subject and verb."""
    main: str
    """What follows the subject in a question: base verb, participle; empty for a bare copula."""
    finite: str
    """The group as a statement has it."""


@dataclass(frozen=True)
class Speaker:
    """Says the parts of a clause, with antecedents put in the place of pronouns."""

    clause: Clause
    subject: str
    """The subject as a card names it."""
    plural: bool
    instead: Mapping[int, str] = field(default_factory=dict)
    words: tuple[int, ...] = ()
    """The subject's words in the clause's own sentence."""
    source: str = ""
    """Who says it: "according to Huberman"; or empty."""
    keeps: frozenset[Role] = frozenset()
    """Roles of parts that its questions keep, though the fact stays true without them."""
    orders: bool = False
    """An imperative, asked as *Why cut the fries thick?*"""
    perfect: bool = False
    """What happened, asked as what had happened by then: *By what year had it begun?*"""
    past: bool = False
    """Of a year gone by, so asked in the past: *Davy builds a lamp*, *did Davy build*."""

    @property
    def tree(self) -> Tree:
        return self.clause.tree

    def group(self, plural: bool | None = None) -> Spoken:
        """The verb group, agreeing with the subject or with ``plural``."""
        outer = self._outer_group(plural)
        if self.clause.partner is not None:
            outer = self._with_partner(outer, self.clause.partner, plural)
        inner = self.clause.inner
        if inner is None:
            return outer
        last = max(self.clause.verb, *self.clause.auxes, self.clause.verb)
        words = [w for w in range(last + 1, inner + 1) if not self._is_tie(w)]
        tail = self.tree.say(words, self.instead)
        return Spoken(
            outer.aux,
            outer.between,
            _line(outer.main, self._adjective(), tail),
            _line(outer.finite, self._adjective(), tail),
        )

    def _with_partner(self, group: Spoken, partner: int, plural: bool | None) -> Spoken:
        """*captures and merges*, *does it capture and merge*."""
        many = self.plural if plural is None else plural
        tree = self.tree
        joined = tree.words[partner - 1].text.lower()
        own = tree.words[partner].text.lower()
        if self.clause.auxes or self.clause.passive:
            main = finite = own
        else:
            lemma = base_form(tree, partner)
            main, finite = lemma, inflect(lemma, "VBD") if self._past() else present(lemma, many)
        return Spoken(
            group.aux,
            group.between,
            _line(group.main, joined, main),
            _line(group.finite, joined, finite),
        )

    def _adjective(self) -> str:
        """*able* in *is able to*."""
        clause = self.clause
        if clause.auxes and self.tree.kid(clause.verb, "cop") is not None:
            return self.tree.words[clause.verb].text.lower()
        return ""

    def _is_tie(self, index: int) -> bool:
        return self.tree.dep(index) == "advmod" and self.tree.lemma(index) in TIES

    def _outer_group(self, plural: bool | None = None) -> Spoken:
        many = self.plural if plural is None else plural
        clause, tree = self.clause, self.tree
        nots = "not" if clause.negated and self._has_plain_not() else ""
        adverbs = self._adverbs()
        done = self._done() if self.perfect else ""
        if done:
            return Spoken("had", _line(nots, adverbs), done, _line("had", nots, adverbs, done))
        if clause.auxes:
            return self._with_auxiliary(many, nots, adverbs)
        modal = self._borrowed_modal()
        lemma = base_form(tree, clause.verb)
        if clause.passive:
            be = (
                "was"
                if self._past() and not many
                else "were"
                if self._past()
                else "are"
                if many
                else "is"
            )
            main = tree.words[clause.verb].text.lower()
            return Spoken(be, _line(nots, adverbs), main, _line(be, nots, adverbs, main))
        if modal:
            return Spoken(modal, adverbs, lemma, _line(modal, nots, adverbs, lemma))
        past = self._past()
        finite = inflect(lemma, "VBD") if past else present(lemma, many)
        if tree.words[clause.verb].xpos in {"VBZ", "VBP", "VBD"} and many == self.plural:
            own = tree.words[clause.verb]
            finite = own.text.lower() if own.text[1:].islower() or own.index == 0 else own.text
            if own.xpos in {"VBZ", "VBP"}:
                finite = inflect(lemma, "VBD") if past else present(lemma, many)
        do = "did" if past else "do" if many else "does"
        return Spoken(do, _line(nots, adverbs), lemma, _line(adverbs, finite))

    def _with_auxiliary(self, many: bool, nots: str, adverbs: str) -> Spoken:
        clause, tree = self.clause, self.tree
        first = clause.auxes[0]
        aux = _agreeing(tree, first, many)
        aux = GONE.get(aux, aux) if self.past else aux
        rest = [tree.words[a].text.lower() for a in clause.auxes[1:]]
        if rest and any(
            tree.lemma(k) == "to" and k > first for k in tree.kids(clause.verb, "mark")
        ):
            rest.insert(0, "to")  # *is to be avoided*
        if tree.kid(clause.verb, "cop") is None:
            bare = (
                tree.words[clause.auxes[-1]].xpos == "MD" and tree.words[clause.verb].xpos == "VBG"
            )
            said = base_form(tree, clause.verb) if bare else tree.words[clause.verb].text.lower()
            rest.append(said)
        if aux in {"do", "does", "did"} and nots and not clause.copula:
            main = " ".join(rest)
            return Spoken(aux, _line(nots, adverbs), main, _line(aux, nots, adverbs, main))
        main = " ".join(rest)
        return Spoken(aux, _line(nots, adverbs), main, _line(aux, nots, adverbs, main))

    def _done(self) -> str:
        """*begun*, *been drained*, as *had* wants them; empty of a clause in another tense."""
        clause, tree = self.clause, self.tree
        if clause.auxes and not clause.passive:
            return ""
        if clause.auxes and [tree.words[a].xpos for a in clause.auxes] != ["VBD"]:
            return ""
        if not clause.auxes and not self._past():
            return ""
        been = "been" if clause.passive else ""
        return _line(been, inflect(base_form(tree, clause.verb), "VBN"))

    def _has_plain_not(self) -> bool:
        verb = self.clause.verb
        return any(
            self.tree.lemma(k) in {"not", "n't"}
            and (k == 0 or self.tree.words[k - 1].lemma != "only")
            for k in self.tree.kids(verb, "advmod", "neg")
        )

    def _borrowed_modal(self) -> str:
        """The modal of the main clause holds for its participle: *may* rise, leading to …"""
        clause, tree = self.clause, self.tree
        if clause.kind not in {"adverbial", "conj"} or clause.mother is None:
            return ""
        if tree.words[clause.verb].xpos not in {"VBG", "VB"}:
            return ""
        top = clause.mother
        if clause.kind == "conj":  # "…, delaying one thing and improving another"
            if tree.words[top].xpos != "VBG" or tree.dep(top) != "advcl":
                return ""
            top = tree.words[top].head
        for aux in tree.kids(top, "aux"):
            if tree.words[aux].xpos == "MD":
                return CONTRACTED.get(tree.words[aux].text.lower(), tree.words[aux].text.lower())
        return ""

    def _past(self) -> bool:
        clause, tree = self.clause, self.tree
        tag = tree.words[clause.verb].xpos
        if self.past and (tag in {"VBZ", "VBP"} or self._is_joined_present()):
            return True
        if tag == "VBD" or (tag == "VBN" and not clause.auxes and is_dated(tree, clause.verb)):
            return True
        if tag in {"VBZ", "VBP", "VB"} or clause.mother is None:
            return False
        mother = tree.words[clause.mother]
        return mother.xpos == "VBD" or any(
            tree.words[a].xpos == "VBD" for a in tree.kids(mother.index, "aux", "cop")
        )

    def _is_joined_present(self) -> bool:
        """*They run the first one and reach 1 K*: a second verb that looks like a base form."""
        clause, tree = self.clause, self.tree
        bare = tree.words[clause.verb].xpos == "VB" and not clause.auxes
        return bare and clause.kind == "conj" and tree.kid(clause.verb, "mark") is None

    def _adverbs(self) -> str:
        """Adverbs right before the verb that belong to the claim."""
        words = [
            word
            for part in self.clause.parts
            for word in part.words
            if part.role == "advmod"
            and part.head < self.clause.verb
            and (
                not part.before
                or self.clause.kind == "adverbial"
                or self._how_often(part)
                or self.tree.lemma(part.words[0]) in DENYING  # "No longer sold, as it leaks"
            )
            and len(part.words) <= 2
            and self.tree.lemma(part.head) not in TIES | {"not", "n't"}
            and self.tree.words[part.head].text.lower() != "further"
            and not (self.tree.lemma(part.head) == "only" and self._is_denied(part.head))
            and (not self.clause.copula or (part.before and self._how_often(part)))
        ]
        return self.tree.say(words)

    def _how_often(self, part: Part) -> bool:
        """*Sometimes*, *rarely*: a hedge that stays, wherever in the sentence it stands."""
        words = [w for w in part.words if self.tree.words[w].upos != "PUNCT"]
        return self.tree.lemma(part.head) in HEDGES and len(words) == 1

    def _is_denied(self, index: int) -> bool:
        """*not only*, which takes nothing away."""
        return index > 0 and self.tree.lemma(index - 1) in {"not", "n't"}

    def part(self, part: Part, *, bare: bool = False) -> str:
        """The words of a part; ``bare`` leaves its preposition out."""
        return self.tree.say(self.part_words(part, bare=bare), self.around)

    @property
    def around(self) -> Mapping[int, str]:
        """What pronouns beside the subject stand for; those for the subject stay pronouns."""
        named = {self.subject, f"{self.subject}'s", f"{self.subject}'"}
        return {
            index: self.tree.words[index].text if text in named else text
            for index, text in self.instead.items()
        }

    def unclear(self, asked: Collection[Part]) -> bool:
        """Does a part that the question keeps point outside it, or its verb go on from before?

        A clause that is torn is unclear as a whole.
        """
        front, behind = self.kept(asked)
        torn = goes_on(self.clause) or has_two_subjects(self.clause)
        return torn or any(
            dangling(
                self.tree,
                self.part_words(part),
                self.instead,
                # *Newton found that its speed falls*: a clause may have its own subject, and
                # *Ines Tolmin proposed its name* is of a thing told before
                known=()
                if part.role == "ccomp"
                else ("clause",)
                if self.names_person()
                else ("subject",),
            )
            for part in (*front, *behind)
        )

    def part_words(self, part: Part, *, bare: bool = False) -> list[int]:
        tree = self.tree
        if part.role in {"obj", "iobj", "obl", "agent"}:
            return noun_words(tree, part.head, bare=bare)
        if part.role == "pred":
            drop = {
                kid
                for index in part.words
                for kid in tree.kids(index, "acl", "appos", "parataxis", "obl", "nmod", "advcl")
                if tree.comma_before(kid) and kid > index
            }
            out = {w for kid in drop for w in tree.below(kid)}
            if bare:
                out |= set(tree.kids(part.head, "case"))
            return [w for w in part.words if w not in out]
        drop = {
            kid
            for index in part.words
            for kid in tree.kids(index, "advcl", "acl", "parataxis")
            if tree.comma_before(kid) and kid != part.head
        }
        out = {w for kid in drop for w in tree.below(kid)}
        return [w for w in part.words if w not in out]

    def kept(self, without: Collection[Part] = ()) -> tuple[list[Part], list[Part]]:
        """The parts that a question keeps: those in front, and those behind the verb."""
        front: list[Part] = []
        behind: list[Part] = []
        for part in self.clause.parts:
            spare = part.role in SPARE - self.keeps
            if part not in without and not spare and not self._left_out(part):
                (front if part.before or self._is_between(part) else behind).append(part)
        return front, behind

    def _is_between(self, part: Part) -> bool:
        """*Iron, if heated, glows*: a clause between subject and verb."""
        clause = self.clause
        return (
            part.role in {"condition", "time", "manner", "result"}
            and self.tree.comma_before(part.head)
            and clause.subject is not None
            and clause.subject < part.words[0]
            and part.words[-1] < min((clause.verb, *clause.auxes))
        )

    def _left_out(self, part: Part) -> bool:
        """Does a card do without the part: a tie to the sentence before, a loose addition?"""
        if part.role == "advmod":
            return self._is_loose_adverb(part)
        if part.role == "obl" and part.loose and not part.before:
            return True
        if part.role in {"manner", "result"} and (part.before or self._is_between(part)):
            return not self._is_scope(part)
        if part.role == "manner" and part.marker == "with" and part.loose:
            return True  # "…, with the remaining 95% released as heat"
        if self.tells_source(part) or self._tells_of_a_time(part) or self._is_aside(part):
            return True
        # *After considering tarps, …*: a story, and its subject dangles.
        return part.role == "time" and part.before and self.tree.words[part.head].xpos == "VBG"

    def _is_scope(self, part: Part) -> bool:
        """*For slicing a cone, …*, *Without heating, …*: within what it is so."""
        compared = self.tree.lemma(part.head) == "compare"
        return part.before and (part.marker in {"for", "without", "in"} or compared)

    def _tells_of_a_time(self, part: Part) -> bool:
        """*dates to 1880, when Curie found …*: more of the year, no condition."""
        loose = part.loose and not part.before and not part.marker
        return part.role == "condition" and loose

    def _is_aside(self, part: Part) -> bool:
        """*reaches 800 degrees, hotter than an oven*: more of what was said."""
        loose = part.loose and not part.before and not part.marker
        return loose and self.tree.words[part.head].upos == "ADJ" and part.role != "pred"

    def tells_source(self, part: Part) -> bool:
        """*As Marlow explains, …*: who says it, not when it is so."""
        return part.marker == "as" and self.tree.lemma(part.head) in SAYING

    def _is_loose_adverb(self, part: Part) -> bool:
        lemma = self.tree.lemma(part.head)
        if lemma in ALIKE and part.head > self.clause.verb and not part.loose:
            return False  # "all of them glow similarly"
        if lemma in TIES | {"not", "n't", "only", "never"}:
            return True
        if part.head < self.clause.verb and not self.clause.copula:
            return True
        if self.clause.inner is not None and part.head < self.clause.inner:
            return True
        return part.before or part.loose

    def statement(self, *, spare: bool = False) -> str:
        """The clause as a sentence that stands alone, without its full stop."""
        front, behind = self.kept()
        if spare:
            told = [p for p in self.clause.parts if p.role in SPARE - {"contrast", "result"}]
            front += [part for part in told if part.before]
            behind += [part for part in told if not part.before]
            behind.sort(key=lambda part: part.words[0])
        first = self._front(front)
        group = self.group()
        rest = " ".join(self._in_order(behind))
        start = f"{first}, {self._subject_after(first)}" if first else self._closed()
        return capitalised(tidy(_line(start, group.finite, rest)))

    def begins(self) -> str:
        """How a statement begins, as inside a sentence: *iron*, *in spring*."""
        return self._front(self.kept()[0]) or self._closed()

    def predicate(self, without: Collection[Part] = (), *, plural: bool | None = None) -> str:
        """Verb and parts as a statement has them, without what stands in front."""
        _, behind = self.kept(without)
        return tidy(_line(self.group(plural).finite, *self._in_order(behind)))

    def _in_order(self, parts: Collection[Part]) -> list[str]:
        """Parts one after the other; those that lie in one another are said as one."""
        merged: list[tuple[Part, list[int]]] = []
        for part in parts:
            more = self.part_words(part)
            if merged and more and merged[-1][1] and min(more) < max(merged[-1][1]):
                merged[-1] = merged[-1][0], sorted({*merged[-1][1], *more})
            else:
                merged.append((part, more))
        return [_apart(first, self.tree.say(some, self.around)) for first, some in merged]

    def ask_subject(self, wh: str = "What", *, plural: bool = False) -> str:
        """*What stimulates arousal?*"""
        front, _ = self.kept()
        return _question(self._front(front), wh, self.predicate(plural=plural))

    def ask_agent(self, wh: str, agent: Part, *, plural: bool = False, past: bool = False) -> str:
        """*What controls muscles?* of muscles that are controlled by something.

        What stands right before the agent goes to the verb: *what mainly controls* of *are
        controlled mainly by*.

        Args:
            plural: Does *wh* ask for several, as *which nerves* does?
            past: Was it done once, whatever the clause says (*the lamp, invented by Davy, is …*)?

        Returns:
            Empty where the verb has no simple active: *is being controlled*.
        """
        verb = self._active(plural=plural, past=past)
        if not verb:
            return ""
        front, behind = self.kept([agent])
        near = [p for p in behind if self._shades(p, agent)]
        first = self._front(front)
        rest = self.told([p for p in behind if p not in near], f"{first} {self.subject}")
        said = _line(*map(self.part, near), verb)
        return _question(first, wh, _line(said, self._subject_after(first), *rest))

    def _shades(self, part: Part, agent: Part) -> bool:
        """*held together largely by tar*: what largely holds it together."""
        beside = part.role == "advmod" and part.words[-1] == agent.words[0] - 1
        return beside and not self.clause.negated and self.tree.lemma(part.head) in SHADES_AGENT

    def _active(self, *, plural: bool, past: bool = False) -> str:
        """*primarily controls* for *is primarily controlled*, of agents of a number; or empty."""
        clause, tree = self.clause, self.tree
        if not clause.passive or clause.inner is not None or clause.partner is not None:
            return ""
        lemma = base_form(tree, clause.verb)
        auxes = [a for a in clause.auxes if tree.lemma(a) != "be"]
        been = len(clause.auxes) - len(auxes)
        if been > 1 or len(auxes) > 1 or tree.kid(clause.verb, "mark") is not None:
            return ""
        if auxes:
            aux = _agreeing(tree, auxes[0], many=plural)
            form = lemma if tree.words[auxes[0]].xpos == "MD" else inflect(lemma, "VBN")
            return _line(aux, self._adverbs(), form)
        past = past or self.past or any(tree.words[a].xpos == "VBD" for a in clause.auxes)
        past = past or (not clause.auxes and self._past())
        return _line(self._adverbs(), inflect(lemma, "VBD") if past else present(lemma, plural))

    def ask(self, wh: str, asked: Collection[Part], *, strand: str = "") -> str:
        """Ask for one or more parts: *What does exercise stimulate?*

        Args:
            wh: "What", "By how much", "Why" …
            asked: The parts that the answer gives.
            strand: A preposition left at the end.
        """
        front, behind = self.kept(asked)
        group = self.group()
        if self.orders:
            group = Spoken("should", group.between, group.main, group.finite)
        first = self._front(front)
        subject = self._subject_after(first)
        inside = self._inside_object(behind)
        core = self._in_order([p for p in behind if self._is_core(p) or p in inside])
        others = [p for p in behind if not self._is_core(p) and p not in inside]
        rest = self.told(others, " ".join((first, *core)))
        if strand and rest and rest[0].split(" ", 1)[0] == strand:
            first = ", ".join(filter(None, (first, *rest)))  # not "result in in three years"
            rest = []
        whole = wh in {"What", "Whom"} or wh.startswith(("Which ", "What two things"))
        long = len(" ".join(rest).split()) >= LONG_REST or self._is_apart(strand, behind)
        if whole and strand in FRONTED and long:
            wh, strand = f"{strand.capitalize()} {wh[0].lower()}{wh[1:]}", ""
        body = _line(group.aux, subject, group.between, group.main, *core, strand, *rest)
        return _question(first, wh, body)

    def _inside_object(self, behind: Collection[Part]) -> list[Part]:
        """*flew a lamp in Norvia that hummed*: where it was stands inside what was flown."""
        objects = [self.part_words(part) for part in behind if part.role == "obj"]
        return [
            part
            for part in behind
            if part.role == "obl"
            and any(words[0] < part.words[0] and part.words[-1] < words[-1] for words in objects)
            and not any(set(part.words) & set(words) for words in objects)
        ]

    def _is_apart(self, strand: str, behind: Collection[Part]) -> bool:
        """Would a preposition stand far from its verb? *As what do cells store a bit of data?*"""
        obj = next((part for part in behind if part.role == "obj"), None)
        long = obj is not None and len(self.part_words(obj)) >= LONG_OBJECT
        return long or (obj is not None and strand == "as")

    def _is_core(self, part: Part) -> bool:
        """Does a part stand right behind the verb: *fall apart*, *depend on*?"""
        near = part.role == "advmod" and part.head == self.clause.verb + 1
        return part.role in CORE or near

    def ask_doing(self, thing: str, *asked: Part) -> str:
        """*What does the drug do to the vessels?*"""
        front, behind = self.kept(asked)
        group = self.group()
        first = self._front(front)
        verb = "do" if not self.clause.auxes else _doing(group.main, self.tree, self.clause.verb)
        rest = self.told([p for p in behind if p.role != "advmod"], first)
        body = _line(group.aux, self._subject_after(first), verb, "to", thing, *rest)
        return _question(first, "What", body)

    def told(self, parts: Collection[Part], said: str) -> list[str]:
        """Parts one after the other; a pronoun stays where its noun was just said."""
        found: list[str] = []
        for part in parts:
            around = {
                index: self.tree.words[index].text if text and text in said else text
                for index, text in self.around.items()
            }
            found.append(_apart(part, self.tree.say(self.part_words(part), around)))
            said = f"{said} {found[-1]}"
        return found

    def _subject_after(self, front: str) -> str:
        """A pronoun stays where its noun was said already: *When bones bend, what do they …*"""
        head = self.clause.subject
        if head is None or head not in self.instead or not front:
            return self._closed()
        word = self.tree.words[head].text.lower()
        said = self.instead[head].lower() in front.lower()
        return word if said and word in {"it", "they"} else self.subject

    def _closed(self) -> str:
        """The subject; a comma that opens an aside behind its noun has its second one.

        *The loom, faster than others,* and *clay and the sand below*, without a comma.
        """
        head, tree = self.clause.subject, self.tree
        before, comma, behind = self.subject.partition(", ")
        if head is None or not comma or "," in behind:
            return self.subject
        last = max((w for w in self.words if tree.words[w].upos != "PUNCT"), default=head)
        inside = [w for w in self.words if head < w < last and tree.words[w].text == ","]
        joined = tree.kids(head, "conj")
        if len(inside) != 1 or tree.words[inside[0] + 1].upos == "PROPN":
            return self.subject  # "the mills of Lyon, France"
        if len(joined) == 1 and tree.words[inside[0] + 1].upos == "CCONJ":
            return f"{before} {behind}"
        return self.subject if joined else f"{self.subject},"

    def open_nouns(
        self, asked: Collection[Part] = (), *, subject: bool = True, heads: bool = False
    ) -> tuple[str, ...]:
        """Definite nouns of a question that nothing in it explains: *the dough*.

        Args:
            asked: Parts that are not in the question.
            subject: Whether the subject is.
            heads: Look at the nouns that head a part alone: not at *the show* in *all lines of
                the show*.
        """
        front, behind = self.kept(asked)
        words = [w for part in (*front, *behind) for w in self.part_words(part)]
        if subject and self.clause.subject is not None and self.words:
            words += self.words
        chosen = set(words)
        return tuple(
            self.tree.lemma(w)
            for w in sorted(chosen & self._heads(asked, subject) if heads else chosen)
            if w not in self.instead and bare_definite(self.tree, w, chosen)
        )

    def belonging(self) -> tuple[str, ...]:
        """Nouns of the clause that are some thing's, and do not say whose: *reduces symptoms*."""
        words = {w for part in self.clause.parts for w in part.words} | {*self.words}
        found = sorted(w for w in words if w not in self.instead and is_anyones(self.tree, w))
        return tuple(self.tree.lemma(w) for w in found)

    def opens(self) -> bool:
        """Is the subject itself a noun of another thing, which only the note names?"""
        tree, head = self.tree, self.clause.subject
        if head is None or head in self.instead or tree.lemma(head) not in OF_ANOTHER:
            return False
        return bare_definite(tree, head, {*self.words})

    def names_itself(self) -> bool:
        """Does a kept part say *it* of the subject?"""
        front, behind = self.kept()
        words = {w for part in (*front, *behind) for w in self.part_words(part)}
        if any(self.tree.words[w].text.lower() in {"their", "themselves"} for w in words):
            return True  # "what is known for their role"
        return any(
            index in words and text == self.tree.words[index].text
            for index, text in self.around.items()
            if self.instead[index] == self.subject
        )

    def names_person(self) -> bool:
        """Is the subject a name such as *Ines Tolmin*, of which no answer says *it*?"""
        head = self.clause.subject
        return head is not None and self.tree.kid(head, "flat") is not None

    def points_back(self, asked: Collection[Part] = (), *, subject: bool = True) -> bool:
        """Does a question say *the car* of a car that only the note knows?"""
        tree, counted = self.tree, self.tree.lexicon.counted
        if any(n in counted for n in self.open_nouns(asked, subject=subject, heads=True)):
            return True
        inside = self._inside(asked, subject=subject)
        anyone = any(
            w not in self.instead
            and tree.lemma(w) in counted
            and rarity(tree.lemma(w)) < KNOWN
            and bare_definite(tree, w, tree.below(w))
            for w in inside
        )
        return anyone or self._happened_once() or (subject and self._is_by_unnamed())

    def _is_by_unnamed(self) -> bool:
        """*The Lund professor patented a plow*: somebody whom only the sentence before names."""
        tree, head = self.tree, self.clause.subject
        if head is None or head in self.instead or "the" not in tree.determiners(head):
            return False
        told = tree.kid(head, "nmod", "acl", "appos", "flat", "nummod", "nmod:desc", "conj")
        one = told is None and tree.words[head].xpos == "NN" and names_person(tree.lemma(head))
        was = any(tree.words[a].xpos == "VBD" for a in self.clause.auxes)
        return one and (was or self._past())

    def _happened_once(self) -> bool:
        """*Why did a plane leak fuel?*: a day that only the note tells of, without a name."""
        tree, head = self.tree, self.clause.subject
        before = any(tree.words[a].xpos == "VBD" for a in self.clause.auxes)
        if head is None or head in self.instead or not (before or self._past()):
            return False
        one = {"a", "an"} & tree.determiners(head) or any(
            tree.words[k].text.isalpha() for k in tree.kids(head, "nummod")
        )
        parts = {w for part in self.clause.parts for w in part.words} | {*self.words}
        named = any(tree.words[w].upos == "PROPN" for w in parts)
        dated = any(DATE.fullmatch(tree.words[w].text) for w in parts)
        return bool(one) and not named and not dated

    def _heads(self, asked: Collection[Part], subject: bool) -> set[int]:
        front, behind = self.kept(asked)
        found = {part.head for part in (*front, *behind)}
        if subject and self.clause.subject is not None and self.words:
            found.add(self.clause.subject)
        return found

    def _inside(self, asked: Collection[Part], *, subject: bool) -> set[int]:
        """Who does what in the clauses of a question, whose its things are, and of what."""
        tree, found = self.tree, self._heads(asked, subject)
        for part in (*self.kept(asked)[0], *self.kept(asked)[1]):
            if part.role in {"condition", "time"}:  # "when the needle leaves the cloth"
                found.update(tree.kids(part.head, "nsubj", "obj", "obl"))
        owners = {kid for head in found for kid in tree.kids(head, "nmod:poss")}
        wholes = {of for head in found if (of := tree.of(head)) is not None}
        bare = {of for of in wholes if not tree.kids(of, "amod", "compound", "nummod")}
        return found | owners | bare

    def _front(self, front: list[Part]) -> str:
        said = [self.part(part) for part in front]
        return ", ".join([self.source, *said] if self.source else said)


def _apart(part: Part, said: str) -> str:
    """An outcome behind its comma: *…, leading to dizziness*."""
    return f", {said}" if said and part.role == "result" and part.loose else said


def _line(*pieces: str) -> str:
    return " ".join(piece for piece in pieces if piece)


def _question(front: str, wh: str, body: str) -> str:
    start = f"{front}, {wh[:1].lower()}{wh[1:]}" if front else wh
    return capitalised(tidy(_line(start, body))) + "?"


def _agreeing(tree: Tree, index: int, many: bool) -> str:
    word = tree.words[index]
    text = word.text.lower()
    text = CONTRACTED.get(text, text)
    lemma = word.lemma.lower()
    if word.xpos == "MD":
        return text
    if lemma == "be":
        if word.xpos == "VBD" or text in {"was", "were"}:
            return "were" if many else "was"
        return "are" if many else "is"
    if lemma in {"have", "do"} and word.xpos in {"VBZ", "VBP"}:
        return present(lemma, many)
    return text


def _doing(main: str, tree: Tree, verb: int) -> str:
    """*do* in the form of the verb it stands for: *is … doing*, *has … done*."""
    form = inflect("do", tree.words[verb].xpos if tree.words[verb].xpos != "VBP" else "VB")
    return " ".join([*main.split()[:-1], form])


def base_form(tree: Tree, verb: int) -> str:
    """The lemma, mended where the form was taken for one or cut: *frees*, *obsoleted*."""
    lemma, word = tree.lemma(verb), tree.words[verb]
    if word.text.lower() == f"{lemma}ed" and not is_word(lemma) and is_word(f"{lemma}e"):
        return f"{lemma}e"  # an adjective made a verb: *obsoleted*
    if lemma != word.text.lower() or not lemma.endswith("s") or lemma.endswith("ss"):
        return lemma
    stems = [lemma[:-1], lemma[:-2], f"{lemma[:-3]}y"]
    known = next((base for base in stems if is_verb(base)), lemma)
    return lemma[:-1] if known == lemma and word.xpos == "VBZ" else known
