"""70 documents of other makers: lint tells what a reader of their pages sees, and nothing else."""

from functools import cache

import pytest
import yaml

from ocop_cli.lint.report import report_violations
from support.paths import ROOT
from support.word.broken import STANDARD

FOLDER = ROOT / "tests" / "foreign"
FAULTS = yaml.safe_load((FOLDER / "faults.yaml").read_text(encoding="utf-8"))
UNSEEN = {*STANDARD.words("unseen"), "FT-05", "FT-08", "OX-01"}

DIFFERENT = {
    "47": {"KY-07", "PG-06"},  # that the name fell on a second page only a renderer knows
    "50": {"HD-12"},  # under the shorter of two lines of the agency: either line may be meant
    "51": {"HD-12"},  # the same
    "53": {"ND-09", "NN-06"},  # true, and not noted when the pages were looked at
}
"""Rules whose verdict differs from what was noted at the picture, and why."""


@cache
def verdicts(number: str) -> tuple[set[str], set[str]]:
    """The rules told of a document, and those that its pages break."""
    content = (FOLDER / f"{number}.docx").read_bytes()
    told = {violation.rule for violation in report_violations(content, STANDARD).violations} - UNSEEN
    return told, {rule for rule, _ in FAULTS[number]}


@pytest.mark.parametrize("number", FAULTS)
def test_what_is_told_is_what_is_seen(number: str) -> None:
    told, seen = verdicts(number)
    assert told ^ seen == DIFFERENT.get(number, set())


def test_few_verdicts_are_false_and_few_faults_are_missed() -> None:
    pairs = [verdicts(number) for number in FAULTS]
    told, seen, true = (
        sum(map(len, each))
        for each in ([t for t, _ in pairs], [s for _, s in pairs], [t & s for t, s in pairs])
    )
    assert true / told >= 0.97
    assert true / seen >= 0.95


@pytest.mark.parametrize("number", ["17", "53"])
def test_what_was_not_asked_is_said(number: str) -> None:
    report = report_violations((FOLDER / f"{number}.docx").read_bytes(), STANDARD)
    assert bool(report.left_out) == (number == "17")
    assert ("phiếu" in report.why) == (number == "17")
