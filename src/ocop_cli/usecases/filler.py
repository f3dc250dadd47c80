"""Words that stand for a fact which nobody gave, on the papers that go to the province."""

from collections.abc import Iterator

from ocop_cli.findings import Finding, Place, Severity
from ocop_cli.lint.report import report_violations
from ocop_cli.ooxml.package import UnreadableError
from ocop_cli.store.dossiers import DossierFile
from ocop_cli.store.files.paths import inside
from ocop_cli.store.packaged import load_standard
from ocop_cli.store.sources import Sources
from ocop_cli.usecases.signed import RequestPaper, report_of

_RULE = "OX-06"


def filler_findings(sources: Sources, file: DossierFile) -> Iterator[Finding]:
    """F222: find every filler word in the evaluation report of a dossier, also in one that was signed with it."""
    paper = report_of(file)
    if paper and paper.document.endswith(".docx"):
        yield from _in_paper(sources, paper)


def _in_paper(sources: Sources, paper: RequestPaper) -> Iterator[Finding]:
    path = inside(sources.root, paper.document)
    try:
        report = report_violations(path.read_bytes(), load_standard())
    except (UnreadableError, OSError):
        return  # a paper that is gone or broken is told by other findings
    for violation in report.violations:
        if violation.rule == _RULE:
            message = f"{paper.document}: {violation.found} ({violation.place})"
            hint = f"bổ sung nội dung vào hồ sơ rồi chạy lại `ocop evaluate {paper.file.id}`"
            place = Place(paper.file.source.name, paper.field)
            yield Finding("F222", Severity.ERROR, message, place, why=_WHY, hint=hint)


_WHY = "báo cáo còn chữ đặt tạm thì tỉnh trả lại"
