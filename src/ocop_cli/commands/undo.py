"""``ocop undo``: take back the last commands one by one, and bring them back."""

from datetime import datetime
from typing import Annotated, Any

import typer

from ocop_cli.errors import OcopError
from ocop_cli.session import VIETNAM, Session
from ocop_cli.session.confirming import confirm
from ocop_cli.session.holding import left_nothing
from ocop_cli.session.writing import write_as_it_is
from ocop_cli.store.files.journal import FOLDER, KEPT, Step, forget_all
from ocop_cli.store.files.undo import Undoing, history, plan_redo, plan_undo
from ocop_cli.tables import Column, Table, table_json
from ocop_cli.usecases.issue import issues_taken_back
from ocop_cli.usecases.privacy_kept import brought_back

_SHOWN = 3  # files named in a row of the list


def undo(
    session: Session,
    listed: Annotated[bool, typer.Option("--list", help="Liệt kê các bước còn hoàn tác được.")] = False,
    redo: Annotated[bool, typer.Option("--redo", help="Làm lại bước vừa hoàn tác.")] = False,
    forget: Annotated[
        bool, typer.Option("--forget", help="Xóa hẳn các bản lưu; không hoàn tác được nữa.")
    ] = False,
) -> int:
    """Take back the newest step that stands; each further call goes one step further back."""
    if listed:
        return _list(session)
    if forget:
        return _forget(session)
    if not redo and (told := left_nothing(session)):
        session.say(told)
        return 0
    planned = plan_redo(session.root) if redo else plan_undo(session.root)
    label = f"{'làm lại' if redo else 'hoàn tác'}: {planned.step.label}"
    back = "hoàn tác: `ocop undo`" if redo else "làm lại: `ocop undo --redo`"
    _confirm_edited(session, planned)
    lost = () if session.options.dry_run else [*issues_taken_back(planned.changes), *brought_back(planned)]
    for path in planned.erased:
        session.console.note(
            f"{path} giữ như bây giờ: bản lưu trước bước này đã xóa theo yêu cầu về dữ liệu cá nhân"
        )
    confirm(session, lost, "Vẫn hoàn tác?", "Văn bản đã ban hành, dữ liệu đã xóa theo yêu cầu thì giữ nguyên")
    session.say(f"{label[0].upper()}{label[1:]}")
    write_as_it_is(session, planned.changes, label, undoes=planned.reverses, back=back)
    return 0


def _confirm_edited(session: Session, planned: Undoing) -> None:
    """Say which files a person has changed since, and have it confirmed that they go back all the same."""
    if not planned.edited:
        return
    for path, backup in planned.edited.items():
        kept = f"; bản trước bước ấy: {backup}" if backup else ""
        session.console.note(f"{path} đã được sửa tay sau bước “{planned.step.label}”{kept}")
    if session.options.yes or session.options.dry_run:
        return
    agreed = session.can_ask and session.ask(
        "Vẫn hoàn tác, bỏ phần sửa tay (`ocop undo --redo` lấy lại được)",
        option="-y", choices={"có": "hoàn tác", "không": "thôi"},
    ) == "có"  # fmt: skip
    if not agreed:
        raise OcopError(
            f"Chưa hoàn tác “{planned.step.label}”: có tệp đã sửa tay sau bước đó.",
            "Xem phần sẽ mất: `ocop undo -n`. Vẫn hoàn tác: `ocop undo -y` (phần sửa tay được lưu, `ocop undo --redo` lấy lại). "
            "Muốn giữ phần sửa tay thì sửa lại tệp bằng tay theo bản trước nêu trên.",
            code="P012",
        )


def _list(session: Session) -> int:
    known = history(session.root)
    rows = [("làm lại được", step) for step, _ in known.undone]
    rows += [("hoàn tác được", step) for step in reversed(known.done)]
    columns = (Column("Lúc"), Column("Việc", weight=3), Column("Tệp", weight=3), Column("Tình trạng"))
    cells = tuple((_when(step), step.label, _files(step), state) for state, step in rows)
    table = Table("Các bước đã ghi, mới nhất trước", columns, cells)
    if session.options.json:
        taken_back = {step.number for step, _ in known.undone}
        told = [_step_json(step, is_done=step.number not in taken_back) for _, step in rows]
        session.json("ocop/undo-steps@1", {**table_json(table), "steps": told})
    if not rows:
        session.say("Chưa có bước nào. Mỗi lệnh ghi giữ bản trước của tệp để hoàn tác.")
        return 0
    session.show_table(table)
    session.say(f"`ocop undo` hoàn tác bước mới nhất; giữ {KEPT} bước gần nhất, trong {FOLDER}.")
    return 0


def _forget(session: Session) -> int:
    """Delete every backup, for personal data that must really be gone."""
    if session.options.dry_run:
        session.say(f"Chạy thử: sẽ xóa mọi bản lưu trong {FOLDER}.")
        return 0
    forget_all(session.root)
    session.say("Đã xóa mọi bản lưu để hoàn tác. Tệp của thư mục làm việc giữ nguyên.")
    return 0


def _step_json(step: Step, *, is_done: bool) -> dict[str, Any]:
    """Return a step as data: its files whole, and whether it stands or was taken back."""
    at = datetime.fromtimestamp(step.when, VIETNAM).isoformat(timespec="seconds")
    return {"number": step.number, "at": at, "label": step.label, "files": list(step.paths), "done": is_done}


def _when(step: Step) -> str:
    return f"{datetime.fromtimestamp(step.when, VIETNAM):%d/%m/%Y %H:%M}"


def _files(step: Step) -> str:
    """Name the first files of a step, the records beside documents aside."""
    paths = [path for path in step.paths if f"{path.removesuffix('.yaml')}.docx" not in step.paths]
    more = len(paths) - _SHOWN
    return ", ".join(paths[:_SHOWN]) + (f" và {more} tệp khác" if more > 0 else "")
