"""Score sheets: the options that people chose, criterion by criterion, never totals."""

from enum import StrEnum

from pydantic import Field

from ocop_cli.viet.fields import CriterionId, Day, Line, OptionId, PaperId, Prose, Record, YesNo
from ocop_cli.viet.number_fields import Count
from ocop_cli.viet.text_fields import Words


class Scorer(StrEnum):
    """Who scores: the producer, the commune for its own view, or a member of a council."""

    SELF = "self"
    COMMUNE = "commune"
    COUNCIL = "council"


class CriterionChoice(Record):
    """The option chosen for one criterion."""

    criterion: CriterionId = Field(title="Tiêu chí", description="Mã tiêu chí; xem `ocop rules show`.")
    option: OptionId = Field(title="Mức chọn", description="Mã mức của tiêu chí.")
    reason: Prose | None = Field(None, title="Lý do, mô tả")
    evidence: tuple[PaperId, ...] = Field((), title="Minh chứng", description="Mã các giấy tờ của hồ sơ.")
    review: YesNo = Field(
        default=False, title="Cần xem lại", description="Mức chép từ hồ sơ khác, chưa được xem lại."
    )


class ScoreSheet(Record):
    """Phiếu chấm điểm: the choices of one person in one round under one decision."""

    scorer: Scorer = Field(title="Ai chấm", description="self: chủ thể; commune: xã; council: hội đồng.")
    by: Words | None = Field(None, title="Người chấm")
    round: Count = Field(1, ge=1, le=2, title="Vòng chấm", description="1 hoặc 2; vòng 2 để bên vòng 1.")
    on: Day | None = Field(None, title="Ngày chấm")
    decision: Line | None = Field(
        None, title="Quyết định áp dụng", description="Mã quyết định; xem `ocop rules list`."
    )
    abstains: YesNo = Field(
        default=False, title="Không chấm", description="Người này không chấm sản phẩm; không phải là 0 điểm."
    )
    choices: tuple[CriterionChoice, ...] = Field((), title="Các mức chọn")

    def choice(self, criterion_id: str) -> CriterionChoice | None:
        """Return what was chosen for a criterion."""
        return next((c for c in self.choices if c.criterion == criterion_id), None)

    def is_of(self, scorer: Scorer, by: str | None, number: int) -> bool:
        """Say whether this is the sheet of one scorer in one round."""
        return (self.scorer, self.by, self.round) == (scorer, by, number)
