"""The text of every sample document, line by line, as it was last read and approved."""

from collections.abc import Callable
from pathlib import Path

import pytest

from ocop_cli.documents.full_score_sheet import blank_sheet_values
from ocop_cli.render.texts import text_lines
from ocop_cli.rules.pick import force
from ocop_cli.store.law.rulebook import load_rulebook
from ocop_cli.store.papers.forms import form_ids, load_form
from support.sample_cases import MAKERS, PROFILE, document_case
from support.sample_documents import TODAY, fill, sample_values

GOLDEN = Path(__file__).parent / "golden"
LAW = force(load_rulebook(), "26-2026", 14)
SAMPLES = {
    **sample_values("Ớt rừng muối Mẫu"),
    **{form: make(document_case(), PROFILE, load_form(form)) for form, make in MAKERS.items()},
    "full-score-sheet": blank_sheet_values(LAW, PROFILE, load_form("full-score-sheet"), TODAY),
}


@pytest.mark.parametrize("form", SAMPLES)
def test_a_document_reads_as_approved(form: str, approved: Callable[[str, str], None]) -> None:
    approved(form, "\n".join(text_lines(fill(form, SAMPLES[form]))) + "\n")


def test_every_golden_text_is_of_a_form() -> None:
    assert {path.stem for path in GOLDEN.glob("*.txt")} == set(SAMPLES) <= set(form_ids())
