"""May the commune receive this dossier? What it lacks to be complete, and whether a returned one was changed at all."""

from collections.abc import Iterator

from ocop_cli.checks.completeness import find_incomplete
from ocop_cli.checks.evidence import check_pages
from ocop_cli.checks.lawful import check_first_result
from ocop_cli.dossier.vocabulary import MoveKind
from ocop_cli.evaluation.case import Case
from ocop_cli.evaluation.facts_hash import whole_hash
from ocop_cli.findings import Finding, Severity
from ocop_cli.viet.dates import show_date


def find_unreceivable(case: Case, note: str | None = None) -> list[Finding]:
    """Return why the commune does not receive a dossier on the day of the case.

    A ``note`` says why a dossier that was returned is received as it stands: its reason may have been wrong.
    """
    again = (found._replace(severity=Severity.ERROR) for found in check_first_result(case))
    return [*find_incomplete(case), *check_pages(case), *again, *(() if note else _unchanged(case))]


def _unchanged(case: Case) -> Iterator[Finding]:
    """W024: nothing in the dossier has changed since it was returned under the law that still holds."""
    moves = case.dossier.moves
    returned = next((move for move in reversed(moves) if move.kind is MoveKind.RETURN), None)
    if returned is None or returned.facts != whole_hash(case.dossier):
        return
    received = [move.on for move in moves if case.stages[move.stage].filing] if case.stages else []
    if received and received[-1] < case.law.decision.text_from:
        return  # it was returned because of a change of law: another decision judges it now
    place = len(case.dossier.history) - 1 - list(reversed(case.dossier.history)).index(returned)
    yield case.find(
        "W024",
        ("history", place),
        f"Hồ sơ chưa đổi gì từ khi trả lại ngày {show_date(returned.on)}: {'; '.join(returned.reasons)}",
        "sửa hồ sơ theo lý do trả lại; nếu vẫn nhận như cũ thì ghi lý do bằng --note",
        why="hồ sơ nhận lại nguyên như cũ sẽ bị trả lại lần nữa",
    )
