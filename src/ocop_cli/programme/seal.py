"""The seal of a file: what its parts said when a verb concluded, issued or sent something; ``programme/seals/<file>``."""

from typing import Literal

from pydantic import Field

from ocop_cli.viet.fields import Day, Line, Prose, Record
from ocop_cli.viet.text_fields import Words

SCHEMA: Literal["ocop/seal@1"] = "ocop/seal@1"


class Resealed(Record):
    """Who answered for a change that was made outside the program, and why it is right."""

    on: Day = Field(title="Ngày")
    by: Words = Field(title="Người chịu trách nhiệm")
    reason: Prose = Field(title="Lý do")
    parts: tuple[Line, ...] = Field((), title="Các mục đã đổi")


class Seal(Record):
    """A second witness: short hashes of the parts of one file, each bound to the file's name and the part's."""

    format: Literal["ocop/seal@1"] = Field(SCHEMA, alias="schema", title="Khuôn dạng tệp")
    file: Line = Field(title="Tệp")
    parts: dict[Line, Line] = Field(default_factory=dict, title="Mã băm từng mục")
    resealed: tuple[Resealed, ...] = Field((), title="Các lần niêm lại")
    answers: Line | None = Field(None, title="Mã băm các lần niêm lại")
