"""A command that was killed is told by whoever comes next, in words, and what it had begun is taken back."""

from collections.abc import Callable
from pathlib import Path

import pytest

from support.disk_faults import FailingDisk, Killed, failing
from support.prepared import contents
from support.safety import ALL_DONE, STOPS

Ocop = Callable[..., int]
Captured = pytest.CaptureFixture[str]
REGISTER = ("register", "--name", "Măng le", "--producer", "Hộ Y Mẫu", "--kind", "household")


@pytest.fixture
def kill(workspace: Path, ocop: Ocop, capsys: Captured) -> Callable[..., None]:
    """Run a line that is killed at a moment."""

    def killed(*words: str, moment: str = "after the first file") -> None:
        when = STOPS.get(moment, ALL_DONE)
        with failing(FailingDisk(workspace, when=when)), pytest.raises(Killed):
            ocop(*words)
        capsys.readouterr()

    return killed


@pytest.mark.parametrize(
    "words", [("list",), (), ("next",), ("check",), ("advance", "gao-do", "-n"), ("undo", "--list")]
)
def test_verbs_that_only_read_tell_it_and_leave_everything(
    workspace: Path, ocop: Ocop, kill: Callable[..., None], capsys: Captured, words: tuple[str, ...]
) -> None:
    kill(*REGISTER)
    before = contents(workspace)
    if words == ("undo", "--list"):  # holds the workspace, so it takes back first
        assert ocop(*words) == 0
        assert "đã đưa các tệp về như trước" in capsys.readouterr().err
        return
    ocop(*words)
    assert "bị ngắt khi mới ghi 1 trong" in capsys.readouterr().err
    assert contents(workspace) == before


def test_the_next_command_takes_back_what_was_begun_and_goes_on(
    workspace: Path, ocop: Ocop, kill: Callable[..., None], capsys: Captured
) -> None:
    before = contents(workspace)
    kill(*REGISTER)
    assert contents(workspace) != before
    assert ocop("advance", "gao-do") == 0
    assert "bị ngắt giữa chừng; đã đưa các tệp về như trước lệnh đó" in capsys.readouterr().err
    sealed = {"programme/seals/dossiers/gao-do.yaml"}  # what the advance writes beside the dossier
    assert contents(workspace).keys() - before.keys() == sealed
    assert contents(workspace).keys() >= before.keys()


@pytest.mark.parametrize("moment", ["before the first file", "after the first file"])
def test_an_undo_after_a_kill_takes_no_step_back_that_was_finished(
    workspace: Path, ocop: Ocop, kill: Callable[..., None], capsys: Captured, moment: str
) -> None:
    before = contents(workspace)
    assert ocop("advance", "gao-do") == 0
    after = contents(workspace)
    kill(*REGISTER, moment=moment)
    assert ocop("undo") == 0
    assert "không hoàn tác thêm" in capsys.readouterr().out
    assert contents(workspace) == after
    assert ocop("undo") == 0
    assert contents(workspace) == before


def test_a_command_that_had_written_all_is_not_done_twice(
    workspace: Path, ocop: Ocop, kill: Callable[..., None], capsys: Captured
) -> None:
    kill(*REGISTER, moment="all done")
    after = contents(workspace)
    assert ocop(*REGISTER) == 0
    assert "đã ghi xong mọi tệp rồi mới bị ngắt, nên không làm lại" in capsys.readouterr().err
    assert contents(workspace) == after
    assert ocop(*REGISTER, "-y") == 0
    assert contents(workspace).keys() > after.keys()


def test_another_command_is_told_that_all_was_written(
    ocop: Ocop, kill: Callable[..., None], capsys: Captured
) -> None:
    kill(*REGISTER, moment="all done")
    assert ocop("advance", "gao-do") == 0
    assert "không cần chạy lại" in capsys.readouterr().err
    assert ocop("advance", "gao-do") in {0, 1}
    assert "bị ngắt" not in capsys.readouterr().err


def test_what_a_person_edits_after_a_kill_stays_and_can_be_undone(
    workspace: Path, ocop: Ocop, kill: Callable[..., None], capsys: Captured
) -> None:
    dossier = workspace / "dossiers/sam-day.yaml"
    before = dossier.read_bytes()
    kill("return", "sam-day", "--reason", "thiếu ảnh", moment="after the last file")
    dossier.write_bytes(dossier.read_bytes() + b"# sua tay\n")
    edited = dossier.read_bytes()
    assert edited != before + b"# sua tay\n"
    assert ocop("advance", "gao-do") == 0
    assert "Riêng dossiers/sam-day.yaml giữ nguyên" in capsys.readouterr().err
    assert dossier.read_bytes() == edited
    assert ocop("undo") == 0
    assert ocop("undo", "-y") == 0
    assert dossier.read_bytes() == before
