"""What a year's own file changes in the plan, and what it may not say."""

import pytest

from ocop_cli.errors import OcopError
from ocop_cli.programme.activity import months_words
from ocop_cli.programme.budget import BudgetLine, budget_words, read_budget
from ocop_cli.programme.plan import YearPlan, misplaced
from ocop_cli.store.built_in.packaged import load_standing


def _faults(**given: object) -> list[str]:
    plan = YearPlan.model_validate({"schema": "ocop/plan@1", "year": "2026", **given})
    return ["/".join(map(str, f.place.field)) for f in misplaced(plan, load_standing(), 2026, "2026.yaml")]


def test_only_the_year_must_be_given() -> None:
    assert _faults() == []


def test_what_has_no_place_in_the_plan_is_told() -> None:
    assert _faults(year="2025") == ["year"]
    assert _faults(activities=[{"section": "III.3c"}, {"section": "III.9"}]) == ["activities/1/section"]
    assert _faults(activities=[{"section": "V.1"}]) == ["activities/0/section"]
    assert _faults(duties=[{"id": "V.5.3", "text": "Mở chợ."}, {"id": "V.9", "text": "Thêm."}]) == [
        "duties/1/id"
    ]


def test_months_are_written_in_order_and_once() -> None:
    assert months_words((10,), 2026) == "Tháng 10 năm 2026"
    assert months_words((10, 3, 3), 2026) == "Các tháng 3, 10 năm 2026"


def test_money_that_is_not_allotted_is_said_to_be_so() -> None:
    line = BudgetLine.model_validate(
        {"source": "Ngân sách xã", "amount_vnd": "20.000.000", "use": "tập huấn"}
    )
    assert budget_words(line) == "Ngân sách xã: 20.000.000 đồng, chi cho tập huấn"
    assert budget_words(BudgetLine(source="Nguồn khác")) == "Nguồn khác: chưa được giao số tiền"


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("Ngân sách xã: 20 triệu", "Ngân sách xã: 20.000.000 đồng"),
        ("Ngân sách xã: 1,5 tỷ; in tờ rơi, dựng pa nô", "Ngân sách xã: 1.500.000.000 đồng, chi cho in tờ rơi, dựng pa nô"),
        ("Ngân sách tỉnh: hội chợ, trưng bày", "Ngân sách tỉnh: chưa được giao số tiền, chi cho hội chợ, trưng bày"),
        ("Nguồn khác: chưa được giao số tiền, chi cho tập huấn", "Nguồn khác: chưa được giao số tiền, chi cho tập huấn"),
        ("Nguồn khác", "Nguồn khác: chưa được giao số tiền"),
    ],
)  # fmt: skip
def test_a_line_of_the_budget_is_read_as_it_is_said_and_as_it_is_printed(said: str, words: str) -> None:
    assert budget_words(read_budget(said)) == words
    assert budget_words(read_budget(words)) == words


@pytest.mark.parametrize(
    "said", ["", ": 20 triệu", "Xã:", "Xã 20 triệu", "Xã: 20 trịu, hội chợ", "Xã: 1,5 đồng"]
)
def test_a_line_of_the_budget_that_is_not_clear_is_refused(said: str) -> None:
    with pytest.raises(OcopError, match="Chưa hiểu dòng kinh phí"):
        read_budget(said)
