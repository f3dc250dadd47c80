"""Every key that an official types for one product, from the idea to the package: commands, answers, cells of the sheet.

usage: python bench/keys.py    (needs LibreOffice with Debian's python3-uno)

The example commune without its product sam-day; the blank sheet that ``ocop form`` writes, filled in cell by cell by
LibreOffice; papers that LibreOffice saved as PDF. What is typed stands in ``bench/sam_day.py``. Then the dossier is compared with the
one written by hand, fact by fact. Fails when a limit is passed or a fact differs for no reason that is named here.
"""

import contextlib
import io
import json
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path
from typing import Any
from unittest import mock

from sam_day import ACTS, CELLS, PAPERS

from ocop_cli.app import run
from ocop_cli.store.sources import Sources

ROOT = Path(__file__).parents[1]
HAND, MADE = "sam-day", "sam-day-say-xop"
LIMITS = {"commands": 6, "characters in commands": 300, "characters in all": 1600}
REASONS = {  # what may differ from the dossier written by hand, and why
    "history*": "the acts of this run have days of their own; the steps on the way are those of the receipt",
    "scores*": "the producer's own points (25 choices) are no facts of the sheet: left out of the count",
    "evaluation*": "written by `evaluate`, the dossier by hand stops before it",
    "submission*": "written by `submit`, the dossier by hand stops before it",
    "returned_forms*": "the sheet that came back, kept by `intake`",
    "registration.kind": "written out; left to its default by hand",
    "papers[*].sha256": "other files: LibreOffice saved these",
    "papers[*].file": "the id of the dossier is made of the whole name of the product",
    "papers[*].title": "the name that the decision gives the kind",
    "papers[*].issuer": "in capitals, as the head of the paper prints it",
}


class Terminal(io.StringIO):
    """Somebody who types."""

    def isatty(self) -> bool:
        """Say that somebody is there."""
        return True


def main() -> int:
    """Play, count, compare, print; return 1 when a promise is not kept."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "xa-xop"
        begin(root)
        for number, (day, command, answers) in enumerate(ACTS):
            play(root, day, command, answers)
            if number == 0:
                fill_in(root)
        wrong = compared(facts(ROOT / "examples", HAND), facts(root, MADE))
    return 1 if counted() or wrong else 0


def begin(root: Path) -> None:
    """Lay out the example commune without the product."""
    shutil.copytree(ROOT / "examples", root)
    for name in (f"dossiers/{HAND}.yaml", f"private/{HAND}.yaml"):
        (root / name).unlink()
    shutil.rmtree(root / "papers" / HAND)
    (root / "giay").mkdir()


def play(root: Path, day: str, command: str, answers: tuple[str, ...]) -> None:
    """Run one command as it is typed, on a day, with what is answered; stop where it fails or asks for more."""
    told = io.StringIO()
    typed = Terminal("".join(f"{answer}\n" for answer in answers)) if answers else io.StringIO()
    with (
        mock.patch.dict(os.environ, {"OCOP_AS_OF": day}),
        mock.patch.object(sys, "stdin", typed),
        contextlib.chdir(root),
        contextlib.redirect_stdout(told),
        contextlib.redirect_stderr(told),
    ):
        code = run(shlex.split(command)[1:])
    if code != 0 or typed.read():
        sys.exit(f"{command}: {code}\n{told.getvalue()}")


def fill_in(root: Path) -> None:
    """Have LibreOffice fill in the sheet and write the papers."""
    job = {
        "sheet": str(root / "private/forms/ho-so.xlsx"),
        "cells": [[sheet, label, text, *([row] if row else [])] for sheet, label, text, row in CELLS],
        "papers": {str(root / "giay" / f"{name}.pdf"): text for name, text in PAPERS.items()},
    }
    (root / "job.json").write_text(json.dumps(job), encoding="utf-8")
    python = shutil.which("python3", path=os.defpath)  # the system's own, which has LibreOffice's uno
    if python is None or not shutil.which("soffice"):
        sys.exit("LibreOffice with python3-uno is not installed: nothing was counted.")
    subprocess.run(
        [python, str(ROOT / "bench/libreoffice.py"), str(root / "job.json")], check=True, timeout=240
    )
    (root / "job.json").unlink()


def counted() -> bool:
    """Print the count; say whether a limit is passed."""
    commands = sum(len(command) for _, command, _ in ACTS)
    answers = sum(len(answer) for _, _, given in ACTS for answer in given)
    cells = sum(len(text) for _, _, text, _ in CELLS)
    count = {
        "commands": len(ACTS),
        "characters in commands": commands,
        "characters in all": commands + answers + cells,
    }
    print(f"{len(CELLS)} cells: {cells} characters; {sum(len(a) for _, _, a in ACTS)} answers: {answers}")
    for what, limit in LIMITS.items():
        over = f", {count[what] - limit} over" if count[what] > limit else ""
        print(f"{what}: {count[what]} (limit {limit}{over})")
    print("lines of YAML: 0; enter keys and moves between cells are not counted")
    return any(count[what] > limit for what, limit in LIMITS.items())


def facts(root: Path, dossier_id: str) -> dict[str, Any]:
    """Return every fact of a dossier and of its private data by its path; papers go by their ids."""
    sources = Sources(root)
    found = dict[str, Any]()
    for folder in ("dossiers", "private"):
        found |= dict(flat(sources.read(f"{folder}/{dossier_id}.yaml").data, ""))
    return found


def flat(value: Any, path: str) -> Iterator[tuple[str, Any]]:
    """Yield the single values within a value."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from flat(inner, f"{path}.{name}" if path else str(name))
    elif isinstance(value, list | tuple):
        for number, inner in enumerate(value):
            name = inner.get("id", number) if isinstance(inner, dict) else number
            yield from flat(inner, f"{path}[{name}]")
    else:
        yield path, value


def compared(hand: dict[str, Any], made: dict[str, Any]) -> bool:
    """Print every difference under its reason; say whether one has none."""
    differing = [path for path in {**hand, **made} if hand.get(path) != made.get(path)]
    same = len(set(hand) & set(made)) - sum(path in hand and path in made for path in differing)
    print(f"{len(hand)} facts by hand: {same} the same")
    rest = list(differing)
    for pattern, reason in REASONS.items():
        matched = [path for path in rest if fnmatch(path, pattern.replace("[*]", "[[]*]"))]
        rest = [path for path in rest if path not in matched]
        if matched:
            print(f"  {len(matched)} × {pattern}: {reason}")
    for path in rest:
        print(f"  !!! {path}: {hand.get(path)!r} by hand, {made.get(path)!r} here")
    return bool(rest)


if __name__ == "__main__":
    sys.exit(main())
