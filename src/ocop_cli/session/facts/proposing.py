"""Facts that the program proposes, before a person: shown with their reason, taken as a whole, changed one by one."""

from collections.abc import Sequence
from functools import partial

from ocop_cli.session import Session
from ocop_cli.store.yaml.edit import Edit
from ocop_cli.tables import Column, Table
from ocop_cli.usecases.receive.proposals import Proposed
from ocop_cli.viet.dates import show_date
from ocop_cli.viet.typed_day import read_day

_RIGHT, _NONE, _LEFT = "đúng cả", "không ghi mục nào", "để trống"
_OPTION = "--no-input"


def confirmed(session: Session, proposed: Sequence[Proposed]) -> list[Edit]:
    """Return the edits that a person confirms; ``-y`` confirms what is clear. Nobody there: told, nothing is taken."""
    found = list(proposed)
    if found and session.can_ask and not session.options.yes:
        found = _looked_through(session, found)
    elif found:
        session.show_table(_table(found))
        if not session.options.yes:
            session.console.note("Chưa ghi các mục đề nghị trên: thêm -y để ghi các mục đã rõ.")
            return []
    return [edit for each in found for edit in each.edits()]


def _looked_through(session: Session, found: list[Proposed]) -> list[Proposed]:
    """Ask what is open, show all, and let a person change one after the other until all is right."""
    found = [each if each.value else _changed(session, each) for each in found]
    while True:
        session.show_table(_table(found))
        words = {_RIGHT: "ghi như trên", **{each.name: f"sửa {each.name}" for each in found}, _NONE: _NONE}
        answer = session.ask("Các mục đề nghị trên đúng chưa", option=_OPTION, choices=words)
        if answer in {_RIGHT, _NONE}:
            return found if answer == _RIGHT else []
        number = [each.name for each in found].index(answer)
        found[number] = _changed(session, found[number])


def _changed(session: Session, proposed: Proposed) -> Proposed:
    if proposed.papers:
        choices = {**{title: title for title in proposed.papers.values()}, _LEFT: _LEFT}
        answer = session.ask(f"{proposed.name} là giấy nào", option=_OPTION, choices=choices)
        ids = {title: paper for paper, title in proposed.papers.items()}
        return proposed._replace(value=ids.get(answer, ""), why="cán bộ chọn")
    check = partial(read_day, option=_OPTION) if proposed.is_day else None
    question = f"{proposed.name} (bỏ trống: chưa ghi)"
    typed = session.ask(question, option=_OPTION, check=check, optional=True)
    if typed and proposed.is_day:
        typed = show_date(read_day(typed, _OPTION))
    return proposed._replace(value=typed, why="cán bộ ghi")


def _table(found: Sequence[Proposed]) -> Table:
    columns = (Column("TT"), Column("Mục"), Column("Giá trị"), Column("Căn cứ"))
    rows = [
        (str(number), each.name, each.papers.get(each.value, each.value) or "–", each.why)
        for number, each in enumerate(found, 1)
    ]
    return Table("Đề nghị ghi theo giấy tờ", columns, tuple(rows))
