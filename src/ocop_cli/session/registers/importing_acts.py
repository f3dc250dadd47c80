"""A table of acts on the desk: its rows shown, then the writing."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.session import Session
from ocop_cli.session.registers.importing import NOTHING, agreed_to, read_sheets, show_rows
from ocop_cli.store.built_in.packaged import load_log_kinds
from ocop_cli.usecases.forms.keep_form import KeptFile
from ocop_cli.usecases.registers.act_headings import act_tables
from ocop_cli.usecases.registers.act_twins import acts_changes
from ocop_cli.usecases.registers.import_acts import ActReader
from ocop_cli.usecases.registers.imported import ImportedRow, RowOutcome
from ocop_cli.usecases.registers.keep_register import keep_register
from ocop_cli.usecases.year.log import known_things

_ALL = "ghi các việc mới, các mục thêm"


def import_acts(session: Session, file: Path, year: int) -> Sequence[ImportedRow]:
    """Show what every row of a workbook means, have it confirmed, write it; return the rows.

    A day without a year is one of ``year``. Raises ``OcopError`` (misuse) where no sheet is a table of acts.
    """
    content, sheets = read_sheets(file)
    kinds = load_log_kinds()
    tables = list(act_tables(sheets, kinds))
    if not tables:
        raise OcopError(
            f"{file}: không thấy dòng tiêu đề có loại hoạt động và ngày.",
            "Đặt tiêu đề “Loại hoạt động”, “Ngày”, “Nội dung”; hoặc đặt tên trang tính là loại hoạt động.",
            exit_code=MISUSE,
        )
    known = known_things(session.sources, session.workspace.profile, date(year, 1, 1), None)
    reader = ActReader(session.sources, kinds, known)
    acts = [act for table in tables for act in reader.read(*table)]
    rows = [act.row for act in acts]
    show_rows(session, rows)
    if agreed_to(session, f"ocop log --from {file} -y", [_ALL, NOTHING]) == _ALL:
        is_left = any(row.outcome is not RowOutcome.SAME for row in rows)
        kept = keep_register(session.sources, KeptFile(file.name, content)) if is_left else None
        changes = acts_changes(session.sources, acts) + ([kept] if kept else [])
        session.write(changes, f"nhận các việc từ {file.name}", "`ocop log`")
    return rows
