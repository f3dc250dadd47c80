"""The worked cases beside the law's data: a jurist reads them, the program has to agree."""

from decimal import Decimal
from importlib.resources import files
from typing import Any

import pytest
import yaml

from ocop_cli.evaluation.star import Tally
from ocop_cli.rules.pick import force
from ocop_cli.store.law.rulebook import load_rulebook

RULEBOOK = load_rulebook()
GROUPS = ("food", "drink", "herbal", "craft", "ornamental", "tourism")


def cases() -> list[tuple[str, str, dict[str, Any]]]:
    found = []
    for decision in RULEBOOK.decision_ids:
        folder = files("ocop_cli.rules") / "data" / decision / "cases"
        for group in sorted(GROUPS):
            text = yaml.safe_load((folder / f"{group}.yaml").read_text(encoding="utf-8"))
            found += [(decision, group, case) for case in text["cases"]]
    return found


CASES = cases()


@pytest.mark.parametrize(("decision", "group", "case"), CASES, ids=lambda v: v["name"] if isinstance(v, dict) else v)  # fmt: skip
def test_a_case_comes_out_as_worked(decision: str, group: str, case: dict[str, Any]) -> None:
    law = force(RULEBOOK, decision, case["set"])
    assert law.product_set.product_group.id == group
    chosen = {}
    for criterion_id, (option_id, points) in case["choices"].items():
        criterion = law.product_set.criterion(criterion_id)
        assert criterion is not None
        option = criterion.option(option_id)
        assert option is not None
        assert option.points == Decimal(str(points)), criterion_id
        chosen[criterion_id] = option
    tally = Tally(law, chosen)
    assert tally.is_complete
    assert tally.points == case["points"]
    assert {p: int(tally.part_points(p)) for p in case["parts"]} == case["parts"]
    assert tally.star_of_points == case["star_of_points"]
    assert tally.star_of_minima == case["star_of_minima"]
    assert tally.star == case["star"]
    missed = tally.gates(case["star_of_minima"] + 1)
    assert [gate.criterion.id for gate in missed if not gate.is_met] == case["missed"]


@pytest.mark.parametrize("decision", RULEBOOK.decision_ids)
@pytest.mark.parametrize("group", GROUPS)
def test_every_group_has_three_cases_and_one_that_a_minimum_decides(decision: str, group: str) -> None:
    own = [case for of, in_group, case in CASES if (of, in_group) == (decision, group)]
    assert len(own) >= 3
    assert any(case["star_of_minima"] < case["star_of_points"] for case in own)


@pytest.mark.parametrize("decision", RULEBOOK.decision_ids)
def test_totals_beside_every_bound_are_worked(decision: str) -> None:
    totals = {case["points"] for of, _, case in CASES if of == decision}
    assert {49, 50, 69, 70, 89, 90} <= totals
