"""The days at which a decision measures the facts of a dossier."""

from datetime import date

from ocop_cli.dossier.model import Dossier
from ocop_cli.evaluation.law import filed_on
from ocop_cli.rules.decision import Decision
from ocop_cli.rules.need import Moment


def measured_on(what: str, dossier: Dossier, decision: Decision, today: date) -> date:
    """Return the day at which a fact, or ``papers``, counts; today while the day of the decision has not come.

    A score must not change with the calendar once the dossier is in (26/2026/QĐ-TTg, Phụ lục II, tiêu chí 1.4 and
    1.5: “tính đến thời điểm đăng ký”).
    """
    submission = dossier.submission
    days = {
        Moment.REGISTRATION: filed_on(dossier),
        Moment.SUBMISSION: submission.on if submission else None,
        None: None,
    }
    return min(days[decision.moment_of(what)] or today, today)
