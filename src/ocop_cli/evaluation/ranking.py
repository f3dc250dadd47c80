"""The products of a council day by the average of their complete sheets: ties share a rank, and say so."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from ocop_cli.evaluation.panel import Panel
from ocop_cli.evaluation.score_json import panel_json
from ocop_cli.evaluation.score_words import gate_words, star_name
from ocop_cli.tables import Align, Column, Table
from ocop_cli.viet.numbers import rounded, show_rounded


class Entry(NamedTuple):
    """A product before the council. ``panel.members`` is how many people score on that day, whatever the product."""

    dossier: str
    product: str
    panel: Panel


class Ranked(NamedTuple):
    """A product with its rank: ``None`` where no complete sheet, a stop or a ground leaves it without one."""

    rank: int | None
    entry: Entry
    is_tied: bool = False


def ranked(entries: Sequence[Entry]) -> list[Ranked]:
    """Return the products from the highest average down, those without a rank last, as they came.

    Averages that print the same are the same: ranks go by what people see (1, 2, 2, 4).
    """
    averages = {entry.dossier: rounded(a) for entry in entries if (a := _average(entry.panel)) is not None}
    found = []
    for entry in entries:
        own = averages.get(entry.dossier)
        rank = 1 + sum(other > own for other in averages.values()) if own is not None else None
        found.append(Ranked(rank, entry, own is not None and [*averages.values()].count(own) > 1))
    return sorted(found, key=lambda each: (each.rank is None, each.rank))


def _average(panel: Panel) -> Decimal | None:
    """Return the average that ranks a product; none where its assessment ended or something rules it out."""
    is_out = panel.stopped or any(score.grounds for score in panel.scores)
    return None if is_out else panel.average


def ranking_table(products: Sequence[Ranked], title: str) -> Table:
    """Lay the ranked products out with average, sheets, abstentions, spread and star."""
    columns = (
        Column("Hạng"),
        Column("Sản phẩm", weight=3),
        Column("Điểm trung bình", Align.RIGHT),
        Column("Số phiếu", Align.RIGHT),
        Column("Không chấm", Align.RIGHT),
        Column("Chênh lệch", Align.RIGHT),
        Column("Hạng sao", Align.RIGHT),
        Column("Ghi chú", weight=3),
    )
    return Table(title, columns, tuple(map(_row, products)), notes=_NOTES)


_NOTES = (
    "Chỉ tính phiếu đã chấm đủ; không chấm không phải là 0 điểm. Điểm trung bình làm tròn hai chữ số, bằng nhau thì đồng hạng.",
)


def _row(product: Ranked) -> tuple[str, ...]:
    panel = product.entry.panel
    tied = " (đồng hạng)" if product.is_tied else ""
    return (
        "–" if product.rank is None else f"{product.rank}{tied}",
        product.entry.product,
        "–" if panel.average is None else show_rounded(panel.average),
        f"{len(panel.scores)}/{panel.members}",
        str(len(panel.abstained)),
        show_rounded(panel.spread) if panel.scores else "–",
        star_name(panel.star),
        "; ".join(remarks(panel)),
    )


def remarks(panel: Panel) -> Iterator[str]:
    """Say what keeps a product from a rank or from the star of its average, and who abstained."""
    if panel.average is None:
        yield "chưa có phiếu chấm đủ"
    if panel.stopped:
        yield f"dừng đánh giá theo phiếu của {', '.join(s.sheet.by or '?' for s in panel.stopped)}"
    yield from dict.fromkeys(f"bị loại nếu không khắc phục: {g}" for s in panel.scores for g in s.grounds)
    for score, gate in panel.deciding:
        yield f"theo phiếu của {score.sheet.by}, {gate.star} sao còn thiếu {gate_words(gate)}"
    if panel.abstained:
        yield f"không chấm: {', '.join(sheet.by or '?' for sheet in panel.abstained)}"


def ranking_json(products: Sequence[Ranked]) -> dict[str, Any]:
    """Return the ranked products for a JSON output."""
    return {
        "products": [
            {
                "rank": each.rank,
                "tied": each.is_tied,
                "dossier": each.entry.dossier,
                "product": each.entry.product,
                **panel_json(each.entry.panel),
            }
            for each in products
        ]
    }
