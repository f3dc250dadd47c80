"""What a year brings for each product: registered, to be re-ranked, to be inspected."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.stage import Stages, stage_of
from ocop_cli.dossier.vocabulary import Track
from ocop_cli.evaluation.law import law_today
from ocop_cli.rules.decision import Rulebook, Ruleset
from ocop_cli.rules.pick import pick_decision
from ocop_cli.viet.dates import show_date
from ocop_cli.workflow.certificate import expires_on, renewal_window

Noted = tuple[Dossier, str]


class YearView(NamedTuple):
    """A dossier, the law for it where known, and the term of a certificate in months."""

    dossier: Dossier
    ruleset: Ruleset | None
    months: int

    @property
    def expiry(self) -> date | None:
        """The day on which the certificate of a recognised product runs out."""
        result = self.dossier.result
        return expires_on(result, self.months) if result and result.recognised else None

    @property
    def window(self) -> tuple[date, date] | None:
        """The first and the last day to file for re-ranking, where the certificate and the law set them."""
        expiry = self.expiry
        return renewal_window(expiry, self.ruleset.decision) if expiry and self.ruleset else None


def year_views(dossiers: Iterable[Dossier], rulebook: Rulebook, today: date) -> list[YearView]:
    """Return each dossier with its law and the term of certificates as of a day."""
    months = pick_decision(rulebook, today).procedure.certificate_months
    return [YearView(each, law_today(each, rulebook, today), months) for each in dossiers]


def registered_in(
    dossiers: Iterable[Dossier], year: int, closed: frozenset[str]
) -> dict[Track, Sequence[Dossier]]:
    """Return the dossiers registered in a year by track; those not chosen or withdrawn are left out."""
    mine = [d for d in dossiers if d.stage not in closed]
    return {track: [d for d in mine if d.registration.rounds.get(year) is track] for track in Track}


def carried_into(dossiers: Iterable[Dossier], year: int, stages: Stages) -> list[Noted]:
    """Return the dossiers registered in an earlier year that are still under way, with where they stand."""
    found = []
    for dossier in dossiers:
        stage, registered = stage_of(stages, dossier.stage), max(dossier.registration.rounds)
        if registered < year and stage.under_way:
            found.append((dossier, f"{stage.name}; chuyển tiếp từ năm {registered}"))
    return found


def re_ranked_in(views: Iterable[YearView], year: int, closed: frozenset[str]) -> list[Noted]:
    """Return the products whose time to file for re-ranking falls into a year, with that time."""
    found = []
    for view in views:
        note = _renewal_note(view, year)
        if note and view.dossier.stage not in closed:
            found.append((view.dossier, note))
    return found


def certified_in(views: Iterable[YearView], year: int, closed: frozenset[str]) -> list[Noted]:
    """Return the products whose certificate holds on some day of a year, with its star and its end."""
    found = []
    for view in views:
        expiry, result = view.expiry, view.dossier.result
        if expiry and result and view.dossier.stage not in closed and result.on.year <= year <= expiry.year:
            star = f"{result.star} sao; " if result.star else ""
            ends = f"{star}hết hạn ngày {show_date(expiry)}{_filed_before(view, year)}"
            found.append((view.dossier, ends))
    return found


def _renewal_note(view: YearView, year: int) -> str:
    """Without a window in the law, the year in which the certificate ends is the year to prepare."""
    expiry = view.expiry
    if expiry is None:
        return ""
    if view.window is None:
        return f"Giấy chứng nhận hết hạn ngày {show_date(expiry)}" if expiry.year == year else ""
    first, last = view.window
    if not first.year <= year <= last.year:
        return ""
    return f"Nộp hồ sơ từ {show_date(first)} đến {show_date(last)}{_rounds_met(view.ruleset, first, last)}"


def _rounds_met(ruleset: Ruleset | None, first: date, last: date) -> str:
    """Name the province's rounds that a window meets, and the next for who files after them; none met, none named."""
    rounds = ruleset.decision.procedure.province_rounds if ruleset else ()
    days = sorted(
        r.request_before.in_year(year) for r in rounds for year in (first.year, last.year, last.year + 1)
    )
    within = [day for day in dict.fromkeys(days) if first < day <= last]
    after = [day for day in dict.fromkeys(days) if day > last][:1]
    told = " hoặc ".join(f"trước ngày {show_date(day)}" for day in [*within, *after])
    return f"; xã gửi đề nghị cấp tỉnh {told}" if within else ""


def _filed_before(view: YearView, year: int) -> str:
    """Tell the window of a certificate that ends in a year when its window lies before that year."""
    if view.window is None or view.expiry is None or view.expiry.year != year or view.window[1].year == year:
        return ""
    first, last = view.window
    return f"; hạn nộp hồ sơ phân hạng lại từ {show_date(first)} đến {show_date(last)}"
