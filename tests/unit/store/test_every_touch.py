"""A command that dies, or is refused by the disk, at every single call of it in turn: all or nothing."""

import errno
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path

import pytest

from ocop_cli.errors import OcopError
from ocop_cli.store.files import disk
from ocop_cli.store.files.big import make_big
from ocop_cli.store.files.changes import AnyChange, Change, apply_changes, plan_big, plan_write
from ocop_cli.store.files.journal import in_work
from ocop_cli.store.files.lock import locked
from ocop_cli.store.files.recovery import interrupted, leave, settle
from ocop_cli.store.files.undo import plan_undo
from support.disk_faults import FailingDisk, Killed, failing
from support.runs import runs

BULK = b"%PDF" + b"\0" * 300
OLD = {"a.yaml": b"old", "b.docx": None, "gone.pdf": b"old", "p.zip": None, "bulk.pdf": BULK}
NEW = {"a.yaml": b"new", "b.docx": b"new", "gone.pdf": None, "p.zip": BULK, "bulk.pdf": None}
STEP = runs(10, 1)
"""Of the calls, every sixth is tried on every push."""
ERRNOS = (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS, errno.EDQUOT)


@pytest.fixture(autouse=True)
def nothing_is_synced(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.fsync", lambda _: None)  # a kill takes nothing out of the system's cache


@pytest.fixture(autouse=True)
def small_files_are_big(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ocop_cli.store.files.big.BIG", 200)


@pytest.fixture
def lay_out(tmp_path: Path) -> Callable[[], Path]:
    numbers = count()

    def laid() -> Path:
        root = tmp_path / str(next(numbers))
        root.mkdir()
        for name, content in OLD.items():
            if content is not None:
                (root / name).write_bytes(content)
        return root

    return laid


def changes_of(root: Path) -> list[AnyChange]:
    return [
        plan_big(root, "p.zip", make_big(root, lambda file: file.write(BULK))),
        plan_big(root, "bulk.pdf", None),
        plan_write(root, "a.yaml", b"new"),
        plan_write(root, "b.docx", b"new"),
        Change("gone.pdf", b"old", None),
    ]


def state(root: Path) -> dict[str, bytes | None]:
    return {name: (root / name).read_bytes() if (root / name).is_file() else None for name in OLD}


def killed_at_every_call(lay_out: Callable[[], Path], act: Callable[[Path], object]) -> Iterator[Path]:
    """Yield a folder in which an act was killed at its first call, its second, and so on."""
    for at in count(1, STEP):
        root = lay_out()
        with failing(FailingDisk(root, at)) as failed, suppress(Killed):
            act(root)
        if not failed.has_struck:
            break
        yield root
    assert at > 20


def next_command(root: Path) -> None:
    with locked(root):
        settle(root)
        leave(root)
    assert in_work(root) is None
    assert not list(root.rglob(f"{disk.TEMPORARY}*"))


def write(root: Path) -> None:
    with locked(root):
        settle(root)
        apply_changes(root, changes_of(root), "năm tệp", line="a line")


def test_killed_at_every_call_all_or_nothing_is_there_after_the_next_command(
    lay_out: Callable[[], Path],
) -> None:
    told = 0
    for root in killed_at_every_call(lay_out, write):
        if state(root) not in (OLD, NEW):
            assert "“năm tệp” bị ngắt" in interrupted(root)
            told += 1
        next_command(root)
        assert state(root) in (OLD, NEW)
        assert not interrupted(root)
    assert told > 0


def test_killed_while_rolling_back_it_is_rolled_back_by_the_next(lay_out: Callable[[], Path]) -> None:
    def cut_short() -> Path:
        root = lay_out()
        with failing(FailingDisk(root)) as counted:
            write(root)
        last = len(counted.calls) - 5  # before the list of the entry is renamed
        root = lay_out()
        with failing(FailingDisk(root, last)), pytest.raises(Killed):
            write(root)
        assert state(root) not in (OLD, NEW)
        return root

    for root in killed_at_every_call(cut_short, next_command):
        next_command(root)
        assert state(root) == OLD


def test_an_undo_killed_at_every_call_ends_right_when_it_is_run_again(lay_out: Callable[[], Path]) -> None:
    def written() -> Path:
        root = lay_out()
        write(root)
        return root

    def undo(root: Path) -> None:
        planned = plan_undo(root)
        apply_changes(root, planned.changes, "hoàn tác", planned.reverses)

    for root in killed_at_every_call(written, undo):
        next_command(root)
        assert state(root) in (OLD, NEW)
        if state(root) == NEW:
            undo(root)
        assert state(root) == OLD


@pytest.mark.parametrize("number", ERRNOS[: runs(2, len(ERRNOS))], ids=lambda n: errno.errorcode[n])
@pytest.mark.parametrize("lasting", [False, True], ids=["once", "from there on"])
def test_refused_at_every_call(lay_out: Callable[[], Path], number: int, *, lasting: bool) -> None:
    for at in count(1 + ERRNOS.index(number), STEP):
        root = lay_out()
        with failing(FailingDisk(root, at, number, lasting=lasting)) as failed:
            try:
                write(root)
                message = ""
            except OcopError as error:
                message = error.message
            except OSError as error:  # the file aside could not be made: its caller tells it
                message = f"Chưa ghi gì {error}"
        if not failed.has_struck:
            break
        assert state(root) == (OLD if "Chưa ghi gì" in message else NEW if not message else state(root)), at
        assert not message or "Chưa ghi gì" in message or interrupted(root)
        next_command(root)
        assert state(root) == (OLD if message else NEW)
