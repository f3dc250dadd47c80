"""Photos: what they hold beside the picture, and the same picture without it, not a pixel written anew."""

import io
import struct
import warnings
import zlib
from collections.abc import Iterator
from typing import NamedTuple

from ocop_cli.programme.scan_standard import ScanFacts
from ocop_cli.store.foreign.formats import Format

_ORIENTATION, _PLACE = 0x0112, 0x8825  # EXIF tags
_UPRIGHT = 1
_GREY_MODES = {"1", "L", "LA", "I", "I;16", "F"}
# JPEG (ITU-T T.81): markers without a length, and what is kept of the segments that applications add
_BARE = {0x01, *range(0xD0, 0xD8)}
_SOI, _EOI, _SOS = 0xD8, 0xD9, 0xDA
_APPLICATION, _COMMENT = range(0xE0, 0xF0), 0xFE
_KEPT_SEGMENTS = (
    b"\xe0JFIF\x00",
    b"\xe2ICC_PROFILE\x00",
    b"\xeeAdobe",
)  # size, colours, how colours are stored
_KEPT_CHUNKS = {  # PNG: beside the critical ones, those that change how the picture looks
    b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"cICP", b"sBIT", b"bKGD", b"pHYs", b"acTL", b"fcTL", b"fdAT",
}  # fmt: skip
_WEBP_CHUNKS = {b"VP8 ", b"VP8L", b"VP8X", b"ANIM", b"ANMF", b"ALPH", b"ICCP"}
_WEBP_EXIF, _WEBP_XMP = 0x08, 0x04


class PhotoFacts(NamedTuple):
    """A picture as read: its frames and measures; whether it tells a place. ``frames`` is ``None`` for a broken file."""

    frames: int | None
    scan: ScanFacts
    has_place: bool


def read_photo(content: bytes) -> PhotoFacts:
    """Read what a picture says of itself; never raises for what is in it."""
    from PIL.Image import DecompressionBombError
    from PIL.Image import open as open_picture

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of very large pictures, which are not decoded here
            with open_picture(io.BytesIO(content)) as picture:
                dots = picture.info.get("dpi")
                scan = ScanFacts(
                    dpi=round(min(dots)) if dots and picture.format == "TIFF" else None,
                    is_colour=picture.mode not in _GREY_MODES,
                )
                frames = getattr(picture, "n_frames", 1) if picture.format == "TIFF" else 1
                return PhotoFacts(frames, scan, bool(picture.getexif().get_ifd(_PLACE)))
    except (OSError, ValueError, SyntaxError, KeyError, struct.error, DecompressionBombError):
        return PhotoFacts(None, ScanFacts(), has_place=False)


CLEANED = (Format.JPEG, Format.PNG, Format.WEBP)
"""The formats of photos that are cleaned."""


def cleaned(content: bytes, kind: Format) -> bytes | None:
    """Return a photo without place, time, device, remarks and small copies of itself; ``None`` for one that is cut off.

    Kept are the picture's own bytes, its colour profile and the way it is to be turned.
    """
    cleaner = {Format.JPEG: _jpeg, Format.PNG: _png, Format.WEBP: _webp}[kind]
    try:
        return cleaner(content)
    except (IndexError, struct.error, ValueError):
        return None


def _turned(content: bytes) -> bytes:
    """Return an EXIF block that says how a picture is to be turned and nothing else; empty where it stands upright."""
    from PIL.Image import DecompressionBombError
    from PIL.Image import open as open_picture

    try:
        with open_picture(io.BytesIO(content)) as picture:
            way = int(picture.getexif().get(_ORIENTATION, _UPRIGHT))
    except (OSError, ValueError, SyntaxError, DecompressionBombError):
        way = _UPRIGHT
    if way not in range(2, 9):
        return b""
    return b"MM\x00*" + struct.pack(">IHHHIHHI", 8, 1, _ORIENTATION, 3, 1, way, 0, 0)


def _jpeg(content: bytes) -> bytes:
    parts, turned = [content[:2]], _turned(content)
    exif = b"Exif\x00\x00" + turned
    added = b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif if turned else b""
    for marker, segment in _segments(content):
        if added and not segment.startswith(b"\xff\xe0JFIF"):
            parts.append(added)
            added = b""
        is_aside = marker in _APPLICATION or marker == _COMMENT
        if not is_aside or (segment[1:2] + segment[4:]).startswith(_KEPT_SEGMENTS):
            parts.append(segment)
    return b"".join(parts)


def _segments(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the marker and the bytes of every segment of the first picture; what stands behind its end is left out."""
    at = 2
    while True:
        while content[at + 1] == 0xFF:  # noqa: PLR2004 - fill bytes may stand before a marker
            at += 1
        if content[at] != 0xFF:  # noqa: PLR2004 - every marker begins with it
            raise ValueError(at)
        marker = content[at + 1]
        if marker == _EOI:
            yield marker, content[at : at + 2]
            return
        end = at + 2 if marker in _BARE else at + 2 + int.from_bytes(content[at + 2 : at + 4], "big")
        end = _scan_end(content, end) if marker == _SOS else end
        yield marker, content[at:end]
        at = end


def _scan_end(content: bytes, at: int) -> int:
    """Return where the coded picture ends: at the first marker that does not belong to it."""
    while True:
        at = content.index(b"\xff", at)
        if content[at + 1] and content[at + 1] not in _BARE and content[at + 1] != 0xFF:  # noqa: PLR2004 - a fill byte
            return at
        at += 1


def _png(content: bytes) -> bytes:
    parts, at, turned = [content[:8]], 8, _turned(content)
    while at < len(content):
        (size,) = struct.unpack(">I", content[at : at + 4])
        name, end = content[at + 4 : at + 8], at + 12 + size
        if end > len(content):
            raise ValueError(at)
        is_critical = not name[0] & 0x20
        if is_critical or name in _KEPT_CHUNKS:
            parts.append(content[at:end])
        if name == b"IHDR" and turned:
            body = b"eXIf" + turned
            parts.append(struct.pack(">I", len(turned)) + body + struct.pack(">I", zlib.crc32(body)))
        if name == b"IEND":
            return b"".join(parts)
        at = end
    raise ValueError(at)


def _webp(content: bytes) -> bytes:
    chunks, at, turned = list[bytes](), 12, _turned(content)
    end = min(len(content), 8 + int.from_bytes(content[4:8], "little"))
    while at + 8 <= end:
        name, size = content[at : at + 4], int.from_bytes(content[at + 4 : at + 8], "little")
        chunk = content[at : at + 8 + size + size % 2]
        if name == b"VP8X":
            flags = chunk[8] & ~(_WEBP_EXIF | _WEBP_XMP) | (_WEBP_EXIF if turned else 0)
            chunk = chunk[:8] + bytes([flags]) + chunk[9:]
        if name in _WEBP_CHUNKS:
            chunks.append(chunk)
        at += len(chunk)
    if turned:
        chunks.append(b"EXIF" + struct.pack("<I", len(turned)) + turned)
    body = b"WEBP" + b"".join(chunks)
    return b"RIFF" + struct.pack("<I", len(body)) + body
