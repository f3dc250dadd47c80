"""What was done in a year beside the dossiers, act by act: ``programme/activities/<year>.yaml``.

A kind of act says which of the fields it has: ``programme/data/activities.yaml``, read by ``log_kind``.
"""

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import Field

from ocop_cli.viet.dates import show_date
from ocop_cli.viet.field_readers import among, editor, listed_words, reader
from ocop_cli.viet.fields import ComingDay, DossierId, Line, LogKindId, Prose, Record, YesNo
from ocop_cli.viet.name_fields import PersonName
from ocop_cli.viet.number_fields import Count, Money, People, Year
from ocop_cli.viet.numbers import parse_decimal, show_number
from ocop_cli.viet.text_fields import Words

SCHEMA: Literal["ocop/activities@1"] = "ocop/activities@1"


class Channel(StrEnum):
    """How people were reached."""

    LOUDSPEAKER = "loudspeaker"
    MEETING = "meeting"
    SOCIAL = "social"
    WEBSITE = "website"
    PRESS = "press"
    PRINT = "print"
    VISIT = "visit"
    PHONE = "phone"
    LETTER = "letter"


class Standard(StrEnum):
    """An advanced way of production that a product moves to."""

    ISO = "iso"
    HACCP = "haccp"
    VIETGAP = "vietgap"
    ORGANIC = "organic"
    GMP = "gmp"
    OTHER = "other"


class Priority(StrEnum):
    """What the plan prefers among ideas (I.2, III.3b, V.1)."""

    SPECIALITY = "speciality"
    CRAFT = "craft"
    ARTISAN = "artisan"
    PROCESSING = "processing"
    TOURISM = "tourism"
    TECHNOLOGY = "technology"
    CULTURE = "culture"


PRIORITIES: dict[str, str] = {
    Priority.SPECIALITY: "đặc sản",
    Priority.CRAFT: "sản phẩm làng nghề, nghề truyền thống",
    Priority.ARTISAN: "sản phẩm của nghệ nhân, cộng đồng sáng tạo",
    Priority.PROCESSING: "sản phẩm chế biến sâu",
    Priority.TOURISM: "du lịch nông thôn",
    Priority.TECHNOLOGY: "sản phẩm ứng dụng khoa học công nghệ",
    Priority.CULTURE: "sản phẩm bảo tồn văn hóa truyền thống",
}
CHANNELS: dict[str, str] = {
    Channel.LOUDSPEAKER: "loa truyền thanh",
    Channel.MEETING: "cuộc họp",
    Channel.SOCIAL: "mạng xã hội",
    Channel.WEBSITE: "cổng thông tin điện tử",
    Channel.PRESS: "báo, đài",
    Channel.PRINT: "tờ rơi, pa nô",
    Channel.VISIT: "gặp trực tiếp",
    Channel.PHONE: "điện thoại",
    Channel.LETTER: "văn bản",
}
STANDARDS: dict[str, str] = {
    Standard.ISO: "ISO",
    Standard.HACCP: "HACCP",
    Standard.VIETGAP: "VietGAP",
    Standard.ORGANIC: "hữu cơ",
    Standard.GMP: "GMP",
    Standard.OTHER: "tiêu chuẩn khác",
}
ChannelWord = Annotated[Channel, among(Channel, CHANNELS), listed_words(CHANNELS)]
StandardWord = Annotated[Standard, among(Standard, STANDARDS), listed_words(STANDARDS)]
PriorityWord = Annotated[Priority, among(Priority, PRIORITIES), listed_words(PRIORITIES)]
Hectares = Annotated[
    Decimal,
    reader(
        lambda text: parse_decimal(text.lower().removesuffix("ha").strip()),
        "ocop_decimal",
        "ghi số héc-ta, tối đa hai chữ số lẻ, dạng 12,5",
    ),
    editor(r"[0-9]+([.,][0-9]{1,2})?( ?ha)?"),
]
"""An area in hectares."""


class Attendee(Record):
    """Who was sent to a class. Sex and ethnicity are counted in the entry: by name they are sensitive personal data."""

    name: PersonName = Field(title="Họ và tên")
    title: Words | None = Field(None, title="Chức vụ")
    of: Words | None = Field(None, title="Đơn vị, chủ thể")
    outcome: Line | None = Field(None, title="Kết quả")


class LogEntry(Record):
    """One act of the year. Money is in đồng; a day after today says that the act is planned, not done."""

    kind: LogKindId = Field(title="Loại hoạt động", description="Mã loại: xem `ocop log --kinds`.")
    on: ComingDay = Field(title="Ngày", description="Ngày chưa tới: việc dự kiến, chưa tính vào báo cáo.")
    until: ComingDay | None = Field(None, title="Đến ngày, hạn")
    what: Words | None = Field(None, title="Nội dung")
    channel: ChannelWord | None = Field(None, title="Kênh")
    villages: tuple[Line, ...] = Field((), title="Thôn")
    place: Words | None = Field(None, title="Địa điểm")
    unit: Words | None = Field(None, title="Đơn vị, người thực hiện")
    person: PersonName | None = Field(None, title="Họ và tên")
    people: People | None = Field(None, title="Số người")
    women: People | None = Field(None, title="Trong đó nữ")
    minority: People | None = Field(None, title="Trong đó người dân tộc thiểu số")
    attendees: tuple[Attendee, ...] = Field((), title="Người được cử")
    producers: tuple[Line, ...] = Field((), title="Chủ thể", description="Tên như ghi trong hồ sơ.")
    products: tuple[DossierId, ...] = Field((), title="Sản phẩm", description="Mã hồ sơ.")
    copies: Count | None = Field(None, title="Số bản")
    contracts: Count | None = Field(None, title="Số hợp đồng")
    area_ha: Hectares | None = Field(None, title="Diện tích (ha)")
    supply: Words | None = Field(None, title="Sản lượng, khả năng cung")
    demand: Words | None = Field(None, title="Nhu cầu mua")
    standard: StandardWord | None = Field(None, title="Tiêu chuẩn")
    priority: PriorityWord | None = Field(None, title="Diện ưu tiên")
    capacity: Prose | None = Field(None, title="Năng lực")
    source: Line | None = Field(None, title="Nguồn kinh phí")
    use: Line | None = Field(None, title="Nội dung chi")
    amount_vnd: Money | None = Field(None, title="Số tiền (đồng)")
    sold_vnd: Money | None = Field(None, title="Doanh số (đồng)")
    income_vnd: Money | None = Field(None, title="Thu nhập bình quân tháng (đồng)")
    figure: Line | None = Field(None, title="Số liệu")
    paper: Line | None = Field(None, title="Văn bản", description="Loại, số, ngày, cơ quan.")
    decided_by: Words | None = Field(None, title="Người giải quyết")
    done: YesNo | None = Field(None, title="Đã xong")
    outcome: Prose | None = Field(None, title="Kết quả")

    @property
    def stated(self) -> dict[str, Any]:
        """What the entry says, by field."""
        values = ((name, getattr(self, name)) for name in type(self).model_fields)
        return {name: value for name, value in values if value not in (None, ())}

    def in_words(self, field: str) -> str:
        """Return the value of a field as papers print it; empty where nothing is said."""
        return value_words(field, getattr(self, field))


class LogItem(NamedTuple):
    """An entry with the year of its file and its number there, from 1."""

    year: int
    number: int
    entry: LogEntry

    @property
    def ref(self) -> str:
        """What names the entry among all: ``2026/3``."""
        return f"{self.year}/{self.number}"


class YearLog(Record):
    """Every act of a year, in the order of writing."""

    format: Literal["ocop/activities@1"] = Field(SCHEMA, alias="schema", title="Khuôn dạng tệp")
    year: Year = Field(title="Năm")
    activities: tuple[LogEntry, ...] = Field((), title="Các hoạt động")


CHOICES: Mapping[str, Mapping[str, str]] = {
    "channel": CHANNELS,
    "standard": STANDARDS,
    "priority": PRIORITIES,
}
"""The fields that take one of some codes, each code with its words."""
LISTED = ("villages", "producers", "products", "attendees")
"""The fields that hold several values."""


def value_words(field: str, value: Any) -> str:
    """Return a value of a field as papers print it; empty for none."""
    if value is None or value == ():
        return ""
    if field in CHOICES:
        return CHOICES[field][value]
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, tuple):
        return "; ".join(_attendee(each) if isinstance(each, Attendee) else str(each) for each in value)
    if isinstance(value, int | Decimal):
        return f"{show_number(value)}{' đồng' if field.endswith('_vnd') else ''}"
    return show_date(value) if field in ("on", "until") else str(value)


def _attendee(person: Attendee) -> str:
    return ", ".join(filter(None, (person.name, person.title, person.of, person.outcome)))
