#!/usr/bin/env bash
# A workbook saved as “Strict Open XML” has no sheet for `openpyxl` 3.1.5, a Word file of that kind no text for
# `docx2txt` 0.9: nothing is raised, the file is read as an empty one.
#
# Word and Excel offer this form of ISO/IEC 29500 when they save; its XML names are others (purl.oclc.org instead of
# schemas.openxmlformats.org). python-calamine reads the workbook, mammoth the Word file, python-docx raises KeyError.
# A register or a form of a unit that saves so counts as empty: none of its rows or answers is missed.
#
# Expected: the rows and the text, or an error that names the form. What to do: look at the names in _rels/.rels before
# reading, and have the file saved as a plain .xlsx or .docx.
# The strict files are made of plain ones by the names of ISO/IEC 29500 (part 1 for the strict ones, part 4 for the others).
# Seen with openpyxl 3.1.5, docx2txt 0.9, python-calamine 0.9.1, mammoth 1.13.0, python-docx 1.2.0 on 28 November 2026.
# Needs: python3 with venv. Fails when the behaviour changes.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv env
env/bin/pip install -q 'openpyxl==3.1.5' 'docx2txt==0.9' 'python-calamine==0.9.1' 'mammoth==1.13.0' 'python-docx==1.2.0'
cat >look.py <<'PY'
import warnings
import zipfile
from pathlib import Path

import docx
import docx2txt
import mammoth
import openpyxl
from python_calamine import CalamineWorkbook

PLAIN, STRICT = "http://schemas.openxmlformats.org/", "http://purl.oclc.org/ooxml/"
NAMES = {
    f"{PLAIN}spreadsheetml/2006/main": f"{STRICT}spreadsheetml/main",
    f"{PLAIN}wordprocessingml/2006/main": f"{STRICT}wordprocessingml/main",
    f"{PLAIN}officeDocument/2006/relationships": f"{STRICT}officeDocument/relationships",
    f"{PLAIN}drawingml/2006/main": f"{STRICT}drawingml/main",
}


def strict(file):
    with zipfile.ZipFile(file) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in parts.items():
            if name.endswith((".xml", ".rels")):
                text = content.decode()
                for plain, other in NAMES.items():
                    text = text.replace(plain, other)
                text = text.replace("<w:document ", '<w:document w:conformance="strict" ')
                content = text.replace("<workbook ", '<workbook conformance="strict" ').encode()
            archive.writestr(name, content)


book = openpyxl.Workbook()
book.active.append(["Mật ong rừng"])
book.save("so.xlsx")
paper = docx.Document()
paper.add_paragraph("Mật ong rừng")
paper.save("phieu.docx")
strict("so.xlsx")
strict("phieu.docx")
warnings.simplefilter("ignore")
try:
    by_docx = "read"
    docx.Document("phieu.docx")
except KeyError:
    by_docx = "KeyError"
seen = {
    "openpyxl": openpyxl.load_workbook("so.xlsx").sheetnames,
    "python-calamine": CalamineWorkbook.from_path("so.xlsx").get_sheet_by_index(0).to_python(),
    "docx2txt": docx2txt.process("phieu.docx").strip(),
    "mammoth": mammoth.extract_raw_text(Path("phieu.docx").open("rb")).value.strip(),
    "python-docx": by_docx,
}
for name, found in seen.items():
    print(f"{name}: {found!r}")
assert seen == {
    "openpyxl": [],
    "python-calamine": [["Mật ong rừng"]],
    "docx2txt": "",
    "mammoth": "Mật ong rừng",
    "python-docx": "KeyError",
}, seen
PY
env/bin/python look.py
