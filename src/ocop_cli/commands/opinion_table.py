"""``ocop meeting sheet`` and ``take``: the opinions of a meeting as one Excel table, out and in."""

from pathlib import Path
from typing import Annotated

import typer

from ocop_cli.session import Session
from ocop_cli.session.showing_tables import write_table
from ocop_cli.session.taking_tables import opinion_desk, take_opinion_table
from ocop_cli.store.foreign.returned_form import received_file
from ocop_cli.usecases.opinion_table import OPINION_TABLE, opinion_table
from ocop_cli.usecases.table_taking import open_cells


def sheet(
    session: Session,
    meeting: Annotated[str, typer.Argument(help="Mã cuộc họp.")],
) -> int:
    """Write the table of a meeting: every unit and content of its dossiers."""
    from ocop_cli.render.table_workbook import table_workbook

    desk = opinion_desk(session, meeting)
    content = table_workbook([opinion_table(desk)], desk.stamp)
    usual = f"documents/{desk.meeting.on.year}/{meeting}-{OPINION_TABLE}.xlsx"
    following = f"`ocop meeting take {meeting} TỆP` khi đã điền"
    write_table(session, usual, content, f"bảng ý kiến {meeting}", following)
    return 0


def take(
    session: Session,
    meeting: Annotated[str, typer.Argument(help="Mã cuộc họp.")],
    file: Annotated[Path, typer.Argument(help="Bảng Excel đã điền.")],
) -> int:
    """Show what a table says, then write the opinions that were confirmed."""
    told = take_opinion_table(session, file.name, received_file(file)[1], meeting)
    if session.options.json:
        session.json("ocop/table@1", told)
    return 1 if open_cells(told) else 0
