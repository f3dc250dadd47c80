"""A template is a program: look at it before it runs."""

import re
import zipfile
from pathlib import Path

from ocop_cli.errors import OcopError

_MAX_PARTS = 200
_MAX_UNPACKED = 50 * 1024 * 1024
_PARTS = re.compile(r"vbaProject|oleObject|activeX|embeddings/|afchunk", re.IGNORECASE)
_EXTERNAL = re.compile(rb'<Relationship [^>]*TargetMode="External"[^>]*>')
_FIELDS = re.compile(rb"<w:instrText[^>]*>[^<]*\b(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|IMPORT)\b")


def refuse_unsafe(template: Path) -> None:
    """Raise ``OcopError`` for a template that is no Word file, is a bomb, or reaches outside itself."""
    try:
        with zipfile.ZipFile(template) as archive:
            fault = _fault(archive)
    except (OSError, zipfile.BadZipFile) as error:
        raise OcopError(
            f"Không mở được biểu mẫu {template}.", "Lưu lại dạng .docx rồi thử lại.", code="F303"
        ) from error
    if fault:
        raise OcopError(f"Biểu mẫu {template} bị từ chối: {fault}.", "Dùng lại biểu mẫu gốc.", code="F304")


def _fault(archive: zipfile.ZipFile) -> str:
    entries = archive.infolist()
    if len(entries) > _MAX_PARTS or sum(entry.file_size for entry in entries) > _MAX_UNPACKED:
        return "tệp quá lớn"
    if any(_PARTS.search(entry.filename) for entry in entries):
        return "có macro hoặc đối tượng nhúng"
    for entry in entries:
        if entry.filename.endswith((".xml", ".rels")):
            fault = _fault_in(archive.read(entry))
            if fault:
                return fault
    return ""


def _fault_in(part: bytes) -> str:
    links = [link for link in _EXTERNAL.findall(part) if b"/hyperlink" not in link]
    if links:
        return "trỏ ra ngoài tệp"
    return "có trường lấy dữ liệu ngoài" if _FIELDS.search(part) else ""
