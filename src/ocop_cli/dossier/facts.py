"""Facts that decide points: materials, labour, business."""

from decimal import Decimal
from typing import Annotated

from pydantic import Field

from ocop_cli.dossier.vocabulary import Origin, OriginWord, TrendWord
from ocop_cli.viet.believed import PartOf
from ocop_cli.viet.fields import Day, Line, PaperId, Prose, Record
from ocop_cli.viet.number_fields import Growth, Money, People, Percent, Places, Year
from ocop_cli.viet.text_fields import Words

PartOfTotal = Annotated[People, PartOf(("total",))]
"""Some of the people that the field ``total`` of the same record counts."""

_NEAR = (Origin.COMMUNE, Origin.DISTRICT, Origin.PROVINCE)


class Material(Record):
    """One raw material (or the product itself where it is grown or caught) with its share and origin."""

    name: Words = Field(title="Tên nguyên liệu")
    share: Percent | None = Field(
        None,
        title="Tỷ lệ (%)",
        description="Phần của nguyên liệu này trong tổng nguyên liệu; cộng lại bằng 100. Dịch vụ (bộ sản phẩm không có tiêu chí này) có thể bỏ trống.",
    )
    origin: OriginWord = Field(
        Origin.UNKNOWN,
        title="Nguồn gốc",
        description="Xã, huyện cũ, tỉnh, tỉnh khác, nhập khẩu hoặc chưa rõ.",
    )
    place: Words | None = Field(None, title="Nơi trồng, nuôi, khai thác")
    supplier: Words | None = Field(None, title="Người cung cấp")
    evidence: tuple[PaperId, ...] = Field((), title="Minh chứng", description="Mã các giấy tờ của hồ sơ.")


class Labour(Record):
    """Workers by residence; each wider area includes the narrower one."""

    total: People | None = Field(None, title="Tổng số lao động")
    commune: Annotated[People, PartOf(("district", "province", "total"))] | None = Field(
        None, title="Lao động thường trú trong xã"
    )
    district: Annotated[People, PartOf(("province", "total"))] | None = Field(
        None, title="Lao động trong địa bàn huyện cũ", description="Gồm cả lao động trong xã."
    )
    province: PartOfTotal | None = Field(
        None, title="Lao động trong tỉnh", description="Gồm cả lao động trong huyện cũ."
    )
    women: PartOfTotal | None = Field(None, title="Lao động nữ")
    ethnic_minority: PartOfTotal | None = Field(None, title="Lao động người dân tộc thiểu số")
    evidence: tuple[PaperId, ...] = Field((), title="Minh chứng", description="Mã các giấy tờ của hồ sơ.")


class YearFigures(Record):
    """Revenue and output of one year."""

    year: Year = Field(title="Năm")
    revenue: Money | None = Field(None, title="Doanh thu (đồng)")
    profit: Money | None = Field(None, title="Lợi nhuận (đồng)")
    output: Line | None = Field(None, title="Sản lượng", description="Ví dụ: 1.200 chai.")


class Business(Record):
    """Results and plan of the business (Mẫu 02, parts II and IV)."""

    technology: Prose | None = Field(None, title="Vùng nguyên liệu và công nghệ")
    changes: Prose | None = Field(
        None, title="Thay đổi về chất lượng, bao bì", description="Cần khi nâng hạng, phân hạng lại."
    )
    since_recognition: Prose | None = Field(
        None,
        title="Thay đổi, kết quả từ khi được công nhận",
        description="Cần khi phân hạng lại: nguyên liệu, công nghệ, bao bì, nhãn mác, công bố, thị trường, sản lượng, doanh thu.",
    )
    markets: Prose | None = Field(None, title="Thị trường")
    agents: Places | None = Field(None, title="Số đại lý, điểm bán")
    capacity: Line | None = Field(None, title="Năng lực sản xuất", description="Ví dụ: 3.000 chai mỗi năm.")
    contracted_share: Percent | None = Field(None, title="Tỷ lệ tiêu thụ qua hợp đồng (%)")
    contracts_since: Day | None = Field(
        None, title="Thực hiện hợp đồng từ ngày", description="Ngày bắt đầu thực hiện các hợp đồng tiêu thụ."
    )
    input_contracted_share: Percent | None = Field(
        None,
        title="Tỷ lệ nguyên liệu đầu vào mua qua hợp đồng (%)",
        description="Tính trên sản lượng nguyên liệu đầu vào cho chế biến; hợp đồng tiêu thụ sản phẩm ghi ở mục khác.",
    )
    input_contracts_since: Day | None = Field(None, title="Thực hiện hợp đồng nguyên liệu từ ngày")
    growth: TrendWord | None = Field(
        None, title="Tăng trưởng (tự khai)", description="Tăng, ổn định hoặc giảm."
    )
    growth_percent: Growth | None = Field(None, title="Mức tăng trưởng tự khai (%)")
    years: tuple[YearFigures, ...] = Field((), title="Số liệu theo năm")
    plan: Prose | None = Field(None, title="Phương án, kế hoạch sản xuất, kinh doanh")


def share_from(materials: tuple[Material, ...], origins: tuple[Origin, ...]) -> Decimal:
    """Add up the shares (percent) of the materials that come from the given origins."""
    return sum((m.share or Decimal(0) for m in materials if m.origin in origins), Decimal(0))


def origins_within(area: str) -> tuple[Origin, ...]:
    """Return the origins that lie inside an area: ``commune``, ``district`` or ``province``."""
    return _NEAR[: _NEAR.index(Origin(area)) + 1]
