"""The acts of a year beside what its plan aims at."""

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from ocop_cli.programme.log_entry import LogItem
from ocop_cli.programme.log_kind import LogKind
from ocop_cli.programme.profile import Profile
from ocop_cli.reports.figure import NO_NUMBER, Figure
from ocop_cli.reports.log_list import unlogged, wanting
from ocop_cli.reports.logged import logged_figures
from ocop_cli.reports.period import parse_period
from ocop_cli.store.built_in.packaged import load_log_kinds
from ocop_cli.store.programme.year_log import gather_log
from ocop_cli.store.reading.sources import Sources


class YearOfActs(NamedTuple):
    """The acts of a year, the figures that the plan sets targets for, and the kinds of which there is nothing yet."""

    items: Sequence[LogItem]
    figures: Sequence[Figure]
    unlogged: Sequence[LogKind]

    @property
    def wanted_json(self) -> list[dict[str, Any]]:
        """The targets for machines: name, target, what is done, what is wanting."""
        return [
            {"code": f.code, "name": f.name, "target": f.target, "actual": f.actual, "wanting": wanting(f)}
            for f in self.figures
        ]


def year_of_acts(sources: Sources, profile: Profile, year: int, today: date) -> YearOfActs:
    """Return the acts of a year; rows that cannot be read are named at the end of the run."""
    kinds, everything = load_log_kinds(), list(gather_log(sources).rest(sources.leave_out))
    figures = logged_figures(
        everything, kinds, parse_period(str(year)), today, profile.targets.get(str(year))
    )
    items = [item for item in everything if item.year == year]
    return YearOfActs(items, [f for f in figures if f.target != NO_NUMBER], unlogged(items, kinds))
