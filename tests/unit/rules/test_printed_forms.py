"""The forms that a decision prints, as data: every place, field, box and paper that they name exists."""

from collections.abc import Iterator
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.private import PrivateData
from ocop_cli.dossier.vocabulary import IntellectualRight
from ocop_cli.rules.printed_form import PrintedForm, segments
from ocop_cli.store.law.rulebook import load_rulebook

BOOK = load_rulebook()
FORMS = [(text, form) for text in BOOK.texts for form in text.procedure.forms]
NAMES = [f"{text.id}/{text.text_from}/{form.id}" for text, form in FORMS]
ROOTS: dict[str, type[BaseModel]] = {"private": PrivateData}


def places_of(form: PrintedForm) -> Iterator[str]:
    for line in form.lines:
        yield from (piece.place for words in line.words for piece in segments(words) if piece.place)


def boxes_of(form: PrintedForm) -> list[str]:
    return [p.box for line in form.lines for words in line.words for p in segments(words) if p.box]


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    """The models that a field may hold: itself, one of a union, the items of a tuple."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from _models(inner)


def exists(path: str) -> bool:
    first, *rest = path.split(".")
    held: list[type[BaseModel]] = [ROOTS[first]] if first in ROOTS else [Dossier]
    for name in rest if first in ROOTS else (first, *rest):
        owner = next((model for model in held if name in model.model_fields), None)
        if owner is None:
            return False
        held = list(_models(owner.model_fields[name].annotation))
    return True


@pytest.mark.parametrize(("text", "form"), FORMS, ids=NAMES)
def test_every_form_has_its_lines(text: Any, form: PrintedForm) -> None:
    assert form.labels
    assert bool(form.like) is bool(form.like_note)


@pytest.mark.parametrize(("text", "form"), FORMS, ids=NAMES)
def test_every_place_is_filled_by_fields_that_exist(text: Any, form: PrintedForm) -> None:
    assert {place for place, _ in form.filled} <= {
        *places_of(form),
        *(line.of for line in form.lines),
        "criteria",
    }
    named = {path for _, paths in form.filled for path in paths} | {box.field for box in form.boxes} - {""}
    written = {path for path in named if path != "submission.product_code"}  # kept by the act of sending
    assert [path for path in sorted(written) if not exists(path)] == []


@pytest.mark.parametrize(("text", "form"), FORMS, ids=NAMES)
def test_every_box_on_the_form_is_one_that_the_data_explain(text: Any, form: PrintedForm) -> None:
    assert boxes_of(form) == [box.id for box in form.boxes]
    assert all(box.field or box.papers for box in form.boxes)
    assert {box.right for box in form.boxes} - {""} <= set(IntellectualRight)


def test_the_self_assessment_has_a_box_for_every_right_and_fifteen_kinds_of_evidence() -> None:
    form = BOOK.texts[-1].procedure.form("self_assessment")
    assert form is not None
    assert {box.right for box in form.boxes} - {""} == set(IntellectualRight)
    (table,) = (line for line in form.lines if line.kind == "table")
    assert len(table.rows) == 15
    assert "đóng bảo hiểm" in table.rows[4].cells[1]


@pytest.mark.parametrize("form_id", ["registration", "self_assessment", "evaluation_report", "score_sheet"])
def test_no_form_has_an_addressee(form_id: str) -> None:
    form = BOOK.texts[-1].procedure.form(form_id)
    assert form is not None
    assert [label for label in form.labels if "kính gửi" in label.lower()] == []
