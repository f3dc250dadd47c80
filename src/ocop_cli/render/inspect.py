"""A template is a program: look at it before it runs."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ocop_cli.errors import OcopError
from ocop_cli.ooxml.package import Limits, Package, TooLargeError, UnreadableError, package_of, unzip
from ocop_cli.ooxml.text import field_instructions

_LIMITS = Limits(parts=200, unpacked=50 * 1024 * 1024)
_EMBEDDED = (
    (re.compile(r"vbaProject", re.IGNORECASE), "có macro (lưu lại kiểu Word Document .docx)"),
    (re.compile(r"^word/charts/", re.IGNORECASE), "có biểu đồ (xóa đi, dán lại dưới dạng hình)"),
    (
        re.compile(r"oleObject|activeX|embeddings/|afchunk", re.IGNORECASE),
        "có đối tượng nhúng, ví dụ bảng Excel (xóa đi, dán lại dưới dạng hình hoặc bảng Word)",
    ),
)
_OTHER_TYPES = (
    (b"macroEnabled", ".docm có macro"),
    (b"wordprocessingml.template.main+xml", "mẫu .dotx của Word"),
)
_OUTSIDE = {
    "attachedTemplate": "trỏ ra ngoài tệp: còn gắn với một mẫu .dotx (Nhà phát triển > Mẫu tài liệu: chọn Normal)",
    "image": "trỏ ra ngoài tệp: có hình lấy từ mạng (xóa hình, chèn lại hình từ máy)",
}
_FIELDS = re.compile(r"\b(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK|EMBED)\b", re.IGNORECASE)


def open_template(template: Path) -> Package:
    """Return the parts of a template.

    Raises ``OcopError`` for one that is no Word file (F303), is a bomb, or reaches outside itself (F304).
    """
    try:
        parts = unzip(template.read_bytes(), _LIMITS)
        if embedded := next((words for sign, words in _EMBEDDED if any(map(sign.search, parts))), ""):
            raise _refused(template, embedded)
        _refuse_other_format(template, parts)
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


def _refuse_other_format(template: Path, parts: Mapping[str, bytes]) -> None:
    """Word's own templates and files with macros, renamed: they look like a .docx and are none."""
    types = parts.get("[Content_Types].xml", b"")
    for sign, kind in _OTHER_TYPES:
        if sign in types:
            raise OcopError(
                f"Biểu mẫu {template} là tệp {kind} đổi đuôi.",
                "Mở bằng Word, Lưu thành kiểu Word Document (.docx).",
                code="F303",
            )


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
    outside = next((node for node in root.iter("{*}Relationship") if _leads_outside(node)), None)
    if outside is not None:
        kind = outside.get("Type", "").rpartition("/")[2]
        return _OUTSIDE.get(kind, "trỏ ra ngoài tệp")
    if root.find(".//{*}altChunk") is not None:
        return "chèn tệp khác vào văn bản"
    return "có trường lấy dữ liệu ngoài" if _FIELDS.search(field_instructions(root)) else ""


def _leads_outside(relation: Any) -> bool:
    external = relation.get("TargetMode", "").lower() == "external"
    return external and not relation.get("Type", "").endswith("/hyperlink")
