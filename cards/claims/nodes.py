"""Words of a sentence in, the nodes of a chain out: things and events, and what they join by."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from cards.claims.passage import Passage
from cards.english.causes import COLOURING, KEEPING_FROM, LETTING, change_of, effect_of
from cards.english.phrases import (
    DENYING,
    PERSONAL,
    POINTING,
    SHELLS,
    dangling,
    is_plural,
    noun_words,
    points_back,
    repaired_article,
)
from cards.english.rarity import rarity
from cards.english.thesaurus import names_somebody
from cards.english.tree import Tree
from cards.english.verbs import NUMBERS, base_of, inflect, is_verb, lemma_of

TOO_LONG = 12
"""Words of a node."""
LONG = 7
"""Words from which a node loses what only narrows it: relative clauses, *such as*."""

AMOUNTS = {
    "increase": "+",
    "rise": "+",
    "growth": "+",
    "surge": "+",
    "gain": "+",
    "boost": "+",
    "spike": "+",
    "decrease": "-",
    "reduction": "-",
    "decline": "-",
    "drop": "-",
    "fall": "-",
    "lack": "-",
    "absence": "-",
    "loss": "-",
    "shortage": "-",
    "collapse": "-",
    "elimination": "-",
    "prevention": "-",
    "inhibition": "-",
}
"""Nouns that say of another noun that there is more or less of it."""
CARRIERS = frozenset(
    """release production formation level amount activation presence change improvement
    development availability generation secretion synthesis quantity rate concentration
    use total number majority pair set amount degree maintenance molecule""".split()
)
"""Nouns that leave the thing behind *of* the same for a chain."""
MORE = frozenset(
    """high higher large larger great greater more increased rising elevated growing extra strong
    stronger this these that such enhanced improved heightened increasing additional""".split()
)
"""Words before a noun that only say that there is more of it."""
LESS = frozenset(
    """less few fewer lower reduced decreased declining falling limited diminished insufficient
    low decreasing lowered shrinking""".split()
)
"""Words before a noun that say that there is less of it."""
DEGREES = frozenset({"very", "much", "significantly", "considerably", "overall", "even", "far"})
FUNCTION = frozenset({"ADV", "DET", "ADP", "PRON", "CCONJ", "PUNCT", "PART", "SCONJ", "AUX"})
ANYBODY = frozenset(
    """individual people person user one someone everyone anyone human you we they i he she
    somebody anybody everybody patient participant researcher viewer listener reader speaker
    author learner student man woman guy folk""".split()
)
"""Who does a thing where it matters little who."""
UNSAID = frozenset(
    """thing way something anything everything nothing lot bit kind sort type result outcome
    effect impact consequence benefit advantage disadvantage drawback challenge issue problem
    difficulty aspect factor element point fact reason example case situation possibility
    approach method process concept idea insight understanding perspective role importance
    need time success quality experience result goal purpose decision choice option solution
    strategy technique practice need opportunity environment content information detail future
    success change improvement which that what it this these those they question answer
    conversation discussion year day month week period stage phase moment era purpose core chance
    upside program feature issue""".split()
)
"""Heads that say nothing by themselves."""
UNDERGOING = frozenset(
    """undergo experience have contain receive get gain use consume eat drink take face
    encounter lack need require introduce add apply keep perform do engage""".split()
)
"""Verbs whose object is the thing itself in a chain: *bones undergo stress*."""
PREDICATIVE = frozenset(
    """able unable afraid alive aware asleep awake alone absent present available ready due likely
    unlikely possible impossible difficult easy hard important necessary essential""".split()
)
"""Adjectives that do not stand before their noun, or mean another thing there."""

OPEN = frozenset({"likely", "unlikely", "able", "unable", "willing", "due", "prone"})
"""Adjectives that say nothing without what follows: *customers being less likely*."""


TELLING = 0.5
"""Rarity from which an adjective makes a thing of an empty noun: *crispy bits*."""


RARE = 0.7
"""Rarity from which *this osmosis* names its thing without *this*, unlike *this outlook*."""


CLEAR = 0.75
"""Rarity from which an adjective tells which *this dietary choice* is, unlike *flexible*."""


@dataclass(frozen=True)
class Node:
    """A thing or an event as a chain shows it."""

    text: str
    keys: tuple[str, ...]
    """What it joins by: one for each of several things, so that *blood flow and oxygen* is both."""
    less: bool = False
    """The words speak of less of the thing: *less light*, *blocking sunlight*."""
    plural: bool = False
    falls: bool = False
    """There comes to be less of it here, though the words do not say so."""
    guessed: bool = False
    """What a pronoun stands for most likely."""
    somebody: bool = False
    """It is who acts, no thing: *the early farmers*."""
    measured: bool = False
    """It is so much of a thing or of nothing: *200 mg*, *half of the gas*."""

    @property
    def key(self) -> str:
        return " & ".join(self.keys)


def thing(
    passage: Passage, head: int, *, bare: bool = False, without: Collection[int] = ()
) -> tuple[Node, int] | None:
    """Read a noun phrase.

    Args:
        without: Words to leave out.
        bare: Without words of amount: *an increase in adrenaline* is *adrenaline*, and they turn
            into the sign.

    Returns:
        The node, and -1 where *bare* left out words for less, else 1; None for what names nothing
        by itself.
    """
    tree, turn = passage.tree, 1
    if head in passage.instead:
        return _resolved(passage, head)
    if tree.words[head].upos in {"VERB", "AUX"}:
        node = event(passage, head, None)
        return (node, 1) if node else None
    head = _meant(tree, head)
    if not _is_noun(tree, head):
        return None
    less = _says_less(tree, head)
    if bare:
        inner = _amount_of(tree, head)
        if inner is not None:
            turn = -1 if AMOUNTS[tree.lemma(head)] == "-" else 1
            head = inner
            less = _says_less(tree, head)
        if less and not _is_kept(tree, head):
            turn, less = -turn, False
        if head in passage.instead:
            found = _resolved(passage, head)
            return (found[0], turn) if found else None
    drop = {*without, *(_amount_words(tree, head) if bare else ())}
    text = phrase(passage, head, drop)
    if not text:
        return None
    keys = tuple(dict.fromkeys(k for h in _same(tree, head) for k in keys_of(tree, h)))
    keys = keys or ((_own_key(tree, head),) if text else ())
    who = _is_somebody(tree, head)
    much = _is_measure(tree, head)
    node = Node(text, keys, less, is_plural(tree, head), somebody=who, measured=much)
    return (node, turn) if keys else None


WORD = re.compile(r"\w+")


def left_out(tree: Tree, head: int, text: str) -> Iterator[int]:
    """Things beside one that its phrase leaves out: *acid in muscles and alcohol in yeast*."""
    for kid in conjuncts(tree, head):
        if tree.words[kid].text.lower() not in WORD.findall(text.lower()):
            yield kid


def things(passage: Passage, head: int) -> tuple[Node, ...]:
    """A thing and those beside it that are too long to be said with it: each is a cause."""
    found = thing(passage, head)
    if found is None:
        return ()
    others = (thing(passage, kid) for kid in left_out(passage.tree, head, found[0].text))
    return (found[0], *(other[0] for other in others if other))


MEASURES = frozenset(
    """meter metre kilometer kilometre mile foot inch centimeter centimetre millimeter
    millimetre micrometer nanometer gram kilogram milligram microgram pound ounce ton tonne liter
    litre milliliter millilitre gallon dollar euro cent watt kilowatt megawatt volt hertz joule
    calorie kilocalorie byte mg kg g cm mm km m nm ml l kwh hz khz mhz ghz cup teaspoon tablespoon
    spoonful handful barrel bucket bushel pint""".split()
)
SPANS = frozenset(
    "degree millisecond second minute hour day week month year decade century".split()
)
PARTS_OF = frozenset({"half", "third", "quarter", "three-quarter", "two-third"})


def _is_measure(tree: Tree, head: int) -> bool:
    """*200 mg*, *a cup of flour*, *half of the gas*: what is measured, or its number alone."""
    lemma, of = tree.lemma(head), tree.of(head)
    if lemma in PARTS_OF:
        return of is not None and not tree.kids(head, "acl", "amod")
    told = tree.kid(head, "nummod") is not None
    return (lemma in MEASURES and (told or of is not None)) or (
        lemma in SPANS and told and of is None
    )


def _is_somebody(tree: Tree, head: int) -> bool:
    """*The early farmers*, *Kim*: no *farm prices*, no *bees*."""
    word = tree.words[head]
    if word.upos == "PROPN":
        return word.text.lower() in tree.lexicon.people or word.text.lower() == tree.lexicon.hero
    if tree.kids(head, "compound"):
        return False
    return tree.lemma(head) in ANYBODY or names_somebody(tree.lemma(head))


def _is_noun(tree: Tree, head: int) -> bool:
    word = tree.words[head]
    return (word.upos in {"NOUN", "PROPN"} or word.xpos[:2] == "NN") and word.text not in SHARES


def named_before(passage: Passage, head: int) -> Node | None:
    """The nearest thing in the sentences before with the noun of *this tension*."""
    found = next(_with_noun(passage, head, passage.before), None)
    if found is not None or passage.tree.kids(head, "amod", "compound", "nmod", "acl"):
        return found
    return next((node for node in _with_noun(passage, head, passage.past) if " " in node.key), None)


def _with_noun(passage: Passage, head: int, past: Sequence[Passage]) -> Iterator[Node]:
    """Things of sentences with the noun of another, the nearest first."""
    word = passage.tree.words[head]
    for before in reversed(past):
        for other in before.tree.words:
            if other.lemma == word.lemma and other.upos == "NOUN":
                drop = [
                    w for k in before.tree.kids(other.index, "acl") for w in before.tree.below(k)
                ]
                found = thing(before, other.index, without=drop)
                if found:
                    yield found[0]


def unpointed(passage: Passage, head: int) -> Node | None:
    """What *this sudden thirst* is without its *this*; no more than a guess."""
    tree = passage.tree
    dets = [k for k in tree.kids(head, "det") if tree.lemma(k) in POINTING]
    if not dets or tree.lemma(head) in ANYBODY:
        return None
    told = tree.kids(head, "amod", "compound", "nmod")
    if tree.lemma(head) in SHELLS | UNSAID:
        inside = [] if tree.lemma(head) in KINDS else tree.kids(head, "compound", "nmod")
        if not inside and all(rarity(tree.lemma(k)) < CLEAR for k in tree.kids(head, "amod")):
            return None
    elif not told and rarity(tree.lemma(head)) < RARE:
        return None
    found = thing(passage, head, without=dets)
    return replace(found[0], guessed=True) if found else None


KINDS = frozenset(
    """form type kind sort level property combination way era state period number amount degree
    example part""".split()
)
"""Nouns that *of* makes no clearer: *this kind of training*."""


def _meant(tree: Tree, head: int) -> int:
    """*practices such as taping*: the taping; *each of the two cells*: the cells."""
    if tree.words[head].text in ROOTS and (of := tree.of(head)) is not None:
        return of
    for kid in tree.kids(head, "nmod"):
        if tree.marker(kid) in {"such as", "like", "including"} and (
            tree.lemma(head) in UNSAID or tree.lemma(head) in SHELLS
        ):
            return kid
        if tree.marker(kid) == "of" and tree.lemma(head) in {"each", "one", "both", "many", "most"}:
            return kid
    return head


ROOTS = frozenset({"square", "cube", "logarithm"})
"""What is reckoned of a thing, and goes up and down with it: *the square of the distance*."""


def _resolved(passage: Passage, head: int) -> tuple[Node, int] | None:
    text = passage.instead[head]
    key = plain_key(text)
    if not text or not key or passage.tree.words[head].dep == "nmod:poss":
        return None
    return Node(text, (key,), False, passage.plurals.get(head, False)), 1


def conjuncts(tree: Tree, head: int) -> list[int]:
    return [
        k
        for k in tree.kids(head, "conj")
        if tree.words[k].upos in {"NOUN", "PROPN"}
        and not (_narrows(tree, k, long=False) or _cut_off(tree, k, head))
    ]


def _same(tree: Tree, head: int) -> list[int]:
    """The thing, the things beside it, and its examples: *growth factors such as BDNF*."""
    found = [head, *conjuncts(tree, head)]
    here = head
    for _ in range(3):
        for kid in tree.kids(here, "nmod"):
            if tree.marker(kid) in {"such as", "including", "like"}:
                found += [kid, *conjuncts(tree, kid)]
        inner = tree.kid(here, "nmod")
        if inner is None or tree.lemma(here) not in CARRIERS | set(AMOUNTS):
            break
        here = inner
    return found


def keys_of(tree: Tree, head: int) -> Iterator[str]:
    """The keys of one thing: its words, and what a bracket behind it calls it besides."""
    key = key_of(tree, head)
    inner = core(tree, head)
    for kid in tree.kids(inner, "appos"):
        below = tree.below(kid)
        if any(tree.words[w].text == "(" for w in below):
            yield " ".join(sorted(_name(tree, w) for w in below if tree.words[w].upos != "PUNCT"))
    if key:
        yield key


def _own_key(tree: Tree, head: int) -> str:
    """The key of a thing that is told by words of amount alone: *lower growth rates*."""
    told = [head, *tree.kids(head, "compound", "amod")]
    return " ".join(sorted(_name(tree, w) for w in told if tree.words[w].text not in SHARES))


def core(tree: Tree, head: int) -> int:
    """The lactate in *the production of lactate*."""
    for _ in range(4):
        if tree.lemma(head) not in CARRIERS and tree.lemma(head) not in AMOUNTS:
            break
        wanted = {"of"} if tree.lemma(head) in CARRIERS else {"of", "in", ""}
        if tree.lemma(head) in {"change", "improvement"}:
            wanted = {"of", "in"}
        kids = [k for k in tree.kids(head, "nmod") if tree.marker(k) in wanted]
        kids += tree.kids(head, "compound")
        if not kids:
            break
        head = kids[0]
    return head


def _amount_of(tree: Tree, head: int) -> int | None:
    """The thing in *an increase in the thing*."""
    if tree.lemma(head) not in AMOUNTS:
        return None
    kids = [k for k in tree.kids(head, "nmod") if tree.marker(k) in {"in", "of"}]
    if any(not tree.marker(k) and k > head for k in tree.kids(head, "nmod")):
        return None
    usable = kids and tree.words[kids[0]].upos in {"NOUN", "PROPN"} and not conjuncts(tree, head)
    return kids[0] if usable else None


def _amount_words(tree: Tree, head: int) -> set[int]:
    found = {k for k in tree.kids(head, "amod") if tree.words[k].text.lower() in ADDED}
    found = {k for k in found if not _is_degree(tree, k)}
    if found:
        found |= {k for k in tree.kids(head, "advmod") if tree.lemma(k) in DEGREES and k < head}
    return {w for k in found for w in tree.below(k)}


def _is_kept(tree: Tree, head: int) -> bool:
    """*limited access*, where the word for less stays with the noun; *reduced access* loses it."""
    told = {tree.words[k].text.lower() for k in tree.kids(head, "amod")}
    return bool(told & LESS) and not told & LESS & ADDED


def _is_degree(tree: Tree, word: int) -> bool:
    """*more effective drugs*: not more drugs."""
    after = tree.words[word + 1 : word + 2]
    graded = any(next_.upos == "ADJ" and next_.dep == "amod" for next_ in after)
    return tree.words[word].text.lower() == "more" and graded


ADDED = frozenset({"more", "less", "fewer", "increased", "reduced", "decreased", "greater"})


def _says_less(tree: Tree, head: int) -> bool:
    if tree.lemma(head) in AMOUNTS and AMOUNTS[tree.lemma(head)] == "-" and _amount_of(tree, head):
        return True
    return any(tree.words[k].text.lower() in LESS for k in tree.kids(head, "amod"))


def phrase(passage: Passage, head: int, drop: Collection[int] = ()) -> str:
    """Spell a noun phrase that stands by itself, without its additions where they hinder it.

    Returns:
        Empty where no part of it stands by itself.
    """
    tried: list[set[int]] = []
    for fewer in _fewer(passage.tree, head):
        if fewer not in tried:
            tried.append(fewer)
            if text := _spelled(passage, head, {*drop, *fewer}):
                return text
    return ""


def _fewer(tree: Tree, head: int) -> Iterator[set[int]]:
    """Ways to shorten a phrase, the mildest first."""
    acl = [k for k in tree.kids(head, "acl") if tree.words[k].xpos != "VBG"]
    clauses = {w for k in acl for w in tree.below(k)}
    agents = {w for k in tree.kids(head, "nmod") if tree.marker(k) == "by" for w in tree.below(k)}
    others = {w for k in tree.kids(head, "conj") for w in tree.below(k)}
    told = tree.kids(head, "amod", "compound") or any(
        tree.marker(k) == "of" for k in tree.kids(head, "nmod")
    )
    places = {
        w
        for k in tree.kids(head, "nmod")
        if k > head and tree.marker(k) not in {"", "of"} and told
        for w in tree.below(k)
    }
    ends = {w for k in acl for c in tree.kids(k, "conj", "advcl") for w in tree.below(c)}
    yield set()
    yield ends
    yield agents
    yield clauses
    yield others
    yield others | clauses
    yield others | clauses | agents | places


def _spelled(passage: Passage, head: int, drop: Collection[int]) -> str:
    tree = passage.tree
    if _is_but_some(tree, head):
        return ""
    drop = {*drop, *_loose(tree, head)}
    words = [w for w in noun_words(tree, head) if w not in drop]
    words = [w for w in words if w not in _narrowing(tree, head, long=len(words) > LONG)]
    owners = _owners(passage, words)
    passage = replace(passage, instead={**passage.instead, **owners}) if owners else passage
    while words and tree.words[words[0]].upos in {"CCONJ", "ADV", "PUNCT"}:
        words = words[1:]
    if _denies(passage, words) or dangling(tree, words, passage.instead):
        return ""
    if tree.dep(head) == "nsubj" and words and tree.lemma(words[0]) in LEADING:
        return ""  # "in open water speed falls"
    back = points_back(tree, head, words) and not _is_of_a_kind(tree, head, words)
    if back or _says_nothing(tree, head, words):
        return ""
    owned = [w for w in words if tree.words[w].text.lower() in OWNED and w not in owners]
    if owned or any(_is_elsewhere(tree, w) for w in words):
        return ""
    if words and (_is_open(tree, words[-1]) or _is_stump(tree, words[-1])):
        return ""
    if _is_robbed(tree, head, words) or _is_torn(tree, head, words):
        return ""
    text = repaired_article(tree.say(words, passage.instead))
    return text if len(text.split()) <= TOO_LONG else ""


def _is_but_some(tree: Tree, head: int) -> bool:
    """*not all loaves*; but *not only the loaves* are meant as well."""
    denials = [k for k in tree.kids(head, "advmod") if tree.lemma(k) == "not" and k < head]
    return any(tree.words[k + 1].text.lower() in {"all", "every", "each"} for k in denials)


LEADING = frozenset("in on for with without under during after before from through by than".split())
"""Prepositions that begin no subject: what they lead in belongs to the clause."""


def _is_of_a_kind(tree: Tree, head: int, words: Collection[int]) -> bool:
    """*a wooden frame*, where *a frame* alone would name nothing."""
    if "the" in tree.determiners(head) or tree.lemma(head) in UNSAID:
        return False
    return any(k in words and rarity(tree.lemma(k)) >= TELLING for k in tree.kids(head, "amod"))


def _is_open(tree: Tree, last: int) -> bool:
    """*deriving from what*, *keeping away those*: the clause that told it is left out."""
    return tree.words[last].xpos in {"WP", "WRB"} or tree.lemma(last) in {"those", "that"}


def _is_stump(tree: Tree, last: int) -> bool:
    """*exercises designed*, where *to build muscle* is left out."""
    rest = [k for k in tree.kids(last, "advcl", "xcomp", "obl", "ccomp") if k > last]
    return tree.words[last].xpos == "VBN" and tree.dep(last) == "acl" and bool(rest)


def _is_torn(tree: Tree, head: int, words: Sequence[int]) -> bool:
    """*sleep issues reduced performance*, where what stood between them is left out."""
    kept = set(words)
    for kid in tree.kids(head, "conj"):
        branch = [w for w in tree.below(kid) if w in kept]
        before = [w for w in words if w < min(branch)] if branch else []
        joined = any(w in kept for w in tree.kids(kid, "cc", "punct"))
        if before and not joined and min(branch) > max(before) + 1:
            return True
    return False


def _is_robbed(tree: Tree, head: int, words: Collection[int]) -> bool:
    """*a country*, of which only *that builds dams* told which."""
    lost = [
        k
        for k in tree.kids(head, "acl")
        if k not in words and not tree.comma_before(k) and tree.marker(k) != "from"
    ]
    told = any(tree.dep(w) in {"amod", "compound", "nmod"} for w in words if w != head)
    only = any(tree.lemma(k) in {"only", "first", "one"} for k in tree.kids(head))
    only = only or tree.lemma(head) in POWERS
    return bool(lost) and (only or not (told or rarity(tree.lemma(head)) >= TELLING))


ELSEWHERE = frozenset(
    """following above below former latter aforementioned previous preceding others whose oneself
    yourself ourselves himself herself""".split()
)
"""Words that point to another place of the text."""
POWERS = frozenset(
    {"ability", "capacity", "power", "tendency", "potential", "capability", "need", "failure"}
)
"""Nouns of what something does or could do: without its *to*, *the ability* is none."""


def _owners(passage: Passage, words: Sequence[int]) -> dict[int, str]:
    """Whose *its* and *their* are: *Germany faces trends that strain its banks*."""
    found = {}
    for word in words:
        low = passage.tree.words[word].text.lower()
        if low in OWNERS and passage.tree.dep(word) == "nmod":
            owner = _owner_of(passage.tree, word, words)
            if owner is not None:
                found[word] = owner
    return found


OWNERS = {"its": False, "their": True}
"""With their number."""


def _owner_of(tree: Tree, pronoun: int, words: Sequence[int]) -> str | None:
    """The nearest subject above; empty for people, whose *their* may go."""
    here = tree.words[pronoun].head
    for _ in range(8):
        head = tree.words[here].head
        if head < 0:
            return None
        subject = tree.kid(head, "nsubj")
        named = subject is not None and tree.words[subject].upos in {"NOUN", "PROPN"}
        if named and subject is not None and subject != here and subject < pronoun:
            return _owner_named(tree, subject, pronoun, words)
        here = head
    return None


def _owner_named(tree: Tree, subject: int, pronoun: int, words: Sequence[int]) -> str | None:
    """The owner as it is spelt; the pronoun itself where its owner stands in the same phrase."""
    low = tree.words[pronoun].text.lower()
    if subject in words:
        return low
    plural = OWNERS[low]
    name = noun_words(tree, subject)
    if plural and tree.lemma(subject) in ANYBODY and len(name) == 1:
        return ""
    between = range(max(name) + 1, pronoun)
    rivals = [w for w in between if tree.words[w].upos in {"NOUN", "PROPN"}]
    rivals = [w for w in rivals if tree.dep(w) != "compound" and is_plural(tree, w) == plural]
    fits = is_plural(tree, subject) == plural and len(name) <= OWNER and not rivals
    joined = any(tree.words[w].upos in {"ADP", "ADV", "CCONJ", "PART"} for w in name)
    if not fits or joined or dangling(tree, name, {}) or points_back(tree, subject, name):
        return None
    text = tree.say(name)
    return text + ("’" if text.endswith("s") else "’s")


OWNER = 4
"""Words of an owner at most."""


def _is_elsewhere(tree: Tree, word: int) -> bool:
    """*the above steps*, but not *above the water*."""
    return tree.words[word].text.lower() in ELSEWHERE and tree.dep(word) != "case"


OWNED = frozenset({"its", "their", "itself", "themselves", "his", "her", "my", "your", "our"})
SHARES = frozenset({"%", "percent"})
QUANTIFIERS = frozenset({"some", "any", "many", "most", "several", "certain", "various", "each"})


def _loose(tree: Tree, head: int) -> set[int]:
    """Words of a noun phrase that say nothing of the thing."""
    found: set[int] = {
        w
        for kid in tree.kids(head)
        if tree.words[kid].text in SHARES and kid < head
        for w in tree.below(kid)
    }
    for word in tree.below(head):
        noun = tree.words[word].head
        owner = tree.words[word].text.lower() in OWNED and tree.dep(word) == "nmod"
        if owner and _is_told(tree, noun, word):
            found.add(word)
            found.update(k for k in tree.kids(noun, "amod") if tree.lemma(k) == "own")
    for kid in tree.kids(head):
        if _is_loose(tree, kid, head):
            found.update(tree.below(kid))
    return found


def _is_loose(tree: Tree, kid: int, head: int) -> bool:
    dep = tree.dep(kid)
    if kid > head:
        return dep in {"amod", "acl", "appos", "conj"} and _cut_off(tree, kid, head)
    return dep == "advmod" or (
        dep in {"det", "amod"} and tree.words[kid].text.lower() in QUANTIFIERS
    )


def _cut_off(tree: Tree, kid: int, head: int) -> bool:
    """*strength, essential for health*; *reserve, critical factors in ageing*."""
    if not tree.comma_before(kid) or tree.words[kid].text == "(":
        return False
    if tree.dep(kid) != "conj":
        return not any(tree.words[w].text == "(" for w in tree.below(kid))
    if tree.kids(kid, "cc"):
        return any(head < k < kid for k in tree.kids(head, "acl"))
    joined = [k for k in tree.kids(head, "conj") if tree.kids(k, "cc")]
    return not joined or kid > max(joined)


def _is_told(tree: Tree, head: int, owner: int) -> bool:
    if tree.lemma(head) in UNSAID or tree.lemma(head) in SHELLS:
        return False
    return any(tree.dep(k) in {"amod", "compound", "nmod"} for k in tree.kids(head) if k != owner)


def _narrowing(tree: Tree, head: int, *, long: bool) -> set[int]:
    """Words that a node does without."""
    kids = [kid for kid in tree.kids(head) if _narrows(tree, kid, long=long)]
    return {w for kid in kids for w in tree.below(kid)}


EXAMPLES = frozenset({"such as", "like", "including", "rather than", "instead of"})


def _narrows(tree: Tree, kid: int, *, long: bool) -> bool:
    dep, marker = tree.words[kid].dep, tree.marker(kid)
    if dep == "conj":
        joints = {marker, *(tree.words[c].text.lower() for c in tree.kids(kid, "cc"))}
        apart = bool(joints & {"rather", "not", "than", "but", "to", "from", "into", "by"})
        return apart or tree.words[kid].upos in {"VERB", "AUX"}
    if marker in EXAMPLES:
        return long or tree.comma_before(kid)
    return (dep == "acl:relcl" and long) or (dep == "acl" and marker == "from")


def _says_nothing(tree: Tree, head: int, words: Collection[int]) -> bool:
    """*benefits*, *a range of factors*, *people*: no node of a mechanism."""
    lemma = tree.lemma(head)
    if lemma in ANYBODY:
        return not any(tree.dep(w) in {"amod", "compound", "nmod"} for w in words if w != head)
    if lemma not in UNSAID and lemma not in SHELLS:
        return False
    told = [
        w
        for w in words
        if w != head and (_is_inside(tree, w, head) or rarity(tree.lemma(w)) >= TELLING)
    ]
    if lemma in UNSAID:
        return not told
    return not told and not any(tree.dep(w) == "amod" for w in words)


def _is_inside(tree: Tree, word: int, head: int) -> bool:
    """Does a noun tell of the head, not of a clause that hangs on it?"""
    if tree.words[word].upos not in {"NOUN", "PROPN"}:
        return False
    here = word
    while here != head and here >= 0:
        if tree.dep(here) == "acl":
            return False
        here = tree.words[here].head
    return True


def event(passage: Passage, verb: int, subject: int | None) -> Node | None:
    """Read a clause as what happens: *bones undergoing mechanical stress*, *blocking sunlight*.

    Args:
        subject: Head of who does it, where it is to be said.
    """
    word = denial(passage.tree, verb)
    if word is not None and word not in passage.instead:
        return _not_happening(passage, verb, subject, word)
    return None if _is_denied(passage, verb) else _happening_event(passage, verb, subject)


def _happening_event(passage: Passage, verb: int, subject: int | None) -> Node | None:
    """As *event*, of a clause that denies nothing."""
    tree = passage.tree
    if tree.lemma(verb) in OCCURRING and subject is not None:
        return there(passage, subject)
    doing = tree.words[verb].xpos in {"VB", "VBG"} and subject is None
    if tree.kid(verb, "cop") is not None and not doing:  # "the aim is to plant hedges"
        return _state(passage, verb, subject)
    known = tree.lemma(verb) in KNOWING and not _is_helped(tree, verb)
    silent = tree.kid(verb, "ccomp") is not None or tree.lemma(verb) == "be" or known
    silent = silent or _has_no_base(tree, verb) or _is_reckoned(tree, verb)
    if silent or tree.words[verb].upos != "VERB":
        return None
    inner = tree.kid(verb, "xcomp")
    if tree.lemma(verb) in COLOURING and inner is not None and tree.words[inner].upos == "VERB":
        return event(passage, inner, subject)
    what = next((k for k in tree.kids(verb, "obl") if tree.marker(k) == "in"), None)
    if tree.lemma(verb) == "engage" and what is not None and subject is None:
        return there(passage, what)
    who = _who(passage, subject)
    passage = _with_anybody(passage, verb, subject) if who == "" else passage
    rest = _standing(passage, verb, known=bool(who))
    if who is None or rest is None:
        return None
    passive = is_passive(tree, verb) or _undergoes(tree, subject, verb)
    if not _is_whole(tree, verb, rest, who, passive=passive):
        return None
    if len(_happening(passage, verb, who, rest, passive=passive).split()) > TOO_LONG:
        rest = _shortened(tree, verb, rest, TOO_LONG - len(who.split()) - 1)
    said = _happening(passage, verb, who, rest, passive=passive)
    less, keys = _keys_of_event(passage, verb, subject, passive=passive)
    fits = len(said.split()) <= TOO_LONG
    plural = bool(who) and said.startswith(who) and is_plural(tree, subject or 0)
    return Node(said, keys, less, plural) if keys and fits else None


def _is_reckoned(tree: Tree, verb: int) -> bool:
    """*Four pots baked minus two smashed*: a sum, and no deed."""
    before = {tree.words[w].text.lower() for w in range(max(0, verb - 4), verb)}
    return bool(before & {"minus", "plus"})


def _is_helped(tree: Tree, verb: int) -> bool:
    """*lets bakers recognize a ripe dough*: there it is what comes about."""
    head = tree.words[verb].head
    told = tree.dep(verb) in {"xcomp", "ccomp", "advcl"} and tree.marker(verb) in {"", "to"}
    return told and head >= 0 and tree.lemma(head) in LETTING and tree.kid(verb, "obj") is not None


def _has_no_base(tree: Tree, verb: int) -> bool:
    """*resilvers* in *the glass resilvers*: a word whose other forms nobody knows."""
    word = tree.words[verb]
    base = base_of(word.text, tree.lemma(verb))
    inflected = word.xpos != "VBN" and base.endswith(("s", "ed"))
    return inflected and base == word.text.lower() and not is_verb(base)


def undone(passage: Passage, verb: int, subject: int | None) -> Node | None:
    """What a clause says does not happen: *the dough rising* for *the dough does not rise*."""
    word = denial(passage.tree, verb)
    if word is None:
        return None
    noun = passage.tree.words[word].head
    some = "" if noun == verb or noun != subject or is_plural(passage.tree, noun) else "any"
    return event(replace(passage, instead={**passage.instead, word: some}), verb, subject)


def _not_happening(passage: Passage, verb: int, subject: int | None, word: int) -> Node | None:
    """*The dough not rising*, *having no yeast*: that it does not happen, as something."""
    tree = passage.tree
    spoken = "no" if tree.lemma(word) == "no" else ""
    node = event(replace(passage, instead={**passage.instead, word: spoken}), verb, subject)
    if node is None or spoken:
        return node and replace(node, less=not node.less)
    who = _who(passage, subject) or ""
    if tree.kid(verb, "cop") is not None or not node.text.startswith(who):
        return None
    if tree.lemma(verb) in {"need", "require"}:  # there is no less of what is not needed
        node = replace(node, keys=tuple(f"need {key}" for key in node.keys))
    text = " ".join((*who.split(), "not", *node.text.removeprefix(who).split()))
    return replace(node, text=text, less=not node.less) if len(text.split()) <= TOO_LONG else None


UNDOING = frozenset({"not", "n't", "never"})
IN_PART = frozenset(
    """only just merely simply solely necessarily always all every everyone everything so as yet
    even fully entirely completely quite particularly more less much""".split()
)
"""What behind *not* leaves a part of it true."""
WISHES = frozenset({"should", "must", "shall", "need", "ought", "would", "might", "may"})
"""Auxiliaries with which *not* denies nothing that is."""


def denial(tree: Tree, verb: int) -> int | None:
    """The one word by which a clause says that a thing does not happen: *not*, *no yeast*."""
    nouns = tree.kids(verb, "nsubj", "obj")
    found = [k for k in tree.kids(verb, "advmod", "neg") if tree.lemma(k) in DENYING]
    found += [k for noun in nouns for k in tree.kids(noun, "det") if tree.lemma(k) == "no"]
    if len(found) != 1 or any(tree.lemma(k) in WISHES for k in tree.kids(verb, "aux")):
        return None
    word = found[0]
    after = tree.words[word + 1].text.lower() if word + 1 < len(tree.words) else ""
    said = tree.lemma(word) in UNDOING | {"no"} and after not in IN_PART
    return word if said and (tree.words[word].head != verb or word < verb) else None


ONES = {"their": "one’s", "your": "one’s", "our": "one’s", "themselves": "oneself"}
"""How a doing of anybody says what is theirs: *raising one’s pulse*."""


def _with_anybody(passage: Passage, verb: int, subject: int | None) -> Passage:
    tree = passage.tree
    if subject is None and tree.words[verb].xpos != "VBG":
        return passage
    if subject is not None and tree.words[subject].text.lower() in PERSONAL - {"you", "we", "us"}:
        return passage
    meant = ONES if subject is not None else {"your": ONES["your"]}
    words = rest_of(tree, verb)
    ones = {w: meant[low] for w in words if (low := tree.words[w].text.lower()) in meant}
    return replace(passage, instead={**passage.instead, **ones})


def _shortened(tree: Tree, verb: int, rest: Sequence[int], longest: int) -> list[int]:
    """A clause without its last phrases, as many as are too many; its object stays."""
    words = list(rest)
    for kid in reversed(tree.kids(verb, "obl", "advcl")):
        if len(words) > longest and kid > verb and tree.kid(verb, "obj") is not None:
            words = [w for w in words if w not in tree.below(kid)]
    return words


def is_passive(tree: Tree, verb: int) -> bool:
    """*is oxidized*, *gets oxidized*, *becomes entangled*"""
    if tree.kid(verb, "aux:pass") is not None:
        return True
    done = tree.words[verb].upos == "VERB" and tree.words[verb].xpos in {"VBN", "JJ"}
    head = tree.words[verb].head
    if done and tree.dep(verb) == "advcl" and tree.kid(verb, "aux", "nsubj", "obj") is None:
        return any(tree.words[k].xpos == "WRB" for k in tree.kids(verb, "advmod")) or (
            tree.marker(verb) in {"if", "once"}
        )
    return done and tree.dep(verb) == "xcomp" and tree.lemma(head) in {"get", "become"}


def _undergoes(tree: Tree, subject: int | None, verb: int) -> bool:
    """Not the base of *the base is expected to crumble*."""
    if subject is None or tree.words[subject].dep != "nsubj:pass":
        return False
    joined = tree.dep(verb) == "conj" and tree.words[verb].xpos in {"VBN", "VBD"}
    return tree.words[subject].head == verb or joined


def there(passage: Passage, noun: int) -> Node | None:
    """The thing of a clause that says only that it is there: *erosion occurs*."""
    found = thing(passage, noun)
    return found[0] if found else None


OCCURRING = frozenset({"occur", "happen", "arise", "emerge"})
"""Verbs that say of their subject only that it is there."""
KNOWING = frozenset(
    """understand know recognize recognise realize realise consider acknowledge appreciate explore
    discuss note remember examine explain""".split()
)
"""What a reader is to do: *understanding this link allows better choices*."""


def _stands(passage: Passage, verb: int, rest: Collection[int], *, known: bool) -> bool:
    """Do the words around a verb stand by themselves?"""
    tree = passage.tree
    if dangling(tree, rest, passage.instead, known=("subject",) if known else ()):
        return False
    if rest and _is_open(tree, max(rest)):
        return False
    if _denies(passage, rest) or any(_is_elsewhere(tree, w) for w in rest):
        return False
    owned = [w for w in rest if tree.words[w].text.lower() in OWNED]
    if not known and any(passage.instead.get(w) not in ONES.values() for w in owned):
        return False
    obj = tree.kid(verb, "obj")
    return obj is None or obj not in rest or not _says_nothing(tree, obj, noun_words(tree, obj))


def _standing(passage: Passage, verb: int, *, known: bool) -> list[int] | None:
    """The words of a clause without what points elsewhere; None where that is not enough."""
    rest = rest_of(passage.tree, verb)
    if not _stands(passage, verb, rest, known=known) and _is_full(passage.tree, verb):
        rest = _without_danglers(passage, verb, rest)
    return rest if _stands(passage, verb, rest, known=known) else None


def _is_full(tree: Tree, verb: int) -> bool:
    """Does a verb say enough without its phrases? *covering the dough*, *prevents breaking*."""
    return tree.kid(verb, "obj") is not None or _is_kept_off(tree, verb)


def _is_kept_off(tree: Tree, verb: int) -> bool:
    """*prevents sticking*"""
    return tree.dep(verb) == "xcomp" and tree.lemma(tree.words[verb].head) in KEEPING_FROM


def _without_danglers(passage: Passage, verb: int, rest: Sequence[int]) -> list[int]:
    """*breaking with this method*: the phrases that stand by themselves."""
    tree = passage.tree
    kids = [k for k in tree.kids(verb, "obl", "advmod") if k > verb]
    away = {k: tree.below(k) for k in kids if tree.marker(k) not in {"of", "to", "into", ""}}
    lost = {w for below in away.values() if dangling(tree, below, passage.instead) for w in below}
    return [w for w in rest if w not in lost]


def _is_whole(tree: Tree, verb: int, rest: Collection[int], who: str, *, passive: bool) -> bool:
    """False for *using* without what, *made* without what, *growing* without who."""
    if passive:
        return bool(who)
    if tree.words[verb].xpos == "VBN" and tree.kid(verb, "aux") is None:
        return False
    if who or any(tree.dep(w) in {"obj", "obl", "xcomp"} for w in rest if w > verb):
        return True
    named = _is_kept_off(tree, verb)
    return is_doing(tree, verb) and (named or tree.dep(verb) in {"csubj", "nsubj", "obj", "obl"})


def _happening(
    passage: Passage, verb: int, who: str, rest: Collection[int], *, passive: bool
) -> str:
    tree = passage.tree
    adverb = tree.say([w for w in rest if w < verb], passage.instead)
    after = tree.say([w for w in rest if w > verb], passage.instead)
    base = base_of(tree.words[verb].text, tree.lemma(verb))
    lost = base == tree.words[verb].text.lower() and base.endswith("ing") and not is_verb(base)
    doing = (adverb, base if lost else inflect(base, "VBG"))
    if passive:
        doing = ("being", f"{adverb} {tree.words[verb].text}".strip())
    return " ".join(part for part in (who, *doing, after) if part)


def is_doing(tree: Tree, verb: int) -> bool:
    """*Boiling helps*: a gerund alone is a name; *travels to* without its place is none."""
    return tree.words[verb].xpos == "VBG"


def _is_denied(passage: Passage, verb: int) -> bool:
    return _denies(passage, passage.tree.kids(verb, "advmod", "neg", "det"))


def _denies(passage: Passage, words: Iterable[int]) -> bool:
    """Do words deny something that is not left out?"""
    return any(passage.tree.lemma(w) in DENYING and w not in passage.instead for w in words)


WHY = frozenset({"due to", "because of"})
KEPT = {"obj", "iobj", "compound", "obl", "advmod", "xcomp"}
SPARE_ADVERBS = frozenset(
    """also so thus therefore hence thereby however then too often usually typically generally
    finally consequently subsequently even just only still further indeed ultimately
    specifically especially particularly potentially simply actually first later eventually
    primarily always never sometimes""".split()
)


def _is_completed(tree: Tree, kid: int) -> bool:
    """*relies on mixing*, *shifts to burning fat*: without it the verb says too little."""
    doing = tree.words[kid].xpos == "VBG"
    return tree.marker(kid) == "on" or (doing and tree.marker(kid) == "to")


def rest_of(tree: Tree, verb: int) -> list[int]:
    """The words of a clause that its event keeps, without subject, verb and what cuts off."""
    found: set[int] = set()
    for kid in tree.kids(verb):
        dep = tree.words[kid].dep
        loose = tree.comma_before(kid) and tree.dep(kid) != "obj"
        told = tree.dep(kid) in KEPT or (tree.dep(kid) == "advcl" and _is_completed(tree, kid))
        if not told or loose or kid < verb - 2:
            continue
        if tree.dep(kid) == "advmod" and (
            tree.lemma(kid) in SPARE_ADVERBS or tree.words[kid].xpos == "WRB"
        ):
            continue
        if dep == "obl" and (tree.marker(kid) in WHY or tree.lemma(kid) == "reason"):
            continue
        below = tree.below(kid)
        if tree.dep(kid) == "obj" or tree.dep(kid) == "obl":
            keep = noun_words(tree, kid, bare=False)
            below = [w for w in keep if w not in _narrowing(tree, kid, long=len(keep) > LONG)]
        if tree.dep(kid) != "obj":
            comma = next(
                (w for w in below if tree.words[w].text == "," and w > kid), len(tree.words)
            )
            below = [w for w in below if w < comma]
        found.update(below)
    return sorted(found)


def _who(passage: Passage, subject: int | None) -> str | None:
    """Who does it; empty where anybody does, None where it is not known."""
    if subject is None:
        return ""
    tree = passage.tree
    if tree.lemma(subject) in ANYBODY and subject not in passage.instead:
        told = tree.kids(subject, "amod", "compound", "nmod")
        if not told:
            return ""
    found = thing(passage, subject)
    if found is not None and len(found[0].text.split()) > LONGEST_WHO:
        found = thing(passage, subject, without=_additions(tree, subject))
    if found is None or len(found[0].text.split()) > LONGEST_WHO:
        return None
    return found[0].text


LONGEST_WHO = 6
"""Words of who does a thing."""


def _additions(tree: Tree, noun: int) -> set[int]:
    """What only tells more of a noun: clauses, places; not the grain of *the price of grain*."""
    kids = [k for k in tree.kids(noun, "nmod", "acl") if k > noun and tree.marker(k) != "of"]
    return {w for k in kids for w in tree.below(k)}


def _state(passage: Passage, verb: int, subject: int | None) -> Node | None:
    """*The fries are more rigid*: more rigid fries."""
    tree = passage.tree
    if subject is None or tree.words[verb].upos != "ADJ":
        return None
    return quality(passage, subject, verb)


def _plain(tree: Tree, noun: int) -> tuple[Node, int] | None:
    """The people of *makes people irritable*: a noun that only the adjective makes telling."""
    word = tree.words[noun]
    if word.upos != "NOUN" or tree.kids(noun) or tree.lemma(noun) in {"thing", "it"}:
        return None
    plural = is_plural(tree, noun)
    return (Node(word.text.lower(), (tree.lemma(noun),), plural=True), 1) if plural else None


def quality(passage: Passage, noun: int, adjective: int) -> Node | None:
    """A noun with an adjective that a clause says of it."""
    tree = passage.tree
    found = thing(passage, noun) or _plain(tree, noun)
    if found is None or tree.words[adjective].upos not in {"ADJ", "VERB"}:
        return None
    words = [
        adjective,
        *(
            w
            for k in tree.kids(adjective, "advmod")
            if k < adjective and tree.lemma(k) not in SPARE_ADVERBS and tree.words[k].xpos != "WRB"
            if not any(word.text == "," for word in tree.words[k:adjective])
            for w in tree.below(k)
        ),
    ]
    if _denies(passage, words) or dangling(tree, words, passage.instead):
        return None
    name = found[0].text
    said = tree.say(words, passage.instead)
    low = {tree.words[w].text.lower() for w in words}
    bare = name.removeprefix("the ").removeprefix("a ").removeprefix("an ")
    after = [
        w
        for k in tree.kids(adjective, "obl")
        if k > adjective
        and not tree.comma_before(k)
        and tree.marker(k) in {"for", "to", "of", "in"}
        and tree.lemma(k) not in {"reason", "factor"}
        for w in _without_clauses(tree, k)
    ]
    if any(kid > adjective for kid in tree.kids(adjective, "ccomp", "csubj")):
        return None
    after += [w for k in tree.kids(adjective, "xcomp") if k > adjective for w in tree.below(k)]
    cut = not after or dangling(tree, after, passage.instead)
    if tree.lemma(adjective) in OPEN and cut:
        return None
    if after and not dangling(tree, after, passage.instead):
        said = f"{said} {tree.say(after, passage.instead)}"
    apart = (
        bool(after)
        or tree.lemma(adjective) in PREDICATIVE
        or " of " in name
        or " and " in name
        or len(name.split()) > 4
    )
    text = f"{name} being {said}" if apart else f"{said} {bare}"
    keys = (
        found[0].keys
        if low & {"high", "low", "higher", "lower", "greater"}
        else tuple(" ".join(sorted({*key.split(), tree.lemma(adjective)})) for key in found[0].keys)
    )
    keys = (*keys, *(key_of(tree, k) for k in tree.kids(adjective, "obl") if k in after))
    if len(text.split()) > TOO_LONG:
        return None
    return Node(text, keys, bool(low & {"less", "lower", "low"}), found[0].plural)


def _without_clauses(tree: Tree, noun: int) -> list[int]:
    """A phrase without what hangs loosely on it: *for sleep*, *which is vital*."""
    loose = [w for w in tree.below(noun) if tree.dep(w) == "acl" and tree.comma_before(w)]
    return [w for w in tree.below(noun, without=loose) if tree.words[w].upos != "PUNCT"]


def _keys_of_event(
    passage: Passage, verb: int, subject: int | None, *, passive: bool
) -> tuple[bool, tuple[str, ...]]:
    """Is there less of a thing, and the thing that the event is about."""
    tree = passage.tree
    sign = effect_of(tree.lemma(verb))
    obj = subject if passive else tree.kid(verb, "obj")
    known = sign or tree.lemma(verb) in UNDERGOING
    if obj is not None and known:
        found = thing(passage, obj)
        if found:
            less = found[0].less != (sign == "-")
            return less, found[0].keys
    turn = sign or change_of(tree.lemma(verb))  # "if the river falls", "as sales grow"
    if obj is None and turn and subject is not None:
        found = thing(passage, subject)
        if found:
            return found[0].less != (turn == "-"), found[0].keys
    rest = [w for w in rest_of(tree, verb) if tree.words[w].upos in {"NOUN", "PROPN", "ADJ"}]
    who = [subject] if subject is not None and tree.lemma(subject) not in ANYBODY else []
    names = {
        _name(tree, w)
        for w in (*rest, *who, verb)
        if w not in passage.instead and tree.words[w].text not in SHARES
    }
    names |= {passage.instead[w].lower() for w in (*rest, *who) if passage.instead.get(w)}
    return False, (" ".join(sorted(names)),)


def key_of(tree: Tree, head: int) -> str:
    """The thing itself, whatever is said of its amount.

    Returns:
        Lemmas in alphabetical order: "reabsorption sodium" for *the reabsorption of sodium*,
        "adrenaline" for *an increase in adrenaline levels*.
    """
    head = core(tree, head)
    inside = set(tree.below(head))
    apart = {
        w
        for word in inside
        for kid in tree.kids(word, "nmod", "acl", "appos", "conj", "advcl", "obl")
        if tree.marker(kid) not in {"", "of"}
        or tree.words[kid].dep in {"acl:relcl", "appos", "conj"}
        for w in tree.below(kid)
    }
    words = [
        w
        for w in noun_words(tree, head)
        if w in inside - apart
        and tree.words[w].upos not in FUNCTION
        and tree.lemma(w) not in CARRIERS | MORE | LESS | set(AMOUNTS) | DEGREES
        and not (tree.dep(w) == "nummod" and w < head)
        and tree.words[w].text not in SHARES
        and tree.words[w].dep != "acl:relcl"
    ]
    return " ".join(sorted({_name(tree, w) for w in words}))


def _name(tree: Tree, index: int) -> str:
    """A lemma; names keep their spelling, so that II is not I."""
    word = tree.words[index]
    if acronym := _acronym(word.text):
        return acronym
    low = word.lemma.lower()
    return lemma_of(low) if tree.starts(index) else low


def _acronym(text: str) -> str:
    """*NADHs* is NADH; empty for other words."""
    bare = text.removesuffix("s")
    return bare if bare.isupper() and len(bare) > 1 else ""


def plain_key(text: str) -> str:
    """The key of a thing that was resolved from elsewhere."""
    words = [w.strip("(),") for w in text.split()]
    small = {"the", "a", "an", "of", "in", *NUMBERS[2:]}  # two NADHs are NADH
    kept = {_acronym(w) or lemma_of(w.lower()) for w in words if w}
    out = small | CARRIERS | MORE | LESS | set(AMOUNTS)
    return " ".join(sorted(w for w in kept if w not in out and not w.endswith("’s")))


def turned(node: Node) -> Node:
    """The node where there comes to be less of it."""
    return replace(node, falls=not node.falls)
