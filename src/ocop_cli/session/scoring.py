"""The levels of a score sheet that no fact decides, asked for one after the other."""

from collections.abc import Sequence
from datetime import date

from ocop_cli.dossier.scores import Scorer, ScoreSheet
from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.evaluation.interview import interview
from ocop_cli.evaluation.scoring import Answered, score_dossier
from ocop_cli.evaluation.sheets import SheetKey, filled
from ocop_cli.rules.decision import Ruleset
from ocop_cli.session import Session
from ocop_cli.store.dossiers import DossierFile
from ocop_cli.store.yaml.edit import Edit
from ocop_cli.usecases.score import sheet_edits
from ocop_cli.viet.dates import show_date
from ocop_cli.viet.typed_day import read_act_day

_OPTION = "--scores"


def asked_sheet(session: Session, file: DossierFile, law: Ruleset, sheet: ScoreSheet) -> ScoreSheet:
    """Ask for what neither the facts nor the sheet say; stopping keeps what was answered."""
    score = score_dossier(file.dossier, law, sheet, session.today)
    undecided = [line for line in score.counted if line.answered is not Answered.FACTS and line.levels]
    open_lines = [line for line in undecided if line.option is None or line.review]
    return filled(sheet, interview(open_lines, session.console.ask, session.console.note))


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
    sheet = asked_sheet(session, file, law, before)
    return list(sheet_edits(file.dossier, before, sheet, read_act_day(typed, session.today) or on))
