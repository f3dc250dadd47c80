"""A template that a person has saved in Word, with all the marks that Word leaves, gives the same documents."""

import re
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from forms.blocks import p
from forms.package import package, section
from forms.styles import STYLES
from ocop_cli.ooxml.names import W
from ocop_cli.ooxml.order import child, misplaced
from ocop_cli.ooxml.package import open_package
from ocop_cli.ooxml.xml import parse_xml
from ocop_cli.render.ruling_lines import RULE, WHOLE
from ocop_cli.render.texts import text_lines
from ocop_cli.render.word import render
from ocop_cli.store.papers.forms import packaged_template
from support.remarks import remarks
from support.sample_documents import TODAY, fill, sample_values

FORMS = sample_values("Ớt rừng muối Mẫu")
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"


def _element(xml: str) -> Any:
    return parse_xml(xml.replace("/>", f' xmlns:w="{W[1:-1]}"/>', 1).encode())


def _mark_paragraph(paragraph: Any) -> None:
    """Numbers of editing sessions, a place that the cursor was at, and the look of the paragraph's own mark."""
    for name in ("rsidR", "rsidRDefault", "rsidP"):
        paragraph.set(f"{W}{name}", "00A1B2C3")
    paragraph.set(f"{_W14}paraId", "1A2B3C4D")
    child(child(child(paragraph, "pPr"), "rPr"), "lang").set(f"{W}val", "vi-VN")
    paragraph.addprevious(_element('<w:bookmarkStart w:id="0" w:name="_GoBack"/>'))
    paragraph.addprevious(_element('<w:bookmarkEnd w:id="0"/>'))


def _cut_run(run: Any, place: int) -> None:
    """Cut a run in two where the spelling checker looked, with the page break of the last print in the first half."""
    text = run.find(f"{W}t")
    if text is None or len(text.text) <= place:
        return
    rest = deepcopy(run)
    rest.find(f"{W}t").text, text.text = text.text[place:], text.text[:place]
    text.addprevious(_element("<w:lastRenderedPageBreak/>"))
    run.addnext(rest)
    run.addnext(_element('<w:proofErr w:type="spellStart"/>'))
    rest.addnext(_element('<w:proofErr w:type="spellEnd"/>'))


def _mark_section(properties: Any) -> None:
    properties.set(f"{W}rsidR", "00A1B2C3")
    child(properties, "cols").set(f"{W}space", "708")
    child(properties, "docGrid").set(f"{W}linePitch", "360")


def saved_by_word(content: bytes, place: int) -> bytes:
    """Return a template with the marks of Word; every run is cut after so many letters."""
    template = open_package(content)
    document = template.xml(template.main)
    for run in list(document.iter(f"{W}r")):
        _cut_run(run, place)
    for paragraph in list(document.iter(f"{W}p")):
        _mark_paragraph(paragraph)
    for properties in document.iter(f"{W}sectPr"):
        _mark_section(properties)
    return template.repacked()


@pytest.mark.parametrize("place", [1, 2, 5])
@pytest.mark.parametrize("form", FORMS)
def test_the_document_reads_the_same_and_has_no_remark(form: str, place: int, tmp_path: Path) -> None:
    template = tmp_path / "form.docx"
    template.write_bytes(saved_by_word(packaged_template(form).read_bytes(), place))
    document = fill(form, FORMS[form], template)
    assert text_lines(document) == text_lines(fill(form, FORMS[form]))
    assert remarks(document) == []


def test_a_tag_cut_between_its_braces_is_still_a_tag(tmp_path: Path) -> None:
    template = tmp_path / "form.docx"
    template.write_bytes(saved_by_word(package(p("{{ subject }}") + section(), "Biểu thử"), 1))
    document = render(template, {"subject": "Mật ong"}, on=TODAY, title="Thử", creator="UBND xã Xốp")
    assert text_lines(document) == ["Mật ong"]


@pytest.mark.parametrize("form", ["request-letter", "idea-slip"])
def test_styles_are_found_by_name_after_a_save_that_gives_them_new_ids(form: str, tmp_path: Path) -> None:
    ids = {style.id: f"OCOP{number}" for number, style in enumerate(STYLES)}
    template = _changed(packaged_template(form), tmp_path, lambda text: _renamed(text, ids))
    assert remarks(fill(form, FORMS[form], template)) == []


def _changed(template: Path, folder: Path, change: Callable[[str], str]) -> Path:
    """Write a template with its document and its styles changed as text."""
    parts = open_package(template.read_bytes())
    for name in (parts.main, parts.part_of_kind("styles")):
        parts.trees[name] = parse_xml(change(parts.parts[name].decode()).encode())
    saved = folder / "form.docx"
    saved.write_bytes(parts.repacked())
    return saved


def _renamed(text: str, ids: dict[str, str]) -> str:
    named = re.compile(r'(styleId|w:pStyle w:val)="(\w+)"')
    return named.sub(lambda found: f'{found[1]}="{ids.get(found[2], found[2])}"', text)


def test_the_house_has_the_styles_that_ruling_lines_are_found_by() -> None:
    assert {RULE, WHOLE} <= {style.name for style in STYLES}


def test_properties_that_a_save_put_in_the_wrong_place_are_put_right(tmp_path: Path) -> None:
    """LibreOffice writes a section's properties before the style of the paragraph that carries them."""
    last = "<w:p><w:pPr><w:sectPr/><w:pStyle w:val='Body'/></w:pPr></w:p>"
    template = tmp_path / "form.docx"
    template.write_bytes(package(p("{{ subject }}") + last + section(), "Biểu thử"))
    document = open_package(
        render(template, {"subject": "Thử"}, on=TODAY, title="Thử", creator="UBND xã Xốp")
    )
    assert list(misplaced(document.xml(document.main))) == []
