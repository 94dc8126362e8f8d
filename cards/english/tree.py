"""A sentence as a tree with quick ways down, and the spelling of its words inside a card."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

from cards.english.thesaurus import is_word as is_known
from cards.english.thesaurus import names_piece
from cards.model import Sentence, Word

CLOSING = {")": "(", "]": "[", "}": "{", "”": "“", "’": "‘", "»": "«"}
ENDS = frozenset({".", "!", "?", ";", ":", ","})
EDGES = " ,;:–—-"
DASHES = frozenset({"-", "–", "—", "--"})


ALWAYS_CAPITAL = frozenset(
    """american african european british english french german greek roman dutch spanish
    turkish swedish danish finnish irish scottish welsh jewish kurdish swiss arab israeli
    iraqi mexican german korean cuban tibetan afghan monday tuesday wednesday thursday
    friday saturday sunday january february april june july august september october
    november december christian muslim islamic catholic buddhist hindu western eastern
    asian latin i""".split()
)
"""Words that keep their capital though a sentence begins with them."""


HUMAN = frozenset({"he", "she", "his", "her"})
TITLES = frozenset("dr. dr prof. prof professor mr. mrs. ms. mr mrs sir president king".split())
TELLS = frozenset(
    """say think believe argue explain note claim suggest tell recall write emphasize describe
    want feel recommend advise mention decide""".split()
)


def _people(sentences: Sequence[Sentence]) -> frozenset[str]:
    """Names of persons: with a title, saying things, called *he* or *she* afterwards."""
    found = {name for sentence in sentences for name in _telling(sentence)}
    for before, after in pairwise(sentences):
        if after.words and after.words[0].text.lower() in HUMAN:
            found |= _named(before)
    return frozenset(found)


OFTEN = 4
"""Sentences whose subject a note's hero is at least."""
FULL = 0.25
"""Of *he* and *his* a sentence, from which a note tells somebody's life."""


def _hero(sentences: Sequence[Sentence]) -> str:
    """The name that is mostly the subject in a note full of *he* and *his*."""
    words = [word for sentence in sentences for word in sentence.words]
    told = sum(word.text.lower() in HUMAN for word in words)
    names = Counter(
        word.text.lower()
        for word in words
        if word.upos == "PROPN" and word.dep in {"nsubj", "nmod:poss", "nsubj:pass"}
    )
    if not names or told < max(2 * OFTEN, FULL * len(sentences)):
        return ""
    name = min(names, key=lambda name: (-names[name], name))
    return name if names[name] >= OFTEN else ""


def _named(sentence: Sentence) -> set[str]:
    """Names that are the subject: a *he* at the start of the next sentence is one of them."""
    heads = {w.index for w in sentence.words if w.upos == "PROPN" and w.dep == "nsubj"}
    return {
        w.text.lower()
        for w in sentence.words
        if w.index in heads or (w.head in heads and w.upos == "PROPN")
    }


def _telling(sentence: Sentence) -> set[str]:
    """Names with a title, and of who says or thinks something."""
    found: set[str] = set()
    for word, after in pairwise(sentence.words):
        if word.text.lower() in TITLES and after.upos == "PROPN":
            found.add(after.text.lower())
    for word in sentence.words:
        if word.upos != "PROPN" or word.dep != "nsubj" or word.head < 0:
            continue
        verb = sentence.words[word.head]
        tells = verb.upos == "VERB" and any(
            w.head == verb.index and w.dep == "ccomp" and w.index > verb.index
            for w in sentence.words
        )
        if tells or verb.lemma.lower() in TELLS:
            found.add(word.text.lower())
    return found


@dataclass(frozen=True)
class Lexicon:
    """How a note spells its words: needed to undo the capital at a sentence's start."""

    lower: Mapping[str, int]
    """How often a word, lower-cased, stands in lower case."""
    capital: Mapping[str, int]
    """How often it stands with a capital where no sentence begins."""
    bare: frozenset[str] = frozenset()
    """Lemmas of nouns that stand by themselves without article: substances mostly."""
    counted: frozenset[str] = frozenset()
    """Lemmas of nouns that stand with *a* or *this*, or in the plural: kinds of things."""
    people: frozenset[str] = frozenset()
    """Names, lower case, that the note treats as a person's."""
    hero: str = ""
    """The one person whose doings fill the note, lower case; mostly empty."""
    named: frozenset[str] = frozenset()
    """First words of names, lower-cased: *Grant* before *Gussman*."""
    titled: bool = True
    """Are labels written like titles: *Open Shed*? Beside *Open drain* that is a name."""

    @classmethod
    def of(cls, sentences: Iterable[Sentence]) -> Lexicon:
        """Count the spellings in the sentences of one note."""
        lower: Counter[str] = Counter()
        capital: Counter[str] = Counter()
        bare: set[str] = set()
        counted: set[str] = set()
        named: set[str] = set()
        listed = list(sentences)
        for sentence in listed:
            named.update(_first_names(sentence.words))
            told: dict[int, set[str]] = {}
            for word in sentence.words:
                if word.dep.split(":")[0] in {"det", "amod", "compound"} and word.head >= 0:
                    told.setdefault(word.head, set()).add(word.text.lower())
            for word in sentence.words:
                if word.upos in {"NOUN", "PROPN"} and word.dep != "compound":
                    if word.index not in told and word.xpos in {"NN", "NNP"}:
                        bare.add(word.lemma.lower())
                    if word.xpos == "NNS" or told.get(word.index, set()) & {"a", "an", "this"}:
                        counted.add(word.lemma.lower())
                if word.text.islower():
                    lower[word.text] += 1
                elif word.index > 0 and word.text[:1].isupper():
                    capital[word.text.lower()] += 1
        people, hero = _people(listed), _hero(listed)
        names = frozenset(named)
        return cls(lower, capital, frozenset(bare), frozenset(counted), people, hero, names)

    def counts(self, noun: str) -> bool:
        """Is a noun one of which there may be two, by the note or else by the dictionary?"""
        return noun not in self.bare and (noun in self.counted or is_counted(noun))

    def small(self, word: str) -> bool:
        """Is a capital only that of a title's or sentence's start, not that of a name?"""
        low = word.lower()
        parts = [part for part in re.split(r"[-/]", word) if part]
        if any(part[1:] != part[1:].lower() for part in parts):
            return False
        if not all(describes(part.lower()) or is_known(part.lower()) for part in parts):
            return False
        return word == low or self.capital.get(low, 0) <= self.lower.get(low, 0)

    def unstarted(self, word: Word) -> str:
        """The word as it is spelt inside a sentence."""
        text = word.text
        if not text[:1].isupper() or any(letter.isupper() for letter in text[1:]) or text == "I":
            return text
        low = text.lower()
        if low in ALWAYS_CAPITAL or (word.upos == "ADJ" and low.endswith(("ese", "ian"))):
            return text if self.lower.get(low, 0) == 0 else low
        if len(text) == 1 and text != "A":
            return text
        if word.xpos in {"NNP", "NNPS"} and low in self.named:
            return text
        if word.upos != "PROPN" and not self.capital.get(low, 0) > self.lower.get(low, 0):
            return low
        lower, capital = self.lower.get(low, 0), self.capital.get(low, 0)
        if lower > capital or (not capital and is_noun(low)):
            return low
        return text


def _first_names(words: Sequence[Word]) -> Iterable[str]:
    """Words with a capital right before another word with one, in the same phrase."""
    for one, two in pairwise(words):
        joined = two.head == one.index or one.head in {two.index, two.head}
        if joined and one.text[:1].isupper() and two.text[:1].isupper() and two.upos == "PROPN":
            yield one.text.lower()


@lru_cache(maxsize=20_000)
def is_noun(word: str) -> bool:
    """Does the dictionary know a lower-case word as a common noun?"""
    from lemminflect import getAllLemmas

    return "NOUN" in getAllLemmas(word)


@lru_cache(maxsize=20_000)
def is_counted(word: str) -> bool:
    """Does the dictionary know a noun with a plural that differs, *loom*, or a tool or sign?"""
    from lemminflect import getAllInflections, getAllLemmas

    if word.endswith("ing") and word not in getAllLemmas(word).get("VERB", (word,)):
        return False  # "planning"
    many = getAllInflections(word, upos="NOUN").get("NNS", ())
    return word not in many if many else not word.endswith("ing") and names_piece(word)


@lru_cache(maxsize=20_000)
def is_word(word: str) -> bool:
    """Does the dictionary know a lower-case word that is no name?"""
    from lemminflect import getAllLemmas

    return any(kind != "PROPN" for kind in getAllLemmas(word))


@lru_cache(maxsize=20_000)
def describes(word: str) -> bool:
    """Does the dictionary know a word as a noun or an adjective?"""
    from lemminflect import getAllLemmas

    return bool({"NOUN", "ADJ"} & set(getAllLemmas(word)))


def is_adjective(word: str) -> bool:
    """Does the dictionary know a word as an adjective and as no noun: *readier*, no *round*?"""
    from lemminflect import getAllLemmas

    kinds = getAllLemmas(word)
    return "ADJ" in kinds and "NOUN" not in kinds


def compares(word: str) -> bool:
    """Does the dictionary know a word as the comparative of an adjective: *softer*, no *bitter*?"""
    from lemminflect import getAllLemmas

    return word.endswith("er") and word not in getAllLemmas(word).get("ADJ", (word,))


class Tree:
    """A parsed sentence with its children listed once; word numbers count from 0."""

    def __init__(self, sentence: Sentence, lexicon: Lexicon) -> None:
        self.sentence = sentence
        self.words: Sequence[Word] = sentence.words
        self.lexicon = lexicon
        self._kids: list[list[int]] = [[] for _ in self.words]
        for word in self.words:
            if 0 <= word.head != word.index:
                self._kids[word.head].append(word.index)

    @cached_property
    def root(self) -> int:
        return self.sentence.root.index

    def kids(self, index: int, *deps: str) -> list[int]:
        """Children in reading order; a relation without subtype takes its subtypes too."""
        if not deps:
            return self._kids[index]
        return [k for k in self._kids[index] if self.dep(k) in deps or self.words[k].dep in deps]

    def kid(self, index: int, *deps: str) -> int | None:
        """The first child with one of the relations."""
        return next(iter(self.kids(index, *deps)), None)

    def determiners(self, index: int) -> set[str]:
        """The lemmas of a noun's articles and their like."""
        return {self.lemma(kid) for kid in self.kids(index, "det")}

    def of(self, index: int) -> int | None:
        """The noun that stands behind *of*: the land in *30% of the land*."""
        return next((k for k in self.kids(index, "nmod") if self.marker(k) == "of"), None)

    def bearer(self, index: int) -> int | None:
        """The subject of a predicate: the felts for the mats of *felts are mats*."""
        return self.kid(index, "nsubj") if self.kid(index, "cop") is not None else None

    def dep(self, index: int) -> str:
        """The relation without its subtype."""
        return self.words[index].dep.split(":", 1)[0]

    def lemma(self, index: int) -> str:
        return self.words[index].lemma.lower()

    def below(self, index: int, without: Collection[int] = ()) -> list[int]:
        """The word and all below it in reading order, whole branches left out."""
        found, stack = [], [index]
        while stack:
            here = stack.pop()
            found.append(here)
            stack.extend(kid for kid in self._kids[here] if kid not in without)
        return sorted(found)

    def marker(self, index: int) -> str:
        """What introduces a clause or a phrase: "because", "in order to", "due to"; or empty."""
        found = [
            kid for kid in self._kids[index] if self.dep(kid) in ("mark", "case") and kid < index
        ]
        words = sorted({w for kid in found for w in self.below(kid)})
        return " ".join(self.words[w].text.lower() for w in words)

    def depth(self, index: int) -> int:
        """How many arcs below the root."""
        count = 0
        while self.words[index].head >= 0 and count < len(self.words):
            index = self.words[index].head
            count += 1
        return count

    def comma_before(self, index: int) -> bool:
        """True where the branch at the word is cut off from what stands before it."""
        first = min(self.below(index))
        if first == 0:
            return False
        opening = self.words[first]
        if opening.text == "(" and self.words[first - 1].end == opening.start:
            return False  # "f(x)"
        if opening.upos == "PUNCT" and opening.xpos != "``":
            return True
        return self.words[first - 1].text in {",", "(", ";", ":"} | DASHES

    def say(self, indices: Iterable[int], instead: Mapping[int, str] | None = None) -> str:
        """Spell words as a card shows them.

        Args:
            indices: Word numbers, any order.
            instead: Words to say otherwise (antecedents); an empty text leaves the word out.

        Returns:
            Single blanks, no punctuation at the edges, no bracket without its partner, and no
            capital that only the sentence's start gave.
        """
        instead = instead or {}
        chosen = self._balanced(sorted(set(indices)))
        while chosen and self.words[chosen[-1]].text in ENDS:
            chosen.pop()
        pieces: list[str] = []
        last = -2
        for index in chosen:
            word = self.words[index]
            text = instead.get(index, self._inside(index))
            if not text:
                continue
            if index in instead and " " in text and text.lower() in "".join(pieces).lower():
                text = word.text
            if not pieces and word.upos == "DET" and text in {"A", "An", "The"}:
                text = text.lower()
            if pieces and not self._joined(last, index):
                pieces.append(" ")
            pieces.append(text)
            last = index
        return tidy("".join(pieces))

    def _inside(self, index: int) -> str:
        """The word as it is spelt inside a sentence; *Marching Cubes* keeps its capitals."""
        word = self.words[index]
        if not self.starts(index):
            return word.text
        if index + 1 < len(self.words) and word.upos != "DET":
            after = self.words[index + 1]
            beside = self.dep(index) in {"compound", "amod"} and word.head in {
                index + 1,
                after.head,
            }
            if beside and after.text.istitle():
                return word.text
        if self._is_genus(index) or self._is_bare_name(index):
            return word.text
        return self.lexicon.unstarted(word)

    def _is_genus(self, index: int) -> bool:
        """*Aedes aegypti*: two words that no dictionary has, the second in small letters."""
        pair = self.words[index : index + 2]
        named = len(pair) == 2 and all(w.upos in {"NOUN", "PROPN"} for w in pair)
        if not named or not pair[0].text[1:].islower() or not pair[1].text.islower():
            return False
        return not any(is_word(w.text.lower()) or is_known(w.text.lower()) for w in pair)

    def _is_bare_name(self, index: int) -> bool:
        """*Congress permitted it*: a thing that can be counted has an article, and a name none."""
        word, low = self.words[index], self.words[index].text.lower()
        subject = word.xpos == "NNP" and word.dep.startswith(("nsubj", "nmod:poss"))
        told = any(kid < index for kid in self.kids(index))
        return subject and not told and not self.lexicon.lower.get(low, 0) and is_counted(low)

    def starts(self, index: int) -> bool:
        """True for the first real word of the sentence."""
        return all(not word.text[:1].isalnum() for word in self.words[:index])

    def _joined(self, before: int, after: int) -> bool:
        word = self.words[after]
        if after == before + 1:
            return self.words[before].end == word.start
        return word.text in {",", ".", ";", ":", ")", "%", "'s", "’s", "]"}

    def _balanced(self, indices: list[int]) -> list[int]:
        """Drop brackets and quotes whose partner was left out, and punctuation at the edges."""
        drop: set[int] = set()
        stack: list[tuple[str, int]] = []
        quotes: list[int] = []
        for index in indices:
            text = self.words[index].text
            if text in {"(", "[", "{", "“", "«"}:
                stack.append((text, index))
            elif text in {")", "]", "}", "”", "»"}:
                if stack and stack[-1][0] == CLOSING[text]:
                    stack.pop()
                else:
                    drop.add(index)
            elif text == '"':
                quotes.append(index)
        drop.update(index for _, index in stack)
        if len(quotes) % 2:
            drop.add(quotes[-1])
        return [index for index in indices if index not in drop]


MENDS = (
    (" ,", ","),
    (",,", ","),
    (',"', '"'),
    (",”", "”"),
    ("( ", "("),
    (" )", ")"),
    ("()", ""),
    (" ;", ";"),
    (",.", "."),
    (" ?", "?"),
    (" in into", " into"),
    (" on onto", " onto"),
)


STRAY_STOP = re.compile(r" \.(?!\w)")
"""A full stop behind a blank; *a .gitignore file* has none."""


QUOTED = re.compile(r'(?<![^\s(])"\s*([^"]*[^"\s])\s*"')


def tidy(text: str) -> str:
    """Put punctuation right where words were left out; what is tidy stays as it is."""
    before = ""
    while text != before:
        before = text
        text = " ".join(text.split())
        for wrong, right in MENDS:
            text = text.replace(wrong, right)
        text = STRAY_STOP.sub(".", text)
        if text.count('"') % 2 == 0:
            text = QUOTED.sub(r'"\1"', text)
        text = text.strip(EDGES).strip()
    return text
