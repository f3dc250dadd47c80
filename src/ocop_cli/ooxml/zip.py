"""The zip around the parts of a Word file: always the same bytes for the same parts."""

import io
import zipfile
from collections.abc import Mapping

ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest date a zip can carry. Our own documents carry no other; Word and LibreOffice write real dates."""


def zip_parts(parts: Mapping[str, bytes]) -> bytes:
    """Zip the parts with fixed dates, the content types first as Word expects."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(parts, key=lambda part: (part != "[Content_Types].xml", part)):
            entry = zipfile.ZipInfo(name, ZIP_EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, parts[name])
    return buffer.getvalue()
