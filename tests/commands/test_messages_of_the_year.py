"""``tell``, ``handover``, ``archive``: what a producer is told and that it is logged, what a successor sees, what is kept."""

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import bagit
import docx
import pytest

from support.scans import photo

Ocop = Callable[..., int]


def test_a_producer_is_told_what_is_missing_by_when_and_whom_to_ask(
    ocop: Ocop, workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    line = "ocop tell ot-rung --due 04/12/2026"
    assert len(line) <= 60
    assert ocop("inspect", "ot-rung", "--request", "Sửa nhãn: 30/11/2026") == 0
    capsys.readouterr()
    assert ocop(*line.split()[1:]) == 0
    text = capsys.readouterr().out
    for words in ("Kính gửi HTX Gia vị Núi Ví Dụ", "trước ngày 04/12/2026", "giao đủ sản phẩm mẫu", "Sửa nhãn",
                  "Ví dụ:", "liên hệ Phòng Kinh tế", "Trân trọng"):  # fmt: skip
        assert words in text
    assert "food_safety" not in text
    logged = (workspace / "programme/activities/2026.yaml").read_text(encoding="utf-8")
    for words in ("kind: guidance", "2026-11-23", "ot-rung", "social", "Y Ví Dụ Hai"):
        assert words in logged


def test_a_trial_shows_the_text_and_logs_nothing(
    ocop: Ocop, workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ocop("tell", "ot-rung", "-n") == 0
    assert "Kính gửi" in capsys.readouterr().out
    assert not (workspace / "programme/activities/2026.yaml").exists()


def test_the_way_to_a_star_is_told(ocop: Ocop, capsys: pytest.CaptureFixture[str]) -> None:
    assert ocop("tell", "sam-day") == 3
    assert "--to" in capsys.readouterr().err
    assert ocop("tell", "sam-day", "--to", "4") == 0
    told = capsys.readouterr().out
    assert "Để lên 4 sao: Câu chuyện sản phẩm, đạt mức: Tư liệu hóa, thể hiện trên tờ rơi và website" in told
    assert "Như trên" not in told  # nothing stands above it


def test_the_way_to_a_star_is_written_to_the_producer_and_logged(
    ocop: Ocop, workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ocop("tell", "sam-day", "--letter") == 2
    assert "huong-dan" in capsys.readouterr().err
    assert ocop("tell", "sam-day", "--to", "1", "--letter") != 0
    assert not (workspace / "programme/activities/2026.yaml").exists()
    assert ocop("tell", "sam-day", "--to", "4", "--letter", "--due", "15/12/2026") == 0
    letter = "documents/2026/sam-day-raising-letter.docx"
    assert f"ocop docs number {letter} --number SỐ" in capsys.readouterr().out
    document = docx.Document(str(workspace / letter))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    for words in (
        "Để đạt hạng 4 sao",
        "Kinh phí dự kiến cộng",
        "ngày 15 tháng 12 năm 2026",
    ):
        assert words in text
    assert "chương trình" not in text.lower().replace("chương trình mỗi xã", ""), "no authority in a letter"
    steps = [row.cells[1].text for table in document.tables for row in table.rows if len(row.cells) > 4]
    assert any(step.startswith("Câu chuyện sản phẩm") for step in steps)
    logged = (workspace / "programme/activities/2026.yaml").read_text(encoding="utf-8")
    assert "công văn hướng dẫn lên 4 sao" in logged
    assert "channel: letter" in logged
    capsys.readouterr()
    assert ocop("verify", letter) == 0
    assert "khớp với hồ sơ" in capsys.readouterr().out
    assert ocop("set", "sam-day", "tên sản phẩm=Sâm dây khô") == 0
    assert ocop("verify", letter) == 1


def test_a_recognised_product_rises_under_the_law_of_the_day(
    ocop: Ocop, workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "decision: 148-2023" in (workspace / "dossiers/ca-phe.yaml").read_text(encoding="utf-8")
    assert ocop("advise", "ca-phe") == 0
    shown = capsys.readouterr().out
    assert "đường lên 4 sao" in shown  # three it has
    assert (
        "Hồ sơ đã nộp theo Quyết định số 148/QĐ-TTg; lần phân hạng tới theo Quyết định số 26/2026/QĐ-TTg"
        in shown
    )
    assert "ocop score ca-phe --decision 26-2026" in shown
    assert ocop("tell", "ca-phe", "--to", "4", "--letter") == 0
    assert "F307" not in capsys.readouterr().err
    letter = docx.Document(str(workspace / "documents/2026/ca-phe-raising-letter.docx"))
    text = "\n".join(paragraph.text for paragraph in letter.paragraphs)
    assert "Quyết định số 26/2026/QĐ-TTg" in text
    assert "148" not in text


def test_a_recognised_product_without_a_known_law_is_named(
    ocop: Ocop, workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for path in (workspace / "dossiers").glob("*.yaml"):
        if path.stem != "ca-phe":
            path.unlink()
    file = workspace / "dossiers/ca-phe.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("  set: 13", "  set:"), encoding="utf-8")
    assert ocop("advise") == 0
    shown = capsys.readouterr().out
    assert "chưa xếp được: ca-phe" in shown
    assert "Chưa có sản phẩm được công nhận" not in shown


@pytest.mark.parametrize("words", [("--due", "31/11/2026"), ("--way", "bồ câu"), ("--to", "9")])
def test_wrong_words_are_told_and_log_nothing(words: tuple[str, ...], ocop: Ocop, workspace: Path) -> None:
    assert ocop("tell", "ot-rung", *words) == 2
    assert not (workspace / "programme/activities/2026.yaml").exists()


def test_the_work_is_handed_over_by_minutes(
    ocop: Ocop, workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ocop("inspect", "mang-kho") == 0
    assert ocop("handover", "--word", "--to", "A Mẫu") == 2
    assert not list(workspace.rglob("*-handover-minutes.docx"))
    assert ocop("handover", "--word", "--to", "A Mẫu, Công chức") == 0
    (made,) = workspace.rglob("*-handover-minutes.docx")
    document = docx.Document(str(made))
    text = [paragraph.text for paragraph in document.paragraphs]
    assert "Người nhận: A Mẫu, Công chức." in text
    cells = {cell.text for table in document.tables for row in table.rows for cell in row.cells}
    assert {
        "Sâm dây sấy Xốp",
        "Y Sâm Mẫu",
        "Phòng Kinh tế",
        "documents/2026/mang-kho-2026-11-23-inspection-minutes.docx",
    } <= cells
    capsys.readouterr()
    assert ocop("lint", str(made)) == 0, capsys.readouterr().out
    assert (
        ocop("set", "sam-day", "tên sản phẩm=Sâm dây khô") == 0
    )  # the successor's work makes no word of it wrong
    capsys.readouterr()
    assert ocop("verify", str(made)) == 0
    assert "văn bản ghi tình hình ngày 23/11/2026" in capsys.readouterr().out


def test_a_successor_sees_what_is_open_and_no_secret(
    answer: Callable[..., int], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("OCOP_NO_INPUT", raising=False)
    said = ("Anh Mẫu ở Chi cục, hỏi về mẫu", "", "mật khẩu 1234", "Tủ số 2", "")
    assert answer(["handover"], *said) == 0
    shown, asked = capsys.readouterr()
    for words in (
        "sam-day",
        "Việc có ngày",
        "Tủ số 2",
        "Anh Mẫu ở Chi cục",
        "Liên hệ",
        "HTX Dược liệu Ví Dụ",
    ):
        assert words in shown
    assert "1234" not in shown
    assert "Không ghi mật khẩu" in asked


def test_what_is_handed_over_is_data(
    ocop: Ocop, workspace: Path, printed: Callable[[], Any], capsys: pytest.CaptureFixture[str]
) -> None:
    assert ocop("paper", "tiep-nhan", "sam-day") == 0
    capsys.readouterr()
    assert ocop("handover", "--json") == 0
    told = printed()
    assert [each["document"] for each in told["documents"]] == told["papers"]
    assert {each["state"] for each in told["documents"]} == {"draft"}
    assert [each["key"] for each in told["coming"]] == told["due"]


def test_nothing_open_is_archived_and_the_package_proves_itself(
    ocop: Ocop, workspace: Path, printed: Callable[[], Any], capsys: pytest.CaptureFixture[str]
) -> None:
    assert ocop("archive", "2026") == 3
    assert "sam-day (Xã đã nhận đủ hồ sơ)" in capsys.readouterr().err
    assert not list((workspace / "packages").glob("luu-tru*"))
    assert ocop("paper", "tiep-nhan", "sam-day") == 0
    assert ocop("archive", "2026", "--except-open") == 0
    names = zipfile.ZipFile(workspace / "packages/luu-tru-2026.zip").namelist()
    assert "luu-tru-2026/data/dossiers/tra-day.yaml" in names
    assert not [name for name in names if "sam-day" in name or "/private/" in name]
    assert ocop("verify", "packages/luu-tru-2026.zip") == 0
    damaged = workspace / "packages/luu-tru-2026.zip"
    damaged.write_bytes(damaged.read_bytes().replace(b"schema: ocop/dossier", b"schema: ocop/dossiex", 1))
    assert ocop("verify", "packages/luu-tru-2026.zip") == 1


def test_what_was_signed_photographed_and_decided_is_archived_and_what_is_lost_is_told(
    ocop: Ocop,
    workspace: Path,
    tmp_path: Path,
    printed: Callable[[], Any],
    capsys: pytest.CaptureFixture[str],
) -> None:
    minutes = "documents/2026/mang-kho-2026-11-23-inspection-minutes.docx"
    (tmp_path / "Lò sấy.jpg").write_bytes(photo())
    kept = {f"papers/mang-kho/{name}.pdf" for name in ("bien-ban-ky", "quyet-dinh", "y-kien")}
    for name in kept:
        (workspace / name).parent.mkdir(parents=True, exist_ok=True)
        (workspace / name).write_text(f"%PDF-1.7 {name}\n", encoding="utf-8")
    dossier = workspace / "dossiers/mang-kho.yaml"
    form = "{form: opinion-sheet, on: 2026-06-06, file: papers/mang-kho/y-kien.pdf, sha256: 0}"
    text = dossier.read_text(encoding="utf-8").replace("year: 2024", "year: 2026", 1)
    text = text.replace("decision:\n", "decision:\n      file: papers/mang-kho/quyet-dinh.pdf\n", 1)
    dossier.write_text(f"{text}returned_forms:\n  - {form}\n", encoding="utf-8")
    assert ocop("inspect", "mang-kho", "--blank", "--photo", str(tmp_path / "Lò sấy.jpg")) == 0
    assert ocop("docs", "number", minutes, "--number", "9") == 0
    assert ocop("docs", "sign", minutes, "--scan", str(workspace / "papers/mang-kho/bien-ban-ky.pdf")) == 0
    (workspace / "papers/mang-kho/y-kien.pdf").unlink()
    capsys.readouterr()
    assert ocop("archive", "2026", "--except-open", "--json") == 0
    told = printed()
    assert {*kept, "papers/mang-kho/kiem-tra-2026-11-23-lo-say.jpg"} <= {*told["files"], *told["lost"]}
    assert told["lost"] == ["papers/mang-kho/y-kien.pdf"]
    with zipfile.ZipFile(workspace / "packages/luu-tru-2026.zip") as archive:
        assert "- papers/mang-kho/y-kien.pdf" in archive.read("luu-tru-2026/data/DANH-MUC.txt").decode()


def test_an_archive_has_no_percent_sign_in_a_name(ocop: Ocop, workspace: Path, tmp_path: Path) -> None:
    """RFC 8493 encodes it in the lists of a package, and the validator of the Library of Congress does not."""
    folder = workspace / "documents/2026"
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("lao động 100%.txt", "lao động 100 phần trăm.txt"):
        (folder / name).write_text(name, encoding="utf-8")
    assert ocop("archive", "2026", "--except-open") == 0
    with zipfile.ZipFile(workspace / "packages/luu-tru-2026.zip") as archive:
        archive.extractall(tmp_path / "bag")
    bag = bagit.Bag(str(tmp_path / "bag/luu-tru-2026"))
    assert bag.is_valid()
    packed = tmp_path / "bag/luu-tru-2026/data"
    other = packed / "documents/2026/lao động 100 phần trăm-2.txt"
    assert other.read_text(encoding="utf-8") == "lao động 100%.txt"
    assert not [name for name in bag.payload_files() if "%" in name]
    told = (packed / "DANH-MUC.txt").read_text(encoding="utf-8")
    assert f"documents/2026/lao động 100%.txt (trong gói: documents/2026/{other.name})" in told


def test_names_that_become_alike_in_an_archive_are_numbered_in_order(ocop: Ocop, workspace: Path) -> None:
    folder = workspace / "documents/2026"
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("đạt 9%.txt", "đạt 9\nphần trăm.txt", "đạt 9\rphần trăm.txt"):
        (folder / name).write_text(name, encoding="utf-8", newline="")
    assert ocop("archive", "2026", "--except-open") == 0
    with zipfile.ZipFile(workspace / "packages/luu-tru-2026.zip") as archive:
        held = {
            name.rpartition("/")[2]: archive.read(name).decode()
            for name in archive.namelist()
            if "đạt" in name
        }
    assert held == {
        "đạt 9 phần trăm.txt": "đạt 9\nphần trăm.txt",
        "đạt 9 phần trăm-2.txt": "đạt 9\rphần trăm.txt",
        "đạt 9 phần trăm-3.txt": "đạt 9%.txt",
    }


def test_an_unreadable_dossier_stops_the_archive(ocop: Ocop, workspace: Path) -> None:
    (workspace / "dossiers/tra-day.yaml").write_text("a: [", encoding="utf-8")
    assert ocop("archive", "2026", "--except-open") == 3
    assert not list((workspace / "packages").glob("luu-tru*"))
