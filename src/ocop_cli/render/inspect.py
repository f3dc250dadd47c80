"""A template is a program: look at it before it runs."""

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from docx.oxml.ns import qn
from lxml import etree

from ocop_cli.errors import OcopError

_MAX_PARTS = 200
_MAX_UNPACKED = 50 * 1024 * 1024
_PARTS = re.compile(r"vbaProject|oleObject|activeX|embeddings/|afchunk", re.IGNORECASE)
_FIELDS = re.compile(r"\b(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK|EMBED)\b", re.IGNORECASE)


def refuse_unsafe(template: Path) -> None:
    """Raise ``OcopError`` for a template that is no Word file, is a bomb, or reaches outside itself."""
    try:
        with zipfile.ZipFile(template) as archive:
            objection = _objection(archive)
    except (OSError, zipfile.BadZipFile, etree.XMLSyntaxError) as error:
        raise OcopError(
            f"Không mở được biểu mẫu {template}.", "Lưu lại dạng .docx rồi thử lại.", code="F303"
        ) from error
    if objection:
        raise OcopError(
            f"Biểu mẫu {template} bị từ chối: {objection}.", "Dùng lại biểu mẫu gốc.", code="F304"
        )


def _objection(archive: zipfile.ZipFile) -> str:
    entries = archive.infolist()
    if len(entries) > _MAX_PARTS or sum(entry.file_size for entry in entries) > _MAX_UNPACKED:
        return "tệp quá lớn"
    if any(_PARTS.search(entry.filename) for entry in entries):
        return "có macro hoặc đối tượng nhúng"
    parts = (archive.read(entry) for entry in entries if entry.filename.endswith((".xml", ".rels")))
    return next((objection for part in parts if (objection := _objection_to(part))), "")


def _objection_to(part: bytes) -> str:
    if b"<!DOCTYPE" in part:
        return "có khai báo DOCTYPE"
    root = etree.fromstring(part, etree.XMLParser(resolve_entities=False, no_network=True))
    if any(_leads_outside(node) for node in root.iter("{*}Relationship")):
        return "trỏ ra ngoài tệp"
    if root.find(".//{*}altChunk") is not None:
        return "chèn tệp khác vào văn bản"
    return "có trường lấy dữ liệu ngoài" if _FIELDS.search("".join(_instructions(root))) else ""


def _leads_outside(relation: Any) -> bool:
    external = relation.get("TargetMode", "").lower() == "external"
    return external and not relation.get("Type", "").endswith("/hyperlink")


def _instructions(root: Any) -> Iterator[str]:
    """Yield the instructions of all fields; Word may split one instruction over several runs."""
    for node in root.iter(qn("w:instrText"), qn("w:fldSimple"), qn("w:fldChar")):
        if node.tag == qn("w:fldChar"):
            yield " "
        else:
            yield f" {node.get(qn('w:instr'))} " if node.tag == qn("w:fldSimple") else node.text or ""
