"""The working days that limits rest on: a year whose days off are not known, days named in vain, limits that have moved."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from ocop_cli.findings import FieldPath, Finding, Place, Severity
from ocop_cli.programme.calendar import Calendar
from ocop_cli.programme.document_record import DocumentRecord
from ocop_cli.programme.profile import CalendarSettings
from ocop_cli.viet.dates import show_date, weekday_word
from ocop_cli.workflow.deadline import deadline_words
from ocop_cli.workflow.limit import Limit

_SATURDAY = 5
_PRINTED = "due"


def check_year(name: str, year: int, calendar: Calendar) -> Iterator[Finding]:
    """P040: the days off of the year are not known."""
    if year not in calendar.years:
        message = f"Năm {year} chưa có lịch nghỉ lễ, tết nên chưa tính được hạn theo ngày làm việc"
        yield _no_calendar(year, message, Place(name, ("calendar",)))


def check_own_days(name: str, own: CalendarSettings, usual: Calendar) -> Iterator[Finding]:
    """P041: a day stands twice, or changes nothing; ``usual`` is the calendar without the commune's own days."""
    off = [(holiday.on, ("calendar", "holidays", n, "on")) for n, holiday in enumerate(own.holidays)]
    worked = [(on, ("calendar", "make_up_days", n)) for n, on in enumerate(own.make_up_days)]
    seen: Counter[date] = Counter()
    for on, place in [*off, *worked]:
        seen[on] += 1
        if seen[on] > 1:
            yield _idle(name, place, f"Ngày {show_date(on)} ghi hai lần")
    for on, place in off:
        if on.weekday() >= _SATURDAY and on not in usual.worked:
            yield _idle(
                name, place, f"Ngày nghỉ {show_date(on)} là {weekday_word(on)}, vốn không tính vào hạn"
            )
    for on, place in worked:
        if on.weekday() < _SATURDAY and on not in usual.off and seen[on] == 1:
            yield _idle(
                name, place, f"Ngày làm bù {show_date(on)} là {weekday_word(on)}, vốn là ngày làm việc"
            )


def check_limits(
    name: str, limits: Sequence[Limit], documents: Iterable[tuple[str, DocumentRecord]]
) -> Iterator[Finding]:
    """P040, P042: a limit whose end is not known yet, and one that a paper promised for another day.

    ``documents``: the records of the dossier's papers with their files.
    """
    for limit in limits:
        if limit.end.no_calendar:
            message = f"{limit.name}: hạn {deadline_words(limit.end)}"
            yield _no_calendar(
                limit.end.no_calendar, message, Place(name, ("registration", "slip", "received_on"))
            )
    counted = [limit for limit in limits if limit.start]
    for file, record in documents:
        promised = record.printed.get(_PRINTED)
        for limit in counted if promised else ():
            if promised and deadline_words(limit.end) not in promised.text:
                yield _moved(file, record.made.dossier, promised.text, limit)


def _no_calendar(year: int, message: str, place: Place) -> Finding:
    why = "thời hạn theo ngày làm việc trừ ngày nghỉ lễ, tết của năm"
    hint = f"xem lịch đề xuất và xác nhận theo thông báo của năm: `ocop calendar {year}`."
    return Finding("P040", Severity.WARNING, message, place, why, hint)


def _idle(name: str, place: FieldPath, message: str) -> Finding:
    why, hint = "ngày ghi nhầm làm sai mọi hạn đi qua ngày đó", "xem lại ngày này, sửa hoặc xóa."
    return Finding("P041", Severity.WARNING, message, Place(name, place), why, hint)


def _moved(file: str, dossier: str | None, printed: str, limit: Limit) -> Finding:
    message = f"Đã in “{printed}”, nay hạn tính được: {deadline_words(limit.end)}"
    why = "chủ thể giữ phiếu hẹn theo ngày đã in; lịch nghỉ hoặc ngày nhận hồ sơ đã đổi từ khi in"
    hint = f"xem cách tính: `ocop due {dossier} --explain`; lập lại phiếu và báo chủ thể ngày mới."
    return Finding(
        "P042", Severity.WARNING, message, Place(file, ("printed", _PRINTED)), why, hint, limit.cite
    )
