"""Questions for what an imperative tells: how long, how much, when, with what."""

from __future__ import annotations

from collections.abc import Iterator

from cards.english.clauses import WITH_TOOLS, Part
from cards.english.facts import Fact
from cards.english.phrases import dangling, is_plural, noun_words
from cards.english.speaking import Speaker
from cards.questions.drafts import Draft, ask, draft, with_topic
from cards.questions.measures import TIME_UNITS, tells_two
from cards.questions.numbers import SCALES

LONGEST = 8
"""Words of an answer."""


def advised(fact: Fact) -> Iterator[Draft]:
    """*Bake the loaf at 220 °C*: *At what temperature should you bake the loaf?*"""
    speaker, part = fact.spoken, fact.told
    tree, noun = speaker.tree, speaker.tree.lemma(part.head)
    if part.role == "obj":
        yield from _amount(fact)
        return
    if speaker.clause.part("obj") is None:
        yield from _done_to(fact)
        return
    answer = speaker.part(part)
    wh = ""
    if part.marker in {"until", "till"}:
        wh = "Until when"
    elif part.marker == "for" and noun in TIME_UNITS:
        wh = "For how long"
    elif part.marker == "at" and tree.kid(part.head, "nmod", "acl") is None:
        wh = "At what temperature" if "°" in answer else SCALES.get(noun, "")
    if tells_two(tree, part.head):
        return
    if not wh or len(answer.split()) > LONGEST:
        return
    question = ask(fact, wh, [part])
    yield draft(fact, "quantity", "advice", question, answer, 0.8)


def _done_to(fact: Fact) -> Iterator[Draft]:
    """*Boil until the roots are soft*: *Until when should you boil the roots?*"""
    speaker, part = fact.spoken, fact.told
    tree = speaker.tree
    thing = tree.kids(part.head, "nsubj")[0]
    words = noun_words(tree, thing)
    pronoun = "they" if is_plural(tree, thing) else "it"
    said = dict.fromkeys(words, "") | {thing: pronoun}
    answer = tree.say(speaker.part_words(part), {**speaker.instead, **said})
    if speaker.clause.part("xcomp") is not None or dangling(tree, words, speaker.instead):
        return
    if len(answer.split()) > LONGEST_OCCASION or speaker.unclear([part]):
        return
    question = speaker.ask("Until when", [part], strand=tree.say(words, speaker.around))
    question = with_topic(fact, question, speaker.open_nouns([part]) or ("it",))
    yield draft(fact, "quantity", "advice", question, answer, 0.8)


def _amount(fact: Fact) -> Iterator[Draft]:
    """*Add 7 ounces of cheese*: *How much cheese should you add?*"""
    speaker, part = fact.spoken, fact.told
    tree = speaker.tree
    inner = tree.kids(part.head, "nmod")[0]
    thing = noun_words(tree, inner)
    inside = set(tree.below(inner))
    answer = tree.say([w for w in noun_words(tree, part.head) if w not in inside])
    question = speaker.ask(f"How much {tree.say(thing, speaker.around)}", [part])
    if not dangling(tree, thing, speaker.instead):
        yield draft(fact, "quantity", "amount", with_topic(fact, question, ("it",)), answer, 0.7)


ANY = frozenset({"some", "any", "something", "anything", "you", "all", "everything", "there"})
LONGEST_OCCASION = 12
"""Words of a condition, and of what is to be done."""


def occasion(fact: Fact) -> Iterator[Draft]:
    """*When should you flip the dough?*, *What should you do if it browns unevenly?*"""
    speaker, part = fact.spoken, fact.told
    tree = speaker.tree
    words = speaker.part_words(part)
    subject = tree.kid(part.head, "nsubj")
    if not speaker.orders or subject is None or tree.lemma(subject) in ANY:
        return
    if _points_away(speaker, part, words):
        return
    said = tree.say(words, speaker.instead)
    if len(said.split()) > LONGEST_OCCASION:
        return
    if said.startswith(("once ", "when ")):
        question = with_topic(fact, speaker.ask("When", [part]), ("it",))
        yield draft(fact, "question", "occasion", question, said, 0.7)
    elif said.startswith("if ") and not dangling(tree, words, speaker.instead):
        deed = speaker.predicate([part])
        question = with_topic(fact, f"What should you do {said}?", ("it",))
        if len(deed.split()) <= LONGEST_OCCASION:
            yield draft(fact, "question", "remedy", question, deed, 0.7)


def _points_away(speaker: Speaker, part: Part, words: list[int]) -> bool:
    """Does a condition point elsewhere than to the object of the order?"""
    tree = speaker.tree
    subject = tree.kid(part.head, "nsubj")
    obj = speaker.clause.part("obj")
    own = subject is not None and tree.words[subject].text.lower() in {"it", "they"}
    known = dict(speaker.instead)
    if own and subject is not None and obj is not None and obj.head < subject:
        known.setdefault(subject, tree.words[subject].text)
    return bool(dangling(tree, words, known))


def tool(fact: Fact) -> Iterator[Draft]:
    """*Use a mallet to pound the meat thin*: *What should you use to pound the meat thin?*"""
    speaker, part = fact.spoken, fact.told
    obj = speaker.clause.part("obj")
    if not speaker.orders or speaker.clause.lemma not in WITH_TOOLS or obj is None:
        return
    if part.marker != "to" or part.before or speaker.part(obj).lower() == "it":
        return
    if len(speaker.kept([obj, part])[1]) > 0:
        return  # "use a pan large enough to …"
    question = speaker.ask("What", [obj, part], strand=speaker.part(part))
    question = with_topic(fact, question, ("it",))
    yield draft(fact, "question", "tool", question, speaker.part(obj), 0.75)
