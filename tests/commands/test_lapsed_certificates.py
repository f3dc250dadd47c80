"""A certificate that has run out is told apart wherever products with a star are listed or counted."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from docx import Document

Ocop = Callable[..., int]
Printed = Callable[[], Any]
LATER = ("--as-of", "2030-01-01")


def test_lists_and_reports_tell_lapsed_certificates_apart(ocop: Ocop, printed: Printed, capsys: Any) -> None:
    assert ocop("list", "--json", *LATER) == 0
    ranked = [item for item in printed()["items"] if item["star"]]
    assert ranked
    assert all(item["lapsed"] for item in ranked)
    assert ocop("report", "--period", "2029", "--json", *LATER) == 0
    figures = {row[0]: row[1] for row in printed()["tables"][0]["rows"]}
    assert figures["Sản phẩm có giấy chứng nhận đã hết hạn"] == str(len(ranked))
    assert not [name for name in figures if name.startswith("Sản phẩm đạt")]


def test_the_register_says_which_have_lapsed(ocop: Ocop, workspace: Path) -> None:
    assert ocop("report", "--kind", "certified", "--period", "2029", *LATER) == 0
    (made,) = workspace.glob("documents/2030/*certified-register.docx")
    document = Document(str(made))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert sum("(đã hết hạn)" in text for text in cells) == 3
    assert any("trong đó 03 sản phẩm" in p.text for p in document.paragraphs)


def test_a_revoked_product_is_listed_without_stars(ocop: Ocop, printed: Printed, capsys: Any) -> None:
    why = ("--revoked", "--reason", "Ngừng sản xuất", "--number", "9/QĐ-UBND", "--on", "20/11/2026")
    assert ocop("result", "ca-phe", *why) == 0
    capsys.readouterr()
    assert ocop("list", "ca-phe", "--json") == 0
    (item,) = printed()["items"]
    assert (item["star"], item["standing"], item["lapsed"]) == (None, "revoked", False)
    assert ocop("list", "ca-phe") == 0
    shown = capsys.readouterr().out
    assert "***" not in shown
    assert "đã hết" not in shown


def test_a_certificate_that_lapsed_stays_due_until_somebody_acts(ocop: Ocop, printed: Printed) -> None:
    assert ocop("due", "--json", *LATER) == 0
    late = {
        item["about"] for item in printed()["items"] if item["kind"] == "certificate" and item["left"] < 0
    }
    assert late == {"Cà phê Xốp", "Măng khô Xốp"}  # the third is being ranked anew: its limits are told
