"""An act after its limit: it is told, its reason is asked for, and both are kept with the act."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.rules.decision import Ruleset
from ocop_cli.session import Session
from ocop_cli.store.built_in.packaged import load_cycle
from ocop_cli.store.dossier.dossiers import DossierFile
from ocop_cli.viet.dates import show_date
from ocop_cli.workflow.limit import Limit
from ocop_cli.workflow.limits import missed_limit

Acts = Iterable[tuple[DossierFile, Ruleset | None]]


def late_acts(
    session: Session, acts: Acts, on: date, reason: str | None, *, brings: str = "", to: str = ""
) -> Mapping[str, Mapping[str, Any]]:
    """Return by the id of each dossier that an act of a day comes too late for: the limit and the reason.

    The act leads ``to`` a stage, or to the one that asks for what it ``brings``. Raises ``OcopError`` (misuse) where
    nobody can be asked for the reason, and for a reason where nothing is late.
    """
    missed = _missed_limits(session, acts, on, to or _target(brings))
    if reason and not missed:
        raise OcopError(
            f"Ngày {show_date(on)} không trễ hạn nào.", "Bỏ --late-reason, hoặc sửa --on.", exit_code=MISUSE
        )
    return {dossier_id: _late(session, dossier_id, limit, reason) for dossier_id, limit in missed.items()}


def tell_lateness(session: Session, acts: Acts, on: date, *, brings: str) -> None:
    """Say which dossiers an act that is still to come would find past their limit already on a day."""
    for dossier_id, limit in _missed_limits(session, acts, on, _target(brings)).items():
        session.console.note(f"{_late_words(dossier_id, limit)} Khi gửi sẽ phải ghi lý do trễ hạn.")


def _target(brings: str) -> str:
    return load_cycle().target_of(frozenset({brings})) or ""


def _missed_limits(session: Session, acts: Acts, on: date, target: str) -> dict[str, Limit]:
    return {
        file.id: limit for file, law in acts if law and (limit := _missed(session, file, law, target, on))
    }


def _missed(session: Session, file: DossierFile, law: Ruleset, target: str, on: date) -> Limit | None:
    stages = load_cycle().stages
    stage, reached = stages.get(file.dossier.stage), stages.get(target)
    if stage is None or reached is None or stage is reached:
        return None
    return missed_limit(file.dossier, law, stage, reached, session.workspace.calendar, on)


def _late(session: Session, dossier_id: str, limit: Limit, reason: str | None) -> Mapping[str, Any]:
    session.console.note(_late_words(dossier_id, limit))
    why = session.ask("Lý do trễ hạn", option="--late-reason", given=reason)
    return {"limit": limit.name, "due": limit.end.on or date.min, "reason": why}


def _late_words(dossier_id: str, limit: Limit) -> str:
    day = show_date(limit.end.on or date.min)
    return f"Trễ hạn {dossier_id}: {limit.name}, hạn {day} ({limit.cite})."
