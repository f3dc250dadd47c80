"""The way of a dossier through the cycle."""

from pydantic import Field

from ocop_cli.dossier.vocabulary import MoveKind
from ocop_cli.viet.fields import Day, Identifier, Line, Prose, Record


class Move(Record):
    """One move: to which stage, when, by whom, why, on what paper."""

    stage: Identifier = Field(title="Trạng thái", description="Mã trạng thái của chu trình; xem `ocop next`.")
    on: Day = Field(title="Ngày")
    by: Line | None = Field(None, title="Người thực hiện")
    kind: MoveKind = Field(MoveKind.ADVANCE, title="Kiểu chuyển")
    note: Prose | None = Field(None, title="Ghi chú")
    reasons: tuple[Prose, ...] = Field((), title="Lý do", description="Lý do trả lại, lựa chọn hoặc dừng.")
    document: Line | None = Field(None, title="Văn bản kèm theo")
