"""What can hardly be true: days of an impossible year or ahead of today, figures and names that nobody would believe."""

from collections.abc import Iterator
from datetime import date

from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.producer import SharedProducer
from ocop_cli.evaluation.case import Case
from ocop_cli.findings import Finding, Place, Severity
from ocop_cli.viet.dates import EARLIEST_YEAR, LATEST_YEAR, is_plausible, show_date
from ocop_cli.viet.doubts import doubtful_values
from ocop_cli.viet.fields import Coming, Record
from ocop_cli.viet.leaves import Marks, leaves


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


def doubtful_facts(file: str, dossier: Dossier) -> Iterator[Finding]:
    """D037, D011: yield what a dossier says that nobody would believe; a shared record of its producer speaks for itself."""
    shared = isinstance(dossier.producer, SharedProducer)
    for finding in doubtful_values(file, dossier):
        if not (shared and finding.place.field[:1] == ("producer",)):
            yield finding


def doubtful_days(file: str, record: Record, today: date) -> Iterator[Finding]:
    """D030: yield a warning for each day of a record that can hardly be true; ``file`` is where it stands."""

    def passes(day: date, marks: Marks, _: Record) -> bool:
        return is_plausible(day) and (day <= today or bool(marks.of(Coming)))

    for field, day, *_ in leaves(record, date, passes):
        doubt = (
            f"Ngày {show_date(day)} chưa tới"
            if is_plausible(day)
            else f"Năm {day.year} không đúng: cần từ {EARLIEST_YEAR} đến {LATEST_YEAR}"
        )
        why = "thời hạn, quyết định áp dụng và báo cáo tính từ ngày này"
        place = Place(file, field)
        yield Finding("D030", Severity.WARNING, doubt, place, why=why, hint="đối chiếu bản giấy rồi sửa ngày")
