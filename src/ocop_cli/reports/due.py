"""Everything that has a day: what, of which product, by when."""

from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple

from ocop_cli.tables import Column, Table
from ocop_cli.viet.dates import show_date


class DueKind(StrEnum):
    """What kind of day it is."""

    LIMIT = "hạn xử lý hồ sơ"
    PROMISE = "giấy tờ đã hẹn"
    PAPER = "giấy tờ hết hạn"
    CERTIFICATE = "giấy chứng nhận"
    LETTER = "hạn ghi trong văn bản"
    REMEDY = "khắc phục sau kiểm tra"
    MEETING = "cuộc họp"
    PLAN = "mốc kế hoạch"
    VISIT = "kiểm tra, giám sát"
    ACT = "việc đã định"
    REPORT = "báo cáo"
    REPLY = "chờ trả lời"


class DueItem(NamedTuple):
    """One day. ``about`` is the product, or empty; ``key`` names it for ever, wherever its day moves to.

    ``summary`` is what a calendar may say: no words that people typed about people. ``starts`` and ``ends`` are times
    of day of what has them; ``command`` is what deals with it.
    """

    on: date
    kind: DueKind
    what: str
    about: str
    key: str
    summary: str = ""
    command: str = ""
    starts: str = ""
    ends: str = ""
    place: str = ""
    is_deed: bool = True
    """Whether somebody must act by then; not so where a paper or a certificate merely ends."""

    @property
    def title(self) -> str:
        """What a calendar shows of it."""
        said = self.summary or self.what
        return f"OCOP: {self.about}: {said}" if self.about else f"OCOP: {said}"


def within(items: Iterable[DueItem], today: date, days: int | None) -> list[DueItem]:
    """Return what is due, in order: what is late, and what comes within some days, or all that comes."""
    found = [one for one in items if one.is_deed or one.on >= today]
    if days is not None:
        found = [one for one in found if (one.on - today).days <= days]
    return sorted(found, key=lambda one: (one.on, one.starts, one.about, one.what))


def due_table(items: Sequence[DueItem], today: date, title: str) -> Table:
    """Lay out what is due."""
    columns = (
        Column("Ngày"),
        Column("Còn"),
        Column("Việc", weight=4),
        Column("Sản phẩm", weight=2),
        Column("Loại", weight=2),
        Column("Lệnh", weight=2),
    )
    rows = (
        (_day(one), _left(one, today), one.what, one.about or "–", one.kind, one.command or "–")
        for one in items
    )
    return Table(title, columns, tuple(rows))


def due_json(one: DueItem, today: date) -> dict[str, Any]:
    """Return an item for the JSON output; ``left`` counts days, below zero for what is late."""
    return {
        "on": one.on.isoformat(),
        "left": (one.on - today).days,
        "kind": one.kind.name.lower(),
        "what": one.what,
        "about": one.about or None,
        "starts": one.starts or None,
        "ends": one.ends or None,
        "command": one.command or None,
        "key": one.key,
    }


def _day(one: DueItem) -> str:
    return f"{show_date(one.on)} {one.starts}".strip()


def _left(one: DueItem, today: date) -> str:
    days = (one.on - today).days
    if days == 0:
        return "hôm nay"
    return f"{days} ngày" if days > 0 else f"quá {-days} ngày"
