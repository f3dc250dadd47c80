"""Numbers of a year that more than one document carries: two people, or two machines, gave them apart."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any, NamedTuple

from ocop_cli.findings import Finding, Place, Severity
from ocop_cli.programme.document_record import NumberBook
from ocop_cli.reports.document_register import series_key
from ocop_cli.store.papers.document_records import gather_documents
from ocop_cli.store.programme.profile import load_profile
from ocop_cli.store.reading.records import gather_records
from ocop_cli.store.reading.sources import Sources
from ocop_cli.store.workspace.data_places import DATA_PLACES

_WHY = "số văn bản là duy nhất trong năm; hai văn bản một số thì không dẫn, không tìm được"


class _Given(NamedTuple):
    number: int
    symbol: str
    year: int
    place: Place
    carried_by: str
    cure: str


def number_findings(sources: Sources) -> Iterator[Finding]:
    """P019: a number of a year and a series is given twice; the one that is told first stands, the others name it."""
    profile = load_profile(sources).record
    if profile is None:
        return
    given: dict[tuple[Any, ...], list[_Given]] = defaultdict(list)
    for each in (*_of_documents(sources), *_of_books(sources)):
        given[series_key(each.symbol, profile.settings.number_series), each.number, each.year].append(each)
    for first, *others in given.values():
        for other in others:
            said = f"Số {other.number:02d}/{other.symbol} năm {other.year} cấp hai lần: {other.carried_by} và {first.carried_by}"
            hint = f"hỏi văn thư số nào đúng, rồi {other.cure}"
            yield Finding(
                "P019", Severity.WARNING, said, other.place, why=_WHY, hint=hint, related=(first.place,)
            )


def _of_documents(sources: Sources) -> Iterator[_Given]:
    for file in gather_documents(sources).rest(sources.leave_out):
        issue, symbol = file.record.issue, file.record.symbol
        if issue and symbol:
            cure = f'ghi lại: `ocop docs number {file.document} --number SỐ --on NGÀY --reason "trùng số"`'
            place = file.source.place(("issue", "number"))
            yield _Given(issue.number, symbol, file.record.year, place, file.document, cure)


def _of_books(sources: Sources) -> Iterator[_Given]:
    names = [name for each in DATA_PLACES if each.model is NumberBook for name in each.files(sources.root)]
    for file in gather_records(sources, names, NumberBook).rest(sources.leave_out):
        name = file.source.name
        for row, other in enumerate(file.record.others):
            words = f"văn bản ghi trong {name}{f' ({other.title})' if other.title else ''}"
            place = file.source.place(("others", row, "number"))
            yield _Given(
                other.number, other.symbol, other.on.year, place, words, f"sửa dòng ghi thừa trong {name}"
            )
