#!/usr/bin/env bash
# `bagit` 1.9.0 and `bdbag` 1.8.0, which rests on it, take "%25" in the list of a BagIt package as three characters of a
# file's name: a package that follows RFC 8493 is "incomplete" as soon as one name has a percent sign.
#
# RFC 8493 (2.1.3) wants a percent sign in a path of a manifest written as %25, as line breaks are written as %0A and
# %0D. bagit writes and reads the line breaks so, the percent sign as it is. A scan called "lao động 100%.jpg" is an
# everyday name in this field: a package made by bagit is not by the letter of the RFC, one made by the letter of the
# RFC is refused. Nobody is told which rule the other side follows.
#
# Expected: "data/lao động 100%25.txt" in the list names the file "data/lao động 100%.txt". What to do: no percent sign
# in the names of a package.
# Seen with bagit 1.9.0 and bdbag 1.8.0 on 28 November 2026. Needs: python3 with venv. Fails when the behaviour changes.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
export HOME="$folder"
python3 -m venv env; env/bin/pip install -q 'bagit==1.9.0' 'bdbag==1.8.0'
cat >look.py <<'PY'
import hashlib
import logging
from pathlib import Path

import bagit
from bdbag import bdbag_api

logging.disable()
TEXT = b"10/10"
seen = {}
for written in ("100%25", "100%"):
    bag = Path(f"bag {written}")
    (bag / "data").mkdir(parents=True)
    (bag / "data/lao động 100%.txt").write_bytes(TEXT)
    (bag / "bagit.txt").write_text("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")
    digest = hashlib.sha256(TEXT).hexdigest()
    (bag / "manifest-sha256.txt").write_text(f"{digest}  data/lao động {written}.txt\n", encoding="utf-8")
    by_bagit = bagit.Bag(str(bag)).is_valid()
    try:
        bdbag_api.validate_bag(str(bag))
        by_bdbag = True
    except Exception as error:
        by_bdbag = False
        print(type(error).__name__)
    print(f"listed as {written}: bagit says {by_bagit}, bdbag says {by_bdbag}")
    seen[written] = by_bagit, by_bdbag
made = Path("made")
made.mkdir()
(made / "lao động 100%.txt").write_bytes(TEXT)
bagit.make_bag(str(made), checksums=["sha256"])
listed = (made / "manifest-sha256.txt").read_text(encoding="utf-8")
print("bagit itself lists:", listed.split("  ")[1].strip())
assert seen == {"100%25": (False, False), "100%": (True, True)}, seen
assert "100%.txt" in listed, listed
PY
env/bin/python look.py
