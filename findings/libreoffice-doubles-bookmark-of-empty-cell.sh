#!/usr/bin/env bash
# LibreOffice Writer 7.4 saves a bookmark that holds nothing twice: two starts of one name, one of them without an end.
#
# A form puts a bookmark into an empty answer cell so that a program finds the answer again. Opened and saved as .docx
# the paragraph holds  <w:bookmarkStart w:id="1" w:name="answer"/><w:bookmarkStart w:id="2" w:name="answer"/><w:bookmarkEnd
# w:id="2"/>. Names of bookmarks must be unique and every start needs an end: a program that opens the file by the rules
# may repair it or keep one of the two. A bookmark around words comes back once.
# Put the bookmark around the label beside the answer, which always has words.
# Seen with LibreOffice 7.4.7.2 and python-docx 1.2.0 on 27 November 2026. Needs: soffice, python3 with venv.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv env; env/bin/pip install -q 'python-docx==1.2.0'
env/bin/python - <<'PY'
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

document = Document()
table = document.add_table(rows=2, cols=2)
for number, (name, text) in enumerate((("label", "Name"), ("answer", "")), 1):
    paragraph = table.cell(0, number - 1).paragraphs[0]
    begin, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    begin.set(qn("w:id"), str(number))
    begin.set(qn("w:name"), name)
    end.set(qn("w:id"), str(number))
    paragraph._p.append(begin)
    if text:
        paragraph.add_run(text)
    paragraph._p.append(end)
document.save("form.docx")
PY
soffice --version
soffice --headless "-env:UserInstallation=file://$folder/profile" --convert-to docx --outdir out form.docx >/dev/null 2>&1
env/bin/python - <<'PY'
import re
import zipfile

for file in ("form.docx", "out/form.docx"):
    xml = zipfile.ZipFile(file).read("word/document.xml").decode()
    starts = re.findall(r'<w:bookmarkStart [^>]*w:name="(label|answer)"', xml)
    ends = xml.count("<w:bookmarkEnd")
    print(f"{file}: starts {starts}, ends {ends}")
assert starts == ["label", "answer", "answer"] and ends == 2, "this version behaves differently"
PY
