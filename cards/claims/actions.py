"""Clauses in, facts out: who does what, how, why, when, by how much."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from cards.claims.classes import class_for
from cards.claims.mentions import KNOWN
from cards.claims.passage import Passage, Place
from cards.english.causes import sign_of
from cards.english.clauses import (
    BECAUSE,
    SUBJECTS,
    Clause,
    Part,
    is_gapped,
    is_told_of_place,
    numbered_parts,
    tells_past_year,
)
from cards.english.facts import Fact
from cards.english.mending import FRONTING
from cards.english.phrases import (
    DENYING,
    SHELLS,
    dangling,
    is_plural,
    is_torn,
    name_given,
    noun_words,
    points_back,
    without_brackets,
)
from cards.english.rarity import rarest, rarity
from cards.english.speaking import Speaker
from cards.english.tree import Lexicon, Tree, describes, is_counted, is_noun, is_word
from cards.english.verbs import with_article
from cards.model import ClaimKind, Evidence, Word

PART_KINDS: dict[str, ClaimKind] = {
    "means": "means",
    "purpose": "purpose",
    "reason": "reason",
    "condition": "condition",
}
UNITS = frozenset(
    """second minute hour day week month year decade century percent percentage % degree
    meter metre kilometer kilometre mile foot inch centimeter millimeter micrometer
    nanometer gram kilogram milligram pound ounce ton tonne liter litre gallon dollar euro
    cent watt volt hertz joule calorie byte bit time fold mg kg g cm mm km m nm ml l hz
    khz mhz ghz kwh mph psi °c °f °""".split()
)


def speaks(passage: Passage, clause: Clause) -> Speaker | None:
    """The clause with a subject that stands alone; None if it has none."""
    head = clause.subject
    if head is None:
        return None
    tree = passage.tree
    words = [w for w in subject_words(tree, clause) if not _stresses(tree, w, head)]
    if len(clause.all_parts("obj")) > 1 or tree.words[head].dep == "expl":
        return None
    if clause.kind == "participle" and _is_of_this_text(passage, head):
        return None
    if not (_has_letters(tree, clause.verb) or _tells_value(clause, head)):
        return None
    pred = clause.part("pred")
    led_in = (pred is not None and pred.before) or _is_led_in(tree, head, clause.verb)
    anyone = _is_anyone(tree, head, words) and not _is_told_by(clause)
    if led_in or anyone or is_gapped(clause) or _is_narrowed(tree, head, clause.verb):
        return None
    clause = without_dangling(passage, clause)
    stands = parts_stand(passage, clause) and not _is_garbled(clause, words)
    if not stands or _denies(tree, head, clause.verb):
        return None
    if _is_dangling(passage, head, words) and not is_any_of_kind(clause, head):
        return None
    if len(words) > LONGEST_SUBJECT:
        words = without_examples(tree, words)
    text = tree.say(words, passage.instead)
    if not _can_be_said(text):
        return None
    plural = passage.plurals.get(head, is_plural(tree, head))
    agreeing = agreement(clause)
    return Speaker(
        clause,
        text,
        plural if agreeing is None else agreeing,
        passage.instead,
        tuple(words),
        past=bool(passage.year) or tells_past_year(clause),
    )


def _is_garbled(clause: Clause, subject: list[int]) -> bool:
    """Is the sentence two, or a phrase of its clause torn apart by words that are not its own?"""
    tree = clause.tree
    others = [noun_words(tree, part.head) for part in clause.all_parts("obj", "agent")]
    return _runs_on(tree) or any(is_torn(tree, phrase) for phrase in (subject, *others))


def _runs_on(tree: Tree) -> bool:
    """*is made of lamps A to C. Lamps D to F are old*: two sentences, read as one."""
    return any(
        stop.text == "."
        and after.text[:1].isupper()
        and after.head not in {before.index, before.head}  # the stop of "J. Tolmin"
        and (before.head != after.index or before.dep not in {"compound", "flat"})
        for before, stop, after in zip(tree.words, tree.words[1:], tree.words[2:], strict=False)
    )


def _is_led_in(tree: Tree, head: int, verb: int) -> bool:
    """*After school clubs need help*: no clubs of a school, whatever the preposition leads in."""
    leads = [k for k in tree.kids(head, "case") if k < head and tree.dep(head) in SUBJECTS]
    leads += [k for k in tree.kids(verb, "mark") if k < head and verb == tree.root]
    return any(tree.lemma(k) in FRONTING for k in leads)


NARROWING = frozenset("specifically namely mainly primarily chiefly mostly".split())


def _is_narrowed(tree: Tree, head: int, verb: int) -> bool:
    """*Salt, specifically rock salt, melts ice*: of the salt at all it is not said."""
    aside = [w for w in range(head + 1, verb) if tree.lemma(w) in NARROWING]
    return any(tree.words[w - 1].text in {",", "("} and w in tree.below(head) for w in aside)


def _has_letters(tree: Tree, index: int) -> bool:
    return any(letter.isalpha() for letter in tree.words[index].text)


UNIT_SIGNS = frozenset("%$€£¥₹")


def _tells_value(clause: Clause, head: int) -> bool:
    """*The share of nickel in the alloy is 8%*: so much of a unit that a noun has.

    A bare number is mostly that of one exercise: *the side opposite the angle is 4*.
    """
    tree = clause.tree
    unit = tree.words[clause.verb].text in UNIT_SIGNS
    named = tree.words[head].upos == "NOUN" and _has_letters(tree, head)
    told = tree.kid(head, "nmod", "amod", "compound") is not None
    return clause.copula and unit and named and told


def _is_of_this_text(passage: Passage, head: int) -> bool:
    """*a motor driven by steam*; "Cause: swelling produced by salt", of one illness alone."""
    tree = passage.tree
    counted = {"a", "an"} & tree.determiners(head) or tree.kid(head, "nummod") is not None
    return bool(counted) or (head == tree.root and bool(passage.place.label))


def _can_be_said(subject: str) -> bool:
    """Is a subject whole, and short enough?"""
    cut = subject.endswith((" which", " whom", " that")) or EACH_OF_ANY.match(subject)
    return bool(subject) and not cut and len(subject.split()) <= LONGEST_SUBJECT


EACH_OF_ANY = re.compile(r"(?:each|most) of (?!the|its|their|our)", re.IGNORECASE)
"""*each of arms*: of which, a pronoun said."""
LONGEST_SUBJECT = 14
"""Words of a subject that leaves room for a question."""


def without_examples(tree: Tree, words: list[int]) -> list[int]:
    """*attempts by firms like A and B to …* without the firms that are named."""
    for word in words:
        named = tree.dep(word) == "nmod" and tree.marker(word) in {"like", "such as", "including"}
        if named:
            out = {*tree.below(word)}
            out |= {w for w in words if tree.words[w].text == "," and w + 1 in out}
            words = [w for w in words if w not in out]
    return words


def is_any_of_kind(clause: Clause, head: int) -> bool:
    """*An event is a set of outcomes that …*: whatever is so called, not one of this text."""
    tree = clause.tree
    alike = all({"a", "an"} & tree.determiners(noun) for noun in (head, clause.verb))
    alone = all(tree.dep(k) in {"det", "punct"} or _narrows(tree, k) for k in tree.kids(head))
    told = any(tree.dep(w) == "acl" for w in tree.below(clause.verb))
    return clause.copula and clause.kind == "main" and alike and alone and told


def _narrows(tree: Tree, index: int) -> bool:
    """*an irrational number*: a rare word that tells one kind, unlike *a big number*."""
    named = tree.dep(index) in {"amod", "compound"} and not tree.kids(index)
    return named and rarest([tree.words[index].text]) >= TERM


def agreement(clause: Clause) -> bool | None:
    """Whether the verb itself is plural; None where its form does not tell."""
    parted = clause.kind == "relative" and _joined_behind(clause.tree, clause)
    if clause.kind not in {"main", "complement"} and not parted:
        return None
    word = clause.tree.words[clause.auxes[0] if clause.auxes else clause.verb]
    if word.xpos == "VBZ":
        return False
    if (word.xpos == "VBP" and word.lemma.lower() in {"be", "have", "do"}) or word.xpos == "VBP":
        return True
    return {"was": False, "were": True}.get(word.text.lower())


def _stresses(tree: Tree, index: int, head: int) -> bool:
    """*Rust itself is an oxide*: a word that only says that nothing else is meant."""
    own = tree.words[index].text.lower() in {"itself", "themselves"}
    return own and tree.words[index].head == head and index == head + 1


def _is_told_by(clause: Clause) -> bool:
    """*How fast glass cools is told by its thickness*: what tells it can be asked for."""
    tree, head = clause.tree, clause.owner
    asking = tree.words[head].upos == "VERB" and tree.lemma(min(tree.below(head))) == "how"
    return asking and clause.passive and clause.part("agent") is not None


ANYONE = frozenset(
    """everyone everybody someone somebody anyone anybody nobody one you we i all most many
    some few something anything nothing everything none others each""".split()
)


def _is_anyone(tree: Tree, head: int, words: list[int]) -> bool:
    """*You*, *someone*, *one of the …*, *what is called …*: names no thing to ask about."""
    first = tree.words[words[0]] if words else tree.words[head]
    if tree.lemma(head) in {"each", "most"} and tree.of(head) is not None:
        return False  # "each of the two molecules"
    if tree.words[head].text.lower() in ANYONE or first.xpos in {"WP", "WRB", "WDT"}:
        return True
    return first.text.lower() == "one" and tree.words[head].text.lower() == "one"


def _denies(tree: Tree, head: int, verb: int) -> bool:
    """*no reptile*, *hardly any bird*, *not all mushrooms*, *was once believed*."""
    once = any(tree.lemma(k) == "once" for k in tree.kids(verb, "advmod"))
    near = {
        w for k in tree.kids(head, "det", "advmod", "cc:preconj", "amod") for w in tree.below(k)
    }
    return once or any(tree.lemma(w) in DENYING for w in near)


ADJUNCTS = frozenset({"time", "manner", "obl", "advmod", "contrast"})
"""Roles of parts without which a clause stays true."""


def without_dangling(passage: Passage, clause: Clause) -> Clause:
    """The clause without additions that point outside it: *humidify the air before it …*."""
    whole = clause.part("obj", "pred", "agent", "xcomp") is not None
    kept = tuple(
        part
        for part in clause.parts
        if not (
            part.role in ADJUNCTS
            and not _is_measure(passage.tree, part)
            and (whole or part.role in {"time", "manner"})
            and dangling(passage.tree, part.words, passage.instead, known=("subject",))
        )
    )
    return clause if kept == clause.parts else replace(clause, parts=kept)


def _is_measure(tree: Tree, part: Part) -> bool:
    """*stays warm longer than a small one*: without it another thing is said."""
    return any(tree.words[w].xpos in {"JJR", "RBR"} for w in part.words) and any(
        tree.lemma(w) == "than" for w in part.words
    )


def parts_stand(passage: Passage, clause: Clause) -> bool:
    """Do the parts that any question of the clause keeps stand alone, as a question says them?

    "Casks are made of oak, the same wood as ships": what the comma cuts off is not said.
    """
    tree, said = passage.tree, Speaker(clause, "", plural=False)
    for part in clause.parts:
        if part.role in {"means", "purpose", "reason", "result", "contrast", "obj", "agent"}:
            continue
        if part.role == "obl" and part.loose and not part.before:
            continue
        if part.role == "manner" and part.before:
            continue
        if dangling(tree, said.part_words(part), passage.instead, known=("subject",)):
            return False
    return True


def subject_words(tree: Tree, clause: Clause) -> list[int]:
    """The subject's words, without the clause that modifies it."""
    head = clause.owner
    if tree.words[head].upos in {"VERB", "AUX"} and head != clause.verb:
        loose = {k for k in tree.kids(head) if tree.dep(k) in {"cc", "punct"}}
        words = without_brackets(tree, tree.below(head, without=loose))
        for rival in tree.kids(clause.verb, "nsubj", "csubj"):
            if head < rival < clause.verb:  # "Blocking sunlight": one gerund, read as two
                words = sorted({*words, *tree.below(rival)})
    else:
        words = noun_words(tree, _named_behind(tree, head))
    if clause.kind in {"relative", "participle"}:
        inner = {*tree.below(clause.verb), *_joined_behind(tree, clause)}
        only = {w for w in tree.kids(head, "advmod", "amod") if tree.lemma(w) == "only"}
        words = [w for w in words if w not in inner | only]
        if words and tree.lemma(words[0]) == "the" and len(words) == 2:
            words = _without_the(tree, clause, words)
    return words


def _joined_behind(tree: Tree, clause: Clause) -> list[int]:
    """*masts, which stand in the wind, and kites*: the masts do, of the kites it is not said."""
    later = [k for k in tree.kids(clause.owner, "conj") if k > clause.verb]
    return [w for kid in later for w in tree.below(kid)]


def _named_behind(tree: Tree, head: int) -> int:
    """*An important hormone, ghrelin, …*: the name that says which one."""
    if not {"a", "an", "another"} & tree.determiners(head):
        return head
    given = name_given(tree, head)
    if given is not None and tree.lemma(tree.words[given].head) != "name":
        return given  # but of "a monkey named Ada" the name says nothing
    named = [
        k for k in tree.kids(head, "appos") if tree.comma_before(k) and not _in_brackets(tree, k)
    ]
    bare = [kid for kid in named if tree.kid(kid, "det", "nmod:poss", "nummod", "acl") is None]
    if len(named) != 1 or not bare or tree.words[bare[0]].xpos not in {"NN", "NNP"}:
        return head
    word = tree.words[bare[0]]
    known = word.upos == "PROPN" or word.text[:1].isupper() or rarity(tree.lemma(bare[0])) >= KNOWN
    return bare[0] if known else head


def _in_brackets(tree: Tree, index: int) -> bool:
    """*ghrelin (a peptide)*: what a bracket adds."""
    first = min(tree.below(index))
    return "(" in {tree.words[w].text for w in (first, first - 1) if w >= 0}


def _without_the(tree: Tree, clause: Clause, words: list[int]) -> list[int]:
    """*ions* of *the ions released by …*; none of *the curve formed by …*: one of this text."""
    noun, lexicon = tree.words[words[-1]], tree.lexicon
    if noun.upos == "PROPN":
        return words  # "the Thames, dammed in 1912"
    if noun.xpos != "NN" or tree.lemma(noun.index) in lexicon.bare - lexicon.counted:
        return words[1:]
    return words if tree.comma_before(clause.verb) else []


def _is_dangling(passage: Passage, head: int, words: list[int]) -> bool:
    lone = passage.tree.words[head].text.lower() in {"it", "they"}
    if head == passage.whole or (lone and head not in passage.instead):
        return True
    if _is_half_said(passage.tree, head):
        return True
    return bool(dangling(passage.tree, words, passage.instead)) or (
        head in words and head not in passage.instead and points_back(passage.tree, head, words)
    )


def _is_half_said(tree: Tree, head: int) -> bool:
    """*these tin forms hold wax*, where a noun before another was read as its subject."""
    noun = tree.words[head].upos == "NOUN" and tree.kid(head, "cop") is None
    return noun and head - 1 in tree.kids(head, "nsubj")


def acts(passage: Passage, evidence: Evidence) -> Iterator[Fact]:
    """Find what each clause says of its subject."""
    for clause in passage.clauses:
        source = ""
        if clause.kind == "complement" and not _is_found(passage, clause):
            source = _according_to(passage, clause)
            if not source:
                continue
        if _is_reported(clause) or is_told_of_place(clause):
            continue
        speaker = speaks(passage, clause)
        if speaker is None:
            continue
        speaker = replace(speaker, source=source)
        said = _whole_said(passage, clause)
        if clause.kind != "adverbial":
            yield from _told(passage, speaker, evidence, said)
            continue
        yield from _but_purpose(facts_of(passage, speaker, evidence))
        said = last_statement(passage) if _follows(clause) and _is_of_all(clause) else ""
        if said:
            yield from _but_purpose(_told(passage, speaker, evidence, said))


def _but_purpose(facts: Iterator[Fact]) -> Iterator[Fact]:
    """A participle's purpose is the main verb's: *…, pulling thread to wind the bobbin*."""
    return (fact for fact in facts if fact.kind != "purpose")


def _told(passage: Passage, speaker: Speaker, evidence: Evidence, said: str) -> Iterator[Fact]:
    """The facts of a clause, of *this* where a sentence is said before."""
    if said:
        speaker = replace(speaker, subject="this", plural=False, words=())
    return (replace(fact, intro=said) for fact in facts_of(passage, speaker, evidence))


def _is_of_all(clause: Clause) -> bool:
    """*It is rare because frost kills seed, preventing …*: that follows from the killing alone.

    What stands behind a deed that is the reason may follow from this deed, too.
    """
    tree, verb = clause.tree, clause.tree.words[clause.verb].head
    inside = {
        w
        for kid in tree.kids(verb, "obl", "advcl")
        if verb < kid < clause.verb and tree.marker(kid) in BECAUSE
        for w in tree.below(kid)
    }
    done = any(tree.words[w].upos == "VERB" for w in inside)
    while tree.dep(verb) == "conj":
        verb = tree.words[verb].head
    return verb == tree.root and not done


AFTERMATH = frozenset(
    """lower stimulate trigger inhibit block suppress activate produce promote increase decrease
    lead result cause make help allow enable reduce increase prevent ensure contribute mean
    force improve limit create give provide keep lower raise boost weaken""".split()
)


def _follows(clause: Clause) -> bool:
    """Does the clause tell what comes of what was said, not more of its subject?"""
    told = clause.lemma in AFTERMATH | BEARING or bool(sign_of(clause.lemma))
    return told and (not clause.passive or clause.lemma in BEARING)


BEARING = frozenset(
    """explain require affect reinforce challenge shape change show demonstrate indicate suggest
    reveal mark redefine drive influence achieve accomplish""".split()
)
"""Verbs of which what was said can be the subject, or that can be done by a means."""


def _whole_said(passage: Passage, clause: Clause) -> str:
    """Say the main clause where a loose *which* may stand for all of it.

    "Miners breathe the dust, which leads to scars": dust, or breathing it? Asked with the whole
    said before, the question is right either way.
    """
    tree = clause.tree
    if clause.kind != "relative" or clause.lemma not in AFTERMATH or clause.subject is None:
        return ""
    noun = tree.words[clause.subject]
    if (
        tree.dep(noun.index) != "obj"
        or noun.head != tree.root
        or tree.lemma(tree.root) in {"be", "have"}
    ):
        return ""
    text = last_statement(passage)
    return "" if "which" in text.split() else text


def facts_of(passage: Passage, speaker: Speaker, evidence: Evidence) -> Iterator[Fact]:
    """The facts of one clause: itself, and one for each part that says how, why, when."""
    clause = speaker.clause
    base = Fact(
        kind="cause" if sign_of(clause.lemma) else "property",
        shape="clause",
        text=f"{speaker.statement()}.",
        evidence=evidence,
        speaker=speaker,
        plural=speaker.plural,
        classes=_classes(passage),
        topic=passage.topic,
        sure=certainty(clause),
    )
    yield base
    for part in clause.parts:
        kind = PART_KINDS.get(part.role)
        if kind is not None:
            text = f"{speaker.statement(spare=True)}."
            yield _with(base, kind, part, text)
    for part in numbered_parts(clause):
        yield _with(base, "quantity", part, base.text)
    if passage.year and clause.tree.root in {clause.verb, clause.mother}:
        yield replace(base, kind="quantity", year=passage.year)


def _with(base: Fact, kind: ClaimKind, part: Part, text: str) -> Fact:
    return replace(base, kind=kind, part=part, text=text)


def certainty(clause: Clause) -> float:
    """The least probability that the parser gives to an arc of the clause's frame."""
    words = clause.tree.words
    frame = [clause.verb, *clause.auxes]
    frame += [part.head for part in clause.parts if part.role in {"obj", "pred", "agent", "xcomp"}]
    if clause.subject is not None:
        frame.append(clause.subject)
    return min((words[i].sure for i in frame), default=1.0)


def _classes(passage: Passage) -> dict[int, str]:
    nouns = [word for word in passage.tree.words if word.upos in {"NOUN", "PROPN"}]
    found = ((w.index, class_for(passage.tree, w.index, passage.called)) for w in nouns)
    return {index: name for index, name in found if name}


def consequences(passage: Passage, evidence: Evidence) -> Iterator[Fact]:
    """Find what *This* or *This method* does, which the sentence before explains."""
    subject = passage.whole if passage.whole is not None else again_said(passage)
    if subject is None or not passage.before:
        return
    said = last_statement(passage.before[-1])
    if not said:
        return
    tree = passage.tree
    text = "this" if subject == passage.whole else tree.say(noun_words(tree, subject))
    for clause in passage.clauses:
        if clause.subject == subject and clause.kind in {"main", "conj"} and not clause.copula:
            if text == "this" and not _follows(clause):
                continue
            speaker = Speaker(clause, text, is_plural(tree, subject), passage.instead)
            if clause.part("obj", "xcomp", "obl", "agent", "means") is not None:
                yield from (replace(f, intro=said) for f in facts_of(passage, speaker, evidence))


def again_said(passage: Passage) -> int | None:
    """The noun of *this method* that stands for what was just said; its word number."""
    if passage.again is None or not passage.before or passage.again in passage.instead:
        return None
    noun = passage.tree.lemma(passage.again)
    said = last_statement(passage.before[-1])
    return passage.again if noun in DOINGS or (said and _tells(said, noun)) else None


DOINGS = frozenset(
    """process method technique procedure mechanism reaction conversion change increase decrease
    reduction rise effect phenomenon approach practice action shift transformation
    combination interaction""".split()
)
"""Nouns that only say that something was done."""
STEM = 5
"""Letters that *protection* and *protects* share."""


def _tells(said: str, noun: str) -> bool:
    """*Trade shifts. What does this shift raise?*"""
    return len(noun) >= STEM and noun[:STEM] in said.lower()


LONGEST_INTRO = 15
"""Words of a sentence said before a question, so that both stay under 25."""


def last_statement(passage: Passage) -> str:
    """The main clause of a sentence as it can be said alone; empty if it cannot."""
    speaker = last_speaker(passage)
    text = speaker.statement() if speaker is not None else ""
    return text if 3 <= len(text.split()) <= LONGEST_INTRO else ""


def last_speaker(passage: Passage) -> Speaker | None:
    """The main clause of a sentence where it can be said alone."""
    tree = passage.tree
    if tree.sentence.text.rstrip().endswith(":"):
        return None
    main = (c for c in passage.clauses if c.kind == "main" and c.verb == tree.root)
    clause = next(main, None)
    speaker = speaks(passage, clause) if clause is not None else None
    if clause is None or speaker is None or clause.lemma in REPORTING or speaker.points_back():
        return None
    words = [w for part in clause.parts for w in part.words]
    loose = dangling(tree, words, passage.instead, known=("subject",))
    return None if loose else speaker


THINKING = frozenset({"consider", "remember", "note", "imagine", "think", "see"})
"""Orders to the reader, not for the work."""


def _told_in_numbers(clause: Clause) -> list[Part]:
    """How long or at what degree something is to be done."""
    numbers = [part for part in numbered_parts(clause) if part.role == "obl"]
    return numbers + [part for part in clause.parts if part.marker in {"until", "till"}]


def advises(passage: Passage, evidence: Evidence) -> Iterator[Fact]:
    """Find what an imperative tells to do, and why, how or when."""
    tree = passage.tree
    for clause in passage.clauses:
        if not _orders(clause) or _in_another(clause):
            continue
        if clause.part("obj") is None and not any(ends(tree, p) for p in clause.parts):
            continue
        speaker = Speaker(clause, "you", True, passage.instead, orders=True)
        base = Fact(
            kind="advice",
            shape="clause",
            text=f"{speaker.predicate()}.",
            evidence=evidence,
            speaker=speaker,
            topic=passage.topic,
            sure=certainty(clause),
        )
        for kind, part in _advice(clause):
            if clause.part("obj") is None and not ends(tree, part):
                continue
            others = [w for other in clause.parts if other is not part for w in other.words]
            own = () if part.marker in {"until", "till"} or kind in SAID_APART else part.words
            if not dangling(tree, (*others, *own), passage.instead, known=()):
                yield replace(base, kind=kind, part=part)


def ends(tree: Tree, part: Part) -> bool:
    """*Boil until the roots are soft*: does a part tell when to stop, and of what?"""
    thing = tree.kid(part.head, "nsubj")
    told = part.marker in {"until", "till"} and not part.before and thing is not None
    several = any(
        tree.dep(w) == "conj" and tree.words[w].upos != "ADJ" for w in tree.below(part.head)
    )
    return told and not several and thing is not None and tree.words[thing].upos == "NOUN"


SAID_APART = frozenset({"reason", "condition"})
"""Kinds of which the part is a clause of its own: its writer looks whether it stands."""


def _orders(clause: Clause) -> bool:
    """Is a clause an imperative?"""
    tree = clause.tree
    word = tree.words[clause.verb]
    if clause.subject is not None or clause.kind not in {"main", "conj"}:
        return False
    if any(tree.lemma(aux) != "do" for aux in clause.auxes) or (
        clause.negated != bool(clause.auxes)
    ):
        return False
    if word.xpos not in {"VB", "VBP"} or word.upos != "VERB":
        return False
    return tree.words[tree.root].xpos in {"VB", "VBP"} and clause.lemma not in THINKING


def _in_another(clause: Clause) -> bool:
    """*do not wait to finish*: the object is that of another verb."""
    return clause.negated and clause.inner is not None


def _advice(clause: Clause) -> Iterator[tuple[ClaimKind, Part]]:
    """The parts of an imperative that can be asked for, and what each tells."""
    numbers = _told_in_numbers(clause)
    for part in clause.parts:
        if part.role == "reason":
            yield "reason", part
        elif clause.negated:
            continue
        elif part in numbers or _is_amount(clause.tree, part):
            yield "advice", part
        elif part.role in {"condition", "means"}:
            yield ("condition" if part.role == "condition" else "means"), part
        elif part.role == "purpose" or _is_aim(clause, part):
            yield "purpose", part


OUTCOMES = frozenset({"ensure", "prevent", "allow", "avoid"})
"""Verbs whose participle tells what an order is for."""


def _is_amount(tree: Tree, part: Part) -> bool:
    """*about 7 ounces of cheese*"""
    inner = tree.kid(part.head, "nmod") if part.role == "obj" else None
    if inner is None or tree.kid(part.head, "nummod") is None or tree.marker(inner) != "of":
        return False
    return tree.kid(inner, "det", "conj") is None and not is_plural(tree, inner)


def _is_aim(clause: Clause, part: Part) -> bool:
    """*…, preventing lumps*, *use bread flour for a chewier dough*."""
    tree, obj = clause.tree, clause.part("obj")
    if part.role == "result":
        return tree.lemma(part.head) in OUTCOMES
    if part.marker != "for" or obj is None or part.head < obj.head or part.before or part.loose:
        return False
    return any(
        tree.words[k].xpos in {"JJR", "JJS"} or tree.lemma(k) in {"optimal", "even", "easy"}
        for k in tree.kids(part.head, "amod")
    )


def labelled(passage: Passage, evidence: Evidence) -> Iterator[Fact]:
    """Find what a fragment says of its label: "**Moths**: Pollinate at night"."""
    subject, label = label_term(passage), passage.place.label_tree
    if not subject or label is None or passage.position > 0:
        return
    tree = passage.tree
    root = tree.words[tree.root]
    code = _code_label(passage.place)
    plural = is_plural(label, label.root) and not code
    whole = bool(code) or rarest(subject.split()) >= TERM
    for clause in passage.clauses:
        if clause.subject is not None or clause.kind not in {"main", "conj"} or root.upos != "VERB":
            continue
        if not _opens_line(clause) and not (clause.kind == "conj" and _is_finite(clause)):
            continue
        if tree.words[clause.verb].xpos == "VBN" and not clause.auxes:
            clause = replace(clause, passive=True)  # noqa: PLW2901
        speaker = Speaker(clause, subject, plural, passage.instead)
        for fact in facts_of(passage, speaker, evidence):
            yield replace(fact, labelled=whole)


def _is_finite(clause: Clause) -> bool:
    """*absorbs*, *used*, *may absorb*: a verb that wants a subject before it."""
    words = clause.tree.words
    if clause.auxes:
        return words[clause.auxes[0]].xpos in {"VBZ", "MD"}
    return words[clause.verb].xpos in {"VBZ", "VBN"}


def _opens_line(clause: Clause) -> bool:
    first = min((clause.verb, *clause.auxes))
    return clause.kind == "main" and first <= LATEST and _is_finite(clause)


LATEST = 2
"""Words that stand before the verb of a line at most: *often*."""
TERM = 0.5
"""Rarity from which a label is a term, of which all that its line says can be asked."""
ASPECTS = SHELLS | frozenset(
    """note tip warning caution exception context background history origin definition
    meaning overview summary testing color colour cost price size weight shape speed time
    location requirement recommendation ingredient equipment preparation usage use
    application implication consequence outcome impact outlook strength weakness pro con
    criticism conclusion takeaway key importance significance intro introduction common
    general current future past basis status ascent descent habitat diet lifespan nickname
    appearance taste texture smell etymology pronunciation legacy fame reception headquarters
    performance applicability popularity availability whereabouts""".split()
)


def label_thing(passage: Passage) -> str:
    """The label of the block where it names a thing; empty where it names an aspect."""
    tree = passage.place.label_tree
    if tree is None or not passage.place.label:
        return ""
    code = _code_label(passage.place)
    if code:
        return code
    words = [w for w in tree.words if w.upos != "PUNCT"]
    root = tree.words[tree.root]
    if any(w.text in {",", "/", "&", "vs", "vs."} for w in tree.words):
        return ""
    if not passage.place.label[0].isalnum() and not passage.place.label.startswith(('"', "“")):
        return ""  # "-L flag" loses its dash
    if not 1 <= len(words) <= 5 or root.upos not in {"NOUN", "PROPN"}:
        return ""
    if root.lemma.lower() in ASPECTS or any(_no_name(tree, w) for w in words):
        return ""
    if any(w.lemma.lower() in ASPECTS and w.upos == "NOUN" for w in words):
        return ""
    if len(words) == 1 and _says_the_same(root, passage.tree):
        return ""
    return "" if len(words) == 1 and _only_describes(root.text) else unlabelled(tree)


def _says_the_same(label: Word, tree: Tree) -> bool:
    """*Association: Associated with …*: the label is the deed, not what does it."""
    start = label.text.lower()[:SAME_START]
    verb = tree.words[tree.root]
    same = len(start) == SAME_START and verb.text.lower().startswith(start)
    return same and verb.upos == "VERB" and tree.kid(tree.root, "nsubj") is None


SAME_START = 5
"""Letters in which a noun and its verb agree: *association*, *associated*."""


def _code_label(place: Place) -> str:
    """A label that is code, as it stands: *chmod*, *w-16*."""
    spans = [s for s in place.block.spans if s.kind == "code" and s.end <= place.block.label]
    texts = [place.block.text[s.start : s.end] for s in spans]
    return texts[0] if texts == [place.label] and any(c.isalpha() for c in texts[0]) else ""


def _no_name(tree: Tree, word: Word) -> bool:
    """A word that names of things do without, but for *export-led growth* and *RAID 5*."""
    if word.upos == "VERB":
        joined = word.xpos == "VBN" and tree.words[max(0, word.index - 1)].text == "-"
        return not joined and not _tells_which(tree, word)
    if word.upos == "NUM":
        return word.index == 0 or word.head > word.index
    return word.upos == "PRON"


def _tells_which(tree: Tree, word: Word) -> bool:
    """*Flying shuttle*: one of several shuttles."""
    before = word.dep in {"amod", "compound"} and word.index + 1 == word.head == tree.root
    return before and word.xpos == "VBG" and is_counted(tree.words[word.head].text.lower())


def _only_describes(word: str) -> bool:
    """*Myotoxic*, *robust*: what is so, the label does not say."""
    low = word.lower()
    return not is_noun(low) and (describes(low) or low.endswith(("ic", "ous", "ive")))


def label_term(passage: Passage) -> str:
    """The thing of a label as a sentence has it: *a sample*, where it can be counted."""
    term, label = label_thing(passage), passage.place.label_tree
    if not term or label is None or term == _code_label(passage.place):
        return term
    root = label.words[label.root]
    if label.words[0].upos == "ADP":
        return ""  # "Around room temperature: a broad hump"
    term = term if _stays_titled(label) else inside_sentence(term, label.lexicon)
    if root.xpos not in {"NN", "NNP"} or label.kids(label.root, "det", "nmod:poss"):
        return term
    lexicon, lemma = label.lexicon, root.text.lower()
    counted = lexicon.counts(lemma) and (lemma in lexicon.counted or not root.text.isupper())
    if counted and _is_name(label):
        return f"the {term}" if _takes_the(term) else term
    return with_article(term) if counted else term


def noun_with_participle(passage: Passage) -> int | None:
    """The noun of "**Convection**: heat carried along by a fluid", which is no sentence."""
    tree = passage.tree
    root, thing = tree.words[tree.root], tree.kid(tree.root, "nsubj")
    if passage.position > 0 or thing is None or not label_thing(passage):
        return None
    if tree.words[thing].upos != "NOUN" or tree.kid(thing, "det", "nmod:poss", "conj") is not None:
        return None
    if tree.kid(root.index, "aux", "cop", "obj", "xcomp", "ccomp") is not None:
        return None
    between = tree.words[thing + 1 : root.index]
    near = all(word.upos == "ADV" for word in between) or between[-1].text == ","
    done = any(tree.marker(kid) == "by" for kid in tree.kids(root.index, "obl"))
    loose = root.xpos == "VBD" and (done or tree.words[0].text.islower())
    return thing if thing < root.index and near and (root.xpos == "VBN" or loose) else None


def _is_name(label: Tree) -> bool:
    """*Tolmo*, *Tolmo earthquake*; no *Papillary carcinoma*, *Flying shuttle*."""
    small = label.lexicon.small
    named = [w for w in label.words if w.text.istitle() and not small(w.text)]
    return _stays_titled(label) or any(w.upos == "PROPN" and w.dep != "amod" for w in named)


def _takes_the(name: str) -> bool:
    """*Tolmo earthquake*, *National Reading Panel*; not *Tolmo*, *Tolmo Castle*, *Ada Cook*."""
    last = name.rsplit(maxsplit=1)[-1]
    return " " in name and BY_ITSELF.search(name) is None and is_noun(last.lower())


BY_ITSELF = re.compile(
    r"['’]s |(?i:syndrome|disease|disorder|virus|island|lake|mount|city|town|village|county|street"
    r"|road|avenue|square|park|garden|castle|palace|house|hall|abbey|cathedral|church|chapel"
    r"|school|college|university|hospital|airport|station|bridge|beach|bay|hill|valley|cheese"
    r"|theorem)$"
)
"""What a name ends in that stands without *the*."""


def unlabelled(tree: Tree) -> str:
    """A label in Title Case as it is spelt inside a sentence."""
    instead = {w.index: w.text for w in tree.words} if _stays_titled(tree) else {}
    if _is_titled(tree) and not instead:
        instead = {w.index: tree.lexicon.unstarted(w) for w in tree.words if w.upos != "PUNCT"}
    return tree.say(range(len(tree.words)), instead)


def _is_titled(label: Tree) -> bool:
    words = [w for w in label.words if w.upos != "PUNCT"]
    return len(words) > 1 and all(w.text[:1].isupper() or len(w.text) < 4 for w in words)


def _stays_titled(label: Tree) -> bool:
    """*National Reading Panel*: a name, where the other labels are not written so."""
    named = _is_titled(label) and any(w.text.istitle() and len(w.text) > 3 for w in label.words[1:])
    return named and not label.lexicon.titled


def inside_sentence(label: str, lexicon: Lexicon) -> str:
    """*Next-Generation sequencing* or *Hypotenuse* as a sentence has them: words of a title.

    A word that the dictionary lacks, or that the note never writes small but big, is a name.
    """
    words = label.split()
    small = [len(word) > 1 and lexicon.small(word) for word in words]  # no "o horizon"
    if not all(small) and not (words and words[0].islower() and is_word(words[0])):
        return label
    return " ".join(w.lower() if ok else w for w, ok in zip(words, small, strict=True))


REPORTING = frozenset(
    """say state note explain discuss describe mention emphasize emphasise highlight argue
    suggest claim believe think report observe stress point recommend advise share recount
    reflect talk advocate acknowledge express remark ask assert""".split()
)


SOURCES = frozenset(
    {
        "study",
        "research",
        "evidence",
        "datum",
        "data",
        "experiment",
        "survey",
        "researcher",
        "scientist",
    }
)


def _is_found(passage: Passage, clause: Clause) -> bool:
    """*Studies show that …*: what they show may be said without them."""
    tree = passage.tree
    saying = tree.words[clause.verb].head
    if saying != tree.root or tree.lemma(saying) not in {"show", "find", "reveal", "demonstrate"}:
        return False
    subject = tree.kid(saying, "nsubj")
    if subject is None or tree.lemma(subject) not in SOURCES or _negative(tree, saying):
        return False
    modal = any(tree.words[k].xpos == "MD" for k in tree.kids(saying, "aux"))
    return not modal and tree.kid(subject, "det", "nmod", "acl", "nummod") is None


def _according_to(passage: Passage, clause: Clause) -> str:
    """*Huberman suggests that …*: who says it, for a question that keeps it."""
    tree = passage.tree
    saying = tree.words[clause.verb].head
    if saying != tree.root or tree.lemma(saying) not in REPORTING | {
        "show",
        "find",
        "indicate",
        "reveal",
    }:
        return ""
    if tree.kid(saying, "aux") is not None or _negative(tree, saying):
        return ""
    subject = tree.kid(saying, "nsubj")
    if subject is None:
        return ""
    word = tree.words[subject]
    if word.upos != "PROPN" and word.lemma.lower() not in SOURCES:
        return ""
    words = noun_words(tree, subject)
    if dangling(tree, words, passage.instead) or len(words) > 6:
        return ""
    names = {w: tree.words[w].text for w in words if tree.words[w].upos == "PROPN"}
    return f"according to {tree.say(words, {**names, **passage.instead})}"


def _negative(tree: Tree, verb: int) -> bool:
    return any(tree.lemma(k) in DENYING | {"once"} for k in tree.kids(verb, "advmod"))


def _is_reported(clause: Clause) -> bool:
    """*Smith explains that …*: talk, not a fact; what a theory says is one."""
    if clause.copula or clause.passive or clause.lemma not in REPORTING:
        return False
    return not (clause.lemma in THEORIES_DO and _is_theory(clause))


THEORIES_DO = frozenset({"suggest", "state", "say", "claim", "assert"})
THEORIES = frozenset(
    """theory hypothesis law principle theorem model effect rule equation paradox argument
    thesis doctrine conjecture axiom philosophy""".split()
)


def _is_theory(clause: Clause) -> bool:
    """*The theory suggests that …*, where the clause says only that."""
    told = clause.part("ccomp") is not None and clause.part("obj", "xcomp") is None
    return told and clause.subject is not None and clause.tree.lemma(clause.subject) in THEORIES
