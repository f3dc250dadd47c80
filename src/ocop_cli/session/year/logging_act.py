"""An act of the year as it is told: in one line, or by questions; what was understood is never asked again."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.programme.log_answer import answered
from ocop_cli.programme.log_entry import CHOICES, LISTED, LogItem
from ocop_cli.programme.log_kind import LogField, LogKind
from ocop_cli.reports.log_list import entry_lines
from ocop_cli.session import Session
from ocop_cli.session.questions.confirming import confirm
from ocop_cli.store.built_in.packaged import load_log_kinds
from ocop_cli.store.programme.year_log import entry_at, removed
from ocop_cli.usecases.year.log import (
    Act,
    add_act,
    edit_act,
    read_act,
    refuse_parts,
    refuse_problems,
    twin_of,
)
from ocop_cli.viet.dates import show_date

_DAY = LogField("on", "Ngày", needed=True)
_YES_NO = {"có": "có", "không": "không"}
_SEVERAL = " (nhiều thì cách nhau bằng dấu ;)"


def log_act(session: Session, words: Sequence[str]) -> LogItem:
    """Read a line, ask for what it lacks, and file the act; a kind alone is asked for all it tells.

    Raises ``OcopError`` (misuse) with everything that is wrong where nobody can be asked.
    """
    act = read_act(session.sources, session.workspace.profile, session.today, words)
    kind, reading = act.kind, act.reading
    is_alone = not reading.values and not reading.problems
    if not session.can_ask:
        refuse_problems(kind, reading)
    for problem in reading.problems:
        session.console.note(f"Chưa hiểu: {problem}.")
    values = dict(reading.values)
    if not is_alone:
        values.setdefault("on", session.today)
    for field in (_DAY, *kind.fields):
        is_asked = field.name not in values and (is_alone or field.needed)
        if is_asked and session.can_ask:
            values |= _asked(session, act, field, values)
    item, change = add_act(session.sources, kind, {"on": session.today, **values})
    if twin := twin_of(session.sources, item.entry):
        confirm(session, [f"việc này đã ghi rồi, số {twin.number}"], "Ghi thêm?", "bỏ lần ghi này")
    _tell(session, kind, item)
    label = f"việc năm {item.year}: {kind.name.lower()}"
    session.write([change], label, f"xem cả năm: `ocop log`; sửa: `ocop log --edit {item.number}`")
    return item


def edit_logged(session: Session, year: int, number: int, words: Sequence[str]) -> LogItem:
    """Give an entry other values by a line; without one each field is asked, what is there standing as the answer."""
    profile = session.workspace.profile
    said = words or _asked_again(session, year, number)
    item, change = edit_act(session.sources, year, number, said, profile, session.today)
    _tell(session, load_log_kinds().kinds[item.entry.kind], item)
    session.write([change], f"sửa việc số {number} năm {year}", "`ocop log`")
    return item


def remove_logged(session: Session, year: int, number: int) -> None:
    """Take an entry away; what it said is shown first, so that it can be typed again."""
    change = removed(session.sources, year, number)
    session.write([change], f"bỏ việc số {number} năm {year}", "`ocop log`; lấy lại: `ocop undo`")


def _tell(session: Session, kind: LogKind, item: LogItem) -> None:
    lines = list(entry_lines(kind, item))
    if item.entry.on > session.today:
        lines.append(
            f"  Ngày {show_date(item.entry.on)} chưa tới: ghi là việc dự kiến, chưa tính vào báo cáo."
        )
    session.say("\n".join(lines))


def _asked(session: Session, act: Act, field: LogField, values: Mapping[str, Any]) -> dict[str, Any]:
    """Ask for one field until its answer does, beside what is answered already; nothing where it is passed over."""
    default = show_date(session.today) if field.name == "on" else ""
    choices: Mapping[str, str] | None = None
    if field.name in CHOICES:
        choices = {words: words for words in CHOICES[field.name].values()}
    elif field.name == "done":
        choices = _YES_NO
    end = "" if field.needed else " (Enter: bỏ qua)"
    more = _SEVERAL if field.name in LISTED else ""
    said = session.ask(
        f"{field.title}{more}{end}",
        option=f"“{field.title}: …”",
        default=default,
        choices=choices,
        check=None if choices else partial(_fitting, act, field, values),
        optional=not field.needed,
    )
    return answered(act.kind, field, said, act.known) if said else {}


def _fitting(act: Act, field: LogField, values: Mapping[str, Any], text: str) -> Any:
    """Return what an answer states of a field. Raises ``OcopError`` (misuse) where it does not do, or not beside the others."""
    read = answered(act.kind, field, text, act.known)
    refuse_parts(act.kind, {**values, **read})
    return read[field.name]


def _asked_again(session: Session, year: int, number: int) -> list[str]:
    """Ask for every field of an entry; Enter keeps what is there."""
    entry = entry_at(session.sources, year, number)
    kind = load_log_kinds().kinds[entry.kind]
    if not session.can_ask:
        hint = f'Ghi mục cần sửa: `ocop log --edit {number} "kết quả: …"`'
        raise OcopError("Chưa biết sửa mục nào.", hint, exit_code=MISUSE)
    said = []
    for field in (_DAY, *kind.fields):
        now = entry.in_words(field.name)
        new = session.ask(field.title, option=f"“{field.title}: …”", default=now, optional=True)
        said += [f"{field.title}: {new}"] if new and new != now else []
    return said
