"""A lean .docx from a body: only the parts that Word needs, always the same bytes."""

from base64 import b64decode

from forms.styles import styles_xml
from ocop_cli.ooxml.zip import zip_parts
from ocop_cli.render.compiled import CHART

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_REL = "http://schemas.openxmlformats.org/package/2006/relationships"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_COMPAT = (
    "<w:compat><w:doNotExpandShiftReturn/>"
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
)  # a line break must not stretch a justified line
CHART_ID = 'r:embed="rId4"'
_NOTHING_YET = b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAG7buVgAAAABJRU5ErkJggg=="
)
"""One white point: it keeps the place of the chart."""
_PAGE = (
    '<w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/>'
)
_FLAT = (
    '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
    '<w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr>'
)  # the paragraph that ends a section must find room on a page that the signatures fill, else a blank page follows


def section(*, last: bool = True, restart: bool = False) -> str:
    """Return the page set-up of a section: A4 portrait, the number in the top margin but not on the first page."""
    start = '<w:pgNumType w:start="1"/>' if restart else ""
    properties = (
        f'<w:sectPr><w:headerReference w:type="default" r:id="rId3"/>{_PAGE}{start}<w:titlePg/></w:sectPr>'
    )
    return properties if last else f"<w:p><w:pPr>{_FLAT}{properties}</w:pPr></w:p>"


def package(body: str, title: str) -> bytes:
    """Return the .docx file of a body that ends with its section."""
    parts = _parts(body, title).items()
    return zip_parts(
        {name: part if isinstance(part, bytes) else (_HEAD + part).encode() for name, part in parts}
    )


def _parts(body: str, title: str) -> dict[str, str | bytes]:
    has_chart = CHART_ID in body
    page_number = (
        '<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:sz w:val="28"/><w:szCs w:val="28"/></w:rPr>'
        '<w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )
    return {
        "[Content_Types].xml": _content_types(has_chart=has_chart),
        "_rels/.rels": _relations(
            ("rId1", f"{_R}/officeDocument", "word/document.xml"),
            ("rId2", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml"),
        ),
        "word/document.xml": f'<w:document xmlns:w="{_W}" xmlns:r="{_R}"><w:body>{body}</w:body></w:document>',
        "word/styles.xml": f'<w:styles xmlns:w="{_W}">{styles_xml(with_pictures=has_chart)}</w:styles>',
        "word/settings.xml": f'<w:settings xmlns:w="{_W}">{_COMPAT}<w:themeFontLang w:val="vi-VN"/></w:settings>',
        "word/header1.xml": f'<w:hdr xmlns:w="{_W}">{page_number}</w:hdr>',
        "word/_rels/document.xml.rels": _relations(
            ("rId1", f"{_R}/styles", "styles.xml"),
            ("rId2", f"{_R}/settings", "settings.xml"),
            ("rId3", f"{_R}/header", "header1.xml"),
            *([("rId4", f"{_R}/image", "media/chart.png")] if has_chart else []),
        ),
        **({CHART: _NOTHING_YET} if has_chart else {}),
        "docProps/core.xml": _core(title),
    }  # fmt: skip


def _content_types(*, has_chart: bool) -> str:
    picture = '<Default Extension="png" ContentType="image/png"/>' if has_chart else ""
    kinds = {
        "/word/document.xml": f"{_MAIN}.document.main+xml",
        "/word/styles.xml": f"{_MAIN}.styles+xml",
        "/word/settings.xml": f"{_MAIN}.settings+xml",
        "/word/header1.xml": f"{_MAIN}.header+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    }
    overrides = "".join(f'<Override PartName="{part}" ContentType="{kind}"/>' for part, kind in kinds.items())
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f"{picture}"
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relations(*relations: tuple[str, str, str]) -> str:
    inside = "".join(
        f'<Relationship Id="{i}" Type="{kind}" Target="{target}"/>' for i, kind, target in relations
    )
    return f'<Relationships xmlns="{_REL}">{inside}</Relationships>'


def _core(title: str) -> str:
    return (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{title}</dc:title><dc:creator>ocop</dc:creator><dc:language>vi-VN</dc:language></cp:coreProperties>"
    )
