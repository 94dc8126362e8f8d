"""Candidate questions in; those a learner keeps out, and for each of the others a reason."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from cards.english.definite import TOLD_BEFORE, without_front
from cards.english.grammar import is_broken, is_cut_off
from cards.english.rarity import rarity, unheard
from cards.english.tree import compares, is_adjective
from cards.english.verbs import NUMBERS
from cards.model import CardKind, Evidence, Question, hidden_gaps
from cards.settings import Strictness
from cards.worth import worth

WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
STOPWORDS = frozenset(
    """a an the of in on at to for from by with and or but as is are was were be been being
    do does did what which who why how when where it its they their them this that these
    those can could may might will would should must not no than then into over under much
    many long more most""".split()
)
LONGEST_QUESTION = 25
"""Words, by rule 4 of a kept card; longer is two cards."""
LONGEST_ANSWER = 18
"""Words of one answer."""
LONGEST_ANSWERS: Mapping[CardKind, int] = {"chain": 60, "list": 60, "gaps": 60, "definition": 20}
"""Words of an answer of several steps, and of one that its sentence was trimmed to."""
UNWORDED: frozenset[CardKind] = frozenset({"author", "gaps", "chain"})
"""Cards that no writer worded as question and answer."""
LEAST_SCORES: Mapping[Strictness, float] = {"strict": 0.65, "balanced": 0.55, "generous": 0.35}
"""Worth of a new card. Of 1,658 cards over 0.42 that eight strict readers judged among those of an
expert (kept by 69%, struck out by 25%), those over 0.5 were kept by 46% and struck out by 23%, over
0.55 by 51% and 20%, over 0.65 by 58% and 16%."""
ALIKE = 0.75
"""Share of common content words from which two cards of a note ask the same fact."""
SPELLED = 2
"""Abbreviations of a note that are worth a card each."""
PER_SENTENCE = 2
SHIPPED_FIRST = 1000.0
"""Far above every score, and added to it: a card that was shipped goes before any new one."""


@dataclass(frozen=True)
class Choice:
    """What goes into the deck, and what does not."""

    kept: tuple[Question, ...]
    """In reading order of their notes."""
    refused: tuple[tuple[Question, str], ...]
    """With the reason, as ``inspect`` shows it."""


def choose(questions: Sequence[Question], limit: int, least: float = 0.0) -> Choice:
    """Choose among all candidates of a deck.

    Args:
        questions: Of all notes, in reading order.
        limit: Cards a note at most.
        least: Score under which a card is not worth a review (``LEAST_SCORES``).
    """
    refused: list[tuple[Question, str]] = []
    sound = _gate(questions, refused)
    sound = _unambiguous(sound, refused)
    notes: dict[str, list[Question]] = defaultdict(list)
    for question in sound:
        notes[question.note].append(question)
    kept: list[Question] = []
    for candidates in notes.values():
        kept.extend(_best_of_note(candidates, limit, least, refused))
    kept = _without_rivals(_without_twins(kept, refused), refused)
    return Choice(tuple(kept), tuple(refused))


def _gate(questions: Iterable[Question], refused: list[tuple[Question, str]]) -> list[Question]:
    sound = []
    for question in map(judge, questions):
        if question.refusal:
            refused.append((question, question.refusal))
        else:
            sound.append(question)
    return sound


Sense = Callable[[str, str, str], float]
"""What question, answer and sentence are about -> how readers liked such cards, on average 0."""


def judge(question: Question, sense: Sense | None = None) -> Question:
    """Send a question through the gates and score it; what was judged before stays as it is.

    The verdict depends on the question alone, so it can be remembered with it.
    """
    if question.judged:
        return question
    reason = next((r for gate in GATES if (r := gate(question))), "")
    weighed = question if reason else score(question, sense)
    return replace(weighed, judged=True, refusal=reason)


def shown(question: Question) -> str:
    """The front of a card as text; a cloze with its gaps as ``[...]``."""
    if question.text:
        return hidden_gaps(question.text)
    return question.question


@lru_cache(maxsize=100_000)
def words_of(text: str) -> tuple[str, ...]:
    return tuple(WORD.findall(text))


@lru_cache(maxsize=100_000)
def content(text: str) -> frozenset[str]:
    """The words that carry meaning, without endings so that forms of a word agree."""
    return frozenset(stem(w) for w in (x.lower() for x in words_of(text)) if w not in STOPWORDS)


ENDINGS = ("ations", "ation", "ings", "ions", "ing", "ion", "ies", "es", "ed", "ly", "s", "e", "y")


def stem(word: str) -> str:
    """A word without its ending, four letters at least: *eats*, *eating* and *eat* are one."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word.removesuffix(ending)
    return word


# Gates: each gives the reason for which it refuses, or nothing.


def too_long(question: Question) -> str:
    """A question of over 25 words, an answer of over 18."""
    if question.kind == "author":
        return ""
    if len(words_of(shown(question))) > (LONGEST_QUESTION if not question.text else 30):
        return "the question is too long"
    long = LONGEST_ANSWERS.get(question.kind, LONGEST_ANSWER)
    return "the answer is too long" if len(words_of(question.answer)) > long else ""


def too_short(question: Question) -> str:
    """A question of under three words, an answer of none."""
    if not question.answer.strip():
        return "there is no answer"
    if not shown(question).strip():
        return "nothing tells which of its things is meant"
    if len(words_of(shown(question))) < 3 and question.kind != "author":
        return "the question is too short"
    return ""


def given_away(question: Question) -> str:
    """The answer stands in the question."""
    if question.kind in {"author", "chain", "gaps"} or " or " in question.question:
        return ""
    asked, answered = content(shown(question)), content(question.answer)
    if not answered:
        return "the answer says nothing"
    if answered <= asked | content(shown(question).replace("-", " ")):
        return "the question gives the answer away"
    if len(answered & asked) >= max(2, 0.6 * len(answered)):
        return "the question gives most of the answer away"
    told = CLASS.search(question.question)
    last = (words_of(question.answer) or ("",))[-1].lower().removesuffix("s")
    kind = told[1].lower().removesuffix("s") if told else ""
    if kind and last != kind and last.endswith(kind):
        return "the question gives most of the answer away"
    if not told and _is_echoed(question, last):
        return "the question gives most of the answer away"
    if (
        _is_clipped(question)
        or _is_named_after(question)
        or _is_by_definition(question)
        or _does_as_named(question)
    ):
        return "the question gives the answer away"
    return ""


OTHER_NAME = re.compile(r"\banother name for (?:an? |the )?([^?]+)\?")


def _is_clipped(question: Question) -> bool:
    """*What is another name for motor hotels? Motels*: its two ends, put together."""
    told = OTHER_NAME.search(question.question)
    whole, name = ("".join(words_of(t.lower())) for t in (told[1] if told else "", question.answer))
    cuts = range(2, len(name) - 1)
    return len(name) < len(whole) and any(
        whole.startswith(name[:cut]) and whole.endswith(name[cut:]) for cut in cuts
    )


DOERS = frozenset({"agent", "subject"})


def _is_named_after(question: Question) -> bool:
    """*What drives sorting? A sorting belt*; not *the Holm sorting belt*, which is a name."""
    asked, answered = words_of(question.question), words_of(question.answer)
    if question.role.split(".")[-1] not in DOERS or len(answered) > SHORT_ANSWER:
        return False
    if not asked or len(asked[-1]) < ECHO:
        return False
    common = " ".join(answered[1:]).islower()
    return common and stem(asked[-1].lower()) in map(stem, answered[:-1])


def _is_by_definition(question: Question) -> bool:
    """*Why is a square's height its width? It is so by definition*: no reason."""
    return question.role.startswith("reason.") and "by definition" in question.answer


DOING = re.compile(r"\bwhat do(?:es)? (.+) do\?$", re.IGNORECASE)
PART_OF_NAME = re.compile(r"[a-z]{4,}|[A-Z][a-z]{3,}")
HALF = 0.5


def _does_as_named(question: Question) -> bool:
    """*What does text-red do? Colours text red*, *throttleTime*: half of its name says it."""
    told = DOING.search(question.question) if question.role.endswith(".does") else None
    if told is None:
        return False
    parts = {stem(part.lower())[:ECHO] for part in PART_OF_NAME.findall(told[1])}
    said = [stem(word.lower())[:ECHO] for word in words_of(question.answer)]
    if " -" in told[1] or parts == {*said[:1]}:
        return False  # "sudo -l", and "read", which reads a value
    return len(parts & {*said}) >= max(1, HALF * len(parts))


ECHO = 6
"""Letters that two forms of a word begin with: *lacquered*, *lacquer*."""
LONGEST_ENDING = 5
"""Letters in which they may differ: no *transport* of *transplants*."""
NAMING = frozenset({"naming", "definition", "enumeration"})


def _is_echoed(question: Question, last: str) -> bool:
    """*What are lacquered trays coated with? A tree lacquer*: the noun stands there.

    *What percentage of brass is copper? 60 percent*: the unit is told, and not the number.
    """
    named = question.role.split(".")[0] in NAMING or last == "percent"
    if named or len(words_of(question.answer)) > SHORT_ANSWER:
        return False
    said = words_of(ASIDE.sub("", shown(question)).lower())
    begun = max(ECHO, len(last) - LONGEST_ENDING)
    return len(last) >= ECHO and any(word[:begun] == last[:begun] for word in said)


SHORT_ANSWER = 4
"""Words of an answer that says little besides its noun."""


CLASS = re.compile(r"\b(?:[Ww]hich|[Ww]hat kind of) ([a-z]{4,})\b")
"""*Which adenoma?*, whose answer is *a macroadenoma*."""


E_G = re.compile(r"e\.g\.|for example|such as", re.IGNORECASE)
WHAT_IS = re.compile(r"\bwhat (?:is|are|was|were) (?:an? |the )?(\w{4,})\?", re.IGNORECASE)
"""One word that is defined: *otters* are no animals best known for what otters do."""


def circular(question: Question) -> str:
    """*A flow is a steady flow*: the term again."""
    if question.kind != "definition":
        return ""
    if E_G.match(question.answer):
        return "the definition is an example"
    term, meaning = content(question.question), content(" ".join(question.answer.split()[:6]))
    again = WHAT_IS.search(question.question)
    if again and re.search(rf"\b{re.escape(again[1])}\b", question.answer, re.IGNORECASE):
        return "the definition goes in a circle"
    return "the definition goes in a circle" if term and term <= meaning else ""


VAGUE = frozenset(
    """better important significant several various many different certain specific
    particular key crucial essential vital major good great new key way ways thing things
    something aspect aspects factor factors role roles part parts benefit benefits effect
    effects impact impacts change changes result results outcome outcomes issue issues
    problem problems need needs challenge challenges overall positive negative potential
    numerous multiple other others level levels insight insights understanding approach
    approaches method methods process processes people information content context time
    value case cases example examples type types kind kinds one use sense end work
    everything anything nothing place quality combination multifaceted known due""".split()
)


HALF_TOLD = re.compile(
    r"(?:often|likely|probably|perhaps|partly|arguably|mostly|largely|usually|typically|essentially"
    r"|generally|simply|merely)\b",
    re.IGNORECASE,
)


OF_A_WORD = re.compile(
    r"an? (?:[\w-]+ )?"
    r"(?:neologism|brand|(?:term|word|name|phrase) (?:coined|of)|term from|point of discussion"
    r"|contrast to)\b"
    r"|(?:an?|the) (?:[\w-]+ )?(?:equivalent|counterpart|analogue)$",
    re.IGNORECASE,
)
"""*A popular brand*, *a word of Greek origin*, *the fungal equivalent*."""


PRAISED = re.compile(
    r"an? (?:\w+ly )?(?:legitimate|multifaceted|revolutionary|nuanced|favou?rite|sophisticated"
    r"|(?:common|fundamental|potent) (?:\w+ )?(?:tool|method|way|technique|approach|concept|idea"
    r"|notion|operation|occurrence|practice|process|type|form|stimulus|element|aspect|part)"
    r"|complex (?:process|condition|phenomenon|interplay|issue)(?! (?:in|by) which\b)"
    r"|simple (?:and|but|method|way|technique))\b",
    re.IGNORECASE,
)
"""*A common tool used to …*, *a complex process involving …*; not *a simple sugar* nor *a potent
antagonist that …*. Of 17 such definitions strict readers kept none."""


ONE_CASE = re.compile(r"\b(?:that|which|who) (?!\w*eed\b|shed\b|wed\b)[a-z]+ed\b")


def _tells_one_case(question: Question) -> bool:
    """*What is erythromycin? An inhibitor that inhibited …*: what it did, not what it does."""
    now = re.search(r"\bwhat (?:is|are)\b", question.question, re.IGNORECASE)
    return now is not None and ONE_CASE.search(question.answer) is not None


PLAIN_TERM = re.compile(
    r"(?:.*\b)?[Ww]hat (?:is|are|was|were) (?:an? |the )?"
    r"(?!.*\b(?:of|in|for|on|at|to|with|from|most|least|\w{3,}est)\b)[^?]+\?"
)
"""*What is elastin?*; not *What is the commonest tumor of the pancreas?*"""
CLASS_ALONE = re.compile(
    r"(?:an? (?:[\w'’-]+ ){0,2}|"
    r"the (?:common|usual|main|first|best|[\w-]*best-known|\w{3,}est) (?:[\w'’-]+ )?)"
    r"([\w'’-]+)",
    re.IGNORECASE,
)


def _tells_class_alone(question: Question) -> bool:
    """*What is elastin? A structural protein*: as much else is, unless the class is a rare one.

    *The common isotope* is one of what, nobody knows.
    """
    plain = PLAIN_TERM.fullmatch(ASIDE.sub("", question.question))
    told = CLASS_ALONE.fullmatch(question.answer)
    return plain is not None and told is not None and not unheard(told[1])


BARE_TERM = re.compile(r"\b[Ww]hat (?:is|are|was|were) ([a-z][a-z-]+)\?$")
EVERYDAY = 0.45
"""Rarity under which a word needs no definition: *light*, *speech*, *temperature*. Of 15 such that
had no article strict readers kept one."""


OF_A_FIELD = re.compile(
    r"\bper\b|\b(?:rate|ratio|product|measure|quantity|relationship|compound)s? (?:of|between|at)\b"
)
"""*The mass per unit of volume*: what an everyday word is in a science."""


def _defines_everyday_word(question: Question) -> bool:
    """*What is temperature? A stimulus that …*: everybody knows, and the note tells a use of it."""
    term = BARE_TERM.search(question.question)
    everyday = term is not None and rarity(term[1]) < EVERYDAY
    return everyday and not OF_A_FIELD.search(question.answer)


def _hollow(question: Question) -> str:
    """What a definition tells instead of what a thing is."""
    if _defines_everyday_word(question):
        return "the definition is of an everyday word"
    if HALF_TOLD.match(question.answer):
        return "the definition is only often or partly so"
    if _tells_one_case(question):
        return "the definition tells of one case"
    if PRAISED.match(question.answer):
        return "the definition praises, and tells little"
    if _tells_class_alone(question):
        return "the definition tells a class alone"
    if OF_A_WORD.match(question.answer):
        return "the definition tells of a word or a fame, not of a thing"
    return ""


def vague(question: Question) -> str:
    """An answer of which no word tells anything, "several benefits", or one that is half told."""
    if question.kind in {"author", "quantity", "chain", "gaps"}:
        return ""
    if question.role == "definition.meaning" and (reason := _hollow(question)):
        return reason
    told = [w.lower() for w in words_of(question.answer) if w.lower() not in STOPWORDS]
    if re.match(
        r"(?:the )?(?:\w+ )?(?:importance|significance|value|complexity) (?:of|for)\b",
        question.answer,
        re.I,
    ):
        return "the answer is vague"
    return "the answer is vague" if told and all(w in VAGUE for w in told) else ""


MESS = re.compile(
    r"\[\[|\]\]|\]\(|<\w|https?:|\*\*|\s{2,}|\s(?:[,;:?!)]|\.(?!\w))|\(\s|,,|\.\.(?!\.)|\(\)"
    r"|^(?:[,;:)]|\.(?!\w))"
    r"|[.;:]\s+\w+\?$"
    r"|\b(?:eg|ie)\b|[\[\]{}|]|(?<!\b[A-Z])(?<!\b[JS]r)[.!?] [a-z]|^\("
    r"|\b(?:is|are|do|does|did|can|what|how|why) \("
    r"|, and\b.*\bwhat\b|\w/(?=[\s?]|$)|\s\"(?=[?.,;])"
)


TWO_IN_COMMAS = re.compile(
    r"\b(?:[Ww]hat|[Ww]hich|[Hh]ow|[Ww]hy|[Ww]ho|[Ww]here|[Ww]hen)\b[^,]*"
    r", and (?!what\b|how\b)[^,]+\?$"
)
"""*In what year did the vote end in a tie, and the guild?*"""


MATH = re.compile(r"(\$\$?)[^$]+\1")


def messy(question: Question) -> str:
    """Punctuation or markup that no one would write."""
    if question.kind in {"author", "gaps"}:
        return ""
    front = shown(question).replace("[...]", "GAP")
    if TWO_IN_COMMAS.search(front):
        return "its punctuation is broken"
    if re.match(r"^[^,]+, and [^,]+$", question.answer) and len(words_of(question.answer)) < 9:
        return "its punctuation is broken"
    for text in (front, question.answer):
        if MESS.search(MATH.sub("MATH", text)):
            return "its punctuation is broken"
        if any(text.count(a) != text.count(b) for a, b in ("()", "“”")) or text.count('"') % 2:
            return "its punctuation is broken"
    return ""


BARE_DOING = re.compile(
    r"^(?:it|they) (?:(?:can|could|may|might|will|would|did|does|do|often|also|\w+ly) )*\w+"
    r" (?:it|them)$",
    re.IGNORECASE,
)


def verb_alone(question: Question) -> str:
    """*What does X do to Y? It boosts it*: a verb alone, which one can guess."""
    if question.role.endswith(".doing") and BARE_DOING.match(question.answer):
        return "its answer is a verb alone, which one can guess"
    return ""


FUNCTION = re.compile(r"(?<![\w(])(\w{1,3}[²³]?)['’′]*\((?!s\))[^()\s]{0,12}\)")


def torn(question: Question) -> str:
    """*φ* where the sentence has *φ(710)*: a function that lost what it is of."""
    if question.kind in UNWORDED:
        return ""
    text = f"{shown(question)} {question.answer}"
    told = question.evidence.quote.plain
    for name in FUNCTION.findall(told):
        if re.search(rf"(?<!\w){re.escape(name)}(?![\w(²³'’′])", text, re.IGNORECASE):
            return "its formula is torn"
    if _lost_sign(told, text) or re.search(r" [²³]", text):
        return "its formula is torn"
    if _is_cut_short(told, without_front(text)) or _lost_initial(told, text):
        return "one of its names is cut short"
    lost = _lost_word(told, question.answer)
    return "its answer lost a word" if LOST.fullmatch(lost) else ""


ALONE = re.compile(r"(?<![^\s\"'“‘(])([A-Z][a-z]?|\d+)(?=[\s\"'”’);?]|,\s|\.(?: [A-Z]|$)|$)")
"""A letter, an element or a number that stands alone."""


def _is_cut_short(told: str, said: str) -> bool:
    """Does a card say *V* of *V. alba*, *1* of *1,5-dienes*, *Na* of *Na–* alone?"""
    for short in {*ALONE.findall(said)}:
        name = rf"(?<![\w.,–-]){re.escape(short)}"
        more = r"(?:[+–−-]|,\d|\. ?[a-z]|\.\d)"
        if re.search(name + more, told) and not re.search(rf"{name}(?!\w|{more})", told):
            return True
    return False


INITIAL = re.compile(r"\b[A-Z]\. ([a-z]{4,})")
"""A kind of a living thing, whose first name is short."""


def _lost_initial(told: str, said: str) -> bool:
    """Does a card say *botulinum* of *C. botulinum*?"""
    return any(
        re.search(rf"(?<![A-Z]\. )\b{name}\b", said) and not re.search(rf"[^.] {name}\b", told)
        for name in INITIAL.findall(told)
    )


TOKEN = re.compile(r"[\w’'-]+|[^\w\s]")
LOST = re.compile(r"[a-z]+(?:ing|ed)|half|no")


def _lost_word(told: str, answer: str) -> str:
    """*rising* of *with fever and rising pulse*, of which the answer says *fever and pulse*."""
    said: list[str] = TOKEN.findall(answer.lower())
    words: list[str] = TOKEN.findall(told.lower())
    size = len(said)
    runs = [words[at : at + size + 1] for at in range(len(words))]
    if any(run[:size] == said for run in runs):
        return ""
    for run in runs:
        for cut in range(1, size):
            if run[:cut] == said[:cut] and run[cut + 1 :] == said[cut:]:
                return run[cut]
    return ""


SIGNED = re.compile(r"(?<![^\s(\[=])[-−](?=[a-z]+\(|\d*[a-z]\b)")
"""The minus of *is -sin(x)*; not that of *a - x*."""


def _lost_sign(told: str, said: str) -> bool:
    """Does a card say *sin(x)* oftener than its sentence, which says *-sin(x)*?"""
    for sign in SIGNED.finditer(told):
        name = re.split(r"[(\s]", told[sign.end() :], maxsplit=1)[0]
        bare = re.compile(rf"(?<![\w−-]){re.escape(name)}(?!\w)", re.IGNORECASE)
        if len(bare.findall(said)) > len(bare.findall(told)):
            return True
    return False


OPEN_LIST = re.compile(
    r"\b(two|three|four|five) (?:[\w-]+ ){0,4}?(?:types|kinds|forms|factors|characteristics"
    r"|attributes|advantages|disadvantages|benefits|drawbacks|limitations|complications|challenges"
    r"|elements|reasons|issues|concepts|features)\b"
    r"|\b[Ww]hich (two|three|four|five) "
)
"""How many there are of these depends on who tells them; *which two* is asked of a number told."""


def open_list(question: Question) -> str:
    """*What are the three benefits of rye?*, where the note gives three and says no number.

    Of 15 questions *Which three …?* for *several* or *various* things strict readers kept none.
    """
    if question.role != "enumeration.items":
        return ""
    found = OPEN_LIST.search(question.question)
    number = (found[1] or found[2]) if found else ""
    figure = len(question.answer.split("\n"))
    said = re.search(rf"\b(?:{number}|{figure})\b", question.evidence.quote.plain, re.IGNORECASE)
    return "the note does not say that these are all" if found and not said else ""


HOW_MANY = re.compile(r"\b[Ww]hat (two|three|four|five|six) ")
TOLD_OF_LAST = re.compile(
    r", (?:with|which|where|including|notably|particularly|especially)\b.*", re.DOTALL
)
ITEM_ENDS = re.compile(r"\W*(?:[,;\n]| and\b| or\b)+(?: (?:and|or)\b)?\W*")


def miscounted(question: Question) -> str:
    """*What four things?*, of which the answer has three."""
    asked = HOW_MANY.search(question.question)
    if question.kind in UNWORDED or asked is None:
        return ""
    items = ITEM_ENDS.split(TOLD_OF_LAST.sub("", question.answer))
    few = sum(bool(item) for item in items) < NUMBERS.index(asked[1])
    return "its answer has fewer things than it asks for" if few else ""


def ungrammatical(question: Question) -> str:
    """*What does it power by?*, *what does the need outgrew?*"""
    if question.kind in UNWORDED:
        return ""
    broken = is_broken(shown(question)) or is_cut_off(question.answer)
    return "its grammar is broken" if broken else ""


NUMBERED = re.compile(r"^\w+ (?:\d+|[IVX]+)$", re.MULTILINE)


NOWHERE = re.compile(
    r"(?:To|Into|At) (?:(?:about|roughly|only|nearly|some|over) )*\d|"
    r"(?:To|Into|At|Through) [a-z]+(?:ance|ence|tion|sion|ness|ity|phobia)$"
    r"|(?:In|To|On|From) (?:[a-z]+ )?(?:patients|people|adults|children|women|men|individuals)\b"
)
"""*Where did it rise? To dominance*, *Where do lice live? On people with …*: no places."""


def misplaced(question: Question) -> str:
    """*Where did the level fall? To 15 cm*: how far, in whom, and not where."""
    asked = re.search(r"\b[Ww]here\b", question.question)
    nowhere = asked and NOWHERE.match(question.answer)
    return "it asks for a place, and its answer is none" if nowhere else ""


def only_numbered(question: Question) -> str:
    """*Phase 1* as an item of a list of phases."""
    if question.kind == "list" and NUMBERED.search(question.answer):
        return "an item of its list is only numbered"
    return ""


SOME = re.compile(
    r"(?<!the )\b(?:certain|specific|various|particular) (?:[\w-]+ ){0,2}?[\w-]+s\b"
    r"(?!,? (?:like|such as)\b)"
)


SOME_ANSWER = re.compile(
    r"(?:certain|specific(?! (?:heat|gravity|volume)s?\b)|particular|various|different)"
    r" (?:[\w-]+ ){0,2}[\w-]+s",
    re.IGNORECASE,
)


def unspecific(question: Question) -> str:
    """*What are certain devices used for? Specific tasks*: which ones, the card does not say."""
    if question.kind in UNWORDED | {"list"}:
        return ""
    if SOME_ANSWER.fullmatch(question.answer):
        return "its answer does not say which things it means"
    return "it does not say which things it means" if SOME.search(question.question) else ""


UNNAMED = re.compile(
    r"\b(?:[Ww]hen|[Oo]nce|[Aa]fter|[Bb]efore) (?:an? (?:[a-z-]+ ){1,3}|[a-z]+s )"
    r"(?:occurred|happened|ceased|stopped|ended|began|started)\b"
    r"|\b[Ww]hat (?:two|three|four|five) things did [a-z ]+ do\?"
    r"|\b(?:did|was|were) an? (?!\w*(?:few|lot|number|share|part)\b)"
    r"(?:(?<=\bwhat did a )|(?<=\bwhat did an )"
    r"|(?!(?:[a-z-]+ )?[A-Z])(?!(?:[a-z-]+ ){1,2}(?:between|of|against) (?:the )?[A-Z]))"
)
"""*a ship*, *when repairs ceased*; not *why did a Fokker plane crash*, *a pact between the Greeks
and the Turks*."""
A_CASE = re.compile(
    r"An? (?!(?:few|lot|number|share|part|half|third|quarter|majority|minority)\b)"
    r"(?:[a-z-]+ ){1,8}?(?:was|were) "
)
"""*A patient on quinine was given [...]*; not *a third of them were given [...]*."""


def unnamed(question: Question) -> str:
    """*Why did a ship sink?*: which one, and when, nobody knows who has not read the note."""
    if question.kind in UNWORDED or question.role.startswith("definition."):
        return ""
    front = shown(question)
    once = UNNAMED.search(front) or (question.text and A_CASE.match(front))
    return "it tells of something past that it does not name" if once else ""


DEATH = re.compile(r"\bdid (?:the )?(?:[a-z]+ ){1,3}(?:[A-Z][\w.'’-]* )+(?:die|pass away)\b")


def a_death(question: Question) -> str:
    """*In what year did painter Ida Holm die?*: of whom one has to be told who it is."""
    year = question.role == "quantity.year" and DEATH.search(shown(question))
    return "it asks when somebody little known died" if year else ""


ON_A_DAY = re.compile(
    r"\b(?:[Ii]n|[Oo]n|[Bb]y|[Ss]ince|[Uu]ntil) (?:early |late |mid-)?"
    r"(?:the \d+(?:st|nd|rd|th)(?! century)|(?:January|February|March|April|May|June|July|August"
    r"|September|October|November|December)(?: \d+(?:st|nd|rd|th)?)?)\b"
)
IN_A_YEAR = re.compile(r"\b(?:1\d|20)\d\d")
HAPPENED = re.compile(r"\b(?:did|was|were|had)\b")


def without_year(question: Question) -> str:
    """*In August, what did the republic declare?*: in which year?"""
    front = shown(question)
    if question.kind in UNWORDED or IN_A_YEAR.search(f"{front} {question.answer}"):
        return ""
    day = ON_A_DAY.search(front) and HAPPENED.search(front)
    return "it names a day without its year" if day else ""


ARROWS = re.compile(r"[→⟶⇌↔]|[-=]>")


def in_formula(question: Question) -> str:
    """A gap, or an answer, in a line with an arrow: a reaction or a menu's path, no sentence."""
    if question.kind in UNWORDED:
        return ""
    arrow = ARROWS.search(f"{shown(question)} {question.answer}")
    return "it is part of a formula" if arrow else ""


THOSE = r"those(?! (?:who|whose|with|without|\w+ed|\w+ing)\b)"
"""*those*, but for *those who*, *those with* and *those living by the sea*."""
OPEN = re.compile(
    rf"\b(?:this|these|{THOSE}|it|they|them|he|she|him|her|his|we|us|our|my|I|here)\b"
    r"|\b(?:the|[a-z]+ed|shown|seen|given|as) (?:above|below)\b"
    r"|(?<!from )\b(?:above|below)(?=[?,.;]|$)"
    r"|\b(?:case|patient|scenario) (?:described|presented|discussed|shown)\b"
    r"|\b(?:days?|weeks?|months?|stages?) of (?:symptoms|illness|disease|infection)\b"
    r"(?! (?:of|with|by)\b)"
)
"""*The plan above*, *as listed below*, *the first week of symptoms*; not *above the vocal cords*,
*heated from below*."""
ON_A_SLIDE = re.compile(
    r"\b(?:shown|seen|drawn|displayed|pictured|listed|given|quoted|mentioned) (?:on|in)"
    r" (?:the|this) (?:slides?|screen|video|figure|board|blackboard|whiteboard|picture|diagram"
    r"|chart|episode|talk|lecture)\b"
)
"""*the formula shown on the slide*: of a talk that nobody sees any more."""
OPEN_START = re.compile(
    rf"^(?:(?:what|how|why|when|where|which|who)\b(?: [\w'-]+){{0,2}} )?(?:this|these|{THOSE}|it"
    r"|they|he|she|its|"
    r"their)\b",
    re.IGNORECASE,
)


POINTS = re.compile(
    r"^In (?:response|turn|contrast|comparison|return)\b|\bsuch (?!as\b|that\b)"
    r"|\beverything that follows\b|\bwho [a-z]+ its\b|\bthe [A-Z] (?:stand|mean)\b"
    r"|\b(?:in|to|across) the (?:country|nation|region|city|island|town|village|province)\b"
    r"(?! of\b)"
    r"|\bthe (?:next|following|previous|preceding) (?:day|morning|night|evening|week|month|year)\b"
    r"|\bthe (?:total|first|second|third|last) (?:(?:has|have|had|is|are|was|were)\b"
    r"|(?:\w+ed|built|made|found|put|sold|shown) (?:at|by|from|in|on|to)\b)"
    r"|\bthe (?:[a-z]+ ){0,2}ones\b|\bstep (?:one|two|three|four|\d)\b(?! (?:of|in)\b)"
    r"|^(?:[^:?]*: )?the (?:[a-z]+ )?(?:equation|formula|expression) (?:is|was) \["
    r"|\bthe (?:resulting|latter|former|respective|aforementioned|previous)\b"
    r"|\b(?:is|are|was|were|do|does|did|can|could|may|might|will|would|has|have|had|should|must)"
    r" (?:its|their)\b",
    re.IGNORECASE,
)
"""What goes on from a sentence before: "In response, …", "such cells", "why was its …", *the next
morning*, *that the total is 9*, *the first built at Lund*, *the modern ones*, *step two*, *what
does the L stand for*, *close to the island*."""
STEPS = re.compile(
    r"(?:\bthe|['’]s) (?:first|second|third|fourth|fifth|next|last|final) (?:step|stage|phase|part"
    r"|point|example|case|method|approach|task)(?! (?:of|in|for|to|when)\b)",
    re.IGNORECASE,
)
"""*What was somebody's first step?*: in what?"""
EXAMPLE = re.compile(
    r"\bthe [\w-]+ of (?:length|size|width|height|depth|radius|diameter|mass|weight) [\d√.]"
    r"|\b[a-z]-hat\b|\b(?:from|to|at|through) ['‘’][a-z]['’](?! \w+s\b)"
    r"|\b[xy] (?:increases?|decreases?|changes?|grows?|rises?|falls?)(?: by \d|\?)"
)
"""*the side of length 3*, *where u-hat lands*, *a line from 'q'*, *y increases by 2*: of one
drawing."""
OWN = re.compile(r"(?:due to |by |to )?(its|their)\b", re.IGNORECASE)
BE = re.compile(r"\b(?:(is|was|does|has)|(are|were|do|have)|did|can|could|may|might)\b")


SINCE_THEN = re.compile(
    r"^(?:[^:?]*: )?(?:[Ww]ithin|[Aa]fter|[Ii]n) (?:an?|one|two|three|four|five|six|\d+|several"
    r"|some|a (?:couple of|few)) (?:day|week|month|year|decade)s?, .*\b(?:did|was|were|had)\b"
)
"""*Within a few years, what did Tolmin buy?*: after what?"""
OF_A_PAIR = re.compile(r"\b[Tt]he (?:two|three|four) [a-z]+s$")
"""*The stalk that joins the two shells*: of what has two of them?"""
ANSWERS_OUTSIDE = re.compile(
    r"\bthe same [a-z]+$|\bever since$|^step (?:one|two|three|four|\d)\b(?! (?:of|in)\b)",
    re.IGNORECASE,
)
"""*By forming webs without the same strength*: as what?"""
IT_LAST = re.compile(r"\b(?:it|them)\?$")
"""*Which two words are needed to read it?*: a list's question names nothing before."""
OF_SOME = re.compile(
    r"\bthe (?:sector|industry|company|firm|country|nation|state|region|city|island|party|team"
    r"|group|project|community)['’]s\b",
)
"""*the sector's workers*: of which one?"""
NAME = re.compile(r"(?<=\w )[A-Z]")


def _is_owned_by_some(question: Question) -> bool:
    """*the country's exports*, where the question has no name that could be the country's."""
    behind = without_front(shown(question))
    return OF_SOME.search(behind) is not None and NAME.search(behind) is None


def open_reference(question: Question) -> str:
    """A word that points outside the card."""
    if question.kind in UNWORDED:
        return ""
    front = shown(question)
    starts_open = OPEN_START.search(front) and "?" in front
    if (POINTS.search(front) or starts_open) and ". " not in front:
        return "it points outside the card"
    if re.search(r"\b(?:for|of|in|to|by|from) each(?=[?,]|$)", front):
        return "it points outside the card"
    drawn = EXAMPLE.search(f"{front} {question.answer}")
    drawn = drawn or ON_A_SLIDE.search(front)
    outside = OF_A_PAIR.search(question.answer) or ANSWERS_OUTSIDE.search(question.answer)
    if SINCE_THEN.search(front) or outside:
        return "it points outside the card"
    if _is_owned_by_some(question) or (question.kind == "list" and IT_LAST.search(front)):
        return "it points outside the card"
    if OF_A_SPEAKER.search(f"{front} {question.answer}"):
        return "it points outside the card"
    if STEPS.search(front) or drawn or re.search(r"\bone such\b", front, re.I):
        return "it points outside the card"
    found = OPEN.search(front)
    if found and found[0] not in {"it", "they", "them", "this", "these"}:
        return "it points outside the card"
    return ""


OF_A_SPEAKER = re.compile(r"\b[Tt]he (?:speaker|host|narrator|presenter|lecturer|author)['’]s\b")
"""*the speaker's hospital*: of whom only the note knows."""
STANDARD = re.compile(
    r"\b(?:than|compared|unlike|versus|relative to|(?:the|much) (?:more|less) .*, the (?:more|less)"
    r"|as \w+ as|comparison|compare|differ|known as|called|named"
    r"|(?:mak(?:e|es|ing)|made|render(?:s|ed|ing)?|becom(?:e|es|ing)|became|grow(?:s|ing)?|grew)"
    r" [^.?]*(?:more|less) \w+)\b",
    re.IGNORECASE,
)
"""What a comparison is held against: another thing, what was before, or a name says which."""
DEGREE = re.compile(r"\b(?:more|less) ([a-z]+)\b")
OF_ITS_KIND = re.compile(r"\b([a-z]+er) (?:types?|kinds?|forms?|variants?|versions?|ways?)\b")
OF_NO_KIND = re.compile(
    r"\ban? (?:more|less) [a-z-]+ (?:types?|kinds?|forms?|variants?|versions?)\b(?! of\b)"
)
"""*a more bitter variant known as red bark*: of what?"""
HELD = re.compile(r"\b(?:than|compared|unlike|versus|as \w+ as)\b")
EARLIER = re.compile(r"(?<!\d )(?<!years )(?<!decades )(?<!months )\bearlier\b")


def uncompared(question: Question) -> str:
    """*more readily*, *a simpler type*: than what, the card does not say.

    Two comparisons are one with each other: *thinner wires are more prone to break*.
    """
    if question.kind in UNWORDED:
        return ""
    open_end = _is_uncompared(f"{shown(question)} {question.answer}")
    return "it compares with what it does not say" if open_end else ""


def _is_uncompared(text: str) -> bool:
    if OF_NO_KIND.search(text) and not HELD.search(text):
        return True
    if STANDARD.search(text):
        return False
    degrees = DEGREE.findall(text)
    if len(degrees) + sum(compares(word) for word in words_of(text.lower())) > 1:
        return False
    if any(word.endswith("ly") or is_adjective(word) for word in degrees):
        return True
    shaded = any(compares(word) for word in OF_ITS_KIND.findall(text))
    return shaded or EARLIER.search(text) is not None


def told_before(question: Question) -> str:
    """*the sphere*, which one, a sentence before has said."""
    if not dict(question.signals).get(TOLD_BEFORE):
        return ""
    return "it points outside the card"


def owned_by_others(question: Question) -> str:
    """*What is the coating known as? Their toughest one*: whose, the card does not say."""
    owner, verb = OWN.match(question.answer), BE.search(question.question)
    if question.kind in UNWORDED or question.text or not owner or not verb:
        return ""
    many = owner[1].lower() == "their"
    return "its answer points outside the card" if verb[1 if many else 2] else ""


EMPTY_PHRASES = re.compile(
    r"\b(?:push\w* the (?:boundar|limit)|pav\w* the way|set\w* the stage"
    r"|shed\w* (?:new )?light|open\w* (?:up )?"
    r"(?:new )?(?:doors?|avenues|possibilities)|unlock\w* (?:\w+ )?potential|game.changer"
    r"|double.edged sword"
    r"|play\w* (?:a|an) (?:\w+ )?(?:role|part)\?|plethora|myriad|wide (?:range|array"
    r"|variety) of|to the next level"
    r"|at the forefront|cutting.edge|holistic|deep dive|cornerstone|testament to|a (?:key"
    r"|crucial) (?:role|factor))",
    re.IGNORECASE,
)


def empty_phrase(question: Question) -> str:
    """A phrase that sounds like a fact and tells nothing."""
    return "it rests on an empty phrase" if _says(question, EMPTY_PHRASES) else ""


def _says(question: Question, pattern: re.Pattern[str]) -> bool:
    """Does a card that the program worded hold a pattern, on its front or back?"""
    if question.kind in {"author", "gaps"}:
        return False
    return pattern.search(f"{shown(question)} {question.answer}") is not None


DATED = re.compile(
    r"\b(?:recent(?:ly)?|currently|nowadays|today|so far|to date"
    r"|as of (?:now|this|yet|the (?:time|moment))"
    r"|the time of (?:\w+ )?(?:recording|writing|filming)"
    r"|this (?:year|month|week)|(?:the )?(?:last|past|next|coming) (?:\w+ )?(?:days?|weeks?|months?"
    r"|years?|decades?)|(?<!\()now|already|(?:the|are|brand) (?-i:new)|newer|latest|newest|upcoming"
    r"|in the (?:short|near) term)\b",
    re.IGNORECASE,
)
"""Not *Seiko (now Hattori)*, *the New Deal*, *as of 2019*."""
AS_IT_IS = re.compile(
    r"\bcurrent\b(?!$|\W*[,.;?()]| (?:to|from|through|in|of|at|by|and|or|that|which|is|are|was"
    r"|flow\w*|can)\b)",
    re.IGNORECASE,
)
"""*The current price*; not *a current through the coil*."""


def dated(question: Question) -> str:
    """A time that is reckoned from when the note was written.

    What a command does with *the current folder* it does at any time.
    """
    timed = _says(question, DATED)
    now = not question.role.endswith(".does") and _says(question, AS_IT_IS)
    return "it will be out of date" if timed or now else ""


BREAKING_OFF = frozenset(
    """the a an of and or to with for as that which such becomes become is are was were seems
    remains according associated based combined compared consisting due including leading related
    resulting similar than ranging relating referring pertaining stemming each""".split()
)
"""Words that ask for another behind them."""


OF_NOTHING = re.compile(r"\b[Ww]hich (?:two|three|four|five) \w+ (?:are|were) \w+\?$")
"""*Which four things are needed?*: for what?"""
LOOKING = re.compile(r"^(?!.*\b[Hh]ow\b).*\b(?:look|looks|seem|seems)\?$")
"""*What share of the genes look?*: like what?"""
MET = re.compile(
    r"\b(?:most|least|\w{3,}est) (?:\w+ ){1,2}(?:visited|shown|seen|mentioned|discussed|presented"
    r"|featured|tested|tried)\?$"
)
"""*What was the coldest place visited?*: by whom?"""
BARE_FOREMOST = re.compile(
    r"(?:\bthe (?:most|least) \w+|\w{3,}est) (?:cause|reason|symptom|sign|finding|effect|result"
    r"|part|complication|source|type|form|kind|example|member|site|side effect|feature|approach"
    r"|method)(?: first \w+| introduced| used)?(?: by [A-Z]\w+)?(?: in (?:1\d|20)\d\d)?\?$"
)
"""*What is the most common cause?*: of what?"""


OF_NO_SIZE = re.compile(r"\w+s of (?:length|size|width|height|depth|radius|diameter|mass)$")
"""*sides of length*: the number behind it is lost."""


UNMET = re.compile(
    r"(?<! is| be|are|was|ere|lly) (?:necessary|responsible|capable|able|prone|suitable)$"
)
"""*the port pair necessary*: for what?"""


def unfinished(question: Question) -> str:
    """A phrase that breaks off."""
    if question.kind in UNWORDED:
        return ""
    if UNMET.search(question.answer) or re.match(
        r"(?:by|to) (?:while|also|not|being)\b", question.answer, re.I
    ):
        return "the answer breaks off"
    open_ends = (BARE_FOREMOST, OF_NOTHING, LOOKING, MET)
    if any(end.search(question.question) for end in open_ends):
        return "the question breaks off"
    if re.search(r"\b(?:such as|like|including|and|or|the|a|an)\?$", question.question):
        return "the question breaks off"
    last = (words_of(question.answer) or ("",))[-1].lower()
    if last in BREAKING_OFF or OF_NO_SIZE.search(question.answer):
        return "the answer breaks off"
    return ""


Gate = Callable[[Question], str]
GATES: tuple[Gate, ...] = (
    too_short,
    too_long,
    messy,
    in_formula,
    torn,
    only_numbered,
    misplaced,
    miscounted,
    ungrammatical,
    open_list,
    unspecific,
    unnamed,
    a_death,
    without_year,
    open_reference,
    told_before,
    uncompared,
    owned_by_others,
    unfinished,
    vague,
    verb_alone,
    empty_phrase,
    dated,
    given_away,
    circular,
)


def score(question: Question, sense: Sense | None = None) -> Question:
    """The question with its worth, 0 to 1, and what that is made of.

    What a writer worded is ranked by ``worth``; an author's own card is worth all, and a chain
    what its writer says.
    """
    if question.kind == "author":
        return replace(question, score=1.0)
    if question.kind in {"chain", "gaps"} or not question.signals:
        return question
    front = shown(question)
    if sense is not None:
        value = sense(front, question.answer, question.evidence.quote.plain)
        question = replace(question, signals=(*question.signals, ("sense", value)))
    total, parts = worth(question, front)
    return replace(question, score=total, parts=parts)


def _several(answers: set[str]) -> bool:
    """*To cool* and *To cool the rod* are one answer, told at two lengths."""
    return not all(max(answers, key=len).startswith(answer) for answer in answers)


def _unambiguous(
    questions: Sequence[Question], refused: list[tuple[Question, str]]
) -> list[Question]:
    """A question that a note answers in two ways is a bad one."""
    answers: dict[tuple[str, str], set[str]] = defaultdict(set)
    for question in questions:
        answers[question.note, shown(question).lower()].add(question.answer.lower())
    sound = []
    for question in questions:
        if _several(answers[question.note, shown(question).lower()]) and not question.text:
            refused.append((question, "the note gives it two answers"))
        else:
            sound.append(question)
    return sound


def _best_of_note(
    candidates: Sequence[Question],
    limit: int,
    least: float,
    refused: list[tuple[Question, str]],
) -> list[Question]:
    """The best cards of one note, no fact twice, in reading order."""
    ranked = sorted(enumerate(candidates), key=lambda pair: (-pair[1].score, pair[0]))
    kept: list[tuple[int, Question]] = []
    claims: Counter[str] = Counter()
    sentences: Counter[int] = Counter()
    for index, question in ranked:
        reason = _no_room(question, [q for _, q in kept], claims, sentences)
        if question.score < least and question.kind != "author":
            reason = "not worth a review"
        if not reason and len(kept) >= limit and question.kind != "author":
            reason = "over the limit of the note"
        if reason:
            refused.append((question, reason))
            continue
        kept.append((index, question))
        claims[question.claim] += 1
        sentences[question.evidence.order] += 1
    return [question for _, question in sorted(kept, key=lambda pair: pair[0])]


def _no_room(
    question: Question, kept: Sequence[Question], claims: Counter[str], sentences: Counter[int]
) -> str:
    if question.kind == "author":
        return ""
    if question.claim and claims[question.claim]:
        return "its fact is asked in a better form"
    if question.kind in {"chain", "gaps"}:
        return ""
    if question.role == "naming.expansion":
        spelled = sum(other.role == question.role for other in kept)
        return "its note has enough abbreviations" if spelled >= SPELLED else ""
    if sentences[question.evidence.order] >= PER_SENTENCE:
        return "its sentence has better cards"
    others = [q for q in kept if q.kind not in {"chain", "gaps"} and q.role != "naming.expansion"]
    if any(_alike(question, other) for other in others):
        return "its fact is asked in a better form"
    return ""


ASIDE = re.compile(r" \([^()]*\)")


def _alike(one: Question, other: Question) -> bool:
    """Do two questions ask the same fact, as their words without those in brackets tell?"""
    mine, theirs = _told(one), _told(other)
    return len(mine & theirs) >= ALIKE * min(len(mine), len(theirs))


def _told(question: Question) -> frozenset[str]:
    return content(ASIDE.sub("", shown(question))) | content(question.answer)


def _without_twins(
    kept: Sequence[Question], refused: list[tuple[Question, str]]
) -> tuple[Question, ...]:
    """One card for a fact that two notes state, with both sources; what was shipped stays."""
    alike: dict[tuple[frozenset[str], frozenset[str]], list[Question]] = defaultdict(list)
    for question in kept:
        if question.kind not in {"author", "chain", "gaps"}:
            key = (content(_asked(question)), content(question.answer.replace("-", " ")))
            alike[key].append(question)
    also: dict[int, tuple[tuple[str, Evidence], ...]] = {}
    gone: set[int] = set()
    for twins in alike.values():
        shipped = [each for each in twins if each.score >= SHIPPED_FIRST]
        stays = shipped or twins[:1]
        others = [each for each in twins if not any(each is one for one in stays)]
        gone.update(map(id, others))
        behind = twins[twins.index(stays[0]) :]  # a note before it changes no shipped card
        also[id(stays[0])] = tuple((e.note, e.evidence) for e in behind if e in others)
        refused.extend((each, "the same card comes from another place") for each in others)
    return tuple(
        replace(each, also=(*each.also, *also.get(id(each), ())))
        for each in kept
        if id(each) not in gone
    )


def _asked(question: Question) -> str:
    """What a question asks; of letters without their field: they are told once in a deck."""
    said = shown(question)
    if question.role != "naming.expansion":
        return said
    return said[said.lower().rfind("what does ") :]


def _without_rivals(
    kept: Sequence[Question], refused: list[tuple[Question, str]]
) -> list[Question]:
    """One card for a question: *What is dopamine?* of three notes had three right answers."""
    best: dict[str, Question] = {}
    for question in kept:
        asked = _asked(question).lower()
        if asked not in best or question.score > best[asked].score:
            best[asked] = question
    result = []
    for question in kept:
        is_best = question is best[_asked(question).lower()]
        if not is_best and question.kind != "author" and question.score < SHIPPED_FIRST:
            refused.append((question, "another note answers it otherwise"))
        else:
            result.append(question)
    return result
