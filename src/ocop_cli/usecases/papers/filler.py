"""Words that stand for a fact which nobody gave, on the papers that leave the house."""

from collections.abc import Iterator

from ocop_cli.findings import Finding, Place, Severity
from ocop_cli.lint.filler import find_fillers
from ocop_cli.ooxml.package import UnreadableError
from ocop_cli.store.dossier.dossiers import DossierFile
from ocop_cli.store.files.paths import inside
from ocop_cli.store.reading.sources import Sources
from ocop_cli.usecases.papers.signed import RequestPaper, letter_of, report_of

_WHY = "văn bản còn chữ đặt tạm thì nơi nhận trả lại"


def filler_findings(sources: Sources, file: DossierFile) -> Iterator[Finding]:
    """F222: find every filler word in the papers that a dossier goes to the province with, also in signed ones."""
    report, letter = report_of(file), letter_of(file)
    cures = {"report": f"`ocop evaluate {file.id}`", "letter": f"`ocop submit {file.id}`"}
    for paper, verb in ((report, cures["report"]), (letter, cures["letter"])):
        if paper:
            yield from _in_paper(sources, paper, verb)


def fillers_in(sources: Sources, document: str) -> Iterator[Finding]:
    """F222: find every filler word in a document that is given its number, or is sent."""
    for words in _filler_words(sources, document):
        hint = "sửa văn bản rồi mới ban hành"
        yield Finding("F222", Severity.WARNING, words, Place(document), why=_WHY, hint=hint)


def _in_paper(sources: Sources, paper: RequestPaper, verb: str) -> Iterator[Finding]:
    for words in _filler_words(sources, paper.document):
        hint = f"bổ sung nội dung vào hồ sơ rồi chạy lại {verb}"
        place = Place(paper.file.source.name, paper.field)
        yield Finding("F222", Severity.ERROR, words, place, why=_WHY, hint=hint)


def _filler_words(sources: Sources, document: str) -> Iterator[str]:
    """Yield each filler word of a Word document with its place; none of a paper that is gone or broken."""
    path = inside(sources.root, document)
    try:
        fillers = find_fillers(path.read_bytes()) if document.endswith(".docx") else ()
    except (UnreadableError, OSError):
        return  # told by other findings
    for filler in fillers:
        yield f"{document}: {filler.found} ({filler.place})"
