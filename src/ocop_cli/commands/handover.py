"""``ocop handover``: everything that a successor must know, on one screen or, with ``-o``, in one file."""

from collections.abc import Iterable, Sequence
from typing import Annotated, Any

import typer

from ocop_cli.documents.handover import Handed
from ocop_cli.dossier.model import Dossier
from ocop_cli.reports.document_register import RegisterEntry, document_json
from ocop_cli.reports.due import DueItem, due_json, due_table, within
from ocop_cli.reports.handover import UNSAID, papers_table, people_table, unfinished
from ocop_cli.session import Session
from ocop_cli.session.desk import Desk, desk_of
from ocop_cli.session.year.coming import folder_of
from ocop_cli.session.year.handing_over import known_by_heart, write_minutes
from ocop_cli.tables import Column, Table
from ocop_cli.usecases.papers.issue import entries_of
from ocop_cli.usecases.year.due import all_due, seen_dossiers
from ocop_cli.workflow.agenda import step_json, steps_table

_DAYS = 180


def handover(
    session: Session,
    word: Annotated[bool, typer.Option("--word", help="Lập biên bản bàn giao (Word).")] = False,
    to: Annotated[
        str | None, typer.Option("--to", help="Người nhận: “Họ và tên, chức vụ”; bỏ trống: chừa chỗ.")
    ] = None,
) -> int:
    """Show what is open, where things stand, what is due, which papers wait, whom to call, what only heads know."""
    heart = known_by_heart(session)
    if not (word or to):
        return _hand_over(session, heart)
    with session.holding() as goes_on:  # from reading on: what a killed command left is taken back first
        return _hand_over(session, heart, to or "", is_written=True) if goes_on else 0


def _hand_over(
    session: Session, heart: Sequence[tuple[str, str]], to: str = "", *, is_written: bool = False
) -> int:
    desk, profile = desk_of(session), session.workspace.profile
    folder = folder_of(session)
    dossiers = seen_dossiers(folder)
    items = within(all_due(folder, dossiers), session.today, _DAYS)
    papers = unfinished(entries_of(session.sources, session.leave_out, session.today.year, session.past_day))
    if session.options.json:
        session.json("ocop/handover@1", _handover_json(session, desk, items, papers))
        return 0
    work = steps_table("Hồ sơ đang làm", desk.numbered, session.today)
    coming = due_table(items, session.today, f"Việc có ngày trong {_DAYS} ngày tới")
    waiting, contacts = papers_table(papers), people_table(profile, _producers(dossiers.values()))
    _show(session, (work, coming, waiting, contacts), heart)
    if is_written:
        named = [(step.name, *row[1:]) for step, row in zip(desk.numbered, work.rows, strict=True)]
        return write_minutes(session, Handed(named, coming.rows, waiting.rows, contacts.rows, heart), to)
    session.say(
        "Số điện thoại: `ocop show MÃ --internal`. Mật khẩu không ghi ở đây, đưa trực tiếp cho người nhận."
    )
    session.say("Ghi ra tệp: `ocop handover -o ban-giao.txt`; biên bản: `ocop handover --word`")
    return 0


def _show(session: Session, tables: Sequence[Table], heart: Sequence[tuple[str, str]]) -> None:
    for table in tables:
        if table.rows:
            session.show_table(table)
        else:
            session.say(f"{table.title}: không có.")
    if heart:
        session.show_table(
            Table("Điều người bàn giao cho biết", (Column("Về"), Column("Nội dung", weight=4)), tuple(heart))
        )


def _handover_json(
    session: Session, desk: Desk, items: Sequence[DueItem], papers: Sequence[RegisterEntry]
) -> dict[str, Any]:
    warn_days = session.workspace.profile.settings.warn_days
    return {
        "open": [step_json(step, session.today, warn_days) for step in desk.numbered],
        "due": [one.key for one in items],
        "papers": [paper.document for paper in papers],
        "coming": [due_json(one, session.today) for one in items],
        "documents": [document_json(paper) for paper in papers],
    }


def _producers(dossiers: Iterable[Dossier]) -> list[tuple[str, str]]:
    """Return every producer with who stands for it."""
    people = {each.producer.name: each.producer.representative for each in dossiers}
    return [(name, person.name if person else UNSAID) for name, person in sorted(people.items())]
