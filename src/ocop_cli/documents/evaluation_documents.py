"""The two papers that an evaluation makes."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from ocop_cli.commune_contents import CommuneContent
from ocop_cli.documents.commune_points import commune_points_values
from ocop_cli.documents.evaluation_report import report_values
from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.private import PrivateData
from ocop_cli.evaluation.result import Evaluation
from ocop_cli.programme.form import FormInfo
from ocop_cli.programme.profile import Profile
from ocop_cli.rules.decision import Ruleset

REPORT, SHEET = "evaluation-report", "commune-points"


def evaluation_documents(
    dossier: Dossier,
    private: PrivateData,
    evaluation: Evaluation,
    ruleset: Ruleset,
    remarks: Mapping[CommuneContent, str],
    profile: Profile,
    form: Callable[[str], FormInfo],
    on: date,
) -> dict[str, dict[str, Any]]:
    """Return the values of the report and of the internal score sheet, by form."""
    told = dict(remarks)
    return {
        REPORT: report_values(dossier, private, evaluation, ruleset, profile, form(REPORT), on, told),
        SHEET: commune_points_values(dossier, evaluation, ruleset, profile, form(SHEET), on),
    }
