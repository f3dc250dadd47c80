"""Legal grounds have their time in force."""

from datetime import date

import pytest

from ocop_cli.documents.grounds import lapsed_grounds
from ocop_cli.rules.acts import Act, acts_of
from ocop_cli.store.packaged import load_acts
from ocop_cli.store.rulebook import load_rulebook

ACT = Act("9/2031/QĐ-VD", date(2031, 2, 1), date(2032, 1, 31))
CITED = ["Căn cứ Quyết định số 9/2031/QĐ-VD ngày 01 tháng 02 năm 2031 của Cơ quan ví dụ;"]


@pytest.mark.parametrize(
    ("on", "told"),
    [
        (date(2031, 1, 31), True),
        (date(2031, 2, 1), False),
        (date(2032, 1, 31), False),
        (date(2032, 2, 1), True),
    ],
)
def test_a_ground_out_of_force_is_told(on: date, told: bool) -> None:
    found = lapsed_grounds(CITED, [ACT], on, "vb.docx")
    assert [finding.code for finding in found] == (["F307"] if told else [])


def test_what_is_not_cited_is_not_told() -> None:
    assert lapsed_grounds(["Căn cứ Luật Ví dụ;"], [ACT], date(2040, 1, 1), "vb.docx") == []


def test_an_act_without_an_end_never_lapses() -> None:
    assert lapsed_grounds(CITED, [Act(ACT.number, ACT.first, None)], date(2090, 1, 1), "vb.docx") == []


def test_the_decisions_on_criteria_bring_their_own_days() -> None:
    acts = {act.number: act for act in acts_of(load_rulebook())}
    assert acts["148/QĐ-TTg"].last is not None
    assert acts["1489/QĐ-TTg"].first == date(2025, 7, 6)
    assert acts["26/2026/QĐ-TTg"].last is None
    assert {act.number for act in load_acts()} & set(acts) == set()
