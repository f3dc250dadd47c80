"""The evaluation as the dossier keeps it, and as people see it on the terminal."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from ocop_cli.commune_contents import CommuneContent
from ocop_cli.dossier.conclusions import ContentConclusion
from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.vocabulary import word
from ocop_cli.evaluation.commune import Decided
from ocop_cli.evaluation.facts_hash import stale_conclusions
from ocop_cli.evaluation.result import Evaluation, Line, Status
from ocop_cli.rules.provenance import confidence_word
from ocop_cli.rules.verification import summary_words
from ocop_cli.tables import Align, Column, Table
from ocop_cli.viet.numbers import show_number


class Signed(NamedTuple):
    """Who evaluates and when, after which meeting; ``report`` is the path of the report.

    ``filed_as`` stands in the names of the documents: the dossier's id, from the second evaluation on with its number.
    ``recorded_on`` is the day on which it is written down; ``late`` the limit that it came after and why.
    """

    by: str
    on: date
    recorded_on: date
    meeting: str | None
    report: str
    filed_as: str
    late: Mapping[str, Any] | None = None


def evaluation_record(
    evaluation: Evaluation, conclusions: Mapping[CommuneContent, str], signed: Signed
) -> dict[str, Any]:
    """Return the record as it is written into the dossier: each conclusion with the hash of its facts."""
    return {
        "decision": evaluation.decision,
        "on": signed.on,
        "recorded_on": signed.recorded_on if signed.recorded_on != signed.on else None,
        "by": signed.by,
        "meeting": signed.meeting,
        "contents": [_conclusion(line, conclusions.get(line.content), signed) for line in evaluation.lines],
        "report": {"file": signed.report},
    }


def kept_overrides(dossier: Dossier) -> dict[CommuneContent, Decided]:
    """Return the official's earlier decisions whose facts have not changed since."""
    return {
        c.content: Decided(c.option, c.override.reason) for c in _fresh(dossier) if c.override and c.option
    }


def kept_conclusions(dossier: Dossier) -> dict[CommuneContent, str]:
    """Return the earlier remarks whose facts have not changed since."""
    return {c.content: c.conclusion for c in _fresh(dossier) if c.conclusion}


def evaluation_table(evaluation: Evaluation, title: str) -> Table:
    """Lay the four contents out: points, option, reason, article and whether the law was verified."""
    columns = (
        Column("Nội dung", weight=2),
        Column("Điểm", Align.RIGHT),
        Column("Mức", weight=2),
        Column("Lý do", weight=3),
        Column("Căn cứ", weight=2),
        Column("Nguồn"),
    )
    total = ("Cộng", f"{_shown(evaluation.points)}/{show_number(evaluation.maximum)}", "", "", "", "")
    edges = (f"{word(line.content)}: {line.edge}" for line in evaluation.lines if line.edge)
    summaries = summary_words(line.criterion for line in evaluation.lines if line.criterion)
    notes = (*(f"Trường hợp bị loại: {ground}" for ground in evaluation.disqualified), *edges, *summaries)
    return Table(title, columns, tuple(_row(line) for line in evaluation.lines), total, notes)


def evaluations_table(rows: Iterable[tuple[str, str, Evaluation]]) -> Table:
    """Lay the evaluations of several dossiers out, given with id and product: the points of each content and the sum."""
    names = [Column(word(content), Align.RIGHT) for content in CommuneContent]
    columns = (Column("Hồ sơ"), Column("Sản phẩm", weight=2), *names, Column("Cộng", Align.RIGHT))
    return Table("Đánh giá các nội dung của xã", columns, tuple(map(_points_row, rows)))


def _points_row(row: tuple[str, str, Evaluation]) -> tuple[str, ...]:
    dossier_id, product, evaluation = row
    points = {line.content: _shown(line.points) for line in evaluation.lines}
    each = (points.get(content, "–") for content in CommuneContent)
    return dossier_id, product, *each, f"{_shown(evaluation.points)}/{show_number(evaluation.maximum)}"


def _shown(points: Decimal | None) -> str:
    return "–" if points is None else show_number(points)


def _fresh(dossier: Dossier) -> Sequence[ContentConclusion]:
    stale = stale_conclusions(dossier)
    return [c for c in dossier.evaluation.contents if c not in stale] if dossier.evaluation else []


def _conclusion(line: Line, conclusion: str | None, signed: Signed) -> dict[str, Any]:
    return {
        "content": line.content.value,
        "option": line.option.id if line.option else None,
        "points": line.points,
        "conclusion": conclusion,
        "facts": line.facts,
        "override": _override(line, signed) if line.overridden else None,
    }


def _override(line: Line, signed: Signed) -> dict[str, Any]:
    computed = line.computed.id if line.computed else None
    return {"computed": computed, "reason": line.decided_because, "by": signed.by, "on": signed.on}


def _row(line: Line) -> tuple[str, ...]:
    if line.criterion is None:
        return word(line.content), "–", STATUS_WORDS[line.status], line.reason, line.cite or "–", "–"
    points = f"{show_number(line.points)}/{show_number(line.maximum)}" if line.points is not None else "–"
    option = line.option.named if line.option else STATUS_WORDS[line.status]
    mark = "đã đối chiếu bản ký" if line.is_verified else _confidence(line)
    return word(line.content), points, option, line.reason, line.criterion.cite, mark


STATUS_WORDS = {
    Status.INSUFFICIENT: "chưa đủ số liệu",
    Status.SCORED: "",
    Status.NO_POINTS: "không có điểm trong bộ này",
    Status.NOT_APPLICABLE: "không áp dụng",
}


def _confidence(line: Line) -> str:
    return confidence_word(line.source.confidence) if line.source else "–"
