"""What is set up in a workspace that is there: the starters, and how git merges its data files."""

from pathlib import Path

from ocop_cli.errors import OcopError
from ocop_cli.session import Session
from ocop_cli.store.files.changes import plan_write
from ocop_cli.store.other_programs.git import ATTRIBUTES_FILE, DRIVER, set_up_merging
from ocop_cli.store.workspace.starter import program_path, starter_files
from ocop_cli.store.workspace.workspace import find_workspace

HOW_TO_OPEN = "Bấm đúp để mở: mo-ocop.cmd (Windows) hoặc mo-ocop.desktop (Linux)."
_LINE = f"*.yaml merge={DRIVER}\n"
_DONE = (
    "git trên máy này đã biết gộp hồ sơ theo từng mục. Mỗi máy, mỗi bản sao của kho chạy lệnh này một lần."
)


def set_up_git(session: Session, root: Path) -> int:
    """Make a workspace a repository where it is none, and set up how its data files are merged.

    Raises ``OcopError`` where git is not there or refuses.
    """
    session.root = root
    attributes = root / ATTRIBUTES_FILE
    if session.options.dry_run:
        session.say(
            "Chạy thử: sẽ lập kho git nếu chưa có, ghi cách gộp vào .gitattributes và cấu hình của kho."
        )
        return 0
    trouble = set_up_merging(root, program_path())
    if trouble:
        raise OcopError(
            f"Chưa đặt được cách gộp: {trouble}.", "Cài git hoặc nhờ người quản trị máy, rồi chạy lại."
        )
    with session.holding():
        before = attributes.read_bytes() if attributes.is_file() else b""
        is_named = f"merge={DRIVER}".encode() in before
        gap = b"" if not before or before.endswith(b"\n") else b"\n"
        after = before if is_named else before + gap + _LINE.encode()
        session.write([plan_write(root, ATTRIBUTES_FILE, after)], "đặt cách gộp cho git")
    session.say(_DONE)
    return 0


def write_starter(session: Session, folder: Path) -> int:
    """Write the files that a double click opens into a workspace that is there already, or was moved."""
    session.root = find_workspace(folder)
    with session.holding():
        changes = [plan_write(session.root, name, content) for name, content in starter_files().items()]
        session.write(changes, "ghi tệp mở chương trình")
    session.say(HOW_TO_OPEN)
    return 0
