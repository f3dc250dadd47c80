"""The budget of a report: what is planned, allotted and spent of one source stands together, however it is spelled."""

from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn

from ocop_cli.documents.report_sections import ReportActs, budget_rows
from ocop_cli.programme.budget import BudgetLine
from ocop_cli.programme.log_entry import LogEntry, LogItem
from ocop_cli.store.papers.forms import template_path
from ocop_cli.viet.widths import printed_width


def _money(number: int, kind: str, source: str, amount: str, use: str | None = None) -> LogItem:
    said = {"kind": kind, "on": "2026-03-12", "source": source, "amount_vnd": amount, "use": use}
    return LogItem(2026, number, LogEntry.model_validate(said))


def test_the_sums_of_a_source_stand_together_as_it_is_first_written() -> None:
    planned = [
        BudgetLine.model_validate({"source": "Ngân sách xã", "amount_vnd": "20 triệu", "use": "tập huấn"}),
        BudgetLine.model_validate({"source": "Tỉnh hỗ trợ"}),
    ]
    items = [
        _money(1, "allotment", "ngân sách xã", "50 triệu"),
        _money(2, "spending", "NGÂN SÁCH XÃ", "5 triệu", "Tập huấn"),
    ]
    rows = budget_rows(ReportActs(items=items, planned=planned))
    told = [(row["source"], row["use"], row["planned"], row["given"], row["spent"]) for row in rows]
    assert told == [
        ("Ngân sách xã", "tập huấn", "20.000.000", "–", "5.000.000"),
        ("Ngân sách xã", "–", "–", "50.000.000", "–"),
        ("Tỉnh hỗ trợ", "–", "chưa giao", "–", "–"),
        ("Cộng", "", "20.000.000", "50.000.000", "5.000.000"),
    ]


@pytest.mark.parametrize("place", ["actual", "previous", "before", "planned", "given", "spent"])
def test_twelve_digits_stand_on_one_line_of_their_cell(place: str) -> None:
    tables = Document(str(template_path(Path("no-workspace"), "summary-report"))).tables
    cells: list[Any] = [
        cell for t in tables for row in t._tbl.tr_lst for cell in row.tc_lst if f"row.{place} " in _text(cell)
    ]
    needed = printed_width("123.456.789.012", 12, bold=True) + 2 * 80  # twips of the margins
    assert cells
    assert min(int(cell.tcPr.find(qn("w:tcW")).get(qn("w:w"))) for cell in cells) >= needed


def _text(cell: Any) -> str:
    return "".join(node.text or "" for node in cell.iter(qn("w:t")))
