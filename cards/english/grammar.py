"""A finished question in; whether its words alone show that it is no English out."""

from __future__ import annotations

import re
from functools import lru_cache

from cards.english.verbs import inflect

DENIED = re.compile(r"\b(?:neither|not|no|never|none)\b|n['’]t\b", re.IGNORECASE)
NOR = re.compile(r"\bnor\b")
BY_NOBODY = re.compile(r"\b(?:do|does|did) (?!.*\b(?:be|been|go|come|stand|abide)\b).* by\?$")
"""*What does the mill power by?*: a passive that lost its *is*."""
OWNING_NOTHING = re.compile(r"\w['’]s (?:is|was|are|were|has|have|had|do|does|did)\b")
"""*the industry's was*"""
NOBODY_DOES = re.compile(r"\b(?:do|does|did|is|are|was|were) (?:whose|which)\b")
"""*what do whose activities exceed*"""
FROM_NOWHERE = re.compile(r"\bfrom to\b")
"""*Which material did strings evolve from to steel?*"""
TO_BELIEF = re.compile(r"^(?:to )?(?:[a-z]+ )?(?:belief|opinion|wisdom|myth),", re.IGNORECASE)
"""*Popular belief, who …?*: it lost *contrary to*, and says the contrary."""
DID_SINCE = re.compile(r"\bdid\b(?!.*\b(?:had|has|have|been|was|were)\b).*\bsince (?:1\d|20)\d\d\?")
"""*What did the guild ask since 1911?*: *since* belongs to another word of its sentence."""
WHY_AGAIN = re.compile(
    r"\b[Ww]hy (?:is|are|was|were) (?!.*\bthan\b)(?:the )?([a-z]{3,})(?:,? [a-z-]+){1,4} \1\?"
)
"""*Why are damp, brown barks damp?*; not *why is rye bread denser than wheat bread?*"""
LED_IN = re.compile(
    r"\b(?:[Ww]hat|[Ww]here|[Ww]hy|[Ww]hen|[Hh]ow) (?:do|does|did) "
    r"(?:in|on|at|by|from|with|of|for|how|when|where|whether|why)\b(?![-\w])"
)
"""*What does in deep soil the root absorb?*: no subject begins with a preposition."""
OF_DOES = re.compile(r"\b(?:of|the|an?) (?:does|did)\b")
"""*Which two kinds of does a lock have?*"""
YEAR_DOES = re.compile(
    r"\b(?:[Ww]hat|[Ww]hich) (?:year|decade|century) (?!(?:is|are|was|were|do|does|did|has|have|had"
    r"|will|would|can|could|may|might|must|should)\b)\w"
)
"""*In what year needs a mill dropped?*"""
TWO_YEARS = re.compile(r"\bin (?:1\d|20)\d\d in (?:1\d|20)\d\d\b")
"""*What opened the mill and the lock in 1911 in 1912?*"""
AS_WHAT = re.compile(r"\bas (?:much|many|long|large|big|high|low|far|often|fast)\?$")
"""*How much do balls weigh as much?*: it lost what they are measured by."""
EITHER = re.compile(
    r"(?:^|: |\b(?:do|does|did) )either (?!.*\bor\b)(?!(?:side|end|way|hand|one)\b)", re.IGNORECASE
)
"""*What does either a kiln burn?*: it lost its *or*."""
STRAY_WHAT = re.compile(r"\w what\?$|\b(?:what|which|who)\b.* what(?: in \d+)?\?$", re.IGNORECASE)
"""*In what year was it drawn by Ines Tolmin what?*"""
TWICE = re.compile(r"\b(a|an|the|of|for|with|from) \1\b(?!-)|\ba an\b")
"""*a a locked door*"""
INITIAL = re.compile(r"\b(?:is|are|was|were|do|does|did) [A-Z]\. (?=[a-z])")
"""*In what year did D. design it?*: a name without its last part."""
NAME_IN_FRONT = re.compile(r"^[A-Z][\w'’-]+, (?:in|by|since|from) what\b")
"""*Sydney, in what year did Young take benzene?*: of *in 1902 Sydney Young took benzene*."""
DID_SO = re.compile(r"\b(?:did|does|do) (?:[A-Z]\S* ?)+ do (?!with\b|to\b)(?:for|in|at|by)\b")
"""*In what year did Ida Olm do for a mill?*, of one who *did so*."""
SIGNS = (
    *(AS_WHAT, EITHER, STRAY_WHAT, TWICE, INITIAL, NAME_IN_FRONT, DID_SO),
    *(BY_NOBODY, OWNING_NOTHING, NOBODY_DOES, FROM_NOWHERE, TO_BELIEF, DID_SINCE, WHY_AGAIN),
    *(LED_IN, OF_DOES, YEAR_DOES, TWO_YEARS),
)
DO = re.compile(r"\b(?:do|does|did) ([^?,]+)")
INNER = frozenset(
    """that which who whom whose when while where as if than after before because since until how
    what though although and or but""".split()
)
"""What begins a clause of its own, whose verb has any form."""


def is_broken(text: str) -> bool:
    """Does a question or a statement with a gap break off, or lack a word it cannot do without?"""
    lost_no = NOR.search(text) is not None and not DENIED.search(text)
    return lost_no or any(sign.search(text) for sign in SIGNS) or _does_past(text)


CUT_OFF = re.compile(r"(?:[Ww]hose|[Ww]hich|[Aa]nd|[Oo]r|[Bb]ut)\b|[°%]|Far \d|Such (?!as\b|a\b)")


def is_cut_off(answer: str) -> bool:
    """*Whose hulls are of oak*, *°F (32 °C)*, *Such hulls*: is a beginning cut off?"""
    return CUT_OFF.match(answer) is not None


def _does_past(text: str) -> bool:
    """*What does the need outgrew?*: behind *does* stands the base form."""
    found = DO.search(text)
    for word in found[1].split() if found else ():
        if word in INNER:
            return False
        if _is_past_alone(word):
            return True
    return False


@lru_cache(maxsize=20_000)
def _is_past_alone(word: str) -> bool:
    """Is a word the past of a verb and nothing else: *outgrew*; no *led*, no *saw*?"""
    from lemminflect import getAllLemmas

    if not word.islower() or word.endswith("ed"):
        return False
    kinds = getAllLemmas(word)
    lemmas = kinds.get("VERB", ())
    return set(kinds) == {"VERB"} and any(
        lemma != word and inflect(lemma, "VBD") == word and inflect(lemma, "VBN") != word
        for lemma in lemmas
    )
