"""Blocks as WordprocessingML with the traits of Word, WPS Writer or Google Docs: what each is known to write."""

from __future__ import annotations

import io
import unicodedata
import zipfile
from typing import Any
from xml.sax.saxutils import escape

from layout import Block

MM, PT, EMU = 56.6929, 20, 36000
NS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
_EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")


class Writer:
    """Writes one document; ``maker`` is word, wps or google."""

    def __init__(self, look: dict[str, Any], maker: str = "word") -> None:
        self.look, self.maker, self.ids, self.numbers = look, maker, 0, {}

    def document(self, blocks: list[Block]) -> str:
        body = "".join(self.block(b) for b in blocks)
        return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document {NS}><w:body>{body}{self.section()}</w:body></w:document>'

    def section(self) -> str:
        top, bottom, left, right = (round(m * MM) for m in self.look["margins"])
        w, h = (round(m * MM) for m in self.look["page"])
        refs = ""
        if self.look["number_in"] == "header":
            refs += '<w:headerReference w:type="default" r:id="rId10"/>'
        if self.look["number_in"] == "footer":
            refs += '<w:footerReference w:type="default" r:id="rId11"/>'
        if self.look["even_footer"]:
            refs += '<w:footerReference w:type="even" r:id="rId11"/>'
        title = "<w:titlePg/>" if self.look["title_page"] else ""
        return (
            f'<w:sectPr>{refs}<w:pgSz w:w="{w}" w:h="{h}"/><w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}" '
            f'w:left="{left}" w:header="567" w:footer="567" w:gutter="0"/>{title}</w:sectPr>'
        )

    def block(self, b: Block) -> str:
        if "widths" in b:
            return self.table(b)
        if "rule" in b:
            return self.line(b)
        return self.paragraph(b)

    def paragraph(self, b: Block, extra: str = "") -> str:
        drawing = self.drawing(b["draw"]) if "draw" in b else ""
        box = self.box(b["box"]) if "box" in b else ""
        runs = "".join(self.run(r) for r in b["p"])
        page = '<w:r><w:br w:type="page"/></w:r>' if b.get("new_page") else ""
        return f"<w:p>{self.properties(b, extra)}{page}{drawing}{box}{runs}</w:p>"

    def properties(self, b: Block, extra: str = "") -> str:
        number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>' if "num" in b else ""
        tabs = "".join(f'<w:tab w:val="{kind}" w:pos="{round(at * MM)}"/>' for kind, at in b.get("tabs", ()))
        tabs = f"<w:tabs>{tabs}</w:tabs>" if tabs else ""
        line = round(b.get("line", 1) * 240)
        spacing = f'<w:spacing w:before="{round(b.get("before", 0) * PT)}" w:after="{round(b.get("after", 0) * PT)}" w:line="{line}" w:lineRule="auto"/>'
        first = round(b.get("first", 0) * MM)
        side = f'w:firstLine="{first}"' if first >= 0 else f'w:hanging="{-first}"'
        indent = f'<w:ind w:left="{round(b.get("left", 0) * MM)}" w:right="{round(b.get("right", 0) * MM)}" {side}/>'
        rtl = '<w:bidi w:val="0"/>' if self.maker == "google" else ""
        return f'<w:pPr>{number}{extra}{tabs}{rtl}{spacing}{indent}<w:jc w:val="{b.get("align", "left")}"/></w:pPr>'

    def run(self, r: Block) -> str:
        if r["t"] == "\n":
            return "<w:r><w:br/></w:r>"
        font = r.get("font", self.look["font"])
        if self.maker == "word" and font == "Times New Roman" and not r.get("font"):
            fonts = ""
        elif self.maker == "google":
            fonts = f'<w:rFonts w:ascii="{font}" w:cs="{font}" w:eastAsia="{font}" w:hAnsi="{font}"/>'
        else:
            fonts = f'<w:rFonts w:hint="default" w:ascii="{font}" w:hAnsi="{font}" w:cs="{font}"/>'
        toggles = "".join(
            f"<w:{k}/>" if r.get(k) else (f'<w:{k} w:val="0"/>' if self.maker == "google" else "")
            for k in ("b", "i")
        )
        colour = f'<w:color w:val="{r["color"]}"/>' if r.get("color") else ""
        under = '<w:u w:val="single"/>' if r.get("u") else ""
        size = round(r["sz"] * 2)
        rtl = '<w:rtl w:val="0"/>' if self.maker == "google" else ""
        text = unicodedata.normalize("NFD", r["t"]) if self.look["nfd"] else r["t"]
        pieces = "<w:tab/>".join(
            f'<w:t xml:space="preserve">{escape(t)}</w:t>' if t else "" for t in text.split("\t")
        )
        return f'<w:r><w:rPr>{fonts}{toggles}{colour}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>{under}{rtl}</w:rPr>{pieces}</w:r>'

    def table(self, b: Block) -> str:
        kind = "single" if b.get("border") else "nil"
        edges = "".join(f'<w:{e} w:val="{kind}" w:sz="4" w:space="0" w:color="auto"/>' for e in _EDGES)
        columns = b.get("grid") or b["widths"]
        grid = "".join(f'<w:gridCol w:w="{round(w * MM)}"/>' for w in columns)
        span = f'<w:gridSpan w:val="{len(columns) - 1}"/>' if b.get("grid") else ""
        rows = "".join(
            "<w:tr>" + "".join(
                f'<w:tc><w:tcPr><w:tcW w:w="{round(w * MM)}" w:type="dxa"/>{span if n else ""}</w:tcPr>{"".join(self.block(x) for x in cell)}</w:tc>'
                for n, (w, cell) in enumerate(zip(b["widths"], row, strict=True))
            ) + "</w:tr>"
            for row in b["rows"]
        )  # fmt: skip
        return (
            f'<w:tbl><w:tblPr><w:tblW w:w="{round(sum(b["widths"]) * MM)}" w:type="dxa"/><w:tblInd w:w="{round(b.get("indent", 0) * MM)}" w:type="dxa"/>'
            f'<w:tblBorders>{edges}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>'
        )

    def line(self, b: Block) -> str:
        how, mm = b["how"], b["rule"]
        if how == "border":
            room = b.get("room", 0)
            side = max(room - mm, 0) / 2
            border = '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr>'
            return self.paragraph(
                {
                    "p": [{"t": "", "sz": 2}],
                    "left": side + b.get("shift", 0),
                    "right": side - b.get("shift", 0),
                },
                border,
            )
        if how == "underscores":
            return self.paragraph(
                {"p": [{"t": "_" * round(mm / (0.5 * 13 * 25.4 / 72)), "sz": 13}], "align": "center"}
            )
        return self.paragraph(
            {"p": [], "align": "center", "draw": {"mm": mm, "how": how, "shift": b.get("shift", 0)}}
        )

    def drawing(self, d: Block) -> str:
        self.ids += 1
        how = d["how"]
        if "vml" in how:
            return self.vml(d)
        if how == "picture":
            return self.picture(d["mm"])
        up = 0 if d.get("up") else (6 if how != "anchored-above" else 18)
        across = (
            f"<wp:posOffset>{round(d['at'] * EMU)}</wp:posOffset>"
            if "at" in d
            else "<wp:align>center</wp:align>"
        )
        if d.get("shift"):
            across = f"<wp:posOffset>{round(d['shift'] * EMU)}</wp:posOffset>"
        return (
            f'<w:r><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
            f'<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column">{across}</wp:positionH>'
            f'<wp:positionV relativeFrom="paragraph"><wp:posOffset>{up * 12700}</wp:posOffset></wp:positionV>'
            f'<wp:extent cx="{round(d["mm"] * EMU)}" cy="0"/><wp:wrapNone/><wp:docPr id="{self.ids}" name="Straight Connector {self.ids}"/>'
            f'<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvCnPr/><wps:spPr>'
            f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="{round(d["mm"] * EMU)}" cy="0"/></a:xfrm><a:prstGeom prst="line"><a:avLst/></a:prstGeom>'
            f'<a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln></wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>'
        )

    def vml(self, d: Block) -> str:
        length = d["mm"] / 25.4 * 72
        top = 0 if d.get("up") else (18 if "above" in d["how"] else 6)
        style = f"position:absolute;margin-left:0;margin-top:{top}pt;width:{length:.1f}pt;height:0;z-index:1;mso-position-horizontal:center;mso-position-horizontal-relative:text"
        if "t32" in d["how"]:
            kind = '<v:shapetype id="_x0000_t32" coordsize="21600,21600" o:spt="32" o:oned="t" path="m,l21600,21600e" filled="f"/>'
            shape = f'<v:shape id="s{self.ids}" o:spid="_x0000_s{self.ids}" type="#_x0000_t32" style="{style}" o:connectortype="straight"/>'
            return f"<w:r><w:pict>{kind}{shape}</w:pict></w:r>"
        return f'<w:r><w:pict><v:line id="s{self.ids}" style="position:absolute;z-index:1;mso-position-horizontal:center;mso-position-horizontal-relative:text" from="0,{top}pt" to="{length:.1f}pt,{top}pt"/></w:pict></w:r>'

    def picture(self, mm: float) -> str:
        return (
            f'<w:r><w:drawing><wp:inline><wp:extent cx="{round(mm * EMU)}" cy="9525"/><wp:docPr id="{self.ids}" name="Picture {self.ids}"/>'
            f'<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="line.png"/><pic:cNvPicPr/></pic:nvPicPr>'
            f'<pic:blipFill><a:blip r:embed="rId12"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{round(mm * EMU)}" cy="9525"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
        )

    def box(self, text: str) -> str:
        inner = f'<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:b/><w:sz w:val="26"/></w:rPr><w:t>{text}</w:t></w:r></w:p>'
        style = "position:absolute;margin-left:10pt;margin-top:2pt;width:90pt;height:24pt;z-index:2"
        vml = f'<w:pict><v:shape id="box" type="#_x0000_t202" style="{style}"><v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox></v:shape></w:pict>'
        kind = '<w:pict><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"/></w:pict>'
        if self.look.get("box_how") != "choice":
            return f"<w:r>{kind}</w:r><w:r>{vml}</w:r>"
        shape = (
            f'<w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
            f'<wp:positionH relativeFrom="column"><wp:posOffset>127000</wp:posOffset></wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>25400</wp:posOffset></wp:positionV>'
            f'<wp:extent cx="1143000" cy="304800"/><wp:wrapNone/><wp:docPr id="90" name="Text Box 90"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr>'
            f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="1143000" cy="304800"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:ln w="6350"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln></wps:spPr><wps:txbx><w:txbxContent>{inner}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>'
        )
        return f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{shape}</mc:Choice><mc:Fallback>{vml}</mc:Fallback></mc:AlternateContent></w:r>'


def _styles(maker: str) -> str:
    base = {
        "word": '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/><w:sz w:val="28"/><w:lang w:val="en-US"/>',
        "wps": '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="SimSun" w:cs="Times New Roman"/><w:kern w:val="2"/><w:sz w:val="21"/>',
        "google": '<w:rFonts w:ascii="Arial" w:cs="Arial" w:eastAsia="Arial" w:hAnsi="Arial"/><w:sz w:val="22"/><w:lang w:val="vi"/>',
    }[maker]
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><w:styles {NS}><w:docDefaults><w:rPrDefault><w:rPr>{base}</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style></w:styles>'
    )


_NUMBERING = (
    f'<w:numbering {NS}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:suff w:val="space"/>'
    '<w:lvlText w:val="%1."/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="0" w:firstLine="720"/></w:pPr></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
)


def _page_part(tag: str, size: float) -> str:
    run = f'<w:rPr><w:sz w:val="{round(size * 2)}"/></w:rPr>'
    field = f'<w:r>{run}<w:fldChar w:fldCharType="begin"/></w:r><w:r>{run}<w:instrText> PAGE </w:instrText></w:r><w:r>{run}<w:fldChar w:fldCharType="separate"/></w:r><w:r>{run}<w:t>2</w:t></w:r><w:r>{run}<w:fldChar w:fldCharType="end"/></w:r>'
    return f'<w:{tag} {NS}><w:p><w:pPr><w:jc w:val="center"/></w:pPr>{field}</w:p></w:{tag}>'


def _room(blocks: list[Block], room: float) -> None:
    """Tell each line that is a border how wide its room is."""
    for b in blocks:
        if b.get("rule") and "room" not in b:
            b["room"] = room
        for row in b.get("rows", ()):
            for w, cell in zip(b["widths"], row, strict=True):
                _room(cell, w - 3.8)


def build(blocks: list[Block], look: dict[str, Any], maker: str = "word") -> bytes:
    """Return a .docx."""
    left, right = look["margins"][2:]
    _room(blocks, look["page"][0] - left - right)
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    kinds = {
        "rId1": ("styles", "styles.xml"),
        "rId2": ("numbering", "numbering.xml"),
        "rId10": ("header", "header1.xml"),
        "rId11": ("footer", "footer1.xml"),
        "rId12": ("image", "media/line.png"),
    }
    rels = "".join(
        f'<Relationship Id="{i}" Type="{office}/{k}" Target="{t}"/>' for i, (k, t) in kinds.items()
    )
    types = "".join(
        f'<Override PartName="/word/{t}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.{k}+xml"/>'
        for i, (k, t) in kinds.items() if k != "image"
    )  # fmt: skip
    parts = {
        "[Content_Types].xml": '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
        f'<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>{types}</Types>',
        "_rels/.rels": f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{office}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rels}</Relationships>',
        "word/document.xml": Writer(look, maker).document(blocks),
        "word/styles.xml": _styles(maker),
        "word/numbering.xml": _NUMBERING,
        "word/header1.xml": _page_part("hdr", look["number_size"]),
        "word/footer1.xml": _page_part("ftr", look["number_size"]),
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 3, 5, 8, 0, 0)), text, zipfile.ZIP_DEFLATED)
        archive.writestr(zipfile.ZipInfo("word/media/line.png", (2026, 3, 5, 8, 0, 0)), _black_png())
    return stream.getvalue()


def _black_png() -> bytes:
    from PIL import Image

    stream = io.BytesIO()
    Image.new("RGB", (40, 2)).save(stream, "PNG")
    return stream.getvalue()
