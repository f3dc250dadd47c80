"""Where documents are filed."""

from datetime import date


def document_path(on: date, owner: str, form_id: str) -> str:
    """Return the path of a generated document, relative to the workspace."""
    return f"documents/{on.year}/{owner}-{form_id}.docx"
