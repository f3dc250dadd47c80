"""Registers with a column for each rank and a tick under one; rows that only add up."""

import io
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from ocop_cli.store.built_in.packaged import load_field_map
from ocop_cli.store.foreign.workbook import read_workbook
from ocop_cli.store.law.rulebook import load_rulebook
from ocop_cli.store.reading.sources import Sources
from ocop_cli.store.yaml.source import parse
from ocop_cli.usecases.registers.import_sheet import import_rows
from ocop_cli.usecases.registers.imported import ImportedRow, Register, RowOutcome
from ocop_cli.usecases.registers.known_columns import tables_of, unknown_columns
from support.workspaces import write_workspace

ROWS: list[tuple[list[Any], Any]] = [
    (["x", None, None], 3),
    ([None, " X ", None], 4),
    ([None, None, "✓"], 5),
    ([1, 0, None], 3),
    (["☐", "☒", "☐"], 4),
    ([None, "4", "-"], 4),
    ([False, True, False], 4),
    (["không", None, "Có"], 5),
    (["x", "x", None], "nhiều hạng"),
    ([True, True, False], "nhiều hạng"),
    ([False, False, False], "thiếu hạng sao"),
    (["72,5", None, None], "không rõ"),
    ([None, None, None], "thiếu hạng sao"),
]
TOTALS = ["Tổng cộng", "CỘNG", "Tổng số sản phẩm: 9", "Cộng (I+II)", "Tổng cộng toàn xã"]
HEADS = {
    "one row": (["Tên sản phẩm", "Chủ thể", "3 sao", "Bốn sao", "Hạng 5 sao", "Số quyết định", "Ngày quyết định"],),
    "two rows": (
        ["Tên sản phẩm", "Chủ thể", "Hạng sao", None, None, "Số quyết định", "Ngày quyết định"],
        ["Tên sản phẩm", "Chủ thể", "3", "4 sao", "*****", "Số quyết định", "Ngày quyết định"],
    ),
}  # fmt: skip


def imported(folder: Path, rows: Sequence[Any], merged: str = "") -> tuple[list[ImportedRow], list[str]]:
    """Return what becomes of the rows of a workbook, and the columns that are asked about."""
    book = Workbook()
    page: Any = book.active
    for row in rows:
        page.append(row)
    if merged:
        page.merge_cells(merged)
    stream = io.BytesIO()
    book.save(stream)
    tables = tables_of(read_workbook(stream.getvalue()).sheets, load_field_map(), {})
    register = Register(Sources(folder), load_rulebook(), date(2026, 11, 23))
    asked = [column.heading for column, _ in unknown_columns(tables, {})]
    return [row for table in tables for row in import_rows(register, table)], asked


def star(row: ImportedRow) -> Any:
    source = parse(next(c.after for c in row.changes if c.path.startswith("dossiers/") and c.after), "x")
    return int(source.data["results"][0]["star"])


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_workspace(tmp_path_factory.mktemp("ranks") / "xa", {})


@pytest.mark.parametrize("heads", HEADS.values(), ids=HEADS)
def test_a_tick_under_a_rank_is_that_rank(folder: Path, heads: tuple[list[Any], ...]) -> None:
    given = [
        [f"Trà {n}", "HTX Mẫu", *ticks, "15/QĐ-UBND", date(2025, 11, 20)] for n, (ticks, _) in enumerate(ROWS)
    ]
    merged = "C1:E1" if len(heads) > 1 else ""
    rows, asked = imported(folder, [*heads, *given], merged)
    assert asked == []
    for row, (ticks, wanted) in zip(rows, ROWS, strict=True):
        if isinstance(wanted, int):
            assert (row.outcome, star(row)) == (RowOutcome.NEW, wanted), ticks
        else:
            assert row.outcome is RowOutcome.ASKED
            assert wanted in "; ".join(map(str, row.lines))


def test_ranks_that_are_only_wished_for_are_no_result(folder: Path) -> None:
    heads = [["Tên sản phẩm", "Chủ thể", "Đăng ký hạng", None, "Số quyết định"], ["Tên sản phẩm", "Chủ thể", "3 sao", "4 sao", "Số quyết định"]]  # fmt: skip
    rows, asked = imported(folder, [*heads, ["Trà", "HTX Mẫu", "x", None, "15/QĐ-UBND"]], "C1:D1")
    assert asked == ["Đăng ký hạng: 3 sao"]
    assert "thiếu ngày quyết định, hạng sao" in str(rows[0].lines[-1])


def test_a_tick_beside_another_rank_in_words_says_none(folder: Path) -> None:
    heads = ["Tên sản phẩm", "Chủ thể", "Hạng sao", "3 sao", "4 sao", "Số quyết định", "Ngày quyết định"]
    day = date(2025, 11, 20)
    same, other = (["Trà", "HTX", "4 sao", None, "x", "1", day], ["Cà", "HTX", 3, None, "x", "1", day])
    rows, _ = imported(folder, [heads, same, other])
    assert (rows[0].outcome, star(rows[0])) == (RowOutcome.NEW, 4)
    assert rows[1].outcome is RowOutcome.ASKED


def test_a_row_that_adds_up_is_left_out_and_a_product_named_like_one_is_not(folder: Path) -> None:
    heads = ["TT", "Tên sản phẩm", "Chủ thể", "3 sao", "Số quyết định", "Ngày quyết định"]
    day = date(2025, 11, 20)
    totals = [[None, words, None, 9, None, None] for words in TOTALS]
    merged = ["Tổng số", None, None, 9, None, None]
    product = [1, "Tổng hợp hạt", "HTX Mẫu", "x", "15/QĐ-UBND", day]
    named = [2, "Cộng", "HTX Mẫu", "x", "15/QĐ-UBND", day]
    given = [heads, product, named, *totals, merged]
    rows, _ = imported(folder, given, f"A{len(given)}:C{len(given)}")
    assert [row.outcome for row in rows] == [RowOutcome.NEW] * 2 + [RowOutcome.REFUSED] * 6
    assert all("dòng tổng" in str(row.lines[0]) for row in rows[2:])
