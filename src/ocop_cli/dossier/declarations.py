"""What the producer declares and cannot be computed: the origin of the idea and the local identity."""

from pydantic import Field

from ocop_cli.viet.fields import OptionId, PaperId, Prose, Record


class Choice(Record):
    """The option chosen under the ruleset, with its reasons; only reasons where the set has no criterion."""

    option: OptionId | None = Field(
        None,
        title="Mức chọn",
        description="Mã mức trong bộ tiêu chí; xem `ocop rules show`. Bỏ trống khi bộ sản phẩm không có tiêu chí này.",
    )
    reason: Prose | None = Field(None, title="Lý do")
    evidence: tuple[PaperId, ...] = Field((), title="Minh chứng", description="Mã các giấy tờ của hồ sơ.")


class Idea(Record):
    """The idea slip and the origin of the idea (Mẫu 03, II.3)."""

    narrative: Prose | None = Field(None, title="Ý tưởng và nguồn gốc ý tưởng")
    difference: Prose | None = Field(None, title="Điểm khác biệt so với sản phẩm cùng loại")
    target_market: Prose | None = Field(None, title="Khách hàng, thị trường nhắm tới")
    needs: Prose | None = Field(None, title="Nhu cầu hỗ trợ")
    choice: Choice | None = Field(None, title="Mức tự đánh giá")


class Identity(Record):
    """Local identity and knowledge, and the product's story (Mẫu 03, II.4)."""

    culture: Prose | None = Field(None, title="Giá trị văn hóa")
    knowledge: Prose | None = Field(
        None, title="Tri thức bản địa", description="Giống, nguyên liệu, điều kiện tự nhiên."
    )
    experience: Prose | None = Field(None, title="Kinh nghiệm sản xuất của cộng đồng")
    method: Prose | None = Field(None, title="Phương thức sản xuất đặc trưng")
    story: Prose | None = Field(None, title="Câu chuyện sản phẩm")
    choice: Choice | None = Field(None, title="Mức tự đánh giá")
