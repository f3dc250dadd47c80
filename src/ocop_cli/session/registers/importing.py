"""A register on the desk: its columns explained, its rows shown, then the writing."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from ocop_cli.dossier.field_names import field_named
from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.ooxml.package import UnreadableError
from ocop_cli.programme.sheet_columns import KnownColumn
from ocop_cli.session import Session
from ocop_cli.store.built_in.packaged import load_field_map
from ocop_cli.store.foreign.workbook import Sheet, read_workbook
from ocop_cli.usecases.forms.keep_form import KeptFile
from ocop_cli.usecases.registers.act_headings import holds_acts
from ocop_cli.usecases.registers.import_sheet import import_rows
from ocop_cli.usecases.registers.imported import ImportedRow, Register, RowOutcome, count_line
from ocop_cli.usecases.registers.keep_register import keep_register
from ocop_cli.usecases.registers.known_columns import (
    column_words,
    columns_change,
    explained,
    joined,
    remembered,
    tables_of,
    unknown_columns,
    used,
)
from ocop_cli.usecases.registers.sheet_table import SheetColumn
from ocop_cli.viet.text import shortened

_OTHER, _NO_FIELD = "mục khác: gõ tên mục", "không có mục: giữ trong ghi chú"
_OPTION = "--column"
_ALL, _COLUMNS = "ghi các dòng mới và đổi", "chỉ nhớ các cột, chưa ghi hồ sơ"
NOTHING = "thôi, chưa ghi gì"
_LONGEST = 40  # letters of the cell that a question shows
_LEFT = (RowOutcome.ASKED, RowOutcome.REFUSED)


def import_register(session: Session, file: Path, said: Sequence[str]) -> list[ImportedRow]:
    """Show what every row of a workbook means, have it confirmed, write it; return the rows.

    Raises ``OcopError`` (misuse) where the file is no register.
    """
    content, sheets = read_sheets(file)
    now = [_explained_by_option(text) for text in said]
    known = joined(remembered(session.sources), now)
    tables = tables_of(sheets, load_field_map(), known)
    if session.can_ask and tables:
        now += [_asked(session, *each) for each in unknown_columns(tables, known)]
        known = joined(known.values(), now)
        tables = tables_of(sheets, load_field_map(), known)
    if not tables:
        raise OcopError(
            f"{file}: không thấy dòng tiêu đề có tên sản phẩm và chủ thể.",
            "Đặt tiêu đề “Tên sản phẩm”, “Chủ thể”, hoặc nêu: --column “Tiêu đề cột=sản phẩm”.",
            exit_code=MISUSE,
        )
    _tell_columns(session, [column for column in used(tables, known) if column not in now])
    for sheet in filter(holds_acts, sheets):
        session.say(f"Trang “{sheet.name}” là các việc của năm: nhận bằng `ocop log --from {file}`")
    register = Register(session.sources, session.rulebook, session.today)
    rows = [row for table in tables for row in import_rows(register, table)]
    show_rows(session, rows)
    _write(session, file, content, rows, now)
    return rows


def read_sheets(file: Path) -> tuple[bytes, Sequence[Sheet]]:
    """Return a workbook with its sheets. Raises ``OcopError`` (misuse) where it cannot be read."""
    try:
        content = file.read_bytes()
        return content, read_workbook(content).sheets
    except (OSError, UnreadableError) as error:
        why = str(error) if isinstance(error, UnreadableError) else "không đọc được tệp"
        raise OcopError(
            f"{file}: {why}.",
            "Nhận danh sách từ tệp Excel .xlsx; bảng trong Word, PDF thì chép sang Excel.",
            exit_code=MISUSE,
        ) from error


def _explained_by_option(text: str) -> KnownColumn:
    heading, _, name = text.partition("=")
    try:
        return explained(load_field_map(), heading.strip(), name)
    except OcopError as error:
        error.message = f"{_OPTION} {text}: {error.message}"
        raise


def _asked(session: Session, column: SheetColumn, example: str) -> KnownColumn:
    """Ask what a column holds: one of the fields with a near name, another one, or none."""
    fields, heading = load_field_map(), column.heading
    near = _near(heading)
    choices = {**{name: name for name in near}, _OTHER: _OTHER, _NO_FIELD: _NO_FIELD}
    answer = session.ask(
        f"Cột “{heading}” (ví dụ “{shortened(example, _LONGEST)}”) là", option=_OPTION, choices=choices
    )
    if answer == _NO_FIELD:
        return KnownColumn(heading=heading)
    if answer == _OTHER:
        check = partial(explained, fields, heading)
        answer = session.ask(f"Tên mục của cột “{heading}”", option=_OPTION, check=check)
    return explained(fields, heading, answer)


def _near(heading: str) -> list[str]:
    named = field_named(load_field_map(), heading)
    return [field.name for field in named.near if not field.listed]


def _tell_columns(session: Session, known: Sequence[KnownColumn]) -> None:
    if known:
        words = "; ".join(column_words(load_field_map(), column) for column in known)
        session.say(f"Theo lần trước: {words}. Đổi: {_OPTION}.")


def show_rows(session: Session, rows: Sequence[ImportedRow]) -> None:
    """Print what becomes of each row, then how many there are."""
    for row in rows:
        session.say(f"{row.place}  {row.name}: {row.outcome}")
        for line in row.lines:
            session.console.say(f"    {line}", personal=line.doubted)
    session.say(count_line(rows))


def _write(
    session: Session, file: Path, content: bytes, rows: Sequence[ImportedRow], now: Sequence[KnownColumn]
) -> None:
    """Write what was agreed to, and keep the workbook where it changes anything or a row of it is not taken."""
    columns = columns_change(session.sources, now)
    choices = [_ALL, *([_COLUMNS] if columns else []), NOTHING]
    agreed = agreed_to(session, f"ocop import {file} -y", choices)
    if agreed == NOTHING:
        return
    changes = [columns] if columns else []
    if agreed == _ALL:
        changes += [change for row in rows for change in row.changes]
        is_left = any(row.outcome in _LEFT or row.changes for row in rows)
        kept = keep_register(session.sources, KeptFile(file.name, content)) if is_left else None
        changes += [kept] if kept else []
    session.write(changes, f"nhận sổ {file.name}", "`ocop list`")


def agreed_to(session: Session, again: str, choices: Sequence[str]) -> str:
    """Return which choice is agreed to; ``-y`` takes the first. ``again`` is what writes where nobody can be asked."""
    if session.options.yes and not session.options.dry_run:
        return choices[0]
    if session.options.dry_run or not session.can_ask:
        session.say(f"Chạy thử: chưa ghi gì. Đúng thì ghi: `{again}`")
        return NOTHING
    return session.ask("Ghi vào thư mục làm việc", option="-y", choices={each: each for each in choices})
