"""What a recipe may say, and what the user is told about a wrong one."""

from __future__ import annotations

import tomllib
from dataclasses import fields

import pytest

from cards.errors import RecipeError
from cards.settings import Recipe, read_recipe, recipe_text, settings_table


@pytest.fixture
def read(tmp_path):
    def read_text(text):
        path = tmp_path / "biology.toml"
        path.write_text(text, "utf-8")
        return read_recipe(path)

    return read_text


def test_an_empty_recipe_is_the_defaults(read):
    assert read("") == Recipe()


def test_a_new_recipe_says_the_defaults(read):
    assert read(recipe_text("", "")) == Recipe()
    assert read(recipe_text("Bio", "bio-1")) == Recipe(name="Bio", key="bio-1")


def test_every_line_of_a_new_recipe_can_be_taken_into_use(read):
    """Taking the # from every setting gives a recipe that can be read."""
    lines = recipe_text("Bio", "bio-1").splitlines()
    names = tuple(f"# {each.name} = " for each in fields(Recipe))
    used = [line.removeprefix("# ") if line.startswith(names) else line for line in lines]

    recipe = read("\n".join(used))

    assert recipe.exclude == ("drafts/**",)
    assert recipe.where["status"] == ("done", "read*")


def test_a_recipe_is_read_whole(read):
    recipe = read('name = "Bio"\nlimit = 3\nkinds = ["chain"]\n[where]\nchannel = ["a", "b"]\n')

    assert recipe.name == "Bio"
    assert recipe.limit == 3
    assert recipe.kinds == ("chain",)
    assert recipe.where == {"channel": ("a", "b")}


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ('name = "x"\nlimt = 3', 2, "unknown setting 'limt'; did you mean 'limit'?"),
        ("\n\n[wher]\na = ['b']", 3, "unknown setting 'wher'; did you mean 'where'?"),
        ("zebra = 1", 1, "there are: name, key"),
        ('limit = "3"', 1, "'limit' must be a whole number, not \"3\""),
        ("limit = true", 1, "'limit' must be a whole number, not true"),
        ("limit = 0", 1, "'limit' must be 1 or more, not 0"),
        ("# one\nname = 7", 2, "'name' must be text, not 7"),
        ('tags = "exam"', 1, "'tags' must be a list of texts, not \"exam\""),
        ('subdecks = "folders"', 1, "did you mean 'folder'?"),
        ('kinds = ["chain", "clozes"]', 1, "not \"clozes\"; did you mean 'cloze'?"),
        (
            '[where]\nchannel = "a"',
            2,
            "'where' must be a table of lists of texts, and 'channel' in it is \"a\"",
        ),
        ("[look]\nink = '#000'\npaper = []", 3, "'look' must be a table of texts and numbers"),
        ("where = 3", 1, "'where' must be a table of lists of texts, not 3"),
        ('name = "x"\nname = "y"', 2, "not TOML"),
        ('name = "x\n', 1, "not TOML"),
    ],
)
def test_a_wrong_recipe_names_its_line_and_the_nearest_right(read, text, line, told):
    with pytest.raises(RecipeError) as error:
        read(text)

    assert f"biology.toml:{line}:" in str(error.value)
    assert told in str(error.value)


@pytest.mark.parametrize("name", [each.name for each in fields(Recipe)])
def test_every_setting_is_told_with_its_own_line(read, name):
    """Not with one that is a comment, a text of several lines, or a key of a table."""
    other = "vault" if name != "vault" else "ledger"
    before = f'# {name} = 1\n{other} = """\n{name} = 1\n"""\n'
    before += "" if name == "where" else f"where.{name} = ['x']\n"

    with pytest.raises(RecipeError) as error:
        read(f"{before}{name} = 2.5 # {name} = 3\n")

    assert f"biology.toml:{before.count(chr(10)) + 1}: '{name}' must be " in str(error.value)


def test_a_recipe_in_another_encoding_is_a_message(tmp_path):
    path = tmp_path / "x.toml"
    path.write_bytes('name = "Käse"'.encode("latin-1"))

    with pytest.raises(RecipeError, match="cannot be read"):
        read_recipe(path)


def test_the_table_of_settings_has_every_setting():
    table = settings_table()

    assert all(f"| `{each.name}` |" in table for each in fields(Recipe))
    assert "| `limit` | `20` |" in table


def test_a_recipe_text_is_toml_whatever_the_name():
    name = 'a "quoted" \\ name\twith € and 😀'

    assert tomllib.loads(recipe_text(name, "k"))["name"] == name


def test_choices_are_told_once(read):
    with pytest.raises(RecipeError) as far:
        read('strictness = "zebra"')
    with pytest.raises(RecipeError) as single:
        read('kinds = "chain"')

    assert str(far.value).count("balanced") == 1
    assert "did you mean" not in str(single.value)
