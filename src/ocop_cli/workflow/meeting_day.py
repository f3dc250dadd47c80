"""Is the day of a meeting a likely one?"""

from collections.abc import Sequence
from datetime import date

from ocop_cli.programme.calendar import Calendar
from ocop_cli.programme.meeting import Meeting
from ocop_cli.viet.dates import show_date, weekday_word
from ocop_cli.workflow.deadline import is_working


def doubts_about(meeting: Meeting, today: date, calendar: Calendar) -> Sequence[str]:
    """Return in words what makes the day of an invitation doubtful: it is past, or nobody works on it."""
    doubts = []
    if meeting.on < today:
        doubts.append(f"Ngày họp {show_date(meeting.on)} đã qua")
    if not is_working(meeting.on, calendar):
        doubts.append(f"Ngày họp {show_date(meeting.on)} ({weekday_word(meeting.on)}) là ngày nghỉ")
    return doubts
