"""The journal: what each command changes, kept before it does, so that it can be finished, rolled back and undone.

An entry is a folder. Its list of files is called ``plan.json`` while the versions before are being kept, ``begun.json``
from before the first file is replaced until after the last, and ``entry.json`` when all is written: each step is one
renaming. Only what an entry replaces is kept; what it wrote is known by size and hash, and lies in its place.
What is kept may hold personal data, as names of files may: the journal lies where such data may lie.
"""

import json
import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from enum import StrEnum
from itertools import takewhile
from pathlib import Path
from typing import Any, NamedTuple

from ocop_cli.store.files.big import Fingerprint, fingerprint_of
from ocop_cli.store.files.disk import (
    lasting_together,
    link_file,
    remove_file,
    remove_folder,
    rename_file,
    replace_file,
    write_pieces,
)

KEPT = 10
MORE = "+"
"""Ends what a command line is known by where more of its steps were to follow: several files, one by one."""
FOLDER = "private/.ocop/journal"
_EARLIER = ".ocop/journal"  # of 0.5.0 and before: read until ten steps have passed
FOLDERS = (_EARLIER, FOLDER)
"""Where steps of any version lie."""
_ASIDE = "private/.ocop/.gitignore"
_UNTOLD = "untold"


class State(StrEnum):
    """How far an entry has come, by the name of its list."""

    PLANNED = "plan.json"
    BEGUN = "begun.json"
    DONE = "entry.json"


class Version(NamedTuple):
    """A file of a step, relative to the workspace, and what its content was known by before and after; ``None`` for no file."""

    path: str
    before: Fingerprint | None
    after: Fingerprint | None


class Step(NamedTuple):
    """What one command changed: its number in the journal, its words, its files, and when (seconds since 1970;
    0 for one that has not come to its end).

    ``undoes`` is the number of the step that it took back; empty for a step of work. ``more`` says that further steps
    of the same command line were to follow.
    """

    number: str
    label: str
    versions: tuple[Version, ...]
    when: float = 0
    undoes: str = ""
    more: bool = False

    @property
    def paths(self) -> tuple[str, ...]:
        """The files of the step."""
        return tuple(version.path for version in self.versions)


class Keeping(NamedTuple):
    """A file that is about to change: its version, and where what it holds now is to be had: memory, or the disk."""

    version: Version
    before: bytes | Path | None


def plan_entry(root: Path, label: str, files: Sequence[Keeping], undoes: str = "", line: str = "") -> Step:
    """Keep what a command is about to change; nothing has begun yet. Raises ``OSError``, with nothing left behind.

    ``line`` is what the command line is known by: the entry counts as untold until ``tell`` is called.
    """
    entry = _next_entry(root)
    files_of_step = tuple(file.version for file in files)
    step = Step(entry.name, label, files_of_step, undoes=undoes, more=line.endswith(MORE))
    try:
        with lasting_together():
            replace_file(entry / State.PLANNED, _listed_files(step))
            if not (root / _ASIDE).exists():  # in a folder of an earlier version
                replace_file(root / _ASIDE, b"*\n")
            if line:
                replace_file(entry / _UNTOLD, line.encode())
            for number, file in enumerate(files):
                _keep(entry / f"{number}.before", file.before, root / file.version.path)
    except BaseException:
        remove_folder(entry)
        raise
    return step


def begin(root: Path, step: Step) -> None:
    """Say that files are being replaced: from now on a command that is killed is rolled back by the next."""
    _turn(root, step, State.PLANNED, State.BEGUN)


def finish(root: Path, step: Step) -> None:
    """Say that all is written. Steps of lines beyond the last ten go, with the undoing of them."""
    _turn(root, step, State.BEGUN, State.DONE)
    with suppress(OSError):
        _forget_old(root)


def finish_in_part(root: Path, step: Step) -> None:
    """Keep an entry that could be rolled back only in part as a step of work, so that nothing it kept is lost."""
    entry = _entry(root, step)
    work = step._replace(label=f"{step.label} (bị ngắt)", undoes="")
    replace_file(entry / State.DONE, _listed_files(work))
    remove_file(entry / State.BEGUN)


def forget(root: Path, step: Step) -> None:
    """Delete an entry, its list first."""
    entry = _entry(root, step)
    for state in State:
        remove_file(entry / state)
    remove_folder(entry)


def forget_all(root: Path) -> None:
    """Delete every backup, copies that other programs made of them too: nothing can be undone then."""
    for path in _listed(root):
        if path.is_dir():
            remove_folder(path)


def in_work(root: Path) -> tuple[State, Step] | None:
    """Return the entry that a command was at when it ended, or is at now; one whose list is damaged names no file."""
    for entry in reversed(_numbered(root)):
        for state in (State.BEGUN, State.PLANNED):
            if (entry / state).is_file():
                return state, _read(entry, state) or Step(entry.name, "", ())
        if (entry / State.DONE).is_file():
            break
    return None


def untold(root: Path) -> tuple[str, Step] | None:
    """Return the newest step where its command did not come to say so, with what its command line is known by."""
    found = _kept(root)[-1:]
    for step in found:
        with suppress(OSError):
            return (_entry(root, step) / _UNTOLD).read_text(encoding="utf-8"), step
    return None


def tell(root: Path) -> None:
    """Note that the command of the newest entry has said what it did."""
    for entry in reversed(_numbered(root)):
        if (entry / State.DONE).is_file():
            with suppress(OSError):
                (entry / _UNTOLD).unlink()
            break


def clear(root: Path) -> None:
    """Delete what a command left behind that was killed before it began; what others laid into the folder stays."""
    for entry in _numbered(root):
        if entry.is_dir() and not any((entry / state).exists() for state in (State.BEGUN, State.DONE)):
            remove_folder(entry)


def steps(root: Path) -> list[Step]:
    """Return what is kept and was done, the oldest first; damaged entries are passed over. Raises ``OSError`` for a
    folder that the disk does not give: nobody takes steps that cannot be read for none."""
    for folder in FOLDERS:
        with suppress(FileNotFoundError, NotADirectoryError):
            os.scandir(root / folder).close()
    return _kept(root)


def _kept(root: Path) -> list[Step]:
    return [step for entry in _numbered(root) if (step := _read(entry, State.DONE))]


def kept_file(root: Path, step: Step, path: str) -> Path:
    """Return where the content is kept that a file had before a step."""
    return _entry(root, step) / f"{step.paths.index(path)}.before"


def kept_name(root: Path, step: Step, path: str) -> str:
    """Return where ``kept_file`` lies, relative to the workspace."""
    return kept_file(root, step, path).relative_to(root).as_posix()


def is_whole(kept: Path, fingerprint: Fingerprint) -> bool:
    """Say whether a kept content is what was kept: another is never put in the place of anything."""
    try:
        return fingerprint_of(kept) == fingerprint
    except OSError:
        return False


def _listed_files(step: Step) -> bytes:
    files = [version._asdict() for version in step.versions]
    listed = {"label": step.label, "undoes": step.undoes, "more": step.more, "files": files}
    return json.dumps(listed, ensure_ascii=False).encode()


def _turn(root: Path, step: Step, before: State, after: State) -> None:
    entry = _entry(root, step)
    rename_file(entry / before, entry / after)


def _keep(place: Path, before: bytes | Path | None, file: Path) -> None:
    if isinstance(before, Path):
        link_file(before, place)
    elif before is not None:
        write_pieces(place, (before,), file.stat().st_mode & 0o777)


def _read(entry: Path, state: State) -> Step | None:
    file = entry / state
    try:
        listed = json.loads(file.read_text(encoding="utf-8"))
        versions = (
            tuple(_version(each) for each in listed["files"]) if "files" in listed else _old(entry, listed)
        )
        when, undoes = file.stat().st_mtime, str(listed.get("undoes", ""))
        return Step(entry.name, str(listed["label"]), versions, when, undoes, listed.get("more") is True)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _version(listed: Any) -> Version:
    fingerprints = [
        None if fingerprint is None else Fingerprint(int(fingerprint[0]), str(fingerprint[1]))
        for fingerprint in (listed["before"], listed["after"])
    ]
    return Version(str(listed["path"]), *fingerprints)


def _old(entry: Path, listed: Any) -> tuple[Version, ...]:
    """Return the files of an entry of 0.4.0 or before: both contents lie beside the list, without a hash."""
    return tuple(
        Version(
            str(path), fingerprint_of(entry / f"{number}.before"), fingerprint_of(entry / f"{number}.after")
        )
        for number, path in enumerate(listed["paths"])
    )


def _next_entry(root: Path) -> Path:
    numbers = [int(path.name) for path in _listed(root) if path.name.isdecimal()]
    return root / FOLDER / f"{max(numbers, default=0) + 1:06d}"


def _entry(root: Path, step: Step) -> Path:
    """Return the folder of an entry that is there."""
    earlier = root / _EARLIER / step.number
    return earlier if earlier.is_dir() else root / FOLDER / step.number


def _listed(root: Path) -> Iterator[Path]:
    for folder in FOLDERS:
        with suppress(OSError):
            yield from (root / folder).iterdir()


def _numbered(root: Path) -> list[Path]:
    """Return what is called as entries are, the oldest first; `desktop.ini` or `000008 (1)` is none."""
    numbered = (path for path in _listed(root) if path.name.isdecimal() and path.name.isascii())
    return sorted(numbered, key=lambda path: path.name)


def _forget_old(root: Path) -> None:
    """Keep the steps of the last ten lines of work and what undid or redid them; damaged entries count as work."""
    known = {step.number: step for step in _kept(root)}
    entries = [entry for entry in _numbered(root) if (entry / State.DONE).exists()]
    begun, goes_on = list[str](), False  # the first entry of each line of work
    for step in (known.get(entry.name) or Step(entry.name, "", ()) for entry in entries):
        if not step.undoes:
            begun += [] if goes_on else [step.number]
            goes_on = step.more
    kept = begun[-KEPT:]
    for entry in takewhile(lambda entry: entry.name not in kept, entries):
        remove_file(entry / State.DONE)
        remove_folder(entry)
