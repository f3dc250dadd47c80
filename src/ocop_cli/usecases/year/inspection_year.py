"""The year's programme of inspection: the recognised products in the order of their need, and a day for each."""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from ocop_cli.documents.basis import Basis, basis_of
from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.stage import stage_of
from ocop_cli.errors import OcopError
from ocop_cli.evaluation.law import law_today
from ocop_cli.programme.calendar import Calendar
from ocop_cli.programme.inspection_programme import InspectionProgramme
from ocop_cli.rules.decision import Rulebook
from ocop_cli.store.built_in.packaged import load_cycle, load_inspection_order
from ocop_cli.store.dossier.dossiers import dossier_name
from ocop_cli.store.programme.inspection_programmes import inspection_programme_name
from ocop_cli.store.programme.inspections import gather_inspections
from ocop_cli.store.programme.year_log import gather_log
from ocop_cli.store.reading.sources import Sources
from ocop_cli.usecases.rows.summaries import dossiers_as_of
from ocop_cli.viet.dates import shifted
from ocop_cli.workflow.deadline import is_working
from ocop_cli.workflow.inspection_order import Visit, Visited, order_of_visits

_COMPLAINT = "complaint"


class Pace(NamedTuple):
    """From which day on, how many days apart, and how many products at most; none: all."""

    first: date
    every: int
    most: int | None = None


def visits_by_need(sources: Sources, rulebook: Rulebook, today: date) -> list[Visit]:
    """Return the recognised products, the one to be inspected first at the head, each with its reasons."""
    inspections = [
        seen
        for file in gather_inspections(sources).rest(sources.leave_out)
        if (seen := file.record.as_of(today))
    ]
    complaints = _open_complaints(sources, today)
    stages, products = load_cycle().stages, []
    for file in dossiers_as_of(sources, today).rest(sources.leave_out):
        dossier = file.dossier
        if dossier.recognition is None or stage_of(stages, dossier.stage).closed:
            continue
        own = [one for one in inspections if one.dossier == file.id]
        law = law_today(dossier, rulebook, today)
        products.append(Visited(file.id, dossier, law, own, complaints[file.id]))
    return order_of_visits(products, load_inspection_order(), today)


def programme_basis(programme: InspectionProgramme, dossiers: Mapping[str, Dossier]) -> Basis:
    """Return what a paper about a year's programme rests on: the team alone changes no paper about the visits."""
    part = "visits" if dossiers else "team"
    said = InspectionProgramme(year=programme.year, **{part: getattr(programme, part)})
    records = [(dossier_name(id_), each) for id_, each in dossiers.items()]
    return basis_of([(inspection_programme_name(programme.year), said), *records], year=str(programme.year))


def _open_complaints(sources: Sources, today: date) -> Counter[str]:
    """Count what people complained of and nobody settled, by product."""
    items = gather_log(sources).rest(sources.leave_out)
    open_ones = (
        i.entry for i in items if i.entry.kind == _COMPLAINT and not i.entry.done and i.entry.on <= today
    )
    return Counter(product for entry in open_ones for product in entry.products)


def planned_rows(visits: list[Visit], pace: Pace, calendar: Calendar, year: int) -> list[dict[str, Any]]:
    """Return a row for each visit: its product, its day and why; a day off gives way to the next that is worked.

    Raises ``OcopError`` where nothing is to be inspected, or the last visit would fall into another year.
    """
    if not visits:
        raise OcopError(
            "Chưa có sản phẩm nào được công nhận để kiểm tra.", "Ghi kết quả: `ocop result`, `ocop adopt`."
        )
    rows, day = [], pace.first
    for visit in visits[: pace.most]:
        while not is_working(day, calendar):
            day = shifted(day, 1)
        if day.year != year:
            raise OcopError(
                f"Không đủ ngày trong năm {year} cho {len(visits[: pace.most])} lần kiểm tra.",
                "Bắt đầu sớm hơn (--from), gần nhau hơn (--every), hoặc chỉ lấy một số (--first).",
            )
        rows.append({"dossier": visit.id, "on": day, "why": "; ".join(visit.reasons) or None})
        day = shifted(day, pace.every)
    return [{key: value for key, value in row.items() if value is not None} for row in rows]
