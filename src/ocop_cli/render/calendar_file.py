"""What is due as a calendar that telephones and office programs read: RFC 5545.

Readers differ in rules that repeat and in zones that a file only names, so every day is an event of its own and the zone
stands in the file. A UID stays, so that a calendar that is taken in again moves its events and doubles none.
"""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from hashlib import sha256
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event, Timezone, TimezoneStandard

from ocop_cli.reports.due import DueItem

_ZONE = "Asia/Ho_Chi_Minh"
_SINCE = datetime(1975, 6, 13)  # noqa: DTZ001 - the beginning of a zone is local time
_OFFSET = timedelta(hours=7)
_USUAL = timedelta(hours=1)  # how long a meeting lasts that names no end
_UID = "{key}@{commune}.ocop"


def calendar_bytes(items: Sequence[DueItem], commune: str, name: str, today: date, warn_days: int) -> bytes:
    """Return the calendar file; ``commune`` is the code that tells the UIDs of one commune from another's.

    Whoever takes it in is reminded some days before each day on which somebody must act.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//ocop//lich OCOP cua xa//VI")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    if any(one.starts for one in items):
        calendar.add_component(_zone())
    stamp = datetime.combine(today, time(), ZoneInfo("UTC"))
    for one in items:
        calendar.add_component(_event(one, commune, stamp, warn_days))
    return bytes(calendar.to_ical())


def uid_of(one: DueItem, commune: str) -> str:
    """Return what names an event for ever."""
    return _UID.format(key=sha256(one.key.encode()).hexdigest()[:32], commune=commune)


def _event(one: DueItem, commune: str, stamp: datetime, warn_days: int) -> Event:
    event = Event()
    event.add("uid", uid_of(one, commune))
    event.add("dtstamp", stamp)
    starts, ends = _times(one)
    event.add("dtstart", starts)
    event.add("dtend", ends)
    event.add("summary", one.title)
    if one.place:
        event.add("location", one.place)
    event.add("categories", [str(one.kind)])
    if one.command:
        event.add("description", f"Lệnh: {one.command}")
    if not one.starts:
        event.add("transp", "TRANSPARENT")
    if one.is_deed and warn_days:
        event.add_component(_reminder(one, warn_days))
    return event


def _times(one: DueItem) -> tuple[date, date]:
    """Return the first and the last moment; of a whole day the day and the next."""
    if not one.starts:
        return one.on, one.on + timedelta(days=1)
    zone = ZoneInfo(_ZONE)
    starts = datetime.combine(one.on, time.fromisoformat(one.starts), zone)
    ends = datetime.combine(one.on, time.fromisoformat(one.ends), zone) if one.ends else starts + _USUAL
    return starts, ends


def _reminder(one: DueItem, warn_days: int) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", one.title)
    alarm.add("trigger", -timedelta(days=warn_days))
    return alarm


def _zone() -> Timezone:
    """Return the zone of Vietnam, which has had one offset since before any day of a dossier."""
    zone, standard = Timezone(), TimezoneStandard()
    zone.add("tzid", _ZONE)
    standard.add("dtstart", _SINCE)
    standard.add("tzoffsetfrom", _OFFSET)
    standard.add("tzoffsetto", _OFFSET)
    standard.add("tzname", "+07")
    zone.add_component(standard)
    return zone
