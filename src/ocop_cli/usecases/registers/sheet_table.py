"""The table in a sheet that somebody else made: where its headings stand, what each column is, and its rows."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from ocop_cli.dossier.field_map import FieldMap
from ocop_cli.store.foreign.workbook import CellKind, Sheet, SheetCell
from ocop_cli.usecases.registers.register_headings import RESULT_HEADINGS, SERIAL, SHOWN_HEADINGS
from ocop_cli.viet.text import fold

_TURN = "lan"  # registers keep each ranking of a product in a group of columns: “Lần 1”, “Lần 2 / nâng hạng”
_IN_A_TURN = {
    "sao": "result.star",
    "ngay": "result.on",
    "so qd": "result.number",
    "co quan": "result.issuer",
}
_SERIALS = ("tt", "stt", "số tt", "số thứ tự")
_SEARCHED = 25  # rows among which headings stand
_LEAST = 2  # columns that make a row of headings
NAME, PRODUCER, STAR = "product.name", "producer.name", "result.star"
_RANKS = ("mot", "hai", "ba", "bon", "nam")
_RANK = re.compile(rf"(?:hang |dat |san pham )*([1-5]|{'|'.join(_RANKS)}) sao")
_OF_RANKS = re.compile("sao|hang|cong nhan|ket qua")
_WISHED = re.compile("dang ky|du kien|ke hoach|muc tieu|phan dau|de nghi")
"""What stands over ranks that nobody has given yet."""


class SheetColumn(NamedTuple):
    """A column: its number, its heading, and the path of what it holds; empty where that is not known.

    ``rank`` are the stars that a tick in the column gives.
    """

    number: int
    heading: str
    path: str
    rank: str = ""


class SheetTable(NamedTuple):
    """The columns of a sheet and the rows under its headings, merged cells filled.

    Several columns may mean the same: registers keep later results to the right, and the last one that is filled counts.
    """

    columns: tuple[SheetColumn, ...]
    rows: tuple[tuple[SheetCell, ...], ...]


def headings_of(fields: FieldMap, own: Mapping[str, str]) -> dict[str, str]:
    """Return what each heading means: folded heading → path; what somebody said (``own``) wins, then results."""
    single = [field for field in fields if not field.listed]  # a row of a register is one product
    known = {heading_key(name): field.path for field in single for name in (*field.names, *field.headings)}
    known |= {heading_key(name): path for path, names in RESULT_HEADINGS.items() for name in names}
    known |= {heading_key(name): path for path, name in SHOWN_HEADINGS.items()}
    known |= dict.fromkeys(map(heading_key, _SERIALS), SERIAL)
    return known | {heading_key(heading): path for heading, path in own.items()}


@lru_cache(maxsize=4096)  # the titles of fields come again for every column
def heading_key(text: str) -> str:
    """Return a heading as it is compared: without what stands in brackets, marks and signs."""
    return " ".join(re.findall(r"[a-z0-9]+", fold(re.sub(r"\([^)]*\)", " ", text))))


def table_of(
    sheet: Sheet, meanings: Mapping[str, str], needed: frozenset[str] = frozenset({NAME, PRODUCER})
) -> SheetTable | None:
    """Return the table of a sheet; ``None`` where no row has the ``needed`` headings: of a register product and producer."""
    rows, found = _filled(sheet), None
    for number, row in enumerate(rows[:_SEARCHED]):
        above = rows[number - 1] if number else ()
        columns = tuple(_column(cell, above, meanings) for cell in row)
        known = {column.path for column in columns if column.path}
        if needed <= known and len(known) > _LEAST:
            found = SheetTable(columns, tuple(rows[number + 1 :]))  # headings over two rows: the lower one
    return found


def _column(cell: SheetCell, above: tuple[SheetCell, ...], meanings: Mapping[str, str]) -> SheetColumn:
    """Read a heading; one over several columns stands before each of them."""
    over = above[cell.column - 1].text if cell.column <= len(above) else ""
    own = " ".join(cell.text.split())
    heading = own if not over or over == cell.text else f"{' '.join(over.split())}: {own}"
    path = meanings.get(heading_key(heading)) or meanings.get(heading_key(own), "")
    path = path if heading_key(own) else ""
    in_turn = _IN_A_TURN.get(heading_key(own), "") if _TURN in heading_key(over) else ""
    rank = "" if in_turn or path else _rank(own, heading_key(over) if over != cell.text else "")
    return SheetColumn(cell.column, heading, in_turn or path or (STAR if rank else ""), rank)


def _rank(own: str, over: str) -> str:
    """Return the stars that a column is for: “3 sao”, “***”, or “3” under “Hạng sao”; not those that are only wished for."""
    if _WISHED.search(over) or (over and not _OF_RANKS.search(over)):
        return ""
    if own and set(own) <= set("*★⭐"):
        return str(len(own)) if len(own) <= len(_RANKS) else ""
    named = _RANK.fullmatch(heading_key(own) + ("" if "sao" in heading_key(own) or not over else " sao"))
    word = named[1] if named else ""
    return str(_RANKS.index(word) + 1) if word in _RANKS else word


def _filled(sheet: Sheet) -> list[tuple[SheetCell, ...]]:
    """Return the rows with merged cells filled by the one that shows."""
    rows = [list(row) for row in sheet.rows]
    for top, left, bottom, right in sheet.merged:
        shown = rows[top - 1][left - 1]
        for row in rows[top - 1 : bottom]:
            for place in range(left - 1, min(right, len(row))):
                if row[place].kind is CellKind.EMPTY:
                    row[place] = row[place]._replace(text=shown.text, kind=shown.kind, value=shown.value)
    return [tuple(row) for row in rows]
