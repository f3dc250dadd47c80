"""How offices really set their papers: each structure with the verdicts that its page deserves, by the rules' ids.

The numbers are those of the list of structures: J for pages that are right and were told off, M for faults that nobody
was told of. What ``--fix`` must not do (F) is in ``test_fix_harms_nothing.py``, templates (T) in
``tests/unit/render/test_broken_tags.py`` and ``tests/unit/render/test_checked_templates.py``.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import pytest

from ocop_cli.lint.report import report_violations
from ocop_cli.ooxml.package import open_package
from ocop_cli.viet.widths import printed_width
from support.word import kinds
from support.word.broken import STANDARD, Change, alter, alter_at, insert, put
from support.word.document import WordDocument
from support.word.package import R, W, relations, table
from support.word.paragraph import BODY, HEAD, Para, rule_under

MOTTO = "Độc lập - Tự do - Hạnh phúc"
NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO_LONG = printed_width(MOTTO, 14, bold=True)  # twips
_WP = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
_V = 'xmlns:v="urn:schemas-microsoft-com:vml"'
Swaps = Sequence[tuple[str, str]]


@dataclass
class Unruled(WordDocument):
    """A report whose lines under Tiêu ngữ and the agency were not drawn as edges of paragraphs."""

    motto_share: float = 0
    under_agency: Para = field(default_factory=lambda: Para("", size=2))

    def _agency_line(self) -> Para:
        return self.under_agency


@dataclass
class LinesApart(WordDocument):
    """A report whose head has its lines in a row between the names and the number."""

    def _header(self) -> str:
        named = ("".join(p.xml() for p in self.agency), self.nation.xml() + self.motto.xml())
        lines = (self._agency_line().xml(), self._motto_line())
        numbered = tuple(p.xml() for p in (self.number, self.place_date) if p)
        return table(self.grid, [named, lines, (numbered[0], numbered[1])], "nil")


@dataclass
class SecondRow(WordDocument):
    """A letter with the title Nơi nhận beside the signature, and the list in a row below."""

    def _foot(self) -> str:
        signed = "".join(p.xml() for p in [*self.powers, *([self.signer] if self.signer else [])])
        listed = "".join(p.xml() for p in self.copies[1:])
        return table((4535, 4536), [(self.copies[0].xml(), signed), (listed, Para("").xml())], "nil")


def drawn(length: float) -> str:
    extent = f'<wp:extent cx="{round(length * 635)}" cy="0"/>'
    return f"<w:drawing><wp:anchor {_WP}>{extent}</wp:anchor></w:drawing>"


def connector(length: float, room: int) -> str:
    """A line as Word wrote it until 2007: a shape of the kind t32, by its style only."""
    style = f"position:absolute;margin-left:{(room - length) / 40:.1f}pt;margin-top:2pt;width:{length / 20:.1f}pt;height:0"
    return f'<w:pict><v:shape {_V} type="#_x0000_t32" style="{style}"/></w:pict>'


def picture() -> str:
    uri = "http://schemas.openxmlformats.org/drawingml/2006/picture"
    return (
        f'<w:p><w:pPr><w:spacing w:before="0" w:after="0"/></w:pPr><w:r><w:drawing><wp:inline {_WP}><wp:extent cx="{round(MOTTO_LONG * 635)}" '
        f'cy="900000"/><wp:docPr id="1" name="x" descr="dấu"/><a:graphic xmlns:a="a"><a:graphicData uri="{uri}"/></a:graphic></wp:inline></w:drawing></w:r></w:p>'
    )


def box(words: str) -> str:
    inside = Para(words, align="center", bold=True).xml()
    return f"<w:p><w:r><w:pict><v:rect {_V}><v:textbox><w:txbxContent>{inside}</w:txbxContent></v:textbox></v:rect></w:pict></w:r></w:p>"


def hung(text: str, run: str) -> tuple[str, str]:
    """Hang a drawing on the run that has a text."""
    look = '<w:t xml:space="preserve">'
    return f"{look}{text}", f"{run}{look}{text}"


AGENCY_LONG = printed_width("XÃ MẪU", 13, bold=True) * 0.42
NUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
NUMBERING = (
    f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
)
OTHER_STYLE = '<w:style w:type="paragraph" w:styleId="Khac"><w:name w:val="Khac"/></w:style>'
ARTICLES = NUMBERING.replace("%1.", "Điều %1.").replace("</w:lvl>", "<w:rPr><w:b/></w:rPr></w:lvl>")
EVEN_FOOTER = f'<w:ftr xmlns:w="{W}"><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:fldSimple w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple></w:p></w:ftr>'
RELATIONS = (("rId1", f"{R}/styles", "styles.xml"), ("rId3", f"{R}/header", "header1.xml"))


def parts(**added: tuple[str, str]) -> Change:
    """Add parts of the given kinds: name of the kind → (file, XML)."""
    rows = [
        (f"rId{number}", f"{R}/{kind}", name) for number, (kind, (name, _)) in enumerate(added.items(), 20)
    ]

    def change(paper: WordDocument) -> None:
        paper.extra_parts = {f"word/{name}": xml for name, xml in added.values()}
        paper.extra_parts["word/_rels/document.xml.rels"] = relations(*RELATIONS, *rows)

    return change


def all_of(name: str, **changes: object) -> Change:
    """Change every paragraph of a list."""

    def change(paper: WordDocument) -> None:
        setattr(paper, name, [each.but(**changes) for each in getattr(paper, name)])

    return change


def many(*changes: Change) -> Change:
    def change(paper: WordDocument) -> None:
        for each in changes:
            each(paper)

    return change


class Case(NamedTuple):
    """A structure: its number and words, the paper, what is changed, and the rules that its page breaks."""

    number: str
    what: str
    make: Callable[[], WordDocument]
    change: Change = lambda _: None
    told: frozenset[str] = frozenset()
    swaps: Swaps = ()


def case(
    number: str,
    what: str,
    make: Callable[[], WordDocument],
    *changes: Change,
    told: str = "",
    swaps: Swaps = (),
) -> Case:
    return Case(number, what, make, many(*changes), frozenset(told.split()), swaps)


def addressed_in_a_table(paper: WordDocument) -> None:
    rows = [
        (
            Para("Kính gửi:", align="right", before=120).xml(),
            Para("- Ủy ban nhân dân tỉnh Mẫu;", align="left", before=120).xml(),
        ),
        (Para("").xml(), Para("- Sở Nông nghiệp và Môi trường.", align="left").xml()),
    ]
    paper.address = [Raw(table((3000, 6000), rows, "nil"))]


class Raw(Para):
    """What stands in the place of a paragraph: any WordprocessingML."""

    def xml(self) -> str:
        return self.text


def article_marks(paper: WordDocument) -> None:
    """Let Word number the articles; their words stay upright."""
    for n, each in enumerate(paper.body):
        if each.text.startswith("Điều "):
            words = each.text.partition(". ")[2]
            paper.body[n] = each.but(text=words, bold=False, extra=NUMBERED)


CITED = (
    "UBND xã đã ban hành Quyết định số 15/QĐ-UBND ngày 05 tháng 3 năm 2026 về việc thành lập Tổ công tác mẫu."
)
LIST = [Para("- Như trên;", size=11, align="left"), Para("- Lưu: VT, KT.", size=11, align="left")]


def half(text: str, size: float, *, bold: bool = False, italic: bool = False) -> str:
    """A run of a paragraph, with what the document does not say by itself."""
    paragraph = Para(text, size=size, bold=bold, italic=italic).xml()
    return paragraph[paragraph.index("<w:r>") : -len("</w:p>")]


def tabbed(left: str, right: str) -> str:
    stops = '<w:tabs><w:tab w:val="center" w:pos="1700"/><w:tab w:val="center" w:pos="6200"/></w:tabs>'
    tab = "<w:r><w:tab/></w:r>"
    return f"<w:p><w:pPr>{stops}</w:pPr>{tab}{left}{tab}{right}</w:p>"


@dataclass
class Tabbed(WordDocument):
    """A report whose head is set by tabs, without a table."""

    slanted: bool = False
    signs: tuple[int, int] = (0, 0)
    """The underscores below agency and motto; without them lines are drawn."""

    def _header(self) -> str:
        agency, motto = half("XÃ MẪU", 13, bold=True), half(MOTTO, 14, bold=True, italic=self.slanted)
        lines = [hung("XÃ MẪU", drawn(AGENCY_LONG)), hung(MOTTO, drawn(MOTTO_LONG))]
        named = tabbed(agency.replace(*lines[0]), motto.replace(*lines[1]))
        if any(self.signs):
            named = tabbed(agency, motto) + tabbed(*(half("_" * number, 14) for number in self.signs))
        return (
            tabbed(half("ỦY BAN NHÂN DÂN", 13, bold=True), half(NATION, 13, bold=True))
            + named
            + tabbed(half("Số: 05/BC-UBND", 13), half("Mẫu, ngày 05 tháng 3 năm 2026", 14, italic=True))
        )


def second_row() -> SecondRow:
    return SecondRow(**vars(kinds.letter()))


FOOT_MARGINS = '<w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid><w:gridCol w:w="4535"/>'
BREAK = "<w:r><w:br/></w:r>"
BROKEN_HEAD = f'<w:p><w:pPr><w:jc w:val="center"/></w:pPr>{half(NATION, 13, bold=True)}{BREAK}{half(MOTTO, 14, bold=True)}</w:p>'
BROKEN_COPIES = f"<w:p>{half('Nơi nhận:', 12, bold=True, italic=True)}{BREAK}{half('- Như trên;', 11)}</w:p>"
NESTED = table((3000, 1535), [("".join(p.xml() for p in LIST), Para("").xml())], "nil") + Para("").xml()

CASES = [
    case("J1", "both lines hang in the paragraphs of number and date", Unruled, swaps=[
        hung("Số: 05", drawn(AGENCY_LONG)), hung("Mẫu, ngày", drawn(MOTTO_LONG)),
    ]),
    case("J1", "the line is a VML shape t32 in Quốc hiệu's paragraph", Unruled, swaps=[
        hung("XÃ MẪU", connector(AGENCY_LONG, 3402)), hung(NATION, connector(MOTTO_LONG, 5669)),
    ]),
    case("J1", "the line hangs in the other column", Unruled, swaps=[
        hung("XÃ MẪU", drawn(AGENCY_LONG) + drawn(MOTTO_LONG)),
    ]),
    case("J1", "both lines have a row of their own", LinesApart),
    case("J1", "a picture as wide as the words is no line", Unruled, put("motto", Raw(
        HEAD.but(text=MOTTO).xml() + picture())), put("under_agency", rule_under("XÃ MẪU", 13, 3402, 0.42)), told="HD-07"),
    case("J2", "subject, drawn line in its own paragraph, authority in capitals", kinds.decision,
         put("subject_share", 0), lambda paper: paper.body.pop(0), put("address", [
             Raw(f'<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r>{drawn(1700)}</w:r></w:p>'),
             HEAD.but(text="ỦY BAN NHÂN DÂN XÃ MẪU", before=120)])),
    case("J3", "the motto in letters taken apart", kinds.report, swaps=[(MOTTO, "Đo\u0323\u0302c la\u0323\u0302p - Tư\u0323 do - Ha\u0323nh phu\u0301c")], told="FT-05"),
    case("J3", "five spaces before the motto", kinds.report, put("motto_share", 0), put("motto", Raw(
        HEAD.but(text=f"     {MOTTO}").xml() + rule_under(MOTTO, 14, 5669, 1).xml()))),
    case("J3", "a cell over two columns is as wide as both", kinds.report, swaps=[
        ('<w:gridCol w:w="5669"/>', '<w:gridCol w:w="2000"/><w:gridCol w:w="3669"/>'),
        ('<w:tcW w:w="5669" w:type="dxa"/>', '<w:gridSpan w:val="2"/>')]),
    case("J3", "an agency that is not bold is as wide as its own letters", kinds.office_notice),
    case("J4", "a footer for even pages that is switched off", kinds.report,
         parts(footer=("footer2.xml", EVEN_FOOTER)),
         swaps=[("<w:sectPr>", '<w:sectPr><w:footerReference w:type="even" r:id="rId20"/>')]),
    case("J4", "one page needs no number", kinds.report, put("number_field", " DATE ")),
    case("J5", "a first line of 12,5 mm", kinds.report, all_of("body", first=709)),
    case("J5", "a first line of 13,1 mm is no longer seen as 12,7", kinds.report, all_of("body", first=760), told="ND-03"),
    case("J6", "a box DỰ THẢO between head and kind", kinds.decision, put("kind", Raw(
        box("DỰ THẢO") + HEAD.but(text="QUYẾT ĐỊNH", before=240).xml()))),
    case("J7", "a line DỰ THẢO above the head", kinds.report, put("before_header", Para("DỰ THẢO", bold=True, align="left").xml())),
    case("J8", "Quốc hiệu and Tiêu ngữ broken by Shift+Enter", kinds.report,
         put("nation", Raw(BROKEN_HEAD + rule_under(MOTTO, 14, 5669, 1).xml())), put("motto", Raw("")), put("motto_share", 0)),
    case("J8", "agency broken by Shift+Enter", Unruled, put("agency", [HEAD.but(text="ỦY BAN NHÂN DÂN~XÃ MẪU", size=13)]),
         put("under_agency", rule_under("XÃ MẪU", 13, 3402, 0.42)), put("motto_share", 1),
         swaps=[("~", "</w:t><w:br/><w:t>")]),
    case("J8", "Nơi nhận and its first line broken by Shift+Enter", kinds.letter, put("copies", [Raw(BROKEN_COPIES), LIST[1]])),
    case("J9", "Kính gửi in a table", kinds.letter, addressed_in_a_table),
    case("J10", "dashes of recipients hang at the edge", kinds.letter, alter_at("copies", 1, left=142, first=-142)),
    case("J10", "a recipient half a millimetre in", kinds.letter, alter_at("copies", 1, first=28)),
    case("J10", "a recipient that takes back the margin of its cell", kinds.letter, alter_at("copies", 1, left=-105), swaps=[
        (FOOT_MARGINS, FOOT_MARGINS.replace('w:w="0"', 'w:w="105"'))]),
    case("J11", "khoản 1 numbered by Word, khoản 2 by hand", kinds.decision, parts(numbering=("numbering.xml", NUMBERING)),
         alter_at("body", 3, text="Tổ trưởng là Trưởng phòng Kinh tế.", extra=NUMBERED)),
    case("J11", "articles numbered by Word in bold", kinds.decision, parts(numbering=("numbering.xml", ARTICLES)), article_marks),
    case("J11", "articles numbered by Word, not in bold", kinds.decision,
         parts(numbering=("numbering.xml", ARTICLES.replace("<w:b/>", '<w:b w:val="0"/>'))), article_marks, told="ND-09"),
    case("J12", "an act that its own office issued", kinds.report, alter_at("body", 1, text=CITED)),
    case("J13", "other fonts for letters that are not there: hygiene", kinds.report, all_of("body", other_font="Calibri"), told="FT-02"),
    case("J14", "a deputy minister for the minister", kinds.report, put("powers", [
        HEAD.but(text="KT. BỘ TRƯỞNG"), HEAD.but(text="THỨ TRƯỞNG")])),
    case("J14", "the last line ends in brackets", kinds.report, alter_at("body", 2, text="Trên đây là báo cáo của xã (có hồ sơ kèm theo)./.")),
    case("J14", "Word's black: Text 1, lighter 5 %", kinds.report, all_of("body", color="0D0D0D")),
    case("J14", "black in three digits", kinds.report, all_of("body", color="000")),
    case("J14", "Unicode letters in an old font are a matter of the font only", kinds.report, alter_at("body", 1, font="VNI-Times"), told="FT-01"),
    case("J14", "borders switched off cell by cell", kinds.report, put("border", "single"), swaps=[
        ('w:type="dxa"/></w:tcPr>', 'w:type="dxa"/><w:tcBorders><w:top w:val="nil"/><w:left w:val="nil"/><w:bottom w:val="nil"/><w:right w:val="nil"/></w:tcBorders></w:tcPr>')]),
    case("J14", "a column of the grid that nobody sees", kinds.report, put("columns", 3)),
    case("J14", "the number of copies left open", kinds.letter, alter_at("copies", 2, text="- Lưu: VT, KT (...b).")),
    case("J14", "two spaces in Nơi nhận", kinds.letter, alter_at("copies", 0, text="Nơi  nhận:")),
    case("J14", "the paragraph above gives the gap", kinds.report, alter_at("body", 0, after=120), alter_at("body", 1, before=0)),
    case("J14", "no gap between paragraphs of one style, beside one of another", kinds.report,
         alter_at("body", 1, first=719, before=121), put("styles", OTHER_STYLE), swaps=[
             ('w:firstLine="719"/>', 'w:firstLine="719"/><w:contextualSpacing/>'),
             ('<w:pPr><w:spacing w:before="121"', '<w:pPr><w:pStyle w:val="Khac"/><w:spacing w:before="121"')]),
    case("J14", "a slip inside an office is no paper of the decree", kinds.office_notice, alter("kind", text="PHIẾU TRÌNH"), alter("number", text="Số: 7 / PTr")),
    case("J14", "the number of a thông tư", kinds.report, alter("number", text="Số: 05/2026/TT-BTC"), alter("kind", text="THÔNG TƯ")),
    case("M1", "Quốc hiệu wraps", kinds.report, put("grid", (9071 - 5300, 5300)), told="HD-04"),
    case("M2", "a head by tabs", Tabbed),
    case("M2", "a head by tabs, with lines of underscores", Tabbed, put("signs", (5, 24))),
    case("M2", "a head by tabs, with lines too short and too long", Tabbed, put("signs", (1, 30)), told="HD-07 HD-12"),
    case("M2", "a head by tabs is judged", Tabbed, put("slanted", True), told="HD-06"),
    case("M2", "a head under a line of text is judged", kinds.report, put("before_header", Para("DỰ THẢO", align="left").xml()),
         alter("motto", italic=True), told="HD-06"),
    case("M2", "Nơi nhận with two spaces is judged", kinds.letter, alter_at("copies", 0, text="Nơi  nhận:"), alter_at("copies", 1, size=14), told="NN-03"),
    case("M3", "the list in the second row", second_row),
    case("M3", "the list in the second row is judged", second_row, alter_at("copies", 1, size=14), told="NN-03"),
    case("M3", "the list in a table of its own is judged", kinds.letter, put("copies", [
        kinds.letter().copies[0], Raw(NESTED.replace('w:val="22"', 'w:val="28"'))]), told="NN-03"),
    case("M3", "no list under Nơi nhận", kinds.letter, lambda paper: paper.copies.__delitem__(slice(1, None)), told="NN-04"),
    case("M4", "a khoản's title alone on its line, not bold", kinds.report, insert("body", 1, BODY.but(text="1. Kết quả thực hiện")), told="ND-10"),
    case("M5", "the head sticks out into the margin", kinds.report, put("grid", (3402, 6600)), told="PG-13"),
    case("M6", "the kind in one line with its subject", kinds.report, put("kind", HEAD.but(text="BÁO CÁO CÔNG TÁC TUẦN 12", before=240)), put("subject", []), told="TL-03"),
    case("M7", "the line under the agency off its middle", kinds.report, put("agency_shift", 400), told="HD-12"),
    case("M7", "the line under the motto off its middle", kinds.report, put("motto_share", 0), put("motto", Raw(
        HEAD.but(text=MOTTO).xml() + rule_under(MOTTO, 14, 5669, 1, 400).xml())), told="HD-07"),
    case("M8", "a ground without its agency", kinds.submission, alter_at("grounds", 1, text="Căn cứ Quyết định số 26/2026/QĐ-TTg ngày 22 tháng 5 năm 2026 quy định Bộ tiêu chí."), told="CC-03"),
    case("M9", "a single brace left over", kinds.report, alter_at("body", 1, text="Xã { opening } đã tổ chức thực hiện."), told="OX-04"),
    case("M9", "braces apart", kinds.report, alter_at("body", 1, text="Xã { { ten_xa } } đã tổ chức thực hiện."), told="OX-04"),
]  # fmt: skip


def built(each: Case) -> bytes:
    content = each.make().but(each.change).build()
    if not each.swaps:
        return content
    package = open_package(content)
    text = package.parts["word/document.xml"].decode()
    for before, after in each.swaps:
        assert before in text, before
        text = text.replace(before, after)
    package.parts["word/document.xml"] = text.encode()  # type: ignore[index]  # a plain dict in fact
    return package.repacked()


@pytest.mark.parametrize("each", CASES, ids=lambda each: f"{each.number} {each.what}")
def test_a_page_is_told_what_it_breaks_and_nothing_else(each: Case) -> None:
    found = {v.rule: f"{v.place}: {v.found}" for v in report_violations(built(each), STANDARD).violations}
    assert set(found) == each.told, found


def test_every_structure_has_a_case() -> None:
    assert {each.number for each in CASES} == {f"J{n}" for n in range(1, 15)} | {
        f"M{n}" for n in range(1, 10)
    }
