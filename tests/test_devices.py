"""Two devices and Anki's own sync server: what one imports and the other reviews is one deck."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from anki.collection import Collection
from anki_helper import Anki
from card_helper import NOON, make_cloze, make_entry

from cards.deck import pack
from cards.faces import dress
from cards.model import Entry
from cards.styles import load_style

pytestmark = pytest.mark.slow
ENTRIES = (make_entry(order=(1,)), make_entry(order=(2,)), make_cloze("a ", ("b", 1), order=(3,)))


@pytest.fixture
def server(tmp_path):
    """Anki's server, on a port of its own."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    told = {"SYNC_USER1": "me:secret", "SYNC_HOST": "127.0.0.1", "SYNC_PORT": str(port)}
    told["SYNC_BASE"] = str(tmp_path / "server")
    process = subprocess.Popen(
        [sys.executable, "-m", "anki.syncserver"],
        env=os.environ | told,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_for(port)
        yield f"http://127.0.0.1:{port}/"
    finally:
        process.terminate()
        process.wait(timeout=20)


def _wait_for(port):
    for _ in range(100):
        with socket.socket() as knock:
            if knock.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    pytest.fail("Anki's server did not start")


class Device(Anki):
    """A collection that syncs."""

    def join(self, server: str, *, upload: bool) -> None:
        self.auth = self.col.sync_login("me", "secret", server)
        self.col.sync_collection(self.auth, sync_media=False)
        usn = None
        self.col.close_for_full_sync()
        self.col.full_upload_or_download(auth=self.auth, server_usn=usn, upload=upload)
        self.col.reopen(after_full_sync=True)

    def sync(self) -> None:
        done = self.col.sync_collection(self.auth, sync_media=False)
        assert done.required == done.NO_CHANGES, "an ordinary sync is enough"


@pytest.fixture
def devices(tmp_path, server):
    with Device(tmp_path / "desk") as desk, Device(tmp_path / "phone") as phone:
        desk.join(server, upload=True)
        phone.join(server, upload=False)
        yield desk, phone


def package(path: Path, entries=ENTRIES, **changes) -> Path:
    named = {"name": "Body", "key": "body", "description": "", "styled": NOON} | changes
    look = named.pop("look", {})
    data = pack(dress(entries), templates=load_style("quiet", look), vault=None, **named)
    path.write_bytes(data)
    return path


def notes(col: Collection) -> list[str]:
    return sorted(col.db.list("select guid from notes"))


def test_one_package_on_two_devices_is_one_deck(devices, tmp_path):
    """With the ids of a clock there would be two notes of each."""
    desk, phone = devices
    path = package(tmp_path / "deck.apkg")
    for device in (desk, phone):
        device.import_package(path)
    desk.sync()
    phone.sync()
    desk.sync()

    assert notes(desk.col) == notes(phone.col) == sorted(e.card.guid for e in ENTRIES)
    # The decks were made by each device and have each device's own number.
    assert [row[:2] for row in desk.schedule()] == [row[:2] for row in phone.schedule()]


def test_two_builds_of_a_new_note_on_two_devices_are_one_note(devices, tmp_path):
    desk, phone = devices
    desk.import_package(package(tmp_path / "1.apkg", [Entry(ENTRIES[0].card, NOON)]))
    phone.import_package(package(tmp_path / "2.apkg", [Entry(ENTRIES[0].card, NOON + 60)]))
    desk.sync()
    phone.sync()
    desk.sync()

    assert notes(desk.col) == notes(phone.col) == [ENTRIES[0].card.guid]


def test_a_review_on_one_device_and_a_new_text_on_the_other_both_arrive(devices, tmp_path):
    """Another look needs no more than an ordinary sync, too."""
    desk, phone = devices
    desk.import_package(package(tmp_path / "1.apkg"))
    desk.sync()
    phone.sync()
    phone.review(3)
    changed = (Entry(make_entry(order=(1,), answer="New").card, NOON + 60), *ENTRIES[1:])
    look = {"look": {"accent": "#123456"}, "styled": NOON + 60}
    desk.import_package(package(tmp_path / "2.apkg", changed, **look))
    phone.sync()
    desk.sync()
    phone.sync()

    assert desk.dump() == phone.dump()
    assert phone.fields(ENTRIES[0].card.guid)["Answer"] == "New"
    assert len([row for row in desk.schedule() if len(row) < 16]) == 3
