"""The workbook of a council day: written for its members, read when it comes back."""

from collections.abc import Sequence
from typing import Any

from ocop_cli.dossier.scores import ScoreSheet
from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.evaluation.law import applicable_ruleset
from ocop_cli.evaluation.panel import last_round
from ocop_cli.evaluation.ranking import Ranked
from ocop_cli.session import Session
from ocop_cli.session.council.showing_tables import taken_table, write_table, write_taken
from ocop_cli.store.dossier.find import resolve_id
from ocop_cli.store.foreign.returned_form import ReceivedForm
from ocop_cli.usecases.council.council import Council
from ocop_cli.usecases.council.score_table import (
    SCORE_TABLE,
    Judged,
    dossiers_in,
    score_stamp,
    score_tables,
    take_scores,
)
from ocop_cli.usecases.council.table_taking import table_taking_json, wrong_text


def score_workbook(
    session: Session,
    councils: Sequence[Council],
    number: int | None,
    names: Sequence[str],
    products: Sequence[Ranked],
) -> int:
    """Write the workbook of some dossiers, with what their members have scored.

    Raises ``OcopError`` (misuse) for a name that no scorer may have.
    """
    from ocop_cli.render.table_workbook import table_workbook

    judged = [Judged(council.file, council.panel.ruleset) for council in councils]
    for name in names:
        if why := wrong_text(name, ScoreSheet, "by"):
            raise OcopError(f"--by {name}: {why}.", "Ghi họ tên thành viên.", exit_code=MISUSE)
    turn = number or max(last_round(council.file.dossier) for council in councils)
    content = table_workbook(score_tables(judged, turn, names, products), score_stamp())
    usual = f"documents/{session.today.year}/{session.today.isoformat()}-{SCORE_TABLE}.xlsx"
    write_table(session, usual, content, "lập bảng chấm", "`ocop panel --from TỆP` khi đã điền")
    return 0


def take_score_table(
    session: Session, name: str, received: ReceivedForm, wanted: Sequence[str]
) -> dict[str, Any]:
    """Take in a workbook of scores: shown, confirmed, written. With ``wanted`` only the sheets of these dossiers count."""
    from ocop_cli.store.dossier.dossiers import has_dossier

    meant = [resolve_id(session.sources, each) for each in wanted]
    known = [id_ for id_ in dict.fromkeys(dossiers_in(received.grids)) if has_dossier(session.root, id_)]
    files = [session.dossier(id_) for id_ in known if not meant or id_ in meant]
    laws = {file.id: applicable_ruleset(file.dossier, session.rulebook, session.today) for file in files}
    judged = {file.id: Judged(file, laws[file.id]) for file in files}
    taking = taken_table(
        session, f"{name}: bảng chấm", lambda _: take_scores(judged, received.grids, session.today)
    )
    write_taken(session, taking, "điểm của hội đồng", f"`ocop panel {' '.join(judged)}`")
    return {"file": name, "table": SCORE_TABLE, "dossiers": [*judged], **table_taking_json(taking)}
