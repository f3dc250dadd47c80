"""The interview of ``ocop score``: every question of every product set, walked back, left and taken up."""

import re
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest

from ocop_cli.app import run
from ocop_cli.console import plain_table
from ocop_cli.dossier.scores import ScoreSheet
from ocop_cli.errors import OcopError
from ocop_cli.evaluation.option_answer import read_level
from ocop_cli.evaluation.score import ScoreLine
from ocop_cli.evaluation.score_words import score_table
from ocop_cli.evaluation.scoring import score_dossier
from ocop_cli.evaluation.sheets import filled, read_answers
from ocop_cli.rules.criterion import Criterion, Option
from ocop_cli.rules.decision import Ruleset
from ocop_cli.rules.pick import force
from ocop_cli.session import Session
from ocop_cli.session.evaluation.scoring import ask_levels
from ocop_cli.session.given import GlobalOptions
from ocop_cli.store.dossier.dossiers import load_dossier
from ocop_cli.store.law.rulebook import load_rulebook
from ocop_cli.store.reading.sources import Sources
from support.decisions import NEW, OLD
from support.dossiers import make_dossier
from support.terminal import Terminal

BOOK = load_rulebook()
LAWS = [force(BOOK, decision, number) for decision in (OLD, NEW) for number in range(1, 27)]
EVERY_SET = pytest.mark.parametrize(
    "law", LAWS, ids=lambda law: f"{law.decision.id}-{law.product_set.number}"
)
TODAY = date(2026, 11, 23)
MEMBER = ScoreSheet.model_validate({"scorer": "council", "by": "A"})
Play = Callable[..., int]


class Typing(Terminal):
    """Somebody at a terminal whose typing is seen on the screen."""

    def readline(self, size: int = -1, /) -> str:  # type: ignore[override]  # as StringIO has it
        line = super().readline(size)
        sys.stderr.write(line)
        return line


@pytest.fixture
def play(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> Play:
    """Run a command line and type the answers, one a line."""
    monkeypatch.chdir(workspace)
    monkeypatch.setenv("OCOP_AS_OF", "2026-11-23")

    def typed(words: list[str], *answers: str) -> int:
        monkeypatch.setattr(sys, "stdin", Typing("".join(f"{line}\n" for line in answers)))
        return run(words)

    return typed


def chosen(workspace: Path, scorer: str = "commune") -> dict[str, str]:
    """Return the levels on the sheet of the coffee."""
    sheets = load_dossier(Sources(workspace), "ca-phe").dossier.scores
    return {c.criterion: c.option for s in sheets if s.scorer == scorer for c in s.choices}


SCORE = ["score", "ca-phe", "--scorer", "commune"]


def test_the_questions_read_as_approved(
    workspace: Path,
    play: Play,
    capsys: pytest.CaptureFixture[str],
    approved: Callable[[str, str], None],
) -> None:
    said = ("9", "1", "lùi", "2", "", "bỏ qua", "a", "3", "đạt", "có hồ sơ, thủ tục", "chưa có", "dừng")
    assert play(SCORE, *said) == 0
    approved("score-interview", capsys.readouterr().err)
    assert [*chosen(workspace).values()] == ["simple", "contracts_over_75", "legal_papers"]


def test_who_stops_finds_the_answers_on_the_sheet_and_is_asked_for_the_rest(
    workspace: Path, play: Play, capsys: pytest.CaptureFixture[str]
) -> None:
    assert play(SCORE, "2", "dừng") == 0
    assert "Mức của 1b" in capsys.readouterr().err
    assert play(SCORE, "2", "dừng") == 0
    asked = capsys.readouterr().err
    assert "Bản đang dở" not in asked
    assert "Mức của 1b" not in asked
    assert len(chosen(workspace)) == 2


def test_who_stops_at_a_practice_goes_on_with_it_later(
    workspace: Path, play: Play, capsys: pytest.CaptureFixture[str]
) -> None:
    assert play([*SCORE, "--practice"], "2", "dừng") == 130
    assert "Các câu trả lời được giữ" in capsys.readouterr().err
    assert play([*SCORE, "--practice"], "có", "", "dừng") == 130
    assert "Mức của 1b (Enter: chưa có): Chế biến đơn giản\n" in capsys.readouterr().err
    assert chosen(workspace) == {}


def test_a_level_is_taken_back_where_somebody_goes_back(workspace: Path, play: Play) -> None:
    assert play(SCORE, "2", "lùi", "chưa có", "dừng") == 0
    assert chosen(workspace) == {}


def ids_in(text: str, criteria: Sequence[Criterion]) -> set[str]:
    """Return the ids of criteria and levels that stand in a text and are no words of the decision."""
    words = " ".join(f"{c.name} {c.note} {' '.join(o.named for o in c.levels)}" for c in criteria)
    ids = {c.id for c in criteria} | {o.id for c in criteria for o in c.levels}
    return {each for each in ids - set(re.findall(r"\w+", words)) if re.search(rf"\b{each}\b", text)}


def lines_of(law: Ruleset) -> tuple[ScoreLine, ...]:
    dossier = make_dossier(product={"set": str(law.product_set.number)})
    return score_dossier(dossier, law, MEMBER, TODAY).lines


def options(law: Ruleset) -> list[tuple[Criterion, Option]]:
    return [(criterion, option) for criterion in law.product_set.criteria for option in criterion.levels]


@EVERY_SET
def test_no_question_of_any_set_shows_an_id_and_every_level_is_meant_by_its_words(
    law: Ruleset, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = lines_of(law)
    said = {line.criterion.id: line.levels[-1] for line in lines}
    session = Session(GlobalOptions(), run_line=run)
    monkeypatch.setattr(sys, "stdin", Typing("".join(f"zzz\n{o.named}\n" for o in said.values())))
    monkeypatch.setattr("ocop_cli.session.questions.asking.kept_before", lambda _: [])
    answers = ask_levels(session, lines, is_kept=True)
    assert {c: answer.option for c, answer in answers.items()} == {c: o.id for c, o in said.items()}
    screen = capsys.readouterr().err
    assert screen.count("Không có lựa chọn “zzz”") == len(lines)
    assert not ids_in(screen, law.product_set.criteria)


@EVERY_SET
def test_no_sheet_or_refusal_of_any_set_shows_an_id(law: Ruleset) -> None:
    dossier = make_dossier(product={"set": str(law.product_set.number)})
    lowest = {c.id: read_answers(law.product_set, [f"{c.name}={c.levels[0].named}"], [], [])[c.id]
              for c in law.product_set.criteria}  # fmt: skip
    for sheet in (MEMBER, filled(MEMBER, lowest)):
        shown = score_dossier(dossier, law, sheet, TODAY)
        text = plain_table(score_table(shown, "", explain=True))
        assert not ids_in(text, law.product_set.criteria)
    for criterion in law.product_set.criteria:
        with pytest.raises(OcopError) as refused:
            read_level(criterion, "zzz")
        assert not ids_in(f"{refused.value.message} {refused.value.hint}", law.product_set.criteria)


@EVERY_SET
def test_codes_and_words_name_one_criterion_and_one_level(law: Ruleset) -> None:
    for criterion, option in options(law):
        for name in (criterion.code, criterion.name):
            assert [*read_answers(law.product_set, [f"{name}={option.named}"], [], [])] == [criterion.id]
        assert read_level(criterion, option.named) is option
