"""Efforts for tests of advice: the same for every level, done in a day, in a season that is long enough."""

from collections.abc import Mapping
from datetime import date, timedelta

from ocop_cli.evaluation.advice_steps import Season
from ocop_cli.evaluation.effort import Effort, Work

DAYS_LEFT = 100
SEASON = Season(date(2026, 11, 23), date(2026, 11, 23) + timedelta(days=DAYS_LEFT))


def flat(usual: int, own: Mapping[str, int] | None = None) -> Effort:
    """Return the effort of one level for all criteria; ``own`` are those of single criteria, 0 where it is fixed."""
    return Effort(Work("Việc", "chủ thể", 1, 0, "ước lượng", usual), {}, {}, frozenset(), own or {})
