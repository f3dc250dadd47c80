"""The zip around the parts of a Word file: always the same bytes for the same parts."""

import struct
import zlib
from collections.abc import Mapping
from typing import NamedTuple

ZipDate = tuple[int, int, int, int, int, int]
ZIP_EPOCH: ZipDate = (1980, 1, 1, 0, 0, 0)
"""The earliest date a zip can carry. Our own documents carry no other; Word and LibreOffice write real dates."""

_HEAD, _LISTED, _END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
_DEFLATED, _VERSION, _UNIX = 8, 20, 3
_UTF_8 = 0x800
_MODE = 0o600 << 16


class Packed(NamedTuple):
    """A part as it lies in a zip: deflated once for the many files that hold it."""

    deflated: bytes
    crc: int
    size: int


def packed(content: bytes) -> Packed:
    """Return a part deflated."""
    deflater = zlib.compressobj(zlib.Z_DEFAULT_COMPRESSION, zlib.DEFLATED, -zlib.MAX_WBITS)
    return Packed(deflater.compress(content) + deflater.flush(), zlib.crc32(content), len(content))


def zip_parts(parts: Mapping[str, bytes | Packed], on: ZipDate = ZIP_EPOCH) -> bytes:
    """Zip the parts with one fixed date, the content types first as Word expects.

    The zip of the standard library writes the same and deflates every part anew.
    """
    body, listed = bytearray(), bytearray()
    for name in sorted(parts, key=lambda part: (part != "[Content_Types].xml", part)):
        part = parts[name]
        part = packed(part) if isinstance(part, bytes) else part
        at, meta = len(body), _meta(name, part, on)
        written = name.encode()
        body += _HEAD + struct.pack("<H", _VERSION) + meta + written + part.deflated
        listed += _LISTED + struct.pack("<BBH", _VERSION, _UNIX, _VERSION) + meta
        listed += struct.pack("<HHHLL", 0, 0, 0, _MODE, at) + written
    count = len(parts)
    return bytes(
        body + listed + _END + struct.pack("<HHHHLLH", 0, 0, count, count, len(listed), len(body), 0)
    )


def _meta(name: str, part: Packed, on: ZipDate) -> bytes:
    """Return what head and list say of a part alike: flags, method, time, day, sum, sizes, length of its name."""
    year, month, day, hour, minute, second = on
    time, date = hour << 11 | minute << 5 | second // 2, (year - 1980) << 9 | month << 5 | day
    flags = 0 if name.isascii() else _UTF_8
    sizes = (part.crc, len(part.deflated), part.size, len(name.encode()), 0)
    return struct.pack("<HHHHLLLHH", flags, _DEFLATED, time, date, *sizes)
