"""The violation report on one file: every rule asked, every violation told."""

from typing import NamedTuple

from ocop_cli.lint import body, citations, electronic, font, header, hygiene, number, page, signature, subject
from ocop_cli.lint.components import WordDocument, parse_document
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
    **electronic.CHECKS,
    **hygiene.CHECKS,
}
"""Every rule with the function that asks for it, in the order of the decree."""


class ViolationReport(NamedTuple):
    """What is wrong with a document. ``kind`` is what it was taken for."""

    kind: str
    violations: tuple[Violation, ...]

    def of(self, standard: Standard, severity: str) -> list[Violation]:
        """Return the violations of one severity."""
        return [
            violation for violation in self.violations if standard.rules[violation.rule].severity == severity
        ]


def report_violations(content: bytes, standard: Standard, known: Known = Known()) -> ViolationReport:  # noqa: B008 - frozen
    """Return the violation report on a Word file. Raises ``UnreadableError`` when it cannot be looked at."""
    document = parse_document(open_package(content), standard)
    case = Case(document, standard, known)
    violations = [violation for formatting in CHECKS.values() for violation in formatting(case)]
    return ViolationReport(kind_words(document), tuple(violations))


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
