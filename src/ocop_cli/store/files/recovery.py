"""What a command left that was killed half-way: told by whoever sees it, rolled back by the next command that writes."""

from contextlib import suppress
from enum import Enum, auto
from pathlib import Path
from typing import NamedTuple

from ocop_cli.errors import OcopError
from ocop_cli.store.files.big import MAKING, Fingerprint, fingerprint_of
from ocop_cli.store.files.disk import disk_reason, link_file, move_file, remove_file, sweep, temporary_beside
from ocop_cli.store.files.journal import (
    MORE,
    State,
    Step,
    Version,
    clear,
    finish_in_part,
    forget,
    in_work,
    is_whole,
    kept_file,
    tell,
    untold,
)
from ocop_cli.store.files.lock import is_held
from ocop_cli.store.files.paths import inside


class Ending(Enum):
    """What has become of the command before this one."""

    NOT_BEGUN = auto()
    """It was killed before it wrote a file."""
    ROLLED_BACK = auto()
    """It was killed half-way; its files are as before it, but for those that could not be brought back."""
    DAMAGED = auto()
    """It was killed half-way and the list of its files is damaged: what it kept stays in the journal."""
    DONE = auto()
    """It was killed when all was written, before it could say so."""


class Recovered(NamedTuple):
    """The command that was killed, what became of it, and the files that stay as it, or a person since, left them.

    ``line`` is what its command line is known by: of a command that had written all, or all of earlier steps.
    """

    ending: Ending
    step: Step
    line: str = ""
    left: tuple[str, ...] = ()


def interrupted(root: Path) -> str:
    """Say in a sentence that a command was killed half-way; empty where none was. Nothing is written, nobody waits."""
    if not _left_off(root) or is_held(root):
        return ""
    return _left_off(root)  # the command that was at it may just have ended


def _left_off(root: Path) -> str:
    found, said = in_work(root), untold(root)
    if not found or found[0] is not State.BEGUN:
        return stopped_between(said[1].label) if said and said[0].endswith(MORE) else ""
    step = found[1]
    written = sum(_now(root, version) == version.after for version in step.versions)
    return (
        f"Lệnh “{step.label}” bị ngắt khi mới ghi {written} trong {len(step.versions)} tệp. "
        "Lệnh ghi tiếp theo sẽ đưa các tệp về như trước lệnh đó; chỉ muốn vậy thôi thì chạy `ocop undo`."
    )


def stopped_between(label: str) -> str:
    """Say of a command on several files that it was killed after the step of a label, and how it goes on."""
    return (
        f"Lệnh trước bị ngắt sau khi ghi xong “{label}”; phần còn lại của dòng lệnh đó chưa làm: "
        "gõ lại đúng dòng lệnh đó để làm tiếp."
    )


def settle(root: Path) -> Recovered | None:
    """Roll back what a killed command had begun, and clear what it left; call it only while the workspace is locked.

    Raises ``OcopError`` when a file cannot be brought back: nothing else is written before that is done.
    """
    found, said = in_work(root), untold(root)
    if found:
        state, step = found
        sweep(root)
        recovered = _after_kill(root, state, step)._replace(line=said[0] if said else "")
        clear(root)
        return recovered
    clear(root)
    if said:
        tell(root)
        return Recovered(Ending.DONE, said[1], said[0])
    return None


def leave(root: Path) -> None:
    """Note that a command has said what it did, and clear what it made and did not file."""
    tell(root)
    sweep(root / MAKING)


def brought_back(root: Path, step: Step) -> list[str]:
    """Roll a command back whose disk refused, and return the files that the disk does not take back either."""
    refused = [version.path for version in reversed(step.versions) if not _is_back(root, step, version)]
    if not refused:
        with suppress(OSError):
            forget(root, step)
    return refused


def _is_back(root: Path, step: Step, version: Version) -> bool:
    try:
        _bring_back(root, step, version)
    except OSError:
        return False
    return True


def _after_kill(root: Path, state: State, step: Step) -> Recovered:
    if state is State.PLANNED:
        return Recovered(Ending.NOT_BEGUN, step)
    if not step.versions:
        finish_in_part(root, step)
        return Recovered(Ending.DAMAGED, step)
    return Recovered(Ending.ROLLED_BACK, step, left=_rolled_back(root, step))


def _rolled_back(root: Path, step: Step) -> tuple[str, ...]:
    """Roll back a step; return the files that stay, because a person has changed them since or the kept copy is damaged."""
    left = []
    for version in reversed(step.versions):
        try:
            if not _bring_back(root, step, version):
                left.append(version.path)
        except OSError as error:
            raise OcopError(
                f"Lệnh trước (“{step.label}”) bị ngắt giữa chừng và chưa đưa {version.path} về được: {disk_reason(error)}.",
                "Đóng tệp nếu đang mở, kiểm tra chỗ trống và quyền ghi, rồi chạy lại.",
                code="P013",
            ) from error
    (finish_in_part if left else forget)(root, step)
    return tuple(left)


def _bring_back(root: Path, step: Step, version: Version) -> bool:
    """Give a file the content that it had before a step; say whether it has it now. Raises ``OSError``."""
    now = _now(root, version)
    if now == version.before:
        return True
    if now != version.after:
        return False
    path = inside(root, version.path).resolve()
    if version.before is None:
        remove_file(path)
        return True
    kept = kept_file(root, step, version.path)
    if not is_whole(kept, version.before):
        return False
    _restore(kept, path)
    return True


def _restore(kept: Path, path: Path) -> None:
    """Put a kept content in its place, without needing room on the disk where it has second names."""
    aside = temporary_beside(path)
    link_file(kept, aside)
    move_file(aside, path, (path if path.exists() else kept).stat().st_mode & 0o777)


def _now(root: Path, version: Version) -> Fingerprint | None:
    return fingerprint_of(inside(root, version.path))
