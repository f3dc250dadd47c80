"""One dossier at a glance."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from ocop_cli.dossier.conclusions import EvaluationRecord, Result, Submission
from ocop_cli.dossier.facts import Material
from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.moves import Late, Move
from ocop_cli.dossier.private import ASKED, PrivateData
from ocop_cli.dossier.producer import Producer
from ocop_cli.dossier.product import Registration
from ocop_cli.dossier.vocabulary import Origin, word
from ocop_cli.evaluation.commune import score_commune_contents
from ocop_cli.evaluation.record import STATUS_WORDS
from ocop_cli.evaluation.result import Status
from ocop_cli.programme.inspection import Inspection
from ocop_cli.reports.inspected import inspection_rows
from ocop_cli.rules.decision import Ruleset
from ocop_cli.tables import Column, Table
from ocop_cli.viet.dates import show_date
from ocop_cli.viet.numbers import show_number, show_percent
from ocop_cli.viet.tax_code import shown_tax_code
from ocop_cli.workflow.cycle import Cycle

_NONE = "(chưa ghi)"


def overview(
    dossier_id: str,
    dossier: Dossier,
    ruleset: Ruleset | None,
    cycle: Cycle,
    private: PrivateData | None,
    former_district: str = "",
    inspections: Sequence[Inspection] = (),
) -> Table:
    """Return the facts, the computed shares, the conclusions, the inspections and the way of a dossier.

    ``former_district`` is what the profile calls it; ``private`` is given only when personal data may be shown.
    """
    rows = [
        *_who(dossier),
        ("Trạng thái", cycle.name(dossier.stage)),
        *_step(dossier.stage, cycle),
        *_materials(dossier, former_district),
        *_business(dossier),
        *_contents(dossier, ruleset),
        (
            "Giấy tờ",
            f"{len(dossier.papers)} giấy tờ, {sum(p.is_open for p in dossier.promises)} cam kết chưa nộp",
        ),
        *([("Giới thiệu công khai", _agreed(dossier))] if dossier.product.public is not None else []),
        *_results(dossier),
        *_site_checks(dossier),
        *_hearings(dossier),
        *inspection_rows(inspections),
        *_extensions(dossier),
        *(_move(move, cycle) for move in dossier.history),
        *_personal(private),
    ]
    title, columns = f"{dossier.product.name} ({dossier_id})", (Column("Mục"), Column("Nội dung", weight=4))
    return Table(title, columns, tuple(rows), personal=private is not None)


def _agreed(dossier: Dossier) -> str:
    return "chủ thể đồng ý" if dossier.product.public else "chủ thể không đồng ý"


def _move(move: Move, cycle: Cycle) -> tuple[str, str]:
    """Return a move by the day of the act; where it starts and the day of writing as far as they are kept."""
    start = f"{cycle.name(move.start)} → " if move.start else ""
    written = f" (ghi ngày {show_date(move.recorded_on)})" if move.recorded_on else ""
    told = f"{_reasons(move.reasons)}{written}{_late_words(move.late)}"
    return show_date(move.on), f"{start}{cycle.name(move.stage)}{told}"


def _late_words(late: Late | None) -> str:
    return f"; trễ hạn {show_date(late.due)} ({late.limit}), lý do: {late.reason}" if late else ""


def _extensions(dossier: Dossier) -> list[tuple[str, str]]:
    return [
        (
            "Gia hạn",
            f"đến hết {show_date(each.until)}, {each.paper}, ngày {show_date(each.on)}: {each.reason}",
        )
        for each in dossier.extensions
    ]


def _site_checks(dossier: Dossier) -> list[tuple[str, str]]:
    return [
        (
            "Kiểm tra thực tế",
            f"ngày {show_date(check.on)}, {'; '.join(check.by)}: {check.seen} "
            f"({'; '.join(map(word, check.contents)) or 'chưa ghi đã xem nội dung nào'})",
        )
        for check in dossier.site_checks
    ]


def _hearings(dossier: Dossier) -> list[tuple[str, str]]:
    return [("Chủ thể tại cuộc họp", f"ngày {show_date(each.on)}: {each.words}") for each in dossier.hearings]


def dossier_json(dossier: Dossier) -> dict[str, Any]:
    """Return the facts of a dossier for the JSON output, under the names of its file; tax codes as on the screen."""
    facts: dict[str, Any] = _masked(dossier.model_dump(mode="json", by_alias=True, exclude_none=True))
    return facts


def _masked(value: Any) -> Any:
    """Mask every tax code, also of the producer that an act has kept: it may be the number of a citizen."""
    if isinstance(value, list):
        return [_masked(item) for item in value]
    if not isinstance(value, dict):
        return value
    return {name: shown_tax_code(v) if name == "tax_code" else _masked(v) for name, v in value.items()}


def _who(dossier: Dossier) -> list[tuple[str, str]]:
    producer = dossier.producer
    kind = word(producer.kind) if producer.kind else _NONE
    person = producer.representative.name if producer.representative else _NONE
    registration = dossier.registration
    return [
        ("Chủ thể", f"{producer.name}; {kind}"),
        *([("Đặc điểm chủ thể", "; ".join(_traits(producer)))] if _traits(producer) else []),
        ("Người đại diện", person),
        (
            "Đăng ký",
            f"{word(registration.track)}; {word(registration.kind)}; năm {registration.year}{_carried(registration)}",
        ),
    ]


def _carried(registration: Registration) -> str:
    """Name the year in which a product registered that was carried into the next."""
    registered = max(registration.rounds)
    return f", chuyển tiếp từ năm {registered}" if registered < registration.year else ""


def _traits(producer: Producer) -> list[str]:
    """Return what reports count producers by, as far as it is said to be so."""
    said = {
        "do phụ nữ đứng đầu": producer.women_led,
        "do người dân tộc thiểu số đứng đầu": producer.ethnic_minority_led,
        "do người khuyết tật đứng đầu": producer.disabled_led,
        "thanh niên khởi nghiệp": producer.young_founder,
    }
    return [words for words, holds in said.items() if holds]


def _step(stage_id: str, cycle: Cycle) -> list[tuple[str, str]]:
    """Name the step of the cycle that a dossier on its way has come to."""
    stage = cycle.stages.get(stage_id)
    if stage is None or stage.closed:
        return []
    return [("Bước của chu trình", f"{stage.step}/{len(cycle.step_names)}: {cycle.step_names[stage.step]}")]


def _materials(dossier: Dossier, former_district: str) -> list[tuple[str, str]]:
    return [("Nguyên liệu", _material(material, former_district)) for material in dossier.materials]


def _material(material: Material, former_district: str) -> str:
    origin = word(material.origin)
    parts = (
        f"{origin} {former_district}" if material.origin is Origin.DISTRICT and former_district else origin,
        material.place,
        f"{material.supplier} cung cấp" if material.supplier else None,
    )
    share = f" {show_percent(material.share)}" if material.share is not None else ""
    return f"{material.name}{share}: {', '.join(part for part in parts if part)}"


def _business(dossier: Dossier) -> list[tuple[str, str]]:
    business = dossier.business
    if business is None:
        return []
    growth = [word(business.growth)] if business.growth else []
    growth += [show_percent(business.growth_percent)] if business.growth_percent is not None else []
    rows = [
        ("Năng lực sản xuất", business.capacity or ""),
        ("Tiêu thụ qua hợp đồng", _percent(business.contracted_share)),
        ("Nguyên liệu đầu vào mua qua hợp đồng", _percent(business.input_contracted_share)),
        ("Tăng trưởng (tự khai)", " ".join(growth)),
    ]
    return [row for row in rows if row[1]]


def _percent(share: Decimal | None) -> str:
    return "" if share is None else show_percent(share)


def _contents(dossier: Dossier, ruleset: Ruleset | None) -> list[tuple[str, str]]:
    if ruleset is None:
        return [("Bộ sản phẩm", _NONE)]
    product_set = ruleset.product_set
    rows = [("Bộ sản phẩm", f"{product_set.number} - {product_set.name} ({ruleset.decision.cite})")]
    if product_set.ministry:
        rows.append(("Bộ quản lý", product_set.ministry))
    for line in score_commune_contents(dossier, ruleset).lines:
        points = (
            f"{show_number(line.points)}/{show_number(line.maximum)} điểm; "
            if line.points is not None
            else f"{STATUS_WORDS[line.status]}; "
            if line.status is Status.NO_POINTS
            else ""
        )
        rows.append((word(line.content), f"{points}{line.reason}"))
    return rows


def _evaluation(evaluation: EvaluationRecord) -> tuple[str, str]:
    report = evaluation.report.number if evaluation.report and evaluation.report.number else "chưa có số"
    return "Đánh giá của xã", f"ngày {show_date(evaluation.on)}, {evaluation.by}; báo cáo {report}"


def _submission(request: Submission) -> Iterator[tuple[str, str]]:
    letter = f", văn bản {request.letter.number}" if request.letter and request.letter.number else ""
    if request.on:
        ways = "".join(f", {words}" for words in (request.way, request.to) if words)
        yield "Gửi cấp tỉnh", f"ngày {show_date(request.on)}, mã số {request.product_code}{letter}{ways}"
    else:
        yield "Lập bộ hồ sơ", f"chưa gửi, mã số {request.product_code}{letter}"
    if request.force:
        forced = f"{request.force.by} quyết định: {request.force.reason}"
        yield "Nộp khi còn thiếu", f"{forced} ({'; '.join(request.force.missing) or _NONE})"


def _results(dossier: Dossier) -> list[tuple[str, str]]:
    rows = [_evaluation(evaluation) for evaluation in dossier.evaluations]
    rows += [row for request in dossier.submissions for row in _submission(request)]
    for result in dossier.results:
        told = f"{result.star} sao" if result.recognised and result.star else "không được công nhận"
        score = f", {show_number(result.score)} điểm" if result.score is not None else ""
        rows.append((_result_name(result), f"{told}{score}, ngày {show_date(result.on)}"))
        if result.revoked:
            number = f" (Quyết định số {result.revoked.decision.number})" if result.revoked.decision else ""
            why = f"ngày {show_date(result.revoked.on)}{number}: {result.revoked.reason}"
            rows.append(("Thu hồi công nhận", why))
    return rows


def _result_name(result: Result) -> str:
    """A result that was corrected is shown as such, with the reason."""
    if result.corrected is None:
        return "Kết quả"
    return f"Ghi nhầm, cải chính ngày {show_date(result.corrected.on)} ({result.corrected.reason})"


def _reasons(reasons: tuple[str, ...]) -> str:
    return f" ({'; '.join(reasons)})" if reasons else ""


def _personal(private: PrivateData | None) -> list[tuple[str, str]]:
    if private is None:
        return []
    return [(title, str(getattr(private, name) or _NONE)) for name, title in ASKED.items()]
