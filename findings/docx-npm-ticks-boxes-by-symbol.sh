#!/usr/bin/env bash
# The check boxes of docx 9 (npm) have no tick for pandoc 3.9, docx2txt 0.9 and AbiWord 3.0.5: "Có Không", whatever is ticked;
# docx2python 3.7.1 shows two signs of Arabic.
#
# `new CheckBox({checked: true})` makes the control that Word knows, but writes the sign in it as w:sym with the font MS Gothic,
# where Word writes the letter ☒ itself. These readers pass over w:sym, or know it for the fonts Symbol and Wingdings only; with
# the letter in its place all of them show it. Web programs make opinion sheets and forms with this library: who gathers
# the opinions finds none, and nothing is raised. LibreOffice shows the boxes, mammoth and markitdown know them as controls;
# python-docx leaves out controls within a line altogether, with the letter too.
#
# Expected: ☒ and ☐ in the text. What to do: read w14:checked of the control, or take the letter of w:sym by its code; who
# writes puts `new TextRun("☒")` in place of the control where nobody needs to click.
# Seen with docx 9.15.2 and these versions, LibreOffice 7.4.7.2, markitdown 0.1.9, python-docx 1.2.0 on 29 November 2026.
# AbiWord is not run here. Needs: soffice, npm, python3 with venv. Fails when the behaviour changes.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm install --silent --no-audit --no-fund 'docx@9.15.2' >/dev/null
python3 -m venv env
env/bin/pip install -q 'pypandoc_binary==1.17' 'python-docx==1.2.0' 'docx2txt==0.9' 'docx2python==3.7.1' 'markitdown[docx]==0.1.9'
cat >make.mjs <<'JS'
import { writeFileSync } from "node:fs";
import { CheckBox, Document, Packer, Paragraph, TextRun } from "docx";

const children = [new CheckBox({ checked: true }), new TextRun(" Có "), new CheckBox({ checked: false }), new TextRun(" Không")];
writeFileSync("symbol.docx", await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph({ children })] }] })));
JS
node make.mjs
cat >look.py <<'PY'
import re
import sys
import zipfile

import docx
import docx2txt
import pypandoc
from docx2python import docx2python
from markitdown import MarkItDown

if sys.argv[1:] == ["letter"]:  # the same file with the sign as Word writes it
    with zipfile.ZipFile("symbol.docx") as old, zipfile.ZipFile("letter.docx", "w") as new:
        for name in old.namelist():
            text = re.sub(rb'<w:sym w:char="(....)" w:font="MS Gothic"/>', rb"<w:t>&#x\1;</w:t>", old.read(name))
            new.writestr(name, text if name == "word/document.xml" else old.read(name))
    sys.exit()
readers = {
    "pandoc": lambda name: pypandoc.convert_file(name, "plain"),
    "docx2txt": docx2txt.process,
    "docx2python": lambda name: docx2python(name).text,
    "python-docx": lambda name: docx.Document(name).paragraphs[0].text,
    "markitdown": lambda name: MarkItDown().convert(name).text_content,
    "LibreOffice": lambda name: open(name.replace(".docx", ".txt"), encoding="utf-8-sig").read(),
}
print("pandoc", pypandoc.get_pandoc_version())
seen = {}
for name in ("symbol", "letter"):
    seen[name] = {reader: " ".join(read(f"{name}.docx").split()) for reader, read in readers.items()}
    for reader, text in seen[name].items():
        print(f"{name}: {reader}: {text}")
bare, boxes = "Có Không", "☒ Có ☐ Không"
arabic = "<span style=font-family:MS Gothic>&#x0612;</span> Có <span style=font-family:MS Gothic>&#x0610;</span> Không"
alike = {"python-docx": bare, "markitdown": "[x] Có [ ] Không", "LibreOffice": boxes}
assert seen["symbol"] == {"pandoc": bare, "docx2txt": bare, "docx2python": arabic, **alike}, seen
assert seen["letter"] == {"pandoc": boxes, "docx2txt": boxes, "docx2python": boxes, **alike}, seen
PY
env/bin/python look.py letter
soffice "-env:UserInstallation=file://$folder/profile" --headless --convert-to txt:Text --outdir . symbol.docx letter.docx >soffice.log 2>&1
env/bin/python -W ignore look.py
