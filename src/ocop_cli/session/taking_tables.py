"""Tables that came back: which they are, and the opinions of a meeting."""

from typing import Any

from ocop_cli.session import Session
from ocop_cli.session.council_day import take_score_table
from ocop_cli.session.showing_tables import taken_table, write_taken
from ocop_cli.session.units import guest_units
from ocop_cli.store.foreign.returned_form import ReceivedForm
from ocop_cli.store.meetings import usable_meeting
from ocop_cli.usecases.opinion_table import OPINION_TABLE, OpinionDesk, take_opinions
from ocop_cli.usecases.score_table import SCORE_TABLE
from ocop_cli.usecases.table_taking import table_taking_json


def take_table_file(session: Session, name: str, received: ReceivedForm) -> dict[str, Any] | None:
    """Take in a file that says it is a table of ours; return what became of it for a JSON output, ``None`` for others."""
    if received.stamp and received.stamp.form == OPINION_TABLE:
        return take_opinion_table(session, name, received, received.stamp.dossier)
    if received.stamp and received.stamp.form == SCORE_TABLE:
        return take_score_table(session, name, received, ())
    return None


def take_opinion_table(session: Session, name: str, received: ReceivedForm, meeting: str) -> dict[str, Any]:
    """Take in the table of a meeting: shown, asked, confirmed, written. Raises ``OcopError`` for another table."""
    desk = opinion_desk(session, meeting)
    following = f"`ocop meeting hold {meeting}`"
    taking = taken_table(
        session, f"{name}: ý kiến tại {meeting}", lambda said: take_opinions(desk, received, said)
    )
    write_taken(session, taking, f"ý kiến tại {meeting}", following)
    return {"file": name, "table": OPINION_TABLE, "meeting": meeting, **table_taking_json(taking)}


def opinion_desk(session: Session, meeting: str) -> OpinionDesk:
    """Return a meeting with what its table is made of."""
    held = usable_meeting(session.sources, meeting).record
    files = {file.id: file for file in map(session.dossier, held.dossiers)}
    laws = {id_: session.law_of(file.dossier) for id_, file in files.items()}
    units = guest_units(session, held)
    return OpinionDesk(meeting, held, files, laws, units, session.workspace.profile, session.today)
