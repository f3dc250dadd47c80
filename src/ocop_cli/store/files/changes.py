"""The one door to the disk: what a command will change, told before it is done, and done wholly or not at all."""

import difflib
import hashlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from ocop_cli.errors import OcopError
from ocop_cli.store.files.big import BigFile, Fingerprint, fingerprint_of, fingerprint_of_bytes, is_big
from ocop_cli.store.files.disk import (
    disk_reason,
    lasting_together,
    move_file,
    pieces_of,
    remove_file,
    replace_file,
    write_pieces,
)
from ocop_cli.store.files.journal import Keeping, Step, Version, begin, finish, plan_entry
from ocop_cli.store.files.lock import locked
from ocop_cli.store.files.paths import content_of, inside
from ocop_cli.store.files.recovery import brought_back, settle


class Change(NamedTuple):
    """One file before and after; ``None`` means that the file does not exist. ``path`` is relative, with slashes."""

    path: str
    before: bytes | None
    after: bytes | None


class BigChange(NamedTuple):
    """One file too big for memory, before and after; ``None`` means that the file does not exist."""

    path: str
    before: Fingerprint | None
    after: BigFile | None


AnyChange = Change | BigChange


def plan_big(root: Path, relative: str, after: BigFile | None) -> BigChange:
    """Return the change that gives a file a big content, or deletes it. Raises ``OcopError`` for a path outside."""
    return BigChange(relative, fingerprint_of(inside(root, relative)), after)


def plan_write(root: Path, relative: str, after: bytes) -> Change:
    """Return the change that gives a file new content. Raises ``OcopError`` for a path outside the workspace."""
    return Change(relative, content_of(inside(root, relative)), after)


def plan_delete(root: Path, relative: str) -> AnyChange:
    """Return the change that deletes a file. Raises ``OcopError`` for a path outside the workspace."""
    path = inside(root, relative)
    if path.is_file() and is_big(path.stat().st_size):
        return plan_big(root, relative, None)
    return plan_write(root, relative, b"")._replace(after=None)


def diff(change: AnyChange) -> str:
    """Return a unified diff; a binary file is one line."""
    if isinstance(change, BigChange):
        made = change.after and change.after.fingerprint
        return f"{change.path}: {_size(change.before)} → {_size(made)}\n"
    before, after = _text(change.before), _text(change.after)
    if before is None or after is None:
        return f"{change.path}: {_size(change.before)} → {_size(change.after)}\n"
    lines = difflib.unified_diff(
        before.splitlines(keepends=True), after.splitlines(keepends=True), change.path, change.path, n=1
    )
    return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)


def real_changes(changes: Iterable[AnyChange]) -> list[AnyChange]:
    """Leave out the files that stay as they are: no change, no write."""
    return [change for change in changes if change.before != _fingerprint_or_content(change)]


def _fingerprint_or_content(change: AnyChange) -> Fingerprint | bytes | None:
    return change.after.fingerprint if isinstance(change.after, BigFile) else change.after


def apply_changes(
    root: Path, changes: Sequence[AnyChange], label: str, undoes: str = "", line: str = ""
) -> list[AnyChange]:
    """Write changes in the order given, all or none, and return what was written.

    ``undoes`` is the number of the entry in the journal that they turn round; ``line`` what the command line is known
    by. Killed in between, the command is rolled back by the next one.

    Raises ``OcopError`` before anything is written when a file is no longer what the command read or may not be
    written over, and when the disk refuses: then everything is as before, but for the files that the message names.
    """
    wanted = real_changes(changes)
    if not wanted:
        return []
    with locked(root) as is_outermost:
        if is_outermost:
            settle(root)
        refuse_read_only(root, wanted)
        for change in wanted:
            _check_unchanged(root, change)
        try:
            step = plan_entry(root, label, [_keeping(root, change) for change in wanted], undoes, line)
        except OSError as error:
            raise refused(error) from error
        try:
            _carry_out(root, step, wanted)
        except OSError as error:
            raise refused(error, brought_back(root, step)) from error
        except BaseException:
            brought_back(root, step)
            raise
    return wanted


def refuse_read_only(root: Path, changes: Iterable[AnyChange]) -> None:
    """Raise ``OcopError`` for files that somebody has set to be read only: they are not replaced in silence."""
    kept = [change.path for change in changes if _is_read_only(inside(root, change.path))]
    if kept:
        raise OcopError(
            f"{', '.join(kept)} đang đặt chỉ đọc nên chưa ghi gì.",
            "Bỏ dấu chỉ đọc của tệp nếu đúng là cần sửa, rồi chạy lại.",
            code="P013",
        )


def refused(error: OSError, left: Sequence[str] = ()) -> OcopError:
    """Return the error that says why the disk took no data; ``left`` are files that are not as before yet."""
    if left:
        told = f"Chưa đưa về được như trước: {', '.join(left)}; lệnh ghi tiếp theo sẽ làm việc đó trước."
    else:
        told = "Chưa ghi gì: mọi tệp vẫn như trước lần ghi này."
    return OcopError(
        f"Ổ đĩa không nhận dữ liệu: {disk_reason(error)}. {told}",
        "Kiểm tra chỗ trống, quyền ghi, và đóng tệp nếu đang mở; rồi chạy lại.",
        code="P013",
    )


def _check_unchanged(root: Path, change: AnyChange) -> None:
    path = inside(root, change.path)
    now = fingerprint_of(path) if isinstance(change, BigChange) else content_of(path)
    if now != change.before:
        raise changed_meanwhile(change.path)


def changed_meanwhile(name: str) -> OcopError:
    """Return the error for a file that is not any more what the command read."""
    return OcopError(
        f"{name} vừa được sửa ở nơi khác nên chưa ghi gì.", "Chạy lại lệnh để làm trên bản mới.", code="P012"
    )


def _is_read_only(path: Path) -> bool:
    return path.is_file() and not path.stat().st_mode & 0o222


def _keeping(root: Path, change: AnyChange) -> Keeping:
    """Return what the journal keeps of a change; a big content is not copied, only given a second name."""
    if isinstance(change, BigChange):
        before, kept = change.before, inside(root, change.path) if change.before else None
        after = change.after and change.after.fingerprint
        return Keeping(Version(change.path, before, after), kept)
    replaced, written = (
        None if content is None else fingerprint_of_bytes(content)
        for content in (change.before, change.after)
    )
    version = Version(change.path, replaced, written)
    is_linked = replaced is not None and is_big(replaced.size)
    return Keeping(version, inside(root, change.path) if is_linked else change.before)


def _carry_out(root: Path, step: Step, changes: Sequence[AnyChange]) -> None:
    begin(root, step)
    with lasting_together():  # the step is rolled back as a whole, whichever names have come to last
        for change in changes:
            _write(root, change)
    finish(root, step)


def _write(root: Path, change: AnyChange) -> None:
    path = inside(root, change.path)
    if path.is_symlink():  # one that points inside the workspace keeps pointing at its file
        path = path.resolve()
    if change.after is None:
        remove_file(path)
    elif isinstance(change.after, BigFile):
        _lay(change.after, path)
    else:
        replace_file(path, change.after)


def _lay(big: BigFile, path: Path) -> None:
    """Give a big file its place. Raises ``OcopError`` when another's file is not any more what was looked at."""
    if big.is_made:
        move_file(big.place, path)
        return
    digest = hashlib.sha256()

    def checked() -> Iterator[bytes]:
        for piece in pieces_of(big.place):
            digest.update(piece)
            yield piece
        if digest.hexdigest() != big.fingerprint.sha256:
            raise changed_meanwhile(big.place.name)

    write_pieces(path, checked())


def _text(content: bytes | None) -> str | None:
    try:
        return (content or b"").decode()
    except UnicodeDecodeError:
        return None


def _size(content: bytes | Fingerprint | None) -> str:
    if content is None:
        return "chưa có"
    return f"{content.size if isinstance(content, Fingerprint) else len(content)} byte"
