"""What the parser's known slips become: arcs are written ``word/tag/relation>head``."""

from __future__ import annotations

import pytest
from lemminflect import getLemma

from cards.english.clauses import find_clauses
from cards.english.mending import mended
from cards.english.phrases import is_torn
from cards.english.tree import Lexicon, Tree
from cards.english.unfinished import has_two_subjects
from cards.model import Sentence, Word

UPOS = (
    {"WP": "PRON", "JJR": "ADJ"}
    | {"NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "IN": "ADP", "DT": "DET", "JJ": "ADJ"}
    | {
        "CD": "NUM",
        "CC": "CCONJ",
        "HYPH": "PUNCT",
        "WDT": "PRON",
        "WRB": "ADV",
        "PRP": "PRON",
        "RB": "ADV",
        "TO": "PART",
        "PRP$": "PRON",
        ",": "PUNCT",
    }
)


def sentence(told: str) -> Sentence:
    """A parse as it is written in a test; ``~`` before a word glues it to the one before."""
    words: list[Word] = []
    for index, each in enumerate(told.split()):
        glued, (text, tag, arc) = each.startswith("~"), each.removeprefix("~").split("/")
        dep, head = arc.split(">")
        upos = UPOS.get(tag, "AUX" if dep.startswith(("aux", "cop")) else "VERB")
        start = words[-1].end + (not glued) if words else 0
        where = (int(head), dep, start, start + len(text))
        lemma = (*getLemma(text.lower(), upos), text.lower())[0]
        words.append(Word(index, text, lemma, upos, tag, "", *where))
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
            "Dams/NNS/nsubj:pass>2 were/VBD/aux:pass>2 planned/VBN/root>-1 by/IN/case>4"
            " Ines/NNP/obl:agent>2 Tolmin/NNP/appos>0 for/IN/case>7 years/NNS/obl>2",
            "Tolmin/NNP/flat>4",
            id="two words of a name are one name, in whatever place",
        ),
        pytest.param(
            "Kilns/NNS/nsubj>1 turn/VBP/root>-1 half/NN/obj>1 of/IN/case>4 wood/NN/nmod>2"
            " into/IN/case>6 charcoal/NN/nmod>2 ,/,/punct>8 more/RB/advmod>6",
            "charcoal/NN/obl>1 more/RB/advmod>1",
            id="what a thing is turned into tells of the turning",
        ),
        pytest.param(
            "Ida/NNP/nsubj>3 Holm/NNP/flat>0 Tolmin/NNP/nsubj>3 slept/VBD/root>-1",
            "Tolmin/NNP/flat>0",
            id="three words of a name are one name",
        ),
        pytest.param(
            "After/IN/case>1 Storm/NNP/obl>5 Ines/NNP/nsubj>5 the/DT/det>4 guild/NN/nsubj>5"
            " slept/VBD/root>-1",
            "Ines/NNP/flat>1",
            id="a name before somebody who does something is none of his",
        ),
        pytest.param(
            "It/PRP/nsubj>1 turned/VBD/root>-1 to/IN/case>3 crystal/NN/obl>1 violet/NN/obl>1",
            "to/IN/case>4 crystal/NN/compound>4",
            id="two nouns behind one preposition are one thing",
        ),
        pytest.param(
            "It/PRP/nsubj>1 turned/VBD/root>-1 to/IN/case>4 crystal/NN/obl>1 violet/NN/obl>1",
            "crystal/NN/compound>4",
            id="two nouns whose preposition is that of the second",
        ),
        pytest.param(
            "It/PRP/nsubj>1 has/VBZ/root>-1 enzymes/NNS/obj>1 like/IN/case>5 malate/NN/nmod>2"
            " lyase/NN/nmod>2",
            "malate/NN/compound>5",
            id="two nouns of a noun",
        ),
        pytest.param(
            "Rot/NN/nsubj>2 is/VBZ/aux:pass>2 caused/VBN/root>-1 by/IN/case>5 the/DT/det>5"
            " mold/NN/obl:agent>2 Tolmia/NNP/compound>7 alba/NN/obl:agent>2",
            "by/IN/case>7 mold/NN/nmod:desc>7",
            id="the kind of a thing before its name of two words",
        ),
        pytest.param(
            "As/IN/mark>3 frosts/NNS/nsubj>3 have/VBP/aux>3 ceased/VBN/advcl>8 since/IN/case>5"
            " 1980/CD/obl>8 ,/,/punct>3 mills/NNS/nsubj>8 run/VBP/root>-1",
            "1980/CD/obl>3",
            id="the last phrase of a clause in front is its own",
        ),
        pytest.param(
            "While/IN/mark>1 slower/JJR/advcl>6 in/IN/case>3 1980/CD/obl>6 ,/,/punct>1"
            " mills/NNS/nsubj>6 run/VBP/root>-1",
            "",
            id="what stands in front without a subject has no last phrase",
        ),
        pytest.param(
            "The/DT/det>1 mill/NN/nsubj>2 missed/VBD/root>-1 a/DT/det>4 flood/NN/obj>2"
            " and/CC/cc>8 nine/CD/nummod>7 kilns/NNS/obj>2 burnt/VBD/conj>2",
            "kilns/NNS/nsubj>8",
            id="between an and and its verb stands the subject",
        ),
        pytest.param(
            "It/PRP/nsubj>1 sank/VBD/root>-1 with/IN/mark>6 Ines/NNP/obl>1 in/IN/case>5"
            " May/NNP/obl>1 calling/VBG/advcl>1 Olm/NNP/obj>6",
            "Ines/NNP/nsubj>6 May/NNP/obl>6",
            id="between with and its participle stands who does it",
        ),
        pytest.param(
            "It/PRP/nsubj>1 came/VBD/root>-1 from/IN/case>5 the/DT/det>5 metals/NNS/obl>1"
            " tin/NN/obl>1 and/CC/cc>7 lead/NN/conj>5",
            "from/IN/case>4 the/DT/det>4 tin/NN/appos>4",
            id="a kind in the plural and the two that are meant",
        ),
        pytest.param(
            "It/PRP/nsubj>1 sank/VBD/root>-1 because/IN/mark>5 more/JJR/amod>4 ash/NN/nsubj>5"
            " came/VBD/advcl>1 than/IN/mark>8 coal/NN/nsubj>8 went/VBD/advcl>1",
            "went/VBD/advcl>5",
            id="more than what something does is more of what is told beside it",
        ),
        pytest.param(
            "It/PRP/nsubj:pass>2 is/VBZ/aux:pass>2 made/VBN/root>-1 by/IN/mark>5"
            " water/NN/obl:agent>2 seeping/VBG/advcl>2 into/IN/case>7 clay/NN/obl>5",
            "by/IN/case>4 seeping/VBG/acl>4",
            id="by what does something",
        ),
        pytest.param(
            "It/PRP/nsubj>1 opened/VBD/root>-1 in/IN/mark>6 what/WP/obl>1 was/VBD/cop>6"
            " then/RB/advmod>6 Norvia/NNP/acl:relcl>3",
            "in/IN/case>3",
            id="in what was a place",
        ),
        pytest.param(
            "It/PRP/nsubj>1 opened/VBD/root>-1 with/IN/case>4 a/DT/det>4 king/NN/obl>1"
            " as/IN/case>6 head/NN/obl>1",
            "head/NN/nmod>4",
            id="with somebody as what he is",
        ),
        pytest.param(
            "With/IN/case>1 lamps/NNS/obl>5 left/VBN/advcl>5 ,/,/punct>1 it/PRP/nsubj>5"
            " stops/VBZ/root>-1",
            "left/VBN/acl>1",
            id="with so many left",
        ),
        pytest.param(
            "They/PRP/nsubj>1 found/VBD/root>-1 rust/NN/obj>1 in/IN/case>4 4/CD/obl>1"
            " and/CC/cc>6 moss/NN/conj>2 in/IN/case>8 2/CD/obl>1",
            "2/CD/nmod>6",
            id="the second number is that of the second thing",
        ),
        pytest.param(
            "It/PRP/nsubj>1 drew/VBD/root>-1 lamps/NNS/obj>1 soon/RB/advmod>1 at/IN/case>5"
            " desks/NNS/nmod>2",
            "desks/NNS/obl>1",
            id="behind another part of its clause nothing tells of a noun",
        ),
        pytest.param(
            "They/PRP/nsubj>1 gave/VBD/root>-1 in/RB/compound:prt>1 :/,/punct>5 nine/CD/nummod>5"
            " lamps/NNS/obj>1",
            "lamps/NNS/parataxis>1",
            id="behind a colon nothing is done to anything",
        ),
        pytest.param(
            "The/DT/det>1 work/NN/root>-1 of/IN/case>3 Ida/NNP/nmod>1 Holm/NNP/flat>3"
            " ,/,/punct>6 published/VBN/acl>3 in/IN/case>8 1947/CD/obl>6",
            "published/VBN/acl>1",
            id="a work is published, and nobody",
        ),
        pytest.param(
            "that/DT/root>-1 of/IN/case>2 Ida/NNP/nmod>0 ~-/HYPH/punct>2 ~Ines/NNP/nmod>0"
            " Tolmin/NNP/flat>2",
            "Ines/NNP/flat>2",
            id="what a hyphen joins is one name",
        ),
        pytest.param(
            "Norby/NNP/nsubj>2 Gate/NNP/nsubj>2 fell/VBD/root>-1",
            "Gate/NNP/flat>0",
            id="two words of a name are one subject",
        ),
        pytest.param(
            "In/IN/case>1 Oslo/NNP/obl>3 Tolmin/NNP/nsubj>3 slept/VBD/root>-1",
            "",
            id="a place in front is no part of a name",
        ),
        pytest.param(
            "Cells/NNS/nsubj>5 of/IN/case>4 the/DT/det>4 spinning/VBG/acl>0"
            " gland/NN/compound>7 secrete/VBP/root>-1 silk/NN/compound>7 ropes/NNS/obj>5",
            "spinning/VBG/amod>4 gland/NN/nmod>0",
            id="a participle behind an article tells of the noun behind it",
        ),
        pytest.param(
            "It/PRP/nsubj>1 closed/VBD/root>-1 in/IN/case>3 May/NNP/obl>1 1848/CD/obl>1",
            "1848/CD/nmod:unmarked>3",
            id="a year belongs to its month",
        ),
        pytest.param(
            "It/PRP/nsubj>1 cools/VBZ/root>-1 until/IN/case>3 close/RB/obl>1 to/IN/case>6"
            " 80/CD/nummod>6 degrees/NNS/obl>1",
            "until/IN/case>6 close/RB/advmod>5 to/IN/fixed>3",
            id="what is close to a number says how near it is",
        ),
        pytest.param(
            "It/PRP/nsubj>1 earned/VBD/root>-1 as/RB/advmod>3 much/JJ/obj>1 as/IN/fixed>2"
            " 40/CD/compound>6 million/CD/obj>1",
            "as/RB/fixed>3 much/JJ/advmod>5 as/IN/fixed>3",
            id="as much as a number is that number",
        ),
        pytest.param(
            "Steam/NN/nsubj>7 ,/,/punct>2 itself/PRP/nmod:unmarked>0 at/IN/case>5"
            " 200/CD/nummod>5 degrees/NNS/obl>7 ,/,/punct>2 boils/VBZ/root>-1 milk/NN/obj>7",
            "degrees/NNS/nmod>2",
            id="what is said of the thing itself is not said of what it does",
        ),
        pytest.param(
            "It/PRP/nsubj>1 binds/VBZ/root>-1 fat/NN/obj>1 which/WDT/nsubj>5 is/VBZ/cop>5"
            " why/WRB/parataxis>1 soup/NN/nsubj>7 keeps/VBZ/acl:relcl>2",
            "keeps/VBZ/acl:relcl>5",
            id="which is why tells of no noun before it",
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
        pytest.param(
            "lipases/NNS/nsubj>1 work/VBP/root>-1 ,/,/punct>4 which/WDT/nsubj>4"
            " split/VBD/acl:relcl>0 fat/NN/obj>4",
            "split/VBP/acl:relcl>0",
            id="a past that looks like the present is none among presents",
        ),
        pytest.param(
            "they/PRP/nsubj>1 split/VBD/root>-1 and/CC/cc>3 sold/VBD/conj>1 what/WP/obj>3"
            " sells/VBZ/acl:relcl>4",
            "",
            id="and is one among pasts",
        ),
        pytest.param(
            "calves/NNS/nsubj>1 make/VBP/root>-1 lipases/NNS/obj>1 ,/,/punct>5 which/WDT/nsubj>5"
            " split/VBP/acl:relcl>2 fat/NN/obj>5 ,/,/punct>9 and/CC/cc>9 rennet/NN/conj>6"
            " ,/,/punct>12 which/WDT/nsubj>12 curdles/VBZ/acl:relcl>2 milk/NN/obj>12",
            "rennet/NN/conj>2 curdles/VBZ/acl:relcl>9",
            id="what stands behind a clause in commas is joined to the noun before it",
        ),
        pytest.param(
            "mills/NNS/nsubj>1 sell/VBP/root>-1 flour/NN/obj>1 ,/,/punct>5 which/WDT/nsubj>5"
            " has/VBZ/acl:relcl>2 bran/NN/obj>5 and/CC/cc>8 germ/NN/conj>6",
            "",
            id="but no noun that no comma parts from the clause",
        ),
        pytest.param(
            "rain/NN/nsubj>1 floods/VBZ/root>-1 fields/NNS/obj>1 ,/,/punct>5 wheels/NNS/nsubj>5"
            " turn/VBP/conj>2",
            "turn/VBP/conj>1",
            id="a clause is joined to a clause",
        ),
        pytest.param(
            "their/PRP$/nmod:poss>1 oxygen/NN/nsubj>2 needs/VBZ/aux>3 dropped/VBN/root>-1",
            "their/PRP$/nmod:poss>2 oxygen/NN/compound>2 needs/NNS/nsubj>3 dropped/VBD/root>-1",
            id="no verb but a few helps another one",
        ),
        pytest.param(
            "so/RB/advmod>3 oil/NN/nsubj>2 overload/VBP/advcl>3 happens/VBZ/root>-1",
            "oil/NN/compound>2 overload/NN/nsubj>3",
            id="of two finite verbs side by side the first is a noun",
        ),
        pytest.param(
            "notes/VBZ/root>-1 that/WDT/nsubj>6 pebbles/VBZ/csubj>6 in/IN/case>4 clay/NN/obl>2"
            " were/VBD/cop>6 round/JJ/ccomp>0",
            "that/IN/mark>6 pebbles/NNS/nsubj>6 clay/NN/nmod>2",
            id="no finite verb is a subject without how or that",
        ),
        pytest.param(
            "How/WRB/advmod>2 it/PRP/nsubj>2 burns/VBZ/csubj>4 is/VBZ/aux:pass>4 known/VBN/root>-1",
            "",
            id="and one is with it",
        ),
        pytest.param(
            "tin/NN/nsubj:pass>2 was/VBD/aux:pass>2 sold/VBN/root>-1 for/IN/case>4 salt/NN/obl>2"
            " in/IN/case>6 1905/CD/obl>2 and/CC/cc>8 amber/NN/conj>4"
            " in/IN/case>10 1906/CD/obl>2",
            "amber/NN/orphan>2 1906/CD/obl>8",
            id="a second year belongs to the second thing",
        ),
        pytest.param(
            "It/PRP/nsubj>1 serves/VBZ/root>-1 to/TO/mark>3 vote/VB/xcomp>1 ,/,/punct>6"
            " to/TO/mark>6 own/VB/advcl>1 ,/,/punct>10 and/CC/cc>10 to/TO/mark>10 trade/VB/conj>3",
            "own/VB/conj>3",
            id="of three purposes none is that of another",
        ),
        pytest.param(
            "Place/VB/root>-1 cut/VBN/xcomp>0 beets/NNS/obj>1 into/IN/case>5 a/DT/det>5"
            " pan/NN/obl>1 now/RB/advmod>0",
            "cut/JJ/amod>2 beets/NNS/obj>0 pan/NN/obl>0",
            id="what is put somewhere is not cut there",
        ),
        pytest.param(
            "Keep/VB/root>-1 it/PRP/obj>0 covered/VBN/xcomp>0 with/IN/case>4 salt/NN/obl>2",
            "",
            id="but it may be kept covered",
        ),
        pytest.param(
            "saves/VBZ/root>-1 it/PRP/obj>0 by/IN/mark>3 lending/VBG/advcl>0 seed/NN/obj>3"
            " which/WDT/nsubj>6 pays/VBZ/acl:relcl>4 and/CC/cc>9 by/IN/mark>9 buying/VBG/conj>6",
            "buying/VBG/conj>3",
            id="two means go together over the clause between them",
        ),
        pytest.param(
            "dried/VBN/root>-1 at/IN/case>2 home/NN/obl>0 or/CC/cc>5 by/IN/mark>5"
            " hanging/VBG/conj>0 it/PRP/obj>5",
            "hanging/VBG/advcl>0",
            id="no means is a second deed",
        ),
        pytest.param(
            "A/DT/det>1 treaty/NN/nsubj>8 in/IN/case>3 May/NNP/obl>8 ,/,/punct>7 the/DT/det>7"
            " Vard/NNP/compound>7 treaty/NN/appos>1 broke/VBD/root>-1",
            "May/NNP/nmod>1",
            id="a month before an apposition is inside the subject",
        ),
        pytest.param(
            "A/DT/det>1 treaty/NN/nsubj>4 in/IN/case>3 May/NNP/obl>4 broke/VBD/root>-1",
            "",
            id="and one before the verb may be outside",
        ),
        pytest.param(
            "grows/VBZ/root>-1 both/CC/cc:preconj>4 slowly/RB/advmod>0 in/IN/case>4 sand/NN/obl>0"
            " and/CC/cc>6 fast/RB/conj>4 in/IN/case>8 clay/NN/obl>0",
            "slowly/RB/advmod>4 and/CC/cc>8 fast/RB/advmod>8 clay/NN/conj>4",
            id="both here and there are one phrase each with its adverb",
        ),
        pytest.param(
            "The/DT/det>1 mill/NN/nsubj>3 ,/,/punct>3 founded/VBD/root>-1 in/IN/case>5"
            " 1913/CD/obl>3 ,/,/punct>7 ground/VBD/conj>3 oats/NNS/obj>7",
            "mill/NN/nsubj>7 ,/,/punct>7 founded/VBN/acl>1 ground/VBD/root>-1",
            id="what is founded in a year and nothing is a mill",
        ),
        pytest.param(
            "The/DT/det>1 mill/NN/nsubj>3 ,/,/punct>3 opened/VBD/root>-1 in/IN/case>5"
            " 1913/CD/obl>3 ,/,/punct>7 ground/VBD/conj>3 oats/NNS/obj>7",
            "mill/NN/nsubj>7 ,/,/punct>7 opened/VBN/acl>1 ground/VBD/root>-1",
            id="nor what was opened in a year, and goes on to do something",
        ),
        pytest.param(
            "How/WRB/advmod>1 fast/RB/advmod>5 glass/NN/compound>3 cools/NNS/nsubj:pass>5"
            " is/VBZ/aux:pass>5 told/VBN/root>-1 by/IN/case>7 age/NN/obl:agent>5",
            "fast/RB/advmod>3 glass/NN/nsubj>3 cools/VBZ/csubj>5",
            id="behind how a plural that rules a singular verb is a verb",
        ),
        pytest.param(
            "How/WRB/advmod>1 hot/JJ/amod>3 glass/NN/compound>3 breaks/NNS/nsubj:pass>5"
            " are/VBP/aux:pass>5 made/VBN/root>-1 by/IN/case>7 hand/NN/obl:agent>5",
            "",
            id="and is none where the verb is plural",
        ),
        pytest.param(
            "How/WRB/advmod>1 come/VB/root>-1 glass/NN/compound>3 cools/NNS/nsubj>1",
            "",
            id="and is none where nothing stands behind it",
        ),
        pytest.param(
            "Rocks/NNS/nsubj>1 formed/VBD/root>-1 when/WRB/advmod>4 springs/NNS/nsubj>4"
            " dry/VBP/advcl>1",
            "Rocks/NNS/root>-1 formed/VBN/acl>0",
            id="nothing happened when another thing happens",
        ),
        pytest.param(
            "Rocks/NNS/nsubj>1 formed/VBD/root>-1 when/WRB/advmod>4 springs/NNS/nsubj>4"
            " dried/VBD/advcl>1",
            "",
            id="but when another thing happened",
        ),
        pytest.param(
            "notes/VBZ/root>-1 that/IN/mark>4 pebbles/VBZ/ccomp>0 were/VBD/cop>4 round/JJ/ccomp>0",
            "that/IN/mark>4 pebbles/NNS/nsubj>4",
            id="of two clauses behind one that the first is a subject",
        ),
    ],
)
def test_a_slip_is_put_right(told, right):
    assert changed(told) == right


@pytest.mark.parametrize(
    ("told", "torn"),
    [
        ("nine/CD/nummod>1 lamps/NNS/nsubj>2 mean/VBP/root>-1 brass/NN/nmod>1", True),
        ("lamps/NNS/nsubj>2 soon/RB/advmod>2 mean/VBP/root>-1 brass/NN/obj>2", False),
        ("lamps/NNS/nsubj>2 ,/,/punct>2 mean/VBP/root>-1 ,/,/punct>2 brass/NN/nmod>0", False),
        ("lamps/NNS/nsubj>1 mean/VBP/root>-1 which/WDT/nsubj>3 hum/VBP/acl:relcl>0", False),
        (
            "oak/NN/nsubj>4 (/HYPH/punct>2 tree/NN/appos>0 )/HYPH/punct>2 means/VBZ/root>-1"
            " weight/NN/conj>0",
            True,
        ),
    ],
)
def test_a_phrase_around_its_verb_is_torn(told, torn):
    """What a comma cuts off, and a clause that is held back, tear nothing apart."""
    tree = Tree(sentence(told), Lexicon.of([]))

    assert is_torn(tree, tree.below(0 if tree.dep(0) == "nsubj" else 1)) == torn


@pytest.mark.parametrize(
    ("told", "torn"),
    [
        ("wish/NN/nsubj>2 Tolmin/NNP/nsubj>2 failed/VBD/root>-1", True),
        (
            "Tolmin/NNP/nsubj>5 ,/,/punct>3 a/DT/det>3 miller/NN/nsubj>5 ,/,/punct>3"
            " failed/VBD/root>-1",
            False,
        ),
        ("Tolmin/NNP/nsubj>3 and/CC/cc>2 Vard/NNP/nsubj>3 failed/VBD/root>-1", False),
        ("rule/NN/nsubj:outer>2 mills/NNS/nsubj>2 fail/VBP/root>-1", False),
    ],
)
def test_a_clause_of_two_subjects_is_torn(told, torn):
    """*The wish not to sell [Tolmin] failed*; no two are who stands in commas, or is joined."""
    tree = Tree(sentence(told), Lexicon.of([]))

    assert has_two_subjects(find_clauses(tree)[0]) == torn


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("Tolmodictyum/NN/compound>1 violaceum/NN/nsubj>2 hums/VBZ/root>-1", "Tolmodictyum"),
        ("Tolmodictyum/NN/nsubj>1 hums/VBZ/root>-1", "tolmodictyum"),
    ],
)
def test_two_words_that_no_dictionary_has_name_a_kind(told, said):
    """A genus keeps its capital, though the parser took it for a noun; a word alone may be one."""
    tree = Tree(sentence(told), Lexicon.of([]))

    assert tree.say([0]) == said
