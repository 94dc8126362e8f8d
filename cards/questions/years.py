"""What a question for a year does without, and years that nobody learns."""

from __future__ import annotations

from collections.abc import Iterator

from cards.english.clauses import MONTHS, Part
from cards.english.phrases import SHELLS
from cards.english.speaking import Speaker
from cards.english.tree import Tree

HOURS = frozenset(
    """midnight noon midday dawn dusk sunrise sunset morning afternoon evening night
    weekday weekend monday tuesday wednesday thursday friday saturday sunday""".split()
)
"""Times of a day, of which a year says nothing."""
LIVING = frozenset("bear study graduate marry wake".split())
"""What everybody does or undergoes: *was born*, *studied at Lund*."""
FINDING = frozenset("find learn discover realize realise".split())
BEGINNINGS = frozenset(
    """abolish acquire adopt ally annex appear approve assassinate ban begin build buy call cancel
    cede close coin collapse come commission complete conquer crash create date declare demonstrate
    depose derive describe develop discontinue discover dissolve elect enact end enter erect erupt
    establish explode finish form found grant identify implode inaugurate introduce invade invent
    isolate join launch legalise legalize merge nationalise nationalize negotiate occupy open
    outlaw overthrow pass patent privatise privatize propose prove publish ratify recognise
    recognize reform release rename reorganize repeal replace restore retire revive scrap sell set
    shut sign sink split standardise standardize start synthesize unify unite unveil win
    withdraw""".split()
)
"""Beginnings, ends and acts that change what is so from then on: events with a year."""
LEVELS = frozenset(
    """account amount approach climb decline decrease disappear double drop exceed fall grow halve
    hit increase intensify lag overtake peak persist plummet reach rise shrink skyrocket soar
    surpass triple""".split()
)
"""What goes up or down, for which a year is one of many."""
LONGEST_THAT = 8
"""Words of what somebody found: beyond, it is worth more than its year."""


def rest_of_time(speaker: Speaker, year: Part | None = None) -> Iterator[Part]:
    """*on 17 August*, *just before midnight*, *when its rings stood on edge*: told with a year.

    Args:
        year: The part that tells it; None where a label does.
    """
    front, behind = speaker.kept()
    for part in (*front, *behind):
        if part == year:
            continue
        day = part.role == "obl" and is_day(speaker.tree, part)
        behind_verb = part.role == "time" and not part.before
        opens = speaker.tree.words[part.words[0]].text.lower()
        when = part.role in {"time", "condition"} and opens == "when"
        if day or behind_verb or (when and not _explains(speaker)):
            yield part


def _explains(speaker: Speaker) -> bool:
    """*When mills burnt, Norvia bought their land*: whose, the clause in front tells."""
    front, behind = speaker.kept()
    said = {speaker.tree.words[w].text.lower() for part in (*front, *behind) for w in part.words}
    return bool(said & {"its", "their", "it", "them"})


def is_day(tree: Tree, part: Part) -> bool:
    """*on 17 August*, *in February*, *on the next morning*; not *in the March of the mills*."""
    own = [w for w in part.words if w == part.head or tree.words[w].head == part.head]
    words = {tree.words[w].text.lower() for w in own}
    named = any(
        tree.words[w].upos == "PROPN" and tree.words[w].text.lower() not in MONTHS | HOURS
        for w in part.words
    )
    return bool(words & (MONTHS | HOURS)) and not named


def is_of_another_month(speaker: Speaker, year: Part) -> bool:
    """*In January 1959 she left and reached Lund in May*: of which year, only the first tells."""
    tree = speaker.tree
    shared = tree.words[year.head].head != speaker.clause.verb
    return shared and any(
        is_day(tree, part) for part in speaker.clause.all_parts("obl") if part != year
    )


def is_of_clause_before(speaker: Speaker, year: Part) -> bool:
    """*In 1905 she left, and the mill is still hers*, *By 1905 she had left, and the mill burnt*.

    What is so now, or has a subject of its own behind *by*, came about in another year.
    """
    clause, tree = speaker.clause, speaker.tree
    first = min((clause.verb, *clause.auxes)) if clause.mother is None else clause.mother
    if clause.kind != "conj" or year.head > first:
        return False
    now = any(tree.words[w].xpos in {"VBZ", "VBP"} for w in (clause.verb, *clause.auxes[:1]))
    own = tree.kid(clause.verb, "nsubj") is not None
    return now or (own and year.marker == "by")


def stands_in_list(tree: Tree, part: Part) -> bool:
    """*mills, kilns and, since 1994, forges*: the year of the forges alone."""
    before = min(part.words) - 1
    while before >= 0 and (
        tree.words[before].upos in {"PUNCT", "ADP"} and before >= min(part.words) - 3
    ):
        before -= 1
    if before < 0 or tree.words[before].upos != "CCONJ":
        return False
    joined = tree.words[before].head
    return tree.words[joined].upos in {"NOUN", "PROPN"} and joined > part.head


def is_life(speaker: Speaker) -> bool:
    """*Ida Holm was born in 1904*, *studied at Lund*: of somebody, not of a deed."""
    clause, tree = speaker.clause, speaker.tree
    head = clause.subject
    if head is None or clause.lemma not in LIVING:
        return False
    return tree.words[head].upos == "PROPN" and "the" not in tree.determiners(head)


def tells_finding(speaker: Speaker) -> bool:
    """*found that …*: what was found, at length, is worth more than the year."""
    clause, words = speaker.clause, speaker.tree.words
    return clause.lemma in FINDING and any(
        sum(words[w].upos != "PUNCT" for w in part.words) > LONGEST_THAT
        for part in clause.all_parts("ccomp")
    )


def is_of_unnamed_shell(speaker: Speaker) -> bool:
    """*patented an early version*, *passed a law*: of what, only the sentence before tells."""
    clause, tree = speaker.clause, speaker.tree
    told = [p for p in clause.all_parts("obj", "obl") if not p.before and p.marker in {"", "to"}]
    plain = {"det", "amod", "case"}
    for part in told:
        kids = [
            k
            for k in tree.kids(part.head)
            if tree.words[k].upos != "PUNCT" and not (k > part.head and tree.comma_before(k))
        ]
        one = tree.determiners(part.head) & {"a", "an"}
        bare = all(tree.dep(k) in plain and tree.words[k].upos != "PROPN" for k in kids)
        if one and bare and tree.lemma(part.head) in SHELLS:
            return True
    return False


def kind_of_event(lemma: str) -> Iterator[tuple[str, float]]:
    """What the ranking wants to know of a deed that has a year: *was founded*, *reached 5%*."""
    yield "year: a beginning or an act", float(lemma in BEGINNINGS)
    yield "year: a level", float(lemma in LEVELS)
