"""Names that people type with their title or kind in one breath: “Ksor H'Lớp, chủ hộ”, “xã Ia Tơ Ver”."""

from collections.abc import Sequence

from ocop_cli.viet.text import upper_first

_HEADS = (
    "Chủ tịch UBND xã",
    "Chủ tịch UBND phường",
    "Chủ tịch UBND đặc khu",
    "Chủ tịch UBND",
    "Chủ tịch",
    "Giám đốc",
    "Trưởng phòng",
)
TITLES = (
    *(f"Phó {head}" for head in _HEADS),
    *_HEADS,
    *("Chánh Văn phòng", "Phó Chánh Văn phòng", "Tổ trưởng", "Trưởng thôn", "Chủ hộ", "Công chức"),
)
"""Titles that people type before a name; “Ông” is none of them: it is a family name too."""

OF_COMMITTEE = " UBND"
"""What people type behind the title of a head, and papers print above it."""


def split_title(text: str) -> tuple[str, str]:
    """Return name and title of “name, title” or “title name”; the title is empty where none was typed.

    >>> split_title("Ksor H'Lớp, chủ hộ")
    ("Ksor H'Lớp", 'Chủ hộ')
    >>> split_title("Phó chủ tịch A Ví Dụ")
    ('A Ví Dụ', 'Phó Chủ tịch')
    """
    name, _, title = (part.strip() for part in text.partition(","))
    before, rest = split_kind(name, TITLES)
    return (rest, upper_first(title) or before) if before else (name, upper_first(title))


COMMUNE_KINDS = ("xã", "phường", "đặc khu")


def split_kind(name: str, kinds: Sequence[str]) -> tuple[str, str]:
    """Return the kind of a place and its name alone; the kind is empty where the name is typed without one.

    >>> split_kind("Phường Ví Dụ", ("xã", "phường"))
    ('phường', 'Ví Dụ')
    """
    for kind in kinds:
        head, rest = name[: len(kind) + 1], name[len(kind) + 1 :].strip()
        if rest and head.casefold() == f"{kind} ".casefold():
            return kind, rest
    return "", name


def without_kind(name: str, kind: str) -> str:
    """Return the name of a place without its kind before it, which papers print by themselves.

    >>> without_kind("Xã Ia Tơ Ver", "xã")
    'Ia Tơ Ver'
    """
    return split_kind(name, (kind,))[1]
