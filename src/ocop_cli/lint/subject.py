"""Rules on kind and subject, legal grounds, addressees."""

import re
from collections.abc import Iterator

from ocop_cli.lint.components import ABOUT, ORDER, is_capitals
from ocop_cli.lint.header import share_of_line
from ocop_cli.lint.ruling_lines import longest_line
from ocop_cli.lint.standard import TWIPS_PER_POINT
from ocop_cli.lint.violations import Case, Check, Violation, checks, points

_LAWS = re.compile(r"^Căn cứ (Hiến pháp|Luật|Bộ luật|Pháp lệnh|các Luật)")
_CITED = re.compile(r"(Nghị định|Thông tư|Quyết định|Nghị quyết|Chỉ thị|Công văn|Kế hoạch) ")
_FULL = re.compile(r"số \S+/\S+.*ngày \d{1,2}(/| tháng )\d{1,2}(/| năm )\d{4}")
_AGENCY = re.compile(r"\bcủa (liên )?[A-ZĐỦ]")
_CLOSE = 10
_SEEN = 28  # twips: half a millimetre, what a ruler shows


def _tl_01(case: Case) -> Iterator[Violation]:
    document = case.document
    if not document.is_official:
        return
    if document.kind and document.about:
        yield Violation("TL-01", document.kind.place, "công văn không ghi tên loại")


def _tl_02(case: Case) -> Iterator[Violation]:
    kind = case.document.kind
    if kind and not case.document.is_inner:
        yield from checks(
            "TL-02", kind, case.standard.span("kind_size"), bold=True, italic=False, align="center"
        )
        if kind.format.first and kind.format.align == "center":
            yield Violation("TL-02", kind.place, "có lùi đầu dòng")


def _tl_03(case: Case) -> Iterator[Violation]:
    document = case.document
    if document.kind is None or not document.is_known:
        return
    if document.is_merged:
        yield Violation("TL-03", document.kind.place, "ghi liền vào dòng tên loại, in hoa")
    elif not document.subject:
        yield Violation("TL-03", document.kind.place, "không có trích yếu dưới tên loại")
    for line in document.subject:
        yield from checks(
            "TL-03", line, case.standard.span("kind_size"), bold=True, italic=False, align="center"
        )
        if is_capitals(line.text):
            yield Violation("TL-03", line.place, "in hoa toàn bộ")


def _tl_04(case: Case) -> Iterator[Violation]:
    if case.document.subject and case.document.kind and not case.document.is_inner:
        last = case.document.subject[-1]
        widths = [longest_line(last), max(longest_line(p) for p in case.document.subject)]
        yield from share_of_line(case, "TL-04", last, widths)


def _tl_05(case: Case) -> Iterator[Violation]:
    for line in case.document.subject:
        if ABOUT.match(line.text):
            yield Violation("TL-05", line.place, "ghi V/v dưới tên loại")


def _tl_06(case: Case) -> Iterator[Violation]:
    about = case.document.about
    if about is None or case.document.kind or about.part == "khung chữ":
        return
    yield from checks(
        "TL-06", about, case.standard.span("about_size"), bold=False, italic=False, align="center"
    )
    number = case.document.number
    gap = about.format.before + (number.format.after if number else 0)
    if number and abs(gap - case.standard.number("about_gap") * TWIPS_PER_POINT) > _CLOSE:
        yield Violation("TL-06", about.place, f"cách số, ký hiệu {points(gap)}")


def _tl_07(case: Case) -> Iterator[Violation]:
    lines = [*case.document.subject[-1:], *([case.document.about] if case.document.about else [])]
    for line in lines:
        if line.text.endswith(".") and not line.text.endswith("…") and not line.text.endswith("..."):
            yield Violation("TL-07", line.place, "kết thúc bằng dấu chấm")


def _cc_01(case: Case) -> Iterator[Violation]:
    for ground in case.document.grounds:
        yield from checks("CC-01", ground, case.standard.span("body_size"), italic=True, bold=False)


def _cc_02(case: Case) -> Iterator[Violation]:
    grounds = case.document.grounds
    for ground in grounds:
        wanted = "." if ground is grounds[-1] else ";"
        if not ground.text.endswith(wanted):
            yield Violation("CC-02", ground.place, f"kết thúc bằng “{ground.text[-1:]}”, cần “{wanted}”")


def _cc_03(case: Case) -> Iterator[Violation]:
    for ground in case.document.grounds:
        if not _CITED.search(ground.text) or _LAWS.match(ground.text):
            continue
        if not _FULL.search(ground.text):
            yield Violation("CC-03", ground.place, "thiếu số, ký hiệu hoặc ngày, tháng, năm")
        elif not _AGENCY.search(ground.text):
            yield Violation("CC-03", ground.place, "thiếu tên cơ quan ban hành")


def _cc_04(case: Case) -> Iterator[Violation]:
    document = case.document
    decision = document.kind_name in case.standard.words("decision_kinds")
    if not decision or not document.is_official or not document.grounds:
        return
    order = next((p for p in document.body if ORDER.match(p.text)), None)
    if order is None:
        yield Violation("CC-04", "sau các căn cứ", f"không có dòng {document.kind_name}:")
    elif document.body.index(order) > len(document.body) // 2:
        yield Violation("CC-04", order.place, "đứng sai chỗ")


def _kg_01(case: Case) -> Iterator[Violation]:
    document = case.document
    if document.is_letter and document.address is None:
        yield Violation("KG-01", "sau phần đầu", "công văn không có Kính gửi")
    known = document.kind_name and document.is_known
    if known and document.address is None and document.kind_name in case.standard.words("addressed_kinds"):
        yield Violation("KG-01", "sau tên loại", f"{document.kind_name.lower()} không có Kính gửi")
    if known and document.address and document.kind_name not in case.standard.words("upward_kinds"):
        yield Violation("KG-01", document.address.place, f"{document.kind_name.lower()} không ghi Kính gửi")


def _kg_02(case: Case) -> Iterator[Violation]:
    for line in [case.document.address, *case.document.addressees]:
        if line and case.document.is_known:
            yield from checks("KG-02", line, case.standard.span("body_size"), bold=False, italic=False)
    address = case.document.address
    if address and case.document.is_known and not address.text.startswith("Kính gửi:"):
        yield Violation("KG-02", address.place, "chưa ghi đúng “Kính gửi:”")


def _kg_03(case: Case) -> Iterator[Violation]:
    lines = case.document.addressees
    for line in lines:
        wanted = "." if line is lines[-1] else ";"
        if not line.text.endswith(wanted):
            yield Violation("KG-03", line.place, f"kết thúc bằng “{line.text[-1:]}”, cần “{wanted}”")
    starts = [line.format.left + line.format.first for line in lines if "\t" not in line.raw]
    if starts and max(starts) - min(starts) > _SEEN:
        yield Violation("KG-03", lines[0].place, "các gạch đầu dòng không thẳng hàng")


CHECKS: dict[str, Check] = {
    "TL-01": _tl_01, "TL-02": _tl_02, "TL-03": _tl_03, "TL-04": _tl_04, "TL-05": _tl_05, "TL-06": _tl_06,
    "TL-07": _tl_07, "CC-01": _cc_01, "CC-02": _cc_02, "CC-03": _cc_03, "CC-04": _cc_04, "KG-01": _kg_01,
    "KG-02": _kg_02, "KG-03": _kg_03,
}  # fmt: skip
