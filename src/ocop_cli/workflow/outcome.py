"""What the ranking authority decided, as the dossier keeps it."""

from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.rules.decision import Decision
from ocop_cli.viet.numbers import show_number


class RankingOutcome(NamedTuple):
    """A decision of the ranking authority; ``star`` is ``None`` when the product was not recognised."""

    on: date
    star: int | None
    score: Decimal | None = None
    number: str | None = None
    issuer: str | None = None
    certificate: str | None = None
    note: str | None = None

    @property
    def need(self) -> str:
        """What the outcome brings: the need of the cycle that the move after it asks for."""
        return "not_recognised" if self.star is None else "recognised"


def check_star(outcome: RankingOutcome, decision: Decision) -> None:
    """Raise ``OcopError`` (misuse) when the star lies above the band of the score."""
    band = decision.star_for(outcome.score) if outcome.score is not None else None
    if band and outcome.star and outcome.star > band.star:
        points = show_number(outcome.score or Decimal(0))
        raise OcopError(
            f"Điểm {points} thuộc khung {band.star} sao, không thể ghi {outcome.star} sao.",
            "Đối chiếu quyết định công nhận.",
            code="E023",
            exit_code=MISUSE,
        )


def result_record(outcome: RankingOutcome, decision: str) -> dict[str, Any]:
    """Return the result as it is written: signed facts only, the expiry is worked out."""
    record: dict[str, Any] = {
        "recognised": outcome.star is not None,
        "on": outcome.on,
        "score": outcome.score,
        "star": outcome.star,
        "ruleset": decision,
        "note": outcome.note,
    }
    if outcome.star is not None:
        record["decision"] = {"number": outcome.number, "issued_on": outcome.on, "issuer": outcome.issuer}
        record["certificate"] = {"number": outcome.certificate, "issued_on": outcome.on}
    return record
