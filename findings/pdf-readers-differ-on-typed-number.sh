#!/usr/bin/env bash
# The number that a clerk types onto a PDF (a text annotation, FreeText) is text for PyMuPDF 2.0, poppler's pdftotext and
# Ghostscript's txtwrite, and nothing for pypdf 7.1.1, pdfplumber 0.11.10, pypdfium2 5.15.2 and markitdown 0.1.9.
#
# A paper is printed to PDF with an empty place for its number, and programs that give numbers, and viewers ("add text"), lay
# "40" over it without touching the page. Everybody sees and prints it. A program that files papers by their number reads
# "Số: /QĐ-UBND" with four of these readers and may take the paper for a draft; another one of the same office finds 40, and
# where: pdftotext in its place, Ghostscript before the line, PyMuPDF behind the page.
#
# Expected: one answer, and that of the eye. What to do: read the page's annotations beside its text (/Contents of each FreeText),
# or ask for number and day where the place for them is empty.
# Seen with these versions, poppler 22.12 and Ghostscript 10.00 of Debian 12 on 29 November 2026.
# Needs: pdftotext, gs, python3 with venv. Fails when the behaviour changes.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv env
env/bin/pip install -q 'PyMuPDF==2.0' 'pypdf==7.1.1' 'pdfplumber==0.11.10' 'pypdfium2==5.15.2' 'markitdown[pdf]==0.1.9'
cat >look.py <<'PY'
import subprocess

import pdfplumber
import pymupdf
import pypdf
import pypdfium2
from markitdown import MarkItDown

with pymupdf.open() as paper:
    page = paper.new_page()
    page.insert_text((100, 100), "So:         /QD-UBND", fontsize=13)
    page.add_freetext_annot(pymupdf.Rect(122, 86, 150, 106), "40", fontsize=13)
    paper.save("paper.pdf")


def told_by(*words):
    return subprocess.run(words, capture_output=True, text=True, check=True).stdout


readers = {
    "PyMuPDF": lambda: pymupdf.open("paper.pdf")[0].get_text(),
    "pdftotext": lambda: told_by("pdftotext", "paper.pdf", "-"),
    "pypdf": lambda: pypdf.PdfReader("paper.pdf").pages[0].extract_text(),
    "pdfplumber": lambda: pdfplumber.open("paper.pdf").pages[0].extract_text(),
    "pypdfium2": lambda: pypdfium2.PdfDocument("paper.pdf")[0].get_textpage().get_text_range(),
    "markitdown": lambda: MarkItDown().convert("paper.pdf").text_content,
    "Ghostscript": lambda: told_by("gs", "-q", "-sDEVICE=txtwrite", "-o", "-", "paper.pdf"),
}
texts = {reader: " ".join(read().split()) for reader, read in readers.items()}
for reader, text in texts.items():
    print(f"{reader}: {text}")
assert all("/QD-UBND" in text for text in texts.values()), texts
with_number = {reader for reader, text in texts.items() if "40" in text.split()}
assert with_number == {"PyMuPDF", "pdftotext", "Ghostscript"}, with_number
PY
env/bin/python -W ignore look.py
