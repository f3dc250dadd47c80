"""What is answered before the framework is loaded says the same as the framework would."""

import inspect

import pytest

from ocop_cli.app import run
from ocop_cli.app.boundary import answer
from ocop_cli.app.lazy import load
from ocop_cli.app.ready import ready_answer
from ocop_cli.app.table import DESK, TABLE
from ocop_cli.app.verb import Verb

VERBS = [(verb.name,) for verb in TABLE] + [(verb.name, inner.name) for verb in TABLE for inner in verb.verbs]


@pytest.mark.parametrize("names", VERBS, ids=" ".join)
def test_a_ready_screen_says_what_the_verb_itself_says(
    names: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    for words in (["help", *names], [*names, "-h"], [*names, "--help"]):
        assert answer(words) == 0
        assert ready_answer(words) == capsys.readouterr().out != ""


@pytest.mark.parametrize("words", [["help"], ["-h"], ["--help"], ["version"], ["--version"]])
def test_the_first_answers_are_those_of_the_framework(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert answer(words) == 0
    assert ready_answer(words) == capsys.readouterr().out != ""


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["list"],
        ["rules"],
        ["help", "khong-co"],
        ["help", "rules/show"],
        ["help", "LIST"],
        ["help", ".."],
        ["help", "list", "-h"],
        ["list", "-h", "--json"],
        ["-C", ".", "list", "-h"],
        ["--version", "list"],
    ],
    ids=" ".join,
)
def test_everything_else_is_run(words: list[str]) -> None:
    assert ready_answer(words) is None


def test_an_unknown_verb_is_still_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["help", "lis"]) == 2
    assert "Có phải: `ocop list`?" in capsys.readouterr().err


@pytest.mark.parametrize(
    "verb", [DESK, *(inner for verb in TABLE for inner in verb.verbs or (verb,))], ids=lambda verb: verb.name
)
def test_every_line_of_the_table_leads_to_a_function(verb: Verb) -> None:
    function = load(verb)
    assert next(iter(inspect.signature(function).parameters)) == "session"
