"""A product that is ranked again: its time to file, the province's round, and the certificate that runs out meanwhile."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.stage import Stage
from ocop_cli.dossier.vocabulary import RegistrationKind
from ocop_cli.evaluation.law import filed_on
from ocop_cli.rules.decision import Ruleset
from ocop_cli.viet.dates import show_date
from ocop_cli.workflow.certificate import expires_on, grace_until, grace_words, renewal_window
from ocop_cli.workflow.rounds import next_cut_off


class FilingTime(NamedTuple):
    """The first and the last day to file for re-ranking, and the day on which the dossier was filed, or today."""

    first: date
    last: date
    filed: date

    @property
    def is_missed(self) -> bool:
        """Say whether the dossier was not filed in its time."""
        return not self.first <= self.filed <= self.last

    def words(self) -> str:
        """Return the time in words."""
        return f"từ {show_date(self.first)} đến hết {show_date(self.last)}"


def filing_time(dossier: Dossier, ruleset: Ruleset, today: date) -> FilingTime | None:
    """Return the time to file of a re-ranking; ``None`` where the certificate or the law sets none, or gives grace."""
    expiry = certificate_end(dossier, ruleset)
    if expiry is None or dossier.registration.kind is not RegistrationKind.RE_RANKING:
        return None
    window = renewal_window(expiry, ruleset.decision)
    if window is None or grace_until(expiry, ruleset.decision):
        return None
    return FilingTime(*window, filed_on(dossier) or today)


def last_day_to_file(dossier: Dossier, ruleset: Ruleset, stage: Stage) -> date | None:
    """Return the last day to file for re-ranking, or to have a result in grace, while the dossier is not filed."""
    if stage.at_commune or stage.waiting or stage.closed or stage.renewal:
        return None
    expiry = certificate_end(dossier, ruleset)
    if expiry is None or dossier.registration.kind is not RegistrationKind.RE_RANKING:
        return None
    window = renewal_window(expiry, ruleset.decision)
    return grace_until(expiry, ruleset.decision) or (window[1] if window else expiry)


def certificate_notes(dossier: Dossier, ruleset: Ruleset, stage: Stage, today: date) -> Iterator[str]:
    """Say what must be kept in mind while a product with a certificate is on its way to be ranked again."""
    time = filing_time(dossier, ruleset, today)
    if time and (time.is_missed or not (stage.at_commune or stage.waiting)):
        outside = "ngoài " if time.is_missed else ""
        yield f"{outside}thời gian nộp phân hạng lại ({time.words()})"
    if dossier.registration.kind is RegistrationKind.RE_RANKING and not stage.waiting:
        cut_off = next_cut_off(ruleset, today)
        yield from (f"đợt cấp tỉnh tới nhận đề nghị trước ngày {show_date(day)}" for day in (cut_off,) if day)
    expiry = certificate_end(dossier, ruleset)
    window = renewal_window(expiry, ruleset.decision) if expiry else None
    if expiry and (window is None or window[0] <= today):
        yield _end_words(expiry, ruleset, today)


def certificate_end(dossier: Dossier, ruleset: Ruleset) -> date | None:
    """Return the last day of the certificate that the product holds from its last recognition."""
    held = dossier.recognition
    return expires_on(held, ruleset.decision.procedure.certificate_months) if held else None


def _end_words(expiry: date, ruleset: Ruleset, today: date) -> str:
    if today <= expiry:
        return f"giấy chứng nhận hết hạn ngày {show_date(expiry)}"
    grace = grace_until(expiry, ruleset.decision)
    ended = f"giấy chứng nhận đã hết hạn ngày {show_date(expiry)}"
    return f"{ended}, {grace_words(grace)}" if grace and today <= grace else ended
