r"""HTML with ``\(…\)`` in, the same with MathML out: a page has no MathJax as Anki has."""

from __future__ import annotations

import html
import re

FORMULA = re.compile(r"\\\((.*?)\\\)|\\\[(.*?)\\\]", re.DOTALL)
TAG = re.compile(r"</?([a-zA-Z]+)")
MATHML = frozenset(
    """math menclose merror mfenced mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts
    mroot mrow mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover
    none""".split()
)
ATTRIBUTE = re.compile(r'\sdata-cloze="[^"]*"')


def with_mathml(markup: str) -> str:
    """Write formulas as browsers show them; one that cannot be read stays as it is typed."""
    if "\\(" not in markup and "\\[" not in markup:
        return markup
    # Anki repeats a hidden formula in an attribute, which is no place for elements.
    return FORMULA.sub(_mathml, ATTRIBUTE.sub("", markup))


def _mathml(formula: re.Match[str]) -> str:
    from latex2mathml.converter import convert

    inline, block = formula.groups()
    tex = inline if block is None else block
    if "<" in tex:  # a gap within a formula
        return formula[0]
    try:
        written = str(convert(html.unescape(tex), display="inline" if block is None else "block"))
    except Exception:  # whatever the library makes of a user's TeX
        return formula[0]
    # The library escapes no words within a formula.
    return written if MATHML.issuperset(TAG.findall(written)) else formula[0]
