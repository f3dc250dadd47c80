"""What goes into forms and what comes back: random dossiers through Word, page and sheet, some of them saved by LibreOffice.

usage: PYTHONPATH=tests python bench/round_trip.py [DOSSIERS] [SAVED_BY_LIBREOFFICE]    (200 and 20, as .ci/long runs it)

A dossier is the form of every field with random answers. Fails when an answer comes back as another one in silence, or
when fewer than 98 in 100 come back as they went in.
"""

import shutil
import sys
import tempfile
from collections import Counter
from pathlib import Path
from random import Random

from support.forms import MEDIA, all_layouts, brought_back, differences, random_form
from support.office import through_office

ENDINGS = {"word": "docx", "sheet": "xlsx"}
LEAST = 0.98


def main(dossiers: int = 200, saved: int = 20) -> int:
    """Count, print, and return 1 when the promise is not kept."""
    layout = all_layouts()["ho-so"]
    forms = [random_form(layout, Random(seed)) for seed in range(dossiers)]
    ways = {medium: [make(form) for form in forms] for medium, make in MEDIA.items()}
    if shutil.which("soffice"):
        for medium, ending in ENDINGS.items():
            ways[f"{medium}, saved by LibreOffice"] = through_libreoffice(ways[medium][:saved], ending)
    else:
        print("!!! LibreOffice is not installed: nothing was saved by it !!!")
    kept = True
    for way, files in ways.items():
        count: Counter[str] = Counter()
        silent: list[str] = []
        for form, content in zip(forms, files, strict=False):
            fields, doubted, changed = differences(form, brought_back(form, content))
            count += Counter(fields=fields, doubted=len(doubted), changed=len(changed))
            silent += changed
        share = 1 - (count["doubted"] + count["changed"]) / count["fields"]
        print(
            f"{way}: {len(files)} dossiers, {count['fields']} fields, {share:.4%} as they went in, "
            f"{count['doubted']} asked about, {count['changed']} changed in silence"
        )
        print("".join(f"  {each}\n" for each in silent[:5]), end="")
        kept = kept and share >= LEAST and not silent
    return 0 if kept else 1


def through_libreoffice(files: list[bytes], ending: str) -> list[bytes]:
    """Return files as LibreOffice saves them, opened and saved once."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for number, content in enumerate(files):
            (root / f"{number:03d}.{ending}").write_bytes(content)
        saved = through_office(sorted(root.glob(f"*.{ending}")), ending, root / "out")
        return [path.read_bytes() for path in sorted(saved.glob(f"*.{ending}"))]


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
