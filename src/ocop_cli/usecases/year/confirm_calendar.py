"""Take over the proposed days off of a year into the profile, under the notice that confirmed them."""

from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.programme.profile import Profile
from ocop_cli.store.built_in.packaged import load_calendar, load_proposed_days
from ocop_cli.store.files.changes import Change
from ocop_cli.store.programme.profile import load_profile
from ocop_cli.store.reading.sources import Sources
from ocop_cli.store.yaml.edit import Append, Edit, change_of


def plan_confirmation(sources: Sources, profile: Profile, year: int, paper: str) -> Change:
    """Return the change that writes the proposed days of a year and its notice.

    Raises ``OcopError`` when the days of the year are known already.
    """
    own = profile.own_days
    if year in load_calendar(own).years:
        raise OcopError(
            f"Năm {year} đã có lịch.",
            f'Xem: `ocop calendar {year}`. Ngày khác với lịch: `ocop set xã "ngày nghỉ thêm=NGÀY TÊN NGÀY"`, "ngày làm bù=NGÀY".',
            exit_code=MISUSE,
        )
    taken = own.holidays.keys() | own.make_up_days
    days = {on: day for on, day in load_proposed_days(year).items() if on not in taken}
    edits: list[Edit] = [
        Append(("calendar", "holidays"), {"on": on.isoformat(), "name": day.name}) for on, day in days.items()
    ]
    edits.append(Append(("calendar", "notices"), {"year": year, "paper": paper}))
    return change_of(load_profile(sources).source, edits)
