"""Rules on copies and signature: who gets the paper, who signs and with which power."""

import re
from collections.abc import Iterator

from ocop_cli.lint.blocks import Paragraph
from ocop_cli.lint.components import is_capitals
from ocop_cli.lint.violations import Case, Check, Violation, checks
from ocop_cli.ooxml.names import W

_ARCHIVE = re.compile(
    r"^- Lưu: VT(,? ?(?:[^.(]|\([^)]*\))+)?\.$"
)  # in brackets the number of copies, also left blank
_POWER = re.compile(r"^(TM|Q|KT|TL|TUQ)\. \S")
_NEAR_POWER = re.compile(r"^(T/M|TM|T\.M|K/T|KT|K\.T|T/L|TL|TUQ|T\.U\.Q|Q)(?![A-ZÀ-Ỹa-z])")
_ORDERS = (("TM", "KT"), ("TM", "Q"), ("TM",), ("KT",), ("TL", "KT"), ("TL",), ("TUQ",), ("Q",), ())
_SEEN = 28  # twips: half a millimetre, what a ruler shows
_CELL_MARGIN = 120  # twips: so far an indent may take back the inner margin of a cell
_DEPUTY = ("PHÓ", "THỨ TRƯỞNG")


def _nn_01(case: Case) -> Iterator[Violation]:
    document = case.document
    minutes = document.kind_name in case.standard.words("minutes_kinds")
    if not document.is_known or minutes:
        return
    if not document.copies:
        yield Violation("NN-01", "cuối văn bản", "không thấy Nơi nhận cạnh chữ ký")
    elif not document.abreast:
        yield Violation("NN-01", "cuối văn bản", "Nơi nhận và quyền hạn, chức vụ không cùng hàng đầu")


def _nn_02(case: Case) -> Iterator[Violation]:
    for title in case.document.copies[:1]:
        yield from checks("NN-02", title, case.standard.span("copies_title_size"), bold=True, italic=True)


def _list(case: Case) -> list[Paragraph]:
    return case.document.copies[1:]


def _nn_03(case: Case) -> Iterator[Violation]:
    for line in _list(case):
        yield from checks("NN-03", line, case.standard.span("copies_size"), bold=False, italic=False)


def _nn_04(case: Case) -> Iterator[Violation]:
    lines = _list(case)
    if case.document.copies and not lines and case.document.is_known:
        yield Violation("NN-04", case.document.copies[0].place, "bên dưới không có nơi nhận nào")
    for line in lines[:-1]:
        if not line.text.startswith("- ") or not line.text.endswith(";"):
            yield Violation("NN-04", line.place, f"“{line.text}”")
    if lines and not _ARCHIVE.match(lines[-1].text):
        yield Violation("NN-04", lines[-1].place, f"“{lines[-1].text}”, cần “- Lưu: VT, ….”")


def _nn_05(case: Case) -> Iterator[Violation]:
    lines = _list(case)
    if (
        case.document.address
        and case.document.is_official
        and lines
        and not lines[0].text.startswith("- Như trên")
    ):
        yield Violation("NN-05", lines[0].place, f"dòng đầu là “{lines[0].text}”")


def _nn_06(case: Case) -> Iterator[Violation]:
    for line in case.document.copies:
        form = line.format
        start = form.left + form.first
        if form.align not in ("left", "start", "both") or not -_CELL_MARGIN <= start <= _SEEN:
            yield Violation("NN-06", line.place, "không sát lề trái")


def _ky_01(case: Case) -> Iterator[Violation]:
    for line in case.document.powers:
        yield from checks(
            "KY-01", line, case.standard.span("signature_size"), bold=True, italic=False, align="center"
        )


def _powers(case: Case) -> list[str]:
    return [p.text for p in case.document.powers]


def _ky_02(case: Case) -> Iterator[Violation]:
    letters = []
    for line in case.document.powers:
        if found := _POWER.match(line.text):
            letters.append(found[1])
        elif _NEAR_POWER.match(line.text):
            yield Violation("KY-02", line.place, f"“{line.text}”")
    if tuple(letters) not in _ORDERS:
        yield Violation("KY-02", case.document.powers[0].place, f"thứ tự {' – '.join(letters)}")


def _ky_03(case: Case) -> Iterator[Violation]:
    name = case.standard.word("collective")
    subject = " ".join(line.text for line in case.document.subject)
    if subject.startswith(case.standard.words("signed_by_name")):
        return  # the law's own form has the name of the commune there
    for line in case.document.powers:
        if line.text.startswith("TM. ") and line.text != f"TM. {name}" and name in line.text:
            yield Violation("KY-03", line.place, f"“{line.text}”")


def _ky_04(case: Case) -> Iterator[Violation]:
    lines = case.document.powers
    for position, line in enumerate(lines):
        following = lines[position + 1].text if position + 1 < len(lines) else ""
        if line.text.startswith("KT. ") and not following.startswith(_DEPUTY):
            yield Violation("KY-04", line.place, f"dòng sau là “{following}”")


def _ky_05(case: Case) -> Iterator[Violation]:
    signer, document = case.document.signer, case.document
    if signer:
        yield from checks(
            "KY-05", signer, case.standard.span("signature_size"), bold=True, italic=False, align="center"
        )
    elif (
        document.foot
        and document.is_official
        and document.powers
        and len(document.powers) > 1
        and _is_name(document.powers[-1].text)
    ):
        yield Violation("KY-05", document.powers[-1].place, "họ tên in hoa toàn bộ")


def _is_name(text: str) -> bool:
    return not _POWER.match(text) and not any(
        word in text for word in ("CHỦ TỊCH", "TRƯỞNG", "PHÓ", "CHÁNH", "GIÁM ĐỐC", "BAN", "NGƯỜI")
    )


def _ky_06(case: Case) -> Iterator[Violation]:
    titles = "|".join(case.standard.words("academic_titles"))
    signer = case.document.signer
    if signer and re.match(rf"^({titles})[. ]", signer.text):
        yield Violation("KY-06", signer.place, f"“{signer.text}”")


def _ky_07(case: Case) -> Iterator[Violation]:
    foot = case.document.foot
    if foot is None or not case.document.is_official:
        return
    first = foot.element.find(f"{W}tr")
    whole = first is not None and first.find(f"{W}trPr/{W}cantSplit") is not None
    kept = all(paragraph.format.keep_next for paragraph in case.document.above_foot)
    if not whole or not kept:
        found = [] if whole else ["hàng chữ ký có thể bị tách"]
        found += [] if kept else ["đoạn cuối không giữ cùng phần ký"]
        yield Violation("KY-07", "bảng cuối văn bản", ", ".join(found))


def _ky_08(case: Case) -> Iterator[Violation]:
    if case.document.kind_name not in case.standard.words("decision_kinds"):
        return
    name = case.standard.word("collective")
    centred = [p for p in case.document.body if is_capitals(p.text) and p.format.align == "center"]
    authority = next((p for p in [*case.document.authority, *centred]), None)
    on_behalf = any(line.startswith(("TM", "T/M", "T.M")) for line in _powers(case))
    known = authority is not None and authority.text.startswith(("CHỦ TỊCH", name)) and case.document.powers
    if authority and known and authority.text.startswith("CHỦ TỊCH") is on_behalf:
        yield Violation("KY-08", authority.place, "thẩm quyền và cách ký không hợp nhau")


CHECKS: dict[str, Check] = {
    "NN-01": _nn_01, "NN-02": _nn_02, "NN-03": _nn_03, "NN-04": _nn_04, "NN-05": _nn_05, "NN-06": _nn_06,
    "KY-01": _ky_01, "KY-02": _ky_02, "KY-03": _ky_03, "KY-04": _ky_04, "KY-05": _ky_05, "KY-06": _ky_06,
    "KY-07": _ky_07, "KY-08": _ky_08,
}  # fmt: skip
