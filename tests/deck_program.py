"""Write a small deck to the path given, in a process of its own."""

import sys
from pathlib import Path

from card_helper import NOON, make_chain, make_cloze, make_entry

from cards.deck import pack
from cards.faces import dress
from cards.styles import load_style

ENTRIES = [
    *(make_entry(order=(n,), tags=("b", "a", "c"), deck=f"Body::{n % 3}") for n in range(20)),
    *(make_cloze("a ", ("b", 2), " ", ("c", 1), order=(n, 1)) for n in range(20)),
    make_chain("a", ("b", 1), "c", signs="+-"),
]

if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(
        pack(
            dress(ENTRIES),
            name="Body",
            key="body",
            description="From notes",
            templates=load_style("quiet"),
            styled=NOON,
            vault=None,
        )
    )
