"""The office's order: prepare, number, sign, send; nothing of an earlier round is ever lost."""

import hashlib
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import bagit
import pytest

from ocop_cli.dossier.model import Dossier
from ocop_cli.store.dossier.dossiers import load_dossier
from ocop_cli.store.papers.document_records import load_document
from ocop_cli.store.reading.sources import Sources
from support.sending import WAY, sign

Ocop = Callable[..., int]
LETTER = "documents/2026/de-nghi-01-request-letter.docx"
REPORT = "documents/2026/sam-day-evaluation-report.docx"
DRAFT, PACKAGE = "packages/ocop-23356-2026-01-du-thao.zip", "packages/ocop-23356-2026-01.zip"


def read(workspace: Path, name: str = "sam-day") -> Dossier:
    return load_dossier(Sources(workspace), name).dossier


@pytest.fixture
def prepared(ocop: Ocop, workspace: Path) -> Path:
    """A workspace in which sam-day is evaluated and its request is a draft."""
    assert ocop("evaluate", "sam-day") == 0
    assert ocop("submit", "sam-day") == 0
    return workspace


@pytest.fixture
def ready(ocop: Ocop, prepared: Path) -> Path:
    """A workspace in which the package of sam-day is assembled from signed papers."""
    sign(ocop, prepared, [LETTER, REPORT])
    assert ocop("submit", "sam-day") == 0
    return prepared


def packed(workspace: Path, package: str) -> dict[str, bytes]:
    with zipfile.ZipFile(workspace / package) as archive:
        return {
            name.partition("/data/")[2]: archive.read(name) for name in archive.namelist() if "/data/" in name
        }


def test_a_package_of_unsigned_papers_is_a_draft_and_moves_nothing(
    ocop: Ocop, prepared: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A6: what leaves the house is what was signed."""
    dossier = read(prepared)
    assert (dossier.stage, dossier.submission) == ("evaluated", None)
    assert dossier.prepared is not None
    assert (dossier.prepared.package, dossier.prepared.product_code) == (None, "51-23356-01-2026")
    assert (prepared / DRAFT).is_file()
    assert not (prepared / PACKAGE).exists()
    inventory = load_document(Sources(prepared), "documents/2026/de-nghi-01-inventory.docx")
    assert "DỰ THẢO" in inventory.record.title
    capsys.readouterr()
    assert ocop("send", "sam-day", *WAY) == 1
    told = capsys.readouterr().err
    assert f"`ocop docs number {LETTER} --number SỐ`, rồi `ocop docs sign {LETTER}" in told
    assert f"`ocop docs number {REPORT} --number SỐ`, rồi `ocop docs sign {REPORT}" in told
    assert read(prepared).stage == "evaluated"


def test_signed_papers_go_in_as_they_were_signed(ocop: Ocop, ready: Path, tmp_path: Path) -> None:
    inside = packed(ready, PACKAGE)
    assert inside["01-van-ban-de-nghi.pdf"] == b"%PDF-1.7 31"
    assert inside["sam-day/bao-cao-danh-gia.pdf"] == b"%PDF-1.7 32"
    assert not [name for name in inside if "phieu-dang-ky" in name]  # the producer's own signed one goes
    assert any(name.endswith("-phieu.pdf") for name in inside)
    request = read(ready).prepared
    assert request is not None
    assert request.sha256 == hashlib.sha256((ready / PACKAGE).read_bytes()).hexdigest()
    assert request.letter is not None
    assert request.letter.number == "31/TTr-UBND"
    with zipfile.ZipFile(ready / PACKAGE) as archive:
        archive.extractall(tmp_path / "bag")
    bagit.Bag(str(tmp_path / "bag/ocop-23356-2026-01")).validate()


def test_sending_keeps_day_way_and_recipient_and_moves_the_dossier(ocop: Ocop, ready: Path) -> None:
    assert ocop("send", "sam-day", "--way", "-", "--to", "-") == 2
    assert ocop("send", "sam-day", *WAY, "--on", "24/11/2026", "--as-of", "2026-11-26") == 0
    dossier = read(ready)
    assert dossier.stage == "submitted"
    assert dossier.submission is not None
    assert (str(dossier.submission.on), dossier.submission.way, dossier.submission.to) == (
        "2026-11-24", "nộp trực tiếp", "UBND tỉnh Quảng Ngãi",
    )  # fmt: skip
    move = dossier.history[-1]
    assert (str(move.on), str(move.recorded_on), move.document) == ("2026-11-24", "2026-11-26", PACKAGE)
    for document in (LETTER, REPORT):
        (went,) = load_document(Sources(ready), document).record.sent
        assert (went.to, str(went.on)) == ("UBND tỉnh Quảng Ngãi", "2026-11-24")


@pytest.mark.parametrize("day", ["22/11/2026", "27/11/2026", "sau"])
def test_a_sending_is_dated_between_its_papers_and_today(ocop: Ocop, ready: Path, day: str) -> None:
    assert ocop("send", "sam-day", *WAY, "--on", day, "--as-of", "2026-11-26") in (1, 2)
    assert read(ready).stage == "evaluated"


def test_a_package_is_never_written_over(ocop: Ocop, ready: Path) -> None:
    before = (ready / PACKAGE).read_bytes()
    assert ocop("submit", "sam-day") == 0
    assert not (ready / "packages/ocop-23356-2026-01-2.zip").exists()  # nothing has changed
    assert ocop("submit", "sam-day", "--as-of", "2026-11-24") == 0
    assert (ready / PACKAGE).read_bytes() == before
    request = read(ready).prepared
    assert request is not None
    assert request.package == "packages/ocop-23356-2026-01-2.zip"


def test_a_scan_that_was_exchanged_is_not_packed(ocop: Ocop, ready: Path) -> None:
    (ready / "papers/ky-31.pdf").write_bytes(b"%PDF-1.7 khac")
    assert ocop("submit", "sam-day") == 1
    assert ocop("send", "sam-day", *WAY) == 1


def test_a_package_that_was_changed_is_not_sent(ocop: Ocop, ready: Path) -> None:
    (ready / PACKAGE).write_bytes(b"PK")
    assert ocop("send", "sam-day", *WAY) == 1
    assert read(ready).stage == "evaluated"


def test_what_is_sent_is_told_when_it_is_sent_again(
    ocop: Ocop, ready: Path, printed: Callable[[], Any], capsys: pytest.CaptureFixture[str]
) -> None:
    assert ocop("send", "sam-day", *WAY) == 0
    capsys.readouterr()
    assert ocop("submit", "sam-day", "--json") == 1
    told = {finding["code"]: finding["message"] for finding in printed()["findings"]}
    assert told["F217"] == "Hồ sơ đã gửi cấp tỉnh ngày 23/11/2026, mã số 51-23356-01-2026"


def everything(workspace: Path) -> dict[str, bytes]:
    """Return every paper, record, scan and package of a workspace."""
    folders = ("documents", "packages", "papers")
    return {
        path.relative_to(workspace).as_posix(): path.read_bytes()
        for folder in folders
        for path in (workspace / folder).rglob("*")
        if path.is_file()
    }


def second_round(ocop: Ocop) -> None:
    """Return the dossier from the province, receive and evaluate it anew, prepare it again."""
    letter = ("--document", "Công văn số 5/SNNMT ngày 26/11/2026")
    assert ocop("return", "sam-day", "--reason", "Bổ sung ảnh", "--as-of", "2026-11-26", *letter) == 0
    assert (
        ocop("advance", "sam-day", "--to", "received", "--note", "đã bổ sung ảnh", "--as-of", "2026-11-27")
        == 0
    )
    assert ocop("evaluate", "sam-day", "--as-of", "2026-11-30") == 0
    assert ocop("submit", "sam-day", "--as-of", "2026-11-30") == 0


def test_nothing_of_the_first_round_is_lost_in_the_second(ocop: Ocop, ready: Path) -> None:
    """A1, B20: numbers, scans, letter, package, day and code of the first sending stay, byte for byte."""
    assert ocop("send", "sam-day", *WAY) == 0
    first, issued = read(ready), everything(ready)
    second_round(ocop)
    letter, report = (
        "documents/2026/de-nghi-01-lan-2-request-letter.docx",
        "documents/2026/sam-day-lan-2-evaluation-report.docx",
    )
    sign(ocop, ready, [letter, report], number=41, day="2026-11-30")
    assert ocop("submit", "sam-day", "--as-of", "2026-11-30") == 0
    assert ocop("send", "sam-day", *WAY, "--as-of", "2026-12-01") == 0
    last, now = read(ready), everything(ready)
    assert {name: now[name] for name in issued} == issued
    assert last.evaluations[0] == first.evaluations[0]
    assert last.submissions[0] == first.submissions[0]
    assert [each.product_code for each in last.submissions] == ["51-23356-01-2026"] * 2
    assert len({each.package for each in last.submissions}) == 2
    assert [str(each.on) for each in last.submissions] == ["2026-11-23", "2026-12-01"]
    assert last.history[: len(first.history)] == first.history
    assert ocop("check", "--as-of", "2026-12-01") == 0


def test_the_dossiers_of_one_package_are_sent_together(
    ocop: Ocop, prepared: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (prepared / "dossiers/sam-day.yaml").read_text(encoding="utf-8")
    other = text[: text.index("submissions:")].replace("Sâm dây sấy Xốp", "Trà lá sâm dây")
    (prepared / "dossiers/la-sam.yaml").write_text(other, encoding="utf-8")
    forced = ("--force", "--yes", "--by", "A Xốp Mẫu", "--reason", "tỉnh đồng ý")
    assert ocop("submit", "sam-day", "la-sam", *forced) == 0
    both = "documents/2026/de-nghi-01-02-request-letter.docx"
    sign(ocop, prepared, [both, REPORT])
    assert ocop("submit", "sam-day", "la-sam") == 0
    assert ocop("submit", "sam-day") == 1  # the letter names both
    capsys.readouterr()
    assert ocop("send", "sam-day", *WAY) == 1
    assert "`ocop send la-sam sam-day`" in capsys.readouterr().err
    assert ocop("send", "sam-day", "la-sam", *WAY) == 0
    assert [read(prepared, name).stage for name in ("sam-day", "la-sam")] == ["submitted"] * 2
    codes = [read(prepared, name).product_code for name in ("sam-day", "la-sam")]
    assert codes == ["51-23356-01-2026", "51-23356-02-2026"]


def test_a_new_code_waits_until_every_dossier_can_be_read(
    ocop: Ocop, workspace: Path, printed: Callable[[], Any], capsys: pytest.CaptureFixture[str]
) -> None:
    assert ocop("evaluate", "sam-day") == 0
    broken = workspace / "dossiers/hong.yaml"
    broken.write_text("product: {}\n", encoding="utf-8")
    capsys.readouterr()
    assert ocop("submit", "sam-day", "--json") == 3
    assert printed()["code"] == "D001"
    assert read(workspace).submissions == ()
    broken.unlink()
    assert ocop("submit", "sam-day") == 0
    broken.write_text("product: {}\n", encoding="utf-8")
    assert ocop("submit", "sam-day") == 0  # it has its code


def test_a_code_that_another_product_carries_is_refused(ocop: Ocop, prepared: Path) -> None:
    path = prepared / "dossiers/ca-phe.yaml"
    text = path.read_text(encoding="utf-8").replace("51-23356-02-2025", "51-23356-01-2026")
    path.write_text(text, encoding="utf-8")
    assert ocop("submit", "sam-day") == 1


def test_a_letter_that_was_issued_keeps_its_dossiers_together(ocop: Ocop, ready: Path) -> None:
    before = (ready / LETTER).read_bytes()
    assert ocop("evaluate", "sam-day", "--as-of", "2026-11-24") == 0  # a new report, the same letter
    assert ocop("submit", "sam-day", "--as-of", "2026-11-24") == 0
    request = read(ready).prepared
    assert request is not None
    assert request.letter is not None
    assert (request.letter.file, request.package) == (LETTER, None)
    assert (ready / LETTER).read_bytes() == before
    assert ocop("send", "sam-day", *WAY, "--as-of", "2026-11-24") == 1


def test_a_package_is_checked_against_its_lists_and_the_hash_that_was_kept(
    ocop: Ocop, ready: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ocop("verify", PACKAGE) == 0
    path = ready / PACKAGE
    with zipfile.ZipFile(path) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    report = next(name for name in files if name.endswith("bao-cao-danh-gia.pdf"))
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, b"khac" if name == report else content)
        archive.writestr("ocop-23356-2026-01/data/la.txt", b"x")
    capsys.readouterr()
    assert ocop("verify", PACKAGE) == 1
    told = capsys.readouterr().out
    assert "data/sam-day/bao-cao-danh-gia.pdf: đã khác lúc lập gói" in told
    assert "data/la.txt: không có trong danh sách của gói" in told
    assert "mã băm khác mã đã ghi ở hồ sơ sam-day" in told
    path.write_bytes(b"PK")
    assert ocop("verify", PACKAGE) == 1
    assert ocop("check", "sam-day") == 0
    assert "P018" in capsys.readouterr().out


def test_next_tells_what_a_prepared_request_waits_for(
    ocop: Ocop, prepared: Path, printed: Callable[[], Any], capsys: pytest.CaptureFixture[str]
) -> None:
    for command in ("ocop submit sam-day", "ocop send sam-day", "ocop result sam-day"):
        capsys.readouterr()
        assert ocop("next", "sam-day", "--json") == 0
        (step,) = printed()["items"]
        assert step["command"] == command
        if command == "ocop submit sam-day":
            assert step["action"].startswith("lấy số, ký")
            sign(ocop, prepared, [LETTER, REPORT])
            assert ocop("submit", "sam-day") == 0
        else:
            ocop("send", "sam-day", *WAY)
