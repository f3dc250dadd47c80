"""The text of a Word document, line by line, and how two documents differ."""

import difflib

from ocop_cli.ooxml.names import W
from ocop_cli.ooxml.package import UnreadableError, open_package
from ocop_cli.ooxml.text import paragraph_text

_MOST = 20  # lines of a difference that are shown


def text_lines(content: bytes) -> list[str]:
    """Return the lines with text of a document, tables included; none for what is no Word file."""
    try:
        package = open_package(content)
        root = package.xml(package.main)
    except UnreadableError:
        return []
    lines = (line for paragraph in root.iter(f"{W}p") for line in paragraph_text(paragraph).split("\n"))
    return [line for line in lines if line.strip()]


def text_difference(before: bytes, after: bytes) -> list[str]:
    """Return the lines that two documents do not share: ``-`` stands only in the first, ``+`` only in the second."""
    lines = [line for line in difflib.ndiff(text_lines(before), text_lines(after)) if line[0] in "+-"]
    more = [f"… và {len(lines) - _MOST} dòng khác"] if len(lines) > _MOST else []
    return [*lines[:_MOST], *more]
