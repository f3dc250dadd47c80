"""The digital signatures of a PDF: where they stand and what the file tells of them, with what a check of each found."""

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, NamedTuple

from ocop_cli.store.files.disk import PIECE
from ocop_cli.store.foreign.certificates import points_nowhere, signer_name
from ocop_cli.store.foreign.signature_check import CheckedSignature, check_signatures

if TYPE_CHECKING:
    from pypdf import PdfReader

_CORNER = 0.15  # of the height of a page: the margin and what reaches below it
_VIETNAM = timezone(timedelta(hours=7))  # as the clock of the session: fixed
_TIME = re.compile(r"^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)?(?:Z|([+-])(\d\d)'?(\d\d)?'?)?")


class SignatureLook(NamedTuple):
    """What a signature shows: ``shown`` says whether it has a place on a page, ``words`` what is written there,
    ``at_corner`` whether that is the top right of the first page."""

    shown: bool = False
    words: str = ""
    at_corner: bool = False


class PdfSignature(NamedTuple):
    """One signature: the name in its certificate, else the one written beside it; the time that the signer set.

    ``added`` is how many bytes of the file it does not cover: they were written after it, or before its beginning.
    ``check`` is ``None`` for one that could not be checked; ``points_nowhere`` says that this is so because the certificate
    that it means is not in it.
    """

    name: str
    on: datetime | None
    added: int
    look: SignatureLook = SignatureLook()
    check: CheckedSignature | None = None
    points_nowhere: bool = False


def signatures_of(reader: "PdfReader", file: IO[bytes], roots: Sequence[Path] = ()) -> Iterator[PdfSignature]:
    """Yield the signatures of a PDF in the order in which they were made; ``roots`` are certificates that are trusted."""
    found, checks = [], check_signatures(file, roots)
    for field_name, field in (reader.get_fields() or {}).items():
        if field.get("/FT") != "/Sig" or "/V" not in field:
            continue
        value = field["/V"].get_object()
        start, _, after, rest = (int(number) for number in value["/ByteRange"])
        end = after + rest
        added = start + _words_behind(file, end)
        check = checks.get(field_name)
        contents = bytes(value["/Contents"])
        name = check.name if check else signer_name(contents) or str(value.get("/Name", ""))
        look = _look(field.indirect_reference.get_object() if field.indirect_reference else field, reader)
        is_lost = check is None and points_nowhere(contents)
        found.append((end, PdfSignature(name, _time(str(value.get("/M", ""))), added, look, check, is_lost)))
    yield from (signature for _, signature in sorted(found, key=lambda pair: pair[0]))


def _words_behind(file: IO[bytes], start: int) -> int:
    """Return how many bytes stand behind a place in a file, blanks at either end left out."""
    file.seek(start)
    first, last, at = None, 0, 0
    while piece := file.read(PIECE):
        if said := piece.strip():
            begins = at + piece.index(said)
            first = begins if first is None else first
            last = begins + len(said)
        at += len(piece)
    return last - (first or 0)


def _look(field: Any, reader: "PdfReader") -> SignatureLook:
    """Read where a signature stands and what is written there; one field may have its place apart from itself."""
    widget = field["/Kids"][0].get_object() if "/Rect" not in field and "/Kids" in field else field
    left, bottom, right, top = (float(side) for side in widget.get("/Rect", (0, 0, 0, 0)))
    if left == right or bottom == top:
        return SignatureLook()
    first, page = reader.pages[0], widget.get("/P")
    appearance = widget.get("/AP", {}).get("/N")
    words = first.extract_xform_text(appearance.get_object()) if appearance is not None else ""
    across, down = float(first.mediabox.width), float(first.mediabox.height)
    is_first = page is None or page.get_object() == first.get_object()
    at_corner = is_first and (left + right) / 2 > across / 2 and (bottom + top) / 2 > down * (1 - _CORNER)
    return SignatureLook(shown=True, words=" ".join(words.split()), at_corner=at_corner)


def _time(text: str) -> datetime | None:
    """Read the time of a signature, in the time of Vietnam; one without a zone is taken for it."""
    found = _TIME.match(text)
    if not found:
        return None
    year, month, day, hour, minute = (int(part) for part in found.groups()[:5])
    sign, hours, minutes = found.groups()[6:]
    shift = timedelta(hours=int(hours or 0), minutes=int(minutes or 0)) * (-1 if sign == "-" else 1)
    zone = timezone(shift) if sign else UTC if text.rstrip("'").endswith("Z") else _VIETNAM
    try:
        return datetime(year, month, day, hour, minute, tzinfo=zone).astimezone(_VIETNAM)
    except ValueError:
        return None
