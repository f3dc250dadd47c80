#!/usr/bin/env bash
# `num2words` 0.5.14 in Vietnamese says 3,05 as "ba phẩy năm", which everybody hears as 3,5; 3,5 itself is "ba phẩy năm mươi".
#
# The digits behind the comma are taken as a number of two digits: a zero before them is lost, one behind them is added.
# In a meeting's minutes a mark of 24,05 points, spoken in words beside the digits, would be another mark. Whole numbers
# leave out "không trăm": 1.005.000 is "một triệu năm nghìn". Nothing is raised.
#
# Expected: the digits behind the comma one by one, "ba phẩy không năm" and "ba phẩy năm". What to do: give digits only,
# or say the digits behind the comma one by one and have num2words say the whole part.
# Seen with num2words 0.5.14 on 28 November 2026. Needs: python3 with venv.
# Fails when the behaviour changes.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv env; env/bin/pip install -q 'num2words==0.5.14'
env/bin/python - <<'PY'
from num2words import num2words

seen = {number: num2words(number, lang="vi") for number in (3.05, 3.5, 24.05, 1_005_000)}
for number, words in seen.items():
    print(number, words)
assert seen == {
    3.05: "ba phẩy năm",
    3.5: "ba phẩy năm mươi",
    24.05: "hai mươi bốn phẩy năm",
    1_005_000: "một triệu năm nghìn",
}, seen
PY
