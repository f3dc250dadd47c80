"""The opinion of a unit as the dossier keeps it."""

from datetime import date
from typing import Any

from ocop_cli.commune_contents import CommuneContent
from ocop_cli.dossier.vocabulary import Stance


def opinion_record(
    unit: str, content: str | None, stance: str, text: str | None, *, on: date, meeting: str
) -> dict[str, Any]:
    """Return an opinion as it is written: empty boxes are left out."""
    return {
        "unit": unit,
        "content": CommuneContent(content).value if content else None,
        "stance": Stance(stance).value,
        "text": text,
        "on": on,
        "meeting": meeting,
    }
