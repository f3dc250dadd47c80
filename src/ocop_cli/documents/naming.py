"""Where documents are filed."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

_NAMES = {
    "chair_name", "officer", "producer_name", "product_name", "representative", "secretary_name", "signer",
}  # fmt: skip


def document_path(on: date, owner: str, form_id: str) -> str:
    """Return the path of a generated document, relative to the workspace."""
    return f"documents/{on.year}/{owner}-{form_id}.docx"


def names_in(values: Mapping[str, Any]) -> Iterator[str]:
    """Yield the names of people, producers and products among the values of a document."""
    for key, value in values.items():
        if key in _NAMES and isinstance(value, str):
            yield value
        for inner in value if isinstance(value, list) else ():
            if isinstance(inner, Mapping):
                yield from names_in(inner)
