"""Field types of numbers: money, points, shares, counts of people and things, years, stars."""

from decimal import Decimal
from typing import Annotated

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from ocop_cli.viet import editor_patterns as patterns
from ocop_cli.viet import field_words as said
from ocop_cli.viet.amounts import parse_money
from ocop_cli.viet.believed import Believed, from_to
from ocop_cli.viet.bounds import MOST_GROWTH, MOST_MONEY, MOST_PEOPLE, MOST_PIECES, MOST_SETS
from ocop_cli.viet.dates import EARLIEST_YEAR, LATEST_YEAR
from ocop_cli.viet.editor_patterns import counted
from ocop_cli.viet.field_readers import editor, reader, without
from ocop_cli.viet.numbers import parse_count, parse_decimal, show_number
from ocop_cli.viet.text import fold


def _in_percent(text: str) -> Decimal:
    return parse_decimal(without(text, after=said.PARTS_OF_HUNDRED))


def _percent(text: str) -> Decimal:
    value = _in_percent(text)
    if value > 100:  # noqa: PLR2004 - a share has at most one hundred parts of a hundred
        raise ValueError(text)
    return value


Money = Annotated[
    Decimal,
    reader(
        parse_money,
        "ocop_money",
        "ghi số tiền không có phần lẻ của đồng, dạng 1.500.000, 1,2 tỷ hoặc 320 triệu đồng",
    ),
    editor(patterns.MONEY, most=MOST_MONEY),
    from_to(0, MOST_MONEY, "số tiền quá lớn; ghi bằng đồng, hoặc kèm đơn vị nghìn, triệu, tỷ"),
]
"""An amount in đồng."""

Amount = Annotated[
    Decimal,
    reader(
        lambda text: parse_decimal(without(text, after=said.POINTS)),
        "ocop_decimal",
        "ghi số, tối đa hai chữ số lẻ, dạng 12,5 hoặc 12.5",
    ),
    editor(patterns.POINTS),
]
"""A number with at most two decimals (points)."""

Percent = Annotated[
    Decimal,
    reader(_percent, "ocop_percent", "ghi số từ 0 đến 100, tối đa hai chữ số lẻ, dạng 66,67 hoặc 66,67%"),
    editor(patterns.PERCENT, most=100),
]
"""A share in percent, 0 to 100."""


def _growth(text: str) -> Decimal:
    if text.startswith(("-", "−", "–")) or fold(text).startswith("giam"):
        raise PydanticCustomError(
            "ocop_decimal",
            "sản xuất giảm thì không ghi số ở đây: bỏ mục này, ghi tăng trưởng là “giảm”",
        )
    return _in_percent(without(text, before=said.ROSE))


Growth = Annotated[
    Decimal,
    reader(_growth, "ocop_decimal", "ghi số phần trăm, tối đa hai chữ số lẻ, dạng 12,5 hoặc 12,5%"),
    editor(patterns.GROWTH, most=MOST_GROWTH),
    from_to(
        0,
        MOST_GROWTH,
        f"ghi nhiều nhất {MOST_GROWTH}%; tăng hơn nữa thì bỏ mục này, ghi tăng trưởng là “tăng” và doanh thu từng năm",
    ),
]
"""A growth in percent, not negative."""

_WHOLE_NUMBER = "ghi số nguyên không âm, dạng 12 hoặc 1.200"
Count = Annotated[int, reader(parse_count, "ocop_count", _WHOLE_NUMBER), editor(counted())]
"""A whole number, not negative."""


def _number_of(*after: str, before: tuple[str, ...] = (), like: str = _WHOLE_NUMBER) -> BeforeValidator:
    return reader(lambda text: parse_count(without(text, before, after)), "ocop_count", like)


def _at_most(most: int, what: str) -> Believed:
    return from_to(0, most, f"số {what} quá lớn, ghi nhiều nhất {show_number(most)}")


People = Annotated[
    int,
    _number_of(*said.PEOPLE, like=f"{_WHOLE_NUMBER} người"),
    editor(counted(after=said.PEOPLE), most=MOST_PEOPLE),
    _at_most(MOST_PEOPLE, "người"),
]
"""A number of people."""

Places = Annotated[
    int,
    _number_of(*said.PLACES),
    editor(counted(after=said.PLACES), most=MOST_PEOPLE),
    _at_most(MOST_PEOPLE, "đại lý, điểm bán"),
]
"""A number of agents, shops, points of sale."""

Pages = Annotated[
    int,
    _number_of(*said.PAGES),
    editor(counted(after=said.PAGES), most=MOST_PIECES),
    _at_most(MOST_PIECES, "trang"),
]
"""A number of pages."""

Units = Annotated[
    int,
    _number_of(*said.UNITS),
    editor(counted(after=said.UNITS), most=MOST_PIECES),
    _at_most(MOST_PIECES, "mẫu"),
]
"""A number of pieces of a product."""

Year = Annotated[
    int,
    _number_of(before=said.YEAR, like="ghi năm, dạng 2026"),
    editor(counted(before=said.YEAR), least=EARLIEST_YEAR, most=LATEST_YEAR),
    from_to(EARLIEST_YEAR, LATEST_YEAR, f"ghi năm từ {EARLIEST_YEAR} đến {LATEST_YEAR}, dạng 2026"),
]
"""A calendar year."""

SetNumber = Annotated[
    int,
    _number_of(before=said.SET, like="ghi số của bộ sản phẩm, dạng 4"),
    editor(counted(before=said.SET), most=MOST_SETS),
    from_to(0, MOST_SETS, f"số của bộ sản phẩm quá lớn, ghi nhiều nhất {MOST_SETS}"),
]
"""The number of a product set."""


def _star(text: str) -> int:
    if text and not text.strip("*★⭐"):
        return len(text)
    return parse_count(without(text, before=said.RANK, after=said.STARS))


Star = Annotated[
    int,
    reader(_star, "ocop_count", "ghi số sao, dạng 3 hoặc 3 sao"),
    editor(patterns.STARS, least=1, most=5),
]
"""A rank in stars."""
