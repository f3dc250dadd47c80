"""The folder says which version of the program wrote it; an older one reads it, and writes only where a person says so."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ocop_cli import __version__
from ocop_cli.store.workspace.data_places import DATA_PLACES, model_of
from ocop_cli.store.workspace.written_by import (
    VERSION_FILE,
    is_newer,
    newer_program,
    note_to_write,
)
from ocop_cli.usecases.merge.driver import merged_text

Ocop = Callable[..., int]
WRITE = ("set", "sam-day", "lao động trong xã=17")


def lay(workspace: Path, program: str) -> None:
    (workspace / VERSION_FILE).write_text(f"schema: ocop/version@1\nprogram: {program}\n", encoding="utf-8")


def program(workspace: Path) -> str:
    return (workspace / VERSION_FILE).read_text(encoding="utf-8").split()[-1]


@pytest.mark.parametrize("before", ["0.5.0", None])
def test_whatever_is_written_notes_the_version_and_an_undo_takes_that_back(
    ocop: Ocop, workspace: Path, capsys: pytest.CaptureFixture[str], before: str | None
) -> None:
    (workspace / VERSION_FILE).unlink()
    if before:
        lay(workspace, before)
    assert ocop("-n", *WRITE) == 0
    assert ocop("show", "sam-day") == 0
    assert not before or program(workspace) == before, "reading and trying write nothing"
    capsys.readouterr()
    assert ocop(*WRITE) == 0
    assert program(workspace) == __version__
    assert VERSION_FILE not in capsys.readouterr().out, "nobody need be told"
    assert ocop("check") in (0, 1)
    assert VERSION_FILE not in capsys.readouterr().out
    assert ocop("undo") == 0
    assert (workspace / VERSION_FILE).exists() == bool(before)


def test_it_is_not_written_by_itself(ocop: Ocop, workspace: Path) -> None:
    assert ocop(*WRITE) == 0
    lay(workspace, "0.5.0")
    assert ocop(*WRITE) == 0, "the value stands already"
    assert program(workspace) == "0.5.0"


def test_a_newer_folder_is_read_and_told_once(
    ocop: Ocop, workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lay(workspace, "99.1.0")
    for words in ((), ("list",), ("show", "sam-day"), ("check",), ("-n", *WRITE)):
        assert ocop(*words) in (0, 1)
        told = capsys.readouterr().err
        assert told.count("ocop 99.1.0 ghi") == told.count("Cài ocop 99.1.0 trở lên") == 1, words


def test_a_newer_folder_is_written_only_where_a_person_says_so(
    ocop: Ocop, answer: Any, workspace: Path, capsys: pytest.CaptureFixture[str], monkeypatch: Any
) -> None:
    lay(workspace, "99.1.0")
    before = (workspace / "dossiers/sam-day.yaml").read_bytes()
    assert ocop("--json", *WRITE) == 3
    refusal = json.loads(capsys.readouterr().out)
    assert refusal["code"] == "Y032"
    assert "thêm -y" in refusal["hint"]
    monkeypatch.delenv("OCOP_NO_INPUT")
    assert answer(list(WRITE), "không") == 3
    assert (workspace / "dossiers/sam-day.yaml").read_bytes() == before
    assert answer(list(WRITE), "có") == 0
    assert (workspace / "dossiers/sam-day.yaml").read_bytes() != before
    assert ocop("-y", "undo") == 0
    assert program(workspace) == "99.1.0", "the older one does not hide that a newer one wrote"


@pytest.mark.parametrize(("program", "is_told"), [
    ("{0}.{1}.{2}", False), ("{0}.{1}.99", False), ("0.5.0", False), ("{0}.99.0", True), ("99", True),
    ("lạ", False), ("", False), ("9" * 5000, True),
])  # fmt: skip
def test_what_counts_as_newer(tmp_path: Path, program: str, is_told: bool) -> None:
    (tmp_path / "programme").mkdir()
    lay(tmp_path, program.format(*__version__.split(".")))
    assert bool(newer_program(tmp_path)) == is_told


def test_a_note_that_cannot_be_read_stops_nothing(ocop: Ocop, workspace: Path) -> None:
    (workspace / VERSION_FILE).write_bytes(b"\0\xff")
    assert newer_program(workspace) == ""
    assert ocop(*WRITE) == 0
    assert program(workspace) == __version__
    assert note_to_write(workspace) is None


def test_git_keeps_the_newer_note() -> None:
    assert model_of(VERSION_FILE)
    before, old, new = (
        f"schema: ocop/version@1\nprogram: {each}\n".encode() for each in ("0.8.0", "0.9.0", "0.10.0")
    )
    assert is_newer(new, old)
    for ours, theirs in ((old, new), (new, old)):
        assert merged_text(VERSION_FILE, before, ours, theirs) == (new, True)


def test_every_file_that_names_no_format_is_told(
    ocop: Ocop, workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names = [name for place in DATA_PLACES for name in place.files(workspace)]
    for name in names:
        path = workspace / name
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        path.write_text("".join(line for line in lines if not line.startswith("schema:")), encoding="utf-8")
    assert ocop("check", "--json") == 0, "a hint, no fault"
    found = json.loads(capsys.readouterr().out)["findings"]
    told = {each["file"]: each["hint"] for each in found if each["code"] == "Y033"}
    assert sorted(told) == sorted(names)
    assert all("schema: ocop/" in hint for hint in told.values())
