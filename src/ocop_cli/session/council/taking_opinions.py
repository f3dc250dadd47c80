"""Opinions in several files, or a folder of them: one that is none stops no other."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.session import Session
from ocop_cli.session.council.taking_tables import take_opinion_file
from ocop_cli.session.writing.file_by_file import file_by_file
from ocop_cli.store.foreign.returned_form import received_file
from ocop_cli.store.programme.meetings import has_meeting
from ocop_cli.store.workspace.data_files import is_hidden
from ocop_cli.usecases.council.table_taking import open_cells
from ocop_cli.usecases.forms.keep_form import KeptFile


def take_files(session: Session, typed: Sequence[Path], *, replaces: bool) -> int:
    """Take in files one after the other, of the meeting whose code may stand first; return how the run ends.

    Raises ``OcopError`` (misuse) where there is one file and it cannot be taken; of several such a one is told.
    """
    meeting, files = _meeting_and_files(session, typed)
    taken, left_out = file_by_file(
        session, files, lambda file: _take(session, file, meeting, replaces=replaces)
    )
    if session.options.json and len(files) == 1:
        session.json("ocop/table@1", taken[0])
    elif session.options.json:
        session.json("ocop/tables@1", {"files": taken, "left_out": left_out})
    return MISUSE if left_out else int(any(map(open_cells, taken)))


def _meeting_and_files(session: Session, typed: Sequence[Path]) -> tuple[str, list[Path]]:
    """Return the meeting that stands before the files, empty where none does, and the files, those of folders in order."""
    first, *rest = typed
    is_meeting = not first.exists() and (has_meeting(session.root, str(first)) or (rest and not first.suffix))
    named = rest if is_meeting else list(typed)
    files = [file for path in named for file in _files_of(session, path)]
    if not files:
        what = "Chưa ghi tệp nào" if not named else f"{named[0]}: thư mục không có tệp nào"
        raise OcopError(f"{what}.", "Ghi tên tệp phiếu hoặc bảng đã điền.", exit_code=MISUSE)
    return str(first) if is_meeting else "", files


def _files_of(session: Session, path: Path) -> Iterator[Path]:
    """Yield a file, or those of a folder; folders in it are told, not read."""
    if not path.is_dir():
        yield path
        return
    for each in sorted(path.iterdir()):
        if is_hidden(each.name):
            continue
        if each.is_dir():
            session.console.note(f"{each}: thư mục con, không đọc; chạy riêng với thư mục đó.")
        elif each.is_file() or not each.exists():  # a link to nowhere is told when it is read
            yield each


def _take(session: Session, file: Path, meeting: str, *, replaces: bool) -> dict[str, Any]:
    try:
        content, received = received_file(file)
    except OcopError as error:
        error.hint += " Bản quét, ảnh chụp phiếu: người đọc, rồi ghi bằng `ocop meeting reply`."
        raise
    try:
        return take_opinion_file(session, KeptFile(file.name, content), received, meeting, replaces=replaces)
    except OcopError as error:
        if not error.message.startswith(file.name):
            error.message = f"{file.name}: {error.message}"
        raise
