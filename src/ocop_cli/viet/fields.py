"""Field types that read what officials type: every scalar arrives as text and is interpreted here, once."""

from datetime import date
from typing import Annotated, Any, NamedTuple

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from ocop_cli.viet import editor_patterns as patterns
from ocop_cli.viet import field_words as said
from ocop_cli.viet.believed import Believed
from ocop_cli.viet.dates import EARLIEST_YEAR, LATEST_YEAR, is_plausible, parse_clock, parse_date
from ocop_cli.viet.editor_patterns import any_case
from ocop_cli.viet.field_readers import editor, reader, text_like
from ocop_cli.viet.ids import ID_PATTERN
from ocop_cli.viet.no_plugins import use_no_plugins
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


def is_unsaid(value: Any) -> bool:
    """Say whether nothing is said in a field. One that came with a later version is left out of the data then.

    Papers are made of parts of a dossier and keep their hashes: those of an earlier version would count as changed.
    """
    return value is None


def _yes_no(text: str) -> bool:
    word = fold(text)
    yes = word in map(fold, said.YES)
    if not yes and word not in map(fold, said.NO):
        raise ValueError(text)
    return yes


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

LogKindId = Annotated[Identifier, NameOf("loại hoạt động")]
"""The id of a kind of act of the year's log."""

DossierId = Annotated[Identifier, NameOf("hồ sơ")]
"""The id of a dossier of the workspace."""

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
