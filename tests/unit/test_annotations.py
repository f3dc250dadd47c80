"""One printer of annotations: what a code host would take for its own signs is escaped."""

from pathlib import PurePath

import pytest

from ocop_cli.annotations import github_line
from ocop_cli.findings import Finding, Place, Severity
from ocop_cli.lint.outputs import github_lines
from ocop_cli.lint.report import ViolationReport
from ocop_cli.lint.violations import Violation
from ocop_cli.lint.words import FileReport
from ocop_cli.store.built_in.packaged import load_standard

NASTY, ESCAPED = "50%\r\n::error::", "50%25%0D%0A::error::"


@pytest.mark.parametrize(
    ("severity", "level"),
    [(Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.HINT, "notice")],
)
def test_a_finding_is_one_line_with_its_place(severity: Severity, level: str) -> None:
    line = github_line(Finding("D010", severity, NASTY, Place("dossiers/a.yaml", (), 3, 7)))
    assert line == f"::{level} file=dossiers/a.yaml,line=3,col=7,title=D010::{ESCAPED}"


def test_a_violation_is_one_line() -> None:
    report = ViolationReport("báo cáo", (Violation("OX-02", "nội dung", NASTY),))
    (line,) = github_lines([FileReport(PurePath("a.docx"), report)], load_standard())
    assert line.startswith("::notice file=a.docx,title=OX-02::")
    assert line.endswith(ESCAPED)


def test_a_file_that_cannot_be_read_is_one_line() -> None:
    (line,) = github_lines([FileReport(PurePath("a.docx"), None, NASTY)], load_standard())
    assert line == f"::error file=a.docx::{ESCAPED}"
