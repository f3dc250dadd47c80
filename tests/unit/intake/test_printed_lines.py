"""Forms to fill in that a decision prints: its lines in their order, found again, and those of an earlier version too."""

import io
from random import Random

import pytest
from docx import Document

from ocop_cli.intake.layout import Layout, Line, Table
from ocop_cli.intake.printed_lines import printed_lines
from ocop_cli.ooxml.names import W
from ocop_cli.ooxml.package import open_package
from ocop_cli.ooxml.text import paragraph_text
from ocop_cli.render.form_word import word_form
from ocop_cli.rules.pick import pick_decision
from ocop_cli.rules.printed_form import lost_labels
from ocop_cli.store.built_in.packaged import load_forms
from ocop_cli.store.law.rulebook import load_rulebook
from support.forms import MEDIA, TODAY, all_layouts, brought_back, differences, random_form
from support.paths import EXAMPLES

LAYOUTS = all_layouts()
PRINTED = {id_: said["printed"] for id_, said in load_forms()["forms"].items() if "printed" in said}


def unprinted(layout: Layout) -> Layout:
    """The form as a version made it that knew no printed lines."""
    sections = [section._replace(parts=tuple(map(_bare, section.parts))) for section in layout.sections]
    return layout._replace(sections=tuple(sections))


def _bare(part: Line | Table) -> Line | Table:
    return part._replace(above=(), printed="") if isinstance(part, Line) else part._replace(above=())


def text_of(content: bytes) -> str:
    package = open_package(content)
    return " ".join(paragraph_text(p) for p in package.xml(package.main).iter(f"{W}p"))


@pytest.mark.parametrize("form_id", PRINTED)
def test_a_word_form_prints_the_lines_of_the_decision_in_their_order(form_id: str) -> None:
    layout = LAYOUTS[form_id]
    form = pick_decision(load_rulebook(EXAMPLES), TODAY).procedure.form(PRINTED[form_id])
    assert form
    lines, tables = ({each.path for each in held} for held in (layout.lines, layout.tables))
    places = {path for _, paths in form.filled for path in paths}
    places |= {box.field for box in form.boxes}
    found = printed_lines(form, lines, tables)
    told = {path for path in places & (lines | tables) if path in found.labels or path in found.above}
    several = {path for _, paths in form.filled for path in paths[1:]}
    assert places & (lines | tables) - told - several - {"registration.year"} == set()
    text = text_of(word_form(random_form(layout, Random(1))))
    assert lost_labels(text, found.labels.values()) == []


@pytest.mark.parametrize("medium", MEDIA)
@pytest.mark.parametrize("form_id", PRINTED)
def test_a_form_without_printed_lines_is_read_without_a_doubt(form_id: str, medium: str) -> None:
    form = random_form(LAYOUTS[form_id], Random(3))
    content = MEDIA[medium](form._replace(layout=unprinted(form.layout)))
    _, doubted, changed = differences(form, brought_back(form, content))
    assert (doubted, changed) == ([], [])


@pytest.mark.parametrize("form_id", [*PRINTED, "lao-dong"])
def test_text_outside_the_tables_is_told_and_the_forms_own_is_not(form_id: str) -> None:
    form = random_form(LAYOUTS[form_id], Random(5))
    content = word_form(form)
    assert brought_back(form, content).strange == ()
    document = Document(io.BytesIO(content))
    document.add_paragraph("Xin gọi lại sau 5 giờ.")
    document.paragraphs[0].insert_paragraph_before("Gửi chị Hai:")
    document.sections[0].header.paragraphs[0].text = "Nhà tôi ở thôn Hai."
    document.sections[0].footer.paragraphs[0].text = "2"
    document.add_comment(document.paragraphs[0].runs, text="Đúng chưa?")
    stream = io.BytesIO()
    document.save(stream)
    strange = brought_back(form, stream.getvalue()).strange
    assert [(each.text, each.place.split()[0]) for each in strange] == [
        ("Gửi chị Hai:", "đoạn"),
        ("Xin gọi lại sau 5 giờ.", "đoạn"),
        ("Đúng chưa?", "nhận"),
        ("Nhà tôi ở thôn Hai.", "đầu"),
    ]
