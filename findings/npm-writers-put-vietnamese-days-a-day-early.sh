#!/usr/bin/env bash
# Three libraries of npm that write .xlsx put a day of Vietnam on the evening before: `exceljs` 4.4.0, `excel4node` 1.8.2
# and `write-excel-file` 4.1.1 give new Date(2026, 9, 5) as 04/10/2026 17:00; `xlsx` 0.18.5 (SheetJS) puts a day that it
# read from a workbook at 04/10/2026 23:59:30 when both calls have cellDates.
#
# A Date of JavaScript is a moment: midnight in Vietnam is 17:00 UTC of the day before, and the three write UTC. Of days from
# 1960 to May 1975 it is 16:00, for the clocks of Saigon stood at +8 then: whoever adds seven hours has birthdays on the day
# before still. SheetJS counts from a day of 1899, when Saigon's clock was not on a whole minute. The format of the cell
# hides the hour: the register of a portal shows another day of its decisions, and every reader takes it. `xlsx` without
# cellDates and `@progress/kendo-ooxml` 1.9.5 give the day itself.
#
# Expected: the day that was put in, at midnight. What to do: write Date.UTC(2026, 9, 5), or the day as text; who reads asks
# about a day with 16:00, 17:00 or 23:59 beside it.
# Seen with these versions, node 20 and openpyxl 3.1.5 on 28 November 2026. Needs: node, npm, python3 with venv.
# Fails when the behaviour changes.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >npm.log
npm install --no-audit --no-fund exceljs@4.4.0 excel4node@1.8.2 write-excel-file@4.1.1 xlsx@0.18.5 @progress/kendo-ooxml@1.9.5 >npm.log 2>&1
python3 -m venv env; env/bin/pip install -q 'openpyxl==3.1.5'
cat >write.js <<'JS'
const fs = require("fs");
const days = [new Date(2026, 9, 5), new Date(1965, 4, 3)];
const format = "dd/mm/yyyy";

(async () => {
  const { Workbook } = require("exceljs");
  const one = new Workbook();
  one.addWorksheet("a").addRow(days);
  await one.xlsx.writeFile("exceljs.xlsx");

  const two = new (require("excel4node").Workbook)();
  const sheet = two.addWorksheet("a");
  days.forEach((day, at) => sheet.cell(1, at + 1).date(day));
  await new Promise((done) => two.write("excel4node.xlsx", done));

  const write = require("write-excel-file/node").default;
  await write([days.map((value) => ({ value, type: Date, format }))]).toFile("write-excel-file.xlsx");

  const kendo = require("@progress/kendo-ooxml");
  const four = new kendo.Workbook({ sheets: [{ rows: [{ cells: days.map((value) => ({ value, format })) }] }] });
  fs.writeFileSync("kendo-ooxml.xlsx", Buffer.from((await four.toDataURL()).split(",")[1], "base64"));

  const XLSX = require("xlsx");
  const five = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(five, XLSX.utils.aoa_to_sheet([days]), "a");
  XLSX.writeFile(five, "xlsx.xlsx");
  const again = XLSX.readFile("kendo-ooxml.xlsx", { cellDates: true });
  XLSX.writeFile(again, "xlsx again.xlsx", { cellDates: true });
})();
JS
TZ=Asia/Ho_Chi_Minh node write.js
cat >look.py <<'PY'
import warnings

import openpyxl

warnings.simplefilter("ignore")
seen = {}
for name in ("exceljs", "excel4node", "write-excel-file", "kendo-ooxml", "xlsx", "xlsx again"):
    page = openpyxl.load_workbook(f"{name}.xlsx").worksheets[0]
    seen[name] = tuple(f"{cell.value:%d/%m/%Y %H:%M:%S}" for cell in page[1])
    print(f"{name}: {'; '.join(seen[name])}")
EARLY = ("04/10/2026 17:00:00", "02/05/1965 16:00:00")
for name in ("exceljs", "excel4node", "write-excel-file"):
    assert seen[name] == EARLY, (name, seen[name])
assert seen["kendo-ooxml"] == ("05/10/2026 00:00:00", "03/05/1965 00:00:00"), seen
assert [day[:10] for day in seen["xlsx"]] == ["05/10/2026", "03/05/1965"], seen
assert seen["xlsx again"] == ("04/10/2026 23:59:30", "02/05/1965 23:59:30"), seen
PY
env/bin/python look.py
