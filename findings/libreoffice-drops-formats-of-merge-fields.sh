#!/usr/bin/env bash
# LibreOffice 7.4 drops the formats of mail-merge fields when it saves a .docx: MERGEFIELD Ngày_họp \@ "dd/MM/yyyy" comes back as
# MERGEFIELD Ngày_họp, and a number's \# "#,##0" is gone as well.
#
# Offices write invitations once and merge names and days of a workbook into them. The fields keep their names, so the letter
# looks as before and merges without a word; the day of the meeting is printed as the merging program has it: docx-mailmerge2
# puts "12/05/26 00:00:00" for "05/12/2026", which reads as 12 May, and 1234567 for 1,234,567. Word itself was not tried.
#
# Expected: the instruction of a field as it was. What to do: before a merge look at the instructions for \@ and \#, or have
# the workbook hold days and amounts as text.
# Seen with LibreOffice 7.4.7.2, docx-mailmerge2 1.0.3 and python-docx 1.2.0 on 29 November 2026. Needs: soffice, python3 with
# venv. Fails when the behaviour changes.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
export LC_ALL=C.UTF-8
python3 -m venv env; env/bin/pip install -q 'docx-mailmerge2==1.0.3' 'python-docx==1.2.0'
cat >make.py <<'PY'
import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

paper = docx.Document()
for name, switch in (("Ngày_họp", r'\@ "dd/MM/yyyy"'), ("Kinh_phí", r'\# "#,##0"')):
    paragraph = paper.add_paragraph()
    for kind, words in (("begin", ""), ("", f" MERGEFIELD {name} {switch} "), ("separate", ""), ("text", f"«{name}»"), ("end", "")):
        run = paragraph.add_run(words if kind == "text" else "")._r
        if kind == "text":
            continue
        part = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            part.set(qn("w:fldCharType"), kind)
        else:
            part.text = words
            part.set(qn("xml:space"), "preserve")
        run.append(part)
paper.save("letter.docx")
PY
env/bin/python make.py
soffice --version
soffice "-env:UserInstallation=file://$folder/profile" --headless --convert-to docx --outdir saved letter.docx >soffice.log 2>&1
cat >look.py <<'PY'
from datetime import datetime

import docx
from docx.oxml.ns import qn
from mailmerge import MailMerge

seen = {}
for name in ("letter.docx", "saved/letter.docx"):
    asked = ["".join(part.text for part in p._p.iter(qn("w:instrText"))).strip() for p in docx.Document(name).paragraphs]
    with MailMerge(name) as letter:
        letter.merge(**{"Ngày_họp": datetime(2026, 12, 5), "Kinh_phí": 1234567})
        letter.write("merged.docx")
    seen[name] = (asked, [p.text for p in docx.Document("merged.docx").paragraphs])
    print(name, *seen[name])
assert seen == {
    "letter.docx": (['MERGEFIELD Ngày_họp \\@ "dd/MM/yyyy"', 'MERGEFIELD Kinh_phí \\# "#,##0"'], ["05/12/2026", "1,234,567"]),
    "saved/letter.docx": (["MERGEFIELD Ngày_họp", "MERGEFIELD Kinh_phí"], ["12/05/26 00:00:00", "1234567"]),
}, seen
PY
env/bin/python look.py
