"""Questions for what is told by comparing: warmer or cooler, more than, the largest."""

from __future__ import annotations

from collections.abc import Iterator

from cards.english.clauses import Part
from cards.english.definite import open_inside
from cards.english.facts import Fact
from cards.english.phrases import dangling, is_plural, noun_words, points_back
from cards.english.rarity import rarest
from cards.english.speaking import Speaker
from cards.english.tree import Tree, tidy
from cards.questions.drafts import Draft, draft, with_topic

PAIRS = """warmer cooler|hotter colder|higher lower|larger smaller|bigger smaller|greater smaller
|faster slower|quicker slower|stronger weaker|longer shorter|taller shorter|heavier lighter
|thicker thinner|wider narrower|harder softer|older younger|cheaper costlier|deeper shallower
|brighter darker|denser lighter|safer riskier|richer poorer|closer farther|earlier later
|drier wetter|easier harder|cleaner dirtier|louder quieter|sharper blunter"""
OPPOSITES: dict[str, str] = {}
for _pair in PAIRS.replace("\n", "").split("|"):
    _one, _two = _pair.split()
    OPPOSITES.setdefault(_one, _two)
    OPPOSITES.setdefault(_two, _one)


def compared(fact: Fact) -> Iterator[Draft]:
    """*Is the water warmer or cooler than …?*, *How does X compare with Y?*"""
    speaker, clause = fact.spoken, fact.spoken.clause
    pred = clause.part("pred")
    tree = clause.tree
    if pred is None or not clause.copula or clause.negated or tree.words[pred.head].upos != "ADJ":
        return
    than = _than(tree, pred.head)
    if than is None or speaker.source:
        return
    other = [w for w in tree.below(than) if w not in tree.kids(than, "case", "mark")]
    thing = _named_again(speaker, tree.say(other, speaker.around))
    if not thing or dangling(tree, other, speaker.instead, known=("subject",)):
        return
    apart = set(tree.below(than))
    words = [w for w in pred.words if w not in apart]
    single = len(words) == 1 and tree.words[words[0]].text.lower() in OPPOSITES
    group = speaker.group()
    where = _settings(speaker, pred, than)
    if single:
        word = tree.words[words[0]].text.lower()
        first, second = sorted((word, OPPOSITES[word]))
        question = (
            f"{group.aux} {speaker.subject} {group.main} {first} or {second} than {thing} {where}?"
        )
        answer = word
    elif {"those", "that"} & set(thing.split()):
        return
    else:
        do = "do" if speaker.plural else "does"
        question = f"How {do} {speaker.subject} compare with {thing} {where}?"
        pronoun = "they" if speaker.plural else "it"
        answer = f"{pronoun} {group.finite} {tree.say(words, speaker.around)}"
    question = with_topic(fact, tidy(question), speaker.open_nouns([pred]))
    question = question[:1].upper() + question[1:]
    yield draft(fact, "question", "compared", question, answer, 0.8)


def _settings(speaker: Speaker, pred: Part, than: int) -> str:
    """*in damp air*, within which one thing is more so than another."""
    parts = [p for p in speaker.kept([pred])[1] if p.role in SETTINGS and than not in p.words]
    return " ".join(speaker.told(parts, speaker.subject))


SETTINGS = frozenset({"obl", "condition", "time"})


def _named_again(speaker: Speaker, thing: str) -> str:
    """*those found in rivers* as *pearls found in rivers*, beside *lake pearls*."""
    first, _, rest = thing.partition(" ")
    head = speaker.clause.subject
    if first != "those" or not rest or head is None or head in speaker.instead:
        return thing
    word = speaker.tree.words[head]
    return f"{speaker.tree.say([head])} {rest}" if word.xpos == "NNS" else thing


def _than(tree: Tree, head: int) -> int | None:
    """The thing behind *than*, where the adjective is a comparative."""
    degree = tree.words[head].xpos == "JJR" or any(
        tree.lemma(k) in {"more", "less", "much"} for k in tree.kids(head, "advmod")
    )
    if not degree:
        return None
    last = [*tree.kids(head, "conj"), head][0]
    for kid in [*tree.kids(head, "obl", "advcl", "nmod"), *tree.kids(last, "obl", "nmod")]:
        clause = tree.words[kid].upos == "VERB" or tree.kid(kid, "nsubj", "cop") is not None
        if tree.marker(kid) == "than" and kid > head and not clause:
            return kid
    return None  # "shorter than the plate is thick" compares with no thing


LONGEST_CONTRAST = 22
"""Words of two things told beside each other."""


def set_apart(fact: Fact) -> Iterator[Draft]:
    """*Salt is cheap, whereas silk is dear*: *How does salt differ from silk?*"""
    speaker, clause = fact.spoken, fact.spoken.clause
    part, tree = clause.part("contrast"), clause.tree
    if part is None or part.before or part.marker not in {"whereas", "while"}:
        return
    if clause.part("purpose", "means", "reason", "result") is not None:
        return
    other = tree.kid(part.head, "nsubj")
    if other is None or clause.subject is None or clause.kind != "main":
        return
    words = noun_words(tree, other)
    if not _are_alike(tree, clause.subject, other) or dangling(tree, part.words, speaker.instead):
        return
    if speaker.points_back() or speaker.unclear(()) or points_back(tree, other, words):
        return
    thing, pronoun = tree.say(words, speaker.around), "they" if speaker.plural else "it"
    do = "do" if speaker.plural else "does"
    answer = f"{pronoun} {speaker.predicate()}, {speaker.part(part)}"
    if len(answer.split()) > LONGEST_CONTRAST or speaker.kept()[0]:
        return
    question = f"How {do} {speaker.subject} differ from {thing}?"
    question = with_topic(fact, question, speaker.open_nouns(speaker.kept()[1]))
    yield draft(fact, "question", "compared", question, answer, 0.66)


def _are_alike(tree: Tree, one: int, other: int) -> bool:
    """Are two subjects two nouns, in the same number?"""
    nouns = all(tree.words[w].upos in {"NOUN", "PROPN"} for w in (one, other))
    return nouns and is_plural(tree, one) == is_plural(tree, other)


def foremost(fact: Fact) -> Iterator[Draft]:
    """*X is the largest organ of the body*: *What is the largest organ of the body?*"""
    speaker, clause = fact.spoken, fact.spoken.clause
    pred = clause.part("pred")
    tree = clause.tree
    if pred is None or not clause.copula or clause.negated or clause.subject is None:
        return
    if tree.words[pred.head].upos != "NOUN" or pred.marker:
        return
    if not _is_only_one(tree, pred.head) or not _is_thing(tree, speaker):
        return
    words = speaker.part_words(pred)
    said = tree.say(words, speaker.around)
    if dangling(tree, words, speaker.instead) or not 3 <= len(said.split()) <= 16:
        return
    front, behind = speaker.kept([pred])
    if behind or rarest(said.split()) < 0.2:
        return
    verb = speaker.group(is_plural(tree, pred.head)).aux
    start = "".join(f"{text}, " for text in (speaker.source, *map(speaker.part, front)) if text)
    question = f"{start}what {verb} {said}?"
    question = with_topic(fact, question[:1].upper() + question[1:], open_inside(said))
    yield draft(fact, "question", "foremost", question, speaker.subject, 0.74)


def _is_only_one(tree: Tree, head: int) -> bool:
    """*the largest organ*, *the first phase of*, *the main cause of*."""
    if "the" not in tree.determiners(head):
        return False
    told = tree.kids(head, "amod")
    best = any(
        tree.words[k].xpos == "JJS"
        or tree.lemma(k) in {"first", "last", "only", "main", "primary", "sole", "second", "final"}
        or any(tree.lemma(a) == "most" for a in tree.kids(k, "advmod"))
        for k in told
    )
    return best and tree.kid(head, "nmod", "acl", "obl") is not None


def _is_thing(tree: Tree, speaker: Speaker) -> bool:
    head = speaker.clause.subject
    return head is not None and (
        head in speaker.instead or tree.words[head].upos in {"NOUN", "PROPN"}
    )
