"""Every document that a form of ours makes is without fault of the decree and of practice."""

import pytest

from ocop_cli.lint.report import report_violations
from ocop_cli.store.built_in.packaged import load_standard
from support.sample_documents import NASTY, fill, sample_values

STANDARD = load_standard()
FORMS = sample_values(NASTY)


@pytest.mark.parametrize("form", FORMS)
def test_a_form_makes_documents_without_fault(form: str) -> None:
    violations = report_violations(fill(form, FORMS[form]), STANDARD).violations
    weighty = [f for f in violations if STANDARD.rules[f.rule].severity in "EW"]
    assert weighty == []
