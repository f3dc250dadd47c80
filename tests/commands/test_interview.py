"""Questions are asked in Vietnamese, only at a terminal, and take the words of people."""

import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from ocop_cli.app import run
from ocop_cli.store.dossiers import load_dossier
from ocop_cli.store.sources import Sources

Answer = Callable[..., int]


class Terminal(io.StringIO):
    """Somebody who types."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def answer(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> Answer:
    """Run a command line and type the answers, one a line."""
    monkeypatch.chdir(workspace)
    monkeypatch.setenv("OCOP_AS_OF", "2026-11-23")

    def play(words: list[str], *answers: str) -> int:
        monkeypatch.setattr(sys, "stdin", Terminal("".join(f"{line}\n" for line in answers)))
        return run(words)

    return play


def test_an_idea_is_taken_in_by_questions(
    workspace: Path, answer: Answer, capsys: pytest.CaptureFixture[str]
) -> None:
    assert (
        answer(["register"], "Bánh lá", "HTX Mẫu", "hợp tác xã", "", "lần đầu", "Bánh gói lá rừng.", "", "")
        == 0
    )
    asked = capsys.readouterr().err
    assert "Tên sản phẩm (1/6)" in asked
    assert "household: Hộ sản xuất" in asked
    dossier = load_dossier(Sources(workspace), "banh-la").dossier
    assert (dossier.producer.kind, dossier.registration.track) == ("cooperative", "new")
    assert dossier.idea is not None
    assert dossier.idea.narrative == "Bánh gói lá rừng."


def test_leaving_an_interview_writes_nothing(workspace: Path, answer: Answer) -> None:
    assert answer(["register"], "Bánh lá") == 130
    assert not (workspace / "dossiers/banh-la.yaml").exists()


def test_an_answer_outside_the_list_is_told_and_asked_again(
    workspace: Path, answer: Answer, capsys: pytest.CaptureFixture[str]
) -> None:
    rest = ("1", "lan dau", "Bánh gói lá rừng.", "Y Mẫu, chủ nhiệm", "")
    assert answer(["register"], "Bánh lá", "HTX Mẫu", "công ty ma", "Hợp Tác Xã", *rest) == 0
    assert "không có lựa chọn “công ty ma”" in capsys.readouterr().err
    dossier = load_dossier(Sources(workspace), "banh-la").dossier
    assert (dossier.producer.kind, dossier.registration.track) == ("cooperative", "new")
    assert dossier.producer.representative is not None


def test_a_day_or_an_hour_that_is_none_is_asked_again_and_the_answers_before_stay(
    workspace: Path, answer: Answer, capsys: pytest.CaptureFixture[str]
) -> None:
    said = ("31/2/2027", "14/12/2026", "25:00", "8 giờ 30", "Trụ sở UBND xã")
    assert answer(["meeting", "invite", "sam-day"], *said) == 0
    asked = capsys.readouterr().err
    assert asked.count("Ngày họp: ") == 2
    assert asked.count("Giờ bắt đầu: ") == 2
    assert (workspace / "programme/meetings/hop-2026-12-14.yaml").is_file()


def test_ideas_are_gone_through_one_by_one(workspace: Path, answer: Answer) -> None:
    assert answer(["select"], "có", "có vườn giống") == 0
    move = load_dossier(Sources(workspace), "lan-rung").dossier.history[-1]
    assert (move.stage, move.reasons) == ("selected", ("có vườn giống",))


def test_an_idea_can_wait(workspace: Path, answer: Answer) -> None:
    assert answer(["select"], "sau") == 0
    assert load_dossier(Sources(workspace), "lan-rung").dossier.stage == "idea"


def test_a_forced_submission_wants_the_name_typed_again(workspace: Path, answer: Answer) -> None:
    words = ["submit", "gui-tre", "--force", "--by", "A Xốp Mẫu", "--reason", "tỉnh đồng ý"]
    assert answer(words, "gùi") == 2
    assert load_dossier(Sources(workspace), "gui-tre").dossier.prepared is None
    assert answer(words, "Gùi tre Xốp") == 0
    assert load_dossier(Sources(workspace), "gui-tre").dossier.prepared is not None


def test_a_pipe_is_never_asked(
    workspace: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(workspace)
    monkeypatch.setattr(sys, "stdin", io.StringIO("Bánh lá\n"))
    assert run(["register"]) == 2
    assert "--name" in capsys.readouterr().err


def test_the_desk_in_words(answer: Answer, capsys: pytest.CaptureFixture[str]) -> None:
    assert answer([]) == 0
    desk = capsys.readouterr().out
    assert desk.index("Trong tuần này") < desk.index("Đang chờ nơi khác") < desk.index("Việc còn lại")
    assert "`ocop --help`" in desk.splitlines()[-1]


def test_undo_brings_a_dossier_back(workspace: Path, answer: Answer) -> None:
    before = (workspace / "dossiers/gao-do.yaml").read_bytes()
    assert answer(["advance", "gao-do"]) == 0
    assert answer(["undo"]) == 0
    assert (workspace / "dossiers/gao-do.yaml").read_bytes() == before


def test_an_empty_workspace_is_a_state(
    tmp_path: Path, answer: Answer, capsys: pytest.CaptureFixture[str]
) -> None:
    profile = ["--commune", "Ví Dụ", "--commune-code", "00001", "--province", "Mẫu", "--province-code", "99"]
    root = str(tmp_path / "moi")
    assert answer(["init", root, *profile, "--place", "Ví Dụ", "--signer", "A Mẫu"]) == 0
    for words in (["next"], ["list"], ["report"], []):
        assert answer(["-C", root, *words]) == 0
    assert "Chưa có hồ sơ nào" in capsys.readouterr().out
