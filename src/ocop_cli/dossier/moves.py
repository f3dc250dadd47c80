"""The way of a dossier through the cycle."""

from pydantic import Field

from ocop_cli.dossier.producer import Producer
from ocop_cli.dossier.vocabulary import MoveKind, MoveWord
from ocop_cli.viet.fields import ComingDay, Day, Identifier, LimitId, Line, Prose, Record
from ocop_cli.viet.text_fields import Words


class Late(Record):
    """The limit that an act came after, and why it did."""

    limit: Line = Field(title="Hạn")
    due: Day = Field(title="Ngày cuối của hạn")
    reason: Prose = Field(title="Lý do trễ hạn")


class Extension(Record):
    """A longer limit, given by a paper; it holds for the receipt that it follows."""

    limit: LimitId = Field(title="Hạn", description="Mã hạn trong quyết định áp dụng; xem `ocop rules show`.")
    until: ComingDay = Field(title="Gia hạn đến hết ngày")
    paper: Words = Field(title="Văn bản gia hạn")
    reason: Prose = Field(title="Lý do")
    on: Day = Field(title="Ngày gia hạn")
    recorded_on: Day | None = Field(
        None, title="Ngày ghi", description="Ngày ghi vào hồ sơ, khi khác ngày gia hạn."
    )


class Move(Record):
    """One move: from which stage to which, when, by whom, why, on what document.

    ``on`` is the day of the act; ``recorded_on`` the day on which it was written down, where that is another one.
    Files of earlier versions do not name the stage a move starts from.
    """

    stage: Identifier = Field(title="Trạng thái", description="Mã trạng thái của chu trình; xem `ocop next`.")
    on: Day = Field(title="Ngày")
    recorded_on: Day | None = Field(
        None, title="Ngày ghi", description="Ngày ghi vào hồ sơ, khi khác ngày thực hiện."
    )
    start: Identifier | None = Field(
        None, alias="from", title="Từ trạng thái", description="Trạng thái trước khi chuyển."
    )
    corrected_on: Day | None = Field(
        None, title="Ngày cải chính", description="Bước ghi nhầm, không còn tính; bước đúng ghi liền sau."
    )
    by: Words | None = Field(None, title="Người thực hiện")
    kind: MoveWord = Field(MoveKind.ADVANCE, title="Kiểu chuyển")
    note: Prose | None = Field(None, title="Ghi chú")
    reasons: tuple[Prose, ...] = Field((), title="Lý do", description="Lý do trả lại, lựa chọn hoặc dừng.")
    facts: Line | None = Field(
        None, title="Mã băm hồ sơ", description="Do máy ghi khi trả lại; hồ sơ chưa đổi thì không nhận lại."
    )
    document: Line | None = Field(None, title="Văn bản kèm theo")
    late: Late | None = Field(None, title="Trễ hạn", description="Ghi khi việc này làm sau hạn.")
    producer: Producer | None = Field(
        None, title="Chủ thể lúc đó", description="Do máy ghi, khi hồ sơ dẫn mã một chủ thể dùng chung."
    )
