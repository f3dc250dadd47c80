"""Fill a score sheet: from options of the command line, from a sister product, from an interview."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.scores import CriterionChoice, Scorer, ScoreSheet
from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.evaluation.option_answer import read_level
from ocop_cli.rules.criterion import Criterion
from ocop_cli.rules.product_set import ProductSet
from ocop_cli.viet.text import fold
from ocop_cli.viet.told_once import told_once


class SheetKey(NamedTuple):
    """Whose sheet, in which round."""

    scorer: Scorer
    by: str | None = None
    round: int = 1

    def sheet_in(self, dossier: Dossier, decision: str) -> ScoreSheet:
        """Return the sheet in the dossier, or an empty one under the decision."""
        kept = (s for s in dossier.scores if s.is_of(self.scorer, self.by, self.round))
        empty = ScoreSheet(scorer=self.scorer, by=self.by, round=self.round, decision=decision)
        return next(kept, empty)


class Answer(NamedTuple):
    """What was answered for the criterion with this code; ``None`` leaves what was there."""

    option: str | None = None
    reason: str | None = None
    evidence: tuple[str, ...] | None = None
    review: bool = False
    code: str = ""


def filled(sheet: ScoreSheet, answers: Mapping[str, Answer]) -> ScoreSheet:
    """Return the sheet with the answers in it, in the order in which criteria were first answered."""
    before = {choice.criterion: choice for choice in sheet.choices}
    named = {**before, **{c: _choice(c, before.get(c), answer) for c, answer in answers.items()}}
    abstains = sheet.abstains and not answers  # who chooses a level abstains no longer
    return sheet.model_copy(update={"choices": tuple(named.values()), "abstains": abstains})


def abstaining(sheet: ScoreSheet) -> ScoreSheet:
    """Return the sheet of a member of the council who does not score the product: neither points nor a zero.

    Raises ``OcopError`` (misuse) for a sheet with choices, and for one that is no member's.
    """
    if sheet.scorer is not Scorer.COUNCIL or not sheet.by:
        hint = 'Thêm --scorer council --by "Họ tên".'
        raise OcopError("Chỉ thành viên hội đồng mới ghi không chấm.", hint, exit_code=MISUSE)
    if sheet.choices:
        hint = "Thành viên rút phiếu thì xóa phiếu của người đó trong tệp hồ sơ rồi ghi lại."
        raise OcopError(f"{sheet.by} đã chấm {len(sheet.choices)} tiêu chí.", hint, exit_code=MISUSE)
    return sheet.model_copy(update={"abstains": True})


def all_seen(sheet: ScoreSheet) -> ScoreSheet:
    """Return the sheet with every copied choice confirmed."""
    seen = tuple(choice.model_copy(update={"review": False}) for choice in sheet.choices)
    return sheet.model_copy(update={"choices": seen})


def read_answers(
    product_set: ProductSet, options: Sequence[str], reasons: Sequence[str], evidence: Sequence[str]
) -> dict[str, Answer]:
    """Read ``TIÊU_CHÍ=…`` from the command line; a criterion is named by its code, its name or its id.

    Raises ``OcopError`` (misuse) for what the product set does not know, and for two values of one criterion.
    """
    answers: dict[str, Answer] = {}
    for criterion, option in _pairs(product_set, options, "--set"):
        answers[criterion.id] = Answer(read_level(criterion, option).id, code=criterion.code)
    for criterion, reason in _pairs(product_set, reasons, "--reason"):
        answers[criterion.id] = answers.get(criterion.id, Answer(code=criterion.code))._replace(reason=reason)
    for criterion, papers in _pairs(product_set, evidence, "--evidence"):
        listed = tuple(paper.strip() for paper in papers.split(",") if paper.strip())
        answers[criterion.id] = answers.get(criterion.id, Answer(code=criterion.code))._replace(
            evidence=listed
        )
    return answers


def copied(sister: ScoreSheet, own: ScoreSheet, product_set: ProductSet) -> dict[str, Answer]:
    """Return a sister product's answers that fit this set and are not answered here, each to be reviewed."""
    fitting = (
        choice
        for choice in sister.choices
        if own.choice(choice.criterion) is None and _fits(product_set.criterion(choice.criterion), choice)
    )
    return {choice.criterion: Answer(choice.option, choice.reason, review=True) for choice in fitting}


def _fits(criterion: Criterion | None, choice: CriterionChoice) -> bool:
    return criterion is not None and criterion.option(choice.option) is not None


def _choice(criterion: str, before: CriterionChoice | None, answer: Answer) -> CriterionChoice:
    option = answer.option or (before.option if before else None)
    if option is None:
        raise OcopError(
            f"Tiêu chí {answer.code} chưa có mức nên chưa ghi được lý do, minh chứng.",
            f"Thêm --set {answer.code}=MỨC.",
            exit_code=MISUSE,
        )
    return CriterionChoice(
        criterion=criterion,
        option=option,
        reason=answer.reason or (before.reason if before else None),
        evidence=answer.evidence if answer.evidence is not None else (before.evidence if before else ()),
        review=answer.review,
    )


def _is_meant(criterion: Criterion, name: str) -> bool:
    """Compare codes with their marks: 1d and 1đ are two criteria."""
    return name.casefold() in (criterion.id, criterion.code) or fold(name) == fold(criterion.name)


def _pairs(product_set: ProductSet, texts: Sequence[str], option: str) -> Iterable[tuple[Criterion, str]]:
    told = [_pair(product_set, text, option) for text in texts]
    texts_by_id = told_once(((c.id, text) for c, text in told), lambda c: f"{option} {_code(told, c)}")
    return [(criterion, texts_by_id[criterion.id]) for criterion, _ in told]


def _code(told: Iterable[tuple[Criterion, str]], criterion_id: str) -> str:
    return next(criterion.code for criterion, _ in told if criterion.id == criterion_id)


def _pair(product_set: ProductSet, text: str, option: str) -> tuple[Criterion, str]:
    name, equals, value = (part.strip() for part in text.partition("="))
    found = next((c for c in product_set.criteria if _is_meant(c, name)), None)
    if not equals or not value:
        raise OcopError(f"{option}: “{text}” không đúng dạng.", "Ghi TIÊU_CHÍ=GIÁ_TRỊ.", exit_code=MISUSE)
    if found is None:
        known = "; ".join(f"{c.code} {c.name}" for c in product_set.criteria)
        raise OcopError(
            f"{option}: bộ {product_set.number} không có tiêu chí “{name}”.",
            f"Các tiêu chí: {known}.",
            exit_code=MISUSE,
        )
    return found, value
