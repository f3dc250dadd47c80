"""By what a file is known to be the one that was read: size, times and inode; and when that can be trusted."""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

Stamp = tuple[int, int, int, int]
"""Size in bytes, last change of the content and of the entry (ns), inode. On Windows the third is the day of making."""

GRANULE = 2_000_000_000
"""How coarsely a file system may count time (FAT: two seconds, in ns): a file that was changed no longer before it was
read may have been changed once more since, within the same tick. git calls such a file racy."""

_NOT_OURS = frozenset({"__pycache__", ".git", ".ocop"})
"""What Python, git and the program itself lay into a folder."""

_SHORT = 20_000  # characters
_HERE = "."
WHOLE = (_HERE,)
"""All that a folder holds: the paths of what is found begin below it."""


class Found(NamedTuple):
    """The files of some folders, by their path in the workspace, with their stamps.

    A folder has none and ends with a slash; ``None`` as well for what is not there or cannot be looked into.
    """

    root: Path
    stamps: dict[str, Stamp | None]

    @property
    def seal(self) -> str:
        """One text of all of them, of many its hash: the same as long as no file came, went or was changed."""
        text = repr(self.stamps)
        if len(text) < _SHORT:
            return text
        from hashlib import blake2b  # with OpenSSL, which a small folder does not pay for

        return blake2b(text.encode(), digest_size=20).hexdigest()

    def within(self, names: tuple[str, ...]) -> "Found":
        """Return of a look at ``WHOLE`` what a look at some of what lies in it would have found."""
        if names == WHOLE:
            return Found(self.root, dict(self.stamps))
        stamps: dict[str, Stamp | None] = {}
        for name in names:
            folder = f"{name}/"
            below = {each: stamp for each, stamp in self.stamps.items() if each.startswith(folder)}
            if name in self.stamps or not below:
                stamps[name] = self.stamps.get(name)
            stamps |= below
            stamps.pop(folder, None)
        return Found(self.root, stamps)

    def newest(self) -> int:
        """Return when the latest change of any of them was (ns)."""
        return _newest(self.stamps.values())

    def of(self, name: str) -> Stamp | None:
        """Return the stamp of a file, also of one outside the folders; ``None`` where there is none."""
        if name not in self.stamps:
            self.stamps[name] = _stamp(f"{self.root}/{name}")
        return self.stamps[name]

    def text_of(self, name: str, others: str = "", since: int | None = None) -> str:
        """Return the stamps of a file and of ``others``, one a line; of another that is not there, that it is not.

        Empty where the file is not there and, asked with the time ``since`` which they were read (ns, by the clock of
        their disk), where one may still change unseen.
        """
        own, rest = self.of(name), [self.of(other) for other in others.split("\n") if other]
        if own is None or (since is not None and not is_settled(_newest([own, *rest]), since)):
            return ""
        return repr((own, rest))


def look(root: Path, names: tuple[str, ...]) -> Found:
    """Look at the files of folders, and at single files, without opening one."""
    stamps: dict[str, Stamp | None] = {}
    for name in names:
        _look_into(f"{root}/{name}", name, stamps)
    return Found(root, stamps)


def is_settled(changed: int, since: int) -> bool:
    """Say whether a file last changed at a time cannot change unseen after it was read at ``since``, or later.

    Both in ns, by the clock of the disk: within one tick of it a file may change twice.
    """
    return changed + GRANULE < since


def _newest(stamps: Iterable[Stamp | None]) -> int:
    return max((max(stamp[1], stamp[2]) for stamp in stamps if stamp), default=0)


def _look_into(path: str, name: str, stamps: dict[str, Stamp | None]) -> None:
    try:
        entries = os.scandir(path)
    except NotADirectoryError:
        stamps[name] = _stamp(path)
        return
    except OSError:
        stamps[name] = None
        return
    above = "" if name == _HERE else f"{name}/"
    with entries:
        for entry in entries:
            below = above + entry.name
            if entry.name in _NOT_OURS:
                continue
            if entry.is_dir(follow_symlinks=False):
                stamps[f"{below}/"] = None
                _look_into(entry.path, below, stamps)
            else:
                stamps[below] = _stamp_of(entry)


def _stamp_of(entry: "os.DirEntry[str]") -> Stamp | None:
    try:
        return seen(entry.stat())
    except OSError:
        return None


def _stamp(path: str) -> Stamp | None:
    try:
        return seen(os.stat(path))  # noqa: PTH116 - many are asked for
    except OSError:
        return None


def seen(found: os.stat_result) -> Stamp:
    """Return the stamp of a file by what the disk says of it."""
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino
