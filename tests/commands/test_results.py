"""What the province decided: one decision for many products, a correction, a withdrawal; nothing recorded is lost."""

import hashlib
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ocop_cli.dossier.model import Dossier
from ocop_cli.render.texts import text_lines
from ocop_cli.store.dossier.dossiers import load_dossier
from ocop_cli.store.reading.sources import Sources
from ocop_cli.store.yaml.edit import Append, Set, edit
from ocop_cli.usecases.verify.folder import verify_folder

Ocop = Callable[..., int]
Printed = Callable[[], Any]
DECIDED = ("--on", "20/11/2026", "--number", "10/QĐ-UBND", "--issuer", "UBND tỉnh")


def read(workspace: Path, name: str) -> Dossier:
    return load_dossier(Sources(workspace), name).dossier


@pytest.fixture(autouse=True)
def sent(workspace: Path) -> None:
    """Two dossiers that are with the province."""
    for serial, name in enumerate(("sam-day", "homestay"), 51):
        source = load_dossier(Sources(workspace), name).source
        code = f"51-23356-{serial}-2026"
        submission = {"decision": "26-2026", "on": date(2026, 11, 16), "serial": serial, "product_code": code}
        move = {"stage": "submitted", "on": date(2026, 11, 16)}
        after = edit(source, [Set(("submission",), submission), Append(("history",), move)])
        (workspace / source.name).write_bytes(after.raw)


def test_one_decision_holds_for_many_products(workspace: Path, ocop: Ocop) -> None:
    stars = ("--star", "3", "--star", "homestay: 4", "--score", "sam-day: 66,5", "--score", "homestay: 75")
    assert ocop("result", "sam-day", "homestay", *stars, *DECIDED) == 0
    results = {name: read(workspace, name).result for name in ("sam-day", "homestay")}
    assert {name: (r.star, str(r.score)) for name, r in results.items() if r} == {
        "sam-day": (3, "66.5"),
        "homestay": (4, "75"),
    }
    assert all(r and r.decision and r.decision.number == "10/QĐ-UBND" for r in results.values())


def test_a_batch_is_written_whole_or_not_at_all(workspace: Path, ocop: Ocop) -> None:
    before = [(workspace / f"dossiers/{name}.yaml").read_bytes() for name in ("sam-day", "ca-phe")]
    assert ocop("result", "sam-day", "ca-phe", "--star", "3", *DECIDED) == 1
    assert [(workspace / f"dossiers/{name}.yaml").read_bytes() for name in ("sam-day", "ca-phe")] == before


def test_two_values_for_one_product_are_refused(ocop: Ocop, capsys: Any) -> None:
    assert ocop("result", "sam-day", "--star", "3", "--star", "4", *DECIDED) == 2
    assert "--star ghi hai lần" in capsys.readouterr().err


@pytest.mark.parametrize("star", ["1", "2"])
def test_no_certificate_for_stars_that_the_decision_does_not_recognise(
    workspace: Path, ocop: Ocop, capsys: Any, star: str
) -> None:
    assert ocop("result", "sam-day", "--star", star, "--score", "40", *DECIDED) == 2
    assert "không có giấy chứng nhận" in capsys.readouterr().err
    assert read(workspace, "sam-day").result is None
    assert ocop("result", "sam-day", "--not-recognised", "--score", "40", "--on", "20/11/2026") == 0
    result = read(workspace, "sam-day").result
    assert result is not None
    assert (result.recognised, str(result.score), result.certificate) == (False, "40", None)


def test_the_certificate_has_a_number_and_a_day_of_its_own(workspace: Path, ocop: Ocop) -> None:
    given = ("--certificate", "02-VD", "--certificate-on", "22/11/2026")
    assert ocop("result", "sam-day", "--star", "3", *given, *DECIDED) == 0
    result = read(workspace, "sam-day").result
    assert result is not None
    assert result.certificate is not None
    assert (result.certificate.number, result.certificate.issued_on) == ("02-VD", date(2026, 11, 22))


def test_a_correction_keeps_the_wrong_result_with_day_and_reason(workspace: Path, ocop: Ocop) -> None:
    assert ocop("result", "sam-day", "--star", "3", "--score", "66,5", *DECIDED) == 0
    assert ocop("result", "sam-day", "--correct", "--reason", "gõ nhầm điểm", "--score", "65,5") == 0
    wrong, right = read(workspace, "sam-day").results
    assert (str(wrong.score), wrong.corrected and wrong.corrected.reason) == ("66.5", "gõ nhầm điểm")
    assert (str(right.score), right.star, right.on, right.corrected) == ("65.5", 3, date(2026, 11, 20), None)
    assert right.decision == wrong.decision


def test_the_scan_of_a_decision_is_known_by_its_hash(workspace: Path, ocop: Ocop, capsys: Any) -> None:
    scan = workspace / "papers/quyet-dinh.pdf"
    scan.write_bytes(b"%PDF-1.7 the decision")

    def told() -> list[tuple[str, str]]:
        found = verify_folder(Sources(workspace)).noticed
        return [(each.file, each.words) for each in found if each.file == "papers/quyet-dinh.pdf"]

    assert ocop("result", "sam-day", "homestay", "--star", "3", "--scan", str(scan), *DECIDED) == 0
    assert ocop("result", "sam-day", "--correct", "--reason", "nhầm ngày", "--on", "18/11/2026") == 0
    withdrawn = ("--revoked", "--reason", "ngừng sản xuất", "--on", "20/11/2026", "--number", "99/QĐ-UBND")
    assert ocop("result", "ca-phe", *withdrawn, "--scan", str(scan)) == 0
    wrong, right = read(workspace, "sam-day").results
    revoked = read(workspace, "ca-phe").results[-1].revoked
    scans = {
        (each.file, each.sha256)
        for each in (wrong.decision, right.decision, revoked and revoked.decision)
        if each
    }
    assert scans == {("papers/quyet-dinh.pdf", hashlib.sha256(scan.read_bytes()).hexdigest())}
    assert (told(), ocop("check")) == ([], 0)
    assert "P018" not in capsys.readouterr().out
    scan.write_bytes(b"%PDF-1.7 another")
    assert told() == [("papers/quyet-dinh.pdf", "đã khác tệp có mã băm ghi trong hồ sơ")]
    ocop("check")
    said = capsys.readouterr().out
    words = "cảnh báo  P018  Bản quét quyết định papers/quyet-dinh.pdf đã khác tệp ghi nhận lúc đầu"
    assert said.count(words) == 3  # once a dossier, though a result that was put right names it too
    scan.unlink()
    assert told() == [("papers/quyet-dinh.pdf", "không còn trong thư mục")]
    ocop("check", "ca-phe")
    assert "Bản quét quyết định papers/quyet-dinh.pdf không còn" in capsys.readouterr().out


def test_a_scan_that_is_none_is_refused_before_anything_is_written(workspace: Path, ocop: Ocop) -> None:
    before = (workspace / "dossiers/sam-day.yaml").read_bytes()
    (workspace / "papers/trong.pdf").touch()
    for scan, code in (
        ("papers", 1),
        ("papers/trong.pdf", 1),
        ("dossiers/ca-phe.yaml", 1),
        ("papers/khong-co.pdf", 2),
    ):
        assert ocop("result", "sam-day", "--star", "3", "--scan", str(workspace / scan), *DECIDED) == code
    assert (workspace / "dossiers/sam-day.yaml").read_bytes() == before


def counted(ocop: Ocop, printed: Printed, capsys: Any, period: str) -> str:
    capsys.readouterr()
    assert ocop("report", "--period", period, "--json") == 0
    rows = printed()["tables"][0]["rows"]
    return str(next(row[1] for row in rows if row[0] == "Sản phẩm được công nhận trong kỳ"))


def test_a_corrected_day_counts_in_its_own_period_only(ocop: Ocop, printed: Printed, capsys: Any) -> None:
    before = [counted(ocop, printed, capsys, p) for p in ("2026-11-17..2026-11-19", "2026-11-20..2026-11-23")]
    assert ocop("result", "sam-day", "--star", "3", "--score", "66,5", *DECIDED) == 0
    assert ocop("result", "sam-day", "--correct", "--reason", "nhầm ngày", "--on", "18/11/2026") == 0
    after = [counted(ocop, printed, capsys, p) for p in ("2026-11-17..2026-11-19", "2026-11-20..2026-11-23")]
    assert [int(a) - int(b) for a, b in zip(after, before, strict=True)] == [1, 0]
    assert ocop("check", "sam-day") == 0


def test_a_correction_may_say_that_it_was_not_recognised(workspace: Path, ocop: Ocop) -> None:
    assert ocop("result", "sam-day", "--star", "3", *DECIDED) == 0
    assert ocop("result", "sam-day", "--correct", "--not-recognised", "--reason", "ghi nhầm hồ sơ") == 0
    dossier = read(workspace, "sam-day")
    assert dossier.stage == "not_certified"
    assert [move.stage for move in dossier.moves][-2:] == ["submitted", "not_certified"]


def test_only_the_latest_result_of_a_dossier_that_stands_still_is_corrected(ocop: Ocop, capsys: Any) -> None:
    assert ocop("result", "homestay", "--correct", "--reason", "x", "--score", "60") == 1
    assert "không có kết quả để cải chính" in capsys.readouterr().err


def test_a_second_result_says_that_there_is_one(ocop: Ocop, capsys: Any) -> None:
    assert ocop("result", "sam-day", "--star", "3", *DECIDED) == 0
    assert ocop("result", "sam-day", "--star", "3", *DECIDED) == 1
    told = capsys.readouterr().err
    assert "đã có kết quả" in told
    assert "--correct" in told
    assert "chưa gửi cấp tỉnh" not in told


def test_a_withdrawn_recognition_ends_the_certificate(workspace: Path, ocop: Ocop, capsys: Any) -> None:
    decision = ("--on", "20/11/2026", "--number", "99/QĐ-UBND", "--reason", "ngừng sản xuất")
    assert ocop("result", "ca-phe", "--revoked", *decision) == 0
    dossier = read(workspace, "ca-phe")
    assert dossier.result is not None
    assert dossier.result.revoked is not None
    assert (dossier.stage, dossier.result.revoked.reason) == ("recognition_revoked", "ngừng sản xuất")
    capsys.readouterr()
    assert ocop("report", "--kind", "certified", "--period", "2026", "-n") == 0
    assert "Cà phê" not in capsys.readouterr().out
    assert ocop("show", "ca-phe") == 0
    assert "Thu hồi công nhận" in capsys.readouterr().out


def test_only_a_recognised_product_loses_its_recognition(ocop: Ocop) -> None:
    assert ocop("result", "sam-day", "--revoked", "--on", "20/11/2026", "--number", "1", "--reason", "x") == 1


def test_the_province_sends_back_with_a_letter(workspace: Path, ocop: Ocop, capsys: Any) -> None:
    assert ocop("return", "sam-day", "--reason", "thiếu hợp đồng") == 1
    assert "văn bản trả hồ sơ" in capsys.readouterr().err
    letter = "Công văn số 12/SNNMT ngày 20/11/2026"
    assert ocop("return", "sam-day", "--reason", "thiếu hợp đồng", "--document", letter) == 0
    assert read(workspace, "sam-day").history[-1].document == letter
    (to_producer,) = (workspace / "documents").rglob("sam-day-return-letter.docx")
    told = " ".join(text_lines(to_producer.read_bytes()))
    assert f"cấp tỉnh trả lại hồ sơ sản phẩm Sâm dây sấy Xốp của HTX Dược liệu Ví Dụ tại {letter}." in told
    assert told.count("Ngày 23 tháng 11 năm 2026, cấp tỉnh") == 1, "no day is said of what the commune did"


@pytest.mark.parametrize("number", ["mười", "không biết"])
def test_the_number_of_a_decision_has_a_figure(
    ocop: Ocop, workspace: Path, capsys: pytest.CaptureFixture[str], number: str
) -> None:
    before = (workspace / "dossiers/ruou-ghe.yaml").read_bytes()
    words = ("--star", "3", "--score", "63", "--on", "20/11/2026", "--number", number)
    assert ocop("result", "ruou-ghe", *words) == 2
    shown = capsys.readouterr()
    assert "ghi số của văn bản" in shown.err
    assert "có giá trị đến" not in shown.out, "nothing is said to be done that is refused"
    assert (workspace / "dossiers/ruou-ghe.yaml").read_bytes() == before
