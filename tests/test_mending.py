"""What the parser's known slips become: arcs are written ``word/tag/relation>head``."""

from __future__ import annotations

import pytest

from cards.english.mending import mended
from cards.model import Sentence, Word

UPOS = {"NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "IN": "ADP", "DT": "DET", "JJ": "ADJ"} | {
    "CD": "NUM",
    "CC": "CCONJ",
    "WDT": "PRON",
    "PRP$": "PRON",
    ",": "PUNCT",
}


def sentence(told: str) -> Sentence:
    """A parse as it is written in a test."""
    words: list[Word] = []
    for index, each in enumerate(told.split()):
        text, tag, arc = each.split("/")
        dep, head = arc.split(">")
        upos = UPOS.get(tag, "AUX" if dep.startswith(("aux", "cop")) else "VERB")
        start = words[-1].end + 1 if words else 0
        where = (int(head), dep, start, start + len(text))
        words.append(Word(index, text, text.lower(), upos, tag, "", *where))
    text = " ".join(word.text for word in words)
    return Sentence(text, 0, len(text), tuple(words))


def changed(told: str) -> str:
    """The words of a parse that a mend put right."""
    before = sentence(told)
    pairs = zip(before.words, mended(before).words, strict=True)
    return " ".join(f"{w.text}/{w.xpos}/{w.dep}>{w.head}" for old, w in pairs if w != old)


@pytest.mark.parametrize(
    ("told", "right"),
    [
        pytest.param(
            "At/IN/case>3 high/JJ/amod>2 tide/NN/compound>3 gulls/NNS/nsubj>4 feed/VBP/root>-1",
            "At/IN/case>2 tide/NN/obl>4",
            id="a phrase in front takes no part of the subject behind it",
        ),
        pytest.param(
            "In/IN/case>3 raw/JJ/amod>2 felt/NN/nsubj>5 each/DT/det>4 hair/NN/nmod>2"
            " curls/VBZ/root>-1",
            "In/IN/case>2 felt/NN/obl>5 hair/NN/nsubj>5",
            id="nor does it have the subject behind it as its own",
        ),
        pytest.param(
            "By/IN/case>2 the/DT/det>2 end/NN/nsubj>6 of/IN/case>5 winter/NN/compound>5"
            " herds/NNS/nmod>2 starve/VBP/root>-1",
            "end/NN/obl>6 of/IN/case>4 winter/NN/nmod>2 herds/NNS/nsubj>6",
            id="of two nouns in a phrase in front the last one ends it",
        ),
        pytest.param(
            "Until/IN/case>1 1741/CD/nummod>3 copper/NN/compound>3 coins/NNS/nsubj>4"
            " fell/VBD/root>-1",
            "1741/CD/obl>4",
            id="a year in front counts nothing",
        ),
        pytest.param(
            "Until/IN/case>1 1741/CD/nsubj>3 Norvia/NNP/nsubj>3 held/VBD/root>-1 Vard/NNP/obj>3",
            "1741/CD/obl>3",
            id="of two subjects the one behind a preposition is none",
        ),
        pytest.param(
            "Since/IN/mark>4 most/JJ/amod>2 clay/NN/compound>3 ore/NN/nsubj>4 fell/VBD/advcl>6"
            " pits/NNS/nsubj>6 close/VBP/root>-1",
            "",
            id="what begins a clause begins no phrase in front",
        ),
        pytest.param(
            "After/IN/case>2 school/NN/compound>2 clubs/NNS/nsubj>3 meet/VBP/root>-1",
            "",
            id="a bare noun behind a preposition may be one thing with the next",
        ),
    ],
)
def test_a_slip_is_put_right(told, right):
    assert changed(told) == right
