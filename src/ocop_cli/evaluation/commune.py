"""Score the four contents that the law leaves to the commune."""

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import NamedTuple

from ocop_cli.commune_contents import CommuneContent
from ocop_cli.dossier.declarations import Choice
from ocop_cli.dossier.field_names import address
from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.scores import Scorer
from ocop_cli.dossier.vocabulary import Origin, word
from ocop_cli.evaluation.facts_hash import facts_hashes
from ocop_cli.evaluation.province_only import outside_province
from ocop_cli.evaluation.report_grounds import report_grounds
from ocop_cli.evaluation.result import Evaluation, Line, Status
from ocop_cli.evaluation.shares import AREA, Share, is_whole, labour_share, material_share
from ocop_cli.findings import FactsAsked, FieldPath, Finding, Place, Severity
from ocop_cli.rules.criterion import Basis, Criterion, Kind, OnlyIf, Option
from ocop_cli.rules.decision import Ruleset
from ocop_cli.rules.product_set import Detection


class Decided(NamedTuple):
    """An option that the official decided on against the computation, with the written reason."""

    option: str
    reason: str


class _Case(NamedTuple):
    """One dossier under one law."""

    dossier: Dossier
    ruleset: Ruleset
    name: str
    hashes: Mapping[CommuneContent, str]

    def finding(self, code: str, field: FieldPath, message: str, *, cite: str = "") -> Finding:
        """Say what keeps a content from having a score."""
        why, place = "thiếu số liệu thì không chấm được nội dung này", Place(self.name, field)
        asks = FactsAsked(PurePosixPath(self.name).stem, (address(field),))
        return Finding(code, Severity.ERROR, message, place, why=why, cite=cite, asks=asks)


JudgedContent = tuple[Line, list[Finding]]


def score_commune_contents(
    dossier: Dossier,
    ruleset: Ruleset,
    name: str = "",
    decided: Mapping[CommuneContent, Decided] | None = None,
) -> Evaluation:
    """Return the four contents with points, reasons and articles.

    A content without the facts for a score is ``insufficient_facts``, with a finding that says what is missing;
    one that the product set has no criterion for is ``no_points``, with the facts and reasons of the report all the
    same, or ``not_applicable`` where the decision leaves it to nobody in the commune. ``decided`` are the official's own decisions.
    ``name`` is the file that the findings point into.
    """
    case = _Case(dossier, ruleset, name, facts_hashes(dossier))
    judged = [_judge(case, content, (decided or {}).get(content)) for content in CommuneContent]
    lines = tuple(line for line, _ in judged)
    findings = [finding for _, found in judged for finding in found]
    return Evaluation(
        ruleset.decision.id,
        ruleset.product_set.number,
        lines,
        (*_disqualified(case), *_stopped(lines)),
        (*findings, *outside_province(dossier, ruleset.product_set, name)),
    )


def _judge(case: _Case, content: CommuneContent, decided: Decided | None) -> JudgedContent:
    criterion = case.ruleset.product_set.content(content)
    bare = Line(content, Status.NOT_APPLICABLE, case.hashes[content], criterion)
    if criterion is None:
        return _without_criterion(case, bare)
    line, findings = _scored(case, bare, criterion)
    return _overridden(case, line, criterion, decided) if decided else (line, findings)


def _without_criterion(case: _Case, bare: Line) -> JudgedContent:
    """Report on a content that the set gives no points for: the duty to do so is the decision's, not the set's."""
    procedure, content = case.ruleset.decision.procedure, bare.content
    if content not in procedure.evaluates:
        none = f"bộ sản phẩm {case.ruleset.product_set.number} không có tiêu chí này"
        return bare._replace(reason=none), []
    bare, found = bare._replace(duty=procedure.evaluates_cite), report_grounds(case.dossier, content)
    if found.missing:
        return _insufficient(case, bare, found.missing, found.field)
    return bare._replace(status=Status.NO_POINTS, reason=found.reason, evidence=found.evidence), []


def _scored(case: _Case, bare: Line, criterion: Criterion) -> JudgedContent:
    if criterion.kind is Kind.SHARE:
        return _required(case, bare, criterion) or _by_share(case, bare, criterion)
    return _beside(case, bare, criterion) or _by_choice(case, bare, criterion)


def _required(case: _Case, bare: Line, criterion: Criterion) -> JudgedContent | None:
    """Judge by what heads the criterion: without the whole from its area no option applies."""
    if criterion.requires is None:
        return None
    share = material_share(case.dossier.materials, criterion.requires.area)
    if share.missing or is_whole(share.low):
        return None
    if is_whole(share.high):
        missing = f"phần chưa rõ nguồn gốc có thể ở ngoài tỉnh, mà tiêu chí yêu cầu 100% ({share.arithmetic})"
        bare = bare._replace(evidence=_material_evidence(case.dossier))
        return _insufficient(case, bare, missing, ("materials",))
    reason = f"{share.arithmetic}; tiêu chí yêu cầu 100%"
    return _on(bare, criterion.requires.level, reason, _material_evidence(case.dossier)), []


def _beside(case: _Case, bare: Line, criterion: Criterion) -> JudgedContent | None:
    """Judge by the criterion that this one depends on, as the producer's own sheet under this decision answers it."""
    answer = _lost(case, criterion.only_if) if criterion.only_if else None
    if criterion.only_if is None or answer is None:
        return None
    identity = case.dossier.identity
    papers = identity.choice.evidence if identity and identity.choice else ()
    return _on(bare, criterion.only_if.level, f"phiếu tự chấm ghi mức: {answer.named}", papers), []


def _lost(case: _Case, only_if: OnlyIf) -> Option | None:
    """Return the answer by which the other criterion is not there, if the producer's sheet gives one."""
    own = [s for s in case.dossier.scores if s.scorer is Scorer.SELF]
    answers = [s.choice(only_if.criterion) for s in own if s.decision == case.ruleset.decision.id]
    other = case.ruleset.product_set.criterion(only_if.criterion)
    lost = (a.option for a in answers if a and a.option in only_if.lost_at)
    return next((other.option(option) for option in lost), None) if other else None


def _on(bare: Line, option: Option, reason: str, evidence: tuple[str, ...] = ()) -> Line:
    return bare._replace(
        status=Status.SCORED, option=option, computed=option, reason=reason, evidence=evidence
    )


def _by_share(case: _Case, bare: Line, criterion: Criterion) -> JudgedContent:
    basis = criterion.basis or Basis.COMMUNE
    if bare.content is CommuneContent.LOCAL_ORIGIN:
        share, evidence = material_share(case.dossier.materials, basis), _material_evidence(case.dossier)
    else:
        labour = case.dossier.labour
        share, evidence = labour_share(labour, basis), labour.evidence if labour else ()
    bare = bare._replace(evidence=evidence)
    if share.missing:
        return _insufficient(case, bare, share.missing, share.field)
    low, high = criterion.option_for(share.low), criterion.option_for(share.high)
    if low is None or low is not high:
        missing = f"phần chưa rõ nguồn gốc làm mức {AREA[basis]} có thể đổi ({share.arithmetic})"
        return _insufficient(case, bare, missing, ("materials",))
    return _on(bare._replace(edge=_edge(share, criterion, low)), low, share.arithmetic, evidence), []


def _edge(share: Share, criterion: Criterion, option: Option) -> str:
    """Say whether a little less, or a little more, would be another level."""
    levels = ((words, criterion.option_for(beside)) for words, beside in share.beside)
    others = [
        f"{words} thì thuộc mức: {level.named}" for words, level in levels if level and level is not option
    ]
    return f"sát ngưỡng: {'; '.join(others)}" if others else ""


def _by_choice(case: _Case, bare: Line, criterion: Criterion) -> JudgedContent:
    part = "idea" if bare.content is CommuneContent.IDEA_ORIGIN else "identity"
    declared = getattr(case.dossier, part)
    choice: Choice | None = declared.choice if declared else None
    if choice is None or choice.option is None:
        return _insufficient(case, bare, "chưa chọn mức", (part, "choice"))
    option = criterion.option(choice.option)
    if option is None:
        known = "; ".join(level.named for level in criterion.levels)
        missing = f"mức “{choice.option}” không có trong {case.ruleset.decision.cite}; các mức: {known}"
        return _insufficient(case, bare, missing, (part, "choice", "option"))
    if choice.reason is None:
        return _insufficient(case, bare, "chưa ghi lý do chọn mức", (part, "choice"))
    return _on(bare, option, choice.reason, choice.evidence), []


def _insufficient(case: _Case, bare: Line, missing: str, field: FieldPath) -> JudgedContent:
    message = f"{word(bare.content)}: {missing}"
    finding = case.finding(_CODES[bare.content], field, message, cite=bare.cite)
    return bare._replace(status=Status.INSUFFICIENT, reason=missing), [finding]


def _overridden(case: _Case, line: Line, criterion: Criterion, decided: Decided) -> JudgedContent:
    option = criterion.option(decided.option)
    if option is None:
        return _insufficient(
            case, line, f"không có mức “{decided.option}” để quyết định khác", ("evaluation",)
        )
    reason = f"Quyết định của công chức: {decided.reason}"
    return line._replace(
        status=Status.SCORED, option=option, reason=reason, decided_because=decided.reason
    ), []


def _disqualified(case: _Case) -> Iterator[str]:
    """Name the grounds that the facts themselves show; the others need a person."""
    origins = {m.origin for m in case.dossier.materials if m.share}
    nowhere = bool(origins) and origins <= {Origin.IMPORT, Origin.UNKNOWN}
    for ground in case.ruleset.product_set.disqualifications:
        if ground.detect is Detection.ALL_IMPORTED_OR_UNKNOWN and nowhere:
            yield f"{ground.text} ({ground.cite})"


def _stopped(lines: tuple[Line, ...]) -> Iterator[str]:
    """Name the contents after whose option the decision lets nothing be assessed."""
    for line in lines:
        if line.criterion and line.option and line.option.stops:
            yield f"{line.criterion.name}: {line.option.named} ({line.criterion.cite})"


def _material_evidence(dossier: Dossier) -> tuple[str, ...]:
    return tuple(dict.fromkeys(paper for material in dossier.materials for paper in material.evidence))


_CODES = {
    CommuneContent.LOCAL_ORIGIN: "E011",
    CommuneContent.LOCAL_LABOUR: "E012",
    CommuneContent.IDEA_ORIGIN: "E013",
    CommuneContent.LOCAL_IDENTITY: "E014",
}
