"""Which limit an act comes after: the commune's own from the receipt on, and the time to file for re-ranking."""

from datetime import date
from typing import Any

import pytest

from ocop_cli.rules.pick import pick_ruleset
from ocop_cli.store.packaged import load_cycle
from ocop_cli.store.rulebook import load_rulebook
from ocop_cli.workflow.limits import missed_limit
from support.calendars import make_calendar
from support.dossiers import make_dossier

LAW = pick_ruleset(load_rulebook(), 14, date(2026, 11, 23))
HELD = {"recognised": "có", "on": "2024-08-10", "star": "3", "certificate": {"issued_on": "2024-08-10"}}
FILED_ANEW = {
    "registration": {"kind": "re_ranking"},
    "results": [HELD],
    "history": [{"stage": "preparing", "on": "2026-11-01"}],
}
RECEIVED = {
    "registration": {"slip": {"received_on": "2026-11-09"}},
    "history": [{"stage": "received", "on": "2026-11-09"}],
}
LONGER = {
    "limit": "commune_evaluation",
    "until": "2026-12-15",
    "paper": "9/UBND",
    "reason": "chờ",
    "on": "2026-11-20",
}


@pytest.mark.parametrize(
    ("parts", "reached", "last_day"),
    [
        (FILED_ANEW, "received", date(2027, 4, 12)),
        (RECEIVED, "evaluated", date(2026, 12, 1)),
        ({**RECEIVED, "extensions": [LONGER]}, "evaluated", date(2026, 12, 15)),
        ({**RECEIVED, "extensions": [{**LONGER, "on": "2026-11-08"}]}, "evaluated", date(2026, 12, 1)),
    ],
)
def test_an_act_is_late_from_the_day_after_its_limit(
    parts: dict[str, Any], reached: str, last_day: date
) -> None:
    """Extensions of before the receipt were given to an earlier round."""
    dossier, stages = make_dossier(**parts), load_cycle().stages
    found = [
        missed_limit(
            dossier, LAW, stages[dossier.stage], stages[reached], make_calendar(), date.fromordinal(day)
        )
        for day in (last_day.toordinal(), last_day.toordinal() + 1)
    ]
    assert [limit and limit.end.on for limit in found] == [None, last_day]
