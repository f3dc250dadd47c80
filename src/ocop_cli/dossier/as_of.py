"""A dossier as it stood at the end of a day: what was done, decided or said later is left out.

Facts carry no day: they stand as they are known now. What was recorded wrongly and corrected counts on no day.
"""

from datetime import date
from typing import Any

from ocop_cli.dossier.conclusions import Result
from ocop_cli.dossier.model import Dossier

_LISTS = ("history", "opinions", "site_checks")
_SINGLE = ("evaluation", "submission")


def as_of(dossier: Dossier, day: date) -> Dossier | None:
    """Return the dossier at the end of a day; ``None`` when it had not begun by then."""
    kept: dict[str, Any] = {name: _until(getattr(dossier, name), day) for name in _LISTS}
    kept |= {name: next(iter(_until((getattr(dossier, name),), day)), None) for name in _SINGLE}
    kept["results"] = tuple(_unrevoked(result, day) for result in _until(dossier.results, day))
    changed = {name: value for name, value in kept.items() if value != getattr(dossier, name)}
    then = dossier.model_copy(update=changed) if changed else dossier
    return then if then.moves else None


def _until(items: tuple[Any, ...], day: date) -> tuple[Any, ...]:
    """Keep what is dated by a day; what carries no day stays."""
    return tuple(item for item in items if item is not None and (item.on is None or item.on <= day))


def _unrevoked(result: Result, day: date) -> Result:
    """Return a result without a revocation that was still to come."""
    is_later = result.revoked is not None and result.revoked.on > day
    return result.model_copy(update={"revoked": None}) if is_later else result
