"""Take back the last command. An undo is a command like any other, so a second one brings the work back."""

from pathlib import Path

from ocop_cli.errors import OcopError
from ocop_cli.store.files.changes import Change, plan_write
from ocop_cli.store.files.journal import newest_first


def plan_undo(root: Path) -> tuple[str, list[Change]]:
    """Return the label of the last command and the changes that take it back, last file first.

    Files that a killed command had not come to are left alone. Raises ``OcopError`` when nothing is to be undone.
    """
    for label, versions in newest_first(root):
        changes = [
            Change(path, after, before)
            for path, before, after in reversed(versions)
            if before != plan_write(root, path, b"").before
        ]
        if changes:
            return label, changes
    raise OcopError("Chưa có thay đổi nào để hoàn tác.", "Các lệnh ghi sẽ tự giữ bản trước.", code="P014")
