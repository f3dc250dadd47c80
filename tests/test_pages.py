"""Every verb has a page, and every example on it runs on the example workspace.

A command in a ``sh`` block must exit with 0, or with the number in a trailing ``# mã thoát N``; the first one of a page
with 0. A block ``sh demo`` runs in the folder of the demo at its end, ``sh demo DAY`` after that day. Every line has a
folder of its own, but for those of a block with ``then``: they run one after the other in one.
"""

import re
import shlex
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

import pytest

from ocop_cli.app import pages, run
from ocop_cli.app.table import TABLE
from ocop_cli.app.verb import Verb
from support.played import Played
from support.workspaces import copy_example

VERBS = [verb for entry in TABLE for verb in (entry.verbs or (entry,))]
ENGLISH = re.compile(r"\b(Usage|Options|Arguments|Error|Commands|default|required)\b")
FIRST_SCREEN = 24  # lines of a terminal
STATUS = re.compile(r"#\s*mã thoát\s+(\d+)\s*$")


class Example(NamedTuple):
    """One command line of a page, the status it exits with, and the folder it runs in: empty for the example workspace.

    ``follows`` says that it runs in the folder of the line before.
    """

    words: list[str]
    status: int
    folder: str
    follows: bool


def examples(verb: Verb) -> list[Example]:
    """Return the command lines of a page, in order."""
    blocks = re.findall(r"```sh ?([^\n]*)\n(.*?)```", pages.page_text(verb), re.DOTALL)
    return [
        Example(
            shlex.split(line, comments=True),
            int(status[1]) if status else 0,
            said.removesuffix("then").strip(),
            said.endswith("then") and number > 0,
        )
        for said, lines in blocks
        for number, line in enumerate(lines.splitlines())
        for status in [STATUS.search(line)]
    ]


def enter(example: Example, played: Callable[[], Played], root: Path, patch: pytest.MonkeyPatch) -> None:
    """Go into a copy of the folder that an example runs in, on its day."""
    on = "2026-11-23"
    if example.folder:
        days = [*played()]
        day = example.folder.removeprefix("demo").strip() or days[-1]
        shutil.copytree(played()[day], root)
        on = days[min(days.index(day) + 1, len(days) - 1)]
    patch.setenv("OCOP_AS_OF", on)
    patch.chdir(root if example.folder else copy_example(root))


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.page)
def test_the_page_says_what_it_must(verb: Verb) -> None:
    parts = pages.sections(pages.page_text(verb))
    assert {"", "Ví dụ", "Ghi ra", "Mã thoát", "Liên quan"} <= set(parts)
    assert all(parts.values())
    assert examples(verb)


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.page)
def test_every_example_runs(
    verb: Verb, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    monkeypatch.setenv("OCOP_NO_INPUT", "1")
    for number, example in enumerate(examples(verb)):
        if not example.follows:
            enter(example, partial(request.getfixturevalue, "played"), tmp_path / str(number), monkeypatch)
        assert example.words[0] == "ocop"
        assert run(example.words[1:]) == example.status, example.words


def test_the_first_example_of_every_page_works() -> None:
    failing = {verb.page: found.words for verb in VERBS if (found := examples(verb)[0]).status}
    assert not failing


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.page)
def test_help_is_in_vietnamese(verb: Verb, capsys: pytest.CaptureFixture[str]) -> None:
    words = [*(entry.name for entry in TABLE if verb in entry.verbs), verb.name]
    assert run(["help", *words]) == 0
    by_help = capsys.readouterr().out
    assert run([*words, "-h"]) == 0
    assert capsys.readouterr().out == by_help
    assert "Cách dùng: ocop " + " ".join(words) in by_help
    assert not ENGLISH.search(by_help)


def test_the_first_screen_fits_and_is_in_vietnamese(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--help"]) == 0
    screen = capsys.readouterr().out
    assert not ENGLISH.search(screen)
    assert len(screen.splitlines()) <= FIRST_SCREEN
    assert {verb.name for verb in TABLE} <= set(screen.split())
