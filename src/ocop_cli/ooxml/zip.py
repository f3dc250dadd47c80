"""The zip around the parts of a Word file: always the same bytes for the same parts."""

import io
import zipfile
from collections.abc import Mapping

ZipDate = tuple[int, int, int, int, int, int]
ZIP_EPOCH: ZipDate = (1980, 1, 1, 0, 0, 0)
"""The earliest date a zip can carry. Our own documents carry no other; Word and LibreOffice write real dates."""


def zip_parts(parts: Mapping[str, bytes], on: ZipDate = ZIP_EPOCH, *, onto: bytes = b"") -> bytes:
    """Zip the parts with one fixed date, the content types first as Word expects, behind those of a zip that is there."""
    buffer = io.BytesIO(onto)
    with zipfile.ZipFile(buffer, "a" if onto else "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(parts, key=lambda part: (part != "[Content_Types].xml", part)):
            entry = zipfile.ZipInfo(name, on)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, parts[name])
    return buffer.getvalue()
