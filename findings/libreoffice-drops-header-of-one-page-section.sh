#!/usr/bin/env bash
# LibreOffice 7.4 saves a section that has a different first page and fits on that page without its header.
#
# A .docx has two sections, each with a header for its pages and "different first page" on. Opened and saved as .docx,
# the first section keeps its header only when it is longer than one page; on one page the header text is gone from the
# file, the switch "different first page" too, and the distance of the header is 0. Text added later prints without the
# header (in an official Vietnamese document: without the page number). Nothing warns.
#
# Expected: header and switch are kept however long the text is, as for a section without a different first page.
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

for name, paragraphs, first in (("short", 3, True), ("long", 90, True), ("plain", 3, False)):
    document = Document()
    section = document.sections[0]
    section.header.paragraphs[0].text = "HEADER"
    section.different_first_page_header_footer = first
    for number in range(paragraphs):
        document.add_paragraph(f"paragraph {number}")
    document.add_section(WD_SECTION.NEW_PAGE)
    document.add_paragraph("second section")
    document.save(f"{name}.docx")
PY
venv/bin/python make.py
soffice "-env:UserInstallation=file://$folder/profile" --headless --convert-to docx --outdir saved *.docx >/dev/null 2>&1
soffice --version
cat >look.py <<'PY'
import sys
from docx import Document

kept = {}
for name in ("short", "long", "plain"):
    section = Document(f"saved/{name}.docx").sections[0]
    kept[name] = section.header.paragraphs[0].text == "HEADER"
    shown = f"header {section.header.paragraphs[0].text!r}, distance {section.header_distance.pt:g} pt"
    print(f"{name}: {shown}, different first page: {section.different_first_page_header_footer}")
print("first section on one page with a different first page: the header is", "kept" if kept["short"] else "LOST")
sys.exit(kept != {"short": False, "long": True, "plain": True})
PY
venv/bin/python look.py
