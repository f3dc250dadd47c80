"""The open data of a workspace: its rows, and the files that they are given away in."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from ocop_cli.documents.frame import commune_name
from ocop_cli.programme.profile import Profile
from ocop_cli.reports.open_columns import OpenRow, open_lines
from ocop_cli.reports.open_row import CommunePlace, open_row, with_counts
from ocop_cli.store.files.changes import Change, plan_write
from ocop_cli.store.law.rulebook import load_rulebook
from ocop_cli.store.reading.gaps import Gap, GapTaker
from ocop_cli.store.reading.sources import Sources
from ocop_cli.usecases.rows.summaries import dossiers_as_of, summaries_of


def usual_file(profile: Profile) -> str:
    """Return where the open data of a commune are written: one file for each day would only pile up."""
    return f"open-data/ocop-{profile.commune.code}.jsonl"


def open_rows(sources: Sources, profile: Profile, on: date, take: GapTaker) -> Iterator[OpenRow]:
    """Yield the rows of a workspace as it stood on a day, by name of product; ``take`` is given what cannot be read."""
    province, commune = profile.province, profile.commune
    place = CommunePlace(province.code, commune.code, commune_name(profile), on)
    files = dossiers_as_of(sources, on).rest(take)
    yield from (open_row(place, row) for row in summaries_of(files, load_rulebook(sources.root), on))


def open_files(sources: Sources, profile: Profile, on: date, name: str) -> tuple[list[OpenRow], list[Change]]:
    """Return the rows and the files to write: JSON lines and, where the library is there, Parquet beside them."""
    from ocop_cli.render.parquet import can_write_parquet, open_parquet

    gaps: list[Gap] = []
    found = list(open_rows(sources, profile, on, gaps.append))
    sources.leave_out(*gaps)
    rows = with_counts(found, len(gaps))
    changes = [plan_write(sources.root, name, open_lines(rows))]
    if can_write_parquet():
        beside = Path(name).with_suffix(".parquet").as_posix()
        changes.append(plan_write(sources.root, beside, open_parquet(rows)))
    return rows, changes
