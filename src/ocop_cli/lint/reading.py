"""Read the body, headers and footers of a Word file as paragraphs, tables and sections."""

from collections.abc import Iterator
from functools import cached_property
from typing import Any

from ocop_cli.lint.blocks import Block, Cell, Paragraph, Run, Section, Table
from ocop_cli.lint.formats import styles_of
from ocop_cli.lint.numbering import NO_MARK, Numbering
from ocop_cli.ooxml.borders import is_bordered, is_ruled, starts_lower
from ocop_cli.ooxml.measures import is_on
from ocop_cli.ooxml.names import R, W
from ocop_cli.ooxml.package import Package, UnreadableError
from ocop_cli.ooxml.tables import cell_margins, cells_of, table_indent
from ocop_cli.ooxml.text import run_text, runs
from ocop_cli.ooxml.walk import boxes_of, contents, first_child

EDGES = "đầu trang, cuối trang"


class Reader:
    """Walks the parts of one file."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.styles = styles_of(package)
        self._numbers: dict[str, int] = {}
        self._parts: dict[Any, list[Block]] = {}

    def sections(self) -> list[Section]:
        """Return the sections of the main document, each with its blocks. Raises ``UnreadableError`` where it has no body."""
        root = self.package.xml(self.package.main)
        body = root.find(f"{W}body") if root is not None else None
        if body is None:
            raise UnreadableError("trong tệp không có nội dung văn bản")
        starts = _section_starts(body)
        sections = [Section(properties) for properties in starts] or [Section(None)]
        self._attach(sections)
        rooms = [section.available for section in sections]
        index = 0
        for node in contents(body):
            sections[index].blocks += self._block(node, "thân văn bản", rooms[index], "")
            index = min(index + (_section_of(node) is not None), len(sections) - 1)
        return sections

    def part(self, root: Any, name: str, available: int) -> list[Block]:
        """Return the blocks of a header, footer or footnote, read once: its paragraphs keep their numbers."""
        if root not in self._parts:
            self._parts[root] = self._blocks_in(root, name, available)
        return self._parts[root]

    def _blocks_in(self, root: Any, part: str, available: int) -> list[Block]:
        return [block for node in contents(root) for block in self._block(node, part, available, "")]

    @cached_property
    def _numbering(self) -> Numbering:
        return Numbering(self.package.xml(self.package.part_of_kind("numbering")))

    @cached_property
    def _even_apart(self) -> bool:
        root = self.package.xml(self.package.part_of_kind("settings"))
        return root is not None and is_on(first_child(root, "evenAndOddHeaders"))

    def _attach(self, sections: list[Section]) -> None:
        """Give each section its headers and footers; what it lacks it inherits."""
        related = self.package.related(self.package.main)
        for number, section in enumerate(sections):
            if number:
                section.headers, section.footers = (
                    dict(sections[number - 1].headers),
                    dict(sections[number - 1].footers),
                )
            for tag, held in (("headerReference", section.headers), ("footerReference", section.footers)):
                for node in section.properties.findall(f"{W}{tag}") if section.properties is not None else ():
                    _, target = related.get(node.get(f"{R}id"), ("", ""))
                    held[node.get(f"{W}type", "default")] = self.package.xml(target)
            section.even = "even" in {*section.headers, *section.footers} and self._even_apart

    def _block(self, node: Any, part: str, available: int, table_style: str) -> list[Block]:
        if node.tag == f"{W}tbl":
            return [self._table(node, part, available)]
        if node.tag != f"{W}p":
            return []
        number = self._numbers[part] = self._numbers.get(part, 0) + 1
        form = self.styles.paragraph(node, table_style)
        shown = tuple(self._runs(node, form.style, table_style))
        mark, bold = self._numbering.mark(self.styles.numbered(node)) if form.listed else NO_MARK
        if mark and bold is None:  # a number looks like the end of its paragraph
            bold = self.styles.run(first_child(node, "pPr"), form.style, table_style).bold
        boxes = tuple(b for box in boxes_of(node) for b in self._blocks_in(box, "khung chữ", available))
        return [Paragraph(part, number, node, form, shown, available, mark, boxes, bool(bold))]

    def _runs(self, paragraph: Any, style: str, table_style: str) -> Iterator[Run]:
        for run in runs(paragraph):
            if text := run_text(run):
                yield Run(text, self.styles.run(run, style, table_style), run)

    def _table(self, node: Any, part: str, available: int) -> Table:
        style = node.find(f"{W}tblPr/{W}tblStyle")
        style_id = style.get(f"{W}val", "") if style is not None else ""
        rows = []
        for row in (r for r in contents(node) if r.tag == f"{W}tr"):
            cells = []
            for cell, measured in cells_of(row, available):
                width = measured or available
                inner = max(width - cell_margins(node, cell), 0)
                blocks = [b for n in contents(cell) for b in self._block(n, part, inner, style_id)]
                cells.append(Cell(tuple(blocks), width, is_ruled(cell), starts_lower(cell)))
            rows.append(tuple(cells))
        width = max((sum(cell.width for cell in row) for row in rows), default=0)
        return Table(node, tuple(rows), is_bordered(node), width, table_indent(node))


def _section_starts(body: Any) -> list[Any]:
    inner = [_section_of(node) for node in contents(body)]
    return [s for s in (*inner, first_child(body, "sectPr")) if s is not None]


def _section_of(node: Any) -> Any:
    """Return the properties of the section that ends with a paragraph, or ``None``."""
    properties = first_child(node, "pPr") if node.tag == f"{W}p" else None
    return first_child(properties, "sectPr") if properties is not None else None
