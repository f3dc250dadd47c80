"""A line of a file is broken as people break it: the line named is the line broken, and what the message says mends it."""

import random

from ocop_cli.dossier.model import Dossier
from ocop_cli.findings import Severity
from ocop_cli.store.reading.records import read_record
from ocop_cli.store.yaml.source import parse
from support.paths import EXAMPLES
from support.runs import LONG
from support.yaml_slips import SLIPS, Line, Slip, cured, slips_of

NAME = "dossiers/mau.yaml"
DOSSIERS = sorted((EXAMPLES / "dossiers").glob("*.yaml"))[:: 1 if LONG else 3]
ENOUGH = 0.99
CHANCE = random.Random(13)


def some(lines: list[Line]) -> list[Line]:
    """Return the lines of a file that are broken in this run: all of them in the long one."""
    return lines if LONG else [lines[1], CHANCE.choice(lines)]


def fault(slip: Slip) -> tuple[str, bool]:
    """Return what is wrong with what a person is told of a slip; empty where nothing is; and whether he is told anything."""
    loaded = read_record(parse(slip.text.encode(), NAME), Dossier)
    first = next((f for f in loaded.findings if f.severity is Severity.ERROR), None)
    if first is None:
        return "", False
    if first.place.line != slip.number:
        return f"line {first.place.line} instead of {slip.number}: {first.message}", True
    if not first.code.startswith("Y"):  # the file can be read; what it says is wrong
        return "", True
    again = parse(cured(slip, first.hint).encode(), NAME).findings
    left = [f.message for f in again if f.severity is Severity.ERROR]
    return (f"“{first.hint}” leaves {left}" if left else ""), True


def test_the_line_named_is_the_line_broken_and_its_cure_mends_it() -> None:
    told, wrong = dict.fromkeys(SLIPS, 0), []
    for file in DOSSIERS:
        for slip in slips_of(file.read_text(encoding="utf-8"), some):
            problem, is_told = fault(slip)
            told[slip.kind] = told.get(slip.kind, 0) + is_told
            if problem:
                wrong.append(f"{file.stem}: {slip.kind}: {problem}")
    assert all(told.values()), told
    assert len(wrong) <= (1 - ENOUGH) * sum(told.values()), "\n".join(wrong)
