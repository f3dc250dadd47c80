"""Take back commands one by one, the newest first, and bring back what was taken back."""

from pathlib import Path
from typing import NamedTuple

from ocop_cli.errors import OcopError
from ocop_cli.store.files.big import BigFile, Fingerprint, fingerprint_of, is_big
from ocop_cli.store.files.changes import AnyChange, BigChange, plan_delete, plan_write
from ocop_cli.store.files.erasing import is_erased
from ocop_cli.store.files.journal import Step, Version, is_whole, kept_file, kept_name, steps
from ocop_cli.store.files.paths import inside


class History(NamedTuple):
    """The steps that stand, oldest first, and those that were taken back, each with the step that did so."""

    done: tuple[Step, ...]
    undone: tuple[tuple[Step, Step], ...]


class Undoing(NamedTuple):
    """The step that is taken back or brought back, and the changes that do so.

    ``reverses`` is the number of the entry whose changes are turned round. ``edited`` are the files that a person
    has changed since, each with the place of its backup; ``erased`` those whose backup was erased: they stay as they are.
    """

    step: Step
    reverses: str
    changes: tuple[AnyChange, ...]
    edited: dict[str, str]
    erased: tuple[str, ...] = ()


def history(root: Path) -> History:
    """Replay the journal: a new step of work ends what could be brought back."""
    done: dict[str, Step] = {}
    undone: dict[str, tuple[Step, Step]] = {}
    for step in steps(root):
        if step.undoes in done:
            undone[step.number] = (done.pop(step.undoes), step)
        elif step.undoes in undone:
            brought_back = undone.pop(step.undoes)[0]
            done[brought_back.number] = brought_back
        elif not step.undoes:
            done[step.number] = step
            undone.clear()
    return History(tuple(done.values()), tuple(undone.values()))


def plan_undo(root: Path) -> Undoing:
    """Plan to take back the newest step that stands. Raises ``OcopError`` when there is none, or a kept copy is damaged.

    Files that a step did not change, or that are as before it already, are left alone.
    """
    for step in reversed(history(root).done):
        if (planned := _reverse(root, step, step)).changes:
            return planned
    raise OcopError("Không còn bước nào để hoàn tác.", "Xem `ocop undo --list`.", code="P014")


def plan_redo(root: Path) -> Undoing:
    """Plan to bring back the step that was taken back last. Raises ``OcopError`` when there is none."""
    for step, by in reversed(history(root).undone):
        if (planned := _reverse(root, step, by)).changes:
            return planned
    raise OcopError(
        "Không có bước nào vừa hoàn tác để làm lại.",
        "Chỉ làm lại được bước đã hoàn tác khi sau đó chưa ghi gì khác; xem `ocop undo --list`.",
        code="P014",
    )


def _reverse(root: Path, step: Step, entry: Step) -> Undoing:
    """Turn the changes of an entry round, last file first; ``step`` is the work that it is about."""
    changes, edited, erased = list[AnyChange](), dict[str, str](), list[str]()
    for version in reversed(entry.versions):
        now = fingerprint_of(inside(root, version.path))
        if now == version.before:
            continue
        if version.before and is_erased(root, entry, version.path):
            erased.append(version.path)
            continue
        changes.append(_back(root, entry, version, now))
        if now != version.after:
            edited[version.path] = kept_name(root, entry, version.path) if version.before else ""
    # what vouches for such a file bears its path: it stays too
    standing = tuple(f"/{path}" for path in erased)
    changes = [change for change in changes if not change.path.endswith(standing)]
    return Undoing(step, entry.number, tuple(changes), edited, tuple(erased))


def _back(root: Path, entry: Step, version: Version, now: Fingerprint | None) -> AnyChange:
    """Return the change that gives a file what it held before an entry. Raises ``OcopError`` for a damaged copy."""
    if version.before is None:
        return plan_delete(root, version.path)
    kept = kept_file(root, entry, version.path)
    if not is_whole(kept, version.before):
        raise OcopError(
            f"Bản lưu của {version.path} trước bước “{entry.label}” đã hỏng hoặc mất nên không hoàn tác bước này; chưa ghi gì.",
            f"Bản lưu: {kept_name(root, entry, version.path)}. Lấy lại tệp từ bản sao khác, hoặc sửa tay.",
            code="P014",
        )
    if is_big(version.before.size) or (now and is_big(now.size)):
        return BigChange(version.path, now, BigFile(kept, version.before, is_made=False))
    return plan_write(root, version.path, kept.read_bytes())
