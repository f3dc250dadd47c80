"""Take back commands one by one, the newest first, and bring back what was taken back."""

from pathlib import Path
from typing import NamedTuple

from ocop_cli.errors import OcopError
from ocop_cli.store.files.changes import Change, plan_write
from ocop_cli.store.files.journal import Step, backup_name, steps, versions_of


class History(NamedTuple):
    """The steps that stand, oldest first, and those that were taken back, each with the step that did so."""

    done: tuple[Step, ...]
    undone: tuple[tuple[Step, Step], ...]


class Undoing(NamedTuple):
    """The step that is taken back or brought back, and the changes that do so.

    ``reverses`` is the number of the entry whose changes are turned round. ``edited`` are the files that a person
    has changed since, each with the place of its backup.
    """

    step: Step
    reverses: str
    changes: tuple[Change, ...]
    edited: dict[str, str]


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
    """Plan to take back the newest step that stands. Raises ``OcopError`` when there is none.

    Files that a killed command had not come to are left alone; an undoing that was killed is finished first.
    """
    if unfinished := _unfinished(root):
        return unfinished
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
    changes, edited = [], {}
    for path, before, after in reversed(versions_of(root, entry)):
        now = _now(root, path)
        if now == before:
            continue
        changes.append(Change(path, now, before))
        if now != after:
            edited[path] = backup_name(entry, path) if before is not None else ""
    return Undoing(step, entry.number, tuple(changes), edited)


def _unfinished(root: Path) -> Undoing | None:
    """Return what the last undoing had not come to when it was killed."""
    last = next(reversed(steps(root)), None)
    if last is None or not last.undoes:
        return None
    left = [Change(*version) for version in versions_of(root, last) if _now(root, version[0]) == version[1]]
    return Undoing(last, last.undoes, tuple(left), {}) if left else None


def _now(root: Path, path: str) -> bytes | None:
    return plan_write(root, path, b"").before
