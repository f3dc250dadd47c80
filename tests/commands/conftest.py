"""Verbs run on a fresh copy of the example workspace, in this process."""

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from ocop_cli.app import run
from support.terminal import type_answers
from support.workspaces import copy_example

Ocop = Callable[..., int]


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A copy of the example workspace."""
    return copy_example(tmp_path / "xa-xop")


@pytest.fixture
def ocop(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> Ocop:
    """Run a command line on the copy, on the day of the examples; nobody is asked."""
    monkeypatch.setenv("OCOP_AS_OF", "2026-11-23")
    monkeypatch.setenv("OCOP_NO_INPUT", "1")
    monkeypatch.chdir(workspace)
    return lambda *words: run(list(words))


@pytest.fixture
def answer(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> Ocop:
    """Run a command line on the copy, on a terminal where somebody types the answers, one a line."""
    monkeypatch.chdir(workspace)
    monkeypatch.setenv("OCOP_AS_OF", "2026-11-23")

    def play(words: list[str], *answers: str) -> int:
        type_answers(monkeypatch, *answers)
        return run(words)

    return play


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    """The Chromium of the system, without its settings."""
    from playwright.sync_api import sync_playwright

    program = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    assert program, "no Chromium here"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def printed(capsys: pytest.CaptureFixture[str]) -> Callable[[], Any]:
    """Read the one JSON document that was printed since the last look."""
    return lambda: json.loads(capsys.readouterr().out)
