"""Days that can hardly be true: of an impossible year, or ahead where only what has happened is written down."""

from collections.abc import Iterator
from datetime import date
from typing import Any, get_args

from ocop_cli.evaluation.case import Case
from ocop_cli.findings import FieldPath, Finding, Place, Severity
from ocop_cli.viet.dates import EARLIEST_YEAR, LATEST_YEAR, is_plausible, show_date
from ocop_cli.viet.fields import Coming, Record


def check_days(case: Case) -> Iterator[Finding]:
    """D030: a day of the dossier can hardly be true."""
    yield from doubtful_days(case.name, case.dossier, case.today)


def check_registration_year(case: Case) -> Iterator[Finding]:
    """D031: the slip was received in another year than the one that the product takes part in."""
    registration = case.dossier.registration
    received = registration.slip.received_on if registration.slip else None
    if received and is_plausible(received) and received.year != registration.year:
        yield case.find(
            "D031",
            ("registration", "slip", "received_on"),
            f"Phiếu nhận năm {received.year} nhưng ghi tham gia năm {registration.year}",
            "sửa năm tham gia hoặc ngày nhận",
            severity=Severity.WARNING,
            why="báo cáo năm tính theo năm tham gia",
            related=(case.place("registration", "year"),),
        )


def doubtful_days(file: str, record: Record, today: date) -> Iterator[Finding]:
    """D030: yield a warning for each day of a record that can hardly be true; ``file`` is where it stands."""
    for field, day, may_lie_ahead in _days(record, ()):
        if not is_plausible(day):
            doubt = f"Năm {day.year} không đúng: cần từ {EARLIEST_YEAR} đến {LATEST_YEAR}"
        elif day > today and not may_lie_ahead:
            doubt = f"Ngày {show_date(day)} chưa tới"
        else:
            continue
        why = "thời hạn, quyết định áp dụng và báo cáo tính từ ngày này"
        place = Place(file, field)
        yield Finding("D030", Severity.WARNING, doubt, place, why=why, hint="đối chiếu bản giấy rồi sửa ngày")


def _days(record: Record, path: FieldPath) -> Iterator[tuple[FieldPath, date, bool]]:
    """Yield every day of a record, with its path and whether it may lie ahead."""
    for name, info in type(record).model_fields.items():
        ahead = _may_lie_ahead(info)
        yield from _days_in(getattr(record, name), (*path, info.alias or name), ahead=ahead)


def _days_in(value: Any, path: FieldPath, *, ahead: bool) -> Iterator[tuple[FieldPath, date, bool]]:
    if isinstance(value, date):
        yield path, value, ahead
    elif isinstance(value, Record):
        yield from _days(value, path)
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from _days_in(item, (*path, number), ahead=ahead)


def _may_lie_ahead(info: Any) -> bool:
    """Look for the mark on the field itself or on a part of its type: ``ComingDay | None``."""
    return any(isinstance(mark, Coming) for mark in info.metadata) or _is_marked(info.annotation)


def _is_marked(annotation: Any) -> bool:
    marks = getattr(annotation, "__metadata__", ())
    return any(isinstance(mark, Coming) for mark in marks) or any(map(_is_marked, get_args(annotation)))
