"""The sheets of single products in the workbook: each number is the count of the script that imports nothing of ours."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from python_calamine import CalamineWorkbook

from support.count_figures import helped, holding

Ocop = Callable[..., int]
TODAY = date(2026, 11, 23)
ACTS = """schema: ocop/activities@1
year: 2026
activities:
- {kind: support, on: 2026-06-09, what: máy sấy, products: [ca-phe], source: Ngân sách xã, amount_vnd: 30.000.000}
- {kind: support, on: 2025-02-01, what: bao bì, products: [ca-phe], source: Ngân sách xã, amount_vnd: 5.000.000}
- {kind: support, on: 2026-07-01, what: tem, products: [ca-phe, sam-day], source: Vốn khác, amount_vnd: 8.000.000}
- {kind: consultant, on: 2026-03-02, unit: Cty Mẫu, capacity: 05 hồ sơ, products: [sam-day]}
- {kind: fair, on: 2026-12-20, what: chợ tỉnh, products: [sam-day], amount_vnd: 9.000.000}
- {kind: spending, on: 2026-06-10, source: Ngân sách xã, use: máy sấy, products: [ca-phe], amount_vnd: 30.000.000}
- {kind: market, on: 2026-10-05, products: [sam-day], unit: Cty Mẫu, demand: 50 kg mỗi tháng, supply: 40 kg, contracts: 1}
- {kind: countryside, on: 2026-10-01, what: Sản phẩm OCOP, figure: 3 sản phẩm, paper: Báo cáo số 9}
"""


def test_help_demand_and_countryside_are_the_counts_of_the_script(ocop: Ocop, workspace: Path) -> None:
    log = workspace / "programme/activities/2026.yaml"
    log.parent.mkdir(exist_ok=True)
    log.write_text(ACTS, encoding="utf-8")
    assert ocop("export", "so.xlsx") == 0
    book = CalamineWorkbook.from_path(str(workspace / "so.xlsx"))
    pages = {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names}
    shown = {
        row["Mã hồ sơ"]: tuple(row[head] or 0 for head in HELP) for row in rows(pages["Hỗ trợ từng sản phẩm"])
    }
    assert shown == helped(workspace, TODAY)
    assert shown["ca-phe"] == (3, 5_000_000, 30_000_000, 8_000_000)
    assert shown["sam-day"] == (2, 0, 0, 8_000_000)  # the fair is still to come
    (asked,) = rows(pages["Cân đối cung cầu"])
    assert (asked["Nhu cầu mua"], asked["Khả năng cung đã báo"]) == ("50 kg mỗi tháng", "40 kg")
    assert asked["Năng lực sản xuất"]
    told = {row["Tiêu chí, nội dung"].removeprefix("- "): row["Số liệu"] for row in rows(pages[COUNTRYSIDE])}
    assert told.pop("Sản phẩm OCOP") == "3 sản phẩm"
    assert told == holding(workspace, TODAY)


def test_without_such_acts_there_are_no_such_sheets(ocop: Ocop, workspace: Path) -> None:
    assert ocop("export", "so.xlsx") == 0
    names = CalamineWorkbook.from_path(str(workspace / "so.xlsx")).sheet_names
    assert not {"Hỗ trợ từng sản phẩm", "Cân đối cung cầu"} & {*names}


HELP = (
    "Số lần hỗ trợ",
    "Tiền riêng đến khi công nhận (đồng)",
    "Tiền riêng sau công nhận (đồng)",
    "Khoản chung với sản phẩm khác (đồng)",
)
COUNTRYSIDE = "Số liệu nông thôn mới của xã"


def rows(page: list[list[Any]]) -> list[dict[str, Any]]:
    """Return the rows under the headings, without the sums."""
    at = next(n for n, row in enumerate(page) if sum(map(bool, row)) > 3)
    found = [dict(zip(page[at], row, strict=True)) for row in page[at + 1 :]]
    return [row for row in found if next(iter(row.values())) not in ("", "Cộng")]
