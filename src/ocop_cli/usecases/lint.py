"""Judge and fix Word files on the disk; a person's file is never written over unasked."""

from pathlib import Path

from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.lint.fix import fix
from ocop_cli.lint.report import ViolationReport, report_violations
from ocop_cli.lint.standard import Standard
from ocop_cli.lint.violations import Known, Violation
from ocop_cli.lint.words import FileReport
from ocop_cli.ooxml.package import UnreadableError


def lint_file(path: Path, standard: Standard, known: Known, kind: str = "") -> FileReport:
    """Return the violation report on a file; one that cannot be looked at says why. ``kind`` is what it has to be."""
    try:
        report = report_violations(path.read_bytes(), standard, known)
    except (UnreadableError, OSError) as error:
        return FileReport(
            path, None, str(error) if isinstance(error, UnreadableError) else "không đọc được tệp"
        )
    return FileReport(path, _expected(report, kind))


def find_file(file: Path, root: Path | None) -> Path:
    """Return a file from where the person stands, or from the top of the workspace.

    Raises ``OcopError`` (misuse) when it lies in neither.
    """
    for candidate in (file, *([root / file] if root else [])):
        if candidate.is_file():
            return candidate
    raise OcopError(f"Không có tệp {file}.", "Kiểm tra lại tên tệp.", exit_code=MISUSE)


def fixed_path(path: Path, *, replace: bool) -> Path:
    """Return where a fixed file goes: beside the original, or over it when the person agreed."""
    return path if replace else path.with_name(f"{path.stem}.sua.docx")


def fix_file(path: Path, standard: Standard, known: Known, *, replace: bool, dry: bool) -> list[str]:
    """Write the fixed file and return the rules that were fixed. Raises ``OcopError`` for what is no Word file."""
    try:
        content, done = fix(path.read_bytes(), standard, known)
    except UnreadableError as error:
        raise OcopError(f"{path}: {error}.", "Mở bằng Word, lưu lại dạng .docx rồi chạy lại.") from error
    if not dry:
        fixed_path(path, replace=replace).write_bytes(content)
    return [f"  {rule}  {standard.rules[rule].title}" for rule in done]


def _expected(report: ViolationReport, kind: str) -> ViolationReport:
    """Add the violation that a file is not of the kind that the person said it is."""
    if not kind or report.kind == kind.lower():
        return report
    other = Violation("TL-01", "toàn văn bản", f"nhận ra là {report.kind}, cần là {kind.lower()}")
    return ViolationReport(report.kind, (other, *report.violations))
