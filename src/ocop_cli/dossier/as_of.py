"""A dossier as it stood at the end of a day: what was done, decided or said later is left out.

Facts carry no day: they stand as they are known now. What was recorded wrongly and corrected counts on no day.
"""

from datetime import date
from typing import Any

from ocop_cli.dossier.conclusions import Result
from ocop_cli.dossier.model import Dossier


def as_of(dossier: Dossier, day: date) -> Dossier | None:
    """Return the dossier at the end of a day; ``None`` when it had not begun by then."""
    parts = {name: getattr(dossier, name) for name in Dossier.model_fields}
    kept = {name: _until(part, day) for name, part in parts.items()}
    kept["results"] = tuple(_unrevoked(result, day) for result in kept["results"])
    changed = {name: value for name, value in kept.items() if value != parts[name]}
    then = dossier.model_copy(update=changed) if changed else dossier
    return then if then.moves else None


def _until(part: Any, day: date) -> Any:
    """Leave out of a part what was done after a day, or the part itself; what carries no day stays."""
    if isinstance(part, tuple):
        return tuple(item for item in part if not _is_after(item, day))
    return None if _is_after(part, day) else part


def _is_after(item: Any, day: date) -> bool:
    on = getattr(item, "on", None) or getattr(item, "prepared_on", None)  # a request that is not sent yet
    return isinstance(on, date) and on > day


def _unrevoked(result: Result, day: date) -> Result:
    """Return a result without a revocation that was still to come."""
    is_later = result.revoked is not None and result.revoked.on > day
    return result.model_copy(update={"revoked": None}) if is_later else result
