#!/usr/bin/env bash
# A .docx that `html-docx-js` 0.3.1 makes of a web page is empty for every program but Word: LibreOffice shows no word of
# it, `python-docx` 1.2.0, `mammoth` 1.13.0 and `docx2txt` 0.9 read none. Nothing is raised.
#
# The file holds the page as a part of its own (w:altChunk), which Word takes in when it opens the document. Web programs
# of offices that let people download a “Word file” make such files: what checks or reads them sees an empty document.
#
# Expected: the text, or word of what was left out. What to do: look for w:altChunk in the main part before reading, and
# have the file saved once in Word, which puts the text into the document.
# Seen with html-docx-js 0.3.1, LibreOffice 7.4.7, python-docx 1.2.0, mammoth 1.13.0, docx2txt 0.9 on 28 November 2026.
# Needs: npm, python3 with venv, soffice. Fails when the behaviour changes.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >made.txt
npm install --silent --no-audit --no-fund 'html-docx-js@0.3.1' >made.txt
cat >make.js <<'JS'
const page = '<!DOCTYPE html><html><head><meta charset="utf-8"></head><body><p>Mật ong rừng</p></body></html>';
const made = require('html-docx-js').asBlob(page);
(async () => {
  require('fs').writeFileSync('giay.docx', Buffer.from(made.arrayBuffer ? await made.arrayBuffer() : made));
})();
JS
node make.js
soffice -env:UserInstallation="file://$folder/profile" --headless --convert-to txt:Text --outdir . giay.docx >made.txt 2>&1
python3 -m venv env
env/bin/pip install -q 'python-docx==1.2.0' 'mammoth==1.13.0' 'docx2txt==0.9'
cat >look.py <<'PY'
import zipfile
from pathlib import Path

import docx
import docx2txt
import mammoth

with zipfile.ZipFile("giay.docx") as archive:
    chunk = next(archive.read(name).decode() for name in archive.namelist() if name.endswith(".mht"))
seen = {
    "the embedded page": "ong" in chunk,
    "LibreOffice": "ong" in Path("giay.txt").read_text(encoding="utf-8-sig"),
    "python-docx": any("ong" in paragraph.text for paragraph in docx.Document("giay.docx").paragraphs),
    "mammoth": "ong" in mammoth.extract_raw_text(Path("giay.docx").open("rb")).value,
    "docx2txt": "ong" in docx2txt.process("giay.docx"),
}
for name, holds in seen.items():
    print(f"{name}: {'the words are there' if holds else 'no word'}")
assert list(seen.values()) == [True, False, False, False, False], seen
PY
env/bin/python look.py
