"""``ocop undo``: take back the last commands one by one, and bring them back."""

from typing import Annotated

import typer

from ocop_cli.errors import OcopError
from ocop_cli.session import Session
from ocop_cli.session.questions.confirming import confirm
from ocop_cli.session.writing.holding import left_nothing
from ocop_cli.session.writing.listing_steps import list_steps
from ocop_cli.session.writing.writing import write_as_it_is
from ocop_cli.store.files.journal import FOLDER, forget_all
from ocop_cli.store.files.undo import Undoing, plan_redo, plan_undo
from ocop_cli.usecases.papers.issue import issues_taken_back
from ocop_cli.usecases.privacy.kept import brought_back
from ocop_cli.viet.text import upper_first


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
        return list_steps(session)
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
    session.say(upper_first(label))
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


def _forget(session: Session) -> int:
    """Delete every backup, for personal data that must really be gone."""
    if session.options.dry_run:
        session.say(f"Chạy thử: sẽ xóa mọi bản lưu trong {FOLDER}.")
        return 0
    forget_all(session.root)
    session.say("Đã xóa mọi bản lưu để hoàn tác. Tệp của thư mục làm việc giữ nguyên.")
    return 0
