"""An act after its limit is told, its reason asked for and kept; an extension moves the limit."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ocop_cli.dossier.model import Dossier
from ocop_cli.store.dossier.dossiers import load_dossier
from ocop_cli.store.reading.sources import Sources
from support.sending import WAY, sign

Ocop = Callable[..., int]
Printed = Callable[[], Any]
LAST_DAY, AFTER = "2026-12-01", "2026-12-02"
PAPER = ("--paper", "Công văn số 9/UBND ngày 20/11/2026", "--reason", "Chờ kết quả kiểm nghiệm")


def read(workspace: Path) -> Dossier:
    return load_dossier(Sources(workspace), "sam-day").dossier


def counted(ocop: Ocop, printed: Printed) -> Any:
    """Return the dossiers that the report counts as late."""
    assert ocop("report", "--period", "2026", "--why", "late", "--json", "--as-of", "2026-12-31") == 0
    return printed()["dossiers"]


def test_an_evaluation_on_the_last_day_is_not_late(ocop: Ocop, workspace: Path) -> None:
    assert ocop("evaluate", "sam-day", "--on", LAST_DAY, "--as-of", LAST_DAY) == 0
    assert all(move.late is None for move in read(workspace).history)


def test_a_late_evaluation_asks_for_the_reason_and_keeps_it(
    ocop: Ocop, workspace: Path, printed: Printed, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (workspace / "dossiers/sam-day.yaml").read_bytes()
    assert ocop("evaluate", "sam-day", "--as-of", AFTER) == 2
    told = capsys.readouterr().err
    assert "Trễ hạn sam-day" in told
    assert "01/12/2026" in told
    assert "--late-reason" in told
    assert (workspace / "dossiers/sam-day.yaml").read_bytes() == before
    assert ocop("evaluate", "sam-day", "--as-of", AFTER, "--late-reason", "Chờ ý kiến công an xã") == 0
    late = read(workspace).history[-1].late
    assert late
    assert (str(late.due), late.reason) == (LAST_DAY, "Chờ ý kiến công an xã")
    capsys.readouterr()
    assert ocop("show", "sam-day", "--as-of", AFTER) == 0
    assert "Chờ ý kiến công an xã" in capsys.readouterr().out
    assert counted(ocop, printed) == ["sam-day"]


def test_a_late_sending_is_told_for_every_dossier_of_the_package(ocop: Ocop, workspace: Path) -> None:
    assert ocop("evaluate", "sam-day") == 0
    assert ocop("submit", "sam-day") == 0
    sign(
        ocop,
        workspace,
        ["documents/2026/de-nghi-01-request-letter.docx", "documents/2026/sam-day-evaluation-report.docx"],
    )
    assert ocop("submit", "sam-day") == 0
    assert ocop("send", "sam-day", *WAY, "--as-of", AFTER) == 2
    assert read(workspace).stage == "evaluated"
    assert ocop("send", "sam-day", *WAY, "--as-of", AFTER, "--late-reason", "Chờ chữ ký") == 0
    assert [move.late.reason for move in read(workspace).history if move.late] == ["Chờ chữ ký"]


def test_a_reason_where_nothing_is_late_is_refused(ocop: Ocop, workspace: Path) -> None:
    assert ocop("evaluate", "sam-day", "--late-reason", "Chậm") == 2
    assert read(workspace).stage == "received"


def test_an_extension_moves_the_limit_with_its_paper(
    ocop: Ocop, workspace: Path, printed: Printed, capsys: pytest.CaptureFixture[str]
) -> None:
    """R7: an extension is an act with paper and reason."""
    assert ocop("extend", "sam-day", "--until", "15/12/2026", *PAPER) == 0
    (kept,) = read(workspace).extensions
    assert (kept.limit, str(kept.until), str(kept.on)) == ("commune_evaluation", "2026-12-15", "2026-11-23")
    capsys.readouterr()
    assert ocop("due", "sam-day", "--json") == 0
    (limit,) = printed()["limits"]
    assert limit["due"] == "2026-12-15"
    assert "Công văn số 9/UBND" in limit["cite"]
    assert ocop("evaluate", "sam-day", "--as-of", "2026-12-15") == 0
    assert ocop("check", "--as-of", "2026-12-15") == 0


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("sam-day", "--until", "2026-12-01", *PAPER), 2),
        (("sam-day", "--until", "2026-12-15", "--on", "2026-11-01", *PAPER), 2),
        (("sam-day", "--until", "2026-12-15"), 2),
        (("lan-rung", "--until", "2026-12-15", *PAPER), 1),
    ],
)
def test_an_extension_that_gives_nothing_is_refused(
    words: tuple[str, ...], expected: int, ocop: Ocop, workspace: Path
) -> None:
    before = (workspace / f"dossiers/{words[0]}.yaml").read_bytes()
    assert ocop("extend", *words) == expected
    assert (workspace / f"dossiers/{words[0]}.yaml").read_bytes() == before


def test_an_extension_ends_when_the_dossier_is_received_anew(ocop: Ocop, workspace: Path) -> None:
    assert ocop("extend", "sam-day", "--until", "31/12/2026", *PAPER) == 0
    assert ocop("return", "sam-day", "--reason", "Thiếu ảnh", "--as-of", "2026-11-24") == 0
    assert ocop("advance", "sam-day", "--to", "received", "--note", "Đã đủ", "--as-of", "2026-11-25") == 0
    assert ocop("evaluate", "sam-day", "--as-of", "2026-12-30") == 2
