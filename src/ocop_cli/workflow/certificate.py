"""Certificates run out: when they do, and when re-ranking may be asked for."""

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

from ocop_cli.dossier.conclusions import Result
from ocop_cli.dossier.model import Dossier
from ocop_cli.rules.decision import Ruleset


class Renewal(NamedTuple):
    """What to do about a certificate, and by when."""

    action: str
    command: str
    due: date


def add_months(start: date, months: int) -> date:
    """Return the same day so many months later, or the last day of a shorter month."""
    year, month = divmod(start.month - 1 + months, 12)
    year, month = start.year + year, month + 1
    return date(year, month, min(start.day, monthrange(year, month)[1]))


def expires_on(result: Result, months: int) -> date | None:
    """Return when a certificate runs out: as printed on it, else the term of the decision after its issue."""
    certificate = result.certificate
    if certificate is None:
        return None
    return certificate.expires_on or add_months(certificate.issued_on, months)


def renewal_window(expiry: date, ruleset: Ruleset) -> tuple[date, date] | None:
    """Return the first and the last day to file for re-ranking; ``None`` where the decision sets no window."""
    opens = ruleset.decision.procedure.limit("reranking_opens")
    closes = ruleset.decision.procedure.limit("reranking_closes")
    if opens is None or closes is None or opens.days is None or closes.days is None:
        return None
    return expiry - timedelta(days=opens.days), expiry - timedelta(days=closes.days)


def renewal_action(dossier: Dossier, ruleset: Ruleset | None, today: date) -> Renewal | None:
    """Return what the certificate of a recognised product asks for today; ``None`` while nothing is due."""
    if ruleset is None or dossier.result is None:
        return None
    expiry = expires_on(dossier.result, ruleset.decision.procedure.certificate_months)
    window = renewal_window(expiry, ruleset) if expiry else None
    if expiry is None or window is None or today < window[0]:
        return None
    command = "ocop advance {id} --to preparing"
    if today <= window[1]:
        return Renewal("nộp hồ sơ phân hạng lại", command, window[1])
    if today <= expiry:
        return Renewal(
            "đã quá cửa sổ nộp hồ sơ phân hạng lại; giấy chứng nhận sắp hết hạn", command, window[1]
        )
    return Renewal("giấy chứng nhận đã hết hạn", command, expiry)
