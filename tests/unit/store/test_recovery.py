"""What a killed command leaves: how it ended, what stays because a person has changed it since, who may read it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock

from ocop_cli.store.files.changes import BigChange, apply_changes, plan_delete, plan_write
from ocop_cli.store.files.disk import TEMPORARY, replace_file
from ocop_cli.store.files.journal import FOLDER, MORE, State, Step, in_work, kept_file, steps
from ocop_cli.store.files.lock import is_held, locked
from ocop_cli.store.files.recovery import Ending, Recovered, interrupted, leave, settle
from support.disk_faults import FailingDisk, Killed, failing
from support.safety import ALL_DONE, STOPS, Stop, is_turn

OLD = {"a.yaml": b"old", "b.yaml": b"old", "c.yaml": b"old"}
NEW = {"a.yaml": b"new", "b.yaml": b"new"}


@pytest.fixture
def killed(tmp_path: Path) -> Callable[[Stop], Path]:
    """Return a folder in which a command was killed at a moment."""

    def lay_out(moment: Stop) -> Path:
        for name, content in OLD.items():
            (tmp_path / name).write_bytes(content)
        with failing(FailingDisk(tmp_path, when=moment)), pytest.raises(Killed):
            write(tmp_path)
        return tmp_path

    return lay_out


def write(root: Path) -> None:
    with locked(root):
        written = [plan_write(root, name, content) for name, content in NEW.items()]
        apply_changes(root, [*written, plan_delete(root, "c.yaml")], "ba tệp", line="dòng")
        leave(root)


def take_two(root: Path) -> None:
    with locked(root):
        apply_changes(root, [plan_write(root, "1.yaml", b"a")], "tệp đầu", line=f"dòng{MORE}")
        apply_changes(root, [plan_write(root, "2.yaml", b"b")], "tệp sau", line="dòng")


def settled(root: Path) -> Recovered | None:
    with locked(root):
        return settle(root)


def files(root: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in root.glob("*.yaml")}


def test_half_way_all_goes_back_and_nothing_is_left(killed: Callable[[Stop], Path]) -> None:
    root = killed(STOPS["after the first file"])
    assert "Lệnh “ba tệp” bị ngắt khi mới ghi 1 trong 3 tệp." in interrupted(root)
    found = settled(root)
    assert found is not None
    assert (found.ending, found.step.label, found.left) == (Ending.ROLLED_BACK, "ba tệp", ())
    assert files(root) == OLD
    assert (settled(root), interrupted(root)) == (None, "")


def test_what_a_person_has_changed_since_stays(killed: Callable[[Stop], Path]) -> None:
    root = killed(STOPS["after the first file"])
    (root / "a.yaml").write_bytes(b"by hand")
    found = settled(root)
    assert found is not None
    assert (found.ending, found.left) == (Ending.ROLLED_BACK, ("a.yaml",))
    assert files(root) == {**OLD, "a.yaml": b"by hand"}


def test_a_kept_copy_that_is_damaged_is_put_in_nobodys_place(killed: Callable[[Stop], Path]) -> None:
    root = killed(STOPS["after the first file"])
    for copy in root.glob(f"{FOLDER}/**/*.before"):
        copy.write_bytes(b"rot")
    found = settled(root)
    assert found is not None
    assert (found.ending, found.left) == (Ending.ROLLED_BACK, ("a.yaml",))
    assert files(root) == {**OLD, "a.yaml": NEW["a.yaml"]}


def test_before_the_first_file_nothing_was_begun(killed: Callable[[Stop], Path]) -> None:
    root = killed(STOPS["before the first file"])
    found = settled(root)
    assert (found and found.ending, files(root)) == (Ending.NOT_BEGUN, OLD)


def test_all_done_and_not_said_is_said_once(killed: Callable[[Stop], Path]) -> None:
    root = killed(ALL_DONE)
    found = settled(root)
    assert found is not None
    assert (found.ending, found.line, files(root)) == (Ending.DONE, "dòng", NEW)
    assert settled(root) is None


def test_who_only_reads_is_told_of_a_line_killed_between_its_files(tmp_path: Path) -> None:
    def killed_at(stop: Stop) -> None:
        with failing(FailingDisk(tmp_path, when=stop)), pytest.raises(Killed):
            take_two(tmp_path)

    killed_at(STOPS["before the first file"])
    assert not interrupted(tmp_path)
    killed_at(lambda calls: [is_turn(call, State.BEGUN) for call in calls].count(True) == 2)
    assert "ghi xong “tệp đầu”" in interrupted(tmp_path)
    assert "gõ lại đúng dòng lệnh đó" in interrupted(tmp_path)
    with FileLock(next(tmp_path.rglob("*lock*"))):  # it is at its next file
        assert not interrupted(tmp_path)
    found = settled(tmp_path)
    assert found is not None
    assert (found.ending, found.step.label, found.line) == (Ending.NOT_BEGUN, "tệp sau", f"dòng{MORE}")


def test_a_damaged_list_names_no_file_and_keeps_its_copies(killed: Callable[[Stop], Path]) -> None:
    root = killed(STOPS["after the first file"])
    (entry,) = (root / FOLDER).glob(f"*/{State.BEGUN}")
    entry.write_bytes(b"\0")
    assert in_work(root) == (State.BEGUN, Step(entry.parent.name, "", (), when=0))
    found = settled(root)
    assert found is not None
    assert found.ending is Ending.DAMAGED
    assert any(path.read_bytes() == b"old" for path in (root / FOLDER).rglob("*") if path.is_file())


def test_what_is_half_written_is_for_its_owner_alone(killed: Callable[[Stop], Path]) -> None:
    root = killed(lambda calls: calls[-1][0] == "write" and calls[-1][1].startswith(TEMPORARY))
    (half,) = root.glob(f"{TEMPORARY}*")
    assert half.stat().st_mode & 0o777 == 0o600


def test_new_names_are_made_to_last_before_the_journal_says_so(tmp_path: Path) -> None:
    """What a power failure leaves behind a name of the journal that lasts: all that was kept, and all that was written."""
    (tmp_path / "a.yaml").write_bytes(b"old")
    names = ("a.yaml", "b.yaml", "c/d.yaml")
    with failing(FailingDisk(tmp_path)) as disk:
        apply_changes(tmp_path, [plan_write(tmp_path, name, b"new") for name in names], "ba tệp")
    at = {call: number for number, call in enumerate(disk.calls)}
    entry = f"{FOLDER}/000001"
    begun, done = (at["replace", f"{entry}/{state}"] for state in (State.BEGUN, State.DONE))
    for name, folder, before in [
        (f"{entry}/0.before", entry, begun),
        (f"{entry}/{State.BEGUN}", entry, at["replace", "a.yaml"]),
        *((name, Path(name).parent.as_posix(), done) for name in names),
    ]:
        assert ("fsync", folder) in disk.calls[at["replace", name] : before], name
    assert disk.calls.count(("fsync", ".")) == 1  # however many names a folder got


def test_who_looks_sees_whether_the_folder_is_held(tmp_path: Path) -> None:
    assert not is_held(tmp_path)
    with locked(tmp_path):
        (lock,) = tmp_path.rglob("*lock*")
    with FileLock(lock):  # as another process does
        assert is_held(tmp_path)
    assert not is_held(tmp_path)


def test_who_looks_does_not_wait_and_takes_a_disk_that_refuses_for_no_holder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: FileLock, timeout: float) -> None:
        assert timeout == 0
        raise OSError

    with locked(tmp_path):
        pass
    monkeypatch.setattr(FileLock, "acquire", refuse)
    assert is_held(tmp_path) is False


def test_what_names_its_program_may_be_started(tmp_path: Path) -> None:
    for content in (b"#!/bin/sh\n", b"a: 1\n"):
        replace_file(tmp_path / str(content[:1]), content)
    modes = [(tmp_path / str(sign)).stat().st_mode & 0o777 for sign in (b"#", b"a")]
    assert modes == [0o755, 0o644]


def test_a_big_file_is_deleted_without_being_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ocop_cli.store.files.big.BIG", 2)
    (tmp_path / "a.pdf").write_bytes(b"%PDF")
    change = plan_delete(tmp_path, "a.pdf")
    assert isinstance(change, BigChange)
    assert change.after is None
    apply_changes(tmp_path, [change], "xóa")
    assert not (tmp_path / "a.pdf").exists()


def test_a_step_that_can_be_taken_back_in_part_only_stays_to_be_undone(
    killed: Callable[[Stop], Path],
) -> None:
    root = killed(STOPS["after the first file"])
    (root / "a.yaml").write_bytes(b"by hand")
    settled(root)
    (step,) = steps(root)
    assert (step.label, step.undoes) == ("ba tệp (bị ngắt)", "")
    assert kept_file(root, step, "a.yaml").read_bytes() == b"old"


def test_files_that_were_new_and_those_that_went_come_back_with_their_rights(tmp_path: Path) -> None:
    for name in ("a.yaml", "c.yaml"):
        (tmp_path / name).write_bytes(b"old")
        (tmp_path / name).chmod(0o600)
    disk = FailingDisk(tmp_path, when=STOPS["after the last file"])
    changes = [
        plan_write(tmp_path, "b.yaml", b"new"),
        plan_write(tmp_path, "a.yaml", b"new"),
        plan_delete(tmp_path, "c.yaml"),
    ]
    with failing(disk), pytest.raises(Killed):
        apply_changes(tmp_path, changes, "ba tệp")
    assert files(tmp_path) == {"a.yaml": b"new", "b.yaml": b"new"}
    found = settled(tmp_path)
    assert found is not None
    assert found.left == ()
    assert files(tmp_path) == {"a.yaml": b"old", "c.yaml": b"old"}
    assert {path.stat().st_mode & 0o777 for path in tmp_path.glob("*.yaml")} == {0o600}
    assert steps(tmp_path) == []


def test_who_writes_without_holding_the_folder_rolls_back_first(killed: Callable[[Stop], Path]) -> None:
    root = killed(STOPS["after the first file"])
    apply_changes(root, [plan_write(root, "d.yaml", b"new")], "một tệp")
    assert files(root) == {**OLD, "d.yaml": b"new"}


def test_a_command_that_ends_while_somebody_looks_is_not_called_interrupted(
    killed: Callable[[Stop], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    root = killed(STOPS["after the first file"])
    for later in (None, (State.DONE, Step("000001", "ba tệp", ()))):
        looks = iter([in_work(root), later])
        monkeypatch.setattr("ocop_cli.store.files.recovery.in_work", lambda _, looks=looks: next(looks))
        assert interrupted(root) == ""
        monkeypatch.undo()
    assert interrupted(root)


def test_what_is_rolled_back_loses_its_list_before_its_copies(killed: Callable[[Stop], Path]) -> None:
    root = killed(STOPS["after the first file"])
    with failing(FailingDisk(root)) as disk, locked(root):
        settle(root)
    gone = [
        Path(path).name
        for call, path in disk.calls
        if call == "unlink" and ("000001/" in path or path in ("0.before", State.BEGUN))
    ]
    assert gone.index(State.BEGUN) < gone.index("0.before")
