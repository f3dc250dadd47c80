"""What is asked of the year's inspections: how they are spread, who goes; and their two documents."""

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from ocop_cli.documents.inspection_programme import programme_values, team_values
from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.programme.convening import read_person
from ocop_cli.programme.inspection_programme import InspectionProgramme
from ocop_cli.rules.pick import pick_decision
from ocop_cli.session import Session
from ocop_cli.session.questions.asking import several
from ocop_cli.store.built_in.packaged import load_inspection_contents
from ocop_cli.store.dossier.dossiers import gather_dossiers
from ocop_cli.store.files.changes import Change
from ocop_cli.store.papers.forms import load_form
from ocop_cli.store.reading.records import read_record, usable
from ocop_cli.store.yaml.source import parse
from ocop_cli.usecases.year.inspection_year import Pace, programme_basis
from ocop_cli.viet.dates import show_date
from ocop_cli.viet.numbers import parse_count
from ocop_cli.viet.typed_day import read_day

if TYPE_CHECKING:
    from ocop_cli.usecases.papers.draft import Draft

PROGRAMME, TEAM = "inspection-programme", "inspection-team"


def ask_pace(session: Session, year: int, start: str | None, every: str | None) -> Pace:
    """Return from which day on and how many days apart. Raises ``OcopError`` (misuse) for a day of another year."""
    usual = max(session.today, date(year, 1, 2))
    read = partial(_day_of, year=year)
    asked = session.ask(
        "Ngày kiểm tra đầu tiên", option="--from", given=start, default=show_date(usual), check=read
    )
    apart = session.ask("Cách nhau mấy ngày", option="--every", given=every, default="7", check=_days)
    return Pace(read(asked), _days(apart))


def _day_of(text: str, year: int) -> date:
    day = read_day(text, "--from")
    if day.year != year:
        raise OcopError(f"--from {text}: không thuộc năm {year}.", "Ghi ngày của năm đó.", exit_code=MISUSE)
    return day


def _days(text: str) -> int:
    try:
        days = parse_count(text)
    except ValueError:
        days = 0
    if not 1 <= days <= 366:  # noqa: PLR2004 - the days of a year
        raise OcopError(f"--every {text} không phải số ngày.", "Ghi số từ 1 đến 366.", exit_code=MISUSE)
    return days


def ask_team(session: Session, member: list[str] | None) -> list[dict[str, str]]:
    """Return who goes, the leader first, as typed or as asked. Raises ``OcopError`` (misuse) for one without a title."""
    ask = partial(session.ask, option="--member", check=partial(read_person, option="Người kiểm tra"))
    leader = "Trưởng đoàn (họ và tên, chức vụ)"
    people = member or several(lambda words, optional: ask(words, optional=optional), leader, "Thành viên")
    return [read_person(person, "--member") for person in people]


def programme_document(session: Session, year: int, change: Change) -> "Draft":
    """Return the programme as a document: of the file as it will be."""
    record = _record(change)
    planned = {visit.dossier for visit in record.visits}
    found = gather_dossiers(session.sources, sorted(planned)).rest(session.leave_out)
    dossiers = {file.id: file.dossier for file in found}
    decision, profile = pick_decision(session.rulebook, session.today), session.workspace.profile
    contents = list(load_inspection_contents().values())
    values = programme_values(
        record, dossiers, contents, decision, profile, load_form(PROGRAMME), session.today
    )
    basis = programme_basis(record, dossiers)
    return session.document(PROGRAMME, f"kiem-tra-{year}", values, basis=basis)


def team_document(session: Session, year: int, change: Change) -> "Draft":
    """Return the decision on the team as a document: of the file as it will be."""
    record, decision = _record(change), pick_decision(session.rulebook, session.today)
    values = team_values(record, decision, session.workspace.profile, load_form(TEAM), session.today)
    return session.document(TEAM, f"kiem-tra-{year}", values, basis=programme_basis(record, {}))


def _record(change: Change) -> InspectionProgramme:
    loaded = read_record(parse(change.after or b"", change.path), InspectionProgramme)
    return usable(loaded, change.path, "nên chưa lập được văn bản")
