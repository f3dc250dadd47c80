"""The budget of a report: what is planned, allotted and spent of one source stands together, however it is spelled."""

from ocop_cli.documents.report_sections import ReportActs, budget_rows
from ocop_cli.programme.budget import BudgetLine
from ocop_cli.programme.log_entry import LogEntry, LogItem


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
