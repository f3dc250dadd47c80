"""``ocop undo`` is a list: step by step back, forward again, and an edit by hand is never lost unasked."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from support.paths import EXAMPLES

Ocop = Callable[..., int]
Printed = Callable[[], Any]


def same_as_example(workspace: Path) -> bool:
    return all(
        path.read_bytes() == (EXAMPLES / path.relative_to(workspace)).read_bytes()
        for path in (workspace / "dossiers").glob("*.yaml")
    )


def test_undo_repeated_goes_back_to_the_first_step_and_never_forward(workspace: Path, ocop: Ocop) -> None:
    assert ocop("advance", "gao-do") == 0
    assert ocop("report", "--kind", "ideas") == 0
    assert ocop("withdraw", "homestay", "--reason", "thôi") == 0
    assert [ocop("undo") for _ in range(5)] == [0, 0, 0, 3, 3]
    assert same_as_example(workspace)
    assert not list((workspace / "documents").rglob("*.docx"))


def test_the_list_names_each_step_with_its_files(
    ocop: Ocop, printed: Printed, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ocop("advance", "gao-do") == 0
    assert ocop("report", "--kind", "ideas") == 0
    assert ocop("undo") == 0
    capsys.readouterr()
    assert ocop("undo", "--list", "--json") == 0
    rows = printed()["rows"]
    assert [row[3] for row in rows] == ["làm lại được", "hoàn tác được"]
    assert rows[0][2] == "documents/2026/danh-sach-2026-idea-list.docx"
    assert "gao-do" in rows[1][1]


def test_undo_says_what_it_deleted_and_what_it_gave_back(
    ocop: Ocop, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ocop("report", "--kind", "ideas") == 0
    capsys.readouterr()
    assert ocop("undo") == 0
    told = capsys.readouterr().out
    assert "Đã xóa documents/2026/danh-sach-2026-idea-list" in told
    assert "Đã ghi" not in told
    assert "--redo" in told


def test_an_edit_by_hand_is_explained_and_nothing_is_lost(
    workspace: Path, ocop: Ocop, capsys: pytest.CaptureFixture[str]
) -> None:
    dossier = workspace / "dossiers/gao-do.yaml"
    assert ocop("advance", "gao-do") == 0
    dossier.write_bytes(dossier.read_bytes() + b"# by hand\n")
    edited = dossier.read_bytes()
    assert ocop("undo") == 3
    told = capsys.readouterr().err
    assert "dossiers/gao-do.yaml đã được sửa tay" in told
    backup = workspace / told.partition("bản trước bước ấy: ")[2].split("\n")[0]
    assert backup.read_bytes() == (EXAMPLES / "dossiers/gao-do.yaml").read_bytes()
    assert "`ocop undo -n`" in told
    assert dossier.read_bytes() == edited
    assert ocop("undo", "-y") == 0
    assert same_as_example(workspace)
    assert ocop("undo", "--redo") == 0
    assert dossier.read_bytes() == edited


def test_backups_can_be_forgotten(workspace: Path, ocop: Ocop) -> None:
    assert ocop("advance", "gao-do") == 0
    assert ocop("undo", "--forget", "-n") == 0
    assert list((workspace / "private/.ocop/journal").iterdir())
    assert ocop("undo", "--forget") == 0
    assert not list((workspace / "private/.ocop/journal").iterdir())
    assert ocop("undo") == 3


def test_a_number_that_was_given_is_not_taken_back_without_a_word(
    workspace: Path, ocop: Ocop, capsys: pytest.CaptureFixture[str]
) -> None:
    report = "documents/2026/sam-day-evaluation-report.docx"
    assert ocop("evaluate", "sam-day") == 0
    assert ocop("docs", "number", report, "--number", "47") == 0
    record = (workspace / report).with_suffix(".yaml")
    numbered = record.read_bytes()
    capsys.readouterr()
    assert ocop("undo") == 2
    assert f"{report} mất số đã cấp" in capsys.readouterr().err
    assert record.read_bytes() == numbered
    assert ocop("undo", "-y") == 0
    assert record.read_bytes() != numbered
