"""``ocop docs revise``: what an issued paper comes to that was replaced, corrected or recalled."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Ocop = Callable[..., int]
Printed = Callable[[], Any]
REPORT = "documents/2026/sam-day-evaluation-report.docx"
SECOND = "documents/2026/sam-day-lan-2-evaluation-report.docx"
REVISE = ("docs", "revise", REPORT, "--reason", "Sai tên người đại diện")
VERIFY = ("verify", REPORT)


@pytest.fixture
def issued(ocop: Ocop) -> Ocop:
    """The report of sam-day bears 40/BC-UBND, and prints a name that was found to be wrong since."""
    assert ocop("evaluate", "sam-day") == 0
    assert ocop("docs", "number", REPORT, "--number", "40") == 0
    assert ocop("set", "sam-day", "người đại diện=Y Khác Mẫu", "-y") == 0
    assert ocop(*VERIFY) == 1
    return ocop


def test_a_replaced_report_stays_in_the_register_and_is_not_used_again(
    issued: Ocop, capsys: pytest.CaptureFixture[str], printed: Printed
) -> None:
    capsys.readouterr()
    assert issued("evaluate", "sam-day") == 0
    assert "docs revise 40/BC-UBND" in capsys.readouterr().out
    assert issued("docs", "number", SECOND, "--number", "41") == 0
    assert issued(*REVISE, "--number", "41") == 0  # 41 of the same kind: 41/BC-UBND
    capsys.readouterr()
    assert issued("docs", "list", "--json") == 0
    first, second = printed()["documents"]
    assert first["number"] == 40
    assert first["revisions"] == [
        {"kind": "replaced", "by": "41/BC-UBND", "on": "2026-11-23", "reason": "Sai tên người đại diện"}
    ]
    assert second["revisions"] == []
    assert issued(*VERIFY) == 0  # nobody answers for its words any more
    for words in (
        ("send", REPORT, "--to", "UBND tỉnh"),
        ("revise", REPORT, "--number", "42", "--reason", "x"),
    ):
        capsys.readouterr()
        assert issued("docs", *words) == 1
        assert "thay thế bằng 41/BC-UBND ngày 23/11/2026" in capsys.readouterr().err


def test_a_recalled_report_goes_into_no_package(issued: Ocop, capsys: pytest.CaptureFixture[str]) -> None:
    assert issued(*REVISE, "--kind", "thu hồi", "--number", "50/UBND-KT") == 0
    capsys.readouterr()
    assert issued("submit", "sam-day") == 1
    assert "thu hồi bằng 50/UBND-KT" in capsys.readouterr().err


def test_what_a_correction_brought_into_line_is_not_told_again(
    issued: Ocop, capsys: pytest.CaptureFixture[str]
) -> None:
    assert issued(*REVISE, "--kind", "đính chính", "--number", "50/UBND-KT") == 0
    assert issued(*VERIFY) == 0
    assert issued("set", "sam-day", "tên sản phẩm=Sâm dây sấy lạnh Xốp", "-y") == 0
    capsys.readouterr()
    assert issued(*VERIFY) == 1
    told = capsys.readouterr().out
    assert "lạnh" in told
    assert "Y Khác Mẫu" not in told


def test_what_cannot_revise_it_is_refused(issued: Ocop) -> None:
    assert issued(*REVISE, "--number", "50", "--kind", "đính chính") == 2, "of which kind is no. 50?"
    assert issued(*REVISE, "--number", "40/BC-UBND") == 2, "itself"
    assert issued(*REVISE, "--number", "41/BC-UBND", "--on", "22/11/2026") == 1, "before it was issued"
    assert issued(*REVISE, "--number", "41/BC-UBND", "--on", "24/11/2026") == 1, "not yet"


def test_a_draft_is_made_again_and_not_amended(ocop: Ocop, workspace: Path) -> None:
    assert ocop("evaluate", "sam-day") == 0
    before = (workspace / REPORT).with_suffix(".yaml").read_bytes()
    assert ocop(*REVISE, "--number", "41/BC-UBND") == 1
    assert (workspace / REPORT).with_suffix(".yaml").read_bytes() == before
