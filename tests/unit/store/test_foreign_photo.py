"""A photo loses place, time and device, and nothing that is seen."""

import io

import pytest
from PIL import Image

from ocop_cli.store.foreign.formats import Format, format_of
from ocop_cli.store.foreign.photo import CLEANED, cleaned, read_photo
from support import scans

KINDS = [
    ("JPEG", {}), ("JPEG", {"progressive": True}), ("PNG", {}), ("WEBP", {}), ("WEBP", {"lossless": True}),
]  # fmt: skip


def opened(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))


@pytest.mark.parametrize("turned", range(1, 9))
@pytest.mark.parametrize(("kind", "more"), KINDS)
def test_a_photo_is_cleaned_and_looks_the_same(kind: str, more: dict[str, bool], turned: int) -> None:
    content = scans.photo(kind, turned=turned, **more)
    clean = cleaned(content, format_of(content))
    assert clean is not None
    before, after = opened(content), opened(clean)
    assert before.tobytes() == after.tobytes()
    assert before.info["icc_profile"] == after.info["icc_profile"]
    assert dict(after.getexif()) == ({} if turned == 1 else {0x0112: turned})
    assert not after.getexif().get_ifd(0x8825)
    assert b"DIENTHOAI" in content
    assert b"DIENTHOAI" not in clean
    assert b"2026:11:01" not in clean


@pytest.mark.parametrize(("kind", "more"), KINDS)
def test_a_clean_photo_stays_as_it_is(kind: str, more: dict[str, bool]) -> None:
    clean = cleaned(scans.photo(kind, turned=6, **more), format_of(scans.photo(kind)))
    assert clean is not None
    assert cleaned(clean, format_of(clean)) == clean


def test_what_a_telephone_puts_behind_the_picture_goes_too() -> None:
    behind = b"\x00\x00SEFT 14.33,107.83" + scans.photo()
    assert cleaned(scans.photo() + behind, Format.JPEG) == cleaned(scans.photo(), Format.JPEG)


def test_xmp_and_the_block_of_photoshop_go() -> None:
    content = scans.photo(xmp=b"<x:xmpmeta>14.33,107.83</x:xmpmeta>")
    clean = cleaned(content[:2] + b"\xff\xed\x00\x0fPhotoshop 3.0" + content[2:], Format.JPEG)
    assert clean is not None
    assert b"xmpmeta" not in clean
    assert b"Photoshop" not in clean
    assert opened(clean).tobytes() == opened(content).tobytes()


@pytest.mark.parametrize("kind", CLEANED)
@pytest.mark.parametrize("part", [0.1, 0.5, 0.9])
def test_a_photo_that_is_cut_off_is_none_or_clean(kind: Format, part: float) -> None:
    content = scans.photo({"jpg": "JPEG"}.get(kind, kind.upper()))
    clean = cleaned(content[: int(len(content) * part)], kind)
    assert clean is None or b"DIENTHOAI" not in clean


def test_the_place_in_a_photo_is_told() -> None:
    assert read_photo(scans.photo()).has_place
    assert not read_photo(scans.photo(place=False)).has_place
    assert read_photo(b"\xff\xd8\xff broken").frames is None


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (scans.pdf(), Format.PDF),
        (b"mail header\r\n" + scans.pdf(), Format.PDF),
        (b"\x00\x00\x00\x18ftypheic....", Format.HEIC),
        (b"II*\x00....", Format.TIFF),
        (b"PK\x03\x04", Format.OFFICE),
        (b"hello", Format.OTHER),
        (b"", Format.OTHER),
    ],
)
def test_a_file_is_what_its_first_bytes_say(content: bytes, kind: Format) -> None:
    assert format_of(content) is kind
