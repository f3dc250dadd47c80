"""No official paper prints a word in the place of a fact: what is missing is asked for, left out, or left for the pen."""

import re
from functools import cache
from typing import Any

import pytest

from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.private import PrivateData
from ocop_cli.dossier.producer import Producer
from ocop_cli.lint.report import report_violations
from ocop_cli.render.texts import text_lines
from ocop_cli.store.dossiers import load_dossier, usable_dossiers
from ocop_cli.store.forms import form_ids, load_form
from ocop_cli.store.packaged import load_standard
from ocop_cli.store.sources import Sources
from support.dossiers import make_dossier
from support.every_form import Values, every_form
from support.paths import EXAMPLES
from support.profiles import make_profile
from support.sample_documents import fill

EXAMPLE_IDS = sorted(file.id for file in usable_dossiers(Sources(EXAMPLES)))
FOR_THE_PEN = {"inspection-minutes", "opinion-sheet"}  # numbered or not: filled in on the spot


def _least(part: Any) -> Any:
    """Take out of a dossier everything that its schema lets be absent, deep into its parts."""
    if isinstance(part, list | tuple):
        return [_least(each) for each in part]
    if not hasattr(type(part), "model_fields"):
        return part
    kept = {}
    model = Producer if isinstance(part, Producer) else type(part)  # one with a record is read as its own
    for name, field in model.model_fields.items():
        value = getattr(part, name)
        if field.is_required() or name in {"set", "papers", "materials", "opinions", "results"}:
            kept[field.alias or name] = _least(value)
    return kept


@cache
def filled(dossier_id: str) -> dict[str, Values]:
    """Every form for an example with its facts removed; without an id, for the least dossier there can be."""
    dossier = load_dossier(Sources(EXAMPLES), dossier_id).dossier if dossier_id else make_dossier()
    return every_form(Dossier.model_validate(_least(dossier)), PrivateData(), make_profile())


def test_every_form_is_looked_at() -> None:
    assert set(filled("")) == set(form_ids())


@pytest.mark.parametrize("form", form_ids())
@pytest.mark.parametrize("dossier_id", ["", *EXAMPLE_IDS])
def test_a_form_without_facts_prints_no_filler(dossier_id: str, form: str) -> None:
    document = fill(form, filled(dossier_id)[form])
    violations = report_violations(document, load_standard()).violations
    assert [violation for violation in violations if violation.rule == "OX-06"] == []
    lines = list(text_lines(document))
    told = (
        line.strip("(). ") for line in lines if "chủ thể chưa ghi" not in line
    )  # a count of those who did not say
    assert [line for line in told if line.endswith("chưa ghi")] == []
    if load_form(form).is_numbered and form not in FOR_THE_PEN:
        # Mẫu 03 prints its own place before "(Nam/nữ)"; `evaluate` refuses while that fact is missing.
        assert "……" not in re.sub(r"…+(?= \(Nam/nữ\))", "", "\n".join(lines))
