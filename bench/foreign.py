"""How true lint's verdicts are on documents of other makers, against the faults seen on their pages.

usage: python bench/foreign.py [--odd | --even] [--list]

Prints each rule with its verdicts (rule × document): told, true, missed; then precision and recall, the odd half apart.
``--list`` names the documents of every false and missed verdict. Not counted: what no page shows (``UNSEEN``).
Wanted: precision 97 %, recall 95 %, no rule with five verdicts under 90 %.
"""

import sys
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

import yaml

from ocop_cli.lint.report import report_violations
from ocop_cli.store.built_in.packaged import load_standard

FOLDER = Path(__file__).parent.parent / "tests" / "foreign"
UNSEEN = {"FT-02", "FT-05", "FT-08", "OX-01", "OX-02", "OX-03", "OX-05", "AX-01", "AX-02", "AX-03"}
OFTEN, RIGHT = 5, 0.9
STRANDED = "KY-07"  # seen only where the signature really stands alone: counted there, else told as hygiene


class Verdicts(NamedTuple):
    """Documents that a rule was told of, and those where the page shows it."""

    told: dict[str, set[int]]
    seen: dict[str, set[int]]

    def rules(self) -> list[str]:
        """Every rule with a verdict."""
        return sorted(self.told.keys() | self.seen.keys())

    def among(self, numbers: list[int]) -> "Verdicts":
        """Return the verdicts on some of the documents."""
        told, seen = (
            {rule: there for rule, found in each.items() if (there := found.intersection(numbers))}
            for each in (self.told, self.seen)
        )
        return Verdicts(told, seen)

    def numbers(self, rule: str) -> tuple[int, int, int]:
        """Told, true and missed of a rule."""
        told, seen = self.told.get(rule, set()), self.seen.get(rule, set())
        return len(told), len(told & seen), len(seen - told)


def judge(numbers: list[int]) -> Verdicts:
    """Judge documents and compare."""
    standard = load_standard()
    faults = yaml.safe_load((FOLDER / "faults.yaml").read_text(encoding="utf-8"))
    told: dict[str, set[int]] = defaultdict(set)
    seen: dict[str, set[int]] = defaultdict(set)
    for number in numbers:
        report = report_violations((FOLDER / f"{number:02d}.docx").read_bytes(), standard)
        for rule in {v.rule for v in report.violations} - UNSEEN:
            if rule != STRANDED or standard.rules[rule].severity != "I":
                told[rule].add(number)
        for rule, _words in faults[f"{number:02d}"]:
            seen[rule].add(number)
    return Verdicts(told, seen)


def tell(name: str, verdicts: Verdicts, *, every_rule: bool, named: bool) -> None:
    """Print the table of a half."""
    sums = [verdicts.numbers(rule) for rule in verdicts.rules()]
    told, true, missed = (sum(column) for column in zip(*sums, strict=True))
    print(
        f"{name}: told {told}, true {true}, missed {missed}: precision {true / told:.1%}, recall {true / (true + missed):.1%}"
    )
    for rule in verdicts.rules() if every_rule else ():
        one = verdicts.numbers(rule)
        print(f"  {rule}  told {one[0]:3}  true {one[1]:3}  missed {one[2]:3}")
        false = sorted(verdicts.told.get(rule, set()) - verdicts.seen.get(rule, set()))
        lost = sorted(verdicts.seen.get(rule, set()) - verdicts.told.get(rule, set()))
        if named and (false or lost):
            print(f"         false {false} missed {lost}")


def weak(verdicts: Verdicts) -> list[str]:
    """Return the rules that were told often and are wrong too often, each with its figures."""
    sums = {rule: verdicts.numbers(rule) for rule in verdicts.rules()}
    return [
        f"{rule} {true}/{told}"
        for rule, (told, true, _) in sums.items()
        if told >= OFTEN and true < told * RIGHT
    ]


def main() -> int:
    """Run and print; return 1 when the whole misses what is wanted."""
    numbers = sorted(int(path.stem) for path in FOLDER.glob("*.docx"))
    halves = {"odd": [n for n in numbers if n % 2], "even": [n for n in numbers if not n % 2]}
    wanted = [name for name in halves if f"--{name}" in sys.argv] or ["even", "odd"]
    whole = judge([number for name in wanted for number in halves[name]])
    for name in wanted:
        tell(
            name,
            whole.among(halves[name]),
            every_rule=len(wanted) == 1 or "--rules" in sys.argv,
            named="--list" in sys.argv,
        )
    if len(wanted) == 1:
        return 0
    tell("all", whole, every_rule="--list" in sys.argv, named="--list" in sys.argv)
    print(f"told {OFTEN} times or more and true less than {RIGHT:.0%}: {', '.join(weak(whole)) or 'none'}")
    return int(bool(weak(whole)))


if __name__ == "__main__":
    sys.exit(main())
