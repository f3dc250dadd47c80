#!/usr/bin/env bash
# LibreOffice Calc 7.4 opens an .ods without the words that stand in a span within a span, as Gnumeric 1.12.55 writes every
# word with two or more properties: "Quyết định 12/QĐ-UBND" with its number red and bold is "Quyết định " from then on.
#
# OpenDocument lets a text:span hold others, and Gnumeric writes one span for each property of a word. Calc keeps
# the words of the outermost span and drops those further in: a cell whose number was struck through and typed anew in
# another colour comes out empty. Nothing warns; saved, the file has lost them. Gnumeric itself and pandas (by odfpy) read
# all words; python-calamine opens no such file, for Gnumeric indents it. Who converts a register to .xlsx by LibreOffice
# before a program takes it in loses them on the way.
#
# Expected: all words of the cell. What to do: have Gnumeric save .xlsx (its text in parts comes through LibreOffice whole).
# Seen with LibreOffice 7.4.7.2, Gnumeric 1.12.55, openpyxl 3.1.5, XlsxWriter 3.3.1, python-calamine 0.9.1, odfpy 1.4.1 and
# pandas 3.0.1 on 28 November 2026. Needs: soffice, gnumeric, python3 with venv. Fails when the behaviour changes.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
export HOME="$folder"
python3 -m venv env
env/bin/pip install -q 'openpyxl==3.1.5' 'XlsxWriter==3.3.1' 'python-calamine==0.9.1' 'odfpy==1.4.1' 'pandas==3.0.1'
cat >make.py <<'PY'
import xlsxwriter

book = xlsxwriter.Workbook("so.xlsx")
page = book.add_worksheet("So")
bold, red = book.add_format({"bold": True}), book.add_format({"bold": True, "font_color": "red"})
page.write_rich_string(0, 0, "Quyết định ", red, "12/QĐ-UBND", bold, " ngày 05/10/2026")
page.write_rich_string(1, 0, red, "12/QĐ-UBND", red, " ngày 05/10/2026")
book.close()
PY
env/bin/python make.py
ssconvert so.xlsx so.ods 2>ssconvert.log
ssconvert so.ods gnumeric.csv 2>ssconvert.log
ssconvert so.xlsx kept.xlsx 2>ssconvert.log
for file in so.ods kept.xlsx; do
  soffice "-env:UserInstallation=file://$folder/profile" --headless --convert-to xlsx --outdir saved $file >soffice.log 2>&1
done
cat >look.py <<'PY'
from pathlib import Path

import openpyxl
import pandas
from python_calamine import CalamineError, CalamineWorkbook


def by_openpyxl(file):
    return [str(row[0] or "") for row in openpyxl.load_workbook(file).worksheets[0].iter_rows(values_only=True)]


WHOLE = ["Quyết định 12/QĐ-UBND ngày 05/10/2026", "12/QĐ-UBND ngày 05/10/2026"]
seen = {
    "Gnumeric": [line.strip('"') for line in Path("gnumeric.csv").read_text(encoding="utf-8").splitlines()],
    "pandas": list(pandas.read_excel("so.ods", engine="odf", header=None)[0]),
    "Gnumeric's .xlsx saved by LibreOffice": by_openpyxl("saved/kept.xlsx"),
    "Gnumeric's .ods saved by LibreOffice": by_openpyxl("saved/so.xlsx"),
}
for name, texts in seen.items():
    print(f"{name}: {texts}")
lost = seen.pop("Gnumeric's .ods saved by LibreOffice")
assert all(texts == WHOLE for texts in seen.values()), seen
try:
    CalamineWorkbook.from_path("so.ods").get_sheet_by_index(0)
    by_calamine = "read"
except CalamineError as error:
    by_calamine = str(error)
print(f"python-calamine: {by_calamine}")
assert "Expecting" in by_calamine, by_calamine
assert not any("12/QĐ-UBND" in text for text in lost), lost
PY
env/bin/python look.py
