"""``ocop due`` without a dossier: every day of the folder stands there once, and in the calendar as people may see it."""

import json
import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from ocop_cli.reports.due import DueKind

Ocop = Callable[..., int]
Printed = Callable[[], Any]


@pytest.fixture
def busy(ocop: Ocop, workspace: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A folder with a day of every kind that it can have today."""
    for words in (
        ("set", "xã", "ngày nộp báo cáo=15/12 Báo cáo năm; 29/02 Báo cáo rà soát"),
        ("inspect", "mang-kho", "--request", "Bà Y Mẫu dán lại tem: 30/11/2026"),
        ("meeting", "invite", "sam-day", "--on", "27/11/2026", "--starts", "8:00", "--place", "Hội trường, tầng 2",
         "--secretary", "Y Mẫu, Công chức"),
    ):  # fmt: skip
        assert ocop(*words) == 0
    plan = workspace / "programme/plans/2026.yaml"
    plan.write_text(plan.read_text(encoding="utf-8").replace("[3, 8]", "[3, 12]"), encoding="utf-8")
    capsys.readouterr()
    return workspace


def test_every_day_that_the_files_hold_is_told(busy: Path, ocop: Ocop, printed: Printed) -> None:
    assert ocop("due", "--json") == 0
    items = printed()["items"]
    told = {(item["kind"], item["on"]) for item in items}
    assert {
        ("remedy", "2026-11-30"), ("meeting", "2026-11-27"), ("plan", "2026-12-31"), ("report", "2026-12-15"),
        ("report", "2027-02-28"), ("certificate", "2026-12-21"), ("promise", "2026-12-15"), ("limit", "2026-12-01"),
    } <= told  # fmt: skip
    assert len({item["key"] for item in items}) == len(items)
    written = [
        day
        for file in sorted((busy / "dossiers").glob("*.yaml"))
        for day in re.findall(
            r"^ +(?:expires_on|due): *(\S+)", file.read_text(encoding="utf-8"), re.MULTILINE
        )
        if date.fromisoformat(day) >= date(2026, 11, 23)
    ]
    assert {*written} <= {on for _, on in told}


def test_days_narrow_what_is_shown_and_what_is_late_stays(busy: Path, ocop: Ocop, printed: Printed) -> None:
    assert ocop("due", "--days", "7", "--json", "--as-of", "2026-12-05") == 0
    items = printed()["items"]
    assert max(item["left"] for item in items) <= 7
    late = {(item["kind"], item["left"]) for item in items if item["left"] < 0}
    assert {("remedy", -5), ("meeting", -8), ("limit", -4)} <= late
    assert not {kind for kind, _ in late} & {"plan", "certificate", "paper"}


def test_a_report_that_was_issued_is_no_longer_owed(busy: Path, ocop: Ocop) -> None:
    assert ocop("report", "--period", "2026", "--as-of", "2026-12-10") == 0
    (report,) = (busy / "documents/2026").glob("*-summary-report.docx")
    assert ocop("docs", "number", str(report), "--number", "50", "--as-of", "2026-12-10") == 0
    owed = [item["on"] for item in _items(ocop, busy, "--as-of", "2026-12-20") if item["kind"] == "report"]
    assert "2026-12-15" not in owed
    assert "2027-12-15" in owed


def test_the_calendar_holds_every_day_and_nobody(busy: Path, ocop: Ocop) -> None:
    assert ocop("due", "--ics", "lich.ics") == 0
    content = (busy / "lich.ics").read_bytes()
    events = _events(content)
    printed_items = _items(ocop, busy)
    assert len(events) == len(printed_items)
    days = sorted(str(_day(event["DTSTART"].dt)) for event in events)
    assert days == sorted(item["on"] for item in printed_items)
    assert all(event["DTEND"].dt > event["DTSTART"].dt for event in events)
    text = content.decode()
    assert max(len(line) for line in content.split(b"\r\n")) <= 75
    for never in ("RRULE", "RDATE", "RSCALE", "Hanoi", "Bà Y Mẫu", "dán lại tem", "ATTENDEE", "ORGANIZER"):
        assert never not in text.replace("\r\n ", "")
    for producer in {dossier_producer(file) for file in (busy / "dossiers").glob("*.yaml")} - {""}:
        assert producer not in text.replace("\r\n ", ""), producer
    meeting = next(event for event in events if not event["DTSTART"].params.get("VALUE"))
    assert meeting["DTSTART"].params["TZID"] == "Asia/Ho_Chi_Minh"
    assert meeting["DTSTART"].dt.utcoffset() == timedelta(hours=7)


def test_an_event_keeps_its_name_when_its_day_moves(busy: Path, ocop: Ocop) -> None:
    assert ocop("due", "--ics", "mot.ics") == 0
    moved = (
        "extend",
        "sam-day",
        "--until",
        "15/12/2026",
        "--paper",
        "Công văn số 9/UBND",
        "--reason",
        "chờ kiểm nghiệm",
    )
    assert ocop(*moved) == 0
    assert ocop("due", "--ics", "hai.ics") == 0
    one, two = (_by_uid(busy / name) for name in ("mot.ics", "hai.ics"))
    assert one.keys() == two.keys()
    assert [two[uid] for uid in one if one[uid] != two[uid]] == [date(2026, 12, 15)]


@pytest.mark.parametrize(
    "words",
    [
        ("due", "--explain"), ("due", "sam-day", "--days", "7"), ("due", "sam-day", "--ics", "x.ics"),
        ("due", "--ics", "x.txt"), ("due", "--ics", "../x.ics"), ("due", "--days", "-1"), ("due", "--ics", ".git/x.ics"),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_refused(
    words: tuple[str, ...], ocop: Ocop, workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ocop(*words) == 2
    assert capsys.readouterr().err
    assert not [*workspace.rglob("x.*")]


def test_each_kind_has_words_of_its_own() -> None:
    assert len({kind.value for kind in DueKind}) == len(DueKind)


def dossier_producer(file: Path) -> str:
    """Return the name of the producer that a dossier spells out."""
    found = re.search(
        r"^producer:\n(?:  .*\n)*?  name: (.+)$", file.read_text(encoding="utf-8"), re.MULTILINE
    )
    return found[1] if found else ""


def _items(ocop: Ocop, root: Path, *words: str) -> list[dict[str, Any]]:
    assert ocop("due", "--json", "-o", "ra.json", *words) == 0
    found: list[dict[str, Any]] = json.loads((root / "ra.json").read_text(encoding="utf-8"))["items"]
    return found


def _day(moment: date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _by_uid(file: Path) -> dict[str, date]:
    return {str(event["UID"]): _day(event["DTSTART"].dt) for event in _events(file.read_bytes())}


def _events(content: bytes) -> list[Any]:
    calendar: Any = Calendar.from_ical(content)
    return list(calendar.walk("VEVENT"))
