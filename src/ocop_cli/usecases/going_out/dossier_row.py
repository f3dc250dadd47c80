"""One dossier on its way, as a row of the workbook: where it stands, what comes next and by when, labour, origin, revenue."""

from collections.abc import Iterator
from decimal import Decimal

from ocop_cli.dossier.facts import origins_within, share_from
from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.vocabulary import Origin, word
from ocop_cli.evaluation.law import law_if_known
from ocop_cli.reports.typed_sheet import Share, TypedColumn, Value
from ocop_cli.store.dossier.dossiers import DossierFile
from ocop_cli.usecases.registers.imported import Register
from ocop_cli.workflow.next_step import StepContext, next_step

_LABOUR, _LOCAL = "labour", "local_labour"
DOSSIER_COLUMNS = (
    TypedColumn("id", "Mã hồ sơ"),
    TypedColumn("product", "Sản phẩm", is_name=True),
    TypedColumn("track", "Diện tham gia"),
    TypedColumn("year", "Năm"),
    TypedColumn("stage", "Trạng thái"),
    TypedColumn("since", "Từ ngày"),
    TypedColumn("acts", "Ai làm tiếp"),
    TypedColumn("action", "Việc tiếp theo"),
    TypedColumn("due", "Hạn"),
    TypedColumn("late", "Số việc đã trễ hạn"),
    TypedColumn("papers", "Số giấy tờ"),
    TypedColumn("promises", "Cam kết chưa nộp"),
    TypedColumn("points", "Điểm các nội dung của xã"),
    TypedColumn("local_material", "Nguyên liệu của xã (%)"),
    TypedColumn(_LABOUR, "Lao động (người)", is_summed=True),
    TypedColumn(_LOCAL, "Thường trú trong xã (người)", is_summed=True),
    TypedColumn("local_share", "Tỷ lệ lao động trong xã"),
    TypedColumn("revenue_year", "Năm có doanh thu gần nhất"),
    TypedColumn("revenue", "Doanh thu năm đó (đồng)", is_summed=True),
)
"""No column of the producer: ``ocop import`` takes the register alone for one."""


def dossier_row(register: Register, file: DossierFile, context: StepContext) -> Iterator[Value]:
    """Yield the cells of a dossier in the order of the columns."""
    dossier = file.dossier
    law = law_if_known(dossier, register.rulebook, register.today)
    step = next_step(file.id, dossier, law, context)
    yield file.id
    yield dossier.product.name
    yield word(dossier.registration.track)
    yield dossier.registration.year
    yield step.stage_name
    yield dossier.moves[-1].on
    yield step.acts
    yield step.action
    yield step.due
    yield sum(move.late is not None for move in dossier.moves)
    yield len(dossier.papers)
    yield step.promises_open
    yield _points(dossier)
    yield _local_material(dossier)
    yield from _labour(dossier)
    yield from _revenue(dossier)


def _points(dossier: Dossier) -> Decimal | None:
    """Return what the commune gave its contents; nothing before its evaluation."""
    given = (
        [c.points for c in dossier.evaluation.contents if c.points is not None] if dossier.evaluation else []
    )
    return sum(given, Decimal(0)) if given else None


def _local_material(dossier: Dossier) -> Decimal | None:
    known = any(material.share is not None for material in dossier.materials)
    return share_from(dossier.materials, origins_within(Origin.COMMUNE)) if known else None


def _labour(dossier: Dossier) -> Iterator[Value]:
    """Yield all workers, those of the commune, and the share as a formula over both."""
    total = dossier.labour.total if dossier.labour else None
    local = dossier.labour.commune if dossier.labour else None
    yield total
    yield local
    yield Share(_LOCAL, _LABOUR, Decimal(local) / total) if total and local is not None else None


def _revenue(dossier: Dossier) -> Iterator[Value]:
    """Yield the latest year with a revenue, and the revenue in đồng."""
    years = dossier.business.years if dossier.business else ()
    known = [(each.year, each.revenue) for each in years if each.revenue is not None]
    yield from max(known) if known else (None, None)
