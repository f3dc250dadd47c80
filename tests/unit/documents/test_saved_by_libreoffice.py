"""A template that a person has opened and saved in LibreOffice gives the same documents. Needs LibreOffice.

The tests of ``-m office`` are not part of a plain run; where they are asked for, a missing LibreOffice is a failure.
"""

import shutil
from pathlib import Path

import pytest

from ocop_cli.app import run
from ocop_cli.render.texts import text_lines
from ocop_cli.store.papers.forms import form_ids, packaged_template
from ocop_cli.usecases.demo import STEPS, copy_example
from seen import MORE
from support.office import through_office
from support.remarks import remarks
from support.sample_documents import fill, sample_values

pytestmark = pytest.mark.office
FORMS = sample_values("Ớt rừng muối Mẫu")


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder ``templates`` of a commune that has saved every form once in LibreOffice."""
    folder = tmp_path_factory.mktemp("libreoffice")
    for form in form_ids():
        shutil.copy(packaged_template(form), folder / f"{form}.docx")
    through_office(folder.glob("*.docx"), "docx", folder / "saved")
    for form in form_ids():
        target = folder / "templates" / form / "form.docx"
        target.parent.mkdir(parents=True)
        (folder / "saved" / f"{form}.docx").rename(target)
    return folder / "templates"


@pytest.mark.parametrize("form", FORMS)
def test_a_document_reads_the_same_and_has_no_remark(form: str, saved: Path) -> None:
    document = fill(form, FORMS[form], saved / form / "form.docx")
    assert text_lines(document) == text_lines(fill(form, FORMS[form]))
    assert remarks(document) == []


def test_a_year_of_documents_is_the_same(saved: Path, tmp_path: Path) -> None:
    ours, theirs = _year(tmp_path / "ours"), _year(tmp_path / "theirs", saved)
    assert theirs.keys() == ours.keys()
    assert len(ours) > len(form_ids())
    for name, document in theirs.items():
        assert text_lines(document) == text_lines(ours[name]), name
        assert remarks(document) == remarks(ours[name]), name


def _year(root: Path, templates: Path | None = None) -> dict[str, bytes]:
    """Play the year of the demo and the verbs beside it; return every Word document by its path."""
    copy_example(root)
    if templates:
        shutil.copytree(templates, root / "templates")
    played = [(step.on, step.words) for step in STEPS]
    for on, words in [*played, *(("2026-11-27", tuple(line.split())) for line in MORE)]:
        assert run(["-C", str(root), "--as-of", on, "--no-input", *words]) == 0
    return {str(path.relative_to(root)): path.read_bytes() for path in root.glob("documents/**/*.docx")}
