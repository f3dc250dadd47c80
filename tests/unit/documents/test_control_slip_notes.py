"""What the control slip notes of each move: words that mean something on paper, no path of a file."""

from datetime import date

import pytest

from ocop_cli.documents.reception import control_slip_values
from ocop_cli.evaluation.case import Case
from ocop_cli.rules.pick import force
from ocop_cli.store.built_in.packaged import load_cycle
from ocop_cli.store.law.rulebook import load_rulebook
from ocop_cli.store.papers.forms import load_form
from support.decisions import NEW
from support.dossiers import make_dossier
from support.profiles import make_profile


@pytest.mark.parametrize(
    ("document", "note"),
    [
        ("documents/2026/sam-day-lan-2-evaluation-report.docx", "Kèm báo cáo đánh giá."),
        ("packages/ocop-23356-2026-01-2.zip", "Kèm bộ hồ sơ đề nghị cấp tỉnh."),
        ("documents/2026/khac.docx", ""),
        ("Công văn số 5/SNNMT-PTNT ngày 02/12/2026", "Công văn số 5/SNNMT-PTNT ngày 02/12/2026."),
    ],
)
def test_a_paper_of_a_move_is_named_in_words(document: str, note: str) -> None:
    dossier = make_dossier(history=[{"stage": "received", "on": "2026-06-01", "document": document}])
    law = force(load_rulebook(), NEW, 14)
    case = Case("dossiers/mau.yaml", dossier, law, date(2026, 11, 23), stages=load_cycle().stages)
    values = control_slip_values(case, make_profile(), load_form("control-slip"))
    assert values["items"][0]["note"] == note
