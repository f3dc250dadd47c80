"""A dossier: one YAML file, ``dossiers/<id>.yaml``."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from ocop_cli.dossier.conclusions import EvaluationRecord, Opinion, Result, Samples, SiteCheck, Submission
from ocop_cli.dossier.declarations import Idea, Identity
from ocop_cli.dossier.evidence import Evidence, Promise
from ocop_cli.dossier.facts import Business, Labour, Material
from ocop_cli.dossier.moves import Move
from ocop_cli.dossier.producer import ProducerOrId
from ocop_cli.dossier.product import Product, Registration
from ocop_cli.dossier.scores import ScoreSheet
from ocop_cli.viet.fields import Record

SCHEMA: Literal["ocop/dossier@1"] = "ocop/dossier@1"


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
    evaluation: EvaluationRecord | None = Field(None, title="Đánh giá của xã")
    submission: Submission | None = Field(None, title="Đề nghị cấp tỉnh")
    results: tuple[Result, ...] = Field((), title="Kết quả phân hạng")
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
    def result(self) -> Result | None:
        """The latest result, if there is one; the last in the file is never a corrected one."""
        return self.results[-1] if self.results else None

    @property
    def recognition(self) -> Result | None:
        """The latest result by which the product was recognised; none that was corrected or withdrawn counts."""
        standing = (r for r in reversed(self.results) if not r.corrected and not r.revoked)
        return next((result for result in standing if result.recognised), None)
