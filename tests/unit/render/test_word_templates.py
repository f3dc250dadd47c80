"""Templates: the committed ones are what the house builds; foreign ones are looked at before they run."""

import importlib.util
import io
import zipfile
from datetime import date
from pathlib import Path

import pytest

from forms.blocks import p
from forms.package import package, section
from ocop_cli.errors import OcopError
from ocop_cli.ooxml.names import W
from ocop_cli.ooxml.package import DOCUMENT, unzip
from ocop_cli.ooxml.xml import parse_xml
from ocop_cli.render.word import render
from support.paths import ROOT


def test_the_committed_templates_are_what_the_house_builds() -> None:
    spec = importlib.util.spec_from_file_location("generate", ROOT / "tools" / "generate.py")
    assert spec is not None
    assert spec.loader is not None
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    stale = [path.name for path, content in tool.generated() if path.read_bytes() != content]
    assert stale == [], "run tools/generate.py"


def _template(folder: Path, text: str, **parts: bytes) -> Path:
    path = folder / "form.docx"
    path.write_bytes(package(p(text) + section(), "Biểu thử"))
    with zipfile.ZipFile(path, "a") as archive:
        for name, content in parts.items():
            archive.writestr(f"word/{name.replace('_', '.')}", content)
    return path


def _render(template: Path, **values: object) -> bytes:
    return render(template, values, on=date(2026, 10, 5), title="Thử", creator="UBND xã Xốp")


def _with_body(folder: Path, xml: str) -> Path:
    path = folder / "form.docx"
    path.write_bytes(package(xml + section(), "Biểu thử"))
    return path


def test_a_missing_value_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(OcopError, match="producer_name") as refusal:
        _render(_template(tmp_path, "Tên: {{ producer_name }}"))
    assert refusal.value.code == "F301"


@pytest.mark.parametrize("value", [None, True, [1], {"a": 1}, 1.5, object()])
def test_only_text_and_numbers_are_printed(tmp_path: Path, value: object) -> None:
    with pytest.raises(OcopError):
        _render(_template(tmp_path, "{{ x }}"), x=value)


@pytest.mark.parametrize(
    "expression",
    [
        "{{ x.__class__.__mro__ }}",
        "{{ cycler.__init__.__globals__ }}",
        "{% for i in range(1000000000) %}a{% endfor %}",
    ],
)
def test_a_template_cannot_reach_into_the_program(tmp_path: Path, expression: str) -> None:
    with pytest.raises(OcopError):
        _render(_template(tmp_path, expression), x="chữ")


def test_a_value_that_looks_like_a_tag_is_only_text(tmp_path: Path) -> None:
    content = _render(_template(tmp_path, "{{ x }}"), x="{{ 7 * 7 }} <b> & \"'")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        body = archive.read("word/document.xml").decode()
    assert "{{ 7 * 7 }} &lt;b&gt; &amp; " in body


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("vbaProject_bin", b"x"),
        ("afchunk_html", b"<p/>"),
        (
            "settings2_rels",
            b"<Relationships><Relationship Type='x/attachedTemplate' TargetMode='External'/></Relationships>",
        ),
        ("doctype_xml", b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"),
        ("huge_xml", b"<a>" + b" " * (51 * 1024 * 1024) + b"</a>"),
        ("broken_xml", b"<a>"),
    ],
    ids=["macro", "altchunk", "external", "doctype", "bomb", "broken"],
)
def test_a_hostile_part_is_refused(tmp_path: Path, name: str, content: bytes) -> None:
    with pytest.raises(OcopError) as refusal:
        _render(_template(tmp_path, "chữ", **{name: content}))
    assert refusal.value.code in {"F303", "F304"}


@pytest.mark.parametrize(
    "xml",
    [
        "<w:p><w:r><w:instrText> DD</w:instrText></w:r><w:r><w:instrText>E cmd </w:instrText></w:r></w:p>",
        '<w:p><w:fldSimple w:instr=" INCLUDETEXT x "/></w:p>',
        '<w:altChunk r:id="rId9"/>',
    ],
    ids=["split field", "simple field", "altchunk"],
)
def test_a_field_that_fetches_is_refused(tmp_path: Path, xml: str) -> None:
    with pytest.raises(OcopError) as refusal:
        _render(_with_body(tmp_path, xml))
    assert refusal.value.code == "F304"


def test_a_file_that_is_no_word_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "form.docx"
    path.write_text("không phải Word", encoding="utf-8")
    with pytest.raises(OcopError) as refusal:
        _render(path)
    assert refusal.value.code == "F303"


def test_the_paragraph_that_ends_a_section_takes_no_room() -> None:
    """Signatures can fill a page: one line more would print a blank page before the annex."""
    ends = [
        paragraph
        for path in sorted(ROOT.glob("templates/*/form.docx"))
        for paragraph in parse_xml(unzip(path.read_bytes())[DOCUMENT]).iterfind(f".//{W}p[{W}pPr]")
        if paragraph.find(f"{W}pPr/{W}sectPr") is not None
    ]
    assert len(ends) >= 5
    for paragraph in ends:
        spacing = paragraph.find(f"{W}pPr/{W}spacing")
        assert spacing is not None, "it has no height of its own"
        assert (spacing.get(f"{W}line"), spacing.get(f"{W}lineRule")) == ("20", "exact")
