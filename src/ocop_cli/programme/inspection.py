"""An inspection of a recognised product: ``programme/inspections/<id>.yaml``."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Literal

from pydantic import Field

from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.programme.convening import read_person
from ocop_cli.programme.meeting import Person
from ocop_cli.viet.fields import Clock, Day, Identifier, InspectedId, Prose, Record, YesNo
from ocop_cli.viet.text_fields import Words

SCHEMA: Literal["ocop/inspection@1"] = "ocop/inspection@1"


class Observation(Record):
    """What was seen of one content."""

    content: InspectedId = Field(title="Nội dung kiểm tra", description="Mã nội dung, ví dụ production.")
    result: Prose | None = Field(None, title="Kết quả", description="Bỏ trống thì biên bản chừa chỗ ghi tay.")
    kept: YesNo | None = Field(None, title="Đạt, còn duy trì")


class Inspection(Record):
    """Biên bản kiểm tra, giám sát: who looked, what was seen, what is asked of the producer."""

    format: Literal["ocop/inspection@1"] = Field(SCHEMA, alias="schema", title="Khuôn dạng tệp")
    dossier: Identifier = Field(title="Hồ sơ")
    on: Day = Field(title="Ngày kiểm tra")
    starts: Clock | None = Field(None, title="Bắt đầu")
    ends: Clock | None = Field(None, title="Kết thúc")
    place: Words | None = Field(None, title="Địa điểm")
    team: tuple[Person, ...] = Field((), title="Đoàn kiểm tra", description="Người đầu là trưởng đoàn.")
    secretary: Person | None = Field(None, title="Thư ký")
    producer_side: tuple[Person, ...] = Field((), title="Đại diện chủ thể")
    observations: tuple[Observation, ...] = Field((), title="Kết quả từng nội dung")
    requests: tuple[Prose, ...] = Field((), title="Kiến nghị, yêu cầu khắc phục")
    conclusion: Prose | None = Field(None, title="Kết luận")
    producing: YesNo | None = Field(None, title="Còn sản xuất")
    stopped_on: Day | None = Field(None, title="Ngừng sản xuất từ ngày")


def new_inspection(
    dossier: str,
    contents: Mapping[str, str],
    *,
    on: date,
    place: str | None,
    team: Sequence[str],
    secretary: str | None,
    producer_side: Mapping[str, str] | None,
    seen: Mapping[str, str],
    stopped_on: date | None = None,
    conclusion: str | None = None,
) -> dict[str, Any]:
    """Return the record of an inspection; contents without a result stay open for the pen.

    Raises ``OcopError`` (misuse) for a content that the list does not have, or a person without a title.
    """
    unknown = [content for content in seen if content not in contents]
    if unknown:
        known = "; ".join(f"{key} ({text})" for key, text in contents.items())
        raise OcopError(f"Không có nội dung kiểm tra “{unknown[0]}”.", f"Chọn: {known}.", exit_code=MISUSE)
    observed = [{"content": key, **({"result": seen[key]} if key in seen else {})} for key in contents]
    return {
        "schema": SCHEMA,
        "dossier": dossier,
        "on": on,
        **({"place": place} if place else {}),
        "team": [read_person(text, "--member") for text in team],
        **({"secretary": read_person(secretary, "--secretary")} if secretary else {}),
        "producer_side": [dict(producer_side)] if producer_side else [],
        "observations": observed,
        **({"conclusion": conclusion} if conclusion else {}),
        **({"producing": False, "stopped_on": stopped_on} if stopped_on else {}),
    }
