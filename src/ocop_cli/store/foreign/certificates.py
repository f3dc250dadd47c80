"""The name in the certificate of a signature: read from its DER, nothing of it is verified."""

from collections.abc import Iterator
from typing import NamedTuple

_SEQUENCE, _SET, _CONTEXT_0 = 0x30, 0x31, 0xA0
_COMMON_NAME = b"\x55\x04\x03"
_TEXTS = {0x0C: "utf-8", 0x13: "ascii", 0x14: "latin-1", 0x16: "ascii", 0x1E: "utf-16-be"}
_SHORT = 0x80  # a length below it stands in one byte


class _Item(NamedTuple):
    tag: int
    content: bytes


def signer_name(contents: bytes) -> str:
    """Return the common name of the certificate that no other certificate of a signature was issued by.

    Empty where it cannot be read: the container is somebody else's.
    """
    try:
        people = _certificates(contents)
    except (IndexError, StopIteration, UnicodeDecodeError):
        return ""
    issuers = {issuer for issuer, subject in people if issuer != subject}
    return next((_common_name(subject) for _, subject in people if subject not in issuers), "")


def points_nowhere(contents: bytes) -> bool:
    """Say whether a signature means a certificate of an issuer that none in it has; programs that encode the name twice do so."""
    try:
        issuers, meant = {issuer for issuer, _ in _certificates(contents)}, _meant_issuer(contents)
    except (IndexError, StopIteration):
        return False
    return bool(meant) and meant not in issuers


def _meant_issuer(contents: bytes) -> bytes:
    """Return the issuer by which the first signer is told; empty where another way tells him (RFC 5652, 5.3)."""
    signers = next(item for item in reversed(_parts(contents)) if item.tag == _SET)
    person = list(_items(next(_items(signers.content)).content))[1]
    return next(_items(person.content)).content if person.tag == _SEQUENCE else b""


def _parts(contents: bytes) -> list[_Item]:
    """Return the parts of the signed data in a CMS container (RFC 5652, 5.1)."""
    container = next(_items(contents)).content
    signed = next(item for item in _items(container) if item.tag == _CONTEXT_0)
    return list(_items(next(_items(signed.content)).content))


def _certificates(contents: bytes) -> list[tuple[bytes, bytes]]:
    """Return issuer and subject of each certificate of a CMS container."""
    found = []
    held = next(item for item in _parts(contents) if item.tag == _CONTEXT_0)
    for certificate in _items(held.content):
        body = _items(next(_items(certificate.content)).content)
        names = [item for item in body if item.tag == _SEQUENCE]  # algorithm, issuer, validity, subject, key
        found.append((names[1].content, names[3].content))
    return found


def _common_name(name: bytes) -> str:
    for part in _items(name):
        for pair in _items(part.content):
            kind, value = list(_items(pair.content))[:2]
            if kind.content == _COMMON_NAME and value.tag in _TEXTS:
                return value.content.decode(_TEXTS[value.tag], "replace").strip()
    return ""


def _items(der: bytes) -> Iterator[_Item]:
    """Yield the items of a DER content one after another."""
    at = 0
    while at + 1 < len(der) and der[at]:
        tag, length, at = der[at], der[at + 1], at + 2
        if length >= _SHORT:
            size = length - _SHORT
            length, at = int.from_bytes(der[at : at + size], "big"), at + size
        yield _Item(tag, der[at : at + length])
        at += length
