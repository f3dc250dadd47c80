"""Errors of what was concluded, decided and moved."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from ocop_cli.dossier.conclusions import Result
from ocop_cli.dossier.stage import stage_of
from ocop_cli.dossier.vocabulary import word
from ocop_cli.evaluation.case import Case
from ocop_cli.evaluation.facts_hash import stale_conclusions
from ocop_cli.evaluation.law import filed_on
from ocop_cli.findings import Finding, Place, Severity
from ocop_cli.viet.dates import is_plausible, show_date
from ocop_cli.viet.numbers import show_number
from ocop_cli.workflow.certificate import add_months

_KEPT = "lần đánh giá, lần gửi sau không được thay lần trước"
_NO_NEED = "không cần sửa: lần ghi sau, chương trình tự chuyển mục này thành dòng đầu của danh sách"


def check_product_set(case: Case) -> Iterator[Finding]:
    """E002: no decision that holds for the dossier knows its product set; a day of filing that cannot be is told itself."""
    filed = filed_on(case.dossier)
    if filed and not is_plausible(filed):
        return
    if case.ruleset is None and case.dossier.product.set is not None:
        yield case.find(
            "E002",
            ("product", "set"),
            f"Không có bộ sản phẩm số {case.dossier.product.set} trong quyết định áp dụng",
            "chọn bộ sản phẩm: `ocop rules list`, `ocop rules show`",
            why="mỗi bộ sản phẩm có tiêu chí riêng",
        )


def check_single_acts(case: Case) -> Iterator[Finding]:
    """D017: an evaluation or a request stands alone, as earlier versions wrote it, and not in its list."""
    dossier = case.dossier
    for act in (dossier.first_evaluation, dossier.first_submission):
        if act:
            name = str(dossier.field_of(act)[0])
            place = Place(case.name, (name,), on_key=True)
            message = f"Mục {name} ghi một lần duy nhất; nay ghi thành danh sách {name}s"
            yield Finding("D017", Severity.HINT, message, place, why=_KEPT, hint=_NO_NEED)


def check_stale(case: Case) -> Iterator[Finding]:
    """E021: the facts under a conclusion have changed (“cần xem lại”)."""
    record = case.dossier.evaluation
    if record is None:
        return
    for conclusion in stale_conclusions(case.dossier):
        yield case.find(
            "E021",
            (*case.dossier.field_of(record), "contents", record.contents.index(conclusion), "facts"),
            f"{word(conclusion.content)}: cần xem lại vì số liệu đã đổi sau khi kết luận",
            "chạy lại `ocop evaluate`",
            why="báo cáo đã ký phải khớp với số liệu của hồ sơ",
        )


def check_decision(case: Case) -> Iterator[Finding]:
    """E022: the evaluation follows another decision than the one that holds for the dossier; one that was returned is judged anew anyway."""
    record = case.dossier.evaluation
    if (
        record
        and case.ruleset
        and filed_on(case.dossier)
        and case.dossier.submission is None
        and record.decision != case.ruleset.decision.id
    ):
        yield case.find(
            "E022",
            (*case.dossier.field_of(record), "decision"),
            f"Đánh giá theo {record.decision}, hồ sơ nay thuộc {case.ruleset.decision.id}",
            "chạy lại `ocop evaluate`",
            severity=Severity.WARNING,
            cite=case.ruleset.decision.cite,
            related=(case.place("registration", "slip", "received_on"),),
        )


def check_history(case: Case) -> Iterator[Finding]:
    """W011: a move is dated before the one it follows."""
    counted = [(n, move) for n, move in enumerate(case.dossier.history) if move.corrected_on is None]
    for (earlier, before), (number, after) in pairwise(counted):
        if after.on < before.on:
            yield case.find(
                "W011",
                ("history", number, "on"),
                f"Bước “{stage_of(case.stages, after.stage).name}” ghi ngày {show_date(after.on)}, trước bước liền trên ({show_date(before.on)})",
                "sửa ngày cho đúng thứ tự",
                related=(case.place("history", earlier, "on"),),
            )


def check_result(case: Case) -> Iterator[Finding]:
    """E023: the star of a result does not lie in the band of its score."""
    for number, result in _counted_results(case):
        band = (
            case.ruleset.decision.star_for(result.score)
            if case.ruleset and result.score is not None
            else None
        )
        if band and result.star and result.star > band.star:
            yield case.find(
                "E023",
                ("results", number, "star"),
                f"Hạng {result.star} sao cao hơn khung điểm {show_number(result.score or Decimal(0))} ({band.star} sao)",
                "đối chiếu quyết định công nhận",
                related=(case.place("results", number, "score"),),
            )


def check_recognition(case: Case) -> Iterator[Finding]:
    """E026: a product is recognised with a star that has no certificate in the decision."""
    stars = {star.star: star.certificate for star in case.ruleset.decision.stars} if case.ruleset else {}
    for number, result in _counted_results(case):
        if result.recognised and result.star and not stars.get(result.star, True):
            yield case.find(
                "E026",
                ("results", number, "star"),
                f"Ghi được công nhận với {result.star} sao; hạng này không có giấy chứng nhận",
                f'chạy `ocop result {case.id} --correct --not-recognised --reason "…"`',
                cite=case.ruleset.decision.cite if case.ruleset else "",
                related=(case.place("results", number, "recognised"),),
            )


def _counted_results(case: Case) -> Iterator[tuple[int, Result]]:
    """Return the results with their numbers, those aside that were corrected."""
    return ((n, result) for n, result in enumerate(case.dossier.results) if result.corrected is None)


def check_certificate(case: Case) -> Iterator[Finding]:
    """E024: the certificate runs out on another day than its term gives."""
    for number, result in _counted_results(case):
        certificate = result.certificate
        if case.ruleset is None or certificate is None or certificate.expires_on is None:
            continue
        expected = add_months(certificate.issued_on, case.ruleset.decision.procedure.certificate_months)
        if abs((certificate.expires_on - expected).days) > 1:
            yield case.find(
                "E024",
                ("results", number, "certificate", "expires_on"),
                f"Giấy chứng nhận ghi hết hạn {show_date(certificate.expires_on)}, tính theo thời hạn là {show_date(expected)}",
                "đối chiếu giấy chứng nhận",
                severity=Severity.WARNING,
                cite=case.ruleset.decision.cite,
                related=(case.place("results", number, "certificate", "issued_on"),),
            )


def check_producer_kind(case: Case) -> Iterator[Finding]:
    """E025: this kind of producer may not take part with this product set."""
    kind = case.dossier.producer.kind
    if kind is None or case.ruleset is None:
        return
    rules = {rule.kind: rule.sets for rule in case.ruleset.decision.procedure.producers}
    sets = rules.get(kind.value)
    if rules and (sets is None or (sets and case.ruleset.product_set.number not in sets)):
        yield case.find(
            "E025",
            ("producer", "kind"),
            f"{word(kind)} không thuộc đối tượng tham gia với bộ sản phẩm này",
            "kiểm tra loại hình tổ chức và bộ sản phẩm",
            cite=case.ruleset.decision.cite,
            related=(case.place("product", "set"),),
        )
