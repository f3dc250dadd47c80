"""What the next verb will refuse a dossier for, asked of the same functions that refuse it."""

from collections.abc import Iterator

from ocop_cli.checks.completeness import find_missing
from ocop_cli.checks.lawful import check_first_result
from ocop_cli.checks.receipt import find_unreceivable
from ocop_cli.checks.report_facts import find_missing_facts
from ocop_cli.evaluation.case import Case
from ocop_cli.evaluation.commune import score_commune_contents
from ocop_cli.findings import Finding, Severity


def find_hurdles(case: Case, onward: str) -> list[Finding]:
    """Return what stands against the move to the stage ``onward``: the receipt, the evaluation or the submission."""
    found = list(_against(case, onward)) if case.ruleset else []
    return [finding for finding in found if finding.severity is Severity.ERROR]


def _against(case: Case, onward: str) -> Iterator[Finding]:
    if case.stages[onward].filing:
        yield from find_unreceivable(case)
    elif case.stage.sendable:
        yield from check_first_result(case)
        yield from find_missing(case)
    elif case.stage.at_commune:
        yield from check_first_result(case)
        evaluation = score_commune_contents(case.dossier, case.law, case.name)
        yield from (*evaluation.findings, *find_missing_facts(case, evaluation))
