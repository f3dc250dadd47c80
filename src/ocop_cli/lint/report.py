"""The violation report on one file: every rule asked, every violation told."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ocop_cli.lint import (
    annexes,
    body,
    citations,
    electronic,
    font,
    header,
    hygiene,
    issuer,
    number,
    page,
    signature,
    special,
    subject,
)
from ocop_cli.lint.components import WordDocument
from ocop_cli.lint.parsing import parse_document
from ocop_cli.lint.seen import SeenPage, seen_violations
from ocop_cli.lint.standard import Standard
from ocop_cli.lint.violations import Case, Check, Known, Violation
from ocop_cli.ooxml.package import open_package

CHECKS: dict[str, Check] = {
    **page.CHECKS,
    **font.CHECKS,
    **header.CHECKS,
    **number.CHECKS,
    **subject.CHECKS,
    **body.CHECKS,
    **citations.CHECKS,
    **signature.CHECKS,
    **issuer.CHECKS,
    **annexes.CHECKS,
    **special.CHECKS,
    **electronic.CHECKS,
    **hygiene.CHECKS,
}
"""Every rule with the function that asks for it, in the order of the decree."""


class ViolationReport(NamedTuple):
    """What is wrong with a document. ``kind`` is what it was taken for, ``left_out`` the rules that were not asked.

    ``why`` says in words why they were not. ``pages`` is how many printed pages were seen, 0 where none was, and
    ``seen`` the rules whose verdict rests on them.
    """

    kind: str
    violations: tuple[Violation, ...]
    left_out: int = 0
    why: str = ""
    pages: int = 0
    seen: tuple[str, ...] = ()


def report_violations(
    content: bytes,
    standard: Standard,
    known: Known = Known(),  # noqa: B008 - frozen
    pages: Sequence[SeenPage] = (),
) -> ViolationReport:
    """Return the violation report on a Word file; its printed ``pages``, where they are given, are asked before widths.

    Raises ``UnreadableError`` when the file cannot be looked at.
    """
    document = parse_document(open_package(content), standard)
    document.reckoned = len(pages) > 1 if pages else None
    case = Case(document, standard, known)
    left_out, why = _left_out(document)
    found = list(violations_of(case))
    found, seen = seen_violations(case, pages, found) if pages else (found, ())
    return ViolationReport(kind_words(document), tuple(found), left_out, why, len(pages), seen)


def violations_of(case: Case) -> Iterator[Violation]:
    """Ask every rule that can be asked of a document."""
    for rule, check in CHECKS.items():
        if not case.document.is_inner or rule.startswith(_ALWAYS):
            yield from check(case)


def _left_out(document: WordDocument) -> tuple[int, str]:
    """Return how many rules could not be asked of a document, and why."""
    if document.is_annex_file or (document.is_known and not document.attached):
        return 0, ""
    if document.is_known:
        return _count(_OF_TEXT), f"{document.attached.lower()} đứng sau phần ký"
    if not document.head:
        return _count(_OF_HEAD + _OF_KIND + _OF_FOOT), "không nhận ra phần đầu"
    if document.is_inner:
        return len(CHECKS) - _count(_ALWAYS), "Nghị định không nêu loại phiếu này"
    return (
        _count(_OF_KIND),
        "không nhận ra tên loại"
        if not document.kind
        else f"Nghị định không nêu loại {document.kind_name.lower()}",
    )


def _count(prefixes: tuple[str, ...]) -> int:
    return sum(rule.startswith(prefixes) for rule in CHECKS)


_ALWAYS = ("PG", "FT", "HD-02", "HD-05", "OX", "AX", "MK", "TT-06")
_OF_HEAD = ("HD", "SO", "DD", "TT-0")
_OF_KIND = ("TL", "KG", "NN-01", "ND-14", "SO-01", "SO-03", "DD-01")
_OF_TEXT = ("ND",)
_OF_FOOT = ("KY", "NN-02", "NN-03", "NN-04", "NN-05", "NN-06")


def kind_words(document: WordDocument) -> str:
    """Return what a document is taken for; an unknown kind is said to be unknown, never guessed."""
    if document.kind_name:
        return document.kind_name.lower()
    if document.is_letter:
        return "công văn"
    return (
        "văn bản chưa rõ loại"
        if document.is_official
        else "phiếu, phụ lục hoặc tài liệu không phải văn bản hành chính"
    )
