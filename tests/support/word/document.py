"""A văn bản with direct formatting, compliant as it stands, to be broken in one place."""

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field

from support.word.package import R, W, pack, relations, table
from support.word.paragraph import BODY, HEAD, Para, rule_under

MM = 56.6929  # twips
_PAGE_NUMBER = Para("2", align="center")
_NUMBER = Para("Số: 05/BC-UBND", size=13, align="center")
_PLACE_DATE = Para("Mẫu, ngày 05 tháng 3 năm 2026", italic=True, align="center")
_NATION = HEAD.but(text="CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", size=13)
_MOTTO = HEAD.but(text="Độc lập - Tự do - Hạnh phúc")
_KIND = HEAD.but(text="BÁO CÁO", before=240)
_SIGNER = HEAD.but(text="Nguyễn Văn Mẫu", before=1300)


@dataclass
class WordDocument:
    """A văn bản under construction."""

    page: tuple[float, float] = (210, 297)
    top: float = 20
    bottom: float = 20
    left: float = 30
    right: float = 20
    header_at: int = 567
    page_number: Para = _PAGE_NUMBER
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
    number: Para | None = _NUMBER
    about: Para | None = None
    place_date: Para | None = _PLACE_DATE
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
    styles: str = ""
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
        document = f'<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{body}{self._section(last=True)}</w:body></w:document>'
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
            "word/styles.xml": f'<w:styles xmlns:w="{W}">{styles}{self.styles}</w:styles>',
            "word/header1.xml": f'<w:{tag} xmlns:w="{W}">{inside}</w:{tag}>',
            "word/_rels/document.xml.rels": relations(
                ("rId1", f"{R}/styles", "styles.xml"), ("rId3", f"{R}/{kind}", "header1.xml")
            ),
            "docProps/core.xml": (
                '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
                f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Mẫu</dc:title><dc:creator>{self.creator}</dc:creator></cp:coreProperties>'
            ),
        }
