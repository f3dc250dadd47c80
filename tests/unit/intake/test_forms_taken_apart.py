"""Forms whose tables a program or a person took apart say what they said before, and nothing is dropped in silence."""

import io
from collections.abc import Callable
from typing import Any

import pytest
from docx import Document

from ocop_cli.intake.filled import Filled
from ocop_cli.intake.layout import Layout
from ocop_cli.intake.returned import Returned
from ocop_cli.render.form_word import word_form
from ocop_cli.store.foreign.returned_form import read_returned
from ocop_cli.usecases.forms.take_form import returned_of
from ocop_cli.usecases.forms.which_form import meant_form
from support.forms import all_layouts

FORM = "phieu-y-tuong"
SAID = {
    "product.name": "Trà gừng Mẫu",
    "product.description": "Trà gừng sấy khô.\nTúi lọc: 20 gói.",
    "producer.name": "HTX Trà Mẫu",
    "producer.representative.name": "Y Gừng Mẫu",
    "producer.representative.title": "Giám đốc",
    "producer.address": "Thôn Một, xã Mẫu",
    "private.phone": "0900 000 012",
    "idea.narrative": "Gừng nhà trồng.\nSấy bằng nắng.",
}
"""What the producer says; the other questions stay open."""


@pytest.fixture(scope="module")
def layouts() -> dict[str, Layout]:
    return all_layouts()


def form_of(layouts: dict[str, Layout]) -> Filled:
    ticked = {line.path: next(iter(line.boxes)) for line in layouts[FORM].lines if line.boxes}
    values = {**SAID, **ticked}
    return Filled(layouts[FORM], "", "", "UBND xã Mẫu", "0", values, {})


def labelled(word: Any) -> list[tuple[str, str, list[str]]]:
    """Return label, hint and the lines of the answer of each row, and take the tables away."""
    rows = []
    for table in word.tables:
        for row in table.rows:
            label, _, hint = row.cells[0].text.partition("\n")
            rows.append((label, hint, row.cells[1].text.split("\n")))
        table._element.getparent().remove(table._element)
    return rows


def as_lines(sign: str, *, hints: bool = False) -> Callable[[Any], None]:
    def change(word: Any) -> None:
        for label, hint, lines in labelled(word):
            first, rest = (label, lines) if sign == "\n" else (f"{label}{sign}{lines[0]}", lines[1:])
            for text in (first, *([hint] if hints and hint else []), *rest):
                word.add_paragraph(text)
            word.add_paragraph("")

    return change


def as_one_column(word: Any) -> None:
    rows, table = labelled(word), word.add_table(0, 1)
    for label, hint, lines in rows:
        table.add_row().cells[0].text = f"{label}\n{hint}"
        table.add_row().cells[0].text = "\n".join(lines)


def framed(word: Any) -> None:
    for table in word.tables:
        for row in table.rows:
            text = row.cells[1].text
            for paragraph in row.cells[1].paragraphs[1:]:
                paragraph._element.getparent().remove(paragraph._element)
            row.cells[1].paragraphs[0].clear()
            row.cells[1].add_table(1, 1).cell(0, 0).text = text


CHANGES: dict[str, Callable[[Any], None]] = {
    "as it was": lambda word: None,
    "label: answer": as_lines(": "),
    "label, tab, answer": as_lines("\t"),
    "the answer under label and hint": as_lines("\n", hints=True),
    "one column": as_one_column,
    "a frame around each answer": framed,
}


def came_back(content: bytes, change: Callable[[Any], object], form: Filled) -> Returned:
    word: Any = Document(io.BytesIO(content))
    change(word)
    stream = io.BytesIO()
    word.save(stream)
    received = read_returned(stream.getvalue())
    stamp = meant_form(received._replace(stamp=None), {FORM: form.layout})
    return returned_of(received, form, stamp)


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_form_taken_apart_says_what_it_said(
    layouts: dict[str, Layout], change: Callable[[Any], None]
) -> None:
    form = form_of(layouts)
    found = came_back(word_form(form), change, form)
    assert {path: answer.text for path, answer in found.answers.items() if answer.text} == dict(form.values)
    assert not any(answer.doubt for answer in found.answers.values())
    assert found.strange == ()
    assert found.lost == ()


def test_a_letter_around_the_lines_is_told_and_in_no_answer(layouts: dict[str, Layout]) -> None:
    form = form_of(layouts)

    def change(word: Any) -> None:
        as_lines(": ")(word)
        word.paragraphs[0].insert_paragraph_before("Kính gửi UBND xã.")
        word.add_paragraph("Mong xã xem xét.")

    found = came_back(word_form(form), change, form)
    assert [answer.text for answer in found.strange] == ["Kính gửi UBND xã.", "Mong xã xem xét."]
    assert {path: answer.text for path, answer in found.answers.items() if answer.text} == dict(form.values)


def test_a_line_goes_on_only_where_its_question_takes_several(layouts: dict[str, Layout]) -> None:
    form = form_of(layouts)

    def change(word: Any) -> None:
        labelled(word)
        for text in (
            "Tên sản phẩm: Trà gừng Mẫu",
            "Làm từ gừng nhà trồng",
            "Nhu cầu hỗ trợ: Máy sấy",
            "và tem",
        ):
            word.add_paragraph(text)

    word: Any = Document(io.BytesIO(word_form(form)))
    change(word)
    stream = io.BytesIO()
    word.save(stream)
    received = read_returned(stream.getvalue())
    assert received.stamp
    found = returned_of(received, form, received.stamp)
    said = {path: answer.text for path, answer in found.answers.items()}
    assert said == {"product.name": "Trà gừng Mẫu", "idea.needs": "Máy sấy\nvà tem"}
    assert [answer.text for answer in found.strange] == ["Làm từ gừng nhà trồng"]
