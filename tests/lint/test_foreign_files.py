"""Files of other programs, mutilated and hostile ones: told in words, never a crash."""

import io
import zipfile

import pytest
from docx import Document

from ocop_cli.lint.fix import fix
from ocop_cli.lint.report import report_violations
from ocop_cli.ooxml.package import UnreadableError
from ocop_cli.store.built_in.packaged import load_standard
from support.paths import ROOT
from support.word import kinds, package
from support.word.document import WordDocument
from support.word.paragraph import BODY, Para

STANDARD = load_standard()
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def rules(content: bytes) -> set[str]:
    return {violation.rule for violation in report_violations(content, STANDARD).violations}


def zipped(**parts: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name.replace("__", "/"), text)
    return stream.getvalue()


def bomb() -> bytes:
    return zipped(**{"word__document.xml": "<w>" + " " * 50_000_000 + "</w>"})


UNREADABLE = {
    "empty": b"",
    "text": b"Cong hoa xa hoi",
    "old word or password": b"\xd0\xcf\x11\xe0" + b"\0" * 600,
    "truncated": kinds.report().build()[:400],
    "zip without a document": zipped(**{"hello.txt": "xin chào"}),
    "broken xml": zipped(**{"word__document.xml": "<w:document"}),
    "no body": zipped(**{"word__document.xml": f"<w:document {W}/>"}),
    "bomb": bomb(),
    "entities": zipped(**{"word__document.xml": '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'}),
    "picture": b"\x89PNG\r\n\x1a\n" + b"\0" * 100,
    "pdf": b"%PDF-1.7\n",
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_what_is_no_word_file_is_told(name: str) -> None:
    with pytest.raises(UnreadableError) as told:
        report_violations(UNREADABLE[name], STANDARD)
    assert str(told.value)
    with pytest.raises(UnreadableError):
        fix(UNREADABLE[name], STANDARD)


def test_a_file_with_nothing_but_a_body_is_judged() -> None:
    bare = zipped(
        **{
            "word__document.xml": f"<w:document {W}><w:body><w:p><w:r><w:t>Xin chào</w:t></w:r></w:p></w:body></w:document>"
        }
    )
    found = report_violations(bare, STANDARD)
    assert {violation.rule for violation in found.violations} == {"PG-01", "PG-04", "PG-05", "PG-03", "OX-03"}
    assert found.kind.startswith("phiếu")


def test_a_blank_document_of_the_library_is_judged() -> None:
    stream = io.BytesIO()
    document = Document()
    document.add_heading("BÁO CÁO", 1)
    document.add_paragraph("Nội dung")
    document.save(stream)
    found = rules(stream.getvalue())
    assert {"PG-01", "FT-01", "FT-03", "HD-02", "OX-03"} <= found


def test_no_kind_is_guessed() -> None:
    stream = io.BytesIO()
    document = Document()
    document.add_paragraph("Danh sách mua sắm")
    document.save(stream)
    found = rules(stream.getvalue())
    assert not {rule for rule in found if rule[:2] in ("SO", "DD", "TL", "KG", "NN", "KY", "HD")}


def with_styles(styles: str, body: str, **more: str) -> bytes:
    rels = package.relations(
        ("rId1", "http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles", "styles.xml"),
        ("rId9", "http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme", "theme1.xml"),
    )
    parts = {
        "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": f"<w:styles {W}>{styles}</w:styles>",
        "word/_rels/document.xml.rels": rels,
        **more,
    }
    return package.pack(parts)


THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:fontScheme><a:minorFont>'
    '<a:latin typeface="Cambria"/></a:minorFont></a:fontScheme></a:theme>'
)


@pytest.mark.parametrize(
    ("styles", "look", "broken"),
    [
        ('<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/></w:rPr></w:rPrDefault></w:docDefaults>', "", True),
        ('<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/></w:rPr></w:rPrDefault></w:docDefaults>',
         '<w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/></w:rPr>', False),
        ('<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial"/></w:rPr></w:style>', "", True),
        ('<w:style w:type="character" w:styleId="C"><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/></w:rPr></w:style>'
         '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial"/></w:rPr></w:style>',
         '<w:rPr><w:rStyle w:val="C"/></w:rPr>', False),
    ],
)  # fmt: skip
def test_a_font_is_the_one_the_reader_sees(styles: str, look: str, broken: bool) -> None:
    body = f"<w:p><w:r>{look}<w:t>Chữ</w:t></w:r></w:p>"
    content = with_styles(styles, body, **{"word/theme1.xml": THEME})
    assert ("FT-01" in rules(content)) is broken


@pytest.mark.parametrize(
    ("paragraph", "character", "direct", "bold"),
    [
        ("<w:b/>", "", "", True),
        ("<w:b/>", "<w:b/>", "", False),
        ("<w:b/>", "<w:b/>", "<w:b/>", True),
        ("<w:b/>", "", '<w:b w:val="0"/>', False),
        ("", "<w:b/>", "", True),
        ("", "", "", False),
    ],
)
def test_bold_on_two_style_levels_is_not_bold(
    paragraph: str, character: str, direct: str, bold: bool
) -> None:
    styles = (
        f'<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:rPr>{paragraph}</w:rPr></w:style>'
        f'<w:style w:type="character" w:styleId="C"><w:rPr>{character}</w:rPr></w:style>'
    )
    text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    look = f'<w:rPr><w:rStyle w:val="C"/>{direct}<w:sz w:val="26"/></w:rPr>'
    body = f'<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r>{look}<w:t>{text}</w:t></w:r></w:p>'
    assert ("HD-03" in rules(with_styles(styles, body))) is not bold


def wrapped(start: str, end: str, paragraph: Para) -> str:
    return f"<w:p><w:pPr>{paragraph._paragraph()}</w:pPr>{start}{paragraph._run()}{end}</w:p>"


def test_tracked_insertions_count_and_deletions_do_not() -> None:
    def change(paper: WordDocument) -> None:
        inserted = wrapped("<w:ins>", "</w:ins>", BODY.but(text="Đoạn thêm vào đúng thể thức."))
        deleted = wrapped("<w:del>", "</w:del>", BODY.but(text="Đoạn đã xóa", font="Arial"))
        paper.tables = inserted + deleted.replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>")

    assert rules(kinds.report().but(change).build()) == {"OX-04"}


def test_text_boxes_and_nested_tables_are_read() -> None:
    box = (
        "<w:p><w:r><w:pict><w:txbxContent>"
        + BODY.but(text="Chữ trong khung", font="Arial").xml()
        + "</w:txbxContent></w:pict></w:r></w:p>"
    )
    inner = package.table(
        (2000, 2000), [(BODY.but(text="Ô trong", font="Arial").xml(), Para("").xml())], "nil"
    )
    nested = package.table((4000, 4000), [(inner + Para("").xml(), Para("").xml())], "nil")
    for foreign in (box, nested):
        paper = kinds.report()
        paper.tables = foreign
        assert "FT-01" in rules(paper.build())


def test_content_controls_and_hyperlinks_are_read() -> None:
    control = (
        "<w:sdt><w:sdtContent>"
        + BODY.but(text="Trong điều khiển", font="Arial").xml()
        + "</w:sdtContent></w:sdt>"
    )
    assert "FT-01" in rules(kinds.report().but(lambda p: setattr(p, "tables", control)).build())


def test_two_hundred_pages_are_judged() -> None:
    def change(paper: WordDocument) -> None:
        paper.body[1:1] = [BODY.but(text=f"Đoạn thứ {n} của một văn bản rất dài. " * 6) for n in range(2500)]

    assert rules(kinds.report().but(change).build()) == set()


def test_a_template_is_told_to_have_places_to_fill() -> None:
    for path in sorted((ROOT / "templates").glob("*/form.docx")):
        assert "OX-04" in rules(path.read_bytes())
