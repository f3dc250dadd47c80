"""Every verb has a page, and every example on it runs on the example workspace.

A command in a ``sh`` block must exit with 0, or with the number in a trailing ``# mã thoát N``.
"""

import re
import shlex
from pathlib import Path

import pytest

from ocop_cli.app import pages, run
from ocop_cli.app.table import TABLE
from ocop_cli.app.verb import Verb
from support.workspaces import copy_example

VERBS = [verb for entry in TABLE for verb in (entry.verbs or (entry,))]
ENGLISH = re.compile(r"\b(Usage|Options|Arguments|Error|Commands|default|required)\b")
FIRST_SCREEN = 24  # lines of a terminal
STATUS = re.compile(r"#\s*mã thoát\s+(\d+)\s*$")


def examples(verb: Verb) -> list[tuple[list[str], int]]:
    """Return the command lines of a page with the exit status each must have."""
    blocks = re.findall(r"```sh\n(.*?)```", pages.page_text(verb), re.DOTALL)
    found = []
    for line in "\n".join(blocks).splitlines():
        status = STATUS.search(line)
        found.append((shlex.split(line, comments=True), int(status[1]) if status else 0))
    return found


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.page)
def test_the_page_says_what_it_must(verb: Verb) -> None:
    parts = pages.sections(pages.page_text(verb))
    assert {"", "Ví dụ", "Ghi ra", "Mã thoát", "Liên quan"} <= set(parts)
    assert all(parts.values())
    assert examples(verb)


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.page)
def test_every_example_runs(verb: Verb, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OCOP_AS_OF", "2026-11-23")
    monkeypatch.setenv("OCOP_NO_INPUT", "1")
    for number, (words, status) in enumerate(examples(verb)):
        monkeypatch.chdir(copy_example(tmp_path / str(number)))
        assert words[0] == "ocop"
        assert run(words[1:]) == status, words


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
