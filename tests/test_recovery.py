"""A lost ledger comes back from the last package, to the byte."""

from __future__ import annotations

from pathlib import Path

import pytest
from anki.collection import ExportAnkiPackageOptions
from anki_helper import Anki
from click.testing import CliRunner

from cards.cli import main

DECKS = Path("decks")
PACKAGE, LEDGER = DECKS / "bio.apkg", DECKS / "bio.ledger.jsonl"


@pytest.fixture(autouse=True)
def built(vault):
    DECKS.mkdir()
    (DECKS / "bio.toml").write_text('name = "Bio"\n', "utf-8")
    assert run("build").exit_code == 0


def run(*words):
    return CliRunner().invoke(main, [*words], catch_exceptions=False)


def test_a_lost_ledger_comes_back_whole(vault):
    """With what was edited since the first build, and what retired."""
    bread = vault / "kitchen/bread.md"
    text = bread.read_text("utf-8")
    bread.write_text(text.replace("Yeast produces", "Much is unknown of"), "utf-8")
    run("build")
    before = LEDGER.read_bytes()
    LEDGER.unlink()
    done = run("recover", str(PACKAGE))

    assert done.exit_code == 0
    assert "cards are known again" in done.stdout
    assert LEDGER.read_bytes() == before
    assert "(unchanged)" in run("build").stdout


def test_a_ledger_that_is_there_is_never_written_over():
    before = LEDGER.read_bytes()
    done = run("recover", str(PACKAGE))

    assert done.exit_code == 1
    assert f"{LEDGER}: there is a ledger; nothing was written" in done.stderr
    assert LEDGER.read_bytes() == before


def test_a_deck_without_a_recipe_gets_its_ledger_beside_the_package(vault):
    run("build", "notes", "--decks", "others")
    (package,) = Path("others").glob("*.apkg")
    (ledger,) = Path("others").glob("*.jsonl")
    before = ledger.read_bytes()
    ledger.unlink()
    run("recover", str(package), "--decks", "others")

    assert ledger.read_bytes() == before


def test_anki_passes_over_the_ledger_and_its_exports_have_none(tmp_path):
    export = tmp_path / "bio.apkg"
    with Anki(tmp_path / "anki") as anki:
        log = anki.import_package(PACKAGE)
        options = ExportAnkiPackageOptions(
            with_scheduling=True, with_deck_configs=False, with_media=True, legacy=True
        )
        anki.col.export_anki_package(out_path=str(export), options=options, limit=None)
        assert log.new
        assert anki.complaints() == ""
        assert not list(Path(anki.col.media.dir()).iterdir())
    LEDGER.unlink()
    done = run("recover", str(export))

    assert done.exit_code == 1
    assert "this package holds no ledger" in done.stderr
    assert not LEDGER.exists()


@pytest.mark.parametrize("name", ["missing.apkg", "bio.toml"])
def test_what_is_no_package_is_a_message(name):
    LEDGER.unlink()
    done = run("recover", str(DECKS / name))

    assert done.exit_code == 1
    assert "no package that can be read" in done.stderr
