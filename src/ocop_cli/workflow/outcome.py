"""What the ranking authority decided, as the dossier keeps it."""

from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from ocop_cli.dossier.conclusions import AuthorityDecision, Certificate, Result
from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.rules.decision import Decision
from ocop_cli.viet.numbers import show_number


class DecisionScan(NamedTuple):
    """The scan of a decision: its path in the workspace, and the SHA-256 that it had when it was recorded."""

    file: str
    sha256: str | None


class RankingOutcome(NamedTuple):
    """A decision of the ranking authority; ``star`` is ``None`` when the product was not recognised.

    ``certificate`` is its number, ``certificate_on`` the day of its issue where that is not the decision's,
    ``expires_on`` its last day where that is said as printed on it.
    """

    on: date
    star: int | None
    score: Decimal | None = None
    number: str | None = None
    issuer: str | None = None
    certificate: str | None = None
    certificate_on: date | None = None
    note: str | None = None
    expires_on: date | None = None
    scan: DecisionScan | None = None

    @property
    def need(self) -> str:
        """What the outcome brings: the need of the cycle that the move after it asks for."""
        return "not_recognised" if self.star is None else "recognised"


class RevokedRecognition(NamedTuple):
    """The decision that withdraws a recognition."""

    on: date
    reason: str
    number: str
    issuer: str | None = None
    scan: DecisionScan | None = None


def check_star(outcome: RankingOutcome, decision: Decision) -> None:
    """Raise ``OcopError`` (misuse) when a star has no certificate in the decision, or lies above the band of the score."""
    if outcome.star is None:
        return
    if outcome.star not in recognised_stars(decision):
        raise OcopError(
            f"Hạng {outcome.star} sao không được công nhận, không có giấy chứng nhận ({decision.cite}).",
            "Thêm --not-recognised và bỏ --star; điểm vẫn ghi bằng --score.",
            code="E023",
            exit_code=MISUSE,
        )
    band = decision.star_for(outcome.score) if outcome.score is not None else None
    if band and outcome.star > band.star:
        points = show_number(outcome.score or Decimal(0))
        raise OcopError(
            f"Điểm {points} thuộc khung {band.star} sao, không thể ghi {outcome.star} sao.",
            "Đối chiếu quyết định công nhận.",
            code="E023",
            exit_code=MISUSE,
        )


def recognised_stars(decision: Decision) -> list[int]:
    """Return the stars that a decision recognises with a certificate."""
    return [star.star for star in decision.stars if star.certificate]


def recorded_outcome(result: Result) -> RankingOutcome:
    """Return the outcome that a result records: what a correction starts from."""
    decision, certificate = result.decision or AuthorityDecision(), result.certificate
    return RankingOutcome(
        result.on,
        result.star if result.recognised else None,
        result.score,
        decision.number,
        decision.issuer,
        certificate.number if certificate else None,
        _own_day(certificate, result.on),
        result.note,
        scan=DecisionScan(decision.file, decision.sha256) if decision.file else None,
    )


def _own_day(certificate: Certificate | None, decided: date) -> date | None:
    return certificate.issued_on if certificate and certificate.issued_on != decided else None


def result_record(outcome: RankingOutcome, decision: str | None) -> dict[str, Any]:
    """Return the result as it is written: signed facts only, the expiry is worked out."""
    record: dict[str, Any] = {
        "recognised": outcome.star is not None,
        "on": outcome.on,
        "score": outcome.score,
        "star": outcome.star,
        "ruleset": decision,
        "note": outcome.note,
    }
    if outcome.star is not None or outcome.scan:
        record["decision"] = _document(outcome.number, outcome.on, outcome.issuer, outcome.scan)
    if outcome.star is not None:
        issued = outcome.certificate_on or outcome.on
        printed = {"expires_on": outcome.expires_on} if outcome.expires_on else {}
        record["certificate"] = {"number": outcome.certificate, "issued_on": issued, **printed}
    return record


def revocation_record(revoked: RevokedRecognition) -> dict[str, Any]:
    """Return the withdrawal of a recognition as it is written."""
    decision = _document(revoked.number, revoked.on, revoked.issuer, revoked.scan)
    return {"on": revoked.on, "reason": revoked.reason, "decision": decision}


def _document(number: str | None, on: date, issuer: str | None, scan: DecisionScan | None) -> dict[str, Any]:
    return {"number": number, "issued_on": on, "issuer": issuer, **(scan._asdict() if scan else {})}
