"""The steps of an evaluation on the dossier's file: choices in, meeting looked up, conclusion added."""

from collections.abc import Mapping, Sequence
from typing import Any

from ocop_cli.checks.meeting_gate import check_meeting
from ocop_cli.commune_contents import CommuneContent
from ocop_cli.dossier.stage import stage_of
from ocop_cli.evaluation.record import Signed, evaluation_record
from ocop_cli.evaluation.result import Evaluation
from ocop_cli.findings import FieldPath, Finding
from ocop_cli.rules.decision import Decision, Ruleset
from ocop_cli.store.dossiers import DossierFile
from ocop_cli.store.files.changes import Change
from ocop_cli.store.meetings import load_meeting
from ocop_cli.store.packaged import load_cycle
from ocop_cli.store.sources import Sources
from ocop_cli.store.yaml.edit import Edit, Set
from ocop_cli.usecases.edit import change_between, edited_dossier
from ocop_cli.usecases.move import plan_dossier_move
from ocop_cli.workflow.needs import MoveRequest


def with_choices(file: DossierFile, fields: Mapping[FieldPath, Any]) -> DossierFile:
    """Return the dossier with the declared choices in it; not yet written."""
    return edited_dossier(file, [Set(field, value) for field, value in fields.items()])


def missing_meeting(
    sources: Sources, file: DossierFile, decision: Decision, meeting_id: str | None
) -> list[Finding]:
    """Find why the evaluation cannot rest on a meeting. Raises ``OcopError`` when no such meeting is filed."""
    loaded = load_meeting(sources, meeting_id) if meeting_id else None
    if loaded and loaded.record is None:
        return list(loaded.findings)  # whether it is a meeting to rest on shows when its file is right
    meeting = loaded.record if loaded else None
    missing = check_meeting(file.source.name, file.id, decision, meeting_id, meeting)
    return [*(loaded.findings if loaded else ()), *missing]


def conclude_evaluation(
    before: DossierFile,
    answered: DossierFile,
    evaluation: Evaluation,
    ruleset: Ruleset,
    remarks: Mapping[CommuneContent, str],
    signed: Signed,
) -> tuple[Sequence[Finding], Change]:
    """Return what the cycle has against the move that follows, and the change of the dossier's file.

    A dossier that was evaluated and not sent yet stays where it is: its evaluation is replaced, there is no move.
    """
    edits: list[Edit] = [Set(("evaluation",), evaluation_record(evaluation, remarks, signed))]
    refusals: Sequence[Finding] = ()
    if not stage_of(load_cycle().stages, before.dossier.stage).sendable:
        request = MoveRequest(answered.dossier, ruleset=ruleset, brings=frozenset({"evaluation"}))
        planned = plan_dossier_move(answered, request, signed.on, by=signed.by, document=signed.report)
        refusals = planned.refusals
        edits += planned.edits
    return refusals, change_between(before.source, edited_dossier(answered, edits).source)
