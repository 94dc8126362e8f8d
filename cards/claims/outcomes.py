"""A predicate in, what it brings about out: things with their signs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from cards.claims.doings import STATES
from cards.claims.nodes import (
    TOO_LONG,
    UNSAID,
    Node,
    denial,
    event,
    is_passive,
    left_out,
    named_before,
    plain_key,
    quality,
    thing,
    undone,
    unpointed,
)
from cards.claims.passage import Passage
from cards.english.causes import (
    AT_WORK,
    BY_AGENT,
    CHANGING,
    COLOURING,
    HARMFUL,
    HELPERS,
    IN_CHARGE,
    INTO,
    KEEPING_FROM,
    LETTING,
    NEEDED,
    PRONE,
    REMEDIES,
    SOURCES,
    SWAYING,
    THREATS,
    TO_VERBS,
    WAYS,
    change_of,
    effect_of,
)
from cards.english.phrases import DENYING, SHELLS, dangling, noun_words
from cards.english.rarity import rarity
from cards.english.thesaurus import can_be_touched, is_word, names_somebody, names_state
from cards.english.tree import Tree

Turn = Literal[1, -1]


@dataclass(frozen=True)
class Outcome:
    """A thing, and whether there comes to be more or less of it."""

    node: Node
    sign: Literal["+", "-", ">"]
    verb: str

    @classmethod
    def of(cls, found: tuple[Node, int], verb: str) -> Outcome:
        """Of a thing as ``thing`` finds it: that there comes to be more of it, or less."""
        return cls(found[0], "+" if found[1] > 0 else "-", verb)


def brings(passage: Passage, verb: int, depth: int = 0) -> tuple[Outcome, ...]:
    """What the subject of a predicate, or the whole of it, brings about."""
    tree = passage.tree
    if depth > 4 or denied(tree, verb):
        return ()
    for nested in NESTED:
        if found := tuple(nested(passage, verb, depth)):
            return found
    for plain in PLAIN:
        if found := tuple(plain(passage, verb)):
            return found
    return ()


def is_step(outcome: Outcome) -> bool:
    """A next station, not an effect."""
    return outcome.sign == ">" and outcome.verb in INTO | WAYS | {"follow", "use"}


def denied(tree: Tree, verb: int) -> bool:
    return any(
        (tree.lemma(k) in DENYING | {"seldom", "rarely"} and not _is_only(tree, k))
        or _is_no_longer(tree, k)
        for k in tree.kids(verb, "advmod", "neg", "cc:preconj")
    ) or _is_denied_beside(tree, verb)


def _is_denied_beside(tree: Tree, verb: int) -> bool:
    """*does not warm the room, nor dry it*, *does not warm or dry the room*"""
    joints = {tree.words[k].text.lower() for k in tree.kids(verb, "cc")}
    shared = "or" in joints and tree.dep(verb) == "conj"
    if not shared or tree.kid(verb, "nsubj", "aux") is not None:
        return "nor" in joints
    above = tree.kids(tree.words[verb].head, "advmod", "neg")
    return any(tree.lemma(k) in {"not", "n't", "never"} for k in above)


def _is_no_longer(tree: Tree, word: int) -> bool:
    """*is no longer the only source*"""
    return tree.words[word].text == "longer" and "no" in {tree.lemma(k) for k in tree.kids(word)}


def _is_only(tree: Tree, denial: int) -> bool:
    """*not only feeds the roots but …*: no denial."""
    after = tree.words[denial + 1].text.lower() if denial + 1 < len(tree.words) else ""
    return after in {"only", "just", "merely", "simply", "solely"}


def with_conjuncts(tree: Tree, verb: int) -> list[int]:
    """A verb and those beside it; *to learn, hence raising hopes* is one verb."""
    beside = [k for k in tree.kids(verb, "conj") if tree.words[k].upos == "VERB"]
    return [verb, *(k for k in beside if not is_hence(tree, k))]


def is_hence(tree: Tree, verb: int) -> bool:
    """*…, hence raising hopes*"""
    told = {tree.lemma(k) for k in tree.kids(verb, "advmod")}
    hence = {"hence", "thus", "thereby", "therefore"}
    return tree.words[verb].xpos == "VBG" and bool(told & hence)


def _outcome(passage: Passage, head: int, sign: str, verb: str) -> Iterator[Outcome]:
    """A noun or a clause as what is brought about."""
    tree = passage.tree
    if sign not in {"+", "-", ">"}:
        return
    if tree.words[head].upos in {"VERB", "AUX"}:
        several = with_conjuncts(tree, head)
        inner = [o for each in several for o in brings(passage, each, 2)]
        if inner:
            for each in inner:
                yield Outcome(
                    each.node, _times(sign, each.sign), each.verb if verb in LETTING else verb
                )
            return
        node = event(passage, head, tree.kid(head, "nsubj"))
        if node is not None:
            yield Outcome(node, sign, verb)  # type: ignore[arg-type]
        return
    found = thing(passage, head, bare=verb not in INTO | WAYS) or pointed(passage, head)
    if found is not None:
        node, turn = found
        yield Outcome(node, sign if turn > 0 else _times(sign, "-"), verb)  # type: ignore[arg-type]
        for other in left_out(tree, head, node.text):
            yield from _outcome(passage, other, sign, verb)


def pointed(passage: Passage, head: int) -> tuple[Node, int] | None:
    """What *this shortfall* most likely is, as what is brought about."""
    tree = passage.tree
    known = {"this", "these"} & tree.determiners(head) and head not in passage.instead
    empty = tree.lemma(head) in SHELLS | UNSAID
    inner = tree.of(head) if known and empty else None
    if inner is not None and (found := thing(passage, inner)):
        return replace(found[0], guessed=True), 1  # "this state of alertness"
    if not known or empty:
        return None
    node = named_before(passage, head) or unpointed(passage, head)
    vague = node is None or (" " not in node.text and rarity(tree.lemma(head)) < TELLING)
    return None if node is None or vague else (replace(node, guessed=True), 1)


def _times(first: str, second: str) -> Literal["+", "-", ">"]:
    if ">" in {first, second}:
        return ">"
    return "+" if first == second else "-"


def through_light(passage: Passage, verb: int, depth: int) -> Iterator[Outcome]:
    """*Helps to raise*, *is known to raise*, *can be used to raise*."""
    tree = passage.tree
    inner = tree.kid(verb, "xcomp")
    if inner is None and tree.lemma(verb) in COLOURING | {"use"}:
        inner = next((k for k in tree.kids(verb, "advcl") if tree.marker(k) == "to"), None)
    if inner is None or tree.lemma(verb) not in COLOURING or tree.words[inner].upos != "VERB":
        return
    if tree.lemma(verb) == "use" and tree.kid(verb, "aux:pass") is None:
        return
    several = with_conjuncts(tree, inner)
    found = {each: brings(passage, each, depth + 1) for each in several}
    for each in several if any(found.values()) else several[:1]:
        yield from found[each]
        helped = not found[each] and tree.lemma(verb) in {"help", "serve", "act", "aim"}
        obj = tree.kid(verb, "obj", "iobj")
        node = event(passage, each, obj) if helped else None
        if node is not None:
            yield Outcome(node, "+", tree.lemma(verb))


def lets(passage: Passage, verb: int, depth: int) -> Iterator[Outcome]:
    """*Allows users to swap lenses*, *causes the walls to relax*."""
    tree = passage.tree
    lemma = tree.lemma(verb)
    inner = next(
        (
            k
            for k in tree.kids(verb, "xcomp", "ccomp", "advcl")
            if k > verb and (tree.words[k].xpos == "VB" or _is_made_to(tree, k))
        ),
        None,
    )
    if lemma not in LETTING or inner is None or tree.words[inner].upos not in {"VERB", "ADJ"}:
        return
    who = tree.kid(verb, "obj", "iobj") or tree.kid(inner, "nsubj")
    if who is not None and tree.words[who].text.lower() in {"you", "me", "one"}:
        return
    if who is None or tree.kid(inner, "cop") is not None:
        if tree.words[inner].upos == "ADJ" and who is not None:
            node = quality(passage, who, inner)
            if node:
                yield Outcome(node, "+", lemma)
        return
    several = with_conjuncts(tree, inner)
    found = [o for each in several for o in brings(passage, each, depth + 1) if not is_step(o)]
    if found:
        yield from (Outcome(each.node, each.sign, lemma) for each in found)
        return
    node = event(passage, inner, who)
    if node is not None:
        yield Outcome(node, "+", lemma)


def _is_made_to(tree: Tree, verb: int) -> bool:
    """*causes the seed to be carried off*"""
    told = tree.dep(verb) in {"xcomp", "ccomp"} and tree.marker(verb) == "to"
    return told and any(tree.words[k].text == "be" for k in tree.kids(verb, "aux:pass"))


def keeps_from(passage: Passage, verb: int) -> Iterator[Outcome]:
    """*Prevents the balls from stacking*."""
    tree = passage.tree
    if tree.lemma(verb) not in KEEPING_FROM | {"avoid"}:
        return
    obj = tree.kid(verb, "obj")
    doing = tree.kid(verb, "xcomp", "ccomp")
    own = tree.lemma(verb) in {"stop", "keep"}  # "the fan stops spinning"
    if obj is None and doing is not None and tree.words[doing].xpos == "VBG" and not own:
        yield from _outcome(passage, doing, "-", tree.lemma(verb))
    if obj is None:
        return
    for kid in (*tree.kids(verb, "advcl", "obl", "xcomp"), *tree.kids(obj, "acl", "nmod")):
        if tree.marker(kid) == "from" and tree.words[kid].upos == "VERB":
            who = obj
            node = event(passage, kid, who)
            if node is not None:
                yield Outcome(node, "-", tree.lemma(verb))


def makes(passage: Passage, verb: int) -> Iterator[Outcome]:
    """*Makes the drug less effective*, *renders it useless*."""
    tree = passage.tree
    if tree.lemma(verb) not in {"make", "render", "keep", "leave", "turn"}:
        return
    obj = tree.kid(verb, "obj", "expl")
    state = next((k for k in tree.kids(verb, "xcomp") if tree.words[k].upos == "ADJ"), None)
    if obj is None or state is None:
        return
    if tree.words[obj].text.lower() == "it":
        yield from _made_easy(passage, state)
        return
    if tree.lemma(state) in {"possible", "impossible", "difficult", "easy", "hard"}:
        low = {tree.words[k].text.lower() for k in tree.kids(state, "advmod")}
        hard = (tree.lemma(state) in {"impossible", "difficult", "hard"}) != ("less" in low)
        yield from _outcome(passage, obj, "-" if hard else "+", "make")
        return
    node = quality(passage, obj, state)
    if node is not None:
        yield Outcome(node, "+", "make")


def _made_easy(passage: Passage, state: int) -> Iterator[Outcome]:
    """*Makes it harder to breathe the air*."""
    tree = passage.tree
    ease = {"possible": "+", "easy": "+", "impossible": "-", "difficult": "-", "hard": "-"}
    sign = ease.get(tree.lemma(state), "")
    less = any(tree.words[k].text.lower() == "less" for k in tree.kids(state, "advmod"))
    for kid in tree.kids(state, "xcomp", "csubj", "advcl") if sign else ():
        if tree.words[kid].xpos == "VB":
            yield from _outcome(passage, kid, _times(sign, "-") if less else sign, "make")
            return


def turns_into(passage: Passage, verb: int) -> Iterator[Outcome]:
    """*Makes gold an attractive investment*: gold being one."""
    tree = passage.tree
    obj = tree.kid(verb, "obj")
    state = next((k for k in tree.kids(verb, "xcomp") if tree.words[k].upos == "NOUN"), None)
    if tree.lemma(verb) not in {"make", "render"} or obj is None or state is None:
        return
    who, what = thing(passage, obj), thing(passage, state)
    if who and what and not tree.marker(state):
        text = f"{who[0].text} being {what[0].text}"
        yield Outcome(replace(who[0], text=text), "+", "make")


def to_it(passage: Passage, verb: int) -> Iterator[Outcome]:
    """*Leads to erosion*, *aids in healing*."""
    tree = passage.tree
    wanted = TO_VERBS.get(tree.lemma(verb))
    if wanted is None or tree.kid(verb, "compound:prt") is not None:
        return
    if any(tree.lemma(k) == "up" for k in tree.kids(verb, "advmod")):
        return
    obj = tree.kid(verb, "obj")
    rises = obj is not None and tree.lemma(verb) == "give" and tree.lemma(obj) in {"rise", "birth"}
    if (obj is not None or tree.lemma(verb) == "give") and not rises:
        return  # "they gave the land to Peru"
    if tree.lemma(verb) == "add" and tree.kid(verb, "aux:pass") is not None:
        return
    for kid in tree.kids(verb, "obl", "advcl", "xcomp"):
        if tree.marker(kid) in wanted and kid > verb:
            sign = "-" if tree.marker(kid) == "against" else "+"
            if (node := _doing_so(passage, verb, kid)) is not None:
                yield Outcome(node, "+", tree.lemma(verb))
                return
            yield from _outcome(passage, kid, sign, tree.lemma(verb))
            return


def _doing_so(passage: Passage, verb: int, noun: int) -> Node | None:
    """*Leads to the cart hitting a wall*: that it does, not the cart."""
    tree = passage.tree
    if tree.words[noun].upos not in {"NOUN", "PROPN", "PRON"}:
        return None
    end = max(noun_words(tree, noun, bare=True), default=noun)
    for kid in (*tree.kids(noun, "acl"), *tree.kids(verb, "advcl"), *_beside(tree, verb)):
        told = tree.words[kid].xpos == "VBG" and not (tree.marker(kid) or tree.comma_before(kid))
        if told and min(tree.below(kid)) == end + 1:
            return event(passage, kid, noun)
    return None


def _beside(tree: Tree, verb: int) -> list[int]:
    head = tree.words[verb].head
    return [k for k in tree.kids(head, "advcl") if k > verb] if head >= 0 else []


def plays_part(passage: Passage, verb: int) -> Iterator[Outcome]:
    """*Plays a role in healing*, *has a harmful effect on sleep*."""
    tree = passage.tree
    obj = tree.kid(verb, "obj")
    if obj is None:
        return
    if tree.lemma(verb) == "play" and tree.lemma(obj) in {"role", "part"}:
        for kid in (*tree.kids(obj, "nmod", "acl"), *tree.kids(verb, "obl", "advcl")):
            if tree.marker(kid) == "in" and kid > obj:
                yield from _outcome(passage, kid, "+", "play")
                return
    effect = {"effect", "impact", "influence"}
    if tree.lemma(verb) in {"have", "exert"} and tree.lemma(obj) in effect:
        kinds = {tree.lemma(k) for k in tree.kids(obj, "amod")}
        if "same" in kinds:
            return
        for kid in (*tree.kids(obj, "nmod"), *tree.kids(verb, "obl")):
            if tree.marker(kid) in {"on", "upon"}:
                yield from _outcome(passage, kid, "-" if kinds & HARMFUL else "+", "have")
                return


def is_able(passage: Passage, verb: int) -> Iterator[Outcome]:
    """*Is unable to bind water*, *is capable of holding heat*: the binding, the holding."""
    tree = passage.tree
    sign = {"capable": "+", "unable": "-", "incapable": "-"}.get(tree.lemma(verb), "")
    for kid in tree.kids(verb, "xcomp", "advcl") if sign and tree.kid(verb, "cop") else ():
        if tree.marker(kid) in {"to", "of"} and kid > verb:
            node = event(passage, kid, None)
            if node is not None:
                yield Outcome(node, sign, "be")  # type: ignore[arg-type]
            return


def provides_with(passage: Passage, verb: int) -> Iterator[Outcome]:
    """*Provides the mill with power*: the power."""
    tree = passage.tree
    obj = tree.kid(verb, "obj")
    if obj is None or tree.lemma(verb) not in {"provide", "supply", "equip", "furnish", "endow"}:
        return
    whom = tree.words[obj].upos == "PROPN" or names_somebody(tree.lemma(obj))
    for kid in (*tree.kids(verb, "obl"), *(tree.kids(obj, "nmod") if whom else ())):
        if tree.marker(kid) == "with" and kid > obj:
            yield from _outcome(passage, kid, "+", tree.lemma(verb))
            return


def comes_with(passage: Passage, verb: int) -> Iterator[Outcome]:
    """*Comes with a strong smell*; not *comes with a lid*, *came in spring with the rain*."""
    tree = passage.tree
    if tree.lemma(verb) != "come" or tree.kid(verb, "compound:prt") is not None:
        return
    for kid in tree.kids(verb, "obl"):
        near = tree.words[verb + 1].text == "with" and tree.marker(kid) == "with"
        if near and names_state(tree.lemma(kid)):
            yield from _outcome(passage, kid, "+", "come")
            return


def shows_promise(passage: Passage, verb: int) -> Iterator[Outcome]:
    """*Has the effect of brightening it*, *shows promise in reducing it*."""
    tree = passage.tree
    obj = tree.kid(verb, "obj")
    markers = PROMISES.get((tree.lemma(verb), tree.lemma(obj)), set()) if obj is not None else set()
    for kid in (*tree.kids(obj or verb, "acl", "nmod"), *tree.kids(verb, "obl", "advcl")):
        if markers and tree.marker(kid) in markers and kid > verb:
            yield from _outcome(passage, kid, "+", tree.lemma(verb))
            return


PROMISES = {
    ("have", "effect"): {"of"},
    ("show", "promise"): {"in", "for"},
    ("hold", "promise"): {"in", "for", "of"},
}
"""Verbs with objects behind which stands what a thing does."""


def lays(passage: Passage, verb: int) -> Iterator[Outcome]:
    """*Lays the foundation for a healthier old age*, *paves the way for it*."""
    tree = passage.tree
    obj = tree.kid(verb, "obj")
    if obj is None or (tree.lemma(verb), tree.lemma(obj)) not in PATHS | BASES:
        return
    for kid in (*tree.kids(obj, "nmod", "acl"), *tree.kids(verb, "obl", "advcl")):
        if tree.marker(kid) in {"for", "of", "to"} and kid > obj:
            yield from _outcome(passage, kid, "+", "lead")
            return


BASES = frozenset(
    (verb, noun)
    for verb in ("lay", "set", "form", "provide", "create")
    for noun in ("foundation", "basis", "groundwork", "stage", "condition", "fuel")
)
"""What is laid *for* what comes next."""
PATHS = frozenset({("pave", "way"), ("pave", "path"), ("open", "door"), ("open", "way")})
"""What is opened *to* it or *for* it."""


INPUTS = frozenset({"material", "substrate", "precursor", "input", "ingredient", "feedstock"})
TELLING = 0.4
"""Rarity from which *acts as an insulator* says what comes of it, unlike *acts as a reminder*."""


def serves_as(passage: Passage, verb: int) -> Iterator[Outcome]:
    """*Serves as fuel for the brain*, *is used in the retina*."""
    tree = passage.tree
    if tree.lemma(verb) in {"serve", "act", "function"} and tree.kid(verb, "obj") is None:
        for noun in tree.kids(verb, "obl"):
            if tree.words[verb].xpos == "VBD" and names_somebody(tree.lemma(noun)):
                return  # "two monks acted as interpreters"
            if tree.marker(noun) == "as" and rarity(tree.lemma(noun)) >= TELLING:
                yield from _outcome(passage, noun, "+", "serve")
                return
            for kid in tree.kids(noun, "nmod") if tree.lemma(noun) in INPUTS else ():
                if tree.marker(kid) in {"for", "to"}:
                    yield from _outcome(passage, kid, ">", "use")
                    return
    if tree.lemma(verb) in {"utilize", "utilise", "consume", "process"} and (
        tree.kid(verb, "aux:pass") is not None
    ):
        for kid in tree.kids(verb, "obl"):
            if tree.marker(kid) in {"in", "by"}:
                yield from _outcome(passage, kid, ">", "use")
                return


def raises(passage: Passage, verb: int) -> Iterator[Outcome]:
    """*Raises blood sugar*, *blocks enzymes*."""
    tree = passage.tree
    lemma = tree.lemma(verb)
    obj = _object(tree, verb)
    adds = obj is not None and lemma in ADDING and names_state(tree.lemma(obj))
    sign = effect_of(lemma) or (">" if lemma in SWAYING else "+" if adds else "")
    if not sign or lemma in INTO - {"cut"} or obj is None or lemma in {"lead", "result"}:
        return
    if tree.kid(verb, "aux:pass") is not None or tree.kid(verb, "xcomp") is not None:
        return
    if lemma == "cut" and _is_carved(tree, verb, obj):
        return
    if lemma in {"shift", "address"} and _is_moved(tree, verb, obj):
        return
    if lemma in {"make", "take", "give"} and (
        _is_light(tree, obj) or tree.kid(verb, "compound:prt", "compound") is not None
    ):
        return  # *makes a decision*; *makes up half of the stew*
    if lemma in {"bring", "let", "move", "pull", "push", "power"} and tree.kid(verb, "iobj"):
        return
    if (
        lemma in {"give", "bring"}
        and tree.kid(verb, "iobj") is None
        and _is_handed(tree, verb, obj)
    ):
        return
    if lemma in AT_WORK:
        node = event(passage, verb, None)
        if node is not None:
            yield Outcome(node, "+", lemma)
        return
    yield from _outcome(passage, obj, ">" if _is_either(tree, verb, sign) else sign, lemma)


ADDING = frozenset({"add", "impart", "inject"})
"""Verbs whose object comes about where it is a state: *adds depth*, but not *adds a pinch*."""


def _object(tree: Tree, verb: int) -> int | None:
    """The effects of *keeps its warming and soothing effects*, where *warming* is read as one."""
    found = tree.kids(verb, "obj")
    for one, other in pairwise(found):
        doing = tree.words[one].text.endswith("ing") and tree.kid(one, "conj") is not None
        owned = any(k < one for k in tree.kids(other, "nmod:poss", "det"))
        if doing and owned and max(tree.below(one)) == other - 1:
            return other
    return found[0] if found else None


def _is_either(tree: Tree, verb: int, sign: str) -> bool:
    """*Absorbs or releases heat*: the one or the other way."""
    several = [k for k in tree.kids(verb, "conj") if "or" in {tree.lemma(c) for c in tree.kids(k)}]
    if tree.dep(verb) == "conj" and "or" in {tree.lemma(c) for c in tree.kids(verb, "cc")}:
        several.append(tree.words[verb].head)
    return any(effect_of(tree.lemma(k)) not in {"", sign} for k in several)


def _is_carved(tree: Tree, verb: int, obj: int) -> bool:
    """*Cuts logs into planks*, *cut off the army*, but not *cuts costs*."""
    away = tree.kid(verb, "compound:prt") is not None
    away = away or any(tree.marker(k) == "into" for k in tree.kids(verb, "obl"))
    away = away or any(tree.lemma(k) == "off" for k in tree.kids(verb, "advmod"))
    return away or can_be_touched(tree.lemma(obj))


def _is_handed(tree: Tree, verb: int, obj: int) -> bool:
    """*Brought the case to court*, *gives the drug by mouth*: it was there before."""
    known = {"the", "this", "these", "that", "those", "its", "their", "his", "her"}
    if tree.determiners(obj) & known or tree.kids(obj, "nmod:poss"):
        return True
    if tree.lemma(verb) == "bring" and not _is_somebody_at(tree, verb):
        return False  # "blood brings oxygen to the muscles"
    return any(tree.marker(k) == "to" for k in tree.kids(verb, "obl"))


def _is_somebody_at(tree: Tree, verb: int) -> bool:
    subject = tree.kid(verb, "nsubj")
    return (
        subject is None
        or names_somebody(tree.lemma(subject))
        or (tree.words[subject].upos in {"PROPN", "PRON"})
    )


def _is_moved(tree: Tree, verb: int, obj: int) -> bool:
    """*Shifts focus*, *shifts the load to the frame*, *addresses several aspects*: no change.

    But *shifts public taste*, *addresses the leak*.
    """
    if tree.lemma(verb) == "address":
        return tree.lemma(obj) in TOPICS
    ways = {tree.marker(k) for k in (*tree.kids(verb, "obl"), *tree.kids(obj, "nmod"))}
    return bool(ways & {"from", "to", "onto"}) or not tree.kids(obj, "amod", "compound", "nmod")


TOPICS = frozenset("aspect question topic area matter theme point facet side factor".split())
"""What is spoken of or thought of where it is addressed."""


ACTS = frozenset(
    """move choice use sense decision prediction impact difference effort progress mistake
    case point claim plan deal start attempt comparison statement contribution adjustment
    assumption judgment judgement call guess leap""".split()
)


def _is_light(tree: Tree, obj: int) -> bool:
    """*Makes a decision*: the verb says only that it is done."""
    return tree.lemma(obj) in ACTS


def means_that(passage: Passage, verb: int, depth: int) -> Iterator[Outcome]:
    """*A smaller aperture means less light*, *this means that the base breaks down*."""
    tree = passage.tree
    if tree.lemma(verb) not in {"mean", "ensure", "imply"}:
        return
    obj, said = tree.kid(verb, "obj"), tree.kid(verb, "ccomp")
    if said is not None and not _asks(tree, said):
        yield from happens(passage, said, depth + 1)
    elif obj is not None and any(
        tree.words[k].xpos in {"JJR", "RBR"} for k in tree.kids(obj, "amod")
    ):
        yield from _outcome(passage, obj, "+", "mean")


def _asks(tree: Tree, verb: int) -> bool:
    """*means how early it fruits*: which it is, not that it is so."""
    return any(tree.words[k].xpos in {"WRB", "WP", "WDT"} for k in tree.below(verb) if k < verb)


def is_good_for(passage: Passage, verb: int) -> Iterator[Outcome]:
    """*Is essential for growth*, *is a cause of cancer*, *is harmful to fish*."""
    tree = passage.tree
    if tree.kid(verb, "cop") is not None or tree.dep(verb) in {"appos", "acl", "amod", "conj"}:
        yield from described(passage, verb)
        yield from made_for(passage, verb)


def described(passage: Passage, word: int) -> Iterator[Outcome]:
    """What an adjective or noun says that its bearer brings about."""
    tree = passage.tree
    lemma = tree.lemma(word)
    if tree.words[word].upos in {"ADJ", "VERB"}:
        sign = _sign_of(tree, word)
        if lemma.endswith("genic") and len(lemma) > 7:
            yield from _genic(passage, word)
        markers = {"for", "to", "in"} if lemma in NEEDED else {"for", "to"}
        if lemma == "effective":
            markers = {*markers, "at"}
        kids = tree.kids(word, "obl", "advcl", "xcomp", "nmod")
    else:
        sign = "+" if lemma in SOURCES else "-" if lemma in THREATS else ""
        good = any(tree.lemma(k) in NEEDED for k in tree.kids(word, "amod"))
        markers = {"of", "to", "for", "behind", "against", "in"}
        if not sign and good:
            sign, markers = "+", {"for", "in", "to"} if lemma in PARTS else {"for", "to"}
        kids = tree.kids(word, "nmod", "acl", "obl")
    if not sign:
        return
    for kid in kids:
        if tree.lemma(kid) in CIRCUMSTANCES:
            continue
        if tree.marker(kid) in markers and kid > word:
            yield from _of_description(passage, lemma, kid, sign)
            return


def _sign_of(tree: Tree, adjective: int) -> str:
    """*essential for*, *harmful to*, *less prone to*; what is *less harmful* does neither."""
    lemma = tree.lemma(adjective)
    less = any(tree.words[k].text.lower() == "less" for k in tree.kids(adjective, "advmod"))
    if lemma in PRONE or less:
        return ("-" if less else "+") if lemma in PRONE else ""
    return "+" if lemma in NEEDED | IN_CHARGE else "-" if lemma in HARMFUL else ""


def _of_description(passage: Passage, lemma: str, kid: int, sign: str) -> Iterator[Outcome]:
    tree = passage.tree
    misread = _misread(passage, kid) if lemma in PRONE else None
    if misread is not None:
        yield replace(misread, sign=sign)  # type: ignore[arg-type]
        return
    done = tree.words[kid].upos == "VERB" and tree.marker(kid) == "for"
    helps = done and lemma in REMEDIES  # "a remedy for lowering fever"
    yield from _outcome(passage, kid, "+" if helps else sign, "be")


def _misread(passage: Passage, verb: int) -> Outcome | None:
    """*prone to motion blur*: what stands behind *to* is a noun, though read as a verb."""
    tree = passage.tree
    if tree.words[verb].upos != "VERB" or tree.words[verb].xpos == "VBG":
        return None
    words = [w for w in tree.below(verb) if tree.words[w].xpos != "TO"]
    text = tree.say(words, passage.instead)
    whole = not any(tree.words[w].upos in {"PRON", "ADP"} for w in words)
    whole = whole and not dangling(tree, words, passage.instead) and len(words) <= TOO_LONG
    return Outcome(Node(text, (plain_key(text),)), "+", "be") if whole else None


def made_for(passage: Passage, noun: int) -> Iterator[Outcome]:
    """*Is a technique for lengthening threads*, *a way to cut costs*."""
    tree = passage.tree
    if tree.lemma(noun) not in DEVICES:
        return
    for kid in tree.kids(noun, "acl"):
        if tree.marker(kid) in {"for", "to", "of"} and tree.words[kid].xpos in {"VB", "VBG"}:
            made = [o for each in with_conjuncts(tree, kid) for o in brings(passage, each, 3)]
            yield from (each for each in made if not is_step(each))


DEVICES = frozenset(
    """technique method tool way means mechanism strategy device approach treatment medication drug
    remedy procedure""".split()
)
"""Nouns of what is there *for* doing something."""


PARTS = frozenset(
    """role part factor component element ingredient force player driver step player regulator
    mediator area region""".split()
)
"""Nouns of what works *in* a thing: *a key factor in healing*; *a key concept in physics* not."""
CIRCUMSTANCES = frozenset(
    """way reason condition situation case circumstance environment context setting scenario
    area time place field region instance period season industry country""".split()
)
"""Where a thing is helpful, not what it brings about: *useful in cold conditions*."""


def _genic(passage: Passage, word: int) -> Iterator[Outcome]:
    yield Outcome(
        Node(passage.tree.words[word].text.lower(), (passage.tree.lemma(word),)), "+", "be"
    )


SEEMING = frozenset({"prove", "remain", "become", "seem", "appear", "stay"})


def proves(passage: Passage, verb: int) -> Iterator[Outcome]:
    """*Proves effective in healing wounds*."""
    tree = passage.tree
    inner = tree.kid(verb, "xcomp")
    held = tree.lemma(verb) in {"consider", "deem", "regard"} and tree.words[verb].xpos == "VBN"
    if inner is None or tree.words[inner].upos == "VERB":
        return
    if tree.lemma(verb) in SEEMING or held:
        yield from described(passage, inner)


REQUIRING = frozenset({"require", "need", "demand", "take", "cost"})


def needs_less(passage: Passage, verb: int) -> Iterator[Outcome]:
    """*Smaller sensors gather less light*, *requiring more effort*: so much of it."""
    tree = passage.tree
    obj = tree.kid(verb, "obj")
    if obj is None or tree.words[verb].upos != "VERB" or tree.kids(verb, "aux:pass", "xcomp"):
        return
    wanted = {"less", "fewer"}
    if tree.lemma(verb) in REQUIRING:
        wanted |= {"more", "greater"}
    told = {tree.words[k].text.lower() for k in tree.kids(obj, "amod")}
    found = thing(passage, obj) if told & wanted else None
    if found is None or any(tree.marker(k) == "than" for k in tree.below(obj)):
        return
    node = found[0]
    if tree.lemma(verb) in REQUIRING:  # what is needed is not made: it joins nothing
        node = replace(node, keys=tuple(f"need {key}" for key in node.keys))
    yield Outcome(node, "+", tree.lemma(verb))


def goes_with(passage: Passage, verb: int) -> Iterator[Outcome]:
    """*Is linked to cancer*, *is accompanied by fever*."""
    tree = passage.tree
    lemma = tree.lemma(verb)
    if tree.words[verb].xpos != "VBN":
        return
    subject = subject_of(tree, verb)
    if (
        lemma in {"associate", "link", "accompany"}
        and subject is not None
        and _is_person(tree, subject)
    ):
        return  # "Vega is associated with the map"
    if tree.dep(verb) == "acl" and not tree.comma_before(verb):
        return  # *areas linked to memory* says which areas
    wanted = {
        "associate": {"with"},
        "link": {"to", "with"},
        "correlate": {"with"},
        "accompany": {"by"},
        "follow": {"by"},
        "need": {"for", "to"},
        "require": {"for", "to"},
    }.get(lemma)
    if wanted is None:
        return
    for kid in tree.kids(verb, "obl", "advcl"):
        if tree.marker(kid) in wanted and kid > verb:
            yield from _outcome(passage, kid, ">" if lemma == "follow" else "+", lemma)
            return


def _is_person(tree: Tree, noun: int) -> bool:
    """*Vega*, *Ana Vega, a monk*: who is known, or has a name of two words."""
    word = tree.words[noun]
    if word.upos != "PROPN":
        return names_somebody(tree.lemma(noun))
    parts = [w for w in noun_words(tree, noun) if tree.words[w].upos == "PROPN"]
    if word.text.lower() in tree.lexicon.people or any(
        names_somebody(tree.lemma(w)) for w in parts
    ):
        return True
    whole = all(tree.words[w].text[1:].islower() and not is_word(tree.lemma(w)) for w in parts)
    return len(parts) > 1 and whole


def becomes(passage: Passage, verb: int) -> Iterator[Outcome]:
    """*Is converted into pyruvate*, *travels to the brain*, *turns into steam*."""
    tree = passage.tree
    lemma = tree.lemma(verb)
    passive = tree.kid(verb, "aux:pass") is not None or tree.words[verb].dep == "acl"
    if (made := reduced_to(tree, verb)) is not None:
        yield from _outcome(passage, made, ">", "convert")
        return
    if lemma in INTO and (passive or tree.kid(verb, "obj") is None):
        wanted = INTO_MARKS.get(lemma, {"into"})
    elif lemma in WAYS and tree.kid(verb, "obj") is None and not passive:
        if tree.words[verb].xpos == "VBD":
            return  # "the comet passed close to the moon"
        wanted = {"to", "into", "onto"}
    else:
        return
    for kid in tree.kids(verb, "obl"):
        if tree.marker(kid) in wanted and kid > verb:
            yield from _outcome(passage, kid, ">", lemma)
            return


def reduced_to(tree: Tree, verb: int) -> int | None:
    """*The ore is reduced to iron*: it becomes that; not *to 5%*, *to a trickle*."""
    if tree.lemma(verb) not in {"reduce", "oxidize", "oxidise"} or not is_passive(tree, verb):
        return None
    for kid in tree.kids(verb, "obl"):
        stuff = tree.words[kid].text.isupper() or can_be_touched(tree.lemma(kid))
        if tree.marker(kid) == "to" and stuff and not tree.kids(kid, "nummod", "det"):
            return kid
    return None


INTO_MARKS = {verb: {"into", "to"} for verb in ("convert", "turn", "transform", "metabolize")}
"""Prepositions before what a thing becomes: *converts to alcohol*."""

NESTED = (through_light, lets, means_that)
"""Families that look at the verb behind *to* or *that*; they speak first."""
PLAIN = (
    keeps_from,
    makes,
    turns_into,
    to_it,
    plays_part,
    shows_promise,
    is_able,
    provides_with,
    comes_with,
    lays,
    serves_as,
    goes_with,
    raises,
    becomes,
    is_good_for,
    proves,
    needs_less,
)
"""The first that finds something speaks."""


def subject_of(tree: Tree, verb: int) -> int | None:
    """Its own subject, not *the trick* in *the trick is that heat melts it*."""
    found = tree.kids(verb, "nsubj", "csubj")
    inner = [k for k in found if not tree.words[k].dep.endswith("outer")]
    return next(iter(inner or found), None)


def bearer(tree: Tree, verb: int, subject: int) -> int:
    """The noun that *which* stands for, else the subject."""
    head = tree.words[verb].head
    relative = tree.words[subject].feat("PronType") == "Rel" and tree.dep(verb) == "acl"
    return head if relative and head >= 0 else subject


def with_bearer(passage: Passage, verb: int, noun: int) -> Passage:
    """*a crust that turns brown when baked*: the crust, without what its clause says of it."""
    tree = passage.tree
    while tree.dep(verb) == "conj" and tree.words[verb].head >= 0:
        verb = tree.words[verb].head
    if tree.words[verb].head != noun or noun in passage.instead:
        return passage
    found = thing(passage, noun, without=tree.below(verb))
    if found is None:
        return passage
    return replace(
        passage,
        instead={**passage.instead, noun: found[0].text},
        plurals={**passage.plurals, noun: found[0].plural},
    )


def let(tree: Tree, verb: int) -> int | None:
    """The bees in *it allows bees to enter*, for *enter*."""
    head = tree.words[verb].head
    if tree.dep(verb) not in {"xcomp", "advcl"} or head < 0 or tree.words[verb].xpos == "VBG":
        return None
    if tree.dep(verb) == "advcl" and (tree.marker(verb) != "to" or not tree.kids(head, "obj")):
        return None
    if tree.lemma(head) in {"get", "become"} and is_passive(tree, verb):
        return tree.kid(head, "nsubj")
    return tree.kid(head, "obj") if tree.lemma(head) in LETTING else None


def _is_behind(tree: Tree, verb: int, inner: int) -> bool:
    """*begins to rise*, *gets oxidized*: the second verb says what happens."""
    if tree.lemma(verb) in {"get", "become"}:
        return is_passive(tree, inner)
    return tree.lemma(verb) in HELPERS and bool(change_of(tree.lemma(inner)))


STRIVING = frozenset("face try attempt strive struggle aim play".split())
"""Verbs that tell of nothing that came about: *firms face challenges*, *plays a key role*."""


def _whose(passage: Passage, verb: int, subject: int | None) -> tuple[Passage, int | None]:
    """Whom a clause tells of, and the passage with its name without that clause."""
    tree = passage.tree
    if subject is None:
        return passage, let(tree, verb)
    noun = bearer(tree, verb, subject)
    return (passage if noun == subject else with_bearer(passage, verb, noun)), noun


def _kept_off(passage: Passage, verb: int) -> tuple[Outcome, ...]:
    """What there is less of where a clause denies it: *the dough does not rise*."""
    node = undone(passage, verb, _whose(passage, verb, subject_of(passage.tree, verb))[1])
    return (Outcome(node, "-", "prevent"),) if node else ()


def happens(passage: Passage, verb: int, depth: int = 0) -> tuple[Outcome, ...]:
    """What comes about where a clause is true: what its subject brings about, or what it says."""
    tree = passage.tree
    if denial(tree, verb) is not None or denied(tree, verb):
        return _kept_off(passage, verb)
    found = tuple(each for each in brings(passage, verb, depth) if not is_step(each))
    if found:
        return found
    subject = subject_of(tree, verb)
    passage, subject = _whose(passage, verb, subject)
    inner = tree.kid(verb, "xcomp")
    if inner is not None and _is_behind(tree, verb, inner):
        verb = inner
    lemma = tree.lemma(verb)
    passive = is_passive(tree, verb)
    sign = effect_of(lemma) or BY_AGENT.get(lemma, "")
    if (made := reduced_to(tree, verb)) is not None:
        return tuple(_outcome(passage, made, "+", lemma))
    if subject is not None and passive and sign and lemma not in LETTING | AT_WORK:
        return tuple(_outcome(passage, subject, sign, lemma))
    change = change_of(lemma)
    if (
        subject is not None
        and change
        and lemma in CHANGING
        and tree.kid(verb, "obj") is None
        and not passive
    ):
        return tuple(_outcome(passage, subject, change, lemma))
    if tree.words[verb].upos == "ADJ" and subject is not None:
        node = quality(passage, subject, verb)
        return (Outcome(node, "+", "be"),) if node else ()
    if tree.words[verb].upos != "VERB" or (passive and lemma in STATES | {"use", "implicate"}):
        return ()
    if lemma in STRIVING:
        return ()
    node = event(passage, verb, subject)
    return (Outcome(node, "+", lemma),) if node else ()
