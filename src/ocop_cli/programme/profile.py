"""The workspace profile: ``ocop.yaml``."""

from decimal import Decimal
from typing import Literal

from pydantic import Field

from ocop_cli.programme.calendar import LimitOnDayOff, OwnDays
from ocop_cli.programme.choices import (
    LimitOnDayOffWord,
    NumberSeries,
    NumberSeriesWord,
    RequestLetter,
    RequestLetterWord,
    SigningMode,
    SigningModeWord,
    ToneMarks,
    ToneMarksWord,
)
from ocop_cli.programme.form import ids_of_form
from ocop_cli.programme.report_day import ReportDay
from ocop_cli.programme.targets import Targets
from ocop_cli.viet.fields import ComingDay, ContentId, CriterionId, FormId, Line, Record, YearKey, YesNo
from ocop_cli.viet.name_fields import CommuneName, DistrictName, HeadTitle, PersonName, ProvinceName
from ocop_cli.viet.number_fields import Amount, Count, Year
from ocop_cli.viet.text_fields import Words

SCHEMA: Literal["ocop/workspace@1"] = "ocop/workspace@1"


class Province(Record):
    """The province that ranks."""

    name: ProvinceName = Field(
        title="Tên tỉnh", description="Tên riêng, không kèm chữ tỉnh; ví dụ: Quảng Ngãi."
    )
    kind: Line = Field("tỉnh", title="Loại đơn vị", description="tỉnh hoặc thành phố.")
    code: Line = Field(
        pattern=r"^[0-9]{2}$", title="Mã tỉnh", description="Hai chữ số theo danh mục đơn vị hành chính."
    )


class Commune(Record):
    """The commune that keeps the workspace."""

    name: CommuneName = Field(title="Tên xã", description="Tên riêng, không kèm chữ xã; ví dụ: Xốp.")
    kind: Line = Field("xã", title="Loại đơn vị", description="xã, phường hoặc đặc khu.")
    code: Line = Field(
        pattern=r"^[0-9]{5}$", title="Mã xã", description="Năm chữ số theo danh mục đơn vị hành chính."
    )
    place: CommuneName = Field(
        title="Địa danh", description="Tên in trước ngày tháng trên văn bản; ví dụ: Xốp."
    )
    full_place: YesNo = Field(
        default=False,
        title="Địa danh ghi đủ loại đơn vị",
        description="Có: tên đặt theo tên người, chữ số hoặc sự kiện lịch sử ghi đủ, ví dụ: Phường Điện Biên Phủ.",
    )
    former_district: DistrictName | None = Field(
        None, title="Huyện cũ", description="Huyện trước khi bỏ cấp huyện, dùng cho hồ sơ cũ."
    )
    villages: tuple[Line, ...] = Field((), title="Các thôn")


class Unit(Record):
    """A unit of the commune: its name on paper and its code in document numbers."""

    name: Words = Field(title="Tên đơn vị")
    code: Line = Field(title="Ký hiệu", description="Dùng trong số văn bản và chỗ lưu; ví dụ: KT.")
    contents: tuple[ContentId, ...] = Field(
        (), title="Nội dung cho ý kiến", description="Ví dụ: local_identity; bỏ trống là mọi nội dung."
    )


class Office(Record):
    """Who drafts and under which codes."""

    agency_code: Line = Field("UBND", title="Ký hiệu cơ quan ban hành")
    unit: Unit = Field(title="Đơn vị soạn thảo")
    officer: PersonName | None = Field(None, title="Công chức phụ trách OCOP")
    consulted: tuple[Unit, ...] = Field((), title="Đơn vị được lấy ý kiến")
    issues: tuple[FormId, ...] = Field(
        (),
        title="Văn bản do Phòng ban hành",
        description="Mã biểu mẫu; các văn bản khác do UBND ban hành.",
    )
    field_code: Line = Field("OCOP", title="Ký hiệu lĩnh vực", description="Trong số công văn của Phòng.")


class Signer(Record):
    """Who signs, with which power."""

    name: PersonName = Field(title="Họ và tên người ký", description="Không ghi học hàm, học vị.")
    title: HeadTitle = Field(title="Chức vụ", description="Ví dụ: Chủ tịch, Phó Chủ tịch.")
    mode: SigningModeWord = Field(
        SigningMode.ON_BEHALF,
        title="Quyền hạn ký",
        description="TM, KT, TL, TLKT, TUQ, Q hoặc HEAD (người đứng đầu ký cho mình).",
    )
    head_title: HeadTitle = Field(
        "Chủ tịch", title="Chức vụ người đứng đầu", description="In sau KT., TL. hoặc TUQ."
    )


class Signers(Record):
    """The usual signers. The committee signer signs every document of the People's Committee."""

    committee: Signer = Field(title="Người ký văn bản của UBND")
    unit: Signer | None = Field(None, title="Người ký văn bản của Phòng")


class Holiday(Record):
    """A day off that is not a Saturday or a Sunday."""

    on: ComingDay = Field(title="Ngày")
    name: Words = Field(title="Tên ngày nghỉ")


class HolidayNotice(Record):
    """The notice that set all the days off of a year."""

    year: Year = Field(title="Năm")
    paper: Line = Field(title="Thông báo", description="Số, ngày, cơ quan; ví dụ: Thông báo số 1/TB-BNV.")


class CalendarSettings(Record):
    """Working days of the commune's own, laid over the calendar that comes with the program (``ocop calendar``)."""

    holidays: tuple[Holiday, ...] = Field(
        (),
        title="Ngày nghỉ thêm",
        description="Ngày nghỉ chưa có trong lịch của chương trình: xem `ocop calendar`.",
    )
    make_up_days: tuple[ComingDay, ...] = Field(
        (), title="Ngày làm bù", description="Ngày thứ Bảy, Chủ nhật hoặc ngày lễ mà xã làm việc."
    )
    notices: tuple[HolidayNotice, ...] = Field(
        (), title="Năm đã đủ lịch", description="Thông báo của năm mà chương trình chưa có lịch."
    )
    reports: tuple[ReportDay, ...] = Field(
        (), title="Ngày nộp báo cáo", description="Báo cáo gửi cấp trên vào một ngày của mỗi năm."
    )


class Settings(Record):
    """Habits of the office."""

    request_letter: RequestLetterWord = Field(RequestLetter.SUBMISSION, title="Văn bản đề nghị cấp tỉnh")
    number_series: NumberSeriesWord = Field(
        NumberSeries.PER_KIND,
        title="Dãy số văn bản",
        description="theo_loai: mỗi loại một dãy số; mot_day: chung một dãy.",
    )
    tone_marks: ToneMarksWord = Field(
        ToneMarks.OLD, title="Cách đặt dấu thanh", description="cu: hòa, thủy; moi: hoà, thuỷ."
    )
    git: YesNo = Field(default=True, title="Ghi lịch sử vào git nếu có")
    git_personal: YesNo = Field(
        default=False,
        title="Ghi cả tệp có dữ liệu cá nhân vào git",
        description="Lịch sử git không xóa được; bỏ trống: giấy tờ của chủ thể, gói hồ sơ, văn bản in dữ liệu cá nhân để ngoài lịch sử.",
    )
    warn_days: Count = Field(
        7,
        title="Nhắc trước hạn (ngày)",
        description="Việc tới hạn trong số ngày này thì `ocop` xếp vào nhóm sắp tới hạn.",
    )
    limit_on_day_off: LimitOnDayOffWord = Field(
        LimitOnDayOff.STAYS,
        title="Hạn tính theo ngày lịch, rơi vào ngày nghỉ",
        description="giu_nguyen; hoặc ngay_lam_viec_tiep_theo, theo quy định về thời hạn của "
        "Bộ luật Dân sự (chưa đối chiếu văn bản: hỏi công chức tư pháp trước khi dùng).",
    )
    score_spread: Amount = Field(
        Decimal(10),
        title="Chênh lệch điểm cần trao đổi",
        description="Người chấm lệch nhau quá số điểm này thì liệt kê cho người chủ trì.",
    )
    effort: dict[CriterionId, Count] = Field(
        default_factory=dict,
        title="Công sức nâng tiêu chí",
        description="Theo mã tiêu chí; 0: không đổi được; số lớn hơn: khó hơn. Dùng cho `ocop advise`.",
    )


class Profile(Record):
    """Everything that is the commune's own and stands on its documents."""

    format: Literal["ocop/workspace@1"] = Field(SCHEMA, alias="schema", title="Khuôn dạng tệp")
    province: Province = Field(title="Tỉnh")
    commune: Commune = Field(title="Xã")
    office: Office = Field(title="Đơn vị phụ trách")
    signers: Signers = Field(title="Người ký")
    recipients: dict[FormId, tuple[Line, ...]] = Field(
        default_factory=dict,
        title="Nơi nhận",
        description="Theo mã biểu mẫu; bỏ trống thì dùng nơi nhận mặc định.",
    )
    calendar: CalendarSettings = Field(default_factory=CalendarSettings, title="Lịch làm việc")
    settings: Settings = Field(default_factory=Settings, title="Tùy chọn")
    targets: dict[YearKey, Targets] = Field(
        default_factory=dict, title="Chỉ tiêu năm", description="Khóa là năm, ví dụ 2026."
    )

    def recipients_of(self, form_id: str) -> tuple[str, ...]:
        """Return who receives the documents of a form by the commune's own list; empty: the form's usual ones."""
        return next((self.recipients[name] for name in ids_of_form(form_id) if name in self.recipients), ())

    @property
    def own_days(self) -> OwnDays:
        """The days that the commune lays over the program's calendar."""
        own = self.calendar
        return OwnDays(
            {holiday.on: holiday.name for holiday in own.holidays},
            frozenset(own.make_up_days),
            {notice.year: notice.paper for notice in own.notices},
            self.settings.limit_on_day_off,
        )

    def is_issued_by_unit(self, form_id: str) -> bool:
        """Say whether the unit (Phòng) issues the documents of a form, and not the People's Committee."""
        return any(name in self.office.issues for name in ids_of_form(form_id))
