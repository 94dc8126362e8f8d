"""A lead-in and the items below it, as one fact."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from cards.claims.actions import speaks
from cards.claims.passage import Passage, Place
from cards.english.clauses import Clause, Part
from cards.english.facts import Fact
from cards.english.phrases import SHELLS, dangling, is_plural, noun_words, points_back
from cards.english.speaking import Speaker
from cards.english.tree import Tree
from cards.english.verbs import capitalised, number_word
from cards.model import Evidence

FEWEST, MOST = 2, 5
"""Items of a list that one card can ask for."""
LONGEST_ITEM = 8
"""Words."""
OPEN_ENDED = frozenset(
    """some several many various other others example few certain additional common more
    following different numerous such multiple these those this""".split()
)
EQUATING = frozenset({"include", "be", "comprise", "involve", "encompass"})


def items_of(places: Sequence[Place], index: int) -> tuple[str, ...]:
    """The items that a block introduces, as short as they can be said.

    Returns:
        The bold labels where all have one, else the whole texts where all are short; otherwise
        nothing.
    """
    children = [
        p for p in places if p.block.parent == index and p.block.kind in {"item", "ordered"}
    ]
    if not FEWEST <= len(children) <= MOST:
        return ()
    if all(p.label for p in children):
        return labels_of(children)
    if any(p.label or len(p.trees) != 1 or _says(p.trees[0]) for p in children):
        return ()
    return _short(_item(p.trees[0]) for p in children)


def _item(tree: Tree) -> str:
    """A line as an item; a long one without what a comma or a bracket cuts off."""
    whole = tree.say(range(len(tree.words)))
    if len(whole.split()) <= LONGEST_ITEM or tree.words[tree.root].upos not in {"NOUN", "PROPN"}:
        return whole
    if tree.kid(tree.root, "conj") is not None:
        return whole
    return tree.say(noun_words(tree, tree.root))


def labels_of(places: Sequence[Place]) -> tuple[str, ...]:
    """The labels of items; empty where one names a part of a text: "**Example**"."""
    low = [place.label.lower().removesuffix("s") for place in places]
    of_text = any(label in NO_ITEMS or label.endswith(" overview") for label in low)
    if of_text or sum(label in SHELLS for label in low) > 1:
        return ()
    for place in places:
        words = place.label_tree.words if place.label_tree else ()
        if words and words[0].upos in {"ADP", "SCONJ", "PRON", "PUNCT"}:
            return ()
    return _short(p.label.rstrip(".") for p in places)


NO_ITEMS = frozenset(
    """tip note warning caution exception context background history overview summary conclusion
    usage process recommendation importance significance introduction example result case step
    scenario challenge problem issue solution question answer outcome goal reason
    finding implication study""".split()
)


def _short(items: Iterator[str]) -> tuple[str, ...]:
    found = tuple(item.strip() for item in items)
    return found if all(0 < len(i.split()) <= LONGEST_ITEM for i in found) else ()


def _says(tree: Tree) -> bool:
    """True for a sentence, which is more than an item."""
    return tree.kid(tree.root, "nsubj", "cop", "aux") is not None or any(
        w.text.lower() in {"it", "this", "they", "these"} for w in tree.words
    )


def enumerates(passage: Passage, evidence: Evidence) -> Iterator[Fact]:
    """Find "*Uses include:*" and the list below."""
    items = passage.items
    lead = passage.tree.sentence.text.rstrip()
    if not items or not lead.endswith(":") or lead.endswith(("such as:", "like:")):
        return
    yield from listed(passage, items, evidence)


def listed(
    passage: Passage, items: tuple[str, ...], evidence: Evidence, clauses: Sequence[Clause] = ()
) -> Iterator[Fact]:
    """The list that the main clause of a passage introduces, asked with its number."""
    tree = passage.tree
    question = _existing(passage, len(items)) or _named(passage, len(items))
    for clause in () if question else clauses or passage.clauses:
        if clauses or _leads(tree, clause):
            question = _question(passage, clause, len(items))
            break
    if question and not ASIDE.search(question):
        yield fact_of(passage, tree, question, items, evidence)


def _leads(tree: Tree, clause: Clause) -> bool:
    """Is a clause what a sentence says, by itself or behind *Lee notes that*?"""
    if clause.kind == "main":
        return clause.verb == tree.root and clause.lemma not in TALK
    told = tree.words[clause.verb]
    return clause.kind == "complement" and told.dep == "ccomp" and told.head == tree.root


def _existing(passage: Passage, count: int) -> str:
    """*There are three kinds of rock:*"""
    tree = passage.tree
    head = tree.kid(tree.root, "nsubj")
    if tree.kid(tree.root, "expl") is None:
        return ""
    head = tree.root if tree.words[tree.root].upos == "NOUN" else head
    if head is None or tree.lemma(tree.root) not in {"be", "exist", tree.lemma(head)}:
        return ""
    words = [w for w in noun_words(tree, head) if not _is_copula(tree, w)]
    said = _listed_noun(passage, head, words)
    if not said or not _may_count(tree, head, count):
        return ""
    front = [k for k in tree.kids(tree.root, "obl") if k < min(words)]
    told = {w for k in front for w in tree.below(k)}
    if dangling(tree, sorted(told), passage.instead):
        return ""
    setting = tree.say(sorted(told), passage.instead)
    question = f"what are the {number_word(count)} {said}?"
    return capitalised(f"{setting}, {question}" if setting else question)


def _named(passage: Passage, count: int) -> str:
    """*Strategies for storing grain:*, a lead-in without a verb."""
    tree, head = passage.tree, passage.tree.root
    if passage.clauses or tree.kid(head, "nsubj", "cop", "conj", "appos", "parataxis") is not None:
        return ""
    narrow = [k for k in tree.kids(head, "nmod", "acl") if k > head]
    words = [w for w in noun_words(tree, head) if tree.words[w].upos != "PUNCT"]
    if not narrow or len(words) > LONGEST_NAME or tree.kid(narrow[0], "nsubj") is not None:
        return ""
    whole = len(words) == sum(w.upos != "PUNCT" for w in tree.words)
    said = _listed_noun(passage, head, words) if whole else ""
    if not said or not _may_count(tree, head, count) or tree.lemma(head) in SHOWN:
        return ""
    return f"What are the {number_word(count)} {said}?"


LONGEST_NAME = 12
"""Words of a lead-in that is a noun phrase."""
SHOWN = frozenset("step requirement instruction key highlight note feature area aspect".split())
"""Nouns of what a text goes through, not of what there is."""


def _is_copula(tree: Tree, index: int) -> bool:
    return tree.dep(index) in {"cop", "expl"} or tree.words[index].text.lower() == "there"


def _may_count(tree: Tree, head: int, count: int) -> bool:
    """Does a noun's own number, if it has one, agree with that of the items?"""
    numbers = [tree.lemma(n) for n in tree.kids(head, "nummod")]
    told = {tree.lemma(w) for n in tree.kids(head, "nummod") for w in tree.below(n)}
    if told & {"least", "over", "about"}:
        return False
    return not numbers or bool({number_word(count), str(count)} & set(numbers))


def _listed_noun(passage: Passage, head: int, words: list[int]) -> str:
    """A plural noun as a question about the whole list says it; empty where it says too little."""
    tree = passage.tree
    if tree.words[head].xpos not in {"NNS", "NNPS"} or _is_open_noun(tree, words, head):
        return ""
    if tree.kid(head, "nmod", "acl", "compound") is None:
        return ""
    if dangling(tree, words, passage.instead) or VAGUE_LISTS & {tree.lemma(head)}:
        return ""
    drop = _told(tree, head)
    drop |= {w for w in words if w < head and tree.lemma(w) in OPEN_ENDED | WEIGHTY}
    drop |= {w for w in words if tree.dep(w) == "advmod" and w < head}
    return tree.say([w for w in words if w not in drop], passage.instead)


TALK = frozenset("mention discuss list outline describe highlight note provide see".split())
"""What a note does with things, not the things themselves."""


def _is_open_noun(tree: Tree, words: list[int], head: int) -> bool:
    """*other uses*, *some uses*: the note tells that there are more."""
    return any(tree.lemma(w) in PART_OF_MORE for w in words if w <= head)


VAGUE_LISTS = frozenset(
    """example takeaway insight lesson tip point consideration question thing idea detail fact topic
    recommendation suggestion case reference resource link statistic note thought observation
    level""".split()
)
"""Nouns of which a note tells some, and no one knows how many there are."""
PART_OF_MORE = frozenset(
    "other additional some more such example common few many certain any these those".split()
)


ASIDE = re.compile(r"\b(?:including|such as|for example|e\.g)", re.IGNORECASE)


def fact_of(
    passage: Passage, tree: Tree, question: str, items: tuple[str, ...], evidence: Evidence
) -> Fact:
    """A list as one fact."""
    said = capitalised(tree.say(range(len(tree.words)), passage.instead))
    return Fact(
        "enumeration",
        "items",
        f"{said}: {', '.join(items)}.",
        evidence,
        term=question,
        items=items,
        topic=passage.topic,
    )


def _question(passage: Passage, clause: Clause, count: int) -> str:
    speaker = speaks(passage, clause)
    if speaker is None or clause.negated:
        return ""
    if any(dangling(clause.tree, part.words, speaker.instead) for part in clause.all_parts("obl")):
        return ""  # "in this process": which four areas the brain uses elsewhere is another list
    if clause.subject is not None and _is_several(clause.tree, clause.subject):
        return _of_counted_subject(speaker, clause, count)
    counted = _counted_oblique(clause, count)
    if counted is not None:
        noun = _without_count(speaker, counted)
        marker = f"{capitalised(counted.marker)} which" if counted.marker else "Which"
        return speaker.ask(f"{marker} {number_word(count)} {noun}", [counted])
    return _of_core(passage, speaker, count)


def _of_core(passage: Passage, speaker: Speaker, count: int) -> str:
    """The list named by the subject or the object, or by nothing: *Tanning requires:*"""
    clause, tree = speaker.clause, speaker.tree
    obj = clause.part("obj", "pred")
    counted = clause.subject is not None and _is_counted(tree, clause.subject, count)
    if obj is None and _ends_with_holding(clause):
        return speaker.ask(f"What {number_word(count)} things", [])
    if clause.lemma in EQUATING and (obj is None or obj.role == "pred" or _is_open(tree, obj.head)):
        return of_subject(passage, clause, count)
    if obj is not None and obj.role == "obj":
        said = _of_object(speaker, obj, count)
        if said or not counted:
            return said
    if clause.lemma in TALK:
        return ""
    if counted:
        return _of_counted_subject(speaker, clause, count)
    return ""


def _ends_with_holding(clause: Clause) -> bool:
    """*Tanning leather requires:*, but not *the three states include:*, which are listed whole."""
    tree = clause.tree
    last = [w for w in tree.words if w.upos != "PUNCT"][-1]
    if last.index != clause.verb or clause.passive or clause.subject is None:
        return False
    many = is_plural(tree, clause.subject)
    return clause.lemma in HOLDING and not (many and clause.lemma in EQUATING)


def _is_counted(tree: Tree, head: int, count: int) -> bool:
    return bool(tree.kids(head, "nummod")) and _may_count(tree, head, count)


def _of_counted_subject(speaker: Speaker, clause: Clause, count: int) -> str:
    """*Two gases are needed for welding:*"""
    tree = clause.tree
    words = noun_words(tree, clause.owner)
    drop = _told(tree, clause.owner)
    drop |= {w for w in words if _is_weight(tree, w, WEIGHTY | SEVERAL)}
    noun = tree.say([w for w in words if w not in drop], speaker.around)
    if len(speaker.predicate().split()) < LEAST_PREDICATE and not _is_enough(clause):
        return ""
    if speaker.unclear(()):
        return ""  # "three words are needed to read it"
    return speaker.ask_subject(f"Which {number_word(count)} {noun}", plural=True)


def _is_weight(tree: Tree, index: int, weights: Collection[str]) -> bool:
    """*key steps*; not *two kinds of key*."""
    return tree.lemma(index) in weights and tree.dep(index) != "nmod"


def _is_enough(clause: Clause) -> bool:
    """*define addiction*, *are available*: do two words tell what is so?"""
    tree = clause.tree
    there = tree.lemma(clause.verb) in {"available", "possible", "need", "require"}
    return clause.part("obj") is not None or (there and bool(clause.auxes))


SEVERAL = frozenset({"several", "multiple", "various", "different"})
"""What stands where the text could as well say the number."""
LEADING = frozenset({"in", "by", "through", "into", "on", "from", "with", "via"})


def _is_several(tree: Tree, head: int) -> bool:
    """*several genes*, but no list of all that is possible: *several examples*."""
    before = tree.kids(head, "amod", "det")
    some = any(tree.lemma(k) in SEVERAL for k in before)
    return some and tree.words[head].xpos == "NNS" and tree.lemma(head) not in VAGUE_LISTS


LEAST_PREDICATE = 3
"""Words of a predicate that tells enough: *are needed for welding*."""


def _counted_oblique(clause: Clause, count: int) -> Part | None:
    """*based on two principles*, *raised through several methods*"""
    tree = clause.tree
    for part in clause.all_parts("obl", "agent", "means"):
        numbers = tree.kids(part.head, "nummod")
        if any(tree.lemma(n) in {number_word(count), str(count)} for n in numbers):
            return part
        last = part is clause.parts[-1] and part.marker in LEADING
        if last and _is_several(tree, part.head):
            return part
    return None


def _without_count(speaker: Speaker, part: Part) -> str:
    tree = speaker.tree
    drop = _told(tree, part.head)
    drop |= {w for w in part.words if _is_weight(tree, w, OPEN_ENDED | WEIGHTY)}
    return tree.say([w for w in noun_words(tree, part.head) if w not in drop], speaker.around)


WEIGHTY = frozenset(
    """key significant important distinct critical crucial major essential specific only notable
    core primary""".split()
)
"""Adjectives that a question about a whole list does without."""


def _is_open(tree: Tree, head: int) -> bool:
    return tree.lemma(head) in OPEN_ENDED


def of_subject(passage: Passage, clause: Clause, count: int) -> str:
    tree, head = clause.tree, clause.subject
    if head is None or tree.words[head].xpos not in {"NNS", "NNPS"}:
        return ""
    told = _told(tree, head)
    words = [w for w in noun_words(tree, head) if w not in told]
    if any(tree.lemma(w) in OPEN_ENDED for w in noun_words(tree, head) if w <= head):
        return ""
    if tree.kid(head, "nmod", "acl", "amod", "compound", "nmod:poss") is None:
        return ""
    if not _can_be_listed(passage, head, words):
        return ""
    said = tree.say(words, passage.instead)
    owner = tree.kid(head, "nmod:poss")
    if owner is None and tree.kid(head, "nmod", "acl") is None:
        if not passage.topic or _names(passage.topic, said):
            return f"What are the {number_word(count)} {said}?" if passage.topic else ""
        if tree.lemma(head) not in OWNED:
            return ""
        return f"What are the {number_word(count)} {said} of {passage.topic}?"
    start = "What" if owner is not None and owner in words else "What are the"
    if owner is not None and start == "What":
        branch = set(tree.below(owner))
        whose = tree.say([w for w in words if w in branch], passage.instead)
        rest = tree.say([w for w in words if w not in branch], passage.instead)
        return f"What are {whose} {number_word(count)} {rest}?"
    return f"{start} {number_word(count)} {said}?"


def _can_be_listed(passage: Passage, head: int, words: list[int]) -> bool:
    """Does a subject name things that stand alone and can be counted?"""
    tree = passage.tree
    if any(tree.lemma(k) in TALK for k in tree.kids(head, "acl", "amod")):
        return False
    if VAGUE_LISTS & {tree.lemma(head)} or any(tree.words[w].text == "," for w in tree.below(head)):
        return False
    others = (w for w in words if w not in passage.instead and w != head)
    return not any(points_back(tree, w, words) for w in others)


OWNED = frozenset(
    """part component ingredient symptom stage phase type kind form cause layer advantage
    disadvantage drawback limitation effect ingredient ability function use species branch
    element""".split()
)
"""Nouns that ask *of what?*: the note's thing answers."""


def _names(topic: str, said: str) -> bool:
    return any(word in said.lower() for word in topic.lower().split() if len(word) > 3)


def _told(tree: Tree, head: int) -> set[int]:
    """Articles and numbers, which the question says anew."""
    return {k for kid in tree.kids(head, "det", "nummod", "det:predet") for k in tree.below(kid)}


def _of_object(speaker: Speaker, obj: Part, count: int) -> str:
    tree = speaker.tree
    if tree.words[obj.head].xpos not in {"NNS", "NNPS"} or tree.lemma(obj.head) in VAGUE_LISTS:
        return ""
    words = noun_words(tree, obj.head)
    if any(part.words and min(part.words) > obj.head for part in _behind(speaker, obj)):
        return ""
    counted = speaker.clause.passive or any(
        tree.lemma(w) in OPEN_ENDED | WEIGHTY for w in words if w < obj.head
    )
    if not counted and not tree.kids(obj.head, "nummod") and speaker.clause.lemma not in HOLDING:
        return ""  # "Sharks can damage cables:" may list the sharks
    low = {tree.lemma(w) for w in words}
    if low & {"other", "additional", "some", "more", "such", "example", "common", "few"}:
        return ""
    if dangling(tree, words, speaker.instead, known=("subject",)):
        return ""
    drop = _told(tree, obj.head)
    drop |= {
        w for w in words if _is_weight(tree, w, OPEN_ENDED | WEIGHTY) or _owns(tree, w, obj.head)
    }
    said = tree.say([w for w in words if w not in drop], speaker.around)
    return speaker.ask(f"Which {number_word(count)} {said}", [obj])


def _behind(speaker: Speaker, obj: Part) -> list[Part]:
    """Short words behind the object: *find profits elsewhere:* lists no profits."""
    parts = speaker.clause.all_parts("advmod", "xcomp", "particle")
    return [part for part in parts if part is not obj and not part.loose]


HOLDING = frozenset(
    """have use need require contain include comprise offer provide present face involve employ
    combine hold form produce make cause""".split()
)
"""Verbs whose object, and never their subject, is what a list below them names."""


def _owns(tree: Tree, index: int, head: int) -> bool:
    """*its forms*, but not *threats to its trade*"""
    word = tree.words[index]
    return word.dep == "nmod:poss" and word.upos == "PRON" and word.head == head
