"""A place where data of a person stand, and what can be done with it."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from ocop_cli.findings import FieldPath

BY_LAW = "đã ban hành, gửi đi hoặc kết luận: giữ theo quy định về lưu trữ"


class Fate(StrEnum):
    """What can be done with a place where somebody's data stand."""

    ERASED = "xóa được"
    BY_HAND = "sửa bằng tay"
    KEPT = "giữ lại"


class Holding(NamedTuple):
    """One place where data of a person stand: file and field, what it is, for what it is held, and what can be done.

    ``since`` is the day from which it is held, where that is known; ``basis`` the form of the law that asks for it.
    ``fields`` are those of a data file that are meant; none where the file is meant as a whole.
    """

    file: str
    what: str
    fate: Fate
    purpose: str = ""
    basis: str = ""
    since: date | None = None
    why: str = ""
    fields: tuple[FieldPath, ...] = ()
