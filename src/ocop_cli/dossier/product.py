"""The product and its registration with the commune."""

from pydantic import Field

from ocop_cli.dossier.vocabulary import RegistrationKind, RegistrationWord, TrackWord
from ocop_cli.viet.fields import Day, Line, Prose, Record, SetNumber, Star, Year
from ocop_cli.viet.name_fields import ProductName

FIRST_SEASON = 2019
"""The year in which the programme began: an earlier one is a slip of the finger."""


class Product(Record):
    """What is registered (Mẫu 01; Mẫu 02, part I)."""

    name: ProductName = Field(
        title="Tên sản phẩm", description="Tên dùng trên phiếu đăng ký và giấy chứng nhận."
    )
    set: SetNumber | None = Field(
        None,
        ge=1,
        title="Bộ sản phẩm",
        description="Số thứ tự bộ tiêu chí, từ 1 đến 26; quyết định cách chấm.",
    )
    description: Prose | None = Field(None, title="Mô tả sản phẩm")
    specification: Line | None = Field(None, title="Quy cách", description="Ví dụ: chai thủy tinh 500 ml.")
    standard: Line | None = Field(None, title="Tiêu chuẩn", description="Tiêu chuẩn sản phẩm đang áp dụng.")


class RegistrationSlip(Record):
    """The registration slip as the commune received it (Mẫu 01, office part)."""

    number: Line | None = Field(None, title="Số phiếu", description="Số do xã ghi khi nhận phiếu.")
    received_on: Day | None = Field(
        None, title="Ngày nhận", description="Ngày xã nhận đủ hồ sơ; tính thời hạn."
    )
    received_by: Line | None = Field(None, title="Người tiếp nhận")


class Registration(Record):
    """How the product takes part in the programme this time."""

    track: TrackWord = Field(title="Diện tham gia", description="Mới, hiện có hoặc nâng hạng sao.")
    kind: RegistrationWord = Field(
        RegistrationKind.FIRST,
        title="Lần đăng ký",
        description="Lần đầu, nâng hạng hoặc phân hạng lại.",
    )
    year: Year = Field(ge=FIRST_SEASON, title="Năm tham gia")
    target_star: Star | None = Field(None, ge=1, le=5, title="Hạng sao mong muốn")
    slip: RegistrationSlip | None = Field(None, title="Phiếu đăng ký")
