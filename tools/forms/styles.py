"""Paragraph styles after Nghị định 30/2020/NĐ-CP, Phụ lục I: sizes, weights, spacing."""

from dataclasses import dataclass

FONT = "Times New Roman"


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style: size in points, spacing in twips."""

    id: str
    name: str
    size: float = 14
    bold: bool = False
    italic: bool = False
    caps: bool = False
    align: str = "both"
    first_line: int = 0
    sides: int = 0
    """What is left free on both sides, so that what stands side by side never touches."""
    before: int = 0
    after: int = 0
    line: int = 240
    keep_next: bool = False
    new_page: bool = False
    level: int | None = None
    dots: tuple[int, ...] = ()
    """Where dotted lines end, from the left, in twips."""


_INDENT = 720  # 1.27 cm
TEXT_WIDTH = 9071  # A4 less 30 mm and 20 mm, in twips
_GAP = 120  # 6 pt
_SIGNATURE = 1300  # room for the signature and the seal

STYLES: tuple[Style, ...] = (
    Style("Body", "OCOP Nội dung", first_line=_INDENT, before=_GAP, line=264),
    Style("Lead", "OCOP Đoạn trước chữ ký", first_line=_INDENT, before=_GAP, line=264, keep_next=True),
    Style(
        "TableLead",
        "OCOP Đoạn trước bảng",
        first_line=_INDENT,
        before=_GAP,
        after=_GAP,
        line=264,
        keep_next=True,
    ),
    Style("Field", "OCOP Mục ghi", align="left", before=_GAP, dots=(TEXT_WIDTH,)),
    Style("Line", "OCOP Dòng mẫu", first_line=_INDENT, before=_GAP, dots=(TEXT_WIDTH,)),
    Style(
        "LineKept", "OCOP Dòng mẫu cuối", first_line=_INDENT, before=_GAP, dots=(TEXT_WIDTH,), keep_next=True
    ),
    Style(
        "LineLead",
        "OCOP Dòng mẫu trước bảng",
        first_line=_INDENT,
        before=_GAP,
        after=_GAP,
        dots=(TEXT_WIDTH,),
        keep_next=True,
    ),
    Style(
        "LineHead", "OCOP Dòng mẫu có phần dưới", first_line=_INDENT, before=_GAP, after=60, keep_next=True
    ),
    Style("LineNote", "OCOP Ghi chú của mẫu", italic=True, before=_GAP, after=_GAP),
    Style("Division", "OCOP Phần", bold=True, align="center", before=_GAP, keep_next=True, level=0),
    Style(
        "DivisionNew",
        "OCOP Phần ở trang mới",
        bold=True,
        align="center",
        before=_GAP,
        keep_next=True,
        new_page=True,
        level=0,
    ),
    Style("Small", "OCOP Chú thích", 11, italic=True, align="left"),
    Style("Nation", "OCOP Quốc hiệu", 13, bold=True, align="center"),
    Style("Motto", "OCOP Tiêu ngữ", bold=True, align="center"),
    Style("Parent", "OCOP Cơ quan chủ quản", 13, align="center"),
    Style("Agency", "OCOP Cơ quan ban hành", 13, bold=True, align="center"),
    Style("Number", "OCOP Số, ký hiệu", 13, align="center", before=60),
    Style("About", "OCOP Trích yếu công văn", 12, align="center", before=_GAP),
    Style("PlaceDate", "OCOP Địa danh, thời gian", italic=True, align="center", before=60),
    Style("Kind", "OCOP Tên loại", bold=True, align="center", before=240, keep_next=True),
    Style("Subject", "OCOP Trích yếu", bold=True, align="center", keep_next=True),
    Style("Rule", "OCOP Đường kẻ", 2, align="center", before=30, after=_GAP, keep_next=True),
    Style("AddressTo", "OCOP Kính gửi", align="center", before=_GAP, after=_GAP),
    Style("Ground", "OCOP Căn cứ", italic=True, first_line=_INDENT, before=_GAP),
    Style(
        "Part", "OCOP Mục lớn", bold=True, first_line=_INDENT, before=_GAP, after=60, keep_next=True, level=0
    ),
    Style(
        "Item",
        "OCOP Khoản có tiêu đề",
        bold=True,
        first_line=_INDENT,
        before=_GAP,
        after=60,
        keep_next=True,
        level=1,
    ),
    Style("Article", "OCOP Điều", first_line=_INDENT, before=_GAP, line=264, keep_next=True, level=0),
    Style("Point", "OCOP Điểm có tiêu đề", first_line=_INDENT, before=_GAP, line=264, keep_next=True),
    Style("CopiesTitle", "OCOP Nơi nhận", 12, bold=True, italic=True, align="left"),
    Style("Copies", "OCOP Danh sách nơi nhận", 11, align="left"),
    Style("Power", "OCOP Quyền hạn, chức vụ", bold=True, align="center", keep_next=True),
    Style("SignNote", "OCOP Chỗ ký", 13, italic=True, align="center", keep_next=True),
    Style("Signer", "OCOP Họ tên người ký", bold=True, align="center", sides=_GAP, before=_SIGNATURE),
    Style("Cell", "OCOP Ô bảng", 12, align="left", before=20, after=20),
    Style("CellNumber", "OCOP Ô số", 12, align="center", before=20, after=20),
    Style("CellKept", "OCOP Ô đầu nhóm", 12, align="left", before=20, after=20, keep_next=True),
    Style("CellNumberKept", "OCOP Ô số đầu nhóm", 12, align="center", before=20, after=20, keep_next=True),
    Style("CellHead", "OCOP Đầu bảng", 12, bold=True, align="center", before=20, after=20, keep_next=True),
    Style("Annex", "OCOP Phụ lục", bold=True, align="center", keep_next=True),
    Style("AnnexName", "OCOP Tên phụ lục", bold=True, align="center", keep_next=True),
    Style("AnnexNote", "OCOP Kèm theo", italic=True, align="center", keep_next=True),
)
_OF_PICTURES = (
    Style("Picture", "OCOP Hình", 12, align="center", before=_GAP, keep_next=True),
    Style("PictureNote", "OCOP Lời của hình", italic=True, align="center", after=_GAP),
)
"""Styles of the forms that have a picture; others do without, so that their files stay as they are."""


def styles_xml(*, with_pictures: bool = False) -> str:
    """Return ``word/styles.xml``: the defaults and every style."""
    fonts = f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:cs="{FONT}" w:eastAsia="{FONT}"/>'
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr>{fonts}<w:color w:val="000000"/><w:sz w:val="28"/><w:szCs w:val="28"/>'
        '<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="vi-VN"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:widowControl/><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
        "</w:pPr></w:pPrDefault></w:docDefaults>"
    )
    normal = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr>'
        '<w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>'
    )
    return f"{defaults}{normal}{''.join(_style(style) for style in (*STYLES, *(_OF_PICTURES if with_pictures else ())))}"


def _style(style: Style) -> str:
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{style.id}"><w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{_paragraph(style)}</w:pPr><w:rPr>{_run(style)}</w:rPr></w:style>'
    )


def _paragraph(style: Style) -> str:
    exact = style.id == "Rule"
    line = 'w:line="40" w:lineRule="exact"' if exact else f'w:line="{style.line}" w:lineRule="auto"'
    parts = [
        "<w:keepNext/>" if style.keep_next else "",
        "<w:pageBreakBefore/>" if style.new_page else "",
        _tabs(style.dots),
        f'<w:spacing w:before="{style.before}" w:after="{style.after}" {line}/>',
        f'<w:ind w:firstLine="{style.first_line}"/>' if style.first_line else "",
        f'<w:ind w:left="{style.sides}" w:right="{style.sides}"/>' if style.sides else "",
        f'<w:jc w:val="{style.align}"/>',
        f'<w:outlineLvl w:val="{style.level}"/>' if style.level is not None else "",
    ]
    return "".join(parts)


def _tabs(dots: tuple[int, ...]) -> str:
    stops = "".join(f'<w:tab w:val="right" w:leader="dot" w:pos="{end}"/>' for end in dots)
    return f"<w:tabs>{stops}</w:tabs>" if stops else ""


def _run(style: Style) -> str:
    size = round(style.size * 2)
    parts = [
        "<w:b/><w:bCs/>" if style.bold else "",
        "<w:i/><w:iCs/>" if style.italic else "",
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>',
    ]
    return "".join(parts)
