"""A paragraph with direct formatting."""

from dataclasses import dataclass, replace
from xml.sax.saxutils import escape

from ocop_cli.viet.widths import printed_width


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


def rule_under(text: str, size: float, available: int, share: float, shift: int = 0) -> Para:
    """Return an empty paragraph whose lower edge is a share of a bold text's width."""
    length = printed_width(text, size, bold=True) * share
    margin = round((available - length) / 2)
    return Para("", size=2, ruled=True, left=margin + shift, right=margin - shift, align="center")
