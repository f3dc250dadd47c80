"""Questions are asked in Vietnamese, only at a terminal, and take the words of people."""

import io
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from ocop_cli.app import run
from ocop_cli.dossier.vocabulary import ProducerKind, RegistrationKind, Track
from ocop_cli.dossier.vocabulary import words as words_of
from ocop_cli.store.dossier.dossiers import load_dossier
from ocop_cli.store.files.interviews import interview_files
from ocop_cli.store.reading.sources import Sources

Answer = Callable[..., int]


def test_an_idea_is_taken_in_by_questions(
    workspace: Path, answer: Answer, capsys: pytest.CaptureFixture[str]
) -> None:
    assert (
        answer(
            ["register"],
            *("Bánh lá", "HTX Mẫu", "hợp tác xã", "", "", "", "", "", "Bánh gói lá rừng."),
        )
        == 0
    )
    asked = capsys.readouterr().err
    assert "Tên sản phẩm (1/9)" in asked
    assert "5. Hộ sản xuất" in asked
    assert "household" not in asked
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
    rest = ("", "", "", "Y Mẫu, chủ nhiệm", "1", "Bánh gói lá rừng.")
    assert answer(["register"], "Bánh lá", "HTX Mẫu", "công ty ma", "Hợp Tác Xã", *rest) == 0
    assert "Không có lựa chọn “công ty ma”. Gõ số từ 1 đến 7" in capsys.readouterr().err
    dossier = load_dossier(Sources(workspace), "banh-la").dossier
    assert (dossier.producer.kind, dossier.registration.track) == ("cooperative", "new")
    assert dossier.producer.representative is not None


def test_a_day_or_an_hour_that_is_none_is_asked_again_and_the_answers_before_stay(
    workspace: Path, answer: Answer, capsys: pytest.CaptureFixture[str]
) -> None:
    said = ("31/2/2027", "14/12/2026", "25:00", "8 giờ 30", "Trụ sở UBND xã", "", "", "")
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
    told = capsys.readouterr().out
    assert "Chưa có hồ sơ nào" in told
    assert "`ocop import TỆP`" in told  # three ways to begin, and no number to choose
    assert "ocop do SỐ" not in told


_REGISTERED = ("Bánh lá", "HTX Mẫu", "1", "", "", "", "", "new", "Bánh gói lá rừng.")


def _kept(workspace: Path) -> list[Path]:
    return interview_files(workspace)


def test_the_question_before_is_answered_again_and_the_answers_after_it_are_offered(
    workspace: Path, answer: Answer, capsys: pytest.CaptureFixture[str]
) -> None:
    said = ("Bánh lá", "HTX Nhầm", "1", "", "LÙI", "lùi", "lui", "HTX Mẫu", "", "", *_REGISTERED[4:])
    assert answer(["register"], *said) == 0
    asked = capsys.readouterr().err
    assert asked.count("Tên sản phẩm (1/9)") == 1
    assert "Tên chủ thể (2/9) [HTX Nhầm]" in asked
    assert "Loại hình tổ chức (3/9) [Hợp tác xã]" in asked
    dossier = load_dossier(Sources(workspace), "banh-la").dossier
    assert (dossier.producer.name, dossier.producer.kind) == ("HTX Mẫu", "cooperative")


def test_there_is_nothing_before_the_first_question(
    answer: Answer, capsys: pytest.CaptureFixture[str]
) -> None:
    assert answer(["register"], "lùi", *_REGISTERED) == 0
    assert "Không có câu nào trước câu này." in capsys.readouterr().err


def test_a_name_is_no_command(workspace: Path, answer: Answer) -> None:
    assert answer(["register"], "Dung", *_REGISTERED[1:]) == 0
    assert load_dossier(Sources(workspace), "dung").dossier.product.name == "Dung"


def test_an_interview_that_was_left_goes_on_where_it_was(
    workspace: Path, answer: Answer, capsys: pytest.CaptureFixture[str]
) -> None:
    assert answer(["register"], *_REGISTERED[:3], "dừng") == 130
    assert "chạy lại đúng lệnh này để làm tiếp" in capsys.readouterr().err
    assert _kept(workspace)
    assert answer(["register"], "có", "", *_REGISTERED[3:]) == 0
    asked = capsys.readouterr().err
    assert "Bản đang dở:\n  Tên sản phẩm (1/9): Bánh lá\n" in asked
    assert asked.count("Tên sản phẩm (1/9)") == 1
    assert load_dossier(Sources(workspace), "banh-la").dossier.producer.kind == "cooperative"
    assert not _kept(workspace)


def test_an_interview_that_was_left_can_be_dropped(workspace: Path, answer: Answer) -> None:
    assert answer(["register"], *_REGISTERED[:3], "dừng") == 130
    assert answer(["register"], "không", "Bánh khác", *_REGISTERED[1:]) == 0
    assert load_dossier(Sources(workspace), "banh-khac").dossier.producer.name == "HTX Mẫu"


def test_answers_belong_to_the_command_that_asked_for_them(
    answer: Answer, capsys: pytest.CaptureFixture[str]
) -> None:
    assert answer(["visit", "sam-day"], "A Mẫu, công chức", "dừng") == 130
    assert answer(["visit", "gao-do"], "B Mẫu, công chức", "Xưởng sạch.", "lao động", "") == 0
    assert "Bản đang dở" not in capsys.readouterr().err


def test_a_refusal_after_the_last_question_loses_no_answer(
    workspace: Path, answer: Answer, capsys: pytest.CaptureFixture[str]
) -> None:
    said = ("Bánh mới", *_REGISTERED[1:])
    assert answer(["register"], *_REGISTERED) == 0
    assert answer(["register"], *said, "không") == 2  # the same idea, word for word: a twin
    assert "Các câu trả lời được giữ" in capsys.readouterr().err
    assert answer(["register"], "có", "Bánh gói lá dong.") == 0
    idea = load_dossier(Sources(workspace), "banh-moi").dossier.idea
    assert idea is not None
    assert idea.narrative == "Bánh gói lá dong."


def test_consent_is_asked_for_each_time(workspace: Path, answer: Answer) -> None:
    assert answer(["register"], *_REGISTERED) == 0
    assert answer(["register"], *_REGISTERED, "dừng") == 130
    assert answer(["register"], "có", "", "không") == 2
    assert not (workspace / "dossiers/banh-la-2.yaml").exists()


def test_a_trial_run_keeps_no_answers(workspace: Path, answer: Answer) -> None:
    assert answer(["register", "-n"], *_REGISTERED[:3], "dừng") == 130
    assert not _kept(workspace)


def test_a_new_workspace_is_asked_for_in_two_sittings(
    tmp_path: Path, answer: Answer, capsys: pytest.CaptureFixture[str]
) -> None:
    root = tmp_path / "moi"
    words = ["init", str(root), "--commune-code", "00001", "--province-code", "99"]
    assert answer(words, "Ví Dụ", "Mẫu", "dừng") == 130
    assert not (root / "ocop.yaml").exists()
    assert answer(words, "1", "", "", "A Mẫu, Chủ tịch") == 0
    assert "Địa danh trên văn bản (3/4) [Ví Dụ]" in capsys.readouterr().err
    assert (root / "ocop.yaml").is_file()


def test_every_unit_of_an_invitation_is_asked_for(workspace: Path, answer: Answer) -> None:
    people = ("A Mẫu, Chủ tịch", "B Mẫu, Công chức")
    said = ("14/12/2026", "8:30", "Trụ sở", *people, "Trạm Y tế", "Hội Nông dân xã", "", "có")
    assert answer(["meeting", "invite", "sam-day"], *said) == 0
    text = (workspace / "programme/meetings/hop-2026-12-14.yaml").read_text(encoding="utf-8")
    assert "Hội Nông dân" in text
    assert "B Mẫu" in text


def test_an_interrupt_at_a_terminal_keeps_the_answers(workspace: Path) -> None:
    pty = pytest.importorskip("pty")  # terminals of other systems have no such module
    ours, theirs = pty.openpty()
    start = (  # whoever runs the tests in the background ignores the interrupt, and so would the program
        "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); "
        "from ocop_cli.app import main; main()"
    )
    words = [sys.executable, "-c", start, "-C", str(workspace), "visit", "sam-day"]
    with subprocess.Popen(words, stdin=theirs, stdout=theirs, stderr=subprocess.PIPE, text=True) as running:
        assert running.stderr is not None
        os.write(ours, "A Mẫu, công chức\n".encode())
        asked = ""
        while "tại cơ sở: " not in asked:
            asked += running.stderr.read(1) or pytest.fail(asked)
        running.send_signal(signal.SIGINT)
        assert running.wait(30) == 130
    assert "A Mẫu" in _kept(workspace)[0].read_text(encoding="utf-8")


_WRONG = ("x y z", "99", "-1", "31/2/2027")


def test_a_wrong_answer_at_any_question_ends_nothing_and_loses_nothing(
    workspace: Path, answer: Answer, capsys: pytest.CaptureFixture[str]
) -> None:
    said = (
        "Bánh lá",
        "HTX Mẫu",
        *_WRONG,
        "1",
        "bộ không có",
        "99",
        "6",
        "",
        "",
        "",
        *_WRONG,
        "2",
        *_WRONG,
        "1",
    )
    assert answer(["register"], *said, "Bánh gói lá rừng.") == 0
    asked = capsys.readouterr().err
    assert asked.count("Không có lựa chọn “-1”") == 3
    assert "chỉ có các bộ sản phẩm từ 1 đến 26" in asked
    assert "--" not in asked  # nobody typed an option
    dossier = load_dossier(Sources(workspace), "banh-la").dossier
    assert (dossier.product.set, dossier.producer.kind) == (6, "cooperative")


def test_questions_speak_no_codes(answer: Answer, capsys: pytest.CaptureFixture[str]) -> None:
    assert answer(["register"], *_REGISTERED[:7], "hiện có", "dừng") == 130
    assert answer(["register"], "có", "dừng") == 130
    asked = capsys.readouterr().err
    codes = [code for kind in (ProducerKind, Track, RegistrationKind) for code in words_of(kind)]
    assert [code for code in codes if re.search(rf"\b{code}\b", asked)] == []
    assert "Loại hình tổ chức (3/9): Hợp tác xã" in asked


def test_no_to_a_doubt_writes_nothing_and_says_only_that(
    workspace: Path, answer: Answer, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (workspace / "dossiers/sam-day.yaml").read_bytes()
    assert answer(["set", "sam-day", "mô tả="], "không") == 2
    assert capsys.readouterr().err.endswith("Chưa ghi gì.\nGhi giá trị mới.\n")
    assert (workspace / "dossiers/sam-day.yaml").read_bytes() == before


def test_a_day_that_extends_a_limit_is_asked_again(
    workspace: Path, answer: Answer, capsys: pytest.CaptureFixture[str]
) -> None:
    assert answer(["extend", "sam-day"], "31/2/2026", "20/12/2026", "Công văn 5/SNN", "Mưa lũ") == 0
    asked = capsys.readouterr().err
    assert "31/2/2026 không phải là ngày." in asked
    assert "--until" not in asked


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ([], ("Bánh lá", "Hộ Y Mẫu", "hộ", "6", "", "", "", "mới", "Lá rừng")),
        ([], ("Bánh lá", "Hộ Y Mẫu", "hộ", "6", "", "", "", "hiện có", "lần đầu", "Lá rừng")),
        ([], ("Bánh lá", "Hộ Y Mẫu", "hộ", "6", "Thôn Ví Dụ Ba", "Y Mẫu", "nâng hạng", "Lá rừng")),
        (["--kind", "hộ", "--track", "mới"], ("Bánh lá", "Hộ Y Mẫu", "6", "", "", "", "Lá rừng")),
    ],
)
def test_questions_are_counted_as_they_are_asked(
    given: list[str], said: tuple[str, ...], answer: Answer, capsys: pytest.CaptureFixture[str]
) -> None:
    assert answer(["register", *given], *said) == 0
    counts = re.findall(r"\((\d+)/(\d+)\)", capsys.readouterr().err)
    assert [int(number) for number, _ in counts] == [*range(1, len(said) + 1)]
    assert counts[-1] == (str(len(said)), str(len(said)))


def test_nothing_is_asked_of_what_the_record_of_the_producer_says(
    workspace: Path, answer: Answer, capsys: pytest.CaptureFixture[str]
) -> None:
    record = "schema: ocop/producer@1\nname: Hộ Y Mẫu\nkind: household\nvillage: thôn Ví Dụ Ba\n"
    (workspace / "producers").mkdir(exist_ok=True)
    (workspace / "producers/ho-y-mau.yaml").write_text(record, encoding="utf-8")
    assert answer(["register"], "Bánh lá", "Hộ Y Mẫu", "6", "", "mới", "Lá rừng") == 0
    asked = capsys.readouterr().err
    assert "(3/6) (Enter" in asked
    assert "Loại hình tổ chức" not in asked


WRONG = ("zzz", "99", "-1", "31/2/2027")


@pytest.mark.parametrize(
    "words",
    [
        ["receive", "ot-rung"],
        ["result", "ruou-ghe"],
        ["adopt", "Bánh lá", "--producer", "Hộ Mẫu", "--kind", "household"],
        ["meeting", "invite", "homestay"],
        ["visit", "homestay"],
        ["renew", "ca-phe"],
        ["carry", "2027"],
        ["fill", "mat-ong", "--all"],
    ],
    ids=lambda words: words[0],
)
def test_a_wrong_answer_is_told_at_its_question_without_options_and_without_running_again(
    answer: Answer, words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    answer(words, *WRONG, *WRONG)
    told = [line for line in capsys.readouterr().err.splitlines() if any(wrong in line for wrong in WRONG)]
    assert not [line for line in told if re.search(r"(^|\s)--[a-z]|chạy lại|\.yaml|[A-Z]zz", line)], told


def test_a_number_below_nought_is_no_choice(answer: Answer, capsys: pytest.CaptureFixture[str]) -> None:
    answer(["result", "ruou-ghe", "--on", "20/11/2026"], "-1")
    assert "Không có lựa chọn “-1”" in capsys.readouterr().err


def test_a_star_that_is_chosen_as_not_recognised_is_recorded_so(workspace: Path, answer: Answer) -> None:
    words = ["result", "ruou-ghe", "--on", "20/11/2026", "--reason", "Chưa đạt", "--score", "25"]
    assert answer(words, "1", "12/QĐ-UBND") == 0
    found = load_dossier(Sources(workspace), "ruou-ghe").dossier.result
    assert found is not None
    assert not found.recognised


def test_a_place_that_is_not_there_is_asked_again(
    tmp_path: Path, answer: Answer, capsys: pytest.CaptureFixture[str]
) -> None:
    root = tmp_path / "moi"
    assert answer(["init", str(root)], "Zzzqq", "zzz", "lùi", "Xốp", "Quảng Ngãi", "", "A Văn Mẫu") == 0
    assert "Không có đơn vị nào tên “Zzzqq” ở “zzz”" in capsys.readouterr().err
    assert (root / "ocop.yaml").is_file()


def test_what_was_looked_at_is_asked_until_nothing_is_left(workspace: Path, answer: Answer) -> None:
    assert answer(["visit", "homestay"], "Y Mẫu, Công chức", "Đã xem", "1", "1", "1", "1") == 0
    assert len(load_dossier(Sources(workspace), "homestay").dossier.site_checks[-1].contents) == 4


def test_the_questions_of_a_meeting_know_a_unit_by_its_code(
    answer: Callable[..., int], workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The dossier is with the province: an opinion of before may be added, nobody asks for a new one."""
    words = ["--no-input", "meeting", "reply", "hop-2025-10-14", "ruou-ghe"]
    assert answer([*words, "--unit", "vhxh", "--stance", "nhất trí"]) == 2
    told = capsys.readouterr().err
    assert "“Đã gửi cấp tỉnh”, không còn lấy ý kiến để đánh giá" in told
    assert "ý kiến mới thì có văn bản gửi cấp tỉnh; nếu đúng là như vậy, thêm -y." in told
    assert answer(words[1:], "vhxh", "ý kiến chung", "nhất trí", "", "", "có") == 0
    text = (workspace / "dossiers/ruou-ghe.yaml").read_text(encoding="utf-8")
    assert "unit: Phòng Văn hóa - Xã hội\n    stance: agree" in text


def test_an_end_before_the_beginning_is_told_at_its_question(
    answer: Callable[..., int], workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = workspace / "programme/meetings/hop-2025-10-14.yaml"
    text = path.read_text(encoding="utf-8").replace("ends: 10:30\n", "").replace("held: có\n", "")
    path.write_text(text, encoding="utf-8")
    words = ["-n", "meeting", "hold", "hop-2025-10-14"]
    assert answer(words, *("có", "") * 4, "7:00", "10:30", "Nhất trí.") == 0
    assert "không sau lúc bắt đầu 08:00" in capsys.readouterr().err


def test_a_closed_meeting_is_asked_only_what_was_not_written(
    answer: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    there = ("có", "") * 3  # of the fourth unit it is written that it was absent
    assert answer(["-n", "meeting", "hold", "hop-2025-10-14"], *there) == 0
    assert "Giờ kết thúc" not in capsys.readouterr().err


def test_an_answer_that_nobody_believes_is_asked_again_at_its_question(
    answer: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    known = ("--name", "Bánh lá", "--producer", "Hộ Mẫu", "--kind", "hộ", "--set", "6", "--track", "mới")
    words = ["-n", "register", *known, "--representative", "Y Mẫu", "--idea", "Bánh gói lá"]
    assert answer(words, "1", "---", "số 2 đường Ví Dụ", "") == 0
    told = capsys.readouterr().err
    assert told.count("“Địa chỉ cơ sở”: ghi bằng chữ") == 2
