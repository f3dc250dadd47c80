"""Hold every label of the rule data against the decision's own text: numbers, named standards, conditions.

usage: python tools/compare_labels.py REFERENCE-FOLDER

The folder holds ``criteria-148.yaml`` and ``criteria-26-2026.yaml`` (sets → parts → groups → criteria → options with
``text`` and ``points``). It is no part of the project: what a run finds wrong becomes a case of
``tests/unit/rules/test_rules_words.py``. Labels are short words of ours, so a line is a question, not an error.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from ocop_cli.rules.label_meaning import full_labels, meaning
from ocop_cli.rules.pick import force
from ocop_cli.store.law.rulebook import load_rulebook

REFERENCES = {"148-2023": "criteria-148.yaml", "26-2026": "criteria-26-2026.yaml"}


def printed(product_set: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the criteria of a reference set in the decision's order."""
    for part in product_set["parts"]:
        for group in part["groups"]:
            for criterion in group["criteria"]:
                yield from criterion.get("children") or [criterion]


def compare(decision: str, reference: dict[str, Any]) -> dict[tuple[str, str, str, str], list[int]]:
    """Return what differs: (criterion, option, what, the text) with the sets where it does."""
    found: dict[tuple[str, str, str, str], list[int]] = {}
    for there in reference["sets"]:
        ours = {c.code: c for c in force(load_rulebook(), decision, there["set"]).product_set.criteria}
        for theirs in printed(there):
            mine, options = ours.get(theirs["code"]), theirs.get("options") or []
            if mine is None or len(mine.options) != len(options):
                found.setdefault((theirs["code"], "", "không ghép được", theirs["name"]), []).append(
                    there["set"]
                )
                continue
            for (option, label), text in zip(full_labels(mine), (o["text"] for o in options), strict=True):
                wanted, given = meaning(text), meaning(label)
                lost = wanted - given - meaning(theirs["name"])
                more = meaning(option.label) - meaning(f"{theirs['name']} {theirs.get('note', '')}") - wanted
                for what in (*(f"thiếu {x}" for x in sorted(lost)), *(f"thừa {x}" for x in sorted(more))):
                    found.setdefault((mine.id, option.id, what, text), []).append(there["set"])
    return found


def main() -> int:
    """Print every difference of every decision; the exit code counts none: a person reads them."""
    folder = Path(sys.argv[1])
    for decision, name in REFERENCES.items():
        reference = yaml.load((folder / name).read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        found = compare(decision, reference)
        for (criterion, option, what, text), sets in sorted(found.items()):
            print(f"{decision} {criterion}.{option} bộ {','.join(map(str, sets))}: {what} | {text}")
        print(f"{decision}: {len(found)} chỗ cần đọc")
    return 0


if __name__ == "__main__":
    sys.exit(main())
