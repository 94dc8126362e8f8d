"""What the documentation says is so."""

from __future__ import annotations

import os
import re
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

import cards
from cards.cli import main
from cards.settings import read_recipe, settings_table
from cards.styles import load_style

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
RECIPE = ROOT / "docs" / "recipe.md"
CI = ROOT / ".ci" / "run"
MANUAL = [README, *sorted((ROOT / "docs").glob("**/*.md"))]
PAGES = sorted([*ROOT.glob("*.md"), *MANUAL[1:]])
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))

FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
INLINE = re.compile(r"`([^`\n]+)`")
LINK = re.compile(r"\]\(([^)\s]+)")
HEADING = re.compile(r"^#+ (.*)$", re.MULTILINE)
OPTION = re.compile(r"(?<![\w-])--?[a-z][\w-]*")


def shell_lines(text: str) -> list[str]:
    return [
        line
        for language, body in FENCE.findall(text)
        if language == "sh"
        for line in body.split("\n")
        if line
    ]


def told_commands(*pages: Path) -> Iterator[list[str]]:
    """Yield the words after ``chaincards`` wherever the pages show a command."""
    text = "\n".join(page.read_text("utf-8") for page in pages)
    for code in (*shell_lines(text), *INLINE.findall(FENCE.sub("", text))):
        for command in re.findall(r"(?:^|/|&& )chaincards ([^&|]+)", code):
            yield command.split()


def group() -> click.Group:
    assert isinstance(main, click.Group)
    return main


def test_the_readme_has_two_commands_that_are_whole_in_one_line():
    own = [line for line in shell_lines(README.read_text("utf-8")) if "-m venv" in line]

    assert [line.rsplit("/", 1)[1] for line in own] == ["chaincards build", "pytest"]
    for line in own:
        made, used = re.findall(r"-m venv (\S+)", line), re.findall(r"(\S+)/bin/", line)
        assert len(made) == 1
        assert set(used) == set(made)


def test_continuous_integration_runs_the_readme_word_for_word():
    """It cuts the lines out of the README, so there is no second copy that could differ."""
    script = CI.read_text("utf-8")
    (pattern,) = re.findall(r'grep -E "([^"]+)" README\.md', script)
    for ending in ("chaincards build", "pytest"):
        assert f"readme_command '{ending}'" in script
        found = subprocess.run(
            ["grep", "-E", pattern.replace("\\$", "$").replace("$1", ending), str(README)],
            capture_output=True,
            text=True,
            check=True,
        )
        assert found.stdout.strip() in shell_lines(README.read_text("utf-8"))


def test_continuous_integration_can_be_started():
    assert os.access(CI, os.X_OK)
    assert subprocess.run(["bash", "-n", str(CI)], check=False).returncode == 0


def test_continuous_integration_runs_every_kind_of_test_that_the_default_leaves_out():
    markers = [line.split(":")[0] for line in PROJECT["tool"]["pytest"]["ini_options"]["markers"]]

    assert f"-m '{' or '.join(markers)}'" in CI.read_text("utf-8")
    assert f"-m '{' or '.join(markers)}'" in (ROOT / "Makefile").read_text("utf-8")


def test_the_manual_has_the_table_of_settings_that_the_program_has():
    """`python tests/test_docs.py` writes it anew."""
    told = re.search(
        r"<!-- settings -->\n(.*?)<!-- /settings -->", RECIPE.read_text("utf-8"), re.DOTALL
    )

    assert told is not None
    assert told[1] == settings_table()


def test_every_command_in_the_manual_exists():
    unknown = [words for words in told_commands(*MANUAL) if words[0] not in group().commands]

    assert [words for words in unknown if words[0] not in ("COMMAND", "--version", "--help")] == []


def test_every_command_is_in_the_readme():
    assert set(group().commands) <= {words[0] for words in told_commands(README)}


def test_every_option_in_the_manual_exists():
    for words in told_commands(*MANUAL):
        command = group().commands.get(words[0])
        if isinstance(command, click.Group):
            command = command.commands.get(words[1])
        known = {"--help", "--version"}
        for parameter in command.params if command else ():
            known |= {*parameter.opts, *parameter.secondary_opts}
        assert set(OPTION.findall(" ".join(words))) <= known, words


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_no_link_between_pages_is_broken(page):
    text = FENCE.sub("", page.read_text("utf-8"))
    links = [link for link in LINK.findall(text) if "://" not in link]

    assert [link for link in links if not leads_somewhere(page, link)] == []


def leads_somewhere(page: Path, link: str) -> bool:
    """Whether there is such a file, and such a heading in it."""
    name, _, anchor = link.partition("#")
    target = page.parent / name if name else page
    if not anchor:
        return target.exists()
    headings = HEADING.findall(FENCE.sub("", target.read_text("utf-8")))
    return anchor in {re.sub(r"[^\w -]", "", each).lower().replace(" ", "-") for each in headings}


def test_every_page_of_the_manual_is_reached_from_the_readme():
    links = {link.partition("#")[0] for link in LINK.findall(README.read_text("utf-8"))}

    assert {page.relative_to(ROOT).as_posix() for page in MANUAL[1:]} <= links


def test_the_changelog_knows_the_version():
    assert PROJECT["project"]["version"] == cards.__version__
    assert f"\n## [{cards.__version__}]" in (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_every_make_target_that_is_named_exists():
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    pages = "\n".join(page.read_text("utf-8") for page in PAGES)
    named = set(re.findall(r"(?:`|^    )make ([a-z]+)", pages, re.MULTILINE))

    assert named
    assert named <= set(targets)


def test_the_note_in_the_manual_is_one_of_the_example():
    shown = [body for language, body in fences() if language == "markdown"]
    notes = "\n".join(path.read_text("utf-8") for path in (ROOT / "notes").rglob("*.md"))

    assert shown
    assert [line for each in shown for line in each.splitlines() if line.strip() not in notes] == []


def test_every_message_in_the_table_of_troubles_is_one_that_the_program_gives():
    """Words in double quotes in the first column; `…` stands for what changes."""
    text = README.read_text("utf-8")
    table = text[text.index("## When something is wrong") :]
    code = "\n".join(path.read_text("utf-8") for path in (ROOT / "cards").rglob("*.py"))
    pieces = [
        piece.strip()
        for said in re.findall(r'^\| "([^"]+)"', table, re.MULTILINE)
        for piece in said.split("…")
    ]

    assert pieces
    assert [piece for piece in pieces if piece not in code] == []


def test_the_recipes_in_the_manual_can_be_read(tmp_path):
    examples = [body for language, body in fences() if language == "toml" and "[[" not in body]

    assert any("look" in text for text in examples)
    for text in examples:
        recipe = tmp_path / "deck.toml"
        recipe.write_text(text)
        read = read_recipe(recipe)
        assert load_style(read.style, read.look, recipe).css


def fences() -> list[tuple[str, str]]:
    """Language and text of all that stands in fences in the manual."""
    return [pair for page in MANUAL for pair in FENCE.findall(page.read_text("utf-8"))]


if __name__ == "__main__":
    whole = RECIPE.read_text("utf-8")
    block = f"<!-- settings -->\n{settings_table()}<!-- /settings -->"
    RECIPE.write_text(
        re.sub(r"<!-- settings -->.*<!-- /settings -->", lambda _: block, whole, flags=re.DOTALL),
        "utf-8",
    )
