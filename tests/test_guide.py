"""The guide for officials: every command in it runs, in order, on one copy of the example workspace."""

import re
import shlex
from pathlib import Path

import pytest

from ocop_cli.app import run
from support.paths import ROOT
from support.workspaces import copy_example


def commands() -> list[list[str]]:
    text = (ROOT / "README.vi.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```sh\n(.*?)```", text, re.DOTALL)
    return [shlex.split(line, comments=True) for line in "".join(blocks).splitlines() if line.strip()]


def test_every_command_of_the_guide_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(copy_example(tmp_path / "xa"))
    monkeypatch.setenv("OCOP_AS_OF", "2026-11-23")
    monkeypatch.setenv("OCOP_NO_INPUT", "1")
    listed = commands()
    assert len(listed) > 15
    for words in listed:
        assert words[0] == "ocop"
        assert run(words[1:]) == 0, words
