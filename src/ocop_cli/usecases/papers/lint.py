"""Judge Word and PDF files on the disk; what fixing needs stands apart, for judging is asked far more often."""

from collections.abc import Sequence
from pathlib import Path

from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.lint.report import ViolationReport, report_violations
from ocop_cli.lint.seen import Prints, SeenPage
from ocop_cli.lint.standard import Standard
from ocop_cli.lint.violations import Known, Violation
from ocop_cli.lint.words import FileReport
from ocop_cli.ooxml.package import UnreadableError
from ocop_cli.store.built_in.packaged import load_scan_standard
from ocop_cli.store.workspace.data_files import is_hidden

_NEAR = 3  # millimetres


def lint_file(
    path: Path, standard: Standard, known: Known, kind: str = "", pages: Sequence[SeenPage] = ()
) -> FileReport:
    """Return the violation report on a file; one that cannot be looked at says why.

    ``kind`` is what it has to be, ``pages`` are its printed pages where they were seen.
    """
    if path.suffix.lower() == ".pdf":
        return _pdf_report(path, standard)
    try:
        report = report_violations(path.read_bytes(), standard, known, pages)
    except (UnreadableError, OSError) as error:
        return FileReport(path, None, why_unreadable(error))
    return FileReport(path, _expected(report, kind))


def printed_file(path: Path, program: str, *, pictures: bool) -> Prints:
    """Return a Word file as LibreOffice prints it, nothing of a PDF; with ``pictures`` of its pages where poppler is there.

    Raises ``OcopError`` when LibreOffice makes nothing of it.
    """
    if path.suffix.lower() == ".pdf":
        return Prints()
    # heavy: only who asks for pages pays for starting programs and for the reader
    from ocop_cli.store.foreign.printed_pages import printed_pages
    from ocop_cli.store.other_programs.office import page_pictures, pdf_of

    pdf = pdf_of(program, path, path.name)
    return Prints(printed_pages(pdf), page_pictures(pdf) if pictures else ())


def files_in(folder: Path) -> list[Path]:
    """Return the Word and PDF files of a folder and its folders; not those that an office program left behind."""
    found = (
        path for path in folder.rglob("*") if path.suffix.lower() in (".docx", ".pdf") and path.is_file()
    )
    inside = ((path, path.relative_to(folder).parts) for path in found)
    return sorted(path for path, parts in inside if not any(map(is_hidden, parts)))


def _pdf_report(path: Path, standard: Standard) -> FileReport:
    """Say what can be seen to lack in a PDF that goes out: signature, corner line, version, scan, text, paper."""
    # heavy: only a PDF needs its reader
    from ocop_cli.programme.scan_standard import shortfalls
    from ocop_cli.store.foreign.pdf import read_pdf
    from ocop_cli.usecases.papers.electronic_form import electronic_lacks

    try:
        facts = read_pdf(path)
    except OSError:
        return FileReport(path, None, "không đọc được tệp")
    if facts.pages is None:
        return FileReport(path, None, str(facts.trouble))
    remarks = [] if facts.signatures else ["không có chữ ký số"]
    remarks += shortfalls(load_scan_standard(), facts.scan)
    if facts.scan.dpi and not facts.text.strip():
        remarks.append("trang quét không có lớp chữ, không tìm kiếm, sao chép được")
    side = facts.scan.longest_side
    if side and abs(side - max(standard.values["page"])) > _NEAR:
        remarks.append(f"trang dài {side} mm, không phải khổ A4")
    return FileReport(path, None, "", (*remarks, *electronic_lacks(facts)))


def find_file(file: Path, root: Path | None) -> Path:
    """Return a file from where the person stands, or from the top of the workspace.

    Raises ``OcopError`` (misuse) when it lies in neither.
    """
    for candidate in (file, *([root / file] if root else [])):
        if candidate.is_file():
            return candidate
    raise OcopError(f"Không có tệp {file}.", "Kiểm tra lại tên tệp.", exit_code=MISUSE)


def why_unreadable(error: UnreadableError | OSError) -> str:
    """Say why a file could not be looked at."""
    return str(error) if isinstance(error, UnreadableError) else "không đọc được tệp"


def _expected(report: ViolationReport, kind: str) -> ViolationReport:
    """Add the violation that a file is not of the kind that the person said it is."""
    if not kind or report.kind == kind.lower():
        return report
    other = Violation("TL-01", "toàn văn bản", f"nhận ra là {report.kind}, cần là {kind.lower()}")
    return report._replace(violations=(other, *report.violations))
