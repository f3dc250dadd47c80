"""A document that somebody else made as rows of cells, whatever its format: Word, web page or PDF."""

from pathlib import Path

from ocop_cli.errors import OcopError
from ocop_cli.ooxml.package import UnreadableError

_ZIP, _PDF = b"PK", b"%PDF"
_MOST = 60_000_000  # bytes; a decision with all its annexes is a tenth of that
_OTHER = "Mở bằng Word hoặc LibreOffice, lưu dạng .docx hoặc .html rồi chạy lại."


def foreign_rows(path: Path) -> tuple[bytes, list[tuple[str, ...]]]:
    """Return the content of a file and its rows: each row of a table, each paragraph outside.

    Raises ``OcopError`` when it cannot be read, or is no document of these formats.
    """
    try:
        with path.open("rb") as file:
            content = file.read(_MOST + 1)
    except OSError as error:
        raise OcopError(f"Không đọc được tệp {path}.", "Kiểm tra đường dẫn tới tệp.") from error
    if len(content) > _MOST:
        raise OcopError(f"Tệp {path.name} quá lớn.", "Tách riêng phần phụ lục rồi chạy lại.")
    try:
        return content, _rows(content)
    except (UnreadableError, ValueError) as error:
        why = f": {error}" if isinstance(error, UnreadableError) else ""
        raise OcopError(f"Không đọc được nội dung tệp {path.name}{why}.", _OTHER) from error


def _rows(content: bytes) -> list[tuple[str, ...]]:
    """Read a file by how it begins: names of files say little."""
    if content.startswith(_ZIP):
        from ocop_cli.store.foreign.word_rows import word_rows

        return word_rows(content)
    if _PDF in content[:1024]:
        from ocop_cli.store.foreign.pdf_rows import pdf_rows

        return pdf_rows(content)
    if b"<" in content[:4096] and b"\x00" not in content[:4096]:
        from ocop_cli.store.foreign.html_rows import html_rows

        return html_rows(content)
    raise UnreadableError("không phải tệp Word (.docx), HTML hoặc PDF")
