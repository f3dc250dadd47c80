"""A register that others keep, row by row: what each cell means, what it changes, what is not clear."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ocop_cli.errors import OcopError
from ocop_cli.store.foreign.workbook import SheetCell
from ocop_cli.store.workspace.ids import taken_ids
from ocop_cli.usecases.registers.import_row import known_row, new_row
from ocop_cli.usecases.registers.imported import (
    ImportedRow,
    KnownProducts,
    Register,
    RowLine,
    RowOutcome,
    product_key,
)
from ocop_cli.usecases.registers.register_headings import ID
from ocop_cli.usecases.registers.row_facts import ditto, doubtful_cells
from ocop_cli.usecases.registers.sheet_table import NAME, PRODUCER, SheetColumn, SheetTable, heading_key
from ocop_cli.usecases.registers.star_ticks import with_star
from ocop_cli.viet.old_encodings import WRITE_UNICODE, is_in_old_encoding

_TOTAL = re.compile(
    r"(?:tong|cong)(?: cong| so)?(?: (?:san pham|chu the|toan|xa|phuong|nhom|ocop|muc|[ivx]+|\d+))*"
)


def import_rows(register: Register, table: SheetTable) -> Iterator[ImportedRow]:
    """Yield what becomes of every row that holds anything; a product that is told twice is asked about."""
    known = KnownProducts.of(register.sources)
    seen: dict[Any, str] = {}
    taken = set(taken_ids(register.sources.root))
    for cells in table.rows:
        filled = [(c, cell) for c, cell in zip(table.columns, cells, strict=False) if cell.text.strip()]
        if filled:
            yield _row(register, filled, known, seen, taken)


def _row(
    register: Register,
    filled: Sequence[tuple[SheetColumn, SheetCell]],
    known: KnownProducts,
    seen: dict[Any, str],
    taken: set[str],
) -> ImportedRow:
    first = filled[0][1]
    filled, unclear = with_star(filled)
    by_path = {column.path: cell for column, cell in filled if column.path}
    if untaken := _untaken(first.place, filled, by_path):
        return untaken
    name, producer = (" ".join(by_path[path].text.split()) for path in (NAME, PRODUCER))
    file = known.find(by_path[ID].text if ID in by_path else "", name, producer)
    key = file.id if file else product_key(name, producer)
    if key in seen:
        why = f"sản phẩm và chủ thể này đã có ở {seen[key]}: giữ một dòng"
        return ImportedRow(first.place, name, RowOutcome.ASKED, (RowLine(why),))
    seen[key] = by_path[NAME].place
    bad = [*unclear, *doubtful_cells(filled)]
    if file:
        return known_row(register, file, filled, first.place, bad)
    try:
        return new_row(register, (name, producer), filled, bad, taken)
    except OcopError as error:
        reasons = (*(f.message for f in error.findings), f"{error.message} {error.hint}".strip())
        return ImportedRow(first.place, name, RowOutcome.ASKED, (*bad, *map(RowLine, reasons)))


def _untaken(
    place: str, filled: Sequence[tuple[SheetColumn, SheetCell]], by_path: Mapping[str, SheetCell]
) -> ImportedRow | None:
    """Return what becomes of a row that names no product of a producer, or that nobody may mean; ``None`` for any other."""
    words = "; ".join(cell.text for _, cell in filled)
    if _adds_up(filled, by_path):
        line = RowLine(f"dòng tổng (“{words}”), không phải sản phẩm: bỏ qua")
        return ImportedRow(place, words, RowOutcome.REFUSED, (line,))
    named = [
        f"{cell.short_place}: {why}"
        for path in (NAME, PRODUCER)
        if (cell := by_path.get(path)) and (why := ditto(cell))
    ]
    if why := next(filter(None, (*(_doubt(cell) for _, cell in filled), *named)), ""):
        return ImportedRow(place, words, RowOutcome.ASKED, (RowLine(f"{why}; chưa ghi dòng này"),))
    if NAME in by_path and PRODUCER in by_path:
        return None
    if NAME in by_path or PRODUCER in by_path:
        lack = "tên chủ thể" if NAME in by_path else "tên sản phẩm"
        return ImportedRow(place, words, RowOutcome.ASKED, (RowLine(f"thiếu {lack}, chưa ghi dòng này"),))
    why = f"dòng không có đủ tên sản phẩm và chủ thể (“{words}”): dòng nhóm, dòng tổng hoặc ghi chú"
    return ImportedRow(place, words, RowOutcome.REFUSED, (RowLine(why),))


def _adds_up(filled: Sequence[tuple[SheetColumn, SheetCell]], by_path: Mapping[str, SheetCell]) -> bool:
    """Say whether a row adds up those above it: its first words say so, and no other words name a producer."""
    texts = (cell.text for _, cell in filled if re.search(r"[^\W\d_]", cell.text))
    first = next(texts, "")
    producer = by_path[PRODUCER].text if PRODUCER in by_path else ""
    is_named = producer != first and re.search(r"[^\W\d_]", producer)
    return not is_named and bool(_TOTAL.fullmatch(heading_key(first)))


def _doubt(cell: SheetCell) -> str:
    """Return why nobody may mean what a cell says; empty where nothing speaks against it."""
    if cell.is_hidden:
        return "dòng đang ẩn hoặc bị lọc; bỏ ẩn, bỏ lọc nếu vẫn lấy"
    if cell.is_struck:
        return f"{cell.short_place} bị gạch ngang; bỏ gạch nếu vẫn lấy, xóa dòng nếu không"
    if cell.is_partly_struck:
        return f"{cell.short_place} có chữ bị gạch ngang (“{cell.text}”): xóa phần đã bỏ"
    return WRITE_UNICODE if is_in_old_encoding(cell.text) else ""
