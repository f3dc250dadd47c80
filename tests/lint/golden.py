"""Build văn bản from scratch with direct formatting: compliant ones, to be broken in one place."""

import io
import zipfile
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field, replace
from xml.sax.saxutils import escape

from ocop_cli.viet.widths import bold_width

MM = 56.6929
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_REL = "http://schemas.openxmlformats.org/package/2006/relationships"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"


@dataclass(frozen=True)
class Para:
    """One paragraph: sizes in points, distances in twips."""

    text: str
    size: float = 14
    bold: bool = False
    italic: bool = False
    align: str = "both"
    first: int = 0
    left: int = 0
    right: int = 0
    before: int = 0
    after: int = 0
    line: int = 240
    rule: str = "auto"
    keep: bool = False
    font: str = "Times New Roman"
    other_font: str = "Times New Roman"
    color: str = ""
    underline: bool = False
    boxed: bool = False
    ruled: bool = False
    level: bool = False
    extra: str = ""
    run_extra: str = ""
    language: str = "vi-VN"

    def but(self, **changes: object) -> "Para":
        """Return this paragraph with changes."""
        return replace(self, **changes)  # type: ignore[arg-type]  # any field

    def xml(self) -> str:
        """Return WordprocessingML."""
        return f"<w:p><w:pPr>{self._paragraph()}</w:pPr>{self._run()}</w:p>"

    def _paragraph(self) -> str:
        edge = '<w:{0} w:val="single" w:sz="6" w:space="0" w:color="000000"/>'
        sides = ("top", "left", "bottom", "right") if self.boxed else ("bottom",) if self.ruled else ()
        border = f"<w:pBdr>{''.join(edge.format(s) for s in sides)}</w:pBdr>" if sides else ""
        return (
            f"{'<w:keepNext/>' if self.keep else ''}{border}{self.extra}"
            f'<w:spacing w:before="{self.before}" w:after="{self.after}" w:line="{self.line}" w:lineRule="{self.rule}"/>'
            f'<w:ind w:left="{self.left}" w:right="{self.right}" w:firstLine="{self.first}"/><w:jc w:val="{self.align}"/>'
            + ('<w:outlineLvl w:val="0"/>' if self.level else "")
        )

    def _run(self) -> str:
        if not self.text:
            return ""
        look = (
            f'<w:rFonts w:ascii="{self.font}" w:hAnsi="{self.font}" w:cs="{self.other_font}" w:eastAsia="{self.other_font}"/>'
            f"{'<w:b/>' if self.bold else ''}{'<w:i/>' if self.italic else ''}"
            + (f'<w:color w:val="{self.color}"/>' if self.color else "")
            + f'<w:sz w:val="{round(self.size * 2)}"/>'
            + ('<w:u w:val="single"/>' if self.underline else "")
            + f'<w:lang w:val="{self.language}"/>{self.run_extra}'
        )
        return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{escape(self.text)}</w:t></w:r>'


BODY = Para("", first=720, before=120)
HEAD = Para("", align="center", bold=True)
_NATION = HEAD.but(text="CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", size=13)
_MOTTO = HEAD.but(text="Độc lập - Tự do - Hạnh phúc")
_KIND = HEAD.but(text="BÁO CÁO", before=240)
_SIGNER = HEAD.but(text="Nguyễn Văn Mẫu", before=1300)


def rule_under(text: str, size: float, available: int, share: float, shift: int = 0) -> Para:
    """Return an empty paragraph whose lower edge is a share of a bold text's width."""
    length = bold_width(text, size) * share
    margin = round((available - length) / 2)
    return Para("", size=2, ruled=True, left=margin + shift, right=margin - shift, align="center")


@dataclass
class WordDocument:
    """A văn bản under construction."""

    page: tuple[float, float] = (210, 297)
    top: float = 20
    bottom: float = 20
    left: float = 30
    right: float = 20
    header_at: int = 567
    page_number: Para = Para("2", align="center")
    number_in_footer: bool = False
    number_field: str = " PAGE "
    number_type: str = ""
    title_page: bool = True
    header_text: str = ""
    columns: int = 2
    border: str = "nil"
    grid: tuple[int, int] = (3402, 5669)
    agency: list[Para] = field(
        default_factory=lambda: [HEAD.but(text="ỦY BAN NHÂN DÂN", size=13), HEAD.but(text="XÃ MẪU", size=13)]
    )
    agency_share: float = 0.42
    agency_shift: int = 0
    nation: Para = _NATION
    motto: Para = _MOTTO
    motto_share: float = 1.0
    number: Para | None = Para("Số: 05/BC-UBND", size=13, align="center")
    about: Para | None = None
    place_date: Para | None = Para("Mẫu, ngày 05 tháng 3 năm 2026", italic=True, align="center")
    place_date_row: int = 1
    kind: Para | None = _KIND
    subject: list[Para] = field(
        default_factory=lambda: [HEAD.but(text="Kết quả thực hiện Chương trình mẫu năm 2026")]
    )
    subject_share: float = 0.42
    address: list[Para] = field(default_factory=list)
    grounds: list[Para] = field(default_factory=list)
    body: list[Para] = field(default_factory=lambda: [
        BODY.but(text="Ủy ban nhân dân xã Mẫu báo cáo kết quả thực hiện như sau:"),
        BODY.but(text="Xã đã tổ chức thực hiện các nhiệm vụ theo đúng tiến độ đề ra trong năm."),
        BODY.but(text="Trên đây là báo cáo của Ủy ban nhân dân xã Mẫu./.", keep=True),
    ])  # fmt: skip
    copies: list[Para] = field(default_factory=lambda: [
        Para("Nơi nhận:", size=12, bold=True, italic=True, align="left"),
        Para("- Sở Nông nghiệp và Môi trường;", size=11, align="left"),
        Para("- Lưu: VT, KT.", size=11, align="left"),
    ])  # fmt: skip
    powers: list[Para] = field(
        default_factory=lambda: [HEAD.but(text="TM. ỦY BAN NHÂN DÂN"), HEAD.but(text="CHỦ TỊCH")]
    )
    signer: Para | None = _SIGNER
    foot_split: bool = False
    foot_rows: int = 1
    annexes: list[list[Para]] = field(default_factory=list)
    annex_start: str = '<w:pgNumType w:start="1"/>'
    tables: str = ""
    before_header: str = ""
    language: str = "vi-VN"
    creator: str = "UBND xã Mẫu"
    extra_parts: dict[str, str] = field(default_factory=dict)

    def but(self, change: Callable[["WordDocument"], None]) -> "WordDocument":
        """Return a copy with a change made to it."""
        copied = deepcopy(self)
        change(copied)
        return copied

    def build(self) -> bytes:
        """Return the .docx file."""
        body = self.before_header + self._header() + self._text() + self._foot() + self._annexes()
        document = f'<w:document xmlns:w="{_W}" xmlns:r="{_R}"><w:body>{body}{self._section(last=True)}</w:body></w:document>'
        return pack({"word/document.xml": document, **self._others(), **self.extra_parts})

    def _header(self) -> str:
        lines = [*self.agency, self._agency_line()] if self.agency else []
        left = "".join(p.xml() for p in lines) or Para("").xml()
        right = self.nation.xml() + self.motto.xml() + self._motto_line()
        second = "".join(p.xml() for p in (self.number, self.about) if p) or Para("").xml()
        date = self.place_date.xml() if self.place_date else Para("").xml()
        rows = [(left, right), (second, date if self.place_date_row == 1 else Para("").xml())]
        rows += [(Para("").xml(), date)] if self.place_date_row > 1 else []
        return table(self.grid, rows, self.border, columns=self.columns)

    def _agency_line(self) -> Para:
        last = self.agency[-1]
        return rule_under(last.text, last.size, self.grid[0], self.agency_share, self.agency_shift)

    def _motto_line(self) -> str:
        if not self.motto_share:
            return ""
        return rule_under(self.motto.text, self.motto.size, self.grid[1], self.motto_share).xml()

    def _text(self) -> str:
        parts = [self.kind, *self.subject] if self.kind else []
        xml = "".join(p.xml() for p in parts if p)
        if self.subject and self.subject_share:
            available = round((self.page[0] - self.left - self.right) * MM)
            xml += rule_under(
                self.subject[-1].text, self.subject[-1].size, available, self.subject_share
            ).xml()
        text = "".join(p.xml() for p in [*self.address, *self.grounds, *self.body[:-1]])
        return xml + text + self.tables + "".join(p.xml() for p in self.body[-1:])

    def _foot(self) -> str:
        if not self.copies and not self.powers:
            return ""
        left = "".join(p.xml() for p in self.copies) or Para("").xml()
        right = "".join(p.xml() for p in [*self.powers, *([self.signer] if self.signer else [])])
        rows = [(left, right)] if self.foot_rows == 1 else [(Para("").xml(), right), (left, Para("").xml())]
        return table((4535, 4536), rows, "nil", split=self.foot_split)

    def _annexes(self) -> str:
        xml = ""
        for annex in self.annexes:
            xml += f"<w:p><w:pPr>{self._section(last=False)}</w:pPr></w:p>" + "".join(p.xml() for p in annex)
        return xml

    def _section(self, *, last: bool) -> str:
        width, height = (round(side * MM) for side in self.page)
        where = "footerReference" if self.number_in_footer else "headerReference"
        margins = " ".join(
            f'w:{s}="{round(getattr(self, s) * MM)}"' for s in ("top", "right", "bottom", "left")
        )
        start = self.annex_start if last and self.annexes else self.number_type
        return (
            f'<w:sectPr><w:{where} w:type="default" r:id="rId3"/><w:pgSz w:w="{width}" w:h="{height}"/>'
            f'<w:pgMar {margins} w:header="{self.header_at}" w:footer="567" w:gutter="0"/>{start}'
            f"{'<w:titlePg/>' if self.title_page else ''}</w:sectPr>"
        )

    def _others(self) -> dict[str, str]:
        number = self.page_number
        look = f'<w:rPr><w:rFonts w:ascii="{number.font}" w:hAnsi="{number.font}"/>{"<w:i/>" if number.italic else ""}<w:sz w:val="{round(number.size * 2)}"/></w:rPr>'
        runs = (
            f'<w:r>{look}<w:fldChar w:fldCharType="begin"/></w:r><w:r>{look}<w:instrText xml:space="preserve">{self.number_field}</w:instrText></w:r>'
            f'<w:r>{look}<w:fldChar w:fldCharType="separate"/></w:r><w:r>{look}<w:t>2</w:t></w:r><w:r>{look}<w:fldChar w:fldCharType="end"/></w:r>'
        )
        text = Para(self.header_text).xml() if self.header_text else ""
        inside = f'<w:p><w:pPr><w:jc w:val="{number.align}"/></w:pPr>{runs}</w:p>{text}'
        tag = "ftr" if self.number_in_footer else "hdr"
        kind = "footer" if self.number_in_footer else "header"
        fonts = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman" w:eastAsia="Times New Roman"/>'
        styles = f'<w:docDefaults><w:rPrDefault><w:rPr>{fonts}<w:sz w:val="28"/><w:lang w:val="{self.language}"/></w:rPr></w:rPrDefault></w:docDefaults>'
        return {
            "word/styles.xml": f'<w:styles xmlns:w="{_W}">{styles}</w:styles>',
            "word/header1.xml": f'<w:{tag} xmlns:w="{_W}">{inside}</w:{tag}>',
            "word/_rels/document.xml.rels": relations(
                ("rId1", f"{_R}/styles", "styles.xml"), ("rId3", f"{_R}/{kind}", "header1.xml")
            ),
            "docProps/core.xml": (
                '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
                f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Mẫu</dc:title><dc:creator>{self.creator}</dc:creator></cp:coreProperties>'
            ),
        }


def table(
    grid: tuple[int, ...], rows: list[tuple[str, str]], border: str, *, columns: int = 2, split: bool = False
) -> str:
    """Return a layout table."""
    edges = "".join(
        f'<w:{s} w:val="{border}"/>' for s in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    columns_xml = "".join(f'<w:gridCol w:w="{w}"/>' for w in (*grid, *([100] * (columns - 2))))
    whole = "" if split else "<w:trPr><w:cantSplit/></w:trPr>"
    body = "".join(
        f"<w:tr>{whole}"
        + "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{w}" w:type="dxa"/></w:tcPr>{c}</w:tc>'
            for w, c in zip(grid, row, strict=True)
        )
        + "</w:tr>"
        for row in rows
    )
    return (
        f'<w:tbl><w:tblPr><w:tblBorders>{edges}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/>'
        f'<w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>{columns_xml}</w:tblGrid>{body}</w:tbl>'
    )


def relations(*items: tuple[str, str, str]) -> str:
    """Return a relations part."""
    inside = "".join(f'<Relationship Id="{i}" Type="{kind}" Target="{target}"/>' for i, kind, target in items)
    return f'<Relationships xmlns="{_REL}">{inside}</Relationships>'


def pack(parts: dict[str, str]) -> bytes:
    """Zip parts into a .docx."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="{_MAIN}.document.main+xml"/></Types>',
        )
        archive.writestr("_rels/.rels", relations(("rId1", f"{_R}/officeDocument", "word/document.xml")))
        for name, text in parts.items():
            archive.writestr(name, text)
    return stream.getvalue()


def report() -> WordDocument:
    """Báo cáo."""
    return WordDocument()


def letter() -> WordDocument:
    """Công văn."""
    return WordDocument(
        number=Para("Số: 12/UBND-KT", size=13, align="center"),
        about=Para("V/v đề nghị đánh giá sản phẩm mẫu", size=12, align="center", before=120),
        kind=None,
        subject=[],
        address=[Para("Kính gửi: Ủy ban nhân dân tỉnh Mẫu.", align="center", before=120)],
        copies=[
            Para("Nơi nhận:", size=12, bold=True, italic=True, align="left"),
            Para("- Như trên;", size=11, align="left"),
            Para("- Lưu: VT, KT.", size=11, align="left"),
        ],
    )


def submission() -> WordDocument:
    """Tờ trình."""
    base = letter()
    return WordDocument(
        number=Para("Số: 12/TTr-UBND", size=13, align="center"),
        kind=HEAD.but(text="TỜ TRÌNH", before=240),
        subject=[HEAD.but(text="Đề nghị đánh giá, phân hạng sản phẩm mẫu")],
        address=[
            Para("Kính gửi:", align="left", first=720, before=120),
            Para("- Ủy ban nhân dân tỉnh Mẫu;", align="left", left=2000),
            Para("- Sở Nông nghiệp và Môi trường.", align="left", left=2000),
        ],
        grounds=[
            BODY.but(
                text="Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;", italic=True
            ),
            BODY.but(
                text="Căn cứ Quyết định số 26/2026/QĐ-TTg ngày 22 tháng 5 năm 2026 của Thủ tướng Chính phủ quy định Bộ tiêu chí.",
                italic=True,
            ),
        ],
        place_date=Para("Mẫu, ngày 15 tháng 10 năm 2026", italic=True, align="center"),
        copies=base.copies,
    )


def decision() -> WordDocument:
    """Quyết định."""
    return WordDocument(
        number=Para("Số: 15/QĐ-UBND", size=13, align="center"),
        kind=HEAD.but(text="QUYẾT ĐỊNH", before=240),
        subject=[HEAD.but(text="Về việc thành lập Tổ công tác mẫu")],
        grounds=[
            BODY.but(
                text="Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;", italic=True
            ),
            BODY.but(text="Theo đề nghị của Trưởng phòng Kinh tế.", italic=True),
        ],
        body=[
            HEAD.but(text="ỦY BAN NHÂN DÂN XÃ MẪU", before=120),
            HEAD.but(text="QUYẾT ĐỊNH:", before=120),
            BODY.but(text="Điều 1. Thành lập Tổ công tác mẫu của xã.", bold=True, level=True),
            BODY.but(text="1. Tổ trưởng là Trưởng phòng Kinh tế."),
            BODY.but(text="a) Tổ trưởng điều hành chung;"),
            BODY.but(text="b) Tổ phó giúp việc;"),
            BODY.but(text="c) Thành viên thực hiện nhiệm vụ;"),
            BODY.but(text="d) Thư ký ghi chép;"),
            BODY.but(text="đ) Các nhiệm vụ khác."),
            BODY.but(text="2. Tổ phó do Tổ trưởng phân công."),
            BODY.but(
                text="Điều 2. Quyết định này có hiệu lực từ ngày ký./.", bold=True, level=True, keep=True
            ),
        ],
        copies=[
            Para("Nơi nhận:", size=12, bold=True, italic=True, align="left"),
            Para("- Như Điều 2;", size=11, align="left"),
            Para("- Lưu: VT, KT.", size=11, align="left"),
        ],
    )


def plan() -> WordDocument:
    """Kế hoạch, with numbered parts and an annex."""
    return WordDocument(
        number=Para("Số:       /KH-UBND", size=13, align="center"),
        place_date=Para("Mẫu, ngày      tháng 10 năm 2026", italic=True, align="center"),
        kind=HEAD.but(text="KẾ HOẠCH", before=240),
        subject=[HEAD.but(text="Triển khai Chương trình mẫu năm 2027")],
        body=[
            BODY.but(text="I. MỤC ĐÍCH, YÊU CẦU", bold=True, level=True),
            BODY.but(text="1. Triển khai kịp thời các nhiệm vụ nêu tại phụ lục kèm theo."),
            BODY.but(text="2. Phân công rõ trách nhiệm."),
            BODY.but(text="II. TỔ CHỨC THỰC HIỆN", bold=True, level=True),
            BODY.but(text="Phòng Kinh tế chủ trì thực hiện Kế hoạch này./.", keep=True),
        ],
        annexes=[[
            HEAD.but(text="Phụ lục"),
            HEAD.but(text="DANH MỤC NHIỆM VỤ"),
            Para("(Kèm theo Kế hoạch số     /KH-UBND ngày     /10/2026 của UBND xã Mẫu)", italic=True, align="center"),
            BODY.but(text="Danh mục gồm các nhiệm vụ trong năm."),
        ]],
    )  # fmt: skip


def notice() -> WordDocument:
    """Thông báo signed by a deputy."""
    return WordDocument(
        number=Para("Số: 07/TB-UBND", size=13, align="center"),
        kind=HEAD.but(text="THÔNG BÁO", before=240),
        subject=[HEAD.but(text="Kết quả lựa chọn ý tưởng sản phẩm năm 2026")],
        powers=[HEAD.but(text=t) for t in ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")],
    )


def office_notice() -> WordDocument:
    """Thông báo of a Phòng."""
    return WordDocument(
        agency=[HEAD.but(text="UBND XÃ MẪU", size=13, bold=False), HEAD.but(text="PHÒNG KINH TẾ", size=13)],
        number=Para("Số: 07/TB-PKT", size=13, align="center"),
        kind=HEAD.but(text="THÔNG BÁO", before=240),
        subject=[HEAD.but(text="Lịch tiếp nhận hồ sơ năm 2026")],
        powers=[HEAD.but(text="TRƯỞNG PHÒNG")],
    )


def invitation() -> WordDocument:
    """Giấy mời."""
    return WordDocument(
        number=Para("Số: 09/GM-UBND", size=13, align="center"),
        kind=HEAD.but(text="GIẤY MỜI", before=240),
        subject=[HEAD.but(text="Họp đánh giá sản phẩm mẫu")],
        body=[
            BODY.but(text="Ủy ban nhân dân xã Mẫu trân trọng kính mời: các đơn vị liên quan tới dự họp."),
            BODY.but(text="Thời gian: 8 giờ 00, ngày 10 tháng 3 năm 2026."),
            BODY.but(text="Địa điểm: Trụ sở Ủy ban nhân dân xã Mẫu./.", keep=True),
        ],
    )


def minutes() -> WordDocument:
    """Biên bản."""
    return WordDocument(
        number=Para("Số: 03/BB-UBND", size=13, align="center"),
        place_date=None,
        kind=HEAD.but(text="BIÊN BẢN", before=240),
        subject=[HEAD.but(text="Họp đánh giá sản phẩm mẫu")],
        body=[
            BODY.but(text="Thời gian bắt đầu: 8 giờ 00, ngày 10 tháng 3 năm 2026."),
            BODY.but(text="Cuộc họp kết thúc vào 10 giờ 00, ngày 10 tháng 3 năm 2026./.", keep=True),
        ],
        copies=[HEAD.but(text="THƯ KÝ"), HEAD.but(text="Trần Thị Mẫu", before=1300)],
        powers=[HEAD.but(text="CHỦ TỌA")],
    )


KINDS: dict[str, Callable[[], WordDocument]] = {
    "báo cáo": report,
    "công văn": letter,
    "tờ trình": submission,
    "quyết định": decision,
    "kế hoạch": plan,
    "thông báo": notice,
    "giấy mời": invitation,
    "biên bản": minutes,
}
