"""Public pages of products, and their labels to print with QR codes that any telephone reads."""

from collections.abc import Sequence
from typing import Any

from markupsafe import Markup

from ocop_cli.render.own_page import own_page
from ocop_cli.reports.label import Label


def product_page(label: Label, commune: str) -> bytes:
    """Return the public page of a product."""
    return _page([label], commune, is_sheet=False)


def label_sheet(labels: Sequence[Label], commune: str) -> bytes:
    """Return the labels of some products on sheets of A4, eight on each."""
    return _page(labels, commune, is_sheet=True)


def _page(labels: Sequence[Label], commune: str, *, is_sheet: bool) -> bytes:
    shown: list[dict[str, Any]] = [{**label._asdict(), "qr": _qr(label.code)} for label in labels]
    return own_page("label", None, {"labels": shown, "commune": commune, "is_sheet": is_sheet})


def _qr(code: str) -> Markup:
    """Return a QR code as SVG, never a micro one, which few telephones read; the library writes no style.

    It says that its letters are UTF-8 where they are more than Latin-1: without that some readers take Vietnamese for
    Japanese (``findings/zbar-reads-vietnamese-qr-as-japanese.sh``).
    """
    import segno

    drawn = segno.make_qr(code, error="m", eci=True).svg_inline(
        svgclass="qr", lineclass=None, omitsize=True, border=4, light="#fff"
    )
    return Markup(drawn)  # noqa: S704 - a drawing; what it encodes is no text in it
