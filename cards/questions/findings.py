"""Questions where the verb alone says little: shows that, plays a role in, is a sign of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from cards.english.clauses import BECAUSE, SUBJECTS, Clause, Part, read_clause
from cards.english.facts import Fact
from cards.english.phrases import (
    DENYING,
    OF_WHAT,
    SHELLS,
    dangling,
    noun_words,
    points_back,
    trimmed,
)
from cards.english.rarity import rarest
from cards.english.speaking import Speaker
from cards.english.tree import Tree
from cards.questions.actions import is_person
from cards.questions.drafts import Draft, ask, draft, with_topic

TELLING = frozenset(
    """show demonstrate indicate reveal mean imply suggest prove predict state propose posit
    postulate hold establish confirm""".split()
)
"""Verbs behind whose *that* a finding stands."""
LONGEST_FINDING = 18
"""Words."""
TELLING_THING = 0.35
"""Rarity from which a noun tells what is asked about."""


def told_that(fact: Fact) -> Iterator[Draft]:
    """*The theory suggests that light bends*: *What does the theory suggest?*"""
    speaker, clause = fact.spoken, fact.spoken.clause
    part = clause.part("ccomp")
    if part is None or clause.lemma not in TELLING or clause.passive or clause.negated:
        return
    tree = clause.tree
    if len(clause.all_parts("ccomp")) > 1:
        return
    if clause.part("obj", "xcomp") is not None or tree.kid(part.head, "nsubj", "csubj") is None:
        return
    if clause.subject is None or is_person(tree.lemma(clause.subject)):
        return
    if clause.kind == "adverbial" or tree.words[clause.subject].upos == "PROPN":
        return  # what came of a whole clause, or what somebody said
    if rarest(speaker.subject.split()) < TELLING_THING:
        return  # "studies show"
    words = [w for w in speaker.part_words(part) if w not in tree.kids(part.head, "mark")]
    words = trimmed(tree, part.head, words)
    stands = len(words) <= LONGEST_FINDING and _stands(speaker, words)
    if not stands or _is_of_one_text(speaker, words):
        return
    yield draft(fact, "question", "finding", ask(fact, "What", [part]), _say(speaker, words), 0.6)


def _is_of_one_text(speaker: Speaker, words: list[int]) -> bool:
    """*The low tide meant that boats stuck*, *the plot shows how it fell*: no lasting meaning."""
    tree, clause = speaker.tree, speaker.clause
    the = clause.subject is not None and "the" in tree.determiners(clause.subject)
    followed = clause.lemma == "mean" and (the or clause.tag == "VBD")
    return followed or any(tree.lemma(w) == "how" for w in words[:1])


def involves(fact: Fact) -> Iterator[Draft]:
    """*Grafting involves joining two plants*: *What does grafting involve?*"""
    speaker, clause = fact.spoken, fact.spoken.clause
    part = clause.part("xcomp")
    if part is None or clause.lemma not in {"involve", "mean", "require"} or clause.negated:
        return
    tree = clause.tree
    if tree.words[part.head].xpos != "VBG" or clause.part("obj") is not None or clause.passive:
        return
    words = trimmed(tree, part.head, speaker.part_words(part))
    if _stands(speaker, words) and len(words) > 1:
        question = ask(fact, "What", [part])
        yield draft(fact, "question", "object", question, _say(speaker, words), 0.5)


def role_in(fact: Fact) -> Iterator[Draft]:
    """*Iron plays a key role in breathing*: *What does iron play a key role in?*"""
    speaker, clause = fact.spoken, fact.spoken.clause
    obj = clause.part("obj")
    if obj is None or clause.lemma != "play" or clause.negated or clause.passive:
        return
    tree = clause.tree
    if tree.lemma(obj.head) not in {"role", "part"}:
        return
    inside = [k for k in tree.kids(obj.head, "nmod", "acl") if tree.marker(k) == "in"]
    outside = [p for p in clause.all_parts("obl") if p.marker == "in" and not p.before]
    field = inside[0] if inside else outside[0].head if outside else None
    if field is None or (outside and outside[0].loose) or tree.kid(field, "nsubj") is not None:
        return
    branch = noun_words(tree, field)
    words = [w for w in branch if w not in tree.kids(field, "case", "mark")]
    words = trimmed(tree, field, words)
    if not _stands(speaker, words):
        return
    role = tree.say([w for w in noun_words(tree, obj.head) if w not in tree.below(field)])
    asked = [obj, *(p for p in outside if p.head == field)]
    question = ask(fact, "What", asked, strand=f"{role} in")
    yield draft(fact, "question", "quality", question, _say(speaker, words), 0.55)


def has_means(fact: Fact) -> Iterator[Draft]:
    """*Krill have the ability to shed mass*: *What do krill have the ability to do?*"""
    speaker, clause = fact.spoken, fact.spoken.clause
    obj, tree = clause.part("obj"), clause.tree
    if obj is None or clause.lemma != "have" or clause.negated or clause.inner is not None:
        return
    if tree.kid(obj.head, "conj") is not None or not tree.kids(obj.head, "det"):
        return
    deed = next((k for k in tree.kids(obj.head, "acl") if tree.marker(k) in {"to", "of"}), None)
    if deed is None or tree.words[deed].xpos not in {"VB", "VBG"} or clause.part("ccomp"):
        return
    words = trimmed(tree, deed, [w for w in tree.below(deed) if w not in tree.kids(deed, "mark")])
    if not _stands(speaker, words) or len(words) < 2:
        return
    inside = set(tree.below(deed))
    noun = tree.say([w for w in noun_words(tree, obj.head) if w not in inside])
    strand = f"{noun} {'to do' if tree.words[deed].xpos == 'VB' else tree.marker(deed)}"
    question = ask(fact, "What", [obj], strand=strand)
    yield draft(fact, "question", "enabled", question, _say(speaker, words), 0.6)


LEVELS = frozenset(
    """level concentration amount number rate risk share proportion density degree percentage
    chance content volume""".split()
)
"""Nouns of how much there is of a thing."""


def more_of(fact: Fact) -> Iterator[Draft]:
    """*Divers have lower levels of lactate*: *What do divers have lower levels of?*"""
    speaker, clause = fact.spoken, fact.spoken.clause
    obj, tree = clause.part("obj"), clause.tree
    if obj is None or clause.lemma not in {"have", "contain", "show"} or clause.negated:
        return
    if clause.inner is not None or tree.lemma(obj.head) not in LEVELS or clause.passive:
        return
    thing = tree.of(obj.head)
    if thing is None or tree.kid(obj.head, "amod", "nummod") is None:
        return
    words = [w for w in noun_words(tree, thing) if w not in tree.kids(thing, "case")]
    inside = set(tree.below(thing))
    told = [w for w in noun_words(tree, obj.head) if w not in inside]
    if not _stands(speaker, words) or max(told) > thing:
        return
    question = ask(fact, "What", [obj], strand=f"{tree.say(told)} of")
    yield draft(fact, "question", "quality", question, _say(speaker, words), 0.6)


VIEWING = frozenset(
    """view see regard describe portray treat depict perceive define interpret frame characterize
    represent present recognize conceive model classify categorize identify label understand
    consider picture think""".split()
)
"""Verbs that tell *as what* one thing is taken."""


def seen_as(fact: Fact) -> Iterator[Draft]:
    """*The epic portrays the sea as a road*: *As what does the epic portray the sea?*"""
    speaker, clause = fact.spoken, fact.spoken.clause
    tree = clause.tree
    if clause.lemma not in VIEWING or clause.negated or clause.inner is not None:
        return
    if clause.passive or clause.part("obj") is None or clause.kind == "adverbial":
        return
    found = [p for p in clause.parts if p.marker == "as" and not p.before and not p.loose]
    if len(found) != 1 or tree.kid(found[0].head, *SUBJECTS) is not None:
        return
    words = [w for w in found[0].words if w not in tree.kids(found[0].head, "case", "mark")]
    words = trimmed(tree, found[0].head, words)
    if not _stands(speaker, words) or rarest(_say(speaker, words).split()) < TELLING_THING:
        return
    question = ask(fact, "As what", [found[0]])
    yield draft(fact, "question", "complement", question, _say(speaker, words), 0.6)


RELATED = frozenset(
    """cause result consequence effect sign symptom marker indicator measure product byproduct
    by-product precursor derivative source component part form type predictor driver hallmark
    cornerstone symbol function feature subset branch member study expression manifestation
    property ingredient inhibitor remedy antidote barrier cofactor coenzyme substrate metabolite
    constituent catalyst""".split()
)
"""Nouns that say what one thing is to another."""


def related(fact: Fact) -> Iterator[Draft]:
    """*A cough is a symptom of croup*: *What is a cough a symptom of?*"""
    speaker, clause = fact.spoken, fact.spoken.clause
    pred = clause.part("pred")
    if pred is None or not clause.copula or clause.negated or pred.marker or clause.inner:
        return
    tree = clause.tree
    if tree.lemma(pred.head) not in RELATED or tree.kid(pred.head, "conj") is not None:
        return
    other = next(
        (
            k
            for k in tree.kids(pred.head, "nmod")
            if tree.marker(k) in {"of", "to"} and k > pred.head
        ),
        None,
    )
    if other is None or tree.comma_before(other):
        return
    words = [w for w in noun_words(tree, other) if w not in tree.kids(other, "case")]
    said = set(tree.below(other))
    told = [w for w in speaker.part_words(pred) if w not in said]
    if (
        max(told, default=0) > other
        or not _stands(speaker, words)
        or points_back(tree, other, words)
    ):
        return
    if rarest(tree.words[w].text for w in words) < TELLING_THING:
        return
    strand = f"{tree.say(told)} {tree.marker(other)}"
    question = ask(fact, "What", [pred], strand=strand)
    yield draft(fact, "question", "quality", question, _say(speaker, words), 0.6)


RANKS = frozenset(
    """key main primary central core crucial first second third final last fundamental basic
    principal chief major essential ultimate common significant frequent typical notable
    serious only standard usual general sole""".split()
)
"""Adjectives by which one of several is singled out."""


def singled_out(fact: Fact) -> Iterator[Draft]:
    """*A key driver of erosion is wind*: *What is a key driver of erosion?*"""
    speaker, clause = fact.spoken, fact.spoken.clause
    pred, tree = clause.part("pred"), clause.tree
    head = clause.subject
    if pred is None or head is None or not clause.copula or clause.negated or pred.before:
        return
    if head in speaker.instead or tree.words[head].upos != "NOUN" or clause.kind != "main":
        return
    if tree.words[pred.head].upos not in {"NOUN", "VERB"} or pred.marker:
        return
    if not _is_ranked(tree, head) or not _is_told(tree, pred) or _is_one_of_many(speaker, head):
        return
    words = trimmed(tree, pred.head, speaker.part_words(pred))
    words = [w for w in words if not (tree.dep(w) == "mark" and tree.lemma(w) == "that")]
    if not _stands(speaker, words) or len(words) > LONGEST_FINDING:
        return
    if not any(k in speaker.words for k in tree.kids(head, "nmod", "acl")):
        return
    told = {tree.marker(k) for k in tree.kids(head, "nmod")}
    if tree.lemma(head) in RELATED and tree.kid(head, "acl") is None and not told & OF_WHAT:
        return  # "the usual cause in children": of what?
    question = ask(fact, "What", [pred])
    yield draft(fact, "question", "foremost", question, _say(speaker, words), 0.7)


def _is_one_of_many(speaker: Speaker, head: int) -> bool:
    """*A crucial aspect of baking is heat*: others are crucial too; but of *any* kiln it is one."""
    tree = speaker.tree
    of_all = any(tree.lemma(w) in {"any", "every", "all"} for w in speaker.words)
    return bool({"a", "an"} & tree.determiners(head)) and tree.lemma(head) in SHELLS and not of_all


def _is_ranked(tree: Tree, head: int) -> bool:
    if not tree.determiners(head) & {"a", "an", "the"}:
        return False
    ranked = tree.kids(head, "amod", "compound")
    return any(tree.words[k].xpos == "JJS" or tree.lemma(k) in RANKS for k in ranked)


def _is_told(tree: Tree, pred: Part) -> bool:
    """Does the predicate name a thing, and not only a class (*is a problem*)?"""
    if tree.words[pred.head].upos == "VERB":
        return True
    indefinite = bool(tree.determiners(pred.head) & {"a", "an"})
    return not indefinite or tree.kid(pred.head, "acl", "nmod") is not None


def made_easy(fact: Fact) -> Iterator[Draft]:
    """*Makes it easy to cut glass*: *What does it make it easy to do?*"""
    speaker, clause = fact.spoken, fact.spoken.clause
    if clause.lemma != "make" or clause.negated or clause.passive or clause.kind == "adverbial":
        return
    tree = clause.tree
    obj, state = clause.part("obj"), clause.part("xcomp")
    if state is None or tree.words[state.head].upos != "ADJ":
        return
    deed = next((k for k in tree.kids(state.head) if tree.marker(k) == "to"), None)
    it = obj is not None and tree.words[obj.head].text.lower() == "it"
    if deed is None or not it or obj is None or obj.head in speaker.instead:
        return
    if tree.words[deed].upos != "VERB" or deed < state.head:
        return
    words = [w for w in tree.below(deed) if w not in tree.kids(deed, "mark")]
    words = trimmed(tree, deed, words)
    if not _stands(speaker, words):
        return
    how = tree.say([w for w in tree.below(state.head) if w not in tree.below(deed)])
    question = ask(fact, "What", [obj, state], strand=f"it {how} to do")
    yield draft(fact, "question", "enabled", question, _say(speaker, words), 0.66)


def due_to(fact: Fact) -> Iterator[Draft]:
    """*The blue tint is due to cobalt*: *What is the blue tint due to?*"""
    speaker, clause = fact.spoken, fact.spoken.clause
    pred, tree = clause.part("pred"), clause.tree
    if pred is None or not clause.copula or clause.negated or pred.before:
        return
    marker = tree.marker(pred.head)
    if marker not in BECAUSE or tree.words[pred.head].upos not in {"NOUN", "PROPN"}:
        return
    words = noun_words(tree, pred.head, bare=True)
    if not _stands(speaker, words):
        return
    question = ask(fact, "What", [pred], strand=marker)
    yield draft(fact, "question", "reason", question, _say(speaker, words), 0.8)


def unlike(fact: Fact) -> Iterator[Draft]:
    """*Unlike ravens, jays hoard acorns*: *Unlike ravens, what do jays hoard?*"""
    speaker, clause = fact.spoken, fact.spoken.clause
    part = clause.part("contrast")
    if part is None or part.marker not in {"unlike", "in contrast to", "contrary to"}:
        return
    tree = clause.tree
    other = noun_words(tree, part.head, bare=True)
    if not part.before or clause.kind != "main" or not _stands(speaker, other):
        return
    if speaker.points_back() or speaker.unclear(()) or is_person(tree.lemma(part.head)):
        return
    front, behind = speaker.kept()
    predicate = speaker.predicate()
    if front or not behind or not 3 <= len(predicate.split()) <= LONGEST_FINDING:
        return
    if [p.role for p in behind] == ["obj"]:
        told = replace(fact, speaker=replace(speaker, keeps=speaker.keeps | {"contrast"}))
        answer = _say(speaker, speaker.part_words(behind[0]))
        yield draft(fact, "question", "compared", ask(told, "What", behind), answer, 0.7)
        return
    do = "do" if speaker.plural else "does"
    question = f"How {do} {speaker.subject} differ from {_say(speaker, other)}?"
    question = with_topic(fact, question, speaker.open_nouns(behind))
    pronoun = "they" if speaker.plural else "it"
    yield draft(fact, "question", "compared", question, f"{pronoun} {predicate}", 0.7)


def the_reason(fact: Fact) -> Iterator[Draft]:
    """*The reason ice floats is that it is less dense*: *Why does ice float?*"""
    speaker, clause = fact.spoken, fact.spoken.clause
    head, pred, tree = clause.subject, clause.part("pred"), clause.tree
    if head is None or pred is None or not clause.copula or clause.negated:
        return
    told = tree.words[pred.head].upos not in {"ADJ", "ADV"} or tree.kid(pred.head, "nsubj")
    if tree.lemma(head) != "reason" or not told:
        return
    verb = next((k for k in tree.kids(head, "acl") if tree.kid(k, "nsubj") is not None), None)
    asked = read_clause(tree, verb, None, "main") if verb is not None else None
    if asked is None or asked.subject is None:
        return
    words = [w for w in pred.words if tree.lemma(w) not in {"because", "that"} or w > pred.head]
    if not _stands(speaker, words) or len(words) > LONGEST_FINDING + 4:
        return
    question = _why(fact, asked)
    yield draft(fact, "question", "reason", question, _say(speaker, words), 0.84)


def _why(fact: Fact, clause: Clause) -> str:
    head, tree = clause.owner, clause.tree
    words = noun_words(tree, head)
    if dangling(tree, words, fact.spoken.instead) or points_back(tree, head, words):
        return ""
    plain = [p for p in clause.parts if tree.lemma(p.head) not in {"why", "that"}]
    whole = all(not dangling(tree, p.words, fact.spoken.instead) for p in plain)
    text = tree.say(words, fact.spoken.instead)
    plural = tree.words[head].xpos in {"NNS", "NNPS"}
    asker = Speaker(clause, text, plural, fact.spoken.instead, tuple(words))
    return with_topic(fact, asker.ask("Why", []), asker.open_nouns()) if whole else ""


def _stands(speaker: Speaker, words: list[int]) -> bool:
    """Do the words of an answer tell something by themselves?"""
    tree = speaker.tree
    if not words or any(tree.lemma(w) in DENYING for w in words[:1]):
        return False
    return not dangling(tree, words, speaker.instead, known=("subject",))


def _say(speaker: Speaker, words: list[int]) -> str:
    return speaker.tree.say(words, speaker.around)
