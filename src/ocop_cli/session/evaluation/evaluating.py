"""The evaluation of one dossier, or of many in one go: choices are asked for, what cannot be evaluated is told apart."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from ocop_cli.documents.evaluation_documents import REPORT
from ocop_cli.documents.naming import document_path
from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.evaluation.answers import Answers, by_content, decided
from ocop_cli.evaluation.evaluation_json import MANY, SCHEMA, evaluation_json
from ocop_cli.evaluation.evidence_answers import with_evidence
from ocop_cli.evaluation.law import applicable_ruleset
from ocop_cli.evaluation.record import Signed, evaluation_table, evaluations_table
from ocop_cli.findings import Finding, findings_json, has_errors
from ocop_cli.session import Session
from ocop_cli.session.questions.lateness import late_acts
from ocop_cli.session.writing.out import path_by_out
from ocop_cli.store.at_work import going_through
from ocop_cli.store.files.changes import Change
from ocop_cli.store.papers.drafts import free_path
from ocop_cli.usecases.acts import standing_report
from ocop_cli.usecases.edit import change_between
from ocop_cli.usecases.evaluate import (
    Conclusion,
    Evaluated,
    evaluate_dossier,
    evaluation_drafts,
    filed_as_round,
    last_meeting,
    plan_conclusion,
    write_conclusion,
)
from ocop_cli.usecases.papers.draft import Draft

Many = Sequence[str]


class Choices(NamedTuple):
    """What the officials say of the contents of one dossier, as it was typed."""

    idea: tuple[str | None, str | None] = (None, None)
    identity: tuple[str | None, str | None] = (None, None)
    evidence: Many = ()
    override: Many = ()
    reason: Many = ()
    conclude: Many = ()

    @property
    def any_given(self) -> bool:
        """Say whether anything is said that holds for one dossier only."""
        lists = self.evidence, self.override, self.reason, self.conclude
        return any(lists) or any((*self.idea, *self.identity))


class Act(NamedTuple):
    """What holds for every dossier of one evaluation: the day, the meeting, the law, who evaluates, why so late."""

    on: date
    meeting: str | None = None
    decision: str = ""
    by: str | None = None
    late_reason: str | None = None


_REPLACES = (
    "Báo cáo {0} đã ban hành. Trong báo cáo mới ghi rõ thay thế báo cáo nào; ban hành xong thì ghi "
    "`ocop docs revise {0} --number SỐ_MỚI --reason LÝ_DO`."
)


class _Plan(NamedTuple):
    """An evaluation with who signs it and what it writes."""

    found: Evaluated
    signed: Signed
    conclusion: Conclusion


def run_evaluations(
    session: Session, names: Sequence[str], choices: Choices, act: Act, *, only_show: bool
) -> int:
    """Evaluate some dossiers, write what nothing stands against, and say of the others why not.

    Raises ``OcopError`` where one dossier is asked for and refused, and (misuse) for choices that hold for one dossier
    where several are asked for.
    """
    if choices.any_given and len(names) > 1:
        hint = "Chạy riêng cho hồ sơ đó, ví dụ: `ocop evaluate MÃ --idea MỨC`."
        raise OcopError("Mức, nhận xét, minh chứng chỉ ghi cho một hồ sơ.", hint, exit_code=MISUSE)
    run = Evaluations(session, choices, act, {}, is_one=len(names) == 1)
    found = run.of(names)
    if run.is_one and run.refused:
        raise run.refused[names[0]]
    if only_show or session.options.json:
        return run.show(found)
    run.show_rounded(found)
    run.write(found)
    if run.is_one and run.refused:
        raise next(iter(run.refused.values()))
    return run.tell_refused()


@dataclass
class Evaluations:
    """The evaluations of one run, and why some dossiers have none."""

    session: Session
    choices: Choices
    act: Act
    refused: dict[str, OcopError]
    is_one: bool

    def of(self, names: Sequence[str]) -> list[Evaluated]:
        """Evaluate each dossier; nothing is written."""
        each_once = dict.fromkeys(names)
        walk = going_through("Đang chấm", each_once, len(each_once))
        found = [each for name in walk if (each := self._tried(name, self._evaluated, name))]
        return list({each.file.id: each for each in found}.values())

    def show(self, found: Sequence[Evaluated]) -> int:
        """Show evaluations without keeping them; 1 where one has errors or a dossier has none."""
        session, sources = self.session, self.session.sources
        placed = {each.file.id: sources.placed(each.findings) for each in found}
        if session.options.json:
            self._json(found, placed)
        for each in found:
            title = f"{each.file.dossier.product.name}: {each.evaluation.decision}"
            session.show_table(evaluation_table(each.evaluation, title))
            session.show_findings(placed[each.file.id])
        return max(self.tell_refused(), *(session.exit_code(told) for told in placed.values()), 0)

    def _json(self, found: Sequence[Evaluated], placed: Mapping[str, Sequence[Finding]]) -> None:
        items = [
            evaluation_json(each.file.id, each.evaluation, findings_json(placed[each.file.id]))
            for each in found
        ]
        if self.is_one:
            self.session.json(SCHEMA, items[0])
            return
        told = {
            name: {"message": error.message, "hint": error.hint, "findings": findings_json(error.findings)}
            for name, error in self.refused.items()
        }
        self.session.json(MANY, {"items": items, "refused": told})

    def show_rounded(self, found: Sequence[Evaluated]) -> None:
        """Show what the evaluations come to: one with its reasons, several a line each."""
        if self.is_one:
            self.session.show_table(evaluation_table(found[0].evaluation, found[0].file.dossier.product.name))
        elif found:
            rows = ((each.file.id, each.file.dossier.product.name, each.evaluation) for each in found)
            self.session.show_table(evaluations_table(rows))

    def tell_refused(self) -> int:
        """Say which dossiers have no evaluation, and why; 1 where there are any."""
        for error in self.refused.values():
            self.session.show_findings(error.findings)
            self.session.console.note(f"{error.message} {error.hint}".strip())
        if self.refused:
            self.session.console.note(f"Không đánh giá được: {', '.join(self.refused)}.")
        return 1 if self.refused else 0

    def write(self, found: Sequence[Evaluated]) -> None:
        """Keep the evaluations that nothing stands against, and make their documents."""
        session, act = self.session, self.act
        plans = [plan for each in found if (plan := self._tried(each.file.id, self._planned, each))]
        acts = [(plan.found.file, plan.found.law) for plan in plans]
        late = late_acts(session, acts, act.on, act.late_reason, brings="evaluation")
        plans = [
            self._too_late(plan, late[id_]) if (id_ := plan.found.file.id) in late else plan for plan in plans
        ]
        ids = " ".join(plan.found.file.id for plan in plans)
        if ids:
            walk = going_through("Đang lập báo cáo đánh giá", plans, len(plans))
            changes = [change for plan in walk for change in self._changes(plan)]
            standing = [standing_report(session.sources, plan.found.file.dossier) for plan in plans]
            session.write(changes, f"đánh giá {ids}", f"`ocop submit {ids}`")
            for number in filter(None, standing):
                session.say(_REPLACES.format(number))
            session.show_findings(session.sources.placed(f for plan in plans for f in plan.found.findings))

    def _tried(self, name: str, act: Any, *given: Any) -> Any:
        """Return what an act on one dossier gives, or nothing where it refuses it: the others go on."""
        try:
            return act(*given)
        except OcopError as error:
            self.refused[name] = error
            return None

    def _evaluated(self, name: str) -> Evaluated:
        session, choices = self.session, self.choices
        file = session.dossier(name)
        law = applicable_ruleset(file.dossier, session.rulebook, self.act.on, self.act.decision)
        answers = Answers({"idea": choices.idea, "identity": choices.identity}, session.can_ask)
        fields = answers.complete(file.dossier, law, session.ask)
        asked = session.ask if session.can_ask else None
        fields = with_evidence(fields, file.dossier, law, choices.evidence, asked)
        own = decided(choices.override, choices.reason, law.product_set)
        remarks = by_content(choices.conclude, "--conclude")
        return evaluate_dossier(file, law, fields, own, remarks, self.act.on)

    def _signed(self, found: Evaluated) -> Signed:
        session, act, file = self.session, self.act, found.file
        office = session.workspace.profile.office
        officer = act.by or office.officer or office.unit.name
        filed_as = filed_as_round(session.sources, file)
        held_at = act.meeting or last_meeting(file.dossier)
        usual = path_by_out(session, document_path(session.today, filed_as, REPORT))
        report = free_path(session.sources, usual)
        return Signed(officer, act.on, session.today, held_at, report, filed_as)

    def _planned(self, found: Evaluated) -> _Plan:
        """Return what is to be written; raises ``OcopError`` when something stands against it."""
        signed = self._signed(found)
        conclusion = plan_conclusion(self.session.sources, found, signed)
        if has_errors(conclusion.refusals):
            self.session.refuse(f"Chưa thể ghi đánh giá của {found.file.id}.", conclusion.refusals)
        return _Plan(found, signed, conclusion)

    def _too_late(self, plan: _Plan, late: Mapping[str, Any]) -> _Plan:
        signed = plan.signed._replace(late=late)
        return plan._replace(
            signed=signed, conclusion=plan_conclusion(self.session.sources, plan.found, signed)
        )

    def _changes(self, plan: _Plan) -> list[Draft | Change]:
        session, (found, signed, conclusion) = self.session, plan
        after = write_conclusion(found, conclusion)
        drafts = evaluation_drafts(
            session.sources, found, signed, session.workspace.profile, session.document
        )
        return [*drafts, change_between(found.file.source, after)]
