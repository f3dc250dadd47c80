"""A dossier as it stood at the end of a day: what was done, decided or said later is left out.

Facts carry no day: they stand as they are known now. What was recorded wrongly and corrected counts on no day.
"""

from datetime import date
from functools import cache
from typing import Any

from ocop_cli.dossier.conclusions import Result, Samples, Submission
from ocop_cli.dossier.evidence import Promise
from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.product import Registration
from ocop_cli.dossier.stage import Stages, stage_of
from ocop_cli.findings import FieldPath


def as_of(dossier: Dossier, day: date, stages: Stages) -> Dossier | None:
    """Return the dossier at the end of a day; ``None`` when it had not begun by then."""
    parts = vars(dossier)
    kept = {name: _until(part, day) for name, part in parts.items()}
    kept["registration"] = _received(dossier, day, stages)
    samples = dossier.registration.samples_on(day, dossier.samples)
    kept["samples"] = None if _is_received_after(samples, day) else samples
    kept["promises"] = tuple(_unkept(promise, day) for promise in kept["promises"])
    kept["later_submissions"] = tuple(_unsent(request, day) for request in kept["later_submissions"])
    kept["results"] = tuple(_unrevoked(result, day) for result in kept["results"])
    changed = {
        name: value for name, value in kept.items() if value is not parts[name] and value != parts[name]
    }
    then = dossier.model_copy(update=changed) if changed else dossier
    return then if then.moves else None


def is_registration_unknown(dossier: Dossier, day: date) -> bool:
    """Say whether a product has registered anew since a day, and its file keeps nothing of the round before."""
    renewed, earlier = dossier.renewed_on, dossier.registration.earlier
    kept = any(each.round for each in earlier if each.until > day)
    return renewed is not None and renewed > day and not kept


def field_in_file(field: FieldPath, dossier: Dossier, day: date) -> FieldPath:
    """Return where a field of the dossier as of a day stands in its file: what is left out may stand before it."""
    match field:
        case (str(part), int(number), *rest):
            name = next(name for name, info in Dossier.model_fields.items() if part in (name, info.alias))
            kept = [place for place, item in enumerate(getattr(dossier, name)) if not _is_after(item, day)]
            return (part, kept[number], *rest)
    return field


def _until(part: Any, day: date) -> Any:
    """Leave out of a part what was done after a day, or the part itself; what carries no day stays."""
    if isinstance(part, tuple):
        is_whole = not any(_is_after(item, day) for item in part)
        return part if is_whole else tuple(item for item in part if not _is_after(item, day))
    return None if _is_after(part, day) else part


def _is_after(item: Any, day: date) -> bool:
    for name in _days_of(item.__class__):
        if on := getattr(item, name):
            return isinstance(on, date) and on > day
    return False


@cache
def _days_of(kind: type) -> tuple[str, ...]:
    """Return which fields of a part carry its day, the first that is told counts: a request begins before it is sent."""
    return tuple(
        name
        for name in ("prepared_on", "on")
        if name in getattr(kind, "model_fields", ()) or hasattr(kind, name)
    )


def _received(dossier: Dossier, day: date, stages: Stages) -> Registration:
    """Return the registration of that day with the last receipt by then: a later one has taken its place on the slip."""
    registration = dossier.registration.held_on(day)
    slip = registration.slip
    if slip is None or slip.received_on is None or slip.received_on <= day:
        return registration
    receipts = [move.on for move in dossier.moves if move.on <= day and stage_of(stages, move.stage).filing]
    then = slip.model_copy(update={"received_on": receipts[-1] if receipts else None})
    return registration.model_copy(update={"slip": then})


def _is_received_after(part: Samples | Promise | None, day: date) -> bool:
    return part is not None and part.received_on is not None and part.received_on > day


def _unkept(promise: Promise, day: date) -> Promise:
    """Return a promise without a paper that was still to come."""
    return promise.model_copy(update={"received_on": None}) if _is_received_after(promise, day) else promise


def _unsent(request: Submission, day: date) -> Submission:
    """Return a request without a sending that was still to come."""
    is_later = request.on is not None and request.on > day
    return request.model_copy(update={"on": None, "way": None, "to": None}) if is_later else request


def _unrevoked(result: Result, day: date) -> Result:
    """Return a result without a revocation that was still to come."""
    is_later = result.revoked is not None and result.revoked.on > day
    return result.model_copy(update={"revoked": None}) if is_later else result
