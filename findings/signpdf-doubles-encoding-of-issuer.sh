#!/usr/bin/env bash
# A PDF signed by `@signpdf/signpdf` 3.3.0 (npm) with a certificate whose issuer has Vietnamese letters is no signed PDF for others:
# pyHanko 0.38.0 says that the signer's certificate is not in the signature, poppler's pdfsig names nobody and no result.
#
# node-forge 1.4.3, which makes the signature, writes the issuer's name into it a second time to say which certificate is
# meant, and encodes the letters twice there: "Người Ký" has become "NgÆ°á»i KÃ½", which is no name of a certificate in the file.
# With a name in ASCII everything holds. The signing program itself reports no error, and the stamp stands on the page: that
# the signature cannot be checked shows only at who gets the paper, and whoever asks the signer again gets the same.
#
# Expected: the issuer as its certificate has it, byte for byte. What to do: check a signed file with another program before it
# goes out; take a signer that copies the issuer's bytes (pyHanko does).
# Seen with @signpdf/signpdf, placeholder-plain and signer-p12 3.3.0, node-forge 1.4.3, pyHanko 0.38.0, pdfsig of poppler 22.12
# (Debian 12) on 29 November 2026. Needs: openssl, pdfsig, node, npm, python3 with venv. Fails when the behaviour changes.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >npm.log
npm install --silent --no-audit --no-fund '@signpdf/signpdf@3.3.0' '@signpdf/placeholder-plain@3.3.0' '@signpdf/signer-p12@3.3.0' \
  'node-forge@1.4.3' >npm.log 2>&1
python3 -m venv env; env/bin/pip install -q 'pyHanko==0.38.0' 'pypdf==7.1.1'
for name in 'letters:Người Ký Mẫu' 'ascii:Nguoi Ky Mau'; do
  openssl req -x509 -utf8 -newkey rsa:2048 -keyout key.pem -out cert.pem -days 30 -nodes -subj "/CN=${name#*:}/C=VN" 2>openssl.log
  openssl pkcs12 -export -inkey key.pem -in cert.pem -out "${name%%:*}.p12" -passout pass:mau
done
env/bin/python - <<'PY'
from pypdf import PdfWriter

paper = PdfWriter()
paper.add_blank_page(595, 842)
paper.write("plain.pdf")
PY
cat >sign.cjs <<'JS'
const fs = require("node:fs");
const { plainAddPlaceholder } = require("@signpdf/placeholder-plain");
const { P12Signer } = require("@signpdf/signer-p12");
const signpdf = require("@signpdf/signpdf").default;

(async () => {
  for (const name of ["letters", "ascii"]) {
    const about = { reason: "x", contactInfo: "x", name: "x", location: "x" };
    const paper = plainAddPlaceholder({ pdfBuffer: fs.readFileSync("plain.pdf"), ...about });
    fs.writeFileSync(`${name}.pdf`, await signpdf.sign(paper, new P12Signer(fs.readFileSync(`${name}.p12`), { passphrase: "mau" })));
  }
})();
JS
node sign.cjs
cat >look.py <<'PY'
import logging
import subprocess

from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko_certvalidator import ValidationContext

logging.disable()
seen = {}
for name in ("letters", "ascii"):
    with open(f"{name}.pdf", "rb") as file:
        signature = PdfFileReader(file, strict=False).embedded_signatures[0]
        named = signature.signer_info["sid"].chosen["issuer"].native["common_name"]
        try:
            status = validate_pdf_signature(signature, ValidationContext(allow_fetching=False))
            said = f"intact {status.intact}, valid {status.valid}"
        except SignatureValidationError as error:
            said = str(error).partition(" [")[0]
    told = subprocess.run(["pdfsig", "-nocert", f"{name}.pdf"], capture_output=True, text=True, check=False).stdout
    (poppler,) = (line.partition(": ")[2] for line in told.splitlines() if "Signature Validation" in line)
    seen[name] = (named, said, poppler)
    print(name, seen[name])
assert seen == {
    "letters": ("Người Ký Mẫu".encode().decode("latin-1"), "signer certificate not included in signature", "Unknown Validation Failure."),
    "ascii": ("Nguoi Ky Mau", "intact True, valid True", "Signature is Valid."),
}, seen
PY
env/bin/python look.py
