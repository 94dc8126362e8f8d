"""Parsed sentences in, the same with the parser's known slips put right out."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from cards.english.clauses import MONTHS
from cards.english.thesaurus import names_somebody
from cards.english.tree import is_noun
from cards.english.units import SCALED, measures
from cards.english.verbs import base_of, is_verb
from cards.model import Sentence, Word

RANGE = frozenset({"to", "-", "–", "—", "by", "x", "×", "or", "through"})
MODIFIERS = frozenset({"amod", "advmod", "compound", "nmod"})


def mended(sentence: Sentence) -> Sentence:
    """Put right what a parse cannot be: each mend looks for one slip and leaves all else alone.

    A mend after which a word would hang below itself is not made.
    """
    words = list(sentence.words)
    for mend in MENDS:
        before = list(words)
        mend(words)
        if words != before and not _is_tree(words):
            words = before
    return replace(sentence, words=tuple(words)) if tuple(words) != sentence.words else sentence


def _is_tree(words: list[Word]) -> bool:
    sound: set[int] = {-1}
    for word in words:
        here, path = word.index, set[int]()
        while here not in sound and here not in path:
            path.add(here)
            here = words[here].head
        if here in path:
            return False
        sound |= path
    return True


def subject_of_modifier(words: list[Word]) -> None:
    """*Balls are small, black spheres*: the subject belongs to the spheres, not to *small*."""
    for word in list(words):
        if word.dep.split(":")[0] not in {"nsubj", "csubj"} or word.head < 0:
            continue
        low = words[word.head]
        if low.dep.split(":")[0] not in MODIFIERS or low.head < 0 or low.upos == "VERB":
            continue
        top = words[low.head]
        has_own = any(
            w.head == top.index and w.dep.split(":")[0] in {"nsubj", "csubj"} for w in words
        )
        joined = any(w.head == top.index and w.dep in {"cop", "aux"} for w in words)
        if joined and not has_own and word.index < low.index:
            words[word.index] = replace(word, head=top.index)


FRONTING = frozenset(
    """in at on by with from to for until since during after before under within throughout among
    inside through despite""".split()
)
"""Prepositions before what a sentence may begin with; *over 50 mines* is a number of mines."""
PLACING = frozenset({"in", "at", "on"})
"""Prepositions that begin no clause of their own."""
OPENS_CLAUSE = frozenset({"punct", "cc", "mark"})
YEAR = re.compile(r"1\d{3}s?|20\d\ds?")


def phrases_in_front(words: list[Word]) -> None:
    """*At high tide gulls feed*, without a comma: the gulls do, and no *high tide gulls*."""
    for word in list(words):
        verb = word.head
        if word.dep.split(":")[0] != "nsubj" or not word.index < verb:
            continue
        inside = [w.index for w in words if _is_below(words, w.index, word.index)]
        first = _preposition(words, inside)
        if first is None or inside[-1] >= verb or inside[-1] - first >= len(inside) + 1:
            continue
        last = words[inside[-1]]
        rival = any(w.head == verb and w.dep == word.dep and w != word for w in words)
        noun = word if rival else _end_of_phrase(words, first, last)
        if noun is not None and not any(w.text == "," for w in words[first : last.index]):
            _set_in_front(words, first, noun, word, None if rival else last)


def _preposition(words: Sequence[Word], inside: Sequence[int]) -> int | None:
    """Where the preposition stands with which a subject begins its clause."""
    first = inside[0] if words[inside[0]].dep in {"case", "mark"} else inside[0] - 1
    if first < 0 or words[first].lemma.lower() not in FRONTING:
        return None
    marks = words[first].dep == "mark" and words[first].lemma.lower() not in PLACING
    if words[first].dep not in {"case", "mark"} or marks:
        return None  # "since the core is soft"
    begins = first == 0 or words[first - 1].dep.split(":")[0] in OPENS_CLAUSE
    return first if begins else None


def _end_of_phrase(words: Sequence[Word], first: int, last: Word) -> Word | None:
    """The last noun of the phrase in front: the tide of *at high tide gulls*."""
    year = words[first + 1]
    if YEAR.fullmatch(year.text) and year.index < last.index and last.upos in NOUNS:
        return year
    own = [w for w in words[first + 1 : last.index] if w.head == last.index]
    if last.upos not in NOUNS:
        return None
    if own and own[0].index > first + 1 and own[0].dep == "det":
        return words[own[0].index - 1]  # "in loose soil each root"
    named = [w for w in own if w.dep == "compound"]
    near = words[last.index - 1]
    if len(named) != 1 or near != named[0] or near.index < first + 2:
        return None  # "after school programs" may be one thing
    return near if near.upos == "PROPN" or is_noun(near.lemma.lower()) else None


NOUNS = frozenset({"NOUN", "PROPN"})


def _set_in_front(
    words: list[Word], first: int, noun: Word, subject: Word, last: Word | None
) -> None:
    """Hang a phrase on the verb, and make the noun behind it the subject, if there is one."""
    top = subject.index if last is not None and subject.index < noun.index else noun.index
    for word in list(words[first : noun.index]):
        outside = word.head > noun.index or word.index == first
        if outside and word.index != top:
            words[word.index] = replace(word, head=noun.index)
    if last is not None and noun.index != top:
        words[noun.index] = replace(noun, head=last.head, dep=last.dep)
    words[first] = replace(words[first], head=top, dep="case")
    words[top] = replace(words[top], head=subject.head, dep="obl")
    if last is not None:
        words[last.index] = replace(words[last.index], head=subject.head, dep=subject.dep)


def number_ranges(words: list[Word]) -> None:
    """*80 to 90%*, *7 to 10 mm*: one number of one unit."""
    for first, sign, second in zip(words, words[1:], words[2:], strict=False):
        if first.upos != "NUM" or second.upos != "NUM" or sign.text.lower() not in RANGE:
            continue
        if sign.text.lower() == "or" or (first.head == second.head >= 0 and sign.upos == "CCONJ"):
            continue
        unit = second.head if second.head != first.index else first.head
        if unit < 0 or unit in {first.index, second.index} or _is_below(words, unit, first.index):
            continue
        if unit < second.index or words[unit].upos in {"VERB", "AUX"}:
            continue  # "from 1928 to 1970 it grew"
        words[first.index] = replace(first, head=unit, dep="nummod")
        words[second.index] = replace(second, head=first.index, dep="nmod")
        words[sign.index] = replace(sign, head=second.index, dep="case")


def units_of_units(words: list[Word]) -> None:
    """*160 Wh/kg*, *900 degrees Celsius*: the second belongs to the unit before it."""
    for number, unit, last in zip(words, words[1:], words[2:], strict=False):
        scale = unit.lemma.lower() == "degree" and last.text.lower() in SCALED
        if scale and number.upos == "NUM" and last.head != unit.index:
            _hang(words, last.index, unit.index)
    for number, unit, sign, last in zip(words, words[1:], words[2:], words[3:], strict=False):
        glued = unit.end == sign.start and sign.end == last.start and sign.text == "/"
        if number.upos != "NUM" or not glued or last.upos not in {"NOUN", "PROPN", "SYM"}:
            continue
        if not (measures(unit.text) and measures(last.text)):
            continue  # "8 input/output pins"
        _hang(words, last.index, unit.index)
        words[sign.index] = replace(sign, head=last.index, dep="punct")
        words[number.index] = replace(words[number.index], head=unit.index, dep="nummod")


def _hang(words: list[Word], low: int, top: int) -> None:
    """Hang a word below another, which takes its place where that one hung below it."""
    below, above = words[low], words[top]
    if above.head == low:
        words[top] = replace(above, head=below.head, dep=below.dep)
    for word in list(words):
        if word.head == low:
            words[word.index] = replace(word, head=top)
    words[low] = replace(below, head=top, dep="nmod")


NEARLY = frozenset("virtually almost nearly practically".split())


def nearly_all(words: list[Word]) -> None:
    """*Virtually all clocks run on quartz*: the adverb belongs to *all*, without which it lies."""
    for near, every in pairwise(list(words)):
        counts = every.dep.startswith("det") and every.lemma in {"all", "every", "no", "any"}
        if near.lemma.lower() in NEARLY and near.dep == "advmod" and counts:
            words[near.index] = replace(near, head=every.head)


CALLING = frozenset({"consider", "call", "name", "deem"})


def called_without_subject(words: list[Word]) -> None:
    """*Considered the best wood for bows*: what is considered so is named elsewhere."""
    first = words[0]
    kids = [word for word in words if word.head == first.index]
    if first.xpos != "VBD" or first.head >= 0 or first.lemma not in CALLING:
        return
    if any(word.dep.startswith(("nsubj", "csubj", "aux")) for word in kids):
        return
    words[0] = replace(first, xpos="VBN")
    for word in kids:
        if word.dep == "obj":
            words[word.index] = replace(word, dep="xcomp")


def two_objects(words: list[Word]) -> None:
    """*Signals reach the locus coeruleus*: two objects side by side are one name."""
    for first, second in pairwise(list(words)):
        both = {first.dep, second.dep} == {"obj"} and first.head == second.head
        if both and {first.xpos, second.xpos} <= {"NN", "NNS", "NNP"}:
            words[first.index] = replace(first, head=second.index, dep="compound")
            for word in list(words[: first.index]):
                if word.head == first.index:
                    words[word.index] = replace(word, head=second.index)


TURNING = frozenset("turn convert transform change".split())


def turned_into(words: list[Word]) -> None:
    """*The kiln turns half of the wood into charcoal*: the turning is into it, no wood is."""
    for into in list(words):
        made = words[into.head]
        if into.text.lower() != "into" or into.dep != "case" or made.dep != "nmod":
            continue
        verb = words[made.head]
        while verb.head >= 0 and _relation(verb) in {"obj", "nmod"}:
            verb = words[verb.head]
        if verb.lemma.lower() not in TURNING or verb.upos != "VERB" or verb.index > into.index:
            continue
        words[made.index] = replace(made, dep="obl", head=verb.index)
        for word in list(words[made.index :]):
            if word.head == made.index and word.dep == "advmod" and _is_cut_off(words, word):
                words[word.index] = replace(word, head=verb.index)


def _is_cut_off(words: Sequence[Word], word: Word) -> bool:
    """Does a comma stand before a word?"""
    return words[word.index - 1].text == ","


def two_nouns_of_a_phrase(words: list[Word]) -> None:
    """*reduces it to crystal violet*: two nouns behind one preposition are one thing.

    *comes from the metals tin and lead*: of several, the second says which.
    """
    for first, second in pairwise(list(words)):
        alike = _relation(first) == _relation(second) in {"obl", "nmod"}
        both = alike and first.head == second.head
        plain = {first.xpos, second.xpos} <= {"NN", "NNS"} and first.text.isalpha()
        low = second.text.lower()
        if not both or not plain or measures(low) or low in LASTING | SAME_PAST or low[-2:] == "ly":
            continue
        before = [w for w in words[: first.index] if w.head in {first.index, second.index}]
        own = any(w.head == first.index and w.index < first.index for w in words)
        between = own and any(w.head == second.index for w in words[: first.index])
        joined = any(w.head == second.index and w.dep == "conj" for w in words)
        if joined and first.xpos == "NNS" and any(w.dep == "case" for w in before):
            words[second.index] = replace(second, head=first.index, dep="appos")
            for word in before:
                words[word.index] = replace(word, head=first.index)
        elif not between and first.xpos == second.xpos == "NN":
            _make_compound(words, first, second)


LASTING = frozenset({"today", "tomorrow", "yesterday", "up", "down"})
"""What is read as a noun behind another, and tells when or where."""


def _make_compound(words: list[Word], first: Word, second: Word) -> None:
    """Hang a noun and all that hangs on it below the noun behind it."""
    for word in list(words):
        if word.head == first.index:
            words[word.index] = replace(word, head=second.index)
    words[first.index] = replace(first, head=second.index, dep="compound")


def compared_with(words: list[Word]) -> None:
    """*fell, because more ash came out than coal went in*: than the coal, and no falling."""
    for clause in list(words):
        than = next((w for w in words if w.head == clause.index and w.text == "than"), None)
        if than is None or clause.dep != "advcl" or than.dep != "mark":
            continue
        more = [w for w in words[: than.index] if w.xpos in {"JJR", "RBR"}]
        verb = _predicate_above(words, more[-1] if more else clause)
        inside = _is_below(words, verb.index, clause.index)
        if not inside and verb.index != clause.head and _is_below(words, verb.index, clause.head):
            words[clause.index] = replace(clause, head=verb.index)


def by_what_is_done(words: list[Word]) -> None:
    """*is caused by water seeping into clay*: by the water that seeps."""
    for by, noun in pairwise(list(words)):
        doing = words[by.head]
        agent = noun.dep == "obl:agent" and noun.head == doing.head
        if by.text.lower() == "by" and by.dep == "mark" and doing.xpos == "VBG" and agent:
            words[by.index] = replace(by, head=noun.index, dep="case")
            words[doing.index] = replace(doing, head=noun.index, dep="acl")


def what_it_was(words: list[Word]) -> None:
    """*opened in 1938, in what was then Norvia*: the place is *what was then Norvia*."""
    for case, what, is_ in zip(words, words[1:], words[2:], strict=False):
        told = words[is_.head]
        if case.xpos != "IN" or what.text.lower() != "what" or is_.lemma.lower() != "be":
            continue
        if is_.dep not in {"cop", "aux:pass"} or told.index < is_.index or case.head == what.index:
            continue
        verb = told.head if what.head == told.index else what.head
        while verb >= 0 and not _is_predicate(words, verb):
            verb = words[verb].head
        if verb < 0 or verb >= case.index:
            continue
        words[what.index] = replace(what, head=verb, dep="obl")
        words[case.index] = replace(case, head=what.index, dep="case")
        words[told.index] = replace(told, head=what.index, dep="acl:relcl")
        if words[case.index - 1].text == ",":
            words[case.index - 1] = replace(words[case.index - 1], head=what.index)


def with_what_is_so(words: list[Word]) -> None:
    """*With nine lamps left, the guild stops*; *with a king as head of state*: one phrase each."""
    for with_ in list(words):
        noun = words[with_.head]
        if with_.text.lower() != "with" or with_.dep != "case" or noun.dep != "obl":
            continue
        phrase = [w.index for w in words if _is_below(words, w.index, noun.index)]
        after = words[max(i for i in phrase if words[i].upos != "PUNCT") + 1 :]
        if not after or noun.upos not in NOUNS:
            continue
        word, top = after[0], words[after[0].head]
        comma = len(after) > 1 and after[1].text == ","
        if word.xpos == "VBN" and word.dep == "advcl" and word.head == noun.head and comma:
            words[word.index] = replace(word, head=noun.index, dep="acl")
        elif word.text.lower() == "as" and word.dep == "case" and top.head == noun.head:
            words[top.index] = replace(top, head=noun.index, dep="nmod")


def who_does_it_with(words: list[Word]) -> None:
    """*shunned the mill, with the guild in 1966 calling it a pest*: the guild calls it so then.

    What stands between *with* and the participle that it goes with belongs to the participle.
    """
    for mark in list(words):
        doing = words[mark.head]
        if mark.text.lower() != "with" or mark.dep != "mark" or doing.xpos != "VBG":
            continue
        inside = range(mark.index + 1, doing.index)
        told = any(w.head == doing.index and w.dep.startswith("nsubj") for w in words)
        for word in [words[at] for at in inside if not mark.index < words[at].head <= doing.index]:
            bare = not any(w.head == word.index and w.dep == "case" for w in words)
            if _relation(word) not in {"obl", "nmod"} or word.upos not in NOUNS:
                continue
            dep = "nsubj" if bare and not told else word.dep
            told = told or bare
            words[word.index] = replace(word, head=doing.index, dep=dep)


def shares_in_a_row(words: list[Word]) -> None:
    """*found rust in 4% of them, moss in 2% and rot in 1%*: the rust was in 4% alone."""
    for case in list(words):
        noun, number = words[case.index - 1], words[case.head]
        if case.dep != "case" or _relation(number) != "obl" or not case.index < number.index:
            continue
        before = [
            w
            for w in words[: noun.index]
            if w.head == number.head and _relation(w) == "obl" and w.index > number.head
        ]
        same = any(w.head == b.index and w.text == case.text for b in before for w in words)
        dated = YEAR.fullmatch(number.text)
        if same and noun.dep in {"conj", "appos"} and _has_numeral(words, number) and not dated:
            words[number.index] = replace(number, head=noun.index, dep="nmod")


def _has_numeral(words: Sequence[Word], noun: Word) -> bool:
    return noun.xpos == "CD" or any(w.head == noun.index and w.xpos == "CD" for w in words)


def subjects_behind_and(words: list[Word]) -> None:
    """*The mill missed a flood and nine kilns burnt*: the kilns did; none of them was missed.

    Between an *and* and the verb that it joins stands the subject of the verb.
    """
    for joint in list(words):
        verb = words[joint.head]
        if joint.dep != "cc" or verb.index < joint.index + 2 or verb.dep != "conj":
            continue
        finite = verb.xpos in {"VBD", "VBZ", "VBP"} and verb.head < joint.index
        inside = words[joint.index + 1 : verb.index]
        nouns = [w for w in inside if not joint.index < w.head < verb.index]
        if not finite or any(w.head == verb.index for w in inside if w.dep != "cc"):
            continue
        if len(nouns) == 1 and nouns[0].upos in NOUNS and nouns[0].dep == "obj":
            words[nouns[0].index] = replace(nouns[0], head=verb.index, dep="nsubj")


def ends_of_clauses_in_front(words: list[Word]) -> None:
    """*As frosts have been rare since 1980, mills run on*: the frosts have; no mill has since then.

    The comma that closes a clause stands behind its last phrase.
    """
    for clause in list(words):
        told = {_relation(w) for w in words if w.head == clause.index and w.index < clause.index}
        if clause.dep != "advcl" or clause.head < clause.index or not {"mark", "nsubj"} <= told:
            continue
        commas = (w.index for w in words[clause.index : clause.head] if w.text == ",")
        for word in words[clause.index : next(commas, clause.index)]:
            if word.head == clause.head and _relation(word) == "obl":
                words[word.index] = replace(word, head=clause.index)


def over_another_part(words: list[Word]) -> None:
    """*was drawn by Ines Tolmin [in 1905] at a desk*: at a desk she drew it, and is not at one."""
    for word in list(words):
        noun = words[word.head]
        if word.dep != "nmod" or not noun.index < word.index or noun.upos not in NOUNS:
            continue
        between = words[noun.index + 1 : _first(words, word.index)]
        others = [w for w in between if not _is_below(words, w.index, noun.index)]
        verb = _predicate_above(words, noun)
        case = [w.text for w in words if w.head == word.index and w.dep == "case"]
        placed = bool(case) and case != ["per"]
        cut = any(w.upos == "PUNCT" for w in [*between, words[_first(words, word.index)]])
        if (
            cut
            or not others
            or not placed
            or not _is_predicate(words, verb.index)
            or verb.index > noun.index
        ):
            continue
        if all(_is_below(words, w.index, verb.index) for w in others):
            words[word.index] = replace(word, head=verb.index, dep="obl")


def told_behind_a_colon(words: list[Word]) -> None:
    """*The guild gave in: nine lamps for each kiln*: no lamps are given in."""
    for noun in list(words):
        verb = words[noun.head]
        between = words[verb.index + 1 : noun.index]
        colon = next((w.index for w in between if w.text == ":"), 0)
        own = [w for w in between[: max(0, colon - verb.index - 1)] if w.head == verb.index]
        if noun.dep == "obj" and colon and any(_relation(w) in TELLING for w in own):
            words[noun.index] = replace(noun, dep="parataxis")


TELLING = frozenset({"obj", "obl", "compound", "advmod"})
"""Relations of what completes a verb before a colon."""


def published_by_persons(words: list[Word]) -> None:
    """*the work of Ida Holm, published in 1947*: the work was, and not Ida Holm."""
    for verb in list(words):
        person = words[verb.head]
        comma = words[verb.index - 1].text == ","
        if verb.dep != "acl" or verb.xpos != "VBN" or verb.lemma not in MADE or not comma:
            continue
        named = any(w.head == person.index and w.dep == "flat" for w in words)
        if named and person.dep == "nmod" and words[person.head].upos == "NOUN":
            words[verb.index] = replace(verb, head=person.head)


MADE = frozenset("publish print release write issue patent".split())
"""Verbs of what becomes of a work, and of nobody."""


def two_subjects(words: list[Word]) -> None:
    """*Vitamin D supports growth*: a letter behind a subject belongs to its name."""
    for first, second in pairwise(list(words)):
        both = {first.dep, second.dep} == {"nsubj"} and first.head == second.head
        letter = len(second.text) == 1 and second.text.isupper() and second.text != "I"
        if both and letter and first.upos in NOUNS:
            words[second.index] = replace(second, head=first.index, dep="flat", upos="PROPN")


NAMED = frozenset("nsubj obj iobj obl nmod conj".split())


def kinds_before_names(words: list[Word]) -> None:
    """*The surveyor Ines Tolmin drained it*: the noun tells who she is, no second subject.

    So it does of *the mold Tolmia alba*, by which something is done.
    """
    for noun, behind in pairwise(list(words)):
        if behind.upos != "PROPN":
            continue
        inside = behind.dep == "compound" and behind.head > behind.index
        name = words[behind.head] if inside else behind
        same = noun.dep == name.dep and noun.head == name.head
        if not same or _relation(name) not in NAMED:
            continue
        if noun.upos != "NOUN" or not noun.text.islower():
            continue
        if not names_somebody(noun.lemma) and not _is_the_one(words, noun):
            continue
        words[noun.index] = replace(noun, head=name.index, dep="nmod:desc")
        for word in list(words):
            if word.head == noun.index and word.dep in {"case", "flat"}:
                words[word.index] = replace(word, head=name.index)


def _is_the_one(words: Sequence[Word], noun: Word) -> bool:
    """*by the mold*, *the mold spoils*: does a thing do something that is one of its kind?"""
    before = {w.lemma.lower() for w in words[: noun.index] if w.head == noun.index}
    return noun.dep in {"obl:agent", "nsubj"} and "the" in before


def two_words_of_a_name(words: list[Word]) -> None:
    """*was drained by Ines Tolmin in 1905*: two capitalised words in a row are one name.

    So are *Ines Holm Tolmin* of three, and *Storm Ines* where somebody else does what is done.
    """
    for near, second in pairwise(list(words)):
        names = all(w.xpos == "NNP" and CAPITALISED.fullmatch(w.text) for w in (near, second))
        if not names or near.end + 1 != second.start:
            continue
        first = words[near.head] if near.dep == "flat" and near.head < near.index else near
        alike = (first.head, _relation(first)) == (second.head, _relation(second))
        if _relation(second) not in (NAMED | {"appos"} if not alike else LOOSE):
            continue
        tied = _is_below(words, first.index, second.index)
        if tied or _is_below(words, second.index, first.index):
            continue
        if _relation(second) == "nsubj" and not alike and not _has_rival(words, second):
            continue  # "in Paris Hugo wrote"
        for word in list(words):
            if word.head == second.index:
                words[word.index] = replace(word, head=first.index)
        words[second.index] = replace(second, head=first.index, dep="flat")


def _has_rival(words: Sequence[Word], subject: Word) -> bool:
    """Has the verb of a subject another one behind it: *After Storm Ines the mill closed*?"""
    return any(
        w.head == subject.head and w.dep == subject.dep and w.index > subject.index for w in words
    )


def hyphens_of_a_name(words: list[Word]) -> None:
    """*that of Ida-Ines Tolmin*: what a hyphen joins is one name, whatever the parse says."""
    for first, sign, second in zip(words, words[1:], words[2:], strict=False):
        glued = first.end == sign.start and sign.end == second.start and sign.text == "-"
        names = all(w.xpos == "NNP" and CAPITALISED.fullmatch(w.text) for w in (first, second))
        apart = second.head == first.head and _relation(second) in NAMED
        if glued and names and apart:
            words[second.index] = replace(second, head=first.index, dep="flat")


CAPITALISED = re.compile(r"[A-ZÀ-Þ][a-zß-ÿ]+")
LOOSE = NAMED | {"appos", "list", "xcomp"}


def _relation(word: Word) -> str:
    return word.dep.split(":")[0]


def participles_behind_articles(words: list[Word]) -> None:
    """*The cells of the spinning gland swell*: the gland spins; no cells do."""
    for article, word, noun in zip(words, words[1:], words[2:], strict=False):
        inside = word.xpos in {"VBG", "VBN"} and _relation(word) in {"acl", "advcl"}
        if not inside or article.dep != "det" or noun.xpos not in {"NN", "NNS"}:
            continue
        if article.head != noun.index or any(w.head == word.index for w in words):
            continue
        words[word.index] = replace(word, dep="amod", head=noun.index)
        placed = any(w.head == noun.index and w.dep == "case" for w in words)
        if noun.dep == "compound" and placed:
            words[noun.index] = replace(noun, dep="nmod", head=word.head)


def years_of_months(words: list[Word]) -> None:
    """*became the seat in May 1848*: the year belongs to its month."""
    for month, year in pairwise(list(words)):
        if month.text.lower() not in MONTHS or not YEAR.fullmatch(year.text):
            continue
        if month.head == year.head and month.dep == year.dep == "obl":
            words[year.index] = replace(year, head=month.index, dep="nmod:unmarked")


def nearly_a_number(words: list[Word]) -> None:
    """*until close to 80 °C*, *cost as much as 40 million*: words that say how near it is."""
    for first, second, third, last in zip(words, words[1:], words[2:], words[3:], strict=False):
        texts = [w.text.lower() for w in (first, second, third)]
        if texts[1:] == ["close", "to"] and first.dep == "case" and first.head == second.index:
            _make_adverb(words, second, [third], last)
        as_ = texts[0] == texts[2] == "as" and second.dep == "obj"
        if as_ and texts[1] in {"much", "many", "little", "few"}:
            _make_adverb(words, second, [first, third], last)


def _make_adverb(words: list[Word], near: Word, beside: Sequence[Word], number: Word) -> None:
    """Hang what says how near it is on the number, whose noun takes its place."""
    if number.xpos != "CD":
        return
    top = number
    while top.index < top.head < number.index + NEAR and top.dep in {"nummod", "compound"}:
        top = words[top.head]
    words[top.index] = replace(top, head=near.head, dep=near.dep)
    for word in list(words):
        if word.head == near.index and word not in beside:
            words[word.index] = replace(word, head=top.index)
    words[near.index] = replace(near, head=number.index, dep="advmod")
    for word in beside:
        words[word.index] = replace(word, head=near.index, dep="fixed")


NEAR = 4
"""Words between a number and its noun."""


def numbers_in_asides(words: list[Word]) -> None:
    """*Steam, itself at 200 °C, drives a wheel*: so hot is the steam, and no driving."""
    for aside, case in pairwise(list(words)):
        if aside.text not in {"itself", "themselves"} or words[aside.index - 1].text != ",":
            continue
        noun = words[case.head]
        if case.dep == "case" and noun.dep == "obl" and case.index < noun.index < noun.head:
            words[noun.index] = replace(noun, dep="nmod", head=aside.index)


def which_is_why(words: list[Word]) -> None:
    """*It binds fat, which is why a little keeps soup thick*: the clause tells of no fat."""
    for which, is_, why in zip(words, words[1:], words[2:], strict=False):
        if (which.text, is_.text, why.text) not in {
            ("which", "is", "why"),
            ("which", "was", "why"),
        }:
            continue
        for word in list(words[why.index :]):
            if word.dep == "acl:relcl" and 0 <= word.head < which.index:
                words[word.index] = replace(word, head=why.index)


def which_after_object(words: list[Word]) -> None:
    """*An area in releasing dopamine, which lifts moods*: the dopamine does, not the area."""
    for word in list(words):
        if word.dep != "acl:relcl" or word.head < 0:
            continue
        starts = [w.index for w in words if w.head == word.index and w.text.lower() == "which"]
        comma = starts[0] - 1 if starts else 0
        if comma < 1 or words[comma].text != ",":
            continue
        near = words[comma - 1]
        doing = words[near.head] if near.dep == "obj" else None
        if doing is None or doing.upos != "VERB" or not doing.dep.startswith("acl"):
            continue
        marked = doing.index > 0 and words[doing.index - 1].dep == "mark"
        if marked and near.index > word.head and _is_below(words, near.index, word.head):
            words[word.index] = replace(word, head=near.index)


def clause_of_apposition(words: list[Word]) -> None:
    """*Phloem, a tissue that carries sugar*: the tissue does; no comma parts them."""
    for word in list(words):
        if word.dep != "acl:relcl" or word.head < 0:
            continue
        first = min(w.index for w in words if _is_below(words, w.index, word.index))
        told = [w for w in words if w.head == word.head and w.dep == "appos" and w.index < first]
        if not told or "PUNCT" in {words[first - 1].upos, words[first].upos}:
            continue
        if _is_below(words, first - 1, told[-1].index):
            words[word.index] = replace(word, head=told[-1].index)


def hyphenated(words: list[Word]) -> None:
    """*very time-sensitive*: one adjective, whose first half is nothing by itself."""
    for first, sign, second in zip(words, words[1:], words[2:], strict=False):
        glued = first.end == sign.start and sign.end == second.start
        if sign.text == "-" and glued and first.head == second.index and first.upos == "NOUN":
            words[first.index] = replace(first, dep="compound")


def _is_below(words: Sequence[Word], index: int, top: int) -> bool:
    seen = 0
    while index >= 0 and seen <= len(words):
        if index == top:
            return True
        index = words[index].head
        seen += 1
    return False


SAME_PAST = frozenset(
    """bet burst cast cost cut hit hurt let put quit read set shed shut slit split spread thrust
    upset""".split()
)
"""Verbs whose past looks like the base form."""


def past_of_one_form(words: list[Word]) -> None:
    """*The firm bet its future on it*: of one thing it would be *bets*, so it is the past."""
    for word in list(words):
        if word.text.lower() not in SAME_PAST or word.xpos not in {"VBP", "VB"}:
            continue
        kids = [w for w in words if w.head == word.index]
        if any(w.dep.split(":")[0] in {"aux", "cop", "mark"} for w in kids):
            continue
        subject = next((w for w in kids if w.dep == "nsubj" and w.index < word.index), None)
        joined = subject and any(w.head == subject.index and w.dep == "conj" for w in words)
        if subject and not joined and subject.xpos in {"NN", "NNP"}:
            words[word.index] = replace(word, xpos="VBD", feats="Mood=Ind|Tense=Past|VerbForm=Fin")


def present_of_one_form(words: list[Word]) -> None:
    """*amylases, which cut starch, and proteases, which break it*: now, as all around it."""
    finite = {w.xpos for w in words if w.text.lower() not in SAME_PAST}
    if "VBD" in finite or not finite & {"VBZ", "VBP"}:
        return
    for word in list(words):
        if word.text.lower() not in SAME_PAST or word.xpos != "VBD":
            continue
        own = [w for w in words if w.head == word.index and w.dep == "nsubj"]
        owner = words[word.head] if word.dep == "acl:relcl" else own[0] if own else word
        if owner.xpos in {"NNS", "NNPS"} or owner.text.lower() == "they":
            feats = "Mood=Ind|Tense=Pres|VerbForm=Fin"
            words[word.index] = replace(word, xpos="VBP", feats=feats)


def joined_over_clauses(words: list[Word]) -> None:
    """*secretes lipases, which split fat into acids, and rennet, which …*: rennet is secreted."""
    for word in list(words):
        joint = _joint(words, word)
        if joint < 1 or words[joint - 1].text != ",":
            continue
        near = words[word.head]
        clause = words[near.head] if near.dep.split(":")[0] in {"obj", "obl"} else near
        several = sum(w.head == near.index and w.dep == "conj" for w in words) > 1
        loose = clause.dep == "acl:relcl" and words[_first(words, clause.index)].text == ","
        loose = loose and words[joint].text.lower() == "and"
        if loose and not several and word.upos in NOUNS:
            words[word.index] = replace(word, head=clause.head)
            for later in list(words):
                behind = later.dep == "acl:relcl" and later.index > word.index
                if behind and later.head in {clause.head, near.index}:
                    words[later.index] = replace(later, head=word.index)


def _joint(words: Sequence[Word], word: Word) -> int:
    """Where the *and* or *or* of a word stands that it joins to a noun; -1 where none does."""
    if word.dep != "conj" or word.head < 0 or words[word.head].upos not in NOUNS:
        return -1
    return next((w.index for w in words if w.head == word.index and w.dep == "cc"), -1)


def _first(words: Sequence[Word], index: int) -> int:
    return min(w.index for w in words if _is_below(words, w.index, index))


FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})


def clauses_on_nouns(words: list[Word]) -> None:
    """*Water floods the meadow, the wheel turns, …*: a clause is joined to a clause, no noun."""
    for word in list(words):
        noun = words[word.head]
        if word.dep != "conj" or noun.upos not in NOUNS or _is_predicate(words, noun.index):
            continue
        beside = [w for w in words if w.head == word.index]
        own = any(w.dep.startswith("nsubj") for w in beside)
        finite = word.xpos in FINITE or any(
            w.xpos in FINITE and w.dep.startswith(("aux", "cop")) for w in beside
        )
        above = _predicate_above(words, noun)
        if own and finite and _is_predicate(words, above.index):
            words[word.index] = replace(word, head=above.index)


HELPERS = frozenset("be have do get".split())


def nouns_as_verbs(words: list[Word]) -> None:
    """*their oxygen needs dropped*, *that bubbles were stable*: of two finite verbs one is none."""
    for word in list(words):
        low = word.text.lower()
        if word.xpos not in {"VBZ", "VBP"} or word.head <= word.index or low in SAME_PAST:
            continue
        beside = [w for w in words if w.head == word.index]
        verb = words[word.head]
        kind = word.dep.split(":")[0]
        if kind == "aux":
            odd = verb.xpos in FINITE | {"VBN"} and verb.index == word.index + 1
            odd = odd and word.lemma.lower() not in HELPERS
        elif kind in {"advcl", "csubj"} and not _asks(beside):
            plain = {w.dep.split(":")[0] for w in beside} == {"nsubj"}
            odd = plain and verb.xpos == "VBZ" and verb.index == word.index + 1
            odd = odd or (kind == "csubj" and word.xpos == "VBZ" and low.endswith("s"))
        else:
            # "how it burns is known"
            how = any(w.xpos in {"WRB", "WP"} for w in words[: word.index])
            odd = kind == "nsubj" and word.xpos == "VBZ" and not how
        if odd:
            _make_subject(words, word)


def subjects_read_as_clauses(words: list[Word]) -> None:
    """*notices that pebbles were round*: what is noticed begins with *that*, and the pebbles were.

    Such a verb has no subject, and the clause behind it, which has its *that*, has none either.
    """
    for word in list(words):
        if word.dep != "ccomp" or word.xpos != "VBZ":
            continue
        behind = [w for w in words if w.head == word.head and w.dep == "ccomp" and w != word]
        for clause in behind:
            beside = [w for w in words if w.head in {word.index, clause.index}]
            own = any(w.dep.startswith(("nsubj", "obj")) for w in beside)
            marked = any(w.dep == "mark" and w.index == word.index - 1 for w in beside)
            if marked and not own and clause.index > word.index:
                words[word.index] = moved = replace(word, head=clause.index)
                _make_subject(words, moved)


def _asks(words: Sequence[Word]) -> bool:
    """Does a clause begin with *how*, *what* or *that*?"""
    return any(w.xpos.startswith("W") or w.dep == "mark" for w in words)


def _make_subject(words: list[Word], word: Word) -> None:
    """Read a verb as the noun that is the subject of the verb above it."""
    tag = "NNS" if word.xpos == "VBZ" else "NN"
    number = "Number=Plur" if word.xpos == "VBZ" else "Number=Sing"
    passive = any(w.head == word.head and w.dep == "aux:pass" for w in words)
    dep = "nsubj:pass" if passive else "nsubj"
    words[word.index] = replace(word, upos="NOUN", xpos=tag, feats=number, dep=dep)
    if word.dep == "aux" and not passive and words[word.head].xpos == "VBN":
        words[word.head] = replace(words[word.head], xpos="VBD", feats=PAST)
    for kid in list(words):
        that = kid.text.lower() == "that"
        before = kid.dep.startswith("nsubj") and kid.index == word.index - 1
        if before and kid.head in {word.index, word.head} and not that:
            words[kid.index] = replace(kid, head=word.index, dep="compound")
            for owner in list(words):
                if owner.head == kid.index and owner.dep in {"det", "nmod:poss", "amod", "case"}:
                    words[owner.index] = replace(owner, head=word.index)
        elif kid.head == word.index and kid.dep.split(":")[0] == "obl":
            words[kid.index] = replace(kid, dep="nmod")
        elif that and kid.head in {word.index, word.head} and kid.index < word.index:
            mark = replace(kid, upos="SCONJ", xpos="IN", feats="", dep="mark", head=word.head)
            words[kid.index] = mark


def participles_behind_orders(words: list[Word]) -> None:
    """*Place cut turnips into a pan*: what is placed are cut turnips, and nothing is cut there."""
    for cut in list(words):
        order = words[cut.head]
        told = cut.xpos == "VBN" and cut.dep == "xcomp" and cut.index == order.index + 1
        things = [w for w in words if w.head == cut.index and w.dep == "obj"]
        is_order = order.xpos == "VB" and order.head < 0 and order.index == 0
        if not (told and is_order and things) or any(w.head == 0 and w.dep == "obj" for w in words):
            continue
        noun = things[0]
        words[noun.index] = replace(noun, head=order.index)
        words[cut.index] = replace(cut, upos="ADJ", xpos="JJ", dep="amod", head=noun.index)
        for word in list(words):
            if word.head == cut.index and word.index > noun.index:
                words[word.index] = replace(word, head=order.index)


def times_of_a_start(words: list[Word]) -> None:
    """*fell from 9 tons in 1990 to 3 in 2010*: 1990 is when there were nine, not when it fell."""
    for word in list(words):
        if word.dep != "obl" or not _is_year(words, word):
            continue
        beside = [w for w in words if w.head == word.head and w.dep == "obl"]
        starts = [w for w in beside if w.index < word.index and _opening_of(words, w) == "from"]
        ends = [w for w in beside if w.index > word.index and _opening_of(words, w) == "to"]
        if starts and ends and not any(starts[-1].index < w.index < word.index for w in beside):
            words[word.index] = replace(word, head=starts[-1].index, dep="nmod")


def _is_year(words: Sequence[Word], word: Word) -> bool:
    """*in 1990*, *in May 1990*"""
    return _opening_of(words, word) == "in" and (
        YEAR.fullmatch(word.text) is not None or word.text.lower() in MONTHS
    )


def _opening_of(words: Sequence[Word], noun: Word) -> str:
    """The preposition in front of a noun; empty where none is."""
    cases = [w.text.lower() for w in words if w.head == noun.index and w.dep == "case"]
    return cases[0] if cases else ""


def second_of_two_dates(words: list[Word]) -> None:
    """*was sold in Norvia in 1905 and Vard in 1906*: of the second one nothing more is said."""
    for later in list(words):
        if later.dep != "obl" or not YEAR.fullmatch(later.text) or later.index < 3:
            continue
        noun = words[later.index - 2]
        joint = _joint(words, noun)
        year = words[joint - 1] if joint > 0 else later
        if words[later.index - 1].text.lower() != "in" or year == later:
            continue
        if year.dep == "obl" and year.head == later.head and YEAR.fullmatch(year.text):
            words[noun.index] = replace(noun, head=later.head, dep="orphan")
            words[later.index] = replace(later, head=noun.index)


def purposes_in_a_row(words: list[Word]) -> None:
    """*needed to vote, to own land, and to trade*: three things, and none for the other."""
    for word in list(words):
        if word.dep != "advcl":
            continue
        first = [w for w in words if w.head == word.head and w.dep == "xcomp"]
        last = [w for w in words if first and w.head == first[0].index and w.dep == "conj"]
        row = [_opening(words, w) for w in (*first[:1], word, *last[-1:])]
        inside = len(row) == 3 and first[0].index < word.index < last[-1].index
        if inside and row == ["to", "to", "to"]:
            words[word.index] = replace(word, head=first[0].index, dep="conj")


def _opening(words: Sequence[Word], word: Word) -> str:
    """The mark of an infinitive or a clause."""
    return next((w.text.lower() for w in words if w.head == word.index and w.dep == "mark"), "")


ASKING = frozenset({"how", "whether"})


MARKS = frozenset("by to because through from in after for".split())


def marks_in_a_row(words: list[Word]) -> None:
    """*saves it by lending seed, which pays, and by buying oats*: by lending and by buying.

    So of *dried at home or by hanging it up*: no verb is joined to the hanging.
    """
    for word in list(words):
        opening = [w for w in words if w.head == word.index and w.dep == "mark"]
        mark = opening[0] if opening else word
        if word.dep != "conj" or mark == word or words[mark.index - 1].dep != "cc":
            continue
        text, top = mark.text.lower(), words[word.head]
        if text not in MARKS or _opening(words, top) == text or word.upos != "VERB":
            continue
        alike = [
            w
            for w in words[: mark.index]
            if w.xpos == word.xpos and _opening(words, w) == text
            if _is_below(words, top.index, w.index) or w.head == top.index
        ]
        if alike:
            words[word.index] = replace(word, head=alike[-1].index)
        elif _is_predicate(words, top.index) and text in {"by", "through", "because"}:
            words[word.index] = replace(word, dep="advcl")


def within_a_subject(words: list[Word]) -> None:
    """*A treaty in May 1905, the Vard treaty, broke*: it was made in May, and broke some day."""
    for word in list(words):
        for subject in words[: word.index] if word.dep == "obl" else ():
            if subject.head != word.head or not subject.dep.startswith("nsubj"):
                continue
            behind = [w for w in words[word.index : word.head] if w.dep == "appos"]
            if any(_is_below(words, w.index, subject.index) for w in behind):
                words[word.index] = replace(word, head=subject.index, dep="nmod")


def here_and_there(words: list[Word]) -> None:
    """*grows both slowly in sand and fast in clay*: each adverb goes with its own phrase."""
    for both, adverb in pairwise(list(words)):
        near = words[both.head]
        if both.dep != "cc:preconj" or adverb.upos != "ADV" or adverb.head != near.head:
            continue
        second = [w for w in words if w.head == near.index and w.dep == "conj" and w.upos == "ADV"]
        behind = words[second[0].index :] if second else ()
        far = [w for w in behind if (w.head, w.dep) in {(near.index, "conj"), (near.head, "obl")}]
        far = [w for w in far if w.upos in NOUNS]
        if near.dep != "obl" or not far:
            continue
        words[adverb.index] = replace(adverb, head=near.index)
        words[far[0].index] = replace(far[0], head=near.index, dep="conj")
        words[second[0].index] = replace(second[0], head=far[0].index, dep="advmod")
        for word in list(words):
            if word.head == second[0].index and word.dep == "cc":
                words[word.index] = replace(word, head=far[0].index)


def clauses_as_subjects(words: list[Word]) -> None:
    """*How fast glass cools is told by …*: the glass cools, and nobody has *glass cools*."""
    if words[0].text.lower() not in ASKING or words[-1].text == "?":
        return
    for word in list(words):
        verb, noun = words[word.head], words[word.index - 1]
        inside = 1 < word.index < len(words) - 1
        if not word.dep.startswith("nsubj") or word.xpos != "NNS" or not inside:
            continue
        beside = [w for w in words if w.head == verb.index and w.index > word.index]
        finite = words[word.index + 1]
        several = finite.xpos != "VBZ" or not is_verb(word.lemma.lower())
        if several or noun.head != word.index or noun.dep != "compound" or not beside:
            continue
        words[word.index] = replace(word, upos="VERB", xpos="VBZ", feats=NOW, dep="csubj")
        words[noun.index] = replace(noun, dep="nsubj")
        for kid in list(words[: noun.index]):
            if kid.dep == "det" and kid.head in {word.index, noun.index}:
                words[kid.index] = replace(kid, head=noun.index)
            elif kid.head in {word.index, verb.index} and kid.index < noun.index:
                dep = "mark" if kid.text.lower() == "whether" else "advmod"
                words[kid.index] = replace(kid, head=word.index, dep=dep)
        return


NOW = "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"


def participles_before_when(words: list[Word]) -> None:
    """*Rocks formed when springs lose their gas*: past and present are no one sentence."""
    for verb in list(words):
        if verb.xpos not in {"VBD", "VBN"} or not verb.text.endswith("ed"):
            continue
        beside = [w for w in words if w.head == verb.index]
        subjects = [w for w in beside if w.dep.startswith("nsubj") and w.index == verb.index - 1]
        now = any(w.dep == "advcl" and w.xpos in {"VBZ", "VBP"} and _when(words, w) for w in beside)
        if not subjects or not now or {w.dep.split(":")[0] for w in beside} & {"aux", "obj", "cop"}:
            continue
        noun = subjects[0]
        words[noun.index] = replace(noun, head=verb.head, dep=verb.dep)
        words[verb.index] = replace(verb, xpos="VBN", feats=DONE, head=noun.index, dep="acl")
        for word in beside:
            if word.index < noun.index:
                words[word.index] = replace(word, head=noun.index)


def _when(words: Sequence[Word], clause: Word) -> bool:
    return any(w.head == clause.index and w.text.lower() == "when" for w in words)


DONE = "Tense=Past|VerbForm=Part"
PAST = "Mood=Ind|Tense=Past|VerbForm=Fin"


def third_person_first(words: list[Word]) -> None:
    """*Deletes the line*: a line without subject, and no order to anybody."""
    for word in words[:1]:
        low = word.text.lower()
        if word.upos != "VERB" or word.xpos not in {"VB", "VBP"} or base_of(low, low) == low:
            continue
        feats = "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"
        words[0] = replace(word, lemma=base_of(low, low), xpos="VBZ", feats=feats)


def finite_verbs(words: list[Word]) -> None:
    """*The glands secrete* has a plural verb, *Iran desires* one of one."""
    for word in list(words):
        low = word.text.lower()
        if word.xpos == "VBZ" and not low.endswith("s") and low == word.lemma.lower():
            feats = word.feats.replace("Number=Sing|Person=3|", "")
            words[word.index] = replace(word, xpos="VBP", feats=feats)
        if word.xpos == "VBP" and word.upos == "VERB" and low.endswith("s"):
            base = base_of(low, low)
            if base != low:
                feats = "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"
                words[word.index] = replace(word, lemma=base, xpos="VBZ", feats=feats)


def no_passives(words: list[Word]) -> None:
    """*They capitalized on it*, *prices decreased by 20%*: active, for nothing makes it passive."""
    for word in list(words):
        if word.dep != "nsubj:pass" or word.head < 0:
            continue
        verb = words[word.head]
        beside = [w for w in words if w.head == verb.index]
        if verb.upos != "VERB" or any(w.dep.startswith("aux") for w in beside):
            continue
        by_how_much = any(w.text == "%" or w.upos == "SYM" for w in beside)
        if verb.xpos == "VBN" and verb.dep == "root" and by_how_much:
            feats = "Mood=Ind|Tense=Past|VerbForm=Fin"
            words[verb.index] = verb = replace(verb, xpos="VBD", feats=feats)
        if verb.xpos in {"VBD", "VBZ", "VBP"}:
            words[word.index] = replace(word, dep="nsubj")


def participles_beside_nouns(words: list[Word]) -> None:
    """*delaying fatigue and improving strength*: two things done, not a thing and a deed."""
    for word in list(words):
        if word.xpos != "VBG" or word.dep != "conj" or word.head < 0:
            continue
        noun = words[word.head]
        verb = words[noun.head] if noun.head >= 0 else None
        acts = any(w.head == word.index and w.dep == "obj" for w in words)
        if not acts or verb is None or noun.xpos not in {"NN", "NNS"} or noun.dep != "obj":
            continue
        if verb.xpos == "VBG":
            words[word.index] = replace(word, head=verb.index)


def reasons_of_the_last(words: list[Word]) -> None:
    """*Rust is brown but is brittle, as it is dry*: why it is brittle; why it is brown, perhaps."""
    for word in list(words):
        if word.head < 0 or not _tells_why(words, word):
            continue
        verb = words[word.head]
        later = [
            w.index
            for w in words
            if w.head == verb.index and w.dep == "conj" and verb.index < w.index < word.index
        ]
        if later and _is_predicate(words, later[-1]):
            words[word.index] = replace(word, head=later[-1])


def _tells_why(words: Sequence[Word], word: Word) -> bool:
    marks = {w.text.lower() for w in words if w.head == word.index and w.dep in {"mark", "case"}}
    return (word.dep == "advcl" and bool(marks & {"as", "because", "since"})) or (
        word.dep.startswith("obl") and "due" in marks
    )


def _predicate_above(words: Sequence[Word], word: Word) -> Word:
    """The nearest predicate from a word upwards; the root where there is none."""
    while word.head >= 0 and not _is_predicate(words, word.index):
        word = words[word.head]
    return word


def _is_predicate(words: Sequence[Word], index: int) -> bool:
    beside = {w.dep.split(":")[0] for w in words if w.head == index}
    return words[index].upos in {"VERB", "AUX"} or bool(beside & {"cop", "aux"})


def names_over_verbs(words: list[Word]) -> None:
    """*Aspirin inhibits COX-1*: no part of a name stands on the other side of its verb."""
    for word in list(words):
        if word.dep.split(":")[0] not in {"flat", "compound"} or word.head < 0:
            continue
        verb = words[word.head].head
        if not word.head < verb < word.index or words[verb].upos != "VERB":
            continue
        if words[word.head].dep == "nsubj" and not any(
            w.head == verb and w.dep == "obj" for w in words
        ):
            words[word.index] = replace(word, head=verb, dep="obj")


def participles_in_commas(words: list[Word]) -> None:
    """*The mill, founded in 1913, ground rye*: the participle tells of the mill, and is no verb."""
    for verb in list(words):
        comma = words[verb.index - 1].text == "," if verb.index else False
        if verb.xpos != "VBD" or not comma or not verb.text.lower().endswith("ed"):
            continue
        kids = [word for word in words if word.head == verb.index]
        subjects = [k for k in kids if k.dep == "nsubj" and k.index < verb.index]
        ties = {k.head for k in words if k.dep == "cc"}
        joined = [k for k in kids if k.dep == "conj" and k.xpos in {"VBD", "VBZ", "VBP"}]
        if len(subjects) != 1 or not joined or joined[0].index in ties:
            continue
        top = joined[0]
        told = {k.dep for k in kids if k.index < top.index}
        if words[top.index - 1].text != "," or told & {"obj", "aux", "ccomp", "xcomp", "cc"}:
            continue
        words[top.index] = replace(top, head=verb.head, dep=verb.dep)
        words[verb.index] = replace(verb, xpos="VBN", head=subjects[0].index, dep="acl")
        for kid in kids:
            if kid.index != top.index and not verb.index < kid.index < top.index - 1:
                words[kid.index] = replace(kid, head=top.index)


Mend = Callable[[list[Word]], None]
MENDS: tuple[Mend, ...] = (
    phrases_in_front,
    finite_verbs,
    no_passives,
    names_over_verbs,
    participles_beside_nouns,
    reasons_of_the_last,
    subject_of_modifier,
    number_ranges,
    units_of_units,
    participles_in_commas,
    called_without_subject,
    nearly_all,
    two_objects,
    two_nouns_of_a_phrase,
    turned_into,
    compared_with,
    by_what_is_done,
    what_it_was,
    with_what_is_so,
    who_does_it_with,
    over_another_part,
    ends_of_clauses_in_front,
    subjects_behind_and,
    told_behind_a_colon,
    published_by_persons,
    two_subjects,
    kinds_before_names,
    two_words_of_a_name,
    hyphens_of_a_name,
    participles_behind_articles,
    years_of_months,
    nearly_a_number,
    numbers_in_asides,
    which_is_why,
    which_after_object,
    clause_of_apposition,
    hyphenated,
    past_of_one_form,
    present_of_one_form,
    joined_over_clauses,
    clauses_on_nouns,
    nouns_as_verbs,
    subjects_read_as_clauses,
    participles_behind_orders,
    times_of_a_start,
    second_of_two_dates,
    shares_in_a_row,
    purposes_in_a_row,
    marks_in_a_row,
    within_a_subject,
    here_and_there,
    clauses_as_subjects,
    participles_before_when,
    third_person_first,
)
