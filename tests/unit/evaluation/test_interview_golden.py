"""Every question of an interview as it is asked, with the evidence that the decision asks for."""

from collections.abc import Callable
from datetime import date

from ocop_cli.dossier.scores import ScoreSheet
from ocop_cli.evaluation.interview import interview
from ocop_cli.evaluation.law import applicable_ruleset
from ocop_cli.evaluation.scoring import score_dossier
from ocop_cli.store.dossiers import load_dossier
from ocop_cli.store.rulebook import load_rulebook
from ocop_cli.store.sources import Sources
from support.paths import EXAMPLES

TODAY = date(2026, 11, 23)
REPLIES = ["9", "1", "lùi", "2", "", "bỏ qua", "a", "khong co", "3", "2", "dừng"]


def test_the_questions_read_as_approved(approved: Callable[[str, str], None]) -> None:
    dossier = load_dossier(Sources(EXAMPLES), "ca-phe").dossier
    law = applicable_ruleset(dossier, load_rulebook(), TODAY)
    empty = ScoreSheet.model_validate({"scorer": "self"})
    lines = [line for line in score_dossier(dossier, law, empty, TODAY).counted if line.option is None]
    told: list[str] = []
    replies = iter([*REPLIES, *[""] * len(lines)])

    def ask(question: str) -> str:
        reply = next(replies)
        told.append(f"{question} > {reply}")
        return reply

    answers = interview(lines, ask, told.append)
    told += [f"= {criterion}: {answer.option}" for criterion, answer in answers.items()]
    approved("interview", "\n".join(told) + "\n")
