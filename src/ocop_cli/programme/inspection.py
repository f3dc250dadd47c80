"""An inspection of a recognised product: ``programme/inspections/<id>.yaml``."""

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Any, Literal, NamedTuple, Self

from pydantic import Field

from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.programme.convening import read_clock, read_later_clock, read_person
from ocop_cli.programme.meeting import Person
from ocop_cli.programme.remedy import Closing, OpenRemedy, Remedy, open_among, read_remedy
from ocop_cli.viet.choices import chosen
from ocop_cli.viet.fields import Clock, Day, GroundId, Identifier, InspectedId, Line, Prose, Record, YesNo
from ocop_cli.viet.text_fields import Words

SCHEMA: Literal["ocop/inspection@1"] = "ocop/inspection@1"


class Observation(Record):
    """What was seen of one content."""

    content: InspectedId = Field(title="Nội dung kiểm tra", description="Mã nội dung, ví dụ production.")
    result: Prose | None = Field(None, title="Kết quả", description="Bỏ trống thì biên bản chừa chỗ ghi tay.")
    kept: YesNo | None = Field(None, title="Đạt, còn duy trì")


class Sign(Record):
    """A sign that a recognition may have to be withdrawn. The commune says what it saw and proposes; it never decides."""

    ground: GroundId = Field(title="Căn cứ thu hồi", description="Mã căn cứ của quyết định, ví dụ mark.")
    seen: Prose = Field(title="Đã thấy gì")


class Photo(Record):
    """A photo or a scan that was taken at the producer's: evidence of the inspection."""

    file: Line = Field(title="Tệp", description="Đường dẫn trong thư mục làm việc, ví dụ: papers/….jpg.")
    name: Line = Field(title="Tên tệp lúc nhận")
    sha256: Line = Field(title="Mã băm SHA-256 của tệp")


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
    requests: tuple[Remedy, ...] = Field((), title="Kiến nghị, yêu cầu khắc phục")
    signs: tuple[Sign, ...] = Field((), title="Dấu hiệu phải xem xét thu hồi")
    closings: tuple[Closing, ...] = Field((), title="Đã khắc phục")
    photos: tuple[Photo, ...] = Field((), title="Ảnh, tệp kèm theo")
    conclusion: Prose | None = Field(None, title="Kết luận")
    producing: YesNo | None = Field(None, title="Còn sản xuất")
    stopped_on: Day | None = Field(None, title="Ngừng sản xuất từ ngày")

    @property
    def is_open(self) -> bool:
        """Say whether something is left to the pen."""
        return not self.conclusion or any(seen.result is None for seen in self.observations)

    @property
    def is_of_one(self) -> bool:
        """Say whether one person looked alone: nobody else is named, and nobody else writes the minutes."""
        names = {person.name for person in self.team}
        return len(names) == 1 and (self.secretary is None or self.secretary.name in names)

    @property
    def open_remedies(self) -> list[OpenRemedy]:
        """The remedies that nobody closed yet."""
        return open_among(self.requests, self.closings)

    @property
    def as_signed(self) -> Self:
        """The inspection as its minutes say it: without what was closed since."""
        return self.model_copy(update={"closings": ()})

    def as_of(self, day: date) -> Self | None:
        """Return the inspection as it was known at the end of a day; none before it was made."""
        if self.on > day:
            return None
        return self.model_copy(update={"closings": tuple(c for c in self.closings if c.on <= day)})


class Told(NamedTuple):
    """What is told of an inspection: texts as typed; ``seen`` and ``kept`` by the id of a content.

    ``kept``: whether the producer keeps to it. ``requests``: what is to be put right, each with its day at the end.
    ``signs``: what was seen that may lead to a withdrawal, by the id of a ground.
    """

    on: date | None = None
    starts: str | None = None
    ends: str | None = None
    place: str | None = None
    team: Sequence[str] = ()
    secretary: str | None = None
    seen: Mapping[str, str] = MappingProxyType({})
    kept: Mapping[str, bool] = MappingProxyType({})
    producing: bool | None = None
    stopped_on: date | None = None
    requests: Sequence[str] = ()
    conclusion: str | None = None
    signs: Mapping[str, str] = MappingProxyType({})


def new_inspection(
    dossier: str, contents: Mapping[str, str], told: Told, usual: Told, theirs: Mapping[str, str] | None
) -> dict[str, Any]:
    """Return the record of an inspection; contents without a result stay open for the pen.

    ``usual`` holds the day, place and secretary that stand where nobody says otherwise; ``theirs``: who stands for
    the producer.

    Raises ``OcopError`` (misuse) for a person without a title, a time that is none, or a remedy due before its inspection.
    """
    named = told.secretary or usual.secretary
    secretary = read_person(named, "--secretary") if named else None
    on = told.on or usual.on
    fields = {
        "schema": SCHEMA,
        "dossier": dossier,
        "on": on,
        "starts": read_clock(told.starts, "--starts") if told.starts else None,
        "ends": read_later_clock(told.ends, "--ends", told.starts or "") if told.ends else None,
        "place": told.place or usual.place or None,
        "team": [read_person(text, "--member") for text in told.team],
        "secretary": secretary,
        "producer_side": [dict(theirs)] if theirs else [],
        "observations": [_observation(content, told) for content in contents],
        "requests": [read_remedy(text, "--request", on or date.min) for text in told.requests] or None,
        "signs": [{"ground": ground, "seen": seen} for ground, seen in told.signs.items()] or None,
        "conclusion": told.conclusion or None,
        "producing": told.producing,
        "stopped_on": told.stopped_on,
    }
    return {key: value for key, value in fields.items() if value is not None}


def _observation(content: str, told: Told) -> dict[str, Any]:
    result, kept = told.seen.get(content), told.kept.get(content)
    return {
        "content": content,
        **({"result": result} if result else {}),
        **({} if kept is None else {"kept": kept}),
    }


def kept_of(kept: Sequence[str], failed: Sequence[str], contents: Mapping[str, str]) -> dict[str, bool]:
    """Return the contents that the producer keeps to and those that it does not. Raises ``OcopError`` (misuse)."""
    good = dict.fromkeys((content_named(text, contents, "--kept") for text in kept), True)
    bad = dict.fromkeys((content_named(text, contents, "--failed") for text in failed), False)
    if both := good.keys() & bad.keys():
        words = contents[sorted(both)[0]]
        raise OcopError(f"“{words}” vừa đạt vừa chưa đạt.", "Bỏ một trong hai.", exit_code=MISUSE)
    return good | bad


def content_named(text: str, contents: Mapping[str, str], option: str) -> str:
    """Return the content, or the ground, that a text names by its words or its id. Raises ``OcopError`` (misuse)."""
    found = chosen(text, contents)
    if len(found) == 1:
        return found[0]
    meant = "; ".join(contents[each] for each in found or contents)
    message = f"{option}: “{text}” không chỉ đúng một nội dung trong danh mục."
    raise OcopError(message, f"Chọn một trong: {meant}.", exit_code=MISUSE)
