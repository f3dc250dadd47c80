"""The text of every sample document, line by line, as it was last read and approved.

A wanted change: run ``pytest`` with ``OCOP_APPROVE=1``, then read the difference in git.
"""

import os
from pathlib import Path

import pytest
from sample_documents import TODAY, fill, sample_values
from test_dossier_papers import MAKERS, _case

from ocop_cli.documents.criteria_sheet import blank_sheet_values
from ocop_cli.render.texts import text_lines
from ocop_cli.rules.pick import force
from ocop_cli.store.forms import form_ids, load_form
from ocop_cli.store.rulebook import load_rulebook

GOLDEN = Path(__file__).parent / "golden"
LAW = force(load_rulebook(), "26-2026", 14)
SAMPLES = {
    **sample_values("Ớt rừng muối Mẫu"),
    **{form: make(_case(), load_form(form)) for form, make in MAKERS.items()},
    "criteria-sheet": blank_sheet_values(LAW, _case().profile, load_form("criteria-sheet"), TODAY),
}


@pytest.mark.parametrize("form", SAMPLES)
def test_a_document_reads_as_approved(form: str) -> None:
    text = "\n".join(text_lines(fill(form, SAMPLES[form]))) + "\n"
    golden = GOLDEN / f"{form}.txt"
    if os.environ.get("OCOP_APPROVE"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


def test_every_golden_text_is_of_a_form() -> None:
    assert {path.stem for path in GOLDEN.glob("*.txt")} == set(SAMPLES) <= set(form_ids())
