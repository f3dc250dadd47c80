"""The opinion of a unit as the dossier keeps it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from ocop_cli.commune_contents import CommuneContent
from ocop_cli.dossier.vocabulary import Stance


@dataclass(frozen=True, slots=True)
class OpinionGiven:
    """What a unit said: of one content or, with ``None``, of the whole dossier; nothing here is filled in for it.

    ``stance`` is ``None`` where it wrote words and did not say whether it agrees; ``by`` is who spoke for it: “Họ và tên, chức vụ”.
    """

    unit: str
    content: str | None
    stance: str | None
    on: date
    text: str | None = None
    by: str | None = None


def opinion_record(given: OpinionGiven, meeting: str) -> dict[str, Any]:
    """Return an opinion as it is written: empty boxes are left out."""
    return {
        "unit": given.unit,
        "content": CommuneContent(given.content).value if given.content else None,
        "stance": Stance(given.stance).value if given.stance else None,
        "text": given.text or None,
        "by": given.by or None,
        "on": given.on,
        "meeting": meeting,
    }
