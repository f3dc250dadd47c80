"""What follows for every field of a form that came back, its tables included."""

from collections.abc import Iterator, Mapping, Sequence

from ocop_cli.intake.filled import Filled, cell_path
from ocop_cli.intake.layout import Table
from ocop_cli.intake.returned import Answer, Returned, ReturnedRow
from ocop_cli.intake.stamp import Stamp, digest
from ocop_cli.intake.verdict import Proposal, Verdict, merged_field

NowRows = Sequence[Mapping[str, str]]
_NO_ROW = "dòng này không còn trong hồ sơ"
_ROW_GONE = "dòng này bị xóa trong phiếu, hồ sơ đang có"


def merged(returned: Returned, now: Filled) -> tuple[Proposal, ...]:
    """Return what follows for each field that came back; ``now`` is the form as it would be made of the dossier today."""
    stamp = returned.stamp
    lines = [
        merged_field(path, answer, stamp.printed.get(path, ""), now.values.get(path, ""))
        for path, answer in returned.answers.items()
    ]
    tables = [
        proposal
        for table in now.layout.tables
        if table.path in returned.rows
        for proposal in merged_rows(table, returned.rows[table.path], stamp, now.rows.get(table.path, ()))
    ]
    return (*lines, *tables)


def merged_rows(table: Table, rows: Sequence[ReturnedRow], stamp: Stamp, now: NowRows) -> Iterator[Proposal]:
    """Yield what follows for each cell of a table: rows are told apart by the field that names them, then by place."""
    last = stamp.rows.get(table.path, 0)
    printed, added = _parted(rows, last)
    places = {number: _place_now(table, stamp, number, now) for number in range(1, last + 1)}
    for number, row in printed.items():
        yield from _printed_row(table, row, stamp, places[number], now)
    seen = {places[number] for number in printed}
    yield from _added_rows(table, added, now, seen)
    for number, place in places.items():
        if number not in printed and place and place not in seen:
            yield _removed(table, place, now, Answer("", ""))


def _parted(rows: Sequence[ReturnedRow], last: int) -> tuple[dict[int, ReturnedRow], list[ReturnedRow]]:
    """Part the rows that were printed, by their numbers up to the ``last``, from those that somebody added."""
    printed: dict[int, ReturnedRow] = {}
    added: list[ReturnedRow] = []
    for row in rows:
        if 0 < row.number <= last and row.number not in printed:
            printed[row.number] = row
        else:
            added.append(row)
    return printed, added


def _added_rows(
    table: Table, added: Sequence[ReturnedRow], now: NowRows, seen: set[int]
) -> Iterator[Proposal]:
    """Yield the cells of added rows: at the place that bears their name, else at a new one; ``seen`` gets the places."""
    named, new = _places_by_name(table, now), len(now)
    for row in added:
        place = named.get(_name(table, row), 0)
        place = 0 if place in seen else place
        seen.add(place)
        new += 0 if place else 1
        yield from _cells(row, place or new, now[place - 1] if place else {}, {})


def _printed_row(
    table: Table, row: ReturnedRow, stamp: Stamp, place: int, now: NowRows
) -> Iterator[Proposal]:
    was = {path: stamp.printed.get(cell_path(path, row.number), "") for path in row.answers}
    if not place:
        if any(digest(answer.text) != was[path] for path, answer in row.answers.items()):
            key = row.answers.get(table.key, Answer("", row.place))
            yield Proposal(cell_path(table.key, len(now) + 1), key, "", Verdict.ASK, _NO_ROW)
    elif any(answer.text for answer in row.answers.values()):
        yield from _cells(row, place, now[place - 1], was)
    else:
        yield _removed(table, place, now, Answer("", row.place))


def _cells(
    row: ReturnedRow, place: int, now: Mapping[str, str], was: Mapping[str, str]
) -> Iterator[Proposal]:
    for path, answer in row.answers.items():
        yield merged_field(cell_path(path, place), answer, was.get(path, ""), now.get(path, ""))


def _removed(table: Table, place: int, now: NowRows, answer: Answer) -> Proposal:
    before = now[place - 1].get(table.key, "")
    return Proposal(cell_path(table.key, place), answer, before, Verdict.CLEAR, _ROW_GONE)


def _place_now(table: Table, stamp: Stamp, number: int, now: NowRows) -> int:
    """Return the place, from 1, that a row of the form has in the dossier now; 0 where it has none any more."""
    wanted = stamp.printed.get(cell_path(table.key, number), "")
    keys = [digest(row.get(table.key, "")) for row in now]
    if number <= len(keys) and keys[number - 1] == wanted:
        return number
    return keys.index(wanted) + 1 if wanted in keys else 0


def _places_by_name(table: Table, now: NowRows) -> dict[str, int]:
    return {digest(row.get(table.key, "")): place for place, row in enumerate(now, 1)}


def _name(table: Table, row: ReturnedRow) -> str:
    return digest(row.answers[table.key].text) if table.key in row.answers else ""
