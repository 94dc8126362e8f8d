"""What is shipped stays, whatever the next version of the program makes of the notes."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

import cards.claims
import cards.pages
import cards.questions
from cards.build import build
from cards.choose import Choice
from cards.cli import main
from cards.errors import CardsError
from cards.ledger import content, read_ledger
from cards.plans import find_plans

NOW = 1_700_000_000
DECKS = Path("decks")


def run(**options):
    (plan,) = find_plans([], DECKS)
    return build(plan, **{"now": NOW} | options)


def entries():
    (path,) = DECKS.glob("*.ledger.jsonl")
    return {entry.card.guid: entry for entry in read_ledger(path).entries}


@pytest.fixture
def shipped(vault):
    run()
    return entries()


@pytest.fixture
def forgotten(monkeypatch, request):
    """Nothing of what was read before is remembered, as after an update."""
    name = request.node.name
    monkeypatch.setattr(cards.pages, "program_key", f"program of {name}".encode)
    monkeypatch.setattr(cards.pages, "model_key", lambda: f"weights of {name}")


def unhurt(shipped, report):
    assert report.counts["retired"] == report.counts["reworded"] == 0
    assert report.counts["meaning"] == report.counts["ambiguous"] == 0
    now = entries()
    for guid, entry in shipped.items():
        assert content(now[guid].card) == content(entry.card)
        assert (now[guid].changed, now[guid].state) == (entry.changed, "live")


def perturbed(parse, seed):
    """A parser that hangs every fifth word elsewhere and takes it for something else."""

    def other(text, label=0):
        chance = random.Random(f"{seed} {text}")  # noqa: S311
        sentences = parse(text, label)
        return tuple(replace(each, words=tuple(_shaken(each.words, chance))) for each in sentences)

    return other


def _shaken(words, chance):
    heads = [word.head for word in words]
    for word in words:
        if word.head < 0 or chance.random() > 0.2:
            yield word
            continue
        # A parser can be wrong, but what it gives is always a tree.
        others = [other.index for other in words if word.index not in _up(heads, other.index)]
        heads[word.index] = chance.choice(others)
        relation = chance.choice(["obj", "nsubj", "obl", "advmod", "conj", "amod"])
        yield replace(word, head=heads[word.index], dep=relation, sure=0.6)


def _up(heads, index):
    while index >= 0:
        yield index
        index = heads[index]


@pytest.mark.parametrize("seed", range(4))
def test_other_parses_touch_no_shipped_card(shipped, forgotten, monkeypatch, seed):
    monkeypatch.setattr(cards.pages, "parse_text", perturbed(cards.pages.parse_text, seed))
    report = run(now=NOW + 9)

    unhurt(shipped, report)


def test_other_parses_do_make_other_cards(shipped, forgotten, monkeypatch):
    """Else the test above could not fail."""
    (plan,) = find_plans([], DECKS)
    plan.ledger.unlink()
    monkeypatch.setattr(cards.pages, "parse_text", perturbed(cards.pages.parse_text, 0))
    run(now=NOW + 9)

    asked = {entry.card.question for entry in entries().values()}
    assert asked != {entry.card.question for entry in shipped.values()}


def test_rules_in_another_order_touch_no_shipped_card(shipped, forgotten, monkeypatch):
    for name in ("RULES",):
        rules = getattr(cards.claims, name)
        monkeypatch.setattr(cards.claims, name, tuple(reversed(rules)))
    writers = {kind: tuple(reversed(some)) for kind, some in cards.questions.WRITERS.items()}
    monkeypatch.setattr(cards.questions, "WRITERS", writers)

    unhurt(shipped, run(now=NOW + 9))


def test_a_program_that_asks_nothing_touches_no_shipped_card(shipped, monkeypatch):
    monkeypatch.setattr("cards.build.choose", lambda *_: Choice((), ()))

    unhurt(shipped, run(now=NOW + 9))


def test_a_program_that_words_all_differently_touches_no_shipped_card(
    shipped, forgotten, monkeypatch
):
    reworded_program(monkeypatch)

    unhurt(shipped, run(now=NOW + 9))


def reworded_program(monkeypatch):
    judge = cards.pages.judge

    def other(question, sense=None):
        judged = judge(question, sense)
        return replace(judged, question=judged.question.replace("?", ", please?"))

    monkeypatch.setattr(cards.pages, "judge", other)


def test_a_new_note_that_says_the_same_touches_no_shipped_card(shipped, vault):
    text = (vault / "kitchen/bread.md").read_text("utf-8")
    (vault / "a.md").write_text(text.replace("bReAdRiSe02", "aNoThEr0003"), "utf-8")

    unhurt(shipped, run(now=NOW + 9))


def test_a_smaller_limit_touches_no_shipped_card(shipped, vault):
    (name,) = DECKS.glob("*.ledger.jsonl")
    stem = name.name.removesuffix(".ledger.jsonl")
    (DECKS / f"{stem}.toml").write_text(
        'limit = 1\nstrictness = "strict"\nkinds = ["cloze"]\n', "utf-8"
    )

    unhurt(shipped, run(now=NOW + 9))


def test_a_refresh_words_shipped_cards_anew_and_keeps_their_names(shipped, forgotten, monkeypatch):
    reworded_program(monkeypatch)
    report = run(now=NOW + 9, refresh=True)
    asked = [entry for entry in entries().values() if entry.card.question.endswith(", please?")]

    assert {entry.card.guid for entry in asked} <= set(shipped)
    assert report.counts["reworded"] == len(asked) >= 5
    assert {entry.changed for entry in asked} == {NOW + 9}
    assert report.counts["retired"] == report.counts["new"] == 0


def test_a_refresh_takes_out_what_the_program_would_not_make(shipped, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr("cards.build.choose", lambda *_: Choice((), ()))
        report = run(now=NOW + 9, refresh=True)
        after = entries()
        again = run(now=NOW + 20)

    assert report.counts["retired"] == len(shipped)
    assert {(entry.state, entry.why) for entry in after.values()} == {("retired", "refreshed")}
    # Their sentences stand as they stood.
    assert {change.was for change in report.changes} == {""}
    assert again.changes == ()
    assert run(now=NOW + 30).counts["back"] == len(shipped)


def refresh(*words, answer=None, monkeypatch=None):
    if monkeypatch:
        monkeypatch.setattr("cards.cli.sys.stdin.isatty", lambda: True, raising=False)
    return CliRunner().invoke(main, ["build", "--refresh", *words], input=answer)


def test_a_refresh_says_first_what_it_would_change_and_changes_nothing_unasked(
    shipped, forgotten, monkeypatch
):
    reworded_program(monkeypatch)
    before = {path: path.read_bytes() for path in DECKS.iterdir()}
    done = refresh()

    assert done.exit_code == 1
    assert "  reworded: " in done.stderr
    assert ", please?" in done.stderr
    assert "shipped cards would change; nothing was written" in done.stderr
    assert "chaincards build --refresh --yes" in done.stderr
    assert {path: path.read_bytes() for path in DECKS.iterdir()} == before

    done = refresh("--yes")

    assert done.exit_code == 0
    assert any(entry.card.question.endswith(", please?") for entry in entries().values())


def test_a_refresh_without_a_change_asks_nothing(shipped):
    done = refresh()

    assert done.exit_code == 0
    assert done.stderr == ""


def test_a_refresh_does_not_excuse_a_lost_folder(vault):
    (vault / "body/heart.md").rename(vault / "kitchen/heart.md")
    run()
    for path in (vault / "kitchen").iterdir():
        path.unlink()

    with pytest.raises(CardsError, match="--retire"):
        run(now=NOW + 9, refresh=True)
