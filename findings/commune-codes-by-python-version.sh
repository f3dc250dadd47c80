#!/usr/bin/env bash
# Two Vietnamese packages of the communes since July 2025 give 114 communes other codes, on a Python before 3.12.
#
# `vietnam-provinces` needs Python 3.12 from its release 2026 on; on an older Python, pip installs 2025.10.1 without a
# word. Its table has as many communes (3,321) with the same names as `vietnamadminunits` 1.0.4, but 114 of them have
# other codes: Phường Cửa Nam of Hà Nội is 00073 there, 00082 in the other package and in release 2026.9.0. A code goes
# into a product code for good, so a table must be taken from the release, not from whatever a Python gets.
#
# Expected: a commune has one code, and the same requirement gives the same table on every supported Python.
# Fails when the behaviour changes. Both packages are read as files, not run.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
fetch() { venv/bin/pip download --quiet --no-deps --only-binary=:all: --python-version "$1" -d "$2" "$3"; }
fetch 3.11 old 'vietnam-provinces==2025.10.1'
fetch 3.13 new 'vietnam-provinces==2026.9.0'
fetch 3.11 other 'vietnamadminunits==1.0.4'
cat >compare.py <<'PY'
import json
import sqlite3
import sys
import zipfile
from pathlib import Path


def unpacked(folder):
    (wheel,) = Path(folder).glob("*.whl")
    zipfile.ZipFile(wheel).extractall(folder)
    print(f"{folder}: {wheel.name.split('-py')[0]}")
    return Path(folder)


def of_provinces(folder):
    """Map each code to the name, as the package's own flat list has them."""
    path = next(unpacked(folder).rglob("flat-divisions.json"))
    return {f"{row['code']:05d}": row["name"] for row in json.loads(path.read_text(encoding="utf-8"))}


def of_units(folder):
    base = sqlite3.connect(unpacked(folder) / "vietnamadminunits/data/dataset.db")
    return dict(base.execute("select wardCode, ward from admin_units"))


old, new, other = of_provinces("old"), of_provinces("new"), of_units("other")
(metadata,) = Path("new").rglob("METADATA")
(wanted,) = (line for line in metadata.read_text(encoding="utf-8").splitlines() if line.startswith("Requires-Python"))
print("release 2026.9.0:", wanted)
print("communes:", len(old), len(new), len(other))
print("codes of the old release that the other package lacks:", len(old.keys() - other.keys()))
print("codes of release 2026.9.0 that the other package lacks:", len(new.keys() - other.keys()))
for code in ("00073", "00082"):
    print(code, *(table.get(code, "–") for table in (old, new, other)), sep=" | ")
seen = (len(old.keys() - other.keys()), len(new.keys() - other.keys()), "3.12" in wanted)
sys.exit(seen != (114, 0, True))
PY
venv/bin/python compare.py
