"""A new dossier from the answers of a registration."""

from collections.abc import Collection
from datetime import date
from typing import Any

from ocop_cli.dossier.model import SCHEMA
from ocop_cli.viet.ids import free_id
from ocop_cli.viet.names import split_title
from ocop_cli.viet.text import slug

_FALLBACK = "san-pham"


def new_id(product_name: str, taken: Collection[str]) -> str:
    """Return an id for a product: the slug of its name, with a serial when it is taken (Mắm = Mâm = Mam) or reserved."""
    stem = slug(product_name)
    stem = stem if len(stem) > 1 else _FALLBACK
    return free_id(stem, taken)


def draft_dossier(
    answers: dict[str, Any], stage: str, on: date, by: str | None, recorded_on: date | None = None
) -> dict[str, Any]:
    """Return a dossier as it begins on a day: product, producer, registration, idea and the first move.

    ``answers`` holds name, set, producer, kind, representative, village, address, track, registration, star and idea, and
    ``record``, the id of the producer's record where it has one; what was not answered is left out.
    """
    person, title = split_title(answers.get("representative") or "")
    return {
        "schema": SCHEMA,
        "product": {"name": answers["name"], "set": answers.get("set")},
        "producer": answers.get("record")
        or {
            "name": answers["producer"],
            "kind": answers.get("kind"),
            "representative": {"name": person, "title": title or None} if person else None,
            "address": answers.get("address"),
            "village": answers.get("village"),
        },
        "registration": {
            "track": answers["track"],
            "kind": answers["registration"],
            "year": answers.get("year") or on.year,
            "target_star": answers.get("star"),
        },
        "idea": {"narrative": answers["idea"]} if answers.get("idea") else None,
        "history": [
            {
                "stage": stage,
                "on": on,
                "recorded_on": recorded_on if recorded_on != on else None,
                "by": by,
            }
        ],
    }
