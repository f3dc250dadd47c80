"""Rules of our own on the file itself: language, properties, leftovers, tables, alternative text."""

import re
from collections.abc import Iterator

from ocop_cli.lint.blocks import Table
from ocop_cli.lint.filler import fillers_among
from ocop_cli.lint.violations import Case, Check, Violation
from ocop_cli.ooxml.names import DC, W
from ocop_cli.ooxml.order import misplaced
from ocop_cli.ooxml.styles import missing_styles
from ocop_cli.ooxml.text import has_tracked_changes

_LEFTOVER = re.compile(
    r"\{\{|\{%|\[\.\.\.\]|\[…\]|\bTODO\b|[{｛]\s*[{｛%]?\s*[A-Za-z_][\w.]*\s*[%}｝]|[｛｝]|\}\}|%\}"
)
_SIGNS = re.compile(r"[{｛\[}｝%]|TODO")  # one of these stands in whatever is a leftover
_VIETNAMESE = "vi-VN"


def _ox_01(case: Case) -> Iterator[Violation]:
    package = case.document.package
    lost = sorted(
        part
        for kind, part in package.related(package.main).values()
        if "://" not in part and part not in package.parts
    )
    wrong = [f"thiếu phần {part}" for part in lost]
    if missing := missing_styles(package):
        wrong.append(f"thiếu kiểu đoạn {', '.join(missing)} nên mỗi chương trình hiện một khác")
    wrong += [f"{place} sai thứ tự" for place in dict.fromkeys(misplaced(package.xml(package.main)))]
    if wrong:
        yield Violation("OX-01", "cấu trúc tệp", ", ".join(wrong))


def _ox_02(case: Case) -> Iterator[Violation]:
    others = {r.format.language for p in case.document.body for r in p.visible_runs if r.format.language}
    others.discard(_VIETNAMESE)
    if others:
        yield Violation("OX-02", "nội dung", f"ngôn ngữ {', '.join(sorted(others))}")


def _ox_03(case: Case) -> Iterator[Violation]:
    root = case.document.package.xml("docProps/core.xml")
    title = root.findtext(f"{DC}title") if root is not None else ""
    creator = root.findtext(f"{DC}creator") if root is not None else ""
    if not title or not creator or creator == "python-docx":
        yield Violation("OX-03", "thuộc tính tệp", "chưa ghi tiêu đề hoặc cơ quan")


def _ox_04(case: Case) -> Iterator[Violation]:
    for paragraph in (*case.document.paragraphs, *case.document.boxes):
        if _SIGNS.search(paragraph.raw) and _LEFTOVER.search(paragraph.raw):
            yield Violation("OX-04", paragraph.place, "còn chỗ chưa điền")
    root = case.document.package.xml(case.document.package.main)
    if has_tracked_changes(root):
        yield Violation("OX-04", "nội dung", "còn dấu vết sửa đổi (Track Changes)")
    if next(root.iter(f"{W}commentReference"), None) is not None:
        yield Violation("OX-04", "nội dung", "còn nhận xét")
    if any("vbaProject" in name for name in case.document.package.parts):
        yield Violation("OX-04", "tệp", "có macro")


def _ox_06(case: Case) -> Iterator[Violation]:
    for filler in fillers_among(case.document.paragraphs):
        yield Violation("OX-06", filler.place, filler.found)


def _data_tables(case: Case) -> list[Table]:
    layout = (case.document.header, case.document.foot)
    return [
        b
        for b in case.document.blocks
        if isinstance(b, Table) and b not in layout and b.bordered and len(b.rows) > 1
    ]


def _ox_05(case: Case) -> Iterator[Violation]:
    for number, table in enumerate(_data_tables(case), 1):
        rows = table.element.findall(f"{W}tr")
        if not rows:
            continue
        heads = rows[0].find(f"{W}trPr/{W}tblHeader") is not None
        whole = all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
        if not heads or not whole:
            yield Violation("OX-05", f"bảng {number}", "chưa lặp dòng tiêu đề hoặc hàng bị tách trang")


def _ax_01(case: Case) -> Iterator[Violation]:
    root = case.document.package.xml(case.document.package.main)
    for node in root.iter("{*}docPr"):
        if not node.get("descr") and next(node.getparent().iter("{*}pic"), None) is not None:
            yield Violation("AX-01", "hình", "không có chữ thay thế")


def _ax_03(case: Case) -> Iterator[Violation]:
    for table, name in ((case.document.header, "bảng phần đầu"), (case.document.foot, "bảng cuối")):
        if table is not None and next(table.element.iter(f"{W}tblHeader"), None) is not None:
            yield Violation("AX-03", name, "đánh dấu dòng tiêu đề")


CHECKS: dict[str, Check] = {
    "OX-01": _ox_01,
    "OX-02": _ox_02,
    "OX-03": _ox_03,
    "OX-04": _ox_04,
    "OX-05": _ox_05,
    "OX-06": _ox_06,
    "AX-01": _ax_01,
    "AX-03": _ax_03,
}
