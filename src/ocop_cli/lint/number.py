"""Rules on number and symbol, place and date."""

import re
from collections.abc import Iterator
from datetime import date

from ocop_cli.lint.violations import Case, Check, Violation, checks
from ocop_cli.viet.names import COMMUNE_KINDS, split_kind

_BLANK = r"[\s.…_]"
_NUMBER = re.compile(rf"^Số: ?(?P<number>\d+[a-z]?|{_BLANK}*)/(?P<year>\d{{4}}/)?(?P<symbol>.+)$")
_GROUPS = re.compile(r"^[A-ZĐ][A-Za-zĐ&]*(-[A-ZĐ][A-Za-zĐđ&0-9.]*)*$")
_PLACE_DATE = re.compile(
    rf"^(?P<place>[^,]+), ngày (?P<day>\d{{1,2}}|{_BLANK}*) ?tháng (?P<month>\d{{1,2}}|{_BLANK}*) ?năm (?P<year>\d{{4}}|{_BLANK}*)$"
)
_GROUND_DATE = re.compile(r"ngày (\d{1,2}) tháng (\d{1,2}) năm (\d{4})|ngày (\d{1,2})/(\d{1,2})/(\d{4})")
_TEN = 10
_PADDED_MONTHS = (1, 2)


def _so_01(case: Case) -> Iterator[Violation]:
    if case.document.is_known and case.document.number is None:
        yield Violation("SO-01", "dưới tên cơ quan", "không có số, ký hiệu")


def _so_02(case: Case) -> Iterator[Violation]:
    number = case.document.number
    if number and case.document.is_official:
        found = _NUMBER.match(number.text)
        if found is None or not _GROUPS.match(found["symbol"]):
            yield Violation("SO-02", number.place, f"“{number.text}”")


def _so_03(case: Case) -> Iterator[Violation]:
    document = case.document
    found = _NUMBER.match(document.number.text) if document.number else None
    if found is None or not _GROUPS.match(found["symbol"]):
        return
    groups = found["symbol"].split("-")
    wanted = case.standard.kinds.get(document.kind_name)
    if wanted and groups[0] != wanted and document.number:
        yield Violation(
            "SO-03", document.number.place, f"ký hiệu {groups[0]}, {document.kind_name.lower()} ghi {wanted}"
        )
    elif (
        document.is_letter
        and document.number
        and (len(groups) < len(_PADDED_MONTHS) or groups[0] in case.standard.kinds.values())
    ):
        yield Violation("SO-03", document.number.place, "ký hiệu công văn ghi cơ quan - đơn vị soạn thảo")


def _so_04(case: Case) -> Iterator[Violation]:
    number = case.document.number
    found = _NUMBER.match(number.text) if number else None
    if (
        number
        and found
        and found["number"].isdecimal()
        and int(found["number"]) < _TEN
        and len(found["number"]) == 1
    ):
        yield Violation("SO-04", number.place, f"số {found['number']}")


def _so_05(case: Case) -> Iterator[Violation]:
    number, code = case.document.number, case.known.agency_code
    if number and code and case.document.is_official and f"{code}" not in re.split(r"[-/]", number.text):
        yield Violation("SO-05", number.place, f"không có ký hiệu {code}")


def _so_06(case: Case) -> Iterator[Violation]:
    if case.document.number and case.document.is_official:
        span = case.standard.span("number_size")
        yield from checks("SO-06", case.document.number, span, bold=False, italic=False, align="center")


def _dd_01(case: Case) -> Iterator[Violation]:
    document = case.document
    if not document.is_known:
        return
    undated = document.kind_name in case.standard.words("undated_kinds")
    if undated and document.place_date:
        yield Violation(
            "DD-01", document.place_date.place, "biên bản không ghi địa danh, thời gian ở phần đầu"
        )
    elif not undated and document.place_date is None:
        yield Violation("DD-01", "phần đầu văn bản", "không có địa danh, thời gian")


def _dd_02(case: Case) -> Iterator[Violation]:
    line = case.document.place_date
    if line and not case.document.is_inner and not _PLACE_DATE.match(line.text):
        yield Violation("DD-02", line.place, f"“{line.text}”")


def _part(case: Case, name: str) -> str:
    line = case.document.place_date
    found = _PLACE_DATE.match(line.text) if line else None
    text = found[name].strip() if found else ""
    return text if text.isdecimal() else ""


def _dd_03(case: Case) -> Iterator[Violation]:
    if (day := _part(case, "day")) and len(day) == 1:
        yield Violation("DD-03", "địa danh, thời gian", f"ngày {day}")


def _dd_04(case: Case) -> Iterator[Violation]:
    month = _part(case, "month")
    if month and int(month) in _PADDED_MONTHS and len(month) == 1:
        yield Violation("DD-04", "địa danh, thời gian", f"tháng {month}")


def _dd_05(case: Case) -> Iterator[Violation]:
    month = _part(case, "month")
    if month.startswith("0") and int(month) not in _PADDED_MONTHS:
        yield Violation("DD-05", "địa danh, thời gian", f"tháng {month}")


def _dd_06(case: Case) -> Iterator[Violation]:
    if case.document.place_date and case.document.is_official:
        span = case.standard.span("place_date_size")
        yield from checks("DD-06", case.document.place_date, span, bold=False, italic=True, align="center")


def _dd_07(case: Case) -> Iterator[Violation]:
    line, wanted = case.document.place_date, case.known.place
    found = _PLACE_DATE.match(line.text) if line else None
    if (
        line
        and wanted
        and found
        and wanted not in (found["place"], split_kind(found["place"], COMMUNE_KINDS)[1])
    ):
        yield Violation("DD-07", line.place, f"“{found['place']}”, trong ocop.yaml là “{wanted}”")


def _dd_08(case: Case) -> Iterator[Violation]:
    parts = [_part(case, name) for name in ("year", "month", "day")]
    if not all(parts):
        return
    issued = _day(*parts)
    if issued is None:
        yield Violation("DD-08", "địa danh, thời gian", f"không có ngày {parts[2]}/{parts[1]}/{parts[0]}")
        return
    for ground in case.document.grounds:
        later = [d for d in _dates(ground.text) if d > issued]
        if later:
            yield Violation("DD-08", ground.place, "căn cứ ban hành sau văn bản này")


def _dates(text: str) -> Iterator[date]:
    for found in _GROUND_DATE.finditer(text):
        day, month, year = (found[1], found[2], found[3]) if found[1] else (found[4], found[5], found[6])
        if parsed := _day(year, month, day):
            yield parsed


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


CHECKS: dict[str, Check] = {
    "SO-01": _so_01, "SO-02": _so_02, "SO-03": _so_03, "SO-04": _so_04, "SO-05": _so_05, "SO-06": _so_06,
    "DD-01": _dd_01, "DD-02": _dd_02, "DD-03": _dd_03, "DD-04": _dd_04, "DD-05": _dd_05, "DD-06": _dd_06,
    "DD-07": _dd_07, "DD-08": _dd_08,
}  # fmt: skip
