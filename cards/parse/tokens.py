"""Text -> words with offsets, by the conventions of the English UD treebanks."""

from __future__ import annotations

import re
from collections.abc import Iterator

Place = tuple[int, int]
"""Start and end of a word in the text."""


def _listed(words: str) -> tuple[str, ...]:
    return tuple(words.split())


# Prefixes that stay with their word ("co-founder"); at every other hyphen the word is cut in
# three ("well - known"). The list is what EWT and GUM keep together, and its nearest kin.
_PREFIXES = _listed("""
    anti arch auto bi bio co counter cross de dis ex extra hyper hypo infra inter intra macro mega
    meta micro mid mini mono multi neo neuro non over pan para poly post pre pro proto pseudo
    psycho quasi re semi socio sub super supra trans tri ultra un
""")

# A full stop after one of these belongs to it.
_ABBREVIATIONS = _listed("""
    Mr Mrs Ms Messrs Dr Drs Prof Rev St Ft Mt Sr Jr Gen Col Lt Sgt Capt Maj Adm Gov Sen Rep Reps
    Hon Pres Inc Corp Co Ltd Bros Dept Univ Assn Ave Blvd Rd Jan Feb Aug Sep Sept Oct Nov Dec Thur
    Attn vs etc approx cf viz incl al
""")
# ... and to one of these only before a number.
_BEFORE_NUMBER = _listed("""
    No Nos no nos Fig Figs fig figs Eq Eqs eq
    eqs Vol vol p pp Ch ch Sec sec ca c Mar Apr Jun Jul Art Ver ver
""")

_UNITS = _listed("""
    [kKMGT]?Hz [kMGT]?[Ww] [kMG]?Wh [kMGT]?eV [kM]?Pa [kKMGT]i?B [kKMG]bps [kcmµμn]?m[²³]? [kmµμn]?g
    [mµμdc]?[lL] [mµμn]?s [mµμn]?M [mk]?V [mk]?A m?mol k?cal k?J k K M b B bn mn tn t x X
    [AaPp]\\.?[Mm]\\.? lbs? oz ft in mi mph kmh kph rpm fps h hrs? min mins sec secs yrs? km ha cc
    IU mmHg ppm ppb px dpi percent
""")

_LETTER = r"[^\W_\u00b0]"
# Marks that join a letter though they are no letters: accents, vowel signs, joiners, soft hyphens.
_MARK = (
    r"[\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u064b-\u065f\u0900-\u0dff\u0e31-\u0e4e"
    r"\u00ad\u200b-\u200d\u2060\u20d0-\u20ff]"
)
_RUN = rf"(?:{_LETTER}|{_MARK})+"
# Dates keep their strokes, fractions are three words ("2 / 3").
_NUMBER = (
    r"(?:9/11(?!\d)|\d{4}-\d\d-\d\d(?!\d)|\d{3}-\d{3}-\d{4}(?!\d)|\d{1,4}/\d{1,2}/\d{2,4}"
    r"|\d+(?:,\d{3})+(?:\.\d+)*(?!\d)|\d+(?:[.:]\d+)*)"
)
_APOSTROPHE = r"['’`]"
_EMOJI = (
    r"[\U0001f1e6-\U0001f1ff]{2}"
    r"|[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\u2300-\u23ff]"
    r"(?:[\ufe0e\ufe0f\u20e3\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]"
    r"|\u200d[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff])*"
)

_WORD = re.compile(
    rf"""
    # A formula may hold blanks; "$5 and $10" is money.
    \$\$[^$]{{1,400}}\$\$
  | \$(?![\s\d$])[^$\n]{{0,300}}?(?<![\s\\])\$(?!\d)
  | \$(?=\d)[^$\n]{{0,300}}?[\\^_={{}}][^$\n]{{0,300}}?(?<![\s\\])\$(?!\d)
  | (?:https?://|ftp://|www\.)(?:\([^\s()<>"]*\)|[^\s<>"()]*[^\s<>"().,;:!?'’”\]])+
  | (?:mailto:)?[\w.%+-]{{1,64}}@[\w-]{{1,63}}(?:\.[\w-]{{1,63}})+
  | (?<!\w)[@\#][^\W\d]\w+
  | (?:[:;=][-'o^]?[)(DPp\]|\\](?![\w])|<3|\^_+\^)
  | {_EMOJI}
  | (?:Ph|B|M)\.(?:D|Sc|A|S)\.
  | (?<![\w.])(?:[^\W\d_]\.){{2,}}(?:[^\W\d_](?!\w))?
  | (?<!\w)(?:{"|".join(_ABBREVIATIONS)})\.(?!\w)
  | (?<!\w)(?:{"|".join(_BEFORE_NUMBER)})\.(?=\s?\d)
  | (?<!\w)[wc]/o(?!\w) | (?<!\w)[nN]/[aA](?!\w)
  | (?<!\w)[Ww]i-[Ff]i(?!\w) | (?<!\w)[eE]-(?=[a-z]{{4}})\w+
  | (?:US|CA?|AU?|NZ|HK|R)\$
  | [A-Z]+&[A-Z]+(?!\w)
  | (?<!\w)C(?:\+\+|\#)(?!\w)
    # Ions and the like: Na+, Ca2+, NAD+.
  | (?<![\w-])[A-Z][A-Za-z0-9₀-₉]{{0,7}}[+⁺⁻⁰-⁹]+(?![\w+])
  | \w+\^(?:\{{[^{{}}\s]{{1,40}}\}}|[-+]?\w+)
  | (?<![\w)\]])[-+−]?(?:{_NUMBER}|\.\d+)
    (?:(?:st|nd|rd|th|{_APOSTROPHE}?s)(?!\w)|(?=(?:{"|".join(_UNITS)})(?!\w))|(?!\w))
  | {_NUMBER}(?=\W|$)
  | {_APOSTROPHE}(?:\d\ds|em|til|tis|twas)(?!\w)
  | (?:n{_APOSTROPHE}t|{_APOSTROPHE}(?:s|re|ve|ll|d|m|t))(?!\w)
  | °[CFK]?(?!\w)
    # A dot inside: Node.js, main.py, comp.sources.unix, but not "the end.The next".
  | (?<!\w){_LETTER}{{1,60}}(?:[-_]{_LETTER}{{1,60}}){{0,5}}
    (?:\.(?:[a-z][a-z0-9_]*|[A-Z0-9_]+)(?!\w))+
  | (?i:(?:{"|".join(_PREFIXES)})-)(?={_LETTER}){_RUN}
  | {_RUN}(?:(?:{_APOSTROPHE}|_+)(?={_LETTER}){_RUN})*
  | \.{{2,}} | …+ | [!?]{{1,}} | -{{2,}} | —+ | \*+ | =+ | ~+ | _+ | <+ | >+ | ``|'' | \++
  | \S
    """,
    re.VERBOSE,
)

_CLITIC = re.compile(rf"(?i)(?<=\w)(?:n{_APOSTROPHE}t|{_APOSTROPHE}(?:s|re|ve|ll|d|m))$")
_WELDED = re.compile(
    r"(?i)(can)not|(gon|wan)na|(got)ta|(lem|gim)me"
    r"|(do|did|does|is|was|are|were|could|would|should|have|has|had|wo|ca)nt"
)
# An initial stands before a name and after a name, a title or nothing: "George W. Bush", not
# "vitamin C. It".
_OPENERS = _listed("""
    A An And As At But For He How I If In It Its No Not On Or She So That The Their Then There
    These They This Those To We What When While With You
""")
_CATEGORIES = frozenset(
    ("Vitamin", "Hepatitis", "Type", "Group", "Phase", "Part", "Plan", "Step", "Stage", "Class")
)
_NAME = re.compile(r"\s?([^\W\d_][\w'’.-]*)")


def tokenize(text: str) -> list[Place]:
    """Find the words of a text.

    Returns:
        Start and end of each word in reading order. Words never overlap, every character that is
        not a blank belongs to a word, and only a formula (``$…$``) holds blanks.
    """
    places: list[Place] = []
    for match in _WORD.finditer(text):
        start, end = match.span()
        if match[0] == "." and places and _closes_initial(text, places, start):
            places[-1] = (places[-1][0], end)
            continue
        places.extend(_parts(text, start, end))
    return places


def _parts(text: str, start: int, end: int) -> Iterator[Place]:
    """Cut a written word into syntactic ones: do|n't, can|not, Bob|'s."""
    word = text[start:end]
    if welded := _WELDED.fullmatch(word):
        middle = start + len(welded[welded.lastindex or 0])
        yield start, middle
        yield middle, end
        return
    clitics: list[Place] = []
    while clitic := _CLITIC.search(word):
        clitics.append((start + clitic.start(), start + len(word)))
        word = word[: clitic.start()]
    yield start, start + len(word)
    yield from reversed(clitics)


def _closes_initial(text: str, places: list[Place], dot: int) -> bool:
    """Whether the full stop at ``dot`` belongs to the single letter right before it."""
    start, end = places[-1]
    if end != dot or end - start != 1 or not text[start].isupper():
        return False
    if text[dot + 1 : dot + 2] in tuple(",;:)]"):
        return True
    follower = _NAME.match(text, dot + 1)
    if not follower or not follower[1][0].isupper() or follower[1] in _OPENERS:
        return False
    if len(places) == 1:
        return True
    before = text[places[-2][0] : places[-2][1]]
    return before.endswith(".") or (before[0].isupper() and before not in _CATEGORIES)
