"""What a note says: facts, references, links, noise; every fact with its place in the file."""

from __future__ import annotations

import pytest
from case_files import claims_shown, links_shown, params, write_expected

CLAIMS = ("claims.md", "references.md", "noise.md")


@pytest.mark.parametrize(("source", "expected"), [p for name in CLAIMS for p in params(name)])
def test_claims(source, expected):
    assert claims_shown(source) == expected


@pytest.mark.parametrize(("source", "expected"), params("links.md"))
def test_links(source, expected):
    assert links_shown(source) == expected


if __name__ == "__main__":
    # Writes what comes out now into the case files.
    for each in CLAIMS:
        write_expected(each, claims_shown)
    write_expected("links.md", links_shown)
