"""Questions -> cards with an identity; cards of the ledger -> their place in the notes of today."""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from cards.identity import guid_for
from cards.ledger import Seen, placed
from cards.model import Card, Chain, Claim, Entry, Evidence, Image, Link, Note, Page, Question
from cards.plans import Plan, deck_of, tags_of
from cards.sources import clock, link

Key = tuple[object, ...]


def even(text: str) -> str:
    """A text whose blanks and Unicode form make no difference."""
    spaced = " ".join(text.split())
    return spaced if spaced.isascii() else unicodedata.normalize("NFC", spaced)


@dataclass(frozen=True, eq=False)
class Leaf:
    """One page, and what all its cards have in common."""

    page: Page
    plain: str
    evidence: Mapping[str, Evidence]
    """Where its sentences stand, by their words."""
    images: Mapping[str, tuple[Image, ...]]
    """What is shown beside its sentences, by their words."""
    claims: Mapping[str, str]
    tags: tuple[str, ...]
    deck: str

    def says(self, quote: str) -> bool:
        words = even(quote)
        return words in self.evidence or _whole_words_in(words, self.plain)


def _leaf(page: Page, plan: Plan) -> Leaf:
    return Leaf(
        page,
        even(page.plain),
        _evidence(page),
        _images(page),
        {claim.id: claim.text for claim in page.claims},
        tags_of(plan, page.note),
        deck_of(plan, page.note),
    )


class Shelf:
    """The pages of a deck as they are today, and which notes were not read."""

    def __init__(self, plan: Plan, pages: Sequence[Page], unread: Collection[str] = ()) -> None:
        """Open a deck's pages.

        Args:
            plan: Of the deck.
            pages: In reading order.
            unread: Paths of notes and folders that could not be read.
        """
        self.plan = plan
        self.pages = tuple(pages)
        self.unread = frozenset(unread)
        self._leaves = {page.note.path: _leaf(page, plan) for page in pages}
        self._by_identity: dict[str, list[Leaf]] = defaultdict(list)
        for leaf in self._leaves.values():
            self._by_identity[leaf.page.note.identity].append(leaf)
        self._seen: dict[str, Seen] = {}
        self._by_quote: dict[str, list[Leaf]] = defaultdict(list)
        for leaf in self._leaves.values():
            for quote in leaf.evidence:
                self._by_quote[quote].append(leaf)
        self._natives: frozenset[Key] = frozenset()
        self._heirs: Mapping[str, Leaf] = {}
        self.above: Mapping[str, str] = {}
        """Guid of the card before each card in its note, as the ledger remembers."""
        self.below: Mapping[str, str] = {}

    def know(self, entries: Sequence[Entry]) -> None:
        """Look at all shipped cards together: which of them moved with others to another note."""
        self._seen.clear()
        cards = [entry.card for entry in entries]
        at_home = {card.guid: self._at_home(card) for card in cards}
        self._natives = frozenset(
            _sign(leaf, card) for card in cards if (leaf := at_home[card.guid]) is not None
        )
        votes: dict[str, Counter[str]] = defaultdict(Counter)
        for card in cards:
            if at_home[card.guid] is None:
                votes[card.note].update(
                    leaf.page.note.path for leaf in self._by_quote.get(even(card.quote), ())
                )
        self._heirs = {
            note: self._leaves[min(count, key=lambda path: (-count[path], path))]
            for note, count in votes.items()
            if count
        }
        self.above = {card.guid: card.after for card in cards if card.after}
        self.below = _below(cards)

    def homes(self, card: Card) -> list[Leaf]:
        """The notes that are the card's note today."""
        homes = list(self._by_identity.get(card.identity, ()))
        if card.note in self._leaves and self._leaves[card.note] not in homes:
            homes.append(self._leaves[card.note])
        if card.note in self._heirs and self._heirs[card.note] not in homes:
            homes.append(self._heirs[card.note])
        return homes

    def _at_home(self, card: Card) -> Leaf | None:
        homes = self._by_identity.get(card.identity, [])
        if card.note in self._leaves:
            homes = [*homes, self._leaves[card.note]]
        return next((leaf for leaf in homes if self._stands(card, leaf)), None)

    def order(self, card: Card) -> int | None:
        """Where a card's sentence stands in its note today; None where no rule reads it."""
        leaf = self._leaves.get(card.note)
        evidence = leaf.evidence.get(even(card.quote)) if leaf else None
        return evidence.order if evidence else None

    def note(self, path: str) -> Note:
        return self._leaves[path].page.note

    def spot(self, path: str, quote: str) -> tuple[int, int] | None:
        """Where a sentence stands in the file of a note; None where no rule reads it there."""
        leaf = self._leaves.get(path)
        evidence = leaf.evidence.get(even(quote)) if leaf else None
        return (evidence.quote.start, evidence.quote.end) if evidence else None

    def look(self, card: Card) -> Seen:
        """Tell what became of a card's sentence."""
        if card.guid not in self._seen:
            self._seen[card.guid] = self._look(card)
        return self._seen[card.guid]

    def _look(self, card: Card) -> Seen:
        leaf = self._at_home(card)
        if leaf is not None:
            return placed(card, self._today(card, leaf))
        is_lost = card.identity not in self._by_identity and card.note not in self._leaves
        if is_lost and self._is_unread(card.note):
            return "unread"
        leaf = self._elsewhere(card)
        if leaf is not None:
            there = placed(card, self._today(card, leaf))
            return replace(there, identity=leaf.page.note.identity)
        # What a chain rests on may stand in a note that was not read this time.
        if card.rests and (self.unread or self.plan.only):
            return "unread"
        return "lost" if is_lost else "gone"

    def _elsewhere(self, card: Card) -> Leaf | None:
        """Another note that has the card's sentence now: first the one that got most of its note.

        A note in which another shipped card asks the same has no use for it.
        """
        heir = self._heirs.get(card.note)
        words = even(card.quote)
        others = sorted(
            self._by_quote.get(words, ()),
            key=lambda leaf: (
                leaf.evidence[words].headings != card.headings,
                leaf.page.note.path,
            ),
        )
        return next(
            (
                leaf
                for leaf in ([heir] if heir else []) + others
                if self._stands(card, leaf) and _sign(leaf, card) not in self._natives
            ),
            None,
        )

    def _is_unread(self, path: str) -> bool:
        if self.plan.only or path in self.unread or "." in self.unread:
            return True
        return any(path.startswith(f"{folder}/") for folder in self.unread)

    def _stands(self, card: Card, leaf: Leaf) -> bool:
        if not card.rests:
            return leaf.says(card.quote)
        return all(
            leaf.says(quote) or any(other.says(quote) for other in self._leaves.values())
            for quote in card.rests
        )

    def _today(self, card: Card, leaf: Leaf) -> Card:
        """The card where its sentence stands today."""
        note = leaf.page.note
        evidence = leaf.evidence.get(even(card.quote))
        seconds = evidence.seconds if evidence else card.seconds
        # The quote of a chain may stand in another note, whose link is not ours to change.
        ours = evidence or not card.rests
        images = card.images if card.rests else leaf.images.get(even(card.quote), card.images)
        return replace(
            card,
            note=note.path,
            title=note.title,
            channel=note.channel,
            headings=evidence.headings if evidence else card.headings,
            seconds=seconds,
            near=evidence.near if evidence else card.near,
            url=link(note.source, seconds, self.plan.recipe.vault) if ours else card.url,
            tags=leaf.tags,
            deck=leaf.deck,
            images=images,
        )

    def at(self, card: Card, path: str, claim: str, evidence: Evidence) -> Card:
        """A card in its old words on a sentence of today that says the same."""
        leaf = self._leaves[path]
        there = replace(card, note=path, quote=evidence.quote.plain, claim=claim)
        today = placed(there, self._today(there, leaf))
        return replace(today, identity=leaf.page.note.identity)

    def card(self, question: Question, guid: str, rests: tuple[str, ...] = ()) -> Card:
        """A question as a card with a name."""
        leaf = self._leaves[question.note]
        note = leaf.page.note
        evidence = question.evidence
        return Card(
            guid=guid,
            kind=question.kind,
            role=question.role,
            question=question.question,
            answer=question.answer,
            text=question.text,
            signs=question.signs,
            quote=evidence.quote.plain,
            marks=question.marks,
            images=question.images,
            claim=leaf.claims.get(question.claim, ""),
            note=note.path,
            identity=note.identity,
            title=note.title,
            channel=note.channel,
            headings=evidence.headings,
            seconds=evidence.seconds,
            near=evidence.near,
            url=link(self._speaker(question).source, evidence.seconds, self.plan.recipe.vault),
            tags=leaf.tags,
            deck=leaf.deck,
            order=(evidence.order,),
            also=tuple(self._also(path, other) for path, other in question.also),
            rests=rests,
        )

    def _speaker(self, question: Question) -> Note:
        """The note that says the quote: of a chain over several notes not always its own."""
        own, quote = self.note(question.note), question.evidence.quote
        if own.text[quote.start : quote.end] == quote.text:
            return own
        notes = (page.note for page in self.pages)
        return next((n for n in notes if n.text[quote.start : quote.end] == quote.text), own)

    def _also(self, path: str, evidence: Evidence) -> tuple[str, str]:
        note = self.note(path)
        when = "" if evidence.seconds is None else f" {clock(evidence.seconds)}"
        return f"{note.title}{when}", link(note.source, evidence.seconds, self.plan.recipe.vault)


def _sign(leaf: Leaf, card: Card) -> Key:
    """Tells whether two cards of a note would ask the same."""
    wording = even(card.question), even(card.answer), card.text
    return leaf.page.note.path, even(card.quote), card.kind, card.role, *wording


def _below(cards: Sequence[Card]) -> dict[str, str]:
    """The card that follows each card in its note, as the ledger remembers."""
    leaders: dict[tuple[str, str], str] = {}
    for card in sorted(cards, key=lambda each: each.guid, reverse=True):
        leaders[card.note, even(card.quote)] = card.guid
    following = {
        card.after: card.guid
        for card in sorted(cards, key=lambda each: each.guid, reverse=True)
        if card.after
    }
    return {
        card.guid: following[leader]
        for card in cards
        if (leader := leaders[card.note, even(card.quote)]) in following
    }


def linked(entries: Sequence[Entry], shelf: Shelf) -> tuple[Entry, ...]:
    """The entries, each with the card before it in its note as it is today.

    Of the cards of one sentence the one with the first guid stands for all. Where a sentence is
    not read by any rule today, its cards keep what was known.
    """
    orders = {
        entry.card.guid: order
        for entry in entries
        if entry.state != "retired" and (order := shelf.order(entry.card)) is not None
    }
    rows: dict[str, dict[int, str]] = defaultdict(dict)
    for entry in sorted(entries, key=lambda each: each.card.guid, reverse=True):
        if entry.card.guid in orders:
            rows[entry.card.note][orders[entry.card.guid]] = entry.card.guid
    before: dict[tuple[str, int], str] = {}
    for note, row in rows.items():
        places = sorted(row)
        for place, following in pairwise(places):
            before[note, following] = row[place]
    return tuple(
        replace(entry, card=replace(entry.card, after=after))
        if (guid := entry.card.guid) in orders
        and (after := before.get((entry.card.note, orders[guid]), "")) != entry.card.after
        else entry
        for entry in entries
    )


def _evidence(page: Page) -> dict[str, Evidence]:
    """Where the sentences of a page stand, by their words; of two alike the first."""
    parts: tuple[Question | Claim | Link, ...] = (*page.questions, *page.claims, *page.links)
    found = sorted((part.evidence for part in parts), key=lambda evidence: evidence.order)
    return {even(evidence.quote.plain): evidence for evidence in reversed(found)}


def _images(page: Page) -> dict[str, tuple[Image, ...]]:
    """What is shown beside the sentences that are asked for; of two alike the first."""
    ordered = sorted(page.questions, key=lambda question: question.evidence.order)
    return {even(each.evidence.quote.plain): each.images for each in reversed(ordered)}


def _whole_words_in(words: str, text: str) -> bool:
    start = text.find(words) if words else -1
    while start >= 0:
        end = start + len(words)
        before = text[start - 1 : start].isalnum() and words[0].isalnum()
        after = text[end : end + 1].isalnum() and words[-1].isalnum()
        if not before and not after:
            return True
        start = text.find(words, start + 1)
    return False


def key_of(question: Question) -> Key:
    """Tells the questions of a deck apart."""
    quote = question.evidence.quote
    asked = (question.kind, question.role, question.question, question.answer, question.text)
    return (question.note, quote.start, quote.end, *asked)


def name_questions(
    questions: Sequence[Question], entries: Sequence[Entry], shelf: Shelf, deck_key: str
) -> dict[Key, str]:
    """Give each question the guid of the shipped card that it is, or one of its own.

    Questions that agree in note, sentence, kind and role are told apart by what they ask: one
    worded like a shipped card is this card. Others take the place of shipped cards whose wording
    is no longer made, so that a reworded question never stands beside its old self.
    """
    shipped: dict[Key, list[Card]] = defaultdict(list)
    for entry in entries:
        seen = shelf.look(entry.card)
        if isinstance(seen, Card):
            shipped[_group(seen.note, seen.quote, seen.kind, seen.role)].append(seen)
    groups: dict[Key, list[Question]] = defaultdict(list)
    for question in questions:
        quote = question.evidence.quote.plain
        groups[_group(question.note, quote, question.kind, question.role)].append(question)
    taken = {entry.card.guid for entry in entries}
    names: dict[Key, str] = {}
    for group, asked in groups.items():
        names |= _named(asked, shipped.get(group, []), taken, shelf, deck_key)
    return names


def _group(note: str, quote: str, kind: str, role: str) -> Key:
    return note, even(quote), kind, role


def _named(
    asked: Iterable[Question], shipped: Sequence[Card], taken: set[str], shelf: Shelf, deck_key: str
) -> dict[Key, str]:
    left = list(shipped)
    names: dict[Key, str] = {}
    others: list[Question] = []
    for question in {key_of(each): each for each in asked}.values():
        same = _same(question, left) if left else None
        if same is None:
            others.append(question)
        else:
            left.remove(same)
            names[key_of(question)] = same.guid
    for question in others:
        if left and question.kind not in ("chain", "gaps"):
            names[key_of(question)] = left.pop(0).guid
        else:
            guid = _free(question, taken, shelf, deck_key)
            taken.add(guid)
            names[key_of(question)] = guid
    return names


def _same(question: Question, cards: Sequence[Card]) -> Card | None:
    wording = _wording(question)
    return next((card for card in cards if _wording(card) == wording), None)


def _wording(each: Card | Question) -> tuple[object, ...]:
    return even(each.question), even(each.answer), each.text


def _free(question: Question, taken: set[str], shelf: Shelf, deck_key: str) -> str:
    """The first guid of a question that no card has or ever had."""
    identity = shelf.note(question.note).identity
    quote = question.evidence.quote.plain
    turn = 0
    while True:
        guid = guid_for(deck_key, identity, quote, question.kind, question.role, turn)
        if guid not in taken:
            return guid
        turn += 1


def chain_quotes(chains: Sequence[Chain]) -> Mapping[Key, tuple[str, ...]]:
    """The sentences that each chain rests on, by its note and nodes."""
    return {
        (chain.note, even(" → ".join(chain.nodes)).casefold()): tuple(
            dict.fromkeys(link.evidence.quote.plain for link in chain.links)
        )
        for chain in chains
    }


def rests_of(question: Question, quotes: Mapping[Key, tuple[str, ...]]) -> tuple[str, ...]:
    """The sentences of a chain's links; none for any other question."""
    return quotes.get((question.note, even(question.answer).casefold()), ())


__all__ = ["Shelf", "chain_quotes", "even", "key_of", "name_questions", "placed", "rests_of"]
