"""What a PDF is said to be: pages, version, colour, resolution, signatures; never 0 pages, never a signature that is none."""

from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from ocop_cli.programme.scan_standard import ScanFacts, shortfalls
from ocop_cli.store.built_in.packaged import load_scan_standard
from ocop_cli.store.foreign.certificates import signer_name
from ocop_cli.store.foreign.incoming import read_incoming
from ocop_cli.store.foreign.pdf import Trouble, read_pdf
from support import scans
from support.paths import ROOT

MADE = ROOT / "tests/foreign/pdf"
"""PDFs as several programs make them."""


@pytest.mark.parametrize(
    ("content", "pages", "trouble"),
    [
        (scans.pdf(3), 3, Trouble.NONE),
        (scans.pdf(3, lock=""), 3, Trouble.NONE),
        (scans.pdf(3, lock="mo"), None, Trouble.LOCKED),
        (scans.pdf(3)[:-400], None, Trouble.BROKEN),
        (b"", None, Trouble.BROKEN),
        (b"%PDF-1.4\n", None, Trouble.BROKEN),
    ],
)
def test_pages_or_why_they_cannot_be_counted(content: bytes, pages: int | None, trouble: Trouble) -> None:
    found = read_pdf(content)
    assert (found.pages, found.trouble) == (pages, trouble)


def test_the_text_of_the_first_page_is_read() -> None:
    assert read_pdf(scans.pdf(2, "PHIEU DANG KY")).text == "PHIEU DANG KY"


@pytest.mark.parametrize(
    ("content", "facts", "said"),
    [
        (scans.scanned(), ScanFacts("1.4", 200, is_colour=True, longest_side=297), []),
        (scans.scanned(dpi=96), ScanFacts("1.4", 96, is_colour=True, longest_side=297), ["96 dpi"]),
        (scans.scanned(mode="L"), ScanFacts("1.4", 200, is_colour=False, longest_side=297), ["màu"]),
        (scans.scanned(mode="1"), ScanFacts("1.4", 200, is_colour=False, longest_side=297), ["màu"]),
        (scans.pdf(), ScanFacts("1.3", None, None, 297), ["phiên bản 1.3"]),
        (scans.pdf(size=(2480, 3508)), ScanFacts("1.3", None, None, 1238), ["1.3", "1238 mm"]),
    ],
)
def test_where_a_scan_falls_short_is_told(content: bytes, facts: ScanFacts, said: list[str]) -> None:
    found = read_pdf(content).scan
    assert found == facts
    told = list(shortfalls(load_scan_standard(), found))
    assert len(told) == len(said)
    assert all(word in line for word, line in zip(said, told, strict=True))


WHOLE = (0, 0, 72, 72)


@pytest.mark.parametrize(
    ("placed", "dpi", "is_colour"),
    [
        ([scans.Placed((200, 200), "icc", WHOLE)], 200, True),
        ([scans.Placed((100, 100), "rgb", WHOLE), scans.Placed((300, 300), "mask", WHOLE)], 300, True),
        ([scans.Placed((300, 300), "mask", WHOLE)], 300, False),
        ([scans.Placed((200, 50), "icc", (0, y, 72, 18)) for y in (54, 36, 18, 0)], 200, True),
        ([scans.Placed((90, 90), "icc", WHOLE), scans.Placed((200, 200), "icc", (0, 0, 9, 9))], 90, True),
        ([scans.Placed((200, 200), "icc", (0, 0, 36, 36))], None, None),
    ],
    ids=["with a profile of colours", "paper and letters in layers", "letters alone", "in strips", "with a seal", "a seal alone"],
)  # fmt: skip
def test_a_scan_is_measured_however_it_was_laid_on_its_page(
    placed: list[scans.Placed], dpi: int | None, is_colour: bool | None
) -> None:
    found = read_pdf(scans.with_pictures(*placed)).scan
    assert (found.dpi, found.is_colour) == (dpi, is_colour)


@pytest.mark.parametrize("place", [True, False])
def test_a_photo_in_a_pdf_that_tells_its_place_is_told(tmp_path: Path, place: bool) -> None:
    (tmp_path / "anh.pdf").write_bytes(scans.with_photo(scans.photo(place=place)))
    (found,) = read_incoming(tmp_path, load_scan_standard())
    assert ["còn ghi vị trí chụp" in note for note in found.notes] == [True] * place


def test_a_signature_is_read_with_the_name_of_its_certificate_and_the_time_in_vietnam() -> None:
    (found,) = read_pdf(scans.digitally_signed(name="Ten khac")).signatures
    at = datetime(2026, 12, 3, 9, 15, tzinfo=timezone(timedelta(hours=7)))
    assert (found.name, found.on, found.added) == (scans.SIGNER, at, 0)


@pytest.mark.parametrize(("added", "count"), [(b"\n\n", 0), (b"\n1 0 obj", 7)])
def test_bytes_after_a_signature_are_counted(added: bytes, count: int) -> None:
    (found,) = read_pdf(scans.digitally_signed(added=added)).signatures
    assert found.added == count


@pytest.mark.parametrize("content", [scans.pdf(), scans.scanned(), scans.pdf(lock="mo")])
def test_a_file_without_signatures_has_none(content: bytes) -> None:
    assert read_pdf(content).signatures == ()


@pytest.mark.parametrize(
    "contents", [b"", b"junk", scans.SIGNED[:100], b"\x30\x84\xff\xff\xff\xff", bytes(100)]
)
def test_a_container_that_cannot_be_read_names_nobody(contents: bytes) -> None:
    assert signer_name(contents) == ""


@pytest.mark.parametrize(
    ("maker", "is_colour"),
    [
        ("reportlab-form", True),
        ("cairo", True),
        ("ghostscript", False),
        ("img2pdf-palette", False),
        ("libreoffice", False),
    ],
)
def test_a_scan_is_measured_whatever_program_put_it_on_the_page(maker: str, is_colour: bool) -> None:
    """Each is a picture of 200 dpi: as it is, with a palette of greys, or in a form of half its size that is drawn doubled."""
    scan = read_pdf(MADE / f"{maker}.pdf").scan
    assert scan.is_colour is is_colour
    assert scan.dpi == pytest.approx(200, abs=11)


@pytest.mark.parametrize(("nested", "is_measured"), [(1, True), (3, True), (40, False)])
def test_a_picture_in_forms_lies_where_they_put_it(nested: int, is_measured: bool) -> None:
    """Each form is drawn twice as large, its own matrix halves it; the name of the picture is also that of a form outside."""
    found = read_pdf(scans.in_forms(scans.Placed((200, 200), "rgb", (0, 0, 72, 72)), nested)).scan
    assert (found.dpi, found.is_colour) == ((200, True) if is_measured else (None, None))
