"""Fix Word files on the disk; a person's file is never written over unasked, nor without a way back."""

from collections.abc import Sequence
from itertools import chain, count
from pathlib import Path
from typing import NamedTuple

from ocop_cli.lint.fix import fix, objection
from ocop_cli.lint.standard import Standard
from ocop_cli.lint.violations import Known
from ocop_cli.ooxml.package import UnreadableError
from ocop_cli.store.files.changes import Change, apply_changes, plan_write
from ocop_cli.store.files.outside import replace_with_copy, write_new
from ocop_cli.store.reading.sources import Sources
from ocop_cli.usecases.papers.issue import refuse_issued
from ocop_cli.usecases.papers.lint import why_unreadable


class Fix(NamedTuple):
    """A file as it reads once fixed: where it goes, what the original was, and the rules that were fixed.

    ``why`` says why a file is left as it is; nothing is written then.
    """

    path: Path
    target: Path
    before: bytes
    after: bytes
    rules: tuple[str, ...]
    why: str = ""


class Written(NamedTuple):
    """What fixing wrote: files of the workspace, which ``undo`` brings back, and copies kept of files elsewhere."""

    label: str
    in_workspace: tuple[str, ...]
    copies: tuple[Path, ...]


def plan_fix(path: Path, standard: Standard, known: Known, root: Path | None, *, replace: bool) -> Fix:
    """Return what fixing a file makes of it: a file beside the original, or over it when the person agreed.

    One that cannot be read, is signed or holds tracked changes is left as it is, with the reason.
    Raises ``OcopError`` for a file to replace that the workspace holds as issued.
    """
    if replace and root and path.resolve().is_relative_to(root.resolve()):
        refuse_issued(Sources(root), path.resolve().relative_to(root.resolve()).as_posix())
    try:
        before = path.read_bytes()
        after, rules = fix(before, standard, known)
        why = "" if rules else objection(before)
    except (UnreadableError, OSError) as error:
        return Fix(path, path, b"", b"", (), why_unreadable(error))
    if why:
        return Fix(path, path, before, before, (), why)
    target = path if replace else _free_beside(path, after)
    return Fix(path, target, before, after, tuple(rules))


def _free_beside(path: Path, fixed: bytes) -> Path:
    """Return where a fixed file is laid beside the original: never over one that somebody has worked on since."""
    names = chain([f"{path.stem}.sua.docx"], (f"{path.stem}.sua-{number}.docx" for number in count(2)))
    places = (path.with_name(name) for name in names)
    return next(place for place in places if not place.exists() or place.read_bytes() == fixed)


def write_fixes(root: Path | None, fixes: Sequence[Fix]) -> Written:
    """Write fixed files: those of the workspace as one change that can be undone, others with a copy kept.

    Raises ``OcopError`` when a file was changed meanwhile, or the disk refuses.
    """
    fixes = [each for each in fixes if not each.why]
    label = f"sửa thể thức {', '.join(each.path.name for each in fixes)}"
    inside = [each for each in fixes if root and each.target.resolve().is_relative_to(root.resolve())]
    written = apply_changes(root, [_change(root, each) for each in inside], label) if root else []
    copies = [copy for each in fixes if each not in inside and (copy := _write_elsewhere(each))]
    return Written(label, tuple(change.path for change in written), tuple(copies))


def _change(root: Path, fixed: Fix) -> Change:
    name = fixed.target.resolve().relative_to(root.resolve()).as_posix()
    over = fixed.target == fixed.path
    return Change(name, fixed.before, fixed.after) if over else plan_write(root, name, fixed.after)


def _write_elsewhere(fixed: Fix) -> Path | None:
    """Write a file that lies in no workspace; return the copy of the original, if it was written over."""
    if fixed.target != fixed.path:
        write_new(fixed.target, fixed.after)
    elif fixed.before != fixed.after:
        return replace_with_copy(fixed.path, fixed.after)
    return None
