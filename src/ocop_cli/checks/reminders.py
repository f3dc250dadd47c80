"""What a change of law does to dossiers under way."""

from collections.abc import Iterator

from ocop_cli.evaluation.case import Case
from ocop_cli.findings import Finding, Severity
from ocop_cli.viet.dates import show_date


def check_transition(case: Case) -> Iterator[Finding]:
    """W021: the decision that a dossier was filed under has run out before the dossier was sent."""
    if case.ruleset is None or not case.stage.at_commune:
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
