"""Score a dossier on every criterion of its product set, from its facts and from one person's choices."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from ocop_cli.commune_contents import CommuneContent
from ocop_cli.dossier.declarations import Choice
from ocop_cli.dossier.evidence import in_date
from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.scores import CriterionChoice, Scorer, ScoreSheet
from ocop_cli.evaluation.commune import score_commune_contents
from ocop_cli.evaluation.disqualification import evidence_disqualifications
from ocop_cli.evaluation.known_facts import known_facts
from ocop_cli.evaluation.measured import measured_on
from ocop_cli.evaluation.result import Line, Status
from ocop_cli.evaluation.score import Answered, Score, ScoreLine
from ocop_cli.evaluation.score_findings import score_findings
from ocop_cli.evaluation.star import Tally
from ocop_cli.rules.criterion import Criterion, Kind, Option
from ocop_cli.rules.decision import Ruleset
from ocop_cli.rules.need import PAPERS, Known
from ocop_cli.rules.procedure import EvidenceKind
from ocop_cli.viet.dates import show_date


class _Case(NamedTuple):
    dossier: Dossier
    ruleset: Ruleset
    sheet: ScoreSheet
    today: date
    papers_on: date
    known: Known
    contents: dict[CommuneContent, Line]

    @property
    def takes_facts(self) -> bool:
        """A member of a council judges alone; everyone else is bound by the dossier's figures."""
        return self.sheet.scorer is not Scorer.COUNCIL


def score_dossier(
    dossier: Dossier, ruleset: Ruleset, sheet: ScoreSheet, today: date, name: str = ""
) -> Score:
    """Return the score of a dossier under a law, as the sheet's person gives it.

    What the facts decide is taken from them; a choice that contradicts them is not counted, and a finding in the
    file ``name`` says so. A council member's choices stand as they are.
    """
    evaluation = score_commune_contents(dossier, ruleset, name)
    contents = {line.content: line for line in evaluation.lines}
    papers_on = measured_on(PAPERS, dossier, ruleset.decision, today)
    case = _Case(
        dossier, ruleset, sheet, today, papers_on, known_facts(dossier, ruleset.decision, today), contents
    )
    tally, lines = _tally(case)
    grounds = (*evaluation.disqualified, *evidence_disqualifications(dossier, ruleset, papers_on))
    return Score(tally, lines, sheet, grounds, tuple(score_findings(dossier, ruleset, sheet, lines, name)))


def member_tally(ruleset: Ruleset, sheet: ScoreSheet) -> Tally:
    """Return the points alone of a council member's sheet, as ``score_dossier`` counts them: no fact of the dossier binds one."""
    criteria = ruleset.product_set.criteria
    given = {choice.criterion: choice.option for choice in reversed(sheet.choices)}
    chosen = {each.id: each.option(given[each.id]) for each in criteria if each.id in given}
    counted = {each.id: _fallen_to(each, chosen) or chosen.get(each.id) for each in criteria}
    return Tally(ruleset, {criterion: option for criterion, option in counted.items() if option})


def _tally(case: _Case) -> tuple[Tally, tuple[ScoreLine, ...]]:
    lines = _dependent(tuple(_line(case, criterion) for criterion in case.ruleset.product_set.criteria))
    return Tally(case.ruleset, {x.criterion.id: x.option for x in lines if x.option}), lines


def _line(case: _Case, criterion: Criterion) -> ScoreLine:
    levels = _levels(case, criterion)
    wanted = case.ruleset.decision.procedure.evidence_for(criterion.id)
    bare = ScoreLine(criterion, Answered.OPEN, levels, wanted=wanted, evidence=_papers(case, wanted))
    chosen = _choice(case, criterion)
    if case.takes_facts and len(levels) == 1:
        return _decided(case, bare)
    if chosen is None:
        return bare
    option = criterion.option(chosen.option)
    if option is None or option not in levels:
        return bare._replace(answered=Answered.CONFLICT, reason=chosen.reason or "")
    evidence = tuple(dict.fromkeys([*_titles(case, chosen.evidence), *bare.evidence]))
    return bare._replace(answered=Answered.CHOSEN, option=option, reason=chosen.reason or "", evidence=evidence,
        review=chosen.review,
    )  # fmt: skip


def _dependent(lines: tuple[ScoreLine, ...]) -> tuple[ScoreLine, ...]:
    """Give no points to a criterion that the decision counts only beside another which is not there."""
    chosen = {line.criterion.id: line.option for line in lines}
    return tuple(_beside(line, chosen) for line in lines)


def _beside(line: ScoreLine, chosen: Mapping[str, Option | None]) -> ScoreLine:
    level, only_if = _fallen_to(line.criterion, chosen), line.criterion.only_if
    other = chosen.get(only_if.criterion) if only_if else None
    if level is None or other is None:
        return line
    return line._replace(
        answered=Answered.CONDITION,
        levels=(level,),
        option=level,
        evidence=(),
        reason=f"theo mức: {other.named}",
    )


def _fallen_to(criterion: Criterion, chosen: Mapping[str, Option | None]) -> Option | None:
    """Return the level that a criterion stands on because the one it depends on is not there."""
    only_if = criterion.only_if
    other = chosen.get(only_if.criterion) if only_if else None
    return only_if.level if only_if and other and other.id in only_if.lost_at else None


def _levels(case: _Case, criterion: Criterion) -> tuple[Option, ...]:
    """Return the options that are open: those that the figures leave, or all for a member of a council."""
    if not case.takes_facts:
        return criterion.levels
    if criterion.kind is Kind.CHOICE:
        return criterion.open_levels(case.known)
    line = case.contents.get(criterion.content) if criterion.content else None
    return (line.option,) if line and line.status is Status.SCORED and line.option else ()


def _decided(case: _Case, bare: ScoreLine) -> ScoreLine:
    line = case.contents.get(bare.criterion.content) if bare.criterion.content else None
    of_content = line is not None and bare.criterion.kind is Kind.SHARE
    evidence = (*_titles(case, line.evidence), *bare.evidence) if of_content and line else bare.evidence
    known = f"theo số liệu của hồ sơ{_as_of(case, bare.criterion)}"
    return bare._replace(
        answered=Answered.FACTS, option=bare.levels[0], evidence=tuple(dict.fromkeys(evidence)),
        reason=line.reason if of_content and line else known,
    )  # fmt: skip


def _as_of(case: _Case, criterion: Criterion) -> str:
    """Name the day at which the facts of a criterion are measured, where the decision has one and it has come."""
    facts = {need.fact for option in criterion.options for need in option.needs}
    decision = case.ruleset.decision
    days = {measured_on(f, case.dossier, decision, case.today) for f in facts if decision.moment_of(f)}
    past = sorted(day for day in days if day != case.today)
    return f", tính đến ngày {show_date(past[0])}" if past else ""


def _choice(case: _Case, criterion: Criterion) -> CriterionChoice | None:
    """Return the choice on the sheet; the producer's own choice of idea and identity stands where it is silent."""
    chosen = case.sheet.choice(criterion.id)
    if chosen or not case.takes_facts or criterion.content is None:
        return chosen
    declared = _declared(case.dossier, criterion.content)
    if declared is None or declared.option is None:
        return None
    return CriterionChoice(
        criterion=criterion.id, option=declared.option, reason=declared.reason, evidence=declared.evidence
    )


def _declared(dossier: Dossier, content: CommuneContent) -> Choice | None:
    part = {CommuneContent.IDEA_ORIGIN: dossier.idea, CommuneContent.LOCAL_IDENTITY: dossier.identity}
    declared = part.get(content)
    return declared.choice if declared else None


def _papers(case: _Case, wanted: tuple[EvidenceKind, ...]) -> tuple[str, ...]:
    kinds = {kind.id for kind in wanted}
    return tuple(p.title for p in case.dossier.papers if p.kind in kinds and in_date(p, case.papers_on))


def _titles(case: _Case, papers: tuple[str, ...]) -> list[str]:
    return [p.title for p in case.dossier.papers if p.id in papers and in_date(p, case.papers_on)]
