"""The calendar of `ocop due --ics` as six libraries of others read it: the same events, each with its id, moment and title.

usage: python bench/calendar_readers.py

The example folder with a meeting, a fair, a remedy and two reports; one title and one place hold a comma, the place a semicolon.
The readers are installed in a folder that is thrown away: icalendar, vobject, ical and khal by pip, ical.js and node-ical by
npm. Returns 1 where one reads another id, moment or title than the others, or another number of events than `ocop due` tells.

khal shows a moment in the zone of whoever looks (`local_timezone`, else that of the machine): a meeting at 08:00 in Vietnam
is 01:00 on a machine that runs in UTC. Here it is told the commune's zone, as an office machine has it.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

from growth import DAY, OURS

ROOT = Path(__file__).parent.parent
PYTHON = ("icalendar==7.3.2", "vobject==0.9.9", "ical==14.3.1", "khal==0.14.1")
NODE = ("ical.js@2.2.1", "node-ical@0.26.1")
LINES = (
    ("meeting", "invite", "sam-day", "--on", "4/12/2026", "--starts", "8:00", "--place", "Hội trường, tầng 2; nhà A",
     "--secretary", "Y Mẫu, Công chức"),
    ("inspect", "mang-kho", "--request", "Dán lại tem: 30/11/2026"),
    ("log", "hội chợ", "Hội chợ cuối năm", "ngày: 5/12/2026", "đến ngày: 8/12/2026", "sam-day"),
    ("set", "xã", "ngày nộp báo cáo=15/12 Báo cáo năm; 31/12 Báo cáo số liệu, danh sách"),
)  # fmt: skip
Event = tuple[str, str, str]
"""An event as read: id, day or moment (``2026-12-04T08:00+07:00``), title."""

READ_BY = {
    "icalendar": """
from icalendar import Calendar
for e in Calendar.from_ical(raw).walk("VEVENT"):
    tell(str(e["UID"]), e["DTSTART"].dt, str(e["SUMMARY"]))
""",
    "vobject": """
import vobject
for e in vobject.readOne(raw.decode()).vevent_list:
    tell(e.uid.value, e.dtstart.value, e.summary.value)
""",
    "ical": """
from ical.calendar_stream import IcsCalendarStream
for e in IcsCalendarStream.calendar_from_ics(raw.decode()).events:
    tell(e.uid, e.dtstart, e.summary)
""",
}
TELL = """
import json, sys
from datetime import datetime, timezone
raw = open(sys.argv[1], "rb").read()
def tell(uid, on, title):
    moment = on.astimezone(timezone.utc).isoformat() if isinstance(on, datetime) else on.isoformat()
    print(json.dumps([uid, moment, title]))
"""
TELL_NODE = """
const raw = require('fs').readFileSync(process.argv[1], 'utf8');
const two = n => String(n).padStart(2, '0');
const day = d => `${d.getFullYear()}-${two(d.getMonth() + 1)}-${two(d.getDate())}`;
const utc = d => d.toISOString().replace('.000Z', '+00:00');
const tell = (uid, on, title) => console.log(JSON.stringify([uid, on, title]));
"""
READ_BY_NODE = {
    "ical.js": """
const ICAL = require('ical.js').default || require('ical.js');
const whole = new ICAL.Component(ICAL.parse(raw));
for (const zone of whole.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
for (const one of whole.getAllSubcomponents('vevent')) {
  const e = new ICAL.Event(one);
  tell(e.uid, e.startDate.isDate ? e.startDate.toString() : utc(e.startDate.toJSDate()), e.summary);
}
""",
    "node-ical": """
for (const e of Object.values(require('node-ical').sync.parseICS(raw)))
  if (e.type === 'VEVENT') tell(e.uid, e.datetype === 'date' ? day(e.start) : utc(e.start), e.summary);
""",
}
KHAL = """
[calendars]
[[o]]
path = {folder}/events
[locale]
local_timezone = {zone}
default_timezone = {zone}
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
timeformat = %H:%M
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[sqlite]
path = {folder}/khal.db
"""


def main() -> int:
    """Compare what the readers read; print each."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        calendar, told = calendar_of(folder / "xa")
        install(folder)
        found = dict(readers(folder, calendar))
    usual = max(found.values(), key=list(found.values()).count)
    for reader, events in found.items():
        print(f"{reader:10} {len(events)} events: {'alike' if events == usual else 'DIFFERS'}")
        for event in sorted(set(events) ^ set(usual)):
            print("   ", "only here:" if event in events else "not here:", *event, sep="  ")
    print(f"`ocop due` tells {told} days")
    return 0 if len(usual) == told and all(events == usual for events in found.values()) else 1


def calendar_of(root: Path) -> tuple[Path, int]:
    """Lay out a folder and its calendar; return the file and the number of days that the verb tells."""
    copytree(ROOT / "examples", root)
    for words in (*LINES, ("due", "--ics", "lich.ics")):
        ocop(root, *words)
    return root / "lich.ics", len(json.loads(ocop(root, "due", "--json"))["items"])


def ocop(root: Path, *words: str) -> str:
    """Run a command line of ours; return what it printed."""
    line = [sys.executable, "-c", OURS, "-C", str(root), "--as-of", DAY, "--no-input", *words]
    return subprocess.run(line, check=True, capture_output=True, text=True).stdout


def install(folder: Path) -> None:
    """Install the readers under a folder."""
    subprocess.run([sys.executable, "-m", "venv", folder / "venv"], check=True)
    subprocess.run([folder / "venv/bin/python", "-m", "pip", "install", "-q", *PYTHON], check=True)
    subprocess.run(["npm", "install", "--silent", "--prefix", folder, *NODE], check=True)


def readers(folder: Path, calendar: Path) -> Iterator[tuple[str, list[Event]]]:
    """Yield each reader with the events that it reads, in the order of their ids."""
    python = folder / "venv/bin/python"
    for name, read in READ_BY.items():
        yield name, events_of([python, "-c", TELL + read, calendar], folder)
    for name, read in READ_BY_NODE.items():
        yield name, events_of(["node", "-e", TELL_NODE + read, calendar], folder)
    yield "khal", list(by_khal(folder, calendar))


def events_of(line: list[Path | str], folder: Path) -> list[Event]:
    """Return the events that a reader prints, one JSON list a line."""
    out = subprocess.run(line, check=True, capture_output=True, text=True, cwd=folder).stdout
    return sorted((uid, on, title) for uid, on, title in map(json.loads, out.splitlines()))


def by_khal(folder: Path, calendar: Path) -> Iterator[Event]:
    """Yield the events that khal lists; it gives the time of the zone it is told, which is seven hours ahead of UTC."""
    from datetime import UTC, datetime, timedelta, timezone

    (folder / "events").mkdir()
    settings = folder / "khal.conf"
    settings.write_text(KHAL.format(folder=folder, zone="Asia/Ho_Chi_Minh"), encoding="utf-8")
    khal: list[Path | str] = [folder / "venv/bin/khal", "-c", settings]
    subprocess.run([*khal, "import", "--batch", "-a", "o", calendar], check=True, capture_output=True)
    asked = ("uid", "start", "title", "all-day")
    wanted = [word for field in asked for word in ("--json", field)]
    out = subprocess.run(
        [*khal, "list", "--once", *wanted, "2026-01-01", "2000d"], check=True, capture_output=True, text=True
    ).stdout
    rows = [row for line in out.splitlines() for row in json.loads(line)]
    for row in sorted(rows, key=lambda row: row["uid"]):
        on = row["start"]
        if row["all-day"] != "True":
            local = datetime.fromisoformat(on).replace(tzinfo=timezone(timedelta(hours=7)))
            on = local.astimezone(UTC).isoformat()
        yield row["uid"], on, row["title"]


if __name__ == "__main__":
    sys.exit(main())
