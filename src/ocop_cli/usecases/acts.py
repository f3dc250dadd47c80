"""Evaluations and requests are lists in the dossier's file: an act adds one, and replaces only a draft of its own."""

from typing import Any, Literal

from ocop_cli.dossier.conclusions import EvaluationRecord, Submission
from ocop_cli.dossier.model import Dossier
from ocop_cli.findings import FieldPath
from ocop_cli.store.papers.drafts import is_issued
from ocop_cli.store.reading.sources import Sources
from ocop_cli.store.yaml.edit import Append, Edit, Enlist, Set
from ocop_cli.usecases.papers.signed import record_of

Acts = Literal["evaluations", "submissions"]


def open_evaluation(sources: Sources, dossier: Dossier) -> EvaluationRecord | None:
    """Return the evaluation that is still a draft: not sent, its report without a number or a signed scan."""
    last = _unsent_evaluation(dossier)
    report = last.report if last else None
    issued = report and (
        report.number or report.issued_on or (report.file and is_issued(sources, report.file))
    )
    return None if issued else last


def standing_report(sources: Sources, dossier: Dossier) -> str | None:
    """Return the number of the last report where it was issued, not sent with its dossier, and nothing revised it."""
    last = _unsent_evaluation(dossier)
    report = last.report if last else None
    if report is None or report.number is None:
        return None
    record = record_of(sources, report.file or "")
    return None if record and record.record.revisions else report.number


def _unsent_evaluation(dossier: Dossier) -> EvaluationRecord | None:
    last = dossier.evaluation
    sent = last and any(each.on and each.on >= last.on for each in dossier.submissions)
    return None if sent else last


def written_act(
    dossier: Dossier, acts: Acts, record: dict[str, Any], *, over: EvaluationRecord | Submission | None
) -> tuple[Edit, ...]:
    """Return the edits that write an act into its list: over the draft of it, else as the last item.

    A file of an earlier version has one entry in place of the list; it becomes the first item, word for word.
    """
    listed = _listing(dossier, acts)
    if over is None:
        return (*listed, Append((acts,), record))
    field: FieldPath = (acts, 0) if listed else dossier.field_of(over)
    return (*listed, Set(field, record))


def _listing(dossier: Dossier, acts: Acts) -> tuple[Edit, ...]:
    """Return the edit that makes a list of the one entry that an earlier version wrote, where that is needed."""
    first, later = {
        "evaluations": (dossier.first_evaluation, dossier.later_evaluations),
        "submissions": (dossier.first_submission, dossier.later_submissions),
    }[acts]
    return (Enlist((acts.removesuffix("s"),), acts),) if first and not later else ()
