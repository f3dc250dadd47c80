"""A summary as text, for the index to keep, and back."""

import json
from datetime import date
from decimal import Decimal
from typing import Any

from ocop_cli.dossier.producer import YearLabour
from ocop_cli.dossier.vocabulary import ProducerKind, RegistrationKind, Track
from ocop_cli.reports.summary import Recognition, Summary
from ocop_cli.viet.dates import day_or_none
from ocop_cli.workflow.certificate import Standing


def packed(row: Summary) -> str:
    """Return a summary as JSON: its values in their order, days ISO, money as text."""
    return json.dumps(row, ensure_ascii=False, default=_plain)


def unpacked(text: str) -> Summary:
    """Return the summary that ``packed`` made a text of."""
    told = dict(zip(Summary._fields, json.loads(text), strict=True))
    kind, standing, labour = told["producer_kind"], told["standing"], told["year_labour"]
    typed = {
        "producer_kind": ProducerKind(kind) if kind else None,
        "track": Track(told["track"]),
        "registration": RegistrationKind(told["registration"]),
        "years": tuple(told["years"]),
        "expires_on": day_or_none(told["expires_on"]),
        "revenue": {int(year): Decimal(amount) for year, amount in told["revenue"].items()},
        "moves": tuple((stage, date.fromisoformat(on)) for stage, on in told["moves"]),
        "standing": Standing(standing) if standing else None,
        "grace": day_or_none(told["grace"]),
        "recognitions": tuple(
            Recognition(date.fromisoformat(on), *rest) for on, *rest in told["recognitions"]
        ),
        "year_labour": YearLabour.model_construct(**labour) if labour else None,
        "late": tuple(map(date.fromisoformat, told["late"])),
        "returned": tuple(map(date.fromisoformat, told["returned"])),
        "heard": tuple((date.fromisoformat(on), present) for on, present in told["heard"]),
    }
    return Summary(**{**told, **typed})


def _plain(value: Any) -> Any:
    return value.model_dump() if isinstance(value, YearLabour) else str(value)
