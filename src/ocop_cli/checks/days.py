"""Days that can hardly be true: of an impossible year, or ahead where only what has happened is written down."""

from collections.abc import Iterator
from datetime import date

from ocop_cli.evaluation.case import Case
from ocop_cli.findings import Finding, Place, Severity
from ocop_cli.viet.dates import EARLIEST_YEAR, LATEST_YEAR, is_plausible, show_date
from ocop_cli.viet.fields import Coming, Record
from ocop_cli.viet.leaves import leaves


def check_registration_year(case: Case) -> Iterator[Finding]:
    """D031: the slip was received in another year than the one that the product takes part in."""
    registration = case.dossier.registration
    received = registration.slip.received_on if registration.slip else None
    if received and is_plausible(received) and received.year not in registration.years:
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
    for field, day, marks, _ in leaves(record):
        if not isinstance(day, date):
            continue
        may_lie_ahead = any(isinstance(mark, Coming) for mark in marks)
        if not is_plausible(day):
            doubt = f"Năm {day.year} không đúng: cần từ {EARLIEST_YEAR} đến {LATEST_YEAR}"
        elif day > today and not may_lie_ahead:
            doubt = f"Ngày {show_date(day)} chưa tới"
        else:
            continue
        why = "thời hạn, quyết định áp dụng và báo cáo tính từ ngày này"
        place = Place(file, field)
        yield Finding("D030", Severity.WARNING, doubt, place, why=why, hint="đối chiếu bản giấy rồi sửa ngày")
