#!/usr/bin/env bash
# `holidays` 0.109 takes 2 January 2026 for a working day of Vietnam and Saturday 10 January 2026 for a day off.
#
# The Government Office announced on 25/12/2025 (12729/VPCP-KGVX) that civil servants rest on Friday 2 January 2026 and
# work on Saturday 10 January instead. The package has the like swap of the same year, Monday 31 August for Saturday
# 22 August, with its working Saturday. A limit in working days that begins in between and runs over 10 January ends a
# day later by the package than by the notice.
#
# Expected: both swaps of 2026. Fails when the behaviour changes.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet 'holidays==0.109'
cat >look.py <<'PY'
import sys
from datetime import date

import holidays

days = holidays.country_holidays("VN", years=2026)
print("holidays", holidays.__version__)
seen = []
for on, announced in (
    (date(2026, 1, 2), "off"),
    (date(2026, 1, 10), "worked"),
    (date(2026, 8, 31), "off"),
    (date(2026, 8, 22), "worked"),
):
    said = "worked" if days.is_working_day(on) else "off"
    print(f"{on} {on:%a}: announced {announced}, holidays says {said}")
    seen.append(said == announced)
sys.exit(seen != [False, False, True, True])
PY
venv/bin/python look.py
