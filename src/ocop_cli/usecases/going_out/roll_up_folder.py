"""The folder of a commune as the roll-up counts it: read as it lies there, nothing written into it."""

from collections import Counter
from datetime import date
from pathlib import Path

from ocop_cli.documents.frame import commune_name
from ocop_cli.reports.open_tally import Key, Tally
from ocop_cli.reports.summary import Summary
from ocop_cli.store.dossier.dossiers import list_ids
from ocop_cli.store.programme.profile import load_workspace
from ocop_cli.store.reading.gaps import Gap, gap_names
from ocop_cli.store.reading.sources import Sources
from ocop_cli.usecases.going_out.roll_up import Told
from ocop_cli.usecases.rows.summaries import summary_rows


def tally_of_folder(root: Path, on: date, tell: Told) -> Tally:
    """Count the dossiers of a folder as they stood on a day. Raises ``OcopError`` where its profile or law cannot be used."""
    commune = load_workspace(Sources(root)).profile
    counts: Counter[Key] = Counter()
    gaps: list[Gap] = []

    def count(row: Summary) -> tuple[()]:
        standing = row.standing.value if row.standing else None
        counts[Key(row.group or None, row.product_set, row.star, standing, bool(row.late))] += 1
        return ()

    for each in summary_rows(root, on, list_ids(root), count):
        if isinstance(each, Gap):
            gaps.append(each)
    if gaps:
        tell(str(root), f"không đọc được {gap_names(gaps)}")
    code, name = commune.commune.code, commune_name(commune)
    return Tally(code, name, on.isoformat(), counts.total(), len(gaps), counts)
