"""Tables that came back before a person: every cell that is not as before, what is to be decided, then the writing."""

from collections.abc import Callable, Mapping, Sequence

from ocop_cli.session import Session
from ocop_cli.session.questions.confirming import agreed
from ocop_cli.store.files.changes import plan_write
from ocop_cli.tables import Column, Table
from ocop_cli.usecases.council.table_taking import CellTaken, TableTaking
from ocop_cli.usecases.facts.taken import OUTCOME_WORDS, Outcome, count_words
from ocop_cli.usecases.forms.take_form import Answered
from ocop_cli.viet.text import shortened

_LONGEST = 90  # letters of one value in a cell of the table
Take = Callable[[Mapping[str, str]], TableTaking]


def write_table(session: Session, usual: str, content: bytes, label: str, following: str) -> None:
    """File a workbook under its usual name or where ``-o`` says, never over one that somebody has filled in."""
    from ocop_cli.session.writing.out import path_by_out
    from ocop_cli.store.papers.drafts import free_file

    path = free_file(session.root, path_by_out(session, usual), content)
    session.write([plan_write(session.root, path, content)], label, following)


def taken_table(session: Session, title: str, take: Take) -> TableTaking:
    """Show what a table says, and ask about the cells that need a decision."""
    first = taking = take({})
    session.say(title)
    _show(session, taking, [row for row in taking.rows if row.outcome is not Outcome.SAME])
    if not session.can_ask or session.options.yes:
        return taking
    answered: dict[str, str] = {}
    while asked := [row for row in taking.of(Outcome.ASKED) if row.place not in answered]:
        answered |= {place: _answer(session, row) for place, row in {r.place: r for r in asked}.items()}
        taking = take(answered)
    if refused := [row for row in taking.of(Outcome.REFUSED) if row not in first.rows]:
        _show(session, taking, refused)  # an answer does not help a row whose day is none
    return taking


def _show(session: Session, taking: TableTaking, rows: Sequence[CellTaken]) -> None:
    columns = (
        Column("Ô"), Column("Về", weight=3), Column("Đang ghi", weight=2), Column("Bảng ghi", weight=3),
        Column("Kết quả", weight=3),
    )  # fmt: skip
    if rows:
        session.show_table(Table("", columns, tuple(map(_cells, rows))))
    session.say(count_words(row.outcome for row in taking.rows))


def _answer(session: Session, row: CellTaken) -> str:
    choices = {**row.options, Answered.KEEP.value: "không ghi ô này"}
    return session.ask(f"{row.place}: {row.name}: {row.why}", option=row.place, choices=choices)


def _cells(row: CellTaken) -> tuple[str, ...]:
    why = f": {row.why}" if row.why else ""
    return (
        row.place,
        row.name,
        shortened(row.before, _LONGEST) or "–",
        shortened(row.read, _LONGEST),
        f"{OUTCOME_WORDS[row.outcome]}{why}",
    )


def write_taken(
    session: Session, taking: TableTaking, label: str, following: str, *, of: str = "Bảng"
) -> None:
    if not taking.changes:
        session.say(f"{of} không có gì mới, không ghi gì.")
    elif agreed(session, "Ghi vào các hồ sơ"):
        session.write(taking.changes, label, following)
