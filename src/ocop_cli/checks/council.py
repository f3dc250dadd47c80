"""Do the members of a council agree well enough for their average to stand?"""

from collections.abc import Iterator
from decimal import Decimal

from ocop_cli.evaluation.case import Case
from ocop_cli.evaluation.panel import council_sheets, last_round, spread_of
from ocop_cli.evaluation.scoring import member_tally
from ocop_cli.findings import Finding, Severity

_FEWEST = 2  # one sheet cannot differ from itself


def check_council(case: Case, allowed: Decimal) -> Iterator[Finding]:
    """E043: the sheets of the last round lie further apart than ``allowed`` points (``settings.score_spread``)."""
    if case.ruleset is None:
        return
    sheets = council_sheets(case.dossier, last_round(case.dossier), case.ruleset.decision.id)
    if len(sheets) >= _FEWEST:
        tallies = [member_tally(case.ruleset, sheet) for sheet in sheets]
        yield from spread_findings(case, spread_of(tallies), allowed)


def spread_findings(case: Case, spread: Decimal, allowed: Decimal) -> Iterator[Finding]:
    """E043 for a council whose sheets are known to lie so far apart."""
    if spread > allowed:
        yield case.find(
            "E043",
            ("scores",),
            f"Người chấm lệch nhau {spread:f} điểm",
            f"xem `ocop panel {case.id}`, trao đổi, rồi `ocop score {case.id} --scorer council --by … --round 2`",
            severity=Severity.WARNING,
            why="điểm trung bình che mất chỗ chưa thống nhất",
        )
