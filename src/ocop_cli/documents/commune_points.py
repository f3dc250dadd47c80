"""Values of the internal sheet of the commune's points: arithmetic, citation, and what of the law is not verified."""

from datetime import date
from typing import Any

from ocop_cli.documents.cites import cited
from ocop_cli.documents.frame import commune_kind, frame, inside
from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.vocabulary import word
from ocop_cli.evaluation.record import STATUS_WORDS
from ocop_cli.evaluation.result import Evaluation, Line
from ocop_cli.programme.form import FormInfo
from ocop_cli.programme.profile import Profile
from ocop_cli.rules.decision import Ruleset
from ocop_cli.rules.provenance import confidence_word
from ocop_cli.rules.verification import summary_words
from ocop_cli.viet.numbers import show_number
from ocop_cli.viet.text import as_sentence, upper_first


def commune_points_values(
    dossier: Dossier, evaluation: Evaluation, ruleset: Ruleset, profile: Profile, form: FormInfo, on: date
) -> dict[str, Any]:
    """Return the values of the sheet: points, arithmetic, citation, and what is not verified.

    Keys: those of ``frame``; ``product_name``, ``producer_name``, ``decision``, ``product_set``, ``total``
    (texts); ``unverified``, ``disqualified`` (lines); ``lines`` (rows: content, option, points, reason, cite).
    """
    return {
        **frame(
            profile,
            form,
            f"Các nội dung đánh giá của {commune_kind(profile)} đối với sản phẩm {dossier.product.name}",
            on,
        ),
        "product_name": dossier.product.name,
        "producer_name": dossier.producer.name,
        "decision": ruleset.decision.cite,
        "product_set": f"{ruleset.product_set.number} - {ruleset.product_set.name}",
        "lines": [_score_row(line, ruleset, commune_kind(profile)) for line in evaluation.lines],
        "total": _total(evaluation),
        "unverified": [as_sentence(doubt) for doubt in _doubts(evaluation)],
        "disqualified": list(evaluation.disqualified),
    }


def points_words(points: object) -> str:
    """Return points for people; a score that the data do not support is said, not printed."""
    return "chưa đủ số liệu" if points is None else show_number(points)  # type: ignore[arg-type]  # Decimal


def _total(evaluation: Evaluation) -> str:
    most = points_words(evaluation.maximum)
    if evaluation.points is None:
        return f"chưa tính được vì còn nội dung chưa đủ số liệu (tối đa {most} điểm)"
    return f"{points_words(evaluation.points)} trên {most} điểm"


def _score_row(line: Line, ruleset: Ruleset, kind: str) -> dict[str, str]:
    return {
        "content": word(line.content) + (f" ({line.criterion.code})" if line.criterion else ""),
        "option": line.option.named if line.option else STATUS_WORDS[line.status],
        "points": f"{points_words(line.points)}/{points_words(line.maximum)}" if line.option else "–",
        "reason": " ".join(as_sentence(text) for text in (inside(line.reason, kind), line.edge) if text)
        or "–",
        "cite": upper_first(cited(_short(line.cite, ruleset))) or "–",
    }


def _short(cite: str, ruleset: Ruleset) -> str:
    """Leave out the decision, which the sheet names once above the table."""
    return cite.removeprefix(f"{ruleset.decision.cite}, ").removeprefix(
        f"Quyết định số {ruleset.decision.number}, "
    )


def _doubts(evaluation: Evaluation) -> list[str]:
    """Say what of the law behind the sheet was not compared with the signed text, the doubtful values first."""
    doubtful = [_unverified(line) for line in evaluation.lines if not line.is_firm]
    unverified = any(not line.is_verified for line in evaluation.lines)
    criteria = [line.criterion for line in evaluation.lines if line.criterion]
    copied = ["điểm của các mức chép từ toàn văn công khai của quyết định"] if unverified else []
    return [*doubtful, *copied, *summary_words(criteria)]


def _unverified(line: Line) -> str:
    criterion = line.criterion
    if criterion is None:
        return word(line.content)
    source = (line.option.source if line.option else None) or criterion.source
    return f"{word(line.content)}: {confidence_word(source.confidence)}. {criterion.suspect or criterion.note}".strip()
