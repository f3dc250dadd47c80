"""Papers of a dossier and the promises of papers still to come."""

from datetime import date

from pydantic import Field

from ocop_cli.dossier.vocabulary import RightWord
from ocop_cli.viet.fields import ComingDay, Day, EvidenceKindId, Identifier, Line, Record, YesNo
from ocop_cli.viet.number_fields import Pages
from ocop_cli.viet.text_fields import Words


class Evidence(Record):
    """One document in evidence."""

    id: Identifier = Field(
        title="Mã giấy tờ", description="Mã ngắn để các mục khác dẫn tới, ví dụ: atvstp-2025."
    )
    kind: EvidenceKindId = Field(title="Loại giấy tờ", description="Mã loại trong danh mục của quyết định.")
    title: Words = Field(title="Tên giấy tờ")
    right: RightWord | None = Field(
        None,
        title="Quyền được ghi nhận",
        description="Chỉ ghi với giấy tờ sở hữu trí tuệ.",
    )
    number: Line | None = Field(None, title="Số, ký hiệu")
    issuer: Words | None = Field(None, title="Cơ quan cấp")
    issued_on: Day | None = Field(None, title="Ngày cấp")
    expires_on: ComingDay | None = Field(
        None, title="Ngày hết hạn", description="Bỏ trống nếu không có thời hạn."
    )
    file: Line | None = Field(
        None, title="Tệp", description="Đường dẫn trong thư mục làm việc, ví dụ: papers/….pdf."
    )
    sha256: Line | None = Field(None, title="Mã băm SHA-256 của tệp")
    pages: Pages | None = Field(None, title="Số trang")
    original: YesNo | None = Field(None, title="Đã nhận bản gốc hoặc bản sao chứng thực")
    signed: YesNo | None = Field(None, title="Đã ký, đóng dấu")


class Promise(Record):
    """A paper that somebody promised to bring by a day."""

    paper: EvidenceKindId = Field(title="Loại giấy tờ", description="Mã loại trong danh mục của quyết định.")
    by: Words = Field(title="Người hoặc đơn vị cam kết")
    due: ComingDay = Field(title="Hạn nộp")
    received_on: Day | None = Field(None, title="Ngày đã nhận")
    note: Line | None = Field(None, title="Ghi chú")

    @property
    def is_open(self) -> bool:
        """Say whether the paper is still to come."""
        return self.received_on is None


def in_date(paper: Evidence, on: date) -> bool:
    """Say whether a paper holds on a day; a paper without an expiry day holds."""
    return paper.expires_on is None or paper.expires_on >= on
