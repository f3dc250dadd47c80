"""A dossier: one YAML file, ``dossiers/<id>.yaml``."""

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field
from pydantic.config import JsonDict
from pydantic_core import PydanticCustomError

from ocop_cli.dossier.conclusions import (
    EvaluationRecord,
    Hearing,
    Opinion,
    Result,
    Samples,
    SiteCheck,
    Submission,
)
from ocop_cli.dossier.declarations import Idea, Identity
from ocop_cli.dossier.evidence import Evidence, Promise
from ocop_cli.dossier.facts import Business, Labour, Material
from ocop_cli.dossier.moves import Extension, Move
from ocop_cli.dossier.producer import ProducerOrId
from ocop_cli.dossier.product import Product, Registration
from ocop_cli.dossier.returned_form import ReturnedForm
from ocop_cli.dossier.scores import ScoreSheet
from ocop_cli.dossier.vocabulary import RegistrationKind
from ocop_cli.viet.fields import Record

SCHEMA: Literal["ocop/dossier@1"] = "ocop/dossier@1"
_NOW_A_LIST = "Phiên bản trước ghi một lần; nay là danh sách, mục này là lần đầu."
_RETIRED: JsonDict = {"deprecated": True}


def _begun(moves: Any) -> Any:
    """A history has at least the move that began it."""
    if isinstance(moves, list | tuple) and not moves:
        raise PydanticCustomError("ocop_empty", "ghi ít nhất bước nhận phiếu")
    return moves


class Dossier(Record):
    """Hồ sơ sản phẩm: the facts, the papers and the signed conclusions on one product.

    Nothing derived is kept here except what a signed paper says. The stage is that of the last move.
    """

    format: Literal["ocop/dossier@1"] = Field(SCHEMA, alias="schema", title="Khuôn dạng tệp")
    product: Product = Field(title="Sản phẩm")
    producer: ProducerOrId = Field(
        title="Chủ thể", description="Ghi tại đây, hoặc ghi mã của một tệp trong thư mục producers."
    )
    registration: Registration = Field(title="Đăng ký tham gia")
    idea: Idea | None = Field(None, title="Ý tưởng")
    materials: tuple[Material, ...] = Field((), title="Nguyên liệu")
    labour: Labour | None = Field(None, title="Lao động")
    identity: Identity | None = Field(None, title="Bản sắc, trí tuệ địa phương")
    business: Business | None = Field(None, title="Sản xuất, kinh doanh")
    papers: tuple[Evidence, ...] = Field((), title="Giấy tờ")
    promises: tuple[Promise, ...] = Field((), title="Cam kết bổ sung giấy tờ")
    samples: Samples | None = Field(None, title="Sản phẩm mẫu")
    scores: tuple[ScoreSheet, ...] = Field((), title="Phiếu chấm điểm")
    site_checks: tuple[SiteCheck, ...] = Field((), title="Kiểm tra thực tế tại cơ sở")
    opinions: tuple[Opinion, ...] = Field((), title="Ý kiến")
    hearings: tuple[Hearing, ...] = Field((), title="Chủ thể dự họp lấy ý kiến")
    first_evaluation: EvaluationRecord | None = Field(
        None, alias="evaluation", title="Đánh giá của xã", description=_NOW_A_LIST, json_schema_extra=_RETIRED
    )
    later_evaluations: tuple[EvaluationRecord, ...] = Field(
        (), alias="evaluations", title="Các lần đánh giá của xã", description="Lần trước đứng trước."
    )
    first_submission: Submission | None = Field(
        None,
        alias="submission",
        title="Đề nghị cấp tỉnh",
        description=_NOW_A_LIST,
        json_schema_extra=_RETIRED,
    )
    later_submissions: tuple[Submission, ...] = Field(
        (), alias="submissions", title="Các lần đề nghị cấp tỉnh", description="Lần trước đứng trước."
    )
    results: tuple[Result, ...] = Field((), title="Kết quả phân hạng")
    extensions: tuple[Extension, ...] = Field((), title="Gia hạn")
    returned_forms: tuple[ReturnedForm, ...] = Field(
        (),
        title="Phiếu đã gửi lại",
        description="Tệp có câu trả lời, giữ làm bằng chứng; không gửi lên cấp tỉnh.",
    )
    history: Annotated[tuple[Move, ...], BeforeValidator(_begun)] = Field(title="Quá trình")

    @property
    def stage(self) -> str:
        """The stage that the last move led to."""
        return self.history[-1].stage

    @property
    def moves(self) -> tuple[Move, ...]:
        """The moves that count: without those that were recorded wrongly and corrected."""
        return tuple(move for move in self.history if move.corrected_on is None)

    @property
    def evaluations(self) -> tuple[EvaluationRecord, ...]:
        """Every evaluation of the commune, the oldest first, wherever the file holds it."""
        first = (self.first_evaluation,) if self.first_evaluation else ()
        return (*first, *self.later_evaluations)

    @property
    def submissions(self) -> tuple[Submission, ...]:
        """Every request to the province, the oldest first, wherever the file holds it."""
        first = (self.first_submission,) if self.first_submission else ()
        return (*first, *self.later_submissions)

    @property
    def evaluation(self) -> EvaluationRecord | None:
        """The latest evaluation, unless the dossier has been received anew since."""
        last = self.evaluations[-1] if self.evaluations else None
        return last if last and self._holds(last.on) else None

    @property
    def submission(self) -> Submission | None:
        """The latest request that was sent, unless the dossier has been received anew since."""
        sent = [each for each in self.submissions if each.on]
        return sent[-1] if sent and self._holds(sent[-1].on) else None

    @property
    def prepared(self) -> Submission | None:
        """The request that is prepared and not sent yet."""
        last = self.submissions[-1] if self.submissions else None
        return last if last and last.on is None else None

    @property
    def product_code(self) -> str | None:
        """The code of the product: it has one from the first request to the province on, and keeps it."""
        return self.submissions[-1].product_code if self.submissions else None

    def field_of(self, act: EvaluationRecord | Submission) -> tuple[str | int, ...]:
        """Return the field of the file in which an evaluation or a request stands."""
        if act is self.first_evaluation:
            return ("evaluation",)
        if act is self.first_submission:
            return ("submission",)
        name, listed = (
            ("evaluations", self.later_evaluations)
            if isinstance(act, EvaluationRecord)
            else ("submissions", self.later_submissions)
        )
        return (name, next(number for number, each in enumerate(listed) if each is act))

    @property
    def renewed_on(self) -> date | None:
        """The day on which a recognised product set out to be ranked again; ``None`` while it rests on its recognition."""
        held, moves = self.recognition, self.moves
        if held is None or self.registration.kind is RegistrationKind.FIRST:
            return None
        if moves[0].on > held.on:  # the dossier was begun for it
            return moves[0].on
        recognised = next((n for n, move in enumerate(moves) if move.on >= held.on), len(moves))
        return moves[recognised + 1].on if recognised + 1 < len(moves) else None

    def _holds(self, on: date | None) -> bool:
        """Say whether what was done on a day was done for this round, since the commune received the dossier last."""
        slip, renewed = self.registration.slip, self.renewed_on
        is_of_before = on is not None and renewed is not None and on < renewed
        received = slip.received_on if slip else None
        return not is_of_before and (on is None or received is None or received <= on)

    @property
    def result(self) -> Result | None:
        """The latest result, if there is one; the last in the file is never a corrected one."""
        return self.results[-1] if self.results else None

    @property
    def recognition(self) -> Result | None:
        """The latest result by which the product was recognised; none that was corrected or withdrawn counts."""
        standing = (r for r in reversed(self.results) if not r.corrected and not r.revoked)
        return next((result for result in standing if result.recognised), None)
