"""A template is a program: look at it before it runs."""

import re
from pathlib import Path
from typing import Any

from ocop_cli.errors import OcopError
from ocop_cli.ooxml.package import Limits, Package, TooLargeError, UnreadableError, package_of, unzip
from ocop_cli.ooxml.text import field_instructions

_LIMITS = Limits(parts=200, unpacked=50 * 1024 * 1024)
_PARTS = re.compile(r"vbaProject|oleObject|activeX|embeddings/|afchunk", re.IGNORECASE)
_FIELDS = re.compile(r"\b(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK|EMBED)\b", re.IGNORECASE)


def open_template(template: Path) -> Package:
    """Return the parts of a template.

    Raises ``OcopError`` for one that is no Word file (F303), is a bomb, or reaches outside itself (F304).
    """
    try:
        parts = unzip(template.read_bytes(), _LIMITS)
        if any(_PARTS.search(name) for name in parts):
            raise _refused(template, "có macro hoặc đối tượng nhúng")
        package = package_of(parts)
        objection = _objection(package)
    except TooLargeError as error:
        raise _refused(template, "tệp quá lớn") from error
    except (OSError, UnreadableError) as error:
        raise OcopError(
            f"Không mở được biểu mẫu {template}.",
            "Mở bằng Word, lưu lại dạng .docx; hoặc xóa tệp để dùng biểu mẫu gốc.",
            code="F303",
        ) from error
    if objection:
        raise _refused(template, objection)
    return package


def _refused(template: Path, objection: str) -> OcopError:
    return OcopError(
        f"Biểu mẫu {template} bị từ chối: {objection}.", "Xóa tệp này để dùng biểu mẫu gốc.", code="F304"
    )


def _objection(package: Package) -> str:
    names = (name for name in package.parts if name.endswith((".xml", ".rels")))
    return next((objection for name in names if (objection := _objection_to(package, name))), "")


def _objection_to(package: Package, name: str) -> str:
    if b"<!DOCTYPE" in package.parts[name]:
        return "có khai báo DOCTYPE"
    root = package.xml(name)
    if any(_leads_outside(node) for node in root.iter("{*}Relationship")):
        return "trỏ ra ngoài tệp"
    if root.find(".//{*}altChunk") is not None:
        return "chèn tệp khác vào văn bản"
    return "có trường lấy dữ liệu ngoài" if _FIELDS.search(field_instructions(root)) else ""


def _leads_outside(relation: Any) -> bool:
    external = relation.get("TargetMode", "").lower() == "external"
    return external and not relation.get("Type", "").endswith("/hyperlink")
