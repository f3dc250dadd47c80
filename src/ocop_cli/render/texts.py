"""The text of a Word document, line by line, and how two documents differ."""

import difflib
import io
import zipfile
from typing import Any

from docx.oxml.ns import qn
from lxml import etree

_MOST = 20  # lines of a difference that are shown


def text_lines(content: bytes) -> list[str]:
    """Return the paragraphs with text of a document, tables included; none for what is no Word file."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parser = etree.XMLParser(resolve_entities=False, no_network=True)
            root: Any = etree.fromstring(archive.read("word/document.xml"), parser)
    except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError):
        return []
    lines = ("".join(node.text or "" for node in p.iter(qn("w:t"))) for p in root.iter(qn("w:p")))
    return [line for line in lines if line.strip()]


def text_difference(before: bytes, after: bytes) -> list[str]:
    """Return the lines that two documents do not share: ``-`` stands only in the first, ``+`` only in the second."""
    lines = [line for line in difflib.ndiff(text_lines(before), text_lines(after)) if line[0] in "+-"]
    more = [f"… và {len(lines) - _MOST} dòng khác"] if len(lines) > _MOST else []
    return [*lines[:_MOST], *more]
