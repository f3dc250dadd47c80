"""What the law forbids or sets a time for, whatever the papers: every verb that takes a dossier on asks this first."""

from collections.abc import Iterator

from ocop_cli.evaluation.case import Case
from ocop_cli.findings import Finding
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


LAWFUL = (check_transition,)
