"""Talk about the talk: which headings and sentences say nothing of the world."""

from __future__ import annotations

import re

from cards.claims.mentions import is_person
from cards.claims.passage import Passage
from cards.english.tree import Tree

HEADINGS = re.compile(
    r"^(?:in )?(?:conclusions?|introduction|summary|references?|see also|further (?:reading"
    r"|exploration"
    r"|resources|learning)|related (?:topics?|articles?|notes?|links?|concepts?|resources?"
    r"|reading|content|videos?)|resources|sources|links|about(?: the)? (?:speaker|author|"
    r"guest|host)s?|acknowledg\w+|sponsors?|closing(?: \w+)*|final (?:thoughts|remarks|words)"
    r"|outro|"
    r"intro|disclaimer|next steps?|call to action|table of contents)\b[^a-z]*$",
    re.IGNORECASE,
)
TEXTS = frozenset(
    """article video episode podcast discussion conversation section transcript lecture
    interview chapter talk presentation note document overview summary introduction
    conclusion guide post course series speaker author host guest channel segment clip""".split()
)
TELLING = frozenset(
    """discuss explore explain emphasize emphasise highlight mention describe cover delve
    examine introduce outline share recount elaborate touch address focus present provide
    offer summarize summarise review detail invite encourage conclude illustrate argue
    note stress underscore reveal showcase dive talk look aim advocate recommend suggest
    acknowledge reflect criticize say state claim point believe express""".split()
)
SERVING = frozenset("provide offer introduce address aim encourage".split())
"""What a firm, a state or a program does as well as a speaker: *Oberon offers types*."""
CALLS = frozenset({"subscribe", "sponsor", "patreon", "newsletter", "giveaway", "sign-up", "merch"})
OPENERS = re.compile(
    r"^(?:below (?:is|are)|here (?:is|are|'s|we)|let(?:'s|’s| us)\b|in this (?:article|video"
    r"|episode|section|"
    r"note|lecture|discussion|guide|post|series)|as (?:mentioned|discussed|noted|shown|seen"
    r"|we)\b|for more\b(?! than)|"
    r"for a deeper|to (?:learn|read|explore) more|see\b|refer to|note that|stay tuned|thanks)",
    re.IGNORECASE,
)


EXAMINING = re.compile(
    r"(?:question|(?:clinical )?(?:scenario|vignette)|stem)\W*\d*", re.IGNORECASE
)
"""Labels of a made-up case: *Question: A patient takes …*."""


def noise(passage: Passage) -> str:
    """Why a sentence is talk about the talk; empty if it is not."""
    if any(HEADINGS.match(h.strip()) for h in passage.block.headings):
        return "in a section that frames the note"
    text = passage.tree.sentence.text.strip()
    if OPENERS.match(text):
        return "speaks of the text itself"
    if text.endswith("?"):
        return "a question"
    if any(_is_call(word.lemma.lower(), passage.note.text) for word in passage.tree.words):
        return "speaks of the text itself"
    if EXAMINING.fullmatch(passage.place.label):
        return "tells the case of an exam question"
    if _tells(passage.tree) or _biography(passage.tree):
        return "speaks of who says it"
    if _first_person(passage.tree):
        return "speaks in the first person"
    if _lives(passage):
        return "tells what one person did"
    if _is_vague(passage.tree):
        return "praises or blames without saying how"
    return ""


def _tells(tree: Tree) -> bool:
    """*The speaker emphasises …*, *Dr. Smith, a professor of …, explains*, *This article …*."""
    root = tree.root
    subject = tree.kid(root, "nsubj")
    if subject is None:
        return False
    lemma = tree.lemma(subject)
    if lemma in TEXTS and (tree.lemma(root) in TELLING or _demonstrative(tree, subject)):
        return True
    if tree.lemma(root) not in TELLING or tree.kid(root, "cop") is not None:
        return False
    word = tree.words[subject]
    if word.upos == "PROPN" and any(
        tree.kid(k, "nsubj") is not None for k in tree.kids(root, "ccomp")
    ):
        return False
    if word.upos == "PROPN" and tree.lemma(root) in SERVING and not is_person(tree, subject):
        return False
    return word.upos == "PROPN" or word.text.lower() in {"he", "she", "they", "we", "i"}


def _is_call(lemma: str, text: str) -> bool:
    """*Please subscribe*; but in a note that says *sponsor* again and again, it is a term."""
    return lemma in CALLS and len(re.findall(rf"\b{lemma}", text, re.IGNORECASE)) < OFTEN_SAID


OFTEN_SAID = 5
"""Times that a note says a word that it is about; nobody thanks a sponsor so often."""
TITLES = frozenset({"dr.", "dr", "prof.", "prof", "professor", "mr.", "mrs.", "ms."})


def _biography(tree: Tree) -> bool:
    """*Dr. Vega has taught for twenty years*: a person, and nothing that the person tells."""
    subject = tree.kid(tree.root, "nsubj")
    if subject is None or tree.kid(tree.root, "ccomp") is not None:
        return False
    first = tree.words[min(tree.below(subject))]
    return first.text.lower() in TITLES


HOLDING = frozenset("face offer present pose have provide bring hold play carry raise".split())
MERITS = frozenset(
    """challenge benefit advantage disadvantage drawback problem issue implication impact
    importance significance potential opportunity difficulty role part question concern
    consequence possibility""".split()
)
TELLS_MORE = frozenset({"nmod", "acl", "nummod", "compound", "appos"})


def _is_vague(tree: Tree) -> bool:
    """*Tidal power offers many benefits*: which they are is not said."""
    root = tree.root
    obj = tree.kid(root, "obj")
    if obj is None or tree.lemma(root) not in HOLDING or tree.lemma(obj) not in MERITS:
        return False
    if tree.sentence.text.rstrip().endswith(":"):
        return False
    if tree.kid(root, "conj", "advcl", "parataxis") is not None:
        return False
    known = {"", "over", "in"} if tree.lemma(obj) not in {"role", "part"} else {""}
    if any(tree.marker(kid) not in known for kid in tree.kids(root, "obl")):
        return False
    more = [
        kid for kid in tree.kids(obj) if tree.dep(kid) in TELLS_MORE and kid not in _said(tree, obj)
    ]
    return not more


def _said(tree: Tree, obj: int) -> list[int]:
    """Clauses behind *that* or *which*, which tell of the merits and not what they are."""
    return [kid for kid in tree.kids(obj) if tree.words[kid].dep == "acl:relcl"]


def _lives(passage: Passage) -> bool:
    """*Ada moved to Oslo*, in a note full of Ada's doings whose title names something else."""
    tree = passage.tree
    hero = tree.lexicon.hero
    subject = tree.kid(tree.root, "nsubj")
    if not hero or hero in passage.note.title.lower() or subject is None:
        return False
    return any(
        tree.words[w].text.lower() in {hero, "he", "she", "his", "her"}
        for w in tree.below(subject)
        if tree.words[w].upos in {"PROPN", "PRON", "DET"}
    )


def _demonstrative(tree: Tree, index: int) -> bool:
    return bool(tree.determiners(index) & {"this", "the", "these"})


def _first_person(tree: Tree) -> bool:
    return any(
        word.text.lower() in {"i", "me", "my", "we", "us", "let"}
        and word.upos == "PRON"
        and word.dep.startswith(("nsubj", "obj"))
        and word.head == tree.root
        for word in tree.words
    )
