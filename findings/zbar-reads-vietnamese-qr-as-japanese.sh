#!/usr/bin/env bash
# A QR code with Vietnamese text, as `segno` 1.6.6 and `qrcode` 8.2 make it by default, is read by zbar (`pyzbar` 0.1.9)
# as Japanese or Chinese signs: "Măng khô" becomes "Mﾄハg khﾃｴ". `zxing-cpp` reads the same picture right.
#
# Both libraries write UTF-8 without saying so (no ECI); the reader guesses, and which signs it guesses depends on the
# text: "Gạo đỏ" and "12/QĐ-UBND" of the same maker are read right, so a trial with one label proves nothing. Nothing is
# raised. On a label of a product the code would show another number of a certificate than the label prints.
#
# Expected: the text that was put in. What to do: have the code say that it is UTF-8 (`segno`: eci=True; `qrcode` has no
# such option), or put nothing but ASCII into it, as an address of a page.
# Seen with segno 1.6.6, qrcode 8.2, pyzbar 0.1.9 on libzbar 0.23.92 of Debian 12, zxing-cpp 3.1.1 on 28 November 2026.
# Needs: python3 with venv, libzbar0. Fails when the behaviour changes.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv env
env/bin/pip install -q 'segno==1.6.6' 'qrcode[pil]==8.2' 'pyzbar==0.1.9' 'zxing-cpp==3.1.1'
cat >look.py <<'PY'
from io import BytesIO

import qrcode
import segno
import zxingcpp
from PIL import Image
from pyzbar import pyzbar


def of_segno(text, eci):
    packet = BytesIO()
    segno.make_qr(text, error="m", eci=eci).save(packet, kind="png", scale=8, border=4)
    return Image.open(packet).convert("L")


def of_qrcode(text):
    return qrcode.make(text).get_image().convert("L")


wrong = {}
for text in ("Mật ong", "Măng khô", "Đẳng sâm", "Gạo đỏ", "12/QĐ-UBND"):
    for maker, picture in (
        ("segno", of_segno(text, eci=False)),
        ("segno with eci", of_segno(text, eci=True)),
        ("qrcode", of_qrcode(text)),
    ):
        by_zbar = pyzbar.decode(picture)[0].data.decode("utf-8")
        by_zxing = zxingcpp.read_barcodes(picture)[0].text
        print(f"{text} by {maker}: zbar {by_zbar}, zxing {by_zxing}")
        assert by_zxing == text
        if by_zbar != text:
            wrong.setdefault(text, []).append(maker)
assert wrong == {text: ["segno", "qrcode"] for text in ("Mật ong", "Măng khô", "Đẳng sâm")}, wrong
PY
env/bin/python look.py
