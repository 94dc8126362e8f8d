"""What a thing is, and what it is called."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import Final

from cards.claims.actions import certainty, is_any_of_kind, label_term, speaks
from cards.claims.attributes import ASPECTS, HOW_OFTEN
from cards.claims.passage import Passage
from cards.english.abbreviations import SMALL, singular, spells, stands_for
from cards.english.clauses import Clause, Part
from cards.english.facts import Fact
from cards.english.phrases import (
    EXAMPLES,
    OF_WHAT,
    SHELLS,
    bare_definite,
    dangling,
    is_plural,
    noun_words,
    points_back,
    trimmed,
)
from cards.english.rarity import rarest, rarity
from cards.english.speaking import Speaker
from cards.english.thesaurus import can_be_touched, names_piece, relation
from cards.english.thesaurus import is_word as is_known
from cards.english.tree import DASHES, Lexicon, Tree, is_noun, is_word
from cards.english.verbs import capitalised, with_article
from cards.model import Evidence, Word

CALLED = frozenset({"call", "know", "term", "name", "refer", "dub", "define"})
EMPTY_CLASSES = SHELLS | frozenset(
    """way key tool topic lot thing must matter challenge cornerstone foundation reminder""".split()
)


def is_a(passage: Passage, evidence: Evidence) -> Iterator[Fact]:
    """Find "*X* is a *class that …*"."""
    for clause in passage.clauses:
        pred = clause.part("pred")
        if (
            clause.subject is None
            or not clause.copula
            or pred is None
            or clause.kind == "complement"
            or _is_aside(passage.tree, clause.verb)
            or _only_begins(passage.tree)
            or clause.negated
        ):
            continue
        speaker = speaks(passage, clause)
        if speaker is not None and passage.tree.words[pred.head].upos == "VERB":
            yield from _aim(passage, evidence, speaker, pred)
            continue
        if speaker is None or not _names_class(passage.tree, pred):
            continue
        told = _trimmed_class(passage.tree, pred.head, speaker.part_words(pred))
        front, _ = speaker.kept()
        known = not front and _is_known(passage.tree, clause.owner, pred.head)
        if known or _tells_nothing(passage.tree, pred.head, told):
            continue
        meaning = passage.tree.say(told, passage.instead)
        told_on = _is_told_on(passage, clause, pred)
        if (told_on or _is_generic(passage.tree, clause)) and len(meaning.split()) >= 3:
            fact = _definition(passage, evidence, speaker.subject, meaning, speaker.plural, clause)
            fact = replace(fact, shape=TOLD_ON) if told_on else fact
            yield replace(fact, front=", ".join(speaker.part(p) for p in front))


PART_OF_NAME = frozenset({"compound", "flat"})
TOLD_ON: Final = "told on"
"""Shape of what a thing is by a sentence that says *it*, before all of the note is read."""


def one_meaning(facts: Sequence[Fact]) -> Iterator[Fact]:
    """The facts, those told on only where the note says nowhere else what the thing is."""
    said = {fact.term.lower() for fact in facts if fact.shape == "meaning"}
    for fact in facts:
        if fact.shape != TOLD_ON:
            yield fact
        elif fact.term.lower() not in said:
            said.add(fact.term.lower())
            yield replace(fact, shape="meaning")


def _is_told_on(passage: Passage, clause: Clause, pred: Part) -> bool:
    """*Wash the quoin. It is a block that …*: what the sentence before names is any of its kind."""
    tree, said = passage.tree, passage.instead.get(clause.owner, "")
    if tree.words[clause.owner].text.lower() not in {"it", "they"} or not said or " and " in said:
        return False
    near = passage.before[-1].tree if passage.before else tree
    names = [w for w in near.words if w.upos in {"NOUN", "PROPN"} and w.dep not in PART_OF_NAME]
    if not names or any(w.text.lower() not in said.lower() for w in names):
        return False  # "Cortisol shrinks the thymus. It is a gland that …"
    told = tree.kid(pred.head, "nmod", "acl") is not None and tree.lemma(pred.words[0]) != "about"
    return told and clause.tag != "VBD" and tree.determiners(pred.head) <= {"a", "an"}


def _only_begins(tree: Tree) -> bool:
    """*Attention is a skill that serves two ends:*: what it is, the list tells."""
    if not tree.sentence.text.rstrip().endswith(":"):
        return False
    last = [w for w in tree.words if w.upos != "PUNCT"][-1]
    counted = tree.kid(last.index, "nummod") is not None
    return last.upos == "NOUN" and (counted or last.lemma.lower() in SHELLS)


def _tells_nothing(tree: Tree, kind: int, told: Collection[int]) -> bool:
    """*Red is always the live wire*, *a kettle is an object with no lid*."""
    how = {tree.lemma(k) for k in tree.kids(kind, "advmod")} & AT_TIMES
    return bool(how) or _is_any_thing(tree, kind, told)


AT_TIMES = frozenset("always never still now once".split())


def _is_known(tree: Tree, thing: int, kind: int) -> bool:
    """*Sand is the filler in mortar*: a stuff of every day by itself, and what it is to another."""
    noun = tree.lemma(thing)
    alone = tree.kid(thing, "amod", "compound", "nmod", "acl", "appos") is None
    if not alone or not tree.say([thing]).islower() or not can_be_touched(noun):
        return False
    if tree.lemma(kind) in TO_ANOTHER:
        return rarity(noun) < READ_OF
    one = any(tree.lemma(k) in ONE_OF_ITS_KIND for k in tree.kids(kind, "amod"))
    # "a drum is a skin stretched by a hoop"
    one = one or any(tree.dep(w).startswith("acl") for w in tree.below(kind))
    known = rarity(noun) < EVERYDAY and not one  # "sand is the usual filler" is asked for sand
    return known and relation(noun, tree.lemma(kind)) not in {"near", "same"}


ONE_OF_ITS_KIND = frozenset(
    "usual ordinary preferred customary only first main primary standard".split()
)
EVERYDAY = 0.5
"""Rarity under which a thing is known to all: *iron*, *copper*, *bread*."""
READ_OF = 0.85
"""Rarity under which most readers know what a stuff is: *zinc*."""
TO_ANOTHER = frozenset(
    """cofactor coenzyme precursor derivative substrate metabolite product byproduct by-product
    ingredient constituent catalyst conductor insulator carrier""".split()
)
"""Nouns of what a stuff is to another one or does well."""


def _is_any_thing(tree: Tree, kind: int, told: Collection[int]) -> bool:
    """*an object with no lid*: all that is said is that it is a thing, or what it lacks."""
    narrowing = [k for k in tree.kids(kind, "acl", "nmod", "amod", "compound") if k in told]
    lacks = [k for k in narrowing if "no" in tree.determiners(k) or tree.marker(k) == "without"]
    if len(narrowing) == len(lacks):
        return bool(lacks)
    return tree.lemma(kind) in ANY_THING and tree.kid(kind, "acl") not in told


ANY_THING = frozenset("object item entity".split())


def _is_aside(tree: Tree, verb: int) -> bool:
    """*felts (where the main fibre is wool)*: what a bracket tells is no definition."""
    first = min(tree.below(verb))
    return tree.words[verb].dep in {"acl:relcl", "parataxis"} and "(" in {
        tree.words[first].text,
        tree.words[first - 1].text,
    }


def _trimmed_class(tree: Tree, head: int, words: list[int]) -> list[int]:
    """A class without its last additions, but with the clause that alone narrows it.

    "A defect where sight is lost in …" is no more than *a defect* without it, but "a ridge of
    rubble that …" is.
    """
    short = trimmed(tree, head, words, LONGEST_MEANING)
    narrows = next((k for k in tree.kids(head, "acl") if not tree.comma_before(k)), None)
    lost = narrows in words and narrows not in short and tree.of(head) is None
    return words if lost else short


LONGEST_MEANING = 20
"""Words of what a thing is from which the last additions go."""
MEANING = {"refer": ("to",), "mean": (), "denote": (), "describe": (), "define": ("as",)}
"""Verbs of definition and the preposition before what they define."""


def means(passage: Passage, evidence: Evidence) -> Iterator[Fact]:
    """Find "*Zoom* refers to *the ability to …*"."""
    tree = passage.tree
    for clause in passage.clauses:
        part = _meaning_part(clause)
        speaker = speaks(passage, clause) if part is not None else None
        if speaker is None or part is None or part.before or _is_aside(tree, clause.verb):
            continue
        term = TERM_SAID.fullmatch(speaker.subject)
        if not _is_meaning(clause, part, said_as_term=term is not None):
            continue
        words = noun_words(tree, part.head)
        if tree.words[part.head].upos == "VERB":
            words = [w for w in part.words if w not in tree.kids(part.head, "mark", "case")]
        if dangling(tree, words, passage.instead, known=("genes",)) or len(words) < 3:
            continue  # "the sum of all genes, including their alleles" stands by itself
        front, _ = speaker.kept()
        fact = _definition(
            passage,
            evidence,
            term[1] if term else speaker.subject,
            tree.say(words, passage.instead),
            is_plural(tree, part.head) and term[1].endswith("s") if term else speaker.plural,
            clause,
        )
        yield replace(fact, front=", ".join(speaker.part(p) for p in front))


def _meaning_part(clause: Clause) -> Part | None:
    """What a verb of definition says that its subject is."""
    wanted = MEANING.get(clause.lemma)
    if wanted is None or clause.subject is None or clause.copula or clause.negated:
        return None
    if clause.passive != (clause.lemma == "define") or clause.inner is not None:
        return None
    if clause.kind not in {"main", "conj"} or _is_compared(clause.tree, clause.subject):
        return None
    return clause.part("obj") if not wanted else _after(clause, wanted)


def _is_compared(tree: Tree, thing: int) -> bool:
    """*More salt means a slower rise*: that follows, and is no meaning."""
    return any(tree.words[k].xpos in {"JJR", "RBR"} for k in tree.kids(thing, "amod", "det"))


def _is_meaning(clause: Clause, part: Part, *, said_as_term: bool) -> bool:
    """Does a part tell what a kind of thing is, and not what a word says or a thing does?"""
    tree = clause.tree
    if tree.lemma(part.head) == "fact":
        return False
    if said_as_term:
        plain = not any(tree.lemma(w) == "literally" for w in tree.kids(clause.verb))
        return plain and tree.words[part.head].upos in {"NOUN", "PROPN"}
    # "the slope describes how steep it is": it does more
    narrow = clause.lemma != "describe" or bool(tree.determiners(part.head) & {"a", "an"})
    return narrow and _is_generic(tree, clause)


TERM_SAID = re.compile(
    r"the (?:term|word|phrase|expression) [\"“']([\w -]+)[\"”'](?: coined by .+)?", re.IGNORECASE
)
"""*The term "lahar" refers to …*: what a lahar is, not what the term is."""


def _after(clause: Clause, markers: tuple[str, ...]) -> Part | None:
    return next((p for p in clause.parts if p.marker in markers and p.role != "advmod"), None)


def _aim(passage: Passage, evidence: Evidence, speaker: Speaker, pred: Part) -> Iterator[Fact]:
    """*The purpose of a fuse is to break the circuit.*"""
    tree, head = passage.tree, speaker.clause.owner
    indefinite = {"a", "an", "one", "another"} & tree.determiners(head)
    if (
        indefinite
        or tree.lemma(head) not in AIMS
        or tree.marker(pred.head) != "to"
        or not (tree.kid(head, "nmod", "acl", "nmod:poss") is not None or _is_best(tree, head))
    ):
        return
    words = [w for w in pred.words if w not in _loose_words(tree, pred)]
    if dangling(tree, words, passage.instead, known=("subject",)):
        return
    meaning = tree.say(trimmed(tree, pred.head, words), passage.instead)
    yield _definition(passage, evidence, speaker.subject, meaning, speaker.plural, speaker.clause)


AIMS = frozenset(
    """aim goal purpose function objective task job role mission reason intention motivation
    step vision idea mandate""".split()
)
"""Nouns of what is to be done or reached; *the usual approach* and *the best way* are advice."""


def _is_best(tree: Tree, head: int) -> bool:
    """*the most effective approach*: one of its kind, where the topic is named."""
    return any(
        tree.words[k].xpos == "JJS"
        or tree.lemma(k) in {"main", "primary", "only", "key", "common"}
        or any(tree.lemma(a) == "most" for a in tree.kids(k, "advmod"))
        for k in tree.kids(head, "amod")
    )


def _loose_words(tree: Tree, pred: Part) -> set[int]:
    loose = [k for k in tree.kids(pred.head, "advcl", "parataxis") if tree.comma_before(k)]
    return {w for kid in loose for w in tree.below(kid)}


HOLLOW = frozenset(
    """subject form family proponent linchpin contributor supporter advocate critic source part key
    matter way lot thing reason example result one factor aspect challenge issue topic
    cornerstone foundation marker driver sign force symbol indicator indication allegory
    reflection expression manifestation extension reminder catalyst pillar step barrier
    testament opportunity advantage benefit problem concern priority staple component
    element symptom remnant culmination advancement improvement offering choice case""".split()
)
"""Classes that say what a thing does in one text, not what it is."""
WEIGHING = frozenset(
    "crucial fundamental powerful key vital essential important major significant critical".split()
)


def _names_class(tree: Tree, pred: Part) -> bool:
    word = tree.words[pred.head]
    if word.upos not in {"NOUN", "PROPN"} or pred.marker:
        return False
    if tree.kid(pred.head, "nummod") is not None:
        return False
    if any(tree.lemma(k) in {"not", "n't"} for k in tree.kids(pred.head)):
        return False
    told = tree.kids(pred.head, "acl", "nmod", "amod", "compound")
    if not _tells_kind(tree, pred.head):
        return False
    if any(tree.lemma(k) in WEIGHING for k in tree.kids(pred.head, "amod")):
        return tree.kid(pred.head, "acl") is not None
    return bool(told)


def _tells_kind(tree: Tree, head: int) -> bool:
    """Does a noun say what kind a thing is: no *sign of wear*, no bare *technique*?"""
    if tree.lemma(head) in HOLLOW and not _tells_how(tree, head):
        return False
    return tree.lemma(head) not in EMPTY_CLASSES or tree.kid(head, "acl", "nmod") is not None


def _tells_how(tree: Tree, head: int) -> bool:
    """*a way of storing heat*, *a form of energy that travels*: a class by what stands behind."""
    inner = [k for k in tree.kids(head, "nmod", "acl") if tree.marker(k) == "of"]
    if len(inner) != 1 or tree.lemma(head) not in {"way", "form"}:
        return False
    if tree.lemma(head) == "way":
        return tree.words[inner[0]].xpos == "VBG"
    return tree.kid(inner[0], "acl") is not None


def _is_generic(tree: Tree, clause: Clause) -> bool:
    """A kind of thing, not *the* thing of this text."""
    head = clause.owner
    if tree.words[head].upos not in {"NOUN", "PROPN"} or tree.kid(head, "conj") is not None:
        return False
    if any(tree.lemma(k) == "one" for k in tree.kids(head, "nummod")) or is_amount(tree, head):
        return False
    if _is_of_another(tree, clause):
        return False
    dets = tree.determiners(head)
    bare = tree.kid(head, "nmod", "acl", "nmod:poss") is None
    if tree.lemma(head) in SHELLS and bare and not is_any_of_kind(clause, head):
        kinds = tree.kids(head, "amod", "compound")
        named = tree.kid(head, "compound") is not None and dets <= {"the"}
        rare = not dets and rarest(tree.words[k].text for k in kinds) >= TERM
        known = not dets or tree.lemma(head) in NAMED_BY_WHAT or _is_measured(tree, clause.verb)
        if not (rare or (named and known)):
            return False  # but "compulsive behaviors" and "the power rule" are known
    owners = tree.kids(clause.verb, "nmod:poss")
    pred_dets = {tree.lemma(k) for k in (*tree.kids(clause.verb, "det"), *owners)}
    pred_dets |= {det for owner in owners for det in tree.determiners(owner)}
    if clause.copula and dets & {"a", "an"} and not pred_dets & {"a", "an"}:
        told = tree.kid(clause.verb, "nmod", "acl") is not None
        if "the" not in pred_dets or not told or tree.kid(head, "amod", "nmod", "acl"):
            return False  # but "a quorum is the least number of members"
    if "the" not in dets and any(not _only_adds(clause, k) for k in tree.kids(head, "acl")):
        return False
    if clause.copula and tree.words[clause.verb].text.lower() == "one":
        return False
    return not dets & {"this", "that", "these", "those", "some", "one", "another", "each"}


def is_amount(tree: Tree, head: int) -> bool:
    """*0.2 bar*: a number and what it counts."""
    return any(k < head and tree.words[k].text[0].isdigit() for k in tree.kids(head, "nummod"))


def _is_of_another(tree: Tree, clause: Clause) -> bool:
    """*The net effect is a lower pH*, *the gold standard is the test*: of what or for what?"""
    head = clause.owner
    told = tree.kids(head, "nmod", "acl", "nmod:poss")
    if tree.determiners(head) != {"the"} or any(tree.marker(k) in OF_WHAT for k in told):
        return False
    foremost = any(tree.words[k].xpos in {"JJS", "RBS"} for k in tree.kids(head, "amod"))
    if tree.kid(head, "compound") is not None and tree.determiners(clause.verb) & {"a", "an"}:
        return False  # "the gold standard is a rule of money"
    return tree.lemma(head) in OF_ANOTHER or (foremost and not told)


OF_ANOTHER = frozenset(
    """effect result cause consequence outcome reason standard treatment therapy remedy cure test
    answer solution exception culprit producer maker supplier""".split()
)
"""Nouns that want an *of*."""


def _is_measured(tree: Tree, pred: int) -> bool:
    """*the temperature at which a liquid freezes*: what a point or a level is."""
    inner = [k for k in tree.kids(pred, "acl") for w in tree.below(k) if tree.lemma(w) == "which"]
    return "the" in tree.determiners(pred) and bool(inner) and not tree.comma_before(inner[0])


def _only_adds(clause: Clause, inner: int) -> bool:
    """*Glanders, also known as farcy, is …*: between commas, and no part of what is meant."""
    tree = clause.tree
    behind = max(tree.below(inner)) + 1
    ends = behind < len(tree.words) and tree.words[behind].text == ","
    ends = ends or tree.words[behind - 1].text == ","
    return clause.copula and inner != clause.verb and tree.comma_before(inner) and ends


NAMED_BY_WHAT = frozenset(
    "rule law effect theory principle equation hypothesis paradox theorem".split()
)
"""Nouns that with a noun before them make a name: *the power rule*."""


def _definition(
    passage: Passage, evidence: Evidence, term: str, meaning: str, plural: bool, clause: Clause
) -> Fact:
    term, sure = _with_its_article(passage, term, clause), certainty(clause)
    fact = _meaning(passage, evidence, term, meaning, plural=plural, sure=sure)
    return replace(fact, past=clause.tag == "VBD")


def _meaning(
    passage: Passage, evidence: Evidence, term: str, meaning: str, *, plural: bool, sure: float = 1
) -> Fact:
    """*Broken brick, called grog, …*: what grog is."""
    return Fact(
        "definition",
        "meaning",
        f"{capitalised(term)} {'are' if plural else 'is'} {meaning}.",
        evidence,
        term=term,
        meaning=meaning,
        plural=plural,
        topic=passage.topic,
        sure=sure,
    )


def _with_its_article(passage: Passage, term: str, clause: Clause) -> str:
    """*sample* as *a sample*, where it is a thing that can be counted."""
    tree, head = clause.tree, clause.subject
    if head is None or head in passage.instead or tree.words[head].xpos != "NN":
        return term
    if tree.kids(head, "det", "nmod:poss", "nummod") or tree.words[head].upos == "PROPN":
        return term
    if any(tree.marker(kid) == "for" for kid in tree.kids(head, "nmod")):
        return f"the {term}"
    if tree.kids(head, "amod", "compound"):
        return term  # "folic acid" is not one acid of many
    lexicon, lemma = tree.lexicon, tree.lemma(head)
    counted = lemma in lexicon.counted and lemma not in lexicon.bare
    return with_article(term) if counted else term


def apposition(passage: Passage, evidence: Evidence) -> Iterator[Fact]:
    """Find "*X*, a *class that …*, does"."""
    tree = passage.tree
    for word in tree.words:
        owner = _renamed(tree, word)
        if owner is None:
            continue
        start = min(tree.below(word.index))
        words = [w for w in noun_words(tree, owner.index) if w < start]
        words = [w for w in words if w not in tree.kids(owner.index, "advmod")]
        inner = _up_to_end(tree, word.index)
        mismatch = is_plural(tree, owner.index) and word.xpos == "NN"
        mismatch = mismatch or is_amount(tree, owner.index)
        mismatch = mismatch or _is_known(tree, owner.index, word.index)
        if mismatch or points_back(tree, owner.index, words) or not _tells_kind(tree, word.index):
            continue
        if any(dangling(tree, part, passage.instead) for part in (words, inner)):
            continue
        term, meaning = (tree.say(part, passage.instead) for part in (words, inner))
        if len(term.split()) > 6 or not 3 <= len(meaning.split()) <= 20:
            continue
        plural, sure = is_plural(tree, owner.index), min(word.sure, owner.sure)
        yield _meaning(passage, evidence, term, meaning, plural=plural, sure=sure)


def _up_to_end(tree: Tree, head: int) -> list[int]:
    """*the fear of heights—as a rule*: what stands between two dashes ends at the second.

    It ends as well where a word of the sentence around it follows: *a sugar that feeds cells,
    peak at night*.
    """
    inside = set(tree.below(head))
    ends = [
        word.index
        for word in tree.words[head:]
        if word.text in LONG_DASHES or (word.index not in inside and word.upos != "PUNCT")
    ]
    return [w for w in noun_words(tree, head) if not ends or w < ends[0]]


def _renamed(tree: Tree, word: Word) -> Word | None:
    """The noun of which an apposition says what kind of thing it is; None of other words."""
    if word.upos not in {"NOUN", "PROPN"} or word.head < 0:
        return None
    again = word.dep == "conj" and _renames(tree, word.index)
    behind = _right_behind(tree, word)
    if not again and word.dep != "appos" and behind is None:
        return None
    articles = tree.determiners(word.index)
    negated = any(tree.lemma(w) == "not" for w in tree.below(word.index))
    if stands_beside_clause(tree, word.index) or negated or _judges(tree, word.index):
        return None
    if tree.words[min(tree.below(word.index))].text == ";":
        return None  # "Inversion: Warmth rising with height; a lid that …"
    owner = behind or _owner(tree, word)
    if owner is None or owner.upos not in {"NOUN", "PROPN"} or _is_one_kind(tree, owner.index):
        return None
    if "the" in articles and not again:
        return owner if _tells_meaning(tree, owner, word) else None
    return owner if articles & ({"a", "an", "the"} if again else {"a", "an"}) else None


JUDGING = frozenset(
    """loss fact sight event group crowd trend sign habit punishment move step feat problem change
    result blow surprise success failure victory defeat disaster shame scandal mistake decision
    gesture reminder""".split()
)
"""Classes of what happens or what somebody thinks of it."""


def _judges(tree: Tree, index: int) -> bool:
    """*blocks salmon—a loss that tribes mourn*: said of what happens, not of the salmon."""
    first = min(tree.below(index))
    dashed = {tree.words[w].text for w in (first, max(first - 1, 0))} & LONG_DASHES
    return tree.lemma(index) in JUDGING and (bool(dashed) or tree.of(index) is None)


def _tells_meaning(tree: Tree, owner: Word, word: Word) -> bool:
    """*anosmia, the inability to smell*: one rare word, and all that it means."""
    if tree.kids(owner.index, "det", "nmod:poss", "nummod", "conj"):
        return False
    if is_plural(tree, owner.index) != is_plural(tree, word.index) or owner.index > word.index:
        return False
    if not _says_what(tree, word.index):
        return False
    told = [k for k in tree.kids(word.index, "acl", "nmod") if not tree.comma_before(k)]
    one = owner.upos == "NOUN" and not (owner.text[-1:] == "s" and owner.text[-2:] not in ONE_IN_S)
    rare = one and rarity(owner.lemma.lower()) >= TERM
    letters = owner.text.isupper() and len(owner.text) >= FEWEST_LETTERS
    return bool(told) and (rare or letters)


def _is_one_kind(tree: Tree, noun: int) -> bool:
    """*Steel is a hardened alloy, a mix of …*: the steel is, and not all that is hardened."""
    told = tree.kid(noun, "cop") is not None and tree.kid(noun, "amod", "compound") is not None
    return told and bool(tree.determiners(noun) & {"a", "an"})


DOINGS = frozenset(
    """inability ability loss lack absence presence process study science theory art practice use
    belief fear urge desire wish tendency growth failure removal withdrawal death fusion sum act
    ratio rate number distance time point area part opening amount speed angle length volume space
    breakdown release transfer flow spread rise fall decrease increase change
    passage""".split()
)
"""Nouns that with what stands behind them say what a thing is: *the inability to smell*."""
DOING = ("tion", "sion", "ment", "ing", "ance", "ence")
"""Endings of nouns of doing: *the formation of bone*."""
RANKING = frozenset(
    """leading main first last only chief principal primary key major final second third next top
    usual typical common classic ultimate best prime perfect favorite favourite""".split()
)


def _says_what(tree: Tree, index: int) -> bool:
    """*the study of sounds*, *the widening of vessels*; not *the leading cause of blindness*."""
    ranked = any(
        tree.words[k].xpos in {"JJS", "RBS"} or tree.words[k].text.lower() in RANKING
        for kid in tree.kids(index, "amod", "compound", "nummod")
        for k in tree.below(kid)
    )
    lemma, inner = tree.lemma(index), tree.of(index)
    if ranked or (inner is not None and tree.lemma(inner) == "choice"):
        return False
    doing = lemma.endswith(DOING) and not can_be_touched(lemma) and lemma not in NO_DOING
    return lemma in DOINGS or (doing and inner is not None)


NO_DOING = frozenset(
    """complication explanation solution foundation motivation inspiration beginning ending
    consequence evidence ring thing instance sentence population nation destination""".split()
)
"""Nouns that end as those of doing do, and tell what a thing is to others."""


ONE_IN_S = frozenset({"is", "us", "ss"})
"""Endings of one thing: rare plurals may be read as singulars, *triptans*."""
FEWEST_LETTERS = 3
"""Of a short name: *dx* is a sign of one sum."""


def _right_behind(tree: Tree, word: Word) -> Word | None:
    """The noun that a dash or a bracket parts from what it is, however that was read."""
    first = min(tree.below(word.index))
    if tree.words[first].text in BREAKS:
        first += 1
    tied = tree.kid(word.index, "case", "cc", "conj") is not None
    if word.dep not in LOOSELY_READ or first < LEAST_BEFORE or tied:
        return None
    mark, noun = tree.words[first - 1], tree.words[first - 2]
    named = noun.upos in {"NOUN", "PROPN"} and noun.dep != "conj"
    if word.dep == "appos" and noun.index in noun_words(tree, word.head):
        return None  # "the idea of a dam—a wall …": which one, others tell
    return noun if mark.text in BREAKS and named else None


LONG_DASHES = DASHES - {"-"}
BREAKS = LONG_DASHES | {"("}
LOOSELY_READ = frozenset({"appos", "obj", "obl", "parataxis", "dep"})
LEAST_BEFORE = 2
"""Words that stand before an apposition at least: a noun and the mark behind it."""


def _owner(tree: Tree, word: Word) -> Word | None:
    """The thing that an apposition renames: in *reliance on Russia, a country …*, Russia.

    None where a common noun before the comma and its head are both possible: of *levels of
    estrogen, a hormone*, the number tells.
    """
    comma = min(tree.below(word.index))
    inner = [k for k in tree.kids(word.head, "nmod") if word.head < k < comma]
    deeper = [k for k in tree.below(word.head) if word.head < k < comma and tree.dep(k) in HELD]
    if deeper and not inner:
        return None  # "resistance to fire blight, a disease", read as "to fire"
    if not inner:
        return tree.words[word.head]
    last, head = tree.words[inner[-1]], tree.words[word.head]
    other = tree.lemma(word.head) in MEASURES and head.xpos == "NNS"
    other = other and (last.xpos, word.xpos) == ("NN", "NN")
    near = tree.marker(last.index) == "of" and tree.words[last.index + 1].upos == "PUNCT"
    return last if last.upos == "PROPN" or (other and near) else None


HELD = frozenset({"obj", "obl", "nmod"})
"""Relations of nouns within a phrase that may be what an apposition renames."""
MEASURES = frozenset(
    """level dose amount concentration trace deposit store quantity secretion release production
""".split()
)
"""Nouns of how much there is of a thing, which nobody would rename: *levels of estrogen*."""


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


def happens_in(passage: Passage, evidence: Evidence) -> Iterator[Fact]:
    """Find "*cross-pollination*, where *insects carry pollen from one plant to another*"."""
    tree = passage.tree
    for clause in passage.clauses:
        where = _where(tree, clause.verb)
        noun = tree.words[clause.verb].head
        if where is None or not _is_kind_of_event(tree, noun) or not _always_so(tree, clause):
            continue
        term = tree.say([w for w in noun_words(tree, noun) if w < where], passage.instead)
        told = [w for w in tree.below(clause.verb) if w != where]
        meaning = tree.say(told, passage.instead)
        loose = dangling(tree, told, passage.instead, known=("subject",))
        if loose or not 4 <= len(meaning.split()) <= LONGEST_MEANING:
            continue
        yield Fact(
            "definition",
            "event",
            f"In {term}, {meaning}.",
            evidence,
            term=term,
            meaning=meaning,
            topic=passage.topic,
            sure=certainty(clause),
        )


def _where(tree: Tree, verb: int) -> int | None:
    """The *where* behind a comma with which a clause begins."""
    first = min(tree.below(verb))
    if tree.words[verb].dep not in {"acl:relcl", "advcl:relcl", "advcl"} or first == 0:
        return None
    first += tree.words[first].upos == "PUNCT"
    opens = tree.words[first].text == "where" and tree.words[first - 1].text == ","
    return first if opens and tree.words[verb].head < first else None


def _is_kind_of_event(tree: Tree, noun: int) -> bool:
    """*rigor mortis*, *the Doppler effect*: one rare term, no place, no name and no two."""
    word, before = tree.words[noun], [k for k in noun_words(tree, noun) if k < noun]
    plain = all(tree.dep(k) in {"amod", "compound", "det", "punct"} for k in before)
    plain = plain and not any(tree.words[k].xpos in {"VBG", "JJR", "JJS"} for k in before)
    the = tree.determiners(noun) == {"the"} and tree.lemma(noun) in NAMED_BY_WHAT | {"syndrome"}
    alone = tree.kid(noun, "conj", "nmod") is None and word.xpos == "NN" and word.upos == "NOUN"
    said = [tree.words[k].text for k in (*tree.kids(noun, "amod", "compound"), noun)]
    return plain and alone and (the or not tree.determiners(noun)) and rarest(said) >= TERM


def _always_so(tree: Tree, clause: Clause) -> bool:
    """*where pollen is carried*: of a thing that is named, not of one case or of what it is."""
    subject = clause.subject
    if subject is None or clause.copula or clause.negated:
        return False
    tags = {tree.words[k].xpos for k in (*tree.kids(clause.verb, "aux"), clause.verb)}
    modals = {tree.lemma(k) for k in tree.kids(clause.verb, "aux") if tree.words[k].xpos == "MD"}
    named = tree.words[subject].upos in {"NOUN", "PROPN"}
    return named and "VBD" not in tags and modals <= {"can", "may"}


def entry(passage: Passage, evidence: Evidence) -> Iterator[Fact]:
    """Find "**Label**: a *class that …*", as a dictionary has it."""
    term, label, tree = label_term(passage), passage.place.label_tree, passage.tree
    root = tree.words[tree.root]
    if "a" in tree.determiners(tree.root) and _is_piece(term, tree.lemma(tree.root), tree.lexicon):
        term = with_article(term)
    turning = root.xpos == "VBG" and tree.kid(root.index, "det") is not None
    if not term or passage.position > 0 or not (root.upos == "NOUN" or turning):
        return
    lemma = "" if label is None else label.lemma(label.root)
    alone = " " not in passage.place.label
    if lemma in HOW_OFTEN or (lemma in ASPECTS and alone):
        return
    if tree.kid(root.index, "cop", "nsubj", "aux", "case") is not None or root.head >= 0:
        return
    aside = {w for k in tree.kids(root.index, "advcl", "parataxis") for w in tree.below(k)}
    words = [w for w in noun_words(tree, root.index) if w not in aside]
    meaning = tree.say(words, passage.instead)
    if not _tells_class(tree, words, root.index, label) or dangling(tree, words, passage.instead):
        return
    plural = label is not None and is_plural(label, label.root)
    if label is not None and label.words[label.root].upos == "PROPN":
        one_kind = label.words[label.root].text.endswith("ss")  # "Dross: crystals that sink"
        plural = is_plural(tree, root.index) and not one_kind
    one = not is_plural(tree, root.index) and tree.lemma(words[0]) != "the"
    if plural and one:
        return
    if not 3 <= len(meaning.split()) <= 18 or _repeats(term, meaning):
        return
    yield replace(_meaning(passage, evidence, term, meaning, plural=plural), labelled=True)


def _is_piece(term: str, kind: str, lexicon: Lexicon) -> bool:
    """*heddle*, a word that no dictionary has, as the note's name of a loop or another piece."""
    unlisted = term.isalpha() and term.islower() and not is_word(term) and not is_known(term)
    return unlisted and term not in lexicon.bare and names_piece(kind)


def _tells_class(tree: Tree, words: Sequence[int], root: int, label: Tree | None) -> bool:
    """Does a noun phrase tell enough to be what its label means?"""
    if label is not None and _is_class(tree, words, root, label):
        return True
    is_term = label is not None and rarest([w.text for w in label.words]) >= TERM
    close = label is not None and is_term and _agrees(tree, root, label)
    if close and _is_told_closely(tree, words, root):
        return True
    if label is not None and _is_of_a_thing(tree, words, root, label):
        return True
    told = tree.words[root].xpos == "VBG" or any(k in words for k in tree.kids(root, "nmod", "acl"))
    return told and tree.words[words[0]].lemma.lower() in {"a", "an", "the"}


def _is_class(tree: Tree, words: Sequence[int], root: int, label: Tree) -> bool:
    """*time during which …*, *winds that …*: a class without article, of the label's number."""
    kids = [k for k in tree.kids(root, "acl", "nmod") if k in words]
    if not kids or tree.dep(kids[0]) != "acl" or tree.words[root].xpos not in {"NN", "NNS"}:
        return False
    before = [w for w in words if w < root]
    if any(tree.dep(w) not in {"amod", "compound"} for w in before):
        return False
    return is_plural(tree, root) == is_plural(label, label.root)


RARE_TERM = 0.75
"""Rarity from which a label is a term that the line behind it explains."""


def _is_of_a_thing(tree: Tree, words: Sequence[int], root: int, label: Tree) -> bool:
    """*Alopecia: loss of hair*: what there is of something, where the label is one rare word."""
    said = [w for w in label.words if w.upos != "PUNCT"]
    if len(said) != 1 or rarest([said[0].text]) < RARE_TERM or not _agrees(tree, root, label):
        return False
    inner = tree.of(root)
    before = [w for w in words if w < root]
    plain = all(tree.dep(w) in {"amod", "compound", "advmod"} for w in before)
    plain = plain and not any(tree.words[w].xpos in {"JJS", "RBS"} for w in before)
    alone = tree.kid(root, "conj") is None and tree.lemma(root) not in SHELLS
    return plain and alone and inner in words and tree.words[root].xpos == "NN"


TERM = 0.5
"""Rarity from which a label is a term: *osmosis*, not *safety*, which heads a point of a text."""


def _is_told_closely(tree: Tree, words: Sequence[int], root: int) -> bool:
    """*the analytical mind, responsible for judgement*, *balls of wool that felt together*."""
    before = [w for w in words if w < root]
    if any(tree.dep(w) not in {"amod", "compound", "det", "punct"} for w in before):
        return False
    if any(tree.words[w].xpos in {"JJR", "JJS", "RBR"} for w in before) or tree.kid(root, "conj"):
        return False
    behind = [k for k in tree.kids(root, "amod") if k > root and tree.kid(k, "obl") is not None]
    clauses = [w for w in words if tree.dep(w) == "acl"]
    return any(w in words for w in (*behind, *clauses))


def _agrees(tree: Tree, root: int, label: Tree) -> bool:
    """A name may have either number; a noun has that of what it is."""
    is_name = label.words[label.root].upos == "PROPN"
    return is_name or is_plural(tree, root) == is_plural(label, label.root)


def _repeats(term: str, meaning: str) -> bool:
    """Does a meaning use what it is to explain, or is it a name?"""
    words = meaning.split()
    named = sum(w[:1].isupper() for w in words[1:])
    last = term.lower().split()[-1].removesuffix("s")
    return named > max(1, len(words) // 3) or last in meaning.lower()


ABBREVIATION = re.compile(
    r"((?:[\w’'-]+[ -]){0,7}[\w’'-]+) \(([A-Z][A-Za-z0-9&/-]{0,9}[A-Z0-9])(s?)\)"
)


SPELT_BEHIND = re.compile(
    r"\b([A-Z][A-Za-z0-9&/-]{0,9}[A-Z0-9])(s?) "
    r"\((?:(?:short|stands?|standing) for )?(?:the )?([\w’'-]+(?:[ -][\w’'-]+){0,7})\)"
)


def abbreviation(passage: Passage, evidence: Evidence) -> Iterator[Fact]:
    """Find "brain-derived neurotrophic factor (BDNF)" and "BDNF (brain-derived …)"."""
    said = f"{evidence.quote.plain}\n{passage.tree.sentence.text}"
    found = {m[2]: (m[3], spelled_out(m[1], m[2])) for m in ABBREVIATION.finditer(said)}
    for match in SPELT_BEHIND.finditer(said):
        if stands_for(match[1], match[3]):
            found.setdefault(match[1], (match[2], match[3]))
    for short, (ending, words) in found.items():
        if not words:
            continue
        long = singular(words) if ending or _is_counted(short, passage.note.text) else words
        long += _noun_behind(long, short, said)
        yield Fact(
            "naming",
            "name",
            f"{short} stands for {long}.",
            evidence,
            term=short,
            meaning=long,
            topic=passage.topic,
        )


def _noun_behind(words: str, short: str, said: str) -> str:
    """*hypothalamic-pituitary-adrenal (HPA) axis*: what an adjective is of, in brackets."""
    last = re.split(r"[ -]", words)[-1].lower()
    behind = re.search(rf"\({re.escape(short)}\) ([a-z]+)\b", said)
    if behind is None or not last.endswith(("al", "ic", "ive", "ary")) or not is_noun(behind[1]):
        return ""
    return f" ({behind[1]})"


def _is_counted(short: str, text: str) -> bool:
    """Does a note say *a PBC* or *PBCs*?"""
    name = re.escape(short)
    return re.search(rf"\b(?:[Aa]n? {name}|{name}s)\b", text) is not None


def spelled_out(words: str, short: str) -> str:
    """The last of the words whose initials spell the abbreviation; empty if none do."""
    pieces = re.split(r"([ -])", words)
    for start in range(len(pieces) - 1, -1, -2):
        long = "".join(pieces[start:]).strip()
        # *In Vitro Fertilization*, but not *in Magnetic Resonance*.
        opens = pieces[start].lower() in SMALL and (start == 0 or pieces[start].islower())
        if not opens and spells(short, long):
            return long
    return ""


def namings(tree: Tree) -> Iterator[tuple[Word, int, int]]:
    """*called* or *known as*, with the head of what is called so, and that of the name."""
    for word in tree.words:
        if word.lemma.lower() not in CALLED or word.xpos != "VBN":
            continue
        name, thing = name_given(tree, word.index), _thing_called(tree, word)
        if name is not None and thing is not None and tree.words[thing].upos in {"NOUN", "PROPN"}:
            yield word, thing, name


def called(passage: Passage, evidence: Evidence) -> Iterator[Fact]:
    """Find "*X*, (also) called / known as *Y*"."""
    tree = passage.tree
    for word, thing, given in namings(tree):
        name = noun_words(tree, given)
        words = _what_is_called(tree, thing, word.index)
        if dangling(tree, words, passage.instead) or points_back(tree, thing, words):
            continue
        if any(tree.words[w].xpos == "DT" and tree.of(w) is not None for w in words):
            continue  # "a field that, like that of the monks, …"
        term, meaning = _plain_name(tree, name), tree.say(words, passage.instead)
        if not _fits_names(term, meaning):
            continue
        setting = _setting(passage, word.index)
        bare = bare_definite(tree, thing, words) and not (setting and _is_best(tree, thing))
        if bare or _is_one_of_many(tree, thing, term):
            continue
        known = setting or _is_naming(tree, word.index, thing, meaning)
        known = known or _is_term_for(tree, word, thing, given)
        nickname = "" if known else _nickname(tree, word.index, thing, name)
        if not (known or nickname or _is_other_name(tree, word.index, thing, name)):
            continue
        plural = is_plural(tree, thing) and not _is_doing(tree, thing)
        verb = "are" if plural else "is"
        front = _tongue(tree, word.index, name) or setting or _in_science(tree, word.index)
        told = None if nickname or front else _told_instead(tree, word, thing, words, given, term)
        if told:
            many = is_plural(tree, given)
            yield _meaning(passage, evidence, term, meaning, plural=many, sure=word.sure)
        if told is not None or _is_one_by_name(tree, word.index, thing, term):
            continue
        yield Fact(
            "naming",
            "nickname" if nickname else "name",
            f"{capitalised(meaning)} {verb} {nickname or f'called {term}'}.",
            evidence,
            term=meaning if nickname else term,
            meaning=nickname or meaning,
            plural=plural,
            front=front,
            topic=passage.topic,
            sure=word.sure,
        )


def _fits_names(term: str, meaning: str) -> bool:
    """Are a name and what has it as long as such are?"""
    alone = len(term.split(" or ", maxsplit=1)[0].split())
    return 1 <= alone <= 5 and len(term.split()) <= 6 and 1 <= len(meaning.split()) <= 16


def _told_instead(
    tree: Tree, called: Word, thing: int, words: Sequence[int], given: int, term: str
) -> bool | None:
    """Is what a name means told, and enough of it; None where the name is asked for."""
    if _tells_of_its_name(tree, called, thing, words, given, term):
        return _is_told(tree, thing, called.index)
    return None


def _tells_of_its_name(
    tree: Tree, called: Word, thing: int, words: Sequence[int], given: int, term: str
) -> bool:
    """*broken brick, called grog*, *a knot of cells called the stylet*: not all such is called so.

    What is told in everyday words, or of one of many, tells what a rare name means and does not
    ask for it.
    """
    also = _is_also(tree, called.index)
    one = {tree.dep(w) for w in noun_words(tree, given)} <= NAMED_IN
    if also or not one or rarity(tree.lemma(given)) < NAMES_RARELY:
        return False
    dets = tree.determiners(thing)
    if _is_one_by_name(tree, called.index, thing, term):
        return True
    short = not dets and len(words) <= SHORT_NAME
    return short and rarest(tree.words[w].text for w in words) < RARE_TERM


NAMED_IN = frozenset("xcomp obj obl advcl case det amod compound punct".split())
"""Relations of the words of one name."""


def _is_told(tree: Tree, thing: int, called: int) -> bool:
    """*broken brick*, *a clump of roots*; *cold air* may be any."""
    kinds = {tree.words[k].xpos for k in tree.kids(thing, "amod")}
    behind = [k for k in tree.kids(thing, "nmod", "acl") if k != called]
    return bool(kinds & {"VBN", "VBG"} or behind) or tree.kid(thing, "compound") is not None


def _is_one_by_name(tree: Tree, called: int, thing: int, term: str) -> bool:
    """*a small group of cells called the stylet*: one of many that has a name."""
    one = bool(tree.determiners(thing) & {"a", "an"}) and not _is_also(tree, called)
    return one and term.startswith("the ")


def _is_also(tree: Tree, called: int) -> bool:
    return bool({tree.lemma(k) for k in tree.kids(called, "advmod")} & ALSO)


NAMES_RARELY = 0.95
"""Rarity from which what a name means is told, and the name not asked for."""


def _thing_called(tree: Tree, called: Word) -> int | None:
    """What a participle or passive names; None where it may be another thing."""
    if called.dep.startswith("acl"):
        near = _right_before(tree, called)
        if near is not None:
            return near
        thing = _bearer(tree, called.head, called.index)
        if _is_bracketed(tree, called) and _ends_in_another(tree, thing, called.index):
            return None
        told = _by_number(tree, thing, called.index)
        if told is not None:
            return told
        if _is_done_by(tree, thing, called) or _is_short_for_another(tree, thing, called.index):
            return None
        return None if _may_be_other(tree, thing, called.index) else thing
    if called.dep == "advcl" and min(tree.below(called.index)) == 0:
        also = {tree.lemma(k) for k in tree.kids(called.index, "advmod")} & ALSO
        return tree.kid(called.head, "nsubj") if also else None
    return tree.kid(called.index, "nsubj") if called.dep in {"root", "conj", "advcl"} else None


def _is_bracketed(tree: Tree, called: Word) -> bool:
    return tree.words[min(tree.below(called.index))].text == "("


def _ends_in_another(tree: Tree, thing: int, called: int) -> bool:
    """*the water in the tank (called a caisson)*: the water, or the tank?"""
    inner = [k for k in tree.kids(thing, "nmod", "obl") if thing < k < called]
    return bool(inner) and tree.marker(inner[-1]) != "of"


def _is_done_by(tree: Tree, thing: int, called: Word) -> bool:
    """*the ability to sense fields, known as …*: the fields, or what one can do?"""
    doing = [k for k in tree.kids(thing, "acl") if k < called.index and tree.marker(k) == "to"]
    return tree.comma_before(called.index) and any(
        tree.kid(k, "obj", "obl") is not None for k in doing
    )


def _is_short_for_another(tree: Tree, thing: int, called: int) -> bool:
    """*the first draft of UniFrame (called UF)*: the letters are of the noun behind *of*."""
    given, inner = name_given(tree, called), tree.of(thing)
    if given is None or inner is None or not tree.words[given].text.isupper():
        return False
    capitals = iter(c for c in tree.say(tree.below(inner, without=[called])) if c.isupper())
    return all(letter in capitals for letter in tree.words[given].text)


def _setting(passage: Passage, called: int) -> str:
    """*in a right triangle*, which stands before what is called something there."""
    tree = passage.tree
    front = [k for k in tree.kids(called, "obl") if k < called and tree.marker(k) == "in"]
    words = tree.below(front[0]) if len(front) == 1 else []
    if not words or tree.words[front[0]].upos != "NOUN" or tree.lemma(front[0]) in SHELLS:
        return ""
    indefinite = tree.determiners(front[0]) & {"a", "an"}
    told = tree.kid(front[0], "amod", "compound", "nmod") is not None
    loose = dangling(tree, words, passage.instead) or len(words) > LONGEST_SETTING
    if loose or not (indefinite and told):
        return ""
    said = tree.say([w for w in words if tree.words[w].text != ","], passage.instead)
    return f"{said[:1].lower()}{said[1:]}"


LONGEST_SETTING = 6
"""Words."""


EVENTS = frozenset(
    """phenomenon process practice concept condition method technique approach strategy effect
    procedure state situation tactic""".split()
)
"""Nouns that stand beside a whole clause: *water freezes, a process called congelation*."""


def happening(passage: Passage, evidence: Evidence) -> Iterator[Fact]:
    """Find "*levels fall and the ground sinks*, a phenomenon known as *subsidence*"."""
    tree = passage.tree
    for word in tree.words:
        if word.lemma.lower() not in CALLED or word.xpos != "VBN" or word.dep != "acl":
            continue
        name = _name_given(tree, word.index)
        if name is None or not stands_beside_clause(tree, word.head):
            continue
        speaker = next((speaks(passage, c) for c in passage.clauses if c.verb == tree.root), None)
        if speaker is None or speaker.points_back() or speaker.kept()[0] or speaker.unclear(()):
            continue
        if _points_at(tree, speaker.clause.owner):
            continue
        said, term = speaker.statement(), _plain_name(tree, name)
        if not 3 <= len(said.split()) <= LONGEST_EVENT or not 1 <= len(term.split()) <= 4:
            continue
        yield Fact(
            "naming",
            "name",
            f"{said}: that is called {term}.",
            evidence,
            term=term,
            meaning=said,
            front=f"this {tree.lemma(word.head)}",
            topic=passage.topic,
            sure=word.sure,
        )


def _points_at(tree: Tree, thing: int) -> bool:
    """*The budding is brought on by cold*: of what, only the note tells."""
    told = tree.kid(thing, "nmod", "acl", "amod", "compound", "nmod:poss")
    return "the" in tree.determiners(thing) and told is None


LONGEST_EVENT = 14
"""Words."""


def stands_beside_clause(tree: Tree, noun: int) -> bool:
    """*…, a process called annealing*: does a noun tell what the clause before it is?"""
    if tree.lemma(noun) not in EVENTS or not tree.determiners(noun) & {"a", "an"}:
        return False
    last = max(w.index for w in tree.words if w.upos != "PUNCT")
    apart = tree.dep(noun) in {"appos", "parataxis"} and tree.comma_before(noun)
    return apart and noun > tree.root and last in tree.below(noun)


def _bearer(tree: Tree, thing: int, called: int) -> int:
    """*Felts are mats of wool, also known as fulled cloth*: the felts are."""
    bearer = tree.bearer(thing)
    also = {tree.lemma(k) for k in tree.kids(called, "advmod")} & ALSO
    return bearer if bearer is not None and also and tree.comma_before(called) else thing


TONGUE = re.compile(r"\bin ([A-Z][a-z]+(?:ish|ese|ian|man|nch|tin|eek|bic|ndi|tch|rdu|ili|rew))\b")


def _tongue(tree: Tree, called: int, name: Sequence[int]) -> str:
    """*known as "tuna" in Spanish*: in Spanish."""
    behind = tree.sentence.text[tree.words[name[-1]].end - tree.sentence.start :]
    before = tree.sentence.text[: tree.words[called].end - tree.sentence.start]
    found = TONGUE.match(behind.lstrip("\"”' ")) or TONGUE.search(before.rsplit(",", 1)[-1])
    return found[0] if found else ""


def _in_science(tree: Tree, called: int) -> str:
    """*chemically known as propanone*: chemically."""
    told = [tree.lemma(k) for k in tree.kids(called, "advmod") if k < called]
    return next((adverb for adverb in told if adverb.endswith("ically")), "")


def _what_is_called(tree: Tree, thing: int, called: int) -> list[int]:
    """The words of a thing without those that name it or tie its sentence to another."""
    naming = tree.below(called)
    out = set() if thing in naming else set(naming)
    for kid in tree.kids(thing, "advmod", "mark", "cc", "discourse"):
        if kid < thing:
            out |= set(tree.below(kid))
    for kid in tree.kids(thing, "conj"):
        if tree.comma_before(kid) and any(tree.lemma(c) == "or" for c in tree.kids(kid, "cc")):
            out |= set(tree.below(kid))  # "the bolt, or the pin, is called …"
    out |= {k for k in tree.kids(thing, "amod", "det") if tree.lemma(k) in COUNTED}
    return [w for w in noun_words(tree, thing) if w not in out]


COUNTED = frozenset("numerous various several many some".split())
"""How many of a thing there were in one text: no part of what it is called."""


def _plain_name(tree: Tree, words: Sequence[int]) -> str:
    """A name without the quotes around it, *its* or *the* before it."""
    kept = [w for w in words if tree.words[w].text.strip("\"“”'‘’")]
    while kept and tree.words[kept[0]].text.lower() in {"its", "their", "so-called"}:
        kept = kept[1:]
    behind = kept[-1] + 1 if kept else len(tree.words)
    while kept and behind < len(tree.words) and tree.words[behind].upos == "PROPN":
        kept, behind = [*kept, behind], behind + 1
    return tree.say(kept).removesuffix(".")


def _is_one_of_many(tree: Tree, thing: int, name: str) -> bool:
    """*a locally owned bakery called Crumbs*: one, by the name that its owner chose."""
    one = bool(tree.determiners(thing) & {"a", "an", "another", "one"})
    words = [w for w in name.split() if w.lower() not in SMALL]
    return one and all(w[:1].isupper() and not w.isupper() for w in words)


ALSO = frozenset("also otherwise commonly sometimes formerly originally alternatively".split())


def _is_naming(tree: Tree, called: int, thing: int, meaning: str) -> bool:
    """A second name of the same thing, or the name of what is described closely.

    *Some groups called colonies* and *an even bigger scandal, dubbed …* are neither.
    """
    near = {tree.lemma(k) for k in tree.kids(called, "advmod")}
    near |= {tree.lemma(called - 1)} if called else set()
    short = len(re.sub(r" \([^)]*\)", "", meaning).split()) <= SHORT_NAME
    if short or tree.words[thing].upos == "PROPN":
        return bool(near & ALSO)
    told = any(kid != called for kid in tree.kids(thing, "nmod", "acl"))
    even = {tree.lemma(k) for k in tree.kids(thing, "amod", "det")} & {"big", "different", "other"}
    closely = len(tree.kids(thing, "amod")) > 1 and not tree.kids(thing, "det")
    return (told or closely) and not even


def _is_term_for(tree: Tree, word: Word, thing: int, given: int) -> bool:
    """*Unglazed ware is called bisque*: a whole sentence for one rare word and what it is for."""
    told = tree.kid(thing, "amod", "compound") is not None
    if tree.kid(word.index, "advmod", "advcl", "obl") is not None or any(
        tree.lemma(c) != "or" for k in tree.kids(given, "conj") for c in tree.kids(k, "cc")
    ):
        return False  # "wrongly called latten", "called magma below ground"
    now = {tree.words[k].text.lower() for k in tree.kids(word.index, "aux")} <= {"is", "are"}
    inside = {tree.dep(w) for w in noun_words(tree, given)} <= {"xcomp", "obj", "cc", "conj"}
    rare = inside and rarity(tree.lemma(given)) >= RARE_TERM
    small = tree.words[given].text.islower() and tree.words[thing].upos == "NOUN"
    return word.dep in {"root", "conj"} and told and now and rare and small


def _is_other_name(tree: Tree, called: int, thing: int, name: Sequence[int]) -> bool:
    """*Acetone, chemically known as propanone, thins paint*: what a subject is called, too."""
    told = tree.words[called].dep == "acl" and tree.words[called].head == thing
    beside = told and tree.dep(thing) == "nsubj" and tree.comma_before(called)
    common = tree.say([thing])[:1].islower() and not tree.determiners(thing) - {"the"}
    owned = tree.kid(thing, "nmod", "conj", "nummod", "appos") is not None
    plain = all(tree.words[w].upos in {"NOUN", "PROPN", "ADJ", "PUNCT"} for w in name)
    return beside and common and plain and not owned


def _nickname(tree: Tree, called: int, thing: int, name: Sequence[int]) -> str:
    """*often called the "river horse"*: words for a thing that ask for it; or empty.

    What people call somebody is no word to learn, and *often called a pest* is no name.
    """
    words, often = tree.words, _often(tree, called)
    quoted = any(words[w].text in QUOTES for w in name) and words[name[0]].text.lower() == "the"
    owned = any(words[w].dep == "nmod:poss" and words[w].upos == "PROPN" for w in name)
    foremost = any(words[w].xpos in {"JJS", "RBS"} for w in name)
    if not often or foremost or not (quoted or owned) or not _is_one_thing(tree, thing):
        return ""
    said = tree.say(w for w in name if words[w].text not in QUOTES and words[w].upos != "PUNCT")
    return f"{often} called " + (f'the "{said.removeprefix("the ")}"' if quoted else said)


def _often(tree: Tree, called: int) -> str:
    return next((tree.lemma(k) for k in tree.kids(called, "advmod") if tree.lemma(k) in OFTEN), "")


OFTEN = frozenset("often popularly colloquially frequently".split())
"""Adverbs of what people say; what is *also called* so has another name."""
QUOTES = frozenset({'"', "“", "'", "‘"})


def _is_one_thing(tree: Tree, thing: int) -> bool:
    """*Oxytocin* or *nitrous oxide*, not *the first layer*, *loss of hair* or *Ada Brook*."""
    word = tree.words[thing]
    parts = tree.kid(thing, "compound", "flat") is not None
    person = word.text.lower() in tree.lexicon.people or (word.upos == "PROPN" and parts)
    loose = tree.kid(thing, "det", "nmod", "conj", "nummod") is not None
    return not person and not loose


SHORT_NAME = 3
"""Words of a thing for which its name is another name, not the answer to a description."""


def _may_be_other(tree: Tree, thing: int, called: int) -> bool:
    """*shortening lifespans, known as …*: the lifespans, or shortening them?

    What stands beside a whole clause names what the clause tells.
    """
    if stands_beside_clause(tree, thing):
        return True
    head = tree.words[thing].head
    acting = head >= 0 and tree.words[head].xpos == "VBG" and tree.dep(thing) in {"obj", "obl"}
    inner = tree.dep(thing) in {"nmod", "obl"} and tree.words[thing].upos != "PROPN"
    return tree.comma_before(called) and (acting or inner)


def _by_number(tree: Tree, thing: int, called: int) -> int | None:
    """*the wearing of stones, known as attrition*: the wearing, since stones are many.

    Of a noun and what it is of the one whose number the name has. *High levels of sugar, known
    as hyperglycaemia* are one thing by no number: a single name never tells what is many.
    """
    given, outer = name_given(tree, called), tree.words[thing].head
    if given is None or not tree.words[given].text.islower() or tree.dep(thing) != "nmod":
        return None
    if tree.of(outer) != thing or tree.words[outer].upos != "NOUN":
        return None
    many = [k for k in (thing, outer) if tree.words[k].xpos in MANY]
    if len(many) == 1 and tree.words[given].xpos in MANY:
        return many[0]
    return outer if many == [thing] else None


def _right_before(tree: Tree, called: Word) -> int | None:
    """*hormones such as adrenaline, also known as epinephrine*: a word, and its other name."""
    also = {tree.lemma(k) for k in tree.kids(called.index, "advmod")} & ALSO
    thing = min(tree.below(called.index)) - 1
    if thing > 0 and tree.words[thing].text in {",", "("}:
        thing -= 1
    if not also or thing < 0 or tree.words[thing].upos not in {"NOUN", "PROPN"}:
        return None
    if tree.bearer(called.head) is not None:
        return None  # "felts are mats of wool, also known as fulled cloth"
    if tree.dep(thing) == "nmod" and tree.marker(thing) not in EXAMPLES:
        return None  # "a lack of iron, also called anaemia"
    alone = {"case", "cc", "punct", "compound", "acl"}
    name = next((k for k in tree.kids(called.index, "obl", "xcomp") if k > called.index), None)
    same = name is not None and is_plural(tree, thing) == (tree.words[name].xpos in MANY)
    plain = all(tree.dep(k) in alone for k in tree.kids(thing) if k < called.index)
    return thing if same and plain and thing in tree.below(called.head) else None


MANY = frozenset({"NNS", "NNPS"})


def _is_doing(tree: Tree, thing: int) -> bool:
    """*the swelling and fading of a tone* is one thing."""
    return tree.words[thing].xpos not in MANY and tree.words[thing].text.endswith("ing")


def _name_given(tree: Tree, verb: int) -> list[int] | None:
    name = name_given(tree, verb)
    return None if name is None else noun_words(tree, name)


def name_given(tree: Tree, verb: int) -> int | None:
    """The head of what something *is called* or *known as*."""
    lemma = tree.lemma(verb)
    for kid in tree.kids(verb, "xcomp", "obj"):
        if lemma in {"call", "term", "name", "dub"} and kid > verb:
            return kid
    for kid in tree.kids(verb, "obl", "advcl", "xcomp"):
        if kid > verb and tree.marker(kid) in {"as", "to as"} and lemma != "define":
            return kid
    return None
