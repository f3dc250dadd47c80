"""The text of a .docx."""

import io

from docx import Document


def all_text(content: bytes) -> str:
    """Return the text of every paragraph, then of every cell, one a line."""
    document = Document(io.BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])
