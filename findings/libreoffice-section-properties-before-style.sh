#!/usr/bin/env bash
# LibreOffice 7.4 writes the properties of a section before the style of the paragraph that carries them.
#
# In a paragraph's properties (w:pPr) the schema of WordprocessingML (ISO/IEC 29500, CT_PPr) wants w:pStyle first and
# w:sectPr near the end. LibreOffice writes w:sectPr first, then w:pStyle and the others: the file does not follow the
# schema. How Word reads it was not tried.
#
# Expected: w:pStyle, w:rPr, w:sectPr. What to do: put the children in order before other programs get the file.
# Fails when the behaviour changes.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
if ! command -v soffice >/dev/null; then
  root=$([ "$(id -u)" = 0 ] || echo sudo)
  $root apt-get update -qq
  DEBIAN_FRONTEND=noninteractive $root apt-get install -y -qq --no-install-recommends libreoffice-writer >/dev/null
fi
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet "python-docx==1.2.0"
cd "$folder"
cat >make.py <<'PY'
from docx import Document
from docx.enum.section import WD_SECTION

document = Document()
document.add_paragraph("first section", style="Heading 1")
document.add_section(WD_SECTION.NEW_PAGE)
document.add_paragraph("second section")
document.save("sections.docx")
PY
venv/bin/python make.py
soffice "-env:UserInstallation=file://$folder/profile" --headless --convert-to docx --outdir saved *.docx >/dev/null 2>&1
soffice --version
cat >look.py <<'PY'
import sys
from docx import Document
from docx.oxml.ns import qn

def order(path):
    body = Document(path).element.body
    section = next(node for node in body.iter(qn("w:sectPr")) if node.getparent().tag == qn("w:pPr"))
    return [node.tag.rpartition("}")[2] for node in section.getparent()]

before, after = order("sections.docx"), order("saved/sections.docx")
print("children of w:pPr as made: ", before)
print("children of w:pPr as saved:", after)
sys.exit("pStyle" not in after or after.index("sectPr") > after.index("pStyle"))
PY
venv/bin/python look.py
