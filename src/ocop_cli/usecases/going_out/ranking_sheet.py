"""The products that a council has scored, ranked among those of the same day, as a sheet of the workbook."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.scores import Scorer
from ocop_cli.errors import OcopError
from ocop_cli.evaluation.panel import day_members, last_round
from ocop_cli.evaluation.ranking import Entry, Ranked, ranked, remarks
from ocop_cli.reports.typed_sheet import Row, TypedColumn, TypedSheet, Value
from ocop_cli.rules.decision import Rulebook
from ocop_cli.store.dossier.dossiers import DossierFile
from ocop_cli.usecases.council.council import Council, council_of
from ocop_cli.viet.numbers import rounded

_COLUMNS = (
    TypedColumn("on", "Ngày chấm"),
    TypedColumn("rank", "Hạng"),
    TypedColumn("dossier", "Mã hồ sơ"),
    TypedColumn("product", "Sản phẩm", is_name=True),
    TypedColumn("average", "Điểm trung bình"),
    TypedColumn("sheets", "Phiếu chấm đủ"),
    TypedColumn("members", "Thành viên"),
    TypedColumn("abstained", "Không chấm"),
    TypedColumn("spread", "Chênh lệch"),
    TypedColumn("star", "Hạng sao"),
    TypedColumn("remarks", "Ghi chú"),
)
_NOTE = (
    "Xếp hạng trong từng ngày chấm, vòng chấm cuối; chỉ tính phiếu đã chấm đủ; điểm bằng nhau thì đồng hạng."
)


def ranking_sheet(files: Iterable[DossierFile], rulebook: Rulebook, today: date) -> TypedSheet:
    """Return the ranked products of every council day, the latest day first; those without a day last.

    A product without a law, or with somebody's sheet twice, has no average; the notes name it.
    """
    days: dict[date | None, list[Council]] = defaultdict(list)
    left_out = []
    for file in files:
        council = _council(file, rulebook, today)
        if council is None:
            left_out.append(file.id)
        else:
            days[_day(file.dossier)].append(council)
    order = sorted(days, key=lambda day: day or date.min, reverse=True)
    rows = tuple(row for day in order for row in _rows(day, days[day]))
    notes = (_NOTE, *([f"Chưa tính được điểm trung bình: {', '.join(left_out)}."] if left_out else []))
    return TypedSheet("Xếp hạng", "Xếp hạng theo phiếu của hội đồng", notes, _COLUMNS, rows)


def _council(file: DossierFile, rulebook: Rulebook, today: date) -> Council | None:
    try:
        council = council_of(file, rulebook, today)
    except OcopError:
        return None
    return None if council.doubled else council


def _day(dossier: Dossier) -> date | None:
    """Return the last day on which a member scored in the last round."""
    turn = last_round(dossier)
    sheets = (s for s in dossier.scores if s.scorer is Scorer.COUNCIL and s.round == turn)
    return max((sheet.on for sheet in sheets if sheet.on), default=None)


def _rows(day: date | None, councils: list[Council]) -> Iterator[Row]:
    members = day_members([council.file.dossier for council in councils])
    entries = [
        Entry(c.file.id, c.file.dossier.product.name, c.panel._replace(members=members)) for c in councils
    ]
    yield from (tuple(_cells(day, each)) for each in ranked(entries))


def _cells(day: date | None, product: Ranked) -> Iterator[Value]:
    panel = product.entry.panel
    yield day
    yield product.rank
    yield product.entry.dossier
    yield product.entry.product
    yield None if panel.average is None else rounded(panel.average)
    yield len(panel.scores)
    yield panel.members
    yield len(panel.abstained)
    yield panel.spread if panel.scores else None
    yield panel.star
    yield "; ".join([*(["đồng hạng"] if product.is_tied else []), *remarks(panel)])
