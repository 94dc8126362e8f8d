"""Headings' names and a title in; what a question can be set in, in English, out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from cards.claims.passage import Place
from cards.claims.topics import ASIDE, FOR_SOME, JOINTS, NUMBERING, OPENERS, WORD, is_frame
from cards.english.facts import Context
from cards.english.rarity import rarest
from cards.english.tree import Tree, is_noun
from cards.english.verbs import is_verb

SETTING = frozenset("in during on at within under".split())
"""Prepositions that set a scene."""
FIELDS = ("in ", "on ")
"""How a scene begins that only names a field."""
ARTICLE = re.compile(r"^(?:an?|the) ", re.IGNORECASE)
TITLED = re.compile(r"(?<=\w )(?:in|during) ((?:(?!in |during )[^:,])+)$", re.IGNORECASE)
# "Using widgets on iOS 14", but not "An attack on Rome", "The impact of tea on health".
PLACED = re.compile(r"^\w+ing (?:\w+ )+?on ((?:(?!on )[^:,])+)$", re.IGNORECASE)
OFTEN = 3
"""Times that the sentences of a note say what a heading names before it is a context."""
TELLING = 0.4
"""Rarity from which a heading's phrase tells a field, unlike *adult life*."""
TELLING_ALONE = 0.9
"""Rarity from which one word does: *plasticity*, but not *graph*."""
FIELD = re.compile(r"[a-z-]+(?:sis|ics|logy|graphy|tion|sion|ment)|[a-z]{4,}ing")
"""Endings of what is done or studied: English says *in* it, where it takes no article."""


@dataclass(frozen=True)
class Scenes:
    """How the sentences of a note set a scene with its things."""

    text: str
    """Its sentences."""
    told: Mapping[str, str]
    """Things without article, singular → as a scene: *in a sewing machine*."""
    titled: Context | None = None
    """The scene that the title sets, where the sentences speak of it: *in Teflon production*."""

    @classmethod
    def of(cls, title: str, places: Sequence[Place]) -> Scenes:
        """Read the scenes of a note's title and sentences."""
        counts: dict[str, Counter[str]] = {}
        title = FOR_SOME.sub("", title)
        titled = TITLED.search(title) or PLACED.search(title)
        scene = ""
        if titled:
            scene = titled[0] if titled.re is TITLED else f"on {titled[1]}"
            counts.setdefault(_key(titled[1]), Counter())[scene] += 1
        prose = [place for place in places if place.block.kind != "heading"]
        trees = [tree for place in prose for tree in place.trees]
        for name, said in (pair for tree in trees for pair in _set(tree, fronted=True)):
            counts.setdefault(_key(name), Counter())[said] += 1
        inside = Counter(pair for tree in trees for pair in _set(tree, fronted=False))
        for (name, said), count in inside.items():
            if count >= TOLD_INSIDE:
                counts.setdefault(_key(name), Counter())[said] += count
        told = {key: min(c, key=lambda scene: _rank(scene, c)) for key, c in counts.items()}
        text = " . ".join(place.block.text for place in prose)
        return cls(text, told, _titled(scene, titled[1], text) if titled else None)

    def scene(self, name: str) -> str:
        """*in bread baking*; empty where neither the note nor the form of the name has one.

        *During fermentation* says when, of a sentence that does not.
        """
        known = self.told.get(_key(name))
        if known and not known.lower().startswith(FIELDS):
            return ""
        if known:
            # A title's scene has capitals that sentences do not have.
            return re.sub(re.escape(name), lambda _: name, known, flags=re.IGNORECASE)
        is_field = FIELD.fullmatch(name.rsplit(maxsplit=1)[-1]) and not self._takes_article(name)
        return f"in {name}" if is_field and self.times(name) > 1 else ""

    def times(self, name: str) -> int:
        """How often the sentences say a thing, in either number."""
        return len(re.findall(rf"\b{re.escape(_key(name))}", self.text, re.IGNORECASE))

    def _takes_article(self, name: str) -> bool:
        pattern = rf"\b(?:an?|the|this|each) {re.escape(name)}\b(?!-| [a-z]+(?:ing|s)?\b of)"
        return re.search(pattern, self.text, re.IGNORECASE) is not None


def _rank(scene: str, counts: Counter[str]) -> tuple[bool, int, str]:
    """The commonest scene first; *in the loaf*, of one loaf, behind *in bread* or *in a loaf*."""
    return " the " in scene, -counts[scene], scene


def _titled(scene: str, name: str, text: str) -> Context | None:
    """A title's scene in the spelling of the sentences; none that they do not say."""
    spelt = Counter(re.findall(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text, re.IGNORECASE))
    if not spelt or is_frame(name.rsplit(maxsplit=1)[-1]) or rarest(name.split()) < TELLING:
        return None
    name = min(spelt, key=lambda spelling: (-spelt[spelling], spelling))
    return Context(name, f"{scene.split(maxsplit=1)[0].lower()} {name}")


def _set(tree: Tree, *, fronted: bool) -> Iterator[tuple[str, str]]:
    """*In bread baking, the dough rises*: a scene, without and with *in*.

    Args:
        fronted: Those that stand before the verb; else those that stand anywhere else.
    """
    for word in tree.words:
        if word.dep.split(":")[0] not in {"obl", "nmod"} or word.upos not in {"NOUN", "PROPN"}:
            continue
        if fronted != (word.dep.startswith("obl") and word.index < word.head):
            continue
        case = tree.kids(word.index, "case")
        inside = sorted(tree.below(word.index))
        if (
            len(case) != 1
            or case[0] != inside[0]
            or tree.words[case[0]].text.lower() not in SETTING
            or tree.kids(word.index, "nmod:poss")
        ):
            continue
        name = tree.say(inside[1:]).rstrip(",")
        if not POINTING.match(name):
            yield name, f"{tree.words[case[0]].text.lower()} {name}"


TOLD_INSIDE = 2
"""Times that sentences say *in sewing machines* behind the verb before it sets a scene."""
POINTING = re.compile(
    r"(?:this|that|these|those|each|some|many|all|most|his|her|their)\b", re.IGNORECASE
)


def contexts_of(
    headed: Sequence[tuple[str, str]], topic: str, scenes: Scenes
) -> tuple[Context, ...]:
    """The things that headings name, where the note speaks of them, and the note's thing.

    Args:
        headed: Headings with the things that they name, or "", the nearest first.
    """
    found: dict[str, Context] = {}
    for number, (heading, name) in enumerate(headed):
        if not name or topic.lower().endswith(name.lower()):
            continue
        is_thing = number == 0 and _is_often_said(name, topic, scenes)
        if _is_thing(name) and (is_thing or _is_whole(heading, name, scenes)):
            aspect = not is_thing and (number > 0 or not _is_term(name))
            found.setdefault(name.lower(), Context(name, scenes.scene(name), aspect))
    if topic:
        found.setdefault(topic.lower(), Context(topic, scenes.scene(topic)))
    contexts = [context for context in found.values() if len(context.name) > 1]
    titled = scenes.titled
    if titled and not any(_key(context.name) == _key(titled.name) for context in contexts):
        bare = next((n for n, c in enumerate(contexts) if not c.scene), len(contexts))
        contexts.insert(bare, titled)
    return tuple(contexts)


def _is_thing(name: str) -> bool:
    """*skin pigments*; not *benefits*, *saving energy* or *daily life*."""
    words = name.split()
    least = TELLING if len(words) > 1 else TELLING_ALONE
    if is_frame(words[-1]) or rarest(words) < least:
        return False
    first = words[0].lower()
    return is_noun(first) or not (is_verb(first) or (len(words) > 1 and first.endswith("ing")))


def _is_often_said(name: str, topic: str, scenes: Scenes) -> bool:
    same = topic and _key(name).split()[-1] == _key(topic).split()[-1]
    return bool(same) or scenes.times(name) >= OFTEN


def _is_whole(heading: str, name: str, scenes: Scenes) -> bool:
    """Is a thing all that a heading names: *The Core Concepts of Beekeeping*, *Gums (2 mg)*?

    One in small letters must stand in a sentence of the note: *Early developments* never does.
    """
    if not scenes.times(name) and name.islower():
        return False
    said = WORD.findall(ASIDE.sub("", NUMBERING.sub("", heading)).lower())
    bare = [w for w in said if w not in JOINTS | {"of"} | OPENERS and not is_frame(w)]
    return bare == WORD.findall(name.lower())


def _is_term(name: str) -> bool:
    """*toxoplasmosis*: one word, which is no doing."""
    return " " not in name and not name.endswith("ing")


def _key(name: str) -> str:
    """A name without its article and the ending of its plural, lower case."""
    bare = ARTICLE.sub("", name.strip()).lower()
    if bare.endswith(("ss", "us", "is", "ics")):
        return bare
    return re.sub(r"ies$", "y", bare) if bare.endswith("ies") else bare.removesuffix("s")
