"""What past dossiers teach the next one, and what a change of law does to those under way."""

from collections.abc import Iterator

from ocop_cli.dossier.vocabulary import MoveKind
from ocop_cli.evaluation.case import Case
from ocop_cli.findings import Finding, Severity
from ocop_cli.viet.dates import show_date

_BEFORE_FILING = frozenset({"implementing", "improving", "preparing"})
_UNDER_WAY = frozenset({"received", "evaluated"})
_MOST = 5  # more reminders than that are not read


def check_lessons(case: Case) -> Iterator[Finding]:
    """W020: why earlier dossiers were returned; worth a look before this one is filed."""
    if case.dossier.stage not in _BEFORE_FILING:
        return
    reasons = {
        reason: other.product.name
        for name, other in case.others.items()
        if name != case.name
        for move in other.history
        if move.kind is MoveKind.RETURN
        for reason in move.reasons
    }
    for reason, product in list(reasons.items())[:_MOST]:
        yield case.find(
            "W020",
            ("history", len(case.dossier.history) - 1),
            f"Hồ sơ {product} từng bị trả lại vì: {reason}",
            "xem lại điểm này trước khi nộp",
            severity=Severity.HINT,
        )


def check_transition(case: Case) -> Iterator[Finding]:
    """W021: the decision that a dossier was filed under has run out before the dossier was sent."""
    if case.ruleset is None or case.dossier.stage not in _UNDER_WAY:
        return
    decision = case.ruleset.decision
    if decision.effective_to and decision.effective_to < case.today:
        yield case.find(
            "W021",
            ("registration", "slip", "received_on"),
            f"{decision.cite} hết hiệu lực sau ngày {show_date(decision.effective_to)}, hồ sơ chưa gửi tỉnh",
            "nhận lại hồ sơ theo quyết định hiện hành rồi đánh giá lại",
            severity=Severity.WARNING,
            why="hồ sơ nộp trước khi đổi quy định phải được xử lý xong trong thời gian chuyển tiếp",
            cite=decision.cite,
        )
