"""What a register says of a result is shown as it stands there; only numbers have a decimal comma."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from ocop_cli.store.foreign.workbook import CellKind, SheetCell
from ocop_cli.usecases.registers.sheet_result import RowResult, other_result, row_result
from ocop_cli.usecases.registers.sheet_table import SheetColumn


@pytest.mark.parametrize(
    ("name", "held", "said", "shown"),
    [
        ("number", "10.1/QĐ-UBND", "10.2/QĐ-UBND", "10.2/QĐ-UBND; hồ sơ ghi: 10.1/QĐ-UBND."),
        ("issuer", None, "UBND TP. Mẫu", "UBND TP. Mẫu; hồ sơ ghi: chưa có."),
        ("score", Decimal("66.5"), Decimal("65.5"), "65,5; hồ sơ ghi: 66,5."),
        ("star", 3, 4, "4; hồ sơ ghi: 3."),
        ("on", date(2025, 12, 1), date(2025, 12, 2), "02/12/2025; hồ sơ ghi: 01/12/2025."),
    ],
)
def test_both_values_are_shown_as_people_write_them(name: str, held: Any, said: Any, shown: str) -> None:
    cell = SheetCell(str(said), CellKind.TEXT, 5, 3, "Sổ!C5")
    row = RowResult({name: said}, (), (), {name: (SheetColumn(3, "Cột", f"result.{name}"), cell)})
    assert list(map(str, other_result({name: held}, row))) == [
        f"C5  Cột: {shown} Đối chiếu, rồi `ocop result`"
    ]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("12/QĐ-UBND ngày 20/12/2025", {"number": "12/QĐ-UBND", "on": date(2025, 12, 20)}),
        ("12/QĐ-UBND, ngày 05-3-2024", {"number": "12/QĐ-UBND", "on": date(2024, 3, 5)}),
        ("12/QĐ-UBND ngày 32/12/2025", {"number": "12/QĐ-UBND"}),
        ("12/QĐ-UBND", {"number": "12/QĐ-UBND"}),
    ],
)
def test_a_number_with_its_day_in_one_cell_tells_both(text: str, values: dict[str, Any]) -> None:
    cell = SheetCell(text, CellKind.TEXT, 5, 3, "Sổ!C5")
    row = row_result([(SheetColumn(3, "Quyết định", "result.number"), cell)])
    assert row.values == values
    assert bool(row.unread) == ("32/" in text)
