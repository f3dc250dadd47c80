#!/usr/bin/env bash
# LibreOffice Calc 7.4 strikes a whole cell of an .xlsx through when only its first words are struck: the cell's own font gets it.
#
# People correct a register by striking the old number and typing the new one behind it, in one cell. Opened and saved
# by LibreOffice the parts of the text are right, but the style of the cell has taken over the strike of the first part: a
# program that leaves out struck cells by the font of the cell drops the new number too. One that does not look gets old
# and new as one text: "12/QĐ-UBND 15/QĐ-UBND" by openpyxl and python-calamine, before LibreOffice and after it.
#
# Expected: the font of the cell as it was, and the strike in the part that has it. What to do: of a text in parts ask the
# parts and never the cell (openpyxl: rich_text=True), and have a person say which number holds.
# Seen with LibreOffice 7.4.7.2, openpyxl 3.1.5, XlsxWriter 3.3.1 and python-calamine 0.9.1 on 28 November 2026.
# Needs: soffice, python3 with venv. Fails when the behaviour changes.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv env; env/bin/pip install -q 'openpyxl==3.1.5' 'XlsxWriter==3.3.1' 'python-calamine==0.9.1'
cat >make.py <<'PY'
import xlsxwriter

book = xlsxwriter.Workbook("so.xlsx")
page = book.add_worksheet("So")
struck, plain = book.add_format({"font_strikeout": True}), book.add_format({"bold": True})
page.write_rich_string(0, 0, struck, "12/QĐ-UBND", plain, " 15/QĐ-UBND")
page.write_rich_string(1, 0, plain, "15/QĐ-UBND", struck, " 12/QĐ-UBND")
book.close()
PY
env/bin/python make.py
soffice "-env:UserInstallation=file://$folder/profile" --headless --convert-to xlsx --outdir saved so.xlsx >soffice.log 2>&1
cat >look.py <<'PY'
import openpyxl
from python_calamine import CalamineWorkbook

seen = {}
for file in ("so.xlsx", "saved/so.xlsx"):
    page = openpyxl.load_workbook(file, rich_text=True).worksheets[0]
    cells = [page["A1"], page["A2"]]
    parts = [[not isinstance(part, str) and bool(part.font.strike) for part in cell.value] for cell in cells]
    fonts = [bool(cell.font.strike) for cell in cells]
    texts = [row[0] for row in CalamineWorkbook.from_path(file).get_sheet_by_index(0).to_python()]
    print(f"{file}: struck parts {parts}, struck cells {fonts}, read as {texts}")
    assert parts == [[True, False], [False, True]], parts
    assert texts == ["12/QĐ-UBND 15/QĐ-UBND", "15/QĐ-UBND 12/QĐ-UBND"], texts
    seen[file] = fonts
assert seen == {"so.xlsx": [False, False], "saved/so.xlsx": [True, False]}, seen
PY
env/bin/python look.py
