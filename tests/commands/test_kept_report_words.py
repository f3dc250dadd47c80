"""What an official says in a report is said once: made again, the report has it, and nothing is said for him."""

from collections.abc import Callable
from pathlib import Path

import docx
import pytest

Ocop = Callable[..., int]
YEAR = ("report", "--period", "2026")
KEPT = "programme/reports/bao-cao-2026-01-01-2026-12-31.yaml"


def printed(root: Path) -> str:
    """Everything that stands on the latest report."""
    made = max(root.glob("documents/*/*-summary-report*.docx"), key=lambda path: path.stat().st_mtime_ns)
    return "\n".join(p.text for p in docx.Document(str(made)).paragraphs)


def test_words_once_given_are_printed_whenever_the_report_is_made(ocop: Ocop, workspace: Path) -> None:
    given = ("--difficulty", "Đường vào thôn Ví Dụ Ba sạt lở.", "--task", "Tập huấn đóng gói.")
    assert ocop(*YEAR, *given) == 0
    assert ocop(*YEAR) == 0
    assert "sạt lở" in printed(workspace)
    assert "Tập huấn đóng gói" in printed(workspace)


def test_words_given_anew_take_the_place_of_their_part_only(ocop: Ocop, workspace: Path) -> None:
    assert ocop(*YEAR, "--difficulty", "Ý một.", "--difficulty", "Ý hai.", "--task", "Việc một.") == 0
    (workspace / KEPT).open("a", encoding="utf-8").write("# ghi tay\n")
    assert ocop(*YEAR, "--difficulty", "Ý ba.") == 0
    told = printed(workspace)
    assert ("Ý một" in told, "Ý ba" in told, "Việc một" in told) == (False, True, True)
    assert "# ghi tay" in (workspace / KEPT).read_text(encoding="utf-8")


def test_the_words_of_one_report_are_not_those_of_another(ocop: Ocop, workspace: Path) -> None:
    assert ocop(*YEAR, "--difficulty", "Ý của cả năm.") == 0
    assert ocop("report", "--period", "2026-Q4") == 0
    assert "Ý của cả năm" not in printed(workspace)


def test_a_report_without_words_writes_no_file_of_words(ocop: Ocop, workspace: Path) -> None:
    assert ocop(*YEAR) == 0
    assert not (workspace / KEPT).exists()


def test_words_that_cannot_be_read_stop_the_report_at_their_line(
    ocop: Ocop, workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ocop(*YEAR, "--task", "Việc một.") == 0
    path = workspace / KEPT
    path.write_text(path.read_text(encoding="utf-8") + "kho_khan: x\n", encoding="utf-8")
    assert ocop(*YEAR) == 3
    assert f"{KEPT}:6:1" in capsys.readouterr().err
    assert ocop("check") == 1
