"""The product code follows the scheme of the decision."""

import pytest

from ocop_cli.errors import OcopError
from ocop_cli.rules.pick import force_decision
from ocop_cli.store.law.rulebook import load_rulebook
from ocop_cli.viet.dates import parse_date
from ocop_cli.workflow.submission import product_code
from support.profiles import make_profile


def test_a_scheme_with_districts_is_refused() -> None:
    decision = force_decision(load_rulebook(), "148-2023", parse_date("2024-05-01"))
    with pytest.raises(OcopError, match="không còn huyện"):
        product_code(decision.procedure, make_profile(), 1, 2024)


def test_the_scheme_of_today_names_province_and_commune() -> None:
    decision = force_decision(load_rulebook(), "26-2026", parse_date("2026-11-01"))
    assert product_code(decision.procedure, make_profile(), 1, 2026) == "51-23356-01-2026"
