"""What lint --fix must leave alone: each a document that it once made worse."""

import re
from collections.abc import Callable

import pytest

from ocop_cli.lint.components import WordDocument as ParsedDocument
from ocop_cli.lint.fix import fix, objection
from ocop_cli.lint.parsing import parse_document
from ocop_cli.lint.report import report_violations
from ocop_cli.lint.standard import Standard
from ocop_cli.ooxml.package import Package, open_package
from ocop_cli.ooxml.zip import zip_parts
from support.word import kinds
from support.word.broken import STANDARD, WIDE_TABLE, Change, alter, alter_at, insert, put
from support.word.document import WordDocument
from support.word.package import R, W
from support.word.paragraph import BODY, HEAD, Para
from support.word.text import all_text


def body_of(content: bytes) -> str:
    return open_package(content).parts["word/document.xml"].decode()


def paragraph_of(content: bytes, words: str) -> str:
    found = [p for p in re.findall(r"<w:p>.*?</w:p>", body_of(content), re.DOTALL) if words in p]
    assert found, words
    return str(found[0])


def fixed(
    *changes: Change, make: Callable[[], WordDocument] = kinds.report
) -> tuple[bytes, bytes, list[str]]:
    paper = make()
    for change in changes:
        paper = paper.but(change)
    before = paper.build()
    after, done = fix(before, STANDARD)
    assert all_text(after) == all_text(before)
    return before, after, done


SYMBOL = Para("\uf0fe", font="Wingdings", first=720, before=120)
TYPED = BODY.but(text="\tXã đã tổ chức thực hiện các nhiệm vụ theo đúng tiến độ.", first=0)
RIGHT = Para("Người lập biểu", align="right", first=0, before=120)
WHITE = Para("Chữ ẩn màu trắng", color="FFFFFF", first=720, before=120)
NAVY = BODY.but(text="Tiêu đề trên nền sẫm", color="1F3864", extra='<w:shd w:val="clear" w:fill="1F3864"/>')
MARKED = BODY.but(text="Chỗ cần điền", run_extra='<w:highlight w:val="yellow"/>')
SPACED = HEAD.but(text="            Nguyễn Văn Mẫu", align="left", before=1300)


@pytest.mark.parametrize(
    ("name", "paragraph", "kept"),
    [
        ("F8 a check box keeps its font", SYMBOL, 'w:ascii="Wingdings"'),
        ("F6 a tab that makes the indent gets no second one", TYPED, 'w:firstLine="0"'),
        ("F10 what stands at the right stays there", RIGHT, 'w:val="right"'),
        ("F9 hidden letters stay hidden", WHITE, 'w:val="FFFFFF"'),
        ("F9 letters on a dark ground stay as they are", NAVY, 'w:val="1F3864"'),
        ("F9 a mark of the author stays", MARKED, 'w:val="yellow"'),
    ],
)
def test_a_paragraph_is_left_alone(name: str, paragraph: Para, kept: str) -> None:
    _, after, _ = fixed(insert("body", 1, paragraph))
    text = paragraph.text.strip("\t")
    assert kept in paragraph_of(after, text)


def test_grounds_beside_a_box_stay_slanted() -> None:
    box = f'<w:p><w:r><w:pict><w:txbxContent xmlns:w="{W}"><w:p><w:r><w:t>DỰ THẢO</w:t></w:r></w:p></w:txbxContent></w:pict></w:r></w:p>'
    before, after, done = fixed(put("before_header", box), make=kinds.decision)
    assert "ND-01" not in done
    assert body_of(after).count("<w:i/>") >= body_of(before).count("<w:i/>")
    assert box[:-6] in body_of(after)


def test_a_header_with_words_stays_on_the_first_page() -> None:
    _, after, done = fixed(put("title_page", False), put("header_text", "UBND xã Mẫu"))
    assert "PG-10" not in done
    assert "titlePg" not in body_of(after)


@pytest.mark.parametrize("kind", ["header", "footer"])
def test_words_on_the_first_page_are_kept_with_their_number(kind: str) -> None:
    """The first page has a header (or the pages a footer) with an address and a number: it is told and left."""
    number = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    edge = {"header": "hdr", "footer": "ftr"}[kind]
    part = f'<w:{edge} xmlns:w="{W}"><w:p><w:r><w:t>Địa chỉ: xã Mẫu </w:t></w:r>{number}</w:p></w:{edge}>'
    which = {"header": "first", "footer": "default"}[kind]
    named = f'<w:sectPr><w:{kind}Reference w:type="{which}" r:id="rId20"/>'
    content = kinds.report().but(put("title_page", kind == "header")).build()
    package = open_package(content)
    rels = package.parts["word/_rels/document.xml.rels"].decode()
    relation = f'<Relationship Id="rId20" Type="{R}/{kind}" Target="first.xml"/></Relationships>'
    changed = {
        "word/document.xml": body_of(content).replace("<w:sectPr>", named).encode(),
        "word/_rels/document.xml.rels": rels.replace("</Relationships>", relation).encode(),
        "word/first.xml": part.encode(),
    }
    before = zip_parts({**package.parts, **changed})
    assert "PG-10" in {each.rule for each in report_violations(before, STANDARD).violations}
    after, done = fix(before, STANDARD)
    assert "PG-10" not in done
    assert named in body_of(after)
    assert ("<w:titlePg" in body_of(after)) is (kind == "header")


def test_sections_go_on_counting() -> None:
    section = '<w:p><w:pPr><w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:pPr></w:p>'
    _, after, _ = fixed(put("tables", section))
    assert 'w:start="1"' not in body_of(after)


def test_other_fields_stay_what_they_are() -> None:
    paper = kinds.report().but(put("number_field", r" PAGE \* ROMAN "))
    content, done = fix(paper.build(), STANDARD)
    header = open_package(content).parts["word/header1.xml"].decode()
    assert "PG-09" in done
    assert "ROMAN" not in header
    assert " PAGE" in header


def test_the_number_of_all_pages_is_no_page_number() -> None:
    content = kinds.report().but(put("number_field", r" PAGE \* ROMAN ")).build()
    package = open_package(content)
    total = '<w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>7</w:t></w:r></w:fldSimple></w:p>'
    header = package.parts["word/header1.xml"].decode().replace("</w:p>", f"<w:r><w:t> / </w:t></w:r>{total}")
    after, done = fix(zip_parts({**package.parts, "word/header1.xml": header.encode()}), STANDARD)
    mended = open_package(after).parts["word/header1.xml"].decode()
    assert "PG-09" in done
    assert 'w:instr=" NUMPAGES "' in mended
    assert "ROMAN" not in mended


def test_a_name_put_in_its_place_by_spaces_is_not_centred() -> None:
    _, after, _ = fixed(put("signer", SPACED))
    assert 'w:val="left"' in paragraph_of(after, "Nguyễn Văn Mẫu")


def test_a_signature_set_by_tabs_stays_where_it_is() -> None:
    tabs = '<w:tabs><w:tab w:val="center" w:pos="6800"/></w:tabs>'
    lines = ["Nơi nhận:\tTM. ỦY BAN NHÂN DÂN", "- Lưu: VT, KT.\tCHỦ TỊCH", "\tNguyễn Văn Mẫu"]
    signed = "".join(Para(text, bold=True, align="left", extra=tabs).xml() for text in lines)
    paper = kinds.report().but(put("copies", [])).but(put("powers", [])).but(put("signer", None))
    before = paper.but(alter_at("body", 2, after=120)).build()
    content = body_of(before).replace("<w:sectPr>", f"{signed}<w:sectPr>").encode()
    before = zip_parts({**open_package(before).parts, "word/document.xml": content})
    after, _ = fix(before, STANDARD)
    for text in ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Nguyễn Văn Mẫu"):
        paragraph = paragraph_of(after, text)
        assert '<w:jc w:val="left"/>' in paragraph
        assert 'w:firstLine="0"' in paragraph
        assert 'w:pos="6800"' in paragraph


def test_the_only_line_under_the_motto_is_left_be_it_an_underline() -> None:
    content, after, done = fixed(alter("motto", underline=True), put("motto_share", 0))
    assert done == []
    assert after == content


def test_a_drawn_table_that_filled_the_text_of_a_wider_page_fills_that_of_a4() -> None:
    filling = WIDE_TABLE.replace("9600", "9405")  # Letter, between margins of 30 and 20 mm
    _, after, done = fixed(put("page", (215.9, 279.4)), put("tables", filling))
    assert "PG-01" in done
    assert '<w:gridCol w:w="9071"/>' in body_of(after)


def test_the_sign_of_a_list_keeps_hanging_before_its_text() -> None:
    line = Para("Sở Nông nghiệp và Môi trường;", size=11, align="left").xml()
    numbered = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    listed = (
        line.replace("<w:pPr>", numbered).replace('left="0"', 'left="720"').replace("firstLine", "hanging")
    )
    listed = listed.replace('hanging="0"', 'hanging="360"')
    level = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/></w:lvl>'
    numbering = (
        f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    parts = open_package(kinds.report().build()).parts
    before = Para("- Sở Nông nghiệp và Môi trường;", size=11, align="left").xml()
    rels = parts["word/_rels/document.xml.rels"].decode()
    kind = '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/>'
    changed = {
        "word/document.xml": parts["word/document.xml"].decode().replace(before, listed).encode(),
        "word/_rels/document.xml.rels": rels.replace("</Relationships>", f"{kind}</Relationships>").encode(),
        "word/numbering.xml": numbering.encode(),
    }
    after, done = fix(zip_parts({**parts, **changed}), STANDARD)
    assert done == ["NN-06"]
    assert '<w:ind w:left="360" w:right="0" w:hanging="360"/>' in body_of(after)


def test_a_line_of_a_run_that_holds_others_is_not_set_apart() -> None:
    broken = "Nơi nhận:</w:t><w:br/><w:t>- Như trên;"
    content = kinds.letter().build()
    package = open_package(content)
    package.parts["word/document.xml"] = (  # type: ignore[index]  # a plain dict in fact
        package.parts["word/document.xml"]
        .decode()
        .replace("Nơi nhận:", broken, 1)
        .replace('w:val="24"', 'w:val="28"')
        .encode()
    )
    after, _ = fix(package.repacked(), STANDARD)
    assert paragraph_of(after, "Như trên;").count('<w:sz w:val="28"/>') >= 1


SIGNED = {"_xmlsignatures/sig1.xml": "<x/>"}
TRACKED = f'<w:p xmlns:w="{W}"><w:ins><w:r><w:t>chèn</w:t></w:r></w:ins></w:p>'


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (put("extra_parts", SIGNED), "chữ ký số"),
        (put("tables", TRACKED), "dấu vết sửa đổi"),
        (alter_at("body", 1, extra='<w:pStyle w:val="BodyText"/>'), "thiếu kiểu đoạn BodyText"),
    ],
)
def test_a_file_that_a_fix_would_spoil_is_told_and_left(change: Change, why: str, tmp_path: object) -> None:
    content = kinds.report().but(change).but(put("left", 25)).build()
    assert why in objection(content)
    assert fix(content, STANDARD) == (content, [])


WIDE = BODY.but(text="Xã đã tổ chức thực hiện.", line=440)


@pytest.mark.parametrize(("lines", "mended"), [(6, ["ND-05"]), (13, []), (20, ["ND-05"])])
def test_a_text_that_ends_close_to_the_end_of_a_page_keeps_its_height(lines: int, mended: list[str]) -> None:
    """How many pages it fills would be a guess: with 13 lines it is one page and a little."""
    _, _, done = fixed(insert("body", 1, *[WIDE] * lines))
    assert done == mended


def test_each_stretch_between_breaks_keeps_its_pages() -> None:
    """The second page is nearly full, so the text after the break is not set closer."""
    broken = BODY.but(text="Trang sau.", extra="<w:pageBreakBefore/>")
    _, _, done = fixed(insert("body", 1, broken, *[WIDE] * 16))
    assert done == []


def test_fixes_are_tried_together(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten rules cost as much as one: a parse to see and fix, one to see again."""
    parsed: list[int] = []

    def counted(package: Package, standard: Standard) -> ParsedDocument:
        parsed.append(1)
        return parse_document(package, standard)

    monkeypatch.setattr("ocop_cli.lint.fix.parse_document", counted)
    paper = kinds.report()
    for change in (
        put("left", 25),
        alter_at("body", 1, align="left"),
        alter("kind", bold=False),
        alter_at("body", 0, font="Arial"),
    ):
        paper = paper.but(change)
    _, done = fix(paper.build(), STANDARD)
    assert len(done) >= 4
    assert len(parsed) == 2
