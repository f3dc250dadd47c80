"""Days as they are typed in an option."""

from datetime import date

from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.viet.dates import EARLIEST_YEAR, LATEST_YEAR, is_plausible, parse_date


def read_act_day(text: str | None, today: date, option: str = "--on") -> date | None:
    """Read the day of an act; nothing given stays nothing.

    Raises ``OcopError`` (misuse) for what is no day, and for a day that has not come: only what happened is recorded.
    """
    day = read_day(text, option) if text else None
    if day and day > today:
        raise OcopError(f"{option} {text}: ngày này chưa tới.", "Ghi việc sau khi đã làm.", exit_code=MISUSE)
    return day


def read_day(text: str, option: str) -> date:
    """Read a day as typed. Raises ``OcopError`` (misuse) naming the option when it is none, or of an impossible year."""
    try:
        day = parse_date(text)
    except ValueError as error:
        hint = "Ghi dạng 2026-11-23 hoặc 23/11/2026."
        raise OcopError(f"{option} {text} không phải là ngày.", hint, exit_code=MISUSE) from error
    if not is_plausible(day):
        hint = f"Ghi năm từ {EARLIEST_YEAR} đến {LATEST_YEAR}."
        raise OcopError(f"{option} {text}: năm {day.year} không đúng.", hint, exit_code=MISUSE)
    return day
