"""An evaluation: choices in, scored on values, meeting looked up, then written into the dossier's file in one go."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from ocop_cli.checks.lawful import find_unlawful
from ocop_cli.checks.meeting_gate import check_dissents, check_meeting
from ocop_cli.checks.report_facts import find_missing_facts
from ocop_cli.commune_contents import CommuneContent
from ocop_cli.documents.evaluation_documents import evaluation_documents
from ocop_cli.dossier.kept_producer import facts_to_keep
from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.stage import stage_of
from ocop_cli.evaluation.commune import Decided, score_commune_contents
from ocop_cli.evaluation.law import filed_on
from ocop_cli.evaluation.record import Signed, evaluation_record, kept_conclusions, kept_overrides
from ocop_cli.evaluation.result import Evaluation
from ocop_cli.findings import FieldPath, Finding, Place, Severity
from ocop_cli.programme.profile import Profile
from ocop_cli.rules.decision import Ruleset
from ocop_cli.store.built_in.packaged import load_cycle
from ocop_cli.store.dossier.dossiers import DossierFile, load_private
from ocop_cli.store.papers.forms import load_form
from ocop_cli.store.programme.meetings import load_meeting
from ocop_cli.store.reading.sources import Sources
from ocop_cli.store.yaml.edit import Edit, Set, edit
from ocop_cli.store.yaml.source import Source
from ocop_cli.usecases.acts import open_evaluation, written_act
from ocop_cli.usecases.case import case_of
from ocop_cli.usecases.edit import edited
from ocop_cli.usecases.move import plan_dossier_move
from ocop_cli.usecases.papers.draft import Draft, DraftMaker
from ocop_cli.viet.dates import show_date
from ocop_cli.workflow.needs import MoveRequest


class Evaluated(NamedTuple):
    """A dossier with the choices of this run in it, and what it comes to under its law; nothing is written.

    ``unlawful`` is what the law has against evaluating it, whatever it comes to.
    """

    file: DossierFile
    law: Ruleset
    choices: tuple[Edit, ...]
    dossier: Dossier
    evaluation: Evaluation
    remarks: Mapping[CommuneContent, str]
    unlawful: Sequence[Finding]

    @property
    def findings(self) -> Sequence[Finding]:
        """Everything that stands against the evaluation or is to be told with it."""
        return [*self.unlawful, *self.evaluation.findings]


class Conclusion(NamedTuple):
    """The edits that write an evaluation, and what stands against it."""

    edits: tuple[Edit, ...]
    refusals: Sequence[Finding]


def evaluate_dossier(
    file: DossierFile,
    law: Ruleset,
    fields: Mapping[FieldPath, Any],
    own: Mapping[CommuneContent, Decided],
    remarks: Mapping[CommuneContent, str],
    on: date,
) -> Evaluated:
    """Score a dossier with the declared choices in it, on the day of the evaluation.

    Earlier decisions and remarks stay while their facts do.

    Raises ``OcopError`` when a choice does not fit its field.
    """
    choices = tuple(Set(field, value) for field, value in fields.items())
    dossier = edited(file.source, Dossier, choices)  # with the record of its producer as it is now
    decided = {**kept_overrides(dossier), **own}
    evaluation = score_commune_contents(dossier, law, file.source.name, decided)
    unlawful = find_unlawful(case_of(file.source.name, dossier, law, on))
    kept = {**kept_conclusions(dossier), **remarks}
    return Evaluated(file, law, choices, dossier, evaluation, kept, unlawful)


def plan_conclusion(sources: Sources, evaluated: Evaluated, signed: Signed) -> Conclusion:
    """Return the edits that write an evaluation and the move that follows, with everything that stands against it.

    A dossier that was evaluated and not sent yet stays where it is: there is no move. Its evaluation is replaced as
    long as it is a draft; one whose report was issued stays, and the new one is added.
    Raises ``OcopError`` when no such meeting is filed.
    """
    file, law = evaluated.file, evaluated.law
    record = evaluation_record(evaluated.evaluation, evaluated.remarks, signed)
    record["producer"] = facts_to_keep(evaluated.dossier)
    written = written_act(file.dossier, "evaluations", record, over=open_evaluation(sources, file.dossier))
    edits: tuple[Edit, ...] = (*evaluated.choices, *written)
    refusals = [
        *evaluated.findings,
        *_missing_facts(sources, evaluated, signed.on),
        *_missing_meeting(sources, evaluated, signed.meeting),
        *_before_receipt(file, signed.on),
    ]
    if not stage_of(load_cycle().stages, file.dossier.stage).sendable:
        request = MoveRequest(evaluated.dossier, ruleset=law, brings=frozenset({"evaluation"}))
        planned = plan_dossier_move(
            file,
            request,
            signed.recorded_on,
            on=signed.on,
            by=signed.by,
            document=signed.report,
            late=signed.late,
        )
        edits, refusals = (*edits, *planned.edits), [*refusals, *planned.refusals]
    return Conclusion(edits, refusals)


def write_conclusion(evaluated: Evaluated, conclusion: Conclusion) -> Source:
    """Return the dossier's file with an evaluation in it."""
    return edit(evaluated.file.source, conclusion.edits)


def evaluation_drafts(
    sources: Sources, evaluated: Evaluated, signed: Signed, profile: Profile, draft: DraftMaker
) -> list[Draft]:
    """Make the report and the slip of the commune's points."""
    file, law, dossier = evaluated.file, evaluated.law, evaluated.dossier
    private, remarks = load_private(sources, file.id), evaluated.remarks
    documents = evaluation_documents(
        dossier, private, evaluated.evaluation, law, remarks, profile, load_form, signed.on
    )
    return [
        draft(form, file.id, values, dossier, filed_as=signed.filed_as) for form, values in documents.items()
    ]


def last_meeting(dossier: Dossier) -> str | None:
    """Return the meeting that the evaluation rests on so far, or else the one of the latest opinion."""
    if dossier.evaluation and dossier.evaluation.meeting:
        return dossier.evaluation.meeting
    return next((opinion.meeting for opinion in reversed(dossier.opinions) if opinion.meeting), None)


def filed_as_round(sources: Sources, file: DossierFile) -> str:
    """Return what the documents of the next evaluation are filed under: no evaluation takes an earlier one's place."""
    opened = open_evaluation(sources, file.dossier)
    number = len(file.dossier.evaluations) + (0 if opened else 1)
    return file.id if number == 1 else f"{file.id}-lan-{number}"


def _before_receipt(file: DossierFile, on: date) -> Iterator[Finding]:
    """Find that the day of an evaluation lies before the day on which the dossier was received."""
    received = filed_on(file.dossier)
    if received and on < received:
        message = f"Ngày đánh giá {show_date(on)} trước ngày nhận hồ sơ ({show_date(received)})"
        place = Place(file.source.name, ("registration", "slip", "received_on"))
        yield Finding("W005", Severity.ERROR, message, place, hint="sửa --on, hoặc ngày nhận hồ sơ")


def _missing_facts(sources: Sources, evaluated: Evaluated, on: date) -> list[Finding]:
    """Find what the report needs: facts that neither file holds, and the chair's answer to every dissent."""
    file = evaluated.file
    case = case_of(file.source.name, evaluated.dossier, evaluated.law, on)
    case = replace(case, private=load_private(sources, file.id))
    return [*find_missing_facts(case, evaluated.evaluation), *check_dissents(case)]


def _missing_meeting(sources: Sources, evaluated: Evaluated, meeting_id: str | None) -> list[Finding]:
    """Find why the evaluation cannot rest on a meeting."""
    loaded = load_meeting(sources, meeting_id) if meeting_id else None
    if loaded and loaded.record is None:
        return list(loaded.findings)  # whether it is a meeting to rest on shows when its file is right
    file, meeting = evaluated.file, loaded.record if loaded else None
    kept = file.dossier.evaluation
    named = kept is not None and kept.meeting is not None and kept.meeting == meeting_id
    field = (*file.dossier.field_of(kept), "meeting") if kept and named else ("evaluations",)
    place = Place(file.source.name, field)
    missing = check_meeting(place, file.id, evaluated.law.decision, meeting_id, meeting)
    return [*(loaded.findings if loaded else ()), *missing]
