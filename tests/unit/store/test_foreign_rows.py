"""Documents that others made, read as rows: Word and web pages as they are, PDF as far as it says."""

from pathlib import Path

import pytest

from ocop_cli.errors import OcopError
from ocop_cli.rules.pick import force_decision
from ocop_cli.rules.wording import place_words
from ocop_cli.store.foreign.rows import foreign_rows
from ocop_cli.store.law.rulebook import load_rulebook
from support.annex import annex_rows, as_html, as_word, invented
from support.decisions import NEW
from support.office import through_office

TEXT = force_decision(load_rulebook(), NEW)
SETS = (9, 14)
ROWS = list(annex_rows(s for s in TEXT.sets if s.number in SETS))


def squeezed(rows: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    return [tuple(" ".join(cell.split()) for cell in row if cell.strip()) for row in rows if any(row)]


@pytest.mark.parametrize(("name", "make"), [("qd.docx", as_word), ("qd.html", as_html)])
def test_a_file_gives_back_the_rows_that_it_was_made_of(name: str, make: object, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(make(ROWS))  # type: ignore[operator]  # one of two functions
    content, rows = foreign_rows(path)
    assert content == path.read_bytes()
    assert squeezed(rows) == squeezed(ROWS)


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<p>Một<br>Hai</p><p>Ba", [("Một",), ("Hai",), ("Ba",)]),
        ("<table><tr><td>A<p>B</p></td><td>1</td></tr></table>", [("A B", "1")]),
        ("<table><tr><td>A<table><tr><td>B</td></tr></table></td><td>1</td></tr></table>", [("A B", "1")]),
        ("<script>if (a < b) x()</script><p>&#7840;&nbsp;Ba</p>", [("Ạ Ba",)]),
        ("<table><tr><td>Không đóng<td>2<tr><td>B<td>3</table>", [("Không đóng", "2"), ("B", "3")]),
    ],
)
def test_pages_of_all_kinds_are_read(page: str, expected: list[tuple[str, ...]], tmp_path: Path) -> None:
    path = tmp_path / "qd.html"
    path.write_text(page, encoding="utf-8")
    assert squeezed(foreign_rows(path)[1]) == expected


def test_a_page_in_another_encoding_is_read_as_it_says(tmp_path: Path) -> None:
    path = tmp_path / "qd.htm"
    path.write_bytes('<meta charset="utf-16le">'.encode("ascii") + b"<p>x</p>")
    path.write_bytes('<meta http-equiv="x" content="text/html; charset=windows-1258"><p>Ðạt</p>'.encode("cp1258", "xmlcharrefreplace"))  # fmt: skip
    assert foreign_rows(path)[1] == [("Ðạt",)]


@pytest.mark.parametrize(
    "content",
    [b"", b"PK\x03\x04 broken", b"%PDF-1.7 broken", b"\xd0\xcf\x11\xe0 old", b"plain words", b"\x00<p>"],
    ids=["empty", "zip", "pdf", "doc", "text", "binary"],
)
def test_what_is_no_document_is_refused_with_a_way_out(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "qd.docx"
    path.write_bytes(content)
    with pytest.raises(OcopError, match=r"qd\.docx") as refusal:
        foreign_rows(path)
    assert ".docx" in refusal.value.hint


@pytest.mark.office
@pytest.mark.parametrize("ending", ["docx", "html", "pdf"])
def test_what_libreoffice_saves_gives_the_words_and_no_wrong_ones(ending: str, tmp_path: Path) -> None:
    """A PDF has lost its tables: some levels may be missing there, none may have words that are not its own."""
    (tmp_path / "qd.docx").write_bytes(as_word(ROWS))
    out = through_office([tmp_path / "qd.docx"], ending, tmp_path / "out")
    placed = [
        p for p in place_words(TEXT, foreign_rows(out / f"qd.{ending}")[1]) if p.level.product_set in SETS
    ]
    assert [p for p in placed if p.words not in ("", invented(p.level.criterion, p.level.option))] == []
    found = sum(bool(p.words) for p in placed)
    assert found >= 0.9 * len(placed) if ending == "pdf" else found == len(placed)
