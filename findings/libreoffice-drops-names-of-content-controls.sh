#!/usr/bin/env bash
# LibreOffice Writer 7.4 saves content controls without their tags, a text hint as an answer, a list without its words.
#
# A Word form names its fields by the tag of content controls (w:tag), marks a control that nobody answered with
# w:showingPlcHdr, and offers choices as words for values. Opened and saved as .docx:
# - no control has its tag; the title (w:alias) stays on a text control only;
# - a text control loses the mark of its hint: "Gõ tên vào đây" is then its text like any answer (a list keeps the mark);
# - a list that stands in a line keeps its items, one that is a paragraph of its own has "htx" for "Hợp tác xã", one
#   empty item more, and what was chosen stands in a paragraph beside the control, which is empty.
# Nothing warns.
#
# Expected: tags, marks and items survive. What to do: find fields by the label beside them and not by a tag, put hints
# beside a control, put lists into a line of text.
# Seen with LibreOffice 7.4.7.2 and python-docx 1.2.0 on 28 November 2026. Needs: soffice, python3 with venv.
# Fails when the behaviour changes.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv env; env/bin/pip install -q 'python-docx==1.2.0'
env/bin/python - <<'PY'
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

ITEMS = '<w:dropDownList><w:listItem w:displayText="Hợp tác xã" w:value="htx"/></w:dropDownList>'


def control(name, kind, content):
    properties = f'<w:alias w:val="{name}"/><w:tag w:val="{name}"/>{kind}'
    return parse_xml(
        f"<w:sdt {nsdecls('w')}><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"
    )


def words(text):
    return f"<w:r><w:t>{text}</w:t></w:r>"


paper = Document()
paper.add_paragraph("Tên: ")._p.append(control("name", "<w:showingPlcHdr/><w:text/>", words("Gõ tên vào đây")))
paper.add_paragraph("Loại hình: ")._p.append(control("kind", f"<w:showingPlcHdr/>{ITEMS}", words("Chọn một mục")))
paper.element.body.insert(-1, control("owner", ITEMS, f"<w:p>{words('Hợp tác xã')}</w:p>"))
paper.save("form.docx")
PY
soffice --version
soffice --headless "-env:UserInstallation=file://$folder/profile" --convert-to docx --outdir out form.docx >/dev/null 2>&1
env/bin/python - <<'PY'
from docx import Document
from docx.oxml.ns import nsmap

W = f"{{{nsmap['w']}}}"


def seen(control):
    def has(tag):
        return control.find(f"{W}sdtPr/{W}{tag}") is not None

    texts = "".join(text.text or "" for text in control.find(f"{W}sdtContent").iter(f"{W}t"))
    items = [item.get(f"{W}displayText") for item in control.iter(f"{W}listItem")]
    return has("tag"), has("alias"), has("showingPlcHdr"), texts, items


before, after = ([seen(each) for each in Document(file).element.iter(f"{W}sdt")] for file in ("form.docx", "out/form.docx"))
for was, has in zip(before, after, strict=True):
    print(f"tag, title, mark of a hint, words, items: {was} -> {has}")
assert before == [
    (True, True, True, "Gõ tên vào đây", []),
    (True, True, True, "Chọn một mục", ["Hợp tác xã"]),
    (True, True, False, "Hợp tác xã", ["Hợp tác xã"]),
], before
assert [each[0] for each in after] == [False, False, False], after
assert after[0][1:4] == (True, False, "Gõ tên vào đây"), after[0]
assert after[1][2:] == (True, "Chọn một mục", ["Hợp tác xã"]), after[1]
assert after[2][3:] == ("", ["htx", ""]), after[2]
PY
