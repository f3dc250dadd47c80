"""How a limit is counted, what a year's days off rest on, and a year that has no notice yet."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Ocop = Callable[..., int]
Printed = Callable[[], Any]
NOTICE = "Thông báo số 0001/TB-BNV ngày 05/10/2027"


@pytest.fixture
def late(workspace: Path) -> str:
    """A dossier that the commune received in the last days of the known calendar."""
    path = workspace / "dossiers/sam-day.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("2026-11-09", "2027-12-20"), encoding="utf-8")
    return "sam-day"


def test_due_says_why_a_day_does_not_count(ocop: Ocop, capsys: pytest.CaptureFixture[str]) -> None:
    assert ocop("due", "sam-day", "--explain") == 0
    shown = capsys.readouterr().out
    assert "15 ngày làm việc kể từ sau ngày 09/11/2026" in shown
    (day,) = [line for line in shown.splitlines() if "24/11/2026" in line]
    assert "Ngày Văn hóa Việt Nam" in day
    assert "Nghị quyết số 28/2026/QH16" in day
    assert "01/12/2026" in shown
    assert ocop("due", "sam-day") == 0
    assert "24/11/2026" not in capsys.readouterr().out


def test_every_limit_of_every_output_lists_the_days_not_counted(ocop: Ocop, printed: Printed) -> None:
    limits = []
    for words in (("due", "sam-day"), ("next", "sam-day"), ()):
        assert ocop(*words, "--json", "--as-of", "2026-11-24") == 0
        shown = printed()
        (item,) = shown.get("items") or [shown] if words else shown["this_week"]
        limits.append(item["limits"])
    assert limits[0] == limits[1] == limits[2]
    (limit,) = limits[0]
    assert (limit["from"], limit["counted"], limit["due"]) == ("2026-11-09", "15 ngày làm việc", "2026-12-01")
    days = {day["on"]: day for day in limit["not_counted"]}
    assert len(days) == 7
    assert days["2026-11-24"]["paper"] == "Nghị quyết số 28/2026/QH16"
    assert days["2026-11-14"] == {"on": "2026-11-14", "why": "Thứ Bảy", "paper": None}


def test_a_dossier_without_a_running_limit(ocop: Ocop, capsys: pytest.CaptureFixture[str]) -> None:
    assert ocop("due", "lan-rung") == 0
    assert "không có thời hạn nào đang chạy" in capsys.readouterr().out


@pytest.mark.parametrize("words", [("next", "{id}"), ("due", "{id}"), ("next",), ()])
def test_no_day_is_given_in_a_year_without_a_calendar(
    words: tuple[str, ...], ocop: Ocop, late: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ocop(*(word.format(id=late) for word in words), "--as-of", "2027-12-27") == 0
    shown = " ".join(capsys.readouterr().out.split())
    assert "/01/2028" not in shown
    assert "`ocop calendar 2028`" in shown
    assert ocop("next", late, "--as-of", "2027-12-27", "--json") == 0
    (item,) = json.loads(capsys.readouterr().out)["items"]
    assert (item["due"], item["limits"][0]["due"], item["limits"][0]["no_calendar"]) == (None, None, 2028)


def test_a_receipt_gives_no_day_in_a_year_without_a_calendar(ocop: Ocop, late: str, workspace: Path) -> None:
    assert ocop("paper", "tiep-nhan", late, "--as-of", "2027-12-27") == 0
    record = (workspace / f"documents/2027/{late}-receipt.yaml").read_text(encoding="utf-8")
    assert "chưa tính được, vì năm 2028 chưa có lịch nghỉ lễ, tết" in record


def test_a_notice_makes_the_year_known_and_the_limit_a_day(
    ocop: Ocop, late: str, workspace: Path, printed: Printed, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ocop("calendar", "2028", "--json") == 0
    proposal = printed()
    assert not proposal["known"]
    assert ocop("calendar", "2028", "--notice", NOTICE) == 0
    assert ocop("calendar", "2028", "--notice", NOTICE) == 2
    capsys.readouterr()
    assert ocop("calendar", "2028", "--json") == 0
    confirmed = printed()
    assert confirmed["known"]
    assert [day["on"] for day in confirmed["days"]] == [day["on"] for day in proposal["days"]]
    assert {day["paper"] for day in confirmed["days"]} == {NOTICE}
    assert ocop("due", late, "--as-of", "2027-12-27", "--json") == 0
    assert printed()["limits"][0]["due"] == "2028-01-11"
    assert ocop("check", "--as-of", "2028-01-10", "--json") == 0
    assert "P040" not in {finding["code"] for finding in printed()["findings"]}
    assert ocop("undo") == 0
    assert NOTICE not in (workspace / "ocop.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(("year", "worked"), [(2025, 1), (2026, 2), (2027, 0)])
def test_each_day_of_a_known_year_names_its_paper(
    year: int, worked: int, ocop: Ocop, printed: Printed
) -> None:
    assert ocop("calendar", str(year), "--json") == 0
    shown = printed()
    assert shown["known"]
    assert all(day["paper"] and day["name"] for day in shown["days"])
    assert sum(day["works"] for day in shown["days"]) == worked


def test_a_known_year_takes_no_notice(ocop: Ocop, workspace: Path) -> None:
    before = (workspace / "ocop.yaml").read_bytes()
    assert ocop("calendar", "2027", "--notice", NOTICE) == 2
    assert ocop("calendar", "2028", "--notice", " ") == 2
    assert (workspace / "ocop.yaml").read_bytes() == before


def test_a_changed_calendar_tells_which_limits_have_moved(
    ocop: Ocop, workspace: Path, printed: Printed, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ocop("paper", "tiep-nhan", "sam-day") == 0
    capsys.readouterr()
    assert ocop("check", "sam-day", "--json") == 0
    assert "P042" not in {finding["code"] for finding in printed()["findings"]}
    profile = workspace / "ocop.yaml"
    own = "calendar:\n  holidays:\n    - {on: 30/11/2026, name: Ngày nghỉ của tỉnh}\n"
    profile.write_text(profile.read_text(encoding="utf-8") + own, encoding="utf-8")
    assert ocop("check", "sam-day", "--json") == 0
    (moved,) = [finding for finding in printed()["findings"] if finding["code"] == "P042"]
    assert moved["file"] == "documents/2026/sam-day-receipt.yaml"
    assert "01 tháng 12" in moved["message"]
    assert "02 tháng 12" in moved["message"]


def test_an_old_list_of_holidays_still_counts(ocop: Ocop, workspace: Path, printed: Printed) -> None:
    """The list that ``init`` and the example once wrote: days that the program knows, and one that it does not."""
    profile = workspace / "ocop.yaml"
    days = "".join(f"    - {{on: {on}, name: Nghỉ}}\n" for on in ("2026-11-24", "2026-11-27", "2027-01-01"))
    profile.write_text(
        f"{profile.read_text(encoding='utf-8')}calendar:\n  holidays:\n{days}", encoding="utf-8"
    )
    assert ocop("due", "sam-day", "--json") == 0
    assert printed()["limits"][0]["due"] == "2026-12-02"
    assert ocop("check", "--json") == 0
    assert not {"P040", "P041"} & {finding["code"] for finding in printed()["findings"]}
