"""The unit behind a number: *160 Wh/kg*, *38 minutes*, *90 °F*."""

from __future__ import annotations

import re

from cards.english.clauses import PERCENT, is_number
from cards.english.tree import Tree

UNITS = frozenset(
    """second minute hour day week month year decade century millisecond watt volt ampere hertz
    joule pascal metre meter centimetre centimeter millimetre millimeter kilometre kilometer
    nanometer litre liter millilitre milliliter gallon gram kilogram milligram microgram pound
    ounce tonne ton mile yard foot inch acre hectare calorie kilocalorie degree percent bit byte
    kilobyte megabyte gigabyte terabyte megawatt kilowatt dollar euro cent yen rupee franc won
    knot mole hz khz mhz ghz""".split()
)
SHORT = re.compile(
    r"°[CFK]?|[nµμmkKMGTcdp]?(?:[mgslLWVAJNKCFBb]|Pa|Hz|Wh|mol|M|bits?|eV|Sv|Bq|Gy|Ω|cal)[²³]?"
    r"|bar|psi|rpm|mph|dB|lux|ppm|ppb|IU|h|min|ft|lbs?|oz|fps"
)
"""A unit that is cut short: *kg*, *mmol*, *Wh*, *°C*."""
SCALED = frozenset("celsius fahrenheit kelvin centigrade".split())


def measures(text: str) -> bool:
    """Is a word a unit, in full or short: *grams*, *kg*?"""
    return text.lower().removesuffix("s") in UNITS or SHORT.fullmatch(text) is not None


def is_unit(tree: Tree, index: int) -> bool:
    """Does a word behind a number measure, and count no things: *minutes*, *mg*, *%*?"""
    if not 0 <= index < len(tree.words):
        return False
    text = tree.words[index].text
    named = text in PERCENT or tree.lemma(index) in UNITS | SCALED
    return named or SHORT.fullmatch(text) is not None


LENGTHS = frozenset(
    """metre meter centimetre centimeter millimetre millimeter kilometre kilometer nanometer mile
    yard foot inch m cm mm km nm µm""".split()
)


def is_length(tree: Tree, index: int) -> bool:
    """*metres*, *km*: a unit that tells by itself what it measures; of *mg* there are many."""
    return tree.lemma(index) in LENGTHS or tree.words[index].text in LENGTHS


def unit_end(tree: Tree, number: int) -> int:
    """The last word of the unit right behind a number, its *per* sign too; else the number."""
    last = number
    while is_unit(tree, last + 1) or _is_power(tree, last + 1):
        last += 1
        if last + 2 < len(tree.words) and tree.words[last + 1].text == "/":
            last += 2
    return last


def _is_power(tree: Tree, index: int) -> bool:
    """*cubic* of *5,000 cubic metres*."""
    return is_unit(tree, index + 1) and tree.words[index].text in {"cubic", "square", "nautical"}


MEASURES = frozenset("cup teaspoon tablespoon spoonful pint quart pinch handful dash".split())
"""Kitchen units, which say how much of a stuff there is."""


def stuff_measured(tree: Tree, head: int, words: list[int]) -> tuple[list[int], list[int]]:
    """The stuff and the amount of *5 mL of water*, *about a cup of flour*; empty of all else."""
    of = tree.of(head)
    counted = tree.kid(head, "nummod") is not None or {"a", "an"} & tree.determiners(head)
    unit = tree.lemma(head) in MEASURES or (is_unit(tree, head) and is_number(tree, head - 1))
    if of is None or not counted or not unit or tree.kid(head, "conj", "acl") is not None:
        return [], []
    branch = tree.below(of)
    stuff = [w for w in words if w in branch and w not in tree.kids(of, "case")]
    amount = [w for w in words if w < min(branch) and tree.lemma(w) != "only"]
    plain = stuff and set(words) <= {*branch, *amount, *(w for w in words if w < min(branch))}
    return (stuff, amount) if plain and amount else ([], [])


def is_cut(tree: Tree, words: list[int]) -> bool:
    """Would a gap split a word that hyphens join: *a 5-alpha reductase*?"""
    after = max(words) + 1
    return after < len(tree.words) and tree.words[after].text == "-" and _glued(tree, after)


def _glued(tree: Tree, hyphen: int) -> bool:
    words = tree.words
    behind = hyphen + 1 < len(words) and words[hyphen].end == words[hyphen + 1].start
    return behind and words[hyphen - 1].end == words[hyphen].start
