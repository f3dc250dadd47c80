#!/usr/bin/env bash
# LibreOffice 7.4 takes a table apart when its first paragraph names a style that the .docx lacks, as pandoc 3.9 writes it.
#
# pandoc gives the first paragraph of a cell the style FirstParagraph. With --reference-doc it takes the styles from that
# file; where the file has none of that id (a document of python-docx has none), the reference stays and leads nowhere.
# By the format such a paragraph looks like the usual style (Word was not tried). LibreOffice opens the file without a word and
# has no table: the cells stand below each other, the next table takes in the paragraph above it. Saved, it stays so.
# Take the reference away, or give the file an empty style of that id, and the table is whole.
#
# Expected: an unknown paragraph style leaves the table alone. Fails when the behaviour changes.
# Seen with LibreOffice 7.4.7.2, pandoc 3.9 and python-docx 1.2.0 on 28 November 2026. Needs: soffice, python3 with venv.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv env; env/bin/pip install -q 'python-docx==1.2.0' 'pypandoc_binary==1.17'
cat >page.html <<'HTML'
<p>Above</p>
<table><tr><td><p>Left</p></td><td><p>Right</p></td></tr><tr><td><p>Below left</p></td><td><p>Below right</p></td></tr></table>
<p>Under it</p>
HTML
cat >make.py <<'PY'
import re
import zipfile

import docx
import pypandoc

print("pandoc", pypandoc.get_pandoc_version())
docx.Document().save("reference.docx")
pypandoc.convert_file("page.html", "docx", outputfile="lacking.docx", extra_args=["--reference-doc=reference.docx"])
with zipfile.ZipFile("lacking.docx") as old, zipfile.ZipFile("whole.docx", "w") as new:
    styles = re.findall(rb'w:styleId="(\w+)"', old.read("word/styles.xml"))
    named = set(re.findall(rb'<w:pStyle w:val="(\w+)" />', old.read("word/document.xml")))
    print("styles named and lacking:", sorted(named - set(styles)))
    for name in old.namelist():
        content = old.read(name)
        if name == "word/document.xml":
            content = content.replace(b'<w:pStyle w:val="FirstParagraph" />', b"")
        new.writestr(name, content)
PY
env/bin/python make.py
soffice --version
soffice --headless "-env:UserInstallation=file://$folder/profile" --convert-to docx --outdir out lacking.docx whole.docx >/dev/null 2>&1
env/bin/python - <<'PY'
import docx

seen = {}
for name in ("lacking", "whole"):
    made, saved = docx.Document(f"{name}.docx"), docx.Document(f"out/{name}.docx")
    seen[name] = (len(made.tables), len(saved.tables))
    print(f"{name}: tables {seen[name][0]}, after LibreOffice {seen[name][1]}, text outside them {[p.text for p in saved.paragraphs]}")
assert seen == {"lacking": (1, 0), "whole": (1, 1)}, "this version behaves differently"
PY
