"""One dossier at a glance."""

from ocop_cli.dossier import Dossier, PrivateData
from ocop_cli.dossier.private import ASKED
from ocop_cli.dossier.vocabulary import word
from ocop_cli.evaluation.commune import score_commune_contents
from ocop_cli.rules.decision import Ruleset
from ocop_cli.tables import Column, Table
from ocop_cli.viet.dates import show_date
from ocop_cli.viet.numbers import show_number
from ocop_cli.workflow.cycle import Cycle

_NONE = "(chưa ghi)"


def overview(
    dossier_id: str, dossier: Dossier, ruleset: Ruleset | None, cycle: Cycle, private: PrivateData | None
) -> Table:
    """Return the facts, the computed shares, the conclusions and the way of a dossier."""
    rows = [
        *_who(dossier),
        ("Trạng thái", cycle.name(dossier.stage)),
        *_contents(dossier, ruleset),
        (
            "Giấy tờ",
            f"{len(dossier.papers)} giấy tờ, {sum(p.received_on is None for p in dossier.promises)} cam kết chưa nộp",
        ),
        *_results(dossier),
        *(
            (show_date(move.on), f"{cycle.name(move.stage)}{_reasons(move.reasons)}")
            for move in dossier.history
        ),
        *_personal(private),
    ]
    return Table(
        f"{dossier.product.name} ({dossier_id})", (Column("Mục"), Column("Nội dung", weight=4)), tuple(rows)
    )


def _who(dossier: Dossier) -> list[tuple[str, str]]:
    producer = dossier.producer
    kind = word(producer.kind) if producer.kind else _NONE
    person = producer.representative.name if producer.representative else _NONE
    registration = dossier.registration
    return [
        ("Chủ thể", f"{producer.name}; {kind}"),
        ("Người đại diện", person),
        ("Đăng ký", f"{word(registration.track)}; {word(registration.kind)}; năm {registration.year}"),
    ]


def _contents(dossier: Dossier, ruleset: Ruleset | None) -> list[tuple[str, str]]:
    if ruleset is None:
        return [("Bộ sản phẩm", _NONE)]
    product_set = ruleset.product_set
    rows = [("Bộ sản phẩm", f"{product_set.number} - {product_set.name} ({ruleset.decision.cite})")]
    for line in score_commune_contents(dossier, ruleset).lines:
        points = (
            f"{show_number(line.points)}/{show_number(line.maximum)} điểm; "
            if line.points is not None
            else ""
        )
        rows.append((word(line.content), f"{points}{line.reason}"))
    return rows


def _results(dossier: Dossier) -> list[tuple[str, str]]:
    rows = []
    for result in dossier.results:
        told = f"{result.star} sao" if result.recognised and result.star else "không được công nhận"
        score = f", {show_number(result.score)} điểm" if result.score is not None else ""
        rows.append(("Kết quả", f"{told}{score}, ngày {show_date(result.on)}"))
    return rows


def _reasons(reasons: tuple[str, ...]) -> str:
    return f" ({'; '.join(reasons)})" if reasons else ""


def _personal(private: PrivateData | None) -> list[tuple[str, str]]:
    if private is None:
        return []
    return [(title, str(getattr(private, name) or _NONE)) for name, title in ASKED.items()]
