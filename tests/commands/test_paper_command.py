"""``ocop paper`` and ``ocop inspect``: what each paper says, and when there is no ground for one."""

from collections.abc import Callable
from pathlib import Path

import pytest

from support.word.text import all_text

Ocop = Callable[..., int]
STOPPED = ("inspect", "mang-kho", "--stopped-on", "01/11/2026", "--conclusion", "Cơ sở đã dỡ lò sấy.")


@pytest.fixture
def made(ocop: Ocop, workspace: Path) -> Callable[..., str]:
    """Make one paper and return its text; the decree is kept by every one."""

    def make(kind: str, dossier: str, form: str, *more: str) -> str:
        assert ocop("paper", kind, dossier, *more) == 0
        path = workspace / f"documents/2026/{dossier}-{form}.docx"
        assert ocop("lint", str(path)) == 0
        return all_text((path).read_bytes())

    return make


def test_the_self_assessment_ticks_and_lists_what_is_in_the_dossier(made: Callable[..., str]) -> None:
    text = made("tu-danh-gia", "sam-day", "self-assessment")
    assert "b) Đã công bố chất lượng sản phẩm theo quy định: ☒" in text
    assert "d) Đã có đăng ký sở hữu trí tuệ: ☐" in text
    assert "Không áp dụng (lần đầu)" in text
    assert "Câu chuyện sản phẩm (ngày 10/3/2026)" in text


def test_the_receipt_names_the_day_by_which_the_commune_must_act(made: Callable[..., str]) -> None:
    text = made("tiep-nhan", "sam-day", "receipt")
    assert "; nhận ngày 09 tháng 11 năm 2026" in text
    assert "chậm nhất ngày 01 tháng 12 năm 2026" in text


def test_the_check_of_form_tells_required_from_evidence(made: Callable[..., str]) -> None:
    text = made("kiem-tra-the-thuc", "ot-rung", "format-check")
    assert "còn 02 điểm phải bổ sung" in text
    assert "chưa nộp giấy đã cam kết (Giấy chứng nhận cơ sở đủ điều kiện an toàn thực phẩm)" in text
    assert "Thiếu giấy tờ bắt buộc" not in text, "a promised paper is told once, with its day"
    assert made("kiem-tra-the-thuc", "sam-day", "format-check").count("thiếu") == 0


def test_the_letter_says_what_to_bring_how_and_by_when(made: Callable[..., str]) -> None:
    text = made("huong-dan", "ot-rung", "completion-letter", "--due", "04/12/2026")
    assert "V/v hướng dẫn hoàn thiện hồ sơ sản phẩm OCOP Ớt rừng muối Xốp" in text
    assert "trước ngày 04 tháng 12 năm 2026" in text
    assert "Giao đủ sản phẩm mẫu" in text
    assert "food_safety_certificate" not in text


def test_the_notice_gives_the_window_of_the_law(made: Callable[..., str]) -> None:
    text = made("nhac-han", "mang-kho", "renewal-notice")
    assert "từ ngày 22 tháng 10 năm 2026 đến hết ngày 21 tháng 12 năm 2026" in text
    assert "đã qua" not in text


def test_a_late_notice_says_so(ocop: Ocop, workspace: Path) -> None:
    assert ocop("--as-of", "2027-01-05", "paper", "nhac-han", "mang-kho") == 0
    assert "thời gian này đã qua" in all_text(
        (workspace / "documents/2027/mang-kho-renewal-notice.docx").read_bytes()
    )


def test_a_notice_on_a_certificate_in_grace_gives_its_last_day(ocop: Ocop, workspace: Path) -> None:
    file = workspace / "dossiers/mang-kho.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("2024-04-20", "2023-08-15"), encoding="utf-8")
    assert ocop("--as-of", "2026-09-01", "paper", "nhac-han", "mang-kho") == 0
    text = all_text((workspace / "documents/2026/mang-kho-renewal-notice.docx").read_bytes())
    assert "để có kết quả chậm nhất ngày 11 tháng 02 năm 2027" in text
    assert "theo khoản 3 Điều 12 Quyết định số 26/2026/QĐ-TTg" in text.replace("\u00a0", " ")
    assert "đã qua" not in text


def test_the_end_of_production_is_confirmed_only_on_an_inspection(
    ocop: Ocop, made: Callable[..., str]
) -> None:
    assert ocop("paper", "ngung-san-xuat", "mang-kho") == 3
    assert ocop(*STOPPED) == 0
    text = made("ngung-san-xuat", "mang-kho", "closure-letter")
    assert "không còn sản xuất sản phẩm Măng khô Xốp từ ngày 01 tháng 11 năm 2026" in text
    assert "Cơ sở đã dỡ lò sấy." in text


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        (("paper", "huong-dan", "ot-rung"), 2, "--due"),
        (("paper", "huong-dan", "ot-rung", "--due", "31/11/2026"), 2, "--due 31/11/2026 không phải là ngày"),
        (("paper", "huong-dan", "sam-day", "--due", "04/12/2026"), 3, "không còn điểm nào"),
        (("paper", "nhac-han", "ot-rung"), 3, "chưa có giấy chứng nhận"),
        (("inspect", "mang-kho", "--seen", "colour: đỏ"), 2, "Bao bì, nhãn hàng hóa"),
        (("inspect", "mang-kho", "--member", "A Kinh Mẫu"), 2, "chức vụ"),
        (("inspect", "mang-kho", "--from", "mang-kho-2020-01-01"), 2, "Không có lần kiểm tra"),
    ],
    ids=["no day", "no such day", "nothing missing", "no certificate", "no content", "no title", "no file"],
)
def test_a_refusal_names_its_cure(
    ocop: Ocop, words: tuple[str, ...], status: int, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ocop(*words) == status
    assert told in capsys.readouterr().err


def test_an_inspection_is_filled_in_later_and_its_minutes_made_again(ocop: Ocop, workspace: Path) -> None:
    minutes = workspace / "documents/2026/mang-kho-2026-11-23-inspection-minutes.docx"
    assert ocop("inspect", "mang-kho", "--seen", "bao bì: Nhãn đủ nội dung.") == 0
    assert ocop("lint", str(minutes)) == 0
    assert "Nhãn đủ nội dung." in all_text((minutes).read_bytes())
    assert ocop("inspect", "mang-kho") == 2
    file = workspace / "programme/inspections/mang-kho-2026-11-23.yaml"
    file.write_text(file.read_text(encoding="utf-8") + "producing: có\nends: 10:30\n", encoding="utf-8")
    assert ocop("inspect", "mang-kho", "--from", "mang-kho-2026-11-23") == 0
    assert "Tình trạng sản xuất: còn sản xuất." in all_text((minutes).read_bytes())
    assert "10 giờ 30, ngày 23 tháng 11 năm 2026" in all_text((minutes).read_bytes())


def test_results_are_added_to_a_recorded_inspection_and_what_it_holds_stays(
    ocop: Ocop, workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = workspace / "programme/inspections/mang-kho-2026-11-23.yaml"
    again = ("inspect", "mang-kho", "--from", "mang-kho-2026-11-23")
    assert ocop("inspect", "mang-kho", "--seen", "bao bì: Nhãn đủ nội dung.", "--starts", "8:00") == 0
    assert f"`ocop {' '.join(again[:4])} --seen" in capsys.readouterr().out
    file.write_text(f"# ghi chú của xã\n{file.read_text(encoding='utf-8')}", encoding="utf-8")
    before = file.read_text(encoding="utf-8").splitlines()
    told = (
        "--kept",
        "bao bì",
        "--request",
        "Dán lại tem: 30/11/2026",
        "--conclusion",
        "Cơ sở duy trì tiêu chí.",
    )
    assert ocop(*again, *told) == 0
    after = file.read_text(encoding="utf-8")
    assert [line for line in after.splitlines() if line in before] == before
    assert ocop(*again, *told) == 0  # told twice it stands once
    assert file.read_text(encoding="utf-8") == after
    assert ocop(*again, "--ends", "7:30") == 2  # before it began
    assert ocop(*again, "--on", "24/11/2026") == 2
    assert ocop("inspect", "ca-phe", *again[2:], "--producing") == 2
    assert file.read_text(encoding="utf-8") == after
    text = all_text((workspace / "documents/2026/mang-kho-2026-11-23-inspection-minutes.docx").read_bytes())
    assert "Dán lại tem; xong trước ngày 30/11/2026" in text
    assert "Cơ sở duy trì tiêu chí." in text


def test_what_a_recorded_inspection_leaves_open_is_asked(
    ocop: Ocop,
    answer: Callable[..., int],
    workspace: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    alone = "Y Ví Dụ Hai, Công chức Phòng Kinh tế"
    assert (
        ocop(
            "inspect",
            "mang-kho",
            "--member",
            alone,
            "--seen",
            "bao bì: Nhãn đủ.",
            "--starts",
            "8:00",
            "--ends",
            "9:30",
        )
        == 0
    )
    again = ["inspect", "mang-kho", "--from", "mang-kho-2026-11-23"]
    monkeypatch.delenv("OCOP_NO_INPUT")
    assert answer(again, "Hai lò sấy.", "đạt", *[""] * 6, "có", "", "", "Duy trì tiêu chí.") == 0
    assert "Bao bì, nhãn" not in capsys.readouterr().err
    minutes = workspace / "documents/2026/mang-kho-2026-11-23-inspection-minutes.docx"
    text = all_text(minutes.read_bytes())
    for words in (
        "Hai lò sấy.",
        "Nhãn đủ.",
        "Duy trì tiêu chí.",
        f"Người kiểm tra: {alone}.",
        "NGƯỜI KIỂM TRA",
    ):
        assert words in text
    assert "CHỦ TỌA" not in text  # who looked alone chairs nobody
    assert ocop("lint", str(minutes)) == 0


def test_only_the_latest_inspection_counts(ocop: Ocop, workspace: Path) -> None:
    assert ocop(*STOPPED) == 0
    later = "schema: ocop/inspection@1\ndossier: mang-kho\non: 2026-11-24\nproducing: có\n"
    (workspace / "programme/inspections/mang-kho-2026-11-24.yaml").write_text(later, encoding="utf-8")
    assert ocop("paper", "ngung-san-xuat", "mang-kho") == 3


def test_faults_of_an_inspection_are_found_by_check(
    ocop: Ocop, workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = workspace / "programme/inspections"
    folder.mkdir()
    (folder / "mang-kho-2026-11-01.yaml").write_text(
        "schema: ocop/inspection@1\non: 2026-11-01\n", encoding="utf-8"
    )
    assert ocop("check") == 1
    assert "mang-kho-2026-11-01.yaml" in capsys.readouterr().out


def test_the_control_slip_follows_every_hand_over(made: Callable[..., str]) -> None:
    text = made("kiem-soat", "sam-day", "control-slip")
    for words in ("Đã nhận phiếu ý tưởng", "Xã đã nhận đủ hồ sơ", "Phiếu đi cùng hồ sơ giấy"):
        assert words in text


def test_one_command_makes_the_paper_of_several_dossiers(ocop: Ocop, workspace: Path) -> None:
    assert ocop("paper", "huong-dan", "ot-rung", "mat-ong", "--due", "04/12/2026") == 0
    made = sorted(path.name for path in (workspace / "documents").rglob("*-completion-letter.docx"))
    assert made == ["mat-ong-completion-letter.docx", "ot-rung-completion-letter.docx"]


def test_a_dossier_without_ground_stops_the_papers_of_all(
    ocop: Ocop, workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ocop("paper", "nhac-han", "mang-kho", "tho-cam", "sam-day") == 3
    told = capsys.readouterr().err
    assert "Thổ cẩm" in told
    assert "Sâm dây" in told
    assert not [*(workspace / "documents").rglob("*-renewal-notice.docx")]


def test_a_filed_dossier_that_goes_back_goes_with_a_letter(ocop: Ocop, workspace: Path) -> None:
    reasons = ("--reason", "thiếu hợp đồng nguyên liệu", "--reason", "ảnh nhãn mờ")
    assert ocop("return", "sam-day", *reasons, "--due", "15/12/2026") == 0
    letter = workspace / "documents/2026/sam-day-return-letter.docx"
    text = all_text(letter.read_bytes())
    assert "Kính gửi: HTX Dược liệu Ví Dụ." in text
    assert "- Thiếu hợp đồng nguyên liệu;" in text
    assert "- Ảnh nhãn mờ." in text
    assert "trước ngày 15 tháng 12 năm 2026" in text
    assert ocop("lint", str(letter)) == 0
    assert ocop("verify", str(letter)) == 0


def test_a_second_return_has_a_letter_of_its_own(ocop: Ocop, workspace: Path) -> None:
    for note in ("đã nộp lại", "nộp lại lần hai"):
        assert ocop("return", "sam-day", "--reason", f"còn thiếu, trước khi {note}") == 0
        assert ocop("advance", "sam-day", "--to", "received", "--note", note) == 0
    names = [path.name for path in sorted((workspace / "documents").rglob("*return-letter.docx"))]
    assert names == ["sam-day-lan-2-return-letter.docx", "sam-day-return-letter.docx"]


@pytest.mark.parametrize("name", ["ot-rung", "gao-do"])
def test_who_never_filed_gets_no_letter(name: str, ocop: Ocop, workspace: Path) -> None:
    assert ocop("return", name, "--reason", "chưa làm") == 0
    assert not [*(workspace / "documents").rglob("*return-letter.docx")]
