#!/usr/bin/env bash
# AbiWord 3.0.5 saves every table of a .docx with single borders, also one whose borders are "nil", and drops the document's
# own properties.
#
# The head of an official Vietnamese document (agency on the left, national title on the right) and its foot (recipients,
# signature) are tables without borders. Opened and saved by AbiWord each stands in a box: w:tblBorders and w:tcBorders of
# every cell say "single" without a width, and LibreOffice draws them. docProps/custom.xml, where programs mark their forms,
# is gone. All words stay. Nothing warns.
#
# Expected: no borders where there were none, and the properties kept. What to do: look for borders of the head's table
# before a paper goes out; know a form by its printed words besides its properties.
# Seen with AbiWord 3.0.5 of Debian 12 and python-docx 1.2.0 on 28 November 2026. Needs: abiword, python3 with venv.
# Fails when the behaviour changes.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
export HOME="$folder"
python3 -m venv env; env/bin/pip install -q 'python-docx==1.2.0'
cat >make.py <<'PY'
import zipfile

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

paper = docx.Document()
for borders in (None, "nil"):
    table = paper.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "UBND XÃ VÍ DỤ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    if borders:
        group = OxmlElement("w:tblBorders")
        for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
            line = OxmlElement(f"w:{side}")
            line.set(qn("w:val"), borders)
            group.append(line)
        table._tbl.tblPr.append(group)
    paper.add_paragraph("Kính gửi: Sở Ví Dụ")
paper.save("plain.docx")
VALUE = '<vt:lpwstr xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">so-7</vt:lpwstr>'
OWN = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"><property '
    f'fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="2" name="form">{VALUE}</property></Properties>'
)
KIND = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
with zipfile.ZipFile("plain.docx") as old, zipfile.ZipFile("paper.docx", "w") as new:
    for name in old.namelist():
        text = old.read(name)
        if name == "[Content_Types].xml":
            part = f'<Override PartName="/docProps/custom.xml" ContentType="{KIND}"/></Types>'
            text = text.replace(b"</Types>", part.encode())
        if name == "_rels/.rels":
            link = f'<Relationship Id="rOwn" Type="{LINK}" Target="docProps/custom.xml"/></Relationships>'
            text = text.replace(b"</Relationships>", link.encode())
        new.writestr(name, text)
    new.writestr("docProps/custom.xml", OWN)
PY
env/bin/python make.py
abiword --to=docx --to-name=saved.docx paper.docx >abiword.log 2>&1
cat >look.py <<'PY'
import zipfile

import docx
from docx.oxml.ns import qn

SIDES = ("top", "left", "bottom", "right")


def borders(file):
    found = []
    for table in docx.Document(file).tables:
        groups = [*table._tbl.iter(qn("w:tblBorders")), *table._tbl.iter(qn("w:tcBorders"))]
        lines = [group.find(qn(f"w:{side}")) for group in groups for side in SIDES]
        found.append(sorted({line.get(qn("w:val")) for line in lines if line is not None}))
    return found


for file in ("paper.docx", "saved.docx"):
    words = [cell.text for table in docx.Document(file).tables for cell in table.rows[0].cells]
    with zipfile.ZipFile(file) as parts:
        own = "docProps/custom.xml" in parts.namelist()
    print(f"{file}: borders {borders(file)}, own properties {own}, words {words[:2]}")
    assert words == ["UBND XÃ VÍ DỤ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"] * 2, words
    assert own == (file == "paper.docx"), own
assert borders("paper.docx") == [[], ["nil"]]
assert borders("saved.docx") == [["single"], ["single"]], borders("saved.docx")
PY
env/bin/python look.py
