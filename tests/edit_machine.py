"""A learner who edits notes for years: it knows for each fact where it stands and in which words.

The facts are given (``edit_facts``), so that what is counted is the matching alone, apart from
what a parser may get wrong. Run by hand it prints the table for all sets:
``python tests/edit_machine.py [steps] [first seed]``.
"""

from __future__ import annotations

import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from edit_facts import DESK, FRESH, HELD_OUT, Fact, FactSet

from cards.build import offer_cards
from cards.english.verbs import inflect
from cards.ledger import Header, Ledger, settle
from cards.model import Card, Claim, Entry, Evidence, Gap, Note, Page, Question, Quote, Source
from cards.naming import Shelf, linked
from cards.plans import Plan
from cards.settings import Recipe

WORDING = ("typo", "synonym", "reordered", "split", "merged", "passive")
PLACE = (
    *("heading renamed", "file renamed", "file moved", "section moved", "timestamp shifted"),
    *("deleted", "restored", "swapped", "item in front", "untouched"),
)
MEANING = ("number", "opposite", "negated", "doubted", "replaced")
HEADINGS = "Basics|In detail|What follows|How it works|Numbers|Causes|Uses|In practice".split("|")
FIRST = Header("machine", "../notes")


@dataclass
class Line:
    """One sentence of a note; two facts are joined by *and*."""

    facts: list[Fact]
    style: str = "active"
    seconds: int = 0
    whole: bool = False
    """Whether each claim is worded as the whole sentence, not as its own clause."""


@dataclass
class Section:
    heading: str
    lines: list[Line]


@dataclass
class File:
    path: str
    title: str
    video: str
    sections: list[Section]


Place = tuple[Section, int]


@dataclass
class Desk:
    """The notes, and what can be done to them."""

    facts: FactSet
    chance: random.Random
    files: list[File] = field(default_factory=list)
    away: list[tuple[Line, Section]] = field(default_factory=list)
    """Deleted lines and where they stood."""
    spare: list[Fact] = field(default_factory=list)
    slips: dict[str, Fact] = field(default_factory=dict)
    """Facts with a typing error, as they were without it."""

    def __post_init__(self) -> None:
        self.spare = list(self.facts.rivals)
        for number, (name, facts) in enumerate(sorted(self.facts.notes.items())):
            lines = [
                Line([fact], seconds=10 + 7 * place, whole=self.chance.random() < 0.3)
                for place, fact in enumerate(facts)
            ]
            third = len(lines) // 3
            parts = [lines[:third], lines[third : 2 * third], lines[2 * third :]]
            heads = self.chance.sample(HEADINGS, 3)
            sections = [Section(h, part) for h, part in zip(heads, parts, strict=True)]
            video = f"video{number:06}" if number % 2 else ""
            self.files.append(File(f"{name}.md", name.title(), video, sections))

    # What can be edited

    def places(self, wanted: Callable[[Line], bool] = bool) -> list[Place]:
        return [
            (section, number)
            for file in self.files
            for section in file.sections
            for number, line in enumerate(section.lines)
            if wanted(line)
        ]

    def place(self, wanted: Callable[[Line], bool] = lambda line: True) -> Place | None:
        found = self.places(wanted)
        return self.chance.choice(found) if found else None

    def edit(self, kind: str, busy: set[str]) -> set[str]:
        """Do one edit; the ids of the facts it touched, none where there was nothing to do."""
        return getattr(self, "_" + kind.replace(" ", "_"))(busy)

    def _single(self, busy: set[str]) -> Callable[[Line], bool]:
        return lambda line: not any(fact.id in busy for fact in line.facts)

    def _on_fact(self, busy: set[str], change: Callable[[Fact], Fact | None]) -> set[str]:
        places = self.places(self._single(busy))
        self.chance.shuffle(places)
        for section, number in places:
            facts = section.lines[number].facts
            which = self.chance.randrange(len(facts))
            new = change(facts[which])
            if new is not None:
                facts[which] = new
                return {fact.id for fact in facts}
        return set()

    def _typo(self, busy: set[str]) -> set[str]:
        return self._on_fact(busy, self._mistyped)

    def _mistyped(self, fact: Fact) -> Fact | None:
        if fact.id in self.slips:
            return self.slips.pop(fact.id)
        part = self.chance.choice(["subject", "object", "circumstance"])
        words = getattr(fact, part).split()
        long = [n for n, word in enumerate(words) if len(word) >= 5 and word.isalpha()]
        if not long:
            return None
        number = self.chance.choice(long)
        self.slips[fact.id] = fact
        words[number] = _slipped(words[number], self.chance)
        return replace(fact, **{part: " ".join(words)})

    def _synonym(self, busy: set[str]) -> set[str]:
        return self._on_fact(busy, self._other_word)

    def _other_word(self, fact: Fact) -> Fact | None:
        if fact.id in self.slips:
            return None
        choices = [
            (part, old, new)
            for part in ("finite", "subject", "object", "circumstance")
            for old, news in self.facts.synonyms.items()
            for new in news
            if re.search(rf"\b{re.escape(old)}\b", getattr(fact, part))
            and (part == "finite") == (getattr(fact, part) == old)
        ]
        if not choices:
            return None
        part, old, new = self.chance.choice(choices)
        if part == "finite":
            return _with_verb(fact, new)
        return replace(fact, **{part: re.sub(rf"\b{re.escape(old)}\b", new, getattr(fact, part))})

    def _reordered(self, busy: set[str]) -> set[str]:
        return self._restyled(busy, lambda line: bool(line.facts[0].circumstance), "fronted")

    def _passive(self, busy: set[str]) -> set[str]:
        return self._restyled(busy, lambda line: True, "passive")

    def _restyled(self, busy: set[str], wanted: Callable[[Line], bool], style: str) -> set[str]:
        single = self._single(busy)
        place = self.place(lambda line: len(line.facts) == 1 and single(line) and wanted(line))
        if place is None:
            return set()
        line = place[0].lines[place[1]]
        line.style = "active" if line.style == style else style
        return {fact.id for fact in line.facts}

    def _merged(self, busy: set[str]) -> set[str]:
        single = self._single(busy)
        places = [
            (section, number)
            for section, number in self.places(single)
            if number + 1 < len(section.lines)
            and single(section.lines[number + 1])
            and len(section.lines[number].facts) == len(section.lines[number + 1].facts) == 1
        ]
        if not places:
            return set()
        section, number = self.chance.choice(places)
        one, two = section.lines[number : number + 2]
        line = Line([*one.facts, *two.facts], "active", two.seconds, one.whole)
        section.lines[number : number + 2] = [line]
        return {fact.id for fact in line.facts}

    def _split(self, busy: set[str]) -> set[str]:
        single = self._single(busy)
        place = self.place(lambda line: len(line.facts) == 2 and single(line))
        if place is None:
            return set()
        section, number = place
        line = section.lines[number]
        section.lines[number : number + 1] = [
            Line([fact], "active", line.seconds - 1 + n, line.whole)
            for n, fact in enumerate(line.facts)
        ]
        return {fact.id for fact in line.facts}

    def _heading_renamed(self, busy: set[str]) -> set[str]:
        section = self.chance.choice([s for file in self.files for s in file.sections])
        section.heading = f"{self.chance.choice(HEADINGS)} {self.chance.randrange(100)}"
        return {fact.id for line in section.lines for fact in line.facts}

    def _file_renamed(self, busy: set[str]) -> set[str]:
        file = self.chance.choice(self.files)
        stem = f"note-{self.chance.randrange(10_000)}"
        file.path = str(Path(file.path).with_name(f"{stem}.md"))
        if self.chance.random() < 0.5:
            file.title = stem.title()
        return _facts_of(file)

    def _file_moved(self, busy: set[str]) -> set[str]:
        file = self.chance.choice(self.files)
        file.path = f"folder-{self.chance.randrange(20)}/{Path(file.path).name}"
        return _facts_of(file)

    def _section_moved(self, busy: set[str]) -> set[str]:
        source, target = self.chance.sample(self.files, 2)
        if len(source.sections) < 2:
            return set()
        section = source.sections.pop(self.chance.randrange(len(source.sections)))
        target.sections.insert(self.chance.randrange(len(target.sections) + 1), section)
        return {fact.id for line in section.lines for fact in line.facts}

    def _timestamp_shifted(self, busy: set[str]) -> set[str]:
        place = self.place(self._single(busy))
        if place is None:
            return set()
        line = place[0].lines[place[1]]
        line.seconds = self.chance.randrange(1, 4000)
        return {fact.id for fact in line.facts}

    def _deleted(self, busy: set[str]) -> set[str]:
        place = self.place(self._single(busy))
        if place is None or len(self.away) > 8:
            return set()
        section, number = place
        line = section.lines.pop(number)
        self.away.append((line, section))
        return {fact.id for fact in line.facts}

    def _restored(self, busy: set[str]) -> set[str]:
        here = {id(section) for file in self.files for section in file.sections}
        if not self.away:
            return set()
        line, section = self.away.pop(self.chance.randrange(len(self.away)))
        if id(section) not in here or any(fact.id in busy for fact in line.facts):
            return set()
        section.lines.insert(self.chance.randrange(len(section.lines) + 1), line)
        return {fact.id for fact in line.facts}

    def _swapped(self, busy: set[str]) -> set[str]:
        single = self._single(busy)
        pairs = [
            ((one, n), (one, m))
            for file in self.files
            for one in file.sections
            for n in range(len(one.lines))
            for m in range(n)
            if single(one.lines[n])
            and single(one.lines[m])
            and _similar(one.lines[n].facts[0], one.lines[m].facts[0])
        ]
        if not pairs:
            return set()
        (section, n), (_, m) = self.chance.choice(pairs)
        lines = section.lines
        lines[n], lines[m] = lines[m], lines[n]
        return {fact.id for place in (n, m) for fact in lines[place].facts}

    def _item_in_front(self, busy: set[str]) -> set[str]:
        place = self.place(lambda line: True)
        if not self.spare or place is None:
            return set()
        section, number = place
        fact = self.spare.pop(self.chance.randrange(len(self.spare)))
        section.lines.insert(number, Line([fact], seconds=section.lines[number].seconds))
        return {fact.id for line in section.lines for fact in line.facts}

    # What makes another claim of it

    def _number(self, busy: set[str]) -> set[str]:
        def other(fact: Fact) -> Fact | None:
            part = next(
                (p for p in ("circumstance", "object") if re.search(r"\d", getattr(fact, p))), ""
            )
            if not part:
                return None
            text = getattr(fact, part)
            new = re.sub(
                r"\d+", lambda hit: str(int(hit[0]) + self.chance.randrange(1, 9)), text, count=1
            )
            return self._anew(replace(fact, **{part: new}))

        return self._on_fact(busy, other)

    def _opposite(self, busy: set[str]) -> set[str]:
        def other(fact: Fact) -> Fact | None:
            for part in self.chance.sample(["finite", "subject", "object", "circumstance"], 4):
                for old, new in sorted(self.facts.opposites.items()):
                    text = getattr(fact, part)
                    if part == "finite" and text == old:
                        return self._anew(_with_verb(fact, new), part)
                    if part != "finite" and re.search(rf"\b{old}\b", text):
                        return self._anew(
                            replace(fact, **{part: re.sub(rf"\b{old}\b", new, text)}), part
                        )
            return None

        return self._on_fact(busy, other)

    def _negated(self, busy: set[str]) -> set[str]:
        return self._with_aux(busy, "not")

    def _doubted(self, busy: set[str]) -> set[str]:
        return self._with_aux(busy, "may")

    def _with_aux(self, busy: set[str], aux: str) -> set[str]:
        def other(fact: Fact) -> Fact:
            return self._anew(replace(fact, aux="" if fact.aux == aux else aux))

        return self._on_fact(busy, other)

    def _anew(self, fact: Fact, part: str = "") -> Fact:
        """It says something else from now on."""
        self.slips.pop(fact.id, None)
        return replace(fact, turned=fact.turned ^ {part}) if part else fact

    def _replaced(self, busy: set[str]) -> set[str]:
        """A fact goes and another that looks like it comes in its place."""
        single = self._single(busy)
        places = self.places(lambda line: len(line.facts) == 1 and single(line))
        pairs = [
            (place, fact)
            for place in places
            for fact in self.spare
            if _similar(place[0].lines[place[1]].facts[0], fact)
        ]
        if not pairs:
            return set()
        (section, number), fact = self.chance.choice(pairs)
        gone = section.lines[number].facts[0]
        self.spare.remove(fact)
        self.spare.append(gone)
        self.slips.pop(gone.id, None)
        section.lines[number] = Line([fact], seconds=section.lines[number].seconds)
        return {gone.id, fact.id}

    # What a build reads

    def pages(self) -> tuple[list[Page], dict[tuple[object, ...], tuple[str, str]]]:
        """The notes of today, and for each question which fact it asks."""
        truth: dict[tuple[object, ...], tuple[str, str]] = {}
        files = sorted(self.files, key=lambda file: file.path)
        return [self._page(file, truth) for file in files], truth

    def _page(self, file: File, truth: dict[tuple[object, ...], tuple[str, str]]) -> Page:
        text = f"# {file.title}\n\n"
        claims: list[Claim] = []
        questions: list[Question] = []
        for section in file.sections:
            text += f"## {section.heading}\n\n"
            for line in section.lines:
                said = self._sentence(line)
                quote = Quote(len(text), len(text) + len(said), said, said)
                text += f"{said} [{line.seconds}]\n\n"
                place = Evidence(quote, (section.heading,), line.seconds, False, quote.start)
                for fact in line.facts:
                    id_ = f"c{len(claims) + 1}"
                    words = said if line.whole else _sentenced(self._clause(fact, line.style))
                    claims.append(Claim(id_, "cause", words, place))
                    for question in self._questions(fact, line.style, place, file.path, id_):
                        truth[_asked(question, said)] = fact.said
                        questions.append(question)
        source = Source("youtube", file.video) if file.video else Source("note", file.path)
        note = Note(file.path, text, 0, file.title, source, file.video)
        plain = re.sub(r"\s+", " ", text)
        return Page(note, tuple(claims), (), tuple(questions), plain=plain)

    def _sentence(self, line: Line) -> str:
        clauses = [self._clause(fact, line.style) for fact in line.facts]
        return _sentenced(", and ".join(clauses))

    def _clause(self, fact: Fact, style: str) -> str:
        aux = fact.aux
        when = f" {fact.circumstance}" if fact.circumstance else ""
        verb = {"": fact.finite, "may": f"may {fact.base}", "not": f"{_do(fact)} not {fact.base}"}[
            aux
        ]
        if style == "passive":
            be = {"": _be(fact.object), "may": "may be", "not": f"{_be(fact.object)} not"}[aux]
            return f"{fact.object} {be} {fact.participle} by {fact.subject}{when}"
        if style == "fronted" and when:
            return f"{fact.circumstance}, {fact.subject} {verb} {fact.object}"
        return f"{fact.subject} {verb} {fact.object}{when}"

    def _questions(
        self, fact: Fact, style: str, place: Evidence, note: str, claim: str
    ) -> Iterator[Question]:
        aux = fact.aux
        what = {"": f"What {_do(fact)} {fact.subject} {fact.base}?"}.get(
            aux, f"What {aux or ''} {fact.subject} {fact.base}?"
        )
        who = f"What {aux + ' ' if aux else ''}{fact.finite} {fact.object}?"
        if style == "passive":
            what = f"What {_be(fact.object)} {aux} {fact.participle} by {fact.subject}?"
            who = f"By what {_be(fact.object)} {fact.object} {aux} {fact.participle}?"
        turned = style == "passive" and sum(map(ord, fact.id)) % 2
        object_role, subject_role = ("subject", "object") if turned else ("object", "subject")
        make = partial(Question, evidence=place, note=note, claim=claim, judged=True)
        yield make("question", object_role, " ".join(what.split()), fact.object, score=0.9)
        yield make("question", subject_role, " ".join(who.split()), fact.subject, score=0.8)
        if sum(map(ord, fact.id)) % 5 == 0:
            before, _, after = self._clause(fact, style).partition(fact.object)
            pieces = (Gap(before, 0), Gap(fact.object, 1), Gap(f"{after}.", 0))
            text = tuple(gap for gap in pieces if gap.text)
            yield make("cloze", "gap", "", fact.object, text=text, score=0.95)


def _sentenced(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."


def _asked(each: Card | Question, quote: str) -> tuple[object, ...]:
    return quote, each.question, each.answer, tuple(gap.text for gap in each.text)


def _with_verb(fact: Fact, finite: str) -> Fact:
    """A fact with another verb; all its forms follow from the finite one."""
    first, _, rest = finite.partition(" ")
    singular = fact.finite != fact.base
    base = _lemma(first) if singular else first
    tail = f" {rest}" if rest else ""
    return replace(fact, base=base + tail, finite=finite, participle=inflect(base, "VBN") + tail)


def _lemma(word: str) -> str:
    from lemminflect import getLemma

    return str(getLemma(word, "VERB")[0])


def _do(fact: Fact) -> str:
    return "do" if fact.finite == fact.base else "does"


def _be(thing: str) -> str:
    head = re.split(r" (?:of|to|from|into|by|in|with|that|between|than) ", thing)[0]
    return "are" if head.endswith("s") and not head.endswith(("ss", "us")) else "is"


def _slipped(word: str, chance: random.Random) -> str:
    """A word as hasty fingers write it."""
    at = chance.randrange(1, len(word) - 2)
    kind = chance.randrange(3)
    if kind == 0 and word[at] != word[at + 1]:
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    if kind == 1:
        return word[:at] + word[at + 1 :]
    return word[:at] + word[at] + word[at:]


def _similar(one: Fact, two: Fact) -> bool:
    mine = set(f"{one.subject} {one.finite} {one.object}".split())
    return len(mine & set(f"{two.subject} {two.finite} {two.object}".split())) >= 2


def _facts_of(file: File) -> set[str]:
    return {fact.id for s in file.sections for line in s.lines for fact in line.facts}


@dataclass
class Tally:
    """What became of the cards, by kind of edit."""

    touched: Counter[str] = field(default_factory=Counter)
    lost: Counter[str] = field(default_factory=Counter)
    ambiguous: Counter[str] = field(default_factory=Counter)
    astray: Counter[str] = field(default_factory=Counter)
    examples: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    put_away: set[str] = field(default_factory=set)
    """Cards that lived when their sentence was deleted."""
    strays: set[str] = field(default_factory=set)
    """Cards that landed on another claim; each is counted once."""
    edits: int = 0

    def lines(self) -> Iterator[str]:
        heads = ("cards", "kept", "refused", "lost", "astray")
        yield f"{'kind of edit':20} " + " ".join(f"{head:>7}" for head in heads)
        for kind in (*WORDING, *PLACE, *MEANING):
            n, gone, unsure = self.touched[kind], self.lost[kind], self.ambiguous[kind]
            kept = n - gone - unsure if kind not in MEANING else 0
            yield f"{kind:20} {n:7} {kept:7} {unsure:7} {gone:7} {self.astray[kind]:7}"

    def share(self, counts: Counter[str], kinds: tuple[str, ...]) -> float:
        return sum(counts[kind] for kind in kinds) / max(1, sum(self.touched[k] for k in kinds))


def run(facts: FactSet, steps: int, seed: int, tally: Tally | None = None) -> Tally:
    """Edit and build, many times in a row."""
    tally = tally or Tally()
    desk = Desk(facts, random.Random(seed))  # noqa: S311
    tally.strays.clear()
    plan = Plan("Machine", Recipe(), Path("notes"), Path("m.apkg"), Path("m.ledger.jsonl"))
    entries: tuple[Entry, ...] = ()
    births: dict[str, tuple[str, str]] = {}
    for step in range(steps):
        labels: dict[str, str] = {}
        for _ in range(desk.chance.choice([1, 1, 1, 2, 3]) if step else 0):
            kind = desk.chance.choice([*WORDING, *WORDING, *PLACE[:-1], *MEANING])
            touched = desk.edit(kind, set(labels))
            tally.edits += bool(touched)
            for fact in touched:
                labels.setdefault(fact, kind)
        pages, truth = desk.pages()
        shelf = Shelf(plan, pages)
        offer = offer_cards(shelf, Ledger(FIRST, entries), 100)
        settled = settle(entries, offer.cards, offer.look, 1000 + step)
        after = linked(settled.entries, shelf)
        _count(tally, entries, after, births, truth, labels)
        entries = after
    return tally


def _count(
    tally: Tally,
    before: tuple[Entry, ...],
    after: tuple[Entry, ...],
    births: dict[str, tuple[str, str]],
    truth: dict[tuple[object, ...], tuple[str, str]],
    labels: dict[str, str],
) -> None:
    old = {entry.card.guid: entry for entry in before}
    here = set(truth.values())
    for entry in after:
        guid, was = entry.card.guid, old.get(entry.card.guid)
        born = births.setdefault(guid, _fact(entry.card, truth) or ("?", ""))
        kind = labels.get(born[0], "untouched")
        live = was is not None and was.state == "live"
        if live and entry.state == "retired" and kind == "deleted":
            tally.put_away.add(guid)
        coming = kind == "restored" and born in here and guid in tally.put_away
        tally.put_away -= {guid} if born in here else set()
        if live or coming:
            tally.touched[kind] += 1
        if entry.state == "live":
            found = _fact(entry.card, truth)
            if found != born and guid not in tally.strays:
                tally.strays.add(guid)
                tally.astray[kind] += 1
                tally.examples[kind].append(
                    f"ASTRAY {born} -> {found}: {was and was.card.claim} -> {entry.card.claim}"
                )
        elif (live or coming) and born in here:
            unsure = entry.why == "ambiguous"
            (tally.ambiguous if unsure else tally.lost)[kind] += 1
            now = sorted({quote for (quote, *_), fact in truth.items() if fact == born})
            asked = f"{entry.card.question} {entry.card.answer}"
            tally.examples[kind].append(f"{entry.why}: {entry.card.claim} -> {now} ({asked})")


def _fact(card: Card, truth: dict[tuple[object, ...], tuple[str, str]]) -> tuple[str, str] | None:
    """Which fact a card asks today; one in old words is known by its sentence and its answer."""
    exact = truth.get(_asked(card, card.quote))
    if exact is not None:
        return exact
    # A sentence that was merged with the next one stands in it as it was, but for its full stop.
    near = {fact for (quote, *_), fact in truth.items() if quote == card.quote}
    if not near:
        inside = card.quote.rstrip(".")
        near = {f for (q, asked, *_), f in truth.items() if inside in q and asked == card.question}
    return next(iter(near)) if len(near) == 1 else _by_answer(card, truth)


def _by_answer(
    card: Card, truth: dict[tuple[object, ...], tuple[str, str]]
) -> tuple[str, str] | None:
    said = {
        f
        for (quote, _, answer, _), f in truth.items()
        if (quote, answer) == (card.quote, card.answer)
    }
    return next(iter(said)) if len(said) == 1 else None


def main(steps: int = 400, first: int = 0) -> None:
    for name, facts in (("desk", DESK), ("held out", HELD_OUT), ("fresh", FRESH)):
        tally = Tally()
        for seed in range(first, first + 5):
            run(facts, steps, seed, tally)
        print(f"\n{name}: {tally.edits} edits")
        print("\n".join(tally.lines()))
        if "-v" in sys.argv:
            for kind, found in tally.examples.items():
                print("\n".join(f"  {kind}: {each}" for each in found[:12]))


if __name__ == "__main__":
    numbers = [int(word) for word in sys.argv[1:] if word.isdigit()]
    main(*numbers)
