"""A row of a table held against the acts that are filed: the same, more of one, another, or not clear which."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from ocop_cli.programme.log_entry import LogEntry, LogItem
from ocop_cli.programme.log_kind import LogField, LogKind
from ocop_cli.store.files.changes import Change
from ocop_cli.store.programme.year_log import extended, gather_log
from ocop_cli.store.reading.sources import Sources
from ocop_cli.usecases.registers.imported import ImportedRow, RowLine, RowOutcome
from ocop_cli.usecases.year.log import row_of


class ReadAct(NamedTuple):
    """A row, and what it makes as the file of a year keeps it: a new act, or more of one that is filed (``number``)."""

    row: ImportedRow
    year: int = 0
    values: Mapping[str, Any] | None = None
    number: int = 0


class GivenRow(NamedTuple):
    """What a row gives: where it stands, the number of an act that it names (0: none), values, fields that have a column, and
    lines about cells that no field takes."""

    place: str
    number: int
    values: Mapping[str, Any]
    has_columns: frozenset[str]
    left: tuple[RowLine, ...]


class FiledActs:
    """The acts that are filed, and those of the rows before."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        self._filed: dict[int, list[LogItem]] = {}
        self._seen: dict[LogEntry, str] = {}

    def hold(self, entry: LogEntry, kind: LogKind, row: GivenRow) -> ReadAct:
        """Return what becomes of a row: an act that is there already is told, not made again."""
        filed = self._of_year(entry.on.year)
        if same := next((item for item in filed if item.entry == entry), None):
            return _told(row, kind, RowOutcome.SAME, f"đã ghi, việc số {same.number}")
        if entry in self._seen:
            why = f"giống hệt dòng {self._seen[entry]}: giữ một dòng; đúng là hai việc thì ghi thêm bằng `ocop log`"
            return _told(row, kind, RowOutcome.ASKED, why)
        self._seen[entry] = row.place
        for item in sorted(filed, key=lambda each: each.number != row.number):
            if found := _beside(item, entry, kind, row):
                if found.number:
                    filed[filed.index(item)] = item._replace(entry=entry)
                return found
        words = "; ".join(f"{title}: {value}" for title, value in kind.told(entry))
        new = _told(row, kind, RowOutcome.NEW, words)
        return new._replace(year=entry.on.year, values=row_of(kind, row.values))

    def _of_year(self, year: int) -> list[LogItem]:
        if year not in self._filed:
            self._filed[year] = list(gather_log(self._sources, [year]).rest(self._sources.leave_out))
        return self._filed[year]


def _told(row: GivenRow, kind: LogKind, outcome: RowOutcome, words: str) -> ReadAct:
    return ReadAct(ImportedRow(row.place, kind.name, outcome, (RowLine(words), *row.left)))


def _beside(item: LogItem, entry: LogEntry, kind: LogKind, row: GivenRow) -> ReadAct | None:
    """Return what becomes of a row that may tell of a filed act, in part; ``None`` where it tells of another.

    The number of the act in the row says that they are one: then the row fills in what the act lacks. Nothing that is filed
    is written over.
    """
    before, now = item.entry.stated, entry.stated
    if (before["kind"], before["on"]) != (now["kind"], now["on"]):
        return None
    more, lacking = now.keys() - before.keys(), before.keys() - now.keys()
    other = {name for name in now.keys() & before.keys() if before[name] != now[name]}
    if not more and not other and not lacking & row.has_columns:
        return _told(row, kind, RowOutcome.SAME, f"đã ghi, việc số {item.number}")
    is_named = row.number == item.number
    if not is_named and (other or (more and lacking)):
        return None
    if is_named and more and not other:
        words = "; ".join(f"{f.title}: {entry.in_words(f.name)}" for f in kind.fields if f.name in more)
        found = _told(row, kind, RowOutcome.CHANGED, f"việc số {item.number} thêm {words}")
        return found._replace(
            year=item.year, values={name: row.values[name] for name in more}, number=item.number
        )
    differing = [f for f in kind.fields if f.name in more | other | lacking]
    return _told(row, kind, RowOutcome.ASKED, _differing(item, entry, differing))


def _differing(item: LogItem, entry: LogEntry, fields: Sequence[LogField]) -> str:
    """Say where a row tells of a filed act otherwise, and what to do about it."""
    pairs = [(f, item.entry.in_words(f.name) or "trống", entry.in_words(f.name)) for f in fields]
    shown = "; ".join(f"{f.title}: {was} (dòng này: {now or 'trống'})" for f, was, now in pairs)
    said = next((f'"{f.title}: {now}"' for f, _, now in pairs if now), "")
    cure = f"sửa: `ocop log --edit {item.number} {said}`" if said else "không phải ghi gì"
    return (
        f"việc số {item.number} cùng loại, cùng ngày, khác ở {shown}; là việc đó thì {cure}; "
        "là việc khác thì ghi bằng `ocop log`"
    )


def acts_changes(sources: Sources, acts: Sequence[ReadAct]) -> list[Change]:
    """Return the changes that file what was read, each year's file once."""
    by_year: dict[int, list[ReadAct]] = defaultdict(list)
    for act in acts:
        if act.values is not None:
            by_year[act.year].append(act)
    return [_change(sources, year, each) for year, each in by_year.items()]


def _change(sources: Sources, year: int, acts: Sequence[ReadAct]) -> Change:
    new = [act.values for act in acts if act.values is not None and not act.number]
    more = {act.number: act.values for act in acts if act.values is not None and act.number}
    return extended(sources, year, new, more)
