"""A meeting of the commune: ``programme/meetings/<id>.yaml``."""

from enum import StrEnum
from typing import Literal

from pydantic import Field

from ocop_cli.viet.fields import Clock, ComingDay, Day, Identifier, Line, Prose, Record, YesNo
from ocop_cli.viet.name_fields import PersonName
from ocop_cli.viet.text_fields import Words

SCHEMA: Literal["ocop/meeting@1"] = "ocop/meeting@1"


class MeetingKind(StrEnum):
    """What the meeting decides."""

    EVALUATION = "evaluation"
    SELECTION = "selection"


MEETING_KINDS: dict[str, str] = {
    MeetingKind.EVALUATION: "họp đánh giá hồ sơ",
    MeetingKind.SELECTION: "họp xét chọn ý tưởng",
}
"""What a meeting decides, in words."""


class Person(Record):
    """Who chairs or writes."""

    name: PersonName = Field(title="Họ và tên")
    title: Words = Field(title="Chức vụ")


class Participant(Record):
    """A unit that was invited. ``present`` is nobody's guess: it is written when the meeting is closed.

    In files of earlier versions a unit without it was there, as their schema said.
    """

    unit: Words = Field(title="Đơn vị")
    name: PersonName | None = Field(None, title="Họ và tên")
    title: Words | None = Field(None, title="Chức vụ")
    present: YesNo | None = Field(None, title="Có mặt", description="Ghi khi kết thúc họp.")
    absence: Line | None = Field(None, title="Lý do vắng")


class CalledOff(Record):
    """That a meeting was not held after all."""

    on: Day = Field(title="Ngày hoãn")
    reason: Line = Field(title="Lý do")


class Meeting(Record):
    """Cuộc họp lấy ý kiến: the frame. Opinions stand in the dossiers they are about."""

    format: Literal["ocop/meeting@1"] = Field(SCHEMA, alias="schema", title="Khuôn dạng tệp")
    kind: MeetingKind = Field(MeetingKind.EVALUATION, title="Loại cuộc họp")
    title: Words = Field(title="Tên cuộc họp")
    on: ComingDay = Field(title="Ngày họp")
    starts: Clock = Field(title="Bắt đầu")
    ends: Clock | None = Field(None, title="Kết thúc")
    ends_on: ComingDay | None = Field(
        None, title="Ngày kết thúc", description="Bỏ trống nếu họp trong một ngày."
    )
    place: Words = Field(title="Địa điểm")
    chair: Person = Field(title="Chủ trì")
    secretary: Person = Field(title="Thư ký")
    participants: tuple[Participant, ...] = Field((), title="Thành phần")
    producers: YesNo | None = Field(
        None,
        title="Mời chủ thể dự họp",
        description="Của các hồ sơ đưa ra họp; ai dự thì ghi khi kết thúc họp.",
    )
    dossiers: tuple[Identifier, ...] = Field((), title="Hồ sơ đưa ra họp")
    conclusion: Prose | None = Field(None, title="Kết luận")
    held: YesNo = Field(default=False, title="Đã họp")
    called_off: CalledOff | None = Field(None, title="Hoãn, không họp")
