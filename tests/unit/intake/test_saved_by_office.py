"""Forms that LibreOffice has opened and saved: every answer, and what the form says of itself, is still found."""

from pathlib import Path
from random import Random

import pytest

from ocop_cli.render.form_sheet import sheet_form
from ocop_cli.render.form_word import word_form
from support.forms import all_layouts, brought_back, differences, random_form
from support.office import through_office

pytestmark = pytest.mark.office
MAKERS = {"docx": word_form, "xlsx": sheet_form}


@pytest.mark.parametrize("ending", MAKERS)
def test_every_answer_comes_back_from_libreoffice(ending: str, tmp_path: Path) -> None:
    forms = {id_: random_form(layout, Random(id_)) for id_, layout in all_layouts().items()}
    for id_, form in forms.items():
        (tmp_path / f"{id_}.{ending}").write_bytes(MAKERS[ending](form))
    through_office(tmp_path.glob(f"*.{ending}"), ending, tmp_path / "out")
    for id_, form in forms.items():
        content = (tmp_path / "out" / f"{id_}.{ending}").read_bytes()
        _, doubted, changed = differences(form, brought_back(form, content))
        assert (doubted, changed) == ([], []), id_
