#!/usr/bin/env bash
# `python-stdnum` 2.2 and `stdnum` 1.12.0 (npm) refuse the tax code of every household business and person of Vietnam: they know 10
# and 13 digits, and since 1 July 2025 such a code is the 12 digits of the citizen id.
#
# Most producers of a commune are households. A register that is checked by these libraries keeps the companies and the
# cooperatives and calls the households' codes too long ("InvalidLength"), the right ones and any slip alike.
#
# Expected: twelve digits are taken (Circular 86/2024/TT-BTC; they carry no check digit). What to do: ask for the length first,
# give only 10 and 13 digits to the library, and see to the zero that a spreadsheet takes from the other two lengths.
# Seen with python-stdnum 2.2, stdnum 1.12.0 of npm and node 20 on 29 November 2026. Needs: node, npm, python3 with venv.
# Fails when the behaviour changes. The twelve digits are made up.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm install --silent --no-audit --no-fund 'stdnum@1.12.0' >npm.log 2>&1
python3 -m venv env; env/bin/pip install -q 'python-stdnum==2.2'
env/bin/python - <<'PY'
from stdnum.exceptions import InvalidLength
from stdnum.vn import mst

seen = {}
for code in ("0123456787", "0123456787-001", "051000000000"):
    try:
        seen[code] = mst.validate(code)
    except InvalidLength as error:
        seen[code] = type(error).__name__
print("python-stdnum", seen)
assert seen == {"0123456787": "0123456787", "0123456787-001": "0123456787001", "051000000000": "InvalidLength"}, seen
PY
node -e '
const { stdnum } = require("stdnum");
const said = (code) => { const seen = stdnum.VN.mst.validate(code); return seen.isValid ? seen.compact : seen.error.name; };
const seen = ["0123456787", "0123456787-001", "051000000000"].map(said);
console.log("stdnum of npm", seen);
require("node:assert").deepEqual(seen, ["0123456787", "0123456787001", "InvalidLength"]);
'
