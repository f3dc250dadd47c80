"""Check the rule data itself: sums, bands, references. What stands here would otherwise decide a star wrongly."""

from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import pairwise

from ocop_cli.findings import FieldPath, Finding, Place, Severity
from ocop_cli.rules.band import Band
from ocop_cli.rules.criterion import Criterion, Kind
from ocop_cli.rules.decision import Decision, Rulebook
from ocop_cli.rules.label_meaning import dropped
from ocop_cli.rules.product_set import ProductSet
from ocop_cli.viet.dates import show_date
from ocop_cli.viet.numbers import show_number

LONGEST_LABEL = 90
_LABEL_UNUSED = (
    "không phải làm gì: phiếu, màn hình đã in nguyên văn ở mức này; nên báo người làm chương trình"
)
_HUNDRED = Decimal(100)


def check_rulebook(rulebook: Rulebook) -> list[Finding]:
    """Return every error of the rule data, decision by decision."""
    findings = [finding for text in rulebook.texts for finding in check_decision(text)]
    return [*dict.fromkeys(findings), *_overlaps(rulebook), *_lost_references(rulebook)]


def check_decision(decision: Decision) -> list[Finding]:
    """Return the errors inside one text of a decision."""
    findings = _once(
        [finding for product_set in decision.sets for finding in _check_set(decision, product_set)]
    )
    findings += _check_evidence(decision)
    findings += _check_forms(decision)
    if not decision.grounds:
        message = "Chưa có câu dẫn căn cứ, văn bản không dẫn được quyết định này"
        findings.append(_finding("F308", decision, ("grounds",), message))
    if not _is_gapless([star.band for star in decision.stars]):
        findings.append(
            _finding("R016", decision, ("stars",), "Các khoảng điểm hạng sao phải liền nhau từ 0 đến 100")
        )
    return findings


def _check_evidence(decision: Decision) -> Iterator[Finding]:
    known = {criterion.id for product_set in decision.sets for criterion in product_set.criteria}
    for paper in decision.procedure.papers:
        for name in sorted(set(paper.criteria) - known):
            path = ("procedure", "papers", paper.id, "criteria")
            yield _finding(
                "R014", decision, path, f"Giấy tờ “{paper.id}” nhắc đến tiêu chí “{name}” không có"
            )


def _check_forms(decision: Decision) -> Iterator[Finding]:
    """Find the kinds of paper that a form names and the decision does not have."""
    for form in (form for form in decision.procedure.forms if not form.like):
        named = {paper for box in form.boxes for paper in box.papers}
        named |= {paper for line in form.lines for row in line.rows for paper in row.papers}
        for name in sorted(named - {paper.id for paper in decision.procedure.papers}):
            path = ("procedure", "forms", form.id)
            yield _finding("R014", decision, path, f"Biểu mẫu “{form.id}” nhắc đến giấy tờ “{name}” không có")


def part_total(product_set: ProductSet, part: str) -> Decimal:
    """Return the sum of the maxima of a part; of alternatives only one counts."""
    criteria = [c for c in product_set.criteria if c.part == part]
    singles = sum((c.max for c in criteria if not c.alternative), Decimal(0))
    chosen = {c.alternative: c.max for c in criteria if c.alternative}
    return singles + sum(chosen.values(), Decimal(0))


def _check_set(decision: Decision, product_set: ProductSet) -> Iterator[Finding]:
    path = ("sets", str(product_set.number))
    for criterion in product_set.criteria:
        yield from _check_criterion(decision, criterion, (*path, "criteria", criterion.code))
        yield from _check_labels(decision, criterion, ("wording", *path, criterion.id))
    yield from _repeated(decision, product_set, path)
    yield from _check_totals(decision, product_set, path)
    yield from _check_grounds(decision, product_set, path)
    yield from _check_dependents(decision, product_set, path)


def _once(findings: Iterable[Finding]) -> list[Finding]:
    """Tell what is wrong with many sets in the same words once, at the first, with the numbers of all."""
    sets: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        sets.setdefault((finding.code, finding.message), []).append(finding)
    return [
        same[0]._replace(message=f"{message} (bộ {', '.join(dict.fromkeys(_set_of(f) for f in same))})")
        for (_, message), same in sets.items()
    ]


def _set_of(finding: Finding) -> str:
    return next(str(part) for part in finding.place.field if str(part).isdecimal())


def _check_criterion(decision: Decision, criterion: Criterion, path: FieldPath) -> Iterator[Finding]:
    best = max((option.points for option in criterion.options), default=Decimal(0))
    if best != criterion.max and not criterion.suspect:
        yield _finding(
            "R010",
            decision,
            path,
            f"{criterion.name}: mức cao nhất được {show_number(best)} điểm nhưng điểm tối đa ghi {show_number(criterion.max)}",
        )
    if criterion.kind is Kind.SHARE and not _is_gapless([o.band for o in criterion.levels]):
        yield _finding(
            "R011", decision, path, f"{criterion.name}: các mức tỷ lệ phải liền nhau, phủ từ 0 đến 100%"
        )
    for option in criterion.levels:
        if len(option.label) > LONGEST_LABEL:
            yield _finding(
                "R015",
                decision,
                (*path, option.id),
                f"{criterion.name}: nhãn của mức “{option.id}” dài quá {LONGEST_LABEL} ký tự",
            )


def _check_labels(decision: Decision, criterion: Criterion, path: FieldPath) -> Iterator[Finding]:
    """Hold each label against the decision's own words, where the commune has them: a hint, for these are shown then."""
    for option, lost in dropped(criterion):
        message = (
            f"{criterion.name}: diễn đạt tóm tắt ({option.label}) bỏ {', '.join(f'“{x}”' for x in lost)}"
        )
        finding = _finding("R018", decision, (*path, option.id), message)
        yield finding._replace(severity=Severity.HINT, hint=_LABEL_UNUSED)


def _repeated(decision: Decision, product_set: ProductSet, path: FieldPath) -> Iterator[Finding]:
    for names in ([c.id for c in product_set.criteria], [c.code for c in product_set.criteria]):
        for name, times in Counter(names).items():
            if times > 1:
                yield _finding("R013", decision, path, f"Tiêu chí “{name}” có {times} lần")


def _check_totals(decision: Decision, product_set: ProductSet, path: FieldPath) -> Iterator[Finding]:
    for part in decision.parts:
        total = part_total(product_set, part.id)
        if total != part.max and not product_set.suspect:
            yield _finding(
                "R012",
                decision,
                path,
                f"Phần {part.id} cộng lại {show_number(total)} điểm, quyết định ghi {show_number(part.max)}",
            )


def _check_grounds(decision: Decision, product_set: ProductSet, path: FieldPath) -> Iterator[Finding]:
    for ground in product_set.disqualifications:
        unknown = [f"giấy tờ “{p}”" for p in ground.papers if decision.procedure.paper(p) is None]
        if ground.criterion and product_set.criterion(ground.criterion) is None:
            unknown.append(f"tiêu chí “{ground.criterion}”")
        for name in unknown:
            yield _finding(
                "R014", decision, path, f"Trường hợp bị loại “{ground.id}” nhắc đến {name} không có"
            )


def _check_dependents(decision: Decision, product_set: ProductSet, path: FieldPath) -> Iterator[Finding]:
    for criterion in product_set.criteria:
        only_if = criterion.only_if
        other = product_set.criterion(only_if.criterion) if only_if else None
        if only_if is None or (other and only_if.lost_at <= {level.id for level in other.levels}):
            continue
        message = f"{criterion.name}: điều kiện nhắc đến tiêu chí “{only_if.criterion}” hoặc mức không có"
        yield _finding("R014", decision, (*path, "criteria", criterion.code), message)


def _is_gapless(bands: Iterable[Band | None]) -> bool:
    """Say whether the bands lie side by side, each number in exactly one, from 0 to 100."""
    known = [band for band in bands if band is not None]
    if not known or known[0].lower != 0 or known[-1].upper != _HUNDRED or not known[-1].upper_included:
        return False
    return all(a.upper == b.lower and a.upper_included != b.lower_included for a, b in pairwise(known))


def _overlaps(rulebook: Rulebook) -> Iterator[Finding]:
    for before, after in pairwise(rulebook.texts):
        if before.takes_filings(after.text_from):
            yield _finding(
                "R017",
                after,
                ("decision",),
                f"Ngày {show_date(after.text_from)} có cả {before.id} và {after.id} cùng nhận hồ sơ",
            )


def _lost_references(rulebook: Rulebook) -> Iterator[Finding]:
    for text in rulebook.texts:
        for clause in text.transitions:
            if clause.under not in rulebook.decision_ids:
                yield _finding("R014", text, ("transitions",), f"Không có quyết định “{clause.under}”")
        for form in text.procedure.forms:
            if form.like and form.like not in rulebook.decision_ids:
                path = ("procedure", "forms", form.id, "like")
                yield _finding("R014", text, path, f"Không có quyết định “{form.like}”")


def _finding(code: str, decision: Decision, path: FieldPath, message: str) -> Finding:
    return Finding(code, Severity.ERROR, message, Place(f"rules/{decision.id}", path))
