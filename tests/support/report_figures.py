"""The figures of a periodic report, as the program gives them and as the script that imports nothing of ours counts them."""

from collections import defaultdict
from datetime import date
from pathlib import Path
from typing import Any

from ocop_cli.reports.period import parse_period
from ocop_cli.store.index.index import Index
from ocop_cli.store.law.rulebook import load_rulebook
from ocop_cli.store.programme.profile import load_workspace
from ocop_cli.store.reading.sources import Sources
from ocop_cli.usecases.rows.counted import Commune
from ocop_cli.usecases.year.report import Report, ReportKind, ReportRequest, gather_report
from support.count_figures import count

TODAY = date(2026, 11, 20)
Figures = dict[str, float]


def printed(root: Path, today: date = TODAY, year: str = "2026") -> Figures:
    """Return the figures that the report of a year prints, by code, and the sums of its other tables."""
    report = report_of(root, today, year)
    told = {figure["code"]: figure["actual"] for figure in report.extra["figures"]}
    shown = [row["actual"] for row in report.values["figures"]]
    assert shown == [actual for code, actual in told.items() if not code.startswith("log.")]
    found: Figures = {code: number_of(actual) for code, actual in told.items()}
    for place, table in enumerate(report.tables[1:]):
        counts = sorted((int(row[1]) for row in table.rows), reverse=True)
        found |= {f"divided.{place}.{n}": count for n, count in enumerate(counts)}
    return {code: value for code, value in found.items() if value}


def report_of(
    root: Path, today: date, period: str, kind: ReportKind = ReportKind.PERIODIC, *, may_write: bool = False
) -> Report:
    """Return the report of a folder; with ``may_write`` what was counted of each dossier is kept in its index."""
    sources, asked = Sources(root), ReportRequest(kind, parse_period(period))
    commune = Commune(
        sources, Index(root, may_write=may_write), load_rulebook(root), load_workspace(sources).profile
    )
    return gather_report(commune, asked, today)


def counted(root: Path, today: date = TODAY, year: str = "2026") -> Figures:
    """Return what the script counts; the parts of a table by their size, for it has no names."""
    parts, found, period = defaultdict(list), {}, parse_period(year)
    for code, value in count(root, period.first, period.last, today).items():
        if code.startswith("divided."):
            parts[code.split(".")[1]].append(value)
        elif value:
            found[code] = value
    for place, counts in parts.items():
        found |= {f"divided.{place}.{n}": value for n, value in enumerate(sorted(counts, reverse=True))}
    return found


def number_of(text: str) -> float:
    """Read a number as a report prints it; a dash is none."""
    return 0 if text == "–" else float(text.replace(".", "").replace(",", "."))


def figures_of(root: Path, today: date, period: str) -> list[dict[str, Any]]:
    """Return the figures of a report as it gives them to machines."""
    found: list[dict[str, Any]] = report_of(root, today, period).extra["figures"]
    return found
