"""Score sheets that cannot stand: a person twice in a round, a criterion twice, copied, another decision's sheet."""

from collections.abc import Iterator

from ocop_cli.dossier.scores import Scorer
from ocop_cli.evaluation.case import Case
from ocop_cli.findings import Finding, Severity
from ocop_cli.viet.text import quoted


def check_one_sheet_each(case: Case) -> Iterator[Finding]:
    """E047: one person has two sheets in one round."""
    first: dict[tuple[Scorer, str | None, int], int] = {}
    for number, sheet in enumerate(case.dossier.scores):
        earlier = first.setdefault((sheet.scorer, sheet.by, sheet.round), number)
        if earlier != number:
            yield case.find(
                "E047",
                ("scores", number),
                f"{sheet.by or 'Người chấm này'} có hai phiếu trong vòng {sheet.round}",
                f"giữ một phiếu; nếu là vòng sau thì chấm lại bằng `ocop score {case.id} --round 2`",
                why="một người tính hai lần làm sai điểm trung bình",
                severity=Severity.WARNING,
                related=(case.place("scores", earlier),),
            )


def check_one_choice_each(case: Case) -> Iterator[Finding]:
    """E045: one sheet answers a criterion twice."""
    for number, sheet in enumerate(case.dossier.scores):
        first: dict[str, int] = {}
        for position, choice in enumerate(sheet.choices):
            earlier = first.setdefault(choice.criterion, position)
            if earlier != position:
                yield case.find(
                    "E045",
                    ("scores", number, "choices", position, "criterion"),
                    f"Tiêu chí {_named(case, choice.criterion)} được chấm hai lần trong một phiếu",
                    "giữ một mức",
                    why="không biết lấy mức nào",
                    severity=Severity.WARNING,
                    related=(case.place("scores", number, "choices", earlier, "criterion"),),
                )


def _named(case: Case, criterion_id: str) -> str:
    """Return a criterion by its number and name; one that the set does not have as it was typed."""
    found = case.ruleset.product_set.criterion(criterion_id) if case.ruleset else None
    return f"{found.code} {found.name}" if found else quoted(criterion_id)


def check_copied_choices(case: Case) -> Iterator[Finding]:
    """E042: choices were copied from another dossier and nobody has looked at them since; told once for a sheet."""
    for number, sheet in enumerate(case.dossier.scores):
        copied = [position for position, choice in enumerate(sheet.choices) if choice.review]
        if copied:
            yield case.find(
                "E042",
                ("scores", number, "choices", copied[0], "review"),
                f"{len(copied)} mức chép từ hồ sơ khác, chưa xem lại",
                f"chấm lại, hoặc xác nhận mọi mức: `ocop score {case.id} --seen`",
                why="hồ sơ chưa nộp được khi còn mức chưa xem lại",
                severity=Severity.WARNING,
            )


def check_sheet_decision(case: Case) -> Iterator[Finding]:
    """E046: a sheet was filled under another decision than the one that holds for the dossier."""
    for number, sheet in enumerate(case.dossier.scores):
        if case.ruleset and sheet.decision and sheet.decision != case.ruleset.decision.id:
            yield case.find(
                "E046",
                ("scores", number, "decision"),
                "Phiếu chấm theo quyết định khác với quyết định áp dụng cho hồ sơ",
                "chấm lại theo quyết định áp dụng cho hồ sơ",
                why="cùng một mã mức có thể mang nghĩa khác ở quyết định khác",
                severity=Severity.WARNING,
                cite=case.ruleset.decision.cite,
            )
