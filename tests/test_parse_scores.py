"""Measuring: treebanks are read as written, scores count what they say."""

from __future__ import annotations

import gzip

import pytest

from cards.errors import CardsError
from cards.parse import parse_text
from cards.parse.training.arcs import Arc, missed, read_arcs
from cards.parse.training.scores import Tally, annotated, parsed
from cards.parse.training.treebank import read_treebank, text_of

DOGS = """# newpar
# text = Dogs don't bark.
1\tDogs\tdog\tNOUN\tNNS\tNumber=Plur\t4\tnsubj\t_\t_
2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_
2\tdo\tdo\tAUX\tVBP\t_\t4\taux\t_\t_
3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_
4\tbark\tbark\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
4.1\tloudly\t_\t_\t_\t_\t_\t_\t_\t_
5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_

1\tCats\tcat\tNOUN\tNNS\tNumber=Plur\t2\tnsubj\t_\t_
2\tpurr\tpurr\tVERB\tVBP\t_\t0\troot\t_\tSpaceAfter=No
3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

# newpar
1\tYes\t_\t_\tUH\t_\t0\troot\t_\t_
"""


@pytest.fixture
def treebank(tmp_path):
    path = tmp_path / "dogs.conllu"
    path.write_text(DOGS, "utf-8")
    return path


def test_a_treebank_is_read_with_its_paragraphs_and_blanks(treebank):
    first, second = read_treebank(treebank)

    assert text_of(first)[0] == "Dogs don't bark. Cats purr. "
    assert [[token.form for token in tree] for tree in first] == [
        ["Dogs", "do", "n't", "bark", "."],
        ["Cats", "purr", "."],
    ]
    assert first[0][3].head == 0
    assert (second[0][0].upos, second[0][0].xpos) == ("", "UH")


def test_a_packed_treebank_is_the_same_treebank(treebank, tmp_path):
    packed = tmp_path / "dogs.conllu.gz"
    packed.write_bytes(gzip.compress(treebank.read_bytes()))

    assert read_treebank(packed) == read_treebank(treebank)


@pytest.mark.parametrize("line", ["no tabs at all", "one\t" * 10, "1\tform"])
def test_a_line_that_is_not_conllu_is_named(tmp_path, line):
    path = tmp_path / "bad.conllu"
    path.write_text(f"# newpar\n{line}\n", "utf-8")

    with pytest.raises(CardsError, match=r"bad\.conllu:2: not a line of CoNLL-U"):
        read_treebank(path)


def test_a_treebank_agrees_with_itself(treebank):
    tally = Tally()
    for paragraph in read_treebank(treebank):
        tally.add(annotated(paragraph), annotated(paragraph))

    measures = ("tokens", "sentences", "uas", "las", "full las", "upos", "lemma")
    assert [tally.f(measure) for measure in measures] == [100.0] * 7
    assert tally.relation_f("nsubj") == 100.0
    assert tally.relation_f("obj") == 0.0


def test_words_and_sentences_that_are_too_many_cost_precision(treebank):
    """Five words and one sentence are annotated, eight and two are given."""
    paragraph = read_treebank(treebank)[0]
    text = "Dogs don't bark. Cats purr."
    sentences = parse_text(text)
    whole = parsed(text, sentences)
    tally = Tally()

    tally.add(annotated(paragraph[:1]), whole)

    assert tally.counts["tokens"] == 5
    assert tally.f("tokens") == pytest.approx(200 * 5 / (5 + 8))
    assert tally.f("sentences") == pytest.approx(200 * 1 / (1 + 2))


def test_blanks_do_not_move_words_apart():
    """The same words with other blanks between them are the same words."""
    spread, tight = "Cats  purr \n loudly .", "Cats purr loudly."

    assert [node.span for node in parsed(spread, parse_text(spread)).nodes] == [
        node.span for node in parsed(tight, parse_text(tight)).nodes
    ]


def test_a_subtype_counts_only_where_it_is_asked(treebank):
    tree = read_treebank(treebank)[0][1]
    right = annotated([tree])
    wrong = right.nodes[0].__class__(
        **{name: getattr(right.nodes[0], name) for name in right.nodes[0].__slots__}
        | {"dep": "nsubj:pass"}
    )
    tally = Tally()

    tally.add(right, right.__class__((wrong, *right.nodes[1:]), right.sentences))

    assert tally.f("las") == 100.0
    assert tally.f("full las") == pytest.approx(200 / 3)


def test_key_arcs_are_found_and_missed(tmp_path):
    path = tmp_path / "arcs.txt"
    path.write_text("Cats chase mice and birds.\n= R chase; S chase Cats; O chase birds|mice\n")
    ((text, arcs),) = read_arcs(path)
    never = Arc(("O",), ("chase",), ("Cats",))

    assert missed([*arcs, never], parse_text(text)) == [never]
    assert str(never) == "O chase Cats"


def test_the_second_of_two_equal_words_can_be_meant():
    sentences = parse_text("Cells feed cells.")

    assert missed([Arc(("O",), ("feed",), ("cells#1",))], sentences) == []
    assert missed([Arc(("O",), ("feed",), ("cells#2",))], sentences) != []


@pytest.mark.parametrize("line", ["= Q a b", "= S a", "= R a b", "="])
def test_an_arc_that_is_none_is_named(tmp_path, line):
    path = tmp_path / "arcs.txt"
    path.write_text(f"A sentence.\n{line}\n")

    with pytest.raises(CardsError, match="is no arc"):
        read_arcs(path)
