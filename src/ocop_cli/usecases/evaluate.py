"""The steps of an evaluation on the dossier's file: choices in, meeting looked up, conclusion added."""

from collections.abc import Mapping
from typing import Any

from ocop_cli.checks.meeting_gate import check_meeting
from ocop_cli.commune_contents import CommuneContent
from ocop_cli.evaluation.record import Signed, evaluation_record
from ocop_cli.evaluation.result import Evaluation
from ocop_cli.findings import FieldPath, Finding
from ocop_cli.rules.decision import Decision, Ruleset
from ocop_cli.store.dossiers import DossierFile
from ocop_cli.store.files.changes import Change
from ocop_cli.store.meetings import load_meeting
from ocop_cli.store.packaged import load_cycle
from ocop_cli.store.sources import Sources
from ocop_cli.store.yaml.edit import Append, Set
from ocop_cli.usecases.edit import change_between, edited_dossier
from ocop_cli.workflow.move_record import move_record
from ocop_cli.workflow.moves import Plan, plan_move
from ocop_cli.workflow.needs import MoveRequest

_DONE = "evaluated"


def with_choices(file: DossierFile, fields: Mapping[FieldPath, Any]) -> DossierFile:
    """Return the dossier with the declared choices in it; not yet written."""
    return edited_dossier(file, [Set(field, value) for field, value in fields.items()])


def meeting_lacks(
    sources: Sources, file: DossierFile, decision: Decision, meeting_id: str | None
) -> list[Finding]:
    """Find why the evaluation cannot rest on a meeting. Raises ``OcopError`` when no such meeting is filed."""
    loaded = load_meeting(sources, meeting_id) if meeting_id else None
    if loaded and loaded.record is None:
        return list(loaded.findings)  # whether it is a meeting to rest on shows when its file is right
    meeting = loaded.record if loaded else None
    lacks = check_meeting(file.source.name, file.id, decision, meeting_id, meeting)
    return [*(loaded.findings if loaded else ()), *lacks]


def conclude_evaluation(
    before: DossierFile,
    answered: DossierFile,
    evaluation: Evaluation,
    ruleset: Ruleset,
    remarks: Mapping[CommuneContent, str],
    signed: Signed,
) -> tuple[Plan, Change]:
    """Return the move to the evaluated stage with its refusals, and the change of the dossier's file.

    A dossier that is already evaluated stays where it is: its evaluation is replaced.
    """
    record = evaluation_record(evaluation, remarks, signed)
    concluded = edited_dossier(answered, [Set(("evaluation",), record)])
    if before.dossier.stage == _DONE:
        return Plan(None), change_between(before.source, concluded.source)
    request = MoveRequest(concluded.dossier, ruleset=ruleset)
    plan = plan_move(before.source.name, request, load_cycle(), on=signed.on, to=_DONE)
    if plan.move:
        move = move_record(plan.move, signed.on, by=signed.by, document=signed.report)
        concluded = edited_dossier(concluded, [Append(("history",), move)])
    return plan, change_between(before.source, concluded.source)
