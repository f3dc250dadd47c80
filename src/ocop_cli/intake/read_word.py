"""A Word form that came back: its tables as they read, whatever program saved it, and what it says of itself."""

from collections.abc import Iterator
from typing import Any

from ocop_cli.intake.grid import Cell, Grid, Row
from ocop_cli.intake.stamp import Stamp, joined_stamp
from ocop_cli.ooxml.names import W
from ocop_cli.ooxml.package import Package, open_package
from ocop_cli.ooxml.symbols import in_characters
from ocop_cli.ooxml.text import paragraph_text
from ocop_cli.ooxml.walk import contents

CUSTOM = "docProps/custom.xml"
"""The part with the properties that a program gives a document."""
_BESIDE = {
    "header": "đầu trang",
    "footer": "chân trang",
    "footnotes": "chú thích chân trang",
    "endnotes": "chú thích cuối văn bản",
    "comments": "nhận xét bên lề",
}
"""The parts beside the body where people write, by their kind, and what people call them."""


def read_word(content: bytes) -> tuple[tuple[Grid, ...], Stamp | None, tuple[Cell, ...]]:
    """Return the tables of a Word file, its stamp if it has one, and what is written outside its tables: in the body,
    in headers and footers, in notes and comments.

    Raises ``UnreadableError``.
    """
    package = open_package(content)
    root = in_characters(package.xml(package.main))
    tables = (table for table in root.iter(f"{W}tbl") if not _is_frame(table))
    grids = tuple(_grid(table, number) for number, table in enumerate(tables, 1))
    return grids, _stamp(package), (*_loose(root), *_beside(package))


def _beside(package: Package) -> Iterator[Cell]:
    """Yield the paragraphs with text of the parts beside the body; a page number alone says nothing."""
    for kind, part in sorted(set(package.related(package.main).values())):
        root = package.xml(part) if kind in _BESIDE else None
        paragraphs = () if root is None else in_characters(root).iter(f"{W}p")
        texts = (paragraph_text(paragraph).strip() for paragraph in paragraphs)
        yield from (Cell(text, _BESIDE[kind]) for text in texts if text and not text.isdecimal())


def _loose(root: Any) -> Iterator[Cell]:
    """Yield the paragraphs with text outside the tables, each with its number."""
    for number, paragraph in enumerate(root.iter(f"{W}p"), 1):
        is_inside = next(paragraph.iterancestors(f"{W}tbl"), None) is not None
        text = paragraph_text(paragraph).strip(" \n")  # a tab at its beginning may stand for an empty cell
        if not is_inside and text.strip():
            yield Cell(text, f"đoạn {number}")


def _grid(table: Any, number: int) -> Grid:
    rows = (child for child in contents(table) if child.tag == f"{W}tr")
    return Grid(f"bảng {number}", tuple(_row(row, number, line) for line, row in enumerate(rows, 1)))


def _row(row: Any, table: int, line: int) -> Row:
    column, cells = _number(row.find(f"{W}trPr/{W}gridBefore")), []
    for cell in (child for child in contents(row) if child.tag == f"{W}tc"):
        place = f"bảng {table}, dòng {line}, cột {column + 1}"
        cells.append(Cell(_text(cell), place, _names(cell), column))
        column += _number(cell.find(f"{W}tcPr/{W}gridSpan")) or 1
    return tuple(cells)


def _text(cell: Any) -> str:
    return "\n".join(paragraph_text(paragraph) for paragraph in _paragraphs(cell)).strip("\n")


def _paragraphs(cell: Any) -> Iterator[Any]:
    """Yield the paragraphs of a cell; a table in it that only frames words belongs to it."""
    for child in contents(cell):
        if child.tag == f"{W}p":
            yield child
        elif child.tag == f"{W}tbl" and _is_frame(child):
            for inner in child.iter(f"{W}tc"):
                yield from _paragraphs(inner)


def _is_frame(table: Any) -> bool:
    """Say whether a table lies in a cell of another and has one column: people draw such a frame around an answer."""
    is_inside = next(table.iterancestors(f"{W}tc"), None) is not None
    rows = (child for child in contents(table) if child.tag == f"{W}tr")
    return is_inside and all(sum(c.tag == f"{W}tc" for c in contents(row)) == 1 for row in rows)


def _names(cell: Any) -> frozenset[str]:
    return frozenset(mark.get(f"{W}name", "") for mark in cell.iter(f"{W}bookmarkStart"))


def _number(node: Any) -> int:
    value = "" if node is None else node.get(f"{W}val", "")
    return int(value) if value.isdecimal() else 0


def _stamp(package: Package) -> Stamp | None:
    root = package.xml(CUSTOM)
    held = {} if root is None else {node.get("name", ""): "".join(node.itertext()) for node in root}
    return joined_stamp(held)
