"""What was taken out of the folder again: ``programme/removed.yaml``; no personal data, only ids, days and reasons."""

from typing import Literal

from pydantic import Field

from ocop_cli.viet.fields import Day, Identifier, Line, Prose, Record

SCHEMA: Literal["ocop/removed@1"] = "ocop/removed@1"


class Removal(Record):
    """A dossier that was registered by mistake."""

    dossier: Identifier = Field(title="Mã hồ sơ")
    on: Day = Field(title="Ngày xóa")
    reason: Prose = Field(title="Lý do")
    by: Line | None = Field(None, title="Người xóa")


class Removals(Record):
    """Every removal, the oldest first."""

    format: Literal["ocop/removed@1"] = Field(SCHEMA, alias="schema", title="Khuôn dạng tệp")
    removed: tuple[Removal, ...] = Field((), title="Hồ sơ đã xóa")
