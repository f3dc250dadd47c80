"""Certificates run out: when they do, how long they live on, and when re-ranking may be asked for."""

from calendar import monthrange
from datetime import MAXYEAR, date
from enum import StrEnum
from typing import NamedTuple

from ocop_cli.dossier.conclusions import Result
from ocop_cli.dossier.model import Dossier
from ocop_cli.rules.decision import Decision
from ocop_cli.viet.dates import shifted, show_date


class Standing(StrEnum):
    """What a certificate is worth on a day."""

    IN_FORCE = "in_force"
    IN_GRACE = "in_grace"  # past its last day, kept alive by the decision until there is a result
    LAPSED = "lapsed"
    REVOKED = "revoked"


class Renewal(NamedTuple):
    """What to do about a certificate, and by when."""

    action: str
    command: str
    due: date


def add_months(start: date, months: int) -> date:
    """Return the same day so many months later, or the last day of a shorter month; at most the calendar's last day."""
    year, month = divmod(start.month - 1 + months, 12)
    year, month = start.year + year, month + 1
    if year > MAXYEAR:
        return date.max
    return date(year, month, min(start.day, monthrange(year, month)[1]))


def expires_on(result: Result, months: int) -> date | None:
    """Return when a certificate runs out: as printed on it, else the term of the decision after its issue.

    A recognition that was withdrawn ends on the day of that decision.
    """
    if result.revoked:
        return result.revoked.on
    certificate = result.certificate
    if certificate is None:
        return None
    return certificate.expires_on or add_months(certificate.issued_on, months)


def renewal_window(expiry: date, decision: Decision) -> tuple[date, date] | None:
    """Return the first and the last day to file for re-ranking; ``None`` where the decision sets no window."""
    opens = decision.procedure.limit("reranking_opens")
    closes = decision.procedure.limit("reranking_closes")
    if opens is None or closes is None or opens.days is None or closes.days is None:
        return None
    return shifted(expiry, -opens.days), shifted(expiry, -closes.days)


def grace_until(expiry: date, decision: Decision) -> date | None:
    """Return the last day to which a certificate can live on past its end; ``None`` where the decision gives no grace.

    Grace is for certificates that were alive when the decision took effect and whose time to file was over by then:
    nobody could have kept it. Whoever is merely late has none; that reading is ours, for the clause stands among the
    transitions.
    """
    limit, window = decision.procedure.limit("late_reranking_grace"), renewal_window(expiry, decision)
    if limit is None or limit.days is None or window is None:
        return None
    begun = decision.effective_from
    return shifted(expiry, limit.days) if window[1] <= begun <= expiry else None


def standing(result: Result, expiry: date, decision: Decision, on: date) -> Standing:
    """Say what a certificate that ends on ``expiry`` is worth on a day, under the decision of that day.

    A recognition that was withdrawn is worth nothing, whatever grace its certificate would have.
    """
    if result.revoked and result.revoked.on <= on:
        return Standing.REVOKED
    if on <= expiry:
        return Standing.IN_FORCE
    grace = grace_until(expiry, decision)
    return Standing.IN_GRACE if grace and on <= grace else Standing.LAPSED


def grace_words(grace: date) -> str:
    """Return in words how long a certificate lives on past its end."""
    return f"còn giá trị đến khi có kết quả phân hạng lại, chậm nhất ngày {show_date(grace)}"


def renewal_action(dossier: Dossier, decision: Decision | None, today: date) -> Renewal | None:
    """Return what the certificate of a recognised product asks for today; ``None`` while nothing is due."""
    if decision is None or dossier.result is None:
        return None
    expiry = expires_on(dossier.result, decision.procedure.certificate_months)
    window = renewal_window(expiry, decision) if expiry else None
    if expiry is None or window is None or today < window[0]:
        return None
    action, due = _due_action(expiry, window, decision, today)
    return Renewal(action, "ocop renew {id}", due)


def _due_action(expiry: date, window: tuple[date, date], decision: Decision, today: date) -> tuple[str, date]:
    if today <= window[1]:
        return "nộp hồ sơ phân hạng lại", window[1]
    grace = grace_until(expiry, decision)
    if grace and today <= grace:
        ends = f"giấy chứng nhận hết hạn ngày {show_date(expiry)}, {grace_words(grace)}"
        return f"nộp hồ sơ phân hạng lại; {ends}", grace
    if today <= expiry:
        return "đã quá thời gian nộp hồ sơ phân hạng lại; giấy chứng nhận sắp hết hạn", window[1]
    return "giấy chứng nhận đã hết hạn", expiry
