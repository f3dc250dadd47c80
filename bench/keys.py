"""Every key that an official types for one product, from the idea to the package: commands, answers, cells of the sheet.

usage: python bench/keys.py    (needs LibreOffice with Debian's python3-uno)

The example commune without its product sam-day; the blank sheet that ``ocop form`` writes, filled in cell by cell by
LibreOffice; papers that LibreOffice saved as PDF, under the names that a scanner gives. What is typed stands in
``bench/sam_day.py``. The package is made twice: the draft, and by the same command with ``-i`` the one with numbers and
signed scans, which is then sent. The dossier is compared with the one written by hand, fact by fact, the producer's own
scores too. Fails when a limit is passed, or a fact differs for no reason that is named here.
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
from collections.abc import Iterator, Sequence
from fnmatch import fnmatch
from pathlib import Path
from typing import Any
from unittest import mock

from sam_day import ACTS, CELLS, PAPERS, SEND, SIGN

from ocop_cli.app import run
from ocop_cli.store.dossier.dossiers import load_dossier, load_private
from ocop_cli.store.reading.sources import Sources

ROOT = Path(__file__).parents[1]
HAND, MADE = "sam-day", "sam-day-say-xop"
LIMITS = {"commands": 6, "characters in commands": 300, "characters in all": 1600}
ON_THE_WAY = ("planning", "implementing", "preparing")
REASONS = {  # what may differ from the dossier written by hand, and why
    **{f"history[[]{stage}].*": "on the way to the receipt, recorded on its day" for stage in ON_THE_WAY},
    "history[[]*].by": "the officer that ocop.yaml names; by hand the unit",
    "history[[]*].start": "the stage that is left, written out; by hand left to the order of the stages",
    "later_evaluations*": "written by `evaluate`, the dossier by hand stops before it",
    "history[[]evaluated].*": "written by `evaluate`, the dossier by hand stops before it",
    "later_submissions*": "written by `submit`, the dossier by hand stops before it",
    "returned_forms*": "the sheet that came back, kept by `intake`",
    "papers[[]*].sha256": "other files: LibreOffice saved these",
    "papers[[]*].file": "the names of the scanner in the folder of this dossier",
    "papers[[]*].id": "made of the names of the scanner; facts that rest on a paper are compared by its kind",
    "papers[[]*].title": "the name that the decision gives the kind",
    "papers[[]*].issuer": "in capitals, as the head of the paper prints it",
}


class Terminal(io.StringIO):
    """Somebody who types."""

    def isatty(self) -> bool:
        """Say that somebody is there."""
        return True


def main() -> int:
    """Play, count, compare, print; return 1 when a promise is not kept."""
    *acts, (day, last, answers) = ACTS
    with tempfile.TemporaryDirectory() as folder:
        root, other = Path(folder) / "draft", Path(folder) / "signed"
        begin(root)
        for number, act in enumerate(acts):
            play(root, *act)
            if number == 0:
                fill_in(root)
        shutil.copytree(root, other)
        play(root, day, last, answers)
        for number in (1, 2):
            shutil.copy(root / f"giay/scan00{number}.pdf", other / f"{number}.pdf")
        play(other, day, f"{last} -i", (*SIGN, *SEND))
        made = {where: [each.name for each in (where / "packages").glob("*.zip")] for where in (root, other)}
        wrong = compared(facts(ROOT / "examples", HAND), facts(root, MADE))
        wrong |= any(
            len(names) != 1 or ("du-thao" in names[0]) != (where is root) for where, names in made.items()
        )
    print(f"{len(CELLS)} cells; 0 lines of YAML; enter keys and moves between cells are not counted")
    over = counted("to the draft of the package", ACTS)
    over |= counted("to the package with numbers and signed scans", [*acts, (day, f"{last} -i", SIGN)])
    sent = [*acts, (day, f"{last} -i", (*SIGN, *SEND))]
    counted("the same, and sent, which is past the package", sent, is_limited=False)
    return 1 if over or wrong else 0


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


def counted(what: str, acts: Sequence[tuple[str, str, Sequence[str]]], *, is_limited: bool = True) -> bool:
    """Print the count up to a point; say whether a limit is passed."""
    commands = sum(len(command) for _, command, _ in acts)
    answers = sum(len(answer) for _, _, given in acts for answer in given)
    cells = sum(len(text) for _, _, text, _ in CELLS)
    count = {
        "commands": len(acts),
        "characters in commands": commands,
        "characters in all": commands + answers + cells,
    }
    print(f"{what}: cells {cells}, answers {answers}")
    for name, limit in LIMITS.items():
        over = f", {count[name] - limit} over" if count[name] > limit else ""
        print(f"  {name}: {count[name]}{f' (limit {limit}{over})' if is_limited else ''}")
    return any(count[name] > limit for name, limit in LIMITS.items())


def facts(root: Path, dossier_id: str) -> dict[str, Any]:
    """Return every fact of a dossier and of its private data by its path.

    Papers go by their kinds, also where a fact rests on one; moves by the stage that they reach.
    """
    sources = Sources(root)
    dossier = load_dossier(sources, dossier_id).dossier
    kinds = {paper.id: paper.kind for paper in dossier.papers}
    data = dossier.model_dump(mode="json")
    for paper in data["papers"]:
        paper["key"] = paper.pop("kind")
    for move in data["history"]:
        move["key"] = move.pop("stage")
    found = dict(flat(data | load_private(sources, dossier_id).model_dump(mode="json"), ""))
    return {path: kinds.get(value, value) if ".evidence[" in path else value for path, value in found.items()}


def flat(value: Any, path: str) -> Iterator[tuple[str, Any]]:
    """Yield the single values within a value."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from flat(inner, f"{path}.{name}" if path else str(name))
    elif isinstance(value, list | tuple):
        for number, inner in enumerate(value):
            name = inner.get("key", number) if isinstance(inner, dict) else number
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
        matched = [path for path in rest if fnmatch(path, pattern)]
        rest = [path for path in rest if path not in matched]
        if matched:
            print(f"  {len(matched)} × {pattern}: {reason}")
    for path in rest:
        print(f"  !!! {path}: {hand.get(path)!r} by hand, {made.get(path)!r} here")
    return bool(rest)


if __name__ == "__main__":
    sys.exit(main())
