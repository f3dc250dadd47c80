"""An extension of the limit that runs: an act with its paper and its reason, kept in the dossier."""

from datetime import date
from typing import NamedTuple

from ocop_cli.dossier.stage import stage_of
from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.programme.calendar import Calendar
from ocop_cli.rules.decision import Ruleset
from ocop_cli.store.built_in.packaged import load_cycle
from ocop_cli.store.dossier.dossiers import DossierFile
from ocop_cli.store.files.changes import Change
from ocop_cli.store.yaml.edit import Append, change_of
from ocop_cli.viet.dates import show_date
from ocop_cli.workflow.deadline import deadline_words
from ocop_cli.workflow.limit import Limit
from ocop_cli.workflow.limits import counted_limit


class Extending(NamedTuple):
    """To which day a limit is extended, on which day, by which paper and why."""

    until: date
    on: date
    recorded_on: date
    paper: str
    reason: str


def running_limit(file: DossierFile, law: Ruleset | None, calendar: Calendar) -> Limit:
    """Return the limit of a dossier that can be extended. Raises ``OcopError`` where none is counted from the receipt."""
    stage = stage_of(load_cycle().stages, file.dossier.stage)
    found = next(counted_limit(file.dossier, law, stage, calendar), None) if law else None
    if found is None:
        raise OcopError(
            f"Hồ sơ {file.id} không có hạn nào đang chạy để gia hạn.",
            f"Xem: `ocop due {file.id}`.",
            exit_code=1,
        )
    return found


def extend(file: DossierFile, limit: Limit, extending: Extending) -> Change:
    """Return the change that keeps an extension. Raises ``OcopError`` (misuse) when it gives no more time."""
    if limit.start and extending.on < limit.start:
        raise OcopError(
            f"Ngày gia hạn {show_date(extending.on)} trước ngày nhận hồ sơ ({show_date(limit.start)}).",
            "Sửa --on.",
            exit_code=MISUSE,
        )
    if limit.end.on and extending.until <= limit.end.on:
        raise OcopError(
            f"Hạn nay đã là {deadline_words(limit.end)}; gia hạn phải đến ngày sau đó.",
            "Sửa --until.",
            exit_code=MISUSE,
        )
    record = {
        "limit": stage_of(load_cycle().stages, file.dossier.stage).limit,
        "until": extending.until,
        "paper": extending.paper,
        "reason": extending.reason,
        "on": extending.on,
        "recorded_on": extending.recorded_on if extending.recorded_on != extending.on else None,
    }
    return change_of(file.source, [Append(("extensions",), record)])
