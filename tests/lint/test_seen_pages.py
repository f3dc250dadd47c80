"""What a printed page shows decides over what was reckoned from widths: wrapped lines, pages, margins, a lone signature."""

import re
from collections.abc import Callable
from pathlib import PurePath

import pytest

from ocop_cli.lint.report import report_violations
from ocop_cli.lint.seen import Prints, SeenLine, SeenPage
from ocop_cli.lint.words import FileReport
from ocop_cli.render.lint_page import lint_page
from ocop_cli.store.foreign.printed_pages import printed_pages
from support import scans
from support.word import kinds
from support.word.broken import STANDARD, Change, alter_at, put
from support.word.document import WordDocument

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
TEXT = ("Xã đã tổ chức thực hiện các nhiệm vụ.", "Trên đây là báo cáo của Ủy ban nhân dân xã Mẫu./.")
SIGNED = ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Nguyễn Văn Mẫu")
NARROW = put("grid", (9071 - 5300, 5300))  # Quốc hiệu does not fit by its width


def page(*lines: str, right: float = 185) -> SeenPage:
    return SeenPage(210, tuple(SeenLine(line, 30, right) for line in lines))


@pytest.mark.parametrize(
    ("change", "pages", "told"),
    [
        (put("left", 30), [page(NATION, *TEXT, *SIGNED)], ""),
        (NARROW, [page("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT", "NAM", *TEXT, *SIGNED)], "HD-04"),
        (NARROW, [page(NATION, *TEXT, *SIGNED)], ""),
        (NARROW, [page("letters that cannot be read")], "HD-04"),
        (put("number_field", " DATE "), [page(NATION, *TEXT, *SIGNED)], ""),
        (put("number_field", " DATE "), [page(NATION, TEXT[0]), page("2", TEXT[1], *SIGNED)], "PG-06"),
        (put("left", 30), [page(NATION, *TEXT, *SIGNED, right=191)], ""),
        (put("left", 30), [page(NATION, *TEXT, *SIGNED, right=193)], "PG-13"),
        (put("left", 30), [page(NATION, *TEXT), page("2", *SIGNED)], "KY-07"),
        (put("left", 30), [page(NATION, *TEXT, *SIGNED[:2]), page("2", SIGNED[2], "- Lưu: VT, KT.")], "KY-07"),
        (put("left", 30), [page(NATION, *TEXT, *SIGNED), page("2", "- Lưu: VT, KT.")], "KY-07"),
        (put("foot_split", True), [page(NATION, *TEXT, *SIGNED)], ""),
    ],
)  # fmt: skip
def test_the_page_decides(change: Change, pages: list[SeenPage], told: str) -> None:
    paper: Callable[[], WordDocument] = kinds.report
    report = report_violations(paper().but(change).build(), STANDARD, pages=pages)
    assert {violation.rule for violation in report.violations} == set(told.split())
    assert report.pages == len(pages)
    assert ("HD-04" in report.seen) is (NATION[:8] in pages[0].lines[0].text)


def test_lines_are_put_together_and_columns_are_not() -> None:
    def place(left: int, base: int) -> str:  # as LibreOffice writes each stretch
        return f") Tj ET BT /F1 12 Tf {left} {base} Td ("

    made = scans.pdf(text=f"UBND XA MAU{place(260, 780)}CONG{place(300, 780)}HOA{place(60, 760)}So")
    (first,) = printed_pages(made)
    assert [line.text for line in first.lines] == ["UBND XA MAU", "CONG HOA", "So"]
    assert first.width == pytest.approx(210, abs=1)
    assert first.lines[0].left == pytest.approx(60 * 25.4 / 72, abs=0.1)
    assert first.lines[0].right == pytest.approx(51, abs=2)


def test_the_page_of_a_report_needs_nothing_else_and_escapes_what_it_shows() -> None:
    paper = (
        kinds.report()
        .but(put("left", 20))
        .but(alter_at("body", 1, text="<script>alert(1)</script> & 'x'", font="Arial"))
    )
    report = report_violations(paper.build(), STANDARD)
    line = SeenLine("<script>alert(1)</script> & 'x'", 30, 80, 100, 5)
    prints = {PurePath("a.docx"): Prints((SeenPage(210, (line, *page(*TEXT).lines)),), (b"\x89PNG",))}
    html = lint_page(
        [
            FileReport(PurePath("a.docx"), report),
            FileReport(PurePath("b.pdf"), None, "", ("không có chữ ký số",)),
        ],
        STANDARD,
        prints,
    )
    assert "default-src &#39;none&#39;" in html
    assert "img-src data:" in html
    assert "<script" not in html
    assert "script-src" not in html  # the page has none of its own
    assert "style=" not in html
    assert not re.search(r"(?:src|href)=\"(?!data:)", html)
    assert html.count("<image ") == 1
    assert html.count("<rect ") == 1
    assert ">FT-01</text>" in html
    assert "lỗi PG-04" in html
    assert "Không có chữ ký số." in html
