"""Several values in one text: set apart by a mark, in quotation marks where a value holds the mark itself."""

import csv
from collections.abc import Iterable, Sequence

_QUOTE = '"'


def join_parts(parts: Iterable[str], mark: str) -> str:
    """Return values as one text, which ``split_parts`` takes apart again.

    >>> join_parts(["thôn Một", "thôn Hai; làng Ba"], ";")
    'thôn Một; "thôn Hai; làng Ba"'
    """
    return f"{mark} ".join(
        _quoted(part) if mark in part or part.startswith(_QUOTE) else part for part in parts
    )


def first_of(names: Sequence[str], most: int = 4) -> str:
    """Return names as one phrase that stays short: where they are many, the first and how many more.

    >>> first_of(["lao động", "doanh thu", "giới tính"], most=2)
    'lao động, doanh thu và 1 mục khác'
    """
    more = f" và {len(names) - most} mục khác" if len(names) > most else ""
    return f"{', '.join(names[:most])}{more}"


def _quoted(part: str) -> str:
    return f"{_QUOTE}{part.replace(_QUOTE, _QUOTE * 2)}{_QUOTE}"


def split_parts(text: str, mark: str) -> list[str]:
    """Return the values of a text; an empty one keeps its place. Lines of a text are values of their own.

    >>> split_parts('A Mẫu, , "Phòng Kinh tế, Hạ tầng"', ",")
    ['A Mẫu', '', 'Phòng Kinh tế, Hạ tầng']
    """
    rows = csv.reader(text.splitlines(), delimiter=mark, skipinitialspace=True)
    return [part.strip() for row in rows for part in row]
