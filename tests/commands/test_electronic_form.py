"""What the decree asks of an electronic document is told as far as a PDF shows it: signatures, corner, PDF/A."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ocop_cli.programme.scan_standard import ScanFacts
from ocop_cli.store.foreign.pdf import PdfFacts, Trouble, read_pdf
from ocop_cli.store.foreign.signatures import PdfSignature, SignatureLook
from ocop_cli.usecases.papers.electronic_form import electronic_lacks, signed_words
from support import scans

ANNEX = "Phụ lục I\nDANH MỤC SẢN PHẨM\n(Kèm theo Kế hoạch số     /KH-UBND ngày     tháng 10 năm 2026 của UBND xã Mẫu)"
FULL = ANNEX.replace("số     /KH-UBND ngày     ", "số 05/KH-UBND ngày 15 ")
CORNER = "05/KH-UBND; 2026-10-15T09:30:00+07:00"
AT_CORNER, AT_FOOT = (330, 790, 560, 815), (330, 80, 560, 160)


def facts(text: str, *looks: SignatureLook, archival: str = "") -> PdfFacts:
    signed = tuple(PdfSignature("Nguyễn Văn Mẫu", None, 0, look) for look in looks)
    return PdfFacts(1, Trouble.NONE, ScanFacts(), text, signed, archival=archival)


@pytest.mark.parametrize(
    ("found", "told"),
    [
        (facts(ANNEX), ()),
        (facts(ANNEX, SignatureLook(shown=True, words=CORNER, at_corner=True)), ()),
        (facts(f"{CORNER}\n{ANNEX}", SignatureLook(shown=True)), ()),
        (facts(ANNEX, SignatureLook()), ("không thấy dòng số, ký hiệu và thời gian ký",)),
        (facts(ANNEX, SignatureLook(shown=True, words="Nguyễn Văn Mẫu", at_corner=True)), ("không thấy dòng số",)),
        (facts(ANNEX, SignatureLook(shown=True, words=CORNER)), ("không ở góc trên bên phải trang đầu",)),
        (facts(ANNEX, SignatureLook(shown=True, words="05/KH-UBND; 2026-10-15", at_corner=True)), ("dòng ký số ghi",)),
        (facts(FULL, SignatureLook(shown=True, words=CORNER, at_corner=True)), ("để trống số, ngày",)),
        (facts("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", SignatureLook()), ("không hiện ở trang nào",)),
        (facts("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", SignatureLook(), SignatureLook(shown=True)), ()),
        (facts(""), ()),
    ],
)  # fmt: skip
def test_what_lacks_is_told_and_nothing_else(found: PdfFacts, told: tuple[str, ...]) -> None:
    lacks = list(electronic_lacks(found))
    assert len(lacks) == len(told)
    assert all(words in lack for words, lack in zip(told, lacks, strict=True))


@pytest.mark.parametrize(
    ("at", "shown", "look"),
    [
        ((0, 0, 0, 0), "", SignatureLook()),
        (AT_CORNER, CORNER, SignatureLook(shown=True, words=CORNER, at_corner=True)),
        (AT_FOOT, "Nguyen Van Mau", SignatureLook(shown=True, words="Nguyen Van Mau")),
        (AT_FOOT, "", SignatureLook(shown=True)),
    ],
)
def test_a_signature_is_read_with_its_place_and_its_words(
    at: tuple[int, int, int, int], shown: str, look: SignatureLook
) -> None:
    (signature,) = read_pdf(scans.digitally_signed(at=at, shown=shown)).signatures
    assert (signature.name, signature.look) == (scans.SIGNER, look)


@pytest.mark.parametrize(
    ("packet", "kind"),
    [
        (b"<x><pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance></x>", "PDF/A-2b"),
        (b'<x pdfaid:part="1" pdfaid:conformance="A"/>', "PDF/A-1a"),
        (b"<x>pdfaid:part</x>", ""),
    ],
)
def test_a_file_says_whether_it_is_for_the_archive(packet: bytes, kind: str) -> None:
    assert read_pdf(scans.archival(packet)).archival == kind


def test_only_a_file_signed_digitally_is_told_what_archives_take() -> None:
    assert list(signed_words(facts("x"))) == []
    shown = SignatureLook(shown=True)
    assert list(signed_words(facts("x", shown, archival="PDF/A-2b"))) == ["tệp ghi là PDF/A-2b"]
    (told,) = signed_words(facts("x", shown))
    assert "không chuyển đổi tệp đã ký" in told


def test_the_signed_file_is_told_when_it_is_attached(
    ocop: Callable[..., int], workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ocop("paper", "tiep-nhan", "sam-day") == 0
    document = "documents/2026/sam-day-receipt.docx"
    content = scans.digitally_signed()
    (workspace / "papers/ky.pdf").write_bytes(content)
    assert ocop("docs", "sign", document, "--scan", "papers/ky.pdf", "--digital") == 0
    assert "chữ ký số không hiện ở trang nào" in capsys.readouterr().err
    assert (workspace / "papers/ky.pdf").read_bytes() == content


@pytest.mark.office
def test_an_export_is_for_the_archive(ocop: Callable[..., int], workspace: Path, capsys: Any) -> None:
    assert shutil.which("soffice")
    assert ocop("evaluate", "sam-day", "--pdf") == 0
    told = capsys.readouterr().err
    for name in ("evaluation-report", "commune-points"):
        made = read_pdf((workspace / f"documents/2026/sam-day-{name}.pdf").read_bytes())
        assert (made.archival, made.signatures) == ("PDF/A-2b", ())
    assert "không phải PDF/A" not in told
    assert "Khi ký số" in told
