"""How every table of scores and of the law stands on the page: headings, sides, widths."""

from collections.abc import Callable
from datetime import date

from ocop_cli.dossier.scores import ScoreSheet
from ocop_cli.evaluation.advice import advise
from ocop_cli.evaluation.advice_words import advice_table
from ocop_cli.evaluation.commune import score_commune_contents
from ocop_cli.evaluation.impact import impact_table
from ocop_cli.evaluation.panel import panel_of
from ocop_cli.evaluation.record import evaluation_table
from ocop_cli.evaluation.score_words import differences_table, panel_table, score_table
from ocop_cli.evaluation.scoring import score_dossier
from ocop_cli.evaluation.side_by_side import side_by_side
from ocop_cli.rules import show
from ocop_cli.rules.differ_words import difference_table
from ocop_cli.rules.pick import force
from ocop_cli.store.law.rulebook import load_rulebook
from ocop_cli.tables import Table
from support.decisions import NEW
from support.dossiers import make_dossier
from support.efforts import SEASON, flat

RULEBOOK = load_rulebook()
LAW = force(RULEBOOK, NEW, 14)
SCORE = score_dossier(
    make_dossier(), LAW, ScoreSheet.model_validate({"scorer": "council"}), date(2026, 11, 23)
)
PANEL = panel_of(LAW, [])


def tables() -> list[Table]:
    return [
        score_table(SCORE, "Điểm"),
        score_table(SCORE, "Điểm, giải thích", explain=True),
        panel_table(PANEL, "Nhiều người chấm"),
        differences_table(PANEL),
        side_by_side(SCORE, SCORE, "Hai quyết định"),
        advice_table(advise(SCORE, 3, flat(1, {}), SEASON), SCORE, "Đường lên"),
        impact_table([], "Ảnh hưởng", ("cũ", "mới")),
        evaluation_table(score_commune_contents(make_dossier(), LAW), "Nội dung của xã"),
        difference_table([], "So hai quyết định", ("cũ", "mới")),
        show.decisions_table(RULEBOOK),
        show.sets_table(LAW.decision),
        show.limits_table(LAW.decision),
        show.evidence_table(LAW.decision, LAW.product_set),
        show.criteria_table(LAW.product_set),
    ]


def test_every_table_stands_as_approved(approved: Callable[[str, str], None]) -> None:
    lines = []
    for table in tables():
        lines.append(table.title)
        lines += [f"  {column.heading} | {column.align} | {column.weight}" for column in table.columns]
    approved("table-shapes", "\n".join(lines) + "\n")
