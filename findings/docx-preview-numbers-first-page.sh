#!/usr/bin/env bash
# docx-preview 0.4.1 (npm), which web offices show Word files with, prints the page number on the first page where a .docx says
# "different first page" and has no header for that page: a letter of one page stands there with a "2" above its head.
#
# An official Vietnamese document has no number on its first page. By the format (ISO/IEC 29500, titlePg) a first section without
# a header of its own for that page leaves it blank, as LibreOffice does; docx-preview takes the header of the other pages, and
# shows the number that was there when the file was made, for it counts none. With an empty header for the first page all is
# well. Who checks a paper in such a window sees a fault that the paper does not have.
#
# Expected: nothing above the first page. What to do: look at the printed page or a PDF; who makes files adds an empty header
# of the type "first".
# Seen with docx-preview 0.4.1, jsdom 29.1.1, python-docx 1.2.0, LibreOffice 7.4.7.2 on 29 November 2026, in Chromium alike.
# Needs: soffice, node, npm, python3 with venv. Fails when the behaviour changes.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm install --silent --no-audit --no-fund 'docx-preview@0.4.1' 'jsdom@29.1.1' >npm.log 2>&1
python3 -m venv env; env/bin/pip install -q 'python-docx==1.2.0' 'pypdf==7.1.1'
cat >make.py <<'PY'
import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

paper = docx.Document()
section = paper.sections[0]
section.different_first_page_header_footer = True
line = section.header.paragraphs[0]
for kind in ("begin", "asks", "separate", "shows", "end"):
    run = line.add_run("2" if kind == "shows" else "")._r
    if kind == "asks":
        asked = OxmlElement("w:instrText")
        asked.text = " PAGE "
        run.append(asked)
    elif kind != "shows":
        mark = OxmlElement("w:fldChar")
        mark.set(qn("w:fldCharType"), kind)
        run.append(mark)
paper.add_paragraph("TỜ TRÌNH")
paper.save("bare.docx")
section.first_page_header.is_linked_to_previous = False  # an empty header for the first page
paper.save("empty.docx")
PY
env/bin/python make.py
cat >look.cjs <<'JS'
const fs = require("node:fs");
const { JSDOM } = require("jsdom");
const { window } = new JSDOM("<!doctype html><div></div>");
const { DOMParser, XMLSerializer, Node, HTMLElement, Blob, document } = window;
Object.assign(globalThis, { window, document, DOMParser, XMLSerializer, Node, HTMLElement, Blob });
const { renderAsync } = require("docx-preview");

(async () => {
  const seen = {};
  for (const name of ["bare", "empty"]) {
    const place = document.querySelector("div");
    await renderAsync(fs.readFileSync(`${name}.docx`), place);
    seen[name] = [...place.querySelectorAll("section")].map((page) => page.textContent);
  }
  console.log("docx-preview", seen);
  require("node:assert").deepEqual(seen, { bare: ["2TỜ TRÌNH"], empty: ["TỜ TRÌNH"] });
})();
JS
node look.cjs
soffice "-env:UserInstallation=file://$folder/profile" --headless --convert-to pdf bare.docx >soffice.log 2>&1
env/bin/python - <<'PY'
from pypdf import PdfReader

pages = [page.extract_text().split() for page in PdfReader("bare.pdf").pages]
print("LibreOffice", pages)
assert pages == [["TỜ", "TRÌNH"]], pages
PY
