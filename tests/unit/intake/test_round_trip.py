"""What goes into a form comes back from it, whichever medium it is in; every field of every form."""

import re
from random import Random

import pytest

from ocop_cli.ooxml.package import open_package
from ocop_cli.ooxml.zip import zip_parts
from ocop_cli.store.built_in.packaged import load_field_map, load_forms
from support.forms import MEDIA, all_layouts, brought_back, differences, random_form

LAYOUTS = all_layouts()


@pytest.mark.parametrize("medium", MEDIA)
@pytest.mark.parametrize("form_id", LAYOUTS)
def test_every_answer_comes_back(form_id: str, medium: str) -> None:
    fields = changed = doubted = 0
    for seed in range(2):
        form = random_form(LAYOUTS[form_id], Random(seed))
        count, doubts, wrong = differences(form, brought_back(form, MEDIA[medium](form)))
        fields, doubted, changed = fields + count, doubted + len(doubts), changed + len(wrong)
        assert not wrong
    assert doubted <= fields * 0.02


def test_one_form_asks_every_field_that_people_state() -> None:
    asked = {line.path for line in LAYOUTS["ho-so"].lines}
    asked |= {line.path for table in LAYOUTS["ho-so"].tables for line in table.columns}
    of_a_record = {field.path for field in load_field_map() if field.path.startswith("producer.labour")}
    assert asked | of_a_record == {field.path for field in load_field_map()}


CODES = {"☒": "F0FE", "☐": "F0A8"}
SIGN = '</w:t></w:r><w:r><w:sym w:font="Wingdings" w:char="{}"/></w:r><w:r><w:t xml:space="preserve">'


def test_boxes_ticked_with_a_symbol_font_come_back() -> None:
    form = random_form(LAYOUTS["ho-so"], Random(1))
    word = open_package(MEDIA["word"](form))
    page = word.parts[word.main].decode()
    signs = re.sub("[☒☐]", lambda box: SIGN.format(CODES[box.group()]), page).encode()
    came_back = zip_parts({**word.parts, word.main: signs})
    fields, doubts, wrong = differences(form, brought_back(form, came_back))
    assert page.count("☒")
    assert not wrong
    assert len(doubts) <= fields * 0.02


@pytest.mark.parametrize("form_id", load_forms()["forms"])
def test_labels_of_a_form_are_unlike(form_id: str) -> None:
    layout = LAYOUTS[form_id]
    labels = [line.label for line in layout.lines]
    assert len(labels) == len(set(labels))
    for table in layout.tables:
        assert len({line.label for line in table.columns}) == len(table.columns)
