"""English words: forms, articles, spelling, punctuation, rarity."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cards.english import mending
from cards.english.causes import LOWERING, RAISING, sign_of
from cards.english.definite import introduced, open_inside, shared_names, sized, taken_up
from cards.english.directions import directed
from cards.english.facts import Context
from cards.english.grammar import is_broken, is_cut_off
from cards.english.rarity import rarest, rarity
from cards.english.tree import EDGES, Lexicon, Tree, tidy
from cards.english.verbs import (
    base_of,
    capitalised,
    inflect,
    number_word,
    present,
    starts_with_vowel,
    with_article,
)
from cards.model import Sentence, Word
from cards.questions.drafts import _set_in


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("be", "is are was been being"),
        ("have", "has have had had having"),
        ("do", "does do did done doing"),
        ("carry", "carries carry carried carried carrying"),
        ("stop", "stops stop stopped stopped stopping"),
        ("lead", "leads lead led led leading"),
        ("bind", "binds bind bound bound binding"),
        ("freeze", "freezes freeze froze frozen freezing"),
        ("focus", "focuses focus focused focused focusing"),
        ("cross-breed", "cross-breeds cross-breed cross-bred cross-bred cross-breeding"),
    ],
)
def test_a_verb_has_its_forms(lemma, forms):
    assert [inflect(lemma, tag) for tag in ("VBZ", "VBP", "VBD", "VBN", "VBG")] == forms.split()


def test_the_base_form_is_the_lemma():
    assert inflect("crystallize", "VB") == "crystallize"


@pytest.mark.parametrize(
    ("verb", "lemma", "base"),
    [
        ("evaporates", "evaporates", "evaporate"),
        ("raises", "raise", "raise"),
        ("pass", "pass", "pass"),
    ],
)
def test_a_form_taken_for_the_base_is_put_right(verb, lemma, base):
    assert base_of(verb, lemma) == base


def test_a_word_that_no_list_knows_is_inflected_by_rule():
    assert inflect("blorf", "VBZ") == "blorfs"


def test_the_present_agrees_with_its_subject():
    assert (present("catalyse", plural=False), present("catalyse", plural=True)) == (
        "catalyses",
        "catalyse",
    )


@pytest.mark.parametrize(
    "phrase",
    [
        *("an enzyme", "an hour", "an honest broker", "an MRI scan", "an umbrella"),
        *("a unit", "a European river", "a one-way street", "a US state", "a gene", "a usual dose"),
    ],
)
def test_the_article_goes_by_the_sound(phrase):
    assert with_article(phrase.split(" ", 1)[1]) == phrase


def test_nothing_has_no_vowel():
    assert not starts_with_vowel("")


def test_small_numbers_are_words():
    assert [number_word(n) for n in (0, 2, 10, 11)] == ["zero", "two", "ten", "11"]


@pytest.mark.parametrize(
    ("nodes", "signs", "said"),
    [
        (
            "shade|moss growth|the need for chlorine",
            "-+",
            "shade|less moss growth|lower need for chlorine",
        ),
        ("shade|heat|feelings of thirst", "-+", "shade|less heat|fewer feelings of thirst"),
        ("frost|the sap|the tap", "--", "frost|lower sap|the tap"),
        ("sun|levels of mold|people", "-+", "sun|lower levels of mold|fewer people"),
        ("sun|bias|greater heat", "-+", "sun|bias|greater heat"),
        ("rain|moss|slugs", "+>", "rain|more moss|slugs"),
        ("rain|water levels in wells|the mill", "++", "rain|higher water levels in wells|the mill"),
        ("rain|RNA|flooded fields", "++", "rain|RNA|flooded fields"),
        ("salt|ice|three falls", "-+", "salt|ice|three falls"),
        ("salt|ice|skating on ponds", "-+", "salt|ice|skating on ponds"),
    ],
)
def test_a_path_says_what_becomes_of_each_thing(nodes, signs, said):
    assert "|".join(directed(nodes.split("|"), tuple(signs))) == said


@pytest.mark.parametrize(
    ("plain", "shown"),
    [("light", "Light"), ("mRNA strands", "mRNA strands"), ("pH", "pH"), ("éclairs", "Éclairs")],
)
def test_capitals_come_first_but_not_into_names_of_their_own(plain, shown):
    assert capitalised(plain) == shown


@pytest.mark.parametrize(
    ("broken", "mended"),
    [
        ("ice , which melts", "ice, which melts"),
        ("salt,, and sand", "salt, and sand"),
        ("the lens ( ) bends", "the lens bends"),
        ("a film ( thin )", "a film (thin)"),
        (", and so on .", "and so on."),
        ("— slowly –", "slowly"),
        ("  two   blanks ", "two blanks"),
        ("well-known", "well-known"),
        ('the "golden mean " of two', 'the "golden mean" of two'),
        ('a screen of 5" by 7" and thin', 'a screen of 5" by 7" and thin'),
    ],
)
def test_punctuation_is_put_right(broken, mended):
    assert tidy(broken) == mended


@given(st.text(alphabet='ab ,.;:()?-–"”', max_size=30))
def test_what_is_tidy_stays_as_it_is(text):
    once = tidy(text)

    assert tidy(once) == once
    assert once == once.strip(EDGES)


def test_everyday_words_are_not_rare_and_unknown_ones_are():
    assert rarity("people") == 0
    assert rarity("xylothek") == 1
    assert 0 < rarity("photosynthesis") <= 1


def test_a_form_is_no_rarer_than_its_word():
    for word, form in (("water", "waters"), ("create", "created"), ("city", "cities")):
        assert rarity(form) <= rarity(word), form


def test_a_word_of_parts_is_as_rare_as_its_rarest():
    assert rarity("water-xylothek") == 1
    assert rarity("2,5") == 0


def test_the_rarest_of_nothing_is_everyday():
    assert rarest([]) == 0
    assert rarest(["the", "xylothek", "people"]) == 1


def test_no_verb_both_raises_and_lowers():
    assert not RAISING & LOWERING
    assert (sign_of("raise"), sign_of("inhibit"), sign_of("watch")) == ("+", "-", "")


def sentence(*words: tuple[str, str, int, str], text: str = "") -> Sentence:
    """A tree by hand: each word with its class, its head and its relation."""
    text = text or " ".join(word for word, *_ in words)
    found, at = [], 0
    for index, (word, upos, head, dep) in enumerate(words):
        start = text.index(word, at)
        at = start + len(word)
        tag = {"NOUN": "NN", "PROPN": "NNP", "VERB": "VBZ"}.get(upos, upos)
        found.append(Word(index, word, word.lower(), upos, tag, "", head, dep, start, at))
    return Sentence(text, 0, len(text), tuple(found))


LEVERS = sentence(
    ("Levers", "NOUN", 5, "nsubj"),
    ("(", "PUNCT", 2, "punct"),
    ("bars", "NOUN", 0, "appos"),
    (")", "PUNCT", 2, "punct"),
    ("easily", "ADV", 5, "advmod"),
    ("move", "VERB", -1, "root"),
    ("stones", "NOUN", 5, "obj"),
    (".", "PUNCT", 5, "punct"),
    text="Levers (bars) easily move stones.",
)


def tree(of: Sentence) -> Tree:
    return Tree(of, Lexicon.of([of]))


def test_a_branch_is_read_in_order():
    assert tree(LEVERS).below(0) == [0, 1, 2, 3]
    assert tree(LEVERS).below(5, without={0}) == [4, 5, 6, 7]


def test_words_are_said_as_they_stand_but_for_the_first_capital():
    assert tree(LEVERS).say(range(8)) == "levers (bars) easily move stones"


def test_a_bracket_without_its_partner_is_not_said():
    assert tree(LEVERS).say([0, 1, 2, 5]) == "levers bars move"


def test_a_word_is_said_as_what_it_stands_for():
    assert tree(LEVERS).say([0, 5, 6], {0: "two wedges", 6: ""}) == "two wedges move"


def test_a_branch_behind_a_bracket_is_cut_off():
    assert tree(LEVERS).comma_before(2)
    assert not tree(LEVERS).comma_before(6)


def test_a_tree_that_points_to_itself_is_read_to_its_end():
    """The parser never gives one; a decoder that fails must not hang a build."""
    ring = sentence(("A", "NOUN", 0, "dep"), ("b", "NOUN", -1, "root"))

    assert tree(ring).below(0) == [0]
    assert tree(ring).depth(0) <= 2


@pytest.mark.parametrize(
    ("word", "upos", "elsewhere", "said"),
    [
        ("Copper", "NOUN", "", "copper"),
        ("Copper", "PROPN", "copper", "copper"),
        ("Vienna", "PROPN", "", "Vienna"),
        ("German", "ADJ", "", "German"),
        ("DNA", "NOUN", "", "DNA"),
        ("I", "PRON", "", "I"),
        ("A", "DET", "", "a"),
    ],
)
def test_a_capital_goes_where_only_the_beginning_of_a_sentence_gave_it(word, upos, elsewhere, said):
    first = sentence((word, upos, -1, "root"))
    other = sentence(("so", "ADV", 1, "advmod"), (elsewhere or "x", "NOUN", -1, "root"))
    lexicon = Lexicon.of([first, other])

    assert lexicon.unstarted(first.words[0]) == said


def test_two_objects_side_by_side_are_one_name():
    """The parser gives *prompts the nucleus accumbens* two objects now and then."""
    told = [("prompts", "VERB", "VBZ", -1, "root"), ("the", "DET", "DT", 2, "det")]
    told += [("nucleus", "NOUN", "NN", 0, "obj"), ("accumbens", "NOUN", "NN", 0, "obj")]
    words = tuple(
        Word(n, text, text, upos, xpos, "", head, dep, 0, 0)
        for n, (text, upos, xpos, head, dep) in enumerate(told)
    )
    mended = mending.mended(Sentence("prompts the nucleus accumbens", 0, 29, words)).words

    assert [(word.head, word.dep) for word in mended[1:]] == [
        (3, "det"),
        (3, "compound"),
        (0, "obj"),
    ]


@pytest.mark.parametrize(("comma", "head"), [(False, 3), (True, 1)])
def test_a_clause_right_behind_an_apposition_is_its_own(comma, head):
    """*grows phloem, a tissue that feeds*: the tissue does; behind a comma it may be the phloem."""
    told = [("grows", "VERB", -1, "root"), ("phloem", "NOUN", 0, "obj")]
    told += [(",", "PUNCT", 3, "punct"), ("tissue", "NOUN", 1, "appos")]
    told += [(",", "PUNCT", 6, "punct")] if comma else []
    verb = len(told) + 1
    told += [("that", "PRON", verb, "nsubj"), ("feeds", "VERB", 1, "acl:relcl")]
    words = tuple(
        Word(n, text, text, upos, "", "", at, dep, 0, 0)
        for n, (text, upos, at, dep) in enumerate(told)
    )
    mended = mending.mended(Sentence("", 0, 0, words)).words

    assert mended[verb].head == head


FORMS = dict(
    to=("ADP", "IN"),
    x=("SYM", "SYM"),
    sails=("NOUN", "NNS"),
    which=("PRON", "WDT"),
    turn=("VERB", "VB"),
    **{"2": ("NUM", "CD"), "and": ("CCONJ", "CC"), "%": ("SYM", "NN")},
)


@pytest.mark.parametrize(
    "parse",
    [
        "2 1 case, x -1 root, 2 6 amod, turn 4 obj, % 2 nmod, which 2 obj, turn 1 appos",
        "x 2 nsubj, 2 4 advcl, x -1 root, 2 4 obj, and 2 case",
        "and 2 nummod, 2 3 case, to -1 root, 2 4 cc, sails 2 flat",
    ],
)
def test_what_is_mended_stays_a_tree(parse):
    """*2 x 2 of 2 x 2* was a number of itself."""
    told = [word.split() for word in parse.split(", ")]
    words = tuple(
        Word(n, text, text, *FORMS[text], "", int(head), dep, 0, 0)
        for n, (text, head, dep) in enumerate(told)
    )
    mended = mending.mended(Sentence("", 0, 0, words)).words

    for word in mended:
        above, steps = word.index, 0
        while above >= 0:
            above, steps = mended[above].head, steps + 1
            assert steps <= len(words)


BROUGHT_IN = (
    "The brain is grey. A brain weighs little. A thin flat disk is spun. A brain scan shows it. "
    "An apprentice turns a wheel. A pump drives water. The gate is iron. This gate is old. "
    "A wax seal closes it."
)


@pytest.mark.parametrize(
    ("question", "answer", "found"),
    [
        ("Why does the disk spin?", "It floats", ["disk"]),
        ("What does it drive?", "The edge of the disk", ["disk"]),
        ("Disk: why does the disk spin?", "It floats", []),
        ("What turns the disk that floats?", "Wind", []),
        ("What turns the disk brake?", "Wind", ["disk"]),
        ("What moves the disk brake of cars?", "Wind", []),
        ("Why does a disk wobble as the disk spins?", "It floats", []),
        ("What does the disk 'd' cover?", "Wax", []),
        ("What reaches the brain?", "Blood", []),
        ("What does the apprentice eat?", "Bread", []),
        ("What breaks the seal?", "Heat", []),
        ("What opens the gate?", "A key", ["gate"]),
        ("What moves the pump?", "Wind", ["pump"]),
        ("What lifts the water?", "Wind", []),
    ],
)
def test_what_was_brought_in_before_is_only_taken_up(question, answer, found):
    before = introduced(BROUGHT_IN)

    assert list(taken_up(question, answer, before, BROUGHT_IN.index("A wax"))) == found


WHEELS = "<i>A brass wheel</i> turns three cogs. Muck reaches the colon. Cogs need oil."


@pytest.mark.parametrize(
    ("question", "answer", "found"),
    [
        ("What turns the tiny wheel?", "Wind", ["tiny wheel"]),
        ("What drives it?", "The large cog and a belt", ["large cog"]),
        ("What turns the tiny wheel of a watch?", "Wind", []),
        ("What turns the tiny wheel brake?", "Wind", []),
        ("What turns the brass wheel?", "Wind", []),
        ("What leaves the large colon?", "Muck", []),
    ],
)
def test_how_a_thing_is_does_not_tell_which_of_several_is_meant(question, answer, found):
    assert list(sized(question, answer, WHEELS, WHEELS.index("Cogs"))) == found
    assert not list(sized(question, answer, WHEELS, 0))


def test_a_name_of_two_is_nobodys():
    text = "The Millers Party of Norvia met the Millers Party of Ostmark. Loom Guild of Lund."

    assert list(shared_names("Who led the Millers Party?", "Ines", text)) == ["Millers Party"]
    assert not list(shared_names("Who led the Millers Party of Norvia?", "Ines", text))
    assert not list(shared_names("Who led the Loom Guild?", "Ines", text))


def test_what_stands_open_inside_a_phrase():
    assert open_inside("the oldest cloth with the dye") == ("dye",)
    assert open_inside("the first norm of the language used in mills") == ("language",)
    assert not open_inside("the oldest cloth in the world")
    assert not open_inside("the oldest cloth with the dye of woad")
    assert not open_inside("the layer that lines the legs")
    assert not open_inside("a layer of the legs")


def test_what_comes_in_later_was_not_told_before():
    assert not list(taken_up("Why does the disk spin?", "Wind", introduced(BROUGHT_IN), 9))


def test_who_says_so_has_no_capital_behind_a_topic():
    question = "According to Harlow, why are looms loud?"

    assert _set_in(Context("Weaving"), question) == f"Weaving: a{question[1:]}"


def test_a_question_that_lost_a_part_of_a_name_or_its_deed_is_broken():
    assert is_broken("In what year did D. design the lock?")
    assert is_broken("Ida, in what year did Olm take rye?")
    assert is_broken("In what year did Ida Olm do for a mill?")
    assert not is_broken("In what year did D. Olm design the lock?")
    assert not is_broken("In Norvia, in what year did Ida Olm do with iron?")


def test_an_answer_that_begins_in_the_midst_of_things_is_cut_off():
    assert all(
        map(
            is_cut_off,
            ("Whose hulls are of oak", "and poor trade", "°F (32 °C)", "Such hulls leak"),
        )
    )
    assert not any(map(is_cut_off, ("OR gates", "Oregon", "/etc/hosts", "Such a hull")))
