"""What goes into the git history of a workspace: never what holds personal data, unless the commune says so."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ocop_cli.store.other_programs.git import history_says, record_in_git
from ocop_cli.store.workspace.personal_files import personal_files

if TYPE_CHECKING:
    from ocop_cli.session import Session

_LEFT_OUT = "Để ngoài lịch sử các tệp có dữ liệu cá nhân"
_INCLUDED = "Có tệp chứa dữ liệu cá nhân, theo tùy chọn của xã"
_TOLD_LEFT_OUT = (
    "Tệp có dữ liệu cá nhân (giấy tờ của chủ thể, gói hồ sơ, văn bản in điện thoại, dân tộc …) để ngoài lịch sử git, "
    'vì lịch sử không xóa được. Xã muốn ghi cả: `ocop set xã "ghi dữ liệu cá nhân vào git=có"`.'
)
_TOLD_INCLUDED = (
    "Từ nay lịch sử git giữ cả dữ liệu cá nhân, theo tùy chọn của xã: ai có bản sao của kho đều đọc được, và xóa tệp "
    'không xóa được bản trong lịch sử. Thôi ghi: `ocop set xã "ghi dữ liệu cá nhân vào git=không"`.'
)


def record_history(session: "Session", paths: Sequence[str], label: str, *, with_personal_data: bool) -> None:
    """Commit files that were written; the risk of either way is told once, and the commit says which was taken."""
    personal = {file.path for file in personal_files(session.sources, paths)}
    remark = (_INCLUDED if with_personal_data else _LEFT_OUT) if personal else ""
    is_told = not remark or history_says(session.root, remark)
    kept = [path for path in paths if with_personal_data or path not in personal]
    notice = record_in_git(session.root, kept, label, remark, also_ignored=with_personal_data)
    if notice:
        session.console.note(notice)
    if not is_told:
        session.console.note(_TOLD_INCLUDED if with_personal_data else _TOLD_LEFT_OUT)
