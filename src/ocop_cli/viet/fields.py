"""Field types that read what officials type: every scalar arrives as text and is interpreted here, once."""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, NamedTuple

from pydantic import BaseModel, BeforeValidator, ConfigDict, WithJsonSchema
from pydantic_core import PydanticCustomError

from ocop_cli.viet.dates import parse_clock, parse_date
from ocop_cli.viet.ids import ID_PATTERN
from ocop_cli.viet.numbers import parse_count, parse_decimal, parse_money
from ocop_cli.viet.tax_code import parse_tax_code
from ocop_cli.viet.text import fold

_YES = frozenset({"co", "yes", "true", "dung", "x"})
_NO = frozenset({"khong", "no", "false", "chua"})
_TIME = r"^([01]?[0-9]|2[0-3])(:[0-5][0-9]|\s*(h|giờ)\s*([0-5][0-9])?(\s*phút)?)$"


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


def _reader(parse: Callable[[str], Any], kind: str, message: str) -> BeforeValidator:
    """Interpret text with ``parse``; values that are typed already pass on to Pydantic."""

    def read(value: Any) -> Any:
        if not isinstance(value, str):
            return value
        try:
            return parse(value.strip())
        except PydanticCustomError:  # says itself what is wrong; it is a ValueError too
            raise
        except ValueError as error:
            raise PydanticCustomError(kind, message) from error

    return BeforeValidator(read)


def _yes_no(text: str) -> bool:
    word = fold(text)
    if word not in _YES | _NO:
        raise ValueError(text)
    return word in _YES


def _percent(text: str) -> Decimal:
    value = parse_decimal(text.removesuffix("%").strip())
    if value > 100:  # noqa: PLR2004 - a share has at most one hundred parts of a hundred
        raise ValueError(text)
    return value


def _any_case(*words: str) -> str:
    """Return a pattern of words in whatever case, for editors: their patterns know no flags."""
    letters = ("".join(f"[{letter.upper()}{letter}]" for letter in word) for word in sorted({*words}))
    return f"^({'|'.join(letters)})$"


def _editor(pattern: str) -> WithJsonSchema:
    """What an editor may see before us: a YAML number or the text as typed."""
    return WithJsonSchema({"type": ["number", "string"], "pattern": pattern})


def _text(pattern: str, message: str) -> BeforeValidator:
    wanted = re.compile(pattern)

    def read(value: Any) -> Any:
        if isinstance(value, str) and not wanted.match(value.strip()):
            raise PydanticCustomError("ocop_pattern", message)
        return value

    return BeforeValidator(read)


def _filled(value: Any) -> Any:
    if isinstance(value, str) and not value.strip():
        raise PydanticCustomError("ocop_empty", "ô này chưa có nội dung")
    return value


def _tax_code(value: Any) -> Any:
    try:
        return parse_tax_code(value) if isinstance(value, str) else value
    except ValueError as error:
        raise PydanticCustomError("ocop_pattern", str(error)) from error


_AS_TYPED = WithJsonSchema({"type": ["string", "number", "boolean"]})
"""An editor takes 0312345678 for a number and yes for a truth value; the reader takes every value as text."""

Line = Annotated[str, BeforeValidator(_filled), _AS_TYPED]
"""A short text, never empty."""

Prose = Annotated[str, BeforeValidator(_filled), _AS_TYPED]
"""A text of one or more paragraphs, never empty."""

Identifier = Annotated[
    str, _text(ID_PATTERN, "mã chỉ gồm chữ thường không dấu, số và dấu gạch, từ 2 đến 63 ký tự")
]
"""A name for machines: ``[a-z0-9-_]``."""

TaxCode = Annotated[
    str,
    BeforeValidator(_tax_code),
    WithJsonSchema({"type": ["number", "string"], "pattern": r"^(\d{10}(-?\d{3})?|\d{12})$"}),
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

ContentId = Annotated[Identifier, NameOf("nội dung đánh giá của xã")]
"""One of the contents that the law leaves to the commune."""

InspectedId = Annotated[Identifier, NameOf("nội dung kiểm tra")]
"""The id of what an inspection looks at."""

DecisionId = Annotated[Identifier, NameOf("quyết định")]
"""The id of a decision on the criteria."""

EvidenceKindId = Annotated[Identifier, NameOf("loại giấy tờ", is_open=True)]
"""The id of a kind of evidence of a decision, or of another paper."""

LimitId = Annotated[Identifier, NameOf("hạn")]
"""A limit that the decisions know by an id."""

YearKey = Annotated[Line, NameOf("năm")]
"""A year as the name of an entry."""

Clock = Annotated[
    str,
    _reader(parse_clock, "ocop_clock", "ghi giờ có thật, dạng 08:00 hoặc 8h30"),
    WithJsonSchema({"type": "string", "pattern": _TIME}),
]
"""A time of day from 00:00 to 23:59, kept as ``HH:MM``."""

Day = Annotated[
    date,
    _reader(parse_date, "ocop_date", "ghi ngày có thật, dạng 23/11/2026 hoặc 2026-11-23"),
    WithJsonSchema({"type": "string", "pattern": r"^(\d{4}-\d{2}-\d{2}|\d{1,2}[/.-]\d{1,2}[/.-]\d{4})$"}),
]
"""A calendar day."""


class Coming:
    """Marks a day that may lie ahead: an expiry, a promise, a meeting that is called."""


ComingDay = Annotated[Day, Coming()]
"""A day that may lie ahead; every other ``Day`` is that of something that has happened."""

Money = Annotated[
    Decimal,
    _reader(parse_money, "ocop_money", "ghi số đồng, dạng 1500000 hoặc 1.500.000 (không có phần lẻ)"),
    _editor(r"^(\d+|\d{1,3}(\.\d{3})+)$"),
]
"""An amount in đồng."""

Amount = Annotated[
    Decimal,
    _reader(parse_decimal, "ocop_decimal", "ghi số, tối đa hai chữ số lẻ, dạng 12,5 hoặc 12.5"),
    _editor(r"^\d+([.,]\d{1,2})?$"),
]
"""A number with at most two decimals (points, quantities)."""

Percent = Annotated[
    Decimal,
    _reader(_percent, "ocop_percent", "ghi số từ 0 đến 100, tối đa hai chữ số lẻ, dạng 66,67"),
    _editor(r"^\d{1,3}([.,]\d{1,2})?\s*%?$"),
]
"""A share in percent, 0 to 100."""


def _growth(text: str) -> Decimal:
    if text.startswith(("-", "−", "–")):
        raise PydanticCustomError(
            "ocop_decimal", "không ghi số âm; khi giảm thì ghi growth: falling, bỏ mục này"
        )
    return parse_decimal(text.removesuffix("%").strip())


Growth = Annotated[
    Decimal,
    _reader(_growth, "ocop_decimal", "ghi số phần trăm, tối đa hai chữ số lẻ, dạng 12,5 hoặc 12,5%"),
    _editor(r"^\d+([.,]\d{1,2})?\s*%?$"),
]
"""A growth in percent, not negative."""

Count = Annotated[
    int,
    _reader(parse_count, "ocop_count", "ghi số nguyên không âm, dạng 12 hoặc 1.200"),
    _editor(r"^(\d+|\d{1,3}(\.\d{3})+)$"),
]
"""A whole number, not negative."""

YesNo = Annotated[
    bool,
    _reader(_yes_no, "ocop_yes_no", "ghi có hoặc không"),
    WithJsonSchema(
        {
            "type": ["string", "boolean", "number"],
            "pattern": _any_case("có", "co", "không", "khong", *_YES, *_NO, "đúng", "chưa"),
        }
    ),
]
"""Có or không."""


class Alone(NamedTuple):
    """Marks a name that papers print among words of their own: its kind ``before`` it, the rest from ``ends_at`` on.

    A name that is typed with these words is printed with them twice, or with a title in the place of a name.
    """

    before: tuple[str, ...] = ()
    ends_at: str = ""


PersonName = Annotated[Line, Alone(ends_at=",")]
"""The name of a person; the title has a field of its own."""

CommuneName = Annotated[Line, Alone(before=("xã", "phường", "đặc khu"))]
"""The name of a commune without its kind."""

ProvinceName = Annotated[Line, Alone(before=("tỉnh", "thành phố"))]
"""The name of a province without its kind."""

DistrictName = Annotated[Line, Alone(before=("huyện", "thị xã", "thành phố"))]
"""The name of a former district without its kind."""

ProductName = Annotated[Line, Alone(before=("sản phẩm",))]
"""The name of a product; papers say “sản phẩm” before it."""

HeadTitle = Annotated[Line, Alone(ends_at=" UBND")]
"""The title of who signs for the People's Committee, whose name stands above it."""
