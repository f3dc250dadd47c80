"""``ocop lint`` as a person uses it."""

import json
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest

from ocop_cli.app import run
from ocop_cli.errors import OcopError
from ocop_cli.lint.violations import Known
from ocop_cli.store.built_in.packaged import load_standard
from ocop_cli.usecases.papers.fix import plan_fix, write_fixes
from ocop_cli.usecases.papers.lint import lint_file
from support import scans
from support.paths import ROOT
from support.word import kinds
from support.word.broken import put
from support.word.paragraph import HEAD, Para

Ocop = Callable[..., int]


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A report whose left margin is too narrow and whose number lacks its zero."""
    paper = kinds.report()
    paper.left = 20
    paper.number = Para("Số: 5/BC-UBND", size=13, align="center")
    path = tmp_path / "bao-cao.docx"
    path.write_bytes(paper.build())
    return path


def test_faults_are_told_with_article_and_cure(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["lint", str(broken)]) == 1
    text = capsys.readouterr().out
    assert "lỗi  SO-04  Số nhỏ hơn 10 ghi thêm số 0" in text
    assert "Nghị định số 30/2020/NĐ-CP, Phụ lục I phần I mục II khoản 3 điểm c" in text
    assert "lề trái 20 mm" in text
    assert text.rstrip().endswith("2 lỗi.")


def test_what_would_move_the_end_of_a_page_is_said_and_not_offered_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "ke-hoach.docx"
    path.write_bytes((ROOT / "tests/foreign/47.docx").read_bytes())
    assert run(["lint", str(path)]) == 1
    assert "(--fix sửa được)" in capsys.readouterr().out
    assert run(["lint", str(path), "--fix"]) == 1
    told = capsys.readouterr().out
    assert "Không tự sửa PG-01, HD-09:" in told
    assert "(--fix sửa được)" not in told
    assert run(["lint", str(path), "--fix", "-n"]) == 1
    assert "Không tự sửa" not in capsys.readouterr().out


def test_a_mend_stands_beside_the_file(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = broken.read_bytes()
    assert run(["lint", str(broken), "--fix"]) == 1
    fixed = broken.with_name("bao-cao.sua.docx")
    assert broken.read_bytes() == before
    assert fixed.is_file()
    captured = capsys.readouterr()
    assert "PG-04" in captured.err
    assert "PG-04" not in captured.out
    assert "SO-04" in captured.out


def test_a_trial_mends_nothing(broken: Path) -> None:
    assert run(["lint", str(broken), "--fix", "-n"]) == 1
    assert [path.name for path in broken.parent.iterdir()] == ["bao-cao.docx"]


def test_a_file_of_the_workspace_written_over_comes_back_by_undo(
    workspace: Path, ocop: Ocop, broken: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = workspace / "documents/2026/bao-cao.docx"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(broken.read_bytes())
    assert ocop("lint", str(path), "--fix", "--yes") == 1
    assert path.read_bytes() != broken.read_bytes()
    assert "ocop undo" in capsys.readouterr().err
    assert ocop("undo", "--yes") == 0
    assert path.read_bytes() == broken.read_bytes()


def test_a_fixed_file_beside_the_original_goes_by_undo(workspace: Path, ocop: Ocop, broken: Path) -> None:
    path = workspace / "bao-cao.docx"
    path.write_bytes(broken.read_bytes())
    assert ocop("lint", "bao-cao.docx", "--fix") == 1
    assert (workspace / "bao-cao.sua.docx").is_file()
    assert ocop("undo", "--yes") == 0
    assert not (workspace / "bao-cao.sua.docx").exists()
    assert path.read_bytes() == broken.read_bytes()


def test_a_file_elsewhere_written_over_is_kept_beside(
    broken: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = broken.read_bytes()
    kept = [broken.with_name(name) for name in ("bao-cao.goc.docx", "bao-cao.goc-2.docx")]
    assert run(["lint", str(broken), "--fix", "--yes"]) == 1
    assert kept[0].read_bytes() == before
    assert str(kept[0]) in capsys.readouterr().err
    fixed = broken.read_bytes()
    assert fixed != before
    assert run(["lint", str(broken), "--fix", "--yes"]) == 1
    assert (broken.read_bytes(), kept[1].exists()) == (fixed, False)


def test_a_file_changed_while_it_was_looked_at_is_not_written_over(workspace: Path, broken: Path) -> None:
    path = workspace / "bao-cao.docx"
    path.write_bytes(broken.read_bytes())
    planned = plan_fix(path, load_standard(), Known(), workspace, replace=True)
    path.write_bytes(b"sua trong Word")
    with pytest.raises(OcopError) as refusal:
        write_fixes(workspace, [planned])
    assert refusal.value.code == "P012"
    assert path.read_bytes() == b"sua trong Word"


def test_every_format_is_one_document(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["lint", str(broken), "--json"]) == 1
    violations = json.loads(capsys.readouterr().out)["files"][0]["faults"]
    assert {violation["rule"] for violation in violations} == {"PG-04", "SO-04"}
    assert run(["lint", str(broken), "--format", "junit"]) == 1
    suite = ElementTree.fromstring(capsys.readouterr().out)
    assert len(suite.findall("testcase/failure")) == 1
    assert run(["lint", str(broken), "--format", "github"]) == 1
    assert capsys.readouterr().out.count("::error ") == 2
    assert run(["lint", str(broken), "--format", "html"]) == 1
    assert capsys.readouterr().out.startswith("<!DOCTYPE html>")
    assert run(["lint", str(broken), "--exit-zero"]) == 0


def test_warnings_fail_only_when_asked(tmp_path: Path) -> None:
    paper = kinds.report()
    paper.place_date = Para("Mẫu, ngày 05 tháng 03 năm 2026", italic=True, align="center")
    path = tmp_path / "bao-cao.docx"
    path.write_bytes(paper.build())
    assert run(["lint", str(path)]) == 0
    assert run(["lint", str(path), "--strict"]) == 1


def test_what_is_no_word_file_is_told_in_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "cu.docx"
    path.write_bytes(b"\xd0\xcf\x11\xe0" + b"\0" * 100)
    assert run(["lint", str(path)]) == 1
    assert "bỏ mật khẩu" in capsys.readouterr().out
    assert run(["lint", str(path), "--fix"]) == 3
    assert run(["lint", str(tmp_path / "khong-co.docx")]) == 2


def test_a_folder_is_told_worst_first_with_one_summary(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.docx").write_bytes(kinds.report().build())
    (tmp_path / "b.docx").write_bytes(kinds.report().but(put("left", 25)).build())
    (tmp_path / "c.docx").write_bytes(b"")
    (tmp_path / "~$a.docx").write_bytes(b"x")
    assert run(["lint", str(tmp_path)]) == 1
    told = capsys.readouterr().out
    assert told.index("c.docx") < told.index("b.docx") < told.index("a.docx")
    assert told.rstrip().endswith("3 tệp: 1 tệp không có lỗi, 2 tệp có lỗi, trong đó 1 tệp không đọc được.")


def newer(content: bytes) -> bytes:
    """Say of a PDF that it is of a version in use."""
    return content.replace(b"%PDF-1.3", b"%PDF-1.7")


UNSIGNED = "không có chữ ký số"
SEARCHABLE = "trang quét không có lớp chữ, không tìm kiếm, sao chép được"
UNSEEN = (
    "chữ ký số không hiện ở trang nào; chữ ký của người có thẩm quyền phải hiện hình chữ ký màu xanh, chữ ký của cơ quan hiện hình "
    "dấu màu đỏ (Nghị định số 30/2020/NĐ-CP, Phụ lục I phần I mục II khoản 7 điểm d, khoản 8 điểm a)"
)
PDFS: dict[str, tuple[bytes, tuple[str, ...]]] = {
    "text without a signature": (newer(scans.pdf(text="Bao cao")), (UNSIGNED,)),
    "signed, and seen": (newer(scans.digitally_signed(at=(330, 80, 560, 160), shown="Nguyen Van Mau")), ()),
    "signed, and not seen": (newer(scans.digitally_signed()), (UNSEEN,)),
    "a scan": (scans.scanned(), (UNSIGNED, SEARCHABLE)),
    "a coarse scan": (scans.scanned(dpi=100), (UNSIGNED, "độ phân giải khoảng 100 dpi, cần 200 dpi trở lên", SEARCHABLE)),
    "a scan in black and white": (scans.scanned(mode="1"), (UNSIGNED, "quét đen trắng, cần quét màu", SEARCHABLE)),
    "another paper": (newer(scans.pdf(text="Bao cao", size=(612, 792))), (UNSIGNED, "trang dài 279 mm, không phải khổ A4")),
    "lying on its side": (newer(scans.pdf(text="Bao cao", size=(842, 595))), (UNSIGNED,)),
    "an old version": (scans.pdf(text="Bao cao"), (UNSIGNED, "PDF phiên bản 1.3, cần 1.4 trở lên")),
}  # fmt: skip


@pytest.mark.parametrize("name", PDFS)
def test_a_pdf_is_held_to_what_an_electronic_document_needs(name: str, tmp_path: Path) -> None:
    content, remarks = PDFS[name]
    (tmp_path / "ban.pdf").write_bytes(content)
    assert lint_file(tmp_path / "ban.pdf", load_standard(), Known()).remarks == remarks


def test_a_pdf_is_told_in_every_format(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "ban.pdf"
    path.write_bytes(newer(scans.pdf(text="Bao cao")))
    assert run(["lint", str(path)]) == 1
    assert "cảnh báo  Không có chữ ký số." in capsys.readouterr().out
    assert run(["lint", str(path), "--format", "github"]) == 1
    assert capsys.readouterr().out.startswith("::warning file=")
    assert run(["lint", str(path), "--format", "junit"]) == 1
    assert "không có chữ ký số" in capsys.readouterr().out
    assert run(["lint", str(path), "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["files"][0]["remarks"] == [UNSIGNED]
    path.write_bytes(b"%PDF-1.7\n")
    assert run(["lint", str(path)]) == 1
    assert "không kiểm tra được" in capsys.readouterr().out


def test_without_an_office_program_the_page_is_reckoned(
    broken: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ocop_cli.store.other_programs.office.office_program", lambda: None)
    assert run(["lint", str(broken), "--see"]) == 1
    told = capsys.readouterr()
    assert "Chưa có LibreOffice nên không xem được trang in thật" in told.err
    assert "Đã xem" not in told.out


@pytest.mark.office
def test_the_printed_page_is_looked_at(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paper = kinds.report().but(put("grid", (9071 - 5300, 5300)))
    paper.body[1] = paper.body[1].but(text=f"{paper.body[1].text} " * 80)
    paper.body[2] = paper.body[2].but(right=-2000, text=f"{paper.body[1].text} " * 2)
    (tmp_path / "trang.docx").write_bytes(paper.build())
    assert run(["lint", str(tmp_path / "trang.docx"), "--see", "--json"]) == 0
    (told,) = json.loads(capsys.readouterr().out)["files"]
    assert told["pages_seen"] > 1
    assert told["rules_seen"] == ["HD-04", "KY-07", "PG-06", "PG-13"]
    found = {fault["rule"]: fault["found"] for fault in told["faults"]}
    assert found["HD-04"] == "trên trang in rơi xuống dòng thứ hai"
    assert "chiếm ra lề phải" in found["PG-13"]


def test_the_profile_of_a_workspace_is_asked(
    workspace: Path, ocop: Ocop, capsys: pytest.CaptureFixture[str]
) -> None:
    path = workspace / "bao-cao.docx"
    path.write_bytes(kinds.report().build())
    assert ocop("lint", str(path), "--strict") == 1
    assert "“Mẫu”, trong ocop.yaml là “Xốp”" in capsys.readouterr().out


def test_a_file_of_another_kind_than_said_fails(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "bao-cao.docx"
    path.write_bytes(kinds.report().build())
    assert run(["lint", str(path), "--type", "báo cáo"]) == 0
    assert run(["lint", str(path), "--type", "tờ trình"]) == 1
    assert "nhận ra là báo cáo, cần là tờ trình" in capsys.readouterr().out


def test_an_unknown_kind_is_not_guessed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paper = kinds.report()
    paper.kind, paper.subject = HEAD.but(text="LỊCH CÔNG TÁC"), []
    path = tmp_path / "lich.docx"
    path.write_bytes(paper.build())
    assert run(["lint", str(path)]) == 0
    assert "văn bản chưa rõ loại" in capsys.readouterr().out
    assert run(["lint", str(path), "--type", "báo cáo"]) == 1
    told = capsys.readouterr().out
    assert "cần là báo cáo" in told
    assert "chưa xét" in told
