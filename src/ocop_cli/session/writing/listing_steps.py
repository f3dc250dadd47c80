"""The steps of the journal as ``ocop undo --list`` shows them, and as data."""

from datetime import datetime
from typing import Any

from ocop_cli.session import VIETNAM, Session
from ocop_cli.store.files.journal import FOLDER, KEPT, Step
from ocop_cli.store.files.undo import history
from ocop_cli.tables import Column, Table, table_json
from ocop_cli.usecases.papers.files_words import files_words

_SHOWN = 3  # files named in a row of the list


def list_steps(session: Session) -> int:
    """Show the steps that can be taken back or brought back, the newest first."""
    known = history(session.root)
    rows = [("làm lại được", step) for step, _ in known.undone]
    rows += [("hoàn tác được", step) for step in reversed(known.done)]
    columns = (Column("Lúc"), Column("Việc", weight=3), Column("Tệp", weight=3), Column("Tình trạng"))
    cells = tuple((_when(step), step.label, files_words(step.paths, _SHOWN), state) for state, step in rows)
    table = Table("Các bước đã ghi, mới nhất trước", columns, cells)
    if session.options.json:
        taken_back = {step.number for step, _ in known.undone}
        told = [_step_json(step, is_done=step.number not in taken_back) for _, step in rows]
        session.json("ocop/undo-steps@1", {**table_json(table), "steps": told})
    if not rows:
        session.say("Chưa có bước nào. Mỗi lệnh ghi giữ bản trước của tệp để hoàn tác.")
        return 0
    session.show_table(table)
    session.say(f"`ocop undo` hoàn tác bước mới nhất; giữ các bước của {KEPT} lệnh gần nhất, trong {FOLDER}.")
    return 0


def _step_json(step: Step, *, is_done: bool) -> dict[str, Any]:
    """Return a step as data: its files whole, and whether it stands or was taken back."""
    at = datetime.fromtimestamp(step.when, VIETNAM).isoformat(timespec="seconds")
    return {"number": step.number, "at": at, "label": step.label, "files": list(step.paths), "done": is_done}


def _when(step: Step) -> str:
    return f"{datetime.fromtimestamp(step.when, VIETNAM):%d/%m/%Y %H:%M}"
