"""What Nghị định 30/2020/NĐ-CP, Phụ lục I asks of every document, looked up in the files themselves."""

import io
import re
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn

from ocop_cli.viet.widths import printed_width

MM = 56.6929  # twips
OFFICIAL = (
    "meeting-invitation",
    "meeting-minutes",
    "evaluation-report",
    "request-letter",
    "request-official-letter",
)
SLIPS = ("idea-slip", "registration-slip")
SHEETS = ("commune-points", "inventory")
EVERY = (*OFFICIAL, *SLIPS, *SHEETS)

# style: smallest and largest size in points, bold, italic, alignment
CHECKS = {
    "Nation": (12, 13, True, False, "center"),
    "Motto": (13, 14, True, False, "center"),
    "Agency": (12, 13, True, False, "center"),
    "Number": (13, 13, False, False, "center"),
    "PlaceDate": (13, 14, False, True, "center"),
    "About": (12, 13, False, False, "center"),
    "Kind": (13, 14, True, False, "center"),
    "Subject": (13, 14, True, False, "center"),
    "AddressTo": (13, 14, False, False, "center"),
    "Ground": (13, 14, False, True, "both"),
    "Body": (13, 14, False, False, "both"),
    "Part": (13, 14, True, False, "both"),
    "Item": (13, 14, True, False, "both"),
    "Power": (13, 14, True, False, "center"),
    "Signer": (13, 14, True, False, "center"),
    "CopiesTitle": (12, 12, True, True, "left"),
    "Copies": (11, 11, False, False, "left"),
    "Annex": (14, 14, True, False, "center"),
    "AnnexName": (13, 14, True, False, "center"),
    "AnnexNote": (13, 14, False, True, "center"),
}


def _open(documents: dict[str, bytes], form: str) -> Any:
    return Document(io.BytesIO(documents[form]))


def _paragraphs(document: Any, style: str = "") -> list[Any]:
    found = [p for p in document.element.body.iter(qn("w:p")) if not style or _style(p) == style]
    return [p for p in found if p.getparent().tag != qn("w:hdr")]


def _style(paragraph: Any) -> str:
    return str(paragraph.find(qn("w:pPr")).find(qn("w:pStyle")).get(qn("w:val")))


def _text(paragraph: Any) -> str:
    return "".join(node.text or "" for node in paragraph.iter(qn("w:t")))


def _texts(document: Any, style: str) -> list[str]:
    return [_text(p) for p in _paragraphs(document, style)]


@pytest.mark.parametrize("form", EVERY)
def test_the_page_is_a4_with_the_margins_of_the_decree(documents: dict[str, bytes], form: str) -> None:
    for section in _open(documents, form).sections:
        size = section._sectPr.find(qn("w:pgSz"))
        assert (size.get(qn("w:w")), size.get(qn("w:h"))) == ("11906", "16838")
        margins = section._sectPr.find(qn("w:pgMar"))
        top, bottom, left, right = (
            int(margins.get(qn(f"w:{side}"))) / MM for side in ("top", "bottom", "left", "right")
        )
        assert 19.8 <= top <= 25.2
        assert 19.8 <= bottom <= 25.2
        assert 29.8 <= left <= 35.2
        assert 14.8 <= right <= 20.2


@pytest.mark.parametrize("form", EVERY)
def test_the_page_number_stands_centred_in_the_top_margin_but_not_on_page_one(
    documents: dict[str, bytes], form: str
) -> None:
    section = _open(documents, form).sections[0]
    header = section.header._element
    assert section._sectPr.find(qn("w:titlePg")) is not None
    assert "PAGE" in "".join(node.text for node in header.iter(qn("w:instrText")))
    assert header.find(".//" + qn("w:jc")).get(qn("w:val")) == "center"
    assert section.first_page_header.is_linked_to_previous


@pytest.mark.parametrize("form", EVERY)
def test_only_black_times_new_roman_in_vietnamese(documents: dict[str, bytes], form: str) -> None:
    document = _open(documents, form)
    fonts = [*document.styles.element.iter(qn("w:rFonts")), *document.element.iter(qn("w:rFonts"))]
    assert fonts
    assert {value for font in fonts for value in font.attrib.values()} == {"Times New Roman"}
    assert len(fonts[0].attrib) == 4
    colours = {c.get(qn("w:val")) for c in document.styles.element.iter(qn("w:color"))}
    assert colours <= {"000000"}
    assert next(document.styles.element.iter(qn("w:lang"))).get(qn("w:val")) == "vi-VN"


@pytest.mark.parametrize("style", CHECKS)
def test_every_part_has_the_size_weight_and_alignment_of_the_decree(
    documents: dict[str, bytes], style: str
) -> None:
    smallest, largest, bold, italic, align = CHECKS[style]
    found = next(s for s in _open(documents, "evaluation-report").styles if s.style_id == style)
    assert smallest <= found.font.size.pt <= largest
    assert (bool(found.font.bold), bool(found.font.italic)) == (bold, italic)
    assert found.element.find(".//" + qn("w:jc")).get(qn("w:val")) == align


def test_the_body_has_its_indent_gap_and_line_spacing(documents: dict[str, bytes]) -> None:
    body = next(s for s in _open(documents, "evaluation-report").styles if s.style_id == "Body")
    spacing, indent = body.element.find(".//" + qn("w:spacing")), body.element.find(".//" + qn("w:ind"))
    assert indent.get(qn("w:firstLine")) == "720"
    assert int(spacing.get(qn("w:before"))) >= 120
    assert 240 <= int(spacing.get(qn("w:line"))) <= 360


@pytest.mark.parametrize("form", OFFICIAL)
def test_the_header_block_is_one_borderless_table_of_two_columns(
    documents: dict[str, bytes], form: str
) -> None:
    document = _open(documents, form)
    table = document.element.body[0]
    assert table.tag == qn("w:tbl")
    assert len(table.findall(".//" + qn("w:gridCol"))) == 2
    assert {edge.get(qn("w:val")) for edge in table.find(".//" + qn("w:tblBorders"))} == {"nil"}
    assert _texts(document, "Nation") == ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]
    assert _texts(document, "Motto") == ["Độc lập - Tự do - Hạnh phúc"]
    assert _texts(document, "Agency") == ["ỦY BAN NHÂN DÂN", "XÃ XỐP"]


def test_the_name_of_the_state_fits_on_one_line(documents: dict[str, bytes]) -> None:
    column = _open(documents, "request-letter").element.body[0].findall(".//" + qn("w:gridCol"))[1]
    assert printed_width("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, bold=True) <= int(column.get(qn("w:w")))


@pytest.mark.parametrize("form", [*OFFICIAL, *SLIPS])
def test_ruling_lines_are_as_long_as_the_decree_says(documents: dict[str, bytes], form: str) -> None:
    for line in _paragraphs(_open(documents, form), "Rule"):
        above = line.getprevious()
        room = (
            int(line.getparent().find(".//" + qn("w:tcW")).get(qn("w:w")))
            if line.getparent().tag == qn("w:tc")
            else 9071
        )
        indent = line.find(qn("w:pPr")).find(qn("w:ind"))
        left, right = int(indent.get(qn("w:left"))), int(indent.get(qn("w:right")))
        assert left == right
        length = room - left - right
        if _style(above) == "Motto":
            assert length == pytest.approx(printed_width(_text(above), 14, bold=True), rel=0.05)
        else:
            size = 13 if _style(above) == "Agency" else 14
            longest = max(printed_width(_text(p), size, bold=True) for p in _same_style(above))
            own = above.find(qn("w:pPr")).find(qn("w:ind"))
            sides = 2 * int(own.get(qn("w:left"))) if own is not None else 0
            assert 1 / 3 <= length / min(longest, room - sides) <= 1 / 2


def _same_style(last: Any) -> list[Any]:
    found, style = [], _style(last)
    while last is not None and last.tag == qn("w:p") and _style(last) == style:
        found.append(last)
        last = last.getprevious()
    return found


@pytest.mark.parametrize(
    ("form", "symbol"),
    [
        ("meeting-invitation", "GM-UBND"),
        ("meeting-minutes", "BB-UBND"),
        ("evaluation-report", "BC-UBND"),
        ("request-letter", "TTr-UBND"),
        ("request-official-letter", "UBND-KT"),
    ],
)
def test_a_draft_has_a_blank_number_with_the_right_symbol(
    documents: dict[str, bytes], form: str, symbol: str
) -> None:
    (number,) = _texts(_open(documents, form), "Number")
    assert re.fullmatch(rf"Số: +/{re.escape(symbol)}", number)


@pytest.mark.parametrize("form", OFFICIAL)
def test_place_and_date_stand_on_all_but_minutes(documents: dict[str, bytes], form: str) -> None:
    lines = [text for text in _texts(_open(documents, form), "PlaceDate") if text]
    wanted = [] if form == "meeting-minutes" else [r"Xốp, ngày +tháng 10 năm 2026"]
    assert len(lines) == len(wanted)
    assert all(re.fullmatch(pattern, line) for pattern, line in zip(wanted, lines, strict=True))


@pytest.mark.parametrize("form", ["request-letter", "request-official-letter"])
def test_grounds_end_with_semicolons_and_a_full_stop(documents: dict[str, bytes], form: str) -> None:
    grounds = _texts(_open(documents, form), "Ground")
    assert grounds
    assert [line[-1] for line in grounds] == [";"] * (len(grounds) - 1) + ["."]


@pytest.mark.parametrize("form", OFFICIAL)
def test_copies_and_signature(documents: dict[str, bytes], form: str) -> None:
    document = _open(documents, form)
    copies = _texts(document, "Copies")
    assert all(re.fullmatch(r"- .+;", line) for line in copies[:-1])
    assert copies[-1] == "- Lưu: VT, KT."
    if form == "meeting-minutes":
        assert _texts(document, "Power") == ["THƯ KÝ", "CHỦ TỌA"]
    else:
        named = " XÃ XỐP" if form == "evaluation-report" else ""  # as the law's own form prints it
        assert _texts(document, "Power") == [f"TM. ỦY BAN NHÂN DÂN{named}", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]
        assert _texts(document, "Signer") == ["A Ví Dụ"]


@pytest.mark.parametrize("form", OFFICIAL)
def test_the_text_ends_with_its_mark_and_stays_with_the_signature(
    documents: dict[str, bytes], form: str
) -> None:
    (last,) = _paragraphs(_open(documents, form), "Lead")
    assert _text(last).endswith("./.")
    assert last.getnext().tag == qn("w:tbl")
    assert last.getnext().find(".//" + qn("w:cantSplit")) is not None


@pytest.mark.parametrize("form", EVERY)
def test_data_tables_repeat_their_heads_and_rows_do_not_split(documents: dict[str, bytes], form: str) -> None:
    for table in _open(documents, form).element.body.iter(qn("w:tbl")):
        rows = table.findall(qn("w:tr"))
        assert all(row.find(".//" + qn("w:cantSplit")) is not None for row in rows)
        bordered = table.find(".//" + qn("w:tblBorders"))[0].get(qn("w:val")) == "single"
        assert (rows[0].find(".//" + qn("w:tblHeader")) is not None) is bordered


@pytest.mark.parametrize("form", EVERY)
def test_no_empty_paragraph_makes_space(documents: dict[str, bytes], form: str) -> None:
    body = _open(documents, form).element.body
    outside = [p for p in body.findall(qn("w:p")) if _style(p) != "Rule"]
    assert all(_text(p).strip() for p in outside)


@pytest.mark.parametrize("form", EVERY)
def test_the_properties_name_the_document(documents: dict[str, bytes], form: str) -> None:
    properties = _open(documents, form).core_properties
    assert properties.title
    assert (properties.author, properties.language, properties.comments) == ("UBND xã Xốp", "vi-VN", "")
    assert properties.created.date().isoformat() == "2026-10-05"
