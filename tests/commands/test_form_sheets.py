"""A form as a workbook shows every hint, note and answer whole, in rows that are high enough for them."""

from itertools import product
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.worksheet.worksheet import Worksheet

from commands.conftest import Ocop
from ocop_cli.usecases.forms.hand_out import form_words

LETTERS_A_UNIT = 1.45
"""Letters of the smaller type that fit into one unit of width, as measured in pictures of the sheets."""
POINTS = 12
"""The height of a line."""
NOTE = 2
"""The row of the note, which stands across columns B to D."""


@pytest.mark.parametrize("kind", form_words().values())
def test_every_row_is_high_enough(kind: str, workspace: Path, ocop: Ocop) -> None:
    assert ocop("form", "sam-day", "--kind", kind, "--as", "sheet") == 0
    [file] = (workspace / "private/forms").glob("*.xlsx")
    book = load_workbook(file)
    sheets = [sheet for sheet in book if sheet.sheet_state == "visible"]
    cells = [(sheet, *place) for sheet in sheets for place in product(range(1, sheet.max_row + 1), "ABCD")]
    assert cells
    for sheet, row, column in cells:
        text = str(sheet[f"{column}{row}"].value or "")
        height = sheet.row_dimensions[row].height
        if height and sheet[f"{column}{row}"].alignment.wrap_text:
            lines = -(-len(text) // int(width(sheet, "BCD" if row == NOTE else column) * LETTERS_A_UNIT))
            assert lines * POINTS <= height, (sheet.title, row, text)
        assert not text.endswith(": ."), text


def test_an_answer_whose_words_are_partly_struck_is_asked_about(
    workspace: Path, ocop: Ocop, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ocop("form", "sam-day", "--kind", "lao-động", "--as", "sheet") == 0
    [file] = (workspace / "private/forms").glob("*.xlsx")
    book = load_workbook(file, rich_text=True)
    page = book.worksheets[0]
    [place] = [cell for row in page.iter_rows() for cell in row if str(cell.value) == "24"]
    place.value = CellRichText(TextBlock(InlineFont(strike=True), "24"), " 31")
    book.save(workspace / "back.xlsx")
    assert ocop("intake", str(workspace / "back.xlsx"), "-y") == 1
    out = capsys.readouterr().out
    assert "ô có chữ bị gạch ngang (“24 31”)" in out
    assert "total: 24\n" in (workspace / "dossiers/sam-day.yaml").read_text(encoding="utf-8")


def width(sheet: Worksheet, columns: str) -> float:
    """Return the width of columns; neighbours of one width are kept as one group."""
    numbers = [ord(column) - ord("A") + 1 for column in columns]
    groups = sheet.column_dimensions.values()
    return float(sum(g.width for n in numbers for g in groups if (g.min or 0) <= n <= (g.max or 0)))
