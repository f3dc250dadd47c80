"""What a busy or divided disk does to a file that gets its place, and who holds the workspace afterwards."""

import errno
import shutil
import time
from contextlib import suppress
from itertools import count
from pathlib import Path

import pytest
from filelock import FileLock, Timeout

from ocop_cli.errors import OcopError
from ocop_cli.store.files.changes import apply_changes, plan_write
from ocop_cli.store.files.disk import disk_reason, move_file, rename_file, write_new_folder
from ocop_cli.store.files.index_file import INDEX_FILE, discard_index, prepare_index
from ocop_cli.store.files.journal import in_work, steps
from ocop_cli.store.files.lock import WAITS, is_held, is_ours, locked, unlocked
from ocop_cli.store.files.outside import replace_with_copy
from ocop_cli.store.files.paths import is_file
from support.disk_faults import FailingDisk, failing
from support.safety import is_target

REPLACE = Path.replace


def refuse(monkeypatch: pytest.MonkeyPatch, times: int, number: int, winerror: int = 0) -> None:
    """Let ``Path.replace`` fail so often, then take it; ``winerror`` is what only Windows says."""
    error, left = OSError(number, "no"), [True] * times
    vars(error)["winerror"] = winerror

    def replace(source: Path, target: Path) -> Path:
        if left:
            left.pop()
            raise error
        return REPLACE(source, target)

    monkeypatch.setattr(Path, "replace", replace)


@pytest.fixture
def pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    found: list[float] = []
    monkeypatch.setattr(time, "sleep", found.append)
    return found


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    source, target = tmp_path / "moi", tmp_path / "cho"
    source.write_text("mới", encoding="utf-8")
    target.write_text("cũ", encoding="utf-8")
    return source, target


@pytest.mark.parametrize("busy", [5, 32, 33])
def test_a_file_that_another_program_looks_at_is_waited_for(
    busy: int, files: tuple[Path, Path], pauses: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse(monkeypatch, 2, errno.EACCES, winerror=busy)
    rename_file(*files)
    assert files[1].read_text(encoding="utf-8") == "mới"
    assert pauses == sorted(pauses)
    assert len(pauses) == 2
    refuse(monkeypatch, 99, errno.EACCES, winerror=busy)
    with pytest.raises(OSError, match="no"):
        rename_file(*files)
    pauses.clear()
    refuse(monkeypatch, 1, errno.ENOSPC)
    with pytest.raises(OSError, match="no"):
        rename_file(*files)
    assert pauses == []


def test_a_file_made_on_another_disk_is_copied_to_its_place(
    files: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse(monkeypatch, 1, errno.EROFS)
    with pytest.raises(OSError, match="no"):
        move_file(*files, 0o644)
    assert files[1].read_text(encoding="utf-8") == "cũ"
    refuse(monkeypatch, 1, errno.EXDEV)
    move_file(*files, 0o644)
    assert files[1].read_text(encoding="utf-8") == "mới"
    assert not files[0].exists()


def test_a_command_that_the_disk_refused_leaves_nothing_to_take_back(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("0", encoding="utf-8")
    changes = [plan_write(tmp_path, name, b"1") for name in ("a.yaml", "b.yaml")]
    disk = FailingDisk(
        tmp_path, error=errno.ENOSPC, when=lambda calls: is_target(calls[-1]) and "b.yaml" in calls[-1][1]
    )
    with failing(disk), pytest.raises(OcopError, match="Chưa ghi gì"):
        apply_changes(tmp_path, changes, "thử")
    assert disk.has_struck
    assert (tmp_path / "a.yaml").read_text(encoding="utf-8") == "0"
    assert in_work(tmp_path) is None
    assert steps(tmp_path) == []


def test_who_lets_others_write_holds_as_often_as_before(tmp_path: Path) -> None:
    assert not is_ours(tmp_path)
    with locked(tmp_path):
        with locked(tmp_path), unlocked(tmp_path):
            assert not is_ours(tmp_path)
        assert is_ours(tmp_path)
    assert not is_ours(tmp_path)


def test_a_folder_or_a_link_to_nowhere_is_no_file(files: tuple[Path, Path]) -> None:
    nowhere = files[0].with_name("lien-ket")
    nowhere.symlink_to("khong-co")
    assert [is_file(path) for path in (*files, files[0].parent, nowhere)] == [True, True, False, False]


def test_an_index_goes_with_and_without_what_lies_beside_it(tmp_path: Path) -> None:
    for beside in ("", "-journal"):
        path = prepare_index(tmp_path)
        for name in {path, Path(f"{path}{beside}")}:
            name.write_bytes(b"x")
        discard_index(tmp_path)
        assert not list(tmp_path.glob(f"{INDEX_FILE}*"))


def test_why_a_disk_refuses_is_said_in_words_or_as_the_system_says_it() -> None:
    errors = OSError(errno.ENOSPC, "No space"), OSError(errno.EFBIG, "File too large"), OSError("lạ")
    assert [disk_reason(error) for error in errors] == ["ổ đĩa đã hết chỗ", "File too large", "lạ"]


def test_a_new_folder_is_there_whole_or_not_at_all(tmp_path: Path) -> None:
    files = {"a.yaml": b"1", "b/c.yaml": b"2"}
    for at in count(1):
        new = tmp_path / str(at)
        with failing(FailingDisk(tmp_path, at, errno.ENOSPC)) as disk, suppress(OSError):
            write_new_folder(new, files)
        if new.exists():
            assert {name: (new / name).read_bytes() for name in files} == files
            shutil.rmtree(new)
        assert not list(tmp_path.iterdir()), at
        if not disk.has_struck:
            break
    assert at > 10


def test_a_new_folder_that_the_disk_refuses_at_once_is_refused_for_that(tmp_path: Path) -> None:
    with failing(FailingDisk(tmp_path, 1, errno.ENOSPC)), pytest.raises(OSError) as refused:  # noqa: PT011 - the number is asked below
        write_new_folder(tmp_path / "xa", {"a.yaml": b"1"})
    assert refused.value.errno == errno.ENOSPC


def test_who_waits_longer_looks_more_often_and_gives_up_in_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks: list[tuple[float, float]] = []

    def refuse(lock: FileLock, timeout: float, poll_interval: float) -> None:
        looks.append((timeout, poll_interval))
        raise Timeout(lock.lock_file)

    monkeypatch.setattr(FileLock, "acquire", refuse)
    with pytest.raises(OcopError, match="Một lệnh khác đang ghi"), locked(tmp_path):
        pass
    assert looks == list(WAITS)
    assert looks == sorted(looks, key=lambda look: -look[1])


def test_a_folder_that_may_not_be_written_is_held_by_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(lock: FileLock, timeout: float) -> None:
        raise Timeout(lock.lock_file)  # as Windows says of a lock that may not be opened

    with locked(tmp_path):
        pass
    monkeypatch.setattr(FileLock, "acquire", refuse)
    assert is_held(tmp_path)
    monkeypatch.setattr("os.access", lambda path, mode: False)
    assert not is_held(tmp_path)


def test_originals_are_kept_beside_a_persons_file_one_after_the_other(tmp_path: Path) -> None:
    letter = tmp_path / "thu.docx"
    letter.write_bytes(b"0")
    copies = [replace_with_copy(letter, f"{number}".encode()) for number in (1, 2, 3)]
    assert [path.name for path in copies] == ["thu.goc.docx", "thu.goc-2.docx", "thu.goc-3.docx"]
    assert [path.read_bytes() for path in (*copies, letter)] == [b"0", b"1", b"2", b"3"]
