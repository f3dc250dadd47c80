"""Score a dossier on every criterion of its product set, from its facts and from one person's choices."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
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
from ocop_cli.evaluation.province_only import outside_province
from ocop_cli.evaluation.result import Line, Status
from ocop_cli.evaluation.star import Tally
from ocop_cli.findings import Finding, Place, Severity
from ocop_cli.rules.criterion import Criterion, Kind, Option
from ocop_cli.rules.decision import Ruleset
from ocop_cli.rules.need import PAPERS, Known
from ocop_cli.rules.procedure import EvidenceKind
from ocop_cli.viet.dates import show_date
from ocop_cli.viet.text import lower_first


class Answered(StrEnum):
    """Where the option of a criterion comes from."""

    FACTS = "facts"  # the dossier's figures leave no other
    CHOSEN = "chosen"  # a person chose it
    CONFLICT = "conflict"  # the choice contradicts the figures: not counted
    CONDITION = "condition"  # the decision counts this criterion only beside another, which is not there
    OPEN = "open"  # nobody chose yet


class ScoreLine(NamedTuple):
    """One criterion of a score. ``levels`` are the options that the facts leave open.

    ``evidence`` names the dossier's papers in date that prove it, ``wanted`` the kinds that the decision names.
    """

    criterion: Criterion
    answered: Answered
    levels: tuple[Option, ...]
    option: Option | None = None
    reason: str = ""
    evidence: tuple[str, ...] = ()
    wanted: tuple[EvidenceKind, ...] = ()
    review: bool = False

    @property
    def is_proven(self) -> bool:
        """Say whether a paper stands behind the points, or the decision names none, or there are no points."""
        return bool(self.evidence) or not self.wanted or not (self.option and self.option.points)


class Score(NamedTuple):
    """Every criterion of one dossier as one person scores it. ``grounds`` rule the dossier out whatever its points."""

    tally: Tally
    lines: tuple[ScoreLine, ...]
    sheet: ScoreSheet
    grounds: tuple[str, ...]
    findings: tuple[Finding, ...]

    @property
    def ruleset(self) -> Ruleset:
        """The law of this score."""
        return self.tally.ruleset

    @property
    def star(self) -> int | None:
        """The star; ``None`` while the sheet is not complete, or where a ground or a stop keeps it from one."""
        return None if self.grounds or self.stops else self.tally.star

    @property
    def stops(self) -> tuple[ScoreLine, ...]:
        """The lines after which the decision lets nothing be assessed."""
        return tuple(line for line in self.counted if line.option and line.option.stops)

    @property
    def proven_points(self) -> Decimal:
        """The points behind which a paper stands."""
        proven = (x for x in self.counted if x.is_proven and x.option)
        return sum((x.option.points for x in proven if x.option), Decimal(0))

    @property
    def counted(self) -> tuple[ScoreLine, ...]:
        """The lines of the criteria that count."""
        ids = {criterion.id for criterion in self.tally.counted}
        return tuple(line for line in self.lines if line.criterion.id in ids)

    def line(self, criterion_id: str) -> ScoreLine:
        """Return the line of a criterion."""
        return next(line for line in self.lines if line.criterion.id == criterion_id)


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
    return Score(tally, lines, sheet, grounds, tuple(_findings(case, lines, name)))


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


def _findings(case: _Case, lines: tuple[ScoreLine, ...], name: str) -> Iterator[Finding]:
    yield from outside_province(case.dossier, case.ruleset.product_set, name)
    for line in lines:
        place = Place(name, _path(case, line.criterion.id))
        if line.answered is Answered.CONFLICT:
            yield _conflict(case, line, place, Severity.ERROR)
        elif _is_overruled(case, line):
            yield _conflict(case, line, place, Severity.WARNING)
        elif line.review:
            yield Finding(
                "E042", Severity.WARNING, f"{_label(line)}: mức chép từ hồ sơ khác, chưa xem lại",
                place, why="hồ sơ chưa nộp được khi còn mức chưa xem lại",
                hint="chấm lại tiêu chí này, hoặc xác nhận mọi mức: `ocop score MÃ --seen`",
            )  # fmt: skip


def _is_overruled(case: _Case, line: ScoreLine) -> bool:
    """Say whether the sheet holds a choice that facts or a condition of the decision leave no room for."""
    chosen = case.sheet.choice(line.criterion.id)
    if chosen is None or line.option is None:
        return False
    option = line.criterion.option(chosen.option)
    if line.answered is Answered.CONDITION:
        return option is None or bool(option.points)
    return line.answered is Answered.FACTS and line.option != option


def _conflict(case: _Case, line: ScoreLine, place: Place, severity: Severity) -> Finding:
    """Say that a choice does not count: an error where nothing counts instead, a warning where the facts do."""
    if line.answered is Answered.CONDITION:
        return _beyond_condition(line, place, severity)
    left = "; ".join(o.named for o in line.levels)
    hint = f"còn chọn được: {left}" if left else "chưa đủ số liệu để chấm; bổ sung số liệu vào hồ sơ"
    chosen = case.sheet.choice(line.criterion.id)
    unknown = chosen.option if chosen and line.criterion.option(chosen.option) is None else ""
    wrong = f"quyết định không có mức “{unknown}”" if unknown else "mức chọn trái với số liệu của hồ sơ"
    return Finding(
        "E041", severity, f"{_label(line)}: {wrong}",
        place, why="không tính điểm mà số liệu không đỡ", hint=hint, cite=line.criterion.cite,
    )  # fmt: skip


def _beyond_condition(line: ScoreLine, place: Place, severity: Severity) -> Finding:
    """Say that a choice does not count because the criterion that it depends on is not there."""
    label = line.option.named if line.option else ""
    return Finding(
        "E041", severity, f"{_label(line)}: mức chọn không tính, {line.reason}",
        place, why=lower_first(label), hint="sửa mức của tiêu chí kia, hoặc bỏ mức này", cite=line.criterion.cite,
    )  # fmt: skip


def _label(line: ScoreLine) -> str:
    return f"{line.criterion.code} {line.criterion.name}"


def _path(case: _Case, criterion_id: str) -> tuple[str | int, ...]:
    for number, sheet in enumerate(case.dossier.scores):
        for position, choice in enumerate(sheet.choices):
            if choice.criterion == criterion_id and sheet == case.sheet:
                return ("scores", number, "choices", position, "option")
    return ("scores",) if case.dossier.scores else ("product", "set")
