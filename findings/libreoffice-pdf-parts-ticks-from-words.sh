#!/usr/bin/env bash
# A form printed to PDF by LibreOffice 7.4: three readers of PDF text no longer say which box is ticked.
#
# "☒ Có  ☐ Không" is set in a font without boxes (Times New Roman has none, its stand-in Liberation Serif neither). The
# page shows each box before its word. In the file LibreOffice writes all words of the line first and then, as one
# piece in another font, all its boxes. pypdf, PyMuPDF and pypdfium2 give text in the order of the file or join pieces
# to lines: "Có Không☒ ☐", "☐ ☒ ☐ 3 sao 4 sao 5 sao". pdftotext and pdfplumber put signs where they stand and are right.
#
# Expected: the text of a line reads as the line does. What to do: take answers from the Word file; ask a PDF only with
# a reader that goes by the position of each sign.
# Seen with LibreOffice 7.4.7.2, pypdf 7.1.1, PyMuPDF 2.0, pypdfium2 5.15.2, pdfplumber 0.11.10 and pdftotext 22.12 on
# 28 November 2026. Needs: soffice, fonts-liberation2, fonts-dejavu, poppler-utils, python3 with venv.
# Fails when the behaviour changes.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv env
env/bin/pip install -q 'python-docx==1.2.0' 'pypdf==7.1.1' 'PyMuPDF==2.0' 'pypdfium2==5.15.2' 'pdfplumber==0.11.10'
env/bin/python - <<'PY'
from docx import Document

paper = Document()
paper.styles["Normal"].font.name = "Liberation Serif"
for line in ("☒ Có  ☐ Không", "☐ 3 sao  ☒ 4 sao  ☐ 5 sao"):
    paper.add_paragraph(line)
paper.save("form.docx")
PY
soffice --version
soffice --headless "-env:UserInstallation=file://$folder/profile" --convert-to pdf form.docx >/dev/null 2>&1
env/bin/python - <<'PY'
import subprocess

import pdfplumber
import pymupdf
import pypdfium2
from pypdf import PdfReader

texts = {
    "pypdf": PdfReader("form.pdf").pages[0].extract_text(),
    "PyMuPDF": pymupdf.open("form.pdf")[0].get_text(),
    "pypdfium2": pypdfium2.PdfDocument("form.pdf")[0].get_textpage().get_text_range(),
    "pdfplumber": pdfplumber.open("form.pdf").pages[0].extract_text(),
    "pdftotext": subprocess.run(["pdftotext", "form.pdf", "-"], capture_output=True, text=True, check=True).stdout,
}
right = {}
for name, text in texts.items():
    words = " ".join(text.split())
    right[name] = words.startswith("☒ Có ☐ Không ☐ 3 sao ☒ 4 sao ☐ 5 sao")
    print(f"{name}: {'as on the page' if right[name] else words}")
assert right == {"pypdf": False, "PyMuPDF": False, "pypdfium2": False, "pdfplumber": True, "pdftotext": True}, right
PY
