"""Tables and opinion sheets that came back: which they are, and the opinions of a meeting."""

from typing import Any

from ocop_cli.errors import not_taken
from ocop_cli.intake.opinion_sheet import OpinionSheet
from ocop_cli.session import Session
from ocop_cli.session.council.day import take_score_table
from ocop_cli.session.council.showing_tables import taken_table, write_taken
from ocop_cli.session.typed.units import guest_units
from ocop_cli.store.foreign.returned_form import ReceivedForm
from ocop_cli.store.programme.meetings import usable_meeting
from ocop_cli.usecases.council.opinion_rows import OPINION_TABLE, OpinionDesk
from ocop_cli.usecases.council.opinion_sheet import (
    FORM,
    meeting_meant,
    opinion_sheet_in,
    sheet_words,
    take_opinion_sheet,
)
from ocop_cli.usecases.council.opinion_table import take_opinions
from ocop_cli.usecases.council.score_table import SCORE_TABLE
from ocop_cli.usecases.council.table_taking import table_taking_json
from ocop_cli.usecases.forms.keep_form import FormKind, KeptFile, kept


def take_table_file(session: Session, came: KeptFile, received: ReceivedForm) -> dict[str, Any] | None:
    """Take in a file that is a table or an opinion sheet of ours; return what became of it for a JSON output.

    ``None`` for others.
    """
    name = came.name
    if sheet := opinion_sheet_in(session.root, received):
        return take_sheet(session, came, sheet, "")
    if received.stamp and received.stamp.form == OPINION_TABLE:
        return take_opinion_table(session, name, received, received.stamp.dossier)
    if received.stamp and received.stamp.form == SCORE_TABLE:
        return take_score_table(session, name, received, ())
    return None


def take_opinion_file(
    session: Session, came: KeptFile, received: ReceivedForm, meeting: str, *, replaces: bool
) -> dict[str, Any]:
    """Take in opinions in Word or Excel, of the meeting that is named, else of the one that the file says.

    Raises ``OcopError`` (misuse) where the file is neither, or of another meeting.
    """
    if sheet := opinion_sheet_in(session.root, received):
        return take_sheet(session, came, sheet, meeting, replaces=replaces)
    of_file = received.stamp.dossier if received.stamp and received.stamp.form == OPINION_TABLE else ""
    if not (meeting or of_file):
        hint = "Tệp của `ocop meeting invite` hay `ocop meeting sheet` ghi sẵn mã; tệp khác thì ghi mã trước tên tệp: `ocop meeting take CUỘC_HỌP TỆP`."
        raise not_taken("Tệp không ghi mã cuộc họp", hint)
    return take_opinion_table(session, came.name, received, meeting or of_file)


def take_sheet(
    session: Session, came: KeptFile, sheet: OpinionSheet, meeting: str, *, replaces: bool = False
) -> dict[str, Any]:
    """Take in the sheet of a unit: shown, asked, confirmed, written, the file kept with each dossier that it changed.

    Raises ``OcopError`` (misuse) where its meeting cannot be told.
    """
    meeting = meeting_meant(session.sources, sheet, meeting)
    desk = opinion_desk(session, meeting)
    title = f"{came.name}: {sheet_words(desk, sheet)}"
    taking = taken_table(
        session, title, lambda said: take_opinion_sheet(desk, sheet, said, replaces=replaces)
    )
    kind, files = FormKind(FORM), {file.source.name: file for file in desk.files.values()}
    changes = [
        each
        for change in taking.changes
        for each in kept(session.sources, files[change.path], kind, came, session.today, [change])
    ]
    whose = f" của {sheet.outside.unit.text}" if sheet.outside.unit.text else ""
    label, following = f"phiếu ý kiến{whose} tại {meeting}", f"`ocop meeting hold {meeting}`"
    write_taken(session, taking._replace(changes=tuple(changes)), label, following, of="Phiếu")
    return {"file": came.name, "table": FORM, "meeting": meeting, **table_taking_json(taking)}


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
