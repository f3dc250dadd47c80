"""Tables that came back before a person: every cell that is not as before, what is to be decided, then the writing."""

from collections.abc import Callable, Mapping
from typing import Any

from ocop_cli.session import Session
from ocop_cli.session.confirming import agreed
from ocop_cli.session.units import guest_units
from ocop_cli.store.files.changes import plan_write
from ocop_cli.store.foreign.returned_form import ReceivedForm
from ocop_cli.store.meetings import usable_meeting
from ocop_cli.tables import Column, Table
from ocop_cli.usecases.opinion_table import OPINION_TABLE, OpinionDesk, take_opinions
from ocop_cli.usecases.table_taking import CellTaken, TableTaking, table_taking_json
from ocop_cli.usecases.take_form import Answered
from ocop_cli.usecases.taken import OUTCOME_WORDS, Outcome, count_words

_LONGEST = 90  # letters of one value in a cell of the table
Take = Callable[[Mapping[str, str]], TableTaking]


def take_table_file(session: Session, name: str, received: ReceivedForm) -> dict[str, Any] | None:
    """Take in a file that says it is a table of ours; return what became of it for a JSON output, ``None`` for others."""
    if received.stamp and received.stamp.form == OPINION_TABLE:
        return take_opinion_table(session, name, received, received.stamp.dossier)
    return None


def take_opinion_table(session: Session, name: str, received: ReceivedForm, meeting: str) -> dict[str, Any]:
    """Take in the table of a meeting: shown, asked, confirmed, written. Raises ``OcopError`` for another table."""
    desk = opinion_desk(session, meeting)
    following = f"`ocop meeting hold {meeting}`"
    taking = _taken(
        session, f"{name}: ý kiến tại {meeting}", lambda said: take_opinions(desk, received, said)
    )
    _write(session, taking, f"ý kiến tại {meeting}", following)
    return {"file": name, "table": OPINION_TABLE, "meeting": meeting, **table_taking_json(taking)}


def opinion_desk(session: Session, meeting: str) -> OpinionDesk:
    """Return a meeting with what its table is made of."""
    held = usable_meeting(session.sources, meeting).record
    files = {file.id: file for file in map(session.dossier, held.dossiers)}
    laws = {id_: session.law_of(file.dossier) for id_, file in files.items()}
    units = guest_units(session, held)
    return OpinionDesk(meeting, held, files, laws, units, session.workspace.profile, session.today)


def write_table(session: Session, usual: str, content: bytes, label: str, following: str) -> None:
    """File a workbook under its usual name or where ``-o`` says, never over one that somebody has filled in."""
    from ocop_cli.session.out import path_by_out
    from ocop_cli.store.drafts import free_file

    path = free_file(session.root, path_by_out(session, usual), content)
    session.write([plan_write(session.root, path, content)], label, following)


def _taken(session: Session, title: str, take: Take) -> TableTaking:
    """Show what a table says, and ask about the cells that need a decision."""
    taking = take({})
    session.say(title)
    rows = tuple(_cells(row) for row in taking.rows if row.outcome is not Outcome.SAME)
    columns = (
        Column("Ô"), Column("Về", weight=3), Column("Đang ghi", weight=2), Column("Bảng ghi", weight=3),
        Column("Kết quả", weight=3),
    )  # fmt: skip
    if rows:
        session.show_table(Table("", columns, rows))
    session.say(count_words(row.outcome for row in taking.rows))
    if not session.can_ask or session.options.yes:
        return taking
    answered: dict[str, str] = {}
    while asked := [row for row in taking.of(Outcome.ASKED) if row.place not in answered]:
        answered |= {row.place: _answer(session, row) for row in asked}
        taking = take(answered)
    return taking


def _answer(session: Session, row: CellTaken) -> str:
    choices = {**row.options, Answered.KEEP.value: "không ghi ô này"}
    return session.ask(f"{row.place}: {row.name}: {row.why}", option=row.place, choices=choices)


def _cells(row: CellTaken) -> tuple[str, ...]:
    why = f": {row.why}" if row.why else ""
    return (
        row.place,
        row.name,
        _short(row.before) or "–",
        _short(row.read),
        f"{OUTCOME_WORDS[row.outcome]}{why}",
    )


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST].rstrip()}…"


def _write(session: Session, taking: TableTaking, label: str, following: str) -> None:
    if not taking.changes:
        session.say("Bảng không có gì mới, không ghi gì.")
    elif agreed(session, "Ghi vào các hồ sơ"):
        session.write(taking.changes, label, following)
