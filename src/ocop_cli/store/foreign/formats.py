"""What a file is by its first bytes: its name may say anything."""

from enum import StrEnum
from pathlib import Path


class Format(StrEnum):
    """The formats that are told apart; the value is the ending that a file of it gets."""

    PDF = "pdf"
    JPEG = "jpg"
    PNG = "png"
    WEBP = "webp"
    TIFF = "tif"
    HEIC = "heic"
    OFFICE = "docx"
    OLD_OFFICE = "doc"
    OTHER = ""

    @property
    def is_picture(self) -> bool:
        """Whether it is a picture that the program reads."""
        return self in _PICTURES


HEIC_WORDS = "ảnh HEIC của điện thoại; lưu lại thành JPG rồi nhận lại"
"""What is said of a picture that few can open."""
_PICTURES = {Format.JPEG, Format.PNG, Format.WEBP, Format.TIFF}
_HEAD = 1024  # a PDF may have some bytes of a mail or of a printer before it begins
_HEIF = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1", b"avif")
_STARTS = (
    (b"\xff\xd8\xff", Format.JPEG),
    (b"\x89PNG\r\n\x1a\n", Format.PNG),
    (b"II*\x00", Format.TIFF),
    (b"MM\x00*", Format.TIFF),
    (b"PK\x03\x04", Format.OFFICE),
    (b"\xd0\xcf\x11\xe0", Format.OLD_OFFICE),
)


def format_of_file(path: Path) -> Format:
    """Return the format of a file as its first bytes tell. Raises ``OSError``."""
    with path.open("rb") as file:
        return format_of(file.read(_HEAD))


def format_of(content: bytes) -> Format:
    """Return the format of a file."""
    for start, found in _STARTS:
        if content.startswith(start):
            return found
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return Format.WEBP
    if content[4:8] == b"ftyp" and content[8:12] in _HEIF:
        return Format.HEIC
    return Format.PDF if b"%PDF-" in content[:_HEAD] else Format.OTHER
