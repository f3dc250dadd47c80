"""``ocop meeting sheet`` and ``take``: the opinions of a meeting as one Excel table, out and in; the sheets of units, in."""

from pathlib import Path
from typing import Annotated

import typer

from ocop_cli.session import Session
from ocop_cli.session.council.showing_tables import write_table
from ocop_cli.session.council.taking_opinions import take_files
from ocop_cli.session.council.taking_tables import opinion_desk
from ocop_cli.usecases.council.opinion_rows import OPINION_TABLE
from ocop_cli.usecases.council.opinion_table import opinion_table


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
    files: Annotated[
        list[Path],
        typer.Argument(
            help="Phiếu Word, bảng Excel đã điền, hoặc thư mục; tệp không ghi mã cuộc họp thì ghi mã trước."
        ),
    ],
    replace: Annotated[
        bool, typer.Option("--replace", help="Thay ý kiến đã ghi của đơn vị bằng ý kiến trong phiếu.")
    ] = False,
) -> int:
    """Show what sheets and tables say, then write the opinions that were confirmed."""
    return take_files(session, files, replaces=replace)
