"""Which limit an act comes after: the commune's own from the receipt on, and the time to file for re-ranking."""

from datetime import date
from typing import Any

import pytest

from ocop_cli.rules.pick import pick_ruleset
from ocop_cli.store.built_in.packaged import load_cycle
from ocop_cli.store.law.rulebook import load_rulebook
from ocop_cli.workflow.limits import limits_of, missed_limit
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


@pytest.mark.parametrize(
    ("kind", "sent", "due"),
    [
        ("re_ranking", "2026-11-20", date(2027, 1, 4)),
        ("re_ranking", "2027-11-20", None),  # the year after has no calendar
        ("re_ranking", "", ...),
        ("first", "2026-11-20", ...),
    ],
)
def test_a_re_ranking_at_the_province_has_the_days_of_the_decision(kind: str, sent: str, due: Any) -> None:
    request = {"decision": LAW.decision.id, "serial": "1", "product_code": "51-23356-01-2026"}
    sending = {"submissions": [{**request, **({"on": sent} if sent else {})}]}
    dossier = make_dossier(
        registration={"kind": kind},
        results=[HELD],
        history=[{"stage": "submitted", "on": "2026-11-20"}],
        **sending,
    )
    stage = load_cycle().stages["submitted"]
    found = [
        x
        for x in limits_of(dossier, LAW, stage, make_calendar(), date(2026, 11, 23), ())
        if "45" in x.counted
    ]
    assert [limit.end.on for limit in found] == ([] if due is ... else [due])
    assert all(limit.start and "ngày gửi" in limit.name and "Điều 7" in limit.cite for limit in found)
