"""What a note says: facts, references, links, noise; every fact with its place in the file."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from case_files import chosen, claims_shown, links_shown, params, read, write_expected
from hypothesis import given, settings
from hypothesis import strategies as st

CLAIMS = ("claims.md", "references.md", "noise.md")


@pytest.mark.parametrize(("source", "expected"), [p for name in CLAIMS for p in params(name)])
def test_claims(source, expected):
    assert claims_shown(source) == expected


@pytest.mark.parametrize(("source", "expected"), params("links.md"))
def test_links(source, expected):
    assert links_shown(source) == expected


WORDS = """water Roots the a of this it its they which that because by to is are were not can
causes raised lowering called known as when if iron light cells Vienna DNA 80 % 3.5 km (BDNF)
according however more than half does what who Smith suggests says has have used""".split()
SIGNS = [
    *". , ; : ? ! ( ) [ ] { } \" “ ” ' ’ – — - … / & * _ ` == $x^2$ :: 🙂 é ß 中 \u200b".split(),
    "\n",
    "\n\n",
]
BLOCKS = ["\n- ", "\n## ", "\n1. ", "\n**Label**: ", " [00:01:10]", "{{c1::gap}}", "[[a | b]]"]
NOTES = st.lists(st.sampled_from([*WORDS, *WORDS, *SIGNS, *BLOCKS]), max_size=25).map(" ".join)
TRUE = st.sampled_from(
    [
        "Zinc protects steel because it corrodes first",
        "The **vagus** nerve slows the heart by releasing acetylcholine",
        "A quern, a mill of two stones, grinds barley [00:01:10]",
        "The liver makes bile, which dissolves fat",
        "This reduces the [[friction | drag]] of ships by 5%",
        "- **Anode**: The electrode at which *oxidation* occurs",
    ]
)
MIXED = st.lists(TRUE, max_size=3).map(".\n".join)


@settings(max_examples=40, deadline=None)
@given(st.tuples(MIXED, NOTES).map(". ".join))
def test_odd_text_is_read_and_every_quote_stands_in_the_note(source):
    """Nothing that is typed stops a build, and a card is never without its proof."""
    found = read(source)
    text = found.note.text
    sentences = {fact.evidence.quote.plain for fact in found.findings.facts}
    for evidence in (
        *(fact.evidence for fact in found.findings.facts),
        *(link.evidence for link in found.findings.links),
        *(question.evidence for question in found.questions),
    ):
        assert text[evidence.quote.start : evidence.quote.end] == evidence.quote.text
        assert evidence.order == evidence.quote.start >= found.note.body
    assert {question.evidence.quote.plain for question in found.questions} <= sentences
    assert chosen([found]).kept is not None


@settings(max_examples=25, deadline=None)
@given(st.tuples(MIXED, NOTES).map(". ".join))
def test_every_sentence_gives_a_fact_or_a_reason(source):
    found = read(source).findings
    facts = {fact.evidence.order for fact in found.facts}
    skips = {skip.order for skip in found.skips}

    assert not facts & skips
    assert all(skip.reason and skip.text for skip in found.skips)
    assert [claim.id for claim in found.claims] == [f"c{n}" for n in range(1, len(found.facts) + 1)]


SEVERAL = """## Zinc
Zinc protects steel because it corrodes first [00:01:10]. This lowers the cost of ships by 5%.
The vagus nerve slows the heart by releasing acetylcholine. This nerve also calms the gut.

The three states of matter include:
- solid
- liquid
- gas
"""
PROGRAM = "import sys; from test_claims import yielded; print(yielded(sys.argv[1]))"


def yielded(source: str) -> str:
    found = read(source)
    findings, choice = found.findings, chosen([found])
    return ascii((findings.claims, findings.links, findings.skips, choice.kept, choice.refused))


def test_a_note_yields_the_same_in_every_process():
    """Sets come in another order there; this process has a seed of its own."""
    folder = str(Path(__file__).parent)
    path = os.pathsep.join([folder, os.environ["PYTHONPATH"]])
    other = subprocess.run(
        [sys.executable, "-c", PROGRAM, SEVERAL],
        env={**os.environ, "PYTHONPATH": path, "PYTHONHASHSEED": "22"},
        capture_output=True,
        text=True,
        check=True,
    )

    assert other.stdout.strip() == yielded(SEVERAL)
    assert len(other.stdout) > 2000


if __name__ == "__main__":
    # Writes what comes out now into the case files.
    for each in CLAIMS:
        write_expected(each, claims_shown)
    write_expected("links.md", links_shown)
