"""What the law forbids or sets a time for, whatever the papers: every verb that takes a dossier on asks this first."""

from collections.abc import Iterator

from ocop_cli.dossier.vocabulary import RegistrationKind, word
from ocop_cli.evaluation.case import Case
from ocop_cli.findings import Finding, Severity
from ocop_cli.workflow.re_ranking import filing_time
from ocop_cli.workflow.transition import left_behind, way_back


def find_unlawful(case: Case) -> list[Finding]:
    """Return why the law does not let the commune go on with a dossier, and which time it has missed.

    An error stands against evaluating, submitting and sending, and no ``--force`` lifts it; a warning is told.
    """
    return [finding for check in LAWFUL for finding in check(case)]


def check_transition(case: Case) -> Iterator[Finding]:
    """W021: the time has passed in which a dossier could be finished under the decision that it was filed under."""
    if case.ruleset is None or not case.stage.at_commune:
        return
    last = left_behind(case.dossier, case.ruleset, case.today)
    if last:
        back, again = way_back(case.id)
        yield case.find(
            "W021",
            ("registration", "slip", "received_on"),
            f"Hồ sơ này {last.words(case.ruleset)}, nay chưa gửi tỉnh",
            f"trả lại rồi nhận lại theo quyết định hiện hành: `{back}`, `{again}`; sau đó đánh giá lại",
            why="quá thời gian chuyển tiếp thì hồ sơ không được đánh giá, phân hạng theo quyết định cũ nữa",
            cite=last.cite,
        )


def check_filing_time(case: Case) -> Iterator[Finding]:
    """W022: a re-ranking is filed outside the time that the decision gives for it."""
    if case.ruleset is None or not (case.stage.before_filing or case.stage.at_commune):
        return
    time = filing_time(case.dossier, case.ruleset, case.today)
    if time and time.is_missed:
        yield case.find(
            "W022",
            ("registration", "kind"),
            f"Ngoài thời gian nộp hồ sơ phân hạng lại, {time.words()}",
            "hỏi ý kiến cấp tỉnh trước khi làm tiếp",
            severity=Severity.WARNING,
            why="quyết định chỉ cho nộp hồ sơ phân hạng lại trong một khoảng ngày trước khi giấy chứng nhận hết hạn",
            cite=case.ruleset.decision.cite,
        )


def check_first_result(case: Case) -> Iterator[Finding]:
    """W023: a product is to be raised or ranked again, and no result says that it was ever recognised."""
    kind, stage = case.dossier.registration.kind, case.stage
    if kind is RegistrationKind.FIRST or not (stage.before_filing or stage.at_commune):
        return
    if case.dossier.recognition is None:
        yield case.find(
            "W023",
            ("registration", "kind"),
            f"Đăng ký “{word(kind)}” nhưng chưa ghi kết quả đã được công nhận",
            "ghi kết quả phân hạng trước đây (ngày, hạng sao, quyết định, giấy chứng nhận), hoặc sửa lần đăng ký",
            severity=Severity.ERROR if stage.at_commune else Severity.WARNING,
            why="phải biết hạng sao và giấy chứng nhận đang có",
            asks=("registration.kind",),
        )


LAWFUL = (check_transition, check_filing_time, check_first_result)
