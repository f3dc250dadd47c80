"""Templates of the program are filled without the library that patches others, and come out the same, byte for byte."""

import re
from pathlib import Path
from typing import Any

import pytest
from docxtpl import DocxTemplate

from ocop_cli.ooxml.names import W
from ocop_cli.render.breaks import with_breaks
from ocop_cli.render.compiled import compiled
from ocop_cli.render.inspect import open_template
from ocop_cli.render.word import render
from ocop_cli.store.built_in.compiled import compiled_template
from ocop_cli.store.papers.forms import form_ids, packaged_template
from support.sample_documents import TODAY, sample_values

SAMPLES = sample_values("Rượu ngô & men lá <Xốp>,\tghè\nthứ hai")


def _render(form_id: str, values: dict[str, Any], *, ready: bool) -> bytes:
    template = packaged_template(form_id)
    sources = compiled_template(template) if ready else ()
    assert bool(sources) is ready
    return render(template, values, on=TODAY, title="Thử", creator="UBND xã Xốp", ready=sources)


@pytest.mark.parametrize("form_id", SAMPLES)
def test_a_document_is_the_same_either_way(form_id: str) -> None:
    values = SAMPLES[form_id]
    assert _render(form_id, values, ready=True) == _render(form_id, values, ready=False)


@pytest.mark.parametrize("form_id", form_ids())
def test_every_template_has_its_sources(form_id: str) -> None:
    template = packaged_template(form_id)
    assert [*compiled(template, compiled_template(template)).programs] == [*compiled(template).programs] != []


@pytest.mark.parametrize("form_id", form_ids())
def test_every_row_of_our_tables_fills_the_grid(form_id: str) -> None:
    """So fitting tables to their rows, which the library does and we leave out, would change nothing."""
    package = open_template(packaged_template(form_id))
    for table in package.xml(package.main).iter(f"{W}tbl"):
        columns = len(table.findall(f"{W}tblGrid/{W}gridCol"))
        rows = [row for row in table.iter(f"{W}tr") if "{%tr " not in "".join(row.itertext())]
        assert {sum(_columns(cell) for cell in row.iterfind(f"{W}tc")) for row in rows} == {columns}
        assert not re.search(r"\{%\s*(tc|colspan|hm|vm)\b", "".join(table.itertext()))


def _columns(cell: Any) -> int:
    spans = [int(span.get(f"{W}val")) for span in cell.iterfind(f"{W}tcPr/{W}gridSpan")]
    return sum(spans) or 1


def test_an_edited_template_is_patched_anew(tmp_path: Path) -> None:
    form_id = next(iter(SAMPLES))
    copy = tmp_path / form_id / "form.docx"
    copy.parent.mkdir()
    copy.write_bytes(packaged_template(form_id).read_bytes())
    assert compiled_template(copy) == compiled_template(packaged_template(form_id))
    copy.write_bytes(copy.read_bytes() + b"edited")
    assert compiled_template(copy) == ()


def test_a_template_of_a_form_that_is_not_ours_is_patched(tmp_path: Path) -> None:
    assert compiled_template(tmp_path / "own" / "form.docx") == ()


PARAGRAPHS = (
    "<w:p><w:r><w:t>{0}</w:t></w:r></w:p>",
    '<w:p w:rsidR="1"><w:pPr><w:jc w:val="both"/></w:pPr><w:r w:rsidR="2"><w:rPr><w:b/></w:rPr><w:t>{0}</w:t></w:r></w:p>',
    '<w:p><w:r><w:t xml:space="preserve">một {0} hai</w:t><w:t>{0}</w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t>ba{0}</w:t></w:r></w:p>',
    "<w:p><w:r><w:t>không</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>{0}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
)
BREAKS = ("a\tb", "a\nb", "a\ab", "a\fb", "\n", "a\t\n\a\fb\n", "không")


@pytest.mark.parametrize("paragraphs", PARAGRAPHS)
@pytest.mark.parametrize("text", BREAKS, ids=repr)
def test_breaks_become_what_the_library_makes_of_them(paragraphs: str, text: str) -> None:
    xml = f"<w:body>{paragraphs.format(text)}{paragraphs.format(text)}</w:body>"
    assert with_breaks(xml) == DocxTemplate("").resolve_listing(xml)
