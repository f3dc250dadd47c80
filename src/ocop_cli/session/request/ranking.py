"""What is typed of a decision on ranking, read and asked for: for ``ocop result``."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple

from ocop_cli.dossier.conclusions import Result
from ocop_cli.rules.decision import Decision
from ocop_cli.session import Session
from ocop_cli.session.typed.per_dossier import values_by_dossier
from ocop_cli.session.typed.value import typed_value
from ocop_cli.store.dossier.dossiers import DossierFile
from ocop_cli.viet.dates import show_date
from ocop_cli.viet.typed_day import read_act_day
from ocop_cli.workflow.certificate import add_months
from ocop_cli.workflow.outcome import DecisionScan, RankingOutcome, RevokedRecognition, recognised_stars


class TypedResult(NamedTuple):
    """The options as they were typed; ``names`` maps the dossiers as typed to their ids."""

    names: dict[str, str]
    star: Sequence[str] | None
    score: Sequence[str] | None
    number: str | None
    on: str | None
    issuer: str | None
    certificate: Sequence[str] | None
    certificate_on: str | None
    not_recognised: bool
    reason: str | None
    note: str | None
    scan: Path | None

    def of(self, dossier_id: str, texts: Sequence[str] | None, option: str) -> str | None:
        """Return what an option says of one dossier."""
        return values_by_dossier(texts, self.names, option).get(dossier_id)


def read_outcome(
    session: Session,
    file: DossierFile,
    typed: TypedResult,
    decision: Decision,
    recorded: RankingOutcome | None = None,
) -> RankingOutcome:
    """Return the outcome of one dossier; what is not typed is asked for, or stays as ``recorded``."""
    score = typed.of(file.id, typed.score, "--score")
    outcome = RankingOutcome(
        on=_day(session, typed.on, recorded),
        star=None if typed.not_recognised else _star(session, file, typed, decision, recorded),
        score=typed_value(session, score, "--score", Result, "score") if score else None,
        issuer=typed.issuer,
        certificate_on=read_act_day(typed.certificate_on, session.today, "--certificate-on"),
        note=typed.note,
        scan=_scan(session, typed.scan),
    )
    if recorded:
        outcome = _kept(outcome, recorded)
    if outcome.star is None:
        return outcome._replace(number=typed.number)
    number = session.ask(
        "Số quyết định", option="--number", given=typed.number or (recorded and recorded.number)
    )
    return outcome._replace(number=number, certificate=_certificate(session, file, typed, recorded))


def read_revocation(session: Session, typed: TypedResult) -> RevokedRecognition:
    """Return the decision that withdraws a recognition; what is not typed is asked for."""
    return RevokedRecognition(
        _day(session, typed.on, None),
        session.ask("Lý do thu hồi", option="--reason", given=typed.reason),
        session.ask("Số quyết định thu hồi", option="--number", given=typed.number),
        typed.issuer,
        _scan(session, typed.scan),
    )


def _scan(session: Session, scan: Path | None) -> DecisionScan | None:
    if scan is None:
        return None
    # with the reader of PDF: few results name a scan
    from ocop_cli.usecases.papers.signed_scan import known_scan

    name, found = known_scan(session.root, scan)
    return DecisionScan(name, found.sha256)


def _kept(outcome: RankingOutcome, recorded: RankingOutcome) -> RankingOutcome:
    """Take from the recorded outcome what a correction does not name."""
    return outcome._replace(
        score=recorded.score if outcome.score is None else outcome.score,
        issuer=outcome.issuer or recorded.issuer,
        certificate_on=outcome.certificate_on or recorded.certificate_on,
        note=outcome.note or recorded.note,
        scan=outcome.scan or recorded.scan,
    )


def _day(session: Session, typed: str | None, recorded: RankingOutcome | None) -> date:
    if typed is None and recorded:
        return recorded.on
    check = partial(read_act_day, today=session.today, option="Ngày quyết định")
    day = session.ask("Ngày quyết định", option="--on", given=typed, check=check)
    return read_act_day(day, session.today) or session.today


def _star(
    session: Session,
    file: DossierFile,
    typed: TypedResult,
    decision: Decision,
    recorded: RankingOutcome | None,
) -> int | None:
    """Return the star; none where somebody chose one that is not recognised, as the choice says."""
    given = typed.of(file.id, typed.star, "--star")
    if given is None and recorded and recorded.star:
        return recorded.star
    stars = {
        str(star.star): f"{star.star} sao" if star.certificate else f"{star.star} sao, không công nhận"
        for star in decision.stars
    }
    chosen = int(
        session.ask(f"Hạng sao của {file.dossier.product.name}", option="--star", given=given, choices=stars)
    )
    return None if given is None and chosen not in recognised_stars(decision) else chosen


def _certificate(
    session: Session, file: DossierFile, typed: TypedResult, recorded: RankingOutcome | None
) -> str | None:
    """The number is asked for where somebody can answer; it may come later, as a correction."""
    given = typed.of(file.id, typed.certificate, "--certificate") or (recorded and recorded.certificate)
    if given or not session.can_ask or recorded:
        return given
    asked = f"Số giấy chứng nhận của {file.dossier.product.name} (Enter: chưa có)"
    return session.ask(asked, option="--certificate", optional=True) or None


def certificate_words(file: DossierFile, outcome: RankingOutcome, decision: Decision) -> str:
    """Say until when the certificate holds."""
    if not outcome.star:
        return ""
    months = decision.procedure.certificate_months
    expiry = show_date(add_months(outcome.certificate_on or outcome.on, months))
    name = file.dossier.product.name
    return f"{name}: giấy chứng nhận có giá trị đến {expiry}; kỳ phân hạng lại xem `ocop next`."
