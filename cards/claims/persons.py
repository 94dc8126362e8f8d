"""A note's sentences in, the whole names of its persons by their last word out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cards.claims.mentions import is_person
from cards.claims.passage import Place
from cards.english.thesaurus import names_somebody
from cards.english.tree import Tree, is_word

LONGEST = 4
"""Words of a name."""


def whole_names(places: Sequence[Place]) -> dict[str, str]:
    """*Tolmin* → *Ines Tolmin*: what a note says in full where it first tells of a person.

    Returns:
        Only last names that one whole name of the note has, and that name nothing else there:
        neither a firm nor, as in *Tolmin gauge*, a thing.
    """
    trees = [tree for place in places for tree in _trees(place)]
    found: dict[str, set[str]] = {}
    persons = set()
    for tree in trees:
        for words in _names(tree):
            text = tree.say(words)
            found.setdefault(text.rsplit(maxsplit=1)[-1], set()).add(text)
            if _tells_person(tree, words):
                persons.add(text)
    used = {word for tree in trees for word in _used_otherwise(tree, found)}
    names = {last: min(texts) for last, texts in found.items() if len(texts) == 1}
    return {
        last: name
        for last, name in names.items()
        if last not in used and (name in persons or not is_word(last.lower()))
    }


def _trees(place: Place) -> Iterator[Tree]:
    yield from place.trees
    if place.label_tree:
        yield place.label_tree


def _names(tree: Tree) -> Iterator[list[int]]:
    """The words of names as those of persons are: *Ines Tolmin*, not *Tolmin Valley*."""
    for word in tree.words:
        rest = tree.kids(word.index, "flat")
        if word.upos != "PROPN" or not rest or tree.dep(word.index) == "flat":
            continue
        words = list(range(word.index, rest[-1] + 1))
        texts = [tree.words[w].text for w in words]
        plain = rest == words[1:] and all(text.replace(".", "").isalpha() for text in texts)
        if plain and len(words) <= LONGEST and texts[0][:1].isupper() and texts[-1].istitle():
            yield words


def _tells_person(tree: Tree, words: Sequence[int]) -> bool:
    """*the surveyor Ines Tolmin*, *Ines Tolmin, a surveyor*, *Ines Tolmin, who …*."""
    head = words[0]
    beside = tree.kids(head, "appos", "nmod:desc")
    if tree.dep(head) == "appos":
        beside = [*beside, tree.words[head].head]
    told = any(tree.words[w].upos == "NOUN" and names_somebody(tree.lemma(w)) for w in beside)
    return told or is_person(tree, head) or is_person(tree, words[-1])


def _used_otherwise(tree: Tree, names: dict[str, set[str]]) -> Iterator[str]:
    """Last names before a noun or another name: *the Tolmin gauge*, *Tolmin and Sons*."""
    for word in tree.words:
        if word.text in names and tree.dep(word.index) != "flat":
            beside = tree.dep(word.index) in {"compound", "amod"} or tree.kids(word.index, "flat")
            if beside or tree.kid(word.index, "compound", "amod", "det") is not None:
                yield word.text
