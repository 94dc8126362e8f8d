"""Blocks in, blocks without see-also links that were appended to a sentence out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from cards.model import Block, Sentence, Span, Stamp, WikiLink, Word

Parse = Callable[[str, int], tuple[Sentence, ...]]

POINTERS = re.compile(
    r"\(?(?:link|here|source|more|see (?:here|more|also|link)|read more|learn more|click here)\)?",
    re.IGNORECASE,
)
"""Words of a link that only point."""
GOVERNS = re.compile(
    r"(?:a|an|the|this|that|these|those|my|your|his|her|its|our|their|some|any|each|every|no|such"
    r"|of|to|for|in|on|at|with|by|from|into|onto|through|during|about|via|as|like|than|between"
    r"|within|without|amid|amidst|upon|despite|beyond|behind|against|toward|towards|over|under|across|around|among|and|or|but|nor|both"
    r"|either|is|are|was|were|be|been|being|not|including|using|called|how|when|what|why|where"
    r"|which|who|whose|if|because|while|whether|very|more|most|less|other|own|new|many|several"
    r"|various|different|certain|potential|significant|see|e\.g|i\.e"
    r"|(?:\w+-)+(?:term|range|time|quality|level|scale|day|depth|based|driven|dimensional|part))[\s\"“(*]*",
    re.IGNORECASE,
)
"""After one of these words a sentence cannot end: the link goes on with it."""
LAST_WORD = re.compile(r"[\w'’.-]+[^\w]*$")
ENDS = re.compile(r"\s*(?:[.,;:!?)]|$)")
SENTENCE_END = re.compile(r"[.!?][\"”’)]*\s+(?=[\"“(\[]?[A-Z0-9])")
NOUNS = frozenset(["NOUN", "PROPN"])
COMPLETE = frozenset(["NOUN", "PROPN", "NUM", "PRON"])
OPEN = frozenset(["case", "mark", "det", "cc", "cop", "aux", "aux:pass", "amod", "nummod", "punct"])
LINKERS = frozenset(["ADP", "CCONJ", "SCONJ", "AUX", "PUNCT", "PART"])
JOINS = frozenset(["ADP", "CCONJ", "SCONJ", "AUX", "PRON", "PART"])
CLOSERS = frozenset([")", "]", '"', "”"])
FOCUS = frozenset(
    """particularly especially specifically primarily mainly even only just also namely notably
    mostly always often thereby then""".split()
)
"""Adverbs that point at what follows."""
SEARCHES = frozenset(["explore", "learn", "read", "see", "discover", "check", "find"])
TITLES = frozenset(
    """role impact importance influence relationship connection difference science neuroscience
    history mechanism interaction comparison tool interplay overview introduction significance
    understanding exploration""".split()
)
"""What the names of notes begin with, and compounds hardly end in."""
WORD = re.compile(r"[^\W_]+")
SURE = 0.95
UNSURE = 0.6
"""Below it the parser does not know where a noun after a noun belongs."""
TWO_OBJECTS = frozenset(
    """give offer make teach call tell show help let have consider name keep render deem find leave
    get grant cost send term""".split()
)
"""Verbs that take another word after their object: they help people act."""


@dataclass(frozen=True, slots=True)
class Seam:
    """Where a link meets its sentence."""

    words: tuple[Word, ...]
    """Of the link."""
    last: Word
    """The word before it."""
    head: Word
    """The link's word that hangs on something outside."""
    above: Word | None
    """What it hangs on."""
    alone: Word
    """The word before it, in the sentence without the link."""
    verb: Word | None
    """What that word hangs on there."""
    predicate: bool
    """It has a copula there: *is key*."""
    full: bool
    """It is a verb there that takes no object: passive, or with one, or never with any."""


def without_glued_links(block: Block, parse: Parse) -> Block:
    """Take out the words of links that are no part of their sentence.

    Args:
        block: With the words of all its links.
        parse: Gives the sentences of a text with a label; called only where a link may be glued.

    Returns:
        The block itself, or one whose text, places and marks lack those words.
    """
    if block.kind in ("heading", "row", "author") or block.hidden:
        return block
    for link in reversed(block.links):
        if _may_be_glued(block, link) and _is_glued(block, link, parse):
            block = _cut(block, link)
    return block


def _may_be_glued(block: Block, link: WikiLink) -> bool:
    """Tell by the characters around, before the parser is asked."""
    before = block.text[: link.start].rstrip()
    if link.start <= block.label or not before or before[-1] in ".!?:;,–—-/([“":
        return False
    if link.piped and not ENDS.match(block.text, link.end):
        return False
    last = LAST_WORD.search(before)
    return last is not None and GOVERNS.fullmatch(last[0]) is None


def _is_glued(block: Block, link: WikiLink, parse: Parse) -> bool:
    words = block.text[link.start : link.end]
    if POINTERS.fullmatch(words):
        return True
    start, end = _sentence_around(block, link)
    before = block.text[start : _end_before(block, link)]
    seam = _seam(before, words, block.text[link.end : end], parse)
    is_name = _is_name(link, words)
    apart = ASKING.match(words) is not None or _follows_stamp(block, link)
    if seam is not None and apart and seam.last.upos not in BEFORE_CLAUSES:
        return True
    if seam is None or not _stands_alone(seam, is_name=is_name):
        return False
    return _is_echo(before, words) or _has_no_place(seam, words, is_name=is_name)


def _sentence_around(block: Block, link: WikiLink) -> tuple[int, int]:
    """Where the sentence with a link begins and ends, nearly: it only gives the parser context."""
    start = block.label
    for found in SENTENCE_END.finditer(block.text, block.label, link.start):
        start = found.end()
    found_end = SENTENCE_END.search(block.text, link.end)
    return start, found_end.end() if found_end else len(block.text)


def _seam(before: str, words: str, after: str, parse: Parse) -> Seam | None:
    """Parse with and without the link; None where the sentence clearly cannot end before it."""
    other = _holding(parse(before + after, 0), len(before) - 1)
    alone = next((w for w in other.words if w.end >= len(before)), None) if other else None
    if other is None or alone is None or (alone.dep in OPEN and alone.text not in CLOSERS):
        return None
    start = len(before) + 1
    end = start + len(words)
    sentence = _holding(parse(f"{before} {words}{after}", 0), start)
    inside = tuple(w for w in sentence.words if w.start < end and w.end > start) if sentence else ()
    if sentence is None or not inside or inside[0].index == 0:
        return None
    numbers = {word.index for word in inside}
    head = next((word for word in inside if word.head not in numbers), inside[0])
    last = sentence.words[inside[0].index - 1]
    above = sentence.words[head.head] if head.head >= 0 else None
    verb = other.words[alone.head] if alone.head >= 0 else None
    predicate = bool(other.children(alone, "cop")) and not other.children(alone, "det")
    return Seam(inside, last, head, above, alone, verb, predicate, _is_full(other, alone))


ALONE = frozenset(
    """occur happen exist arise emerge appear disappear vary differ matter persist vanish sleep die
    fall rise coincide interact collaborate thrive suffer mature evolve""".split()
)
"""Verbs without an object."""
NAMING = frozenset("call name term label know make give show teach offer tell consider".split())


def _is_full(sentence: Sentence, word: Word) -> bool:
    """*how behaviors are manifested*, *how much fluid we desire and excrete*, *fog occurs*."""
    if word.upos != "VERB" or word.lemma.lower() in NAMING:
        return False
    if word.lemma.lower() in ALONE or sentence.children(word, "aux:pass"):
        return True
    verbs = [word]
    if word.dep == "conj" and word.head >= 0:
        verbs.append(sentence.words[word.head])
    return any(kid.index < word.index for verb in verbs for kid in sentence.children(verb, "obj"))


def _holding(sentences: Iterable[Sentence], offset: int) -> Sentence | None:
    return next((s for s in sentences if s.start <= offset < s.end), None)


def _stands_alone(seam: Seam, *, is_name: bool) -> bool:
    """Tell whether the sentence can end before the link."""
    alone, last = seam.alone, seam.last
    if last.text in CLOSERS:
        return True
    modifies = any(last.head == word.index for word in seam.words)
    if last.upos == "ADP" or (last.upos in ("ADJ", "NUM") and modifies and not seam.predicate):
        return False
    if alone.upos in COMPLETE:
        # "readiness for learning": without the link a noun, with it a verb that has an object.
        gerund = last.xpos == "VBG" and last.sure < SURE and len(seam.words) > 1
        return last.upos in COMPLETE or (gerund and is_name)
    if alone.upos == "ADJ":
        return seam.predicate and is_name and len(seam.words) > 2 and seam.words[0].upos == "NOUN"
    if alone.upos == "ADV":
        ends = alone.dep == "advmod" and alone.lemma not in FOCUS and alone.sure >= 0.7
        return ends and is_name and len(seam.words) > 2
    if seam.full and last.upos == "VERB" and is_name and len(seam.words) > 2:
        return True
    return alone.upos == "VERB" and alone.xpos == "VBN" and alone.dep == "acl"


def _is_echo(before: str, words: str) -> bool:
    """The link says again what its sentence has just said."""
    said = words.strip(" .").lower()
    low = before.lower()
    again = low.removesuffix("s").endswith(said.removesuffix("s"))
    return bool(said) and (again or (" " in said and said in low))


def _is_name(link: WikiLink, words: str) -> bool:
    """Tell whether the words name the other note, whole or by its end, as see-also links do."""
    if not link.piped:
        return True
    target = WORD.findall(link.target.lower())
    shown = WORD.findall(words.lower().replace("-", ""))
    if "".join(target) == "".join(shown):
        return True
    return 2 <= len(shown) <= len(target) - 2 and target[-len(shown) :] == shown


def _has_no_place(seam: Seam, words: str, *, is_name: bool) -> bool:
    """Tell whether the sentence has no place for the link's words."""
    first = seam.words[0]
    if words.startswith("("):
        return len(seam.words) > 3
    if first.xpos in ("VB", "VBP") and first.lemma in SEARCHES:
        return True
    if first.xpos == "VBG":
        return is_name and first.upos == "VERB"
    if _goes_on(first, seam.head, is_name=is_name) or _takes_more(seam):
        return False
    if len(seam.words) > 2 and any(word.upos in LINKERS for word in seam.words[1:]):
        return is_name or not _is_compound(seam)
    return _is_odd_pair(seam, is_name=is_name)


ASKING = re.compile(r"(?:how|why)\b", re.IGNORECASE)
"""No noun is followed by such a clause: "cash earns interest | how reserves work"."""
BEFORE_CLAUSES = frozenset(["VERB", "ADP", "AUX", "SCONJ", "DET", "CCONJ", "PART"])


def _follows_stamp(block: Block, link: WikiLink) -> bool:
    """A stamp closes a passage; what stands alone behind it is no part of it."""
    return any(_end_before(block, link) <= stamp.at <= link.start for stamp in block.stamps)


def _is_compound(seam: Seam) -> bool:
    """*Machine learning and automation*: the word before belongs to the link's first."""
    joined = any(seam.last.head == word.index for word in seam.words) and seam.last.sure >= SURE
    first = seam.words[0]
    return joined and first.upos in NOUNS and first.lemma.lower() not in TITLES


CARRYING = frozenset(["WDT", "WP", "VB", "VBN", "VBP", "VBZ", "VBD", "MD"])
"""Penn tags of words that carry a sentence on: *Sea otters | eat urchins*."""


def _goes_on(first: Word, head: Word, *, is_name: bool) -> bool:
    """Words that begin so carry a sentence on: *by breathing*, *similar to it*, *a day before*."""
    if first.upos in JOINS or first.xpos in CARRYING:
        return True
    if first.lemma in ("such", "a", "an", "each", "every") or (first.upos == "ADV" and not is_name):
        return True
    return first.upos == "ADJ" and head.index == first.index


def _takes_more(seam: Seam) -> bool:
    """The word before governs the link, or its verb takes a second object."""
    if seam.verb is not None and seam.verb.lemma in TWO_OBJECTS and seam.alone.dep == "obj":
        return True
    if seam.above is None or seam.above.index != seam.last.index or seam.alone.upos in NOUNS:
        return False
    finished = seam.full or (seam.alone.xpos == "VBN" and seam.alone.dep == "acl")
    return seam.last.upos in ("VERB", "ADP", "AUX") and not finished


def _is_odd_pair(seam: Seam, *, is_name: bool) -> bool:
    """A short name after a noun, where the two are no compound."""
    first = seam.words[0]
    if seam.last.text in CLOSERS:
        return is_name and len(seam.words) > 1
    if seam.last.xpos == "NNS" and first.upos in ("NOUN", "ADJ"):
        return True
    if is_name and (len(seam.words) > 2 or (len(seam.words) == 2 and seam.last.upos == "NOUN")):
        return True
    if seam.last.upos == "PROPN" or first.upos == "PROPN" or len(seam.words) < 2:
        return False
    if first.upos == "ADJ":
        return seam.head.upos in NOUNS
    return seam.head.sure < UNSURE


def _end_before(block: Block, link: WikiLink) -> int:
    return len(block.text[: link.start].rstrip())


def _cut(block: Block, link: WikiLink) -> Block:
    """The block without the words of a link and the blank before them."""
    start, end = _end_before(block, link), link.end
    cut = end - start

    def moved(offset: int) -> int:
        return offset if offset <= start else max(start, offset - cut)

    spans = (Span(moved(s.start), moved(s.end), s.kind) for s in block.spans)
    links = (replace(k, start=moved(k.start), end=moved(k.end)) for k in block.links if k != link)
    return replace(
        block,
        text=block.text[:start] + block.text[end:],
        places=block.places[:start] + block.places[end:],
        stamps=tuple(Stamp(moved(stamp.at), stamp.seconds) for stamp in block.stamps),
        links=tuple(k for k in links if k.start < k.end),
        spans=tuple(s for s in spans if s.start < s.end),
    )
