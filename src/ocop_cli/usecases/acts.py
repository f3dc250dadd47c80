"""Evaluations and requests are lists in the dossier's file: an act adds one, and replaces only a draft of its own."""

from typing import Any, Literal

from ocop_cli.dossier.conclusions import EvaluationRecord, Submission
from ocop_cli.dossier.model import Dossier
from ocop_cli.findings import FieldPath
from ocop_cli.store.papers.drafts import is_issued
from ocop_cli.store.reading.sources import Sources
from ocop_cli.store.yaml.edit import Append, Edit, Enlist, Set

Acts = Literal["evaluations", "submissions"]


def open_evaluation(sources: Sources, dossier: Dossier) -> EvaluationRecord | None:
    """Return the evaluation that is still a draft: not sent, its report without a number or a signed scan."""
    last = dossier.evaluation
    if last is None or any(sent.on and sent.on >= last.on for sent in dossier.submissions):
        return None
    report = last.report
    issued = report and (
        report.number or report.issued_on or (report.file and is_issued(sources, report.file))
    )
    return None if issued else last


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
