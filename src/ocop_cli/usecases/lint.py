"""Judge and mend Word files on the disk; a person's file is never written over unasked."""

from pathlib import Path

from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.lint.fix import mend
from ocop_cli.lint.opening import UnreadableError
from ocop_cli.lint.report import Verdict, judge
from ocop_cli.lint.standard import Standard
from ocop_cli.lint.violations import Fault, Known
from ocop_cli.lint.words import FileVerdict


def judge_file(path: Path, standard: Standard, known: Known, kind: str = "") -> FileVerdict:
    """Return the verdict on a file; one that cannot be looked at says why. ``kind`` is what it has to be."""
    try:
        verdict = judge(path.read_bytes(), standard, known)
    except (UnreadableError, OSError) as error:
        return FileVerdict(
            path, None, str(error) if isinstance(error, UnreadableError) else "không đọc được tệp"
        )
    return FileVerdict(path, _expected(verdict, kind))


def find_file(file: Path, root: Path | None) -> Path:
    """Return a file from where the person stands, or from the top of the workspace.

    Raises ``OcopError`` (misuse) when it lies in neither.
    """
    for candidate in (file, *([root / file] if root else [])):
        if candidate.is_file():
            return candidate
    raise OcopError(f"Không có tệp {file}.", "Kiểm tra lại tên tệp.", exit_code=MISUSE)


def mended_path(path: Path, *, replace: bool) -> Path:
    """Return where a mended file goes: beside the original, or over it when the person agreed."""
    return path if replace else path.with_name(f"{path.stem}.sua.docx")


def mend_file(path: Path, standard: Standard, known: Known, *, replace: bool, dry: bool) -> list[str]:
    """Write the mended file and return the rules that were mended. Raises ``OcopError`` for what is no Word file."""
    try:
        content, done = mend(path.read_bytes(), standard, known)
    except UnreadableError as error:
        raise OcopError(f"{path}: {error}.", "Mở bằng Word, lưu lại dạng .docx rồi chạy lại.") from error
    if not dry:
        mended_path(path, replace=replace).write_bytes(content)
    return [f"  {rule}  {standard.rules[rule].title}" for rule in done]


def _expected(verdict: Verdict, kind: str) -> Verdict:
    """Add the fault that a file is not of the kind that the person said it is."""
    if not kind or verdict.kind == kind.lower():
        return verdict
    other = Fault("TL-01", "toàn văn bản", f"nhận ra là {verdict.kind}, cần là {kind.lower()}")
    return Verdict(verdict.kind, (other, *verdict.faults))
