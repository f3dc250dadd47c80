#!/usr/bin/env bash
# LibreOffice 7.4 takes a line spacing without w:lineRule, as docx 9 (npm) writes it, for an exact height: lines overlap.
#
# `new Paragraph({ spacing: { line: 360 } })` is meant as one and a half lines and written as  <w:spacing w:line="360"/>. The
# format says that a rule left out is "auto": 360 of 240 parts of a line (how Word prints it was not tried). LibreOffice has
# lines of exactly 18 pt, also where the style around it says lineRule="auto". With 14 pt letters and line: 264 the lines of a page
# stand closer than single, heads of accents are cut, and the paper gets shorter.
# Write `lineRule: LineRuleType.AUTO` beside every `line`.
#
# Expected: both files have 150 % in LibreOffice. Fails when the behaviour changes.
# Seen with LibreOffice 7.4.7.2 and docx 9.15.2 on 28 November 2026. Needs: soffice, node, npm.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm install --silent --no-audit --no-fund 'docx@9.15.2' >/dev/null
cat >make.mjs <<'JS'
import { writeFileSync } from "node:fs";
import { Document, LineRuleType, Packer, Paragraph } from "docx";

for (const [name, spacing] of [["bare", { line: 360 }], ["said", { line: 360, lineRule: LineRuleType.AUTO }]]) {
  const paragraphs = [new Paragraph({ text: "Ủy ban nhân dân xã", spacing })];
  writeFileSync(`${name}.docx`, await Packer.toBuffer(new Document({ sections: [{ children: paragraphs }] })));
}
JS
node make.mjs
soffice --version
soffice --headless "-env:UserInstallation=file://$folder/profile" --convert-to fodt bare.docx said.docx >/dev/null 2>&1
python3 - <<'PY'
import re
import zipfile

seen = {}
for name in ("bare", "said"):
    written = re.search(r"<w:spacing [^>]*>", zipfile.ZipFile(f"{name}.docx").read("word/document.xml").decode())[0]
    styles = dict(re.findall(r'<style:style style:name="(P\d+)".*?fo:line-height="([^"]+)"', open(f"{name}.fodt").read(), re.S))
    seen[name] = sorted(styles.values())
    print(f"{written}: LibreOffice makes a line of {seen[name]}")
assert "150%" in seen["said"] and not any("%" in height for height in seen["bare"]), "this version behaves differently"
PY
