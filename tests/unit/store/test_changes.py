"""Writes happen wholly or not at all, one writer at a time, and the last command can be taken back."""

import errno
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace

import pytest

from ocop_cli.errors import OcopError
from ocop_cli.store.files import disk
from ocop_cli.store.files.changes import Change, apply_changes, diff, plan_delete, plan_write
from ocop_cli.store.files.erasing import erase_kept, is_erased
from ocop_cli.store.files.interviews import forget_answers, interview_files, keep_answers, kept_answers
from ocop_cli.store.files.journal import (
    FOLDER,
    FOLDERS,
    MORE,
    State,
    clear,
    forget_all,
    kept_file,
    steps,
    untold,
)
from ocop_cli.store.files.lock import locked
from ocop_cli.store.files.paths import inside
from ocop_cli.store.files.recovery import Ending, settle
from ocop_cli.store.files.undo import Undoing, history, plan_redo, plan_undo
from ocop_cli.store.meanwhile import letting_others_write
from support.runs import runs

NAME = "dossiers/a.yaml"

COUNT_UP = """
import sys
from pathlib import Path
from ocop_cli.store.files.changes import apply_changes, plan_write
from ocop_cli.store.files.lock import locked
root, times = Path(sys.argv[1]), int(sys.argv[2])
for _ in range(times):
    with locked(root):
        number = int((root / "dossiers/a.yaml").read_text(encoding="utf-8"))
        apply_changes(root, [plan_write(root, "dossiers/a.yaml", f"{number + 1}".encode())], "đếm")
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "dossiers").mkdir()
    (tmp_path / NAME).write_text("0", encoding="utf-8")
    return tmp_path


def count_up(root: Path, times: int) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", COUNT_UP, str(root), str(times)])


def leftovers(root: Path) -> list[Path]:
    return list(root.rglob(f"{disk.TEMPORARY}*"))


def test_eight_writers_of_one_file_lose_no_edit(root: Path) -> None:
    times = runs(6, 50)
    writers = [count_up(root, times) for _ in range(8)]
    assert [writer.wait() for writer in writers] == [0] * 8
    assert (root / NAME).read_text(encoding="utf-8") == f"{8 * times}"


def test_killed_at_any_moment_the_file_is_whole_and_the_next_command_works(root: Path) -> None:
    for delay in range(runs(5, 25)):
        writer = count_up(root, 10_000)
        time.sleep(0.12 + delay / 40)
        os.kill(writer.pid, signal.SIGKILL)
        writer.wait()
        assert (root / NAME).read_text(encoding="utf-8").isdecimal()
        with locked(root):
            settle(root)  # as a command does before it reads: a write that was begun is taken back
            number = int((root / NAME).read_text(encoding="utf-8"))
            apply_changes(root, [plan_write(root, NAME, f"{number + 1}".encode())], "sau khi bị ngắt")
        assert (root / NAME).read_text(encoding="utf-8") == f"{number + 1}"
    assert leftovers(root) == []


def test_undo_after_a_command_that_was_killed_half_way(root: Path) -> None:
    changes = [plan_write(root, NAME, b"1"), plan_write(root, "b.yaml", b"1")]
    apply_changes(root, changes, "hai tệp")
    (root / "b.yaml").unlink()  # as if the command had not come to it
    planned = plan_undo(root)
    assert (planned.step.label, planned.changes) == ("hai tệp", (Change(NAME, b"1", b"0"),))


def test_what_a_killed_command_kept_does_not_join_the_next_entry(root: Path) -> None:
    unfinished = root / "private/.ocop/journal/000001"
    unfinished.mkdir(parents=True)
    (unfinished / "0.before").write_bytes(b"another file")
    apply_changes(root, [plan_write(root, "new.yaml", b"1")], "tệp mới")
    assert plan_undo(root).changes == (Change("new.yaml", b"1", None),)


def test_a_damaged_entry_is_passed_over(root: Path) -> None:
    apply_changes(root, [plan_write(root, NAME, b"1")], "một")
    apply_changes(root, [plan_write(root, "b.yaml", b"2")], "hai")
    (root / "private/.ocop/journal/000002/entry.json").write_bytes(b"\0" * 40)
    assert plan_undo(root).step.label == "một"


def test_nothing_to_undo_is_said(root: Path) -> None:
    with pytest.raises(OcopError, match="Không còn bước nào"):
        plan_undo(root)


def test_a_workspace_that_cannot_be_written_is_told(root: Path) -> None:
    (root / ".ocop").write_text("", encoding="utf-8")
    with pytest.raises(OcopError, match="Không ghi được"), locked(root):
        pass


def test_a_cache_that_is_a_link_out_of_the_workspace_is_refused(
    root: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (root / ".ocop").symlink_to(elsewhere)
    with pytest.raises(OcopError, match="ra ngoài"):
        apply_changes(root, [plan_write(root, NAME, b"1")], "ghi")
    assert list(elsewhere.iterdir()) == []


def test_a_file_edited_meanwhile_is_not_overwritten(root: Path) -> None:
    change = plan_write(root, NAME, b"mine")
    (root / NAME).write_bytes(b"theirs")
    with pytest.raises(OcopError, match="vừa được sửa ở nơi khác"):
        apply_changes(root, [Change("b.yaml", None, b"x"), change], "ghi")
    assert (root / NAME).read_bytes() == b"theirs"
    assert not (root / "b.yaml").exists()


def test_a_disk_that_refuses_leaves_the_old_file(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: int) -> None:
        raise OSError(28, "No space left on device")

    change = plan_write(root, NAME, b"new")
    monkeypatch.setattr("os.fsync", refuse)
    with pytest.raises(OcopError, match="ổ đĩa đã hết chỗ"):
        apply_changes(root, [change], "ghi")
    assert (root / NAME).read_bytes() == b"0"
    assert leftovers(root) == []


def test_no_change_writes_nothing(root: Path) -> None:
    before = (root / NAME).stat().st_mtime_ns
    assert apply_changes(root, [plan_write(root, NAME, b"0")], "ghi") == []
    assert (root / NAME).stat().st_mtime_ns == before
    assert not (root / "private/.ocop/journal").exists()


def test_mode_and_links_are_respected(root: Path) -> None:
    (root / NAME).chmod(0o640)
    (root / "link.yaml").symlink_to(NAME)
    apply_changes(root, [plan_write(root, "link.yaml", b"new")], "ghi")
    assert (root / "link.yaml").is_symlink()
    assert (root / NAME).read_bytes() == b"new"
    assert (root / NAME).stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("path", ["../x", "/etc/x", "a/../../x", "C:\\x", "..\\x", "con:"])
def test_paths_out_of_the_workspace_are_refused(root: Path, path: str) -> None:
    with pytest.raises(OcopError):
        inside(root, path)


def test_a_link_out_of_the_workspace_is_refused(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    (root / "out").symlink_to(tmp_path_factory.mktemp("elsewhere"))
    with pytest.raises(OcopError):
        plan_write(root, "out/x.yaml", b"x")


def count_to(root: Path, last: int) -> None:
    """Write 1, 2 … into the file, each in a step named after its number."""
    for number in range(1, last + 1):
        apply_changes(root, [plan_write(root, NAME, f"{number}".encode())], f"{number}")


def carry_out(root: Path, planned: Undoing) -> bytes:
    apply_changes(root, planned.changes, "hoàn tác", planned.reverses)
    return (root / NAME).read_bytes()


def test_each_undo_goes_one_step_further_back_and_each_redo_one_forward(root: Path) -> None:
    count_to(root, 3)
    assert [carry_out(root, plan_undo(root)) for _ in range(3)] == [b"2", b"1", b"0"]
    with pytest.raises(OcopError, match="Không còn bước nào"):
        plan_undo(root)
    assert [carry_out(root, plan_redo(root)) for _ in range(3)] == [b"1", b"2", b"3"]
    assert [carry_out(root, plan_undo(root)) for _ in range(2)] == [b"2", b"1"]
    assert carry_out(root, plan_redo(root)) == b"2"


def test_undo_deletes_what_a_step_made_and_redo_makes_it_again(root: Path) -> None:
    changes = [plan_write(root, NAME, b"1"), plan_write(root, "documents/x.docx", b"\x00docx")]
    apply_changes(root, changes, "đánh giá")
    assert carry_out(root, plan_undo(root)) == b"0"
    assert not (root / "documents/x.docx").exists()
    assert carry_out(root, plan_redo(root)) == b"1"
    assert (root / "documents/x.docx").read_bytes() == b"\x00docx"


def test_new_work_ends_what_could_be_brought_back(root: Path) -> None:
    count_to(root, 2)
    carry_out(root, plan_undo(root))
    apply_changes(root, [plan_write(root, NAME, b"9")], "khác")
    with pytest.raises(OcopError, match="làm lại"):
        plan_redo(root)
    assert [carry_out(root, plan_undo(root)) for _ in range(2)] == [b"1", b"0"]


def test_an_edit_by_hand_is_named_with_its_backup_and_kept_by_the_undo(root: Path) -> None:
    count_to(root, 2)
    (root / NAME).write_bytes(b"2, sua tay")
    planned = plan_undo(root)
    assert {path: (root / backup).read_bytes() for path, backup in planned.edited.items()} == {NAME: b"1"}
    assert carry_out(root, planned) == b"1"
    assert carry_out(root, plan_redo(root)) == b"2, sua tay"


def test_the_history_tells_what_stands_and_what_was_taken_back(root: Path) -> None:
    count_to(root, 3)
    carry_out(root, plan_undo(root))
    assert [step.label for step in history(root).done] == ["1", "2"]
    assert [step.label for step, _ in history(root).undone] == ["3"]


def test_a_name_that_no_disk_takes_is_refused_and_the_longest_is_not(root: Path) -> None:
    longest = f"dossiers/{'ă' * 100}"  # two bytes each
    assert inside(root, longest) == root / longest
    with pytest.raises(OcopError) as refused:
        inside(root, f"{longest}a")
    assert refused.value.message == f"Tên tệp dài quá: {longest[:60]}…"


def test_what_vouches_for_an_erased_file_stays_as_it_is(root: Path) -> None:
    seal = f"programme/seals/{NAME}"
    (root / seal).parent.mkdir(parents=True)
    for content in (b"1", b"2"):
        apply_changes(root, [plan_write(root, name, content) for name in (NAME, seal, "b.yaml")], "ghi")
    erase_kept(root, steps(root)[-1], NAME)
    planned = plan_undo(root)
    assert planned.erased == (NAME,)
    assert [change.path for change in planned.changes] == ["b.yaml"]
    assert planned.edited == {}


def test_what_undo_keeps_of_private_data_stays_out_of_git(root: Path) -> None:
    """A folder of an earlier version has no such note: the next write lays it there."""
    aside = root / "private/.ocop/.gitignore"
    apply_changes(root, [plan_write(root, NAME, b"1")], "ghi")
    assert aside.read_bytes() == b"*\n"
    aside.unlink()
    apply_changes(root, [plan_write(root, NAME, b"2")], "ghi")
    assert aside.read_bytes() == b"*\n"


def test_undoing_takes_no_room_from_the_last_ten_steps(root: Path) -> None:
    count_to(root, 12)
    for _ in range(6):
        carry_out(root, plan_undo(root))
        carry_out(root, plan_redo(root))
    assert [step.label for step in steps(root) if not step.undoes] == [str(n) for n in range(3, 13)]


def test_the_journal_keeps_the_last_ten(root: Path) -> None:
    for number in range(13):
        apply_changes(root, [plan_write(root, NAME, f"{number + 1}".encode())], "ghi")
    assert len(list((root / "private/.ocop/journal").iterdir())) == 10


def test_the_files_of_one_line_take_the_room_of_one_step(root: Path) -> None:
    count_to(root, 3)
    for number in range(4, 16):
        written = plan_write(root, NAME, f"{number}".encode())
        apply_changes(root, [written], str(number), line=f"dòng{MORE if number < 15 else ''}")
    count = [step.label for step in steps(root)]
    assert count == [str(n) for n in range(1, 16)]
    for number in range(16, 25):
        apply_changes(root, [plan_write(root, NAME, f"{number}".encode())], str(number))
    assert [step.label for step in steps(root)] == [str(n) for n in range(4, 25)]
    apply_changes(root, [plan_write(root, NAME, b"25")], "25")
    assert [step.label for step in steps(root)] == [str(n) for n in range(16, 26)]


def test_a_waiting_command_gives_up_with_a_message(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = "import sys,time; from pathlib import Path; from ocop_cli.store.files.lock import locked\nwith locked(Path(sys.argv[1])):\n print('held', flush=True); time.sleep(60)"
    with subprocess.Popen([sys.executable, "-c", script, str(root)], stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        monkeypatch.setattr("ocop_cli.store.files.lock.WAITS", ((0.1, 0.01),))
        with pytest.raises(OcopError, match="Một lệnh khác đang ghi"), locked(root):
            pass
        holder.kill()
    with locked(root):
        pass


def test_diffs_show_lines_of_text_and_sizes_of_binaries() -> None:
    assert diff(Change("a.yaml", b"x: 1\n", b"x: 2\n")).splitlines()[-2:] == ["-x: 1", "+x: 2"]
    assert diff(Change("a.docx", None, b"\xff\x00")) == "a.docx: chưa có → 2 byte\n"


@pytest.mark.parametrize("mode", [0o444, 0o555])
def test_a_file_that_is_set_to_read_only_is_not_replaced(root: Path, mode: int) -> None:
    (root / NAME).chmod(mode)
    with pytest.raises(OcopError, match="đang đặt chỉ đọc"):
        apply_changes(root, [plan_write(root, "b.yaml", b"1"), plan_write(root, NAME, b"1")], "ghi")
    assert ((root / NAME).read_bytes(), (root / "b.yaml").exists()) == (b"0", False)


@pytest.mark.parametrize("harm", [b"", b"\0", None], ids=["emptied", "NUL", "lost"])
def test_a_kept_copy_that_is_damaged_is_never_put_in_the_place_of_a_file(
    root: Path, harm: bytes | None
) -> None:
    apply_changes(root, [plan_write(root, NAME, b"1"), plan_write(root, "b.yaml", b"1")], "ghi")
    kept = root / "private/.ocop/journal/000001/0.before"
    kept.unlink() if harm is None else kept.write_bytes(harm)
    with pytest.raises(OcopError, match="đã hỏng hoặc mất"):
        plan_undo(root)
    assert (root / NAME).read_bytes() == b"1"


def test_what_systems_lay_into_the_journal_stops_nothing(root: Path) -> None:
    count_to(root, 1)
    journal = root / "private/.ocop/journal"
    for name in ("desktop.ini", ".DS_Store", "Thumbs.db", "000009"):
        (journal / name).write_bytes(b"x")
    for name in ("000001 (1)", "000008 (1)", "x"):
        shutil.copytree(journal / "000001", journal / name)
    count_to(root, 2)
    assert carry_out(root, plan_undo(root)) == b"1"
    assert [step.label for step in steps(root)] == ["1", "2", "hoàn tác"]


def test_an_entry_that_an_earlier_version_kept_is_taken_back(root: Path) -> None:
    entry = root / "private/.ocop/journal/000007"
    entry.mkdir(parents=True)
    (entry / "0.before").write_bytes(b"0")
    (entry / "0.after").write_bytes(b"1")
    (entry / "1.after").write_bytes(b"1")
    (entry / "entry.json").write_text(
        '{"label": "cũ", "paths": ["dossiers/a.yaml", "b.yaml"], "undoes": ""}', encoding="utf-8"
    )
    (root / NAME).write_bytes(b"1")
    (root / "b.yaml").write_bytes(b"1")
    planned = plan_undo(root)
    assert (planned.step.label, planned.edited) == ("cũ", {})
    assert carry_out(root, planned) == b"0"
    assert not (root / "b.yaml").exists()


def test_an_entry_whose_list_was_damaged_by_a_power_cut_keeps_its_copies(root: Path) -> None:
    apply_changes(root, [plan_write(root, NAME, b"1")], "một")
    entry = root / "private/.ocop/journal/000001"
    (entry / "entry.json").unlink()
    (entry / "begun.json").write_bytes(b"\0" * 40)
    recovered = settle(root)
    assert recovered is not None
    assert recovered.ending is Ending.DAMAGED
    assert ((entry / "0.before").read_bytes(), (root / NAME).read_bytes()) == (b"0", b"1")
    assert settle(root) is None


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_step_of_somebody_else_is_noticed_while_the_folder_is_not_held(tmp_path: Path, folder: str) -> None:
    (tmp_path / folder).mkdir(parents=True)
    with locked(tmp_path), pytest.raises(OcopError), letting_others_write(tmp_path):
        (tmp_path / folder / "000001").mkdir()


def test_a_diff_shows_each_change_with_the_line_around_it() -> None:
    before, after = b"a\nb\nc\nd\ne\n", b"a\nb\nC\nd\ne"
    shown = ["--- x", "+++ x", "@@ -2,4 +2,4 @@", " b", "-c", "+C", " d", "-e", "+e"]
    assert diff(Change("x", before, after)).splitlines() == shown
    assert diff(Change("x", b"\xff", b"a\n")) == "x: 1 byte → 2 byte\n"
    assert diff(Change("x", b"a\n", b"\xff")) == "x: 2 byte → 1 byte\n"


def test_a_file_that_is_not_there_is_not_deleted(root: Path) -> None:
    assert apply_changes(root, [plan_delete(root, "khong-co.yaml")], "xóa") == []


def test_the_journal_speaks_as_people_write(root: Path) -> None:
    """A person is looked for in the bytes of what is kept."""
    apply_changes(root, [plan_write(root, "dossiers/măng.yaml", b"1")], "ghi măng")
    listed = (root / FOLDER / "000001/entry.json").read_bytes()
    assert all(words.encode() in listed for words in ("dossiers/măng.yaml", "ghi măng"))
    keep_answers(root, "new măng", [("Ai?", "Y Mẫu"), ("Mật?", None)])
    (answers,) = interview_files(root)
    assert answers == root / ".ocop/interviews/new-129650fccf457162.json"  # found again by later versions
    assert "Y Mẫu".encode() in answers.read_bytes()
    assert kept_answers(root, "new măng") == [("Ai?", "Y Mẫu"), ("Mật?", None)]
    forget_answers(root, "new măng")
    assert (kept_answers(root, "new măng"), interview_files(root)) == ([], [])


def test_a_kept_copy_that_the_disk_does_not_give_is_put_in_nobodys_place(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Path) -> None:
        raise OSError(errno.EIO, "no")

    count_to(root, 1)
    monkeypatch.setattr("ocop_cli.store.files.journal.fingerprint_of", refuse)
    with pytest.raises(OcopError, match="đã hỏng hoặc mất"):
        plan_undo(root)


def test_the_newest_step_that_was_not_told_is_the_one_to_tell(root: Path) -> None:
    with locked(root):
        for number in ("1", "2"):
            apply_changes(root, [plan_write(root, NAME, number.encode())], number, line=f"dòng {number}")
    found = untold(root)
    assert found is not None
    assert (found[0], found[1].label) == ("dòng 2", "2")


def test_only_what_was_never_begun_is_cleared(root: Path) -> None:
    count_to(root, 2)
    journal = root / FOLDER
    (journal / "000002" / State.DONE).rename(journal / "000002" / State.BEGUN)
    (journal / "000003").mkdir()
    (journal / "000004").write_bytes(b"of another")
    clear(root)
    assert sorted(path.name for path in journal.iterdir()) == ["000001", "000002", "000004"]


def test_backups_that_are_given_up_go_with_their_copies_and_nothing_else(root: Path) -> None:
    count_to(root, 1)
    shutil.copytree(root / FOLDER / "000001", root / FOLDER / "000001 (1)")
    (root / FOLDER / "ghi-chu.txt").write_bytes(b"of another")
    forget_all(root)
    assert [path.name for path in (root / FOLDER).iterdir()] == ["ghi-chu.txt"]


def test_an_erased_copy_of_a_step_that_has_gone_makes_no_folder(root: Path) -> None:
    count_to(root, 1)
    (step,) = steps(root)
    erase_kept(root, step, NAME)
    assert is_erased(root, step, NAME)
    assert not kept_file(root, step, NAME).exists()
    erase_kept(root, step, NAME)
    shutil.rmtree(root / FOLDER / step.number)
    erase_kept(root, step, NAME)
    assert not (root / FOLDER / step.number).exists()


def test_steps_that_the_disk_does_not_give_are_not_taken_for_none(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Path) -> None:
        raise PermissionError(errno.EACCES, "no")

    monkeypatch.setattr("os.scandir", refuse)
    with pytest.raises(PermissionError):
        steps(root)


def test_a_path_without_a_link_is_not_followed(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    followed: list[Path] = []

    def follow(path: Path) -> str:
        followed.append(path)
        return os.path.realpath(path)

    (root / "link").symlink_to("dossiers")
    monkeypatch.setattr("ocop_cli.store.files.paths.realpath", follow)
    inside(root, NAME)
    assert followed == []
    assert inside(root, "link/a.yaml") == root / "link/a.yaml"
    assert root / "link/a.yaml" in followed


def test_a_junction_out_of_the_workspace_is_refused(
    root: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows does not call it a link."""
    (root / "out").symlink_to(tmp_path_factory.mktemp("elsewhere"))
    monkeypatch.setattr("ocop_cli.store.files.paths.islink", lambda _: False)
    monkeypatch.setattr("ocop_cli.store.files.paths.os", SimpleNamespace(name="nt"))
    with pytest.raises(OcopError, match="ra ngoài"):
        inside(root, "out/x.yaml")
    assert inside(root, NAME) == root / NAME
