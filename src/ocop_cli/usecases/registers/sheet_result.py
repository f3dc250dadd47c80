"""What a row of a register says of the result of a product, and what its dossier holds in the same columns."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from ocop_cli.dossier.conclusions import Certificate, DocumentRef, Result
from ocop_cli.dossier.model import Dossier
from ocop_cli.rules.decision import Decision
from ocop_cli.store.foreign.workbook import SheetCell
from ocop_cli.usecases.registers.imported import RowLine, about_cell
from ocop_cli.usecases.registers.register_headings import RESULT
from ocop_cli.usecases.registers.row_facts import doubt
from ocop_cli.usecases.registers.sheet_table import SheetColumn
from ocop_cli.viet.dates import show_date
from ocop_cli.viet.fields import Record
from ocop_cli.viet.numbers import show_number
from ocop_cli.viet.read_option import read_stated
from ocop_cli.workflow.certificate import expires_on

_READ_BY: dict[str, tuple[type[Record], str]] = {
    "star": (Result, "star"),
    "score": (Result, "score"),
    "on": (Result, "on"),
    "number": (DocumentRef, "number"),
    "issuer": (DocumentRef, "issuer"),
    "certificate": (Certificate, "number"),
    "certificate_on": (Certificate, "issued_on"),
    "expires_on": (Certificate, "expires_on"),
}
_DAYS = ("on", "certificate_on", "expires_on")
_DAY_OF = {"number": "on", "certificate": "certificate_on"}
_BEFORE_NUMBER = re.compile(r"\A(?:(?:quyết định|qđ|giấy chứng nhận|gcn) ?)?số ?:? ?(?=\S)", re.IGNORECASE)
_NUMBER_AND_DAY = re.compile(
    r"(?P<number>\S.*?)[,;]? ngày (?P<day>\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{1,2} tháng \d{1,2},? năm \d{4})"
    r"(?:,? của (?P<issuer>.+))?",
    re.IGNORECASE,
)


class RowResult(NamedTuple):
    """What a row says of a result: ``values`` by the names of an outcome, a line for each cell, and those not read."""

    values: dict[str, Any]
    lines: tuple[RowLine, ...]
    unread: tuple[RowLine, ...]
    cells: Mapping[str, tuple[SheetColumn, SheetCell]]


def row_result(filled: Sequence[tuple[SheetColumn, SheetCell]]) -> RowResult:
    """Read the cells of a row that tell a result; of several columns with the same meaning the last counts."""
    values: dict[str, Any] = {}
    cells: dict[str, tuple[SheetColumn, SheetCell]] = {}
    lines, unread = [], []
    for column, cell in filled:
        name = column.path.removeprefix(RESULT)
        if not column.path.startswith(RESULT) or doubt(column, cell):
            continue
        for said, typed in _said(name, cell):
            read = read_stated(typed, *_READ_BY[said])
            if read.findings:
                unread.append(about_cell(column, cell, f"{read.findings[0].message}; đã ghi “{cell.text}”"))
            elif other := _other_day(said, read.value, values, cells):
                unread.append(about_cell(column, cell, other))
                del values[said], cells[said]
            else:
                values[said], cells[said] = read.value, (column, cell)
                lines.append(about_cell(column, cell, _words(read.value), taken=True))
    return RowResult(values, tuple(lines), tuple(unread), cells)


def _said(name: str, cell: SheetCell) -> Iterator[tuple[str, Any]]:
    """Yield what a cell tells: “12/QĐ-UBND ngày 20/12/2025 của UBND xã” is a number, the day and the issuer of its paper."""
    if name not in _DAY_OF:
        yield name, cell.as_day or cell.text if name in _DAYS else cell.text
        return
    text = _BEFORE_NUMBER.sub("", " ".join((cell.shown or cell.text).split()), count=1)
    both = _NUMBER_AND_DAY.fullmatch(text)
    if both and (name == "number" or not both["issuer"]):
        yield name, both["number"]
        yield _DAY_OF[name], both["day"]
        yield from [("issuer", both["issuer"])] if both["issuer"] else ()
    else:
        yield name, text


def _other_day(
    said: str,
    value: Any,
    values: Mapping[str, Any],
    cells: Mapping[str, tuple[SheetColumn, SheetCell]],
) -> str:
    """Say that a column of days contradicts the day that stands beside the number; empty where it does not."""
    number = next((name for name, day in _DAY_OF.items() if day == said), "")
    is_beside = said in values and cells.get(number) == cells[said]
    if not is_beside or values[said] == value:
        return ""
    return f"{_words(value)}; ô {cells[said][1].short_place} ghi ngày {_words(values[said])}: giữ một ngày"


def recorded(dossier: Dossier, decision: Decision) -> dict[str, Any]:
    """Return what a dossier holds in the columns of a result: name → value; nothing where it was never recognised.

    The last recognition counts; one that was withdrawn is shown too, with the day of that as its end.
    """
    recognised = [each for each in dossier.results if each.recognised and not each.corrected]
    if not recognised:
        return {}
    result = recognised[-1]
    paper, certificate = result.decision or DocumentRef(), result.certificate
    return {
        "star": result.star,
        "score": result.score,
        "number": paper.number,
        "on": result.on,
        "issuer": paper.issuer,
        "certificate": certificate.number if certificate else None,
        "certificate_on": certificate.issued_on if certificate else None,
        "expires_on": expires_on(result, decision.procedure.certificate_months),
    }


def other_result(held: Mapping[str, Any], said: RowResult) -> Iterator[RowLine]:
    """Yield what a row says of the result that is not what the dossier holds."""
    for name, value in said.values.items():
        if value != held.get(name):
            there = _words(held.get(name)) or "chưa có"
            words = f"{_words(value)}; hồ sơ ghi: {there}. Đối chiếu, rồi `ocop result`"
            yield about_cell(*said.cells[name], words)


def _words(value: Any) -> str:
    if value is None or isinstance(value, str):
        return value or ""
    return show_date(value) if isinstance(value, date) else show_number(value)
