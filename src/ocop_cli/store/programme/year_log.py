"""The acts of each year as they lie in the folder: ``programme/activities/<year>.yaml``. A bad row stops no other."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pydantic import ValidationError

from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.findings import Finding, Place, Severity
from ocop_cli.programme.log_entry import SCHEMA, LogEntry, LogItem, YearLog
from ocop_cli.programme.log_kind import misfits
from ocop_cli.store.built_in.packaged import load_log_kinds
from ocop_cli.store.files.changes import Change, plan_write
from ocop_cli.store.reading.gaps import Gap, Gathered, refuse_gaps
from ocop_cli.store.reading.records import Loaded, load_record, usable
from ocop_cli.store.reading.sources import Sources
from ocop_cli.store.workspace.data_files import stands_for_folder, year_files
from ocop_cli.store.yaml.dump import dump
from ocop_cli.store.yaml.edit import Append, Edit, Remove, Set, change_of
from ocop_cli.store.yaml.source import Source, locate_all
from ocop_cli.viet.ids import id_of_file

LOG_FOLDER = "programme/activities"
_HEADER = (
    "# yaml-language-server: $schema=../../schemas/activities.json\n"
    "# Việc đã làm và dự kiến trong năm; ghi thêm bằng `ocop log`, mỗi dòng một việc.\n\n"
)
_ROWS = "activities"


def log_name(year: int) -> str:
    """Return the file of a year's acts, relative to the workspace."""
    return f"{LOG_FOLDER}/{year}.yaml"


def load_log(sources: Sources, year: int) -> Loaded[YearLog]:
    """Read a year's acts with every error; never raises for bad data."""
    return load_record(sources, log_name(year), YearLog)


def log_findings(sources: Sources) -> Iterator[Finding]:
    """Yield what does not fit in the acts of every year: P032. Errors of the fields are told by their reader."""
    for loaded in _logs(sources):
        if loaded.record is not None:
            found = misfits(loaded.record, load_log_kinds(), loaded.source.name)
            yield from locate_all(found, loaded.source.located)


def gather_log(sources: Sources, years: Sequence[int] | None = None) -> Gathered[LogItem]:
    """Return the acts of some years, or of all; each row that cannot be used is a gap of its own.

    So is a folder that cannot be had, whichever years are asked for.
    """
    return Gathered(item for loaded in _logs(sources, years) for item in _items(loaded))


def _logs(sources: Sources, years: Sequence[int] | None = None) -> Iterator[Loaded[YearLog]]:
    for path in year_files(sources.root / LOG_FOLDER):
        if years is None or stands_for_folder(path) or int(path.stem) in years:
            yield load_record(sources, f"{LOG_FOLDER}/{path.name}", YearLog)


def _items(loaded: Loaded[YearLog]) -> Iterator[LogItem | Gap]:
    if loaded.record is not None:
        year = int(id_of_file(loaded.source.name))
        for number, entry in enumerate(loaded.record.activities, 1):
            yield _of_known_kind(loaded, LogItem(year, number, entry))
        return
    rows = loaded.source.data.get(_ROWS) if loaded.source.data else None
    elsewhere = [f for f in loaded.findings if f.severity is Severity.ERROR and f.place.field[:1] != (_ROWS,)]
    if not isinstance(rows, list) or elsewhere:
        yield Gap(loaded.source.name, loaded.source.name, loaded.findings)
        return
    year = int(id_of_file(loaded.source.name))
    for number, row in enumerate(rows, 1):
        try:
            yield _of_known_kind(loaded, LogItem(year, number, LogEntry.model_validate(row)))
        except ValidationError:
            own = tuple(f for f in loaded.findings if f.place.field[:2] == (_ROWS, number - 1))
            yield _gap(loaded, number, own or loaded.findings)


def _of_known_kind(loaded: Loaded[YearLog], item: LogItem) -> LogItem | Gap:
    """Return an entry, or a gap where its kind is none: it could stand in no section and no figure."""
    if item.entry.kind in load_log_kinds().kinds:
        return item
    place = Place(loaded.source.name, (_ROWS, item.number - 1, "kind"))
    message = f"Không có loại hoạt động “{item.entry.kind}”"
    found = Finding("P050", Severity.ERROR, message, place, hint="xem các loại: `ocop log --kinds`")
    return _gap(loaded, item.number, tuple(locate_all([found], loaded.source.located)))


def _gap(loaded: Loaded[YearLog], number: int, findings: tuple[Finding, ...]) -> Gap:
    name = f"{loaded.source.name}, việc số {number}"
    return Gap(name, name, findings)


def added(sources: Sources, year: int, values: Sequence[Mapping[str, Any]]) -> Change:
    """Return the change that adds acts to a year. Raises ``OcopError`` while its file is no YAML: nothing is lost in it."""
    name = log_name(year)
    if not sources.may_have(name):
        data = {"schema": SCHEMA, "year": year, _ROWS: [*values]}
        return plan_write(sources.root, name, dump(data, _HEADER).encode())
    return change_of(_source(sources, year), [Append((_ROWS,), dict(value)) for value in values])


def extended(
    sources: Sources, year: int, new: Sequence[Mapping[str, Any]], more: Mapping[int, Mapping[str, Any]]
) -> Change:
    """Return the change that adds acts to a year and gives those of some numbers fields that they lack.

    Raises ``OcopError`` as ``added`` and ``edited`` do.
    """
    if not more:
        return added(sources, year, new)
    edits: list[Edit] = [
        Set((_ROWS, _place(sources, year, number), field), value)
        for number, values in more.items()
        for field, value in values.items()
    ]
    edits += [Append((_ROWS,), dict(value)) for value in new]
    return change_of(_source(sources, year), edits)


def edited(sources: Sources, year: int, number: int, values: Mapping[str, Any]) -> Change:
    """Return the change that gives fields of an entry other values. Raises ``OcopError`` when there is none such."""
    place = (_ROWS, _place(sources, year, number))
    edits: list[Edit] = [Set((*place, field), value) for field, value in values.items()]
    return change_of(_source(sources, year), edits)


def removed(sources: Sources, year: int, number: int) -> Change:
    """Return the change that takes an entry away. Raises ``OcopError`` when there is none such."""
    row = (_ROWS, _place(sources, year, number))
    return change_of(_source(sources, year), [Remove(row)])


def entry_at(sources: Sources, year: int, number: int) -> LogEntry:
    """Return one entry. Raises ``OcopError`` (misuse) when the year has none of this number, or it cannot be used."""
    _place(sources, year, number)
    gaps: list[Gap] = []
    found = [item.entry for item in gather_log(sources, [year]).rest(gaps.append) if item.number == number]
    if not found:
        refuse_gaps(gaps, "nên chưa sửa được", exit_code=MISUSE)
    return found[0]


def count_acts(sources: Sources, year: int) -> int:
    """Return how many rows the file of a year has, those that cannot be used too."""
    rows = _source(sources, year).data.get(_ROWS) if sources.may_have(log_name(year)) else None
    return len(rows) if isinstance(rows, list) else 0


def _place(sources: Sources, year: int, number: int) -> int:
    count = count_acts(sources, year)
    if not 1 <= number <= count:
        message = f"Năm {year} không có việc số {number}" + (f": chỉ có số 1 đến {count}." if count else ".")
        raise OcopError(message, f"Xem các việc đã ghi: `ocop log --year {year}`", exit_code=MISUSE)
    return number - 1


def _source(sources: Sources, year: int) -> Source:
    """Return the file of a year: a row that cannot be used stops no other. Raises ``OcopError`` for what is no YAML."""
    loaded = load_log(sources, year)
    if loaded.source.data is None:
        usable(loaded, log_name(year), "nên chưa ghi thêm được")
    return loaded.source
