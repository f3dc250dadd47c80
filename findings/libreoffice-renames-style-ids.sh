#!/usr/bin/env bash
# LibreOffice 7.4 gives paragraph styles new ids when it saves a .docx: letters with Vietnamese marks are dropped.
#
# A style keeps its name ("Đường kẻ") but its id becomes what is left of the name in ASCII ("Ngk"); two names that leave
# the same letters are told apart by a number that depends on the other styles of the file ("Ngk", "Ngk1"). A program
# that finds paragraphs by the style id (w:pStyle) no longer finds them after one save, without any error.
#
# Expected: the id is an opaque key and survives, as the name does. What to do: find styles by w:name.
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
from docx.enum.style import WD_STYLE_TYPE

document = Document()
for name in ("Đường kẻ", "Đương kẽ", "Mắm ruốc", "Ruling line"):
    document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    document.add_paragraph(name, style=name)
document.save("styles.docx")
PY
venv/bin/python make.py
soffice "-env:UserInstallation=file://$folder/profile" --headless --convert-to docx --outdir saved *.docx >/dev/null 2>&1
soffice --version
cat >look.py <<'PY'
import sys
from docx import Document

def ids(path):
    return {style.name: style.style_id for style in Document(path).styles}

before, after = ids("styles.docx"), ids("saved/styles.docx")
for name in ("Đường kẻ", "Đương kẽ", "Mắm ruốc", "Ruling line"):
    print(f"{name}: id {before[name]} -> {after[name]}")
changed = {name for name in ("Đường kẻ", "Đương kẽ", "Mắm ruốc") if before[name] != after[name]}
sys.exit(len(changed) != 3 or before["Ruling line"] != after["Ruling line"])
PY
venv/bin/python look.py
