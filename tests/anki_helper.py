"""The real Anki, without a window: a collection to import decks into, to read, and to review."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest
from anki.notes import Note


class Anki:
    """A collection in a folder; use it with ``with``, or close it."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.col = Collection(str(folder / "collection.anki2"))

    def __enter__(self) -> Anki:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self.col.close()

    def import_package(self, path: Path, **options: Any) -> Any:
        """Import with the defaults of the dialog, unless told otherwise; return Anki's log."""
        request = ImportAnkiPackageRequest(
            package_path=str(path), options=ImportAnkiPackageOptions(**options)
        )
        return self.col.import_anki_package(request).log

    def notes(self) -> dict[str, Note]:
        """Return all notes by guid."""
        found = (self.col.get_note(number) for number in self.col.find_notes(""))
        return {note.guid: note for note in found}

    def note(self, guid: str) -> Note:
        (number,) = self.col.db.list("select id from notes where guid = ?", guid)
        return self.col.get_note(number)

    def fields(self, guid: str) -> Mapping[str, str]:
        return dict(self.note(guid).items())

    def notetypes(self) -> list[dict[str, Any]]:
        """Return our note types."""
        every = (self.col.models.get(each.id) for each in self.col.models.all_names_and_ids())
        return [each for each in every if each and each["name"].startswith("chaincards")]

    def tags(self, guid: str) -> list[str]:
        return self.note(guid).tags

    def decks(self) -> dict[str, int]:
        """Return the decks that hold cards, and how many."""
        counts: dict[str, int] = {}
        for card in self.cards():
            name = self.col.decks.name(card.did)
            counts[name] = counts.get(name, 0) + 1
        return counts

    def cards(self, guid: str = "") -> list[Any]:
        """Return the cards of one note or of all, by note and number."""
        notes = [self.note(guid)] if guid else self.notes().values()
        return [card for note in notes for card in note.cards()]

    def question(self, guid: str, number: int = 1) -> str:
        """Return the HTML of a front, from Anki's own renderer."""
        return self._output(guid, number).question_text

    def answer(self, guid: str, number: int = 1) -> str:
        return self._output(guid, number).answer_text

    def _output(self, guid: str, number: int) -> Any:
        (card,) = (card for card in self.cards(guid) if card.ord == number - 1)
        return card.render_output(reload=True, browser=False)

    def schedule(self) -> list[tuple[Any, ...]]:
        """Return all that Anki knows of the cards' learning."""
        columns = "id,nid,did,ord,type,queue,due,ivl,factor,reps,lapses,left,odue,odid,flags,data"
        cards = self.col.db.all(f"select {columns} from cards order by id")  # noqa: S608
        return [*map(tuple, cards), *map(tuple, self.col.db.all("select * from revlog"))]

    def dump(self) -> list[tuple[Any, ...]]:
        """Return notes and schedule, every row."""
        notes = self.col.db.all("select id,guid,mid,mod,tags,flds from notes order by id")
        return [*map(tuple, notes), *self.schedule()]

    def review(self, count: int, ease: int = 3) -> None:
        """Answer the next cards of the whole collection."""
        for name in self.col.decks.all_names_and_ids():
            self.col.decks.select(name.id)
            for _ in range(count):
                card = self.col.sched.getCard()
                if card is None:
                    break
                self.col.sched.answerCard(card, ease)

    def complaints(self) -> str:
        """Return what Check Database says; empty if all is well."""
        message, _ = self.col.fix_integrity()
        # What a scheduler adds to its own data now and then is no fault of a package; Anki's
        # "all is well" would count it as one.
        lines = [line for line in message.splitlines() if not line.startswith("Added last review")]
        return "" if len(lines) == 1 and "rebuilt" in lines[0].lower() else message


class _Shown(HTMLParser):
    """Collects the text that a browser shows within the first element of a class."""

    BREAKS = frozenset({"blockquote", "div", "li", "ol", "p", "ul"})

    def __init__(self, within: str) -> None:
        super().__init__()
        self.within, self.open, self.done = within, 0 if within else 1, False
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self.text += "\n" * bool(self.open)
        elif tag not in {"img", "hr"}:
            named = self.within in (dict(attrs).get("class") or "").split()
            self.open += bool(self.open or (named and not self.done))
            self._break(tag)

    def handle_endtag(self, tag: str) -> None:
        self._break(tag)
        self.open -= bool(self.open)
        self.done = self.done or (not self.open and bool(self.text))

    def handle_data(self, data: str) -> None:
        if self.open:
            self.text += data

    def _break(self, tag: str) -> None:
        if self.open and tag in self.BREAKS:
            self.text += "\n"


def shown(markup: str, within: str = "") -> str:
    """Return the text that a browser shows, of the first element with a class; no empty lines."""
    parser = _Shown(within)
    parser.feed(re.sub(r"<style>.*?</style>", "", markup, flags=re.DOTALL))
    parser.close()
    lines = (" ".join(re.split(r"[ \t]+", line.strip(" \t"))) for line in parser.text.split("\n"))
    return "\n".join(line for line in lines if line)
