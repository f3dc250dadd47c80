"""The tables of a handing over: what is open, how far the papers are, whom to call."""

from collections.abc import Iterable, Sequence

from ocop_cli.programme.profile import Profile
from ocop_cli.reports.document_register import RegisterEntry, State, told_apart
from ocop_cli.tables import Column, Table

_UNFINISHED = frozenset(
    {State.DRAFT, State.EDITED, State.ISSUED, State.SIGNED, State.MISSING, State.UNREADABLE}
)


UNSAID = "(chưa ghi)"
"""What a screen shows where nobody is named; a paper leaves the place for the pen."""


def unfinished(entries: Iterable[RegisterEntry]) -> list[RegisterEntry]:
    """Return the papers that have not gone out yet; one that was replaced or recalled will not."""
    return [entry for entry in entries if entry.state in _UNFINISHED and not entry.record.lapsed]


def papers_table(entries: Sequence[RegisterEntry]) -> Table:
    """Lay out papers by how far each has come."""
    titles = told_apart(entries)
    rows = tuple((titles[e.document], e.document, e.state) for e in entries)
    columns = (Column("Văn bản", weight=3), Column("Tệp", weight=3), Column("Tới đâu"))
    return Table("Văn bản chưa đi hết đường", columns, rows)


def people_table(profile: Profile, producers: Sequence[tuple[str, str]]) -> Table:
    """Lay out whom to call, by name and office; telephone numbers stay in ``private/``."""
    office = profile.office
    own = [
        (office.unit.name, office.officer or UNSAID),
        *((unit.name, "cho ý kiến") for unit in office.consulted),
    ]
    signer = profile.signers.committee
    rows = [(f"{signer.title} UBND", signer.name), *own, *producers]
    return Table("Liên hệ", (Column("Nơi", weight=3), Column("Ai", weight=2)), tuple(rows))
