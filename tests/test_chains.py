"""Links that meet become chains, and chains become cards."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cards.chains import LONGEST, TOO_COMMON, join_links
from cards.model import Chain, Evidence, Link, Question, Quote
from cards.pages import read_page
from cards.questions import refuse_chains, write_chains


def link(text: str, order: int = 0) -> Link:
    """A link from "rain + rivers"."""
    cause, sign, effect = text.split()
    quote = Quote(order, order + len(text), text, text)
    evidence = Evidence(quote, (), None, False, order)
    return Link(cause, effect, sign, "cause", evidence, cause, effect)  # type: ignore[arg-type]


def links(*texts: str) -> list[Link]:
    """Each from a sentence of its own."""
    return [link(text, order) for order, text in enumerate(texts)]


def joined(*texts: str, **changes: object) -> list[str]:
    chains = join_links([("a.md", links(*texts))], **changes)  # type: ignore[arg-type]
    return [" ".join(chain.nodes) for chain in chains]


def test_links_join_where_an_effect_is_a_cause():
    assert joined("rain + rivers", "rivers + deltas") == ["rain rivers deltas"]


def test_the_order_of_sentences_does_not_matter():
    assert joined("rivers + deltas", "rain + rivers") == ["rain rivers deltas"]


def test_a_link_alone_is_no_chain():
    assert joined("rain + rivers", "wind + dunes") == []


def test_a_fork_gives_two_chains_where_its_branches_are_long():
    assert joined("a + b", "b + c", "c + d", "b + x", "x + y") == ["a b c d", "a b x y"]


def test_a_side_branch_is_a_chain_and_gives_no_card_of_its_own():
    branch = ("rain + rivers", "rivers + deltas", "rivers - fires")

    assert joined(*branch) == ["rain rivers deltas", "rain rivers fires"]
    assert [card.answer for card in cards(*branch)] == ["Rain → rivers → deltas"]


def test_a_second_cause_gives_no_card_of_its_own():
    causes = ("rain + rivers", "snow + rivers", "rivers + deltas")

    assert joined(*causes) == ["rain rivers deltas", "snow rivers deltas"]
    assert [card.answer for card in cards(*causes)] == ["Rain → rivers → deltas"]


def test_a_chain_that_is_part_of_another_is_left_out():
    assert joined("a + b", "b + c", "c + d") == ["a b c d"]


def test_a_text_that_tells_the_way_and_its_ends_gives_the_way():
    assert joined("a + b", "b + c", "a + c", "c + d") == ["a b c d"]


def test_a_link_joins_by_each_of_several_things():
    pair = replace(link("rain + lakes_and_rivers"), effect_key="lakes & rivers")
    (chain,) = join_links([("a.md", [pair, link("rivers + deltas", 1)])])

    assert chain.nodes == ("rain", "rivers", "deltas")


def test_a_sign_turns_where_a_node_speaks_of_less():
    """Rain feeds the rivers; fewer rivers starve the fields: so rivers feed them."""
    first, second = links("rain + rivers", "rivers - fields")
    (chain,) = join_links([("a.md", [first, replace(second, cause_less=True)])])

    assert chain.signs == ("+", "+")


def test_the_same_link_twice_counts_once():
    assert joined("rain + rivers", "rain + rivers", "rivers + deltas") == ["rain rivers deltas"]


def test_a_thing_is_not_its_own_cause():
    assert joined("rain + rain", "rain + rivers", "rivers + deltas") == ["rain rivers deltas"]


def test_a_ring_is_walked_once():
    assert joined("sun + warmth", "warmth + vapour", "vapour + warmth") == ["sun warmth vapour"]


def test_a_person_joins_nothing():
    assert joined("school + people", "people + cities") == []


def test_synonyms_are_one_thing():
    found = joined("stress + epinephrine", "adrenaline + pulse")
    same = joined(
        "stress + epinephrine", "adrenaline + pulse", synonyms={"epinephrine": "adrenaline"}
    )

    assert found == []
    assert same == ["stress adrenaline pulse"]


def test_a_node_is_said_the_shorter_way():
    first, second = links("rain + rivers", "rivers + deltas")
    long = replace(first, effect="the swelling rivers")
    (chain,) = join_links([("a.md", [long, second])])

    assert chain.nodes == ("rain", "rivers", "deltas")


def test_links_of_two_notes_do_not_meet():
    assert join_links([("a.md", links("rain + rivers")), ("b.md", links("rivers + deltas"))]) == ()


def test_chains_come_in_the_order_of_the_notes_and_know_theirs():
    pair = links("rain + rivers", "rivers + deltas")
    chains = join_links([("z.md", pair), ("a.md", pair)])

    assert [chain.note for chain in chains] == ["z.md", "a.md"]


def test_a_long_chain_is_cut_and_goes_on_with_its_last_link():
    chain, rest = joined(*(f"n{n} + n{n + 1}" for n in range(9)))

    assert len(chain.split()) == LONGEST
    assert rest.split() == [*chain.split()[-2:], "n7", "n8", "n9"]


def test_an_end_that_is_the_beginning_in_other_words_makes_no_chain():
    first, last = links("water + kelp", "kelp + water")
    warm = replace(first, cause="warm water", cause_key="warm water")
    passing = replace(first, cause="passing water", cause_key="passing wind water")
    intake = replace(last, effect="water intake", effect_key="intake water")

    assert join_links([("a.md", [warm, last])]) == ()
    assert len(join_links([("a.md", [passing, intake])])) == 1


def test_a_thing_with_many_effects_joins_nothing():
    """It is what the note is about."""
    effects = [f"rivers + e{n}" for n in range(TOO_COMMON + 1)]

    assert joined("rain + rivers", *effects) == []
    assert joined("rain + rivers", *effects[1:]) != []


THINGS = st.sampled_from("abcdefgh")
LINKS = st.lists(st.tuples(THINGS, st.sampled_from("+-"), THINGS).map(" ".join), max_size=14)


@settings(max_examples=80, deadline=None)
@given(LINKS)
def test_every_chain_hangs_together(texts):
    given_links = links(*texts)
    for chain in join_links([("a.md", given_links)]):
        assert 3 <= len(chain.nodes) == len(chain.links) + 1 <= LONGEST
        assert len(set(chain.nodes)) == len(chain.nodes)
        assert set(chain.links) <= set(given_links)
        for before, after in zip(chain.links, chain.links[1:], strict=False):
            assert before.effect_key == after.cause_key


@settings(max_examples=40, deadline=None)
@given(LINKS)
def test_no_chain_is_part_of_another(texts):
    found = [set(chain.links) for chain in join_links([("a.md", links(*texts))])]
    for number, one in enumerate(found):
        assert not any(one <= other for other in found[:number] + found[number + 1 :])


def cards(*texts: str, asked: tuple[Question, ...] = ()) -> list[Question]:
    return list(write_chains(join_links([("a.md", links(*texts))]), asked))


def test_a_chain_over_sentences_is_asked_for_whole():
    (card,) = cards("rain + rivers", "rivers + deltas")

    assert card.question == "By what path does rain cause deltas?"
    assert card.answer == "Rain → rivers → deltas"
    assert (card.kind, card.signs) == ("chain", ("+", "+"))


@pytest.mark.parametrize(
    ("signs", "verb"), [("++", "cause"), ("+-", "reduce"), ("-+", "reduce"), ("--", "lead to")]
)
def test_two_minus_signs_make_a_plus(signs, verb):
    (card,) = cards(f"rain {signs[0]} rivers", f"rivers {signs[1]} deltas")

    assert card.question == f"By what path does rain {verb} deltas?"


def within_one_sentence(*texts: str) -> tuple[Chain, ...]:
    return join_links([("a.md", [link(text) for text in texts])])


def test_a_short_chain_of_one_sentence_gets_gaps():
    (card,) = write_chains(within_one_sentence("monsoons + rivers", "rivers + mangroves"), ())

    assert card.kind == "gaps"
    assert [(gap.text, gap.number) for gap in card.text] == [
        ("monsoons", 0),
        (" → ", 0),
        ("rivers", 1),
        (" → ", 0),
        ("mangroves", 0),
    ]


def test_four_things_of_one_sentence_are_asked_for_whole():
    chains = within_one_sentence("rain + rivers", "rivers + deltas", "deltas + fields")

    assert [card.kind for card in write_chains(chains, ())] == ["chain"]


def test_a_chain_that_may_be_so_is_asked_as_such():
    pair = links("rain + rivers", "rivers + deltas")
    chains = join_links([("a.md", [pair[0], replace(pair[1], hedged=True)])])

    assert [card.question for card in write_chains(chains, ())] == [
        "By what path may rain cause deltas?"
    ]


@pytest.mark.parametrize(
    "node",
    [
        "Ada Lovelace",
        "WebKit",
        "performance",
        "simple framework",
        "the bank’s association with fraud",
        "a motivating",
        "fields while towns stay dry",
        "more rain",
        "n " * 10,
    ],
)
def test_a_node_that_says_nothing_new_gives_no_card(node):
    first, second = links("rain + rivers", "rivers + deltas")
    chains = join_links([("a.md", [first, replace(second, effect=node)])])

    assert len(chains) == 1
    assert write_chains(chains, ()) == ()


def test_a_node_that_a_card_asks_for_gets_no_gap():
    chains = within_one_sentence("monsoons + rivers", "rivers + mangroves")
    evidence = chains[0].links[0].evidence
    other = Question("question", "object", "What do monsoons feed?", "Rivers", evidence, "a.md")

    assert write_chains(chains, [other]) == ()


def test_a_node_of_which_a_card_asks_in_a_few_more_words_gets_no_gap():
    chains = within_one_sentence("monsoons + rivers", "rivers + mangroves")
    evidence = chains[0].links[0].evidence
    other = Question("question", "means", "How do monsoons help?", "By rivers", evidence, "a.md")

    assert write_chains(chains, [other]) == ()


def test_a_gap_beside_an_arrow_that_lowers_is_not_asked():
    chains = within_one_sentence("monsoons - rivers", "rivers + mangroves")

    assert write_chains(chains, ()) == ()


def said(chains: tuple[Chain, ...], *quotes: str) -> tuple[Chain, ...]:
    """The chain with its links said by these sentences."""
    (chain,) = chains
    links = tuple(
        replace(each, evidence=replace(each.evidence, quote=Quote(0, len(text), text, text)))
        for each, text in zip(chain.links, quotes, strict=True)
    )
    return (replace(chain, links=links),)


def test_words_that_stand_apart_in_their_sentence_are_no_node():
    first, second = links("rain + rivers", "rivers + deltas")
    chains = join_links([("a.md", [first, replace(second, effect="sleep trouble memory")])])
    whole = said(chains, "Rain feeds rivers.", "Rivers cause sleep trouble memory.")
    torn = said(chains, "Rain feeds rivers.", "Rivers cause sleep trouble, pain and less memory.")

    assert len(write_chains(whole, ())) == 1
    assert refuse_chains(whole) == ()
    assert write_chains(torn, ()) == ()
    assert [reason for _, reason in refuse_chains(torn)] == [
        "a node of its chain is torn from its sentence"
    ]


def test_of_the_arrows_few_may_only_say_that_a_thing_is_needed():
    """*Is essential for*: one arrow of three, not one of two."""
    rain, rivers, deltas = links("rain + rivers", "rivers + deltas", "deltas + fields")
    needed = replace(rivers, verb="be")

    assert write_chains(join_links([("a.md", [rain, needed])]), ()) == ()
    assert len(write_chains(join_links([("a.md", [rain, needed, deltas])]), ())) == 1


@pytest.mark.parametrize(
    ("text", "plural"),
    [
        ("When ferns undergo a hard frost, they release resin.", True),
        ("When the fern undergoes a hard frost, it releases resin.", False),
    ],
)
def test_what_several_things_undergo_takes_the_verb_of_several(text, plural):
    page = read_page("a.md", text.encode()).page

    assert page is not None
    assert [link.plural for link in page.links] == [plural]


def test_a_chain_does_not_end_where_something_only_moves():
    """*By what path does rain lead to the sea?*: there it goes, and what comes of it?"""
    rain, rivers = links("rain + rivers", "rivers > sea")
    chains = join_links([("a.md", [rain, replace(rivers, verb="flow")])])

    assert [reason for _, reason in refuse_chains(chains)] == ["its chain ends at a place"]


def test_what_happened_is_not_kept_down():
    """*By what path do trees reduce two floods?*: they did happen."""
    trees, overflow = links("trees - overflow", "overflow + floods")
    chains = join_links([("a.md", [trees, replace(overflow, effect="two floods")])])

    assert [reason for _, reason in refuse_chains(chains)] == ["its chain ends with what happened"]


def test_no_path_ends_with_a_clause():
    """*By what path does spray lead to gates rusting?*; but *to slow rusting*."""
    first, last = links("spray + brine", "brine + rust")
    for end in ("gates rusting", "wool keeping warmth"):
        chains = join_links([("a.md", [first, replace(last, effect=end)])])
        assert [reason for _, reason in refuse_chains(chains)] == ["its chain ends with a clause"]
    chains = join_links([("a.md", [first, replace(last, effect="slow rusting")])])
    assert write_chains(chains, ())


@pytest.mark.parametrize(
    ("cause", "key", "asked"),
    [
        ("rain and snow", "rain & snow", "By what path do rain and snow cause deltas?"),
        ("ATP", "ATP & energy", "By what path does ATP cause deltas?"),
    ],
)
def test_several_things_take_the_verb_of_several_but_two_names_do_not(cause, key, asked):
    rain, rivers = links("rain + rivers", "rivers + deltas")
    first = replace(rain, cause=cause, cause_key=key)
    (card,) = write_chains(join_links([("a.md", [first, rivers])]), [])

    assert card.question == asked


def test_a_chain_without_a_card_has_a_reason():
    pair = links("rain + rivers", "rivers + deltas")
    loose = join_links([("a.md", [pair[0], replace(pair[1], verb="associate")])])

    ((question, reason),) = refuse_chains(loose)

    assert question.answer == "Rain → rivers → deltas"
    assert reason == "an arrow of its chain is no cause"
