"""The levels of a score sheet that no fact decides, asked for one after the other."""

from collections.abc import Sequence
from datetime import date

from ocop_cli.dossier.scores import Scorer, ScoreSheet
from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.evaluation.level_question import level_question
from ocop_cli.evaluation.score import Answered, ScoreLine
from ocop_cli.evaluation.scoring import score_dossier
from ocop_cli.evaluation.sheets import Answer, SheetKey, filled
from ocop_cli.rules.decision import Ruleset
from ocop_cli.session import Session
from ocop_cli.session.questions.asking import Question, answer_to
from ocop_cli.store.dossier.dossiers import DossierFile
from ocop_cli.store.yaml.edit import Edit
from ocop_cli.usecases.council.score import sheet_edits
from ocop_cli.viet.dates import show_date
from ocop_cli.viet.text import fold
from ocop_cli.viet.typed_day import read_act_day

_OPTION = "--scores"


def asked_sheet(
    session: Session, file: DossierFile, law: Ruleset, sheet: ScoreSheet, *, is_kept: bool
) -> ScoreSheet:
    """Ask for what neither the facts nor the sheet say.

    A sheet is filled in sittings: where it ``is_kept``, who stops keeps on it what was answered; else the verb stops
    too, and the answers wait for its next run.
    """
    score = score_dossier(file.dossier, law, sheet, session.today)
    undecided = [line for line in score.counted if line.answered is not Answered.FACTS and line.levels]
    open_lines = [line for line in undecided if line.option is None or line.review]
    return filled(sheet, ask_levels(session, open_lines, is_kept=is_kept))


def ask_levels(session: Session, lines: Sequence[ScoreLine], *, is_kept: bool) -> dict[str, Answer]:
    """Ask for the level of each line and return what was answered, by the id of the criterion."""
    answers: dict[str, Answer] = {}
    for number, line in enumerate(lines, 1):
        asked = level_question(line, number, len(lines))
        question = Question(
            asked.words, "--set", "", asked.choices, optional=True, notes=asked.notes, beside=asked.beside
        )
        try:
            level = answer_to(session, question)
        except KeyboardInterrupt:
            if not is_kept:
                raise
            break
        if level:
            answers[line.criterion.id] = Answer(level)
    return answers


def copied_self_scores(session: Session, file: DossierFile, law: Ruleset, on: date) -> Sequence[Edit]:
    """Ask for the day and the levels of the report in which the producer scored itself; return the edits that write them.

    ``on`` is the day that counts where none is typed. Raises ``OcopError`` (misuse) where nobody can be asked.
    """
    if not session.can_ask:
        hint = (
            f"Nhận hồ sơ không kèm {_OPTION}, rồi ghi mức tự chấm: `ocop score {file.id} --set TIÊU_CHÍ=MỨC`."
        )
        raise OcopError(f"{_OPTION} cần người trả lời.", hint, exit_code=MISUSE)
    typed = session.ask(
        "Ngày chủ thể tự chấm",
        option=_OPTION,
        default=show_date(on),
        check=lambda text: read_act_day(text, session.today, _OPTION),
    )
    before = SheetKey(Scorer.SELF, None, 1).sheet_in(file.dossier, law.decision.id)
    sheet = asked_sheet(session, file, law, before, is_kept=True)
    return list(sheet_edits(file.dossier, before, sheet, read_act_day(typed, session.today) or on))


def tell_own_product(session: Session, file: DossierFile, key: SheetKey) -> None:
    """Say that a member of the council bears the name of the producer's representative."""
    person = file.dossier.producer.representative
    if key.scorer is Scorer.COUNCIL and person and fold(key.by or "") == fold(person.name):
        session.console.note(
            f"{key.by} trùng tên người đại diện của {file.dossier.producer.name}; "
            "thành viên không chấm sản phẩm của mình thì thêm --abstain."
        )
