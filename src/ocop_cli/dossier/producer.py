"""The producer: business facts only; personal data lives in ``private/``."""

from pydantic import Field

from ocop_cli.dossier.vocabulary import ProducerKind
from ocop_cli.viet.fields import Day, Line, Prose, Record, YesNo


class Licence(Record):
    """The business registration of the producer."""

    number: Line = Field(title="Số đăng ký")
    issued_on: Day | None = Field(None, title="Ngày cấp")
    issuer: Line | None = Field(None, title="Cơ quan cấp")


class Representative(Record):
    """The legal representative as named on the forms."""

    name: Line = Field(title="Họ và tên người đại diện pháp luật")
    title: Line | None = Field(None, title="Chức vụ", description="Ví dụ: Giám đốc, Chủ hộ, Tổ trưởng.")


class Producer(Record):
    """Chủ thể OCOP (Mẫu 01; Mẫu 02 and 03, part I)."""

    name: Line = Field(title="Tên chủ thể")
    kind: ProducerKind | None = Field(
        None, title="Loại hình tổ chức", description="Hợp tác xã, tổ hợp tác, doanh nghiệp, trang trại, hộ…"
    )
    representative: Representative | None = Field(None, title="Người đại diện")
    address: Line | None = Field(None, title="Địa chỉ cơ sở", description="Nơi sản xuất, kinh doanh.")
    village: Line | None = Field(None, title="Thôn")
    licence: Licence | None = Field(None, title="Đăng ký kinh doanh")
    founded_on: Day | None = Field(None, title="Ngày thành lập")
    women_led: YesNo | None = Field(None, title="Do phụ nữ đứng đầu")
    ethnic_minority_led: YesNo | None = Field(None, title="Do người dân tộc thiểu số đứng đầu")
    disabled_led: YesNo | None = Field(None, title="Do người khuyết tật đứng đầu")
    young_founder: YesNo | None = Field(None, title="Thanh niên khởi nghiệp")
    history: Prose | None = Field(None, title="Lịch sử hình thành")
    organisation: Prose | None = Field(None, title="Cơ cấu tổ chức")
