"""A dossier that cannot be read is never taken for one that is not there (A3, H1)."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ocop_cli.usecases.report import ReportKind

Ocop = Callable[..., int]


@pytest.fixture(autouse=True)
def broken(workspace: Path) -> None:
    path = workspace / "dossiers/ca-phe.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("  set: 13", "  set: mười ba"), encoding="utf-8")


@pytest.mark.parametrize(
    "words",
    [*(("report", "--kind", kind.value, "--period", "2026") for kind in ReportKind), ("plan", "2027")],
)
def test_no_paper_counts_the_rest(workspace: Path, ocop: Ocop, capsys: Any, words: tuple[str, ...]) -> None:
    before = sorted(workspace.glob("documents/**/*"))
    for more in ((), ("-n",), ("--json",)):
        assert ocop(*words, *more) == 1
    told = capsys.readouterr()
    assert "dossiers/ca-phe.yaml" in told.out + told.err
    assert "Không đọc được hồ sơ ca-phe" in told.out + told.err
    assert sorted(workspace.glob("documents/**/*")) == before


@pytest.mark.parametrize("words", [(), ("list",), ("list", "--json"), ("next",), ("select",), ("producers",)])
def test_who_looks_at_all_is_told_what_is_left_out(ocop: Ocop, capsys: Any, words: tuple[str, ...]) -> None:
    assert ocop(*words) == 0
    assert "Không đọc được nên không tính: ca-phe" in capsys.readouterr().err


@pytest.mark.parametrize("words", [(), ("list",), ("next",), ("producers",)])
def test_a_document_for_machines_names_what_is_left_out(
    ocop: Ocop, capsys: Any, words: tuple[str, ...]
) -> None:
    assert ocop(*words, "--json") == 0
    assert json.loads(capsys.readouterr().out)["unread"] == ["ca-phe"]


def test_a_document_for_machines_about_one_says_nothing_of_others(ocop: Ocop, capsys: Any) -> None:
    assert ocop("show", "sam-day", "--json") == 0
    assert "unread" not in json.loads(capsys.readouterr().out)


def test_who_looks_at_one_is_not_told_of_others(ocop: Ocop, capsys: Any) -> None:
    assert ocop("show", "sam-day") == 0
    assert "ca-phe" not in capsys.readouterr().err
