"""What the commune's plan aims at in a year."""

from pydantic import Field

from ocop_cli.viet.fields import Record
from ocop_cli.viet.number_fields import Count


class Targets(Record):
    """Chỉ tiêu of one year."""

    ideas: Count | None = Field(None, title="Số ý tưởng, sản phẩm đăng ký")
    evaluated: Count | None = Field(None, title="Số hồ sơ xã đánh giá")
    submitted: Count | None = Field(None, title="Số hồ sơ đề nghị cấp tỉnh")
    recognised: Count | None = Field(None, title="Số sản phẩm được công nhận mới")
    upgraded: Count | None = Field(None, title="Số sản phẩm nâng hạng")
    re_ranked: Count | None = Field(None, title="Số sản phẩm phân hạng lại")
    propaganda: Count | None = Field(None, title="Số lượt tuyên truyền")
    producers_trained: Count | None = Field(None, title="Số chủ thể dự lớp tập huấn")
    supported: Count | None = Field(None, title="Số sản phẩm được hỗ trợ")
    fairs: Count | None = Field(None, title="Số hội chợ, triển lãm, sự kiện tham gia")
    display_points: Count | None = Field(None, title="Số điểm trưng bày đang mở")
    inspected: Count | None = Field(None, title="Số sản phẩm được kiểm tra")
