"""Noun phrases: which words belong to one, is it plural, does it stand by itself."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from itertools import pairwise

from cards.english.rarity import rarest
from cards.english.tree import Tree
from cards.english.verbs import starts_with_vowel

LOOSE_IN_NOUNS = {"acl", "appos", "parataxis", "dep", "discourse", "list", "advcl"}
OF_WHAT = frozenset({"", "of", "for", "to", "on", "upon", "behind", "between", "against"})
"""Prepositions before what an effect is the effect of; none before its clause or owner."""
# Nouns that name no thing but a place in a text or a thought: with "the" or "this" they point
# back to what was said.
SHELLS = frozenset(
    """process method approach technique system model problem issue result effect change
    concept idea notion principle practice strategy phenomenon mechanism situation case
    scenario condition stage phase step point way manner form type kind example instance
    fact claim theory view perspective term word name number amount level rate value
    factor element aspect feature property characteristic part component group category
    role function purpose goal aim reason cause benefit advantage disadvantage challenge
    difficulty limitation solution alternative option choice decision question answer
    topic subject matter area field study research finding experiment analysis data
    evidence discovery insight event development trend pattern structure design tool
    device product technology material substance action behavior behaviour activity state
    period time moment day year place location side end start beginning rest majority
    difference similarity relationship connection link distinction contrast combination
    interaction team company firm organization project program plan policy rule law
    decision version variant figure table list section chapter story scene book movie film
    episode show man woman person people speaker author host guest user player character""".split()
)
POINTING = frozenset({"this", "that", "these", "those", "such"})
PERSONAL = frozenset(
    """i me my mine myself we us our ours ourselves he him his himself she her hers herself
    it its itself they them their theirs themselves""".split()
)
SHADES = frozenset(
    {"also", "particularly", "especially", "primarily", "mainly", "notably", "even", "specifically"}
)
"""Adverbs before a noun phrase that belong to the sentence."""
LEFT_OPEN = frozenset(
    """former latter aforementioned above following previous earlier later other others
    another same similar both either neither one ones here there respective said relevant
    corresponding resulting""".split()
)


def noun_words(tree: Tree, head: int, *, bare: bool = True) -> list[int]:
    """The words of a noun phrase, trimmed of what a comma or bracket cuts off.

    Args:
        bare: Leave out its preposition.
    """
    drop: set[int] = set()
    for index in tree.below(head):
        for kid in tree.kids(index):
            if _cut_off(tree, kid):
                drop.add(kid)
    drop.update(_brackets(tree, tree.below(head)))
    drop.update(kid for kid in tree.kids(head, "conj") if _is_clause(tree, kid))
    for kid in tree.kids(head):
        dep = tree.dep(kid)
        if bare and dep == "case" and not _is_of_a_firm(tree, kid):
            drop.add(kid)
        if dep in {"cc", "mark"} and kid < head and kid == _first_word(tree, head):
            drop.add(kid)
        if dep in {"nsubj", "csubj", "cop", "aux"}:
            drop.add(kid)
        cut = dep == "nmod" and tree.comma_before(kid) and kid > head
        told = tree.dep(head) in ENDING and _leaves_bare(tree, kid)
        if cut and not (told or _is_year(tree, kid)):
            drop.add(kid)
        shade = dep == "advmod" and tree.lemma(kid) in SHADES
        if shade and (kid < head or tree.comma_before(kid)):
            drop.add(kid)
    drop.update(_comma_left(tree, head, drop))
    return [w for w in tree.below(head, without=drop) if w not in drop]


def is_torn(tree: Tree, words: Collection[int]) -> bool:
    """Do words of the clause around stand inside a phrase: *nine lamps [mean 3] of brass*?"""
    words = sorted(w for w in words if tree.words[w].upos != "PUNCT")
    branch = {below for word in words for below in tree.below(word)}
    return any(
        not {*range(word + 1, behind)} <= branch
        and not _is_loose_there(tree, word, behind, branch)
        and any(tree.words[w].upos not in {"ADV", "ADP"} for w in range(word + 1, behind))
        for word, behind in pairwise(words)
    )


BRACKETS = frozenset("()[]")


def _is_loose_there(tree: Tree, word: int, behind: int, branch: Collection[int]) -> bool:
    """Is what stands between two words of a phrase cut off, or the phrase's clause held back?

    *nine lamps, in fact, of brass*; *a lamp in Norvia that hummed*. In *oak (Quercus) size and
    number* the brackets belong to the oak and cut off nothing.
    """
    edges = [w for w in (word + 1, behind - 1) if tree.words[w].upos == "PUNCT"]
    cut = any(tree.words[w].text not in BRACKETS or w not in branch for w in edges)
    return cut or tree.words[behind].xpos == "WDT"


def beside_counted(tree: Tree, head: int, words: Collection[int]) -> list[int]:
    """The words that stand beside what is counted: *at the gate* of *nine lamps at the gate*.

    A question has them behind its verb: *How many lamps did they light at the gate?*
    """
    near = {"", "of"} | ({"per"} if tree.of(head) is None else set())
    beside = [k for k in tree.kids(head, "nmod") if k > head and tree.marker(k) not in near]
    return [w for w in words if any(w in tree.below(k) for k in beside)]


def _comma_left(tree: Tree, head: int, drop: Collection[int]) -> list[int]:
    """The comma of *lipases, which split fat, and rennet*, where *lipases and rennet* are said."""
    joined = tree.kids(head, "conj")
    between = any(tree.dep(k) == "acl" and head < k < joined[0] for k in drop) if joined else False
    return tree.kids(joined[0], "punct") if between and len(joined) == 1 else []


def _is_clause(tree: Tree, kid: int) -> bool:
    """*due to lime and can be removed*: what is joined to a noun and says something itself."""
    own = tree.kid(kid, "nsubj", "aux", "cop") is not None
    return own and tree.dep(tree.words[kid].head) not in {"acl", "advcl", "conj"}


YEAR = re.compile(r"(?:1\d|20)\d\d")


def _is_year(tree: Tree, kid: int) -> bool:
    """*October 8, 1946*: the year of a date."""
    day = tree.words[kid].head
    dated = tree.words[day].text[:1].isdigit() and tree.words[kid - 1].text == ","
    return dated and YEAR.fullmatch(tree.words[kid].text) is not None


def _is_of_a_firm(tree: Tree, kid: int) -> bool:
    """*Tolmin's had losses*: the sign that ends a name, behind which nothing is owned."""
    head = tree.words[kid].head
    owner = tree.words[kid].text in {"'s", "’s"} and tree.words[head].upos == "PROPN"
    return owner and tree.dep(head) in {"nsubj", "obj", "obl"} and kid > head


def _first_word(tree: Tree, head: int) -> int:
    return next(w for w in tree.below(head) if tree.words[w].upos != "PUNCT")


OPTIONAL = frozenset({"obl", "advcl", "acl", "nmod", "conj", "appos", "advmod", "parataxis"})
"""Relations of what can be left off the end of a phrase that stays true."""
BINDING = frozenset({"of", "if", "unless", "when", "only", "without", "than", "not", "or"})
"""What begins a phrase that is no addition."""
LONG_PHRASE = 18
"""Words of an answer from which its last additions go."""


def trimmed(tree: Tree, head: int, words: list[int], longest: int = LONG_PHRASE) -> list[int]:
    """A long phrase without its last additions: *by raising X, and …* is *by raising X*.

    Returns:
        The words as they are where nothing can be left off.
    """
    while _length(tree, words) > longest:
        last = [w for w in words if tree.words[w].upos != "PUNCT"][-1]
        branches = _last_branches(tree, head, last, words)
        if not branches:
            return words
        short = [b for b in branches if _length(tree, set(words) - b) <= longest]
        branch = short[0] if short else branches[-1]
        words = [w for w in words if w not in branch]
        while words and tree.words[words[-1]].upos in {"PUNCT", "CCONJ"}:
            if tree.words[words[-1]].text == ")":
                break
            words = words[:-1]
    return words


def _length(tree: Tree, words: Collection[int]) -> int:
    return sum(tree.words[w].upos != "PUNCT" for w in words)


def _last_branches(tree: Tree, head: int, last: int, words: Collection[int]) -> list[set[int]]:
    """The branches that end a phrase, leave most of it and are only additions, smallest first."""
    found: list[set[int]] = []
    index = last
    while index >= 0 and index != head:
        branch = set(tree.below(index))
        opening = {tree.lemma(w) for w in (min(branch), index)} | {tree.marker(index)}
        dep = tree.dep(index)
        joined_or = any(tree.lemma(c) in {"or", "nor", "but"} for c in tree.kids(index, "cc"))
        listed = dep == "conj" and tree.words[index].upos not in {"VERB", "AUX"}
        keeps = sum(w not in branch for w in words) >= 4 and not _leaves_bare(tree, index)
        optional = dep in OPTIONAL or (dep == "amod" and _is_loose(tree, index))
        if optional and not opening & BINDING and not (joined_or or listed) and keeps:
            found.append(branch)
        index = tree.words[index].head
    return found


def _is_loose(tree: Tree, index: int) -> bool:
    """*alone, free from pain*: an adjective behind a comma and what it is with."""
    return index > tree.words[index].head and tree.comma_before(index)


def _leaves_bare(tree: Tree, kid: int) -> bool:
    """*in environments that …*: without its clause the noun says nothing."""
    head = tree.words[kid].head
    if tree.marker(kid) in EXAMPLES and any(
        tree.lemma(k) in VAGUE for k in tree.kids(head, "amod")
    ):
        return True  # "key areas of the brain, such as …"
    if tree.words[head].upos == "ADJ" and tree.dep(kid) == "obl":
        return True  # "similar to …"
    if tree.marker(kid) == "as" and tree.kid(head, "aux:pass") is not None:
        return True  # "can be written as a sum"
    others = set(tree.kids(head, "obj", "xcomp", "ccomp", "obl")) - {kid}
    if tree.words[head].upos == "VERB" and tree.dep(kid) in {"advmod", "obl"} and not others:
        return True  # "words that occur more often", "trust is commonly driven by candour"
    if tree.marker(kid) == "from" and tree.lemma(head) in KEEPING:
        return True  # "prevents water from freezing"
    passive = tree.kid(head, "aux:pass") is not None
    if passive and tree.dep(kid) == "advcl" and tree.marker(kid) == "to":
        return True  # "a drug that can be used to …"
    if tree.dep(kid) not in {"acl", "nmod"} or tree.comma_before(kid):
        return False
    if tree.words[kid].upos == "VERB" and tree.marker(kid) == "to":
        return True  # "the inability of cells to …", "allows blood to be pumped …"
    vague = "the" in tree.determiners(head) or tree.lemma(head) in KINDS | GROUPS
    if tree.dep(kid) == "acl" and vague:
        return True  # "the set of all points where …", "a type of cell that …"
    told = [k for k in tree.kids(head, "amod", "compound", "nmod", "acl", "nummod") if k != kid]
    return not told and tree.words[head].upos == "NOUN"


EXAMPLES = frozenset({"such as", "including", "like"})
VAGUE = frozenset(
    """key various several certain specific particular different many multiple other main major
    numerous diverse important critical""".split()
)
"""Adjectives of things that only their examples tell."""
KINDS = frozenset("type kind form sort class".split())
GROUPS = frozenset("set group member".split())
"""Nouns that say little without what stands behind them."""
KEEPING = frozenset("prevent keep stop protect save free discourage prohibit hinder".split())
"""Verbs that keep something *from* something."""


SHORT_NAME = 4
"""Words."""
SHORT_BRACKET = 2
"""Words; *adrenaline (epinephrine)* keeps its synonym, longer asides go."""


def without_brackets(tree: Tree, indices: Collection[int]) -> list[int]:
    """The words without asides: *cutting the dose (by half)*."""
    aside = _brackets(tree, indices)
    return [index for index in indices if index not in aside]


def _brackets(tree: Tree, indices: Collection[int]) -> set[int]:
    """The words of bracketed asides, brackets and all, but for a short one such as *(BDNF)*."""
    found: set[int] = set()
    opened: list[int] = []
    for index in sorted(indices):
        text = tree.words[index].text
        if text == "(":
            opened.append(index)
        elif text == ")" and opened:
            first = opened.pop()
            if first and tree.words[first - 1].end == tree.words[first].start:
                continue  # "f(x)"
            if index - first - 1 > SHORT_BRACKET or first == min(indices):
                found.update(range(first, index + 1))
    return found


def _cut_off(tree: Tree, kid: int) -> bool:
    dep = tree.dep(kid)
    if dep == "punct" and tree.words[kid].text in {"(", ")", "[", "]"}:
        return False
    if dep not in LOOSE_IN_NOUNS or not tree.comma_before(kid):
        return False
    if dep == "acl" and _goes_on(tree, kid):
        return False
    if dep == "acl" and tree.lemma(kid) in COUPLED and tree.dep(tree.words[kid].head) in ENDING:
        return False  # "consists of a screw, coupled with a plate"
    if dep == "appos":
        words = tree.below(kid)
        if _is_quoted(tree, words[0]) and not _is_quoted(tree, tree.words[kid].head):
            return False  # *the term "operation"*
        if _names_owned(tree, kid):
            return False
        inside = any(tree.words[w].text == "(" for w in words)
        return not (inside and len(words) <= 5)
    return True


def _names_owned(tree: Tree, kid: int) -> bool:
    """*met their rival, Ida Holm*: what is somebody's and has a name goes by it."""
    head = tree.words[kid].head
    owned = any(tree.words[k].xpos == "PRP$" for k in tree.kids(head, "nmod:poss"))
    words = [w for w in noun_words(tree, kid) if tree.words[w].upos != "PUNCT"]
    short = 0 < len(words) <= SHORT_NAME and tree.words[words[0] - 1].text in {",", "-"}
    return owned and short and tree.words[kid].upos == "PROPN" and tree.dep(head) in ENDING


def _goes_on(tree: Tree, kid: int) -> bool:
    """*tools, such as files, that cut wood*: the comma closes examples and cuts nothing off."""
    first = min(tree.below(kid))
    last = first - 1 if tree.words[first].upos == "PUNCT" else first - 2
    return any(
        tree.marker(k) in EXAMPLES and tree.comma_before(k) and last == max(tree.below(k))
        for k in range(tree.words[kid].head + 1, first)
        if tree.dep(k) == "nmod"
    )


COUPLED = frozenset("couple combine pair".split())
ENDING = frozenset({"obj", "obl"})
"""Relations of a noun that may end its clause: what a comma cuts off needs none behind it."""


def _is_quoted(tree: Tree, index: int) -> bool:
    """Does a quotation begin at the word, or right before it?"""
    here = [tree.words[k].text for k in (index - 1, index) if k >= 0]
    return any(text in {'"', "“", "``", "'", "‘"} for text in here)


DENYING = frozenset(
    """no not n't never neither nor none hardly scarcely barely wrongly falsely mistakenly
    supposedly allegedly""".split()
)
"""Words that turn a claim round or take it back."""


def is_plural(tree: Tree, head: int) -> bool:
    """Does the phrase take a plural verb?"""
    word = tree.words[head]
    if word.upos == "VERB":
        return False
    joined = [
        kid
        for kid in tree.kids(head, "conj")
        if any(tree.lemma(c) in {"and", "&", "as"} for c in tree.kids(kid, "cc"))
    ]
    if joined:
        return True
    if word.xpos in {"NNS", "NNPS"} or word.feat("Number") == "Plur":
        return True
    return tree.lemma(head) in {"these", "those", "they", "both", "many", "few", "some", "people"}


def dangling(
    tree: Tree, indices: Collection[int], instead: Mapping[int, str], known: Collection[str] = ()
) -> str:
    """The first word that has no meaning outside the sentence's place; empty if there is none.

    Args:
        instead: Words already replaced by what they stand for.
        known: Lemmas of nouns the question names elsewhere; "its" may point to them. Of "clause"
            it may to the noun of its own: *a loom that mends its threads*.
    """
    chosen = set(indices)
    for index in sorted(chosen):
        if index in instead:
            continue
        word = tree.words[index]
        lemma = word.lemma.lower()
        if word.upos in {"PRON", "DET"} and lemma in POINTING | {"this", "these"}:
            if _is_harmless(tree, index):
                continue
            return word.text
        if word.upos == "PRON" and (lemma in PERSONAL or word.text.lower() in PERSONAL):
            owned = _in_clause_of(tree, index, chosen) if "clause" in known else known
            if owned and word.text.lower() in {"its", "their", "itself", "themselves"}:
                continue
            if word.dep == "expl" or _expletive(tree, index) or _is_everybodys(tree, index):
                continue
            return word.text
        left_open = lemma in LEFT_OPEN and word.upos in {"ADJ", "PRON", "DET", "NOUN", "NUM", "ADV"}
        if _is_of_another(tree, index) or (left_open and not _compared(tree, index, chosen)):
            return word.text
    return ""


def _is_of_another(tree: Tree, index: int) -> bool:
    """*similar to the original*: to what it is told apart from, which stands outside."""
    word = tree.words[index]
    alone = word.upos in {"NOUN", "ADJ"} and word.dep not in {"amod", "compound"}
    told = tree.kid(index, "nmod", "acl", "amod", "compound") is not None
    return (
        word.text.lower() == "original" and alone and not told and "the" in tree.determiners(index)
    )


def _is_harmless(tree: Tree, index: int) -> bool:
    """*that* as a conjunction or relative pronoun; *those who*; *such as*."""
    word = tree.words[index]
    if word.dep in {"mark", "fixed"} or word.feat("PronType") == "Rel":
        return True
    if word.lemma.lower() == "that" and word.xpos in {"WDT", "IN"}:
        return True
    if tree.kid(index, "acl", "nmod") is not None:
        return True
    after = tree.words[index + 1].lemma.lower() if index + 1 < len(tree.words) else ""
    return word.lemma.lower() == "such" and after in {"as", "that"}


def _is_everybodys(tree: Tree, index: int) -> bool:
    """*our gut*: everyone has one."""
    owned = tree.words[index].text.lower() == "our" and tree.words[index].dep == "nmod:poss"
    return owned and tree.lemma(tree.words[index].head) in ONE_IN_THE_WORLD | OURS


OURS = frozenset("body planet galaxy environment ancestor cell gene dna species".split())


def _expletive(tree: Tree, index: int) -> bool:
    """*it is difficult to …*"""
    head = tree.words[index].head
    return head >= 0 and tree.kid(head, "csubj") is not None


def _compared(tree: Tree, index: int, chosen: Collection[int]) -> bool:
    """*other than X*, *both X and Y*, *the same as*, *one of the*, *each other*, *one hour*."""
    word = tree.words[index]
    lemma = word.lemma.lower()
    if lemma in {"one", "same"} and _is_measured_by(tree, index):
        return True
    free = {"other", "another"} | ({"same", "both"} if word.dep in {"det", "amod"} else set())
    if lemma in free and _in_clause_of(tree, index, chosen):
        return True
    if lemma == "one":
        return _is_one_known(tree, index, chosen)
    if word.text.lower() == "others":  # people: *are trained to help others*
        return word.dep in {"obj", "obl", "nmod", "iobj"}
    if lemma in {"both", "either", "neither"}:
        sides = word.dep == "det" and tree.of(word.head) is not None
        return word.dep == "cc:preconj" or sides or tree.kid(word.head, "conj") is not None
    if lemma == "there":
        return word.dep == "expl"
    if lemma in {"later", "here", "earlier"}:
        return lemma == "later" and word.dep == "advmod" and index - 1 in chosen
    if lemma in {"other", "another"}:
        before = tree.words[index - 1].lemma.lower() if index else ""
        after = tree.words[index + 1].lemma.lower() if index + 1 < len(tree.words) else ""
        return before in {"each", "and", "or", "than", "one", "any", "no"} or after == "than"
    if lemma in {"similar", "same", "relevant", "corresponding"}:
        near = {
            tree.words[i].lemma.lower() for i in range(index + 1, min(index + 4, len(tree.words)))
        }
        return bool(near & {"to", "as"})
    return False


def _is_measured_by(tree: Tree, index: int) -> bool:
    """*longer than a small one of the same make*: as the one that is compared with it."""
    while index >= 0 and tree.dep(index) in {"amod", "nmod", "obl"}:
        if tree.marker(index) == "than":
            return not tree.determiners(index) & {"the", "this", "that"}
        index = tree.words[index].head
    return False


def _is_one_known(tree: Tree, index: int, chosen: Collection[int]) -> bool:
    """*one hour*, *the one of wool*, *clearing old cells and making new ones*."""
    word = tree.words[index]
    if word.dep == "nmod:poss" or word.upos == "NUM" or tree.kid(index, "nmod") is not None:
        return True
    again = word.upos == "NOUN" and tree.kid(index, "amod") is not None
    return again and any(tree.words[w].xpos == "NNS" for w in chosen if w < index)


def _in_clause_of(tree: Tree, index: int, chosen: Collection[int]) -> bool:
    """*cells that share the same parent*: one that a clause about a chosen noun tells of."""
    while index >= 0:
        if tree.dep(index) == "acl" and tree.words[index].head in chosen:
            return True
        index = tree.words[index].head
    return False


NAMING = frozenset("call know name term dub".split())


def name_given(tree: Tree, head: int) -> int | None:
    """The head of the name in *a technique known as countersteering*, if there is one."""
    verb = next((k for k in tree.kids(head, "acl") if tree.lemma(k) in NAMING), None)
    if verb is None or tree.words[verb].xpos != "VBN" or tree.kid(head, "conj") is not None:
        return None
    as_name = [k for k in tree.kids(verb, "obl", "advcl") if tree.marker(k) == "as"]
    given = tree.kids(verb, "xcomp", "obj") if tree.lemma(verb) != "know" else as_name
    return given[0] if len(given) == 1 and given[0] > verb else None


def points_back(tree: Tree, head: int, indices: Collection[int]) -> bool:
    """*the process*, *the method*: a definite noun that names nothing by itself."""
    if tree.lemma(head) not in SHELLS or tree.words[head].upos == "PROPN":
        return False
    articles = tree.determiners(head)
    if articles & {"a", "an", "another", "one"}:
        told = tree.kids(head, "nmod", "acl", "compound", "appos")
        return not any(kid in indices for kid in told)
    if "the" not in articles:
        return False
    told = tree.kids(
        head, "nmod", "acl", "amod", "compound", "nummod", "appos", "flat", "nmod:desc"
    )
    return not any(kid in indices for kid in told)


ONE_IN_THE_WORLD = frozenset(
    """sun moon earth sky world universe internet web past present future public body brain heart
    mind skin blood mouth nose throat tongue stomach gut liver kidney bladder lung spine neck chest
    eye ear joint morning afternoon evening night weekend rest majority""".split()
)
"""Nouns that stand with *the* and name one thing all the same: *the sun*, *the brain*."""


def bare_definite(tree: Tree, head: int, indices: Collection[int]) -> bool:
    """*the dough*, *the announcement*: definite, and nothing in the phrase tells which."""
    if tree.words[head].upos != "NOUN" or tree.lemma(head) in ONE_IN_THE_WORLD:
        return False
    articles = {tree.lemma(k) for k in tree.kids(head, "det") if k in indices}
    each = "each" in articles and tree.dep(head) == "nsubj"
    if "the" not in articles and not each:
        return False
    told = [
        kid
        for kid in tree.kids(head, "nmod", "acl", "amod", "compound", "nmod:poss", "appos")
        if kid in indices
    ]
    if any(not tree.words[w].text[:1].islower() for w in (*told, head) if not tree.starts(w)):
        return False  # "the Gulf states", "the 1970s"
    if any(tree.dep(kid) in {"nmod", "acl", "appos"} for kid in told):
        return False
    if not told and tree.lemma(head) in tree.lexicon.counted:
        return True
    if told and tree.lemma(head) in OF_ANOTHER:
        return True
    rare = rarest(tree.words[w].text for w in (*told, head))
    return rare < (TELLING if told else TELLING_ALONE)


OWNED = frozenset(
    """symptom variant mutation complication relapse flare severity prognosis deficiency mortality
    incidence prevalence remission seedling sapling offspring""".split()
)
"""Nouns of what some thing has: *symptoms*, of which disease?"""
WHOSE = frozenset({"acl", "compound", "nmod:poss", "appos", "flat", "nmod:desc"})
WHOSE_PREPOSITIONS = frozenset({"of", "from", "such as", "like", "including"})


def is_anyones(tree: Tree, head: int) -> bool:
    """*reduces symptoms*, *a mild deficiency*: a noun of another thing, which it does not say."""
    word = tree.words[head]
    if not word.text.islower() or tree.lemma(head) not in OWNED or tree.dep(head) == "compound":
        return False
    telling = any(rarest([tree.words[k].text]) >= TELLING for k in tree.kids(head, "amod"))
    whose = any(
        tree.dep(k) in WHOSE or (tree.dep(k) == "nmod" and tree.marker(k) in WHOSE_PREPOSITIONS)
        for k in tree.kids(head)
    )
    return not telling and not whose


OF_ANOTHER = frozenset(
    """form version variant edition formulation dose dosage cause maker producer manufacturer
    inventor founder owner successor predecessor rival""".split()
)
"""Nouns of what another thing has, makes or is: *the intravenous form*, of what?"""
TELLING = 0.5
"""Rarity from which *the vagus nerve* names a thing by itself, unlike *the new plant*."""
TELLING_ALONE = 0.95
"""And from which a noun alone does: *the cochlea*, unlike *the setup*."""


def anaphoric(tree: Tree, head: int, indices: Collection[int]) -> bool:
    """*the gum* in a note that has *nicotine gums*: one of those, and the answer must say which."""
    return bare_definite(tree, head, indices) and tree.lemma(head) in tree.lexicon.counted


def repaired_article(text: str) -> str:
    """*a* or *an* at the start made right after a word behind it was left out."""
    first, _, rest = text.partition(" ")
    if first.lower() not in {"a", "an"} or not rest:
        return text
    right = "an" if starts_with_vowel(rest) else "a"
    return f"{right.capitalize() if first[0].isupper() else right} {rest}"
