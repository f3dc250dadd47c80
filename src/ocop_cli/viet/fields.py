"""Field types that read what officials type: every scalar arrives as text and is interpreted here, once."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Any, NamedTuple

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from ocop_cli.viet import editor_patterns as patterns
from ocop_cli.viet import field_words as said
from ocop_cli.viet.amounts import parse_money
from ocop_cli.viet.believed import Believed, from_to
from ocop_cli.viet.bounds import MOST_GROWTH, MOST_MONEY, MOST_PEOPLE, MOST_PIECES, MOST_SETS
from ocop_cli.viet.dates import EARLIEST_YEAR, LATEST_YEAR, is_plausible, parse_clock, parse_date
from ocop_cli.viet.editor_patterns import any_case, counted
from ocop_cli.viet.field_readers import editor, reader, text_like, without
from ocop_cli.viet.ids import ID_PATTERN
from ocop_cli.viet.no_plugins import use_no_plugins
from ocop_cli.viet.numbers import parse_count, parse_decimal, show_number
from ocop_cli.viet.tax_code import parse_tax_code
from ocop_cli.viet.text import fold

use_no_plugins()


class Record(BaseModel):
    """A part of a file: unknown keys are refused, values never change after reading."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        str_strip_whitespace=True,
        hide_input_in_errors=True,
        populate_by_name=True,
        defer_build=True,  # a command validates two or three of the many models; the others are never built
    )


def _yes_no(text: str) -> bool:
    word = fold(text)
    yes = word in map(fold, said.YES)
    if not yes and word not in map(fold, said.NO):
        raise ValueError(text)
    return yes


def _in_percent(text: str) -> Decimal:
    return parse_decimal(without(text, after=said.PARTS_OF_HUNDRED))


def _percent(text: str) -> Decimal:
    value = _in_percent(text)
    if value > 100:  # noqa: PLR2004 - a share has at most one hundred parts of a hundred
        raise ValueError(text)
    return value


def _tax_code(value: Any) -> Any:
    try:
        return parse_tax_code(value) if isinstance(value, str) else value
    except ValueError as error:
        raise PydanticCustomError("ocop_pattern", str(error)) from error


_AS_TYPED = WithJsonSchema({"type": ["string", "number", "boolean"]})
"""An editor takes 0312345678 for a number and yes for a truth value; the reader takes every value as text."""

Line = Annotated[str, StringConstraints(min_length=1), _AS_TYPED]
"""A short text, never empty."""

PARAGRAPHS = "paragraphs"  # marks a text that may have several
Prose = Annotated[str, StringConstraints(min_length=1), _AS_TYPED, PARAGRAPHS]
"""A text of one or more paragraphs, never empty."""

Identifier = Annotated[
    str,
    text_like(ID_PATTERN, "mã chỉ gồm chữ thường không dấu, số và dấu gạch, từ 2 đến 63 ký tự"),
    WithJsonSchema({"type": ["string", "number", "boolean"], "minimum": 0, "pattern": ID_PATTERN}),
]
"""A name for machines: ``[a-z0-9-_]``."""

TaxCode = Annotated[
    str,
    BeforeValidator(_tax_code),
    editor(r"[0-9]{10}(-?[0-9]{3})?|[0-9]{12}", most=10**13 - 1),
]
"""A tax code, kept as text so that no zero is lost."""


class NameOf(NamedTuple):
    """Marks the name of something that is listed elsewhere: a form, a meeting, a criterion.

    Where the list ``is_open``, other names are right too: only one that is near a listed one is doubted.
    """

    kind: str
    is_open: bool = False


FormId = Annotated[Identifier, NameOf("biểu mẫu")]
"""The id of a form, its old one too."""

MeetingId = Annotated[Identifier, NameOf("cuộc họp")]
"""The id of a meeting of the workspace."""

CriterionId = Annotated[Identifier, NameOf("tiêu chí")]
"""The id of a criterion of a decision."""

OptionId = Annotated[Line, NameOf("mức")]
"""The id of an option of a criterion."""

PaperId = Annotated[Line, NameOf("giấy tờ")]
"""The id of a paper of the same dossier."""

ContentId = Annotated[Identifier, NameOf("nội dung đánh giá của xã")]
"""One of the contents that the law leaves to the commune."""

InspectedId = Annotated[Identifier, NameOf("nội dung kiểm tra")]
"""The id of what an inspection looks at."""

DecisionId = Annotated[Identifier, NameOf("quyết định")]
"""The id of a decision on the criteria."""

EvidenceKindId = Annotated[Identifier, NameOf("loại giấy tờ", is_open=True)]
"""The id of a kind of evidence of a decision, or of another paper."""

GroundId = Annotated[Identifier, NameOf("căn cứ thu hồi")]
"""A ground of withdrawal that the decisions know by an id."""

LimitId = Annotated[Identifier, NameOf("hạn")]
"""A limit that the decisions know by an id."""

YearKey = Annotated[Line, NameOf("năm")]
"""A year as the name of an entry."""

Clock = Annotated[
    str,
    reader(parse_clock, "ocop_clock", "ghi giờ có thật, dạng 08:00 hoặc 8h30"),
    WithJsonSchema({"type": "string", "pattern": f"^({patterns.TIME})$"}),
]
"""A time of day from 00:00 to 23:59, kept as ``HH:MM``."""

Day = Annotated[
    date,
    reader(parse_date, "ocop_date", "ghi ngày có thật, dạng 23/11/2026 hoặc 2026-11-23"),
    WithJsonSchema({"type": "string", "pattern": f"^({patterns.DAY})$"}),
    Believed(is_plausible, f"ghi ngày của một năm từ {EARLIEST_YEAR} đến {LATEST_YEAR}", "D030"),
]
"""A calendar day."""


class Coming:
    """Marks a day that may lie ahead: an expiry, a promise, a meeting that is called."""


ComingDay = Annotated[Day, Coming()]
"""A day that may lie ahead; every other ``Day`` is that of something that has happened."""

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

YesNo = Annotated[
    bool,
    reader(_yes_no, "ocop_yes_no", "ghi có hoặc không"),
    WithJsonSchema(
        {
            "type": ["string", "boolean"],
            "pattern": f"^{any_case(*said.YES, *said.NO)}$",
        }
    ),
]
"""Có or không."""
