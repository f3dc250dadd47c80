"""What people type, as patterns of editors: these know no flags and read no words, so each way is spelled out."""

import re
from collections.abc import Iterable
from functools import cache

from ocop_cli.viet import field_words as said
from ocop_cli.viet.amounts import CURRENCIES, MULTIPLES
from ocop_cli.viet.text import fold

SPACES = "[ \u00a0]*"
WHOLE = r"([0-9]+|[0-9]{1,3}(\.[0-9]{3})+)"
_MONTHS = {"0?[1-9]|[12][0-9]": "0?[1-9]|1[0-2]", "30": "0?[13-9]|1[0-2]", "31": "0?[13578]|1[02]"}
"""Days of a month, and the months that have them."""


def any_case(*words: str) -> str:
    """Return a pattern of words in whatever case, with marks or without, for editors: their patterns know no flags."""
    spelled = sorted({"".join(map(_either_case, word.lower())) for word in words})
    return f"({'|'.join(spelled)})"


@cache  # all fields that know words spell them out when they are made
def _either_case(letter: str) -> str:
    if letter == " ":
        return "[ \u00a0]+"
    ways = "".join(sorted({*letter.upper(), *letter, *fold(letter).upper(), *fold(letter)}))
    return f"[{ways}]" if len(ways) > 1 else re.escape(letter)


def counted(before: Iterable[str] = (), after: Iterable[str] = ()) -> str:
    """Return the pattern of a whole number with the words that say what is counted."""
    head = f"({any_case(*before)}{SPACES})?" if before else ""
    tail = f"({SPACES}{any_case(*after)})?" if after else ""
    return f"{head}{WHOLE}{tail}"


def _day(order: str) -> str:
    return "|".join(order.format(day=f"({day})", month=f"({month})") for day, month in _MONTHS.items())


def _days() -> str:
    """Return the pattern of a day, as figures from the year down or up, or in words."""
    from_the_year = _day("[0-9]{{4}}-{month}-{day}").replace("0?", "0")
    figures = _day("{day}[/.-]{month}[/.-][0-9]{{4}}")
    words = _day(f"{{day}} {any_case('tháng')} {{month}},? {any_case('năm')} [0-9]{{{{4}}}}")
    return f"{from_the_year}|({any_case('ngày')} )?({figures}|{words})"


TIME = f"([01]?[0-9]|2[0-3])(:[0-5][0-9]|{SPACES}(h|giờ){SPACES}([0-5][0-9])?({SPACES}phút)?)"
DAY = _days()
_DECIMAL = "[0-9]+([.,][0-9]{1,2})?"
_HUNDRED = "0*(100([.,]0{1,2})?|[0-9]{1,2}([.,][0-9]{1,2})?)"
_PARTS = f"({SPACES}{any_case(*said.PARTS_OF_HUNDRED)})?"
POINTS = f"{_DECIMAL}({SPACES}{any_case(*said.POINTS)})?"
PERCENT = f"{_HUNDRED}{_PARTS}"
GROWTH = f"({any_case(*said.ROSE)}{SPACES})?{_DECIMAL}{_PARTS}"
STARS = f"({any_case(*said.RANK)}{SPACES})?0*[1-5]({SPACES}{any_case(*said.STARS)})?|[*★⭐]{{1,5}}"
_MULTIPLE = rf"[0-9][0-9.,]*{SPACES}{any_case(*MULTIPLES)}"
_GROUPED = "[0-9]{1,3}(,[0-9]{3}){2,}"
MONEY = rf"({WHOLE}|{_GROUPED}|{_MULTIPLE}({SPACES}{_MULTIPLE})*){SPACES}(\.?{any_case(*CURRENCIES)})?"
