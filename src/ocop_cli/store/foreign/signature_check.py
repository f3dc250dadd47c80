"""Whether digital signatures still hold: read by pyHanko, never fetched from anywhere; trust only where roots are given.

pyHanko is imported where a signature is really checked: it takes longer to load than most commands run.
"""

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, NamedTuple

from ocop_cli.store.files.disk import PIECE

if TYPE_CHECKING:
    from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
    from pyhanko_certvalidator import ValidationContext

_SIGNED = b"/ByteRange"
_VIETNAM = timezone(timedelta(hours=7))
_LOGGERS = ("pyhanko", "pyhanko_certvalidator")


class CheckedSignature(NamedTuple):
    """One signature as checked: ``name`` and ``on`` of the signer, the latter in the time of Vietnam.

    ``intact``: what it covers is as it was signed, and the signature itself is sound; ``changed``: the file says
    something else since, more than a further signature adds. ``trusted`` is ``None`` where no roots were given.
    """

    name: str
    on: datetime | None
    intact: bool
    changed: bool
    trusted: bool | None


def check_signatures(file: IO[bytes], roots: Sequence[Path] = ()) -> dict[str, CheckedSignature]:
    """Map the fields of a PDF to their signatures as checked; what pyHanko cannot read is not there.

    ``roots`` are files of certificates (PEM or DER) that somebody trusts. Never raises for what is in the PDF; raises
    ``ValueError`` for roots that are none.
    """
    if not _holds(file, _SIGNED):
        return {}
    context, found = _context(roots), dict[str, CheckedSignature]()
    with _quiet():
        for signature in _signatures(file):
            try:
                found[signature.field_name] = _checked(signature, context, is_rooted=bool(roots))
            except MemoryError:
                raise
            except Exception:  # noqa: S112 - a container that pyHanko refuses stays unchecked, the others do not
                continue
    return found


def _holds(file: IO[bytes], words: bytes) -> bool:
    """Say whether some bytes stand in a file, which is read in pieces."""
    file.seek(0)
    before = b""
    while piece := file.read(PIECE):
        if words in before + piece:
            return True
        before = piece[1 - len(words) :]
    return False


def _signatures(file: IO[bytes]) -> "Sequence[EmbeddedPdfSignature]":
    from pyhanko.pdf_utils.reader import PdfFileReader

    try:
        return list(PdfFileReader(file, strict=False).embedded_signatures)
    except MemoryError:
        raise
    except Exception:
        return []


def _checked(
    signature: "EmbeddedPdfSignature", context: "ValidationContext", *, is_rooted: bool
) -> CheckedSignature:
    from pyhanko.sign.diff_analysis import ModificationLevel
    from pyhanko.sign.validation import validate_pdf_signature

    status = validate_pdf_signature(signature, signer_validation_context=context)
    subject = signature.signer_cert.subject.native
    at = signature.self_reported_timestamp
    return CheckedSignature(
        str(subject.get("common_name", "")),
        (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(_VIETNAM) if at else None,
        intact=bool(status.intact and status.valid),
        changed=status.modification_level is ModificationLevel.OTHER,
        trusted=bool(status.trusted) if is_rooted else None,
    )


def load_roots(roots: Sequence[Path]) -> list[Any]:
    """Return the certificates in some files. Raises ``ValueError`` naming the files where one holds none."""
    from pyhanko.keys import load_certs_from_pemder

    try:
        return list(load_certs_from_pemder([str(path) for path in roots]))  # type: ignore[no-untyped-call]  # pyhanko's own
    except Exception as error:
        raise ValueError(", ".join(map(str, roots))) from error


def _context(roots: Sequence[Path]) -> "ValidationContext":
    from pyhanko_certvalidator import ValidationContext

    return ValidationContext(trust_roots=load_roots(roots), allow_fetching=False)


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep its remarks in English from the screen."""
    for name in _LOGGERS:
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    yield
