#!/usr/bin/env bash
# LibreOffice Calc 7.4 keeps the placeholder 0 of a formula that nobody has counted, and drops the mark that asked for it.
#
# A library that cannot count writes a formula with the result 0 and sets fullCalcOnLoad="1" in the workbook, so that the
# next program counts when it opens the file. Opened and saved as .xlsx by LibreOffice (its default: never recalculate on
# load) =1+1 still has <v>0</v>, and calcPr has lost fullCalcOnLoad: from then on nothing tells a real 0 from a formula that
# was never counted, and every reader of results reads 0.
# Who writes formulas gives their result too; who reads results distrusts 0 in a file that has fullCalcOnLoad, and cannot
# help a file that went through LibreOffice.
# Seen with LibreOffice 7.4.7.2 and XlsxWriter 3.2.0 on 28 November 2026. Needs: soffice, python3 with venv.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv env; env/bin/pip install -q 'XlsxWriter==3.2.0'
env/bin/python - <<'PY'
import xlsxwriter

book = xlsxwriter.Workbook("made.xlsx")
book.add_worksheet("A").write_formula(0, 0, "=1+1")
book.close()
PY
soffice --version
soffice --headless "-env:UserInstallation=file://$folder/profile" --convert-to xlsx --outdir out made.xlsx >/dev/null 2>&1
env/bin/python - <<'PY'
import re
import zipfile

seen = []
for file in ("made.xlsx", "out/made.xlsx"):
    with zipfile.ZipFile(file) as parts:
        sheet = parts.read("xl/worksheets/sheet1.xml").decode()
        book = parts.read("xl/workbook.xml").decode()
    result = re.search(r"<f[^>]*>1\+1</f><v>([^<]*)</v>", sheet)[1]
    seen.append((result, 'fullCalcOnLoad="1"' in book))
    print(f"{file}: result of =1+1 is {result}, fullCalcOnLoad: {seen[-1][1]}")
assert seen == [("0", True), ("0", False)], "this version behaves differently"
PY
