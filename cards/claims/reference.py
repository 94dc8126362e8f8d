"""Pronouns and their like in, what they stand for out; nothing where two things are possible."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from cards.claims.actions import AFTERMATH, label_term, label_thing, noun_with_participle
from cards.claims.demonstratives import defined_before, named_here
from cards.claims.doings import deed_of, doing_of
from cards.claims.mentions import (
    KNOWN,
    STRETCHES,
    TOO_LONG,
    Mention,
    is_main_subject,
    is_person,
    mentions,
    rivals_of,
)
from cards.claims.noise import noise
from cards.claims.passage import Passage
from cards.claims.topics import JOINTS, is_of_another
from cards.english.causes import sign_of
from cards.english.clauses import find_clauses, unset
from cards.english.phrases import POINTING, SHELLS, dangling, is_plural, noun_words
from cards.english.rarity import rarest, rarity
from cards.english.thesaurus import names_person
from cards.english.tree import Tree, is_noun
from cards.model import Word

ANYBODY = frozenset("one someone somebody anyone anybody everyone everybody nobody whoever".split())
SINGULAR = frozenset({"it", "its", "itself"})
PLURAL = frozenset({"they", "them", "their", "themselves"})
OWNING = frozenset({"its", "their"})
WORD = re.compile(r"[^\W_]+")
BARE = frozenset({"this", "these", "that"})
FOLLOWING = frozenset({"then", "next", "also", "now", "again"})
"""Words near the start of a sentence that goes on with another: *It is then pressed*."""
OWN = OWNING | {"itself", "themselves"}


def resolved(passage: Passage) -> Passage:
    """The passage with all its references that have one clear antecedent put in."""
    instead: dict[int, str] = {}
    plurals: dict[int, bool] = {}
    tree = passage.tree
    whole = again = None
    for word in tree.words:
        low = word.text.lower()
        if word.upos in {"PRON", "DET"} and low in SINGULAR | PLURAL:
            now = replace(passage, instead=instead, plurals=plurals)
            found = _personal(now, word.index, plural=low in PLURAL)
            if found:
                instead[word.index] = _said_as(word, found)
                plurals[word.index] = found.plural
        elif low in POINTING and word.dep in {"det", "amod", "det:predet"}:
            found = _pointed(passage, word.index)
            if found:
                _replace_noun(tree, word.index, found, instead, plurals)
                again = word.head if found.lemma == DEED else again
            elif _says_again(passage, word.index):
                again = word.head
        elif low in BARE and word.dep.startswith("nsubj") and word.upos == "PRON":
            found = (
                _label_thing(passage, word)
                or _done_before(passage, word)
                or _explained(passage, word)
            )
            if found:
                instead[word.index] = found.text
                plurals[word.index] = found.plural
            elif low != "these" and passage.before and word.head == tree.root:
                whole = word.index
    _name_nouns(passage, instead, plurals)
    said_in_phrase = noun_with_participle(passage) is not None
    return replace(
        passage,
        instead=instead,
        plurals=plurals,
        whole=whole,
        again=again,
        clauses=() if said_in_phrase else unset(find_clauses(tree), passage.place.label),
    )


def _pointed(passage: Passage, index: int) -> Mention | None:
    """Find what *this process* stands for: named here, defined before, or pointed at."""
    return (
        named_here(passage, index)
        or (passage.tree.lemma(index) == "this" and defined_before(passage, index))
        or _pointed_at(passage, index)
        or _done_so(passage, index)
    )


def _label_thing(passage: Passage, word: Word) -> Mention | None:
    """*Foundation: This carries the wall*: the thing that the label names."""
    if not passage.place.label or word.text.lower() == "that":
        return None
    if not is_main_subject(passage.tree, word.index):
        return None
    if passage.position > 0 and not _is_told_what(passage):
        return None
    return _label(passage, plural=word.text.lower() == "these")


def _name_nouns(passage: Passage, instead: dict[int, str], plurals: dict[int, bool]) -> None:
    """Say more of the nouns that stand for what label, heading or topic name."""
    tree = passage.tree
    for kid in tree.kids(tree.root, "nsubj"):
        article = tree.kid(kid, "det")
        somebody = _described(passage, kid)
        if somebody and article is not None:
            _replace_noun(tree, article, somebody, instead, plurals)
    instead.update(fuller(passage, instead))


def _described(passage: Passage, head: int) -> Mention | None:
    """*Ida Holm (1921): The Lund weaver patented a loom*: somebody whom the label names."""
    tree = passage.tree
    if passage.position > 0 or "the" not in tree.determiners(head) or is_plural(tree, head):
        return None
    told = tree.kid(head, "nmod", "acl", "appos", "flat", "nmod:desc", "conj", "nummod")
    if told is not None or not names_person(tree.lemma(head)):
        return None
    name = YEARS.sub("", label_thing(passage))
    if not NAME.fullmatch(name) or name in tree.sentence.text:
        return None
    found = _label(passage, plural=False)
    return replace(found, text=name) if found else None


NAME = re.compile(r"(?:[A-Z][\w.’'-]+ ){1,3}[A-Z][\w.’'-]+")
"""*Ida Holm*: one word alone may be a thing."""
YEARS = re.compile(r" \([\d–-]+\)$")


def _is_told_what(passage: Passage) -> bool:
    """*Riprap: Laying rocks …*: the words behind the label say what it is, not what it does."""
    if not _is_all_of_label(passage) or passage.tree.kid(passage.tree.root, "cop") is not None:
        return False
    first = next(one.tree for one in passage.before if one.block is passage.block)
    word = first.words[first.root]
    named = word.upos == "NOUN" and first.determiners(word.index)
    return bool(named) or word.xpos in {"VBG", "VBN"}


BRINGING = frozenset("require save take involve affect work speed simplify add".split())
"""Verbs that tell what comes with a doing."""


def _done_before(passage: Passage, word: Word) -> Mention | None:
    """*Cover the dough. This keeps it moist*: covering the dough."""
    tree = passage.tree
    last = passage.before[-1] if passage.before else None
    if last is None or last.block is not passage.block or word.head != tree.root:
        return None
    if word.text.lower() != "this" or not is_main_subject(tree, word.index):
        return None
    lemma = tree.lemma(tree.root)
    follows = lemma in AFTERMATH | BRINGING or sign_of(lemma)
    if not follows or lemma == "mean" or tree.kid(tree.root, "aux:pass") is not None:
        return None
    return _doing(last, doing_of(last), word.index)


WAYS = frozenset(
    """process method technique procedure approach practice strategy step action act tactic trick
    measure habit exercise operation""".split()
)
"""Nouns that only say that something is done."""
PROCESSES = WAYS | frozenset("ability phenomenon art mechanism reaction tendency use".split())
"""Nouns of what goes on: of these *this* can be said as well as of the sentence."""
OF_FACTS = frozenset("mean suggest show explain indicate imply highlight demonstrate be".split())
"""Verbs that tell what follows from a sentence, not what comes of a thing."""


def _explained(passage: Passage, word: Word) -> Mention | None:
    """*Grafting is the art of joining two plants. This is done in spring*: grafting."""
    tree = passage.tree
    last = passage.before[-1] if passage.before else None
    if last is None or last.block is not passage.block or not is_main_subject(tree, word.index):
        return None
    if word.text.lower() != "this" or tree.kid(tree.root, "cop") is not None:
        return None
    if tree.lemma(tree.root) in OF_FACTS:
        return None
    old = last.tree
    thing = old.kid(old.root, "nsubj")
    if thing is None or not _is_explained(old):
        return None
    return next(
        (m for m in mentions(last, last.instead) if m.index == thing and not m.plural), None
    )


def _is_explained(tree: Tree) -> bool:
    """*refers to …*, *is the process of …*: is a sentence the meaning of its subject?"""
    root = tree.root
    if tree.lemma(root) == "refer":
        return tree.kid(root, "aux:pass") is None
    told = tree.kid(root, "acl", "nmod") is not None
    return tree.kid(root, "cop") is not None and tree.lemma(root) in PROCESSES and told


def _done_so(passage: Passage, index: int) -> Mention | None:
    """*Cover the dough. This method …*: covering the dough."""
    tree = passage.tree
    head = tree.words[index].head
    if not _says_again(passage, index) or is_plural(tree, head):
        return None
    if any(
        tree.dep(k) == "compound" or (k > head and tree.dep(k) == "nmod") for k in tree.kids(head)
    ):
        return None  # "this study strategy for exams": one that was named before
    last, noun = passage.before[-1], tree.lemma(head)
    if noun in WAYS:
        return _doing(last, doing_of(last, named=True), head)
    deed = _doing(last, deed_of(last, noun), head)
    return replace(deed, lemma=DEED) if deed else None


DEED = "deed"
"""Of a doing that stands for a noun of its own verb."""


def _doing(last: Passage, text: str, index: int) -> Mention | None:
    """A mention of what a sentence about the world, not about the talk, says is done."""
    if not text or noise(last):
        return None
    return Mention(text, False, "doing", True, False, frozenset(), index, clause=True)


def _says_again(passage: Passage, index: int) -> bool:
    """May the sentence before tell what *this process* is?"""
    tree = passage.tree
    head = tree.words[index].head
    last = passage.before[-1] if passage.before else None
    if last is None or last.block is not passage.block or not is_main_subject(tree, head):
        return False
    return tree.words[head].upos == "NOUN" and not is_person(tree, head)


def _said_as(word: Word, found: Mention) -> str:
    """The antecedent's words; *its* stays where the antecedent stands in the same sentence."""
    low = word.text.lower()
    if found.near and low in OWN:
        return word.text
    return _possessive(found.text) if low in OWNING else found.text


def _possessive(text: str) -> str:
    return f"{text}'" if text.endswith("s") else f"{text}'s"


OLD = ("amod", "compound", "det", "nummod", "punct", "obl", "dep")
"""What stands before a noun and goes with it: *these two 3-ringed flies*."""


def _replace_noun(
    tree: Tree, index: int, found: Mention, instead: dict[int, str], plurals: dict[int, bool]
) -> None:
    """Say the antecedent in the place of *this* and its noun.

    *These spiral arms* after *each arm* stay *spiral arms*.
    """
    head = tree.words[index].head
    instead[index] = ""
    plurals[head] = found.plural
    if found.text == tree.words[head].text and tree.kids(head, "amod", "compound"):
        return
    old = {w for kid in tree.kids(head, *OLD) if kid < head for w in tree.below(kid)}
    for word in old:
        instead[word] = ""
    instead[head] = found.text


def _personal(passage: Passage, index: int, *, plural: bool) -> Mention | None:
    """What *it* or *they* stands for."""
    tree = passage.tree
    word = tree.words[index]
    if word.dep == "expl" or is_impersonal(tree, index) or _is_beside_which(tree, index):
        return None
    if _is_in_doing(passage, index, plural=plural):
        return Mention(word.text, plural, word.lemma, False, True, frozenset(), index, near=True)
    here = [m for m in mentions(passage, passage.instead) if _fits(m, plural=plural)]
    if word.text.lower() in OWN:
        return _owner(passage, index, here, plural=plural)
    here = [m for m in here if m.index < index and index not in tree.below(m.index)]
    if tree.dep(index) != "nsubj" or _is_seen(tree, index):
        if any(w < index for w in rivals_of(passage, None, plural=plural)):
            return _near(_object(passage, index, here, plural=plural))
        return None
    if here or any(w < index for w in rivals_of(passage, None, plural=plural)):
        return _near(_parallel(passage, index, here, plural=plural))
    return _back(passage, index, plural=plural)


def _is_beside_which(tree: Tree, index: int) -> bool:
    """*zinc makes a film, which, although it is thin, stops rust*: it is the film, not the zinc."""
    clause = clause_of(tree, index)
    above = tree.words[clause].head
    which = tree.kid(above, "nsubj") if tree.dep(clause) == "advcl" and above >= 0 else None
    return which is not None and tree.words[which].feat("PronType") == "Rel"


def _is_in_doing(passage: Passage, index: int, *, plural: bool) -> bool:
    """*Covering the loaves keeps them soft*: what something is done to, named by the subject."""
    tree = passage.tree
    if not passage.before or not (tree.dep(index) == "obj" or _is_seen(tree, index)):
        return False
    doing = [
        text
        for word, text in passage.instead.items()
        if is_main_subject(tree, word) and text.split(" ")[0].endswith("ing")
    ]
    said = set(doing[0].split()) if doing else set()
    last = passage.before[-1].tree
    named = {
        word.text.lower()
        for word in last.words
        if word.upos in {"NOUN", "PROPN"}
        and last.dep(word.index) in {"obj", "nsubj", "obl", "nmod", "conj"}
        and word.text in said
        and is_plural(last, word.index) == plural
    }
    return len(named) == 1


def _is_seen(tree: Tree, index: int) -> bool:
    """*would see it lose ground*: the object of the verb above as much as a subject."""
    head = tree.words[index].head
    bare = not tree.kids(head, "cop", "aux", "aux:pass", "mark")
    inside = bare and tree.dep(head) in {"xcomp", "ccomp"}
    if inside and tree.words[head].xpos in {"VBN", "VBD", "JJ"}:
        return True  # "declared it closed"
    return tree.words[head].xpos in {"VB", "VBG"} and tree.kid(head, "aux") is None


def _fits(mention: Mention, *, plural: bool) -> bool:
    return mention.plural == plural and (plural or not mention.person)


def _near(found: Mention | None) -> Mention | None:
    return replace(found, near=True) if found else None


def _only(found: Iterable[Mention]) -> Mention | None:
    """The one thing that all of them name."""
    listed = list(found)
    return listed[-1] if len({m.text for m in listed}) == 1 else None


def _parallel(passage: Passage, index: int, here: list[Mention], *, plural: bool) -> Mention | None:
    """A subject takes a subject before it: *bones store calcium, and they release it*."""
    tree = passage.tree
    subjects = [m for m in here if m.clause]
    found = _only(subjects) if subjects else None
    clause = clause_of(tree, index)
    inside = tree.dep(clause) == "acl"  # "the towns they serve"
    rivals = [w for w in rivals_of(passage, found, plural=plural, oblique=inside) if w < index]
    if any(tree.lemma(kid) == "where" for kid in tree.kids(clause, "advmod")):
        rivals = [w for w in rivals if w != tree.words[clause].head]  # "reaches Rome, where it"
    if not subjects and _is_order(tree):
        only = _only(here)
        return only if only and tree.dep(only.index) == "obj" and len(rivals) == 1 else None
    if found is None or _concludes(tree, index) or _only_happens(passage, index, found):
        return None
    again = [m for m in here if m.renewed and m.text != found.text]
    if again:  # "it keeps the balls dry as levels fall, so that they float"
        return again[-1] if again[-1].text == passage.topic else None
    if found.person and tree.lemma(tree.words[index].head) in MINDING:
        return found
    if _is_set_against(tree, index, found):
        return found
    return found if not rivals or _is_topic(passage, found, rivals, tree) else None


def _is_set_against(tree: Tree, index: int, found: Mention) -> bool:
    """*While bronze resists the sea, it costs more*: one thing has two sides."""
    clause = tree.words[found.index].head
    against = tree.dep(clause) == "advcl" and tree.marker(clause) in AGAINST
    alone = tree.kid(found.index, "nmod", "nmod:poss", "conj") is None
    if tree.dep(index) != "nsubj" or not (against and alone and is_main_subject(tree, index)):
        return False  # "although fire took the mill, it was rebuilt"
    compared = any(w.xpos in {"JJR", "RBR"} for w in tree.words)
    state = tree.kid(clause, "cop") is not None
    return tree.words[clause].head == tree.root and (compared or state)


AGAINST = frozenset({"while", "although", "though", "even though"})


MINDING = frozenset(
    """try want know think feel believe decide need learn hope prefer like choose avoid attempt
    seek struggle understand realize fear wish intend expect remember forget""".split()
)
"""What only persons do."""


def _only_happens(passage: Passage, index: int, found: Mention) -> bool:
    """*The valve opens. If a leak is met, it sends a signal*: what meets it, more likely."""
    tree = passage.tree
    if not passage.before:
        return False
    clause = tree.words[found.index].head
    indefinite = tree.determiners(found.index) & {"a", "an"}
    passive = clause >= 0 and tree.kid(clause, "aux:pass") is not None
    verb = tree.words[index].head
    acts = tree.kid(verb, "obj") is not None and tree.kid(verb, "aux:pass") is None
    return bool(indefinite) and passive and acts and tree.dep(clause) == "advcl"


def _concludes(tree: Tree, index: int) -> bool:
    """*If one side is weaker, it indicates …*: that it is."""
    return tree.words[index].text.lower() == "it" and (
        tree.lemma(tree.words[index].head) in {"indicate", "mean", "suggest", "show"}
    )


def _is_order(tree: Tree) -> bool:
    return tree.words[tree.root].xpos == "VB" and tree.kid(tree.root, "nsubj", "aux") is None


def _object(passage: Passage, index: int, here: list[Mention], *, plural: bool) -> Mention | None:
    """*crops fail when frost kills them*: the one thing before it, outside its own clause."""
    tree = passage.tree
    clause = clause_of(tree, index)
    if tree.dep(index) != "obj" or _is_judged(tree, index, clause):
        return None
    partners = _partners(tree, index)
    if not plural:
        here = [m for m in here if _are_neighbours(tree, clause_of(tree, m.index), clause)]
    found = _only([m for m in here if m.index not in partners and (m.clause or m.object)])
    if found is None or found.index in partners:
        return None
    if not found.clause and (tree.dep(found.index) == "obl" or (_is_order(tree) and not plural)):
        return None  # "Read the hint and keep it": it may be what the hint belongs to
    rivals = [w for w in rivals_of(passage, found, plural=plural) if w < index]
    return None if set(rivals) - partners else found


JUDGING = frozenset("make find consider deem think believe keep render".split())


def _is_judged(tree: Tree, index: int, clause: int) -> bool:
    """*making it crucial to rest*: *it* is the rest."""
    return (
        tree.words[index].text.lower() == "it"
        and tree.lemma(clause) in JUDGING
        and tree.kid(clause, "xcomp") is not None
    )


def _are_neighbours(tree: Tree, first: int, second: int) -> bool:
    """Does one clause hang on the other, or both on the same?"""
    above = tree.words[first].head, tree.words[second].head
    return first == above[1] or second == above[0] or (above[0] == above[1] >= 0)


def _partners(tree: Tree, index: int) -> set[int]:
    """The words beside an object that it cannot stand for: those of its own clause."""
    clause = clause_of(tree, index)
    found = {kid for kid in tree.kids(clause) if kid != index}
    while tree.kid(clause, "nsubj", "csubj") is None and tree.words[clause].head >= 0:
        clause = tree.words[clause].head
    if tree.kid(clause, "aux:pass") is not None:
        return found  # "balls are filled to keep them still": who fills is another
    return found | set(tree.kids(clause, "nsubj", "csubj"))


def clause_of(tree: Tree, index: int) -> int:
    """The predicate that a word belongs to."""
    here = tree.words[index].head
    while here >= 0 and tree.words[here].head >= 0:
        if tree.words[here].upos in {"VERB", "AUX"} or tree.kid(here, "cop", "nsubj") is not None:
            return here
        here = tree.words[here].head
    return max(here, 0)


def _owner(passage: Passage, index: int, here: list[Mention], *, plural: bool) -> Mention | None:
    """Whose *its* is: of the clause's subject, of the one thing before it, of what came before."""
    tree = passage.tree
    here = [m for m in here if index not in tree.below(m.index)]
    clause = clause_of(tree, index)
    own = [m for m in here if m.clause and tree.words[m.index].head == clause]
    if own:
        return _near(_only(own))
    if any(is_plural(tree, kid) == plural for kid in tree.kids(clause, "nsubj") if kid < index):
        return None
    past = [m for m in here if m.index < index]
    unclear = [w for w in rivals_of(passage, None, plural=plural) if w < index]
    if past or unclear:
        found = _only(past) if past else None
        mine = found and [w for w in rivals_of(passage, found, plural=plural) if w < index]
        return _near(found) if not mine else None
    if tree.words[index].text.lower() not in OWNING:
        return None
    return _back(passage, index, plural=plural)


def _back(passage: Passage, index: int, *, plural: bool) -> Mention | None:
    """What the sentence before, the label or the heading names: for subjects alone."""
    tree = passage.tree
    if not _opens(tree, index) or (plural and _tells_of_anybody(tree, index)):
        return None
    if passage.place.label and passage.position == 0 and label_thing(passage):
        if _is_aspect(passage):
            return None
        found = _label(passage, plural=plural)
        if found or (is_plural_label(passage) == plural and not _is_repeated(passage)):
            return found
    if _is_all_of_label(passage):
        return _label(passage, plural=plural)
    if not passage.before:
        follows = any(word.text.lower() in FOLLOWING for word in tree.words[:5])
        first = index == 0 and tree.words[0].text.lower() not in OWNING and not follows
        return _about(passage, plural=plural) if first and _begins(passage) else None
    last = passage.before[-1]
    there = [m for m in mentions(last, last.instead) if _fits(m, plural=plural)]
    subjects = [m for m in there if m.subject] or _done(last, plural=plural)
    found = _only(subjects) if subjects else _only(m for m in there if m.object)
    if found is None or (not subjects and not _is_told_of(last, found, plural=plural)):
        return None
    return _of_before(passage, index, found, plural=plural, subject=bool(subjects))


def _of_before(
    passage: Passage, index: int, found: Mention, *, plural: bool, subject: bool
) -> Mention | None:
    """The one thing that the sentence before names, where nothing else there can be meant."""
    last = passage.before[-1]
    if subject and _brings_in(last, found, passage.tree):
        return None
    if subject and (named := _named_by(last, found)):
        return named
    if subject and _introduces(last, passage):
        return found  # "Vine robots have three traits:" and then "They …": not the traits
    rivals = rivals_of(last, found, plural=plural, oblique=not subject)
    if not rivals or (subject and (found.renewed or _is_topic(passage, found, rivals, last.tree))):
        return found
    return found if subject and _goes_on(passage, index, last, found) else None


ABSTRACT = ("tion", "sion", "ency", "ancy", "ance", "ence", "ity", "ness", "ment")


def _is_aspect(passage: Passage) -> bool:
    """*Presentation: It begins with …* under *Measles*: the label tells what is told of it."""
    tree = passage.place.label_tree
    if tree is None or not passage.section:
        return False
    root = tree.words[tree.root]
    told = [w for w in tree.words if w.index != root.index and w.upos not in {"ADJ", "PUNCT"}]
    return not told and root.text.lower().endswith(ABSTRACT)


def _tells_of_anybody(tree: Tree, index: int) -> bool:
    """*If one leaves, they …*"""
    return any(
        w.text.lower() in ANYBODY and tree.dep(w.index) == "nsubj" for w in tree.words[:index]
    )


def _done(last: Passage, *, plural: bool) -> list[Mention]:
    """*Mowing the lawn tires. It …*: what a subject says that somebody does."""
    tree = last.tree
    head = tree.kid(tree.root, "csubj", "nsubj")
    if plural or head is None or tree.words[head].xpos != "VBG" or tree.dep(head) == "expl":
        return []
    words = tree.below(head)
    if len(words) > TOO_LONG or words[0] != head or dangling(tree, words, last.instead):
        return []
    text = tree.say(words, last.instead)
    return [Mention(text, False, tree.lemma(head), True, False, frozenset(), head, clause=True)]


def _goes_on(passage: Passage, index: int, last: Passage, found: Mention) -> bool:
    """Does a sentence go on to tell of the subject of the one before it?

    What is done to *it* may be done to the object: *The flood reached the dam. It was broken.*
    """
    tree = passage.tree
    verb = tree.words[index].head
    passive = tree.kid(verb, "aux:pass") is not None or any(
        tree.words[kid].xpos == "VBN" and kid < index and not tree.marker(kid)
        for kid in tree.kids(verb, "advcl", "acl")  # "Built in a year, it …"
    )
    if not is_main_subject(tree, index) or last.block is not passage.block:
        return False
    if _makes(last) or _is_one_of_two(last, found):
        return False
    return not passive or not _acts_or_belongs(last, found)


MAKING = frozenset(
    """release launch propose coin introduce invent discover devise develop design create write
    build make publish patent establish found form produce unveil""".split()
)
"""Verbs of what is there from then on, of which the next sentence tells more likely."""


def _makes(last: Passage) -> bool:
    """*Orlo released a camera. It weighs a pound*: not Orlo."""
    tree = last.tree
    return tree.lemma(tree.root) in MAKING and tree.kid(tree.root, "obj") is not None


def _is_one_of_two(last: Passage, found: Mention) -> bool:
    """Has another clause a subject as well, or is the subject somebody's, or *these* of before?

    *Salt melts and the brine runs off. It …*, *Orlo's plan was to grow. It …*
    """
    tree = last.tree
    if found.index < 0 or tree.kid(found.index, "nmod:poss") is not None:
        return found.index >= 0
    if tree.determiners(found.index) & {"this", "these", "that", "those", "such"}:
        return True
    others = [
        word.index
        for word in tree.words
        if tree.dep(word.index) == "nsubj"
        and word.index != found.index
        and word.upos in {"NOUN", "PROPN"}
        and tree.dep(word.head) in {"conj", "parataxis"}
        and is_plural(tree, word.index) == found.plural
        and not is_person(tree, word.index)
    ]
    return any(tree.kid(other, "nmod:poss") is None for other in others)


def _acts_or_belongs(last: Passage, found: Mention) -> bool:
    """Is something done to another thing, or is the subject but an aspect of one?"""
    tree = last.tree
    done = tree.kid(tree.root, "obj") is not None and tree.kid(tree.root, "aux:pass") is None
    aspect = tree.kid(found.index, "nmod", "nmod:poss") if found.index >= 0 else None
    return done or (aspect is not None and not _is_in_name(tree, aspect, found))


def _brings_in(last: Passage, found: Mention, tree: Tree) -> bool:
    """*The crew met a reef. It runs for a mile*: what was once met, and is there since."""
    old = last.tree
    new = old.kid(old.root, "obj")
    if new is None or not old.determiners(new) & {"a", "an"} or is_plural(old, new):
        return False
    was = old.words[old.root].xpos == "VBD"
    verb = tree.words[tree.root]
    be = tree.kid(tree.root, "cop")
    now = "VBZ" in {verb.xpos, tree.words[be].xpos if be is not None else ""}
    return was and now and not found.renewed


def _named_by(last: Passage, found: Mention) -> Mention | None:
    """*The culprit is rust. It …*: rust, which the sentence says it is."""
    tree = last.tree
    head = tree.root
    bare = tree.kid(head, "cop") is not None and not tree.kids(head, "det", "advmod", "case")
    if not bare or tree.words[head].upos not in {"NOUN", "PROPN"} or found.plural:
        return None
    if not re.fullmatch(r"the [a-z]+", found.text) or is_plural(tree, head):
        return None
    if any(kid > head for kid in tree.kids(head, "acl", "nmod", "obl")):
        return None
    words = [w for w in noun_words(tree, head) if w > max(tree.kids(head, "cop"))]
    text = tree.say(words, last.instead)
    name = Mention(text, False, tree.lemma(head), True, False, frozenset(), head, clause=True)
    return name if text and len(text.split()) <= TOO_LONG else None


def _introduces(last: Passage, passage: Passage) -> bool:
    return last.block is not passage.block and last.tree.sentence.text.rstrip().endswith(":")


def _is_told_of(last: Passage, found: Mention, *, plural: bool) -> bool:
    """*Bones release osteocalcin. It …*: an object where the subject cannot be meant."""
    tree = last.tree
    told = tree.dep(found.index) == "obj" and tree.words[found.index].head == tree.root
    if not told or not last.tree.sentence.text.rstrip().endswith("."):
        return False
    return _is_order(tree) or not _has_subject(last, plural=plural)


def _is_all_of_label(passage: Passage) -> bool:
    """*Valve: A small flap of skin. It …*: nothing but the label has been told of so far."""
    past = [one for one in passage.before if one.block is passage.block]
    if len(past) != passage.position or not past or not label_thing(passage):
        return False
    return not any(
        _is_order(one.tree) or one.tree.kid(one.tree.root, "nsubj", "csubj", "expl") is not None
        for one in past
    )


def is_plural_label(passage: Passage) -> bool:
    tree = passage.place.label_tree
    return tree is not None and is_plural(tree, tree.root)


def _opens(tree: Tree, index: int) -> bool:
    """Is it the sentence's subject, or in it, or in a phrase before it?"""
    main = next((k for k in tree.kids(tree.root) if is_main_subject(tree, k)), None)
    if main is None:
        return False
    return index == main or index in tree.below(main) or index < min(tree.below(main))


def _has_subject(passage: Passage, *, plural: bool) -> bool:
    """Has the sentence no subject, or one of that number which nobody can name?"""
    tree = passage.tree
    found = [kid for kid in tree.kids(tree.root) if is_main_subject(tree, kid)]
    return not found or any(
        is_plural(tree, kid) == plural or tree.words[kid].upos == "PRON" for kid in found
    )


def _label(passage: Passage, *, plural: bool) -> Mention | None:
    """The bold label before a sentence, where it names one thing and no lead-in another."""
    text = label_term(passage)
    tree = passage.place.label_tree
    if not text or tree is None or is_plural(tree, tree.root) != plural:
        return None
    if _leads(passage, plural=plural) or _is_repeated(passage):
        return None
    return Mention(text, plural, tree.lemma(tree.root), True, False, frozenset(), -1, clause=True)


def _is_repeated(passage: Passage) -> bool:
    """*Information store: It stores information*: the label says what is done, not by whom."""
    tree = passage.place.label_tree
    if tree is None:
        return False
    again = {w.lemma.lower() for w in tree.words if w.upos in {"NOUN", "PROPN"}}
    return bool(again & {w.lemma.lower() for w in passage.tree.words})


def _leads(passage: Passage, *, plural: bool) -> bool:
    """Has the sentence that introduces the list a subject that may be meant as well?"""
    if not passage.before:
        return False
    last = passage.before[-1]
    return any(m.subject and m.plural == plural for m in mentions(last, last.instead))


def _begins(passage: Passage) -> bool:
    """Is a sentence the first below its heading, or an item: no next paragraph, no bare step?"""
    goes_on = passage.block.kind in {"paragraph", "ordered"} and not passage.place.label
    return passage.first or not goes_on


def _about(passage: Passage, *, plural: bool) -> Mention | None:
    """The thing of the heading or of the note: *They* where nothing stands before."""
    section, topic = passage.section, passage.topic
    if passage.place.label and not section and topic.lower() not in passage.heading.lower():
        return None  # "Status: It was declared …" below "The Key Organism"
    if not section and is_of_another(passage.heading, passage.note.title, topic):
        return None
    heading = passage.heading.lower()
    name = section.lower()
    said = [word for word in WORD.findall(heading) if word not in JOINTS]
    whole = name and (said == WORD.findall(name) or heading.endswith(f" of {name}"))
    aspect = topic and not whole and len(section.split()) < 2
    names = {topic if aspect else section or passage.above or topic} - {""}
    fitting = [name for name in names if _is_many(name) == plural]
    return _named(passage, fitting[0]) if len(fitting) == 1 else None


def _named(passage: Passage, name: str) -> Mention:
    """A thing by the name that a heading or label gives it, with its article."""
    *_, last = name.lower().split()
    many = _is_many(name)
    owned = "'s " in name or "’s " in name  # "de Broglie's hypothesis"
    headed = passage.heading.lower() == f"the {name.lower()}" and name[-1].isdigit()
    lone = not many and not owned and (_is_counted(passage, name) or headed)
    text = f"the {name}" if lone and not name.lower().startswith(("the ", "a ", "an ")) else name
    return Mention(text, many, last, True, False, frozenset(), -1, clause=True)


def _is_counted(passage: Passage, name: str) -> bool:
    """*an otter*, *the marsh otter*; not *steel*, which the note has without an article, too."""
    lexicon, last = passage.tree.lexicon, name.lower().rsplit(maxsplit=1)[-1]
    told = rf"\b[Tt]he {re.escape(name)}\b(?! (?:of|in|from)\b)"
    return last in lexicon.counted or (
        name.islower()
        and last not in lexicon.bare
        and re.search(told, passage.note.text) is not None
    )


def _is_many(name: str) -> bool:
    *_, last = name.lower().split()
    return " and " in name or (last.endswith("s") and not last.endswith(("ss", "us", "is", "ics")))


def _is_topic(passage: Passage, mention: Mention, rivals: Collection[int], tree: Tree) -> bool:
    """Does the title, a heading or the label name it, and none of its rivals?"""
    about = {
        word.removesuffix("s")
        for text in (passage.note.title, passage.heading, passage.place.label)
        for word in WORD.findall(text.lower())
    }
    if mention.lemma.removesuffix("s") not in about:
        return False
    others = [w for w in rivals if not _is_in_name(tree, w, mention)]
    if any(tree.lemma(w).removesuffix("s") in about for w in others):
        return False
    headed = {word.removesuffix("s") for word in WORD.findall(passage.heading.lower())}
    told = {tree.lemma(k).removesuffix("s") for w in others for k in tree.below(w)}
    return mention.lemma.removesuffix("s") in headed or not headed & told - JOINTS


def _is_in_name(tree: Tree, index: int, mention: Mention) -> bool:
    """*the Tower of London*: London is no other thing beside the tower."""
    named = mention.index >= 0 and tree.words[mention.index].upos == "PROPN"
    return named and index in tree.below(mention.index)


def is_impersonal(tree: Tree, index: int) -> bool:
    """*it is difficult to …*, *it takes a week to …*, *it turns out that …*"""
    head = tree.words[index].head
    if head < 0 or tree.words[index].text.lower() != "it" or tree.dep(index) != "nsubj":
        return False
    lemma = tree.lemma(head)
    if tree.words[head].upos == "PROPN" and any(
        tree.lemma(w) == "who" for kid in tree.kids(head, "acl") for w in tree.kids(kid)
    ):
        return True  # "it is Ada who mends the sail"
    passive = tree.kid(head, "aux:pass") is not None
    clause = tree.kid(head, "csubj", "ccomp") is not None
    if clause and (passive or tree.words[head].upos in {"ADJ", "NOUN"} or lemma in HAPPENING):
        return True
    if _contrasts(tree, head):
        return True
    if lemma == "take" and (
        any(tree.lemma(w) in STRETCHES for w in tree.below(head))
        or any(tree.marker(k) in {"to", "for"} for k in tree.kids(head, "xcomp", "advcl"))
    ):
        return True
    if lemma == "come" and any(tree.marker(k) == "to" for k in tree.kids(head, "obl")):
        return True
    if lemma in SEEMING and passive:
        return _says_that(tree, head)
    if tree.words[head].upos not in {"ADJ", "NOUN"}:
        return False
    if tree.sentence.text[:1] in '"“' or tree.words[index].index + 1 == head:
        return True
    return any(_is_judged_so(tree, head, kid) for kid in tree.kids(head, "xcomp", "advcl", "acl"))


def _says_that(tree: Tree, verb: int) -> bool:
    """*It is recommended to rest*; not *it is known for its port*, *it is not meant to last*."""
    if tree.kid(verb, "xcomp") is not None:
        return tree.lemma(verb) not in MEANT
    if tree.kid(verb, "ccomp", "csubj") is not None:
        return True
    told = [k for k in tree.kids(verb, "obl") if tree.lemma(k) not in {"certain", "sure"}]
    return not any(tree.marker(kid) in {"as", "for", "by"} for kid in told)


MEANT = frozenset({"mean", "know", "think", "believe", "find", "show"})
"""Passives whose infinitive tells of their own subject."""


def _is_judged_so(tree: Tree, head: int, kid: int) -> bool:
    """*It is easy to mend*, *it is a mistake to wait*; not *it is a way to mend it*."""
    marker, noun = tree.marker(kid), tree.words[head].upos == "NOUN"
    if marker == "to" and tree.words[kid].xpos != "VB" and tree.kid(kid, "cop") is None:
        return False  # "smaller, compared to the Moon"
    plain = noun and tree.dep(kid) == "acl" and tree.determiners(head) & {"a", "an", "the"}
    return marker in {"to", "for", "that"} and not (plain and tree.lemma(head) in WAYS)


WAYS = frozenset(
    """way method means tool device place attempt technique strategy approach effort system process
    measure program programme procedure trick plan project""".split()
)
"""Nouns of things that are for something; others say what is thought of a doing: *it is a mistake
to wait*."""


def _contrasts(tree: Tree, head: int) -> bool:
    """*It is not the iron but the salt that …*: *it* only puts the noun first."""
    if tree.kid(head, "cop") is None or tree.words[head].upos not in {"NOUN", "PROPN"}:
        return False
    denied = any(tree.lemma(kid) in {"not", "n't"} for kid in tree.kids(head, "advmod"))
    joints = {tree.lemma(w) for kid in tree.kids(head, "conj") for w in tree.kids(kid, "cc")}
    return denied and "but" in joints


HAPPENING = frozenset("seem appear turn happen follow mean suggest show".split())
"""What *it* does, of which a clause tells: *it seems that …*."""
SEEMING = frozenset(
    """seem appear turn happen follow mean say know believe think note posit find show argue
    suggest recommend advise expect estimate assume""".split()
)


def _pointed_at(passage: Passage, index: int) -> Mention | None:
    """The thing that *this nerve* or *such a hormone* names again."""
    tree = passage.tree
    head = tree.words[index].head
    if head < 0 or tree.words[head].upos not in {"NOUN", "PROPN"}:
        return None
    if any(kid > head and not tree.comma_before(kid) for kid in tree.kids(head, "nmod", "acl")):
        return None
    noun, plural = tree.lemma(head), is_plural(tree, head)
    kinds = {tree.lemma(k) for k in tree.kids(head, "compound")}
    for past in reversed(passage.before[-2:]):
        found = mentions(past, past.instead)
        if not plural:
            found = [m for m in found if not m.plural]
        same = [
            m for m in found if m.lemma == noun and (len(m.text.split()) > 1 or noun not in SHELLS)
        ]
        if kinds:
            same = [m for m in same if kinds <= set(WORD.findall(m.text.lower()))]
        called = [m for m in found if noun in m.classes or _is_one(past.tree, m, noun)]
        choice = _only(called) or _only(same)
        if choice and choice.plural != plural:
            return _as_plural(tree, head, choice) if choice in same else None
        if choice:
            return choice
        if called or same:
            return None
    called = [m for m in mentions(passage, {}) if m.index < index and noun in m.classes]
    return _only(called) or _titled(passage, index, head)


def _is_one(tree: Tree, mention: Mention, noun: str) -> bool:
    """*the hormone osteocalcin … this hormone*: a rare name behind its kind."""
    before = mention.index - 1
    return (
        before >= 0
        and not mention.plural
        and tree.dep(before) == "compound"
        and tree.lemma(before) == noun
        and rarity(mention.lemma) >= KNOWN
        and rarity(noun) < KNOWN
    )


def _titled(passage: Passage, index: int, head: int) -> Mention | None:
    """The thing that a label or heading names: *this nerve* under *The vagus nerve*."""
    tree = passage.tree
    noun, plural = tree.lemma(head), is_plural(tree, head)
    if tree.lemma(index) not in {"this", "these"} or passage.position > 0:
        return None
    label = "" if _is_aspect(passage) else label_thing(passage)
    if label and passage.place.label_tree and is_main_subject(tree, head):
        many = is_plural(passage.place.label_tree, passage.place.label_tree.root)
        said = label.lower().split()
        named = noun == said[0] or said[-1].startswith(noun)  # "Schedule Z", "Interest ratio"
        fits = many == plural and (noun in SHELLS or named)
        return _named(passage, label) if fits and not tree.kids(head, "amod", "compound") else None
    if passage.before:
        return None
    kinds = {tree.words[kid].text.lower() for kid in tree.kids(head, "compound")}
    for name in (passage.section, passage.topic):
        if kinds - set(name.lower().split()):
            continue  # "these romance equations" under *Differential equations*
        if name and len(name.split()) > 1 and name.lower().split()[-1].startswith(noun):
            return _named(passage, name) if _is_many(name) == plural else None
    return None


def _as_plural(tree: Tree, head: int, mention: Mention) -> Mention | None:
    """*Each PGAL … These PGALs*: the noun as this sentence has it."""
    if tree.lemma(head) in SHELLS:
        return None
    return replace(mention, text=tree.words[head].text, plural=True)


TOLD = ("amod", "compound", "nmod", "acl", "nummod", "appos", "flat", "conj", "advmod")
TELLING = 0.3
"""Rarity from which a word tells which thing is meant."""


def fuller(passage: Passage, instead: Mapping[int, str]) -> dict[int, str]:
    """Nouns that stand for the kind that heading, topic or note name: *the gum*, *patches*."""
    tree = passage.tree
    found = {}
    for word in tree.words:
        if word.upos != "NOUN" or word.index in instead or not _is_bare(tree, word.index):
            continue
        before = _kind(passage, word.index)
        said = tree.sentence.text.lower()
        if before and rarest(before.split()) >= TELLING and before.lower() not in said:
            noun = word.text.lower() if tree.starts(word.index) else word.text
            found[word.index] = f"{before} {noun}"
    return found


def _is_bare(tree: Tree, index: int) -> bool:
    """*the gum* or *patches*, with nothing that tells which."""
    if tree.kids(index, *TOLD):
        return False
    articles = {tree.lemma(kid) for kid in tree.kids(index, "det", "nmod:poss")}
    if tree.dep(index) not in {"nsubj", "obj"}:
        behind = tree.dep(index).split(":")[0] in {"obl", "nmod"}
        return behind and articles == {"the"}  # "into the gum", "the gum's taste"
    many = tree.words[index].xpos == "NNS" and tree.dep(index) == "nsubj"
    return articles in ({"the"}, {"each"}) or (not articles and many)


def _kind(passage: Passage, index: int) -> str:
    """The words that belong before a noun, from the heading, the topic or the whole note."""
    tree = passage.tree
    noun = tree.lemma(index)
    for name in (passage.section, passage.topic):
        *before, last = name.split() or [""]
        if before and last.lower() in {noun, tree.words[index].text.lower(), f"{noun}s"}:
            kind = " ".join(before)
            return kind if _is_kind(before) and f"and {kind}" not in passage.note.title else ""
    definite = "the" in tree.determiners(index)
    return passage.kinds.get(noun, "") if definite and passage.before else ""


def _is_kind(before: Sequence[str]) -> bool:
    """*nicotine* gum, *Binance* app; not *crispy* fries, *setting* goals, *Newton's* law."""
    first, last = before[0], before[-1]
    owned = any(word.endswith(("'s", "’s")) for word in before)
    if first.endswith("ing") or owned or {"of", "and"} & set(before):
        return False
    if not last[:1].islower():
        return True
    return is_noun(last) and not last.endswith(("y", "ed"))
