"""A disk that fails: counts the calls that change files below a folder, and kills the command or refuses at one of them."""

import io
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest


class Killed(BaseException):
    """The command is dead: from now on it cannot touch the disk, not even to clean up."""


class FailingDisk:
    """What calls have been made on a folder, and at which of them what happens.

    ``at`` counts from 1; 0 lets all pass, until ``when`` says of the calls so far that the last one is it. Without an ``error`` the command is killed before the call is made, in the
    middle of one that writes bytes. With one, the call is refused, and if ``lasting`` all that follow.
    """

    def __init__(
        self,
        folder: Path,
        at: int = 0,
        error: int = 0,
        *,
        lasting: bool = False,
        when: Callable[[list[tuple[str, str]]], bool] | None = None,
    ) -> None:
        self.folder = os.path.realpath(folder)
        self.at, self.error, self.lasting, self.when = at, error, lasting, when
        self.calls: list[tuple[str, str]] = []
        self.is_dead = False
        self.handles: dict[int, str] = {}

    @property
    def has_struck(self) -> bool:
        return 0 < self.at <= len(self.calls)

    def touch(self, name: str, path: str) -> None:
        """Count a call; raise what it meets."""
        if self.is_dead:
            raise Killed
        self.calls.append((name, os.path.relpath(path, self.folder)))
        number = len(self.calls)
        if self.when and not self.at and self.when(self.calls):
            self.at = number
        if self.at and (number == self.at or (self.lasting and number > self.at)):
            if not self.error:
                self.is_dead = True
                raise Killed
            raise OSError(self.error, os.strerror(self.error), path)

    def path_of(self, path: Any, dir_fd: int | None = None) -> str | None:
        """Return where a call goes, when that is below the folder."""
        if isinstance(path, int):
            return self.handles.get(path)
        base = self.handles.get(dir_fd, "") if dir_fd is not None else Path.cwd()
        full = Path(os.path.normpath(Path(base) / os.fspath(path)))
        full = Path(os.path.realpath(full.parent)) / full.name
        return str(full) if full.is_relative_to(self.folder) else None


@contextmanager
def failing(disk: FailingDisk) -> Iterator[FailingDisk]:
    """Let all calls of this process that change the disk go through ``disk``."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("unlink", "remove", "rmdir", "mkdir", "chmod", "truncate"):
            patch.setattr(os, name, _on_path(disk, name, getattr(os, name)))
        for name in ("rename", "replace", "link", "symlink"):
            patch.setattr(os, name, _on_second_path(disk, name, getattr(os, name)))
        patch.setattr(os, "open", _opening(disk, os.open))
        patch.setattr(os, "close", _closing(disk, os.close))
        patch.setattr(os, "fsync", _on_path(disk, "fsync", os.fsync))
        patch.setattr(os, "write", _writing(disk, os.write))
        patch.setattr(io, "open", _opening_file(disk, io.open))
        yield disk


def _on_path(disk: FailingDisk, name: str, call: Callable[..., Any]) -> Callable[..., Any]:
    def called(path: Any, *args: Any, **options: Any) -> Any:
        if (place := disk.path_of(path, options.get("dir_fd"))) is not None:
            disk.touch(name, place)
        return call(path, *args, **options)

    return called


def _on_second_path(disk: FailingDisk, name: str, call: Callable[..., Any]) -> Callable[..., Any]:
    def called(source: Any, target: Any, **options: Any) -> Any:
        if (place := disk.path_of(target)) is not None:
            disk.touch(name, place)
        return call(source, target, **options)

    return called


def _opening(disk: FailingDisk, call: Callable[..., int]) -> Callable[..., int]:
    def called(path: Any, flags: int, *args: Any, **options: Any) -> int:
        place = disk.path_of(path, options.get("dir_fd"))
        if place is not None and flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
            disk.touch("open", place)
        handle = call(path, flags, *args, **options)
        if place is not None:
            disk.handles[handle] = place
        return handle

    return called


def _closing(disk: FailingDisk, call: Callable[[int], None]) -> Callable[[int], None]:
    def called(handle: int) -> None:
        disk.handles.pop(handle, None)
        call(handle)

    return called


def _writing(disk: FailingDisk, call: Callable[[int, Any], int]) -> Callable[[int, Any], int]:
    def called(handle: int, content: Any) -> int:
        if handle in disk.handles:
            try:
                disk.touch("write", disk.handles[handle])
            except BaseException:
                call(handle, content[: len(content) // 2])  # a disk takes a part, and then no more
                raise
        return call(handle, content)

    return called


def _opening_file(disk: FailingDisk, call: Callable[..., Any]) -> Callable[..., Any]:
    def called(path: Any, mode: str = "r", *args: Any, **options: Any) -> Any:
        if (
            set(mode) & set("wax+")
            and not isinstance(path, int)
            and (place := disk.path_of(path)) is not None
        ):
            disk.touch("open", place)
        return call(path, mode, *args, **options)

    return called
