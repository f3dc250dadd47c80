"""The verdict on one file: every rule asked, every fault told."""

from dataclasses import dataclass

from ocop_cli.lint import body, citations, font, header, hygiene, number, page, signature, subject
from ocop_cli.lint.components import Paper, take_apart
from ocop_cli.lint.opening import open_package
from ocop_cli.lint.standard import Rule, Standard
from ocop_cli.lint.violations import Case, Fault, Known, Look

LOOKS: dict[str, Look] = {
    **page.LOOKS,
    **font.LOOKS,
    **header.LOOKS,
    **number.LOOKS,
    **subject.LOOKS,
    **body.LOOKS,
    **citations.LOOKS,
    **signature.LOOKS,
    **hygiene.LOOKS,
}
"""Every rule with the function that asks for it, in the order of the decree."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is wrong with a document. ``kind`` is what it was taken for."""

    kind: str
    faults: tuple[Fault, ...]

    def of(self, standard: Standard, severity: str) -> list[Fault]:
        """Return the faults of one severity."""
        return [fault for fault in self.faults if standard.rules[fault.rule].severity == severity]


def judge(content: bytes, standard: Standard, known: Known = Known()) -> Verdict:  # noqa: B008 - frozen
    """Return the verdict on a Word file. Raises ``UnreadableError`` when it cannot be looked at."""
    paper = take_apart(open_package(content), standard)
    case = Case(paper, standard, known)
    faults = [fault for look in LOOKS.values() for fault in look(case)]
    return Verdict(kind_words(paper), tuple(faults))


def kind_words(paper: Paper) -> str:
    """Return what a document is taken for; an unknown kind is said to be unknown, never guessed."""
    if paper.kind_name:
        return paper.kind_name.lower()
    if paper.is_letter:
        return "công văn"
    return (
        "văn bản chưa rõ loại"
        if paper.is_official
        else "phiếu, phụ lục hoặc tài liệu không phải văn bản hành chính"
    )


def rule_of(fault: Fault, standard: Standard) -> Rule:
    """Return the rule that a fault breaks."""
    return standard.rules[fault.rule]
