"""What a PDF says of itself: its pages, its version, its scans, its first words, its signatures.

pypdf is imported where a PDF is really read: it takes longer to load than most commands run.
"""

import io
import logging
import re
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import IO, TYPE_CHECKING, NamedTuple

from ocop_cli.programme.scan_standard import ScanFacts
from ocop_cli.store.foreign.scanned_pages import POINTS, SeenPage, seen_page
from ocop_cli.store.foreign.signatures import PdfSignature, signatures_of

if TYPE_CHECKING:
    from pypdf import PdfReader

_MILLIMETRES = 25.4
_LOOKED_AT = 20  # pages whose scans are measured
_ARCHIVAL = re.compile(rb"pdfaid:(part|conformance)(?:>|\s*=\s*[\"'])\s*(\w+)")


class Trouble(StrEnum):
    """Why the pages of a PDF cannot be counted."""

    NONE = ""
    LOCKED = "tệp khóa mật khẩu"
    BROKEN = "tệp hỏng hoặc chưa tải xong"


class PdfFacts(NamedTuple):
    """A PDF as read: ``pages`` is ``None`` where they cannot be counted, never 0; ``text`` is that of the first page,
    ``producer`` the program that it names as its maker, ``archival`` the kind of PDF/A that it says it is (``PDF/A-2b``),
    ``has_place`` whether a photo in it tells where it was taken."""

    pages: int | None
    trouble: Trouble
    scan: ScanFacts
    text: str
    signatures: tuple[PdfSignature, ...]
    producer: str = ""
    archival: str = ""
    has_place: bool = False


def count_pages(path: Path) -> int | None:
    """Return how many pages a PDF has; ``None`` where they cannot be counted."""
    with path.open("rb") as file:
        return _read(file)[1]


def read_pdf(pdf: Path | bytes, roots: Sequence[Path] = ()) -> PdfFacts:
    """Read everything that is told of a PDF, of a file without holding it in memory; never raises for what is in it.

    ``roots`` are files of certificates that somebody trusts. Raises ``OSError`` for a file that cannot be opened.
    """
    with io.BytesIO(pdf) if isinstance(pdf, bytes) else pdf.open("rb") as file:
        return _facts(file, roots)


def _facts(file: IO[bytes], roots: Sequence[Path]) -> PdfFacts:
    reader, pages, trouble = _read(file)
    if reader is None or pages is None:
        return PdfFacts(None, trouble, ScanFacts(), "", ())
    scan, text, producer, archival, signatures = ScanFacts(), "", "", "", tuple[PdfSignature, ...]()
    seen = dict[int, SeenPage]()
    for number in range(min(pages, _LOOKED_AT)):
        with _tolerant():
            seen[number] = seen_page(reader.pages[number])
    with _tolerant():
        scan = _measured(reader, seen.values())
    with _tolerant():
        signatures = tuple(signatures_of(reader, file, roots))
    with _tolerant():
        producer = str(reader.metadata.get("/Producer", "")) if reader.metadata else ""
    with _tolerant():
        archival = _archival(reader)
    with _tolerant():
        text = reader.pages[0].extract_text()
    has_place = any(page.has_place for page in seen.values())
    return PdfFacts(pages, Trouble.NONE, scan, text, signatures, producer, archival, has_place)


def _read(file: IO[bytes]) -> tuple["PdfReader | None", int | None, Trouble]:
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, FileNotDecryptedError

    reader, pages, trouble = None, 0, Trouble.BROKEN
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it prints remarks in English
    with _tolerant():
        try:
            reader = PdfReader(file)
            if reader.is_encrypted and not reader.decrypt(""):
                return None, None, Trouble.LOCKED
            pages = len(reader.pages)
        except (DependencyError, FileNotDecryptedError):  # a lock that only another library opens
            return None, None, Trouble.LOCKED
    return (reader, pages, Trouble.NONE) if pages else (None, None, trouble)


@contextmanager
def _tolerant() -> Iterator[None]:
    """Let a part of a broken file be unknown: a reader of other people's bytes raises nearly everything."""
    try:
        yield
    except MemoryError:
        raise
    except Exception:  # noqa: S110 - what cannot be read is not known; nothing else is concluded from it
        pass


def _measured(reader: "PdfReader", pages: Collection[SeenPage]) -> ScanFacts:
    """Return the version and the longest side of a PDF, and the worst of its pages that are scans."""
    scans = [page.scan for page in pages if page.scan]
    colours = [each.is_colour for each in scans if each.is_colour is not None]
    return ScanFacts(
        _version(reader),
        round(min(each.dpi for each in scans)) if scans else None,
        all(colours) if colours else None,
        round(max((page.longest_side for page in pages), default=0) / POINTS * _MILLIMETRES),
    )


def _archival(reader: "PdfReader") -> str:
    """Return the kind of PDF/A that the metadata claim; nothing here says that the file keeps to it."""
    packet = reader.root_object.get("/Metadata")
    said = dict(_ARCHIVAL.findall(packet.get_object().get_data())) if packet is not None else {}
    part, level = (said.get(name, b"").decode("ascii") for name in (b"part", b"conformance"))
    return f"PDF/A-{part}{level.lower()}" if part else ""


def _version(reader: "PdfReader") -> str:
    """Return the version that the head or, where it is higher, the catalogue names."""
    head = reader.pdf_header.removeprefix("%PDF-")
    return max(head, str(reader.root_object.get("/Version", "")).removeprefix("/"))
