"""One product code for one product, one number for one document, also where two people gave them apart."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from ocop_cli.dossier.model import Dossier
from ocop_cli.programme.choices import NumberSeries
from ocop_cli.programme.document_record import DocumentRecord, NumberBook
from ocop_cli.reports.document_register import series_key
from ocop_cli.store.dossier.dossiers import dossier_name
from ocop_cli.store.files.changes import AnyChange, Change
from ocop_cli.store.files.paths import content_of
from ocop_cli.store.papers.document_records import document_of
from ocop_cli.store.reading.records import read_record
from ocop_cli.store.reading.skim import skim_dossiers
from ocop_cli.store.reading.sources import Sources
from ocop_cli.store.workspace.data_places import DATA_PLACES, model_of
from ocop_cli.store.yaml.edit import Edit, Remove, edit
from ocop_cli.store.yaml.source import parse


class CodeTwice(NamedTuple):
    """A product code of two dossiers, by their files: ours and the one of which the other copy has written."""

    code: str
    ours: str
    theirs: str
    ours_sent: bool
    theirs_sent: bool


def codes_twice(sources: Sources, changes: Iterable[AnyChange]) -> Iterator[CodeTwice]:
    """Yield the product codes that a merge would give twice."""
    written = {change.path: change for change in changes if _is_dossier(change)}
    for path, change in written.items():
        new = _codes(change.after, path).keys() - _codes(change.before, path).keys()
        for code in sorted(new):
            raw = code.encode()
            near = map(dossier_name, skim_dossiers(sources.root, lambda text, raw=raw: raw in text))  # type: ignore[misc]  # bound in the loop
            for other in near:
                held = _content(sources, written, other)
                if other != path and code in (codes := _codes(held, other)):
                    yield CodeTwice(code, other, path, codes[code], _codes(change.after, path)[code])


def without_request(content: bytes, name: str, code: str) -> bytes:
    """Return a dossier without its request of a code that is prepared and not sent: the next ``ocop submit`` makes it anew."""
    source = parse(content, name)
    edits: list[Edit] = [
        Remove(field)
        for field, request in _requests(content, name)
        if _names(request, code) and not request.get("on")
    ]
    return edit(source, list(reversed(edits))).raw


def numbers_twice(sources: Sources, changes: Iterable[AnyChange], series: NumberSeries) -> Iterator[str]:
    """Yield, in words, the numbers of a year that two documents would carry, with what to do."""
    written = {change.path: change for change in changes if isinstance(change, Change)}
    new = {path for path in written if model_of(path) in (DocumentRecord, NumberBook)}
    if not new:
        return
    given: dict[tuple[Any, ...], dict[str, str]] = defaultdict(dict)
    for path in sorted({*new, *_numbered_files(sources)}):
        for number, symbol, year, title in _numbers(_content(sources, written, path), path):
            given[series_key(symbol, series), number, year][path] = f"{title or symbol} ({_carrier(path)})"
    for (_, number, year), carried in given.items():
        if len(carried) > 1 and new & carried.keys():
            order = sorted(carried, key=lambda path: (model_of(path) is DocumentRecord, path in new, path))
            last = _carrier(order[-1])
            again = f'ghi lại số đúng: `ocop docs number {last} --number SỐ --on NGÀY --reason "trùng số"`'
            cure = again if last.endswith(".docx") else f"sửa dòng ghi thừa trong {last}"
            yield f"số {number} năm {year} cấp hai lần: {'; '.join(carried.values())}; hỏi văn thư, rồi {cure}"


def _carrier(name: str) -> str:
    """Return what carries a number: the document that a record stands beside, else the book itself."""
    return document_of(name) if model_of(name) is DocumentRecord else name


def _is_dossier(change: AnyChange) -> bool:
    return isinstance(change, Change) and model_of(change.path) is Dossier


def _content(sources: Sources, written: Mapping[str, Any], name: str) -> bytes | None:
    if name in written:
        after: bytes | None = written[name].after
        return after
    return content_of(sources.root / name)


def _codes(content: Any, name: str) -> dict[str, bool]:
    """Return the product codes of a dossier, each with whether a request with it was sent."""
    found: dict[str, bool] = {}
    for _, request in _requests(content, name):
        if code := request.get("product_code"):
            found[code] = found.get(code, False) or bool(request.get("on"))
    return found


def _names(request: Mapping[str, Any], code: str) -> bool:
    return request.get("product_code") == code


def _requests(content: Any, name: str) -> Iterator[tuple[tuple[str | int, ...], Mapping[str, Any]]]:
    data = parse(content, name).filled if isinstance(content, bytes) else {}
    first = data.get("submission")
    if isinstance(first, dict):
        yield ("submission",), first
    for number, request in enumerate(data.get("submissions") or ()):
        if isinstance(request, dict):
            yield ("submissions", number), request


def _numbered_files(sources: Sources) -> Iterator[str]:
    for place in DATA_PLACES:
        if place.model in (DocumentRecord, NumberBook):
            yield from place.files(sources.root)


def _numbers(content: bytes | None, name: str) -> Iterator[tuple[int, str, int, str]]:
    """Yield the numbers that a record or a book of numbers says: number, symbol, year, title."""
    if content is None or b"number:" not in content:
        return
    if model_of(name) is NumberBook:
        book = read_record(parse(content, name), NumberBook).record
        for other in book.others if book else ():
            yield other.number, other.symbol, other.on.year, other.title or ""
        return
    record = read_record(parse(content, name), DocumentRecord).record
    if record and record.issue and record.symbol:
        yield record.issue.number, record.symbol, record.year, record.title
