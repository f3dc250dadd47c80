"""A signed scan is read before it is attached: its signatures, whose it is already; no export takes its place."""

import os
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest

from ocop_cli.store.files.changes import Change
from ocop_cli.store.index import stamps
from ocop_cli.store.other_programs import office
from ocop_cli.store.papers.document_records import load_document
from ocop_cli.store.reading.sources import Sources
from ocop_cli.usecases.checking import issued
from ocop_cli.usecases.papers.issue import scan_hash
from support import scans

Ocop = Callable[..., int]
TODAY = ("--on", "23/11/2026")
SCAN = "papers/ban-ky.pdf"


@pytest.fixture
def numbered(ocop: Ocop) -> tuple[str, str]:
    """Two documents that have their numbers."""
    assert ocop("paper", "tiep-nhan", "sam-day") == 0
    assert ocop("evaluate", "sam-day") == 0
    names = ("documents/2026/sam-day-evaluation-report.docx", "documents/2026/sam-day-receipt.docx")
    assert ocop("docs", "number", names[0], "--number", "12", *TODAY) == 0
    return names


def signed(workspace: Path, document: str) -> Any:
    return load_document(Sources(workspace), document).record.signed


def test_the_signatures_of_a_scan_are_told_with_what_was_not_checked(
    ocop: Ocop, workspace: Path, numbered: tuple[str, str], capsys: Any
) -> None:
    (workspace / SCAN).write_bytes(scans.digitally_signed(added=b"\nthem"))
    capsys.readouterr()
    assert ocop("docs", "sign", numbered[0], "--scan", SCAN, "--digital") == 0
    told = capsys.readouterr().err
    assert f"chữ ký số: {scans.SIGNER}, lúc 09:15 ngày 03/12/2026 theo giờ ghi trong tệp" in told
    assert "còn được ghi thêm 4 byte" in told
    assert "chưa kiểm tra chữ ký còn nguyên vẹn" in told


def test_a_scan_outside_the_folder_is_told_as_such(
    ocop: Ocop, numbered: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "da-ky.pdf").write_bytes(scans.pdf())
    assert ocop("docs", "sign", numbered[0], "--scan", str(tmp_path / "da-ky.pdf")) == 2
    assert "nằm ngoài thư mục làm việc" in capsys.readouterr().err


@pytest.mark.parametrize("content", [scans.pdf(), scans.photo(), scans.pdf(lock="mo"), b"%PDF-1.4 junk"])
def test_a_scan_without_signatures_is_refused_where_one_is_said_to_be(
    ocop: Ocop, workspace: Path, numbered: tuple[str, str], content: bytes, capsys: Any
) -> None:
    (workspace / SCAN).write_bytes(content)
    assert ocop("docs", "sign", numbered[0], "--scan", SCAN, "--digital") == 1
    assert "không có chữ ký số nào" in capsys.readouterr().err
    assert signed(workspace, numbered[0]) is None


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (scans.pdf(), "không thấy chữ ký số nào"),
        (scans.pdf(lock="mo"), "tệp khóa mật khẩu"),
        (scans.photo(), "Tệp không phải PDF."),
        (b"\x00\x00\x00\x18ftypheic....", "có thể không mở được"),
    ],
)
def test_a_scan_signed_by_hand_is_taken_and_told(
    ocop: Ocop, workspace: Path, numbered: tuple[str, str], content: bytes, told: str, capsys: Any
) -> None:
    (workspace / SCAN).write_bytes(content)
    capsys.readouterr()
    assert ocop("docs", "sign", numbered[0], "--scan", SCAN) == 0
    shown = capsys.readouterr().err
    assert told in shown
    assert "người đính kèm chịu trách nhiệm đối chiếu" in shown


def test_the_scan_of_another_document_is_asked_about(
    ocop: Ocop, workspace: Path, numbered: tuple[str, str], capsys: Any
) -> None:
    (workspace / SCAN).write_bytes(scans.pdf())
    (workspace / "papers/ban-ky-2.pdf").write_bytes(scans.pdf())
    assert ocop("docs", "sign", numbered[0], "--scan", SCAN) == 0
    capsys.readouterr()
    assert ocop("docs", "sign", numbered[1], "--scan", "papers/ban-ky-2.pdf") == 2
    assert f"đã là bản ký của {numbered[0]}" in capsys.readouterr().err
    assert signed(workspace, numbered[1]) is None
    assert ocop("docs", "sign", numbered[1], "--scan", "papers/ban-ky-2.pdf", "-y") == 0


def made_by(producer: str) -> bytes:
    """Return a PDF that names its maker."""
    return scans.pdf(made_by=producer)


@pytest.mark.parametrize(
    ("there", "kept", "target"),
    [
        (None, False, "bao-cao.pdf"),
        (made_by("LibreOffice 7.4"), False, "bao-cao.pdf"),
        (made_by("LibreOffice 7.4"), True, "bao-cao-xuat-1.pdf"),
        (made_by("Canon iR-ADV"), False, "bao-cao-xuat-1.pdf"),
        (scans.digitally_signed(), False, "bao-cao-xuat-1.pdf"),
        (b"broken", False, "bao-cao-xuat-1.pdf"),
    ],
)
def test_an_export_takes_the_place_of_an_export_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, there: bytes | None, kept: bool, target: str
) -> None:
    (tmp_path / "bao-cao.docx").write_bytes(b"PK")
    if there is not None:
        (tmp_path / "bao-cao.pdf").write_bytes(there)

    def convert(words: list[str], **_: Any) -> Any:
        (Path(words[words.index("--outdir") + 1]) / "bao-cao.pdf").write_bytes(b"%PDF new")
        return CompletedProcess[bytes](words, 0, b"", b"")

    monkeypatch.setattr("ocop_cli.store.other_programs.office.shutil.which", lambda name: name)
    monkeypatch.setattr("ocop_cli.store.other_programs.office.subprocess.run", convert)
    (made,) = office.plan_pdf(tmp_path, ["bao-cao.docx"], {"bao-cao.pdf"} if kept else ())
    assert made == Change(target, there if target == "bao-cao.pdf" else None, b"%PDF new")


@pytest.mark.parametrize("path", ["x" * 300 + ".pdf", ".", "./"])
def test_a_path_that_no_disk_takes_or_a_folder_is_refused_in_words(
    ocop: Ocop, capsys: pytest.CaptureFixture[str], numbered: tuple[str, str], path: str
) -> None:
    for words in (
        ("docs", "sign", numbered[0], "--scan", path),
        ("intake", path),
        ("lint", path),
        ("import", path),
    ):
        assert ocop(*words) in {1, 2, 3}, words
        assert "lỗi của chính nó" not in capsys.readouterr().err


def test_check_tells_of_a_document_changed_after_it_was_signed_and_hashes_a_scan_once(
    ocop: Ocop,
    workspace: Path,
    numbered: tuple[str, str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    document, read = workspace / numbered[0], list[str]()

    def noted(root: Path, name: str) -> str | None:
        read.append(name)
        return scan_hash(root, name)

    monkeypatch.setattr(issued, "scan_hash", noted)

    def told_by_check() -> str:
        (workspace / "dossiers/ca-phe.yaml").touch()  # another answer than the one that stands ready
        capsys.readouterr()
        assert ocop("check") in {0, 1}
        return capsys.readouterr().out

    (workspace / SCAN).write_bytes(scans.pdf())
    document.write_bytes(document.read_bytes() + b" ")  # the number is typed by hand before it is signed
    assert "P018" not in told_by_check()
    assert ocop("docs", "sign", numbered[0], "--scan", SCAN) == 0
    for path in (document, workspace / SCAN):
        os.utime(path, ns=(1, 1))
    monkeypatch.setattr(stamps, "GRANULE", -(10**12))  # files that were written a moment ago may be kept
    told_by_check()  # of the report its dossier was checked: what a run read before it looked is not kept
    told_by_check()
    read.clear()
    assert "P018" not in told_by_check()
    assert read == []
    document.write_bytes(document.read_bytes() + b" ")
    assert f"{numbered[0]}: tệp văn bản đã khác lúc đính kèm bản ký" in told_by_check()
    assert read == []  # of the scan; the document was read with its dossier
    (workspace / SCAN).write_bytes(scans.pdf() + b" ")
    assert f"bản ký {SCAN} đã bị thay" in told_by_check()
