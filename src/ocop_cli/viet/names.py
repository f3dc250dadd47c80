"""Names that people type with their title or kind in one breath: “Ksor H'Lớp, chủ hộ”, “xã Ia Tơ Ver”."""

from collections.abc import Sequence

from ocop_cli.viet.text import upper_first


def split_title(text: str) -> tuple[str, str]:
    """Return name and title of “name, title”; the title is empty where none was typed.

    >>> split_title("Ksor H'Lớp, chủ hộ")
    ("Ksor H'Lớp", 'Chủ hộ')
    """
    name, _, title = (part.strip() for part in text.partition(","))
    return name, upper_first(title)


def split_kind(name: str, kinds: Sequence[str]) -> tuple[str, str]:
    """Return the kind of a place and its name alone; the kind is empty where the name is typed without one.

    >>> split_kind("Phường Ví Dụ", ("xã", "phường"))
    ('phường', 'Ví Dụ')
    """
    for kind in kinds:
        head, rest = name[: len(kind) + 1], name[len(kind) + 1 :].strip()
        if rest and head.casefold() == f"{kind} ":
            return kind, rest
    return "", name


def without_kind(name: str, kind: str) -> str:
    """Return the name of a place without its kind before it, which papers print by themselves.

    >>> without_kind("Xã Ia Tơ Ver", "xã")
    'Ia Tơ Ver'
    """
    return split_kind(name, (kind,))[1]
