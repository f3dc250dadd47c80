"""The digital signatures of a PDF as the file tells them: nothing here says that a signature is valid or trusted."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING, NamedTuple

from ocop_cli.store.foreign.certificates import signer_name

if TYPE_CHECKING:
    from pypdf import PdfReader

_VIETNAM = timezone(timedelta(hours=7))  # as the clock of the session: fixed
_TIME = re.compile(r"^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)?(?:Z|([+-])(\d\d)'?(\d\d)?'?)?")


class PdfSignature(NamedTuple):
    """One signature: the name in its certificate, else the one written beside it; the time that the signer set.

    ``added`` is how many bytes of the file it does not cover: they were written after it, or before its beginning.
    """

    name: str
    on: datetime | None
    added: int


def signatures_of(reader: "PdfReader", content: bytes) -> Iterator[PdfSignature]:
    """Yield the signatures of a PDF in the order in which they were made."""
    found = []
    for field in (reader.get_fields() or {}).values():
        if field.get("/FT") != "/Sig" or "/V" not in field:
            continue
        value = field["/V"].get_object()
        start, _, after, rest = (int(number) for number in value["/ByteRange"])
        end = after + rest
        added = start + len(content[end:].strip())
        name = signer_name(bytes(value["/Contents"])) or str(value.get("/Name", ""))
        found.append((end, PdfSignature(name, _time(str(value.get("/M", ""))), added)))
    yield from (signature for _, signature in sorted(found, key=lambda pair: pair[0]))


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
