"""A Word file as rows: each row of a table, each paragraph outside."""

from collections.abc import Iterator
from typing import Any

from ocop_cli.ooxml.names import W
from ocop_cli.ooxml.package import open_package
from ocop_cli.ooxml.symbols import in_characters
from ocop_cli.ooxml.text import paragraph_text
from ocop_cli.ooxml.walk import contents


def word_rows(content: bytes) -> list[tuple[str, ...]]:
    """Return the rows in their order. Raises ``UnreadableError``."""
    package = open_package(content)
    body = in_characters(package.xml(package.main)).find(f"{W}body")
    return list(_rows(body)) if body is not None else []


def _rows(node: Any) -> Iterator[tuple[str, ...]]:
    for child in contents(node):
        if child.tag == f"{W}p":
            yield (paragraph_text(child),)
        elif child.tag == f"{W}tbl":
            for row in (part for part in contents(child) if part.tag == f"{W}tr"):
                cells = (part for part in contents(row) if part.tag == f"{W}tc")
                yield tuple("\n".join(paragraph_text(p) for p in cell.iter(f"{W}p")) for cell in cells)
