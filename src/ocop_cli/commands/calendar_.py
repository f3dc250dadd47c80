"""``ocop calendar``: the days off of a year, and the confirmation of a year without a notice."""

from typing import Annotated

import typer

from ocop_cli.programme.profile import HolidayNotice
from ocop_cli.reports.calendar import calendar_table, day_json, days_of
from ocop_cli.session import Session
from ocop_cli.store.built_in.packaged import load_proposed_days
from ocop_cli.usecases.year.confirm_calendar import plan_confirmation
from ocop_cli.viet.read_option import read_option


def calendar(
    session: Session,
    year: Annotated[int | None, typer.Argument(help="Năm; bỏ trống: năm nay.", min=1000, max=9999)] = None,
    notice: Annotated[
        str | None,
        typer.Option("--notice", help="Thông báo của năm (số, ngày): ghi lịch đề xuất vào ocop.yaml."),
    ] = None,
) -> int:
    """Show the days off of a year with their papers, or take over the proposed days."""
    wanted = year or session.today.year
    if notice is not None:
        paper = read_option(notice, "--notice", HolidayNotice, "paper")
        change = plan_confirmation(session.sources, session.workspace.profile, wanted, paper)
        label = f"ghi lịch nghỉ năm {wanted}"
        session.write([change], label, "đối chiếu từng ngày với thông báo, sửa trong ocop.yaml nếu khác")
        return 0
    working_days = session.workspace.calendar
    known = wanted in working_days.years
    days = days_of(wanted, working_days, {} if known else load_proposed_days(wanted))
    if session.options.json:
        session.json("ocop/calendar@1", {"year": wanted, "known": known, "days": list(map(day_json, days))})
        return 0
    session.show_table(calendar_table(wanted, days, known=known))
    if not known:
        session.say(f'Có thông báo thì ghi lịch: `ocop calendar {wanted} --notice "SỐ, NGÀY THÔNG BÁO"`')
    return 0
